package calendar_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every day of the three centuries, against package time.
func TestDateAgreesWithTime(t *testing.T) {
	first := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
	d := calendar.MustDate(1900, 1, 1)
	for day := first; day.Before(end); day = day.AddDate(0, 0, 1) {
		y, m, dd := day.Date()
		if gy, gm, gd := d.Civil(); gy != y || gm != m || gd != dd || d.Weekday() != day.Weekday() {
			t.Fatalf("day %v is %v %v", day, d, d.Weekday())
		}
		if made, err := calendar.NewDate(y, m, dd); err != nil || made != d || calendar.DateOf(day) != d {
			t.Fatalf("NewDate of %v is %v, %v", day, made, err)
		}
		if read, err := calendar.ParseDate(day.Format(time.DateOnly)); err != nil || read != d || d.String() != day.Format(time.DateOnly) {
			t.Fatalf("ParseDate of %v is %v, %v", day, read, err)
		}
		d = d.AddDays(1)
	}
	assert.True(t, d.IsZero(), "2200-01-01 is no date")
}

func TestParseDateRefuses(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "written 2006-01-02"},
		{"0000-00-00", "a year from 1900 to 2199"},
		{"0000-01-01", "a year from 1900 to 2199"},
		{"1899-12-31", "a year from 1900 to 2199"},
		{"2200-01-01", "a year from 1900 to 2199"},
		{"2025-00-10", "a month from 01 to 12"},
		{"2025-13-10", "a month from 01 to 12"},
		{"2025-02-29", "a day from 01 to 28"},
		{"1900-02-29", "a day from 01 to 28"}, // divisible by 100, not by 400
		{"2100-02-29", "a day from 01 to 28"},
		{"2024-02-30", "a day from 01 to 29"},
		{"2025-04-31", "a day from 01 to 30"},
		{"2025-01-00", "a day from 01 to 31"},
		{"2025-1-1", "written 2006-01-02"},
		{"20250101", "written 2006-01-02"},
		{"2025/01/01", "written 2006-01-02"},
		{" 2025-01-01", "written 2006-01-02"},
		{"2025-01-01 ", "written 2006-01-02"},
		{"2025-01-01\n", "written 2006-01-02"},
		{"2025-01-01T00:00:00Z", "written 2006-01-02"},
		{"２０２５-01-01", "written 2006-01-02"},
		{"+025-01-01", "written 2006-01-02"},
		{"-025-01-01", "written 2006-01-02"},
		{"\ufeff2025-01-01", "written 2006-01-02"},
		{"2025-01-\xff\xff", "written 2006-01-02"},
		{"1e10000000", "written 2006-01-02"},
		{strings.Repeat("2025-01-01", 1<<20), "written 2006-01-02"},
	}
	for _, tt := range tests {
		d, err := calendar.ParseDate(tt.in)
		var value *calendar.ValueError
		require.ErrorAs(t, err, &value, "%.40q", tt.in)
		assert.True(t, d.IsZero())
		assert.Contains(t, value.Want, tt.want, "%.40q", tt.in)
		assert.Equal(t, tt.in, value.Value)
		assert.Less(t, len(err.Error()), 400, "a message stays short")
	}
}

func TestNewDateRefuses(t *testing.T) {
	for _, tt := range []struct {
		y    int
		m    time.Month
		d    int
		want string
	}{
		{2025, 2, 30, `calendar: "2025-2-30" is not valid: want a day from 01 to 28 in that month`},
		{0, 0, 0, `calendar: "0-0-0" is not valid: want a year from 1900 to 2199`},
		{math.MaxInt, 1, 1, `calendar: "9223372036854775807-1-1" is not valid: want a year from 1900 to 2199`},
		{2025, math.MinInt, 1, `calendar: "2025--9223372036854775808-1" is not valid: want a month from 01 to 12`},
	} {
		_, err := calendar.NewDate(tt.y, tt.m, tt.d)
		assert.EqualError(t, err, tt.want)
		assert.Panics(t, func() { calendar.MustDate(tt.y, tt.m, tt.d) })
	}
}

// 民法典 202: the corresponding day; where the month has none, its last day.
func TestAddMonths(t *testing.T) {
	tests := []struct {
		from   string
		months int
		want   string
	}{
		{"2026-12-31", 1, "2027-01-31"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-01-31", 3, "2026-04-30"},
		{"2026-02-28", 1, "2026-03-28"}, // the corresponding day, not the month's end
		{"2025-11-15", 14, "2027-01-15"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2026-05-20", 0, "2026-05-20"},
		{"2199-12-31", 1, ""},
		{"1900-01-01", -1, ""},
		{"2026-05-20", math.MaxInt, ""},
		{"2026-05-20", math.MinInt, ""},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, date(tt.from).AddMonths(tt.months).String(), "%s %+d", tt.from, tt.months)
	}
	assert.True(t, calendar.Date{}.AddMonths(1).IsZero())
}

func TestAddDays(t *testing.T) {
	assert.Equal(t, "2026-03-01", date("2026-02-28").AddDays(1).String())
	assert.Equal(t, "2025-12-31", date("2026-01-01").AddDays(-1).String())
	for _, n := range []int{math.MaxInt, math.MinInt, 1 << 40, -1 << 40, 200_000, -200_000} {
		assert.True(t, date("2026-01-01").AddDays(n).IsZero(), "%d", n)
	}
	assert.True(t, calendar.Date{}.AddDays(1).IsZero())
	assert.Equal(t, 31, date("2026-02-01").Sub(date("2026-01-01")))
}

func TestZeroDate(t *testing.T) {
	var d calendar.Date
	assert.True(t, d.IsZero())
	assert.Empty(t, d.String())
	assert.Zero(t, d.Year())
	assert.Zero(t, d.Month())
	assert.Zero(t, d.Day())
	assert.True(t, d.Before(date("1900-01-01")))
	assert.True(t, d.Time(time.UTC).IsZero())
	assert.True(t, calendar.MonthOf(d).IsZero())
	assert.True(t, calendar.QuarterOf(d).IsZero())
}

// A server in UTC is a day behind China every evening.
func TestDateInChina(t *testing.T) {
	evening := time.Date(2025, 4, 15, 16, 0, 0, 0, time.UTC) // 2025-04-16 00:00 in Nanning
	assert.Equal(t, "2025-04-15", calendar.DateOf(evening).String())
	assert.Equal(t, "2025-04-16", calendar.DateInChina(evening).String())
	assert.Equal(t, "2025-04-15", calendar.DateInChina(evening.Add(-time.Nanosecond)).String())
	assert.True(t, calendar.DateOf(time.Time{}).IsZero(), "year 1 is outside")
}

func TestMonthAndQuarter(t *testing.T) {
	m := calendar.MustMonth(2024, time.February)
	assert.Equal(t, "2024-02", m.String())
	assert.Equal(t, 29, m.Days())
	assert.Equal(t, "2024-02-01", m.First().String())
	assert.Equal(t, "2024-02-29", m.Last().String())
	assert.Equal(t, "2024Q1", m.Quarter().String())
	assert.Equal(t, "2025-01", m.Add(11).String())
	assert.Equal(t, 11, m.Add(11).Sub(m))
	assert.Equal(t, -1, m.Compare(m.Add(1)))
	assert.True(t, m.Add(math.MaxInt).IsZero())
	assert.True(t, calendar.MustMonth(2199, 12).Add(1).IsZero())

	q := calendar.MustQuarter(2025, 4)
	assert.Equal(t, "2025Q4", q.String())
	assert.Equal(t, "2025-10-01", q.First().String())
	assert.Equal(t, "2025-12-31", q.Last().String())
	assert.Equal(t, "2026Q1", q.Add(1).String())
	assert.Equal(t, 4, q.Number())
	assert.Equal(t, 1, q.Add(1).Sub(q))
	assert.Equal(t, 1, q.Compare(q.Add(-1)))
	assert.True(t, q.Add(math.MinInt).IsZero())

	for _, s := range []string{"", "2025", "2025-13", "2025-1", "1899-12", "２０２５-1", "2025-01-01"} {
		_, err := calendar.ParseMonth(s)
		assert.Error(t, err, s)
	}
	for _, s := range []string{"", "2025", "2025Q0", "2025Q5", "2025q1", "1899Q4", "2025-Q1", "2025Q１"} {
		_, err := calendar.ParseQuarter(s)
		assert.Error(t, err, s)
	}
	var noMonth calendar.Month
	var noQuarter calendar.Quarter
	assert.Empty(t, noMonth.String()+noQuarter.String()+noMonth.First().String()+noMonth.Last().String()+noQuarter.Last().String())
	assert.Zero(t, noMonth.Days()+noMonth.Year()+int(noMonth.Month())+noQuarter.Year()+noQuarter.Number())
	assert.True(t, noMonth.Add(1).IsZero() && noQuarter.Add(1).IsZero() && noMonth.Quarter().IsZero() && noQuarter.FirstMonth().IsZero())
	assert.Panics(t, func() { calendar.MustMonth(2025, 13) })
	assert.Panics(t, func() { calendar.MustQuarter(2025, 5) })
}

func TestMonthDay(t *testing.T) {
	md := calendar.MustMonthDay(2, 29)
	assert.Equal(t, "02-29", md.String())
	assert.Equal(t, "2024-02-29", md.In(2024).String())
	assert.Equal(t, "2025-02-28", md.In(2025).String())
	assert.True(t, md.In(2200).IsZero())
	for _, s := range []string{"", "2-29", "02-30", "13-01", "00-00", "02/29", "０2-2"} {
		_, err := calendar.ParseMonthDay(s)
		assert.Error(t, err, s)
	}
	assert.Panics(t, func() { calendar.MustMonthDay(2, 30) })
}

// date is a day of a test.
func date(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}
