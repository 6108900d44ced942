package calendar_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNoticesAgreeWithTheDocuments(t *testing.T) {
	nation, region := china(t, calendar.National), china(t, calendar.Guangxi)
	notices := nation.Coverage().Layers[0].Notices
	require.Len(t, notices, len(noticeRows))
	total, off, worked := 0, 0, 0
	for i, row := range noticeRows {
		n := notices[i]
		assert.Equal(t, row.year, n.Year)
		assert.Equal(t, row.number, n.Number)
		assert.Equal(t, row.signed, n.Signed.String(), row.year)
		assert.NotEmpty(t, n.Evidence, row.year)
		assert.NotEmpty(t, n.Source, row.year)
		assert.Equal(t, row.makeUp, join(n.Worked), row.year)
		assert.Len(t, n.Worked, row.worked, row.year)
		days := daysOff(n)
		assert.Len(t, days, row.off, row.year)

		// The invariant of every year: weekdays off − make-up days = the grant.
		net := -len(n.Worked)
		for _, d := range days {
			if !isWeekend(d) {
				net++
			}
		}
		assert.Equal(t, row.net, net, row.year)

		assert.Equal(t, row.workdays, between(t, nation, yearEnd(row.year-1), yearEnd(row.year)), row.year)
		assert.Equal(t, row.guangxi, between(t, region, yearEnd(row.year-1), yearEnd(row.year)), row.year)
		total += row.workdays
		off += len(days)
		worked += len(n.Worked)
	}
	// Totals over 2004–2026 as published tables add up.
	assert.Equal(t, 5745, total)
	assert.Equal(t, 615, off)
	assert.Equal(t, 151, worked)
}

// 人社部发〔2025〕2号: 365 − 104 − 13 = 248 working days a year from 2025.
func TestWorkingDaysOfTheYear(t *testing.T) {
	c := china(t, calendar.National)
	for _, year := range []int{2025, 2026} {
		assert.Equal(t, 365-104-13, between(t, c, yearEnd(year-1), yearEnd(year)))
	}
}

// 令第98号: two days off a year net of exchanges; cancelled in 2020.
func TestGuangxiDays(t *testing.T) {
	nation := china(t, calendar.National)
	layers := china(t, calendar.Guangxi).Coverage().Layers
	require.Len(t, layers, 2)
	require.Equal(t, calendar.Guangxi, layers[1].Region)
	require.Len(t, layers[1].Notices, 13)
	for _, n := range layers[1].Notices {
		net := -len(n.Worked)
		for _, d := range daysOff(n) {
			if ok, err := nation.IsWorkday(d); assert.NoError(t, err) && ok {
				net++
			}
		}
		want := 2
		if n.Year == 2020 {
			want = 0
		}
		assert.Equal(t, want, net, n.Year)
	}
}

// Days that make libraries disagree; each by its notice.
func TestDisputedDays(t *testing.T) {
	c := china(t, calendar.National)
	for day, want := range map[string]bool{
		"2005-12-31": true,  // 〔2005〕35号: 12月31日(星期六)上班
		"2013-04-07": true,  // 〔2012〕33号
		"2013-10-12": true,  // 〔2012〕33号
		"2020-01-31": false, // 〔2020〕1号
		"2020-02-01": false, // 〔2020〕1号: no longer worked
		"2020-02-03": true,  // an ordinary Monday
		"2007-12-29": true,  // 〔2007〕52号, the notice for 2008
		"2007-12-31": false, // the same
		"2018-12-29": true,  // 〔2018〕15号, the notice for 2019
		"2019-05-04": false, // 〔2019〕3号
		"2019-05-05": true,  // 〔2019〕3号
		"2022-12-31": false, // 〔2022〕16号, the notice for 2023
		"2015-09-04": false, // 国发明电〔2015〕1号
		"2015-09-06": true,  // the same
	} {
		got, err := c.IsWorkday(date(day))
		require.NoError(t, err)
		assert.Equal(t, want, got, day)
	}
}

// A national make-up workday can be a day off in Guangxi.
func TestGuangxiTurnsMakeUpDaysOff(t *testing.T) {
	nation, region := china(t, calendar.National), china(t, calendar.Guangxi)
	for _, day := range []string{"2017-04-01", "2022-04-02", "2023-04-23"} {
		n, err := nation.Day(date(day))
		require.NoError(t, err)
		g, err := region.Day(date(day))
		require.NoError(t, err)
		assert.Equal(t, calendar.MakeUp, n.Kind, day)
		assert.Equal(t, calendar.Holiday, g.Kind, day)
		assert.Equal(t, calendar.Guangxi, g.Layer, day)
	}
	for _, day := range []string{"2017-04-08", "2018-04-15", "2021-04-18"} {
		g, err := region.Day(date(day))
		require.NoError(t, err)
		assert.Equal(t, calendar.MakeUp, g.Kind, day)
	}
}

func TestDay(t *testing.T) {
	c := china(t, calendar.Guangxi)
	for _, tt := range []struct {
		day  string
		want calendar.Day
	}{
		{"2025-10-06", calendar.Day{
			Kind: calendar.Holiday, Name: "国庆节、中秋节", NameEN: "National Day, Mid-Autumn Festival",
			Notice: "国办发明电〔2024〕12号", Layer: calendar.National, Statutory: true, // 中秋 2025-10-06
		}},
		{"2025-10-08", calendar.Day{
			Kind: calendar.Holiday, Name: "国庆节、中秋节", NameEN: "National Day, Mid-Autumn Festival",
			Notice: "国办发明电〔2024〕12号", Layer: calendar.National,
		}},
		{"2015-09-03", calendar.Day{
			Kind: calendar.Holiday, Name: "抗战胜利70周年纪念日", NameEN: "70th anniversary of victory in the War of Resistance",
			Notice: "国发明电〔2015〕1号", Layer: calendar.National, Statutory: true,
		}},
		{"2026-04-17", calendar.Day{
			Kind: calendar.Holiday, Name: "壮族三月三", NameEN: "Zhuang Sanyuesan festival", Layer: calendar.Guangxi,
		}},
		{"2026-09-20", calendar.Day{Kind: calendar.MakeUp, Notice: "国办发明电〔2025〕7号", Layer: calendar.National}},
		{"2026-09-19", calendar.Day{Kind: calendar.Weekend, Layer: calendar.National}},
		{"2026-09-21", calendar.Day{Kind: calendar.Workday, Layer: calendar.National}},
		{"2026-12-28", calendar.Day{Kind: calendar.Workday, Layer: calendar.National}},
		{"2026-12-31", calendar.Day{Kind: calendar.Workday, Layer: calendar.National, Open: true}},
	} {
		got, err := c.Day(date(tt.day))
		require.NoError(t, err)
		tt.want.Date = date(tt.day)
		assert.Equal(t, tt.want, got)
	}
}

// One year as a person reads it; testdata/2026-guangxi.txt was compared with
// the notice 国办发明电〔2025〕7号 and the Guangxi announcement line by line.
func TestYearPrinted(t *testing.T) {
	c := china(t, calendar.Guangxi)
	var b strings.Builder
	for d := date("2026-01-01"); d.Year() == 2026; d = d.AddDays(1) {
		day, err := c.Day(d)
		require.NoError(t, err)
		if day.Kind == calendar.Holiday || day.Kind == calendar.MakeUp {
			fmt.Fprintf(&b, "%s %s %s %s %s\n", d, d.Weekday().String()[:3], day.Kind.ZH(), day.ZH(), day.Notice)
		}
	}
	want, err := os.ReadFile("testdata/2026-guangxi.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String())
}

func china(t testing.TB, r calendar.Region, opts ...calendar.Option) *calendar.Calendar {
	t.Helper()
	c, err := calendar.China(r, opts...)
	require.NoError(t, err)
	return c
}

func between(t *testing.T, c *calendar.Calendar, from, to calendar.Date) int {
	t.Helper()
	n, err := c.WorkdaysBetween(from, to)
	require.NoError(t, err)
	return n
}

func yearEnd(year int) calendar.Date { return calendar.MustDate(year, 12, 31) }

func isWeekend(d calendar.Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}

func daysOff(n calendar.Notice) []calendar.Date {
	var days []calendar.Date
	for _, o := range n.Off {
		to := o.To
		if to.IsZero() {
			to = o.From
		}
		for d := o.From; !d.After(to); d = d.AddDays(1) {
			days = append(days, d)
		}
	}
	return days
}

func join(days []calendar.Date) string {
	var s []string
	for _, d := range days {
		s = append(s, d.String())
	}
	return strings.Join(s, " ")
}
