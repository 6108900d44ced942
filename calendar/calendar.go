package calendar

import (
	"slices"
	"strconv"
	"sync"
)

// Calendar answers which days are working days in one region. It is immutable
// and safe for concurrent use. The zero Calendar answers nothing; [China]
// makes one.
type Calendar struct {
	region   Region
	layers   []Layer // from the nation up
	warnings []Warning

	first   int32     // day number of days[0]
	days    []dayInfo // every day from the first of the first year held to the last of the last
	before  []int32   // before[i] is the number of working days in days[:i]
	works   []Date    // the working days, in order
	holes   []hole    // runs of days without an answer, in order
	sources []source  // what dayInfo.source points to; 0 is none
	names   []name    // what dayInfo.name points to; 0 is none
}

type dayInfo struct {
	kind      Kind
	under     Kind // of a day without an answer: what it is if the missing notice leaves it alone
	open      bool
	statutory bool
	layer     uint8
	source    uint16
	name      uint16
}

// hole is a run of days that one missing notice decides.
type hole struct {
	from, to Date // both included
	layer    Region
	year     int
}

type (
	source struct{ number string }
	name   struct{ zh, en string }
)

// Option changes what [China] builds.
type Option func(*plan)

// plan collects the options; they take effect in a fixed order, whatever the
// order they are given in: layers, windows, notices, provisional years.
type plan struct {
	layers      []Layer
	windows     []windowChange
	notices     []noticeChange
	provisional bool
	statutory   []StatutoryYear
	assumed     map[int]bool // provisional years that are used
}

type windowChange struct {
	region Region
	window Window
}

type noticeChange struct {
	region Region
	notice Notice
}

// WithLayer adds a region of the caller's own: a prefecture over its province,
// a county over its prefecture, a unit over its county. [ReadLayer] reads one
// from JSON. A region that has a layer already is refused.
func WithLayer(l Layer) Option {
	return func(p *plan) { p.layers = append(p.layers, l.clone()) }
}

// WithNotice adds a year's notice to a region's layer, or replaces the one the
// layer holds for that year: this is how next year's notice comes in on the
// day it is published, without a release of this module. [ReadNotice] reads
// one from JSON.
func WithNotice(region Region, n Notice) Option {
	return func(p *plan) { p.notices = append(p.notices, noticeChange{region, n.clone()}) }
}

// WithWindow sets the part of a year that a region's notices can touch. That
// of Guangxi, 03-15 to 05-15, is a judgement from the notices of 2014 to 2026,
// all of which lie between 03-26 and 04-21.
func WithWindow(region Region, w Window) Option {
	return func(p *plan) { p.windows = append(p.windows, windowChange{region, w}) }
}

// China returns the calendar of a region: the nation, or a region laid over
// it. Without options it is built once and shared. Errors are [*RegionError]
// for a region that has no layer (the empty region too), [*NoticeError] for a
// layer or notice that cannot be used, and [*ValueError] for an option that is
// nil.
func China(region Region, opts ...Option) (*Calendar, error) {
	if len(opts) == 0 {
		switch region {
		case National:
			return nationalCalendar()
		case Guangxi:
			return guangxiCalendar()
		}
	}
	return build(region, opts)
}

var (
	nationalCalendar = sync.OnceValues(func() (*Calendar, error) { return build(National, nil) })
	guangxiCalendar  = sync.OnceValues(func() (*Calendar, error) { return build(Guangxi, nil) })
)

// build makes the calendar that the options describe.
func build(region Region, opts []Option) (*Calendar, error) {
	var p plan
	for _, o := range opts {
		if o == nil {
			return nil, &ValueError{"nil", "an Option; leave it out where there is nothing to change"}
		}
		o(&p)
	}
	layers, err := p.stack(region)
	if err != nil {
		return nil, err
	}
	c := &Calendar{region: region, layers: layers, sources: make([]source, 1), names: make([]name, 1)}
	if err := p.assume(&layers[0]); err != nil {
		return nil, err
	}
	if err := c.lay(&p); err != nil {
		return nil, err
	}
	c.count()
	return c, nil
}

// stack returns the layers of a region, the nation first, after the options
// have been applied to them.
func (p *plan) stack(region Region) ([]Layer, error) {
	all := slices.Clone(built())
	for _, l := range p.layers {
		if slices.ContainsFunc(all, func(o Layer) bool { return o.Region == l.Region }) {
			return nil, &NoticeError{Layer: l.Region, Want: "a region that has no layer yet"}
		}
		all = append(all, l)
	}
	find := func(r Region) (*Layer, error) {
		i := slices.IndexFunc(all, func(l Layer) bool { return l.Region == r })
		if i < 0 {
			return nil, &RegionError{r, regionsOf(all)}
		}
		return &all[i], nil
	}
	if err := p.change(find); err != nil {
		return nil, err
	}
	var stack []Layer
	for r := region; ; {
		l, err := find(r)
		if err != nil {
			return nil, err
		}
		if len(stack) == maxLayers {
			return nil, &NoticeError{Layer: region, Want: "at most " + strconv.Itoa(maxLayers) + " layers over each other"}
		}
		if len(stack) == len(all) {
			return nil, &NoticeError{Layer: region, Want: "layers that end at CN instead of lying over each other in a circle"}
		}
		if _, err := l.check(); err != nil {
			return nil, err
		}
		stack = append(stack, *l)
		if r == National {
			break
		}
		r = l.Over
	}
	slices.Reverse(stack)
	return stack, nil
}

// change applies windows and notices to the layers that find returns.
func (p *plan) change(find func(Region) (*Layer, error)) error {
	for _, w := range p.windows {
		l, err := find(w.region)
		if err != nil {
			return err
		}
		l.Window = w.window
	}
	type key struct {
		region Region
		year   int
	}
	given := map[key]bool{}
	for _, n := range p.notices {
		l, err := find(n.region)
		if err != nil {
			return err
		}
		if given[key{n.region, n.notice.Year}] {
			return &NoticeError{Layer: n.region, Year: n.notice.Year, Want: "one notice a year"}
		}
		given[key{n.region, n.notice.Year}] = true
		l.replace(n.notice)
	}
	return nil
}

// replace puts a notice into the layer, on a copy of its list.
func (l *Layer) replace(n Notice) {
	kept := make([]Notice, 0, len(l.Notices)+1)
	for _, o := range l.Notices {
		if o.Year != n.Year {
			kept = append(kept, o)
		}
	}
	l.Notices = append(kept, n)
	sortNotices(l.Notices)
}

func regionsOf(layers []Layer) []Region {
	var rs []Region
	for _, l := range layers {
		rs = append(rs, l.Region)
	}
	return rs
}

// Region returns the region the calendar was made for.
func (c *Calendar) Region() Region { return c.region }

// Warnings lists the notices whose days off are not as many as the law
// grants, among them those of 2015 and 2020, which are right.
func (c *Calendar) Warnings() []Warning { return slices.Clone(c.warnings) }
