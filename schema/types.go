package schema

import (
	"slices"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
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
		w.codes(o, t.List)
	case record.Codes:
		w.codeSet(o, t)
	case record.Date:
		w.refer(o, "dateText", nil, func() object {
			return object{{"type", "string"}, {"format", "date"}, {"pattern", datePattern}}
		})
	case record.Month:
		w.patterned(o, "monthText", monthPattern)
	case record.Amount:
		if t.Signed {
			w.patterned(o, "signedAmountText", signedPattern)
			return
		}
		w.patterned(o, "amountText", amountPattern)
	case record.Ratio:
		if isShare(t) {
			w.patterned(o, "shareText", sharePattern)
			return
		}
		w.patterned(o, "ratioText", ratioPattern)
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
		w.nested(o, t.Of)
	case record.Chosen:
		w.nested(o, t.Of)
	}
}

// isShare reports whether a ratio has the bounds that a pattern can tell.
func isShare(r record.Ratio) bool { return r.Min == "0" && r.Max == "1" }

// patterned refers to a string of a pattern. The names of such types have
// capitals, which no record's name has.
func (w *writer) patterned(o *object, name, pattern string) {
	w.refer(o, name, nil, func() object { return object{{"type", "string"}, {"pattern", pattern}} })
}

// nested writes a record within the record; an empty one is left out.
func (w *writer) nested(o *object, d record.Definition) {
	o.set("type", "object") // beside the reference, for validators that want it there
	o.set("minProperties", 1)
	w.refer(o, d.Name, d, func() object { return w.record(d) })
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
func (w *writer) codes(o *object, l record.CodeList) {
	in := w.listed(l)
	if w.twin {
		all := make([]any, len(in))
		for i, c := range in {
			all[i] = c.Code
		}
		o.set("enum", all)
		return
	}
	var all []any
	for _, c := range in {
		var one object
		one.set("const", c.Code)
		one.set("title", w.say(c.Title))
		w.period(&one, c.Effective)
		all = append(all, one)
	}
	o.set("oneOf", all)
}

// listed is the codes of a list that the document has, each once: a code with
// several periods is in force from the first to the last.
func (w *writer) listed(l record.CodeList) []record.CodeEntry {
	var all []record.CodeEntry
	for _, c := range l.At(w.At) {
		i := slices.IndexFunc(all, func(o record.CodeEntry) bool { return o.Code == c.Code })
		if i < 0 {
			all = append(all, c)
			continue
		}
		all[i].Effective = span(all[i].Effective, c.Effective)
	}
	return all
}

// span is the shortest period that holds both.
func span(p, q rule.Period) rule.Period {
	if q.From.IsZero() || !p.From.IsZero() && q.From.Before(p.From) {
		p.From = q.From
	}
	if q.To.IsZero() || !p.To.IsZero() && q.To.After(p.To) {
		p.To = q.To
	}
	return p
}

// inForce reports whether the document has a value, as far as it is a code.
func (w *writer) inForce(t record.Type, value string) bool {
	c, ok := t.(record.Code)
	return !ok || slices.ContainsFunc(w.listed(c.List), func(e record.CodeEntry) bool { return e.Code == value })
}

func (w *writer) codeSet(o *object, t record.Codes) {
	most := t.Max
	if most == 0 {
		most = len(t.List.Codes)
	}
	*o = append(*o, member{"type", "array"}, member{"minItems", 1}, member{"maxItems", most}, member{"uniqueItems", true})
	var items object
	w.note(&items, "title", w.say(t.List.Title))
	items.set("type", "string")
	w.codes(&items, t.List)
	o.set("items", items)
}

func (w *writer) list(o *object, t record.List) {
	*o = append(*o, member{"type", "array"}, member{"minItems", max(t.Min, 1)}, member{"maxItems", t.Max})
	var items object
	if t.Element == nil {
		w.refer(&items, t.Of.Name, t.Of, func() object { return w.record(t.Of) })
	} else {
		w.typ(&items, t.Element)
	}
	o.set("items", items)
}
