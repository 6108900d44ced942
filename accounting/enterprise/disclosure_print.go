package enterprise

import (
	"encoding/csv"
	"html"
	"io"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// WriteText writes the notes as text, a numbered part an item; amounts are in yuan.
func (d Disclosure) WriteText(w io.Writer, l rule.Language) error {
	var b strings.Builder
	b.WriteString(d.title(l) + "\n")
	for i, s := range d.sections(l) {
		b.WriteString("\n" + number(i, l) + s.title + "\n")
		for _, p := range s.said {
			b.WriteString("  " + p + "\n")
		}
		for _, t := range s.sheets {
			t.text(&b)
		}
		if len(s.said)+len(s.sheets) == 0 {
			b.WriteString("  " + none(l) + "\n")
		}
	}
	return writeText(w, b.String())
}

// WriteHTML writes the notes as a section of HTML that can be pasted into a report
// or a page; every text is escaped.
func (d Disclosure) WriteHTML(w io.Writer, l rule.Language) error {
	var b strings.Builder
	b.WriteString("<section class=\"data-resources\">\n<h2>" + html.EscapeString(d.title(l)) + "</h2>\n")
	for i, s := range d.sections(l) {
		b.WriteString("<h3>" + html.EscapeString(number(i, l)+s.title) + "</h3>\n")
		for _, p := range s.said {
			b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
		}
		for _, t := range s.sheets {
			t.html(&b)
		}
		if len(s.said)+len(s.sheets) == 0 {
			b.WriteString("<p>" + html.EscapeString(none(l)) + "</p>\n")
		}
	}
	b.WriteString("</section>\n")
	return writeText(w, b.String())
}

// WriteCSV writes the notes as one sheet in UTF-8 with a byte order mark: each part
// under its title, its tables with their headings, an empty row between parts.
// Amounts have no commas; a text that a spreadsheet would take for a formula gets
// a TAB before it.
func (d Disclosure) WriteCSV(w io.Writer, l rule.Language) error {
	if err := writeText(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	line := func(s string) error { return out.Write([]string{safe(s)}) }
	if err := line(d.title(l)); err != nil {
		return err
	}
	for i, s := range d.sections(l) {
		for _, p := range append([]string{"", number(i, l) + s.title}, s.said...) {
			if err := line(p); err != nil {
				return err
			}
		}
		for _, t := range s.sheets {
			if err := line(t.title); err != nil {
				return err
			}
			if err := t.csv(out); err != nil {
				return err
			}
		}
		if len(s.said)+len(s.sheets) == 0 {
			if err := line(none(l)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func (d Disclosure) title(l rule.Language) string {
	span := text("数据资源 "+d.From.String()+" 至 "+d.To.String(), "Data resources, "+d.From.String()+" to "+d.To.String())
	return span.In(l) + inYuan(l)
}

func none(l rule.Language) string { return text("本期无此事项。", "None in this period.").In(l) }

// number is the heading of a part: 一、 to 十九、, or 1. and so on.
func number(i int, l rule.Language) string {
	if l != rule.Chinese {
		return itoa(i+1) + ". "
	}
	ones := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	n := i + 1
	if n < 10 {
		return ones[n] + "、"
	}
	return "十" + ones[n-10] + "、"
}
