package sheet

import (
	"fmt"
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/xuri/excelize/v2"
)

// FormatError is a file that is not a workbook this package reads. Nothing of it
// has been read.
type FormatError struct {
	File string
	Want rule.Text // what was found, and what to do
	Err  error     // the cause, where there is one
}

// Error says what was found and what to do, in English.
func (e *FormatError) Error() string { return e.In(rule.English) }

// In says it in one language.
func (e *FormatError) In(l rule.Language) string {
	if e.File == "" {
		return e.Want.In(l)
	}
	return e.File + ": " + e.Want.In(l)
}

// Unwrap returns the cause.
func (e *FormatError) Unwrap() error { return e.Err }

// HeadingError is a heading row that does not fit the table, with its place in
// the workbook; nothing of the table has been read. The columns are those of the
// sheet.
type HeadingError struct {
	Sheet string
	Row   int
	*record.HeadingError
}

// Error lists the headings at fault in English.
func (e *HeadingError) Error() string { return e.In(rule.English) }

// Unwrap returns the error of the table's reader.
func (e *HeadingError) Unwrap() error { return e.HeadingError }

// In lists the headings at fault in one language.
func (e *HeadingError) In(l rule.Language) string {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	var b strings.Builder
	fmt.Fprintf(&b, say("%s 工作表“%s”第 %d 行的列名与台账不符", "%s: row %[3]d of sheet %[2]q: the headings do not fit the table"), e.File, e.Sheet, e.Row)
	for _, x := range []struct {
		what     string
		headings []record.Heading
	}{{say("；未知：", "; unknown: "), e.Unknown}, {say("；重复：", "; repeated: "), e.Repeated}} {
		for i, h := range x.headings {
			if i == 0 {
				b.WriteString(x.what)
			} else {
				b.WriteString(say("、", ", "))
			}
			fmt.Fprintf(&b, "%s %q", cellName(h.Column, e.Row), h.Text)
		}
	}
	for i, t := range e.Missing {
		if i == 0 {
			b.WriteString(say("；缺少必填列：", "; missing: "))
		} else {
			b.WriteString(say("、", ", "))
		}
		b.WriteString(t.In(l))
	}
	return b.String()
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

// cellName is the name of a cell: D7. A column that is out of bounds gives the
// row alone.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return fmt.Sprint(row)
	}
	return name
}
