package record

import (
	"fmt"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

// Accessor is how a table reaches one field of a Go struct. At, AtText,
// AtCodes, AtNested, AtList and AtChoice make one; the field's type and the
// accessor's must agree.
type Accessor[T any] interface {
	// bind makes the cell for a type, the type completed where the accessor
	// knows more; or says what was wanted.
	bind(Type) (cell[T], Type, string)
}

// Scalar is the Go types that hold one value of a record, but for texts and
// codes, which are strings ([AtText]).
type Scalar interface {
	calendar.Date | calendar.Month | money.Amount | money.Ratio | Opt[int64] | Opt[bool]
}

// At reaches a date, a month, an amount, a ratio, a whole number or a boolean.
func At[T any, V Scalar](at func(*T) *V) Accessor[T] { return scalarAt[T, V]{at} }

// AtText reaches a text, a code or an identifier, in a field whose type is
// string or derived from it.
func AtText[T any, S ~string](at func(*T) *S) Accessor[T] { return textAt[T, S]{at} }

// AtTexts reaches a set of codes, or a list of texts, codes or identifiers.
func AtTexts[T any, S ~string](at func(*T) *[]S) Accessor[T] { return textsAt[T, S]{at} }

// AtNested reaches a record within the record.
func AtNested[T, N any](t *Table[N], at func(*T) *N) Accessor[T] { return nestedAt[T, N]{t, at} }

// AtList reaches a list of records.
func AtList[T, N any](t *Table[N], at func(*T) *[]N) Accessor[T] { return listAt[T, N]{t, at} }

// AtChoice reaches a choice; I is its interface type.
func AtChoice[T, I any](c *Choice[I], at func(*T) *I) Accessor[T] { return choiceAt[T, I]{c, at} }

// Include returns the fields of another table, flattened into this one: the
// same keys at the same level, reached through a struct within the struct. The
// caller may change the returned fields, their group for example, before it
// builds its table with them.
func Include[T, N any](t *Table[N], at func(*T) *N) []Field[T] {
	fields := make([]Field[T], len(t.fields))
	through := &inclusion[T, N]{at}
	for i := range t.fields {
		fields[i] = fieldOf[T](t.def.Fields[i])
		fields[i].At = includedAt[T, N]{t.fields[i].cell, through}
	}
	return fields
}

type (
	scalarAt[T any, V Scalar] struct{ at func(*T) *V }
	textAt[T any, S ~string]  struct{ at func(*T) *S }
	textsAt[T any, S ~string] struct{ at func(*T) *[]S }
	nestedAt[T, N any]        struct {
		table *Table[N]
		at    func(*T) *N
	}
	listAt[T, N any] struct {
		table *Table[N]
		at    func(*T) *[]N
	}
	choiceAt[T, I any] struct {
		choice *Choice[I]
		at     func(*T) *I
	}
	includedAt[T, N any] struct {
		cell    cell[N]
		through *inclusion[T, N]
	}
	boundAt[T any] struct{ cell cell[T] }
	extraAt[T any] struct {
		at  func(*T) *Extra
		key string
	}
)

func (a scalarAt[T, V]) bind(t Type) (cell[T], Type, string) {
	k, want := kindOf(t)
	if want != "" {
		return nil, nil, want
	}
	kv, ok := k.(scalarKind[V])
	if !ok {
		return nil, nil, fmt.Sprintf("a Go field that can hold %T, not %T", t, *new(V))
	}
	return &scalarCell[T, V]{a.at, kv, unchecked(t)}, t, ""
}

func (a textAt[T, S]) bind(t Type) (cell[T], Type, string) {
	k, want := kindOf(t)
	if want != "" {
		return nil, nil, want
	}
	ks, ok := k.(kind[string])
	if !ok {
		return nil, nil, fmt.Sprintf("a Go field that can hold %T, not %T", t, *new(S))
	}
	c := &textCell[T, S]{at: a.at, kind: ks, list: listOf(t)}
	c.codes, _ = k.(*codeKind)
	return c, t, ""
}

func (a textsAt[T, S]) bind(t Type) (cell[T], Type, string) {
	c := &textsCell[T, S]{at: a.at}
	element := t
	switch l := t.(type) {
	case Codes:
		if want := l.List.separates(); want != "" {
			return nil, nil, want
		}
		c.most, c.set = l.Max, true
		if c.most == 0 {
			c.most = len(l.List.Codes)
		}
		element = Code{l.List}
	case List:
		if l.Max < 1 || l.Min < 0 || l.Min > l.Max {
			return nil, nil, "a list with a greatest number of elements"
		}
		c.least, c.most = l.Min, l.Max
		element = l.Element
	default:
		return nil, nil, fmt.Sprintf("a set of codes or a list, not %T", t)
	}
	k, want := kindOf(element)
	if want != "" {
		return nil, nil, want
	}
	ks, ok := k.(kind[string])
	if !ok {
		return nil, nil, fmt.Sprintf("elements that a string can hold, not %T", element)
	}
	c.kind, c.list = ks, listOf(element)
	return c, t, ""
}

func (a nestedAt[T, N]) bind(t Type) (cell[T], Type, string) {
	if _, ok := t.(Nested); !ok {
		return nil, nil, fmt.Sprintf("the type Nested, not %T", t)
	}
	return &nestedCell[T, N]{table: a.table, at: a.at}, Nested{Of: a.table.def}, ""
}

func (a listAt[T, N]) bind(t Type) (cell[T], Type, string) {
	l, ok := t.(List)
	if !ok || l.Element != nil {
		return nil, nil, fmt.Sprintf("the type List of records, not %T", t)
	}
	if l.Max < 1 || l.Min < 0 || l.Min > l.Max {
		return nil, nil, "a list with a greatest number of elements"
	}
	l.Of = a.table.def
	return &listCell[T, N]{table: a.table, at: a.at, list: l}, l, ""
}

func (a choiceAt[T, I]) bind(t Type) (cell[T], Type, string) {
	if _, ok := t.(Chosen); !ok {
		return nil, nil, fmt.Sprintf("the type Chosen, not %T", t)
	}
	return &choiceCell[T, I]{choice: a.choice, at: a.at}, Chosen{Of: a.choice.def}, ""
}

func (a includedAt[T, N]) bind(t Type) (cell[T], Type, string) {
	return &includedCell[T, N]{a.cell, a.through}, t, ""
}

func (a boundAt[T]) bind(t Type) (cell[T], Type, string) { return a.cell, t, "" }

func (a extraAt[T]) bind(t Type) (cell[T], Type, string) {
	k, want := kindOf(t)
	if want != "" {
		return nil, nil, want
	}
	return &extraCell[T]{at: a.at, key: a.key, kind: textual(k), list: listOf(t)}, t, ""
}

// kindOf is the kind of a scalar type, or what was wanted instead.
func kindOf(t Type) (any, string) {
	switch t := t.(type) {
	case Text:
		if t.Max < 1 {
			return nil, "a text with a greatest length"
		}
		return &textKind{t}, ""
	case Code:
		return newCodeKind(t), t.List.check()
	case Date:
		return &dateKind{}, ""
	case Month:
		return &monthKind{}, ""
	case Amount:
		return &amountKind{t}, ""
	case Ratio:
		k, want := newRatioKind(t)
		return k, want
	case Integer:
		if least, greatest := t.Bounds(); least > greatest || least < -maxInteger || greatest > maxInteger {
			return nil, "bounds in order and below 2^53"
		}
		return &integerKind{t}, ""
	case Boolean:
		return &booleanKind{}, ""
	case Identifier:
		if t.Scheme.index() == 0 {
			return nil, "a scheme"
		}
		return &identifierKind{t}, ""
	}
	return nil, fmt.Sprintf("a scalar type, not %T", t)
}

// unchecked reports whether a type has nothing to check in a value that is
// there: what Go can hold of it is right.
func unchecked(t Type) bool {
	switch t.(type) {
	case Date, Month, Boolean:
		return true
	}
	return false
}

// listOf is the code list of a type, nil if it has none with periods.
func listOf(t Type) *CodeList {
	if c, ok := t.(Code); ok && c.List.dated() {
		return &c.List
	}
	return nil
}
