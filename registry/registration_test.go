package registry_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// First registration, alteration, cancellation: the certificate follows.
func TestStory(t *testing.T) {
	r := registry.New(registry.FinanceCard(), "JT-01")
	do := func(c registry.Command) {
		t.Helper()
		next, _, err := r.Apply(c)
		require.NoError(t, err)
		r = next
	}
	do(registry.Submit{Act: by(day("2025-09-08"), "甲", ""), Card: card("JT-01")})
	assert.False(t, r.IsRegistered())
	assert.Equal(t, "JT-01", r.Pending().Resource.ID)
	assert.Empty(t, r.Card().Resource.ID)
	do(registry.Approve{Act: by(day("2025-09-10"), "乙", ""), CertificateNo: "ZS-1"})
	assert.True(t, r.IsRegistered())
	assert.Equal(t, registry.Ended{Procedure: registry.First, Outcome: registry.Completed, On: day("2025-09-10")}, r.Ended)
	assert.Equal(t, registry.Certificate{
		Number: "ZS-1", Regime: "finance-card", Asset: "JT-01", Name: card("JT-01").Resource.Name, Holder: "某厅", IssuedOn: day("2025-09-10"), IssuedBy: "乙",
	}, r.Certificate)
	changed := card("JT-01")
	changed.Resource.Scale = "1,312 站"
	do(registry.Alter{Act: by(day("2026-05-19"), "甲", "站点增加"), Card: changed})
	assert.True(t, r.IsRegistered(), "an alteration under review suspends nothing")
	assert.Equal(t, "ZS-1", r.Certificate.Number)
	do(registry.Approve{Act: by(day("2026-05-20"), "乙", ""), CertificateNo: "ZS-2"})
	assert.Equal(t, "ZS-1", r.Certificate.Supersedes)
	assert.Equal(t, "1,312 站", r.Card().Resource.Scale)
	assert.Equal(t, "2025-09-10", r.Since.String(), "registered since the first")
	do(registry.Cancel{Act: by(day("2026-08-18"), "甲", ""), Cause: registry.Lost})
	assert.Empty(t, r.Cause(), "not cancelled yet")
	do(registry.Withdraw{Act: by(day("2026-08-18"), "甲", "")})
	assert.Equal(t, registry.Withdrawn, r.Ended.Outcome)
	do(registry.Cancel{Act: by(day("2026-08-19"), "甲", ""), Cause: registry.Lost})
	do(registry.Approve{Act: by(day("2026-08-19"), "乙", "")})
	assert.Equal(t, registry.Lost, r.Cause())
	assert.Equal(t, []rule.ID{"government.loss-approved"}, r.Cause().Follows().Events)
	assert.Equal(t, "2026-08-19", r.Since.String())
	for d, want := range map[string]string{
		"2025-09-09": registry.None, "2025-09-10": registry.Registered, "2026-08-18": registry.Registered, "2026-08-19": registry.Cancelled,
	} {
		assert.Equal(t, want, r.StatusAt(day(d)), d)
	}
}

// The national registration of the sample unit: supplied 2026-01-05, applied
// 01-28; every day below was counted by hand from the holiday notice (春节
// 02-15…23; 02-14 and 02-28 are worked).
func TestNational(t *testing.T) {
	r := registry.New(registry.NationalRegistration().Counted(ahead(t)), "JT-02")
	var events []registry.Event
	do := func(c registry.Command) {
		t.Helper()
		next, more, err := r.Apply(c)
		require.NoError(t, err)
		r, events = next, append(events, more...)
	}
	f := registry.Facts{OperationBegan: day("2026-01-01"), Delivered: day("2026-01-05")}
	state := func(at, id string) (rule.Standing, string) {
		t.Helper()
		all, err := r.Deadlines(day(at), f)
		require.NoError(t, err)
		for _, d := range all {
			if d.Term.ID == rule.ID("registry.national-"+id) {
				assert.NotEmpty(t, d.Standing.Title().ZH)
				assert.NotEmpty(t, d.Term.Basis)
				return d.Standing, d.Due.Date.String()
			}
		}
		return "", ""
	}
	is := func(at, id string, want rule.Standing, due string) {
		t.Helper()
		s, d := state(at, id)
		assert.Equal(t, want, s, "%s %s", at, id)
		assert.Equal(t, due, d, "%s %s", at, id)
	}
	// 20 wd after 01-05: 06…09 (4), 12…16 (9), 19…23 (14), 26…30 (19), 02-02 (20).
	is("2026-02-02", "first", rule.Ahead, "2026-02-02")
	is("2026-02-03", "first", rule.Overdue, "2026-02-02")
	do(registry.Submit{Act: by(day("2026-01-28"), "甲", "", papers()...), Card: card("JT-02")})
	is("2026-02-03", "first", rule.OnTime, "2026-02-02")
	is("2026-02-02", "acceptance", rule.Ahead, "2026-02-02") // 29, 30, 02-02
	is("2026-02-03", "acceptance", rule.Overdue, "2026-02-02")
	do(command("accept", day("2026-02-02"), card("JT-02")))
	is("2026-02-03", "acceptance", rule.OnTime, "2026-02-02")
	// 20 wd after 02-02: 03…06 (4), 09…13 (9), 14 (10), 24…27 (14), 28 (15), 03-02…06 (20).
	is("2026-03-06", "review", rule.Ahead, "2026-03-06")
	is("2026-03-07", "review", rule.Overdue, "2026-03-06")
	do(command("examine", day("2026-02-03"), card("JT-02")))
	do(command("publish", day("2026-02-27"), card("JT-02")))
	is("2026-03-07", "review", rule.OnTime, "2026-03-06")
	// 10 wd after 02-27: 28 (1), 03-02…06 (6), 09…12 (10).
	is("2026-03-12", "notice", rule.Running, "2026-03-12")
	is("2026-03-12", "objection", rule.Usable, "2026-03-12")
	is("2026-03-13", "notice", rule.Over, "2026-03-12")
	is("2026-03-13", "objection", rule.Gone, "2026-03-12")
	is("2026-03-13", "code", rule.Promptly, "")
	do(registry.Approve{Act: by(day("2026-03-13"), "乙", ""), CertificateNo: "M-2026-1"})
	is("2026-03-13", "code", rule.Done, "")
	assert.Equal(t, "2026-03-13 2029-03-12", r.ValidFrom.String()+" "+r.ValidTo.String())
	assert.Equal(t, "2029-03-12", r.Certificate.ValidTo.String())
	for d, want := range map[string]string{
		"2026-03-12": registry.None, "2026-03-13": registry.Registered, "2029-03-12": registry.Registered, "2029-03-13": registry.ExpiredStatus,
	} {
		assert.Equal(t, want, r.StatusAt(day(d)), d)
	}
	is("2029-01-10", "renewal", rule.NotTriggered, "2029-03-12")
	is("2029-01-11", "renewal", rule.Usable, "2029-03-12")
	is("2029-03-13", "renewal", rule.Gone, "2029-03-12")
	is("2029-03-12", "lapse", "", "")
	is("2029-03-13", "lapse", rule.Promptly, "")
	f.AssetChanged = day("2026-05-20")
	is("2026-05-19", "alteration", "", "")
	is("2026-05-20", "alteration", rule.Promptly, "")
	do(command("alter", day("2026-05-21"), card("JT-02")))
	is("2026-05-21", "alteration", rule.Done, "")
	f.AssetChanged = day("2026-06-01")
	is("2026-06-01", "alteration", rule.Promptly, "")
	do(command("withdraw", day("2026-05-21"), card("JT-02")))

	do(registry.Renew{Act: by(day("2029-01-11"), "甲", "")})
	is("2029-01-11", "renewal", rule.OnTime, "2029-03-12")
	do(command("accept", day("2029-01-12"), card("JT-02")))
	do(command("examine", day("2029-01-12"), card("JT-02")))
	do(command("publish", day("2029-01-15"), card("JT-02")))
	do(registry.Approve{Act: by(day("2029-03-20"), "乙", ""), CertificateNo: "M-2029-1"})
	// From the day after the earlier expiry, although it was completed later.
	assert.Equal(t, "2029-03-13 2032-03-12", r.ValidFrom.String()+" "+r.ValidTo.String())
	assert.Equal(t, registry.Registered, r.StatusAt(day("2029-03-15")))
	do(registry.Cancel{Act: by(day("2030-05-10"), "甲", "", papers()...), Cause: registry.Relinquished})
	do(command("accept", day("2030-05-13"), card("JT-02")))
	// 10 wd after Monday 2030-05-13, weekends only: 14…17 (4), 20…24 (9), 27 (10).
	is("2030-05-27", "cancellation", rule.Ahead, "2030-05-27")
	is("2030-05-28", "cancellation", rule.Overdue, "2030-05-27")
	do(command("examine", day("2030-05-13"), card("JT-02")))
	do(registry.Approve{Act: by(day("2030-05-27"), "乙", "")})
	is("2030-05-28", "cancellation", rule.OnTime, "2030-05-27")
	assert.Equal(t, registry.Cancelled, r.StatusAt(day("2030-05-27")))
	assert.Equal(t, []rule.ID{"government.written-off"}, r.Cause().Follows().Events)
	again, err := registry.Replay(r.Regime(), "JT-02", events)
	require.NoError(t, err)
	assert.Equal(t, r, again)
}

// R26 article 9: operation begun before 2025-03-01 is registered within 30
// working days after it: 2025-04-14 nationally, 04-16 in Guangxi, where 三月三
// takes two days (03-31, 04-01). Operation begun that day or later is not.
func TestCatchUp(t *testing.T) {
	guangxi, err := calendar.China(calendar.Guangxi)
	require.NoError(t, err)
	for _, tt := range []struct {
		g           *registry.Regime
		began, want string
	}{
		{registry.NationalRegistration(), "2025-02-28", "2025-04-14"},
		{registry.NationalRegistration().Counted(guangxi), "2024-06-01", "2025-04-16"},
		{registry.NationalRegistration(), "2025-03-01", ""},
	} {
		all, err := registry.New(tt.g, "JT-01").Deadlines(day("2025-03-02"), registry.Facts{OperationBegan: day(tt.began)})
		require.NoError(t, err)
		if tt.want == "" {
			assert.Empty(t, all)
			continue
		}
		require.Len(t, all, 1)
		assert.Equal(t, tt.want, all[0].Due.Date.String())
		assert.NotEmpty(t, all[0].Due.Skipped)
	}
}

// A term that needs a notice which is not out says so.
func TestTermNotAnnounced(t *testing.T) {
	r := registry.New(registry.NationalRegistration(), "JT-01")
	all, err := r.Deadlines(day("2026-12-30"), registry.Facts{Delivered: day("2026-12-18")})
	require.NoError(t, err)
	require.Len(t, all, 1)
	assert.Equal(t, rule.NotAnnounced, all[0].Standing)
	assert.True(t, all[0].Due.Date.IsZero())
	assert.Equal(t, 2027, all[0].Due.Missing.Year)
	all, err = r.Deadlines(day("2027-03-01"), registry.Facts{Delivered: day("2026-12-18")})
	require.NoError(t, err)
	assert.Equal(t, rule.NotAnnounced, all[0].Standing)
}

// Products and services of an operation of three years or less hold until it
// really ends; a longer one, or a resource, three years.
func TestUntilOperationEnds(t *testing.T) {
	steps := []string{"submit", "accept", "examine", "publish", "approve"}
	r, _ := walk(t, registry.NationalRegistration(), product("JT-01"), steps...) // 2026-01-01…2028-12-31: three years
	assert.True(t, r.UntilOperationEnds())
	assert.True(t, r.ValidTo.IsZero())
	assert.Equal(t, registry.Registered, r.StatusAt(day("2030-01-01")))
	r, _, err := r.Apply(registry.EndOperation{Act: by(day("2029-02-28"), "甲", "")})
	require.NoError(t, err)
	assert.Equal(t, registry.Registered, r.StatusAt(day("2029-02-28")))
	assert.Equal(t, registry.ExpiredStatus, r.StatusAt(day("2029-03-01")))
	longer := product("JT-01")
	longer.GrantTo = day("2029-01-01")
	r, _ = walk(t, registry.NationalRegistration(), longer, steps...)
	assert.False(t, r.UntilOperationEnds())
	assert.Equal(t, r.ValidFrom.AddMonths(36).AddDays(-1), r.ValidTo)
}

// What the registry does of itself, and how the procedures end.
func TestEnds(t *testing.T) {
	national := registry.NationalRegistration()
	coded := []string{"submit", "accept", "examine", "publish", "approve"}
	for name, tt := range map[string]struct {
		steps   []string
		outcome registry.Outcome
		status  string
	}{
		"not accepted":            {[]string{"submit", "reject"}, registry.Rejected, registry.None},
		"not passed":              {[]string{"submit", "accept", "examine", "explain", "reject"}, registry.Rejected, registry.None},
		"objection upheld":        {[]string{"submit", "accept", "examine", "publish", "object", "uphold"}, registry.Terminated, registry.None},
		"objection not upheld":    {[]string{"submit", "accept", "examine", "publish", "object", "dismiss", "approve"}, registry.Completed, registry.Registered},
		"revoked":                 {append(slices.Clone(coded), "revoke"), registry.Completed, registry.Revoked},
		"revoked while open":      {append(slices.Clone(coded), "alter", "revoke"), registry.Terminated, registry.Revoked},
		"lapsed":                  {append(slices.Clone(coded), "lapse"), registry.Completed, registry.Cancelled},
		"alteration not passed":   {append(slices.Clone(coded), "alter", "accept", "examine", "reject"), registry.Rejected, registry.Registered},
		"cancellation refused":    {append(slices.Clone(coded), "cancel", "reject"), registry.Rejected, registry.Registered},
		"correction unpublished":  {append(slices.Clone(coded), "correct", "accept", "examine", "approve"), registry.Completed, registry.Registered},
		"a draft is thrown away":  {[]string{"draft.first", "withdraw"}, registry.Withdrawn, registry.None},
		"a draft that goes ahead": {[]string{"draft.first", "submit", "return", "submit"}, "", registry.None},
	} {
		r, _ := walk(t, national, card("JT-01"), tt.steps...)
		assert.Equal(t, tt.outcome, r.Ended.Outcome, name)
		assert.Equal(t, tt.status, r.Position.Status, name)
		if tt.outcome != "" {
			assert.NotEqual(t, string(tt.outcome), tt.outcome.Title().EN+"?")
			assert.Empty(t, r.Position.Procedure, name)
		}
	}
	r, _ := walk(t, national, card("JT-01"), append(slices.Clone(coded), "revoke")...)
	assert.Equal(t, registry.Concealed, r.Ground())
	assert.Equal(t, registry.Revoked, r.StatusAt(r.LastStep()))
	r, _ = walk(t, national, card("JT-01"), append(slices.Clone(coded), "lapse")...)
	assert.Equal(t, registry.Unrenewed, r.Cause())
	assert.Empty(t, r.Cause().Follows().Events, "the asset is still there")
	assert.NotEmpty(t, r.Cause().Follows().Title.ZH)
	r, _ = walk(t, national, card("JT-01"), coded...)
	_, _, err := r.Apply(registry.Cancel{Act: by(r.LastStep(), "甲", "未续展", papers()...), Cause: registry.Unrenewed})
	require.ErrorContains(t, err, "/cause", "a lapse is the registry's")
}

// What is handed in is copied: a later change by the caller changes nothing; and
// what is handed out too.
func TestNothingShared(t *testing.T) {
	c := card("JT-01")
	c.JointHolders = []string{"一"}
	docs := papers()
	r, events, err := registry.New(registry.FinanceCard(), "JT-01").Apply(registry.Submit{Act: by(day("2025-09-10"), "甲", "", docs...), Card: c})
	require.NoError(t, err)
	c.Resource.Sources[0], c.JointHolders[0], docs[0].Title = "changed", "changed", "changed"
	events[0].Command.(registry.Submit).Card.Resource.Potentials[0] = "changed"
	r, _, err = r.Apply(registry.Approve{Act: by(day("2025-09-10"), "乙", ""), CertificateNo: "ZS-1"})
	require.NoError(t, err)
	r.Card().Resource.Sources[0] = "changed"
	assert.Equal(t, asset.FromDuty, r.Card().Resource.Sources[0])
	assert.Equal(t, "一", r.Card().JointHolders[0])
	assert.Equal(t, string(registry.DocRegistrant), events[0].Command.(registry.Submit).Evidence[0].Title)
	assert.Equal(t, registry.Registrant, events[0].Command.(registry.Submit).Role, "the event says in which role")
}

// Any sequence of commands replays from its events, written as JSON Lines and
// read back, to the same registration; a command that is refused leaves no
// event.
func TestReplay(t *testing.T) {
	regimes := append(registry.Regimes(), registry.NationalRegistration().Counted(ahead(t)))
	rapid.Check(t, func(t *rapid.T) {
		g := rapid.SampledFrom(regimes).Draw(t, "regime")
		c := rapid.SampledFrom([]registry.Card{card("JT-01"), product("JT-01")}).Draw(t, "card")
		r := registry.New(g, "JT-01")
		var events []registry.Event
		for range rapid.IntRange(0, 25).Draw(t, "steps") {
			name := rapid.SampledFrom(names()).Draw(t, "command")
			if allowed := r.Allowed(day("2026-01-28")); len(allowed) > 0 && rapid.IntRange(0, 3).Draw(t, "wild") > 0 {
				name = rapid.SampledFrom(allowed).Draw(t, "allowed")
			}
			next, more, err := r.Apply(fit(r, name, c))
			if err != nil {
				if len(more) > 0 || !assert.ObjectsAreEqual(r, next) {
					t.Fatal("a refusal that changed something")
				}
				continue
			}
			r, events = next, append(events, more...)
			if (r.Position.Procedure == "") != (r.Position.Stage == "") || !slices.Contains(g.Positions(), r.Position) {
				t.Fatalf("at %v", r.Position)
			}
		}
		var b bytes.Buffer
		if err := registry.WriteEvents(&b, events); err != nil {
			t.Fatal(err)
		}
		read, report, err := registry.ReadEvents(&b, "events.jsonl")
		if err != nil || !report.Clean() {
			t.Fatal(err, report)
		}
		again, err := registry.Replay(g, "JT-01", read)
		if err != nil {
			t.Fatal(err)
		}
		if !assert.ObjectsAreEqual(r, again) {
			t.Fatalf("%+v replays to %+v", r, again)
		}
	})
}

func TestReplayRefuses(t *testing.T) {
	g := registry.FinanceCard()
	_, events := walk(t, g, card("JT-01"), "submit", "approve")
	for want, all := range map[string][]registry.Event{
		"begins at none":     events[1:],
		"leads to":           {func() registry.Event { e := events[0]; e.To.Stage = "draft"; return e }()},
		"of asset JT-01":     {func() registry.Event { e := events[0]; e.Asset = "JT-02"; return e }()},
		"in regime finance":  {func() registry.Event { e := events[0]; e.Regime = "public-data"; return e }()},
		"step is allowed":    {func() registry.Event { e := events[0]; e.Command = events[1].Command; return e }()},
		"event 2: want one ": {events[0], events[0]},
	} {
		_, err := registry.Replay(g, "JT-01", all)
		var wrong *rule.ReplayError
		require.ErrorAs(t, err, &wrong, want)
		assert.Contains(t, err.Error(), want)
	}
	_, found := g.Row(registry.Event{})
	assert.False(t, found)
}

// The drawing and the lists that other packages read.
func TestCatalogue(t *testing.T) {
	require.NoError(t, registry.Catalogue().Check())
	for _, h := range []asset.Holder{
		{Role: rule.RegionDepartment, Entity: rule.Administrative},
		{Role: rule.CityFinanceBureau, Entity: rule.Administrative},
		{Role: rule.NamedSubordinate, Entity: rule.PublicInstitution},
		{Role: rule.NamedCounty, Entity: rule.Administrative},
	} {
		assert.Same(t, registry.FinanceCard(), registry.CardRegime(h))
		assert.Same(t, registry.FinanceCard(), registry.Needed(registry.Holding{Role: h.Role, Entity: h.Entity}).All[0].Regime)
	}
	for _, h := range []asset.Holder{ // an enterprise that a unit names keeps its own cards too
		{Role: rule.RegionEnterprise, Entity: rule.Enterprise}, {Role: rule.NamedSubordinate, Entity: rule.Enterprise}, {Role: rule.NamedCounty, Entity: rule.Enterprise},
	} {
		assert.Same(t, registry.EnterpriseCard(), registry.CardRegime(h))
		assert.Same(t, registry.EnterpriseCard(), registry.Needed(registry.Holding{Role: h.Role, Entity: h.Entity}).All[0].Regime)
	}
	drawing := registry.FinanceCard().Mermaid(rule.Chinese)
	assert.True(t, strings.HasPrefix(drawing, "stateDiagram-v2\n    state \"未登记\" as s0\n"))
	assert.Equal(t, 40, strings.Count(drawing, ": "), "one arrow a row of the table")
	for _, g := range registry.Regimes() {
		for _, p := range g.Positions() {
			assert.NotEqual(t, p.String(), g.Describe(p).ZH)
		}
	}
	for _, row := range registry.FinanceCard().Rows() {
		assert.NotEmpty(t, row.Judgement.ZH)
	}
	assert.Equal(t, "enterprise-card", registry.EnterpriseCard().ID())
	assert.NotEmpty(t, registry.EnterpriseCard().Title().EN)
}

// The card has the four groups of the plan, and every field stands in one.
func TestCardGroups(t *testing.T) {
	d := registry.Cards().Definition()
	var groups []string
	for _, g := range d.Groups {
		groups = append(groups, g.Title.ZH)
	}
	assert.Equal(t, []string{"基本信息", "权利信息", "使用信息", "管理信息"}, groups)
	for _, f := range d.Fields {
		assert.NotEmpty(t, f.Group, f.Key)
	}
	sample := registry.Cards().Sample()
	assert.Empty(t, registry.Cards().Validate(&sample, record.Options{}).Findings)
	assert.Equal(t, "2026-05-20", sample.Date().String(), "the later of entry and update")
}

func FuzzCommand(f *testing.F) {
	for _, c := range registry.Commands().Samples() {
		b, err := registry.Commands().Encode(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		c, report, err := registry.Commands().Decode(b)
		if err != nil || report.Err() != nil {
			return
		}
		for _, g := range registry.Regimes() {
			_, _, _ = registry.New(g, "JT-01").Apply(c)
		}
		out, err := registry.Commands().Encode(c)
		if err != nil {
			t.Fatal(err)
		}
		if _, report, err := registry.Commands().Decode(out); err != nil || !report.Clean() {
			t.Fatalf("%s: %v %v", out, report, err)
		}
	})
}

func FuzzEvents(f *testing.F) {
	_, events := walk(f, registry.NationalRegistration(), card("JT-01"), "submit", "accept", "examine", "publish", "approve", "alter")
	var b bytes.Buffer
	if err := registry.WriteEvents(&b, events); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"asset":"JT-01","regime":"public-data","from":{"status":"none"},"to":{"status":"registered"},"step":{"command":"lapse","on":"2026-01-01","by":"x"}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		all, _, err := registry.ReadEvents(bytes.NewReader(b), "events.jsonl")
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := registry.WriteEvents(&out, all); err != nil {
			t.Fatal(err)
		}
		again, report, err := registry.ReadEvents(&out, "events.jsonl")
		if err != nil || report.Err() != nil || !assert.ObjectsAreEqual(all, again) {
			t.Fatalf("%v %v", err, report)
		}
		if len(all) > 0 {
			_, _ = registry.Replay(registry.NationalRegistration(), all[0].Asset, all)
		}
	})
}
