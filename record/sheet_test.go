package record_test

import (
	"bytes"
	_ "embed"
	"io"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// read is what a sheet was read as: one line a record, amounts and names, then
// what was told of the sheet.
func read(t *testing.T, text string, o record.Options) (got []string, sheet []string, rows *record.CSV[probe]) {
	t.Helper()
	table := probes()
	o.File = "t.csv"
	rows, err := table.ReadCSV(strings.NewReader(text), o)
	require.NoError(t, err, text)
	for row, report := range rows.All() {
		line := strings.Trim(table.Text(&row, "text")+" "+table.Text(&row, "sum"), " ")
		if report.Err() != nil {
			line += " !"
		}
		got = append(got, line)
	}
	require.NoError(t, rows.Err())
	for _, f := range rows.Report().Findings {
		assert.Equal(t, rule.Note, f.Severity)
		sheet = append(sheet, f.Source.String()+" "+strings.TrimPrefix(string(f.Rule), "record."))
	}
	return got, sheet, rows
}

// sheetLayouts: a sheet, its records, what is told of the sheet itself.
var sheetLayouts = map[string]struct {
	text        string
	want, sheet []string
}{
	"title, unit and blank rows above": {
		"数据资产台账,,\n,,\n填报单位：某厅,单位：万元,\n文字,必要,金额\nx,y,1\n",
		[]string{"x 10000.00"},
		[]string{"t.csv:1 row-skipped", "t.csv:3 row-skipped", "t.csv:4:3 金额 unit"},
	},
	"unit in brackets above":               {"（单位：人民币千元）,,\n文字,必要,金额\nx,y,1\n", []string{"x 1000.00"}, []string{"t.csv:1 row-skipped", "t.csv:2:3 金额 unit"}},
	"unit in the title":                    {"台账（万元）,,\n文字,必要,金额\nx,y,1\n", []string{"x 10000.00"}, []string{"t.csv:1 row-skipped", "t.csv:2:3 金额 unit"}},
	"a unit of another sort above is none": {"单位：某厅,,\n文字,必要,金额\nx,y,1\n", []string{"x 1.00"}, []string{"t.csv:1 row-skipped"}},
	"unit in the heading":                  {"文字,必要,金额（万元）\nx,y,1.5\nx,y,2万元\n", []string{"x 15000.00", "x 20000.00"}, []string{"t.csv:1:3 金额（万元） unit"}},
	"the cell contradicts its heading":     {"文字,必要,金额/万元\nx,y,1元\n", []string{"x !"}, []string{"t.csv:1:3 金额/万元 unit"}},
	"the heading's unit comes first":       {"单位：亿元,,\n文字,必要,金额(元)\nx,y,1\n", []string{"x 1.00"}, []string{"t.csv:1 row-skipped"}},
	"groups above":                         {"资产,,入账（万元）\n文字,必要,金额\nx,y,1\n", []string{"x 10000.00"}, []string{"t.csv:1 row-skipped", "t.csv:2:3 金额 unit"}},
	"groups, other headings merged over both rows": {
		"序号,文字,必要,入账情况（万元）,,备注栏\n,,,金额,日期,\n1,x,y,1,2025-05-31,\n",
		[]string{"x 10000.00"},
		[]string{"t.csv:1 row-skipped", "t.csv:2:1 序号 column-skipped", "t.csv:2:4 金额 unit", "t.csv:2:6 备注栏 column-skipped"},
	},
	"marks and letter case": {"＊文字（必填）,NEED Probe, 金 额 ,TEXT\u3000x\nx,y,1\n", []string{"x 1.00"}, []string{"t.csv:1:4 TEXT\u3000x column-skipped"}},
	"totals and lines below": {
		"文字,必要,金额\nx,y,1\n小计,,1\n合计数据集,y,2\n合　计：,—,3\n填表人：甲,,审核人：乙\n注：金额为含税,,\n第 1 页 共 1 页,,\n",
		[]string{"x 1.00", "合计数据集 2.00"},
		[]string{"t.csv:3 row-skipped", "t.csv:5 row-skipped", "t.csv:6 row-skipped", "t.csv:7 row-skipped", "t.csv:8 row-skipped"},
	},
	"a record that is called a total": {"文字,必要,金额\n合计,某数据,1\n\"\t合计\",,1\n", []string{"合计 1.00", "合计 1.00 !"}, nil},
	"headings again on each page":     {"文字,必要,金额（元）\nx,y,1\n文字,必要,金额（元）\n文字,必要,z\n", []string{"x 1.00", "文字 !"}, []string{"t.csv:3 row-skipped"}},
	"trailing and blank columns":      {"文字,,必要,金额,,\nx,,y,1,,\nx,z,y,1,,\nx,,y,1,,z\n", []string{"x 1.00", "x 1.00 !", "x 1.00 !"}, nil}, /* what stands without a heading is told */
	"semicolons":                      {"文字;必要;金额\n\"a;b\";y,z;1\n", []string{"a;b 1.00"}, nil},
	"TABs":                            {"文字\t必要\t金额\nx,y\ty\t1\n", []string{"x,y 1.00"}, nil},
	"one column":                      {"文字\nx\n", []string{"x !"}, nil},
	"rows of spaces":                  {"文字,必要\n , \nx,y\n", []string{"x"}, nil},
	"percent in the heading":          {"文字,必要,比例(%)\nx,y,6\n", []string{"x"}, []string{"t.csv:1:3 比例(%) unit"}},
	"form of a date in the heading":   {"文字,必要,日期（年/月/日）\nx,y,2025/5/31\n", []string{"x"}, nil},
}

func TestSheetLayout(t *testing.T) {
	for name, tt := range sheetLayouts {
		t.Run(name, func(t *testing.T) {
			got, sheet, rows := read(t, tt.text, record.Options{PassUnknown: strings.Contains(tt.text, "备注栏") || strings.Contains(tt.text, "TEXT")})
			assert.Equal(t, tt.want, got)
			assert.Equal(t, tt.sheet, sheet)
			assert.Equal(t, rows.Count().Rows, len(tt.want))
		})
	}
}

func TestSheetHeadings(t *testing.T) {
	table := probes()
	for text, want := range map[string]string{
		"备注,文字,必要\n,x,y\n":               `t.csv:1:1: the headings do not fit probe; unknown: "备注" in column 1`,
		"表\n\n文字,必要,文字(必填)\n":            `t.csv:3:3: the headings do not fit probe; repeated: "文字(必填)" in column 3 after column 1`,
		"文字,必要,金额（含税）\nx,y,1\n":          `unknown: "金额（含税）" in column 3`, // a bracket that changes the meaning
		"文字,必要,金额（美元）\nx,y,1\n":          `unknown: "金额（美元）" in column 3`,
		"文字,必要,条数（GB）\nx,y,1\n":          `unknown: "条数（GB）" in column 3`,
		"单位：万美元,,\n文字,必要,金额\nx,y,1\n":    `unknown: "单位：万美元" in column 1`,
		"台账（万美元）\n某厅\n文字,必要,金额\nx,y,1\n": `unknown: "台账（万美元）" in column 1`,
		"USD\n某厅\n文字,必要,金额\nx,y,1\n":     `unknown: "USD" in column 1`,
		"表,,\n说明,,\n":                    `t.csv:1:1: the headings do not fit probe; unknown: "表" in column 1`,
	} {
		_, err := table.ReadCSV(strings.NewReader(text), record.Options{File: "t.csv"})
		var headings *record.HeadingError
		require.ErrorAs(t, err, &headings, text)
		assert.Contains(t, err.Error(), want)
	}
	got, _, _ := read(t, "名目,必要,款项（万元）\nx,y,1\n", record.Options{Synonyms: map[string]string{"名目": "text", "款项": "sum"}})
	assert.Equal(t, []string{"x 10000.00"}, got)
	got, _, _ = read(t, "编号,必要\nx,y\n", record.Options{Synonyms: map[string]string{"编号": "text"}})
	assert.Equal(t, []string{"x"}, got, "the caller's synonym comes before the table's title")
	_, err := table.ReadCSV(strings.NewReader("x"), record.Options{Synonyms: map[string]string{"名目": "文字"}})
	var wrong *record.TableError
	require.ErrorAs(t, err, &wrong, "a synonym is for a key")

	// Synonyms are a map, yet what is read or refused does not depend on its order.
	for range 50 {
		_, err := table.ReadCSV(strings.NewReader("x"), record.Options{Synonyms: map[string]string{"乙": "b", "甲": "a", "丙": "c"}})
		require.ErrorContains(t, err, `"丙"`, "U+4E19, the first of the three by code point")
		near := record.Options{Synonyms: map[string]string{"名 目": "text", "名目*": "sum"}}
		got, _, _ := read(t, "名 目,必要,名目*\nx,y,1\n", near)
		require.Equal(t, []string{"x 1.00"}, got, "to the letter each is its own")
		_, err = table.ReadCSV(strings.NewReader("文字,必要,名目\nx,y,1\n"), near)
		require.ErrorContains(t, err, `"名目" in column 3`, "near to both it is neither")
	}
}

// A record that only looks like totals or a line below the table is read where
// nothing else can be meant: everything that it must have is there.
func TestSheetKeepsRecords(t *testing.T) {
	type named struct{ Name, Number string }
	table := record.MustTable(record.Definition{Name: "named", Title: title("名称", "names")}, []record.Field[named]{
		{Key: "name", Title: title("名称", "name"), Type: record.Text{Max: 60}, Required: record.Always(), At: record.AtText(func(v *named) *string { return &v.Name })},
		{Key: "number", Title: title("科目", "account"), Type: record.Text{Max: 60}, Required: record.Always(), At: record.AtText(func(v *named) *string { return &v.Number })},
	})
	for stage, want := range map[record.Stage][]string{record.Final: {"合计", "说明：甲"}, record.Draft: nil} {
		rows, err := table.ReadCSV(strings.NewReader("名称,科目\n合计,1701\n说明：甲,1701\n合计,\n填表人：甲,\n"), record.Options{Stage: stage})
		require.NoError(t, err)
		var got []string
		for row := range rows.All() {
			got = append(got, row.Name)
		}
		assert.Equal(t, want, got)
		assert.Len(t, rows.Report().Findings, 4-len(want), "what was left out is told")
		assert.Equal(t, len(want), rows.Count().Rows)
	}
}

// A sheet as Chinese Excel writes it reads the same in every encoding.
func TestSheetEncodings(t *testing.T) {
	text := "台账,,\n文字,必要,金额（万元）\n公路,y,１．５\n合计,,1.5\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	for _, in := range []string{text, "\ufeff" + text, gb, strings.ReplaceAll(text, "\n", "\r\n"), strings.ReplaceAll(gb, ",", ";")} {
		got, sheet, rows := read(t, in, record.Options{})
		assert.Equal(t, []string{"公路 15000.00"}, got)
		assert.Len(t, sheet, 3)
		assert.Equal(t, record.Count{Rows: 1, Normalised: 1, Skipped: 2}, rows.Count())
	}
}

// Bad rows go out as they were, with what is wrong, and come back the same or
// corrected; nothing of them is lost.
func TestRejects(t *testing.T) {
	table := probes()
	text := "台账,单位：万元\n序号,文字,必要,金额,日期\n1,x,y,1,2025-05-31\n2,=1+1,—,\"1,5\",-\n3, z ,y,2,2025/2/30,多\n合计,,,3,\n"
	reject := func(text string) (string, []string) {
		rows, err := table.ReadCSV(strings.NewReader(text), record.Options{})
		require.NoError(t, err)
		var out bytes.Buffer
		rejects := rows.Rejects(&out, rule.Chinese)
		var found []string
		for _, report := range rows.All() {
			if report.Err() != nil {
				rejects.Write(report)
				for _, f := range report.Findings {
					found = append(found, string(f.Rule)+" "+f.Path+" "+f.Value)
				}
			}
		}
		require.NoError(t, rejects.Flush())
		require.NoError(t, rows.Err())
		return out.String(), found
	}
	out, found := reject(text)
	assert.True(t, strings.HasPrefix(out, "\ufeff序号,文字,必要,金额（万元）,日期,导入问题\n2,\"\t=1+1\",—,\"\t1,5\",-,"), out)
	assert.Contains(t, out, "金额 \"\"1,5\"\" 格式不符")
	assert.Contains(t, out, ",多\n", "a cell without a column is kept")
	again, same := reject(out)
	assert.Equal(t, out, again)
	assert.Equal(t, found, same)
	corrected := strings.NewReplacer("1,5", "15", "2025/2/30", "2025/2/28", ",多\n", "\n", "—", "有").Replace(out)
	none, found := reject(corrected)
	assert.Empty(t, found, none)
	broken := probesReader(t, text).Rejects(failing{}, rule.English)
	broken.Write(rule.Report{})
	require.Error(t, broken.Flush())
}

func probesReader(t *testing.T, text string) *record.CSV[probe] {
	t.Helper()
	rows, err := probes().ReadCSV(strings.NewReader(text), record.Options{})
	require.NoError(t, err)
	return rows
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

//go:embed testdata/sheets.txt
var sheetItems string

// Every item of the list of what a sheet may have stands in one of the tables.
func TestSheetItems(t *testing.T) {
	known := map[string]bool{}
	for _, tt := range untidyCells {
		known[tt.column+" "+tt.cell] = true
	}
	for name := range sheetLayouts {
		known[name] = true
	}
	n := 0
	for line := range strings.Lines(sheetItems) {
		if line = strings.TrimSuffix(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		item, where, ok := strings.Cut(line, " = ")
		require.True(t, ok, line)
		for _, w := range strings.Split(where, " | ") {
			assert.True(t, known[w], "%s: %s is not tested", item, w)
		}
		n++
	}
	assert.Greater(t, n, 40)
}
