package enterprise

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Voluntary is what an enterprise chooses to disclose about data, recognised or
// not: the eight items of 财会〔2023〕11号 三. Every one may be left out.
type Voluntary struct {
	Resource     string
	Recognised   record.Opt[bool]
	Scenario     string       // 应用场景或业务模式
	RawData      string       // 原始数据
	Upkeep       string       // 加工维护、安全保护、人才技术
	Application  string       // 应用情况
	Transactions string       // 重大交易事项
	Lapse        string       // 权利失效: why, and with what effect
	Cost         money.Amount // of what lapsed, where it was recognised
	Amortised    money.Amount
	Impaired     money.Amount
	Limits       string // 转让、许可、应用的限制
	Other        string
}

// EstimateChange is a change of amortisation period, method or residual value
// (CAS 28 第9条), which the notes must tell.
type EstimateChange struct {
	Resource string
	On       calendar.Date
	Content  string
	Reason   string
	Current  money.Amount // effect on the period
	Future   string       // effect on later periods
}

// AppraisalNote is what the notes must tell of an appraisal with material effect.
// It never becomes a cost.
type AppraisalNote struct {
	Resource    string
	Value       money.Amount
	On          calendar.Date
	Sources     string
	Assumptions string
	Method      string
	Parameters  string
}

// Voluntaries returns the table of [Voluntary].
func Voluntaries() *record.Table[Voluntary] { return voluntaries() }

// EstimateChanges returns the table of [EstimateChange].
func EstimateChanges() *record.Table[EstimateChange] { return estimateChanges() }

// AppraisalNotes returns the table of [AppraisalNote].
func AppraisalNotes() *record.Table[AppraisalNote] { return appraisalNotes() }

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{voluntaries().Definition(), estimateChanges().Definition(), appraisalNotes().Definition(), writtenNotes().Definition(), memos().Definition(), spendings().Definition()}
}

func disclosed() []rule.Clause { return law(interim("三"), rule.GX("4.4.5")) }

// lapsed holds where rights in a recognised asset lapsed: the notes then tell its
// cost, amortisation and impairment too.
func lapsed() record.Condition {
	return record.All(record.Equals("recognised", "true"), record.Present("lapse"))
}

var resourceID = record.Text{Max: 40, Shape: record.CodeText}

func prose() record.Text { return record.Text{Max: 2000} }

var voluntaries = sync.OnceValue(func() *record.Table[Voluntary] {
	return record.MustTable(record.Definition{
		Name: "enterprise-voluntary-disclosure", Title: text("数据资源自愿披露", "voluntary disclosure of data"), Basis: disclosed(),
		Doc: text("企业自愿披露的八项，未确认为资产的数据资源也可披露；各项均可不填。", "The eight items an enterprise may disclose, of data that are not recognised too; each may be left out."),
	}, []record.Field[Voluntary]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-01", At: record.AtText(func(v *Voluntary) *string { return &v.Resource })},
		{Key: "recognised", Title: text("已确认为资产", "recognised"), Type: record.Boolean{}, Required: record.Always(), Example: "false", At: record.At(func(v *Voluntary) *record.Opt[bool] { return &v.Recognised })},
		{Key: "scenario", Title: text("应用场景、业务模式、价值创造和前景", "scenarios, business model, value and outlook"), Type: prose(), Basis: disclosed(), Example: "集装箱码头作业效率分析", At: record.AtText(func(v *Voluntary) *string { return &v.Scenario })},
		{Key: "rawData", Title: text("原始数据的类型、规模、来源、权属、质量", "raw data: kinds, scale, sources, rights, quality"), Type: prose(), Basis: disclosed(), Example: "1.9亿箱次作业，自有经营产生", At: record.AtText(func(v *Voluntary) *string { return &v.RawData })},
		{Key: "upkeep", Title: text("加工维护、安全保护、人才和关键技术", "upkeep, security, people and technology"), Type: prose(), Basis: disclosed(), Example: "专职数据团队 12 人", At: record.AtText(func(v *Voluntary) *string { return &v.Upkeep })},
		{Key: "application", Title: text("运营应用、作价出资、流通交易、服务计费", "operation, contribution, trade, charging"), Type: prose(), Basis: disclosed(), Example: "内部使用，未对外提供", At: record.AtText(func(v *Voluntary) *string { return &v.Application })},
		{Key: "transactions", Title: text("重大交易事项的影响与风险", "major transactions: effect and risk"), Type: prose(), Basis: disclosed(), Example: "以数据质押融资 8,000,000 元", At: record.AtText(func(v *Voluntary) *string { return &v.Transactions })},
		{Key: "lapse", Title: text("权利失效的事由、影响和会计处理", "rights lapsed: why, effect, how booked"), Type: prose(), Basis: disclosed(), Example: "授权到期，转销账面价值", At: record.AtText(func(v *Voluntary) *string { return &v.Lapse })},
		{Key: "lapsedCost", Title: text("失效部分的账面原值", "cost of what lapsed"), Type: record.Amount{}, Unit: text("元", "yuan"), Basis: disclosed(), Required: lapsed(), Absent: record.Not(lapsed()), Example: "400000.00", At: record.At(func(v *Voluntary) *money.Amount { return &v.Cost })},
		{Key: "lapsedAmortised", Title: text("失效部分的累计摊销", "amortisation of what lapsed"), Type: record.Amount{}, Unit: text("元", "yuan"), Basis: disclosed(), Absent: record.Not(lapsed()), Example: "100000.00", At: record.At(func(v *Voluntary) *money.Amount { return &v.Amortised })},
		{Key: "lapsedImpaired", Title: text("失效部分的减值（跌价）准备", "impairment or provision of what lapsed"), Type: record.Amount{}, Unit: text("元", "yuan"), Basis: disclosed(), Absent: record.Not(lapsed()), Example: "0.00", At: record.At(func(v *Voluntary) *money.Amount { return &v.Impaired })},
		{Key: "limits", Title: text("地域、领域、法律法规限制", "limits of area, field and law"), Type: prose(), Basis: disclosed(), Example: "不得转售原始点", At: record.AtText(func(v *Voluntary) *string { return &v.Limits })},
		{Key: "other", Title: text("其他信息", "other information"), Type: prose(), Basis: disclosed(), Example: "无", At: record.AtText(func(v *Voluntary) *string { return &v.Other })},
	})
})

var estimateChanges = sync.OnceValue(func() *record.Table[EstimateChange] {
	basis := append(disclosed(), cas("28", "第9条"))
	return record.MustTable(record.Definition{
		Name: "enterprise-estimate-change", Title: text("摊销期、摊销方法或残值的变更", "change of period, method or residual value"), Basis: basis,
		Doc: text("会计估计变更的内容、原因和影响数。", "What changed, why, and by how much."),
	}, []record.Field[EstimateChange]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-05", At: record.AtText(func(e *EstimateChange) *string { return &e.Resource })},
		{Key: "on", Title: text("变更日期", "changed on"), Type: record.Date{}, Required: record.Always(), Example: "2026-12-31", At: record.At(func(e *EstimateChange) *calendar.Date { return &e.On })},
		{Key: "content", Title: text("变更内容", "what changed"), Type: prose(), Required: record.Always(), Basis: basis, Example: "剩余寿命由 18 个月改为 24 个月", At: record.AtText(func(e *EstimateChange) *string { return &e.Content })},
		{Key: "reason", Title: text("变更原因", "why"), Type: prose(), Required: record.Always(), Basis: basis, Example: "更新频率降低", At: record.AtText(func(e *EstimateChange) *string { return &e.Reason })},
		{Key: "current", Title: text("对当期的影响数", "effect on the period"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Basis: basis, Example: "2500.00", At: record.At(func(e *EstimateChange) *money.Amount { return &e.Current })},
		{Key: "future", Title: text("对未来期间的影响", "effect on later periods"), Type: prose(), Required: record.Always(), Basis: basis, Example: "每月减少摊销 2,500.00 元", At: record.AtText(func(e *EstimateChange) *string { return &e.Future })},
	})
})

var appraisalNotes = sync.OnceValue(func() *record.Table[AppraisalNote] {
	return record.MustTable(record.Definition{
		Name: "enterprise-appraisal-note", Title: text("数据资源评估的披露", "disclosure of an appraisal"), Basis: disclosed(),
		Doc: text("评估结果对报表有重要影响时披露；评估值不入账。", "Told where an appraisal has a material effect; its value is not booked."),
	}, []record.Field[AppraisalNote]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-06", At: record.AtText(func(a *AppraisalNote) *string { return &a.Resource })},
		{Key: "value", Title: text("评估结果", "value found"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Example: "12000000.00", At: record.At(func(a *AppraisalNote) *money.Amount { return &a.Value })},
		{Key: "on", Title: text("评估基准日", "date of the appraisal"), Type: record.Date{}, Required: record.Always(), Example: "2026-05-31", At: record.At(func(a *AppraisalNote) *calendar.Date { return &a.On })},
		{Key: "sources", Title: text("依据的信息来源", "sources of information"), Type: prose(), Required: record.Always(), Basis: disclosed(), Example: "近三年服务合同", At: record.AtText(func(a *AppraisalNote) *string { return &a.Sources })},
		{Key: "assumptions", Title: text("结论的假设前提和限制条件", "assumptions and limits"), Type: prose(), Required: record.Always(), Basis: disclosed(), Example: "持续更新、持续经营", At: record.AtText(func(a *AppraisalNote) *string { return &a.Assumptions })},
		{Key: "method", Title: text("评估方法的选择", "method chosen"), Type: prose(), Required: record.Always(), Basis: disclosed(), Example: "收益法", At: record.AtText(func(a *AppraisalNote) *string { return &a.Method })},
		{Key: "parameters", Title: text("重要参数的来源、分析、比较和测算过程", "main parameters: source, analysis, comparison, computation"), Type: prose(), Required: record.Always(), Basis: disclosed(), Example: "折现率 9.5%，收益期 5 年", At: record.AtText(func(a *AppraisalNote) *string { return &a.Parameters })},
	})
})
