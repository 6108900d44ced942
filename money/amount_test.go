package money_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		in   string
		fen  int64
		text string
	}{
		{"0", 0, "0.00"},
		{"0.00", 0, "0.00"},
		{"1", 100, "1.00"},
		{"0.5", 50, "0.50"},
		{"0.01", 1, "0.01"},
		{"-0.01", -1, "-0.01"},
		{"1860000.00", 186_000_000, "1860000.00"},
		{"-594059.41", -59_405_941, "-594059.41"},
		{"999999999999999.99", 99_999_999_999_999_999, "999999999999999.99"},
		{"-999999999999999.99", -99_999_999_999_999_999, "-999999999999999.99"},
	} {
		a, err := money.Parse(tt.in)
		require.NoError(t, err, tt.in)
		assert.True(t, a.Present())
		assert.Equal(t, tt.fen, a.Fen())
		assert.Equal(t, tt.text, a.String())
		made, err := money.Fen(tt.fen)
		require.NoError(t, err)
		assert.True(t, a == made, "comparable with ==")
		assert.Equal(t, tt.text, a.Decimal().StringFixed(2))
	}
}

func TestParseRefuses(t *testing.T) {
	for in, want := range map[string]error{
		"":                          money.ErrSyntax,
		" ":                         money.ErrSyntax,
		"-":                         money.ErrSyntax,
		".":                         money.ErrSyntax,
		".5":                        money.ErrSyntax,
		"5.":                        money.ErrSyntax,
		"+1":                        money.ErrSyntax,
		"--1":                       money.ErrSyntax,
		"-0":                        money.ErrSyntax,
		"-0.00":                     money.ErrSyntax,
		"007":                       money.ErrSyntax,
		"00":                        money.ErrSyntax,
		"1,000.00":                  money.ErrSyntax,
		"1，000":                     money.ErrSyntax,
		"１２３":                       money.ErrSyntax,
		"１２３．００":                    money.ErrSyntax,
		"￥1":                        money.ErrSyntax,
		"1元":                        money.ErrSyntax,
		" 1":                        money.ErrSyntax,
		"1\n":                       money.ErrSyntax,
		"\ufeff1":                   money.ErrSyntax,
		"=1+1":                      money.ErrSyntax,
		"1e3":                       money.ErrSyntax,
		"1e1000000000":              money.ErrSyntax,
		"0x10":                      money.ErrSyntax,
		"1_000":                     money.ErrSyntax,
		"NaN":                       money.ErrSyntax,
		"nan":                       money.ErrSyntax,
		"Inf":                       money.ErrSyntax,
		"-Infinity":                 money.ErrSyntax,
		"1.2.3":                     money.ErrSyntax,
		"\xff":                      money.ErrSyntax,
		"null":                      money.ErrSyntax,
		"1.005":                     money.ErrPlaces,
		"0.000":                     money.ErrPlaces,
		"-1.234":                    money.ErrPlaces,
		"1000000000000000":          money.ErrRange,
		"-1000000000000000.00":      money.ErrRange,
		"1000000000000000.001":      money.ErrRange,
		strings.Repeat("9", 10<<20): money.ErrRange,
		strings.Repeat("x", 10<<20): money.ErrSyntax,
	} {
		a, err := money.Parse(in)
		require.ErrorIs(t, err, want, "%.40q", in)
		var value *money.ValueError
		require.ErrorAs(t, err, &value)
		assert.Equal(t, in, value.Value)
		assert.False(t, a.Present())
		assert.Less(t, len(err.Error()), 400)
	}
	assert.PanicsWithError(t, `money: "x" is not valid: want an amount written 1234.50: ASCII digits, at most 15 before the point and 2 after it`,
		func() { money.MustParse("x") })
}

func TestFenBounds(t *testing.T) {
	for _, n := range []int64{math.MaxInt64, math.MinInt64, 100_000_000_000_000_000} {
		_, err := money.Fen(n)
		assert.ErrorIs(t, err, money.ErrRange)
	}
}

func TestOf(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0.00", "0e5": "0.00", "0e-1000": "0.00", "1e3": "1000.00", "1.50": "1.50",
		"1.5000000000000000000000000": "1.50", "-31000": "-31000.00", "99999999999999999e-2": "999999999999999.99",
	} {
		a, err := money.Of(decimal.RequireFromString(in))
		require.NoError(t, err, in)
		assert.Equal(t, want, a.String(), in)
	}
	for in, want := range map[string]error{
		"0.001": money.ErrPlaces, "1.005": money.ErrPlaces, "1e-9000": money.ErrPlaces,
		"1e15": money.ErrRange, "-1e15": money.ErrRange, "999999999999999.995e3": money.ErrRange,
	} {
		_, err := money.Of(decimal.RequireFromString(in))
		assert.ErrorIs(t, err, want, in)
	}
	// Built from parts a decimal can hold any exponent; nothing is computed with it.
	for exp, want := range map[int32]error{math.MaxInt32: money.ErrRange, math.MinInt32: money.ErrPlaces} {
		huge := decimal.NewFromBigInt(big.NewInt(7), exp)
		_, err := money.Of(huge)
		require.ErrorIs(t, err, want)
		assert.Less(t, len(err.Error()), 200)
		zero, err := money.Of(decimal.NewFromBigInt(big.NewInt(0), exp))
		require.NoError(t, err)
		assert.Equal(t, money.Zero(), zero)
	}
	long := new(big.Int).Exp(big.NewInt(10), big.NewInt(200_000), nil)
	_, err := money.Of(decimal.NewFromBigInt(long, 0))
	require.ErrorIs(t, err, money.ErrRange)
	_, err = money.Of(decimal.NewFromBigInt(long, -199_999))
	require.Error(t, err)
	assert.Less(t, len(err.Error()), 300)
}

// 四舍五入: half a fen goes away from zero.
func TestRound(t *testing.T) {
	for in, want := range map[string]string{
		"1.005": "1.01", "1.004999": "1.00", "-1.005": "-1.01", "-1.004": "-1.00", "0.005": "0.01", "0.0049": "0.00",
		"-0.004": "0.00", "2.675": "2.68", "1e-500": "0.00", "100": "100.00",
		"38888.888888": "38888.89", // 1,400,000 ÷ 36
	} {
		a, err := money.Round(decimal.RequireFromString(in))
		require.NoError(t, err, in)
		assert.Equal(t, want, a.String(), in)
	}
	_, err := money.Round(decimal.RequireFromString("999999999999999.995"))
	assert.ErrorIs(t, err, money.ErrRange)
	_, err = money.Round(decimal.NewFromBigInt(big.NewInt(1), math.MaxInt32))
	assert.ErrorIs(t, err, money.ErrRange)
}

// The decimal package's variables belong to the caller's program.
func TestForeignVariablesPlayNoPart(t *testing.T) {
	places, quotes := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes
	defer func() { decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = places, quotes }()
	decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = 0, true
	a, err := money.Round(decimal.RequireFromString("1.005"))
	require.NoError(t, err)
	b, err := a.MarshalJSON()
	require.NoError(t, err)
	assert.Equal(t, `"1.01"`, string(b))
}

func TestArithmetic(t *testing.T) {
	var absent money.Amount
	one, two := money.Nominal(), money.MustParse("2.00")
	sum := func(a, b money.Amount) string { s, err := a.Add(b); require.NoError(t, err); return s.String() }
	diff := func(a, b money.Amount) string { s, err := a.Sub(b); require.NoError(t, err); return s.String() }
	assert.Equal(t, "3.00", sum(one, two))
	assert.Equal(t, "-1.00", diff(one, two))
	assert.Equal(t, "1.00", sum(one, absent))
	assert.Equal(t, "-1.00", diff(absent, one))
	assert.Equal(t, "", sum(absent, absent))
	assert.Equal(t, "0.00", sum(money.Zero(), absent), "absent is not zero")
	assert.False(t, absent == money.Zero())
	assert.Equal(t, "", absent.Neg().String())

	limit := money.MustParse("999999999999999.99")
	_, err := limit.Add(money.MustParse("0.01"))
	require.ErrorIs(t, err, money.ErrRange)
	_, err = limit.Neg().Sub(money.MustParse("0.01"))
	require.ErrorIs(t, err, money.ErrRange)
	_, err = money.Sum(limit, limit)
	require.ErrorIs(t, err, money.ErrRange)
	total, err := money.Sum(one, absent, two)
	require.NoError(t, err)
	assert.Equal(t, "3.00", total.String())
	none, err := money.Sum()
	require.NoError(t, err)
	assert.False(t, none.Present())

	assert.Equal(t, []int{-1, 0, 1, -1, 1, 0}, []int{
		one.Compare(two), one.Compare(one), two.Compare(one), absent.Compare(one.Neg()), one.Neg().Compare(absent), absent.Compare(absent),
	})
	assert.Equal(t, []int{1, 0, 0, -1}, []int{one.Sign(), money.Zero().Sign(), absent.Sign(), one.Neg().Sign()})
	assert.Zero(t, absent.Fen())
	assert.True(t, absent.Decimal().IsZero())
}

func anyAmount(t *rapid.T) money.Amount {
	a, err := money.Fen(rapid.Int64Range(-99_999_999_999_999_999, 99_999_999_999_999_999).Draw(t, "fen"))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyAmount(t), anyAmount(t)
		if back, err := money.ParseExact(a.String()); err != nil || back != a {
			t.Fatalf("%v is read back as %v, %v", a, back, err)
		}
		if back, err := money.Of(a.Decimal()); err != nil || back != a {
			t.Fatalf("%v comes back from its decimal as %v, %v", a, back, err)
		}
		sum, err := a.Add(b)
		if err != nil {
			return
		}
		if back, err := sum.Sub(b); err != nil || back != a {
			t.Fatalf("%v + %v − %v = %v, %v", a, b, b, back, err)
		}
		if swapped, err := b.Add(a); err != nil || swapped != sum {
			t.Fatalf("%v + %v = %v, the other way %v", a, b, sum, swapped)
		}
		if want := a.Decimal().Add(b.Decimal()).StringFixed(2); sum.String() != want {
			t.Fatalf("%v + %v = %v, by decimals %v", a, b, sum, want)
		}
	})
}

// Against exact fractions: what is read is that number, and nothing with more
// than two decimals or more than fifteen digits is read.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"0", "-0.00", "1.5", "1e1000000000", "１２３", "999999999999999.99", "1.005", "+1", ".5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := money.Parse(s)
		if err != nil {
			var value *money.ValueError
			if !errors.As(err, &value) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		exact, ok := new(big.Rat).SetString(s)
		if !ok || exact.Cmp(big.NewRat(a.Fen(), 100)) != 0 {
			t.Fatalf("%q is read as %v", s, a)
		}
		if d, err := decimal.NewFromString(s); err != nil || a.Decimal().Cmp(d) != 0 {
			t.Fatalf("%q is %v, by decimal %v", s, a, d)
		}
	})
}

func FuzzOf(f *testing.F) {
	f.Add(int64(12345), int32(-3))
	f.Add(int64(1), int32(math.MaxInt32))
	f.Add(int64(-7), int32(math.MinInt32))
	f.Fuzz(func(t *testing.T, coefficient int64, exp int32) {
		d := decimal.New(coefficient, exp)
		exact, err := money.Of(d)
		if err == nil && (exp < 1000 && exp > -1000) && exact.Decimal().Cmp(d) != 0 {
			t.Fatalf("%de%d became %v", coefficient, exp, exact)
		}
		rounded, err := money.Round(d)
		if err == nil && exp < 1000 && exp > -1000 && rounded.Decimal().Cmp(d.Round(2)) != 0 {
			t.Fatalf("%de%d rounds to %v, by decimal %v", coefficient, exp, rounded, d.Round(2))
		}
	})
}
