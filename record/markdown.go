package record

import (
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// Markdown writes a page that documents the record field by field in one
// language: key, title, type, when it is required, its clauses and an example,
// then its code lists and the records within it.
func (d Definition) Markdown(l rule.Language) string {
	p := &page{lang: l}
	p.record(d, 1)
	for _, list := range p.lists {
		p.codes(list)
	}
	return p.b.String()
}

type page struct {
	b     strings.Builder
	lang  rule.Language
	lists []CodeList
}

// say picks a language.
func (p *page) say(zh, en string) string { return rule.Text{ZH: zh, EN: en}.In(p.lang) }

func (p *page) line(parts ...string) { p.b.WriteString(strings.Join(parts, "") + "\n") }

func (p *page) record(d Definition, level int) {
	p.line(strings.Repeat("#", level), " ", d.Title.In(p.lang), " `", d.Name, "`")
	p.line()
	if !d.Doc.IsZero() {
		p.line(d.Doc.In(p.lang))
		p.line()
	}
	if len(d.Basis) > 0 {
		p.line(p.say("依据：", "Basis: "), clauses(d.Basis))
		p.line()
	}
	if d.By != "" {
		p.alternatives(d, level)
		return
	}
	p.line("| ", p.say("键", "key"), " | ", p.say("名称", "title"), " | ", p.say("类型", "type"), " | ",
		p.say("必填", "required"), " | ", p.say("依据", "basis"), " | ", p.say("示例", "example"), " | ", p.say("说明", "note"), " |")
	p.line("|---|---|---|---|---|---|---|")
	for _, f := range d.Fields {
		p.field(d, f)
	}
	p.line()
	for _, f := range d.Fields {
		if of, ok := inner(f.Type); ok {
			p.record(of, level+1)
		}
	}
}

func (p *page) alternatives(d Definition, level int) {
	p.line(p.say("由 ", "Chosen by "), "`", d.By, "`", p.say("（", " ("), d.ByTitle.In(p.lang), p.say("）决定：", "):"))
	p.line()
	for _, a := range d.Alternatives {
		p.line("- `", a.Code, "` ", a.Title.In(p.lang))
	}
	p.line()
	for _, a := range d.Alternatives {
		p.record(a.Definition, level+1)
	}
}

func (p *page) field(d Definition, f FieldDefinition) {
	required := ""
	if f.Required.Op != OpNever {
		required = f.Required.Text(d).In(p.lang)
	}
	if f.Absent.Op != OpNever {
		if required != "" {
			required += p.say("；", "; ")
		}
		required += p.say("不得填写：", "absent when ") + f.Absent.Text(d).In(p.lang)
	}
	basis := clauses(f.Basis)
	if basis == "" {
		basis = p.say("实务", "practice")
	}
	note := f.Doc.In(p.lang)
	if !f.Judgement.IsZero() {
		note += p.say("〔判断〕", " [judgement] ") + f.Judgement.In(p.lang)
	}
	cells := []string{
		"`" + f.Key + "`", f.Title.In(p.lang), p.typ(f), required, basis, code(f.Example), note,
	}
	for i := range cells {
		cells[i] = strings.NewReplacer("|", "\\|", "\n", " ").Replace(cells[i])
	}
	p.line("| ", strings.Join(cells, " | "), " |")
}

func code(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}

// typ words a field's type.
func (p *page) typ(f FieldDefinition) string {
	s := p.typeName(f.Type)
	if !f.Unit.IsZero() {
		s += p.say("（", " (") + f.Unit.In(p.lang) + p.say("）", ")")
	}
	return s
}

func (p *page) typeName(t Type) string {
	switch t := t.(type) {
	case Text:
		s := p.say("文字，至多 ", "text, at most ") + strconv.Itoa(t.Max) + p.say(" 字", " characters")
		if t.Shape != AnyText {
			s += p.say("，", ", ") + t.Shape.Want().In(p.lang)
		}
		return s
	case Code:
		return p.list(t.List, p.say("代码：", "code of "))
	case Codes:
		return p.list(t.List, p.say("代码（可多个）：", "codes of "))
	case Date:
		return p.say("日期", "date")
	case Month:
		return p.say("月份", "month")
	case Amount:
		return p.say("金额", "amount")
	case Ratio:
		return p.say("比率", "ratio")
	case Integer:
		least, greatest := t.Bounds()
		return p.say("整数 ", "integer ") + strconv.FormatInt(least, 10) + "…" + strconv.FormatInt(greatest, 10)
	case Boolean:
		return p.say("是/否", "yes/no")
	case Identifier:
		return t.Scheme.Want().In(p.lang)
	case List:
		count := strconv.Itoa(t.Min) + "…" + strconv.Itoa(t.Max) + p.say(" 项：", " × ")
		if t.Element != nil {
			return count + p.typeName(t.Element)
		}
		return count + "`" + t.Of.Name + "`"
	case Nested:
		return "`" + t.Of.Name + "`"
	case Chosen:
		return "`" + t.Of.Name + "`"
	}
	return ""
}

func (p *page) list(l CodeList, before string) string {
	known := false
	for _, o := range p.lists {
		known = known || o.Name == l.Name
	}
	if !known {
		p.lists = append(p.lists, l)
	}
	return before + l.Title.In(p.lang)
}

func (p *page) codes(l CodeList) {
	p.line("## ", l.Title.In(p.lang), " `", l.Name, "`")
	p.line()
	if len(l.Basis) > 0 {
		sure := ""
		if l.Evidence != 0 {
			sure = p.say("〔", " [") + l.Evidence.Title().In(p.lang) + p.say("〕", "]")
		}
		p.line(p.say("依据：", "Basis: "), clauses(l.Basis), sure)
		p.line()
	}
	if !l.Judgement.IsZero() {
		p.line(p.say("判断：", "Judgement: "), l.Judgement.In(p.lang))
		p.line()
	}
	p.line("| ", p.say("代码", "code"), " | ", p.say("名称", "title"), " | ", p.say("有效期", "in force"), " |")
	p.line("|---|---|---|")
	for _, c := range l.Codes {
		period := ""
		if c.Effective != (rule.Period{}) {
			period = c.Effective.String()
		}
		p.line("| `", c.Code, "` | ", c.Title.In(p.lang), " | ", period, " |")
	}
	p.line()
}

// inner is the record within a type.
func inner(t Type) (Definition, bool) {
	switch t := t.(type) {
	case Nested:
		return t.Of, true
	case Chosen:
		return t.Of, true
	case List:
		return t.Of, t.Element == nil
	}
	return Definition{}, false
}

func clauses(basis []rule.Clause) string {
	parts := make([]string, len(basis))
	for i, c := range basis {
		parts[i] = c.String()
	}
	return strings.Join(parts, "; ")
}
