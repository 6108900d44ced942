package revenue

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// TreasuryError is a row that asks for what the treasury rule forbids its holder.
type TreasuryError struct {
	Row   string
	Rule  rule.ID
	Want  rule.Text
	Basis []rule.Clause
}

// Error names the row and what was expected.
func (e *TreasuryError) Error() string { return "revenue: row " + e.Row + ": want " + e.Want.EN }

// Is reports whether target is [rule.ErrNotAllowed], as of every refusal by a rule.
func (e *TreasuryError) Is(target error) bool { return target == rule.ErrNotAllowed }

// Events returns what the rows mean for the books, in the order of their days: for
// a public unit events of package government, for an enterprise of package
// enterprise, ready for Table.Post.
//
//	revenue from use, remitted     licence-remitted, surcharges-accrued, remitted; tax when it is paid
//	straight into the treasury     licence-direct, licence-direct-arrived (P17)
//	accrued                        licence-due, due-collected (P17)
//	retained (P16)                 licence-retained, or rent-advance with one rent-earned a month
//	retained in part (P16)         both
//	an enterprise                  service-revenue, receivable-collected
//
// A disposal's proceeds are booked with the disposal, which knows the asset's book
// value; of it only the remittance is here. An administrative unit that asks to
// retain is refused with a [*TreasuryError] (P15). Other errors are those of
// [Account.Levies].
func (a Account) Events() ([]accounting.Event, error) {
	levies, err := a.Levies()
	if err != nil {
		return nil, err
	}
	var all []accounting.Event
	for i, r := range a.Rows {
		if r.Retention != Remit && a.Holder.administrative() {
			return nil, &TreasuryError{
				r.ID, RuleAdministrativeRemits,
				text("上缴应缴财政款 2103：行政单位的使用、处置收入不得列 4605、4609", "remittance by 2103: an administrative unit keeps no revenue in 4605 or 4609"), remitBasis(),
			}
		}
		b := booking{account: a, row: r, levy: levies[i]}
		switch {
		case !a.Holder.Entity.Public():
			b.enterprise()
		case r.Purpose == ForDisposal:
			b.remitted()
		default:
			b.public()
		}
		if b.err != nil {
			return nil, b.err
		}
		all = append(all, b.events...)
	}
	slices.SortStableFunc(all, func(a, b accounting.Event) int { return a.On.Compare(b.On) })
	return all, nil
}

// booking collects the events of one row.
type booking struct {
	account Account
	row     Row
	levy    Levy
	events  []accounting.Event
	err     error
}

// add books amounts, given by pairs of input and amount; those of 0.00 are left
// out, and an event without a day or without amounts is none.
func (b *booking) add(kind rule.ID, suffix string, on calendar.Date, facts map[string]string, amounts map[string]money.Amount) {
	some := map[string]money.Amount{}
	for name, v := range amounts {
		if v.Sign() != 0 {
			some[name] = v
		}
	}
	if on.IsZero() || len(some) == 0 {
		return
	}
	e := accounting.Event{
		ID: b.row.ID + suffix, Kind: kind, On: on, Entity: b.account.Holder.Entity, Facts: facts,
		Parts: []accounting.Part{{Asset: b.row.Assets[0], Amounts: some}},
	}
	if b.account.Holder.Entity == rule.CivilServiceInstitution {
		e.Facts["financialRules"] = "institution"
		if b.account.Holder.Administrative {
			e.Facts["financialRules"] = "administrative"
		}
	}
	if b.account.retained(b.row) {
		e.Documents = []string{"本级财政部门的留用规定"}
	}
	b.events = append(b.events, e)
}

func (b *booking) facts(pairs ...string) map[string]string {
	f := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		f[pairs[i]] = pairs[i+1]
	}
	return f
}

func (b *booking) taxpayer(pairs ...string) map[string]string {
	return b.facts(append(pairs, "taxpayer", string(b.account.Holder.Taxation.Taxpayer))...)
}

// public books revenue from use of an administrative unit or institution.
func (b *booking) public() {
	if len(b.row.Assets) == 0 {
		b.err = &AccountError{b.row.ID, "/assets", text("涉及的资产", "the assets"), nil}
		return
	}
	if b.levy.GrossKept.Sign() > 0 {
		b.kept()
	}
	if b.levy.Payable.Sign() > 0 {
		b.due()
	}
	b.taxes()
}

// due books the part that goes to the treasury.
func (b *booking) due() {
	r, l, p := b.row, b.levy, b.account.Holder.Treasury
	vat, _ := l.VAT.Sub(l.VATKept)  // a part of it
	net, _ := l.Net.Sub(l.Retained) // surcharges included where they are remitted net of them
	amounts := map[string]money.Amount{"net": net, "vat": vat}
	switch {
	case p.direct(r):
		on := r.BilledOn
		if on.IsZero() {
			on = r.TreasuryOn
		}
		b.add("government.licence-direct", "/direct", on, b.facts(), map[string]money.Amount{"net": net})
		b.add("government.licence-direct-arrived", "/arrived", r.TreasuryOn, b.facts(), map[string]money.Amount{"net": net})
		return
	case p.accrued(r):
		paid, _ := net.Add(vat)
		b.add("government.licence-due", "/due", r.DueOn, b.taxpayer(), amounts)
		b.add("government.due-collected", "/collected", r.BankOn, b.facts(), map[string]money.Amount{"paid": paid})
	default:
		facts := b.taxpayer()
		if b.account.netted(r, l) {
			facts["remitBasis"], amounts["surcharges"] = "netOfTaxes", l.Surcharges
		}
		b.add("government.licence-remitted", "", r.ReceivedOn(), facts, amounts)
	}
	b.remitted()
}

func (b *booking) remitted() {
	if b.row.TreasuryOn.IsZero() {
		b.add("government.remitted", "/remitted", b.row.RemittedOn, b.facts(), map[string]money.Amount{"net": b.row.Remitted})
	}
}

// kept books the part that an institution retains. Rent received ahead is earned
// over the months of the grant, straight-line.
func (b *booking) kept() {
	r, l := b.row, b.levy
	amounts := map[string]money.Amount{"net": l.Retained, "vat": l.VATKept}
	months := int(r.Months.Or(0))
	if r.Retention != Rent || months < 2 {
		b.add("government.licence-retained", "/retained", r.ReceivedOn(), b.taxpayer("retainedAs", string(r.Retention)), amounts)
		return
	}
	start := r.TermFrom
	if start.IsZero() {
		start = r.ReceivedOn()
	}
	b.add("government.rent-advance", "/advance", r.ReceivedOn(), b.taxpayer(), amounts)
	schedule, err := accounting.StraightLine(l.Retained.Decimal(), start, months)
	if err != nil {
		b.err = &AccountError{r.ID, "/months", text("可以按月分摊的期限", "a term that can be divided by months"), err}
		return
	}
	for m, amount := range schedule.All() {
		b.add("government.rent-earned", "/earned-"+m.String(), m.Last(), b.facts(), map[string]money.Amount{"rent": amount})
	}
}

// taxes books surcharges when they arise and, where the row says when, their
// payment and that of the VAT.
func (b *booking) taxes() {
	r, l := b.row, b.levy
	surcharges := map[string]money.Amount{"surcharges": l.Surcharges}
	payment := "treasury"
	if b.account.netted(r, l) {
		payment = "bank" // out of the money itself
	} else {
		b.add("government.surcharges-accrued", "/surcharges", r.ReceivedOn(), b.facts("use", "duties"), surcharges)
	}
	kind := rule.ID("government.vat-paid-remitted")
	if l.VATKept.Sign() > 0 {
		kind, payment = "government.vat-paid-retained", "bank"
	}
	vat := map[string]money.Amount{"vat": l.VAT}
	if b.account.Holder.Taxation.Taxpayer == GeneralTaxpayer {
		b.add("government.vat-month-end", "/vat-month-end", calendar.MonthOf(r.ReceivedOn()).Last(), b.taxpayer(), vat)
	}
	b.add(kind, "/vat-paid", r.TaxPaidOn, b.taxpayer("activity", "professional"), vat)
	b.add("government.surcharges-paid", "/surcharges-paid", r.TaxPaidOn, b.facts("payment", payment), surcharges)
}

// enterprise books revenue from use of an enterprise: when it is settled, on
// credit where the money comes later.
func (b *booking) enterprise() {
	r := b.row
	if r.Purpose != ForUse || len(r.Assets) == 0 {
		return
	}
	output := "general"
	if b.account.Holder.Taxation.Taxpayer == SmallTaxpayer {
		output = "small"
	}
	facts := b.facts("outputTax", output)
	amounts := map[string]money.Amount{"net": b.levy.Net, "vat": b.levy.VAT}
	if !r.DueOn.IsZero() && r.DueOn.Before(r.ReceivedOn()) {
		facts["payment"] = "credit"
		b.add("enterprise.service-revenue", "", r.DueOn, facts, amounts)
		b.add("enterprise.receivable-collected", "/collected", r.ReceivedOn(), b.facts(), map[string]money.Amount{"received": r.Received})
		return
	}
	b.add("enterprise.service-revenue", "", r.ReceivedOn(), facts, amounts)
}
