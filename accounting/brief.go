package accounting

import "strings"

// Brief writes the lines of an entry as an accountant dictates them, in their
// order, with their subject accounts and without details: 借1701 3.00 贷1902 3.00. It
// is the form in which tests and cases for other languages compare vouchers.
func (e Entry) Brief() string {
	var b strings.Builder
	for i, l := range e.Lines {
		if i > 0 {
			b.WriteByte(' ')
		}
		if l.Side == Debit {
			b.WriteString("借")
		} else {
			b.WriteString("贷")
		}
		b.WriteString(l.Account)
		b.WriteByte(' ')
		b.WriteString(l.Amount.String())
	}
	return b.String()
}
