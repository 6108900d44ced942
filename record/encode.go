package record

import (
	"strings"

	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
)

// Encode returns the record as JSON, members in the order of the table, absent
// ones left out. It refuses text that is not UTF-8 and extension fields that
// the table does not declare, with an [*EncodeError]; otherwise it writes what
// is there, valid or not.
func (t *Table[T]) Encode(v *T) ([]byte, error) { return t.appendObject(nil, v, false) }

// Canonical returns the record as canonical JSON (RFC 8785): the bytes that
// digests and signatures are made of.
func (t *Table[T]) Canonical(v *T) ([]byte, error) { return t.appendObject(nil, v, true) }

// Append appends the record as [Table.Encode] writes it.
func (t *Table[T]) Append(b []byte, v *T) ([]byte, error) { return t.appendObject(b, v, false) }

// Text returns one field in its text form, "" where it is absent, holds
// records, or is not a field of the table.
func (t *Table[T]) Text(v *T, key string) string {
	if i, ok := t.index[key]; ok {
		return t.fields[i].cell.text(v)
	}
	return ""
}

// FieldError is a text that a field does not take.
type FieldError struct {
	Table string
	Field string
	Value string
	Want  rule.Text
}

// Error names the field, the value and what was expected.
func (e *FieldError) Error() string {
	return "record: " + quote.Value(e.Table) + " field " + quote.Value(e.Field) + ": " + quote.Value(e.Value) + ": want " + e.Want.EN
}

// Set fills one field from a text, as a cell of a table does, or clears it for
// the empty text. A text that the field does not take changes nothing and is a
// [*FieldError]; so is a field that the table does not have, or that holds
// records. Conditions are for Validate to judge.
func (t *Table[T]) Set(v *T, key, text string) error {
	i, ok := t.index[key]
	if !ok || !flat(t.def.Fields[i].Type) {
		return &FieldError{t.def.Name, key, text, rule.Text{ZH: "可按文字填写的字段", EN: "a field of the table that a text can fill"}}
	}
	if text == "" {
		t.fields[i].cell.clear(v)
		return nil
	}
	p := t.fields[i].cell.fill(v, text, nil)
	if p.fault == good {
		return nil
	}
	want := faults[p.fault].title
	if p.want != nil {
		want = *p.want
	}
	return &FieldError{t.def.Name, key, text, want}
}

// Show returns one field as a person reads it: codes by their titles, yes and
// no in words.
func (t *Table[T]) Show(v *T, key string, l rule.Language) string {
	if i, ok := t.index[key]; ok {
		return t.show(v, i, l)
	}
	return ""
}

func (t *Table[T]) show(v *T, i int, l rule.Language) string {
	s := t.fields[i].cell.text(v)
	switch typ := t.def.Fields[i].Type.(type) {
	case Code, Boolean:
		if s != "" {
			return valueTitle(typ, s).In(l)
		}
	case Codes:
		var parts []string
		for code := range cellParts(s) {
			parts = append(parts, typ.List.TitleOf(code).In(l))
		}
		return strings.Join(parts, listMark)
	}
	return s
}

func (t *Table[T]) appendObject(b []byte, v *T, canonical bool) ([]byte, error) {
	if t.extra != nil {
		for key := range t.extra(v).All() {
			if i, ok := t.index[key]; !ok || !t.def.Fields[i].Extension {
				return b, &EncodeError{t.def.Name, "/" + key, "an extension field that the table declares"}
			}
		}
	}
	b = append(b, '{')
	start := len(b)
	for n := range t.fields {
		i := n
		if canonical {
			i = t.canonical[n]
		}
		if !t.fields[i].cell.present(v) {
			continue
		}
		if len(b) > start {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, t.def.Fields[i].Key...)
		b = append(b, '"', ':')
		var err error
		if b, err = t.fields[i].cell.append(b, v, canonical); err != nil {
			return b, &EncodeError{t.def.Name, "/" + t.def.Fields[i].Key, "text in UTF-8, and extension fields of their type"}
		}
	}
	return append(b, '}'), nil
}
