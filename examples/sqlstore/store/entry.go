package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strconv"
)

// Log names one of the three logs of a unit.
type Log string

// The logs.
const (
	Journal  Log = "journal"
	Ledger   Log = "ledger"
	Registry Log = "registry"
)

// Logs lists the logs.
func Logs() []Log { return []Log{Journal, Ledger, Registry} }

// Entry is one entry of a log as it is stored: a line of what the library writes.
type Entry struct {
	Revision int
	Version  int    // of the format
	Prev     string // digest of the entry before; "" for the first
	Digest   string
	Data     string // the change in canonical JSON, as it was digested
}

// Head is the last entry of a log. Kept elsewhere, it proves that the log is
// whole: [Store.Verify].
type Head struct {
	Unit     string `json:"unit"`
	Log      Log    `json:"log"`
	Revision int    `json:"revision"`
	Digest   string `json:"digest,omitzero"`
}

// Entries yields the entries of a log behind a revision, 0 being before the
// first. They are read from the database as they are asked for, from one snapshot,
// and none is held; ending the loop early ends the query.
func (s *Store) Entries(ctx context.Context, unit string, log Log, behind int) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		rows, err := s.db.QueryContext(ctx,
			"SELECT revision, version, coalesce(prev, ''), digest, data FROM entry WHERE unit = $1 AND log = $2 AND revision > $3 ORDER BY revision",
			unit, string(log), behind)
		if err != nil {
			yield(Entry{}, fmt.Errorf("store: %s of %s: %w", log, unit, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var e Entry
			if err = rows.Scan(&e.Revision, &e.Version, &e.Prev, &e.Digest, &e.Data); err != nil {
				break
			}
			if !yield(e, nil) {
				return
			}
		}
		if err == nil {
			err = rows.Err()
		}
		if err != nil {
			yield(Entry{}, fmt.Errorf("store: %s of %s: %w", log, unit, err))
		}
	}
}

// Lines is a log as JSON Lines, byte for byte as the library writes it: what
// [ledger.Read] and its like read, and what other systems take. The caller closes
// it.
func (s *Store) Lines(ctx context.Context, unit string, log Log) io.ReadCloser {
	next, stop := iter.Pull2(s.Entries(ctx, unit, log, 0))
	return &lines{next: next, stop: stop}
}

// lines reads entries as text, one at a time.
type lines struct {
	next func() (Entry, error, bool)
	stop func()
	text []byte // of the entry at hand
	rest []byte // of it, not read yet
}

func (l *lines) Read(p []byte) (int, error) {
	for len(l.rest) == 0 {
		e, err, ok := l.next()
		switch {
		case !ok:
			return 0, io.EOF
		case err != nil:
			return 0, err
		}
		l.text = e.append(l.text[:0])
		l.rest = l.text
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

func (l *lines) Close() error {
	l.stop()
	return nil
}

// append writes the entry as a line, as the library does.
func (e Entry) append(b []byte) []byte {
	b = append(b, `{"v":`...)
	b = strconv.AppendInt(b, int64(e.Version), 10)
	b = append(b, `,"seq":`...)
	b = strconv.AppendInt(b, int64(e.Revision), 10)
	if e.Prev != "" {
		b = append(b, `,"prev":`...)
		b = strconv.AppendQuote(b, e.Prev)
	}
	b = append(b, `,"digest":`...)
	b = strconv.AppendQuote(b, e.Digest)
	b = append(append(b, `,"data":`...), e.Data...)
	return append(b, '}', '\n')
}

// entryOf reads a line that the library wrote.
func entryOf(line []byte) (Entry, error) {
	var in struct {
		V      int             `json:"v"`
		Seq    int             `json:"seq"`
		Prev   string          `json:"prev"`
		Digest string          `json:"digest"`
		Data   json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return Entry{}, fmt.Errorf("store: line of a log: %w", err)
	}
	return Entry{in.Seq, in.V, in.Prev, in.Digest, string(in.Data)}, nil
}

// insert stores an entry.
func insert(ctx context.Context, tx *sql.Tx, unit string, log Log, e Entry) error {
	_, err := tx.ExecContext(ctx,
		"INSERT INTO entry (unit, log, revision, version, prev, digest, data) VALUES ($1, $2, $3, $4, nullif($5, ''), $6, $7)",
		unit, string(log), e.Revision, e.Version, e.Prev, e.Digest, e.Data)
	return err
}
