package pilot_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// property is one content line of an iCalendar file, unfolded and unescaped.
type property struct{ name, params, value string }

// component is an event, a to-do or an alarm.
type component struct {
	kind string
	all  []property
	in   []component
}

func (c component) get(name string) string {
	for _, p := range c.all {
		if p.name == name {
			return p.value
		}
	}
	return ""
}

// parseICal reads a file as RFC 5545 3.1 has it: lines that end in CRLF, unfolded,
// at most 75 octets each and whole characters in each.
func parseICal(t require.TestingT, b []byte) component {
	require.True(t, utf8.Valid(b))
	require.True(t, bytes.HasSuffix(b, []byte("\r\n")))
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSuffix(string(b), "\r\n"), "\r\n") {
		require.LessOrEqual(t, len(line), 75, line)
		require.True(t, utf8.ValidString(line), "%q", line)
		require.NotContains(t, line, "\n")
		require.NotContains(t, line, "\r")
		if rest, folded := strings.CutPrefix(line, " "); folded {
			require.NotEmpty(t, lines)
			lines[len(lines)-1] += rest
			continue
		}
		lines = append(lines, line)
	}
	stack := []component{{}}
	for _, line := range lines {
		head, value, found := strings.Cut(line, ":")
		require.True(t, found, line)
		name, params, _ := strings.Cut(head, ";")
		top := len(stack) - 1
		switch name {
		case "BEGIN":
			stack = append(stack, component{kind: value})
		case "END":
			require.Equal(t, stack[top].kind, value)
			stack[top-1].in = append(stack[top-1].in, stack[top])
			stack = stack[:top]
		default:
			value = strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(value)
			stack[top].all = append(stack[top].all, property{name, params, value})
		}
	}
	require.Len(t, stack, 1)
	require.Len(t, stack[0].in, 1)
	require.Equal(t, "VCALENDAR", stack[0].in[0].kind)
	return stack[0].in[0]
}

func stamp() time.Time { return time.Date(2026, 4, 24, 8, 30, 0, 0, time.FixedZone("", 8*3600)) }

func written(t require.TestingT, c pilot.ICalendar, results ...pilot.Result) component {
	var b bytes.Buffer
	require.NoError(t, c.Write(&b, results...))
	return parseICal(t, b.Bytes())
}

// One filing to the last octet, folds counted by hand: a Chinese character is 3
// octets, and no line has more than 75.
func TestICalendarEntry(t *testing.T) {
	u := built(t, department(), list("2025-05-20", "D-1"), receipt("2026-04-09", "SR-1", revenue.OneOff, "100.00", "D-1"))
	r := reviewed(t, u, "2026-04-20")
	r.Obligations = []pilot.Obligation{obligation(t, r, revenue.DutyOneOff, "SR-1")}
	var b bytes.Buffer
	require.NoError(t, pilot.ICalendar{Stamp: stamp(), Name: "数据资产试点"}.Write(&b, r))
	head, rest, _ := strings.Cut(b.String(), "UID:")
	uid, rest, _ := strings.Cut(rest, "\r\n")
	assert.Equal(t, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//dataasset-go//pilot//ZH\r\nCALSCALE:GREGORIAN\r\n"+
		"NAME:数据资产试点\r\nX-WR-CALNAME:数据资产试点\r\nBEGIN:VEVENT\r\n", head)
	assert.Regexp(t, `^revenue\.file-one-off\.[0-9a-f]{16}@dataasset$`, uid)
	before, description, _ := strings.Cut(rest, "DESCRIPTION:")
	assert.Equal(t, "DTSTAMP:20260424T003000Z\r\nDTSTART;VALUE=DATE:20260427\r\nDTEND;VALUE=DATE:20260428\r\nTRANSP:TRANSPARENT\r\nSUMMARY:一次性收入备案 SR-1\r\n", before)
	_, after, _ := strings.Cut(description, "CATEGORIES:")
	// 04-27 is a Monday: nine o'clock on Friday 04-24 is 3 × 24 − 9 = 63 hours before its midnight.
	assert.Equal(t, "自治区科技厅,未到期\r\nSTATUS:CONFIRMED\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:一次性收入备案 SR-1\r\nTRIGGER:-PT63H\r\n"+
		"END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", after)

	said := parseICal(t, b.Bytes()).in[0].get("DESCRIPTION")
	assert.Contains(t, said, "自治区科技厅\n2026-04-27  一次性收入备案  SR-1  → 自治区财政厅  未到期（还有 5 个工作日）\n") // 21…24 (4), 27
	assert.Contains(t, said, "全国日历：2026-04-23")
	assert.Contains(t, said, "桂财资〔2025〕15号 四(六) [GX-4.6.3]")
}

// Every obligation of three units is in the file, each under a name of its own
// that stays while day and language change.
func TestICalendarAll(t *testing.T) {
	names := map[string]string{}
	for _, at := range []string{"2025-04-05", "2026-04-24", "2026-12-31"} {
		for _, language := range []rule.Language{rule.Chinese, rule.English, ""} {
			seen := map[string]bool{}
			var results []pilot.Result
			n := 0
			for _, v := range eachKind() {
				r := reviewed(t, built(t, v, done(pilot.DutyLiaison, "", "2025-04-08")), at)
				results = append(results, r)
				n += len(r.Obligations)
			}
			c := written(t, pilot.ICalendar{Stamp: stamp(), Language: language}, results...)
			require.Len(t, c.in, n)
			i := 0
			for _, r := range results {
				for _, o := range r.Obligations {
					e := c.in[i]
					i++
					uid, key := e.get("UID"), r.Holder.Name+" "+string(o.Duty.ID)+" "+o.Subject
					assert.False(t, seen[uid], uid)
					seen[uid] = true
					if names[key] != "" {
						assert.Equal(t, names[key], uid, key)
					}
					names[key] = uid
					assert.Equal(t, "VEVENT", e.kind)
					assert.Equal(t, "20260424T003000Z", e.get("DTSTAMP"))
					if due := o.Due.Date; !due.IsZero() {
						assert.Equal(t, strings.ReplaceAll(due.String(), "-", ""), e.get("DTSTART"))
					}
					assert.Equal(t, o.Standing == rule.Ahead || o.Standing == rule.NotTriggered && !o.Due.Date.IsZero(), len(e.in) == 1, "it rings while it is to be done: %s %s", key, o.Standing)
				}
			}
		}
	}
}

// What has no due date is said to have none.
func TestICalendarUnknownDates(t *testing.T) {
	r := reviewed(t, built(t, bureau()), "2026-12-31")
	all := written(t, pilot.ICalendar{Stamp: stamp()}, r).in
	find := func(id rule.ID, part string) component {
		for _, e := range all {
			if strings.HasPrefix(e.get("UID"), string(id)+".") && strings.Contains(e.get("SUMMARY"), part) {
				return e
			}
		}
		t.Fatalf("no %s", id)
		return component{}
	}
	summary := find(pilot.DutySummary, "")
	assert.Equal(t, "〔日期未公布，不早于 2027-01-31〕试点工作总结", summary.get("SUMMARY"))
	assert.Equal(t, "20270131", summary.get("DTSTART"))
	assert.Equal(t, "TENTATIVE", summary.get("STATUS"))
	assert.Empty(t, summary.in)
	promptly := find(pilot.DutyMechanism, "")
	assert.Equal(t, "〔及时，无天数〕建立本地区数据资产管理工作机制", promptly.get("SUMMARY"))
	assert.Equal(t, "20250401", promptly.get("DTSTART"))
	advised := find(pilot.DutyStocktake, "2025")
	assert.Equal(t, "〔建议〕资产盘点（每年至少一次） 2025", advised.get("SUMMARY"))
	assert.Empty(t, advised.in)

	// A day past the calendar's end has no next day; an obligation without any day
	// is a to-do.
	last := calendar.MustDate(2199, time.December, 31)
	duty := pilot.Guangxi().Milestones[0]
	c := written(t, pilot.ICalendar{Stamp: stamp()}, pilot.Result{Obligations: []pilot.Obligation{{Duty: duty, Due: calendar.Due{Date: last}}, {Duty: duty}}})
	assert.Equal(t, "21991231", c.in[0].get("DTSTART"))
	assert.Empty(t, c.in[0].get("DTEND"))
	assert.Equal(t, "VTODO", c.in[1].kind)
	assert.Empty(t, c.in[1].get("DTSTART"))
	assert.Equal(t, "NEEDS-ACTION", c.in[1].get("STATUS"))
}

// Whatever texts hold, the file can be unfolded and unescaped to the same texts,
// control characters apart.
func TestICalendarTextsReturn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.StringOf(rapid.RuneFrom([]rune("数据资产\\;,:\"\n\t é😀a b\x00\x7f"), unicode.Han, unicode.Latin))
		unit, subject, name := texts.Draw(t, "unit"), texts.Draw(t, "subject"), texts.Draw(t, "name")
		duty := pilot.Guangxi().Milestones[0]
		duty.Title.ZH = texts.Draw(t, "title")
		r := pilot.Result{Obligations: []pilot.Obligation{{Duty: duty, Subject: subject, DoneOn: day("2025-04-08"), Due: calendar.Due{Date: day("2025-04-10")}}}}
		r.Holder.Name = unit
		c := written(t, pilot.ICalendar{Stamp: stamp(), Name: name}, r)
		clean := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r == '\x00' || r == '\x7f' {
					return -1
				}
				return r
			}, s)
		}
		require.Equal(t, clean(name), c.get("NAME"))
		want := "✓ " + duty.Title.ZH
		if subject != "" {
			want += " " + subject
		}
		require.Equal(t, clean(want), c.in[0].get("SUMMARY"))
		require.True(t, strings.HasPrefix(c.in[0].get("DESCRIPTION"), clean(unit)+"\n"))
	})
}

type brokenWriter struct{ room int }

func (w *brokenWriter) Write(b []byte) (int, error) {
	if w.room -= len(b); w.room < 0 {
		return 0, errors.New("disk full")
	}
	return len(b), nil
}

// A file without its time is refused, and an error of the writer is returned.
func TestICalendarErrors(t *testing.T) {
	var value *rule.ValueError
	require.ErrorAs(t, pilot.ICalendar{}.Write(&bytes.Buffer{}), &value)
	r := reviewed(t, built(t, department()), "2026-12-31")
	for _, room := range []int{0, 20, 500} {
		require.EqualError(t, pilot.ICalendar{Stamp: stamp()}.Write(&brokenWriter{room}, r), "disk full")
	}
}
