package pilot

import (
	"errors"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// account is the unit's revenue account as it stands on a day: who keeps it, from the
// inventory; rows opened by the day, with the columns that the day has; whether data
// were delivered, from the supplies; and what stands on 2103, from the books.
func (u Unit) account(at calendar.Date) (revenue.Account, error) {
	a := u.Account
	h := u.Inventory.Holder
	a.Holder.Name, a.Holder.Role, a.Holder.Entity, a.Holder.Authority = h.Name, h.Role, h.Entity, h.Authority
	a.Holder.Administrative = h.FinancialRule == rule.Administrative
	a.Rows = make([]revenue.Row, 0, len(u.Account.Rows))
	delivered := u.delivered(at)
	for _, r := range u.Account.Rows {
		r, open := rowOn(r, at)
		if !open {
			continue
		}
		if _, said := r.Used.Get(); !said && delivered.any(r) {
			r.Used = record.Some(true)
		}
		if !r.Payable.Present() && u.Journal != nil && u.Booked != nil {
			vouchers, err := u.vouchersOf(r.ID, at)
			if err != nil {
				return revenue.Account{}, err
			}
			r.Payable = vouchers.payable
		}
		a.Rows = append(a.Rows, r)
	}
	return a, nil
}

// rowOn is a row as it stood on a day; false where there was none yet.
func rowOn(r revenue.Row, at calendar.Date) (revenue.Row, bool) {
	opened := orDay(r.SignedOn, r.DueOn)
	if came := r.ReceivedOn(); !came.IsZero() && (opened.IsZero() || came.Before(opened)) {
		opened = came
	}
	if opened.After(at) {
		return r, false
	}
	for _, day := range []*calendar.Date{&r.BilledOn, &r.BankOn, &r.TreasuryOn, &r.ControlOn, &r.RemittedOn, &r.TaxPaidOn} {
		if day.After(at) {
			*day = calendar.Date{}
		}
	}
	none := money.Amount{}
	if r.BilledOn.IsZero() {
		r.Bill, r.Billed = "", none
	}
	if r.ReceivedOn().IsZero() {
		r.Received, r.Payable = none, none
	}
	if r.RemittedOn.IsZero() {
		r.Remitted, r.Deducted = none, none
		if r.TreasuryOn.IsZero() {
			r.Treasury = ""
		}
	}
	return r, true
}

// deliveries is the data supplied by a day, by whom they went to.
type deliveries map[string]map[string]bool

func (u Unit) delivered(at calendar.Date) deliveries {
	all := deliveries{}
	for _, s := range u.Supplies {
		if s.On.After(at) {
			continue
		}
		if all[s.To] == nil {
			all[s.To] = map[string]bool{}
		}
		for _, id := range s.Assets {
			all[s.To][id] = true
		}
	}
	return all
}

// any reports whether data that a row is paid for went to who pays.
func (d deliveries) any(r revenue.Row) bool {
	for _, id := range r.Assets {
		if d[r.Counterparty][id] {
			return true
		}
	}
	return false
}

// openAccount says how the unit's revenue is taxed and handed over: once.
func (b *builder) openAccount(e AccountOpened) {
	if b.unit.Account.Holder.Taxation.Taxpayer != "" {
		b.refuse(refusedEvent, gx("4.6.2"), "/event", text("收入账口径已填报，不得变更。", "how revenue is taxed and remitted has been said and does not change."))
		return
	}
	holder := &b.unit.Account.Holder
	holder.Taxation.Taxpayer = e.Taxpayer
	if e.Declares == "month" {
		holder.Taxation.Period = revenue.MonthlyTax
	}
	if e.Exempt.Or(false) {
		holder.Taxation.Thresholds = revenue.Thresholds()
	}
	holder.Treasury = revenue.Treasury{NetOfTaxes: e.NetOfTaxes.Or(false), Direct: e.Direct.Or(false), Accrue: e.Accrue.Or(false)}
	b.unit.Account.Related = append([]string(nil), e.Related...)
}

// row returns the place of a row of the account; -1 where there is none.
func (b *builder) row(id string) int {
	if i, known := b.rows[id]; known {
		return i
	}
	return -1
}

// openRow opens a row with what it is about.
func (b *builder) openRow(r revenue.Row, stated ...string) {
	if !b.remits(r) {
		return
	}
	r.Assets = append([]string(nil), r.Assets...)
	b.rows[r.ID] = len(b.unit.Account.Rows)
	b.unit.Account.Rows = append(b.unit.Account.Rows, r)
	b.state(r.ID, append(stated, aboutRow...)...)
}

// remits refuses retention to an administrative unit (P15): it is refused, not
// warned of.
func (b *builder) remits(r revenue.Row) bool {
	a, err := b.unit.account(calendar.Date{})
	if err != nil {
		b.refuseErr("", err)
		return false
	}
	a.Rows = []revenue.Row{{ID: r.ID, Assets: r.Assets, Retention: r.Retention}}
	_, err = a.Events()
	if err != nil {
		b.refuseErr("/retention", err)
	}
	return err == nil
}

// fill fills in columns of a row that is open and does not have them yet.
func (b *builder) fill(id, has, path string, open func(revenue.Row) bool, set func(*revenue.Row), stated ...string) {
	i := b.row(id)
	switch {
	case i < 0:
		b.refuse(refusedEvent, gx("4.6.2"), "/id", text("收入账没有编号为 "+id+" 的行。", "the revenue account has no row "+id+"."))
	case !open(b.unit.Account.Rows[i]):
		b.refuse(refusedEvent, gx("4.6.2"), path, text(id+" "+has+"已填报，另有的另立一行。", id+" has this column already: what comes beside it is a row of its own."))
	default:
		set(&b.unit.Account.Rows[i])
		b.state(id, stated...)
	}
}

func (b *builder) bill(e Billed) {
	b.fill(e.Row.ID, "开票", "/id", func(r revenue.Row) bool { return r.BilledOn.IsZero() }, func(r *revenue.Row) {
		r.Bill, r.BilledOn, r.Billed = e.Row.Bill, e.Row.BilledOn, e.Row.Billed
	}, "bill", "billedOn", "billed")
}

// receive fills in what came in. A receipt that no contract made due opens a row.
func (b *builder) receive(e Received) {
	columns := []string{"bankOn", "treasuryOn", "controlOn", "received"}
	r := e.Row
	if b.row(r.ID) < 0 {
		if err := revenue.Rows().Validate(&r, record.Options{}).Err(); err != nil {
			b.refuseErr("", err)
			return
		}
		b.openRow(r, columns...)
		return
	}
	if len(r.Assets) > 0 || r.Agreement != "" || r.Item != "" || r.Purpose != "" || r.Payment != "" || r.Counterparty != "" {
		b.refuse(refusedEvent, gx("4.6.2"), "/id", text("编号 "+r.ID+" 已用过；合同应收的收款只填编号、日期和金额。", "the id "+r.ID+" has been used: what came in for a row says its id, the day and the amount."))
		return
	}
	b.fill(r.ID, "收款", "/id", func(r revenue.Row) bool { return r.ReceivedOn().IsZero() }, func(row *revenue.Row) {
		row.BankOn, row.TreasuryOn, row.ControlOn, row.Received, row.Treasury = r.BankOn, r.TreasuryOn, r.ControlOn, r.Received, r.Treasury
		if r.Certificate != "" {
			row.Certificate = r.Certificate
		}
		if _, said := r.Used.Get(); said {
			row.Used = r.Used
		}
	}, columns...)
}

// remit fills in what was handed over, of what the unit itself received.
func (b *builder) remit(e Remitted) {
	id := e.Row.ID
	if i := b.row(id); i >= 0 && (b.unit.Account.Rows[i].ReceivedOn().IsZero() || b.unit.Account.Rows[i].ReceivedOn().After(e.Row.RemittedOn)) {
		b.refuse(refusedEvent, gx("4.6.2"), "/id", text(id+" 尚未收款。", id+" has not been received yet."))
		return
	}
	b.fill(id, "上缴", "/id", func(r revenue.Row) bool { return r.RemittedOn.IsZero() && r.TreasuryOn.IsZero() }, func(r *revenue.Row) {
		r.RemittedOn, r.Remitted, r.Treasury, r.Deducted = e.Row.RemittedOn, e.Row.Remitted, e.Row.Treasury, e.Row.Deducted
	}, "remittedOn", "remitted", "treasury", "deducted")
}

func (b *builder) payTax(e TaxPaid) {
	b.fill(e.Row.ID, "缴税", "/id", func(r revenue.Row) bool { return r.TaxPaidOn.IsZero() }, func(r *revenue.Row) {
		r.TaxPaidOn = e.Row.TaxPaidOn
	}, "taxPaidOn")
}

// state keeps the line that filled in columns of a row: findings about them say it.
func (b *builder) state(id string, columns ...string) {
	if b.source == (rule.Source{}) {
		return
	}
	places := make([]string, len(columns))
	for i, c := range columns {
		places[i] = "/" + c
	}
	at := make([]rule.Source, len(columns))
	for i := range at {
		at[i] = b.source
	}
	if b.text != "" {
		at = record.Locate([]byte(b.text), record.Options{File: b.source.File, Line: b.source.Line}, places...)
	}
	if b.unit.Stated[id] == nil {
		b.unit.Stated[id] = map[string]rule.Source{}
	}
	for i, c := range columns {
		b.unit.Stated[id][c] = at[i]
	}
}

// refuseRevenue turns an error of the revenue account into a refusal of the event;
// false where it is none of it.
func (b *builder) refuseRevenue(path string, err error) bool {
	if r, ok := errors.AsType[*revenue.TreasuryError](err); ok {
		by := refusedEvent
		by.ID = r.Rule
		b.refuse(by, r.Basis, path, text(r.Row+" 应有："+r.Want.ZH+"。", r.Row+": want "+r.Want.EN+"."))
		return true
	}
	r, ok := errors.AsType[*revenue.AccountError](err)
	if ok {
		b.refuse(refusedEvent, gx("4.6.2"), path, text(r.Row+" 应有："+r.Want.ZH+"。", r.Row+": want "+r.Want.EN+"."))
	}
	return ok
}
