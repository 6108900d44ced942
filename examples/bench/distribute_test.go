package bench_test

import (
	"fmt"
	"strconv"
	"testing"

	gomoney "github.com/Rhymond/go-money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	govalues "github.com/govalues/money"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

var (
	sinkDistribution revenue.Distribution
	sinkMoney        []*gomoney.Money
	sinkSplit        []govalues.Amount
	sinkLines        []string
)

// toShare is 2,501,000.07: it leaves a remainder with 3, 10 and 1000 parties.
const toShare = 250_100_007

// weighted is a plain ratio agreement: party i has weight of i.
func weighted(n int, weight func(i int) int64) revenue.Agreement {
	t := revenue.Terms{ID: "XY-1"}
	for i := range n {
		id := "p" + strconv.Itoa(i)
		t.Parties = append(t.Parties, revenue.Party{ID: id, Name: id})
		t.Shares = append(t.Shares, revenue.Rest(id, weight(i)))
	}
	return revenue.MustAgreement(t)
}

func equal(int) int64 { return 1 }

// uneven are the weights 1 to 7 in turn.
func uneven(i int) int64 { return int64(i%7) + 1 }

func sizes(b *testing.B, name string, run func(b *testing.B, n int)) {
	for _, n := range []int{3, 10, 1000} {
		b.Run(fmt.Sprintf("n=%d/impl=%s", n, name), func(b *testing.B) { run(b, n) })
	}
}

func gomoneyAllocate(n int) ([]*gomoney.Money, error) {
	ratios := make([]int, n)
	for i := range ratios {
		ratios[i] = int(uneven(i))
	}
	return gomoney.New(toShare, gomoney.CNY).Allocate(ratios...)
}

// All sum to the amount and no two parties of equal weight are more than a fen
// apart. The peers give the fen that are left to the first parties, whatever their
// fractions.
func TestSameShares(t *testing.T) {
	for _, n := range []int{3, 10, 1000} {
		ours, err := weighted(n, uneven).Distribute(decimal.New(toShare, -2))
		require.NoError(t, err)
		theirs, err := gomoneyAllocate(n)
		require.NoError(t, err)
		sum := int64(0)
		for i, m := range theirs {
			require.InDelta(t, m.Amount(), ours.Share(i).Fen(), 1)
			sum += ours.Share(i).Fen()
		}
		require.EqualValues(t, toShare, sum)
		halves, err := weighted(n, equal).Distribute(decimal.New(toShare, -2))
		require.NoError(t, err)
		parts, err := govalues.MustNewAmount("CNY", toShare, 2).Split(n)
		require.NoError(t, err)
		for i, p := range parts {
			fen, ok := p.MinorUnits()
			require.True(t, ok)
			require.Equal(t, fen, halves.Share(i).Fen())
		}
	}
}

// Weights 1 to 7 in turn.
func BenchmarkDistribute(b *testing.B) {
	sizes(b, "dataasset", func(b *testing.B, n int) { distribute(b, weighted(n, uneven)) })
	sizes(b, "go-money", func(b *testing.B, n int) {
		ratios := make([]int, n)
		for i := range ratios {
			ratios[i] = int(uneven(i))
		}
		m := gomoney.New(toShare, gomoney.CNY)
		b.ReportAllocs()
		for b.Loop() {
			var err error
			if sinkMoney, err = m.Allocate(ratios...); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// Equal parts.
func BenchmarkDistributeEqually(b *testing.B) {
	sizes(b, "dataasset", func(b *testing.B, n int) { distribute(b, weighted(n, equal)) })
	sizes(b, "go-money", func(b *testing.B, n int) {
		m := gomoney.New(toShare, gomoney.CNY)
		b.ReportAllocs()
		for b.Loop() {
			var err error
			if sinkMoney, err = m.Split(n); err != nil {
				b.Fatal(err)
			}
		}
	})
	sizes(b, "govalues", func(b *testing.B, n int) {
		m := govalues.MustNewAmount("CNY", toShare, 2)
		b.ReportAllocs()
		for b.Loop() {
			var err error
			if sinkSplit, err = m.Split(n); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func distribute(b *testing.B, a revenue.Agreement) {
	amount := decimal.New(toShare, -2)
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if sinkDistribution, err = a.Distribute(amount); err != nil {
			b.Fatal(err)
		}
	}
}

// The sentences are made only when they are asked for.
func BenchmarkExplain(b *testing.B) {
	d, err := weighted(10, uneven).Distribute(decimal.New(toShare, -2))
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		sinkLines = d.Explain(rule.Chinese)
	}
}
