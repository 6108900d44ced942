package enterprise

import (
	"fmt"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// Recoverable is how the recoverable amount of an asset is found (CAS 8 第6条 to
// 第13条): the higher of fair value less costs of disposal and the present value
// of its cash flows. Where fair value is not reliable it is absent.
type Recoverable struct {
	FairValue money.Amount
	Costs     money.Amount      // of disposal
	Flows     []money.Amount    // a year each, at its end, before tax and financing
	Rate      decimal.Decimal   // before tax
	Factors   []decimal.Decimal // given discount factors, instead of the exact powers of the rate
	Beyond    string            // why the budgets reach beyond five years
}

// Recovery is the recoverable amount and what it came from.
type Recovery struct {
	Net        money.Amount // fair value less costs of disposal; absent where there is none
	ValueInUse money.Amount // present value of the cash flows; absent where none is given
	Amount     money.Amount // the higher
}

// RecoverableError is a calculation that gives no recoverable amount.
type RecoverableError struct {
	Want  rule.Text
	Basis []rule.Clause
}

// Error says what was expected.
func (e *RecoverableError) Error() string { return "enterprise: recoverable amount: want " + e.Want.EN }

const budgetYears = 5

// Recovery returns the recoverable amount. Errors are [*RecoverableError], or of
// money.
func (r Recoverable) Recovery() (Recovery, error) {
	var out Recovery
	var err error
	fail := func(zh, en, article string) (Recovery, error) {
		return Recovery{}, &RecoverableError{text(zh, en), law(cas("8", article))}
	}
	switch {
	case !r.FairValue.Present() && len(r.Flows) == 0:
		return fail("公允价值或现金流量", "a fair value or cash flows", "第8条")
	case len(r.Flows) > budgetYears && r.Beyond == "":
		return fail("不超过五年的现金流量，或更长期间合理的说明", "cash flows of at most five years, or why more are justified", "第11条")
	case len(r.Factors) != 0 && len(r.Factors) != len(r.Flows):
		return fail("每年一个折现系数", "a discount factor for each year", "第13条")
	case r.Rate.Exponent() < -8 || r.Rate.Exponent() > 0 || r.Rate.Sign() < 0 || r.Rate.GreaterThan(decimal.NewFromInt(1)) || len(r.Flows) > 100:
		return fail("0 至 1 的税前折现率", "a rate before tax from 0 to 1", "第13条")
	}
	if r.FairValue.Present() {
		if out.Net, err = r.FairValue.Sub(r.Costs); err != nil {
			return Recovery{}, err
		}
		out.Amount = out.Net
	}
	if len(r.Flows) > 0 {
		if out.ValueInUse, err = r.present(); err != nil {
			return Recovery{}, err
		}
		if out.ValueInUse.Compare(out.Amount) > 0 {
			out.Amount = out.ValueInUse
		}
	}
	if out.Amount.Sign() < 0 {
		out.Amount = money.Zero()
	}
	return out, nil
}

func (r Recoverable) present() (money.Amount, error) {
	base, power, sum := decimal.NewFromInt(1).Add(r.Rate), decimal.NewFromInt(1), decimal.Decimal{}
	for i, flow := range r.Flows {
		power = power.DivRound(base, digits)
		factor := power
		if len(r.Factors) > 0 {
			if factor = r.Factors[i]; factor.Exponent() < -12 || factor.Exponent() > 0 || factor.Sign() < 0 || factor.GreaterThan(decimal.NewFromInt(1)) {
				return money.Amount{}, &RecoverableError{text(fmt.Sprintf("第 %d 年的折现系数在 0 至 1 之间", i+1), fmt.Sprintf("a discount factor of year %d from 0 to 1", i+1)), law(cas("8", "第13条"))}
			}
		}
		sum = sum.Add(flow.Decimal().Mul(factor))
	}
	return money.Round(sum)
}

// Loss returns by how much a carrying amount is above the recoverable amount:
// 0.00 where it is not (CAS 8 第7条, 第15条).
func (r Recovery) Loss(carrying money.Amount) money.Amount {
	if carrying.Compare(r.Amount) <= 0 {
		return money.Zero()
	}
	loss, _ := carrying.Sub(r.Amount) // both are within the range, and so is their difference
	return loss
}

// Member is an asset of a group, and what its own amount cannot fall below: the
// higher of its net fair value and its value in use, as far as they are known.
type Member struct {
	Asset    string
	Carrying money.Amount
	Floor    money.Amount // absent is 0.00
}

// AllocateLoss divides the loss of an asset group (CAS 8 第18条 to 第22条): first to
// goodwill, then by carrying amounts, no member below its floor, what that leaves
// over again among the others. It reports what no member can bear. Fen are
// rounded down by cumulative shares, so that they sum to what is divided.
func AllocateLoss(loss, goodwill money.Amount, members []Member) (ofGoodwill money.Amount, losses []money.Amount, left money.Amount) {
	n := max(loss.Fen(), 0)
	g := min(n, max(goodwill.Fen(), 0))
	n -= g
	taken := make([]int64, len(members))
	for n > 0 {
		whole := int64(0)
		for i, m := range members {
			if m.room(taken[i]) > 0 {
				whole += m.Carrying.Fen()
			}
		}
		if whole == 0 {
			break
		}
		part, given, bound := int64(0), int64(0), int64(0)
		for i, m := range members {
			room := m.room(taken[i])
			if room <= 0 {
				continue
			}
			part += m.Carrying.Fen()
			share := portion(n, uint64(part), uint64(whole)) - given
			given += share
			took := min(share, room)
			taken[i] += took
			bound += took
		}
		n -= bound
	}
	for _, t := range taken {
		losses = append(losses, fen(t))
	}
	return fen(g), losses, fen(n)
}

// room is what the member can still bear.
func (m Member) room(taken int64) int64 {
	return m.Carrying.Fen() - max(m.Floor.Fen(), 0) - taken
}

// fen is for sums that are bounded by amounts that there are.
func fen(n int64) money.Amount {
	a, _ := money.Fen(n)
	return a
}
