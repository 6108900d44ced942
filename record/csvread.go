package record

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// CSV reads a sheet of records, one a row, without holding more than one.
type CSV[T any] struct {
	table    *Table[T]
	raw      *countingReader
	in       *boundedReader
	rows     *csv.Reader
	o        Options
	encoding string
	names    headingNames
	head     []string
	columns  []column
	ahead    []sheetRow // read while the headings were looked for
	failed   error      // what the reading ends with, after the rows ahead
	now      sheetRow   // the row at hand
	record   T          // of the row at hand
	checked  []bool     // by field: of the row at hand
	doubtful []int      // columns of the row at hand that hold placeholders
	report   rule.Report
	count    Count
	meter    meter
	err      error
}

// column is what one column of a sheet holds.
type column struct {
	field   int // -1 for none
	heading string
	passed  bool // no field has it, and the caller does not want it
	untidy  untidy
}

// sheetRow is one row as the file has it.
type sheetRow struct {
	cells []string
	line  int
}

// maxRow is how long one row of CSV may be.
const maxRow = 1 << 20

// ReadCSV begins to read a sheet as a spreadsheet saves it:
//
//	rows, err := table.ReadCSV(file, record.Options{File: "台账.csv"})
//	for row, report := range rows.All() {
//		if report.Err() != nil { … } // a bad row: see [CSV.Rejects]
//	}
//	if err := rows.Err(); err != nil { … }
//
// The text is UTF-8 with or without a byte order mark, or GB18030; columns are
// separated by commas, semicolons or TABs. Headings are the fields' Chinese or
// English titles, keys or synonyms, or those of Options.Synonyms, in any order;
// spaces, width, letter case, * and a bracket such as （必填） or （万元） do not
// matter. Up to ten rows may stand above them (title, unit, group headings), and
// headings may be merged over two rows. Columns headed 序号 are passed over.
// Headings that are unknown, repeated, or missing for a field that is always
// required are refused, all of them at once, with a [*HeadingError]; a record
// that does not fit a table with a [*TableError].
//
// A cell holds the field's text form; codes may be written by their titles,
// several codes are separated by 、 or ;. An empty cell is absent. What a person
// or a spreadsheet writes otherwise (1,860,000 or 186万元 or ￥186, 2025年5月31日 or
// 45808, full-width digits, √, 6%, — or 无 for nothing) is read where it has one
// meaning, exactly, and each such cell is told as a Note; the rest is a finding
// that blocks. One TAB before a cell is taken away: it marks a text that is
// meant to the letter. Rows that are no records (合计, 填表人：…, headings again)
// are left out and told in [CSV.Report].
func (t *Table[T]) ReadCSV(r io.Reader, o Options) (*CSV[T], error) {
	if !t.def.Flat() {
		return nil, &TableError{t.def.Name, "", "fields that fit into cells"}
	}
	names, err := headingNamesOf(t.def, o.Synonyms)
	if err != nil {
		return nil, err
	}
	c := &CSV[T]{table: t, o: o, names: names, checked: make([]bool, len(t.fields)), raw: &countingReader{r: r}}
	text, encoding, err := decodeText(bufio.NewReaderSize(c.raw, peeked))
	if errors.Is(err, errNotText) {
		return nil, &SyntaxError{File: o.File, Line: 1, Column: 1, Want: rule.Text{ZH: " UTF-8 或 GB18030 编码的文本", EN: "text in UTF-8 or GB18030"}, Err: err}
	}
	if err != nil {
		return nil, err
	}
	c.encoding = encoding
	c.in = &boundedReader{r: text, left: maxRow}
	buffered := bufio.NewReaderSize(c.in, peeked) // which the CSV reader takes as its own
	c.rows = csv.NewReader(buffered)
	c.rows.FieldsPerRecord = -1
	c.rows.ReuseRecord = true
	head, _ := buffered.Peek(peeked) // what is wrong with it is for the rows to say
	c.rows.Comma = names.separator(head)
	if err := c.headings(); err != nil {
		return nil, err
	}
	return c, nil
}

// Encoding names the encoding the text was read in: UTF-8 or GB18030.
func (c *CSV[T]) Encoding() string { return c.encoding }

// Line returns the line on which the row that [CSV.All] yielded last begins,
// from 1.
func (c *CSV[T]) Line() int { return c.now.line }

// Err returns the error that ended [CSV.All], nil at the end of the table.
func (c *CSV[T]) Err() error { return c.err }

// Headings returns the headings as the file has them, those merged over two
// rows put together.
func (c *CSV[T]) Headings() []string { return slices.Clone(c.head) }

// Cells returns the row that [CSV.All] yielded last, as the file has it.
func (c *CSV[T]) Cells() []string { return slices.Clone(c.now.cells) }

// Count returns how many rows there have been so far.
func (c *CSV[T]) Count() Count { return c.count }

// Report returns what has been found about the sheet itself, beside its
// records: rows and columns that were not read, units that convert a column.
// All of it are notes. It is complete after [CSV.All].
func (c *CSV[T]) Report() rule.Report {
	r := c.report
	r.Findings = slices.Clone(r.Findings)
	return r
}

// All yields each record with what was found about it: good ones, whose report
// has no [rule.Report.Err], and bad ones, with what could be read of them.
// Records are numbered from 1; rows without anything are passed over. It stops
// at the first error about the call, which [CSV.Err] then returns.
func (c *CSV[T]) All() iter.Seq2[T, rule.Report] {
	return func(yield func(T, rule.Report) bool) {
		o := c.o
		o.Row += c.count.Rows
		for {
			err := c.next()
			if err != nil {
				if err != io.EOF {
					c.err = c.fault(err)
				}
				c.meter.end(c.raw.n, o.Progress)
				return
			}
			first := firstFilled(c.now.cells)
			if first < 0 {
				c.count.Empty++
				continue
			}
			what := c.noRecord(first)
			if what != nil && !c.complete(what, o) {
				c.skip(c.now, *what)
				continue
			}
			o.Row++
			report := c.row(o)
			c.counted(report)
			c.meter.row(c.raw.n, o.Progress)
			if !yield(c.record, report) {
				return
			}
		}
	}
}

// complete reports whether a row that looks like totals or a line below the
// table is a record all the same: everything that every record must have is
// there, and nothing is wrong with it.
func (c *CSV[T]) complete(what *rule.Text, o Options) bool {
	always := slices.ContainsFunc(c.table.def.Fields, func(f FieldDefinition) bool { return f.Required.Op == OpAlways })
	if what == &rowHeadings || o.Stage != Final || !always {
		return false
	}
	before := c.count
	report := c.row(o)
	c.count = before
	return report.Err() == nil
}

// next moves to the next row.
func (c *CSV[T]) next() error {
	if len(c.ahead) > 0 {
		c.now, c.ahead = c.ahead[0], c.ahead[1:]
		return nil
	}
	if c.failed != nil {
		return c.failed
	}
	c.in.left = maxRow
	cells, err := c.rows.Read()
	if err != nil {
		c.failed = err
		return err
	}
	c.now.cells = cells
	c.now.line, _ = c.rows.FieldPos(0)
	return nil
}

// firstFilled is the first cell that has anything, -1 for none.
func firstFilled(cells []string) int {
	for i, s := range cells {
		if s != "" && trimmed(s) != "" {
			return i
		}
	}
	return -1
}

// row fills one record from the row at hand and validates it.
func (c *CSV[T]) row(o Options) rule.Report {
	t, v := c.table, &c.record
	*v = *new(T)
	o.Line = c.now.line
	w := t.walks.Get().(*walk)
	defer t.walks.Put(w)
	w.begin(o)
	clear(c.checked)
	w.checked = c.checked
	c.doubtful = c.doubtful[:0]
	for i, cell := range c.now.cells {
		switch {
		case cell == "":
		case i >= len(c.columns) || c.columns[i].field < 0:
			if (i >= len(c.columns) || !c.columns[i].passed) && trimmed(cell) != "" {
				w.place = len(t.fields) + 1
				w.add(c.at(i, problem{fault: faultCell}.finding(FieldDefinition{}, "", cell)))
			}
		default:
			c.cell(i, cell, v, w)
		}
	}
	t.walk(v, w)
	for _, i := range c.doubtful {
		c.doubt(i, v, w)
	}
	report := w.end()
	for i := range report.Findings {
		if f := &report.Findings[i]; f.Source.Column == 0 {
			*f = c.at(c.columnOf(f.Path), *f)
		}
	}
	return report
}

// cell fills one field.
func (c *CSV[T]) cell(i int, cell string, v *T, w *walk) {
	t, col := c.table, &c.columns[i]
	u := &col.untidy
	s, guarded := cell, cell[0] == '\t'
	if guarded {
		if s = cell[1:]; s == "" {
			return
		}
	}
	u.literal, u.placeholder, u.changes = guarded, false, 0
	p := t.fields[col.field].cell.fill(v, s, u)
	switch {
	case p.fault == good:
		c.checked[col.field] = !t.fields[col.field].dated
		if u.placeholder {
			c.doubtful = append(c.doubtful, i)
		}
		if u.changes == 0 {
			return
		}
	case p.fault == faultAbsent || saysAbsent(s) && !c.yesOrNo(col.field):
		u.changes = changedAbsent
	default:
		w.place = col.field + 1
		f := t.def.Fields[col.field]
		w.add(c.at(i, p.finding(f, w.path(f.Key), s)))
		w.tell(w.path(f.Key))
		return
	}
	w.place = col.field + 1
	f := t.def.Fields[col.field]
	w.add(c.at(i, u.finding(f, w.path(f.Key), s, t.fields[col.field].cell.text(v))))
	c.count.Normalised++
}

// yesOrNo reports whether a field is yes or no: there 无 may mean no, so that it
// is not taken as absent.
func (c *CSV[T]) yesOrNo(field int) bool {
	_, ok := c.table.def.Fields[field].Type.(Boolean)
	return ok
}

// doubt tells of a required text that says only that there is none.
func (c *CSV[T]) doubt(i int, v *T, w *walk) {
	field := c.columns[i].field
	if !holds(c.table.fields[field].required, v, c.table.day(v, w.o.At)) {
		return
	}
	w.place = field + 1
	f := c.table.def.Fields[field]
	w.add(c.at(i, problem{fault: faultPlaceholder}.finding(f, w.path(f.Key), c.now.cells[i])))
}

// at says in which cell a finding lies.
func (c *CSV[T]) at(column int, f rule.Finding) rule.Finding {
	f.Source.File, f.Source.Line = c.o.File, c.now.line
	if column >= 0 {
		f.Source.Column = column + 1
		if column < len(c.columns) {
			f.Source.Heading = c.columns[column].heading
		}
	}
	return f
}

// columnOf is the column of the field that a path points to, -1 if the table
// has none.
func (c *CSV[T]) columnOf(path string) int {
	key, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return slices.IndexFunc(c.columns, func(col column) bool { return col.field >= 0 && c.table.def.Fields[col.field].Key == key })
}

// fault turns an error of the CSV reader into one of ours.
func (c *CSV[T]) fault(err error) error {
	if errors.Is(err, errRowTooLong) {
		return &LimitError{File: c.o.File, Line: c.now.line + 1, Column: 1, Want: rule.Text{ZH: "每行至多 1 MiB", EN: "rows of at most 1 MiB"}, Err: err}
	}
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		return &SyntaxError{
			File: c.o.File, Line: parse.Line, Column: parse.Column,
			Want: rule.Text{ZH: "引号成对、单元格内引号双写的 CSV", EN: "CSV whose quotes are closed and doubled inside a cell"}, Err: err,
		}
	}
	if err == io.EOF {
		return &SyntaxError{File: c.o.File, Line: 1, Column: 1, Want: rule.Text{ZH: "标题行", EN: "a heading row"}, Err: err}
	}
	return err
}
