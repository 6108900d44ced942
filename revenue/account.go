package revenue

import (
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Row is one line of the revenue account in four columns (收入四栏账): what a
// contract makes due, what was billed, what was received, what was remitted. The
// same row feeds the filing ([Policy.FilingsOf]), the vouchers ([Account.Events]) and
// the report ([Account.Total]). Amounts include tax but for Payable and Remitted.
type Row struct {
	ID           string
	Agreement    string
	Item         string // part of the agreement, such as 入门费 or 年费
	Assets       []string
	Purpose      Purpose
	Payment      Payment
	Counterparty string
	Certificate  string
	SignedOn     calendar.Date

	DueOn      calendar.Date // by the contract
	Due        money.Amount
	Bill       string // number of the payment order (缴款书) or invoice
	BilledOn   calendar.Date
	Billed     money.Amount
	BankOn     calendar.Date // in the unit's account
	TreasuryOn calendar.Date // paid by the payer straight into the treasury
	ControlOn  calendar.Date // of a value that is not cash: control gained
	Received   money.Amount
	Payable    money.Amount   // as booked on 2103; absent: not booked yet
	RemittedOn calendar.Date  // by the unit
	Remitted   money.Amount   // without VAT
	Treasury   rule.Authority // whose treasury took it
	TaxPaidOn  calendar.Date

	Retention Retention   // of a public institution; none: remitted
	Part      money.Ratio // of the revenue that is retained; absent: all of it
	Document  string      // the rule of its level that lets it retain
	Deducted  money.Amount
	Used      record.Opt[bool] // the data were delivered or used
	TermFrom  calendar.Date
	Months    record.Opt[int64] // of the grant that the payment is for
	Contract  money.Amount      // the whole of the agreement's price
	Ceiling   money.Amount      // of the same thing, where the price has one
	Appraised money.Amount
}

// Retention is how a public institution keeps revenue from use (P16).
type Retention string

// The ways. Each needs the rule of its level that allows it.
const (
	Remit        Retention = ""             // 2103, the default
	Rent         Retention = "rent"         // 4605 租金收入: exclusive, fixed term, fixed fee; straight-line
	OtherIncome  Retention = "other"        // 4609 其他收入: by usage, or not exclusive
	Professional Retention = "professional" // 4101 事业收入: its own professional service
	Business     Retention = "business"     // 4401 经营收入: its line of business
)

// Grant is what decides, once retention is allowed, where the revenue goes (P16).
type Grant struct {
	OwnService bool // the unit's own professional service
	Business   bool // its line of business
	Exclusive  bool
	FixedTerm  bool
	FixedFee   bool
}

// Retention returns the default of P16 for a grant whose revenue may be kept.
func (g Grant) Retention() Retention {
	switch {
	case g.OwnService:
		return Professional
	case g.Business:
		return Business
	case g.Exclusive && g.FixedTerm && g.FixedFee:
		return Rent
	}
	return OtherIncome
}

// Holder is who keeps the account. Which branch of the treasury rule binds it
// follows from its entity, and for an institution under civil-service rules from
// the financial rules it follows (解释4号 一).
type Holder struct {
	Name           string
	Role           rule.Role
	Entity         rule.Entity
	Authority      rule.Authority // whose finance department collects
	Administrative bool           // an institution under civil-service rules that follows those of administrative units
	Taxation       Taxation
	Treasury       Treasury
}

// Treasury is P17: how revenue is collected and remitted. The zero Treasury is the
// default.
type Treasury struct {
	NetOfTaxes bool // surcharges are taken off what is remitted, of money that passes the account; default: VAT apart, surcharges from the budget
	Direct     bool // the payer pays into the treasury; default: through the unit's account
	Accrue     bool // what a contract makes due is booked on 1212; default: when it is received
}

// direct reports whether a row's money goes past the unit's account.
func (t Treasury) direct(r Row) bool { return t.Direct || !r.TreasuryOn.IsZero() }

// accrued reports whether a row is booked before its money comes.
func (t Treasury) accrued(r Row) bool {
	return t.Accrue && !r.DueOn.IsZero() && r.DueOn.Before(r.BankOn)
}

func (h Holder) administrative() bool {
	return h.Entity == rule.Administrative || h.Entity == rule.CivilServiceInstitution && h.Administrative
}

// Account is the revenue account of a holder.
type Account struct {
	Holder Holder
	Rows   []Row
	Other  []Sale // taxable sales beside these rows, for the threshold of small taxpayers

	Transfers []Transfer // other money known to have moved, for the rules on inflated revenue
	Related   []string   // units of the same level or under common control
	Limits    Limits
}

// Transfer is a payment between two parties outside of the account.
type Transfer struct {
	From, To string
	On       calendar.Date
	Amount   money.Amount
	Budget   bool // paid from the budget of the holder's level
}

// Sale is a taxable sale without tax.
type Sale struct {
	On  calendar.Date
	Net money.Amount
}

// ReceivedOn is the day a row's money counts as received by the default of P10.
func (r Row) ReceivedOn() calendar.Date {
	return Receipt{BankOn: r.BankOn, TreasuryOn: r.TreasuryOn, ControlOn: r.ControlOn}.ReceivedOn()
}

// Receipt returns the row as the receipt that a filing reports.
func (r Row) Receipt() Receipt {
	return Receipt{
		ID: r.ID, Assets: r.Assets, Purpose: r.Purpose, Payment: r.Payment, Agreement: r.Agreement, Counterparty: r.Counterparty,
		BankOn: r.BankOn, TreasuryOn: r.TreasuryOn, ControlOn: r.ControlOn, Amount: r.Received, Certificate: r.Certificate,
	}
}

// retained reports whether the row's revenue stays with the unit: an institution's
// revenue that a named document of its level lets it keep. An administrative unit
// keeps none (P15); without the document an institution remits (P16).
func (a Account) retained(r Row) bool {
	return r.Retention != Remit && r.Document != "" && a.Holder.Entity.Public() && !a.Holder.administrative()
}

// Total is the account in one line.
type Total struct {
	Due, Billed, Received money.Amount // tax included
	Net, VAT              money.Amount // of what was received
	Surcharges            money.Amount
	Payable               money.Amount // due to the treasury (2103)
	Retained              money.Amount
	Remitted              money.Amount
	Outstanding           money.Amount // payable − remitted
}

// Total sums the rows whose money came in through a day; no day is all of them.
// Errors are those of [Account.Levies].
func (a Account) Total(through calendar.Date) (Total, error) {
	levies, err := a.Levies()
	if err != nil {
		return Total{}, err
	}
	var t Total
	zero := money.Zero()
	t.Due, t.Billed, t.Received, t.Net, t.VAT, t.Surcharges = zero, zero, zero, zero, zero, zero
	t.Payable, t.Retained, t.Remitted = zero, zero, zero
	add := func(to *money.Amount, v money.Amount) {
		if err == nil {
			*to, err = to.Add(v)
		}
	}
	by := func(d calendar.Date) bool { return !d.IsZero() && (through.IsZero() || !d.After(through)) }
	for i, r := range a.Rows {
		if by(r.DueOn) {
			add(&t.Due, r.Due)
		}
		if by(r.BilledOn) {
			add(&t.Billed, r.Billed)
		}
		switch {
		case by(r.TreasuryOn): // paid straight into it
			add(&t.Remitted, levies[i].Payable)
		case by(r.RemittedOn):
			add(&t.Remitted, r.Remitted)
		}
		if !by(r.ReceivedOn()) {
			continue
		}
		l := levies[i]
		add(&t.Received, r.Received)
		add(&t.Net, l.Net)
		add(&t.VAT, l.VAT)
		add(&t.Surcharges, l.Surcharges)
		add(&t.Payable, l.Payable)
		add(&t.Retained, l.Retained)
	}
	if err != nil {
		return Total{}, err
	}
	t.Outstanding, err = t.Payable.Sub(t.Remitted)
	return t, err
}

// taxOf is the holder's table of rates.
func (t Taxation) taxOf() government.Tax {
	if len(t.Tax.Rates) == 0 {
		return government.DefaultTax()
	}
	return t.Tax
}
