package authorization

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// SupplyRules returns the rules that judge a supply under a policy: every
// procedure that applies is complete, and what must be there before is there.
// What blocks and what only warns is the rules' severity. The set is made anew
// at each call: who judges many supplies keeps it.
func SupplyRules(p Policy) rule.Set[Supply] {
	on := func(s Supply) calendar.Date { return s.On }
	checks := []rule.Check[Supply]{
		{Rule: completeRule(), On: on, Func: proceduresComplete},
		{Rule: referenceRule(), On: on, Func: proceduresByReference},
		{Rule: withinRule(), On: on, Func: withinGrant},
		{Rule: ruleOf(guardRegistered), On: on, Func: supplyRegistered},
		{Rule: ruleOf(guardConsent), On: on, Func: supplyConsented},
		{Rule: competitionRule(), On: on, Func: ofOperation(competitionThere)},
		{Rule: planFiledRule(), On: on, Func: ofOperation(planFiled)},
		{Rule: agreementFiledRule(), On: on, Func: ofOperation(agreementFiled)},
	}
	for _, c := range conditions() {
		checks = append(checks, rule.Check[Supply]{Rule: c.rule, On: on, Func: func(s Supply, _ rule.Context) rule.Verdict {
			if c.operation && !s.Application.entrusted() {
				return rule.Inapplicable()
			}
			return c.judge(s.Application, s.On, p)
		}})
	}
	return mustSet(checks...)
}

// Rules returns the rules that judge an authorisation on a day. The policy is its
// regime's.
func Rules() rule.Set[Authorization] { return rules() }

var rules = sync.OnceValue(func() rule.Set[Authorization] {
	return mustSet(
		rule.Check[Authorization]{Rule: evaluatedRule(), Func: evaluatedInTime},
		rule.Check[Authorization]{Rule: adjustedRule(), Func: adjustedAfter},
		rule.Check[Authorization]{Rule: ruleOf(guardRedevelop), Func: notRedeveloped},
		rule.Check[Authorization]{Rule: rawRule(), Func: noRawData},
		rule.Check[Authorization]{Rule: supportRule(), Func: supportsGovernance},
		rule.Check[Authorization]{Rule: expiredRule(), Func: notExpired},
		rule.Check[Authorization]{Rule: longerRule(), Func: notLonger},
		rule.Check[Authorization]{Rule: ownRule(), Func: approvedByOther},
		rule.Check[Authorization]{Rule: disclosedRule(), Func: disclosedInTime},
		rule.Check[Authorization]{Rule: competitionRule(), Func: competitionThere},
		rule.Check[Authorization]{Rule: planFiledRule(), Func: planFiled},
		rule.Check[Authorization]{Rule: agreementFiledRule(), Func: agreementFiled},
	)
})

// GuaranteeRules returns the rules that judge a request that data assets secure a
// debt.
func GuaranteeRules() rule.Set[Guarantee] { return guaranteeRules() }

var guaranteeRules = sync.OnceValue(func() rule.Set[Guarantee] {
	return mustSet(rule.Check[Guarantee]{Rule: ruleOf(guardGuarantee), On: func(g Guarantee) calendar.Date { return g.On }, Func: noInstitutionSecures})
})

// FollowUpRules returns the rules that judge whether ledger, registration and
// books followed a disposal.
func FollowUpRules() rule.Set[FollowUp] { return followUpRules() }

var followUpRules = sync.OnceValue(func() rule.Set[FollowUp] {
	return mustSet(
		rule.Check[FollowUp]{Rule: ledgerRule(), Func: ledgerFollowed},
		rule.Check[FollowUp]{Rule: registrationRule(), Func: registrationFollowed},
		rule.Check[FollowUp]{Rule: booksRule(), Func: booksFollowed},
		rule.Check[FollowUp]{Rule: valuesRule(), Func: valuesAgree},
		rule.Check[FollowUp]{Rule: noticeRule(), Func: saleNoticed},
	)
})

func mustSet[T any](checks ...rule.Check[T]) rule.Set[T] {
	set, err := rule.NewSet(checks...)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
}

// ruleOf returns the rule of a guard.
func ruleOf(id rule.ID) rule.Rule {
	for _, g := range guards() {
		if g.Rule.ID == id {
			return g.Rule
		}
	}
	return rule.Rule{}
}

func completeRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.procedures-complete", Title: text("提供前，适用的每一程序均已办结", "every procedure that applies is complete before the supply"),
		Basis: law(gx("4.5.2", "4.5.3", "4.5.7"), a27("第11条", "第13条")), Evidence: rule.FullText, Severity: rule.Blocking,
		Judgement: text("资产审批与授权运营是两条线，各自办结；到期、收回、终止的视为未办结", "approval of the asset and authorised operation are two lines, each complete by itself; expired, withdrawn or ended counts as not complete"),
	}
}

func referenceRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.procedures-by-reference", Title: text("企业的公共数据参照授权运营办理", "an enterprise's public data follow authorised operation by reference"),
		Basis: law(gx("4.5.7"), a27("第25条")), Evidence: rule.FullText, Severity: rule.Warning, Effective: inForce(),
		Judgement: text("“参照”：未办理只警告", "“by reference”: it only warns"),
	}
}

func withinRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.within-grant", Title: text("不超出授权的对象、资产、领域场景和期限", "within the grant: recipient, assets, fields and scenarios, term"),
		Basis: law(gx("4.5.4", "4.5.5"), a27("第22条")), Evidence: rule.FullText, Severity: rule.Blocking,
	}
}

func competitionRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.competition", Title: text("运营机构经公平竞争选定并有记录", "the operator was chosen by fair competition, on record"),
		Basis: a27("第12条"), Evidence: rule.FullText, Severity: rule.Warning, Effective: inForce(),
		Judgement: text("缺少记录不阻断，给出警告", "a missing record does not block; it warns"),
	}
}

func planFiledRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.plan-filed", Title: text("实施方案已备案", "the plan is filed"), Basis: a27("第11条"), Evidence: rule.FullText, Severity: rule.Warning, Effective: inForce(),
		Judgement: text("未定期限，审定后未备案的警告", "no day is set; it warns from the adoption on"),
	}
}

func agreementFiledRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.agreement-filed", Title: text("授权运营协议已备案", "the agreement is filed"), Basis: a27("第13条"), Evidence: rule.FullText, Severity: rule.Warning, Effective: inForce(),
		Judgement: text("未定期限，签订后未备案的警告", "no day is set; it warns from the signature on"),
	}
}

func evaluatedRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.evaluated-in-time", Title: text("授权按期评估", "the grant is evaluated in time"), Basis: law(gx("4.5.5"), a27("第14条")), Evidence: rule.FullText, Severity: rule.Warning,
		Judgement: text("“定期”默认12个月（P26）", "“periodic”: 12 months by default (P26)"),
	}
}

func adjustedRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.adjusted", Title: text("评估认定未使用或不合格的，调整或收回", "what an evaluation found unused or failed is adjusted or withdrawn"), Basis: gx("4.5.5"), Evidence: rule.FullText, Severity: rule.Warning,
		Judgement: text("方案为“根据市场运营情况调整或收回”，未定时点，只警告", "the plan says adjusted or withdrawn by the state of market operation, and no day: it only warns"),
	}
}

func rawRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.no-raw-data", Title: text("未依法公开的原始数据不得直接进入市场", "raw data that are not lawfully public do not reach the market directly"), Basis: a27("第21条"), Evidence: rule.FullText, Severity: rule.Blocking,
		Effective: inForce(), Judgement: text("凭评估认定", "an evaluation shows it"),
	}
}

func supportRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.supports-governance", Title: text("运营机构支持数据治理", "the operator supports the governance of the data"), Basis: law(gx("4.5.6"), a27("第20条")), Evidence: rule.FullText, Severity: rule.Advice,
		Judgement: text("方案为“鼓励”，只提示", "the plan encourages it, so it is advice"),
	}
}

func expiredRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.expired", Title: text("到期的授权已续期或终止", "what has expired is renewed or ended"), Basis: a27("第14条"), Evidence: rule.Judgement, Severity: rule.Warning,
		Judgement: text("到期后的处理未规定，提示续期或终止", "nothing is said of what follows; it asks for renewal or the end"),
	}
}

func longerRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.longer-than-five", Title: text("超过5年的授权运营", "a term of more than five years"), Basis: a27("第14条"), Evidence: rule.FullText, Severity: rule.Warning, Effective: inForce(),
		Judgement: text("“原则上不超过5年”：写明理由的准许并警告", "“in principle at most five years”: with a reason it is let through and warned"),
	}
}

func ownRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.own-approval", Title: text("申请单位与审批单位不为同一单位", "applicant and approver are not one"), Basis: gx("4.5.2"), Evidence: rule.Judgement, Severity: rule.Warning,
		Judgement: text("P18：自治区财政厅作为持有单位时准许并警告；其他单位依所选政策", "P18: the region's finance department as holder is let through and warned; others by the policy chosen"),
	}
}

func disclosedRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.disclosed-in-time", Title: text("每年3月底前披露上一年度授权运营情况", "the year before is disclosed by the end of March"), Basis: law(a27("第18条", "第19条"), in(disclosure, "")), Evidence: rule.SecondHand, Severity: rule.Warning,
		Effective: rule.From(calendar.MustDate(2026, 2, 10)),
		Judgement: text("实施机构和运营机构各自披露", "agency and operator each disclose"),
	}
}

func ledgerRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.ledger-followed", Title: text("处置的资产已核销台账", "what was disposed of is out of the ledger"), Basis: law(gx("4.5.8", "4.2.3"), in(regulation, "第35条")), Evidence: rule.FullText, Severity: rule.Warning,
		Judgement: text("“及时”：执行后未办的警告", "“in time”: it warns once the disposal is carried out"),
	}
}

func registrationRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.registration-followed", Title: text("处置的资产已注销登记，或由接收方变更", "the registration of what was disposed of is cancelled, or altered by the one that takes over"), Basis: law(gx("4.5.8", "4.3.4")), Evidence: rule.FullText, Severity: rule.Warning,
		Judgement: text("注销原因须与处置方式相符", "its cause answers to the way of disposal"),
	}
}

func booksRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.books-followed", Title: text("处置的资产已作会计处理，不早于批复", "what was disposed of is booked, and not before the reply"), Basis: law(gx("4.5.8"), in(regulation, "第35条"), in("财资〔2016〕1号", "")), Evidence: rule.FullText, Severity: rule.Warning,
		Judgement: text("事项须与处置方式相符；批复前只可转入待处理", "the event answers to the way of disposal; before the reply only 1902 may be reached"),
	}
}

func valuesRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.values-agree", Title: text("申请的账面价值与账簿一致", "the book values applied for are the journal's"), Basis: law(gx("4.5.8"), in(regulation, "第35条")), Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("以账面价值基准日当日终了的账簿为准", "by the journal as it stands at the end of the day of the values"),
	}
}

func noticeRule() rule.Rule {
	return rule.Rule{
		ID: "authorization.sale-notice", Title: text("企业转让底价100万元以上的公开进行并公告", "an enterprise's sale from 1,000,000 up is held in public, with notice"), Basis: in("国务院国资委、财政部令第32号", ""), Evidence: rule.SecondHand, Severity: rule.Warning,
		Judgement: text("全国框架：100万至1000万元公告不少于10个工作日，1000万元以上不少于20个；本地标准由企业内部制度定", "the national frame: 10 working days of notice from 1,000,000, 20 above 10,000,000; local figures are for the enterprise's own rules"),
	}
}
