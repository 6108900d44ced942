package ledger_test

import (
	"bytes"
	"io"
	"iter"
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// busy is a row of 30 columns as real ledgers fill them, with nothing to find.
func busy(i int) ledger.Row {
	n := strconv.Itoa(i)
	r := registeredAs(row("GX-"+n), "GX-ZS-2025-"+n)
	r.Resource.Name = "农村公路路况检测影像数据集第" + n + "期"
	r.Code = "GX-JT-" + n
	r.Resource.Choice, r.Resource.ChoiceReason, r.Resource.Evidence = "", "", ""
	r.Resource.DueDiligence, r.Resource.Feasibility, r.Resource.MasterCopy, r.Resource.Controlled = r.RetiredOn, r.RetiredOn, "", record.Opt[bool]{}
	r.Resource.Provider, r.Resource.Retention, r.Resource.Intended, r.Resource.Potentials = "", "", "", nil
	r.Resource.Quality, r.Resource.RightUser, r.Resource.Acquired, r.Resource.Openness, r.Resource.Systems, r.Resource.RightsBasis = "", "", "", "", nil, ""
	r.Resource.Series, r.Resource.Operator = "", ""
	return r
}

func columnsOf(r ledger.Row) int {
	n := 0
	for _, f := range ledger.Table().Definition().Fields {
		if ledger.Table().Text(&r, f.Key) != "" {
			n++
		}
	}
	return n
}

func busyRows(n int) iter.Seq[ledger.Row] {
	model := busy(0)
	return func(yield func(ledger.Row) bool) {
		for i := range n {
			r := model
			number := strconv.Itoa(i)
			r.Resource.ID, r.Resource.Name = "GX-"+number, "农村公路路况检测影像数据集第"+number+"期"
			r.Code, r.CertificateNo = "GX-JT-"+number, "GX-ZS-2025-"+number
			if !yield(r) {
				return
			}
		}
	}
}

func BenchmarkValidate(b *testing.B) {
	r := busy(1)
	require.Equal(b, 30, columnsOf(r))
	require.Empty(b, ledger.Table().Validate(&r, record.Options{At: day("2026-12-31")}).Findings)
	b.ReportAllocs()
	for b.Loop() {
		ledger.Table().Validate(&r, record.Options{At: day("2026-12-31")})
	}
}

func BenchmarkRules(b *testing.B) {
	r := busy(1)
	require.Empty(b, ledger.Rules().Review(&r, rule.Context{At: day("2026-12-31")}).Findings)
	b.ReportAllocs()
	for b.Loop() {
		ledger.Rules().Review(&r, rule.Context{At: day("2026-12-31")})
	}
}

func BenchmarkApply(b *testing.B) {
	r := busy(1)
	b.ReportAllocs()
	l := ledger.New()
	apply(b, l, ledger.Add{On: day("2025-05-29"), Row: r})
	i := 0
	for b.Loop() {
		i++
		r.Resource.Scale = "路线" + strconv.Itoa(i) + "条"
		apply(b, l, ledger.Update{On: day("2025-05-29"), Reason: "x", Row: r})
	}
}

func filled(t testing.TB, n int) *ledger.Ledger {
	l := ledger.New()
	var changes []ledger.Change
	for r := range busyRows(n) {
		if changes = append(changes, ledger.Add{On: day("2025-05-29"), Row: r}); len(changes) == 1000 {
			apply(t, l, changes...)
			changes = changes[:0]
		}
	}
	apply(t, l, changes...)
	return l
}

func BenchmarkRow(b *testing.B) {
	l := filled(b, 1000)
	v := l.AsOf(day("2026-01-01"))
	b.ReportAllocs()
	for b.Loop() {
		v.Row("GX-500")
	}
}

func BenchmarkWrite(b *testing.B) {
	l := filled(b, 1000)
	b.ReportAllocs()
	for b.Loop() {
		require.NoError(b, l.Write(io.Discard, 0))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/row")
}

func BenchmarkRead(b *testing.B) {
	var text bytes.Buffer
	require.NoError(b, filled(b, 1000).Write(&text, 0))
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		_, err := ledger.Read(bytes.NewReader(text.Bytes()), "x")
		require.NoError(b, err)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/row")
}

func BenchmarkReview(b *testing.B) {
	at := rule.Context{At: day("2026-12-31")}
	v := ledger.ViewOf(busyRows(1000), nil)
	b.ReportAllocs()
	for b.Loop() {
		if r := v.Review(at); len(r.Findings) > 0 {
			b.Fatal(r.Findings[0])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/row")
}
