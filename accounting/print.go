package accounting

import (
	"io"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
	"golang.org/x/text/width"
)

// Print writes the vouchers of a posting as an accountant reads them: number,
// date and summary, then 科目编码 科目名称 借 贷 with the financial book on the left and
// the budgetary on the right, then the basis, how sure it is, the judgement and
// the approval. Where one book has no voucher the other stands alone. A posting
// without vouchers prints the terms that it changes.
func Print(w io.Writer, p Posting, l rule.Language) error {
	var books [2][]*Entry
	for i := range p.Vouchers {
		e := &p.Vouchers[i].entry
		side := 0
		if e.Book == Budgetary {
			side = 1
		}
		books[side] = append(books[side], e)
	}
	left, right := newSheet(books[0], l), newSheet(books[1], l)
	var b strings.Builder
	if len(p.Vouchers) == 0 {
		_, err := io.WriteString(w, termsText(p, l))
		return err
	}
	for i := range max(len(left.rows), len(right.rows)) {
		line := left.row(i)
		if len(right.rows) > 0 {
			if len(left.rows) > 0 {
				line += " │ "
			}
			line += right.row(i)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	foot(&b, p, l)
	_, err := io.WriteString(w, b.String())
	return err
}

// termsText is what a posting without vouchers changes, a line an asset.
func termsText(p Posting, l rule.Language) string {
	var b strings.Builder
	for _, t := range p.Terms {
		how := text("不摊销", "not amortised")
		switch from := t.Terms.From.String(); {
		case t.Terms.Months > 0:
			n := strconv.Itoa(t.Terms.Months)
			how = text("自 "+from+" 起 "+n+" 个月", n+" months from "+from)
		case t.Terms.Units > 0:
			n := strconv.FormatInt(t.Terms.Units, 10)
			how = text("自 "+from+" 起 "+n+" 个工作量单位", n+" units from "+from)
		}
		b.WriteString(p.booked().String() + text("  无分录。", "  no entry. ").In(l) + t.Asset + text("：", ": ").In(l) + how.In(l) + "\n")
	}
	return b.String()
}

// foot writes what the vouchers rest on, each thing once.
func foot(b *strings.Builder, p Posting, l rule.Language) {
	var basis []rule.Clause
	var evidence []string
	var judgements []rule.Text
	var approval Approval
	for i := range p.Vouchers {
		e := &p.Vouchers[i].entry
		basis = appendNew(basis, e.Basis)
		if e.Evidence != 0 {
			evidence = appendUnique(evidence, e.Evidence.Title().In(l))
		}
		if !e.Judgement.IsZero() {
			judgements = appendUnique(judgements, e.Judgement)
		}
		if e.Approval != (Approval{}) {
			approval = e.Approval
		}
	}
	say := func(zh, en string) string { return text(zh, en).In(l) }
	names := make([]string, len(basis))
	for i, c := range basis {
		names[i] = c.String()
	}
	b.WriteString(say("依据：", "basis: ") + strings.Join(names, say("；", "; ")))
	b.WriteString(say("（", " (") + strings.Join(evidence, say("、", ", ")) + say("）", ")") + "\n")
	for _, j := range judgements {
		b.WriteString(say("判断：", "judgement: ") + j.In(l) + "\n")
	}
	if approval != (Approval{}) {
		b.WriteString(say("批准：", "approved: ") + approval.Body + " " + approval.On.String() + " " + approval.Number + "\n")
	}
}

func appendUnique[T comparable](to []T, v T) []T {
	for _, t := range to {
		if t == v {
			return to
		}
	}
	return append(to, v)
}

// sheet is the vouchers of one book as rows of cells: code, name, debit, credit.
type sheet struct {
	rows   [][]string
	widths [4]int
}

func newSheet(entries []*Entry, l rule.Language) *sheet {
	s := &sheet{}
	if len(entries) == 0 {
		return s
	}
	s.rows = append(s.rows, []string{entries[0].Book.Title().In(l)})
	heads := []rule.Text{text("科目编码", "code"), text("科目名称", "account"), text("借", "debit"), text("贷", "credit")}
	for _, e := range entries {
		head := e.word() + "  " + e.Date.String() + "  " + e.Summary
		if e.Attachments > 0 {
			head += text("  附件 ", "  documents ").In(l) + strconv.Itoa(e.Attachments)
		}
		if e.red() {
			head += text("  红字", "  red").In(l)
		}
		s.rows = append(s.rows, []string{head})
		cells := make([]string, len(heads))
		for i, h := range heads {
			cells[i] = h.In(l)
		}
		s.rows = append(s.rows, cells)
		for i := range e.Lines {
			s.rows = append(s.rows, lineCells(&e.Lines[i]))
		}
	}
	for _, row := range s.rows {
		if len(row) < 4 {
			continue
		}
		for i, cell := range row {
			s.widths[i] = max(s.widths[i], displayWidth(cell))
		}
	}
	s.widths[1] = max(s.widths[1], s.headings()-s.widths[0]-s.widths[2]-s.widths[3]-6)
	return s
}

func lineCells(l *Line) []string {
	name := l.Name
	if l.Detail != "" {
		name += under + l.Detail
	}
	cells := []string{l.Account, name, l.Amount.String(), ""}
	if l.Side == Credit {
		cells[2], cells[3] = cells[3], cells[2]
	}
	return cells
}

// headings is the width of the widest line without cells.
func (s *sheet) headings() int {
	n := 0
	for _, row := range s.rows {
		if len(row) == 1 {
			n = max(n, displayWidth(row[0]))
		}
	}
	return n
}

// row prints one row to the width of the sheet, blank beyond the last.
func (s *sheet) row(i int) string {
	total := s.widths[0] + s.widths[1] + s.widths[2] + s.widths[3] + 6
	switch {
	case len(s.rows) == 0:
		return ""
	case i >= len(s.rows):
		return strings.Repeat(" ", total)
	case len(s.rows[i]) == 1:
		return padRight(s.rows[i][0], total)
	}
	r := s.rows[i]
	return padRight(r[0], s.widths[0]) + "  " + padRight(r[1], s.widths[1]) + "  " +
		padLeft(r[2], s.widths[2]) + "  " + padLeft(r[3], s.widths[3])
}

// displayWidth is how wide a text is on a terminal: Chinese characters take two.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

func padRight(s string, n int) string { return s + strings.Repeat(" ", max(0, n-displayWidth(s))) }

func padLeft(s string, n int) string { return strings.Repeat(" ", max(0, n-displayWidth(s))) + s }
