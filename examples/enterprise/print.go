package main

import (
	"io"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"golang.org/x/text/width"
)

func (r report) say(zh, en string) string { return text(zh, en).In(r.lang) }

func (r report) title() string {
	return r.name + r.say("　数据资源入账与披露　", "  booking and disclosure of data resources  ") + r.from.String() + r.say(" 至 ", " to ") + r.at.String()
}

// postings is the vouchers of the period; those of earlier years stand in the
// opening lines.
func (r report) postings() (all []accounting.Posting) {
	for p := range r.journal.Postings() {
		on := p.On
		if !p.Booked.IsZero() {
			on = p.Booked
		}
		if !on.Before(r.from) && !on.After(r.at) {
			all = append(all, p)
		}
	}
	return all
}

// print writes the report as text.
func (r report) print(w io.Writer) error {
	var b strings.Builder
	bar := strings.Repeat("═", 78)
	b.WriteString(bar + "\n" + r.title() + "\n" + bar + "\n\n── " + r.say("记账凭证", "vouchers") + " ──\n")
	for _, p := range r.postings() {
		if err := accounting.Print(&b, p, r.lang); err != nil {
			return err
		}
		b.WriteString("\n")
	}
	b.WriteString("── " + r.say("科目余额表", "trial balance") + " ──\n")
	for _, row := range r.trial() {
		line := pad(row[0], 32)
		for _, n := range row[1:] {
			line += left(n, 16)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	b.WriteString("\n── " + r.say("研发项目", "projects of research and development") + " ──\n")
	for _, s := range r.conditions() {
		b.WriteString(s + "\n")
	}
	for _, row := range r.costTable() {
		b.WriteString(pad(row[0], 12) + pad(row[1], 10) + left(row[2], 14) + left(row[3], 14) + "\n")
	}
	b.WriteString("\n── " + r.say("附注", "notes") + " ──\n")
	if err := r.notes.WriteText(&b, r.lang); err != nil {
		return err
	}
	b.WriteString("\n── " + r.say("发现的问题", "findings") + " ──\n")
	for _, f := range r.found.Findings {
		b.WriteString(f.In(r.lang) + "\n")
	}
	if len(r.found.Findings) == 0 {
		b.WriteString(r.say("（无）", "(none)") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// trial is the rows of the trial balance of the period: what an account stood at
// before it, what moved, and what it stands at; both sides sum to the same.
func (r report) trial() [][]string {
	rows := [][]string{{
		r.say("科目", "account"), r.say("期初借方", "opening, debit"), r.say("期初贷方", "opening, credit"), r.say("本期借方", "debits"), r.say("本期贷方", "credits"),
		r.say("期末借方", "closing, debit"), r.say("期末贷方", "closing, credit"),
	}}
	before := map[string]accounting.Balance{}
	for _, x := range r.opening {
		before[x.Account.Code] = x
	}
	var total [6]int64
	for _, x := range r.balances {
		o := before[x.Account.Code]
		opening, closing := o.Debits.Fen()-o.Credits.Fen(), x.Debits.Fen()-x.Credits.Fen()
		row := [6]int64{max(opening, 0), max(-opening, 0), x.Debits.Fen() - o.Debits.Fen(), x.Credits.Fen() - o.Credits.Fen(), max(closing, 0), max(-closing, 0)}
		if row == [6]int64{} {
			continue
		}
		rows = append(rows, numbers(x.Account.Code+" "+x.Account.Name.In(r.lang), row))
		for i, n := range row {
			total[i] += n
		}
	}
	return append(rows, numbers(r.say("合计", "total"), total))
}

// numbers is a row of amounts in fen; nothing is left empty.
func numbers(name string, fen [6]int64) []string {
	row := []string{name}
	for _, n := range fen {
		s := ""
		if n != 0 {
			s = yuan(n)
		}
		row = append(row, s)
	}
	return row
}

// conditions is the memoranda: each condition with the day it was met and its
// document, and the day from which expenditure is capitalised.
func (r report) conditions() (all []string) {
	for _, m := range r.memos {
		all = append(all, m.Project+r.say("　资本化五条件", "  the five conditions"))
		for i, c := range enterprise.Conditions() {
			p := m.Proofs[i]
			all = append(all, "  "+pad(p.On.String(), 12)+c.Title.In(r.lang)+r.say("：", ": ")+p.Document)
		}
		last := r.say("  尚未同时满足，支出费用化", "  not all met yet: expenditure is expensed")
		if since, ok := m.Since(); ok {
			last = r.say("  同时满足之日 ", "  all met on ") + since.String() + r.say("，自该日起资本化", ", capitalised from that day on")
		}
		if !m.Ready.IsZero() {
			last += r.say("；达到预定用途 ", "; ready for its intended use on ") + m.Ready.String()
		}
		all = append(all, last)
	}
	return all
}

// costTable is the costs by project and month.
func (r report) costTable() [][]string {
	if len(r.costs) == 0 {
		return nil
	}
	rows := [][]string{{r.say("项目", "project"), r.say("月份", "month"), r.say("费用化", "expensed"), r.say("资本化", "capitalised")}}
	for _, c := range r.costs {
		project := c.Project
		if project == "" {
			project = r.say("未分摊", "shared")
		}
		rows = append(rows, []string{project, c.Month.String(), c.Expensed.String(), c.Capitalised.String()})
	}
	return rows
}

func yuan(fen int64) string {
	a, err := money.Fen(fen)
	if err != nil {
		return "…"
	}
	return a.String()
}

// plain is the report for other programs.
func (r report) plain() any {
	type line struct {
		Label string            `json:"label"`
		Cells map[string]string `json:"cells,omitempty"`
	}
	type account struct {
		Code    string       `json:"code"`
		Name    string       `json:"name"`
		Debits  money.Amount `json:"debits"`
		Credits money.Amount `json:"credits"`
		Net     money.Amount `json:"net"`
	}
	out := struct {
		Name         string               `json:"name"`
		From         calendar.Date        `json:"from"`
		To           calendar.Date        `json:"to"`
		Postings     []accounting.Posting `json:"postings"`
		TrialBalance []account            `json:"trialBalance"`
		Lines        map[string]string    `json:"balanceSheetLines"`
		Tables       map[string][]line    `json:"tables"`
		Findings     []rule.Finding       `json:"findings"`
	}{Name: r.name, From: r.from, To: r.at, Postings: r.postings(), Lines: map[string]string{}, Tables: map[string][]line{}, Findings: r.found.Findings}
	for _, b := range r.balances {
		out.TrialBalance = append(out.TrialBalance, account{b.Account.Code, b.Account.Name.In(r.lang), b.Debits, b.Credits, b.Net})
	}
	put := func(m map[string]string, key string, a money.Amount) {
		if a.Present() { // an absent line is left out: it is not 0.00
			m[key] = a.String()
		}
	}
	put(out.Lines, "inventory", r.notes.Closing.Inventory)
	put(out.Lines, "intangible", r.notes.Closing.Intangible)
	put(out.Lines, "development", r.notes.Closing.Development)
	lines := func(t enterprise.Table) (all []line) {
		for i, l := range t.Lines {
			x := line{Label: l.Label.In(r.lang), Cells: map[string]string{}}
			for c, key := range []string{"bought", "own", "otherwise", "total"} {
				put(x.Cells, key, t.Cells[i][c])
			}
			all = append(all, x)
		}
		return all
	}
	out.Tables["intangible"], out.Tables["inventory"] = lines(r.notes.Intangible), lines(r.notes.Inventories)
	return out
}

// columns is how wide a text is on a terminal: Chinese characters take two.
func columns(s string) int {
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

func pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-columns(s))) }

func left(s string, n int) string { return strings.Repeat(" ", max(0, n-columns(s))) + s }
