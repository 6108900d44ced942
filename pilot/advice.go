package pilot

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Advised is a duty of other law that a unit expects beside those of the plan.
// It is shown as advice: the plan does not ask for it, and what is not recorded
// as done is not called late.
type Advised struct {
	Duty rule.Duty
	For  func(Unit, calendar.Date) bool // whether it concerns the unit on the day of the review; nil: every unit that owes it
	Each func(Unit) []Occasion          // the occasions that the unit's records know; nil: the duty's own trigger
}

// Occasion is one time that a duty of other law falls on.
type Occasion struct {
	Subject string
	Trigger calendar.Date
	DoneOn  calendar.Date // as the unit's records have it; no date while it is open
}

// advise lists the duties of other law, as advice.
func (r *review) advise() error {
	for _, a := range r.plan.Advice {
		if r.force(a.Duty) == "" || a.For != nil && !a.For(r.unit, r.at) {
			continue
		}
		var all []Obligation
		if a.Each == nil {
			all = r.occasions(a.Duty)
		} else {
			for _, x := range a.Each(r.unit) {
				if a.Duty.Effective.Holds(x.Trigger) {
					all = append(all, Obligation{Subject: x.Subject, Trigger: x.Trigger, DoneOn: x.DoneOn})
				}
			}
		}
		for _, o := range all {
			o.Duty, o.Force, o.Advice = a.Duty, rule.ByReference, true
			if err := r.owe(o); err != nil {
				return err
			}
		}
	}
	return nil
}

// holdsImportant reports whether the unit holds important data.
func holdsImportant(u Unit, at calendar.Date) bool {
	for _, x := range u.Inventory.Resources {
		if (x.Importance == "important" || x.Importance == "core") && !x.AvailableOn.After(at) {
			return true
		}
	}
	return false
}

// operates reports whether a grant of the unit began by the day.
func operates(u Unit, at calendar.Date) bool {
	return slices.ContainsFunc(u.Grants, func(g Grant) bool { return !g.From.After(at) })
}

// develops reports whether the books know development expenditure (1703).
func develops(u Unit, at calendar.Date) bool {
	if u.Journal == nil {
		return false
	}
	for p := range u.Journal.Postings() {
		for _, v := range p.Vouchers {
			for _, l := range v.Entry().Lines {
				if strings.HasPrefix(l.Account, "1703") && !p.On.After(at) {
					return true
				}
			}
		}
	}
	return false
}

// accepted is the IT projects that were accepted, each with the day of its final
// accounts.
func accepted(u Unit) []Occasion {
	var all []Occasion
	for _, p := range u.Inventory.Projects {
		if !p.AcceptedOn.IsZero() {
			all = append(all, Occasion{p.ID, p.AcceptedOn, p.FinalAccountsOn})
		}
	}
	return all
}
