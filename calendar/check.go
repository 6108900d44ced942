package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// check refuses a layer that contradicts itself. What depends on the layers
// below it is checked when they are laid over each other.
func (l *Layer) check() error {
	fault := func(value, want string) error {
		return &NoticeError{Layer: l.Region, Value: value, Want: want}
	}
	switch {
	case l.Region == "":
		return fault("", "a region")
	case l.Region == l.Over:
		return fault(string(l.Over), "a region other than its own to lie over")
	case (l.Region == National) != (l.Over == ""):
		return fault(string(l.Over), "the region it lies over; only CN lies over none")
	case l.Name == "" || l.NameEN == "":
		return fault("", "a name in Chinese and in English")
	case l.Window.From.IsZero() || l.Window.To.IsZero() || l.Window.From.Compare(l.Window.To) > 0:
		return fault(l.Window.From.String()+"…"+l.Window.To.String(), "a window whose first day is not after its last")
	case len(l.Notices) > maxNotices:
		return fault(strconv.Itoa(len(l.Notices)), "at most "+strconv.Itoa(maxNotices)+" notices")
	}
	named := map[Date]int{} // the notice year that names a day, over all years
	for i := range l.Notices {
		n := &l.Notices[i]
		if slices.ContainsFunc(l.Notices[:i], func(o Notice) bool { return o.Year == n.Year }) {
			return fault(strconv.Itoa(n.Year), "one notice a year")
		}
		if err := l.checkNotice(n, named); err != nil {
			return err
		}
	}
	return nil
}

// checkNotice refuses wrong years, overlaps and days outside the notice's span.
func (l *Layer) checkNotice(n *Notice, named map[Date]int) error {
	fault := func(value, want string) error {
		return &NoticeError{Layer: l.Region, Year: n.Year, Value: value, Want: want}
	}
	if n.Year < firstYear+1 || n.Year > lastYear {
		return fault(strconv.Itoa(n.Year), "a year from 1901 to 2199")
	}
	days := 0
	name := func(d Date) error {
		if err := l.inSpan(n, d); err != nil {
			return err
		}
		if y, taken := named[d]; taken {
			return fault(d.String(), fmt.Sprintf("a day that is named once; the notice for %d names it too", y))
		}
		named[d] = n.Year
		days++
		return nil
	}
	for _, o := range n.Off {
		if o.Name == "" || o.From.IsZero() || o.last().Before(o.From) || o.last().Sub(o.From) >= maxDays {
			return fault(o.Name+" "+o.From.String()+"…"+o.last().String(), "a name, a first day and a last day not before it")
		}
		for d := o.From; !d.After(o.last()); d = d.AddDays(1) {
			if err := name(d); err != nil {
				return err
			}
		}
	}
	for _, d := range n.Worked {
		if err := name(d); err != nil {
			return err
		}
	}
	if days > maxDays {
		return fault(strconv.Itoa(days), "at most 366 days named")
	}
	return n.checkMarks(l.Region)
}

// checkMarks looks at the lists that only mark days which Off and Worked name.
func (n *Notice) checkMarks(region Region) error {
	off := func(d Date) bool {
		return slices.ContainsFunc(n.Off, func(o Off) bool { return !d.Before(o.From) && !d.After(o.last()) })
	}
	for _, d := range n.Statutory {
		if !off(d) {
			return &NoticeError{Layer: region, Year: n.Year, Value: d.String(), Want: "statutory days among those off"}
		}
	}
	for _, a := range n.Amendments {
		for _, d := range a.Dates {
			if !off(d) && !slices.Contains(n.Worked, d) {
				return &NoticeError{
					Layer: region, Year: n.Year, Value: d.String(),
					Want: "days of the amendment " + a.Number + " among those off or worked",
				}
			}
		}
	}
	return nil
}

// inSpan refuses a day that the notice of that year cannot arrange.
func (l *Layer) inSpan(n *Notice, d Date) error {
	if d.Year() == n.Year && l.Window.holds(d) && !d.Before(l.Since) {
		return nil
	}
	if d.Year() == n.Year-1 && l.leads(d) {
		return nil
	}
	want := fmt.Sprintf("days within %d-%s…%s", n.Year, l.Window.From, l.Window.To)
	if !l.Lead.IsZero() {
		want += fmt.Sprintf(" or from %d-%s", n.Year-1, l.Lead)
	}
	return &NoticeError{Layer: l.Region, Year: n.Year, Value: d.String(), Want: want}
}

// Warning is a notice whose days off are not as many as the law grants. It
// changes no answer.
type Warning struct {
	Layer Region
	Year  int
	Days  int // working days turned off, less make-up days
	Want  int // days the law grants
}

// String says the warning in one sentence.
func (w Warning) String() string {
	return fmt.Sprintf("the %d notice of layer %s gives %d days off net of make-up days; the law grants %d",
		w.Year, w.Layer, w.Days, w.Want)
}

func sortNotices(n []Notice) {
	slices.SortFunc(n, func(a, b Notice) int { return cmp.Compare(a.Year, b.Year) })
}

func weekend(d Date) bool {
	w := d.Weekday()
	return w == time.Saturday || w == time.Sunday
}
