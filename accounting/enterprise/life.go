package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Factor is one thing that an estimate of useful life considers.
type Factor struct {
	Code  string
	Title rule.Text
	Basis []rule.Clause
}

// Factors lists what an estimate of the useful life of data considers: the seven
// of the guidance to CAS 6, and the five that the interim provisions stress.
func Factors() []Factor {
	seven, five := law(guide("第6号")), law(interim("二、2"))
	return []Factor{
		{"cycle", text("产品寿命周期和类似资产使用寿命", "life cycle of the product and lives of similar assets"), seven},
		{"technology", text("技术、工艺的现状和趋势", "state and trend of technology"), seven},
		{"demand", text("市场需求", "demand of the market"), seven},
		{"competitors", text("现在或潜在竞争者的行动", "what competitors do"), seven},
		{"upkeep", text("维护支出及支付能力", "upkeep and the ability to pay for it"), seven},
		{"control", text("控制期限的法律规定或类似限制", "limits of law on the term of control"), seven},
		{"related", text("与其他资产使用寿命的关联", "lives of assets it depends on"), seven},
		{"business", text("业务模式", "business model"), five},
		{"rights", text("权利限制", "restrictions of rights"), five},
		{"updates", text("更新频率和时效性", "frequency of updates and timeliness"), five},
		{"iteration", text("有关产品或技术迭代", "iteration of products or technology"), five},
		{"rivals", text("同类竞品", "rival products"), five},
	}
}

// ResidualBasis is why a residual value is not zero. CAS 6 第18条 has two cases.
type ResidualBasis string

// The cases.
const (
	NoResidual       ResidualBasis = ""           // 残值为零
	ThirdPartyBuys   ResidualBasis = "commitment" // 第三方承诺到期购买
	ActiveMarketThen ResidualBasis = "market"     // 活跃市场可得残值信息，且该市场期末很可能存在
)

// Document is the kind of evidence that an event names for the case.
func (b ResidualBasis) Document() string {
	switch b {
	case ThirdPartyBuys:
		return "第三方到期购买的承诺"
	case ActiveMarketThen:
		return "活跃市场的残值信息"
	}
	return ""
}

// LongLife is from how many months on a life needs its reason: beyond ten years.
const LongLife = 120

// Life is an estimate of useful life: months that a right of contract or law
// leaves, months of expected benefit, and why. There is no default (P27).
type Life struct {
	Right         int    // months of the right; 0 is none that limits
	Renewal       int    // months of renewal without major cost, with evidence
	RenewalProof  string //
	Expected      int    // months of expected benefit; 0 with Indefinite
	Indefinite    bool   // no limit can be foreseen: not amortised, tested each year
	Reason        string // needed for an indefinite life, and for one beyond LongLife
	Considered    []string
	Residual      money.Amount
	ResidualBasis ResidualBasis
	ResidualProof string
	RevenueBased  bool // a method based on revenue, which 解释11号 rules out as a rule
	Units         int64
}

// Convention is how lives become schedules, on which practice differs. The zero
// Convention is the default: from the month of availability, rounded half up.
type Convention struct {
	First    accounting.FirstMonth
	Rounding accounting.Rounding
}

// Months returns the useful life in months: the shorter of right and expectation.
// Errors are [*Refusal].
func (l Life) Months() (int, error) {
	right := l.Right
	if l.Renewal > 0 && right > 0 {
		if l.RenewalProof == "" {
			return 0, refuse(ruleUsefulLife, "", text("续约期没有证据，不得计入寿命", "a renewal without evidence is no part of the life"))
		}
		right += l.Renewal
	}
	months := l.Expected
	if right > 0 && (months == 0 || right < months) {
		months = right
	}
	switch {
	case l.RevenueBased:
		return 0, refuse(ruleRevenueBased, "", text("不得以收入为基础摊销", "no amortisation based on revenue"))
	case l.Right < 0 || l.Renewal < 0 || l.Expected < 0 || months > accounting.MaxMonths:
		return 0, refuse(ruleUsefulLife, "", text("寿命应为 1 至 1200 个月", "a life of 1 to 1,200 months"))
	case l.Indefinite && (l.Right > 0 || l.Expected > 0):
		return 0, refuse(ruleUsefulLife, "", text("寿命不确定的，不填期限", "an indefinite life has no months"))
	case (l.Indefinite || months > LongLife) && l.Reason == "":
		return 0, refuse(ruleUsefulLife, "", text("寿命不确定或超过 10 年的，须写明判断依据", "an indefinite life, and one beyond ten years, needs its reason"))
	case !l.Indefinite && months == 0 && l.Units == 0:
		return 0, refuse(ruleUsefulLife, "", text("使用寿命没有默认值，须估计", "there is no default life: it has to be estimated"))
	case l.Residual.Sign() != 0 && (l.ResidualProof == "" || l.ResidualBasis != ThirdPartyBuys && l.ResidualBasis != ActiveMarketThen):
		return 0, refuse(ruleResidual, "", text("残值视为零，除非第三方承诺购买或有活跃市场信息并有证据", "residual value is zero, unless a third party is bound to buy or an active market tells it, with evidence"))
	}
	return months, nil
}

// Terms returns how an asset is amortised that is available for use from a day on.
func (l Life) Terms(available calendar.Date, use string, c Convention) (accounting.Terms, error) {
	months, err := l.Months()
	if err != nil {
		return accounting.Terms{}, err
	}
	t := accounting.Terms{Measured: accounting.AtCost, Use: use, Rounding: c.Rounding, Residual: l.Residual}
	if l.Indefinite {
		t.Indefinite = true
		return t, nil
	}
	t.From = calendar.MonthOf(available)
	if c.First == accounting.NextMonth {
		t.From = t.From.Add(1)
	}
	if t.Months = months; l.Units > 0 {
		t.Months, t.Units = 0, l.Units
	}
	return t, nil
}

// NotAmortised returns the terms of what is not amortised while it is held for
// sale, as inventory or under CAS 42 (第20条).
func NotAmortised() accounting.Terms {
	return accounting.Terms{Measured: accounting.AtCost, Indefinite: true}
}
