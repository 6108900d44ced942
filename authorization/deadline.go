package authorization

import (
	"errors"
	"slices"
	"strconv"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Deadline is a term of an authorisation, counted.
type Deadline struct {
	Term     Term
	ID       string // of the matter
	Regime   string
	Subject  string       // the year, of a yearly duty
	Due      calendar.Due // with the days passed over; Missing says which notice is not out
	DoneOn   calendar.Date
	Standing rule.Standing
}

// about names the matter, and the year of a yearly duty.
func (d Deadline) about() rule.Text {
	if d.Subject == "" {
		return text(d.ID, d.ID)
	}
	return text(d.ID+" 的 "+d.Subject+" 年度", d.ID+", of the year "+d.Subject)
}

// occasion is one time that a term runs.
type occasion struct {
	subject string
	from    calendar.Date
	done    calendar.Date
}

// Deadlines lists what is due by when on a day: the terms of the regime that
// something has set running.
func (a Authorization) Deadlines(at calendar.Date) ([]Deadline, error) {
	if a.regime == nil {
		return nil, nil
	}
	c, err := a.regime.calendar()
	if err != nil {
		return nil, err
	}
	var all []Deadline
	for _, t := range a.regime.spec.Terms {
		if t.From == LastEvaluation {
			t.Duty.Term = calendar.Months(a.regime.spec.Policy.Evaluation.Months())
		}
		for _, o := range a.occasions(t, at) {
			if !t.Duty.Effective.Holds(o.from) {
				continue
			}
			d, err := count(c, t, o, at)
			if err != nil {
				return nil, err
			}
			d.ID, d.Regime = a.ID, a.Regime().ID()
			all = append(all, d)
		}
	}
	return all, nil
}

// occasions lists the times that a term has run by a day.
func (a Authorization) occasions(t Term, at calendar.Date) []occasion {
	g, held := a.granted, a.Position.Status == Granted
	var from, done calendar.Date
	switch t.From {
	case PlanAdopted:
		from, done = g.adoptedOn, a.filed.plan
		if !a.pending.adoptedOn.IsZero() {
			from = a.pending.adoptedOn
		}
		if done.Before(from) {
			done = calendar.Date{}
		}
	case AgreementSigned:
		from, done = g.signedOn, a.filed.agreement
	case DisposalAllowed:
		from = g.approvedOn
		if a.Position.Status == Disposed {
			done = a.Since
		}
	case LastEvaluation:
		if !held || a.To.Before(at) {
			return nil
		}
		if from = a.From; a.evaluated.After(from) {
			from = a.evaluated
		}
	case YearOver:
		return a.years(t.Owner, at)
	}
	if from.IsZero() || from.After(at) {
		return nil
	}
	return []occasion{{from: from, done: done}}
}

// years lists the years of the term that are over by a day, each with the day of
// its disclosure by a side.
func (a Authorization) years(owner Role, at calendar.Date) []occasion {
	if a.From.IsZero() {
		return nil
	}
	last := a.To
	if a.Position.Status != Granted && a.Since.Before(last) {
		last = a.Since
	}
	var all []occasion
	for y := a.From.Year(); y <= last.Year(); y++ {
		end := calendar.MustDate(y, time.December, 31)
		if end.After(at) {
			break
		}
		o := occasion{subject: strconv.Itoa(y), from: end}
		i := slices.IndexFunc(a.disclosed, func(d disclosed) bool { return d.year == int64(y) && d.role == owner })
		if i >= 0 {
			o.done = a.disclosed[i].on
		}
		all = append(all, o)
	}
	return all
}

func count(c *calendar.Calendar, t Term, o occasion, at calendar.Date) (Deadline, error) {
	d := Deadline{Term: t, Subject: o.subject, DoneOn: o.done}
	due, err := c.Due(o.from, t.Duty.Term)
	if err != nil && !errors.Is(err, calendar.ErrNotAnnounced) {
		return d, err
	}
	d.Due, d.Standing = due, rule.StandingOf(due, at, o.done)
	return d, nil
}
