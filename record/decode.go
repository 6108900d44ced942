package record

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// Decode reads one record from JSON and validates it as final. An error is
// about the call: the text is not JSON ([*SyntaxError]) or over a limit
// ([*LimitError]). Everything about a member is a finding, all of them at once:
// unknown, duplicate, missing, null, of the wrong type, out of its list. What
// was read without a finding is in the record.
//
// Limits: 1 MiB, 32 levels, 100,000 values, numbers of 32 characters.
func (t *Table[T]) Decode(b []byte) (T, rule.Report, error) { return t.Read(b, Options{}) }

// Read is [Table.Decode] with options.
func (t *Table[T]) Read(b []byte, o Options) (T, rule.Report, error) {
	var v T
	report, err := readRecord(b, o, &t.walks, func(r *reader) problem { return t.readObject(&v, r) },
		func(w *walk) problem { t.walk(&v, w); return problem{} })
	if err != nil {
		return *new(T), rule.Report{}, err
	}
	return v, report, nil
}

// pool is what a walk is borrowed from.
type pool interface {
	Get() any
	Put(any)
}

// readRecord reads one value, validates it and tells where in the text each
// finding lies.
func readRecord(b []byte, o Options, walks pool, read func(*reader) problem, check func(*walk) problem) (rule.Report, error) {
	if err := guarded(b, o); err != nil {
		return rule.Report{}, err
	}
	w := walks.Get().(*walk)
	defer walks.Put(w)
	w.begin(o)
	r := &reader{
		text: b,
		dec:  jsontext.NewDecoder(bytes.NewBuffer(b), jsontext.AllowDuplicateNames(true)),
		walk: w,
	}
	if p := read(r); p.fault != good {
		r.failHere(p)
	}
	if r.err == nil {
		r.end()
	}
	if r.err != nil {
		w.end()
		return rule.Report{}, syntaxError(r.err, b, o)
	}
	w.tokens = w.tokens[:0]
	if !r.lost {
		check(w)
	}
	report := w.end()
	locate(b, o, report.Findings)
	return report, nil
}

// reader is one reading of JSON under way.
type reader struct {
	text   []byte // the whole text
	base   int    // where in it this reading began
	dec    *jsontext.Decoder
	walk   *walk
	err    error          // about the call; nothing is read after it
	last   jsontext.Value // the value read last, for messages
	by     string         // member of the next object that chose its table
	empty  bool           // the object read last had no members
	nameAt int            // where in the text the member's name read last begins
	lost   bool           // the record itself is not an object
}

// value reads the next value whole. It is false after an error.
func (r *reader) value() (jsontext.Value, bool) {
	if r.err != nil {
		return nil, false
	}
	raw, err := r.dec.ReadValue()
	if err != nil {
		r.err = err
		return nil, false
	}
	r.last = raw
	return raw, true
}

// token reads the next token. It is false after an error.
func (r *reader) token() (jsontext.Token, bool) {
	if r.err != nil {
		return jsontext.Token{}, false
	}
	tok, err := r.dec.ReadToken()
	if err != nil {
		r.err = err
		return tok, false
	}
	return tok, true
}

// more reports whether the array or object at hand goes on.
func (r *reader) more() bool {
	if r.err != nil {
		return false
	}
	switch r.dec.PeekKind() {
	case ']', '}':
		return false
	case 0:
		_, r.err = r.dec.ReadToken() // the reason why there is no kind
		return false
	}
	return true
}

// end refuses anything behind the record.
func (r *reader) end() {
	_, err := r.dec.ReadToken()
	switch {
	case err == nil:
		r.err = errTrailing
	case !errors.Is(err, io.EOF):
		r.err = err
	}
}

var errTrailing = errors.New("text after the end of the record")

// fail reports a problem at the path at hand; the validation that follows says
// nothing more about that path.
func (r *reader) fail(p problem, value string) {
	f := FieldDefinition{}
	if r.walk.def != nil {
		f = *r.walk.def
	}
	r.report(p, f, r.walk.path(), value)
}

func (r *reader) failHere(p problem) {
	r.lost = true
	r.report(p, FieldDefinition{Title: rule.Text{ZH: "记录", EN: "record"}}, "", "")
}

func (r *reader) report(p problem, f FieldDefinition, path, value string) {
	if r.err != nil {
		return
	}
	if r.walk.full() {
		r.walk.report.Omitted++
	} else {
		found := p.finding(f, path, value)
		if p.fault == faultDuplicateKey {
			// The same name stands twice: this is where, not the first of them.
			found.Source = rule.Source{File: r.walk.o.File}
			found.Source.Line, found.Source.Column = position(r.text, r.nameAt, r.walk.o)
		}
		r.walk.keep(found)
	}
	if p.fault != faultUnknownKey && p.fault != faultDuplicateKey {
		r.walk.tell(path)
	}
}

var (
	wantObject = rule.Text{ZH: "对象", EN: "an object"}
	wantArray  = rule.Text{ZH: "数组", EN: "an array"}
)

// readObject reads the members of one object into v.
func (t *Table[T]) readObject(v *T, r *reader) problem {
	p := r.open('{', wantObject)
	if p.fault != good {
		return p
	}
	by := r.by
	r.by = ""
	seen := make([]bool, len(t.fields)+1)
	top := len(r.walk.tokens) == 0
	empty := true
	for r.more() {
		empty = false
		name, ok := r.name()
		if !ok {
			return problem{}
		}
		i, known := t.index[name]
		if top {
			r.walk.place = len(t.fields) + 1
			if known {
				r.walk.place = i + 1
			}
		}
		if by != "" && name == by {
			i, known = len(t.fields), true
		}
		switch {
		case !known:
			r.report(wrong(faultUnknownKey, t.def.nearest(name)), FieldDefinition{}, r.walk.path(name), name)
			r.value()
		case seen[i]:
			r.report(problem{fault: faultDuplicateKey}, FieldDefinition{}, r.walk.path(name), name)
			r.value()
		case i == len(t.fields): // the choice has read it
			seen[i] = true
			r.value()
		default:
			seen[i] = true
			t.readField(i, v, r)
		}
	}
	r.token()
	r.empty = empty
	return problem{}
}

func (t *Table[T]) readField(i int, v *T, r *reader) {
	f := &t.def.Fields[i]
	before := r.walk.enter(f)
	if r.dec.PeekKind() == 'n' {
		r.value()
		r.fail(problem{fault: faultNull}, "null")
	} else if p := t.fields[i].cell.read(v, r); p.fault == faultCount {
		r.fail(p, "")
	} else if p.fault != good {
		r.fail(p, shown(r.last))
	}
	r.walk.leave(before)
}

// open enters an object or array; a value of another kind is passed over.
func (r *reader) open(kind jsontext.Kind, want rule.Text) problem {
	if r.err != nil {
		return problem{}
	}
	if k := r.dec.PeekKind(); k != kind && k != 0 {
		r.value()
		return wrong(faultType, want)
	}
	r.token()
	return problem{}
}

// name reads a member's name.
func (r *reader) name() (string, bool) {
	raw, ok := r.value()
	if !ok {
		return "", false
	}
	r.nameAt = r.base + int(r.dec.InputOffset()) - len(raw)
	s, p := unquoted(raw)
	if p.fault != good {
		return string(raw), true
	}
	return s, true
}

// readArray reads an array, one element at a time. An element that cannot be
// read stays in its place as a zero value, so that the paths of those behind it
// stay right. Elements beyond the most that the list may have are counted and
// passed over: what a hostile text costs is bounded by the list.
func readArray[V any](r *reader, least, most int, element func(*[]V)) ([]V, problem) {
	if p := r.open('[', wantArray); p.fault != good {
		return nil, p
	}
	var list []V
	i := 0
	for ; r.more(); i++ {
		if i >= most {
			r.value()
			continue
		}
		r.walk.push(strconv.Itoa(i))
		if r.dec.PeekKind() == 'n' {
			r.value()
			r.fail(problem{fault: faultNull}, "null")
		} else {
			element(&list)
		}
		if len(list) == i {
			list = append(list, *new(V))
		}
		r.walk.pop()
	}
	r.token()
	if i == 0 && r.err == nil {
		r.last = jsontext.Value("[]")
		return nil, problem{fault: faultNull} // nothing is said by leaving the member out
	}
	if i > most {
		return nil, countProblem(i, least, most)
	}
	return list, problem{}
}

// shown is a JSON value as a message shows it: the content of a string, the
// text of anything else.
func shown(raw jsontext.Value) string {
	if s, p := unquoted(raw); p.fault == good {
		return s
	}
	return string(raw[:min(len(raw), 300)])
}

// nearest suggests the defined name that an unknown one may have meant.
func (d Definition) nearest(name string) rule.Text {
	if len(name) > 64 {
		return rule.Text{}
	}
	best, least := "", len(name)/3+1
	for _, f := range d.Fields {
		if f.Title.ZH == name || f.Title.EN == name || slices.Contains(f.Synonyms, name) {
			best = f.Key
			break
		}
		if n := distance(name, f.Key); n < least {
			best, least = f.Key, n
		}
	}
	if best == "" {
		return rule.Text{}
	}
	return rule.Text{ZH: best, EN: best}
}
