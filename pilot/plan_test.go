package pilot_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// 桂财资〔2025〕15号 二: the sentence that names the units.
const (
	departments = "科技厅、工业和信息化厅、财政厅、自然资源厅、交通运输厅、水利厅、农业农村厅、文化和旅游厅、卫生健康委、应急管理厅、市场监管局、统计局、林业局、机关事务管理局、气象局"
	groups      = "广西现代物流集团、广西投资集团、广西农垦集团、广西北部湾投资集团、广西北部湾国际港务集团、广西交通投资集团、广西林业集团、广西旅游发展集团、广西农村投资集团"
	cities      = "南宁、桂林、北海"
)

func TestMembers(t *testing.T) {
	var want []pilot.Member
	for name := range strings.SplitSeq(departments, "、") {
		want = append(want, pilot.Member{Name: "自治区" + name, Role: rule.RegionDepartment})
	}
	for name := range strings.SplitSeq(groups, "、") {
		want = append(want, pilot.Member{Name: name, Role: rule.RegionEnterprise})
	}
	for name := range strings.SplitSeq(cities, "、") {
		want = append(want, pilot.Member{Name: name + "市财政局", Role: rule.CityFinanceBureau})
	}
	plan := pilot.Guangxi()
	assert.Equal(t, want, plan.Members)
	assert.True(t, plan.Names("自治区水利厅"))
	assert.False(t, plan.Names("水利厅"))
	assert.False(t, plan.Names(""))
}

// 三: 以2025年4月1日至2026年12月31日为试点时间.
func TestPeriod(t *testing.T) {
	plan := pilot.Guangxi()
	assert.Equal(t, "2025-04-01…2026-12-31", plan.Period.String())
	assert.Equal(t, calendar.Guangxi, plan.Region)
	assert.Equal(t, rule.GuangxiPlan, plan.Document)
	require.NoError(t, pilot.Catalogue(plan).Check())
	// 一 and 四(七), word by word.
	zh := func(all []rule.Text) (s []string) {
		for _, x := range all {
			s = append(s, x.ZH)
			assert.NotEmpty(t, x.EN)
		}
		return s
	}
	assert.Equal(t, "台账编制、登记、授权运营、收益分配、交易流通", strings.Join(zh(pilot.Links()), "、"))
	assert.Equal(t, "数据资产确认、授权运营、产品开发、场景应用、收益分配、交易流通、风险防控", strings.Join(zh(pilot.Aspects()), "、"))
}

// The duties as the plan states them: what, to whom, by when.
func TestDuties(t *testing.T) {
	for id, want := range map[rule.ID]string{
		pilot.DutyLiaison:     "GX-6.2 2025-04-10前 → 自治区财政厅资产管理处",
		pilot.DutySweep:       "GX-4.1.1 2025年4月底前 → ",
		pilot.DutyLedger:      "GX-4.2.1 2025年5月底前 → ",
		pilot.DutyPlan:        "GX-3.2 2025年6月底前 → 自治区财政厅",
		pilot.DutyResults:     "GX-3.3 2025年12月底前 → ",
		pilot.DutyCompletion:  "GX-3.4 2026年12月底前 → ",
		pilot.DutyReport:      "GX-5.1.1 每季度结束 10个工作日内 → 自治区财政厅",
		pilot.DutySummary:     "GX-5.1.2 1个月内 → 自治区财政厅",
		pilot.DutyMechanism:   "GX-6.3 及时 → ",
		pilot.DutyProblem:     "GX-6.5 及时 → 自治区财政厅",
		pilot.DutyStateAssets: "GX-4.3.7 及时 → 本级财政部门或国有资产监督管理部门",
	} {
		duties := pilot.Guangxi().Duties
		require.Len(t, duties, 11)
		i := slices.IndexFunc(duties, func(d rule.Duty) bool { return d.ID == id })
		require.GreaterOrEqual(t, i, 0, id)
		d := duties[i]
		got := d.Basis[0].Key + " "
		if d.Trigger.Returns() == calendar.Quarterly {
			got += d.Trigger.ZH() + " "
		}
		assert.Equal(t, want, got+d.Term.ZH()+" → "+d.Addressee.ZH, id)
	}
}

// A plan of a caller's own is reviewed by the same code: its duties, members and
// calendar, none of Guangxi's.
func TestOwnPlan(t *testing.T) {
	plan := pilot.Plan{
		Document: rule.GuangxiPlan, Region: calendar.National, Clauses: rule.GuangxiClauses()[:3],
		Period:  rule.Between(day("2025-07-01"), day("2025-12-31")),
		Members: []pilot.Member{{Name: "某局", Role: rule.RegionDepartment}},
		Duties: []rule.Duty{
			{
				ID: "own.report", Title: rule.Text{ZH: "半年报告", EN: "report"}, Basis: []rule.Clause{rule.GX("5.1.1")}, Owed: rule.Owes(rule.RegionDepartment),
				Trigger: calendar.EachQuarterEnd(), Term: calendar.Workdays(5),
			},
			{
				ID: "own.start", Title: rule.Text{ZH: "启动", EN: "start"}, Basis: []rule.Clause{rule.GX("1")}, Owed: rule.Owes(rule.CityFinanceBureau),
				Trigger: calendar.OnDate(day("2025-07-01")), Term: calendar.Days(10),
			},
		},
		NotComputable: []pilot.NotComputable{{Key: "GX-1.2", Why: rule.Text{ZH: "无可判定", EN: "nothing to judge"}}},
	}
	v := department()
	v.Holder.Name = "某局"
	r, err := pilot.Reviewer{Plan: plan}.Review(built(t, v), day("2025-12-31"))
	require.NoError(t, err)
	assert.Empty(t, findings(r, "pilot.named-unit"))
	require.Len(t, r.Obligations, 2)
	assert.Equal(t, "2025-10-14", r.Obligations[0].Due.Date.String()) // 10-01…08 off; 09 10, Saturday 11 worked (3), 13 14
	assert.Equal(t, "2025Q4", r.Obligations[1].Subject)
	require.Len(t, r.Clauses, 3)
	assert.Equal(t, rule.NotApplicable, r.Clauses[2].State)
	assert.Equal(t, "nothing to judge", r.Clauses[2].Why.EN)

	v.Holder.Role = rule.CityFinanceBureau
	r, err = pilot.Reviewer{Plan: plan}.Review(built(t, v), day("2025-12-31"))
	require.NoError(t, err)
	require.Len(t, r.Obligations, 1)
	assert.Equal(t, "2025-07-11", r.Obligations[0].Due.Date.String())
	assert.Empty(t, r.Obligations[0].Subject)

	// A term that cannot be counted is an error about the call: the plan.
	plan.Duties = []rule.Duty{{ID: "own.never", Owed: rule.Owes(rule.CityFinanceBureau), Trigger: calendar.OnDate(day("2025-07-01"))}}
	_, err = pilot.Reviewer{Plan: plan}.Review(built(t, v), day("2025-12-31"))
	var term *calendar.TermError
	require.ErrorAs(t, err, &term)
}

// What a caller does to a plan it got stays with the caller.
func TestPlanIsFresh(t *testing.T) {
	a, b := pilot.Guangxi(), pilot.Guangxi()
	a.Duties[0], a.Members[0], a.Clauses[0] = rule.Duty{}, pilot.Member{}, rule.PlanClause{}
	assert.Equal(t, pilot.DutyLiaison, b.Duties[0].ID)
	c := b.Catalogue()
	c.Duties[0] = rule.Duty{}
	assert.Equal(t, pilot.DutyLiaison, b.Duties[0].ID)
	assert.Equal(t, "自治区科技厅", pilot.Guangxi().Members[0].Name)
	assert.Equal(t, "GX-0.1", pilot.Guangxi().Clauses[0].Key)
}
