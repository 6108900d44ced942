package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// settled is a condition as the document asks it: for a day, with what is in
// force on it settled; for no day, with periods as conditions on the record's own
// date. What is always or never so is left out of what contains it.
func (w *writer) settled(c record.Condition, d record.Definition) record.Condition {
	switch c.Op {
	case record.OpDuring:
		switch {
		case w.At.IsZero():
			c.Key = d.DateOf
			return c
		case c.Period.Holds(w.At):
			return record.Always()
		}
		return record.Condition{}
	case record.OpNot:
		switch c = w.settled(c.Args[0], d); c.Op {
		case record.OpAlways:
			return record.Condition{}
		case record.OpNever:
			return record.Always()
		}
		return record.Not(c)
	case record.OpAll:
		return w.settledArgs(c, d, record.OpAlways, record.OpNever)
	case record.OpAny:
		return w.settledArgs(c, d, record.OpNever, record.OpAlways)
	}
	return c
}

// settledArgs settles the arguments of all or any: the idle ones go, and a single
// deciding one decides.
func (w *writer) settledArgs(c record.Condition, d record.Definition, idle, deciding record.Op) record.Condition {
	var args []record.Condition
	for _, a := range c.Args {
		switch a = w.settled(a, d); a.Op {
		case deciding:
			return a
		case idle:
		default:
			args = append(args, a)
		}
	}
	switch len(args) {
	case 0:
		return record.Condition{Op: idle}
	case 1:
		return args[0]
	}
	return record.Condition{Op: c.Op, Args: args}
}

// periodOf is the period that a condition is bound to, none if it is bound to
// none.
func periodOf(c record.Condition) rule.Period {
	switch c.Op {
	case record.OpDuring:
		return c.Period
	case record.OpAll:
		for _, a := range c.Args {
			if p := periodOf(a); p != (rule.Period{}) {
				return p
			}
		}
	}
	return rule.Period{}
}

// within is the days of a period, as a schema of a date.
func within(p rule.Period) object {
	return object{{"type", "string"}, {"format", "date"}, {"pattern", "^" + digits(firstDigits(p.From), lastDigits(p.To)) + "$"}}
}

// The bounds of a period as digits: below the first day, and above the last, of
// the month or year that they begin or end, which makes the pattern short.
func firstDigits(d calendar.Date) string {
	if d.IsZero() {
		return "1900-00-00"
	}
	s := d.String()
	s = replaced(s, "-01", "-00")
	return replaced(s, "-01-00", "-00-00")
}

func lastDigits(d calendar.Date) string {
	if d.IsZero() {
		return "2199-99-99"
	}
	s := d.String()
	if d.Day() == calendar.MonthOf(d).Days() {
		s = s[:len("2006-01")] + "-99"
	}
	return replaced(s, "-12-99", "-99-99")
}

// replaced puts another ending in the place of one.
func replaced(s, ending, other string) string {
	if rest, ok := strings.CutSuffix(s, ending); ok {
		return rest + other
	}
	return s
}

// digits is a pattern of the texts from low to high, of the same length and with
// the same separators, in the part of the dialects that all engines read alike.
func digits(low, high string) string {
	if low == high {
		return low
	}
	if low[0] == high[0] {
		return low[:1] + digits(low[1:], high[1:])
	}
	if all(low, '0') && all(high, '9') {
		return anything(low)
	}
	var ways []string
	first, last := low[0], high[0]
	if !all(low[1:], '0') {
		ways = append(ways, low[:1]+digits(low[1:], edge(low[1:], '9')))
		first++
	}
	end := ""
	if !all(high[1:], '9') {
		end = high[:1] + digits(edge(high[1:], '0'), high[1:])
		last--
	}
	if first <= last {
		ways = append(ways, oneOf(first, last)+anything(low[1:]))
	}
	if end != "" {
		ways = append(ways, end)
	}
	if len(ways) == 1 {
		return ways[0]
	}
	return "(?:" + strings.Join(ways, "|") + ")"
}

// all reports whether every digit of a text is this one.
func all(s string, digit byte) bool {
	return !slices.ContainsFunc([]byte(s), func(c byte) bool { return c != '-' && c != digit })
}

// edge is a text with this digit in the place of every digit.
func edge(s string, digit byte) string {
	b := []byte(s)
	for i, c := range b {
		if c != '-' {
			b[i] = digit
		}
	}
	return string(b)
}

// anything is a pattern of any digits in the places of digits.
func anything(s string) string {
	parts := strings.Split(s, "-")
	for i, part := range parts {
		switch len(part) {
		case 0:
		case 1:
			parts[i] = "[0-9]"
		default:
			parts[i] = "[0-9]{" + strconv.Itoa(len(part)) + "}"
		}
	}
	return strings.Join(parts, "-")
}

func oneOf(first, last byte) string {
	if first == last {
		return string(first)
	}
	return "[" + string(first) + "-" + string(last) + "]"
}
