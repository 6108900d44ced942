package machine_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func tx(s string) rule.Text { return rule.Text{ZH: s, EN: s} }

func code(s string) rule.Code { return rule.Code{Code: s, Title: tx(s)} }

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var basis = []rule.Clause{rule.In("民法典", "第202条")}

func row(from rule.Position, command string, to rule.Position, guards ...rule.ID) rule.Transition {
	return rule.Transition{From: from, Command: command, To: to, Title: tx(command), Basis: basis, Guards: guards}
}

func at(status string, open ...string) rule.Position {
	if len(open) == 0 {
		return rule.Position{Status: status}
	}
	return rule.Position{Status: status, Procedure: open[0], Stage: open[1]}
}

// A registration in small: a first procedure, an alteration that leaves the
// status standing, a withdrawal of whatever is open, a cancellation.
func spec() machine.Spec {
	changed := row(at("registered"), "alter", at("registered", "alteration", "review"))
	changed.Effective = rule.Period{To: day("2026-12-31")}
	later := row(at("registered"), "alter", at("registered"))
	later.Effective = rule.Period{From: day("2027-01-01")}
	return machine.Spec{
		Name: "small", Title: tx("small"), Initial: at("none"),
		Statuses:   []rule.Code{code("none"), code("registered"), code("cancelled")},
		Procedures: []rule.Code{code("first"), code("alteration")},
		Stages:     []rule.Code{code("review")},
		Commands:   []rule.Code{code("submit"), code("approve"), code("alter"), code("withdraw"), code("cancel")},
		Terminal:   []string{"cancelled"},
		Rows: []rule.Transition{
			row(at("none"), "submit", at("none", "first", "review"), "small.complete", "small.other-person"),
			row(at("none", "first", "review"), "approve", at("registered")),
			changed, later,
			row(at("registered", "alteration", "review"), "approve", at("registered")),
			row(at(rule.Any, rule.Any, "review"), "withdraw", rule.Position{Status: rule.Same}),
			row(at("registered"), "cancel", at("cancelled")),
		},
	}
}

type asked struct{ complete, same bool }

func guards() []machine.Guard[asked] {
	r := func(id rule.ID) rule.Rule {
		return rule.Rule{ID: id, Title: tx("x"), Basis: basis, Evidence: rule.Judgement, Severity: rule.Blocking, Judgement: tx("x")}
	}
	return []machine.Guard[asked]{
		{r("small.complete"), func(a asked) rule.Text {
			if a.complete {
				return rule.Text{}
			}
			return tx("incomplete")
		}},
		{r("small.other-person"), func(a asked) rule.Text {
			if a.same {
				return tx("same person")
			}
			return rule.Text{}
		}},
	}
}

// The table whole: every position × every command, what is allowed and what is
// refused.
func TestWholeTable(t *testing.T) {
	m, err := machine.New(spec(), guards()...)
	require.NoError(t, err)
	want := map[string]string{
		"none submit":                           "none/first/review",
		"none/first/review approve":             "registered",
		"none/first/review withdraw":            "none",
		"registered alter":                      "registered/alteration/review",
		"registered cancel":                     "cancelled",
		"registered/alteration/review approve":  "registered",
		"registered/alteration/review withdraw": "registered",
	}
	positions := m.Positions()
	require.Len(t, positions, 5)
	allowed := 0
	for _, p := range positions {
		for _, c := range m.Commands() {
			got, err := m.Apply(p, c.Code, day("2026-06-01"), asked{complete: true})
			if to, ok := want[p.String()+" "+c.Code]; ok {
				require.NoError(t, err)
				assert.Equal(t, to, got.To.String())
				allowed++
				continue
			}
			require.ErrorIs(t, err, rule.ErrNotAllowed)
			var refusal *rule.Refusal
			require.ErrorAs(t, err, &refusal)
			assert.Equal(t, m.Allowed(p, day("2026-06-01")), refusal.Allowed)
			assert.Empty(t, refusal.Rule)
			assert.NotEmpty(t, refusal.In(rule.Chinese))
		}
	}
	assert.Len(t, want, allowed)
	_, err = m.Apply(at("none"), "fly", day("2026-06-01"), asked{})
	assert.EqualError(t, err, `rule: "fly" is refused at "none": there is no such command; allowed here: submit`)
	_, err = m.Apply(at("nowhere"), "submit", day("2026-06-01"), asked{})
	assert.EqualError(t, err, `rule: "submit" is refused at "nowhere": there is no such step at nowhere`)
}

// Guards are asked in the order of the row; the refusal names the rule.
func TestGuards(t *testing.T) {
	m := machine.Must(spec(), guards()...)
	_, err := m.Apply(at("none"), "submit", day("2026-06-01"), asked{same: true})
	var refusal *rule.Refusal
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, rule.ID("small.complete"), refusal.Rule)
	assert.Equal(t, basis, refusal.Basis)
	_, err = m.Apply(at("none"), "submit", day("2026-06-01"), asked{complete: true, same: true})
	assert.EqualError(t, err, `rule: "submit" is refused at "none" by small.other-person: same person; allowed here: submit`)
	ids := []rule.ID{}
	for _, r := range m.Rules() {
		ids = append(ids, r.ID)
	}
	assert.Equal(t, []rule.ID{"small.complete", "small.other-person"}, ids)
}

// A row applies by the date of the command.
func TestEffective(t *testing.T) {
	m := machine.Must(spec(), guards()...)
	r, err := m.Apply(at("registered"), "alter", day("2026-12-31"), asked{})
	require.NoError(t, err)
	assert.Equal(t, at("registered", "alteration", "review"), r.To)
	r, err = m.Apply(at("registered"), "alter", day("2027-01-01"), asked{})
	require.NoError(t, err)
	assert.Equal(t, at("registered"), r.To)
}

// A table that contradicts itself is refused when it is made.
func TestRefusedTables(t *testing.T) {
	for want, change := range map[string]func(*machine.Spec){
		"one row for one case":                  func(s *machine.Spec) { s.Rows = append(s.Rows, s.Rows[0]) },
		"a command that is listed":              func(s *machine.Spec) { s.Rows[0].Command = "fly" },
		"statuses that are listed":              func(s *machine.Spec) { s.Rows[0].To.Status = "flying" },
		"procedures that are listed":            func(s *machine.Spec) { s.Rows[0].To.Procedure = "second" },
		"stages that are listed":                func(s *machine.Spec) { s.Rows[0].To.Stage = "stage" },
		"a procedure and a stage, or neither":   func(s *machine.Spec) { s.Rows[0].To.Stage = "" },
		"a title in both languages and a basis": func(s *machine.Spec) { s.Rows[0].Basis = nil },
		"a guard for small.unheard-of":          func(s *machine.Spec) { s.Rows[0].Guards = []rule.ID{"small.unheard-of"} },
		"a row that reaches the status revoked": func(s *machine.Spec) { s.Statuses = append(s.Statuses, code("revoked")) },
		"a way out of cancelled":                func(s *machine.Spec) { s.Terminal = nil },
		"cancel @ cancelled: want a position that can": func(s *machine.Spec) {
			s.Rows[6].To = at("registered")
			s.Rows[6].From = at("cancelled")
		},
	} {
		s := spec()
		change(&s)
		_, err := machine.New(s, guards()...)
		var refused *machine.Error
		require.ErrorAs(t, err, &refused, want)
		assert.Contains(t, err.Error(), want)
	}
	assert.Panics(t, func() { machine.Must[asked](spec()) })
}

// The drawing, read by a person.
func TestMermaid(t *testing.T) {
	assert.Equal(t, `stateDiagram-v2
    state "none" as s0
    state "none, first: review" as s1
    state "registered" as s2
    state "registered, alteration: review" as s3
    state "cancelled" as s4
    [*] --> s0
    s0 --> s1: submit
    s1 --> s2: approve
    s1 --> s0: withdraw
    s2 --> s3: alter
    s2 --> s2: alter
    s2 --> s4: cancel
    s3 --> s2: approve
    s3 --> s2: withdraw
    s4 --> [*]
`, machine.Must(spec(), guards()...).Mermaid(rule.English))
}

func BenchmarkApply(b *testing.B) {
	m := machine.Must(spec(), guards()...)
	on := day("2026-06-01")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Apply(at("none"), "submit", on, asked{complete: true}); err != nil {
			b.Fatal(err)
		}
	}
}
