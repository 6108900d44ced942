package ruletest

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Instances makes instances of records by their definitions: the same ones, in
// their order, for the same seed. The zero Instances is that of seed 0. It is not
// safe for concurrent use.
type Instances struct{ state uint64 }

// NewInstances returns the maker of a seed.
func NewInstances(seed uint64) *Instances { return &Instances{seed} }

// Broken is an instance with one fault, and what reading it finds.
type Broken struct {
	Instance []byte  // JSON
	Rule     rule.ID // record.required and the like
	Path     string  // a JSON Pointer
}

// Valid returns an instance of a record that has nothing wrong with it, with any
// choice of the members that are not required, as JSON.
func (g *Instances) Valid(d record.Definition) []byte { return encode(g.valid(d)) }

// Broken returns an instance with one fault: a member that the record does not
// have, one that is missing, of another type or with a value that is not allowed. The fault
// is in a place on which nothing else depends, so that there is one finding.
func (g *Instances) Broken(d record.Definition) Broken {
	v := g.valid(d)
	all := places(d, v, "")
	at := all[g.below(len(all))]
	faults := at.faults()
	f := faults[g.below(len(faults))]
	f.make(at.of)
	return Broken{encode(v), f.rule, at.path + "/" + f.key}
}

func encode(v map[string]any) []byte {
	b, err := json.Marshal(v) // members in the order of their names
	if err != nil {
		panic(err) // it is made of texts, numbers, lists and objects
	}
	return b
}

// next is a step of splitmix64: enough to choose, the same on every machine.
func (g *Instances) next() uint64 {
	g.state += 0x9e3779b97f4a7c15
	z := g.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n − 1.
func (g *Instances) below(n int) int { return int(g.next() % uint64(n)) }

func (g *Instances) either() bool { return g.next()&1 == 0 }

func pick[T any](g *Instances, all []T) T { return all[g.below(len(all))] }

// tries is how often a whole is drawn again whose conditions did not come out.
const tries = 100

// valid draws an object until all its conditions hold.
func (g *Instances) valid(d record.Definition) map[string]any {
	var v map[string]any
	for range tries {
		if v = g.draw(d); holds(d, v) {
			return v
		}
	}
	return v
}

func (g *Instances) draw(d record.Definition) map[string]any {
	if d.By != "" {
		a := pick(g, d.Alternatives)
		v := g.valid(a.Definition)
		v[d.By] = a.Code
		return v
	}
	v := map[string]any{}
	for _, f := range d.Fields {
		if f.Required.Op == record.OpAlways || g.either() {
			v[f.Key] = g.value(f)
		}
	}
	for range 3 { // until the conditions hold, if they can
		for _, f := range d.Fields {
			_, there := v[f.Key]
			switch {
			case there && met(f.Absent, d, v):
				delete(v, f.Key)
			case !there && met(f.Required, d, v) && !met(f.Absent, d, v):
				v[f.Key] = g.value(f)
			}
		}
	}
	return v
}

// holds reports whether what is required is there and what must be absent is not.
func holds(d record.Definition, v map[string]any) bool {
	if d.By != "" {
		return true // its alternative was drawn until it held
	}
	for _, f := range d.Fields {
		_, there := v[f.Key]
		if there && met(f.Absent, d, v) || !there && met(f.Required, d, v) {
			return false
		}
	}
	return true
}

// value draws a good value of a field.
func (g *Instances) value(f record.FieldDefinition) any {
	switch typ := f.Type.(type) {
	case record.Codes:
		return g.codes(typ)
	case record.List:
		var all []any
		least := max(typ.Min, 1)
		for range least + g.below(max(least, min(typ.Max, 2))-least+1) {
			all = append(all, g.element(f, typ, len(all)))
		}
		return all
	case record.Nested:
		return g.valid(typ.Of)
	case record.Chosen:
		return g.valid(typ.Of)
	}
	return g.scalar(f)
}

func (g *Instances) element(f record.FieldDefinition, typ record.List, i int) any {
	if typ.Element == nil {
		return g.valid(typ.Of)
	}
	part := f
	part.Type, part.Example = typ.Element, ""
	if parts := f.ExampleParts(); len(parts) > 0 {
		part.Example = parts[i%len(parts)]
	}
	return g.value(part)
}

// lasting is the codes of a list that hold at any time.
func lasting(l record.CodeList) []string {
	var all []string
	for _, c := range l.Codes {
		if c.Effective == (rule.Period{}) && !slices.Contains(all, c.Code) {
			all = append(all, c.Code)
		}
	}
	return all
}

// codes draws some codes of a set, in any order.
func (g *Instances) codes(typ record.Codes) []any {
	rest := lasting(typ.List)
	n := 1 + g.below(len(rest))
	if typ.Max > 0 {
		n = min(n, typ.Max)
	}
	var all []any
	for range n {
		i := g.below(len(rest))
		all = append(all, rest[i])
		rest = slices.Delete(rest, i, i+1)
	}
	return all
}

func (g *Instances) scalar(f record.FieldDefinition) any {
	switch typ := f.Type.(type) {
	case record.Text:
		if typ.Shape != record.AnyText {
			return map[record.Shape]string{record.CodeText: "A-1", record.Digits: "12", record.WebLink: "https://a.cn", record.Email: "a@b.cn"}[typ.Shape]
		}
		s := []rune(pick(g, []string{"甲", "𠮷·a", "公路 基础数据", "é", "<&>", "\"\\/"}))
		return string(s[:min(len(s), typ.Max)])
	case record.Code:
		return pick(g, lasting(typ.List))
	case record.Date:
		return pick(g, []string{"2025-04-01", "2024-02-29", "1900-01-01", "2199-12-31"})
	case record.Month:
		return "2025-12"
	case record.Amount:
		return pick(g, []string{"0.00", "1.00", "999999999999999.99"})
	case record.Ratio:
		return pick(g, []string{"0", "1", "0.06", "0.12345678"})
	case record.Integer:
		least, greatest := typ.Bounds()
		return least + int64(g.next()%uint64(min(greatest-least, 1<<40)+1))
	case record.Boolean:
		return g.either()
	case record.Identifier:
		if typ.Scheme == record.CreditCode {
			return "91350100M000100Y43" // the example of GB 32100-2015
		}
		return "sha256:" + strings.Repeat("0", 64)
	}
	panic("no value for a type of " + f.Key) // a test draws every type
}

// met evaluates a condition on an instance, by its definition in package record.
func met(c record.Condition, d record.Definition, v map[string]any) bool {
	of := func(want string) bool {
		switch x := v[c.Key].(type) {
		case string:
			return x == want
		case bool:
			return strconv.FormatBool(x) == want
		case []any:
			return slices.Contains(x, any(want))
		}
		return false
	}
	switch c.Op {
	case record.OpAlways:
		return true
	case record.OpPresent:
		_, there := v[c.Key]
		return there
	case record.OpNot:
		return !met(c.Args[0], d, v)
	case record.OpAll:
		return !slices.ContainsFunc(c.Args, func(a record.Condition) bool { return !met(a, d, v) })
	case record.OpAny:
		return slices.ContainsFunc(c.Args, func(a record.Condition) bool { return met(a, d, v) })
	case record.OpEquals, record.OpIn:
		return slices.ContainsFunc(c.Values, of)
	case record.OpDuring:
		text, _ := v[d.DateOf].(string)
		day, _ := calendar.ParseDate(text) // a record without its day has none
		return c.Period.Holds(day)
	}
	return false
}

// place is an object inside an instance, with the record that it is of.
type place struct {
	path string
	of   map[string]any
	d    record.Definition
}

// places lists the objects of an instance, itself first, in the order of its table.
func places(d record.Definition, v map[string]any, path string) []place {
	if d.By != "" {
		i := slices.IndexFunc(d.Alternatives, func(a record.Alternative) bool { return v[d.By] == a.Code })
		return places(d.Alternatives[i].Definition, v, path)
	}
	all := []place{{path, v, d}}
	for _, f := range d.Fields {
		at := path + "/" + f.Key
		switch typ := f.Type.(type) {
		case record.Nested:
			if o, ok := v[f.Key].(map[string]any); ok {
				all = append(all, places(typ.Of, o, at)...)
			}
		case record.Chosen:
			if o, ok := v[f.Key].(map[string]any); ok {
				all = append(all, places(typ.Of, o, at)...)
			}
		case record.List:
			elements, _ := v[f.Key].([]any)
			for i, e := range elements {
				if o, ok := e.(map[string]any); ok {
					all = append(all, places(typ.Of, o, at+"/"+strconv.Itoa(i))...)
				}
			}
		}
	}
	return all
}

// fault is one way to break an object.
type fault struct {
	key  string
	rule rule.ID
	make func(map[string]any)
}

// faults lists the ways to break an object, in the order of its table. Members that
// a condition of the object looks at are left alone.
func (p place) faults() []fault {
	all := []fault{{"unheardOf", "record.unknown-key", func(v map[string]any) { v["unheardOf"] = "x" }}}
	looked := map[string]bool{}
	looked[p.d.DateOf] = true // of conditions on a period, and of codes
	for _, f := range p.d.Fields {
		look(f.Required, looked)
		look(f.Absent, looked)
	}
	for _, f := range p.d.Fields {
		if _, there := p.of[f.Key]; !there || looked[f.Key] {
			continue
		}
		if met(f.Required, p.d, p.of) && (len(p.of) > 1 || p.path == "") { // an object without members is another fault
			all = append(all, fault{f.Key, "record.required", func(v map[string]any) { delete(v, f.Key) }})
		}
		all = append(all, fault{f.Key, "record.type", func(v map[string]any) { v[f.Key] = wrongType(f.Type) }})
		if id, bad := wrongValue(f.Type); id != "" {
			all = append(all, fault{f.Key, id, func(v map[string]any) { v[f.Key] = bad }})
		}
	}
	return all
}

// look notes the members that a condition looks at.
func look(c record.Condition, at map[string]bool) {
	if c.Key != "" {
		at[c.Key] = true
	}
	for _, a := range c.Args {
		look(a, at)
	}
}

// wrongType is a value of another JSON type than the field's.
func wrongType(t record.Type) any {
	switch t.(type) {
	case record.Nested, record.Chosen, record.List, record.Codes:
		return "x"
	case record.Boolean:
		return "true"
	}
	return map[string]any{}
}

// wrongValue is a value of the right JSON type that a field does not take, and the
// rule that says so.
func wrongValue(t record.Type) (rule.ID, any) {
	switch typ := t.(type) {
	case record.Text:
		if typ.Shape == record.AnyText {
			return "record.length", strings.Repeat("甲", typ.Max+1)
		}
	case record.Code:
		return "record.code", "no-such-code"
	case record.Date:
		return "record.form", "2025-02-30"
	case record.Month:
		return "record.form", "2025-13"
	case record.Amount:
		return "record.form", "1.005"
	case record.Ratio:
		return "record.form", "one"
	case record.Identifier:
		return "record.identifier", "X"
	}
	return "", nil
}
