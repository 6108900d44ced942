package enterprise

import "github.com/dataasset-go/dataasset/rule"

const (
	stockCost   = "price + taxes + insurance + certification"
	stockInputs = "paid + processing + pay + overhead"
)

// inventories is data held for sale in ordinary activities (CAS 1).
func inventories() []row {
	return []row{
		{
			ID: "enterprise.inventory-purchase", Title: text("外购数据存货", "data inventories bought"),
			Basis: law(interim("二、5"), cas("1", "第6条")), Evidence: rule.SecondHand, Moves: moves(Stock, "", Stock),
			Optional:  optional("taxes", "insurance", "certification", "vat"),
			Documents: []string{"合同", "发票"},
			Requires:  atCost(),
			Entries: one(
				dr("1405", stockCost+" + vat").Of().If(barred()), dr("1405", stockCost).Of().If(not(barred())),
				dr("inputVAT", "vat").If(not(barred())), cr("fund", stockCost+" + vat"),
			),
		},
		{
			ID: "enterprise.inventory-processed", Title: text("自行加工取得数据存货", "data inventories processed"),
			Basis: law(interim("二、5"), cas("1", "第7条"), cas("1", "第8条")), Evidence: rule.SecondHand, Moves: moves(Stock, "", Stock),
			Optional: optional("paid", "processing", "pay", "overhead", "vat", "certification"),
			Requires: atCost(),
			Entries: one(
				dr("1405", stockInputs+" + certification + vat").Of().If(barred()), dr("1405", stockInputs+" + certification").Of().If(not(barred())),
				dr("inputVAT", "vat").If(not(barred())),
				cr("fund", "paid + processing + certification + vat"), cr("2211", "pay"), cr("5101", "overhead"),
			),
		},
		{
			ID: "enterprise.inventory-expensed", Title: text("不计入存货成本的支出", "expenditure that is no cost of inventories"),
			Basis:   law(cas("1", "第9条")),
			Entries: one(dr("6602", "expense"), cr("fund", "expense")),
		},
	}
}

// inventoryValues is the lower of cost and net realisable value, and what lapsed.
func inventoryValues() []row {
	return []row{
		{
			ID: "enterprise.inventory-written-down", Title: text("计提存货跌价准备", "inventories written down"),
			Basis: law(cas("1", "第15条"), guide("附录 1471"), changes()), Moves: moves("", Stock, Dispatched),
			Documents: []string{"可变现净值的确凿证据"},
			Entries:   one(dr("6701", "loss"), cr("1471", "loss").Of()),
		},
		{
			ID: "enterprise.inventory-recovered", Title: text("转回存货跌价准备", "write-down of inventories reversed"),
			Basis: law(cas("1", "第19条"), guide("附录 1471"), changes()), Moves: moves("", Stock, Dispatched),
			Documents: []string{"减记因素已经消失的说明", "可变现净值的确凿证据"},
			Entries:   one(dr("1471", "recovery").Of(), cr("6701", "recovery")),
		},
		{
			ID: "enterprise.inventory-lapsed", Title: text("数据存货失效，终止确认", "data inventories lapsed"),
			Basis: law(cas("1", "第4条")), Evidence: rule.Judgement, Optional: optional("provision"), Moves: moves("", Stock),
			Judgement: text("失效即不再预期带来经济利益，转销账面价值", "lapsed data bring no benefit, so that the carrying amount is written off"),
			Requires:  requires(want(amounts("cost >= provision"), "跌价准备不超过成本", "a provision not above the cost")),
			Entries:   one(dr("1471", "provision").Of(), dr("lapseLoss", "cost − provision"), cr("1405", "cost").Of()),
		},
	}
}

// inventorySales is revenue together with the cost of what was sold and the
// share of the provision that goes with it (CAS 1 第14条).
func inventorySales() []row {
	revenue := one(dr("receipt", "net + vat"), cr("revenue", "net"), cr("outputVAT", "vat"))
	costOf := func(account string) []entry {
		return one(dr("costOfSales", "cost − provision"), dr("1471", "provision").Of(), cr(account, "cost").Of())
	}
	basis := law(interim("二、6"), cas("1", "第14条"), cas("14", ""))
	within := requires(want(amounts("cost >= provision"), "结转的跌价准备不超过成本", "a provision not above the cost"))
	return []row{
		{
			ID: "enterprise.inventory-sold", Title: text("出售数据存货", "data inventories sold"),
			Basis: basis, Evidence: rule.Memory, Optional: optional("provision", "vat"), Moves: moves("", Stock), Requires: within,
			Entries: two(revenue, costOf("1405")),
		},
		{
			ID: "enterprise.inventory-dispatched", Title: text("发出商品，收入未满足确认条件", "goods dispatched, revenue not earned yet"),
			Basis: law(guide("附录 1406")), Moves: moves("", Stock, Dispatched),
			Entries: one(dr("1406", "cost").Of(), cr("1405", "cost").Of()),
		},
		{
			ID: "enterprise.dispatched-sold", Title: text("发出商品确认收入", "revenue of goods dispatched"),
			Basis: basis, Evidence: rule.Memory, Optional: optional("provision", "vat"), Moves: moves("", Stock, Dispatched), Requires: within,
			Entries: two(revenue, costOf("1406")),
		},
	}
}
