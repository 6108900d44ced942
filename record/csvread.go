package record

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"
)

// CSV reads a table of records, one a row, without holding more than one.
type CSV[T any] struct {
	table    *Table[T]
	rows     *csv.Reader
	in       *boundedReader
	o        Options
	columns  []column
	checked  []bool // by field: of the row at hand
	encoding string
	line     int // of the row at hand
	err      error
}

type column struct {
	field   int
	heading string
}

// maxRow is how long one row of CSV may be.
const maxRow = 1 << 20

// ReadCSV begins to read a table as a spreadsheet saves it: UTF-8 with or
// without a byte order mark, or GB18030; a heading row first, whose cells are
// the fields' Chinese or English titles, keys or synonyms in any order. It
// refuses headings that are unknown, repeated, or missing for a field that is
// always required, all of them at once, with a [*HeadingError], and a record
// that does not fit a table with a [*TableError].
//
// A cell holds the field's text form; codes may be written by their titles,
// several codes are separated by 、 or ;. An empty cell is absent.
func (t *Table[T]) ReadCSV(r io.Reader, o Options) (*CSV[T], error) {
	if !t.def.Flat() {
		return nil, &TableError{t.def.Name, "", "fields that fit into cells"}
	}
	c := &CSV[T]{table: t, o: o, checked: make([]bool, len(t.fields))}
	buffered := bufio.NewReaderSize(r, 1<<16)
	decoded, encoding, err := decodeText(buffered)
	if errors.Is(err, errNotText) {
		return nil, &SyntaxError{File: o.File, Line: 1, Column: 1, Want: "text in UTF-8 or GB18030", Err: err}
	}
	if err != nil {
		return nil, err
	}
	c.encoding = encoding
	c.in = &boundedReader{r: decoded, left: maxRow}
	c.rows = csv.NewReader(c.in)
	c.rows.FieldsPerRecord = -1
	c.rows.ReuseRecord = true
	head, err := c.rows.Read()
	if err != nil {
		return nil, c.fault(err)
	}
	if err := c.headings(head); err != nil {
		return nil, err
	}
	return c, nil
}

// Encoding names the encoding the text was read in: UTF-8 or GB18030.
func (c *CSV[T]) Encoding() string { return c.encoding }

// Line returns the line on which the row that [CSV.All] yielded last begins,
// from 1.
func (c *CSV[T]) Line() int { return c.line }

// Err returns the error that ended [CSV.All], nil at the end of the table.
func (c *CSV[T]) Err() error { return c.err }

// All yields each row with what was found about it. Rows are numbered from 1,
// the heading not counted; empty rows are passed over. It stops at the first
// error about the call, which [CSV.Err] then returns.
func (c *CSV[T]) All() iter.Seq2[T, rule.Report] {
	return func(yield func(T, rule.Report) bool) {
		o := c.o
		for {
			c.in.left = maxRow
			cells, err := c.rows.Read()
			if err == io.EOF {
				return
			}
			if err != nil {
				c.err = c.fault(err)
				return
			}
			if empty(cells) {
				continue
			}
			o.Row++
			v, report := c.row(cells, o)
			if !yield(v, report) {
				return
			}
		}
	}
}

func empty(cells []string) bool {
	return !slices.ContainsFunc(cells, func(s string) bool { return s != "" })
}

// row fills one record from cells and validates it.
func (c *CSV[T]) row(cells []string, o Options) (T, rule.Report) {
	t := c.table
	var v T
	c.line, _ = c.rows.FieldPos(0)
	o.Line = c.line
	w := t.walks.Get().(*walk)
	defer t.walks.Put(w)
	w.begin(o)
	clear(c.checked)
	w.checked = c.checked
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		if i >= len(c.columns) {
			w.place = len(t.fields) + 1
			w.add(c.at(i, problem{fault: faultCell}.finding(FieldDefinition{}, "", cell)))
			continue
		}
		cell = strings.TrimPrefix(cell, "\t") // the guard that CSVWriter puts before a text
		field := c.columns[i].field
		if p := t.fields[field].cell.fill(&v, cell); p.fault != good {
			w.place = field + 1
			f := t.def.Fields[field]
			w.add(c.at(i, p.finding(f, w.path(f.Key), cell)))
			w.bad = append(w.bad, w.path(f.Key))
			continue
		}
		c.checked[field] = !t.fields[field].dated
	}
	t.walk(&v, w)
	report := w.end()
	for i := range report.Findings {
		if f := &report.Findings[i]; f.Source.Column == 0 {
			*f = c.at(c.columnOf(f.Path), *f)
		}
	}
	return v, report
}

// at says in which cell a finding lies.
func (c *CSV[T]) at(column int, f rule.Finding) rule.Finding {
	f.Source.File = c.o.File
	f.Source.Line = c.line
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
	return slices.IndexFunc(c.columns, func(col column) bool { return c.table.def.Fields[col.field].Key == key })
}

// headings finds the field of each column.
func (c *CSV[T]) headings(head []string) error {
	e := &HeadingError{File: c.o.File, Table: c.table.def.Name}
	taken := map[int]bool{}
	for len(head) > 0 && head[len(head)-1] == "" {
		head = head[:len(head)-1] // trailing separators
	}
	for i, h := range head {
		field := c.table.heading(strings.TrimSpace(h))
		at := Heading{Column: i + 1, Text: h}
		switch {
		case field < 0:
			e.Unknown = append(e.Unknown, at)
		case taken[field]:
			e.Repeated = append(e.Repeated, at)
		}
		taken[field] = true
		c.columns = append(c.columns, column{field, strings.Clone(h)})
	}
	for i, f := range c.table.def.Fields {
		if f.Required.Op == OpAlways && !taken[i] && c.o.Stage == Final {
			e.Missing = append(e.Missing, f.Title)
		}
	}
	if len(e.Unknown)+len(e.Repeated)+len(e.Missing) > 0 {
		return e
	}
	return nil
}

// heading is the field that a heading names, -1 if there is none.
func (t *Table[T]) heading(s string) int {
	return slices.IndexFunc(t.def.Fields, func(f FieldDefinition) bool {
		return s == f.Title.ZH || s == f.Title.EN || s == f.Key || slices.Contains(f.Synonyms, s)
	})
}

// HeadingError is a heading row that does not fit the table; nothing of the
// table has been read.
type HeadingError struct {
	File     string
	Table    string
	Unknown  []Heading   // headings of no field
	Repeated []Heading   // second headings of a field
	Missing  []rule.Text // titles of required fields without a column
}

// Heading is a cell of the heading row.
type Heading struct {
	Column int // from 1
	Text   string
}

// Error lists the headings at fault.
func (e *HeadingError) Error() string {
	s := "record: "
	if e.File != "" {
		s += e.File + ":"
	}
	s += "1: the headings do not fit " + e.Table
	list := func(what string, headings []Heading) {
		for i, h := range headings {
			if i == 5 {
				s += " and " + strconv.Itoa(len(headings)-i) + " more"
				return
			}
			s += what + quote.Value(h.Text) + " in column " + strconv.Itoa(h.Column)
			what = ", "
		}
	}
	list("; unknown: ", e.Unknown)
	list("; repeated: ", e.Repeated)
	for i, t := range e.Missing {
		if i == 0 {
			s += "; missing: "
		} else {
			s += ", "
		}
		s += t.ZH + " (" + t.EN + ")"
	}
	return s
}

// fault turns an error of the CSV reader into one of ours.
func (c *CSV[T]) fault(err error) error {
	if errors.Is(err, errRowTooLong) {
		return &LimitError{File: c.o.File, Want: "rows of at most 1 MiB", Err: err}
	}
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		return &SyntaxError{
			File: c.o.File, Line: parse.Line, Column: parse.Column,
			Want: "CSV whose quotes are closed and doubled inside a cell", Err: err,
		}
	}
	if err == io.EOF {
		return &SyntaxError{File: c.o.File, Line: 1, Column: 1, Want: "a heading row", Err: err}
	}
	return err
}

// boundedReader ends a row that goes on for ever.
type boundedReader struct {
	r    io.Reader
	left int
}

var errRowTooLong = errors.New("row too long")

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errRowTooLong
	}
	n, err := b.r.Read(p[:min(len(p), 4096)])
	b.left -= n
	return n, err
}

var errNotText = errors.New("the text is in UTF-16 or is not text")

// decodeText passes over a byte order mark and turns GB18030 into UTF-8.
func decodeText(r *bufio.Reader) (io.Reader, string, error) {
	head, err := r.Peek(r.Size())
	if err != nil && err != io.EOF {
		return nil, "", err
	}
	if bytes.HasPrefix(head, []byte(byteOrderMark)) {
		_, err := r.Discard(len(byteOrderMark))
		return r, "UTF-8", err
	}
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) || bytes.IndexByte(head, 0) >= 0 {
		return nil, "", errNotText
	}
	if validStart(head) {
		return r, "UTF-8", nil
	}
	return transform.NewReader(r, simplifiedchinese.GB18030.NewDecoder()), "GB18030", nil
}

// validStart reports whether b is UTF-8, but for a rune cut at its end.
func validStart(b []byte) bool {
	for range utf8.UTFMax {
		if utf8.Valid(b) {
			return true
		}
		if len(b) == 0 || utf8.FullRune(b[lastStart(b):]) {
			return false
		}
		b = b[:lastStart(b)]
	}
	return false
}

func lastStart(b []byte) int {
	i := len(b) - 1
	for i > 0 && !utf8.RuneStart(b[i]) {
		i--
	}
	return i
}
