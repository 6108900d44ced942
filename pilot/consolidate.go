package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Consolidated is the results of many units on one day, added up for a finance
// department, a city or a group (汇总表): each figure with what it counts, and what
// two units both have counted once.
type Consolidated struct {
	At      calendar.Date
	Units   []UnitFigures // in the order given; units that a unit named stand below it (P29)
	Total   []Figure      // in the order of [Measures]
	Doubles []Double
	Report  rule.Report
}

// UnitFigures is one unit's line. Group adds the units that it named, doubles
// counted once; for a unit that named none it is Own.
type UnitFigures struct {
	Holder asset.Holder
	Below  bool // it stands below the unit that named it
	Own    []Figure
	Group  []Figure
}

// Figure is one measure added up: how many, how much, and which ones.
type Figure struct {
	Measure Measure      `json:"measure"`
	Count   int          `json:"count"`
	Amount  money.Amount `json:"amount,omitzero"` // booked at nominal amount or cost, or received; absent elsewhere
	Items   []Counted    `json:"items,omitzero"`
}

// Consolidate adds up the results of many units. A unit stands once, and all are
// of one day; anything else is a [*rule.ValueError], and amounts that sum to more
// than an amount holds a [*money.ValueError].
//
// An asset that one unit transferred to another, or shared with it, is counted
// once: by the unit that has it now, or by the one that shared it. Two units have
// the same asset where the one's records name the other, or both say that it was
// transferred, and the ids or the names are the same. The time is linear in what
// the units hold, but for what one has from another: each of these is looked up in
// every unit.
func Consolidate(results []Result) (Consolidated, error) {
	var c Consolidated
	for i, r := range results {
		if i == 0 {
			c.At = r.At
		}
		again := slices.ContainsFunc(results[:i], func(o Result) bool { return o.Holder.Name == r.Holder.Name })
		if r.At != c.At || again || r.Holder.Name == "" {
			return Consolidated{}, &rule.ValueError{Value: r.Holder.Name + " " + r.At.String(), Want: "results of one day, of units with a name, each once"}
		}
	}
	tallied := make([]tallied, len(results))
	for i, r := range results {
		tallied[i] = tally(r)
	}
	c.Doubles = doubles(tallied)
	for _, group := range groups(tallied) {
		for i, r := range group {
			u := UnitFigures{Holder: r.Holder, Below: i > 0}
			var err error
			if u.Own, err = figures(nil, r); err != nil {
				return Consolidated{}, err
			}
			if u.Group = u.Own; i == 0 && len(group) > 1 {
				if u.Group, err = figures(c.Doubles, group...); err != nil {
					return Consolidated{}, err
				}
			}
			c.Units = append(c.Units, u)
		}
		c.rolledUp(group)
	}
	var err error
	c.Total, err = figures(c.Doubles, tallied...)
	c.Report.Sort()
	return c, err
}

// Figure returns one figure of a line; false for a measure that there is not.
func (u UnitFigures) Figure(m Measure) (Figure, bool) { return figureOf(u.Own, m) }

// Figure returns one figure of the total; false for a measure that there is not.
func (c Consolidated) Figure(m Measure) (Figure, bool) { return figureOf(c.Total, m) }

func figureOf(all []Figure, m Measure) (Figure, bool) {
	if i := slices.IndexFunc(all, func(f Figure) bool { return f.Measure == m }); i >= 0 {
		return all[i], true
	}
	return Figure{}, false
}

// tallied is a result with what its measures count.
type tallied struct {
	Result
	counted map[Measure][]Counted
}

func tally(r Result) tallied { return tallied{r, r.tally()} }

// groups puts the units that a unit named behind it; one whose namer is not among
// the results stands alone.
func groups(results []tallied) [][]tallied {
	var all [][]tallied
	heads := map[string]int{}
	for _, r := range results {
		if !below(r, results) {
			heads[r.Holder.Name] = len(all)
			all = append(all, []tallied{r})
		}
	}
	for _, r := range results {
		if below(r, results) {
			i := heads[r.Holder.Parent]
			all[i] = append(all[i], r)
		}
	}
	return all
}

func below(r tallied, results []tallied) bool {
	return isNamed(r.Holder.Role) && slices.ContainsFunc(results, func(o tallied) bool {
		return o.Holder.Name == r.Holder.Parent && !isNamed(o.Holder.Role)
	})
}

// figures adds up results; of a double whose both sides are among them, only the
// one that is kept counts.
func figures(dropped []Double, results ...tallied) ([]Figure, error) {
	type key struct {
		measure  Measure
		unit, id string
	}
	there := map[string]bool{}
	for _, r := range results {
		there[r.Holder.Name] = true
	}
	out := map[key]bool{}
	for _, d := range dropped {
		if there[d.Kept.Unit] {
			out[key{d.Measure, d.Dropped.Unit, d.Dropped.ID}] = true
		}
	}
	var all []Figure
	for _, m := range Measures() {
		f := Figure{Measure: m}
		for _, r := range results {
			for _, x := range r.counted[m] {
				if out[key{m, x.Unit, x.ID}] {
					continue
				}
				f.Items = append(f.Items, x)
				if m != MeasureNominal && m != MeasureAtCost && m != MeasureReceived {
					continue
				}
				var err error
				if f.Amount, err = f.Amount.Add(x.Amount); err != nil {
					return nil, err
				}
			}
		}
		f.Count = len(f.Items)
		all = append(all, f)
	}
	return all, nil
}
