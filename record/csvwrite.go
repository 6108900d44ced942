package record

import (
	"bytes"
	"encoding/csv"
	"io"

	"github.com/dataasset-go/dataasset/rule"
)

// CSVWriter writes a table that spreadsheets open: UTF-8 with a byte order
// mark, a heading row, codes by their titles. [Table.ReadCSV] reads it back as
// it was.
//
// A text that a spreadsheet would run as a formula or turn into a number, a
// date or a truth value gets one TAB before it: one that begins with = + - @
// (full width too), a TAB or a line end, or looks like 000123, 1E5, 2025-01,
// 5月31日 or TRUE. So does a text that the reader would not leave alone: spaces at
// its ends, an apostrophe before it, 无, 合计, 填表人：…. So does a number that is
// longer than the eleven characters a spreadsheet saves, and a month. The
// reader takes exactly one TAB away.
type CSVWriter[T any] struct {
	Progress func(Progress) // told how far the writing has come, and at each Flush; nil: nobody

	table *Table[T]
	w     *csv.Writer
	out   *countingWriter
	lang  rule.Language
	cells []string
	meter meter
}

// NewCSVWriter begins a table with its heading row. It refuses a record that
// does not fit a table with a [*TableError]. Errors of w are returned by
// [CSVWriter.Flush] at the latest.
func (t *Table[T]) NewCSVWriter(w io.Writer, l rule.Language) (*CSVWriter[T], error) {
	if !t.def.Flat() {
		return nil, &TableError{t.def.Name, "", "fields that fit into cells"}
	}
	out := &countingWriter{w: w}
	if _, err := io.WriteString(out, byteOrderMark); err != nil {
		return nil, err
	}
	c := &CSVWriter[T]{table: t, w: csv.NewWriter(out), out: out, lang: l, cells: make([]string, len(t.fields))}
	for i, f := range t.def.Fields {
		c.cells[i] = f.Title.In(l)
	}
	return c, c.w.Write(c.cells)
}

// Write writes one row. A list of texts that a cell cannot hold, because one of
// them has a separator or spaces at its ends, is refused with an
// [*EncodeError], and nothing of the row is written.
func (c *CSVWriter[T]) Write(v *T) error {
	for i := range c.table.def.Fields {
		s := c.table.show(v, i, c.lang)
		switch c.table.def.Fields[i].Type.(type) {
		case Text, Identifier, Code, Codes:
			s = guard(s)
		case List:
			if !c.listHolds(v, i, s) {
				return &EncodeError{c.table.def.Name, "/" + c.table.def.Fields[i].Key, "elements without 、 ; , | or spaces at their ends"}
			}
			s = guard(s)
		case Amount, Integer, Ratio:
			s = guardNumber(s)
		case Month:
			if s != "" {
				s = "\t" + s
			}
		}
		c.cells[i] = s
	}
	err := c.w.Write(c.cells)
	c.meter.row(c.out.n, c.Progress)
	return err
}

// listHolds reports whether a list comes back from its cell as it is.
func (c *CSVWriter[T]) listHolds(v *T, i int, s string) bool {
	if s == "" {
		return true
	}
	var back T
	f := c.table.fields[i].cell
	if f.fill(&back, s, nil).fault != good {
		return true // not valid anyway: written as it is, and found when it is read
	}
	a, err := f.append(nil, v, true)
	b, _ := f.append(nil, &back, true)
	return err != nil || bytes.Equal(a, b)
}

// Flush writes what is still held and returns the first error of writing.
func (c *CSVWriter[T]) Flush() error {
	c.w.Flush()
	c.meter.end(c.out.n, c.Progress)
	return c.w.Error()
}
