package trade

import (
	"strconv"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// YearReport is what the grantor reports of a year by the end of March after it
// (65号 五): costs, actual revenue and profit, each product, the deviation from the
// maximum and who must act.
type YearReport struct {
	Year      int
	Cost      money.Amount // operating cost of the year, net of subsidy
	Taxes     money.Amount // of the year
	Actual    money.Amount // revenue of all products
	Profit    money.Amount // actual − cost − taxes, below 0.00 a loss
	Products  []RatedProduct
	Deviation Deviation
}

// Report fills the report of a year from the products' revenue and the year's own
// cost and taxes. A product without its revenue of the year is a [*PriceError], and
// so is what [PriceCase.Maximum] and [Deviate] refuse.
func (c PriceCase) Report(year int, cost, taxes money.Amount) (YearReport, error) {
	r := YearReport{Year: year, Cost: cost, Taxes: taxes, Actual: money.Zero()}
	for i, p := range c.Products {
		if !p.Actual.Present() || p.Actual.Sign() < 0 {
			return YearReport{}, &PriceError{rule.Pointer("products", strconv.Itoa(i), "actual"), p.Actual.String(), text("不小于 0 的本年实际收入", "the year's revenue, not below 0.00")}
		}
		var err error
		if r.Actual, err = r.Actual.Add(p.Actual); err != nil {
			return YearReport{}, err
		}
		r.Products = append(r.Products, p)
	}
	m, err := c.Maximum()
	if err != nil {
		return YearReport{}, err
	}
	if r.Deviation, err = Deviate(r.Actual, m.Amount); err != nil {
		return YearReport{}, err
	}
	spent, err := cost.Add(taxes)
	if err != nil {
		return YearReport{}, err
	}
	r.Profit, err = r.Actual.Sub(spent)
	return r, err
}

// Lines tells the report in one language, in the order of [ReportContents]: what the
// grantor writes itself, overall state and adjustments made, is left to it.
func (r YearReport) Lines(l rule.Language) []string {
	y := strconv.Itoa(r.Year)
	lines := []string{
		text(y+" 年经营成本 "+r.Cost.String()+" 元，税金 "+r.Taxes.String()+" 元。", y+": operating cost "+r.Cost.String()+" yuan, taxes "+r.Taxes.String()+" yuan.").In(l),
		text("实际收入 "+r.Actual.String()+" 元，利润 "+r.Profit.String()+" 元。", "Actual revenue "+r.Actual.String()+" yuan, profit "+r.Profit.String()+" yuan.").In(l),
	}
	for _, p := range r.Products {
		zh, en := "", ""
		if n, ok := p.Volume.Get(); ok {
			v := strconv.FormatInt(n, 10)
			zh, en = "数量 "+v+"，", "volume "+v+", "
		}
		lines = append(lines, text(p.Title+"："+zh+"收入 "+p.Actual.String()+" 元。", p.Title+": "+en+"revenue "+p.Actual.String()+" yuan.").In(l))
	}
	return append(lines, r.Deviation.Text().In(l))
}
