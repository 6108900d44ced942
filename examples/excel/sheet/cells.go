package sheet

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/xuri/excelize/v2"
)

// cell is one cell as the file has it.
type cell struct {
	column     int
	kind       string // s, inlineStr, str, b, e, d; n or nothing is a number
	style      int
	value      string
	formula    string
	hasFormula bool
	merged     *area // the merged cells that it stands in, if any
}

func (c cell) empty() bool { return c.value == "" && !c.hasFormula }

// line is one row of a sheet that holds something.
type line struct {
	row    int
	column int    // of the last cell, empty ones too
	cells  []cell // in the order of their columns, none empty
}

// lines yields the rows of a sheet, one at a time, so that memory does not
// grow with them. The cells it yields are good until the next row.
func (w *workbook) lines(p part) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		merged, err := mergedAreas(p.xml, w.name)
		if err != nil {
			yield(line{}, err)
			return
		}
		d := xml.NewDecoder(bytes.NewReader(p.xml))
		l, at := line{}, beforeData
		for {
			t, err := d.RawToken()
			if err == io.EOF && at == afterData {
				return
			}
			if err == nil {
				at, err = at.next(t)
			}
			if err != nil {
				yield(line{}, damaged(w.name, err))
				return
			}
			switch t := t.(type) {
			case xml.StartElement:
				if at != inRow {
					continue
				}
				if t.Name.Local == "row" {
					err = w.begin(&l, t)
				} else if t.Name.Local == "c" {
					err = w.cell(d, t, &l)
				}
			case xml.EndElement:
				if at != inData || t.Name.Local != "row" {
					continue
				}
				if merged.fill(&l); len(l.cells) > 0 && !yield(l, nil) {
					return
				}
			}
			if err != nil {
				yield(line{}, err)
				return
			}
		}
	}
}

// within is where in a sheet a token stands. Raw tokens come without a check that they
// nest, so that what must nest here is checked here: rows in the data, cells in a row.
type within uint8

const (
	beforeData within = iota
	inData
	inRow
	afterData
)

// next is where the token leaves the reader.
func (at within) next(t xml.Token) (within, error) {
	var turn string
	switch t := t.(type) {
	case xml.StartElement:
		turn = t.Name.Local
	case xml.EndElement:
		turn = "/" + t.Name.Local
	}
	switch {
	case at == beforeData && turn == "sheetData", at == inRow && turn == "/row":
		return inData, nil
	case at == inData && turn == "row":
		return inRow, nil
	case at == inData && turn == "/sheetData":
		return afterData, nil
	case at == inData && (turn == "c" || turn == "/row"), at == inRow && (turn == "row" || turn == "/sheetData"):
		return at, fmt.Errorf("<%s> in the wrong place", turn)
	}
	return at, nil
}

// begin begins the next row.
func (w *workbook) begin(l *line, e xml.StartElement) error {
	row := l.row + 1
	if s := attr(e, "r"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < row || n > excelize.TotalRows {
			return damaged(w.name, fmt.Errorf("row %q after row %d", s, l.row))
		}
		row = n
	}
	l.row, l.column, l.cells = row, 0, l.cells[:0]
	return nil
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// cell reads one cell, whose start has been read, into the row at hand.
func (w *workbook) cell(d *xml.Decoder, e xml.StartElement, l *line) error {
	c := cell{column: l.column + 1, kind: attr(e, "t")}
	c.style, _ = strconv.Atoi(attr(e, "s"))
	if ref := attr(e, "r"); ref != "" {
		column, row, err := excelize.CellNameToCoordinates(ref)
		if err != nil || row != l.row || column < c.column {
			return damaged(w.name, fmt.Errorf("cell %q in row %d", ref, l.row))
		}
		c.column = column
	}
	l.column = c.column
	if err := c.content(d); err != nil {
		return damaged(w.name, err)
	}
	if c.kind == "s" {
		i, err := strconv.Atoi(c.value)
		if err != nil || i < 0 || i >= len(w.strings) {
			return damaged(w.name, fmt.Errorf("shared text %q in %s", c.value, cellName(c.column, l.row)))
		}
		c.value = w.strings[i]
	}
	if c.empty() {
		return nil
	}
	if c.column > maxColumns {
		return &record.LimitError{File: w.name, Line: l.row, Want: rule.Text{ZH: "至多 " + strconv.Itoa(maxColumns) + " 列", EN: "at most " + strconv.Itoa(maxColumns) + " columns"}}
	}
	l.cells = append(l.cells, c)
	return nil
}

// content reads value and formula up to the end of the cell. Raw tokens come
// without a check that they nest: the end of a cell is the next one named c.
func (c *cell) content(d *xml.Decoder) error {
	var b strings.Builder
	in, phonetic := "", false
	for {
		t, err := d.RawToken()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			in = t.Name.Local
			phonetic = phonetic || in == "rPh"
			c.hasFormula = c.hasFormula || in == "f"
		case xml.CharData:
			switch {
			case in == "v", in == "t" && !phonetic:
				b.Write(t)
			case in == "f":
				c.formula += string(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "rPh":
				phonetic = false
			case "c":
				c.value = b.String()
				if c.kind == "inlineStr" || c.kind == "str" {
					c.value = unescape(c.value)
				}
				return nil
			}
			in = ""
		}
	}
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape resolves _x000D_, by which a workbook writes a character that XML
// cannot hold, and _x005F_, by which it writes such a text itself.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(m string) string {
		n, err := strconv.ParseUint(m[2:6], 16, 16)
		if err != nil || n == 0 || 0xd800 <= n && n <= 0xdfff {
			return m
		}
		return string(rune(n))
	})
}

// area is merged cells; it holds the cell of its upper left corner once that
// has been read.
type area struct {
	left, top, right, bottom int
	corner                   cell
}

// areas is the merged cells of a sheet in the order of their first rows.
type areas struct {
	ahead []*area
	open  []*area
}

var mergeRef = regexp.MustCompile(`mergeCell\s[^>]*?ref=["']\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})["']`)

// mergedAreas reads the merged cells, which a sheet lists behind its rows. Rows
// are only looked through for where they end.
func mergedAreas(x []byte, file string) (*areas, error) {
	tail := x
	if i := bytes.LastIndex(x, []byte("sheetData")); i >= 0 {
		tail = x[i:]
	}
	all := mergeRef.FindAllSubmatch(tail, maxMerged+1)
	if len(all) > maxMerged {
		return nil, &record.LimitError{File: file, Want: rule.Text{ZH: "至多 " + strconv.Itoa(maxMerged) + " 个合并单元格", EN: "at most " + strconv.Itoa(maxMerged) + " merged cells"}}
	}
	m := &areas{}
	for _, ref := range all {
		left, top, err1 := excelize.CellNameToCoordinates(string(ref[1]) + string(ref[2]))
		right, bottom, err2 := excelize.CellNameToCoordinates(string(ref[3]) + string(ref[4]))
		if err1 != nil || err2 != nil || right < left || bottom < top {
			return nil, damaged(file, fmt.Errorf("merged cells %q", ref[0]))
		}
		m.ahead = append(m.ahead, &area{left: left, top: top, right: right, bottom: bottom})
	}
	slices.SortStableFunc(m.ahead, func(a, b *area) int { return a.top - b.top })
	return m, nil
}

// fill gives a cell that is merged with one above it that cell's content, and
// marks all merged cells. A row with nothing of its own stays empty.
func (m *areas) fill(l *line) {
	if len(l.cells) == 0 {
		return
	}
	for len(m.ahead) > 0 && m.ahead[0].top <= l.row {
		m.open = append(m.open, m.ahead[0])
		m.ahead = m.ahead[1:]
	}
	m.open = slices.DeleteFunc(m.open, func(a *area) bool { return a.bottom < l.row })
	for _, a := range m.open {
		i, found := slices.BinarySearchFunc(l.cells, a.left, func(c cell, column int) int { return c.column - column })
		switch {
		case found && a.top == l.row:
			l.cells[i].merged = a
			a.corner = l.cells[i]
		case !found && !a.corner.empty():
			l.cells = slices.Insert(l.cells, i, a.corner)
		}
	}
}
