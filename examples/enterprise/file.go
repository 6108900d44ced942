package main

import (
	"strconv"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// year is the file: what happened, and what the enterprise writes in its notes.
type year struct {
	Name     string
	Memos    []enterprise.Memo
	Spending []enterprise.SpendingRecord
	Events   []accounting.EventRecord
	Served   []served
	Deals    []deal
	Sheet    balanceSheet
	Notes    []yearNotes
}

// yearNotes is what the enterprise writes in the notes of one year.
type yearNotes struct {
	Year record.Opt[int64]
	enterprise.Written
}

// served is a month in which data of mixed use served others.
type served struct {
	Month calendar.Month
	Asset string
}

// deal is a dealing that the rules on state assets are asked about.
type deal struct {
	On        calendar.Date
	Asset     string
	Kind      enterprise.DealKind
	Affiliate record.Opt[bool]
	Price     money.Amount
	NotValued string
	Valuation string
}

// balanceSheet is the parents of the three lines 其中：数据资源, at the end of a year.
type balanceSheet struct {
	Inventories, Intangibles, Development money.Amount
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

var basis = []rule.Clause{rule.In("财会〔2023〕11号", "三")}

// fileTable is the table of the file.
func fileTable() *record.Table[year] {
	asset := record.Text{Max: 40, Shape: record.CodeText}
	many := record.List{Max: 10_000}
	return record.MustTable(record.Definition{
		Name: "enterprise-year", Title: text("企业数据资源年度事项", "a year of an enterprise's data"), Basis: basis,
	}, []record.Field[year]{
		{Key: "name", Title: text("企业名称", "enterprise"), Type: record.Text{Max: 200}, Required: record.Always(), At: record.AtText(func(y *year) *string { return &y.Name })},
		{Key: "memos", Title: text("五条件备忘录", "memoranda on the five conditions"), Type: many, At: record.AtList(enterprise.Memos(), func(y *year) *[]enterprise.Memo { return &y.Memos })},
		{Key: "spending", Title: text("研发支出", "costs of research and development"), Type: many, At: record.AtList(enterprise.Spendings(), func(y *year) *[]enterprise.SpendingRecord { return &y.Spending })},
		{Key: "events", Title: text("事项", "events"), Type: many, At: record.AtList(accounting.EventRecords(enterprise.Events()), func(y *year) *[]accounting.EventRecord { return &y.Events })},
		{Key: "served", Title: text("当月对外提供服务的资产", "assets that served others in a month"), Type: many, At: record.AtList(servedTable(asset), func(y *year) *[]served { return &y.Served })},
		{Key: "deals", Title: text("国资事项", "dealings under the rules on state assets"), Type: many, At: record.AtList(dealTable(asset), func(y *year) *[]deal { return &y.Deals })},
		{Key: "balanceSheet", Title: text("资产负债表母项", "lines of the balance sheet"), Type: record.Nested{}, At: record.AtNested(sheetTable(), func(y *year) *balanceSheet { return &y.Sheet })},
		{Key: "notes", Title: text("附注", "notes"), Type: many, At: record.AtList(notesTable(), func(y *year) *[]yearNotes { return &y.Notes })},
	})
}

func notesTable() *record.Table[yearNotes] {
	fields := []record.Field[yearNotes]{
		{Key: "year", Title: text("年度", "year"), Type: record.Integer{Min: 2024, Max: 9999}, Required: record.Always(), At: record.At(func(n *yearNotes) *record.Opt[int64] { return &n.Year })},
	}
	return record.MustTable(record.Definition{
		Name: "enterprise-year-notes", Title: text("年度附注", "notes of a year"), Basis: basis,
	}, append(fields, record.Include(enterprise.WrittenNotes(), func(n *yearNotes) *enterprise.Written { return &n.Written })...))
}

// notes returns what is written for a year, and where in the file.
func (y year) notes(of int) (enterprise.Written, string) {
	for i, n := range y.Notes {
		if n.Year.Or(0) == int64(of) {
			return n.Written, "/notes/" + strconv.Itoa(i)
		}
	}
	return enterprise.Written{}, "/notes"
}

func servedTable(asset record.Text) *record.Table[served] {
	return record.MustTable(record.Definition{
		Name: "enterprise-served", Title: text("对外服务的月份", "month of service"), Basis: basis,
	}, []record.Field[served]{
		{Key: "month", Title: text("月份", "month"), Type: record.Month{}, Required: record.Always(), At: record.At(func(s *served) *calendar.Month { return &s.Month })},
		{Key: "asset", Title: text("资产", "asset"), Type: asset, Required: record.Always(), At: record.AtText(func(s *served) *string { return &s.Asset })},
	})
}

func dealTable(asset record.Text) *record.Table[deal] {
	kinds := record.CodeList{Name: "deal-kind", Title: text("交易种类", "kind of dealing"), Codes: []record.CodeEntry{
		{Code: string(enterprise.Supply), Title: text("许可、服务", "supply")},
		{Code: string(enterprise.Transfer), Title: text("转让", "transfer")},
		{Code: string(enterprise.Contribute), Title: text("作价出资", "contribution")},
		{Code: string(enterprise.PayWith), Title: text("抵债", "payment in kind")},
		{Code: string(enterprise.Encumber), Title: text("质押", "pledge")},
	}}
	return record.MustTable(record.Definition{
		Name: "enterprise-deal", Title: text("交易", "dealing"), Basis: basis,
	}, []record.Field[deal]{
		{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), At: record.At(func(d *deal) *calendar.Date { return &d.On })},
		{Key: "asset", Title: text("资产", "asset"), Type: asset, Required: record.Always(), At: record.AtText(func(d *deal) *string { return &d.Asset })},
		{Key: "kind", Title: text("种类", "kind"), Type: record.Code{List: kinds}, Required: record.Always(), At: record.AtText(func(d *deal) *enterprise.DealKind { return &d.Kind })},
		{Key: "affiliate", Title: text("关联方", "related party"), Type: record.Boolean{}, At: record.At(func(d *deal) *record.Opt[bool] { return &d.Affiliate })},
		{Key: "price", Title: text("不含税价款", "price before tax"), Type: record.Amount{}, At: record.At(func(d *deal) *money.Amount { return &d.Price })},
		{Key: "notValued", Title: text("难以评估的说明", "why it cannot be valued"), Type: record.Text{Max: 500}, At: record.AtText(func(d *deal) *string { return &d.NotValued })},
		{Key: "valuation", Title: text("评估或估值报告", "appraisal or estimate"), Type: record.Text{Max: 200}, At: record.AtText(func(d *deal) *string { return &d.Valuation })},
	})
}

func sheetTable() *record.Table[balanceSheet] {
	return record.MustTable(record.Definition{
		Name: "enterprise-balance-sheet", Title: text("资产负债表母项", "lines of the balance sheet"), Basis: basis,
	}, []record.Field[balanceSheet]{
		{Key: "inventories", Title: text("存货", "inventories"), Type: record.Amount{}, At: record.At(func(b *balanceSheet) *money.Amount { return &b.Inventories })},
		{Key: "intangibles", Title: text("无形资产", "intangible assets"), Type: record.Amount{}, At: record.At(func(b *balanceSheet) *money.Amount { return &b.Intangibles })},
		{Key: "development", Title: text("开发支出", "development expenditure"), Type: record.Amount{}, At: record.At(func(b *balanceSheet) *money.Amount { return &b.Development })},
	})
}
