package authorization_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// drawnApplication is an application in which something may be missing, late or
// forbidden.
func drawnApplication(t *rapid.T, base authorization.Application) authorization.Application {
	a := base
	a.Assets = slices.Clone(base.Assets)
	dates := []calendar.Date{{}, day("2025-11-20"), day("2025-12-01"), day("2025-12-02")}
	odd := func(name string) bool { return rapid.IntRange(0, 19).Draw(t, name) == 19 }
	when := func(name string, d *calendar.Date) {
		if odd(name) {
			*d = rapid.SampledFrom(dates).Draw(t, name+"On")
		}
	}
	when("study", &a.Study)
	when("diligence", &a.Diligence)
	when("security", &a.SecurityAssessed)
	when("classified", &a.Assets[0].ClassifiedOn)
	if odd("personal") {
		a.Assets[1].Personal, a.PersonalAssessed = yes, rapid.SampledFrom(dates).Draw(t, "personalOn")
	}
	if odd("important") {
		a.Assets[0].Important, a.ImportantAssessed = yes, rapid.SampledFrom(dates).Draw(t, "importantOn")
	}
	if rapid.IntRange(0, 3).Draw(t, "shared") == 3 {
		a.Assets[0].Provider = "自治区水利厅"
	}
	if odd("secures") {
		a.Secures = yes
	}
	if odd("harms") {
		a.Harms = rapid.SampledFrom([]record.Opt[bool]{{}, yes}).Draw(t, "harm")
	}
	if odd("system") {
		a.Holder.Emergency = ""
	}
	if odd("term") {
		a.To = rapid.SampledFrom([]calendar.Date{day("2025-12-31"), day("2031-01-01")}).Draw(t, "to")
	}
	return a
}

// drawn is a fitted command that may be wrong: by another body, with vouchers
// short or late.
func (m matter) drawn(t *rapid.T, a authorization.Authorization, name string) authorization.Command {
	c := m.fit(a, name)
	wild := rapid.IntRange(0, 4).Draw(t, "wild") == 4
	switch c := c.(type) {
	case authorization.Draft:
		c.Application = drawnApplication(t, c.Application)
		c.Plan = plan(c.Application)
		return c
	case authorization.Approve:
		if wild {
			c.By = m.application.Holder.Name
		}
		return c
	case authorization.Sign:
		if wild {
			c.Vouchers = vouchers(rapid.SampledFrom([]string{"2025-11-30", "2026-12-31"}).Draw(t, "registered"), "JT-02")
			c.Agreement.Longer = ""
		}
		return c
	}
	return c
}

// onward gives what leads on nine times the weight of what leads back.
func onward(allowed []string) []string {
	var all []string
	for _, name := range allowed {
		all = append(all, name)
		switch name {
		case "decide", "submit", "review", "approve", "adopt", "choose", "sign", "draft.amendment":
			all = append(all, name, name, name, name, name, name, name, name)
		}
	}
	return all
}

// lawful says, without the package's own checks, what is wrong with a grant.
func lawful(a authorization.Authorization, events []authorization.Event) string {
	app := a.Application()
	_, decided := a.Decision()
	by := func(d calendar.Date) bool { return !d.IsZero() && !d.After(decided) }
	last := events[len(events)-1]
	on := authorization.ActOf(last.Command).On
	switch {
	case !by(app.Study) || !by(app.Diligence):
		return "GX-5.3.6"
	case !by(app.SecurityAssessed):
		return "GX-5.3.2"
	case app.Holder.Security == "" || app.Holder.Emergency == "":
		return "GX-5.3.1"
	case app.Secures.Or(true) && app.Holder.Entity.Public():
		return "GX-5.3.3"
	case app.To.Before(app.From) || a.To.Before(a.From):
		return "term"
	}
	for _, l := range app.Assets {
		switch {
		case l.Personal.Or(false) && !by(app.PersonalAssessed):
			return "个人信息保护法"
		case l.Important.Or(false) && !by(app.ImportantAssessed):
			return "网络数据安全管理条例"
		case l.Provider != "" && !slices.ContainsFunc(events, func(e authorization.Event) bool {
			c, ok := e.Command.(authorization.GiveConsent)
			return ok && c.By == l.Provider && c.Consent.Asset == l.Asset
		}):
			return "GX-4.5.1"
		}
		if a.Regime().ID() != "asset-use" && app.Holder.Entity.Public() && !slices.ContainsFunc(a.Vouchers(), func(v authorization.Voucher) bool {
			return v.Asset == l.Asset && !v.RegisteredOn.After(on) && v.Number != ""
		}) {
			return "GX-4.3.2"
		}
		if a.Regime().ID() == "authorised-operation" && (!by(l.ClassifiedOn) || app.Harms.Or(true)) {
			return "27号 第5条"
		}
	}
	for _, e := range events {
		if c, ok := e.Command.(authorization.Approve); ok && c.By == app.Holder.Name {
			return "P18"
		}
	}
	if a.Regime().ID() == "authorised-operation" {
		p, g := a.Plan(), a.Agreement()
		five := g.From.AddMonths(60).AddDays(-1)
		if p.Number == "" || g.Number == "" || !g.NoRedevelopment.Or(false) || g.To.After(five) && g.Longer == "" {
			return "27号 第8、13、14条"
		}
	}
	return ""
}

// Any sequence of commands, right and wrong: a command that is refused changes
// nothing and leaves no event, a grant that is reached satisfies what the law asks,
// and the events, written as JSON Lines and read back, replay to the same.
func TestAnySequence(t *testing.T) {
	bases := []authorization.Application{application(department()), subordinate(), application(group())}
	granted := 0
	rapid.Check(t, func(t *rapid.T) {
		base := rapid.SampledFrom(bases).Draw(t, "holder")
		g := authorization.AssetUse()
		switch {
		case !base.Holder.Entity.Public():
			g = authorization.EnterpriseUse()
		case rapid.Bool().Draw(t, "operation"):
			g = authorization.AuthorisedOperation()
		}
		m := matter{application: base}
		a := authorization.New(g, "SQ-1")
		var events []authorization.Event
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			name := rapid.SampledFrom(commandNames()).Draw(t, "command")
			if allowed := a.Allowed(day("2026-01-28")); len(allowed) > 0 && rapid.IntRange(0, 5).Draw(t, "any") < 5 {
				name = rapid.SampledFrom(onward(allowed)).Draw(t, "allowed")
			}
			next, more, err := a.Apply(m.drawn(t, a, name))
			if err != nil {
				if len(more) > 0 || !assert.ObjectsAreEqual(a, next) {
					t.Fatal("a refusal that changed something")
				}
				continue
			}
			from := a.Position
			a, events = next, append(events, more...)
			if (a.Position.Procedure == "") != (a.Position.Stage == "") || !slices.Contains(g.Positions(), a.Position) {
				t.Fatalf("at %v", a.Position)
			}
			if a.Position.Status == authorization.Granted && from.Procedure != "" && a.Position.Procedure == "" {
				if _, back := more[0].Command.(authorization.Retract); back || a.Ended.Outcome != authorization.Completed {
					continue
				}
				granted++
				if why := lawful(a, events); why != "" {
					t.Fatalf("granted against %s: %v", why, a.Application())
				}
			}
		}
		again := replayed(t, g, events)
		if !assert.ObjectsAreEqual(a, again) {
			t.Fatalf("%+v replays to %+v", a, again)
		}
	})
	t.Logf("%d grants reached", granted)
	assert.Positive(t, granted, "some sequence reaches a grant")
}

// replayed writes events, reads them back and replays them.
func replayed(t *rapid.T, g *authorization.Regime, events []authorization.Event) authorization.Authorization {
	var b bytes.Buffer
	if err := authorization.WriteEvents(&b, events); err != nil {
		t.Fatal(err)
	}
	read, report, err := authorization.ReadEvents(&b, "events.jsonl")
	if err != nil || !report.Clean() {
		t.Fatal(err, report)
	}
	again, err := authorization.Replay(g, "SQ-1", read)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// A disposal that is carried out was decided, valued and, where it must be,
// approved and appraised.
func TestAnyDisposal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := rapid.SampledFrom([]authorization.Application{application(department()), subordinate(), application(group())}).Draw(t, "holder")
		kind := rapid.SampledFrom([]authorization.DisposalKind{authorization.Sale, authorization.TransferOut, authorization.Donation, authorization.Exchange}).Draw(t, "kind")
		d := disposal(base, kind)
		if rapid.Bool().Draw(t, "unappraised") {
			d.AppraisedOn, d.Appraised = calendar.Date{}, application(department()).Price
			d.Appraised = authorization.Disposal{}.Appraised
		}
		if rapid.Bool().Draw(t, "late") {
			d.ValuedOn = day("2026-12-31")
		}
		m := matter{application: base, disposal: d}
		g := authorization.DisposalRegime(base.Holder)
		a := authorization.New(g, "SQ-1")
		var events []authorization.Event
		for range rapid.IntRange(0, 15).Draw(t, "steps") {
			name := rapid.SampledFrom(commandNames()).Draw(t, "command")
			if allowed := a.Allowed(day("2026-01-28")); len(allowed) > 0 {
				name = rapid.SampledFrom(allowed).Draw(t, "allowed")
			}
			next, more, err := a.Apply(m.fit(a, name))
			if err != nil {
				continue
			}
			a, events = next, append(events, more...)
		}
		if a.Position.Status == authorization.Disposed {
			_, approved := a.Approval()
			switch got := a.Disposal(); {
			case got.ValuedOn.After(day("2025-12-31")):
				t.Fatal("valued after it was decided")
			case (kind == authorization.Sale || kind == authorization.Exchange) && got.AppraisedOn.IsZero():
				t.Fatal("not appraised: 国务院令第738号 第36条")
			case base.Holder.Entity.Public() && approved.IsZero():
				t.Fatal("no reply: 国务院令第738号 第19条")
			case a.Execution().LedgerOn.IsZero() || a.Execution().BookedOn.IsZero() || a.Execution().RegisteredOn.IsZero():
				t.Fatal("ledger, registration and books do not follow together: 第35条")
			}
		}
		if again := replayed(t, g, events); !assert.ObjectsAreEqual(a, again) {
			t.Fatalf("%+v replays to %+v", a, again)
		}
	})
}

// An event that does not follow is refused with its place.
func TestReplayRefuses(t *testing.T) {
	g := authorization.AssetUse()
	_, events := do(t, authorization.New(g, "SQ-1"), assetUse(application(department()))...)
	for want, all := range map[string][]authorization.Event{
		"begins at none":      events[1:],
		"leads to":            {func() authorization.Event { e := events[0]; e.To.Stage = "decided"; return e }()},
		"of SQ-1":             {func() authorization.Event { e := events[0]; e.ID = "SQ-2"; return e }()},
		"in regime asset-use": {func() authorization.Event { e := events[0]; e.Regime = "enterprise-use"; return e }()},
		"step is allowed":     {func() authorization.Event { e := events[0]; e.Command = events[1].Command; return e }()},
		"event 2: want one ":  {events[0], events[3]},
	} {
		_, err := authorization.Replay(g, "SQ-1", all)
		var wrong *rule.ReplayError
		assert.ErrorAs(t, err, &wrong, want)
		assert.ErrorContains(t, err, want)
	}
	_, err := authorization.Replay(g, "SQ-1", []authorization.Event{func() authorization.Event { e := events[0]; e.Command = events[1].Command; return e }()})
	assert.ErrorIs(t, err, rule.ErrNotAllowed)
	_, found := g.Row(authorization.Event{})
	assert.False(t, found)
}

// FuzzCommand reads one command: no panic, and what is right is written and read
// back the same, whatever a regime says to it.
func FuzzCommand(f *testing.F) {
	for _, c := range authorization.Commands().Samples() {
		b, err := authorization.Commands().Encode(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		c, report, err := authorization.Commands().Decode(b)
		if err != nil || report.Err() != nil {
			return
		}
		for _, g := range authorization.Regimes() {
			_, _, _ = authorization.New(g, "SQ-1").Apply(c)
		}
		out, err := authorization.Commands().Encode(c)
		if err != nil {
			t.Fatal(err)
		}
		if _, report, err := authorization.Commands().Decode(out); err != nil || report.Err() != nil {
			t.Fatalf("%s: %v %v", out, report, err)
		}
	})
}

// FuzzEvents reads a history: no panic, and what was read is written and read back
// the same.
func FuzzEvents(f *testing.F) {
	_, events := do(f, authorization.New(authorization.AuthorisedOperation(), "SQ-2025-01"), operation(application(department()))...)
	var b bytes.Buffer
	if err := authorization.WriteEvents(&b, events); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"id":"1","regime":"asset-use","from":{"status":"none"},"to":{"status":"granted"},"step":{"command":"submit","on":"2026-01-01","by":"x"}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		all, _, err := authorization.ReadEvents(bytes.NewReader(b), "events.jsonl")
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := authorization.WriteEvents(&out, all); err != nil {
			t.Fatal(err)
		}
		again, report, err := authorization.ReadEvents(&out, "events.jsonl")
		if err != nil || report.Err() != nil || !assert.ObjectsAreEqual(all, again) {
			t.Fatalf("%v %v", err, report)
		}
		if len(all) > 0 {
			for _, g := range authorization.Regimes() {
				_, _ = authorization.Replay(g, all[0].ID, all)
			}
		}
	})
}
