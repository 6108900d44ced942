package revenue

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Filing is one filing that is owed.
type Filing struct {
	Duty    rule.Duty
	Subject string        // what it is about: a receipt's or a matter's id, a quarter
	Trigger calendar.Date // the day the term runs from
	Amount  money.Amount  // tax included; absent for a nil filing
}

// ReceivedOn is the day a receipt counts as received (P10): the first of bank
// and treasury; for what is not cash, the day control was gained.
func (r Receipt) ReceivedOn() calendar.Date {
	var first calendar.Date
	for _, d := range []calendar.Date{r.BankOn, r.TreasuryOn, r.ControlOn} {
		if !d.IsZero() && (first.IsZero() || d.Before(first)) {
			first = d
		}
	}
	return first
}

// FilingError is a receipt or a matter from which no filing can be told.
type FilingError struct {
	Subject string // id of the receipt or the matter
	Want    rule.Text
}

// Error names the receipt or matter and what was expected.
func (e *FilingError) Error() string {
	return "revenue: " + quote.Value(e.Subject) + ": want " + e.Want.EN
}

// income is a receipt, or a row of the account, on the day that the policy takes.
type income struct {
	id      string
	of      [2]string // agreement, item
	payment Payment
	on      calendar.Date
	amount  money.Amount
}

// Filings lists what a unit of a role owes for its receipts and matters, in the
// order of their triggers. A duty applies to triggers inside its period, the
// last day included, and survives it. Quarters without receipts are owed only under
// [NilFiling], from the first quarter to the last that has any. A receipt or a
// matter without an id of its own, its day, its amount or, for a receipt, how it
// is paid is a [*FilingError]: it would be left out unnoticed. What [WhenDue] and
// [WhenAgreed] ask for stands in the account: see [Policy.FilingsOf].
func (p Policy) Filings(role rule.Role, receipts []Receipt, matters []Matter) ([]Filing, error) {
	if p.Received >= WhenDue && len(receipts) > 0 {
		return nil, &FilingError{receipts[0].ID, text("收入账的行：应收日期和签订日期在账上", "a row of the account, which has the days it fell due and was agreed")}
	}
	var all []income
	seen := map[string]bool{}
	for _, r := range receipts {
		if err := sound(seen, r.ID, r.ReceivedOn(), r.Amount); err != nil {
			return nil, err
		}
		all = append(all, income{r.ID, [2]string{r.Agreement}, r.Payment, p.moneyOn(r), r.Amount})
	}
	return p.filings(role, all, matters)
}

// FilingsOf is [Policy.Filings] for the rows of a revenue account. A row that has
// not triggered anything yet, by the policy, is passed over.
func (p Policy) FilingsOf(role rule.Role, rows []Row, matters []Matter) ([]Filing, error) {
	var all []income
	seen := map[string]bool{}
	for _, r := range rows {
		on, amount := r.triggered(p)
		if on.IsZero() {
			continue
		}
		if err := sound(seen, r.ID, on, amount); err != nil {
			return nil, err
		}
		all = append(all, income{r.ID, [2]string{r.Agreement, r.Item}, r.Payment, on, amount})
	}
	return p.filings(role, all, matters)
}

// Mirrored returns the filing duties as a city or a county owes them whose own rule
// mirrors the region's, for [Policy]: by whom, to whom and by which document is the
// caller's to say. The plan's text names region departments and region enterprises only.
func Mirrored(owed rule.Role, addressee rule.Text, basis ...rule.Clause) []rule.Duty {
	all := Duties()
	for i := range all {
		all[i].Owed, all[i].Addressee, all[i].Copy, all[i].Evidence = rule.Owes(owed), addressee, nil, rule.Judgement
		all[i].Basis = append(slices.Clone(basis), all[i].Basis...)
		all[i].Judgement = text("本地规定比照自治区，由使用者载明", "a local rule that mirrors the region's, as the caller states it")
	}
	return all
}

// triggered is the day and the amount by which a row is filed.
func (r Row) triggered(p Policy) (calendar.Date, money.Amount) {
	switch p.Received {
	case WhenDue:
		return r.DueOn, r.Due
	case WhenAgreed:
		return r.SignedOn, r.Due
	}
	receipt := r.Receipt()
	if receipt.TreasuryOn.IsZero() {
		receipt.TreasuryOn = r.RemittedOn
	}
	return p.moneyOn(receipt), r.Received
}

// moneyOn is the day of the money by the policy; none where it has not come yet.
func (p Policy) moneyOn(r Receipt) calendar.Date {
	switch {
	case p.Received == InAccount && !r.BankOn.IsZero():
		return r.BankOn
	case p.Received == InTreasury && (!r.TreasuryOn.IsZero() || !r.BankOn.IsZero()):
		return r.TreasuryOn
	}
	return r.ReceivedOn()
}

func (p Policy) filings(role rule.Role, all []income, matters []Matter) ([]Filing, error) {
	for _, r := range all {
		if r.payment != OneOff && r.payment != Instalment {
			return nil, &FilingError{r.id, text("取得方式：一次性或分次", "how it is paid: oneOff or instalment")}
		}
	}
	seen := map[string]bool{}
	for _, m := range matters {
		if err := sound(seen, m.ID, m.CompletedOn, m.Amount); err != nil {
			return nil, err
		}
	}
	all = p.kinds(slices.DeleteFunc(all, func(r income) bool { return r.on.IsZero() }))
	var filings []Filing
	duties := p.Duties
	if duties == nil {
		duties = Duties()
	}
	for _, d := range duties {
		if d.OwedBy(role) == "" {
			continue
		}
		switch d.ID {
		case DutyOneOff:
			filings = append(filings, oneOffs(d, all)...)
		case DutyInstalments:
			quarters, err := p.quarters(d, all)
			if err != nil {
				return nil, err
			}
			filings = append(filings, quarters...)
		case DutyEnterprise:
			filings = append(filings, completed(d, matters)...)
		}
	}
	filings = slices.DeleteFunc(filings, func(f Filing) bool { return !f.Duty.Effective.Holds(f.Trigger) })
	slices.SortStableFunc(filings, func(a, b Filing) int { return a.Trigger.Compare(b.Trigger) })
	return filings, nil
}

// kinds applies P11: by the payments, what came more than once for an item of an
// agreement is in instalments, and what came once is one-off.
func (p Policy) kinds(all []income) []income {
	if p.Kind == AsAgreed {
		return all
	}
	count := map[[2]string]int{}
	for _, r := range all {
		count[r.of]++
	}
	for i, r := range all {
		switch {
		case r.of[0] == "": // no agreement: as it says itself
		case count[r.of] > 1:
			all[i].payment = Instalment
		default:
			all[i].payment = OneOff
		}
	}
	return all
}

// sound refuses what would be left out of the filings unnoticed.
func sound(seen map[string]bool, id string, on calendar.Date, a money.Amount) error {
	var want rule.Text
	switch {
	case id == "" || seen[id]:
		want = text("唯一的编号", "an id of its own")
	case on.IsZero():
		want = text("到账、入库、取得控制或完成的日期", "the day it was received or completed")
	case a.Sign() < 0 || !a.Present():
		want = text("不小于 0 的含税金额", "an amount with tax that is not negative")
	default:
		seen[id] = true
		return nil
	}
	return &FilingError{id, want}
}

func oneOffs(d rule.Duty, all []income) []Filing {
	var filings []Filing
	for _, r := range all {
		if r.payment == OneOff {
			filings = append(filings, Filing{d, r.id, r.on, r.amount})
		}
	}
	return filings
}

func (p Policy) quarters(d rule.Duty, all []income) ([]Filing, error) {
	sums := map[calendar.Quarter]money.Amount{}
	var first, last calendar.Quarter
	for _, r := range all {
		if r.payment != Instalment {
			continue
		}
		q := calendar.QuarterOf(r.on)
		var err error
		if sums[q], err = sums[q].Add(r.amount); err != nil {
			return nil, err
		}
		if first.IsZero() || q.Compare(first) < 0 {
			first = q
		}
		if q.Compare(last) > 0 {
			last = q
		}
	}
	var filings []Filing
	for q := first; !q.IsZero() && q.Compare(last) <= 0; q = q.Add(1) {
		if sum, any := sums[q]; any || p.Nil == NilFiling {
			filings = append(filings, Filing{d, q.String(), q.Last(), sum})
		}
	}
	return filings, nil
}

func completed(d rule.Duty, matters []Matter) []Filing {
	var all []Filing
	for _, m := range matters {
		all = append(all, Filing{d, m.ID, m.CompletedOn, m.Amount})
	}
	return all
}

// The ids of the duties.
const (
	DutyOneOff      rule.ID = "revenue.file-one-off"
	DutyInstalments rule.ID = "revenue.file-instalments"
	DutyEnterprise  rule.ID = "revenue.file-enterprise-matter"
)

// Duties returns the filing duties of the plan.
func Duties() []rule.Duty {
	finance := text("自治区财政厅", "region finance department")
	period := rule.Between(calendar.MustDate(2025, 4, 1), calendar.MustDate(2026, 12, 31))
	return []rule.Duty{
		{
			ID: DutyOneOff, Title: text("一次性收入备案", "filing of a one-off revenue"),
			Basis: gx("4.6.3"), Evidence: rule.FullText, Effective: period, Owed: rule.Owes(rule.RegionDepartment),
			Trigger: calendar.AtEvent("receipt"), Term: calendar.Workdays(10), Addressee: finance,
			Judgement: text("“获得”默认为到账或入库先者（P10）", "received: by default the first of bank and treasury (P10)"),
		},
		{
			ID: DutyInstalments, Title: text("分次收入季度备案", "quarterly filing of revenue in instalments"),
			Basis: gx("4.6.4"), Evidence: rule.FullText, Effective: period, Owed: rule.Owes(rule.RegionDepartment),
			Trigger: calendar.EachQuarterEnd(), Term: calendar.Workdays(10), Addressee: finance,
			Judgement: text("无收入的季度默认不备案（P9）", "a quarter without receipts: no filing by default (P9)"),
		},
		{
			ID: DutyEnterprise, Title: text("企业收入、增信、质押融资备案", "an enterprise's filing of revenue, credit enhancement, pledge financing"),
			Basis: gx("4.6.5"), Evidence: rule.FullText, Effective: period, Owed: rule.Owes(rule.RegionEnterprise),
			Trigger: calendar.AtEvent("matter"), Term: calendar.Workdays(10),
			Addressee: text("主管部门或履行出资人职责的国有资产监督管理部门", "competent department or state-asset regulator"),
			Copy:      []rule.Text{finance},
			Judgement: text("“完成”的时点见 P12、P13", "when a matter is completed: P12, P13"),
		},
	}
}

// DutyRemit is the id of the duty to remit.
const DutyRemit rule.ID = "revenue.remit"

// Remittance returns the duty to hand over revenue to the treasury of its own
// level. No text gives days: it is owed in time (及时).
func Remittance() rule.Duty {
	return rule.Duty{
		ID: DutyRemit, Title: text("上缴数据资产收益", "hand over revenue to the treasury"), Basis: remitBasis(), Evidence: rule.FullText,
		Effective: rule.Between(calendar.MustDate(2025, 4, 1), calendar.MustDate(2026, 12, 31)), Owed: rule.Owes(rule.RegionDepartment, rule.CityFinanceBureau),
		Trigger: calendar.AtEvent("receipt"), Term: calendar.Promptly(), Addressee: text("本级财政部门（国库）", "finance department of its level, the treasury"),
		Judgement: text("没有天数，年末前缴清", "no number of days; all of it by the end of the year"),
	}
}
