package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// surpluses is the surpluses of §3.6 and, at nominal amount, of the practice §4.
// A surplus may be booked to 1902 before it is approved, and leaves it only
// after (财资〔2016〕1号).
func surpluses() []row {
	return append([]row{
		{
			ID: "government.surplus-found", Title: text("清查盘盈，转入待处理", "surplus found by the sweep"),
			Basis: law(system("1902 四(二)1(1)"), system("1601 四(四)1"), system("1701 三(四)"), system("附录 35(2)")),
			Terms: true, Onward: true, Moves: enters(Pending),
			Judgement: text("按凭据入账的，以凭据全额入账并自入账起在剩余年限摊销，不追溯补提", "by a voucher: its full amount, amortised from booking over the remaining life, without catch-up"),
			Entries:   entries(financial(dr("1701", "cost").Of(), cr("1902", "cost"))),
		},
		{
			ID: "government.surplus-approved", Title: text("盘盈经批准，以前年度取得", "surplus approved, of earlier years"),
			Basis: law(system("1902 四(二)1(2)"), system("3501 二(三)"), system("附录 35(2)"), system("附录 58(3)"), regulation("第39条")), Approved: true,
			Moves: moves([]string{Pending}, Held), Then: carriedBy("government.surplus-carried"),
			Entries: entries(financial(dr("1902", "cost"), cr("3501", "cost"))),
		},
		{
			ID: "government.surplus-carried", Title: text("以前年度盈余调整结转", "the adjustment is carried over"),
			Basis: law(system("3501 二(四)"), system("附录 58(4)")), Approved: true,
			Entries: entries(financial(dr("3501", "cost"), cr("3001", "cost"))),
		},
		{
			ID: "government.surplus-approved-this-year", Title: text("盘盈经批准，本年度取得", "surplus approved, of this year"),
			Basis: law(system("1902 四(二)1(2)"), regulation("第39条")), Evidence: rule.Judgement, Approved: true, Moves: moves([]string{Pending}, Held),
			Judgement: text("“按照当年新取得相关资产进行账务处理”：贷方按来源，漏记的付现同时补记预算支出",
				"“booked as an asset newly acquired in the year”: the credit goes by its source, and payment left out is booked in the budget too"),
			Entries: entries(
				financial(
					dr("1902", "cost"),
					cr("fund", "cost").If(is("origin", "bought")), cr("4603", "cost").If(is("origin", "donated")),
					cr("3401", "cost").If(is("origin", "transferred")), cr("1703", "cost").At("开发支出").Of().If(is("origin", "developed")),
				),
				spent("cost").If(is("origin", "bought")),
			),
		},
		{
			ID: "government.surplus-at-transition", Title: text("新旧制度衔接，原未入账资产登记新账", "transition to the new system, unbooked assets"),
			Basis: law(rule.In("财会〔2018〕3号", "将原未入账事项登记新账3")), Terms: true, Moves: enters(Held),
			Effective: rule.Between(calendar.MustDate(2019, 1, 1), calendar.MustDate(2019, 1, 1)),
			Entries:   entries(financial(dr("1701", "cost").Of(), cr("3001", "cost"))),
		},
	}, nominalSurpluses()...)
}

func nominalSurpluses() []row {
	silent := text(
		"自行形成的数据以名义金额入账，全国规定无明文，默认走盘盈（P2）；以前年度形成按以前年度盈余调整",
		"no national text books own data at nominal amount; the surplus path by default (P2), formed in earlier years")
	with := func(c ...rule.Clause) []rule.Clause {
		return append(c, rule.GX("4.4.1"), rule.GX("4.4.2"), transition("一(五)"))
	}
	return []row{
		{
			ID: SurplusFound, Title: text("清查盘盈，按名义金额入账", "found by the sweep, booked at nominal amount"),
			Basis:     with(system("1902 四(二)1(1)"), system("1601 四(四)1"), system("1701 三(四)"), basic("第30条")),
			Judgement: silent, Terms: true, Moves: enters(PendingNominal), Documents: nominalDocuments(),
			Entries: entries(financial(dr("1701", "nominal").Of(), cr("1902", "nominal"))),
		},
		{
			ID: SurplusApproved, Title: text("盘盈经批准", "the surplus is approved"),
			Basis: with(system("1902 四(二)1(2)"), system("3501 二")), Judgement: silent, Approved: true,
			Moves: moves([]string{PendingNominal}, HeldNominal), Then: carriedBy(SurplusCarried),
			Entries: entries(financial(dr("1902", "nominal"), cr("3501", "nominal"))),
		},
		{
			ID: SurplusCarried, Title: text("以前年度盈余调整结转", "the adjustment is carried over"),
			Basis: with(system("3501 二"), system("3001 二")), Judgement: silent, Approved: true,
			Entries: entries(financial(dr("3501", "nominal"), cr("3001", "nominal"))),
		},
		{
			ID: SurplusApprovedDirect, Title: text("盘盈经批准，直接计入累计盈余", "the surplus is approved, straight to the accumulated surplus"),
			Basis: with(system("1902 四(二)1(2)"), system("3001 二")), Evidence: rule.Judgement, Approved: true,
			Moves: moves([]string{PendingNominal}, HeldNominal),
			Judgement: text("3501 当即转入 3001，两种做法期末相同，差别只在净资产变动表（P2）",
				"3501 is closed to 3001 at once, so that both ways end alike; the difference shows only in the statement of changes in net assets (P2)"),
			Entries: entries(financial(dr("1902", "nominal"), cr("3001", "nominal"))),
		},
		{
			ID: SurplusApprovedOwn, Title: text("盘盈经批准，本年自行形成", "the surplus is approved, own data of this year"),
			Basis: with(system("1902 四(二)1(2)")), Evidence: rule.Judgement, Approved: true,
			Moves:   moves([]string{PendingNominal}, HeldNominal),
			Entries: entries(financial(dr("1902", "nominal"), cr("thisYearCredit", "nominal"))),
		},
	}
}

// losses is the losses of §3.6: inventory losses, damage and scrapping go
// through 1902, and no unit books them before the reply.
func losses() []row {
	physical := text("制度正文的处理收入和费用限毁损、报废的实物资产，用于无形资产为类推",
		"the system's text on proceeds and costs is about physical assets that are damaged or scrapped; for intangible assets by analogy")
	lost := moves([]string{Losing, Gone}, "")
	return []row{
		{
			ID: "government.loss-found", Title: text("盘亏、毁损、报废，转入待处理", "lost, damaged or scrapped: pending"),
			Basis:    law(system("1902 四(二)2(1)"), system("1702 三(二)"), system("5301 一"), system("附录 35(3)")),
			Optional: []string{"amortised", "transferred"}, Moves: leaves(Losing),
			Requires: requires(want(amounts("gross + transferred > amortised"), "大于零的待处理财产价值（已摊销完毕的经批准一次转销）",
				"a value to be disposed of above nothing; what is fully amortised is written off once the reply is there")),
			Entries: entries(financial(
				dr("1902", "gross − amortised + transferred").At("待处理财产价值"), dr("1702", "amortised").Of(),
				cr("1701", "gross").Of(), cr("2101", "transferred").At("应交税金（进项税额转出）"),
			)),
		},
		{
			ID: "government.loss-approved", Title: text("盘亏、毁损、报废经批准", "the loss is approved"),
			Basis:    law(system("1902 四(二)2(1)"), system("5301 三(二)2"), rule.In("财资〔2016〕1号", "")),
			Approved: true, Optional: []string{"amortised", "transferred"}, Moves: moves([]string{Losing}, Gone),
			Entries: entries(financial(dr("5301", "gross − amortised + transferred"), cr("1902", "gross − amortised + transferred").At("待处理财产价值"))),
		},
		{
			ID: "government.loss-amortised", Title: text("已摊销完毕的资产盘亏、毁损、报废经批准", "the loss of a fully amortised asset is approved"),
			Basis: law(system("1902 四(二)2(1)"), system("1702 三(二)"), rule.In("财资〔2016〕1号", "")), Evidence: rule.Judgement,
			Judgement: text("账面价值为零的没有待处理财产价值，不经 1902，经批准后一次转销",
				"carried at nothing, it leaves no value in 1902 to wait for the reply: written off once it is there"),
			Approved: true, Moves: moves([]string{Held}, Gone),
			Entries: entries(financial(dr("1702", "gross").Of(), cr("1701", "gross").Of())),
		},
		{
			ID: "government.loss-proceeds", Title: text("处理收入（残值、理赔、赔偿）", "proceeds of the loss"),
			Basis: law(system("1902 四(二)2(2)")), Evidence: rule.Judgement, Judgement: physical, Moves: lost,
			Entries: entries(financial(dr("money", "proceeds"), cr("1902", "proceeds").At("处理净收入"))),
		},
		{
			ID: "government.loss-costs", Title: text("处理费用", "costs of the loss"),
			Basis: law(system("1902 四(二)2(2)")), Evidence: rule.Judgement, Judgement: physical, Moves: lost,
			Entries: entries(financial(dr("1902", "costs").At("处理净收入"), cr("money", "costs"))),
		},
		{
			ID: "government.loss-settled", Title: text("结清处理净收入", "net proceeds settled"),
			Basis:    law(system("1902 四(二)2(2)"), system("5301 三(二)2"), system("附录 35(3)"), system("附录 73(2)")),
			Optional: []string{"proceeds", "costs"}, Evidence: rule.Judgement, Judgement: physical, Moves: moves([]string{Gone}, ""),
			Entries: entries(
				financial(
					dr("1902", "pos(proceeds − costs)").At("处理净收入"), dr("5301", "pos(costs − proceeds)"),
					cr("2103", "pos(proceeds − costs)"), cr("1902", "pos(costs − proceeds)").At("处理净收入"),
				),
				budget(dr("7901", "pos(costs − proceeds)"), cr("8001", "pos(costs − proceeds)").At("货币资金")),
			),
		},
	}
}

// nominalToCost is how an asset leaves nominal amount (P5), only by cost with
// vouchers and never by an appraisal, and is amortised from the month of the
// adjustment (P6).
func nominalToCost() []row {
	basis := func(c ...rule.Clause) []rule.Clause {
		return append(c, rule.GX("4.4.3"), in4("二(二)"), standard("第19条"))
	}
	silent := text("名义金额转成本无明文，类推解释4号 二(二)：差额不追溯摊销，自调整当月起在剩余年限内摊销（P5、P6）",
		"no text on nominal amount to cost; as Interpretation 4 二(二): no retroactive amortisation, amortised from the month of the adjustment over the remaining life (P5, P6)")
	from := func() []accounting.Move { return moves([]string{HeldNominal}, Held) }
	evidence := []string{"成本凭据"}
	return []row{
		{
			ID: "government.nominal-to-cost-prior-year", Title: text("名义金额转成本，以前年度的凭据", "nominal to cost, evidence of an earlier year"),
			Basis: basis(system("3501 二"), adjustments("第14条(二)")), Evidence: rule.Judgement, Judgement: silent, Terms: true, Onward: true, Documents: evidence, Moves: from(),
			Then:    carriedBy("government.nominal-to-cost-carried"),
			Entries: entries(financial(dr("1701", "cost − 1.00").Of(), cr("3501", "cost − 1.00"))),
		},
		{
			ID: "government.nominal-to-cost-carried", Title: text("名义金额转成本，差额转入累计盈余", "nominal to cost, the difference carried over"),
			Basis: basis(system("3501 二(四)")), Evidence: rule.Judgement, Judgement: silent,
			Entries: entries(financial(dr("3501", "cost − 1.00"), cr("3001", "cost − 1.00"))),
		},
		{
			ID: "government.nominal-to-cost-this-year", Title: text("名义金额转成本，本年度的凭据", "nominal to cost, evidence of this year"),
			Basis: basis(adjustments("第14条(一)")), Evidence: rule.Judgement, Terms: true, Onward: true, Documents: evidence, Moves: from(),
			Judgement: text("本年已计入费用的支出转回本年费用（P5）；自调整当月起摊销（P6）",
				"what this year expensed goes back to this year's expense (P5); amortised from the month of the adjustment (P6)"),
			Entries: entries(financial(dr("1701", "cost − 1.00").Of(), cr("ownExpense", "cost − 1.00"))),
		},
		{
			ID: "government.nominal-to-cost-transition", Title: text("名义金额转成本，新政策的衔接规定", "nominal to cost, transition of a new rule"),
			Basis: basis(transition("一(四)")), Evidence: rule.Judgement, Terms: true, Onward: true, Documents: []string{"新政策的衔接规定"}, Moves: from(),
			Judgement: text("新政策出台的按其衔接规定；其未定科目时，比照新旧制度衔接计入累计盈余（P5）",
				"a new rule goes by its own transition; where it names no account, the accumulated surplus as at the transition to the new system (P5)"),
			Entries: entries(financial(dr("1701", "cost − 1.00").Of(), cr("3001", "cost − 1.00"))),
		},
		{
			ID: "government.nominal-later-spending", Title: text("名义金额资产的后续支出，转按成本计量", "later spending on an asset at nominal amount"),
			Basis: basis(standard("第8条"), system("1701 三(二)1")), Evidence: rule.Judgement, Terms: true, Onward: true, Moves: from(),
			Judgement: text("“重新确定的成本”为 1.00 加资本化支出，自当月起摊销，不再列入名义金额清单",
				"“cost determined anew” is 1.00 and what is capitalised, amortised from that month; the asset leaves the nominal list"),
			Entries: entries(financial(dr("1701", "paid").Of(), cr("fund", "paid")), spent("paid")),
		},
	}
}
