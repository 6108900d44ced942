package pilot

import (
	"slices"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// The ids of the duties of other law.
const (
	DutyStocktake     rule.ID = "pilot.yearly-stocktake"
	DutyYearEnd       rule.ID = "pilot.year-end-accounts"
	DutyDevelopment   rule.ID = "pilot.year-end-development"
	DutyFinalAccounts rule.ID = "pilot.final-accounts"
	DutyImportantData rule.ID = "pilot.important-data-assessment"
	DutyPriceReport   rule.ID = "pilot.yearly-price-report"
	DutyNotes         rule.ID = "pilot.notes-on-data"

	DutyDisclosure rule.ID = "authorization.disclose-grant"

	DutyNationalFirst   rule.ID = "registry.national-first"
	DutyNationalCatchUp rule.ID = "registry.national-catch-up"
)

// advice is the duties of other law that a unit expects beside those of the
// Guangxi plan.
func advice() []Advised {
	const system, regulation = "财会〔2017〕25号", "国务院令第738号"
	public := []rule.Entity{rule.Administrative, rule.PublicInstitution, rule.CivilServiceInstitution}
	reference := func(roles ...rule.Role) []rule.Owed {
		owed := rule.Owes(roles...)
		for i := range owed {
			owed[i].Force = rule.ByReference
		}
		return owed
	}
	everyone, bodies := reference(rule.Roles()...), reference(rule.RegionDepartment, rule.CityFinanceBureau, rule.NamedSubordinate, rule.NamedCounty)
	yearEnd := calendar.EachYear(time.December, 31)
	within := calendar.DaysBefore(364)
	march := calendar.Months(3).WithRoll(calendar.RollNone)
	other := text("其他法律的义务，方案未要求，列为建议", "a duty of other law that the plan does not ask for: advice")
	return []Advised{
		{Duty: rule.Duty{
			ID: DutyStocktake, Title: text("资产盘点（每年至少一次）", "stocktake, at least once a year"),
			Basis: []rule.Clause{rule.In(system, "1701 三(四)"), rule.In(regulation, "第34条")}, Evidence: rule.FullText, Owed: bodies, Entities: public,
			Trigger: yearEnd, Term: within, Judgement: other,
		}, Each: counted},
		{Duty: rule.Duty{
			ID: DutyYearEnd, Title: text("年末清理 1902、2103、3401、3501", "1902, 2103, 3401 and 3501 cleared at the year end"),
			Basis:    []rule.Clause{rule.In(system, "1902"), rule.In(system, "2103"), rule.In(system, "3401"), rule.In(system, "3501")},
			Evidence: rule.FullText, Owed: bodies, Entities: public, Trigger: yearEnd, Term: calendar.Promptly(), Judgement: other,
		}, Each: cleared},
		{Duty: rule.Duty{
			ID: DutyDevelopment, Title: text("年末评估研发支出项目能否达到预定用途", "year-end assessment of development projects"),
			Basis: []rule.Clause{rule.In(system, "1703 三(二)")}, Evidence: rule.FullText, Owed: bodies, Entities: public,
			Trigger: yearEnd, Term: calendar.Promptly(), Judgement: other,
		}, For: develops},
		{Duty: rule.Duty{
			ID: DutyFinalAccounts, Title: text("信息化项目竣工财务决算（验收后至多一年）", "final accounts of an IT project, at most a year after acceptance"),
			Basis: []rule.Clause{rule.In(regulation, "第31条")}, Evidence: rule.FullText, Owed: bodies, Entities: public,
			Effective: rule.From(calendar.MustDate(2021, time.April, 1)), Trigger: calendar.AtEvent("acceptance"),
			Term: calendar.Months(12).WithRoll(calendar.RollNone), Judgement: other,
		}, Each: accepted},
		{Duty: rule.Duty{
			ID: DutyImportantData, Title: text("重要数据年度风险评估报告", "yearly risk assessment of important data"),
			Basis: []rule.Clause{rule.In("网络数据安全管理条例", "第33条")}, Evidence: rule.Verified, Owed: everyone,
			Trigger: yearEnd, Term: within, Addressee: text("省级以上主管部门", "competent department of the province or above"), Judgement: other,
		}, For: holdsImportant},
		{Duty: authorised(DutyDisclosure), Each: disclosures},
		{Duty: rule.Duty{
			ID: DutyPriceReport, Title: text("上年度授权运营情况报告（3月底前）", "report on last year's operation, by the end of March"),
			Basis: []rule.Clause{rule.In("发改价格〔2025〕65号", "五")}, Evidence: rule.FullText, Owed: everyone, Trigger: yearEnd, Term: march, Judgement: other,
		}, Each: operated},
		{Duty: rule.Duty{
			ID: DutyNotes, Title: text("年度财务报表附注披露数据资源", "data resources disclosed in the notes to the yearly statements"),
			Basis: []rule.Clause{rule.In("财会〔2023〕11号", "三")}, Evidence: rule.FullText, Owed: everyone, Entities: []rule.Entity{rule.Enterprise},
			Trigger: yearEnd, Term: calendar.Promptly(), Judgement: other,
		}},
		{Duty: national(DutyNationalFirst), Each: delivered},
		{Duty: national(DutyNationalCatchUp), Each: operatedBefore},
	}
}

// national is a duty of the national registration of public data resources.
func national(id rule.ID) rule.Duty {
	all := registry.Catalogue().Duties
	return all[slices.IndexFunc(all, func(d rule.Duty) bool { return d.ID == id })]
}
