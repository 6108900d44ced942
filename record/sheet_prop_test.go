package record_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

var scale = flag.Float64("scale", 0, "size of the scale tests, 1 is the full size")

// nasty are texts that a spreadsheet or a reader would make something else of.
var nasty = []string{
	"=1+1", "+86", "-x", "@x", "\tTAB", "＝1", "＋1", "－1", "＠x", "000123", "1E5", "1.5E+10", "2025-01", "2025-05-31", "2025/5/31", "5月31日",
	"2025年5月", "3/4", "1-2", "12:30", "50%", "￥5", "$5", "(5)", "TRUE", "false", "MARCH1", "Sep-2", "SEPT2", "１２３", "一月", "'90s", "''",
	" x", "x ", "\u00a0x", "x\u3000", "\u3000", "无", "空", "—", "-", "/", "N/A", "#N/A", "#REF!", "合计", "小计", "合 计", "Total", "填表人：甲",
	"注：x", "第 1 页", "a,b", "a;b", `"`, `""x`, "a\"b", "x\ny", "\nx", "x\n", "名称", "序号", "导入问题", "是", "12345678901234567890", "0", "-0",
	"=cmd|' /C calc'!A0", "\u200bx", "é", "e\u0301", "𠀀", "a\u2028b",
}

func drawRow(t *rapid.T) shapes.Row {
	text := rapid.OneOf(rapid.SampledFrom(nasty), rapid.String(), rapid.Just(""), rapid.StringMatching(`[=+@' \t0-9./年月日E-]{1,12}`))
	fen := rapid.OneOf(rapid.Int64Range(-100, 100), rapid.Int64Range(-99_999_999_999_999_999, 99_999_999_999_999_999))
	amount := func(label string) money.Amount {
		a, err := money.Fen(fen.Draw(t, label))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	var r shapes.Row
	for _, p := range []*string{&r.Name, &r.Introduction, &r.Sector, &r.Theme, &r.Owner, &r.Form, &r.Coverage, &r.Department, &r.Contact, &r.Code, &r.CertificateNo, &r.Phone} {
		*p = text.Draw(t, "text")
	}
	r.Code = rapid.SampledFrom([]string{"000123", "1E5", "2025-01", "GX-1", "0", "NA", "na", "SEP-2", "1:2", "12345678901234567890"}).Draw(t, "code")
	r.Phone = rapid.StringMatching(`[0-9]{0,20}`).Draw(t, "phone")
	r.Income, r.Rows = amount("income"), record.Some(rapid.Int64Range(0, 1<<53-1).Draw(t, "rows"))
	r.Cost = amount("cost")
	r.RecordedOn = calendar.MustDate(1900, 1, 1).AddDays(rapid.IntRange(0, 109_571).Draw(t, "day"))
	r.FirstMonth = calendar.MonthOf(r.RecordedOn)
	r.Share = money.MustParseRatio("0." + rapid.StringMatching(`[0-9]{0,7}[1-9]`).Draw(t, "share"))
	r.Personal = record.Some(rapid.Bool().Draw(t, "personal"))
	r.Sources = rapid.SampledFrom([][]shapes.Status{nil, {"duty"}, {"duty", "sharing"}}).Draw(t, "sources")
	r.Frequency = rapid.SampledFrom([]shapes.Status{"", "daily", "ended"}).Draw(t, "frequency")
	return r
}

// valid leaves out of a row what its table does not take.
func valid(table *record.Table[shapes.Row], r *shapes.Row) {
	for _, f := range table.Validate(r, record.Options{Stage: record.Draft}).Findings {
		key, _, _ := strings.Cut(strings.TrimPrefix(f.Path, "/"), "/")
		if f.Severity == rule.Blocking {
			_ = table.Set(r, key, "")
		}
	}
}

// import(export(x)) = x, whatever stands in x, with nothing to tell; and no cell
// is one that a spreadsheet runs.
func TestExportComesBack(t *testing.T) {
	table := shapes.RowTable()
	rapid.Check(t, func(t *rapid.T) {
		var rows []shapes.Row
		for range rapid.IntRange(1, 4).Draw(t, "n") {
			r := drawRow(t)
			valid(table, &r)
			rows = append(rows, r)
		}
		l := rapid.SampledFrom([]rule.Language{rule.Chinese, rule.English}).Draw(t, "language")
		var b bytes.Buffer
		w, err := table.NewCSVWriter(&b, l)
		require.NoError(t, err)
		for i := range rows {
			require.NoError(t, w.Write(&rows[i]))
		}
		require.NoError(t, w.Flush())
		runsNothing(t, b.String())
		c, err := table.ReadCSV(&b, record.Options{Stage: record.Draft})
		require.NoError(t, err)
		i := 0
		for row, report := range c.All() {
			require.Empty(t, report.Findings)
			require.Equal(t, rows[i], row)
			i++
		}
		require.NoError(t, c.Err())
		require.Empty(t, c.Report().Findings)
		require.Equal(t, len(rows), i)
	})
}

func runsNothing(t require.TestingT, text string) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	cells, err := r.ReadAll()
	require.NoError(t, err)
	for _, row := range cells {
		for _, s := range row {
			first, _ := utf8.DecodeRuneInString(s)
			if strings.ContainsRune("=+@＝＋－＠\r\n", first) {
				require.Fail(t, "a spreadsheet would run "+s)
			}
			if first == '-' { // a number is no formula
				_, err := money.Parse(s)
				require.NoError(t, err)
			}
		}
	}
}

// A list that does not come back from its cell is refused, not spoilt.
func TestExportRefusesLists(t *testing.T) {
	type tagged struct{ Tags []string }
	table := record.MustTable(record.Definition{Name: "tagged", Title: title("标签", "tags")}, []record.Field[tagged]{
		{Key: "tags", Title: title("标签", "tags"), Type: record.List{Max: 3, Element: record.Text{Max: 20}}, At: record.AtTexts(func(v *tagged) *[]string { return &v.Tags })},
	})
	w, err := table.NewCSVWriter(io.Discard, rule.Chinese)
	require.NoError(t, err)
	require.NoError(t, w.Write(&tagged{[]string{"养护", "=保险"}}))
	for _, bad := range [][]string{{"养护、保险"}, {"a,b"}, {" a"}, {"a|b", "c"}} {
		var e *record.EncodeError
		require.ErrorAs(t, w.Write(&tagged{bad}), &e, bad)
	}
}

// Progress is told at a bounded rate, in order, and once at the end with all.
func TestProgress(t *testing.T) {
	table, row := shapes.RowTable(), shapes.GoodRow()
	check := func(name string, told []record.Progress, rows int, size int) {
		t.Helper()
		require.NotEmpty(t, told, name)
		assert.Equal(t, record.Progress{Rows: rows, Bytes: int64(size)}, told[len(told)-1], name)
		assert.LessOrEqual(t, len(told), size>>20+2, name)
		assert.Greater(t, len(told), size>>20/2, name)
		for i := range told[1:] {
			assert.GreaterOrEqual(t, told[i+1].Rows, told[i].Rows, name)
			assert.GreaterOrEqual(t, told[i+1].Bytes, told[i].Bytes, name)
		}
	}
	const rows = 5000
	var sheet, lines bytes.Buffer
	var told []record.Progress
	tell := func(p record.Progress) { told = append(told, p) }
	w, err := table.NewCSVWriter(&sheet, rule.Chinese)
	require.NoError(t, err)
	w.Progress = tell
	for range rows {
		require.NoError(t, w.Write(&row))
	}
	require.NoError(t, w.Flush())
	check("CSV writing", told, rows, sheet.Len())
	told = nil
	size := sheet.Len()
	c, err := table.ReadCSV(&sheet, record.Options{Progress: tell})
	require.NoError(t, err)
	for range c.All() {
		continue
	}
	check("CSV reading", told, rows, size)
	told = nil
	lw := record.NewLineWriter(&lines, table.Append)
	lw.Progress = tell
	for range rows {
		require.NoError(t, lw.Write(&row))
	}
	require.NoError(t, lw.Flush())
	check("JSON Lines writing", told, rows, lines.Len())
	told = nil
	size = lines.Len()
	l := record.ReadLines(&lines, table.Read, record.Options{Progress: tell})
	for r, report := range l.All() {
		if !report.Clean() || r.Code != row.Code {
			t.Fatal(report)
		}
	}
	require.NoError(t, l.Err())
	check("JSON Lines reading", told, rows, size)

	told = nil
	broken := errors.New("disk")
	c, err = table.ReadCSV(io.MultiReader(strings.NewReader("名称\n"+strings.Repeat("x\n", 1<<16)), iotest.ErrReader(broken)), record.Options{Stage: record.Draft, Progress: tell})
	require.NoError(t, err)
	for range c.All() {
		continue
	}
	require.ErrorIs(t, c.Err(), broken)
	assert.Len(t, told, 1, "the end is told when it is an error, too")
	lw = record.NewLineWriter(failing{}, table.Append)
	require.NoError(t, lw.Write(&row))
	require.Error(t, lw.Flush())
	bad := shapes.GoodRow()
	bad.Extra = bad.Extra.With("nobody", "x")
	require.Error(t, lw.Write(&bad))
}

// A list of records is written as they are written one by one, up to the first that
// has no JSON form.
func TestWriteLines(t *testing.T) {
	table := shapes.Extended()
	row, bad := shapes.GoodRow(), shapes.GoodRow()
	bad.Extra = bad.Extra.With("nobody", "x")
	one, err := table.Encode(&row)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, table.WriteLines(&b, []shapes.Row{row, row}))
	assert.Equal(t, string(one)+"\n"+string(one)+"\n", b.String())
	b.Reset()
	var refused *record.EncodeError
	require.ErrorAs(t, table.WriteLines(&b, []shapes.Row{row, bad, row}), &refused)
	assert.Equal(t, string(one)+"\n", b.String())
	require.NoError(t, table.WriteLines(&b, nil))
	require.Error(t, table.WriteLines(failing{}, []shapes.Row{row}))
}

// What no reader should fall over: an error or findings, in bounded memory.
func TestSheetBadInput(t *testing.T) {
	table := probes()
	head := "文字,必要,编号,日期,月份,金额,比例,条数,是否,种类\n"
	cells := []string{
		"\x00", "\xff\xfe", "\ufeff", "\ufffd", strings.Repeat("9", 100_000), strings.Repeat("9,", 50_000), strings.Repeat("万", 30_000), strings.Repeat("(", 1000) + strings.Repeat(")", 1000),
		"1e1000000000", "1E+999999999", "-", "--", "-9223372036854775808", "NaN", "Inf", "0x10", "1_000", "٣", "Ⅷ", "½", "²", "\u202e123", "1\u00a0000",
		"2025-02-29", "0000-00-00", "9999-99-99", "年月日", "2025年", "年5月31日", "//", "..", "T", "T0:0", " 0:00", "::", "45808.", "99999", "%", "‰", "元", "万元", "¥", "'", "''", "\t", "\t\t",
		strings.Repeat("a、", 10_000), "、、、", "，", "：", "合计：", "第页", "\u0085", "\u2028",
	}
	for _, cell := range cells {
		q := `"` + strings.ReplaceAll(cell, `"`, `""`) + `",`
		c, err := table.ReadCSV(strings.NewReader(head+strings.Repeat(q, 12)+"\n"), record.Options{File: "t.csv"})
		if err != nil {
			assert.Contains(t, err.Error(), "t.csv:", cell)
			continue
		}
		for _, report := range c.All() {
			for _, f := range report.Findings {
				assert.Less(t, len(f.Message.ZH), 2000)
			}
		}
	}
	for _, text := range []string{
		"", "\ufeff", "\n\n\n", ",,,\n", "\"", "\"\n", "x", "\r\r\r", strings.Repeat("\n", 1<<20), strings.Repeat("x\n", 100), strings.Repeat(",", 1<<19) + "\n",
		strings.Repeat("文字,", 10_000) + "\n", "\x1a", "PK\x03\x04\x00\x00", "<html>", "{}", "sep=;\n",
	} {
		_, err := table.ReadCSV(strings.NewReader(text), record.Options{File: "t.csv"})
		require.Error(t, err, "%.20q", text)
		assert.Contains(t, err.Error(), "t.csv:")
		assert.Less(t, len(err.Error()), 1500)
	}
}

// A sheet that never says the same reads in constant memory.
func TestScaleSheet(t *testing.T) {
	if *scale == 0 {
		t.Skip("-scale is not given")
	}
	n := int(1_000_000 * *scale)
	in, out := io.Pipe()
	go func() {
		w := csv.NewWriter(out)
		_ = w.Write([]string{"序号", "文字", "必要", "编号", "日期", "金额（万元）", "条数", "是否", "种类"})
		for i := range n {
			s := strconv.Itoa(i)
			sum := s
			if i%97 == 0 {
				sum = s + ",5" // bad
			}
			_ = w.Write([]string{s, "公路路况数据集" + s, "依法履职", "GX-" + s, "2025年5月31日", sum, "1860", "√", "每日"})
		}
		w.Flush()
		_ = out.CloseWithError(w.Error())
	}()
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	most := uint64(0)
	c, err := probes().ReadCSV(in, record.Options{Progress: func(record.Progress) {
		runtime.ReadMemStats(&now)
		most = max(most, now.HeapAlloc)
	}})
	require.NoError(t, err)
	rejects := c.Rejects(io.Discard, rule.Chinese)
	for _, report := range c.All() {
		if report.Err() != nil {
			rejects.Write(report)
		}
	}
	require.NoError(t, errors.Join(c.Err(), rejects.Flush()))
	assert.Equal(t, n, c.Count().Rows)
	assert.Equal(t, (n+96)/97, c.Count().Bad)
	assert.Less(t, most-min(most, before.HeapAlloc), uint64(64<<20), "of heap for any number of rows")
}

// A sheet never makes the reader fall over, and what it says lies inside the
// sheet.
func FuzzSheet(f *testing.F) {
	f.Add([]byte("台账,单位：万元\n序号,文字（必填）,必要,金额,日期\n1,x,—,\"1,860\",45808\n合计,,,1,\n填表人：甲\n"))
	f.Add([]byte("文字;必要;入账（万元）;\n;;金额;是否\nx;'y;￥1;√\n"))
	f.Add([]byte("\xce\xc4\xd7\xd6\t\xb1\xd8\xd2\xaa\nx\ty\n"))
	for _, tt := range untidyCells {
		f.Add([]byte("文字,必要," + tt.column + "（万元）\nx,y,\"" + tt.cell + "\"\n"))
		f.Add([]byte("文字,必要," + tt.column + "\nx,y,\"" + tt.cell + "\"\n"))
	}
	table := probes()
	f.Fuzz(func(t *testing.T, in []byte) {
		o := record.Options{File: "t.csv", PassUnknown: true}
		c, err := table.ReadCSV(bytes.NewReader(in), o)
		if err != nil {
			return
		}
		lines := bytes.Count(in, []byte{'\n'}) + 1
		inside := func(r rule.Report) {
			for _, f := range r.Findings {
				if f.Source.Line < 1 || f.Source.Line > lines || f.Source.Column > len(in)+1 || f.Message.ZH == "" || f.Message.EN == "" {
					t.Fatalf("half a finding: %+v", f)
				}
			}
		}
		var out bytes.Buffer
		rejects := c.Rejects(&out, rule.Chinese)
		rows, bad := 0, 0
		for _, report := range c.All() {
			inside(report)
			rows++
			if report.Err() != nil {
				bad++
				rejects.Write(report)
			}
		}
		inside(c.Report())
		if n := c.Count(); n.Rows != rows || n.Bad != bad {
			t.Fatalf("counted %+v, not %d and %d", n, rows, bad)
		}
		if err := rejects.Flush(); err != nil {
			t.Fatal(err)
		}
	})
}
