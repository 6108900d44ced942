package calendar

import "errors"

// Due is the day a term ends, and why it is that day.
type Due struct {
	Trigger     Date               // the day the term runs from; no date for a fixed term
	Term        Term               // the term counted
	From        Date               // first day of a window ([DaysBefore]); no date for other terms
	Date        Date               // last day to act; no date while a notice is missing, or for Promptly
	Counted     Date               // the end before it was rolled
	Earliest    Date               // the earliest day the end can be; no date where none before the end is answered
	Provisional bool               // a notice still to come can change the date, or must come first
	Skipped     []Day              // rest days not counted, or rolled over
	Worked      []Day              // make-up workdays counted
	Rest        Day                // Date itself where it is a rest day that the term does not roll; else the zero Day
	LastWorkday Date               // in that case, the last working day before it
	Missing     *NotAnnouncedError // the notice without which there is no Date; nil if there is one
}

// Due counts a term from its trigger. Fixed terms take no date as trigger.
//
// Where the end depends on a day that has no answer, it returns an error that
// is [ErrNotAnnounced] together with a Due whose Date is no date and whose
// Earliest is the earliest day the end can be: for working days, the end if
// every weekday without an answer were worked; for days and months, the end
// before it is rolled. An end that rests on a day which can still change is
// answered, and Provisional. Other errors are [*ValueError] for no date and
// [*TermError].
func (c *Calendar) Due(trigger Date, t Term) (Due, error) {
	due := Due{Trigger: trigger, Term: t}
	if t.unit == noTerm || t.IsFixed() && t.date.IsZero() {
		return due, &TermError{t, "a number from 1 to 36500, or a date"}
	}
	if t.roll > RollBack {
		return due, &TermError{t, "RollNone, RollForward or RollBack"}
	}
	if trigger.IsZero() && !t.IsFixed() {
		return due, noDate()
	}
	switch t.unit {
	case promptly:
		return due, nil
	case workdays:
		return c.dueWorkdays(due)
	case daysBefore:
		due.From = trigger.AddDays(-int(t.n))
		due.Counted = trigger
		if due.From.IsZero() {
			return due, &TermError{t, "a window that opens after the year 1899"}
		}
	case days:
		due.Counted = trigger.AddDays(int(t.n))
	case months:
		due.Counted = trigger.AddMonths(int(t.n))
	default:
		due.Counted = t.date
	}
	if due.Counted.IsZero() {
		return due, endTooLate(t)
	}
	return c.dueRolled(due)
}

// dueWorkdays counts working days and collects what was passed over.
func (c *Calendar) dueWorkdays(due Due) (Due, error) {
	n := int(due.Term.n)
	end, err := c.AddWorkdays(due.Trigger, n)
	if err != nil {
		due.Earliest = c.earliestWorkday(due.Trigger, n)
		if due.Earliest.IsZero() {
			return due, endTooLate(due.Term)
		}
		return due.missing(err)
	}
	due.Date, due.Counted, due.Earliest = end, end, end
	for n := due.Trigger.n + 1; n <= end.n; n++ {
		c.pass(&due, Date{n})
	}
	return due, nil
}

// pass records a day on the way: rest days skipped, make-up workdays counted.
func (c *Calendar) pass(due *Due, d Date) {
	info := c.at(d)
	due.Provisional = due.Provisional || info.open
	if info.kind == Workday {
		return
	}
	day, err := c.Day(d)
	if err != nil {
		return // not reached: the way has been answered
	}
	if info.kind == MakeUp {
		due.Worked = append(due.Worked, day)
	} else {
		due.Skipped = append(due.Skipped, day)
	}
}

// earliestWorkday is the nth working day if the missing notices change nothing.
func (c *Calendar) earliestWorkday(d Date, n int) Date {
	for n > 0 && !d.IsZero() {
		d = d.AddDays(1)
		if c.assumed(d).Worked() {
			n--
		}
	}
	return d
}

// assumed is the kind of a day if the missing notices change nothing.
func (c *Calendar) assumed(d Date) Kind {
	if info := c.at(d); info != nil {
		if info.kind == unknown {
			return info.under
		}
		return info.kind
	}
	if weekend(d) {
		return Weekend
	}
	return Workday
}

// dueRolled moves the counted end as the term says.
func (c *Calendar) dueRolled(due Due) (Due, error) {
	end := due.Counted
	if due.Term.roll == RollNone {
		due.Date, due.Earliest = end, end
		// The date stands whatever the calendar says; what kind of day it is
		// can only be told where it is known.
		if day, err := c.Day(end); err == nil && !day.Kind.Worked() {
			due.Rest = day
			due.LastWorkday, _ = c.Previous(end)
		}
		return due, nil
	}
	step := 1
	if due.Term.roll == RollBack {
		step = -1
	}
	for d := end; ; d = d.AddDays(step) {
		if d.IsZero() {
			return Due{Trigger: due.Trigger, Term: due.Term}, endTooLate(due.Term) // rolled over 2199-12-31
		}
		day, err := c.Day(d)
		if err != nil {
			due.Earliest = d
			if step < 0 {
				due.Earliest = c.workdayBefore(d)
			}
			due.Skipped = nil
			return due.missing(err)
		}
		due.Provisional = due.Provisional || day.Open
		if day.Kind.Worked() {
			due.Date, due.Earliest = d, d
			if day.Kind == MakeUp {
				due.Worked = append(due.Worked, day)
			}
			return due, nil
		}
		due.Skipped = append(due.Skipped, day)
	}
}

// workdayBefore is the last day before d that is known to be worked: a term
// that rolls back can end no earlier.
func (c *Calendar) workdayBefore(d Date) Date {
	for !d.IsZero() {
		if ok, err := c.IsWorkday(d); err == nil && ok {
			return d
		}
		d = d.AddDays(-1)
	}
	return d
}

func endTooLate(t Term) error { return &TermError{t, "an end before the year 2200"} }

// missing closes a Due that a missing notice keeps open.
func (due Due) missing(err error) (Due, error) {
	due.Provisional = true
	due.Missing, _ = errors.AsType[*NotAnnouncedError](err)
	return due, err
}
