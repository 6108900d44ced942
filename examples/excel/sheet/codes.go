package sheet

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/xuri/excelize/v2"
)

// codesSheet explains the code lists; listsSheet is hidden and holds the
// drop-downs that a cell cannot.
var (
	codesSheet = text("代码说明", "codes")
	listsSheet = text("下拉列表", "lists")
)

// maxInline is how many UTF-16 units a drop-down within a cell may have.
const maxInline = 255

// lists makes the drop-downs: of every code, and of yes and no.
func (w *Writer[T]) lists(record.Definition) error {
	kept := map[string]string{} // the range of a list on the hidden sheet
	for i, c := range w.columns {
		var titles []string
		name := ""
		switch t := c.field.Type.(type) {
		case record.Code:
			name = t.List.Name
			for _, e := range t.List.Codes {
				titles = append(titles, e.Title.In(w.lang))
			}
		case record.Boolean:
			titles = []string{w.say("是", "yes"), w.say("否", "no")}
		default:
			continue
		}
		if err := w.dropDown(i+1, c, name, titles, kept); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer[T]) dropDown(at int, c column, name string, titles []string, kept map[string]string) error {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cellName(at, firstRow) + ":" + cellName(at, excelize.TotalRows))
	v.SetError(excelize.DataValidationErrorStyleStop, c.field.Title.In(w.lang),
		w.say("请从下拉列表中选择；说明见工作表“"+codesSheet.ZH+"”。", "Choose from the list; the sheet "+codesSheet.EN+" explains it."))
	// A comma parts the items, and a quote ends them.
	if inline := strings.Join(titles, ","); len(utf16.Encode([]rune(inline))) <= maxInline && !strings.ContainsAny(strings.Join(titles, ""), `,"`) {
		if err := v.SetDropList(titles); err != nil {
			return err
		}
		return w.file.AddDataValidation(w.sheet, v)
	}
	if kept[name] == "" {
		where, err := w.keepList(len(kept)+1, titles)
		if err != nil {
			return err
		}
		kept[name] = where
	}
	v.SetSqrefDropList(kept[name])
	return w.file.AddDataValidation(w.sheet, v)
}

// keepList writes a list into a column of the hidden sheet and returns where.
func (w *Writer[T]) keepList(at int, titles []string) (string, error) {
	sheet := listsSheet.In(w.lang)
	if at == 1 {
		if _, err := w.file.NewSheet(sheet); err != nil {
			return "", err
		}
		if err := w.file.SetSheetVisible(sheet, false); err != nil {
			return "", err
		}
	}
	for i, s := range titles {
		if err := w.file.SetCellStr(sheet, cellName(at, i+1), s); err != nil {
			return "", err
		}
	}
	column, err := excelize.ColumnNumberToName(at)
	return "'" + sheet + "'!$" + column + "$1:$" + column + "$" + strconv.Itoa(len(titles)), err
}

// explanations writes the sheet that explains every code.
func (w *Writer[T]) explanations(record.Definition) error {
	sheet := codesSheet.In(w.lang)
	if _, err := w.file.NewSheet(sheet); err != nil {
		return err
	}
	var rows [][]string
	rows = append(rows, []string{w.say("列名", "heading"), w.say("填法", "how many"), w.say("填写内容", "what to write"), w.say("代码", "code"), w.say("英文", "Chinese"), w.say("有效期", "in force"), w.say("依据", "basis")})
	other := rule.English
	if w.lang == rule.English {
		other = rule.Chinese
	}
	for _, c := range w.columns {
		list, many := listOf(c.field.Type)
		for _, e := range list.Codes {
			basis := e.Basis
			if len(basis) == 0 {
				basis = list.Basis
			}
			rows = append(rows, []string{
				c.field.Title.In(w.lang), many.In(w.lang), e.Title.In(w.lang), e.Code, e.Title.In(other), periodOf(e.Effective), clauses(basis),
			})
		}
	}
	for i, cells := range rows {
		style := w.styles.plain
		if i == 0 {
			style = w.styles.bold
		}
		for j, s := range cells {
			if err := w.file.SetCellStr(sheet, cellName(j+1, i+1), s); err != nil {
				return err
			}
		}
		if err := w.file.SetCellStyle(sheet, cellName(1, i+1), cellName(len(cells), i+1), style); err != nil {
			return err
		}
	}
	landscape, paperA4, fit, wide, tall := "landscape", 9, true, 1, 0
	all := []error{
		w.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paperA4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}),
		w.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		w.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		w.file.AutoFilter(sheet, "A1:"+cellName(len(rows[0]), len(rows)), nil),
	}
	for j, wide := range []float64{20, 10, 30, 18, 34, 24, 46} {
		name, err := excelize.ColumnNumberToName(j + 1)
		all = append(all, err, w.file.SetColWidth(sheet, name, name, wide))
	}
	return errors.Join(all...)
}

// periodOf is a period, nothing for always.
func periodOf(p rule.Period) string {
	if p == (rule.Period{}) {
		return ""
	}
	return p.String()
}

// listOf is the code list of a type, and whether one or several of its codes
// may be given.
func listOf(t record.Type) (record.CodeList, rule.Text) {
	switch t := t.(type) {
	case record.Code:
		return t.List, text("单选", "one")
	case record.Codes:
		return t.List, text("可多选", "several")
	case record.List:
		if c, ok := t.Element.(record.Code); ok {
			return c.List, text("可多选", "several")
		}
	}
	return record.CodeList{}, rule.Text{}
}
