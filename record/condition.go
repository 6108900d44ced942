package record

import "github.com/dataasset-go/dataasset/rule"

// Condition says when a field is required, or must be absent, as data. It sees
// only the other fields of the same object, so that Go and JSON Schema (if and
// then) mean the same. The zero Condition never holds.
type Condition struct {
	Op     Op
	Key    string      // the field asked about, for Equals, In and Present
	Values []string    // codes, or true and false, for Equals and In
	Args   []Condition // for All, Any and Not
	Period rule.Period // of the record's day, for During
}

// Op is what a condition asks.
type Op string

// The operators, a closed set.
const (
	OpNever   Op = ""
	OpAlways  Op = "always"
	OpEquals  Op = "equals"
	OpIn      Op = "in"
	OpPresent Op = "present"
	OpAll     Op = "all"
	OpAny     Op = "any"
	OpNot     Op = "not"
	OpDuring  Op = "during"
)

// Always holds for every record.
func Always() Condition { return Condition{Op: OpAlways} }

// Equals holds when a field of a code or a boolean has a value; for a set of
// codes, when the set has it.
func Equals(key, value string) Condition {
	return Condition{Op: OpEquals, Key: key, Values: []string{value}}
}

// In holds when a field of a code has one of several values; for a set of
// codes, when the set has one of them.
func In(key string, values ...string) Condition {
	return Condition{Op: OpIn, Key: key, Values: values}
}

// Present holds when a field of any type is there.
func Present(key string) Condition { return Condition{Op: OpPresent, Key: key} }

// All holds when all of the conditions do.
func All(conditions ...Condition) Condition { return Condition{Op: OpAll, Args: conditions} }

// Any holds when one of the conditions does.
func Any(conditions ...Condition) Condition { return Condition{Op: OpAny, Args: conditions} }

// During holds when the record's day lies in a period: what a document asks for
// while it is in force. The day is that of the record's own field of that date
// ([Definition.DateOf]), which a record with such a condition must have; where
// that field is left out, the day of the review ([Options.At]); without either it
// does not hold.
func During(p rule.Period) Condition { return Condition{Op: OpDuring, Period: p} }

// Not holds when the condition does not.
func Not(c Condition) Condition { return Condition{Op: OpNot, Args: []Condition{c}} }

// check resolves the condition against the fields of one object; it returns
// what is wrong with it, "" if nothing is.
func (c Condition) check(d Definition) string {
	switch c.Op {
	case OpNever, OpAlways:
		return ""
	case OpDuring:
		if d.DateOf == "" {
			return "a period only in a record with a day of its own, DateOf"
		}
		return c.checkPeriod()
	case OpAll, OpAny, OpNot:
		if len(c.Args) == 0 || c.Op == OpNot && len(c.Args) != 1 {
			return "conditions inside " + string(c.Op)
		}
		for _, a := range c.Args {
			if want := a.check(d); want != "" {
				return want
			}
		}
		return ""
	}
	f, ok := d.Field(c.Key)
	if !ok {
		return "a condition on a field of the same record, not on " + c.Key
	}
	if c.Op == OpPresent {
		return ""
	}
	if len(c.Values) == 0 {
		return "values in the condition on " + c.Key
	}
	var list CodeList
	switch t := f.Type.(type) {
	case Boolean:
		list = CodeList{Codes: []CodeEntry{{Code: "true"}, {Code: "false"}}}
	case Code:
		list = t.List
	case Codes:
		list = t.List
	default:
		return "a condition on the value of a code or a boolean, not of " + c.Key
	}
	for _, v := range c.Values {
		if !list.Has(v) {
			return "a value that " + c.Key + " can have, not " + v
		}
	}
	return ""
}

// checkPeriod refuses a period that says nothing: it has no bound, or no day.
func (c Condition) checkPeriod() string {
	switch {
	case c.Period == rule.Period{}:
		return "a period with a bound; without one, Always"
	case !c.Period.To.IsZero() && c.Period.To.Before(c.Period.From):
		return "a period that ends on or after its first day, unlike " + c.Period.String()
	}
	return ""
}

// Text words the condition in both languages, naming fields and codes by their
// titles.
func (c Condition) Text(d Definition) rule.Text {
	switch c.Op {
	case OpNever:
		return rule.Text{ZH: "从不", EN: "never"}
	case OpAlways:
		return rule.Text{ZH: "必填", EN: "always"}
	case OpAll:
		return c.join(d, "且", " and ")
	case OpAny:
		return c.join(d, "或", " or ")
	case OpNot:
		t := c.Args[0].Text(d)
		return rule.Text{ZH: "非（" + t.ZH + "）", EN: "not (" + t.EN + ")"}
	}
	if c.Op == OpDuring {
		f, _ := d.Field(d.DateOf)
		return rule.Text{ZH: f.Title.ZH + "在 " + c.Period.String() + " 内", EN: f.Title.EN + " in " + c.Period.String()}
	}
	f, _ := d.Field(c.Key)
	if c.Op == OpPresent {
		return rule.Text{ZH: f.Title.ZH + "已填", EN: f.Title.EN + " is given"}
	}
	var zh, en string
	for i, v := range c.Values {
		if i > 0 {
			zh += "、"
			en += ", "
		}
		t := valueTitle(f.Type, v)
		zh += t.ZH
		en += t.EN
	}
	if len(c.Values) == 1 {
		return rule.Text{ZH: f.Title.ZH + "为" + zh, EN: f.Title.EN + " is " + en}
	}
	return rule.Text{ZH: f.Title.ZH + "为" + zh + "之一", EN: f.Title.EN + " is one of " + en}
}

func (c Condition) join(d Definition, zh, en string) rule.Text {
	var t rule.Text
	for i, a := range c.Args {
		if i > 0 {
			t.ZH += zh
			t.EN += en
		}
		at := a.Text(d)
		t.ZH += at.ZH
		t.EN += at.EN
	}
	return t
}

// valueTitle names a code or a boolean.
func valueTitle(t Type, v string) rule.Text {
	switch t := t.(type) {
	case Code:
		return t.List.TitleOf(v)
	case Codes:
		return t.List.TitleOf(v)
	}
	if v == "true" {
		return yes
	}
	return no
}

var (
	yes = rule.Text{ZH: "是", EN: "yes"}
	no  = rule.Text{ZH: "否", EN: "no"}
)
