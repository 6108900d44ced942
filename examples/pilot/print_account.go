package main

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
)

// account prints the revenue account; a unit without one has none.
func (p *printer) account(r pilot.Result) {
	if len(r.Account.Rows) == 0 {
		return
	}
	p.heading("收入四栏账", "revenue account")
	p.table(p.accountRows(r))
}

// accountRows is the four columns row by row, each amount with its day, and their sum.
func (p *printer) accountRows(r pilot.Result) [][]string {
	rows := [][]string{{
		p.say("编号", "id"), p.say("协议事项", "item"), p.say("应收", "due"), p.say("开票", "billed"), p.say("已收", "received"), p.say("应缴 2103", "payable (2103)"), p.say("已缴", "remitted"),
	}}
	dated := func(on calendar.Date, a money.Amount) string {
		if on.IsZero() {
			return ""
		}
		return on.String() + " " + left(a.String(), 12)
	}
	for _, x := range r.Account.Rows {
		rows = append(rows, []string{
			x.ID, x.Agreement + " " + x.Item, dated(x.DueOn, x.Due), dated(x.BilledOn, x.Billed), dated(x.ReceivedOn(), x.Received), left(x.Payable.String(), 12), dated(x.RemittedOn, x.Remitted),
		})
	}
	t := r.Totals.Revenue
	sum := func(a money.Amount) string { return "           " + left(a.String(), 12) }
	return append(rows, []string{p.say("合计", "total"), "", sum(t.Due), sum(t.Billed), sum(r.Totals.Received), left(t.Payable.String(), 12), sum(t.Remitted)})
}
