package sheet

import (
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// notes writes at each heading what to fill in.
func (w *Writer[T]) notes(d record.Definition) error {
	sample := w.table.Sample()
	for i, c := range w.columns {
		s := w.guidance(d, c.field, w.table.Show(&sample, c.field.Key, w.lang))
		high := uint(16)
		for line := range strings.SplitSeq(s, "\n") {
			high += 17 * uint(1+displayWidth(line)/46)
		}
		if err := w.file.AddComment(w.sheet, w.comment(cellName(i+1, headingRow), s, 330, high)); err != nil {
			return err
		}
	}
	return nil
}

// guidance is the note of one field.
func (w *Writer[T]) guidance(d record.Definition, f record.FieldDefinition, example string) string {
	lines := []string{f.Title.In(w.lang) + w.say("（", " (") + w.when(d, f) + w.say("）", ")")}
	add := func(label rule.Text, s string) {
		if s != "" {
			lines = append(lines, label.In(w.lang)+s)
		}
	}
	add(text("填写：", "What: "), strings.TrimPrefix(f.Doc.In(w.lang)+" "+w.form(f), " "))
	if f.Absent.Op != record.OpNever {
		add(text("须留空：", "Absent: "), f.Absent.Text(d).In(w.lang))
	}
	if example == "" {
		example = f.Example
	}
	add(text("示例：", "Example: "), example)
	add(text("判断：", "Judgement: "), f.Judgement.In(w.lang))
	basis := w.say("实务", "practice")
	if len(f.Basis) > 0 {
		basis = clauses(f.Basis)
	}
	add(text("依据：", "Basis: "), basis)
	return strings.Join(lines, "\n")
}

func clauses(all []rule.Clause) string {
	s := make([]string, len(all))
	for i, c := range all {
		s[i] = c.String()
	}
	return strings.Join(s, "; ")
}

// when says when a field is to be filled in.
func (w *Writer[T]) when(d record.Definition, f record.FieldDefinition) string {
	switch needOf(f) {
	case required:
		return w.say("必填", "required")
	case conditional:
		return w.say("视情形必填：", "required in some cases: ") + f.Required.Text(d).In(w.lang)
	}
	return w.say("选填", "optional")
}

// form says how a value is written.
func (w *Writer[T]) form(f record.FieldDefinition) string {
	switch t := f.Type.(type) {
	case record.Text:
		s := w.say("文字，至多 ", "Text of at most ") + strconv.Itoa(t.Max) + w.say(" 字", " characters")
		if t.Shape != record.AnyText {
			s += w.say("；", "; ") + t.Shape.Want().In(w.lang)
		}
		return s + w.say("。", ".")
	case record.Code:
		return w.say("从下拉列表中选择：", "Choose from the list: ") + w.titlesOf(t.List)
	case record.Codes:
		return w.say("可填一个或多个，以“、”分隔：", "One or several, with 、 between: ") + w.titlesOf(t.List)
	case record.List:
		return w.say("可填一个或多个，以“、”分隔。", "One or several, with 、 between.")
	case record.Date:
		return w.say("日期，如 2025-05-29。", "A date, 2025-05-29.")
	case record.Month:
		return w.say("年月，如 2025-05。", "A month, 2025-05.")
	case record.Amount:
		return w.say("金额（元），两位小数。", "An amount in yuan with two decimals.")
	case record.Ratio:
		return w.say("小数，如 0.06。", "A fraction, 0.06.")
	case record.Integer:
		if !f.Unit.IsZero() {
			return w.say("整数，单位：", "A whole number of ") + f.Unit.In(w.lang) + w.say("。", ".")
		}
		return w.say("整数。", "A whole number.")
	case record.Boolean:
		return w.say("是或否。", "yes or no.")
	case record.Identifier:
		return t.Scheme.Want().In(w.lang) + w.say("。", ".")
	}
	return ""
}

// titlesOf lists the codes of a list, as many as a note holds.
func (w *Writer[T]) titlesOf(list record.CodeList) string {
	const shown = 12
	var titles []string
	for i, e := range list.Codes {
		if i == shown {
			return strings.Join(titles, w.say("、", ", ")) + w.say(" 等，全部见工作表“"+codesSheet.ZH+"”。", " and more, all in the sheet "+codesSheet.EN+".")
		}
		titles = append(titles, e.Title.In(w.lang))
	}
	return strings.Join(titles, w.say("、", ", ")) + w.say("。", ".")
}
