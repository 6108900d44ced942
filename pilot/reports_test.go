package pilot_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// document is one of the documents of the pilot, without its Go type.
type document struct {
	def    record.Definition
	sample string
	decode func(string) rule.Report
}

func documentOf[T any](t *testing.T, table *record.Table[T]) document {
	t.Helper()
	sample := table.Sample()
	b, err := table.Encode(&sample)
	require.NoError(t, err)
	return document{table.Definition(), string(b), func(s string) rule.Report {
		_, report, err := table.Decode([]byte(s))
		require.NoError(t, err)
		return report
	}}
}

func documents(t *testing.T) map[string]document {
	all := map[string]document{}
	for _, d := range []document{
		documentOf(t, pilot.HolidayNotices()), documentOf(t, pilot.LiaisonLists()), documentOf(t, pilot.UnitPlans()), documentOf(t, pilot.SweepSheets()),
		documentOf(t, pilot.Confirmations()), documentOf(t, pilot.SurplusDeclarations()), documentOf(t, pilot.StocktakeSheets()),
		documentOf(t, pilot.ProgressReports()), documentOf(t, pilot.ClosingSummaries()),
		documentOf(t, pilot.YearEndChecklists()), documentOf(t, pilot.ApprovalRecords()), documentOf(t, pilot.InboxLines()),
	} {
		all[d.def.Name] = d
	}
	return all
}

// Every document that an officer makes has an example that is right, and stands
// in the package's definitions.
func TestDocuments(t *testing.T) {
	var names []string
	for _, d := range pilot.Definitions() {
		names = append(names, d.Name)
	}
	for name, d := range documents(t) {
		assert.Contains(t, names, name)
		assert.NoError(t, d.decode(d.sample).Err(), name)
		assert.NotEmpty(t, d.def.Basis, name)
		assert.NotEmpty(t, d.def.Doc.EN, name)
	}
}

// What the plan or practice asks of each document, one fault each; old and by
// are texts of the example.
func TestDocumentFaults(t *testing.T) {
	all := documents(t)
	for _, tt := range []struct{ why, name, old, by, path, id string }{
		{"a contact can be called", "liaison-list", `"phone":"0771-0000000",`, ``, "/people/0/phone", "record.required"},
		{"a leader need not", "liaison-list", `"part":"contact","name":"乙","position":"科技处副处长","phone":"0771-0000000",`, `"part":"leader","name":"乙",`, "", ""},
		{"the plan names its main contents (GX-3.6)", "pilot-plan", `"contents":"公路养护数据资产全过程管理",`, ``, "/contents", "record.required"},
		{"and a security system and emergency plan (GX-5.3.1)", "pilot-plan", `"security":"已建立数据安全管理制度和应急预案"`, `"rules2":"x"`, "/security", "record.required"},
		{"an enterprise names its aspects (GX-4.7.7)", "pilot-plan", `"holderKind":"administrative"`, `"holderKind":"enterprise"`, "/aspects", "record.required"},
		{"no resource without project, system or reason", "sweep-sheet", `"projects":["P-01"],"systems":["S-01"],"content"`, `"content"`, "/lines/0/noProject", "record.required"},
		{"a reason where it is not booked", "sweep-sheet", `"conclusion":"surplus","reason":"成本无法可靠计量"`, `"conclusion":"manage"`, "/lines/0/reason", "record.required"},
		{"every no has its reason", "asset-confirmation", `"met":true,"evidence":"三定规定"`, `"met":false`, "/criteria/0/reason", "record.required"},
		{"every yes has its evidence", "asset-confirmation", `"evidence":"三定规定"`, `"reason":"x"`, "/criteria/0/evidence", "record.required"},
		{"not confirmed: the reason", "asset-confirmation", `"confirmed":true`, `"confirmed":false`, "/reason", "record.required"},
		{"a nominal amount has three statements", "surplus-declaration", `"noReplacement":"无同类数据的采集成本可参照",`, ``, "/items/0/noReplacement", "record.required"},
		{"and its reason (Standard 4, art. 25)", "surplus-declaration", `,"reason":"自行形成，成本无法可靠计量"`, ``, "/items/0/reason", "record.required"},
		{"another measure has its evidence instead", "surplus-declaration", `"tier":"nominal"`, `"tier":"voucher"`, "/items/0/evidence", "record.required"},
		{"approved: the number of the reply", "surplus-declaration", `"number":"示例批复〔2025〕1号",`, ``, "/number", "record.required"},
		{"a difference has a cause and a term", "stocktake", `"agrees":true`, `"agrees":false`, "/lines/0/due", "record.required"},
		{"what is in the books has an amount", "stocktake", `"bookAmount":"1.00",`, ``, "/lines/0/bookAmount", "record.required"},
		{"no report for a quarter before the pilot", "progress-report", `"quarter":"2025Q2"`, `"quarter":"2025Q1"`, "/quarter", "record.code"},
		{"the last quarter is in it", "progress-report", `"quarter":"2025Q2"`, `"quarter":"2026Q4"`, "", ""},
		{"figures are frozen with the ledger's digest", "progress-report", `,"ledgerDigest":"sha256:` + strings.Repeat("0", 64) + `"`, ``, "/figures/ledgerDigest", "record.required"},
		{"an enterprise reports by aspect", "progress-report", `"holderKind":"administrative"`, `"holderKind":"enterprise"`, "/aspects", "record.required"},
		{"the summary has five links", "closing-summary", `"links":[{"link":"ledger","progress":"台账已编制，36 项"},`, `"links":[`, "/links", "record.count"},
		{"difficulties, or why there are none", "closing-summary", `"difficulties":[{"what":"历史数据成本难以归集","cause":"项目未单列数据成本","proposal":"明确成本拆分办法"}],`, ``, "/noDifficulty", ""},
		{"a notice known from the news says what is doubtful", "holiday-notice", `"evidence":"read"`, `"evidence":"reports"`, "/note", "record.required"},
	} {
		t.Run(tt.why, func(t *testing.T) {
			d := all[tt.name]
			changed := strings.Replace(d.sample, tt.old, tt.by, 1)
			require.NotEqual(t, d.sample, changed, d.sample)
			report := d.decode(changed)
			if tt.path == "" {
				assert.NoError(t, report.Err())
				return
			}
			var found []string
			for _, f := range report.Findings {
				found = append(found, f.Path+" "+string(f.Rule))
			}
			if tt.id == "" { // either of the two would do
				assert.Contains(t, found, "/difficulties record.required")
				return
			}
			assert.Contains(t, found, tt.path+" "+tt.id)
		})
	}
}

// The notice of 2026 (国办发明电〔2025〕7号), entered as a record, is the one that
// a calendar takes: 2026-01-04, a Sunday, is worked, so that ten working days
// from 2025-12-31 end on 2026-01-15.
func TestHolidayNotice(t *testing.T) {
	day := calendar.MustDate
	n := pilot.HolidayNotice{
		Year: record.Some[int64](2026), Number: "国办发明电〔2025〕7号", Signed: day(2025, 11, 4), Published: day(2025, 11, 4), Evidence: "read",
		Off: []pilot.DaysOff{
			{Name: "元旦", From: day(2026, 1, 1), To: day(2026, 1, 3), Statutory: []pilot.WorkedDay{{On: day(2026, 1, 1)}}},
			{Name: "春节", From: day(2026, 2, 15), To: day(2026, 2, 23)},
		},
		Worked: []pilot.WorkedDay{{On: day(2026, 1, 4)}},
	}
	assert.NoError(t, pilot.HolidayNotices().Validate(&n, record.Options{}).Err())
	got := n.Notice()
	assert.Equal(t, calendar.Notice{
		Year: 2026, Number: "国办发明电〔2025〕7号", Signed: day(2025, 11, 4), Published: day(2025, 11, 4), Evidence: "read",
		Off:       []calendar.Off{{Name: "元旦", From: day(2026, 1, 1), To: day(2026, 1, 3)}, {Name: "春节", From: day(2026, 2, 15), To: day(2026, 2, 23)}},
		Statutory: []calendar.Date{day(2026, 1, 1)}, Worked: []calendar.Date{day(2026, 1, 4)},
	}, got)
}
