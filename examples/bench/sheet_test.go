package bench_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

const assetSheetRows = 2000

func assetSheet(tb testing.TB) string {
	tb.Helper()
	var file bytes.Buffer
	w, err := assetRows().NewCSVWriter(&file, rule.Chinese)
	require.NoError(tb, err)
	for i := range assetSheetRows {
		row := assetRowAt(i)
		require.NoError(tb, w.Write(&row))
	}
	require.NoError(tb, w.Flush())
	return file.String()
}

// The sheet is the one all figures are given for: 30 columns, about 375 bytes a
// row, and it comes back as it was written.
func TestAssetSheet(t *testing.T) {
	text := assetSheet(t)
	require.Len(t, assetRows().Definition().Fields, 30)
	require.InDelta(t, 375, len(text)/assetSheetRows, 40)
	rows, err := assetRows().ReadCSV(strings.NewReader(text), record.Options{})
	require.NoError(t, err)
	i := 0
	for row, report := range rows.All() {
		require.Empty(t, report.Findings)
		require.Equal(t, assetRowAt(i), row)
		i++
	}
	require.NoError(t, rows.Err())
	require.Equal(t, assetSheetRows, i)
}

func rates(b *testing.B, bytes int) {
	rows := float64(b.N) * assetSheetRows
	b.ReportMetric(rows/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(bytes)/assetSheetRows, "bytes/row")
}

// Import: read, understood and validated, beside the cells as text alone.
func BenchmarkImport(b *testing.B) {
	table, text := assetRows(), assetSheet(b)
	b.Run("impl=dataasset", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			rows, err := table.ReadCSV(strings.NewReader(text), record.Options{})
			require.NoError(b, err)
			for _, report := range rows.All() {
				if !report.Clean() {
					b.Fatal(report)
				}
			}
			require.Equal(b, assetSheetRows, rows.Count().Good())
		}
		rates(b, len(text))
	})
	b.Run("impl=encoding-csv", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			r := csv.NewReader(strings.NewReader(text))
			r.ReuseRecord = true
			for {
				if _, err := r.Read(); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
		rates(b, len(text))
	})
}

// Validation alone of a clean row of 30 columns.
func BenchmarkValidateRow(b *testing.B) {
	table, row := assetRows(), assetRowAt(1)
	b.ReportAllocs()
	for b.Loop() {
		sinkReport = table.Validate(&row, record.Options{})
	}
	require.True(b, sinkReport.Clean())
}

// Export beside the same cells written as text alone.
func BenchmarkExport(b *testing.B) {
	table, text := assetRows(), assetSheet(b)
	rows := make([]assetRow, assetSheetRows)
	for i := range rows {
		rows[i] = assetRowAt(i)
	}
	b.Run("impl=dataasset", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w, err := table.NewCSVWriter(io.Discard, rule.Chinese)
			require.NoError(b, err)
			for i := range rows {
				if err := w.Write(&rows[i]); err != nil {
					b.Fatal(err)
				}
			}
			require.NoError(b, w.Flush())
		}
		rates(b, len(text))
	})
	cells, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(b, err)
	b.Run("impl=encoding-csv", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, csv.NewWriter(io.Discard).WriteAll(cells[1:]))
		}
		rates(b, len(text))
	})
}
