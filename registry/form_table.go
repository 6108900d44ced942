package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
)

// Applications returns the table of [Application].
func Applications() *record.Table[Application] { return applications() }

var applications = sync.OnceValue(func() *record.Table[Application] {
	name, code, basis := record.Text{Max: 100}, record.Text{Max: 40, Shape: record.CodeText}, gx("4.3.4")
	changed := record.In("kind", Alteration, Correction)
	cancelled := record.Equals("kind", Cancellation)
	return record.MustTable(record.Definition{
		Name: "registration-application", Title: text("登记申请表", "application for registration"), Basis: append(gx("4.3.4"), r26("第9条")...), DateOf: "on",
		Doc: text("首次、变更、更正、注销登记和续展的申请表：变更前、变更后、理由、材料。", "The form for first registration, alteration, correction, cancellation and renewal: before, after, reason, documents."),
	}, []record.Field[Application]{
		{Key: "number", Title: text("申请编号", "number"), Type: code, Example: "SQ-2026-0001", At: record.AtText(func(a *Application) *string { return &a.Number })},
		{Key: "kind", Title: text("登记类型", "type of registration"), Type: record.Code{List: procedureList()}, Required: record.Always(), Basis: basis, Example: Alteration, At: record.AtText(func(a *Application) *string { return &a.Kind })},
		{Key: "regime", Title: text("登记制度", "regime"), Type: code, Required: record.Always(), Basis: basis, Example: "finance-card", At: record.AtText(func(a *Application) *string { return &a.Regime })},
		{Key: "asset", Title: text("资源编号", "asset"), Type: code, Required: record.Always(), Basis: basis, Example: "JT-02", At: record.AtText(func(a *Application) *string { return &a.Asset })},
		{Key: "name", Title: text("数据资产名称", "name of the asset"), Type: name, Required: record.Always(), Basis: basis, Example: "公路交通量调查数据", At: record.AtText(func(a *Application) *string { return &a.Name })},
		{Key: "holder", Title: text("登记单位", "registrant"), Type: name, Required: record.Always(), Basis: basis, Example: "某厅", At: record.AtText(func(a *Application) *string { return &a.Holder })},
		{Key: "holderCode", Title: text("登记单位统一社会信用代码", "registrant's credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Example: "91350100M000100Y43", At: record.AtText(func(a *Application) *string { return &a.HolderCode })},
		{Key: "on", Title: text("申请日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2026-05-19", At: record.At(func(a *Application) *calendar.Date { return &a.On })},
		{Key: "by", Title: text("经办人", "by"), Type: name, Required: record.Always(), Example: "甲", At: record.AtText(func(a *Application) *string { return &a.By })},
		{Key: "cause", Title: text("注销原因", "cause"), Type: record.Code{List: causeList()}, Required: cancelled, Absent: record.Not(cancelled), Basis: append(gx("4.3.4"), r26("第9条(四)")...), Example: "lost", At: record.AtText(func(a *Application) *Cause { return &a.Cause })},
		{Key: "reason", Title: text("理由", "reason"), Type: record.Text{Max: 300, Lines: true}, Required: record.Any(changed, record.Equals("cause", string(OtherCause))), Basis: basis, Example: "站点增加", At: record.AtText(func(a *Application) *string { return &a.Reason })},
		{Key: "changes", Title: text("变更内容", "what changes"), Type: record.List{Min: 1, Max: 200}, Required: changed, Absent: record.Not(changed), Basis: basis, At: record.AtList(formChanges(), func(a *Application) *[]FormChange { return &a.Changes })},
		{Key: "evidence", Title: text("材料", "documents"), Type: record.List{Max: 50}, Basis: r26("第9条"), At: record.AtList(documents(), func(a *Application) *[]Document { return &a.Evidence })},
	})
})

func formChanges() *record.Table[FormChange] {
	value := record.Text{Max: 500, Lines: true}
	return record.MustTable(record.Definition{Name: "application-change", Title: text("变更项", "what changes")}, []record.Field[FormChange]{
		{Key: "field", Title: text("字段", "field"), Type: record.Text{Max: 60, Shape: record.CodeText}, Required: record.Always(), Example: "scale", At: record.AtText(func(c *FormChange) *string { return &c.Field })},
		{Key: "title", Title: text("项目", "item"), Type: record.Text{Max: 100}, Required: record.Always(), Example: "规模", At: record.AtText(func(c *FormChange) *string { return &c.Title })},
		{Key: "before", Title: text("变更前", "before"), Type: value, Example: "1,046 站", At: record.AtText(func(c *FormChange) *string { return &c.Before })},
		{Key: "after", Title: text("变更后", "after"), Type: value, Example: "1,312 站", At: record.AtText(func(c *FormChange) *string { return &c.After })},
	})
}

// NationalApplications returns the table of [NationalApplication].
func NationalApplications() *record.Table[NationalApplication] { return nationalApplications() }

var nationalApplications = sync.OnceValue(func() *record.Table[NationalApplication] {
	name, note, code := record.Text{Max: 100}, record.Text{Max: 500, Lines: true}, record.Text{Max: 40, Shape: record.CodeText}
	r7, r9 := r26("第7条"), r26("第9条")
	first, several := record.Equals("kind", First), record.Present("agreedOn")
	return record.MustTable(record.Definition{
		Name: "national-registration-application", Title: text("公共数据资源登记申请表", "application for the registration of a public data resource"), Basis: r26("第7条", "第8条", "第9条"), DateOf: "on",
		Doc: text("在登记平台提交的申请及材料清单；先内部审核、先存证。", "The application on the platform with its list of documents; the business review and the deposit come first."),
	}, []record.Field[NationalApplication]{
		{Key: "number", Title: text("申请编号", "number"), Type: code, Example: "DJ-2026-0001", At: record.AtText(func(a *NationalApplication) *string { return &a.Number })},
		{Key: "kind", Title: text("登记类型", "type of registration"), Type: record.Code{List: procedureList()}, Required: record.Always(), Basis: r9, Example: First, At: record.AtText(func(a *NationalApplication) *string { return &a.Kind })},
		{Key: "subject", Title: text("登记对象", "what is registered"), Type: record.Code{List: subjectList()}, Required: record.Always(), Basis: r26("第5条"), Example: "resource", At: record.AtText(func(a *NationalApplication) *Subject { return &a.Subject })},
		{Key: "asset", Title: text("资源编号", "asset"), Type: code, Required: record.Always(), Example: "JT-02", At: record.AtText(func(a *NationalApplication) *string { return &a.Asset })},
		{Key: "name", Title: text("数据名称", "name of the data"), Type: name, Required: record.Always(), Basis: r26("第12条"), Example: "公路交通量调查数据", At: record.AtText(func(a *NationalApplication) *string { return &a.Name })},
		{Key: "description", Title: text("数据简要描述", "short description"), Type: note, Required: record.Always(), Basis: r26("第12条"), Example: "国省干线交通量调查数据", At: record.AtText(func(a *NationalApplication) *string { return &a.Description })},
		{Key: "registrants", Title: text("登记主体", "registrants"), Type: record.List{Min: 1, Max: 50, Element: name}, Required: record.Always(), Basis: r26("第3条", "第7条", "第12条"), Example: "某厅", At: record.AtTexts(func(a *NationalApplication) *[]string { return &a.Registrants })},
		{Key: "agreedOn", Title: text("多方协商一致日期", "agreed on"), Type: record.Date{}, Basis: r7, Example: "2026-01-10", At: record.At(func(a *NationalApplication) *calendar.Date { return &a.AgreedOn })},
		{Key: "holderCode", Title: text("登记主体统一社会信用代码", "registrant's credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Basis: r9, Example: "91350100M000100Y43", At: record.AtText(func(a *NationalApplication) *string { return &a.HolderCode })},
		{Key: "reviewedOn", Title: text("内部业务审核日期", "business review"), Type: record.Date{}, Required: first, Basis: r7, Example: "2026-01-22", At: record.At(func(a *NationalApplication) *calendar.Date { return &a.ReviewedOn })},
		{Key: "depositNumber", Title: text("存证编号", "number of the deposit"), Type: name, Required: first, Basis: r26("第7条", "第9条"), Example: "CZ-2026-0001", At: record.AtText(func(a *NationalApplication) *string { return &a.DepositNo })},
		{Key: "depositedOn", Title: text("存证日期", "deposited on"), Type: record.Date{}, Required: first, Basis: r7, Example: "2026-01-20", At: record.At(func(a *NationalApplication) *calendar.Date { return &a.DepositedOn })},
		{Key: "securityAssessedOn", Title: text("数据安全风险评估日期", "security assessed on"), Type: record.Date{}, Required: first, Basis: r9, Example: "2026-01-15", At: record.At(func(a *NationalApplication) *calendar.Date { return &a.SecurityOn })},
		{Key: "products", Title: text("产品和服务", "products and services"), Type: note, Required: first, Basis: r9, Example: "养护决策服务", At: record.AtText(func(a *NationalApplication) *string { return &a.Products })},
		{Key: "scenarios", Title: text("应用场景", "application scenarios"), Type: note, Required: first, Basis: r9, Example: "养护、保险", At: record.AtText(func(a *NationalApplication) *string { return &a.Scenarios })},
		{Key: "grantFrom", Title: text("授权运营起始", "operation from"), Type: record.Date{}, Basis: r26("第15条"), Example: "2026-01-01", At: record.At(func(a *NationalApplication) *calendar.Date { return &a.GrantFrom })},
		{Key: "grantTo", Title: text("约定运营截止", "agreed operation until"), Type: record.Date{}, Basis: r26("第15条"), Example: "2028-12-31", At: record.At(func(a *NationalApplication) *calendar.Date { return &a.GrantTo })},
		{Key: "deliveredOn", Title: text("首次提供或交付日期", "first delivered on"), Type: record.Date{}, Basis: r9, Example: "2026-01-05", At: record.At(func(a *NationalApplication) *calendar.Date { return &a.DeliveredOn })},
		{Key: "on", Title: text("申请日期", "date"), Type: record.Date{}, Required: record.Always(), Basis: r9, Example: "2026-01-28", At: record.At(func(a *NationalApplication) *calendar.Date { return &a.On })},
		{Key: "by", Title: text("经办人", "by"), Type: name, Required: record.Always(), Example: "甲", At: record.AtText(func(a *NationalApplication) *string { return &a.By })},
		{Key: "documents", Title: text("材料清单", "documents"), Type: record.List{Min: 1, Max: 50}, Required: record.Any(first, several), Basis: r9, At: record.AtList(documents(), func(a *NationalApplication) *[]Document { return &a.Evidence })},
	})
})
