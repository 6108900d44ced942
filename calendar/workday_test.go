package calendar_test

import (
	"math"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/rickar/cal/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Anchors published by others: from 2015-01-23; and the days around a rest.
func TestAddWorkdays(t *testing.T) {
	c := china(t, calendar.National)
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{
		{"2015-01-23", 1, "2015-01-26"},
		{"2015-01-23", 10, "2015-02-06"},
		{"2015-01-23", 250, "2016-01-26"},
		{"2015-01-23", 2500, "2025-02-05"},
		{"2026-10-01", 0, "2026-10-01"},
		{"2026-10-01", 1, "2026-10-08"},
		{"2026-10-01", -1, "2026-09-30"},
		{"2026-10-09", 1, "2026-10-10"}, // Saturday, worked
		{"2026-10-12", -1, "2026-10-10"},
		{"2003-12-31", 1, "2004-01-02"}, // the day before the first answered one
		{"2027-01-01", -1, "2026-12-31"},
		{"2004-01-01", 5745, "2026-12-31"}, // all of them
		{"2027-01-01", -5745, "2004-01-02"},
	} {
		got, err := c.AddWorkdays(date(tt.from), tt.n)
		require.NoError(t, err, "%s %+d", tt.from, tt.n)
		assert.Equal(t, tt.want, got.String(), "%s %+d", tt.from, tt.n)
	}
	next, err := c.Next(date("2026-09-30"))
	require.NoError(t, err)
	assert.Equal(t, "2026-10-08", next.String())
	previous, err := c.Previous(date("2026-10-08"))
	require.NoError(t, err)
	assert.Equal(t, "2026-09-30", previous.String())
}

func TestNotAnnounced(t *testing.T) {
	c := china(t, calendar.National)
	for _, tt := range []struct {
		from string
		n    int
		year int
	}{
		{"2026-12-31", 1, 2027},
		{"2026-12-01", 100, 2027},
		{"2030-06-01", 5, 2030},
		{"2030-06-01", -5, 2030},
		{"2003-06-01", 5, 2003},
		{"2004-01-02", -1, 2003},
		{"2025-06-01", math.MaxInt, 2027},
		{"2025-06-01", math.MinInt, 2003},
		{"2199-12-31", 1, 2200},
		{"1900-01-01", -1, 1899},
	} {
		got, err := c.AddWorkdays(date(tt.from), tt.n)
		require.ErrorIs(t, err, calendar.ErrNotAnnounced, "%s %+d", tt.from, tt.n)
		var missing *calendar.NotAnnouncedError
		require.ErrorAs(t, err, &missing)
		assert.Equal(t, calendar.NotAnnouncedError{Layer: calendar.National, Year: tt.year}, *missing, "%s %+d", tt.from, tt.n)
		assert.True(t, got.IsZero())
	}
	for _, day := range []string{"2003-12-31", "2027-01-01", "1900-01-01", "2199-12-31"} {
		_, err := c.IsWorkday(date(day))
		assert.ErrorIs(t, err, calendar.ErrNotAnnounced, day)
		_, err = c.Day(date(day))
		assert.ErrorIs(t, err, calendar.ErrNotAnnounced, day)
	}
	_, err := c.WorkdaysBetween(date("2026-12-30"), date("2027-01-01"))
	assert.EqualError(t, err, "calendar: the 2027 holiday notice of layer CN is not in the data")
	_, err = c.WorkdaysBetween(date("2027-01-01"), date("2026-12-30"))
	assert.ErrorIs(t, err, calendar.ErrNotAnnounced)
	n, err := c.WorkdaysBetween(date("2027-05-01"), date("2027-05-01"))
	assert.NoError(t, err, "no day lies between")
	assert.Zero(t, n)
}

func TestNoDate(t *testing.T) {
	c := china(t, calendar.National)
	var none calendar.Date
	var value *calendar.ValueError
	_, err := c.IsWorkday(none)
	require.ErrorAs(t, err, &value)
	_, err = c.Day(none)
	require.ErrorAs(t, err, &value)
	for _, n := range []int{0, 1, -1} {
		_, err = c.AddWorkdays(none, n)
		require.ErrorAs(t, err, &value)
	}
	_, err = c.WorkdaysBetween(none, date("2026-01-01"))
	require.ErrorAs(t, err, &value)
	_, err = c.WorkdaysBetween(date("2026-01-01"), none)
	require.ErrorAs(t, err, &value)
	_, err = c.Due(none, calendar.Workdays(1))
	require.ErrorAs(t, err, &value)
}

// The zero Calendar has no data: it refuses, and does not panic.
func TestZeroCalendar(t *testing.T) {
	var c calendar.Calendar
	_, err := c.IsWorkday(date("2026-01-01"))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	_, err = c.AddWorkdays(date("2026-01-01"), 1)
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	_, err = c.AddWorkdays(date("2026-01-01"), -1)
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	_, err = c.WorkdaysBetween(date("2026-01-01"), date("2026-02-01"))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	_, err = c.Day(date("2026-01-01"))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	_, err = c.Due(date("2026-01-01"), calendar.Workdays(1))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	assert.Equal(t, calendar.Coverage{}, c.Coverage())
	assert.Equal(t, "calendar of nothing", c.String())
	assert.True(t, c.Business().IsWorkday(time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)))
}

// Working days add and subtract back, and count as many as were added.
func TestWorkdayProperties(t *testing.T) {
	calendars := []*calendar.Calendar{china(t, calendar.National), china(t, calendar.Guangxi)}
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(calendars).Draw(t, "calendar")
		d := date("2004-01-01").AddDays(rapid.IntRange(0, 8400).Draw(t, "day"))
		n := rapid.IntRange(-3000, 3000).Draw(t, "n")
		to, err := c.AddWorkdays(d, n)
		if err != nil {
			t.Skip("beyond the data")
		}
		worked, err := c.IsWorkday(d)
		require.NoError(t, err)
		if n != 0 {
			ok, err := c.IsWorkday(to)
			require.NoError(t, err)
			require.True(t, ok, "%v %+d = %v is a rest day", d, n, to)
		}
		if worked {
			back, err := c.AddWorkdays(to, -n)
			require.NoError(t, err)
			require.Equal(t, d, back)
		}
		count, err := c.WorkdaysBetween(d, to)
		require.NoError(t, err)
		if n >= 0 || worked {
			require.Equal(t, n, count)
		}
		reversed, err := c.WorkdaysBetween(to, d)
		require.NoError(t, err)
		require.Equal(t, -count, reversed)
		require.Equal(t, walk(t, c, d, to), count)
	})
}

// walk counts the working days in (from, to] one by one.
func walk(t require.TestingT, c *calendar.Calendar, from, to calendar.Date) int {
	sign := 1
	if to.Before(from) {
		from, to, sign = to, from, -1
	}
	n := 0
	for d := from.AddDays(1); !d.After(to); d = d.AddDays(1) {
		ok, err := c.IsWorkday(d)
		require.NoError(t, err)
		if ok {
			n++
		}
	}
	return sign * n
}

// rickar/cal users get every day of 2004–2026 right, and an end to searches
// that leave the data.
func TestBusiness(t *testing.T) {
	for _, region := range []calendar.Region{calendar.National, calendar.Guangxi} {
		c := china(t, region)
		b := c.Business()
		for d := date("2004-01-01"); d.Year() <= 2026; d = d.AddDays(1) {
			want, err := c.IsWorkday(d)
			require.NoError(t, err)
			if b.IsWorkday(d.Time(time.UTC)) != want {
				t.Fatalf("%s %s: rickar/cal says %v", region, d, !want)
			}
		}
		end := b.WorkdaysFrom(time.Date(2026, 12, 31, 9, 0, 0, 0, time.UTC), 3)
		assert.Equal(t, "2027-01-05", calendar.DateOf(end).String(), "Monday to Friday beyond the data")
		assert.False(t, b.IsWorkday(time.Date(2003, 1, 5, 0, 0, 0, 0, time.UTC)), "a Sunday before it")
	}
	before := cal.DefaultLoc
	defer func() { cal.DefaultLoc = before }()
	cal.DefaultLoc = time.FixedZone("far", -11*3600)
	b := china(t, calendar.National).Business()
	assert.True(t, b.IsWorkday(time.Date(2026, 10, 10, 23, 0, 0, 0, time.UTC)), "DefaultLoc plays no part")
	b.SetWorkday(time.Monday, false)
	assert.True(t, china(t, calendar.National).Business().IsWorkday(time.Date(2026, 10, 12, 0, 0, 0, 0, time.UTC)), "a fresh calendar each time")
}

func TestConcurrentUse(t *testing.T) {
	done := make(chan int)
	for range 8 {
		go func() {
			c, err := calendar.China(calendar.Guangxi)
			n := 0
			for d := date("2014-01-01"); err == nil && d.Year() < 2026; d = d.AddDays(1) {
				if ok, _ := c.IsWorkday(d); ok {
					n++
				}
			}
			done <- n
		}()
	}
	first := <-done
	for range 7 {
		assert.Equal(t, first, <-done)
	}
}
