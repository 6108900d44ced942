package record

import (
	"io"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
)

// rowsAbove is how many rows may stand above the headings.
const rowsAbove = 10

// headings finds the heading row, or the two rows over which the headings are
// merged, and the field of each column.
func (c *CSV[T]) headings() error {
	var above []sheetRow
	var head sheetRow
	for head.cells == nil && len(above) <= rowsAbove {
		err := c.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return c.fault(err)
		}
		switch row := c.kept(); {
		case firstFilled(row.cells) < 0:
		case c.names.looksLikeHeadings(row.cells):
			head = row
		default:
			above = append(above, row)
		}
	}
	if head.cells == nil {
		if len(above) == 0 {
			return c.fault(io.EOF)
		}
		head, above = c.bestOf(above)
		return c.assign(head, above, nil)
	}
	var groups []string // the row above, or the upper row of merged headings
	if n := len(above); n > 0 {
		groups = above[n-1].cells
		if both := overlay(groups, head.cells); c.names.more(both, head.cells) {
			head.cells = both
			return c.assign(head, above, groups)
		}
	}
	if c.next() != nil { // said when its turn comes
		return c.assign(head, above, groups)
	}
	next := c.kept()
	if both := overlay(head.cells, next.cells); c.names.more(both, head.cells) && c.names.looksLikeHeadings(next.cells) {
		return c.assign(sheetRow{both, next.line}, append(above, head), head.cells)
	}
	c.ahead = append(c.ahead, next)
	return c.assign(head, above, groups)
}

// kept copies the row at hand, which the CSV reader would overwrite.
func (c *CSV[T]) kept() sheetRow { return sheetRow{slices.Clone(c.now.cells), c.now.line} }

// bestOf takes the row with the most headings, the first row where there are
// none; the rows behind it go back.
func (c *CSV[T]) bestOf(rows []sheetRow) (head sheetRow, above []sheetRow) {
	best, most := 0, 0
	for i, row := range rows {
		if fields, _ := c.names.matches(row.cells); fields > most {
			best, most = i, fields
		}
	}
	c.ahead = append(c.ahead, rows[best+1:]...)
	return rows[best], rows[:best]
}

// overlay puts the lower row of merged headings over the upper one: a heading
// merged over both rows stands in the upper.
func overlay(upper, lower []string) []string {
	both := make([]string, max(len(upper), len(lower)))
	copy(both, upper)
	for i, s := range lower {
		if trimmed(s) != "" {
			both[i] = s
		}
	}
	return both
}

// assign finds the field of each column, or says what does not fit.
func (c *CSV[T]) assign(head sheetRow, above []sheetRow, groups []string) error {
	defs := c.table.def.Fields
	e := &HeadingError{File: c.o.File, Line: head.line, Table: c.table.def.Name}
	taken := map[int]int{}
	cells := head.cells
	for len(cells) > 0 && trimmed(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1] // trailing separators
	}
	for i, h := range cells {
		field, u := c.names.find(h)
		col := column{field: field, heading: trimmed(strings.Clone(h)), untidy: untidy{unit: u}}
		at := Heading{Column: i + 1, Text: col.heading}
		switch name := tidied(h); {
		case field >= 0 && taken[field] > 0:
			at.First = taken[field]
			e.Repeated = append(e.Repeated, at)
		case field >= 0:
			taken[field] = i + 1
			col.untidy.own = ownUnit(defs[field])
		case col.heading == "" || rowNumbers[name] || isProblemHeading(name) || c.o.PassUnknown:
			col.passed = col.heading != "" || c.o.PassUnknown
		default:
			e.Unknown = append(e.Unknown, at)
		}
		c.columns = append(c.columns, col)
	}
	for i, f := range defs {
		if f.Required.Op == OpAlways && taken[i] == 0 && c.o.Stage == Final {
			e.Missing = append(e.Missing, f.Title)
		}
	}
	e.Unknown = append(e.Unknown, c.units(above, groups)...)
	if len(e.Unknown)+len(e.Repeated)+len(e.Missing) > 0 {
		return e
	}
	c.head = cells
	c.tellLayout(head, above)
	return nil
}

// units gives the columns of amounts the unit that stands above them: with
// their group of columns, or for the whole sheet. It returns a unit above that
// is no unit of yuan, where amounts would be read by it.
func (c *CSV[T]) units(above []sheetRow, groups []string) (foreign []Heading) {
	var sheet, group unit
	for _, row := range above {
		for i, s := range row.cells {
			u, ok, other := moneyUnitIn(s)
			if !ok && !other && alone(row.cells, i) {
				u, ok, other = titleUnit(s)
			}
			if ok {
				sheet = u
			}
			if other {
				foreign = append(foreign, Heading{Column: i + 1, Text: trimmed(s)})
			}
		}
	}
	needed := false
	for i := range c.columns {
		if i < len(groups) && trimmed(groups[i]) != "" {
			group = groupUnit(groups[i])
		}
		col := &c.columns[i]
		if col.field < 0 || col.untidy.unit.name != "" {
			continue
		}
		if _, ok := c.table.def.Fields[col.field].Type.(Amount); !ok {
			continue
		}
		col.untidy.unit = sheet
		if group.name != "" {
			col.untidy.unit = group
		}
		needed = true
	}
	if !needed {
		return nil
	}
	return foreign
}

// alone reports whether a cell is all that its row has, as a title is.
func alone(cells []string, i int) bool {
	for k, s := range cells {
		if (trimmed(s) != "") != (k == i) {
			return false
		}
	}
	return true
}

// groupUnit is the unit of money in a group's heading: 入账情况（万元）.
func groupUnit(heading string) unit {
	_, note := cutNote(tidied(heading))
	u, ok := unitOf(strings.TrimPrefix(note, "单位:"), FieldDefinition{Type: Amount{}})
	if !ok {
		return unit{}
	}
	return u
}

// tellLayout reports what was not read and what is converted.
func (c *CSV[T]) tellLayout(head sheetRow, above []sheetRow) {
	for _, row := range above {
		c.skip(row, rowAbove)
	}
	for i, col := range c.columns {
		switch {
		case col.passed:
			c.tell(noteColumn, head.line, i+1, col.heading, "")
		case col.untidy.unit.shift != 0:
			c.tell(noteUnit, head.line, i+1, col.heading, col.untidy.unit.name)
		}
	}
}

// What a row that is no record can be.
var (
	rowAbove    = rule.Text{ZH: "标题以上的行", EN: "row above the headings"}
	rowTotal    = rule.Text{ZH: "合计行", EN: "row of totals"}
	rowFoot     = rule.Text{ZH: "表尾说明", EN: "line below the table"}
	rowHeadings = rule.Text{ZH: "重复的标题行", EN: "heading row again"}
)

// noRecord tells what the row at hand is, if it is no record; first is its
// first cell that is not empty.
func (c *CSV[T]) noRecord(first int) *rule.Text {
	cells := c.now.cells
	switch cell := cells[first]; {
	case isTotal(cell) && numbersOnly(cells[first+1:]):
		return &rowTotal
	case isFoot(cell) && footOnly(cells[first+1:]):
		return &rowFoot
	case c.headsColumn(first, cell) && c.headsColumns(cells):
		return &rowHeadings
	}
	return nil
}

// isTotal reports whether a cell says no more than 合计. A cell behind a
// guarding TAB never does.
func isTotal(s string) bool {
	if s[0] == '\t' || len(s) > 64 {
		return false
	}
	if t := trimmed(s); len(t) < 3 || !totalStarts[t[:3]] {
		return false
	}
	s = tidied(s)
	if base, note := cutNote(s); note != "" {
		s = base
	}
	return totals[s]
}

var totals = map[string]bool{
	"合计": true, "总计": true, "小计": true, "共计": true, "累计": true, "本页合计": true, "本页小计": true, "合计数": true,
	"total": true, "subtotal": true, "sub-total": true, "grandtotal": true, "sum": true,
}

// totalStarts are the three bytes that a row of totals begins with.
var totalStarts = map[string]bool{
	"合": true, "总": true, "小": true, "共": true, "累": true, "本": true,
	"tot": true, "Tot": true, "TOT": true, "sub": true, "Sub": true, "SUB": true,
	"gra": true, "Gra": true, "GRA": true, "sum": true, "Sum": true, "SUM": true,
}

// numbersOnly reports whether cells hold numbers and nothing else: a record has
// a code, a name or a title somewhere.
func numbersOnly(cells []string) bool {
	for _, s := range cells {
		if s == "" || saysAbsent(s) {
			continue
		}
		if s = halfWidth(trimmed(s)); strings.IndexByte("0123456789-(+.", s[0]) < 0 && !strings.HasPrefix(s, "¥") {
			return false
		}
	}
	return true
}

// isFoot reports whether a cell is a line such as 填表人：张三 or 第 1 页.
func isFoot(s string) bool {
	if len(s) > 600 || s[0] == '\t' {
		return false
	}
	i := strings.IndexByte(s, ':')
	if wide := strings.Index(s, "："); wide >= 0 && (i < 0 || wide < i) {
		i = wide
	}
	if i > 0 && i <= 64 {
		return feet[squeeze(s[:i])]
	}
	return strings.HasPrefix(s, "第") && len(s) < 60 && strings.Contains(s, "页")
}

var feet = map[string]bool{
	"填表人": true, "填报人": true, "制表人": true, "制表": true, "编制人": true, "经办人": true, "经办": true, "审核人": true, "审核": true,
	"复核人": true, "复核": true, "负责人": true, "单位负责人": true, "部门负责人": true, "主管领导": true, "分管领导": true, "财务负责人": true,
	"联系人": true, "联系电话": true, "电话": true, "填表日期": true, "填报日期": true, "制表日期": true, "填表时间": true, "填报时间": true,
	"日期": true, "填报单位": true, "填表单位": true, "编制单位": true, "单位盖章": true, "单位(盖章)": true, "单位（盖章）": true, "盖章": true,
	"注": true, "备注": true, "说明": true, "填表说明": true, "填报说明": true,
}

// footOnly reports whether the cells behind the first of a line below the table
// belong to it: at most eight, each such a line itself or, up to the third, a
// name or a date of at most 60 bytes (20 Chinese characters).
func footOnly(cells []string) bool {
	filled := 0
	for _, s := range cells {
		if s = trimmed(s); s == "" {
			continue
		}
		if filled++; !isFoot(s) && (filled > 3 || len(s) > 60) {
			return false
		}
	}
	return filled <= 8
}

func (c *CSV[T]) headsColumn(i int, cell string) bool {
	if i >= len(c.columns) {
		return false
	}
	col := &c.columns[i]
	if cell == col.heading {
		return true
	}
	if col.field < 0 {
		return false
	}
	f := &c.table.def.Fields[col.field]
	return cell == f.Title.ZH || cell == f.Title.EN || cell == f.Key
}

// headsColumns reports whether every cell of a row, and more than one, heads
// its column: as on each page of a printed sheet.
func (c *CSV[T]) headsColumns(cells []string) bool {
	filled := 0
	for i, s := range cells {
		if s == "" {
			continue
		}
		if filled++; !c.headsColumn(i, s) {
			return false
		}
	}
	return filled > 1
}

// skip reports a row that is no record.
func (c *CSV[T]) skip(row sheetRow, what rule.Text) {
	c.count.Skipped++
	var filled []string
	for _, s := range row.cells {
		if s = trimmed(s); s != "" {
			filled = append(filled, s)
		}
	}
	k, value := &faults[noteRow], quote.Value(strings.Join(filled, " | "))
	c.report.Add(rule.Finding{
		Rule: k.id, Title: k.title, Severity: k.severity, Value: value,
		Message: rule.Text{ZH: what.ZH + " " + value + " " + k.says.ZH + "。", EN: what.EN + " " + value + " " + k.says.EN + "."},
		Source:  rule.Source{File: c.o.File, Line: row.line},
	})
}

// tell reports something about a whole column.
func (c *CSV[T]) tell(what fault, line, column int, heading, value string) {
	h := quote.Value(heading)
	f := problem{fault: what}.finding(FieldDefinition{Title: rule.Text{ZH: "列 " + h, EN: "column " + h}}, "", value)
	f.Source = rule.Source{File: c.o.File, Line: line, Column: column, Heading: heading}
	c.report.Add(f)
}
