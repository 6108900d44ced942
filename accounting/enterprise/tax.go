package enterprise

import (
	"fmt"

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

// SurchargesOn returns the surcharges on value-added tax that was paid on a day,
// each rounded half up to the fen (公告2023年第12号: 六税两费, halved for small-scale
// taxpayers, small enterprises of low profit and the self-employed, where relieved
// says that it is one). A day on which a rate or the relief is not known is a
// [*TaxError].
func SurchargesOn(paid money.Amount, on calendar.Date, p Place, relieved bool) (Surcharges, error) {
	if paid.Sign() < 0 {
		return Surcharges{}, &TaxError{paid.String(), "a tax not below 0.00"}
	}
	if relieved && !relief().Holds(on) {
		return Surcharges{}, &TaxError{on.String(), "a day of the relief, in " + relief().String()}
	}
	var s Surcharges
	for _, x := range []struct {
		tax SurchargeTax
		to  *money.Amount
	}{{Construction, &s.Construction}, {Education, &s.Education}, {LocalEducation, &s.Local}} {
		rate, err := surchargeOn(x.tax, p, on)
		if err != nil {
			return Surcharges{}, err
		}
		d := paid.Decimal().Mul(rate.Rate.Decimal())
		if relieved {
			d = d.Mul(decimal.New(5, -1))
		}
		if *x.to, err = money.Round(d); err != nil {
			return Surcharges{}, err
		}
	}
	return s, nil
}

func surchargeOn(tax SurchargeTax, p Place, on calendar.Date) (SurchargeRate, error) {
	for _, r := range SurchargeRates() {
		if r.Tax == tax && (r.Place == "" || r.Place == p) && !on.IsZero() && r.Effective.Holds(on) {
			return r, nil
		}
	}
	return SurchargeRate{}, &TaxError{string(p) + " " + on.String(), "city, town or other, and a day that the rate is known for"}
}
