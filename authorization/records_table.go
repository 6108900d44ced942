package authorization

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// Consents returns the table of [Consent].
func Consents() *record.Table[Consent] { return consents() }

var consents = sync.OnceValue(func() *record.Table[Consent] {
	basis := law(gx("4.5.1"), a27("第5条"))
	return record.MustTable(record.Definition{
		Name: "provider-consent", Title: text("共享数据提供单位同意书", "consent of the provider of shared data"), Basis: basis, DateOf: "consentOn",
		Doc: text("以政务数据共享取得的数据用于授权运营，须经提供单位同意。", "Data obtained by government data sharing are put into authorised operation with their provider's consent."),
	}, []record.Field[Consent]{
		{Key: "asset", Title: text("资源编号", "asset"), Type: codeType, Required: record.Always(), Basis: basis, Example: "JT-07", At: record.AtText(func(c *Consent) *string { return &c.Asset })},
		{Key: "consentOn", Title: text("同意日期", "consented on"), Type: record.Date{}, Required: record.Always(), Basis: basis, Example: "2026-03-19", At: record.At(func(c *Consent) *calendar.Date { return &c.On })},
		{Key: "number", Title: text("文号", "number"), Type: numberType, Example: "示例函〔2026〕1号", At: record.AtText(func(c *Consent) *string { return &c.Number })},
		{Key: "scope", Title: text("同意的范围", "scope"), Type: noteType, Basis: basis, Example: "用于航道产品开发", At: record.AtText(func(c *Consent) *string { return &c.Scope })},
		{Key: "validTo", Title: text("有效期届满日", "valid until"), Type: record.Date{}, Example: "2028-12-31", At: record.At(func(c *Consent) *calendar.Date { return &c.To })},
	})
})

var decisions = sync.OnceValue(func() *record.Table[Decision] {
	basis := law(a27("第11条", "第13条"), in(regulation, "第19条"), gx("4.5.8"))
	return record.MustTable(record.Definition{Name: "collective-decision", Title: text("集体决策", "collective decision"), Basis: basis}, []record.Field[Decision]{
		{Key: "form", Title: text("决策形式", "form"), Type: record.Code{List: decisionList()}, Required: record.Always(), Basis: basis, Example: "party", At: record.AtText(func(d *Decision) *DecisionForm { return &d.Form })},
		{Key: "decisionNumber", Title: text("会议纪要编号", "number of the minutes"), Type: numberType, Required: record.Always(), Example: "示例纪要〔2025〕1号", At: record.AtText(func(d *Decision) *string { return &d.Number })},
		{Key: "matter", Title: text("决策事项", "matter"), Type: noteType, Example: "公路数据授权运营", At: record.AtText(func(d *Decision) *string { return &d.Matter })},
	})
})

// Approvals returns the table of [Approval].
func Approvals() *record.Table[Approval] { return approvals() }

var approvals = sync.OnceValue(func() *record.Table[Approval] {
	basis := law(gx("4.5.2", "4.5.8"), in(regulation, "第19条"))
	return record.MustTable(record.Definition{
		Name: "approval-document", Title: text("批准文件", "document of approval"), Basis: law(basis, in("会计基础工作规范", "第48条(七)")),
		Doc: text("批复的文号、事项、范围、金额、条件和有效期；凭证引用批复。", "Number, subject, scope, amount, conditions and expiry of a reply, to which vouchers point."),
	}, []record.Field[Approval]{
		{Key: "number", Title: text("文号", "number"), Type: numberType, Required: record.Always(), Basis: basis, Example: "示例批复〔2025〕2号", At: record.AtText(func(a *Approval) *string { return &a.Number })},
		{Key: "subject", Title: text("批准事项", "subject"), Type: noteType, Basis: basis, Example: "公路数据授权有偿使用", At: record.AtText(func(a *Approval) *string { return &a.Subject })},
		{Key: "scope", Title: text("批准范围", "scope"), Type: noteType, Example: "JT-02、JT-06", At: record.AtText(func(a *Approval) *string { return &a.Scope })},
		{Key: "amount", Title: text("批准金额", "amount"), Type: record.Amount{}, Unit: yuan(), Example: "7301000.00", At: record.At(func(a *Approval) *money.Amount { return &a.Amount })},
		{Key: "conditions", Title: text("附加条件", "conditions"), Type: noteType, Example: "收入及时上缴", At: record.AtText(func(a *Approval) *string { return &a.Conditions })},
		{Key: "validTo", Title: text("有效期届满日", "valid until"), Type: record.Date{}, Example: "2028-12-31", At: record.At(func(a *Approval) *calendar.Date { return &a.ValidTo })},
	})
})

// Competitions returns the table of [Competition].
func Competitions() *record.Table[Competition] { return competitions() }

var competitions = sync.OnceValue(func() *record.Table[Competition] {
	basis := a27("第12条")
	return record.MustTable(record.Definition{
		Name: "operator-competition", Title: text("运营机构公平竞争选择记录", "record of how an operator was chosen"), Basis: basis,
		Doc: text("公开招标、邀请招标、谈判或其他公平竞争方式。", "Open tender, invited tender, negotiation or another way of fair competition."),
	}, []record.Field[Competition]{
		{Key: "method", Title: text("选择方式", "method"), Type: record.Code{List: methodList()}, Required: record.Always(), Basis: basis, Example: "open", At: record.AtText(func(c *Competition) *Method { return &c.Method })},
		{Key: "number", Title: text("项目编号", "number"), Type: numberType, Required: record.Always(), Example: "ZB-2025-01", At: record.AtText(func(c *Competition) *string { return &c.Number })},
		{Key: "operator", Title: text("选定的运营机构", "operator chosen"), Type: nameType, Required: record.Always(), Basis: basis, Example: "运营机构甲", At: record.AtText(func(c *Competition) *string { return &c.Operator })},
		{Key: "termsPublishedOn", Title: text("协议条款征求意见日期", "terms of the agreement put out for opinions on"), Doc: text("采用招标的，协议主要内容随招标文件征求意见。", "With a tender, the terms of the agreement are put out for opinions with its papers."), Type: record.Date{}, Required: record.In("method", "open", "invited"), Basis: basis, Example: "2025-12-10", At: record.At(func(c *Competition) *calendar.Date { return &c.Published })},
		{Key: "bidders", Title: text("参与竞争的机构数", "how many competed"), Type: record.Integer{Min: 1, Max: 1000}, Basis: basis, Example: "3", At: record.At(func(c *Competition) *record.Opt[int64] { return &c.Bidders })},
		{Key: "reason", Title: text("采用其他方式的理由", "why another way"), Type: noteType, Required: record.Equals("method", "other"), Basis: basis, Example: "公开遴选", At: record.AtText(func(c *Competition) *string { return &c.Reason })},
	})
})

// Vouchers returns the table of [Voucher].
func Vouchers() *record.Table[Voucher] { return vouchers() }

var vouchers = sync.OnceValue(func() *record.Table[Voucher] {
	basis := law(gx("4.3.2", "4.3.3"), a27("第16条"))
	return record.MustTable(record.Definition{Name: "registration-voucher", Title: text("登记凭证", "voucher of a registration"), Basis: basis, DateOf: "registeredOn"}, []record.Field[Voucher]{
		{Key: "asset", Title: text("资源编号", "asset"), Type: codeType, Required: record.Always(), Basis: basis, Example: "JT-06", At: record.AtText(func(v *Voucher) *string { return &v.Asset })},
		{Key: "regime", Title: text("登记制度", "regime of the registration"), Type: codeType, Required: record.Always(), Example: "finance-card", At: record.AtText(func(v *Voucher) *string { return &v.Regime })},
		{Key: "number", Title: text("证书编号或查询码", "certificate number or query code"), Type: codeType, Basis: basis, Example: "GX-ZS-2025-0006", At: record.AtText(func(v *Voucher) *string { return &v.Number })},
		{Key: "registeredOn", Title: text("登记日期", "registered on"), Type: record.Date{}, Required: record.Always(), Basis: basis, Example: "2025-12-15", At: record.At(func(v *Voucher) *calendar.Date { return &v.RegisteredOn })},
		{Key: "validTo", Title: text("有效期届满日", "valid until"), Type: record.Date{}, Basis: in("发改数据规〔2025〕26号", "第15条"), Example: "2028-12-31", At: record.At(func(v *Voucher) *calendar.Date { return &v.ValidTo })},
	})
})

// Evaluations returns the table of [Evaluation].
func Evaluations() *record.Table[Evaluation] { return evaluations() }

var evaluations = sync.OnceValue(func() *record.Table[Evaluation] {
	basis, support, pilot := law(gx("4.5.5"), a27("第14条")), record.Present("governanceSupport"), record.During(planInForce())
	return record.MustTable(record.Definition{
		Name: "grant-evaluation", Title: text("授权定期评估表", "periodic evaluation of a grant"), Basis: basis, DateOf: "periodTo",
		Doc: text("事中事后监管：市场运营情况、授权范围内使用、再开发、治理支持；调整或收回的依据。", "Supervision during and after: market operation, use within the grant, re-development, support of governance; the ground of adjustment or withdrawal."),
	}, []record.Field[Evaluation]{
		{Key: "periodFrom", Title: text("评估期起", "period from"), Type: record.Date{}, Required: record.Always(), Basis: basis, Example: "2026-01-01", At: record.At(func(e *Evaluation) *calendar.Date { return &e.From })},
		{Key: "periodTo", Title: text("评估期止", "period to"), Type: record.Date{}, Required: record.Always(), Basis: basis, Example: "2026-05-31", At: record.At(func(e *Evaluation) *calendar.Date { return &e.To })},
		{Key: "market", Title: text("市场运营情况", "state of market operation"), Type: record.Code{List: marketList()}, Required: pilot, Basis: gx("4.5.5"), Example: "weak", At: record.AtText(func(e *Evaluation) *Market { return &e.Market })},
		{Key: "passed", Title: text("是否合格", "passed"), Type: record.Boolean{}, Required: record.Always(), Basis: basis, Example: "true", At: record.At(func(e *Evaluation) *record.Opt[bool] { return &e.Passed })},
		{Key: "findings", Title: text("评估意见", "findings"), Type: longType, Required: record.Always(), Basis: basis, Example: "商业地图场景未使用", At: record.AtText(func(e *Evaluation) *string { return &e.Findings })},
		{Key: "uses", Title: text("调用或交付次数", "calls or deliveries"), Type: record.Integer{}, Basis: a27("第19条"), Example: "1200", At: record.At(func(e *Evaluation) *record.Opt[int64] { return &e.Uses })},
		{Key: "operatorRevenue", Title: text("运营收入", "revenue of the operator"), Type: record.Amount{}, Unit: yuan(), Basis: gx("4.5.5"), Example: "800000.00", At: record.At(func(e *Evaluation) *money.Amount { return &e.Revenue })},
		{Key: "unused", Title: text("未使用的领域或场景", "fields or scenarios not used"), Type: record.List{Max: 100}, Basis: gx("4.5.5"), At: record.AtList(cuts(), func(e *Evaluation) *[]Cut { return &e.Unused })},
		{Key: "redeveloped", Title: text("运营机构是否参与已交付产品的再开发", "the operator re-develops what it delivered"), Doc: text("直接或间接。", "Directly or indirectly."), Type: record.Boolean{}, Required: record.Always(), Basis: a27("第6条"), Example: "false", At: record.At(func(e *Evaluation) *record.Opt[bool] { return &e.Redeveloped })},
		{Key: "rawToMarket", Title: text("未依法公开的原始数据是否直接进入市场", "raw data that are not lawfully public reached the market"), Type: record.Boolean{}, Required: record.Always(), Basis: a27("第21条"), Example: "false", At: record.At(func(e *Evaluation) *record.Opt[bool] { return &e.Raw })},
		{Key: "governanceSupport", Title: text("支持数据治理的方式", "how data governance is supported"), Type: record.Codes{List: supportList()}, Basis: law(gx("4.5.6"), a27("第20条")), Example: "technology", At: record.AtTexts(func(e *Evaluation) *[]Support { return &e.Support })},
		{Key: "supportContent", Title: text("治理支持内容", "what was given to governance"), Type: noteType, Required: record.All(support, pilot), Absent: record.Not(support), Basis: gx("4.5.6"), Example: "补充标注1,200公里", At: record.AtText(func(e *Evaluation) *string { return &e.SupportDoc })},
		{Key: "internalAudit", Title: text("运营机构是否开展内部审计", "internal audit"), Type: record.Boolean{}, Basis: a27("第22条"), Example: "true", At: record.At(func(e *Evaluation) *record.Opt[bool] { return &e.Audited })},
	})
})

func cuts() *record.Table[Cut] {
	basis := gx("4.5.5")
	return record.MustTable(record.Definition{Name: "grant-cut", Title: text("收回的部分", "part taken back"), Basis: basis}, []record.Field[Cut]{
		{Key: "asset", Title: text("资源编号", "asset"), Type: codeType, Required: record.Always(), Basis: basis, Example: "JT-06", At: record.AtText(func(c *Cut) *string { return &c.Asset })},
		{Key: "areas", Title: text("领域或场景", "fields or scenarios"), Doc: text("留空为该资产全部。", "Left out: all of the asset."), Type: areasType, Basis: basis, Example: "商业地图", At: record.AtTexts(func(c *Cut) *[]string { return &c.Areas })},
	})
}

// Disclosures returns the table of [Disclosure].
func Disclosures() *record.Table[Disclosure] { return disclosures() }

var disclosures = sync.OnceValue(func() *record.Table[Disclosure] {
	basis := law(a27("第18条", "第19条"), in(disclosure, ""))
	return record.MustTable(record.Definition{
		Name: "operation-disclosure", Title: text("授权运营信息披露", "disclosure of an authorised operation"), Basis: basis,
		Doc: text("每年3月底前披露上一年度：实施机构披露授权对象、内容、范围、期限和收费上限，运营机构披露产品服务清单、数据使用和收费标准。",
			"By the end of March for the year before: the agency whom, what, scope, term and ceilings; the operator its list, the use made of the data, and its rates."),
	}, []record.Field[Disclosure]{
		{Key: "year", Title: text("年度", "year"), Type: record.Integer{Min: 2025, Max: 2199}, Required: record.Always(), Basis: basis, Example: "2026", At: record.At(func(d *Disclosure) *record.Opt[int64] { return &d.Year })},
		{Key: "link", Title: text("披露网址", "where"), Type: record.Text{Max: 300, Shape: record.WebLink}, Example: "https://example.gov.cn/disclosure", At: record.AtText(func(d *Disclosure) *string { return &d.Link })},
		{Key: "subject", Title: text("披露内容", "what was disclosed"), Type: longType, Required: record.Always(), Basis: basis, Example: "授权对象、内容、范围、期限", At: record.AtText(func(d *Disclosure) *string { return &d.Subject })},
		{Key: "ceilings", Title: text("服务费上限", "ceilings of the service fee"), Type: noteType, Basis: in(disclosure, ""), Example: "每次不超过2元", At: record.AtText(func(d *Disclosure) *string { return &d.Ceiling })},
		{Key: "rates", Title: text("具体收费标准", "rates"), Type: noteType, Basis: in(disclosure, ""), Example: "每次1.5元", At: record.AtText(func(d *Disclosure) *string { return &d.Rates })},
		{Key: "products", Title: text("产品和服务清单", "products and services"), Type: record.List{Max: 200, Element: nameType}, Basis: a27("第19条"), Example: "养护决策支持", At: record.AtTexts(func(d *Disclosure) *[]string { return &d.Products })},
	})
})

// Guarantees returns the table of [Guarantee].
func Guarantees() *record.Table[Guarantee] { return guarantees() }

var guarantees = sync.OnceValue(func() *record.Table[Guarantee] {
	basis := gx("5.3.3")
	return record.MustTable(record.Definition{
		Name: "asset-guarantee", Title: text("以数据资产提供担保的申请", "request that data assets secure a debt"), Basis: basis, DateOf: "on",
		Doc: text("行政事业单位一律不得办理；企业按规定备案。", "Refused to administrative and public institutions; an enterprise's is filed."),
	}, []record.Field[Guarantee]{
		{Key: "number", Title: text("编号", "number"), Type: codeType, Required: record.Always(), Example: "DB-2026-01", At: record.AtText(func(g *Guarantee) *string { return &g.Number })},
		{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2026-06-18", At: record.At(func(g *Guarantee) *calendar.Date { return &g.On })},
		{Key: "holder", Title: text("持有单位", "holder"), Type: record.Nested{}, Required: record.Always(), Basis: basis, At: record.AtNested(asset.Holders(), func(g *Guarantee) *asset.Holder { return &g.Holder })},
		{Key: "assets", Title: text("资源编号", "assets"), Type: record.List{Min: 1, Max: 500, Element: codeType}, Required: record.Always(), Basis: basis, Example: "BG-06", At: record.AtTexts(func(g *Guarantee) *[]string { return &g.Assets })},
		{Key: "kind", Title: text("形式", "way"), Type: record.Code{List: securityList()}, Required: record.Always(), Basis: basis, Example: "pledge", At: record.AtText(func(g *Guarantee) *Security { return &g.Kind })},
		{Key: "for", Title: text("被担保人", "whose debt"), Type: nameType, Required: record.Always(), Basis: basis, Example: "某平台公司", At: record.AtText(func(g *Guarantee) *string { return &g.For })},
		{Key: "creditor", Title: text("债权人", "creditor"), Type: nameType, Example: "某银行", At: record.AtText(func(g *Guarantee) *string { return &g.Creditor })},
		{Key: "amount", Title: text("担保金额", "amount"), Type: record.Amount{}, Unit: yuan(), Example: "8000000.00", At: record.At(func(g *Guarantee) *money.Amount { return &g.Amount })},
	})
})
