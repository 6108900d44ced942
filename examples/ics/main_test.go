package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/emersion/go-ical"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const units = "../pilot/units"

// entry is what a reader made of one obligation.
type entry struct {
	uid, summary, description, status, transparency, trigger string
	start, end                                               string
	stamp                                                    time.Time
	categories                                               []string
}

// want is the same from the obligation itself.
func want(r pilot.Result, o pilot.Obligation, at calendar.Date) entry {
	e := entry{transparency: "TRANSPARENT", status: "CONFIRMED", stamp: at.Time(time.UTC), categories: []string{r.Holder.Name, o.Standing.Title().ZH}}
	day := o.Due.Date
	switch {
	case !day.IsZero():
	case !o.Due.Earliest.IsZero():
		day, e.status = o.Due.Earliest, "TENTATIVE"
	default:
		day = o.Trigger
	}
	if o.Due.Provisional {
		e.status = "TENTATIVE"
	}
	e.start, e.end = day.String(), day.AddDays(1).String()
	if o.Advice {
		e.categories = append(e.categories, "建议")
	}
	if !o.Remind.IsZero() && (o.Standing == rule.Ahead || o.Standing == rule.NotTriggered) {
		e.trigger = fmt.Sprintf("-PT%dH", o.Due.Date.Sub(o.Remind)*24-9)
	}
	return e
}

func check(t *testing.T, r pilot.Result, o pilot.Obligation, w, got entry) {
	t.Helper()
	assert.True(t, strings.HasPrefix(got.uid, string(o.Duty.ID)+"."), got.uid)
	assert.Contains(t, got.summary, o.Duty.Title.ZH)
	assert.Contains(t, got.summary, o.Subject)
	assert.True(t, strings.HasPrefix(got.description, r.Holder.Name+"\n"+o.Line(rule.Chinese)), got.description)
	for _, b := range o.Duty.Basis {
		assert.Contains(t, got.description, b.String())
	}
	w.uid, w.summary, w.description = got.uid, got.summary, got.description
	assert.Equal(t, w, got, got.uid)
}

// golang-ical reads every field of every entry back.
func TestGolangICal(t *testing.T) {
	for _, at := range days() {
		results, err := reviews(units, at)
		require.NoError(t, err)
		b, err := feed(units, at, rule.Chinese)
		require.NoError(t, err)
		c, err := ics.ParseCalendar(bytes.NewReader(b))
		require.NoError(t, err)
		events, i := c.Events(), 0
		for _, r := range results {
			for _, o := range r.Obligations {
				require.Less(t, i, len(events))
				e := events[i]
				i++
				value := func(p ics.ComponentProperty) string {
					x := e.GetProperty(p)
					require.NotNil(t, x, p)
					return x.Value
				}
				got := entry{
					uid: e.Id(), summary: value(ics.ComponentPropertySummary), description: value(ics.ComponentPropertyDescription),
					status: value(ics.ComponentPropertyStatus), transparency: value(ics.ComponentPropertyTransp),
					categories: strings.Split(value(ics.ComponentPropertyCategories), ","),
				}
				start, err := e.GetAllDayStartAt()
				require.NoError(t, err)
				end, err := e.GetAllDayEndAt()
				require.NoError(t, err)
				got.start, got.end = start.Format(time.DateOnly), end.Format(time.DateOnly)
				got.stamp, err = e.GetDtStampTime()
				require.NoError(t, err)
				for _, a := range e.Alarms() {
					got.trigger = a.GetProperty(ics.ComponentPropertyTrigger).Value
				}
				check(t, r, o, want(r, o, at), got)
			}
		}
		assert.Len(t, events, i)
	}
}

// go-ical reads the same, and its encoder, which refuses a component without what
// RFC 5545 requires, writes it again.
func TestGoICal(t *testing.T) {
	for _, at := range days() {
		results, err := reviews(units, at)
		require.NoError(t, err)
		b, err := feed(units, at, rule.Chinese)
		require.NoError(t, err)
		c, err := ical.NewDecoder(bytes.NewReader(b)).Decode()
		require.NoError(t, err)
		events, i := c.Events(), 0
		for _, r := range results {
			for _, o := range r.Obligations {
				require.Less(t, i, len(events))
				e := events[i]
				i++
				text := func(c *ical.Component, name string) string {
					s, err := c.Props.Text(name)
					require.NoError(t, err, name)
					return s
				}
				got := entry{
					uid: text(e.Component, ical.PropUID), summary: text(e.Component, ical.PropSummary), description: text(e.Component, ical.PropDescription),
					status: text(e.Component, ical.PropStatus), transparency: text(e.Component, ical.PropTransparency),
				}
				start, err := e.DateTimeStart(time.UTC)
				require.NoError(t, err)
				end, err := e.DateTimeEnd(time.UTC)
				require.NoError(t, err)
				got.start, got.end = start.Format(time.DateOnly), end.Format(time.DateOnly)
				got.stamp, err = e.Props.DateTime(ical.PropDateTimeStamp, time.UTC)
				require.NoError(t, err)
				got.categories, err = e.Props.Get(ical.PropCategories).TextList()
				require.NoError(t, err)
				for _, a := range e.Children {
					require.Equal(t, ical.CompAlarm, a.Name)
					require.Equal(t, "DISPLAY", text(a, ical.PropAction))
					before, err := a.Props.Get(ical.PropTrigger).Duration()
					require.NoError(t, err)
					got.trigger = fmt.Sprintf("-PT%dH", int(-before.Hours()))
				}
				check(t, r, o, want(r, o, at), got)
			}
		}
		assert.Len(t, events, i)
		require.NoError(t, ical.NewEncoder(&bytes.Buffer{}).Encode(c))
	}
}

func days() []calendar.Date {
	return []calendar.Date{calendar.MustDate(2025, time.April, 5), calendar.MustDate(2026, time.April, 24), calendar.MustDate(2026, time.December, 31)}
}

// The program lists every entry, of the example units and of a file.
func TestRun(t *testing.T) {
	var b strings.Builder
	require.NoError(t, run([]string{"-at", "2026-04-20"}, &b))
	assert.Contains(t, b.String(), "2026-04-27  一次性收入备案 SR-2026-02  confirmed  ⏰ -PT63H\n")
	assert.Contains(t, b.String(), "2027-01-31  〔日期未公布，不早于 2027-01-31〕试点工作总结  tentative\n")
	assert.Error(t, run([]string{"-file", filepath.Join(t.TempDir(), "none.ics")}, &b))
	assert.Error(t, run([]string{"-units", filepath.Join(t.TempDir(), "none")}, &b))
}
