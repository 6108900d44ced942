package conformance

import (
	"encoding/json"
	"fmt"

	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/trade"
)

type distributeInput struct {
	Agreement   json.RawMessage `json:"agreement"`
	Amount      money.Amount    `json:"amount"`
	Instalments []money.Amount  `json:"instalments"`
}

// askDistribute divides revenue by an agreement: one amount, or instalments of which
// each is the difference of what is due in all.
func askDistribute(_ Case, in distributeInput, _ *chooser, a *answer) error {
	terms, err := read(revenue.Agreements(), in.Agreement)
	if err != nil {
		return err
	}
	agreement, err := revenue.NewAgreement(terms)
	if err != nil {
		return err
	}
	shares := map[string]any{}
	if in.Amount.Present() {
		d, err := agreement.Distribute(in.Amount.Decimal())
		if err != nil {
			return err
		}
		for p, share := range d.All() {
			shares[p.ID] = share
		}
		a.values["shares"], a.values["remainder"] = shares, d.Remainder()
	}
	if in.Instalments == nil {
		return nil
	}
	running, err := agreement.Instalments()
	if err != nil {
		return err
	}
	payouts := []any{}
	for _, amount := range in.Instalments {
		next, payout, err := running.Next(amount.Decimal())
		if err != nil {
			return err
		}
		running = next
		paid := map[string]any{}
		for p, share := range payout.All() {
			paid[p.ID] = share
		}
		payouts = append(payouts, paid)
	}
	a.values["payouts"] = payouts
	return nil
}

func revenuePolicy(choose *chooser) revenue.Policy {
	p := revenue.Policy{
		Nil:      revenue.Nil(choose.of("P9", "noDuty", "nilFiling")),
		Received: revenue.Received(choose.of("P10", "firstMoney", "inAccount", "inTreasury", "whenDue", "whenAgreed")),
		Kind:     revenue.Kind(choose.of("P11", "asAgreed", "asPayments")),
		SmallUse: revenue.SmallUse(choose.of("P13", "month", "each", "quarter")),
		Calendar: revenue.Calendar(choose.of("P14", "addressee", "nation", "stricter")),
	}
	switch choose.of("P12", "completion", "contract", "drawdown") {
	case 1:
		p.Completed.Disposal = revenue.OnContract
	case 2:
		p.Completed.Pledge = revenue.OnDrawdown
	}
	return p
}

type filingInput struct {
	Role     rule.Role         `json:"role"`
	Receipts []json.RawMessage `json:"receipts"`
	Rows     []json.RawMessage `json:"rows"`
	Matters  []json.RawMessage `json:"matters"`
	Dealings []json.RawMessage `json:"dealings"`
}

// askFiling answers what a unit files for its receipts and matters, and by when.
func askFiling(_ Case, in filingInput, choose *chooser, a *answer) error {
	p := revenuePolicy(choose)
	for _, d := range revenue.Duties() {
		a.asked[d.ID] = true
	}
	filings, err := in.filings(p)
	if err != nil {
		return err
	}
	addressee, err := calendar.China(calendar.Guangxi)
	if err != nil {
		return err
	}
	national, err := calendar.China(calendar.National)
	if err != nil {
		return err
	}
	all := []any{}
	for _, f := range filings {
		d, err := p.Deadline(f, addressee, national)
		if err != nil {
			return err
		}
		a.fire(f.Duty.ID, "")
		all = append(all, map[string]any{
			"duty": f.Duty.ID, "subject": f.Subject, "trigger": f.Trigger, "amount": f.Amount, "due": d.Due.Date.String(), "national": d.National.Date.String(),
		})
	}
	a.values["filings"] = all
	return nil
}

func (in filingInput) filings(p revenue.Policy) ([]revenue.Filing, error) {
	receipts, err := readAll(revenue.Receipts(), in.Receipts)
	if err != nil {
		return nil, err
	}
	rows, err := readAll(revenue.Rows(), in.Rows)
	if err != nil {
		return nil, err
	}
	matters, err := readAll(revenue.Matters(), in.Matters)
	if err != nil {
		return nil, err
	}
	dealings, err := readAll(revenue.Dealings(), in.Dealings)
	if err != nil {
		return nil, err
	}
	completed, err := p.Matters(dealings)
	if err != nil {
		return nil, err
	}
	matters = append(matters, completed...)
	if rows != nil {
		return p.FilingsOf(in.Role, rows, matters)
	}
	return p.Filings(in.Role, receipts, matters)
}

type accountInput struct {
	Holder    revenueHolder     `json:"holder"`
	Rows      []json.RawMessage `json:"rows"`
	Transfers []transfer        `json:"transfers"`
	Related   []string          `json:"related"`
	Through   calendar.Date     `json:"through"`
}

type revenueHolder struct {
	Name           string         `json:"name"`
	Role           rule.Role      `json:"role"`
	Entity         rule.Entity    `json:"entity"`
	Authority      rule.Authority `json:"authority"`
	Administrative bool           `json:"administrative"`
	Taxpayer       string         `json:"taxpayer"`
}

type transfer struct {
	From   string        `json:"from"`
	To     string        `json:"to"`
	On     calendar.Date `json:"on"`
	Amount money.Amount  `json:"amount"`
	Budget bool          `json:"budget"`
}

// askAccount judges a revenue account on a day and sums it up.
func askAccount(c Case, in accountInput, choose *chooser, a *answer) error {
	rows, err := readAll(revenue.Rows(), in.Rows)
	if err != nil {
		return err
	}
	v := revenue.Account{Rows: rows, Related: in.Related, Holder: revenue.Holder{
		Name: in.Holder.Name, Role: in.Holder.Role, Entity: in.Holder.Entity, Authority: in.Holder.Authority, Administrative: in.Holder.Administrative,
		Taxation: revenue.Taxation{Taxpayer: revenue.Taxpayer(in.Holder.Taxpayer), Tax: government.DefaultTax()},
		Treasury: revenue.Treasury{NetOfTaxes: choose.of("P17", "vatApart", "netOfTaxes") == 1},
	}}
	for _, t := range in.Transfers {
		v.Transfers = append(v.Transfers, revenue.Transfer{From: t.From, To: t.To, On: t.On, Amount: t.Amount, Budget: t.Budget})
	}
	a.report(revenue.AccountRules().Explain(v, rule.Context{At: c.At, Role: in.Holder.Role, Entity: in.Holder.Entity}))
	levies, err := v.Levies()
	if err != nil {
		return err
	}
	each := []any{}
	for _, l := range levies {
		each = append(each, map[string]money.Amount{"net": l.Net, "vat": l.VAT, "surcharges": l.Surcharges, "payable": l.Payable, "retained": l.Retained})
	}
	t, err := v.Total(in.Through)
	if err != nil {
		return err
	}
	a.values["levies"] = each
	a.values["total"] = map[string]money.Amount{
		"due": t.Due, "billed": t.Billed, "received": t.Received, "net": t.Net, "vat": t.VAT, "surcharges": t.Surcharges,
		"payable": t.Payable, "retained": t.Retained, "remitted": t.Remitted, "outstanding": t.Outstanding,
	}
	return nil
}

type priceInput struct {
	Case   json.RawMessage `json:"case"`
	Actual money.Amount    `json:"actual"`
}

// askPrice computes the maximum permitted revenue of a price case, and what follows
// from a year's revenue beside it.
func askPrice(c Case, in priceInput, _ *chooser, a *answer) error {
	p, err := read(trade.PriceCases(), in.Case)
	if err != nil {
		return err
	}
	m, err := p.Maximum()
	if err != nil {
		return fmt.Errorf("maximum: %w", err)
	}
	a.values["cost"], a.values["rate"], a.values["profit"], a.values["amount"] = m.Cost, m.Rate, m.Profit, m.Amount
	a.report(trade.PriceRules().Explain(p, rule.Context{At: c.At}))
	if !in.Actual.Present() {
		return nil
	}
	d, err := trade.Deviate(in.Actual, m.Amount)
	if err != nil {
		return err
	}
	a.values["over"], a.values["deviation"], a.values["act"] = d.Over, d.Ratio, d.Act
	return nil
}

type retentionInput struct {
	OwnService bool `json:"ownService"`
	Business   bool `json:"business"`
	Exclusive  bool `json:"exclusive"`
	FixedTerm  bool `json:"fixedTerm"`
	FixedFee   bool `json:"fixedFee"`
}

// askRetention answers where an institution books revenue that it may keep (P16).
func askRetention(_ Case, in retentionInput, _ *chooser, a *answer) error {
	g := revenue.Grant{OwnService: in.OwnService, Business: in.Business, Exclusive: in.Exclusive, FixedTerm: in.FixedTerm, FixedFee: in.FixedFee}
	account := map[revenue.Retention]string{revenue.Rent: "4605", revenue.OtherIncome: "4609", revenue.Professional: "4101", revenue.Business: "4401"}
	a.values["retention"], a.values["account"] = g.Retention(), account[g.Retention()]
	return nil
}
