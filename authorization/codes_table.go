package authorization

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The statuses of an authorisation. That its term has run out follows from the
// date ([Authorization.StatusAt]) and is no status of the state table.
const (
	None       = "none"       // 未授权
	Granted    = "granted"    // 已授权（批准）
	Withdrawn  = "withdrawn"  // 已收回
	Terminated = "terminated" // 已终止
	Disposed   = "disposed"   // 已处置

	ExpiredStatus = "expired" // 已到期, derived
)

// The kinds of procedure.
const (
	Grant     = "grant"     // 授权
	Amendment = "amendment" // 变更授权
	Renewal   = "renewal"   // 续期
	Disposing = "disposal"  // 处置
)

// The stages of a procedure.
const (
	Drafted   = "draft"     // 拟办: the papers are being prepared
	Decided   = "decided"   // 已集体决策
	Submitted = "submitted" // 已报送
	Reviewed  = "reviewed"  // 主管部门已审核
	Approved  = "approved"  // 出资人机构已批准
	Adopted   = "adopted"   // 本级政府已审定
	Chosen    = "chosen"    // 已选定运营机构
)

// The codes of the records, each a type of its own.
type (
	// Role is in which capacity someone takes a step.
	Role string
	// Outcome is how a procedure ended.
	Outcome string
	// RecipientKind is what the one is who gets the data.
	RecipientKind string
	// Purpose is what the data are to serve.
	Purpose string
	// Payment is whether the use is paid for.
	Payment string
	// PriceBasis is what a price rests on.
	PriceBasis string
	// Right is what is granted.
	Right string
	// DecisionForm is how a collective decision was taken.
	DecisionForm string
	// Method is how an operator was chosen.
	Method string
	// Ground is why a grant is adjusted or withdrawn.
	Ground string
	// Cause is why a grant ended.
	Cause string
	// Subject is what is filed.
	Subject string
	// Market is the state of market operation that an evaluation found.
	Market string
	// DisposalKind is how an asset is disposed of.
	DisposalKind string
	// Support is how an operator supports the governance of the data.
	Support string
	// Security is how a data asset would secure somebody's debt.
	Security string
)

// The roles.
const (
	Applicant  Role = "applicant"  // 申请单位: the holder
	Agency     Role = "agency"     // 实施机构
	Competent  Role = "competent"  // 主管部门
	Finance    Role = "finance"    // 财政部门
	Government Role = "government" // 本级人民政府, the grantor
	Investor   Role = "investor"   // 履行出资人职责的机构
	Provider   Role = "provider"   // 共享数据提供单位
	Operator   Role = "operator"   // 运营机构
)

// How procedures end.
const (
	Completed Outcome = "completed"
	Rejected  Outcome = "rejected"
	Retracted Outcome = "retracted"
	Stopped   Outcome = "stopped"
)

// Other codes that the rules ask for.
const (
	OperatorRecipient RecipientKind = "operator" // develops the data for the market
	UserRecipient     RecipientKind = "user"     // uses them itself

	Governance Purpose = "governance" // 公共治理
	Welfare    Purpose = "welfare"    // 公益事业
	Industry   Purpose = "industry"   // 产业发展、行业发展

	Paid Payment = "paid"
	Free Payment = "free"

	ByAgreement PriceBasis = "agreement"
	ByAppraisal PriceBasis = "appraisal"
	ByCeiling   PriceBasis = "ceiling"
	ByTender    PriceBasis = "tender"

	UseRight       Right = "use"
	OperationRight Right = "operation"

	MarketOperation   Ground = "marketOperation"
	EvaluationFailed  Ground = "evaluationFailed"
	BeyondGrant       Ground = "beyondGrant"
	SecurityIncident  Ground = "securityIncident"
	Redevelopment     Ground = "redevelopment"
	RawToMarket       Ground = "rawToMarket"
	ConsentWithdrawn  Ground = "consentWithdrawn"
	RegistrationEnded Ground = "registrationEnded"
	OtherGround       Ground = "other"

	TermExpired Cause = "expired"
	ByConsent   Cause = "agreed"
	ByBreach    Cause = "breach"
	NotUsed     Cause = "notUsed"

	FilePlan      Subject = "plan"
	FileAgreement Subject = "agreement"

	MarketGood Market = "good"
	MarketWeak Market = "weak"
	MarketNone Market = "none"
)

// The modes of a grant.
const (
	Whole      asset.Mode = "whole"    // 整体授权
	ByField    asset.Mode = "field"    // 分领域授权
	ByScenario asset.Mode = "scenario" // 依场景授权
)

// The ways of disposal.
const (
	TransferOut DisposalKind = "transfer"   // 无偿划转（调出）
	Sale        DisposalKind = "sale"       // 转让（出售）
	Exchange    DisposalKind = "exchange"   // 置换
	Donation    DisposalKind = "donation"   // 对外捐赠
	WriteOff    DisposalKind = "writeOff"   // 报废（核销）
	Loss        DisposalKind = "loss"       // 报损
	Investment  DisposalKind = "investment" // 对外投资
)

// The documents that are cited most.
const (
	operation  = "发改数据规〔2025〕27号"
	regulation = "国务院令第738号"
	disclosure = "公共数据资源授权运营信息披露通知"
	ownership  = "企业国有资产法"
)

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func gx(keys ...string) []rule.Clause { return rule.GXAll(keys...) }

// in cites several places of one document.
func in(doc string, places ...string) []rule.Clause {
	basis := make([]rule.Clause, len(places))
	for i, p := range places {
		basis[i] = rule.In(doc, p)
	}
	return basis
}

func a27(places ...string) []rule.Clause { return in(operation, places...) }

func law(parts ...[]rule.Clause) []rule.Clause { return slices.Concat(parts...) }

func code[S ~string](c S, zh, en string) rule.Code {
	return rule.Code{Code: string(c), Title: text(zh, en)}
}

func statuses() []rule.Code {
	return []rule.Code{
		code(None, "未授权", "not granted"), code(Granted, "已授权（批准）", "granted"), code(Withdrawn, "已收回", "withdrawn"),
		code(Terminated, "已终止", "terminated"), code(Disposed, "已处置", "disposed of"),
	}
}

func procedures() []rule.Code {
	return []rule.Code{
		code(Grant, "授权", "grant"), code(Amendment, "变更授权", "amendment"), code(Renewal, "续期", "renewal"), code(Disposing, "处置", "disposal"),
	}
}

func stages() []rule.Code {
	return []rule.Code{
		code(Drafted, "拟办", "draft"), code(Decided, "已集体决策", "decided"), code(Submitted, "已报送", "submitted"),
		code(Reviewed, "主管部门已审核", "reviewed"), code(Approved, "出资人机构已批准", "approved by the investor"),
		code(Adopted, "本级政府已审定", "adopted"), code(Chosen, "已选定运营机构", "operator chosen"),
	}
}

func outcomes() []rule.Code {
	return []rule.Code{
		code(Completed, "办结", "completed"), code(Rejected, "不予批准", "rejected"), code(Retracted, "撤回", "retracted"), code(Stopped, "终止", "stopped"),
	}
}

func roles() []rule.Code {
	return []rule.Code{
		code(Applicant, "申请单位", "applicant"), code(Agency, "实施机构", "implementing agency"), code(Competent, "主管部门", "competent department"),
		code(Finance, "财政部门", "finance department"), code(Government, "本级人民政府", "government of its level"),
		code(Investor, "履行出资人职责的机构", "investor's representative"), code(Provider, "共享数据提供单位", "provider of shared data"),
		code(Operator, "运营机构", "operator"),
	}
}

// Title names the role in both languages.
func (r Role) Title() rule.Text { return titleOf(roles(), string(r)) }

// Title names the outcome in both languages.
func (o Outcome) Title() rule.Text { return titleOf(outcomes(), string(o)) }

// Title names the way of disposal in both languages.
func (k DisposalKind) Title() rule.Text { return disposalList().TitleOf(string(k)) }

func titleOf(codes []rule.Code, code string) rule.Text {
	for _, c := range codes {
		if c.Code == code {
			return c.Title
		}
	}
	return text(code, code)
}

func entry[S ~string](code S, zh, en string, basis ...rule.Clause) record.CodeEntry {
	return record.CodeEntry{Code: string(code), Title: text(zh, en), Basis: basis}
}

// listOf makes a code list of the codes of a state table.
func listOf(name, zh, en string, basis []rule.Clause, codes []rule.Code) record.CodeList {
	l := record.CodeList{Name: name, Title: text(zh, en), Basis: basis, Evidence: rule.FullText}
	for _, c := range codes {
		l.Codes = append(l.Codes, record.CodeEntry{Code: c.Code, Title: c.Title})
	}
	return l
}

// stated is a list that documents give.
func stated(name, zh, en string, basis []rule.Clause, entries ...record.CodeEntry) record.CodeList {
	return record.CodeList{Name: name, Title: text(zh, en), Basis: basis, Evidence: rule.FullText, Codes: entries}
}

// practice is a list that documents leave open or do not give.
func practice(name, zh, en string, basis []rule.Clause, entries ...record.CodeEntry) record.CodeList {
	return record.CodeList{
		Name: name, Title: text(zh, en), Basis: basis, Evidence: rule.Judgement, Codes: entries,
		Judgement: text("文件未列举完整，按实务归纳", "no document gives the whole list; it follows practice"),
	}
}

// chain is where the steps of the procedures are laid down.
func chain() []rule.Clause {
	return law(gx("4.5.2", "4.5.3", "4.5.7", "4.5.8"), a27("第11条", "第12条", "第13条"))
}

func procedureList() record.CodeList {
	return listOf("authorisation-procedure", "授权办理类型", "kind of procedure", chain(), procedures())
}

func stageList() record.CodeList {
	return listOf("authorisation-stage", "授权环节", "stage of an authorisation", chain(), stages())
}

func statusList() record.CodeList {
	return listOf("authorisation-status", "授权状态", "status of an authorisation", law(gx("4.5.5", "4.5.8"), a27("第14条")), statuses())
}

func roleList() record.CodeList {
	return listOf("authorisation-role", "办理身份", "role in an authorisation", law(gx("4.5.1", "4.5.2", "4.5.3"), a27("第3条")), roles())
}

var recipientList = sync.OnceValue(func() record.CodeList {
	return practice("recipient-kind", "被授权方类型", "kind of recipient", a27("第3条"),
		entry(OperatorRecipient, "运营机构（治理、开发并向市场提供产品和服务）", "operator, who develops the data for the market", a27("第3条")...),
		entry(UserRecipient, "使用单位（自用）", "user, for its own use"))
})

var purposeList = sync.OnceValue(func() record.CodeList {
	return stated("use-purpose", "使用目的", "purpose of the use", a27("第9条"),
		entry(Governance, "公共治理", "public governance", a27("第9条")...),
		entry(Welfare, "公益事业", "public welfare", a27("第9条")...),
		entry(Industry, "产业发展、行业发展", "industry", a27("第9条")...))
})

var paymentList = sync.OnceValue(func() record.CodeList {
	return stated("use-payment", "有偿或无偿", "paid or free", gx("4.5.2", "4.5.3"),
		entry(Paid, "有偿", "paid"), entry(Free, "无偿", "free"))
})

var priceBasisList = sync.OnceValue(func() record.CodeList {
	return practice("price-basis", "定价依据", "basis of the price", a27("第17条"),
		entry(ByAgreement, "协议约定", "agreement"),
		entry(ByAppraisal, "评估定价", "appraisal"),
		entry(ByCeiling, "政府指导价（上限）", "government-guided ceiling", rule.In("发改价格〔2025〕65号", "一")),
		entry(ByTender, "公开竞价", "tender"))
})

var rightList = sync.OnceValue(func() record.CodeList {
	return stated("granted-right", "授予的权利", "right granted", gx("4.5.4"),
		entry(UseRight, "使用权", "right of use", gx("4.5.4")...),
		entry(OperationRight, "经营权", "right of operation", gx("4.5.4")...))
})

var decisionList = sync.OnceValue(func() record.CodeList {
	return practice("decision-form", "集体决策形式", "form of the collective decision", law(a27("第11条", "第13条"), in(regulation, "第19条"), in(ownership, "第32条")),
		entry[DecisionForm]("party", "党组（党委）会议", "party group meeting"),
		entry[DecisionForm]("office", "单位办公会议", "office meeting"),
		entry[DecisionForm]("board", "董事会", "board of directors", in(ownership, "第32条")...),
		entry[DecisionForm]("shareholders", "股东会", "shareholders' meeting", in(ownership, "第33条")...),
		entry[DecisionForm]("joint", "联席会议", "joint meeting"))
})

var methodList = sync.OnceValue(func() record.CodeList {
	return stated("operator-choice", "运营机构选择方式", "how the operator was chosen", a27("第12条"),
		entry[Method]("open", "公开招标", "open tender", a27("第12条")...),
		entry[Method]("invited", "邀请招标", "invited tender", a27("第12条")...),
		entry[Method]("negotiation", "谈判", "negotiation", a27("第12条")...),
		entry[Method]("other", "其他公平竞争方式", "another way of fair competition", a27("第12条")...))
})

var groundList = sync.OnceValue(func() record.CodeList {
	return practice("adjustment-ground", "调整、收回事由", "ground of adjustment or withdrawal", law(gx("4.5.5"), a27("第14条")),
		entry(MarketOperation, "市场运营情况（未使用、使用不足）", "state of market operation: little or no use", gx("4.5.5")...),
		entry(EvaluationFailed, "定期评估不合格", "an evaluation that was not passed", law(gx("4.5.5"), a27("第14条"))...),
		entry(BeyondGrant, "超出授权范围使用", "use beyond the grant", a27("第22条")...),
		entry(SecurityIncident, "发生安全事件或不再安全可控", "a security incident, or no longer secure", a27("第15条")...),
		entry(Redevelopment, "运营机构参与已交付产品的再开发", "the operator re-develops what it delivered", a27("第6条")...),
		entry(RawToMarket, "未依法公开的原始数据直接进入市场", "raw data that are not lawfully public reached the market", a27("第21条")...),
		entry(ConsentWithdrawn, "提供单位不再同意", "the provider consents no more", law(gx("4.5.1"), a27("第5条"))...),
		entry(RegistrationEnded, "登记注销、撤销或到期", "the registration has ended", gx("4.3.2")...),
		entry(OtherGround, "其他", "another ground"))
})

var endList = sync.OnceValue(func() record.CodeList {
	return practice("authorisation-end", "终止原因", "why it ended", a27("第14条"),
		entry(TermExpired, "期限届满", "its term has run out", a27("第14条")...),
		entry(ByConsent, "协商一致解除", "ended by agreement", a27("第14条")...),
		entry(ByBreach, "违约解除", "ended for breach", a27("第14条")...),
		entry(NotUsed, "批准后未实施", "approved and not carried out"))
})

var subjectList = sync.OnceValue(func() record.CodeList {
	return stated("filing-subject", "备案事项", "what is filed", a27("第11条", "第13条"),
		entry(FilePlan, "实施方案", "implementation plan", a27("第11条")...),
		entry(FileAgreement, "授权运营协议", "agreement", a27("第13条")...))
})

var marketList = sync.OnceValue(func() record.CodeList {
	return practice("market-operation", "市场运营情况", "state of market operation", gx("4.5.5"),
		entry(MarketGood, "运营正常", "in use as planned"), entry(MarketWeak, "使用不足", "less use than planned"), entry(MarketNone, "未使用", "no use"))
})

var disposalList = sync.OnceValue(func() record.CodeList {
	return practice("disposal-kind", "处置方式", "way of disposal", law(gx("4.5.8"), in(regulation, "第19条", "第36条")),
		entry(TransferOut, "无偿划转（调出）", "transfer without payment", in(regulation, "第22条")...),
		entry(Sale, "转让（出售）", "sale", in(regulation, "第36条")...),
		entry(Exchange, "置换", "exchange", in(regulation, "第36条")...),
		entry(Donation, "对外捐赠", "donation", in("财会〔2016〕12号", "第22条")...),
		entry(WriteOff, "报废（核销）", "write-off", in("财会〔2016〕12号", "第24条")...),
		entry(Loss, "报损", "loss", in(regulation, "第21条")...),
		entry(Investment, "对外投资", "investment", in(regulation, "第36条")...))
})

var supportList = sync.OnceValue(func() record.CodeList {
	return stated("governance-support", "支持数据治理的方式", "how data governance is supported", law(gx("4.5.6"), a27("第20条")),
		entry[Support]("technology", "技术", "technology", law(gx("4.5.6"), a27("第20条"))...),
		entry[Support]("product", "产品", "products", a27("第20条")...),
		entry[Support]("service", "服务", "services", law(gx("4.5.6"), a27("第20条"))...),
		entry[Support]("revenue", "收益", "revenue", a27("第20条")...))
})

var securityList = sync.OnceValue(func() record.CodeList {
	return practice("security-kind", "担保或变相担保的形式", "way of securing a debt", gx("5.3.3"),
		entry[Security]("pledge", "质押", "pledge"), entry[Security]("guarantee", "保证", "guarantee"),
		entry[Security]("repurchase", "承诺回购", "promise to buy back"), entry[Security]("returns", "承诺保底收益", "promise of a least return"))
})

// modeList is the modes of the plan, without none.
var modeList = sync.OnceValue(func() record.CodeList {
	f, _ := asset.Resources().Definition().Field("intendedMode")
	l := f.Type.(record.Code).List
	l.Name, l.Codes = "grant-mode", slices.Clone(l.Codes[1:])
	return l
})
