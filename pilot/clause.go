package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// ClauseOutcome is what a clause of the plan came to for the unit.
type ClauseOutcome struct {
	Coverage
	// State is met, not met, unknown (nothing carries the clause, what it asks is
	// still to be done, or only a record could tell and does not), or not applicable
	// (no program can judge it, or it is a duty that this kind of unit does not owe).
	State rule.State `json:"state"`
	// Settle names the record, and its fields, that would settle a clause that is
	// unknown because nothing but records tells of it.
	Settle rule.Text `json:"settle,omitzero"`
}

// clauses says what each clause of the plan came to.
func (r *review) clauses() {
	carried := Catalogue(r.plan)
	r.result.catalogue = carried
	breached, pending := r.breached(), r.pending()
	for _, c := range r.plan.Coverage(carried) {
		o := ClauseOutcome{Coverage: c, State: rule.Met}
		switch {
		case !c.Why.IsZero() || r.plan.Binds(c.Clause, r.unit.Inventory.Holder) == "" || !r.owed(carried.Duties, c.Clause):
			o.State = rule.NotApplicable
		case breached[c.Clause]:
			o.State = rule.NotMet
		case c.Open() || pending[c.Clause]:
			o.State = rule.Unknown
		default:
			if state, settle, only := r.settled(c); only {
				o.State, o.Settle = state, settle
			}
		}
		r.result.Clauses = append(r.result.Clauses, o)
	}
}

// owed reports whether the unit owes one of the duties that rest on a clause;
// true where none does.
func (r *review) owed(duties []rule.Duty, key string) bool {
	asks := false
	for _, d := range duties {
		if rests(d.Basis, key) {
			asks = true
			if r.force(d) != "" {
				return true
			}
		}
	}
	return !asks
}

// pending is the clauses on which obligations rest, none of which has been done
// yet.
func (r *review) pending() map[string]bool {
	waits := map[string]bool{}
	for _, o := range r.result.Obligations {
		for _, c := range o.Duty.Basis {
			if before, asked := waits[c.Key]; before || !asked {
				waits[c.Key] = o.DoneOn.IsZero()
			}
		}
	}
	return waits
}

func rests(basis []rule.Clause, key string) bool {
	return slices.ContainsFunc(basis, func(c rule.Clause) bool { return c.Key == key })
}

// breached is the clauses on which a finding rests that blocks or warns.
func (r *review) breached() map[string]bool {
	keys := map[string]bool{}
	for _, f := range r.result.Report.Findings {
		if f.Severity <= rule.Warning {
			for _, c := range f.Basis {
				keys[c.Key] = true
			}
		}
	}
	return keys
}
