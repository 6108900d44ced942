package accounting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/money"
)

// Condition says when a line, a voucher or a case of a role applies: data in a
// closed set that prints itself. [Is], [Amounts], [Not] and [Any] make one; a
// list of conditions holds where all do.
type Condition struct {
	kind  conditionKind
	fact  string
	codes []string
	text  string // a comparison, as written
	of    []Condition
	// what the comparison was read as
	left, right Formula
	rel         string
}

type conditionKind uint8

const (
	condIs conditionKind = iota + 1
	condAmounts
	condNot
	condAny
)

// Is holds where a fact of the event has one of the codes. The fact "entity" is
// the kind of unit that books.
func Is(fact string, codes ...string) Condition {
	return Condition{kind: condIs, fact: fact, codes: slices.Clone(codes)}
}

// Amounts holds where a comparison of two formulas does: "boot >= costs". The
// relations are <, <=, >, >=, = and !=. What is no comparison is refused when the
// table is made.
func Amounts(comparison string) Condition {
	c := Condition{kind: condAmounts, text: comparison}
	for _, rel := range []string{"<=", ">=", "!=", "<", ">", "="} {
		left, right, ok := strings.Cut(comparison, rel)
		if !ok {
			continue
		}
		l, errL := ParseFormula(left)
		r, errR := ParseFormula(right)
		if errL == nil && errR == nil {
			c.left, c.right, c.rel = l, r, rel
		}
		break
	}
	return c
}

// Not holds where the condition does not.
func Not(c Condition) Condition { return Condition{kind: condNot, of: []Condition{c}} }

// Any holds where one of the conditions does.
func Any(c ...Condition) Condition { return Condition{kind: condAny, of: slices.Clone(c)} }

// String prints the condition.
func (c Condition) String() string {
	switch c.kind {
	case condIs:
		return c.fact + " is " + strings.Join(c.codes, "|")
	case condAmounts:
		return c.text
	case condNot:
		return "not (" + c.of[0].String() + ")"
	case condAny:
		return "(" + join(c.of, " or ") + ")"
	}
	return ""
}

func join(all []Condition, by string) string {
	texts := make([]string, len(all))
	for i, c := range all {
		texts[i] = c.String()
	}
	return strings.Join(texts, by)
}

// situation is what conditions see: the facts and the amounts of one part.
type situation struct {
	fact   func(string) string
	amount func(string) money.Amount
}

func (s situation) all(conditions []Condition) bool {
	for i := range conditions {
		if !s.holds(&conditions[i]) {
			return false
		}
	}
	return true
}

func (s situation) holds(c *Condition) bool {
	switch c.kind {
	case condIs:
		return slices.Contains(c.codes, s.fact(c.fact))
	case condNot:
		return !s.holds(&c.of[0])
	case condAny:
		return slices.ContainsFunc(c.of, func(o Condition) bool { return s.holds(&o) })
	}
	left, errL := c.left.Eval(s.amount)
	right, errR := c.right.Eval(s.amount)
	if errL != nil || errR != nil {
		return false // the line that asks for the amounts says so
	}
	return related(left.Compare(right), c.rel)
}

func related(order int, rel string) bool {
	switch rel {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "=":
		return order == 0
	}
	return order != 0
}

// walk visits the condition and those it is made of.
func (c *Condition) walk(visit func(*Condition)) {
	visit(c)
	for i := range c.of {
		c.of[i].walk(visit)
	}
}

// inputs adds the names that the condition compares.
func (c *Condition) inputs(to *[]string) {
	c.walk(func(c *Condition) {
		if c.kind == condAmounts && c.rel != "" {
			c.left.root.names(to)
			c.right.root.names(to)
		}
	})
}

// wrong says what is wrong with a condition, given the facts there are; "" if
// nothing is.
func (c *Condition) wrong(facts map[string]*Fact) (want string) {
	c.walk(func(c *Condition) {
		switch {
		case want != "":
		case c.kind == 0:
			want = "conditions made by Is, Amounts, Not or Any"
		case c.kind == condAmounts && c.rel == "":
			want = fmt.Sprintf("a comparison of two formulas, not %q", c.text)
		case c.kind == condIs && facts[c.fact] == nil:
			want = "a fact of the table, not " + c.fact
		case c.kind == condIs && len(c.codes) == 0:
			want = "a code of fact " + c.fact
		case c.kind == condIs:
			for _, code := range c.codes {
				if !facts[c.fact].has(code) {
					want = "a code of fact " + c.fact + ", not " + code
				}
			}
		case c.kind == condAny && len(c.of) == 0:
			want = "at least one condition"
		}
	})
	return want
}
