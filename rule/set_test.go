package rule_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func tx(s string) rule.Text { return rule.Text{ZH: s + "（中）", EN: s} }

func day(y int, m time.Month, d int) calendar.Date { return calendar.MustDate(y, m, d) }

var basis = []rule.Clause{rule.In("民法典", "第203条")}

func aRule(id rule.ID) rule.Rule {
	return rule.Rule{ID: id, Title: tx("title"), Basis: basis, Evidence: rule.Verified, Severity: rule.Warning}
}

// payment is what the tests judge.
type payment struct {
	on     calendar.Date
	amount int
	payer  string
}

func positive(id rule.ID) rule.Check[payment] {
	return rule.Check[payment]{Rule: aRule(id), On: func(p payment) calendar.Date { return p.on }, Func: func(p payment, _ rule.Context) rule.Verdict {
		switch {
		case p.payer == "":
			return rule.Unsettled(tx("who paid"))
		case p.amount == 0:
			return rule.Inapplicable()
		case p.amount < 0:
			return rule.Fail(rule.Finding{Path: "/amount", Message: tx("negative"), Fix: tx("correct it")})
		}
		return rule.Pass()
	}}
}

func set(t *testing.T, checks ...rule.Check[payment]) rule.Set[payment] {
	t.Helper()
	s, err := rule.NewSet(checks...)
	require.NoError(t, err)
	return s
}

func TestReview(t *testing.T) {
	s := set(t, positive("x.positive"))
	for name, tt := range map[string]struct {
		p     payment
		state rule.State
	}{
		"met":            {payment{amount: 1, payer: "a"}, rule.Met},
		"not met":        {payment{amount: -1, payer: "a"}, rule.NotMet},
		"unknown":        {payment{amount: 1}, rule.Unknown},
		"not applicable": {payment{payer: "a"}, rule.NotApplicable},
	} {
		report := s.Explain(tt.p, rule.Context{At: day(2026, 1, 1)})
		require.Len(t, report.Outcomes, 1, name)
		assert.Equal(t, tt.state, report.Outcomes[0].State, name)
		assert.Equal(t, tt.state == rule.NotMet, report.Has("x.positive"))
		assert.NoError(t, report.Err(), "a warning does not block, and unknown never does")
		assert.Empty(t, s.Review(tt.p, rule.Context{}).Outcomes, "outcomes on request")
	}
	f := s.Review(payment{amount: -1, payer: "a"}, rule.Context{}).Findings[0]
	assert.Equal(t, rule.Finding{
		Rule: "x.positive", Title: tx("title"), Severity: rule.Warning, Path: "/amount", Message: tx("negative"), Fix: tx("correct it"), Basis: basis,
	}, f)
	assert.Equal(t, "warning /amount: negative correct it (民法典 第203条)", f.In(rule.English))
	assert.Equal(t, "警告 /amount：negative（中）correct it（中）（民法典 第203条）", f.In(rule.Chinese))
}

// A rule applies by the date of the fact it judges, not of the review; both
// days of its period belong to it; a replaced rule stays, closed.
func TestPeriods(t *testing.T) {
	old, late := positive("x.positive"), positive("x.positive")
	old.Rule.Effective = rule.Between(day(2025, 4, 1), day(2026, 12, 31))
	late.Rule.Effective = rule.From(day(2027, 1, 1))
	late.Rule.Severity = rule.Blocking
	s := set(t, old, late)
	count := func(on calendar.Date) (n int, severity rule.Severity) {
		report := s.Review(payment{on: on, amount: -1, payer: "a"}, rule.Context{At: day(2030, 1, 1)})
		for _, f := range report.Findings {
			severity = f.Severity
		}
		return len(report.Findings), severity
	}
	for on, want := range map[calendar.Date]string{
		day(2025, 3, 31):  "0 ",
		day(2025, 4, 1):   "1 warning",
		day(2026, 12, 31): "1 warning",
		day(2027, 1, 1):   "1 blocking",
	} {
		n, severity := count(on)
		assert.Equal(t, want, fmt.Sprintf("%d %s", n, severity), on)
	}
	p := rule.Between(day(2025, 4, 1), day(2026, 12, 31))
	assert.Equal(t, "2025-04-01…2026-12-31", p.String())
	assert.False(t, p.Holds(calendar.Date{}))
	assert.True(t, rule.Period{}.Holds(calendar.Date{}))
	assert.True(t, p.Overlaps(rule.From(day(2026, 12, 31))))
	assert.False(t, p.Overlaps(rule.From(day(2027, 1, 1))))
	assert.True(t, rule.Period{To: day(2025, 4, 1)}.Overlaps(p))
}

func TestHolderKinds(t *testing.T) {
	c := positive("x.positive")
	c.Rule.Roles = []rule.Role{rule.RegionDepartment}
	c.Rule.Entities = []rule.Entity{rule.Administrative}
	s := set(t, c)
	bad := payment{amount: -1, payer: "a"}
	for _, tt := range []struct {
		c    rule.Context
		want bool
	}{
		{rule.Context{}, true},
		{rule.Context{Role: rule.RegionDepartment}, true},
		{rule.Context{Role: rule.RegionEnterprise}, false},
		{rule.Context{Role: rule.RegionDepartment, Entity: rule.Enterprise}, false},
	} {
		assert.Equal(t, tt.want, s.Review(bad, tt.c).Has("x.positive"), tt.c)
	}
	for _, r := range rule.Roles() {
		assert.NotEmpty(t, r.Title().ZH+r.Title().EN)
	}
	for _, e := range rule.Entities() {
		assert.NotEmpty(t, e.Title().EN)
		assert.Equal(t, e != rule.Enterprise, e.Public())
	}
	for _, a := range rule.Authorities() {
		assert.NotEmpty(t, a.Title().EN)
	}
}

// Callers add, replace and switch off, with a reason that every report repeats.
func TestOpenToCallers(t *testing.T) {
	s := set(t, positive("x.positive"), positive("x.other"), positive("y.third"))
	bad := payment{amount: -1, payer: "a"}
	require.Len(t, s.Review(bad, rule.Context{}).Findings, 3)

	off, err := s.Without("x.*", "本地另有规定")
	require.NoError(t, err)
	report := off.Explain(bad, rule.Context{})
	assert.Len(t, report.Findings, 1)
	assert.Equal(t, []rule.SwitchedOff{{Rule: "x.positive", Reason: "本地另有规定"}, {Rule: "x.other", Reason: "本地另有规定"}}, report.Off)
	assert.Equal(t, rule.Off, report.Outcomes[0].State)
	assert.Equal(t, "本地另有规定", report.Outcomes[0].Settle.ZH)
	again, err := off.Without("x.positive", "another reason")
	require.NoError(t, err)
	assert.Len(t, again.Review(bad, rule.Context{}).Off, 2)
	assert.Len(t, s.Review(bad, rule.Context{}).Findings, 3, "the set itself has not changed")

	own := positive("x.positive")
	own.Func = func(payment, rule.Context) rule.Verdict { return rule.Pass() }
	replaced, err := s.With(own, positive("z.own"))
	require.NoError(t, err)
	assert.Len(t, replaced.Rules(), 4)
	assert.False(t, replaced.Review(bad, rule.Context{}).Has("x.positive"))

	var refused *rule.TableError
	for _, id := range []rule.ID{"x.nothing", "z*", ""} {
		_, err = s.Without(id, "reason")
		require.ErrorAs(t, err, &refused, id)
	}
	_, err = s.Without("x.other", "  ")
	require.ErrorContains(t, err, "a reason")
}

func TestSetRefuses(t *testing.T) {
	for want, change := range map[string]func(*rule.Check[payment]){
		"an id of the form":      func(c *rule.Check[payment]) { c.Rule.ID = "positive" },
		"a title":                func(c *rule.Check[payment]) { c.Rule.Title.EN = "" },
		"a basis":                func(c *rule.Check[payment]) { c.Rule.Basis = []rule.Clause{{}} },
		"the evidence":           func(c *rule.Check[payment]) { c.Rule.Evidence = 0 },
		"a severity":             func(c *rule.Check[payment]) { c.Rule.Severity = 9 },
		"in both languages":      func(c *rule.Check[payment]) { c.Rule.Judgement.ZH = "x" },
		"the judgement in words": func(c *rule.Check[payment]) { c.Rule.Evidence = rule.Judgement },
		"a function that judges": func(c *rule.Check[payment]) { c.Func = nil },
	} {
		c := positive("x.positive")
		change(&c)
		_, err := rule.NewSet(c)
		var refused *rule.TableError
		require.ErrorAs(t, err, &refused, want)
		assert.Contains(t, err.Error(), want)
	}
	late := positive("x.positive")
	late.Rule.Effective = rule.From(day(2027, 1, 1))
	for _, checks := range [][]rule.Check[payment]{
		{positive("x.positive"), positive("x.positive")},
		{positive("x.positive"), late},
	} {
		_, err := rule.NewSet(checks...)
		require.ErrorContains(t, err, "periods of one id that do not overlap")
	}
}

func TestReport(t *testing.T) {
	finding := func(row, place int, id rule.ID, path string, s rule.Severity) rule.Finding {
		return rule.Finding{Row: row, Place: place, Rule: id, Path: path, Severity: s, Message: tx(path)}
	}
	var r rule.Report
	r.Add(finding(2, 1, "b.x", "/b", rule.Blocking))
	r.Add(finding(1, 2, "a.x", "/c", rule.Note))
	r.Add(finding(1, 1, "b.x", "/d", rule.Blocking))
	r.Add(finding(1, 1, "a.x", "/e", rule.Blocking))
	r.Sort()
	order := ""
	for _, f := range r.Findings {
		order += f.Path
	}
	assert.Equal(t, "/e/d/c/b", order, "row, place, rule")
	assert.Equal(t, 3, r.Count(rule.Blocking))
	assert.False(t, r.Clean())
	var blocked *rule.ReportError
	require.ErrorAs(t, r.Err(), &blocked)
	assert.EqualError(t, r.Err(), "/e: /e; /d: /d; /b: /b")

	var many rule.Report
	for range rule.MaxPerFile + 5 {
		many.Merge(rule.Report{Findings: r.Findings[:1], Omitted: 1, Off: []rule.SwitchedOff{{Rule: "a.x", Reason: "r"}}})
	}
	assert.Len(t, many.Findings, rule.MaxPerFile)
	assert.Equal(t, rule.MaxPerFile+5+5, many.Omitted)
	assert.Len(t, many.Off, 1)
	assert.Contains(t, many.Err().Error(), fmt.Sprintf("; and %d more", 2*rule.MaxPerFile+7))
	require.Error(t, rule.Report{Omitted: 1}.Err(), "what was only counted may block")
	var notes rule.Report
	for range rule.MaxPerFile {
		notes.Add(rule.Finding{Severity: rule.Note})
	}
	var both rule.Report
	both.Merge(notes)
	both.Add(rule.Finding{Severity: rule.Warning})
	assert.Equal(t, rule.MaxPerFile/2, both.OmittedNotes)
	assert.Len(t, both.Findings, rule.MaxPerFile/2+1, "notes leave room for what is graver")
	require.NoError(t, both.Err(), "notes never block, however many")
	assert.False(t, rule.Report{OmittedNotes: 1}.Clean())
	assert.True(t, rule.Report{}.Clean())

	b, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Contains(t, string(b), `{"rule":"a.x","title":{"zh":"","en":""},"severity":"blocking","path":"/e","message":{"zh":"/e（中）","en":"/e"},"basis":null,"row":1}`)
}

func TestPointer(t *testing.T) {
	assert.Equal(t, "", rule.Pointer())
	assert.Equal(t, "/a/0/名称/x~1y~0z/", rule.Pointer("a", "0", "名称", "x/y~z", ""))
}

func TestClause(t *testing.T) {
	c := rule.GX("4.2.2")
	assert.Equal(t, "桂财资〔2025〕15号 四(二) [GX-4.2.2]", c.String())
	assert.Equal(t, c, rule.GX("GX-4.2.2"))
	for _, c := range []rule.Clause{c, rule.In("民法典", "第203条"), rule.In("财会〔2017〕25号", "1701 三(一)4"), {Doc: "民法典"}, {}} {
		b, err := c.MarshalText()
		require.NoError(t, err)
		var back rule.Clause
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, c, back)
	}
	var back rule.Clause
	require.Error(t, back.UnmarshalText([]byte("民法典 第203条 [GX-1")))
}

func TestLevels(t *testing.T) {
	for s := rule.Blocking; s <= rule.Note; s++ {
		b, _ := s.MarshalText()
		var back rule.Severity
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, s, back)
		assert.NotEmpty(t, s.Title().ZH)
	}
	for e := rule.FullText; e <= rule.Judgement; e++ {
		b, _ := e.MarshalText()
		var back rule.Evidence
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, e, back)
		assert.NotEmpty(t, e.Title().ZH)
	}
	for s := rule.Met; s <= rule.Off; s++ {
		b, _ := s.MarshalText()
		var back rule.State
		require.NoError(t, back.UnmarshalText(b))
		assert.Equal(t, s, back)
		assert.NotEmpty(t, s.Title().ZH)
	}
	var s rule.Severity
	require.EqualError(t, s.UnmarshalText([]byte("grave")), `rule: "grave" is not valid: want one of blocking, warning, advice, note`)
	assert.Empty(t, rule.Severity(0).String()+rule.Severity(200).String())
	assert.Equal(t, "en", tx("en").In(rule.English))
	assert.Equal(t, "x（中）", tx("x").String())
}

func TestStale(t *testing.T) {
	err := error(&rule.StaleError{Expected: 1, Current: 2})
	assert.True(t, errors.Is(err, rule.ErrStale))
	refusal := &rule.Refusal{Command: "cancel", Position: rule.Position{Status: "none"}, Why: tx("no"), Basis: basis, Allowed: []string{"submit", "draft"}}
	assert.True(t, errors.Is(refusal, rule.ErrNotAllowed))
	assert.EqualError(t, refusal, `rule: "cancel" is refused at "none": no; allowed here: submit, draft`)
	assert.Equal(t, "cancel @ none: no (民法典 第203条)", refusal.In(rule.English))
	assert.Equal(t, "a/b/c", rule.Position{Status: "a", Procedure: "b", Stage: "c"}.String())
}

func aDuty(id rule.ID) rule.Duty {
	return rule.Duty{
		ID: id, Title: tx("file"), Basis: []rule.Clause{rule.GX("4.6.3")}, Evidence: rule.FullText, Owed: rule.Owes(rule.RegionDepartment),
		Trigger: calendar.AtEvent("receipt"), Term: calendar.Workdays(10), Addressee: tx("finance"),
	}
}

func TestCatalogue(t *testing.T) {
	item := rule.Item{ID: "x.field", Kind: rule.KindField, Title: tx("field"), Basis: []rule.Clause{rule.GX("4.2.2")}}
	c := rule.Merge(rule.Catalogue{Rules: []rule.Rule{aRule("x.a")}}, rule.Catalogue{Duties: []rule.Duty{aDuty("x.b")}, Items: []rule.Item{item}})
	require.NoError(t, c.Check())
	assert.Equal(t, []rule.Carrier{{ID: "x.b", Kind: rule.KindDuty, Title: tx("file")}}, c.ByClause("GX-4.6.3"))
	assert.Equal(t, []rule.Carrier{{ID: "x.field", Kind: rule.KindField, Title: tx("field")}}, c.ByClause("GX-4.2.2"))
	assert.Empty(t, c.ByClause("GX-1"))
	assert.Equal(t, rule.ByText, c.Duties[0].OwedBy(rule.RegionDepartment))
	assert.Empty(t, c.Duties[0].OwedBy(rule.RegionEnterprise))

	elsewhere := aRule("x.c")
	elsewhere.Basis = []rule.Clause{rule.In("某不存在的办法", "第1条")}
	noOne, noTerm, noTrigger, halfAddressed := aDuty("x.d"), aDuty("x.d"), aDuty("x.d"), aDuty("x.d")
	noOne.Owed, noTerm.Term, noTrigger.Trigger, halfAddressed.Addressee.EN = nil, calendar.Term{}, calendar.Trigger{}, ""
	untitled := item
	untitled.Title.ZH = ""
	for want, bad := range map[string]rule.Catalogue{
		"an id used once":        {Rules: []rule.Rule{aRule("x.a"), aRule("x.a")}},
		"table of documents":     {Rules: []rule.Rule{elsewhere}},
		"someone who owes it":    {Duties: []rule.Duty{noOne}},
		"a term that can":        {Duties: []rule.Duty{noTerm}},
		"a trigger":              {Duties: []rule.Duty{noTrigger}},
		"addressee and":          {Duties: []rule.Duty{halfAddressed}},
		"an id, a kind, a title": {Items: []rule.Item{untitled}},
		"used once, or":          {Rules: []rule.Rule{aRule("x.field")}, Items: []rule.Item{item}},
	} {
		assert.ErrorContains(t, bad.Check(), want)
	}
}

func ExampleSet_Without() {
	type deal struct{ disclosed bool }
	set, err := rule.NewSet(rule.Check[deal]{
		Rule: rule.Rule{
			ID: "example.disclose", Title: rule.Text{ZH: "场外交易须披露", EN: "an off-exchange deal is disclosed"},
			Basis: []rule.Clause{rule.GX("4.7.4")}, Evidence: rule.FullText, Severity: rule.Warning,
		},
		Func: func(d deal, _ rule.Context) rule.Verdict {
			if d.disclosed {
				return rule.Pass()
			}
			return rule.Fail(rule.Finding{Path: "/disclosed", Message: rule.Text{ZH: "未披露。", EN: "not disclosed."}})
		},
	})
	if err != nil {
		panic(err)
	}
	for _, f := range set.Review(deal{}, rule.Context{}).Findings {
		fmt.Println(f.In(rule.English))
	}
	set, err = set.Without("example.disclose", "由交易所统一披露")
	if err != nil {
		panic(err)
	}
	report := set.Review(deal{}, rule.Context{})
	fmt.Println(len(report.Findings), report.Off[0].Reason)
	// Output:
	// warning /disclosed: not disclosed. (桂财资〔2025〕15号 四(七) [GX-4.7.4])
	// 0 由交易所统一披露
}

func BenchmarkReview(b *testing.B) {
	s, err := rule.NewSet(positive("x.a"), positive("x.b"), positive("x.c"))
	if err != nil {
		b.Fatal(err)
	}
	p := payment{on: day(2026, 1, 1), amount: 1, payer: strings.Repeat("a", 3)}
	b.ReportAllocs()
	for b.Loop() {
		if !s.Review(p, rule.Context{}).Clean() {
			b.Fatal()
		}
	}
}
