package accounting

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// EventRecords returns the table of [EventRecord] for the events of tables: the
// kinds, amounts and facts are theirs, the kinds that the law forbids among them, so
// that [Table.Post] refuses those with the clause. Which of them a kind asks for is
// [Table.Asks]; [Table.Post] refuses what it lacks.
func EventRecords(tables ...*Table) *record.Table[EventRecord] { return eventTable(listsOf(tables)) }

// FactRecords returns the table of [FactRecord] for the facts of tables.
func FactRecords(tables ...*Table) *record.Table[FactRecord] { return factTable(listsOf(tables)) }

func listsOf(tables []*Table) lists {
	var l lists
	for _, t := range tables {
		for _, c := range t.source.Types {
			l.kinds = appendCode(l.kinds, string(c.ID), c.Title)
		}
		for _, r := range t.source.Refused {
			l.kinds = appendCode(l.kinds, string(r.ID), r.Title)
		}
		for _, i := range t.source.Inputs {
			l.inputs = appendCode(l.inputs, i.Name, i.Title)
		}
		for _, f := range t.source.Facts {
			l.facts = appendCode(l.facts, f.Key, f.Title)
		}
	}
	return l
}

// lists is the code lists of the events' members.
type lists struct{ kinds, inputs, facts []record.CodeEntry }

// appendCode adds a code, once. Two codes of one title are told apart by the
// code behind it.
func appendCode(all []record.CodeEntry, code string, title rule.Text) []record.CodeEntry {
	for _, c := range all {
		if c.Code == code {
			return all
		}
		if c.Title.ZH == title.ZH || c.Title.EN == title.EN {
			title = text(title.ZH+"（"+code+"）", title.EN+" ("+code+")")
		}
	}
	return append(all, record.CodeEntry{Code: code, Title: title})
}

func eventTable(l lists) *record.Table[EventRecord] {
	return record.MustTable(record.Definition{
		Name: "accounting-event", Title: text("会计事项", "event to be booked"), Basis: basicWork("第48条"), DateOf: "on",
		Doc: text("一件要入账的事：种类、日期、各项资产的金额和条件、凭据和批复。", "Something to be booked: its kind, its day, amounts and facts of each asset, evidence and approval."),
	}, []record.Field[EventRecord]{
		{Key: "id", Title: text("事项编号", "id"), Type: idText, Required: record.Always(), Doc: text("账内唯一；同号同内容再记无效果，同号不同内容被拒绝。", "Unique in the journal; the same again is nothing, with another content it is refused."), Example: "RZ-2025-01", At: record.AtText(func(e *EventRecord) *string { return &e.ID })},
		{Key: "kind", Title: text("事项种类", "kind"), Type: record.Code{List: record.CodeList{
			Name: "accounting-kind", Title: text("事项种类", "kind of event"), Basis: basicWork("第48条"), Evidence: rule.FullText, Codes: l.kinds,
		}}, Required: record.Always(), Example: l.kinds[0].Code, At: record.AtText(func(e *EventRecord) *rule.ID { return &e.Kind })},
		{Key: "on", Title: text("发生日期", "date"), Type: record.Date{}, Required: record.Always(), Basis: basicWork("第48条"), Example: "2025-11-18", At: record.At(func(e *EventRecord) *calendar.Date { return &e.On })},
		{Key: "booked", Title: text("入账日期", "day of booking"), Type: record.Date{}, Basis: basicWork("第51条(一)"), Doc: text("空为发生日期。", "None is the day it happened."), Example: "2025-11-20", At: record.At(func(e *EventRecord) *calendar.Date { return &e.Booked })},
		{Key: "facts", Title: text("条件", "facts"), Type: record.List{Max: 30}, Doc: text("决定科目的条件：付款方式、用途等。", "What decides the accounts: form of payment, use and the like."), At: record.AtList(factTable(l), func(e *EventRecord) *[]FactRecord { return &e.Facts })},
		{Key: "parts", Title: text("各项资产", "assets"), Type: record.List{Min: 1, Max: 1_000}, Required: record.Always(), At: record.AtList(partTable(l), func(e *EventRecord) *[]PartRecord { return &e.Parts })},
		{Key: "approval", Title: text("批准文件", "approval"), Type: record.Nested{}, Basis: basicWork("第48条(七)"), At: record.AtNested(approvalTable(), func(e *EventRecord) *Approval { return &e.Approval })},
		{Key: "documents", Title: text("凭据", "documents"), Type: record.List{Max: 30, Element: idText}, Basis: basicWork("第48条"), Example: "成本凭据", At: record.AtTexts(func(e *EventRecord) *[]string { return &e.Documents })},
		{Key: "attachments", Title: text("附件张数", "documents attached"), Type: record.Integer{Min: 0, Max: 100_000}, Basis: basicWork("第51条(四)"), Example: "2", At: record.At(func(e *EventRecord) *record.Opt[int64] { return &e.Attachments })},
		{Key: "summary", Title: text("摘要", "summary"), Type: summaryText, Basis: basicWork("第51条(一)"), Doc: text("空为事项名称和资产。", "None is the event's title and its assets."), Example: "委托开发，验收", At: record.AtText(func(e *EventRecord) *string { return &e.Summary })},
	})
}

func factTable(l lists) *record.Table[FactRecord] {
	return record.MustTable(record.Definition{
		Name: "accounting-fact", Title: text("条件", "fact"), Basis: basicWork("第48条"),
		Doc: text("条件和取值。", "A fact and its code."),
	}, []record.Field[FactRecord]{
		{Key: "fact", Title: text("条件", "fact"), Type: record.Code{List: record.CodeList{
			Name: "accounting-facts", Title: text("条件", "facts"), Basis: basicWork("第48条"), Evidence: rule.FullText, Codes: l.facts,
		}}, Required: record.Always(), Example: l.facts[0].Code, At: record.AtText(func(f *FactRecord) *string { return &f.Fact })},
		{Key: "code", Title: text("取值", "code"), Type: record.Text{Max: 50, Shape: record.CodeText}, Required: record.Always(), Example: "treasury", At: record.AtText(func(f *FactRecord) *string { return &f.Code })},
	})
}

func partTable(l lists) *record.Table[PartRecord] {
	return record.MustTable(record.Definition{
		Name: "accounting-part", Title: text("资产及其金额", "asset and its amounts"), Basis: basicWork("第48条"),
		Doc: text("事项对一项资产的影响。", "What the event means for one asset."),
	}, []record.Field[PartRecord]{
		{Key: "asset", Title: text("资产", "asset"), Type: idText, Required: record.Always(), Doc: text("资源编号；不涉及某项资产的事项写所指之物。", "Id of the resource; where no asset is booked, what it is about."), Example: "JT-06", At: record.AtText(func(p *PartRecord) *string { return &p.Asset })},
		{Key: "detail", Title: text("明细科目", "detail account"), Type: record.Text{Max: 200}, Doc: text("空为资产卡片的明细科目。", "None is that of the asset's card."), Example: "数据资产——公路", At: record.AtText(func(p *PartRecord) *string { return &p.Detail })},
		{Key: "amounts", Title: text("金额", "amounts"), Type: record.List{Max: 50}, At: record.AtList(amountTable(l), func(p *PartRecord) *[]AmountRecord { return &p.Amounts })},
		{Key: "facts", Title: text("条件", "facts"), Type: record.List{Max: 30}, Doc: text("与事项的条件不同时填写。", "Where they are not the event's."), At: record.AtList(factTable(l), func(p *PartRecord) *[]FactRecord { return &p.Facts })},
		{Key: "others", Title: text("其他资产、供应商、项目", "other assets, suppliers, projects"), Type: record.List{Max: 10}, At: record.AtList(refTable(), func(p *PartRecord) *[]RefRecord { return &p.Others })},
		{Key: "terms", Title: text("摊销条件", "terms of amortisation"), Type: record.Nested{}, Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第16条")}, At: record.AtNested(termsTable(), func(p *PartRecord) *TermsRecord { return &p.Terms })},
	})
}

func amountTable(l lists) *record.Table[AmountRecord] {
	return record.MustTable(record.Definition{
		Name: "accounting-amount", Title: text("金额", "amount"), Basis: basicWork("第52条"),
		Doc: text("金额名称和金额。", "The name of an amount, and the amount."),
	}, []record.Field[AmountRecord]{
		{Key: "input", Title: text("金额名称", "name"), Type: record.Code{List: record.CodeList{
			Name: "accounting-input", Title: text("金额名称", "names of amounts"), Basis: basicWork("第48条"), Evidence: rule.FullText, Codes: l.inputs,
		}}, Required: record.Always(), Example: l.inputs[0].Code, At: record.AtText(func(a *AmountRecord) *string { return &a.Input })},
		{Key: "amount", Title: text("金额", "amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Example: "1860000.00", At: record.At(func(a *AmountRecord) *money.Amount { return &a.Amount })},
	})
}

func refTable() *record.Table[RefRecord] {
	return record.MustTable(record.Definition{
		Name: "accounting-other", Title: text("其他资产、供应商、项目", "other asset, supplier, project"), Basis: basicWork("第48条"),
		Doc: text("事项种类所称的另一方。", "What the kind of event calls by a name of its own."),
	}, []record.Field[RefRecord]{
		{Key: "ref", Title: text("称谓", "called"), Type: record.Text{Max: 30, Shape: record.CodeText}, Required: record.Always(), Example: "given", At: record.AtText(func(r *RefRecord) *string { return &r.Ref })},
		{Key: "asset", Title: text("资产", "asset"), Type: idText, Example: "JT-90", At: record.AtText(func(r *RefRecord) *string { return &r.Asset })},
		{Key: "detail", Title: text("明细科目", "detail account"), Type: record.Text{Max: 200}, Example: "数据资产——旧平台", At: record.AtText(func(r *RefRecord) *string { return &r.Detail })},
	})
}

// TermsRecords returns the table of [TermsRecord].
func TermsRecords() *record.Table[TermsRecord] { return termsTable() }

// Approvals returns the table of [Approval].
func Approvals() *record.Table[Approval] { return approvalTable() }

func termsTable() *record.Table[TermsRecord] {
	standard := func(place string) []rule.Clause { return []rule.Clause{rule.In("财会〔2016〕12号", place)} }
	cost := record.Equals("measured", "cost")
	return record.MustTable(record.Definition{
		Name: "accounting-terms", Title: text("摊销条件", "terms of amortisation"), Basis: standard("第16条"),
		Doc: text("计量方式和年限：月数、工作量或不确定，三者之一。", "Measurement and life: months, units or indefinite, one of them."),
	}, []record.Field[TermsRecord]{
		{Key: "measured", Title: text("计量", "measurement"), Type: codes("measurement", text("计量", "measurement"), standard("第16条"),
			code("cost", "成本", "cost"), code("nominal", "名义金额", "nominal amount")), Required: record.Always(), Example: "cost", At: record.AtText(func(t *TermsRecord) *Measurement { return &t.Measured })},
		{Key: "indefinite", Title: text("年限不确定", "indefinite life"), Type: record.Boolean{}, Absent: record.Not(cost), Basis: standard("第20条"), At: record.At(func(t *TermsRecord) *record.Opt[bool] { return &t.Indefinite })},
		{Key: "from", Title: text("起摊月份", "first month"), Type: record.Month{}, Required: record.Any(record.Present("months"), record.Present("units")), Absent: record.Not(cost), Example: "2025-11", At: record.At(func(t *TermsRecord) *calendar.Month { return &t.From })},
		{Key: "months", Title: text("摊销月数", "months"), Type: record.Integer{Min: 1, Max: MaxMonths}, Unit: text("月", "months"), Absent: record.Not(cost), Basis: standard("第17条"), Example: "60", At: record.At(func(t *TermsRecord) *record.Opt[int64] { return &t.Months })},
		{Key: "units", Title: text("总工作量", "units of use"), Type: record.Integer{Min: 1, Max: MaxUnits}, Absent: record.Not(cost), Basis: standard("第18条"), At: record.At(func(t *TermsRecord) *record.Opt[int64] { return &t.Units })},
		{Key: "residual", Title: text("预计净残值", "residual value"), Type: record.Amount{}, Unit: text("元", "yuan"), Absent: record.Not(cost), Doc: text("仅企业。", "Enterprises only."), At: record.At(func(t *TermsRecord) *money.Amount { return &t.Residual })},
		{Key: "rounding", Title: text("舍入", "rounding"), Type: codes("rounding", text("月摊销额的舍入", "rounding of the instalment"), standard("第18条"),
			code("halfUp", "四舍五入", "half up"), code("truncate", "舍去尾数", "truncated")), At: record.AtText(func(t *TermsRecord) *string { return &t.Rounding })},
		{Key: "use", Title: text("资产用途", "use"), Type: record.Text{Max: 50, Shape: record.CodeText}, Basis: standard("第16条"), Doc: text("决定摊销计入的费用。", "Decides the expense that amortisation goes to."), Example: "duties", At: record.AtText(func(t *TermsRecord) *string { return &t.Use })},
	})
}
