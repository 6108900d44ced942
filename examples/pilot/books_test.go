package main

import (
	"slices"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// entries writes vouchers as an accountant would: 借1701 1.00 贷1902 3.00.
func entries(r pilot.Result) (all []string) {
	for _, p := range r.Postings {
		for _, v := range p.Vouchers {
			s := v.Entry().Date.String() + " " + string(v.Entry().Book)
			for _, l := range v.Entry().Lines {
				s += " " + l.Side.Title().ZH + l.Account + " " + l.Amount.String()
			}
			all = append(all, s)
		}
	}
	return all
}

func balances(r pilot.Result) map[string]string {
	all := map[string]string{}
	for _, b := range r.Balances {
		all[b.Account.Code] = b.Net.String()
	}
	return all
}

// A surplus at nominal amount: into 1902, out of it only with the approval, and
// 3501 is closed at once. There is no budgetary entry.
func TestVouchers(t *testing.T) {
	assert.Equal(t, []string{
		"2025-06-30 financial 借1701 1.00 借1701 1.00 借1701 1.00 贷1902 3.00",
		"2025-08-20 financial 借1902 3.00 贷3501 3.00",
		"2025-08-20 financial 借3501 3.00 贷3001 3.00",
	}, entries(reviewed(t, transport, "2026-12-31")))
	assert.Equal(t, map[string]string{"1701": "3.00", "1902": "-3.00"}, balances(reviewed(t, transport, "2025-08-19")))
	assert.Equal(t, map[string]string{"1701": "3.00", "1902": "0.00", "3501": "0.00", "3001": "3.00"}, balances(reviewed(t, transport, "2025-08-20")))

	assert.Equal(t, []string{
		"2025-06-25 financial 借1701 1.00 借1701 1.00 贷1902 2.00",
		"2025-10-15 financial 借1902 2.00 贷3501 2.00",
		"2025-10-15 financial 借3501 2.00 贷3001 2.00",
	}, entries(reviewed(t, guilin, "2026-12-31")))
	// The bureau's own approval of 2025-09-17 moves nothing.
	assert.Equal(t, map[string]string{"1701": "2.00", "1902": "-2.00"}, balances(reviewed(t, guilin, "2025-10-14")))
	assert.Empty(t, entries(reviewed(t, port, "2026-12-31")))
}

// refusal is an event that had no effect.
type refusal struct {
	rule, clause string
}

func refusals(r pilot.Result) (all []refusal) {
	for _, f := range r.Report.Findings {
		if f.Source.File == pilot.EventsFile {
			all = append(all, refusal{string(f.Rule), f.Basis[0].Key})
		}
	}
	return all
}

// What was refused, and nothing else.
func TestRefusals(t *testing.T) {
	assert.Equal(t, []refusal{
		{"ledger.authorised-is-registered", "GX-4.3.2"}, // JT-07
		{"ledger.shared-has-consent", "GX-4.5.1"},       // JT-07: the consent came on 2026-03-19
		{"ledger.authorised-is-registered", "GX-4.3.2"}, // JT-08
		{"ledger.shared-has-consent", "GX-4.5.1"},       // JT-08
		{"pilot.event-takes-effect", "GX-4.2.3"},        // JT-08 is not this unit's asset
	}, refusals(reviewed(t, transport, "2026-12-31")))
	assert.Empty(t, refusals(reviewed(t, port, "2026-12-31")))
	r := reviewed(t, guilin, "2026-12-31")
	assert.Equal(t, []refusal{{"government.not-own-approval", ""}}, refusals(r))
	own := finding(t, r, "government.not-own-approval")
	assert.Equal(t, rule.Blocking, own.Severity)
	assert.Empty(t, refusals(reviewed(t, guilin, "2025-09-16")))
	assert.Len(t, refusals(reviewed(t, guilin, "2025-09-17")), 1)
}

// with builds a unit with events beside its own, in the order of their days.
func with(t *testing.T, unit string, at string, more ...pilot.Event) (pilot.Unit, rule.Report) {
	t.Helper()
	opened, shut, err := open(files(t, unit))
	require.NoError(t, err)
	defer shut()
	inventory, events, report, err := pilot.Read(opened)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	for _, e := range more {
		events = append(events, pilot.Recorded{Event: e, Source: rule.Source{File: "more"}})
	}
	return pilot.Build(inventory, events, day(t, at))
}

func of(r rule.Report, file string) (all []rule.ID) {
	for _, f := range r.Findings {
		if f.Source.File == file {
			all = append(all, f.Rule)
		}
	}
	return all
}

// Had JT-02 been supplied on 2025-12-12, three days before its card: refused
// (GX-4.3.2).
func TestSupplyBeforeCard(t *testing.T) {
	supply := pilot.Supplied{On: calendar.MustDate(2025, 12, 12), Assets: []string{"JT-02"}, To: "运营机构甲"}
	_, report := with(t, transport, "2025-12-12", supply)
	assert.Equal(t, []rule.ID{"registry.before-supply"}, of(report, "more"))
	unit, _ := with(t, transport, "2026-12-31")
	assert.Len(t, unit.Supplies, 1, "that of 2026-01-05, after the cards")
}

// With the consent of 2026-03-19 JT-07 may follow, once it has its card; JT-08
// may not.
func TestConsent(t *testing.T) {
	on := calendar.MustDate(2026, 12, 30)
	ask := func(id string) pilot.Granted {
		return pilot.Granted{
			On: on, ID: "SQ-2026-09", Assets: []string{id}, Mode: "field", Operator: "运营机构甲",
			From: calendar.MustDate(2026, 12, 31), To: calendar.MustDate(2028, 12, 31),
		}
	}
	card := func(kind, by string, certificates ...string) pilot.Step {
		return pilot.Step{On: on, Assets: []string{"JT-07"}, Kind: kind, By: by, Certificates: certificates}
	}
	unit, report := with(t, transport, "2026-12-31", card("submit", "经办人"), card("approve", "审核人", "GX-ZS-2026-0009"), ask("JT-07"))
	assert.Empty(t, of(report, "more"))
	assert.Len(t, unit.Grants, 3)
	unit, report = with(t, transport, "2026-12-31", ask("JT-08"))
	assert.Contains(t, of(report, "more"), rule.ID("ledger.shared-has-consent"))
	assert.Len(t, unit.Grants, 2)
}

// Which resource comes out as what at the end, and what would settle the open
// answers.
func TestRecognition(t *testing.T) {
	const met, notMet, unknown = rule.Met, rule.NotMet, rule.Unknown
	type answer struct {
		management, accounting rule.State
		route                  asset.Route
	}
	nominal, memo := answer{met, notMet, asset.RouteNominal}, answer{met, notMet, asset.RouteMemo}
	open, disclosed := answer{met, unknown, asset.RouteNone}, answer{met, notMet, asset.RouteDisclose}
	others, booked := answer{notMet, notMet, asset.RouteMemo}, answer{met, met, asset.RouteAcquire}
	want := map[string][]answer{ // in the order of the inventories
		// JT-01: contract and invoices were found on 2026-09-15.
		transport: {{met, met, asset.RouteSurplus}, nominal, open, memo, open, booked, open, others, memo, nominal, others},
		port:      {disclosed, disclosed, disclosed, disclosed, booked, booked, booked, disclosed, others, disclosed},
		guilin: {
			memo, memo, nominal, nominal, memo, memo, memo,
			{unknown, unknown, asset.RouteNone},
			memo,
			booked, nominal,
		},
	}
	classes := map[string]asset.Class{"BG-05": asset.ClassIntangible, "BG-06": asset.ClassIntangible, "BG-07": asset.ClassInventory}
	for unit, answers := range want {
		r := reviewed(t, unit, "2026-12-31")
		require.Len(t, r.Assessments, len(answers))
		for i, a := range r.Assessments {
			assert.Equal(t, answers[i], answer{a.Management.State, a.Accounting.State, a.Route}, a.Resource)
			if class, booked := classes[a.Resource]; booked {
				assert.Equal(t, class, a.Class, a.Resource)
			}
		}
	}
	assert.Equal(t, "数据留存规则", settle(t, transport, "JT-03", "asset.government-identifiable"))
	assert.Contains(t, settle(t, transport, "JT-05", "asset.government-cost"), "合同分项报价")
	assert.Contains(t, settle(t, guilin, "GL-08", "asset.management-once"), "由谁确认")
}

func settle(t *testing.T, unit, resource string, criterion rule.ID) string {
	t.Helper()
	for _, a := range reviewed(t, unit, "2026-12-31").Assessments {
		if a.Resource != resource {
			continue
		}
		for _, o := range slices.Concat(a.Management.Criteria, a.Accounting.Criteria) {
			if o.ID == criterion {
				assert.Equal(t, rule.Unknown, o.State)
				return o.Settle.ZH
			}
		}
	}
	require.Fail(t, "no such criterion", "%s %s", resource, criterion)
	return ""
}
