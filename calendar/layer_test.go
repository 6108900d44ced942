package calendar_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// nextYear is a made-up national notice for 2027, for tests only.
const nextYear = `{
  "year": 2027, "number": "示例发〔2026〕1号", "signed": "2026-11-30", "evidence": "read",
  "off": [
    {"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"},
    {"name": "春节", "from": "2027-02-05", "to": "2027-02-12"},
    {"name": "清明节", "from": "2027-04-03", "to": "2027-04-05"},
    {"name": "劳动节", "from": "2027-05-01", "to": "2027-05-05"},
    {"name": "端午节", "from": "2027-06-09"},
    {"name": "中秋节", "from": "2027-09-15"},
    {"name": "国庆节", "from": "2027-10-01", "to": "2027-10-07"}
  ],
  "statutory": ["2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-05-01",
    "2027-05-02", "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03"],
  "worked": ["2027-01-31", "2027-02-20", "2027-04-25", "2027-09-26", "2027-10-09"]
}`

func with2027(t *testing.T) calendar.Option {
	t.Helper()
	n, err := calendar.ReadNotice([]byte(nextYear))
	require.NoError(t, err)
	return calendar.WithNotice(calendar.National, n)
}

// On the day the notice is published it is loaded; Guangxi still waits for its own.
func TestNextYearsNotice(t *testing.T) {
	nation, region := china(t, calendar.National, with2027(t)), china(t, calendar.Guangxi, with2027(t))
	for _, c := range []*calendar.Calendar{nation, region} {
		due, err := c.Due(date("2026-12-31"), calendar.Workdays(10))
		require.NoError(t, err)
		assert.Equal(t, "2027-01-15", due.Date.String(), c) // 元旦 01-01…03; 04…08, 11…15
		due, err = c.Due(date("2026-12-31"), calendar.Months(1))
		require.NoError(t, err)
		assert.Equal(t, "2027-01-31", due.Date.String(), "the made-up notice has that Sunday worked")
		day, err := c.Day(date("2026-12-31"))
		require.NoError(t, err)
		assert.False(t, day.Open, "settled by the notice for 2027")
	}
	ok, err := nation.IsWorkday(date("2027-04-08"))
	require.NoError(t, err)
	assert.True(t, ok)

	guangxi2027 := &calendar.NotAnnouncedError{Layer: calendar.Guangxi, Year: 2027}
	_, err = region.IsWorkday(date("2027-04-08"))
	assert.Equal(t, guangxi2027, err)
	_, err = region.AddWorkdays(date("2027-03-01"), 11) // 03-02…05, 08…12, 15, 16
	assert.Equal(t, guangxi2027, err)
	_, err = region.AddWorkdays(date("2027-05-31"), -20)
	assert.Equal(t, guangxi2027, err)
	_, err = region.WorkdaysBetween(date("2027-03-01"), date("2027-06-01"))
	assert.Equal(t, guangxi2027, err)
	got, err := region.AddWorkdays(date("2027-03-01"), 9)
	require.NoError(t, err)
	assert.Equal(t, "2027-03-12", got.String(), "before the window it answers")
	n, err := region.WorkdaysBetween(date("2027-05-15"), date("2027-05-31"))
	require.NoError(t, err)
	assert.Equal(t, 11, n, "after the window it answers: 05-17…21, 24…28, 31")

	due, err := region.Due(date("2027-04-02"), calendar.Workdays(5))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	assert.Equal(t, "2027-04-12", due.Earliest.String(), "04-06…09, 12 if 三月三 takes none; 清明 rests anyway")

	cov := region.Coverage()
	assert.Equal(t, "2004-01-01", cov.First.String())
	assert.Equal(t, "2027-03-14", cov.LastSettled.String())
	assert.Equal(t, "2027-12-31", cov.LastAnswered.String())
	assert.Equal(t, []int{2027}, cov.Layers[1].Missing)
	assert.Empty(t, nation.Warnings()[2:], "2015 and 2020 only: the made-up notice grants 13")
}

func TestCoverage(t *testing.T) {
	cov := china(t, calendar.Guangxi).Coverage()
	assert.Equal(t, "2004-01-01 2026-12-28 2026-12-31",
		cov.First.String()+" "+cov.LastSettled.String()+" "+cov.LastAnswered.String())
	require.Len(t, cov.Layers, 2)
	assert.Equal(t, "03-15…05-15", cov.Layers[1].Window.From.String()+"…"+cov.Layers[1].Window.To.String())
	assert.Equal(t, "2014-03-01", cov.Layers[1].Since.String())
	// A caller's change of the answer changes nothing inside.
	cov.Layers[0].Notices[0].Worked[0] = date("2020-01-01")
	assert.Equal(t, "2004-01-17", china(t, calendar.Guangxi).Coverage().Layers[0].Notices[0].Worked[0].String())
}

// Before the local law the Guangxi layer is empty and complete.
func TestGuangxiBeforeTheLaw(t *testing.T) {
	nation, region := china(t, calendar.National), china(t, calendar.Guangxi)
	for d := date("2004-01-01"); d.Before(date("2014-04-02")); d = d.AddDays(1) {
		a, err := nation.IsWorkday(d)
		require.NoError(t, err)
		b, err := region.IsWorkday(d)
		require.NoError(t, err)
		if a != b {
			t.Fatalf("%s differs", d)
		}
	}
}

// The window of Guangxi is a judgement, and the caller's to widen.
func TestWithWindow(t *testing.T) {
	wide := calendar.WithWindow(calendar.Guangxi, calendar.Window{From: calendar.MustMonthDay(3, 1), To: calendar.MustMonthDay(6, 30)})
	c := china(t, calendar.Guangxi, with2027(t), wide)
	_, err := c.IsWorkday(date("2027-06-30"))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)
	_, err = c.IsWorkday(date("2027-07-01"))
	require.NoError(t, err)
	_, err = calendar.China(calendar.Guangxi, calendar.WithWindow(calendar.Guangxi, calendar.Window{From: calendar.MustMonthDay(4, 1), To: calendar.MustMonthDay(5, 15)}))
	var refused *calendar.NoticeError
	require.ErrorAs(t, err, &refused)
	assert.Contains(t, err.Error(), `"2017-03-30": want days within 2017-04-01…05-15`)
	_, err = calendar.China(calendar.National, calendar.WithWindow("CN-XX", calendar.Window{}))
	var unknown *calendar.RegionError
	require.ErrorAs(t, err, &unknown)
}

// A prefecture over its province over the nation: 凉山 takes a national make-up
// day off (2023-10-07), adds make-up days of its own, and rests for 火把节.
func TestCallersLayers(t *testing.T) {
	b, err := os.ReadFile("testdata/liangshan.json")
	require.NoError(t, err)
	prefecture, err := calendar.ReadLayer(b)
	require.NoError(t, err)
	unit := calendar.Layer{
		Region: "example-unit", Over: prefecture.Region, Name: "示例单位", NameEN: "a unit",
		Since:   date("2023-01-01"),
		Window:  calendar.Window{From: calendar.MustMonthDay(7, 1), To: calendar.MustMonthDay(7, 31)},
		Notices: []calendar.Notice{{Year: 2023, Off: []calendar.Off{{Name: "馆庆", From: date("2023-07-03")}}}},
	}
	c := china(t, "example-unit", calendar.WithLayer(unit), calendar.WithLayer(prefecture))
	for day, want := range map[string]calendar.Kind{
		"2023-10-07": calendar.Holiday, // a national make-up Saturday
		"2023-08-10": calendar.Holiday,
		"2023-08-06": calendar.MakeUp,
		"2023-08-19": calendar.MakeUp,
		"2023-10-08": calendar.MakeUp, // the nation's, untouched
		"2023-07-03": calendar.Holiday,
		"2022-07-04": calendar.Workday, // before the unit's own rule
	} {
		got, err := c.Day(date(day))
		require.NoError(t, err, day)
		assert.Equal(t, want, got.Kind, day)
	}
	_, err = c.IsWorkday(date("2024-07-03"))
	assert.Equal(t, &calendar.NotAnnouncedError{Layer: "example-unit", Year: 2024}, err)
	_, err = c.IsWorkday(date("2024-08-10"))
	assert.Equal(t, &calendar.NotAnnouncedError{Layer: "CN-SC-34", Year: 2024}, err)
	regions := []calendar.Region{}
	for _, l := range c.Coverage().Layers {
		regions = append(regions, l.Region)
	}
	assert.Equal(t, []calendar.Region{"CN", "CN-SC-34", "example-unit"}, regions)

	// The caller's value stays the caller's.
	unit.Notices[0].Off[0].From = date("2023-07-04")
	got, err := c.Day(date("2023-07-03"))
	require.NoError(t, err)
	assert.Equal(t, "馆庆", got.ZH())
	assert.Equal(t, "馆庆", got.EN(), "no English name was given")
}

func TestRegionRefused(t *testing.T) {
	layer := func(region, over calendar.Region) calendar.Layer {
		return calendar.Layer{
			Region: region, Over: over, Name: "甲", NameEN: "a",
			Window: calendar.Window{From: calendar.MustMonthDay(1, 1), To: calendar.MustMonthDay(12, 31)},
		}
	}
	var unknown *calendar.RegionError
	for _, r := range []calendar.Region{"", "cn", "CN-XX", " CN"} {
		_, err := calendar.China(r)
		require.ErrorAs(t, err, &unknown, string(r))
		assert.Equal(t, []calendar.Region{"CN", "CN-GX"}, unknown.Known)
	}
	_, err := calendar.China("A", calendar.WithLayer(layer("A", "B")))
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, calendar.Region("B"), unknown.Region, "what it lies over is unknown")

	var refused *calendar.NoticeError
	_, err = calendar.China("A", calendar.WithLayer(layer("A", "B")), calendar.WithLayer(layer("B", "A")))
	require.ErrorAs(t, err, &refused)
	assert.Contains(t, err.Error(), "circle")
	for name, l := range map[string]calendar.Layer{
		"twice":        layer(calendar.Guangxi, calendar.National),
		"over itself":  layer("A", "A"),
		"over nothing": layer("A", ""),
		"no region":    layer("", calendar.National),
		"zero":         {},
	} {
		_, err = calendar.China("A", calendar.WithLayer(l))
		require.Error(t, err, name)
	}
	_, err = calendar.China(calendar.National, with2027(t), with2027(t))
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, 2027, refused.Year)
	_, err = calendar.China(calendar.National, calendar.WithNotice("CN-XX", calendar.Notice{Year: 2027}))
	require.ErrorAs(t, err, &unknown)
}

// One file a fault: each is refused, and the message says what was expected.
func TestBadNotices(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.json")
	require.NoError(t, err)
	want := map[string]string{
		"amendment-elsewhere":    `at "/amendments/0/dates/0": "2027-03-01": want days of the amendment 示例〔2027〕2号 among those off or worked`,
		"day-before-the-lead":    `at "/worked/0": "2026-12-28": want days within 2027-01-01…12-31 or from 2026-12-29`,
		"day-twice":              `at "/off/1": "2027-10-03": want a day that is named once; the notice for 2027 names it too`,
		"duplicate-member":       `at "/year"`,
		"end-before-start":       `at "/off/0": "元旦 2027-01-01…2026-12-31": want a name, a first day and a last day not before it`,
		"full-width-digits":      `at "/off/0/from": "２０２７-01-01": want a date written 2006-01-02 in ASCII digits`,
		"huge-exponent":          `at "/year"`,
		"make-up-on-a-weekday":   `at "/worked/0": "2027-03-03": want make-up workdays among the rest days; that day is worked anyway`,
		"not-json":               `want valid JSON`,
		"null-date":              `at "/worked/0": "null": want a JSON string`,
		"off-and-worked":         `at "/worked/0": "2027-01-02": want a day that is named once`,
		"run-of-years":           `at "/off/0": "元旦 2027-01-01…2199-01-03": want a name, a first day and a last day not before it`,
		"statutory-not-off":      `at "/statutory/0": "2027-01-04": want statutory days among those off`,
		"unknown-member":         `at "/holidays"`,
		"unnamed":                `at "/off/0": " 2027-01-01…2027-01-03": want a name, a first day and a last day not before it`,
		"wrong-year":             `at "/off/0": "2026-01-01": want days within 2027-01-01…12-31 or from 2026-12-29`,
		"year-as-text":           `at "/year"`,
		"zero-day":               `at "/worked/0": "0000-00-00": want a year from 1900 to 2199`,
		"chinese-comma":          `want valid JSON`,
		"byte-order-mark":        `want valid JSON`,
		"year-out-of-range":      `at "/year": "-1": want a year from 1901 to 2199`,
		"named-in-two-years":     `at "/off/0": "2026-12-31": want a day that is named once; the notice for 2026 names it too`,
		"make-up-on-a-named-day": `at "/worked/1": "2027-01-31": want a day that is named once`,

		// An arrangement that someone forgot to write is not an empty one.
		"null":            `holiday notice: "null": want a value`,
		"empty-object":    `at "/year": want a year from 1901 to 2199`,
		"no-year":         `at "/year": want a year from 1901 to 2199`,
		"only-a-year":     `at "/off": want a list of days off, [] if there are none`,
		"no-days-off":     `at "/off": want a list of days off, [] if there are none`,
		"no-make-up-days": `at "/worked": want a list of make-up workdays, [] if there are none`,
		"null-list":       `at "/worked": "null": want a value`,
		"null-number":     `at "/number": "null": want a value`,
		"null-run":        `at "/off/1": "null": want a value`,

		"year-after-the-last":     `at "/year": "2200": want a year from 1901 to 2199`,
		"two-years-ahead":         `at "/off/1": "2025-12-31": want days of 2027, or of 2026 where`,
		"make-up-two-years-ahead": `at "/worked/1": "2025-12-28": want days of 2027, or of 2026 where`,
		"too-many-days":           `at "/off/1": "2027-12-30": want at most 366 days named`,
	}
	assert.Len(t, files, len(want))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			n, err := calendar.ReadNotice(b)
			if err == nil {
				opts := []calendar.Option{calendar.WithNotice(calendar.National, n)}
				if name == "named-in-two-years" {
					present := calendar.Notice{Year: 2026, Off: []calendar.Off{{Name: "示例", From: date("2026-12-31")}}}
					opts = append(opts, calendar.WithNotice(calendar.National, present))
				}
				_, err = calendar.China(calendar.National, opts...)
			}
			var refused *calendar.NoticeError
			require.ErrorAs(t, err, &refused)
			require.Contains(t, want, name)
			assert.Contains(t, err.Error(), want[name])
		})
	}
}

func TestReadLayerRefuses(t *testing.T) {
	good := `{"format":1,"region":"A","over":"CN","name":"甲","nameEN":"a","window":{"from":"01-01","to":"12-31"},"notices":[]}`
	_, err := calendar.ReadLayer([]byte(good))
	require.NoError(t, err)
	for old, replacement := range map[string]string{
		`"format":1`:        `"format":2`,
		`"region":"A"`:      `"region":""`,
		`"over":"CN"`:       `"over":""`,
		`"name":"甲"`:        `"name":""`,
		`"from":"01-01"`:    `"from":"13-01"`,
		`"to":"12-31"`:      `"to":""`,
		`"notices":[]`:      `"notices":{}`,
		`"nameEN":"a"`:      `"nameEN":"a","extra":1`,
		`"notices":[]}`:     `"notices":[]} {}`,
		`[]}`:               `[{"year":2025,"off":[],"worked":[]},{"year":2025,"off":[],"worked":[]}]}`,
		`"window":{"from"`:  `"window":{"to":"02-01","from"`,
		`{"format":1`:       "\xff{\"format\":1",
		`"from":"01-01","t`: `"from":"12-31","t`, // from after to is refused below
	} {
		text := strings.Replace(good, old, replacement, 1)
		if old == `"from":"01-01","t` {
			text = strings.Replace(text, `"to":"12-31"`, `"to":"01-01"`, 1)
		}
		_, err := calendar.ReadLayer([]byte(text))
		var refused *calendar.NoticeError
		assert.ErrorAs(t, err, &refused, replacement)
	}
	for _, tt := range []struct{ old, replacement, want string }{
		{`"region":"A"`, `"region":""`, `at "/region": want a region`},
		{`"over":"CN"`, `"over":"A"`, `at "/over": "A": want a region other than its own`},
		{`"name":"甲"`, `"name":""`, `at "/name": want a name in Chinese`},
		{`"nameEN":"a"`, `"nameEN":""`, `at "/nameEN": want a name in English`},
		{`"to":"12-31"`, `"to":""`, `at "/window": "01-01…": want a window`},
		{`,"notices":[]`, ``, `at "/notices": want a list of notices`},
		{`"format":1,`, ``, `at "/format": "0": want 1`},
		{`[]`, `[null]`, `at "/notices/0": "null": want a value`},
		{`"notices":[]`, `"notices":[{"year":2025,"off":[],"worked":[]},{"year":2025,"off":[],"worked":[]}]`, `for 2025 at "/notices/1/year": "2025": want one notice a year`},
		{`[]`, `[{"year":2025,"off":[]}]`, `for 2025 at "/notices/0/worked": want a list of make-up workdays`},
		{`[]`, `[{"year":2025,"off":[],"worked":["2025-03-01","2024-03-01"]}]`, `for 2025 at "/notices/0/worked/1": "2024-03-01": want days within 2025-01-01…12-31`},
		{`[]`, `[{"year":2024,"off":[],"worked":[]},{"year":2025,"off":[{"name":"","from":"2025-03-03"}],"worked":[]}]`, `for 2025 at "/notices/1/off/0": " 2025-03-03…2025-03-03": want a name`},
		{`[]`, `[{"year":2025,"off":[{"name":"x","from":"2025-03-03"},{"name":"y","from":"2025-03-03"}],"worked":[]}]`, `for 2025 at "/notices/0/off/1": "2025-03-03": want a day that is named once`},
		{`[]`, `[{"year":2025,"statutory":["2025-03-03"],"off":[],"worked":[]}]`, `for 2025 at "/notices/0/statutory/0": "2025-03-03": want statutory days`},
		{`[]`, `[{"year":2025,"off":[{"name":"x","from":"20250303"}],"worked":[]}]`, `at "/notices/0/off/0/from": "20250303": want a date written`},
		{`"window":{"from`, `"window":{"form`, `at "/window/form": want a member as ReadLayer describes`},
	} {
		_, err := calendar.ReadLayer([]byte(strings.Replace(good, tt.old, tt.replacement, 1)))
		assert.ErrorContains(t, err, tt.want, tt.replacement)
	}
	for _, text := range []string{"", "null", "[]", "1e1000000000", strings.Repeat("[", 100_000), strings.Repeat(" ", 2<<20)} {
		_, err := calendar.ReadLayer([]byte(text))
		assert.Error(t, err, "%.20q", text)
		assert.Less(t, len(err.Error()), 400)
	}
}

// The text form is the Go value's JSON, so a caller can write what it read.
func TestNoticeRoundTrip(t *testing.T) {
	n, err := calendar.ReadNotice([]byte(nextYear))
	require.NoError(t, err)
	b, err := json.Marshal(n)
	require.NoError(t, err)
	back, err := calendar.ReadNotice(b)
	require.NoError(t, err)
	assert.Equal(t, n, back)
}

func TestProvisional(t *testing.T) {
	c := china(t, calendar.Guangxi, calendar.Provisional())
	due, err := c.Due(date("2026-12-31"), calendar.Workdays(10))
	require.NoError(t, err)
	assert.Equal(t, "2027-01-15", due.Date.String(), "only 01-01 and weekends rest: 04…08, 11…15")
	assert.True(t, due.Provisional)
	due, err = c.Due(date("2026-12-31"), calendar.Months(1))
	require.NoError(t, err)
	assert.Equal(t, "2027-02-01", due.Date.String())
	assert.True(t, due.Provisional)
	for day, want := range map[string]calendar.Kind{
		"2027-02-05": calendar.Holiday, // 除夕, a Friday
		"2027-02-09": calendar.Workday, // no exchange of days is invented
		"2027-04-08": calendar.Workday, // nor a 三月三
		"2027-06-09": calendar.Holiday,
		"2027-09-15": calendar.Holiday,
	} {
		got, err := c.Day(date(day))
		require.NoError(t, err)
		assert.Equal(t, want, got.Kind, day)
		assert.True(t, got.Open, day)
	}
	december, err := c.Day(date("2026-12-30"))
	require.NoError(t, err)
	assert.True(t, december.Open, "the real notice for 2027 can still change it")
	settled, err := c.Day(date("2026-12-28"))
	require.NoError(t, err)
	assert.False(t, settled.Open)
	assert.Equal(t, "2026-12-28", c.Coverage().LastSettled.String())
	_, err = c.IsWorkday(date("2028-01-01"))
	require.ErrorIs(t, err, calendar.ErrNotAnnounced)

	// Later years are the caller's; a gap between stays a gap; a real notice wins.
	later := calendar.StatutoryYear{Year: 2029, Days: []calendar.Off{{Name: "元旦", From: date("2029-01-01")}}}
	c = china(t, calendar.National, calendar.Provisional(later), with2027(t))
	_, err = c.IsWorkday(date("2028-06-01"))
	assert.Equal(t, &calendar.NotAnnouncedError{Layer: calendar.National, Year: 2028}, err)
	_, err = c.IsWorkday(date("2029-06-01"))
	require.NoError(t, err)
	real2027, err := c.Day(date("2027-02-09"))
	require.NoError(t, err)
	assert.Equal(t, calendar.Holiday, real2027.Kind)
	assert.False(t, real2027.Open)
	_, err = calendar.China(calendar.National, calendar.Provisional(later, later))
	require.Error(t, err, "the same year twice")
}

func TestKindNames(t *testing.T) {
	for k := calendar.Workday; k <= calendar.MakeUp; k++ {
		assert.NotEmpty(t, k.ZH())
		assert.Equal(t, k.EN(), k.String())
	}
	assert.Equal(t, "unknown", calendar.Kind(200).String())
	assert.Equal(t, time.Sunday, date("2026-09-20").Weekday())
}
