package enterprise

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// The rules that refuse a booking.
const (
	ruleAppraisal    rule.ID = "enterprise.appraisal-not-booked"
	ruleWritingUp    rule.ID = "enterprise.writing-up"
	ruleReversal     rule.ID = "enterprise.impairment-not-reversed"
	ruleResearch     rule.ID = "enterprise.research-not-capitalised"
	ruleExpensed     rule.ID = "enterprise.expensed-not-written-back"
	ruleConditions   rule.ID = "enterprise.five-conditions"
	ruleUsefulLife   rule.ID = "enterprise.useful-life"
	ruleResidual     rule.ID = "enterprise.residual-value"
	ruleRevenueBased rule.ID = "enterprise.no-revenue-based-amortisation"
	ruleCashYears    rule.ID = "enterprise.cash-flow-years"
	ruleIndefinite   rule.ID = "enterprise.indefinite-tested-yearly"
	ruleUnready      rule.ID = "enterprise.unready-tested-yearly"
)

// bookingRules is what the standards forbid or require of a booking, with the
// clause of each.
func bookingRules() []rule.Rule {
	return []rule.Rule{
		blocking(ruleAppraisal, "评估等方式得出的金额不得直接作为入账、调账的依据（投资者投入、CAS 7、12、16、20 的公允价值除外）",
			"an appraisal is no basis for booking or adjusting, but for what owners contribute and the fair values of CAS 7, 12, 16 and 20", rule.SecondHand, yearEnd("数据资源"), cas("6", "第12条"), cas("6", "第14条"), cas("6", "第15条"), rule.GX("4.4.4")),
		blocking(ruleWritingUp, "无形资产、存货的账面价值不得上调", "no carrying amount is written up", rule.SecondHand, yearEnd("数据资源"), cas("6", "第12条"), cas("1", "第15条"), rule.GX("4.4.4")),
		blocking(ruleReversal, "无形资产减值损失一经确认，以后不得转回", "an impairment of an intangible asset is never reversed", rule.Verified, cas("8", "第17条")),
		blocking(ruleResearch, "研究阶段的支出于发生时计入当期损益", "research is expensed when it is incurred", rule.Verified, cas("6", "第8条"), interim("二、2")),
		blocking(ruleExpensed, "已费用化计入损益的支出不再调整，不得重新资本化", "what was expensed is not written back", rule.SecondHand, interim("四"), cas("6", "第13条"), yearEnd("数据资源")),
		blocking(ruleConditions, "开发阶段支出同时满足五个条件的，自满足之日起资本化", "development is capitalised from the day all five conditions are met", rule.Verified, cas("6", "第9条"), answers("五条件")),
		blocking(ruleUsefulLife, "使用寿命取权利期限与预计受益期限的较短者；续约须有证据；不确定或超过 10 年须有依据",
			"useful life is the shorter of right and benefit; a renewal needs evidence; indefinite, or beyond ten years, needs its reason", rule.Verified, cas("6", "第16条"), cas("6", "第19条"), guide("第6号"), interim("二、2")),
		blocking(ruleResidual, "残值视为零，除两种情形外", "residual value is zero, but for two cases", rule.Verified, cas("6", "第18条")),
		blocking(ruleRevenueBased, "通常不得以收入为基础摊销", "no amortisation based on revenue as a rule", rule.Verified, rule.In("财会〔2017〕18号", "摊销方法"), cas("6", "第17条")),
		blocking(ruleCashYears, "预计未来现金流量最多涵盖五年，能证明更长合理的除外", "cash flows of at most five years, unless more is justified", rule.Verified, cas("8", "第11条")),
		warning(ruleIndefinite, "使用寿命不确定的无形资产每年年末进行减值测试", "an intangible asset of indefinite life is tested each year end", rule.Verified, rule.Text{}, cas("8", "第4条"), yearEnd("数据资源")),
		warning(ruleUnready, "尚未达到可使用状态的无形资产每年进行减值测试", "an intangible asset that is not ready for use is tested each year", rule.Judgement,
			text("不在 CAS 8 正文，按教材口径", "not in CAS 8 itself; as the textbooks have it"), cas("8", "第4条")),
	}
}

func blocking(id rule.ID, zh, en string, e rule.Evidence, basis ...rule.Clause) rule.Rule {
	r := rule.Rule{ID: id, Title: text(zh, en), Basis: append(basis, rule.GX("4.4.5")), Evidence: e, Severity: rule.Blocking}
	if id == ruleUsefulLife {
		r.Judgement = text("超过 10 年须写依据是本库的取舍：公开披露多为 3 至 5 年", "that ten years and more need a reason is this library's choice: published lives are mostly three to five years")
	}
	return r
}

func warning(id rule.ID, zh, en string, e rule.Evidence, judgement rule.Text, basis ...rule.Clause) rule.Rule {
	return rule.Rule{ID: id, Title: text(zh, en), Basis: append(basis, rule.GX("4.4.5")), Evidence: e, Severity: rule.Warning, Judgement: judgement}
}

// forbidden is what is asked for under a name of its own and refused: there is
// no such entry.
func forbidden() []accounting.Refused {
	no := func(kind, zh, en string, id rule.ID) accounting.Refused {
		return accounting.Refused{ID: rule.ID("enterprise." + kind), Title: text(zh+"（不得入账）", en+" (never booked)"), Rule: bookingRule(id)}
	}
	return []accounting.Refused{
		no("appraisal-booked", "以评估值入账、调账", "an appraisal as cost", ruleAppraisal),
		no("written-up", "上调账面价值", "a carrying amount raised", ruleWritingUp),
		no("impairment-reversed", "转回无形资产减值", "an impairment of an intangible asset taken back", ruleReversal),
		no("research-capitalised", "研究阶段支出资本化", "research as an asset", ruleResearch),
		no("expensed-capitalised", "已费用化支出重新资本化", "what was expensed, written back", ruleExpensed),
		no("unqualified-capitalised", "不满足五条件的开发支出资本化", "development short of the five conditions as an asset", ruleConditions),
		no("revenue-based-amortising", "以收入为基础摊销", "amortisation by revenue", ruleRevenueBased),
	}
}

// residualProof is the two cases in which a residual value is not zero.
func residualProof() accounting.Residual {
	return accounting.Residual{Documents: []string{ThirdPartyBuys.Document(), ActiveMarketThen.Document()}, Rule: bookingRule(ruleResidual)}
}

func bookingRule(id rule.ID) rule.Rule {
	all := bookingRules()
	return all[slices.IndexFunc(all, func(r rule.Rule) bool { return r.ID == id })]
}
