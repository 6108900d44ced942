package pilot

import (
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// yearEnds goes through the checklist of each year that has ended by the day and
// that the unit's books touch: accounts that have no balance then, the inventory
// taken.
func (r *review) yearEnds() error {
	h := r.unit.Inventory.Holder
	if h.System() != asset.GovernmentAccounting || len(r.result.Postings) == 0 {
		return nil
	}
	first := r.at
	for _, p := range r.result.Postings {
		if p.On.Before(first) {
			first = p.On
		}
	}
	for year := first.Year(); !r.at.Before(calendar.MustDate(year, 12, 31)); year++ {
		found, err := Result{At: r.at, Holder: h, unit: r.unit}.yearEnd(year, false)
		if err != nil {
			return err
		}
		for i := range found.Findings {
			found.Findings[i].Path = rule.Pointer("yearEnd", number(year)) + found.Findings[i].Path
		}
		r.result.Report.Merge(found)
	}
	return nil
}

// booked adds up what the assets stand at in the books on the day.
func (r *review) booked() (BookTotals, error) {
	var t BookTotals
	for _, line := range r.lines {
		for _, x := range []struct {
			to  *money.Amount
			add money.Amount
		}{{&t.Cost, line.Cost}, {&t.Amortised, line.Written}, {&t.Impaired, line.Impaired}} {
			var err error
			if *x.to, err = x.to.Add(x.add); err != nil {
				return BookTotals{}, err
			}
		}
	}
	if !t.Cost.Present() {
		return BookTotals{}, nil
	}
	net, err := t.Cost.Sub(t.Amortised)
	if err == nil {
		t.Carrying, err = net.Sub(t.Impaired)
	}
	return t, err
}
