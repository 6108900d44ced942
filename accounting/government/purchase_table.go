package government

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// purchases is §3.1: bought and commissioned assets, tax, prepayments, funds.
func purchases() []row {
	retention := []string{"unpaid", "retained"}
	return append([]row{
		{
			ID: "government.purchase", Title: text("外购", "bought"),
			Basis:    law(standard("第10条"), system("1701 三(一)1"), system("附录 24(1)①"), rule.GX("4.4.1")),
			Optional: retention, Terms: true, Moves: enters(Held),
			Entries: entries(
				financial(dr("1701", "cost").Of(), cr("fund", "cost − unpaid − retained"), cr("2302", "unpaid"), cr("retentionOwed", "retained")),
				spent("cost − unpaid − retained"),
			),
		},
		{
			ID: "government.purchase-small", Title: text("小额外购，直接计入费用", "small purchase, expensed"),
			Basis: law(system("1701 一第2段"), standard("第17条(四)")),
			Requires: requires(
				want(amounts("unitPrice < 1000.00"), "单价小于 1000 元（恰为 1000 元的不适用，应计入 1701）", "a unit price below 1,000.00; at 1,000.00 it is an asset", system("1701 一第2段")),
				want(is("bulk", "no"), "非大批量购入", "not bought in bulk", system("1701 一第2段")),
			),
			Entries: entries(financial(dr("ownExpense", "cost"), cr("fund", "cost")), spent("cost")),
		},
		{
			ID: "government.purchase-with-hardware", Title: text("购入硬件不可缺少的软件，并入固定资产", "software that hardware cannot do without"),
			Basis:   law(standard("第4条"), rule.In("政府会计准则第3号", "第6条(二)")),
			Entries: entries(financial(dr("1601", "cost"), cr("fund", "cost")), spent("cost")),
		},
		{
			ID: "government.purchase-general-vat", Title: text("外购，进项税额单列（一般纳税人）", "bought, input VAT apart (general taxpayer)"),
			Basis:    law(standard("第10条"), system("1701 三(一)1"), system("2101 三(一)1"), system("附录 37(1)")),
			Optional: []string{"unpaid"}, Terms: true, Moves: enters(Held),
			Requires: requires(want(is("taxpayer", "general"), "一般纳税人（小规模纳税人的税额计入成本）", "a general taxpayer; a small-scale one takes the tax into cost", system("2101 三(一)1"))),
			Entries: entries(
				financial(
					dr("1701", "cost").Of(),
					dr("2101", "vat").At("应交税金（进项税额）").If(is("certified", "yes")),
					dr("2101", "vat").At("待认证进项税额").If(accounting.Not(is("certified", "yes"))),
					cr("fund", "cost + vat − unpaid"), cr("2302", "unpaid"),
				),
				spent("cost + vat − unpaid"),
			),
		},
		{
			ID: "government.payable-paid", Title: text("支付应付款", "payable paid"),
			Basis:   law(system("1701 三(一)1"), system("2302"), basic("第22条")),
			Entries: entries(financial(dr("2302", "paid"), cr("fund", "paid")), spent("paid")),
		},
		{
			ID: "government.retention-paid", Title: text("支付质保金", "retention money paid"),
			Basis: law(system("2307 三(四)"), system("1601 四(一)1"), basic("第22条")), Evidence: rule.Judgement,
			Judgement: text("质保金在支付时再记预算支出", "the budget records retention money when it is paid"),
			Entries:   entries(financial(dr("retentionOwed", "paid"), cr("fund", "paid")), spent("paid")),
		},
	}, slices.Concat(inputTax(), commissioned(), funded())...)
}

// inputTax is what becomes of input VAT after the purchase.
func inputTax() []row {
	return []row{
		{
			ID: "government.vat-certified", Title: text("进项税额认证，可抵扣", "input VAT certified, deductible"),
			Basis:   law(system("2101 三(一)1")),
			Entries: entries(financial(dr("2101", "vat").At("应交税金（进项税额）"), cr("2101", "vat").At("待认证进项税额"))),
		},
		{
			ID: "government.vat-certified-barred", Title: text("进项税额认证，不得抵扣", "input VAT certified, not deductible"),
			Basis: law(system("2101 三(一)2")), Terms: true, Moves: moves([]string{Held}, ""),
			Entries: entries(
				financial(dr("2101", "vat").At("应交税金（进项税额）"), cr("2101", "vat").At("待认证进项税额")),
				financial(dr("1701", "vat").Of(), cr("2101", "vat").At("应交税金（进项税额转出）")),
			),
		},
		{
			ID: "government.vat-into-cost", Title: text("改变用途，进项税额转入成本", "use changed, input VAT into cost"),
			Basis: law(system("2101 三(一)4")), Terms: true, Moves: moves([]string{Held}, ""),
			Entries: entries(financial(dr("1701", "vat").Of(), cr("2101", "vat").At("应交税金（进项税额转出）"))),
		},
		{
			ID: "government.vat-out-of-cost", Title: text("改变用途，进项税额转出成本", "use changed, input VAT out of cost"),
			Basis: law(system("2101 三(一)4")), Terms: true, Moves: moves([]string{Held}, ""),
			Entries: entries(financial(dr("2101", "vat").At("应交税金（进项税额）"), cr("1701", "vat").Of())),
		},
	}
}

// commissioned is development by a contractor: as bought (准则4号 第10条).
func commissioned() []row {
	return []row{
		{
			ID: "government.development-prepaid", Title: text("委托开发，预付", "commissioned development, prepaid"),
			Basis:   law(system("1701 三(一)2"), system("1214 三(一)"), system("7101 三(四)"), system("附录 24(1)②")),
			Moves:   moves([]string{"", Ordered}, Ordered),
			Entries: entries(financial(dr("1214", "paid"), cr("fund", "paid")), spent("paid")),
		},
		{
			ID: "government.development-delivered", Title: text("委托开发，交付使用", "commissioned development, delivered"),
			Basis:    law(standard("第10条"), system("1701 三(一)2"), system("附录 24(1)②")),
			Optional: []string{"prepaid", "unpaid", "retained"}, Terms: true, Moves: moves([]string{"", Ordered}, Held),
			Entries: entries(
				financial(
					dr("1701", "total").Of(), cr("1214", "prepaid"), cr("fund", "total − prepaid − unpaid − retained"),
					cr("2302", "unpaid"), cr("retentionOwed", "retained"),
				),
				spent("total − prepaid − unpaid − retained"),
			),
		},
		{
			ID: "government.prepayment-returned", Title: text("预付款当年退回", "prepayment returned in the year"),
			Basis: law(system("1214 三(四)"), system("附录 9(3)"), in5("一(二)3")), Moves: moves([]string{Ordered}, ""),
			Entries: entries(financial(dr("fund", "paid"), cr("1214", "paid")), budget(dr("budgetFund", "paid"), cr("spending", "paid"))),
		},
		{
			ID: "government.prepayment-returned-prior-year", Title: text("以前年度预付款退回", "prepayment of an earlier year returned"),
			Basis: law(system("1214 三(四)"), system("附录 9(3)")), Moves: moves([]string{Ordered}, ""),
			Entries: entries(
				financial(dr("priorFund", "paid"), cr("1214", "paid")),
				budget(dr("priorBudgetFund", "paid"), cr("openingBalance", "paid")),
			),
		},
		{
			ID: "government.prepayment-lost", Title: text("预付款已无望收到货物", "prepayment for what will not come"),
			Basis: law(system("1214 四"), system("附录 9(4)")), Moves: moves([]string{Ordered}, Gone), Documents: []string{"无法收到货物的确凿证据"},
			Entries: entries(financial(dr("1218", "balance"), cr("1214", "balance"))),
		},
		{
			ID: "government.purchase-returned", Title: text("购入当年退货（已费用化）", "returned in the year of purchase (expensed)"),
			Basis:   law(system("5001 三(八)"), system("7101 三(六)"), in5("一(二)3")),
			Entries: entries(financial(dr("fund", "cost"), cr("ownExpense", "cost")), budget(dr("budgetFund", "cost"), cr("spending", "cost"))),
		},
	}
}

// funded is what special funds and indirect costs of projects pay for.
func funded() []row {
	changed := calendar.MustDate(2022, 9, 21) // 解释5号 二, from its publication
	fund := []entry{
		financial(dr("1701", "cost").Of(), cr("1002", "cost")),
		financial(dr("3101", "cost"), cr("3001", "cost")),
	}
	savings := budget(dr("7201", "cost"), cr("8001", "cost").At("货币资金"))
	savings.Summary = text("外购（使用专用结余）", "bought (use of special surplus)")
	return []row{
		{
			ID: "government.purchase-special-fund-before-2022", Title: text("用专用基金购入（解释5号以前）", "bought with a special fund (before Interpretation 5)"),
			Basis:    law(system("3001 二(五)"), system("3101 三(四)"), system("8001 三(四)")),
			Entities: institutions(), Effective: rule.Period{To: changed.AddDays(-1)}, Terms: true, Moves: enters(Held),
			Entries: append(entries(fund...), budget(dr("fundSpending", "cost"), cr("8001", "cost").At("货币资金"))),
		},
		{
			ID: "government.purchase-special-fund", Title: text("用专用基金购入", "bought with a special fund"),
			Basis:    law(in5("二(一)"), system("3001 二(五)"), system("3101 三(四)")),
			Entities: institutions(), Effective: rule.From(changed), Terms: true, Moves: enters(Held),
			Entries: append(entries(fund...),
				savings.If(is("fundSource", "saved")),
				budget(dr("7201", "cost"), cr("8001", "cost").At("货币资金")).If(is("fundSource", "budgeted")),
			),
		},
		{
			ID: "government.special-fund-year-end", Title: text("年末，使用专用结余的支出转入专用结余", "year end: spending of special surplus"),
			Basis: law(in5("二(一)")), Entities: institutions(), Effective: rule.From(changed),
			Entries: entries(closing(budget(dr("8301", "spent"), cr("7201", "spent")))),
		},
		{
			ID: "government.purchase-indirect-costs", Title: text("用项目间接费用或管理费购入", "bought with indirect or management costs of projects"),
			Basis: law(in2("三(三)")), Effective: rule.From(calendar.MustDate(2020, 1, 1)), Entities: institutions(), Terms: true, Moves: enters(Held),
			Entries: entries(
				financial(dr("1701", "cost").Of(), cr("fund", "cost")),
				financial(dr("2401", "cost").At("项目间接费用或管理费"), cr("3001", "cost")),
				budget(dr("7201", "cost").At("财政拨款支出"), cr("budgetFund", "cost")),
			),
		},
	}
}

func closing(e entry) entry {
	e.Kind = accounting.Closing
	return e
}
