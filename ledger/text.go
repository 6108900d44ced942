package ledger

import (
	"io"
	"iter"

	"github.com/dataasset-go/dataasset/internal/eventlog"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Head returns the revision and the digest of the last change.
func (l *Ledger) Head() rule.Head {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.log.Head()
}

// Verify compares the ledger with a head kept elsewhere; a ledger that has
// grown since is whole if it still has that head in its middle.
func (l *Ledger) Verify(h rule.Head) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.log.Verify(h)
}

// History yields the changes in order with the revision each made, up to the
// revision of the call.
func (l *Ledger) History() iter.Seq2[int, Change] {
	l.mu.RLock()
	entries := l.log.All()
	l.mu.RUnlock()
	return func(yield func(int, Change) bool) {
		for e := range entries {
			l.mu.RLock()
			c := l.change(&e.Value)
			l.mu.RUnlock()
			if !yield(e.Seq, c) {
				return
			}
		}
	}
}

// Write writes the changes from a revision on as JSON Lines; 0 writes all. No
// change is made meanwhile. Who appends to a file sees first that it ends with a
// newline: a last line that lacks nothing else is whole to [Read].
func (l *Ledger) Write(w io.Writer, from int) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.log.Write(w, from)
}

// Read reads a ledger that [Ledger.Write] wrote, from a file of that name, in
// this format version or an earlier one. A last line that was not written to its
// end gives the ledger before it together with the error, which says where to cut
// the file; a line that was changed after it was written gives an error only.
func Read(r io.Reader, file string) (*Ledger, error) { return Format{}.Read(r, file) }

// Read is the function [Read] for a ledger of the format.
func (f Format) Read(r io.Reader, file string) (*Ledger, error) {
	l := f.New()
	stage := l.stage()
	m := meter{tell: f.Progress}
	decode := func(b []byte, line int) (op, error) {
		m.row(len(b))
		c, report, err := l.changes.Read(b, record.Options{File: file, Line: line})
		if err == nil {
			err = report.Err()
		}
		if err != nil {
			return op{}, err
		}
		stage.touched = stage.touched[:0] // nothing is undone: an error ends the reading
		o, _, want := stage.make(c, line)
		if !want.IsZero() {
			return op{}, refused(line-1, c, want, nil)
		}
		return o, nil
	}
	log, err := eventlog.Read(r, file, l.canonical, decode)
	m.end()
	if log == nil {
		return nil, err
	}
	l.log = log
	return l, err
}

// meter tells how far a work has come, each 1,000 rows.
type meter struct {
	tell func(record.Progress)
	done record.Progress
}

func (m *meter) row(bytes int) {
	m.done.Rows++
	m.done.Bytes += int64(bytes)
	if m.tell != nil && m.done.Rows%1000 == 0 {
		m.tell(m.done)
	}
}

func (m *meter) end() {
	if m.tell != nil {
		m.tell(m.done)
	}
}
