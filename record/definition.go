package record

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// Definition is what a record is made of, as pure data: everything that a form,
// a schema, a heading row or a documentation page needs, and nothing of Go. A
// [Table] or a [Choice] yields it.
//
// A record has Fields, or it is a choice: an object whose member By holds the
// code of one of the Alternatives, and whose other members are that
// alternative's.
type Definition struct {
	Name   string        // unique name in kebab case: data-resource
	Title  rule.Text     // what it is called
	Doc    rule.Text     // what it is for, in a sentence or two
	Basis  []rule.Clause // the clauses it rests on
	DateOf string        // key of the field whose date is the record's day: it decides which codes are in force and what is asked for ([During])
	Groups []Group       // headings for the fields, in order
	Fields []FieldDefinition

	By           string        // key of the code that chooses; "" for a record of fields
	ByTitle      rule.Text     // what that code is called
	Alternatives []Alternative // what can be chosen
}

// Group is a heading over fields.
type Group struct {
	Key   string
	Title rule.Text
}

// FieldDefinition is one field as pure data; [Field] adds how Go reaches it.
type FieldDefinition struct {
	Key        string        // JSON member, lowerCamelCase
	Title      rule.Text     // heading, label
	Doc        rule.Text     // what to fill in
	Group      string        // key of the group it stands under
	Type       Type          // what it holds
	Unit       rule.Text     // 元, 字节
	Required   Condition     // when it must be there
	Absent     Condition     // when it must not
	Example    string        // in the field's text form
	Basis      []rule.Clause // the clauses that ask for it; none: practice
	Judgement  rule.Text     // the choice made where the law is silent
	Synonyms   []string      // other headings under which spreadsheets carry it
	Calculated bool          // filled by the library, not by a person
	Extension  bool          // added by a caller
}

// Alternative is one thing that a choice can be.
type Alternative struct {
	Code       string
	Title      rule.Text
	Definition Definition
}

// Field returns the definition of a field by its key.
func (d Definition) Field(key string) (FieldDefinition, bool) {
	i := slices.IndexFunc(d.Fields, func(f FieldDefinition) bool { return f.Key == key })
	if i < 0 {
		return FieldDefinition{}, false
	}
	return d.Fields[i], true
}

// Flat reports whether every field fits into a cell of a table, so that the
// record can be read from and written to CSV.
func (d Definition) Flat() bool {
	return d.By == "" && !slices.ContainsFunc(d.Fields, func(f FieldDefinition) bool { return !flat(f.Type) })
}

func flat(t Type) bool {
	switch t := t.(type) {
	case Nested, Chosen:
		return false
	case List:
		return t.Element != nil
	}
	return true
}

// Items lists the fields that rest on a clause, for a package's catalogue.
func (d Definition) Items() []rule.Item {
	var items []rule.Item
	for _, f := range d.Fields {
		if len(f.Basis) > 0 {
			items = append(items, rule.Item{
				ID: rule.ID(d.Name + "." + f.Key), Kind: rule.KindField, Title: f.Title,
				Basis: slices.Clone(f.Basis), Judgement: f.Judgement,
			})
		}
	}
	return items
}

// clone copies the definition's own lists; a caller may change what it gets.
func (d Definition) clone() Definition {
	d.Basis = slices.Clone(d.Basis)
	d.Groups = slices.Clone(d.Groups)
	d.Fields = slices.Clone(d.Fields)
	d.Alternatives = slices.Clone(d.Alternatives)
	return d
}

// ExampleParts splits the example of a set of codes or a list of scalars into
// the texts of its elements.
func (f FieldDefinition) ExampleParts() []string { return slices.Collect(cellParts(f.Example)) }
