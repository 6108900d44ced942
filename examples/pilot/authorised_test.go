package main

import (
	"slices"
	"testing"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	assetUse  = "asset-use"
	operation = "authorised-operation"
)

// matter is where a matter stands in one of its procedures.
func matter(t *testing.T, r pilot.Result, id, regime string) authorization.Authorization {
	t.Helper()
	i := slices.IndexFunc(r.Authorizations, func(a authorization.Authorization) bool { return a.ID == id && a.Regime().ID() == regime })
	require.GreaterOrEqual(t, i, 0, "%s %s", id, regime)
	return r.Authorizations[i]
}

// step is a step of a matter, as a line of events.jsonl has it.
func step(id, regime string, c authorization.Command) pilot.Authorised {
	return pilot.Authorised{ID: id, Regimes: []string{regime}, Step: c}
}

func act(t *testing.T, on, by string) authorization.Act {
	t.Helper()
	return authorization.Act{On: day(t, on), By: by}
}

// among builds a unit from its own events and others, by the days; what drop says
// is left out.
func among(t *testing.T, unit string, drop func(pilot.Event) bool, more ...pilot.Event) (pilot.Unit, rule.Report) {
	t.Helper()
	opened, shut, err := open(files(t, unit))
	require.NoError(t, err)
	defer shut()
	inventory, events, report, err := pilot.Read(opened)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	events = slices.DeleteFunc(events, func(e pilot.Recorded) bool { return drop(e.Event) })
	on := func(e pilot.Recorded) calendar.Date {
		switch e := e.Event.(type) {
		case pilot.Authorised:
			return authorization.ActOf(e.Step).On
		case pilot.Supplied:
			return e.On
		}
		return calendar.Date{}
	}
	for _, e := range more { // before the first step of a later day
		x := pilot.Recorded{Event: e, Source: rule.Source{File: "more"}}
		i := slices.IndexFunc(events, func(o pilot.Recorded) bool { return on(o).After(on(x)) })
		if i < 0 {
			i = len(events)
		}
		events = slices.Insert(events, i, x)
	}
	return pilot.Build(inventory, events, day(t, "2026-12-31"))
}

func keep(pilot.Event) bool { return false }

// U1 no. 8: JT-02 by field and JT-06 by scenario, both lines: approved on
// 2025-12-10, adopted on 12-05, agreed on 12-22, for 2026-01-01…2028-12-31, three
// years of at most five.
func TestGranted(t *testing.T) {
	r := reviewed(t, transport, "2025-12-09")
	assert.Equal(t, "none/grant/submitted", matter(t, r, "SQ-2025-01", assetUse).Position.String())
	assert.Equal(t, "none/grant/adopted", matter(t, r, "SQ-2025-01", operation).Position.String())
	r = reviewed(t, transport, "2025-12-31")
	approved, run := matter(t, r, "SQ-2025-01", assetUse), matter(t, r, "SQ-2025-01", operation)
	reply, on := approved.Approval()
	assert.Equal(t, "granted 2025-12-10 示例批复〔2025〕2号", approved.Position.String()+" "+on.String()+" "+reply.Number)
	assert.Equal(t, "granted 2025-12-22", run.Position.String()+" "+run.Since.String())
	assert.Equal(t, "2026-01-01 2028-12-31", run.From.String()+" "+run.To.String())
	assert.Equal(t, "运营机构甲", run.Competition().Operator)
	assert.Len(t, run.Plan().Catalogue, 2)
	for id, mode := range map[string]string{"JT-02": "field", "JT-06": "scenario"} {
		row, there := r.Ledger.Row(id)
		require.True(t, there)
		assert.Equal(t, mode+" 2026-01-01 2028-12-31", string(row.Mode)+" "+row.AuthorisedFrom.String()+" "+row.AuthorisedTo.String())
	}
	for _, x := range []struct {
		duty rule.ID
		on   string
	}{{"authorization.file-plan", "2025-12-09"}, {"authorization.file-agreement", "2025-12-25"}} {
		o := obligation(t, r, x.duty, "SQ-2025-01")
		assert.Equal(t, rule.Done, o.Standing)
		assert.Equal(t, x.on, o.DoneOn.String())
	}
	assert.Equal(t, rule.Promptly, obligation(t, reviewed(t, transport, "2025-12-08"), "authorization.file-plan", "SQ-2025-01").Standing)
}

// Had JT-02 been supplied on 2025-12-12, three days before its card and ten before
// the agreement: refused (GX-4.3.2).
func TestSupplyBeforeCard(t *testing.T) {
	supply := pilot.Supplied{On: calendar.MustDate(2025, 12, 12), Authorisation: "SQ-2025-01", Assets: []string{"JT-02"}, To: "运营机构甲"}
	_, report := with(t, transport, "2025-12-12", supply)
	assert.ElementsMatch(t, []rule.ID{
		"authorization.registered", "authorization.procedures-complete", "authorization.within-grant", "trade.use-has-conditions",
	}, of(report, "more"), "no card, no agreement with its conditions, and the term begins on 2026-01-01")
	for _, f := range report.Findings {
		if f.Rule == "authorization.registered" {
			assert.Equal(t, rule.Blocking, f.Severity)
			assert.Equal(t, rule.GX("4.3.2"), f.Basis[0])
			assert.Equal(t, "/application/assets/0", f.Path)
		}
	}
	unit, _ := with(t, transport, "2026-12-31")
	assert.Len(t, unit.Supplies, 1, "that of 2026-01-05, after the cards")
}

// U1 no. 9: both were asked for on 2025-12-05 without a consent and refused
// (GX-4.5.1). 水利厅 consented on 2026-03-19, so JT-07 may follow; 气象局 has not.
func TestConsent(t *testing.T) {
	var refused []string
	for _, f := range reviewed(t, transport, "2026-12-31").Report.Findings {
		if f.Rule == "authorization.shared-data-needs-consent" {
			assert.Equal(t, rule.Blocking, f.Severity)
			assert.Equal(t, rule.GX("4.5.1"), f.Basis[0])
			assert.NotZero(t, f.Source.Line)
			refused = append(refused, f.Message.ZH)
		}
	}
	require.Len(t, refused, 2)
	assert.Contains(t, refused[0], "JT-07 由自治区水利厅共享，至 2025-12-05 未取得其同意")
	assert.Contains(t, refused[1], "JT-08 由广西气象局共享，至 2025-12-05 未取得其同意")
	adopt := func(id string) pilot.Event {
		return step(id, operation, authorization.Adopt{Act: act(t, "2026-12-30", "自治区人民政府"), Approval: authorization.Approval{Number: "示例函〔2026〕9号"}})
	}
	unit, report := with(t, transport, "2026-12-31", adopt("SQ-2025-02"))
	assert.Empty(t, of(report, "more"))
	i := slices.IndexFunc(unit.Authorizations, func(a authorization.Authorization) bool {
		return a.ID == "SQ-2025-02" && a.Regime().ID() == operation
	})
	assert.Equal(t, "none/grant/adopted", unit.Authorizations[i].Position.String())
	_, report = with(t, transport, "2026-12-31", adopt("SQ-2025-03"))
	assert.Equal(t, []rule.ID{"authorization.shared-data-needs-consent"}, of(report, "more"))
}

// U1 no. 10: supplied on 2026-01-05, applied for on 01-28, due on 02-02 (01-06…09 (4),
// 12…16 (9), 19…23 (14), 26…30 (19), 02-02). Acceptance within 3 days: 01-29, 30,
// 02-02. Review within 20 after that: 02-03…06 (4), 09…13 (9), Saturday 14 (10), 春节
// 02-15…23, 24…27 (14), Saturday 28 (15), 03-02…06. Notice of 10 days after 02-27: 28 (1),
// 03-02…06 (6), 09…12 (10). The code's day is the first of three years (M8), and renewal
// is asked for within the 60 days before 2029-03-12.
func TestNationalRegistration(t *testing.T) {
	r := reviewed(t, transport, "2026-12-31")
	for _, id := range []string{"JT-02", "JT-06"} {
		o := obligation(t, r, pilot.DutyNationalFirst, id)
		assert.Equal(t, "2026-02-02 2026-01-28", o.Due.Date.String()+" "+o.DoneOn.String())
		assert.Equal(t, rule.OnTime, o.Standing)
		i := slices.IndexFunc(r.Registrations, func(x registry.Registration) bool {
			return x.Asset == id && x.Regime().ID() == registry.NationalRegistration().ID()
		})
		require.GreaterOrEqual(t, i, 0)
		x := r.Registrations[i]
		assert.Equal(t, "2026-03-13 2026-03-13 2029-03-12", x.Since.String()+" "+x.ValidFrom.String()+" "+x.ValidTo.String())
		row, _ := r.Ledger.Row(id)
		assert.Equal(t, x.Certificate.Number, row.NationalCode)
		all, err := x.Deadlines(day(t, "2026-12-31"), registry.Facts{Delivered: day(t, "2026-01-05")})
		require.NoError(t, err)
		due := map[rule.ID]string{}
		for _, d := range all {
			due[d.Term.ID] = d.Due.Date.String()
			if d.Term.ID == "registry.national-renewal" {
				assert.Equal(t, "2029-01-11", d.Due.From.String())
			}
		}
		assert.Equal(t, "2026-02-02", due["registry.national-acceptance"])
		assert.Equal(t, "2026-03-06", due["registry.national-review"])
		assert.Equal(t, "2026-03-12", due["registry.national-notice"])
	}
	// A code on the last day of the notice would have come too early.
	early := pilot.Step{On: day(t, "2026-03-12"), Assets: []string{"JT-02"}, Regime: registry.NationalRegistration().ID(), Kind: "approve", By: "公共数据资源登记机构", Certificates: []string{"GX-GG-2026-0009"}}
	_, report := with(t, transport, "2026-03-12", early)
	assert.Equal(t, []rule.ID{"registry.notice-ended"}, of(report, "more"))
}

// U1 no. 13: the evaluation of 2026-06-24 finds the scenario 商业地图 of JT-06
// unused, and it is taken back (GX-4.5.5); the rest goes on, and the next
// evaluation is owed a year later. 1,046 → 1,312 stations is +25.4 %, above the
// 20 % from which an alteration is required; each certificate names the one before.
func TestEvaluated(t *testing.T) {
	r := reviewed(t, transport, "2026-06-30")
	for _, regime := range []string{assetUse, operation} {
		a := matter(t, r, "SQ-2025-01", regime)
		assert.Equal(t, "granted", a.Position.String())
		assert.Equal(t, authorization.MarketOperation, a.Ground())
		assert.False(t, a.Covers("JT-06", "商业地图"))
		assert.True(t, a.Covers("JT-06", "养护") && a.Covers("JT-06", "保险") && a.Covers("JT-02", "交通"))
	}
	o := obligation(t, reviewed(t, transport, "2026-12-31"), "authorization.evaluate", "SQ-2025-01")
	assert.Equal(t, "2027-06-24", o.Due.Earliest.String())
	assert.Equal(t, rule.NotAnnounced, o.Standing)
	// 2027-01-01 is the day by which the first was owed; the notice of 2027 is not out.
	assert.Equal(t, "2027-01-01", obligation(t, reviewed(t, transport, "2026-06-23"), "authorization.evaluate", "SQ-2025-01").Due.Earliest.String())

	supply := func(on, area string) pilot.Event {
		return pilot.Supplied{On: day(t, on), Authorisation: "SQ-2025-01", Assets: []string{"JT-06"}, Areas: []string{area}, To: "运营机构甲"}
	}
	_, report := among(t, transport, keep, supply("2026-06-23", "商业地图"))
	assert.Empty(t, of(report, "more"))
	_, report = among(t, transport, keep, supply("2026-06-25", "商业地图"))
	assert.Equal(t, []rule.ID{"authorization.within-grant", "authorization.within-grant"}, of(report, "more"), "by both lines")
	_, report = among(t, transport, keep, supply("2026-06-25", "养护"))
	assert.Empty(t, of(report, "more"))

	before, after := registered(t, "2026-05-19", "JT-02"), registered(t, "2026-05-20", "JT-02")
	changes := registry.Compare(before.Card(), after.Card())
	assert.True(t, changes.Required())
	assert.Equal(t, before.Certificate.Number, after.Certificate.Supersedes)
	for id, names := range map[string][]string{"JT-01": {"GX-ZS-2026-0003", "GX-ZS-2026-0001"}, "JT-02": {"GX-ZS-2026-0002", "GX-ZS-2025-0003"}} {
		c := registered(t, "2026-12-31", id).Certificate
		assert.Equal(t, names, []string{c.Number, c.Supersedes})
	}
}

// registered is the card of an asset of U1 on a day.
func registered(t *testing.T, at, id string) registry.Registration {
	t.Helper()
	for _, x := range reviewed(t, transport, at).Registrations {
		if x.Asset == id && x.Regime().ID() == registry.FinanceCard().ID() {
			return x
		}
	}
	require.Fail(t, "no such registration", id)
	return registry.Registration{}
}

// U1 no. 14, U3 no. 15, U2 no. 12: what is disposed of leaves ledger, register and
// books, and nothing is found wanting.
func TestDisposals(t *testing.T) {
	for _, x := range []struct {
		unit, id, regime, on, number string
		cost                         string
	}{
		{transport, "CZ-2026-01", "asset-disposal", "2026-09-23", "示例批复〔2026〕1号", "1.00"},
		{guilin, "CZ-2026-01", "asset-disposal", "2026-11-12", "示例市政批〔2026〕2号", "1.00"},
		{port, "QC-2026-01", "enterprise-disposal", "2026-10-23", "", ""}, // never booked; own procedure, base price below 1,000,000
	} {
		r := reviewed(t, x.unit, "2026-12-31")
		a := matter(t, r, x.id, x.regime)
		assert.Equal(t, authorization.Disposed+" "+x.on, a.Position.String()+" "+a.Since.String())
		reply, _ := a.Approval()
		assert.Equal(t, x.number, reply.Number)
		assert.Equal(t, x.cost, a.Disposal().Assets[0].Cost.String(), "taken from the journal")
		for _, f := range r.Report.Findings {
			assert.NotContains(t, f.Path, "/authorizations/"+x.id, f.Message.EN)
		}
	}
	assert.Equal(t, rule.Done, obligation(t, reviewed(t, guilin, "2026-12-31"), "authorization.dispose", "CZ-2026-01").Standing)

	// Carried out without the voucher, or with the row still in the ledger: told.
	drop := func(kind string) func(pilot.Event) bool {
		return func(e pilot.Event) bool {
			b, booked := e.(pilot.Booked)
			x, retired := e.(pilot.Retired)
			return kind == "books" && booked && b.Kind == "government.transferred-out" || kind == "ledger" && retired && x.Cause == ledger.CauseTransferred
		}
	}
	for _, kind := range []string{"books", "ledger"} {
		unit, _ := among(t, guilin, drop(kind))
		r, err := pilot.Review(unit, day(t, "2026-12-31"))
		require.NoError(t, err)
		f := finding(t, r, rule.ID("authorization."+kind+"-followed"))
		assert.Equal(t, rule.Warning, f.Severity)
		assert.Contains(t, f.Message.ZH, "GL-11 已处置")
	}
}

// U3 no. 9: paid use of GL-04, approved and adopted by 市人民政府 on 2026-01-16; the
// bureau's own approval is refused (M6); that no competitive choice is on record is a
// warning (发改数据规〔2025〕27号 第12条).
func TestPaidUseOfTheBureau(t *testing.T) {
	r := reviewed(t, guilin, "2026-01-22")
	reply, on := matter(t, r, "SQ-2025-01", assetUse).Approval()
	assert.Equal(t, "示例市政批〔2026〕1号 2026-01-16", reply.Number+" "+on.String())
	assert.Equal(t, "granted 2026-01-20", matter(t, r, "SQ-2025-01", operation).Position.String()+" "+matter(t, r, "SQ-2025-01", operation).Since.String())
	f := finding(t, reviewed(t, guilin, "2026-12-31"), "authorization.competition")
	assert.Equal(t, rule.Warning, f.Severity)
	assert.Equal(t, rule.In("发改数据规〔2025〕27号", "第12条"), f.Basis[0])
	assert.Contains(t, f.Message.ZH, "运营机构乙")

	// Without 2026-01-16, and the bureau approves itself.
	government := func(e pilot.Event) bool {
		a, ok := e.(pilot.Authorised)
		return ok && a.ID == "SQ-2025-01" && authorization.ActOf(a.Step).By == "桂林市人民政府"
	}
	own := authorization.Act{On: day(t, "2026-01-16"), By: "桂林市财政局"}
	unit, report := among(t, guilin, government,
		step("SQ-2025-01", assetUse, authorization.Approve{Act: own, Approval: authorization.Approval{Number: "自批"}}),
		step("SQ-2025-01", operation, authorization.Adopt{Act: authorization.Act{On: own.On, By: own.By, Role: authorization.Government}, Approval: authorization.Approval{Number: "自批"}}))
	assert.Equal(t, []rule.ID{"authorization.not-own", "authorization.not-own"}, of(report, "more"))
	for _, a := range unit.Authorizations {
		if a.ID == "SQ-2025-01" {
			assert.NotEqual(t, authorization.Granted, a.Position.Status, a.Regime().ID())
		}
	}
	row, _ := unit.Ledger.Now().Row("GL-04")
	assert.Empty(t, row.Mode)
}

// U3 no. 12: GL-03 free to a university project on 2026-06-10, conditions recorded:
// GX-4.7.2 is met; security is assessed, value is not asked (M9); no procedure
// applies, so the operation of 27号 is not among its matters.
func TestFreeUse(t *testing.T) {
	r := reviewed(t, guilin, "2026-12-31")
	clause, there := r.ByClause("GX-4.7.2")
	require.True(t, there)
	assert.Equal(t, rule.Met, clause.State)
	assert.Empty(t, clause.Findings)
	unit, report := among(t, guilin, keep)
	require.Len(t, unit.Supplies, 1)
	given := unit.Supplies[0]
	assert.Equal(t, "2026-06-10 GL-03 某高校课题组", given.On.String()+" "+given.Assets[0]+" "+given.To)
	assert.Equal(t, "限课题研究，不得转让，成果共享", given.Application.Conditions)
	assert.Empty(t, authorization.Needed(given.Application))
	for _, f := range report.Findings {
		assert.NotContains(t, f.Message.ZH, "GL-03 ", "nothing is found about it")
	}
	assert.Equal(t, pilot.Counted{Unit: "桂林市财政局", ID: "GL-03", Name: "政府采购项目与合同成交数据", Amount: given.Application.Price}.ID, r.Counted(pilot.MeasureAuthorised)[0].ID)

	again := func(change func(*authorization.Application)) []rule.ID {
		a := given.Application
		a.On, a.From, a.To = day(t, "2026-06-30"), day(t, "2026-06-30"), day(t, "2027-06-29")
		change(&a)
		_, report := among(t, guilin, keep, pilot.Supplied{On: day(t, "2026-06-30"), Application: a})
		return of(report, "more")
	}
	assert.Empty(t, again(func(*authorization.Application) {}))
	assert.Equal(t, []rule.ID{"authorization.assessed"}, again(func(a *authorization.Application) { a.SecurityAssessed = day(t, "2026-07-01") }), "before, not after")
	assert.Equal(t, []rule.ID{"record.required"}, again(func(a *authorization.Application) { a.Conditions = "" }), "free use is conditional")
	// To an operator it would be a grant of the government's.
	assert.Contains(t, again(func(a *authorization.Application) {
		a.RecipientKind, a.Harms = authorization.OperatorRecipient, record.Some(false)
		a.Assets = slices.Clone(a.Assets)
		a.Assets[0].ClassifiedOn = day(t, "2025-10-15")
	}), rule.ID("authorization.procedures-complete"))
}

// U3 no. 14: the pledge of GL-07 that a platform company asks for is blocked
// (GX-5.3.3).
func TestPledgeOfTheBureau(t *testing.T) {
	f := finding(t, reviewed(t, guilin, "2026-09-08"), "authorization.no-guarantee")
	assert.Equal(t, rule.Blocking, f.Severity)
	assert.Equal(t, rule.GX("5.3.3"), f.Basis[0])
	assert.Contains(t, f.Message.ZH, "某平台公司")
	assert.NotZero(t, f.Source.Line)
	unit, _ := with(t, guilin, "2026-12-31")
	assert.Empty(t, unit.Guarantees)
}

// U2 nos. 6 and 7: the service on BG-06 goes by the enterprise's own procedure; an
// affiliate's request for BG-05 free of charge is refused (企业国有资产法 第44条).
// BG-04 goes out only after its personal-information assessment, BG-09 not without
// its provider's consent.
func TestEnterpriseUse(t *testing.T) {
	r := reviewed(t, port, "2026-12-31")
	a := matter(t, r, "QS-2026-01", "enterprise-use")
	assert.Equal(t, "granted 2026-01-19 2027-01-18", a.Position.String()+" "+a.From.String()+" "+a.To.String())
	f := finding(t, r, "authorization.no-free-use-by-affiliates")
	assert.Equal(t, rule.Blocking, f.Severity)
	assert.Equal(t, rule.In("企业国有资产法", "第44条"), f.Basis[0])
	assert.Equal(t, "none/grant/draft", matter(t, r, "QS-2026-02", "enterprise-use").Position.String())

	papers := a.Application()
	ask := func(id string, then ...func(string) authorization.Command) []rule.ID {
		p := papers
		p.Number, p.On, p.Assets = "QS-2026-09", day(t, "2026-12-28"), []authorization.Line{{Asset: id, Mode: authorization.Whole}}
		events := []pilot.Event{
			step(p.Number, "enterprise-use", authorization.Draft{Act: act(t, "2026-12-28", papers.Holder.Name), Kind: authorization.Grant, Application: p}),
			step(p.Number, "enterprise-use", authorization.Decide{Act: act(t, "2026-12-28", papers.Holder.Name), Decision: authorization.Decision{Form: "board", Number: "1号"}}),
		}
		for _, c := range then {
			events = append(events, step(p.Number, "enterprise-use", c(id)))
		}
		_, report := with(t, port, "2026-12-31", events...)
		return of(report, "more")
	}
	assert.Empty(t, ask("BG-01"))
	assert.Equal(t, []rule.ID{"authorization.personal-information"}, ask("BG-04"))
	sign := func(id string) authorization.Command {
		g := a.Agreement()
		g.Number, g.Catalogue = "QX-2026-09", []authorization.Line{{Asset: id, Mode: authorization.Whole}}
		return authorization.Sign{Act: act(t, "2026-12-28", papers.Holder.Name), Agreement: g}
	}
	assert.Equal(t, []rule.ID{"authorization.shared-data-needs-consent"}, ask("BG-09", sign))
}
