package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/examples/inventory/sweep"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var today = calendar.MustDate(2025, 4, 30) // the end of the sweep (GX-4.1.1)

// From the database to the ledger: what the sweep found goes out as a sheet, comes back
// filled in, is recognised, and is imported.
func TestFromDatabaseToLedger(t *testing.T) {
	db, _ := postgresDB(t)
	execute(t, db, roads...)
	f, err := sweep.Database{Prefix: "JT", Holder: rule.Administrative}.Postgres(t.Context(), db)
	require.NoError(t, err)
	toLedger(t, f)
}

// From a published catalogue to the ledger, the same way.
func TestFromCatalogueToLedger(t *testing.T) {
	file, err := os.Open(filepath.Join("sweep", "testdata", "dcat3", "csiro.jsonld"))
	require.NoError(t, err)
	defer file.Close()
	f, err := sweep.Catalogue{Prefix: "KX", Holder: rule.Administrative}.Read(file)
	require.NoError(t, err)
	toLedger(t, f)
}

func toLedger(t *testing.T, f sweep.Found) {
	t.Helper()
	for _, c := range f.Candidates {
		a, err := asset.Recognize(c.Resource, today)
		require.NoError(t, err)
		assert.Equal(t, rule.Unknown, a.Management.State, "nothing is decided by what a database says")
		assert.NotEmpty(t, c.Unknown())
	}
	var sheet bytes.Buffer
	require.NoError(t, f.WriteCSV(&sheet, rule.Chinese))
	head, _, _ := strings.Cut(sheet.String(), "\r\n")
	for _, want := range []string{"资源编号", "资源名称", "覆盖区域", "清查发现处", "待补充", "清查说明"} {
		assert.Contains(t, head, want)
	}
	unfilled, err := sweep.Table().ReadCSV(bytes.NewReader(sheet.Bytes()), record.Options{})
	require.NoError(t, err)
	for _, report := range unfilled.All() {
		require.Error(t, report.Err(), "as it is the sheet is not complete")
	}
	require.NoError(t, unfilled.Err())

	filled := fillIn(t, sheet.Bytes())
	l := ledger.New()
	rows := func(yield func(ledger.Row, rule.Report) bool) {
		back, err := sweep.Table().ReadCSV(bytes.NewReader(filled), record.Options{File: "sheet.csv"})
		require.NoError(t, err)
		for r, report := range back.All() {
			require.NoError(t, report.Err())
			a, err := asset.Recognize(r, today)
			require.NoError(t, err)
			require.Equal(t, rule.Met, a.Management.State, "%+v", a.Management.Criteria)
			require.Equal(t, asset.RouteNominal, a.Route)
			r.Extra = record.Extra{} // what the sweep noted stays in the sheet
			if !yield(ledger.Row{Resource: r, RecordedOn: today, Registered: ledger.NotRegistered, Booking: asset.NotBooked}, report) {
				return
			}
		}
		require.NoError(t, back.Err())
	}
	plan := ledger.Importer{On: today, Reason: "摸底清查"}.Plan(l, rows)
	require.NoError(t, plan.Report.Err())
	require.Equal(t, len(f.Candidates), plan.Added)
	require.NoError(t, plan.Apply(l))
	for _, c := range f.Candidates {
		row, ok := l.Now().Row(c.Resource.ID)
		require.True(t, ok)
		assert.Equal(t, c.Resource.Name, row.Resource.Name)
		assert.Equal(t, c.Resource.Rows, row.Resource.Rows)
		assert.Equal(t, c.Resource.Bytes, row.Resource.Bytes)
	}
}

// fillIn does what a person does with the sheet: what is marked unknown is filled in.
func fillIn(t *testing.T, sheet []byte) []byte {
	t.Helper()
	table := sweep.Table()
	back, err := table.ReadCSV(bytes.NewReader(sheet), record.Options{Stage: record.Draft})
	require.NoError(t, err)
	var out bytes.Buffer
	w, err := table.NewCSVWriter(&out, rule.Chinese)
	require.NoError(t, err)
	answers := map[string]string{
		"简介": "地质年代图", "覆盖区域": "全区", "更新频率": "daily", "数据来源": "duty", "含个人信息": "false", "数据分级": "general", "是否已授权运营": "false", "成本现在何处": "none",
		"资产分类": "A08060200", "所有权人": "国家", "持有单位": "某厅",
	}
	for r, report := range back.All() {
		require.NoError(t, report.Err())
		marked := r.Extra.Get("stillUnknown")
		require.NotEmpty(t, marked)
		for _, title := range strings.Split(marked, "；") {
			key := ""
			for _, f := range table.Definition().Fields {
				if f.Title.ZH == title {
					key = f.Key
				}
			}
			require.NotEmpty(t, answers[title], title)
			require.NoError(t, table.Set(&r, key, answers[title]))
		}
		for key, text := range map[string]string{"potentials": "managementService", "costEvidence": "none", "choice": "nominal", "choiceReason": "自行形成，成本无法可靠计量"} {
			require.NoError(t, table.Set(&r, key, text))
		}
		require.NoError(t, w.Write(&r))
	}
	require.NoError(t, back.Err())
	require.NoError(t, w.Flush())
	return out.Bytes()
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	db := opened(t, "sqlite", filepath.Join(dir, "unit.db"))
	execute(t, db, `CREATE TABLE route (-- 路线
		id INTEGER, name TEXT)`)
	sheet := filepath.Join(dir, "sheet.csv")
	var out strings.Builder
	require.NoError(t, run(t.Context(), []string{"-by", "table", "-out", sheet, filepath.Join(dir, "unit.db")}, &out))
	assert.Equal(t, `QC-main.route 路线 | 1张表，0条，4.1 kB | sqlite unit main route
  待补充：资产分类；覆盖区域；更新频率；数据来源；含个人信息；数据分级；是否已授权运营；所有权人；持有单位；成本现在何处
`, strings.Join(slicesOf(out.String(), 2), ""))
	text, err := os.ReadFile(sheet)
	require.NoError(t, err)
	assert.Contains(t, string(text), "QC-main.route")
	out.Reset()
	require.NoError(t, run(t.Context(), []string{"-en", "sweep/testdata/dcat3/basic-example.jsonld"}, &out))
	assert.Contains(t, out.String(), "still unknown: class; sources; personal information; class of data; operation authorised; owner; holder; where the cost sits\n")
	for _, args := range [][]string{
		{},
		{"-by", "all", "x.db"},
		{"-holder", "person", "x.db"},
		{filepath.Join(dir, "none.db")},
		{filepath.Join(dir, "none.json")},
		{"-out", sheet, "sweep/testdata/dcat3/basic-example.jsonld"},
		{"postgres://127.0.0.1:1/x?connect_timeout=2"},
		{"go.mod"},
		{"-prefix", "清查", filepath.Join(dir, "unit.db")},
	} {
		require.Error(t, run(t.Context(), args, &strings.Builder{}), args)
	}
}

// slicesOf is the first lines of a text.
func slicesOf(s string, n int) (all []string) {
	for line := range strings.Lines(s) {
		if all = append(all, line); len(all) == n {
			break
		}
	}
	return all
}
