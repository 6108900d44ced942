package revenue

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Policy carries what the law leaves open in filing. The zero Policy is the
// default.
type Policy struct {
	Nil Nil // P9

	// Duties is what a plan other than Guangxi's asks: its terms, addressees and
	// period, under the ids of [Duties]. Nil is [Duties].
	Duties []rule.Duty
}

// Nil is P9: what a quarter without receipts asks.
type Nil uint8

// The choices.
const (
	NoDuty    Nil = iota // default: 分次获得收入 is the trigger, so nothing is owed
	NilFiling            // a nil form is filed
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

// Filings lists what a unit of a role owes for its receipts and matters, in the
// order of their triggers. A duty applies to triggers inside its period, the
// last day included, and survives it. Quarters without receipts are owed only under
// [NilFiling], from the first quarter to the last that has any. A receipt or a
// matter without an id of its own, its day, its amount or, for a receipt, how it
// is paid is a [*FilingError]: it would be left out unnoticed.
func (p Policy) Filings(role rule.Role, receipts []Receipt, matters []Matter) ([]Filing, error) {
	if err := check(receipts, matters); err != nil {
		return nil, err
	}
	var all []Filing
	duties := p.Duties
	if duties == nil {
		duties = Duties()
	}
	for _, d := range duties {
		if d.OwedBy(role) == "" {
			continue
		}
		var err error
		switch d.ID {
		case DutyOneOff:
			all = append(all, oneOffs(d, receipts)...)
		case DutyInstalments:
			var quarters []Filing
			quarters, err = p.quarters(d, receipts)
			all = append(all, quarters...)
		case DutyEnterprise:
			all = append(all, completed(d, matters)...)
		}
		if err != nil {
			return nil, err
		}
	}
	all = slices.DeleteFunc(all, func(f Filing) bool { return !f.Duty.Effective.Holds(f.Trigger) })
	slices.SortStableFunc(all, func(a, b Filing) int { return a.Trigger.Compare(b.Trigger) })
	return all, nil
}

func check(receipts []Receipt, matters []Matter) error {
	seen := map[string]bool{}
	fault := func(id string, on calendar.Date, a money.Amount) error {
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
	for _, r := range receipts {
		if err := fault(r.ID, r.ReceivedOn(), r.Amount); err != nil {
			return err
		}
		if r.Payment != OneOff && r.Payment != Instalment {
			return &FilingError{r.ID, text("取得方式：一次性或分次", "how it is paid: oneOff or instalment")}
		}
	}
	clear(seen)
	for _, m := range matters {
		if err := fault(m.ID, m.CompletedOn, m.Amount); err != nil {
			return err
		}
	}
	return nil
}

func oneOffs(d rule.Duty, receipts []Receipt) []Filing {
	var all []Filing
	for _, r := range receipts {
		if r.Payment == OneOff {
			all = append(all, Filing{d, r.ID, r.ReceivedOn(), r.Amount})
		}
	}
	return all
}

func (p Policy) quarters(d rule.Duty, receipts []Receipt) ([]Filing, error) {
	sums := map[calendar.Quarter]money.Amount{}
	var first, last calendar.Quarter
	for _, r := range receipts {
		if r.Payment != Instalment {
			continue
		}
		q := calendar.QuarterOf(r.ReceivedOn())
		var err error
		if sums[q], err = sums[q].Add(r.Amount); err != nil {
			return nil, err
		}
		if first.IsZero() || q.Compare(first) < 0 {
			first = q
		}
		if q.Compare(last) > 0 {
			last = q
		}
	}
	var all []Filing
	for q := first; !q.IsZero() && q.Compare(last) <= 0; q = q.Add(1) {
		if sum, any := sums[q]; any || p.Nil == NilFiling {
			all = append(all, Filing{d, q.String(), q.Last(), sum})
		}
	}
	return all, nil
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

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Duties: Duties(), Choices: []rule.Choice{
		{Policy: "P9", Where: "revenue.Policy.Nil"},
		{Policy: "P10", Where: "revenue.Receipt.ReceivedOn"},
		{Policy: "P11", Where: "revenue.Receipt.Payment"},
		{Policy: "P12", Where: "revenue.Matter.CompletedOn"},
	}}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	return c
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{Receipts().Definition(), Matters().Definition()}
}
