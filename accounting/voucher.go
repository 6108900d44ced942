package accounting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Line is one line of a voucher. A name is always there, a code never alone
// (财会〔2017〕25号 总说明 七).
type Line struct {
	Account string       `json:"account"`          // code
	Name    string       `json:"name"`             // of the account; the chart fills it in
	Detail  string       `json:"detail,omitzero"`  // 明细科目: 数据资产——公路
	Side    Side         `json:"side"`             //
	Amount  money.Amount `json:"amount"`           // positive
	Summary string       `json:"summary,omitzero"` // where it differs from the voucher's
}

// Approval is a decision that a voucher rests on and that is filed elsewhere
// (会计基础工作规范 第48条).
type Approval struct {
	Body   string        `json:"body"`
	On     calendar.Date `json:"on"`
	Number string        `json:"number"`
}

// Entry is what is written on one voucher.
type Entry struct {
	Book        Book          `json:"book"`
	Date        calendar.Date `json:"date"`
	Number      string        `json:"number,omitzero"` // 记-12; the journal numbers vouchers that have none
	Summary     string        `json:"summary"`         // 摘要
	Lines       []Line        `json:"lines"`
	Attachments int           `json:"attachments,omitzero"` // how many source documents
	Approval    Approval      `json:"approval,omitzero"`
	Preparer    string        `json:"preparer,omitzero"`
	Auditor     string        `json:"auditor,omitzero"`
	Bookkeeper  string        `json:"bookkeeper,omitzero"`
	Chief       string        `json:"chief,omitzero"`
	Cashier     string        `json:"cashier,omitzero"`
	Basis       []rule.Clause `json:"basis"`
	Evidence    rule.Evidence `json:"evidence"`
	Judgement   rule.Text     `json:"judgement,omitzero"` // the choice made where the law is silent
}

// Voucher is an entry that balances. The zero Voucher is none; [Chart.Voucher]
// makes one.
type Voucher struct {
	entry Entry
	total money.Amount
}

// VoucherError is an entry that is no voucher.
type VoucherError struct {
	Line  int // from 0; -1 for the entry itself
	Value string
	Want  string
}

// Error names the line and what was expected.
func (e *VoucherError) Error() string {
	if e.Line < 0 {
		return fmt.Sprintf("accounting: voucher: %s: want %s", e.Value, e.Want)
	}
	return fmt.Sprintf("accounting: voucher line %d: %s: want %s", e.Line+1, e.Value, e.Want)
}

// Voucher makes a voucher of an entry for a kind of unit. It refuses, with a
// [*VoucherError], an entry without date, summary or basis, of fewer than two
// lines, with an account that the chart does not have, that is of the other
// book or not for the unit, with an amount that is not positive, or whose debits
// are not its credits. Names are taken from the chart.
func (c *Chart) Voucher(e Entry, by rule.Entity) (Voucher, error) {
	fault := func(line int, value, want string) (Voucher, error) {
		return Voucher{}, &VoucherError{line, value, want}
	}
	switch {
	case e.Date.IsZero():
		return fault(-1, "no date", "the date of the voucher")
	case strings.TrimSpace(e.Summary) == "":
		return fault(-1, "no summary", "a summary")
	case len(e.Basis) == 0:
		return fault(-1, "no basis", "the clauses the entry rests on")
	case len(e.Lines) < 2:
		return fault(-1, fmt.Sprint(len(e.Lines))+" lines", "a debit and a credit at least")
	}
	e = e.clone()
	var debit, credit money.Amount
	for i := range e.Lines {
		l := &e.Lines[i]
		a, ok := c.Account(l.Account)
		switch {
		case !ok:
			return fault(i, l.Account, "an account of the chart")
		case a.Book != e.Book:
			return fault(i, l.Account, "an account of the "+string(e.Book)+" book")
		case l.Amount.Sign() <= 0:
			return fault(i, l.Amount.String(), "an amount above 0.00")
		}
		if want := a.usable(by, e.Date); want != "" {
			return fault(i, l.Account, want)
		}
		l.Name = a.Name.ZH
		sum := &debit
		switch l.Side {
		case Credit:
			sum = &credit
		case Debit:
		default:
			return fault(i, string(l.Side), "debit or credit")
		}
		var err error
		if *sum, err = sum.Add(l.Amount); err != nil {
			return fault(i, l.Amount.String(), "a sum below 10^15")
		}
	}
	if debit != credit {
		return fault(-1, "debits "+debit.String()+", credits "+credit.String(), "debits equal to credits")
	}
	return Voucher{e, debit}, nil
}

// Entry returns what is written on the voucher.
func (v Voucher) Entry() Entry { return v.entry.clone() }

// Total returns the sum of the debits, which is that of the credits; absent for
// the zero Voucher.
func (v Voucher) Total() money.Amount { return v.total }

func (e Entry) clone() Entry {
	e.Lines, e.Basis = slices.Clone(e.Lines), slices.Clone(e.Basis)
	return e
}

// String prints the voucher on one line as accountants write it:
// 借1701 1.00，贷1902 1.00.
func (v Voucher) String() string {
	var b strings.Builder
	for i, l := range v.entry.Lines {
		if i > 0 {
			b.WriteString("，")
		}
		b.WriteString(l.Side.Title().ZH + l.Account + " " + l.Amount.String())
	}
	return b.String()
}
