package pilot

import (
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// The ids of the plan's duties.
const (
	DutyLiaison     rule.ID = "pilot.send-liaison-list"
	DutySweep       rule.ID = "pilot.sweep"
	DutyLedger      rule.ID = "pilot.compile-ledger"
	DutyPlan        rule.ID = "pilot.file-plan"
	DutyResults     rule.ID = "pilot.first-results"
	DutyCompletion  rule.ID = "pilot.complete"
	DutyReport      rule.ID = "pilot.quarterly-report"
	DutySummary     rule.ID = "pilot.closing-summary"
	DutyMechanism   rule.ID = "pilot.city-mechanism"
	DutyProblem     rule.ID = "pilot.report-problem"
	DutyStateAssets rule.ID = "pilot.state-asset-report"
)

// Guangxi returns the pilot plan of Guangxi (桂财资〔2025〕15号).
func Guangxi() Plan {
	return Plan{
		Document: rule.GuangxiPlan,
		Title:    text("广西壮族自治区数据资产全过程管理试点实施方案", "Guangxi pilot plan for the whole-process management of data assets"),
		Period:   period(), Calendar: Calendar{Region: calendar.Guangxi}, Clauses: rule.GuangxiClauses(), Units: members(),
		Milestones: milestones(), Duties: recurring(), Filings: revenue.Duties(), Advice: advice(), Bindings: bindings(), Rules: PlanRules(),
		Items: items(), NotComputable: notComputable(),
	}
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func gx(keys ...string) []rule.Clause { return rule.GXAll(keys...) }

func period() rule.Period {
	return rule.Between(calendar.MustDate(2025, time.April, 1), calendar.MustDate(2026, time.December, 31))
}

// all is the three kinds of pilot unit.
func all() []rule.Owed {
	return rule.Owes(rule.RegionDepartment, rule.RegionEnterprise, rule.CityFinanceBureau)
}

// financeDepartment is the addressee of what the plan asks to be filed.
func financeDepartment() rule.Text { return text("自治区财政厅", "region finance department") }

// duties is every duty that a unit can report as done, filings of revenue apart.
func duties() []rule.Duty {
	all := append(milestones(), recurring()...)
	for _, a := range advice() {
		all = append(all, a.Duty)
	}
	return all
}

// milestones is the duties on fixed dates (三, 四(一), 四(二), 六).
func milestones() []rule.Duty {
	finance := financeDepartment()
	endOf := func(year int, m time.Month) calendar.Term { return calendar.ByEndOf(calendar.MustMonth(year, m)) }
	fixed := text("固定日期不顺延，并示此前最后一个工作日（P8）", "a fixed date does not roll; the last working day before it is shown (P8)")
	return []rule.Duty{
		{
			ID: DutyLiaison, Title: text("报送试点单位联络员名单", "send the liaison list"), Basis: gx("6.2"), Evidence: rule.FullText, Owed: all(),
			Term: calendar.By(calendar.MustDate(2025, time.April, 10)), Addressee: text("自治区财政厅资产管理处", "asset division of the region finance department"),
			Judgement: text("“前”含当日", "the date itself is included"),
		},
		{
			ID: DutySweep, Title: text("完成信息化项目系统清查", "complete the sweep of IT projects and systems"), Basis: gx("4.1.1"), Evidence: rule.FullText, Owed: all(),
			Term: endOf(2025, time.April), Judgement: fixed,
		},
		{
			ID: DutyLedger, Title: text("编制数据资产台账", "compile the ledger"), Basis: gx("4.2.1"), Evidence: rule.FullText, Owed: all(),
			Term: endOf(2025, time.May), Judgement: fixed,
		},
		{
			ID: DutyPlan, Title: text("试点工作方案备案", "file the unit's pilot plan"), Basis: gx("3.2"), Evidence: rule.FullText, Owed: all(),
			Term: endOf(2025, time.June), Addressee: finance, Judgement: fixed,
		},
		{
			ID: DutyResults, Title: text("五个环节取得阶段性成效", "first results in the five links"), Basis: gx("3.3"), Evidence: rule.FullText, Owed: all(),
			Term: endOf(2025, time.December), Judgement: fixed,
		},
		{
			ID: DutyCompletion, Title: text("完成试点任务", "complete the pilot's tasks"), Basis: gx("3.4"), Evidence: rule.FullText, Owed: all(),
			Term: endOf(2026, time.December), Judgement: fixed,
		},
	}
}

// recurring is the duties that return each quarter or year, or wait for an event.
func recurring() []rule.Duty {
	finance := financeDepartment()
	return []rule.Duty{
		{
			ID: DutyReport, Title: text("季度进展报告", "quarterly progress report"), Basis: gx("5.1.1"), Evidence: rule.FullText, Owed: all(), Effective: period(),
			Trigger: calendar.EachQuarterEnd(), Term: calendar.Workdays(10), Addressee: finance,
			Judgement: text("首份为2025年第二季度；2026年第四季度仍应报送（P24）", "the first is for 2025Q2; that of 2026Q4 is still owed (P24)"),
		},
		{
			ID: DutySummary, Title: text("试点工作总结", "closing summary"), Basis: gx("5.1.2"), Evidence: rule.FullText, Owed: all(), Effective: period(),
			Trigger: calendar.AtEvent("completion"), Term: calendar.Months(1), Addressee: finance,
			Judgement: text("“完成”为2026-12-31或单位宣布完成之日，以先者为准（P23）", "completed on 2026-12-31 or on the day the unit declares it, the earlier (P23)"),
		},
		{
			ID: DutyMechanism, Title: text("建立本地区数据资产管理工作机制", "set up the city's mechanism"), Basis: gx("6.3"), Evidence: rule.FullText,
			Owed: rule.Owes(rule.CityFinanceBureau), Trigger: calendar.OnDate(calendar.MustDate(2025, time.April, 1)), Term: calendar.Promptly(),
		},
		{
			ID: DutyProblem, Title: text("及时反馈问题困难", "report problems in time"), Basis: gx("6.5"), Evidence: rule.FullText, Owed: all(), Effective: period(),
			Trigger: calendar.AtEvent("problem"), Term: calendar.Promptly(), Addressee: finance,
		},
		{
			ID: DutyStateAssets, Title: text("报送国有资产报告所需数据资产情况", "figures for the report on state-owned assets"),
			Basis: append(gx("4.3.7"), rule.In("国务院令第738号", "第45条")), Evidence: rule.FullText, Effective: period(),
			Owed: []rule.Owed{
				{Role: rule.RegionDepartment, Force: rule.ByReference, Level: true},
				{Role: rule.RegionEnterprise, Force: rule.ByReference},
				{Role: rule.CityFinanceBureau, Force: rule.ByReference, Level: true},
			},
			Trigger: calendar.EachYear(time.December, 31), Term: calendar.Promptly(),
			Addressee: text("本级财政部门或国有资产监督管理部门", "finance department of its level, or state-asset regulator"),
			Judgement: text("“逐步纳入”，未定日期", "step by step, without a date"),
		},
	}
}

func members() []Member {
	var all []Member
	add := func(r rule.Role, names ...string) {
		for _, n := range names {
			all = append(all, Member{n, r})
		}
	}
	add(rule.RegionDepartment, "自治区科技厅", "自治区工业和信息化厅", "自治区财政厅", "自治区自然资源厅", "自治区交通运输厅", "自治区水利厅",
		"自治区农业农村厅", "自治区文化和旅游厅", "自治区卫生健康委", "自治区应急管理厅", "自治区市场监管局", "自治区统计局", "自治区林业局",
		"自治区机关事务管理局", "自治区气象局")
	add(rule.RegionEnterprise, "广西现代物流集团", "广西投资集团", "广西农垦集团", "广西北部湾投资集团", "广西北部湾国际港务集团",
		"广西交通投资集团", "广西林业集团", "广西旅游发展集团", "广西农村投资集团")
	add(rule.CityFinanceBureau, "南宁市财政局", "桂林市财政局", "北海市财政局")
	return all
}

// items is what the plan itself states as a list or a fact.
func items() []rule.Item {
	ref := func(id, zh, en string, keys ...string) rule.Item {
		return rule.Item{ID: rule.ID("pilot." + id), Kind: rule.KindReference, Title: text(zh, en), Basis: gx(keys...)}
	}
	return []rule.Item{
		ref("documents", "方案依据的文件", "documents the plan rests on", "0.1"),
		ref("links", "五个环节", "five links of the process", "1"),
		ref("members", "试点单位名单", "units the plan names", "2.1"),
		ref("roles", "试点单位类别", "kinds of pilot unit", "2.2"),
		ref("period", "试点时间", "period of the pilot", "3.1"),
		ref("aspects", "企业试点的七个方面", "seven aspects of an enterprise's pilot", "4.7.7"),
		ref("own-or-support", "企业可以自有数据试点或为其他单位提供支持", "an enterprise pilots on its own data or supports others", "4.7.5"),
		ref("named-units", "自行确定的下属单位和县（市、区）", "subordinate units and counties that a unit names", "5.2"),
		ref("supervisors", "各部门职责和监管部门", "roles and supervisors", "6.1"),
	}
}

// Links lists the five links of the whole process (一, 五(一)).
func Links() []rule.Text {
	return []rule.Text{
		text("台账编制", "ledger compilation"), text("登记", "registration"), text("授权运营", "authorised operation"),
		text("收益分配", "revenue distribution"), text("交易流通", "trading and circulation"),
	}
}

// Aspects lists the seven aspects in which enterprises pilot (四(七)).
func Aspects() []rule.Text {
	return []rule.Text{
		text("数据资产确认", "recognition"), text("授权运营", "authorised operation"), text("产品开发", "product development"),
		text("场景应用", "scenarios"), text("收益分配", "distribution"), text("交易流通", "trading"), text("风险防控", "risk control"),
	}
}

func notComputable() []NotComputable {
	return []NotComputable{
		{"GX-5.4", text("鼓励与高校、科研院所、企业合作，无可判定的条件", "encouragement to co-operate; there is nothing to judge")},
		{"GX-6.4", text("自治区财政厅自身职责（制度标准、绩效考评），不属试点单位", "the region finance department's own task, not a pilot unit's")},
	}
}
