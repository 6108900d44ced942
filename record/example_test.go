package record_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Receipt is money received for the use of a data asset.
type Receipt struct {
	Asset      string
	Kind       string
	ReceivedOn calendar.Date
	Amount     money.Amount
	Reason     string
	Extra      record.Extra
}

func title(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func receiptTable() *record.Table[Receipt] {
	kinds := record.CodeList{Name: "receipt-kind", Title: title("收入种类", "kind of receipt"), Evidence: rule.Judgement, Codes: []record.CodeEntry{
		{Code: "oneOff", Title: title("一次性收入", "one-off")},
		{Code: "instalment", Title: title("分次收入", "instalment")},
		{Code: "other", Title: title("其他", "other")},
	}}
	return record.MustExtensible(record.Definition{Name: "example-receipt", Title: title("收入", "receipt")}, []record.Field[Receipt]{
		{
			Key: "asset", Title: title("资产编码", "asset"), Type: record.Text{Max: 40, Shape: record.CodeText}, Required: record.Always(),
			At: record.AtText(func(r *Receipt) *string { return &r.Asset }),
		},
		{
			Key: "kind", Title: title("收入种类", "kind"), Type: record.Code{List: kinds}, Required: record.Always(),
			At: record.AtText(func(r *Receipt) *string { return &r.Kind }),
		},
		{
			Key: "receivedOn", Title: title("到账日期", "received on"), Type: record.Date{}, Required: record.Always(),
			At: record.At(func(r *Receipt) *calendar.Date { return &r.ReceivedOn }),
		},
		{
			Key: "amount", Title: title("金额", "amount"), Type: record.Amount{}, Required: record.Always(),
			At: record.At(func(r *Receipt) *money.Amount { return &r.Amount }),
		},
		{
			Key: "reason", Title: title("说明", "reason"), Type: record.Text{Max: 200}, Required: record.Equals("kind", "other"),
			At: record.AtText(func(r *Receipt) *string { return &r.Reason }),
		},
	}, func(r *Receipt) *record.Extra { return &r.Extra })
}

// Every fault of a record is reported at once, with its place, what was
// expected and what to do.
func ExampleTable_Decode() {
	_, report, err := receiptTable().Decode([]byte(`{
		"asset": "JT-02", "kind": "other", "receivedOn": "2026-03-27", "amount": "600000.0", "bank": "x"
	}`))
	if err != nil {
		panic(err)
	}
	for _, f := range report.Findings {
		fmt.Println(f.In(rule.English))
	}
	// Output:
	// blocking 2:66 /amount: amount "600000.0" has the wrong form: want an amount in yuan in ASCII digits, at most 15 before the point and 2 after it, such as 1860000.00. Write it in that form, in ASCII.
	// blocking 1:1 /reason: reason is missing. Fill it in.
	// blocking 2:88 /bank: member "bank" is not defined. Remove it, or use a defined name.
}

// A spreadsheet saved as CSV, read by its Chinese headings.
func ExampleTable_ReadCSV() {
	sheet := "资产编码,收入种类,到账日期,金额\nJT-02,分次收入,2026-03-27,600000\nJT-02,分次收入,2026/6/26,600000\n"
	rows, err := receiptTable().ReadCSV(strings.NewReader(sheet), record.Options{File: "收入.csv"})
	if err != nil {
		panic(err)
	}
	for receipt, report := range rows.All() {
		fmt.Println(receipt.Asset, receipt.Kind, receipt.ReceivedOn, receipt.Amount)
		for _, f := range report.Findings {
			fmt.Println(f.In(rule.Chinese))
		}
	}
	if err := rows.Err(); err != nil {
		panic(err)
	}
	// Output:
	// JT-02 instalment 2026-03-27 600000.00
	// JT-02 instalment  600000.00
	// 阻断 收入.csv:3:3 到账日期 /receivedOn：到账日期 "2026/6/26" 格式不符，应为：存在的日期，写作 2006-01-02，年份 1900 至 2199。请用半角字符按格式填写。
}

// A finance system adds a field of its own, without a fork.
func ExampleTable_With() {
	table, err := receiptTable().With(record.FieldDefinition{
		Key: "slip", Title: title("缴款书编号", "payment slip"), Type: record.Text{Max: 30, Shape: record.CodeText}, Required: record.Always(),
	})
	if err != nil {
		panic(err)
	}
	receipt := Receipt{
		Asset: "JT-02", Kind: "oneOff", ReceivedOn: calendar.MustDate(2026, 4, 9), Amount: money.MustParse("101000.00"),
		Extra: record.Extra{}.With("slip", "JK-2026-0009"),
	}
	fmt.Println(table.Validate(&receipt, record.Options{}).Clean())
	b, _ := table.Encode(&receipt)
	fmt.Println(string(b))
	// Output:
	// true
	// {"asset":"JT-02","kind":"oneOff","receivedOn":"2026-04-09","amount":"101000.00","slip":"JK-2026-0009"}
}

// The same table is the documentation.
func ExampleDefinition_Markdown() {
	page := receiptTable().Definition().Markdown(rule.English)
	_, _ = os.Stdout.WriteString(page[:strings.Index(page, "| `kind`")])
	// Output:
	// # receipt `example-receipt`
	//
	// | key | title | type | required | basis | example | note |
	// |---|---|---|---|---|---|---|
	// | `asset` | asset | text, at most 40 characters, a code of ASCII letters, digits and -_./: | always | practice |  |  |
}
