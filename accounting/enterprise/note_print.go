package enterprise

import (
	"encoding/csv"
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

func itoa(n int) string { return strconv.Itoa(n) }

// grouped prints an amount as reports do, with commas: 1,738,500.00; what is
// absent is empty.
func grouped(a money.Amount) string {
	s := a.String()
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, places, ok := strings.Cut(s, ".")
	if !ok {
		return s
	}
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	return sign + b.String() + "." + places
}

// rows is the lines of the table with its heading.
func (t Table) rows(l rule.Language, amount func(money.Amount) string) [][]string {
	head := []string{text("项目", "Item").In(l)}
	for _, c := range t.Columns {
		head = append(head, c.In(l))
	}
	all := [][]string{head}
	for i, line := range t.Lines {
		row := []string{line.Label.In(l)}
		for _, a := range t.Cells[i] {
			row = append(row, amount(a))
		}
		all = append(all, row)
	}
	return all
}

// WriteText writes the table as an annual report prints it, in columns; amounts
// are in yuan.
func (t Table) WriteText(w io.Writer, l rule.Language) error {
	rows := t.rows(l, grouped)
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], columns(cell))
		}
	}
	var b strings.Builder
	b.WriteString(t.Title.In(l) + text("（单位：元）", " (yuan)").In(l) + "\n")
	for _, row := range rows {
		line := row[0] + strings.Repeat(" ", widths[0]-columns(row[0]))
		for i, cell := range row[1:] {
			line += "  " + strings.Repeat(" ", widths[i+1]-columns(cell)) + cell
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// columns is how wide a text prints: a Chinese character is two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2E80 {
			n++
		}
	}
	return n
}

// WriteCSV writes the table as CSV, amounts without commas.
func (t Table) WriteCSV(w io.Writer, l rule.Language) error {
	out := csv.NewWriter(w)
	if err := out.WriteAll(t.rows(l, money.Amount.String)); err != nil {
		return err
	}
	return out.Error()
}

// WriteHTML writes the table as an HTML table that can be pasted into a report.
func (t Table) WriteHTML(w io.Writer, l rule.Language) error {
	var b strings.Builder
	b.WriteString("<table>\n<caption>" + html.EscapeString(t.Title.In(l)) + "</caption>\n")
	for i, row := range t.rows(l, grouped) {
		tag := "td"
		if i == 0 {
			tag = "th"
		}
		b.WriteString("<tr>")
		for k, cell := range row {
			align := ""
			if i > 0 && k > 0 {
				align = ` style="text-align:right"`
			}
			b.WriteString("<" + tag + align + ">" + html.EscapeString(cell) + "</" + tag + ">")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	_, err := io.WriteString(w, b.String())
	return err
}
