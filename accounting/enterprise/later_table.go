package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// changes is the clause of the plan by which the books follow a change of value.
func changes() rule.Clause { return rule.GX("4.4.6") }

// laterEvents is amortisation, the review of lives, and impairment.
func laterEvents() []row {
	monthly := text("当月增加当月起摊、当月减少当月不摊是惯例，CAS 6 第17条只写“自可供使用时起”（可由条件改变）",
		"that the month of acquisition is amortised and that of disposal is not is custom: article 17 says from availability for use (terms may differ)")
	return []row{
		{
			ID: Amortised, Title: text("摊销无形资产", "amortisation of intangible assets"),
			Basis: law(cas("6", "第17条"), cas("6", "第18条"), guide("附录 1702")), Judgement: monthly,
			Optional: optional(accounting.InputPrior), Moves: moves("", Held),
			Entries: one(dr("expense", "current"), dr("6901", "prior"), cr("1702", "current + prior").Of()),
		},
		{
			ID: "enterprise.life-reviewed", Title: text("复核使用寿命、摊销方法或残值，未摊销的月份按新估计", "life, method or residual value reviewed: the months not amortised yet by the new estimate"),
			Basis: law(cas("6", "第21条"), cas("28", "第9条")), Terms: true, Moves: moves("", Held),
			Documents: []string{"复核记录"},
		},
		{
			ID: "enterprise.impaired", Title: text("计提无形资产减值准备", "intangible asset impaired"),
			Basis: law(cas("8", "第15条"), cas("8", "第17条"), cas("6", "第20条"), guide("附录 1703"), changes()), Moves: moves("", Held),
			Documents: []string{"可收回金额的计算"},
			Entries:   one(dr("6701", "loss"), cr("1703", "loss").Of()),
		},
	}
}
