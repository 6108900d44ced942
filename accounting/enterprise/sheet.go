package enterprise

import (
	"encoding/csv"
	"html"
	"io"
	"strings"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// cell is one cell of a sheet: a text, or an amount, which may be absent.
type cell struct {
	text   string
	amount money.Amount
	right  bool // numbers stand on the right
}

func word(s string) cell         { return cell{text: s} }
func sum(a money.Amount) cell    { return cell{amount: a, right: true} }
func count(n int) cell           { return cell{text: itoa(n), right: true} }
func (c cell) report() string    { return c.text + grouped(c.amount) }
func (c cell) plain() string     { return c.text + c.amount.String() }
func words(all ...string) []cell { return cells(all, word) }

func cells[T any](all []T, of func(T) cell) []cell {
	row := make([]cell, len(all))
	for i, x := range all {
		row[i] = of(x)
	}
	return row
}

// sheet is a table as it is printed: the first row has the headings.
type sheet struct {
	title string
	rows  [][]cell
}

// section is one part of the notes: sentences, and sheets.
type section struct {
	items  []rule.ID // the items of [DisclosureItems] that it tells
	title  string
	said   []string
	sheets []sheet
}

// text writes the sheet in columns.
func (s sheet) text(b *strings.Builder) {
	widths := make([]int, len(s.rows[0]))
	for _, row := range s.rows {
		for i, c := range row {
			widths[i] = max(widths[i], columns(c.report()))
		}
	}
	b.WriteString(s.title + "\n")
	for n, row := range s.rows {
		var line strings.Builder
		for i, c := range row {
			gap := strings.Repeat(" ", widths[i]-columns(c.report()))
			if i > 0 {
				line.WriteString("  ")
			}
			if c.right || n == 0 && s.numeric(i) {
				line.WriteString(gap + c.report())
			} else {
				line.WriteString(c.report() + gap)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// numeric reports whether a column holds numbers, so that its heading stands over
// them.
func (s sheet) numeric(column int) bool { return len(s.rows) > 1 && s.rows[1][column].right }

func (s sheet) html(b *strings.Builder) {
	b.WriteString("<table>\n<caption>" + html.EscapeString(s.title) + "</caption>\n")
	for n, row := range s.rows {
		tag := "td"
		if n == 0 {
			tag = "th"
		}
		b.WriteString("<tr>")
		for _, c := range row {
			align := ""
			if c.right {
				align = ` style="text-align:right"`
			}
			b.WriteString("<" + tag + align + ">" + html.EscapeString(c.report()) + "</" + tag + ">")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
}

// csv writes the rows, amounts without commas.
func (s sheet) csv(w *csv.Writer) error {
	for _, row := range s.rows {
		fields := make([]string, len(row))
		for i, c := range row {
			fields[i] = c.plain()
			if c.amount == (money.Amount{}) {
				fields[i] = safe(fields[i])
			}
		}
		if err := w.Write(fields); err != nil {
			return err
		}
	}
	return nil
}

// safe puts a TAB before a text that a spreadsheet would take for a formula.
func safe(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return "\t" + s
	}
	return s
}

func writeText(w io.Writer, s string) error {
	_, err := io.WriteString(w, s)
	return err
}

// orZero is 0.00 for what is absent, in a sentence that names it.
func orZero(a money.Amount) money.Amount { return fen(a.Fen()) }
