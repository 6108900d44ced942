package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// facts is what the accounts of an event depend on beside its amounts. Those
// with a Judgement are choices where the law is silent; the vouchers repeat the
// sentence and the code taken.
func facts() []accounting.Fact {
	return []accounting.Fact{
		{Key: "payment", Title: text("付款方式", "form of payment"), Codes: []rule.Code{
			code("treasury", "国库集中支付，本年度指标", "treasury payment, this year's quota"),
			code("priorQuota", "国库集中支付，以前年度指标", "treasury payment, an earlier year's quota"),
			code("bank", "银行存款", "bank deposits"),
			code("zeroBalance", "零余额账户用款额度", "quota of zero-balance account"),
		}},
		{Key: "financialRules", Title: text("执行的财务规则", "financial rules followed"), Default: "own", Codes: []rule.Code{
			code("own", "按单位类型", "those of its kind of unit"),
			code("administrative", "参公单位执行《行政单位财务规则》", "an institution under civil-service rules that follows those of administrative units"),
			code("institution", "参公单位执行《事业单位财务规则》", "an institution under civil-service rules that follows those of institutions"),
		}},
		{Key: "activity", Title: text("支出的活动", "activity that spends"), Default: "professional", Codes: []rule.Code{
			code("professional", "专业业务及其辅助、行政后勤", "professional and its support, administration"),
			code("business", "经营活动", "business"),
		}},
		{Key: "use", Title: text("资产用途", "use of the asset"), Codes: []rule.Code{
			code("duties", "履职、业务活动", "duties, professional activities"),
			code("management", "行政及后勤管理（事业单位）", "management and logistics of an institution"),
			code("business", "经营活动（事业单位）", "business of an institution"),
			code("processing", "加工物品", "processing of goods"),
			code("construction", "在建工程", "construction"),
			code("research", "研究阶段的研发活动", "research"),
			code("development", "开发阶段的研发活动", "development"),
		}},
		{Key: "taxpayer", Title: text("增值税纳税人", "VAT taxpayer"), Codes: []rule.Code{
			code("general", "一般纳税人", "general taxpayer"), code("small", "小规模纳税人", "small-scale taxpayer"),
		}},
		{Key: "taxMethod", Title: text("计税方法", "method of taxation"), Default: "general", Codes: []rule.Code{
			code("general", "一般计税", "general method"), code("simple", "简易计税", "simplified method"),
		}},
		{Key: "certified", Title: text("进项税额已认证", "input tax certified"), Codes: []rule.Code{
			code("yes", "已认证", "certified"), code("no", "待认证", "not yet certified"),
		}},
		{Key: "bulk", Title: text("大批量购入", "bought in bulk"), Codes: []rule.Code{
			code("no", "非大批量", "not in bulk"), code("yes", "大批量", "in bulk"),
		}},
		{Key: "retention", Title: text("质保金期限", "term of the retention money"), Default: "withinYear", Codes: []rule.Code{
			code("withinYear", "一年以内（含一年）", "a year at most"), code("longer", "超过一年", "more than a year"),
		}},
		{Key: "fundSource", Title: text("专用基金的来源", "source of the special fund"), Codes: []rule.Code{
			code("saved", "从结余中提取", "drawn from surplus"), code("budgeted", "从预算收入中计提", "set aside from budget revenue"),
		}},
		{Key: "carry", Title: text("结转结余", "carried-forward balance"), Codes: []rule.Code{
			code("fiscalCarried", "财政拨款结转", "fiscal appropriation carried forward"),
			code("fiscalSurplus", "财政拨款结余", "fiscal appropriation surplus"),
			code("otherCarried", "非财政拨款结转", "non-fiscal funds carried forward"),
			code("otherSurplus", "非财政拨款结余", "non-fiscal surplus"),
		}},
		{Key: "origin", Title: text("盘盈资产的来源", "where the surplus came from"), Codes: []rule.Code{
			code("bought", "外购", "bought"), code("donated", "受赠", "donated"),
			code("transferred", "无偿调入", "transferred in"), code("developed", "自行研发", "own development"),
		}},
		{Key: "counterpart", Title: text("对方科目", "account on the other side"), Codes: []rule.Code{
			code("money", "收付现金", "money received or paid"), code("receivable", "应收账款", "receivable"), code("payable", "应付账款", "payable"),
		}},
		{Key: "retainedAs", Title: text("留用收入的科目（P16）", "account of retained revenue (P16)"), Codes: []rule.Code{
			code("other", "其他收入：按用量或非独占", "other revenue: by usage or not exclusive"),
			code("rent", "租金收入：独占、定期、固定费用", "rental revenue: exclusive, fixed term, fixed fee"),
			code("professional", "事业收入：本单位的专业服务", "its own professional service"),
			code("business", "经营收入：经营业务", "its line of business"),
		}, Judgement: text("条例第25条第3款将事业单位使用收入留给本级财政部门规定，科目按授权的性质选择（P16）",
			"article 25 of the Regulation leaves an institution's revenue from use to the finance department of its level; the account goes by the kind of grant (P16)")},
		{Key: "remitBasis", Title: text("上缴口径（P17）", "basis of remittance (P17)"), Default: "vatApart", Codes: []rule.Code{
			code("vatApart", "增值税分列，附加税费由预算负担", "VAT apart, surcharges from the budget"),
			code("netOfTaxes", "扣除全部税费后上缴", "net of all taxes"),
		}, Judgement: text("上缴以不含增值税的收入为准，附加税费的负担由本级规定（P17）",
			"what is remitted is revenue without VAT; who bears the surcharges is for the rules of the level (P17)")},
		{Key: "thisYearCredit", Title: text("本年自有数据按名义金额入账的贷方（P3）", "credit of own data of this year at nominal amount (P3)"), Default: "expense", Codes: []rule.Code{
			code("expense", "冲减本年费用", "against this year's expense"), code("income", "其他收入", "other revenue"),
		}, Judgement: text("本年自行形成而无成本的数据，制度只说按当年新取得处理而无贷方，比照盘盈流动资产冲减费用（P3）",
			"for own data of this year without a cost the system only says as newly acquired and names no credit; as for surplus current assets, against expense (P3)")},
		{Key: "moneyPath", Title: text("处置收支的资金", "money of a disposal"), Default: "bank", Codes: []rule.Code{
			code("bank", "银行存款", "bank deposits"), code("cash", "库存现金", "cash on hand"),
		}},
		{Key: "yearDetail", Title: text("结转结余的明细", "detail of the balances carried forward"), Codes: []rule.Code{
			code("result", "本年收支结转", "result of the year"), code("opening", "年初余额调整", "adjustment of opening balance"),
		}},
	}
}

func code(code, zh, en string) rule.Code { return rule.Code{Code: code, Title: text(zh, en)} }
