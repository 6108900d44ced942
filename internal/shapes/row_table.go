package shapes

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Status is a code of its own Go type.
type Status string

// Row is a flat record of 45 fields and room for a caller's own.
type Row struct {
	Code, Name, Introduction, Sector, Theme, Owner, Holder, User, Operator string
	HolderCode, CertificateDigest, Link, Mail, Phone                       string
	Form, Coverage, Project, System, RightsBasis, CertificateNo, Voucher   string
	Reason, Department, Contact, Remark                                    string
	Status                                                                 Status
	Security, Frequency, Mode                                              Status
	Sources, Openness                                                      []Status
	RecordedOn, AcquiredOn, RegisteredOn, BookedOn, RetiredOn              calendar.Date
	FirstMonth                                                             calendar.Month
	Cost, BookAmount, Income                                               money.Amount
	Share                                                                  money.Ratio
	Rows, Bytes, LifeMonths                                                record.Opt[int64]
	Personal, Shared                                                       record.Opt[bool]
	Extra                                                                  record.Extra
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func codes(name, zh, en string, entries ...record.CodeEntry) record.CodeList {
	return record.CodeList{Name: name, Title: text(zh, en), Evidence: rule.Judgement, Codes: entries}
}

func entry(code, zh, en string) record.CodeEntry {
	return record.CodeEntry{Code: code, Title: text(zh, en)}
}

// StatusList is the booking status; one code has ended, one begins late.
func StatusList() record.CodeList {
	return codes("shape-status", "入账状态", "booking status",
		entry("none", "未入账", "not booked"), entry("nominal", "按名义金额入账", "booked at nominal amount"),
		entry("cost", "按成本入账", "booked at cost"),
		record.CodeEntry{Code: "memo", Title: text("备查登记", "memo only"), Effective: rule.Period{To: day("2025-12-31")}},
		record.CodeEntry{Code: "disclosed", Title: text("仅披露", "disclosed only"), Effective: rule.Period{From: day("2026-01-01")}},
	)
}

func securityList() record.CodeList {
	return codes("shape-security", "安全级别", "security level",
		entry("general", "一般数据", "general"), entry("important", "重要数据", "important"), entry("core", "核心数据", "core"))
}

func frequencyList() record.CodeList {
	return codes("shape-frequency", "更新频率", "update frequency",
		entry("realtime", "实时", "real time"), entry("daily", "每日", "daily"), entry("monthly", "每月", "monthly"),
		entry("yearly", "每年", "yearly"), entry("ended", "停更", "ended"))
}

func sourceList() record.CodeList {
	return codes("shape-source", "来源", "source",
		entry("duty", "履职产生", "performance of duty"), entry("service", "公共服务产生", "public service"),
		entry("purchase", "购买", "purchase"), entry("sharing", "共享取得", "sharing"), entry("donation", "受赠", "donation"))
}

func modeList() record.CodeList {
	return codes("shape-mode", "授权模式", "authorisation mode",
		entry("whole", "整体授权", "whole"), entry("field", "分领域授权", "by field"), entry("scenario", "依场景授权", "by scenario"))
}

func opennessList() record.CodeList {
	return codes("shape-openness", "开放属性", "openness",
		entry("open", "无条件开放", "open"), entry("conditional", "有条件开放", "conditional"), entry("closed", "不开放", "closed"))
}

// RowTable is the table of [Row].
func RowTable() *record.Table[Row] {
	gx := []rule.Clause{rule.In(rule.GuangxiPlan, "四(二)")}
	short := record.Text{Max: 60}
	return record.MustExtensible(record.Definition{
		Name: "shape-row", Title: text("台账行（示例）", "ledger row (made up)"),
		Doc:    text("用来检验字段机制的平面记录。", "A flat record that proves the mechanism."),
		Basis:  gx,
		DateOf: "recordedOn",
		Groups: []record.Group{{Key: "basic", Title: text("基本", "basic")}, {Key: "books", Title: text("入账", "books")}},
	}, []record.Field[Row]{
		{Key: "code", Title: text("资产编码", "asset code"), Group: "basic", Type: record.Text{Max: 40, Shape: record.CodeText}, Required: record.Always(), Example: "GX-JT-0001", At: record.AtText(func(r *Row) *string { return &r.Code })},
		{Key: "name", Title: text("名称", "name"), Group: "basic", Type: record.Text{Max: 100}, Required: record.Always(), Basis: gx, Synonyms: []string{"数据资产名称"}, Example: "公路基础数据库", At: record.AtText(func(r *Row) *string { return &r.Name })},
		{Key: "introduction", Title: text("简介", "introduction"), Group: "basic", Type: record.Text{Max: 500, Lines: true}, Required: record.Always(), Basis: gx, Example: "路线、桥梁、隧道", At: record.AtText(func(r *Row) *string { return &r.Introduction })},
		{Key: "sector", Title: text("行业领域", "sector"), Type: short, Example: "交通运输", At: record.AtText(func(r *Row) *string { return &r.Sector })},
		{Key: "theme", Title: text("主题", "theme"), Type: short, At: record.AtText(func(r *Row) *string { return &r.Theme })},
		{Key: "owner", Title: text("所有权人", "owner"), Type: short, Required: record.Always(), Example: "国家", At: record.AtText(func(r *Row) *string { return &r.Owner })},
		{Key: "holder", Title: text("持有单位", "holder"), Type: short, Required: record.Always(), Example: "某厅", At: record.AtText(func(r *Row) *string { return &r.Holder })},
		{Key: "holderCode", Title: text("统一社会信用代码", "credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Required: record.Always(), Example: "91350100M000100Y43", At: record.AtText(func(r *Row) *string { return &r.HolderCode })},
		{Key: "user", Title: text("使用权人", "user"), Type: short, At: record.AtText(func(r *Row) *string { return &r.User })},
		{Key: "operator", Title: text("经营权人", "operator"), Type: short, Required: record.Present("mode"), At: record.AtText(func(r *Row) *string { return &r.Operator })},
		{Key: "form", Title: text("数据形态", "data form"), Type: short, At: record.AtText(func(r *Row) *string { return &r.Form })},
		{Key: "coverage", Title: text("覆盖范围", "coverage"), Type: record.Text{Max: 200}, At: record.AtText(func(r *Row) *string { return &r.Coverage })},
		{Key: "rows", Title: text("记录条数", "rows"), Type: record.Integer{}, Unit: text("条", "rows"), Example: "186000", At: record.At(func(r *Row) *record.Opt[int64] { return &r.Rows })},
		{Key: "bytes", Title: text("存储量", "bytes"), Type: record.Integer{}, Unit: text("字节", "bytes"), At: record.At(func(r *Row) *record.Opt[int64] { return &r.Bytes })},
		{Key: "frequency", Title: text("更新频率", "update frequency"), Type: record.Code{List: frequencyList()}, Required: record.Always(), Example: "daily", At: record.AtText(func(r *Row) *Status { return &r.Frequency })},
		{Key: "sources", Title: text("来源", "sources"), Type: record.Codes{List: sourceList()}, Required: record.Always(), Example: "duty;sharing", At: record.AtTexts(func(r *Row) *[]Status { return &r.Sources })},
		{Key: "openness", Title: text("开放属性", "openness"), Type: record.Codes{List: opennessList(), Max: 2}, At: record.AtTexts(func(r *Row) *[]Status { return &r.Openness })},
		{Key: "shared", Title: text("是否共享取得", "obtained by sharing"), Type: record.Boolean{}, Required: record.Equals("sources", "sharing"), Example: "true", At: record.At(func(r *Row) *record.Opt[bool] { return &r.Shared })},
		{Key: "personal", Title: text("含个人信息", "personal information"), Type: record.Boolean{}, Required: record.Always(), Example: "false", At: record.At(func(r *Row) *record.Opt[bool] { return &r.Personal })},
		{Key: "security", Title: text("安全级别", "security level"), Type: record.Code{List: securityList()}, Required: record.Equals("personal", "true"), Example: "general", At: record.AtText(func(r *Row) *Status { return &r.Security })},
		{Key: "project", Title: text("信息化项目", "IT project"), Type: short, At: record.AtText(func(r *Row) *string { return &r.Project })},
		{Key: "system", Title: text("信息系统", "system"), Type: short, At: record.AtText(func(r *Row) *string { return &r.System })},
		{Key: "rightsBasis", Title: text("权利依据", "basis of rights"), Type: record.Text{Max: 200}, At: record.AtText(func(r *Row) *string { return &r.RightsBasis })},
		{Key: "certificateNo", Title: text("证书编号", "certificate number"), Type: record.Text{Max: 40, Shape: record.CodeText}, Required: record.Present("registeredOn"), At: record.AtText(func(r *Row) *string { return &r.CertificateNo })},
		{Key: "certificateDigest", Title: text("证书摘要", "certificate digest"), Type: record.Identifier{Scheme: record.Digest}, At: record.AtText(func(r *Row) *string { return &r.CertificateDigest })},
		{Key: "registeredOn", Title: text("登记日期", "registered on"), Type: record.Date{}, At: record.At(func(r *Row) *calendar.Date { return &r.RegisteredOn })},
		{Key: "mode", Title: text("授权模式", "authorisation mode"), Type: record.Code{List: modeList()}, At: record.AtText(func(r *Row) *Status { return &r.Mode })},
		{Key: "bookingStatus", Title: text("财务入账状态", "booking status"), Group: "books", Type: record.Code{List: StatusList()}, Required: record.Always(), Basis: gx, Example: "nominal", At: record.AtText(func(r *Row) *Status { return &r.Status })},
		{Key: "bookAmount", Title: text("入账金额", "booked amount"), Group: "books", Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.In("bookingStatus", "nominal", "cost"), Absent: record.Equals("bookingStatus", "none"), Example: "1.00", At: record.At(func(r *Row) *money.Amount { return &r.BookAmount })},
		{Key: "reason", Title: text("名义金额理由", "reason for the nominal amount"), Group: "books", Type: record.Text{Max: 300}, Required: record.Equals("bookingStatus", "nominal"), Absent: record.Not(record.Equals("bookingStatus", "nominal")), At: record.AtText(func(r *Row) *string { return &r.Reason })},
		{Key: "voucher", Title: text("凭证号", "voucher"), Group: "books", Type: short, Required: record.Any(record.Equals("bookingStatus", "nominal"), record.Equals("bookingStatus", "cost")), At: record.AtText(func(r *Row) *string { return &r.Voucher })},
		{Key: "bookedOn", Title: text("入账日期", "booked on"), Group: "books", Type: record.Date{}, Required: record.All(record.Present("bookAmount"), record.Present("voucher")), At: record.At(func(r *Row) *calendar.Date { return &r.BookedOn })},
		{Key: "cost", Title: text("取得成本", "cost"), Group: "books", Type: record.Amount{}, At: record.At(func(r *Row) *money.Amount { return &r.Cost })},
		{Key: "income", Title: text("累计收益", "income to date"), Group: "books", Type: record.Amount{Signed: true}, Example: "-12.50", At: record.At(func(r *Row) *money.Amount { return &r.Income })},
		{Key: "share", Title: text("分成比例", "share"), Group: "books", Type: record.Ratio{Min: "0", Max: "1"}, Example: "0.06", At: record.At(func(r *Row) *money.Ratio { return &r.Share })},
		{Key: "lifeMonths", Title: text("使用年限", "useful life"), Group: "books", Type: record.Integer{Min: 1, Max: 1200}, Unit: text("月", "months"), At: record.At(func(r *Row) *record.Opt[int64] { return &r.LifeMonths })},
		{Key: "firstMonth", Title: text("起摊月份", "first month"), Group: "books", Type: record.Month{}, Example: "2025-11", At: record.At(func(r *Row) *calendar.Month { return &r.FirstMonth })},
		{Key: "acquiredOn", Title: text("取得日期", "acquired on"), Type: record.Date{}, At: record.At(func(r *Row) *calendar.Date { return &r.AcquiredOn })},
		{Key: "retiredOn", Title: text("退出日期", "retired on"), Type: record.Date{}, At: record.At(func(r *Row) *calendar.Date { return &r.RetiredOn })},
		{Key: "recordedOn", Title: text("登记入册日期", "recorded on"), Type: record.Date{}, Required: record.Always(), Example: "2025-05-29", At: record.At(func(r *Row) *calendar.Date { return &r.RecordedOn })},
		{Key: "department", Title: text("责任部门", "department"), Type: short, At: record.AtText(func(r *Row) *string { return &r.Department })},
		{Key: "contact", Title: text("联系人", "contact"), Type: short, At: record.AtText(func(r *Row) *string { return &r.Contact })},
		{Key: "phone", Title: text("电话", "phone"), Type: record.Text{Max: 20, Shape: record.Digits}, At: record.AtText(func(r *Row) *string { return &r.Phone })},
		{Key: "mail", Title: text("邮箱", "e-mail"), Type: record.Text{Max: 80, Shape: record.Email}, At: record.AtText(func(r *Row) *string { return &r.Mail })},
		{Key: "link", Title: text("目录链接", "link"), Type: record.Text{Max: 200, Shape: record.WebLink}, At: record.AtText(func(r *Row) *string { return &r.Link })},
	}, func(r *Row) *record.Extra { return &r.Extra })
}

// GoodRow is a row with every field filled and nothing wrong.
func GoodRow() Row {
	return Row{
		Code: "GX-JT-0001", Name: "公路基础数据库（路线、桥梁、隧道）", Introduction: "全区公路路线、桥梁和隧道的基础数据。\n每年更新一次。",
		Sector: "交通运输", Theme: "公路", Owner: "国家", Holder: "某厅", HolderCode: "91350100M000100Y43", User: "某厅", Operator: "运营机构甲",
		Form: "结构化", Coverage: "全区，2006—", Project: "公路数据库", System: "公路数据库系统", RightsBasis: "依法履职",
		CertificateNo: "GX-2025-000001", CertificateDigest: "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
		Status: "nominal", Security: "general", Frequency: "yearly", Mode: "scenario", Sources: []Status{"duty", "sharing"}, Openness: []Status{"conditional"},
		RecordedOn: day("2025-05-29"), AcquiredOn: day("2006-01-01"), RegisteredOn: day("2025-09-10"), BookedOn: day("2025-06-30"),
		FirstMonth: calendar.MonthOf(day("2026-09-01")), Cost: money.MustParse("480000.00"), BookAmount: money.Nominal(), Income: money.MustParse("-12.50"),
		Share: money.MustParseRatio("0.06"), Rows: record.Some[int64](186000), Bytes: record.Some[int64](126_000_000_000), LifeMonths: record.Some[int64](48),
		Personal: record.Some(false), Shared: record.Some(true), Reason: "成本无法可靠计量", Voucher: "2025-06-转-0012", RetiredOn: day("2026-12-31"),
		Department: "科技处", Contact: "甲", Phone: "07710000000", Mail: "a@example.gov.cn", Link: "https://example.gov.cn/catalogue/1", Remark: "",
	}
}
