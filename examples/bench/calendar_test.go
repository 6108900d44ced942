package bench_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/rickar/cal/v2"
	"github.com/stretchr/testify/require"
)

var (
	sinkDate calendar.Date
	sinkTime time.Time
	sinkInt  int
)

// spans are the numbers of working days that the comparison adds: the terms of
// the law, a year, ten years.
var spans = []int{1, 10, 20, 60, 250, 2500}

func national(tb testing.TB) *calendar.Calendar {
	tb.Helper()
	c, err := calendar.China(calendar.National)
	require.NoError(tb, err)
	return c
}

// mapped is China in rickar/cal as its documentation says to do it: a
// WorkdayFunc over a map of the days that differ from Monday to Friday.
func mapped(tb testing.TB, c *calendar.Calendar) *cal.BusinessCalendar {
	tb.Helper()
	type day struct {
		year  int
		month time.Month
		day   int
	}
	differs := map[day]bool{}
	for d := calendar.MustDate(2004, 1, 1); d.Year() <= 2026; d = d.AddDays(1) {
		worked, err := c.IsWorkday(d)
		require.NoError(tb, err)
		at := d.Time(time.UTC)
		if weekend := at.Weekday() == time.Saturday || at.Weekday() == time.Sunday; weekend == worked {
			differs[day{at.Year(), at.Month(), at.Day()}] = worked
		}
	}
	b := cal.NewBusinessCalendar()
	b.WorkdayFunc = func(t time.Time) bool {
		y, m, d := t.Date()
		if worked, known := differs[day{y, m, d}]; known {
			return worked
		}
		return t.Weekday() != time.Saturday && t.Weekday() != time.Sunday
	}
	return b
}

// Both give the same working day for every start of ten years and every span.
func TestSameWorkdays(t *testing.T) {
	c := national(t)
	peer := mapped(t, c)
	for d := calendar.MustDate(2006, 1, 1); d.Year() < 2016; d = d.AddDays(17) {
		for _, n := range spans {
			got, err := c.AddWorkdays(d, n)
			require.NoError(t, err)
			want := peer.WorkdaysFrom(d.Time(time.UTC), n)
			require.Equal(t, want.Format(time.DateOnly), got.String(), "%s + %d", d, n)
			between, err := c.WorkdaysBetween(d, got)
			require.NoError(t, err)
			require.Equal(t, n, between)
			require.Equal(t, n, peer.WorkdaysInRange(d.AddDays(1).Time(time.UTC), want))
		}
	}
}

// The nth working day after a day.
func BenchmarkAddWorkdays(b *testing.B) {
	c := national(b)
	peer, from := mapped(b, c), calendar.MustDate(2015, 1, 23)
	at := from.Time(time.UTC)
	for _, n := range spans {
		name := "n=" + strconv.Itoa(n)
		b.Run(name+"/impl=dataasset", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkDate, _ = c.AddWorkdays(from, n)
			}
		})
		// What a program pays that keeps its days as time.Time.
		b.Run(name+"/impl=dataasset-time", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkDate, _ = c.AddWorkdays(calendar.DateOf(at), n)
			}
		})
		b.Run(name+"/impl=rickar", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkTime = peer.WorkdaysFrom(at, n)
			}
		})
	}
}

// The working days from one day to another.
func BenchmarkWorkdaysBetween(b *testing.B) {
	c := national(b)
	peer, from := mapped(b, c), calendar.MustDate(2015, 1, 23)
	for _, n := range spans {
		to, err := c.AddWorkdays(from, n)
		require.NoError(b, err)
		start, end := from.AddDays(1).Time(time.UTC), to.Time(time.UTC)
		name := "n=" + strconv.Itoa(n)
		b.Run(name+"/impl=dataasset", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkInt, _ = c.WorkdaysBetween(from, to)
			}
		})
		b.Run(name+"/impl=rickar", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkInt = peer.WorkdaysInRange(start, end)
			}
		})
	}
}
