package bench_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"text/tabwriter"
	"time"

	gomoney "github.com/Rhymond/go-money"
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

var table = flag.Bool("table", false, "print the table of hot paths and whole processes")

// path is one hot path: what it does at a size, and the least that a program without
// this module would do for the same.
type path struct {
	name  string
	peer  string // name of the library, or plain loop
	sizes [3]int
	ours  func(tb testing.TB, n int) func() error
	other func(tb testing.TB, n int) func() error
}

// hotPaths lists them in the order of the packages.
func hotPaths() []path {
	return []path{
		{"add n working days", "rickar/cal", [3]int{10, 250, 2500}, addWorkdays, addWorkdaysPeer},
		{"working days between, n apart", "rickar/cal", [3]int{10, 250, 2500}, between, betweenPeer},
		{"read, add and write n amounts", "shopspring/decimal", [3]int{12, 120, 1200}, sumAmounts, sumDecimals},
		{"what is amortised of n months", "decimal loop", [3]int{12, 120, 1200}, amortised, amortisedPeer},
		{"distribute to n parties", "go-money", [3]int{3, 30, 300}, distributeTo, distributePeer},
		{"read and check n JSON records", "encoding/json", [3]int{1, 10, 100}, decodeRecords, decodePeer},
		{"write n JSON records", "encoding/json", [3]int{1, 10, 100}, encodeRecords, encodePeer},
		{"check n records", "plain checks", [3]int{1, 10, 100}, checkRecords, checkPeer},
		{"read and check n sheet rows", "encoding/csv", [3]int{10, 100, 1000}, readSheet, readSheetPeer},
		{"write n sheet rows", "encoding/csv", [3]int{10, 100, 1000}, writeSheet, writeSheetPeer},
		{"book n events and balance", "map of sums", [3]int{10, 100, 1000}, bookEvents, bookPeer},
		{"review n ledger rows", "table alone", [3]int{10, 100, 1000}, reviewRows, validateRows},
	}
}

// Every path does its work, and the table is printed where it is asked for:
//
//	go test -run Table -args -table
func TestTable(t *testing.T) {
	if !*table {
		for _, p := range hotPaths() {
			require.NoError(t, p.ours(t, p.sizes[0])(), p.name)
			require.NoError(t, p.other(t, p.sizes[0])(), p.name)
		}
		t.Skip("-args -table measures and prints")
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', tabwriter.Debug)
	fmt.Fprintln(w, "path\tpeer\tn\ttime/op\tallocs/op\t÷ peer\tgrowth for ×n")
	for _, p := range hotPaths() {
		p.print(t, w)
	}
	for _, line := range processes(t) {
		fmt.Fprintln(w, line)
	}
	require.NoError(t, w.Flush())
}

// print writes the three lines of a path. Growth is how much longer the greatest size
// takes than the least, beside how much greater it is.
func (p path) print(t *testing.T, w io.Writer) {
	var first float64
	for i, n := range p.sizes {
		ours, other := measure(t, p.ours(t, n)), measure(t, p.other(t, n))
		per, peer := nanoseconds(ours), nanoseconds(other)
		growth := ""
		if i == 0 {
			first = per
		} else {
			growth = fmt.Sprintf("×%.3g for ×%.3g", per/first, float64(n)/float64(p.sizes[0]))
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%v\t%d\t%.2f\t%s\n", p.name, p.peer, n, time.Duration(per).Round(1), ours.AllocsPerOp(), per/peer, growth)
	}
}

func nanoseconds(r testing.BenchmarkResult) float64 {
	return max(float64(r.T.Nanoseconds())/float64(r.N), 0.1)
}

func measure(t *testing.T, work func() error) testing.BenchmarkResult {
	var failed error
	r := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := work(); err != nil {
				failed = err
				return
			}
		}
	})
	require.NoError(t, failed)
	return r
}

// processes are whole programs, from their start to their end: time on the clock, and
// the most memory that the system gave them.
func processes(t *testing.T) (lines []string) {
	dir := t.TempDir()
	for _, p := range []struct {
		name, program string
		args          []string
	}{
		{"process: one unit through the plan", "pilot", []string{"-unit", "units/2-port-group"}},
		{"process: three units through the plan", "pilot", nil},
		{"process: every rule as a book", "rulebook", nil},
	} {
		file := filepath.Join(dir, p.program)
		build := exec.Command("go", "build", "-o", file, ".")
		build.Dir = filepath.Join("..", p.program)
		out, err := build.CombinedOutput()
		require.NoError(t, err, string(out))
		var took []time.Duration
		var most int64
		for range 5 {
			c := exec.Command(file, p.args...)
			c.Dir, c.Stdout = build.Dir, io.Discard
			began := time.Now()
			require.NoError(t, c.Run())
			took = append(took, time.Since(began))
			if used, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok && runtime.GOOS == "linux" {
				most = max(most, used.Maxrss)
			}
		}
		slices.Sort(took)
		lines = append(lines, fmt.Sprintf("%s\t\t\t%v\t\t\tmedian of 5; %d MB at most", p.name, took[2].Round(time.Millisecond), most/1024))
	}
	return lines
}

func addWorkdays(tb testing.TB, n int) func() error {
	c, from := national(tb), calendar.MustDate(2015, 1, 23)
	return func() (err error) { sinkDate, err = c.AddWorkdays(from, n); return err }
}

func addWorkdaysPeer(tb testing.TB, n int) func() error {
	peer, at := mapped(tb, national(tb)), calendar.MustDate(2015, 1, 23).Time(time.UTC)
	return func() error { sinkTime = peer.WorkdaysFrom(at, n); return nil }
}

func between(tb testing.TB, n int) func() error {
	c, from := national(tb), calendar.MustDate(2015, 1, 23)
	to, err := c.AddWorkdays(from, n)
	require.NoError(tb, err)
	return func() (err error) { sinkInt, err = c.WorkdaysBetween(from, to); return err }
}

func betweenPeer(tb testing.TB, n int) func() error {
	c, from := national(tb), calendar.MustDate(2015, 1, 23)
	to, err := c.AddWorkdays(from, n)
	require.NoError(tb, err)
	peer, start, end := mapped(tb, c), from.AddDays(1).Time(time.UTC), to.Time(time.UTC)
	return func() error { sinkInt = peer.WorkdaysInRange(start, end); return nil }
}

func sumAmounts(_ testing.TB, n int) func() error {
	return func() error {
		sum := money.Zero()
		for i := range n {
			a, err := money.Parse(monthly[i%len(monthly)])
			if err != nil {
				return err
			}
			if sum, err = sum.Add(a); err != nil {
				return err
			}
		}
		sinkText = sum.String()
		return nil
	}
}

func sumDecimals(_ testing.TB, n int) func() error {
	return func() error {
		sum := decimal.Zero
		for i := range n {
			d, err := decimal.NewFromString(monthly[i%len(monthly)])
			if err != nil {
				return err
			}
			sum = sum.Add(d)
		}
		sinkText = sum.StringFixed(2)
		return nil
	}
}

func amortised(tb testing.TB, n int) func() error {
	s, err := accounting.StraightLine(decimal.NewFromInt(1_400_000), calendar.MustDate(2025, 7, 8), n)
	require.NoError(tb, err)
	return func() error { sinkAmount = s.Accumulated(n - 2); return nil }
}

func amortisedPeer(_ testing.TB, n int) func() error {
	cost, months := decimal.NewFromInt(1_400_000), decimal.NewFromInt(int64(n))
	return func() error {
		per := cost.DivRound(months, 2)
		sinkDecimal = decimal.Zero
		for range n - 1 {
			sinkDecimal = sinkDecimal.Add(per)
		}
		return nil
	}
}

func distributeTo(_ testing.TB, n int) func() error {
	a, amount := weighted(n, uneven), decimal.New(toShare, -2)
	return func() (err error) { sinkDistribution, err = a.Distribute(amount); return err }
}

func distributePeer(_ testing.TB, n int) func() error {
	ratios := make([]int, n)
	for i := range ratios {
		ratios[i] = int(uneven(i))
	}
	m := gomoney.New(toShare, gomoney.CNY)
	return func() (err error) { sinkMoney, err = m.Allocate(ratios...); return err }
}

func rowText(tb testing.TB) []byte {
	r := row()
	text, err := asset.Resources().Encode(&r)
	require.NoError(tb, err)
	return text
}

func decodeRecords(tb testing.TB, n int) func() error {
	t, text := asset.Resources(), rowText(tb)
	return func() (err error) {
		for range n {
			if _, sinkReport, err = t.Decode(text); err != nil {
				return err
			}
		}
		return sinkReport.Err()
	}
}

func decodePeer(tb testing.TB, n int) func() error {
	text := rowText(tb)
	return func() error {
		for range n {
			var plain plainRow
			if err := json.Unmarshal(text, &plain); err != nil {
				return err
			}
		}
		return nil
	}
}

func encodeRecords(_ testing.TB, n int) func() error {
	t, r := asset.Resources(), row()
	return func() (err error) {
		for range n {
			if sinkBytes, err = t.Encode(&r); err != nil {
				return err
			}
		}
		return nil
	}
}

func encodePeer(tb testing.TB, n int) func() error {
	var plain plainRow
	require.NoError(tb, json.Unmarshal(rowText(tb), &plain))
	return func() (err error) {
		for range n {
			if sinkBytes, err = json.Marshal(&plain); err != nil {
				return err
			}
		}
		return nil
	}
}

func checkRecords(_ testing.TB, n int) func() error {
	t, r := asset.Resources(), row()
	return func() error {
		for range n {
			sinkReport = t.Validate(&r, record.Options{})
		}
		return sinkReport.Err()
	}
}

var errUnsound = errors.New("the plain check refuses the row")

func checkPeer(_ testing.TB, n int) func() error {
	check, r := plainCheck(), row()
	return func() error {
		for range n {
			if !check(&r) {
				return errUnsound
			}
		}
		return nil
	}
}

func purchases(n int) []accounting.Event {
	all := make([]accounting.Event, n)
	for i := range all {
		all[i] = accounting.Event{
			ID: fmt.Sprint("CG-", i), Kind: "government.purchase", On: calendar.MustDate(2026, 3, 16), Entity: rule.Administrative,
			Facts: map[string]string{"payment": "treasury"},
			Parts: []accounting.Part{{
				Asset: fmt.Sprint("JT-", i), Detail: "数据资产——公路", Amounts: map[string]money.Amount{"cost": money.MustParse("126000.00")},
				Terms: accounting.Terms{Measured: accounting.AtCost, Months: 60, From: calendar.MustMonth(2026, time.March), Use: "duties"},
			}},
		}
	}
	return all
}

// bookEvents makes the vouchers in both books, posts them, and reads the balances.
func bookEvents(_ testing.TB, n int) func() error {
	events, chart, all := government.Events(), government.Chart(), purchases(n)
	return func() error {
		j := accounting.NewJournal()
		for i := range all {
			posting, err := events.Post(all[i])
			if err != nil {
				return err
			}
			if err := j.Post(i, posting); err != nil {
				return err
			}
		}
		_, err := j.TrialBalance(chart, calendar.Date{})
		return err
	}
}

func bookPeer(_ testing.TB, n int) func() error {
	all := purchases(n)
	return func() error {
		sums := map[string]int64{}
		for i := range all {
			fen := all[i].Parts[0].Amounts["cost"].Fen()
			sums["1701"] += fen
			sums["4001"] -= fen
			sums["7101"] += fen
			sums["6001"] -= fen
		}
		sinkInt = len(sums)
		return nil
	}
}

func rowsOf(n int) []assetRow {
	rows := make([]assetRow, n)
	for i := range rows {
		rows[i] = assetRowAt(i)
	}
	return rows
}

func sheetOf(tb testing.TB, n int) string {
	var file bytes.Buffer
	w, err := assetRows().NewCSVWriter(&file, rule.Chinese)
	require.NoError(tb, err)
	for _, r := range rowsOf(n) {
		require.NoError(tb, w.Write(&r))
	}
	require.NoError(tb, w.Flush())
	return file.String()
}

func readSheet(tb testing.TB, n int) func() error {
	t, text := assetRows(), sheetOf(tb, n)
	return func() error {
		rows, err := t.ReadCSV(strings.NewReader(text), record.Options{})
		if err != nil {
			return err
		}
		for _, report := range rows.All() {
			if err := report.Err(); err != nil {
				return err
			}
		}
		return rows.Err()
	}
}

func readSheetPeer(tb testing.TB, n int) func() error {
	text := sheetOf(tb, n)
	return func() error {
		r := csv.NewReader(strings.NewReader(text))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	}
}

func writeSheet(_ testing.TB, n int) func() error {
	t, rows := assetRows(), rowsOf(n)
	return func() error {
		w, err := t.NewCSVWriter(io.Discard, rule.Chinese)
		if err != nil {
			return err
		}
		for i := range rows {
			if err := w.Write(&rows[i]); err != nil {
				return err
			}
		}
		return w.Flush()
	}
}

func writeSheetPeer(tb testing.TB, n int) func() error {
	cells, err := csv.NewReader(strings.NewReader(sheetOf(tb, n))).ReadAll()
	require.NoError(tb, err)
	return func() error { return csv.NewWriter(io.Discard).WriteAll(cells[1:]) }
}

func ledgerRows(n int) []ledger.Row {
	rows := make([]ledger.Row, n)
	for i := range rows {
		rows[i] = ledger.Table().Sample()
		id := fmt.Sprint("GX-", i)
		r := &rows[i]
		r.Resource.ID, r.Resource.Name, r.Code, r.CertificateNo, r.RegistrationNo, r.NationalCode = id, id, id, id, id, ""
		r.RetiredOn, r.RetireCause, r.Counterparty = calendar.Date{}, "", ""
	}
	return rows
}

func reviewRows(_ testing.TB, n int) func() error {
	v := ledger.ViewOf(slices.Values(ledgerRows(n)), nil)
	return func() error {
		sinkReport = v.Review(rule.Context{At: calendar.MustDate(2026, 12, 31)})
		return nil
	}
}

func validateRows(_ testing.TB, n int) func() error {
	t, rows := ledger.Table(), ledgerRows(n)
	return func() error {
		for i := range rows {
			sinkReport = t.Validate(&rows[i], record.Options{At: calendar.MustDate(2026, 12, 31)})
		}
		return nil
	}
}
