package pilot

import (
	"errors"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Obligation is a duty of the unit for one occasion.
type Obligation struct {
	Duty        rule.Duty
	Force       rule.Force    // by the text, or by reference and other law
	Advice      bool          // a duty of other law, which the plan does not ask for
	To          rule.Text     // to whom this unit owes it; empty where it is only kept
	Subject     string        // the occasion: a quarter, the id of a receipt or matter; "" where there is one only
	Trigger     calendar.Date // the day the term runs from; no date for a fixed one
	Due         calendar.Due  // by the addressee's calendar
	National    calendar.Due  // by the nation's
	Remind      calendar.Date // the last working day before it; no date where there is no due date, or no answer
	Amount      money.Amount  // of a filing
	DoneOn      calendar.Date // no date while it is not done
	Standing    rule.Standing
	Days        int  // working days late, or left until the due date
	DaysUnknown bool // Days cannot be told yet: it waits for a holiday notice

	// StateAssets is what is handed in for [DutyStateAssets]: the lines of the year's
	// report on state-owned assets. Nil for other duties, and before the year has ended.
	StateAssets *ledger.StateAssets
}

// obligations lists what the unit owes, in the order of the due dates.
func (r *review) obligations() error {
	role := r.unit.Inventory.Holder.Role
	for _, d := range r.plan.duties() {
		force := r.force(d)
		if force == "" {
			continue
		}
		for _, o := range r.occasions(d) {
			o.Duty, o.Force = d, force
			if err := r.owe(o); err != nil {
				return err
			}
		}
	}
	if err := r.authorised(); err != nil {
		return err
	}
	if err := r.advise(); err != nil {
		return err
	}
	filings, err := r.Revenue.FilingsOf(role, r.result.Account.Rows, r.unit.Matters)
	if _, over := errors.AsType[*money.ValueError](err); over {
		r.tooMuch("/account")
	} else if err != nil {
		return err
	}
	for _, f := range filings {
		o := Obligation{Duty: f.Duty, Force: f.Duty.OwedBy(role), Subject: f.Subject, Trigger: f.Trigger, Amount: f.Amount}
		if err := r.owe(o); err != nil {
			return err
		}
	}
	r.strays()
	slices.SortStableFunc(r.result.Obligations, func(a, b Obligation) int { return a.sortDay().Compare(b.sortDay()) })
	return nil
}

// occasions lists when a duty is triggered inside its period and the plan's.
func (r *review) occasions(d rule.Duty) []Obligation {
	if d.Term.IsFixed() {
		return []Obligation{{}}
	}
	switch d.Trigger.Event() {
	case "":
	case "completion":
		return []Obligation{{Trigger: r.completion()}}
	default:
		return r.reported(d)
	}
	var all []Obligation
	for _, day := range d.Trigger.Dates(r.plan.Period.From, r.plan.Period.To) {
		if d.Effective.Holds(day) {
			all = append(all, Obligation{Subject: occasion(d.Trigger, day), Trigger: day})
		}
	}
	return all
}

// occasion names what returns: a quarter, a year.
func occasion(t calendar.Trigger, day calendar.Date) string {
	switch t.Returns() {
	case calendar.Quarterly:
		return calendar.QuarterOf(day).String()
	case calendar.Yearly:
		return day.String()[:4]
	}
	return ""
}

// reported is the occasions of an event that only the unit knows of: those it
// says it has dealt with.
func (r *review) reported(d rule.Duty) []Obligation {
	var all []Obligation
	for _, done := range r.unit.Done {
		if done.Duty == d.ID && !done.On.After(r.at) {
			all = append(all, Obligation{Subject: done.Subject, Trigger: done.On})
		}
	}
	return all
}

// completion is the day the pilot is completed (P23): the plan's last day, or
// the day the unit declares it, if earlier.
func (r *review) completion() calendar.Date {
	day := r.plan.Period.To
	if r.Policy.Completion == AtPlanEnd {
		return day
	}
	for _, done := range r.unit.Done {
		if done.Duty == DutyCompletion && !done.On.After(r.at) && done.On.Before(day) {
			day = done.On
		}
	}
	return day
}

// lapses reports whether an obligation of the plan's last quarter is no longer owed
// by choice (P24).
func (r *review) lapses(o Obligation) bool {
	return r.Policy.LastQuarter == Lapses && o.Duty.Trigger.Returns() == calendar.Quarterly && !o.Trigger.Before(r.plan.Period.To)
}

// owe counts an obligation's term and says how it stands.
func (r *review) owe(o Obligation) error {
	if r.lapses(o) {
		return nil
	}
	o.To = r.addressee(o.Duty)
	o.Duty.Term = r.Policy.term(o.Duty.Term)
	var err error
	if o.Due, err = r.Calendar.Due(o.Trigger, o.Duty.Term); err != nil && o.Due.Missing == nil {
		return err
	}
	if o.National, err = r.National.Due(o.Trigger, o.Duty.Term); err != nil && o.National.Missing == nil {
		return err
	}
	counted := r.Calendar
	if r.Revenue.Calendar.Nation(o.Due, o.National) {
		o.Due, counted = o.National, r.National
	}
	if !o.Due.Date.IsZero() {
		o.Remind, _ = counted.Previous(o.Due.Date) // before the first notice: none
	}
	if on := r.doneOn(o.Duty.ID, o.Subject); o.DoneOn.IsZero() || !on.IsZero() && on.Before(o.DoneOn) {
		o.DoneOn = on
	}
	r.stand(&o, counted)
	if o.Duty.ID == DutyStateAssets && o.Standing != rule.NotTriggered {
		lines, err := r.result.StateAssets(o.Trigger.Year())
		if _, over := errors.AsType[*money.ValueError](err); over {
			r.tooMuch("/ledger")
		} else if err != nil {
			return err
		} else {
			o.StateAssets = &lines
		}
	}
	r.result.Obligations = append(r.result.Obligations, o)
	r.late(o)
	return nil
}

// stand tells how the obligation stands on the day of the review, and the working
// days that it is late or has left.
func (r *review) stand(o *Obligation, counted *calendar.Calendar) {
	o.Standing = rule.StandingOf(o.Due, r.at, o.DoneOn)
	if o.Trigger.After(r.at) && o.Due.From.IsZero() && o.Standing != rule.Done {
		o.Standing = rule.NotTriggered // a fixed day does not say when its time begins
	}
	days := func(from, to calendar.Date) {
		var err error
		o.Days, err = counted.WorkdaysBetween(from, to)
		o.DaysUnknown = err != nil
	}
	switch due := o.Due.Date; {
	case o.Standing == rule.Overdue && o.Advice:
		o.Standing = rule.NotRecorded
	case o.Standing == rule.Overdue:
		days(due, r.at)
	case o.Standing == rule.Late:
		days(due, o.DoneOn)
	case o.Standing == rule.Ahead:
		days(r.at, due)
	}
}

// late turns lateness into findings, and the difference between the calendars
// into a note.
func (r *review) late(o Obligation) {
	if o.Advice {
		return
	}
	name := o.Title()
	find := func(k rule.Rule, s rule.Severity, message, fix rule.Text) {
		r.result.Report.Add(rule.Finding{
			Rule: k.ID, Title: k.Title, Severity: s, Path: rule.Pointer("obligations", string(o.Duty.ID), o.Subject),
			Value: o.DoneOn.String(), Message: message, Fix: fix, Basis: basis(o.Duty, k),
		})
	}
	severity := onTime.Severity
	if o.Force == rule.ByReference {
		severity = rule.Advice
	}
	due := o.Due.Date.String()
	switch o.Standing {
	case rule.Late:
		find(onTime, severity, text(
			name.ZH+"："+o.DoneOn.String()+" 完成，到期日 "+due+"，逾期 "+o.length().ZH+"。",
			name.EN+" was done on "+o.DoneOn.String()+", due "+due+": late by "+o.length().EN+"."), rule.Text{})
	case rule.Overdue:
		find(onTime, severity, text(
			name.ZH+"未完成，到期日 "+due+"，已逾期 "+o.length().ZH+"。",
			name.EN+" is not done, due "+due+": overdue by "+o.length().EN+"."),
			text("请尽快办理。", "Do it as soon as possible."))
	case rule.OnTime:
		if national := o.National.Date; !national.IsZero() && o.DoneOn.After(national) {
			find(onTimeNationally, rule.Note, text(
				name.ZH+"："+o.DoneOn.String()+" 完成，按广西日历按期（"+due+"），仅按全国日历逾期（"+national.String()+"）。",
				name.EN+" was done on "+o.DoneOn.String()+": on time by the region's calendar ("+due+"), late by the national calendar only ("+national.String()+")."), rule.Text{})
		}
	}
	if o.Due.Rest != (calendar.Day{}) && o.Standing != rule.NotTriggered {
		find(restDay, rule.Note, text(
			name.ZH+"的到期日 "+due+" 是休息日（"+o.Due.Rest.ZH()+"），此前最后一个工作日为 "+o.Due.LastWorkday.String()+"。",
			"the due date of "+name.EN+", "+due+", is a rest day ("+o.Due.Rest.EN()+"); the last working day before it is "+o.Due.LastWorkday.String()+"."), rule.Text{})
	}
}

// strays notes what was reported as done and answers no obligation: a duty that
// the unit does not owe, or an occasion that there is not.
func (r *review) strays() {
	owed := map[occasionOf]bool{}
	for _, o := range r.result.Obligations {
		owed[occasionOf{o.Duty.ID, o.Subject}] = true
	}
	for _, d := range r.unit.Done {
		if isNamed(r.unit.Inventory.Holder.Role) && r.Policy.Subordinates == RollUp && d.Duty == DutyReport {
			continue // its figures for the report of the unit that named it
		}
		if d.On.After(r.at) || owed[occasionOf{d.Duty, d.Subject}] {
			continue
		}
		what := strings.TrimSpace(string(d.Duty) + " " + d.Subject)
		r.result.Report.Add(rule.Finding{
			Rule: doneIsOwed.ID, Title: doneIsOwed.Title, Severity: doneIsOwed.Severity, Basis: doneIsOwed.Basis,
			Path: rule.Pointer("obligations", string(d.Duty), d.Subject), Value: d.On.String(),
			Message: text(
				d.On.String()+" 填报的 "+what+" 与本单位的任何一项义务都不对应，未计入。",
				what+", reported as done on "+d.On.String()+", answers no obligation of the unit and counts for none."),
			Fix: text("请核对义务和所指事项（季度写作 2025Q2，或收入、事项编号）。", "Check the duty and its occasion: a quarter written 2025Q2, or the id of a receipt or matter."),
		})
	}
}

// basis is a duty's clauses and, of a rule's, those outside the plan: a rule on
// lateness names one duty of the plan as its example, not this one.
func basis(d rule.Duty, k rule.Rule) []rule.Clause {
	return append(slices.Clone(d.Basis), slices.DeleteFunc(slices.Clone(k.Basis), func(c rule.Clause) bool { return c.Key != "" })...)
}

// sortDay is the day by which obligations are listed.
func (o Obligation) sortDay() calendar.Date {
	for _, d := range []calendar.Date{o.Due.Date, o.Due.Earliest, o.Trigger} {
		if !d.IsZero() {
			return d
		}
	}
	return calendar.Date{}
}
