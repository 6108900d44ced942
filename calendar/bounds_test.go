package calendar_test

import (
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// 2199-12-31, a Tuesday, has no day after it. The year can have a notice like
// any other; Saturday 12-28 is worked, 12-30 and 12-31 rest.
const lastYearsNotice = `{"year": 2199, "off": [{"name": "示例", "from": "2199-12-30", "to": "2199-12-31"}],
  "statutory": ["2199-12-31"], "worked": ["2199-12-28"]}`

func TestLastYear(t *testing.T) {
	n, err := calendar.ReadNotice([]byte(lastYearsNotice))
	require.NoError(t, err)
	c := china(t, calendar.National, calendar.WithNotice(calendar.National, n))
	for day, want := range map[string]calendar.Kind{
		"2199-12-27": calendar.Workday, "2199-12-28": calendar.MakeUp, "2199-12-29": calendar.Weekend,
		"2199-12-30": calendar.Holiday, "2199-12-31": calendar.Holiday,
	} {
		got, err := c.Day(date(day))
		require.NoError(t, err)
		assert.Equal(t, want, got.Kind, day)
	}
	assert.Equal(t, 1, between(t, c, date("2199-12-27"), date("2199-12-31")))
	cov := c.Coverage()
	assert.Equal(t, "2026-12-28 2199-12-31", cov.LastSettled.String()+" "+cov.LastAnswered.String())
	assert.Contains(t, cov.Layers[0].Missing, 2027)
	assert.Contains(t, cov.Layers[0].Missing, 2198)
	assert.NotContains(t, cov.Layers[0].Missing, 2199)

	due, err := c.Due(date("2199-12-26"), calendar.Workdays(2))
	require.NoError(t, err)
	assert.Equal(t, "2199-12-28", due.Date.String())
	due, err = c.Due(calendar.Date{}, calendar.By(date("2199-12-31")).WithRoll(calendar.RollBack))
	require.NoError(t, err)
	assert.Equal(t, "2199-12-28", due.Date.String())

	// What would lie in 2200 cannot be told, and nothing points at a year that is there.
	var missing *calendar.NotAnnouncedError
	_, err = c.AddWorkdays(date("2199-12-28"), 1)
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2200, missing.Year)
	var refused *calendar.TermError
	for _, term := range []calendar.Term{
		calendar.Workdays(1), calendar.Days(3), calendar.Days(4), calendar.Months(1),
		calendar.By(date("2199-12-30")).WithRoll(calendar.RollForward),
	} {
		trigger := date("2199-12-28")
		if term.IsFixed() {
			trigger = calendar.Date{}
		}
		due, err := c.Due(trigger, term)
		require.ErrorAs(t, err, &refused, term)
		assert.ErrorContains(t, err, "want an end before the year 2200", term)
		assert.True(t, due.Date.IsZero(), term)
	}
}

// The last day itself can be worked, and ends a term.
func TestLastDay(t *testing.T) {
	n, err := calendar.ReadNotice([]byte(`{"year":2199,"off":[],"worked":[]}`))
	require.NoError(t, err)
	for _, opt := range []calendar.Option{
		calendar.WithNotice(calendar.National, n),
		calendar.Provisional(calendar.StatutoryYear{Year: 2199}),
	} {
		c := china(t, calendar.Guangxi, opt, calendar.WithWindow(calendar.Guangxi, calendar.Window{
			From: calendar.MustMonthDay(3, 15), To: calendar.MustMonthDay(5, 15),
		}))
		due, err := c.Due(date("2199-12-27"), calendar.Workdays(2)) // Monday 30, Tuesday 31
		require.NoError(t, err)
		assert.Equal(t, "2199-12-31", due.Date.String())
		assert.Len(t, due.Skipped, 2, "Saturday 28 and Sunday 29")
		assert.True(t, due.Provisional, "a notice for 2200 could change 12-29 and later days")
		back, err := c.AddWorkdays(due.Date, -2)
		require.NoError(t, err)
		assert.Equal(t, "2199-12-27", back.String())
	}
}

// 1901 is the first year that can have a notice: its days ahead lie in 1900.
func TestFirstYear(t *testing.T) {
	n := calendar.Notice{Year: 1901, Off: []calendar.Off{{Name: "示例", From: date("1900-12-31"), To: date("1901-01-01")}}}
	c := china(t, calendar.National, calendar.WithNotice(calendar.National, n))
	assert.Equal(t, "1901-01-01", c.Coverage().First.String())
	ok, err := c.IsWorkday(date("1901-01-01"))
	require.NoError(t, err)
	assert.False(t, ok)
	_, err = c.AddWorkdays(date("1901-01-02"), -1)
	assert.Equal(t, &calendar.NotAnnouncedError{Layer: calendar.National, Year: 1900}, err)
}

// An option that is nil is refused, not called.
func TestNilOption(t *testing.T) {
	var value *calendar.ValueError
	_, err := calendar.China(calendar.National, nil)
	require.ErrorAs(t, err, &value)
	_, err = calendar.China(calendar.National, calendar.Provisional(), nil)
	require.ErrorAs(t, err, &value)
}

// A layer's number is a byte: 255 lie over each other and keep their names, the
// 256th is refused.
func TestManyLayers(t *testing.T) {
	stack := func(over int) []calendar.Option {
		var opts []calendar.Option
		below := calendar.National
		for i := 1; i <= over; i++ {
			r := calendar.Region("L" + strconv.Itoa(i))
			opts = append(opts, calendar.WithLayer(calendar.Layer{
				Region: r, Over: below, Name: "甲", NameEN: "a", Since: date("2025-01-01"),
				Window:  calendar.Window{From: calendar.MustMonthDay(7, 1), To: calendar.MustMonthDay(7, 1)},
				Notices: []calendar.Notice{{Year: 2025}, {Year: 2026, Off: []calendar.Off{{Name: string(r), From: date("2026-07-01")}}}},
			}))
			below = r
		}
		return opts
	}
	c := china(t, "L254", stack(254)...)
	day, err := c.Day(date("2026-07-01"))
	require.NoError(t, err)
	assert.Equal(t, calendar.Region("L254"), day.Layer)
	assert.Equal(t, "L254", day.Name)
	for _, n := range []int{255, 300} {
		_, err := calendar.China(calendar.Region("L"+strconv.Itoa(n)), stack(n)...)
		var refused *calendar.NoticeError
		require.ErrorAs(t, err, &refused)
		assert.Equal(t, "at most 255 layers over each other", refused.Want)
	}
	// As many layers side by side are no stack.
	c = china(t, "L1", stack(300)...)
	assert.Len(t, c.Coverage().Layers, 2)
}

// The names and documents of all layers are numbered with two bytes: 250 years
// of 365 runs each are more.
func TestManyRuns(t *testing.T) {
	layer := calendar.Layer{
		Region: "A", Over: calendar.National, Name: "甲", NameEN: "a",
		Window: calendar.Window{From: calendar.MustMonthDay(1, 1), To: calendar.MustMonthDay(12, 31)},
	}
	for year := 1950; year < 2200; year++ {
		n := calendar.Notice{Year: year}
		for d := calendar.MustDate(year, 1, 1); d.Year() == year; d = d.AddDays(1) {
			n.Off = append(n.Off, calendar.Off{Name: d.String(), From: d})
		}
		layer.Notices = append(layer.Notices, n)
	}
	_, err := calendar.China("A", calendar.WithLayer(layer))
	var refused *calendar.NoticeError
	require.ErrorAs(t, err, &refused)
	assert.Contains(t, refused.Want, "at most 65535 runs of days off")

	// Many, but fewer: the last day keeps its own name.
	layer.Notices = layer.Notices[:179] // 1950…2128, 65 379 days
	c := china(t, "A", calendar.WithLayer(layer))
	day, err := c.Day(date("2026-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "2026-12-31", day.Name)
}

// A term that cannot be counted says what it wants.
func TestTermOutOfBounds(t *testing.T) {
	c := china(t, calendar.National)
	for _, tt := range []struct {
		trigger string
		term    calendar.Term
		want    string
	}{
		{"1950-01-01", calendar.DaysBefore(36_500), "a window that opens after the year 1899"},
		{"2026-01-01", calendar.Days(3).WithRoll(9), "RollNone, RollForward or RollBack"},
		{"2026-01-01", calendar.Workdays(3).WithRoll(9), "RollNone, RollForward or RollBack"},
		{"2150-01-01", calendar.Days(36_500), "an end before the year 2200"},
		{"2190-01-01", calendar.Workdays(36_500), "an end before the year 2200"},
		{"2026-01-01", calendar.Workdays(0), "a number from 1 to 36500, or a date"},
		{"2026-01-01", calendar.Days(36_501), "a number from 1 to 36500, or a date"},
	} {
		due, err := c.Due(date(tt.trigger), tt.term)
		var refused *calendar.TermError
		require.ErrorAs(t, err, &refused, tt.want)
		assert.Equal(t, tt.want, refused.Want)
		assert.True(t, due.Date.IsZero())
	}
	// 1950-01-01 is day 18 263 since 1899-12-31, so 18 262 days before it is 1900-01-01.
	due, err := c.Due(date("1950-01-01"), calendar.DaysBefore(18_262))
	require.NoError(t, err)
	assert.Equal(t, "1900-01-01", due.From.String())
}

// Where no earliest day is known, the story leaves it out.
func TestNoEarliestDay(t *testing.T) {
	c := china(t, calendar.National)
	due, err := c.Due(calendar.Date{}, calendar.By(date("1950-01-01")).WithRoll(calendar.RollBack))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	assert.True(t, due.Earliest.IsZero())
	assert.Equal(t, "not announced: by 1950-01-01\nmissing: the 1950 holiday notice of layer CN", due.EN())
	assert.Equal(t, "放假安排未公布：1950-01-01前\n缺 1950 年放假通知（CN 层）", due.ZH())
}

// 1900 is no year of a notice, since its days ahead would lie before any date; a
// run of days off may be a leap year long, 366 days, and not a day longer.
func TestNoticeBounds(t *testing.T) {
	for text, want := range map[string]string{
		`{"year":1900,"off":[],"worked":[]}`: "a year from 1901 to 2199",
		`{"year":1901,"off":[],"worked":[]}`: "",
		`{"year":2024,"off":[{"name":"示例","from":"2024-01-01","to":"2025-01-01"}],"worked":[]}`: "a first day and a last day not before it",
	} {
		_, err := calendar.ReadNotice([]byte(text))
		if want == "" {
			assert.NoError(t, err, text)
			continue
		}
		assert.ErrorContains(t, err, want, text)
	}
}

// The years that an entitlement names count, the first and the last too; a year left
// out has no end there.
func TestEntitlementYears(t *testing.T) {
	layer := func(e ...calendar.Entitlement) calendar.Layer {
		l := calendar.Layer{
			Region: "CN-XX", Over: calendar.National, Name: "示例", NameEN: "example", Law: "示例规定", Since: date("2024-01-01"), Entitlements: e,
			Window: calendar.Window{From: calendar.MustMonthDay(6, 1), To: calendar.MustMonthDay(6, 30)},
		}
		for year := 2024; year <= 2026; year++ {
			d := calendar.MustDate(year, 6, 3)
			l.Notices = append(l.Notices, calendar.Notice{
				Year: year, Evidence: "memory", Worked: []calendar.Date{},
				Off: []calendar.Off{{Name: "示例节", From: d, To: d}},
			})
		}
		return l
	}
	for _, tt := range []struct {
		given  []calendar.Entitlement
		warned []int
	}{
		{nil, nil},
		{[]calendar.Entitlement{{Days: 2}}, []int{2024, 2025, 2026}},
		{[]calendar.Entitlement{{From: 2025, Days: 2}}, []int{2025, 2026}},
		{[]calendar.Entitlement{{To: 2025, Days: 2}}, []int{2024, 2025}},
		{[]calendar.Entitlement{{From: 2025, To: 2025, Days: 2}}, []int{2025}},
		{[]calendar.Entitlement{{From: 2025, To: 2026, Days: 1}}, nil},
	} {
		c, err := calendar.China("CN-XX", calendar.WithLayer(layer(tt.given...)))
		require.NoError(t, err)
		var warned []int
		for _, w := range c.Warnings() {
			if w.Layer == "CN-XX" {
				warned = append(warned, w.Year)
			}
		}
		assert.Equal(t, tt.warned, warned, "%+v", tt.given)
	}
}

// Days that are only assumed are no notice that could fall short of the law.
func TestAssumedYearWarnsOfNothing(t *testing.T) {
	before := china(t, calendar.National).Warnings()
	few := calendar.StatutoryYear{Year: 2027, Days: []calendar.Off{{Name: "元旦", From: date("2027-01-01"), To: date("2027-01-01")}}}
	assert.Equal(t, before, china(t, calendar.National, calendar.Provisional(few)).Warnings())
}

// A make-up workday on which a term ends is counted like those before it:
// 2025-09-16…19, 22…26 and Sunday 28.
func TestTermEndsOnMakeUp(t *testing.T) {
	due, err := china(t, calendar.National).Due(date("2025-09-15"), calendar.Workdays(10))
	require.NoError(t, err)
	assert.Equal(t, "2025-09-28", due.Date.String())
	require.Len(t, due.Worked, 1)
	assert.Equal(t, due.Date, due.Worked[0].Date)
}

func TestNamesAndYears(t *testing.T) {
	assert.Equal(t, "calendar of CN-GX 2004–2026", china(t, calendar.Guangxi).String())
	assert.Equal(t, "unknown", (calendar.MakeUp + 1).String())
	assert.Equal(t, []int{1900, 2025, 2025, 2199}, []int{
		calendar.MustQuarter(1900, 1).Year(), calendar.MustQuarter(2025, 1).Year(), calendar.MustQuarter(2025, 4).Year(), calendar.MustQuarter(2199, 4).Year(),
	})
	assert.Zero(t, calendar.Quarter{}.Year())
}

// What lies behind the day that one counts from is not asked: 2027-03-15…05-15 has no
// answer in Guangxi; 03-13, 03-14 and 05-16 are weekends.
func TestCountsAwayFromAGap(t *testing.T) {
	c := china(t, calendar.Guangxi, with2027(t))
	on, err := c.AddWorkdays(date("2027-05-15"), 1)
	require.NoError(t, err)
	assert.Equal(t, "2027-05-17", on.String())
	back, err := c.AddWorkdays(date("2027-03-15"), -1)
	require.NoError(t, err)
	assert.Equal(t, "2027-03-12", back.String())
	var missing *calendar.NotAnnouncedError
	_, err = c.AddWorkdays(date("2027-05-14"), 1)
	require.ErrorAs(t, err, &missing)
	_, err = c.AddWorkdays(date("2027-03-16"), -1)
	require.ErrorAs(t, err, &missing)
}

// Assuming one year does not take away another: 2027 is assumed beside what a caller gives.
func TestProvisionalBeside(t *testing.T) {
	c := china(t, calendar.National, calendar.Provisional(calendar.StatutoryYear{Year: 2028}))
	for day, want := range map[string]calendar.Kind{"2027-01-01": calendar.Holiday, "2027-01-04": calendar.Workday, "2028-01-03": calendar.Workday} {
		got, err := c.Day(date(day))
		require.NoError(t, err, day)
		assert.Equal(t, want, got.Kind, day)
	}
}
