package machine_test

import (
	"slices"
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

// A table that contradicts itself is refused when it is made. What is refused is
// told by the key: its row, where there is one, and what was expected.
func TestRefusedTables(t *testing.T) {
	add := func(rows ...rule.Transition) func(*machine.Spec) {
		return func(s *machine.Spec) { s.Rows = append(s.Rows, rows...) }
	}
	until := func(r rule.Transition, to string) rule.Transition {
		r.Effective = rule.Period{To: day(to)}
		return r
	}
	since := func(r rule.Transition, from string) rule.Transition {
		r.Effective = rule.Period{From: day(from)}
		return r
	}
	for want, change := range map[string]func(*machine.Spec){
		"row submit @ none: want one row for one case":              func(s *machine.Spec) { s.Rows = append(s.Rows, s.Rows[0]) },
		"row fly @ none: want a command that is listed":             func(s *machine.Spec) { s.Rows[0].Command = "fly" },
		"row submit @ none: want statuses that are listed":          func(s *machine.Spec) { s.Rows[0].To.Status = "flying" },
		"row submit @ none: want procedures that are listed":        func(s *machine.Spec) { s.Rows[0].To.Procedure = "second" },
		"row submit @ none: want stages that are listed":            func(s *machine.Spec) { s.Rows[0].To.Stage = "stage" },
		"row submit @ none: want a procedure and a stage, or neith": func(s *machine.Spec) { s.Rows[0].To.Stage = "" },
		"row submit @ none: want a title in both languages and a b": func(s *machine.Spec) { s.Rows[0].Basis = nil },
		"row submit @ none: want a guard for small.unheard-of":      func(s *machine.Spec) { s.Rows[0].Guards = []rule.ID{"small.unheard-of"} },
		// Same takes the stage of a position that has none.
		"row cancel @ registered: want a procedure and a stage, or": func(s *machine.Spec) { s.Rows[6].To = at("cancelled", "first", rule.Same) },

		"want a row that reaches the status revoked":           func(s *machine.Spec) { s.Statuses = append(s.Statuses, code("revoked")) },
		"want a row that reaches the procedure renewal":        func(s *machine.Spec) { s.Procedures = append(s.Procedures, code("renewal")) },
		"want a row that reaches the stage notice":             func(s *machine.Spec) { s.Stages = append(s.Stages, code("notice")) },
		"want a row of the command object":                     func(s *machine.Spec) { s.Commands = append(s.Commands, code("object")) },
		"want the status none listed once":                     func(s *machine.Spec) { s.Statuses = append(s.Statuses, code("none")) },
		"want the procedure first listed once":                 func(s *machine.Spec) { s.Procedures = append(s.Procedures, code("first")) },
		"want the stage review listed once":                    func(s *machine.Spec) { s.Stages = append(s.Stages, code("review")) },
		"want the command alter listed once":                   func(s *machine.Spec) { s.Commands = append(s.Commands, code("alter")) },
		"want a code for each stage, not “*”":                  func(s *machine.Spec) { s.Stages = append(s.Stages, code("*")) },
		"want the terminal or resting status cancelled listed": func(s *machine.Spec) { s.Resting = []string{"cancelled"} },
		"terminal and resting statuses that are listed, not gone": func(s *machine.Spec) {
			s.Terminal = append(s.Terminal, "gone")
		},
		"terminal and resting statuses that are listed, not asleep": func(s *machine.Spec) { s.Resting = []string{"asleep"} },
		"want an initial position that is listed, not unborn":       func(s *machine.Spec) { s.Initial = at("unborn") },
		"an initial position that is listed, not none/first/notice": func(s *machine.Spec) { s.Initial = at("none", "first", "notice") },

		// A row of a command is not excused by another row of it that uses Any.
		"row withdraw @ cancelled/first/review: want a position that can be reached": func(s *machine.Spec) {
			s.Rows[5].From.Status = "none"
			s.Rows = append(s.Rows, row(rule.Position{Status: "registered", Procedure: rule.Any, Stage: "review"}, "withdraw", at("registered")),
				row(at("cancelled", "first", "review"), "withdraw", at("cancelled")))
		},
		"row cancel @ cancelled: want a position that can be reached": func(s *machine.Spec) {
			s.Rows[6].To = at("registered")
			s.Rows[6].From = at("cancelled")
		},
		"row cancel @ cancelled/*/review: want some position that can be reached": add(row(at("cancelled", rule.Any, "review"), "cancel", at("cancelled"))),

		// An alteration opens until 2026-12-31 only, and from 2027 there is none:
		// its approval from 2027 on finds whom 2026 left there, but an alteration
		// from 2027 finds no approval that ended with 2026.
		"row alter @ registered/first/review in 2027-01-01…2026-12-31: want a period that begins before it ends": func(s *machine.Spec) {
			s.Rows[3].From, s.Rows[3].Effective = at("registered", "first", "review"), rule.Between(day("2027-01-01"), day("2026-12-31"))
		},
		"row cancel @ registered/first/review in …2026-12-31: want a position that can be reached": func(s *machine.Spec) {
			s.Rows[3] = since(row(at("registered"), "alter", at("registered", "first", "review")), "2027-01-01")
			s.Rows = append(s.Rows, until(row(at("registered", "first", "review"), "cancel", at("cancelled")), "2026-12-31"))
		},
		"row alter @ registered in …2026-12-31: want a way out of registered/alteration/review from 2027-01-01 on": func(s *machine.Spec) {
			s.Rows[4], s.Rows[5].From = until(s.Rows[4], "2026-12-31"), at("none", "first", "review")
		},

		"row cancel @ registered: want a way out of cancelled": func(s *machine.Spec) { s.Terminal = nil },
		"row cancel @ registered: want a way out of cancelled/first/review": func(s *machine.Spec) {
			s.Rows[6].To = at("cancelled", "first", "review")
			s.Rows[5].From.Status = "none"
			s.Rows = append(s.Rows, row(at("registered", "alteration", "review"), "withdraw", at("registered")))
		},
		"row cancel @ registered: want a way to an end from cancelled": func(s *machine.Spec) {
			s.Terminal = nil
			s.Rows = append(s.Rows, row(at("cancelled"), "alter", at("cancelled")))
		},
		// From the registration one comes to its alteration and back, to no end.
		"row approve @ none/first/review: want a way to an end from registered": func(s *machine.Spec) {
			s.Rows[2].Effective = rule.Period{}
			s.Rows, s.Commands = slices.Delete(s.Rows, 3, 4)[:5], s.Commands[:4]
			s.Statuses, s.Terminal = s.Statuses[:2], nil
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

// Ways are judged in the order of time: whom an old row left at a position, a
// later row may take on; and a registered thing rests, where the table says so.
func TestAcceptedTables(t *testing.T) {
	for name, change := range map[string]func(*machine.Spec){
		"approved from 2027, opened until 2026": func(s *machine.Spec) { s.Rows[4].Effective = rule.From(day("2027-01-01")) },
		"nothing holds after 2027": func(s *machine.Spec) {
			for i := range s.Rows {
				if s.Rows[i].Effective.To.IsZero() {
					s.Rows[i].Effective.To = day("2027-12-31")
				}
			}
		},
		"nothing ever ends": func(s *machine.Spec) {
			s.Rows, s.Commands, s.Statuses, s.Terminal, s.Resting = s.Rows[:6], s.Commands[:4], s.Statuses[:2], nil, []string{"registered"}
		},
		"to the last day that dates have": func(s *machine.Spec) { s.Rows[6].Effective.To = day("2199-12-31") },
	} {
		s := spec()
		change(&s)
		_, err := machine.New(s, guards()...)
		assert.NoError(t, err, name)
	}
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
