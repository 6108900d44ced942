package record_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
)

var (
	sinkReport rule.Report
	sinkBytes  []byte
	sinkInt    int
)

// A clean row of 45 filled fields.
func BenchmarkValidate(b *testing.B) {
	row, t := shapes.GoodRow(), shapes.RowTable()
	b.ReportAllocs()
	for b.Loop() {
		sinkReport = t.Validate(&row, record.Options{})
	}
	if !sinkReport.Clean() {
		b.Fatal(sinkReport)
	}
}

// Beside encoding/json into a map, which checks nothing.
func BenchmarkDecode(b *testing.B) {
	row, t := shapes.GoodRow(), shapes.RowTable()
	text, err := t.Encode(&row)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("record", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			_, sinkReport, _ = t.Decode(text)
		}
	})
	b.Run("encoding/json", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			var m map[string]any
			if err := json.Unmarshal(text, &m); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	row, t := shapes.GoodRow(), shapes.RowTable()
	b.ReportAllocs()
	for b.Loop() {
		sinkBytes, _ = t.Append(sinkBytes[:0], &row)
	}
}

// One thousand rows of 45 columns, beside encoding/csv reading alone.
func BenchmarkReadCSV(b *testing.B) {
	const rows = 1000
	t := shapes.RowTable()
	var file bytes.Buffer
	w, err := t.NewCSVWriter(&file, rule.Chinese)
	if err != nil {
		b.Fatal(err)
	}
	row := shapes.GoodRow()
	for range rows {
		if err := w.Write(&row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	text := file.String()
	b.Run("record", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			c, err := t.ReadCSV(strings.NewReader(text), record.Options{})
			if err != nil {
				b.Fatal(err)
			}
			sinkInt = 0
			for _, report := range c.All() {
				if !report.Clean() {
					b.Fatal(report)
				}
				sinkInt++
			}
		}
		if sinkInt != rows {
			b.Fatal(sinkInt)
		}
	})
	b.Run("encoding/csv", func(b *testing.B) {
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
	})
}

// A clean record costs no allocation.
func TestValidateAllocatesNothing(t *testing.T) {
	table := shapes.RowTable()
	row := shapes.GoodRow()
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		if report := table.Validate(&row, record.Options{}); len(report.Findings) > 0 {
			t.Fatal(report.Findings)
		}
	}))
}
