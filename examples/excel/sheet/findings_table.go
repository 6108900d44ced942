package sheet

import (
	"strconv"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// remark is something that only a workbook can have.
type remark uint8

const (
	nothing remark = iota
	remarkFormula
	remarkNoValue
	remarkError
	remarkMerged
	remarkMergedAcross
	remarkNumber
	remarkDigits
	remarkOutside
	remarkSample
)

// remarks is the rule that each breaks, in the words of a finding.
var remarks = [...]struct {
	id       rule.ID
	severity rule.Severity
	title    rule.Text
	says     rule.Text // behind “{title}: {value}”
	fix      rule.Text
}{
	nothing: {},
	remarkFormula: {
		"sheet.formula", rule.Warning,
		text("单元格填值，不用公式", "cells hold values, not formulas"),
		text("是公式的结果，按文件中保存的值读入", "is the result of a formula, read as the file has it"),
		text("请核对，或粘贴为数值。", "Check it, or paste it as a value."),
	},
	remarkNoValue: {
		"sheet.formula-without-value", rule.Blocking,
		text("公式须有保存的结果", "a formula has its result saved"),
		text("是公式，文件中没有保存其结果", "is a formula whose result is not in the file"),
		text("请用电子表格程序打开并保存，或粘贴为数值。", "Open and save it in a spreadsheet, or paste it as a value."),
	},
	remarkError: {
		"sheet.error-value", rule.Blocking,
		text("单元格不得为错误值", "no error values"),
		text("是电子表格的错误值", "is an error value of the spreadsheet"),
		text("请更正公式，或直接填写。", "Correct the formula, or fill the cell in."),
	},
	remarkMerged: {
		"sheet.merged", rule.Warning,
		text("数据行不合并单元格", "no merged cells in rows of data"),
		text("取自与上方合并的单元格", "is taken from the cell above that it is merged with"),
		text("请核对，或取消合并后逐行填写。", "Check it, or take the merge away and fill in each row."),
	},
	remarkMergedAcross: {
		"sheet.merged-across", rule.Blocking,
		text("单元格不得跨列合并", "no cells merged across columns"),
		text("跨列合并，无法判断属于哪一列", "is merged across columns; which of them it belongs to cannot be told"),
		text("请取消合并后分列填写。", "Take the merge away and fill in each column."),
	},
	remarkNumber: {
		"sheet.number-for-text", rule.Warning,
		text("编号以文本格式填写", "codes and numbers of things are written as text"),
		text("在文件中是数值，前导 0 可能已丢失", "is a number in the file; zeros before it may be lost"),
		text("请核对；单元格设为文本格式后重新填写。", "Check it; format the cell as text and fill it in again."),
	},
	remarkDigits: {
		"sheet.digits-lost", rule.Blocking,
		text("15 位以上的数字以文本格式填写", "numbers of more than 15 digits are written as text"),
		text("超过 15 位，电子表格已改动末尾的数字", "has more than 15 digits; the spreadsheet has changed the last of them"),
		text("请把单元格设为文本格式，按原件重新填写。", "Format the cell as text and fill it in again from the original."),
	},
	remarkOutside: {
		"sheet.outside", rule.Warning,
		text("内容写在有列名的列中", "contents stand under headings"),
		text("在表格左侧没有列名的列中，未读入", "stands left of the table, under no heading, and is not read"),
		text("请移到有列名的列中，或删除。", "Move it under a heading, or remove it."),
	},
	remarkSample: {
		"sheet.sample-row", rule.Warning,
		text("模板的示例行须覆盖或删除", "the template's sample row is overwritten or removed"),
		text("此行与模板的示例行相同", "this row is the template's sample row"),
		text("请覆盖或删除。", "Overwrite it or remove it."),
	},
}

// Rules lists the rules of form that a workbook has beside those of the table's
// CSV reader. They are rules of this package: no clause asks for them.
func Rules() []rule.ID {
	var ids []rule.ID
	for _, r := range remarks[nothing+1:] {
		ids = append(ids, r.id)
	}
	return ids
}

// note is a remark about one cell; column 0 is the row.
type note struct {
	remark remark
	column int
	value  string
}

// finding words a note. The field is that of the column, if it has one.
func (n note) finding(f *record.FieldDefinition) rule.Finding {
	r := &remarks[n.remark]
	zh, en, path := "", "", ""
	out := rule.Finding{Rule: r.id, Title: r.title, Severity: r.severity, Fix: r.fix}
	if f != nil {
		zh, en, path = f.Title.ZH+" ", f.Title.EN+" ", "/"+f.Key
		out.Basis = f.Basis
	}
	if n.value != "" {
		out.Value = quoted(n.value)
		zh += out.Value + " "
		en += out.Value + " "
	}
	out.Path = path
	out.Message = text(zh+r.says.ZH+"。", en+r.says.EN+".")
	return out
}

// quoted shortens a value to what a finding shows, in quotes as the table's
// reader writes it.
func quoted(s string) string {
	const shown = 64
	if runes := []rune(s); len(runes) > shown {
		s = string(runes[:shown]) + "…"
	}
	return strconv.Quote(s)
}
