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
	assert.Equal(t, want, plan.Units)
	assert.True(t, plan.Names("自治区水利厅"))
	assert.False(t, plan.Names("水利厅"))
	assert.False(t, plan.Names(""))
}

// 三: 以2025年4月1日至2026年12月31日为试点时间.
func TestPeriod(t *testing.T) {
	plan := pilot.Guangxi()
	assert.Equal(t, "2025-04-01…2026-12-31", plan.Period.String())
	assert.Equal(t, calendar.Guangxi, plan.Calendar.Region)
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
		plan := pilot.Guangxi()
		duties := slices.Concat(plan.Milestones, plan.Duties)
		require.Len(t, plan.Milestones, 6)
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

// What a caller does to a plan it got stays with the caller.
func TestPlanIsFresh(t *testing.T) {
	a, b := pilot.Guangxi(), pilot.Guangxi()
	a.Milestones[0], a.Units[0], a.Clauses[0] = rule.Duty{}, pilot.Member{}, rule.PlanClause{}
	assert.Equal(t, pilot.DutyLiaison, b.Milestones[0].ID)
	c := b.Catalogue()
	c.Duties[0] = rule.Duty{}
	assert.Equal(t, pilot.DutyLiaison, b.Milestones[0].ID)
	assert.Equal(t, "自治区科技厅", pilot.Guangxi().Units[0].Name)
	assert.Equal(t, "GX-0.1", pilot.Guangxi().Clauses[0].Key)
}
