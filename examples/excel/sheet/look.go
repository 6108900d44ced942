package sheet

import (
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"
)

const (
	fontName          = "微软雅黑"
	requiredColour    = "9C2A2A"
	conditionalColour = "B8691B"
)

// need is when a column is to be filled in.
type need uint8

const (
	optional need = iota
	conditional
	required
	needs
)

func needOf(f record.FieldDefinition) need {
	switch f.Required.Op {
	case record.OpNever:
		return optional
	case record.OpAlways:
		return required
	}
	return conditional
}

// styles is the numbers of the workbook's styles.
type styles struct {
	title, legend         int
	groups                []int
	headings              [needs]int
	cells, samples, wrong [kinds]int
	plain, bold           int // of the sheet that explains the codes
}

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	var failed error
	add := func(st excelize.Style) int {
		id, err := f.NewStyle(&st)
		if err != nil && failed == nil {
			failed = err
		}
		return id
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	edge := func(colour string) []excelize.Border {
		var all []excelize.Border
		for _, side := range []string{"left", "right", "top", "bottom"} {
			all = append(all, excelize.Border{Type: side, Color: colour, Style: 1})
		}
		return all
	}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	s.title = add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 18, Family: fontName, Color: "1F3A5F"}, Alignment: &excelize.Alignment{Vertical: "center"}})
	s.legend = add(excelize.Style{Font: &excelize.Font{Size: 10, Family: fontName}, Alignment: &excelize.Alignment{Vertical: "center"}})
	for _, colour := range []string{"1F3A5F", "3D6B8E"} {
		s.groups = append(s.groups, add(excelize.Style{
			Font: &excelize.Font{Bold: true, Size: 11, Family: fontName, Color: "FFFFFF"}, Fill: fill(colour), Border: edge("FFFFFF"),
			Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "center"}, // a group is wider than a screen
		}))
	}
	for n, colour := range map[need]string{required: requiredColour, conditional: conditionalColour, optional: "6B7280"} {
		s.headings[n] = add(excelize.Style{
			Font: &excelize.Font{Bold: true, Size: 10, Family: fontName, Color: "FFFFFF"}, Fill: fill(colour), Border: edge("FFFFFF"), Alignment: middle,
		})
	}
	for k := range kinds {
		format := formats[k]
		align := &excelize.Alignment{Vertical: "top", WrapText: k == textCell}
		font := excelize.Font{Size: 10, Family: fontName}
		grey := font
		grey.Italic, grey.Color = true, "7A7A7A"
		s.cells[k] = add(excelize.Style{Font: &font, CustomNumFmt: &format, Alignment: align, Border: edge("D9DEE4")})
		s.samples[k] = add(excelize.Style{Font: &grey, CustomNumFmt: &format, Alignment: align, Border: edge("D9DEE4"), Fill: fill("F5F6F8")})
		s.wrong[k] = add(excelize.Style{Font: &font, CustomNumFmt: &format, Alignment: align, Border: edge("C0392B"), Fill: fill("FADBD8")})
	}
	text := formats[textCell]
	s.plain = add(excelize.Style{Font: &excelize.Font{Size: 10, Family: fontName}, CustomNumFmt: &text, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}, Border: edge("D9DEE4")})
	s.bold = add(excelize.Style{Font: &excelize.Font{Bold: true, Size: 10, Family: fontName, Color: "FFFFFF"}, Fill: fill("1F3A5F"), Border: edge("FFFFFF"), Alignment: middle})
	return s, failed
}

// displayWidth is the width of a text in columns of Latin letters: Chinese
// characters take two.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			n += 2
		default:
			n++
		}
	}
	return n
}

// width is a column's, in columns of Latin letters.
func (c column) width(l rule.Language) float64 {
	const least, greatest = 11, 34
	content := 0
	switch t := c.field.Type.(type) {
	case record.Text:
		if content = 14; t.Max > 100 {
			content = greatest
		} else if t.Max > 40 {
			content = 20
		}
	case record.Code:
		content = widest(t.List, l) + 4 // the arrow
	case record.Codes:
		content = widest(t.List, l) + 10
	case record.Date:
		content = 12
	case record.Amount, record.Integer:
		content = 16
	case record.Identifier:
		content = 22
	case record.List:
		content = 16
	}
	heading := displayWidth(c.field.Title.In(l))
	if heading > 16 {
		heading = heading/2 + 2 // in two lines
	}
	return float64(max(least, min(greatest, max(content, heading+3))))
}

func widest(list record.CodeList, l rule.Language) int {
	n := 0
	for _, e := range list.Codes {
		n = max(n, displayWidth(e.Title.In(l)))
	}
	return n
}

// layRow gives the row its height: that of the text with most lines.
func (w *Writer[T]) layRow(texts []string) error {
	const line, most = 15.0, 8
	lines := 1
	for _, c := range w.columns {
		n := 0
		for part := range strings.SplitSeq(texts[c.place], "\n") {
			n += 1 + displayWidth(part)/int(c.width(w.lang)-1)
		}
		lines = max(lines, n)
	}
	return w.file.SetRowHeight(w.sheet, w.row, line*float64(min(lines, most))+3)
}

// comment is a note at a cell.
func (w *Writer[T]) comment(name, s string, wide, high uint) excelize.Comment {
	return excelize.Comment{
		Cell: name, Author: "dataasset", Width: wide, Height: high,
		Paragraph: []excelize.RichTextRun{{Text: s, Font: &excelize.Font{Size: 9, Family: fontName}}},
	}
}
