package enterprise

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// rules lists the rules of this package: what a booking, the notes and the law
// on state assets ask.
func rules() []rule.Rule {
	return slices.Concat(bookingRules(), []rule.Rule{classRule()}, noteRules(), []rule.Rule{completeRule()}, stateAssetRules())
}

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	items := Events().Items()
	for _, d := range DisclosureItems() {
		items = append(items, rule.Item{ID: d.ID, Kind: rule.KindReference, Title: d.Title, Basis: d.Basis})
	}
	for _, c := range Conditions() {
		items = append(items, rule.Item{ID: c.ID, Kind: rule.KindReference, Title: c.Title, Basis: law(cas("6", "第9条"), answers("五条件"), rule.GX("4.4.5"))})
	}
	return rule.Catalogue{Rules: rules(), Items: append(items, calculations()...)}
}

// calculations is what this package computes.
func calculations() []rule.Item {
	of := func(id, zh, en string, basis ...rule.Clause) rule.Item {
		return rule.Item{ID: rule.ID("enterprise." + id), Kind: rule.KindCalculation, Title: text(zh, en), Basis: append(basis, rule.GX("4.4.5"))}
	}
	return []rule.Item{
		collection(),
		closing(),
		researchLine(),
		of("present-value", "延期付款的现值和未确认融资费用（给定年金系数或精确幂）", "present value of deferred payment and the finance charge, by a given factor or the exact power", cas("6", "第12条")),
		of("recoverable-amount", "可收回金额：公允价值减处置费用与现值孰高", "recoverable amount: fair value less costs of disposal or value in use, the higher", cas("8", "第6条"), cas("8", "第13条")),
		of("impairment-signs", "七类减值迹象", "the seven signs of impairment", cas("8", "第5条")),
		of("asset-group", "资产组减值的分摊", "the loss of an asset group, divided", cas("8", "第18条"), cas("8", "第22条")),
		of("issue-cost", "发出存货的三种计价方法", "the three methods of the cost of issues", cas("1", "第14条")),
		realisable(),
		of("table-intangible", "表 A：确认为无形资产的数据资源", "table A: data as intangible assets", interim("三"), cas("6", "第24条")),
		of("table-inventory", "表 B：确认为存货的数据资源", "table B: data as inventories", interim("三"), cas("1", "第22条")),
		of("development-movement", "开发支出变动表", "movement of development expenditure", interim("三")),
		presentation(),
		of("voluntary-disclosure", "自愿披露（含未确认为资产的数据资源）", "voluntary disclosure, of data not recognised too", interim("一"), interim("三")),
		of("restricted", "受限（质押）数据资源在任一日的账面价值", "carrying amount of restricted data on any day", cas("6", "第24条"), cas("1", "第22条")),
		of("vat-rates", "增值税率和价税分离", "rates of VAT, and prices parted from it", vatLaw("第10条"), vatLaw("第11条")),
		of("surcharge-rates", "附加税费", "surcharges", rule.In("城市维护建设税法", "第4条"), rule.In("征收教育费附加的暂行规定", "第3条"), rule.In("财综〔2010〕98号", "2%")),
		of("tax-book", "税法摊销、税会差异和递延所得税", "tax amortisation, differences and deferred tax", incomeTax("第67条"), incomeTax("第56条"), cas("18", "第13条")),
	}
}

// Sign is a sign that an asset may be impaired (CAS 8 第5条).
type Sign struct {
	Code  string
	Title rule.Text
}

// Signs lists the seven signs of CAS 8 第5条. An asset of indefinite life is tested
// each year without any (第4条).
func Signs() []Sign {
	return []Sign{
		{"price", text("市价大幅度下跌", "market price fell sharply")},
		{"environment", text("经营的技术、市场、经济、法律环境发生不利重大变化", "technology, market, economy or law changed for the worse")},
		{"interest", text("市场利率或投资报酬率提高使折现率上升", "interest or returns rose and with them the discount rate")},
		{"obsolete", text("已经陈旧过时或损坏", "obsolete or damaged")},
		{"idle", text("已经或将被闲置、终止使用或提前处置", "idle, abandoned or disposed of early")},
		{"performance", text("经济绩效低于或将低于预期", "performance below expectation")},
		{"other", text("其他迹象", "other signs")},
	}
}
