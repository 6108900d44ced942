package ledger

import (
	"fmt"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/eventlog"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Format is in which table the rows of a ledger are kept. The zero Format is
// [Table]; a caller's is [TableOf] or Table().With.
type Format struct {
	Table *record.Table[Row]

	// Progress is told by [Format.Read] how far it has come, once each 1,000
	// lines and at the end, by the goroutine that reads.
	Progress func(record.Progress)
}

// Changes returns the choice of [Change] over the table of the format.
func (f Format) Changes() *record.Choice[Change] {
	if f.Table == nil {
		return Changes()
	}
	return changesOf(f.Table)
}

// Ledger is the rows of one holder with every change of them. [New] makes an
// empty one, [Read] reads one. It may be read from many goroutines while one
// changes it.
type Ledger struct {
	table   *record.Table[Row]
	changes *record.Choice[Change]

	mu    sync.RWMutex
	log   *eventlog.Log[op]
	rows  []line // in the order in which they were first added
	index map[string]int32
}

// New returns an empty ledger of [Table].
func New() *Ledger { return Format{}.New() }

// New returns an empty ledger of the format.
func (f Format) New() *Ledger {
	l := &Ledger{table: f.Table, changes: f.Changes(), index: map[string]int32{}}
	if l.table == nil {
		l.table = Table()
	}
	l.log = eventlog.New(l.canonical)
	return l
}

func (l *Ledger) canonical(o op) ([]byte, error) { return l.changes.Canonical(l.change(&o)) }

// Table returns the table in which the rows are kept.
func (l *Ledger) Table() *record.Table[Row] { return l.table }

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
func (l *Ledger) Revision() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.log.Len()
}

// Apply makes changes, all or none. expected is the revision they were made
// for; where the ledger has changed since, they are refused with a
// [*rule.StaleError]. Other errors are [*ChangeError]: a change that its table
// refuses, a row that is added twice, changed before it is added or after it is
// retired, a date before the row's last change, or a split, merger, replacement
// or transfer that does not move everything to the last fen.
func (l *Ledger) Apply(expected int, changes ...Change) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	batch, err := l.log.Begin(expected)
	if err != nil {
		return err
	}
	stage := l.stage()
	for i, c := range changes {
		if err := stage.validate(c); err != nil {
			stage.undo()
			return refused(i, c, text("完整的变动", "a complete change: "+err.Error()), err)
		}
		o, own, want := stage.make(c, expected+i+1)
		if !want.IsZero() {
			stage.undo()
			return refused(i, c, want, nil)
		}
		data, err := l.changes.Canonical(own)
		if err != nil {
			stage.undo()
			return err
		}
		batch.Add(o, data)
	}
	return batch.Commit()
}

func refused(i int, c Change, want rule.Text, err error) error {
	e := &ChangeError{Index: i, Want: want, Err: err}
	if c != nil {
		e.ID = c.id()
	}
	return e
}

// staging makes changes in the rows of a ledger and can undo them all.
type staging struct {
	*Ledger
	count   int     // rows there were
	touched []int32 // rows that got a version, one entry each
	row     Row     // the row at hand as it is
	day     calendar.Date
}

func (l *Ledger) stage() *staging { return &staging{Ledger: l, count: len(l.rows)} }

func (s *staging) validate(c Change) error {
	return s.changes.Validate(c, record.Options{}).Err()
}

// undo takes back every version made.
func (s *staging) undo() {
	for _, i := range s.touched {
		l := &s.rows[i]
		l.versions[l.last()] = version{}
		l.versions = l.versions[:l.last()]
	}
	for i := s.count; i < len(s.rows); i++ {
		delete(s.index, s.rows[i].id)
		s.rows[i] = line{}
	}
	s.rows = s.rows[:s.count]
}

// put appends a version to a row.
func (s *staging) put(i int32, row, before *Row, revision int, retired bool) place {
	l := &s.rows[i]
	l.append(row, before, revision, s.day, retired)
	s.touched = append(s.touched, i)
	return place{i, int32(l.last())}
}

// enter makes a new row.
func (s *staging) enter(row *Row, revision int) place {
	i := int32(len(s.rows))
	s.rows = append(s.rows, line{})
	p := s.put(i, row, &Row{}, revision, false)
	s.rows[i].id = s.rows[i].packedID()
	s.index[s.rows[i].id] = i
	return p
}

// find is the place of a row that is in the ledger.
func (s *staging) find(id string) (int32, *line, rule.Text) {
	i, ok := s.index[id]
	if !ok {
		return 0, nil, text("台账中已有的编号", "an id that is in the ledger")
	}
	l := &s.rows[i]
	if last := l.versions[l.last()]; s.day.Before(last.on) {
		return 0, nil, text("不早于上次变动 "+last.on.String()+" 的日期", "a date not before the row's last change, "+last.on.String())
	}
	return i, l, rule.Text{}
}

// live is the place of a row that is not retired; the row is read into s.row.
func (s *staging) live(id string) (int32, rule.Text) {
	i, l, want := s.find(id)
	switch {
	case !want.IsZero():
		return 0, want
	case l.versions[l.last()].retired:
		return 0, text("尚未退出的资产", "a row that is not retired")
	}
	l.read(l.last(), &s.row)
	return i, rule.Text{}
}

// free says what is wrong with an id for a new row.
func (s *staging) free(id string) rule.Text {
	if _, taken := s.index[id]; taken {
		return text("台账中还没有的编号", "an id that is not in the ledger yet")
	}
	return rule.Text{}
}
