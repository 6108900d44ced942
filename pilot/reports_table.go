package pilot

import (
	"strconv"
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

var (
	longType    = record.Text{Max: 2000, Lines: true}
	quarterType = record.Code{List: quarterList()}
)

// LiaisonLists returns the table of [LiaisonList].
func LiaisonLists() *record.Table[LiaisonList] { return liaisonLists() }

// UnitPlans returns the table of [UnitPlan].
func UnitPlans() *record.Table[UnitPlan] { return unitPlans() }

// ProgressReports returns the table of [ProgressReport].
func ProgressReports() *record.Table[ProgressReport] { return progressReports() }

// ClosingSummaries returns the table of [ClosingSummary].
func ClosingSummaries() *record.Table[ClosingSummary] { return closingSummaries() }

// ownCodes is a list of codes that no document gives.
func ownCodes(name, zh, en string, codes ...record.CodeEntry) record.CodeList {
	return record.CodeList{
		Name: name, Title: text(zh, en), Evidence: rule.Judgement,
		Judgement: text("方案未定格式，按工作需要列出", "the plan gives no form; listed as the work needs it"), Codes: codes,
	}
}

func codeEntry(code, zh, en string) record.CodeEntry {
	return record.CodeEntry{Code: code, Title: text(zh, en)}
}

// titledCodes gives codes to titles in their order.
func titledCodes(name, zh, en, key string, titles []rule.Text, codes ...string) record.CodeList {
	l := record.CodeList{Name: name, Title: text(zh, en), Basis: gx(key), Evidence: rule.FullText}
	for i, code := range codes {
		l.Codes = append(l.Codes, record.CodeEntry{Code: code, Title: titles[i]})
	}
	return l
}

func linkList() record.CodeList {
	return titledCodes("pilot-link", "环节", "link", "1", Links(), "ledger", "registration", "authorisation", "distribution", "trading")
}

func aspectList() record.CodeList {
	return titledCodes("enterprise-aspect", "企业试点方面", "aspect of an enterprise's pilot", "4.7.7", Aspects(),
		"recognition", "authorisation", "product", "scenario", "distribution", "trading", "risk")
}

// quarterList is the quarters of the pilot.
func quarterList() record.CodeList {
	l := record.CodeList{Name: "pilot-quarter", Title: text("季度", "quarter"), Basis: gx("3.1", "5.1.1"), Evidence: rule.FullText}
	for n := 1; n < 8; n++ { // from the second of 2025 to the last of 2026
		year, quarter := strconv.Itoa(2025+n/4), strconv.Itoa(n%4+1)
		l.Codes = append(l.Codes, record.CodeEntry{Code: year + "Q" + quarter, Title: text(year+"年第"+quarter+"季度", "quarter "+quarter+" of "+year)})
	}
	return l
}

func entityType() record.Type { return typeOf(asset.Resources().Definition(), "holderKind") }

func isEnterprise() record.Condition { return record.Equals("holderKind", string(rule.Enterprise)) }

func unitField[T any](at func(*T) *string) record.Field[T] {
	return record.Field[T]{Key: "unit", Title: text("试点单位", "pilot unit"), Type: nameType, Required: record.Always(), Basis: gx("2.1"), Example: "自治区交通运输厅", At: record.AtText(at)}
}

func holderKindField[T any](at func(*T) *rule.Entity) record.Field[T] {
	return record.Field[T]{Key: "holderKind", Title: text("单位性质", "kind of holder"), Type: entityType(), Required: record.Always(), Basis: gx("2.2"), Example: "administrative", At: record.AtText(at)}
}

func onField[T any](zh, en, example string, basis []rule.Clause, at func(*T) *calendar.Date) record.Field[T] {
	return record.Field[T]{Key: "on", Title: text(zh, en), Type: record.Date{}, Required: record.Always(), Basis: basis, Example: example, At: record.At(at)}
}

func signedFields[T any](prepared, approved func(*T) *string) []record.Field[T] {
	return []record.Field[T]{
		{Key: "preparedBy", Title: text("填报人", "prepared by"), Type: nameType, Required: record.Always(), Example: "乙", At: record.AtText(prepared)},
		{Key: "approvedBy", Title: text("审核人", "approved by"), Type: nameType, Required: record.Always(), Example: "甲", At: record.AtText(approved)},
	}
}

var liaisonLists = sync.OnceValue(func() *record.Table[LiaisonList] {
	people := record.MustTable(record.Definition{Name: "liaison", Title: text("联络员", "liaison")}, []record.Field[Liaison]{
		{Key: "part", Title: text("职责", "part"), Type: record.Code{List: record.CodeList{
			Name: "liaison-part", Title: text("名单中的职责", "part in the list"), Basis: gx("6.2"), Evidence: rule.FullText,
			Codes: []record.CodeEntry{codeEntry("leader", "负责人", "leader"), codeEntry("contact", "联络员", "contact")},
		}}, Required: record.Always(), Basis: gx("6.2"), Example: "contact", At: record.AtText(func(l *Liaison) *string { return &l.Part })},
		{Key: "name", Title: text("姓名", "name"), Type: nameType, Required: record.Always(), Basis: gx("6.2"), Example: "乙", At: record.AtText(func(l *Liaison) *string { return &l.Name })},
		{Key: "position", Title: text("职务", "position"), Type: nameType, Example: "科技处副处长", At: record.AtText(func(l *Liaison) *string { return &l.Position })},
		{Key: "phone", Title: text("联系电话", "phone"), Type: record.Text{Max: 20, Shape: record.CodeText}, Required: record.Equals("part", "contact"), Example: "0771-0000000", At: record.AtText(func(l *Liaison) *string { return &l.Phone })},
		{Key: "email", Title: text("电子邮箱", "e-mail"), Type: record.Text{Max: 100, Shape: record.Email}, Example: "a@example.cn", At: record.AtText(func(l *Liaison) *string { return &l.Email })},
	})
	return record.MustTable(record.Definition{
		Name: "liaison-list", Title: text("试点单位联络员名单", "liaison list"), Basis: gx("6.2", "5.1.3"),
		Doc: text("负责人和联络员，报自治区财政厅资产管理处。", "Leader and contact, sent to the asset division of the region finance department."),
	}, []record.Field[LiaisonList]{
		unitField(func(l *LiaisonList) *string { return &l.Unit }),
		{Key: "department", Title: text("责任部门", "responsible department"), Type: nameType, Required: record.Always(), Basis: gx("5.1.3"), Example: "科技处", At: record.AtText(func(l *LiaisonList) *string { return &l.Department })},
		onField("报送日期", "sent on", "2025-04-09", gx("6.2"), func(l *LiaisonList) *calendar.Date { return &l.On }),
		{Key: "people", Title: text("人员", "people"), Type: record.List{Min: 1, Max: 20}, Required: record.Always(), Basis: gx("6.2"), At: record.AtList(people, func(l *LiaisonList) *[]Liaison { return &l.People })},
	})
})

var unitPlans = sync.OnceValue(func() *record.Table[UnitPlan] {
	milestones := record.MustTable(record.Definition{Name: "plan-milestone", Title: text("任务安排", "milestone"), Basis: gx("3.3", "3.4")}, []record.Field[Milestone]{
		{Key: "link", Title: text("环节", "link"), Type: record.Code{List: linkList()}, Required: record.Always(), Basis: gx("1"), Example: "ledger", At: record.AtText(func(m *Milestone) *string { return &m.Link })},
		{Key: "task", Title: text("任务", "task"), Type: noteType, Required: record.Always(), Basis: gx("3.3"), Example: "编制数据资产台账", At: record.AtText(func(m *Milestone) *string { return &m.Task })},
		{Key: "due", Title: text("完成时限", "due"), Type: record.Date{}, Required: record.Always(), Basis: gx("3.3", "3.4"), Example: "2025-05-31", At: record.At(func(m *Milestone) *calendar.Date { return &m.Due })},
		{Key: "result", Title: text("预期成果", "expected result"), Type: noteType, Example: "台账一套", At: record.AtText(func(m *Milestone) *string { return &m.Result })},
	})
	sectors := asset.Sectors()
	return record.MustTable(record.Definition{
		Name: "pilot-plan", Title: text("试点工作方案", "pilot plan of a unit"), Basis: gx("3.2"),
		Doc: text("试点单位自己的方案，报自治区财政厅备案。", "A unit's own plan, filed with the region finance department."),
		Groups: []record.Group{
			{Key: "unit", Title: text("单位", "unit")}, {Key: "contents", Title: text("试点内容", "contents")}, {Key: "work", Title: text("组织保障", "organisation")},
		},
	}, []record.Field[UnitPlan]{
		grouped("unit", unitField(func(p *UnitPlan) *string { return &p.Unit })),
		grouped("unit", holderKindField(func(p *UnitPlan) *rule.Entity { return &p.HolderKind })),
		{Key: "number", Group: "unit", Title: text("文号", "number"), Type: nameType, Example: "示例函〔2025〕1号", At: record.AtText(func(p *UnitPlan) *string { return &p.Number })},
		grouped("unit", onField("备案日期", "filed on", "2025-06-20", gx("3.2"), func(p *UnitPlan) *calendar.Date { return &p.On })),
		{Key: "contents", Group: "contents", Title: text("试点主要内容", "main contents"), Type: longType, Required: record.Always(), Basis: gx("3.6"), Example: "公路养护数据资产全过程管理", At: record.AtText(func(p *UnitPlan) *string { return &p.Contents })},
		{Key: "links", Group: "contents", Title: text("试点环节", "links"), Type: record.Codes{List: linkList()}, Required: record.Always(), Basis: gx("1", "3.3"), Example: "ledger;registration;authorisation", At: record.AtTexts(func(p *UnitPlan) *[]string { return &p.Links })},
		{Key: "aspects", Group: "contents", Title: text("企业试点方面", "aspects"), Type: record.Codes{List: aspectList()}, Required: isEnterprise(), Absent: record.Not(isEnterprise()), Basis: gx("4.7.7"), Example: "recognition;scenario", At: record.AtTexts(func(p *UnitPlan) *[]string { return &p.Aspects })},
		{Key: "fields", Group: "contents", Title: text("重点领域", "key fields"), Type: record.Codes{List: sectors}, Basis: gx("3.5"), Example: sectors.Codes[0].Code, At: record.AtTexts(func(p *UnitPlan) *[]string { return &p.Fields })},
		{Key: "scenarios", Group: "contents", Title: text("拟挖掘的场景和产品", "scenarios and products"), Type: longType, Required: record.Always(), Basis: gx("3.3"), Example: "桥梁健康监测", At: record.AtText(func(p *UnitPlan) *string { return &p.Scenarios })},
		{Key: "milestones", Group: "contents", Title: text("任务安排", "milestones"), Type: record.List{Min: 1, Max: 100}, Required: record.Always(), Basis: gx("3.3", "3.4"), At: record.AtList(milestones, func(p *UnitPlan) *[]Milestone { return &p.Milestones })},
		{Key: "department", Group: "work", Title: text("责任部门", "responsible department"), Type: nameType, Required: record.Always(), Basis: gx("5.1.3"), Example: "科技处", At: record.AtText(func(p *UnitPlan) *string { return &p.Department })},
		{Key: "leader", Group: "work", Title: text("负责人", "leader"), Type: nameType, Required: record.Always(), Basis: gx("5.1.3"), Example: "甲", At: record.AtText(func(p *UnitPlan) *string { return &p.Leader })},
		{Key: "subordinates", Group: "work", Title: text("自行确定的下属单位和县（市、区）", "subordinate units and counties"), Type: record.List{Max: 200, Element: nameType}, Basis: gx("5.2"), Example: "某厅下属单位", At: record.AtTexts(func(p *UnitPlan) *[]string { return &p.Subordinates })},
		{Key: "rules", Group: "work", Title: text("拟完善的制度标准和工作机制", "rules, standards and mechanism"), Type: longType, Basis: gx("3.7"), Example: "数据资产管理办法", At: record.AtText(func(p *UnitPlan) *string { return &p.Rules })},
		{Key: "security", Group: "work", Title: text("数据安全制度和应急预案", "security system and emergency plan"), Type: longType, Required: record.Always(), Basis: gx("5.3.1"), Example: "已建立数据安全管理制度和应急预案", At: record.AtText(func(p *UnitPlan) *string { return &p.Security })},
	})
})

// grouped puts a field under a group.
func grouped[T any](group string, f record.Field[T]) record.Field[T] {
	f.Group = group
	return f
}

var reportFigures = sync.OnceValue(func() *record.Table[Figures] {
	count := func(key, zh, en, example, clause string, at func(*Figures) *record.Opt[int64]) record.Field[Figures] {
		return record.Field[Figures]{Key: key, Title: text(zh, en), Type: record.Integer{}, Unit: text("项", "items"), Required: record.Always(), Basis: gx(strings.Fields(clause)...), Example: example, Calculated: true, At: record.At(at)}
	}
	sum := func(key, zh, en, example, clause string, at func(*Figures) *money.Amount) record.Field[Figures] {
		return record.Field[Figures]{Key: key, Title: text(zh, en), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Basis: gx(strings.Fields(clause)...), Example: example, Calculated: true, At: record.At(at)}
	}
	return record.MustTable(record.Definition{
		Name: "pilot-figures", Title: text("进展数据", "figures"), Basis: gx("5.1.1"),
		Doc: text("自试点开始累计，均可由所列摘要的台账、登记、账簿重新得出。", "From the start of the pilot on; all can be counted again from ledger, registrations and books."),
	}, []record.Field[Figures]{
		count("resources", "清查数据资源", "resources swept", "120", "4.1.1", func(f *Figures) *record.Opt[int64] { return &f.Resources }),
		count("confirmed", "确认数据资产", "assets confirmed", "36", "4.1.2", func(f *Figures) *record.Opt[int64] { return &f.Confirmed }),
		count("listed", "列入台账", "in the ledger", "36", "4.2.1", func(f *Figures) *record.Opt[int64] { return &f.Listed }),
		count("registered", "已登记", "registered", "20", "4.3.1", func(f *Figures) *record.Opt[int64] { return &f.Registered }),
		count("nominal", "按名义金额入账", "booked at nominal amount", "12", "4.4.2", func(f *Figures) *record.Opt[int64] { return &f.Nominal }),
		count("atCost", "按成本入账", "booked at cost", "6", "4.4.1", func(f *Figures) *record.Opt[int64] { return &f.AtCost }),
		sum("bookAmount", "入账金额", "booked amount", "1860012.00", "4.4.1", func(f *Figures) *money.Amount { return &f.BookAmount }),
		count("authorised", "授权运营", "under authorised operation", "4", "4.5.4", func(f *Figures) *record.Opt[int64] { return &f.Authorised }),
		count("supplied", "对外提供", "supplied to others", "3", "4.3.2", func(f *Figures) *record.Opt[int64] { return &f.Supplied }),
		count("traded", "交易", "traded", "1", "4.7.4", func(f *Figures) *record.Opt[int64] { return &f.Traded }),
		sum("received", "取得收入", "revenue received", "600000.00", "4.6.3", func(f *Figures) *money.Amount { return &f.Received }),
		sum("remitted", "上缴收入", "revenue remitted", "594059.41", "4.6.2", func(f *Figures) *money.Amount { return &f.Remitted }),
		{Key: "ledgerDigest", Title: text("台账摘要", "digest of the ledger"), Doc: text("编报时台账末行的摘要，据此可以重新得出各项数据。", "Digest of the ledger's last line when the report was made, from which the figures can be counted again."), Type: record.Identifier{Scheme: record.Digest}, Required: record.Always(), Basis: gx("4.2.3"), Calculated: true, Example: "sha256:" + strings.Repeat("0", 64), At: record.AtText(func(f *Figures) *string { return &f.LedgerDigest })},
	})
})

func linkProgress() *record.Table[LinkProgress] {
	return record.MustTable(record.Definition{Name: "link-progress", Title: text("环节进展", "progress of a link"), Basis: gx("1")}, []record.Field[LinkProgress]{
		{Key: "link", Title: text("环节", "link"), Type: record.Code{List: linkList()}, Required: record.Always(), Basis: gx("1"), Example: "ledger", At: record.AtText(func(l *LinkProgress) *string { return &l.Link })},
		{Key: "progress", Title: text("进展和成效", "progress and results"), Type: longType, Required: record.Always(), Basis: gx("5.1.1", "5.1.2"), Example: "台账已编制，36 项", At: record.AtText(func(l *LinkProgress) *string { return &l.Progress })},
	})
}

func aspectProgress() *record.Table[AspectProgress] {
	return record.MustTable(record.Definition{Name: "aspect-progress", Title: text("方面进展", "progress of an aspect"), Basis: gx("4.7.7")}, []record.Field[AspectProgress]{
		{Key: "aspect", Title: text("方面", "aspect"), Type: record.Code{List: aspectList()}, Required: record.Always(), Basis: gx("4.7.7"), Example: "recognition", At: record.AtText(func(a *AspectProgress) *string { return &a.Aspect })},
		{Key: "progress", Title: text("进展和成效", "progress and results"), Type: longType, Required: record.Always(), Basis: gx("4.7.7"), Example: "已确认 12 项", At: record.AtText(func(a *AspectProgress) *string { return &a.Progress })},
	})
}

func difficulties() *record.Table[Difficulty] {
	return record.MustTable(record.Definition{Name: "pilot-difficulty", Title: text("问题困难", "difficulty"), Basis: gx("5.1.2", "6.5")}, []record.Field[Difficulty]{
		{Key: "what", Title: text("问题困难", "difficulty"), Type: longType, Required: record.Always(), Basis: gx("5.1.2", "6.5"), Example: "历史数据成本难以归集", At: record.AtText(func(d *Difficulty) *string { return &d.What })},
		{Key: "cause", Title: text("原因", "cause"), Type: longType, Required: record.Always(), Basis: gx("5.1.2"), Example: "项目未单列数据成本", At: record.AtText(func(d *Difficulty) *string { return &d.Cause })},
		{Key: "proposal", Title: text("建议", "proposal"), Type: longType, Required: record.Always(), Basis: gx("5.1.2"), Example: "明确成本拆分办法", At: record.AtText(func(d *Difficulty) *string { return &d.Proposal })},
	})
}

var progressReports = sync.OnceValue(func() *record.Table[ProgressReport] {
	return record.MustTable(record.Definition{
		Name: "progress-report", Title: text("季度进展报告", "quarterly progress report"), Basis: gx("5.1.1"), DateOf: "on",
		Doc: text("每季度结束后10个工作日内报自治区财政厅。", "To the region finance department within 10 working days after each quarter."),
	}, append([]record.Field[ProgressReport]{
		unitField(func(r *ProgressReport) *string { return &r.Unit }),
		holderKindField(func(r *ProgressReport) *rule.Entity { return &r.HolderKind }),
		{Key: "quarter", Title: text("季度", "quarter"), Type: quarterType, Required: record.Always(), Basis: gx("5.1.1"), Example: "2025Q2", At: record.AtText(func(r *ProgressReport) *string { return &r.Quarter })},
		onField("报送日期", "sent on", "2025-07-10", gx("5.1.1"), func(r *ProgressReport) *calendar.Date { return &r.On }),
		{Key: "figures", Title: text("进展数据", "figures"), Type: record.Nested{}, Required: record.Always(), Basis: gx("5.1.1"), At: record.AtNested(reportFigures(), func(r *ProgressReport) *Figures { return &r.Figures })},
		{Key: "links", Title: text("各环节进展", "progress by link"), Type: record.List{Min: 1, Max: 5}, Required: record.Always(), Basis: gx("1", "5.1.1"), At: record.AtList(linkProgress(), func(r *ProgressReport) *[]LinkProgress { return &r.Links })},
		{Key: "aspects", Title: text("企业各方面进展", "progress by aspect"), Type: record.List{Min: 1, Max: 7}, Required: isEnterprise(), Absent: record.Not(isEnterprise()), Basis: gx("4.7.7"), At: record.AtList(aspectProgress(), func(r *ProgressReport) *[]AspectProgress { return &r.Aspects })},
		{Key: "difficulties", Title: text("问题困难", "difficulties"), Type: record.List{Min: 0, Max: 50}, Basis: gx("6.5"), At: record.AtList(difficulties(), func(r *ProgressReport) *[]Difficulty { return &r.Difficulties })},
		{Key: "next", Title: text("下一步安排", "next steps"), Type: longType, Required: record.Always(), Basis: gx("5.1.1"), Example: "完成登记", At: record.AtText(func(r *ProgressReport) *string { return &r.Next })},
	}, signedFields(func(r *ProgressReport) *string { return &r.PreparedBy }, func(r *ProgressReport) *string { return &r.ApprovedBy })...))
})

var closingSummaries = sync.OnceValue(func() *record.Table[ClosingSummary] {
	cases := record.MustTable(record.Definition{Name: "model-case", Title: text("应用标杆和典型案例", "benchmark or model case"), Basis: gx("1.2", "3.4")}, []record.Field[ModelCase]{
		{Key: "kind", Title: text("类型", "kind"), Type: record.Code{List: record.CodeList{
			Name: "case-kind", Title: text("标杆案例类型", "kind of case"), Basis: gx("1.2"), Evidence: rule.FullText,
			Codes: []record.CodeEntry{codeEntry("benchmark", "应用标杆", "benchmark application"), codeEntry("model", "典型案例", "model case")},
		}}, Required: record.Always(), Basis: gx("1.2"), Example: "model", At: record.AtText(func(c *ModelCase) *string { return &c.Kind })},
		{Key: "name", Title: text("名称", "name"), Type: nameType, Required: record.Always(), Basis: gx("1.2"), Example: "桥梁健康监测", At: record.AtText(func(c *ModelCase) *string { return &c.Name })},
		{Key: "field", Title: text("领域", "field"), Type: record.Code{List: asset.Sectors()}, Basis: gx("3.5"), Example: asset.Sectors().Codes[0].Code, At: record.AtText(func(c *ModelCase) *string { return &c.Field })},
		{Key: "content", Title: text("内容", "content"), Type: longType, Required: record.Always(), Basis: gx("1.2"), Example: "以监测数据支撑养护决策", At: record.AtText(func(c *ModelCase) *string { return &c.Content })},
		{Key: "effect", Title: text("成效", "effect"), Type: longType, Required: record.Always(), Basis: gx("3.4"), Example: "养护成本下降", At: record.AtText(func(c *ModelCase) *string { return &c.Effect })},
	})
	return record.MustTable(record.Definition{
		Name: "closing-summary", Title: text("试点工作总结", "closing summary"), Basis: gx("5.1.2"), DateOf: "on",
		Doc: text("试点工作完成后1个月内报自治区财政厅。", "To the region finance department within a month after the pilot is completed."),
	}, append([]record.Field[ClosingSummary]{
		unitField(func(s *ClosingSummary) *string { return &s.Unit }),
		holderKindField(func(s *ClosingSummary) *rule.Entity { return &s.HolderKind }),
		{Key: "completedOn", Title: text("试点完成日期", "completed on"), Type: record.Date{}, Required: record.Always(), Basis: gx("5.1.2"), Judgement: text("完成日期未定，以2026-12-31或单位声明的更早日期为准（P23）", "the day of completion is not fixed: 2026-12-31, or the earlier day that the unit declares (P23)"), Example: "2026-12-31", At: record.At(func(s *ClosingSummary) *calendar.Date { return &s.CompletedOn })},
		onField("报送日期", "sent on", "2027-01-20", gx("5.1.2"), func(s *ClosingSummary) *calendar.Date { return &s.On }),
		{Key: "figures", Title: text("试点数据", "figures"), Type: record.Nested{}, Required: record.Always(), Basis: gx("5.1.2"), At: record.AtNested(reportFigures(), func(s *ClosingSummary) *Figures { return &s.Figures })},
		{Key: "links", Title: text("各环节成果", "results by link"), Type: record.List{Min: 5, Max: 5}, Doc: text("五个环节各一项。", "One for each of the five links."), Required: record.Always(), Basis: gx("5.1.2"), At: record.AtList(linkProgress(), func(s *ClosingSummary) *[]LinkProgress { return &s.Links })},
		{Key: "aspects", Title: text("企业各方面成果", "results by aspect"), Type: record.List{Min: 1, Max: 7}, Required: isEnterprise(), Absent: record.Not(isEnterprise()), Basis: gx("4.7.7"), At: record.AtList(aspectProgress(), func(s *ClosingSummary) *[]AspectProgress { return &s.Aspects })},
		{Key: "difficulties", Title: text("困难、原因和建议", "difficulties, causes and proposals"), Type: record.List{Min: 0, Max: 50}, Required: record.Not(record.Present("noDifficulty")), Basis: gx("5.1.2"), At: record.AtList(difficulties(), func(s *ClosingSummary) *[]Difficulty { return &s.Difficulties })},
		{Key: "noDifficulty", Title: text("无困难的说明", "why there are none"), Type: noteType, Absent: record.Present("difficulties"), Basis: gx("5.1.2"), Example: "试点按计划完成", At: record.AtText(func(s *ClosingSummary) *string { return &s.NoDifficulty })},
		{Key: "rules", Title: text("完善的制度标准和运行机制", "rules, standards and mechanism"), Type: longType, Required: record.Always(), Basis: gx("3.7"), Example: "数据资产管理办法", At: record.AtText(func(s *ClosingSummary) *string { return &s.Rules })},
		{Key: "guide", Title: text("全过程工作指引", "guide to the whole process"), Type: longType, Basis: gx("1.2"), Example: "公路数据资产工作指引", At: record.AtText(func(s *ClosingSummary) *string { return &s.Guide })},
		{Key: "cases", Title: text("应用标杆和典型案例", "benchmarks and model cases"), Type: record.List{Min: 0, Max: 50}, Basis: gx("1.2", "3.4"), At: record.AtList(cases, func(s *ClosingSummary) *[]ModelCase { return &s.Cases })},
	}, signedFields(func(s *ClosingSummary) *string { return &s.PreparedBy }, func(s *ClosingSummary) *string { return &s.ApprovedBy })...))
})
