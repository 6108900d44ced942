package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Policy carries what the law leaves open. The zero Policy is the default.
// Choices that only decide an account are facts of the table of events and
// travel with the event: P16 (retainedAs), P17 (remitBasis). Whether own data are
// booked at all (P1) is decided where they are recognised (asset.Policy).
type Policy struct {
	OwnApproval rule.OwnApproval       // P18, of a surplus
	PriorYears  PriorYears             // P2
	ThisYear    ThisYear               // P3
	Formed      Formed                 // P4
	CatchUp     CatchUp                // P6
	Appraisal   Appraisal              // P28
	Materiality accounting.Materiality // P30
}

// PriorYears is P2: the credit of own data that earlier years formed.
type PriorYears uint8

// The choices. All end in the accumulated surplus.
const (
	ThroughAdjustment PriorYears = iota // default: 1902 → 3501 → 3001
	StraightToSurplus                   // 1902 → 3001
	NotForPriorYears                    // refused: stays in 1902
)

// ThisYear is P3: the credit of own data that this year formed. The system says
// “as newly acquired” and names no credit for it.
type ThisYear uint8

// The choices.
const (
	AgainstExpense ThisYear = iota // default: 5001 or 5101, as for surplus current assets
	AsOtherRevenue                 // 4609
	HoldPending                    // refused: stays in 1902
)

func (t ThisYear) code() string {
	if t == AsOtherRevenue {
		return "income"
	}
	return "expense"
}

// Formed is P4: in which year a growing series was formed.
type Formed uint8

// The choices.
const (
	ByFirstCollection Formed = iota // default: when it was first collected
	ByCompletion                    // when it was first complete
	BySweep                         // in the year of the sweep
)

// CatchUp is P6: how an asset that leaves nominal amount is amortised.
type CatchUp uint8

// The choices.
const (
	FromAdjustment CatchUp = iota // default: from the month of the adjustment, without catch-up
	CatchUpMonths                 // the months that passed are caught up
)

// Appraisal is P28: whether a surplus may be measured by an appraisal.
type Appraisal uint8

// The choices. In each the appraisal has to have been ordered (按照规定).
const (
	CostMethodOnly Appraisal = iota // default: by the cost method
	NoAppraisal                     // refused
	AnyMethod                       // by any method
)

// InYear reports whether an item was formed in the year of the sweep (P4). An
// item that does not say when it was collected is of an earlier year: most
// series are older than the pilot.
func (p Policy) InYear(i Item, sweep calendar.Date) bool {
	day := i.Collected
	switch p.Formed {
	case ByCompletion:
		day = i.Completed
	case BySweep:
		day = sweep
	}
	return !day.IsZero() && day.Year() == sweep.Year()
}

// byYear parts a surplus in what earlier years and what this year formed.
func (p Policy) byYear(s Surplus) (earlier, own Surplus) {
	earlier, own = s, s
	earlier.Items, own.Items, own.thisYear = nil, nil, p.ThisYear
	for _, item := range s.Items {
		if p.InYear(item, s.On) {
			own.Items = append(own.Items, item)
		} else {
			earlier.Items = append(earlier.Items, item)
		}
	}
	if len(s.Items) == 0 {
		own.Items = nil
	}
	return earlier, own
}

// credits is the events of an approval by the policy; nil is refused.
type credits struct {
	earlier, own []step
}

type step struct {
	kind   rule.ID
	suffix string
	items  Surplus
}

func (p Policy) credits() credits {
	var c credits
	switch p.PriorYears {
	case ThroughAdjustment:
		c.earlier = []step{{kind: SurplusApproved, suffix: "/approved"}, {kind: SurplusCarried, suffix: "/carried"}}
	case StraightToSurplus:
		c.earlier = []step{{kind: SurplusApprovedDirect, suffix: "/approved"}}
	}
	if p.ThisYear != HoldPending {
		c.own = []step{{kind: SurplusApprovedOwn, suffix: "/approved-this-year"}}
	}
	return c
}

// of is the steps for the items that there are. A surplus of nothing takes the
// first, which refuses it.
func (c credits) of(earlier, own Surplus) []step {
	var all []step
	if len(earlier.Items) > 0 || len(own.Items) == 0 {
		for _, s := range c.earlier {
			s.items = earlier
			all = append(all, s)
		}
	}
	if len(own.Items) > 0 {
		for _, s := range c.own {
			s.items = own
			all = append(all, s)
		}
	}
	return all
}
