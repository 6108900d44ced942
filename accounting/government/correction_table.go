package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// corrections is §3.10 beyond what red and blue vouchers do: errors of earlier
// years, through 3501 where [Policy.ExpensedInError] says so, else in this period's
// items.
func corrections() []row {
	material := func(c ...rule.Clause) []rule.Clause {
		return append(c, adjustments("第14条(二)"), system("3501 二"))
	}
	caught := text("误费用化的外购、委托资产：以前年度已过月份的摊销一次补提", "an asset bought and wrongly expensed: the months that passed are caught up in one entry")
	since := want(amounts("cost >= amortised"), "不低于补提摊销的成本", "a cost not below the amortisation caught up")
	return append([]row{
		{
			ID: "government.error-expensed", Title: text("以前年度误费用化，重大，经以前年度盈余调整", "wrongly expensed in an earlier year, material"),
			Basis: material(in4("四(二)"), transition("一(九)")), Optional: []string{"amortised"}, Terms: true, Moves: enters(Held), Judgement: caught,
			Effective: rule.From(calendar.MustDate(2019, 1, 1)), Requires: requires(since), Documents: []string{"成本凭据", "重大差错的判断"},
			Entries: entries(
				financial(dr("1701", "cost").Of(), cr("1702", "amortised").Of(), cr("3501", "cost − amortised")),
				up("cost − amortised"),
			),
		},
		{
			ID: "government.error-expensed-current", Title: text("以前年度误费用化，非重大，调整本期", "wrongly expensed in an earlier year, not material"),
			Basis: law(adjustments("第14条(三)"), adjustments("第14条(二)第2段")), Optional: []string{"amortised"}, Terms: true, Moves: enters(Held), Judgement: caught,
			Requires: requires(since), Documents: []string{"成本凭据", "重大差错的判断"},
			Entries: entries(financial(dr("1701", "cost").Of(), cr("1702", "amortised").Of(), cr("ownExpense", "cost − amortised"))),
		},
		{
			ID: "government.prior-gain", Title: text("增加以前年度收入或减少以前年度费用", "earlier revenue up or expense down"),
			Basis: material(system("附录 58(1)"), system("附录 58(2)"), in3("四(一)")),
			Entries: entries(
				financial(dr("counterpart", "net"), cr("3501", "net")), up("net"),
				budget(dr("8001", "net").At("货币资金"), cr("openingBalance", "net")).If(is("counterpart", "money")),
			),
		},
		{
			ID: "government.prior-loss", Title: text("减少以前年度收入或增加以前年度费用", "earlier revenue down or expense up"),
			Basis: material(system("附录 58(1)"), system("附录 58(2)"), in3("四(一)")),
			Entries: entries(
				financial(dr("3501", "net"), cr("counterpart", "net")), down("net"),
				budget(dr("openingBalance", "net"), cr("8001", "net").At("货币资金")).If(is("counterpart", "money")),
			),
		},
		{
			ID: "government.amortisation-missed", Title: text("补提以前年度摊销，重大", "amortisation of earlier years caught up, material"),
			Basis: material(system("附录 58(3)")), Moves: moves([]string{Held}, ""),
			Entries: entries(financial(dr("3501", "amortisation"), cr("1702", "amortisation").Of()), down("amortisation")),
		},
		{
			ID: "government.amortisation-missed-current", Title: text("补提以前年度摊销，非重大", "amortisation of earlier years caught up, not material"),
			Basis: law(adjustments("第14条(三)"), standard("第18条")), Moves: moves([]string{Held}, ""),
			Entries: entries(financial(dr("expense", "amortisation"), cr("1702", "amortisation").Of())),
		},
	}, refunds()...)
}

// refunds is treasury payments of an earlier year that come back, and the carry-over.
func refunds() []row {
	return []row{
		{
			ID: "government.treasury-refund-prior-year", Title: text("退回以前年度国库支付款", "treasury payment of an earlier year refunded"),
			Basis: law(system("4001 三(四)"), system("附录 59(3)"), in5("一(二)3")), Requires: fiscal(),
			Entries: entries(
				financial(dr("1201", "net"), cr("3501", "net")), up("net"),
				budget(dr("8001", "net").At("财政应返还额度"), cr("openingBalance", "net")),
			),
		},
		{
			ID: "government.treasury-refund-prior-year-asset", Title: text("退回以前年度国库支付款，冲减资产", "treasury payment of an earlier year refunded, off the asset"),
			Basis: law(system("4001 三(四)"), system("附录 59(3)"), in5("一(二)3")), Requires: fiscal(), Terms: true, Moves: moves([]string{Held}, ""),
			Entries: entries(
				financial(dr("1201", "net"), cr("1701", "net").Of()),
				budget(dr("8001", "net").At("财政应返还额度"), cr("openingBalance", "net")),
			),
		},
		{
			ID: "government.adjustment-carried", Title: text("以前年度盈余调整转入累计盈余", "prior-year adjustment carried over"),
			Basis:   law(system("3501 二(四)"), system("3501 三"), system("附录 58(4)")),
			Entries: entries(financial(dr("3501", "surplus"), dr("3001", "deficit"), cr("3001", "surplus"), cr("3501", "deficit"))), Optional: []string{"surplus", "deficit"},
		},
	}
}

// up and down are what follows an adjustment at once: 3501 has no balance.
func up(amount string) entry {
	e := financial(dr("3501", amount), cr("3001", amount))
	e.Summary = text("以前年度盈余调整转入累计盈余", "prior-year adjustment carried over")
	return e
}

func down(amount string) entry {
	e := financial(dr("3001", amount), cr("3501", amount))
	e.Summary = text("以前年度盈余调整转入累计盈余", "prior-year adjustment carried over")
	return e
}

func fiscal() []accounting.Requirement {
	return requires(want(is("carry", "fiscalCarried", "fiscalSurplus"), "财政拨款结转或结余", "fiscal appropriation carried forward or surplus"))
}
