package calendar

import (
	"strconv"
	"time"
)

// Term is how long someone has, as a law or plan words it: ten working days, a
// month, by the end of May. It is a comparable value; the zero Term cannot be
// counted. [Calendar.Due] turns it into a day.
type Term struct {
	unit unit
	roll Roll
	n    int32 // days, working days or months
	date Date  // of a fixed term
}

type unit uint8

const (
	noTerm unit = iota
	workdays
	days
	months
	byDate
	byEndOfMonth
	daysBefore
	promptly
)

const maxTerm = 36_500 // a hundred years of days

// Roll is what happens to an end that falls on a rest day.
type Roll uint8

// The ways to roll.
const (
	RollNone    Roll = iota // the day stays as it is
	RollForward             // to the next working day: article 203 of the Civil Code (民法典)
	RollBack                // to the last working day before
)

// Workdays is a term of n working days (n个工作日内): the trigger's day is not
// counted, the first working day after it is day one, so the end is a working
// day by construction. The Civil Code does not define 工作日; that make-up
// workdays count is the practice that the tax deadline tables show.
func Workdays(n int) Term { return span(workdays, n, RollNone) }

// Days is a term of n natural days (n日内), the trigger's day not counted
// (民法典 201). An end on a rest day rolls forward (民法典 203).
func Days(n int) Term { return span(days, n, RollForward) }

// Months is a term of n months (n个月内): it ends on the corresponding day or,
// where the month has none, on its last day (民法典 202). An end on a rest day
// rolls forward (民法典 203).
func Months(n int) Term { return span(months, n, RollForward) }

// By is a fixed date (…月…日前), the date included. That 前 includes the date is
// a judgement, and so is that it does not roll: it is a date, not a period.
func By(d Date) Term { return Term{unit: byDate, date: d} }

// ByEndOf is a fixed date at the end of a month (…月底前). It does not roll: that
// is a judgement, the reading that never makes anyone late; [Due] shows the
// last working day before.
func ByEndOf(m Month) Term { return Term{unit: byEndOfMonth, date: m.Last()} }

// DaysBefore is a window that ends at the trigger (期满前n日内): it opens n natural
// days before the trigger and closes on it.
func DaysBefore(n int) Term { return span(daysBefore, n, RollNone) }

// Promptly is a term without a number (及时): there is no due date.
func Promptly() Term { return Term{unit: promptly} }

// WithRoll returns the term with another way to roll.
func (t Term) WithRoll(r Roll) Term {
	t.roll = r
	return t
}

// Roll returns what happens to an end that falls on a rest day.
func (t Term) Roll() Roll { return t.roll }

// IsPromptly reports whether the term has no number.
func (t Term) IsPromptly() bool { return t.unit == promptly }

// IsFixed reports whether the term is a date, whatever the trigger.
func (t Term) IsFixed() bool { return t.unit == byDate || t.unit == byEndOfMonth }

// EN words the term in English.
func (t Term) EN() string {
	switch t.unit {
	case workdays:
		return "within " + count(t.n, "working day")
	case days:
		return "within " + count(t.n, "day")
	case months:
		return "within " + count(t.n, "month")
	case byDate:
		return "by " + t.date.String()
	case byEndOfMonth:
		return "by the end of " + t.date.Month().String() + " " + strconv.Itoa(t.date.Year())
	case daysBefore:
		return "in the " + count(t.n, "day") + " before"
	case promptly:
		return "promptly"
	}
	return "no term"
}

// ZH words the term in Chinese.
func (t Term) ZH() string {
	n := strconv.Itoa(int(t.n))
	switch t.unit {
	case workdays:
		return n + "个工作日内"
	case days:
		return n + "日内"
	case months:
		return n + "个月内"
	case byDate:
		return t.date.String() + "前"
	case byEndOfMonth:
		return strconv.Itoa(t.date.Year()) + "年" + strconv.Itoa(int(t.date.Month())) + "月底前"
	case daysBefore:
		return "期满前" + n + "日内"
	case promptly:
		return "及时"
	}
	return "无期限"
}

// String words the term in English.
func (t Term) String() string { return t.EN() }

// span keeps a number outside its bounds as no term at all, so that Due
// refuses it.
func span(u unit, n int, r Roll) Term {
	if n < 1 || n > maxTerm {
		return Term{}
	}
	return Term{unit: u, n: int32(n), roll: r}
}

func count(n int32, unit string) string {
	s := strconv.Itoa(int(n)) + " " + unit
	if n != 1 {
		s += "s"
	}
	return s
}

// Trigger is what starts a term, as data: an event, a fixed date, or a date
// that returns. The zero Trigger never happens.
type Trigger struct {
	kind  triggerKind
	event string
	date  Date
	day   MonthDay
}

type triggerKind uint8

const (
	never triggerKind = iota
	atEvent
	onDate
	quarterEnd
	yearly
)

// AtEvent is an event that a record tells of, named by its code.
func AtEvent(code string) Trigger { return Trigger{kind: atEvent, event: code} }

// OnDate is one fixed date.
func OnDate(d Date) Trigger { return Trigger{kind: onDate, date: d} }

// EachQuarterEnd is the last day of every quarter (每季度结束).
func EachQuarterEnd() Trigger { return Trigger{kind: quarterEnd} }

// EachYear is the same day of every year.
func EachYear(month time.Month, day int) Trigger {
	md, err := NewMonthDay(month, day)
	if err != nil {
		return Trigger{}
	}
	return Trigger{kind: yearly, day: md}
}

// Event returns the code of an event trigger, "" for any other.
func (t Trigger) Event() string { return t.event }

// Recurrence is how often a trigger returns by itself.
type Recurrence uint8

// The recurrences. The zero Recurrence is none.
const (
	Quarterly Recurrence = iota + 1
	Yearly
)

// Returns tells how often the trigger returns.
func (t Trigger) Returns() Recurrence {
	switch t.kind {
	case quarterEnd:
		return Quarterly
	case yearly:
		return Yearly
	}
	return 0
}

// Dates returns the dates from…to, both included, on which the trigger happens
// by itself; an event never does.
func (t Trigger) Dates(from, to Date) []Date {
	if from.IsZero() || to.IsZero() {
		return nil
	}
	var all []Date
	add := func(d Date) {
		if !d.IsZero() && !d.Before(from) && !d.After(to) {
			all = append(all, d)
		}
	}
	switch t.kind {
	case onDate:
		add(t.date)
	case quarterEnd:
		for q := QuarterOf(from); !q.IsZero() && !q.First().After(to); q = q.Add(1) {
			add(q.Last())
		}
	case yearly:
		for y := from.Year(); y <= to.Year(); y++ {
			add(t.day.In(y))
		}
	}
	return all
}

// EN words the trigger in English.
func (t Trigger) EN() string {
	switch t.kind {
	case atEvent:
		return "event " + t.event
	case onDate:
		return t.date.String()
	case quarterEnd:
		return "the end of each quarter"
	case yearly:
		return "each year on " + t.day.String()
	}
	return "never"
}

// ZH words the trigger in Chinese.
func (t Trigger) ZH() string {
	switch t.kind {
	case atEvent:
		return "事件 " + t.event
	case onDate:
		return t.date.String()
	case quarterEnd:
		return "每季度结束"
	case yearly:
		return "每年 " + t.day.String()
	}
	return "无"
}
