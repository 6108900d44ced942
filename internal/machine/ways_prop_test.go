package machine_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
	"pgregory.net/rapid"
)

// A table over a week, day by day: a thing may stay where it is overnight and
// take any number of rows on one day. The table is sound exactly if each row is
// taken by something on some day, each status is come to, and nobody is anywhere,
// on a day on which rows are in force, from where there is no end. The days are
// tried one by one here, and cut into spans there.
func TestWaysDayByDay(t *testing.T) {
	const days = 7
	first := day("2026-06-01")
	statuses := []string{"a", "b", "c", "d"}
	commands := []string{"x", "y", "z"}
	rapid.Check(t, func(t *rapid.T) {
		s := machine.Spec{Name: "week", Title: tx("week"), Initial: at("a")}
		for _, c := range statuses {
			s.Statuses = append(s.Statuses, code(c))
		}
		for _, c := range commands {
			s.Commands = append(s.Commands, code(c))
		}
		s.Terminal = rapid.SliceOfNDistinct(rapid.SampledFrom(statuses), 0, 2, rapid.ID).Draw(t, "ends")
		if rapid.IntRange(0, 3).Draw(t, "ended") > 0 && !slices.Contains(s.Terminal, "d") {
			s.Terminal = append(s.Terminal, "d")
		}
		rows := []rule.Transition{row(at("a"), "x", at("b")), row(at("b"), "y", at("c")), row(at("c"), "z", at("d"))}
		for range rapid.IntRange(0, 4).Draw(t, "more") {
			rows = append(rows, row(at(rapid.SampledFrom(statuses).Draw(t, "from")), rapid.SampledFrom(commands).Draw(t, "command"), at(rapid.SampledFrom(statuses).Draw(t, "to"))))
		}
		for _, r := range rows {
			if rapid.Bool().Draw(t, "always") {
				s.Rows = append(s.Rows, r)
				continue
			}
			// Bounds lie inside the week, so that its ends stand for all time before and after.
			from, to := rapid.IntRange(0, days-2).Draw(t, "since"), rapid.IntRange(0, days-2).Draw(t, "until")
			if from > 0 {
				r.Effective.From = first.AddDays(from)
			}
			if to > 0 && to >= from {
				r.Effective.To = first.AddDays(to)
			}
			s.Rows = append(s.Rows, r)
		}
		_, err := machine.New[asked](s)
		var refused *machine.Error
		if err != nil && !errors.As(err, &refused) {
			t.Fatal(err)
		}
		if err != nil && (strings.Contains(err.Error(), "one row for one case") || strings.Contains(err.Error(), "a row of the command")) {
			t.Skip()
		}
		if want := soundDayByDay(s, first, days); want != (err == nil) {
			t.Fatalf("day by day sound: %v; got %v for %v ends %v", want, err, s.Rows, s.Terminal)
		}
	})
}

func soundDayByDay(s machine.Spec, first calendar.Date, days int) bool {
	type node struct {
		status string
		day    int
	}
	next := func(n node) (to []node) {
		if n.day+1 < days {
			to = append(to, node{n.status, n.day + 1})
		}
		for _, r := range s.Rows {
			if r.From.Status == n.status && r.Effective.Holds(first.AddDays(n.day)) {
				to = append(to, node{r.To.Status, n.day})
			}
		}
		return to
	}
	from := func(n node) []node {
		all := []node{n}
		for i := 0; i < len(all); i++ {
			for _, to := range next(all[i]) {
				if !slices.Contains(all, to) {
					all = append(all, to)
				}
			}
		}
		return all
	}
	reached := from(node{"a", 0})
	for _, c := range s.Statuses {
		if !slices.ContainsFunc(reached, func(n node) bool { return n.status == c.Code }) {
			return false
		}
	}
	for _, r := range s.Rows {
		if !slices.ContainsFunc(reached, func(n node) bool {
			return n.status == r.From.Status && r.Effective.Holds(first.AddDays(n.day))
		}) {
			return false
		}
	}
	for _, n := range reached {
		inForce := slices.ContainsFunc(s.Rows, func(r rule.Transition) bool { return r.Effective.Holds(first.AddDays(n.day)) })
		if inForce && !slices.ContainsFunc(from(n), func(n node) bool { return slices.Contains(s.Terminal, n.status) }) {
			return false
		}
	}
	return true
}
