package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// facts is what the accounts of an event depend on beside its amounts. Those
// with a Judgement are choices where the law is silent; the vouchers repeat the
// sentence and the code taken.
func facts() []accounting.Fact {
	return []accounting.Fact{
		{Key: "payment", Title: text("结算方式", "settlement"), Default: "bank", Codes: []rule.Code{
			code("bank", "银行存款", "bank deposits"),
			code("credit", "应收应付", "on credit"),
			code("staff", "应付职工薪酬", "employee benefits payable"),
			code("deposit", "其他应收款", "other receivables"),
		}},
		{Key: "inputTax", Title: text("进项税额", "input tax"), Default: "certified", Codes: []rule.Code{
			code("certified", "已认证，可抵扣", "certified, deductible"),
			code("pending", "待认证", "to be certified"),
			code("barred", "不得抵扣（小规模、简易计税、免税等），计入成本", "not deductible (small-scale, simplified, exempt): into cost"),
		}},
		{Key: "outputTax", Title: text("销项税额", "output tax"), Default: "general", Codes: []rule.Code{
			code("general", "一般纳税人，一般计税", "general taxpayer, general method"),
			code("simple", "一般纳税人，简易计税", "general taxpayer, simplified method"),
			code("small", "小规模纳税人", "small-scale taxpayer"),
		}},
		{Key: accounting.UseFact, Title: text("资产用途", "use of the asset"), Codes: []rule.Code{
			code("management", "自用，行政管理", "own use, administration"),
			code("mixed", "自用兼对外服务", "own use and service to others"),
			code("service", "对外提供服务（主营业务）", "service to others (main business)"),
			code("licence", "许可、出租（其他业务）", "licence, lease (other business)"),
			code("selling", "销售活动", "selling"),
			code("production", "生产产品", "production"),
			code("research", "研究、不符合条件的开发", "research, development that does not qualify"),
			code("development", "符合条件的开发", "development that qualifies"),
			code("processing", "加工数据存货", "processing of data inventories"),
		}},
		{Key: "served", Title: text("当月是否对外提供服务", "served others in the month"), Default: "no", Codes: []rule.Code{
			code("no", "当月没有服务收入", "no service revenue in the month"), code("yes", "当月有服务收入", "service revenue in the month"),
		}},
		{Key: "business", Title: text("业务类别", "line of business"), Default: "main", Codes: []rule.Code{
			code("main", "主营业务", "main business"), code("other", "其他业务", "other business"),
		}},
		{Key: "daily", Title: text("与日常活动的关系", "relation to daily activities"), Default: "yes", Codes: []rule.Code{
			code("yes", "与日常活动有关", "of daily activities"), code("no", "与日常活动无关", "not of daily activities"),
		}},
		{Key: "researchAccount", Title: text("费用化研发支出的科目", "account of expensed research and development"), Default: "own", Codes: []rule.Code{
			code("own", "6604 研发费用", "6604 research and development expenses"), code("administrative", "6602 管理费用", "6602 administrative expenses"),
		}, Judgement: text("6604 不是 2006 年附录的科目，由企业增设；未增设的计入 6602，报表均列“研发费用”",
			"6604 is not in the appendix of 2006 but added by enterprises; without it 6602, and both show as research and development expenses")},
		{Key: "grantMethod", Title: text("政府补助的方法", "method of grants"), Default: "gross", Codes: []rule.Code{
			code("gross", "总额法", "gross"), code("net", "净额法", "net"),
		}, Judgement: text("准则允许总额法或净额法，同类补助一致选用", "the standard leaves gross or net, the same for grants of a kind")},
		{Key: "measuredBy", Title: text("入账金额的来源", "where the amount comes from"), Default: "cost", Codes: []rule.Code{
			code("cost", "实际发生的成本", "cost incurred"), code("appraisal", "评估等方式得出的金额", "an appraisal or the like"),
		}},
		{Key: "expensedBefore", Title: text("支出是否已在前期费用化", "expensed in an earlier period"), Default: "no", Codes: []rule.Code{
			code("no", "未费用化", "not expensed"), code("yes", "已费用化", "expensed"),
		}},
		{Key: "stage", Title: text("研发阶段", "stage of research and development"), Default: "development", Codes: []rule.Code{
			code("development", "开发阶段", "development"), code("research", "研究阶段", "research"),
		}},
		{Key: "agreedFair", Title: text("约定价值公允", "agreed value is fair"), Codes: []rule.Code{
			code("yes", "约定价值公允，按约定价值", "fair: at the agreed value"), code("no", "约定价值不公允，按公允价值", "not fair: at fair value"),
		}},
		{Key: "capital", Title: text("股东权益的计入", "into equity"), Default: "reserve", Codes: []rule.Code{
			code("reserve", "资本公积", "capital reserve"), code("paidIn", "实收资本", "paid-in capital"),
		}, Judgement: text("无偿划转计入实收资本或资本公积，以出资人的文件为准", "a transfer free of charge goes to paid-in capital or the reserve as the owner's document says")},
		{Key: "lapseAccount", Title: text("存货失效损失的科目", "account of lapsed inventories"), Default: "nonOperating", Codes: []rule.Code{
			code("nonOperating", "营业外支出", "non-operating expenses"), code("administrative", "管理费用", "administrative expenses"),
		}, Judgement: text("规定未写失效存货的损失科目，比照无形资产转销计入营业外支出",
			"the provisions name no account for lapsed inventories; as for intangible assets written off, non-operating expenses")},
	}
}
