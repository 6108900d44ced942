package main

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The consolidated page of the three units at the end of 2026, from their stories:
// U1 has 11 resources (JT-06 joined) and 8 assets (JT-10 was lost), U2 10 and 8
// (BG-09 is not its own, BG-10 was sold), U3 11 and 9 (GL-08 is not settled, GL-11
// was transferred). 2,501,000.00 + 638,120.00 + 404,000.00 were received.
func TestConsolidated(t *testing.T) {
	var results []pilot.Result
	for _, unit := range []string{transport, port, guilin} {
		results = append(results, reviewed(t, unit, "2026-12-31"))
	}
	c, err := pilot.Consolidate(results)
	require.NoError(t, err)
	require.Len(t, c.Units, 3)
	for i, want := range []struct {
		resources, assets, unknown int
		registered, nominal, cost  int
		authorised                 []string
		received                   string
		late                       []string
	}{
		{11, 8, 0, 3, 1, 2, []string{"JT-02", "JT-06"}, "2501000.00", []string{"pilot.quarterly-report 2025Q3"}},
		{10, 8, 0, 3, 0, 3, []string{"BG-06"}, "638120.00", []string{"pilot.file-plan", "revenue.file-enterprise-matter BA-2026-02"}},
		{11, 9, 1, 3, 2, 1, []string{"GL-03", "GL-04"}, "404000.00", []string{"pilot.send-liaison-list"}},
	} {
		figure := func(m pilot.Measure) pilot.Figure {
			f, ok := c.Units[i].Figure(m)
			require.True(t, ok, m)
			require.Len(t, f.Items, f.Count)
			return f
		}
		assert.Equal(t, want.resources, figure(pilot.MeasureResources).Count)
		assert.Equal(t, want.assets, figure(pilot.MeasureAssets).Count)
		assert.Equal(t, want.unknown, figure(pilot.MeasureUnknown).Count)
		assert.Equal(t, want.registered, figure(pilot.MeasureRegistered).Count)
		assert.Equal(t, want.nominal, figure(pilot.MeasureNominal).Count)
		assert.Equal(t, want.cost, figure(pilot.MeasureAtCost).Count)
		var authorised []string
		for _, x := range figure(pilot.MeasureAuthorised).Items {
			authorised = append(authorised, x.ID)
		}
		assert.Equal(t, want.authorised, authorised)
		assert.Equal(t, want.received, figure(pilot.MeasureReceived).Amount.String())
		var late []string
		for _, x := range figure(pilot.MeasureLate).Items {
			late = append(late, x.ID)
		}
		assert.Equal(t, want.late, late)
	}
	authorised, _ := c.Figure(pilot.MeasureAuthorised)
	assert.Equal(t, 5, authorised.Count)
	received, _ := c.Figure(pilot.MeasureReceived)
	assert.Equal(t, "3543120.00", received.Amount.String())
	assert.Empty(t, c.Doubles)

	// GL-11 went to the county that the bureau named: with the county's own review
	// it is still one resource, and the asset is the county's.
	at := calendar.MustDate(2026, 12, 31)
	u, _ := pilot.Build(asset.Inventory{
		Holder: asset.Holder{
			Name: "所辖试点县", Role: rule.NamedCounty, Entity: rule.Administrative, Authority: rule.CountyLevel, Approver: "县财政局",
			Parent: "桂林市财政局", Department: "资产股", Leader: "甲", Contact: "乙",
		},
		Projects: []asset.Project{{ID: "XM-1", Name: "文旅平台"}},
		Resources: []asset.Resource{{
			ID: "GL-11", Name: "文旅消费券核销数据", Introduction: "消费券的核销记录，已脱敏", HolderKind: rule.Administrative, Projects: []string{"XM-1"},
			Class: "A08060200", Scale: "640万条", Area: "全市", Frequency: "ended", Sources: []asset.Source{asset.FromTransfer}, Personal: record.Some(false),
			Importance: "general", Authorised: record.Some(false), Owner: "国家", RightHolder: "所辖试点县",
			Potentials: []asset.Potential{asset.PotentialService}, CostAt: asset.CostNowhere, Evidence: asset.ByNothing,
		}},
	}, []pilot.Recorded{{Event: pilot.Listed{On: calendar.MustDate(2026, 11, 12), Assets: []string{"GL-11"}}}}, at)
	county, err := pilot.Review(u, at)
	require.NoError(t, err)
	require.Equal(t, 1, county.Totals.Assets, "%v", county.Report.Findings)
	c, err = pilot.Consolidate(append(results, county))
	require.NoError(t, err)
	resources, _ := c.Figure(pilot.MeasureResources)
	assert.Equal(t, 32, resources.Count, "11 + 10 + 11, and GL-11 of the county is one of them")
	assets, _ := c.Figure(pilot.MeasureAssets)
	assert.Equal(t, 26, assets.Count, "8 + 8 + 9 and the county's one")
	require.Len(t, c.Doubles, 1)
	assert.Equal(t, "桂林市财政局 GL-11", c.Doubles[0].Dropped.Unit+" "+c.Doubles[0].Dropped.ID)

	var b strings.Builder
	p := printer{out: &b, lang: rule.Chinese}
	p.together(append(results, county))
	require.NoError(t, p.err)
	assert.Contains(t, b.String(), "只计一次：数据资源 桂林市财政局 GL-11 = 所辖试点县 GL-11（双方均记为无偿调拨，编号或名称相同）")
	assert.Contains(t, b.String(), "└ 所辖试点县")
	assert.Contains(t, b.String(), "桂林市财政局 2025Q2 的报告未含 所辖试点县 的数字")
	p.together(append(results, results[0]))
	assert.Error(t, p.err, "a unit twice")
}

// Guilin's county and institution reported for the third quarter of 2025 on its due
// day, and the bureau filed with their figures (no. 8); for the second quarter of 2026
// the county's were missing (no. 13).
func TestRolledUp(t *testing.T) {
	at := calendar.MustDate(2026, 12, 31)
	results := []pilot.Result{reviewed(t, guilin, "2026-12-31")}
	for _, named := range []struct {
		name   string
		role   rule.Role
		entity rule.Entity
		sent   []string // for 2025Q2 and so on
	}{
		{"所辖试点县", rule.NamedCounty, rule.Administrative, []string{"2025-07-10", "2025-10-20", "2026-01-13", "2026-04-13", "", "2026-10-16"}},
		{"下属事业单位", rule.NamedSubordinate, rule.PublicInstitution, []string{"2025-07-10", "2025-10-21", "2026-01-13", "2026-04-13", "2026-07-10", "2026-10-16"}},
	} {
		var events []pilot.Recorded
		for i, on := range named.sent {
			if on != "" {
				events = append(events, pilot.Recorded{Event: pilot.Fulfilled{
					Duty: pilot.DutyReport, Subject: []string{"2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"}[i], On: day(t, on),
				}})
			}
		}
		u, report := pilot.Build(asset.Inventory{Holder: asset.Holder{
			Name: named.name, Role: named.role, Entity: named.entity, Authority: rule.CityLevel, Parent: "桂林市财政局", Department: "资产股", Leader: "甲", Contact: "乙",
		}}, events, at)
		require.NoError(t, report.Err())
		r, err := pilot.Review(u, at)
		require.NoError(t, err)
		results = append(results, r)
	}
	c, err := pilot.Consolidate(results)
	require.NoError(t, err)
	var lacking []string
	for _, f := range c.Report.Findings {
		if f.Rule == "pilot.figures-rolled-up" {
			lacking = append(lacking, f.Message.ZH)
		}
	}
	assert.Equal(t, []string{"桂林市财政局 2026Q2 的报告未含 所辖试点县 的数字。"}, lacking)
}
