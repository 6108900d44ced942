package calendar

import (
	"cmp"
	"strconv"
	"time"
)

// Month is a month of a year from 1900-01 to 2199-12, comparable with ==. The
// zero Month is no month.
type Month struct {
	n int16 // months since 1899-12; 0 is no month
}

const monthLast = (lastYear - firstYear + 1) * 12

// NewMonth returns the given month; years outside 1900…2199 are refused.
func NewMonth(year int, month time.Month) (Month, error) {
	if want := wantDate(year, month, 1); want != "" {
		return Month{}, &ValueError{strconv.Itoa(year) + "-" + strconv.Itoa(int(month)), want}
	}
	return Month{int16((year-firstYear)*12 + int(month))}, nil
}

// MustMonth is [NewMonth] for months written in source code; it panics where
// NewMonth returns an error.
func MustMonth(year int, month time.Month) Month {
	m, err := NewMonth(year, month)
	if err != nil {
		panic(err)
	}
	return m
}

// MonthOf returns the month that d lies in, no month for no date.
func MonthOf(d Date) Month {
	if d.IsZero() {
		return Month{}
	}
	y, m, _ := d.Civil()
	return Month{int16((y-firstYear)*12 + int(m))}
}

// ParseMonth reads the form 2006-01.
func ParseMonth(s string) (Month, error) {
	if len(s) != 7 || s[4] != '-' || !digits(s[:4]) || !digits(s[5:]) {
		return Month{}, &ValueError{s, "a month written 2006-01 in ASCII digits"}
	}
	y, m := number(s[:4]), number(s[5:])
	if want := wantDate(y, time.Month(m), 1); want != "" {
		return Month{}, &ValueError{s, want}
	}
	return NewMonth(y, time.Month(m))
}

// Year returns the year, 0 for no month.
func (m Month) Year() int {
	if m.n == 0 {
		return 0
	}
	return firstYear + int(m.n-1)/12
}

// Month returns the month of the year, 0 for no month.
func (m Month) Month() time.Month {
	if m.n == 0 {
		return 0
	}
	return time.Month((m.n-1)%12 + 1)
}

// IsZero reports whether m is no month.
func (m Month) IsZero() bool { return m.n == 0 }

// First returns the first day of the month.
func (m Month) First() Date {
	if m.n == 0 {
		return Date{}
	}
	return Date{dayNumber(m.Year(), int(m.Month()), 1)}
}

// Last returns the last day of the month.
func (m Month) Last() Date {
	if m.n == 0 {
		return Date{}
	}
	return Date{m.First().n + int32(m.Days()) - 1}
}

// Days returns how many days the month has, 0 for no month.
func (m Month) Days() int {
	if m.n == 0 {
		return 0
	}
	return daysIn(m.Year(), int(m.Month()))
}

// Quarter returns the quarter that m lies in.
func (m Month) Quarter() Quarter {
	if m.n == 0 {
		return Quarter{}
	}
	return Quarter{(m.n + 2) / 3}
}

// Add returns the month n months later; no month outside 1900…2199, and for no
// month.
func (m Month) Add(n int) Month {
	if m.n == 0 || n > monthLast || n < -monthLast {
		return Month{}
	}
	k := int(m.n) + n
	if k < 1 || k > monthLast {
		return Month{}
	}
	return Month{int16(k)}
}

// Sub returns the months from o to m: 1 when m is the month after o.
func (m Month) Sub(o Month) int { return int(m.n - o.n) }

// Compare returns -1, 0 or +1 as m is before, the same as or after o.
func (m Month) Compare(o Month) int { return cmp.Compare(m.n, o.n) }

// Quarter is a quarter of a year from 1900Q1 to 2199Q4, comparable with ==.
// The zero Quarter is no quarter.
type Quarter struct {
	n int16 // quarters since 1899Q4; 0 is no quarter
}

const quarterLast = monthLast / 3

// NewQuarter returns quarter q, 1 to 4, of a year from 1900 to 2199.
func NewQuarter(year, q int) (Quarter, error) {
	if year < firstYear || year > lastYear || q < 1 || q > 4 {
		return Quarter{}, &ValueError{strconv.Itoa(year) + "Q" + strconv.Itoa(q), "a quarter from 1900Q1 to 2199Q4"}
	}
	return Quarter{int16((year-firstYear)*4 + q)}, nil
}

// MustQuarter is [NewQuarter] for quarters written in source code; it panics
// where NewQuarter returns an error.
func MustQuarter(year, q int) Quarter {
	v, err := NewQuarter(year, q)
	if err != nil {
		panic(err)
	}
	return v
}

// QuarterOf returns the quarter that d lies in, no quarter for no date.
func QuarterOf(d Date) Quarter { return MonthOf(d).Quarter() }

// ParseQuarter reads the form 2006Q1.
func ParseQuarter(s string) (Quarter, error) {
	if len(s) != 6 || s[4] != 'Q' || !digits(s[:4]) || !digits(s[5:]) {
		return Quarter{}, &ValueError{s, "a quarter written 2006Q1 in ASCII"}
	}
	q, err := NewQuarter(number(s[:4]), number(s[5:]))
	if err != nil {
		return Quarter{}, &ValueError{s, "a quarter from 1900Q1 to 2199Q4"}
	}
	return q, nil
}

// Year returns the year, 0 for no quarter.
func (q Quarter) Year() int {
	if q.n == 0 {
		return 0
	}
	return firstYear + int(q.n-1)/4
}

// Number returns the quarter's place in its year, 1 to 4, or 0 for no quarter.
func (q Quarter) Number() int {
	if q.n == 0 {
		return 0
	}
	return int(q.n-1)%4 + 1
}

// IsZero reports whether q is no quarter.
func (q Quarter) IsZero() bool { return q.n == 0 }

// FirstMonth returns the first of the quarter's three months.
func (q Quarter) FirstMonth() Month {
	if q.n == 0 {
		return Month{}
	}
	return Month{q.n*3 - 2}
}

// First returns the first day of the quarter.
func (q Quarter) First() Date { return q.FirstMonth().First() }

// Last returns the last day of the quarter, from which “within n working days
// after the quarter ends” (每季度结束后n个工作日内) is counted.
func (q Quarter) Last() Date { return q.FirstMonth().Add(2).Last() }

// Add returns the quarter n quarters later; no quarter outside 1900…2199, and
// for no quarter.
func (q Quarter) Add(n int) Quarter {
	if q.n == 0 || n > quarterLast || n < -quarterLast {
		return Quarter{}
	}
	k := int(q.n) + n
	if k < 1 || k > quarterLast {
		return Quarter{}
	}
	return Quarter{int16(k)}
}

// Sub returns the quarters from o to q: 1 when q is the quarter after o.
func (q Quarter) Sub(o Quarter) int { return int(q.n - o.n) }

// Compare returns -1, 0 or +1 as q is before, the same as or after o.
func (q Quarter) Compare(o Quarter) int { return cmp.Compare(q.n, o.n) }
