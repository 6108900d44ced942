package asset

import (
	"sync"

	"github.com/dataasset-go/dataasset/rule"
)

// Criterion is one condition of recognition.
type Criterion struct {
	ID        rule.ID
	Title     rule.Text
	Basis     []rule.Clause
	Evidence  rule.Evidence
	Judgement rule.Text // the choice made where the law is silent
}

type criterion struct {
	Criterion
	judge func(question) Outcome
}

func std4(place string) []rule.Clause { return []rule.Clause{rule.In("财会〔2016〕12号", place)} }

// managementCriteria is GX-4.1.2, whose conditions end in “and others” (等).
func managementCriteria() []criterion { return management() }

var management = sync.OnceValue(func() []criterion {
	return []criterion{
		{Criterion{
			ID: "asset.management-lawful", Title: text("依法履职或提供公共服务过程中取得", "obtained in lawful performance of duties or public service"),
			Basis: gx("4.1.2", "4.7.5"), Evidence: rule.FullText,
			Judgement: text("企业默认按合法持有理解（P22）", "for an enterprise any lawful holding, by default (P22)"),
		}, lawful},
		{Criterion{ID: "asset.management-controlled", Title: text("持有或控制", "held or controlled"), Basis: gx("4.1.2"), Evidence: rule.FullText}, controlled},
		{Criterion{
			ID: "asset.management-potential", Title: text("预期产生管理服务潜力或带来经济利益流入", "expected to bring service potential or economic inflow"),
			Basis: gx("4.1.2"), Evidence: rule.FullText,
		}, potential},
		{Criterion{
			ID: "asset.management-exists", Title: text("已经取得或形成", "it is there"), Basis: gx("4.1.2"), Evidence: rule.Judgement,
			Judgement: text("“等”条件之一：尚未取得的不确认", "one of the conditions left open: what is not there yet is not recognised"),
		}, exists},
		{Criterion{
			ID: "asset.management-once", Title: text("不与其他单位重复确认", "recognised by one unit only"),
			Basis: append(gx("4.1.2"), rule.In("财会〔2019〕13号", "四")), Evidence: rule.Judgement,
			Judgement: text("“等”条件之一：类推解释1号四，由占有、使用的单位确认，不重复、不遗漏",
				"one of the conditions left open: by analogy with Interpretation 1 四, the unit that keeps and uses it recognises it, once"),
		}, masterCopy},
	}
})

// governmentCriteria is Standard 4, articles 2, 3 and 6.
func governmentCriteria() []criterion { return government() }

var government = sync.OnceValue(func() []criterion {
	return []criterion{
		{Criterion{ID: "asset.government-controlled", Title: text("会计主体控制", "controlled by the entity"), Basis: std4("第2条"), Evidence: rule.FullText}, controlled},
		{Criterion{
			ID: "asset.government-identifiable", Title: text("可辨认", "identifiable"), Basis: std4("第2条"), Evidence: rule.FullText,
			Judgement: text("滚动覆盖的数据有留存规则才可辨认", "a rolling store is identifiable only with a retention rule"),
		}, identifiable},
		{Criterion{ID: "asset.government-potential", Title: text("服务潜力很可能实现或经济利益很可能流入", "service potential or economic benefit is likely"), Basis: std4("第3条"), Evidence: rule.FullText}, potential},
		{Criterion{ID: "asset.government-cost", Title: text("成本或者价值能够可靠计量", "cost or value can be measured reliably"), Basis: std4("第3条"), Evidence: rule.FullText}, costMeasurable},
		{Criterion{ID: "asset.government-exists", Title: text("已经取得或形成", "it is there"), Basis: append(std4("第3条"), std4("第6条")...), Evidence: rule.FullText}, ready},
	}
})

// enterpriseCriteria is 财会〔2023〕11号 on CAS 6, articles 3, 4, 7 to 9 and 13.
func enterpriseCriteria() []criterion { return enterprise() }

var enterprise = sync.OnceValue(func() []criterion {
	cas6 := func(place string) []rule.Clause { return []rule.Clause{rule.In("企业会计准则第6号", place)} }
	return []criterion{
		{Criterion{
			ID: "asset.enterprise-controlled", Title: text("企业拥有或者控制", "owned or controlled by the enterprise"),
			Basis: append(cas6("第3条"), rule.In("财会〔2023〕11号", "二、1")), Evidence: rule.Verified,
		}, controlled},
		{Criterion{ID: "asset.enterprise-identifiable", Title: text("可辨认", "identifiable"), Basis: cas6("第3条"), Evidence: rule.Verified}, identifiable},
		{Criterion{ID: "asset.enterprise-inflow", Title: text("经济利益很可能流入", "economic benefit is likely to flow in"), Basis: cas6("第4条"), Evidence: rule.Verified}, inflow},
		{Criterion{
			ID: "asset.enterprise-cost", Title: text("成本能够可靠计量，且未费用化", "cost can be measured reliably and has not been expensed"),
			Basis: append(cas6("第4条"), rule.In("企业会计准则第6号", "第9条"), rule.In("企业会计准则第6号", "第13条")), Evidence: rule.Verified,
		}, costNotExpensed},
		{Criterion{ID: "asset.enterprise-exists", Title: text("已经取得或形成", "it is there"), Basis: append(cas6("第4条"), cas6("第13条")...), Evidence: rule.Verified}, ready},
	}
})

// inventoryCriteria is 财会〔2023〕11号 on CAS 1, articles 3 and 4: data held in
// daily business for sale in the end.
func inventoryCriteria() []criterion { return inventory() }

var inventory = sync.OnceValue(func() []criterion {
	cas1 := func(place string) []rule.Clause { return []rule.Clause{rule.In("企业会计准则第1号", place)} }
	return []criterion{
		{Criterion{
			ID: "asset.inventory-held", Title: text("企业拥有或者控制，日常活动中持有以备出售", "owned or controlled, held for sale in daily business"),
			Basis: append(cas1("第3条"), rule.In("财会〔2023〕11号", "二、4")), Evidence: rule.SecondHand,
		}, controlled},
		{Criterion{ID: "asset.inventory-inflow", Title: text("经济利益很可能流入", "economic benefit is likely to flow in"), Basis: cas1("第4条"), Evidence: rule.Verified}, inflow},
		{Criterion{
			ID: "asset.inventory-cost", Title: text("成本能够可靠计量，且未费用化", "cost can be measured reliably and has not been expensed"),
			Basis: cas1("第4条"), Evidence: rule.Verified,
		}, costOfOwn},
		{Criterion{ID: "asset.inventory-exists", Title: text("已经取得或形成", "it is there"), Basis: append(cas1("第4条"), rule.In("企业会计准则第6号", "第8条")), Evidence: rule.Verified}, made},
	}
})
