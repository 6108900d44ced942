package schema

import (
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Base is what every schema's $id begins with. The major version in it changes
// when a document that was valid would no longer be.
const Base = "https://github.com/dataasset-go/dataasset/schema/v1/"

// Generator carries the choices of a schema. The zero Generator writes the
// final stage, in Chinese, with every code that was ever in force.
type Generator struct {
	Language rule.Language // of titles and descriptions
	Stage    record.Stage  // Draft requires nothing
	At       calendar.Date // only codes in force on that day; no date: all, with their periods as annotations
}

// UnknownRecordError is a name that no record of this module has.
type UnknownRecordError struct {
	Name  string
	Known []string
}

// Error lists the records there are.
func (e *UnknownRecordError) Error() string {
	return "schema: no record is named " + strconv.Quote(e.Name) + ": want one of " + list(e.Known)
}

// For returns the schema of a record by its name, as the zero [Generator]
// writes it. An unknown name is an [*UnknownRecordError].
func For(name string) ([]byte, error) { return Generator{}.For(name) }

// For returns the schema of a record by its name.
func (g Generator) For(name string) ([]byte, error) {
	for _, d := range definitions() {
		if d.Name == name {
			return g.ForDefinition(d), nil
		}
	}
	return nil, &UnknownRecordError{name, Records()}
}

// Records lists the names of the records, in the order of the packages.
func Records() []string {
	var names []string
	for _, d := range definitions() {
		names = append(names, d.Name)
	}
	return names
}

// ForDefinition returns the schema of any record, a caller's own or one that a
// caller has extended.
func (g Generator) ForDefinition(d record.Definition) []byte {
	w := &writer{Generator: g}
	body := w.record(d)
	var doc object
	doc.set("$schema", "https://json-schema.org/draft/2020-12/schema")
	doc.set("$id", Base+d.Name)
	doc.set("$defs", w.defs)
	doc = append(doc, body...)
	return append(text(nil, doc, 0), '\n')
}

// Keywords lists the annotations that schemas carry beside the standard ones,
// for validators that want unknown words declared, as ajv's addVocabulary does.
func Keywords() []string {
	return []string{"x-basis", "x-group", "x-unit", "x-calculated", "x-extension", "x-judgement", "x-valid-from", "x-valid-to"}
}

// writer is one document being written, with its shared definitions.
type writer struct {
	Generator
	defs object
}

func (w *writer) say(t rule.Text) string { return t.In(w.Language) }

// define adds a shared definition once and returns the reference to it.
func (w *writer) define(name string, body func() object) string {
	if !slices.ContainsFunc(w.defs, func(m member) bool { return m.key == name }) {
		i := len(w.defs)
		w.defs = append(w.defs, member{key: name})
		w.defs[i].value = body()
	}
	return "#/$defs/" + name
}

// record writes a record's own object.
func (w *writer) record(d record.Definition) object {
	var o object
	o.set("title", w.say(d.Title))
	o.set("description", w.say(d.Doc))
	o.set("type", "object")
	o.set("x-basis", clauses(d.Basis))
	if d.By != "" {
		w.choice(&o, d)
		return o
	}
	var required, conditions []any
	var properties object
	for _, f := range d.Fields {
		properties.set(f.Key, w.field(f))
		if f.Required.Op == record.OpAlways && w.Stage == record.Final {
			required = append(required, f.Key)
		}
		conditions = append(conditions, w.conditions(f, d)...)
	}
	o.set("properties", properties)
	o.set("required", required)
	o.set("additionalProperties", false)
	o.set("allOf", conditions)
	return o
}

// choice writes a record that is one of several: the code first, then an object
// a code.
func (w *writer) choice(o *object, d record.Definition) {
	var codes, alternatives []any
	for _, a := range d.Alternatives {
		var code object
		code.set("const", a.Code)
		code.set("title", w.say(a.Title))
		codes = append(codes, code)
		ref := w.define(a.Definition.Name, func() object { return w.alternative(d, a) })
		alternatives = append(alternatives, object{{"$ref", ref}})
	}
	var by object
	by.set("title", w.say(d.ByTitle))
	by.set("type", "string")
	by.set("oneOf", codes)
	o.set("properties", object{{d.By, by}})
	o.set("required", strs(d.By))
	o.set("oneOf", alternatives)
}

func (w *writer) alternative(d record.Definition, a record.Alternative) object {
	o := w.record(a.Definition)
	for i := range o {
		switch o[i].key {
		case "properties":
			o[i].value = append(object{{d.By, object{{"type", "string"}, {"const", a.Code}}}}, o[i].value.(object)...)
		case "required":
			o[i].value = append(strs(d.By), o[i].value.([]any)...)
		}
	}
	if !slices.ContainsFunc(o, func(m member) bool { return m.key == "required" }) {
		o.set("required", strs(d.By))
	}
	return o
}

// field writes one property: its own title first, then its type.
func (w *writer) field(f record.FieldDefinition) object {
	var o object
	o.set("title", w.say(f.Title))
	o.set("description", w.say(f.Doc))
	w.typ(&o, f.Type)
	if f.Example != "" && record.IsScalar(f.Type) {
		o.set("examples", []any{example(f)})
	}
	o.set("x-basis", clauses(f.Basis))
	o.set("x-judgement", w.say(f.Judgement))
	o.set("x-group", f.Group)
	o.set("x-unit", w.say(f.Unit))
	if f.Calculated {
		o.set("readOnly", true)
		o.set("x-calculated", true)
	}
	if f.Extension {
		o.set("x-extension", true)
	}
	return o
}

func clauses(basis []rule.Clause) []any {
	var all []any
	for _, c := range basis {
		all = append(all, c.String())
	}
	return all
}

func list(names []string) string {
	s := ""
	for i, n := range names {
		if i > 0 {
			s += ", "
		}
		s += n
	}
	return s
}
