package revenue

import (
	"iter"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// Instalments distributes sums that come one after another by their cumulative
// total, so that floors, caps, tiers and the remainder apply to all of them
// together: after each instalment every party has what the total gives it, as far
// as money allows. It is a value: [Instalments.Next] leaves it as it is.
type Instalments struct {
	agreement Agreement
	number    int
	total     int64
	paid      []int64 // by party
}

// Instalments begins a series with nothing paid. Errors are those of
// [Agreement.Distribute].
func (a Agreement) Instalments() (Instalments, error) {
	if _, err := a.Distribute(decimal.Zero); err != nil {
		return Instalments{}, err
	}
	return Instalments{agreement: a, paid: make([]int64, len(a.plans[0].terms.Parties))}, nil
}

// Next distributes one more sum and returns the series after it. A party whose
// cumulative share has fallen below what it has had, as at the bound of a whole
// tier, gets 0.00 now and keeps the surplus; those who are owed more bear it in
// proportion to what they are owed. Both are carried, and the next instalments
// settle them. Errors are those of [Agreement.Distribute], also for the total.
func (s Instalments) Next(amount decimal.Decimal) (Instalments, Payout, error) {
	now, err := s.agreement.Distribute(amount)
	if err != nil {
		return s, Payout{}, err
	}
	sum, err := yuan(s.total).Add(now.Amount())
	if err != nil {
		return s, Payout{}, err
	}
	total := s.agreement.plans[0].distribute(sum.Fen())
	i := Payout{
		Number: s.number + 1, Total: total, amount: now.amount,
		now: make([]int64, len(s.paid)), carried: make([]int64, len(s.paid)),
	}
	i.settle(s.paid)
	next := Instalments{s.agreement, i.Number, total.amount, slices.Clone(s.paid)}
	for k, fen := range i.now {
		next.paid[k] += fen
		i.carried[k] = next.paid[k] - total.fen[k]
	}
	return next, i, nil
}

// settle pays each party what it is short of, and those who are short together no
// more than there is.
func (i *Payout) settle(paid []int64) {
	owed, due := make([]uint64, len(paid)), uint64(0)
	for k, fen := range i.Total.fen {
		if short := fen - paid[k]; short > 0 {
			owed[k] = uint64(short)
			due += owed[k]
		}
	}
	if due == 0 {
		return // then nothing came in either: shares and payments both sum to the total
	}
	p := plan{terms: i.Total.plan.terms, to: -1, parts: owed, whole: due}
	p.divide(uint64(i.amount), i.now)
}

// Paid returns what a party has had in all instalments; absent for one that is not
// of the agreement.
func (s Instalments) Paid(party string) money.Amount {
	for k, fen := range s.paid {
		if s.agreement.plans[0].terms.Parties[k].ID == party {
			return yuan(fen)
		}
	}
	return money.Amount{}
}

// Payout is one instalment divided by the cumulative total.
type Payout struct {
	Number int          // from 1
	Total  Distribution // of all instalments together

	amount  int64
	now     []int64
	carried []int64
}

// Amount returns the sum of this instalment.
func (i Payout) Amount() money.Amount { return yuan(i.amount) }

// All yields the parties with what they get now.
func (i Payout) All() iter.Seq2[Party, money.Amount] { return i.each(i.now) }

// Carried yields the parties that have had more than their cumulative share, and by
// how much, and those that have had less, below 0.00. It yields nothing where
// payments and shares agree, and the amounts sum to 0.00.
func (i Payout) Carried() iter.Seq2[Party, money.Amount] {
	return func(yield func(Party, money.Amount) bool) {
		for p, a := range i.each(i.carried) {
			if a.Sign() != 0 && !yield(p, a) {
				return
			}
		}
	}
}

func (i Payout) each(fen []int64) iter.Seq2[Party, money.Amount] {
	return func(yield func(Party, money.Amount) bool) {
		k := 0
		for p := range i.Total.All() {
			if !yield(p, yuan(fen[k])) {
				return
			}
			k++
		}
	}
}

// Explain tells how the total was shared, what each party gets now, and what is
// carried.
func (i Payout) Explain(l rule.Language) []string {
	if i.Number == 0 {
		return nil
	}
	n := itoa(int64(i.Number))
	lines := []string{text("第 "+n+" 期 "+i.Amount().String()+" 元，按累计金额分配。", "Instalment "+n+", "+i.Amount().String()+" yuan, by the cumulative total.").In(l)}
	lines = append(lines, i.Total.Explain(l)...)
	for p, a := range i.All() {
		lines = append(lines, text("本期 "+p.title()+" 得 "+a.String()+" 元。", "Now "+p.title()+" gets "+a.String()+" yuan.").In(l))
	}
	for p, a := range i.Carried() {
		if a.Sign() > 0 {
			lines = append(lines, text(p.title()+" 累计多得 "+a.String()+" 元，留待以后各期抵减。", p.title()+" has had "+a.String()+" yuan more than its share, carried against later instalments.").In(l))
		} else {
			owed := strings.TrimPrefix(a.String(), "-")
			lines = append(lines, text(p.title()+" 累计少得 "+owed+" 元，由以后各期补足。", p.title()+" is owed "+owed+" yuan more, made up by later instalments.").In(l))
		}
	}
	return lines
}
