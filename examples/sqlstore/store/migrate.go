package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

//go:embed migrations
var migrations embed.FS

// Migration is one step of the schema, as it stands in the table migration. A
// step never changes once it has been applied anywhere.
type Migration struct {
	Number int    // from 1, without gaps
	Name   string // of the file: 0001_entries
	Digest string // sha256 of its text, in hexadecimal
	text   string
}

// MigrationError is a database whose schema is not one of this program's past.
type MigrationError struct {
	Number int
	Want   string
}

// Error names the migration and what was expected.
func (e *MigrationError) Error() string {
	return fmt.Sprintf("store: migration %d: want %s", e.Number, e.Want)
}

const recorded = `CREATE TABLE IF NOT EXISTS migration (
  number  integer NOT NULL PRIMARY KEY,
  name    text    NOT NULL,
  digest  text    NOT NULL,
  applied text    NOT NULL DEFAULT CURRENT_TIMESTAMP
)`

// Migrate brings the schema up to date and returns what it applied: nothing where
// it is. Each step is one transaction with its record, so that an interrupted
// migration goes on where it was; two processes wait for each other. A database
// whose steps are not the first of this program's is a [*MigrationError].
func (s *Store) Migrate(ctx context.Context) ([]Migration, error) {
	all, err := s.dialect.migrations()
	if err != nil {
		return nil, err
	}
	if err := s.within(ctx, func(tx *sql.Tx) error { return s.exec(ctx, tx, s.dialect.migrate, recorded) }); err != nil {
		return nil, fmt.Errorf("store: migration: %w", err)
	}
	var applied []Migration
	for _, m := range all {
		done := false
		err := s.within(ctx, func(tx *sql.Tx) error {
			if err := s.exec(ctx, tx, s.dialect.migrate); err != nil {
				return err
			}
			if done, err = m.applied(ctx, tx); done || err != nil {
				return err
			}
			if err := s.exec(ctx, tx, m.text); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, "INSERT INTO migration (number, name, digest) VALUES ($1, $2, $3)", m.Number, m.Name, m.Digest)
			return err
		})
		if err != nil {
			return applied, fmt.Errorf("store: migration %s: %w", m.Name, err)
		}
		if !done {
			applied = append(applied, m)
		}
	}
	return applied, s.known(ctx, len(all))
}

// exec runs statements, "" being none.
func (s *Store) exec(ctx context.Context, tx *sql.Tx, statements ...string) error {
	for _, text := range statements {
		if text == "" {
			continue
		}
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return err
		}
	}
	return nil
}

// applied reports whether the step is recorded, and refuses one that was another.
func (m Migration) applied(ctx context.Context, tx *sql.Tx) (bool, error) {
	var digest string
	err := tx.QueryRowContext(ctx, "SELECT digest FROM migration WHERE number = $1", m.Number).Scan(&digest)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return false, nil
	case err != nil:
		return false, err
	case digest != m.Digest:
		return false, &MigrationError{m.Number, "the text that was applied, sha256 " + digest}
	}
	return true, nil
}

// known refuses a schema of a later program.
func (s *Store) known(ctx context.Context, last int) error {
	var highest int
	if err := s.db.QueryRowContext(ctx, "SELECT max(number) FROM migration").Scan(&highest); err != nil {
		return fmt.Errorf("store: migration: %w", err)
	}
	if highest > last {
		return &MigrationError{highest, "at most " + strconv.Itoa(last) + ", which this program knows"}
	}
	return nil
}

// migrations lists the steps of a database in order.
func (d dialect) migrations() ([]Migration, error) {
	dir := "migrations/" + d.name
	files, err := fs.ReadDir(migrations, dir)
	if err != nil {
		return nil, err
	}
	var all []Migration
	for i, f := range files {
		text, err := fs.ReadFile(migrations, dir+"/"+f.Name())
		if err != nil {
			return nil, err
		}
		m := Migration{Number: i + 1, Name: strings.TrimSuffix(f.Name(), ".sql"), text: string(text)}
		if number, _, _ := strings.Cut(m.Name, "_"); number != fmt.Sprintf("%04d", m.Number) {
			return nil, &MigrationError{m.Number, "a file with that number, not " + f.Name()}
		}
		sum := sha256.Sum256(text)
		m.Digest = hex.EncodeToString(sum[:])
		all = append(all, m)
	}
	return all, nil
}
