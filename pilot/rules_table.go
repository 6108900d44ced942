package pilot

import "github.com/dataasset-go/dataasset/rule"

// ReviewRules lists the rules that every review asks, whichever the plan.
func ReviewRules() []rule.Rule {
	return append([]rule.Rule{refusedEvent, onTime, onTimeNationally, namedUnit, restDay, doneIsOwed, declaredApprover, inPeriod, sumsFit, figuresRolledUp}, ReconcileRules().Rules()...)
}

var (
	refusedEvent = rule.Rule{
		ID: "pilot.event-takes-effect", Title: text("事项符合规则才生效", "an event takes effect only where the rules allow it"),
		Basis: gx("4.2.3"), Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("台账规范化管理的要求", "what a standardised ledger asks"),
	}
	onTime = rule.Rule{
		ID: "pilot.on-time", Title: text("义务按期履行", "duties are fulfilled on time"),
		Basis: gx("5.1.1"), Evidence: rule.FullText, Severity: rule.Warning,
	}
	onTimeNationally = rule.Rule{
		ID: "pilot.on-time-nationally", Title: text("按全国工作日历亦按期", "on time by the national calendar too"),
		Basis: append(gx("4.6.3"), rule.In("广西壮族自治区人民政府令第98号", "")), Evidence: rule.Judgement, Severity: rule.Note,
		Judgement: text("“工作日”是否扣除三月三未明文，受理机关在广西的按广西日历（P14），同时示全国日历的结果",
			"whether 三月三 counts is not said; an addressee in Guangxi is asked by Guangxi's calendar (P14), the national result is shown beside it"),
	}
	namedUnit = rule.Rule{
		ID: "pilot.named-unit", Title: text("试点单位在名单内", "the unit is named in the plan"),
		Basis: gx("2.1"), Evidence: rule.FullText, Severity: rule.Note,
		Judgement: text("名单均以“等”结尾，未列名的单位也可能是试点单位", "each list is open: a unit that it does not name may take part"),
	}
	restDay = rule.Rule{
		ID: "pilot.due-on-rest-day", Title: text("到期日为休息日", "the due date is a rest day"),
		Basis: gx("4.2.1"), Evidence: rule.Judgement, Severity: rule.Note,
		Judgement: text("固定日期不顺延（P8）", "a fixed date does not roll (P8)"),
	}
	declaredApprover = rule.Rule{
		ID: "pilot.declared-approver", Title: text("由单位信息所列的财政部门批准", "approved by the finance department that the unit names"),
		Basis: []rule.Clause{rule.In("国务院令第738号", "第39条")}, Evidence: rule.Judgement, Severity: rule.Warning,
		Judgement: text("审批权限由本级规定，库只核对单位自填的审批部门；申请人与审批人同一的见 P18", "whose approval counts is the level's own rule; what the unit itself names is compared. Where applicant and approver are one, see P18"),
	}
	inPeriod = rule.Rule{
		ID: "pilot.receipt-in-period", Title: text("收入和企业事项发生在试点期内", "receipts and matters lie inside the pilot"),
		Basis: gx("3.1"), Evidence: rule.Judgement, Severity: rule.Note,
		Judgement: text("试点期外的收入，方案未规定备案，不计义务", "the plan asks no filing of what lies outside its period"),
	}
	sumsFit = rule.Rule{
		ID: "pilot.sums-fit", Title: text("金额合计在可计量范围内", "amounts can be added up"),
		Basis: gx("4.6.3"), Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("金额至多15位整数、2位小数", "an amount has at most 15 integer digits and 2 decimals"),
	}
	doneIsOwed = rule.Rule{
		ID: "pilot.done-is-owed", Title: text("填报完成的义务是本单位的义务", "what is reported as done is owed by the unit"),
		Basis: gx("5.1.1"), Evidence: rule.Judgement, Severity: rule.Note,
		Judgement: text("核对填报所需，方案未规定", "needed to check what is reported; the plan does not ask for it"),
	}
)
