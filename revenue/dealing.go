package revenue

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

// Dealing is what an enterprise does that may have to be reported, with the days on
// which it could be called completed. [Policy.Matters] picks the day.
type Dealing struct {
	ID           string
	Kind         MatterKind
	Agreement    string
	Assets       []string
	Counterparty string
	Amount       money.Amount

	SettledOn   calendar.Date // use: the settlement; disposal: the price paid
	DeliveredOn calendar.Date
	CertifiedOn calendar.Date // the exchange's certificate of the trade
	ContractOn  calendar.Date // in force
	PledgedOn   calendar.Date // registration of the pledge
	DrawnOn     calendar.Date // the loan

	Registration string
}

// completedOn is the day of P12; none where the dealing is not completed yet.
func (p Completed) completedOn(d Dealing) calendar.Date {
	switch d.Kind {
	case MatterUse:
		return d.SettledOn
	case MatterDisposal:
		if p.Disposal == OnContract {
			return d.ContractOn
		}
		delivered := d.DeliveredOn
		if d.SettledOn.IsZero() || delivered.IsZero() {
			delivered = calendar.Date{}
		} else if d.SettledOn.After(delivered) {
			delivered = d.SettledOn
		}
		if delivered.IsZero() || !d.CertifiedOn.IsZero() && d.CertifiedOn.Before(delivered) {
			return d.CertifiedOn
		}
		return delivered
	case MatterPledge:
		if p.Pledge == OnDrawdown {
			return d.DrawnOn
		}
		return d.PledgedOn
	case MatterCredit:
		return d.ContractOn
	}
	return calendar.Date{}
}

// Matters returns what has been completed, in the order of the days: each dealing on
// the day of P12, settlements of use put together by P13. A matter that stands for
// several is named by the first of them, has all their assets and their sum, and is
// completed with the last. Dealings not completed yet give none. An unknown kind,
// and an amount that is missing or below 0.00, is a [*FilingError].
func (p Policy) Matters(dealings []Dealing) ([]Matter, error) {
	type group struct {
		agreement, counterparty string
		from                    calendar.Date
	}
	place := map[group]int{}
	var all []Matter
	sorted := slices.Clone(dealings)
	slices.SortStableFunc(sorted, func(a, b Dealing) int {
		return p.Completed.completedOn(a).Compare(p.Completed.completedOn(b))
	})
	seen := map[string]bool{}
	for _, d := range sorted {
		if !slices.Contains([]MatterKind{MatterUse, MatterDisposal, MatterPledge, MatterCredit}, d.Kind) {
			return nil, &FilingError{d.ID, text("事项种类", "the kind of matter")}
		}
		on := p.Completed.completedOn(d)
		if on.IsZero() {
			continue
		}
		if err := sound(seen, d.ID, on, d.Amount); err != nil {
			return nil, err
		}
		m := Matter{ID: d.ID, Kind: d.Kind, Assets: slices.Clone(d.Assets), Counterparty: d.Counterparty, CompletedOn: on, Amount: d.Amount}
		if d.Kind == MatterPledge {
			m.Registration = d.Registration
		}
		g := group{d.Agreement, d.Counterparty, p.SmallUse.periodOf(on)}
		i, known := place[g]
		if d.Kind != MatterUse || p.SmallUse == EachUse || !known {
			if d.Kind == MatterUse {
				place[g] = len(all)
			}
			all = append(all, m)
			continue
		}
		if err := all[i].take(m); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(all, func(a, b Matter) int { return a.CompletedOn.Compare(b.CompletedOn) })
	return all, nil
}

// take adds a later settlement.
func (m *Matter) take(o Matter) (err error) {
	m.CompletedOn = o.CompletedOn
	for _, a := range o.Assets {
		if !slices.Contains(m.Assets, a) {
			m.Assets = append(m.Assets, a)
		}
	}
	m.Amount, err = m.Amount.Add(o.Amount)
	return err
}

func (s SmallUse) periodOf(on calendar.Date) calendar.Date {
	if s == ByQuarter {
		return calendar.QuarterOf(on).First()
	}
	return calendar.MonthOf(on).First()
}
