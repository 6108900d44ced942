package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/dataasset-go/dataasset/rule"
)

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// headsOf reads heads in order of unit and log.
func headsOf(ctx context.Context, q querier, where string, args ...any) (all []Head, err error) {
	rows, err := q.QueryContext(ctx, "SELECT unit, log, revision, digest FROM head "+where+" ORDER BY unit, log", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var h Head
		if err := rows.Scan(&h.Unit, &h.Log, &h.Revision, &h.Digest); err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, rows.Err()
}

// Heads lists the last entry of every log, in order of unit and log. Keep them
// where those who keep the database cannot change them.
func (s *Store) Heads(ctx context.Context) ([]Head, error) {
	all, err := headsOf(ctx, s.db, "")
	if err != nil {
		return nil, fmt.Errorf("store: heads: %w", err)
	}
	return all, nil
}

// Verify replays every log of every unit by the library's rules and compares it
// with the database's head, and with heads that were kept elsewhere; a log that
// has grown since is whole if it still has that head in its middle. An entry that
// was changed, left out or added behind the triggers is a [*rule.TamperedError].
func (s *Store) Verify(ctx context.Context, kept ...Head) error {
	heads, err := s.Heads(ctx)
	if err != nil {
		return err
	}
	wanted := map[string][]Head{}
	var units []string
	for _, h := range append(heads, kept...) {
		if wanted[h.Unit] == nil {
			units = append(units, h.Unit)
		}
		wanted[h.Unit] = append(wanted[h.Unit], h)
	}
	for _, unit := range units {
		b, err := s.Books(ctx, unit)
		if err != nil {
			return err
		}
		for _, h := range wanted[unit] {
			if err := b.Verify(h); err != nil {
				return fmt.Errorf("store: %s: %w", b.file(h.Log), err)
			}
		}
	}
	return s.headless(ctx)
}

// headless finds entries behind a head: added while the triggers were off.
func (s *Store) headless(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, `SELECT e.unit, e.log, max(e.revision) FROM entry e
		LEFT JOIN head h ON h.unit = e.unit AND h.log = e.log
		GROUP BY e.unit, e.log HAVING max(e.revision) <> coalesce(max(h.revision), 0) ORDER BY e.unit, e.log`)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	defer rows.Close()
	if rows.Next() {
		var unit, log string
		var last int
		if err := rows.Scan(&unit, &log, &last); err != nil {
			return fmt.Errorf("store: %w", err)
		}
		return &rule.TamperedError{File: unit + "/" + log, Line: last, Want: "a head at that entry"}
	}
	return rows.Err()
}

// Verify compares the books with a head that was kept elsewhere.
func (b *Books) Verify(h Head) error {
	head := rule.Head{Revision: h.Revision, Digest: h.Digest}
	switch h.Log {
	case Ledger:
		return b.Ledger.Verify(head)
	case Registry:
		return b.Register.Verify(head)
	case Journal:
		return b.Journal.Verify(head)
	}
	return fmt.Errorf("store: %q: want one of %q", h.Log, Logs())
}
