package pilot_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// earner is a department with one asset at nominal amount, registered and supplied for
// 600,000.00, of which 594,059.41 are remitted.
func earner() []pilot.Event {
	events := append(base(), surplus("2025-06-30", "PY-1", "D-1"), approved("2025-08-20", "PY-1", "自治区财政厅", "1号"),
		submit("2025-09-08", "D-1"), approve("2025-09-10", []string{"ZS-1"}, "D-1"))
	events = append(events, grant("2025-12-22", "SQ-1", "D-1")...)
	return append(events, smallTaxpayer(),
		contracted("2026-03-27", "SR-1", "600000.00", "D-1"), supply("2026-01-05", "SQ-1", "D-1"), billed("2026-03-25", "SR-1", "600000.00"),
		came("2026-03-27", "SR-1", "600000.00"), bookRevenue("2026-03-27"), remitted("2026-03-30", "SR-1", "594059.41"), bookRevenue("2026-03-30"))
}

func said() pilot.Said {
	return pilot.Said{
		On: day("2026-04-13"), PreparedBy: "乙", ApprovedBy: "甲", Next: "扩大授权范围",
		Difficulties: []pilot.Difficulty{{What: "历史数据成本难以归集", Cause: "项目未单列数据成本", Proposal: "明确拆分办法"}},
		Words:        []pilot.Words{{Of: "ledger", Text: "台账按月核对。"}},
	}
}

// A quarter's report is filled from what the records had on its last day. Four
// resources, all of them assets, three in the ledger (D-1 at 1.00), one registered, authorised, supplied.
func TestProgress(t *testing.T) {
	u := built(t, department(), earner()...)
	q := calendar.QuarterOf(day("2026-03-31"))
	got, err := pilot.Progress(u, q, said())
	require.NoError(t, err)
	assert.NoError(t, pilot.ProgressReports().Validate(&got, record.Options{}).Err())
	n := func(n int64) record.Opt[int64] { return record.Some(n) }
	assert.Equal(t, pilot.Figures{
		Resources: n(4), Confirmed: n(4), Listed: n(3), Registered: n(1), Nominal: n(1), AtCost: n(0), BookAmount: yuan("1.00"),
		Authorised: n(1), Supplied: n(1), Traded: n(0), Received: yuan("600000.00"), Remitted: yuan("594059.41"), LedgerDigest: u.Ledger.Head().Digest,
	}, got.Figures)
	require.Len(t, got.Links, 5)
	assert.Equal(t, "清查数据资源 4 项，确认数据资产 4 项，列入台账 3 项，按名义金额入账 1 项、按成本入账 0 项，原值 1.00 元；本期列入 0 项，退出 0 项。台账按月核对。", got.Links[0].Progress)
	assert.Equal(t, "取得收入（含税）600000.00 元，本期 600000.00 元；应缴 594059.41 元，已缴 594059.41 元；收益备案按期 0 项，逾期 0 项。", got.Links[3].Progress)
	assert.Empty(t, got.Aspects)

	// The quarter before: nothing had come in, and nothing was authorised before 2026.
	before, err := pilot.Progress(u, q.Add(-1), said())
	require.NoError(t, err)
	assert.Equal(t, "0.00 0.00 0", before.Figures.Received.String()+" "+before.Figures.Remitted.String()+" "+pilotNumber(before.Figures.Authorised))

	english := said()
	english.Language, english.Words = rule.English, nil
	got, err = pilot.Progress(u, q, english)
	require.NoError(t, err)
	assert.Equal(t, "1 registered, 2 not.", got.Links[1].Progress)

	_, err = pilot.Progress(u, calendar.Quarter{}, said())
	require.ErrorAs(t, err, new(*rule.ValueError))
}

func pilotNumber(n record.Opt[int64]) string {
	if n.Or(-1) == 0 {
		return "0"
	}
	return "not 0"
}

// The closing summary is as of the day on which the pilot is completed (P23); an
// enterprise tells seven aspects.
func TestSummary(t *testing.T) {
	s := said()
	s.On, s.Difficulties, s.NoDifficulty, s.Rules, s.Guide = day("2027-01-20"), nil, "试点按计划完成", "数据资产管理办法", "工作指引"
	u := built(t, department(), append(earner(), done(pilot.DutyCompletion, "", "2026-11-30"))...)
	got, err := pilot.Summary(u, s)
	require.NoError(t, err)
	assert.NoError(t, pilot.ClosingSummaries().Validate(&got, record.Options{}).Err())
	assert.Equal(t, "2026-11-30", got.CompletedOn.String())
	assert.Len(t, got.Links, 5)

	e := built(t, group(), list("2025-05-29", "E-1", "E-2"), matter("2026-05-14", "BA-1", revenue.MatterDisposal, "203520.00", "E-1"), matter("2026-06-18", "BA-2", revenue.MatterUse, "53000.00", "E-2"))
	got, err = pilot.Summary(e, s)
	require.NoError(t, err)
	assert.NoError(t, pilot.ClosingSummaries().Validate(&got, record.Options{}).Err())
	assert.Equal(t, "2026-12-31", got.CompletedOn.String())
	require.Len(t, got.Aspects, 7)
	assert.Equal(t, "256520.00 1", got.Figures.Received.String()+" "+map[bool]string{true: "1"}[got.Figures.Traded.Or(0) == 1], "203,520 + 53,000")
	assert.Contains(t, got.Aspects[6].Progress, "质押资产账面价值无")
}

// The lines of the report on state-owned assets are handed with the obligation.
func TestStateAssetsHanded(t *testing.T) {
	r := reviewed(t, built(t, department(), earner()...), "2026-12-31")
	o := obligation(t, r, pilot.DutyStateAssets, "2026")
	require.NotNil(t, o.StateAssets)
	assert.Len(t, o.StateAssets.Paragraphs, 3)
	for _, l := range o.StateAssets.Lines {
		switch l.Code {
		case "closing":
			assert.Equal(t, "1.00 600000.00 594059.41", l.Amount.String()+" "+l.Income.String()+" "+l.Remitted.String())
		case "nominal", "registered", "authorised":
			assert.Equal(t, record.Some[int64](1), l.Rows, l.Code)
		}
	}
	earlier := obligation(t, r, pilot.DutyStateAssets, "2025")
	for _, l := range earlier.StateAssets.Lines {
		if l.Code == "closing" {
			assert.Equal(t, money.Zero(), l.Income, "nothing came in before 2026")
		}
	}
	assert.Nil(t, obligation(t, reviewed(t, built(t, department(), earner()...), "2026-12-30"), pilot.DutyStateAssets, "2026").StateAssets, "the year has not ended")
}

// The checklist has one line a rule, with what is wrong.
func TestYearEndChecklist(t *testing.T) {
	r := reviewed(t, built(t, department(), earner()...), "2026-12-31")
	c, ended, err := r.YearEnd(2026, rule.Chinese)
	require.NoError(t, err)
	require.True(t, ended)
	c.PreparedBy, c.ApprovedBy = "乙", "甲"
	assert.NoError(t, pilot.YearEndChecklists().Validate(&c, record.Options{}).Err())
	require.Len(t, c.Lines, len(government.YearEndRules().Rules()))
	states := map[string]string{}
	for _, l := range c.Lines {
		states[l.Rule] = l.State
	}
	assert.Equal(t, "met", states["government.year-end-treasury-cleared"])
	assert.Equal(t, "notMet", states["government.year-end-results-closed"], "5001 356.44 was not closed")
	assert.Equal(t, "notMet", states["government.year-end-stocktake"])
	for year, of := range map[int]pilot.Result{2027: r, 2026: reviewed(t, built(t, group()), "2026-12-31")} {
		_, ended, err := of.YearEnd(year, rule.Chinese)
		require.NoError(t, err)
		assert.False(t, ended, year)
	}
}

// Approvals are those that vouchers point to, with the vouchers.
func TestApprovals(t *testing.T) {
	all := reviewed(t, built(t, department(), earner()...), "2026-12-31").Approvals()
	require.Len(t, all, 1)
	a := all[0]
	assert.Equal(t, "自治区财政厅 2025-08-20 1号 D-1 1.00", a.Body+" "+a.On.String()+" "+a.Document.Number+" "+a.Document.Scope+" "+a.Document.Amount.String())
	assert.Len(t, a.Vouchers, 2, "out of 1902, and 3501 closed")
	assert.NoError(t, pilot.ApprovalRecords().Validate(&a, record.Options{}).Err())
}

// What comes in at the region finance department: what it is owed by two units, what
// has come and what is late.
func TestInbox(t *testing.T) {
	one := reviewed(t, built(t, department(), done(pilot.DutyReport, "2025Q2", "2025-07-14"), done(pilot.DutyReport, "2025Q3", "2025-10-22")), "2025-10-31")
	two := reviewed(t, built(t, group()), "2025-10-31")
	all := pilot.Inbox([]pilot.Result{one, two}, "自治区财政厅", rule.Chinese)
	var reports []string
	for _, l := range all {
		assert.NoError(t, pilot.InboxLines().Validate(&l, record.Options{}).Err())
		if l.Duty == pilot.DutyReport && l.Standing != rule.NotTriggered {
			late := ""
			if n, known := l.Late.Get(); known {
				late = " late by " + string(rune('0'+n))
			}
			reports = append(reports, l.Unit+" "+l.Subject+" "+l.Due.String()+" "+string(l.Standing)+late)
		}
	}
	assert.Equal(t, []string{
		one.Holder.Name + " 2025Q2 2025-07-14 onTime", one.Holder.Name + " 2025Q3 2025-10-21 late late by 1",
	}, reports[:2])
	assert.Contains(t, reports[3], two.Holder.Name+" 2025Q3 2025-10-21 overdue late by 8", "10-22…24 (3), 27…31 (8)")
	assert.Empty(t, pilot.Inbox([]pilot.Result{one}, "某省财政厅", rule.Chinese))
	assert.Greater(t, len(pilot.Inbox([]pilot.Result{two}, "", rule.Chinese)), 2)
}
