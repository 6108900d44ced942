package enterprise

import (
	"github.com/dataasset-go/dataasset/rule"
)

// developments is own research and development (CAS 6 第7条 to 第10条, 第13条).
func developments() []row {
	spent := optional("pay", "overhead", "vat")
	return []row{
		{
			ID: "enterprise.research-spent", Title: text("研究阶段支出", "expenditure of the research stage"),
			Basis: law(cas("6", "第8条"), guide("附录 5301"), interim("二、2")), Optional: optional("pay", "overhead", "vat", "paid"),
			Entries: one(spending("费用化支出", false)...),
		},
		{
			ID: "enterprise.development-unqualified", Title: text("开发阶段不符合资本化条件的支出", "development expenditure that does not qualify"),
			Basis: law(cas("6", "第6条"), cas("6", "第9条"), guide("附录 5301")), Optional: optional("pay", "overhead", "vat", "paid"),
			Entries: one(spending("费用化支出", false)...),
		},
		{
			ID: "enterprise.research-expensed", Title: text("期末结转费用化支出", "expensed expenditure carried to profit or loss"),
			Basis:   law(cas("6", "第8条"), guide("附录 5301"), rule.In("财会〔2019〕6号", "研发费用")),
			Entries: one(dr("research", "spent"), cr("5301", "spent").At("费用化支出")),
		},
		{
			ID: "enterprise.development-spent", Title: text("开发阶段符合资本化条件的支出", "development expenditure that qualifies"),
			Basis:    law(cas("6", "第9条"), cas("6", "第13条"), guide("附录 5301"), answers("五条件")),
			Optional: append(spent, "paid"), Documents: evidenceOfConditions(), Moves: moves(Developing, "", Developing),
			Requires: inDevelopment(),
			Entries:  one(spending("资本化支出", true)...),
		},
		{
			ID: "enterprise.project-bought", Title: text("取得正在进行中的研发项目", "project in progress bought"),
			Basis: law(cas("6", "第10条"), cas("6", "第12条")), Optional: optional("vat"), Moves: moves(Developing, "", Developing),
			Requires: atCost(),
			Entries: one(
				dr("5301", "price + vat").At("资本化支出").Of().If(barred()), dr("5301", "price").At("资本化支出").Of().If(not(barred())),
				dr("inputVAT", "vat").If(not(barred())), cr("fund", "price + vat"),
			),
		},
		{
			ID: "enterprise.borrowing-capitalised", Title: text("借款费用资本化", "borrowing costs capitalised"),
			Basis: law(cas("17", "第4条")), Evidence: rule.Memory, Moves: moves("", Developing),
			Judgement: text("CAS 17 第4条未列明开发支出，“等资产”包括之属教材口径；贷方以应付账款代表应付利息，企业可换用自设科目",
				"article 4 of CAS 17 does not name development expenditure and counts it by the textbooks only; interest payable stands in accounts payable unless the enterprise has an account of its own"),
			Entries: one(dr("5301", "borrowing").At("资本化支出").Of(), cr("2202", "borrowing")),
		},
		{
			ID: "enterprise.development-formed", Title: text("研发项目达到预定用途，转入无形资产", "ready for its intended use, now an intangible asset"),
			Basis: law(cas("6", "第13条"), guide("附录 5301")), Terms: true, Moves: moves(Held, Developing),
			Documents: []string{"达到预定用途的验收"},
			Requires:  atCost(),
			Entries:   one(dr("1701", "spent").Of(), cr("5301", "spent").At("资本化支出").Of()),
		},
		{
			ID: "enterprise.development-failed", Title: text("研发项目终止，转入当期损益", "development abandoned, to profit or loss"),
			Basis: law(cas("6", "第4条"), cas("6", "第9条")), Moves: moves(Gone, Developing),
			Entries: one(dr("research", "spent"), cr("5301", "spent").At("资本化支出").Of()),
		},
	}
}

// spending gathers what a project spends, in money, pay and overhead, under a
// detail account; what qualifies stands under the project's own.
func spending(detail string, own bool) []line {
	gross, net := dr("5301", "paid + pay + overhead + vat").At(detail), dr("5301", "paid + pay + overhead").At(detail)
	if own {
		gross, net = gross.Of(), net.Of()
	}
	return []line{
		gross.If(barred()), net.If(not(barred())), dr("inputVAT", "vat").If(not(barred())),
		cr("fund", "paid + vat"), cr("2211", "pay"), cr("5101", "overhead"),
	}
}
