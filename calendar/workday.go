package calendar

// IsWorkday reports whether d is a working day: a weekday that no notice turns
// off, or a make-up workday. Errors are [*ValueError] for no date and
// [*NotAnnouncedError].
func (c *Calendar) IsWorkday(d Date) (bool, error) {
	i := int(d.n) - int(c.first)
	if uint(i) < uint(len(c.days)) {
		if k := c.days[i].kind; k != unknown {
			return k.Worked(), nil
		}
	}
	return false, c.unanswered(d, d)
}

// AddWorkdays returns the nth working day after d, before it for a negative n;
// d itself is not counted, whatever day it is. For n = 0 it returns d. It
// takes constant time at any n. Errors are [*ValueError] for no date and
// [*NotAnnouncedError] where a day between has no answer.
func (c *Calendar) AddWorkdays(d Date, n int) (Date, error) {
	i := int(d.n) - int(c.first)
	if n > 0 && uint(i+1) < uint(len(c.before)) {
		if k := int(c.before[i+1]) + n - 1; uint(k) < uint(len(c.works)) {
			if to := c.works[k]; len(c.holes) == 0 || !c.crosses(d.n+1, to.n) {
				return to, nil
			}
		}
	} else if n < 0 && uint(i) < uint(len(c.before)) {
		if k := int(c.before[i]) + n; uint(k) < uint(len(c.works)) {
			if to := c.works[k]; len(c.holes) == 0 || !c.crosses(to.n, d.n-1) {
				return to, nil
			}
		}
	}
	return c.cannotAdd(d, n)
}

// cannotAdd says why AddWorkdays has no answer, and answers n = 0.
func (c *Calendar) cannotAdd(d Date, n int) (Date, error) {
	switch {
	case d.IsZero():
		return Date{}, noDate()
	case n == 0:
		return d, nil
	case n > 0:
		return Date{}, c.firstGap(d.n+1, +1)
	}
	return Date{}, c.firstGap(d.n-1, -1)
}

// WorkdaysBetween counts the working days in (from, to]: from itself is not
// counted, to is. With the two reversed it is −WorkdaysBetween(to, from). It
// takes constant time. Errors are [*ValueError] for no date and
// [*NotAnnouncedError] where a day between has no answer.
func (c *Calendar) WorkdaysBetween(from, to Date) (int, error) {
	if from.IsZero() || to.IsZero() {
		return 0, noDate()
	}
	if from.n > to.n {
		n, err := c.WorkdaysBetween(to, from)
		return -n, err
	}
	i, j := int(from.n)-int(c.first)+1, int(to.n)-int(c.first)+1
	if i >= 0 && j < len(c.before) && (len(c.holes) == 0 || !c.crosses(from.n+1, to.n)) {
		return int(c.before[j] - c.before[i]), nil
	}
	if from == to {
		return 0, nil
	}
	return 0, c.unanswered(from.AddDays(1), to)
}

// Next returns the first working day after d.
func (c *Calendar) Next(d Date) (Date, error) { return c.AddWorkdays(d, 1) }

// Previous returns the last working day before d.
func (c *Calendar) Previous(d Date) (Date, error) { return c.AddWorkdays(d, -1) }

// crosses reports whether a day without an answer lies in from…to. There are
// as many holes as notices are missing: hardly ever more than one.
func (c *Calendar) crosses(from, to int32) bool {
	for i := range c.holes {
		if h := &c.holes[i]; h.from.n <= to && from <= h.to.n {
			return true
		}
	}
	return false
}

// unanswered returns the error of the first day in from…to that has no
// answer, nil if all have one.
func (c *Calendar) unanswered(from, to Date) error {
	if from.IsZero() || to.IsZero() {
		return noDate()
	}
	end := c.first + int32(len(c.days)) - 1
	if from.n >= c.first && to.n <= end && !c.crosses(from.n, to.n) {
		return nil
	}
	return c.firstGap(from.n, +1)
}

// firstGap names the missing notice of the first day without an answer that a
// walk from day n in one direction meets. Before and after the data there is
// none, so the walk always ends.
func (c *Calendar) firstGap(n, step int32) error {
	end := c.first + int32(len(c.days)) - 1
	if n < c.first && step > 0 || n > end && step < 0 {
		return &NotAnnouncedError{National, yearOf(n)}
	}
	found := -1
	for i, h := range c.holes {
		if step > 0 && found < 0 && h.to.n >= n || step < 0 && h.from.n <= n {
			found = i
		}
	}
	if found >= 0 {
		return &NotAnnouncedError{c.holes[found].layer, c.holes[found].year}
	}
	if step > 0 {
		return &NotAnnouncedError{National, yearOf(max(n, end+1))}
	}
	return &NotAnnouncedError{National, yearOf(min(n, c.first-1))}
}

// yearOf is the year of the day with number n, be it one outside of what a Date
// can hold: 1899 or 2200.
func yearOf(n int32) int {
	y, _, _ := civil(n)
	return y
}

func noDate() error { return &ValueError{"", "a date"} }
