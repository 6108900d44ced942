package accounting

import (
	"maps"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

// Balance is what an account stands at.
type Balance struct {
	Account Account
	Debits  money.Amount
	Credits money.Amount
	Net     money.Amount // on the account's normal side; negative on the other
}

// TrialBalance returns the accounts that have moved up to a day, in the order
// of the chart; no date is all days. An account that has moved and is not in the
// chart is a [*ChartError].
func (j *Journal) TrialBalance(c *Chart, upTo calendar.Date) ([]Balance, error) {
	sums := map[string]*[2]int64{} // debits and credits, in fen
	for c := range j.log.Values() {
		if c.posting == nil {
			continue
		}
		for i := range c.posting.Vouchers {
			v := &c.posting.Vouchers[i].entry
			if !upTo.IsZero() && v.Date.After(upTo) {
				continue
			}
			for k := range v.Lines {
				if err := addLine(sums, &v.Lines[k]); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, code := range slices.Sorted(maps.Keys(sums)) {
		if _, ok := c.accounts[code]; !ok {
			return nil, &ChartError{code, "an account of the chart"}
		}
	}
	var all []Balance
	for _, a := range c.Accounts() {
		sum, moved := sums[a.Code]
		if !moved {
			continue
		}
		b := Balance{Account: a, Debits: fen(sum[0]), Credits: fen(sum[1]), Net: fen(sum[0] - sum[1])}
		if a.Normal == Credit {
			b.Net = b.Net.Neg()
		}
		all = append(all, b)
	}
	return all, nil
}

// addLine adds a line to the debits or credits of its account. Whole sums stay
// amounts, so that none overflows.
func addLine(sums map[string]*[2]int64, l *Line) error {
	b := sums[l.Account]
	if b == nil {
		b = new([2]int64)
		sums[l.Account] = b
	}
	side := 0
	if l.Side == Credit {
		side = 1
	}
	sum, err := money.Fen(b[side] + l.Amount.Fen())
	b[side] = sum.Fen()
	return err
}
