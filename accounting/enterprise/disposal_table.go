package enterprise

import "github.com/dataasset-go/dataasset/rule"

// carrying is what an intangible asset stands at.
const carrying = "cost − amortised − impaired"

// disposals is what leaves the books for good.
func disposals() []row {
	off := []line{dr("1702", "amortised").Of(), dr("1703", "impaired").Of(), cr("1701", "cost").Of()}
	return []row{
		{
			ID: "enterprise.sold", Title: text("出售无形资产", "intangible asset sold"),
			Basis: law(cas("6", "第22条"), guide("附录 1701"), rule.In("财会〔2019〕6号", "资产处置收益")), Optional: optional("amortised", "impaired", "vat"),
			Moves: moves(Gone, Held, Nominal),
			Entries: one(append([]line{
				dr("receipt", "net + vat"), dr("6115", "pos("+carrying+" − net)"),
				cr("outputVAT", "vat"), cr("6115", "pos(net − ("+carrying+"))"),
			}, off...)...),
		},
		{
			ID: "enterprise.retired", Title: text("无形资产失效，转销账面价值", "intangible asset retired"),
			Basis: law(cas("6", "第23条"), guide("附录 1701")), Optional: optional("amortised", "impaired"), Moves: moves(Gone, Held, Nominal),
			Documents: []string{"失效事由"},
			Entries:   one(append([]line{dr("6711", carrying)}, off...)...),
		},
	}
}

// heldForSale is CAS 42: amortisation stops, and what is written down after the
// classification can be reversed, what was before cannot.
func heldForSale() []row {
	return []row{
		{
			ID: "enterprise.held-for-sale", Title: text("划分为持有待售", "classified as held for sale"),
			Basis:    law(cas("42", "第5条"), cas("42", "第6条"), cas("42", "第20条"), rule.In("企业会计准则第42号应用指南", "1481")),
			Optional: optional("amortised", "impaired"), Terms: true, Moves: moves(ForSale, Held),
			Documents: []string{"出售计划的决议", "确定的购买承诺"},
			Entries:   one(dr("1481", carrying).Of(), dr("1702", "amortised").Of(), dr("1703", "impaired").Of(), cr("1701", "cost").Of()),
		},
		{
			ID: "enterprise.held-for-sale-written-down", Title: text("持有待售资产减值", "held for sale, written down"),
			Basis: law(cas("42", "第13条")), Moves: moves("", ForSale),
			Entries: one(dr("6701", "loss"), cr("1482", "loss").Of()),
		},
		{
			ID: "enterprise.held-for-sale-recovered", Title: text("持有待售资产减值转回（限划分后确认的）", "write-down reversed (of what followed the classification)"),
			Basis: law(cas("42", "第17条")), Moves: moves("", ForSale),
			Entries: one(dr("1482", "recovery").Of(), cr("6701", "recovery")),
		},
		{
			ID: "enterprise.held-for-sale-sold", Title: text("出售持有待售资产", "held for sale, sold"),
			Basis: law(cas("42", "第5条"), rule.In("财会〔2019〕6号", "资产处置收益")), Evidence: rule.Judgement, Optional: optional("provision", "vat"), Moves: moves(Gone, ForSale),
			Judgement: text("出售差额计入资产处置损益", "the difference goes to gains and losses on disposal"),
			Entries: one(
				dr("receipt", "net + vat"), dr("1482", "provision").Of(), dr("6115", "pos(cost − provision − net)"),
				cr("1481", "cost").Of(), cr("outputVAT", "vat"), cr("6115", "pos(net − (cost − provision))"),
			),
		},
		{
			ID: "enterprise.held-for-sale-ended", Title: text("不再划分为持有待售", "no longer held for sale"),
			Basis: law(cas("42", "第5条")), Evidence: rule.Memory, Optional: optional("provision"), Terms: true, Moves: moves(Held, ForSale),
			Judgement: text("按“假定未划分应有的账面价值”与可收回金额孰低计量凭记忆；入账价值由企业给出",
				"that the lower of the amount it would stand at and its recoverable amount counts is from memory; the enterprise gives the value"),
			Entries: one(
				dr("1701", "value").Of(), dr("1482", "provision").Of(), dr("6701", "pos(cost − provision − value)"),
				cr("1481", "cost").Of(), cr("6701", "pos(value − (cost − provision))"),
			),
		},
	}
}

// purposes is a change of purpose, on which the provisions are silent: at
// carrying amount, without profit or loss.
func purposes() []row {
	silent := text("规定未写持有目的改变；按账面价值结转，不产生损益，在“其他增加/其他减少”披露，须经人工确认",
		"the provisions are silent on a change of purpose: at carrying amount, without profit or loss, shown as other increase and decrease, confirmed by a person")
	return []row{
		{
			ID: "enterprise.purpose-to-inventory", Title: text("改为持有以备出售，转入存货", "now held for sale in daily business: to inventories"),
			Basis: law(interim("二、4"), cas("1", "第3条")), Evidence: rule.Judgement, Judgement: silent,
			Optional: optional("amortised", "impaired"), Terms: true, Moves: moves(Stock, Held), Documents: []string{"持有目的改变的决议"},
			Entries: one(dr("1405", carrying).Of(), dr("1702", "amortised").Of(), dr("1703", "impaired").Of(), cr("1701", "cost").Of()),
		},
		{
			ID: "enterprise.purpose-to-intangible", Title: text("改为自用或对外服务，转入无形资产", "now for own use or service: to intangible assets"),
			Basis: law(interim("二、1"), cas("6", "第3条")), Evidence: rule.Judgement, Judgement: silent,
			Optional: optional("provision"), Terms: true, Moves: moves(Held, Stock), Documents: []string{"持有目的改变的决议"},
			Entries: one(dr("1701", "cost − provision").Of(), dr("1471", "provision").Of(), cr("1405", "cost").Of()),
		},
	}
}
