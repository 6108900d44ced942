package government

import "github.com/dataasset-go/dataasset/rule"

// disposals is §3.8 but for revenue of use. None goes through 1902.
func disposals() []row {
	book := []string{"amortised"}
	bookAndCosts := []string{"amortised", "costs"}
	return append([]row{
		{
			ID: "government.sale", Title: text("出售、转让，转销账面价值", "sold: carrying amount written off"),
			Basis:    law(standard("第21条"), system("1701 三(三)1"), system("附录 24(3)"), regulation("第36条")),
			Optional: book, Approved: true, Moves: leaves(Gone),
			Entries: entries(financial(dr("5301", "gross − amortised"), dr("1702", "amortised").Of(), cr("1701", "gross").Of())),
		},
		netProceeds("government.sale-remitted", "2103", text("出售净收入，上缴", "net proceeds of sale, remitted"), nil,
			standard("第21条"), system("1701 三(三)1"), system("2103 三(一)"), regulation("第25条")),
		netProceeds("government.sale-retained", "4609", text("出售净收入，留用", "net proceeds of sale, retained"), retainedDocuments(),
			standard("第21条"), system("1701 三(三)1"), system("附录 24(3)")),
		{
			ID: "government.sale-below-costs", Title: text("出售价款低于相关费用", "sold below the costs"),
			Basis: law(standard("第21条"), system("5301 三(一)3"), system("附录 73(2)")), Evidence: rule.Judgement, Optional: []string{"proceeds"}, Moves: moves([]string{Gone}, ""),
			Judgement: text("附录未列预算分录，净支付比照附录 73(2)；应上缴的，此时无可上缴", "the appendix has no budget entry: the net payment as in 73(2); where proceeds are to be remitted, nothing is"),
			Requires:  requires(want(amounts("proceeds < costs"), "低于相关费用的价款", "proceeds below the costs")),
			Entries: entries(
				financial(dr("1002", "proceeds"), dr("5301", "costs − proceeds"), cr("1002", "costs")),
				budget(dr("7901", "costs − proceeds"), cr("8001", "costs − proceeds").At("货币资金")),
			),
		},
		netProceeds("government.donated-sold-remitted", "2103", text("处置受赠资产净收入，上缴", "net proceeds of a donated asset, remitted"), nil, in3("一(四)"), system("2103 三(一)")),
		netProceeds("government.donated-sold-retained", "4609", text("处置受赠资产净收入，纳入预算", "net proceeds of a donated asset, in the budget"), retainedDocuments(), in3("一(四)")),
		{
			ID: "government.donated-out", Title: text("对外捐赠", "donated to others"),
			Basis:    law(standard("第22条"), system("1701 三(三)2"), system("7901 三(四)"), system("附录 24(3)")),
			Optional: bookAndCosts, Approved: true, Moves: leaves(Gone),
			Entries: entries(
				financial(dr("5301", "gross − amortised + costs"), dr("1702", "amortised").Of(), cr("1701", "gross").Of(), cr("fund", "costs")),
				sundry("costs"),
			),
		},
		{
			ID: "government.transferred-out", Title: text("无偿调出", "transferred out"),
			Basis:    law(standard("第22条"), system("1701 三(三)3"), system("3401 二(二)"), system("附录 24(3)"), system("附录 57(2)")),
			Optional: bookAndCosts, Approved: true, Moves: leaves(Gone),
			Entries: entries(
				financial(dr("3401", "gross − amortised"), dr("1702", "amortised").Of(), cr("1701", "gross").Of()),
				financial(dr("5301", "costs"), cr("fund", "costs")),
				sundry("costs"),
			),
		},
		{
			ID: "government.written-off", Title: text("核销，不再有服务潜力", "written off, no service potential left"),
			Basis:    law(standard("第24条"), system("1701 三(三)5"), system("附录 24(3)")),
			Optional: book, Approved: true, Moves: leaves(Gone),
			Entries: entries(financial(dr("5301", "gross − amortised"), dr("1702", "amortised").Of(), cr("1701", "gross").Of())),
		},
		{
			ID: "government.remitted", Title: text("应缴财政款上缴", "remitted to the treasury"),
			Basis:   law(system("2103 三(三)"), system("附录 39(3)"), rule.GX("4.6.2"), regulation("第25条")),
			Entries: entries(financial(dr("2103", "net"), cr("1002", "net"))),
		},
	}, investments()...)
}

// retainedDocuments is what a unit that keeps revenue brings: the rule of its
// level that lets it.
func retainedDocuments() []string { return []string{"本级财政部门的留用规定"} }

// netProceeds is proceeds less costs, to the treasury or to revenue. Costs above
// the proceeds are another event: nothing is remitted then.
func netProceeds(id rule.ID, account string, title rule.Text, documents []string, basis ...rule.Clause) row {
	r := row{
		ID: id, Title: title, Basis: basis, Optional: []string{"costs"}, Documents: documents, Moves: moves([]string{Gone}, ""),
		Requires: requires(want(amounts("proceeds >= costs"), "不低于相关费用的价款（低于的无可上缴，按价款低于费用处理）", "proceeds not below the costs; below them nothing is left")),
		Entries:  entries(financial(dr("1002", "proceeds"), cr("1002", "costs"), cr(account, "proceeds − costs"))),
	}
	if account == "4609" {
		r.Judgement = text("6609 取净额，比照解释3号 一(四)；服务收入的预算收入则为含税额，两者口径不同",
			"6609 takes the net, as Interpretation 3 一(四); budget revenue of a service is gross of VAT: the two differ")
		r.Entries = append(r.Entries, budget(dr("8001", "proceeds − costs").At("货币资金"), cr("6609", "proceeds − costs")))
	}
	return r
}

// investments is contribution of assets by institutions; an administrative unit
// does not invest (国务院令第738号 第12条).
func investments() []row {
	invested := func(id rule.ID, title rule.Text, documents []string, basis ...rule.Clause) row {
		return row{
			ID: id, Title: title, Basis: append(basis, regulation("第12条"), regulation("第17条")),
			Optional: []string{"amortised", "costs"}, Entities: institutions(), Approved: true, Documents: documents, Moves: leaves(Gone),
			Entries: entries(
				financial(
					dr("1501", "value + costs"), dr("1702", "amortised").Of(), dr("5301", "pos(gross − amortised − value)"),
					cr("1701", "gross").Of(), cr("fund", "costs"), cr("4609", "pos(value − (gross − amortised))"),
				),
				sundry("costs"),
			),
		}
	}
	return []row{
		invested("government.invested", text("对外投资", "contributed to an enterprise"), []string{"资产评估报告"},
			standard("第23条"), system("1501 三(一)2"), system("附录 18(1)"), regulation("第36条")),
		invested("government.invested-achievement", text("以科技成果投资", "scientific results contributed"), []string{"评估、协议、挂牌或拍卖价格的依据"},
			in1("二(二)"), system("1501 三(一)2")),
		{
			ID: "government.invested-unbooked", Title: text("以未入账的无形资产投资", "an asset not in the books contributed"),
			Basis:    law(system("1501 三(一)3"), system("4609 三(五)"), system("附录 18(1)"), regulation("第12条"), regulation("第17条")),
			Optional: []string{"taxes"}, Entities: institutions(), Approved: true, Documents: []string{"资产评估报告"}, Moves: enters(Gone),
			Entries: entries(financial(dr("1501", "value + taxes"), cr("fund", "taxes"), cr("4609", "value")), sundry("taxes")),
		},
	}
}
