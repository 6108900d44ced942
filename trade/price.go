package trade

import (
	"fmt"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// PriceCase is what the maximum permitted revenue (最高准许收入) of an operator is
// found from: the cost survey, the permitted rate, taxes, and what earlier periods
// brought in excess (发改价格〔2025〕65号 三, 四). Amounts are of one year.
type PriceCase struct {
	ID       string
	Grantor  string
	Operator string
	List     PriceList
	Survey   record.Opt[int64] // year of the cost survey
	From, To calendar.Date     // period of review
	Costs    []Cost            // of products for industry only
	Subsidy  money.Amount      // of government, taken off the cost
	BondYear record.Opt[int64] // year that the yield is of
	Yield    money.Ratio       // average yield of the ten-year government bond in that year
	Points   money.Ratio       // added to it, at most 0.06
	Taxes    money.Amount
	Deduct   money.Amount // of excess revenue of earlier periods
	Products []RatedProduct
}

// Cost is a part of the operating cost.
type Cost struct {
	Kind   CostKind
	Amount money.Amount
}

// RatedProduct is a product or service with its ceiling and its rate.
type RatedProduct struct {
	ID       string
	Title    string
	Unit     Unit
	Ceiling  money.Amount // set by the grantor
	Reported calendar.Date
	Rate     money.Amount // set by the operator
	Volume   record.Opt[int64]
	Actual   money.Amount // revenue of the year
}

// Maximum is the maximum permitted revenue and what it is made of.
type Maximum struct {
	Cost     money.Amount // operating cost, net of subsidy
	Rate     money.Ratio  // permitted rate of profit
	Profit   money.Amount // permitted profit
	Taxes    money.Amount
	Deducted money.Amount // of earlier periods
	Left     money.Amount // of what was to be deducted and is more than there is
	Amount   money.Amount
}

// PriceError is a price case from which nothing can be computed.
type PriceError struct {
	Path  string // JSON Pointer into the record
	Value string
	Want  rule.Text
}

// Error names the place and what was expected.
func (e *PriceError) Error() string {
	return fmt.Sprintf("trade: %s: %s: want %s", e.Path, quote.Value(e.Value), e.Want.EN)
}

// Maximum computes the maximum permitted revenue: operating cost net of subsidy,
// permitted profit on it (operating cost × (yield + points), rounded half up to the
// fen), taxes, less what is deducted for earlier periods. A deduction above all of
// it leaves 0.00 and the rest for later. Missing figures, and a subsidy above the
// cost, are a [*PriceError]. Whether the points are allowed is for [PriceRules].
func (c PriceCase) Maximum() (Maximum, error) {
	var m Maximum
	cost := money.Zero()
	for i, part := range c.Costs {
		if !part.Amount.Present() || part.Amount.Sign() < 0 {
			return m, &PriceError{fmt.Sprintf("/costs/%d/amount", i), part.Amount.String(), text("不小于 0 的金额", "an amount not below 0.00")}
		}
		var err error
		if cost, err = cost.Add(part.Amount); err != nil {
			return m, err
		}
	}
	switch {
	case len(c.Costs) == 0:
		return m, &PriceError{"/costs", "", text("经营成本", "operating cost")}
	case !c.Yield.Present() || !c.Points.Present() || c.Points.Sign() < 0:
		return m, &PriceError{"/points", c.Points.String(), text("国债平均收益率和不小于 0 的加点", "the bond's yield, and points not below 0")}
	case c.Subsidy.Sign() < 0 || c.Subsidy.Fen() > cost.Fen():
		return m, &PriceError{"/subsidy", c.Subsidy.String(), text("不大于经营成本的补助", "a subsidy not above the cost")}
	case c.Taxes.Sign() < 0 || c.Deduct.Sign() < 0:
		return m, &PriceError{"/taxes", c.Taxes.String(), text("不小于 0 的税金和扣减额", "taxes and deduction not below 0.00")}
	}
	return c.sum(cost)
}

func (c PriceCase) sum(cost money.Amount) (m Maximum, err error) {
	if m.Cost, err = cost.Sub(c.Subsidy); err != nil {
		return m, err
	}
	rate := c.Yield.Decimal().Add(c.Points.Decimal())
	if m.Rate, err = money.RatioOf(rate); err != nil {
		return m, err
	}
	if m.Profit, err = money.Round(m.Cost.Decimal().Mul(rate)); err != nil {
		return m, err
	}
	if m.Taxes, err = money.Zero().Add(c.Taxes); err != nil {
		return m, err
	}
	gross, err := money.Sum(m.Cost, m.Profit, m.Taxes)
	if err != nil {
		return m, err
	}
	m.Deducted, m.Left = money.Zero(), money.Zero()
	if c.Deduct.Present() {
		m.Deducted = c.Deduct
	}
	if m.Deducted.Fen() > gross.Fen() {
		m.Left, err = m.Deducted.Sub(gross)
		m.Deducted = gross
	}
	if err != nil {
		return m, err
	}
	m.Amount, err = gross.Sub(m.Deducted)
	return m, err
}

// Explain tells in one language how the maximum is made up.
func (m Maximum) Explain(l rule.Language) []string {
	pc := m.Rate.Decimal().Mul(decimal.NewFromInt(100)).StringFixed(4)
	return []string{
		text("经营成本（扣除政府补助）"+m.Cost.String()+" 元。", "Operating cost net of subsidy: "+m.Cost.String()+" yuan.").In(l),
		text("准许利润 "+m.Cost.String()+" × "+pc+"% = "+m.Profit.String()+" 元。", "Permitted profit: "+m.Cost.String()+" × "+pc+"% = "+m.Profit.String()+" yuan.").In(l),
		text("税金 "+m.Taxes.String()+" 元；扣减以前周期超收 "+m.Deducted.String()+" 元。", "Taxes: "+m.Taxes.String()+" yuan; deducted for earlier periods: "+m.Deducted.String()+" yuan.").In(l),
		text("最高准许收入 "+m.Amount.String()+" 元（发改价格〔2025〕65号 三(一)）。", "Maximum permitted revenue: "+m.Amount.String()+" yuan (发改价格〔2025〕65号 三(一)).").In(l),
	}
}

// Act is who must do what after a year's review.
type Act string

// The acts.
const (
	NoAct          Act = "none"           // actual revenue is the maximum
	AdjustRates    Act = "adjustRates"    // 偏差不超过10%: 授权主体指导运营机构调整具体收费标准
	AdjustCeilings Act = "adjustCeilings" // 偏差超过10%: 授权主体调整上限收费标准
)

// Deviation is how far a year's actual revenue lies from the maximum.
type Deviation struct {
	Actual  money.Amount
	Maximum money.Amount
	Over    money.Amount // actual − maximum, below 0.00 where less came in
	Ratio   money.Ratio  // its size ÷ maximum, to eight places, for reading only; absent from a million on
	Act     Act
}

// Deviate compares a year's actual revenue with the maximum (65号 四). Exactly 10 %
// is not above it; the branch is decided on the exact figures, not on Ratio. The
// notice does not say whether a shortfall counts: it does here, as deviation. A
// maximum of 0.00 or none gives a [*PriceError].
func Deviate(actual, maximum money.Amount) (Deviation, error) {
	if maximum.Sign() <= 0 || !actual.Present() || actual.Sign() < 0 {
		return Deviation{}, &PriceError{"/maximum", maximum.String(), text("大于 0 的最高准许收入和不小于 0 的实际收入", "a maximum above 0.00 and an actual revenue not below it")}
	}
	over, err := actual.Sub(maximum)
	if err != nil {
		return Deviation{}, err
	}
	size := over
	if size.Sign() < 0 {
		size = size.Neg()
	}
	d := Deviation{Actual: actual, Maximum: maximum, Over: over, Act: AdjustRates}
	d.Ratio, _ = money.RatioOf(size.Decimal().DivRound(maximum.Decimal(), 8)) // absent beyond what a ratio holds
	switch {
	case size.Sign() == 0:
		d.Act = NoAct
	case size.Fen() > maximum.Fen()/10: // whole fen: above a tenth, not at it
		d.Act = AdjustCeilings
	}
	return d, nil
}

// Text tells who must act, in both languages.
func (d Deviation) Text() rule.Text {
	head := text("实际收入 "+d.Actual.String()+" 元，最高准许收入 "+d.Maximum.String()+" 元，偏差 "+d.Over.String()+" 元：",
		"Actual revenue "+d.Actual.String()+", maximum "+d.Maximum.String()+", deviation "+d.Over.String()+": ")
	tail := text("无须调整。", "nothing to adjust.")
	switch d.Act {
	case AdjustRates:
		tail = text("不超过10%，由授权主体指导运营机构调整具体收费标准（65号 四）。", "10 % at most, so the grantor guides the operator to adjust its rates (65号 四).")
	case AdjustCeilings:
		tail = text("超过10%，由授权主体调整上限收费标准（65号 四）。", "above 10 %, so the grantor adjusts the ceilings (65号 四).")
	}
	return text(head.ZH+tail.ZH, head.EN+tail.EN)
}

// Excess is how revenue above the maximum is taken back. The notice says that a
// large excess is spread over several periods and gives no figures; the zero
// Excess is the default.
type Excess struct {
	Large   money.Ratio // of the maximum, above which it is spread; none is 0.10
	Periods int         // over how many; 0 is 3
}

// Deductions returns what is deducted in each of the next periods for a period's
// excess: all of it in the next one, or, where it is large, in equal parts rounded
// down to the fen, the first with what is left. A period without excess gives
// nothing. Errors are of money, or a [*PriceError].
func (e Excess) Deductions(actual, maximum money.Amount) ([]money.Amount, error) {
	d, err := Deviate(actual, maximum)
	if err != nil || d.Over.Sign() <= 0 {
		return nil, err
	}
	large, n := e.Large, int64(e.Periods)
	if !large.Present() {
		large = money.MustParseRatio("0.1")
	}
	if n == 0 {
		n = 3
	}
	if n < 1 || n > 10 || large.Sign() < 0 {
		return nil, &PriceError{"/periods", fmt.Sprint(n), text("1 至 10 个周期，不小于 0 的比例", "1 to 10 periods and a ratio not below 0")}
	}
	if d.Over.Decimal().LessThanOrEqual(maximum.Decimal().Mul(large.Decimal())) {
		return []money.Amount{d.Over}, nil
	}
	parts := make([]money.Amount, n)
	each := d.Over.Fen() / n
	for i := range parts {
		fen := each
		if i == 0 {
			fen = d.Over.Fen() - each*(n-1)
		}
		if parts[i], err = money.Fen(fen); err != nil {
			return nil, err
		}
	}
	return parts, nil
}
