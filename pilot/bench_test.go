package pilot_test

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
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

// A department with 200 assets and as many receipts.
func BenchmarkReviewLarge(b *testing.B) {
	v := department()
	v.Resources = nil
	var ids []string
	events := []pilot.Event{pilot.Listed{On: day("2025-05-29")}}
	for i := range 200 {
		id := fmt.Sprintf("D-%03d", i)
		ids = append(ids, id)
		v.Resources = append(v.Resources, data(id, rule.Administrative, "duty"))
		events = append(events, receipt("2026-04-09", "SR-"+id, revenue.OneOff, "1.00", id))
	}
	events[0] = list("2025-05-29", ids...)
	u := built(b, v, events...)
	at := day("2026-12-31")
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if sinkResult, err = pilot.Review(u, at); err != nil {
			b.Fatal(err)
		}
	}
	require.Len(b, sinkResult.Obligations, 220) // 16 of the plan, 4 of other law as advice, a filing each
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
