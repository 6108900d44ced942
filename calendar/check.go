package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// check refuses a layer that contradicts itself. What depends on the layers
// below it is checked when they are laid over each other. The path of a fault
// goes from the layer, or from the notice with that index; -1 is the layer.
func (l *Layer) check() (notice int, err *NoticeError) {
	fault := func(path, value, want string) (int, *NoticeError) {
		return -1, &NoticeError{Layer: l.Region, Path: path, Value: value, Want: want}
	}
	switch {
	case l.Region == "":
		return fault("/region", "", "a region")
	case l.Region == l.Over:
		return fault("/over", string(l.Over), "a region other than its own to lie over")
	case (l.Region == National) != (l.Over == ""):
		return fault("/over", string(l.Over), "the region it lies over; only CN lies over none")
	case l.Name == "":
		return fault("/name", "", "a name in Chinese")
	case l.NameEN == "":
		return fault("/nameEN", "", "a name in English")
	case l.Window.From.IsZero() || l.Window.To.IsZero() || l.Window.From.Compare(l.Window.To) > 0:
		return fault("/window", l.Window.From.String()+"…"+l.Window.To.String(), "a window whose first day is not after its last")
	case len(l.Notices) > maxNotices:
		return fault("/notices", strconv.Itoa(len(l.Notices)), "at most "+strconv.Itoa(maxNotices)+" notices")
	}
	named := map[Date]int{} // the notice year that names a day, over all years
	for i := range l.Notices {
		n := &l.Notices[i]
		if slices.ContainsFunc(l.Notices[:i], func(o Notice) bool { return o.Year == n.Year }) {
			return i, &NoticeError{Layer: l.Region, Year: n.Year, Path: "/year", Value: strconv.Itoa(n.Year), Want: "one notice a year"}
		}
		if err := n.check(l, named); err != nil {
			return i, err
		}
	}
	return -1, nil
}

// check refuses wrong years, overlaps, days outside the notice's span and marks
// on days that it does not name. Without a layer the span is any that a layer
// can have.
func (n *Notice) check(l *Layer, named map[Date]int) *NoticeError {
	var region Region
	if l != nil {
		region = l.Region
	}
	fault := func(path, value, want string) *NoticeError {
		return &NoticeError{Layer: region, Year: n.Year, Path: path, Value: value, Want: want}
	}
	if n.Year < firstYear+1 || n.Year > lastYear {
		return fault("/year", strconv.Itoa(n.Year), "a year from 1901 to 2199")
	}
	days := 0
	name := func(d Date, path string) *NoticeError {
		if want := n.wantSpan(l, d); want != "" {
			return fault(path, d.String(), want)
		}
		if y, taken := named[d]; taken {
			return fault(path, d.String(), fmt.Sprintf("a day that is named once; the notice for %d names it too", y))
		}
		if days++; days > maxDays {
			return fault(path, d.String(), "at most 366 days named")
		}
		named[d] = n.Year
		return nil
	}
	for i, o := range n.Off {
		if o.Name == "" || o.From.IsZero() || o.last().Before(o.From) || o.last().Sub(o.From) >= maxDays {
			return fault(pointer("off", i), o.Name+" "+o.From.String()+"…"+o.last().String(), "a name, a first day and a last day not before it")
		}
		for day := o.From.n; day <= o.last().n; day++ { // 2199-12-31 has no day after
			if err := name(Date{day}, pointer("off", i)); err != nil {
				return err
			}
		}
	}
	for i, d := range n.Worked {
		if err := name(d, pointer("worked", i)); err != nil {
			return err
		}
	}
	path, d, want := n.wrongMark()
	if want != "" {
		return fault(path, d.String(), want)
	}
	return nil
}

// wrongMark looks at the lists that only mark days which Off and Worked name;
// want is empty if nothing is wrong.
func (n *Notice) wrongMark() (path string, d Date, want string) {
	off := func(d Date) bool {
		return slices.ContainsFunc(n.Off, func(o Off) bool { return !d.Before(o.From) && !d.After(o.last()) })
	}
	for i, d := range n.Statutory {
		if !off(d) {
			return pointer("statutory", i), d, "statutory days among those off"
		}
	}
	for i, a := range n.Amendments {
		for k, d := range a.Dates {
			if !off(d) && !slices.Contains(n.Worked, d) {
				return pointer("amendments", i) + pointer("dates", k), d, "days of the amendment " + a.Number + " among those off or worked"
			}
		}
	}
	return "", Date{}, ""
}

// wantSpan says which days the notice can arrange in the layer, or in any where
// l is nil; "" if d is one of them.
func (n *Notice) wantSpan(l *Layer, d Date) string {
	if l == nil {
		if d.Year() == n.Year || d.Year() == n.Year-1 {
			return ""
		}
		return fmt.Sprintf("days of %d, or of %d where the layer arranges them ahead", n.Year, n.Year-1)
	}
	if d.Year() == n.Year && l.Window.holds(d) && !d.Before(l.Since) {
		return ""
	}
	if d.Year() == n.Year-1 && l.leads(d) {
		return ""
	}
	want := fmt.Sprintf("days within %d-%s…%s", n.Year, l.Window.From, l.Window.To)
	if !l.Lead.IsZero() {
		want += fmt.Sprintf(" or from %d-%s", n.Year-1, l.Lead)
	}
	return want
}

// pointer is the JSON Pointer to an element of a member that is a list.
func pointer(member string, i int) string { return "/" + member + "/" + strconv.Itoa(i) }

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
