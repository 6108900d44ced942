package main

import (
	"bytes"
	_ "embed"
	htmltemplate "html/template"
	"os"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

// pageText needs nothing from elsewhere: no script, no font, no picture. It is
// well-formed XML too, so that a program can read it.
//
//go:embed page.tmpl
var pageText string

// writePage writes all units as one page to a file.
func writePage(o options, results []pilot.Result, notYet [][]rule.Text) error {
	t, err := htmltemplate.New("page").Parse(pageText)
	if err != nil {
		return err
	}
	v, err := newView(o, results, notYet)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return err
	}
	return os.WriteFile(o.html, b.Bytes(), 0o644)
}

// view is the page in one language; the template only places what is here.
type view struct {
	Lang     string // as HTML names it
	Title    string
	At       string
	Together *togetherView // of several units
	Units    []unitView
	words
}

// words are the headings.
type words struct {
	All, Totals, Timeline, Obligations, Resources, Ledger, Registrations, Authorisations, Vouchers, Balances, Account, Findings, NotYet, None string
}

type togetherView struct {
	Table table
	Notes []string
}

// table is rows under a heading. The columns named in Right are numbers.
type table struct {
	Head  []string
	Rows  [][]string
	Right map[int]bool
	Sum   bool // the last row adds up the others
}

func newTable(rows [][]string, right ...int) table {
	t := table{Head: rows[0], Rows: rows[1:], Right: map[int]bool{}}
	for _, i := range right {
		t.Right[i] = true
	}
	return t
}

// IsSum reports whether a row adds up the others.
func (t table) IsSum(i int) bool { return t.Sum && i == len(t.Rows)-1 }

type unitView struct {
	Anchor, Name, Role, Entity string
	Totals                     []string
	Timeline                   drawing
	Obligations                []obligationView
	ObligationHead             []string
	Resources                  table
	Reasons                    []string
	Ledger, Registrations      table
	Authorisations             table
	Books                      []string // whose vouchers stand side by side
	Postings                   []postingView
	Balances, Account          table
	Findings                   []findingsView
	NotYet                     []string
}

// obligationView is an obligation in words; Shape and Status draw its mark.
type obligationView struct {
	Shape, Status                       string
	Due, National, What, To, How, Basis string
}

// postingView is an event with its vouchers, book by book.
type postingView struct {
	On, Summary string
	Books       [][]voucherView
	Grounds     []string
}

type voucherView struct {
	Filed string
	Lines []lineView
}

type lineView struct{ Account, Debit, Credit string }

// findingsView is the findings of one severity.
type findingsView struct {
	Severity, Title string
	All             []findingView
}

type findingView struct {
	Rule, Where, Says, Basis string
}

func newView(o options, results []pilot.Result, notYet [][]rule.Text) (view, error) {
	p := printer{lang: o.lang}
	v := view{Lang: "zh-CN", Title: p.say("数据资产试点审查", "Review of data asset pilot units"), At: o.at.String(), words: p.words()}
	if o.lang == rule.English {
		v.Lang = "en"
	}
	if len(results) > 1 {
		c, err := pilot.Consolidate(results)
		if err != nil {
			return view{}, err
		}
		t := newTable(p.togetherRows(c), 1, 2, 3, 4, 5, 6, 7)
		t.Sum = true
		v.Together = &togetherView{t, p.togetherNotes(c, results)}
	}
	for i, r := range results {
		u := p.unitView(r)
		u.Anchor = "u" + number(i+1)
		for _, t := range notYet[i] {
			u.NotYet = append(u.NotYet, t.In(p.lang))
		}
		v.Units = append(v.Units, u)
	}
	return v, nil
}

func (p *printer) words() words {
	return words{
		All: p.say("汇总", "All units"), Totals: p.say("合计", "Totals"), Timeline: p.say("义务时间轴", "Timeline of obligations"), Obligations: p.say("义务", "Obligations"),
		Resources: p.say("数据资源与确认", "Data resources and recognition"), Ledger: p.say("台账", "Ledger"), Registrations: p.say("登记", "Registrations"), Authorisations: p.say("授权与处置", "Authorisations and disposals"),
		Vouchers: p.say("凭证", "Vouchers"), Balances: p.say("余额", "Balances"), Account: p.say("收入四栏账", "Revenue account"), Findings: p.say("发现的问题", "Findings"),
		NotYet: p.say("本版尚未处理", "Not covered by this version"), None: p.say("（无）", "(none)"),
	}
}

func (p *printer) unitView(r pilot.Result) unitView {
	u := unitView{
		Name: r.Holder.Name, Role: r.Holder.Role.Title().In(p.lang), Entity: r.Holder.Entity.Title().In(p.lang),
		Totals: p.totalLines(r), Timeline: p.draw(r),
		ObligationHead: []string{"", p.say("到期日", "due"), p.say("义务", "obligation"), p.say("报送", "to"), p.say("状态", "status"), p.say("依据", "basis")},
		Resources:      newTable(p.resourceRows(r)), Reasons: p.reasons(r.Assessments),
		Ledger: newTable(p.ledgerRows(r), 4), Registrations: newTable(p.registrationRows(r)), Authorisations: newTable(p.authorisationRows(r)),
		Balances: p.balances(r), Findings: p.findingsView(r),
	}
	if len(r.Account.Rows) > 0 {
		u.Account = newTable(p.accountRows(r), 2, 3, 4, 5, 6)
		u.Account.Sum = true
	}
	for _, o := range r.Obligations {
		u.Obligations = append(u.Obligations, p.obligationView(o))
	}
	books := booksOf(r)
	for _, b := range books {
		u.Books = append(u.Books, b.Title().In(p.lang)+p.say("（借方、贷方）", " (debit, credit)"))
	}
	first := map[string]string{}
	for _, x := range r.Postings {
		u.Postings = append(u.Postings, p.postingView(x, books, first))
	}
	return u
}

// obligationView is the line that the terminal prints, in columns.
func (p *printer) obligationView(o pilot.Obligation) obligationView {
	v := obligationView{
		Shape: marks[markOf(o.Standing)].shape, Status: string(o.Standing), Due: o.DueBy().In(p.lang), What: o.Title().In(p.lang),
		To: o.Addressees().In(p.lang), How: o.StandingText().In(p.lang), Basis: clauses(o.Duty.Basis),
	}
	if o.Advice {
		v.What = p.say("〔建议〕", "[advice] ") + v.What
	}
	if n := o.National.Date; !n.IsZero() && n != o.Due.Date {
		v.National = p.say("全国日历：", "by the national calendar: ") + n.String()
	}
	return v
}

// booksOf is the books that the unit keeps.
func booksOf(r pilot.Result) []accounting.Book {
	for _, x := range r.Postings {
		for _, v := range x.Vouchers {
			if v.Entry().Book == accounting.Budgetary {
				return []accounting.Book{accounting.Financial, accounting.Budgetary}
			}
		}
	}
	return []accounting.Book{accounting.Financial}
}

func (p *printer) postingView(x accounting.Posting, books []accounting.Book, first map[string]string) postingView {
	v := postingView{On: x.On.String(), Books: make([][]voucherView, len(books))}
	var said []string // what the event need not say again
	for _, voucher := range x.Vouchers {
		e := voucher.Entry()
		filed := e.Date.String() + " " + e.Book.Title().In(p.lang) + " " + e.Filed()
		if v.Summary == "" {
			v.Summary = p.summary(x.Kind, e.Summary)
		}
		grounds := p.grounds(first, filed, x.Kind, e)
		if e.Approval.Number != "" {
			grounds = append(grounds, p.say("批准：", "approved: ")+e.Approval.Body+" "+e.Approval.Number+" "+e.Approval.On.String())
		}
		said = append(said, p.asBefore(filed))
		for _, s := range grounds {
			if !slices.Contains(said, s) {
				v.Grounds = append(v.Grounds, s)
				said = append(said, s)
			}
		}
		w := voucherView{Filed: e.Date.String() + " " + e.Filed()}
		for _, l := range e.Lines {
			line := lineView{Account: accountOf(l), Debit: l.Amount.String()}
			if l.Side == accounting.Credit {
				line.Debit, line.Credit = "", line.Debit
			}
			w.Lines = append(w.Lines, line)
		}
		for i, b := range books {
			if b == e.Book {
				v.Books[i] = append(v.Books[i], w)
			}
		}
	}
	return v
}

func (p *printer) balances(r pilot.Result) table {
	rows := [][]string{{p.say("账", "book"), p.say("科目", "account"), p.say("借方累计", "debits"), p.say("贷方累计", "credits"), p.say("余额", "balance")}}
	for _, b := range r.Balances {
		rows = append(rows, []string{b.Account.Book.Title().In(p.lang), b.Account.Code + " " + b.Account.Name.In(p.lang), b.Debits.String(), b.Credits.String(), b.Net.String()})
	}
	return newTable(rows, 2, 3, 4)
}

func (p *printer) findingsView(r pilot.Result) (all []findingsView) {
	for _, f := range bySeverity(r) {
		if n := len(all); n == 0 || all[n-1].Severity != f.Severity.String() {
			all = append(all, findingsView{Severity: f.Severity.String(), Title: f.Severity.Title().In(p.lang)})
		}
		last := &all[len(all)-1]
		last.All = append(last.All, findingView{
			Rule: string(f.Rule), Where: strings.TrimSpace(f.Source.String() + " " + f.Path),
			Says: strings.TrimSpace(f.Message.In(p.lang) + p.say("", " ") + f.Fix.In(p.lang)), Basis: clauses(f.Basis),
		})
	}
	return all
}
