package enterprise

import "github.com/dataasset-go/dataasset/rule"

// DisclosureItem is one thing that the notes disclose.
type DisclosureItem struct {
	ID        rule.ID
	Title     rule.Text
	Mandatory bool
	Derived   bool // from the journal; the others are written by the enterprise
	Basis     []rule.Clause
	Evidence  rule.Evidence
}

// DisclosureItems lists what 财会〔2023〕11号 三 asks for: eight items on intangible
// assets, five on inventories, one on appraisals, and the eight that are voluntary,
// for data that are not recognised too.
func DisclosureItems() []DisclosureItem {
	must := func(id, zh, en string, derived bool, basis ...rule.Clause) DisclosureItem {
		return DisclosureItem{ID: rule.ID("enterprise." + id), Title: text(zh, en), Mandatory: true, Derived: derived, Basis: append(law(interim("三"), rule.GX("4.4.5")), basis...), Evidence: rule.SecondHand}
	}
	may := func(id, zh, en string) DisclosureItem {
		return DisclosureItem{ID: rule.ID("enterprise." + id), Title: text(zh, en), Basis: law(interim("三"), rule.GX("4.4.5")), Evidence: rule.SecondHand}
	}
	return []DisclosureItem{
		must("disclose-intangible-1", "按取得方式分类列示账面原值、累计摊销、减值准备、账面价值（表 A）", "cost, amortisation, impairment and carrying amount by way of acquisition (table A)", true),
		must("disclose-intangible-2", "使用寿命有限的估计情况和摊销方法；寿命不确定的账面价值和判断依据", "lives and methods; carrying amount of indefinite lives and why", false),
		must("disclose-intangible-3", "摊销期、摊销方法、残值变更的内容、原因和影响数", "changes of period, method or residual value: what, why and by how much", false, cas("28", "第9条")),
		must("disclose-intangible-4", "重要的单项数据资源无形资产的内容、账面价值和剩余摊销期限", "material single assets: what, carrying amount, months left", true),
		must("disclose-intangible-5", "所有权或使用权受限、用于担保的账面价值和当期摊销额", "restricted or pledged: carrying amount and the period's amortisation", true),
		must("disclose-intangible-6", "计入当期损益和确认为无形资产的研究开发支出金额", "research and development expensed and recognised", true),
		must("disclose-intangible-7", "减值信息", "impairment", true, cas("8", "第15条")),
		must("disclose-intangible-8", "持有待售信息", "held for sale", true, cas("42", "第13条")),
		must("disclose-inventory-1", "按取得方式分类列示账面原值、跌价准备、账面价值（表 B）", "cost, provision and carrying amount by way of acquisition (table B)", true),
		must("disclose-inventory-2", "发出存货成本的计算方法", "method of the cost of issues", false, cas("1", "第14条")),
		must("disclose-inventory-3", "可变现净值的确定依据、跌价准备的计提方法和当期计提、转回情况", "basis of net realisable value, method, write-downs and reversals", false, cas("1", "第22条")),
		must("disclose-inventory-4", "重要的单项数据资源存货的内容、账面价值和可变现净值", "material single inventories: what, carrying amount, net realisable value", true),
		must("disclose-inventory-5", "所有权或使用权受限、用于担保的账面价值", "restricted or pledged: carrying amount", true),
		must("disclose-appraisal", "评估对报表有重要影响的：信息来源、假设前提与限制条件、方法选择、重要参数", "an appraisal with material effect: sources, assumptions and limits, method, parameters", false),
		may("voluntary-1", "应用场景或业务模式、对价值创造的影响方式、宏观经济和行业前景", "scenarios or business model, how value is created, outlook"),
		may("voluntary-2", "原始数据的类型、规模、来源、权属、质量", "raw data: kinds, scale, sources, rights, quality"),
		may("voluntary-3", "加工维护和安全保护情况，人才、关键技术的持有和投入", "upkeep and security, people and technology"),
		may("voluntary-4", "应用情况：运营应用、作价出资、流通交易、服务计费方式", "use: operation, contribution, trade, charging"),
		may("voluntary-5", "重大交易事项中数据资源的影响与风险", "effect and risk in major transactions"),
		may("voluntary-6", "权利失效的情况、事由、影响与风险", "rights that lapsed: what, why, effect"),
		may("voluntary-7", "转让、许可、应用的地域、领域、法律法规限制", "limits of transfer, licence and use"),
		may("voluntary-8", "企业认为有必要的其他信息", "other information"),
	}
}
