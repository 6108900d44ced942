package accounting_test

import (
	"fmt"
	"os"
	"time"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// A year of an asset, from a table of one's own: bought, a month amortised, what
// the card says, and the purchase as an accountant reads it.
func ExampleJournal_Propose() {
	named := func(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }
	system := func(place string) []rule.Clause { return []rule.Clause{rule.In("财会〔2017〕25号", place)} }
	account := func(code, zh, en string, b accounting.Book, s accounting.Side, e accounting.Element) accounting.Account {
		return accounting.Account{Code: code, Name: named(zh, en), Book: b, Normal: s, Element: e, Basis: system(code)}
	}
	chart, err := accounting.NewChart(
		account("1701", "无形资产", "intangible assets", accounting.Financial, accounting.Debit, accounting.Cost),
		account("1702", "无形资产累计摊销", "accumulated amortisation", accounting.Financial, accounting.Credit, accounting.Amortisation),
		account("4001", "财政拨款收入", "appropriations", accounting.Financial, accounting.Credit, ""),
		account("5001", "业务活动费用", "operating expense", accounting.Financial, accounting.Debit, ""),
		account("6001", "财政拨款预算收入", "budget appropriations", accounting.Budgetary, accounting.Credit, ""),
		account("7101", "行政支出", "administrative spending", accounting.Budgetary, accounting.Debit, ""),
	)
	if err != nil {
		panic(err)
	}
	table, err := accounting.NewTable(chart, accounting.Events{
		Inputs: []accounting.Input{
			{Name: "price", Title: named("价款", "price")},
			{Name: "other", Title: named("其他支出", "other spending")},
			{Name: accounting.InputCurrent, Title: named("当月摊销", "amortisation of the month")},
		},
		Types: []accounting.EventType{
			{
				ID: "own.purchase", Title: named("外购", "bought"), Basis: system("1701 三(一)1"), Evidence: rule.FullText, Optional: []string{"other"}, Terms: true,
				Entries: []accounting.EntryTemplate{
					accounting.Financially(accounting.Dr("1701", "price + other").Of(), accounting.Cr("4001", "price + other")),
					accounting.Budgetarily(accounting.Dr("7101", "price + other"), accounting.Cr("6001", "price + other")),
				},
			},
			{
				ID: "own.amortisation", Title: named("摊销", "amortised"), Basis: system("1702 三(一)"), Evidence: rule.FullText,
				Entries: []accounting.EntryTemplate{accounting.Financially(
					accounting.Dr("5001", accounting.InputCurrent), accounting.Cr("1702", accounting.InputCurrent).Of(),
				)},
			},
		},
	})
	if err != nil {
		panic(err)
	}
	journal, june := accounting.NewJournal(), calendar.MustMonth(2026, time.June)
	purchase, err := table.Post(accounting.Event{
		ID: "WG-1", Kind: "own.purchase", On: calendar.MustDate(2026, time.June, 8), Entity: rule.Administrative, Attachments: 3,
		Parts: []accounting.Part{{
			Asset: "JT-02", Detail: "数据资产——公路", Terms: accounting.Terms{Measured: accounting.AtCost, Months: 60, From: june},
			Amounts: map[string]money.Amount{"price": money.MustParse("120000"), "other": money.MustParse("6000")},
		}},
	})
	if err != nil {
		panic(err)
	}
	if err := journal.Post(0, purchase); err != nil {
		panic(err)
	}
	proposal, err := journal.Propose(accounting.Run{Table: table, Kind: "own.amortisation", Month: june, Entity: rule.Administrative})
	if err != nil {
		panic(err)
	}
	if err := journal.Post(proposal.Revision, proposal.Postings...); err != nil {
		panic(err)
	}
	for p := range journal.Postings() {
		if err := accounting.Print(os.Stdout, p, rule.Chinese); err != nil {
			panic(err)
		}
	}
	card, _ := journal.Card("JT-02")
	fmt.Println("账面价值", card.Carrying(), "，已摊至", card.Through)
	// Output:
	// 财务会计                                                 │ 预算会计
	// 记-1  2026-06-08  外购：JT-02  附件 3                    │ 记-1  2026-06-08  外购：JT-02  附件 3
	// 科目编码  科目名称                         借         贷 │ 科目编码  科目名称                 借         贷
	// 1701      无形资产——数据资产——公路  126000.00            │ 7101      行政支出          126000.00
	// 4001      财政拨款收入                         126000.00 │ 6001      财政拨款预算收入             126000.00
	// 依据：财会〔2017〕25号 1701 三(一)1（全文已核）
	// 财务会计
	// 记-2  2026-06-30  计提 2026-06 摊销：JT-02
	// 科目编码  科目名称                               借       贷
	// 5001      业务活动费用                      2100.00
	// 1702      无形资产累计摊销——数据资产——公路           2100.00
	// 依据：财会〔2017〕25号 1702 三(一)（全文已核）
	// 账面价值 123900.00 ，已摊至 2026-06
}
