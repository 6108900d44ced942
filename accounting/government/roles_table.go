package government

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// The conditions that several tables share.
func is(fact string, codes ...string) accounting.Condition { return accounting.Is(fact, codes...) }
func amounts(comparison string) accounting.Condition       { return accounting.Amounts(comparison) }

// asAdministrative holds for units that keep the administrative accounts: an
// institution under civil-service rules says which rules it follows (解释4号 一).
func asAdministrative() accounting.Condition {
	return accounting.Any(is(accounting.EntityFact, string(rule.Administrative)), is("financialRules", "administrative"))
}

// asInstitution holds for units that keep the accounts of institutions.
func asInstitution() accounting.Condition {
	return accounting.Any(is(accounting.EntityFact, string(rule.PublicInstitution)), is("financialRules", "institution"))
}

func when(c ...accounting.Condition) []accounting.Condition { return c }

// roles is the accounts that follow from the facts.
func roles() []accounting.Role {
	return slices.Concat(fundRoles(), useRoles(), taxRoles(), revenueRoles(), balanceRoles())
}

func fundRoles() []accounting.Role {
	oldQuota := rule.Period{To: lastZeroBalance()}
	return []accounting.Role{
		{Name: "fund", Title: text("资金", "funds"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("payment", "treasury")), Account: "4001", Basis: law(in5("一(二)1"))},
			{When: when(is("payment", "priorQuota")), Account: "1201", Basis: law(in5("一(二)1"))},
			{When: when(is("payment", "bank")), Account: "1002"},
			{When: when(is("payment", "zeroBalance")), Account: "1011", Effective: oldQuota, Judgement: quotaEnds()},
		}},
		{Name: "budgetFund", Title: text("预算资金", "budget funds"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(is("payment", "treasury")), Account: "6001", Basis: law(in5("一(二)1"))},
			{When: when(is("payment", "priorQuota")), Account: "8001", Detail: "财政应返还额度", Basis: law(in5("一(二)1"))},
			{When: when(is("payment", "bank")), Account: "8001", Detail: "货币资金"},
			{When: when(is("payment", "zeroBalance")), Account: "8001", Detail: "零余额账户用款额度", Effective: oldQuota, Judgement: quotaEnds()},
		}},
		{Name: "priorFund", Title: text("以前年度资金的退回", "funds of an earlier year returned"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("payment", "treasury", "priorQuota")), Account: "1201"},
			{When: when(is("payment", "bank")), Account: "1002"},
			{When: when(is("payment", "zeroBalance")), Account: "1011", Effective: oldQuota, Judgement: quotaEnds()},
		}},
		{Name: "priorBudgetFund", Title: text("以前年度预算资金的退回", "budget funds of an earlier year returned"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(is("payment", "treasury", "priorQuota")), Account: "8001", Detail: "财政应返还额度"},
			{When: when(is("payment", "bank")), Account: "8001", Detail: "货币资金"},
			{When: when(is("payment", "zeroBalance")), Account: "8001", Detail: "零余额账户用款额度", Effective: oldQuota, Judgement: quotaEnds()},
		}},
	}
}

func useRoles() []accounting.Role {
	return []accounting.Role{
		{Name: "spending", Title: text("支出", "spending"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(asAdministrative()), Account: "7101"},
			{When: when(asInstitution(), is("activity", "professional")), Account: "7201"},
			{When: when(asInstitution(), is("activity", "business")), Account: "7301"},
		}},
		{Name: "expense", Title: text("费用或相关资产成本", "expense or cost of another asset"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("use", "duties")), Account: "5001"},
			{When: when(asInstitution(), is("use", "management")), Account: "5101", Basis: law(in1("六"))},
			{When: when(asInstitution(), is("use", "business")), Account: "5201"},
			{When: when(is("use", "processing")), Account: "1303"},
			{When: when(is("use", "construction")), Account: "1613"},
			{When: when(is("use", "research")), Account: "1703", Detail: "研究支出", Basis: law(in4("四(二)"))},
			{When: when(is("use", "development")), Account: "1703", Detail: "开发支出", Basis: law(in4("四(二)"))},
		}},
		{Name: "ownExpense", Title: text("当期费用", "expense of the period"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("use", "duties")), Account: "5001"},
			{When: when(asInstitution(), is("use", "management")), Account: "5101", Basis: law(in1("六"))},
			{When: when(asInstitution(), is("use", "business")), Account: "5201"},
		}},
		{Name: "thisYearCredit", Title: text("本年形成的贷方", "credit of what this year formed"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("thisYearCredit", "income")), Account: "4609"},
			{When: when(is("use", "duties")), Account: "5001"},
			{When: when(asInstitution(), is("use", "management")), Account: "5101"},
		}},
	}
}

func taxRoles() []accounting.Role {
	return []accounting.Role{
		{Name: "outputTax", Title: text("销项税额", "output tax"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("taxpayer", "small")), Account: "2101", Basis: law(system("2101 二"))},
			{When: when(is("taxpayer", "general"), is("taxMethod", "general")), Account: "2101", Detail: "应交税金（销项税额）"},
			{When: when(is("taxpayer", "general"), is("taxMethod", "simple")), Account: "2101", Detail: "简易计税"},
		}},
		{Name: "taxDue", Title: text("应缴的增值税", "VAT to be paid"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("taxpayer", "small")), Account: "2101", Basis: law(system("2101 二"))},
			{When: when(is("taxpayer", "general"), is("taxMethod", "general")), Account: "2101", Detail: "未交税金"},
			{When: when(is("taxpayer", "general"), is("taxMethod", "simple")), Account: "2101", Detail: "简易计税"},
		}},
		{Name: "retentionOwed", Title: text("扣留的质保金", "retention money"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("retention", "withinYear")), Account: "2307", Basis: law(system("2307 三(四)"), system("1601 四(一)1")), Judgement: retentionByAnalogy()},
			{When: when(is("retention", "longer")), Account: "2502", Basis: law(system("1601 四(一)1")), Judgement: retentionByAnalogy()},
		}},
	}
}

func revenueRoles() []accounting.Role {
	return []accounting.Role{
		{Name: "retainedIncome", Title: text("留用的收入", "retained revenue"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("retainedAs", "other")), Account: "4609"},
			{When: when(is("retainedAs", "rent")), Account: "4605", Basis: law(system("4605 三(一)"))},
			{When: when(is("retainedAs", "professional")), Account: "4101"},
			{When: when(is("retainedAs", "business")), Account: "4401"},
		}},
		{Name: "retainedBudget", Title: text("留用的预算收入", "retained budget revenue"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(is("retainedAs", "other", "rent")), Account: "6609"},
			{When: when(is("retainedAs", "professional")), Account: "6101"},
			{When: when(is("retainedAs", "business")), Account: "6401"},
		}},
		{Name: "money", Title: text("货币资金", "money"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("moneyPath", "bank")), Account: "1002"},
			{When: when(is("moneyPath", "cash")), Account: "1001"},
		}},
		{Name: "counterpart", Title: text("对方科目", "account on the other side"), Book: accounting.Financial, Cases: []accounting.RoleCase{
			{When: when(is("counterpart", "money")), Account: "1002"},
			{When: when(is("counterpart", "receivable")), Account: "1212"},
			{When: when(is("counterpart", "payable")), Account: "2302"},
		}},
	}
}

func balanceRoles() []accounting.Role {
	return []accounting.Role{
		{Name: "fundSpending", Title: text("使用专用基金的预算科目", "budget account of the special fund"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(is("fundSource", "saved")), Account: "8301"},
			{When: when(is("fundSource", "budgeted")), Account: "7201"},
		}},
		{Name: "openingBalance", Title: text("结转结余（年初余额调整）", "opening balance adjusted"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(is("carry", "fiscalCarried")), Account: "8101", Detail: "年初余额调整"},
			{When: when(is("carry", "fiscalSurplus")), Account: "8102", Detail: "年初余额调整"},
			{When: when(is("carry", "otherCarried")), Account: "8201", Detail: "年初余额调整"},
			{When: when(is("carry", "otherSurplus")), Account: "8202", Detail: "年初余额调整"},
		}},
		{Name: "movedBudget", Title: text("随货币资金划转的预算结余", "budget balance that moves with money"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(is("carry", "fiscalCarried")), Account: "8101", Detail: "累计结转"},
			{When: when(is("carry", "fiscalSurplus")), Account: "8102", Detail: "累计结余"},
			{When: when(is("carry", "otherCarried")), Account: "8201", Detail: "累计结转"},
			{When: when(is("carry", "otherSurplus")), Account: "8202", Detail: "累计结余"},
		}},
		{Name: "yearResult", Title: text("结转结余的本年明细", "this year's detail of the balances carried forward"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(is("yearDetail", "opening"), is("carry", "fiscalCarried")), Account: "8101", Detail: "年初余额调整"},
			{When: when(is("yearDetail", "opening"), is("carry", "fiscalSurplus")), Account: "8102", Detail: "年初余额调整"},
			{When: when(is("yearDetail", "opening"), is("carry", "otherCarried")), Account: "8201", Detail: "年初余额调整"},
			{When: when(is("yearDetail", "opening"), is("carry", "otherSurplus")), Account: "8202", Detail: "年初余额调整"},
			{When: when(is("yearDetail", "result"), is("carry", "fiscalCarried")), Account: "8101", Detail: "本年收支结转"},
			{When: when(is("yearDetail", "result"), is("carry", "otherCarried")), Account: "8201", Detail: "本年收支结转"},
		}},
		{Name: "accumulated", Title: text("其他结余的去向", "where other surplus goes"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
			{When: when(asAdministrative()), Account: "8202", Detail: "累计结余"},
			{When: when(asInstitution()), Account: "8701"},
		}},
	}
}

func quotaEnds() rule.Text {
	return text("解释5号公布后一体化单位不再使用零余额账户用款额度，以公布日前一日为止；尚未一体化的单位可替换本行",
		"from Interpretation 5 on, integrated units no longer use the zero-balance quota, which ends here on the day before; a unit not yet integrated replaces this row")
}

func retentionByAnalogy() rule.Text {
	return text("无形资产的质保金无明文，类推固定资产（1601 四(一)1）",
		"no text on retention money of intangible assets; as for fixed assets (1601 四(一)1)")
}
