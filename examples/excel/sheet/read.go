package sheet

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Reader reads a table of records from one sheet of a workbook.
type Reader[T any] struct {
	table  *record.Table[T]
	fields []record.FieldDefinition
	file   string
	sheet  string
	rows   *rows
	csv    *record.CSV[T]
	sample string // the template's row, to tell it
	head   int    // line of the heading row in what the table's reader is given
	last   place
}

// Read begins to read the first visible sheet that has a heading row of the
// table, at most 30 rows down; lines above it may hold anything. It refuses what
// is no .xlsx workbook with a [*FormatError], a file over a limit (64 MiB, 512
// MiB unpacked, 1,000 columns, 10,000 merged cells) with a [*record.LimitError],
// and headings that do not fit with a [*HeadingError].
//
// Cells are read as the sheet means them: dates of any date format as dates,
// numbers exactly as they were typed, yes and no, texts. The value of a formula
// is the one saved with it. A cell merged downward stands for each of its rows.
func Read[T any](t *record.Table[T], r io.Reader, o record.Options) (*Reader[T], error) {
	if !t.Definition().Flat() {
		return nil, &record.TableError{Table: t.Definition().Name, Want: "fields that fit into cells"}
	}
	w, err := open(r, o.File)
	if err != nil {
		return nil, err
	}
	fields := t.Definition().Fields
	h, err := w.heading(fields)
	if err != nil {
		return nil, err
	}
	v := t.Sample()
	sample, err := t.Canonical(&v)
	if err != nil {
		return nil, err
	}
	x := &Reader[T]{table: t, fields: fields, file: o.File, sheet: h.sheet.name, sample: string(sample)}
	// Lines above the heading are for the table's reader to pass over; where it
	// does not, it is shown the heading row at once.
	for _, from := range []int{1, h.row} {
		x.rows, x.head = newRows(w, fields, h, from), h.row-from+1
		x.csv, err = t.ReadCSV(x.rows, o)
		if _, bad := errors.AsType[*record.HeadingError](err); !bad {
			break
		}
		x.rows.stop()
	}
	if err != nil {
		return nil, x.placed(err, h)
	}
	return x, nil
}

// placed says where in the workbook the headings stand.
func (r *Reader[T]) placed(err error, h heading) error {
	e, ok := errors.AsType[*record.HeadingError](err)
	if !ok {
		return err
	}
	out := &HeadingError{Sheet: h.sheet.name, Row: h.row, HeadingError: &record.HeadingError{
		File: e.File, Table: e.Table, Unknown: slices.Clone(e.Unknown), Repeated: slices.Clone(e.Repeated), Missing: e.Missing,
	}}
	for _, headings := range [][]record.Heading{out.Unknown, out.Repeated} {
		for i := range headings {
			headings[i].Column += h.left
		}
	}
	return out
}

// Sheet names the sheet that is read.
func (r *Reader[T]) Sheet() string { return r.sheet }

// Row returns the row that All yielded last as the sheet has it, to return it
// to who filled it in.
func (r *Reader[T]) Row() Row { return r.last.Row }

// Report returns what was found about the sheet itself so far, below its
// headings: rows and columns passed over, units of columns. The rows are told by
// what they hold.
func (r *Reader[T]) Report() rule.Report {
	report := r.csv.Report()
	report.Findings = slices.DeleteFunc(report.Findings, func(f rule.Finding) bool { return f.Source.Line < r.head })
	for i := range report.Findings {
		report.Findings[i].Source = rule.Source{File: r.file, Heading: report.Findings[i].Source.Heading}
	}
	return report
}

// Err returns the error that ended All, nil at the end of the table.
func (r *Reader[T]) Err() error {
	if r.rows.err != nil {
		return r.rows.err
	}
	err := r.csv.Err()
	if limit, ok := errors.AsType[*record.LimitError](err); ok {
		return &record.LimitError{File: limit.File, Line: r.rows.row, Want: limit.Want, Err: limit.Err}
	}
	return err
}

// All yields each row with what was found about it. A finding's line is the row
// of the sheet, and its column that of the sheet, from 1. It stops at the first
// error about the call, which [Reader.Err] then returns.
func (r *Reader[T]) All() iter.Seq2[T, rule.Report] {
	return func(yield func(T, rule.Report) bool) {
		defer r.rows.stop()
		n := 0
		for v, report := range r.csv.All() {
			n++
			r.last = r.rows.at(r.csv.Line())
			r.move(&report)
			r.remark(&report, n)
			if r.sampled(&v) {
				report.Add(r.at(note{remark: remarkSample}, n))
			}
			report.Sort()
			if !yield(v, report) {
				return
			}
		}
	}
}

// sampled reports whether a row is the template's own.
func (r *Reader[T]) sampled(v *T) bool {
	b, err := r.table.Canonical(v)
	return err == nil && string(b) == r.sample
}

// move turns the places of findings from the CSV text's to the sheet's.
func (r *Reader[T]) move(report *rule.Report) {
	for i := range report.Findings {
		s := &report.Findings[i].Source
		s.Line = r.last.Number
		if s.Column > 0 {
			s.Column += r.rows.heading.left
		}
	}
}

// remark adds what was noted about the row's cells. Where a note blocks a cell,
// what the table's reader found about its stand-in is of no use.
func (r *Reader[T]) remark(report *rule.Report, n int) {
	for _, note := range r.last.notes {
		if remarks[note.remark].severity == rule.Blocking {
			report.Findings = slices.DeleteFunc(report.Findings, func(f rule.Finding) bool { return f.Source.Column == note.column })
		}
	}
	for _, note := range r.last.notes {
		report.Add(r.at(note, n))
	}
}

// at is the finding of a note with its place.
func (r *Reader[T]) at(n note, row int) rule.Finding {
	field := r.rows.heading.field(n.column)
	var f rule.Finding
	if field >= 0 {
		f = n.finding(&r.fields[field])
		f.Place = field + 1
	} else {
		f = n.finding(nil)
	}
	f.Row = row
	f.Source = rule.Source{File: r.file, Line: r.last.Number, Column: n.column, Heading: r.rows.heading.titles[n.column]}
	return f
}

// heading is the heading row that has been found.
type heading struct {
	sheet  part
	row    int
	left   int            // columns before the first heading
	fields map[int]int    // field by column
	titles map[int]string // by column
}

// field is the field of a column, -1 for none.
func (h heading) field(column int) int {
	if f, ok := h.fields[column]; ok {
		return f
	}
	return -1
}

// deepest is how many rows down a heading row is looked for.
const deepest = 30

// heading looks for the row that names most fields of the table. Where no row
// names two, the first that is not empty stands in, for the table's reader to
// refuse.
func (w *workbook) heading(fields []record.FieldDefinition) (heading, error) {
	var first heading
	for _, p := range w.sheets {
		best := heading{}
		for l, err := range w.lines(p) {
			if err != nil {
				return heading{}, err
			}
			if l.row > deepest {
				break
			}
			h := w.headingOf(p, l, fields)
			if first.row == 0 {
				first = h
			}
			if len(h.fields) > len(best.fields) {
				best = h
			}
		}
		if len(best.fields) >= min(2, len(fields)) {
			return best, nil
		}
	}
	if first.row == 0 {
		return heading{}, &FormatError{File: w.name, Want: text("工作表是空的：应有一行列名", "the sheets are empty: want a heading row")}
	}
	return first, nil
}

func (w *workbook) headingOf(p part, l line, fields []record.FieldDefinition) heading {
	h := heading{sheet: p, row: l.row, left: l.cells[0].column - 1, fields: map[int]int{}, titles: map[int]string{}}
	for _, c := range l.cells {
		title, _ := w.text(c, nil)
		h.titles[c.column] = title
		if i := fieldOf(title, fields); i >= 0 {
			h.fields[c.column] = i
		}
	}
	return h
}

// fieldOf is the field that a heading is likely to name, -1 for none. It serves
// to find the heading row and to know dates from texts; which headings fit is
// for the table's reader to say.
func fieldOf(title string, fields []record.FieldDefinition) int {
	title = strings.Trim(strings.Join(strings.Fields(title), " "), "*＊ ")
	bare := title
	if i := strings.LastIndexAny(title, "(（"); i > 0 {
		bare = strings.TrimSpace(title[:i])
	}
	for _, s := range []string{title, bare} {
		i := slices.IndexFunc(fields, func(f record.FieldDefinition) bool {
			return s == f.Title.ZH || s == f.Key || strings.EqualFold(s, f.Title.EN) || slices.Contains(f.Synonyms, s)
		})
		if i >= 0 {
			return i
		}
	}
	return -1
}
