package schema

import (
	"regexp"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// A period as a pattern is short where it begins and ends with a month or year.
func TestPeriodPatterns(t *testing.T) {
	day := calendar.MustDate
	for want, p := range map[string]rule.Period{
		`2026-01-15`:                 rule.Between(day(2026, 1, 15), day(2026, 1, 15)),
		`2026-02-(?:1[5-9]|2[0-7])`:  rule.Between(day(2026, 2, 15), day(2026, 2, 27)),
		`2026-[0-9]{2}-[0-9]{2}`:     rule.Between(day(2026, 1, 1), day(2026, 12, 31)), // which of them are days format says
		`202[5-6]-[0-9]{2}-[0-9]{2}`: rule.Between(day(2025, 1, 1), day(2026, 12, 31)),
		`20(?:2(?:5-(?:0[3-9]-[0-9]{2}|[1-9][0-9]-[0-9]{2})|[6-9]-[0-9]{2}-[0-9]{2})|30-0[0-2]-[0-9]{2})`: rule.Between(day(2025, 3, 1), day(2030, 2, 28)),
		`(?:19[0-9]{2}-[0-9]{2}-[0-9]{2}|20(?:[0-1][0-9]-[0-9]{2}-[0-9]{2}|2[0-5]-[0-9]{2}-[0-9]{2}))`:    {To: day(2025, 12, 31)},
		`2(?:0(?:2[6-9]-[0-9]{2}-[0-9]{2}|[3-9][0-9]-[0-9]{2}-[0-9]{2})|1[0-9]{2}-[0-9]{2}-[0-9]{2})`:     rule.From(day(2026, 1, 1)),
	} {
		got, ok := within(p).get("pattern").(string)
		require.True(t, ok)
		assert.Equal(t, "^"+want+"$", got)
	}
}

// The pattern of any period takes exactly its days.
func TestPeriodPatternsProperty(t *testing.T) {
	first, days := calendar.MustDate(1900, 1, 1), calendar.MustDate(2199, 12, 31).Sub(calendar.MustDate(1900, 1, 1))
	rapid.Check(t, func(t *rapid.T) {
		from := first.AddDays(rapid.IntRange(0, days).Draw(t, "from"))
		to := from.AddDays(rapid.IntRange(0, first.AddDays(days).Sub(from)).Draw(t, "length"))
		p := rapid.SampledFrom([]rule.Period{rule.Between(from, to), rule.From(from), {To: to}}).Draw(t, "period")
		pattern := regexp.MustCompile(within(p).get("pattern").(string))
		near := []calendar.Date{from.AddDays(-1), from, from.AddDays(1), to.AddDays(-1), to, to.AddDays(1), first.AddDays(rapid.IntRange(0, days).Draw(t, "day"))}
		for _, d := range near {
			if !d.IsZero() && pattern.MatchString(d.String()) != p.Holds(d) {
				t.Fatalf("%s is in %s: %v; %s", d, p, p.Holds(d), pattern)
			}
		}
	})
}
