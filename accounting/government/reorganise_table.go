package government

import (
	"github.com/dataasset-go/dataasset/rule"
)

// reclassifications is the first answer of the practice's tree: what stands in
// the books already is moved, never booked again as a surplus.
func reclassifications() []row {
	split := text("拆分以合同价目为准，其次工时；没有依据的不拆分；新的年限属会计估计变更",
		"split by the contract's price list, else by hours; without a key it is not split; a new life is a change in estimate")
	basis := func(c ...rule.Clause) []rule.Clause { return append(c, rule.GX("4.4.1"), adjustments("第12条")) }
	return []row{
		{
			ID: "government.reclassified", Title: text("重分类至数据资产明细", "reclassified to the detail account of data assets"),
			Basis: basis(system("1701 二"), system("1702 二"), system("总说明 七(一)(四)")), Evidence: rule.Judgement, Judgement: split,
			Optional: []string{"amortised"}, Terms: true, Moves: enters(Held),
			Entries: entries(financial(
				dr("1701", "gross").Of(), dr("1702", "amortised").OfOther("from"),
				cr("1701", "gross").OfOther("from"), cr("1702", "amortised").Of(),
			)),
		},
		{
			ID: "government.reclassified-from-fixed-assets", Title: text("由固定资产重分类", "reclassified from fixed assets"),
			Basis: basis(standard("第4条"), system("1601"), system("1602")), Evidence: rule.Judgement, Judgement: split,
			Optional: []string{"amortised"}, Terms: true, Moves: enters(Held),
			Entries: entries(financial(dr("1701", "gross").Of(), dr("1602", "amortised"), cr("1601", "gross"), cr("1702", "amortised").Of())),
		},
	}
}

// reorganisations is §5.5 to §5.7: splits and mergers of units, the capital a
// unit is founded with, a change of system, quota carried at year end.
func reorganisations() []row {
	carry := func(id rule.ID, title rule.Text, e ...entry) row {
		return row{
			ID: id, Title: title, Basis: law(reorganisation("二(一)")), Approved: true, Documents: []string{"资产清查报告", "划转方案与批复"},
			Entries: e,
		}
	}
	in := carry("government.merged-in", text("单位合并、分立，划入", "units merged or split: taken over"),
		financial(dr("1701", "gross").Of(), cr("1702", "amortised").Of(), cr("3001", "gross − amortised")))
	in.Optional, in.Terms, in.Moves = []string{"amortised"}, true, enters(Held)
	in.Judgement = text("以划出方账面价值入账，差额计入累计盈余，不经无偿调拨净资产；原值与累计摊销并列登记为账面价值的一种写法",
		"at the other's carrying amount against the accumulated surplus, not 3401; gross and amortisation side by side is one way to write it")
	nominal := carry("government.merged-in-nominal", text("单位合并、分立，划入名义金额资产", "units merged or split: nominal amount taken over"),
		financial(dr("1701", "1.00").Of(), cr("3001", "1.00")))
	nominal.Terms, nominal.Moves = true, enters(HeldNominal)
	out := carry("government.merged-out", text("单位合并、分立，划出", "units merged or split: handed over"),
		financial(dr("1702", "amortised").Of(), dr("3001", "gross − amortised"), cr("1701", "gross").Of()))
	out.Optional, out.Moves = []string{"amortised"}, leaves(Gone)
	moneyIn := carry("government.merged-money-in", text("随划转的货币资金，划入", "money that moves with it, taken over"),
		financial(dr("1002", "cash"), cr("3001", "cash")), budget(dr("8001", "cash").At("货币资金"), cr("movedBudget", "cash")))
	moneyOut := carry("government.merged-money-out", text("随划转的货币资金，划出", "money that moves with it, handed over"),
		financial(dr("3001", "cash"), cr("1002", "cash")), budget(dr("movedBudget", "cash"), cr("8001", "cash").At("货币资金")))
	return append([]row{in, nominal, out, moneyIn, moneyOut}, append(liquidations(), foundings()...)...)
}

func liquidations() []row {
	return []row{
		{
			ID: "government.liquidation-surplus-found", Title: text("清算期盘盈，转入待处理", "surplus in the liquidation period"),
			Basis: law(reorganisation("二(一)1(1)"), system("1902 四(二)1(1)")), Terms: true, Onward: true, Moves: enters(Pending),
			Entries: entries(financial(dr("1701", "cost").Of(), cr("1902", "cost"))),
		},
		{
			ID: "government.liquidation-surplus-approved", Title: text("清算期盘盈经批准（持续运行）", "surplus of the liquidation period approved (going on)"),
			Basis: law(reorganisation("二(一)1(1)"), system("1902 四(二)1(2)")), Approved: true, Moves: moves([]string{Pending}, Held),
			Entries: entries(financial(dr("1902", "cost"), cr("3501", "cost")), up("cost")),
		},
		{
			ID: "government.liquidation-revalued", Title: text("清算期按批准或备案的评估价值调整账面价值（持续运行）", "revalued in the liquidation period, as approved or filed (going on)"),
			Basis: law(reorganisation("二(一)1(1)")), Optional: []string{"surplus", "deficit"}, Terms: true, Approved: true,
			Documents: []string{"资产评估报告", "评估结果的批准或备案"}, Moves: moves([]string{Held}, ""),
			Judgement: text("唯一可按评估价值调整账面价值的情形", "the only case in which an appraisal changes a carrying amount"),
			Entries: entries(financial(
				dr("1701", "surplus").Of(), dr("5901", "deficit"), cr("4609", "surplus"), cr("1701", "deficit").Of(),
			)),
		},
	}
}

func foundings() []row {
	return []row{
		{
			ID: "government.founding-capital", Title: text("开办资金，初始设立取得", "capital a unit is founded with"),
			Basis: law(in6("")), Evidence: rule.SecondHand, Terms: true, Moves: enters(Held), Entities: institutions(),
			Entries: entries(financial(dr("1701", "cost").Of(), cr("3001", "cost"))),
		},
		{
			ID: "government.converted-unbooked", Title: text("由其他会计制度转入，确认原未入账资产", "conversion from another system, unbooked assets"),
			Basis: law(in6("")), Evidence: rule.SecondHand, Terms: true, Moves: enters(Held),
			Entries: entries(financial(dr("1701", "cost").Of(), cr("3001", "cost"))),
		},
		{
			ID: "government.quota-carried", Title: text("年末，允许结转的财政拨款额度", "year end, quota that may be carried forward"),
			Basis: law(in5("一(二)5")), Judgement: text("不再按权责发生制列支的地区（市县级，解释4号 五）不做", "not in places that no longer book it on accrual (cities and counties, Interpretation 4 五)"),
			Entries: entries(
				closing(financial(dr("1201", "balance"), cr("4001", "balance"))),
				closing(budget(dr("8001", "balance").At("财政应返还额度"), cr("6001", "balance"))),
			),
		},
	}
}
