package record_test

import (
	"errors"
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

// A sheet as it is: a title, a unit and a note for each column, dates and amounts
// as people write them, a total, a line for signatures. What has one meaning is
// read and told; the bad row is written back with what is wrong.
func ExampleTable_ReadCSV() {
	sheet := `数据资产收入明细表,,,,
填报单位：某厅,,,金额单位：万元,
序号,资产编码（必填）,收入种类,到账日期,金额
1,ＪＴ-02,分次收入,2026年3月27日,60
2,JT-02,分次收入,46199,"1,260.5"
3,JT-02,分期收入,2026/6/31,1.26E+06
合计,,,,"1,320.5"
填表人：甲,,审核人：乙,,
`
	rows, err := receiptTable().ReadCSV(strings.NewReader(sheet), record.Options{File: "收入.csv"})
	if err != nil {
		panic(err)
	}
	var bad strings.Builder
	rejects := rows.Rejects(&bad, rule.Chinese)
	for receipt, report := range rows.All() {
		for _, f := range report.Findings {
			fmt.Println(f.In(rule.Chinese))
		}
		if report.Err() != nil {
			rejects.Write(report)
			continue
		}
		fmt.Println(receipt.Asset, receipt.Kind, receipt.ReceivedOn, receipt.Amount)
	}
	if err := errors.Join(rows.Err(), rejects.Flush()); err != nil {
		panic(err)
	}
	for _, f := range rows.Report().Findings {
		fmt.Println(f.In(rule.Chinese))
	}
	fmt.Println(rows.Count().Text().ZH)
	fmt.Println(strings.SplitN(strings.TrimPrefix(bad.String(), "\ufeff"), "\n", 2)[0])
	// Output:
	// 提示 收入.csv:4:2 资产编码（必填） /asset：资产编码 "ＪＴ-02" 读作 "JT-02"：全角改为半角。
	// 提示 收入.csv:4:4 到账日期 /receivedOn：到账日期 "2026年3月27日" 读作 "2026-03-27"：日期改写。
	// 提示 收入.csv:4:5 金额 /amount：金额 "60" 读作 "600000.00"：换算单位：万元。
	// JT-02 instalment 2026-03-27 600000.00
	// 提示 收入.csv:5:4 到账日期 /receivedOn：到账日期 "46199" 读作 "2026-06-26"：电子表格日期序列号（1900 年起）改为日期。
	// 提示 收入.csv:5:5 金额 /amount：金额 "1,260.5" 读作 "12605000.00"：去掉千分位；换算单位：万元。
	// JT-02 instalment 2026-06-26 12605000.00
	// 阻断 收入.csv:6:3 收入种类 /kind：收入种类 "分期收入" 不在代码表内，应为：收入种类之一：一次性收入(oneOff)、分次收入(instalment)、其他(other)。请从代码表中选择。
	// 阻断 收入.csv:6:4 到账日期 /receivedOn：到账日期 "2026/6/31" 格式不符，应为：存在的日期，写作 2006-01-02、2006/1/2、2006.1.2、2006年1月2日或 20060102，无时刻，年份 1900 至 2199。请用半角字符按格式填写。
	// 阻断 收入.csv:6:5 金额 /amount：金额 "1.26E+06" 被电子表格缩写为科学计数法，末尾数字可能已经丢失，应为：人民币金额，可带千分位和单位元、万元、亿元，折合元时小数点前至多 15 位、后 2 位，如 1860000.00。请在电子表格中把该列设为“文本”或“数值”，填入完整数字后重新另存。
	// 提示 收入.csv:1：标题以上的行 "数据资产收入明细表" 未作记录读入。
	// 提示 收入.csv:2：标题以上的行 "填报单位：某厅 | 金额单位：万元" 未作记录读入。
	// 提示 收入.csv:3:1 序号：列 "序号" 整列未读入。
	// 提示 收入.csv:3:5 金额：列 "金额" "万元" 为本列单位，已逐格换算。
	// 提示 收入.csv:7：合计行 "合计 | 1,320.5" 未作记录读入。
	// 提示 收入.csv:8：表尾说明 "填表人：甲 | 审核人：乙" 未作记录读入。
	// 共 3 条记录：2 条可用，1 条有误；改写 5 个单元格；4 行不是记录
	// 序号,资产编码（必填）,收入种类,到账日期,金额（万元）,导入问题
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
