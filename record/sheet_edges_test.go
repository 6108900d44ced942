package record_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Up to ten rows may stand above the headings, blank ones not counted.
func TestRowsAboveHeadings(t *testing.T) {
	sheet := "文字,必要\nx,y\n"
	got, _, rows := read(t, strings.Repeat("说明\n,\n", 10)+sheet, record.Options{})
	assert.Equal(t, []string{"x"}, got)
	assert.Equal(t, 10, rows.Count().Skipped)
	_, err := probes().ReadCSV(strings.NewReader(strings.Repeat("说明\n", 11)+sheet), record.Options{})
	var headings *record.HeadingError
	require.ErrorAs(t, err, &headings)
}

// A row above the headings is laid over them only where it names more fields.
func TestTitleAboveBlankColumn(t *testing.T) {
	got, sheet, rows := read(t, "台账,,,2025 年度\n文字,必要,金额,\nx,y,1,\n", record.Options{})
	assert.Equal(t, []string{"x 1.00"}, got)
	assert.Equal(t, []string{"t.csv:1 row-skipped"}, sheet)
	assert.Equal(t, []string{"文字", "必要", "金额"}, rows.Headings(), "a separator at the end heads nothing")
}

// A unit of money above the headings holds wherever the amount stands.
func TestUnitsAbove(t *testing.T) {
	for text, want := range map[string]string{
		"单位：万元,,\n某厅,,\n文字,必要,金额\nx,y,1\n":  "x 10000.00",
		"单位（万元）\n某厅\n文字,必要,金额\nx,y,1\n":     "x 10000.00",
		"单位：（万元）\n某厅\n文字,必要,金额\nx,y,1\n":    "x 10000.00",
		"单位：元\n某厅\n文字,必要,金额\nx,y,1\n":       "x 1.00",
		"单位：亿元、套\n某厅\n文字,必要,金额\nx,y,1\n":    "x 100000000.00",
		"单位万元\n某厅\n文字,必要,金额\nx,y,1\n":       "x 10000.00",
		"（单位）万元\n某厅\n文字,必要,金额\nx,y,1\n":     "x 10000.00",
		"万元\n某厅\n文字,必要,金额\nx,y,1\n":         "x 10000.00",
		",,万元\n文字,必要,金额\nx,y,1\n":           "x 10000.00",
		"台账（万元）,,\n某厅,,\n文字,必要,金额\nx,y,1\n": "x 10000.00",
		"台账（万元）\n单位：元\n文字,必要,金额\nx,y,1\n":   "x 1.00", // what says 单位 comes after
		"台账（2025年）\n某厅\n文字,必要,金额\nx,y,1\n":  "x 1.00",
		"欧元区数据台账\n某厅\n文字,必要,金额\nx,y,1\n":    "x 1.00",
		"（万元）,台账\n某厅\n文字,必要,金额\nx,y,1\n":    "x 1.00", // no title: two texts
		",,（万元）\n文字,必要,金额\nx,y,1\n":         "x 10000.00",
	} {
		got, _, _ := read(t, text, record.Options{})
		assert.Equal(t, []string{want}, got, text)
	}
	type sums struct{ Sum money.Amount }
	table := record.MustTable(record.Definition{Name: "sums", Title: tx("金额")}, []record.Field[sums]{
		{Key: "sum", Title: title("金额", "sum"), Type: record.Amount{}, At: record.At(func(v *sums) *money.Amount { return &v.Sum })},
	})
	rows, err := table.ReadCSV(strings.NewReader("单位：万元\n金额\n2\n"), record.Options{})
	require.NoError(t, err)
	for v := range rows.All() {
		assert.Equal(t, "20000.00", v.Sum.String(), "also of the first field")
	}
}

// A field's own unit in a heading is taken in both languages, and a multiple of
// it converts every cell, the plain ones too.
func TestUnitsInHeadings(t *testing.T) {
	table := probes()
	for heading, want := range map[string]string{
		"条数（条）": "98", "rows probe (rows)": "98", "rows probe (ROWS)": "98", "rows probe/rows": "98", "条数（万条）": "980000",
		"金额（元）": "98.00", "sum probe (yuan)": "98.00", "金额（万元）": "980000.00", "金额（人民币元）": "98.00",
	} {
		rows, err := table.ReadCSV(strings.NewReader(heading+",序号\n98,1\n"), record.Options{})
		require.NoError(t, err, heading)
		for v, report := range rows.All() {
			require.NoError(t, report.Err(), heading)
			assert.Equal(t, want, table.Text(&v, "rows")+table.Text(&v, "sum"), heading)
		}
	}
}

// Marks of full width head a column as those of half width do, to both ends of
// the row of them: ！ and ～.
func TestHeadingWidth(t *testing.T) {
	type dates struct{ Name string }
	table := record.MustTable(record.Definition{Name: "dates", Title: tx("起止")}, []record.Field[dates]{
		{Key: "name", Title: title("起~止!", "from to"), Type: record.Text{Max: 9}, At: record.AtText(func(v *dates) *string { return &v.Name })},
	})
	rows, err := table.ReadCSV(strings.NewReader("起～止！\nx\n"), record.Options{})
	require.NoError(t, err)
	for v := range rows.All() {
		assert.Equal(t, "x", v.Name)
	}
}

// What is no record, and what only looks so, row by row below a good one.
func TestRowsOfNoRecord(t *testing.T) {
	for row, left := range map[string]bool{
		"sum,,3":   true,
		"Total,,3": true,
		"合计（元）,,3": true,
		"合计,,0.50": true,
		"合计,—,0":   true,
		"合计,,¥5":   true,
		"合计,z,3":   false, // a name: a record
		"填表人：甲,审核人：乙,日期：2025-05-31": true,
		"填表时间：2025-05-31 10:30,,":   true, // the first colon ends the word
		"填表人:甲：乙,,":                 true,
		"备注,,3":                     false, // a word without a colon
		"文字,必要,金额":                  true,
		"text probe,need probe,sum": true,  // headings again, by other names
		"文字,,":                      false, // one cell is no row of headings
		"文字,必要,金额,z":                false, // nor is what stands where there is none
	} {
		got, sheet, rows := read(t, "文字,必要,金额\nx,y,1\n"+row+"\n", record.Options{})
		if left {
			assert.Equal(t, []string{"x 1.00"}, got, row)
			assert.Equal(t, []string{"t.csv:3 row-skipped"}, sheet, row)
			assert.Equal(t, 1, rows.Count().Skipped)
			continue
		}
		assert.Len(t, got, 2, row)
		assert.Empty(t, sheet, row)
	}
	// A line below the table has at most three names or dates behind its word.
	head := "文字,必要,编号,科目,种类\n"
	got, _, _ := read(t, head+"填表人：甲,某处,13800000000,2025-05-31,\n", record.Options{})
	assert.Empty(t, got)
	got, _, _ = read(t, head+"填表人：甲,某处,13800000000,1701,每日\n", record.Options{})
	assert.Len(t, got, 1)
	got, _, _ = read(t, head+"说明：甲,"+strings.Repeat("名", 20)+",,,\n", record.Options{})
	assert.Empty(t, got)
	got, _, _ = read(t, head+"说明：甲,"+strings.Repeat("名", 21)+",,,\n", record.Options{})
	assert.Len(t, got, 1, "nor a text longer than those")
	head = "文字,必要,编号,科目,信用代码,种类,种类集,日期,月份,金额\n"
	got, _, _ = read(t, head+"填表人：甲"+strings.Repeat(",审核人：乙", 8)+",\n", record.Options{})
	assert.Empty(t, got, "eight further ones of its kind")
	got, _, _ = read(t, head+"填表人：甲"+strings.Repeat(",审核人：乙", 9)+"\n", record.Options{})
	assert.Len(t, got, 1)
}

// Records are numbered from 1 and what is empty is counted; the findings of a
// row come in the order of the fields, what stands in no column last.
func TestRowNumbersAndOrder(t *testing.T) {
	text := "文字,必要,编号,是否\n,,,\n\nx,y,,\n , ,,\nx,,JT 02,1,z\n"
	rows, err := probes().ReadCSV(strings.NewReader(text), record.Options{})
	require.NoError(t, err)
	var got []string
	for _, report := range rows.All() {
		for _, f := range report.Findings {
			got = append(got, fmt.Sprintf("%d %d %s", f.Row, f.Source.Column, f.Rule))
		}
	}
	assert.Equal(t, []string{"2 2 record.required", "2 3 record.shape", "2 4 record.form", "2 5 record.cell"}, got)
	assert.Equal(t, record.Count{Rows: 2, Bad: 1, Empty: 2}, rows.Count())
}

// Spaces of every kind are taken from either end of a cell, whichever stands
// there alone.
func TestSpacesOfCells(t *testing.T) {
	for _, space := range []string{" ", "\u00a0", "\u1680", "\u2003", "\u200b", "\u202f", "\u205f", "\u3000", "\ufeff"} {
		for _, cell := range []string{space + "186", "186" + space, space + "186" + space} {
			rows, err := probes().ReadCSV(strings.NewReader("文字,必要,金额\nx,y,"+cell+"\n"), record.Options{})
			require.NoError(t, err)
			for v, report := range rows.All() {
				require.NoError(t, report.Err(), "%q", cell)
				assert.Equal(t, "186.00", v.Sum.String(), "%q", cell)
				require.Len(t, report.Findings, 1, "%q", cell)
				assert.Contains(t, report.Findings[0].Message.ZH, "去掉首尾空白")
			}
		}
	}
}

// A cell of nothing but spaces is empty, however many there are, and so is one
// that says that there is nothing among them.
func TestBlankCells(t *testing.T) {
	for _, column := range []string{"编号", "科目", "信用代码", "种类", "种类集", "日期", "月份", "金额", "比例", "条数"} {
		for _, cell := range []string{" ", strings.Repeat(" ", 40), strings.Repeat("\u3000", 9), strings.Repeat(" ", 20) + "—" + strings.Repeat(" ", 20)} {
			rows, err := probes().ReadCSV(strings.NewReader("文字,必要,"+column+"\nx,y,"+cell+"\n"), record.Options{})
			require.NoError(t, err)
			for v, report := range rows.All() {
				require.NoError(t, report.Err(), "%s %q", column, cell)
				assert.Equal(t, probe{Text: "x", Need: "y"}, v, "%s %q", column, cell)
			}
		}
	}
}

// A date that a sheet cannot hold is told with the forms that a sheet may have.
func TestSheetDateWanted(t *testing.T) {
	rows, err := probes().ReadCSV(strings.NewReader("日期\n2025-02-30\n"), record.Options{})
	require.NoError(t, err)
	for _, report := range rows.All() {
		require.Len(t, report.Findings, 1)
		assert.Contains(t, report.Findings[0].Message.ZH, "2006年1月2日")
	}
}

// A code is judged on the record's day in a sheet too: the table's own and a
// caller's.
func TestCodePeriodsOfSheets(t *testing.T) {
	type dated struct {
		On    calendar.Date
		Kind  string
		Kinds []string
		Extra record.Extra
	}
	list := kinds()
	list.Codes[1].Effective = rule.Between(day("2025-01-01"), day("2025-12-31"))
	table, err := record.MustExtensible(record.Definition{Name: "dated", Title: tx("有期"), DateOf: "on"}, []record.Field[dated]{
		{Key: "on", Title: tx("日期"), Type: record.Date{}, At: record.At(func(v *dated) *calendar.Date { return &v.On })},
		{Key: "kind", Title: tx("种类"), Type: record.Code{List: list}, At: record.AtText(func(v *dated) *string { return &v.Kind })},
		{Key: "kinds", Title: tx("类"), Type: record.Codes{List: list}, At: record.AtTexts(func(v *dated) *[]string { return &v.Kinds })},
	}, func(v *dated) *record.Extra { return &v.Extra }).With(record.FieldDefinition{Key: "own", Title: tx("自有"), Type: record.Code{List: list}})
	require.NoError(t, err)
	for row, want := range map[string][]string{
		"2025-12-31,b,a、b,b": {},
		"2026-01-01,a,a,a":   {},
		"2026-01-01,b,a、b,b": {"/kind code-period", "/kinds/1 code-period", "/own code-period"},
		"2026-01-01,c,a,c":   {"/kind code", "/own code"},
	} {
		rows, err := table.ReadCSV(strings.NewReader("日期,种类,类,自有\n"+row+"\n"), record.Options{})
		require.NoError(t, err)
		for _, report := range rows.All() {
			assert.Equal(t, want, refusals(report), row)
		}
	}
	v := dated{On: day("2026-01-01"), Extra: record.Extra{}.With("own", "c")}
	assert.Equal(t, []string{"/own code"}, refusals(table.Validate(&v, record.Options{})))
}

// Parts of a cell that are empty are passed over, at its ends too.
func TestEmptyParts(t *testing.T) {
	var p probe
	table := probes()
	for cell, want := range map[string]string{"、daily": "daily", "daily;": "daily", ";daily;;sheet、": "daily、sheet"} {
		require.NoError(t, table.Set(&p, "kinds", cell), cell)
		assert.Equal(t, want, table.Text(&p, "kinds"), cell)
	}
}

// A bad row goes back as it was: a short one filled up, a code of digits kept
// from the spreadsheet, a number of eleven characters still a number.
func TestRejectedCells(t *testing.T) {
	for row, want := range map[string]string{
		"00123,JT 02,12345678901":   "\"\t00123\",JT 02,12345678901,",
		"00123,JT 02,-1234567890":   "\"\t00123\",JT 02,-1234567890,",
		"00123,JT 02,123456789012":  "\"\t00123\",JT 02,\"\t123456789012\",",
		"00123,JT 02,-12345678901":  "\"\t00123\",JT 02,-12345678901,",
		"00123,JT 02,-123456789012": "\"\t00123\",JT 02,\"\t-123456789012\",",
		"x,JT 02":                   "x,JT 02,,",
	} {
		rows, err := probes().ReadCSV(strings.NewReader("文字,编号,金额\n"+row+"\n"), record.Options{})
		require.NoError(t, err)
		var out bytes.Buffer
		rejects := rows.Rejects(&out, rule.English)
		for _, report := range rows.All() {
			require.Error(t, report.Err(), row)
			rejects.Write(report)
		}
		require.NoError(t, rejects.Flush())
		_, bad, _ := strings.Cut(out.String(), "\n")
		assert.True(t, strings.HasPrefix(bad, want), "%q: %q", row, bad)
	}
}
