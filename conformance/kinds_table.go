package conformance

// The members that several kinds have.
func regionMember() Member {
	return Member{"region", "text", zh("适用日历：CN（全国，缺省）、CN-GX（广西）", "whose calendar: CN, the nation's, by default, or CN-GX"), false}
}

func vouchersMember() Member {
	return Member{"vouchers", "texts", zh("全部记账凭证，一张一行：日期、账（financial 财务会计、budgetary 预算会计）、借贷各行", "all vouchers, one a line: date, book, lines of debit and credit"), false}
}

func termsMember() Member {
	return Member{"terms", "object", zh("各期限：due、standing", "each term that runs: due, standing"), false}
}

func refusedMember() Member {
	return Member{"refused", "boolean", zh("最后一步或事项是否被拒绝", "whether the last step or event is refused"), false}
}

// need and may write a member, required or not.
func need(key, of, chinese, english string) Member {
	return Member{key, of, zh(chinese, english), true}
}

func may(key, of, chinese, english string) Member {
	return Member{key, of, zh(chinese, english), false}
}

// kinds lists what can be asked. What a kind asks is the function of its row.
func kinds() []kind {
	return append(append(calendarKinds(), recordKinds()...), append(bookKinds(), moneyKinds()...)...)
}

func calendarKinds() []kind {
	return []kind{
		{Kind{
			"due", zh("到期日", "a due date"),
			[]Member{regionMember(), may("trigger", "date", "起算日", "the trigger"), need("term", "object", "期限：workdays、days、months、daysBefore、by、byEndOf、promptly 之一；roll", "one of workdays, days, months, daysBefore, by, byEndOf, promptly; and roll: none, forward, back")},
			[]Member{
				may("date", "date", "到期日", "the due date; none while the notice is not out"), may("earliest", "date", "最早可能的日期", "the earliest day that it can be"),
				may("from", "date", "期间首日", "the first day of a window"), may("lastWorkday", "date", "到期日为休息日的，此前最后一个工作日", "the last working day before a due date that is a rest day"),
				may("provisional", "boolean", "待放假安排确定", "rests on a day that is not settled"), may("notAnnounced", "integer", "放假安排未公布的年份", "the year whose notice is not out"),
				may("skipped", "texts", "跳过的休息日", "rest days skipped"), may("worked", "texts", "计入的调休上班日", "make-up days counted"),
			},
		}, asking(askDue)},
		{Kind{
			"day", zh("某日的性质、工作日推算", "what a day is, and counting working days"),
			[]Member{regionMember(), need("day", "date", "日期", "the day"), may("add", "integer", "推算的工作日数", "so many working days on"), may("to", "date", "计数至（含）的日期", "count the working days in (day, to]")},
			[]Member{
				may("kind", "text", "性质", "workday, weekend, holiday or make-up"), may("workday", "boolean", "是否工作日", "whether it is worked"), may("name", "text", "节日", "the holiday"),
				may("notice", "text", "依据的通知", "the notice that says so"), may("date", "date", "推算结果", "the day counted to"), may("workdays", "integer", "工作日数", "the number counted"),
				may("notAnnounced", "integer", "放假安排未公布的年份", "the year whose notice is not out"),
			},
		}, asking(askDay)},
		{Kind{
			"duty", zh("谁在何时承担何种义务", "who owes a duty, and by when"),
			[]Member{need("duty", "text", "义务", "the duty"), need("role", "text", "试点身份", "the unit's role"), need("entity", "text", "单位性质", "the unit's kind"), may("trigger", "date", "触发日", "the trigger")},
			[]Member{
				may("owed", "text", "byText 依方案，byReference 参照", "byText or byReference"), may("national", "date", "按全国日历的到期日", "due by the nation's calendar"), may("guangxi", "date", "按广西日历的到期日", "due by Guangxi's"),
				may("earliest", "date", "最早可能的日期", "the earliest day that it can be"), may("promptly", "boolean", "及时，无天数", "without a number of days"),
			},
		}, asking(askDuty)},
	}
}

func recordKinds() []kind {
	unit := need("unit", "record pilot-unit", "单位、项目、系统", "the unit, its projects and systems")
	resources := need("resources", "records data-resource", "数据资源", "the data resources")
	story := []Member{
		need("story", "objects", "依次办理的步骤", "the commands, in their order"), may("after", "integer", "办到第几步为止", "how many of them are carried out; left out: all"),
		may("change", "object", "再办下一步，并作此合并补丁（RFC 7396）", "then the next one is tried with this merge patch (RFC 7396)"), may("next", "object", "或改办此步", "or this command instead"),
	}
	position := []Member{
		may("position", "text", "所处位置", "where it stands: status/procedure/stage"), may("status", "text", "当日状态", "the status on the day"), may("allowed", "texts", "可办步骤", "the commands that are allowed"), refusedMember(), termsMember(),
	}
	return []kind{
		{Kind{
			"record", zh("一条记录及其规则", "a record and the rules that judge it alone"),
			[]Member{need("record", "text", "记录名称", "its name in schema.Records"), need("instance", "object", "记录", "the record"), may("role", "text", "试点身份", "the unit's role"), may("entity", "text", "单位性质", "the unit's kind"), may("draft", "boolean", "草稿：不查必填", "read as a draft: nothing is required")},
			[]Member{may("valid", "boolean", "没有阻断", "whether nothing blocks")},
		}, asking(askRecord)},
		{Kind{
			"inventory", zh("数据资源清查", "an inventory as a whole"),
			[]Member{unit, resources, may("managed", "texts", "已纳入管理的资源", "the resources that are managed")},
			nil,
		}, asking(askInventory)},
		{Kind{
			"recognise", zh("数据资产确认", "whether a resource is an asset, and its way into the books"),
			[]Member{need("resource", "record data-resource", "数据资源", "the resource")},
			[]Member{
				may("management", "text", "管理口径", "by management: met, notMet, unknown"), may("accounting", "text", "会计口径", "by accounting"), may("system", "text", "会计制度", "government or enterprise"),
				may("class", "text", "分类", "the class"), may("route", "text", "入账路径", "the way into the books"),
			},
		}, asking(askRecognise)},
		{Kind{
			"ledger", zh("台账各行之间、导入", "rows against each other, and an import"),
			[]Member{need("rows", "records ledger-row", "台账", "the rows"), may("import", "records ledger-row", "导入的行", "rows to import"), may("on", "date", "导入日", "the day of the import")},
			[]Member{may("added", "integer", "新增", "rows added"), may("changed", "integer", "变更", "rows changed"), may("kept", "integer", "不变", "rows kept"), may("refused", "integer", "拒绝", "rows refused")},
		}, asking(askLedger)},
		{Kind{
			"registration", zh("登记", "a registration through its steps"),
			append(story, need("regime", "text", "登记规程", "the regime: finance-card, enterprise-card, public-data"), need("asset", "text", "资产", "the asset"), regionMember(),
				may("facts", "object", "事实：operationBegan、delivered、outsideSupply、assetChanged", "facts that start terms: operationBegan, delivered, outsideSupply, assetChanged"),
				may("holding", "object", "持有情况：role、entity、sector、public、authorised", "how it is held: role, entity, sector, public, authorised"),
				may("current", "record information-card", "资产现状", "the asset as it is now"), may("supply", "object", "对外提供：on、public", "a supply: on, public"), may("sector", "text", "视为此行业自己的登记规程", "the regime is taken for that sector's own")),
			append(position, may("certificate", "text", "证书编号", "the certificate's number"), may("validFrom", "date", "有效期起", "valid from"), may("validTo", "date", "有效期止", "valid to"), may("alteration", "boolean", "是否须变更登记", "whether an alteration is required")),
		}, asking(askRegistration)},
		{Kind{
			"authorisation", zh("授权运营、使用审批、处置", "an authorisation or a disposal through its steps"),
			append(story, need("regime", "text", "规程", "the regime: asset-use, authorised-operation, enterprise-use, asset-disposal, enterprise-disposal"), need("id", "text", "编号", "its id"),
				may("supply", "object", "对外提供：on、to、application、beside（另一规程的步骤）、consents", "a supply: on, to, application, beside (steps in another regime), consents"),
				may("registrations", "objects", "登记，同 registration 的输入", "registrations, each as the input of a registration"), may("ledger", "objects", "台账变更", "changes of the ledger: ledger-change"), may("bookings", "objects", "会计事项", "accounting events")),
			append(position, may("from", "date", "授权起", "granted from"), may("to", "date", "授权止", "granted to")),
		}, asking(askAuthorisation)},
		{Kind{
			"unit", zh("一个试点单位", "a pilot unit: what it did and what it owes"),
			[]Member{unit, resources, need("events", "records pilot-event", "事项", "what it did"), may("books", "boolean", "一并给出凭证和余额", "answer with vouchers and balances too"), may("ledger", "objects", "事项之外的台账变更", "changes that its ledger has beside what the events made"), may("missing", "texts", "已查无此物的资源", "resources that are not found any more"), may("beside", "objects", "一并汇总的单位，同此输入", "units to consolidate it with, each such an input")},
			[]Member{
				may("obligations", "object", "义务，按“义务 事项”：due、national、standing、days", `obligations by "duty subject": due, national, standing, days, amount`), may("totals", "object", "合计", "totals"),
				may("clauses", "object", "各条结果", "the outcome of each clause of the plan"), vouchersMember(), may("balances", "object", "科目余额", "balances by account"), may("figures", "object", "汇总数字：count、amount", "the figures of the units together: count, amount"),
			},
		}, asking(askUnit)},
	}
}

func bookKinds() []kind {
	return []kind{
		{Kind{
			"booking", zh("会计处理", "vouchers and books of accounting events"),
			[]Member{
				need("entity", "text", "单位性质：enterprise 按企业会计准则，其余按政府会计", "the kind of unit: enterprise by CAS, others by government accounting"), need("events", "objects", "会计事项，或 {amortise: 月份}、{closeYear: 年度}、{alone: 事项（不连带后续凭证）}", "accounting events; or {amortise: month}, {closeYear: year}, {alone: event without what follows from it}"),
				may("facts", "object", "单位的事实", "facts of the unit for amortisation and closing"), may("purpose", "object", "改变持有目的：asset、on、decision", "a change of purpose: asset, on, decision"),
				may("yearEnd", "object", "年末检查：year、stocktaken、assessed", "the year-end checklist: year, stocktaken, assessed"), may("notes", "object", "附注：year、about", "the notes: year, about (name, category, reason, ground by asset)"),
				may("disclose", "object", "企业披露：from、to、written（enterprise-note）", "the enterprise disclosure: from, to, written (enterprise-note)"), may("untested", "object", "减值测试：year、tested", "impairment tests: year, tested"),
			},
			[]Member{
				vouchersMember(), may("last", "texts", "最后一项的凭证", "the vouchers of the last entry"), may("balances", "object", "科目余额，按正常方向", "balances by account, on their normal side"), may("cards", "object", "资产：cost、amortised、impaired、carrying、state", "assets: cost, amortised, impaired, carrying, state"),
				may("intangible", "object", "表 A 合计列，按行号", "table A, the total column by line"), may("inventory", "object", "表 B 合计列，按行号", "table B, the total column by line"), may("presented", "object", "资产负债表“其中：数据资源”", "the lines of data resources on the balance sheet"),
				may("purpose", "texts", "改变持有目的的凭证", "the vouchers of the change of purpose"), refusedMember(),
			},
		}, asking(askBooking)},
		{Kind{
			"first-booking", zh("政府会计：初始计量", "government accounting: the first amount"),
			[]Member{
				need("asset", "text", "资产", "the asset"), need("on", "date", "日期", "the day"), need("how", "text", "取得方式", "bought, developed, tidied, donated, surplus, transferredIn, exchanged"), may("booked", "amount", "入账金额", "the amount booked, without taxes"),
				may("nominal", "boolean", "名义金额", "at nominal amount"), may("evidence", "object", "依据：voucher、appraised、ordered、method、market、replaced", "the evidence: voucher, appraised, ordered, method, market, replaced"), may("why", "object", "三项否定说明和理由", "noVoucher, noAppraisal, noReplacement, reason"),
			},
			[]Member{may("tier", "integer", "计量层次 1—4", "the tier of measurement, 1 to 4"), may("value", "amount", "计量金额", "what measures it"), may("nominal", "boolean", "是否名义金额", "whether that is the nominal amount")},
		}, asking(askFirst)},
		{Kind{
			"amortising", zh("政府会计：一个月的摊销", "government accounting: one month's amortisation"),
			[]Member{
				need("asset", "text", "资产", "the asset"), need("month", "month", "月份", "the month"), need("terms", "object", "measured（cost、nominal）、indefinite、from、months、residual", "measured (cost, nominal), indefinite, from, months, residual"),
				need("cost", "amount", "账面余额", "gross carrying amount"), may("amortised", "amount", "已摊销", "amortised before"), may("amount", "amount", "本月摊销", "of the month"),
			},
			nil,
		}, asking(askAmortising)},
		{Kind{
			"change", zh("政府会计：价值变动", "government accounting: a change of value"),
			[]Member{
				need("asset", "text", "资产", "the asset"), need("kind", "text", "变动", "spending, evidence, final, newRule, useEnded, lost, error, taxState, liquidation, life, appraisal, market, impaired"), need("on", "date", "变动日", "the day"),
				may("booked", "text", "入账事项", "the accounting event it was booked by"), may("up", "boolean", "增加", "upwards"), may("amount", "amount", "金额", "the amount"),
			},
			nil,
		}, asking(askChange)},
		{Kind{
			"surplus", zh("清查盘盈", "own data found outside the books, at nominal amount"),
			[]Member{
				need("id", "text", "编号", "its id"), need("on", "date", "清查日", "the day of the sweep"), need("unit", "object", "name、entity、authority、finance", "name, entity, authority, finance"), need("items", "objects", "asset、detail、collected、completed、use、why", "asset, detail, collected, completed, use, why"),
				may("approval", "object", "批复：body、on、number", "the decision: body, on, number"),
			},
			[]Member{vouchersMember(), refusedMember()},
		}, asking(askSurplus)},
		{Kind{
			"to-cost", zh("名义金额转成本", "from nominal amount to cost"),
			[]Member{
				need("id", "text", "编号", "its id"), need("on", "date", "日期", "the day"), need("unit", "object", "name、entity、authority、finance", "name, entity, authority, finance"), need("asset", "text", "资产", "the asset"), need("detail", "text", "明细科目", "detail account"),
				need("ground", "text", "理由", "earlierEvidence, thisEvidence, newSpending, newRule"), need("cost", "amount", "成本", "the cost"), may("months", "integer", "剩余月数", "months that remain"), may("passed", "integer", "已过月数", "months that passed"),
				may("use", "text", "用途", "what it serves"), may("facts", "object", "支付方式等", "form of payment and the like"), may("by", "text", "以评估取得的方法", "the method of an appraisal, where there is no voucher"),
			},
			[]Member{vouchersMember(), refusedMember()},
		}, asking(askToCost)},
		{Kind{
			"mistake", zh("差错是否重大", "whether an error of an earlier year is material"),
			[]Member{may("nature", "boolean", "性质严重", "by nature"), need("effect", "amount", "影响金额", "the effect"), may("base", "amount", "更正前同类业务金额", "the class of business before correction"), may("unknowable", "boolean", "影响不能合理确定", "the effect cannot be determined")},
			[]Member{may("material", "boolean", "重大", "material"), may("event", "text", "会计事项", "the accounting event"), may("ratio", "ratio", "占比", "effect to base, four places")},
		}, asking(askMistake)},
		{Kind{
			"life", zh("企业：使用寿命", "enterprise: useful life"),
			[]Member{
				may("right", "integer", "权利月数", "months of the right"), may("renewal", "integer", "续约月数", "months of renewal"), may("renewalProof", "text", "续约证据", "its evidence"), may("expected", "integer", "预计受益月数", "months of expected benefit"),
				may("indefinite", "boolean", "寿命不确定", "indefinite"), may("reason", "text", "依据", "the reason"), may("residual", "amount", "残值", "residual value"), may("residualBasis", "text", "commitment 第三方承诺，market 活跃市场", "commitment or market"),
				may("residualProof", "text", "残值证据", "its evidence"), may("revenueBased", "boolean", "以收入为基础", "based on revenue"),
			},
			[]Member{may("months", "integer", "月数", "months; 0 is indefinite"), refusedMember()},
		}, asking(askLife)},
		{Kind{
			"deal", zh("企业：国有资产规则", "enterprise: the rules on state assets"),
			[]Member{
				need("asset", "text", "资产", "the asset"), need("kind", "text", "supply、transfer、contribute、payWith、pledge", "supply, transfer, contribute, payWith, pledge"), may("affiliate", "boolean", "关联方", "with a related party"), may("price", "amount", "价款（不含税）", "without tax"),
				may("whollyOwned", "boolean", "国有独资", "wholly state-owned"), may("consent", "text", "出资人机构同意", "consent of the contributing body"), may("valuation", "text", "评估或估值报告", "the report"), may("notValued", "text", "难以评估的说明", "why it cannot be valued"),
				may("bookCost", "amount", "账面原值", "original cost"), may("listed", "integer", "挂牌工作日", "working days listed"), may("registered", "text", "质押登记", "registration of the pledge"),
			},
			nil,
		}, asking(askDeal)},
		{Kind{
			"note", zh("企业：披露表", "enterprise: the disclosure tables of 财会〔2023〕11号"),
			[]Member{
				may("intangible", "object", "表 A，按行号：外购、自行开发、其他、合计", "table A by line: bought, own, otherwise, total"), may("inventory", "object", "表 B，按行号", "table B by line"),
				may("against", "object", "其他附注和报表：cost、impairment、recognised、inventoryCost、provision、inventories、intangibles、development", "other notes and statements: cost, impairment, recognised, inventoryCost, provision, inventories, intangibles, development"),
				may("presented", "object", "“其中：数据资源”：inventory、intangible、development", "the lines of data resources: inventory, intangible, development"),
			},
			nil,
		}, asking(askNote)},
		{Kind{
			"recoverable", zh("企业：可收回金额", "enterprise: recoverable amount"),
			[]Member{
				may("fairValue", "amount", "公允价值", "fair value"), may("costs", "amount", "处置费用", "costs of disposal"), may("flows", "texts", "各年现金流量", "cash flows, a year each"), may("rate", "ratio", "折现率", "the rate"), may("factors", "texts", "给定的折现系数", "given factors"),
				may("beyond", "text", "超过五年的理由", "why more than five years"), may("carrying", "amount", "账面价值", "carrying amount"),
			},
			[]Member{may("net", "amount", "公允价值减处置费用", "fair value less costs"), may("valueInUse", "amount", "现值", "value in use"), may("amount", "amount", "可收回金额", "recoverable amount"), may("loss", "amount", "减值损失", "the loss"), refusedMember()},
		}, asking(askRecoverable)},
		{Kind{
			"conditions", zh("企业：资本化五条件", "enterprise: the five conditions of capitalising development"),
			[]Member{need("memo", "record enterprise-five-conditions", "五条件备忘", "the memorandum"), need("on", "date", "支出日", "the day of spending")},
			[]Member{may("met", "boolean", "同时满足", "all are met"), may("since", "date", "满足之日", "since when"), may("capitalises", "boolean", "当日支出资本化", "whether spending of the day is capitalised")},
		}, asking(askConditions)},
		{Kind{
			"classify", zh("企业：分类", "enterprise: as what a resource is booked"),
			[]Member{need("resource", "record data-resource", "数据资源", "the resource")},
			[]Member{may("class", "text", "分类", "intangible, inventory, development, unrecognised"), may("account", "text", "科目", "the account")},
		}, asking(askClassify)},
		{Kind{
			"schedule", zh("直线法摊销", "a straight-line schedule"),
			[]Member{
				need("cost", "amount", "成本", "the cost"), need("start", "date", "取得日", "the day of acquisition"), need("months", "integer", "月数", "months"), may("residual", "amount", "残值", "residual value"), may("opening", "amount", "期初累计摊销", "opening accumulated amount"),
				may("used", "integer", "已摊月数", "months used"), may("truncate", "boolean", "每月舍去分以下", "truncated to the fen instead of rounded half up"), may("revise", "objects", "修订：from、added、impairment、months", "revisions: from, added, impairment, months"),
			},
			[]Member{
				may("months", "integer", "期数", "instalments"), may("amounts", "object", "各期金额，自 0 起", "instalments by number, from 0"), may("accumulated", "object", "累计", "accumulated through each"), may("periods", "object", "月份", "the month of each"),
			},
		}, asking(askSchedule)},
	}
}

func moneyKinds() []kind {
	return []kind{
		{Kind{
			"distribute", zh("收益分配", "revenue divided by an agreement"),
			[]Member{need("agreement", "record revenue-agreement", "分配协议", "the agreement"), may("amount", "amount", "金额", "the amount"), may("instalments", "texts", "分次金额", "instalments")},
			[]Member{may("shares", "object", "各方份额", "shares by party"), may("remainder", "integer", "尾差分数", "fen of the remainder"), may("payouts", "objects", "各次份额", "shares of each instalment")},
		}, asking(askDistribute)},
		{Kind{
			"filing", zh("收益备案", "what is filed for revenue and matters"),
			[]Member{
				need("role", "text", "试点身份", "the unit's role"), may("receipts", "records receipt", "收入", "receipts"), may("rows", "records revenue-account-row", "收入账", "rows of the revenue account"),
				may("matters", "records enterprise-filing-matter", "企业事项", "enterprise matters"), may("dealings", "records enterprise-dealing", "企业交易", "enterprise dealings"),
			},
			[]Member{may("filings", "objects", "备案：duty、subject、trigger、amount、due、national", "filings: duty, subject, trigger, amount, due in Guangxi, national")},
		}, asking(askFiling)},
		{Kind{
			"account", zh("收入四栏账", "a revenue account"),
			[]Member{
				need("holder", "object", "name、role、entity、authority、administrative、taxpayer", "name, role, entity, authority, administrative, taxpayer"), need("rows", "records revenue-account-row", "收入账", "the rows"),
				may("transfers", "objects", "其他资金往来：from、to、on、amount、budget", "other money that moved: from, to, on, amount, budget"), may("related", "texts", "关联单位", "related units"), may("through", "date", "合计至", "summed through"),
			},
			[]Member{may("levies", "objects", "各行：net、vat、surcharges、payable、retained", "each row: net, vat, surcharges, payable, retained"), may("total", "object", "合计", "the total")},
		}, asking(askAccount)},
		{Kind{
			"price", zh("最高准许收入", "maximum permitted revenue"),
			[]Member{need("case", "record price-case", "定价资料", "the price case"), may("actual", "amount", "实际收入", "the year's revenue")},
			[]Member{
				may("cost", "amount", "经营成本", "operating cost net of subsidy"), may("rate", "ratio", "准许利润率", "permitted rate"), may("profit", "amount", "准许利润", "permitted profit"), may("amount", "amount", "最高准许收入", "the maximum"),
				may("over", "amount", "超收", "above it"), may("deviation", "ratio", "偏差", "the deviation"), may("act", "text", "调整主体", "who must act"),
			},
		}, asking(askPrice)},
		{Kind{
			"retention", zh("留用收入的科目", "where retained revenue is booked"),
			[]Member{may("ownService", "boolean", "本单位专业业务", "its professional service"), may("business", "boolean", "经营业务", "its line of business"), may("exclusive", "boolean", "独占", "exclusive"), may("fixedTerm", "boolean", "固定期限", "fixed term"), may("fixedFee", "boolean", "固定费用", "fixed fee")},
			[]Member{may("retention", "text", "方式", "rent, other, professional, business"), may("account", "text", "科目", "the account")},
		}, asking(askRetention)},
	}
}
