package accounting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Line is one line of a voucher. A name is always there, a code never alone
// (财会〔2017〕25号 总说明 七).
type Line struct {
	Account string       `json:"account"`          // code
	Name    string       `json:"name"`             // of the account; the chart fills it in
	Detail  string       `json:"detail,omitzero"`  // 明细科目: 数据资产——公路
	Asset   string       `json:"asset,omitzero"`   // id of the asset whose line it is
	Element Element      `json:"element,omitzero"` // what it is of a carrying amount; the chart fills it in
	Side    Side         `json:"side"`             //
	Amount  money.Amount `json:"amount"`           // above 0.00; below it on a red voucher only
	Summary string       `json:"summary,omitzero"` // where it differs from the voucher's
}

// Approval is a decision that a voucher rests on and that is filed elsewhere
// (会计基础工作规范 第48条(七)).
type Approval struct {
	Body   string        `json:"body"`
	On     calendar.Date `json:"on"`
	Number string        `json:"number"`
}

// VoucherKind is what a voucher is for. Closing and correcting vouchers need no
// source documents (会计基础工作规范 第51条(四)).
type VoucherKind string

// The kinds; none is a voucher of an event.
const (
	Opening    VoucherKind = "opening"    // 期初
	Closing    VoucherKind = "closing"    // 结账
	Correcting VoucherKind = "correcting" // 更正错误
)

// Color is the ink of a correction.
type Color string

// The colors. A red voucher carries negative amounts on the same side.
const (
	Red  Color = "red"  // 红字
	Blue Color = "blue" // 蓝字
)

// Corrects is the voucher that a correction corrects.
type Corrects struct {
	Date   calendar.Date `json:"date"`
	Number Number        `json:"number"`
	Color  Color         `json:"color"`
}

// Entry is what is written on one voucher (会计基础工作规范 第51条(一)).
type Entry struct {
	Book        Book          `json:"book"`
	Date        calendar.Date `json:"date"`                 // of booking
	Word        string        `json:"word,omitzero"`        // 凭证字: 收, 付, 转; none is 记
	Number      Number        `json:"number,omitzero"`      // the journal gives it
	Summary     string        `json:"summary"`              // 摘要
	Lines       []Line        `json:"lines"`                //
	Attachments int           `json:"attachments,omitzero"` // 附件张数: how many source documents
	Kind        VoucherKind   `json:"kind,omitzero"`        //
	Corrects    Corrects      `json:"corrects,omitzero"`    //
	Approval    Approval      `json:"approval,omitzero"`    //
	Preparer    string        `json:"preparer,omitzero"`    // 制证
	Auditor     string        `json:"auditor,omitzero"`     // 稽核
	Bookkeeper  string        `json:"bookkeeper,omitzero"`  // 记账
	Chief       string        `json:"chief,omitzero"`       // 会计机构负责人、会计主管
	Cashier     string        `json:"cashier,omitzero"`     // 出纳
	Basis       []rule.Clause `json:"basis"`                //
	Evidence    rule.Evidence `json:"evidence,omitzero"`    // how sure the basis is
	Judgement   rule.Text     `json:"judgement,omitzero"`   // the choice made where the law is silent
}

// DefaultWord is the word of vouchers of one kind for all: 记.
const DefaultWord = "记"

// word is the voucher's word and number as they are filed: 记-12 1/2.
func (e *Entry) word() string {
	word := e.Word
	if word == "" {
		word = DefaultWord
	}
	if e.Number.IsZero() {
		return word
	}
	return word + "-" + e.Number.String()
}

// Filed is the voucher's word and number: 记-12, 记-12 1/2.
func (e Entry) Filed() string { return e.word() }

// red reports whether the voucher carries negative amounts.
func (e *Entry) red() bool { return e.Kind == Correcting && e.Corrects.Color == Red }

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
	Want  rule.Text
}

// Error names the line and what was expected.
func (e *VoucherError) Error() string {
	if e.Line < 0 {
		return fmt.Sprintf("accounting: voucher: %s: want %s", e.Value, e.Want.EN)
	}
	return fmt.Sprintf("accounting: voucher line %d: %s: want %s", e.Line+1, e.Value, e.Want.EN)
}

// Voucher makes a voucher of an entry for a kind of unit. It refuses, with a
// [*VoucherError], an entry without date, summary or basis, of fewer than two
// lines, with an account that the chart does not have, that is of the other
// book or not for the unit, with an amount that is not above 0.00 (on a red
// voucher: not below), or whose debits are not its credits. Names are taken from
// the chart.
func (c *Chart) Voucher(e Entry, by rule.Entity) (Voucher, error) {
	e = e.clone()
	for i := range e.Lines {
		l := &e.Lines[i]
		a, ok := c.accounts[l.Account]
		switch {
		case !ok:
			return Voucher{}, &VoucherError{i, l.Account, text("科目表中的科目", "an account of the chart")}
		case a.Book != e.Book:
			return Voucher{}, &VoucherError{i, l.Account, text(e.Book.Title().ZH+"科目", "an account of the "+string(e.Book)+" book")}
		}
		if want := a.usable(l.Detail, by, e.Date); want != "" {
			return Voucher{}, &VoucherError{i, l.Account, text("该单位当日可用的科目及规定的明细（"+want+"）", want)}
		}
		l.Name, l.Element = a.Name.ZH, a.Element
	}
	return newVoucher(e)
}

// newVoucher takes an entry whose accounts are known, if it balances.
func newVoucher(e Entry) (Voucher, error) {
	if value, want := e.want(); value != "" {
		return Voucher{}, &VoucherError{-1, value, want}
	}
	sign := 1
	if e.red() {
		sign = -1
	}
	var debit, credit money.Amount
	for i := range e.Lines {
		l := &e.Lines[i]
		if l.Account == "" || l.Name == "" {
			return Voucher{}, &VoucherError{i, quote.Value(l.Account), text("科目编码和名称", "the code and the name of the account")}
		}
		if l.Amount.Sign() != sign {
			if sign < 0 {
				return Voucher{}, &VoucherError{i, l.Amount.String(), text("红字凭证的负数金额", "an amount below 0.00 on a red voucher")}
			}
			return Voucher{}, &VoucherError{i, l.Amount.String(), text("大于 0.00 的金额", "an amount above 0.00")}
		}
		sum := &debit
		switch l.Side {
		case Credit:
			sum = &credit
		case Debit:
		default:
			return Voucher{}, &VoucherError{i, quote.Value(string(l.Side)), text("借或贷", "debit or credit")}
		}
		var err error
		if *sum, err = sum.Add(l.Amount); err != nil {
			return Voucher{}, &VoucherError{i, l.Amount.String(), text("低于 10^15 元的合计", "a sum below 10^15")}
		}
	}
	if debit != credit {
		return Voucher{}, &VoucherError{
			-1, "debits " + debit.String() + ", credits " + credit.String(),
			text("借方合计等于贷方合计", "debits equal to credits"),
		}
	}
	return Voucher{e, debit}, nil
}

// want says what the entry lacks, its lines aside.
func (e *Entry) want() (value string, want rule.Text) {
	correcting := e.Kind == Correcting
	switch {
	case e.Book != Financial && e.Book != Budgetary:
		return "book " + quote.Value(string(e.Book)), text("财务会计或预算会计", "financial or budgetary")
	case e.Date.IsZero():
		return "no date", text("凭证日期", "the date of the voucher")
	case strings.TrimSpace(e.Summary) == "":
		return "no summary", text("摘要", "a summary")
	case len(e.Basis) == 0:
		return "no basis", text("所依据的条款", "the clauses the entry rests on")
	case len(e.Lines) < 2:
		return fmt.Sprint(len(e.Lines)) + " lines", text("至少一借一贷", "a debit and a credit at least")
	case e.Attachments < 0:
		return fmt.Sprint(e.Attachments) + " attachments", text("附件张数", "how many documents are attached")
	case !e.Number.IsZero() && !e.Number.valid():
		return "number " + e.Number.String(), text("凭证编号，如 12 或 12 1/2", "a number such as 12 or 12 1/2")
	case e.Kind != "" && e.Kind != Opening && e.Kind != Closing && !correcting:
		return "kind " + quote.Value(string(e.Kind)), text("期初、结账或更正", "opening, closing or correcting")
	case correcting != (e.Corrects != Corrects{}):
		return "a correction", text("更正凭证及其所更正的凭证", "a correcting voucher and what it corrects")
	case correcting && (e.Corrects.Date.IsZero() || e.Corrects.Number.IsZero() || e.Corrects.Color != Red && e.Corrects.Color != Blue):
		return "a correction", text("所更正凭证的日期、编号，红字或蓝字", "date and number of the voucher corrected, red or blue")
	}
	return "", rule.Text{}
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
	for i := range v.entry.Lines {
		l := &v.entry.Lines[i]
		if i > 0 {
			b.WriteString("，")
		}
		b.WriteString(l.Side.Title().ZH + l.Account + " " + l.Amount.String())
	}
	return b.String()
}
