package enterprise

import (
	"github.com/dataasset-go/dataasset/rule"
)

// intangibleCost is the cost of a bought intangible asset (暂行规定 二、2; CAS 6
// 第12条): the price, taxes that are not deducted, processing up to the intended
// use, and certification. Training is no part of it.
const intangibleCost = "price + taxes + processing + certification"

// purchases is what is bought: the asset, services around data, training.
func purchases() []row {
	return []row{
		{
			ID: "enterprise.purchase", Title: text("外购数据资源（无形资产）", "data bought (intangible asset)"),
			Basis:    law(interim("二、2"), cas("6", "第12条"), guide("附录 1701")),
			Optional: optional("taxes", "processing", "certification", "vat", "unpaid"), Terms: true, Moves: enters(Held),
			Documents: []string{"合同", "发票"},
			Requires:  atCost(),
			Entries: one(
				dr("1701", intangibleCost+" + vat").Of().If(barred()),
				dr("1701", intangibleCost).Of().If(not(barred())),
				dr("inputVAT", "vat").If(not(barred())),
				cr("fund", intangibleCost+" + vat − unpaid"),
				cr("2202", "unpaid"),
			),
		},
		{
			ID: "enterprise.service-bought", Title: text("外购数据服务，不构成无形资产", "data services bought that are no intangible asset"),
			Basis: law(interim("二、2")), Evidence: rule.Memory, Optional: optional("vat"),
			Judgement: text("不符合确认条件的服务“按用途计入当期损益”凭记忆，原文后半句未见",
				"that such services go to profit or loss by their use is from memory; the second half of the sentence was not read"),
			Entries: one(
				dr("expense", "expense + vat").If(barred()), dr("expense", "expense").If(not(barred())),
				dr("inputVAT", "vat").If(not(barred())), cr("fund", "expense + vat"),
			),
		},
		{
			ID: "enterprise.training-expensed", Title: text("员工培训支出，不计入成本", "training, no part of cost"),
			Basis:   law(cas("6", "第12条"), guide("第6号")),
			Entries: one(dr("6602", "expense"), cr("fund", "expense")),
		},
		{
			ID: "enterprise.maintenance-expensed", Title: text("日常更新维护支出", "routine updates and maintenance"),
			Basis: law(cas("6", "第6条")), Evidence: rule.Judgement, Judgement: updateJudgement(), Optional: optional("vat"),
			Entries: one(
				dr("expense", "expense + vat").If(barred()), dr("expense", "expense").If(not(barred())),
				dr("inputVAT", "vat").If(not(barred())), cr("fund", "expense + vat"),
			),
		},
		{
			ID: "enterprise.addition-capitalised", Title: text("后续支出资本化", "later expenditure capitalised"),
			Basis: law(cas("6", "第4条"), cas("6", "第9条")), Evidence: rule.Judgement, Judgement: updateJudgement(),
			Optional: optional("vat"), Documents: evidenceOfConditions(), Moves: moves("", Held),
			Requires: atCost(),
			Entries: one(
				dr("1701", "cost + vat").Of().If(barred()), dr("1701", "cost").Of().If(not(barred())),
				dr("inputVAT", "vat").If(not(barred())), cr("fund", "cost + vat"),
			),
		},
		{
			ID: "enterprise.payable-paid", Title: text("支付应付款", "payable paid"),
			Basis:   law(guide("附录 2202")),
			Entries: one(dr("2202", "paid"), cr("1002", "paid")),
		},
	}
}

func updateJudgement() rule.Text {
	return text("后续支出仅在新增可辨认数据、延长寿命或增加经济利益且五条件同时满足时资本化，日常更新维护费用化",
		"later expenditure is capitalised only where it adds identifiable data, lengthens the life or adds benefit and all five conditions are met; routine updates are expensed")
}

// deferredPurchases is a price paid beyond normal credit terms: at its present
// value, the difference a finance charge over the term (CAS 6 第12条).
func deferredPurchases() []row {
	basis := law(cas("6", "第12条"), guide("附录 2702"))
	return []row{
		{
			ID: "enterprise.purchase-deferred", Title: text("外购，延期付款具有融资性质", "bought, payment deferred as financing"),
			Basis: basis, Optional: optional("costs", "vat"), Terms: true, Moves: enters(Held),
			Documents: []string{"合同"},
			Requires: append(atCost(),
				want(amounts("total >= present"), "应付款总额不低于现值", "a total not below the present value")),
			Entries: one(
				dr("1701", "present + costs").Of(), dr("2702", "total − present"), dr("inputVAT", "vat").If(not(barred())),
				dr("1701", "vat").Of().If(barred()),
				cr("2701", "total"), cr("fund", "costs + vat"),
			),
		},
		{
			ID: "enterprise.deferred-interest", Title: text("未确认融资费用摊销", "finance charge of the period"),
			Basis:   basis,
			Entries: one(dr("6603", "interest"), cr("2702", "interest")),
		},
		{
			ID: "enterprise.deferred-instalment", Title: text("支付分期款", "instalment paid"),
			Basis:   basis,
			Entries: one(dr("2701", "paid"), cr("fund", "paid")),
		},
	}
}
