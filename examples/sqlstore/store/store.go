package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/registry"
)

// Rules are those by which the logs are replayed. The zero Rules are the
// library's own.
type Rules struct {
	Ledger  ledger.Format      // in which table the rows of ledgers are kept
	Regimes []*registry.Regime // none is [registry.Regimes]
}

// Store is a database with the logs of any number of units. It is safe for
// concurrent use.
type Store struct {
	db      *sql.DB
	dialect dialect
	source  string
	rules   Rules
}

// Open opens a database and reaches it once: postgres://… is a PostgreSQL
// database, anything else the name of an SQLite file, which is made where there is
// none. [Store.Migrate] makes the tables.
func Open(ctx context.Context, source string, rules Rules) (*Store, error) {
	if source == "" {
		return nil, errors.New("store: want the name of a file, or postgres://…")
	}
	if len(rules.Regimes) == 0 {
		rules.Regimes = registry.Regimes()
	}
	d := dialectOf(source)
	db, err := sql.Open(d.driver, d.dsn(source))
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	s := &Store{db: db, dialect: d, source: source, rules: rules}
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("store: %w", err), db.Close())
	}
	return s, nil
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// DB is the database, for reports that read the views.
func (s *Store) DB() *sql.DB { return s.db }

// within runs a function in one transaction that may write. It is rolled back
// where the function or the commit fails; a panic does not keep the lock either.
func (s *Store) within(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after the commit
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// ignoring is err, unless it is the one that is expected.
func ignoring(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}
