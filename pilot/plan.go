package pilot

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Plan is a pilot plan as a value: what it asks, of whom, by when, and by whose
// working days. [Guangxi] is one; a caller writes another in the same fields.
type Plan struct {
	Document      string // id of the document; a caller's own need not be in the table of documents
	Title         rule.Text
	Period        rule.Period
	Calendar      Calendar           // whose working days count for what is filed
	Clauses       []rule.PlanClause  // cut so that each can be carried
	Units         []Member           // the units the plan names; the lists are open
	Milestones    []rule.Duty        // on fixed dates
	Duties        []rule.Duty        // that return, or wait for an event
	Filings       []rule.Duty        // of revenue, under the ids of [revenue.Duties]; none: no filing is asked
	Advice        []Advised          // duties of other law that a unit expects beside them
	Bindings      []Binding          // who owes what; a clause without a row binds every unit
	Rules         rule.Set[Reviewed] // the plan's own, judged over the whole unit
	Items         []rule.Item        // lists and facts of the plan that carry a clause
	NotComputable []NotComputable    // clauses that no program can judge
}

// Calendar is the working days by which a plan's terms are counted: a region's,
// with layers and notices of the plan's own.
type Calendar struct {
	Region  calendar.Region
	Options []calendar.Option
}

// Open makes the calendar. Errors are those of [calendar.China].
func (c Calendar) Open() (*calendar.Calendar, error) { return calendar.China(c.Region, c.Options...) }

// Member is a unit that a plan names.
type Member struct {
	Name string
	Role rule.Role
}

// Reviewed is what the plan's own rules judge: a unit and what its review came
// to, findings and clauses left out.
type Reviewed struct {
	Unit   Unit
	Result Result
}

// NotComputable is a clause that no program can judge, and why.
type NotComputable struct {
	Key string
	Why rule.Text
}

// Coverage is a clause of a plan and what carries it. It marshals with plain
// ids: {"clause":"GX-4.2.2", …}.
type Coverage struct {
	Clause   string         `json:"clause"`
	Place    string         `json:"place"`
	Title    rule.Text      `json:"title"`
	Carriers []rule.Carrier `json:"carriers,omitzero"`
	Why      rule.Text      `json:"why,omitzero"` // of a clause that is not computable
}

// Open reports whether nothing carries the clause yet.
func (c Coverage) Open() bool { return len(c.Carriers) == 0 && c.Why.IsZero() }

// Ref is the clause as people read it, the plan's own place first and our id in
// brackets: 四(二) [GX-4.2.1].
func (c Coverage) Ref() string { return strings.TrimSpace(c.Place + " [" + c.Clause + "]") }

// Coverage lists every clause of the plan with what carries it in a catalogue.
func (p Plan) Coverage(c rule.Catalogue) []Coverage {
	all := make([]Coverage, len(p.Clauses))
	for i, k := range p.Clauses {
		all[i] = Coverage{Clause: k.Key, Place: k.Place, Title: k.Title, Carriers: c.ByClause(k.Key)}
		if n := slices.IndexFunc(p.NotComputable, func(n NotComputable) bool { return n.Key == k.Key }); n >= 0 {
			all[i].Why = p.NotComputable[n].Why
		}
	}
	return all
}

// ByClause returns what carries the clause with a key, such as GX-4.2.2.
func ByClause(all []Coverage, key string) (Coverage, bool) {
	if i := slices.IndexFunc(all, func(c Coverage) bool { return c.Clause == key }); i >= 0 {
		return all[i], true
	}
	return Coverage{}, false
}

// ByRule lists the clauses that a rule, a duty or another entry carries, in the
// plan's order.
func ByRule(all []Coverage, id rule.ID) []Coverage {
	var of []Coverage
	for _, c := range all {
		if slices.ContainsFunc(c.Carriers, func(k rule.Carrier) bool { return k.ID == id }) {
			of = append(of, c)
		}
	}
	return of
}

// Catalogue lists what the plan itself carries; its filings are in that of all
// packages ([Catalogue]).
func (p Plan) Catalogue() rule.Catalogue {
	c := rule.Catalogue{Duties: p.duties(), Items: slices.Clone(p.Items), Rules: append(ReviewRules(), p.Rules.Rules()...), Choices: choices()}
	for _, a := range p.Advice {
		c.Duties = append(c.Duties, a.Duty)
	}
	return c
}

// duties is milestones and duties.
func (p Plan) duties() []rule.Duty { return slices.Concat(p.Milestones, p.Duties) }

// Names reports whether the plan names a unit.
func (p Plan) Names(unit string) bool {
	return slices.ContainsFunc(p.Units, func(m Member) bool { return m.Name == unit })
}

// Check refuses a plan that contradicts itself: without a document or a period,
// a clause twice or without a title, a binding or a reason of a clause that there
// is not, a unit twice, a milestone that has no fixed date, an entry that
// [rule.Catalogue.Check] refuses. The error is a [*rule.TableError].
func (p Plan) Check() error {
	if p.Document == "" || p.Title.ZH == "" || p.Title.EN == "" || p.Period.From.IsZero() || p.Period.To.Before(p.Period.From) {
		return &rule.TableError{ID: rule.ID(p.Document), Want: "a document, a title in both languages and a period"}
	}
	known := map[string]bool{}
	for _, c := range p.Clauses {
		if c.Key == "" || c.Place == "" || c.Title.ZH == "" || c.Title.EN == "" || known[c.Key] {
			return &rule.TableError{ID: rule.ID(c.Key), Want: "a clause with a key of its own, a place and a title in both languages"}
		}
		known[c.Key] = true
	}
	for _, key := range p.keys() {
		if !known[key] {
			return &rule.TableError{ID: rule.ID(key), Want: "the key of one of the plan's clauses"}
		}
	}
	units := map[string]bool{}
	for _, m := range p.Units {
		if m.Name == "" || m.Role == "" || units[m.Name] {
			return &rule.TableError{ID: rule.ID(m.Name), Want: "a unit named once, with its role"}
		}
		units[m.Name] = true
	}
	for _, d := range p.Milestones {
		if !d.Term.IsFixed() {
			return &rule.TableError{ID: d.ID, Want: "a fixed date"}
		}
	}
	return Catalogue(p).Check(rule.Document{ID: p.Document})
}

// keys is the clauses that bindings and reasons name.
func (p Plan) keys() []string {
	var all []string
	for _, b := range p.Bindings {
		all = append(all, b.Keys...)
	}
	for _, n := range p.NotComputable {
		all = append(all, n.Key)
	}
	return all
}
