package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

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
	Super  money.Ratio // 加计: 1 where 200 % of the cost is amortised for tax; absent is none
	Book   accounting.Schedule
	Booked []Charged // what the accounts charged and will charge by year, instead of Book
}

// Charged is what the accounts charge for an asset in a year: amortisation and
// impairment. Both lower its carrying amount, and neither its tax basis (第56条).
type Charged struct {
	Year   int
	Amount money.Amount
}

// ChargedBy returns what a journal has charged for an intangible asset, a year each,
// for [TaxBook]. Years to come are the schedule's. Errors are of money.
func ChargedBy(j *accounting.Journal, asset string) ([]Charged, error) {
	var all []Charged
	add := func(year int, a money.Amount) error {
		if n := len(all); n == 0 || all[n-1].Year != year {
			all = append(all, Charged{year, money.Zero()})
		}
		var err error
		last := &all[len(all)-1]
		last.Amount, err = last.Amount.Add(a)
		return err
	}
	for e := range j.Asset(asset) {
		if e.Line.Element == accounting.Cost || e.Line.Side != accounting.Credit || e.Line.Account == "1471" || e.Line.Account == "1482" {
			continue
		}
		if err := add(e.Date.Year(), e.Line.Amount); err != nil {
			return nil, err
		}
	}
	c, _ := j.Card(asset)
	s := c.Schedule()
	for m, a := range s.All() {
		if m.Compare(c.Through) > 0 {
			if err := add(m.Year(), a); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// TaxYear is one year of both books.
type TaxYear struct {
	Year       int
	Book       money.Amount // amortisation in the accounts
	Tax        money.Amount // in the tax books
	Adjustment money.Amount // 纳税调增 above 0.00, 调减 below
	Difference money.Amount // deductible, cumulative
	Deferred   money.Amount // 递延所得税资产 at the end of the year; below 0.00 a liability
	Super      money.Amount // 加计 of the year: taken off too, a permanent difference without deferred tax (CAS 18 第13条)
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
	if b.Super.Sign() < 0 {
		return nil, &TaxError{b.Super.String(), "a share of 加计 not below 0"}
	}
	tax, err := accounting.Plan{Cost: b.Cost, Start: b.Start, Months: b.Months}.Schedule()
	if err != nil {
		return nil, err
	}
	last := tax.Period(tax.Months() - 1).Last().Year()
	if n := b.Book.Months(); n > 0 {
		last = max(last, b.Book.Period(n-1).Last().Year())
	}
	for _, c := range b.Booked {
		last = max(last, c.Year)
	}
	var years []TaxYear
	cumulative := int64(0)
	for y := b.Start.Year(); y <= last; y++ {
		book, own := b.booked(y), yearOf(tax, y)
		cumulative += book - own
		deferred, err := money.Round(fen(cumulative).Decimal().Mul(b.Rate.Decimal()))
		if err != nil {
			return nil, err
		}
		super, err := money.Round(fen(own).Decimal().Mul(b.Super.Decimal()))
		if err != nil {
			return nil, err
		}
		years = append(years, TaxYear{y, fen(book), fen(own), fen(book - own), fen(cumulative), deferred, super})
	}
	return years, nil
}

// booked is what the accounts charge in a year, in fen.
func (b TaxBook) booked(year int) int64 {
	if b.Booked == nil {
		return yearOf(b.Book, year)
	}
	sum := int64(0)
	for _, c := range b.Booked {
		if c.Year == year {
			sum += c.Amount.Fen()
		}
	}
	return sum
}

// yearOf is what a schedule takes in a year, in fen.
func yearOf(s accounting.Schedule, year int) int64 {
	before := s.Index(calendar.MustMonth(year, 1)) - 1
	through := s.Index(calendar.MustMonth(year, 12))
	return s.Accumulated(through).Fen() - s.Accumulated(before).Fen()
}
