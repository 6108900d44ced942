package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

func template(t *testing.T, l rule.Language) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Template(ledger.Table(), l, &b))
	f, err := excelize.OpenReader(&b)
	require.NoError(t, err)
	return f
}

// saved is a workbook's bytes after a change.
func saved(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	b, err := f.WriteToBuffer()
	require.NoError(t, err)
	return b.Bytes()
}

type read struct {
	rows     []ledger.Row
	reports  []rule.Report
	findings []string // cell, rule
}

func readAll(t require.TestingT, b []byte) read {
	r, err := Read(ledger.Table(), bytes.NewReader(b), record.Options{File: "book.xlsx"})
	require.NoError(t, err)
	var out read
	for row, report := range r.All() {
		out.rows = append(out.rows, row)
		out.reports = append(out.reports, report)
		for _, f := range report.Findings {
			out.findings = append(out.findings, cellName(f.Source.Column, f.Source.Line)+" "+string(f.Rule))
		}
	}
	require.NoError(t, r.Err())
	return out
}

// at is the cell of a field in a row of the template.
func at(t *testing.T, key string, row int) string {
	t.Helper()
	for i, c := range columnsOf(ledger.Table().Definition()) {
		if c.field.Key == key {
			return cellName(i+1, row)
		}
	}
	require.Fail(t, "no such field", key)
	return ""
}

// Every field has its heading, its note with the clauses, and its drop-down.
func TestTemplate(t *testing.T) {
	for _, l := range []rule.Language{rule.Chinese, rule.English} {
		f, d := template(t, l), ledger.Table().Definition()
		name := f.GetSheetName(0)
		comments, err := f.GetComments(name)
		require.NoError(t, err)
		notes := map[string]string{}
		for _, c := range comments {
			for _, run := range c.Paragraph {
				notes[c.Cell] += run.Text
			}
			notes[c.Cell] += c.Text
		}
		valid := map[string]*excelize.DataValidation{}
		all, err := f.GetDataValidations(name)
		require.NoError(t, err)
		for _, v := range all {
			first, _, _ := strings.Cut(v.Sqref, ":")
			valid[first] = v
		}
		for _, field := range d.Fields {
			head, first := at(t, field.Key, headingRow), at(t, field.Key, firstRow)
			got, err := f.GetCellValue(name, head)
			require.NoError(t, err)
			assert.Equal(t, field.Title.In(l), got)
			for _, c := range field.Basis {
				assert.Contains(t, notes[head], c.String(), field.Key)
			}
			if field.Required.Op == record.OpAlways {
				assert.Contains(t, notes[head], rule.Text{ZH: "必填", EN: "required"}.In(l))
			}
			if c, ok := field.Type.(record.Code); ok {
				require.NotNil(t, valid[first], field.Key)
				checkDropDown(t, f, valid[first].Formula1, c.List, l)
			}
		}
	}
}

// checkDropDown looks up the titles of a drop-down, in the cell or on the hidden
// sheet.
func checkDropDown(t *testing.T, f *excelize.File, formula string, list record.CodeList, l rule.Language) {
	t.Helper()
	var titles []string
	for _, e := range list.Codes {
		titles = append(titles, e.Title.In(l))
	}
	if strings.HasPrefix(formula, `"`) {
		assert.LessOrEqual(t, len([]rune(formula)), maxInline+2)
		assert.Equal(t, strings.Join(titles, ","), strings.Trim(formula, `"`))
		return
	}
	sheet, cells, ok := strings.Cut(formula, "!")
	require.True(t, ok, formula)
	sheet = strings.Trim(sheet, "'")
	visible, err := f.GetSheetVisible(sheet)
	require.NoError(t, err)
	assert.False(t, visible)
	var column string
	var last int
	_, err = fmt.Sscanf(strings.ReplaceAll(cells, "$", " "), " %s 1: %s %d", &column, &column, &last)
	require.NoError(t, err, cells)
	require.Equal(t, len(titles), last)
	for i, want := range titles {
		got, err := f.GetCellValue(sheet, fmt.Sprint(column, i+1))
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
}

// A list too long for a cell, or with a comma in it, goes to the hidden sheet.
func TestLongDropDown(t *testing.T) {
	long := record.CodeList{Name: "long", Title: text("长表", "long list")}
	comma := record.CodeList{Name: "comma", Title: text("逗号", "comma")}
	for i := range 60 {
		long.Codes = append(long.Codes, record.CodeEntry{Code: fmt.Sprint("c", i), Title: text(fmt.Sprint("很长的名称", i), fmt.Sprint("title ", i))})
	}
	comma.Codes = []record.CodeEntry{{Code: "a", Title: text("甲,乙", "a, b")}, {Code: "b", Title: text("丙", "c")}}
	table, err := ledger.Table().With(
		record.FieldDefinition{Key: "longOne", Title: text("长项", "long one"), Type: record.Code{List: long}},
		record.FieldDefinition{Key: "longTwo", Title: text("长项二", "long two"), Type: record.Code{List: long}},
		record.FieldDefinition{Key: "commaOne", Title: text("逗号项", "comma one"), Type: record.Code{List: comma}},
	)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, Template(table, rule.Chinese, &b))
	f, err := excelize.OpenReader(&b)
	require.NoError(t, err)
	all, err := f.GetDataValidations(f.GetSheetName(0))
	require.NoError(t, err)
	byList := map[string][]string{}
	for _, v := range all {
		for i, c := range columnsOf(table.Definition()) {
			if strings.HasPrefix(v.Sqref, cellName(i+1, firstRow)+":") && c.field.Extension {
				list := c.field.Type.(record.Code).List
				byList[list.Name] = append(byList[list.Name], v.Formula1)
				checkDropDown(t, f, v.Formula1, list, rule.Chinese)
			}
		}
	}
	require.Len(t, byList["long"], 2)
	assert.Equal(t, byList["long"][0], byList["long"][1], "one range for one list")
	assert.True(t, strings.HasPrefix(byList["comma"][0], "'"))
}

// The template reads back as its one sample row, which is told.
func TestTemplateReadsBack(t *testing.T) {
	for _, l := range []rule.Language{rule.Chinese, rule.English} {
		got := readAll(t, saved(t, template(t, l)))
		require.Equal(t, []ledger.Row{ledger.Table().Sample()}, got.rows)
		assert.Equal(t, []string{"5 sheet.sample-row"}, got.findings)
	}
}

// nasty is texts that spreadsheets are known to change.
func nasty() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{
			"=1+1", "+1", "-1", "@x", "000123", "2025-01", "2025-05-31", "1E5", "TRUE", "否", "#N/A", "数据😀资产", "_x0041_", "_x005F_x000D_", "_x0041_x0042_", "__x0041_",
			"a,b\"c", "'", "<b>&amp;</b>", " 前后空格 ", "123456789012345678", "1/2", "=HYPERLINK(\"http://x\")", "\u200b零宽", "甲\u3000乙",
		}),
		rapid.StringMatching(`[a-z0-9=+@,;'"<>&_x 　万元年月]{1,40}`),
		rapid.StringOfN(rapid.RuneFrom([]rune("路桥水文😀é")), 1, 300, -1),
	)
}

// import(export(rows)) equals rows, whatever the texts.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		language := rapid.SampledFrom([]rule.Language{rule.Chinese, rule.English}).Draw(t, "language")
		w, err := NewWriter(ledger.Table(), language)
		require.NoError(t, err)
		var want []ledger.Row
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			row := randomRow(t)
			if ledger.Table().Validate(&row, record.Options{}).Err() != nil {
				continue // such a text is none
			}
			want = append(want, row)
			require.NoError(t, w.Write(&row))
		}
		var b bytes.Buffer
		require.NoError(t, w.Save(&b))
		got := readAll(t, b.Bytes())
		assert.Equal(t, want, got.rows)
		for _, r := range got.reports {
			assert.NoError(t, r.Err())
		}
	})
}

func randomRow(t *rapid.T) ledger.Row {
	row := ledger.Table().Sample()
	for _, s := range []*string{
		&row.Resource.Name, &row.Resource.Introduction, &row.Resource.Scale, &row.Resource.Area, &row.Resource.Owner,
		&row.Resource.RightsBasis, &row.Department, &row.Contact, &row.Resource.Quality,
	} {
		*s = nasty().Draw(t, "text")
	}
	row.Resource.Introduction += rapid.SampledFrom([]string{"", "\n第二行", "\n\n=第三行", "\t后有制表符"}).Draw(t, "more")
	row.Resource.CoversFrom = rapid.SampledFrom([]string{"2006", "2006-01", "2006-01-31", "000123", ""}).Draw(t, "from")
	row.Code = rapid.StringMatching(`0{0,5}[0-9]{1,20}|[A-Z0-9][-A-Z0-9.]{0,20}[A-Z0-9]`).Draw(t, "code")
	row.Resource.Rows = record.Some(rapid.Int64Range(0, 1<<53-1).Draw(t, "count"))
	row.RecordedOn = calendar.MustDate(1900, 1, 1).AddDays(rapid.IntRange(0, 109_000).Draw(t, "day"))
	row.Booking, row.BookedOn, row.Voucher, row.Account = asset.BookedCost, row.RecordedOn, "000001", "=1701"
	amount, err := money.Parse(fmt.Sprintf("%d.%02d", rapid.Int64Range(0, 999_999_999_999_999).Draw(t, "yuan"), rapid.IntRange(0, 99).Draw(t, "fen")))
	require.NoError(t, err)
	row.Amount = amount
	return row
}

// By hand: what a person's or another program's workbook may hold, cell by cell.
func TestCells(t *testing.T) {
	style := func(f *excelize.File, code string) int {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		require.NoError(t, err)
		return id
	}
	for _, tt := range []struct {
		name, key string
		value     any
		format    string // "" keeps the template's
		want      string // the field's text
		findings  []string
	}{
		{"0.07 as a workbook holds it", "bookAmount", 0.07, "General", "0.07", nil},
		{"an amount", "bookAmount", 1860000.55, "#,##0.00", "1860000.55", nil},
		{"a date in a Chinese format", "recordedOn", 45806, `yyyy"年"m"月"d"日";@`, "2025-05-29", nil}, // DATE(2025,5,29)
		{"a date in a format of its own", "recordedOn", 45806, "[$-804]m/d/yyyy", "2025-05-29", nil},
		{"a month typed as such becomes a date", "formedFrom", 45658, "mmm-yy", "2025-01", nil}, // DATE(2025,1,1)
		{"a month in a text", "coversFrom", 45658, "yyyy-mm", "2025-01", nil},
		{"a day in a text", "coversFrom", 45806, "yyyy-mm-dd", "2025-05-29", nil},
		{"a time", "recordedOn", 45806.5, "yyyy-mm-dd", "", []string{"record.form"}},
		{"a whole number", "rows", 186000, "General", "186000", nil},
		{"yes as a boolean", "personal", true, "General", "true", nil},
		{"a number for a code", "assetCode", 123, "General", "123", []string{"sheet.number-for-text"}},
		{"a number in a text", "scale", 186000, "General", "186000", nil},
		{"a number shown with zeros", "assetCode", 123, "000000", "000123", []string{"sheet.number-for-text"}},
		{"digits that are gone, of 123456789012345678", "assetCode", 123456789012345678.0, "0", "123456789012345000", []string{"sheet.digits-lost"}},
		{"a title for a code", "form", "非结构化", "", "unstructured", nil},
		{"no title", "form", "没有", "", "", []string{"record.code"}},
	} {
		f := template(t, rule.Chinese)
		name := f.GetSheetName(0)
		for key, v := range map[string]any{"bookingStatus": "按成本入账", "account": "1701", "bookAmount": 1.0, "bookedOn": 45806, "voucher": "记-1"} {
			require.NoError(t, f.SetCellValue(name, at(t, key, firstRow), v))
		}
		cell := at(t, tt.key, firstRow)
		require.NoError(t, f.SetCellValue(name, cell, tt.value))
		if tt.format != "" {
			s := style(f, tt.format)
			require.NoError(t, f.SetCellStyle(name, cell, cell, s))
		}
		got := readAll(t, saved(t, f))
		require.Len(t, got.rows, 1, tt.name)
		assert.Equal(t, tt.want, ledger.Table().Text(&got.rows[0], tt.key), tt.name)
		var want []string
		for _, id := range tt.findings {
			want = append(want, cell+" "+id)
		}
		assert.Equal(t, want, got.findings, tt.name)
	}
}

// What no CSV has: formulas, error values, merged cells.
func TestRemarks(t *testing.T) {
	f := template(t, rule.Chinese)
	name := f.GetSheetName(0)
	set := func(key string, row int, v any) {
		require.NoError(t, f.SetCellValue(name, at(t, key, row), v))
	}
	for row := firstRow + 1; row <= firstRow+2; row++ {
		for i, c := range columnsOf(ledger.Table().Definition()) {
			v, err := f.GetCellValue(name, cellName(i+1, firstRow), excelize.Options{RawCellValue: true})
			require.NoError(t, err)
			if v != "" && c.kind == textCell {
				require.NoError(t, f.SetCellValue(name, cellName(i+1, row), v))
			}
		}
		set("recordedOn", row, 45806)
		set("id", row, fmt.Sprint("JT-", row))
	}
	require.NoError(t, f.SetCellFormula(name, at(t, "scale", firstRow), "1+1"))
	require.NoError(t, f.SetCellFormula(name, at(t, "area", firstRow), "A1"))
	require.NoError(t, f.SetCellValue(name, at(t, "area", firstRow), nil))
	require.NoError(t, f.SetCellFormula(name, at(t, "area", firstRow), "A1"))
	require.NoError(t, f.MergeCell(name, at(t, "owner", firstRow), at(t, "owner", firstRow+2)))
	require.NoError(t, f.MergeCell(name, at(t, "rightHolder", firstRow+1), at(t, "rightUser", firstRow+1)))
	b := saved(t, f)
	got := readAll(t, b)
	require.Len(t, got.rows, 3)
	assert.Equal(t, "国家", got.rows[2].Resource.Owner, "merged with the cell above")
	assert.Contains(t, got.findings, at(t, "area", firstRow)+" sheet.formula-without-value")
	assert.Contains(t, got.findings, at(t, "scale", firstRow)+" sheet.formula")
	assert.Contains(t, got.findings, at(t, "owner", firstRow+1)+" sheet.merged")
	assert.Contains(t, got.findings, at(t, "owner", firstRow+2)+" sheet.merged")
	assert.Contains(t, got.findings, at(t, "rightHolder", firstRow+1)+" sheet.merged-across")
	assert.Contains(t, got.findings[0], "5")
}

// The same rows give the same findings from CSV and from a workbook.
func TestSameReport(t *testing.T) {
	row := ledger.Table().Sample()
	row.Resource.Name, row.Resource.Form, row.Amount = "", "没有", row.Resource.Cost
	row.Resource.Importance = asset.Importance("x")
	var text bytes.Buffer
	c, err := ledger.Table().NewCSVWriter(&text, rule.Chinese)
	require.NoError(t, err)
	require.NoError(t, c.Write(&row))
	require.NoError(t, c.Flush())
	plain, err := ledger.Table().ReadCSV(&text, record.Options{})
	require.NoError(t, err)
	var want []string
	for _, report := range plain.All() {
		for _, f := range report.Findings {
			want = append(want, string(f.Rule)+" "+f.Path+" "+f.Source.Heading+" "+f.Message.ZH)
		}
	}
	require.NotEmpty(t, want)
	w, err := NewWriter(ledger.Table(), rule.Chinese)
	require.NoError(t, err)
	require.NoError(t, w.Write(&row))
	var b bytes.Buffer
	require.NoError(t, w.Save(&b))
	var got []string
	for _, report := range readAll(t, b.Bytes()).reports {
		for _, f := range report.Findings {
			got = append(got, string(f.Rule)+" "+f.Path+" "+f.Source.Heading+" "+f.Message.ZH)
		}
	}
	assert.Equal(t, want, got)
}

// A sheet of another's making: the table does not begin at A1, and texts have
// lines, which the CSV text in between counts as its own.
func TestPlaces(t *testing.T) {
	f, wrong := excelize.NewFile(), ""
	row := ledger.Table().Sample()
	d := ledger.Table().Definition()
	for i, field := range d.Fields {
		for r := 7; r <= 12; r += 2 { // every other row is empty
			require.NoError(t, f.SetCellStr("Sheet1", cellName(i+3, r), ledger.Table().Show(&row, field.Key, rule.Chinese)))
		}
		require.NoError(t, f.SetCellStr("Sheet1", cellName(i+3, 4), field.Title.ZH))
		if field.Key == "introduction" {
			require.NoError(t, f.SetCellStr("Sheet1", cellName(i+3, 9), "一\n二\n三"))
		}
		if field.Key == "form" {
			wrong = cellName(i+3, 11)
			require.NoError(t, f.SetCellStr("Sheet1", wrong, "没有"))
		}
	}
	require.NoError(t, f.SetCellStr("Sheet1", "A9", "旁注"))
	require.NoError(t, f.SetCellStr("Sheet1", "C1", "某厅数据资产台账"))
	assert.Equal(t, []string{"7 sheet.sample-row", "A9 sheet.outside", wrong + " record.code"}, readAll(t, saved(t, f)).findings)
}

func TestRefused(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	utf16 := ""
	for _, c := range "EncryptedPackage" {
		utf16 += string(c) + "\x00"
	}
	var locked bytes.Buffer
	require.NoError(t, template(t, rule.Chinese).Write(&locked, excelize.Options{Password: "x"}))
	for _, tt := range []struct{ name, content, want string }{
		{"empty", "", "空"},
		{"xls", ole, ".xls"},
		{"password", ole + utf16, "密码"},
		{"password of excelize", locked.String(), "密码"},
		{"csv", "资源编号,资源名称\n", "CSV"},
		{"zip cut off", "PK\x03\x04xxxx", "完整"},
	} {
		_, err := Read(ledger.Table(), strings.NewReader(tt.content), record.Options{File: "x.xlsx"})
		var format *FormatError
		require.ErrorAs(t, err, &format, tt.name)
		assert.Contains(t, format.In(rule.Chinese), tt.want, tt.name)
		assert.Contains(t, err.Error(), "x.xlsx: ", tt.name)
	}
}

// A file that says it unpacks to a gigabyte is not unpacked.
func TestTooLarge(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	part, err := z.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, UncompressedSize64: 1 << 30})
	require.NoError(t, err)
	_, err = part.Write([]byte{1, 0, 0, 0xff, 0xff})
	require.NoError(t, err)
	require.NoError(t, z.Close())
	_, err = Read(ledger.Table(), &b, record.Options{File: "x.xlsx"})
	var limit *record.LimitError
	require.ErrorAs(t, err, &limit)
	assert.Contains(t, limit.Want.EN, "512 MiB")
	_, err = Read(ledger.Table(), io.MultiReader(strings.NewReader("PK"), endless{}), record.Options{File: "x.xlsx"})
	require.ErrorAs(t, err, &limit)
	assert.Contains(t, limit.Want.EN, "64 MiB")
}

// endless is a file without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// Sheets by hand, one way to be wrong each.
func TestWrongSheets(t *testing.T) {
	merged := strings.Repeat(`<mergeCell ref="A1:A2"/>`, maxMerged+1)
	for _, tt := range []struct{ name, xml, want string }{
		{"cut off", `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`, "not a whole"},
		{"cut off in a cell", `<worksheet><sheetData><row r="1"><c r="A1"><v>1`, "not a whole"},
		{"rows backwards", `<sheetData><row r="2"><c><v>1</v></c></row><row r="1"/></sheetData>`, "not a whole"},
		{"cells backwards", `<sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData>`, "not a whole"},
		{"a cell of another row", `<sheetData><row r="1"><c r="B2"><v>1</v></c></row></sheetData>`, "not a whole"},
		{"no such text", `<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>`, "not a whole"},
		{"too wide", `<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>`, "1000 columns"},
		{"too many merged", `<sheetData></sheetData>` + merged, "10000 merged"},
	} {
		w := &workbook{name: "x.xlsx", file: excelize.NewFile(), formats: map[int]dateForm{}}
		var got error
		for _, err := range w.lines(part{xml: []byte(tt.xml)}) {
			got = err
		}
		require.Error(t, got, tt.name)
		assert.Contains(t, got.Error(), tt.want, tt.name)
		assert.Contains(t, got.Error(), "x.xlsx", tt.name)
	}
}

// Workbooks write names, prefixes and texts in more ways than one.
func TestOtherWriters(t *testing.T) {
	w := &workbook{file: excelize.NewFile(), formats: map[int]dateForm{}}
	x := `<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>数据</x:t></x:r><x:rPh><x:t>shuju</x:t></x:rPh><x:r><x:t>资产</x:t></x:r></x:is></x:c>` +
		`<x:c/><x:c t="str"><x:f>A1</x:f><x:v>_x0041_&amp;</x:v></x:c></x:row></x:sheetData></x:worksheet>`
	for l, err := range w.lines(part{xml: []byte(x)}) {
		require.NoError(t, err)
		assert.Equal(t, []cell{
			{column: 1, kind: "inlineStr", value: "数据资产"},
			{column: 3, kind: "str", value: "A&", formula: "A1", hasFormula: true},
		}, l.cells)
	}
	texts, err := sharedStrings([]byte(`<sst><si><r><t>数据</t></r><rPh sb="0"><t>x</t></rPh><r><t xml:space="preserve"> 资产</t></r></si><si/><si><t/></si></sst>`))
	require.NoError(t, err)
	assert.Equal(t, []string{"数据 资产", "", ""}, texts)
}

func TestHeadings(t *testing.T) {
	f := template(t, rule.Chinese)
	name := f.GetSheetName(0)
	require.NoError(t, f.SetCellStr(name, at(t, "area", headingRow), "区域"))
	_, err := Read(ledger.Table(), bytes.NewReader(saved(t, f)), record.Options{File: "x.xlsx"})
	var e *HeadingError
	require.ErrorAs(t, err, &e)
	assert.Equal(t, headingRow, e.Row)
	assert.Contains(t, e.In(rule.Chinese), "未知："+at(t, "area", headingRow)+` "区域"`)
	assert.Contains(t, e.In(rule.Chinese), "缺少必填列：覆盖区域")
}

// A row at fault goes back with what was in it, and why.
func TestReturn(t *testing.T) {
	f := template(t, rule.Chinese)
	name := f.GetSheetName(0)
	cell := at(t, "form", firstRow)
	require.NoError(t, f.SetCellStr(name, cell, "没有"))
	r, err := Read(ledger.Table(), bytes.NewReader(saved(t, f)), record.Options{})
	require.NoError(t, err)
	w, err := NewWriter(ledger.Table(), rule.Chinese)
	require.NoError(t, err)
	for _, report := range r.All() {
		require.NoError(t, w.Return(r.Row(), report))
	}
	var b bytes.Buffer
	require.NoError(t, w.Save(&b))
	back, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	require.NoError(t, err)
	got, err := back.GetCellValue(name, cell)
	require.NoError(t, err)
	assert.Equal(t, "没有", got)
	comments, err := back.GetComments(name)
	require.NoError(t, err)
	var reason string
	for _, c := range comments {
		if c.Cell == cell {
			reason = c.Paragraph[0].Text
		}
	}
	assert.Contains(t, reason, "不在代码表内")
	assert.Equal(t, []string{cell + " record.code"}, readAll(t, b.Bytes()).findings, "found again")
}

func TestUnwritable(t *testing.T) {
	long := record.FieldDefinition{Key: "longText", Title: text("长文", "long text"), Type: record.Text{Max: 100_000}}
	table, err := ledger.Table().With(long)
	require.NoError(t, err)
	w, err := NewWriter(table, rule.Chinese)
	require.NoError(t, err)
	row := table.Sample()
	require.NoError(t, table.Set(&row, "longText", strings.Repeat("长", excelize.TotalCellChars)))
	require.NoError(t, w.Write(&row))
	require.NoError(t, table.Set(&row, "longText", strings.Repeat("长", excelize.TotalCellChars+1)))
	var e *record.EncodeError
	require.ErrorAs(t, w.Write(&row), &e)
	assert.Equal(t, "/longText", e.Path)
	require.NoError(t, table.Set(&row, "longText", "ok"))
	require.NoError(t, w.Write(&row))
	var b bytes.Buffer
	require.NoError(t, w.Save(&b))
	r, err := Read(table, &b, record.Options{})
	require.NoError(t, err)
	n := 0
	for range r.All() {
		n++
	}
	require.NoError(t, r.Err())
	assert.Equal(t, 2, n)
}

func TestDateForms(t *testing.T) {
	for code, want := range map[string]dateForm{
		"General": noDate, "0.00": noDate, "@": noDate, `0.00"day"`: noDate, "[Red]0": noDate, "h:mm": noDate, "mm:ss": noDate, `#,##0.00\d`: noDate,
		"yyyy-mm-dd": showsDay, "m/d/yy": showsDay, `yyyy"年"m"月"`: showsMonth, "mmm-yy": showsMonth, "[$-409]d-mmm-yy;@": showsDay, "YYYY/M": showsMonth,
	} {
		assert.Equal(t, want, formOfCode(code), code)
	}
}

// The serial numbers are those of the spreadsheets' own documentation: 1 is
// 1900-01-01, 60 a day that was not, 61 is 1900-03-01; 0 is 1904-01-01 there.
func TestDay(t *testing.T) {
	for _, tt := range []struct {
		serial float64
		from04 bool
		want   string
	}{
		{1, false, "1900-01-01"},
		{59, false, "1900-02-28"},
		{60, false, ""},
		{61, false, "1900-03-01"},
		{39448, false, "2008-01-01"},
		{0, true, "1904-01-01"},
		{37986, true, "2008-01-01"},
		{-1, false, ""},
		{0.5, false, ""},
		{3e6, false, ""},
	} {
		got, ok := day(tt.serial, tt.from04)
		assert.Equal(t, tt.want != "", ok, "%v", tt.serial)
		if ok {
			assert.Equal(t, tt.want, got.Format("2006-01-02"))
		}
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := Template(ledger.Table(), rule.Chinese, &b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(_ *testing.T, b []byte) {
		r, err := Read(ledger.Table(), bytes.NewReader(b), record.Options{})
		if err != nil {
			return
		}
		for range r.All() {
		}
	})
}

// The rows of a sheet's XML, written by anything.
func FuzzLines(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>a</t></is></c></row></sheetData><mergeCells><mergeCell ref="B2:B4"/></mergeCells></worksheet>`))
	f.Fuzz(func(t *testing.T, x []byte) {
		w := &workbook{file: excelize.NewFile(), formats: map[int]dateForm{}}
		row := 0
		for l, err := range w.lines(part{xml: x}) {
			if err != nil {
				return
			}
			if l.row <= row || len(l.cells) == 0 {
				t.Fatal("rows in order, none empty")
			}
			row = l.row
			for _, c := range l.cells {
				w.text(c, nil)
			}
		}
	})
}
