package enterprise

import "github.com/dataasset-go/dataasset/accounting"

// inputs is the amounts that formulas name. Revenue, price and cost are without
// VAT; net is what is sold for before tax.
func inputs() []accounting.Input {
	rows := [][3]string{
		{"allowance", "坏账准备", "allowance for doubtful accounts"},
		{"amortisation", "领用资产的摊销", "amortisation of assets used"},
		{"amortised", "累计摊销", "accumulated amortisation"},
		{"boot", "补价", "boot"},
		{"borrowing", "借款费用", "borrowing costs"},
		{"capital", "享有注册资本的份额", "share of registered capital"},
		{"carrying", "账面价值", "carrying amount"},
		{"certification", "权属鉴证、质量评估、登记结算、安全管理等费用", "certification, quality assessment, registration, security"},
		{"claim", "债权账面余额", "gross amount of the claim"},
		{"construction", "城市维护建设税", "urban maintenance and construction tax"},
		{"cost", "成本、账面原值", "cost"},
		{"costs", "相关税费", "related costs"},
		{accounting.InputCurrent, "本年摊销", "amortisation of this year"},
		{"decrease", "减少额", "decrease"},
		{"education", "教育费附加", "education surcharge"},
		{"expense", "费用支出", "expense"},
		{"fair", "公允价值", "fair value"},
		{"grant", "补助金额", "grant"},
		{"impaired", "减值准备", "impairment"},
		{"increase", "增加额", "increase"},
		{"insurance", "保险费", "insurance"},
		{"interest", "未确认融资费用摊销", "finance charge of the period"},
		{"local", "地方教育附加", "local education surcharge"},
		{"loss", "损失、减值额", "loss"},
		{"net", "不含税价款", "price before tax"},
		{"nominal", "名义金额", "nominal amount"},
		{"overhead", "制造费用", "manufacturing overhead"},
		{"paid", "付款", "paid"},
		{"pay", "职工薪酬", "employee benefits"},
		{"present", "购买价款的现值", "present value of the price"},
		{"price", "购买价款", "price"},
		{accounting.InputPrior, "以前年度摊销", "amortisation of earlier years"},
		{"processing", "脱敏、清洗、标注、整合、分析、可视化等加工支出", "masking, cleaning, labelling, integration, analysis, visualisation"},
		{"provision", "跌价准备、持有待售减值准备", "provision"},
		{"received", "收款", "received"},
		{"recovery", "转回额", "reversal"},
		{"spent", "已归集支出", "spending collected"},
		{"tax", "税额", "tax"},
		{"taxes", "计入成本的相关税费", "taxes and fees in cost"},
		{"total", "应付款总额", "total payable"},
		{"unpaid", "未付款", "unpaid"},
		{"value", "入账价值", "value"},
		{"vat", "增值税额", "VAT"},
	}
	all := make([]accounting.Input, len(rows))
	for i, r := range rows {
		all[i] = accounting.Input{Name: r[0], Title: text(r[1], r[2])}
	}
	return all
}
