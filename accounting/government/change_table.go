package government

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Change is something that changed the value of an asset, or is said to have
// (GX-4.4.6).
type Change struct {
	Asset  string
	Kind   ChangeKind
	On     calendar.Date // when it happened
	Booked rule.ID       // the kind of event by which it was booked; none yet
	Up     bool          // the carrying amount was, or would be, raised
	Amount money.Amount  // by how much
}

// ChangeKind is what changed.
type ChangeKind string

// The kinds.
const (
	ChangeSpending    ChangeKind = "spending"    // 后续支出
	ChangeEvidence    ChangeKind = "evidence"    // 取得成本凭据
	ChangeFinal       ChangeKind = "final"       // 竣工财务决算
	ChangeNewRule     ChangeKind = "newRule"     // 新政策出台
	ChangeUseEnded    ChangeKind = "useEnded"    // 不再有服务潜力
	ChangeLost        ChangeKind = "lost"        // 损毁灭失
	ChangeError       ChangeKind = "error"       // 差错
	ChangeTaxState    ChangeKind = "taxState"    // 抵扣状态改变
	ChangeLiquidation ChangeKind = "liquidation" // 划转撤并清算
	ChangeLife        ChangeKind = "life"        // 预计年限改变
	ChangeAppraisal   ChangeKind = "appraisal"   // 评估价值变动
	ChangeMarket      ChangeKind = "market"      // 市场价格变动
	ChangeImpaired    ChangeKind = "impaired"    // 减值迹象
)

// changeRow is one row of what may be booked and what is only noted.
type changeRow struct {
	kind   ChangeKind
	title  rule.Text
	events []rule.ID // by which it is booked; none: it is only noted
	noted  bool      // neither booked nor asked for: the terms change, or the notes say it
	basis  []rule.Clause
}

// changeTable says which changes of value may be booked, by which events, and
// which are only noted: the plan's “及时调账” meets a system without impairment and
// without revaluation.
func changeTable() []changeRow {
	ids := func(names ...string) []rule.ID {
		all := make([]rule.ID, len(names))
		for i, n := range names {
			all[i] = rule.ID("government." + n)
		}
		return all
	}
	return []changeRow{
		{ChangeSpending, text("后续支出", "later spending"), ids("later-spending", "suspended", "suspended-completed", "nominal-later-spending", "maintenance"), false, law(standard("第8条"), standard("第19条"))},
		{ChangeEvidence, text("取得成本凭据", "evidence of cost"), ids("nominal-to-cost-prior-year", "nominal-to-cost-this-year"), false, law(rule.GX("4.4.3"), in4("二(二)"))},
		{ChangeFinal, text("竣工财务决算", "final accounts"), ids("project-settled"), false, law(in4("二(二)"))},
		{ChangeNewRule, text("新政策出台", "a new rule"), ids("nominal-to-cost-transition"), false, law(rule.GX("4.4.3"))},
		{ChangeUseEnded, text("不再有服务潜力或经济利益", "no service potential left"), ids("written-off"), false, law(standard("第24条"))},
		{ChangeLost, text("损毁、灭失", "damaged or lost"), ids("loss-found"), false, law(system("1902 四(二)2(1)"))},
		{ChangeError, text("前期差错", "an error"), ids("error-expensed", "error-expensed-current", "amortisation-missed", "amortisation-missed-current"), false, law(adjustments("第14条"))},
		{ChangeTaxState, text("进项税额抵扣状态改变", "input VAT changes its state"), ids("vat-into-cost", "vat-out-of-cost", "vat-certified-barred"), false, law(system("2101 三(一)4"))},
		{ChangeLiquidation, text("划转撤并清算期的评估", "appraised in a liquidation"), ids("liquidation-revalued"), false, law(reorganisation("二(一)1(1)"))},
		{ChangeLife, text("预计年限改变（会计估计变更，未来适用）", "expected life changes: an estimate, prospective"), nil, true, law(adjustments("第12条"), standard("第19条"))},
		{ChangeAppraisal, text("评估价值变动", "an appraisal says otherwise"), nil, true, law(rule.GX("4.4.4"), standard("第9条"), regulation("第32条"))},
		{ChangeMarket, text("市场价格变动", "the market price changes"), nil, true, law(standard("第9条"))},
		{ChangeImpaired, text("减值迹象", "signs of impairment"), nil, true, law(standard("第9条"), rule.In("政府会计制度答记者问", ""))},
	}
}

func (c Change) row() (changeRow, bool) {
	rows := changeTable()
	i := slices.IndexFunc(rows, func(r changeRow) bool { return r.kind == c.Kind })
	if i < 0 {
		return changeRow{}, false
	}
	return rows[i], true
}

// Bookable lists the kinds of event by which a change of value may be booked;
// none where it is only noted.
func (k ChangeKind) Bookable() []rule.ID {
	r, _ := Change{Kind: k}.row()
	return slices.Clone(r.events)
}

// ChangeKinds lists the kinds in the order of the table.
func ChangeKinds() []ChangeKind {
	rows := changeTable()
	kinds := make([]ChangeKind, len(rows))
	for i, r := range rows {
		kinds[i] = r.kind
	}
	return kinds
}

// Title names the kind in both languages.
func (k ChangeKind) Title() rule.Text {
	r, _ := Change{Kind: k}.row()
	return r.title
}
