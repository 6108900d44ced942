package authorization

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Agreement is the agreement of an authorised operation (授权运营协议), with the
// thirteen items of 发改数据规〔2025〕27号 第14条. Its groups are the items. An
// enterprise's own data use the same form.
type Agreement struct {
	Number    string
	Agency    string
	Joint     string // the competent department that signs with the agency
	Operator  string
	Code      string // the operator's credit code
	DecidedOn calendar.Date
	Decision  Decision

	Catalogue []Line // 1
	Scope     string

	From   calendar.Date // 2
	To     calendar.Date
	Longer string // why more than five years

	Products []string // 3
	Standard string
	Review   string // security and business review

	Platform string // 4

	Ownership string // 5

	Disclosure      string // 6
	NoRedevelopment record.Opt[bool]

	Accounting   string // 7
	Distribution string

	Security  string // 8
	Emergency string

	Evaluation string // 9
	Renewal    string

	Breach   string // 10
	Disputes string // 11
	Change   string // 12
	Others   string // 13

	Support []Support
}

func (a Agreement) clone() Agreement {
	a.Catalogue, a.Products, a.Support = cloneLines(a.Catalogue), slices.Clone(a.Products), slices.Clone(a.Support)
	return a
}

// agreementItems is the thirteen items of an agreement, in the order of the
// text.
func agreementItems() []record.Group {
	return []record.Group{
		{Key: "scope", Title: text("一、授权范围和目录", "1 scope and catalogue")},
		{Key: "term", Title: text("二、期限", "2 term")},
		{Key: "products", Title: text("三、产品和服务清单、标准、安全和业务审核", "3 products and services, standards, security and business review")},
		{Key: "platform", Title: text("四、平台", "4 platform")},
		{Key: "ownership", Title: text("五、设备、产品和服务的权属", "5 ownership of equipment, products, services")},
		{Key: "disclosure", Title: text("六、信息披露和再开发限制", "6 disclosure, and the ban on re-development")},
		{Key: "accounting", Title: text("七、成本收入核算和收益分配", "7 accounting of cost and revenue, distribution")},
		{Key: "security", Title: text("八、安全和应急", "8 security and emergency")},
		{Key: "evaluation", Title: text("九、评价、续期或退出", "9 evaluation, renewal or exit")},
		{Key: "breach", Title: text("十、违约责任", "10 breach")},
		{Key: "disputes", Title: text("十一、争议解决", "11 disputes")},
		{Key: "change", Title: text("十二、变更和终止", "12 change and termination")},
		{Key: "others", Title: text("十三、其他事项", "13 others")},
	}
}

// Agreements returns the table of [Agreement].
func Agreements() *record.Table[Agreement] { return agreements() }

var agreements = sync.OnceValue(func() *record.Table[Agreement] {
	return record.MustTable(record.Definition{
		Name: "operation-agreement", Title: text("授权运营协议", "agreement of an authorised operation"), Basis: law(gx("4.5.7"), a27("第13条", "第14条")), DateOf: "decidedOn",
		Groups: append([]record.Group{{Key: "parties", Title: text("当事人和决策", "parties and decision")}}, agreementItems()...),
		Doc:    text("实施机构经集体决策，单独或会同主管部门与运营机构签订；十三项。", "Signed by the implementing agency, alone or with the competent department, after its collective decision; thirteen items."),
	}, append(agreementParties(), agreementTerms()...))
})

func agreementParties() []record.Field[Agreement] {
	a13, a14 := a27("第13条"), a27("第14条")
	return []record.Field[Agreement]{
		{Key: "number", Group: "parties", Title: text("协议编号", "number"), Type: codeType, Required: record.Always(), Example: "XY-2025-01", At: record.AtText(func(a *Agreement) *string { return &a.Number })},
		{Key: "agency", Group: "parties", Title: text("实施机构", "implementing agency"), Type: nameType, Required: record.Always(), Basis: law(a27("第3条"), a13), Example: "自治区交通运输厅", At: record.AtText(func(a *Agreement) *string { return &a.Agency })},
		{Key: "joint", Group: "parties", Title: text("会同签订的主管部门", "competent department that signs too"), Type: nameType, Basis: a13, Example: "自治区数据局", At: record.AtText(func(a *Agreement) *string { return &a.Joint })},
		{Key: "operator", Group: "parties", Title: text("运营机构", "operator"), Type: nameType, Required: record.Always(), Basis: law(a27("第3条"), a13), Example: "运营机构甲", At: record.AtText(func(a *Agreement) *string { return &a.Operator })},
		{Key: "operatorCode", Group: "parties", Title: text("运营机构统一社会信用代码", "operator's credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Basis: a27("第3条"), Example: "91350100M000100Y43", At: record.AtText(func(a *Agreement) *string { return &a.Code })},
		{Key: "decidedOn", Group: "parties", Title: text("集体决策日期", "decided on"), Type: record.Date{}, Required: record.Always(), Basis: a13, Example: "2025-12-19", At: record.At(func(a *Agreement) *calendar.Date { return &a.DecidedOn })},
		{Key: "decision", Group: "parties", Title: text("集体决策", "collective decision"), Type: record.Nested{}, Required: record.Always(), Basis: a13, At: record.AtNested(decisions(), func(a *Agreement) *Decision { return &a.Decision })},
		{Key: "catalogue", Group: "scope", Title: text("授权数据目录", "catalogue"), Type: record.List{Min: 1, Max: 500}, Required: record.Always(), Basis: law(a14, gx("4.5.4")), At: record.AtList(lines(), func(a *Agreement) *[]Line { return &a.Catalogue })},
		clause("scope", "scope", "授权范围", "scope", "公路养护、保险定价", a14, func(a *Agreement) *string { return &a.Scope }),
		{Key: "from", Group: "term", Title: text("起始", "from"), Type: record.Date{}, Required: record.Always(), Basis: a14, Example: "2026-01-01", At: record.At(func(a *Agreement) *calendar.Date { return &a.From })},
		{Key: "to", Group: "term", Title: text("截止", "to"), Type: record.Date{}, Required: record.Always(), Basis: a14, Example: "2028-12-31", At: record.At(func(a *Agreement) *calendar.Date { return &a.To })},
		{Key: "longerReason", Group: "term", Title: text("超过五年的理由", "why more than five years"), Type: noteType, Basis: a14, Judgement: text("“原则上不超过5年”：超过的须写明理由", "“in principle at most five years”: more needs a reason"), Example: "平台投资回收期较长", At: record.AtText(func(a *Agreement) *string { return &a.Longer })},
	}
}

// clause is a text of the thirteen items.
func clause(key, group, zh, en, example string, basis []rule.Clause, at func(*Agreement) *string) record.Field[Agreement] {
	return record.Field[Agreement]{Key: key, Group: group, Title: text(zh, en), Type: longType, Required: record.Always(), Basis: basis, Example: example, At: record.AtText(at)}
}

func agreementTerms() []record.Field[Agreement] {
	a14 := a27("第14条")
	return []record.Field[Agreement]{
		{Key: "products", Group: "products", Title: text("产品和服务清单", "products and services"), Type: record.List{Min: 1, Max: 200, Element: nameType}, Required: record.Always(), Basis: a14, Example: "养护决策支持", At: record.AtTexts(func(a *Agreement) *[]string { return &a.Products })},
		clause("standard", "products", "技术和服务标准", "standards", "按行业标准", a14, func(a *Agreement) *string { return &a.Standard }),
		clause("review", "products", "安全和业务审核", "security and business review", "上架前双重审核", a14, func(a *Agreement) *string { return &a.Review }),
		clause("platform", "platform", "运营平台", "platform", "自治区公共数据平台", law(a14, a27("第15条")), func(a *Agreement) *string { return &a.Platform }),
		clause("ownership", "ownership", "设备、产品和服务的权属", "ownership", "设备归投入方，产品归运营机构", a14, func(a *Agreement) *string { return &a.Ownership }),
		clause("disclosureTerms", "disclosure", "信息披露", "disclosure", "每年3月底前披露", law(a14, a27("第18条", "第19条")), func(a *Agreement) *string { return &a.Disclosure }),
		{Key: "noRedevelopment", Group: "disclosure", Title: text("运营机构不参与已交付产品和服务的再开发", "the operator does not re-develop what it delivered"), Type: record.Boolean{}, Required: record.Always(), Basis: law(a27("第6条"), a14), Example: "true", At: record.At(func(a *Agreement) *record.Opt[bool] { return &a.NoRedevelopment })},
		clause("accounting", "accounting", "成本和收入核算", "accounting of cost and revenue", "单独建账", law(a14, a27("第22条")), func(a *Agreement) *string { return &a.Accounting }),
		clause("distribution", "accounting", "收益分配", "distribution", "每季度支付", a14, func(a *Agreement) *string { return &a.Distribution }),
		clause("security", "security", "安全要求", "security", "可管、可控、可追溯", law(a14, a27("第15条"), gx("5.3.1")), func(a *Agreement) *string { return &a.Security }),
		clause("emergency", "security", "应急处置", "emergency", "按应急预案处置", law(a14, gx("5.3.1")), func(a *Agreement) *string { return &a.Emergency }),
		clause("evaluation", "evaluation", "运营评价", "evaluation", "每年评价一次", law(a14, gx("4.5.5")), func(a *Agreement) *string { return &a.Evaluation }),
		clause("renewal", "evaluation", "续期或退出", "renewal or exit", "评价合格的可续期", a14, func(a *Agreement) *string { return &a.Renewal }),
		clause("breach", "breach", "违约责任", "breach", "按合同法律规定", a14, func(a *Agreement) *string { return &a.Breach }),
		clause("disputes", "disputes", "争议解决", "disputes", "向有管辖权的法院起诉", a14, func(a *Agreement) *string { return &a.Disputes }),
		clause("change", "change", "变更和终止", "change and termination", "根据评估调整或收回", law(a14, gx("4.5.5")), func(a *Agreement) *string { return &a.Change }),
		clause("others", "others", "其他事项", "others", "无", a14, func(a *Agreement) *string { return &a.Others }),
		{Key: "governanceSupport", Group: "others", Title: text("支持数据治理的方式", "how data governance is supported"), Type: record.Codes{List: supportList()}, Basis: law(gx("4.5.6"), a27("第20条")), Example: "technology", At: record.AtTexts(func(a *Agreement) *[]Support { return &a.Support })},
	}
}
