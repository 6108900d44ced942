package pilot_test

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	sinkUnit   pilot.Unit
	sinkResult pilot.Result
)

// One department with three assets over two years.
func BenchmarkReview(b *testing.B) {
	u := built(b, department(), slices.Concat(lives()...)...)
	at := day("2026-12-31")
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if sinkResult, err = pilot.Review(u, at); err != nil {
			b.Fatal(err)
		}
	}
}

var scale = flag.Float64("scale", 0, "size of the Scale tests: 1 is a unit with 100,000 assets")

// manyAssets is a department with n assets and what it did in two years: all of
// them listed, three of four booked at nominal amount and approved, one bought and
// amortised each month, every other one registered, every hundredth bringing in
// money.
func manyAssets(n int) (asset.Inventory, []pilot.Event) {
	const most = 1000 // assets an event
	v := department()
	v.Resources = nil
	var ids, numbers, nominal, money []string
	var events, purchases []pilot.Event
	for i := range n {
		id := fmt.Sprintf("D-%06d", i)
		r := data(id, rule.Administrative, asset.FromDuty)
		r.Name, r.Quality = "数据"+strconv.Itoa(i), "已建立年度校核"
		ids, numbers = append(ids, id), append(numbers, "ZS-"+id)
		if i%100 == 0 {
			money = append(money, id)
		}
		if i%4 != 0 {
			nominal = append(nominal, id)
		} else {
			r.Evidence, r.Cost = asset.ByVoucher, yuan("6000.00")
			purchases = append(purchases, straight(book("2025-07-16", "RZ-"+id, "government.purchase", id, []string{"cost", "6000.00"}, treasury()), 60))
		}
		v.Resources = append(v.Resources, r)
	}
	each := func(all []string, do func(from, to int)) {
		for from := 0; from < len(all); from += most {
			do(from, min(from+most, len(all)))
		}
	}
	each(ids, func(i, j int) { events = append(events, list("2025-05-29", ids[i:j]...)) })
	each(nominal, func(i, j int) { events = append(events, surplus("2025-06-30", "PY-"+nominal[i], nominal[i:j]...)) })
	events = append(events, purchases...)
	for m := calendar.MustMonth(2025, 7); m.Compare(calendar.MustMonth(2026, 12)) <= 0; m = m.Add(1) {
		switch m.String() {
		case "2025-08":
			each(nominal, func(i, _ int) {
				events = append(events, approved("2025-08-20", "PY-"+nominal[i], "自治区财政厅", nominal[i]+"号"))
			})
		case "2025-09":
			each(ids[:n/2], func(i, j int) { events = append(events, submit("2025-09-08", ids[i:j]...)) })
			each(ids[:n/2], func(i, j int) { events = append(events, approve("2025-09-10", numbers[i:j], ids[i:j]...)) })
		}
		events = append(events, pilot.Amortised{On: m.Last(), Month: m})
	}
	for i, id := range money {
		events = append(events, receipt(day("2026-01-05").AddDays(i%300).String(), "SR-"+id, revenue.OneOff, "100.00", id))
	}
	return v, events
}

// A department with n assets, its ledger, cards, books and receipts: ns/asset stays
// what it is from one size to the next. 100,000 assets are built first, which takes
// longer than their review: give -scale 1.
func BenchmarkReviewMany(b *testing.B) {
	for _, n := range []int{1_000, 10_000, int(*scale * 100_000)} {
		if n == 0 {
			continue
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			v, events := manyAssets(n)
			u, at := built(b, v, events...), day("2026-12-31")
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if sinkResult, err = pilot.Review(u, at); err != nil {
					b.Fatal(err)
				}
			}
			require.Equal(b, n, sinkResult.Totals.Assets)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/asset")
		})
	}
}

// A large unit comes to what is known of it beforehand, for each asset: by hand, of
// 100 assets 25 cost 6,000 yuan over 60 months, of which 18 have passed (1,800), 75
// stand at 1 yuan, and half are registered.
func TestScaleReview(t *testing.T) {
	n := int(*scale * 100_000)
	if n == 0 {
		t.Skip("give -scale")
	}
	require.Zero(t, n%100)
	v, events := manyAssets(n)
	start := time.Now()
	u := built(t, v, events...)
	t.Logf("%d assets built in %v", n, time.Since(start).Round(time.Millisecond))
	start = time.Now()
	r := reviewed(t, u, "2026-12-31")
	t.Logf("reviewed in %v: %d findings, %d more omitted", time.Since(start).Round(time.Millisecond), len(r.Report.Findings), r.Report.Omitted)
	assert.Equal(t, []int{n, n, n, n / 2}, []int{r.Totals.Resources, r.Totals.Assets, r.Totals.Ledger.Rows, r.Totals.Ledger.Registered})
	assert.Equal(t, int64(n)/100*(25*6000_00+75*1_00), r.Totals.Books.Cost.Fen())
	assert.Equal(t, int64(n)/100*25*1800_00, r.Totals.Books.Amortised.Fen())
	assert.Equal(t, int64(n)/100*100_00, r.Totals.Received.Fen())
}

func BenchmarkBuild(b *testing.B) {
	events := recorded(slices.Concat(lives()...)...)
	v, at := department(), day("2026-12-31")
	b.ReportAllocs()
	for b.Loop() {
		sinkUnit, _ = pilot.Build(v, events, at)
	}
}

func BenchmarkReadEvents(b *testing.B) {
	var text strings.Builder
	for _, k := range kinds {
		text.WriteString(k.good + "\n")
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, report, err := pilot.ReadEvents(strings.NewReader(text.String()), ""); err != nil || report.Err() != nil {
			b.Fatal(report, err)
		}
	}
}

// A finance department adds up a hundred units, and writes their obligations.
func BenchmarkTogether(b *testing.B) {
	var results []pilot.Result
	for i := range 100 {
		v := department()
		v.Holder.Name += strconv.Itoa(i)
		u, _ := pilot.Build(v, recorded(list("2025-05-20", "D-1", "D-2", "D-3")), day("2026-12-31"))
		r, err := pilot.Review(u, day("2026-12-31"))
		require.NoError(b, err)
		results = append(results, r)
	}
	b.Run("Consolidate", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := pilot.Consolidate(results); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("ICalendar", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := (pilot.ICalendar{Stamp: stamp()}).Write(io.Discard, results...); err != nil {
				b.Fatal(err)
			}
		}
	})
}
