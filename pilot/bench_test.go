package pilot_test

import (
	"fmt"
	"slices"
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
	require.Len(b, sinkResult.Obligations, 216) // 16 of the plan, a filing each
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
