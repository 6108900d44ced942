package revenue

import (
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Taxpayer is the holder's own status for value-added tax.
type Taxpayer string

// The statuses.
const (
	GeneralTaxpayer Taxpayer = "general" // 一般纳税人
	SmallTaxpayer   Taxpayer = "small"   // 小规模纳税人
)

// TaxPeriod is how often a small taxpayer declares.
type TaxPeriod uint8

// The periods.
const (
	QuarterlyTax TaxPeriod = iota // default
	MonthlyTax
)

// Taxation is how a holder is taxed: its status, and rates as parameters that a
// place or a change of law replaces.
type Taxation struct {
	Taxpayer   Taxpayer
	Period     TaxPeriod
	Tax        government.Tax // rates of VAT and surcharges by period in force; none: government.DefaultTax
	Thresholds []Threshold    // none: those of Thresholds
}

// Threshold is a bound of sales in a tax period below which small taxpayers are
// exempt. Included says that sales at the bound are exempt too.
type Threshold struct {
	Period    TaxPeriod
	Sales     money.Amount // without tax
	Included  bool
	Education bool // of the education surcharges, for every taxpayer, instead of VAT
	Effective rule.Period
	Basis     []rule.Clause
	Evidence  rule.Evidence
	Judgement rule.Text
}

// Thresholds lists the defaults: 100,000 a month and 300,000 a quarter, for VAT
// (2026–2027) and for the education surcharges. At exactly the bound VAT is due: a
// judgement, from sales that "reach" a threshold; the surcharges are not, from
// "不超过". One-off sales (按次) below 1,000 are for who has no tax period.
func Thresholds() []Threshold {
	vat := rule.Between(calendar.MustDate(2026, 1, 1), calendar.MustDate(2027, 12, 31))
	reach := text("正好达到起征点的，照章征税", "sales that exactly reach the threshold are taxed")
	most := text("文号和口径凭记忆，正好等于的仍免征", "number and wording are from memory; sales exactly at the bound are exempt")
	ten, thirty := money.MustParse("100000.00"), money.MustParse("300000.00")
	notice := []rule.Clause{rule.In("财政部、税务总局公告2026年第10号", "")}
	relief := []rule.Clause{rule.In("财税〔2016〕12号", "")}
	return []Threshold{
		{Period: MonthlyTax, Sales: ten, Effective: vat, Basis: notice, Evidence: rule.SecondHand, Judgement: reach},
		{Period: QuarterlyTax, Sales: thirty, Effective: vat, Basis: notice, Evidence: rule.SecondHand, Judgement: reach},
		{Period: MonthlyTax, Sales: ten, Included: true, Education: true, Basis: relief, Evidence: rule.Memory, Judgement: most},
		{Period: QuarterlyTax, Sales: thirty, Included: true, Education: true, Basis: relief, Evidence: rule.Memory, Judgement: most},
	}
}

// exempts reports whether sales of a period are below the threshold.
func (t Threshold) exempts(sales money.Amount) bool {
	c := sales.Compare(t.Sales)
	return c < 0 || c == 0 && t.Included
}

// Levy is what a row's receipt is made of.
type Levy struct {
	Exempt     bool // below the threshold: no VAT
	Net        money.Amount
	VAT        money.Amount
	Each       []money.Amount // surcharges, in the order of the tax table
	Surcharges money.Amount   // their sum
	Payable    money.Amount   // to the treasury: 2103
	Retained   money.Amount   // by the unit, without VAT
	GrossKept  money.Amount   // of what was received, tax included, the part that is retained
	VATKept    money.Amount   // of the VAT, that of the retained part
}

// AccountError is a row from which nothing can be computed.
type AccountError struct {
	Row  string // its id
	Path string // JSON Pointer into the row
	Want rule.Text
	Err  error
}

// Error names the row and what was expected.
func (e *AccountError) Error() string {
	s := "revenue: row " + quote.Value(e.Row) + ": " + e.Path + ": want " + e.Want.EN
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *AccountError) Unwrap() error { return e.Err }

// Levies returns, row by row, tax and what goes to the treasury. A row whose money
// has not come in has no amounts. VAT is the received amount less that amount ÷
// (1 + rate), rounded half up to the fen; surcharges are computed on each row's own
// VAT. Errors are [*AccountError].
func (a Account) Levies() ([]Levy, error) {
	levies := make([]Levy, len(a.Rows))
	sales, err := a.sales(levies)
	if err != nil {
		return nil, err
	}
	for i, r := range a.Rows {
		on := r.ReceivedOn()
		if on.IsZero() || !r.Received.Present() {
			continue
		}
		l := &levies[i]
		t := a.Holder.Taxation
		if l.Exempt = t.exempt(sales, on, false); l.Exempt {
			l.Net, l.VAT = r.Received, money.Zero()
		}
		each, sum, err := t.taxOf().On(l.VAT, string(t.Taxpayer), on)
		if err != nil {
			return nil, &AccountError{r.ID, "/received", text("可以计税的金额", "an amount that can be taxed"), err}
		}
		l.Each, l.Surcharges = each, sum
		if t.exempt(sales, on, true) {
			l.relieve(t.taxOf())
		}
		if err := l.divide(a, r); err != nil {
			return nil, &AccountError{r.ID, "/received", text("可以划分的金额", "an amount that can be divided"), err}
		}
	}
	return levies, nil
}

// sales parts every receipt in net and VAT and sums the net by tax period.
func (a Account) sales(levies []Levy) (map[calendar.Date]money.Amount, error) {
	t := a.Holder.Taxation
	sales := map[calendar.Date]money.Amount{}
	add := func(on calendar.Date, net money.Amount) (err error) {
		at := t.periodOf(on)
		sales[at], err = sales[at].Add(net)
		return err
	}
	seen := make(map[string]bool, len(a.Rows))
	for i, r := range a.Rows {
		if r.ID == "" || seen[r.ID] {
			return nil, &AccountError{r.ID, "/id", text("唯一的编号", "an id of its own"), nil}
		}
		seen[r.ID] = true
		on := r.ReceivedOn()
		if on.IsZero() != !r.Received.Present() || r.Received.Sign() < 0 {
			return nil, &AccountError{r.ID, "/received", text("收到的日期和不小于 0 的金额，两者兼有或兼无", "a day and an amount not below 0.00, both or neither"), nil}
		}
		if on.IsZero() {
			continue
		}
		var err error
		levies[i].Net, levies[i].VAT, err = t.taxOf().Split(r.Received, string(t.Taxpayer), on)
		if err != nil {
			return nil, &AccountError{r.ID, "/received", text("该日适用的增值税率", "a rate of VAT on that day"), err}
		}
		if err := add(on, levies[i].Net); err != nil {
			return nil, &AccountError{r.ID, "/received", text("不超过上限的合计", "a sum within the range"), err}
		}
	}
	for _, s := range a.Other {
		if err := add(s.On, s.Net); err != nil {
			return nil, err
		}
	}
	return sales, nil
}

// periodOf is the first day of the tax period of a day.
func (t Taxation) periodOf(on calendar.Date) calendar.Date {
	if t.Period == QuarterlyTax && t.Taxpayer == SmallTaxpayer {
		return calendar.QuarterOf(on).First()
	}
	return calendar.MonthOf(on).First()
}

// exempt reports whether the sales of a day's tax period are below the threshold
// of VAT, or of the education surcharges.
func (t Taxation) exempt(sales map[calendar.Date]money.Amount, on calendar.Date, education bool) bool {
	if t.Taxpayer != SmallTaxpayer && !education {
		return false
	}
	period := t.Period
	if t.Taxpayer != SmallTaxpayer {
		period = MonthlyTax // general taxpayers declare by the month
	}
	all := t.Thresholds
	if all == nil {
		all = Thresholds()
	}
	for _, h := range all {
		if h.Period == period && h.Education == education && h.Effective.Holds(on) && h.exempts(sales[t.periodOf(on)]) {
			return true
		}
	}
	return false
}

// relieve takes the education surcharges off.
func (l *Levy) relieve(t government.Tax) {
	l.Surcharges = money.Zero()
	for i, s := range t.Surcharges {
		if s.Basis[0].Doc != "城市维护建设税法" {
			l.Each[i] = money.Zero()
		}
		l.Surcharges, _ = l.Surcharges.Add(l.Each[i]) // parts of a sum that was within the range
	}
}

// divide parts the revenue between treasury and unit.
func (l *Levy) divide(a Account, r Row) (err error) {
	zero := money.Zero()
	l.Payable, l.Retained, l.GrossKept, l.VATKept = zero, zero, zero, zero
	if !a.Holder.Entity.Public() {
		l.Retained, l.GrossKept, l.VATKept = l.Net, r.Received, l.VAT
		return nil
	}
	if a.retained(r) {
		l.Retained, l.GrossKept, l.VATKept = l.Net, r.Received, l.VAT
		if r.Part.Present() {
			if l.Retained, err = money.Round(l.Net.Decimal().Mul(r.Part.Decimal())); err != nil {
				return err
			}
			if l.VATKept, err = money.Round(l.VAT.Decimal().Mul(r.Part.Decimal())); err != nil {
				return err
			}
			if l.GrossKept, err = l.Retained.Add(l.VATKept); err != nil {
				return err
			}
		}
	}
	l.Payable, err = l.Net.Sub(l.Retained)
	if err == nil && a.netted(r, *l) {
		l.Payable, err = l.Payable.Sub(l.Surcharges)
	}
	return err
}

// netted reports whether surcharges are taken off what is remitted (P17): of money
// that passes the unit's account when it is booked, and of which nothing is kept.
func (a Account) netted(r Row, l Levy) bool {
	t := a.Holder.Treasury
	return t.NetOfTaxes && a.Holder.Entity.Public() && !t.direct(r) && !t.accrued(r) && l.Retained.Sign() == 0
}
