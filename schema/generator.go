package schema

import (
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Base is what every schema's $id begins with. The major version in it changes
// when a document that was valid would no longer be.
const Base = "https://github.com/dataasset-go/dataasset/schema/v1/"

// Generator carries the choices of a schema. The zero Generator writes the
// published document of the final stage, in Chinese, with every code that was
// ever in force.
type Generator struct {
	Language rule.Language // of titles, descriptions and messages
	Stage    record.Stage  // Draft requires nothing
	At       calendar.Date // only codes in force on that day; no date: all, with their periods as annotations
	Form     Form          // for whom: validators, or renderers that read less
}

// Form is who a document is written for.
type Form uint8

// The forms.
const (
	Published Form = iota // under its $id, shared types in $defs
	Inlined               // without $id and references: for renderers that lose titles on them
	Draft07               // Inlined, as draft-07: for validators that know no later one
)

// UnknownRecordError is a name that no record of this module has.
type UnknownRecordError struct {
	Name  string
	Known []string
}

// Error lists the records there are.
func (e *UnknownRecordError) Error() string {
	return "schema: no record is named " + strconv.Quote(e.Name) + ": want one of " + strings.Join(e.Known, ", ")
}

// For returns the schema of a record by its name, as the zero [Generator]
// writes it. An unknown name is an [*UnknownRecordError].
func For(name string) ([]byte, error) { return Generator{}.For(name) }

// For returns the schema of a record by its name. Without a date At it is made
// once and copied.
func (g Generator) For(name string) ([]byte, error) {
	s, err := g.Text(name)
	if err != nil {
		return nil, err
	}
	return []byte(s), nil
}

// Text is [Generator.For] as a string, which needs no copy.
func (g Generator) Text(name string) (string, error) {
	e, err := entryOf(name)
	if err != nil {
		return "", err
	}
	if g.At.IsZero() && g.Stage <= record.Draft && g.Form <= Draft07 {
		return e.texts[g.slot()](), nil
	}
	return string(g.ForDefinition(e.def)), nil
}

// Records lists the names of the records, in the order of the packages.
func Records() []string {
	all := entries()
	names := make([]string, len(all))
	for i, e := range all {
		names[i] = e.def.Name
	}
	return names
}

// ForDefinition returns the schema of any record, a caller's own or one that a
// caller has extended.
func (g Generator) ForDefinition(d record.Definition) []byte {
	w := &writer{Generator: g}
	body := w.record(d)
	var doc object
	if g.Form == Draft07 {
		doc.set("$schema", "http://json-schema.org/draft-07/schema#")
	} else {
		doc.set("$schema", "https://json-schema.org/draft/2020-12/schema")
	}
	if g.Form == Published {
		doc.set("$id", Base+d.Name)
	}
	doc.set("$defs", w.defs)
	doc = append(doc, body...)
	doc.set("x-groups", w.groups(d))
	doc.set("examples", w.samples(d))
	return append(text(nil, doc, 0), '\n')
}

// Keywords lists the annotations that schemas carry beside the standard ones,
// for validators that want unknown words declared, as ajv's addVocabulary does.
func Keywords() []string {
	return []string{
		"x-basis", "x-group", "x-groups", "x-order", "x-message", "x-unit", "x-calculated", "x-extension", "x-judgement",
		"x-valid-from", "x-valid-to",
	}
}
