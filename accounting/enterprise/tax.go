package enterprise

import (
	"fmt"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
)

// TaxError is a tax that cannot be computed.
type TaxError struct {
	Value string
	Want  string
}

// Error quotes the value and says what was expected.
func (e *TaxError) Error() string {
	return fmt.Sprintf("enterprise: tax: %q: want %s", e.Value, e.Want)
}

// RateOn returns the rate of a kind of taxpayer on a day.
func RateOn(taxpayer string, on calendar.Date) (Rate, error) {
	for _, r := range Rates() {
		if r.Taxpayer == taxpayer && !on.IsZero() && r.Effective.Holds(on) {
			return r, nil
		}
	}
	return Rate{}, &TaxError{taxpayer + " " + on.String(), "a taxpayer and a day that a rate is known for"}
}

// Output returns the tax on a price before tax, rounded half up to the fen.
func (r Rate) Output(net money.Amount) (money.Amount, error) {
	return money.Round(net.Decimal().Mul(r.Rate.Decimal()))
}

// Split parts a price with tax: price before tax is gross ÷ (1 + rate), rounded
// half up to the fen, and the tax is the rest (增值税法 第7条, 第17条).
func (r Rate) Split(gross money.Amount) (net, tax money.Amount, err error) {
	one := decimal.NewFromInt(1)
	if net, err = money.Round(gross.Decimal().DivRound(one.Add(r.Rate.Decimal()), digits)); err != nil {
		return net, tax, err
	}
	tax, err = gross.Sub(net)
	return net, tax, err
}

// Surcharges is what value-added tax that was really paid brings with it.
type Surcharges struct {
	Construction money.Amount // 城市维护建设税
	Education    money.Amount // 教育费附加
	Local        money.Amount // 地方教育附加
}

// SurchargesOn returns the surcharges on value-added tax paid, each rounded half
// up to the fen. halved is the relief of 六税两费 for small taxpayers, to 2027-12-31.
func SurchargesOn(paid money.Amount, p Place, halved bool) (Surcharges, error) {
	if p.construction() == 0 || paid.Sign() < 0 {
		return Surcharges{}, &TaxError{string(p), "city, town or other, and a tax not below 0.00"}
	}
	part := func(percent int64) (money.Amount, error) {
		d := paid.Decimal().Mul(decimal.New(percent, -2))
		if halved {
			d = d.Mul(decimal.New(5, -1))
		}
		return money.Round(d)
	}
	var s Surcharges
	var err error
	if s.Construction, err = part(p.construction()); err != nil {
		return Surcharges{}, err
	}
	if s.Education, err = part(educationPercent); err != nil {
		return Surcharges{}, err
	}
	s.Local, err = part(localPercent)
	return s, err
}

// TaxBook is an intangible asset in the tax books beside the accounts: straight
// line over ten years at least, or the term that law or contract gives to what
// was contributed or acquired by transfer (企业所得税法实施条例 第67条). Impairment and
// appraisals do not change the basis (第56条).
type TaxBook struct {
	Cost   money.Amount
	Start  calendar.Date
	Months int         // of the tax books
	Agreed bool        // acquired or contributed, with a term of law or contract
	Rate   money.Ratio // of income tax
	Book   accounting.Schedule
}

// TaxYear is one year of both books.
type TaxYear struct {
	Year       int
	Book       money.Amount // amortisation in the accounts
	Tax        money.Amount // in the tax books
	Adjustment money.Amount // 纳税调增 above 0.00, 调减 below
	Difference money.Amount // deductible, cumulative
	Deferred   money.Amount // 递延所得税资产 at the end of the year; below 0.00 a liability
}

// minTaxMonths is ten years.
const minTaxMonths = 120

// Years returns both books year by year. Errors are [*TaxError], or of accounting.
func (b TaxBook) Years() ([]TaxYear, error) {
	if b.Months < minTaxMonths && !b.Agreed {
		return nil, &TaxError{itoa(b.Months), "a term of ten years at least, or one agreed for what was acquired"}
	}
	if !b.Rate.Present() || b.Rate.Sign() < 0 {
		return nil, &TaxError{b.Rate.String(), "a rate of income tax"}
	}
	tax, err := accounting.Plan{Cost: b.Cost, Start: b.Start, Months: b.Months}.Schedule()
	if err != nil {
		return nil, err
	}
	last := tax.Period(tax.Months() - 1).Last().Year()
	if n := b.Book.Months(); n > 0 {
		last = max(last, b.Book.Period(n-1).Last().Year())
	}
	var years []TaxYear
	cumulative := int64(0)
	for y := b.Start.Year(); y <= last; y++ {
		book, own := yearOf(b.Book, y), yearOf(tax, y)
		cumulative += book - own
		deferred, err := money.Round(fen(cumulative).Decimal().Mul(b.Rate.Decimal()))
		if err != nil {
			return nil, err
		}
		years = append(years, TaxYear{y, fen(book), fen(own), fen(book - own), fen(cumulative), deferred})
	}
	return years, nil
}

// yearOf is what a schedule takes in a year, in fen.
func yearOf(s accounting.Schedule, year int) int64 {
	before := s.Index(calendar.MustMonth(year, 1)) - 1
	through := s.Index(calendar.MustMonth(year, 12))
	return s.Accumulated(through).Fen() - s.Accumulated(before).Fen()
}
