package schema

import (
	"strconv"

	"github.com/dataasset-go/dataasset/record"
)

// The patterns of the types. Each accepts exactly what the Go type reads, but
// for days that do not exist, which format says.
const (
	datePattern   = `^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$`
	monthPattern  = `^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])$`
	amountPattern = `^(?:0|[1-9][0-9]{0,14})\.[0-9]{2}$`
	signedPattern = `^(?:(?:0|[1-9][0-9]{0,14})\.[0-9]{2}|-[1-9][0-9]{0,14}\.[0-9]{2}|-0\.(?:0[1-9]|[1-9][0-9]))$`
	ratioPattern  = `^(?:(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,8})?|-[1-9][0-9]{0,5}(?:\.[0-9]{1,8})?|-0\.[0-9]{0,7}[1-9][0-9]{0,7})$`
	sharePattern  = `^(?:0(?:\.[0-9]{1,8})?|1(?:\.0{1,8})?)$`
	// no control characters, line and paragraph separators, byte order marks or
	// characters that were lost
	oneLine   = "^[^\\p{Cc}\u2028\u2029\ufeff\ufffd]*$"
	manyLines = "^(?:[^\\p{Cc}\u2028\u2029\ufeff\ufffd]|\n|\t)*$"
)

// typ adds what a type asks to a property.
func (w *writer) typ(o *object, t record.Type) {
	switch t := t.(type) {
	case record.Text:
		w.text(o, t)
	case record.Code:
		o.set("type", "string")
		o.set("oneOf", w.codes(t.List))
	case record.Codes:
		w.codeSet(o, t)
	case record.Date:
		o.set("$ref", w.define("date", func() object {
			return object{{"type", "string"}, {"format", "date"}, {"pattern", datePattern}}
		}))
	case record.Month:
		o.set("$ref", w.define("month", func() object { return patterned(monthPattern) }))
	case record.Amount:
		if t.Signed {
			o.set("$ref", w.define("signedAmount", func() object { return patterned(signedPattern) }))
			return
		}
		o.set("$ref", w.define("amount", func() object { return patterned(amountPattern) }))
	case record.Ratio:
		if t.Min == "0" && t.Max == "1" {
			o.set("$ref", w.define("share", func() object { return patterned(sharePattern) }))
			return
		}
		o.set("$ref", w.define("ratio", func() object { return patterned(ratioPattern) }))
	case record.Integer:
		least, greatest := t.Bounds()
		*o = append(*o, member{"type", "integer"}, member{"minimum", least}, member{"maximum", greatest})
	case record.Boolean:
		o.set("type", "boolean")
	case record.Identifier:
		o.set("type", "string")
		o.set("pattern", t.Scheme.Pattern())
	case record.List:
		w.list(o, t)
	case record.Nested:
		o.set("$ref", w.nested(t.Of))
	case record.Chosen:
		o.set("$ref", w.nested(t.Of))
	}
}

func patterned(pattern string) object { return object{{"type", "string"}, {"pattern", pattern}} }

// nested defines a record within the record; an empty one is left out.
func (w *writer) nested(d record.Definition) string {
	return w.define(d.Name, func() object { return append(w.record(d), member{"minProperties", 1}) })
}

func (w *writer) text(o *object, t record.Text) {
	o.set("type", "string")
	o.set("maxLength", t.Max)
	o.set("pattern", t.Shape.Pattern())
	if t.Shape == record.AnyText {
		lines := oneLine
		if t.Lines {
			lines = manyLines
		}
		o.set("allOf", []any{object{{"pattern", lines}}})
	}
}

// codes lists what a code can be, each code once.
func (w *writer) codes(l record.CodeList) []any {
	var all []any
	seen := map[string]bool{}
	for _, c := range l.At(w.At) {
		if seen[c.Code] {
			continue
		}
		seen[c.Code] = true
		var o object
		o.set("const", c.Code)
		o.set("title", w.say(c.Title))
		if w.At.IsZero() {
			o.set("x-valid-from", c.Effective.From.String())
			o.set("x-valid-to", c.Effective.To.String())
		}
		all = append(all, o)
	}
	return all
}

func (w *writer) codeSet(o *object, t record.Codes) {
	most := t.Max
	if most == 0 {
		most = len(t.List.Codes)
	}
	*o = append(*o, member{"type", "array"}, member{"minItems", 1}, member{"maxItems", most}, member{"uniqueItems", true})
	var items object
	items.set("title", w.say(t.List.Title))
	items.set("type", "string")
	items.set("oneOf", w.codes(t.List))
	o.set("items", items)
}

func (w *writer) list(o *object, t record.List) {
	*o = append(*o, member{"type", "array"}, member{"minItems", max(t.Min, 1)}, member{"maxItems", t.Max})
	var items object
	if t.Element == nil {
		items.set("$ref", w.define(t.Of.Name, func() object { return w.record(t.Of) }))
	} else {
		w.typ(&items, t.Element)
	}
	o.set("items", items)
}

// example is a field's example as JSON has it.
func example(f record.FieldDefinition) any {
	switch f.Type.(type) {
	case record.Integer:
		if n, err := strconv.ParseInt(f.Example, 10, 64); err == nil {
			return n
		}
	case record.Boolean:
		return f.Example == "true"
	}
	return f.Example
}

// conditions writes when a field is required or must be absent.
func (w *writer) conditions(f record.FieldDefinition, d record.Definition) []any {
	var all []any
	if op := f.Required.Op; op != record.OpNever && op != record.OpAlways && w.Stage == record.Final {
		all = append(all, object{{"if", condition(f.Required, d)}, {"then", object{{"required", strs(f.Key)}}}})
	}
	if f.Absent.Op != record.OpNever {
		all = append(all, object{{"if", condition(f.Absent, d)}, {"then", object{{"properties", object{{f.Key, false}}}}}})
	}
	return all
}

// condition writes a condition as a schema that holds when it does. Keys are
// required in it, so that an absent one does not make it hold.
func condition(c record.Condition, d record.Definition) object {
	switch c.Op {
	case record.OpAlways:
		return object{{"type", "object"}}
	case record.OpPresent:
		return object{{"required", strs(c.Key)}}
	case record.OpNot:
		return object{{"not", condition(c.Args[0], d)}}
	case record.OpAll, record.OpAny:
		word := "allOf"
		if c.Op == record.OpAny {
			word = "anyOf"
		}
		var args []any
		for _, a := range c.Args {
			args = append(args, condition(a, d))
		}
		return object{{word, args}}
	case record.OpNever:
		return object{{"not", object{{"type", "object"}}}}
	}
	f, _ := d.Field(c.Key)
	var value object
	if _, boolean := f.Type.(record.Boolean); boolean {
		value = object{{"const", c.Values[0] == "true"}}
	} else if len(c.Values) == 1 {
		value = object{{"const", c.Values[0]}}
	} else {
		value = object{{"enum", strs(c.Values...)}}
	}
	if _, set := f.Type.(record.Codes); set {
		value = object{{"contains", value}}
	}
	return object{{"properties", object{{c.Key, value}}}, {"required", strs(c.Key)}}
}
