package bench_test

import (
	"strconv"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// assetRow is a row of a ledger as units keep it: 30 columns, about 375 bytes.
type assetRow struct {
	Code, Name, Sector, Theme, Form, Area, Frequency, Source   string
	Project, Sharing, Openness, Level, Basis, Holder, Owner    string
	Number, Mode, Operator, Status, Account, Department, Phone string
	Rows, Bytes, Months                                        record.Opt[int64]
	Personal                                                   record.Opt[bool]
	Cost, Amortised                                            money.Amount
	AcquiredOn, RecordedOn                                     calendar.Date
}

func both(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func listOf(name string, titles ...string) record.CodeList {
	l := record.CodeList{Name: name, Title: both(name, name), Evidence: rule.Judgement}
	for i, zh := range titles {
		code := name + strconv.Itoa(i)
		l.Codes = append(l.Codes, record.CodeEntry{Code: code, Title: both(zh, code)})
	}
	return l
}

func assetRows() *record.Table[assetRow] {
	var fields []record.Field[assetRow]
	add := func(key, zh string, t record.Type, at record.Accessor[assetRow]) {
		fields = append(fields, record.Field[assetRow]{Key: key, Title: both(zh, key+" of row"), Type: t, Required: record.Always(), At: at})
	}
	text := func(key, zh string, most int, at func(*assetRow) *string) {
		add(key, zh, record.Text{Max: most}, record.AtText(at))
	}
	shaped := func(key, zh string, s record.Shape, at func(*assetRow) *string) {
		add(key, zh, record.Text{Max: 40, Shape: s}, record.AtText(at))
	}
	code := func(key, zh string, at func(*assetRow) *string, titles ...string) {
		add(key, zh, record.Code{List: listOf(key, titles...)}, record.AtText(at))
	}
	whole := func(key, zh string, at func(*assetRow) *record.Opt[int64]) {
		add(key, zh, record.Integer{}, record.At(at))
	}
	amount := func(key, zh string, at func(*assetRow) *money.Amount) { add(key, zh, record.Amount{}, record.At(at)) }
	date := func(key, zh string, at func(*assetRow) *calendar.Date) { add(key, zh, record.Date{}, record.At(at)) }

	shaped("code", "资产编码", record.CodeText, func(r *assetRow) *string { return &r.Code })
	text("name", "资产名称", 100, func(r *assetRow) *string { return &r.Name })
	code("sector", "行业领域", func(r *assetRow) *string { return &r.Sector }, "交通运输", "自然资源", "教育", "卫生健康", "气象", "农业农村")
	text("theme", "主题", 60, func(r *assetRow) *string { return &r.Theme })
	code("form", "数据形态", func(r *assetRow) *string { return &r.Form }, "结构化", "半结构化", "非结构化")
	whole("rows", "记录条数", func(r *assetRow) *record.Opt[int64] { return &r.Rows })
	whole("bytes", "存储量", func(r *assetRow) *record.Opt[int64] { return &r.Bytes })
	text("area", "覆盖区域", 60, func(r *assetRow) *string { return &r.Area })
	code("frequency", "更新频率", func(r *assetRow) *string { return &r.Frequency }, "实时", "每日", "每月", "每年", "停更")
	code("source", "数据来源", func(r *assetRow) *string { return &r.Source }, "履职产生", "公共服务产生", "购买", "共享取得", "受赠")
	text("project", "信息化项目", 60, func(r *assetRow) *string { return &r.Project })
	code("sharing", "共享属性", func(r *assetRow) *string { return &r.Sharing }, "无条件共享", "有条件共享", "不予共享")
	code("openness", "开放属性", func(r *assetRow) *string { return &r.Openness }, "无条件开放", "有条件开放", "不予开放")
	code("level", "安全级别", func(r *assetRow) *string { return &r.Level }, "一般数据", "重要数据", "核心数据")
	add("personal", "含个人信息", record.Boolean{}, record.At(func(r *assetRow) *record.Opt[bool] { return &r.Personal }))
	text("basis", "权利依据", 60, func(r *assetRow) *string { return &r.Basis })
	text("owner", "所有权人", 60, func(r *assetRow) *string { return &r.Owner })
	add("holder", "持有单位信用代码", record.Identifier{Scheme: record.CreditCode}, record.AtText(func(r *assetRow) *string { return &r.Holder }))
	shaped("number", "登记编号", record.CodeText, func(r *assetRow) *string { return &r.Number })
	code("mode", "授权模式", func(r *assetRow) *string { return &r.Mode }, "整体授权", "分领域授权", "依场景授权")
	text("operator", "运营机构", 60, func(r *assetRow) *string { return &r.Operator })
	code("status", "入账状态", func(r *assetRow) *string { return &r.Status }, "未入账", "按名义金额入账", "按成本入账", "仅披露")
	shaped("account", "会计科目", record.Digits, func(r *assetRow) *string { return &r.Account })
	amount("cost", "入账金额", func(r *assetRow) *money.Amount { return &r.Cost })
	amount("amortised", "累计摊销", func(r *assetRow) *money.Amount { return &r.Amortised })
	whole("months", "使用年限", func(r *assetRow) *record.Opt[int64] { return &r.Months })
	date("acquiredOn", "取得日期", func(r *assetRow) *calendar.Date { return &r.AcquiredOn })
	date("recordedOn", "入册日期", func(r *assetRow) *calendar.Date { return &r.RecordedOn })
	text("department", "责任部门", 60, func(r *assetRow) *string { return &r.Department })
	shaped("phone", "联系电话", record.Digits, func(r *assetRow) *string { return &r.Phone })
	return record.MustTable(record.Definition{Name: "bench-row", Title: both("台账行", "ledger row")}, fields)
}

// assetRowAt is the i-th row; no two are alike, and codes change from row to row.
func assetRowAt(i int) assetRow {
	pick := func(name string, n int) string { return name + strconv.Itoa(i%n) }
	day := calendar.MustDate(2019, 1, 1).AddDays(i % 2000)
	fen := func(n int) money.Amount {
		a, err := money.Fen(int64(n))
		if err != nil {
			panic(err)
		}
		return a
	}
	return assetRow{
		Code: "GX-JT-" + strconv.Itoa(100000+i), Name: "公路路况数据集" + strconv.Itoa(i), Sector: pick("sector", 6), Theme: "公路养护", Form: pick("form", 3),
		Rows: record.Some(int64(186000 + i)), Bytes: record.Some(int64(1260000000 + i)), Area: "全区", Frequency: pick("frequency", 5),
		Source: pick("source", 5), Project: "公路数据库", Sharing: pick("sharing", 3), Openness: pick("openness", 3), Level: pick("level", 3),
		Personal: record.Some(i%7 == 0), Basis: "依法履职", Owner: "国家", Holder: "91350100M000100Y43", Number: "DJ-2025-" + strconv.Itoa(100000+i),
		Mode: pick("mode", 3), Operator: "运营机构甲", Status: pick("status", 4), Account: "1701", Cost: fen(186000000 + i), Amortised: fen(4650000 + i),
		Months: record.Some(int64(36 + i%24)), AcquiredOn: day, RecordedOn: day.AddDays(30), Department: "科技处", Phone: "07710000000",
	}
}
