package pilot

import (
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Dealt is a dealing with its data that an enterprise decides on, judged by the rules
// on state assets: with an affiliate, by an appraisal, on an exchange. What it then
// earns is a matter ([Completed]).
type Dealt struct {
	On           calendar.Date
	Counterparty string
	Deal         DealRecord
}

// DealRecord is enterprise.Deal as a file holds it; its cost is that of the books.
type DealRecord struct {
	Asset       string
	Kind        enterprise.DealKind
	Affiliate   record.Opt[bool]
	Price       money.Amount
	WhollyOwned record.Opt[bool]
	Consent     string
	Valuation   string
	NotValued   string
	Listed      record.Opt[int64]
}

func (e Dealt) day() calendar.Date { return e.On }

// deal judges a dealing by the national frame; what blocks refuses it.
func (b *builder) deal(e Dealt) {
	d := e.Deal
	deal := enterprise.Deal{
		Asset: d.Asset, Kind: d.Kind, Affiliate: d.Affiliate.Or(false), Price: d.Price, WhollyOwned: d.WhollyOwned.Or(false),
		Consent: d.Consent, Valuation: d.Valuation, NotValued: d.NotValued, Listed: d.Listed,
	}
	if card, known := b.unit.Journal.Card(d.Asset); known {
		deal.BookCost = card.Cost
	}
	for _, f := range enterprise.NationalFrame().Review(deal).Findings {
		b.add(f, f.Path)
	}
}

func dealCase() record.Case[Event] {
	stateAssets := []rule.Clause{rule.In("企业国有资产法", "第44条"), rule.In("企业国有资产法", "第47条")}
	listed := []rule.Clause{rule.In("国务院国资委、财政部令第32号", "资产转让")}
	kinds := codeType("deal-kind", text("处理数据资产的方式", "what is done with data"), stateAssets,
		codeEntry(string(enterprise.Supply), "许可、服务、按次调用", "licence, service, calls"), codeEntry(string(enterprise.Transfer), "转让", "transfer"),
		codeEntry(string(enterprise.Contribute), "作价出资", "contributed as capital"), codeEntry(string(enterprise.PayWith), "抵债", "given in payment"),
		codeEntry(string(enterprise.Encumber), "质押", "pledge"))
	note := func(key, zh, en, example string, basis []rule.Clause, at func(*Dealt) *string) record.Field[Dealt] {
		return record.Field[Dealt]{Key: key, Title: text(zh, en), Type: noteType, Basis: basis, Example: example, At: record.AtText(at)}
	}
	return caseOf("deal", "企业处理数据资产的决策", "an enterprise's dealing with data",
		on(func(e *Dealt) *calendar.Date { return &e.On }), oneAsset(func(e *Dealt) *string { return &e.Deal.Asset }),
		record.Field[Dealt]{Key: "kind", Title: text("方式", "kind"), Type: kinds, Required: record.Always(), Basis: stateAssets, Example: "transfer", At: record.AtText(func(e *Dealt) *enterprise.DealKind { return &e.Deal.Kind })},
		record.Field[Dealt]{Key: "counterparty", Title: text("对方", "other party"), Type: nameType, Required: record.Always(), Basis: stateAssets, Example: "某科研机构", At: record.AtText(func(e *Dealt) *string { return &e.Counterparty })},
		record.Field[Dealt]{Key: "affiliate", Title: text("对方为关联方", "a related party"), Type: record.Boolean{}, Basis: stateAssets, Example: "false", At: record.At(func(e *Dealt) *record.Opt[bool] { return &e.Deal.Affiliate })},
		record.Field[Dealt]{Key: "price", Title: text("不含税价款", "price without tax"), Type: record.Amount{}, Unit: text("元", "yuan"), Basis: stateAssets, Doc: text("空为无偿。", "None: free of charge."), Example: "360000.00", At: record.At(func(e *Dealt) *money.Amount { return &e.Deal.Price })},
		record.Field[Dealt]{Key: "whollyOwned", Title: text("国有独资企业、公司", "wholly state-owned"), Type: record.Boolean{}, Basis: stateAssets, Example: "true", At: record.At(func(e *Dealt) *record.Opt[bool] { return &e.Deal.WhollyOwned })},
		note("consent", "出资人机构的同意", "consent of the contributing body", "示例函〔2026〕1号", stateAssets, func(e *Dealt) *string { return &e.Deal.Consent }),
		note("valuation", "评估或估值报告", "appraisal or estimate", "示例估值报告〔2026〕1号", stateAssets, func(e *Dealt) *string { return &e.Deal.Valuation }),
		note("notValued", "不评估的说明", "why it is not valued", "处置成本较高，按规定不评估", stateAssets, func(e *Dealt) *string { return &e.Deal.NotValued }),
		record.Field[Dealt]{Key: "listed", Title: text("公开挂牌", "listed for"), Type: record.Integer{Max: 1000}, Unit: text("个工作日", "working days"), Basis: listed, Example: "10", At: record.At(func(e *Dealt) *record.Opt[int64] { return &e.Deal.Listed })})
}
