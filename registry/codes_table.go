package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The statuses of a registration. That one has expired follows from the date
// ([Registration.StatusAt]) and is no status of the state table.
const (
	None       = "none"       // 未登记
	Registered = "registered" // 已登记
	Cancelled  = "cancelled"  // 已注销
	Revoked    = "revoked"    // 已撤销

	ExpiredStatus = "expired" // 已到期, derived
)

// The kinds of procedure.
const (
	First        = "first"        // 首次登记
	Alteration   = "alteration"   // 变更登记
	Correction   = "correction"   // 更正登记
	Cancellation = "cancellation" // 注销登记
	Renewal      = "renewal"      // 续展
)

// The stages of a procedure.
const (
	Drafted    = "draft"      // 拟办
	Submitted  = "submitted"  // 已提交
	Supplement = "supplement" // 补正
	Accepted   = "accepted"   // 已受理
	Reviewing  = "review"     // 形式审核
	Noticed    = "notice"     // 公示
	Objected   = "objection"  // 异议处理
)

// Outcome is how a procedure ended.
type Outcome string

// The outcomes.
const (
	Completed  Outcome = "completed"  // 办结
	Rejected   Outcome = "rejected"   // 不予受理、不予登记
	Withdrawn  Outcome = "withdrawn"  // 撤回
	Terminated Outcome = "terminated" // 终止
)

// Role is the role in which someone takes a step.
type Role string

// The roles.
const (
	Registrant Role = "registrant" // 登记主体
	Registry   Role = "registry"   // 登记机构
	Interested Role = "interested" // 利害关系人
)

// Title names the role in both languages.
func (r Role) Title() rule.Text { return roleList().TitleOf(string(r)) }

// Cause is why a registration is cancelled.
type Cause string

// Title names the cause in both languages.
func (c Cause) Title() rule.Text { return causeList().TitleOf(string(c)) }

// The causes of cancellation. Each names the accounting event that follows
// ([Cause.Follows]).
const (
	Lost         Cause = "lost"         // 损毁灭失
	Expired      Cause = "expired"      // 权益届满、无服务潜力
	Relinquished Cause = "relinquished" // 放弃权益
	Transferred  Cause = "transferred"  // 调出、合并
	Dissolved    Cause = "dissolved"    // 登记主体终止
	Mistaken     Cause = "mistaken"     // 登记有误
	OtherCause   Cause = "other"        // 其他, with a reason
	Unrenewed    Cause = "unrenewed"    // 届满未续展: of a [Lapse] only, never asked for by [Cancel]
)

// Ground is why the registry revokes a registration.
type Ground string

// The grounds of revocation.
const (
	Concealed   Ground = "concealed"   // 隐瞒、虚假
	Tampered    Ground = "tampered"    // 篡改、伪造
	UnlawfulUse Ground = "unlawfulUse" // 非法使用、牟利
)

// DocumentKind is what a document of a registration shows.
type DocumentKind string

// The kinds of document.
const (
	DocRegistrant DocumentKind = "registrant"
	DocSource     DocumentKind = "source"
	DocResource   DocumentKind = "resource"
	DocDeposit    DocumentKind = "deposit"
	DocProducts   DocumentKind = "products"
	DocScenarios  DocumentKind = "scenarios"
	DocSecurity   DocumentKind = "security"
	DocReview     DocumentKind = "internalReview"
	DocAgreement  DocumentKind = "agreement"
	DocChange     DocumentKind = "change"
	DocConsent    DocumentKind = "consent"
	DocMistake    DocumentKind = "mistake"
	DocCause      DocumentKind = "cause"
	DocObjection  DocumentKind = "objection"
	DocOther      DocumentKind = "other"
)

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func gx(keys ...string) []rule.Clause { return rule.GXAll(keys...) }

// national is the number of the national measures, and r26 their articles.
const national = "发改数据规〔2025〕26号"

func r26(places ...string) []rule.Clause {
	basis := make([]rule.Clause, len(places))
	for i, p := range places {
		basis[i] = rule.In(national, p)
	}
	return basis
}

func code(c, zh, en string) rule.Code { return rule.Code{Code: c, Title: text(zh, en)} }

func statuses() []rule.Code {
	return []rule.Code{
		code(None, "未登记", "not registered"), code(Registered, "已登记", "registered"),
		code(Cancelled, "已注销", "cancelled"), code(Revoked, "已撤销", "revoked"),
	}
}

func procedures() []rule.Code {
	return []rule.Code{
		code(First, "首次登记", "first registration"), code(Alteration, "变更登记", "alteration"),
		code(Correction, "更正登记", "correction"), code(Cancellation, "注销登记", "cancellation"),
		code(Renewal, "续展", "renewal"),
	}
}

func stages() []rule.Code {
	return []rule.Code{
		code(Drafted, "拟办", "draft"), code(Submitted, "已提交", "submitted"), code(Supplement, "补正", "supplement requested"),
		code(Accepted, "已受理", "accepted"), code(Reviewing, "形式审核", "formal review"),
		code(Noticed, "公示", "public notice"), code(Objected, "异议处理", "objection"),
	}
}

func outcomes() []rule.Code {
	return []rule.Code{
		code(string(Completed), "办结", "completed"), code(string(Rejected), "不予登记", "rejected"),
		code(string(Withdrawn), "撤回", "withdrawn"), code(string(Terminated), "终止登记", "terminated"),
	}
}

// Title names the outcome in both languages.
func (o Outcome) Title() rule.Text { return titleOf(outcomes(), string(o)) }

func titleOf(codes []rule.Code, code string) rule.Text {
	for _, c := range codes {
		if c.Code == code {
			return c.Title
		}
	}
	return text(code, code)
}

// listOf makes a code list of the codes of a state table.
func listOf(name, zh, en string, basis []rule.Clause, codes []rule.Code) record.CodeList {
	l := record.CodeList{Name: name, Title: text(zh, en), Basis: basis, Evidence: rule.FullText}
	for _, c := range codes {
		l.Codes = append(l.Codes, record.CodeEntry{Code: c.Code, Title: c.Title})
	}
	return l
}

func entry(code, zh, en string, basis ...rule.Clause) record.CodeEntry {
	return record.CodeEntry{Code: code, Title: text(zh, en), Basis: basis}
}

// practice is a list that no document gives.
func practice(name, zh, en string, entries ...record.CodeEntry) record.CodeList {
	return record.CodeList{
		Name: name, Title: text(zh, en), Evidence: rule.Judgement, Codes: entries,
		Judgement: text("无统一代码，按实务归纳", "no document gives the codes; they follow practice"),
	}
}

func procedureList() record.CodeList {
	return listOf("registration-procedure", "登记类型", "type of registration", append(gx("4.3.4"), r26("第9条", "第15条")...), procedures())
}

var roleList = sync.OnceValue(func() record.CodeList {
	return listOf("registration-role", "办理身份", "role in the registration", r26("第3条", "第9条", "第12条"), []rule.Code{
		code(string(Registrant), "登记主体", "registrant"), code(string(Registry), "登记机构", "registry"),
		code(string(Interested), "利害关系人", "interested party"),
	})
})

var causeList = sync.OnceValue(func() record.CodeList {
	return record.CodeList{
		Name: "cancellation-cause", Title: text("注销原因", "cause of cancellation"), Basis: append(gx("4.3.4"), r26("第9条(四)")...), Evidence: rule.FullText,
		Judgement: text("“等”：原因不穷尽，其他原因写明理由", "the list is open: other causes are given with a reason"),
		Codes: []record.CodeEntry{
			entry(string(Lost), "损毁灭失", "damaged or lost", append(gx("4.3.4"), r26("第9条(四)")...)...),
			entry(string(Expired), "权益届满或无服务潜力", "right expired or no longer of service", r26("第9条(四)")...),
			entry(string(Relinquished), "放弃权益", "right given up", r26("第9条(四)")...),
			entry(string(Transferred), "调出或合并", "transferred or merged"),
			entry(string(Dissolved), "登记主体解散、被撤销、破产或终止", "registrant dissolved, revoked, bankrupt or ended", r26("第9条(四)")...),
			entry(string(Mistaken), "登记有误", "registered in error"),
			entry(string(OtherCause), "其他", "other"),
		},
	}
})

func groundList() record.CodeList {
	return record.CodeList{
		Name: "revocation-ground", Title: text("撤销事由", "ground of revocation"), Basis: r26("第20条"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{
			entry(string(Concealed), "隐瞒事实或提供虚假材料", "facts hidden or false material"),
			entry(string(Tampered), "篡改或伪造登记结果", "results tampered with or forged"),
			entry(string(UnlawfulUse), "非法使用登记结果或牟取不当利益", "unlawful use or profit"),
		},
	}
}

var documentList = sync.OnceValue(func() record.CodeList {
	first := r26("第9条")
	return record.CodeList{
		Name: "registration-document-kind", Title: text("材料种类", "kind of document"), Basis: first, Evidence: rule.FullText,
		Judgement: text("首次登记七项按第9条；其余各项由本条和相应条款归纳", "the seven of a first registration are article 9's; the others are drawn from it and the articles named"),
		Codes: []record.CodeEntry{
			entry(string(DocRegistrant), "登记主体信息", "the registrant", first...),
			entry(string(DocSource), "数据合法合规性来源", "lawfulness of the sources", first...),
			entry(string(DocResource), "数据资源情况", "the data resource", first...),
			entry(string(DocDeposit), "存证情况", "deposit of evidence", r26("第7条", "第9条")...),
			entry(string(DocProducts), "产品和服务信息", "products and services", first...),
			entry(string(DocScenarios), "应用场景信息", "application scenarios", first...),
			entry(string(DocSecurity), "数据安全风险评估", "data-security risk assessment", first...),
			entry(string(DocReview), "内部业务审核意见", "internal business review", r26("第7条")...),
			entry(string(DocAgreement), "多方登记的协商意见", "agreement of several registrants", r26("第7条")...),
			entry(string(DocChange), "变更证明材料", "evidence of the change", first...),
			entry(string(DocConsent), "登记主体书面同意", "the registrant's written consent", first...),
			entry(string(DocMistake), "登记确有错误的证据", "evidence that the entry is wrong", first...),
			entry(string(DocCause), "注销事由证明材料", "evidence of the cause", r26("第9条(四)")...),
			entry(string(DocObjection), "异议证据材料", "evidence of the objection", r26("第12条")...),
			entry(string(DocOther), "其他材料", "another document"),
		},
	}
})

// Follow is the accounting event that a cancellation calls for.
type Follow struct {
	Events    []rule.ID // of accounting/government, that will do; none where nothing is booked or the reply decides
	Title     rule.Text
	Basis     []rule.Clause
	Judgement rule.Text
}

// Follows names the accounting event that follows when a registration is
// cancelled for the cause: registry and books go together. The accounts are
// those of the government accounting system; an enterprise books the like by its
// own. An unknown cause has none.
func (c Cause) Follows() Follow {
	system := func(places ...string) []rule.Clause {
		var basis []rule.Clause
		for _, p := range places {
			basis = append(basis, rule.In("财会〔2017〕25号", p))
		}
		return basis
	}
	together := text("卡片注销与账务处理由同一事实引起，应同步办理", "the cancellation and the entry have one cause and go together")
	switch c {
	case Lost:
		return Follow{[]rule.ID{"government.loss-approved"}, text("毁损，经1902待处理财产损溢核销", "loss through 1902 property to be disposed of"), system("1902 四(二)2", "5301 一"), together}
	case Expired, Relinquished:
		return Follow{[]rule.ID{"government.written-off"}, text("核销，转销1701账面余额", "write-off of the balance of 1701"), system("1701 三(三)5"), together}
	case Transferred:
		return Follow{[]rule.ID{"government.transferred-out"}, text("无偿调出，借记3401", "transfer out, debited to 3401"), system("1701 三(三)3", "3401 二(二)"), text("合并时直接计入3001，由批复定", "in a merger 3001 directly, as the reply says")}
	case Dissolved:
		return Follow{nil, text("按单位划转撤并的批复处置", "disposed of as the reply on the unit's end says"), []rule.Clause{rule.In("财会〔2022〕29号", "")}, text("去向由批复决定，登记本身不能判断", "where it goes is for the reply; the registration cannot tell")}
	case Mistaken:
		return Follow{nil, text("不作分录；涉及已入账金额、科目或日期的，作会计更正", "no entry; an accounting correction where an amount, account or date of booking was wrong"), []rule.Clause{rule.In("财会〔2018〕28号", "第14条")}, text("卡片更正不等于会计差错更正", "a correction of the card is no accounting correction")}
	case Unrenewed:
		return Follow{nil, text("不作分录；资产仍在的，账面不变", "no entry; what is still there stays in the books"), r26("第15条"), text("办法只注销登记；登记届满不等于资产灭失或权益届满", "the measures cancel the registration only; its expiry is not that of the asset or of the right")}
	case OtherCause:
		return Follow{nil, text("按事实确定", "as the facts are"), gx("4.3.4"), text("原因不穷尽，按事实处理", "the list of causes is open; the facts decide")}
	}
	return Follow{}
}
