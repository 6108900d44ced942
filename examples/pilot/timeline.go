package main

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

// mark is how a status looks: a sign on the terminal, a shape on the page. Signs
// are ASCII, since every terminal agrees on their width.
type mark struct {
	status rule.Standing
	sign   string
	shape  string // path around 0,0
}

// marks are in the order in which one hides another of the same month.
var marks = []mark{
	{rule.Overdue, "X", "M-5-5L5 5M5-5L-5 5"},
	{rule.Late, "!", "M0-7L7 0L0 7L-7 0Z"},
	{rule.NotRecorded, "-", "M-5 0H5"},
	{rule.NotAnnounced, "?", "M-5-5H5V5H-5Z"},
	{rule.Promptly, "~", "M0-6L6 5H-6Z"},
	{rule.Ahead, "o", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z"},
	{rule.NotTriggered, "_", "M-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0Z"},
	{rule.OnTime, "+", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z"},
	{rule.Done, "*", "M0-6L6 5H-6Z"},
}

func markOf(s rule.Standing) int {
	return slices.IndexFunc(marks, func(m mark) bool { return m.status == s })
}

// duty is a row of the timeline: what the unit owes again and again.
type duty struct {
	id     rule.ID
	title  rule.Text
	advice bool
	all    []pilot.Obligation
}

func (d duty) name(l rule.Language) string {
	if d.advice {
		return rule.Text{ZH: "〔建议〕", EN: "[advice] "}.In(l) + d.title.In(l)
	}
	return d.title.In(l)
}

// dutiesOf puts the obligations of a duty together: the plan's duties first, then
// advice, each in the order of the first obligation.
func dutiesOf(r pilot.Result) []duty {
	var all []duty
	for _, o := range r.Obligations {
		if dayOn(o).IsZero() {
			continue // nothing to place it by; the list has it
		}
		i := slices.IndexFunc(all, func(d duty) bool { return d.id == o.Duty.ID && d.advice == o.Advice })
		if i < 0 {
			i = len(all)
			all = append(all, duty{id: o.Duty.ID, title: o.Duty.Title, advice: o.Advice})
		}
		all[i].all = append(all[i].all, o)
	}
	slices.SortStableFunc(all, func(a, b duty) int {
		switch {
		case a.advice == b.advice:
			return 0
		case b.advice:
			return -1
		}
		return 1
	})
	return all
}

// dayOn is the day on which an obligation stands in the timeline: the due date, the
// earliest it can be, or, where there is no number of days, the day it was done or
// the day of its occasion.
func dayOn(o pilot.Obligation) calendar.Date {
	for _, d := range []calendar.Date{o.Due.Date, o.Due.Earliest, o.DoneOn, o.Trigger} {
		if !d.IsZero() {
			return d
		}
	}
	return calendar.Date{}
}

// months is from the first month of the timeline to the last, the day of the
// review among them.
func months(duties []duty, at calendar.Date) []calendar.Month {
	first, last := at, at
	for _, d := range duties {
		for _, o := range d.all {
			if day := dayOn(o); day.Before(first) {
				first = day
			} else if day.After(last) {
				last = day
			}
		}
	}
	var all []calendar.Month
	for m := calendar.MonthOf(first); m.Compare(calendar.MonthOf(last)) <= 0; m = m.Add(1) {
		all = append(all, m)
	}
	return all
}

// timeline prints a row a duty with a sign a month, where the worst of the month
// is seen.
func (p *printer) timeline(r pilot.Result) {
	duties := dutiesOf(r)
	if len(duties) == 0 {
		return
	}
	all := months(duties, r.At)
	wide := 0
	for _, d := range duties {
		wide = max(wide, columns(d.name(p.lang)))
	}
	p.line()
	years, numbers := axis(all)
	p.line(pad(p.say("时间轴", "timeline"), wide+2), years)
	p.line(pad("", wide+2), numbers)
	for _, d := range duties {
		p.line(pad(d.name(p.lang), wide+2), signs(d, all))
	}
	p.line(left("^", wide+3+place(calendar.MonthOf(r.At), all)), " ", r.At.String())
	var legend []string
	for _, m := range slices.Backward(marks) {
		if slices.ContainsFunc(duties, func(d duty) bool { return d.has(m.status) }) {
			legend = append(legend, m.sign+" "+m.status.Title().In(p.lang))
		}
	}
	p.line(strings.Join(legend, "  "))
}

func (d duty) has(s rule.Standing) bool {
	return slices.ContainsFunc(d.all, func(o pilot.Obligation) bool { return o.Standing == s })
}

// axis is two lines over the months: the years, and the last digit of each month's
// number, with a bar before each January.
func axis(all []calendar.Month) (years, numbers string) {
	for i, m := range all {
		bar := i > 0 && m.Month() == 1
		if bar {
			numbers += "|"
		}
		if i == 0 && m.Month() <= 9 || bar { // room for four digits
			years = pad(years, len(numbers)) + number(m.Year())
		}
		numbers += number(int(m.Month()) % 10)
	}
	return years, numbers
}

// place is the column of a month under the axis.
func place(m calendar.Month, all []calendar.Month) int {
	return m.Sub(all[0]) + m.Year() - all[0].Year()
}

// signs is the row of a duty under the axis.
func signs(d duty, all []calendar.Month) string {
	_, numbers := axis(all)
	row := []byte(numbers)
	for _, m := range all {
		row[place(m, all)] = '.'
	}
	worst := map[calendar.Month]int{}
	for _, o := range d.all {
		m, k := calendar.MonthOf(dayOn(o)), markOf(o.Standing)
		if before, there := worst[m]; there && before < k {
			continue
		}
		worst[m] = k
		row[place(m, all)] = marks[k].sign[0]
	}
	return string(row)
}
