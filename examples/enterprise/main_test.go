package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files; read the difference before it is committed")

func printed(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out))
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o600))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "if the difference is right, -update rewrites %s", file)
}

// What a person reads, in both languages, on paper and in a spreadsheet.
func TestGolden(t *testing.T) {
	golden(t, "2026.zh.txt", printed(t))
	golden(t, "2026.en.txt", printed(t, "-en"))
	golden(t, "2026.zh.csv", printed(t, "-csv"))
	golden(t, "2025.zh.txt", printed(t, "-at", "2025-12-31"))
	page := filepath.Join(t.TempDir(), "report.html")
	assert.Empty(t, printed(t, "-html", page))
	b, err := os.ReadFile(page)
	require.NoError(t, err)
	golden(t, "2026.zh.html", string(b))
	assert.NotRegexp(t, regexp.MustCompile(`(?i)<script|src=|href=|url\(|@import`), string(b), "one page that asks for nothing")
}

func made(t *testing.T, on string) report {
	t.Helper()
	d, err := calendar.ParseDate(on)
	require.NoError(t, err)
	r, err := build(example, "year.json", options{at: d, lang: rule.Chinese})
	require.NoError(t, err)
	return r
}

// The vouchers that the sample units give for the port group, to the fen.
func TestVouchers(t *testing.T) {
	r := made(t, "2026-12-31")
	for event, want := range map[string]string{
		"BG-05/购入":                       "借1701 1400000.00，借2221 84000.00，贷1002 1484000.00",
		"BG-05/培训":                       "借6602 5000.00，贷1002 5000.00",
		"BG-06/达到预定用途":                   "借1701 1530000.00，贷5301 1530000.00",
		"BG-06/2025-05/expensed":         "借6604 85000.00，贷5301 85000.00",
		"BG-06/2025-08/development":      "借5301 306000.00，贷1002 306000.00",
		"enterprise.amortised/2025-07/1": "借6602 38888.89，贷1702 38888.89",
		"enterprise.amortised/2025-12/1": "借6602 64388.89，贷1702 38888.89，贷1702 25500.00",
		"enterprise.amortised/2026-01/1": "借6602 38888.89，借6401 25500.00，贷1702 38888.89，贷1702 25500.00",
		"BG-06/服务2026-01":                "借1122 53000.00，贷6001 50000.00，贷2221 3000.00",
		"BG-06/收款2026-02":                "借1002 53000.00，贷1122 53000.00",
		"BG-07/加工":                       "借1405 300000.00，贷1002 300000.00",
		"BG-07/出售":                       "借1002 203520.00，贷6001 192000.00，贷2221 11520.00；借6401 120000.00，贷1405 120000.00",
		"BG-10/出售":                       "借1002 381600.00，贷6001 360000.00，贷2221 21600.00",
		"BG-05/减值":                       "借6701 159999.98，贷1703 159999.98",
		"BG-07/跌价":                       "借6701 30000.00，贷1471 30000.00",
	} {
		p, ok := r.journal.Posting(event)
		require.True(t, ok, event)
		var all []string
		for _, v := range p.Vouchers {
			all = append(all, v.String())
		}
		assert.Equal(t, want, strings.Join(all, "；"), event)
	}
	// 260,000 of research in 2025, none of it capitalised; 540,000 ÷ 18 from 2027 on
	assert.Equal(t, "260000.00", made(t, "2025-12-31").notes.Research.String())
	c, _ := r.journal.Card("BG-05")
	assert.Equal(t, "30000.00", c.Schedule().Amount(0).String())
	assert.Equal(t, 18, c.Schedule().Months())
}

// Tables A and B of 2026, the lines of both year ends, and what is restricted in
// June, as the sample units have them.
func TestTables(t *testing.T) {
	r := made(t, "2026-12-31")
	for _, c := range []struct {
		table  enterprise.Table
		column enterprise.Way
		want   map[int]string
	}{
		{r.notes.Intangible, enterprise.Bought, map[int]string{2: "1400000.00", 11: "1400000.00", 13: "233333.34", 14: "466666.68", 19: "700000.02", 22: "159999.98", 26: "540000.00", 27: "1166666.66"}},
		{r.notes.Intangible, enterprise.Own, map[int]string{2: "1530000.00", 11: "1530000.00", 13: "25500.00", 14: "306000.00", 19: "331500.00", 26: "1198500.00", 27: "1504500.00"}},
		{r.notes.Intangible, enterprise.TotalColumn, map[int]string{26: "1738500.00", 27: "2671166.66"}},
		{r.notes.Inventories, enterprise.Own, map[int]string{2: "0.00", 5: "300000.00", 8: "120000.00", 11: "180000.00", 14: "30000.00", 18: "30000.00", 20: "150000.00", 21: "0.00"}},
	} {
		for line, want := range c.want {
			assert.Equal(t, want, c.table.Cell(line, c.column).String(), "%s line %d", c.table.Title.ZH, line)
		}
	}
	assert.Equal(t, "1351500.00", made(t, "2026-06-30").notes.RestrictedIn.String())
	assert.False(t, made(t, "2026-06-17").notes.RestrictedIn.Sign() > 0, "not before it is registered")
	p := made(t, "2025-12-31").notes.Closing
	assert.Equal(t, "2671166.66", p.Intangible.String())
	assert.False(t, p.Development.Present(), "nil, not 0")
	require.NoError(t, r.notes.Report.Err())
	assert.True(t, r.found.Has("enterprise.affiliate-free-of-charge"))
}

// Both sides of the trial balance are equal on every day of the story.
func TestTrialBalance(t *testing.T) {
	for _, on := range []string{"2025-05-19", "2025-07-31", "2025-12-26", "2025-12-31", "2026-02-04", "2026-05-14", "2026-12-30", "2026-12-31", "2027-06-30", "2028-12-31"} {
		rows := made(t, on).trial()
		last := rows[len(rows)-1]
		for i := 1; i < len(last); i += 2 {
			assert.Equal(t, last[i], last[i+1], on)
		}
	}
}

func TestJSON(t *testing.T) {
	var out struct {
		Name  string            `json:"name"`
		Lines map[string]string `json:"balanceSheetLines"`
	}
	require.NoError(t, json.Unmarshal([]byte(printed(t, "-json")), &out))
	assert.Equal(t, map[string]string{"intangible": "1738500.00", "inventory": "150000.00"}, out.Lines, "what is absent is left out")
}

// A file that is wrong is told where, and nothing is printed.
func TestBadFiles(t *testing.T) {
	for want, change := range map[string][2]string{
		`5:`:                          {`"project": "BG-06",` + "\n" + `      "feasible"`, `"projet": "BG-06",` + "\n" + `      "feasible"`},
		`/events/0/kind`:              {`"enterprise.purchase"`, `"enterprise.purchse"`},
		`/events/0/parts/0/amounts/0`: {`{"input": "price", "amount": "1200000.00"}`, `{"input": "pirce", "amount": "1200000.00"}`},
		`/notes/1/inventory/issue`:    {`"issue": "average"`, `"issue": "lifo"`},
		`:25:5: BG-05/购入：应为凭据：合同`:                                  {`"documents": ["合同", "发票"]`, `"documents": ["发票"]`},
		`评估等方式得出的金额不得作为入账和调账的依据（财会〔2025〕33号`:                       {`"id": "BG-05/购入",`, `"id": "BG-05/购入", "facts": [{"fact": "measuredBy", "code": "appraisal"}],`},
		`不得直接作为入账、调账的依据（投资者投入、CAS 7、12、16、20 的公允价值除外）（财会〔2025〕33号`: {`"enterprise.training-expensed"`, `"enterprise.appraisal-booked"`},
	} {
		require.Contains(t, string(example), change[0])
		file := filepath.Join(t.TempDir(), "year.json")
		require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(example), change[0], change[1], 1)), 0o600))
		var out bytes.Buffer
		err := run([]string{"-file", file}, &out)
		require.Error(t, err, want)
		assert.Empty(t, out.String())
		assert.Contains(t, err.Error(), want)
		assert.Regexp(t, regexp.QuoteMeta(file)+`:\d+:\d+`, err.Error(), want)
	}
	var out bytes.Buffer
	require.ErrorIs(t, run([]string{"-h"}, &out), flag.ErrHelp)
	for _, args := range [][]string{{"more"}, {"-at", "2026-02-30"}, {"-at", ""}, {"-file", "absent.json"}, {"-html", filepath.Join("absent", "x.html")}} {
		require.Error(t, run(args, &out), args)
	}
	assert.Empty(t, out.String())
}

// Texts of the file cannot break the page.
func TestPageEscapes(t *testing.T) {
	file, page := filepath.Join(t.TempDir(), "year.json"), filepath.Join(t.TempDir(), "x.html")
	bad := strings.ReplaceAll(string(example), "广西北部湾国际港务集团", `<script>x</script>`)
	bad = strings.ReplaceAll(bad, "数据资源——船期数据集", `<img>`)
	bad = strings.ReplaceAll(bad, "船期规律约三年后失去参考价值", `<b>&`)
	require.NoError(t, os.WriteFile(file, []byte(bad), 0o600))
	assert.Empty(t, printed(t, "-file", file, "-html", page))
	b, err := os.ReadFile(page)
	require.NoError(t, err)
	for _, raw := range []string{"<script", "<img", "<b>"} {
		assert.NotContains(t, string(b), raw)
	}
	assert.Contains(t, string(b), "&lt;script&gt;")
}
