package record

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// CSVWriter writes a table that spreadsheets open: UTF-8 with a byte order
// mark, a heading row, codes by their titles. [Table.ReadCSV] reads it back.
//
// A text that a spreadsheet would take for a formula or a number, because it
// begins with = + - @ or a TAB or looks like a number or a date, gets one TAB
// before it; the reader takes exactly one away.
type CSVWriter[T any] struct {
	table *Table[T]
	w     *csv.Writer
	lang  rule.Language
	cells []string
}

// NewCSVWriter begins a table with its heading row. It refuses a record that
// does not fit a table with a [*TableError]. Errors of w are returned by
// [CSVWriter.Flush] at the latest.
func (t *Table[T]) NewCSVWriter(w io.Writer, l rule.Language) (*CSVWriter[T], error) {
	if !t.def.Flat() {
		return nil, &TableError{t.def.Name, "", "fields that fit into cells"}
	}
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return nil, err
	}
	c := &CSVWriter[T]{t, csv.NewWriter(w), l, make([]string, len(t.fields))}
	for i, f := range t.def.Fields {
		c.cells[i] = f.Title.In(l)
	}
	return c, c.w.Write(c.cells)
}

// Write writes one row.
func (c *CSVWriter[T]) Write(v *T) error {
	for i, f := range c.table.def.Fields {
		s := c.table.Show(v, f.Key, c.lang)
		switch f.Type.(type) {
		case Text, List, Identifier:
			s = guard(s)
		}
		c.cells[i] = s
	}
	return c.w.Write(c.cells)
}

// Flush writes what is still held and returns the first error of writing.
func (c *CSVWriter[T]) Flush() error {
	c.w.Flush()
	return c.w.Error()
}

// guard puts one TAB before a text that a spreadsheet would change.
func guard(s string) string {
	if s == "" {
		return s
	}
	if strings.IndexByte("=+-@\t\r", s[0]) >= 0 || strings.Trim(s, "0123456789.,-/:eE%+ ") == "" {
		return "\t" + s
	}
	return s
}
