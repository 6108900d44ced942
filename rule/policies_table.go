package rule

import "slices"

// policies is the questions that the texts leave open, each with its default.
func policies() []Policy {
	return slices.Concat(bookingPolicies(), filingPolicies(), treasuryPolicies(), registrationPolicies(), controlPolicies())
}

// What several policies rest on.
const (
	governmentSystem = "财会〔2017〕25号"
	stateAssetRules  = "国务院令第738号"
)

// keyed is clauses of the Guangxi plan.
func keyed(keys ...string) []Clause {
	all := make([]Clause, len(keys))
	for i, k := range keys {
		all[i] = GX(k)
	}
	return all
}

// bookingPolicies is P1 to P7: whether and how data come into the books, and how they are amortised.
func bookingPolicies() []Policy {
	return []Policy{
		{
			"P1",
			Text{"成本无法可靠计量的自有数据是否入账", "are own data without a reliable cost booked at all"},
			[]Text{{"按名义金额", "at nominal amount"}, {"仅备查", "memorandum only"}},
			Text{"按名义金额", "at nominal amount"},
			Text{"四(四)指向名义金额；“可”使备查亦合规，备查始终允许但须写明理由", "四(四) points there; “可” keeps the memorandum lawful, always with a reason"},
			keyed("4.4.2"),
		},
		{
			"P2",
			Text{"以前年度形成的数据按名义金额入账的贷方", "credit of nominal amount for data formed in earlier years"},
			[]Text{{"1902→3501→3001", "1902→3501→3001"}, {"直接贷记3001", "3001 at once"}, {"不予转出", "refused"}},
			Text{"1902→3501→3001", "1902→3501→3001"},
			Text{"1902 四(二)1(2)、3501 二(三)；两种做法最终均入3001", "1902 四(二)1(2), 3501 二(三); both ways end in 3001"},
			append(keyed("4.4.2"), In(governmentSystem, "1902 四(二)1(2)"), In(governmentSystem, "3501 二(三)")),
		},
		{
			"P3",
			Text{"本年形成的数据按名义金额入账的贷方", "credit of nominal amount for data formed this year"},
			[]Text{{"5001（5101）", "5001 (5101)"}, {"4609", "4609"}, {"留在1902", "held in 1902"}},
			Text{"5001（5101）", "5001 (5101)"},
			Text{"同一段对流动资产盘盈的规定；不凭空产生收入", "the same paragraph's rule for current assets; no income out of nothing"},
			append(keyed("4.4.2"), In(governmentSystem, "1902 四(二)1(2)")),
		},
		{
			"P4",
			Text{"持续增长的系列形成于哪一年", "in which year a growing series was formed"},
			[]Text{{"首次采集", "first collection"}, {"首次完整", "first completeness"}, {"清查当年", "year of the sweep"}},
			Text{"首次采集", "first collection"},
			Text{"多数系列早于试点，由此避免P3", "most series predate the pilot, which avoids P3"},
			keyed("4.4.2"),
		},
		{
			"P5",
			Text{"名义金额如何转为成本", "how nominal amount becomes cost"},
			[]Text{
				{"以前年度凭据：3501", "evidence of an earlier year: 3501"},
				{"本年凭据：5001", "evidence of this year: 5001"},
				{"真实的后续支出：增加成本", "real new spending: an addition"},
				{"新规定：其衔接办法", "a new rule: its transition"},
			},
			Text{"按凭据所属年度，依此顺序", "by the year of the evidence, in this order"},
			Text{"类推解释4号 二(二)；只认有凭据的历史成本，不认评估；本年费用转回本年费用", "Interpretation 4 二(二) by analogy; only historical cost with vouchers, never appraisal; this year's expense goes back to this year's"},
			append(keyed("4.4.3"), In("财会〔2021〕33号", "二(二)")),
		},
		{
			"P6",
			Text{"名义金额转成本后如何摊销", "amortisation after nominal amount becomes cost"},
			[]Text{{"自调整当月起，在剩余年限内", "from the month of the adjustment over the remaining life"}, {"补提", "with catch-up"}, {"使用寿命不确定的不摊销", "none where the life is indefinite"}},
			Text{"自调整当月起，不补提", "from the month of the adjustment, no catch-up"},
			Text{"解释4号 二(二)：已提不调", "Interpretation 4 二(二): what was charged is not adjusted"},
			append(keyed("4.4.3"), In("财会〔2021〕33号", "二(二)")),
		},
		{
			"P7",
			Text{"摊销的起止月份", "first and last month of amortisation"},
			[]Text{{"取得当月起，处置当月不摊", "from the month of acquisition, none in the month of disposal"}, {"取得次月起", "from the next month"}},
			Text{"取得当月起，处置当月不摊", "from the month of acquisition, none in the month of disposal"},
			Text{"惯例；准则4号未规定，每个摊销计划均可另设", "custom; Standard 4 is silent, and every schedule may choose otherwise"},
			append(keyed("4.4.1"), In("财会〔2016〕12号", "第18条")),
		},
	}
}

// filingPolicies is P8 to P14: dates, and what is filed when.
func filingPolicies() []Policy {
	return []Policy{
		{
			"P8",
			Text{"固定日期（“5月底前”）逢休息日", "a fixed date (“5月底前”) on a rest day"},
			[]Text{{"依原文", "as written"}, {"顺延（民法典203）", "rolls forward (民法典 203)"}, {"提前至前一工作日", "the last working day before"}},
			Text{"依原文，同时示此前最后一个工作日", "as written, with the last working day before it shown"},
			Text{"是日期而非期间；从严理解不会使任何单位逾期", "a date, not a period; the cautious reading never makes anyone late"},
			append(keyed("4.2.1"), In("民法典", "第203条")),
		},
		{
			"P9",
			Text{"无收入的季度", "a quarter without receipts"},
			[]Text{{"无义务", "no duty"}, {"零备案", "nil filing"}},
			Text{"无义务，示为“未触发”", "no duty, shown as “not triggered”"},
			Text{"“分次获得收入”才触发", "“分次获得收入” is the trigger"},
			keyed("4.6.4"),
		},
		{
			"P10",
			Text{"“获得”收入的时点", "when revenue is received (“获得”)"},
			[]Text{{"到单位账户", "money in the unit's account"}, {"入库", "treasury receipt"}, {"权责发生", "accrual"}, {"签约", "contract"}},
			Text{"到账或入库先者；非货币以取得控制为准", "the first of bank and treasury receipt; what is not cash, when control is gained"},
			Text{"备案随资金；按权责发生可能备案永不到账的收入", "filing follows money; accrual would file what may never come"},
			keyed("4.6.3"),
		},
		{
			"P11",
			Text{"一次性还是分次", "one-off or in instalments"},
			[]Text{{"按协议", "by agreement"}, {"按实际付款", "by actual payments"}},
			Text{"按协议；入门费与分期费分开", "by agreement; an entry fee and a periodic fee are split"},
			Text{"两部分适用两种期限", "two terms for two parts"},
			keyed("4.6.3", "4.6.4"),
		},
		{
			"P12",
			Text{"企业事项的“完成”", "when an enterprise's matter is completed"},
			[]Text{
				{"使用：结算日", "use: settlement date"},
				{"出售：交付且价款确定，或签约", "sale: delivery and price settled, or contract"},
				{"质押：登记或放款", "pledge: registration, or loan drawn"},
				{"增信：合同生效", "credit enhancement: contract in force"},
			},
			Text{"结算；交付或交易凭证先者；登记；合同生效", "settlement; delivery or exchange certificate, the earlier; registration; contract in force"},
			Text{"民法典444、445条：权利质权自登记时设立；取最早的稳妥日期", "民法典 444, 445: a pledge of rights arises on registration; the earliest safe date wins"},
			append(keyed("4.6.5"), In("民法典", "第444条"), In("民法典", "第445条")),
		},
		{
			"P13",
			Text{"企业大量小额使用收入", "an enterprise's many small receipts from use"},
			[]Text{{"逐笔", "each"}, {"按月结算", "monthly settlement"}, {"按季", "quarter"}},
			Text{"按月结算", "monthly settlement"},
			Text{"方案未给企业季度口径，逐次调用无法逐笔备案", "the text gives enterprises no quarter, and each call cannot be filed"},
			keyed("4.6.5"),
		},
		{
			"P14",
			Text{"备案期限是否扣除广西三月三", "does Guangxi's 三月三 count in filing terms"},
			[]Text{{"广西日历", "Guangxi's calendar"}, {"全国日历", "the nation's calendar"}, {"从严", "the stricter"}},
			Text{"受理机关在广西的按广西日历，不在的按全国日历；两个日期均示，仅按全国日历逾期的提示", "Guangxi's where the addressee sits there, the nation's where not; both dates shown, “late by the national calendar only” a note"},
			Text{"令第98号：自治区全体公民放假，受理机关不上班", "Order 98: a public holiday for all in the region; the addressee is shut"},
			append(keyed("4.6.3"), In("广西壮族自治区人民政府令第98号", "")),
		},
	}
}

// treasuryPolicies is P15 to P18: treasury, and who approves.
func treasuryPolicies() []Policy {
	return []Policy{
		{
			"P15",
			Text{"行政单位有偿授权的收入", "paid authorisation by an administrative unit"},
			[]Text{{"仅2103", "2103 only"}},
			Text{"仅2103；拒绝4605、4609", "2103 only; 4605 and 4609 are refused"},
			Text{"条例25条；财资〔2024〕1号", "Regulation art. 25; 财资〔2024〕1号"},
			append(keyed("4.6.2"), In(stateAssetRules, "第25条"), In("财资〔2024〕1号", "")),
		},
		{
			"P16",
			Text{"事业单位的使用收入", "a public institution's revenue from use"},
			[]Text{{"上缴2103", "remitted through 2103"}, {"留用4609", "retained in 4609"}, {"留用4605", "retained in 4605"}, {"4101", "4101"}, {"4401", "4401"}, {"按比例", "by ratio"}},
			Text{
				"上缴，直至指明本级文件；其后：独占定期固定费用4605直线法，按量或非独占4609，专业服务4101，经营4401",
				"remitted until the caller names the document of the level; then: exclusive fixed-term fixed fee 4605 straight-line, usage or non-exclusive 4609, professional service 4101, business line 4401",
			},
			Text{"条例25条第3款留给本级财政部门规定；不推定留用", "Regulation art. 25 para 3 leaves it to the finance department of the level; retention is never guessed"},
			append(keyed("4.6.2"), In(stateAssetRules, "第25条")),
		},
		{
			"P17",
			Text{"上缴含税还是不含税，如何收缴", "remitted gross or net of taxes, and how it is collected"},
			[]Text{{"增值税除外、附加税费不扣", "VAT apart, surcharges not deducted"}, {"扣除全部税费", "net of all taxes"}, {"经单位账户", "via the unit's account"}, {"直缴国库", "straight to the treasury"}},
			Text{"增值税除外，附加由预算负担；经单位账户", "VAT apart, surcharges from budget; via the unit's account"},
			Text{"2103 一第2段；其余由本级规定", "2103 一 second paragraph; the rest is the level's rule"},
			append(keyed("4.6.2"), In(governmentSystem, "2103 一")),
		},
		{
			"P18",
			Text{"申请人即审批人（财政厅、市财政局）", "applicant is approver (region finance department, city bureau)"},
			[]Text{{"允许", "allowed"}, {"提示", "warned of"}, {"须有政府的决定", "the government's decision is required"}},
			Text{"市、县须记录其他机关的决定；自治区财政厅为持有人时仅提示", "a city or county records another body's decision; the region finance department as holder is only warned"},
			Text{"任何人不得自批；法律未规定", "nobody approves himself; the law is silent"},
			keyed("4.5.2"),
		},
	}
}

// registrationPolicies is P19 to P24: registration, recognition, and the end of the pilot.
func registrationPolicies() []Policy {
	return []Policy{
		{
			"P19",
			Text{"何种变化须变更登记", "which change needs an alteration"},
			[]Text{{"任何字段", "any field"}, {"列名字段", "named fields"}, {"达到幅度", "a threshold"}},
			Text{"权利、持有人、来源、范围、共享、安全级别、授权、科目、金额：一律；规模±20%；日常更新不需", "rights, holder, source, scope, sharing, security level, authorisation, account, amount: always; scale from ±20 %; routine updates never"},
			Text{"方案为“相关信息发生变化”；每日更新不能每日登记", "the plan says “相关信息发生变化”; a daily feed cannot register daily"},
			keyed("4.3.4"),
		},
		{
			"P20",
			Text{"核算单元", "unit of account"},
			[]Text{{"系统", "system"}, {"主题系列", "theme series"}, {"数据表", "table"}},
			Text{"同一来源、同一规则的主题系列；新年度为增加，不是新资产", "a theme series with one source and one set of rights; new years are additions, not assets"},
			Text{"每项名义金额1元，使资产个数成为报表数字", "one nominal yuan an asset makes the count a figure in the statements"},
			keyed("4.1.3"),
		},
		{
			"P21",
			Text{"登记有效期“自…之日起”", "validity “自…之日起”"},
			[]Text{{"当日为第一日", "that day is the first"}, {"民法典201", "民法典 201"}},
			Text{"当日为第一日：2026-03-13赋码，至2029-03-12，2029-01-11起可续", "that day is the first: coded 2026-03-13, to 2029-03-12, renewal from 2029-01-11"},
			Text{"证书的惯例", "the custom of certificates"},
			[]Clause{In("发改数据规〔2025〕26号", "第15条")},
		},
		{
			"P22",
			Text{"企业确认数据资产是否须“履职或公共服务”", "does an enterprise's asset need “履职或公共服务”"},
			[]Text{{"须", "it does"}, {"任何合法持有", "any lawful holding"}},
			Text{"任何合法持有；以公共服务标记公共数据", "any lawful holding; public service marks public data"},
			Text{"四(七)：“可基于本单位持有数据”", "四(七): “可基于本单位持有数据”"},
			keyed("4.1.2", "4.7.5"),
		},
		{
			"P23",
			Text{"总结所指的“完成”", "when the pilot is “completed” for the closing summary"},
			[]Text{{"2026-12-31", "2026-12-31"}, {"单位宣布完成之日，如更早", "the day the unit declares it, if earlier"}},
			Text{"以先者为准；2027年通知公布前为暂定", "the earlier; provisional until the notice of 2027"},
			Text{"五(一)“试点工作完成后1个月内”", "五(一) “试点工作完成后1个月内”"},
			keyed("5.1.2"),
		},
		{
			"P24",
			Text{"试点期满后2026年第四季度的报告和备案", "the report and the filing of 2026Q4 after the pilot's end"},
			[]Text{{"应报", "due"}, {"不再报", "lapse"}},
			Text{"应报", "due"},
			Text{"该季度在试点期内", "the quarter lies inside the pilot"},
			keyed("5.1.1", "4.6.4"),
		},
	}
}

// controlPolicies is P25 to P30: assessment, life, appraisal, reports of others, errors.
func controlPolicies() []Policy {
	return []Policy{
		{
			"P25",
			Text{"对外授权前的“评估”", "the “评估” before outside use"},
			[]Text{{"安全评估", "security"}, {"价值评估", "value"}, {"两者", "both"}},
			Text{"安全评估一律；有偿且按评估定价，或属第36条情形的，另作价值评估", "security always; value when paid and priced by appraisal, or where art. 36 applies"},
			Text{"一词两义", "two meanings in one word"},
			append(keyed("5.3.2"), In(stateAssetRules, "第36条")),
		},
		{
			"P26",
			Text{"授权运营“定期”评估的间隔", "interval of the “periodic” evaluation"},
			[]Text{{"6个月", "6 months"}, {"12个月", "12 months"}, {"24个月", "24 months"}},
			Text{"12个月", "12 months"},
			Text{"与年度信息披露和价格报告一致", "fits the yearly disclosure and the yearly price report"},
			keyed("4.5.5"),
		},
		{
			"P27",
			Text{"持续更新的数据集的使用寿命", "useful life of a set that is updated all the time"},
			[]Text{{"确定", "definite"}, {"不确定", "indefinite"}},
			Text{"无默认：须写明理由；不确定的不摊销，每年复核", "no default: a reason is required; indefinite: not amortised, reviewed each year"},
			Text{"准则4号 15、17、20条", "Standard 4 arts. 15, 17, 20"},
			append(keyed("4.4.1"), In("财会〔2016〕12号", "第15条"), In("财会〔2016〕12号", "第17条"), In("财会〔2016〕12号", "第20条")),
		},
		{
			"P28",
			Text{"盘盈按评估价值", "a surplus measured by appraisal"},
			[]Text{{"不采用", "refused"}, {"仅成本法", "cost method only"}, {"任何方法", "any method"}},
			Text{"仅成本法，附责令评估的文件；自有数据的收益法一律提示", "cost method only, with the order attached; the income method on own data is always found"},
			Text{"初次入账须“按照规定”评估；严防虚增", "an appraisal measures at first booking only where it was made by rule; no inflating"},
			append(keyed("4.4.4"), In(governmentSystem, "1902")),
		},
		{
			"P29",
			Text{"自行确定的下属单位和县（市、区）的报告", "reports of named subordinates and counties"},
			[]Text{{"自行报送", "own filing"}, {"汇总报送", "roll up"}},
			Text{"汇总到确定它的试点单位", "rolled up into the unit that named them"},
			Text{"五(二)由试点单位自行确定", "五(二): the pilot unit itself names them"},
			keyed("5.2"),
		},
		{
			"P30",
			Text{"前期差错是否“重大”", "is an error of earlier years material (重大)"},
			[]Text{{"性质或金额≥10%", "nature or amount from 10 % on"}, {"仅金额", "amount alone"}},
			Text{
				"性质或金额；分母为该类业务对同一项目的影响，更正前；示出比率和“是否未遵循准则制度”的回答",
				"nature or amount; the denominator is the effect of that class of business on the same item, before correction; the ratio and the answer to “未遵循准则制度?” are shown",
			},
			Text{"准则7号 14(二)第3段", "Standard 7 art. 14(二) para 3"},
			[]Clause{In("财会〔2018〕28号", "第14条")},
		},
	}
}
