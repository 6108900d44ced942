package calendar_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// dayLine is one year of testdata/days.txt: whose, and the days of each kind.
type dayLine struct {
	region                 calendar.Region
	year                   int
	off, worked, statutory string
}

var dayForm = regexp.MustCompile(`^(CN|CN-GX) (\d{4}) off:(.*); worked:(.*); statutory:(.*)$`)

func dayLines(t *testing.T) (lines []dayLine) {
	t.Helper()
	text, err := os.ReadFile("testdata/days.txt")
	require.NoError(t, err)
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		m := dayForm.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		require.NotNil(t, m, line)
		year, err := strconv.Atoi(m[2])
		require.NoError(t, err)
		lines = append(lines, dayLine{
			calendar.Region(m[1]), year,
			strings.TrimSpace(m[3]), strings.TrimSpace(m[4]), strings.TrimSpace(m[5]),
		})
	}
	require.Len(t, lines, 23+13, "2004–2026 of the nation, 2014–2026 of Guangxi")
	return lines
}

// Every day of 2004–2026 is what testdata/days.txt says, in both layers: not a
// day more rests, not a day less is worked.
func TestEveryDay(t *testing.T) {
	lines := dayLines(t)
	for _, region := range []calendar.Region{calendar.National, calendar.Guangxi} {
		want := map[calendar.Date]calendar.Day{}
		for d := date("2004-01-01"); d.Year() <= 2026; d = d.AddDays(1) {
			kind := calendar.Workday
			if isWeekend(d) {
				kind = calendar.Weekend
			}
			want[d] = calendar.Day{Kind: kind, Layer: calendar.National}
		}
		for _, l := range lines { // the nation's come first
			if region == calendar.National && l.region == calendar.Guangxi {
				continue
			}
			for _, s := range strings.Fields(l.off) {
				want[date(s)] = calendar.Day{Kind: calendar.Holiday, Layer: l.region}
			}
			for _, s := range strings.Fields(l.worked) {
				want[date(s)] = calendar.Day{Kind: calendar.MakeUp, Layer: l.region}
			}
			for _, s := range strings.Fields(l.statutory) {
				day := want[date(s)]
				day.Statutory = true
				want[date(s)] = day
			}
		}
		c := china(t, region)
		days := 0
		for d := date("2004-01-01"); d.Year() <= 2026; d = d.AddDays(1) {
			got, err := c.Day(d)
			require.NoError(t, err)
			assert.Equal(t, want[d], calendar.Day{Kind: got.Kind, Layer: got.Layer, Statutory: got.Statutory}, "%s %s", region, d)
			days++
		}
		assert.Equal(t, 8401, days, "23 years, six of them leap") // 23×365 + 6
	}
}

// Each day is written down in the notice that decided it.
func TestEveryNotice(t *testing.T) {
	notices := map[calendar.Region][]calendar.Notice{}
	for _, l := range china(t, calendar.Guangxi).Coverage().Layers {
		notices[l.Region] = l.Notices
	}
	for _, l := range dayLines(t) {
		n := notices[l.region][0]
		notices[l.region] = notices[l.region][1:]
		assert.Equal(t, l, dayLine{l.region, n.Year, join(daysOff(n)), join(n.Worked), join(n.Statutory)})
	}
	assert.Equal(t, map[calendar.Region][]calendar.Notice{calendar.National: {}, calendar.Guangxi: {}}, notices)
}
