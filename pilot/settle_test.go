package pilot_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// event reads the event of the table of kinds with a code, one text of it replaced.
func event(t *testing.T, code, old, by string) pilot.Event {
	t.Helper()
	for _, k := range kinds {
		if k.code == code {
			require.Contains(t, k.good, old)
			e, report, err := pilot.Events().Decode([]byte(strings.Replace(k.good, old, by, 1)))
			require.NoError(t, err)
			require.Empty(t, report.Findings)
			return e
		}
	}
	require.Fail(t, "no event "+code)
	return nil
}

// What only a record can tell is unknown until the record is there and tells it,
// and the outcome names the record: GX-3.6 the plan that the unit filed, GX-3.7 and
// GX-1.2 its closing summary (a plan tells only what is to be), GX-4.1.4 each
// resource.
func TestSettledByRecords(t *testing.T) {
	planned := event(t, "plan", "", "")
	told := event(t, "summary", "", "")
	governed := department()
	for i := range governed.Resources {
		governed.Resources[i].Quality = "已建立年度校核"
	}
	partly := department()
	partly.Resources[0].Quality = "已建立年度校核"
	for _, tt := range []struct {
		why, clause, at string
		in              asset.Inventory
		events          []pilot.Event
		want            rule.State
		settle          string
	}{
		{"no plan", "GX-3.6", "2025-06-30", department(), nil, rule.Unknown, "to be settled by the pilot plan of a unit (pilot-plan): main contents"},
		{"a plan of later", "GX-3.6", "2025-06-19", department(), []pilot.Event{planned}, rule.Unknown, "to be settled by the pilot plan of a unit (pilot-plan): main contents"},
		{"the plan", "GX-3.6", "2025-06-20", department(), []pilot.Event{planned}, rule.Met, ""},
		{"a plan is no result", "GX-3.7", "2026-12-31", department(), []pilot.Event{planned}, rule.Unknown, "to be settled by the closing summary (closing-summary): rules, standards and mechanism"},
		{"the summary", "GX-3.7", "2026-12-31", department(), []pilot.Event{told}, rule.Met, ""},
		{"the summary", "GX-1.2", "2026-12-31", department(), []pilot.Event{told}, rule.Met, ""},
		{
			"a summary without a guide", "GX-1.2", "2026-12-31", department(),
			[]pilot.Event{event(t, "summary", `"guide":"科技数据资产工作指引",`, "")},
			rule.Unknown, "to be settled by the closing summary (closing-summary): guide to the whole process",
		},
		{
			"nor a case", "GX-1.2", "2026-12-31", department(),
			[]pilot.Event{event(t, "summary", `"guide":"科技数据资产工作指引","cases":[{"kind":"model","name":"科研选题","content":"以项目数据支撑选题","effect":"查重时间下降"}],`, "")},
			rule.Unknown, "to be settled by the closing summary (closing-summary): guide to the whole process, benchmarks and model cases",
		},
		{
			"the summary sent last", "GX-1.2", "2026-12-31", department(),
			[]pilot.Event{told, event(t, "summary", `"on":"2026-12-18","holderKind":"administrative"`, `"on":"2026-12-17","holderKind":"administrative"`)},
			rule.Met, "",
		},
		{"no resource says", "GX-4.1.4", "2026-12-31", department(), nil, rule.Unknown, "to be settled by the data resource (data-resource): governance and quality (0 of 4 say so)"},
		{"one does", "GX-4.1.4", "2026-12-31", partly, nil, rule.Unknown, "to be settled by the data resource (data-resource): governance and quality (1 of 4 say so)"},
		{"all do", "GX-4.1.4", "2026-12-31", governed, nil, rule.Met, ""},
		{
			"one since the sweep", "GX-4.1.4", "2026-12-31", department(),
			[]pilot.Event{list("2025-05-29", "D-1"), change("2026-05-20", "D-1", field("quality", "已建立年度校核"))},
			rule.Unknown, "to be settled by the data resource (data-resource): governance and quality (1 of 4 say so)",
		},
		{"the plan's own list is no record", "GX-3.5", "2025-06-30", department(), nil, rule.Met, ""},
	} {
		of, found := reviewed(t, built(t, tt.in, tt.events...), tt.at).ByClause(tt.clause)
		require.True(t, found)
		assert.Equal(t, tt.want, of.State, "%s: %s", tt.clause, tt.why)
		assert.Equal(t, tt.settle, of.Settle.EN, "%s: %s", tt.clause, tt.why)
		assert.Equal(t, tt.settle == "", of.Settle.ZH == "", "%s: %s", tt.clause, tt.why)
	}
}

// A clause of a caller's own plan that a record of its own carries: the record is
// named, no program can look into it.
func TestSettledByAnotherRecord(t *testing.T) {
	plan := riverside()
	plan.Clauses = append(plan.Clauses, rule.PlanClause{Key: "HB-3", Place: "第三条", Title: rule.Text{ZH: "编写案例", EN: "cases are written"}})
	plan.Items = []rule.Item{{
		ID: "riverside-case.title", Kind: rule.KindField, Title: rule.Text{ZH: "案例名称", EN: "name of the case"},
		Basis: []rule.Clause{{Doc: plan.Document, Place: "第三条", Key: "HB-3"}},
	}}
	require.NoError(t, plan.Check())
	r, err := pilot.Reviewer{Plan: plan}.Review(built(t, department()), day("2025-12-31"))
	require.NoError(t, err)
	of, _ := r.ByClause("HB-3")
	assert.Equal(t, rule.Unknown, of.State)
	assert.Equal(t, rule.Text{ZH: "待记录载明：案例名称（riverside-case.title）", EN: "to be settled by a record of name of the case (riverside-case.title)"}, of.Settle)
}

// A plan that was filed and a summary that was sent fulfil their duties; the
// summary declares the day of completion, 2026-11-30: a month ends on 2026-12-30.
func TestReportsFulfil(t *testing.T) {
	r := reviewed(t, built(t, department(), event(t, "plan", "", ""), event(t, "summary", "", "")), "2026-12-31")
	assert.Equal(t, rule.OnTime, obligation(t, r, pilot.DutyPlan, "").Standing)
	summary := obligation(t, r, pilot.DutySummary, "")
	assert.Equal(t, rule.OnTime, summary.Standing)
	assert.Equal(t, "2026-12-30", summary.Due.Date.String())
	assert.Equal(t, "2026-11-30", obligation(t, r, pilot.DutyCompletion, "").DoneOn.String())

	late := reviewed(t, built(t, department(), event(t, "plan", "2025-06-20", "2025-07-01")), "2025-07-02")
	assert.Equal(t, rule.Late, obligation(t, late, pilot.DutyPlan, "").Standing)
	of, _ := late.ByClause("GX-3.6")
	assert.Equal(t, rule.Met, of.State, "late, and the contents are chosen")
}

// A report of another unit, or of another kind of unit, changes nothing.
func TestReportsOfOthers(t *testing.T) {
	for _, tt := range []struct{ code, old, by, path, clause string }{
		{"plan", "自治区科技厅", "自治区水利厅", "/unit", "GX-3.2"},
		{"summary", "自治区科技厅", "自治区水利厅", "/unit", "GX-5.1.2"},
		{"plan", `"administrative"`, `"publicInstitution"`, "/holderKind", "GX-3.2"},
		{"summary", `"administrative"`, `"publicInstitution"`, "/holderKind", "GX-5.1.2"},
	} {
		u, report := pilot.Build(department(), recorded(event(t, tt.code, tt.old, tt.by)), day("2026-12-31"))
		require.Len(t, report.Findings, 1)
		f := report.Findings[0]
		assert.Equal(t, effect, string(f.Rule))
		assert.Equal(t, tt.path, f.Path)
		assert.Equal(t, tt.clause, f.Basis[0].Key)
		assert.Empty(t, u.Plans)
		assert.Empty(t, u.Summaries)
		assert.Empty(t, u.Done)
	}
	u, report := pilot.Build(department(), recorded(event(t, "plan", "自治区科技厅", "广西壮族自治区科技厅")), day("2026-12-31"))
	assert.Empty(t, report.Findings, "the full name is the unit's too")
	assert.Len(t, u.Plans, 1)
}
