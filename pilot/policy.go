package pilot

import "github.com/dataasset-go/dataasset/calendar"

// Policy carries what the plan leaves open in the review of a unit. The zero
// Policy is the default of each question. By whose working days a term is counted
// (P14) is chosen in [github.com/dataasset-go/dataasset/revenue.Policy], for every term of the review.
type Policy struct {
	FixedDates   FixedDates   // P8
	Completion   Completion   // P23
	LastQuarter  LastQuarter  // P24
	Subordinates Subordinates // P29
}

// FixedDates is P8: what a fixed date (“5月底前”) means on a rest day.
type FixedDates uint8

// The choices.
const (
	AsWritten    FixedDates = iota // default: the date itself, with the last working day before it shown
	RollsForward                   // the next working day (民法典 203)
	WorkdayAhead                   // the last working day before
)

// Completion is P23: when the pilot is completed, for the closing summary.
type Completion uint8

// The choices.
const (
	WhenDeclared Completion = iota // default: the plan's last day, or the day the unit declares it, if earlier
	AtPlanEnd                      // the plan's last day
)

// LastQuarter is P24: whether the report and the filing of the plan's last quarter,
// which fall due after its end, are owed.
type LastQuarter uint8

// The choices.
const (
	StillDue LastQuarter = iota // default: the quarter lies inside the pilot
	Lapses                      // no longer owed
)

// Subordinates is P29: who reports for the subordinate units and counties that a
// pilot unit names itself (五(二)).
type Subordinates uint8

// The choices.
const (
	RollUp    Subordinates = iota // default: the unit that named them, with its own figures
	OwnFiling                     // they themselves
)

// term is a duty's term as the choice on fixed dates has it.
func (p Policy) term(t calendar.Term) calendar.Term {
	switch {
	case !t.IsFixed() || t.Roll() != calendar.RollNone:
		return t
	case p.FixedDates == RollsForward:
		return t.WithRoll(calendar.RollForward)
	case p.FixedDates == WorkdayAhead:
		return t.WithRoll(calendar.RollBack)
	}
	return t
}
