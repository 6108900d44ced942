package record_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// Whatever is read without a finding writes itself back, and reads the same
// again.
func fuzzDecode[T any](f *testing.F, t *record.Table[T], good T) {
	b, err := t.Encode(&good)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte(`{"rows":1e2,"name":"a\u0062","tags":["x"],"step":{"command":"submit","on":"2025-01-01"}}`))
	f.Fuzz(func(tt *testing.T, in []byte) {
		for _, place := range record.Locate(in, record.Options{}, "/rows/0/name", "/name", "", string(in)) {
			if place.Line < 1 || place.Column < 1 {
				tt.Fatalf("no place: %+v", place)
			}
		}
		v, report, err := t.Read(in, record.Options{Stage: record.Draft})
		if err != nil {
			return
		}
		for _, finding := range report.Findings {
			if finding.Message.ZH == "" || finding.Message.EN == "" || finding.Rule == "" || finding.Source.Line == 0 {
				tt.Fatalf("half a finding: %+v", finding)
			}
		}
		if report.Err() != nil {
			return
		}
		out, err := t.Encode(&v)
		if err != nil {
			tt.Fatalf("%q was read and cannot be written: %v", in, err)
		}
		again, report, err := t.Read(out, record.Options{Stage: record.Draft})
		if err != nil || !report.Clean() {
			tt.Fatalf("%q was written as %q: %v %v", in, out, err, report)
		}
		canonical, err := t.Canonical(&again)
		if err != nil {
			tt.Fatal(err)
		}
		oracle := jsontext.Value(bytes.Clone(out))
		if err := oracle.Canonicalize(); err != nil || string(oracle) != string(canonical) {
			tt.Fatalf("canonical %s, by the oracle %s (%v)", canonical, oracle, err)
		}
	})
}

func FuzzDecodeRow(f *testing.F) { fuzzDecode(f, shapes.Extended(), shapes.GoodExtended()) }
func FuzzDecodeAgreement(f *testing.F) {
	fuzzDecode(f, shapes.AgreementTable(), shapes.GoodAgreement())
}

func FuzzDecodeChoice(f *testing.F) {
	c := shapes.CommandChoice()
	f.Add([]byte(`{"on":"2025-12-01","command":"approve","by":"x"}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		v, report, err := c.Decode(in)
		if err != nil || report.Err() != nil {
			return
		}
		out, err := c.Encode(v)
		if err != nil {
			t.Fatal(err)
		}
		if w, report, err := c.Decode(out); err != nil || !report.Clean() || w != v {
			t.Fatalf("%q came back as %q: %v %v", in, out, report, err)
		}
	})
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("\ufeff名称,来源,入账金额\n路网,履职产生、共享取得,1\n\t=x,,1.50\n"))
	f.Add([]byte("name,personal\n\"a\"\"b\",是\n"))
	f.Add([]byte("\xc3\xfb\xb3\xc6\n\xc2\xb7\n"))
	table := shapes.Extended()
	f.Fuzz(func(t *testing.T, in []byte) {
		c, err := table.ReadCSV(bytes.NewReader(in), record.Options{Stage: record.Draft})
		if err != nil {
			return
		}
		var out bytes.Buffer
		w, err := table.NewCSVWriter(&out, rule.Chinese)
		if err != nil {
			t.Fatal(err)
		}
		var rows []shapes.Row
		for row, report := range c.All() {
			if report.Clean() {
				rows = append(rows, row)
				if err := w.Write(&row); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		back, err := table.ReadCSV(&out, record.Options{Stage: record.Draft})
		if err != nil {
			t.Fatal(err)
		}
		i := 0
		for row, report := range back.All() {
			a, _ := table.Encode(&row)
			b, _ := table.Encode(&rows[i])
			if !report.Clean() || string(a) != string(b) {
				t.Fatalf("%s came back as %s: %v", b, a, report)
			}
			i++
		}
		if nonEmpty(table, rows) != i {
			t.Fatalf("%d rows came back as %d", len(rows), i)
		}
	})
}

// nonEmpty counts rows with anything in them: an empty one is an empty line.
func nonEmpty(table *record.Table[shapes.Row], rows []shapes.Row) int {
	n := 0
	for i := range rows {
		if b, _ := table.Encode(&rows[i]); string(b) != "{}" {
			n++
		}
	}
	return n
}

func FuzzLines(f *testing.F) {
	f.Add("{}\n\n{\"command\":\"submit\"}")
	f.Fuzz(func(t *testing.T, in string) {
		l := record.ReadLines(strings.NewReader(in), shapes.CommandChoice().Read, record.Options{})
		n := 0
		for range l.All() {
			n++
		}
		if n > strings.Count(in, "\n")+1 {
			t.Fatal("more records than lines")
		}
	})
}
