package calendar

import "strconv"

// lay lays the layers over each other, day by day, from the nation up.
func (c *Calendar) lay(p *plan) error {
	nation := &c.layers[0]
	if len(nation.Notices) == 0 {
		return &NoticeError{Layer: nation.Region, Want: "at least one notice"}
	}
	sortNotices(nation.Notices)
	first := MustDate(nation.Notices[0].Year, 1, 1)
	last := MustDate(nation.Notices[len(nation.Notices)-1].Year, 12, 31)
	c.first = first.n
	c.days = make([]dayInfo, last.Sub(first)+1)
	for i := range c.days {
		d, info := Date{first.n + int32(i)}, &c.days[i]
		info.kind = Workday
		if weekend(d) {
			info.kind = Weekend
		}
		info.open = p.assumed[d.Year()]
	}
	for i := range c.layers {
		if err := c.apply(i, p); err != nil {
			return err
		}
	}
	c.findHoles(p)
	return nil
}

// at is the entry of a day inside the span, nil outside.
func (c *Calendar) at(d Date) *dayInfo {
	i := int(d.n) - int(c.first)
	if i < 0 || i >= len(c.days) {
		return nil
	}
	return &c.days[i]
}

// apply turns the days that one layer's notices name.
func (c *Calendar) apply(layer int, p *plan) error {
	l := &c.layers[layer]
	for i := range l.Notices {
		n := &l.Notices[i]
		net, err := c.applyNotice(layer, n)
		if err != nil {
			return err
		}
		if len(c.names)-1 > maxRefs || len(c.sources)-1 > maxRefs {
			return &NoticeError{Layer: l.Region, Year: n.Year, Want: "at most " + strconv.Itoa(maxRefs) + " runs of days off and documents in all layers"}
		}
		if want := l.entitlement(n.Year); want >= 0 && net != want && !(layer == 0 && p.assumed[n.Year]) {
			c.warnings = append(c.warnings, Warning{l.Region, n.Year, net, want})
		}
	}
	return nil
}

// applyNotice returns the working days turned off, less those added.
func (c *Calendar) applyNotice(layer int, n *Notice) (net int, err error) {
	l := &c.layers[layer]
	numbers := c.numbers(n)
	for _, o := range n.Off {
		label := c.name(o.Name, l.Names[o.Name])
		for day := o.From.n; day <= o.last().n; day++ { // 2199-12-31 has no day after
			d := Date{day}
			info := c.at(d)
			if info == nil {
				continue // a layer's year that the nation has no notice for
			}
			if info.kind.Worked() {
				net++
			}
			*info = dayInfo{kind: Holiday, open: info.open, layer: uint8(layer), source: numbers(d), name: label}
		}
	}
	for i, d := range n.Worked {
		info := c.at(d)
		if info == nil {
			continue
		}
		if info.kind.Worked() {
			return 0, &NoticeError{
				Layer: l.Region, Year: n.Year, Path: pointer("worked", i), Value: d.String(),
				Want: "make-up workdays among the rest days; that day is worked anyway",
			}
		}
		net--
		*info = dayInfo{kind: MakeUp, open: info.open, layer: uint8(layer), source: numbers(d)}
	}
	for _, d := range n.Statutory {
		if info := c.at(d); info != nil {
			info.statutory = true
		}
	}
	return net, nil
}

// numbers registers a notice and its amendments and returns which of them
// decides a day.
func (c *Calendar) numbers(n *Notice) func(Date) uint16 {
	base := c.source(n.Number)
	amended := map[Date]uint16{}
	for _, a := range n.Amendments {
		s := c.source(a.Number)
		for _, d := range a.Dates {
			amended[d] = s
		}
	}
	return func(d Date) uint16 {
		if s, ok := amended[d]; ok {
			return s
		}
		return base
	}
}

func (c *Calendar) source(number string) uint16 {
	if number == "" {
		return 0
	}
	c.sources = append(c.sources, source{number})
	return uint16(len(c.sources) - 1)
}

func (c *Calendar) name(zh, en string) uint16 {
	if en == "" {
		en = zh
	}
	c.names = append(c.names, name{zh, en})
	return uint16(len(c.names) - 1)
}

// findHoles collects the days that a missing notice leaves without an answer,
// and marks those that a coming notice can still change.
func (c *Calendar) findHoles(p *plan) {
	for k := range c.days {
		d, info := Date{c.first + int32(k)}, &c.days[k]
		for i := range c.layers {
			l := &c.layers[i]
			if next := d.Year() + 1; l.leads(d) && (l.notice(next) == nil || i == 0 && p.assumed[next]) {
				info.open = true
			}
			if !l.Window.holds(d) || d.Before(l.Since) || l.notice(d.Year()) != nil {
				continue
			}
			info.open = true
			if i == 0 || !p.provisional {
				info.under, info.kind = info.kind, unknown
				c.addHole(d, l.Region)
				break // the lowest layer is the one to wait for first
			}
		}
	}
}

func (c *Calendar) addHole(d Date, layer Region) {
	if k := len(c.holes) - 1; k >= 0 && c.holes[k].to.AddDays(1) == d && c.holes[k].layer == layer && c.holes[k].year == d.Year() {
		c.holes[k].to = d
		return
	}
	c.holes = append(c.holes, hole{d, d, layer, d.Year()})
}

// count makes the tables that answer in constant time.
func (c *Calendar) count() {
	c.before = make([]int32, len(c.days)+1)
	for i := range c.days {
		c.before[i+1] = c.before[i]
		if c.days[i].kind.Worked() {
			c.before[i+1]++
			c.works = append(c.works, Date{c.first + int32(i)})
		}
	}
}

// String names the region and the years held, for a debugger.
func (c *Calendar) String() string {
	if len(c.days) == 0 {
		return "calendar of nothing"
	}
	last := Date{c.first + int32(len(c.days)) - 1}
	return "calendar of " + string(c.region) + " " + strconv.Itoa(Date{c.first}.Year()) + "–" + strconv.Itoa(last.Year())
}
