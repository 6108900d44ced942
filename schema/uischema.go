package schema

import (
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// UISchema returns what react-jsonschema-form asks for beside a schema: the
// order of the fields, widgets, placeholders. It fits every form of the schema.
// An unknown name is an [*UnknownRecordError].
//
// The form itself wants constAsDefaults "skipOneOf", arrayMinItems.populate
// "requiredOnly" and requiredBooleanDefault "skip", else the first code of each
// list, an empty element of each list and a no to each required yes or no are
// filled in without anybody's choice.
func (g Generator) UISchema(record string) ([]byte, error) {
	e, err := entryOf(record)
	if err != nil {
		return nil, err
	}
	return g.UISchemaForDefinition(e.def), nil
}

// UISchemaForDefinition is [Generator.UISchema] for any record, a caller's own
// or one that a caller has extended.
func (g Generator) UISchemaForDefinition(d record.Definition) []byte {
	w := &writer{Generator: g}
	doc := w.ui(d)
	submit := rule.Text{ZH: "提交", EN: "Submit"}
	doc.set("ui:submitButtonOptions", object{{"submitText", w.say(submit)}})
	return append(text(nil, doc, 0), '\n')
}

// ui is the hints for one object.
func (w *writer) ui(d record.Definition) object {
	if d.By != "" {
		return w.uiChoice(d)
	}
	var o object
	var order []any
	for _, f := range d.Fields {
		order = append(order, f.Key)
		o.set(f.Key, w.uiField(f))
	}
	return append(object{{"ui:order", append(order, "*")}}, o...) // a caller may add a field
}

// uiChoice hides the code that chooses: the form chooses by the alternatives'
// titles.
func (w *writer) uiChoice(d record.Definition) object {
	hidden := object{{"ui:widget", "hidden"}}
	var alternatives []any
	for _, a := range d.Alternatives {
		one := w.ui(a.Definition)
		one.set(d.By, hidden)
		alternatives = append(alternatives, one)
	}
	return object{{d.By, hidden}, {"oneOf", alternatives}}
}

func (w *writer) uiField(f record.FieldDefinition) object {
	var o object
	switch t := f.Type.(type) {
	case record.Text:
		if t.Lines {
			o.set("ui:widget", "textarea")
		}
	case record.Amount, record.Ratio:
		o.set("ui:options", object{{"inputType", "text"}}) // strings: a number input would round them
	case record.Boolean:
		o.set("ui:widget", "radio") // a box that is not ticked is neither yes nor no
	case record.Codes:
		o.set("ui:widget", "checkboxes")
	case record.Nested:
		o = w.ui(t.Of)
	case record.Chosen:
		o = w.ui(t.Of)
	case record.List:
		if t.Element == nil {
			o.set("items", w.ui(t.Of))
		}
	}
	switch f.Type.(type) {
	case record.Text, record.Amount, record.Ratio, record.Identifier, record.Month:
		o.set("ui:placeholder", f.Example)
	}
	if f.Calculated {
		o.set("ui:readonly", true)
	}
	return o
}
