package authorization

import (
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Moment is a day from which a term runs, or on which it is met.
type Moment string

// The moments.
const (
	PlanAdopted     Moment = "planAdopted"     // 实施方案审定
	PlanFiled       Moment = "planFiled"       // 实施方案备案
	AgreementSigned Moment = "agreementSigned" // 协议签订
	AgreementFiled  Moment = "agreementFiled"  // 协议备案
	LastEvaluation  Moment = "lastEvaluation"  // 授权起始或上次评估
	NextEvaluation  Moment = "nextEvaluation"  // 下次评估
	YearOver        Moment = "yearOver"        // 年度结束
	YearDisclosed   Moment = "yearDisclosed"   // 年度披露
	DisposalAllowed Moment = "disposalAllowed" // 处置批复
	DisposalDone    Moment = "disposalDone"    // 处置执行
)

// Term is who has to do what by when: a duty, whose it is in the procedure, and
// the moments between which it runs.
type Term struct {
	Duty  rule.Duty
	Owner Role
	From  Moment
	Until Moment
}

// evaluation is P26: the interval of the policy stands in the duty as its
// default.
func evaluationTerm(owner Role) Term {
	return Term{
		Duty: rule.Duty{
			ID: "authorization.evaluate", Title: text("定期评估授权", "evaluate the grant periodically"), Basis: gx("4.5.5"), Evidence: rule.FullText,
			Owed:    rule.Owes(rule.RegionDepartment, rule.RegionEnterprise, rule.CityFinanceBureau),
			Trigger: calendar.AtEvent(string(LastEvaluation)), Term: calendar.Months(EveryYear.Months()),
			Judgement: text("“定期”未定期限，默认12个月（P26），自授权起始或上次评估起算", "“periodic” has no number; 12 months by default (P26), from the start of the grant or the last evaluation"),
		},
		Owner: owner, From: LastEvaluation, Until: NextEvaluation,
	}
}

// bodies is the units other than enterprises; those that a pilot unit named by
// reference.
func bodies() []rule.Owed {
	return append(rule.Owes(rule.RegionDepartment, rule.CityFinanceBureau),
		rule.Owed{Role: rule.NamedSubordinate, Force: rule.ByReference}, rule.Owed{Role: rule.NamedCounty, Force: rule.ByReference})
}

func useTerms() []Term { return []Term{evaluationTerm(Applicant)} }

// operationTerms is the duties of 27号. Those without a day count are owed in
// time.
func operationTerms() []Term {
	units := append(bodies(), rule.Owed{Role: rule.RegionEnterprise, Force: rule.ByReference})
	data := text("省级数据主管部门或行业主管部门", "provincial data authority, or sector authority")
	silent := text("未定期限，及时办理", "no day is set: in time")
	yearly := calendar.Months(3).WithRoll(calendar.RollNone)
	march := text("“每年3月底前”是固定日期，不顺延（P8）；首次披露2025年度", "the end of March is a date and does not roll (P8); the first year disclosed is 2025")
	first := rule.From(calendar.MustDate(2025, time.December, 31))
	return []Term{
		{Duty: rule.Duty{
			ID: "authorization.file-plan", Title: text("实施方案备案", "file the implementation plan"), Basis: a27("第11条"), Evidence: rule.FullText, Effective: inForce(),
			Owed: units, Trigger: calendar.AtEvent(string(PlanAdopted)), Term: calendar.Promptly(), Addressee: data, Judgement: silent,
		}, Owner: Agency, From: PlanAdopted, Until: PlanFiled},
		{Duty: rule.Duty{
			ID: "authorization.file-agreement", Title: text("授权运营协议备案", "file the agreement"), Basis: a27("第13条"), Evidence: rule.FullText, Effective: inForce(),
			Owed: units, Trigger: calendar.AtEvent(string(AgreementSigned)), Term: calendar.Promptly(), Addressee: data, Judgement: silent,
		}, Owner: Agency, From: AgreementSigned, Until: AgreementFiled},
		evaluationTerm(Agency),
		{Duty: rule.Duty{
			ID: "authorization.disclose-grant", Title: text("披露上一年度授权情况", "disclose the grants of the year before"), Basis: law(a27("第18条"), in(disclosure, "")), Evidence: rule.SecondHand,
			Effective: first, Owed: units, Trigger: calendar.EachYear(time.December, 31), Term: yearly, Addressee: text("社会公众", "the public"), Judgement: march,
		}, Owner: Agency, From: YearOver, Until: YearDisclosed},
		{Duty: rule.Duty{
			ID: "authorization.disclose-operation", Title: text("运营机构披露上一年度产品服务和数据使用", "the operator discloses the year before: products, services, use of the data"), Basis: law(a27("第19条"), in(disclosure, "")), Evidence: rule.SecondHand,
			Effective: first, Owed: []rule.Owed{{Role: rule.RegionEnterprise, Force: rule.ByReference}}, Trigger: calendar.EachYear(time.December, 31), Term: yearly, Addressee: text("社会公众", "the public"),
			Judgement: text("由运营机构承担；区直企业任运营机构时适用。“3月底前”不顺延（P8）", "the operator's; a region enterprise's where it is one. The end of March does not roll (P8)"),
		}, Owner: Operator, From: YearOver, Until: YearDisclosed},
	}
}

func disposalTerms() []Term {
	return []Term{{Duty: rule.Duty{
		ID: "authorization.dispose", Title: text("依批复及时处置，同时核销台账、会计处理", "carry the disposal out as the reply says; ledger and books at the same time"),
		Basis: law(gx("4.5.8"), in(regulation, "第19条", "第35条")), Evidence: rule.FullText, Owed: bodies(),
		Effective: rule.From(calendar.MustDate(2021, time.April, 1)),
		Trigger:   calendar.AtEvent(string(DisposalAllowed)), Term: calendar.Promptly(), Judgement: text("“及时”未定期限", "“in time” has no number"),
	}, Owner: Applicant, From: DisposalAllowed, Until: DisposalDone}}
}
