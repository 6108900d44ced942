package pilot_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/trade"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each rule of the package: a unit that keeps it, a unit that does not, and what
// the finding says.
func TestRules(t *testing.T) {
	stranger := department()
	stranger.Holder.Name = "某局"
	own := stranger
	own.Holder.Parent = "自治区科技厅"
	full := department()
	full.Holder.Name = "广西壮族自治区科技厅"
	for _, tt := range []struct {
		rule     rule.ID
		v        asset.Inventory
		at       string
		events   []pilot.Event
		found    int
		severity rule.Severity
		path     string
		clause   rule.Clause
		zh, en   string
	}{
		{"pilot.on-time", department(), "2025-04-10", []pilot.Event{done(pilot.DutyLiaison, "", "2025-04-10")}, 0, 0, "", rule.Clause{}, "", ""},
		{
			"pilot.on-time", department(), "2025-04-11",
			[]pilot.Event{done(pilot.DutyLiaison, "", "2025-04-11")},
			1, rule.Warning,
			"/obligations/pilot.send-liaison-list/", rule.GX("6.2"), "：2025-04-11 完成，到期日 2025-04-10，逾期 1 个工作日", "due 2025-04-10: late by 1 working day.",
		},
		{
			"pilot.on-time", department(), "2025-04-14", nil, 1, rule.Warning,
			"/obligations/pilot.send-liaison-list/", rule.GX("6.2"), "未完成，到期日 2025-04-10，已逾期 2 个工作日", "overdue by 2 working days.",
		}, // 04-11, 14
		{"pilot.on-time", department(), "2025-04-10", nil, 0, 0, "", rule.Clause{}, "", ""},
		// Late by one day; the subject is part of the place.
		{
			"pilot.on-time", department(), "2025-10-22", append(onTimeUntil("2025-10-22"), done(pilot.DutyReport, "2025Q3", "2025-10-22")), 1, rule.Warning,
			"/obligations/pilot.quarterly-report/2025Q3", rule.GX("5.1.1"), "季度进展报告 2025Q3", "quarterly progress report 2025Q3",
		},

		{
			"pilot.on-time-nationally", department(), "2026-04-24",
			[]pilot.Event{receipt("2026-04-09", "SR-2", revenue.OneOff, "1.00", "D-1"), done(revenue.DutyOneOff, "SR-2", "2026-04-23")},
			0, 0, "",
			rule.Clause{},
			"", "",
		},
		{
			"pilot.on-time-nationally", department(), "2026-04-24",
			[]pilot.Event{receipt("2026-04-09", "SR-2", revenue.OneOff, "1.00", "D-1"), done(revenue.DutyOneOff, "SR-2", "2026-04-24")},
			1, rule.Note, "/obligations/revenue.file-one-off/SR-2", rule.GX("4.6.3"), "按广西日历按期（2026-04-27）", "on time by the region's calendar (2026-04-27)",
		},

		{"pilot.named-unit", department(), "2025-04-10", nil, 0, 0, "", rule.Clause{}, "", ""},
		{"pilot.named-unit", full, "2025-04-10", nil, 0, 0, "", rule.Clause{}, "", ""}, // its full name
		{"pilot.named-unit", own, "2025-04-10", nil, 0, 0, "", rule.Clause{}, "", ""},  // named by one that is
		{"pilot.named-unit", stranger, "2025-04-10", nil, 1, rule.Note, "/name", rule.GX("2.1"), "某局 不在方案列名的单位中", "某局 is not among the units"},

		{"pilot.due-on-rest-day", department(), "2025-04-10", nil, 1, rule.Note, // 2025-05-31 is a Saturday and 端午; 05-30 the working day before
			"/obligations/pilot.compile-ledger/", rule.GX("4.2.1"), "此前最后一个工作日为 2025-05-30", "the last working day before it is 2025-05-30"},

		{"pilot.done-is-owed", department(), "2025-07-14", []pilot.Event{done(pilot.DutyReport, "2025Q2", "2025-07-14")}, 0, 0, "", rule.Clause{}, "", ""},
		{
			"pilot.done-is-owed", department(), "2025-07-14",
			[]pilot.Event{done(pilot.DutyReport, "2025-Q2", "2025-07-14")},
			1, rule.Note,
			"/obligations/pilot.quarterly-report/2025-Q2", rule.GX("5.1.1"), "季度写作 2025Q2", "a quarter written 2025Q2",
		},
		{"pilot.done-is-owed", department(), "2025-07-14", []pilot.Event{done(pilot.DutyMechanism, "", "2025-07-14")}, 1, rule.Note, // a city's duty
			"/obligations/pilot.city-mechanism/", rule.GX("5.1.1"), "pilot.city-mechanism", "answers no obligation"},
		{"pilot.done-is-owed", department(), "2025-07-13", []pilot.Event{done(pilot.DutyMechanism, "", "2025-07-14")}, 0, 0, "", rule.Clause{}, "", ""},
	} {
		r := reviewed(t, built(t, tt.v, tt.events...), tt.at)
		all := findings(r, tt.rule)
		if tt.rule == "pilot.on-time" && tt.found == 0 {
			for _, f := range all {
				assert.NotContains(t, f.Path, "liaison", tt.at)
			}
			continue
		}
		require.Len(t, all, tt.found, "%s on %s", tt.rule, tt.at)
		if tt.found == 0 {
			continue
		}
		f := all[0]
		assert.Equal(t, tt.severity, f.Severity)
		assert.Equal(t, tt.path, f.Path)
		assert.Contains(t, f.Basis, tt.clause)
		assert.Contains(t, f.Message.ZH+f.Fix.ZH, tt.zh)
		assert.Contains(t, f.Message.EN+f.Fix.EN, tt.en)
	}
	// No plan at all has a fixed date that rolls, so the rest day is told for that duty only.
	for _, f := range findings(reviewed(t, built(t, department()), "2026-12-31"), "pilot.due-on-rest-day") {
		assert.Contains(t, f.Path, "pilot.compile-ledger")
	}
}

// onTimeUntil is every duty due before a day, done on the day it was due.
func onTimeUntil(until string) []pilot.Event {
	var all []pilot.Event
	for _, d := range due {
		if d.due != "" && d.due < until && d.subject+string(d.duty) != "2025Q3"+string(pilot.DutyReport) {
			all = append(all, done(d.duty, d.subject, d.due))
		}
	}
	return all
}

// A duty that is owed by reference only is advice when it is late, and so is no
// breach of its clause.
func TestLateByReference(t *testing.T) {
	plan := pilot.Guangxi()
	plan.Milestones = slices.Clone(plan.Milestones)
	i := slices.IndexFunc(plan.Milestones, func(d rule.Duty) bool { return d.ID == pilot.DutyPlan })
	plan.Milestones[i].Owed = []rule.Owed{{Role: rule.RegionDepartment, Force: rule.ByReference}}
	r, err := pilot.Reviewer{Plan: plan}.Review(built(t, department(), done(pilot.DutyPlan, "", "2025-07-02")), day("2025-07-02"))
	require.NoError(t, err)
	f := findings(r, "pilot.on-time")
	i = slices.IndexFunc(f, func(f rule.Finding) bool { return strings.Contains(f.Path, "file-plan") })
	require.GreaterOrEqual(t, i, 0)
	assert.Equal(t, rule.Advice, f[i].Severity)
	for _, c := range r.Clauses {
		if c.Clause == "GX-3.2" {
			assert.Equal(t, rule.Met, c.State)
		}
	}
}

// Every finding of a review rests on a clause, in a document that the table of
// documents has, but for the faults of form of members that no text asks for.
func TestFindingsHaveBasis(t *testing.T) {
	_, refusals := pilot.Build(department(), recorded(func() (all []pilot.Event) {
		for _, tt := range departmentRefusals {
			all = append(all, tt.event)
		}
		return all
	}()...), day("2026-12-31"))
	r := reviewed(t, built(t, department(), append(granted(), done(pilot.DutyPlan, "", "2025-07-02"))...), "2026-12-31")
	r.Report.Merge(refusals)
	require.Greater(t, len(r.Report.Findings), 40)
	for _, f := range r.Report.Findings {
		assert.NotEmpty(t, f.Basis, "%s %s", f.Rule, f.Path)
		for _, c := range f.Basis {
			_, known := rule.DocumentByID(c.Doc)
			assert.True(t, known, c.Doc)
		}
		assert.NotEmpty(t, f.Title.ZH, f.Rule)
		assert.NotEmpty(t, f.Title.EN, f.Rule)
	}
}

// coverage reads testdata/coverage: on each line an item, a tab, and the tests
// that carry it, or "reason:" and why there is none.
func coverage(t *testing.T, file string) (items [][2]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "coverage", file))
	require.NoError(t, err)
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		item, carriers, ok := strings.Cut(line, "\t")
		require.True(t, ok && item != "" && strings.TrimSpace(carriers) != "", "line %d: want an item, a tab, and its tests or a reason: %q", i+1, line)
		items = append(items, [2]string{item, carriers})
	}
	return items
}

// testNames lists the test functions of this directory.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*_test.go")
	require.NoError(t, err)
	names := map[string]bool{}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
				names[fn.Name.Name] = true
			}
		}
	}
	return names
}

// Every rule, duty, kind of event and clause of the package has a test, a package
// below that carries it, or a stated reason, and every test named is there.
func TestCoverage(t *testing.T) {
	var want []string
	plan := pilot.Guangxi()
	for _, r := range append(pilot.ReviewRules(), plan.Rules.Rules()...) {
		want = append(want, "rule "+string(r.ID))
	}
	duties := slices.Concat(plan.Milestones, plan.Duties, plan.Filings)
	for _, a := range plan.Advice {
		duties = append(duties, a.Duty)
	}
	for _, d := range duties {
		want = append(want, "duty "+string(d.ID))
	}
	for _, a := range pilot.Events().Definition().Alternatives {
		want = append(want, "event "+a.Code)
	}
	for _, c := range rule.GuangxiClauses() {
		want = append(want, "clause "+c.Key)
	}
	tests := testNames(t)
	below := map[string]rule.Catalogue{
		"asset": asset.Catalogue(), "ledger": ledger.Catalogue(), "registry": registry.Catalogue(), "enterprise": enterprise.Catalogue(),
		"authorization": authorization.Catalogue(), "trade": trade.Catalogue(), "revenue": revenue.Catalogue(),
	}
	var listed []string
	for _, item := range coverage(t, "pilot.txt") {
		listed = append(listed, item[0])
		if where, ok := strings.CutPrefix(item[1], "in "); ok {
			in, _, _ := strings.Cut(where, ": ")
			assert.NotEmpty(t, below[in].ByClause(strings.TrimPrefix(item[0], "clause ")), "%s is not carried in %s", item[0], in)
			continue
		}
		if strings.HasPrefix(item[1], "reason: ") {
			continue
		}
		for name := range strings.FieldsSeq(item[1]) {
			assert.True(t, tests[name], "%s: no test %s", item[0], name)
		}
	}
	assert.Equal(t, want, listed)
}
