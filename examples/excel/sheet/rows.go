package sheet

import (
	"bytes"
	"encoding/csv"
	"io"
	"iter"

	"github.com/dataasset-go/dataasset/record"
)

// Row is a row as the sheet has it.
type Row struct {
	Number int            // from 1
	Cells  map[int]string // by column, from 1: as text, with dates in ISO form
	Fields map[int]int    // the column's place in the table, for columns that have one
}

// place is a row on its way through the table's CSV reader.
type place struct {
	Row
	line  int // of the CSV text
	notes []note
}

// rows is the rows of a sheet as CSV text. It remembers for each line of the
// text which row it came from, until that has been read.
type rows struct {
	w       *workbook
	fields  []record.FieldDefinition
	heading heading
	from    int // the first row to give
	pull    func() (line, error, bool)
	stop    func()
	text    bytes.Buffer
	csv     *csv.Writer
	lines   int // of text so far
	row     int // of the sheet, last turned into text
	ahead   []place
	err     error
}

func newRows(w *workbook, fields []record.FieldDefinition, h heading, from int) *rows {
	r := &rows{w: w, fields: fields, heading: h, from: from}
	r.pull, r.stop = iter.Pull2(w.lines(h.sheet))
	r.csv = csv.NewWriter(&r.text)
	return r
}

// Read gives the text, row by row as it is asked for.
func (r *rows) Read(p []byte) (int, error) {
	for r.text.Len() == 0 {
		l, err, ok := r.pull()
		if !ok {
			return 0, io.EOF
		}
		if err != nil {
			r.err = err
			return 0, err
		}
		if l.row >= r.from {
			if err := r.turn(l); err != nil {
				return 0, err
			}
		}
	}
	return r.text.Read(p)
}

// turn makes text of one row.
func (r *rows) turn(l line) error {
	at := place{Row: Row{Number: l.row, Cells: map[int]string{}, Fields: r.heading.fields}, line: r.lines + 1}
	r.row = l.row
	var cells []string
	for _, c := range l.cells {
		s, remark := r.value(c)
		at.Cells[c.column] = s
		if l.row > r.heading.row {
			at.note(c, s, remark, l.row, r.heading)
		}
		if i := c.column - 1 - r.heading.left; i >= 0 {
			for len(cells) < i {
				cells = append(cells, "")
			}
			cells = append(cells, s)
		}
	}
	if len(cells) == 0 {
		return nil
	}
	if err := r.csv.Write(cells); err != nil {
		return err
	}
	r.csv.Flush()
	r.lines += bytes.Count(r.text.Bytes(), []byte("\n"))
	if l.row > r.heading.row {
		r.ahead = append(r.ahead, at)
	}
	return nil
}

func (r *rows) value(c cell) (string, remark) {
	if i := r.heading.field(c.column); i >= 0 {
		return r.w.text(c, &r.fields[i])
	}
	return r.w.text(c, nil)
}

// note keeps what is remarkable about a cell.
func (p *place) note(c cell, value string, m remark, row int, h heading) {
	if m != nothing {
		p.notes = append(p.notes, note{m, c.column, value})
	}
	switch {
	case c.column <= h.left:
		p.notes = append(p.notes, note{remarkOutside, c.column, value})
	case c.merged == nil:
	case c.merged.right > c.merged.left:
		p.notes = append(p.notes, note{remarkMergedAcross, c.column, value})
	case c.merged.top < row:
		p.notes = append(p.notes, note{remarkMerged, c.column, value})
	}
}

// at is the row that begins on a line of the text; those before it are done.
func (r *rows) at(line int) place {
	for len(r.ahead) > 0 && r.ahead[0].line < line {
		r.ahead = r.ahead[1:]
	}
	if len(r.ahead) == 0 {
		return place{}
	}
	return r.ahead[0]
}
