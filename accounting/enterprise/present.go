package enterprise

import (
	"fmt"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// Financing is a price paid in equal instalments beyond normal credit terms
// (CAS 6 第12条). Its present value is by a factor that is given, as textbooks do,
// or by the exact power of the rate; the two differ by their rounding, and a value
// says which it is.
type Financing struct {
	Payment money.Amount    // each period, at its end
	Periods int             // 1 to 1,200
	Rate    decimal.Decimal // a period: 0.05
	Factor  decimal.Decimal // of an annuity: 3.5460; zero is the exact power
}

// Charge is what one period brings.
type Charge struct {
	Interest money.Amount // 借 6603 贷 2702
	Payment  money.Amount // 借 2701 贷 1002
	Balance  money.Amount // amortised cost after it
}

// FinancingError is a financing that has no present value.
type FinancingError struct{ Want string }

// Error says what was expected.
func (e *FinancingError) Error() string { return "enterprise: financing: want " + e.Want }

// digits is to how many places powers are carried: far beyond the fen of the
// largest amount.
const digits = 40

func (f Financing) check() error {
	one := decimal.NewFromInt(1)
	switch {
	case f.Payment.Sign() <= 0:
		return &FinancingError{"a payment above 0.00"}
	case f.Periods < 1 || f.Periods > 1_200:
		return &FinancingError{"1 to 1,200 periods"}
	case f.Rate.Exponent() < -8 || f.Rate.Exponent() > 0 || f.Rate.Sign() < 0 || f.Rate.GreaterThan(one):
		return &FinancingError{"a rate from 0 to 1 with at most eight places"}
	case f.Factor.Exponent() < -12 || f.Factor.Exponent() > 4 || f.Factor.Sign() < 0 || f.Factor.GreaterThan(decimal.NewFromInt(int64(f.Periods))):
		return &FinancingError{fmt.Sprintf("a factor of an annuity from 0 to %d", f.Periods)}
	}
	return nil
}

// PresentValue returns the present value, rounded half up to the fen. Errors are
// [*FinancingError], or of money.
func (f Financing) PresentValue() (money.Amount, error) {
	if err := f.check(); err != nil {
		return money.Amount{}, err
	}
	factor := f.Factor
	if factor.Sign() == 0 {
		factor = annuity(f.Rate, f.Periods)
	}
	return money.Round(f.Payment.Decimal().Mul(factor))
}

// Stated says by what the present value is found, for the voucher that rests on it
// ([accounting.Posting.With]); of what has no present value it is empty.
func (f Financing) Stated() rule.Text {
	if f.check() != nil {
		return rule.Text{}
	}
	rate, periods := f.Rate.Mul(decimal.NewFromInt(100)).StringFixed(2)+"%", itoa(f.Periods)
	if f.Factor.Sign() == 0 {
		return text("现值按每期利率 "+rate+"、"+periods+" 期的精确幂计算，舍入到分", "present value by the exact power of "+rate+" a period over "+periods+" periods, rounded to the fen")
	}
	factor := f.Factor.StringFixed(max(4, -f.Factor.Exponent()))
	return text("现值按给定的年金系数 "+factor+"（每期利率 "+rate+"、"+periods+" 期）计算", "present value by the given annuity factor "+factor+" ("+rate+" a period over "+periods+" periods)")
}

// annuity is the sum of the discount factors of the periods.
func annuity(rate decimal.Decimal, periods int) decimal.Decimal {
	base, factor, sum := decimal.NewFromInt(1).Add(rate), decimal.NewFromInt(1), decimal.Decimal{}
	for range periods {
		factor = factor.DivRound(base, digits)
		sum = sum.Add(factor)
	}
	return sum
}

// Unrecognised returns the finance charge that is not recognised yet: total less
// present value.
func (f Financing) Unrecognised() (money.Amount, error) {
	present, err := f.PresentValue()
	if err != nil {
		return present, err
	}
	total, err := money.Fen(f.Payment.Fen() * int64(f.Periods))
	if err != nil {
		return total, err
	}
	return total.Sub(present)
}

// Charges returns the periods by the effective interest method, each rounded half
// up to the fen; the last takes what is left, so that they sum to the
// unrecognised finance charge.
func (f Financing) Charges() ([]Charge, error) {
	balance, err := f.PresentValue()
	if err != nil {
		return nil, err
	}
	left, err := f.Unrecognised()
	if err != nil {
		return nil, err
	}
	all := make([]Charge, f.Periods)
	for i := range all {
		interest := left
		if i < f.Periods-1 {
			if interest, err = money.Round(balance.Decimal().Mul(f.Rate)); err != nil {
				return nil, err
			}
		}
		if left, err = left.Sub(interest); err != nil {
			return nil, err
		}
		if balance, err = balance.Add(interest); err != nil {
			return nil, err
		}
		if balance, err = balance.Sub(f.Payment); err != nil {
			return nil, err
		}
		all[i] = Charge{interest, f.Payment, balance}
	}
	return all, nil
}
