package ledger_test

import (
	"fmt"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// A row is entered, and the review says what is still to be done.
func Example() {
	resource := asset.Resources().Sample()
	resource.ID, resource.Name = "JT-02", "公路交通量调查数据"
	l := ledger.New()
	err := l.Apply(l.Revision(), ledger.Add{On: calendar.MustDate(2025, 11, 18), Row: ledger.Row{
		Resource: resource, RecordedOn: calendar.MustDate(2025, 11, 18),
		Registered: ledger.NotRegistered, Booking: asset.NotBooked,
	}})
	if err != nil {
		panic(err)
	}
	day := calendar.MustDate(2025, 11, 30)
	for row := range l.AsOf(day).Rows() {
		fmt.Println(row.ID(), row.Resource.Name, row.Booking)
	}
	for _, f := range l.AsOf(day).Review(rule.Context{At: day}).Findings {
		fmt.Println(f.In(rule.English))
	}
	// Output:
	// JT-02 公路交通量调查数据 none
	// advice /ledger/0/registered: JT-02 is not registered. Registering its information card is advised. (桂财资〔2025〕15号 四(三) [GX-4.3.1])
}

// A row is divided: what it cost and what is amortised is there again to the fen.
func ExampleDivide() {
	l := ledger.New()
	day := calendar.MustDate(2026, 3, 2)
	row := ledger.Row{
		Resource: asset.Resources().Sample(), RecordedOn: day, Registered: ledger.NotRegistered,
		Booking: asset.BookedCost, Account: "1701 无形资产——数据资产", Amount: money.MustParse("100.00"), BookedOn: day, Voucher: "记-7",
	}
	row.Resource.AvailableOn = calendar.Date{}
	parts, err := ledger.Divide(row, []string{"JT-01a", "JT-01b", "JT-01c"}, []int64{1, 1, 1})
	if err != nil {
		panic(err)
	}
	err = l.Apply(l.Revision(), ledger.Add{On: day, Row: row}, ledger.Split{On: day, ID: "JT-01", Reason: "按主题系列分列", Parts: parts})
	if err != nil {
		panic(err)
	}
	for r := range l.Now().Rows() {
		fmt.Println(r.ID(), r.Amount, "from", r.Predecessors)
	}
	parts[0].Amount = money.MustParse("33.33")
	again := ledger.New()
	fmt.Println(again.Apply(0, ledger.Add{On: day, Row: row}, ledger.Split{On: day, ID: "JT-01", Reason: "按主题系列分列", Parts: parts}))
	// Output:
	// JT-01a 33.34 from [JT-01]
	// JT-01b 33.33 from [JT-01]
	// JT-01c 33.33 from [JT-01]
	// ledger: change 2 of row "JT-01": want booked amount of 100.00 in sum, not 99.99
}

// The movement table of a quarter, as a spreadsheet.
func ExampleView_Movements() {
	l := ledger.New()
	may, june := calendar.MustDate(2025, 5, 29), calendar.MustDate(2025, 6, 30)
	row := ledger.Row{Resource: asset.Resources().Sample(), RecordedOn: may, Registered: ledger.NotRegistered, Booking: asset.NotBooked}
	row.Resource.AvailableOn = calendar.Date{}
	booked := row
	booked.Booking, booked.Account, booked.Amount = asset.BookedNominal, "1701 无形资产——数据资产", money.Nominal()
	booked.BookedOn, booked.Voucher, booked.Reason = june, "记-1", "成本无法可靠计量"
	if err := l.Apply(0, ledger.Add{On: may, Row: row}, ledger.Update{On: june, Reason: "盘盈", Row: booked}); err != nil {
		panic(err)
	}
	table, err := l.Now().Movements(ledger.ByBooking, ledger.QuarterSpan(calendar.MustQuarter(2025, 2)))
	if err != nil {
		panic(err)
	}
	for _, m := range table {
		fmt.Println(m.Title, m.Opening.Or(0), "+", m.New.Or(0), "+", m.MovedIn.Or(0), "-", m.MovedOut.Or(0), "-", m.Retired.Or(0), "=", m.Closing.Or(0), m.ClosingAmount)
	}
	// Output:
	// 未入账 0 + 1 + 0 - 1 - 0 = 0 0.00
	// 按名义金额入账 0 + 0 + 1 - 0 - 0 = 1 1.00
	// 合计 0 + 1 + 0 - 0 - 0 = 1 1.00
}

// A spreadsheet is compared with the ledger before anything is changed.
func ExampleImporter() {
	l := ledger.New()
	day := calendar.MustDate(2025, 5, 29)
	row := ledger.Row{Resource: asset.Resources().Sample(), RecordedOn: day, Registered: ledger.NotRegistered, Booking: asset.NotBooked}
	if err := l.Apply(0, ledger.Add{On: day, Row: row}); err != nil {
		panic(err)
	}
	var sheet strings.Builder
	if err := l.Now().WriteCSV(&sheet, rule.Chinese, nil); err != nil {
		panic(err)
	}
	filledIn := strings.Replace(sheet.String(), "路线18.6万条", "路线19万条", 1)

	rows, err := ledger.Table().ReadCSV(strings.NewReader(filledIn), record.Options{File: "台账.csv"})
	if err != nil {
		panic(err)
	}
	importer := ledger.Importer{On: calendar.MustDate(2026, 1, 5), Reason: "年度清查"}
	for step := range importer.Steps(l.Now(), rows.All()) {
		for _, f := range step.Fields {
			fmt.Println(step.Action, step.ID, f.Title.ZH, f.Before, "→", f.After)
		}
	}
	// Output:
	// change JT-01 规模 路线18.6万条 → 路线19万条
}
