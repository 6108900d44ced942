package authorization

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The types that many fields have.
var (
	nameType   = record.Text{Max: 100}
	noteType   = record.Text{Max: 500, Lines: true}
	longType   = record.Text{Max: 2000, Lines: true}
	codeType   = record.Text{Max: 40, Shape: record.CodeText}
	numberType = record.Text{Max: 100}
	areasType  = record.List{Max: 50, Element: record.Text{Max: 100}}
)

func yuan() rule.Text { return text("元", "yuan") }

// Applications returns the table of [Application].
func Applications() *record.Table[Application] { return applications() }

var applications = sync.OnceValue(func() *record.Table[Application] {
	return record.MustExtensible(record.Definition{
		Name: "authorisation-application", Title: text("数据资产授权使用申请表", "application for the authorised use of data assets"),
		Basis: law(gx("4.5.2", "4.5.3", "4.5.4", "5.3.2", "5.3.6"), in(regulation, "第25条")), DateOf: "on",
		Doc: text("对外授权使用（有偿、无偿）的申请：主体、资产、用途、条件、期限，以及可研、尽调、评估和安全制度。各程序共用一表。",
			"Outside use, paid or free: parties, assets, purpose, terms, and the study, due diligence, assessments and security behind it. One form for every procedure."),
		Groups: []record.Group{
			{Key: "parties", Title: text("主体", "parties")},
			{Key: "what", Title: text("授权内容", "what is granted")},
			{Key: "terms", Title: text("用途和条件", "purpose and terms")},
			{Key: "before", Title: text("事前论证和评估", "studied and assessed before")},
			{Key: "security", Title: text("安全", "security")},
		},
	}, append(append(partyFields(), termFields()...), beforeFields()...), func(a *Application) *record.Extra { return &a.Extra })
})

func partyFields() []record.Field[Application] {
	return []record.Field[Application]{
		{Key: "number", Group: "parties", Title: text("申请编号", "number"), Type: codeType, Required: record.Always(), Example: "SQ-2025-01", At: record.AtText(func(a *Application) *string { return &a.Number })},
		{Key: "on", Group: "parties", Title: text("申请日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2025-11-26", At: record.At(func(a *Application) *calendar.Date { return &a.On })},
		{Key: "holder", Group: "parties", Title: text("持有单位", "holder"), Type: record.Nested{}, Required: record.Always(), Basis: gx("4.5.2", "4.5.3"), At: record.AtNested(asset.Holders(), func(a *Application) *asset.Holder { return &a.Holder })},
		{Key: "competent", Group: "parties", Title: text("主管部门", "competent department"), Doc: text("一级预算单位没有上级主管部门的留空。", "Left out where no department stands above the holder."), Type: nameType, Basis: gx("4.5.2"), Example: "自治区交通运输厅", At: record.AtText(func(a *Application) *string { return &a.Competent })},
		{Key: "recipient", Group: "parties", Title: text("被授权方", "recipient"), Type: nameType, Required: record.Always(), Basis: law(gx("4.5.4"), a27("第3条")), Example: "运营机构甲", At: record.AtText(func(a *Application) *string { return &a.Recipient })},
		{Key: "recipientCode", Group: "parties", Title: text("被授权方统一社会信用代码", "recipient's credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Basis: a27("第3条"), Example: "91350100M000100Y43", At: record.AtText(func(a *Application) *string { return &a.RecipientCode })},
		{Key: "recipientKind", Group: "parties", Title: text("被授权方类型", "kind of recipient"), Type: record.Code{List: recipientList()}, Required: record.During(inForce()), Basis: a27("第3条"), Judgement: text("被授权方自用、不面向市场开发的，不属授权运营", "a recipient who uses the data itself and does not develop them for the market is no operator"), Example: "operator", At: record.AtText(func(a *Application) *RecipientKind { return &a.RecipientKind })},
		{Key: "affiliated", Group: "parties", Title: text("是否关联方", "an affiliate"), Type: record.Boolean{}, Basis: in(ownership, "第44条"), Example: "false", At: record.At(func(a *Application) *record.Opt[bool] { return &a.Affiliated })},
		{Key: "investorApproval", Group: "parties", Title: text("是否须履行出资人职责的机构批准", "the investor's approval is needed"), Type: record.Boolean{}, Basis: law(gx("4.5.3"), in(ownership, "第30条")), Judgement: text("须批准的事项由出资人机构的规定确定，由企业填写", "what needs it is for the investor's own rules; the enterprise says so"), Example: "false", At: record.At(func(a *Application) *record.Opt[bool] { return &a.Investor })},
		{Key: "assets", Group: "what", Title: text("授权的数据资产", "assets granted"), Type: record.List{Min: 1, Max: 500}, Required: record.Always(), Basis: law(gx("4.5.4"), a27("第5条")), At: record.AtList(lines(), func(a *Application) *[]Line { return &a.Assets })},
		{Key: "rights", Group: "what", Title: text("授予的权利", "rights granted"), Type: record.Codes{List: rightList()}, Required: record.Always(), Basis: gx("4.5.4"), Example: "use", At: record.AtTexts(func(a *Application) *[]Right { return &a.Rights })},
		{Key: "scope", Group: "what", Title: text("授权范围", "scope"), Type: noteType, Required: record.Always(), Basis: gx("4.5.4"), Example: "公路养护、保险定价", At: record.AtText(func(a *Application) *string { return &a.Scope })},
		{Key: "from", Group: "what", Title: text("授权起始", "from"), Type: record.Date{}, Required: record.Always(), Basis: a27("第14条"), Example: "2026-01-01", At: record.At(func(a *Application) *calendar.Date { return &a.From })},
		{Key: "to", Group: "what", Title: text("授权截止", "to"), Type: record.Date{}, Required: record.Always(), Basis: a27("第14条"), Example: "2028-12-31", At: record.At(func(a *Application) *calendar.Date { return &a.To })},
	}
}

func termFields() []record.Field[Application] {
	paid := record.Equals("payment", string(Paid))
	return []record.Field[Application]{
		{Key: "purpose", Group: "terms", Title: text("使用目的", "purpose"), Type: record.Code{List: purposeList()}, Required: record.Always(), Basis: a27("第9条"), Example: "industry", At: record.AtText(func(a *Application) *Purpose { return &a.Purpose })},
		{Key: "payment", Group: "terms", Title: text("有偿或无偿", "paid or free"), Type: record.Code{List: paymentList()}, Required: record.Always(), Basis: gx("4.5.2", "4.5.3"), Example: "paid", At: record.AtText(func(a *Application) *Payment { return &a.Payment })},
		{Key: "priceBasis", Group: "terms", Title: text("定价依据", "basis of the price"), Type: record.Code{List: priceBasisList()}, Required: record.All(paid, record.During(inForce())), Absent: record.Not(paid), Basis: a27("第17条"), Example: "agreement", At: record.AtText(func(a *Application) *PriceBasis { return &a.PriceBasis })},
		{Key: "price", Group: "terms", Title: text("价款（含税）", "price, taxes included"), Type: record.Amount{}, Unit: yuan(), Absent: record.Not(paid), Basis: gx("4.5.2"), Example: "7301000.00", At: record.At(func(a *Application) *money.Amount { return &a.Price })},
		{Key: "conditions", Group: "terms", Title: text("使用条件", "conditions"), Doc: text("有条件无偿、有条件有偿的条件。", "On which the use is free, or paid."), Type: noteType, Required: record.Equals("payment", string(Free)), Example: "不得转让，成果共享", At: record.AtText(func(a *Application) *string { return &a.Conditions })},
		{Key: "draftAgreement", Group: "terms", Title: text("协议草案", "draft of the agreement"), Type: nameType, Basis: gx("4.5.2"), Example: "授权运营协议（草案）", At: record.AtText(func(a *Application) *string { return &a.Draft })},
	}
}

func beforeFields() []record.Field[Application] {
	return []record.Field[Application]{
		{Key: "studyOn", Group: "before", Title: text("可行性论证日期", "feasibility study on"), Type: record.Date{}, Basis: law(gx("5.3.6"), a27("第10条")), Example: "2025-11-20", At: record.At(func(a *Application) *calendar.Date { return &a.Study })},
		{Key: "diligenceOn", Group: "before", Title: text("尽职调查日期", "due diligence on"), Type: record.Date{}, Basis: gx("5.3.6"), Example: "2025-11-21", At: record.At(func(a *Application) *calendar.Date { return &a.Diligence })},
		{Key: "securityAssessedOn", Group: "before", Title: text("安全评估日期", "security assessed on"), Type: record.Date{}, Basis: law(gx("5.3.2"), in("数据安全法", "第30条")), Example: "2025-11-21", At: record.At(func(a *Application) *calendar.Date { return &a.SecurityAssessed })},
		{Key: "valueAssessedOn", Group: "before", Title: text("价值评估日期", "value appraised on"), Type: record.Date{}, Basis: law(gx("5.3.2"), in(regulation, "第36条")), Example: "2025-11-21", At: record.At(func(a *Application) *calendar.Date { return &a.ValueAssessed })},
		{Key: "personalAssessedOn", Group: "before", Title: text("个人信息保护影响评估日期", "personal-information impact assessed on"), Type: record.Date{}, Basis: in("个人信息保护法", "第55条", "第56条"), Example: "2025-11-21", At: record.At(func(a *Application) *calendar.Date { return &a.PersonalAssessed })},
		{Key: "importantAssessedOn", Group: "before", Title: text("提供重要数据风险评估日期", "risk of providing important data assessed on"), Type: record.Date{}, Basis: in("网络数据安全管理条例", "第31条"), Example: "2025-11-21", At: record.At(func(a *Application) *calendar.Date { return &a.ImportantAssessed })},
		{Key: "harms", Group: "security", Title: text("是否损害国家安全、公共利益、商业秘密、个人隐私", "harms state security, public interest, trade secrets or privacy"), Type: record.Boolean{}, Basis: a27("第5条"), Example: "false", At: record.At(func(a *Application) *record.Opt[bool] { return &a.Harms })},
		{Key: "secures", Group: "security", Title: text("是否含担保、回购、保底等安排", "it secures a debt or promises a return"), Type: record.Boolean{}, Required: record.Always(), Basis: gx("5.3.3"), Example: "false", At: record.At(func(a *Application) *record.Opt[bool] { return &a.Secures })},
	}
}

var lines = sync.OnceValue(func() *record.Table[Line] {
	parts := record.In("mode", "field", "scenario")
	return record.MustTable(record.Definition{
		Name: "granted-asset", Title: text("授权的数据资产", "asset granted"), Basis: law(gx("4.5.4"), a27("第5条")),
	}, []record.Field[Line]{
		{Key: "asset", Title: text("资源编号", "asset"), Type: codeType, Required: record.Always(), Basis: gx("4.5.4"), Example: "JT-06", At: record.AtText(func(l *Line) *string { return &l.Asset })},
		{Key: "name", Title: text("数据资产名称", "name"), Type: nameType, Required: record.Always(), Example: "农村公路路况检测影像数据集", At: record.AtText(func(l *Line) *string { return &l.Name })},
		{Key: "certificateNo", Title: text("证书编号", "certificate number"), Type: codeType, Basis: gx("4.3.3"), Example: "GX-ZS-2025-0006", At: record.AtText(func(l *Line) *string { return &l.Certificate })},
		{Key: "mode", Title: text("授权模式", "mode"), Type: record.Code{List: modeList()}, Required: record.Always(), Basis: gx("4.5.4"), Example: "scenario", At: record.AtText(func(l *Line) *asset.Mode { return &l.Mode })},
		{Key: "areas", Title: text("领域或场景", "fields or scenarios"), Type: areasType, Required: parts, Absent: record.Not(parts), Basis: gx("4.5.4"), Example: "养护", At: record.AtTexts(func(l *Line) *[]string { return &l.Areas })},
		{Key: "public", Title: text("是否公共数据", "public data"), Doc: text("行政事业单位的数据留空视为公共数据。", "Left out, an institution's are public data."), Type: record.Boolean{}, Basis: law(gx("4.3.2"), a27("第3条")), Example: "true", At: record.At(func(l *Line) *record.Opt[bool] { return &l.Public })},
		{Key: "provider", Title: text("共享提供单位", "provider of shared data"), Type: nameType, Basis: law(gx("4.5.1"), a27("第5条")), Example: "自治区水利厅", At: record.AtText(func(l *Line) *string { return &l.Provider })},
		{Key: "personal", Title: text("是否含个人信息", "holds personal information"), Type: record.Boolean{}, Required: record.Always(), Basis: in("个人信息保护法", "第55条"), Example: "false", At: record.At(func(l *Line) *record.Opt[bool] { return &l.Personal })},
		{Key: "important", Title: text("是否重要数据", "important data"), Type: record.Boolean{}, Required: record.Always(), Basis: in("数据安全法", "第21条"), Example: "false", At: record.At(func(l *Line) *record.Opt[bool] { return &l.Important })},
		{Key: "classifiedOn", Title: text("分类分级日期", "classified and graded on"), Type: record.Date{}, Basis: law(a27("第5条"), in("数据安全法", "第21条")), Example: "2025-10-10", At: record.At(func(l *Line) *calendar.Date { return &l.ClassifiedOn })},
	})
})
