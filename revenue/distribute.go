package revenue

import (
	"iter"
	"math/big"
	"math/bits"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// Distribute divides an amount among the parties. The shares sum to it, to the
// fen: each is rounded down, and the fen that are left, fewer than there are
// parties, go as the agreement's [Remainder] says. Under [Spread] each party is
// within a fen of its exact share; under [To] every other party is less than a fen
// below it.
//
// No share falls as the amount rises, except where the terms themselves make it:
// at the bound of a [WholeTier]; and under Spread by the fen of the remainder,
// which goes elsewhere at another amount.
//
// It refuses an amount below 0.00 or with parts of a fen ([*money.ValueError]), and
// an agreement of several versions, or none ([*VersionError]): ask [Agreement.At]
// first.
func (a Agreement) Distribute(amount decimal.Decimal) (Distribution, error) {
	if len(a.plans) != 1 {
		return Distribution{}, &VersionError{ID: a.ID(), Versions: len(a.plans)}
	}
	total, err := money.Of(amount)
	if err != nil {
		return Distribution{}, err
	}
	if total.Sign() < 0 {
		return Distribution{}, &money.ValueError{Value: total.String(), Want: "an amount to distribute, not below 0.00", Err: money.ErrRange}
	}
	return a.plans[0].distribute(total.Fen()), nil
}

func (p *plan) distribute(amount int64) Distribution {
	d := Distribution{plan: p, amount: amount, fen: make([]int64, len(p.terms.Parties))}
	if p.whole == 0 {
		d.remainder = p.divideInOrder(amount, d.fen)
	} else {
		d.remainder = p.divide(uint64(amount), d.fen)
	}
	return d
}

// small is up to how many parties need no memory but that of the result.
const small = 16

// divide is the way of plain fractions: one multiplication and one division a
// party, in 128 bits. It returns how many fen the rounding left.
func (p *plan) divide(amount uint64, fen []int64) (left int64) {
	var few [small]uint64
	fractions := few[:0] // numerators over p.whole
	if len(fen) > small && p.to < 0 {
		fractions = make([]uint64, 0, len(fen))
	}
	sum := uint64(0)
	for i, part := range p.parts {
		hi, lo := bits.Mul64(amount, part)
		var q, r uint64
		if hi == 0 {
			q, r = lo/p.whole, lo%p.whole
		} else {
			q, r = bits.Div64(hi, lo, p.whole) // part ≤ whole, so the quotient fits
		}
		fen[i] = int64(q)
		sum += q
		if p.to < 0 {
			fractions = append(fractions, r)
		}
	}
	left = int64(amount - sum)
	switch {
	case p.to >= 0:
		fen[p.to] += left
	case left > 0:
		spread(fen, fractions, int(left))
	}
	return left
}

// spread gives a fen each to the n largest fractions, of equal ones to the first.
func spread(fen []int64, fractions []uint64, n int) {
	if len(fractions) <= small {
		for range n {
			most := 0
			for i, f := range fractions {
				if f > fractions[most] {
					most = i
				}
			}
			fen[most]++
			fractions[most] = 0 // fewer fen are left than fractions above 0
		}
		return
	}
	least := nthLargest(slices.Clone(fractions), n)
	equal := n // of those equal to the least that gets one
	for _, f := range fractions {
		if f > least {
			equal--
		}
	}
	for i, f := range fractions {
		if f > least {
			fen[i]++
		} else if f == least && equal > 0 {
			fen[i]++
			equal--
		}
	}
}

// nthLargest returns the nth largest value, from 1, and changes the order. It takes
// linear time: halves that do not shrink are sorted.
func nthLargest(v []uint64, n int) uint64 {
	for tries := 64; len(v) > small && tries > 0; tries-- {
		a, b, c := v[0], v[len(v)/2], v[len(v)-1]
		pivot := max(min(a, b), min(max(a, b), c))
		above, from := 0, len(v) // v[:above] > pivot, v[from:] < pivot
		for i := 0; i < from; {
			switch {
			case v[i] > pivot:
				v[i], v[above] = v[above], v[i]
				above++
				i++
			case v[i] < pivot:
				from--
				v[i], v[from] = v[from], v[i]
			default:
				i++
			}
		}
		switch {
		case n <= above:
			v = v[:above]
		case n <= from:
			return pivot
		default:
			v, n = v[from:], n-from
		}
	}
	slices.Sort(v)
	return v[len(v)-n]
}

// divideInOrder is the way of all other terms.
func (p *plan) divideInOrder(amount int64, fen []int64) (left int64) {
	shares := p.exact(amount)
	left = amount
	fractions := make([]*big.Rat, len(shares))
	for i, s := range shares {
		whole := new(big.Int).Quo(s.Num(), s.Denom())
		fen[i] = whole.Int64() // at most the amount
		left -= fen[i]
		fractions[i] = s.Sub(s, new(big.Rat).SetInt(whole))
	}
	if p.to >= 0 {
		fen[p.to] += left
		return left
	}
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return fractions[j].Cmp(fractions[i]) })
	for _, i := range order[:left] {
		fen[i]++
	}
	return left
}

// Distribution is an amount divided among the parties of an agreement, in fen.
type Distribution struct {
	plan      *plan
	amount    int64
	fen       []int64 // by party
	remainder int64
}

// Amount returns what was divided.
func (d Distribution) Amount() money.Amount {
	if d.plan == nil {
		return money.Amount{}
	}
	return yuan(d.amount)
}

// yuan is an amount of fen that is known to be within the range.
func yuan(fen int64) money.Amount {
	a, _ := money.Fen(fen)
	return a
}

// Len returns how many parties there are.
func (d Distribution) Len() int { return len(d.fen) }

// Share returns what the party at a place, from 0, gets.
func (d Distribution) Share(i int) money.Amount { return yuan(d.fen[i]) }

// Of returns what a party gets; absent for one that is not of the agreement.
func (d Distribution) Of(party string) money.Amount {
	for i := range d.fen {
		if d.plan.terms.Parties[i].ID == party {
			return yuan(d.fen[i])
		}
	}
	return money.Amount{}
}

// All yields the parties with what they get, in the order of the agreement.
func (d Distribution) All() iter.Seq2[Party, money.Amount] {
	return func(yield func(Party, money.Amount) bool) {
		for i, fen := range d.fen {
			p := d.plan.terms.Parties[i]
			p.Input = slices.Clone(p.Input)
			if !yield(p, yuan(fen)) {
				return
			}
		}
	}
}

// Remainder returns how many fen the rounding down left and the remainder took.
func (d Distribution) Remainder() int { return int(d.remainder) }

// Explain tells how each share came about, a line a share, then who took the
// remainder, then what each party gets.
func (d Distribution) Explain(l rule.Language) []string {
	if d.plan == nil {
		return nil
	}
	lines := []string{text("可分配金额 "+d.Amount().String()+" 元。", "To distribute: "+d.Amount().String()+" yuan.").In(l)}
	for _, e := range d.plan.serve(d.amount) {
		lines = append(lines, d.plan.sentence(e).In(l))
	}
	lines = append(lines, d.leftover().In(l))
	for p, a := range d.All() {
		lines = append(lines, text(p.title()+" 得 "+a.String()+" 元。", p.title()+" gets "+a.String()+" yuan.").In(l))
	}
	return lines
}

// leftover says who took the fen of the rounding.
func (d Distribution) leftover() rule.Text {
	if d.remainder == 0 {
		return text("各方份额均为整分，没有余分。", "All shares are whole fen; nothing is left over.")
	}
	n := itoa(d.remainder)
	if d.plan.to >= 0 {
		who := d.plan.terms.Parties[d.plan.to].title()
		return text("各方取整到分后余 "+n+" 分，按约定归 "+who+"。", "Rounding down to the fen leaves "+n+" fen, which by the agreement go to "+who+".")
	}
	var who []string
	for i, exact := range d.plan.exact(d.amount) {
		if exact.Cmp(new(big.Rat).SetInt64(d.fen[i])) < 0 {
			who = append(who, d.plan.terms.Parties[i].title())
		}
	}
	return text("各方取整到分后余 "+n+" 分，按小数部分从大到小各加 1 分："+strings.Join(who, "、")+"。",
		"Rounding down to the fen leaves "+n+" fen, one each to the largest fractions: "+strings.Join(who, ", ")+".")
}

func (p Party) title() string {
	if p.Name != "" {
		return p.Name
	}
	return p.ID
}
