package accounting

import (
	"bufio"
	"io"
	"maps"
	"slices"
	"strings"
)

// The plain-text form of a journal is what hledger reads
// (https://hledger.org/hledger.html#journal-format): every account is declared,
// the commodity too, so that its strict mode accepts it. One voucher is one
// transaction, so that each book is proven alone.
//
//	commodity CNY 1000.00
//	account 财务会计:1701 无形资产:数据资产:公路
//
//	2025-06-30 * (记-1) 清查盘盈：JT-02
//	    财务会计:1701 无形资产:数据资产:公路    CNY 1.00
//	    财务会计:1902 待处理财产损溢    CNY -1.00
//
// What the form would take for its own signs (; | : a second space, a tab) is
// written as % and two hexadecimal digits.

// commodity is the currency of both systems (人民币).
const commodity = "CNY"

// WriteHledger writes the postings of the journal for hledger.
func (j *Journal) WriteHledger(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString("commodity " + commodity + " 1000.00\n")
	accounts := map[string]bool{}
	for c := range j.log.Values() {
		eachLine(c.posting, func(entry *Entry, l *Line) { accounts[hledgerAccount(entry.Book, l)] = true })
	}
	for _, name := range slices.Sorted(maps.Keys(accounts)) {
		b.WriteString("account " + name + "\n")
	}
	for c := range j.log.Values() {
		if p := c.posting; p != nil {
			for i := range p.Vouchers {
				writeTransaction(b, &p.Vouchers[i].entry)
			}
		}
	}
	return b.Flush()
}

func eachLine(p *Posting, visit func(*Entry, *Line)) {
	if p == nil {
		return
	}
	for i := range p.Vouchers {
		e := &p.Vouchers[i].entry
		for k := range e.Lines {
			visit(e, &e.Lines[k])
		}
	}
}

func writeTransaction(b *bufio.Writer, e *Entry) {
	b.WriteString("\n" + e.Date.String() + " * (" + escapeCode(e.word()) + ") " + escapeText(e.Summary) + "\n")
	for i := range e.Lines {
		l := &e.Lines[i]
		amount := l.Amount
		if l.Side == Credit {
			amount = amount.Neg()
		}
		b.WriteString("    " + hledgerAccount(e.Book, l) + "    " + commodity + " " + amount.String() + "\n")
	}
}

// hledgerAccount is the full name of a line's account: its book, code and name,
// and a level for each part of its detail account.
func hledgerAccount(book Book, l *Line) string {
	name := book.Title().ZH + ":" + escapeText(l.Account+" "+l.Name)
	if l.Detail == "" {
		return name
	}
	for level := range strings.SplitSeq(l.Detail, under) {
		name += ":" + escapeText(level)
	}
	return name
}

func escapeCode(s string) string { return strings.ReplaceAll(escapeText(s), ")", "%29") }

// escapeText writes the signs of the form in a text as % and two digits. A
// level of an account is never empty.
func escapeText(s string) string {
	if s == "" {
		return "%"
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	space := true // before the first character: a space there would be lost
	for i := range len(s) {
		c := s[i]
		last := i == len(s)-1
		switch {
		case c < ' ' || c == 0x7f || c == ';' || c == '|' || c == ':' || c == '%' || c == ' ' && (space || last):
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		default:
			b.WriteByte(c)
		}
		space = c == ' '
	}
	return b.String()
}
