package enterprise

import (
	"encoding/csv"
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

// sheet is the table as it is printed.
func (t Table) sheet(l rule.Language) sheet {
	s := sheet{title: t.Title.In(l)}
	head := words(text("项目", "Item").In(l))
	for _, c := range t.Columns {
		head = append(head, word(c.In(l)))
	}
	s.rows = append(s.rows, head)
	for i, line := range t.Lines {
		s.rows = append(s.rows, append(words(line.Label.In(l)), cells(t.Cells[i][:], sum)...))
	}
	return s
}

// WriteText writes the table as an annual report prints it, in columns; amounts
// are in yuan.
func (t Table) WriteText(w io.Writer, l rule.Language) error {
	var b strings.Builder
	s := t.sheet(l)
	s.title += inYuan(l)
	s.text(&b)
	return writeText(w, b.String())
}

func inYuan(l rule.Language) string { return text("（单位：元）", " (yuan)").In(l) }

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
	if err := t.sheet(l).csv(out); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// WriteHTML writes the table as an HTML table that can be pasted into a report.
func (t Table) WriteHTML(w io.Writer, l rule.Language) error {
	var b strings.Builder
	t.sheet(l).html(&b)
	return writeText(w, b.String())
}
