package money

import (
	"cmp"
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"
)

// Amount is a sum of yuan in whole fen, or no amount at all. It is comparable
// with ==. The zero Amount is absent, which is not 0.00.
type Amount struct {
	fen     int64
	present bool
}

const (
	fenPlaces = 2
	maxFen    = 99_999_999_999_999_999 // 15 digits before the point
	maxWhole  = 15
)

// Fen returns the amount of n fen: Fen(150) is 1.50. It refuses more than 15
// digits of yuan.
func Fen(n int64) (Amount, error) {
	if n > maxFen || n < -maxFen {
		return Amount{}, rangeError(n)
	}
	return Amount{n, true}, nil
}

// rangeError stands apart so that Fen is small enough to be inlined.
func rangeError(n int64) error {
	return &ValueError{strconv.FormatInt(n, 10) + " fen", wantRange, ErrRange}
}

// Zero returns the amount 0.00, which is present.
func Zero() Amount { return Amount{0, true} }

// Nominal returns the nominal amount (名义金额), 1.00: 基本准则 第30条.
func Nominal() Amount { return Amount{100, true} }

// Of returns the amount that d is exactly; more than two decimals are refused,
// never rounded.
func Of(d decimal.Decimal) (Amount, error) {
	n, err := units(d, fenPlaces, maxFen, false)
	if err != nil {
		return Amount{}, amountError(d, err)
	}
	return Amount{n, true}, nil
}

// Round returns d rounded half up to the fen (四舍五入): half a fen goes away
// from zero.
func Round(d decimal.Decimal) (Amount, error) {
	n, err := units(d, fenPlaces, maxFen, true)
	if err != nil {
		return Amount{}, amountError(d, err)
	}
	return Amount{n, true}, nil
}

// Parse reads an amount: an optional minus, digits without leading zeros, and
// at most two decimals behind a point. It reads nothing else: no plus, no
// exponent, no thousands separator, no full-width digit, no -0.
func Parse(s string) (Amount, error) {
	n, ok := scan(s, fenPlaces, maxWhole)
	if !ok {
		return Amount{}, parseError(s)
	}
	return Amount{n, true}, nil
}

// MustParse is [Parse] for amounts written in source code; it panics where
// Parse returns an error.
func MustParse(s string) Amount {
	a, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return a
}

// Fen returns the amount in fen, 0 when it is absent.
func (a Amount) Fen() int64 { return a.fen }

// Present reports whether there is an amount.
func (a Amount) Present() bool { return a.present }

// Decimal returns the amount with two decimals, 0 when it is absent.
func (a Amount) Decimal() decimal.Decimal { return decimal.New(a.fen, -fenPlaces) }

// Sign returns -1, 0 or +1; 0 when the amount is absent.
func (a Amount) Sign() int { return cmp.Compare(a.fen, 0) }

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b.
// An absent amount is less than any other.
func (a Amount) Compare(b Amount) int {
	if a.present != b.present {
		if b.present {
			return -1
		}
		return 1
	}
	return cmp.Compare(a.fen, b.fen)
}

// Add returns a + b. An absent amount adds nothing; two of them are absent.
func (a Amount) Add(b Amount) (Amount, error) {
	n := a.fen + b.fen // no overflow: both are below 2^57
	if n > maxFen || n < -maxFen {
		return Amount{}, &ValueError{a.String() + " + " + b.String(), wantRange, ErrRange}
	}
	return Amount{n, a.present || b.present}, nil
}

// Sub returns a − b. An absent amount takes nothing away; two of them are
// absent.
func (a Amount) Sub(b Amount) (Amount, error) { return a.Add(b.Neg()) }

// Neg returns −a; absent stays absent.
func (a Amount) Neg() Amount { return Amount{-a.fen, a.present} }

// Sum adds up amounts; absent ones add nothing, and none present is absent.
func Sum(amounts ...Amount) (Amount, error) {
	var total Amount
	for _, a := range amounts {
		var err error
		if total, err = total.Add(a); err != nil {
			return Amount{}, err
		}
	}
	return total, nil
}

// units returns d in units of 10^-places, exactly or rounded half up. It
// bounds digits and exponent before it computes.
func units(d decimal.Decimal, places, limit int64, round bool) (int64, error) {
	c := d.Coefficient()
	if c.Sign() == 0 {
		return 0, nil
	}
	// A number of b bits has more than (b-1)·0.3 digits.
	digits := int64(c.BitLen()-1) * 3 / 10
	shift := int64(d.Exponent()) + places // value = c × 10^shift units
	if digits+shift > 20 {
		return 0, ErrRange
	}
	if shift >= 0 {
		c.Mul(c, power(shift)) // shift ≤ 20
		return bounded(c, limit)
	}
	if -shift > 2*digits+40 { // c × 10^shift is below a thousandth of a unit
		if round {
			return 0, nil
		}
		return 0, ErrPlaces
	}
	if digits > maxDigits {
		return 0, ErrPlaces
	}
	quo, rem := new(big.Int).QuoRem(c, power(-shift), new(big.Int))
	if rem.Sign() != 0 {
		if !round {
			return 0, ErrPlaces
		}
		if rem.Lsh(rem.Abs(rem), 1).Cmp(power(-shift)) >= 0 {
			quo.Add(quo, big.NewInt(int64(c.Sign())))
		}
	}
	return bounded(quo, limit)
}

// maxDigits is how long a coefficient units will divide.
const maxDigits = 10_000

func bounded(n *big.Int, limit int64) (int64, error) {
	if !n.IsInt64() || n.Int64() > limit || n.Int64() < -limit {
		return 0, ErrRange
	}
	return n.Int64(), nil
}

func power(n int64) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil) }

func amountError(d decimal.Decimal, err error) error {
	want := wantRange
	if err == ErrPlaces {
		want = wantPlaces
	}
	return &ValueError{describe(d), want, err}
}

// describe prints a decimal of any size in bounded time.
func describe(d decimal.Decimal) string {
	c := d.Coefficient()
	if c.BitLen() > 200 {
		return "a number of " + strconv.Itoa(c.BitLen()) + " bits, e" + strconv.Itoa(int(d.Exponent()))
	}
	if e := d.Exponent(); e != 0 {
		return c.String() + "e" + strconv.Itoa(int(e))
	}
	return c.String()
}
