package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// The conditions that several tables share.
func is(fact string, codes ...string) accounting.Condition { return accounting.Is(fact, codes...) }
func not(c accounting.Condition) accounting.Condition      { return accounting.Not(c) }
func amounts(comparison string) accounting.Condition       { return accounting.Amounts(comparison) }
func barred() accounting.Condition                         { return is("inputTax", "barred") }

// roles is the accounts that follow from the facts.
func roles() []accounting.Role {
	return []accounting.Role{
		role("fund", "付款", "payment",
			taken("1002", is("payment", "bank")), taken("2202", is("payment", "credit")), taken("2211", is("payment", "staff")), taken("1221", is("payment", "deposit"))),
		role("receipt", "收款", "receipt",
			taken("1002", is("payment", "bank")), taken("1122", is("payment", "credit")), taken("1221", is("payment", "deposit"))),
		role("inputVAT", "进项税额", "input VAT",
			under("2221", "应交增值税（进项税额）", vat("2221"), is("inputTax", "certified")), under("2221", "待认证进项税额", vat("2221"), is("inputTax", "pending"))),
		role("outputVAT", "销项税额", "output VAT",
			under("2221", "应交增值税（销项税额）", vat("2221"), is("outputTax", "general")),
			under("2221", "简易计税", vat("2221"), is("outputTax", "simple")),
			under("2221", "应交增值税", vat("2221"), is("outputTax", "small"))),
		role("revenue", "收入", "revenue", taken("6001", is("business", "main")), taken("6051", is("business", "other"))),
		role("costOfSales", "成本", "cost of sales", taken("6401", is("business", "main")), taken("6402", is("business", "other"))),
		amortisationRole(),
		role("research", "费用化研发支出", "expensed research and development",
			taken("6604", is("researchAccount", "own")), taken("6602", is("researchAccount", "administrative"))),
		role("grantIncome", "补助收益", "income of grants", taken("6117", is("daily", "yes")), taken("6301", is("daily", "no"))),
		role("equity", "权益", "equity", taken("4002", is("capital", "reserve")), taken("4001", is("capital", "paidIn"))),
		role("lapseLoss", "失效损失", "loss of lapsed inventories",
			taken("6711", is("lapseAccount", "nonOperating")), taken("6602", is("lapseAccount", "administrative"))),
	}
}

// amortisationRole is where amortisation goes: the profit or loss, or the cost
// of the asset that the data help to make (CAS 6 第17条). In a month in which
// data for own use also serve others, the month's amount is cost of the service.
func amortisationRole() accounting.Role {
	service := []rule.Clause{interim("二、3")}
	r := role("expense", "摊销的去向", "where amortisation goes",
		taken("6602", is(accounting.UseFact, "management")),
		taken("6401", is(accounting.UseFact, "mixed"), is("served", "yes")),
		taken("6602", is(accounting.UseFact, "mixed")),
		taken("6401", is(accounting.UseFact, "service")),
		taken("6402", is(accounting.UseFact, "licence")),
		taken("6601", is(accounting.UseFact, "selling")),
		taken("5101", is(accounting.UseFact, "production", "processing")),
		under("5301", "费用化支出", guide("附录 5301"), is(accounting.UseFact, "research")),
		under("5301", "资本化支出", guide("附录 5301"), is(accounting.UseFact, "development")),
	)
	r.Cases[1].Basis, r.Cases[3].Basis = service, service
	r.Cases[1].Judgement = text("自用兼服务的数据，当月有服务收入的，当月摊销全额计入成本；规定未写分摊办法",
		"for data of own use that also serve others, the amortisation of a month with service revenue is cost as a whole; the provisions name no key to divide it")
	r.Cases[6].Basis = law(guide("第6号"))
	return r
}

func role(name, zh, en string, cases ...accounting.RoleCase) accounting.Role {
	return accounting.Role{Name: name, Title: text(zh, en), Book: accounting.Financial, Cases: cases}
}

func taken(account string, c ...accounting.Condition) accounting.RoleCase {
	return accounting.RoleCase{When: c, Account: account}
}

func under(account, detail string, basis rule.Clause, c ...accounting.Condition) accounting.RoleCase {
	return accounting.RoleCase{When: c, Account: account, Detail: detail, Basis: law(basis)}
}
