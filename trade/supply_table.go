package trade

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

var (
	idType   = record.Text{Max: 40, Shape: record.CodeText}
	nameType = record.Text{Max: 100}
	yuan     = text("元", "yuan")
)

// Supplies returns the table of [Supply].
func Supplies() *record.Table[Supply] { return supplies() }

var supplies = sync.OnceValue(func() *record.Table[Supply] {
	paid, off, on := record.Equals("charge", "paid"), record.Equals("venue", "offExchange"), record.Equals("venue", "onExchange")
	offRecorded := text("方案只说规范场外交易；应记录的事项为判断", "the plan says off-exchange trading is regulated; what is recorded is a judgement")
	venue := law(rule.GX("4.7.4"))
	return record.MustTable(record.Definition{
		Name: "trade-supply", Title: text("数据资产交易流通", "supply of data"), Basis: law(rule.GX("4.7.2"), rule.GX("4.7.4")), DateOf: "on",
		Doc: text("一笔数据资产的对外提供或交易。", "One supply of data to others, paid or free."),
	}, []record.Field[Supply]{
		{Key: "id", Title: text("交易编号", "id"), Type: idType, Required: record.Always(), Example: "JY-2026-01", At: record.AtText(func(s *Supply) *string { return &s.ID })},
		{Key: "assets", Title: text("涉及资产", "assets"), Type: record.List{Min: 1, Max: 100, Element: idType}, Required: record.Always(), Example: "JT-02", At: record.AtTexts(func(s *Supply) *[]string { return &s.Assets })},
		{Key: "object", Title: text("标的", "what is supplied"), Type: record.Code{List: objects()}, Required: record.Always(), Basis: law(rule.GX("4.7.3")), Example: "product", At: record.AtText(func(s *Supply) *Object { return &s.Object })},
		{Key: "publicData", Title: text("是否公共数据", "public data"), Type: record.Boolean{}, Required: record.Always(), Basis: law(rule.GX("4.7.2")), Example: "true", At: record.At(func(s *Supply) *record.Opt[bool] { return &s.Public })},
		{Key: "purpose", Title: text("用途", "purpose"), Type: record.Code{List: purposes()}, Required: record.Always(), Basis: law(rule.GX("4.7.2")), Example: "industry", At: record.AtText(func(s *Supply) *Purpose { return &s.Purpose })},
		{Key: "charge", Title: text("有偿或无偿", "paid or free"), Type: record.Code{List: charges()}, Required: record.Always(), Basis: law(rule.GX("4.7.2")), Example: "paid", At: record.AtText(func(s *Supply) *Charge { return &s.Charge })},
		{Key: "conditions", Title: text("使用条件", "conditions"), Type: record.List{Max: 50}, Basis: law(rule.GX("4.7.2")), At: record.AtList(conditions(), func(s *Supply) *[]Condition { return &s.Conditions })},
		{Key: "on", Title: text("成交日期", "date"), Type: record.Date{}, Required: record.Always(), Basis: venue, Example: "2026-03-27", At: record.At(func(s *Supply) *calendar.Date { return &s.On })},
		{Key: "supplier", Title: text("提供方", "supplier"), Type: nameType, Required: record.Always(), Example: "运营机构甲", At: record.AtText(func(s *Supply) *string { return &s.Supplier })},
		{Key: "operator", Title: text("公共数据运营机构", "operator of the public data"), Type: nameType, Required: record.Equals("object", "redeveloped"), Basis: law(rule.GX("4.7.3"), operation("第6条")), Example: "运营机构甲", At: record.AtText(func(s *Supply) *string { return &s.Operator })},
		{Key: "recipient", Title: text("使用方", "recipient"), Type: nameType, Required: record.Always(), Basis: venue, Example: "某物流企业", At: record.AtText(func(s *Supply) *string { return &s.Recipient })},
		{Key: "recipientKind", Title: text("使用方类别", "kind of recipient"), Type: record.Code{List: Participants()}, Required: record.Always(), Basis: law(rule.GX("4.7.6")), Example: "dataEnterprise", At: record.AtText(func(s *Supply) *Participant { return &s.RecipientKind })},
		{Key: "services", Title: text("第三方服务", "third-party services"), Type: record.List{Max: 50}, Basis: law(rule.GX("4.7.6")), At: record.AtList(thirdParties(), func(s *Supply) *[]ThirdPartyService { return &s.Services })},
		{Key: "priceForm", Title: text("价格形成方式", "how the price is made"), Type: record.Code{List: PriceForms()}, Required: paid, Absent: record.Not(paid), Basis: law(rule.GX("4.7.1")), Example: "ceiling", At: record.AtText(func(s *Supply) *PriceForm { return &s.Form })},
		{Key: "price", Title: text("含税单价", "price of a unit, with tax"), Type: record.Amount{}, Unit: yuan, Required: paid, Absent: record.Not(paid), Basis: law(rule.GX("4.7.1")), Example: "1.20", At: record.At(func(s *Supply) *money.Amount { return &s.Price })},
		{Key: "unit", Title: text("计费单位", "unit"), Type: record.Code{List: units()}, Basis: law(price("三(二)")), Example: "call", At: record.AtText(func(s *Supply) *Unit { return &s.Unit })},
		{Key: "quantity", Title: text("数量", "quantity"), Type: record.Integer{}, Example: "100000", At: record.At(func(s *Supply) *record.Opt[int64] { return &s.Quantity })},
		{Key: "ceiling", Title: text("上限收费标准", "ceiling"), Type: record.Amount{}, Unit: yuan, Required: record.Equals("priceForm", "ceiling"), Basis: law(price("二")), Example: "1.50", At: record.At(func(s *Supply) *money.Amount { return &s.Ceiling })},
		{Key: "operationBegan", Title: text("运营开始日期", "operation began"), Type: record.Date{}, Required: record.Equals("priceForm", "trial"), Basis: law(price("二")), Example: "2026-01-05", At: record.At(func(s *Supply) *calendar.Date { return &s.Began })},
		{Key: "contractNo", Title: text("协议编号", "agreement"), Type: idType, Required: record.Equals("priceForm", "agreement"), Basis: law(rule.GX("4.7.1")), Example: "XY-2026-01", At: record.AtText(func(s *Supply) *string { return &s.Contract })},
		{Key: "appraisalNo", Title: text("评估报告编号", "appraisal report"), Type: idType, Required: record.Equals("priceForm", "appraisal"), Basis: law(rule.GX("4.7.1")), Example: "PG-2026-01", At: record.AtText(func(s *Supply) *string { return &s.Appraisal })},
		{Key: "appraised", Title: text("评估单价", "appraised price of a unit"), Type: record.Amount{}, Unit: yuan, Required: record.Equals("priceForm", "appraisal"), Basis: law(rule.GX("4.7.1")), Example: "1.30", At: record.At(func(s *Supply) *money.Amount { return &s.Appraised })},
		{Key: "funded", Title: text("单价中已由财政或补助负担的成本", "cost in the price that budget or subsidy has paid"), Type: record.Amount{}, Unit: yuan, Basis: law(rule.GX("5.3.5"), price("三(一)")), Example: "0.00", At: record.At(func(s *Supply) *money.Amount { return &s.Funded })},
		{Key: "venue", Title: text("交易场所", "venue"), Type: record.Code{List: venues()}, Required: paid, Basis: venue, Example: "offExchange", At: record.AtText(func(s *Supply) *Venue { return &s.Venue })},
		{Key: "exchange", Title: text("交易所名称", "exchange"), Type: nameType, Required: on, Absent: off, Basis: law(rule.GX("4.7.4"), rule.GX("4.7.6")), Example: "某数据交易所", At: record.AtText(func(s *Supply) *string { return &s.Exchange })},
		{Key: "listingNo", Title: text("交易凭证编号", "certificate of the exchange"), Type: idType, Absent: off, Basis: venue, Example: "CN-2026-01", At: record.AtText(func(s *Supply) *string { return &s.Listing })},
		{Key: "deliveredOn", Title: text("交付日期", "delivered on"), Type: record.Date{}, Basis: venue, Judgement: offRecorded, Example: "2026-03-30", At: record.At(func(s *Supply) *calendar.Date { return &s.Delivered })},
		{Key: "settledOn", Title: text("结算日期", "settled on"), Type: record.Date{}, Basis: venue, Judgement: offRecorded, Example: "2026-03-31", At: record.At(func(s *Supply) *calendar.Date { return &s.Settled })},
		{Key: "disclosedOn", Title: text("公开日期", "disclosed on"), Type: record.Date{}, Basis: venue, Example: "2026-04-01", At: record.At(func(s *Supply) *calendar.Date { return &s.Disclosed })},
		{Key: "disclosedAt", Title: text("公开网址", "disclosed at"), Type: record.Text{Max: 200, Shape: record.WebLink}, Basis: venue, Example: "https://example.com/jy-2026-01", At: record.AtText(func(s *Supply) *string { return &s.DisclosedAt })},
	})
})

var conditions = sync.OnceValue(func() *record.Table[Condition] {
	return record.MustTable(record.Definition{Name: "use-condition", Title: text("使用条件", "condition of use"), Basis: law(rule.GX("4.7.2"))}, []record.Field[Condition]{
		{Key: "kind", Title: text("种类", "kind"), Type: record.Code{List: conditionKinds()}, Required: record.Always(), Basis: law(rule.GX("4.7.2")), Example: "noResale", At: record.AtText(func(c *Condition) *ConditionKind { return &c.Kind })},
		{Key: "text", Title: text("内容", "what it says"), Type: record.Text{Max: 500}, Required: record.Always(), Example: "不得转售", At: record.AtText(func(c *Condition) *string { return &c.Text })},
		{Key: "until", Title: text("截止日期", "until"), Type: record.Date{}, Required: record.Equals("kind", "period"), Example: "2028-12-31", At: record.At(func(c *Condition) *calendar.Date { return &c.Until })},
	})
})

var thirdParties = sync.OnceValue(func() *record.Table[ThirdPartyService] {
	return record.MustTable(record.Definition{Name: "third-party-service", Title: text("第三方服务", "third-party service"), Basis: law(rule.GX("4.7.6"))}, []record.Field[ThirdPartyService]{
		{Key: "kind", Title: text("种类", "kind"), Type: record.Code{List: services()}, Required: record.Always(), Basis: law(rule.GX("4.7.6")), Example: "quality", At: record.AtText(func(s *ThirdPartyService) *Service { return &s.Kind })},
		{Key: "provider", Title: text("机构", "provider"), Type: nameType, Required: record.Always(), Example: "某评估机构", At: record.AtText(func(s *ThirdPartyService) *string { return &s.Provider })},
		{Key: "report", Title: text("报告编号", "report"), Type: idType, Example: "ZL-2026-01", At: record.AtText(func(s *ThirdPartyService) *string { return &s.Report })},
	})
})

// Disclosure is what an agency or an operator has published for a year.
type Disclosure struct {
	Publisher  Publisher
	Name       string
	Year       record.Opt[int64]
	On         calendar.Date
	At         string
	Grant      record.Opt[bool] // whom, what, scope, term
	Ceilings   record.Opt[bool]
	Resources  record.Opt[bool] // that were granted
	Products   record.Opt[bool]
	Rates      record.Opt[bool]
	UseOfData  record.Opt[bool]
	OffTrading record.Opt[bool] // trading off exchanges
}

// Disclosures returns the table of [Disclosure].
func Disclosures() *record.Table[Disclosure] { return disclosures() }

var disclosures = sync.OnceValue(func() *record.Table[Disclosure] {
	agency, operator := record.Equals("publisher", "agency"), record.Equals("publisher", "operator")
	// Each is asked for while the document that asks for it is in force.
	yes := func(key, zh, en string, by record.Condition, in rule.Period, at func(*Disclosure) *record.Opt[bool], basis ...rule.Clause) record.Field[Disclosure] {
		return record.Field[Disclosure]{Key: key, Title: text(zh, en), Type: record.Boolean{}, Required: record.All(by, record.During(in)), Absent: record.Not(by), Basis: basis, Example: "true", At: record.At(at)}
	}
	norm, notice, prices := normInForce(), yearlyInForce(), noticeInForce()
	return record.MustTable(record.Definition{
		Name: "trade-disclosure", Title: text("信息披露记录", "disclosure"), Basis: law(rule.GX("4.7.4"), operation("第18条"), operation("第19条"), price("五")), DateOf: "on",
		Doc: text("实施机构或运营机构一年的信息披露。", "What an implementing agency or an operator has disclosed for a year."),
	}, []record.Field[Disclosure]{
		{Key: "publisher", Title: text("披露主体", "who discloses"), Type: record.Code{List: publishers()}, Required: record.Always(), Basis: law(operation("第18条"), operation("第19条")), Example: "operator", At: record.AtText(func(d *Disclosure) *Publisher { return &d.Publisher })},
		{Key: "name", Title: text("名称", "name"), Type: nameType, Required: record.Always(), Example: "运营机构甲", At: record.AtText(func(d *Disclosure) *string { return &d.Name })},
		{Key: "year", Title: text("所属年度", "year"), Type: record.Integer{Min: 2025, Max: 2199}, Required: record.Always(), Example: "2026", At: record.At(func(d *Disclosure) *record.Opt[int64] { return &d.Year })},
		{Key: "on", Title: text("披露日期", "disclosed on"), Type: record.Date{}, Required: record.Always(), Example: "2027-03-15", At: record.At(func(d *Disclosure) *calendar.Date { return &d.On })},
		{Key: "at", Title: text("披露网址", "disclosed at"), Type: record.Text{Max: 200, Shape: record.WebLink}, Required: record.Always(), Example: "https://example.com/2026", At: record.AtText(func(d *Disclosure) *string { return &d.At })},
		yes("grant", "已披露授权对象、内容、范围、时限", "grant disclosed", agency, norm, func(d *Disclosure) *record.Opt[bool] { return &d.Grant }, operation("第18条")),
		yes("ceilings", "已披露上限收费标准", "ceilings disclosed", agency, notice, func(d *Disclosure) *record.Opt[bool] { return &d.Ceilings }, rule.In("公共数据资源授权运营信息披露通知", "")),
		yes("resources", "已披露获授权的数据资源", "granted resources disclosed", operator, norm, func(d *Disclosure) *record.Opt[bool] { return &d.Resources }, operation("第19条")),
		yes("products", "已披露产品和服务清单", "list of products disclosed", operator, prices, func(d *Disclosure) *record.Opt[bool] { return &d.Products }, operation("第19条"), price("五")),
		yes("rates", "已披露收费标准", "rates disclosed", operator, prices, func(d *Disclosure) *record.Opt[bool] { return &d.Rates }, price("五")),
		yes("useOfData", "已披露数据使用情况", "use made of the data disclosed", operator, norm, func(d *Disclosure) *record.Opt[bool] { return &d.UseOfData }, operation("第19条")),
		{Key: "offExchange", Title: text("已披露场外交易情况", "off-exchange trading disclosed"), Type: record.Boolean{}, Basis: law(rule.GX("4.7.4")), Example: "true", At: record.At(func(d *Disclosure) *record.Opt[bool] { return &d.OffTrading })},
	})
})
