package government

import (
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// DifferenceLine is why the result of the budget and the surplus of a year differ
// (附注 (六) 本年盈余与预算结余的差异情况).
type DifferenceLine string

// The lines that the life of a data asset touches.
const (
	DonatedInKind   DifferenceLine = "donatedInKind"   // 接受非货币性资产捐赠确认的收入
	OtherIncome     DifferenceLine = "otherIncome"     // 其他当期确认为收入但没有确认为预算收入
	PaidAhead       DifferenceLine = "paidAhead"       // 支付应付款项、预付账款的支出
	CapitalSpending DifferenceLine = "capitalSpending" // 为购建资产的资本性支出
	OtherReceipts   DifferenceLine = "otherReceipts"   // 当期确认为预算收入但没有确认为收入
	AmortisedValue  DifferenceLine = "amortisedValue"  // 计提的折旧费用和摊销费用
	DisposalValue   DifferenceLine = "disposalValue"   // 确认的资产处置费用（处置资产价值）
	OtherExpense    DifferenceLine = "otherExpense"    // 其他当期确认为费用但没有确认为预算支出
)

// DifferenceRow is a line of the note as it is printed.
type DifferenceRow struct {
	Line  DifferenceLine
	Title rule.Text
	Added bool // to the result of the budget; else taken off
}

// DifferenceRows lists the lines in the order of the note. The texts give them in
// part; those named “other” take what is left, so that the note always closes.
func DifferenceRows() []DifferenceRow {
	return []DifferenceRow{
		{DonatedInKind, text("接受非货币性资产捐赠确认的收入", "revenue of donations in kind"), true},
		{OtherIncome, text("其他当期确认为收入但没有确认为预算收入", "other revenue that is no budget revenue"), true},
		{PaidAhead, text("支付应付款项、预付账款的支出", "payables and prepayments paid"), true},
		{CapitalSpending, text("为购建资产的资本性支出", "capital spending"), true},
		{OtherReceipts, text("当期确认为预算收入但没有确认为收入", "budget revenue that is no revenue"), false},
		{AmortisedValue, text("计提的折旧费用和摊销费用", "depreciation and amortisation"), false},
		{DisposalValue, text("确认的资产处置费用（处置资产价值）", "disposal expense, the value disposed of"), false},
		{OtherExpense, text("其他当期确认为费用但没有确认为预算支出", "other expense that is no budget spending"), false},
	}
}

// Difference is the reconciliation of a year: Budget plus the lines that are added
// less the others is Surplus.
type Difference struct {
	Year    int
	Budget  money.Amount                    // 本年预算结余
	Lines   map[DifferenceLine]money.Amount // below 0.00 where a line goes the other way
	Surplus money.Amount                    // 本年盈余
}

// DifferenceOf derives the reconciliation of a year from its vouchers before the
// closing ones: of each event, what the two books make of it. An event whose two
// books agree is on no line. Errors are of money.
func DifferenceOf(j *accounting.Journal, year int) (Difference, error) {
	sums := map[DifferenceLine]int64{}
	budget, surplus := int64(0), int64(0)
	for p := range j.Postings() {
		e := effectOf(p, year)
		budget += e.received - e.spent
		surplus += e.earned - e.expensed
		e.lines(sums)
	}
	d := Difference{Year: year, Lines: map[DifferenceLine]money.Amount{}}
	var err error
	for _, l := range DifferenceRows() {
		if n := sums[l.Line]; n != 0 && err == nil {
			d.Lines[l.Line], err = money.Fen(n)
		}
	}
	if err == nil {
		d.Budget, err = money.Fen(budget)
	}
	if err == nil {
		d.Surplus, err = money.Fen(surplus)
	}
	return d, err
}

// effect is what one event does to the results of both books, in fen.
type effect struct {
	earned, expensed, received, spent int64
	donated                           int64 // of what was earned
	disposed, amortised               int64 // of what was expensed
	capital                           int64 // debited to assets in the making or ready
}

func effectOf(p accounting.Posting, year int) effect {
	var e effect
	for _, v := range p.Vouchers {
		entry := v.Entry()
		if entry.Date.Year() != year || entry.Kind == accounting.Closing || entry.Kind == accounting.Opening {
			continue
		}
		for i := range entry.Lines {
			e.take(&entry.Lines[i])
		}
	}
	return e
}

func (e *effect) take(l *accounting.Line) {
	account, known := Chart().Account(l.Account)
	if !known {
		return
	}
	n := signed(l)
	switch account.Class {
	case accounting.Income:
		e.earned -= n
		if l.Account == "4603" {
			e.donated -= n
		}
	case accounting.Expense:
		e.expensed += n
		if l.Account == "5301" {
			e.disposed += n
		}
	case accounting.BudgetIncome:
		e.received -= n
	case accounting.BudgetSpending:
		e.spent += n
	}
	switch {
	case l.Element == accounting.Amortisation && n < 0:
		e.amortised -= n
	case l.Element == accounting.Cost && n > 0, strings.HasPrefix(l.Account, "1613") && n > 0, l.Account == "1703" && n > 0:
		e.capital += n
	}
}

// lines parts the differences of the event. What was earned and not received is
// revenue in kind; what was received and not earned, the other way; so for expense
// and spending.
func (e effect) lines(to map[DifferenceLine]int64) {
	if n := e.earned - e.received; n > 0 {
		kind := min(n, max(e.donated, 0))
		to[DonatedInKind] += kind
		to[OtherIncome] += n - kind
	} else {
		to[OtherReceipts] -= n
	}
	n := e.spent - e.expensed
	switch {
	case n > 0:
		capital := min(n, e.capital)
		to[CapitalSpending] += capital
		to[PaidAhead] += n - capital
	case n < 0:
		expense := -n
		amortised := min(expense, max(e.amortised, 0))
		disposed := min(expense-amortised, max(e.disposed, 0))
		to[AmortisedValue] += amortised
		to[DisposalValue] += disposed
		to[OtherExpense] += expense - amortised - disposed
	}
}
