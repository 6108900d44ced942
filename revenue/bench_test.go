package revenue_test

import (
	"fmt"
	"testing"

	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// Plain ratios, and terms that are served in order.
func BenchmarkDistribute(b *testing.B) {
	for _, n := range []int{3, 10, 1000} {
		var plain, ordered []revenue.Share
		for i := range n {
			plain = append(plain, revenue.Rest(fmt.Sprint("p", i), int64(i%7)+1))
			ordered = append(ordered, revenue.Fixed(fmt.Sprint("p", i), yuan("1.00")))
		}
		ordered = append(ordered, revenue.Rest("p0", 1))
		for name, shares := range map[string][]revenue.Share{"plain": plain, "ordered": ordered} {
			a := revenue.MustAgreement(terms(shares...))
			b.Run(fmt.Sprintf("%s/n=%d", name, n), func(b *testing.B) {
				amount := decimal.New(250_100_007, -2)
				b.ReportAllocs()
				for b.Loop() {
					if _, err := a.Distribute(amount); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// A year's account of a thousand rows: tax, then every rule.
func BenchmarkAccount(b *testing.B) {
	var rows []revenue.Row
	for i := range 1000 {
		r := whole()
		r.ID = fmt.Sprint("SR-", i)
		rows = append(rows, r)
	}
	a := transport(rows...)
	b.ReportAllocs()
	for b.Loop() {
		revenue.AccountRules().Review(a, rule.Context{At: day("2026-12-31"), Role: a.Holder.Role, Entity: a.Holder.Entity})
	}
}
