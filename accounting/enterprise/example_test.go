package enterprise_test

import (
	"fmt"
	"os"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// A port group buys a dataset for its own use. What does it book, and what does its
// balance sheet show at the end of the year?
func Example() {
	on := calendar.MustDate(2025, 7, 8)
	terms, err := enterprise.Life{Expected: 36}.Terms(on, "management", enterprise.Convention{})
	if err != nil {
		panic(err)
	}
	posting, err := enterprise.Post(accounting.Event{
		ID: "BG-05-1", Kind: "enterprise.purchase", On: on, Entity: rule.Enterprise, Documents: []string{"合同", "发票"},
		Parts: []accounting.Part{{Asset: "BG-05", Detail: "数据资源——船期", Terms: terms, Amounts: map[string]money.Amount{
			"price": money.MustParse("1200000.00"), "processing": money.MustParse("160000.00"),
			"certification": money.MustParse("40000.00"), "vat": money.MustParse("84000.00"),
		}}},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(posting.Vouchers[0])

	journal := accounting.NewJournal()
	if err := journal.Post(0, posting); err != nil {
		panic(err)
	}
	for m := calendar.MonthOf(on); m.Year() == 2025; m = m.Add(1) {
		month, err := enterprise.Amortise(journal, accounting.Run{Month: m})
		if err != nil {
			panic(err)
		}
		if err := journal.Post(month.Revision, month.Postings...); err != nil {
			panic(err)
		}
	}
	shown, err := enterprise.Present(journal, calendar.MustDate(2025, 12, 31))
	if err != nil {
		panic(err)
	}
	fmt.Println("无形资产 其中：数据资源", shown.Intangible)
	fmt.Println("开发支出 其中：数据资源 已列报：", shown.Development.Present())
	// Output:
	// 借1701 1400000.00，借2221 84000.00，贷1002 1484000.00
	// 无形资产 其中：数据资源 1166666.66
	// 开发支出 其中：数据资源 已列报： false
}

// An affiliate asks for the data free of charge: the law forbids it, and says where.
func ExampleThresholds_Review() {
	report := enterprise.NationalFrame().Review(enterprise.Deal{Asset: "BG-05", Kind: enterprise.Supply, Affiliate: true})
	fmt.Println(report.Err() != nil)
	fmt.Println(report.Findings[0].Title, report.Findings[0].Basis[0])
	// Output:
	// true
	// 不得无偿向关联方提供资产 企业国有资产法 第44条
}

// An impairment is asked to be taken back; the standard has no such entry.
func ExamplePost() {
	_, err := enterprise.Post(accounting.Event{ID: "1", Kind: "enterprise.impairment-reversed", Parts: []accounting.Part{{Asset: "BG-05"}}})
	fmt.Println(err)
	// Output:
	// enterprise: BG-05: enterprise.impairment-not-reversed: an impairment of an intangible asset is never reversed
}

// The table of an annual report, empty as long as there are no assets.
func ExampleTable_WriteText() {
	year := calendar.MustDate(2026, 12, 31)
	table, err := enterprise.InventoryTable(accounting.NewJournal(), year, year, nil)
	if err != nil {
		panic(err)
	}
	if err := table.WriteText(os.Stdout, rule.English); err != nil {
		panic(err)
	}
	// Output:
	// data resources recognised as inventories (yuan)
	// Item                                bought  own processing  acquired otherwise  total
	// I. Cost
	// 1. Opening
	// 2. Increase
	// of which: bought
	// collection and processing
	// other increase
	// 3. Decrease
	// of which: sold
	// lapsed and derecognised
	// other decrease
	// 4. Closing
	// II. Provision for decline in value
	// 1. Opening
	// 2. Increase
	// 3. Decrease
	// of which: reversed
	// written off
	// 4. Closing
	// III. Carrying amount
	// 1. Closing
	// 2. Opening
}

// What does the annual report say, and what does the enterprise still have to write?
func ExampleDisclose() {
	journal, on := accounting.NewJournal(), calendar.MustDate(2026, 12, 1)
	terms, err := enterprise.Life{Expected: 36}.Terms(on, "management", enterprise.Convention{})
	if err != nil {
		panic(err)
	}
	posting, err := enterprise.Post(accounting.Event{
		ID: "BG-05-1", Kind: "enterprise.purchase", On: on, Entity: rule.Enterprise, Documents: []string{"合同", "发票"},
		Parts: []accounting.Part{{Asset: "BG-05", Detail: "数据资源——船期", Terms: terms, Amounts: map[string]money.Amount{"price": money.MustParse("360000.00")}}},
	})
	if err != nil {
		panic(err)
	}
	if err := journal.Post(0, posting); err != nil {
		panic(err)
	}
	notes, err := enterprise.Disclose(journal, calendar.MustDate(2026, 1, 1), calendar.MustDate(2026, 12, 31), enterprise.Written{})
	if err != nil {
		panic(err)
	}
	fmt.Println("无形资产 其中：数据资源", notes.Closing.Intangible)
	fmt.Println(notes.Report.Findings[0].Message.ZH)
	// Output:
	// 无形资产 其中：数据资源 360000.00
	// BG-05 缺：使用寿命有限的估计情况和摊销方法；寿命不确定的账面价值和判断依据。
}

// Data of 600,000 are amortised over five years in the accounts and over ten for tax.
// What is added back in the first year, and what in the sixth?
func ExampleTaxBook_Years() {
	start := calendar.MustDate(2024, 1, 1)
	book, err := accounting.StraightLine(money.MustParse("600000.00").Decimal(), start, 60)
	if err != nil {
		panic(err)
	}
	years, err := enterprise.TaxBook{Cost: money.MustParse("600000.00"), Start: start, Months: 120, Rate: money.MustParseRatio("0.25"), Book: book}.Years()
	if err != nil {
		panic(err)
	}
	for _, y := range []enterprise.TaxYear{years[0], years[4], years[5]} {
		fmt.Println(y.Year, "调整", y.Adjustment, "递延所得税资产", y.Deferred)
	}
	// Output:
	// 2024 调整 60000.00 递延所得税资产 15000.00
	// 2028 调整 60000.00 递延所得税资产 75000.00
	// 2029 调整 -60000.00 递延所得税资产 60000.00
}
