package accounting

import (
	"fmt"
	"iter"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
)

// Schedule is the amortisation of a cost over months by the straight-line
// method: an immutable value. The zero Schedule has no months.
//
// The instalment is cost ÷ n, rounded to the fen; accumulated after instalment
// i is (i+1) instalments, never more than the cost, and the cost itself from the
// last month on. So the instalments sum to the cost, and none is negative.
type Schedule struct {
	cost, per int64 // fen; cost is what is left to amortise when the schedule begins
	opening   int64 // fen amortised before it began
	months    int32
	first     calendar.Month
	rounding  Rounding
}

// MaxMonths is the longest schedule.
const MaxMonths = 1_200

// Plan carries the choices of a schedule. The zero choices are the defaults;
// Cost, Start and Months are needed.
type Plan struct {
	Cost     money.Amount
	Start    calendar.Date // day of acquisition, or of availability for use
	Months   int           // of the whole life, 1 to MaxMonths
	Residual money.Amount  // what is not amortised, where the law has it (CAS 6 第18条); none in the government system
	Opening  money.Amount  // amortised before these books began; taken as it is
	Used     int           // months of the life used before; the schedule has the others
	First    FirstMonth
	Rounding Rounding
}

// FirstMonth is the month of the first instalment (P7). For intangible assets
// no text of the government system says it; the month of acquisition is custom,
// and a judgement.
type FirstMonth uint8

// The choices.
const (
	SameMonth FirstMonth = iota // default: the month of acquisition; none in the month of disposal
	NextMonth                   // the month after
)

// Rounding is how the instalment is made whole fen.
type Rounding uint8

// The choices.
const (
	HalfUp   Rounding = iota // default: 四舍五入
	Truncate                 // what is left goes to the last month
)

// PlanError is a plan that gives no schedule.
type PlanError struct {
	Field string
	Value string
	Want  string
	Err   error
}

// Error names the field and what was expected.
func (e *PlanError) Error() string {
	return fmt.Sprintf("accounting: schedule with %s %s: want %s", e.Field, e.Value, e.Want)
}

// Unwrap returns the cause.
func (e *PlanError) Unwrap() error { return e.Err }

// StraightLine returns the schedule of a cost, in whole fen, over a number of
// months from the month that start lies in. Errors are [*PlanError].
func StraightLine(cost decimal.Decimal, start calendar.Date, months int) (Schedule, error) {
	amount, err := money.Of(cost)
	if err != nil {
		return Schedule{}, &PlanError{"cost", "as given", "whole fen", err}
	}
	return Plan{Cost: amount, Start: start, Months: months}.Schedule()
}

// Schedule returns the schedule of the plan. Errors are [*PlanError].
func (p Plan) Schedule() (Schedule, error) {
	left := p.Cost.Fen() - p.Residual.Fen() - p.Opening.Fen()
	switch {
	case !p.Cost.Present() || p.Cost.Sign() < 0:
		return Schedule{}, &PlanError{Field: "cost", Value: p.Cost.String(), Want: "an amount that is not negative"}
	case p.Residual.Sign() < 0 || p.Opening.Sign() < 0 || left < 0:
		return Schedule{}, &PlanError{Field: "residual and opening", Value: p.Residual.String() + " and " + p.Opening.String(), Want: "amounts that are not negative, within the cost"}
	case p.Start.IsZero():
		return Schedule{}, &PlanError{Field: "start", Want: "a date"}
	case p.Months < 1 || p.Months > MaxMonths:
		return Schedule{}, &PlanError{Field: "months", Value: fmt.Sprint(p.Months), Want: fmt.Sprintf("1 to %d", MaxMonths)}
	case p.Used < 0 || p.Used >= p.Months:
		return Schedule{}, &PlanError{Field: "used", Value: fmt.Sprint(p.Used), Want: "months of the life, not all of them"}
	}
	first := calendar.MonthOf(p.Start)
	if p.First == NextMonth {
		first = first.Add(1)
	}
	s, ok := segment(left, p.Opening.Fen(), first.Add(p.Used), p.Months-p.Used, p.Rounding)
	if !ok || first.IsZero() {
		return Schedule{}, &PlanError{Field: "start", Value: p.Start.String(), Want: "a last month before 2200"}
	}
	return s, nil
}

// segment divides what is left over months; it reports false where they run
// beyond the calendar.
func segment(left, opening int64, first calendar.Month, months int, r Rounding) (Schedule, bool) {
	if first.IsZero() || first.Add(months-1).IsZero() {
		return Schedule{}, false
	}
	n := int64(months)
	per := left / n
	if r == HalfUp && left%n*2 >= n {
		per++
	}
	return Schedule{left, per, opening, int32(months), first, r}, true
}

// Revision is what changes a schedule from a month on: a later cost, another
// life, an impairment, a suspension (第19条; 财会〔2006〕3号 第20条).
type Revision struct {
	From       calendar.Month // the first month of the new segment
	Added      money.Amount   // cost added; below 0.00 where cost was taken off
	Impairment money.Amount   // taken off what is left; above 0.00
	Months     int            // the remaining life from that month; 0 leaves the last month as it is
}

// Revise ends the schedule before a month and starts another with what is left:
// prospectively, nothing amortised before is touched. ended has the months until
// then, none if there are none. Months between two segments, where amortisation
// was suspended, belong to neither: end the first with its last month, and revise
// from the month of resumption. Errors are [*PlanError].
func (s Schedule) Revise(r Revision) (ended, next Schedule, err error) {
	i := s.Index(r.From)
	if r.From.IsZero() || s.months == 0 || i < 0 {
		return s, s, &PlanError{Field: "from", Value: r.From.String(), Want: "a month not before the first of the schedule, " + s.first.String()}
	}
	done := s.accumulated(i - 1)
	left := s.cost - done + r.Added.Fen() - r.Impairment.Fen()
	months := r.Months
	if months == 0 {
		months = int(s.months) - i
	}
	switch {
	case r.Impairment.Sign() < 0 || left < 0:
		return s, s, &PlanError{Field: "impairment", Value: r.Impairment.String(), Want: "an amount that leaves nothing below 0.00"}
	case months < 1 || months > MaxMonths:
		return s, s, &PlanError{Field: "months", Value: fmt.Sprint(months), Want: fmt.Sprintf("a remaining life of 1 to %d", MaxMonths)}
	}
	next, ok := segment(left, s.opening+done, r.From, months, s.rounding)
	if !ok {
		return s, s, &PlanError{Field: "from", Value: r.From.String(), Want: "a last month before 2200"}
	}
	if i > 0 {
		ended = s
		ended.cost, ended.months = done, int32(min(i, int(s.months)))
	}
	return ended, next, nil
}

// Opening returns what was amortised before the schedule began.
func (s Schedule) Opening() money.Amount { return fen(s.opening) }

// Months returns how many instalments there are.
func (s Schedule) Months() int { return int(s.months) }

// Cost returns the amount that is divided, what is left when the schedule begins;
// absent for the zero Schedule.
func (s Schedule) Cost() money.Amount {
	if s.months == 0 {
		return money.Amount{}
	}
	return fen(s.cost)
}

// Period returns the month of instalment i, from 0; no month outside.
func (s Schedule) Period(i int) calendar.Month {
	if i < 0 || i >= int(s.months) {
		return calendar.Month{}
	}
	return s.first.Add(i)
}

// Index returns the instalment that falls into a month: -1 before the first,
// Months() after the last.
func (s Schedule) Index(m calendar.Month) int {
	return max(-1, min(m.Sub(s.first), int(s.months)))
}

// Amount returns instalment i, from 0; 0.00 outside.
func (s Schedule) Amount(i int) money.Amount { return fen(s.accumulated(i) - s.accumulated(i-1)) }

// Accumulated returns the sum of the instalments 0 to i: 0.00 before the first,
// the cost from the last on.
func (s Schedule) Accumulated(i int) money.Amount { return fen(s.accumulated(i)) }

// All yields the months with their instalments, without allocation.
func (s Schedule) All() iter.Seq2[calendar.Month, money.Amount] {
	return func(yield func(calendar.Month, money.Amount) bool) {
		month, full := s.first, fen(s.per)
		whole := s.whole()
		for range whole {
			if !yield(month, full) {
				return
			}
			month = month.Add(1)
		}
		for i := whole; i < int(s.months); i++ {
			if !yield(month, s.Amount(i)) {
				return
			}
			month = month.Add(1)
		}
	}
}

// whole is how many instalments, from the first on, are per: all but the last
// unless rounding up uses the cost up before.
func (s Schedule) whole() int {
	if s.per == 0 {
		return 0
	}
	return int(max(0, min(int64(s.months)-1, s.cost/s.per)))
}

func (s Schedule) accumulated(i int) int64 {
	switch {
	case i < 0:
		return 0
	case i >= int(s.months)-1:
		return s.cost
	}
	return min(s.cost, int64(i+1)*s.per)
}

// fen is an amount that is within the bounds of one by construction.
func fen(n int64) money.Amount {
	a, err := money.Fen(n)
	if err != nil {
		return money.Amount{} // not reached: no instalment is above the cost
	}
	return a
}
