package record_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func writeCSV(t testing.TB, l rule.Language, rows ...shapes.Row) string {
	t.Helper()
	var b bytes.Buffer
	w, err := shapes.Extended().NewCSVWriter(&b, l)
	require.NoError(t, err)
	for i := range rows {
		require.NoError(t, w.Write(&rows[i]))
	}
	require.NoError(t, w.Flush())
	return b.String()
}

func readCSV(t testing.TB, r io.Reader) (rows []shapes.Row, findings []rule.Finding) {
	t.Helper()
	c, err := shapes.Extended().ReadCSV(r, record.Options{File: "t.csv"})
	require.NoError(t, err)
	for row, report := range c.All() {
		rows = append(rows, row)
		findings = append(findings, report.Findings...)
	}
	require.NoError(t, c.Err())
	return rows, findings
}

// import(export(rows)) = rows, in both languages, UTF-8 and GB18030, whole and
// byte by byte.
func TestCSVRoundTrip(t *testing.T) {
	danger := shapes.GoodExtended()
	danger.Name, danger.Introduction, danger.Project, danger.Coverage = "=1+1", "\tTAB\n\"x\",，", "00123", "2025-05-31"
	danger.Theme, danger.System, danger.Department, danger.Contact = "@x", "-x", "+86", "\u3000x "
	for _, l := range []rule.Language{rule.Chinese, rule.English} {
		text := writeCSV(t, l, shapes.GoodExtended(), danger)
		assert.True(t, strings.HasPrefix(text, "\ufeff"))
		rows, findings := readCSV(t, strings.NewReader(text))
		assert.Empty(t, findings)
		assert.Equal(t, []shapes.Row{shapes.GoodExtended(), danger}, rows)
		rows, _ = readCSV(t, iotest.OneByteReader(strings.NewReader(text)))
		assert.Len(t, rows, 2)
	}
	text := strings.TrimPrefix(writeCSV(t, rule.Chinese, danger), "\ufeff")
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	rows, findings := readCSV(t, strings.NewReader(gb))
	assert.Empty(t, findings)
	assert.Equal(t, []shapes.Row{danger}, rows)
	c, err := shapes.Extended().ReadCSV(strings.NewReader(gb), record.Options{})
	require.NoError(t, err)
	assert.Equal(t, "GB18030", c.Encoding())
}

// Every flat shape comes back as it was written, in both languages and both
// encodings: the plain row, one with a caller's fields, and a table that includes
// another. What is nested has no CSV.
func TestCSVShapes(t *testing.T) {
	row, card := shapes.GoodRow(), shapes.GoodCard()
	danger := card
	danger.CardNo, danger.Row.Name, danger.Row.Introduction, danger.Row.Project = "00012", "+名称", "\t一，\"二\"", "00123"
	roundTrip(t, shapes.RowTable(), row)
	roundTrip(t, shapes.Extended(), shapes.GoodExtended())
	roundTrip(t, shapes.CardTable(), card, danger)
	_, err := shapes.AgreementTable().NewCSVWriter(io.Discard, rule.Chinese)
	require.Error(t, err)
	_, err = shapes.AgreementTable().ReadCSV(strings.NewReader("x\n"), record.Options{})
	require.Error(t, err)

	// A finding about an included field stands at its cell.
	text := strings.Replace(csvOf(t, shapes.CardTable(), rule.Chinese, card), "2025-05-29", "2025-05-32", 1)
	c, err := shapes.CardTable().ReadCSV(strings.NewReader(text), record.Options{File: "t.csv"})
	require.NoError(t, err)
	for _, report := range c.All() {
		require.NotEmpty(t, report.Findings)
		f := report.Findings[0]
		field, ok := shapes.CardTable().Definition().Field(strings.TrimPrefix(f.Path, "/"))
		require.True(t, ok, f.Path)
		assert.Equal(t, field.Title.ZH, f.Source.Heading)
		assert.Equal(t, 2, f.Source.Line)
		assert.Equal(t, `"2025-05-32"`, f.Value)
	}
}

func csvOf[T any](t *testing.T, table *record.Table[T], l rule.Language, records ...T) string {
	t.Helper()
	var b bytes.Buffer
	w, err := table.NewCSVWriter(&b, l)
	require.NoError(t, err)
	for i := range records {
		require.NoError(t, w.Write(&records[i]))
	}
	require.NoError(t, w.Flush())
	return b.String()
}

func roundTrip[T any](t *testing.T, table *record.Table[T], records ...T) {
	t.Helper()
	for _, l := range []rule.Language{rule.Chinese, rule.English} {
		text := csvOf(t, table, l, records...)
		gb, err := simplifiedchinese.GB18030.NewEncoder().String(strings.TrimPrefix(text, "\ufeff"))
		require.NoError(t, err)
		for _, text := range []string{text, gb} {
			c, err := table.ReadCSV(strings.NewReader(text), record.Options{File: "t.csv"})
			require.NoError(t, err)
			var back []T
			for v, report := range c.All() {
				assert.Empty(t, report.Findings, "%s", table.Definition().Name)
				back = append(back, v)
			}
			require.NoError(t, c.Err())
			assert.Equal(t, records, back)
		}
	}
}

// No cell that a person typed begins like a formula or turns into a number.
func TestCSVGuards(t *testing.T) {
	row := shapes.GoodExtended()
	row.Name, row.Project = "=cmd|' /C calc'!A0", "0012"
	text := writeCSV(t, rule.Chinese, row)
	assert.Contains(t, text, "\t=cmd|")
	assert.Contains(t, text, ",\"\t0012\",")
	assert.Contains(t, text, ",-12.50,", "an amount stays a number")
	assert.NotContains(t, text, ",=")
}

const smallHead = "名称,简介,所有权人,持有单位,credit code,更新频率,sources,personal,财务入账状态,登记入册日期,资产编码,入账金额\n"

func smallRow(cells ...string) string {
	row := []string{"路网", "说明", "国家", "某厅", "91350100M000100Y43", "每日", "duty", "否", "未入账", "2025-05-29", "A-1", ""}
	for i := 0; i+1 < len(cells); i += 2 {
		n := int(cells[i][0] - 'a')
		row[n] = cells[i+1]
	}
	return strings.Join(row, ",") + "\n"
}

// Cell by cell: row, line, column, heading, value and what was expected.
func TestCSVFindings(t *testing.T) {
	text := smallHead +
		smallRow() + // line 2, clean
		",,,,,,,,,,,\n" + // line 3, empty
		smallRow("e", "91350100M000100Y44", "f", "daly", "g", "履职产生；blood", "h", "maybe", "j", "2025/5/29", "l", "１２３") +
		smallRow("a", "", "i", "按名义金额入账") +
		"\"a\nb\",说明,国家,某厅,91350100M000100Y43,每日,duty,否,未入账,2025-05-29,A-1,,extra\n" +
		"x\n"
	c, err := shapes.RowTable().ReadCSV(strings.NewReader(text), record.Options{File: "t.csv"})
	require.NoError(t, err)
	var got []string
	var lines []int
	clean := 0
	for _, report := range c.All() {
		if report.Clean() {
			clean++
		}
		lines = append(lines, c.Line())
		for _, f := range report.Findings {
			got = append(got, strings.Join([]string{f.Source.String(), string(f.Rule), f.Value}, " "))
			assert.NotZero(t, f.Row)
		}
	}
	require.NoError(t, c.Err())
	assert.Equal(t, 1, clean)
	assert.Equal(t, []int{2, 4, 5, 6, 8}, lines, "line 6 goes on on line 7")
	assert.Equal(t, []string{
		`t.csv:4:5 credit code record.identifier "91350100M000100Y44"`,
		`t.csv:4:6 更新频率 record.code "daly"`,
		`t.csv:4:7 sources record.code "履职产生；blood"`,
		`t.csv:4:8 personal record.form "maybe"`,
		`t.csv:4:12 入账金额 record.must-be-absent "123.00"`,
		`t.csv:4:12 入账金额 record.normalised "１２３"`,
		`t.csv:4:10 登记入册日期 record.normalised "2025/5/29"`,
		`t.csv:5:1 名称 record.required `,
		`t.csv:5:12 入账金额 record.required `,
		`t.csv:5 record.required `, // reason has no column
		`t.csv:5 record.required `, // nor has voucher
		`t.csv:6:1 名称 record.text "a\nb"`,
		`t.csv:6:13 record.cell "extra"`,
	}, got[:13])
	assert.Len(t, got, 13+10, "a row of one cell lacks the other ten required ones")
}

func TestCSVHeadings(t *testing.T) {
	table := shapes.RowTable()
	for text, want := range map[string]string{
		"":                         "want a heading row",
		"\n":                       "want a heading row",
		"名称,名字,Name,name\nx":       `record: t.csv:1:2: the headings do not fit shape-row; unknown: "名字" in column 2; repeated: "Name" in column 3 after column 1, "name" in column 4 after column 1; missing: 资产编码 (asset code), 简介 (introduction)`,
		"a,b,c,d,e,f,g,h\n":        `unknown: "a" in column 1, "b" in column 2, "c" in column 3, "d" in column 4, "e" in column 5 and 3 more; missing`,
		"\xff\xfe名\x00称\x00":       "want text in UTF-8 or GB18030",
		"a\x00b":                   "want text in UTF-8 or GB18030",
		"\"名称":                     "want CSV whose quotes are closed",
		strings.Repeat("x", 3<<20): "want rows of at most 1 MiB",
	} {
		_, err := table.ReadCSV(strings.NewReader(text), record.Options{File: "t.csv"})
		require.ErrorContains(t, err, want)
		assert.Less(t, len(err.Error()), 1000)
	}
	c, err := table.ReadCSV(strings.NewReader("数据资产名称 ,,,\nx,,\n"), record.Options{Stage: record.Draft})
	require.NoError(t, err, "a synonym, spaces around it, trailing separators; a draft lacks columns")
	for row, report := range c.All() {
		assert.Equal(t, "x", row.Name)
		assert.Empty(t, report.Findings)
	}
	_, err = shapes.AgreementTable().ReadCSV(strings.NewReader("x"), record.Options{})
	require.ErrorContains(t, err, "fields that fit into cells")
	_, err = shapes.AgreementTable().NewCSVWriter(io.Discard, rule.Chinese)
	require.ErrorContains(t, err, "fields that fit into cells")
}

func TestCSVErrors(t *testing.T) {
	read := func(r io.Reader) (int, error) {
		c, err := shapes.RowTable().ReadCSV(r, record.Options{File: "t.csv", Stage: record.Draft})
		require.NoError(t, err)
		n := 0
		for range c.All() {
			n++
		}
		return n, c.Err()
	}
	n, err := read(strings.NewReader("名称\nx\n\"y\n"))
	assert.Equal(t, 1, n, "the rows before the fault are given")
	var syntax *record.SyntaxError
	require.ErrorAs(t, err, &syntax)
	assert.Equal(t, 3, syntax.Line)
	_, err = read(strings.NewReader("名称\nx\"y\n"))
	require.ErrorAs(t, err, &syntax)
	assert.EqualError(t, err, "record: t.csv:2:2: want CSV whose quotes are closed and doubled inside a cell")

	var limit *record.LimitError
	n, err = read(io.MultiReader(strings.NewReader("名称\nx\n\""), endless{}))
	assert.Equal(t, 1, n)
	require.ErrorAs(t, err, &limit, "a quote that is never closed does not eat the memory")

	broken := errors.New("disk")
	long := "名称\n" + strings.Repeat("x\n", 1<<16)
	_, err = read(io.MultiReader(strings.NewReader(long), iotest.ErrReader(broken)))
	require.ErrorIs(t, err, broken)
	_, err = shapes.RowTable().ReadCSV(iotest.ErrReader(broken), record.Options{})
	require.ErrorIs(t, err, broken)

	c, err := shapes.RowTable().ReadCSV(strings.NewReader("名称\nx\ny\nz\n"), record.Options{Stage: record.Draft})
	require.NoError(t, err)
	for row := range c.All() {
		assert.Equal(t, "x", row.Name)
		break // stopping early is no error
	}
	require.NoError(t, c.Err())
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// Text that is not UTF-8 only after the start is reported where it stands.
func TestCSVBadBytesLate(t *testing.T) {
	text := smallHead + strings.Repeat(smallRow(), 3000) + smallRow("a", "\xff\xfe")
	_, findings := readCSV(t, strings.NewReader(text))
	var bad []rule.Finding
	for _, f := range findings {
		if f.Rule == "record.text" {
			bad = append(bad, f)
		}
	}
	require.Len(t, bad, 1)
	assert.Equal(t, 3002, bad[0].Source.Line)
}

// Places are counted by hand in the text beside: where a member's name begins,
// where an element begins, and for what is not there the object that lacks it.
func TestLocate(t *testing.T) {
	text := `{"a": [1, {"甲":"x", "b/c":2}],
  "d": {}}`
	got := record.Locate([]byte(text), record.Options{File: "f.json", Line: 7},
		"/d", "", "/a", "/a/0", "/a/1", "/a/1/甲", "/a/1/b~1c", "/a/1/none/deeper", "/d/none", "no pointer")
	var places []string
	for _, s := range got {
		places = append(places, strings.TrimPrefix(s.String(), "f.json:"))
	}
	assert.Equal(t, []string{"8:3", "7:1", "7:2", "7:8", "7:11", "7:12", "7:21", "7:11", "8:3", "7:1"}, places)
	assert.Empty(t, record.Locate([]byte(text), record.Options{}))
	for _, broken := range []string{"", "{", "{{", `{"a":[`, "\xff"} {
		for _, s := range record.Locate([]byte(broken), record.Options{}, "/a/0/b", "") {
			assert.Equal(t, 1, s.Line)
			assert.Positive(t, s.Column)
		}
	}
}

func TestLines(t *testing.T) {
	choice := shapes.CommandChoice()
	text := "{\"command\":\"submit\",\"on\":\"2025-12-01\"}\n\n{\"command\":\"approve\",\"on\":\"2025-12-02\"}\r\n   \n{\"command\":\"reject\",\"on\":\"2025-12-03\",\"reason\":\"x\"}"
	lines := record.ReadLines(strings.NewReader(text), choice.Read, record.Options{File: "e.jsonl"})
	var got []string
	for c, report := range lines.All() {
		s := choice.Code(c)
		for _, f := range report.Findings {
			s += " " + f.Source.String() + f.Path
			assert.Equal(t, 2, f.Row)
		}
		got = append(got, s)
	}
	require.NoError(t, lines.Err())
	assert.Equal(t, []string{"submit", "approve e.jsonl:3:1/by", "reject"}, got)

	lines = record.ReadLines(strings.NewReader(text+"\n{\"command\": }\n"), choice.Read, record.Options{File: "e.jsonl"})
	n := 0
	for range lines.All() {
		n++
	}
	assert.Equal(t, 3, n)
	assert.ErrorContains(t, lines.Err(), "e.jsonl:6:13")

	var limit *record.LimitError
	lines = record.ReadLines(io.MultiReader(strings.NewReader("\n"), endless{}), choice.Read, record.Options{})
	for range lines.All() {
		t.Fatal("no line")
	}
	require.ErrorAs(t, lines.Err(), &limit)
	assert.Equal(t, 2, limit.Line)
	broken := errors.New("disk")
	lines = record.ReadLines(iotest.ErrReader(broken), choice.Read, record.Options{})
	for range lines.All() {
		t.Fatal("no line")
	}
	require.ErrorIs(t, lines.Err(), broken)
}
