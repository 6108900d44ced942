package pilot

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// SweepSheets returns the table of [SweepSheet].
func SweepSheets() *record.Table[SweepSheet] { return sweepSheets() }

// Confirmations returns the table of [Confirmation].
func Confirmations() *record.Table[Confirmation] { return confirmations() }

// SurplusDeclarations returns the table of [SurplusDeclaration].
func SurplusDeclarations() *record.Table[SurplusDeclaration] { return surplusDeclarations() }

// StocktakeSheets returns the table of [StocktakeSheet].
func StocktakeSheets() *record.Table[StocktakeSheet] { return stocktakeSheets() }

// HolidayNotices returns the table of [HolidayNotice].
func HolidayNotices() *record.Table[HolidayNotice] { return holidayNotices() }

// resourceType is the type that a field has in the data resource.
func resourceType(key string) record.Type { return typeOf(asset.Resources().Definition(), key) }

var sweepSheets = sync.OnceValue(func() *record.Table[SweepSheet] {
	return record.MustTable(record.Definition{
		Name: "sweep-sheet", Title: text("信息化项目—系统—数据资源清查表", "sheet of the sweep"), Basis: gx("4.1.1"),
		Doc: text("三级清查：项目、系统、数据资源，多对多；逐项写明成本现在何处和结论。", "Three levels, many to many: project, system, data resource; for each resource, where its cost sits and the conclusion."),
	}, append([]record.Field[SweepSheet]{
		unitField(func(s *SweepSheet) *string { return &s.Unit }),
		onField("清查截止日期", "as of", "2025-04-30", gx("4.1.1"), func(s *SweepSheet) *calendar.Date { return &s.On }),
		{Key: "projects", Title: text("信息化项目", "projects"), Type: record.List{Min: 0, Max: 500}, Basis: gx("4.1.1"), At: record.AtList(asset.Projects(), func(s *SweepSheet) *[]asset.Project { return &s.Projects })},
		{Key: "systems", Title: text("信息系统", "systems"), Type: record.List{Min: 0, Max: 500}, Basis: gx("4.1.1"), At: record.AtList(asset.ITSystems(), func(s *SweepSheet) *[]asset.ITSystem { return &s.Systems })},
		{Key: "lines", Title: text("数据资源", "data resources"), Type: record.List{Min: 1, Max: 1000}, Required: record.Always(), Basis: gx("4.1.1"), At: record.AtList(sweepLines(), func(s *SweepSheet) *[]SweepLine { return &s.Lines })},
		{Key: "resources", Title: text("数据资源合计", "resources in all"), Type: record.Integer{}, Unit: text("项", "items"), Required: record.Always(), Calculated: true, Example: "1", At: record.At(func(s *SweepSheet) *record.Opt[int64] { return &s.Resources })},
		{Key: "assets", Title: text("拟确认数据资产合计", "assets to be confirmed, in all"), Type: record.Integer{}, Unit: text("项", "items"), Required: record.Always(), Basis: gx("4.1.3"), Calculated: true, Example: "1", At: record.At(func(s *SweepSheet) *record.Opt[int64] { return &s.Assets })},
	}, signedFields(func(s *SweepSheet) *string { return &s.PreparedBy }, func(s *SweepSheet) *string { return &s.ApprovedBy })...))
})

func sweepLines() *record.Table[SweepLine] {
	conclusions := ownCodes("sweep-conclusion", "清查结论", "conclusion of the sweep",
		codeEntry("notAsset", "不属本单位资产，仅备查", "not the unit's asset: memo only"),
		codeEntry("reclassify", "成本已在账，重分类", "its cost is in the books: reclassify"),
		codeEntry("error", "前期差错更正", "error of a prior period"),
		codeEntry("surplus", "盘盈", "surplus"),
		codeEntry("book", "按规定入账", "to be booked as the rules ask"),
		codeEntry("manage", "纳入管理，暂不入账", "managed, not booked yet"))
	none := record.All(record.Not(record.Present("projects")), record.Not(record.Present("systems")))
	return record.MustTable(record.Definition{Name: "sweep-line", Title: text("清查的数据资源", "data resource of a sweep"), Basis: gx("4.1.1")}, []record.Field[SweepLine]{
		{Key: "id", Title: text("资源编号", "id"), Type: idType, Required: record.Always(), Example: "JT-01", At: record.AtText(func(l *SweepLine) *string { return &l.ID })},
		{Key: "name", Title: text("资源名称", "name"), Type: nameType, Required: record.Always(), Basis: gx("4.1.1"), Example: "公路基础数据", At: record.AtText(func(l *SweepLine) *string { return &l.Name })},
		{Key: "projects", Title: text("所属项目", "projects"), Type: record.List{Max: 50, Element: idType}, Basis: gx("4.1.1"), Example: "P-01", At: record.AtTexts(func(l *SweepLine) *[]string { return &l.Projects })},
		{Key: "systems", Title: text("所属系统", "systems"), Type: record.List{Max: 50, Element: idType}, Basis: gx("4.1.1"), Example: "S-01", At: record.AtTexts(func(l *SweepLine) *[]string { return &l.Systems })},
		{Key: "noProject", Title: text("无项目和系统的原因", "why it has no project or system"), Type: noteType, Required: none, Absent: record.Not(none), Basis: gx("4.1.1"), Example: "纸质档案数字化形成", At: record.AtText(func(l *SweepLine) *string { return &l.NoProject })},
		{Key: "content", Title: text("数据内容", "content"), Type: longType, Required: record.Always(), Basis: gx("4.1.1"), Example: "公路路线、桥梁、隧道", At: record.AtText(func(l *SweepLine) *string { return &l.Content })},
		{Key: "scale", Title: text("规模", "scale"), Type: resourceType("scale"), Required: record.Always(), Basis: gx("4.1.1"), Example: "路线18.6万条", At: record.AtText(func(l *SweepLine) *string { return &l.Scale })},
		{Key: "area", Title: text("覆盖范围", "coverage"), Type: resourceType("area"), Required: record.Always(), Basis: gx("4.1.1"), Example: "全区", At: record.AtText(func(l *SweepLine) *string { return &l.Area })},
		{Key: "sources", Title: text("数据来源", "sources"), Type: resourceType("sources"), Required: record.Always(), Basis: gx("4.1.1"), Example: "duty", At: record.AtTexts(func(l *SweepLine) *[]string { return &l.Sources })},
		{Key: "authorised", Title: text("是否已授权运营", "operation authorised"), Type: record.Boolean{}, Required: record.Always(), Basis: gx("4.1.1"), Example: "false", At: record.At(func(l *SweepLine) *record.Opt[bool] { return &l.Authorised })},
		{Key: "costAt", Title: text("成本现在何处", "where the cost sits"), Type: resourceType("costAt"), Required: record.Always(), Basis: gx("4.4.1"), Example: "none", At: record.AtText(func(l *SweepLine) *string { return &l.CostAt })},
		{Key: "conclusion", Title: text("清查结论", "conclusion"), Type: record.Code{List: conclusions}, Required: record.Always(), Basis: gx("4.1.2", "4.1.3"), Example: "surplus", At: record.AtText(func(l *SweepLine) *string { return &l.Conclusion })},
		{Key: "reason", Title: text("理由", "reason"), Type: noteType, Required: record.In("conclusion", "notAsset", "manage"), Basis: gx("4.1.3"), Example: "成本无法可靠计量", At: record.AtText(func(l *SweepLine) *string { return &l.Reason })},
	})
}

// criterionList is the criteria by which a data resource is confirmed, as
// package asset judges them.
func criterionList() record.CodeList {
	l := record.CodeList{Name: "confirmation-criterion", Title: text("确认条件", "criterion of confirmation"), Basis: gx("4.1.2"), Evidence: rule.FullText}
	for _, c := range asset.ManagementCriteria() {
		l.Codes = append(l.Codes, record.CodeEntry{Code: string(c.ID), Title: c.Title, Basis: c.Basis})
	}
	return l
}

var confirmations = sync.OnceValue(func() *record.Table[Confirmation] {
	list := criterionList()
	criteria := record.MustTable(record.Definition{Name: "criterion-met", Title: text("确认条件", "criterion"), Basis: gx("4.1.2")}, []record.Field[CriterionMet]{
		{Key: "criterion", Title: text("条件", "criterion"), Type: record.Code{List: list}, Required: record.Always(), Basis: gx("4.1.2"), Example: list.Codes[0].Code, At: record.AtText(func(c *CriterionMet) *string { return &c.Criterion })},
		{Key: "met", Title: text("是否符合", "met"), Type: record.Boolean{}, Required: record.Always(), Basis: gx("4.1.2"), Example: "true", At: record.At(func(c *CriterionMet) *record.Opt[bool] { return &c.Met })},
		{Key: "evidence", Title: text("证据", "evidence"), Type: noteType, Required: record.Equals("met", "true"), Basis: gx("4.1.2"), Example: "三定规定", At: record.AtText(func(c *CriterionMet) *string { return &c.Evidence })},
		{Key: "reason", Title: text("不符合的理由", "why it is not met"), Type: noteType, Required: record.Equals("met", "false"), Absent: record.Equals("met", "true"), Basis: gx("4.1.3"), Example: "数据由其他单位持有", At: record.AtText(func(c *CriterionMet) *string { return &c.Reason })},
	})
	meetings := ownCodes("collective-decision", "集体决策形式", "kind of collective decision",
		codeEntry("party", "党委（党组）会议", "meeting of the party committee"),
		codeEntry("office", "办公会议", "office meeting"),
		codeEntry("board", "董事会", "board of directors"),
		codeEntry("manager", "总经理办公会", "general manager's meeting"),
		codeEntry("other", "其他集体决策", "another collective decision"))
	no := record.Equals("confirmed", "false")
	return record.MustTable(record.Definition{
		Name: "asset-confirmation", Title: text("数据资产确认表", "confirmation of a data asset"), Basis: gx("4.1.2", "4.1.3"),
		Doc: text("逐项条件、证据和集体决策；每个“否”都有理由。", "Criterion by criterion with the evidence, and the collective decision; every no has its reason."),
	}, []record.Field[Confirmation]{
		unitField(func(c *Confirmation) *string { return &c.Unit }),
		{Key: "resource", Title: text("资源编号", "resource"), Type: idType, Required: record.Always(), Basis: gx("4.1.2"), Example: "JT-01", At: record.AtText(func(c *Confirmation) *string { return &c.Resource })},
		{Key: "name", Title: text("资源名称", "name"), Type: nameType, Required: record.Always(), Basis: gx("4.1.2"), Example: "公路基础数据", At: record.AtText(func(c *Confirmation) *string { return &c.Name })},
		{Key: "criteria", Title: text("确认条件", "criteria"), Type: record.List{Min: 1, Max: 20}, Required: record.Always(), Basis: gx("4.1.2"), At: record.AtList(criteria, func(c *Confirmation) *[]CriterionMet { return &c.Criteria })},
		{Key: "proposer", Title: text("提出人", "proposer"), Type: nameType, Required: record.Always(), Example: "科技处", At: record.AtText(func(c *Confirmation) *string { return &c.Proposer })},
		{Key: "proposedOn", Title: text("提出日期", "proposed on"), Type: record.Date{}, Required: record.Always(), Example: "2025-05-12", At: record.At(func(c *Confirmation) *calendar.Date { return &c.ProposedOn })},
		{Key: "meeting", Title: text("集体决策形式", "kind of decision"), Type: record.Code{List: meetings}, Required: record.Always(), Basis: gx("5.3.6"), Example: "office", At: record.AtText(func(c *Confirmation) *string { return &c.Meeting })},
		onField("决策日期", "decided on", "2025-05-20", gx("5.3.6"), func(c *Confirmation) *calendar.Date { return &c.On }),
		{Key: "minutes", Title: text("会议纪要号", "minutes"), Type: nameType, Required: record.Always(), Example: "示例纪要〔2025〕5号", At: record.AtText(func(c *Confirmation) *string { return &c.Minutes })},
		{Key: "confirmed", Title: text("是否确认为数据资产", "confirmed"), Type: record.Boolean{}, Required: record.Always(), Basis: gx("4.1.2", "4.1.3"), Example: "true", At: record.At(func(c *Confirmation) *record.Opt[bool] { return &c.Confirmed })},
		{Key: "reason", Title: text("不确认的理由", "why it is not confirmed"), Type: noteType, Required: no, Absent: record.Not(no), Basis: gx("4.1.3"), Example: "不由本单位控制", At: record.AtText(func(c *Confirmation) *string { return &c.Reason })},
	})
})

// surplusLaw is what a surplus rests on: the sweep's result is approved before
// the books follow it (国务院令第738号 37–39).
func surplusLaw() []rule.Clause {
	return append(gx("4.4.2"), rule.In("财会〔2018〕34号", "一(五)"), rule.In("国务院令第738号", "第39条"))
}

var surplusDeclarations = sync.OnceValue(func() *record.Table[SurplusDeclaration] {
	return record.MustTable(record.Definition{
		Name: "surplus-declaration", Title: text("数据资产盘盈申报表", "declaration of surplus data assets"), Basis: surplusLaw(),
		Doc: text("清查盘盈的数据资产和名义金额理由，报批后按批复入账。", "Data assets that a sweep found outside of the books, with the reasons for nominal amounts; booked as approved."),
	}, append([]record.Field[SurplusDeclaration]{
		unitField(func(s *SurplusDeclaration) *string { return &s.Unit }),
		{Key: "id", Title: text("申报编号", "id"), Type: idType, Required: record.Always(), Example: "PY-2025-01", At: record.AtText(func(s *SurplusDeclaration) *string { return &s.ID })},
		onField("申报日期", "declared on", "2025-06-03", surplusLaw(), func(s *SurplusDeclaration) *calendar.Date { return &s.On }),
		{Key: "order", Title: text("资产清查的部署文件", "order of the sweep"), Doc: text("政府部署的清查填写。", "Where the government ordered the sweep."), Type: nameType, Basis: []rule.Clause{rule.In("国务院令第738号", "第37条")}, Example: "桂财资〔2025〕15号", At: record.AtText(func(s *SurplusDeclaration) *string { return &s.Order })},
		{Key: "items", Title: text("盘盈资产", "assets"), Type: record.List{Min: 1, Max: 1000}, Required: record.Always(), Basis: surplusLaw(), At: record.AtList(declaredSurplus(), func(s *SurplusDeclaration) *[]DeclaredSurplus { return &s.Items })},
		{Key: "body", Title: text("批准机关", "body that approves"), Type: nameType, Required: record.Always(), Basis: []rule.Clause{rule.In("国务院令第738号", "第39条")}, Example: "自治区财政厅", At: record.AtText(func(s *SurplusDeclaration) *string { return &s.Body })},
		{Key: "number", Title: text("批复文号", "number of the approval"), Type: nameType, Required: record.Present("approvedOn"), Absent: record.Not(record.Present("approvedOn")), Basis: []rule.Clause{rule.In("会计基础工作规范", "第48条")}, Example: "示例批复〔2025〕1号", At: record.AtText(func(s *SurplusDeclaration) *string { return &s.Number })},
		{Key: "approvedOn", Title: text("批复日期", "approved on"), Type: record.Date{}, Basis: []rule.Clause{rule.In("会计基础工作规范", "第48条")}, Example: "2025-06-20", At: record.At(func(s *SurplusDeclaration) *calendar.Date { return &s.ApprovedOn })},
	}, signedFields(func(s *SurplusDeclaration) *string { return &s.PreparedBy }, func(s *SurplusDeclaration) *string { return &s.ApprovedBy })...))
})

func declaredSurplus() *record.Table[DeclaredSurplus] {
	tiers := record.CodeList{
		Name: "surplus-measure", Title: text("盘盈计量依据", "measure of a surplus"), Evidence: rule.FullText,
		Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1601 四(四)1"), rule.In("财会〔2017〕25号", "1701 三(四)")},
		Codes: []record.CodeEntry{
			codeEntry("voucher", "凭据注明的金额", "amount of a voucher"), codeEntry("appraisal", "按规定评估的价值", "appraisal that the rules ask for"),
			codeEntry("replacement", "重置成本", "replacement cost"), codeEntry("nominal", "名义金额", "nominal amount"),
		},
	}
	nominal := record.Equals("tier", "nominal")
	why := func(key, zh, en, example string, at func(*DeclaredSurplus) *string) record.Field[DeclaredSurplus] {
		return record.Field[DeclaredSurplus]{Key: key, Title: text(zh, en), Type: noteType, Required: nominal, Absent: record.Not(nominal), Basis: surplusLaw(), Example: example, At: record.AtText(at)}
	}
	return record.MustTable(record.Definition{Name: "declared-surplus", Title: text("申报的盘盈资产", "declared asset"), Basis: surplusLaw()}, []record.Field[DeclaredSurplus]{
		{Key: "asset", Title: text("资产编号", "asset"), Type: idType, Required: record.Always(), Example: "JT-01", At: record.AtText(func(d *DeclaredSurplus) *string { return &d.Asset })},
		{Key: "name", Title: text("资产名称", "name"), Type: nameType, Required: record.Always(), Example: "公路基础数据", At: record.AtText(func(d *DeclaredSurplus) *string { return &d.Name })},
		{Key: "formedFrom", Title: text("最早形成年月", "first formed"), Type: record.Month{}, Judgement: text("持续增长的系列以最早采集年月为准（P4）", "a growing series counts from its first collection (P4)"), Example: "2006-01", At: record.At(func(d *DeclaredSurplus) *calendar.Month { return &d.FormedFrom })},
		{Key: "tier", Title: text("计量依据", "measure"), Type: record.Code{List: tiers}, Required: record.Always(), Basis: surplusLaw(), Example: "nominal", At: record.AtText(func(d *DeclaredSurplus) *string { return &d.Tier })},
		{Key: "amount", Title: text("入账金额", "amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Basis: surplusLaw(), Example: "1.00", At: record.At(func(d *DeclaredSurplus) *money.Amount { return &d.Amount })},
		{Key: "evidence", Title: text("金额依据", "evidence of the amount"), Type: noteType, Required: record.Not(nominal), Absent: nominal, Basis: surplusLaw(), Example: "采购合同", At: record.AtText(func(d *DeclaredSurplus) *string { return &d.Evidence })},
		why("noVoucher", "无凭据的说明", "no voucher", "历年自行采集，无成本凭据", func(d *DeclaredSurplus) *string { return &d.NoVoucher }),
		why("noAppraisal", "未评估的说明", "no appraisal", "未按规定评估", func(d *DeclaredSurplus) *string { return &d.NoAppraisal }),
		why("noReplacement", "重置成本无法确定的说明", "no replacement cost", "无同类数据的采集成本可参照", func(d *DeclaredSurplus) *string { return &d.NoReplacement }),
		{Key: "reason", Title: text("名义金额理由", "reason for the nominal amount"), Type: noteType, Required: nominal, Absent: record.Not(nominal), Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第25条"), rule.GX("4.4.2")}, Example: "自行形成，成本无法可靠计量", At: record.AtText(func(d *DeclaredSurplus) *string { return &d.Reason })},
	})
}

// stocktakeLaw: at least once a year (1701 三(四)).
func stocktakeLaw() []rule.Clause {
	return []rule.Clause{rule.In("财会〔2017〕25号", "1701 三(四)")}
}

var stocktakeSheets = sync.OnceValue(func() *record.Table[StocktakeSheet] {
	kinds := ownCodes("stocktake-kind", "盘点类型", "kind of stocktake",
		codeEntry("yearly", "年度盘点", "yearly"), codeEntry("ordered", "专项清查", "ordered"), codeEntry("handover", "交接盘点", "on handing over"))
	apart := record.Equals("agrees", "false")
	yes := func(key, zh, en string, at func(*StocktakeLine) *record.Opt[bool]) record.Field[StocktakeLine] {
		return record.Field[StocktakeLine]{Key: key, Title: text(zh, en), Type: record.Boolean{}, Required: record.Always(), Basis: stocktakeLaw(), Example: "true", At: record.At(at)}
	}
	lines := record.MustTable(record.Definition{Name: "stocktake-line", Title: text("盘点的数据资产", "asset of a stocktake"), Basis: stocktakeLaw()}, []record.Field[StocktakeLine]{
		{Key: "asset", Title: text("资产编号", "asset"), Type: idType, Required: record.Always(), Example: "JT-01", At: record.AtText(func(l *StocktakeLine) *string { return &l.Asset })},
		{Key: "name", Title: text("资产名称", "name"), Type: nameType, Required: record.Always(), Example: "公路基础数据", At: record.AtText(func(l *StocktakeLine) *string { return &l.Name })},
		yes("found", "实有", "there", func(l *StocktakeLine) *record.Opt[bool] { return &l.Found }),
		yes("inLedger", "台账有", "in the ledger", func(l *StocktakeLine) *record.Opt[bool] { return &l.InLedger }),
		yes("hasCard", "卡片有", "has a card", func(l *StocktakeLine) *record.Opt[bool] { return &l.HasCard }),
		yes("inBooks", "账簿有", "in the books", func(l *StocktakeLine) *record.Opt[bool] { return &l.InBooks }),
		{Key: "bookAmount", Title: text("账面原值", "booked amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Equals("inBooks", "true"), Absent: record.Equals("inBooks", "false"), Basis: stocktakeLaw(), Example: "1.00", At: record.At(func(l *StocktakeLine) *money.Amount { return &l.BookAmount })},
		yes("agrees", "账实、账卡相符", "agrees", func(l *StocktakeLine) *record.Opt[bool] { return &l.Agrees }),
		{Key: "cause", Title: text("差异原因", "cause of the difference"), Type: noteType, Required: apart, Absent: record.Not(apart), Basis: stocktakeLaw(), Example: "系统停用未及时注销", At: record.AtText(func(l *StocktakeLine) *string { return &l.Cause })},
		{Key: "treatment", Title: text("处理意见", "treatment"), Type: noteType, Required: apart, Absent: record.Not(apart), Basis: append(stocktakeLaw(), rule.In("财会〔2017〕25号", "1902 三")), Example: "报批后核销", At: record.AtText(func(l *StocktakeLine) *string { return &l.Treatment })},
		{Key: "due", Title: text("处理期限", "due"), Type: record.Date{}, Required: apart, Absent: record.Not(apart), Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1902 三")}, Example: "2025-12-31", At: record.At(func(l *StocktakeLine) *calendar.Date { return &l.Due })},
	})
	return record.MustTable(record.Definition{
		Name: "stocktake", Title: text("数据资产盘点表", "stocktake of data assets"), Basis: stocktakeLaw(),
		Doc: text("每年至少一次：实有与台账、卡片、账簿逐项核对。", "At least once a year: what is there beside ledger, card and books."),
	}, []record.Field[StocktakeSheet]{
		unitField(func(s *StocktakeSheet) *string { return &s.Unit }),
		{Key: "year", Title: text("年度", "year"), Type: record.Integer{Min: 2019, Max: 2199}, Required: record.Always(), Basis: stocktakeLaw(), Example: "2025", At: record.At(func(s *StocktakeSheet) *record.Opt[int64] { return &s.Year })},
		onField("盘点日期", "taken on", "2025-11-30", stocktakeLaw(), func(s *StocktakeSheet) *calendar.Date { return &s.On }),
		{Key: "kind", Title: text("盘点类型", "kind"), Type: record.Code{List: kinds}, Required: record.Always(), Example: "yearly", At: record.AtText(func(s *StocktakeSheet) *string { return &s.Kind })},
		{Key: "lines", Title: text("数据资产", "assets"), Type: record.List{Min: 1, Max: 1000}, Required: record.Always(), Basis: stocktakeLaw(), At: record.AtList(lines, func(s *StocktakeSheet) *[]StocktakeLine { return &s.Lines })},
		{Key: "takenBy", Title: text("盘点人", "taken by"), Type: nameType, Required: record.Always(), Example: "乙", At: record.AtText(func(s *StocktakeSheet) *string { return &s.TakenBy })},
		{Key: "supervisedBy", Title: text("监盘人", "supervised by"), Type: nameType, Required: record.Always(), Example: "甲", At: record.AtText(func(s *StocktakeSheet) *string { return &s.SupervisedBy })},
		{Key: "conclusion", Title: text("盘点结论", "conclusion"), Type: longType, Required: record.Always(), Basis: stocktakeLaw(), Example: "账实相符", At: record.AtText(func(s *StocktakeSheet) *string { return &s.Conclusion })},
	})
})

// holidayLaw is who arranges the days: the State Council by its yearly notice.
func holidayLaw() []rule.Clause { return gx("4.6.3", "5.1.1") }

var holidayNotices = sync.OnceValue(func() *record.Table[HolidayNotice] {
	days := func(name, zh, en, example string) *record.Table[WorkedDay] {
		return record.MustTable(record.Definition{Name: name, Title: text(zh, en)}, []record.Field[WorkedDay]{
			{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), Example: example, At: record.At(func(d *WorkedDay) *calendar.Date { return &d.On })},
		})
	}
	off := record.MustTable(record.Definition{Name: "days-off", Title: text("放假", "days off")}, []record.Field[DaysOff]{
		{Key: "name", Title: text("节日", "holiday"), Type: nameType, Required: record.Always(), Example: "元旦", At: record.AtText(func(d *DaysOff) *string { return &d.Name })},
		{Key: "from", Title: text("自", "from"), Type: record.Date{}, Required: record.Always(), Example: "2026-01-01", At: record.At(func(d *DaysOff) *calendar.Date { return &d.From })},
		{Key: "to", Title: text("至", "to"), Doc: text("只有一天的不填。", "Left out for a single day."), Type: record.Date{}, Example: "2026-01-03", At: record.At(func(d *DaysOff) *calendar.Date { return &d.To })},
		{Key: "statutory", Title: text("其中法定节假日", "of them, days that the law names"), Type: record.List{Min: 0, Max: 10}, At: record.AtList(days("statutory-day", "法定节假日", "statutory day", "2026-01-01"), func(d *DaysOff) *[]WorkedDay { return &d.Statutory })},
	})
	evidence := ownCodes("notice-evidence", "通知来源的可靠程度", "how the notice is known",
		codeEntry("read", "读过原文", "the notice was read"), codeEntry("cited", "他处引用", "cited by others"), codeEntry("reports", "新闻报道", "news reports"))
	return record.MustTable(record.Definition{
		Name: "holiday-notice", Title: text("节假日安排通知", "notice of holidays"), Basis: holidayLaw(),
		Doc: text("工作日期限按当年的放假调休通知计算；通知公布当日录入即可使用。", "Terms in working days count by the year's notice; entered on the day of its publication, it can be used."),
	}, []record.Field[HolidayNotice]{
		{Key: "year", Title: text("年份", "year"), Type: record.Integer{Min: 1949, Max: 2199}, Required: record.Always(), Example: "2026", At: record.At(func(n *HolidayNotice) *record.Opt[int64] { return &n.Year })},
		{Key: "number", Title: text("文号", "number"), Type: nameType, Example: "国办发明电〔2025〕7号", At: record.AtText(func(n *HolidayNotice) *string { return &n.Number })},
		{Key: "signed", Title: text("成文日期", "signed on"), Type: record.Date{}, Example: "2025-11-04", At: record.At(func(n *HolidayNotice) *calendar.Date { return &n.Signed })},
		{Key: "published", Title: text("公布日期", "published on"), Type: record.Date{}, Example: "2025-11-04", At: record.At(func(n *HolidayNotice) *calendar.Date { return &n.Published })},
		{Key: "evidence", Title: text("来源的可靠程度", "how it is known"), Type: record.Code{List: evidence}, Required: record.Always(), Example: "read", At: record.AtText(func(n *HolidayNotice) *string { return &n.Evidence })},
		{Key: "source", Title: text("出处", "source"), Type: record.Text{Max: 300}, Example: "中国政府网", At: record.AtText(func(n *HolidayNotice) *string { return &n.Source })},
		{Key: "note", Title: text("存疑之处", "what is doubtful"), Type: noteType, Absent: record.Equals("evidence", "read"), Required: record.Equals("evidence", "reports"), Example: "仅见报道", At: record.AtText(func(n *HolidayNotice) *string { return &n.Note })},
		{Key: "off", Title: text("放假", "days off"), Type: record.List{Min: 0, Max: 30}, Required: record.Always(), At: record.AtList(off, func(n *HolidayNotice) *[]DaysOff { return &n.Off })},
		{Key: "worked", Title: text("调休上班", "make-up workdays"), Type: record.List{Min: 0, Max: 30}, At: record.AtList(days("worked-day", "调休上班日", "make-up workday", "2026-01-04"), func(n *HolidayNotice) *[]WorkedDay { return &n.Worked })},
	})
})
