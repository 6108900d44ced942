package schema

import (
	"bytes"
	"encoding/json"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/require"
)

func ledgerRow(b *testing.B) []byte {
	row := ledger.Table().Sample()
	text, err := ledger.Table().Encode(&row)
	require.NoError(b, err)
	return text
}

// rowWays are the ways to validate one row of the ledger: by Validate; by
// decoding and the bare validator on its twin and on the published document; and
// by the table itself, which needs no schema.
func rowWays(b *testing.B) []way {
	text := ledgerRow(b)
	published, err := For("ledger-row")
	require.NoError(b, err)
	document, err := compile(Base+"ledger-row", published)
	require.NoError(b, err)
	v, err := Generator{}.Validator(ledger.Table().Definition())
	require.NoError(b, err)
	bare := func(s *jsonschema.Schema) func() error {
		return func() error {
			d := json.NewDecoder(bytes.NewReader(text))
			d.UseNumber()
			var tree any
			if err := d.Decode(&tree); err != nil {
				return err
			}
			return s.Validate(tree)
		}
	}
	ways := []way{
		{"Validate", func() error { r, err := Validate("ledger-row", text); return cmpErr(r, err) }},
		{"bare-twin", bare(v.compiled)},
		{"bare-published", bare(document)},
		{"table", func() error { _, r, err := ledger.Table().Decode(text); return cmpErr(r, err) }},
	}
	for _, w := range ways {
		require.NoError(b, w.run(), w.name) // what is made once is made before
	}
	return ways
}

type way struct {
	name string
	run  func() error
}

func BenchmarkRow(b *testing.B) {
	for _, w := range rowWays(b) {
		b.Run(w.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := w.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRowBeside runs the ways in turn, so that whatever else the machine
// does slows each of them alike, and reports the median of each and Validate's in
// terms of each of the others.
func BenchmarkRowBeside(b *testing.B) {
	ways := rowWays(b)
	took := make([][]time.Duration, len(ways))
	for b.Loop() {
		for i, w := range ways {
			start := time.Now()
			if err := w.run(); err != nil {
				b.Fatal(err)
			}
			took[i] = append(took[i], time.Since(start))
		}
	}
	median := make([]float64, len(ways))
	for i, w := range ways {
		slices.Sort(took[i])
		median[i] = float64(took[i][len(took[i])/2])
		b.ReportMetric(median[i]/1000, "µs-"+w.name)
	}
	for i, w := range ways[1:] {
		b.ReportMetric(median[0]/median[i+1], "Validate/"+w.name)
	}
	b.ReportMetric(median[1]/median[3], "bare-twin/table")
}

func cmpErr(r rule.Report, err error) error {
	if err != nil {
		return err
	}
	return r.Err()
}

// BenchmarkRowMade checks a row that is a Go value already, as a program that
// holds rows does.
func BenchmarkRowMade(b *testing.B) {
	row := ledger.Table().Sample()
	b.ReportAllocs()
	for b.Loop() {
		if r := ledger.Table().Validate(&row, record.Options{}); r.Err() != nil {
			b.Fatal(r.Err())
		}
	}
}

var (
	sink      string
	bytesSink []byte
)

// BenchmarkFor hands out a document that was made before, as bytes; BenchmarkText
// as a string.
func BenchmarkFor(b *testing.B) {
	for _, name := range []string{"receipt", "ledger-row", "registration-event"} {
		b.Run(name, func(b *testing.B) {
			_, err := For(name) // made before
			require.NoError(b, err)
			b.ReportAllocs()
			for b.Loop() {
				text, err := For(name)
				if err != nil {
					b.Fatal(err)
				}
				bytesSink = text
			}
		})
	}
}

// BenchmarkText is what a server does for each request of a document.
func BenchmarkText(b *testing.B) {
	_, err := For("registration-event") // made before
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if sink, err = (Generator{}).Text("registration-event"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGenerate makes a document for a day, which is not kept.
func BenchmarkGenerate(b *testing.B) {
	d := ledger.Table().Definition()
	b.ReportAllocs()
	for b.Loop() {
		sink = string(Generator{}.ForDefinition(d))
	}
}

// BenchmarkCompile makes every document and every validator once, and reports
// what they keep.
func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		var before, between, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		var texts []string
		var validators []*Validator
		for _, e := range entries() {
			texts = append(texts, string(Generator{}.ForDefinition(e.def)))
		}
		runtime.GC()
		runtime.ReadMemStats(&between)
		for _, e := range entries() {
			v, err := Generator{}.Validator(e.def)
			if err != nil {
				b.Fatal(err)
			}
			validators = append(validators, v)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(between.HeapAlloc-before.HeapAlloc)/1024, "KB-documents")
		b.ReportMetric(float64(after.HeapAlloc-between.HeapAlloc)/1024, "KB-validators")
		runtime.KeepAlive(texts)
		runtime.KeepAlive(validators)
	}
}
