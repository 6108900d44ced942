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
// ever in force and, where it was not always, from when to when (x-valid-from,
// x-valid-to). A requirement with a period ([record.During]) has these too, and is
// asked of a record whose own date lies in it.
type Generator struct {
	Language rule.Language // of titles, descriptions and messages; Chinese unless English
	Stage    record.Stage  // Final, or Draft: nothing is required
	At       calendar.Date // the codes and requirements in force on that day; no date: every code, each requirement in its period
	Form     Form          // Published, for validators, or one for renderers that read less
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
//
// The document is made once, and every caller gets the same bytes: a copy of the
// largest takes 70 µs, this 40 ns. They must not be changed; what works in place,
// as jsontext.Value.Canonicalize does, works on bytes.Clone of them. Appending
// copies. What [Validate] finds does not depend on them. Who hands the document to
// others takes [Generator.Text], which nobody can change.
func For(record string) ([]byte, error) { return Generator{}.For(record) }

// For returns the schema of a record by its name. Without a date At it is made
// once, and its bytes must not be changed, as those of [For].
func (g Generator) For(record string) ([]byte, error) {
	e, err := entryOf(record)
	if err != nil {
		return nil, err
	}
	if g.kept() {
		return e.made[g.slot()]().bytes(), nil
	}
	return g.ForDefinition(e.def), nil
}

// Text is [Generator.For] as a string, which cannot be changed.
func (g Generator) Text(record string) (string, error) {
	e, err := entryOf(record)
	if err != nil {
		return "", err
	}
	if g.kept() {
		return e.made[g.slot()]().text, nil
	}
	return string(g.ForDefinition(e.def)), nil
}

// kept reports whether documents of these choices are kept: those for a day are
// as many as there are days.
func (g Generator) kept() bool {
	return g.At.IsZero() && g.Stage <= record.Draft && g.Form <= Draft07
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
// caller has extended, made anew each time.
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
// for validators that want unknown words declared, as ajv's addVocabulary does:
//
//	x-basis        the clauses that ask for a field or record
//	x-judgement    the choice made where the law is silent
//	x-groups       the headings of a record, in order
//	x-group        the heading that a field stands under
//	x-order        its place in the table, from 1
//	x-unit         元, 字节
//	x-message      what to tell a person whose value is wrong
//	x-calculated   filled by the library; such a field is readOnly too
//	x-extension    added by a caller
//	x-valid-from   the first day on which a code or requirement is in force
//	x-valid-to     the last
func Keywords() []string {
	return []string{
		"x-basis", "x-group", "x-groups", "x-order", "x-message", "x-unit", "x-calculated", "x-extension", "x-judgement",
		"x-valid-from", "x-valid-to",
	}
}
