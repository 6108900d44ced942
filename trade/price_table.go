package trade

import (
	"strconv"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// PriceCases returns the table of [PriceCase].
func PriceCases() *record.Table[PriceCase] { return priceCases() }

var priceCases = sync.OnceValue(func() *record.Table[PriceCase] {
	yearType := record.Integer{Min: 2020, Max: 2199}
	return record.MustTable(record.Definition{
		Name: "price-case", Title: text("公共数据运营服务费核定", "price case of an operating service fee"), Basis: law(price("三(一)"), price("二")),
		Doc: text("核定最高准许收入、上限和收费标准的一案。", "One case of maximum permitted revenue, ceilings and rates."),
	}, []record.Field[PriceCase]{
		{Key: "id", Title: text("核定编号", "id"), Type: idType, Required: record.Always(), Example: "DJ-2026-01", At: record.AtText(func(c *PriceCase) *string { return &c.ID })},
		{Key: "grantor", Title: text("授权主体", "grantor"), Type: nameType, Required: record.Always(), Basis: law(price("二")), Example: "自治区人民政府", At: record.AtText(func(c *PriceCase) *string { return &c.Grantor })},
		{Key: "operator", Title: text("运营机构", "operator"), Type: nameType, Required: record.Always(), Basis: law(price("二")), Example: "运营机构甲", At: record.AtText(func(c *PriceCase) *string { return &c.Operator })},
		{Key: "priceList", Title: text("定价目录", "price list"), Type: record.Code{List: priceLists()}, Required: record.Always(), Basis: law(price("一")), Example: "local", At: record.AtText(func(c *PriceCase) *PriceList { return &c.List })},
		{Key: "surveyYear", Title: text("成本调查年度", "year of the cost survey"), Type: yearType, Required: record.Always(), Basis: law(price("三(一)")), Example: "2027", At: record.At(func(c *PriceCase) *record.Opt[int64] { return &c.Survey })},
		{Key: "from", Title: text("评估周期起", "period from"), Type: record.Date{}, Required: record.Always(), Basis: law(price("四")), Example: "2027-01-01", At: record.At(func(c *PriceCase) *calendar.Date { return &c.From })},
		{Key: "to", Title: text("评估周期止", "period to"), Type: record.Date{}, Required: record.Always(), Basis: law(price("四")), Example: "2029-12-31", At: record.At(func(c *PriceCase) *calendar.Date { return &c.To })},
		{Key: "costs", Title: text("经营成本", "operating cost"), Type: record.List{Min: 1, Max: 100}, Required: record.Always(), Basis: law(price("三(一)")), At: record.AtList(costs(), func(c *PriceCase) *[]Cost { return &c.Costs })},
		{Key: "subsidy", Title: text("政府补助", "government subsidy"), Type: record.Amount{}, Unit: yuan, Required: record.Always(), Basis: law(price("三(一)")), Example: "200000.00", At: record.At(func(c *PriceCase) *money.Amount { return &c.Subsidy })},
		{Key: "bondYear", Title: text("国债收益率年度", "year of the yield"), Type: yearType, Required: record.Always(), Basis: law(price("三(一)")), Example: "2026", At: record.At(func(c *PriceCase) *record.Opt[int64] { return &c.BondYear })},
		{Key: "bondYield", Title: text("10年期国债平均收益率", "average yield of the ten-year bond"), Type: record.Ratio{Min: "0", Max: "1"}, Required: record.Always(), Basis: law(price("三(一)")), Example: "0.0175", At: record.At(func(c *PriceCase) *money.Ratio { return &c.Yield })},
		{Key: "points", Title: text("加点", "points added"), Type: record.Ratio{Min: "0", Max: "1"}, Required: record.Always(), Basis: law(price("三(一)")), Example: "0.06", At: record.At(func(c *PriceCase) *money.Ratio { return &c.Points })},
		{Key: "taxes", Title: text("税金", "taxes"), Type: record.Amount{}, Unit: yuan, Required: record.Always(), Basis: law(price("三(一)")), Example: "30000.00", At: record.At(func(c *PriceCase) *money.Amount { return &c.Taxes })},
		{Key: "deduct", Title: text("扣减以前周期超收", "deducted for earlier periods"), Type: record.Amount{}, Unit: yuan, Basis: law(price("四")), Example: "0.00", At: record.At(func(c *PriceCase) *money.Amount { return &c.Deduct })},
		{Key: "products", Title: text("产品和服务", "products and services"), Type: record.List{Max: 1000}, Basis: law(price("二"), price("三(二)")), At: record.AtList(products(), func(c *PriceCase) *[]RatedProduct { return &c.Products })},
	})
})

var costs = sync.OnceValue(func() *record.Table[Cost] {
	return record.MustTable(record.Definition{Name: "operating-cost", Title: text("经营成本项目", "part of the operating cost")}, []record.Field[Cost]{
		{Key: "kind", Title: text("构成", "kind"), Type: record.Code{List: costKinds()}, Required: record.Always(), Basis: law(price("三(一)")), Example: "platform", At: record.AtText(func(c *Cost) *CostKind { return &c.Kind })},
		{Key: "amount", Title: text("金额", "amount"), Type: record.Amount{}, Unit: yuan, Required: record.Always(), Example: "1200000.00", At: record.At(func(c *Cost) *money.Amount { return &c.Amount })},
	})
})

var products = sync.OnceValue(func() *record.Table[RatedProduct] {
	return record.MustTable(record.Definition{Name: "rated-product", Title: text("产品收费标准", "ceiling and rate of a product")}, []record.Field[RatedProduct]{
		{Key: "id", Title: text("产品编号", "id"), Type: idType, Required: record.Always(), Example: "CP-01", At: record.AtText(func(p *RatedProduct) *string { return &p.ID })},
		{Key: "title", Title: text("产品名称", "title"), Type: nameType, Required: record.Always(), Example: "路况查询", At: record.AtText(func(p *RatedProduct) *string { return &p.Title })},
		{Key: "unit", Title: text("计费单位", "unit"), Type: record.Code{List: units()}, Required: record.Always(), Basis: law(price("三(二)")), Example: "call", At: record.AtText(func(p *RatedProduct) *Unit { return &p.Unit })},
		{Key: "ceiling", Title: text("上限收费标准", "ceiling"), Type: record.Amount{}, Unit: yuan, Required: record.Always(), Basis: law(price("二")), Example: "1.50", At: record.At(func(p *RatedProduct) *money.Amount { return &p.Ceiling })},
		{Key: "reportedOn", Title: text("上限书面报告日期", "ceiling reported on"), Type: record.Date{}, Basis: law(price("二")), Example: "2027-02-10", At: record.At(func(p *RatedProduct) *calendar.Date { return &p.Reported })},
		{Key: "rate", Title: text("具体收费标准", "rate"), Type: record.Amount{}, Unit: yuan, Basis: law(price("二")), Example: "1.20", At: record.At(func(p *RatedProduct) *money.Amount { return &p.Rate })},
		{Key: "volume", Title: text("年销售量", "volume of a year"), Type: record.Integer{}, Basis: law(price("三(二)")), Example: "1000000", At: record.At(func(p *RatedProduct) *record.Opt[int64] { return &p.Volume })},
		{Key: "actual", Title: text("本年实际收入", "revenue of the year"), Type: record.Amount{}, Unit: yuan, Basis: law(price("五")), Example: "1100000.00", At: record.At(func(p *RatedProduct) *money.Amount { return &p.Actual })},
	})
})

// PriceRules returns the rules that judge a price case.
func PriceRules() rule.Set[PriceCase] { return priceRules() }

var priceRules = sync.OnceValue(func() rule.Set[PriceCase] {
	on := func(c PriceCase) calendar.Date { return c.From }
	check := func(r rule.Rule, f func(PriceCase, rule.Context) rule.Verdict) rule.Check[PriceCase] {
		r.Effective = noticeInForce()
		return rule.Check[PriceCase]{Rule: r, On: on, Func: f}
	}
	return must(rule.NewSet(
		check(rule.Rule{
			ID: "trade.rate-at-most-six-points", Title: text("准许利润率不超过国债平均收益率加 6 个百分点", "the permitted rate is the bond's average yield plus 6 points at most"),
			Basis: law(price("三(一)")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, sixPoints),
		check(rule.Rule{
			ID: "trade.yield-of-year-before", Title: text("收益率取成本调查前一年", "the yield is that of the year before the survey"),
			Basis: law(price("三(一)")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, yearBefore),
		check(rule.Rule{
			ID: "trade.review-at-most-three-years", Title: text("评估周期原则上不超过 3 年", "the period of review is in principle three years at most"),
			Basis: law(price("四")), Evidence: rule.FullText, Severity: rule.Warning,
		}, threeYears),
		check(rule.Rule{
			ID: "trade.rates-within-ceilings", Title: text("各产品收费标准不高于上限", "no product's rate is above its ceiling"),
			Basis: law(price("二")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, ratesWithin),
		check(rule.Rule{
			ID: "trade.ceilings-within-maximum", Title: text("上限收费标准在最高准许收入范围内制定", "ceilings are set within the maximum permitted revenue"),
			Basis: law(price("二")), Evidence: rule.Judgement, Severity: rule.Warning,
			Judgement: text("65号未定测算方法，默认按上限×年销售量之和不超过最高准许收入", "the notice gives no computation: the sum of ceiling × yearly volume is not above the maximum"),
		}, ceilingsWithin),
		check(rule.Rule{
			ID: "trade.ceilings-reported", Title: text("上限收费标准书面报告", "ceilings are reported in writing"),
			Basis: law(price("二")), Evidence: rule.FullText, Severity: rule.Warning,
		}, ceilingsReported),
	))
})

func sixPoints(c PriceCase, _ rule.Context) rule.Verdict {
	if !c.Points.Present() {
		return rule.Unsettled(text("填写加点", "the points added"))
	}
	if c.Points.Compare(money.MustParseRatio("0.06")) <= 0 {
		return rule.Pass()
	}
	return fail("/points", c.Points.String(), c.ID+" 的加点 "+c.Points.String()+" 超过 0.06。", c.ID+" adds "+c.Points.String()+", more than 0.06.", "请将加点定在 6 个百分点以内。", "Add 6 percentage points at most.")
}

func yearBefore(c PriceCase, _ rule.Context) rule.Verdict {
	survey, ok := c.Survey.Get()
	bond, known := c.BondYear.Get()
	if !ok || !known {
		return rule.Unsettled(text("填写成本调查年度和收益率年度", "the years of survey and yield"))
	}
	if bond == survey-1 {
		return rule.Pass()
	}
	want := strconv.FormatInt(survey-1, 10)
	return fail("/bondYear", strconv.FormatInt(bond, 10), c.ID+" 的收益率为 "+strconv.FormatInt(bond, 10)+" 年，应为 "+want+" 年。", c.ID+" takes the yield of "+strconv.FormatInt(bond, 10)+"; want that of "+want+".",
		"请改用成本调查前一年的平均收益率。", "Take the average of the year before the survey.")
}

func threeYears(c PriceCase, _ rule.Context) rule.Verdict {
	if c.From.IsZero() || c.To.IsZero() {
		return rule.Unsettled(text("填写评估周期", "the period of review"))
	}
	if c.To.Before(c.From.AddMonths(36)) {
		return rule.Pass()
	}
	return fail("/to", c.To.String(), c.ID+" 的评估周期超过 3 年。", c.ID+" has a period of review of more than three years.", "请缩短周期或说明理由。", "Shorten it, or say why.")
}

func ratesWithin(c PriceCase, _ rule.Context) rule.Verdict {
	var bad []rule.Finding
	for i, p := range c.Products {
		if p.Rate.Present() && p.Ceiling.Present() && p.Rate.Compare(p.Ceiling) > 0 {
			bad = append(bad, rule.Finding{
				Path: rule.Pointer("products", strconv.Itoa(i), "rate"), Value: p.Rate.String(),
				Message: text(p.ID+" 的收费标准 "+p.Rate.String()+" 高于上限 "+p.Ceiling.String()+"。", p.ID+" charges "+p.Rate.String()+", above its ceiling of "+p.Ceiling.String()+"."),
				Fix:     text("请在上限以内确定收费标准。", "Set the rate at the ceiling or below."),
			})
		}
	}
	return verdict(bad, len(c.Products))
}

func verdict(bad []rule.Finding, judged int) rule.Verdict {
	switch {
	case len(bad) > 0:
		return rule.Fail(bad...)
	case judged == 0:
		return rule.Inapplicable()
	}
	return rule.Pass()
}

func ceilingsWithin(c PriceCase, _ rule.Context) rule.Verdict {
	if len(c.Products) == 0 {
		return rule.Inapplicable()
	}
	m, err := c.Maximum()
	if err != nil {
		return rule.Unsettled(text("补全最高准许收入的要素", "the parts of the maximum permitted revenue"))
	}
	sum := decimal.Zero
	for _, p := range c.Products {
		volume, ok := p.Volume.Get()
		if !ok || !p.Ceiling.Present() {
			return rule.Unsettled(text("填写各产品的上限和年销售量", "ceiling and yearly volume of each product"))
		}
		sum = sum.Add(p.Ceiling.Decimal().Mul(decimal.NewFromInt(volume)))
	}
	if !sum.GreaterThan(m.Amount.Decimal()) {
		return rule.Pass()
	}
	return fail("/products", sum.StringFixed(2), c.ID+" 按上限测算的收入 "+sum.StringFixed(2)+" 超过最高准许收入 "+m.Amount.String()+"。", c.ID+" would bring "+sum.StringFixed(2)+" at its ceilings, above the maximum of "+m.Amount.String()+".",
		"请降低上限收费标准。", "Lower the ceilings.")
}

func ceilingsReported(c PriceCase, x rule.Context) rule.Verdict {
	var bad []rule.Finding
	for i, p := range c.Products {
		if p.Reported.IsZero() || !x.At.IsZero() && p.Reported.After(x.At) {
			bad = append(bad, rule.Finding{
				Path: rule.Pointer("products", strconv.Itoa(i), "reportedOn"), Value: p.Reported.String(),
				Message: text(p.ID+" 的上限收费标准未书面报告。", p.ID+" has a ceiling that was not reported in writing."),
				Fix:     text("请书面报告价格主管部门和数据管理部门。", "Report it to the price and data authorities."),
			})
		}
	}
	return verdict(bad, len(c.Products))
}
