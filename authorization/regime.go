package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
)

// Regime is a set of rules by which the use, the operation or the disposal of
// data assets is authorised: its state table, whose each step is, its duties. It
// is immutable and safe for concurrent use; [NewRegime] makes one from a [Spec].
type Regime struct {
	spec    Spec
	machine *machine.Machine[step]
}

// Spec is a regime as data.
type Spec struct {
	ID        string // in kebab case
	Title     rule.Text
	Basis     []rule.Clause
	Judgement rule.Text // the choice made where the law is silent

	Rows   []rule.Transition // the state table
	Sides  []Side            // whose each step is; a step that is not named is the applicant's
	Guards []Guard           // those of the rows that this package does not have
	Terms  []Term            // who owes what by when
	Own    Role              // in which role the applicant acts: Applicant, Agency
	System asset.System      // the holders it is for, by their accounts; "" is all
	Policy Policy

	// Calendar counts the terms; nil is the nation's.
	Calendar *calendar.Calendar
}

// Side says whose a step is. Several roles may take it.
type Side struct {
	Command string // as the rows name it
	Roles   []Role // the first is the usual one
}

// Guard is a caller's own rule that refuses a command: Check returns why, the
// zero Text where nothing does.
type Guard struct {
	Rule  rule.Rule
	Check func(Authorization, Command) rule.Text
}

// RegimeError is a regime that contradicts itself.
type RegimeError struct {
	Regime string
	Member string // of the Spec
	Want   string
	Err    error // the cause, where another check gave one
}

// Error names the member and what was expected.
func (e *RegimeError) Error() string {
	s := "authorization: regime " + e.Regime + ", " + e.Member + ": want " + e.Want
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *RegimeError) Unwrap() error { return e.Err }

// step is what guards may ask for: the authorisation before, the command, and
// what would be in force after it.
type step struct {
	a   *Authorization
	c   Command
	act Act
}

// NewRegime makes a regime, or says what is wrong with it in a [*RegimeError]: an
// incomplete title or basis, a state table that contradicts itself, a guard or a
// role that does not exist.
func NewRegime(s Spec) (*Regime, error) {
	s = s.clone()
	if err := s.check(); err != nil {
		return nil, err
	}
	all := guards()
	for _, g := range s.Guards {
		all = append(all, machine.Guard[step]{Rule: g.Rule, Check: func(s step) rule.Text { return g.Check(*s.a, s.c) }})
	}
	m, err := machine.New(machine.Spec{
		Name: s.ID, Title: s.Title, Initial: rule.Position{Status: None},
		Statuses:   machine.Used(statuses(), s.Rows, func(p rule.Position) string { return p.Status }),
		Procedures: machine.Used(procedures(), s.Rows, func(p rule.Position) string { return p.Procedure }),
		Stages:     machine.Used(stages(), s.Rows, func(p rule.Position) string { return p.Stage }),
		Terminal:   terminal(s.Rows), Commands: machine.UsedCommands(commandCodes(), s.Rows), Rows: s.Rows,
	}, all...)
	if err != nil {
		return nil, &RegimeError{s.ID, "Rows", "a state table that holds together", err}
	}
	return &Regime{s, m}, nil
}

func mustRegime(s Spec) *Regime {
	g, err := NewRegime(s)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return g
}

func (s Spec) clone() Spec {
	s.Basis, s.Rows, s.Guards = slices.Clone(s.Basis), slices.Clone(s.Rows), slices.Clone(s.Guards)
	s.Sides, s.Terms = slices.Clone(s.Sides), slices.Clone(s.Terms)
	return s
}

// check refuses what the state machine cannot see.
func (s Spec) check() error {
	fail := func(member, want string) error { return &RegimeError{s.ID, member, want, nil} }
	unknown := func(r Role) bool { return !roleList().Has(string(r)) }
	switch {
	case !machine.Named(s.ID) || Events().Set(new(Event), "regime", s.ID) != nil:
		return fail("ID", "a name in kebab case")
	case s.Title.ZH == "" || s.Title.EN == "":
		return fail("Title", "a title in Chinese and English")
	case !rule.Grounded(s.Basis):
		return fail("Basis", "clauses of documents that are in the table of documents")
	case unknown(s.Own):
		return fail("Own", "a role that exists")
	}
	for _, side := range s.Sides {
		if len(side.Roles) == 0 || slices.ContainsFunc(side.Roles, unknown) {
			return fail("Sides", "roles that exist")
		}
	}
	for _, g := range s.Guards {
		if g.Check == nil || g.Rule.ID == "" || g.Rule.Severity == 0 || !rule.Grounded(g.Rule.Basis) {
			return fail("Guards", "a rule with id, severity and basis, and a function that judges")
		}
	}
	for _, t := range s.Terms {
		if unknown(t.Owner) || !rule.Grounded(t.Duty.Basis) || t.Duty.ID == "" {
			return fail("Terms", "a duty with id and basis, and a role that exists")
		}
	}
	return nil
}

// terminal lists the statuses that rows lead to and none leaves.
func terminal(rows []rule.Transition) []string {
	var ends []string
	for _, s := range []string{Withdrawn, Terminated, Disposed} {
		if slices.ContainsFunc(rows, func(r rule.Transition) bool { return r.To.Status == s }) {
			ends = append(ends, s)
		}
	}
	return ends
}

// Under returns the regime under another policy.
func (g *Regime) Under(p Policy) *Regime {
	h := *g
	h.spec.Policy = p
	return &h
}

// Counted returns the regime with another calendar, that of the unit's region
// for example.
func (g *Regime) Counted(c *calendar.Calendar) *Regime {
	h := *g
	h.spec.Calendar = c
	return &h
}

// ID names the regime; empty for a nil one.
func (g *Regime) ID() string {
	if g == nil {
		return ""
	}
	return g.spec.ID
}

// Title names the regime in both languages.
func (g *Regime) Title() rule.Text { return g.spec.Title }

// Spec returns the regime as data.
func (g *Regime) Spec() Spec { return g.spec.clone() }

// Rows returns the state table, written out, as data.
func (g *Regime) Rows() []rule.Transition { return g.machine.Rows() }

// Commands lists the commands of the state table. A draft is named by its kind,
// draft.grant, and a filing by its subject, file.plan.
func (g *Regime) Commands() []rule.Code { return g.machine.Commands() }

// Positions lists every position that can be reached.
func (g *Regime) Positions() []rule.Position { return g.machine.Positions() }

// Describe names a position in both languages.
func (g *Regime) Describe(p rule.Position) rule.Text { return g.machine.Title(p) }

// Mermaid draws the state table.
func (g *Regime) Mermaid(l rule.Language) string { return g.machine.Mermaid(l) }

// sides lists the roles that may take a step, the usual one first.
func (g *Regime) sides(command string) []Role {
	for _, s := range g.spec.Sides {
		if s.Command == command {
			return s.Roles
		}
	}
	return []Role{g.spec.Own}
}

// calendar is the one the regime is counted by.
func (g *Regime) calendar() (*calendar.Calendar, error) {
	if g.spec.Calendar != nil {
		return g.spec.Calendar, nil
	}
	return calendar.China(calendar.National)
}
