package ledger

import (
	"iter"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Turn is what became of a row between two views.
type Turn string

// The turns.
const (
	Entered  Turn = "entered"
	Altered  Turn = "altered"
	Departed Turn = "departed" // retired
	Returned Turn = "returned" // only where the later view is the earlier one
)

// Difference is one row that differs between two views.
type Difference struct {
	ID     string
	Turn   Turn
	Fields []FieldChange // of an altered row, in the order of the table; of others, none
}

// FieldChange is one field of a row before and after, in its text form and as a
// person reads it.
type FieldChange struct {
	Key           string
	Title         rule.Text
	Before, After string // "" where it is absent
	Shown         struct{ Before, After rule.Text }
}

// Diff yields the rows that differ between two days, in the order in which they
// were added, by what is known of those days now.
func (l *Ledger) Diff(from, to calendar.Date) iter.Seq[Difference] {
	now := l.Now()
	return now.AsOf(from).Diff(now.AsOf(to))
}

// Diff yields the rows of two views of one ledger that differ. Of views of
// different ledgers, or of none, it yields nothing.
func (v View) Diff(to View) iter.Seq[Difference] {
	return func(yield func(Difference) bool) {
		if v.ledger == nil || v.ledger != to.ledger {
			return
		}
		var a, b Row
		for i := range max(v.count, to.count) {
			was, wasRetired := v.stateOf(i)
			is, isRetired := to.stateOf(i)
			before, after := was >= 0 && !wasRetired, is >= 0 && !isRetired
			if was == is || !before && !after {
				continue
			}
			d := Difference{Turn: Altered}
			switch {
			case !before:
				if d.Turn = Entered; wasRetired {
					d.Turn = Returned
				}
				to.read(i, is, &b)
				d.ID = b.ID()
			case !after:
				d.Turn = Departed
				v.read(i, was, &a)
				d.ID = a.ID()
			default:
				v.read(i, was, &a)
				to.read(i, is, &b)
				d.ID = a.ID()
				if d.Fields = differ(v.Table(), &a, &b); len(d.Fields) == 0 {
					continue
				}
			}
			if !yield(d) {
				return
			}
		}
	}
}

// stateOf is state for a row that the view may not have.
func (v View) stateOf(i int) (k int, retired bool) {
	if i >= v.count {
		return -1, false
	}
	return v.state(i)
}

// differ lists the fields in which two rows differ.
func differ(t *record.Table[Row], a, b *Row) []FieldChange {
	if equal(a, b) {
		return nil
	}
	var changes []FieldChange
	for _, f := range t.Definition().Fields {
		x, y := t.Text(a, f.Key), t.Text(b, f.Key)
		if x == y {
			continue
		}
		c := FieldChange{Key: f.Key, Title: f.Title, Before: x, After: y}
		c.Shown.Before = text(t.Show(a, f.Key, rule.Chinese), t.Show(a, f.Key, rule.English))
		c.Shown.After = text(t.Show(b, f.Key, rule.Chinese), t.Show(b, f.Key, rule.English))
		changes = append(changes, c)
	}
	return changes
}
