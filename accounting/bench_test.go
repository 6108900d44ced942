package accounting_test

import (
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
)

// The amount accumulated at any month, against the loop over decimals that adds
// up to it.
func BenchmarkAccumulated(b *testing.B) {
	cost, start := decimal.NewFromInt(1_400_000), calendar.MustDate(2025, 7, 8)
	for _, months := range []int{36, 1_200} {
		n := strconv.Itoa(months)
		s, err := accounting.StraightLine(cost, start, months)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("months="+n+"/impl=schedule", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Accumulated(months - 2)
			}
		})
		b.Run("months="+n+"/impl=loop", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				per, sum := cost.DivRound(decimal.NewFromInt(int64(months)), 2), decimal.Zero
				for range months - 1 {
					sum = sum.Add(per)
				}
			}
		})
	}
}

func BenchmarkPost(b *testing.B) {
	events, e := table(b, remitted()), event()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := events.Post(e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTrialBalance(b *testing.B) {
	c, j := chart(b), accounting.NewJournal()
	for i := range 1_000 {
		if err := j.Post(i, received(b, c, strconv.Itoa(i), day(1, 1+i%365), money.MustParse("1.00"))); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := j.TrialBalance(c, calendar.Date{}); err != nil {
			b.Fatal(err)
		}
	}
}

// All 120 months of a schedule, against the plain loop over int64 that fills the
// same amounts and knows no calendar, and against one over decimals.
func BenchmarkAll(b *testing.B) {
	const months = 120
	cost := decimal.NewFromInt(1_400_000)
	s, err := accounting.StraightLine(cost, calendar.MustDate(2025, 7, 8), months)
	if err != nil {
		b.Fatal(err)
	}
	var sum int64
	b.Run("impl=int64", func(b *testing.B) {
		b.ReportAllocs()
		var to [months]int64
		for b.Loop() {
			per, left := int64(140_000_000/months), int64(140_000_000)
			for i := range to {
				amount := min(per, left)
				if i == months-1 {
					amount = left
				}
				to[i] = amount
				left -= amount
			}
			sum += to[months-1]
		}
	})
	b.Run("impl=schedule", func(b *testing.B) {
		b.ReportAllocs()
		var to [months]int64
		for b.Loop() {
			i := 0
			for _, a := range s.All() {
				to[i] = a.Fen()
				i++
			}
		}
		sum += to[0]
	})
	b.Run("impl=decimal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			per, left := cost.DivRound(decimal.NewFromInt(months), 2), cost
			for i := range months {
				amount := decimal.Min(per, left)
				if i == months-1 {
					amount = left
				}
				left = left.Sub(amount)
			}
		}
	})
	_ = sum
}
