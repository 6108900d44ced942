package pilot_test

import (
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// riverside is a made-up plan of a made-up region: two clauses, a holiday of its
// own on 2025-10-09 and 10, and five working days for filings.
func riverside() pilot.Plan {
	const document = "示例试点方案"
	text := func(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }
	on := func(place, key string) []rule.Clause { return []rule.Clause{{Doc: document, Place: place, Key: key}} }
	period := rule.Between(day("2025-07-01"), day("2025-12-31"))
	return pilot.Plan{
		Document: document, Title: text("某省数据资产试点方案", "a province's pilot plan"), Period: period,
		Calendar: pilot.Calendar{Region: "CN-HB", Options: []calendar.Option{calendar.WithLayer(calendar.Layer{
			Region: "CN-HB", Over: calendar.National, Name: "某省", NameEN: "a province", Law: "示例规定",
			Since:  day("2025-01-01"),
			Window: calendar.Window{From: calendar.MustMonthDay(time.October, 1), To: calendar.MustMonthDay(time.October, 31)},
			Notices: []calendar.Notice{{
				Year: 2025, Number: "示例通知", Off: []calendar.Off{{Name: "江河节", From: day("2025-10-09"), To: day("2025-10-10")}},
			}},
		})}},
		Clauses: []rule.PlanClause{
			{Key: "HB-1", Place: "第一条", Title: text("半年内建立台账", "a ledger within half a year")},
			{Key: "HB-2", Place: "第二条", Title: text("收入5个工作日内备案", "revenue is filed within 5 working days")},
		},
		Units: []pilot.Member{{Name: "某局", Role: rule.RegionDepartment}},
		Milestones: []rule.Duty{{
			ID: pilot.DutyLedger, Title: text("编制台账", "compile the ledger"), Basis: on("第一条", "HB-1"), Evidence: rule.FullText,
			Owed: rule.Owes(rule.RegionDepartment), Term: calendar.By(day("2025-12-31")),
		}},
		Filings: []rule.Duty{{
			ID: revenue.DutyOneOff, Title: text("收入备案", "filing of revenue"), Basis: on("第二条", "HB-2"), Evidence: rule.FullText, Effective: period,
			Owed: rule.Owes(rule.RegionDepartment), Trigger: calendar.AtEvent("receipt"), Term: calendar.Workdays(5), Addressee: text("某省财政厅", "the province's finance department"),
		}},
		Bindings: []pilot.Binding{{Keys: []string{"HB-2"}, Owed: rule.Owes(rule.RegionDepartment)}},
	}
}

// A plan of another region is reviewed by the same code: its own clauses, unit,
// calendar and filing term, and nothing of Guangxi's.
func TestOwnPlan(t *testing.T) {
	plan := riverside()
	require.NoError(t, plan.Check())
	v := department()
	v.Holder.Name = "某局"
	u := built(t, v, list("2025-09-01", "D-1", "D-2", "D-3", "D-4"), receipt("2025-09-30", "SR-1", revenue.OneOff, "100.00", "D-1"))
	r, err := pilot.Reviewer{Plan: plan}.Review(u, day("2025-12-31"))
	require.NoError(t, err)
	assert.Empty(t, findings(r, "pilot.named-unit"))
	require.Len(t, r.Obligations, 2)

	// 10-01…08 off; of the region 10-09 and 10; Saturday 11 worked (1), 13…16.
	// By the nation's calendar 10-09, 10, 11, 13, 14.
	filing := obligation(t, r, revenue.DutyOneOff, "SR-1")
	assert.Equal(t, "2025-10-16", filing.Due.Date.String())
	assert.Equal(t, "2025-10-14", filing.National.Date.String())
	assert.Equal(t, "某省财政厅", filing.To.ZH)
	assert.Equal(t, "100.00", filing.Amount.String())
	assert.Equal(t, "2025-12-31", obligation(t, r, pilot.DutyLedger, "").Due.Date.String())

	require.Len(t, r.Clauses, 2)
	one, found := r.ByClause("HB-1")
	require.True(t, found)
	assert.Equal(t, "第一条 [HB-1]", one.Ref())
	assert.Equal(t, []rule.ID{pilot.DutyLedger}, ids(one.Carriers))
	assert.Equal(t, rule.Unknown, one.State) // not done
	two, _ := r.ByClause("HB-2")
	assert.Equal(t, rule.NotMet, two.State) // overdue

	// The second clause does not bind an enterprise: no filing, not applicable.
	v = group()
	r, err = pilot.Reviewer{Plan: plan}.Review(built(t, v, matter("2025-09-30", "M-1", revenue.MatterUse, "1.00", "E-1")), day("2025-12-31"))
	require.NoError(t, err)
	assert.Empty(t, r.Obligations)
	two, _ = r.ByClause("HB-2")
	assert.Equal(t, rule.NotApplicable, two.State)

	// A plan that asks for no filings gets none; a caller's own policy goes before it.
	plan.Filings = nil
	r, err = pilot.Reviewer{Plan: plan}.Review(u, day("2025-12-31"))
	require.NoError(t, err)
	require.Len(t, r.Obligations, 1)
	r, err = pilot.Reviewer{Plan: plan, Revenue: revenue.Policy{Duties: revenue.Duties()}}.Review(u, day("2025-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "自治区财政厅", obligation(t, r, revenue.DutyOneOff, "SR-1").To.ZH)
}

func ids(all []rule.Carrier) (of []rule.ID) {
	for _, c := range all {
		of = append(of, c.ID)
	}
	return of
}

// A plan's own rules and advice are judged with the rest, and cite its clauses.
func TestOwnRules(t *testing.T) {
	plan := riverside()
	var err error
	plan.Rules, err = rule.NewSet(rule.Check[pilot.Reviewed]{
		Rule: rule.Rule{
			ID: "own.three-rows", Title: rule.Text{ZH: "台账至少三行", EN: "at least three rows"}, Severity: rule.Warning, Evidence: rule.FullText,
			Basis: []rule.Clause{{Doc: plan.Document, Place: "第一条", Key: "HB-1"}},
		},
		Func: func(v pilot.Reviewed, _ rule.Context) rule.Verdict {
			if v.Result.Totals.Ledger.Rows >= 3 {
				return rule.Pass()
			}
			return rule.Fail(rule.Finding{Path: "/ledger", Message: rule.Text{ZH: "不足三行。", EN: "fewer than three rows."}})
		},
	})
	require.NoError(t, err)
	plan.Advice = []pilot.Advised{{Duty: rule.Duty{
		ID: "own.stocktake", Title: rule.Text{ZH: "盘点", EN: "stocktake"}, Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1701 三(四)")},
		Evidence: rule.FullText, Owed: rule.Owes(rule.RegionDepartment), Trigger: calendar.EachYear(time.December, 31), Term: calendar.DaysBefore(364),
	}}}
	require.NoError(t, plan.Check())
	v := department()
	v.Holder.Name = "某局"
	r, err := pilot.Reviewer{Plan: plan}.Review(built(t, v), day("2025-12-31"))
	require.NoError(t, err)
	require.Len(t, findings(r, "own.three-rows"), 1)
	one, _ := r.ByClause("HB-1")
	assert.Equal(t, rule.NotMet, one.State)
	require.Len(t, one.Findings, 1)
	assert.True(t, obligation(t, r, "own.stocktake", "2025").Advice)
}

// A plan that contradicts itself is refused, and says where.
func TestPlanCheck(t *testing.T) {
	require.NoError(t, pilot.Guangxi().Check())
	for name, tt := range map[string]struct {
		change func(*pilot.Plan)
		id     rule.ID
	}{
		"no document":        {func(p *pilot.Plan) { p.Document = "" }, ""},
		"no period":          {func(p *pilot.Plan) { p.Period = rule.Period{} }, "示例试点方案"},
		"a clause twice":     {func(p *pilot.Plan) { p.Clauses = append(p.Clauses, p.Clauses[0]) }, "HB-1"},
		"an unknown clause":  {func(p *pilot.Plan) { p.Bindings[0].Keys = []string{"HB-9"} }, "HB-9"},
		"a reason of none":   {func(p *pilot.Plan) { p.NotComputable = []pilot.NotComputable{{Key: "GX-5.4"}} }, "GX-5.4"},
		"a unit twice":       {func(p *pilot.Plan) { p.Units = append(p.Units, p.Units[0]) }, "某局"},
		"a milestone adrift": {func(p *pilot.Plan) { p.Milestones[0].Term = calendar.Workdays(5) }, pilot.DutyLedger},
		"a duty of no term":  {func(p *pilot.Plan) { p.Filings[0].Term = calendar.Term{} }, revenue.DutyOneOff},
		"a foreign document": {func(p *pilot.Plan) { p.Filings[0].Basis[0].Doc = "没有的文件" }, revenue.DutyOneOff},
	} {
		plan := riverside()
		tt.change(&plan)
		var table *rule.TableError
		require.ErrorAs(t, plan.Check(), &table, name)
		assert.Equal(t, tt.id, table.ID, name)
		_, err := pilot.Reviewer{Plan: plan}.Review(pilot.Unit{}, day("2025-12-31"))
		if plan.Document != "" { // without one it is the Guangxi plan
			require.ErrorAs(t, err, &table, name)
		}
	}
}

// A clause and what carries it are found from either side.
func TestBothDirections(t *testing.T) {
	all := pilot.Guangxi().Coverage(pilot.Catalogue(pilot.Guangxi()))
	c, found := pilot.ByClause(all, "GX-4.2.1")
	require.True(t, found)
	assert.Equal(t, "四(二) [GX-4.2.1]", c.Ref())
	assert.Contains(t, ids(c.Carriers), pilot.DutyLedger)
	_, found = pilot.ByClause(all, "GX-9")
	assert.False(t, found)
	of := pilot.ByRule(all, pilot.DutyLedger)
	require.Len(t, of, 1)
	assert.Equal(t, "GX-4.2.1", of[0].Clause)
	assert.Empty(t, pilot.ByRule(all, "pilot.none"))
	for _, c := range all { // every carrier leads back to its clause
		for _, k := range c.Carriers {
			assert.Contains(t, clausesOf(pilot.ByRule(all, k.ID)), c.Clause)
		}
	}

	u := built(t, department(), done(pilot.DutyLiaison, "", "2025-04-11"))
	r := reviewed(t, u, "2025-04-30")
	late, found := r.ByRule(pilot.DutyLiaison)
	require.True(t, found)
	assert.Equal(t, []string{"GX-6.2"}, clausesOf2(late.Clauses))
	require.Len(t, late.Obligations, 1)
	assert.Equal(t, rule.Late, late.Obligations[0].Standing)
	onTime, found := r.ByRule("pilot.on-time")
	require.True(t, found)
	require.Len(t, onTime.Findings, 1)
	assert.Equal(t, []string{"GX-5.1.1"}, clausesOf2(onTime.Clauses))
	_, found = r.ByRule("pilot.none")
	assert.False(t, found)
	of62, _ := r.ByClause("GX-6.2")
	assert.Len(t, of62.Obligations, 1)
	assert.Len(t, of62.Findings, 1, "lateness cites the duty's clause")
	assert.Equal(t, rule.NotMet, of62.State)
}

func clausesOf(all []pilot.Coverage) (keys []string) {
	for _, c := range all {
		keys = append(keys, c.Clause)
	}
	return keys
}

func clausesOf2(all []rule.Clause) (keys []string) {
	for _, c := range all {
		keys = append(keys, c.Key)
	}
	return keys
}
