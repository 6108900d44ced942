package calendar

import (
	"cmp"
	"strconv"
	"time"
)

// Date is a day of the Gregorian calendar from 1900-01-01 to 2199-12-31,
// without a time and without a time zone. It is comparable with ==, usable as
// a map key, and 4 bytes long. The zero Date is no date: it prints as "",
// is NULL in SQL and comes before every other Date.
type Date struct {
	n int32 // days since 1899-12-31; 0 is no date
}

const (
	firstYear = 1900
	lastYear  = 2199
	dayOne    = 1       // 1900-01-01
	dayLast   = 109_573 // 2199-12-31
)

// NewDate returns the given day. It refuses days that do not exist, such as
// 30 February, and years outside 1900…2199.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if want := wantDate(year, month, day); want != "" {
		return Date{}, &ValueError{civilText(year, month, day), want}
	}
	return Date{dayNumber(year, int(month), day)}, nil
}

// MustDate is [NewDate] for days written in source code; it panics where
// NewDate returns an error.
func MustDate(year int, month time.Month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic(err)
	}
	return d
}

// ParseDate reads the form 2006-01-02: ten ASCII characters, nothing before or
// after. The empty text is an error; see [Date.UnmarshalText] for a reader
// that takes it as no date.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !digits(s[:4]) || !digits(s[5:7]) || !digits(s[8:]) {
		return Date{}, &ValueError{s, "a date written 2006-01-02 in ASCII digits"}
	}
	y, m, d := number(s[:4]), number(s[5:7]), number(s[8:])
	if want := wantDate(y, time.Month(m), d); want != "" {
		return Date{}, &ValueError{s, want}
	}
	return Date{dayNumber(y, m, d)}, nil
}

// DateOf returns the calendar date of t in t's own location, or no date where
// its year is outside 1900…2199. A server that runs in UTC wants
// [DateInChina] instead.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	if y < firstYear || y > lastYear {
		return Date{}
	}
	return Date{dayNumber(y, int(m), d)}
}

// DateInChina returns the calendar date of t at UTC+8. A machine in UTC is a
// day behind China from 16:00 to midnight every day.
func DateInChina(t time.Time) Date { return DateOf(t.In(china)) }

// china is Beijing time. China has had no summer time since 1991.
var china = time.FixedZone("UTC+8", 8*60*60)

// Year returns the year, 0 for no date.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// Month returns the month of the year, 0 for no date. [MonthOf] gives the
// month together with its year.
func (d Date) Month() time.Month { _, m, _ := d.Civil(); return m }

// Day returns the day of the month, 0 for no date.
func (d Date) Day() int { _, _, day := d.Civil(); return day }

// Civil returns year, month and day at once; all are 0 for no date.
func (d Date) Civil() (year int, month time.Month, day int) {
	if d.n == 0 {
		return 0, 0, 0
	}
	y, m, dd := civil(d.n)
	return y, time.Month(m), dd
}

// Weekday returns the day of the week, Sunday for no date.
func (d Date) Weekday() time.Weekday { return time.Weekday(d.n % 7) } // 1900-01-01, day 1, was a Monday

// IsZero reports whether d is no date. encoding/json's omitzero asks it.
func (d Date) IsZero() bool { return d.n == 0 }

// AddDays returns the day n days later, earlier for a negative n. Where that
// lies outside 1900…2199, and for no date, it returns no date.
func (d Date) AddDays(n int) Date {
	if d.n == 0 || n > dayLast || n < -dayLast {
		return Date{}
	}
	return dateAt(int(d.n) + n)
}

// AddMonths returns the corresponding day n months later or, where that month
// has none, the month's last day, as article 202 of the Civil Code (民法典)
// counts: 2026-01-31 and one month give 2026-02-28. Outside 1900…2199, and for
// no date, it returns no date.
func (d Date) AddMonths(n int) Date {
	m := MonthOf(d).Add(n)
	if m.IsZero() {
		return Date{}
	}
	return Date{m.First().n + int32(min(d.Day(), m.Days())) - 1}
}

// Sub returns the days from e to d: 1 when d is the day after e. No date is
// counted as 1899-12-31; callers who may hold one ask [Date.IsZero] first.
func (d Date) Sub(e Date) int { return int(d.n - e.n) }

// Compare returns -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int { return cmp.Compare(d.n, e.n) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.n > e.n }

// Time returns midnight of d in loc; the zero time for no date.
func (d Date) Time(loc *time.Location) time.Time {
	if d.n == 0 {
		return time.Time{}
	}
	y, m, day := d.Civil()
	return time.Date(y, m, day, 0, 0, 0, 0, loc)
}

// dateAt is the date with day number n, no date outside the range.
func dateAt(n int) Date {
	if n < dayOne || n > dayLast {
		return Date{}
	}
	return Date{int32(n)}
}

// wantDate says what is wrong with a year, month and day; "" if nothing is.
func wantDate(year int, month time.Month, day int) string {
	switch {
	case year < firstYear || year > lastYear:
		return "a year from 1900 to 2199"
	case month < 1 || month > 12:
		return "a month from 01 to 12"
	case day < 1 || day > daysIn(year, int(month)):
		return "a day from 01 to " + strconv.Itoa(daysIn(year, int(month))) + " in that month"
	}
	return ""
}

func civilText(year int, month time.Month, day int) string {
	return strconv.Itoa(year) + "-" + strconv.Itoa(int(month)) + "-" + strconv.Itoa(day)
}

// digits reports whether s is ASCII digits only.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// number is the value of up to four ASCII digits.
func number(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
