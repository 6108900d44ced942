package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// ruleClass is the classification by purpose and business model.
const ruleClass rule.ID = "enterprise.classification"

func classRule() rule.Rule {
	return rule.Rule{
		ID: ruleClass, Title: text("按持有目的、业务模式分类：使用、服务为无形资产，备售为存货，不符合条件的不确认",
			"by purpose and business model: used or serving others intangible, for sale inventory, else not recognised"),
		Basis:    law(interim("一"), interim("二、1"), interim("二、4"), cas("6", "第3条"), cas("6", "第4条"), cas("1", "第3条"), cas("1", "第4条"), rule.GX("4.4.5")),
		Evidence: rule.Verified, Severity: rule.Note,
		Judgement: text("一份数据既自用又反复许可的为无形资产；卖断且不再保留的才考虑存货",
			"data for own use that are licensed again and again are an intangible asset; inventory is only what is sold for good"),
	}
}

// Classification is what a data resource is booked as, and why.
type Classification struct {
	asset.Assessment
	Account string      // 1701, 1405, or 5301 while it is developed; "" is none
	Report  rule.Report // the reasons, a note each
}

// Classify answers as what a resource is booked on a day, by the criteria of
// [asset.Recognize]: the reason of each criterion is a finding. Errors are those of
// Recognize.
func Classify(r asset.Resource, at calendar.Date) (Classification, error) {
	r.HolderKind = rule.Enterprise
	a, err := asset.Recognize(r, at)
	if err != nil {
		return Classification{}, err
	}
	c := Classification{Assessment: a, Account: accountOf(a.Class)}
	for _, o := range a.Accounting.Criteria {
		f := noteOf(o.Title, o.Why, o.Settle)
		f.Basis = o.Basis
		c.Report.Add(f)
	}
	for _, why := range classReasons(r, a.Class, at) {
		c.Report.Add(why)
	}
	return c, nil
}

func accountOf(c asset.Class) string {
	switch c {
	case asset.ClassIntangible:
		return "1701"
	case asset.ClassInventory:
		return "1405"
	case asset.ClassDevelopment:
		return "5301"
	}
	return ""
}

func noteOf(title, message, fix rule.Text) rule.Finding {
	r := classRule()
	return rule.Finding{Rule: r.ID, Title: title, Severity: r.Severity, Message: message, Fix: fix, Basis: r.Basis}
}

// classReasons is the sentence on purpose, and on the years before the provisions.
func classReasons(r asset.Resource, c asset.Class, at calendar.Date) []rule.Finding {
	var why rule.Text
	switch {
	case c == asset.ClassUnrecognised:
		why = text("不符合确认条件：不确认为资产，可自愿披露", "the criteria are not met: not recognised, may be disclosed")
	case c == asset.ClassDevelopment:
		why = text("开发阶段、五条件已同时满足：在研发支出（资本化支出）归集", "development with all five conditions met: gathered as capitalised expenditure")
	case r.Use == asset.UseSale:
		why = text("日常活动中持有、最终目的用于出售：存货", "held in ordinary activities for sale in the end: inventory")
	case r.Use == asset.UseService:
		why = text("用于对外提供服务：无形资产", "used to serve others: intangible asset")
	default:
		why = text("企业使用：无形资产", "used by the enterprise: intangible asset")
	}
	all := []rule.Finding{noteOf(classRule().Title, why, rule.Text{})}
	if at.Before(inForce()) {
		f := noteOf(text("未来适用", "prospective application"), text("规定自 "+inForce().String()+" 起施行，未来适用：此前按当时的准则判断，不追溯调整", "the provisions apply from "+inForce().String()+" on, prospectively: before, the standards as they stood decide, and nothing is adjusted afterwards"), rule.Text{})
		f.Basis = law(interim("四"))
		all = append(all, f)
	}
	if r.CostAt == asset.CostExpensed {
		f := noteOf(text("未来适用", "prospective application"), text("已费用化的支出不再调整；施行日 2024-01-01 以后的新支出另行判断", "what was expensed is not written back; new expenditure from 2024-01-01 on is judged by itself"), rule.Text{})
		f.Basis = law(interim("四"), cas("6", "第13条"), yearEnd("数据资源"))
		all = append(all, f)
	}
	return all
}

// inForce is the day from which 财会〔2023〕11号 applies.
func inForce() calendar.Date { return calendar.MustDate(2024, 1, 1) }

// PurposeChange says what happens where the purpose of data changes, on which the
// provisions are silent.
type PurposeChange uint8

// The choices.
const (
	AtCarryingAmount PurposeChange = iota // default: at carrying amount, on a decision, without profit or loss
	NoReclassifying                       // refused
)

// Policy carries what the provisions leave open. The zero Policy is the default.
type Policy struct {
	Purpose    PurposeChange
	Convention Convention
}

// ChangePurpose makes the event by which an intangible asset becomes inventory, or
// inventory an intangible asset with its life. decision is the document by which a
// person confirmed it. Errors are [*Refusal].
func (p Policy) ChangePurpose(c accounting.Card, on calendar.Date, decision string, life Life, use string) (accounting.Event, error) {
	switch {
	case p.Purpose == NoReclassifying:
		return accounting.Event{}, &Refusal{classRule(), c.Asset, text("本单位政策不允许改变分类", "the unit's policy does not reclassify")}
	case decision == "":
		return accounting.Event{}, &Refusal{classRule(), c.Asset, text("持有目的改变须有人确认的决议", "a change of purpose needs a decision")}
	case c.State != Held && c.State != Stock:
		return accounting.Event{}, &Refusal{classRule(), c.Asset, text("仅限在账的无形资产或存货", "only what stands as intangible asset or inventory")}
	}
	e := accounting.Event{
		ID: decision + "/" + c.Asset, On: on, Entity: rule.Enterprise, Documents: []string{"持有目的改变的决议"},
		Parts: []accounting.Part{{Asset: c.Asset, Detail: c.Detail, Amounts: AmountsOf(c), Terms: NotAmortised()}},
	}
	if e.Kind = "enterprise.purpose-to-inventory"; c.State == Held {
		return e, nil
	}
	terms, err := life.Terms(on, use, p.Convention)
	if err != nil {
		return accounting.Event{}, err
	}
	e.Kind, e.Parts[0].Terms = "enterprise.purpose-to-intangible", terms
	return e, nil
}
