package pilot_test

import (
	"encoding/json"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func obligation(t testing.TB, r pilot.Result, duty rule.ID, subject string) pilot.Obligation {
	t.Helper()
	for _, o := range r.Obligations {
		if o.Duty.ID == duty && o.Subject == subject {
			return o
		}
	}
	require.Fail(t, "no such obligation", "%s %s", duty, subject)
	return pilot.Obligation{}
}

func findings(r pilot.Result, id rule.ID) (all []rule.Finding) {
	for _, f := range r.Report.Findings {
		if f.Rule == id {
			all = append(all, f)
		}
	}
	return all
}

// The due dates of the plan. wd: working days, the day after the trigger first.
var due = []struct {
	law      string
	duty     rule.ID
	subject  string
	due      string // by the calendar of Guangxi
	national string
	earliest string // where the notice is missing
}{
	{"六 2025年4月10日前，含当日", pilot.DutyLiaison, "", "2025-04-10", "2025-04-10", ""},
	{"四(一) 4月底前", pilot.DutySweep, "", "2025-04-30", "2025-04-30", ""},
	{"四(二) 5月底前；星期六且端午，不顺延", pilot.DutyLedger, "", "2025-05-31", "2025-05-31", ""},
	{"三 6月底前", pilot.DutyPlan, "", "2025-06-30", "2025-06-30", ""},
	{"三 2025年底前", pilot.DutyResults, "", "2025-12-31", "2025-12-31", ""},
	{"三 2026年底前", pilot.DutyCompletion, "", "2026-12-31", "2026-12-31", ""},
	// 五(一) 每季度结束后10个工作日内. There is no report for 2025Q1: the pilot began on 04-01.
	{"07-01 02 03 04 (4), 07…11 (9), 14", pilot.DutyReport, "2025Q2", "2025-07-14", "2025-07-14", ""},
	{"10-01…08 off; 09 10, Saturday 11 worked (3), 13…17 (8), 20 21", pilot.DutyReport, "2025Q3", "2025-10-21", "2025-10-21", ""},
	{"01-01…03 off; Sunday 04 worked (1), 05…09 (6), 12…15", pilot.DutyReport, "2025Q4", "2026-01-15", "2026-01-15", ""},
	{"04-01 02 03 (3), 清明 04…06, 07…10 (7), 13 14 15; 三月三 is 17 and 20", pilot.DutyReport, "2026Q1", "2026-04-15", "2026-04-15", ""},
	{"07-01 02 03 (3), 06…10 (8), 13 14", pilot.DutyReport, "2026Q2", "2026-07-14", "2026-07-14", ""},
	{"10-01…07 off; 08 09, Saturday 10 worked (3), 12…16 (8), 19 20", pilot.DutyReport, "2026Q3", "2026-10-20", "2026-10-20", ""},
	{"2027 not announced: were 01-01 worked, 01 (1), 04…08 (6), 11…14", pilot.DutyReport, "2026Q4", "", "", "2027-01-14"},
	{"五(一) 完成后1个月内: 2027-01-31 is a Sunday, and the notice may make it a working day", pilot.DutySummary, "", "", "", "2027-01-31"},
}

func TestDueTable(t *testing.T) {
	for name, v := range map[string]asset.Inventory{"department": department(), "group": group(), "bureau": bureau()} {
		r := reviewed(t, built(t, v), "2026-12-31")
		for _, tt := range due {
			o := obligation(t, r, tt.duty, tt.subject)
			assert.Equal(t, tt.due, o.Due.Date.String(), "%s: %s %s", name, tt.law, tt.subject)
			assert.Equal(t, tt.national, o.National.Date.String(), tt.law)
			assert.Equal(t, rule.ByText, o.Force)
			assert.NotEmpty(t, o.Duty.Basis)
			if tt.earliest == "" {
				assert.Nil(t, o.Due.Missing)
				assert.False(t, o.Due.Provisional)
				continue
			}
			assert.Equal(t, rule.NotAnnounced, o.Standing)
			assert.Equal(t, tt.earliest, o.Due.Earliest.String(), tt.law)
			assert.Equal(t, &calendar.NotAnnouncedError{Layer: calendar.National, Year: 2027}, o.Due.Missing, "the nation's notice, not the region's")
			assert.True(t, o.Due.Provisional)
			assert.Contains(t, o.Line(rule.Chinese), "未公布，不早于 "+tt.earliest)
			assert.Contains(t, o.Line(rule.English), "not announced, not before "+tt.earliest)
			assert.Contains(t, o.Due.EN(), "missing: the 2027 holiday notice of layer CN")
			assert.Contains(t, o.Due.ZH(), "缺 2027 年放假通知")
		}
	}
}

// Who owes what: the plan's table of duties by kind of unit, and no other.
func TestWhoOwesWhat(t *testing.T) {
	every := map[rule.ID]int{
		pilot.DutyLiaison: 1, pilot.DutySweep: 1, pilot.DutyLedger: 1, pilot.DutyPlan: 1, pilot.DutyResults: 1, pilot.DutyCompletion: 1,
		pilot.DutyReport: 7, pilot.DutySummary: 1, pilot.DutyStateAssets: 2, // 2025Q2 to 2026Q4; the ends of 2025 and 2026
	}
	count := func(r pilot.Result) map[rule.ID]int {
		all := map[rule.ID]int{}
		for _, o := range r.Obligations {
			if !o.Advice {
				all[o.Duty.ID]++
			}
		}
		return all
	}
	assert.Equal(t, every, count(reviewed(t, built(t, department()), "2026-12-31")))
	assert.Equal(t, every, count(reviewed(t, built(t, group()), "2026-12-31")))
	own := reviewed(t, built(t, bureau()), "2026-12-31")
	every[pilot.DutyMechanism] = 1 // 六 设区市参照建立
	assert.Equal(t, every, count(own))
	assert.Equal(t, rule.Promptly, obligation(t, own, pilot.DutyMechanism, "").Standing)
	for _, o := range own.Obligations {
		want := rule.ByText
		if o.Duty.ID == pilot.DutyStateAssets || o.Advice { // 四(三) 逐步纳入, and 国务院令第738号 第45条
			want = rule.ByReference
		}
		assert.Equal(t, want, o.Force, o.Duty.ID)
	}
}

// Every status an obligation can have, on the day it changes.
func TestStatuses(t *testing.T) {
	u := built(t, department(),
		done(pilot.DutyLiaison, "", "2025-04-10"), done(pilot.DutySweep, "", "2025-05-06"), done(pilot.DutyProblem, "", "2025-08-01"))
	for _, tt := range []struct {
		duty    rule.ID
		subject string
		at      string
		status  rule.Standing
		days    int
		why     string
		line    string
	}{
		{pilot.DutyLiaison, "", "2025-04-01", rule.Ahead, 6, "04-02 03, 清明 04…06, 07…10; 三月三 2025 is 03-31 and 04-01", "未到期（还有 6 个工作日）"},
		{pilot.DutyLiaison, "", "2025-04-09", rule.Ahead, 1, "04-10", "未到期（还有 1 个工作日）"},
		{pilot.DutyLiaison, "", "2025-04-10", rule.OnTime, 0, "the date itself is included", "按期 2025-04-10"},
		{pilot.DutySweep, "", "2025-04-30", rule.Ahead, 0, "the due date is the last day", "未到期（还有 0 个工作日）"},
		{pilot.DutySweep, "", "2025-05-05", rule.Overdue, 0, "五一 05-01…05: late, and no working day has passed", "逾期未完成（已逾期 0 个工作日）"},
		{pilot.DutySweep, "", "2025-05-06", rule.Late, 1, "05-06", "逾期完成 2025-05-06（逾期 1 个工作日）"},
		{pilot.DutyLedger, "", "2025-05-31", rule.Ahead, 0, "a Saturday", "未到期"},
		{pilot.DutyLedger, "", "2025-06-03", rule.Overdue, 1, "端午 05-31…06-02; 06-03", "已逾期 1 个工作日"},
		{pilot.DutyReport, "2025Q2", "2025-06-29", rule.NotTriggered, 0, "the quarter has not ended", "未触发"},
		{pilot.DutyReport, "2025Q2", "2025-06-30", rule.Ahead, 10, "ten working days", "还有 10 个工作日"},
		{pilot.DutyReport, "2025Q2", "2025-07-14", rule.Ahead, 0, "the last day", "未到期"},
		{pilot.DutyReport, "2025Q2", "2025-07-15", rule.Overdue, 1, "one day late", "逾期未完成"},
		{pilot.DutyReport, "2026Q4", "2026-12-30", rule.NotTriggered, 0, "the quarter has not ended", "未触发"},
		{pilot.DutyReport, "2026Q4", "2026-12-31", rule.NotAnnounced, 0, "2027 is not announced", "放假安排未公布"},
		{pilot.DutySummary, "", "2026-12-30", rule.NotTriggered, 0, "the pilot is not completed", "未触发"},
		{pilot.DutySummary, "", "2026-12-31", rule.NotAnnounced, 0, "", "放假安排未公布"},
		{pilot.DutyStateAssets, "2025", "2025-12-30", rule.NotTriggered, 0, "", "未触发"},
		{pilot.DutyStateAssets, "2025", "2025-12-31", rule.Promptly, 0, "逐步纳入: no number of days", "应及时办理"},
		{pilot.DutyProblem, "", "2025-08-01", rule.Done, 0, "及时反馈", "已完成 2025-08-01"},
	} {
		o := obligation(t, reviewed(t, u, tt.at), tt.duty, tt.subject)
		assert.Equal(t, tt.status, o.Standing, "%s %s on %s: %s", tt.duty, tt.subject, tt.at, tt.why)
		assert.Equal(t, tt.days, o.Days, "%s %s on %s: %s", tt.duty, tt.subject, tt.at, tt.why)
		assert.False(t, o.DaysUnknown)
		assert.Contains(t, o.Line(rule.Chinese), tt.line)
		assert.NotContains(t, o.Line(rule.English), "个工作日")
	}
	for _, s := range []rule.Standing{
		rule.NotTriggered, rule.Ahead, rule.OnTime, rule.Late, rule.Overdue, rule.NotAnnounced, rule.Promptly, rule.Done,
	} {
		assert.NotEmpty(t, s.Title().ZH, s)
		assert.NotEmpty(t, s.Title().EN, s)
	}
	// A problem that was reported later is not known before.
	for _, o := range reviewed(t, u, "2025-07-31").Obligations {
		assert.NotEqual(t, pilot.DutyProblem, o.Duty.ID)
	}
}

// In January 2027, with no notice for the year, what is late is late, and the
// number of working days waits: it is never told as 0.
func TestLateIntoAnUnknownYear(t *testing.T) {
	u := built(t, department())
	u.Done = []pilot.Done{{Duty: pilot.DutyResults, On: day("2027-01-05")}, {Duty: pilot.DutySummary, On: day("2027-01-31")}, {Duty: pilot.DutyReport, Subject: "2026Q4", On: day("2027-01-15")}}
	r := reviewed(t, u, "2027-02-10")
	for duty, status := range map[rule.ID]rule.Standing{pilot.DutyResults: rule.Late, pilot.DutyCompletion: rule.Overdue} {
		o := obligation(t, r, duty, "")
		assert.Equal(t, status, o.Standing)
		assert.True(t, o.DaysUnknown)
		assert.Contains(t, o.Line(rule.Chinese), "工作日数待放假安排公布")
		assert.Contains(t, o.Line(rule.English), "working days not announced")
		assert.NotContains(t, o.Line(rule.Chinese), "0 个工作日")
		b, err := json.Marshal(o)
		require.NoError(t, err)
		assert.Contains(t, string(b), `"workingDaysUnknown":true`)
	}
	for _, f := range findings(r, "pilot.on-time") {
		assert.NotContains(t, f.Message.ZH, "逾期 0 个")
	}
	// Done on the earliest day it can be due: on time whatever the notice says.
	assert.Equal(t, rule.OnTime, obligation(t, r, pilot.DutySummary, "").Standing)
	// Done after it: whether it is late, the notice will say.
	o := obligation(t, r, pilot.DutyReport, "2026Q4")
	assert.Equal(t, rule.NotAnnounced, o.Standing)
	assert.Contains(t, o.Line(rule.Chinese), "放假安排未公布（缺 2027 年全国放假通知），2027-01-15 已完成")
	assert.Contains(t, o.Line(rule.English), "not announced (the national notice of 2027 is missing), done on 2027-01-15")
}

// With a calendar that looks ahead by the statutory days of 2027, the open dates
// are there, and provisional: 01-01 off, 04…08 (5), 11…15; Sunday 01-31 rolls to
// Monday 02-01 (民法典 203).
func TestProvisionalCalendar(t *testing.T) {
	guangxi, err := calendar.China(calendar.Guangxi, calendar.Provisional())
	require.NoError(t, err)
	r, err := pilot.Reviewer{Calendar: guangxi}.Review(built(t, department()), day("2026-12-31"))
	require.NoError(t, err)
	for duty, want := range map[rule.ID]string{pilot.DutyReport: "2027-01-15", pilot.DutySummary: "2027-02-01"} {
		subject := ""
		if duty == pilot.DutyReport {
			subject = "2026Q4"
		}
		o := obligation(t, r, duty, subject)
		assert.Equal(t, want, o.Due.Date.String())
		assert.True(t, o.Due.Provisional)
		assert.Equal(t, rule.Ahead, o.Standing)
		assert.True(t, o.National.Date.IsZero(), "the nation's calendar was not told to look ahead")
	}
}

// The summary runs from the day the unit declares completion, if earlier than
// the plan's end (P23): 2026-11-15 is a Sunday and rolls to 16; 2026-12-30 has
// its 30th of January 2027 still open, a Saturday.
func TestCompletion(t *testing.T) {
	for _, tt := range []struct{ declared, trigger, due, earliest string }{
		{"2026-10-15", "2026-10-15", "2026-11-16", "2026-11-16"},
		{"2026-11-30", "2026-11-30", "2026-12-30", "2026-12-30"},
		{"2026-12-30", "2026-12-30", "", "2027-01-30"},
		{"2026-12-31", "2026-12-31", "", "2027-01-31"},
	} {
		u := built(t, department(), done(pilot.DutyCompletion, "", tt.declared))
		o := obligation(t, reviewed(t, u, "2026-12-31"), pilot.DutySummary, "")
		assert.Equal(t, tt.trigger, o.Trigger.String())
		assert.Equal(t, tt.due, o.Due.Date.String())
		assert.Equal(t, tt.earliest, o.Due.Earliest.String())
	}
	// Before it is declared, the plan's end stands.
	u := built(t, department(), done(pilot.DutyCompletion, "", "2026-10-15"))
	o := obligation(t, reviewed(t, u, "2026-10-14"), pilot.DutySummary, "")
	assert.Equal(t, "2026-12-31", o.Trigger.String())
	assert.Equal(t, rule.NotTriggered, o.Standing)
}

// A receipt of 2026-04-09 (Thursday) is filed within 10 working days. Nation:
// 04-10 (1), 13…17 (6), 20…23 (10). Guangxi, where 三月三 takes 17 and 20: 10 (1),
// 13…16 (5), 21…24 (9), 27 (10). Filed in between it is on time, with a note.
func TestTwoCalendars(t *testing.T) {
	for _, tt := range []struct {
		filed  string
		status rule.Standing
		days   int
		note   bool
	}{
		{"2026-04-23", rule.OnTime, 0, false},
		{"2026-04-24", rule.OnTime, 0, true},
		{"2026-04-27", rule.OnTime, 0, true},
		{"2026-04-28", rule.Late, 1, false},
	} {
		r := reviewed(t, built(t, department(), append(base(), receipt("2026-04-09", "SR-2", revenue.OneOff, "101000.00", "D-1"), done(revenue.DutyOneOff, "SR-2", tt.filed))...), "2026-12-31")
		o := obligation(t, r, revenue.DutyOneOff, "SR-2")
		assert.Equal(t, "2026-04-27", o.Due.Date.String())
		assert.Equal(t, "2026-04-23", o.National.Date.String())
		assert.Equal(t, "101000.00", o.Amount.String())
		assert.Equal(t, tt.status, o.Standing, tt.filed)
		assert.Equal(t, tt.days, o.Days, tt.filed)
		notes := findings(r, "pilot.on-time-nationally")
		require.Equal(t, tt.note, len(notes) == 1, tt.filed)
		if tt.note {
			assert.Equal(t, rule.Note, notes[0].Severity)
			assert.Contains(t, notes[0].Message.ZH, "仅按全国日历逾期（2026-04-23）")
			assert.Contains(t, notes[0].Message.EN, "late by the national calendar only (2026-04-23)")
			assert.Contains(t, notes[0].Basis, rule.GX("4.6.3"))
			assert.Contains(t, notes[0].Basis, rule.In("广西壮族自治区人民政府令第98号", ""))
		}
	}
}

// Any trigger from 2026-04-02 to 04-19, 18 days, ends later in Guangxi than by
// the nation's calendar, and none beside it.
//
//	04-02: nation 03 (1), 清明, 07…10 (5), 13…17 (10); Guangxi …16 (9), 21 (10)
//	04-16: nation 17 (1), 20…24 (6), 27…30 (10); Guangxi 21…24 (4), 27…30 (8), 五一, 05-06 07
//	04-01 ends on 04-16, before 三月三; 04-20 begins after it
func TestThirdOfMarch(t *testing.T) {
	var events []pilot.Event
	from := day("2026-03-30")
	for i := range 26 {
		on := from.AddDays(i).String()
		events = append(events, receipt(on, "SR-"+on, revenue.OneOff, "1.00", "D-1"))
	}
	r := reviewed(t, built(t, department(), events...), "2026-12-31")
	later := 0
	for i := range 26 {
		on := from.AddDays(i)
		o := obligation(t, r, revenue.DutyOneOff, "SR-"+on.String())
		inside := !on.Before(day("2026-04-02")) && !on.After(day("2026-04-19"))
		assert.Equal(t, inside, o.Due.Date.After(o.National.Date), on)
		if inside {
			later++
		} else {
			assert.Equal(t, o.National.Date, o.Due.Date, on)
		}
	}
	assert.Equal(t, 18, later)
	for on, want := range map[string][2]string{"2026-04-02": {"2026-04-21", "2026-04-17"}, "2026-04-16": {"2026-05-07", "2026-04-30"}} {
		o := obligation(t, r, revenue.DutyOneOff, "SR-"+on)
		assert.Equal(t, want, [2]string{o.Due.Date.String(), o.National.Date.String()}, on)
	}
}

// An enterprise's matters: a make-up Sunday counts, 端午 does not, and the
// region's finance department gets a copy.
func TestMatters(t *testing.T) {
	r := reviewed(t, built(t, group(),
		matter("2026-06-18", "BA-3", revenue.MatterPledge, "8000000.00", "E-1"), matter("2026-09-08", "BA-4", revenue.MatterCredit, "20000000.00", "E-1"),
		matter("2026-01-30", "BA-1", revenue.MatterUse, "53000.00", "E-1"), matter("2026-10-23", "BA-5", revenue.MatterDisposal, "381600.00", "E-1"),
		done(revenue.DutyEnterprise, "BA-3", "2026-07-06")), "2026-12-31")
	for subject, want := range map[string]string{
		"BA-1": "2026-02-13", // 02-02…06 (5), 09…13
		"BA-3": "2026-07-03", // 端午 06-19…21; 22…26 (5), 29…07-03
		"BA-4": "2026-09-21", // 09-09 10 11 (3), 14…18 (8), Sunday 20 worked, 21
		"BA-5": "2026-11-06", // 10-26…30 (5), 11-02…06
	} {
		o := obligation(t, r, revenue.DutyEnterprise, subject)
		assert.Equal(t, want, o.Due.Date.String(), subject)
		assert.Equal(t, "自治区财政厅", o.Duty.Copy[0].ZH)
	}
	assert.Equal(t, "434600.00", r.Totals.Received.String(), "53,000 + 381,600; a pledge and a credit line are no revenue")
	late := findings(r, "pilot.on-time")
	require.NotEmpty(t, late)
	o := obligation(t, r, revenue.DutyEnterprise, "BA-3")
	assert.Equal(t, rule.Late, o.Standing)
	assert.Equal(t, 1, o.Days)
}

// Receipts in instalments are filed by the quarter they came in, summed up; a
// quarter without any owes nothing by default (P9), a nil form by choice. The
// first of bank and treasury counts (P10). That of 2026Q4 is still owed (P24).
func TestInstalments(t *testing.T) {
	treasury := receipt("2026-07-01", "SR-3", revenue.Instalment, "3.00", "D-1")
	treasury.Row.Treasury = rule.RegionLevel
	treasury.Row.TreasuryOn = day("2026-06-30") // the day before it reached the bank: the second quarter
	u := built(t, department(),
		receipt("2025-07-01", "SR-1", revenue.Instalment, "600000.00", "D-1"), receipt("2025-09-30", "SR-2", revenue.Instalment, "0.50", "D-2"),
		treasury, receipt("2026-12-18", "SR-4", revenue.Instalment, "4.00", "D-1"),
		done(revenue.DutyInstalments, "2025Q3", "2025-10-22"))
	want := map[string][2]string{"2025Q3": {"2025-10-21", "600000.50"}, "2026Q2": {"2026-07-14", "3.00"}, "2026Q4": {"", "4.00"}}
	r := reviewed(t, u, "2026-12-31")
	seen := 0
	for _, o := range r.Obligations {
		if o.Duty.ID == revenue.DutyInstalments {
			seen++
			assert.Equal(t, want[o.Subject], [2]string{o.Due.Date.String(), o.Amount.String()}, o.Subject)
		}
	}
	assert.Equal(t, 3, seen)
	assert.Equal(t, rule.Late, obligation(t, r, revenue.DutyInstalments, "2025Q3").Standing)
	assert.Equal(t, rule.Overdue, obligation(t, r, revenue.DutyInstalments, "2026Q2").Standing)
	assert.Equal(t, rule.NotAnnounced, obligation(t, r, revenue.DutyInstalments, "2026Q4").Standing)

	r, err := pilot.Reviewer{Revenue: revenue.Policy{Nil: revenue.NilFiling}}.Review(u, day("2026-12-31"))
	require.NoError(t, err)
	for _, quarter := range []string{"2025Q4", "2026Q1", "2026Q3"} {
		assert.False(t, obligation(t, r, revenue.DutyInstalments, quarter).Amount.Present(), "a nil form says nothing, not 0")
	}
	// A receipt of the day after the plan's end is not owed; one of its last day is.
	u.Account.Rows = []revenue.Row{receipt("2026-12-31", "A", revenue.OneOff, "1.00", "D-1").Row, receipt("2027-01-01", "B", revenue.OneOff, "1.00", "D-1").Row}
	u.Done = nil
	r = reviewed(t, u, "2026-12-31")
	assert.Equal(t, rule.NotAnnounced, obligation(t, r, revenue.DutyOneOff, "A").Standing)
	for _, o := range r.Obligations {
		assert.NotEqual(t, "B", o.Subject)
	}
	assert.Equal(t, "1.00", r.Totals.Received.String())
}

// Errors are about the call only; whatever the unit holds is findings.
func TestReviewErrors(t *testing.T) {
	_, err := pilot.Review(built(t, department()), calendar.Date{})
	var value *rule.ValueError
	require.ErrorAs(t, err, &value)
	assert.Contains(t, value.Error(), "the day of the review")

	plan := pilot.Guangxi()
	plan.Calendar.Region = "atlantis"
	_, err = pilot.Reviewer{Plan: plan}.Review(built(t, department()), day("2026-12-31"))
	var region *calendar.RegionError
	require.ErrorAs(t, err, &region)

	// No unit, no ledger, no journal, no calendars: a review all the same.
	r, err := pilot.Review(pilot.Unit{}, day("2026-12-31"))
	require.NoError(t, err)
	assert.Error(t, r.Report.Err(), "a unit without a name is told")
	assert.Empty(t, r.Obligations)
	assert.Empty(t, r.Postings)
	b, err := json.Marshal(r)
	require.NoError(t, err)
	assert.True(t, json.Valid(b))
	for _, at := range []string{"1900-01-01", "2003-12-31", "2199-12-31"} {
		_, err := pilot.Review(built(t, department()), day(at))
		require.NoError(t, err, "a day outside the holiday notices is no error: %s", at)
	}
}

// Amounts that no account can hold give a finding and no total.
func TestTooMuch(t *testing.T) {
	for _, payment := range []revenue.Payment{revenue.OneOff, revenue.Instalment} {
		u := built(t, department())
		for _, id := range []string{"SR-1", "SR-2"} {
			u.Account.Rows = append(u.Account.Rows, revenue.Row{ID: id, Payment: payment, BankOn: day("2026-04-09"), Received: yuan("999999999999999.99")})
		}
		r, err := pilot.Review(u, day("2026-12-31"))
		require.NoError(t, err, payment)
		assert.NotEmpty(t, findings(r, "pilot.sums-fit"))
		assert.False(t, r.Totals.Received.Present())
	}
	u := built(t, group())
	for _, id := range []string{"BA-1", "BA-2"} {
		u.Matters = append(u.Matters, revenue.Matter{ID: id, Kind: revenue.MatterUse, CompletedOn: day("2026-04-09"), Amount: yuan("999999999999999.99")})
	}
	r, err := pilot.Review(u, day("2026-12-31"))
	require.NoError(t, err)
	assert.NotEmpty(t, findings(r, "pilot.sums-fit"))
}

// What lies outside the pilot owes no filing, and the review says so.
func TestOutsideThePilot(t *testing.T) {
	events := append(base(), receipt("2025-06-30", "SR-2", revenue.OneOff, "1.00", "D-1"))
	u := built(t, department(), events...)
	u.Account.Rows = append(u.Account.Rows, revenue.Row{ID: "SR-1", Payment: revenue.OneOff, BankOn: day("1900-01-01"), Received: yuan("1.00")})
	r, err := pilot.Review(u, day("2026-12-31"))
	require.NoError(t, err)
	found := findings(r, "pilot.receipt-in-period")
	require.Len(t, found, 1)
	assert.Equal(t, "/account/SR-1", found[0].Path)
	for _, o := range r.Obligations {
		assert.NotEqual(t, "SR-1", o.Subject)
	}
}

// The body that approves is the one that the unit names, unless applicant and
// approver are one (P18).
func TestDeclaredApprover(t *testing.T) {
	for body, warned := range map[string]int{"自治区财政厅": 0, "某商店": 1} {
		_, report := pilot.Build(department(), recorded(append(found(), approved("2025-08-20", "PY-1", body, "1号"))...), day("2026-12-31"))
		require.NoError(t, report.Err())
		assert.Len(t, report.Findings, warned, body)
		if warned > 0 {
			assert.Equal(t, rule.ID("pilot.declared-approver"), report.Findings[0].Rule)
			assert.Equal(t, "/body", report.Findings[0].Path)
		}
	}
}

// Recognition on a day goes by what the ledger has learned since the sweep.
func TestRecognisedAsListed(t *testing.T) {
	events := append(base(), change("2026-09-15", "D-1", field("costEvidence", "voucher"), field("cost", "480000.00")))
	for at, want := range map[string]rule.State{"2026-09-14": rule.NotMet, "2026-09-15": rule.Met} {
		r, err := pilot.Review(built(t, department(), events...), day(at))
		require.NoError(t, err)
		assert.Equal(t, want, r.Assessments[0].Accounting.State, at)
	}
}

// What lies after the day does not show: rows, vouchers, receipts, grants.
func TestAsOf(t *testing.T) {
	u := built(t, department(), append(found(), approved("2025-08-20", "PY-1", "自治区财政厅", "1号"),
		receipt("2026-03-27", "SR-1", revenue.Instalment, "600000.00", "D-1"), receipt("2026-04-09", "SR-2", revenue.OneOff, "101000.00", "D-1"),
		pilot.Retired{On: day("2026-08-19"), Asset: "D-2", Cause: ledger.CauseLost})...)
	for _, tt := range []struct {
		at             string
		rows, postings int
		received       string
	}{
		{"2025-05-28", 0, 0, ""},
		{"2025-05-29", 3, 0, ""},
		{"2025-06-30", 3, 1, ""},
		{"2025-08-20", 3, 3, ""},
		{"2026-03-27", 3, 3, "600000.00"},
		{"2026-04-09", 3, 3, "701000.00"},
		{"2026-08-19", 2, 3, "701000.00"},
	} {
		r := reviewed(t, u, tt.at)
		assert.Equal(t, tt.rows, r.Totals.Ledger.Rows, tt.at)
		assert.Len(t, r.Postings, tt.postings, tt.at)
		assert.Equal(t, tt.received, r.Totals.Received.String(), tt.at)
	}
	// 借1701 1 贷1902 1 on 06-30; 借1902 贷3501, 借3501 贷3001 on 08-20.
	net := func(at string) map[string]string {
		all := map[string]string{}
		for _, b := range reviewed(t, u, at).Balances {
			all[b.Account.Code] = b.Net.String()
		}
		return all
	}
	assert.Equal(t, map[string]string{"1701": "1.00", "1902": "-1.00"}, net("2025-06-30"))
	assert.Equal(t, map[string]string{"1701": "1.00", "1902": "0.00", "3501": "0.00", "3001": "1.00"}, net("2025-08-20"))
}

// What moves the figures: a grant counts on the days it covers, both ends
// included; a matter from its completion; an asset until it is retired.
func TestTotals(t *testing.T) {
	u := built(t, department(), append(granted(), pilot.Retired{On: day("2026-08-19"), Asset: "D-2", Cause: ledger.CauseLost})...)
	for at, authorised := range map[string]int{"2025-12-31": 0, "2026-01-01": 1, "2028-12-31": 1, "2029-01-01": 0} { // SQ-1 is for 2026-01-01 to 2028-12-31
		assert.Equal(t, authorised, reviewed(t, u, at).Totals.Authorised, at)
	}
	// D-3 was never listed and is one of the assets; D-2 is not, once it is gone.
	for at, assets := range map[string]int{"2025-05-28": 4, "2026-08-18": 4, "2026-08-19": 3} {
		totals := reviewed(t, u, at).Totals
		assert.Equal(t, assets, totals.Assets, at)
		assert.Equal(t, 4, totals.Resources)
		assert.Zero(t, totals.Unknown)
	}
	g := built(t, group(), matter("2026-01-30", "BA-1", revenue.MatterUse, "53000.00", "E-1"), matter("2026-05-14", "BA-2", revenue.MatterDisposal, "203520.00", "E-1"))
	for at, received := range map[string]string{"2026-01-29": "", "2026-01-30": "53000.00", "2026-05-14": "256520.00"} {
		assert.Equal(t, received, reviewed(t, g, at).Totals.Received.String(), at)
	}
}

// A duty that was done twice was done on the first day, in whatever order the
// days are entered.
func TestDoneTwice(t *testing.T) {
	for _, days := range [][2]string{{"2025-07-10", "2025-07-16"}, {"2025-07-16", "2025-07-10"}} {
		u := built(t, department(), done(pilot.DutyReport, "2025Q2", days[0]), done(pilot.DutyReport, "2025Q2", days[1]))
		o := obligation(t, reviewed(t, u, "2025-12-31"), pilot.DutyReport, "2025Q2")
		assert.Equal(t, "2025-07-10", o.DoneOn.String())
		assert.Equal(t, rule.OnTime, o.Standing)
	}
}

// The ledger's own rules are part of the review, and the caller's choices of
// them too.
func TestLedgerRules(t *testing.T) {
	u := built(t, department(), base()...)
	r := reviewed(t, u, "2025-06-03")
	assert.Len(t, findings(r, "ledger.should-be-registered"), 3, "应登尽登: none of the three rows is registered")
	rows, err := ledger.Rules().Without("ledger.should-be-registered", "本地另有规定")
	require.NoError(t, err)
	r, err = pilot.Reviewer{Ledger: ledger.Reviewer{Rows: rows}}.Review(u, day("2025-06-03"))
	require.NoError(t, err)
	assert.Empty(t, findings(r, "ledger.should-be-registered"))
	require.NotEmpty(t, r.Report.Off)
	assert.Equal(t, rule.SwitchedOff{Rule: "ledger.should-be-registered", Reason: "本地另有规定"}, r.Report.Off[0])

	// P1: the policy's choice where cost cannot be measured.
	r, err = pilot.Reviewer{Asset: asset.Policy{Unmeasured: asset.MemoOnly}}.Review(u, day("2025-06-03"))
	require.NoError(t, err)
	assert.Equal(t, asset.RouteMemo, r.Assessments[0].Route)
	assert.Equal(t, asset.RouteNominal, reviewed(t, u, "2025-06-03").Assessments[0].Route)
}

// An inventory that refers to what is not there is reviewed: each fault is a
// finding with its clause, and nothing is recognised on such ground.
func TestBadInventory(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*asset.Inventory)
		rule   rule.ID
	}{
		"a resource in no such project": {func(v *asset.Inventory) { v.Resources[0].Projects = []string{"P-99"} }, "asset.references"},
		"a system in no such project": {func(v *asset.Inventory) {
			v.Systems = []asset.ITSystem{{ID: "S-1", Name: "x", Projects: []string{"P-99"}}}
		}, "asset.references"},
		"two resources of one id":            {func(v *asset.Inventory) { v.Resources[1].ID = "D-1" }, "asset.unique-ids"},
		"two projects of one id":             {func(v *asset.Inventory) { v.Projects = append(v.Projects, v.Projects[0]) }, "asset.unique-ids"},
		"a resource of another kind of unit": {func(v *asset.Inventory) { v.Resources[0].HolderKind = rule.PublicInstitution }, "asset.holder-kind"},
		"a resource without a name":          {func(v *asset.Inventory) { v.Resources[0].Name = "" }, "record.required"},
		"a unit without a role":              {func(v *asset.Inventory) { v.Holder.Role = "" }, "record.required"},
		"a negative cost":                    {func(v *asset.Inventory) { v.Resources[0].Cost = yuan("-1.00") }, "record.range"},
		"a name that is not UTF-8":           {func(v *asset.Inventory) { v.Resources[0].Name = "\xff" }, "record.text"},
	} {
		v := department()
		tt.change(&v)
		r := reviewed(t, pilot.Unit{Inventory: v}, "2025-06-03")
		found := findings(r, tt.rule)
		require.NotEmpty(t, found, name)
		assert.Equal(t, rule.Blocking, found[0].Severity, name)
		assert.NotEmpty(t, found[0].Path, name)
		assert.Error(t, r.Report.Err(), name)
		assert.Empty(t, r.Assessments, name)
	}
}

// A clause is met when it was done, not met when it is late, unknown while it is
// to be done, not applicable where no program can judge it or the unit does not
// owe it.
func TestClauses(t *testing.T) {
	state := func(v asset.Inventory, at, clause string, events ...pilot.Event) rule.State {
		for _, c := range reviewed(t, built(t, v, events...), at).Clauses {
			if c.Clause == clause {
				return c.State
			}
		}
		require.Fail(t, "no clause "+clause)
		return 0
	}
	for _, tt := range []struct {
		at, clause string
		want       rule.State
		events     []pilot.Event
	}{
		{"2025-06-02", "GX-3.2", rule.Unknown, nil},
		{"2025-07-01", "GX-3.2", rule.NotMet, nil},
		{"2025-07-01", "GX-3.2", rule.Met, []pilot.Event{done(pilot.DutyPlan, "", "2025-06-30")}},
		{"2025-07-01", "GX-3.2", rule.NotMet, []pilot.Event{done(pilot.DutyPlan, "", "2025-07-01")}},
		{"2025-07-14", "GX-5.1.1", rule.Unknown, nil},
		{"2025-07-15", "GX-5.1.1", rule.NotMet, nil},
		{"2025-07-15", "GX-5.1.1", rule.Met, []pilot.Event{done(pilot.DutyReport, "2025Q2", "2025-07-14")}},
		{"2026-12-31", "GX-5.1.2", rule.Unknown, nil}, // the summary is still to come
		{"2026-12-31", "GX-6.3", rule.NotApplicable, nil},
		{"2026-12-31", "GX-4.6.5", rule.NotApplicable, nil},
		{"2026-12-31", "GX-5.4", rule.NotApplicable, nil},
		{"2026-12-31", "GX-6.4", rule.NotApplicable, nil},
		{"2026-12-31", "GX-1.2", rule.Unknown, nil},
		{"2025-05-30", "GX-4.1.3", rule.Met, nil},
		{"2025-05-31", "GX-4.1.3", rule.Met, nil}, // the ledger's day itself
		{"2025-06-01", "GX-4.1.3", rule.NotMet, nil},
		{"2025-05-29", "GX-4.1.3", rule.NotMet, []pilot.Event{done(pilot.DutyLedger, "", "2025-05-29")}}, // it says that its ledger is complete
		{"2025-06-03", "GX-4.1.3", rule.NotMet, nil},                                                     // four resources meet the conditions and none is in the ledger
	} {
		assert.Equal(t, tt.want, state(department(), tt.at, tt.clause, tt.events...), "%s on %s", tt.clause, tt.at)
	}
	assert.Equal(t, rule.Met, state(bureau(), "2026-12-31", "GX-6.3", done(pilot.DutyMechanism, "", "2025-06-18")))
	assert.Equal(t, rule.NotApplicable, state(bureau(), "2026-12-31", "GX-4.6.3"))
	assert.Equal(t, rule.NotApplicable, state(group(), "2026-12-31", "GX-4.6.4"))
	assert.Len(t, reviewed(t, built(t, department()), "2026-12-31").Clauses, 69)
}

// The result as other programs read it.
func TestResultJSON(t *testing.T) {
	u := built(t, department(), append(carded(), done(pilot.DutyLiaison, "", "2025-04-11"), surplus("2025-09-30", "PY-1", "D-2"))...)
	b, err := json.Marshal(reviewed(t, u, "2026-12-31"))
	require.NoError(t, err)
	var out struct {
		At     string
		Holder struct{ Name, Role string }
		Ledger []struct{ ID, Registered, CertificateNo string }
		Registrations,
		Balances, Clauses, Resources []map[string]any
		Vouchers    []accountingPosting
		Obligations []map[string]any
		Totals      map[string]any
		Report      struct{ Findings []map[string]any }
	}
	require.NoError(t, json.Unmarshal(b, &out))
	assert.Equal(t, "2026-12-31", out.At)
	assert.Equal(t, "regionDepartment", out.Holder.Role)
	require.Len(t, out.Ledger, 3)
	assert.Equal(t, "ZS-1", out.Ledger[0].CertificateNo)
	assert.Len(t, out.Resources, 4)
	assert.Len(t, out.Registrations, 1)
	assert.Len(t, out.Vouchers, 1)
	assert.Len(t, out.Clauses, 69)
	assert.Equal(t, "2025-09-10", out.Registrations[0]["since"])
	assert.NotContains(t, out.Totals, "received", "absent is left out, not 0")
	o := out.Obligations[0]
	assert.Equal(t, map[string]any{"duty": "pilot.send-liaison-list", "due": "2025-04-10", "dueNationally": "2025-04-10", "doneOn": "2025-04-11", "standing": "late", "workingDays": 1.0},
		map[string]any{"duty": o["duty"], "due": o["due"], "dueNationally": o["dueNationally"], "doneOn": o["doneOn"], "standing": o["standing"], "workingDays": o["workingDays"]})
	for _, o := range out.Obligations {
		assert.NotEmpty(t, o["basis"])
		if o["standing"] == "notAnnounced" {
			assert.Equal(t, map[string]any{"layer": "CN", "year": 2027.0}, o["missingNotice"])
			assert.NotContains(t, o, "due")
			assert.Contains(t, o, "notBefore")
		}
	}
}

type accountingPosting struct {
	Event    string
	Vouchers []struct{ Lines []accounting.Line }
}
