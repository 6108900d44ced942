package record

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Field is one field of a record of Go type T: what [FieldDefinition] says of
// it, and how Go reaches it.
type Field[T any] struct {
	Key        string
	Title      rule.Text
	Doc        rule.Text
	Group      string
	Type       Type
	Unit       rule.Text
	Required   Condition
	Absent     Condition
	Example    string
	Basis      []rule.Clause
	Judgement  rule.Text
	Synonyms   []string
	Calculated bool
	At         Accessor[T]
}

func (f Field[T]) definition() FieldDefinition {
	return FieldDefinition{
		Key: f.Key, Title: f.Title, Doc: f.Doc, Group: f.Group, Type: f.Type, Unit: f.Unit,
		Required: f.Required, Absent: f.Absent, Example: f.Example, Basis: slices.Clone(f.Basis),
		Judgement: f.Judgement, Synonyms: slices.Clone(f.Synonyms), Calculated: f.Calculated,
	}
}

func fieldOf[T any](d FieldDefinition) Field[T] {
	return Field[T]{
		Key: d.Key, Title: d.Title, Doc: d.Doc, Group: d.Group, Type: d.Type, Unit: d.Unit,
		Required: d.Required, Absent: d.Absent, Example: d.Example, Basis: slices.Clone(d.Basis),
		Judgement: d.Judgement, Synonyms: slices.Clone(d.Synonyms), Calculated: d.Calculated,
	}
}

// Table is a [Definition] joined to a Go struct: from it come strict reading of
// JSON and CSV, writing, and validation. It is immutable and safe for
// concurrent use.
type Table[T any] struct {
	def       Definition
	fields    []bound[T]
	parts     []part[T] // the cells of the fields, in their order
	index     map[string]int
	canonical []int // fields in the order of RFC 8785
	dateOf    int   // the field whose date decides codes; -1 for none
	extra     func(*T) *Extra
	walks     sync.Pool // of *walk, so that a clean validation allocates nothing
}

// bound is a field with its cell and its conditions resolved.
type bound[T any] struct {
	cell      cell[T]
	composite bool // see stop
	dated     bool // has codes that depend on the record's date
	required  test[T]
	absent    test[T]
}

// test is a condition resolved to cells, on the day that decides what the object
// is asked for; nil never holds.
type test[T any] func(*T, calendar.Date) bool

// NewTable joins a definition, whose Fields are still empty, to the fields of a
// Go struct. It refuses what contradicts itself with a [*TableError].
func NewTable[T any](d Definition, fields []Field[T]) (*Table[T], error) {
	return newTable(d, fields, nil)
}

// NewExtensible is [NewTable] for a record that callers may extend: extra
// reaches the field in which their own fields live.
func NewExtensible[T any](d Definition, fields []Field[T], extra func(*T) *Extra) (*Table[T], error) {
	return newTable(d, fields, extra)
}

// MustTable is [NewTable] for tables written in source code; it panics where
// NewTable returns an error.
func MustTable[T any](d Definition, fields []Field[T]) *Table[T] {
	return must(NewTable(d, fields))
}

// MustExtensible is [NewExtensible] for tables written in source code; it
// panics where NewExtensible returns an error.
func MustExtensible[T any](d Definition, fields []Field[T], extra func(*T) *Extra) *Table[T] {
	return must(NewExtensible(d, fields, extra))
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

// Definition returns the table as pure data.
func (t *Table[T]) Definition() Definition { return t.def.clone() }

// Sample returns a record made of the fields' examples, for forms, templates
// and tests. Fields that must be absent beside the others are left out.
func (t *Table[T]) Sample() T {
	var v T
	for i := range t.fields {
		if f := &t.def.Fields[i]; f.Example != "" || !IsScalar(f.Type) {
			t.fields[i].cell.sample(&v, f.Example)
		}
	}
	day := t.day(&v, calendar.Date{})
	for i := range t.fields {
		if holds(t.fields[i].absent, &v, day) {
			t.fields[i].cell.clear(&v)
		}
	}
	return v
}

// With returns a table with a caller's own fields, which the record keeps in
// its [Extra]. They hold scalars; they read, write, validate and print as the
// table's own. The table itself does not change.
func (t *Table[T]) With(fields ...FieldDefinition) (*Table[T], error) {
	if t.extra == nil {
		return nil, &TableError{t.def.Name, "", "a record that can be extended"}
	}
	all := make([]Field[T], 0, len(t.fields)+len(fields))
	for i := range t.fields {
		f := fieldOf[T](t.def.Fields[i])
		f.At = boundAt[T]{t.fields[i].cell}
		all = append(all, f)
	}
	for _, d := range fields {
		f := fieldOf[T](d)
		f.At = extraAt[T]{t.extra, d.Key}
		all = append(all, f)
	}
	d := t.def.clone()
	d.Fields = nil
	next, err := newTable(d, all, t.extra)
	if err != nil {
		return nil, err
	}
	for i := range next.def.Fields {
		next.def.Fields[i].Extension = i >= len(t.fields) || t.def.Fields[i].Extension
	}
	return next, nil
}

func newTable[T any](d Definition, fields []Field[T], extra func(*T) *Extra) (*Table[T], error) {
	t := &Table[T]{def: d.clone(), index: make(map[string]int, len(fields)), dateOf: -1, extra: extra}
	t.def.Fields = make([]FieldDefinition, len(fields))
	t.fields = make([]bound[T], len(fields))
	if want := checkHead(d, len(fields)); want != "" {
		return nil, &TableError{d.Name, "", want}
	}
	for i, f := range fields {
		if f.At == nil {
			return nil, &TableError{d.Name, f.Key, "an accessor"}
		}
		c, typ, want := f.At.bind(f.Type)
		if want != "" {
			return nil, &TableError{d.Name, f.Key, want}
		}
		t.fields[i].cell = c
		t.fields[i].composite = composite(typ)
		t.fields[i].dated = dated(typ)
		t.def.Fields[i] = f.definition()
		t.def.Fields[i].Type = typ
		if _, twice := t.index[f.Key]; twice {
			return nil, &TableError{d.Name, f.Key, "each key once"}
		}
		t.index[f.Key] = i
		if f.Key == d.DateOf {
			t.dateOf = i
		}
	}
	if err := t.resolve(); err != nil {
		return nil, err
	}
	t.parts = partsOf(t.fields)
	t.walks.New = func() any { return new(walk) }
	return t, nil
}

// resolve checks the fields against each other and resolves their conditions.
func (t *Table[T]) resolve() error {
	titles := map[string]string{}
	for i, f := range t.def.Fields {
		if want := t.checkField(f, titles); want != "" {
			return &TableError{t.def.Name, f.Key, want}
		}
		t.fields[i].required = t.test(f.Required)
		t.fields[i].absent = t.test(f.Absent)
	}
	if t.def.DateOf != "" {
		if t.dateOf < 0 {
			return &TableError{t.def.Name, t.def.DateOf, "a field whose date decides the codes"}
		}
		if _, ok := t.def.Fields[t.dateOf].Type.(Date); !ok {
			return &TableError{t.def.Name, t.def.DateOf, "the type Date"}
		}
	}
	t.canonical = make([]int, len(t.fields))
	for i := range t.canonical {
		t.canonical[i] = i
	}
	// Keys are ASCII, so that byte order is the UTF-16 order of RFC 8785.
	slices.SortFunc(t.canonical, func(a, b int) int { return cmp.Compare(t.def.Fields[a].Key, t.def.Fields[b].Key) })
	return nil
}

func checkHead(d Definition, fields int) string {
	switch {
	case !kebab(d.Name):
		return "a name in kebab case"
	case d.Title.ZH == "" || d.Title.EN == "":
		return "a title in Chinese and English"
	case len(d.Fields) > 0:
		return "a definition whose fields are still empty"
	case fields == 0 || fields > 500:
		return "1 to 500 fields"
	}
	return ""
}

// checkField returns what is wrong with a field; titles remembers the headings
// of the fields before it.
func (t *Table[T]) checkField(f FieldDefinition, titles map[string]string) string {
	switch {
	case !lowerCamel(f.Key):
		return "a key in lowerCamelCase"
	case f.Title.ZH == "" || f.Title.EN == "":
		return "a title in Chinese and English"
	case f.Group != "" && !slices.ContainsFunc(t.def.Groups, func(g Group) bool { return g.Key == f.Group }):
		return "a group of the definition"
	}
	for _, c := range []Condition{f.Required, f.Absent} {
		if want := c.check(t.def); want != "" {
			return want
		}
	}
	for _, heading := range append([]string{f.Key, f.Title.ZH, f.Title.EN}, f.Synonyms...) {
		if other, taken := titles[heading]; taken && other != f.Key {
			return "headings of its own; " + heading + " is that of " + other + " too"
		}
		titles[heading] = f.Key
	}
	if f.Example == "" {
		return ""
	}
	var v T
	field := &t.fields[t.index[f.Key]]
	if p := field.cell.fill(&v, f.Example, nil); p.fault != good {
		return "an example that the type accepts, not " + f.Example
	}
	if s := field.cell.text(&v); s != f.Example && !field.composite {
		return "an example in its text form, " + s
	}
	return ""
}

func composite(t Type) bool {
	switch t.(type) {
	case Codes, List, Nested, Chosen:
		return true
	}
	return false
}

func dated(t Type) bool {
	switch t := t.(type) {
	case Codes:
		return t.List.dated()
	case List:
		return dated(t.Element)
	}
	return listOf(t) != nil
}

// test resolves a condition that check has accepted.
func (t *Table[T]) test(c Condition) test[T] {
	switch c.Op {
	case OpNever:
		return nil
	case OpAlways:
		return func(*T, calendar.Date) bool { return true }
	case OpDuring:
		return func(_ *T, day calendar.Date) bool { return c.Period.Holds(day) }
	case OpNot:
		arg := t.test(c.Args[0])
		return func(v *T, day calendar.Date) bool { return !holds(arg, v, day) }
	case OpAll, OpAny:
		args := make([]test[T], len(c.Args))
		for i, a := range c.Args {
			args[i] = t.test(a)
		}
		any := c.Op == OpAny
		return func(v *T, day calendar.Date) bool {
			for _, a := range args {
				if holds(a, v, day) == any {
					return any
				}
			}
			return !any
		}
	}
	of := t.fields[t.index[c.Key]].cell
	if c.Op == OpPresent {
		return func(v *T, _ calendar.Date) bool { return of.present(v) }
	}
	values := slices.Clone(c.Values)
	return func(v *T, _ calendar.Date) bool { return of.has(v, values) }
}

func holds[T any](c test[T], v *T, day calendar.Date) bool { return c != nil && c(v, day) }

// day is the record's own day, or another where it has none.
func (t *Table[T]) day(v *T, other calendar.Date) calendar.Date {
	if t.dateOf >= 0 {
		if d := t.fields[t.dateOf].cell.day(v); !d.IsZero() {
			return d
		}
	}
	return other
}

func lowerCamel(s string) bool {
	return s != "" && 'a' <= s[0] && s[0] <= 'z' && !strings.ContainsFunc(s, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9')
	})
}

func kebab(s string) bool {
	return s != "" && 'a' <= s[0] && s[0] <= 'z' && !strings.ContainsFunc(s, func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-')
	})
}
