package government

import "github.com/dataasset-go/dataasset/accounting"

// inputs is the amounts that formulas name. The letters are those of the facts
// that accountants compute with: G gross, A amortised, V value, E costs.
func inputs() []accounting.Input {
	rows := [][3]string{
		{"amortisation", "本期摊销额", "amortisation of the period"},
		{"amortised", "累计摊销", "accumulated amortisation"},
		{"balance", "余额", "balance"},
		{"boot", "补价", "boot"},
		{"cash", "付现金额", "paid in money"},
		{"cost", "成本", "cost"},
		{"costs", "相关费用", "costs"},
		{"current", "本年摊销额", "amortisation of this year"},
		{"deficit", "借方余额（亏损）", "deficit"},
		{"depreciation", "固定资产折旧", "depreciation of fixed assets"},
		{"estimate", "估计价值", "estimated value"},
		{"fees", "注册费、律师费等", "registration and lawyers' fees"},
		{"final", "决算价值", "final value"},
		{"gross", "账面余额", "gross carrying amount"},
		{"investment", "其他投资", "other investment"},
		{"materials", "领用库存物品", "materials"},
		{"net", "不含税收入", "revenue without VAT"},
		{"nominal", "名义金额", "nominal amount"},
		{"paid", "本次付款", "paid now"},
		{"pay", "职工薪酬", "pay"},
		{"prepaid", "预付款", "prepaid"},
		{"prior", "以前年度摊销额（重大差错）", "amortisation of earlier years, a material error"},
		{"proceeds", "价款", "proceeds"},
		{"rent", "本期租金收入", "rent of the period"},
		{"retained", "扣留质保金", "retention money"},
		{"shared", "分摊的待摊投资", "apportioned investment"},
		{"spent", "已归集支出", "spending collected"},
		{"surcharges", "附加税费", "surcharges"},
		{"surplus", "贷方余额（盈余）", "surplus"},
		{"taxes", "相关税费", "taxes and fees"},
		{"total", "开发费总额", "total fee"},
		{"transferred", "转入待处理的进项税额转出", "input tax reversed"},
		{"unitPrice", "单价", "unit price"},
		{"unpaid", "未付款", "unpaid"},
		{"value", "价值", "value"},
		{"vat", "增值税额", "VAT"},
	}
	rows = append(rows, closingInputs()...)
	all := make([]accounting.Input, len(rows))
	for i, r := range rows {
		all[i] = accounting.Input{Name: r[0], Title: text(r[1], r[2])}
	}
	return all
}

// closingInputs is the balances that the closing of a period names.
func closingInputs() [][3]string {
	return [][3]string{
		{"fiscalIncome", "财政拨款收入", "fiscal appropriation revenue"},
		{"professionalIncome", "事业收入", "professional revenue"},
		{"businessIncome", "经营收入", "operating revenue"},
		{"outsideIncome", "非同级财政拨款收入", "appropriations from other levels"},
		{"investmentIncome", "投资收益", "investment income"},
		{"donationIncome", "捐赠收入", "donation revenue"},
		{"rentIncome", "租金收入", "rental revenue"},
		{"otherIncome", "其他收入", "other revenue"},
		{"activityExpense", "业务活动费用", "expenses of activities"},
		{"managementExpense", "单位管理费用", "administration expenses"},
		{"businessExpense", "经营费用", "operating expenses"},
		{"disposalExpense", "资产处置费用", "disposal expense"},
		{"otherExpense", "其他费用", "other expenses"},
		{"fiscalReceipts", "财政拨款预算收入", "fiscal budget revenue"},
		{"projectReceipts", "其他预算收入（专项）", "special non-fiscal budget revenue"},
		{"otherReceipts", "其他预算收入（非专项）", "other budget revenue"},
		{"professionalReceipts", "事业预算收入（非专项）", "professional budget revenue"},
		{"professionalProject", "事业预算收入（专项）", "professional budget revenue, special"},
		{"outsideReceipts", "非同级财政拨款预算收入（非专项）", "budget revenue from other levels"},
		{"outsideProject", "非同级财政拨款预算收入（专项）", "budget revenue from other levels, special"},
		{"businessReceipts", "经营预算收入", "operating budget revenue"},
		{"fiscalSpending", "财政拨款支出", "spending of fiscal appropriation"},
		{"projectSpending", "非财政专项资金支出", "spending of special funds"},
		{"otherSpending", "其他资金支出", "spending of other funds"},
		{"sundryFiscal", "其他支出（7901）中的财政拨款支出", "fiscal spending on 7901"},
		{"sundryProject", "其他支出（7901）中的专项支出", "special spending on 7901"},
		{"sundrySpending", "其他支出（7901）中的其他资金支出", "other spending on 7901"},
		{"businessSpending", "经营支出", "operating spending"},
	}
}
