package calendar_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
)

var (
	sinkDate calendar.Date
	sinkInt  int
	sinkBool bool
)

// The cost must not grow with n. examples/bench has the same beside rickar/cal.
func BenchmarkAddWorkdays(b *testing.B) {
	c := china(b, calendar.Guangxi)
	from := date("2015-01-23")
	for _, n := range []int{1, 10, 250, 2500} {
		b.Run("n="+strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkDate, _ = c.AddWorkdays(from, n)
			}
		})
	}
	b.Run("n=250/time.Time", func(b *testing.B) {
		b.ReportAllocs()
		at := from.Time(time.UTC)
		for b.Loop() {
			sinkDate, _ = c.AddWorkdays(calendar.DateOf(at), 250)
		}
	})
}

func BenchmarkWorkdaysBetween(b *testing.B) {
	c := china(b, calendar.Guangxi)
	from, to := date("2015-01-23"), date("2025-02-05")
	b.ReportAllocs()
	for b.Loop() {
		sinkInt, _ = c.WorkdaysBetween(from, to)
	}
}

func BenchmarkIsWorkday(b *testing.B) {
	c := china(b, calendar.Guangxi)
	d := date("2025-10-11")
	b.ReportAllocs()
	for b.Loop() {
		sinkBool, _ = c.IsWorkday(d)
	}
}

func BenchmarkDue(b *testing.B) {
	c := china(b, calendar.Guangxi)
	trigger, term := date("2025-03-31"), calendar.Workdays(10)
	b.ReportAllocs()
	for b.Loop() {
		due, _ := c.Due(trigger, term)
		sinkDate = due.Date
	}
}

func BenchmarkParseDate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sinkDate, _ = calendar.ParseDate("2025-10-11")
	}
}

// What doc.go says of the cost: no allocation.
func TestNoAllocations(t *testing.T) {
	c := china(t, calendar.Guangxi)
	from, to := date("2015-01-23"), date("2025-02-05")
	for name, call := range map[string]func(){
		"AddWorkdays":          func() { sinkDate, _ = c.AddWorkdays(from, 250) },
		"AddWorkdays backward": func() { sinkDate, _ = c.AddWorkdays(to, -250) },
		"WorkdaysBetween":      func() { sinkInt, _ = c.WorkdaysBetween(from, to) },
		"IsWorkday":            func() { sinkBool, _ = c.IsWorkday(from) },
		"Next":                 func() { sinkDate, _ = c.Next(from) },
		"Previous":             func() { sinkDate, _ = c.Previous(from) },
	} {
		assert.Zero(t, testing.AllocsPerRun(100, call), name)
	}
}
