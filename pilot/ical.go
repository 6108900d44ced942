package pilot

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// ICalendar writes obligations as an iCalendar object (RFC 5545), so that a unit
// can subscribe to them in the calendar it uses. Stamp is needed.
//
// An obligation is an all-day event, not a to-do: the calendars that people
// subscribe with show events, and most drop to-dos. One whose date waits for a
// holiday notice stands, tentative, on the earliest day it can be, and its title
// says that the day is not the due date; one without a number of days stands on
// the day of its occasion; one without any day is a to-do without a date. What is
// done is marked ✓. The event of what is still to be done rings at nine on the
// last working day before.
//
// A UID is made of the unit's name, the duty and the occasion, so that an entry is
// itself again in every later file, whatever its date, status or language.
type ICalendar struct {
	Stamp    time.Time     // when the file was made (DTSTAMP); the caller's, never a clock's
	Language rule.Language // Chinese unless English
	Name     string        // of the calendar; "": none
}

// Write writes every obligation of the results, those of the first result first.
// Errors are of w, or a [*rule.ValueError] without a stamp.
func (c ICalendar) Write(w io.Writer, results ...Result) error {
	if c.Stamp.IsZero() {
		return &rule.ValueError{Want: "the time of the file, for DTSTAMP"}
	}
	l := &icalLines{out: w}
	l.line("BEGIN", "VCALENDAR")
	l.line("VERSION", "2.0")
	l.line("PRODID", "-//dataasset-go//pilot//"+strings.ToUpper(string(c.language())))
	l.line("CALSCALE", "GREGORIAN")
	if c.Name != "" {
		l.line("NAME", icalText(c.Name))
		l.line("X-WR-CALNAME", icalText(c.Name))
	}
	for _, r := range results {
		for _, o := range r.Obligations {
			c.entry(l, r, o)
		}
	}
	l.line("END", "VCALENDAR")
	return l.err
}

func (c ICalendar) language() rule.Language {
	if c.Language == rule.English {
		return rule.English
	}
	return rule.Chinese
}

// entry writes one obligation.
func (c ICalendar) entry(l *icalLines, r Result, o Obligation) {
	kind, day := "VEVENT", o.sortDay()
	if day.IsZero() {
		kind = "VTODO"
	}
	l.line("BEGIN", kind)
	l.line("UID", o.uid(r.Holder.Name))
	l.line("DTSTAMP", c.Stamp.UTC().Format("20060102T150405Z"))
	if !day.IsZero() {
		l.line("DTSTART;VALUE=DATE", icalDate(day))
		if next := day.AddDays(1); !next.IsZero() {
			l.line("DTEND;VALUE=DATE", icalDate(next))
		}
		l.line("TRANSP", "TRANSPARENT") // a due date makes nobody busy
	}
	l.line("SUMMARY", icalText(c.summary(o)))
	l.line("DESCRIPTION", icalText(c.description(r, o)))
	categories := icalText(r.Holder.Name) + "," + icalText(o.Standing.Title().In(c.language()))
	if o.Advice {
		categories += "," + icalText(text("建议", "advice").In(c.language()))
	}
	l.line("CATEGORIES", categories)
	switch {
	case kind == "VTODO":
		l.line("STATUS", "NEEDS-ACTION")
	case o.Due.Missing != nil || o.Due.Provisional:
		l.line("STATUS", "TENTATIVE")
	default:
		l.line("STATUS", "CONFIRMED")
	}
	if !o.Remind.IsZero() && o.DoneOn.IsZero() && o.Standing != rule.Overdue && o.Standing != rule.NotRecorded {
		l.line("BEGIN", "VALARM")
		l.line("ACTION", "DISPLAY")
		l.line("DESCRIPTION", icalText(c.summary(o)))
		l.line("TRIGGER", "-PT"+strconv.Itoa(o.Due.Date.Sub(o.Remind)*24-9)+"H")
		l.line("END", "VALARM")
	}
	l.line("END", kind)
}

// uid is a name of the obligation that stays: the unit, the duty, the occasion.
func (o Obligation) uid(unit string) string {
	sum := sha256.Sum256([]byte(unit + "\x00" + o.Subject))
	return string(o.Duty.ID) + "." + hex.EncodeToString(sum[:8]) + "@dataasset"
}

// summary is the title of an entry.
func (c ICalendar) summary(o Obligation) string {
	l := c.language()
	s := o.Duty.Title.In(l)
	if o.Subject != "" {
		s += " " + o.Subject
	}
	switch {
	case !o.DoneOn.IsZero():
		s = "✓ " + s
	case o.Due.Missing != nil:
		s = text("〔日期未公布，不早于 "+o.Due.Earliest.String()+"〕", "[date not announced, not before "+o.Due.Earliest.String()+"] ").In(l) + s
	case o.Duty.Term.IsPromptly():
		s = text("〔及时，无天数〕", "[promptly, no number of days] ").In(l) + s
	}
	if o.Advice {
		s = text("〔建议〕", "[advice] ").In(l) + s
	}
	return s
}

// description tells how the obligation stands, why on this day, and by what law.
func (c ICalendar) description(r Result, o Obligation) string {
	l := c.language()
	parts := []string{r.Holder.Name, o.Line(l)}
	if !o.Duty.Term.IsPromptly() {
		parts = append(parts, text(o.Due.ZH(), o.Due.EN()).In(l))
	}
	if n := o.National.Date; !n.IsZero() && n != o.Due.Date {
		parts = append(parts, text("全国日历："+n.String(), "by the national calendar: "+n.String()).In(l))
	}
	for _, b := range o.Duty.Basis {
		parts = append(parts, b.String())
	}
	if !o.Duty.Judgement.IsZero() {
		parts = append(parts, text("判断："+o.Duty.Judgement.ZH, "judgement: "+o.Duty.Judgement.EN).In(l))
	}
	return strings.Join(parts, "\n")
}

func icalDate(d calendar.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// icalText escapes a text value: backslash, semicolon, comma and newline. Control
// characters, which a text may not hold, are left out.
func icalText(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(strings.ToValidUTF8(s, "�"), "\r\n", "\n") {
		switch {
		case r == '\n' || r == '\r':
			b.WriteString(`\n`)
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' && r != '\t' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// icalLines writes content lines, folded at 75 octets and never inside a
// character. It keeps the first error.
type icalLines struct {
	out io.Writer
	err error
}

func (l *icalLines) line(name, value string) {
	if l.err != nil {
		return
	}
	_, l.err = io.WriteString(l.out, icalFold(name+":"+value)+"\r\n")
}

// icalFold breaks a content line so that no line is longer than 75 octets; the
// space that begins a continuation counts.
func icalFold(s string) string {
	const limit = 75
	var b strings.Builder
	for room := limit; len(s) > room; room = limit - 1 {
		cut := room
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		b.WriteString(s[:cut] + "\r\n ")
		s = s[cut:]
	}
	return b.String() + s
}
