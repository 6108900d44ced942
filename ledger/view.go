package ledger

import (
	"iter"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

// View is a ledger at one revision, or on one day.
type View struct {
	ledger   *Ledger
	ids      []string
	revision int
	on       calendar.Date // no date: whatever its day
}

// At returns the ledger after a revision's changes, whatever their days.
func (l *Ledger) At(revision int) View { return View{ledger: l, ids: l.order, revision: revision} }

// Now returns the ledger after its last change.
func (l *Ledger) Now() View { return l.At(l.Revision()) }

// AsOf returns the ledger as it was on a day, by what is known of that day now.
func (l *Ledger) AsOf(on calendar.Date) View {
	return View{ledger: l, ids: l.order, revision: l.Revision(), on: on}
}

// Row returns a row by its id; false where it is not in the view, or retired.
func (v View) Row(id string) (Row, bool) {
	if v.ledger == nil {
		return Row{}, false
	}
	var found version
	for _, x := range v.ledger.versions[id] {
		if x.revision <= v.revision && (v.on.IsZero() || !x.on.After(v.on)) {
			found = x
		}
	}
	found.row.Resource = found.row.Resource.Clone()
	return found.row, found.revision > 0 && !found.retired
}

// Held reports whether the ledger has ever held the row up to this view, retired
// or not.
func (v View) Held(id string) bool {
	if v.ledger == nil {
		return false
	}
	for _, x := range v.ledger.versions[id] {
		if x.revision <= v.revision && (v.on.IsZero() || !x.on.After(v.on)) {
			return true
		}
	}
	return false
}

// Rows yields the rows in the order in which they were added.
func (v View) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, id := range v.ids {
			if row, ok := v.Row(id); ok && !yield(row) {
				return
			}
		}
	}
}

// Len returns how many rows there are.
func (v View) Len() int {
	n := 0
	for range v.Rows() {
		n++
	}
	return n
}

// Totals is what a unit reports of its ledger.
type Totals struct {
	Rows       int             `json:"rows"`
	Registered int             `json:"registered"`
	Authorised int             `json:"authorised"`
	Booking    map[Booking]int `json:"booking"`
	Amount     money.Amount    `json:"amount"` // booked; absent where nothing is
}

// Totals counts the rows by registration, authorisation and booking status and
// adds up what is booked.
func (v View) Totals() (Totals, error) {
	t := Totals{Booking: map[Booking]int{}}
	for row := range v.Rows() {
		t.Rows++
		t.Booking[row.Booking]++
		if row.Registered == IsRegistered {
			t.Registered++
		}
		if row.Mode != "" {
			t.Authorised++
		}
		var err error
		if t.Amount, err = t.Amount.Add(row.Amount); err != nil {
			return Totals{}, err
		}
	}
	return t, nil
}
