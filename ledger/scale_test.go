package ledger_test

import (
	"flag"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var scale = flag.Float64("scale", 0, "size of the Scale tests: 1 is a million rows")

// heapPeak runs a work and returns the greatest heap seen beyond that before it:
// it is asked for every so many rows by the work.
type heapPeak struct{ base, peak uint64 }

func newHeapPeak() *heapPeak {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return &heapPeak{base: m.HeapAlloc}
}

func (h *heapPeak) look() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	h.peak = max(h.peak, m.HeapAlloc)
}

func (h *heapPeak) total() float64 { return float64(h.peak) / (1 << 20) }
func (h *heapPeak) more() float64  { return (float64(h.peak) - float64(h.base)) / (1 << 20) }

// A million rows from elsewhere are validated, judged, compared and counted with a
// heap below 64 MiB.
func TestScaleReview(t *testing.T) {
	n := int(*scale * 1_000_000)
	if n == 0 {
		t.Skip("give -scale")
	}
	rows := busyRows(n)
	for name, review := range map[string]func(seen func()){
		"clean": func(seen func()) {
			for number, r := range (ledger.Reviewer{Progress: func(record.Progress) { seen() }}).Each(ledger.ViewOf(rows, nil), rule.Context{At: day("2026-12-31")}) {
				t.Fatal(number, r.Findings)
			}
		},
		"twins": func(seen func()) {
			found := 0
			twins := func(yield func(ledger.Row) bool) {
				i := 0
				for r := range rows {
					if i++; i%(n/10) == 0 {
						r.Resource.Name = "数据"
					}
					if !yield(r) {
						return
					}
				}
			}
			for _, r := range (ledger.Reviewer{Progress: func(record.Progress) { seen() }}).Each(ledger.ViewOf(twins, nil), rule.Context{At: day("2026-12-31")}) {
				found += len(r.Findings)
			}
			assert.Equal(t, 9, found, "nine of the ten have what the first has")
		},
		"tally": func(seen func()) {
			table, err := ledger.ByClass.Tally(rows, nil)
			require.NoError(t, err)
			assert.Equal(t, int64(n), table[0].Rows.Or(0))
			seen()
		},
	} {
		h := newHeapPeak()
		start := time.Now()
		review(h.look)
		h.look()
		t.Logf("%s: %d rows, %v, heap at most %.1f MiB", name, n, time.Since(start).Round(time.Millisecond), h.total())
		assert.Less(t, h.total(), 64.0, name)
	}
}

// A ledger of a million rows, one in ten with revisions, one with thousands.
func TestScaleLedger(t *testing.T) {
	n := int(*scale * 1_000_000)
	if n == 0 {
		t.Skip("give -scale")
	}
	h := newHeapPeak()
	start := time.Now()
	l := filled(t, n)
	runtime.GC()
	h.look()
	t.Logf("%d rows added in %v; %.0f bytes of heap a row", n, time.Since(start).Round(time.Millisecond), h.more()*(1<<20)/float64(n))
	start = time.Now()
	on := day("2025-06-01")
	for r := range busyRows(n / 10) {
		r.Resource.Scale = "更新"
		apply(t, l, ledger.Update{On: on, Reason: "更新", Row: r})
	}
	t.Logf("%d updates in %v", n/10, time.Since(start).Round(time.Millisecond))
	one := busy(7)
	before := l.Revision()
	h = newHeapPeak()
	for i := range 5000 {
		one.Resource.Scale = strconv.Itoa(i)
		apply(t, l, ledger.Update{On: on.AddDays(i), Reason: "更新", Row: one})
	}
	runtime.GC()
	h.look()
	t.Logf("%.0f bytes of heap a revision", h.more()*(1<<20)/float64(l.Revision()-before))
	start = time.Now()
	const asked = 100_000
	for i := range asked {
		got, ok := l.AsOf(on.AddDays(i % 5000)).Row("GX-7")
		if !ok || got.Resource.Scale != strconv.Itoa(i%5000) {
			t.Fatal(got.Resource.Scale)
		}
	}
	t.Logf("AsOf and Row of a row with 5,000 revisions: %v", time.Since(start)/asked)
	start = time.Now()
	assert.Equal(t, n, l.AsOf(on).Len())
	t.Logf("Len of all: %v", time.Since(start).Round(time.Millisecond))
	start = time.Now()
	rows := 0
	for range l.AsOf(on).Rows() {
		rows++
	}
	assert.Equal(t, n, rows)
	t.Logf("all rows: %v", time.Since(start).Round(time.Millisecond))
	start = time.Now()
	spans := ledger.Months(monthOf("2025-05-01"), monthOf("2026-12-01"))
	_, err := l.Now().Movements(ledger.ByBooking, spans...)
	require.NoError(t, err)
	t.Logf("movement table of 20 months: %v", time.Since(start).Round(time.Millisecond))
}
