package rule_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each kind of term, on each side of each of its days.
func TestStandingOf(t *testing.T) {
	const none = ""
	c, err := calendar.China(calendar.National)
	require.NoError(t, err)
	date := func(s string) calendar.Date {
		if s == none {
			return calendar.Date{}
		}
		d, err := calendar.ParseDate(s)
		require.NoError(t, err)
		return d
	}
	ten := calendar.Workdays(10)      // from 2025-09-15, a Monday: 16…19, 22…26, Sunday 28, which is worked
	window := calendar.DaysBefore(60) // before 2026-03-12: from 2026-01-11
	promptly := calendar.Promptly()   // from 2025-09-15
	waits := calendar.Workdays(10)    // from 2026-12-31: in 2027, not before 01-14
	fixed := calendar.By(date("2025-04-30"))
	for _, tt := range []struct {
		trigger  string
		term     calendar.Term
		on, done string
		want     rule.Standing
	}{
		{"2025-09-15", ten, "2025-09-14", none, rule.NotTriggered},
		{"2025-09-15", ten, "2025-09-15", none, rule.Ahead},
		{"2025-09-15", ten, "2025-09-28", none, rule.Ahead},
		{"2025-09-15", ten, "2025-09-29", none, rule.Overdue},
		{"2025-09-15", ten, "2025-09-30", "2025-09-28", rule.OnTime},
		{"2025-09-15", ten, "2025-09-30", "2025-09-29", rule.Late},
		{"2025-09-15", ten, "2025-09-28", "2025-09-29", rule.Ahead},   // not done yet
		{"2025-09-15", ten, "2025-09-30", "2025-10-09", rule.Overdue}, // not done yet
		{none, fixed, "2025-04-30", none, rule.Ahead},
		{none, fixed, "2025-05-01", none, rule.Overdue},
		{none, fixed, "2025-05-01", "2025-04-01", rule.OnTime},
		{"2026-03-12", window, "2026-01-10", none, rule.NotTriggered},
		{"2026-03-12", window, "2026-01-11", none, rule.Ahead},
		{"2026-03-12", window, "2026-03-12", none, rule.Ahead},
		{"2026-03-12", window, "2026-03-13", none, rule.Overdue},
		{"2026-03-12", window, "2026-03-13", "2026-02-02", rule.OnTime},
		{"2025-09-15", promptly, "2025-09-14", none, rule.NotTriggered},
		{"2025-09-15", promptly, "2025-09-15", none, rule.Promptly},
		{"2025-09-15", promptly, "2026-09-15", none, rule.Promptly},
		{"2025-09-15", promptly, "2026-09-15", "2026-09-15", rule.Done},
		{"2025-09-15", promptly, "2026-09-15", "2026-09-16", rule.Promptly},
		{"2026-12-31", waits, "2026-12-30", none, rule.NotTriggered},
		{"2026-12-31", waits, "2026-12-31", none, rule.NotAnnounced},
		{"2026-12-31", waits, "2027-02-01", none, rule.NotAnnounced},
		{"2026-12-31", waits, "2027-02-01", "2027-01-14", rule.OnTime},
		{"2026-12-31", waits, "2027-02-01", "2027-01-15", rule.NotAnnounced},
	} {
		due, err := c.Due(date(tt.trigger), tt.term)
		if err != nil {
			require.NotNil(t, due.Missing, "%v", err)
		}
		got := rule.StandingOf(due, date(tt.on), date(tt.done))
		assert.Equal(t, tt.want, got, "%+v", tt)
		assert.Equal(t, got == rule.Late || got == rule.Overdue, got.IsLate())
		assert.NotEmpty(t, got.Title().ZH)
		assert.NotEmpty(t, got.Title().EN)
	}
	assert.Zero(t, rule.Standing("x").Title())
}
