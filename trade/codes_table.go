package trade

import (
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The codes of the records.
type (
	// Object is what is supplied.
	Object string
	// Purpose is what the recipient uses it for.
	Purpose string
	// Charge tells whether it is paid.
	Charge string
	// PriceForm is how the price is made.
	PriceForm string
	// Venue is where it is traded.
	Venue string
	// Participant is who takes part in trading.
	Participant string
	// Service is what a third party does.
	Service string
	// ConditionKind is what a condition of use asks.
	ConditionKind string
	// Unit is what a rate is charged by.
	Unit string
	// CostKind is a part of the operating cost.
	CostKind string
	// PriceList is the list of government prices that a product falls under.
	PriceList string
	// Publisher is who discloses.
	Publisher string
)

// The codes.
const (
	Resource    Object = "resource"    // 数据资源
	Product     Object = "product"     // 运营机构的数据产品或服务
	Redeveloped Object = "redeveloped" // 再次开发加工的产品或服务

	Governance Purpose = "publicGovernance" // 公共治理
	Welfare    Purpose = "publicWelfare"    // 公益事业
	Industry   Purpose = "industry"         // 产业发展
	Sector     Purpose = "sector"           // 行业发展

	Free Charge = "free" // 无偿
	Paid Charge = "paid" // 有偿

	ByAgreement PriceForm = "agreement" // 协议约定
	ByAppraisal PriceForm = "appraisal" // 评估定价
	ByCeiling   PriceForm = "ceiling"   // 政府指导价（上限）
	ByTrial     PriceForm = "trial"     // 试行收费标准
	ByMarket    PriceForm = "market"    // 市场价格

	OnExchange  Venue = "onExchange"  // 场内
	OffExchange Venue = "offExchange" // 场外

	DataEnterprise Participant = "dataEnterprise" // 数据企业
	ThirdParty     Participant = "thirdParty"     // 第三方专业服务机构
	Exchange       Participant = "exchange"       // 数据交易所等机构
	PublicBody     Participant = "publicBody"     // 机关事业单位
	PublicAtLarge  Participant = "public"         // 社会公众
	OtherUser      Participant = "other"          // 其他单位

	PerProduct Unit = "product" // 按产品数量
	PerService Unit = "service" // 按服务次数
	PerTime    Unit = "time"    // 按时长
	PerCall    Unit = "call"    // 按调用量

	NationalList PriceList = "central" // 中央定价目录
	LocalList    PriceList = "local"   // 地方定价目录

	ByAgency   Publisher = "agency"   // 实施机构
	ByOperator Publisher = "operator" // 运营机构
)

// public reports whether the purpose is one of those served free of charge.
func (p Purpose) public() bool { return p == Governance || p == Welfare }

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func entry(code, zh, en string) record.CodeEntry {
	return record.CodeEntry{Code: code, Title: text(zh, en)}
}

// price is a part of the notice on prices (发改价格〔2025〕65号).
func price(part string) rule.Clause { return rule.In("发改价格〔2025〕65号", part) }

// operation is an article of the specifications on authorised operation.
func operation(article string) rule.Clause { return rule.In("发改数据规〔2025〕27号", article) }

func law(c ...rule.Clause) []rule.Clause { return c }

func list(name, zh, en string, basis []rule.Clause, codes ...record.CodeEntry) record.CodeList {
	return record.CodeList{Name: name, Title: text(zh, en), Basis: basis, Evidence: rule.FullText, Codes: codes}
}

// practice is a list that no document gives code by code.
func practice(l record.CodeList, zh, en string) record.CodeList {
	l.Evidence, l.Judgement = rule.Judgement, text(zh, en)
	return l
}

func objects() record.CodeList {
	return list("trade-object", "交易标的", "what is supplied", law(rule.GX("4.7.3")),
		entry("resource", "数据资源", "data resource"), entry("product", "运营机构的数据产品或服务", "the operator's product or service"),
		entry("redeveloped", "再次开发加工的产品或服务", "product or service developed again"))
}

func purposes() record.CodeList {
	return list("trade-purpose", "用途", "purpose of use", law(rule.GX("4.7.2"), price("一")),
		entry("publicGovernance", "公共治理", "public governance"), entry("publicWelfare", "公益事业", "public welfare"),
		entry("industry", "产业发展", "industry"), entry("sector", "行业发展", "a sector's development"))
}

func charges() record.CodeList {
	return list("trade-charge", "有偿或无偿", "paid or free", law(rule.GX("4.7.2")), entry("free", "无偿", "free"), entry("paid", "有偿", "paid"))
}

// PriceForms lists how a price is made (GX-4.7.1, GX-4.7.3; 65号).
func PriceForms() record.CodeList {
	return list("price-form", "价格形成方式", "how the price is made", law(rule.GX("4.7.1"), rule.GX("4.7.3"), price("一"), price("二")),
		entry("agreement", "协议约定", "agreement"), entry("appraisal", "评估定价", "appraisal"),
		entry("ceiling", "政府指导价（上限收费标准）", "government-guided price, under a ceiling"),
		entry("trial", "试行收费标准", "trial rate"), entry("market", "市场价格", "market price"))
}

func venues() record.CodeList {
	return list("trade-venue", "交易场所", "venue", law(rule.GX("4.7.4")), entry("onExchange", "场内", "on an exchange"), entry("offExchange", "场外", "off an exchange"))
}

// Participants lists who takes part (GX-4.7.6).
func Participants() record.CodeList {
	return list("trade-participant", "参与主体", "participant", law(rule.GX("4.7.6")),
		entry("dataEnterprise", "数据企业", "data enterprise"), entry("thirdParty", "第三方专业服务机构", "third-party professional service"),
		entry("exchange", "数据交易所等机构", "data exchange and the like"), entry("publicBody", "机关事业单位", "public body"),
		entry("public", "社会公众", "the public at large"), entry("other", "其他单位", "another unit"))
}

func services() record.CodeList {
	return practice(list("third-party-service", "第三方服务", "service of a third party", law(rule.GX("4.7.6")),
		entry("compliance", "合规评估", "compliance assessment"), entry("quality", "质量评估", "quality assessment"),
		entry("appraisal", "资产评估", "appraisal"), entry("securityAudit", "安全审计", "security audit"),
		entry("integration", "数据集成", "integration"), entry("brokerage", "数据经纪", "brokerage"),
		entry("custody", "数据托管", "custody"), entry("notary", "公证、鉴证", "notarisation, attestation"),
		entry("arbitration", "争议仲裁", "arbitration"), entry("other", "其他", "other")),
		"方案只说第三方专业服务机构，种类取自实务", "the plan says third-party professional services; the kinds are practice")
}

func conditionKinds() record.CodeList {
	return practice(list("use-condition", "使用条件", "condition of use", law(rule.GX("4.7.2")),
		entry("purpose", "限定用途", "for this purpose only"), entry("scenario", "限定场景", "in this scenario only"),
		entry("noResale", "不得转售、转授权", "no resale, no sublicence"), entry("results", "成果共享", "results shared"),
		entry("period", "限定期限", "for a period"), entry("security", "安全保护措施", "security measures"),
		entry("qualification", "使用方资格", "who may use it"), entry("destroy", "到期删除", "deleted at the end"),
		entry("fee", "缴纳费用", "payment of the fee"), entry("other", "其他", "other")),
		"方案只说“有条件”，条件种类取自实务", "the plan says conditionally; the kinds of condition are practice")
}

func units() record.CodeList {
	return list("rate-unit", "计费单位", "what a rate is charged by", law(price("三(二)")),
		entry("product", "按产品数量", "by products"), entry("service", "按服务次数", "by services"),
		entry("time", "按时长", "by time"), entry("call", "按调用量", "by calls"))
}

func costKinds() record.CodeList {
	return list("operating-cost", "经营成本构成", "part of the operating cost", law(price("三(一)")),
		entry("platform", "平台建设和运维", "platform, build and upkeep"), entry("handling", "数据传输、汇聚、存储、治理", "transfer, gathering, storage, governance"),
		entry("people", "人力", "people"), entry("acquisition", "获取公共数据", "getting the public data"), entry("period", "期间费用", "period costs"))
}

func priceLists() record.CodeList {
	return list("price-list", "定价目录", "list of government prices", law(price("一")),
		entry("central", "中央定价目录（国家登记机构登记）", "central list: registered nationally"),
		entry("local", "地方定价目录（地方登记机构登记）", "local list: registered locally"))
}

func publishers() record.CodeList {
	return list("trade-publisher", "披露主体", "who discloses", law(operation("第18条"), operation("第19条")),
		entry("agency", "实施机构", "implementing agency"), entry("operator", "运营机构", "operator"))
}
