package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// Books are the three logs of a unit as the database had them when they were last
// read. Read them as the library's; change them within [Books.Change] only. They
// are one goroutine's: others open their own.
type Books struct {
	Ledger   *ledger.Ledger
	Register *registry.Register
	Journal  *accounting.Journal

	store *Store
	unit  string
	dirty map[Log]bool // what is in memory is not what the database has
}

// Books reads the logs of a unit and replays them, an unknown unit's being empty.
// Each entry is checked as it was when it was made: an error is that of
// [ledger.Read], [registry.ReadRegister] or [accounting.ReadJournal], or the
// database's.
func (s *Store) Books(ctx context.Context, unit string) (*Books, error) {
	if unit == "" {
		return nil, errors.New("store: want the code of a unit")
	}
	b := &Books{
		Ledger: s.rules.Ledger.New(), Register: registry.NewRegister(s.rules.Regimes...), Journal: accounting.NewJournal(),
		store: s, unit: unit, dirty: map[Log]bool{Journal: true, Ledger: true, Registry: true},
	}
	return b, b.Refresh(ctx)
}

// Unit is the code of the unit.
func (b *Books) Unit() string { return b.unit }

// Heads are the last entries of the logs as the books have them: what to keep
// elsewhere once a change is stored. A log without entries has none.
func (b *Books) Heads() []Head {
	var all []Head
	for _, l := range b.logs() {
		if h := l.head(); h.Revision > 0 {
			all = append(all, h)
		}
	}
	return all
}

// Refresh brings the books up to what the database has.
func (b *Books) Refresh(ctx context.Context) error {
	stored, err := b.stored(ctx, b.store.db)
	if err != nil {
		return err
	}
	for _, l := range b.logs() {
		switch {
		case b.dirty[l.name], stored[l.name].Revision < l.head().Revision: // what was not stored goes
			err = b.reload(ctx, l)
		case stored[l.name] != l.head():
			err = b.follow(ctx, l)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// stored are the heads of all logs in the database.
func (b *Books) stored(ctx context.Context, q querier) (map[Log]Head, error) {
	found, err := headsOf(ctx, q, "WHERE unit = $1", b.unit)
	if err != nil {
		return nil, fmt.Errorf("store: heads of %s: %w", b.unit, err)
	}
	all := map[Log]Head{}
	for _, log := range Logs() {
		all[log] = Head{Unit: b.unit, Log: log}
	}
	for _, h := range found {
		all[h.Log] = h
	}
	return all, nil
}

// reload reads a log from its first entry.
func (b *Books) reload(ctx context.Context, l memory) error {
	b.dirty[l.name] = true
	text := b.store.Lines(ctx, b.unit, l.name)
	defer text.Close()
	if err := l.read(text, b.file(l.name)); err != nil {
		return err
	}
	b.dirty[l.name] = false
	return nil
}

// file is how errors call a log.
func (b *Books) file(log Log) string { return b.unit + "/" + string(log) }

// follow takes over the entries that others have added since.
func (b *Books) follow(ctx context.Context, l memory) error {
	for e, err := range b.store.Entries(ctx, b.unit, l.name, l.head().Revision) {
		if err == nil {
			err = l.extend([]byte(e.Data))
		}
		if h := l.head(); err == nil && (h.Revision != e.Revision || h.Digest != e.Digest) {
			err = &rule.TamperedError{File: b.file(l.name), Line: e.Revision, Want: "the digest " + h.Digest}
		}
		if err != nil {
			b.dirty[l.name] = true
			return err
		}
	}
	return nil
}

// Change runs a function that changes the logs by the library's own methods
// (Apply, Post, Close …) and stores what it added, in one transaction: all of it in
// all three logs, or nothing. Where another has added to one of them since the
// books were last read, the error is a [*rule.StaleError] (rule.ErrStale), the
// function has not been run, and the books are up to date: look again, decide
// again. After any other error too the books are what the database has; whether a
// commit whose answer was lost took place can be seen in them.
//
// Others wait while the function runs: it should compute and no more.
func (b *Books) Change(ctx context.Context, change func() error) error {
	before := b.heads()
	if err := b.Refresh(ctx); err != nil {
		return err
	}
	if err := stale(before, b.heads()); err != nil {
		return err
	}
	if err := b.enter(ctx); err != nil {
		return err
	}
	changed := false
	err := b.store.within(ctx, func(tx *sql.Tx) error {
		now, err := b.lock(ctx, tx)
		if err == nil {
			err = stale(before, now)
		}
		if err != nil {
			return err
		}
		changed = true
		if err := change(); err != nil {
			return err
		}
		return b.add(ctx, tx, before)
	})
	if err == nil {
		return nil
	}
	if changed {
		for log, h := range b.heads() {
			b.dirty[log] = h != before[log] || b.dirty[log]
		}
	}
	return errors.Join(err, b.Refresh(context.WithoutCancel(ctx)))
}

// heads are the last entries of all logs in memory.
func (b *Books) heads() map[Log]Head {
	all := map[Log]Head{}
	for _, l := range b.logs() {
		all[l.name] = l.head()
	}
	return all
}

// stale is the error of a decision made on other heads than the last.
func stale(expected, current map[Log]Head) error {
	for _, log := range Logs() {
		if e, c := expected[log], current[log]; e != c {
			return fmt.Errorf("store: %s of %s: %w", log, c.Unit, &rule.StaleError{Expected: e.Revision, Current: c.Revision})
		}
	}
	return nil
}

// enter makes the row of the unit, which writers lock.
func (b *Books) enter(ctx context.Context) error {
	var there int
	err := b.store.db.QueryRowContext(ctx, "SELECT 1 FROM unit WHERE code = $1", b.unit).Scan(&there)
	if errors.Is(err, sql.ErrNoRows) {
		_, err = b.store.db.ExecContext(ctx, "INSERT INTO unit (code) VALUES ($1) ON CONFLICT DO NOTHING", b.unit)
	}
	return err
}

// lock makes other writers of the unit wait and returns the heads.
func (b *Books) lock(ctx context.Context, tx *sql.Tx) (map[Log]Head, error) {
	var code string
	if err := tx.QueryRowContext(ctx, "SELECT code FROM unit WHERE code = $1"+b.store.dialect.row, b.unit).Scan(&code); err != nil {
		return nil, err
	}
	return b.stored(ctx, tx)
}

// add stores what the logs have behind the heads.
func (b *Books) add(ctx context.Context, tx *sql.Tx, heads map[Log]Head) error {
	for _, l := range b.logs() {
		var text bytes.Buffer
		if err := l.write(&text, heads[l.name].Revision); err != nil {
			return err
		}
		for line := range bytes.Lines(text.Bytes()) {
			e, err := entryOf(line)
			if err == nil {
				err = insert(ctx, tx, b.unit, l.name, e)
			}
			if err != nil {
				return fmt.Errorf("store: %s of %s: %w", l.name, b.unit, err)
			}
		}
	}
	return nil
}
