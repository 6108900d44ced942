package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// bookCases is the events that are booked.
func bookCases() []record.Case[Event] {
	accountants := []rule.Clause{rule.In("财会〔2017〕25号", "总说明 五"), rule.GX("4.4.1")}
	return []record.Case[Event]{
		bookCase(),
		caseOf("toCost", "名义金额转为按成本计量", "from nominal amount to cost",
			on(func(e *Measured) *calendar.Date { return &e.On }),
			record.Field[Measured]{Key: "id", Title: text("事项编号", "id"), Type: idType, Required: record.Always(), Example: "ZC-2026-01", At: record.AtText(func(e *Measured) *string { return &e.ID })},
			oneAsset(func(e *Measured) *string { return &e.Asset }),
			record.Field[Measured]{Key: "ground", Title: text("理由", "ground"), Type: groundType(), Required: record.Always(), Basis: gx("4.4.3"), Example: "earlierEvidence", At: record.AtText(func(e *Measured) *string { return &e.Ground })},
			record.Field[Measured]{Key: "cost", Title: text("成本", "cost"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Basis: gx("4.4.3"), Doc: text("有凭据的历史成本；本年度资本化支出的为支出额。", "Historical cost by vouchers; of new spending, what is capitalised."), Example: "480000.00", At: record.At(func(e *Measured) *money.Amount { return &e.Cost })},
			record.Field[Measured]{Key: "by", Title: text("评估方法", "method of appraisal"), Type: methodType(), Basis: gx("4.4.4"), Doc: text("成本由评估得出的填写；评估价值不是转成本的依据，将被拒绝。", "Where an appraisal gave the cost, which is no ground to leave nominal amount and is refused."), Example: "income", At: record.AtText(func(e *Measured) *string { return &e.By })},
			record.Field[Measured]{Key: "months", Title: text("剩余年限", "remaining life"), Type: record.Integer{Min: 1, Max: accounting.MaxMonths}, Unit: text("月", "months"), Required: record.Always(), Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第19条")}, Example: "48", At: record.At(func(e *Measured) *record.Opt[int64] { return &e.Months })},
			record.Field[Measured]{Key: "use", Title: text("资产用途", "use"), Type: record.Text{Max: 50, Shape: record.CodeText}, Required: record.Always(), Example: "duties", At: record.AtText(func(e *Measured) *string { return &e.Use })},
			record.Field[Measured]{Key: "reason", Title: text("年限的理由", "reason of the life"), Type: noteType, Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第25条")}, Example: "预计使用年限", At: record.AtText(func(e *Measured) *string { return &e.Reason })},
			factsField(func(e *Measured) *[]accounting.FactRecord { return &e.Facts })),
		caseOf("amortise", "计提月摊销", "amortisation of a month",
			on(func(e *Amortised) *calendar.Date { return &e.On }),
			record.Field[Amortised]{Key: "month", Title: text("月份", "month"), Type: record.Month{}, Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1702 三(一)")}, Doc: text("空为日期所在月份。", "None is the month of the day."), Example: "2025-11", At: record.At(func(e *Amortised) *calendar.Month { return &e.Month })},
			factsField(func(e *Amortised) *[]accounting.FactRecord { return &e.Facts }),
			record.Field[Amortised]{Key: "usage", Title: text("当月工作量", "units used in the month"), Type: record.List{Max: 1000}, Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第18条")}, At: record.AtList(usageTable(), func(e *Amortised) *[]Usage { return &e.Usage })},
			record.Field[Amortised]{Key: "served", Title: text("当月对外提供服务的资产", "assets that served others in the month"), Type: record.List{Max: 1000, Element: idType}, Basis: []rule.Clause{rule.In("企业会计准则第6号", "第17条")}, Doc: text("仅企业：自用兼对外服务的资产当月摊销计入营业成本。", "Enterprises only: of an asset of mixed use, the month's amortisation is a cost of sales."), Example: "BG-06", At: record.AtTexts(func(e *Amortised) *[]string { return &e.Served })},
			record.Field[Amortised]{Key: "material", Title: text("以前年度漏提为重大差错", "missed months of earlier years are a material error"), Type: record.Boolean{}, Basis: []rule.Clause{rule.In("财会〔2018〕28号", "第14条")}, At: record.At(func(e *Amortised) *record.Opt[bool] { return &e.Material })}),
		openCase(), correctCase(),
		caseOf("stocktake", "盘点", "stocktake made",
			on(func(e *Stocktaken) *calendar.Date { return &e.On }),
			record.Field[Stocktaken]{Key: "agrees", Title: text("账实相符", "agrees with the books"), Type: record.Boolean{}, Required: record.Always(), Basis: []rule.Clause{rule.In("国务院令第738号", "第34条"), rule.In("财会〔2017〕25号", "1701 三(四)")}, Example: "true", At: record.At(func(e *Stocktaken) *record.Opt[bool] { return &e.Agrees })},
			record.Field[Stocktaken]{Key: "note", Title: text("说明", "note"), Type: noteType, Required: record.Equals("agrees", "false"), At: record.AtText(func(e *Stocktaken) *string { return &e.Note })}),
		caseOf("closeYear", "年末结账", "year closed",
			record.Field[YearClosed]{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), Basis: accountants, Doc: text("12月31日。", "31 December."), Example: "2025-12-31", At: record.At(func(e *YearClosed) *calendar.Date { return &e.On })},
			record.Field[YearClosed]{Key: "by", Title: text("经办人", "by"), Type: nameType, Required: record.Always(), Example: "会计甲", At: record.AtText(func(e *YearClosed) *string { return &e.By })}),
	}
}

func openCase() record.Case[Event] {
	basis := []rule.Clause{rule.In("会计基础工作规范", "第62条"), rule.GX("4.4.1")}
	return caseOf("open", "期初建账", "books opened",
		on(func(e *Opened) *calendar.Date { return &e.On }),
		record.Field[Opened]{Key: "id", Title: text("事项编号", "id"), Type: idType, Required: record.Always(), Example: "QC-2025", At: record.AtText(func(e *Opened) *string { return &e.ID })},
		record.Field[Opened]{Key: "balances", Title: text("期初余额", "opening balances"), Type: record.List{Min: 2, Max: 1000}, Required: record.Always(), Basis: basis, Doc: text("两本账各自借贷相等；资产账户按资产列示。", "Equal on both sides in each book; accounts of assets asset by asset."), At: record.AtList(record.MustTable(record.Definition{
			Name: "opening-balance", Title: text("期初余额", "opening balance"), Basis: basis,
		}, []record.Field[OpeningBalance]{
			{Key: "account", Title: text("科目编码", "account code"), Type: record.Text{Max: 20, Shape: record.CodeText}, Required: record.Always(), Example: "1002", At: record.AtText(func(b *OpeningBalance) *string { return &b.Account })},
			{Key: "detail", Title: text("明细科目", "detail account"), Type: record.Text{Max: 200}, Example: "货币资金", At: record.AtText(func(b *OpeningBalance) *string { return &b.Detail })},
			{Key: "asset", Title: text("资产", "asset"), Type: idType, Example: "JT-01", At: record.AtText(func(b *OpeningBalance) *string { return &b.Asset })},
			{Key: "amount", Title: text("余额", "balance"), Type: record.Amount{Signed: true}, Unit: text("元", "yuan"), Required: record.Always(), Doc: text("在科目余额方向上为正。", "Above 0.00 on the account's normal side."), Example: "3000.00", At: record.At(func(b *OpeningBalance) *money.Amount { return &b.Amount })},
		}), func(e *Opened) *[]OpeningBalance { return &e.Balances })},
		record.Field[Opened]{Key: "cards", Title: text("资产卡片", "cards"), Type: record.List{Max: 1000}, Basis: basis, At: record.AtList(record.MustTable(record.Definition{
			Name: "opening-card", Title: text("期初资产卡片", "card at the opening"), Basis: basis,
		}, []record.Field[OpeningCard]{
			{Key: "asset", Title: text("资产", "asset"), Type: idType, Required: record.Always(), Example: "JT-01", At: record.AtText(func(c *OpeningCard) *string { return &c.Asset })},
			{Key: "detail", Title: text("明细科目", "detail account"), Type: record.Text{Max: 200}, Required: record.Always(), Example: "数据资产——公路", At: record.AtText(func(c *OpeningCard) *string { return &c.Detail })},
			{Key: "state", Title: text("账面状态", "state in the books"), Type: record.Text{Max: 30, Shape: record.CodeText}, Required: record.Always(), Doc: text("held：按成本；nominal：按名义金额。", "held: at cost; nominal: at nominal amount."), Example: "held", At: record.AtText(func(c *OpeningCard) *string { return &c.State })},
			{Key: "terms", Title: text("摊销条件", "terms of amortisation"), Type: record.Nested{}, Required: record.Always(), Doc: text("月数或工作量为剩余数。", "Months or units are those that are left."), At: record.AtNested(accounting.TermsRecords(), func(c *OpeningCard) *accounting.TermsRecord { return &c.Terms })},
			{Key: "reason", Title: text("名义金额或年限的理由", "reason of the nominal amount or of the life"), Type: noteType, Example: "合同约定五年", At: record.AtText(func(c *OpeningCard) *string { return &c.Reason })},
		}), func(e *Opened) *[]OpeningCard { return &e.Cards })})
}

func correctCase() record.Case[Event] {
	basis := []rule.Clause{rule.In("会计基础工作规范", "第51条(五)")}
	earlier := []rule.Clause{rule.In("财会〔2018〕28号", "第14条")}
	return caseOf("correct", "更正凭证", "booking corrected",
		on(func(e *Corrected) *calendar.Date { return &e.On }),
		record.Field[Corrected]{Key: "id", Title: text("事项编号", "id"), Type: idType, Required: record.Always(), Example: "GZ-2025-01", At: record.AtText(func(e *Corrected) *string { return &e.ID })},
		record.Field[Corrected]{Key: "of", Title: text("错误事项编号", "id of the wrong booking"), Type: record.Text{Max: 100}, Required: record.Always(), Basis: basis, Example: "RZ-2025-01", At: record.AtText(func(e *Corrected) *string { return &e.Of })},
		record.Field[Corrected]{Key: "right", Title: text("正确内容", "what it should be"), Type: record.Nested{}, Basis: basis, Doc: text("空为本不应入账。", "None: it should not have been booked at all."), At: record.AtNested(bookable(), func(e *Corrected) *accounting.EventRecord { return &e.Right })},
		record.Field[Corrected]{Key: "difference", Title: text("只更正金额差额", "the difference only"), Type: record.Boolean{}, Basis: basis, Doc: text("科目对、仅金额错，以一张凭证更正。", "Where only amounts were wrong: one voucher."), Example: "true", At: record.At(func(e *Corrected) *record.Opt[bool] { return &e.Difference })},
		record.Field[Corrected]{Key: "nature", Title: text("性质严重", "material by its nature"), Type: record.Boolean{}, Basis: earlier, At: record.At(func(e *Corrected) *record.Opt[bool] { return &e.Nature })},
		record.Field[Corrected]{Key: "effect", Title: text("对报表项目的影响", "effect on an item"), Type: record.Amount{}, Unit: text("元", "yuan"), Basis: earlier, Doc: text("更正以前年度凭证的填写。", "For bookings of earlier years."), At: record.At(func(e *Corrected) *money.Amount { return &e.Effect })},
		record.Field[Corrected]{Key: "base", Title: text("该项目更正前金额", "the item before correction"), Type: record.Amount{}, Unit: text("元", "yuan"), Basis: earlier, At: record.At(func(e *Corrected) *money.Amount { return &e.Base })},
		record.Field[Corrected]{Key: "carry", Title: text("结转结余", "budget balance"), Type: record.Text{Max: 50, Shape: record.CodeText}, Basis: []rule.Clause{rule.In("财会〔2017〕25号", "附录 58")}, Doc: text("以前年度预算收支所属：fiscalCarried、fiscalSurplus、otherCarried、otherSurplus。", "Which balance the earlier year's budget money belonged to."), At: record.AtText(func(e *Corrected) *string { return &e.Carry })},
		record.Field[Corrected]{Key: "approval", Title: text("批准文件", "approval"), Type: record.Nested{}, Basis: []rule.Clause{rule.In("会计基础工作规范", "第48条(七)")}, At: record.AtNested(accounting.Approvals(), func(e *Corrected) *accounting.Approval { return &e.Approval })})
}

// bookable is the table of events that the two systems book.
func bookable() *record.Table[accounting.EventRecord] {
	return accounting.EventRecords(government.Events(), enterprise.Events())
}

func bookCase() record.Case[Event] {
	fields := record.Include(bookable(), func(e *Booked) *accounting.EventRecord { return &e.EventRecord })
	fields = append(fields,
		record.Field[Booked]{Key: "receipt", Title: text("收入编号", "receipt"), Type: idType, Basis: gx("4.6.2"), Doc: text("未写的不含税收入、增值税和附加税费按该笔收入计算。", "Revenue, VAT and surcharges that are not given are computed from it."), Example: "SR-2026-01", At: record.AtText(func(e *Booked) *string { return &e.Receipt })},
		record.Field[Booked]{Key: "evidence", Title: text("计量依据", "evidence of the value"), Type: record.List{Max: 1000}, Basis: gx("4.4.4"), Doc: text("受赠、盘盈资产的凭据金额、评估价值、市场价格、重置成本。", "What a donated or surplus asset is measured by."), At: record.AtList(evidenceTable(), func(e *Booked) *[]Evidence { return &e.Evidence })},
		record.Field[Booked]{Key: "reason", Title: text("名义金额或年限的理由", "reason of the nominal amount or of the life"), Type: noteType, Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第25条")}, Example: "合同约定五年", At: record.AtText(func(e *Booked) *string { return &e.Reason })},
	)
	return caseOf("book", "入账", "booked", fields...)
}

func factsField[E any](at func(*E) *[]accounting.FactRecord) record.Field[E] {
	return record.Field[E]{Key: "facts", Title: text("条件", "facts"), Type: record.List{Max: 30}, Basis: []rule.Clause{rule.In("会计基础工作规范", "第48条")}, Doc: text("决定科目的条件：付款方式、用途等。", "What decides the accounts: form of payment, use and the like."), At: record.AtList(accounting.FactRecords(government.Events(), enterprise.Events()), at)}
}

func usageTable() *record.Table[Usage] {
	return record.MustTable(record.Definition{
		Name: "asset-usage", Title: text("当月工作量", "units used"), Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第18条")},
	}, []record.Field[Usage]{
		{Key: "asset", Title: text("资产", "asset"), Type: idType, Required: record.Always(), Example: "JT-01", At: record.AtText(func(u *Usage) *string { return &u.Asset })},
		{Key: "units", Title: text("工作量", "units"), Type: record.Integer{Min: 0, Max: accounting.MaxUnits}, Required: record.Always(), Example: "1200", At: record.At(func(u *Usage) *record.Opt[int64] { return &u.Units })},
	})
}

func evidenceTable() *record.Table[Evidence] {
	amount := func(key, zh, en string, basis rule.Clause, at func(*Evidence) *money.Amount) record.Field[Evidence] {
		return record.Field[Evidence]{Key: key, Title: text(zh, en), Type: record.Amount{}, Unit: text("元", "yuan"), Basis: []rule.Clause{basis}, Example: "180000.00", At: record.At(at)}
	}
	standard, surplus := rule.In("财会〔2016〕12号", "第13条"), rule.In("财会〔2017〕25号", "1601 四(四)1")
	return record.MustTable(record.Definition{
		Name: "measure-evidence", Title: text("计量依据", "evidence of the value"), Basis: append(gx("4.4.4"), standard),
	}, []record.Field[Evidence]{
		{Key: "asset", Title: text("资产", "asset"), Type: idType, Required: record.Always(), Example: "GL-10", At: record.AtText(func(e *Evidence) *string { return &e.Asset })},
		amount("voucher", "凭据金额", "by vouchers", standard, func(e *Evidence) *money.Amount { return &e.Voucher }),
		amount("appraised", "评估价值", "appraised", standard, func(e *Evidence) *money.Amount { return &e.Appraised }),
		{Key: "ordered", Title: text("按规定评估", "appraised by rule"), Type: record.Boolean{}, Required: record.Present("appraised"), Absent: record.Not(record.Present("appraised")), Basis: []rule.Clause{standard}, Example: "true", At: record.At(func(e *Evidence) *record.Opt[bool] { return &e.Ordered })},
		{Key: "method", Title: text("评估方法", "method of appraisal"), Type: methodType(), Required: record.Present("appraised"), Absent: record.Not(record.Present("appraised")), Example: "cost", At: record.AtText(func(e *Evidence) *string { return &e.Method })},
		amount("market", "市场价格", "market price", rule.In("财会〔2020〕15号", "一(二)"), func(e *Evidence) *money.Amount { return &e.Market }),
		amount("replaced", "重置成本", "replacement cost", surplus, func(e *Evidence) *money.Amount { return &e.Replaced }),
	})
}

func codeType(name string, title rule.Text, basis []rule.Clause, codes ...record.CodeEntry) record.Code {
	return record.Code{List: record.CodeList{Name: name, Title: title, Basis: basis, Evidence: rule.FullText, Codes: slices.Clone(codes)}}
}

func methodType() record.Code {
	entry := func(m government.Method, zh, en string) record.CodeEntry {
		return record.CodeEntry{Code: string(m), Title: text(zh, en)}
	}
	return codeType("appraisal-method", text("评估方法", "method of appraisal"), []rule.Clause{rule.In("中评协〔2023〕17号", "")},
		entry(government.CostMethod, "成本法", "cost method"), entry(government.MarketMethod, "市场法", "market method"), entry(government.IncomeMethod, "收益法", "income method"))
}

func groundType() record.Code {
	entry := func(g government.Ground, zh, en string) record.CodeEntry {
		return record.CodeEntry{Code: string(g), Title: text(zh, en)}
	}
	c := codeType("to-cost-ground", text("转成本的理由", "ground to leave nominal amount"), gx("4.4.3"),
		entry(government.EarlierEvidence, "以前年度的成本凭据", "evidence of an earlier year"), entry(government.ThisEvidence, "本年度的成本凭据", "evidence of this year"),
		entry(government.NewSpending, "本年度的资本化支出", "spending of this year"), entry(government.NewRule, "新政策出台", "a new rule"))
	c.List.Evidence, c.List.Judgement = rule.Judgement, text("名义金额转成本的情形方案只举其要，按理由区分入账方式（P5）", "the plan names the cases in outline; the booking goes by the ground (P5)")
	return c
}
