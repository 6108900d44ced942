package bench_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

var (
	sinkAmount  money.Amount
	sinkDecimal decimal.Decimal
	sinkText    string
)

// monthly is a year of amounts as text.
var monthly = []string{
	"38888.89", "0.01", "594059.41", "5940.59", "356.44", "1860000.00",
	"25500.00", "53000.00", "203520.00", "480000.00", "2501000.00", "31000.00",
}

func TestSameSum(t *testing.T) {
	want, got := decimal.Zero, money.Zero()
	for _, s := range monthly {
		want = want.Add(decimal.RequireFromString(s))
		var err error
		got, err = got.Add(money.MustParse(s))
		require.NoError(t, err)
	}
	require.Equal(t, want.StringFixed(2), got.String())
}

// Twelve amounts: read, added up, written.
func BenchmarkSumOfYear(b *testing.B) {
	b.Run("impl=dataasset", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sum := money.Zero()
			for _, s := range monthly {
				a, err := money.Parse(s)
				if err != nil {
					b.Fatal(err)
				}
				if sum, err = sum.Add(a); err != nil {
					b.Fatal(err)
				}
			}
			sinkText = sum.String()
		}
	})
	b.Run("impl=decimal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sum := decimal.Zero
			for _, s := range monthly {
				d, err := decimal.NewFromString(s)
				if err != nil {
					b.Fatal(err)
				}
				sum = sum.Add(d)
			}
			sinkText = sum.StringFixed(2)
		}
	})
}

// What is amortised after 35 of 36 months.
func BenchmarkAccumulated(b *testing.B) {
	cost := decimal.NewFromInt(1_400_000)
	s, err := accounting.StraightLine(cost, calendar.MustDate(2025, 7, 8), 36)
	require.NoError(b, err)
	b.Run("impl=dataasset", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkAmount = s.Accumulated(34)
		}
	})
	b.Run("impl=decimal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			per := cost.DivRound(decimal.NewFromInt(36), 2)
			sinkDecimal = decimal.Zero
			for range 35 {
				sinkDecimal = sinkDecimal.Add(per)
			}
		}
	})
	require.Equal(b, sinkDecimal.StringFixed(2), s.Accumulated(34).String())
}
