package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// ran runs the program and returns what it printed.
func ran(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := run(args, &out, nil)
	return out.String(), err
}

// change changes one cell of a workbook's first sheet.
func change(t *testing.T, file, cell string, v any) {
	t.Helper()
	f, err := excelize.OpenFile(file)
	require.NoError(t, err)
	require.NoError(t, f.SetCellValue(f.GetSheetName(0), cell, v))
	require.NoError(t, f.Save())
	require.NoError(t, f.Close())
}

// cellOf is the cell of a heading in the row of the sample.
func cellOf(t *testing.T, file, heading string) string {
	t.Helper()
	f, err := excelize.OpenFile(file)
	require.NoError(t, err)
	found, err := f.SearchSheet(f.GetSheetName(0), heading)
	require.NoError(t, err)
	require.Len(t, found, 1, heading)
	column, row, err := excelize.CellNameToCoordinates(found[0])
	require.NoError(t, err)
	cell, err := excelize.CoordinatesToCellName(column, row+1)
	require.NoError(t, err)
	return cell
}

// A form is written, filled in wrongly, refused with the cell and the reason,
// returned, corrected, and imported.
func TestStory(t *testing.T) {
	dir := t.TempDir()
	book, bad, good := filepath.Join(dir, "book.xlsx"), filepath.Join(dir, "bad.xlsx"), filepath.Join(dir, "good.jsonl")
	_, err := ran(t, "-template", book)
	require.NoError(t, err)
	_, err = ran(t, "-template", book)
	require.ErrorIs(t, err, os.ErrExist, "nothing is written over")

	id, form := cellOf(t, book, "资源编号"), cellOf(t, book, "数据形态")
	change(t, book, id, "JT-77")
	change(t, book, form, "没有")
	out, err := ran(t, "-out", bad, "-good", good, book)
	require.ErrorIs(t, err, errBlocked)
	assert.Contains(t, out, "阻断 数据资产台账!"+form+" 数据形态：数据形态 \"没有\" 不在代码表内，应为：数据形态之一：")
	assert.Contains(t, out, "0 行可用，1 行有误；发现 1 项")
	text, err := os.ReadFile(good)
	require.NoError(t, err)
	assert.Empty(t, text)
	require.NoError(t, os.Remove(good))

	change(t, bad, form, "结构化")
	out, err = ran(t, "-en", "-good", good, bad)
	require.NoError(t, err)
	assert.Equal(t, "bad.xlsx, sheet \"数据资产台账\": 1 good rows, 0 at fault; 0 findings\n", out)
	text, err = os.ReadFile(good)
	require.NoError(t, err)
	row, report, err := ledger.Table().Decode(bytes.TrimSpace(text))
	require.NoError(t, err)
	assert.True(t, report.Clean())
	assert.Equal(t, "JT-77", row.ID())
}

// A ledger as JSON Lines and the same rows as CSV give the same workbook, which
// imports without a finding.
func TestExport(t *testing.T) {
	dir := t.TempDir()
	l, row := ledger.New(), ledger.Table().Sample()
	row.Resource.ID, row.Resource.Name = "JT-02", "=HYPERLINK(\"http://x\")"
	row.RetiredOn, row.RetireCause, row.Successors = calendar.Date{}, "", nil
	require.NoError(t, l.Apply(0, ledger.Add{On: row.RecordedOn, Row: row}))
	var lines, table bytes.Buffer
	require.NoError(t, l.Write(&lines, 0))
	w, err := ledger.Table().NewCSVWriter(&table, rule.Chinese)
	require.NoError(t, err)
	require.NoError(t, w.Write(&row))
	require.NoError(t, w.Flush())
	for name, content := range map[string][]byte{"book.jsonl": lines.Bytes(), "book.csv": table.Bytes()} {
		from, to := filepath.Join(dir, name), filepath.Join(dir, name+".xlsx")
		require.NoError(t, os.WriteFile(from, content, 0o600))
		_, err := ran(t, "-ledger", from, "-out", to)
		require.NoError(t, err)
		f, err := excelize.OpenFile(to)
		require.NoError(t, err)
		cell := cellOf(t, to, "资源名称")
		formula, err := f.GetCellFormula(f.GetSheetName(0), cell)
		require.NoError(t, err)
		assert.Empty(t, formula)
		value, err := f.GetCellValue(f.GetSheetName(0), cell)
		require.NoError(t, err)
		assert.Equal(t, row.Resource.Name, value)
		out, err := ran(t, to)
		require.NoError(t, err, out)
		assert.Contains(t, out, "1 行可用，0 行有误；发现 0 项")
	}
}

func TestExportRefusesBadRows(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "book.csv"), filepath.Join(dir, "book.xlsx")
	row := ledger.Table().Sample()
	row.Resource.Name = ""
	var table bytes.Buffer
	w, err := ledger.Table().NewCSVWriter(&table, rule.Chinese)
	require.NoError(t, err)
	require.NoError(t, w.Write(&row))
	require.NoError(t, w.Flush())
	require.NoError(t, os.WriteFile(from, table.Bytes(), 0o600))
	_, err = ran(t, "-ledger", from, "-out", to)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "有误的行不导出")
	assert.NoFileExists(t, to)
}

func TestArguments(t *testing.T) {
	for _, args := range [][]string{
		{},
		{"a.xlsx", "b.xlsx"},
		{"-template", "a.xlsx", "b.xlsx"},
		{"-ledger", "a.jsonl"},
		{"-template", "a.xlsx", "-out", "b.xlsx"},
		{"-ledger", "a.jsonl", "-out", "a.xlsx", "-good", "b"},
		{"-nothing"},
	} {
		_, err := parse(args)
		assert.Error(t, err, "%v", args)
	}
}

// Errors about the file come in the language asked for.
func TestNotAWorkbook(t *testing.T) {
	file := filepath.Join(t.TempDir(), "old.xls")
	require.NoError(t, os.WriteFile(file, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\x00", 600)), 0o600))
	_, err := ran(t, file)
	require.EqualError(t, err, "old.xls: 这是旧式 .xls 工作簿；请另存为 .xlsx 后再导入")
	_, err = ran(t, "-en", file)
	require.EqualError(t, err, "old.xls: this is an old .xls workbook; save it as .xlsx and import again")
}

// The progress line is for a terminal; without one nothing is written.
func TestProgress(t *testing.T) {
	var terminal bytes.Buffer
	for _, c := range []*counter{{out: &terminal, lang: rule.English}, {lang: rule.English}} {
		for range 2500 {
			c.step()
		}
		c.end()
	}
	assert.Equal(t, "\r1000 rows done\r2000 rows done\r\x1b[K", terminal.String())
}
