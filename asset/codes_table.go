package asset

import (
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The codes of a resource, each a type of its own.
type (
	// Source is how the unit came by the data.
	Source string
	// Form tells whether it is structured.
	Form string
	// Frequency is how often it is updated.
	Frequency string
	// Sharing is whether other departments may have it.
	Sharing string
	// Openness is whether the public may have it.
	Openness string
	// Acquisition is how the unit came to hold it as property, as opposed to where
	// the data come from.
	Acquisition string
	// Importance is the class under the Data Security Law.
	Importance string
	// CostLocation is where its cost now sits.
	CostLocation string
	// CostEvidence is what its cost can be measured by.
	CostEvidence string
	// SplitKey is how a cost shared with a system is divided.
	SplitKey string
	// Potential is what it is expected to bring.
	Potential string
	// Retention tells whether a lasting set is kept.
	Retention string
	// MasterCopy tells who keeps the leading copy.
	MasterCopy string
	// Mode is the mode of authorised operation.
	Mode string
	// Use is an enterprise's business model for the data.
	Use string
	// Stage is the stage of an own development.
	Stage string
	// Choice is what is done where cost cannot be measured.
	Choice string
)

// Sources.
const (
	FromDuty        Source = "duty"
	FromService     Source = "publicService"
	FromBusiness    Source = "ownBusiness"
	FromDevelopment Source = "ownDevelopment"
	FromPurchase    Source = "purchase"
	FromCommission  Source = "commissioned"
	FromLicence     Source = "licence"
	FromSharing     Source = "sharing"
	FromDonation    Source = "donation"
	FromTransfer    Source = "transfer"
)

// Where a cost sits.
const (
	CostIntangible   CostLocation = "1701"
	CostFixed        CostLocation = "1601"
	CostConstruction CostLocation = "1613"
	CostExpensed     CostLocation = "expensed"
	CostPending      CostLocation = "pending"
	CostNowhere      CostLocation = "none"
)

// What a cost is measured by.
const (
	ByVoucher     CostEvidence = "voucher"
	ByAppraisal   CostEvidence = "appraisal"
	ByReplacement CostEvidence = "replacement"
	ByNothing     CostEvidence = "none"
)

// Other codes that the rules ask for.
const (
	PotentialService Potential = "managementService"
	PotentialInflow  Potential = "economicInflow"
	PotentialNone    Potential = "none"

	KeptLasting Retention = "lasting"
	KeptRolling Retention = "rolling"
	KeptNot     Retention = "notKept"

	MasterOwn          MasterCopy = "own"
	MasterElsewhere    MasterCopy = "elsewhere"
	MasterUndetermined MasterCopy = "undetermined"

	ImportanceUndetermined Importance = "undetermined"

	ModeNone Mode = "none"

	UseOwn     Use = "ownUse"
	UseService Use = "service"
	UseSale    Use = "sale"

	StageResearch    Stage = "research"
	StageDevelopment Stage = "development"
	StageComplete    Stage = "complete"

	ChooseNominal Choice = "nominal"
	ChooseMemo    Choice = "memo"
)

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func entry(code, zh, en string) record.CodeEntry {
	return record.CodeEntry{Code: code, Title: text(zh, en)}
}

// practice is a list that no document gives.
func practice(name, zh, en string, entries ...record.CodeEntry) record.CodeList {
	return record.CodeList{
		Name: name, Title: text(zh, en), Evidence: rule.Judgement, Codes: entries,
		Judgement: text("无统一代码，按实务归纳", "no document gives the codes; they follow practice"),
	}
}

func entityList() record.CodeList {
	l := record.CodeList{Name: "holder-kind", Title: text("单位性质", "kind of holder"), Basis: gx("2.2"), Evidence: rule.FullText}
	for _, e := range rule.Entities() {
		l.Codes = append(l.Codes, record.CodeEntry{Code: string(e), Title: e.Title()})
	}
	return l
}

func financialRuleList() record.CodeList {
	l := record.CodeList{Name: "financial-rule", Title: text("财务规则", "financial rule"), Basis: []rule.Clause{rule.In("财会〔2021〕33号", "一")}, Evidence: rule.FullText}
	for _, e := range []rule.Entity{rule.Administrative, rule.PublicInstitution} {
		l.Codes = append(l.Codes, record.CodeEntry{Code: string(e), Title: e.Title()})
	}
	return l
}

func roleList() record.CodeList {
	l := record.CodeList{Name: "pilot-role", Title: text("试点身份", "role in the pilot"), Basis: gx("2.2", "5.2"), Evidence: rule.FullText}
	for _, r := range rule.Roles() {
		l.Codes = append(l.Codes, record.CodeEntry{Code: string(r), Title: r.Title()})
	}
	return l
}

func authorityList() record.CodeList {
	l := practice("finance-level", "审批和收缴的财政级次", "level whose finance department approves and collects")
	for _, a := range rule.Authorities() {
		l.Codes = append(l.Codes, record.CodeEntry{Code: string(a), Title: a.Title()})
	}
	return l
}

func sourceList() record.CodeList {
	return practice("data-source", "数据来源", "source of the data",
		entry("duty", "履职产生", "own performance of duty"),
		entry("publicService", "公共服务产生", "public service"),
		entry("ownBusiness", "自有经营产生", "own business operation"),
		entry("ownDevelopment", "自行开发加工", "own development or processing"),
		entry("purchase", "外购", "purchase"),
		entry("commissioned", "委托生产", "commissioned production"),
		entry("licence", "许可或订阅", "licence or subscription"),
		entry("sharing", "其他部门共享", "sharing from another department"),
		entry("donation", "受赠", "donation"),
		entry("transfer", "无偿调入", "transfer"))
}

func formList() record.CodeList {
	return practice("data-form", "数据形态", "data form",
		entry("structured", "结构化", "structured"),
		entry("semiStructured", "半结构化", "semi-structured"),
		entry("unstructured", "非结构化", "unstructured"),
		entry("mixed", "混合", "mixed"))
}

func frequencyList() record.CodeList {
	return practice("update-frequency", "更新频率", "update frequency",
		entry("realTime", "实时", "real time"),
		entry("minutes", "分钟级", "every few minutes"),
		entry("hourly", "每小时", "hourly"),
		entry("daily", "每日", "daily"),
		entry("weekly", "每周", "weekly"),
		entry("monthly", "每月", "monthly"),
		entry("quarterly", "每季度", "quarterly"),
		entry("yearly", "每年", "yearly"),
		entry("byEvent", "按事件", "by event"),
		entry("once", "一次性", "once"),
		entry("ended", "停更", "ended"))
}

func sharingList() record.CodeList {
	return practice("sharing", "共享属性", "sharing",
		entry("unconditional", "无条件共享", "shared without conditions"),
		entry("conditional", "有条件共享", "shared on conditions"),
		entry("none", "不予共享", "not shared"))
}

func opennessList() record.CodeList {
	return practice("openness", "开放属性", "openness",
		entry("unconditional", "无条件开放", "open without conditions"),
		entry("conditional", "有条件开放", "open on conditions"),
		entry("none", "不予开放", "not open"))
}

// acquisitionList is the ways of 国务院令第738号 第9条, an open list, and the two
// that 财资〔2024〕1号 adds for data.
func acquisitionList() record.CodeList {
	own := func(code, zh, en string) record.CodeEntry {
		e := entry(code, zh, en)
		e.Basis = []rule.Clause{rule.In("财资〔2024〕1号", "配置方式")}
		return e
	}
	return record.CodeList{
		Name: "acquisition-mode", Title: text("配置方式", "acquisition mode"),
		Basis: []rule.Clause{rule.In("国务院令第738号", "第9条")}, Evidence: rule.Memory,
		Judgement: text("第9条以“等”结尾；自主采集、生产加工两项凭记忆，待核", "article 9 ends in “等”; collection and processing are from memory"),
		Codes: []record.CodeEntry{
			own("collection", "自主采集", "own collection"),
			own("processing", "生产加工", "production or processing"),
			entry("purchase", "购置", "purchase"),
			entry("construction", "建设", "construction"),
			entry("allocation", "调剂", "allocation from another unit"),
			entry("lease", "租用", "lease"),
			entry("donation", "接受捐赠", "donation"),
			entry("other", "其他", "other"),
		},
	}
}

func importanceList() record.CodeList {
	return record.CodeList{
		Name: "data-importance", Title: text("数据分级", "class of the data"), Evidence: rule.Verified,
		Basis: []rule.Clause{rule.In("数据安全法", "第21条")},
		Codes: []record.CodeEntry{
			entry("general", "一般数据", "general data"),
			entry("important", "重要数据", "important data"),
			entry("core", "核心数据", "core data"),
			entry("undetermined", "待认定", "not yet determined"),
		},
	}
}

func costLocationList() record.CodeList {
	return practice("cost-location", "成本现在何处", "where the cost now sits",
		entry("1701", "1701 无形资产", "account 1701, intangible assets"),
		entry("1601", "1601 固定资产", "account 1601, fixed assets"),
		entry("1613", "1613 在建工程", "account 1613, construction in progress"),
		entry("expensed", "已费用化", "expensed"),
		entry("pending", "合同在履行或待支付", "contract under way or still to be paid"),
		entry("none", "未入账", "nowhere in the books"))
}

func costEvidenceList() record.CodeList {
	return record.CodeList{
		Name: "cost-evidence", Title: text("成本依据", "evidence of the cost"), Evidence: rule.FullText,
		Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1601 四(四)1")},
		Codes: []record.CodeEntry{
			entry("voucher", "有凭据", "voucher"),
			entry("appraisal", "按规定经评估", "appraisal made under a rule or order"),
			entry("replacement", "重置成本", "replacement cost"),
			entry("none", "均无法取得", "none of them"),
		},
	}
}

func splitKeyList() record.CodeList {
	return practice("split-key", "成本拆分依据", "key by which a shared cost is divided",
		entry("contractPrice", "合同分项报价", "contract price list"),
		entry("hours", "工时", "hours"),
		entry("none", "无", "none"))
}

func potentialList() record.CodeList {
	return record.CodeList{
		Name: "expected-potential", Title: text("预期效益", "expected potential"), Basis: gx("4.1.2"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{
			entry("managementService", "管理服务潜力", "management or service potential"),
			entry("economicInflow", "经济利益流入", "economic inflow"),
			entry("none", "无", "none"),
		},
	}
}

func retentionList() record.CodeList {
	return practice("retention", "数据留存", "what is kept",
		entry("lasting", "长期留存", "a lasting set"),
		entry("rolling", "滚动覆盖", "a rolling store that is overwritten"),
		entry("notKept", "不留存", "nothing"))
}

func masterCopyList() record.CodeList {
	return practice("master-copy", "主数据保管", "who keeps the leading copy",
		entry("own", "本单位", "this unit"),
		entry("elsewhere", "其他单位", "another unit"),
		entry("undetermined", "待明确", "to be made clear"))
}

func modeList() record.CodeList {
	return record.CodeList{
		Name: "authorisation-mode", Title: text("授权运营模式", "mode of authorised operation"), Basis: gx("4.5.4"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{
			entry("none", "不授权", "none"),
			entry("whole", "整体授权", "whole"),
			entry("field", "分领域授权", "by field"),
			entry("scenario", "依场景授权", "by scenario"),
		},
	}
}

func useList() record.CodeList {
	return record.CodeList{
		Name: "business-model", Title: text("业务模式", "business model"), Evidence: rule.Verified,
		Basis: []rule.Clause{rule.In("财会〔2023〕11号", "二、1"), rule.In("财会〔2023〕11号", "二、4")},
		Codes: []record.CodeEntry{
			entry("ownUse", "自用", "used in own activities"),
			entry("service", "对外提供服务", "serving others"),
			entry("sale", "日常活动中持有以备出售", "held for sale in ordinary activities"),
		},
	}
}

func stageList() record.CodeList {
	return record.CodeList{
		Name: "development-stage", Title: text("开发阶段", "stage of development"), Evidence: rule.FullText,
		Basis: []rule.Clause{rule.In("企业会计准则第6号", "第7条"), rule.In("财会〔2016〕12号", "第5条")},
		Codes: []record.CodeEntry{
			entry("research", "研究阶段", "research"),
			entry("development", "开发阶段", "development"),
			entry("complete", "已达到预定用途", "ready for use"),
		},
	}
}

func choiceList() record.CodeList {
	return record.CodeList{
		Name: "unmeasured-choice", Title: text("成本无法计量时的处理", "what is done where cost cannot be measured"),
		Basis: gx("4.4.2"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{
			entry("nominal", "按名义金额入账", "booked at nominal amount"),
			entry("memo", "只作备查登记", "memo only"),
		},
	}
}

// Sectors is the eight key fields of the plan (GX-3.5, an open list) and what
// lies outside them.
func Sectors() record.CodeList {
	return record.CodeList{
		Name: "sector", Title: text("行业领域", "sector"), Basis: gx("3.5"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{
			entry("science", "科技", "science and technology"),
			entry("water", "水利", "water"),
			entry("agriculture", "农业", "agriculture"),
			entry("transport", "交通", "transport"),
			entry("forestry", "林业", "forestry"),
			entry("weather", "气象", "weather"),
			entry("culture", "文化旅游", "culture and tourism"),
			entry("health", "卫生健康", "health"),
			entry("finance", "财政", "public finance"),
			entry("other", "其他", "other"),
		},
	}
}

// Classification is the default classification: the code for data in
// GB/T 14885. The code is from memory and the standard's scope, as far as it
// was read, does not name intangible assets, so the list is the caller's to
// replace ([Vocabulary]).
func Classification() record.CodeList {
	return record.CodeList{
		Name: "asset-class", Title: text("资产分类", "asset class"), Evidence: rule.Memory,
		Basis: []rule.Clause{rule.In("GB/T14885-2022", "A0806")},
		Codes: []record.CodeEntry{entry("A08060200", "数据", "data")},
	}
}

// gx cites clauses of the plan.
func gx(keys ...string) []rule.Clause { return rule.GXAll(keys...) }
