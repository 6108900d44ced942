package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// OfClause is all that a review holds of one clause of the plan.
type OfClause struct {
	ClauseOutcome
	Obligations []Obligation
	Findings    []rule.Finding
}

// OfRule is all that a review holds of one rule, duty or other entry of the
// catalogue: the clauses it rests on, and what it found or asks.
type OfRule struct {
	ID          rule.ID
	Clauses     []rule.Clause
	Obligations []Obligation
	Findings    []rule.Finding
}

// ByClause returns what the review came to under a clause of the plan, such as
// GX-4.2.2; false where the plan has no such clause.
func (r Result) ByClause(key string) (OfClause, bool) {
	i := slices.IndexFunc(r.Clauses, func(c ClauseOutcome) bool { return c.Clause == key })
	if i < 0 {
		return OfClause{}, false
	}
	of := OfClause{ClauseOutcome: r.Clauses[i]}
	for _, o := range r.Obligations {
		if rests(o.Duty.Basis, key) {
			of.Obligations = append(of.Obligations, o)
		}
	}
	for _, f := range r.Report.Findings {
		if rests(f.Basis, key) {
			of.Findings = append(of.Findings, f)
		}
	}
	return of, true
}

// ByRule returns what the review came to under a rule or a duty; false where the
// catalogue of the review's plan has no such entry.
func (r Result) ByRule(id rule.ID) (OfRule, bool) {
	of := OfRule{ID: id, Clauses: r.catalogue.ByRule(id)}
	if len(of.Clauses) == 0 {
		return OfRule{}, false
	}
	for _, o := range r.Obligations {
		if o.Duty.ID == id {
			of.Obligations = append(of.Obligations, o)
		}
	}
	for _, f := range r.Report.Findings {
		if f.Rule == id {
			of.Findings = append(of.Findings, f)
		}
	}
	return of, true
}
