package sheet

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/xuri/excelize/v2"
)

// Writer writes a table of records as a workbook that is at once a form: it can
// be filled in further and read back by [Read].
type Writer[T any] struct {
	table   *record.Table[T]
	def     record.Definition
	lang    rule.Language
	file    *excelize.File
	sheet   string
	columns []column
	styles  styles
	row     int // written last
	csv     bytes.Buffer
	texts   *record.CSVWriter[T]
	guarded map[guardedText]bool
}

// column is one column of the sheet, from the left.
type column struct {
	field record.FieldDefinition
	place int // in the table
	kind  cellKind
}

// Rows of the head: a title, how to fill in, groups, headings.
const (
	titleRow = iota + 1
	legendRow
	groupRow
	headingRow
	firstRow
)

// NewWriter begins a workbook with everything but rows. It refuses a record that
// does not fit a table with a [*record.TableError].
func NewWriter[T any](t *record.Table[T], l rule.Language) (*Writer[T], error) {
	w := &Writer[T]{
		table: t, def: t.Definition(), lang: l, file: excelize.NewFile(), row: headingRow, guarded: map[guardedText]bool{},
	}
	w.columns = columnsOf(w.def)
	var err error
	if w.texts, err = t.NewCSVWriter(&w.csv, l); err != nil {
		return nil, err
	}
	if err := w.texts.Flush(); err != nil {
		return nil, err
	}
	if err := w.head(); err != nil {
		return nil, err
	}
	return w, nil
}

// columnsOf orders the fields by their groups, so that a group's heading spans
// its columns.
func columnsOf(d record.Definition) []column {
	columns := make([]column, len(d.Fields))
	for i, f := range d.Fields {
		columns[i] = column{field: f, place: i, kind: kindOf(f.Type)}
	}
	order := func(c column) int {
		return slices.IndexFunc(d.Groups, func(g record.Group) bool { return g.Key == c.field.Group })
	}
	slices.SortStableFunc(columns, func(a, b column) int { return order(a) - order(b) })
	return columns
}

// Write writes one row: dates, amounts and whole numbers as such, everything
// else as text. A text that a cell cannot hold (more than 32,767 UTF-16 units,
// control characters) is refused with a [*record.EncodeError], and the row is
// not written.
func (w *Writer[T]) Write(v *T) error {
	texts, err := w.cells(v)
	if err != nil {
		return err
	}
	for _, c := range w.columns {
		if want := unwritable(texts[c.place]); want != "" {
			return &record.EncodeError{Table: w.def.Name, Path: "/" + c.field.Key, Want: want}
		}
	}
	w.row++
	for i, c := range w.columns {
		if err := w.put(i+1, c, texts[c.place]); err != nil {
			return err
		}
	}
	return w.layRow(texts)
}

// cells is the row as the table's CSV has it, without the guards that a
// workbook does not need.
func (w *Writer[T]) cells(v *T) ([]string, error) {
	w.csv.Reset()
	if err := w.texts.Write(v); err != nil {
		return nil, err
	}
	if err := w.texts.Flush(); err != nil {
		return nil, err
	}
	cells, err := csv.NewReader(&w.csv).Read()
	if err != nil {
		return nil, err
	}
	for i, f := range w.def.Fields {
		if bare, guarded := strings.CutPrefix(cells[i], "\t"); guarded && !w.needsGuard(f, bare) {
			cells[i] = bare
		}
	}
	return cells, nil
}

// guardedText is a text of a field that CSV writes behind a TAB.
type guardedText struct{ key, text string }

// needsGuard reports whether the table's reader would change a text that stands
// in a cell without a TAB before it. CSV needs that TAB before =1+1 too; a
// workbook, whose texts are texts, does not.
func (w *Writer[T]) needsGuard(f record.FieldDefinition, s string) bool {
	const remembered = 1 << 16
	k := guardedText{f.Key, s}
	if need, ok := w.guarded[k]; ok {
		return need
	}
	need := !w.readsBack(f, s)
	if len(w.guarded) < remembered {
		w.guarded[k] = need
	}
	return need
}

func (w *Writer[T]) readsBack(f record.FieldDefinition, s string) bool {
	var b bytes.Buffer
	text := csv.NewWriter(&b)
	if text.WriteAll([][]string{{f.Title.ZH}, {s}}) != nil {
		return false
	}
	r, err := w.table.ReadCSV(&b, record.Options{Stage: record.Draft})
	if err != nil {
		return false
	}
	same := false
	for v := range r.All() {
		same = w.table.Show(&v, f.Key, w.lang) == s
	}
	return same
}

// unwritable says what a text would have to be for a cell to hold it.
func unwritable(s string) string {
	switch {
	case len(s) > excelize.TotalCellChars && len(utf16.Encode([]rune(escape(s)))) > excelize.TotalCellChars:
		return "at most 32,767 UTF-16 units, which is what a cell holds"
	case strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) && r != '\t' && r != '\n' || r == unicode.ReplacementChar || r == 0xfffe || r == 0xffff
	}):
		return "text without control characters and lost characters"
	}
	return ""
}

// Return writes a row that was read back to who filled it in: its cells as they
// were, those with findings coloured, with the reason in a note.
func (w *Writer[T]) Return(r Row, report rule.Report) error {
	w.row++
	texts := make([]string, len(w.columns))
	for column, s := range r.Cells {
		if field, ok := r.Fields[column]; ok && unwritable(s) == "" {
			texts[field] = s
		}
	}
	why := make([][]string, len(w.columns))
	for _, f := range report.Findings {
		field, ok := r.Fields[f.Source.Column]
		if !ok {
			field = slices.IndexFunc(w.def.Fields, func(d record.FieldDefinition) bool {
				key, _, _ := strings.Cut(strings.TrimPrefix(f.Path, "/"), "/")
				return d.Key == key
			})
		}
		if field < 0 {
			field = w.columns[0].place // about the row
		}
		told := f
		told.Source, told.Path, told.Basis = rule.Source{}, "", nil
		why[field] = append(why[field], told.In(w.lang))
	}
	for i, c := range w.columns {
		if err := w.put(i+1, c, texts[c.place]); err != nil {
			return err
		}
	}
	if err := w.layRow(texts); err != nil {
		return err
	}
	for i, c := range w.columns {
		if reasons := why[c.place]; len(reasons) > 0 {
			if err := w.blame(i+1, c, reasons); err != nil {
				return err
			}
		}
	}
	return nil
}

// Save writes the workbook.
func (w *Writer[T]) Save(to io.Writer) error {
	_, err := w.file.WriteTo(to)
	return err
}

// Template writes a workbook with one row, made of the fields' examples, to show
// how to fill it in. Read tells when that row has been left in.
func Template[T any](t *record.Table[T], l rule.Language, to io.Writer) error {
	w, err := NewWriter(t, l)
	if err != nil {
		return err
	}
	v := t.Sample()
	if err := w.Write(&v); err != nil {
		return err
	}
	if err := w.mark(); err != nil {
		return err
	}
	return w.Save(to)
}
