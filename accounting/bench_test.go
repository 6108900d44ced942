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
