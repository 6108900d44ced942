package accounting_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// A unit's own chart and event: a voucher is made only where it balances, and
// the same event posted again is nothing.
func Example() {
	chart, err := accounting.NewChart(
		accounting.Account{Code: "1002", Name: rule.Text{ZH: "银行存款", EN: "bank deposits"}, Book: accounting.Financial, Normal: accounting.Debit},
		accounting.Account{Code: "2103", Name: rule.Text{ZH: "应缴财政款", EN: "payable to the treasury"}, Book: accounting.Financial, Normal: accounting.Credit},
	)
	if err != nil {
		panic(err)
	}
	events, err := accounting.NewTable(chart, accounting.Events{
		Inputs: []accounting.Input{{Name: "received", Title: rule.Text{ZH: "实收金额", EN: "amount received"}}},
		Types: []accounting.EventType{{
			ID: "own.receipt", Title: rule.Text{ZH: "收到数据资产收入", EN: "revenue received"},
			Basis: []rule.Clause{rule.In("财会〔2017〕25号", "2103")}, Evidence: rule.FullText,
			Entries: []accounting.EntryTemplate{accounting.Financially(accounting.Dr("1002", "received"), accounting.Cr("2103", "received"))},
		}},
	})
	if err != nil {
		panic(err)
	}
	posting, err := events.Post(accounting.Event{
		ID: "SR-2026-01", Kind: "own.receipt", On: calendar.MustDate(2026, time.March, 27), Entity: rule.Administrative,
		Parts: []accounting.Part{{Asset: "JT-02", Amounts: map[string]money.Amount{"received": money.MustParse("600000")}}},
	})
	if err != nil {
		panic(err)
	}
	journal := accounting.NewJournal()
	for range 2 {
		if err := journal.Post(journal.Revision(), posting); err != nil {
			panic(err)
		}
	}
	for p := range journal.Postings() {
		e := p.Vouchers[0].Entry()
		fmt.Println(e.Date, e.Filed(), e.Summary, p.Vouchers[0])
	}
	// Output:
	// 2026-03-27 记-1 收到数据资产收入：JT-02 借1002 600000.00，贷2103 600000.00
}

// An entry that does not balance is no voucher.
func ExampleChart_Voucher() {
	chart, _ := accounting.NewChart(
		accounting.Account{Code: "1701", Name: rule.Text{ZH: "无形资产", EN: "intangible assets"}, Book: accounting.Financial, Normal: accounting.Debit},
		accounting.Account{Code: "1902", Name: rule.Text{ZH: "待处理财产损溢", EN: "assets pending disposal"}, Book: accounting.Financial, Normal: accounting.Debit},
	)
	_, err := chart.Voucher(accounting.Entry{
		Book: accounting.Financial, Date: calendar.MustDate(2025, time.June, 30), Summary: "清查盘盈",
		Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1902 四(二)1(1)")},
		Lines: []accounting.Line{
			{Account: "1701", Side: accounting.Debit, Amount: money.MustParse("3.00")},
			{Account: "1902", Side: accounting.Credit, Amount: money.MustParse("2.00")},
		},
	}, rule.Administrative)
	fault, _ := errors.AsType[*accounting.VoucherError](err)
	fmt.Println(fault.Value)
	fmt.Println(err)
	// Output:
	// debits 3.00, credits 2.00
	// accounting: voucher: debits 3.00, credits 2.00: want debits equal to credits
}

// 1,400,000 over 36 months is 38,888.888… a month: 35 times 38,888.89, and the
// last takes what is left.
func ExampleStraightLine() {
	s, err := accounting.StraightLine(decimal.NewFromInt(1_400_000), calendar.MustDate(2025, time.July, 8), 36)
	if err != nil {
		panic(err)
	}
	fmt.Println(s.Period(0), s.Amount(0))
	fmt.Println(s.Period(35), s.Amount(35))
	end := s.Index(calendar.MustMonth(2025, time.December))
	fmt.Println("accumulated at the end of 2025:", s.Accumulated(end))
	// Output:
	// 2025-07 38888.89
	// 2028-06 38888.85
	// accumulated at the end of 2025: 233333.34
}
