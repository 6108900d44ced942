package pilot

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// authorisations judges each authorisation on the day, and whether ledger,
// register and books followed each disposal.
func (r *review) authorisations() error {
	r.result.Authorizations = slices.Clone(r.unit.Authorizations)
	c := r.unit.Inventory.Holder.Context()
	c.At = r.at
	type told struct {
		id, message string
		rule        rule.ID
	}
	before := map[told]bool{} // what the procedures of one matter both find is told once
	for _, a := range r.unit.Authorizations {
		found := authorization.Rules().Review(a, c)
		if a.Disposal().Number != "" {
			found.Merge(authorization.FollowUpRules().Review(authorization.FollowUp{
				Disposal: a, Ledger: r.unit.Ledger, Registrations: r.unit.Registrations, Journal: r.unit.Journal,
			}, c))
		}
		found.Findings = slices.DeleteFunc(found.Findings, func(f rule.Finding) bool {
			x := told{a.ID, f.Message.ZH, f.Rule}
			again := before[x]
			before[x] = true
			return again || f.Rule == "authorization.evaluated-in-time" // its obligation tells it, in working days
		})
		for i := range found.Findings {
			f := &found.Findings[i]
			f.Path = rule.Pointer("authorizations", a.ID, a.Regime().ID()) + f.Path
		}
		r.result.Report.Merge(found)
	}
	return nil
}

// authorised lists what the unit owes for its authorisations and disposals. What
// the operator owes is not the unit's; what the plan advises is listed there; one
// evaluation serves every procedure of a matter.
func (r *review) authorised() error {
	var all []Obligation
	for _, a := range r.unit.Authorizations {
		deadlines, err := a.Deadlines(r.at)
		if err != nil {
			return err
		}
		for _, d := range deadlines {
			advised := slices.ContainsFunc(r.plan.Advice, func(x Advised) bool { return x.Duty.ID == d.Term.Duty.ID })
			force := r.force(d.Term.Duty)
			if d.Term.Owner == authorization.Operator || advised || force == "" {
				continue
			}
			o := Obligation{Duty: d.Term.Duty, Force: force, Subject: strings.TrimSpace(a.ID + " " + d.Subject), Trigger: d.Due.Trigger}
			if !d.DoneOn.After(r.at) {
				o.DoneOn = d.DoneOn
			}
			all = append(all, o)
		}
	}
	slices.SortStableFunc(all, func(a, b Obligation) int {
		return cmp.Or(strings.Compare(string(a.Duty.ID), string(b.Duty.ID)), strings.Compare(a.Subject, b.Subject), a.Trigger.Compare(b.Trigger))
	})
	for i, o := range all {
		if i > 0 && all[i-1].Duty.ID == o.Duty.ID && all[i-1].Subject == o.Subject {
			continue
		}
		if err := r.owe(o); err != nil {
			return err
		}
	}
	return nil
}

// authorised is a duty of authorised operation.
func authorised(id rule.ID) rule.Duty {
	all := authorization.Catalogue().Duties
	return all[slices.IndexFunc(all, func(d rule.Duty) bool { return d.ID == id })]
}

// operations is the unit's grants of authorised operation, past ones too.
func (u Unit) operations() []authorization.Authorization {
	return slices.DeleteFunc(slices.Clone(u.Authorizations), func(a authorization.Authorization) bool {
		return a.Regime().ID() != authorization.AuthorisedOperation().ID() || a.From.IsZero()
	})
}

// disclosures is the years of each authorised operation that have ended, done
// where the agency has disclosed them.
func disclosures(u Unit, p rule.Period) []Occasion {
	var all []Occasion
	for _, a := range u.operations() {
		deadlines, err := a.Deadlines(p.To)
		if err != nil {
			continue // the obligations of the authorisation tell
		}
		for _, d := range deadlines {
			if d.Term.Duty.ID == DutyDisclosure {
				all = append(all, Occasion{a.ID + " " + d.Subject, d.Due.Trigger, d.DoneOn})
			}
		}
	}
	return firstOf(all)
}

// operated is the ends of the years in which an operation was granted.
func operated(u Unit, p rule.Period) []Occasion {
	return slices.DeleteFunc(yearEnds(p), func(x Occasion) bool {
		return !slices.ContainsFunc(u.operations(), func(a authorization.Authorization) bool {
			return a.From.Year() <= x.Trigger.Year() && x.Trigger.Year() <= a.To.Year()
		})
	})
}

// delivered is the public data that was supplied in authorised operation, each with
// the first day: 发改数据规〔2025〕26号 第9条 counts from it. An enterprise's data are
// public only where they come from public service, and then encouraged: nothing is
// expected.
func delivered(u Unit, p rule.Period) []Occasion {
	if !u.Inventory.Holder.Entity.Public() {
		return nil
	}
	var all []Occasion
	for _, s := range u.Supplies {
		if !slices.ContainsFunc(u.operations(), func(a authorization.Authorization) bool { return a.ID == s.Authorisation }) {
			continue
		}
		for _, id := range s.Assets {
			all = append(all, Occasion{id, s.On, u.applied(id, DutyNationalFirst, registry.Facts{Delivered: s.On}, p)})
		}
	}
	return firstOf(all)
}

// applied is the day on which the national registration of an asset was applied
// for, as a duty of its registrant has it; no date where it was not.
func (u Unit) applied(id string, duty rule.ID, f registry.Facts, p rule.Period) calendar.Date {
	for _, r := range u.Registrations {
		if r.Asset != id || r.Regime().ID() != registry.NationalRegistration().ID() {
			continue
		}
		all, err := r.Deadlines(p.To, f)
		if err != nil {
			return calendar.Date{}
		}
		for _, d := range all {
			if d.Term.ID == duty {
				return d.DoneOn
			}
		}
	}
	return calendar.Date{}
}

// operatedBefore is the public data whose operation had been granted when the
// measures came into force.
func operatedBefore(u Unit, p rule.Period) []Occasion {
	if !u.Inventory.Holder.Entity.Public() {
		return nil
	}
	measures, _ := rule.DocumentByID("发改数据规〔2025〕26号")
	force := measures.Effective.From
	var all []Occasion
	for _, a := range u.operations() {
		if a.From.Before(force) {
			for _, id := range granted(a) {
				all = append(all, Occasion{id, force, u.applied(id, DutyNationalCatchUp, registry.Facts{OperationBegan: a.From}, p)})
			}
		}
	}
	return firstOf(all)
}

// firstOf keeps the first day of each subject, by subject: the order of records of
// one day decides nothing.
func firstOf(all []Occasion) []Occasion {
	slices.SortFunc(all, func(a, b Occasion) int {
		return cmp.Or(strings.Compare(a.Subject, b.Subject), a.Trigger.Compare(b.Trigger))
	})
	return slices.CompactFunc(all, func(a, b Occasion) bool { return a.Subject == b.Subject })
}
