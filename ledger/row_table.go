package ledger

import (
	"slices"
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

	Code           string // asset code; the resource's id names the row
	RecordedOn     calendar.Date
	Registered     Registered
	RegistrationNo string
	RegisteredOn   calendar.Date
	CertificateNo  string
	ValidTo        calendar.Date // of the registration
	CancelledOn    calendar.Date
	NationalCode   string // of the national registration of public data resources

	Booking     asset.BookingStatus
	Account     string
	Amount      money.Amount // original value in the books, changes of value included
	BookedOn    calendar.Date
	Voucher     string
	Reason      string // of a nominal amount
	Life        Life
	LifeMonths  record.Opt[int64]
	LifeReason  string
	Amortised   money.Amount // accumulated amortisation
	Impairment  money.Amount // an enterprise's
	ValueChange money.Amount // sum of all changes of the original value since it was booked
	ValueReason string

	Mode           asset.Mode // authorised, as opposed to intended
	AuthorisedFrom calendar.Date
	AuthorisedTo   calendar.Date
	ConsentOn      calendar.Date // of the provider of shared data
	Income         money.Amount  // received to date
	Remitted       money.Amount  // of it, remitted to the treasury to date
	Usage          Usage

	RetiredOn    calendar.Date
	RetireCause  Cause
	Counterparty string   // whom it came from or went to
	Predecessors []string // ids of the rows it continues
	Successors   []string // ids of the rows that continue it
	Department   string
	Contact      string

	Extra record.Extra
}

// ID returns what names the row: the resource's id.
func (r Row) ID() string { return r.Resource.ID }

// Clone returns a copy that shares no slice with r.
func (r Row) Clone() Row {
	r.Resource = r.Resource.Clone()
	r.Predecessors, r.Successors = slices.Clone(r.Predecessors), slices.Clone(r.Successors)
	return r
}

// Net returns what is left of the original value after accumulated amortisation
// and impairment; absent where nothing is booked.
func (r *Row) Net() (money.Amount, error) {
	if !r.Amount.Present() {
		return money.Amount{}, nil
	}
	net, err := r.Amount.Sub(r.Amortised)
	if err != nil {
		return money.Amount{}, err
	}
	return net.Sub(r.Impairment)
}

// Table returns the table of [Row]. Callers extend it by Table().With.
func Table() *record.Table[Row] { return table() }

// TableOf returns the table of [Row] over a caller's table of resources, such as
// asset.Vocabulary makes with its own code lists. A table that lacks what a
// ledger asks for is refused with a [*record.TableError].
func TableOf(resources *record.Table[asset.Resource]) (*record.Table[Row], error) {
	return record.NewExtensible(definition(), append(resourceFields(resources), rowFields()...), func(r *Row) *record.Extra { return &r.Extra })
}

var table = sync.OnceValue(func() *record.Table[Row] {
	t, err := TableOf(asset.Resources())
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return t
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
			record.Group{Key: "use", Title: text("使用和收益", "use and income")},
			record.Group{Key: "management", Title: text("管理", "management")},
		),
	}
}

// resourceFields is the sweep's table, with what a ledger must hold required.
func resourceFields(resources *record.Table[asset.Resource]) []record.Field[Row] {
	fields := record.Include(resources, func(r *Row) *asset.Resource { return &r.Resource })
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
	atCost := record.Equals("bookingStatus", "cost")
	government := record.In("holderKind", "administrative", "civilServiceInstitution")
	id := record.List{Max: 1000, Element: code}
	yuan := text("元", "yuan")
	standard4 := func(place string) []rule.Clause { return []rule.Clause{rule.In("财会〔2016〕12号", place)} }
	retired := record.Present("retiredOn")
	return []record.Field[Row]{
		{Key: "assetCode", Group: "basic", Title: text("资产编码", "asset code"), Type: code, Example: "GX-JT-0001", At: record.AtText(func(r *Row) *string { return &r.Code })},
		{Key: "recordedOn", Group: "basic", Title: text("入册日期", "recorded on"), Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2025-05-29", At: record.At(func(r *Row) *calendar.Date { return &r.RecordedOn })},

		{Key: "registered", Group: "registration", Title: text("是否确权登记", "rights registered"), Type: record.Code{List: registeredList()}, Required: record.Always(), Basis: gx("4.2.2"), Example: "none", At: record.AtText(func(r *Row) *Registered { return &r.Registered })},
		{Key: "registrationNo", Group: "registration", Title: text("登记编号", "registration number"), Type: code, Absent: record.Equals("registered", "none"), Basis: gx("4.3.3"), Example: "GX-DJ-2025-000001", At: record.AtText(func(r *Row) *string { return &r.RegistrationNo })},
		{Key: "registeredOn", Group: "registration", Title: text("登记日期", "registered on"), Type: record.Date{}, Required: registered, Absent: record.Equals("registered", "none"), Basis: gx("4.3.3"), Example: "2025-09-10", At: record.At(func(r *Row) *calendar.Date { return &r.RegisteredOn })},
		{Key: "certificateNo", Group: "registration", Title: text("证书编号", "certificate number"), Type: code, Absent: record.Equals("registered", "none"), Basis: gx("4.3.3"), Example: "GX-2025-000001", At: record.AtText(func(r *Row) *string { return &r.CertificateNo })},
		{Key: "registrationValidTo", Group: "registration", Title: text("登记有效期至", "registration valid to"), Type: record.Date{}, Absent: record.Equals("registered", "none"), Basis: []rule.Clause{rule.In("发改数据规〔2025〕26号", "第15条")}, Doc: text("没有期限的留空。", "Left out where it does not expire."), Example: "2028-09-09", At: record.At(func(r *Row) *calendar.Date { return &r.ValidTo })},
		{Key: "cancelledOn", Group: "registration", Title: text("注销日期", "registration cancelled on"), Type: record.Date{}, Absent: record.Not(record.Equals("registered", "cancelled")), Basis: gx("4.3.4"), Example: "2026-08-21", At: record.At(func(r *Row) *calendar.Date { return &r.CancelledOn })},
		{Key: "nationalCode", Group: "registration", Title: text("公共数据资源登记码", "national registration code"), Type: code, Basis: []rule.Clause{rule.In("发改数据规〔2025〕26号", "第13条")}, Doc: text("国家公共数据资源登记赋予的查询码，与资产登记证书不是一回事。", "The query code of the national registration, which is not the certificate of the asset's registration."), Example: "450000-2026-000001", At: record.AtText(func(r *Row) *string { return &r.NationalCode })},

		{Key: "bookingStatus", Group: "books", Title: text("财务入账状态", "booking status"), Type: record.Code{List: asset.BookingStatuses()}, Required: record.Always(), Basis: gx("4.2.2"), Example: "none", At: record.AtText(func(r *Row) *asset.BookingStatus { return &r.Booking })},
		{Key: "account", Group: "books", Title: text("入账科目", "account"), Type: name, Required: booked, Absent: record.Equals("bookingStatus", "none"), Basis: gx("4.4.1"), Example: "1701 无形资产——数据资产——公路", At: record.AtText(func(r *Row) *string { return &r.Account })},
		{Key: "bookAmount", Group: "books", Title: text("入账金额", "booked amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: booked, Absent: record.Not(booked), Basis: gx("4.4.1"), Example: "1.00", At: record.At(func(r *Row) *money.Amount { return &r.Amount })},
		{Key: "bookedOn", Group: "books", Title: text("入账日期", "booked on"), Type: record.Date{}, Required: booked, Absent: record.Not(booked), Example: "2025-06-30", At: record.At(func(r *Row) *calendar.Date { return &r.BookedOn })},
		{Key: "voucher", Group: "books", Title: text("记账凭证号", "voucher"), Type: name, Required: booked, Absent: record.Not(booked), Basis: []rule.Clause{rule.In("会计基础工作规范", "第51条")}, Example: "2025-06 记-12", At: record.AtText(func(r *Row) *string { return &r.Voucher })},
		{Key: "nominalReason", Group: "books", Title: text("名义金额理由", "reason for the nominal amount"), Type: note, Required: record.Equals("bookingStatus", "nominal"), Absent: record.Not(record.Equals("bookingStatus", "nominal")), Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第25条")}, Example: "自行形成，成本无法可靠计量", At: record.AtText(func(r *Row) *string { return &r.Reason })},
		{Key: "usefulLife", Group: "books", Title: text("使用寿命", "useful life"), Type: record.Code{List: lifeList()}, Absent: record.Not(atCost), Basis: standard4("第16条"), Judgement: text("持续更新的数据年限是否有限不作推定（P27）", "nothing is presumed of data that are updated for ever (P27)"), Example: "definite", At: record.AtText(func(r *Row) *Life { return &r.Life })},
		{Key: "usefulMonths", Group: "books", Title: text("摊销期限", "months of useful life"), Type: record.Integer{Min: 1, Max: 1200}, Unit: text("月", "months"), Required: record.Equals("usefulLife", "definite"), Absent: record.Not(record.Equals("usefulLife", "definite")), Basis: standard4("第17条"), Example: "60", At: record.At(func(r *Row) *record.Opt[int64] { return &r.LifeMonths })},
		{Key: "usefulLifeReason", Group: "books", Title: text("寿命依据", "basis of the useful life"), Type: note, Required: record.Equals("usefulLife", "indefinite"), Absent: record.Not(record.Present("usefulLife")), Basis: standard4("第25条"), Example: "合同约定五年", At: record.AtText(func(r *Row) *string { return &r.LifeReason })},
		{Key: "amortised", Group: "books", Title: text("累计摊销", "accumulated amortisation"), Type: record.Amount{}, Unit: yuan, Absent: record.Not(atCost), Basis: standard4("第16条"), Example: "31000.00", At: record.At(func(r *Row) *money.Amount { return &r.Amortised })},
		{Key: "impairment", Group: "books", Title: text("减值准备", "impairment"), Type: record.Amount{}, Unit: yuan, Absent: record.Any(government, record.Not(atCost)), Basis: []rule.Clause{rule.In("企业会计准则第8号", "第15条")}, Example: "0.00", At: record.At(func(r *Row) *money.Amount { return &r.Impairment })},
		{Key: "valueChanges", Group: "books", Title: text("价值变动累计", "changes of value to date"), Type: record.Amount{Signed: true}, Unit: yuan, Absent: record.Not(booked), Basis: gx("4.4.6"), Doc: text("入账后原值的增减合计，已计入入账金额。", "Sum of what was added to and taken from the original value since it was booked; the booked amount includes it."), Example: "0.00", At: record.At(func(r *Row) *money.Amount { return &r.ValueChange })},
		{Key: "valueChangeReason", Group: "books", Title: text("价值变动原因", "reason of the change of value"), Type: note, Required: record.Present("valueChanges"), Absent: record.Not(record.Present("valueChanges")), Basis: gx("4.4.6"), Example: "功能升级", At: record.AtText(func(r *Row) *string { return &r.ValueReason })},

		{Key: "authorisedMode", Group: "use", Title: text("授权模式", "authorised mode"), Type: record.Code{List: modes()}, Basis: gx("4.5.4"), Example: "scenario", At: record.AtText(func(r *Row) *asset.Mode { return &r.Mode })},
		{Key: "authorisedFrom", Group: "use", Title: text("授权起始", "authorised from"), Type: record.Date{}, Required: record.Present("authorisedMode"), Absent: record.Not(record.Present("authorisedMode")), Example: "2026-01-01", At: record.At(func(r *Row) *calendar.Date { return &r.AuthorisedFrom })},
		{Key: "authorisedTo", Group: "use", Title: text("授权截止", "authorised to"), Type: record.Date{}, Required: record.Present("authorisedMode"), Absent: record.Not(record.Present("authorisedMode")), Basis: []rule.Clause{rule.In("发改数据规〔2025〕27号", "第14条")}, Example: "2028-12-31", At: record.At(func(r *Row) *calendar.Date { return &r.AuthorisedTo })},
		{Key: "consentOn", Group: "use", Title: text("共享提供单位同意日期", "provider's consent on"), Type: record.Date{}, Absent: record.Not(record.Equals("sources", "sharing")), Basis: gx("4.5.1"), Example: "2026-03-19", At: record.At(func(r *Row) *calendar.Date { return &r.ConsentOn })},
		{Key: "usage", Group: "use", Title: text("使用状态", "usage"), Type: record.Code{List: usageList()}, Basis: gx("4.3.7"), Example: "inUse", At: record.AtText(func(r *Row) *Usage { return &r.Usage })},
		{Key: "incomeToDate", Group: "use", Title: text("累计收益", "income to date"), Type: record.Amount{}, Unit: yuan, Basis: gx("4.3.7"), Example: "600000.00", At: record.At(func(r *Row) *money.Amount { return &r.Income })},
		{Key: "remittedToDate", Group: "use", Title: text("累计上缴", "remitted to date"), Type: record.Amount{}, Unit: yuan, Basis: gx("4.3.7"), Example: "594059.41", At: record.At(func(r *Row) *money.Amount { return &r.Remitted })},

		{Key: "retiredOn", Group: "management", Title: text("退出日期", "retired on"), Type: record.Date{}, Basis: gx("4.2.3"), Example: "2026-08-19", At: record.At(func(r *Row) *calendar.Date { return &r.RetiredOn })},
		{Key: "retireCause", Group: "management", Title: text("退出原因", "cause of retirement"), Type: record.Code{List: retiredList()}, Required: retired, Absent: record.Not(retired), Basis: gx("4.3.4"), Example: "lost", At: record.AtText(func(r *Row) *Cause { return &r.RetireCause })},
		{Key: "counterparty", Group: "management", Title: text("调入调出对方单位", "other unit of a transfer"), Type: name, Basis: []rule.Clause{rule.In("国务院令第738号", "第22条")}, Example: "自治区大数据发展局", At: record.AtText(func(r *Row) *string { return &r.Counterparty })},
		{Key: "predecessors", Group: "management", Title: text("前身编号", "predecessors"), Type: id, Calculated: true, Basis: gx("4.2.3"), Example: "JT-01", At: record.AtTexts(func(r *Row) *[]string { return &r.Predecessors })},
		{Key: "successors", Group: "management", Title: text("后继编号", "successors"), Type: id, Calculated: true, Absent: record.Not(retired), Basis: gx("4.2.3"), Example: "JT-11", At: record.AtTexts(func(r *Row) *[]string { return &r.Successors })},
		{Key: "department", Group: "management", Title: text("责任部门", "department"), Type: name, Synonyms: []string{"联系部门"}, Basis: gx("5.1.3"), Example: "科技处", At: record.AtText(func(r *Row) *string { return &r.Department })},
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
