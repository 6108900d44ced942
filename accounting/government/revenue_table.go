package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// revenues is paid use: to the treasury, or kept by an institution whose level
// lets it (§3.8, practice §3). Whether paid authorisation is a lease no text
// says.
func revenues() []row {
	remitted := func(c ...rule.Clause) []rule.Clause {
		return append(c, regulation("第25条"), rule.In("财资〔2024〕1号", ""), rule.GX("4.6.2"))
	}
	use := text("授权使用比照出租，无明文", "authorised use as a lease: no text says so")
	return append([]row{
		{
			ID: "government.licence-remitted", Title: text("授权收入，经单位账户上缴", "revenue of authorised use, remitted through the unit's account"),
			Basis: remitted(system("2103 一第2段"), system("2103 三(一)"), system("附录 39(1)"), system("2101 二")), Judgement: use, Optional: []string{"vat", "surcharges"},
			Entries: entries(financial(
				dr("1002", "net + vat"),
				cr("2103", "net").If(is("remitBasis", "vatApart")),
				cr("2103", "net − surcharges").If(is("remitBasis", "netOfTaxes")),
				cr("outputTax", "vat"),
				cr("2102", "surcharges").If(is("remitBasis", "netOfTaxes")),
			)),
		},
		{
			ID: "government.licence-due", Title: text("授权收入，应收", "revenue of authorised use, due"),
			Basis: remitted(system("1212 三(二)1"), system("2103 三(一)")), Judgement: use, Optional: []string{"vat"},
			Entries: entries(financial(dr("1212", "net + vat"), cr("2103", "net"), cr("outputTax", "vat"))),
		},
		{
			ID: "government.due-collected", Title: text("应收的上缴款收到", "what was due is received"),
			Basis:   remitted(system("1212 三(二)")),
			Entries: entries(financial(dr("1002", "paid"), cr("1212", "paid"))),
		},
		{
			ID: "government.due-to-treasury", Title: text("应收的上缴款", "receivable that is due to the treasury"),
			Basis:   remitted(system("1212 三(二)")),
			Entries: entries(financial(dr("1212", "net"), cr("2103", "net"))),
		},
		{
			ID: "government.licence-direct", Title: text("授权收入，付款方凭缴款书直缴国库", "revenue of authorised use, paid straight to the treasury"),
			Basis: remitted(system("1212 三(二)1"), system("2103 三(一)")), Evidence: rule.Judgement,
			Judgement: text("直缴不经单位账户，由两段合并得出（P17）", "direct payment does not pass the unit's account: read from two paragraphs together (P17)"),
			Entries:   entries(financial(dr("1212", "net"), cr("2103", "net"))),
		},
		{
			ID: "government.licence-direct-arrived", Title: text("直缴收入到库", "direct payment arrived in the treasury"),
			Basis: remitted(system("2103 三(三)")), Evidence: rule.Judgement,
			Judgement: text("直缴不经单位账户，由两段合并得出（P17）", "direct payment does not pass the unit's account: read from two paragraphs together (P17)"),
			Entries:   entries(financial(dr("2103", "net"), cr("1212", "net"))),
		},
		{
			ID: "government.due-written-off", Title: text("应收上缴款核销", "receivable due to the treasury written off"),
			Basis: law(system("1212 五(一)")), Approved: true,
			Entries: entries(financial(dr("2103", "balance"), cr("1212", "balance"))),
		},
		{
			ID: "government.achievement-income", Title: text("科技成果转化收入，留归本单位", "revenue of scientific results, kept by the unit"),
			Basis: law(system("4609 三(二)"), system("附录 69(2)")), Documents: retainedDocuments(), Requires: notAdministrative(),
			Entries: entries(financial(dr("1002", "net"), cr("4609", "net")), budget(dr("8001", "net").At("货币资金"), cr("6609", "net"))),
		},
	}, retained()...)
}

// notAdministrative is P15: an administrative unit has no revenue of its own
// from use; refused, not warned of.
func notAdministrative() []accounting.Requirement {
	return requires(want(accounting.Not(asAdministrative()), "事业单位（行政单位的使用收入应上缴财政，不得列 4605、4609）",
		"an institution: an administrative unit remits revenue from use and keeps none in 4605 or 4609",
		regulation("第25条"), rule.In("财资〔2024〕1号", ""), rule.GX("4.6.2")))
}

// retained is revenue that an institution keeps. Budget revenue is what was
// received, VAT included (附录 37).
func retained() []row {
	straight := text("租期内按直线法确认；预收挂预收账款，后付挂应收账款", "recognised straight-line over the term; received ahead in 2305, later in 1212")
	lease := func(c ...rule.Clause) []rule.Clause { return append(c, system("4605 三(一)"), system("附录 68")) }
	return []row{
		{
			ID: "government.licence-retained", Title: text("授权收入，留用", "revenue of authorised use, retained"),
			Basis:    law(regulation("第25条"), system("附录 37(1)"), system("附录 37(2)"), rule.GX("4.6.2")),
			Entities: institutions(), Optional: []string{"vat"}, Documents: retainedDocuments(), Requires: notAdministrative(),
			Entries: entries(
				financial(dr("1002", "net + vat"), cr("retainedIncome", "net"), cr("outputTax", "vat")),
				budget(dr("8001", "net + vat").At("货币资金"), cr("retainedBudget", "net + vat")),
			),
		},
		{
			ID: "government.rent-advance", Title: text("预收租金", "rent received in advance"),
			Basis: lease(), Entities: institutions(), Optional: []string{"vat"}, Documents: retainedDocuments(), Requires: notAdministrative(),
			Judgement: text("2305 预收账款为事业单位专用，行政单位租金一般上缴", "2305 is for institutions only; an administrative unit's rent is remitted as a rule"),
			Entries: entries(
				financial(dr("1002", "net + vat"), cr("2305", "net"), cr("outputTax", "vat")),
				budget(dr("8001", "net + vat").At("货币资金"), cr("6609", "net + vat")),
			),
		},
		{
			ID: "government.rent-earned", Title: text("确认预收租金", "rent received in advance recognised"),
			Basis: lease(), Entities: institutions(), Documents: retainedDocuments(), Requires: notAdministrative(), Judgement: straight,
			Entries: entries(financial(dr("2305", "rent"), cr("4605", "rent"))),
		},
		{
			ID: "government.rent-accrued", Title: text("确认应收租金", "rent accrued"),
			Basis: lease(), Entities: institutions(), Documents: retainedDocuments(), Requires: notAdministrative(), Judgement: straight,
			Entries: entries(financial(dr("1212", "rent"), cr("4605", "rent"))),
		},
		{
			ID: "government.rent-collected", Title: text("收到应收租金", "accrued rent received"),
			Basis: lease(), Entities: institutions(), Requires: notAdministrative(),
			Entries: entries(
				financial(dr("1002", "paid"), cr("1212", "paid")),
				budget(dr("8001", "paid").At("货币资金"), cr("6609", "paid")),
			),
		},
	}
}

// taxes is output tax and surcharges after the revenue (practice §3).
func taxes() []row {
	return []row{
		{
			ID: "government.surcharges-accrued", Title: text("计提附加税费", "surcharges accrued"),
			Basis:   law(system("5001 三(五)"), system("附录 38(1)"), rule.GX("4.6.2")),
			Entries: entries(financial(dr("ownExpense", "surcharges"), cr("2102", "surcharges"))),
		},
		{
			ID: "government.surcharges-paid", Title: text("缴纳附加税费", "surcharges paid"),
			Basis:   law(system("附录 38(1)"), rule.GX("4.6.2")),
			Entries: entries(financial(dr("2102", "surcharges"), cr("fund", "surcharges")), spent("surcharges")),
		},
		{
			ID: "government.vat-month-end", Title: text("月末转出未交增值税", "unpaid VAT transferred out at month end"),
			Basis:    law(system("2101 二"), system("2101 三"), system("附录 37(1)")),
			Requires: requires(want(is("taxpayer", "general"), "一般纳税人（小规模纳税人不设该明细）", "a general taxpayer: a small-scale one has no such detail account", system("2101 二"))),
			Entries:  entries(financial(dr("2101", "vat").At("应交税金（转出未交增值税）"), cr("2101", "vat").At("未交税金"))),
		},
		{
			ID: "government.vat-paid-remitted", Title: text("缴纳增值税（收入上缴）", "VAT paid, revenue remitted"),
			Basis: law(system("2101 三"), system("附录 37"), rule.GX("4.6.2")), Evidence: rule.Judgement,
			Judgement: text("上缴收入的税款从未进入预算，不做预算会计", "tax on remitted revenue never entered the budget: no budget entry"),
			Entries:   entries(financial(dr("taxDue", "vat"), cr("1002", "vat"))),
		},
		{
			ID: "government.vat-paid-retained", Title: text("缴纳增值税（收入留用）", "VAT paid, revenue retained"),
			Basis: law(system("2101 三"), system("附录 37"), rule.GX("4.6.2")), Entities: institutions(), Requires: notAdministrative(),
			Entries: entries(
				financial(dr("taxDue", "vat"), cr("1002", "vat")),
				budget(dr("spending", "vat"), cr("8001", "vat").At("货币资金")),
			),
		},
	}
}
