package asset

import (
	"sync"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Holder is a unit that holds data, told by three fields instead of one list:
// what it is in the pilot, what it is in law, and whose finance department
// approves and collects. A meteorological bureau is a region department of the
// plan whose approvals may be central; a finance bureau is applicant and
// approver at once.
type Holder struct {
	Name          string
	CreditCode    string
	Role          rule.Role
	Entity        rule.Entity
	Authority     rule.Authority
	FinancialRule rule.Entity      // of an institution under civil-service rules: which financial rule it follows
	OwnSystem     record.Opt[bool] // an institution that keeps enterprise accounts, outside 国务院令第738号 第58条
	Approver      string           // whose finance department approves and collects
	Parent        string           // the unit that named it, for subordinate units and counties
	Leader        string           // responsible for the pilot
	Contact       string           // liaison
	Department    string           // responsible department
	Security      string           // its data asset security system, by name and number
	Emergency     string           // its emergency plan, by name and number
}

// System is the accounting system that binds a holder.
type System string

// The accounting systems.
const (
	GovernmentAccounting System = "government" // 政府会计准则制度
	EnterpriseAccounting System = "enterprise" // 企业会计准则
)

// System returns the accounting system that binds the holder.
func (h Holder) System() System {
	if h.Entity == rule.Enterprise || h.OwnSystem.Or(false) {
		return EnterpriseAccounting
	}
	return GovernmentAccounting
}

// Context is the holder as rules ask for it.
func (h Holder) Context() rule.Context { return rule.Context{Role: h.Role, Entity: h.Entity} }

// Holders returns the table of [Holder].
func Holders() *record.Table[Holder] { return holders() }

var holders = sync.OnceValue(func() *record.Table[Holder] {
	name := record.Text{Max: 100}
	return record.MustTable(record.Definition{
		Name: "holder", Title: text("单位信息", "unit"), Basis: gx("2.2"),
		Doc: text("参加试点的单位：试点身份、单位性质、审批级次。", "A unit in the pilot: its role, what it is in law, whose finance department approves."),
	}, []record.Field[Holder]{
		{Key: "name", Title: text("单位名称", "name"), Type: name, Required: record.Always(), Example: "某厅", At: record.AtText(func(h *Holder) *string { return &h.Name })},
		{Key: "creditCode", Title: text("统一社会信用代码", "credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Example: "91350100M000100Y43", At: record.AtText(func(h *Holder) *string { return &h.CreditCode })},
		{Key: "role", Title: text("试点身份", "role in the pilot"), Type: record.Code{List: roleList()}, Required: record.Always(), Basis: gx("2.1", "2.2", "5.2"), Example: "regionDepartment", At: record.AtText(func(h *Holder) *rule.Role { return &h.Role })},
		{Key: "holderKind", Title: text("单位性质", "kind of holder"), Type: record.Code{List: entityList()}, Required: record.Always(), Basis: gx("2.2"), Example: "administrative", At: record.AtText(func(h *Holder) *rule.Entity { return &h.Entity })},
		{Key: "authority", Title: text("财政级次", "finance level"), Type: record.Code{List: authorityList()}, Required: record.Always(), Example: "region", At: record.AtText(func(h *Holder) *rule.Authority { return &h.Authority })},
		{Key: "financialRule", Title: text("执行的财务规则", "financial rule followed"), Type: record.Code{List: financialRuleList()}, Basis: []rule.Clause{rule.In("财会〔2021〕33号", "一")}, Required: record.Equals("holderKind", "civilServiceInstitution"), Absent: record.Not(record.Equals("holderKind", "civilServiceInstitution")), Example: "administrative", At: record.AtText(func(h *Holder) *rule.Entity { return &h.FinancialRule })},
		{Key: "enterpriseAccounts", Title: text("是否执行企业会计制度", "keeps enterprise accounts"), Type: record.Boolean{}, Basis: []rule.Clause{rule.In("国务院令第738号", "第58条")}, Absent: record.In("holderKind", "administrative", "enterprise"), Example: "false", At: record.At(func(h *Holder) *record.Opt[bool] { return &h.OwnSystem })},
		{Key: "approver", Title: text("审批的财政部门", "finance department that approves"), Type: name, Example: "自治区财政厅", At: record.AtText(func(h *Holder) *string { return &h.Approver })},
		{Key: "parent", Title: text("指定单位", "unit that named it"), Type: name, Required: record.In("role", "namedSubordinate", "namedCounty"), Absent: record.Not(record.In("role", "namedSubordinate", "namedCounty")), Basis: gx("5.2"), Example: "自治区交通运输厅", At: record.AtText(func(h *Holder) *string { return &h.Parent })},
		{Key: "department", Title: text("责任部门", "responsible department"), Type: name, Basis: gx("5.1.3"), Example: "科技处", At: record.AtText(func(h *Holder) *string { return &h.Department })},
		{Key: "leader", Title: text("试点工作负责人", "person responsible"), Type: name, Basis: gx("5.1.3", "6.2"), Example: "甲", At: record.AtText(func(h *Holder) *string { return &h.Leader })},
		{Key: "contact", Title: text("联系人", "liaison"), Type: name, Basis: gx("6.2"), Example: "乙", At: record.AtText(func(h *Holder) *string { return &h.Contact })},
		{Key: "securitySystem", Title: text("数据资产安全管理制度", "data asset security system"), Type: name, Basis: securityLaw(), Example: "数据资产安全管理办法（示例）", At: record.AtText(func(h *Holder) *string { return &h.Security })},
		{Key: "emergencyPlan", Title: text("应急预案", "emergency plan"), Type: name, Basis: gx("5.3.1"), Example: "数据资产安全应急预案（示例）", At: record.AtText(func(h *Holder) *string { return &h.Emergency })},
	})
})
