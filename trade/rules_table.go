package trade

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// SupplyRules returns the rules that judge a supply.
func SupplyRules() rule.Set[Supply] { return rules() }

var rules = sync.OnceValue(func() rule.Set[Supply] {
	on := func(s Supply) calendar.Date { return s.On }
	check := func(r rule.Rule, f func(Supply, rule.Context) rule.Verdict) rule.Check[Supply] {
		return rule.Check[Supply]{Rule: r, On: on, Func: f}
	}
	return must(rule.NewSet(
		check(rule.Rule{
			ID: "trade.free-for-public-purpose", Title: text("用于公共治理、公益事业的公共数据无偿使用", "public data for public governance and welfare are free of charge"),
			Basis: law(rule.GX("4.7.2"), price("一")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, freeForPublic),
		check(rule.Rule{
			ID: "trade.industry-is-paid", Title: text("用于产业发展、行业发展的公共数据有条件有偿使用", "public data for industry are conditionally paid for"),
			Basis: law(rule.GX("4.7.2"), price("一")), Evidence: rule.Judgement, Severity: rule.Advice,
			Judgement: text("方案为“推动有偿使用”，65号为“可收取”，故无偿只作提示", "the plan promotes paid use and the notice says a fee may be charged: free use gets advice only"),
		}, industryPaid),
		check(rule.Rule{
			ID: "trade.use-has-conditions", Title: text("公共数据有条件使用，条件须有记录", "public data are used on conditions, which are recorded"),
			Basis: law(rule.GX("4.7.2")), Evidence: rule.FullText, Severity: rule.Warning,
			Judgement: text("有偿使用的价格不算条件", "the price of paid use is not by itself a condition"),
		}, hasConditions),
		check(rule.Rule{
			ID: "trade.price-form-supported", Title: text("价格形成方式有其依据：协议、评估报告或上限", "the form of price has its ground: agreement, report or ceiling"),
			Basis: law(rule.GX("4.7.1")), Evidence: rule.FullText, Severity: rule.Warning,
			Judgement: text("方案列协议约定、评估定价“等”，清单不封闭", "the plan names agreement and appraisal among others: the list is open"),
		}, formSupported),
		check(rule.Rule{
			ID: "trade.fee-under-ceiling", Title: text("公共数据运营服务费实行政府指导价，有上限或试行标准", "the operating fee for public data is a government-guided price: a ceiling, or a trial rate"),
			Basis: law(price("一"), price("二")), Evidence: rule.FullText, Severity: rule.Blocking, Effective: noticeInForce(),
		}, feeGuided),
		check(rule.Rule{
			ID: "trade.rate-within-ceiling", Title: text("具体收费标准不高于上限收费标准", "the rate is not above the ceiling"),
			Basis: law(price("二")), Evidence: rule.FullText, Severity: rule.Blocking, Effective: noticeInForce(),
			Judgement: text("等于上限不为超过", "at the ceiling is not above it"),
		}, withinCeiling),
		check(rule.Rule{
			ID: "trade.trial-without-full-year", Title: text("试行收费标准只用于尚无完整年度运营的情形", "trial rates are for operations without a full year"),
			Basis: law(price("二")), Evidence: rule.FullText, Severity: rule.Warning, Effective: noticeInForce(),
			Judgement: text("完整年度自运营开始之日起满12个月", "a full year is twelve months from the day operation began"),
		}, trialEnds),
		check(rule.Rule{
			ID: "trade.market-price-for-redeveloped", Title: text("市场价格只用于合法再次开发加工的产品", "the market price is for products lawfully developed again"),
			Basis: law(rule.GX("4.7.3"), price("一")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, marketPrice),
		check(rule.Rule{
			ID: "trade.operator-does-not-redevelop", Title: text("运营机构不得直接或间接再开发本授权范围内已交付的产品", "the operator does not re-develop what it delivers within its own grant"),
			Basis: law(operation("第6条"), rule.GX("4.7.3")), Evidence: rule.FullText, Severity: rule.Blocking, Effective: rule.Between(calendar.MustDate(2025, 3, 1), calendar.MustDate(2030, 2, 28)),
		}, operatorApart),
		check(rule.Rule{
			ID: "trade.on-exchange-encouraged", Title: text("鼓励场内公开交易", "trading on exchanges is encouraged"),
			Basis: law(rule.GX("4.7.4"), rule.GX("4.7.6")), Evidence: rule.FullText, Severity: rule.Advice,
		}, exchangeEncouraged),
		check(rule.Rule{
			ID: "trade.off-exchange-recorded", Title: text("场外交易规范：协议、对方、价格、交付、结算有记录", "off-exchange trading is on record: agreement, parties, price, delivery, settlement"),
			Basis: law(rule.GX("4.7.4")), Evidence: rule.Judgement, Severity: rule.Warning,
			Judgement: text("方案只说规范场外交易，应记录的事项为判断", "the plan says it is regulated; what is recorded is a judgement"),
		}, offRecorded),
		check(rule.Rule{
			ID: "trade.disclosed", Title: text("交易信息公开", "the trade is disclosed"),
			Basis: law(rule.GX("4.7.4")), Evidence: rule.Judgement, Severity: rule.Warning,
			Judgement: text("方案未定期限，未公开即提示；未成交的不要求", "the plan names no term: a trade that is made and not disclosed is told"),
		}, disclosed),
		check(rule.Rule{
			ID: "trade.no-cost-on-public", Title: text("不得向社会公众转嫁不合理成本", "no unreasonable cost is passed on to the public"),
			Basis: law(rule.GX("5.3.5"), price("三(一)")), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("方案未定“不合理”：向公众收取公共治理、公益用途的费用，或价格含财政、补助已负担的成本",
				"the plan does not say what is unreasonable: charging the public for governance or welfare, or a price that holds cost already paid by budget or subsidy"),
		}, noCostOnPublic),
	))
})

// noticeInForce is when the notice on prices holds: it states no end.
func noticeInForce() rule.Period { return rule.From(calendar.MustDate(2025, 3, 1)) }

// normInForce is the time in which 27号 is in force.
func normInForce() rule.Period {
	d, _ := rule.DocumentByID(operation("").Doc)
	return d.Effective
}

// yearlyInForce is the time of the notice on yearly disclosure: from its
// publication on.
func yearlyInForce() rule.Period { return rule.From(calendar.MustDate(2026, 2, 10)) }

func must[T any](s rule.Set[T], err error) rule.Set[T] {
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return s
}
