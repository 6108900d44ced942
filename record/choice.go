package record

import (
	"bytes"
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// Choice is a record that is one of several: commands, events. In JSON it is
// one object whose member By holds the code of the alternative, and whose other
// members are that alternative's. I is the interface type that all of them
// implement in Go. It is immutable and safe for concurrent use.
type Choice[I any] struct {
	def   Definition
	cases []Case[I]
	walks sync.Pool
}

// Case is one alternative of a choice; [CaseOf] makes one.
type Case[I any] struct {
	code  string
	title rule.Text
	table tableOf[I]
}

// tableOf is what a choice needs of an alternative's table.
type tableOf[I any] interface {
	definition() Definition
	holds(I) bool // the Go type of the value is the table's
	is(I) bool
	read(*reader) (I, problem)
	walk(I, *walk)
	append([]byte, I, bool) ([]byte, error)
	sample() I
}

// CaseOf joins a code to the table of a Go type A that implements I. wrap turns
// an A into an I, and unwrap says whether an I is an A.
func CaseOf[I, A any](code string, title rule.Text, t *Table[A], wrap func(A) I, unwrap func(I) (A, bool)) Case[I] {
	c := &caseTable[I, A]{table: t, wrap: wrap, unwrap: unwrap}
	c.copies.New = func() any { return new(A) }
	return Case[I]{code, title, c}
}

type caseTable[I, A any] struct {
	table  *Table[A]
	wrap   func(A) I
	unwrap func(I) (A, bool)
	copies sync.Pool // of *A, so that a value is reached by pointer without an allocation
}

func (c *caseTable[I, A]) definition() Definition { return c.table.def }
func (c *caseTable[I, A]) sample() I              { return c.wrap(c.table.Sample()) }
func (c *caseTable[I, A]) holds(v I) bool         { _, ok := any(v).(A); return ok }
func (c *caseTable[I, A]) is(v I) bool            { _, ok := c.unwrap(v); return ok }

func (c *caseTable[I, A]) read(r *reader) (I, problem) {
	var a A
	p := c.table.readObject(&a, r)
	return c.wrap(a), p
}

func (c *caseTable[I, A]) walk(v I, w *walk) {
	a := c.copies.Get().(*A)
	if same, ok := any(v).(A); ok {
		*a = same
	} else {
		*a, _ = c.unwrap(v)
	}
	c.table.walk(a, w)
	c.copies.Put(a) // never read again; the pool lets go of it with the next collections
}

func (c *caseTable[I, A]) append(b []byte, v I, canonical bool) ([]byte, error) {
	a, _ := c.unwrap(v)
	return c.table.appendObject(b, &a, canonical)
}

// AlternativeName is the name of an alternative's table by the name of its choice
// and its code in lower camel case: registration and endOperation give
// registration-end-operation.
func AlternativeName(choice, code string) string {
	b := append([]byte(choice), '-')
	for _, c := range []byte(code) {
		if 'A' <= c && c <= 'Z' {
			b = append(b, '-')
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return string(b)
}

// NewChoice makes a choice. d has a name, a title, and By with its title; its
// Fields and Alternatives are still empty. Errors are [*TableError].
func NewChoice[I any](d Definition, cases ...Case[I]) (*Choice[I], error) {
	c := &Choice[I]{def: d.clone(), cases: slices.Clone(cases)}
	fault := func(code, want string) error { return &TableError{d.Name, code, want} }
	switch {
	case !kebab(d.Name) || d.Title.ZH == "" || d.Title.EN == "":
		return nil, fault("", "a name in kebab case and a title in Chinese and English")
	case !lowerCamel(d.By) || d.ByTitle.ZH == "" || d.ByTitle.EN == "":
		return nil, fault("", "a member that chooses, with a title in Chinese and English")
	case len(d.Fields) > 0 || len(d.Alternatives) > 0 || len(cases) == 0:
		return nil, fault("", "a definition without fields, and cases")
	}
	for i, k := range cases {
		alternative := k.table.definition()
		_, taken := alternative.Field(d.By)
		switch {
		case !codeShaped(k.code) || k.title.ZH == "" || k.title.EN == "":
			return nil, fault(k.code, "a code with a title in Chinese and English")
		case slices.ContainsFunc(cases[:i], func(o Case[I]) bool { return o.code == k.code }):
			return nil, fault(k.code, "each code once")
		case taken:
			return nil, fault(k.code, "a table without a field "+d.By)
		}
		c.def.Alternatives = append(c.def.Alternatives, Alternative{k.code, k.title, alternative})
	}
	c.walks.New = func() any { return new(walk) }
	return c, nil
}

// MustChoice is [NewChoice] for choices written in source code; it panics where
// NewChoice returns an error.
func MustChoice[I any](d Definition, cases ...Case[I]) *Choice[I] {
	return must(NewChoice(d, cases...))
}

// Definition returns the choice as pure data.
func (c *Choice[I]) Definition() Definition { return c.def.clone() }

// Code returns the code of the alternative that v is, "" for none of them.
func (c *Choice[I]) Code(v I) string {
	if k := c.caseOf(v); k != nil {
		return k.code
	}
	return ""
}

// Samples returns one alternative of each kind, made of its fields' examples as
// [Table.Sample] makes a record.
func (c *Choice[I]) Samples() []I {
	all := make([]I, len(c.cases))
	for i := range c.cases {
		all[i] = c.cases[i].table.sample()
	}
	return all
}

// Decode reads one alternative from JSON and validates it as final, as
// [Table.Decode] does.
func (c *Choice[I]) Decode(b []byte) (I, rule.Report, error) { return c.Read(b, Options{}) }

// Read is [Choice.Decode] with options.
func (c *Choice[I]) Read(b []byte, o Options) (I, rule.Report, error) {
	var v I
	report, err := readRecord(b, o, &c.walks, func(r *reader) (p problem) { v, p = c.readObject(r); return p },
		func(w *walk) problem { return c.walk(v, w) })
	if err != nil {
		return *new(I), rule.Report{}, err
	}
	return v, report, nil
}

// Validate checks an alternative made in Go, as [Table.Validate] does. A value
// that is none of the alternatives gets a finding.
func (c *Choice[I]) Validate(v I, o Options) rule.Report {
	w := c.walks.Get().(*walk)
	defer c.walks.Put(w)
	w.begin(o)
	if p := c.walk(v, w); p.fault != good {
		w.add(p.finding(FieldDefinition{Title: c.def.ByTitle}, w.path(c.def.By), ""))
	}
	return w.end()
}

// Encode returns the alternative as JSON, the code first.
func (c *Choice[I]) Encode(v I) ([]byte, error) { return c.appendObject(nil, v, false) }

// Canonical returns the alternative as canonical JSON (RFC 8785).
func (c *Choice[I]) Canonical(v I) ([]byte, error) { return c.appendObject(nil, v, true) }

func (c *Choice[I]) caseOf(v I) *Case[I] {
	if any(v) == nil {
		return nil
	}
	for i := range c.cases {
		if c.cases[i].table.holds(v) {
			return &c.cases[i]
		}
	}
	for i := range c.cases {
		if c.cases[i].table.is(v) {
			return &c.cases[i]
		}
	}
	return nil
}

func (c *Choice[I]) byCode(code string) *Case[I] {
	i := slices.IndexFunc(c.cases, func(k Case[I]) bool { return k.code == code })
	if i < 0 {
		return nil
	}
	return &c.cases[i]
}

// walk validates the alternative that v is.
func (c *Choice[I]) walk(v I, w *walk) problem {
	k := c.caseOf(v)
	if k == nil {
		return wrong(faultCode, c.want())
	}
	k.table.walk(v, w)
	return problem{}
}

func (c *Choice[I]) want() rule.Text {
	l := CodeList{Title: c.def.ByTitle}
	for _, k := range c.cases {
		l.Codes = append(l.Codes, CodeEntry{Code: k.code, Title: k.title})
	}
	return wantCode(l)
}

// readObject finds the code first, wherever it stands in the object, and then
// reads the object by the alternative's table.
func (c *Choice[I]) readObject(r *reader) (I, problem) {
	var none I
	if r.err == nil && r.dec.PeekKind() != '{' && r.dec.PeekKind() != 0 {
		r.value()
		return none, wrong(faultType, wantObject)
	}
	raw, ok := r.value()
	if !ok {
		return none, problem{}
	}
	raw = bytes.Clone(raw)
	by := FieldDefinition{Title: c.def.ByTitle, Basis: c.def.Basis}
	value := member(raw, c.def.By)
	if value == nil {
		r.chooserFailed(wrong(faultMissing, c.want()), by, c.def.By, "")
		return none, problem{}
	}
	code, p := unquoted(value)
	k := c.byCode(code)
	if p.fault == good && k == nil {
		p = wrong(faultCode, c.want())
	}
	if p.fault != good {
		r.chooserFailed(p, by, c.def.By, shown(value))
		return none, problem{}
	}
	inner := &reader{
		text: r.text, base: r.base + int(r.dec.InputOffset()) - len(raw),
		dec: jsontext.NewDecoder(bytes.NewBuffer(raw), jsontext.AllowDuplicateNames(true)), walk: r.walk, by: c.def.By,
	}
	v, p := k.table.read(inner)
	r.err = inner.err
	return v, p
}

// chooserFailed reports an object whose alternative is not known: nothing of it
// can be read, so nothing more is said of it.
func (r *reader) chooserFailed(p problem, f FieldDefinition, by, value string) {
	r.report(p, f, r.walk.path(by), value)
	if len(r.walk.tokens) == 0 {
		r.lost = true
	} else {
		r.walk.tell(r.walk.path())
	}
}

// member returns the first value of a member of an object, nil if it has none.
func member(object jsontext.Value, name string) jsontext.Value {
	dec := jsontext.NewDecoder(bytes.NewBuffer(object), jsontext.AllowDuplicateNames(true))
	if _, err := dec.ReadToken(); err != nil {
		return nil
	}
	for dec.PeekKind() == '"' {
		raw, err := dec.ReadValue()
		if err != nil {
			return nil
		}
		s, _ := unquoted(raw)
		value, err := dec.ReadValue()
		if err != nil {
			return nil
		}
		if s == name {
			return bytes.Clone(value)
		}
	}
	return nil
}

// appendObject writes the members of the alternative with the code among them:
// first, or in its canonical place.
func (c *Choice[I]) appendObject(b []byte, v I, canonical bool) ([]byte, error) {
	k := c.caseOf(v)
	if k == nil {
		return b, &EncodeError{c.def.Name, "/" + c.def.By, "one of its alternatives"}
	}
	object, err := k.table.append(nil, v, canonical)
	if err != nil {
		return b, err
	}
	code := `"` + c.def.By + `":"` + k.code + `"`
	if len(object) == len("{}") {
		return append(append(append(b, '{'), code...), '}'), nil
	}
	if !canonical {
		b = append(append(append(b, '{'), code...), ',')
		return append(b, object[1:]...), nil
	}
	at := canonicalPlace(object, c.def.By)
	b = append(b, object[:at]...)
	if at == 1 {
		return append(append(append(b, code...), ','), object[1:]...), nil
	}
	b = append(append(b, ','), code...)
	return append(b, object[at:]...), nil
}

// canonicalPlace is the offset in a canonical object behind its last member
// whose name sorts before a name, 1 if there is none.
func canonicalPlace(object []byte, name string) int {
	dec := jsontext.NewDecoder(bytes.NewBuffer(bytes.Clone(object)))
	at := 1
	if _, err := dec.ReadToken(); err != nil {
		return at
	}
	for dec.PeekKind() == '"' {
		raw, err := dec.ReadValue()
		if err != nil {
			return at
		}
		if s, _ := unquoted(raw); s > name {
			return at
		}
		if _, err := dec.ReadValue(); err != nil {
			return at
		}
		at = int(dec.InputOffset())
	}
	return at
}
