package main

import (
	"slices"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The three units. What each should come to was worked out by hand from the
// plan, the holiday notices and the accounting texts, not read off the program.
const (
	transport = "1-transport-department"
	port      = "2-port-group"
	guilin    = "3-guilin-finance"
)

var unitNames = []string{transport, port, guilin}

// owed is an obligation as it should stand. No due date: promptly, or, with
// notBefore, not announced.
type owed struct {
	duty               rule.ID
	subject, due, done string
	status             rule.Standing
	late               int
	notBefore          string
}

// Ten working days after the end of a quarter, the end not counted.
const (
	q2of2025 = "2025-07-14" // 07-01…04 (4), 07…11 (9), 14
	q3of2025 = "2025-10-21" // 10-01…08 off; 09 10 and Saturday 11 worked (3), 13…17 (8), 20 21
	q4of2025 = "2026-01-15" // 01-01…03 off; Sunday 04 worked (1), 05…09 (6), 12…15
	q1of2026 = "2026-04-15" // 04-01…03 (3), 清明 04…06, 07…10 (7), 13…15
	q2of2026 = "2026-07-14" // 07-01…03 (3), 06…10 (8), 13 14
	q3of2026 = "2026-10-20" // 10-01…07 off; 08 09 and Saturday 10 worked (3), 12…16 (8), 19 20
	q4of2026 = "2027-01-14" // at the earliest: were 2027-01-01 worked, 01 (1), 04…08 (6), 11…14
)

// every is what all three kinds of unit owe, with the days on which this one did
// it and how many working days late.
func every(list, sweep, compiled, plan owed, reports ...owed) []owed {
	const yes = rule.OnTime
	fixed := func(o owed, id rule.ID, due string) owed {
		o.duty, o.due = id, due
		return o
	}
	all := []owed{
		fixed(list, pilot.DutyLiaison, "2025-04-10"),
		fixed(sweep, pilot.DutySweep, "2025-04-30"),
		fixed(compiled, pilot.DutyLedger, "2025-05-31"),
		fixed(plan, pilot.DutyPlan, "2025-06-30"),
		{duty: pilot.DutyResults, due: "2025-12-31", done: "2025-12-30", status: yes},
		{duty: pilot.DutyCompletion, due: "2026-12-31", done: "2026-12-31", status: yes},
		{duty: pilot.DutyStateAssets, subject: "2025", status: rule.Promptly},
		{duty: pilot.DutyStateAssets, subject: "2026", status: rule.Promptly},
		{duty: pilot.DutyReport, subject: "2026Q4", status: rule.NotAnnounced, notBefore: q4of2026},
		{duty: pilot.DutySummary, status: rule.NotAnnounced, notBefore: "2027-01-31"}, // a Sunday
	}
	for i, due := range []string{q2of2025, q3of2025, q4of2025, q1of2026, q2of2026, q3of2026} {
		r := fixed(reports[i], pilot.DutyReport, due)
		r.subject = []string{"2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"}[i]
		all = append(all, r)
	}
	return all
}

func onTime(done string) owed        { return owed{done: done, status: rule.OnTime} }
func late(done string, by int) owed  { return owed{done: done, status: rule.Late, late: by} }
func filed(subject, due string) owed { return owed{subject: subject, due: due} }

func promptly(id rule.ID, subject, done string) owed {
	return owed{duty: id, subject: subject, done: done, status: rule.Done}
}

func (o owed) as(id rule.ID, done owed) owed {
	o.duty, o.done, o.status, o.late = id, done.done, done.status, done.late
	return o
}

// Every obligation of every unit at the pilot's end, and no other.
func TestObligations(t *testing.T) {
	want := map[string][]owed{
		transport: append(every(onTime("2025-04-09"), onTime("2025-04-29"), onTime("2025-05-29"), onTime("2025-06-27"),
			onTime("2025-07-11"), late("2025-10-22", 1), onTime("2026-01-13"), onTime("2026-04-13"), onTime("2026-07-10"), onTime("2026-10-16")),
			filed("2026Q1", q1of2026).as(revenue.DutyInstalments, onTime("2026-04-14")),
			filed("2026Q2", q2of2026).as(revenue.DutyInstalments, onTime("2026-07-10")),
			filed("2026Q3", q3of2026).as(revenue.DutyInstalments, onTime("2026-10-16")),
			owed{duty: revenue.DutyInstalments, subject: "2026Q4", status: rule.NotAnnounced, notBefore: q4of2026},
			// 04-10 (1), 13…16 (5), 三月三 17 and 20 off, 21…24 (9), 27
			filed("SR-2026-02", "2026-04-27").as(revenue.DutyOneOff, onTime("2026-04-24")),
			promptly("authorization.file-plan", "SQ-2025-01", "2025-12-09"), promptly("authorization.file-agreement", "SQ-2025-01", "2025-12-25"),
			promptly("authorization.dispose", "CZ-2026-01", "2026-09-23"),
			owed{duty: "authorization.evaluate", subject: "SQ-2025-01", status: rule.NotAnnounced, notBefore: "2027-06-24"}), // a year after 2026-06-24
		port: append(every(onTime("2025-04-10"), onTime("2025-04-28"), onTime("2025-05-30"), late("2025-07-02", 2),
			onTime("2025-07-10"), onTime("2025-10-17"), onTime("2026-01-14"), onTime("2026-04-14"), onTime("2026-07-13"), onTime("2026-10-19")),
			filed("BA-2026-01", "2026-02-13").as(revenue.DutyEnterprise, onTime("2026-02-12")),                               // 02-02…06 (5), 09…13
			filed("BA-2026-02", "2026-05-28").as(revenue.DutyEnterprise, late("2026-06-01", 2)),                              // 05-15 (1), 18…22 (6), 25…28; late 29, 06-01
			filed("BA-2026-03", "2026-07-03").as(revenue.DutyEnterprise, onTime("2026-07-02")),                               // 端午 06-19…21 off; 22…26 (5), 29…07-03
			filed("BA-2026-04", "2026-09-21").as(revenue.DutyEnterprise, onTime("2026-09-18")),                               // 09-09…11 (3), 14…18 (8), Sunday 20 worked, 21
			filed("BA-2026-05", "2026-11-06").as(revenue.DutyEnterprise, onTime("2026-11-05")),                               // 10-26…30 (5), 11-02…06
			owed{duty: "authorization.evaluate", subject: "QS-2026-01", status: rule.NotAnnounced, notBefore: "2027-01-19"}), // a year after 2026-01-19
		guilin: append(every(late("2025-04-11", 1), onTime("2025-04-30"), onTime("2025-05-30"), onTime("2025-06-30"),
			onTime("2025-07-11"), onTime("2025-10-21"), onTime("2026-01-14"), onTime("2026-04-14"), onTime("2026-07-14"), onTime("2026-10-19")),
			owed{duty: pilot.DutyMechanism, done: "2025-06-18", status: rule.Done},
			promptly("authorization.file-plan", "SQ-2025-01", "2026-01-19"), promptly("authorization.file-agreement", "SQ-2025-01", "2026-01-22"),
			promptly("authorization.dispose", "CZ-2026-01", "2026-11-12"),
			owed{duty: "authorization.evaluate", subject: "SQ-2025-01", status: rule.NotAnnounced, notBefore: "2027-01-20"}), // a year after 2026-01-20
	}
	for unit, all := range want {
		t.Run(unit, func(t *testing.T) {
			r := reviewed(t, unit, "2026-12-31")
			of := slices.DeleteFunc(slices.Clone(r.Obligations), func(o pilot.Obligation) bool { return o.Advice })
			assert.Len(t, of, len(all), "duties of other law apart")
			for _, w := range all {
				o := obligation(t, r, w.duty, w.subject)
				got := owed{w.duty, w.subject, "", o.DoneOn.String(), o.Standing, o.Days, ""}
				if o.Due.Missing != nil {
					got.notBefore = o.Due.Earliest.String()
				}
				if !o.Duty.Term.IsPromptly() {
					got.due = o.Due.Date.String()
				}
				assert.Equal(t, w, got)
			}
		})
	}
}

func obligation(t *testing.T, r pilot.Result, duty rule.ID, subject string) pilot.Obligation {
	t.Helper()
	for _, o := range r.Obligations {
		if o.Duty.ID == duty && o.Subject == subject {
			return o
		}
	}
	require.Fail(t, "no such obligation", "%s %s", duty, subject)
	return pilot.Obligation{}
}

// On 2026-04-24 the entry fee is filed: by Guangxi's calendar three days early,
// by the nation's one day late (04-10 (1), 13…17 (6), 20…23).
func TestTwoCalendars(t *testing.T) {
	r := reviewed(t, transport, "2026-04-24")
	o := obligation(t, r, revenue.DutyOneOff, "SR-2026-02")
	assert.Equal(t, "2026-04-27", o.Due.Date.String())
	assert.Equal(t, "2026-04-23", o.National.Date.String())
	assert.Equal(t, rule.OnTime, o.Standing)
	note := finding(t, r, "pilot.on-time-nationally")
	assert.Equal(t, rule.Note, note.Severity)
	assert.Contains(t, note.Message.ZH, "仅按全国日历逾期（2026-04-23）")
	assert.Contains(t, note.Message.EN, "late by the national calendar only (2026-04-23)")

	// The day before, it was not done yet and not overdue.
	o = obligation(t, reviewed(t, transport, "2026-04-23"), revenue.DutyOneOff, "SR-2026-02")
	assert.Equal(t, rule.Ahead, o.Standing)
	assert.Equal(t, 2, o.Days) // 04-24 and 04-27
	// Quarters to come are not owed yet, and the pilot's end is 172 working days off.
	o = obligation(t, r, pilot.DutyReport, "2026Q2")
	assert.Equal(t, rule.NotTriggered, o.Standing)
	assert.Equal(t, 172, obligation(t, r, pilot.DutyCompletion, "").Days)
	for _, o := range reviewed(t, guilin, "2026-12-31").Obligations {
		assert.NotContains(t, o.Duty.ID, "revenue.", "a city's revenue is not filed with the region")
	}
}

func finding(t *testing.T, r pilot.Result, id rule.ID) rule.Finding {
	t.Helper()
	for _, f := range r.Report.Findings {
		if f.Rule == id {
			return f
		}
	}
	require.Fail(t, "no such finding", id)
	return rule.Finding{}
}

// The ledger's date, 2025-05-31, is a Saturday and 端午; nobody is late by it.
func TestRestDay(t *testing.T) {
	for _, unit := range unitNames {
		note := finding(t, reviewed(t, unit, "2026-12-31"), "pilot.due-on-rest-day")
		assert.Equal(t, rule.Note, note.Severity)
		assert.Contains(t, note.Message.ZH, "2025-05-31")
		assert.Contains(t, note.Message.ZH, "端午节")
		assert.Contains(t, note.Message.ZH, "2025-05-30")
	}
}

// A late plan is a breach of the clause on plans, not of that on reports.
func TestClausesOfLateness(t *testing.T) {
	for unit, want := range map[string][]string{
		transport: {"GX-5.1.1"}, port: {"GX-3.2", "GX-4.6.5"}, guilin: {"GX-6.2"},
	} {
		var breached []string
		for _, c := range reviewed(t, unit, "2026-12-31").Clauses {
			if c.State == rule.NotMet {
				breached = append(breached, c.Clause)
			}
		}
		assert.Equal(t, want, breached, unit)
	}
}

// How the figures move, day by day.
func TestTotals(t *testing.T) {
	for _, tt := range []struct {
		unit, at                     string
		assets, unknown, rows        int
		registered, authorised, late int
		nominal, cost                int
		received                     string
	}{
		{transport, "2025-05-28", 8, 0, 0, 0, 0, 0, 0, 0, ""},
		{transport, "2025-05-29", 8, 0, 8, 0, 0, 0, 0, 0, ""}, // 10 there, without JT-08 and JT-11
		{transport, "2025-06-30", 8, 0, 8, 0, 0, 0, 3, 0, ""},
		{transport, "2025-09-10", 8, 0, 8, 2, 0, 0, 3, 0, ""},
		{transport, "2025-11-17", 8, 0, 8, 2, 0, 1, 3, 0, ""},
		{transport, "2025-11-18", 9, 0, 9, 2, 0, 1, 3, 1, ""}, // JT-06 comes
		{transport, "2025-12-31", 9, 0, 9, 4, 0, 1, 3, 1, ""}, // granted from 2026-01-01
		{transport, "2026-01-01", 9, 0, 9, 4, 2, 1, 3, 1, ""},
		{transport, "2026-04-24", 9, 0, 9, 4, 2, 1, 3, 1, "701000.00"}, // 600,000 + 101,000
		{transport, "2026-08-18", 9, 0, 9, 4, 2, 1, 3, 1, "1301000.00"},
		{transport, "2026-08-19", 8, 0, 8, 3, 2, 1, 2, 1, "1301000.00"}, // JT-10 is lost
		{transport, "2026-12-31", 8, 0, 8, 3, 2, 1, 1, 2, "2501000.00"}, // 4 × 600,000 + 101,000

		{port, "2025-05-30", 6, 0, 6, 0, 0, 0, 0, 0, ""},
		{port, "2025-07-08", 7, 0, 7, 0, 0, 1, 0, 1, ""}, // BG-05
		{port, "2025-12-26", 8, 0, 8, 0, 0, 1, 0, 2, ""}, // BG-06
		{port, "2026-01-18", 8, 0, 8, 2, 0, 1, 0, 2, ""},
		{port, "2026-03-31", 9, 0, 9, 2, 1, 1, 0, 3, "53000.00"},  // BG-06 serves since 01-19
		{port, "2026-10-22", 9, 0, 9, 3, 1, 2, 0, 3, "256520.00"}, // + 203,520; the pledge and the credit line are no revenue
		{port, "2026-10-23", 8, 0, 8, 3, 1, 2, 0, 3, "638120.00"}, // + 381,600; BG-10 is sold
		{port, "2026-12-31", 8, 0, 8, 3, 1, 2, 0, 3, "638120.00"}, //
		{guilin, "2025-05-30", 8, 1, 8, 0, 0, 1, 0, 0, ""},        // GL-08 unknown
		{guilin, "2025-07-21", 9, 1, 9, 0, 0, 1, 2, 1, ""},        // GL-10
		{guilin, "2025-08-14", 10, 1, 10, 0, 0, 1, 3, 1, ""},      // GL-11
		{guilin, "2026-01-20", 10, 1, 10, 3, 1, 1, 3, 1, ""},      //
		{guilin, "2026-06-09", 10, 1, 10, 4, 1, 1, 3, 1, "404000.00"},
		{guilin, "2026-11-11", 10, 1, 10, 4, 2, 1, 3, 1, "404000.00"}, // GL-03 to the university, from 06-10
		{guilin, "2026-11-12", 9, 1, 9, 3, 2, 1, 2, 1, "404000.00"},   // GL-11 leaves
		{guilin, "2026-12-31", 9, 1, 9, 3, 2, 1, 2, 1, "404000.00"},
	} {
		totals := reviewed(t, tt.unit, tt.at).Totals
		at := tt.unit + " on " + tt.at
		assert.Equal(t, tt.assets, totals.Assets, at)
		assert.Equal(t, tt.unknown, totals.Unknown, at)
		assert.Equal(t, tt.rows, totals.Ledger.Rows, at)
		assert.Equal(t, tt.registered, totals.Ledger.Registered, at)
		assert.Equal(t, tt.authorised, totals.Authorised, at)
		assert.Equal(t, tt.late, totals.Late, at)
		assert.Equal(t, tt.nominal, totals.Ledger.Booking[asset.BookedNominal], at)
		assert.Equal(t, tt.cost, totals.Ledger.Booking[asset.BookedCost], at)
		assert.Equal(t, tt.received, totals.Received.String(), at)
	}
}

// What the cards and the ledger hold in the end.
func TestRegistrations(t *testing.T) {
	r := reviewed(t, transport, "2026-12-31")
	certificates := map[string]string{
		"JT-01": "GX-ZS-2026-0003", "JT-02": "GX-ZS-2026-0002", "JT-06": "GX-ZS-2025-0004",
	}
	for _, x := range r.Registrations {
		if x.Regime().ID() == registry.NationalRegistration().ID() {
			continue // see TestNationalRegistration
		}
		if x.Asset == "JT-10" {
			assert.Equal(t, registry.Cancelled, x.Position.Status)
			assert.Equal(t, registry.Lost, x.Cause())
			continue
		}
		assert.True(t, x.IsRegistered(), x.Asset)
		assert.Equal(t, certificates[x.Asset], x.Certificate.Number, x.Asset)
	}
	row, there := r.Ledger.Row("JT-02")
	require.True(t, there)
	assert.Contains(t, row.Resource.Scale, "1,312 站")
	before, there := reviewed(t, transport, "2026-05-19").Ledger.Row("JT-02")
	require.True(t, there)
	assert.Contains(t, before.Resource.Scale, "1,046 站")
	_, there = r.Ledger.Row("JT-10")
	assert.False(t, there)
	for _, x := range reviewed(t, port, "2026-12-31").Registrations {
		assert.Equal(t, "enterprise-card", x.Regime().ID())
		assert.Empty(t, x.Certificate.Number, "an enterprise's card yields no certificate")
	}
	for _, x := range reviewed(t, guilin, "2026-12-31").Registrations {
		if x.Asset == "GL-11" {
			assert.Equal(t, registry.Transferred, x.Cause())
		}
	}
}
