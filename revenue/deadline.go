package revenue

import (
	"errors"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Deadline is by when a filing is due, counted by the calendar that binds, with
// the national date beside it (P14).
type Deadline struct {
	Filing   Filing
	Due      calendar.Due // by the calendar that binds
	National calendar.Due
	Soon     int // working days before the due date from which it is due soon

	binding *calendar.Calendar
}

// defaultSoon is from how many working days before the due date on a filing is due
// soon.
const defaultSoon = 5

// Deadline counts when a filing is due. addressee is the calendar of the place where
// the addressee sits: that of Guangxi for the region's departments, the national
// one for a central body. A due date whose notice is not out is no error: its Due
// has no date and names what is missing. Errors are those of [calendar.Calendar.Due].
func (p Policy) Deadline(f Filing, addressee, national *calendar.Calendar) (Deadline, error) {
	count := func(c *calendar.Calendar) (calendar.Due, error) {
		due, err := c.Due(f.Trigger, f.Duty.Term)
		if errors.Is(err, calendar.ErrNotAnnounced) {
			err = nil
		}
		return due, err
	}
	due, err := count(addressee)
	if err != nil {
		return Deadline{}, err
	}
	nation, err := count(national)
	if err != nil {
		return Deadline{}, err
	}
	d := Deadline{Filing: f, Due: due, National: nation, Soon: defaultSoon, binding: addressee}
	if p.Calendar.Nation(due, nation) {
		d.Due, d.binding = nation, national
	}
	return d, nil
}

// Nation reports whether the nation's due date goes before the addressee's: always,
// or under [Stricter] where it is the earlier or the only one known.
func (c Calendar) Nation(addressee, nation calendar.Due) bool {
	earlier := !nation.Date.IsZero() && (addressee.Date.IsZero() || nation.Date.Before(addressee.Date))
	return c == OfNation || c == Stricter && earlier
}

// Status is how a filing stands on a day, with its working days.
type Status struct {
	Standing rule.Standing
	Workdays int       // left until the due date, that day included; or late
	Note     rule.Text // that it would be late by the national calendar only
}

// Status tells how the filing stands on a day; filed is the day it was filed, no date
// if it was not. Errors are those of the calendar.
func (d Deadline) Status(at, filed calendar.Date) (Status, error) {
	s, due := Status{Standing: rule.StandingOf(d.Due, at, filed)}, d.Due.Date
	var err error
	switch s.Standing {
	case rule.OnTime:
		if n := d.National.Date; !n.IsZero() && filed.After(n) {
			s.Note = text("仅按全国日历（"+n.String()+"）为逾期", "late by the national calendar only ("+n.String()+")")
		}
	case rule.Late:
		s.Workdays, err = d.binding.WorkdaysBetween(due, filed)
	case rule.Overdue:
		s.Workdays, err = d.binding.WorkdaysBetween(due, at)
	case rule.Ahead:
		if s.Workdays, err = d.binding.WorkdaysBetween(at, due); err == nil && s.Workdays <= d.Soon {
			s.Standing = rule.DueSoon
		}
	}
	return s, err
}

// Text tells the status in both languages.
func (s Status) Text() rule.Text {
	n := itoa(int64(s.Workdays))
	days := " working days"
	if s.Workdays == 1 {
		days = " working day"
	}
	var t rule.Text
	switch s.Standing {
	case rule.Ahead:
		t = text("未到期，还有 "+n+" 个工作日", "not yet due, "+n+days+" left")
	case rule.DueSoon:
		t = text(n+" 个工作日内到期", "due within "+n+days)
	case rule.OnTime:
		t = text("按期备案", "filed in time")
	case rule.Late:
		t = text("逾期 "+n+" 个工作日备案", "filed "+n+days+" late")
	case rule.Overdue:
		t = text("已逾期 "+n+" 个工作日，尚未备案", "overdue by "+n+days)
	case rule.NotAnnounced:
		t = text("放假安排未公布，期限待定", "waits for the holiday notice")
	case rule.Promptly:
		t = text("及时办理，没有规定天数", "in time, without a number of days")
	default:
		t = s.Standing.Title()
	}
	if !s.Note.IsZero() {
		t = text(t.ZH+"；"+s.Note.ZH, t.EN+"; "+s.Note.EN)
	}
	return t
}
