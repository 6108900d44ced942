package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Plan is a pilot plan as a value.
type Plan struct {
	Document      string // id of the document
	Title         rule.Text
	Period        rule.Period
	Region        calendar.Region   // whose calendar counts for filings
	Clauses       []rule.PlanClause // cut so that each can be carried
	Members       []Member          // the units the plan names; the lists are open
	Duties        []rule.Duty       // beside those of the packages
	Items         []rule.Item       // lists and facts of the plan that carry a clause
	NotComputable []NotComputable   // clauses that no program can judge
	Missing       []Missing         // what is to carry clauses that are open
}

// Member is a unit that a plan names.
type Member struct {
	Name string
	Role rule.Role
}

// NotComputable is a clause that no program can judge, and why.
type NotComputable struct {
	Key string
	Why rule.Text
}

// Missing is a clause that nothing carries yet, and what is to carry it.
type Missing struct {
	Key  string
	What rule.Text
}

// Coverage is a clause of a plan and what carries it. It marshals with plain
// ids: {"clause":"GX-4.2.2", …}.
type Coverage struct {
	Clause   string         `json:"clause"`
	Place    string         `json:"place"`
	Title    rule.Text      `json:"title"`
	Carriers []rule.Carrier `json:"carriers,omitzero"`
	Why      rule.Text      `json:"why,omitzero"`     // of a clause that is not computable
	Missing  rule.Text      `json:"missing,omitzero"` // of a clause that is open: what is to carry it
}

// Open reports whether nothing carries the clause yet.
func (c Coverage) Open() bool { return len(c.Carriers) == 0 && c.Why.IsZero() }

// Coverage lists every clause of the plan with what carries it in a catalogue.
func (p Plan) Coverage(c rule.Catalogue) []Coverage {
	all := make([]Coverage, len(p.Clauses))
	for i, k := range p.Clauses {
		all[i] = Coverage{Clause: k.Key, Place: k.Place, Title: k.Title, Carriers: c.ByClause(k.Key)}
		if n := slices.IndexFunc(p.NotComputable, func(n NotComputable) bool { return n.Key == k.Key }); n >= 0 {
			all[i].Why = p.NotComputable[n].Why
		}
		if n := slices.IndexFunc(p.Missing, func(m Missing) bool { return m.Key == k.Key }); n >= 0 && all[i].Open() {
			all[i].Missing = p.Missing[n].What
		}
	}
	return all
}

// Catalogue lists what the plan itself carries.
func (p Plan) Catalogue() rule.Catalogue {
	return rule.Catalogue{Duties: slices.Clone(p.Duties), Items: slices.Clone(p.Items), Rules: Rules()}
}

// Names reports whether the plan names a unit.
func (p Plan) Names(unit string) bool {
	return slices.ContainsFunc(p.Members, func(m Member) bool { return m.Name == unit })
}
