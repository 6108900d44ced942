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
	cost, per int64 // fen
	months    int32
	first     calendar.Month
}

// MaxMonths is the longest schedule.
const MaxMonths = 1_200

// Plan carries the choices of a schedule. The zero choices are the defaults;
// Cost, Start and Months are needed.
type Plan struct {
	Cost     money.Amount
	Start    calendar.Date // day of acquisition, or of availability for use
	Months   int           // 1 to MaxMonths
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
	switch {
	case !p.Cost.Present() || p.Cost.Sign() < 0:
		return Schedule{}, &PlanError{Field: "cost", Value: p.Cost.String(), Want: "an amount that is not negative"}
	case p.Start.IsZero():
		return Schedule{}, &PlanError{Field: "start", Want: "a date"}
	case p.Months < 1 || p.Months > MaxMonths:
		return Schedule{}, &PlanError{Field: "months", Value: fmt.Sprint(p.Months), Want: fmt.Sprintf("1 to %d", MaxMonths)}
	}
	first := calendar.MonthOf(p.Start)
	if p.First == NextMonth {
		first = first.Add(1)
	}
	if first.Add(p.Months-1).IsZero() || first.IsZero() {
		return Schedule{}, &PlanError{Field: "start", Value: p.Start.String(), Want: "a last month before 2200"}
	}
	n := int64(p.Months)
	per := p.Cost.Fen() / n
	if p.Rounding == HalfUp && p.Cost.Fen()%n*2 >= n {
		per++
	}
	return Schedule{p.Cost.Fen(), per, int32(p.Months), first}, nil
}

// Months returns how many instalments there are.
func (s Schedule) Months() int { return int(s.months) }

// Cost returns the amount that is divided; absent for the zero Schedule.
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

// All yields the months with their instalments.
func (s Schedule) All() iter.Seq2[calendar.Month, money.Amount] {
	return func(yield func(calendar.Month, money.Amount) bool) {
		month, before := s.first, int64(0)
		for i := range int(s.months) {
			now := s.accumulated(i)
			if !yield(month, fen(now-before)) {
				return
			}
			month, before = month.Add(1), now
		}
	}
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
