package authorization

import (
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
)

// The rules that refuse a command, as the rows of the state tables name them.
const (
	guardDates      rule.ID = "authorization.dates-in-order"
	guardRole       rule.ID = "authorization.right-role"
	guardRegime     rule.ID = "authorization.right-regime"
	guardParties    rule.ID = "authorization.same-parties"
	guardHeld       rule.ID = "authorization.in-force"
	guardPlan       rule.ID = "authorization.plan"
	guardDecision   rule.ID = "authorization.collective-decision"
	guardAbove      rule.ID = "authorization.competent-department"
	guardNoneAbove  rule.ID = "authorization.no-department-above"
	guardOwn        rule.ID = "authorization.not-own"
	guardReply      rule.ID = "authorization.written-reply"
	guardPrudence   rule.ID = "authorization.prudence"
	guardAssessed   rule.ID = "authorization.assessed"
	guardPersonal   rule.ID = "authorization.personal-information"
	guardImportant  rule.ID = "authorization.important-data"
	guardSecurity   rule.ID = "authorization.security-system"
	guardGuarantee  rule.ID = "authorization.no-guarantee"
	guardClassified rule.ID = "authorization.classified"
	guardHarm       rule.ID = "authorization.no-harm"
	guardConsent    rule.ID = "authorization.shared-data-needs-consent"
	guardProvider   rule.ID = "authorization.provider"
	guardTerm       rule.ID = "authorization.term"
	guardYears      rule.ID = "authorization.five-years"
	guardOperator   rule.ID = "authorization.operator"
	guardChosen     rule.ID = "authorization.operator-chosen"
	guardFits       rule.ID = "authorization.agreement-fits"
	guardAgreed     rule.ID = "authorization.agreement-decided"
	guardRedevelop  rule.ID = "authorization.no-redevelopment"
	guardRegistered rule.ID = "authorization.registered"
	guardFiled      rule.ID = "authorization.filing"
	guardYear       rule.ID = "authorization.disclosure-year"
	guardEvaluated  rule.ID = "authorization.evaluation"
	guardNarrows    rule.ID = "authorization.narrows"
	guardGround     rule.ID = "authorization.ground-shown"
	guardEnd        rule.ID = "authorization.end"
	guardAffiliate  rule.ID = "authorization.no-free-use-by-affiliates"
	guardInvestor   rule.ID = "authorization.investor-approval"
	guardNoInvestor rule.ID = "authorization.no-investor-approval"
	guardValued     rule.ID = "authorization.book-values"
	guardAppraised  rule.ID = "authorization.appraised"
	guardInvest     rule.ID = "authorization.no-investment"
	guardFollowed   rule.ID = "authorization.followed-together"
	guardNotUsed    rule.ID = "authorization.not-used"
)

// guards are the rules that refuse a command: those of every outside use, and
// those of the steps.
func guards() []machine.Guard[step] {
	var all []machine.Guard[step]
	for _, c := range conditions() {
		all = append(all, machine.Guard[step]{Rule: c.rule, Check: func(s step) rule.Text {
			return c.check(s.a.pending.application, s.act.On, s.a.regime.spec.Policy)
		}})
	}
	return append(append(append(all, stepGuards()...), partyGuards()...), append(agreementGuards(), disposalGuards()...)...)
}

func guard(id rule.ID, title rule.Text, basis []rule.Clause, evidence rule.Evidence, judgement rule.Text, check func(step) rule.Text) machine.Guard[step] {
	return machine.Guard[step]{
		Rule:  rule.Rule{ID: id, Title: title, Basis: basis, Evidence: evidence, Severity: rule.Blocking, Judgement: judgement},
		Check: check,
	}
}

// during limits a guard to the time in which 27号 is in force.
func during(g machine.Guard[step]) machine.Guard[step] {
	g.Rule.Effective = inForce()
	return g
}

func stepGuards() []machine.Guard[step] {
	matter := text("按事理，文件未明写", "it follows from the matter; no text says it")
	return []machine.Guard[step]{
		guard(guardDates, text("步骤日期不早于上一步骤", "a step is not dated before the one before"), gx("4.5.8"), rule.Judgement,
			text("审批程序规范的前提", "without it approval is not standardised"), datesInOrder),
		guard(guardRole, text("步骤由有权的一方办理", "a step is taken by the side whose it is"), law(gx("4.5.1", "4.5.2"), a27("第3条", "第11条")), rule.FullText,
			text("文件未写的步骤由申请的一方办理", "steps that no text gives to a side are the applicant's"), rightRole),
		guard(guardRegime, text("程序与单位和被授权方相符", "the regime is the one for the holder and the recipient"), gx("4.5.2", "4.5.3", "4.5.7"), rule.FullText,
			text("被授权方自用、不对外开发的，不属授权运营", "a recipient that uses the data itself is no operator"), rightRegime),
		guard(guardHeld, text("变更、续期在期限内办理，续期先评估", "amendment and renewal within the term, renewal after an evaluation"), law(gx("4.5.5"), a27("第14条")), rule.Judgement,
			text("“评价、续期或退出”并列：续期以评估合格为前提；到期的重新授权", "evaluation, renewal or exit are one item: renewal follows a passed evaluation; what has expired is granted anew"), inTerm),
		guard(guardFiled, text("备案的方案已审定、协议已签订", "what is filed has been adopted or signed"), a27("第11条", "第13条"), rule.FullText, rule.Text{}, filedAfter),
		guard(guardYear, text("披露的年度在授权期内", "the year disclosed lies within the term"), law(a27("第18条", "第19条"), in(disclosure, "")), rule.Judgement, matter, yearInTerm),
		guard(guardEvaluated, text("评估期在授权期内、不晚于评估日", "the period evaluated lies within the term and is over"), gx("4.5.5"), rule.Judgement, matter, periodEvaluated),
		guard(guardNarrows, text("动态调整只收回已授权的部分，全部收回的按收回办理", "an adjustment takes back what was granted, and not all of it"), gx("4.5.5"), rule.Judgement,
			text("扩大授权按变更办理", "to widen a grant is an amendment"), cutsNarrow),
		guard(guardGround, text("以市场运营、评估、再开发为由的，有相应的评估结果", "a ground of market operation, evaluation or re-development is shown by an evaluation"), law(gx("4.5.5"), a27("第6条", "第14条")), rule.FullText,
			text("方案以市场运营情况为调整、收回的根据；凭评估认定", "the plan makes the state of market operation the ground; an evaluation shows it"), groundShown),
		guard(guardEnd, text("期满终止须在期限届满之后", "what has expired has passed its last day"), a27("第14条"), rule.Judgement, matter, endFits),
		guard(guardNotUsed, text("未处置而终止的，原因为批准后未实施", "a disposal that was not carried out ends as not used"), gx("4.5.8"), rule.Judgement, matter, notUsed),
	}
}

func partyGuards() []machine.Guard[step] {
	return []machine.Guard[step]{
		guard(guardParties, text("变更、续期的当事人不变", "amendment and renewal have the same parties"), law(gx("4.5.4"), a27("第12条")), rule.Judgement,
			text("更换被授权方须重新选择，另行授权", "another recipient is chosen anew and gets a grant of its own"), sameParties),
		guard(guardDecision, text("经集体决策", "decided collectively"), law(gx("4.5.8"), a27("第11条", "第13条"), in(regulation, "第19条")), rule.FullText,
			text("使用审批的集体决策类推自处置", "for use by analogy with disposal"), decidedByHolder),
		guard(guardAbove, text("由上级主管部门审核", "reviewed by the competent department above"), gx("4.5.2"), rule.FullText,
			text("申请表写明的主管部门", "the one that the application names"), departmentAbove),
		guard(guardNoneAbove, text("没有上级主管部门的，直接报财政部门", "without a department above it goes to the finance department at once"), gx("4.5.2"), rule.Judgement,
			text("一级预算单位自身即主管部门", "a unit of the first level is its own competent department"), noDepartmentAbove),
		guard(guardOwn, text("申请单位不审批自己的事项", "no unit approves its own matter"), gx("4.5.2"), rule.Judgement,
			text("P18：须其他机关（本级政府）的决定；自治区财政厅作为持有单位的只警告", "P18: another body's decision, the government's of its level; the region's finance department as holder is only warned"), notOwn),
		guard(guardReply, text("有书面批复", "the reply is in writing"), law(gx("4.5.8"), in(regulation, "第19条")), rule.FullText,
			text("批复不附已过的有效期", "a reply does not end before its day"), writtenReply),
		guard(guardConsent, text("共享取得的数据用于授权运营，须经提供单位同意", "shared data need their provider's consent"), law(gx("4.5.1"), a27("第5条")), rule.FullText,
			text("在审批、审定、签订时判断；提供单位须为申请表所写", "judged when it is approved, adopted or signed; the provider is the one that the application names"), providerConsents),
		guard(guardProvider, text("同意由该数据的提供单位作出", "a consent is that of the provider of the data"), law(gx("4.5.1"), a27("第5条")), rule.FullText, rule.Text{}, rightProvider),
		guard(guardAffiliate, text("企业不得无偿向关联方提供", "an enterprise gives nothing to affiliates for nothing"), law(in(ownership, "第44条"), gx("4.5.3")), rule.Verified,
			text("数据视为“其他资产”；未填是否关联方的视为不是", "data count as “other assets”; left out, the recipient is taken for no affiliate"), notFreeToAffiliates),
		guard(guardInvestor, text("只有须批准的事项报出资人机构", "the investor is asked where its approval is needed"), law(gx("4.5.3"), in(ownership, "第30条")), rule.FullText, rule.Text{}, investorNeeded),
		guard(guardNoInvestor, text("须出资人机构批准的，先批准", "what needs the investor's approval is approved first"), law(gx("4.5.3"), in(ownership, "第30条", "第45条")), rule.FullText, rule.Text{}, investorNotNeeded),
	}
}

func agreementGuards() []machine.Guard[step] {
	return []machine.Guard[step]{
		during(guard(guardPlan, text("有十二项实施方案，与申请一致", "a plan of twelve items that fits the application"), a27("第8条", "第9条"), rule.FullText,
			text("资产、模式、期限与申请表一致", "assets, modes and term are those of the application"), planFits)),
		guard(guardTerm, text("期限起止有序", "the term ends after it begins"), gx("4.5.4"), rule.Judgement, text("按事理", "it follows from the matter"), termInOrder),
		during(guard(guardYears, text("授权运营期限原则上不超过5年", "the term is in principle at most five years"), a27("第14条"), rule.FullText,
			text("“原则上”：超过的须写明理由，并给出警告", "“in principle”: more needs a reason, and warns"), fiveYears)),
		during(guard(guardOperator, text("选定的运营机构是申请的被授权方", "the operator chosen is the recipient"), a27("第12条"), rule.FullText, rule.Text{}, operatorFits)),
		during(guard(guardChosen, text("与选定的运营机构签订", "the agreement is with the operator chosen"), a27("第12条", "第13条"), rule.FullText, rule.Text{}, signedWithChosen)),
		guard(guardFits, text("协议不超出申请和方案", "the agreement does not go beyond application and plan"), law(gx("4.5.4"), a27("第11条", "第13条", "第14条")), rule.FullText,
			text("资产、领域场景、期限、当事人逐项核对", "assets, fields and scenarios, term and parties are compared"), agreementFits),
		guard(guardAgreed, text("协议签订前经集体决策", "the agreement is decided collectively before it is signed"), law(a27("第13条"), gx("4.5.3")), rule.FullText, rule.Text{}, agreementDecided),
		guard(guardRedevelop, text("运营机构不参与已交付产品和服务的再开发", "the operator does not re-develop what it delivered"), a27("第6条", "第14条"), rule.FullText,
			text("协议须有此条款；企业自有数据参照", "the agreement has the clause; for an enterprise's own data by reference"), bansRedevelopment),
		guard(guardRegistered, text("对外提供使用前已登记，证书在有效期内", "registered before, and the certificate is valid"), law(gx("4.3.2", "4.3.3"), a27("第16条")), rule.FullText,
			text("签订协议时凭登记凭证判断，提供时再判断；只就公共数据资产；全国登记不代替卡片", "judged by the vouchers when the agreement is signed, and again at each supply; public data only; the national registration does not stand in for the card"), registeredFirst),
	}
}

func disposalGuards() []machine.Guard[step] {
	return []machine.Guard[step]{
		guard(guardValued, text("账面价值取自决策前的账簿", "book values are those of a day before the decision"), law(gx("4.5.8"), in(regulation, "第35条")), rule.Judgement,
			text("与账簿的一致性另行核对", "whether they are the journal's is judged apart"), valuesSound),
		guard(guardAppraised, text("转让、置换、对外投资应当评估", "sale, exchange and investment are appraised"), law(in(regulation, "第36条"), in(ownership, "第47条")), rule.FullText,
			text("“国家另有规定的除外”：不评估的写明依据", "“unless the State provides otherwise”: without an appraisal the rule that lets it is named"), appraised),
		guard(guardInvest, text("行政单位不得对外投资", "an administrative unit does not invest"), in(regulation, "第12条"), rule.FullText,
			text("法律另有规定的除外，由使用者停用本规则", "unless a law provides otherwise; the caller then makes a regime without this guard"), noInvestment),
		guard(guardFollowed, text("台账、登记、账务同步处理，不早于批复", "ledger, registration and books follow together, not before the reply"), law(gx("4.5.8"), in(regulation, "第19条", "第35条")), rule.FullText,
			text("“及时”“同时”：以执行日为限", "“in time”, “at the same time”: by the day it is carried out"), followedTogether),
	}
}
