package record

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// Count is how many rows of a sheet there have been.
type Count struct {
	Rows       int // records
	Bad        int // of them, those with a finding that blocks
	Normalised int // cells that were read in another form than they have
	Skipped    int // rows that are no records, each told in the report on the sheet
	Empty      int // rows with nothing in them, other than empty lines
}

// Good is how many records had nothing that blocks.
func (n Count) Good() int { return n.Rows - n.Bad }

// Text tells the count in both languages.
func (n Count) Text() rule.Text {
	rows, good, bad := strconv.Itoa(n.Rows), strconv.Itoa(n.Good()), strconv.Itoa(n.Bad)
	cells, skipped := strconv.Itoa(n.Normalised), strconv.Itoa(n.Skipped)
	return rule.Text{
		ZH: "共 " + rows + " 条记录：" + good + " 条可用，" + bad + " 条有误；改写 " + cells + " 个单元格；" + skipped + " 行不是记录",
		EN: rows + " records: " + good + " good, " + bad + " bad; " + cells + " cells rewritten; " + skipped + " rows that are no records",
	}
}

func (c *CSV[T]) counted(r rule.Report) {
	c.count.Rows++
	if len(r.Findings) > 0 && r.Err() != nil {
		c.count.Bad++
	}
}

// problemHeading heads the column that says what is wrong with a row.
var problemHeading = rule.Text{ZH: "导入问题", EN: "import problems"}

func isProblemHeading(tidy string) bool {
	return tidy == tidied(problemHeading.ZH) || tidy == tidied(problemHeading.EN)
}

// Rejects writes the bad rows of a sheet as they were, with one more column
// that says what is wrong. Corrected, it is read like the sheet it comes from:
// the column is passed over.
type Rejects struct {
	w     *csv.Writer
	cells func() []string
	l     rule.Language
	keep  []bool // by column: not the problems of the sheet before
	text  []bool // by column: numbers there are codes
	err   error
}

// Rejects begins a sheet of bad rows, to be written from the loop over
// [CSV.All]:
//
//	rejects := rows.Rejects(file, rule.Chinese)
//	for row, report := range rows.All() {
//		if report.Err() != nil {
//			rejects.Write(report)
//			continue
//		}
//		…
//	}
//	err := rejects.Flush()
func (c *CSV[T]) Rejects(w io.Writer, l rule.Language) *Rejects {
	r := &Rejects{w: csv.NewWriter(w), l: l, cells: c.Cells}
	if _, r.err = io.WriteString(w, byteOrderMark); r.err != nil {
		return r
	}
	var head []string
	for _, col := range c.columns {
		h := col.heading
		if _, u := c.names.find(h); col.untidy.unit.name != "" && u.name == "" {
			h += "（" + col.untidy.unit.name + "）" // stood above the headings
		}
		r.keep = append(r.keep, !isProblemHeading(tidied(h)))
		head = append(head, h)
		r.text = append(r.text, col.field >= 0 && isText(c.table.def.Fields[col.field].Type))
	}
	r.err = r.w.Write(r.row(head, problemHeading.In(l)))
	return r
}

func isText(t Type) bool {
	switch t.(type) {
	case Text, Identifier, List:
		return true
	}
	return false
}

// row guards cells and puts the problems behind them; cells without a column
// stand behind those.
func (r *Rejects) row(cells []string, problems string) []string {
	var row, behind []string
	for i := range max(len(cells), len(r.keep)) {
		switch {
		case i >= len(r.keep):
			behind = append(behind, safe(cells[i], true))
		case !r.keep[i]:
		case i < len(cells):
			row = append(row, safe(cells[i], r.text[i]))
		default:
			row = append(row, "")
		}
	}
	return append(append(row, safe(problems, true)), behind...)
}

// Write writes the row that [CSV.All] yielded last, with its findings but the
// notes. Errors are kept for Flush.
func (r *Rejects) Write(report rule.Report) {
	if r.err != nil {
		return
	}
	var said []string
	for _, f := range report.Findings {
		if f.Severity != rule.Note {
			said = append(said, f.Message.In(r.l)+f.Fix.In(r.l))
		}
	}
	r.err = r.w.Write(r.row(r.cells(), strings.Join(said, "\n")))
}

// Flush writes what is still held and returns the first error.
func (r *Rejects) Flush() error {
	r.w.Flush()
	if r.err != nil {
		return r.err
	}
	return r.w.Error()
}
