package bench_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

var (
	sinkBytes  []byte
	sinkReport rule.Report
	sinkBool   bool
)

// row is a data resource with 39 of its 47 fields filled in.
func row() asset.Resource { return asset.Resources().Sample() }

// Both read the same values from the same text.
func TestSameRow(t *testing.T) {
	table, row := asset.Resources(), row()
	text, err := table.Encode(&row)
	require.NoError(t, err)
	var plain plainRow
	require.NoError(t, json.Unmarshal(text, &plain))
	again, report, err := table.Decode(text)
	require.NoError(t, err)
	require.True(t, report.Clean())
	require.Equal(t, row, again)
	require.Equal(t, row.Name, plain.Name)
	require.Equal(t, row.AvailableOn.String(), plain.AvailableOn)
	back, err := json.Marshal(plain)
	require.NoError(t, err)
	require.JSONEq(t, string(text), string(back))
	check := plainCheck()
	require.True(t, check(&row))
	row.Name = ""
	require.False(t, check(&row))
}

// plainCheck is what a program writes by hand at the least: what is required is
// there, texts are not too long, codes are of their list. It does not say what is
// wrong, nor where.
func plainCheck() func(*asset.Resource) bool {
	lists := map[string]map[string]bool{}
	for _, f := range asset.Resources().Definition().Fields {
		var list record.CodeList
		switch t := f.Type.(type) {
		case record.Code:
			list = t.List
		case record.Codes:
			list = t.List
		}
		lists[f.Key] = map[string]bool{}
		for _, c := range list.Codes {
			lists[f.Key][c.Code] = true
		}
	}
	holders, classes, sectors, sources := lists["holderKind"], lists["class"], lists["sector"], lists["sources"]
	frequencies, levels, costs, evidence := lists["frequency"], lists["importance"], lists["costAt"], lists["costEvidence"]
	return func(r *asset.Resource) bool {
		for _, s := range [...]string{r.ID, r.Name, r.Introduction, r.Scale, r.Area} {
			if strings.TrimSpace(s) == "" {
				return false
			}
		}
		for _, s := range [...]struct {
			text string
			most int
		}{
			{r.ID, 40},
			{r.Name, 100},
			{r.Introduction, 500},
			{r.NoProject, 300},
			{r.Series, 100},
			{r.Scale, 300},
			{r.Area, 300},
			{r.CoversFrom, 10},
			{r.CoversTo, 10},
			{r.Quality, 300},
			{r.Provider, 100},
			{r.Owner, 100},
			{r.RightHolder, 100},
			{r.RightUser, 100},
			{r.Operator, 100},
			{r.RightsBasis, 300},
			{r.ChoiceReason, 300},
		} {
			if !utf8.ValidString(s.text) || utf8.RuneCountInString(s.text) > s.most {
				return false
			}
		}
		for _, s := range r.Sources {
			if !sources[string(s)] || s == asset.FromSharing && r.Provider == "" {
				return false
			}
		}
		codes := holders[string(r.HolderKind)] && classes[r.Class] && sectors[r.Sector] && frequencies[string(r.Frequency)] &&
			levels[string(r.Importance)] && costs[string(r.CostAt)] && evidence[string(r.Evidence)]
		return codes && len(r.Sources) > 0 && (r.Choice == "" || r.ChoiceReason != "") && r.Cost.Sign() >= 0
	}
}

// A clean record of 47 fields.
func BenchmarkValidate(b *testing.B) {
	table, row := asset.Resources(), row()
	b.Run("impl=dataasset", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkReport = table.Validate(&row, record.Options{})
		}
	})
	check := plainCheck()
	b.Run("impl=plain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkBool = check(&row)
		}
	})
}

// Reading: the peer checks nothing.
func BenchmarkDecode(b *testing.B) {
	table, row := asset.Resources(), row()
	text, err := table.Encode(&row)
	require.NoError(b, err)
	b.Run("impl=dataasset", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			_, sinkReport, _ = table.Decode(text)
		}
	})
	b.Run("impl=encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			var plain plainRow
			if err := json.Unmarshal(text, &plain); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	table, row := asset.Resources(), row()
	text, err := table.Encode(&row)
	require.NoError(b, err)
	var plain plainRow
	require.NoError(b, json.Unmarshal(text, &plain))
	b.Run("impl=dataasset", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkBytes, _ = table.Encode(&row)
		}
	})
	b.Run("impl=encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkBytes, _ = json.Marshal(&plain)
		}
	})
}

const sheetRows = 1000

// sheet is a table of 1,000 rows and 47 columns.
func sheet(tb testing.TB) string {
	tb.Helper()
	var file bytes.Buffer
	w, err := asset.Resources().NewCSVWriter(&file, rule.Chinese)
	require.NoError(tb, err)
	row := row()
	for range sheetRows {
		require.NoError(tb, w.Write(&row))
	}
	require.NoError(tb, w.Flush())
	return file.String()
}

// The peers: the fields as text; the fields as text with the dates, amounts and
// numbers among them parsed.
func BenchmarkReadCSV(b *testing.B) {
	table, text := asset.Resources(), sheet(b)
	b.Run("impl=dataasset", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			rows, err := table.ReadCSV(strings.NewReader(text), record.Options{})
			require.NoError(b, err)
			sinkInt = 0
			for _, report := range rows.All() {
				if !report.Clean() {
					b.Fatal(report)
				}
				sinkInt++
			}
		}
		require.Equal(b, sheetRows, sinkInt)
	})
	for _, peer := range []struct {
		name  string
		parse func([]string) error
	}{
		{"impl=encoding-csv", func([]string) error { return nil }},
		{"impl=encoding-csv-typed", typed(text)},
	} {
		b.Run(peer.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				sinkInt = -1 // the headings
				r := csv.NewReader(strings.NewReader(text))
				r.ReuseRecord = true
				for {
					fields, err := r.Read()
					if err == io.EOF {
						break
					}
					require.NoError(b, err)
					if sinkInt++; sinkInt > 0 {
						require.NoError(b, peer.parse(fields))
					}
				}
			}
			require.Equal(b, sheetRows, sinkInt)
		})
	}
}

// typed parses the columns that the table says hold dates, amounts and numbers.
func typed(text string) func([]string) error {
	headings, _, _ := strings.Cut(strings.TrimPrefix(text, "\ufeff"), "\n")
	at := map[string]int{}
	for i, h := range strings.Split(strings.TrimSpace(headings), ",") {
		at[h] = i
	}
	var dates, amounts, integers []int
	for _, f := range asset.Resources().Definition().Fields {
		switch i := at[f.Title.ZH]; f.Type.(type) {
		case record.Date:
			dates = append(dates, i)
		case record.Amount:
			amounts = append(amounts, i)
		case record.Integer:
			integers = append(integers, i)
		}
	}
	columns := []struct {
		at    []int
		parse func(string) error
	}{
		{dates, func(s string) error { _, err := time.Parse(time.DateOnly, s); return err }},
		{amounts, func(s string) error { _, err := decimal.NewFromString(s); return err }},
		{integers, func(s string) error { _, err := strconv.ParseInt(s, 10, 64); return err }},
	}
	return func(fields []string) error {
		for _, c := range columns {
			for _, i := range c.at {
				if fields[i] == "" {
					continue
				}
				if err := c.parse(fields[i]); err != nil {
					return err
				}
			}
		}
		return nil
	}
}
