package trade

import (
	"slices"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The ids of the duties.
const (
	DutyCeilings rule.ID = "trade.report-ceilings"
	DutyApply    rule.ID = "trade.apply-for-maximum"
	DutyReport   rule.ID = "trade.report-price-operation"
	DutyPublish  rule.ID = "trade.publish-rates"
)

// duties returns the duties of the notice on prices. It names grantors and
// operators, whoever they are: a region department owes them where it acts for the
// grantor, an enterprise where it is the operator.
func duties() []rule.Duty {
	setters := text("发展改革部门和数据管理部门", "development and reform department, and data authority")
	inForce := noticeInForce()
	agency := []rule.Owed{{Role: rule.RegionDepartment, Force: rule.ByReference}, {Role: rule.CityFinanceBureau, Force: rule.ByReference}}
	return []rule.Duty{
		{
			ID: DutyCeilings, Title: text("书面报告上限收费标准", "report the ceilings in writing"), Basis: law(price("二")), Evidence: rule.FullText, Effective: inForce,
			Owed: agency, Trigger: calendar.AtEvent("ceilings"), Term: calendar.Promptly(), Addressee: setters,
			Judgement: text("65号未定天数；由授权主体指定的部门办理", "the notice names no days; the department that the grantor names does it"),
		},
		{
			ID: DutyApply, Title: text("书面申请核定最高准许收入", "apply in writing for the maximum permitted revenue"), Basis: law(price("二")), Evidence: rule.FullText, Effective: inForce,
			Owed: agency, Trigger: calendar.AtEvent("fullYear"), Term: calendar.Promptly(), Addressee: setters,
			Judgement: text("有完整年度运营后申请，未定天数", "once there is a full year of operation; no days are named"),
		},
		{
			ID: DutyReport, Title: text("报告上年度运营情况", "report last year's operation"), Basis: law(price("五")), Evidence: rule.FullText, Effective: inForce,
			Owed: agency, Trigger: calendar.EachYear(time.December, 31), Term: calendar.Months(3).WithRoll(calendar.RollNone), Addressee: setters,
			Judgement: text("“3月底前”为固定日期，不顺延（P8）", "by the end of March is a date and does not roll (P8)"),
		},
		{
			ID: DutyPublish, Title: text("公布产品服务清单和收费标准", "publish the list of products and the rates"), Basis: law(price("五"), rule.GX("4.7.4")), Evidence: rule.FullText, Effective: inForce,
			Owed: []rule.Owed{{Role: rule.RegionEnterprise, Force: rule.ByReference}}, Trigger: calendar.AtEvent("rates"), Term: calendar.Promptly(),
			Addressee: text("社会公众", "the public"), Judgement: text("未定天数", "no days are named"),
		},
	}
}

// ReportContents lists what the yearly report holds (65号 五).
func ReportContents() []rule.Text {
	return []rule.Text{
		text("总体情况", "overall state"), text("成本", "costs"), text("实际收入和利润", "actual revenue and profit"),
		text("各产品和服务的数量和收入", "volumes and revenue by product and service"), text("与最高准许收入的偏差", "deviation from the maximum"), text("调整情况", "adjustments"),
	}
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{Supplies().Definition(), PriceCases().Definition(), Disclosures().Definition()}
}

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: slices.Concat(SupplyRules().Rules(), PriceRules().Rules()), Duties: duties()}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	item := func(id string, kind rule.Kind, zh, en string, basis ...rule.Clause) {
		c.Items = append(c.Items, rule.Item{ID: rule.ID("trade." + id), Kind: kind, Title: text(zh, en), Basis: basis})
	}
	item("price-forms", rule.KindReference, "价格形成方式", "forms of price", PriceForms().Basis...)
	item("participants", rule.KindReference, "参与主体", "participants", Participants().Basis...)
	item("maximum", rule.KindCalculation, "最高准许收入", "maximum permitted revenue", price("三(一)"))
	item("deviation", rule.KindCalculation, "年度偏差与调整主体", "yearly deviation and who must act", price("四"))
	item("year-report", rule.KindCalculation, "年度运营情况报告", "yearly report of the operation", price("五"))
	item("deductions", rule.KindCalculation, "超收在下一周期扣减", "excess deducted in the next period", price("四"))
	return c
}
