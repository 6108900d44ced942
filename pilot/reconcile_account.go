package pilot

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
)

// receipts adds the money that came in by the day, which of it the books do not have,
// and where row and vouchers say another amount.
func (s *sheet) receipts(u Unit, at calendar.Date) error {
	a, err := u.account(at)
	if err != nil {
		return err
	}
	levies, err := a.Levies()
	if err != nil {
		levies = make([]revenue.Levy, len(a.Rows)) // what cannot be taxed is a finding of the account
	}
	for i, r := range a.Rows {
		x := earning{id: r.ID, assets: r.Assets, on: r.ReceivedOn(), amount: r.Received, remittedOn: r.RemittedOn, remitted: r.Remitted}
		if a.Holder.Treasury.Direct || !r.TreasuryOn.IsZero() { // VAT never passes the unit
			x.amount = levies[i].Net
		}
		if err := s.receipt(u, at, x); err != nil {
			return err
		}
	}
	for _, m := range u.Matters {
		if m.Kind == revenue.MatterUse || m.Kind == revenue.MatterDisposal {
			if err := s.receipt(u, at, earning{id: m.ID, assets: m.Assets, on: m.CompletedOn, amount: m.Amount}); err != nil {
				return err
			}
		}
	}
	return nil
}

// earning is what a row of the account, or an enterprise's matter, brought in.
type earning struct {
	id             string
	assets         []string
	on, remittedOn calendar.Date
	amount         money.Amount
	remitted       money.Amount
}

func (s *sheet) receipt(u Unit, at calendar.Date, x earning) error {
	if x.on.IsZero() || x.on.After(at) {
		return nil
	}
	for _, id := range x.assets {
		line := s.of(id)
		line.Receipts = append(line.Receipts, x.id)
	}
	last := wholeMonth(at)
	over := func(d calendar.Date) bool { return !d.IsZero() && calendar.MonthOf(d).Compare(last) <= 0 }
	if len(x.assets) == 0 || !s.books || u.Booked == nil || !over(x.on) {
		return nil
	}
	line := s.of(x.assets[0])
	v, err := u.vouchersOf(x.id, at)
	if err != nil {
		return err
	}
	if !v.in.Present() {
		line.Unbooked = append(line.Unbooked, x.id)
		return nil
	}
	if x.amount.Present() && v.in != x.amount {
		line.Differs = append(line.Differs, Apart{x.id, "received", x.amount, v.in})
	}
	if booked := orZero(v.remitted); over(x.remittedOn) && booked != orZero(x.remitted) {
		line.Differs = append(line.Differs, Apart{x.id, "remitted", orZero(x.remitted), booked})
	}
	return nil
}

func orZero(a money.Amount) money.Amount {
	if !a.Present() {
		return money.Zero()
	}
	return a
}
