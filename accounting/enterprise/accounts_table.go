package enterprise

import (
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// Chart returns the accounts of enterprises that the life of data resources
// touches (财会〔2006〕18号 附录 and what was added since). Its codes are not those
// of the government system, even where the digits are the same: 5101 is 制造费用
// here. An enterprise adds its own with [accounting.Chart.With].
func Chart() *accounting.Chart { return chart() }

var chart = sync.OnceValue(func() *accounting.Chart {
	c, err := accounting.NewChart(accounts()...)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return c
})

func accounts() []accounting.Account {
	dr, cr := accounting.Debit, accounting.Credit
	cost, impairment := accounting.Cost, accounting.Impairment
	return []accounting.Account{
		// 资产
		assetAccount("1002", "银行存款", "bank deposits", dr),
		assetAccount("1122", "应收账款", "accounts receivable", dr),
		assetAccount("1221", "其他应收款", "other receivables", dr),
		assetAccount("1231", "坏账准备", "allowance for doubtful accounts", cr),
		element(cost, assetAccount("1405", "库存商品", "finished goods", dr)),
		element(cost, assetAccount("1406", "发出商品", "goods dispatched", dr)),
		element(impairment, assetAccount("1471", "存货跌价准备", "provision for decline in value of inventories", cr)),
		element(cost, assetAccount("1481", "持有待售资产", "assets held for sale", dr)),
		element(impairment, assetAccount("1482", "持有待售资产减值准备", "impairment of assets held for sale", cr)),
		element(cost, assetAccount("1701", "无形资产", "intangible assets", dr)),
		element(accounting.Amortisation, assetAccount("1702", "累计摊销", "accumulated amortisation", cr)),
		element(impairment, assetAccount("1703", "无形资产减值准备", "impairment of intangible assets", cr)),
		assetAccount("1811", "递延所得税资产", "deferred tax assets", dr),

		// 负债
		liability("2202", "应付账款", "accounts payable", cr),
		liability("2203", "预收账款", "advances from customers", cr),
		liability("2205", "合同负债", "contract liabilities", cr),
		liability("2211", "应付职工薪酬", "employee benefits payable", cr),
		only(liability("2221", "应交税费", "taxes payable", cr,
			"应交增值税", "应交增值税（进项税额）", "应交增值税（销项税额）", "应交增值税（进项税额转出）", "应交增值税（转出未交增值税）", "应交增值税（已交税金）",
			"未交增值税", "待认证进项税额", "待转销项税额", "简易计税",
			"应交城市维护建设税", "应交教育费附加", "应交地方教育附加", "应交印花税", "应交企业所得税")),
		liability("2401", "递延收益", "deferred income", cr),
		liability("2701", "长期应付款", "long-term payables", cr),
		liability("2702", "未确认融资费用", "unrecognised finance charges", dr),
		liability("2901", "递延所得税负债", "deferred tax liabilities", cr),

		// 所有者权益
		equity("4001", "实收资本", "paid-in capital"),
		equity("4002", "资本公积", "capital reserve"),
		equity("4103", "本年利润", "profit of the year"),
		equity("4104", "利润分配", "distribution of profit"),

		// 成本
		expense("5101", "制造费用", "manufacturing overhead"),
		only(assetAccount("5301", "研发支出", "research and development expenditure", dr, "费用化支出", "资本化支出")),

		// 损益
		income("6001", "主营业务收入", "main business revenue"),
		income("6051", "其他业务收入", "other business revenue"),
		income("6111", "投资收益", "investment income"),
		income("6115", "资产处置损益", "gains and losses on disposal of assets"),
		income("6117", "其他收益", "other income"),
		income("6301", "营业外收入", "non-operating income"),
		expense("6401", "主营业务成本", "main business cost"),
		expense("6402", "其他业务成本", "other business cost"),
		expense("6403", "税金及附加", "taxes and surcharges"),
		expense("6601", "销售费用", "selling expenses"),
		expense("6602", "管理费用", "administrative expenses"),
		expense("6603", "财务费用", "finance expenses"),
		expense("6604", "研发费用", "research and development expenses"),
		expense("6701", "资产减值损失", "impairment losses on assets"),
		expense("6711", "营业外支出", "non-operating expenses"),
		expense("6801", "所得税费用", "income tax expense"),
		expense("6901", "以前年度损益调整", "adjustments of profit and loss of earlier years"),
	}
}

func account(code, zh, en string, normal accounting.Side, class accounting.Class, details []string) accounting.Account {
	a := accounting.Account{
		Code: code, Name: text(zh, en), Book: accounting.Financial, Normal: normal, Class: class,
		Entities: units(), Basis: law(basisOf(code)),
	}
	for _, d := range details {
		a.Details = append(a.Details, accounting.Detail{Name: text(d, detailNames()[d])})
	}
	return a
}

// units is who keeps these accounts: enterprises, and institutions that follow
// the enterprise system (国务院令第738号 第58条).
func units() []rule.Entity { return []rule.Entity{rule.Enterprise, rule.PublicInstitution} }

// basisOf is where an account comes from: the appendix, or what added it.
func basisOf(code string) rule.Clause {
	switch code {
	case "1481", "1482":
		return rule.In("企业会计准则第42号应用指南", code)
	case "6115", "6117", "6604":
		return rule.In("财会〔2019〕6号", code)
	}
	return guide("附录 " + code)
}

func assetAccount(code, zh, en string, normal accounting.Side, details ...string) accounting.Account {
	return account(code, zh, en, normal, accounting.Assets, details)
}

func liability(code, zh, en string, normal accounting.Side, details ...string) accounting.Account {
	return account(code, zh, en, normal, accounting.Liabilities, details)
}

func equity(code, zh, en string) accounting.Account {
	return account(code, zh, en, accounting.Credit, accounting.NetAssets, nil)
}

func income(code, zh, en string) accounting.Account {
	return account(code, zh, en, accounting.Credit, accounting.Income, nil)
}

func expense(code, zh, en string) accounting.Account {
	return account(code, zh, en, accounting.Debit, accounting.Expense, nil)
}

// only limits an account to its prescribed detail accounts.
func only(a accounting.Account) accounting.Account {
	a.DetailsOnly = true
	return a
}

func element(e accounting.Element, a accounting.Account) accounting.Account {
	a.Element = e
	return a
}

// detailNames is the English of the prescribed detail accounts.
func detailNames() map[string]string {
	return map[string]string{
		"应交增值税": "VAT payable", "应交增值税（进项税额）": "VAT payable (input)", "应交增值税（销项税额）": "VAT payable (output)",
		"应交增值税（进项税额转出）": "VAT payable (input reversed)", "应交增值税（转出未交增值税）": "VAT payable (unpaid, transferred out)",
		"应交增值税（已交税金）": "VAT payable (paid)", "未交增值税": "VAT unpaid", "待认证进项税额": "input VAT to be certified",
		"待转销项税额": "output VAT deferred", "简易计税": "VAT by the simplified method",
		"应交城市维护建设税": "urban maintenance and construction tax", "应交教育费附加": "education surcharge",
		"应交地方教育附加": "local education surcharge", "应交印花税": "stamp duty", "应交企业所得税": "enterprise income tax",
		"费用化支出": "expensed", "资本化支出": "capitalised",
	}
}
