package calendar

import (
	"time"

	"github.com/rickar/cal/v2"
)

// Business returns a calendar for programs built on rickar/cal. Outside the
// span that this calendar answers, it says Monday to Friday, without a sign:
// rickar/cal has no way to report an error, and a workday function that says
// no for ever makes its searches endless. Ask [Calendar.Coverage], or this
// calendar itself, where that matters.
//
// Inside the span it agrees with [Calendar.IsWorkday] on every day, make-up
// workdays included. The date asked about is that of the time in its own
// location; cal.DefaultLoc plays no part. Each call makes a fresh calendar,
// which is the caller's to change.
func (c *Calendar) Business() *cal.BusinessCalendar {
	b := cal.NewBusinessCalendar()
	b.Name = c.String()
	b.WorkdayFunc = func(t time.Time) bool {
		ok, err := c.IsWorkday(DateOf(t))
		if err != nil {
			w := t.Weekday()
			return w != time.Saturday && w != time.Sunday
		}
		return ok
	}
	return b
}
