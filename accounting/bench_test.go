package accounting_test

import (
	"flag"
	"slices"
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
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

// scale is the share of the big runs: 1 is a million assets.
var scale = flag.Float64("scale", 0, "share of the scale runs: 1 is all of them, 0 none")

// held is a journal of n assets, bought in postings of 500 each.
func held(t testing.TB, n int) *accounting.Journal {
	t.Helper()
	table, j, m := events(t), accounting.NewJournal(), calendar.MustMonth(2026, 1)
	for from := 0; from < n; from += 500 {
		e := accounting.Event{ID: "purchase/" + strconv.Itoa(from), Kind: "test.purchase", On: m.First(), Entity: rule.Administrative, Facts: map[string]string{"payment": "quota"}}
		for i := from; i < min(n, from+500); i++ {
			id := "A" + strconv.Itoa(i)
			cost, err := money.Fen(int64(3_600_001 + i))
			require.NoError(t, err)
			e.Parts = append(e.Parts, accounting.Part{Asset: id, Detail: "数据资产——" + id, Terms: life(36, m), Amounts: map[string]money.Amount{"cost": cost}})
		}
		p, err := table.Post(e)
		require.NoError(t, err)
		require.NoError(t, j.Post(j.Revision(), p))
	}
	return j
}

// One month of amortisation, proposed and posted: a voucher an asset, and in
// vouchers of 200 assets.
func BenchmarkRun(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		for _, batch := range []int{1, 200} {
			b.Run("assets="+strconv.Itoa(n)+"/batch="+strconv.Itoa(batch), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					b.StopTimer()
					j, r := held(b, n), run(b, calendar.MustMonth(2026, 1))
					r.Batch = batch
					b.StartTimer()
					amortise(b, j, r)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/asset")
			})
		}
	}
}

func amortise(t testing.TB, j *accounting.Journal, r accounting.Run) {
	p, err := j.Propose(r)
	require.NoError(t, err)
	require.NoError(t, j.Post(p.Revision, p.Postings...))
}

// A million assets amortised for a month, a voucher each: every asset once, and
// the books agree. go test ./accounting -run Scale -scale 1
func TestScale(t *testing.T) {
	n := int(*scale * 1_000_000)
	if n == 0 {
		t.Skip("-scale 0")
	}
	j, r := held(t, n), run(t, calendar.MustMonth(2026, 1))
	r.Batch = 1
	before := j.Revision()
	amortise(t, j, r)
	require.Equal(t, before+n, j.Revision())
	sum := int64(0)
	for c := range j.Cards() {
		sum += c.Amortised.Fen()
	}
	balances, err := j.TrialBalance(r.Table.Chart(), calendar.Date{})
	require.NoError(t, err)
	i := slices.IndexFunc(balances, func(b accounting.Balance) bool { return b.Account.Code == "1702" })
	require.Equal(t, sum, balances[i].Net.Fen())
}
