package main

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
)

// What a timeline is drawn with, in units of its picture.
const (
	monthWide, laneHigh, headHigh = 26, 18, 40
	halfWide                      = 7 // a letter; a Chinese character takes two
)

// drawing is the timeline of a unit, to be put into the page as SVG.
type drawing struct {
	Title         string
	Wide, High    int
	Left, Top     int // where the months begin, and the rows
	Years, Months []label
	Rows          []rowView
	Today         int
	TodayText     string
	Legend        []legendView
}

// Bottom is where the rows end.
func (d drawing) Bottom() int { return d.High - 20 }

type label struct {
	X    int
	Text string
}

// rowView is a duty with its marks; those too close for one line have several.
type rowView struct {
	Y, High, Text int
	Name          string
	Advice, Even  bool
	Marks         []markView
}

// markView is one obligation. A line leads from it to the day it was done.
type markView struct {
	X, Y, Done    int
	Shape, Status string
	Days          string // late by
	Title         string
}

type legendView struct{ Shape, Status, Title string }

func (p *printer) draw(r pilot.Result) drawing {
	duties := dutiesOf(r)
	all := months(duties, r.At)
	d := drawing{Title: p.say("义务时间轴", "timeline of obligations"), Top: headHigh, TodayText: r.At.String()}
	for _, x := range duties {
		d.Left = max(d.Left, columns(x.name(p.lang))*halfWide+12)
	}
	d.Wide = d.Left + len(all)*monthWide + 24
	y := headHigh
	for i, x := range duties {
		row := p.row(x, all, d.Left, y)
		row.Even = i%2 == 0
		d.Rows = append(d.Rows, row)
		y += row.High
	}
	d.High = y + 20
	d.Today = d.Left + across(r.At, all)
	for i, m := range all {
		x := d.Left + i*monthWide
		if i == 0 || m.Month() == 1 {
			d.Years = append(d.Years, label{x, number(m.Year())})
		}
		d.Months = append(d.Months, label{x, number(int(m.Month()))})
	}
	for _, m := range slices.Backward(marks) {
		if slices.ContainsFunc(duties, func(d duty) bool { return d.has(m.status) }) {
			d.Legend = append(d.Legend, legendView{m.shape, string(m.status), m.status.Title().In(p.lang)})
		}
	}
	return d
}

// row places the obligations of a duty, each in the first lane that is free there.
func (p *printer) row(d duty, all []calendar.Month, from, y int) rowView {
	row := rowView{Y: y, Name: d.name(p.lang), Advice: d.advice}
	var lanes []int // where each is free again
	for _, o := range d.all {
		x := from + across(dayOn(o), all)
		lane := slices.IndexFunc(lanes, func(free int) bool { return free <= x })
		if lane < 0 {
			lane = len(lanes)
			lanes = append(lanes, 0)
		}
		m := markView{X: x, Y: y + lane*laneHigh + laneHigh/2 + 2, Shape: marks[markOf(o.Standing)].shape, Status: string(o.Standing), Title: o.Line(p.lang)}
		lanes[lane] = x + 16
		if !o.DoneOn.IsZero() {
			m.Done = from + across(o.DoneOn, all)
		}
		if late := o.Standing.IsLate(); late && !o.DaysUnknown {
			m.Days = "+" + number(o.Days)
			lanes[lane] += 8 * len(m.Days)
		}
		row.Marks = append(row.Marks, m)
	}
	row.High = len(lanes)*laneHigh + 4
	row.Text = y + row.High/2 + 4
	return row
}

// across is how far a day lies from the first month, kept between the ends.
func across(day calendar.Date, all []calendar.Month) int {
	m := calendar.MonthOf(day)
	x := m.Sub(all[0])*monthWide + (2*day.Day()-1)*monthWide/(2*m.Days())
	return min(max(x, 0), len(all)*monthWide)
}
