package calendar

import (
	"cmp"
	"strconv"
	"time"
)

// MonthDay is a day of any year, such as 03-15. The zero MonthDay is none.
type MonthDay struct {
	md int16 // month × 100 + day
}

// NewMonthDay returns a day that exists in a leap year.
func NewMonthDay(month time.Month, day int) (MonthDay, error) {
	if want := wantDate(2000, month, day); want != "" {
		return MonthDay{}, &ValueError{strconv.Itoa(int(month)) + "-" + strconv.Itoa(day), want}
	}
	return MonthDay{int16(int(month)*100 + day)}, nil
}

// MustMonthDay is [NewMonthDay] for days written in source code; it panics
// where NewMonthDay returns an error.
func MustMonthDay(month time.Month, day int) MonthDay {
	m, err := NewMonthDay(month, day)
	if err != nil {
		panic(err)
	}
	return m
}

// ParseMonthDay reads the form 01-02.
func ParseMonthDay(s string) (MonthDay, error) {
	if len(s) != 5 || s[2] != '-' || !digits(s[:2]) || !digits(s[3:]) {
		return MonthDay{}, &ValueError{s, "a day of the year written 01-02 in ASCII digits"}
	}
	m, err := NewMonthDay(time.Month(number(s[:2])), number(s[3:]))
	if err != nil {
		return MonthDay{}, &ValueError{s, err.(*ValueError).Want}
	}
	return m, nil
}

// IsZero reports whether m is none.
func (m MonthDay) IsZero() bool { return m.md == 0 }

// In returns that day of a year: 02-29 of a common year is 02-28. It is no
// date outside 1900…2199.
func (m MonthDay) In(year int) Date {
	if m.md == 0 || year < firstYear || year > lastYear {
		return Date{}
	}
	month, day := int(m.md/100), int(m.md%100)
	return Date{dayNumber(year, month, min(day, daysIn(year, month)))}
}

// Compare returns -1, 0 or +1 as m is before, the same as or after o.
func (m MonthDay) Compare(o MonthDay) int { return cmp.Compare(m.md, o.md) }
