package calendar

import "slices"

// Coverage says what a calendar can answer and what it rests on.
type Coverage struct {
	First        Date // the first day answered
	LastSettled  Date // up to this day no notice to come changes an answer
	LastAnswered Date // the last day answered
	Layers       []LayerCoverage
}

// LayerCoverage is one layer of a calendar and the notices it holds.
type LayerCoverage struct {
	Region  Region
	Name    string
	NameEN  string
	Law     string
	Since   Date
	Window  Window
	Notices []Notice // in order of year, with number, date, evidence and source
	Missing []int    // years inside First…LastAnswered whose notice the layer waits for
}

// Coverage lists the calendar's layers from the nation up, with their years,
// notices and evidence, and the days up to which it answers.
func (c *Calendar) Coverage() Coverage {
	if len(c.days) == 0 {
		return Coverage{}
	}
	first := Date{c.first}
	cov := Coverage{First: first, LastAnswered: first.AddDays(len(c.days) - 1)}
	for k := len(c.holes) - 1; k >= 0 && c.holes[k].to == cov.LastAnswered; k-- {
		cov.LastAnswered = c.holes[k].from.AddDays(-1)
	}
	open := slices.IndexFunc(c.days, func(d dayInfo) bool { return d.open })
	if open < 0 {
		open = len(c.days)
	}
	cov.LastSettled = first.AddDays(open - 1)
	for i := range c.layers {
		l := c.layers[i].clone()
		lc := LayerCoverage{
			Region: l.Region, Name: l.Name, NameEN: l.NameEN, Law: l.Law,
			Since: l.Since, Window: l.Window, Notices: l.Notices,
		}
		for _, h := range c.holes {
			if h.layer == l.Region && !slices.Contains(lc.Missing, h.year) {
				lc.Missing = append(lc.Missing, h.year)
			}
		}
		cov.Layers = append(cov.Layers, lc)
	}
	return cov
}
