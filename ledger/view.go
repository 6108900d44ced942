package ledger

import (
	"iter"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
)

// View is a ledger at one revision, or on one day, or rows from elsewhere
// ([ViewOf]). It stays what it is while its ledger grows, and may be read from
// many goroutines. The zero View has no rows.
type View struct {
	ledger   *Ledger
	count    int // rows that the ledger had
	revision int
	on       calendar.Date // no date: whatever its day
	rows     iter.Seq[Row] // of a view that is no ledger's
	table    *record.Table[Row]
}

// At returns the ledger after a revision's changes, whatever their days.
func (l *Ledger) At(revision int) View {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return View{ledger: l, count: len(l.rows), revision: min(revision, l.log.Len()), table: l.table}
}

// Now returns the ledger after its last change.
func (l *Ledger) Now() View {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return View{ledger: l, count: len(l.rows), revision: l.log.Len(), table: l.table}
}

// AsOf returns the ledger as it was on a day, by what is known of that day now.
func (l *Ledger) AsOf(on calendar.Date) View {
	v := l.Now()
	v.on = on
	return v
}

// AsOf returns the view on a day, by what the view knows of that day. A view that
// is no ledger's has no days and stays what it is.
func (v View) AsOf(on calendar.Date) View {
	v.on = on
	return v
}

// ViewOf returns a view of rows that are in no ledger, such as those of a file. A
// review ranges over them twice where it has to, so rows must yield the same each
// time; it holds none of them. t is their table, nil is [Table].
func ViewOf(rows iter.Seq[Row], t *record.Table[Row]) View {
	if t == nil {
		t = Table()
	}
	return View{rows: rows, table: t}
}

// Table returns the table of the rows.
func (v View) Table() *record.Table[Row] {
	if v.table == nil {
		return Table()
	}
	return v.table
}

// Row returns a row by its id; false where it is not in the view, or retired.
func (v View) Row(id string) (Row, bool) {
	row, retired, ok := v.find(id)
	if !ok || retired {
		return Row{}, false
	}
	return row, true
}

// find returns the last state of a row that the view has or had, and whether it
// is retired; false where the view has never had it.
func (v View) find(id string) (row Row, retired, ok bool) {
	if v.ledger == nil {
		if v.rows != nil {
			for r := range v.rows {
				if r.ID() == id {
					return r, false, true
				}
			}
		}
		return Row{}, false, false
	}
	v.ledger.mu.RLock()
	defer v.ledger.mu.RUnlock()
	l, k := v.place(id)
	if k < 0 {
		return Row{}, false, false
	}
	l.read(k, &row)
	return row, l.versions[k].retired, true
}

// place is the line of a row and the version of it that the view has; no version
// (-1) where it has never had the row. The ledger is read-locked.
func (v View) place(id string) (*line, int) {
	i, known := v.ledger.index[id]
	if !known || int(i) >= v.count {
		return nil, -1
	}
	l := &v.ledger.rows[i]
	return l, l.at(v.revision, v.on)
}

// Last returns the last state of a row up to this view, retired or not; false
// where the ledger had never had it.
func (v View) Last(id string) (Row, bool) {
	row, _, ok := v.find(id)
	return row, ok
}

// Known reports whether the ledger has ever held the row up to this view, retired
// or not.
func (v View) Known(id string) bool {
	if v.ledger == nil {
		_, _, ok := v.find(id)
		return ok
	}
	v.ledger.mu.RLock()
	defer v.ledger.mu.RUnlock()
	_, k := v.place(id)
	return k >= 0
}

// Rows yields the rows in the order in which they were added.
func (v View) Rows() iter.Seq[Row] {
	if v.ledger == nil {
		if v.rows == nil {
			return func(func(Row) bool) {}
		}
		return v.rows
	}
	return v.walk(false)
}

// Retired yields the rows that are retired, as they were last, with the day and
// the cause, in the order in which they were added.
func (v View) Retired() iter.Seq[Row] {
	if v.ledger == nil {
		return func(func(Row) bool) {}
	}
	return v.walk(true)
}

func (v View) walk(retired bool) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		var row Row
		for i := range v.count {
			if k, ended := v.state(i); k < 0 || ended != retired {
				continue
			} else {
				v.read(i, k, &row)
			}
			if !yield(row) {
				return
			}
		}
	}
}

// state is the version of the i-th row that the view has, -1 for none, and
// whether it is retired.
func (v View) state(i int) (k int, retired bool) {
	v.ledger.mu.RLock()
	defer v.ledger.mu.RUnlock()
	l := &v.ledger.rows[i]
	if k = l.at(v.revision, v.on); k < 0 {
		return k, false
	}
	return k, l.versions[k].retired
}

func (v View) read(i, k int, row *Row) {
	v.ledger.mu.RLock()
	defer v.ledger.mu.RUnlock()
	v.ledger.rows[i].read(k, row)
}

// Len returns how many rows there are.
func (v View) Len() int {
	n := 0
	if v.ledger == nil {
		for range v.Rows() {
			n++
		}
		return n
	}
	for i := range v.count {
		if k, retired := v.state(i); k >= 0 && !retired {
			n++
		}
	}
	return n
}

// versions reads every version of a row that the view has, in order, into one
// row. each must not ask the ledger for anything.
func (v View) versions(i int, each func(*version, *Row)) {
	v.ledger.mu.RLock()
	defer v.ledger.mu.RUnlock()
	l := &v.ledger.rows[i]
	var row Row
	for k := range l.at(v.revision, v.on) + 1 {
		if l.versions[k].whole {
			row = Row{}
		}
		unpack(l.versions[k].data, &row)
		each(&l.versions[k], &row)
	}
}
