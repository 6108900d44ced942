package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata; read the difference before it is committed")

func TestMain(m *testing.M) {
	flag.Parse()
	slog.SetLogLoggerLevel(slog.LevelError)
	beam.Init()
	os.Exit(m.Run())
}

var context2026 = rule.Context{At: calendar.MustDate(2026, 12, 31), Role: rule.RegionDepartment}

// sorted reads all lines of the files of a name, in byte order.
func sorted(t *testing.T, dir, name string, files int) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, name+"-*-of-*.jsonl"))
	require.NoError(t, err)
	require.Len(t, names, files)
	var lines []string
	for _, n := range names {
		text, err := os.ReadFile(n)
		require.NoError(t, err)
		lines = append(lines, strings.SplitAfter(string(text), "\n")...)
	}
	lines = slices.DeleteFunc(lines, func(s string) bool { return s == "" })
	slices.Sort(lines)
	return lines
}

// both reviews the files by Beam and by the library alone.
func both(t *testing.T, in string, shards int) (beamLines, singleLines []string) {
	t.Helper()
	j := job{in: in, out: t.TempDir(), shards: shards, context: context2026}
	_, err := beam.Run(context.Background(), defaultRunner, pipeline(j))
	require.NoError(t, err)
	alone := j
	alone.out = t.TempDir()
	omitted, err := single(alone)
	require.NoError(t, err)
	require.Zero(t, omitted)
	statistics := sorted(t, j.out, statisticsFile, 1)
	require.NotEmpty(t, statistics)
	assert.Equal(t, sorted(t, alone.out, statisticsFile, 1), statistics)
	return sorted(t, j.out, findingsFile, shards), sorted(t, alone.out, findingsFile, 1)
}

// count counts the findings of each rule.
func count(t *testing.T, lines []string) map[rule.ID]int {
	t.Helper()
	n := map[rule.ID]int{}
	for _, line := range lines {
		var f rule.Finding
		require.NoError(t, json.Unmarshal([]byte(line), &f))
		n[f.Rule]++
	}
	return n
}

// The ledgers of the three example units: a file each, all of them read as one.
func TestSample(t *testing.T) {
	samples(t)
	byBeam, alone := both(t, "testdata/*.jsonl", 3)
	require.NotEmpty(t, alone)
	assert.Equal(t, alone, byBeam)
}

// samples compares the sample ledgers with what the units of examples/pilot have on
// the last day of 2026.
func samples(t *testing.T) {
	units, err := filepath.Glob("../pilot/units/*/" + pilot.UnitFile)
	require.NoError(t, err)
	require.Len(t, units, 3)
	for _, u := range units {
		inventory, events, report, err := pilot.Read(folder(t, filepath.Dir(u)))
		require.NoError(t, err)
		require.NoError(t, report.Err())
		unit, _ := pilot.Build(inventory, events, context2026.At)
		var text bytes.Buffer
		w := record.NewLineWriter(&text, ledger.Table().Append)
		for row := range unit.Ledger.AsOf(context2026.At).Rows() {
			require.NoError(t, w.Write(&row))
		}
		require.NoError(t, w.Flush())
		name := filepath.Join("testdata", filepath.Base(filepath.Dir(u))+".jsonl")
		if *update {
			require.NoError(t, os.WriteFile(name, text.Bytes(), 0o644))
		}
		want, err := os.ReadFile(name)
		require.NoError(t, err, "go test -update writes it")
		assert.Equal(t, string(want), text.String(), name)
	}
}

// folder opens the three files of a unit.
func folder(t *testing.T, dir string) (files pilot.Files) {
	for name, to := range map[string]*io.Reader{pilot.UnitFile: &files.Unit, pilot.InventoryFile: &files.Inventory, pilot.EventsFile: &files.Events} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		*to = bytes.NewReader(text)
	}
	return files
}

// A generated ledger in eight files of different sizes, one packed, with empty lines,
// line ends of another system, a last line without its end, an empty file, and rows
// with members that cannot be read.
func TestGenerated(t *testing.T) {
	dir := t.TempDir()
	const rows = 1000
	cuts := []int{0, 1, 200, 201, 500, 500, 730, 999, rows}
	for i := range len(cuts) - 1 {
		var text strings.Builder
		for n := cuts[i]; n < cuts[i+1]; n++ {
			row := generated(n)
			line, err := ledger.Table().Encode(&row)
			require.NoError(t, err)
			if n%100 == 61 { // a member that no row has
				line = append([]byte(`{"noSuchMember":1,`), line[1:]...)
			}
			text.Write(line)
			if n < rows-1 {
				text.WriteString([]string{"\n", "\r\n", "\n \n"}[n%3])
			}
		}
		name := filepath.Join(dir, "rows-"+strconv.Itoa(i)+".jsonl")
		if i == 3 {
			require.NoError(t, os.WriteFile(name+".gz", packed(t, text.String()), 0o644))
			continue
		}
		require.NoError(t, os.WriteFile(name, []byte(text.String()), 0o644))
	}
	byBeam, alone := both(t, filepath.Join(dir, "rows-*"), 5)
	assert.Equal(t, alone, byBeam)
	n := count(t, byBeam)
	// By hand: of each 50 rows one (i % 50 = 7) has the name, code and certificate of row
	// i/2, which has its own unless i/2 % 50 is 7, 17 or 47; one (17) has the id of row i/3.
	assert.Equal(t, twinsByHand(rows), n["ledger.unique"])
	assert.Equal(t, rows/100, n["record.unknown-key"], "the members that no row has, each once")
	assert.Equal(t, rows/50, n["ledger.amortised-within-amount"])
}

// twinsByHand counts, with a map and nothing of the library, how many values of the
// generated rows stand in a row before.
func twinsByHand(rows int) (n int) {
	seen := map[string]bool{}
	for i := range rows {
		r := generated(i)
		for k, v := range []string{r.Resource.ID, r.Resource.Name, r.Code, r.CertificateNo, r.RegistrationNo, r.NationalCode} {
			key := strconv.Itoa(k) + v
			if v != "" && seen[key] {
				n++
			}
			seen[key] = true
		}
	}
	return n
}

func packed(t *testing.T, text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

// More rows with one value than a review keeps findings: Beam tells all of them, and
// the first thousand are those of the review.
func TestHotValue(t *testing.T) {
	dir := t.TempDir()
	const rows = 1500
	var text strings.Builder
	for i := range rows {
		r := generated(50 * i) // nothing is wrong with these
		r.Resource.Name = "数据"
		line, err := ledger.Table().Encode(&r)
		require.NoError(t, err)
		text.WriteString(string(line) + "\n")
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "rows.jsonl"), []byte(text.String()), 0o644))
	j := job{in: filepath.Join(dir, "rows.jsonl"), out: t.TempDir(), shards: 2, context: context2026}
	_, err := beam.Run(context.Background(), defaultRunner, pipeline(j))
	require.NoError(t, err)
	assert.Equal(t, rows-1, count(t, sorted(t, j.out, findingsFile, 2))["ledger.unique"])
	byBeam := sorted(t, j.out, findingsFile, 2)
	j.out = t.TempDir()
	omitted, err := single(j)
	require.NoError(t, err)
	assert.Positive(t, omitted)
	for _, line := range sorted(t, j.out, findingsFile, 1) {
		_, found := slices.BinarySearch(byBeam, line)
		assert.True(t, found, line)
	}
}

// A line that is no JSON ends both with the file and the line.
func TestNotJSON(t *testing.T) {
	dir := t.TempDir()
	row := generated(0)
	line, err := ledger.Table().Encode(&row)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte(string(line)+"\n{\n"), 0o644))
	j := job{in: filepath.Join(dir, "*.jsonl"), out: t.TempDir(), shards: 1, context: context2026}
	_, err = beam.Run(context.Background(), defaultRunner, pipeline(j))
	assert.ErrorContains(t, err, "a.jsonl")
	_, err = single(j)
	assert.ErrorContains(t, err, "a.jsonl")
}

func TestFlags(t *testing.T) {
	set := func(name, value string) {
		f := flag.Lookup(name)
		before := f.Value.String()
		require.NoError(t, f.Value.Set(value))
		t.Cleanup(func() { require.NoError(t, f.Value.Set(before)) })
	}
	assert.ErrorContains(t, run(t.Context()), "-out")
	set("out", t.TempDir())
	require.NoError(t, run(t.Context()))
	set("role", "nobody")
	assert.ErrorContains(t, run(t.Context()), "-role")
	set("at", "2026-02-30")
	assert.ErrorContains(t, run(t.Context()), "-at")
}
