package ledger

import (
	"fmt"
	"io"
	"iter"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/eventlog"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Ledger is the rows of one holder with every change of them. [New] makes an
// empty one, [Read] reads one.
type Ledger struct {
	log      *eventlog.Log[Change]
	versions map[string][]version
	order    []string // ids in the order in which they were first added
}

// version is a row from a revision and a day on.
type version struct {
	revision int
	on       calendar.Date
	row      Row
	retired  bool
}

// New returns an empty ledger.
func New() *Ledger {
	return &Ledger{log: eventlog.New(Changes().Canonical), versions: map[string][]version{}}
}

// ChangeError is a change that the ledger refuses: nothing of the changes it
// came with has been applied.
type ChangeError struct {
	Index int       // which of the changes, from 0
	ID    string    // the row
	Want  rule.Text // what was expected
	Err   error     // the findings, where the change itself is wrong: a [*rule.ReportError]
}

// Error names the change and what was expected.
func (e *ChangeError) Error() string {
	return fmt.Sprintf("ledger: change %d of row %s: want %s", e.Index+1, quote.Value(e.ID), e.Want.EN)
}

// Unwrap returns the findings.
func (e *ChangeError) Unwrap() error { return e.Err }

// Revision returns how many changes the ledger holds.
func (l *Ledger) Revision() int { return l.log.Len() }

// Apply makes changes, all or none. expected is the revision they were made
// for; where the ledger has changed since, they are refused with a
// [*rule.StaleError]. Other errors are [*ChangeError]: a change that its table
// refuses, a row that is added twice, changed before it is added or after it is
// retired, or a date before the row's last change.
func (l *Ledger) Apply(expected int, changes ...Change) error {
	if expected != l.Revision() {
		return &rule.StaleError{Expected: expected, Current: l.Revision()}
	}
	last := map[string]version{}
	for i, c := range changes {
		if want, err := l.check(c, last); !want.IsZero() {
			id := ""
			if c != nil {
				id = c.id()
			}
			return &ChangeError{i, id, want, err}
		}
		last[c.id()] = next(c, 0)
	}
	own := make([]Change, len(changes))
	for i, c := range changes {
		own[i] = clone(c)
	}
	if err := l.log.Append(expected, own...); err != nil {
		return err
	}
	for i, c := range own {
		l.keep(c, expected+i+1)
	}
	return nil
}

// check says what is wrong with a change, given the versions that the changes
// before it in the same call will make.
func (l *Ledger) check(c Change, pending map[string]version) (rule.Text, error) {
	if err := Changes().Validate(c, record.Options{}).Err(); err != nil {
		return text("完整的变动", "a complete change: "+err.Error()), err
	}
	before, exists := pending[c.id()]
	if !exists {
		if all := l.versions[c.id()]; len(all) > 0 {
			before, exists = all[len(all)-1], true
		}
	}
	_, adds := c.(Add)
	switch {
	case adds && exists:
		return text("台账中还没有的编号", "an id that is not in the ledger yet"), nil
	case !adds && !exists:
		return text("台账中已有的编号", "an id that is in the ledger"), nil
	case exists && before.retired:
		return text("尚未退出的资产", "a row that is not retired"), nil
	case exists && c.on().Before(before.on):
		return text("不早于上次变动 "+before.on.String()+" 的日期", "a date not before the row's last change, "+before.on.String()), nil
	}
	return rule.Text{}, nil
}

func (l *Ledger) keep(c Change, revision int) {
	v := next(c, revision)
	if r, ok := c.(Retire); ok {
		all := l.versions[r.ID]
		v.row = all[len(all)-1].row
		v.row.RetiredOn, v.row.RetireCause = r.On, r.Cause
	}
	if len(l.versions[c.id()]) == 0 {
		l.order = append(l.order, c.id())
	}
	l.versions[c.id()] = append(l.versions[c.id()], v)
}

func next(c Change, revision int) version {
	v := version{revision: revision, on: c.on()}
	switch c := c.(type) {
	case Add:
		v.row = c.Row
	case Update:
		v.row = c.Row
	case Retire:
		v.retired = true
	}
	return v
}

// Head is what is kept elsewhere to prove that a ledger is whole.
type Head struct {
	Revision int    `json:"revision"`
	Digest   string `json:"digest,omitzero"`
}

// Head returns the revision and the digest of the last change.
func (l *Ledger) Head() Head {
	h := l.log.Head()
	return Head{h.Seq, h.Digest}
}

// Verify compares the ledger with a head kept elsewhere; a ledger that has
// grown since is whole if it still has that head in its middle.
func (l *Ledger) Verify(h Head) error {
	return l.log.Verify(eventlog.Head{Seq: h.Revision, Digest: h.Digest})
}

// History yields the changes in order with the revision each made.
func (l *Ledger) History() iter.Seq2[int, Change] {
	entries := l.log.All()
	return func(yield func(int, Change) bool) {
		for e := range entries {
			if !yield(e.Seq, e.Value) {
				return
			}
		}
	}
}

// Write writes the changes from a revision on as JSON Lines; 0 writes all.
func (l *Ledger) Write(w io.Writer, from int) error { return l.log.Write(w, from) }

// Read reads a ledger that [Ledger.Write] wrote, from a file of that name. A
// last line that was not written to its end gives the ledger before it together
// with the error, which says where to cut the file; a line that was changed
// after it was written gives an error only.
func Read(r io.Reader, file string) (*Ledger, error) {
	log, err := eventlog.Read(r, file, Changes().Canonical, func(b []byte, line int) (Change, error) {
		c, report, err := Changes().Read(b, record.Options{File: file, Line: line})
		if err != nil {
			return nil, err
		}
		return c, report.Err()
	})
	if log == nil {
		return nil, err
	}
	l := New()
	for e := range log.All() {
		if want, why := l.check(e.Value, nil); !want.IsZero() {
			return nil, &ChangeError{e.Seq - 1, e.Value.id(), want, why}
		}
		l.keep(e.Value, e.Seq)
	}
	l.log = log
	return l, err
}
