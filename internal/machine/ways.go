package machine

import (
	"maps"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// span is a stretch of days on all of which the same rows are in force: the
// periods of the rows cut time into such spans, the last without end.
type span struct {
	first   calendar.Date // its first day; none for the span before every bound
	rows    []int         // in force, by their places among the written-out rows
	reached map[rule.Position]bool
	ending  map[rule.Position]bool // from where an end can be reached, now or later
}

// ways is what the rows of a table join, guards left aside.
type ways struct {
	spans []span
	live  []bool // of each written-out row: something can come to it while it is in force
}

// ways follows the rows forward from the beginning and back from the ends, span
// by span in the order of time: who has come to a position may wait there for a
// later span, and nobody returns to an earlier one.
func (m *Machine[C]) ways() ways {
	w := ways{m.spans(), make([]bool, len(m.rows))}
	reached := map[rule.Position]bool{m.spec.Initial: true}
	for k := range w.spans {
		s := &w.spans[k]
		m.follow(s.rows, reached, onward)
		s.reached = maps.Clone(reached)
		for _, i := range s.rows {
			w.live[i] = w.live[i] || reached[m.rows[i].From]
		}
	}
	ending := map[rule.Position]bool{}
	for _, status := range slices.Concat(m.spec.Terminal, m.spec.Resting) {
		ending[rule.Position{Status: status}] = true
	}
	for k := len(w.spans) - 1; k >= 0; k-- {
		s := &w.spans[k]
		m.follow(s.rows, ending, back)
		s.ending = maps.Clone(ending)
	}
	return w
}

func onward(r *rule.Transition) (from, to rule.Position) { return r.From, r.To }

func back(r *rule.Transition) (from, to rule.Position) { return r.To, r.From }

// follow adds to a set of positions whatever rows join to it, until nothing is
// added.
func (m *Machine[C]) follow(rows []int, set map[rule.Position]bool, ends func(*rule.Transition) (from, to rule.Position)) {
	for grown := true; grown; {
		grown = false
		for _, i := range rows {
			if from, to := ends(&m.rows[i]); set[from] && !set[to] {
				set[to], grown = true, true
			}
		}
	}
}

// spans cuts time where a period of a row begins or has ended.
func (m *Machine[C]) spans() []span {
	firsts := []calendar.Date{{}}
	for _, r := range m.rows {
		firsts = append(firsts, r.Effective.From)
		if !r.Effective.To.IsZero() {
			firsts = append(firsts, r.Effective.To.AddDays(1)) // none after the last day that dates have
		}
	}
	slices.SortFunc(firsts, calendar.Date.Compare)
	var all []span
	for _, first := range slices.Compact(firsts) {
		s := span{first: first}
		for i, r := range m.rows {
			if first.IsZero() && r.Effective.From.IsZero() || r.Effective.Holds(first) {
				s.rows = append(s.rows, i)
			}
		}
		all = append(all, s)
	}
	return all
}

// positions lists what is reached at any time, in an order.
func (w ways) positions(order func(a, b rule.Position) int) []rule.Position {
	var all []rule.Position
	for p := range w.spans[len(w.spans)-1].reached { // it has what the spans before had
		all = append(all, p)
	}
	slices.SortFunc(all, order)
	return all
}
