package ledger

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Row is one data asset in the ledger.
type Row struct {
	Resource asset.Resource

	Code          string // asset code; the resource's id names the row
	RecordedOn    calendar.Date
	Registered    Registered
	RegisteredOn  calendar.Date
	CertificateNo string

	Booking  Booking
	Account  string
	Amount   money.Amount
	BookedOn calendar.Date
	Voucher  string
	Reason   string // of a nominal amount

	Mode           asset.Mode // authorised, as opposed to intended
	AuthorisedFrom calendar.Date
	AuthorisedTo   calendar.Date
	ConsentOn      calendar.Date // of the provider of shared data

	RetiredOn   calendar.Date
	RetireCause Cause
	Department  string
	Contact     string

	Extra record.Extra
}

// ID returns what names the row: the resource's id.
func (r Row) ID() string { return r.Resource.ID }

// Table returns the table of [Row]. Callers extend it by Table().With.
func Table() *record.Table[Row] { return table() }

var table = sync.OnceValue(func() *record.Table[Row] {
	return record.MustExtensible(definition(), append(resourceFields(), rowFields()...), func(r *Row) *record.Extra { return &r.Extra })
})

func definition() record.Definition {
	groups := asset.Resources().Definition().Groups
	return record.Definition{
		Name: "ledger-row", Title: text("数据资产台账", "ledger of data assets"), Basis: gx("4.2.2"), DateOf: "recordedOn",
		Doc: text("一行一项数据资产：名称、简介、权属、分类、确权登记和入账状态等。",
			"One data asset a row: name, introduction, rights, classification, registration, booking status and more."),
		Groups: append(groups,
			record.Group{Key: "registration", Title: text("登记", "registration")},
			record.Group{Key: "books", Title: text("入账", "books")},
			record.Group{Key: "management", Title: text("管理", "management")},
		),
	}
}

// resourceFields is the sweep's table, with what a ledger must hold required.
func resourceFields() []record.Field[Row] {
	fields := record.Include(asset.Resources(), func(r *Row) *asset.Resource { return &r.Resource })
	for i := range fields {
		switch fields[i].Key {
		case "class", "owner", "rightHolder":
			fields[i].Required = record.Always()
		}
	}
	return fields
}

func rowFields() []record.Field[Row] {
	code := record.Text{Max: 40, Shape: record.CodeText}
	name, note := record.Text{Max: 100}, record.Text{Max: 300}
	registered := record.Equals("registered", "registered")
	booked := record.In("bookingStatus", "nominal", "cost")
	retired := record.Present("retiredOn")
	return []record.Field[Row]{
		{Key: "assetCode", Group: "basic", Title: text("资产编码", "asset code"), Type: code, Example: "GX-JT-0001", At: record.AtText(func(r *Row) *string { return &r.Code })},
		{Key: "recordedOn", Group: "basic", Title: text("入册日期", "recorded on"), Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2025-05-29", At: record.At(func(r *Row) *calendar.Date { return &r.RecordedOn })},

		{Key: "registered", Group: "registration", Title: text("是否确权登记", "rights registered"), Type: record.Code{List: registeredList()}, Required: record.Always(), Basis: gx("4.2.2"), Example: "none", At: record.AtText(func(r *Row) *Registered { return &r.Registered })},
		{Key: "registeredOn", Group: "registration", Title: text("登记日期", "registered on"), Type: record.Date{}, Required: registered, Absent: record.Equals("registered", "none"), Basis: gx("4.3.3"), Example: "2025-09-10", At: record.At(func(r *Row) *calendar.Date { return &r.RegisteredOn })},
		{Key: "certificateNo", Group: "registration", Title: text("证书编号", "certificate number"), Type: code, Absent: record.Equals("registered", "none"), Basis: gx("4.3.3"), Example: "GX-2025-000001", At: record.AtText(func(r *Row) *string { return &r.CertificateNo })},

		{Key: "bookingStatus", Group: "books", Title: text("财务入账状态", "booking status"), Type: record.Code{List: bookingList()}, Required: record.Always(), Basis: gx("4.2.2"), Example: "none", At: record.AtText(func(r *Row) *Booking { return &r.Booking })},
		{Key: "account", Group: "books", Title: text("入账科目", "account"), Type: name, Required: booked, Absent: record.Equals("bookingStatus", "none"), Basis: gx("4.4.1"), Example: "1701 无形资产——数据资产——公路", At: record.AtText(func(r *Row) *string { return &r.Account })},
		{Key: "bookAmount", Group: "books", Title: text("入账金额", "booked amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: booked, Absent: record.Not(booked), Basis: gx("4.4.1"), Example: "1.00", At: record.At(func(r *Row) *money.Amount { return &r.Amount })},
		{Key: "bookedOn", Group: "books", Title: text("入账日期", "booked on"), Type: record.Date{}, Required: booked, Absent: record.Not(booked), Example: "2025-06-30", At: record.At(func(r *Row) *calendar.Date { return &r.BookedOn })},
		{Key: "voucher", Group: "books", Title: text("记账凭证号", "voucher"), Type: name, Required: booked, Absent: record.Not(booked), Basis: []rule.Clause{rule.In("会计基础工作规范", "第51条")}, Example: "2025-06 记-12", At: record.AtText(func(r *Row) *string { return &r.Voucher })},
		{Key: "nominalReason", Group: "books", Title: text("名义金额理由", "reason for the nominal amount"), Type: note, Required: record.Equals("bookingStatus", "nominal"), Absent: record.Not(record.Equals("bookingStatus", "nominal")), Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第25条")}, Example: "自行形成，成本无法可靠计量", At: record.AtText(func(r *Row) *string { return &r.Reason })},

		{Key: "authorisedMode", Group: "management", Title: text("授权模式", "authorised mode"), Type: record.Code{List: modes()}, Basis: gx("4.5.4"), Example: "scenario", At: record.AtText(func(r *Row) *asset.Mode { return &r.Mode })},
		{Key: "authorisedFrom", Group: "management", Title: text("授权起始", "authorised from"), Type: record.Date{}, Required: record.Present("authorisedMode"), Absent: record.Not(record.Present("authorisedMode")), Example: "2026-01-01", At: record.At(func(r *Row) *calendar.Date { return &r.AuthorisedFrom })},
		{Key: "authorisedTo", Group: "management", Title: text("授权截止", "authorised to"), Type: record.Date{}, Required: record.Present("authorisedMode"), Absent: record.Not(record.Present("authorisedMode")), Basis: []rule.Clause{rule.In("发改数据规〔2025〕27号", "第14条")}, Example: "2028-12-31", At: record.At(func(r *Row) *calendar.Date { return &r.AuthorisedTo })},
		{Key: "consentOn", Group: "management", Title: text("共享提供单位同意日期", "provider's consent on"), Type: record.Date{}, Absent: record.Not(record.Equals("sources", "sharing")), Basis: gx("4.5.1"), Example: "2026-03-19", At: record.At(func(r *Row) *calendar.Date { return &r.ConsentOn })},

		{Key: "retiredOn", Group: "management", Title: text("退出日期", "retired on"), Type: record.Date{}, Basis: gx("4.2.3"), Example: "2026-08-19", At: record.At(func(r *Row) *calendar.Date { return &r.RetiredOn })},
		{Key: "retireCause", Group: "management", Title: text("退出原因", "cause of retirement"), Type: record.Code{List: causeList()}, Required: retired, Absent: record.Not(retired), Basis: gx("4.3.4"), Example: "lost", At: record.AtText(func(r *Row) *Cause { return &r.RetireCause })},
		{Key: "department", Group: "management", Title: text("责任部门", "department"), Type: name, Basis: gx("5.1.3"), Example: "科技处", At: record.AtText(func(r *Row) *string { return &r.Department })},
		{Key: "contact", Group: "management", Title: text("联系人", "contact"), Type: name, Basis: gx("5.1.3"), Example: "甲", At: record.AtText(func(r *Row) *string { return &r.Contact })},
	}
}

// modes is the modes of authorised operation, without none: a row that is not
// authorised leaves the field out.
func modes() record.CodeList {
	f, _ := asset.Resources().Definition().Field("intendedMode")
	l := f.Type.(record.Code).List
	l.Name, l.Codes = "granted-mode", l.Codes[1:]
	return l
}
