package registry_test

import (
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

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func card(id string) registry.Card {
	r := asset.Resources().Sample()
	r.ID = id
	return registry.Card{Resource: r, Holder: "某厅", EnteredOn: day("2025-09-10")}
}

// commands is one of each, right in itself.
func commands(on calendar.Date) map[string]registry.Command {
	return map[string]registry.Command{
		"submit":   registry.Submit{On: on, By: "甲", Card: card("JT-01")},
		"alter":    registry.Alter{On: on, By: "甲", Reason: "站点增加", Card: card("JT-01")},
		"correct":  registry.Correct{On: on, By: "甲", Reason: "桥梁数量有误", Card: card("JT-01")},
		"cancel":   registry.Cancel{On: on, By: "甲", Cause: registry.Lost},
		"approve":  registry.Approve{On: on, By: "乙", CertificateNo: "ZS-1"},
		"return":   registry.Return{On: on, By: "乙", Reason: "材料不全"},
		"withdraw": registry.Withdraw{On: on, By: "甲"},
	}
}

// route is the commands that lead to each position.
var route = map[string][]string{
	"none":                              nil,
	"none/first/submitted":              {"submit"},
	"none/first/returned":               {"submit", "return"},
	"registered":                        {"submit", "approve"},
	"registered/alteration/submitted":   {"submit", "approve", "alter"},
	"registered/alteration/returned":    {"submit", "approve", "alter", "return"},
	"registered/correction/submitted":   {"submit", "approve", "correct"},
	"registered/correction/returned":    {"submit", "approve", "correct", "return"},
	"registered/cancellation/submitted": {"submit", "approve", "cancel"},
	"registered/cancellation/returned":  {"submit", "approve", "cancel", "return"},
	"cancelled":                         {"submit", "approve", "cancel", "approve"},
}

// allowed is the whole table, written by hand: what each command leads to. What
// is not here is refused.
var allowed = map[string]string{
	"none submit": "none/first/submitted",

	"none/first/submitted approve":  "registered",
	"none/first/submitted return":   "none/first/returned",
	"none/first/submitted withdraw": "none",
	"none/first/returned submit":    "none/first/submitted",
	"none/first/returned withdraw":  "none",

	"registered alter":   "registered/alteration/submitted",
	"registered correct": "registered/correction/submitted",
	"registered cancel":  "registered/cancellation/submitted",

	"registered/alteration/submitted approve":    "registered",
	"registered/alteration/submitted return":     "registered/alteration/returned",
	"registered/alteration/submitted withdraw":   "registered",
	"registered/alteration/returned alter":       "registered/alteration/submitted",
	"registered/alteration/returned withdraw":    "registered",
	"registered/correction/submitted approve":    "registered",
	"registered/correction/submitted return":     "registered/correction/returned",
	"registered/correction/submitted withdraw":   "registered",
	"registered/correction/returned correct":     "registered/correction/submitted",
	"registered/correction/returned withdraw":    "registered",
	"registered/cancellation/submitted approve":  "cancelled",
	"registered/cancellation/submitted return":   "registered/cancellation/returned",
	"registered/cancellation/submitted withdraw": "registered",
	"registered/cancellation/returned cancel":    "registered/cancellation/submitted",
	"registered/cancellation/returned withdraw":  "registered",
}

// bring takes a new registration to a position.
func bring(t *testing.T, g *registry.Regime, names []string) (registry.Registration, []registry.Event) {
	t.Helper()
	r := registry.New(g, "JT-01")
	var events []registry.Event
	for _, name := range names {
		c := commands(day("2025-09-10"))[name]
		if a, ok := c.(registry.Approve); ok && (g == registry.EnterpriseCard() || r.Position.Procedure == registry.Cancellation) {
			a.CertificateNo = ""
			c = a
		}
		next, more, err := r.Apply(c)
		require.NoError(t, err, name)
		r, events = next, append(events, more...)
	}
	return r, events
}

// Every position × every command, in both regimes: what is allowed and where it
// leads, what is refused and what would be allowed.
func TestWholeTable(t *testing.T) {
	for _, g := range registry.Regimes() {
		require.Len(t, g.Positions(), len(route))
		used := 0
		for _, p := range g.Positions() {
			names, known := route[p.String()]
			require.True(t, known, p)
			r, _ := bring(t, g, names)
			require.Equal(t, p, r.Position)
			for name, c := range commands(day("2025-09-11")) {
				if a, ok := c.(registry.Approve); ok && (g == registry.EnterpriseCard() || p.Procedure == registry.Cancellation) {
					a.CertificateNo = ""
					c = a
				}
				next, events, err := r.Apply(c)
				to, ok := allowed[p.String()+" "+name]
				if ok {
					require.NoError(t, err, "%s %s", p, name)
					assert.Equal(t, to, next.Position.String())
					require.Len(t, events, 1)
					assert.NotEmpty(t, events[0].Basis)
					used++
					continue
				}
				var refusal *rule.Refusal
				require.ErrorAs(t, err, &refusal, "%s %s", p, name)
				assert.Equal(t, r.Allowed(day("2025-09-11")), refusal.Allowed)
				assert.NotContains(t, refusal.Allowed, name)
				assert.Equal(t, r, next, "nothing has changed")
				assert.Empty(t, events)
			}
		}
		assert.Equal(t, len(allowed), used)
	}
}

func TestGuards(t *testing.T) {
	finance, enterprise := registry.FinanceCard(), registry.EnterpriseCard()
	submitted, _ := bring(t, finance, []string{"submit"})
	registered, _ := bring(t, finance, []string{"submit", "approve"})
	cancelling, _ := bring(t, finance, []string{"submit", "approve", "cancel"})
	own, _ := bring(t, enterprise, []string{"submit"})
	for name, tt := range map[string]struct {
		r    registry.Registration
		c    registry.Command
		rule rule.ID
	}{
		"before the last step":              {submitted, registry.Approve{On: day("2025-09-09"), By: "乙", CertificateNo: "ZS-1"}, "registry.dates-in-order"},
		"the submitter approves":            {submitted, registry.Approve{On: day("2025-09-11"), By: "甲", CertificateNo: "ZS-1"}, "registry.other-person"},
		"the submitter returns":             {submitted, registry.Return{On: day("2025-09-11"), By: "甲", Reason: "x"}, "registry.other-person"},
		"no certificate":                    {submitted, registry.Approve{On: day("2025-09-11"), By: "乙"}, "registry.certificate-number"},
		"a certificate for a cancellation":  {cancelling, registry.Approve{On: day("2025-09-11"), By: "乙", CertificateNo: "ZS-1"}, "registry.certificate-number"},
		"a certificate of an enterprise":    {own, registry.Approve{On: day("2025-09-11"), By: "乙", CertificateNo: "ZS-1"}, "registry.certificate-number"},
		"another asset's card":              {registered, registry.Alter{On: day("2025-09-11"), By: "甲", Reason: "x", Card: card("JT-02")}, "registry.same-asset"},
		"another asset's card at the start": {registry.New(finance, "JT-09"), registry.Submit{On: day("2025-09-11"), By: "甲", Card: card("JT-01")}, "registry.same-asset"},
	} {
		next, _, err := tt.r.Apply(tt.c)
		var refusal *rule.Refusal
		require.ErrorAs(t, err, &refusal, name)
		assert.Equal(t, tt.rule, refusal.Rule, name)
		assert.Equal(t, tt.r, next)
		assert.NotEmpty(t, refusal.Why.ZH)
	}
	_, _, err := registered.Apply(registry.Alter{On: day("2025-09-10"), By: "甲", Reason: "同日", Card: card("JT-01")})
	require.NoError(t, err, "the same day is not before it")
}

func TestIncompleteCommands(t *testing.T) {
	r := registry.New(registry.FinanceCard(), "JT-01")
	for _, c := range []registry.Command{nil, registry.Submit{}, registry.Submit{On: day("2025-09-10"), By: "甲"}, registry.Cancel{On: day("2025-09-10"), By: "甲", Cause: "other"}} {
		_, _, err := r.Apply(c)
		var incomplete *rule.ReportError
		require.ErrorAs(t, err, &incomplete)
	}
	var zero registry.Registration
	_, _, err := zero.Apply(commands(day("2025-09-10"))["submit"])
	require.ErrorIs(t, err, rule.ErrNotAllowed)
	assert.Empty(t, zero.Regime())
	assert.Empty(t, zero.Allowed(day("2025-09-10")))
}

// First registration, alteration, cancellation: the certificate follows.
func TestStory(t *testing.T) {
	r := registry.New(registry.FinanceCard(), "JT-01")
	do := func(c registry.Command) {
		t.Helper()
		next, _, err := r.Apply(c)
		require.NoError(t, err)
		r = next
	}
	do(registry.Submit{On: day("2025-09-08"), By: "甲", Card: card("JT-01")})
	assert.False(t, r.IsRegistered())
	do(registry.Approve{On: day("2025-09-10"), By: "乙", CertificateNo: "ZS-1"})
	assert.True(t, r.IsRegistered())
	assert.Equal(t, registry.Certificate{Number: "ZS-1", Asset: "JT-01", IssuedOn: day("2025-09-10"), IssuedBy: "乙"}, r.Certificate)
	changed := card("JT-01")
	changed.Resource.Scale = "1,312 站"
	do(registry.Alter{On: day("2026-05-19"), By: "甲", Reason: "站点增加", Card: changed})
	assert.True(t, r.IsRegistered(), "an alteration under review suspends nothing")
	assert.Equal(t, "ZS-1", r.Certificate.Number)
	do(registry.Approve{On: day("2026-05-20"), By: "乙", CertificateNo: "ZS-2"})
	assert.Equal(t, "ZS-1", r.Certificate.Supersedes)
	assert.Equal(t, "1,312 站", r.Card.Resource.Scale)
	assert.Equal(t, "2025-09-10", r.Since.String(), "registered since the first")
	do(registry.Cancel{On: day("2026-08-19"), By: "甲", Cause: registry.Lost})
	assert.Empty(t, r.Cause(), "not cancelled yet")
	do(registry.Approve{On: day("2026-08-19"), By: "乙"})
	assert.Equal(t, registry.Lost, r.Cause())
	assert.Equal(t, "2026-08-19", r.Since.String())
}

// What is handed in is copied: a later change by the caller changes nothing.
func TestNothingShared(t *testing.T) {
	c := card("JT-01")
	r, _, err := registry.New(registry.FinanceCard(), "JT-01").Apply(registry.Submit{On: day("2025-09-10"), By: "甲", Card: c})
	require.NoError(t, err)
	c.Resource.Sources[0] = "changed"
	r, _, err = r.Apply(registry.Approve{On: day("2025-09-10"), By: "乙", CertificateNo: "ZS-1"})
	require.NoError(t, err)
	assert.Equal(t, asset.FromDuty, r.Card.Resource.Sources[0])
}

// Any sequence of commands replays from its events to the same registration,
// and one that is refused leaves no event.
func TestReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := rapid.SampledFrom(registry.Regimes()).Draw(t, "regime")
		r := registry.New(g, "JT-01")
		var events []registry.Event
		on := day("2025-09-10")
		names := []string{"submit", "alter", "correct", "cancel", "approve", "return", "withdraw"}
		for range rapid.IntRange(0, 25).Draw(t, "steps") {
			on = on.AddDays(rapid.IntRange(-1, 5).Draw(t, "days"))
			c := commands(on)[rapid.SampledFrom(names).Draw(t, "command")]
			if a, ok := c.(registry.Approve); ok && rapid.Bool().Draw(t, "bare") {
				a.CertificateNo = ""
				c = a
			}
			next, more, err := r.Apply(c)
			if err != nil {
				if len(more) > 0 {
					t.Fatal("a refusal with events")
				}
				continue
			}
			r, events = next, append(events, more...)
			if (r.Position.Procedure == "") != (r.Position.Stage == "") || !slices.Contains(g.Positions(), r.Position) {
				t.Fatalf("at %v", r.Position)
			}
		}
		again, err := registry.Replay(g, "JT-01", events)
		if err != nil {
			t.Fatal(err)
		}
		if !assert.ObjectsAreEqual(r, again) {
			t.Fatalf("%+v replays to %+v", r, again)
		}
	})
}

func TestReplayRefuses(t *testing.T) {
	_, events := bring(t, registry.FinanceCard(), []string{"submit", "approve"})
	_, err := registry.Replay(registry.FinanceCard(), "JT-01", events[1:])
	require.ErrorIs(t, err, rule.ErrNotAllowed)
}

func TestSupply(t *testing.T) {
	registered, _ := bring(t, registry.FinanceCard(), []string{"submit", "approve"}) // 2025-09-10
	for name, tt := range map[string]struct {
		s    registry.Supply
		want bool
	}{
		"after":          {registry.Supply{Asset: "JT-01", On: day("2025-09-11"), Public: true, Registration: registered}, false},
		"the same day":   {registry.Supply{Asset: "JT-01", On: day("2025-09-10"), Public: true, Registration: registered}, false},
		"before":         {registry.Supply{Asset: "JT-01", On: day("2025-09-09"), Public: true, Registration: registered}, true},
		"not registered": {registry.Supply{Asset: "JT-01", On: day("2025-09-11"), Public: true}, true},
		"not public":     {registry.Supply{Asset: "BG-01", On: day("2025-09-11")}, false},
	} {
		report := registry.SupplyRules().Review(tt.s, rule.Context{})
		assert.Equal(t, tt.want, report.Has("registry.before-supply"), name)
		assert.Equal(t, tt.want, report.Err() != nil, "%s: it blocks", name)
	}
}

// The drawing and the lists that other packages read.
func TestCatalogue(t *testing.T) {
	require.NoError(t, registry.Catalogue().Check())
	assert.Same(t, registry.EnterpriseCard(), registry.RegimeFor(rule.RegionEnterprise))
	for _, r := range []rule.Role{rule.RegionDepartment, rule.CityFinanceBureau} {
		assert.Same(t, registry.FinanceCard(), registry.RegimeFor(r))
	}
	drawing := registry.FinanceCard().Mermaid(rule.Chinese)
	assert.True(t, strings.HasPrefix(drawing, "stateDiagram-v2\n    state \"未登记\" as s0\n"))
	assert.Equal(t, 24, strings.Count(drawing, ": "), "one arrow a row of the table above")
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
		_, _, _ = registry.New(registry.FinanceCard(), "JT-01").Apply(c)
		out, err := registry.Commands().Encode(c)
		if err != nil {
			t.Fatal(err)
		}
		if _, report, err := registry.Commands().Decode(out); err != nil || !report.Clean() {
			t.Fatalf("%s: %v %v", out, report, err)
		}
	})
}

func BenchmarkApply(b *testing.B) {
	r := registry.New(registry.FinanceCard(), "JT-01")
	c := commands(day("2025-09-10"))["submit"]
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := r.Apply(c); err != nil {
			b.Fatal(err)
		}
	}
}
