package registry

import (
	"errors"
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
)

// Regime is a set of rules of registration: its state table, its terms, its
// documents, and what it yields. It is immutable and safe for concurrent use;
// [NewRegime] makes one from a [Spec].
type Regime struct {
	spec    Spec
	machine *machine.Machine[*step]
	steps   *sync.Pool // of *step, so that a step under way costs no allocation
}

// Spec is a regime as data.
type Spec struct {
	ID        string        // in kebab case
	Title     rule.Text     //
	Basis     []rule.Clause //
	Judgement rule.Text     // the choice made where the law is silent

	// Sector is the code of the sector whose authority made the rules
	// (asset.Sectors); "" for rules that are of no sector. A sector's rules come
	// first ([Needs]).
	Sector string

	Rows      []rule.Transition // the state table: SimpleRows, FullRows, or one's own
	Guards    []Guard           // those of the rows that this package does not have
	Documents []Requirement     // what must be handed in
	Terms     []Term            // who owes what by when
	Causes    []Cause           // of cancellation; none: any
	Validity  Validity          // how long a registration holds; the zero Validity: without end
	Certifies bool              // completion yields a certificate or a code, whose number it must carry
	Numbers   Numbers           // how that number is made; the zero Numbers: by another system
	Notice    calendar.Term     // the least length of a public notice, for a table that has one

	// Calendar counts the notice and the terms; nil is the nation's.
	Calendar *calendar.Calendar
}

// Guard is a caller's own rule that refuses a command: Check returns why, the
// zero Text where nothing does.
type Guard struct {
	Rule  rule.Rule
	Check func(Registration, Command) rule.Text
}

// Requirement is a document that a procedure asks for: one of several kinds
// will do.
type Requirement struct {
	Procedure string // First, Alteration, …
	AnyOf     []DocumentKind
	Basis     []rule.Clause
	Judgement rule.Text
}

// Validity is how long a registration holds.
type Validity struct {
	Months        int  // from the day of the code, which counts as the first (P21); 0: without end
	NextDay       bool // P21: the day of the code does not count, the next is the first (民法典 第201条)
	Renewal       int  // days before expiry in which renewal can be asked for
	WithOperation bool // products and services of a shorter operation: until it really ends
	Basis         []rule.Clause
	Judgement     rule.Text
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
	s := "registry: regime " + e.Regime + ", " + e.Member + ": want " + e.Want
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *RegimeError) Unwrap() error { return e.Err }

// step is one step under way, for the guards to judge: the registration before,
// and the command.
type step struct {
	r   Registration
	c   Command
	act Act
}

// judge asks the state table and its guards for a step.
func (g *Regime) judge(r *Registration, c Command, act *Act) (rule.Position, error) {
	s := g.steps.Get().(*step)
	s.r, s.c, s.act = *r, c, *act
	row, err := g.machine.Apply(r.Position, c.name(), act.On, s)
	g.steps.Put(s) // never read again; the pool lets go of it with the next collections
	return row.To, err
}

// NewRegime makes a regime, or says what is wrong with it in a [*RegimeError]:
// an incomplete title or basis, a state table that contradicts itself, a guard
// or a document kind that does not exist, a term that cannot be counted.
func NewRegime(s Spec) (*Regime, error) {
	s = s.clone()
	if err := s.check(); err != nil {
		return nil, err
	}
	all := guards()
	for _, g := range s.Guards {
		all = append(all, machine.Guard[*step]{Rule: g.Rule, Check: func(s *step) rule.Text { return g.Check(s.r, s.c) }})
	}
	m, err := machine.New(machine.Spec{
		Name: s.ID, Title: s.Title, Initial: rule.Position{Status: None},
		// Codes that no row uses would be codes that nothing reaches.
		Statuses:   machine.Used(statuses(), s.Rows, func(p rule.Position) string { return p.Status }),
		Procedures: machine.Used(procedures(), s.Rows, func(p rule.Position) string { return p.Procedure }),
		Stages:     machine.Used(stages(), s.Rows, func(p rule.Position) string { return p.Stage }),
		Terminal:   usedStatuses(s.Rows, Cancelled, Revoked),
		Resting:    usedStatuses(s.Rows, Registered), // it holds as long as the asset is there
		Commands:   machine.UsedCommands(commandCodes(), s.Rows), Rows: s.Rows,
	}, all...)
	if err != nil {
		return nil, &RegimeError{s.ID, "Rows", "a state table that holds together", err}
	}
	return &Regime{spec: s, machine: m, steps: &sync.Pool{New: func() any { return new(step) }}}, nil
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
	s.Documents, s.Terms, s.Causes = slices.Clone(s.Documents), slices.Clone(s.Terms), slices.Clone(s.Causes)
	return s
}

// check refuses what the state machine cannot see.
func (s Spec) check() error {
	fail := func(member, want string) error { return &RegimeError{s.ID, member, want, nil} }
	switch {
	case !machine.Named(s.ID):
		return fail("ID", "a name in kebab case")
	case s.Title.ZH == "" || s.Title.EN == "":
		return fail("Title", "a title in Chinese and English")
	case !rule.Grounded(s.Basis):
		return fail("Basis", "clauses of documents that are in the table of documents")
	case s.Validity.Months < 0 || s.Validity.Renewal < 0 || s.Validity.Renewal > 0 && s.Validity.Months == 0:
		return fail("Validity", "a number of months, and days of renewal only with it")
	case s.Validity.Months > 0 && !rule.Grounded(s.Validity.Basis):
		return fail("Validity", "a basis")
	case s.Notice == calendar.Term{} && slices.ContainsFunc(s.Rows, func(r rule.Transition) bool { return slices.Contains(r.Guards, guardNotice) }):
		return fail("Notice", "the length of the public notice that the table has")
	}
	for _, g := range s.Guards {
		if g.Check == nil || g.Rule.ID == "" || g.Rule.Severity == 0 || !rule.Grounded(g.Rule.Basis) {
			return fail("Guards", "a rule with id, severity and basis, and a function that judges")
		}
	}
	for _, d := range s.Documents {
		unknown := func(k DocumentKind) bool { return !documentList().Has(string(k)) }
		if len(d.AnyOf) == 0 || slices.ContainsFunc(d.AnyOf, unknown) || !procedureList().Has(d.Procedure) || !rule.Grounded(d.Basis) {
			return fail("Documents", "a procedure, kinds of document that exist, and a basis")
		}
	}
	for _, c := range s.Causes {
		if !causeList().Has(string(c)) {
			return fail("Causes", "causes that exist")
		}
	}
	for _, t := range s.Terms {
		if want := t.check(); want != "" {
			return fail("Terms "+string(t.ID), want)
		}
	}
	return nil
}

func usedStatuses(rows []rule.Transition, statuses ...string) []string {
	return slices.DeleteFunc(statuses, func(s string) bool {
		return !slices.ContainsFunc(rows, func(r rule.Transition) bool { return r.From.Status == s || r.To.Status == s })
	})
}

// Counted returns the regime with another calendar, that of the registry's
// region for example.
func (g *Regime) Counted(c *calendar.Calendar) *Regime {
	h := *g
	h.spec.Calendar = c
	return &h
}

// Numbered returns the regime with a scheme for the numbers of its
// certificates; a number that is not of the scheme is then refused.
func (g *Regime) Numbered(n Numbers) *Regime {
	h := *g
	h.spec.Numbers = n
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

// Commands lists the commands of the state table. A draft is named by the kind
// of procedure it opens: draft.first.
func (g *Regime) Commands() []rule.Code { return g.machine.Commands() }

// Positions lists every position that can be reached.
func (g *Regime) Positions() []rule.Position { return g.machine.Positions() }

// Describe names a position in both languages.
func (g *Regime) Describe(p rule.Position) rule.Text { return g.machine.Title(p) }

// Mermaid draws the state table.
func (g *Regime) Mermaid(l rule.Language) string { return g.machine.Mermaid(l) }

// calendar is the one the regime is counted by.
func (g *Regime) calendar() (*calendar.Calendar, error) {
	if g.spec.Calendar != nil {
		return g.spec.Calendar, nil
	}
	c, err := calendar.China(calendar.National)
	if err != nil {
		return nil, errors.Join(errors.New("registry: the calendar of the nation"), err)
	}
	return c, nil
}
