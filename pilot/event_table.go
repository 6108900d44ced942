package pilot

import (
	"slices"
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// Events returns the choice of [Event], the form of one line of a unit's file
// of events.
func Events() *record.Choice[Event] { return events() }

var (
	idType   = record.Text{Max: 40, Shape: record.CodeText}
	nameType = record.Text{Max: 100}
	noteType = record.Text{Max: 300, Lines: true}
)

var events = sync.OnceValue(func() *record.Choice[Event] {
	return record.MustChoice(
		record.Definition{
			Name: "pilot-event", Title: text("试点事项", "event of a pilot unit"), Basis: gx("1"), By: "event", ByTitle: text("事项", "event"),
			Doc: text("试点单位做过的一件事，一行一件。", "One thing that a unit did, one a line."),
		},
		append([]record.Case[Event]{
			caseOf("done", "已履行的义务", "duty done",
				on(func(e *Fulfilled) *calendar.Date { return &e.On }),
				record.Field[Fulfilled]{Key: "duty", Title: text("义务", "duty"), Type: record.Code{List: dutyList()}, Required: record.Always(), Example: "pilot.quarterly-report", At: record.AtText(func(e *Fulfilled) *rule.ID { return &e.Duty })},
				record.Field[Fulfilled]{Key: "subject", Title: text("所指事项", "occasion"), Doc: text("季度（2025Q2）或收入、事项编号；只有一次的义务不填。", "A quarter (2025Q2), or the id of a receipt or matter; left out where the duty occurs once."), Type: idType, Example: "2025Q2", At: record.AtText(func(e *Fulfilled) *string { return &e.Subject })},
				record.Field[Fulfilled]{Key: "note", Title: text("说明", "note"), Type: noteType, At: record.AtText(func(e *Fulfilled) *string { return &e.Note })}),
			caseOf("list", "列入台账", "entered in the ledger",
				on(func(e *Listed) *calendar.Date { return &e.On }), assets(func(e *Listed) *[]string { return &e.Assets })),
			caseOf("change", "台账变更", "change of the ledger",
				on(func(e *Changed) *calendar.Date { return &e.On }), oneAsset(func(e *Changed) *string { return &e.Asset }),
				reason(record.Always(), func(e *Changed) *string { return &e.Reason }),
				record.Field[Changed]{Key: "set", Title: text("变更内容", "fields changed"), Type: record.List{Min: 1, Max: 50}, Required: record.Always(), At: record.AtList(fieldValues(), func(e *Changed) *[]FieldValue { return &e.Set })}),
			caseOf("retire", "退出台账", "taken out of the ledger",
				on(func(e *Retired) *calendar.Date { return &e.On }), oneAsset(func(e *Retired) *string { return &e.Asset }),
				record.Field[Retired]{Key: "cause", Title: text("退出原因", "cause"), Type: typeOf(ledger.Changes().Definition().Alternatives[2].Definition, "cause"), Required: record.Always(), Example: "lost", At: record.AtText(func(e *Retired) *ledger.Cause { return &e.Cause })},
				reason(record.Equals("cause", "other"), func(e *Retired) *string { return &e.Reason })),
			caseOf("surplus", "清查盘盈，按名义金额入账", "surplus booked at nominal amount",
				on(func(e *SurplusFound) *calendar.Date { return &e.On }),
				record.Field[SurplusFound]{Key: "id", Title: text("盘盈编号", "id"), Type: idType, Required: record.Always(), Example: "PY-2025-01", At: record.AtText(func(e *SurplusFound) *string { return &e.ID })},
				record.Field[SurplusFound]{Key: "items", Title: text("盘盈资产", "assets"), Type: record.List{Min: 1, Max: 1000}, Required: record.Always(), Basis: gx("4.4.2"), At: record.AtList(surplusItems(), func(e *SurplusFound) *[]SurplusItem { return &e.Items })}),
			caseOf("surplusApproved", "盘盈批准", "surplus approved",
				on(func(e *SurplusApproved) *calendar.Date { return &e.On }),
				record.Field[SurplusApproved]{Key: "surplus", Title: text("盘盈编号", "surplus"), Type: idType, Required: record.Always(), Example: "PY-2025-01", At: record.AtText(func(e *SurplusApproved) *string { return &e.Surplus })},
				record.Field[SurplusApproved]{Key: "body", Title: text("批准机关", "body"), Type: nameType, Required: record.Always(), Basis: []rule.Clause{rule.In("会计基础工作规范", "第48条")}, Example: "自治区财政厅", At: record.AtText(func(e *SurplusApproved) *string { return &e.Body })},
				record.Field[SurplusApproved]{Key: "number", Title: text("批复文号", "number"), Type: nameType, Required: record.Always(), Basis: []rule.Clause{rule.In("会计基础工作规范", "第48条")}, Example: "示例批复〔2025〕1号", At: record.AtText(func(e *SurplusApproved) *string { return &e.Number })}),
			stepCase(),
			authorisationCase(), supplyCase(), guaranteeCase(),
		}, slices.Concat(accountCases(), filedCases(), bookCases())...)...,
	)
})

// filedCases is the reports that are sent as records.
func filedCases() []record.Case[Event] {
	return []record.Case[Event]{
		caseOf("plan", "试点工作方案备案", "pilot plan filed", ungrouped(record.Include(UnitPlans(), func(e *PlanFiled) *UnitPlan { return &e.Plan }))...),
		caseOf("summary", "报送试点工作总结", "closing summary sent", record.Include(ClosingSummaries(), func(e *SummarySent) *ClosingSummary { return &e.Summary })...),
	}
}

func stepCase() record.Case[Event] {
	var kinds, regimes record.CodeList
	kinds.Name, kinds.Title, kinds.Basis, kinds.Evidence = "registration-step", text("登记步骤", "step of a registration"), gx("4.3.4"), rule.FullText
	national := registry.NationalRegistration()
	regimes.Name, regimes.Title, regimes.Basis, regimes.Evidence = "registration-regime", text("登记制度", "regime of the registration"), national.Spec().Basis, rule.FullText
	regimes.Codes = []record.CodeEntry{{Code: national.ID(), Title: national.Title()}}
	of := map[string]record.Definition{}
	for _, a := range registry.Commands().Definition().Alternatives {
		kinds.Codes = append(kinds.Codes, record.CodeEntry{Code: a.Code, Title: a.Title})
		of[a.Code] = a.Definition
	}
	only := func(step string, f record.Field[Step]) record.Field[Step] {
		f.Absent = record.Not(record.Equals("step", step))
		return f
	}
	return caseOf("registration", "登记", "registration",
		on(func(e *Step) *calendar.Date { return &e.On }), assets(func(e *Step) *[]string { return &e.Assets }),
		record.Field[Step]{Key: "regime", Title: text("登记制度", "regime of the registration"), Doc: text("留空为信息卡片。", "Left out for the information card."), Type: record.Code{List: regimes}, Basis: regimes.Basis, Example: national.ID(), At: record.AtText(func(e *Step) *string { return &e.Regime })},
		record.Field[Step]{Key: "step", Title: text("步骤", "step"), Type: record.Code{List: kinds}, Required: record.Always(), Basis: gx("4.3.3", "4.3.4"), Example: "submit", At: record.AtText(func(e *Step) *string { return &e.Kind })},
		only("draft", record.Field[Step]{Key: "procedure", Title: text("登记类型", "type of registration"), Type: typeOf(of["draft"], "kind"), Required: record.Equals("step", "draft"), Basis: regimes.Basis, Example: registry.First, At: record.AtText(func(e *Step) *string { return &e.Procedure })}),
		record.Field[Step]{Key: "by", Title: text("办理人", "by"), Type: nameType, Required: record.Always(), Example: "甲", At: record.AtText(func(e *Step) *string { return &e.By })},
		reason(record.In("step", "alter", "correct", "return", "reject", "explain", "object", "uphold", "dismiss", "revoke"), func(e *Step) *string { return &e.Reason }),
		only("cancel", record.Field[Step]{Key: "cause", Title: text("注销原因", "cause"), Type: typeOf(of["cancel"], "cause"), Required: record.Equals("step", "cancel"), Basis: gx("4.3.4"), Example: "lost", At: record.AtText(func(e *Step) *registry.Cause { return &e.Cause })}),
		only("revoke", record.Field[Step]{Key: "ground", Title: text("撤销事由", "ground"), Type: typeOf(of["revoke"], "ground"), Required: record.Equals("step", "revoke"), Basis: regimes.Basis, Example: string(registry.Concealed), At: record.AtText(func(e *Step) *registry.Ground { return &e.Ground })}),
		only("approve", record.Field[Step]{Key: "certificates", Title: text("证书编号", "certificate numbers"), Doc: text("办结时按资产顺序逐项填写。", "On approval, one an asset, in their order."), Type: record.List{Max: 1000, Element: idType}, Basis: gx("4.3.3"), Example: "GX-2025-000001", At: record.AtTexts(func(e *Step) *[]string { return &e.Certificates })}),
		only("approve", record.Field[Step]{Key: "validTo", Title: text("有效期届满日", "valid until"), Doc: text("留空则为规定的最长期限。", "Left out for the longest term."), Type: record.Date{}, Basis: regimes.Basis, Example: "2029-03-12", At: record.At(func(e *Step) *calendar.Date { return &e.ValidTo })}),
		record.Field[Step]{Key: "evidence", Title: text("材料", "documents"), Type: record.List{Max: 50}, Basis: regimes.Basis, At: record.AtList(registry.Documents(), func(e *Step) *[]registry.Document { return &e.Evidence })})
}

// ungrouped takes the fields of another record out of its groups.
func ungrouped[E any](fields []record.Field[E]) []record.Field[E] {
	for i := range fields {
		fields[i].Group = ""
	}
	return fields
}

func caseOf[E Event](code, zh, en string, fields ...record.Field[E]) record.Case[Event] {
	name := record.AlternativeName("event", code)
	t := record.MustTable(record.Definition{Name: name, Title: text(zh, en)}, fields)
	return record.CaseOf(code, text(zh, en), t,
		func(e E) Event { return e },
		func(e Event) (E, bool) { v, ok := e.(E); return v, ok })
}

func on[E any](at func(*E) *calendar.Date) record.Field[E] {
	return record.Field[E]{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2025-05-29", At: record.At(at)}
}

func assets[E any](at func(*E) *[]string) record.Field[E] {
	return record.Field[E]{Key: "assets", Title: text("资产", "assets"), Type: record.List{Min: 1, Max: 1000, Element: idType}, Required: record.Always(), Example: "JT-01", At: record.AtTexts(at)}
}

func oneAsset[E any](at func(*E) *string) record.Field[E] {
	return record.Field[E]{Key: "asset", Title: text("资产", "asset"), Type: idType, Required: record.Always(), Example: "JT-01", At: record.AtText(at)}
}

func reason[E any](required record.Condition, at func(*E) *string) record.Field[E] {
	return record.Field[E]{Key: "reason", Title: text("理由", "reason"), Type: noteType, Required: required, Basis: gx("4.2.3"), Example: "桥梁数量有误", At: record.AtText(at)}
}

// typeOf is the type that a field has in another record.
func typeOf(d record.Definition, key string) record.Type {
	f, _ := d.Field(key)
	return f.Type
}

func fieldValues() *record.Table[FieldValue] {
	return record.MustTable(record.Definition{Name: "field-value", Title: text("字段和新值", "field and new value")}, []record.Field[FieldValue]{
		{Key: "field", Title: text("字段", "field"), Doc: text("登记、入账、授权、退出各有其事项，不在此变更。", "Registration, booking, authorisation and retirement have events of their own."), Type: record.Code{List: changeable()}, Required: record.Always(), Example: "scale", At: record.AtText(func(f *FieldValue) *string { return &f.Field })},
		{Key: "value", Title: text("新值", "value"), Doc: text("留空则清除。", "Left out to clear the field."), Type: record.Text{Max: 500, Lines: true}, Example: "1,312 站", At: record.AtText(func(f *FieldValue) *string { return &f.Value })},
	})
}

// changeable is the fields of the ledger that a change may set: those that no
// other event answers for.
func changeable() record.CodeList {
	l := record.CodeList{
		Name: "changeable-field", Title: text("可变更字段", "fields that a change sets"), Basis: gx("4.2.3"), Evidence: rule.Judgement,
		Judgement: text("登记、入账、授权、退出由各自的事项记载，变更台账不得绕过", "registration, booking, authorisation and retirement are recorded by their own events, which a change cannot pass by"),
	}
	for _, f := range ledger.Table().Definition().Fields {
		if f.Key != "id" && f.Key != "recordedOn" && f.Group != "registration" && f.Group != "books" && !strings.HasPrefix(f.Key, "retire") && !authorises(f.Key) {
			l.Codes = append(l.Codes, record.CodeEntry{Code: f.Key, Title: f.Title})
		}
	}
	return l
}

func surplusItems() *record.Table[SurplusItem] {
	std4 := []rule.Clause{rule.GX("4.4.2"), rule.In("财会〔2018〕34号", "一(五)")}
	return record.MustTable(record.Definition{Name: "surplus-item", Title: text("盘盈资产", "asset of a surplus"), Basis: std4}, []record.Field[SurplusItem]{
		{Key: "asset", Title: text("资产", "asset"), Type: idType, Required: record.Always(), Example: "JT-01", At: record.AtText(func(i *SurplusItem) *string { return &i.Asset })},
		{Key: "detail", Title: text("明细科目", "detail account"), Type: nameType, Required: record.Always(), Basis: gx("4.4.1"), Example: "数据资产——公路", At: record.AtText(func(i *SurplusItem) *string { return &i.Detail })},
		{Key: "noVoucher", Title: text("无凭据的说明", "no voucher"), Type: noteType, Required: record.Always(), Basis: std4, Example: "历年自行采集，无成本凭据", At: record.AtText(func(i *SurplusItem) *string { return &i.NoVoucher })},
		{Key: "noAppraisal", Title: text("未评估的说明", "no appraisal"), Type: noteType, Required: record.Always(), Basis: std4, Example: "未按规定评估", At: record.AtText(func(i *SurplusItem) *string { return &i.NoAppraisal })},
		{Key: "noReplacement", Title: text("重置成本无法确定的说明", "no replacement cost"), Type: noteType, Required: record.Always(), Basis: std4, Example: "无同类数据的采集成本可参照", At: record.AtText(func(i *SurplusItem) *string { return &i.NoReplacement })},
		{Key: "reason", Title: text("名义金额理由", "reason"), Type: noteType, Required: record.Always(), Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第25条")}, Example: "自行形成，成本无法可靠计量", At: record.AtText(func(i *SurplusItem) *string { return &i.Reason })},
	})
}

// dutyList is the duties that a unit can report as done. What a step of an
// authorisation or a registration does, no report has to say again.
func dutyList() record.CodeList {
	l := record.CodeList{Name: "duty", Title: text("义务", "duty"), Basis: gx("5.1.1"), Evidence: rule.FullText}
	for _, d := range append(duties(), revenue.Duties()...) {
		if strings.HasPrefix(string(d.ID), "authorization.") || strings.HasPrefix(string(d.ID), "registry.") {
			continue
		}
		l.Codes = append(l.Codes, record.CodeEntry{Code: string(d.ID), Title: d.Title})
	}
	return l
}
