package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
)

// Card is the information card of a data asset. It includes the resource.
type Card struct {
	Resource   asset.Resource
	Number     string // of the card in its system
	Holder     string
	HolderCode string
	EnteredOn  calendar.Date
	Scope      string // in which it may be used
	Department string
	Contact    string
	Extra      record.Extra
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
	name, note := record.Text{Max: 100}, record.Text{Max: 300}
	fields := []record.Field[Card]{
		{Key: "cardNumber", Group: groupBasic, Title: text("卡片编号", "card number"), Type: record.Text{Max: 40, Shape: record.CodeText}, Example: "KP-2025-0001", At: record.AtText(func(c *Card) *string { return &c.Number })},
	}
	for _, f := range record.Include(asset.Resources(), func(c *Card) *asset.Resource { return &c.Resource }) {
		f.Group = cardGroup(f.Group)
		fields = append(fields, f)
	}
	fields = append(fields,
		record.Field[Card]{Key: "cardHolder", Group: groupRights, Title: text("登记单位", "registrant"), Type: name, Required: record.Always(), Basis: gx("4.3.3", "4.3.6"), Example: "某厅", At: record.AtText(func(c *Card) *string { return &c.Holder })},
		record.Field[Card]{Key: "cardHolderCode", Group: groupRights, Title: text("登记单位统一社会信用代码", "registrant's credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Example: "91350100M000100Y43", At: record.AtText(func(c *Card) *string { return &c.HolderCode })},
		record.Field[Card]{Key: "useScope", Group: groupUse, Title: text("使用范围", "scope of use"), Type: note, Basis: gx("4.3.6"), Example: "内部业务", At: record.AtText(func(c *Card) *string { return &c.Scope })},
		record.Field[Card]{Key: "enteredOn", Group: groupManagement, Title: text("填卡日期", "entered on"), Type: record.Date{}, Required: record.Always(), Basis: gx("4.3.3"), Example: "2025-09-10", At: record.At(func(c *Card) *calendar.Date { return &c.EnteredOn })},
		record.Field[Card]{Key: "cardDepartment", Group: groupManagement, Title: text("管理部门", "managing department"), Type: name, Basis: gx("4.3.6"), Example: "科技处", At: record.AtText(func(c *Card) *string { return &c.Department })},
		record.Field[Card]{Key: "cardContact", Group: groupManagement, Title: text("管理联系人", "managing contact"), Type: name, Basis: gx("4.3.6"), Example: "甲", At: record.AtText(func(c *Card) *string { return &c.Contact })},
	)
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
