package main

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"golang.org/x/text/width"
)

// printer writes results for people. It keeps the first error of writing.
type printer struct {
	out  io.Writer
	lang rule.Language
	err  error
}

func (p *printer) say(zh, en string) string { return rule.Text{ZH: zh, EN: en}.In(p.lang) }

func (p *printer) line(parts ...string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.out, strings.Join(parts, "")+"\n")
	}
}

func (p *printer) heading(zh, en string) {
	p.line()
	p.line("── ", p.say(zh, en), " ──")
}

// unit prints one review.
func (p *printer) unit(r pilot.Result) {
	bar := strings.Repeat("═", 78)
	p.line(bar)
	p.line(r.Holder.Name, "  ", r.Holder.Role.Title().In(p.lang), "  ", r.Holder.Entity.Title().In(p.lang), "  @ ", r.At.String())
	p.line(bar)
	p.resources(r)
	p.ledger(r)
	p.registrations(r)
	p.authorisations(r)
	p.vouchers(r)
	p.account(r)
	p.disclosures(r)
	p.obligations(r)
	p.findings(r)
	p.totals(r)
}

func (p *printer) resources(r pilot.Result) {
	p.heading("数据资源与确认", "data resources and recognition")
	p.table(p.resourceRows(r))
	for _, s := range p.reasons(r.Assessments) {
		p.line("  ", s)
	}
}

func (p *printer) resourceRows(r pilot.Result) [][]string {
	rows := [][]string{{p.say("编号", "id"), p.say("管理确认", "asset"), p.say("会计确认", "accounting"), p.say("入账途径", "route")}}
	for _, a := range r.Assessments {
		rows = append(rows, []string{a.Resource, a.Management.State.Title().In(p.lang), a.Accounting.State.Title().In(p.lang), p.route(r, a)})
	}
	return rows
}

// route says how a resource comes into the books, or that it is there, or gone.
func (p *printer) route(r pilot.Result, a asset.Assessment) string {
	t := ledger.Table()
	row, held := r.Ledger.Last(a.Resource)
	held = held && row.RetiredOn.IsZero()
	switch {
	case !held && !row.RetiredOn.IsZero():
		return p.say("已退出台账 ", "retired ") + row.RetiredOn.String() + p.say("（", " (") + t.Show(&row, "retireCause", p.lang) + p.say("）", ")")
	case held && row.Booking == asset.BookedNominal && a.Accounting.State == rule.Met:
		return p.say("已按名义金额入账，成本现可计量，应作调整", "booked at nominal amount; its cost can be measured now and is to be adjusted")
	case held && (row.Booking == asset.BookedNominal || row.Booking == asset.BookedCost):
		return p.say("已入账：", "in the books: ") + t.Show(&row, "bookingStatus", p.lang)
	}
	return a.RouteWhy.In(p.lang)
}

// reasons says of every answer that is not plainly met why, and what would
// settle it.
func (p *printer) reasons(all []asset.Assessment) (said []string) {
	for _, a := range all {
		seen := map[string]bool{}
		for _, j := range []asset.Judgement{a.Management, a.Accounting} {
			for _, c := range j.Criteria {
				if c.State == rule.Met || seen[c.Why.ZH] {
					continue
				}
				seen[c.Why.ZH] = true
				s := a.Resource + "  " + c.State.Title().In(p.lang) + p.say("：", ": ") + c.Title.In(p.lang) + " — " + c.Why.In(p.lang)
				if !c.Settle.IsZero() {
					s += p.say("；待：", "; settled by: ") + c.Settle.In(p.lang)
				}
				said = append(said, s+p.basis(c.Basis[:1]))
			}
		}
	}
	return said
}

func (p *printer) ledger(r pilot.Result) {
	p.heading("台账", "ledger")
	p.table(p.ledgerRows(r))
}

func (p *printer) ledgerRows(r pilot.Result) [][]string {
	rows := [][]string{{p.say("编号", "id"), p.say("名称", "name"), p.say("登记", "registered"), p.say("入账状态", "booking"), p.say("金额", "amount"), p.say("授权", "authorised")}}
	t := ledger.Table()
	for row := range r.Ledger.Rows() {
		rows = append(rows, []string{
			row.ID(), row.Resource.Name, t.Show(&row, "registered", p.lang), t.Show(&row, "bookingStatus", p.lang), row.Amount.String(), t.Show(&row, "authorisedMode", p.lang),
		})
	}
	return rows
}

func (p *printer) registrations(r pilot.Result) {
	p.heading("登记", "registrations")
	p.table(p.registrationRows(r))
}

func (p *printer) registrationRows(r pilot.Result) [][]string {
	rows := [][]string{{p.say("编号", "id"), p.say("登记", "registration"), p.say("状态", "status"), p.say("自", "since"), p.say("在办", "open procedure"), p.say("证书", "certificate"), p.say("有效期至", "valid to")}}
	for _, x := range r.Registrations {
		open := ""
		if x.Position.Procedure != "" {
			open = x.Position.Procedure + "/" + x.Position.Stage
		}
		rows = append(rows, []string{x.Asset, x.Regime().Title().In(p.lang), p.status(x.Position.Status), x.Since.String(), open, x.Certificate.Number, x.ValidTo.String()})
	}
	return rows
}

// authorisations prints where each matter stands in each of its procedures.
func (p *printer) authorisations(r pilot.Result) {
	if len(r.Authorizations) == 0 {
		return
	}
	p.heading("授权与处置", "authorisations and disposals")
	p.table(p.authorisationRows(r))
}

func (p *printer) authorisationRows(r pilot.Result) [][]string {
	rows := [][]string{{p.say("编号", "id"), p.say("程序", "procedure"), p.say("状态", "status"), p.say("自", "since"), p.say("期限", "term"), p.say("资产", "assets"), p.say("对象", "to")}}
	for _, a := range r.Authorizations {
		papers, disposal := a.Application(), a.Disposal()
		if papers.Number == "" {
			papers = a.Pending()
		}
		assets, to, term := lined(papers.Assets), papers.Recipient, ""
		if disposal.Number != "" {
			to = disposal.Recipient
			for _, l := range disposal.Assets {
				assets = append(assets, l.Asset)
			}
		}
		if !a.From.IsZero() && disposal.Number == "" {
			term = a.From.String() + "…" + a.To.String()
		}
		rows = append(rows, []string{a.ID, a.Regime().Title().In(p.lang), a.Regime().Describe(a.Position).In(p.lang), a.Since.String(), term, strings.Join(assets, p.say("、", ", ")), to})
	}
	return rows
}

// lined names the assets of an application, with the fields or scenarios of each.
func lined(all []authorization.Line) (said []string) {
	for _, l := range all {
		s := l.Asset
		if len(l.Areas) > 0 {
			s += "（" + strings.Join(l.Areas, "、") + "）"
		}
		said = append(said, s)
	}
	return said
}

func (p *printer) status(s string) string {
	switch s {
	case registry.Registered:
		return p.say("已登记", "registered")
	case registry.Cancelled:
		return p.say("已注销", "cancelled")
	}
	return p.say("未登记", "not registered")
}

func (p *printer) vouchers(r pilot.Result) {
	p.heading("凭证", "vouchers")
	first := map[string]string{} // the voucher that says a basis in full
	for _, posting := range r.Postings {
		for _, v := range posting.Vouchers {
			e := v.Entry()
			filed := e.Date.String() + " " + e.Book.Title().In(p.lang) + " " + e.Filed()
			p.line(filed, "  ", p.summary(posting.Kind, e.Summary))
			for _, l := range e.Lines {
				indent := "  "
				if l.Side == "credit" {
					indent = "      "
				}
				p.line(indent, pad(l.Side.Title().In(p.lang)+" "+accountOf(l), 56-len(indent)), left(l.Amount.String(), 14))
			}
			if e.Approval.Number != "" {
				p.line("  ", p.say("批准：", "approved: "), e.Approval.Body, " ", e.Approval.Number, " ", e.Approval.On.String())
			}
			for _, s := range p.grounds(first, filed, posting.Kind, e) {
				p.line("  ", s)
			}
		}
	}
	if len(r.Postings) == 0 {
		p.line(p.say("（无）", "(none)"))
		return
	}
	p.line(p.say("余额（借方累计、贷方累计、余额）：", "balances (debits, credits, balance):"))
	for _, b := range r.Balances {
		p.line("  ", pad(b.Account.Code+" "+b.Account.Name.In(p.lang), 54), left(b.Debits.String(), 14), left(b.Credits.String(), 16), left(b.Net.String(), 16))
	}
}

// accountOf is the account of a line with its detail.
func accountOf(l accounting.Line) string {
	if l.Detail == "" {
		return l.Account + " " + l.Name
	}
	return l.Account + " " + l.Name + "——" + l.Detail
}

// grounds says what a voucher rests on: in full once, then by the voucher that
// said it.
func (p *printer) grounds(first map[string]string, filed, kind string, e accounting.Entry) []string {
	said := kind + clauses(e.Basis) + e.Judgement.ZH
	if before := first[said]; before != "" {
		return []string{p.asBefore(before)}
	}
	first[said] = filed
	all := []string{p.say("依据：", "basis: ") + clauses(e.Basis) + p.say("〔", " [") + e.Evidence.Title().In(p.lang) + p.say("〕", "]")}
	if !e.Judgement.IsZero() {
		all = append(all, p.say("判断：", "judgement: ")+e.Judgement.In(p.lang))
	}
	return all
}

func (p *printer) asBefore(filed string) string { return p.say("依据：同 ", "basis: as ") + filed }

// summary tells in the language of the output what a voucher says; what a person
// wrote stays.
func (p *printer) summary(kind, written string) string {
	for _, events := range []*accounting.Table{government.Events(), enterprise.Events()} {
		if s := events.Summary(rule.ID(kind), written, p.lang); s != written {
			return s
		}
	}
	return written
}

func (p *printer) obligations(r pilot.Result) {
	p.heading("义务", "obligations")
	for _, o := range r.Obligations {
		p.line(o.Line(p.lang), p.basis(o.Duty.Basis[:1]))
		if !o.National.Date.IsZero() && o.National.Date != o.Due.Date {
			p.line(p.say("    全国日历：", "    by the national calendar: "), o.National.Date.String())
		}
	}
	p.timeline(r)
}

func (p *printer) findings(r pilot.Result) {
	p.heading("发现的问题", "findings")
	all := bySeverity(r)
	for _, f := range all {
		p.line(f.In(p.lang))
	}
	if len(all) == 0 {
		p.line(p.say("（无）", "(none)"))
	}
}

// bySeverity is the findings, the severest first.
func bySeverity(r pilot.Result) []rule.Finding {
	all := slices.Clone(r.Report.Findings)
	slices.SortStableFunc(all, func(a, b rule.Finding) int { return int(a.Severity) - int(b.Severity) })
	return all
}

func (p *printer) totals(r pilot.Result) {
	p.heading("合计", "totals")
	for _, s := range p.totalLines(r) {
		p.line(s)
	}
}

func (p *printer) totalLines(r pilot.Result) []string {
	var all []string
	add := func(parts ...string) { all = append(all, strings.Join(parts, "")) }
	t := r.Totals
	add(p.say("数据资源 ", "resources "), number(t.Resources), p.say("，数据资产 ", ", assets "), number(t.Assets), p.say("，待定 ", ", unknown "), number(t.Unknown))
	add(p.say("台账 ", "ledger "), number(t.Ledger.Rows), p.say("，已登记 ", ", registered "), number(t.Ledger.Registered),
		p.say("，授权中 ", ", authorised "), number(t.Authorised))
	add(p.say("按名义金额入账 ", "booked at nominal amount "), number(t.Ledger.Booking[asset.BookedNominal]),
		p.say("，按成本入账 ", ", at cost "), number(t.Ledger.Booking[asset.BookedCost]), p.say("，入账金额 ", ", booked "), orNone(t.Ledger.Amount))
	if b := t.Books; b.Cost.Present() {
		add(p.say("账面：原值 ", "in the books: cost "), b.Cost.String(), p.say("，累计摊销 ", ", amortised "), orNone(b.Amortised),
			p.say("，减值 ", ", impaired "), orNone(b.Impaired), p.say("，账面价值 ", ", carrying amount "), b.Carrying.String())
	}
	add(p.say("收入（含税）", "received, tax included "), orNone(t.Received), p.say("，逾期 ", ", late "), number(t.Late))
	return all
}

// later prints what of the unit's story this version does not cover yet.
func (p *printer) later(notYet []rule.Text) {
	if len(notYet) > 0 {
		p.heading("本版尚未处理", "not covered by this version")
	}
	for _, t := range notYet {
		p.line(t.In(p.lang))
	}
	p.line()
}

func orNone(a money.Amount) string {
	if !a.Present() {
		return "—"
	}
	return a.String()
}

func number(n int) string { return strconv.Itoa(n) }

func (p *printer) basis(c []rule.Clause) string {
	return p.say("（", " (") + clauses(c) + p.say("）", ")")
}

func clauses(c []rule.Clause) string {
	s := make([]string, len(c))
	for i := range c {
		s[i] = c[i].String()
	}
	return strings.Join(s, "; ")
}

// table prints rows in columns; the first row is the heading.
func (p *printer) table(rows [][]string) {
	if len(rows) == 1 {
		p.line(p.say("（无）", "(none)"))
		return
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			if i+1 < len(row) {
				cell = pad(cell, widths[i]+2)
			}
			b.WriteString(cell)
		}
		p.line(strings.TrimRight(b.String(), " "))
	}
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
