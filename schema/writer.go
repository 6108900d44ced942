package schema

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// writer is one document being written, with its shared definitions.
type writer struct {
	Generator
	twin bool // for our own validator: the same verdicts, no annotations, cheaper keywords
	defs object
	of   []any // what each of defs was made of
}

func (w *writer) say(t rule.Text) string { return t.In(w.Language) }

// note adds what says something to a person and decides nothing.
func (w *writer) note(o *object, key string, value any) {
	if !w.twin {
		o.set(key, value)
	}
}

// period notes from when to when a part of the document is in force, in a
// document for no day.
func (w *writer) period(o *object, p rule.Period) {
	if w.At.IsZero() {
		w.note(o, "x-valid-from", p.From.String())
		w.note(o, "x-valid-to", p.To.String())
	}
}

// refer adds a reference to a shared definition, or the definition itself where
// there are to be no references: what the object has said already stays.
func (w *writer) refer(o *object, name string, of any, body func() object) {
	if w.Form == Published {
		o.set("$ref", "#/$defs/"+w.define(name, of, body))
		return
	}
	for _, m := range body() {
		if !o.has(m.key) {
			*o = append(*o, m)
		}
	}
}

// define adds a shared definition once and returns its name: another one that
// is made of something else gets a number.
func (w *writer) define(name string, of any, body func() object) string {
	free := name
	for n := 2; ; n++ {
		i := slices.IndexFunc(w.defs, func(m member) bool { return m.key == free })
		if i < 0 {
			break
		}
		if reflect.DeepEqual(w.of[i], of) {
			return free
		}
		free = name + "-" + strconv.Itoa(n)
	}
	i := len(w.defs)
	w.defs, w.of = append(w.defs, member{key: free}), append(w.of, of)
	w.defs[i].value = body()
	return free
}

// record writes a record's own object.
func (w *writer) record(d record.Definition) object {
	var o object
	w.note(&o, "title", w.say(d.Title))
	w.note(&o, "description", w.say(d.Doc))
	o.set("type", "object")
	w.note(&o, "x-basis", clauses(d.Basis))
	if d.By != "" {
		w.choice(&o, d)
		return o
	}
	var required []any
	properties := make(object, 0, len(d.Fields))
	for i, f := range d.Fields {
		properties = append(properties, member{f.Key, w.field(f, i+1)})
		if w.settled(f.Required, d).Op == record.OpAlways && w.Stage == record.Final {
			required = append(required, f.Key)
		}
	}
	o.set("properties", properties)
	o.set("required", required)
	o.set("additionalProperties", false)
	o.set("allOf", w.conditions(d))
	return o
}

// choice writes a record that is one of several: the code first, then an object
// a code.
func (w *writer) choice(o *object, d record.Definition) {
	by := chooser(d)
	var alternatives []any
	for _, a := range d.Alternatives {
		var one object
		w.refer(&one, a.Definition.Name, a, func() object { return w.alternative(d, a) })
		if w.twin {
			is := record.Equals(d.By, a.Code)
			one = object{{"if", condition(is, record.Definition{Fields: []record.FieldDefinition{by}})}, {"then", one}}
		}
		alternatives = append(alternatives, one)
	}
	o.set("properties", object{{d.By, w.field(by, 0)}})
	o.set("required", strs(d.By))
	if w.twin {
		o.set("allOf", alternatives)
	} else {
		o.set("oneOf", alternatives)
	}
}

// chooser is the code that chooses, as a field.
func chooser(d record.Definition) record.FieldDefinition {
	l := record.CodeList{Title: d.ByTitle}
	for _, a := range d.Alternatives {
		l.Codes = append(l.Codes, record.CodeEntry{Code: a.Code, Title: a.Title})
	}
	return record.FieldDefinition{Key: d.By, Title: d.ByTitle, Basis: d.Basis, Type: record.Code{List: l}, Required: record.Always()}
}

func (w *writer) alternative(d record.Definition, a record.Alternative) object {
	o := w.record(a.Definition)
	code := object{{"type", "string"}, {"const", a.Code}}
	w.note(&code, "title", w.say(d.ByTitle))
	for i := range o {
		switch o[i].key {
		case "title":
			o[i].value = w.say(a.Title)
		case "properties":
			o[i].value = append(object{{d.By, code}}, o[i].value.(object)...)
		}
	}
	if i := slices.IndexFunc(o, func(m member) bool { return m.key == "required" }); i >= 0 {
		o[i].value = append(strs(d.By), o[i].value.([]any)...)
	} else {
		o.set("required", strs(d.By))
	}
	return o
}

// field writes one property: its own title first, then its type. place is its
// place in the table, 0 for none.
func (w *writer) field(f record.FieldDefinition, place int) object {
	var o object
	w.note(&o, "title", w.say(f.Title))
	w.note(&o, "description", w.say(f.Doc))
	w.typ(&o, f.Type)
	if f.Example != "" && record.IsScalar(f.Type) && w.inForce(f.Type, f.Example) {
		w.note(&o, "examples", []any{scalar(f.Type, f.Example)})
	}
	w.note(&o, "x-basis", clauses(f.Basis))
	w.note(&o, "x-judgement", w.say(f.Judgement))
	w.note(&o, "x-group", f.Group)
	if place > 0 {
		w.note(&o, "x-order", place)
	}
	w.note(&o, "x-unit", w.say(f.Unit))
	w.note(&o, "x-message", w.message(f.Type))
	if f.Calculated {
		w.note(&o, "readOnly", true)
		w.note(&o, "x-calculated", true)
	}
	if f.Extension {
		w.note(&o, "x-extension", true)
	}
	return o
}

// message is what to tell a person whose value is wrong.
func (w *writer) message(t record.Type) string {
	want := record.Want(t)
	if want.IsZero() {
		return ""
	}
	return w.say(rule.Text{ZH: "应为：" + want.ZH, EN: "want " + want.EN})
}

func (w *writer) groups(d record.Definition) []any {
	var all []any
	for _, g := range d.Groups {
		all = append(all, object{{"key", g.Key}, {"title", w.say(g.Title)}})
	}
	return all
}

func clauses(basis []rule.Clause) []any {
	var all []any
	for _, c := range basis {
		all = append(all, c.String())
	}
	return all
}
