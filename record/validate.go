package record

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Stage is how complete a record has to be.
type Stage uint8

// The stages.
const (
	Final Stage = iota // everything: what is required is there
	Draft              // what is there is right; nothing is required yet
)

// Options say how a record is read or validated. The zero Options are a final
// record, on its own date, from nowhere.
type Options struct {
	Stage Stage
	At    calendar.Date // today: a code no longer in force gets a warning, and a record without a day of its own is read as of this one; no date: neither
	File  string        // name of the file, for findings and errors
	Line  int           // line of the record in the file, for findings and errors; 0: from 1
	Row   int           // number of the record, for the order of findings

	Synonyms    map[string]string // of a sheet: its own headings, each with the key of its field
	PassUnknown bool              // of a sheet: columns that no field has are passed over and reported, not refused
	Progress    func(Progress)    // of a sheet or JSON Lines: told how far the reading has come
}

// Validate checks a record made in Go. A clean record costs no allocation.
func (t *Table[T]) Validate(v *T, o Options) rule.Report {
	w := t.walks.Get().(*walk)
	w.begin(o)
	t.walk(v, w)
	report := w.end()
	t.walks.Put(w)
	return report
}

// walk is one validation under way: where it is in the record, and what it has
// found.
type walk struct {
	o       Options
	on      calendar.Date   // date that decides the codes of the object at hand
	day     calendar.Date   // date that decides what the object at hand is asked for
	tokens  []string        // path of the object at hand
	bad     map[string]bool // paths that the reader has reported already; nil while there are none
	checked []bool          // fields of a flat record whose values the reader has checked already
	report  rule.Report
	def     *FieldDefinition // the field at hand
	place   int              // its place in the outermost table
}

func (w *walk) begin(o Options) {
	w.o, w.on, w.day, w.tokens, w.bad, w.checked, w.place = o, calendar.Date{}, calendar.Date{}, w.tokens[:0], nil, nil, 0
	w.report = rule.Report{}
}

func (w *walk) end() rule.Report {
	report := w.report
	w.report = rule.Report{}
	if len(report.Findings) > 1 {
		report.Sort()
	}
	return report
}

// stand notes the field at hand where the object at hand is the outermost.
func (w *walk) stand(field int) {
	if len(w.tokens) == 0 {
		w.place = field + 1
	}
}

func (w *walk) push(token string) { w.tokens = append(w.tokens, token) }
func (w *walk) pop()              { w.tokens = w.tokens[:len(w.tokens)-1] }

// walk validates one object.
func (t *Table[T]) walk(v *T, w *walk) {
	outer, day := w.on, w.day
	w.day = t.day(v, calendar.Date{})
	if w.day.IsZero() {
		w.day = w.o.At
	} else {
		w.on = w.day
	}
	for _, p := range t.parts {
		p.walk(t, v, w)
	}
	if t.extra != nil {
		t.walkExtra(v, w)
	}
	w.on, w.day = outer, day
}

// walkStops validates the fields of one part: n is the struct that holds them,
// v the record, on which their conditions depend.
func walkStops[T, N any](t *Table[T], from int, stops []stop[N], n *N, v *T, w *walk) {
	for k := range stops {
		f := &stops[k]
		var p problem
		switch {
		case w.checked != nil && w.checked[from+k]: // by CSV.row, and it is present
		case f.text != nil:
			switch s := *f.text(n); {
			case s == "":
				p.fault = faultAbsent
			case f.kind != nil:
				p = f.kind.check(s)
			default:
				p = f.cell.check(n, w)
			}
		case f.date != nil:
			if f.date(n).IsZero() {
				p.fault = faultAbsent
			}
		case f.composite:
			w.stand(from + k)
			before := w.enter(&t.def.Fields[from+k])
			p = f.cell.check(n, w)
			w.leave(before)
		default:
			p = f.cell.check(n, w)
		}
		switch {
		case p.fault == faultAbsent && !f.required:
		case p.fault == good && !f.absent:
		default:
			t.judge(p, from+k, v, w)
		}
	}
}

// judge says what is wrong with a field whose value was checked.
func (t *Table[T]) judge(p problem, i int, v *T, w *walk) {
	f := &t.fields[i]
	w.stand(i)
	if p.fault == faultAbsent {
		if f.required != nil && w.o.Stage == Final && f.required(v, w.day) {
			t.failField(problem{fault: faultMissing}, i, "", w)
		}
		return
	}
	if f.absent != nil && f.absent(v, w.day) {
		t.failField(problem{fault: faultForbidden}, i, f.cell.text(v), w)
	}
	switch p.fault {
	case good:
	case faultCount:
		t.failField(p, i, "", w)
	default:
		t.failField(p, i, f.cell.text(v), w)
	}
}

// walkExtra reports extension fields that the table does not declare: they
// would be lost when the record is written.
func (t *Table[T]) walkExtra(v *T, w *walk) {
	for key, text := range t.extra(v).All() {
		if i, ok := t.index[key]; !ok || !t.def.Fields[i].Extension {
			w.place = len(t.fields) + 1
			w.add(problem{fault: faultExtra}.finding(FieldDefinition{Title: rule.Text{ZH: key, EN: key}}, w.path(key), text))
		}
	}
}

func (t *Table[T]) failField(p problem, i int, value string, w *walk) {
	f := &t.def.Fields[i]
	w.problem(p, f, w.path(f.Key), value)
}

// problem keeps a problem of a field as a finding, or counts it.
func (w *walk) problem(p problem, f *FieldDefinition, path, value string) {
	switch {
	case w.told(path):
	case w.full():
		w.report.Omitted++
	default:
		w.keep(p.finding(*f, path, value))
	}
}

// enter goes into a field that holds elements of its own, and returns the one
// that leave goes back to.
func (w *walk) enter(f *FieldDefinition) *FieldDefinition {
	before := w.def
	w.def = f
	w.push(f.Key)
	return before
}

func (w *walk) leave(before *FieldDefinition) {
	w.def = before
	w.pop()
}

// fail reports a problem of an element of the field at hand.
func (w *walk) fail(p problem, value string, tokens ...string) {
	w.problem(p, w.def, w.path(tokens...), value)
}

func (w *walk) path(tokens ...string) string {
	return rule.Pointer(append(slices.Clone(w.tokens), tokens...)...)
}

// add keeps a finding of the validation, unless the reader has said already
// what is wrong at that path or above it.
func (w *walk) add(f rule.Finding) {
	if !w.told(f.Path) {
		w.keep(f)
	}
}

// told reports whether the reader has said already what is wrong at a path or
// above it.
func (w *walk) told(path string) bool {
	if len(w.bad) == 0 {
		return false
	}
	for !w.bad[path] {
		if path == "" {
			return false
		}
		path = path[:strings.LastIndexByte(path, '/')]
	}
	return true
}

// tell notes that the reader has said what is wrong at a path.
func (w *walk) tell(path string) {
	if w.bad == nil {
		w.bad = map[string]bool{}
	}
	w.bad[path] = true
}

// full reports whether a further finding is only counted: then nobody need word
// it.
func (w *walk) full() bool { return len(w.report.Findings) >= rule.MaxPerRecord }

func (w *walk) keep(f rule.Finding) {
	f.Row, f.Place = w.o.Row, w.place
	if f.Source == (rule.Source{}) {
		f.Source = rule.Source{File: w.o.File, Line: w.o.Line}
	}
	if w.full() {
		w.report.Omitted++
		return
	}
	w.report.Findings = append(w.report.Findings, f)
}

// present reports whether any field of an object is there.
func (t *Table[T]) present(v *T) bool {
	for i := range t.fields {
		if t.fields[i].cell.present(v) {
			return true
		}
	}
	return t.extra != nil && t.extra(v).Len() > 0
}
