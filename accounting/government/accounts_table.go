package government

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Chart returns the accounts of the Government Accounting System that the life
// of a data asset touches, with the units that may use each (财会〔2021〕33号 附录),
// in both books. A unit adds its own with [accounting.Chart.With].
func Chart() *accounting.Chart { return chart() }

var chart = sync.OnceValue(func() *accounting.Chart {
	c, err := accounting.NewChart(accounts()...)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return c
})

// Who may use an account by 财会〔2021〕33号 附录. An institution run by
// civil-service rules uses either list, by the financial rule that it follows
// (解释4号 一), so that both are open to it.
func public() []rule.Entity {
	return []rule.Entity{rule.Administrative, rule.PublicInstitution, rule.CivilServiceInstitution}
}

func administrative() []rule.Entity {
	return []rule.Entity{rule.Administrative, rule.CivilServiceInstitution}
}

func institutions() []rule.Entity {
	return []rule.Entity{rule.PublicInstitution, rule.CivilServiceInstitution}
}

// lastZeroBalance is the last day of the account 零余额账户用款额度: from the day of
// 财会〔2022〕25号 on, units under the integrated budget system no longer use it.
func lastZeroBalance() calendar.Date { return calendar.MustDate(2022, 9, 20) }

// accounts is the chart in the order of the codes.
func accounts() []accounting.Account {
	all := slices.Concat(assetAccounts(), otherFinancial(), budgetary())
	for i := range all {
		if all[i].Code == "1011" {
			all[i].Effective = rule.Period{To: lastZeroBalance()}
			all[i].Basis = append(all[i].Basis, in5("一(一)"))
		}
	}
	return all
}

func assetAccounts() []accounting.Account {
	dr, cr := accounting.Debit, accounting.Credit
	return []accounting.Account{
		// 资产
		asset("1001", "库存现金", "cash on hand", dr),
		asset("1002", "银行存款", "bank deposits", dr, "受托代理资产"),
		asset("1011", "零余额账户用款额度", "quota of zero-balance account", dr),
		asset("1201", "财政应返还额度", "fiscal quota to be returned", dr, "财政直接支付", "财政授权支付"),
		asset("1212", "应收账款", "accounts receivable", dr),
		asset("1214", "预付账款", "prepayments", dr, "预付备料款", "预付工程款", "其他预付款"),
		asset("1218", "其他应收款", "other receivables", dr),
		asset("1302", "库存物品", "inventories", dr),
		asset("1303", "加工物品", "goods in process", dr, "自制物品", "委托加工物品"),
		of(institutions, asset("1501", "长期股权投资", "long-term equity investments", dr)),
		asset("1601", "固定资产", "fixed assets", dr),
		asset("1602", "固定资产累计折旧", "accumulated depreciation of fixed assets", cr),
		asset("1613", "在建工程", "construction in progress", dr, "建筑安装工程投资", "设备投资", "待摊投资", "其他投资", "待核销基建支出", "基建转出投资"),
		element(accounting.Cost, asset("1701", "无形资产", "intangible assets", dr)),
		element(accounting.Amortisation, asset("1702", "无形资产累计摊销", "accumulated amortisation of intangible assets", cr)),
		only(asset("1703", "研发支出", "research and development expenditure", dr, "研究支出", "开发支出")),
		asset("1891", "受托代理资产", "assets held in trust", dr),
		asset("1901", "长期待摊费用", "long-term deferred expenses", dr),
		asset("1902", "待处理财产损溢", "assets pending disposal", dr, "待处理财产价值", "处理净收入"),
	}
}

func otherFinancial() []accounting.Account {
	return []accounting.Account{
		// 负债
		liability("2101", "应交增值税", "value-added tax payable",
			"应交税金（进项税额）", "应交税金（已交税金）", "应交税金（转出未交增值税）", "应交税金（减免税款）", "应交税金（销项税额）",
			"应交税金（进项税额转出）", "应交税金（转出多交增值税）", "未交税金", "预交税金", "待抵扣进项税额", "待认证进项税额",
			"待转销项税额", "简易计税", "转让金融商品应交增值税", "代扣代交增值税"),
		liability("2102", "其他应交税费", "other taxes payable"),
		liability("2103", "应缴财政款", "payable to the treasury"),
		liability("2201", "应付职工薪酬", "employee benefits payable"),
		liability("2302", "应付账款", "accounts payable"),
		of(institutions, liability("2305", "预收账款", "receipts in advance")),
		liability("2307", "其他应付款", "other payables"),
		liability("2401", "预提费用", "accrued expenses", "项目间接费用或管理费"),
		liability("2502", "长期应付款", "long-term payables"),
		liability("2901", "受托代理负债", "liabilities for assets held in trust"),

		// 净资产
		netAsset("3001", "累计盈余", "accumulated surplus"),
		of(institutions, netAsset("3101", "专用基金", "special funds")),
		netAsset("3301", "本期盈余", "surplus of the period"),
		netAsset("3302", "本年盈余分配", "distribution of the year's surplus"),
		netAsset("3401", "无偿调拨净资产", "net assets transferred without compensation"),
		netAsset("3501", "以前年度盈余调整", "prior-year surplus adjustment"),

		// 收入
		income("4001", "财政拨款收入", "fiscal appropriation revenue"),
		of(institutions, income("4101", "事业收入", "revenue from institutional activities")),
		of(institutions, income("4401", "经营收入", "operating revenue")),
		income("4601", "非同级财政拨款收入", "appropriations from other levels of finance"),
		of(institutions, income("4602", "投资收益", "investment income")),
		income("4603", "捐赠收入", "donation revenue"),
		income("4605", "租金收入", "rental revenue"),
		income("4609", "其他收入", "other revenue"),

		// 费用
		expense("5001", "业务活动费用", "expenses of activities"),
		of(institutions, expense("5101", "单位管理费用", "administration expenses")),
		of(institutions, expense("5201", "经营费用", "operating expenses")),
		expense("5301", "资产处置费用", "asset disposal expense"),
		expense("5901", "其他费用", "other expenses"),
	}
}

func budgetary() []accounting.Account {
	dr, cr := accounting.Debit, accounting.Credit
	return []accounting.Account{
		// 预算收入
		budgetIncome("6001", "财政拨款预算收入", "budget revenue from fiscal appropriation"),
		of(institutions, budgetIncome("6101", "事业预算收入", "budget revenue from institutional activities")),
		of(institutions, budgetIncome("6401", "经营预算收入", "operating budget revenue")),
		budgetIncome("6601", "非同级财政拨款预算收入", "budget revenue from other levels of finance"),
		budgetIncome("6609", "其他预算收入", "other budget revenue"),

		// 预算支出
		of(administrative, spending("7101", "行政支出", "administrative expenditure")),
		of(institutions, spending("7201", "事业支出", "institutional expenditure")),
		of(institutions, spending("7301", "经营支出", "operating expenditure")),
		of(institutions, spending("7601", "投资支出", "investment expenditure")),
		of(institutions, spending("7701", "债务还本支出", "debt repayment expenditure")),
		spending("7901", "其他支出", "other expenditure"),

		// 预算结余
		only(balance("8001", "资金结存", "fund balance", dr, "零余额账户用款额度", "货币资金", "财政应返还额度")),
		only(balance("8101", "财政拨款结转", "fiscal appropriation carried forward", cr,
			"年初余额调整", "归集调入", "归集调出", "归集上缴", "单位内部调剂", "本年收支结转", "累计结转")),
		only(balance("8102", "财政拨款结余", "fiscal appropriation surplus", cr,
			"年初余额调整", "归集上缴", "单位内部调剂", "结转转入", "累计结余")),
		only(balance("8201", "非财政拨款结转", "non-fiscal funds carried forward", cr,
			"年初余额调整", "缴回资金", "项目间接费用或管理费", "本年收支结转", "累计结转")),
		only(balance("8202", "非财政拨款结余", "non-fiscal surplus", cr,
			"年初余额调整", "项目间接费用或管理费", "结转转入", "累计结余")),
		of(institutions, balance("8301", "专用结余", "special surplus", cr)),
		of(institutions, balance("8401", "经营结余", "operating surplus", cr)),
		balance("8501", "其他结余", "other surplus", cr),
		of(institutions, balance("8701", "非财政拨款结余分配", "distribution of non-fiscal surplus", cr)),
	}
}

func account(code, zh, en string, normal accounting.Side, book accounting.Book, class accounting.Class, details []string) accounting.Account {
	a := accounting.Account{
		Code: code, Name: text(zh, en), Book: book, Normal: normal, Class: class,
		Entities: public(), Basis: []rule.Clause{system(code), in4("附录")},
	}
	for _, d := range details {
		a.Details = append(a.Details, accounting.Detail{Name: text(d, detailNames()[d])})
	}
	return a
}

func asset(code, zh, en string, normal accounting.Side, details ...string) accounting.Account {
	return account(code, zh, en, normal, accounting.Financial, accounting.Assets, details)
}

func liability(code, zh, en string, details ...string) accounting.Account {
	return account(code, zh, en, accounting.Credit, accounting.Financial, accounting.Liabilities, details)
}

func netAsset(code, zh, en string) accounting.Account {
	return account(code, zh, en, accounting.Credit, accounting.Financial, accounting.NetAssets, nil)
}

func income(code, zh, en string) accounting.Account {
	return account(code, zh, en, accounting.Credit, accounting.Financial, accounting.Income, nil)
}

func expense(code, zh, en string) accounting.Account {
	return account(code, zh, en, accounting.Debit, accounting.Financial, accounting.Expense, nil)
}

func budgetIncome(code, zh, en string) accounting.Account {
	return account(code, zh, en, accounting.Credit, accounting.Budgetary, accounting.BudgetIncome, nil)
}

func spending(code, zh, en string) accounting.Account {
	return account(code, zh, en, accounting.Debit, accounting.Budgetary, accounting.BudgetSpending,
		[]string{"财政拨款支出", "非财政专项资金支出", "其他资金支出"})
}

func balance(code, zh, en string, normal accounting.Side, details ...string) accounting.Account {
	return account(code, zh, en, normal, accounting.Budgetary, accounting.BudgetBalance, details)
}

// of limits an account to kinds of unit.
func of(who func() []rule.Entity, a accounting.Account) accounting.Account {
	a.Entities = who()
	return a
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
		"受托代理资产": "held in trust", "财政直接支付": "direct payment", "财政授权支付": "authorised payment",
		"预付备料款": "advances for materials", "预付工程款": "advances for works", "其他预付款": "other advances",
		"自制物品": "own make", "委托加工物品": "commissioned",
		"建筑安装工程投资": "construction and installation", "设备投资": "equipment", "待摊投资": "to be apportioned",
		"其他投资": "other investment", "待核销基建支出": "to be written off", "基建转出投资": "transferred out",
		"研究支出": "research", "开发支出": "development", "待处理财产价值": "value pending disposal", "处理净收入": "net proceeds of disposal",
		"应交税金（进项税额）": "tax payable (input)", "应交税金（已交税金）": "tax payable (paid)",
		"应交税金（转出未交增值税）": "tax payable (unpaid, transferred out)", "应交税金（减免税款）": "tax payable (relief)",
		"应交税金（销项税额）": "tax payable (output)", "应交税金（进项税额转出）": "tax payable (input reversed)",
		"应交税金（转出多交增值税）": "tax payable (overpaid, transferred out)", "未交税金": "tax unpaid", "预交税金": "tax prepaid",
		"待抵扣进项税额": "input tax to be deducted", "待认证进项税额": "input tax to be certified", "待转销项税额": "output tax deferred",
		"简易计税": "simplified method", "转让金融商品应交增值税": "tax on financial products", "代扣代交增值税": "tax withheld",
		"项目间接费用或管理费": "indirect or management costs of projects",
		"财政拨款支出":     "from fiscal appropriation", "非财政专项资金支出": "from special non-fiscal funds", "其他资金支出": "from other funds",
		"零余额账户用款额度": "quota of zero-balance account", "货币资金": "monetary funds", "财政应返还额度": "fiscal quota to be returned",
		"年初余额调整": "adjustment of opening balance", "归集调入": "pooled in", "归集调出": "pooled out", "归集上缴": "pooled and remitted",
		"单位内部调剂": "reallocated within the unit", "本年收支结转": "result of the year", "累计结转": "accumulated, carried forward",
		"累计结余": "accumulated surplus", "结转转入": "transferred from carried forward", "缴回资金": "returned funds",
	}
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }
