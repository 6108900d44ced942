package main

import (
	"html"
	"io"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// style is the page's own: it asks for nothing from elsewhere, and prints on A4.
const style = `@page { size: A4; margin: 18mm 15mm }
body { font: 14px/1.5 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; max-width: 180mm; margin: 2em auto; color: #111 }
h1 { font-size: 1.4em } h2 { font-size: 1.2em; border-bottom: 1px solid #111 } h3 { font-size: 1em; margin-bottom: .3em }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1em; font-size: .85em; page-break-inside: auto }
caption { text-align: left; padding: .2em 0 } th, td { border: 1px solid #999; padding: .15em .4em; vertical-align: top }
th { background: #eee } tr { page-break-inside: avoid } .basis { color: #555; font-size: .8em; margin-top: -.6em }
@media print { body { margin: 0; max-width: none } h2 { page-break-before: always } .data-resources h2 { page-break-before: avoid } }
`

// page writes the report as one page of HTML.
func (r report) page(w io.Writer) error {
	var b strings.Builder
	code := "zh-CN"
	if r.lang == rule.English {
		code = "en"
	}
	b.WriteString("<!DOCTYPE html>\n<html lang=\"" + code + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + html.EscapeString(r.title()) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n")
	b.WriteString("<h1>" + html.EscapeString(r.title()) + "</h1>\n")
	if err := r.notes.WriteHTML(&b, r.lang); err != nil {
		return err
	}
	b.WriteString("<h2>" + r.say("科目余额表", "Trial balance") + "</h2>\n<table>\n")
	for i, row := range r.trial() {
		cells(&b, i == 0, row...)
	}
	b.WriteString("</table>\n<h2>" + r.say("研发项目", "Projects of research and development") + "</h2>\n")
	for _, s := range r.conditions() {
		b.WriteString("<p>" + html.EscapeString(s) + "</p>\n")
	}
	b.WriteString("<table>\n")
	for i, row := range r.costTable() {
		cells(&b, i == 0, row...)
	}
	b.WriteString("</table>\n<h2>" + r.say("记账凭证", "Vouchers") + "</h2>\n")
	for _, p := range r.postings() {
		r.vouchers(&b, p)
	}
	b.WriteString("<h2>" + r.say("发现的问题", "Findings") + "</h2>\n<ul>\n")
	for _, f := range r.found.Findings {
		b.WriteString("<li>" + html.EscapeString(f.In(r.lang)) + "</li>\n")
	}
	if len(r.found.Findings) == 0 {
		b.WriteString("<li>" + r.say("（无）", "(none)") + "</li>\n")
	}
	b.WriteString("</ul>\n</body>\n</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// vouchers writes the vouchers of a posting, a table each.
func (r report) vouchers(b *strings.Builder, p accounting.Posting) {
	for _, v := range p.Vouchers {
		e := v.Entry()
		b.WriteString("<table>\n<caption>" + html.EscapeString(e.Date.String()+"　"+e.Filed()+"　"+e.Summary) + "</caption>\n")
		cells(b, true, r.say("科目", "Account"), r.say("借方", "Debit"), r.say("贷方", "Credit"))
		for _, l := range e.Lines {
			name := l.Account + " " + l.Name
			if l.Detail != "" {
				name += "——" + l.Detail
			}
			if l.Side == accounting.Debit {
				cells(b, false, name, l.Amount.String(), "")
			} else {
				cells(b, false, name, "", l.Amount.String())
			}
		}
		b.WriteString("</table>\n<p class=\"basis\">" + html.EscapeString(clauses(e.Basis)+"〔"+e.Evidence.Title().In(r.lang)+"〕"+e.Judgement.In(r.lang)) + "</p>\n")
	}
	if len(p.Vouchers) == 0 {
		var t strings.Builder
		_ = accounting.Print(&t, p, r.lang)
		b.WriteString("<p>" + html.EscapeString(t.String()) + "</p>\n")
	}
}

func clauses(all []rule.Clause) string {
	s := make([]string, len(all))
	for i, c := range all {
		s[i] = c.String()
	}
	return strings.Join(s, "; ")
}

// cells writes a row: the first cell a text, the others numbers.
func cells(b *strings.Builder, head bool, all ...string) {
	tag := "td"
	if head {
		tag = "th"
	}
	b.WriteString("<tr>")
	for i, s := range all {
		align := ""
		if i > 0 && !head {
			align = ` style="text-align:right"`
		}
		b.WriteString("<" + tag + align + ">" + html.EscapeString(s) + "</" + tag + ">")
	}
	b.WriteString("</tr>\n")
}
