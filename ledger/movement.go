package ledger

import (
	"maps"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// Span is a month, a quarter or a year of a movement table.
type Span struct {
	Name     string // 2025-06, 2025Q2, 2025
	From, To calendar.Date
}

// holds reports whether a day lies in the span.
func (s Span) holds(d calendar.Date) bool { return !d.Before(s.From) && !d.After(s.To) }

// MonthSpan is a month.
func MonthSpan(m calendar.Month) Span { return Span{m.String(), m.First(), m.Last()} }

// QuarterSpan is a quarter.
func QuarterSpan(q calendar.Quarter) Span { return Span{q.String(), q.First(), q.Last()} }

// YearSpan is a year, of which nothing is counted that a date cannot have.
func YearSpan(year int) (Span, error) {
	from, err := calendar.NewDate(year, 1, 1)
	if err != nil {
		return Span{}, err
	}
	to, err := calendar.NewDate(year, 12, 31)
	return Span{from.String()[:4], from, to}, err
}

// Months lists the months from one to another, both included.
func Months(from, to calendar.Month) []Span {
	var all []Span
	for m := from; m.Compare(to) <= 0; m = m.Add(1) {
		all = append(all, MonthSpan(m))
	}
	return all
}

// Quarters lists the quarters from one to another, both included.
func Quarters(from, to calendar.Quarter) []Span {
	var all []Span
	for q := from; q.Compare(to) <= 0; q = q.Add(1) {
		all = append(all, QuarterSpan(q))
	}
	return all
}

// Movement is one line of the movement table (台账变动表): how the rows of a kind
// and their original value moved in a span.
//
//	Opening + New + MovedIn − MovedOut − Retired = Closing
//	the same with amounts, and Changed, which is signed
//
// A row whose code changes within the span moves out of one line and into
// another; over all rows that is nothing: opening + new − retired = closing. New
// is whatever came in: added, transferred in, or continuing others after a split,
// a merger or a replacement, whose rows count as retired.
type Movement struct {
	Span      string
	Dimension string
	Code      string
	Title     string

	Opening, New, MovedIn, MovedOut, Retired, Closing record.Opt[int64]

	OpeningAmount, NewAmount, MovedInAmount, MovedOutAmount, RetiredAmount, Changed, ClosingAmount money.Amount
}

// zeroMovement is a line in which nothing has moved.
func zeroMovement(span, dimension, code, title string) Movement {
	n, z := record.Some[int64](0), money.Zero()
	return Movement{span, dimension, code, title, n, n, n, n, n, n, z, z, z, z, z, z, z}
}

// flow adds one row to a number and its amount to another.
func flow(count *record.Opt[int64], sum *money.Amount, by money.Amount) error {
	var err error
	if count != nil {
		*count = record.Some(count.Or(0) + 1)
	}
	*sum, err = sum.Add(by)
	return err
}

// close computes what is left at the end of the span.
func (m *Movement) close() error {
	m.Closing = record.Some(m.Opening.Or(0) + m.New.Or(0) + m.MovedIn.Or(0) - m.MovedOut.Or(0) - m.Retired.Or(0))
	in, err := money.Sum(m.OpeningAmount, m.NewAmount, m.MovedInAmount, m.Changed)
	if err != nil {
		return err
	}
	out, err := money.Sum(m.MovedOutAmount, m.RetiredAmount)
	if err != nil {
		return err
	}
	m.ClosingAmount, err = in.Sub(out)
	return err
}

// Movements returns the movement table of spans that follow each other without
// overlapping, by a dimension: of each span one line a code that occurs up to it,
// and a line for all. Spans out of order are refused with a [*SpanError]. It goes
// over the versions of each row once.
func (v View) Movements(d Dimension, spans ...Span) ([]Movement, error) {
	for i, s := range spans {
		if s.From.IsZero() || s.To.Before(s.From) || i > 0 && !spans[i-1].To.Before(s.From) {
			return nil, &SpanError{s.Name}
		}
	}
	m := mover{dimension: d, spans: spans, lines: make([]map[string]*Movement, len(spans)), view: v}
	for i := range m.lines {
		m.lines[i] = map[string]*Movement{}
	}
	if v.ledger != nil {
		for i := range v.count {
			if err := m.row(i); err != nil {
				return nil, err
			}
		}
	}
	return m.table()
}

// SpanError is a span that does not follow the one before it.
type SpanError struct{ Span string }

// Error names the span.
func (e *SpanError) Error() string {
	return "ledger: span " + e.Span + ": want spans that follow each other and do not overlap"
}

// mover gathers the movements of all rows.
type mover struct {
	view      View
	dimension Dimension
	spans     []Span
	lines     []map[string]*Movement // by span and code; "" within is not given
}

// line is the line of a code in a span; before the first span there is none.
func (m *mover) line(span int, code string) *Movement {
	l := m.lines[span][code]
	if l == nil {
		z := zeroMovement(m.spans[span].Name, m.dimension.Title().ZH, code, m.dimension.title(m.view.Table(), code).ZH)
		l = &z
		m.lines[span][code] = l
	}
	return l
}

// step is a version of a row, reduced to what moves.
type step struct {
	on     calendar.Date
	code   string
	amount money.Amount
	gone   bool
}

// row adds the movements of one row: the state at the beginning of each span, and
// every change within it.
func (m *mover) row(i int) error {
	steps := m.steps(i)
	k := 0
	var now step
	now.gone = true
	for s, span := range m.spans {
		for ; k < len(steps) && steps[k].on.Before(span.From); k++ {
			now = steps[k]
		}
		if !now.gone {
			l := m.line(s, now.code)
			if err := flow(&l.Opening, &l.OpeningAmount, now.amount); err != nil {
				return err
			}
		}
		for ; k < len(steps) && !steps[k].on.After(span.To); k++ {
			if err := m.move(s, now, steps[k]); err != nil {
				return err
			}
			now = steps[k]
		}
	}
	return nil
}

// steps is the versions of a row that the view has.
func (m *mover) steps(i int) []step {
	var steps []step
	m.view.versions(i, func(v *version, row *Row) {
		steps = append(steps, step{v.on, m.dimension.of(row), row.Amount, v.retired})
	})
	return steps
}

// move adds what one change moves in a span.
func (m *mover) move(span int, from, to step) error {
	switch {
	case from.gone && to.gone:
		return nil // of a retired row the registration was cancelled
	case from.gone:
		l := m.line(span, to.code)
		return flow(&l.New, &l.NewAmount, to.amount)
	case to.gone:
		l := m.line(span, from.code)
		return flow(&l.Retired, &l.RetiredAmount, from.amount)
	}
	if from.code != to.code {
		l := m.line(span, from.code)
		if err := flow(&l.MovedOut, &l.MovedOutAmount, from.amount); err != nil {
			return err
		}
		l = m.line(span, to.code)
		if err := flow(&l.MovedIn, &l.MovedInAmount, from.amount); err != nil {
			return err
		}
	}
	change, err := to.amount.Sub(from.amount)
	if err != nil {
		return err
	}
	l := m.line(span, to.code)
	return flow(nil, &l.Changed, change)
}

// table closes every line and puts them in order, with a line for all.
func (m *mover) table() ([]Movement, error) {
	var table []Movement
	for s, span := range m.spans {
		codes := slices.Sorted(maps.Keys(m.lines[s]))
		m.dimension.order(m.view.Table(), codes)
		all := zeroMovement(span.Name, m.dimension.Title().ZH, "", dimensions[ByAll].title.ZH)
		for _, code := range codes {
			l := m.lines[s][code]
			if err := l.close(); err != nil {
				return nil, err
			}
			if err := all.join(l); err != nil {
				return nil, err
			}
			if m.dimension != ByAll {
				table = append(table, *l)
			}
		}
		if err := all.close(); err != nil {
			return nil, err
		}
		table = append(table, all)
	}
	return slices.Clip(table), nil
}

// join adds a line to the line for all, in which nothing moves from code to code.
func (m *Movement) join(l *Movement) error {
	m.Opening = record.Some(m.Opening.Or(0) + l.Opening.Or(0))
	m.New = record.Some(m.New.Or(0) + l.New.Or(0))
	m.Retired = record.Some(m.Retired.Or(0) + l.Retired.Or(0))
	for _, x := range []struct{ sum, by *money.Amount }{
		{&m.OpeningAmount, &l.OpeningAmount},
		{&m.NewAmount, &l.NewAmount},
		{&m.RetiredAmount, &l.RetiredAmount},
		{&m.Changed, &l.Changed},
	} {
		var err error
		if *x.sum, err = x.sum.Add(*x.by); err != nil {
			return err
		}
	}
	return nil
}
