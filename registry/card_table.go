package registry

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The codes of a card, each a type of its own.
type (
	// Subject is what is registered: a resource, or what was made of it.
	Subject string
	// UseState is what is done with the data.
	UseState string
)

// Subjects of a registration.
const (
	SubjectResource Subject = "resource" // 公共数据资源
	SubjectProduct  Subject = "product"  // 数据产品和服务
)

// Card is the information card of a data asset. It includes the resource.
type Card struct {
	Resource asset.Resource
	Number   string // of the card in its system
	Subject  Subject

	Holder         string
	HolderCode     string
	JointHolders   []string // who registers with the holder
	AgreedOn       calendar.Date
	RightsFrom     calendar.Date
	RightsTo       calendar.Date
	RightsDocument string

	Scope         string // in which it may be used
	UseState      UseState
	Mode          asset.Mode // authorised
	GrantFrom     calendar.Date
	GrantTo       calendar.Date // end of the agreed operation
	AuthorityDoc  string        // number of the reply that allowed the use
	Products      string
	Scenarios     string
	Restricted    string // pledge and other restrictions
	DepositNumber string
	DepositOn     calendar.Date
	SecurityOn    calendar.Date

	EnteredOn  calendar.Date
	UpdatedOn  calendar.Date
	Department string
	Contact    string
	Booking    asset.BookingStatus
	Account    string
	Amount     money.Amount
	BookedOn   calendar.Date
	Life       record.Opt[int64] // months

	Extra record.Extra
}

// Date is the day from which the card states the asset: that of its last
// update, else that of its entry.
func (c Card) Date() calendar.Date {
	if c.UpdatedOn.After(c.EnteredOn) {
		return c.UpdatedOn
	}
	return c.EnteredOn
}

func (c Card) clone() Card { c.own(); return c }

// own makes the card share no slice.
func (c *Card) own() {
	c.Resource = c.Resource.Clone()
	c.JointHolders = slices.Clone(c.JointHolders)
}

// Cards returns the table of [Card], in the four groups of the plan: basic,
// rights, use and management information. The plan names them for enterprises;
// for departments it names none, and they are used by judgement.
func Cards() *record.Table[Card] { return cards() }

// The groups of a card.
const (
	groupBasic      = "basic"
	groupRights     = "rights"
	groupUse        = "use"
	groupManagement = "management"
)

var cards = sync.OnceValue(func() *record.Table[Card] {
	fields := cardBasic()
	for _, f := range record.Include(asset.Resources(), func(c *Card) *asset.Resource { return &c.Resource }) {
		f.Group = cardGroup(f.Group)
		fields = append(fields, f)
	}
	fields = slices.Concat(fields, cardRights(), cardUse(), cardManagement())
	return record.MustExtensible(record.Definition{
		Name: "information-card", Title: text("数据资产信息卡片", "data asset information card"), Basis: gx("4.3.3", "4.3.6"), DateOf: "enteredOn",
		Doc: text("基本信息、权利信息、使用信息、管理信息四组；区直部门在预算管理一体化系统填报。",
			"Basic, rights, use and management information; departments enter it in the integrated budget system."),
		Groups: []record.Group{
			{Key: groupBasic, Title: text("基本信息", "basic information")},
			{Key: groupRights, Title: text("权利信息", "rights information")},
			{Key: groupUse, Title: text("使用信息", "use information")},
			{Key: groupManagement, Title: text("管理信息", "management information")},
		},
	}, fields, func(c *Card) *record.Extra { return &c.Extra })
})

func cardBasic() []record.Field[Card] {
	return []record.Field[Card]{
		{Key: "cardNumber", Group: groupBasic, Title: text("卡片编号", "card number"), Type: record.Text{Max: 40, Shape: record.CodeText}, Example: "KP-2025-0001", At: record.AtText(func(c *Card) *string { return &c.Number })},
		{Key: "subject", Group: groupBasic, Title: text("登记对象", "what is registered"), Type: record.Code{List: subjectList()}, Basis: r26("第3条", "第5条"), Example: "resource", At: record.AtText(func(c *Card) *Subject { return &c.Subject })},
	}
}

func cardRights() []record.Field[Card] {
	name, joint := record.Text{Max: 100}, r26("第7条")
	own := []rule.Clause{rule.In("国务院令第738号", "第3条")}
	return []record.Field[Card]{
		{Key: "cardHolder", Group: groupRights, Title: text("登记单位", "registrant"), Type: name, Required: record.Always(), Basis: append(gx("4.3.3", "4.3.6"), r26("第3条")...), Example: "某厅", At: record.AtText(func(c *Card) *string { return &c.Holder })},
		{Key: "cardHolderCode", Group: groupRights, Title: text("登记单位统一社会信用代码", "registrant's credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Example: "91350100M000100Y43", At: record.AtText(func(c *Card) *string { return &c.HolderCode })},
		{Key: "jointHolders", Group: groupRights, Title: text("共同登记单位", "joint registrants"), Type: record.List{Max: 50, Element: name}, Doc: text("多个登记主体共同申请，或协商由一方申请。", "Several registrants apply together, or one by agreement."), Basis: joint, Example: "某厅下属单位", At: record.AtTexts(func(c *Card) *[]string { return &c.JointHolders })},
		{Key: "agreedOn", Group: groupRights, Title: text("协商一致日期", "agreed on"), Type: record.Date{}, Absent: record.Not(record.Present("jointHolders")), Basis: joint, Example: "2025-09-01", At: record.At(func(c *Card) *calendar.Date { return &c.AgreedOn })},
		{Key: "rightsDocument", Group: groupRights, Title: text("权利凭证文号", "document of the right"), Type: name, Basis: append(gx("4.3.6"), own...), Example: "示例文〔2025〕1号", At: record.AtText(func(c *Card) *string { return &c.RightsDocument })},
		{Key: "rightsFrom", Group: groupRights, Title: text("权利起始", "right from"), Type: record.Date{}, Basis: gx("4.3.6"), Example: "2025-01-01", At: record.At(func(c *Card) *calendar.Date { return &c.RightsFrom })},
		{Key: "rightsTo", Group: groupRights, Title: text("权利届满", "right until"), Type: record.Date{}, Basis: append(gx("4.3.6"), r26("第9条(四)")...), Example: "2029-12-31", At: record.At(func(c *Card) *calendar.Date { return &c.RightsTo })},
	}
}

func cardUse() []record.Field[Card] {
	note, number, r9 := record.Text{Max: 300}, record.Text{Max: 100}, r26("第9条")
	return []record.Field[Card]{
		{Key: "useScope", Group: groupUse, Title: text("使用范围", "scope of use"), Type: note, Basis: gx("4.3.6"), Example: "内部业务", At: record.AtText(func(c *Card) *string { return &c.Scope })},
		{Key: "useState", Group: groupUse, Title: text("使用状态", "state of use"), Type: record.Code{List: useStateList()}, Basis: []rule.Clause{rule.GX("4.3.6"), rule.In("国务院令第738号", "第44条")}, Example: "authorised", At: record.AtText(func(c *Card) *UseState { return &c.UseState })},
		{Key: "grantMode", Group: groupUse, Title: text("授权模式", "mode of the grant"), Type: resourceType("intendedMode"), Basis: gx("4.5.4"), Example: "scenario", At: record.AtText(func(c *Card) *asset.Mode { return &c.Mode })},
		{Key: "grantFrom", Group: groupUse, Title: text("授权运营起始", "operation from"), Type: record.Date{}, Basis: r26("第15条"), Example: "2026-01-01", At: record.At(func(c *Card) *calendar.Date { return &c.GrantFrom })},
		{Key: "grantTo", Group: groupUse, Title: text("约定运营截止", "agreed operation until"), Type: record.Date{}, Absent: record.Not(record.Present("grantFrom")), Basis: r26("第15条"), Example: "2028-12-31", At: record.At(func(c *Card) *calendar.Date { return &c.GrantTo })},
		{Key: "authorityNumber", Group: groupUse, Title: text("批准文号", "number of the approval"), Type: number, Example: "示例批复〔2025〕2号", At: record.AtText(func(c *Card) *string { return &c.AuthorityDoc })},
		{Key: "products", Group: groupUse, Title: text("产品和服务", "products and services"), Type: note, Basis: r9, Example: "养护决策服务", At: record.AtText(func(c *Card) *string { return &c.Products })},
		{Key: "scenarios", Group: groupUse, Title: text("应用场景", "application scenarios"), Type: note, Basis: r9, Example: "养护、保险", At: record.AtText(func(c *Card) *string { return &c.Scenarios })},
		{Key: "restriction", Group: groupUse, Title: text("受限情况", "restriction"), Type: note, Basis: gx("4.3.6"), Example: "无质押", At: record.AtText(func(c *Card) *string { return &c.Restricted })},
		{Key: "depositNumber", Group: groupUse, Title: text("存证编号", "number of the deposit"), Type: number, Basis: r26("第7条", "第9条"), Example: "CZ-2026-0001", At: record.AtText(func(c *Card) *string { return &c.DepositNumber })},
		{Key: "depositedOn", Group: groupUse, Title: text("存证日期", "deposited on"), Type: record.Date{}, Required: record.Present("depositNumber"), Basis: r26("第7条"), Example: "2026-01-20", At: record.At(func(c *Card) *calendar.Date { return &c.DepositOn })},
		{Key: "securityAssessedOn", Group: groupUse, Title: text("数据安全风险评估日期", "security assessed on"), Type: record.Date{}, Basis: r9, Example: "2026-01-15", At: record.At(func(c *Card) *calendar.Date { return &c.SecurityOn })},
	}
}

func cardManagement() []record.Field[Card] {
	name := record.Text{Max: 100}
	booked := record.In("bookingStatus", string(asset.BookedNominal), string(asset.BookedCost))
	return []record.Field[Card]{
		{Key: "enteredOn", Group: groupManagement, Title: text("填卡日期", "entered on"), Type: record.Date{}, Required: record.Always(), Basis: gx("4.3.3"), Example: "2025-09-10", At: record.At(func(c *Card) *calendar.Date { return &c.EnteredOn })},
		{Key: "updatedOn", Group: groupManagement, Title: text("更新日期", "updated on"), Type: record.Date{}, Basis: gx("4.2.3", "4.3.6"), Example: "2026-05-20", At: record.At(func(c *Card) *calendar.Date { return &c.UpdatedOn })},
		{Key: "cardDepartment", Group: groupManagement, Title: text("管理部门", "managing department"), Type: name, Basis: gx("4.3.6"), Example: "科技处", At: record.AtText(func(c *Card) *string { return &c.Department })},
		{Key: "cardContact", Group: groupManagement, Title: text("管理联系人", "managing contact"), Type: name, Basis: gx("4.3.6"), Example: "甲", At: record.AtText(func(c *Card) *string { return &c.Contact })},
		{Key: "bookingStatus", Group: groupManagement, Title: text("财务入账状态", "booking status"), Type: record.Code{List: asset.BookingStatuses()}, Basis: gx("4.2.2"), Example: "cost", At: record.AtText(func(c *Card) *asset.BookingStatus { return &c.Booking })},
		{Key: "cardAccount", Group: groupManagement, Title: text("会计科目", "account"), Type: name, Required: booked, Absent: record.Not(booked), Basis: gx("4.4.1"), Example: "1701 无形资产——数据资产——公路", At: record.AtText(func(c *Card) *string { return &c.Account })},
		{Key: "cardAmount", Group: groupManagement, Title: text("入账金额", "booked amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: booked, Absent: record.Not(booked), Basis: gx("4.4.1"), Example: "1860000.00", At: record.At(func(c *Card) *money.Amount { return &c.Amount })},
		{Key: "cardBookedOn", Group: groupManagement, Title: text("入账日期", "booked on"), Type: record.Date{}, Absent: record.Not(booked), Basis: gx("4.4.1"), Example: "2025-11-18", At: record.At(func(c *Card) *calendar.Date { return &c.BookedOn })},
		{Key: "lifeMonths", Group: groupManagement, Title: text("使用年限（月）", "useful life in months"), Type: record.Integer{Min: 1, Max: 1200}, Unit: text("月", "months"), Absent: record.Not(booked), Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第17条")}, Example: "60", At: record.At(func(c *Card) *record.Opt[int64] { return &c.Life })},
	}
}

// resourceType is the type that a field has in the sweep's table.
func resourceType(key string) record.Type {
	f, _ := asset.Resources().Definition().Field(key)
	return f.Type
}

// cardGroup is the group of a card under which a group of the sweep's table
// stands.
func cardGroup(g string) string {
	switch g {
	case "rights":
		return groupRights
	case "source", "potential":
		return groupUse
	case "cost":
		return groupManagement
	}
	return groupBasic
}

func subjectList() record.CodeList {
	return record.CodeList{
		Name: "registration-subject", Title: text("登记对象", "subject of registration"), Basis: r26("第3条", "第5条"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{entry(string(SubjectResource), "公共数据资源", "data resource"), entry(string(SubjectProduct), "数据产品和服务", "product or service")},
	}
}

func useStateList() record.CodeList {
	return practice("card-use-state", "使用状态", "state of use",
		entry("inUse", "自用", "own use"), entry("authorised", "授权使用", "authorised"), entry("idle", "闲置", "idle"), entry("stopped", "停用", "stopped"))
}
