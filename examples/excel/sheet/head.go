package sheet

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/xuri/excelize/v2"
)

// frozenColumns is how many columns stay when the sheet is moved: what names
// the row.
const frozenColumns = 2

func (w *Writer[T]) say(zh, en string) string { return text(zh, en).In(w.lang) }

// head writes everything above the rows, and the sheets beside.
func (w *Writer[T]) head() error {
	d := w.def
	w.sheet = sheetName(d.Title.In(w.lang))
	if err := w.file.SetSheetName("Sheet1", w.sheet); err != nil {
		return err
	}
	var err error
	if w.styles, err = newStyles(w.file); err != nil {
		return err
	}
	for _, step := range []func(record.Definition) error{
		w.layColumns, w.titles, w.groups, w.headings, w.notes, w.lists, w.explanations, w.page,
	} {
		if err := step(d); err != nil {
			return err
		}
	}
	return nil
}

// sheetName makes a title one that a sheet may have.
func sheetName(title string) string {
	name := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, title))
	return string(name[:min(len(name), excelize.MaxSheetNameLength)])
}

// layColumns gives each column its width and the format of its cells, so that
// what is typed into an empty one stays what it is.
func (w *Writer[T]) layColumns(record.Definition) error {
	for i, c := range w.columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		err = errors.Join(
			w.file.SetColStyle(w.sheet, name, w.styles.cells[c.kind]),
			w.file.SetColWidth(w.sheet, name, name, c.width(w.lang)),
		)
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer[T]) titles(d record.Definition) error {
	last := len(w.columns)
	legend := []excelize.RichTextRun{
		{Text: w.say("填表说明：", "How to fill in: "), Font: &excelize.Font{Bold: true, Family: fontName, Size: 10}},
		{Text: w.say("深红底列名为必填", "dark red headings are required"), Font: &excelize.Font{Bold: true, Color: requiredColour, Family: fontName, Size: 10}},
		{Text: w.say("，", ", "), Font: &excelize.Font{Family: fontName, Size: 10}},
		{Text: w.say("橙底为视情形必填", "orange ones in the cases given"), Font: &excelize.Font{Bold: true, Color: conditionalColour, Family: fontName, Size: 10}},
		{Text: w.say("，灰底为选填；鼠标移到列名上看填写要求，代码见第二张工作表。请勿改动列名。",
			", grey ones are optional; point at a heading to see what to fill in. The second sheet explains the codes. Do not change the headings."), Font: &excelize.Font{Family: fontName, Size: 10}},
	}
	title, end := cellName(1, titleRow), func(row int) string { return cellName(min(last, 10), row) }
	return errors.Join(
		w.file.SetCellStr(w.sheet, title, d.Title.In(w.lang)),
		w.file.MergeCell(w.sheet, title, end(titleRow)),
		w.file.SetCellStyle(w.sheet, title, cellName(last, titleRow), w.styles.title),
		w.file.SetRowHeight(w.sheet, titleRow, 34),
		w.file.SetCellRichText(w.sheet, cellName(1, legendRow), legend),
		w.file.MergeCell(w.sheet, cellName(1, legendRow), end(legendRow)),
		w.file.SetCellStyle(w.sheet, cellName(1, legendRow), cellName(last, legendRow), w.styles.legend),
		w.file.SetRowHeight(w.sheet, legendRow, 20),
	)
}

// groups writes the row over the headings, one merged cell a group. A group is
// parted where the frozen columns end, or its merged cell would tear.
func (w *Writer[T]) groups(d record.Definition) error {
	shade := 0
	for from := 0; from < len(w.columns); {
		to := from + 1
		for to < len(w.columns) && to != frozenColumns && w.columns[to].field.Group == w.columns[from].field.Group {
			to++
		}
		a, b := cellName(from+1, groupRow), cellName(to, groupRow)
		err := errors.Join(
			w.file.SetCellStr(w.sheet, a, groupTitle(d, w.columns[from].field.Group, w.lang)),
			w.file.MergeCell(w.sheet, a, b),
			w.file.SetCellStyle(w.sheet, a, b, w.styles.groups[shade%len(w.styles.groups)]),
		)
		if err != nil {
			return err
		}
		if to == len(w.columns) || w.columns[to].field.Group != w.columns[from].field.Group {
			shade++
		}
		from = to
	}
	return w.file.SetRowHeight(w.sheet, groupRow, 22)
}

func groupTitle(d record.Definition, key string, l rule.Language) string {
	for _, g := range d.Groups {
		if g.Key == key {
			return g.Title.In(l)
		}
	}
	return d.Title.In(l)
}

func (w *Writer[T]) headings(record.Definition) error {
	for i, c := range w.columns {
		name := cellName(i+1, headingRow)
		err := errors.Join(
			w.file.SetCellStr(w.sheet, name, c.field.Title.In(w.lang)),
			w.file.SetCellStyle(w.sheet, name, name, w.styles.headings[needOf(c.field)]),
		)
		if err != nil {
			return err
		}
	}
	return w.file.SetRowHeight(w.sheet, headingRow, 36)
}

// page freezes the head, which every printed page repeats.
func (w *Writer[T]) page(d record.Definition) error {
	landscape, paperA3 := "landscape", 8
	columns, err := excelize.ColumnNumberToName(frozenColumns)
	if err != nil {
		return err
	}
	quoted := "'" + w.sheet + "'!"
	return errors.Join(
		w.file.SetPanes(w.sheet, &excelize.Panes{
			Freeze: true, XSplit: frozenColumns, YSplit: headingRow, TopLeftCell: cellName(frozenColumns+1, firstRow), ActivePane: "bottomRight",
			Selection: []excelize.Selection{{SQRef: cellName(frozenColumns+1, firstRow), ActiveCell: cellName(frozenColumns+1, firstRow), Pane: "bottomRight"}},
		}),
		w.file.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{Size: &paperA3, Orientation: &landscape}),
		w.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: w.sheet,
			RefersTo: fmt.Sprintf("%[1]s$A:$%[2]s,%[1]s$%[3]d:$%[4]d", quoted, columns, groupRow, headingRow),
		}),
		w.file.SetDocProps(&excelize.DocProperties{Title: d.Title.In(w.lang), Subject: d.Title.In(w.lang), Creator: "dataasset"}),
	)
}

// mark shows that the row written last is a sample.
func (w *Writer[T]) mark() error {
	for i, c := range w.columns {
		name := cellName(i+1, w.row)
		if err := w.file.SetCellStyle(w.sheet, name, name, w.styles.samples[c.kind]); err != nil {
			return err
		}
	}
	name := cellName(1, w.row)
	return w.file.AddComment(w.sheet, w.comment(name, w.say("示例行：填写时请覆盖或删除。", "A sample row: overwrite it or remove it."), 220, 60))
}

// blame colours a cell and says in a note what is wrong with it.
func (w *Writer[T]) blame(at int, c column, reasons []string) error {
	name, all, height := cellName(at, w.row), "", uint(30)
	for i, r := range reasons {
		if i > 0 {
			all += "\n"
		}
		all += r
		height += 20 * uint(1+displayWidth(r)/44)
	}
	return errors.Join(
		w.file.SetCellStyle(w.sheet, name, name, w.styles.wrong[c.kind]),
		w.file.AddComment(w.sheet, w.comment(name, all, 320, height)),
	)
}
