package money_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
)

var (
	sinkAmount  money.Amount
	sinkDecimal decimal.Decimal
	sinkBytes   []byte
)

// Each beside the decimal package in the same run.
func BenchmarkParse(b *testing.B) {
	b.Run("money", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkAmount, _ = money.Parse("1860000.00")
		}
	})
	b.Run("decimal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkDecimal, _ = decimal.NewFromString("1860000.00")
		}
	})
}

func BenchmarkAdd(b *testing.B) {
	x, y := money.MustParse("1860000.00"), money.MustParse("31000.00")
	b.Run("money", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkAmount, _ = x.Add(y)
		}
	})
	dx, dy := x.Decimal(), y.Decimal()
	b.Run("decimal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkDecimal = dx.Add(dy)
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	a := money.MustParse("1860000.00")
	b.ReportAllocs()
	for b.Loop() {
		sinkBytes, _ = a.AppendText(sinkBytes[:0])
	}
}

func BenchmarkOf(b *testing.B) {
	d := decimal.RequireFromString("1860000.00")
	b.ReportAllocs()
	for b.Loop() {
		sinkAmount, _ = money.Of(d)
	}
}
