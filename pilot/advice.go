package pilot

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Advised is a duty of other law that a unit expects beside those of the plan.
// It is shown as advice: the plan does not ask for it, and what is not recorded
// as done is not called late.
type Advised struct {
	Duty rule.Duty
	For  func(Unit, calendar.Date) bool     // whether it concerns the unit on the day of the review; nil: every unit that owes it
	Each func(Unit, rule.Period) []Occasion // the occasions that the unit's records know in the plan's period; nil: the duty's own trigger
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
			for _, x := range a.Each(r.unit, r.plan.Period) {
				if x.DoneOn.After(r.at) {
					x.DoneOn = calendar.Date{}
				}
				if a.Duty.Effective.Holds(x.Trigger) && !x.Trigger.After(r.plan.Period.To) {
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

// yearEnds is the last days of the years of a period.
func yearEnds(p rule.Period) []Occasion {
	var all []Occasion
	for _, d := range calendar.EachYear(time.December, 31).Dates(p.From, p.To) {
		all = append(all, Occasion{Subject: strconv.Itoa(d.Year()), Trigger: d})
	}
	return all
}

// counted is the year ends, done on the first inventory of the year.
func counted(u Unit, p rule.Period) []Occasion {
	all := yearEnds(p)
	for i := range all {
		for _, s := range u.Stocktakes {
			first := all[i].DoneOn.IsZero() || s.On.Before(all[i].DoneOn)
			if s.On.Year() == all[i].Trigger.Year() && first {
				all[i].DoneOn = s.On
			}
		}
	}
	return all
}

// cleared is the year ends of a unit that keeps government books, done where the
// accounts that are cleared then are.
func cleared(u Unit, p rule.Period) []Occasion {
	if u.Journal == nil {
		return nil
	}
	all := yearEnds(p)
	for i := range all {
		balances, err := u.Journal.TrialBalance(government.Chart(), all[i].Trigger)
		if err == nil && !slices.ContainsFunc(balances, func(b accounting.Balance) bool {
			return slices.Contains([]string{"1902", "2103", "3401", "3501"}, b.Account.Code) && b.Net.Sign() != 0
		}) {
			all[i].DoneOn = all[i].Trigger
		}
	}
	return all
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
func accepted(u Unit, _ rule.Period) []Occasion {
	var all []Occasion
	for _, p := range u.Inventory.Projects {
		if !p.AcceptedOn.IsZero() {
			all = append(all, Occasion{p.ID, p.AcceptedOn, p.FinalAccountsOn})
		}
	}
	return all
}
