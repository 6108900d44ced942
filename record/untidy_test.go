package record_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// probe has one field of each type that a cell can hold.
type probe struct {
	Text, Need, Number, Digits, Credit, Kind string
	Kinds                                    []string
	On                                       calendar.Date
	In                                       calendar.Month
	Sum                                      money.Amount
	Share                                    money.Ratio
	Rows                                     record.Opt[int64]
	Yes                                      record.Opt[bool]
}

func probes() *record.Table[probe] {
	list := record.CodeList{Name: "probe-kind", Title: title("种类", "kind of probe"), Evidence: rule.Judgement, Codes: []record.CodeEntry{
		{Code: "none", Title: title("无", "nothing")}, {Code: "daily", Title: title("每日", "Daily")}, {Code: "sheet", Title: title("结构化（表）", "sheet")},
	}}
	field := func(key, zh string, t record.Type, at record.Accessor[probe]) record.Field[probe] {
		return record.Field[probe]{Key: key, Title: title(zh, key+" probe"), Type: t, At: at}
	}
	text := func(key, zh string, s record.Shape, at func(*probe) *string) record.Field[probe] {
		return field(key, zh, record.Text{Max: 60, Shape: s}, record.AtText(at))
	}
	need := text("need", "必要", record.AnyText, func(p *probe) *string { return &p.Need })
	need.Required = record.Present("text")
	rows := field("rows", "条数", record.Integer{}, record.At(func(p *probe) *record.Opt[int64] { return &p.Rows }))
	rows.Unit = title("条", "rows")
	return record.MustTable(record.Definition{Name: "probe", Title: title("样品", "probe")}, []record.Field[probe]{
		text("text", "文字", record.AnyText, func(p *probe) *string { return &p.Text }), need,
		text("number", "编号", record.CodeText, func(p *probe) *string { return &p.Number }),
		text("digits", "科目", record.Digits, func(p *probe) *string { return &p.Digits }),
		field("credit", "信用代码", record.Identifier{Scheme: record.CreditCode}, record.AtText(func(p *probe) *string { return &p.Credit })),
		field("kind", "种类", record.Code{List: list}, record.AtText(func(p *probe) *string { return &p.Kind })),
		field("kinds", "种类集", record.Codes{List: list}, record.AtTexts(func(p *probe) *[]string { return &p.Kinds })),
		field("on", "日期", record.Date{}, record.At(func(p *probe) *calendar.Date { return &p.On })),
		field("in", "月份", record.Month{}, record.At(func(p *probe) *calendar.Month { return &p.In })),
		field("sum", "金额", record.Amount{Signed: true}, record.At(func(p *probe) *money.Amount { return &p.Sum })),
		field("share", "比例", record.Ratio{Min: "0", Max: "1"}, record.At(func(p *probe) *money.Ratio { return &p.Share })),
		rows,
		field("yes", "是否", record.Boolean{}, record.At(func(p *probe) *record.Opt[bool] { return &p.Yes })),
	})
}

// untidyCells: column, cell, value ("" absent), and what is told: the changes
// of a note, or the id of another finding behind "record.". Values are worked
// out by hand: 1.26亿 = 126,000,000; 45808 = 2025-05-31, for 1899-12-30 and
// 45,808 days: 2025-01-01 is 45658 and May 31 the 151st day of the year.
var untidyCells = []struct{ column, cell, want, told string }{
	{"金额", "1860000", "1860000.00", ""},
	{"金额", "1,860,000.5", "1860000.50", "去掉千分位"},
	{"金额", "1，860，000", "1860000.00", "全角改为半角；去掉千分位"},
	{"金额", "18,60,000", "", "form"},
	{"金额", "1,8600", "", "form"},
	{"金额", ",860", "", "form"},
	{"金额", "1860,000", "", "form"},
	{"金额", "１８６．５０", "186.50", "全角改为半角"},
	{"金额", "￥186.00", "186.00", "全角改为半角；去掉货币符号"},
	{"金额", "¥ 1,860", "1860.00", "去掉千分位；去掉货币符号"},
	{"金额", "人民币5元", "5.00", "去掉货币符号；去掉单位"},
	{"金额", "$186", "", "form"},
	{"金额", "¥¥5", "", "form"},
	{"金额", "-¥5", "-5.00", "去掉货币符号"},
	{"金额", "¥-5", "-5.00", "去掉货币符号"},
	{"金额", "(1,234.00)", "-1234.00", "去掉千分位；括号表示负数"},
	{"金额", "（5）", "-5.00", "全角改为半角；括号表示负数"},
	{"金额", "−5", "-5.00", "全角改为半角"},
	{"金额", "--5", "", "form"},
	{"金额", "-0.00", "", "form"},
	{"金额", "186元", "186.00", "去掉单位"},
	{"金额", "186万元", "1860000.00", "换算单位：万元"},
	{"金额", "186 万", "1860000.00", "换算单位：万"},
	{"金额", "0.123456万元", "1234.56", "换算单位：万元"},
	{"金额", "0.1234567万元", "", "form"}, // a tenth of a fen is not rounded away
	{"金额", "1.26亿元", "126000000.00", "换算单位：亿元"},
	{"金额", "3千元", "3000.00", "换算单位：千元"},
	{"金额", "2百万元", "2000000.00", "换算单位：百万元"},
	{"金额", "186万美元", "", "form"},
	{"金额", "999999999999999.99", "999999999999999.99", ""},
	{"金额", "999999999999999万元", "", "form"},
	{"金额", "12.500", "12.50", "去掉末尾的 0"},
	{"金额", "12.505", "", "form"},
	{"金额", "1.86E+06", "", "shortened"},
	{"金额", "1.26e-3", "", "shortened"},
	{"金额", "1E+15", "", "shortened"},
	{"金额", "1E+", "", "form"},
	{"金额", "1E", "", "form"},
	{"金额", "E+5", "", "form"},
	{"金额", "'186", "186.00", "去掉前导单引号"},
	{"金额", "\u00a0186\u3000", "186.00", "去掉首尾空白"},
	{"金额", "—", "", "视为未填"},
	{"金额", "-", "", "视为未填"},
	{"金额", "－", "", "视为未填"},
	{"金额", "／", "", "视为未填"},
	{"金额", "Ｎ／Ａ", "", "视为未填"},
	{"金额", "无", "", "视为未填"},
	{"金额", "　", "", "视为未填"},
	{"金额", "约186", "", "form"},
	{"金额", "007", "", "form"},
	{"金额", "12.", "", "form"},
	{"金额", ".5", "", "form"},
	{"金额", "#REF!", "", "form"},
	{"金额", "\t186", "186.00", ""}, // guarded
	{"金额", "\t1,860", "1860.00", "去掉千分位"},

	{"比例", "0.06", "0.06", ""},
	{"比例", "6%", "0.06", "百分数改为小数"},
	{"比例", "６．５％", "0.065", "全角改为半角；百分数改为小数"},
	{"比例", "5‰", "0.005", "百分数改为小数"},
	{"比例", "100 %", "1", "百分数改为小数"},
	{"比例", "6", "", "range"},
	{"比例", "106%", "", "range"},
	{"比例", "6元", "", "form"},

	{"条数", "186000", "186000", ""},
	{"条数", "186,000", "186000", "去掉千分位"},
	{"条数", "１８６", "186", "全角改为半角"},
	{"条数", "9.8万", "98000", "换算单位：万"},
	{"条数", "9.8万条", "98000", "换算单位：万条"},
	{"条数", "98条", "98", "去掉单位"},
	{"条数", "98 rows", "98", "去掉单位"},
	{"条数", "98000.00", "98000", "去掉末尾的 0"},
	{"条数", "98.5", "", "form"},
	{"条数", "1.26E+11", "", "shortened"},
	{"条数", "-5", "", "range"},
	{"条数", "98个", "", "form"},
	{"条数", "9007199254740992", "", "range"},
	{"条数", "99999999999999999999", "", "form"},

	{"日期", "2025-05-31", "2025-05-31", ""},
	{"日期", "2025年5月31日", "2025-05-31", "日期改写"},
	{"日期", "2025 年 05 月 31 日", "2025-05-31", "日期改写"},
	{"日期", "２０２５年５月３１号", "2025-05-31", "全角改为半角；日期改写"},
	{"日期", "2025/5/31", "2025-05-31", "日期改写"},
	{"日期", "2025.5.31", "2025-05-31", "日期改写"},
	{"日期", "2025-5-31", "2025-05-31", "日期改写"},
	{"日期", "20250531", "2025-05-31", "日期改写"},
	{"日期", "45808", "2025-05-31", "电子表格日期序列号（1900 年起）改为日期"},
	{"日期", "45808.0", "2025-05-31", "电子表格日期序列号（1900 年起）改为日期；去掉零点时刻"},
	{"日期", "45808.5", "", "form"},
	{"日期", "73050", "2099-12-31", "电子表格日期序列号（1900 年起）改为日期"},
	{"日期", "10000", "1927-05-18", "电子表格日期序列号（1900 年起）改为日期"},
	{"日期", "2025", "", "form"},
	{"日期", "60", "", "form"}, // the day 1900-02-29 that never was
	{"日期", "9999", "", "form"},
	{"日期", "73051", "", "form"},
	{"日期", "2025/5/31 0:00", "2025-05-31", "日期改写；去掉零点时刻"},
	{"日期", "2025-05-31T00:00:00", "2025-05-31", "去掉零点时刻"},
	{"日期", "2025/5/31 14:30", "", "form"},
	{"日期", "2025-05-31T00:00:00Z", "", "form"},
	{"日期", "5/31/2025", "", "form"},
	{"日期", "25/5/31", "", "form"},
	{"日期", "2025年5月", "", "form"},
	{"日期", "2025-05", "", "form"},
	{"日期", "2025/2/30", "", "form"},
	{"日期", "2025-02-30", "", "form"},
	{"日期", "2025/5-31", "", "form"},
	{"日期", "长期", "", "form"},
	{"日期", "N/A", "", "视为未填"},
	{"日期", "/", "", "视为未填"},

	{"月份", "2025-05", "2025-05", ""},
	{"月份", "2025年5月", "2025-05", "日期改写"},
	{"月份", "2025/5", "2025-05", "日期改写"},
	{"月份", "2025-5", "2025-05", "日期改写"},
	{"月份", "202505", "2025-05", "日期改写"},
	{"月份", "2025.10", "2025-10", "日期改写"},
	{"月份", "2025.1", "", "form"}, // may have been 2025.10
	{"月份", "2025/5/1", "2025-05", "日期改写"},
	{"月份", "2025/5/1 0:00", "2025-05", "日期改写；去掉零点时刻"},
	{"月份", "2025/5/2", "", "form"},
	{"月份", "May-25", "", "form"},
	{"月份", "2025年13月", "", "form"},

	{"是否", "是", "true", ""},
	{"是否", "√", "true", "勾叉、真假改为是否"},
	{"是否", "TRUE", "true", "勾叉、真假改为是否"},
	{"是否", "×", "false", "勾叉、真假改为是否"},
	{"是否", " 否 ", "false", "去掉首尾空白"},
	{"是否", "无", "", "form"}, // no, or nothing to say?
	{"是否", "—", "", "form"},
	{"是否", "1", "", "form"},

	{"种类", "每日", "daily", ""},
	{"种类", "无", "none", ""}, // the list has it
	{"种类", "—", "", "视为未填"},
	{"种类", "DAILY", "daily", "大小写按代码表"},
	{"种类", " 每日", "daily", "去掉首尾空白"},
	{"种类", "结构化(表)", "sheet", "全角改为半角"},
	{"种类", "每月", "", "code"},
	{"种类集", "每日、无", "daily、none", ""},
	{"种类集", "每日;每日", "", "repeated"},
	{"种类集", "Daily，ｓｈｅｅｔ", "daily、sheet", "全角改为半角"},

	{"编号", "000123", "000123", ""},
	{"编号", "ＪＴ－０２", "JT-02", "全角改为半角"},
	{"编号", "'000123", "000123", "去掉前导单引号"},
	{"编号", "1E5", "1E5", ""},
	{"编号", "1.23E+15", "", "shortened"},
	{"编号", "-", "", "视为未填"},
	{"编号", "JT 02", "", "shape"},
	{"科目", "１７０１", "1701", "全角改为半角"},
	{"科目", "1701 ", "1701", "去掉首尾空白"},
	{"科目", "1.38E+10", "", "shortened"},
	{"信用代码", "91350100m000100y43", "91350100M000100Y43", "大小写按代码表"},
	{"信用代码", "'91350100M000100Y43", "91350100M000100Y43", "去掉前导单引号"},
	{"信用代码", "9.135E+17", "", "shortened"},
	{"信用代码", "91350100M000100Y44", "", "identifier"},

	{"文字", " 公路 ", "公路", "去掉首尾空白"},
	{"文字", "\t 公路 ", " 公路 ", ""}, // guarded: to the letter
	{"文字", "２０２５年", "２０２５年", ""}, // a text keeps its width
	{"文字", "'90s", "'90s", ""},
	{"文字", "1.86E+06", "1.86E+06", ""},
	{"文字", "无", "无", ""},
	{"文字", "\t\tx", "", "text"}, // only one TAB is taken away
	{"必要", "无", "无", "placeholder"},
	{"必要", "#REF!", "#REF!", "placeholder"},
	{"必要", "\t无", "无", ""}, // guarded: meant
}

func TestUntidyCells(t *testing.T) {
	table := probes()
	for _, tt := range untidyCells {
		head, cells := tt.column, `"`+strings.ReplaceAll(tt.cell, `"`, `""`)+`"`
		if tt.column == "必要" {
			head, cells = "文字,"+head, "x,"+cells
		} else if tt.column == "文字" {
			head, cells = head+",必要", cells+",y"
		} else {
			head, cells = head+",序号", cells+",1" // so that the row is never empty
		}
		rows, err := table.ReadCSV(strings.NewReader(head+"\n"+cells+"\n"), record.Options{File: "t.csv"})
		require.NoError(t, err, tt)
		n := 0
		for row, report := range rows.All() {
			n++
			got := ""
			for _, f := range table.Definition().Fields {
				if f.Title.ZH == tt.column {
					got = table.Text(&row, f.Key)
				}
			}
			assert.Equal(t, tt.want, got, tt)
			told := ""
			for _, f := range report.Findings {
				if told = strings.TrimPrefix(string(f.Rule), "record."); told == "normalised" {
					_, told, _ = strings.Cut(f.Message.ZH, "：")
					told = strings.TrimSuffix(told, "。")
					assert.Equal(t, rule.Note, f.Severity)
					assert.NotContains(t, f.Message.EN, "  ")
				}
				assert.Equal(t, tt.column, f.Source.Heading)
				assert.Equal(t, 2, f.Source.Line)
			}
			assert.LessOrEqual(t, len(report.Findings), 1, tt)
			assert.Equal(t, tt.told, told, tt)
		}
		require.NoError(t, rows.Err())
		require.Equal(t, 1, n, tt)
	}
}

// JSON and Set take none of this.
func TestUntidyIsForSheets(t *testing.T) {
	table := probes()
	for _, tt := range untidyCells {
		if tt.told == "" || tt.column == "文字" || tt.column == "必要" || tt.cell == "-" {
			continue
		}
		for _, f := range table.Definition().Fields {
			if f.Title.ZH != tt.column {
				continue
			}
			var p probe
			require.Error(t, table.Set(&p, f.Key, tt.cell), tt)
			quoted := `"` + strings.NewReplacer("\t", `\t`, `"`, `\"`).Replace(tt.cell) + `"`
			_, report, err := table.Read([]byte(`{"`+f.Key+`":`+quoted+`}`), record.Options{})
			require.NoError(t, err)
			assert.Error(t, report.Err(), tt)
		}
	}
}
