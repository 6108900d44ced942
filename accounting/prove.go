package accounting

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// maxAtoms bounds how many conditions of one voucher are tried in all ways.
const maxAtoms = 10

// prove refuses a voucher that does not balance whatever its amounts, where no
// comparison of amounts decides about its lines; for the others it notes whether
// they balance in every way in which the comparisons can come out.
func (t *Table) prove(c *compiled, row string) error {
	c.proven = true
	for i := range c.entries {
		e := &c.entries[i]
		balanced, compares, way := e.balanced(t.facts)
		switch {
		case balanced:
		case compares:
			c.proven = false
		default:
			return bad(row, "debits equal to credits whatever the inputs, in the "+string(e.Book)+" voucher "+e.String()+way)
		}
	}
	return nil
}

// balanced tries every way in which the conditions of the lines can come out, and
// names the first in which debits are not credits.
func (e *compiledEntry) balanced(facts map[string]*Fact) (balanced, compares bool, unequal string) {
	var keys []string
	var about []*Condition // facts only
	for i := range e.lines {
		for j := range e.lines[i].When {
			e.lines[i].When[j].walk(func(c *Condition) {
				key, _ := c.atom()
				if key == "" || slices.Contains(keys, key) {
					return
				}
				keys = append(keys, key)
				if c.kind == condIs {
					about = append(about, c)
				}
				compares = compares || c.kind == condAmounts
			})
		}
	}
	if len(keys) > maxAtoms {
		return false, true, ""
	}
	for way := range 1 << len(keys) {
		truth := func(c *Condition) bool {
			key, not := c.atom()
			return way>>slices.Index(keys, key)&1 == 1 != not
		}
		if possible(about, truth, facts) && !e.sum(truth).isZero() {
			return false, compares, wayOf(keys, way)
		}
	}
	return true, compares, ""
}

// wayOf prints which atoms hold in a way, and which do not.
func wayOf(keys []string, way int) string {
	s, before := "", ", where "
	for i, key := range keys {
		if way>>i&1 == 0 {
			key = "not (" + key + ")"
		}
		s, before = s+before+key, " and "
	}
	return s
}

// atom is what a condition turns on, and whether it holds where that does not:
// a < b is a >= b turned round, and b = a is a = b. It is "" for conditions made of
// others.
func (c *Condition) atom() (key string, not bool) {
	switch {
	case c.kind == condIs:
		return c.String(), false
	case c.kind != condAmounts:
		return "", false
	}
	left, right := c.left.root.normal(), c.right.root.normal()
	if c.rel == ">" || c.rel == "<=" {
		left, right = right, left
	}
	difference := left.add(right, -1).key()
	if c.rel == "=" || c.rel == "!=" {
		return "zero " + min(difference, right.add(left, -1).key()), c.rel == "!="
	}
	return "from zero " + difference, c.rel == "<" || c.rel == ">"
}

// possible reports whether each fact has a code with which its conditions come
// out so.
func possible(about []*Condition, truth func(*Condition) bool, facts map[string]*Fact) bool {
	for _, a := range about {
		if !slices.ContainsFunc(facts[a.fact].Codes, func(code rule.Code) bool {
			return !slices.ContainsFunc(about, func(b *Condition) bool {
				return b.fact == a.fact && truth(b) != slices.Contains(b.codes, code.Code)
			})
		}) {
			return false
		}
	}
	return true
}

// sum is debits less credits of the lines that apply.
func (e *compiledEntry) sum(truth func(*Condition) bool) linear {
	var sum linear
	for i := range e.lines {
		l := &e.lines[i]
		if slices.ContainsFunc(l.When, func(c Condition) bool { return !c.truth(truth) }) {
			continue
		}
		times := int64(1)
		if l.Side == Credit {
			times = -1
		}
		sum = sum.add(l.amount.root.normal(), times)
	}
	return sum
}

func (c *Condition) truth(atom func(*Condition) bool) bool {
	switch c.kind {
	case condNot:
		return !c.of[0].truth(atom)
	case condAny:
		return slices.ContainsFunc(c.of, func(o Condition) bool { return o.truth(atom) })
	}
	return atom(c)
}

// String prints the voucher of the template: Dr 1701 price, Cr fund price.
func (e EntryTemplate) String() string {
	s := ""
	for i, l := range e.Lines {
		if i > 0 {
			s += ", "
		}
		s += l.String()
	}
	if len(e.When) > 0 {
		s += " when " + join(e.When, " and ")
	}
	return s
}

// String prints the line of the template: Dr 1701 price.
func (l LineTemplate) String() string {
	s := "Dr "
	if l.Side == Credit {
		s = "Cr "
	}
	s += l.Account
	if l.Detail != "" {
		s += "-" + l.Detail
	}
	if l.Own {
		s += "-<" + l.Ref + ">"
	}
	s += " " + l.Amount
	if len(l.When) > 0 {
		s += " if " + join(l.When, " and ")
	}
	return s
}
