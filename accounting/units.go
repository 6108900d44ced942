package accounting

import (
	"fmt"
	"math/bits"

	"github.com/dataasset-go/dataasset/money"
)

// MaxUnits is the most units that a life may have.
const MaxUnits = 1_000_000_000_000

// Units is the amortisation of a cost by what is used of an asset (工作量法): an
// immutable value. Accumulated after u of n units is cost × u ÷ n, rounded to the
// fen, and the cost from the last unit on; what a month takes is the difference,
// so that the months sum to the cost.
type Units struct {
	cost, total int64
	rounding    Rounding
}

// UnitsOfProduction returns the amortisation of a cost over a total of units.
// Errors are [*PlanError].
func UnitsOfProduction(cost money.Amount, total int64, r Rounding) (Units, error) {
	switch {
	case !cost.Present() || cost.Sign() < 0:
		return Units{}, &PlanError{Field: "cost", Value: cost.String(), Want: "an amount that is not negative"}
	case total < 1 || total > MaxUnits:
		return Units{}, &PlanError{Field: "units", Value: fmt.Sprint(total), Want: fmt.Sprintf("1 to %d", int64(MaxUnits))}
	case r > Truncate:
		return Units{}, &PlanError{Field: "rounding", Value: fmt.Sprint(r), Want: "half up or truncate"}
	}
	return Units{cost.Fen(), total, r}, nil
}

// Accumulated returns what has been amortised once so many units are used.
func (u Units) Accumulated(used int64) money.Amount { return fen(u.accumulated(used)) }

// Amount returns what the next units take, after those used before: in constant
// time, without allocation.
func (u Units) Amount(before, next int64) money.Amount {
	if next <= 0 {
		return money.Zero()
	}
	before = max(0, before)
	return fen(u.accumulated(before+min(next, MaxUnits)) - u.accumulated(before))
}

func (u Units) accumulated(used int64) int64 {
	switch {
	case used <= 0:
		return 0
	case used >= u.total:
		return u.cost
	}
	hi, lo := bits.Mul64(uint64(u.cost), uint64(used))
	quo, rem := bits.Div64(hi, lo, uint64(u.total)) // quo is at most the cost
	if u.rounding == HalfUp && rem*2 >= uint64(u.total) {
		quo++
	}
	return int64(quo)
}
