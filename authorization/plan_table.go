package authorization

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Plan is the implementation plan of an authorised operation (授权运营实施方案),
// with the twelve items of 发改数据规〔2025〕27号. Its groups are the items.
type Plan struct {
	Number string
	On     calendar.Date // drawn up

	Name string // 1

	Need        string // 2
	Feasibility Feasibility

	Conditions OperatorConditions // 3

	Modes []asset.Mode // 4

	Catalogue []PlanLine // 5
	Scope     string

	From       calendar.Date // 6
	To         calendar.Date
	Building   string
	Technology string
	Progress   string
	Standard   string // of evaluation
	Exit       string
	Assets     string // management of what is built

	PublicProducts   []string // 7, for public governance and welfare
	IndustryProducts []string

	Accounting   string // 8
	Distribution string

	Security  string // 9
	Personal  string
	Emergency string

	Duties string // 10

	Supervision string // 11

	Others string // 12
}

// Feasibility is what the study of a plan covers (发改数据规〔2025〕27号 第10条).
type Feasibility struct {
	LifeCycle string
	Demand    string
	Market    string
	Effect    string
	Risk      string
}

// OperatorConditions is what an operator must have.
type OperatorConditions struct {
	Funds      string
	Management string
	Technology string
	Service    string
	Security   string
}

// PlanLine is one data resource of the catalogue of a plan.
type PlanLine struct {
	Asset     string
	Name      string
	Frequency string
	Quality   string
}

func (p Plan) clone() Plan {
	p.Modes, p.Catalogue = slices.Clone(p.Modes), slices.Clone(p.Catalogue)
	p.PublicProducts, p.IndustryProducts = slices.Clone(p.PublicProducts), slices.Clone(p.IndustryProducts)
	return p
}

// planItems is the twelve items of a plan, in the order of the text.
func planItems() []record.Group {
	return []record.Group{
		{Key: "name", Title: text("一、授权运营名称", "1 name")},
		{Key: "need", Title: text("二、必要性、可行性", "2 need and feasibility")},
		{Key: "operator", Title: text("三、运营机构选择条件", "3 conditions for choosing the operator")},
		{Key: "mode", Title: text("四、授权运营模式", "4 mode")},
		{Key: "catalogue", Title: text("五、数据范围、目录、更新频率、质量", "5 scope, catalogue, update frequency, quality")},
		{Key: "running", Title: text("六、期限、建设、技术、进度、评价标准、退出、资产管理", "6 term, building, technology, progress, evaluation standard, exit, asset management")},
		{Key: "products", Title: text("七、产品和服务清单", "7 list of products and services")},
		{Key: "accounting", Title: text("八、成本收入核算和收益分配", "8 accounting of cost and revenue, distribution")},
		{Key: "security", Title: text("九、数据安全、个人信息保护、应急", "9 security, personal information, emergency")},
		{Key: "duties", Title: text("十、权利义务", "10 rights and duties")},
		{Key: "supervision", Title: text("十一、监督考核", "11 supervision and appraisal")},
		{Key: "others", Title: text("十二、其他事项", "12 others")},
	}
}

// Plans returns the table of [Plan].
func Plans() *record.Table[Plan] { return plans() }

var plans = sync.OnceValue(func() *record.Table[Plan] {
	return record.MustTable(record.Definition{
		Name: "implementation-plan", Title: text("公共数据资源授权运营实施方案", "implementation plan of an authorised operation"),
		Basis: law(gx("4.5.7"), a27("第8条", "第9条")), DateOf: "on", Groups: append([]record.Group{{Key: "plan", Title: text("方案", "plan")}}, planItems()...),
		Doc: text("实施机构编制，经集体决策，报本级政府审定；十二项。", "Drawn up by the implementing agency, decided collectively, adopted by the government of its level; twelve items."),
	}, append(planFields(), planRunning()...))
})

// item is a text of the twelve items.
func item(key, group, zh, en, example string, basis []rule.Clause, at func(*Plan) *string) record.Field[Plan] {
	return record.Field[Plan]{Key: key, Group: group, Title: text(zh, en), Type: longType, Required: record.Always(), Basis: basis, Example: example, At: record.AtText(at)}
}

func planFields() []record.Field[Plan] {
	items := a27("第8条", "第9条")
	return []record.Field[Plan]{
		{Key: "number", Group: "plan", Title: text("方案编号", "number"), Type: codeType, Required: record.Always(), Example: "FA-2025-01", At: record.AtText(func(p *Plan) *string { return &p.Number })},
		{Key: "on", Group: "plan", Title: text("编制日期", "drawn up on"), Type: record.Date{}, Required: record.Always(), Example: "2025-11-26", At: record.At(func(p *Plan) *calendar.Date { return &p.On })},
		{Key: "name", Group: "name", Title: text("授权运营名称", "name"), Type: nameType, Required: record.Always(), Basis: items, Example: "公路数据授权运营", At: record.AtText(func(p *Plan) *string { return &p.Name })},
		item("need", "need", "必要性", "need", "盘活公路数据", items, func(p *Plan) *string { return &p.Need }),
		{Key: "feasibility", Group: "need", Title: text("可行性", "feasibility"), Type: record.Nested{}, Required: record.Always(), Basis: a27("第10条"), At: record.AtNested(feasibilities(), func(p *Plan) *Feasibility { return &p.Feasibility })},
		{Key: "conditions", Group: "operator", Title: text("运营机构应具备的条件", "conditions of the operator"), Type: record.Nested{}, Required: record.Always(), Basis: append(items, a27("第12条")...), At: record.AtNested(operatorConditions(), func(p *Plan) *OperatorConditions { return &p.Conditions })},
		{Key: "modes", Group: "mode", Title: text("授权运营模式", "modes"), Type: record.Codes{List: modeList()}, Required: record.Always(), Basis: append(items, gx("4.5.4")...), Example: "scenario", At: record.AtTexts(func(p *Plan) *[]asset.Mode { return &p.Modes })},
		item("scope", "catalogue", "数据范围", "scope", "国省干线和农村公路", items, func(p *Plan) *string { return &p.Scope }),
		{Key: "catalogue", Group: "catalogue", Title: text("数据资源目录", "catalogue of the data"), Type: record.List{Min: 1, Max: 500}, Required: record.Always(), Basis: items, At: record.AtList(planLines(), func(p *Plan) *[]PlanLine { return &p.Catalogue })},
	}
}

func planRunning() []record.Field[Plan] {
	items := a27("第8条", "第9条")
	products := record.List{Max: 200, Element: nameType}
	return []record.Field[Plan]{
		{Key: "from", Group: "running", Title: text("运营起始", "from"), Type: record.Date{}, Required: record.Always(), Basis: items, Example: "2026-01-01", At: record.At(func(p *Plan) *calendar.Date { return &p.From })},
		{Key: "to", Group: "running", Title: text("运营截止", "to"), Type: record.Date{}, Required: record.Always(), Basis: items, Example: "2028-12-31", At: record.At(func(p *Plan) *calendar.Date { return &p.To })},
		item("building", "running", "平台建设", "building", "利用现有平台", items, func(p *Plan) *string { return &p.Building }),
		item("technology", "running", "技术方案", "technology", "可用不可见", append(items, a27("第15条")...), func(p *Plan) *string { return &p.Technology }),
		item("progress", "running", "进度安排", "progress", "2026年1月上线", items, func(p *Plan) *string { return &p.Progress }),
		item("standard", "running", "评价标准", "evaluation standard", "产品数量、调用量、安全", append(items, gx("4.5.5")...), func(p *Plan) *string { return &p.Standard }),
		item("exit", "running", "退出机制", "exit", "评价不合格的退出", items, func(p *Plan) *string { return &p.Exit }),
		item("assetManagement", "running", "资产管理", "asset management", "平台归实施机构", items, func(p *Plan) *string { return &p.Assets }),
		{Key: "publicProducts", Group: "products", Title: text("用于公共治理、公益事业的产品和服务", "for public governance and welfare"), Type: products, Basis: items, Example: "养护决策支持", At: record.AtTexts(func(p *Plan) *[]string { return &p.PublicProducts })},
		{Key: "industryProducts", Group: "products", Title: text("用于产业发展、行业发展的产品和服务", "for industry"), Type: products, Required: record.Not(record.Present("publicProducts")), Basis: items, Example: "保险定价指数", At: record.AtTexts(func(p *Plan) *[]string { return &p.IndustryProducts })},
		item("accounting", "accounting", "成本和收入核算", "accounting of cost and revenue", "单独建账", items, func(p *Plan) *string { return &p.Accounting }),
		item("distribution", "accounting", "收益分配", "distribution", "按协议约定", items, func(p *Plan) *string { return &p.Distribution }),
		item("security", "security", "数据安全", "security", "分级管控", append(items, gx("5.3.1")...), func(p *Plan) *string { return &p.Security }),
		item("personalInformation", "security", "个人信息保护", "personal information", "不含个人信息", append(items, in("个人信息保护法", "第55条")...), func(p *Plan) *string { return &p.Personal }),
		item("emergency", "security", "应急措施", "emergency", "应急预案每年演练", append(items, gx("5.3.1")...), func(p *Plan) *string { return &p.Emergency }),
		item("duties", "duties", "权利义务", "rights and duties", "见协议", items, func(p *Plan) *string { return &p.Duties }),
		item("supervision", "supervision", "监督考核", "supervision and appraisal", "每年评估", append(items, gx("4.5.5")...), func(p *Plan) *string { return &p.Supervision }),
		item("others", "others", "其他事项", "others", "无", items, func(p *Plan) *string { return &p.Others }),
	}
}

func feasibilities() *record.Table[Feasibility] {
	basis := a27("第10条")
	field := func(key, zh, en, example string, at func(*Feasibility) *string) record.Field[Feasibility] {
		return record.Field[Feasibility]{Key: key, Title: text(zh, en), Type: longType, Required: record.Always(), Basis: basis, Example: example, At: record.AtText(at)}
	}
	return record.MustTable(record.Definition{Name: "plan-feasibility", Title: text("可行性论证", "feasibility"), Basis: basis}, []record.Field[Feasibility]{
		field("lifeCycle", "全生命周期服务能力", "service over the life cycle", "采集、治理、运维齐备", func(f *Feasibility) *string { return &f.LifeCycle }),
		field("demand", "社会需求", "demand of society", "养护单位和保险机构有需求", func(f *Feasibility) *string { return &f.Demand }),
		field("market", "市场规模", "size of the market", "三年约700万元", func(f *Feasibility) *string { return &f.Market }),
		field("effect", "预期成效", "expected effect", "降低养护成本", func(f *Feasibility) *string { return &f.Effect }),
		field("risk", "风险防控", "control of risk", "数据不出域", func(f *Feasibility) *string { return &f.Risk }),
	})
}

func operatorConditions() *record.Table[OperatorConditions] {
	basis := a27("第8条", "第9条", "第12条")
	field := func(key, zh, en, example string, at func(*OperatorConditions) *string) record.Field[OperatorConditions] {
		return record.Field[OperatorConditions]{Key: key, Title: text(zh, en), Type: noteType, Required: record.Always(), Basis: basis, Example: example, At: record.AtText(at)}
	}
	return record.MustTable(record.Definition{Name: "operator-conditions", Title: text("运营机构条件", "conditions of an operator"), Basis: basis}, []record.Field[OperatorConditions]{
		field("funds", "资金", "funds", "有持续投入能力", func(c *OperatorConditions) *string { return &c.Funds }),
		field("management", "管理", "management", "制度健全、信用良好", func(c *OperatorConditions) *string { return &c.Management }),
		field("technology", "技术", "technology", "具备数据治理、开发能力", func(c *OperatorConditions) *string { return &c.Technology }),
		field("service", "服务", "service", "面向市场公平提供服务", func(c *OperatorConditions) *string { return &c.Service }),
		field("security", "安全", "security", "等级保护三级", func(c *OperatorConditions) *string { return &c.Security }),
	})
}

func planLines() *record.Table[PlanLine] {
	basis := a27("第8条", "第9条")
	return record.MustTable(record.Definition{Name: "plan-resource", Title: text("目录中的数据资源", "data resource of the catalogue"), Basis: basis}, []record.Field[PlanLine]{
		{Key: "asset", Title: text("资源编号", "asset"), Type: codeType, Required: record.Always(), Basis: basis, Example: "JT-06", At: record.AtText(func(l *PlanLine) *string { return &l.Asset })},
		{Key: "name", Title: text("数据资源名称", "name"), Type: nameType, Required: record.Always(), Basis: basis, Example: "农村公路路况检测影像数据集", At: record.AtText(func(l *PlanLine) *string { return &l.Name })},
		{Key: "frequency", Title: text("更新频率", "update frequency"), Type: nameType, Required: record.Always(), Basis: basis, Example: "每年", At: record.AtText(func(l *PlanLine) *string { return &l.Frequency })},
		{Key: "quality", Title: text("数据质量", "quality"), Type: noteType, Required: record.Always(), Basis: basis, Example: "完整率99%", At: record.AtText(func(l *PlanLine) *string { return &l.Quality })},
	})
}
