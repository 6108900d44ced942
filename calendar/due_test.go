package calendar_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The pilot plan's terms (桂财资〔2025〕15号) and others beside them, counted by
// hand for the nation and for Guangxi. An empty day is “not announced”.
func TestDue(t *testing.T) {
	tests := []struct {
		law             string
		trigger         string
		term            calendar.Term
		nation, guangxi string
	}{
		{"六 联络员名单，4月10日前", "", calendar.By(date("2025-04-10")), "2025-04-10", "2025-04-10"},
		{"四(一) 摸底，4月底前", "", calendar.ByEndOf(calendar.MustMonth(2025, 4)), "2025-04-30", "2025-04-30"},
		// A Saturday and 端午: a fixed date stays where it is.
		{"四(二) 台账，5月底前", "", calendar.ByEndOf(calendar.MustMonth(2025, 5)), "2025-05-31", "2025-05-31"},
		{"the same, rolled back by choice", "", calendar.ByEndOf(calendar.MustMonth(2025, 5)).WithRoll(calendar.RollBack), "2025-05-30", "2025-05-30"},
		{"the same, rolled forward: 端午 05-31…06-02", "", calendar.ByEndOf(calendar.MustMonth(2025, 5)).WithRoll(calendar.RollForward), "2025-06-03", "2025-06-03"},
		// 04-01 02 03 | 清明 04…06 | 07 08 09 10 11 | 14 15; Guangxi rests on 04-01.
		{"四(六) 季后10个工作日, 2025Q1", "2025-03-31", calendar.Workdays(10), "2025-04-15", "2025-04-16"},
		// 30 working days after 2025-03-01: March has 03…07 10…14 17…21 24…28 31 = 21,
		// April 01 02 03 07…11 14 = 9; Guangxi rests on 03-31 and 04-01, two more: 15 16.
		{"发改数据规〔2025〕26号 第9条, 30个工作日", "2025-03-01", calendar.Workdays(30), "2025-04-14", "2025-04-16"},
		{"五(一) 季报 2025Q2", "2025-06-30", calendar.Workdays(10), "2025-07-14", "2025-07-14"},
		// 国庆 10-01…08; 09 10 11(调休) | 13…17 | 20 21
		{"五(一) 季报 2025Q3", "2025-09-30", calendar.Workdays(10), "2025-10-21", "2025-10-21"},
		// 元旦 01-01…03; Sunday 01-04 is worked: 04…09 is six, 12…15 four
		{"五(一) 季报 2025Q4", "2025-12-31", calendar.Workdays(10), "2026-01-15", "2026-01-15"},
		{"五(一) 季报 2026Q1", "2026-03-31", calendar.Workdays(10), "2026-04-15", "2026-04-15"},
		{"五(一) 季报 2026Q2", "2026-06-30", calendar.Workdays(10), "2026-07-14", "2026-07-14"},
		{"五(一) 季报 2026Q3", "2026-09-30", calendar.Workdays(10), "2026-10-20", "2026-10-20"},
		{"五(一) 季报 2026Q4", "2026-12-31", calendar.Workdays(10), "", ""},
		// 2027-01-31 is a Sunday: whether it is worked, the notice for 2027 says.
		{"五(一) 总结，完成后1个月内", "2026-12-31", calendar.Months(1), "", ""},
		// 三月三 2026 on 04-17 and 04-20 moves every ten-day term from 04-02 to 04-19.
		{"四(六) 一次性收入 2026-04-09", "2026-04-09", calendar.Workdays(10), "2026-04-23", "2026-04-27"},
		{"四(六) 一次性收入 2026-04-16", "2026-04-16", calendar.Workdays(10), "2026-04-30", "2026-05-07"},
		{"四(六) 出质登记 2026-06-18", "2026-06-18", calendar.Workdays(10), "2026-07-03", "2026-07-03"},
		// Sunday 2026-09-20 is a make-up day and counts.
		{"四(六) 增信 2026-09-08", "2026-09-08", calendar.Workdays(10), "2026-09-21", "2026-09-21"},
		// 09-28 (Sunday, worked) 29 30 | 10-09 10 11 (Saturday, worked) | 13 14 15 16
		{"四(六) 一次性收入 2025-09-26", "2025-09-26", calendar.Workdays(10), "2025-10-16", "2025-10-16"},
		{"26号 第11条 20个工作日", "2026-02-02", calendar.Workdays(20), "2026-03-06", "2026-03-06"},
		// 民法典 202, 203: 2026-02-28 is a Saturday and a make-up workday, so it stays.
		{"a month from 2026-01-31", "2026-01-31", calendar.Months(1), "2026-02-28", "2026-02-28"},
		{"a month from 2026-09-01: 国庆", "2026-09-01", calendar.Months(1), "2026-10-08", "2026-10-08"},
		{"15 days from 2026-02-01: 春节 to 02-23", "2026-02-01", calendar.Days(15), "2026-02-24", "2026-02-24"},
		{"15 days, not rolled by agreement", "2026-02-01", calendar.Days(15).WithRoll(calendar.RollNone), "2026-02-16", "2026-02-16"},
		{"26号 第15条 期满前60日内", "2029-03-12", calendar.DaysBefore(60), "2029-03-12", "2029-03-12"},
	}
	nation, guangxi := china(t, calendar.National), china(t, calendar.Guangxi)
	for _, tt := range tests {
		t.Run(tt.law, func(t *testing.T) {
			var trigger calendar.Date
			if tt.trigger != "" {
				trigger = date(tt.trigger)
			}
			for _, x := range []struct {
				c    *calendar.Calendar
				want string
			}{{nation, tt.nation}, {guangxi, tt.guangxi}} {
				due, err := x.c.Due(trigger, tt.term)
				assert.Equal(t, x.want, due.Date.String(), x.c)
				if x.want == "" {
					require.ErrorIs(t, err, calendar.ErrNotAnnounced)
					assert.Equal(t, &calendar.NotAnnouncedError{Layer: calendar.National, Year: 2027}, due.Missing)
					assert.True(t, due.Provisional)
					continue
				}
				require.NoError(t, err)
			}
		})
	}
}

// SAT deadline tables (税总办征科函〔2021〕201号 and others): N = days of rest runs
// of three or more inside the first half month; the deadline is the Nth working
// day after the 15th. Two months come out right only if make-up Saturdays and
// Sundays are working days.
func TestTaxTablesNeedMakeUpDays(t *testing.T) {
	c := china(t, calendar.National)
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{
		{"2021-02-15", 5, "2021-02-23"}, // 春节 02-11…15 inside: N=5; 18 19 20(Sat) 22 23
		{"2024-02-15", 6, "2024-02-23"}, // 春节 02-10…15 inside: N=6; 18(Sun) 19 20 21 22 23
	} {
		due, err := c.Due(date(tt.from), calendar.Workdays(tt.n))
		require.NoError(t, err)
		assert.Equal(t, tt.want, due.Date.String())
	}
}

func TestEarliest(t *testing.T) {
	c := china(t, calendar.Guangxi)
	for _, tt := range []struct {
		trigger string
		term    calendar.Term
		want    string
	}{
		// Fri 01-01, 04…08, 11…14: ten weekdays if all were worked.
		{"2026-12-31", calendar.Workdays(10), "2027-01-14"},
		{"2026-12-31", calendar.Months(1), "2027-01-31"},
		{"2026-12-31", calendar.Days(3), "2027-01-03"},
		{"2026-12-25", calendar.Workdays(1), "2026-12-28"}, // answered
	} {
		due, _ := c.Due(date(tt.trigger), tt.term)
		assert.Equal(t, tt.want, due.Earliest.String())
	}
	// Rolling back from an unknown day can end at the last day known to be worked.
	due, err := c.Due(calendar.Date{}, calendar.By(date("2027-01-02")).WithRoll(calendar.RollBack))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	assert.Equal(t, "2026-12-31", due.Earliest.String())
}

func TestProvisionalDue(t *testing.T) {
	c := china(t, calendar.National)
	due, err := c.Due(date("2026-12-16"), calendar.Workdays(10))
	require.NoError(t, err)
	assert.Equal(t, "2026-12-30", due.Date.String())
	assert.True(t, due.Provisional, "12-29 and 12-30 can still change")
	due, err = c.Due(date("2026-12-14"), calendar.Workdays(10))
	require.NoError(t, err)
	assert.Equal(t, "2026-12-28", due.Date.String())
	assert.False(t, due.Provisional)
	// The last days of 2025 are settled by the notice for 2026.
	due, err = c.Due(date("2025-12-16"), calendar.Workdays(10))
	require.NoError(t, err)
	assert.False(t, due.Provisional)
}

func TestPromptly(t *testing.T) {
	due, err := china(t, calendar.National).Due(date("2026-01-05"), calendar.Promptly())
	require.NoError(t, err)
	assert.True(t, due.Date.IsZero())
	assert.False(t, due.Provisional)
	assert.Equal(t, "no number of days is set: promptly after 2026-01-05", due.EN())
	assert.Equal(t, "未规定天数：2026-01-05后及时", due.ZH())
}

func TestTermRefused(t *testing.T) {
	c := china(t, calendar.National)
	for _, term := range []calendar.Term{
		{},
		calendar.Workdays(0), calendar.Workdays(-3), calendar.Days(0), calendar.Months(-1), calendar.Months(1 << 40),
		calendar.DaysBefore(0), calendar.By(calendar.Date{}), calendar.ByEndOf(calendar.Month{}), calendar.Months(36_500),
	} {
		due, err := c.Due(date("2026-01-05"), term)
		var refused *calendar.TermError
		require.ErrorAs(t, err, &refused, term.EN())
		assert.True(t, due.Date.IsZero())
		assert.NotEmpty(t, err.Error())
	}
}

// What a person reads, in both languages.
func TestDueExplained(t *testing.T) {
	c := china(t, calendar.Guangxi)
	var b strings.Builder
	for _, x := range []struct {
		trigger string
		term    calendar.Term
	}{
		{"2025-03-31", calendar.Workdays(10)},
		{"2025-09-30", calendar.Workdays(10)},
		{"2026-09-08", calendar.Workdays(10)},
		{"", calendar.ByEndOf(calendar.MustMonth(2025, 5))},
		{"", calendar.By(date("2025-04-10"))},
		{"2026-09-01", calendar.Months(1)},
		{"2026-01-31", calendar.Months(1)},
		{"2026-02-01", calendar.Days(15)},
		{"2029-03-12", calendar.DaysBefore(60)},
		{"2026-12-16", calendar.Workdays(10)},
		{"2026-12-31", calendar.Workdays(10)},
		{"2026-12-31", calendar.Months(1)},
		{"2026-05-06", calendar.Promptly()},
	} {
		var trigger calendar.Date
		if x.trigger != "" {
			trigger = date(x.trigger)
		}
		due, _ := c.Due(trigger, x.term)
		b.WriteString(due.EN() + "\n" + due.ZH() + "\n\n")
	}
	want, err := os.ReadFile("testdata/due.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String())
}

func TestTrigger(t *testing.T) {
	from, to := date("2025-04-01"), date("2026-12-31")
	assert.Equal(t, "2025-06-30 2025-09-30 2025-12-31 2026-03-31 2026-06-30 2026-09-30 2026-12-31",
		join(calendar.EachQuarterEnd().Dates(from, to)))
	assert.Equal(t, "2025-12-31 2026-12-31", join(calendar.EachYear(time.December, 31).Dates(from, to)))
	assert.Equal(t, "2025-04-01", join(calendar.OnDate(from).Dates(from, to)))
	assert.Empty(t, calendar.OnDate(date("2027-01-01")).Dates(from, to))
	assert.Empty(t, calendar.AtEvent("receipt").Dates(from, to))
	assert.Equal(t, "receipt", calendar.AtEvent("receipt").Event())
	assert.Empty(t, calendar.EachQuarterEnd().Dates(to, from))
	assert.Empty(t, calendar.EachQuarterEnd().Dates(calendar.Date{}, to))
	assert.Empty(t, calendar.EachYear(2, 30).Dates(from, to), "no such day")
	assert.Len(t, calendar.EachQuarterEnd().Dates(date("1900-01-01"), date("2199-12-31")), 1200)
	for _, tr := range []calendar.Trigger{{}, calendar.AtEvent("x"), calendar.OnDate(from), calendar.EachQuarterEnd(), calendar.EachYear(3, 31)} {
		assert.NotEmpty(t, tr.EN())
		assert.NotEmpty(t, tr.ZH())
	}
}
