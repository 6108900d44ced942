package government

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// TaxRate is a rate of VAT for a kind of taxpayer over a period.
type TaxRate struct {
	Taxpayer  string // a code of the fact taxpayer: general, small
	Effective rule.Period
	Rate      money.Ratio
	Basis     []rule.Clause
	Evidence  rule.Evidence
}

// Surcharge is a tax on the VAT paid.
type Surcharge struct {
	Title    rule.Text
	Rate     money.Ratio
	Basis    []rule.Clause
	Evidence rule.Evidence
}

// Tax is how revenue of paid use is taxed. Rates change more often than
// accounting does and differ by place: they are parameters.
type Tax struct {
	Rates      []TaxRate
	Surcharges []Surcharge
	Halved     rule.Period // in which small-scale taxpayers pay half the surcharges; zero is always
	Whole      bool        // surcharges are never halved
}

// DefaultTax is the rates for licences of intangible assets in a city: 6 % for
// general taxpayers, 1 % for small-scale ones to the end of 2027; 7 % of urban
// construction tax and the education surcharges of 3 % and 2 %, halved for
// small-scale ones from 2023 to 2027. A unit in a county or with another rate
// states its own.
func DefaultTax() Tax {
	rate, day := money.MustParseRatio, calendar.MustDate
	last := day(2027, 12, 31)
	old := rule.Period{To: day(2025, 12, 31)}
	return Tax{
		Rates: []TaxRate{
			{"general", rule.From(day(2026, 1, 1)), rate("0.06"), law(rule.In("增值税法", "第10条(三)")), rule.Verified},
			{"general", old, rate("0.06"), law(rule.In("财税〔2016〕36号", "")), rule.Memory},
			{"small", rule.Between(day(2026, 1, 1), last), rate("0.01"), law(rule.In("财政部、税务总局公告2026年第10号", "")), rule.SecondHand},
			{"small", rule.Between(day(2023, 1, 1), day(2025, 12, 31)), rate("0.01"), law(rule.In("财政部、税务总局公告2023年第19号", "")), rule.Memory},
		},
		Surcharges: []Surcharge{
			{text("城市维护建设税", "urban construction tax"), rate("0.07"), law(rule.In("城市维护建设税法", "第4条")), rule.Verified},
			{text("教育费附加", "education surcharge"), rate("0.03"), law(rule.In("征收教育费附加的暂行规定", "第3条")), rule.Verified},
			{text("地方教育附加", "local education surcharge"), rate("0.02"), law(rule.In("财综〔2010〕98号", "")), rule.SecondHand},
		},
		Halved: rule.Between(day(2023, 1, 1), last), // 公告2023年第12号
	}
}

// RateError is a tax without a rate for a taxpayer on a day.
type RateError struct {
	Taxpayer string
	On       calendar.Date
}

// Error names the taxpayer and the day.
func (e *RateError) Error() string {
	return "government: no VAT rate for taxpayer " + e.Taxpayer + " on " + e.On.String() + ": want a row of Tax.Rates"
}

// Split parts what was received in revenue and VAT: net = gross ÷ (1 + rate),
// rounded half up to the fen; the tax takes the rest, so that both sum to the
// gross. Where no rate holds it returns a [*RateError].
func (t Tax) Split(gross money.Amount, taxpayer string, on calendar.Date) (net, vat money.Amount, err error) {
	i := slices.IndexFunc(t.Rates, func(r TaxRate) bool { return r.Taxpayer == taxpayer && r.Effective.Holds(on) })
	if i < 0 {
		return net, vat, &RateError{taxpayer, on}
	}
	one := decimal.NewFromInt(1)
	net, err = money.Round(gross.Decimal().DivRound(one.Add(t.Rates[i].Rate.Decimal()), 8))
	if err != nil {
		return net, vat, err
	}
	vat, err = gross.Sub(net)
	return net, vat, err
}

// On computes the surcharges on a VAT paid on a day, each rounded half up to the
// fen, in the order of the table, and their sum.
func (t Tax) On(vat money.Amount, taxpayer string, day calendar.Date) (each []money.Amount, sum money.Amount, err error) {
	half := taxpayer == "small" && !t.Whole && t.Halved.Holds(day)
	sum = money.Zero()
	for _, s := range t.Surcharges {
		d := vat.Decimal().Mul(s.Rate.Decimal())
		if half {
			d = d.DivRound(decimal.NewFromInt(2), 12)
		}
		a, err := money.Round(d)
		if err != nil {
			return nil, money.Amount{}, err
		}
		if sum, err = sum.Add(a); err != nil {
			return nil, money.Amount{}, err
		}
		each = append(each, a)
	}
	return each, sum, nil
}
