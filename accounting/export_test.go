package accounting_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// odd is a journal whose names are full of the signs of both forms.
func odd(t *testing.T) *accounting.Journal {
	t.Helper()
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 3, 10)
	p, err := events(t).Post(accounting.Event{
		ID: "=1+1", Kind: "test.purchase", On: on, Entity: rule.Administrative, Facts: map[string]string{"payment": "bank"},
		Summary: "@外购  甲;乙|丙 100%:",
		Parts: []accounting.Part{{
			Asset: "A", Detail: "数据资产——甲;  乙: 丙 ——(丁)", Terms: life(36, month(2026, 3)), Amounts: amounts("cost", "36", "vat", "1.08"),
		}},
	})
	require.NoError(t, err)
	require.NoError(t, j.Post(0, p))
	return j
}

// The form, written out by hand.
func TestHledgerForm(t *testing.T) {
	j := odd(t)
	var b bytes.Buffer
	require.NoError(t, j.WriteHledger(&b))
	require.Equal(t, `commodity CNY 1000.00
account 财务会计:1002 银行存款
account 财务会计:1701 无形资产:数据资产:甲%3B %20乙%3A 丙%20:(丁)
account 财务会计:2101 应交增值税:应交税金（进项税额）
account 预算会计:7101 行政支出
account 预算会计:8001 资金结存:货币资金

2026-03-10 * (记-1) @外购 %20甲%3B乙%7C丙 100%25%3A
    财务会计:1701 无形资产:数据资产:甲%3B %20乙%3A 丙%20:(丁)    CNY 36.00
    财务会计:2101 应交增值税:应交税金（进项税额）    CNY 1.08
    财务会计:1002 银行存款    CNY -37.08

2026-03-10 * (记-1) @外购 %20甲%3B乙%7C丙 100%25%3A
    预算会计:7101 行政支出    CNY 37.08
    预算会计:8001 资金结存:货币资金    CNY -37.08
`, b.String())
	in := accounting.NewTextReader(bytes.NewReader(b.Bytes()))
	x, err := in.Next()
	require.NoError(t, err)
	require.Equal(t, "记-1", string(x.Code))
	summary, err := accounting.UnescapeText(string(x.Summary))
	require.NoError(t, err)
	require.Equal(t, "@外购  甲;乙|丙 100%:", summary)
	require.Len(t, x.Lines, 3)
	require.Equal(t, "财务会计:2101 应交增值税", string(accounting.TextAccount(x.Lines[1].Account)))

	// hledger itself, where it is installed.
	if program, err := exec.LookPath("hledger"); err == nil {
		cmd := exec.Command(program, "-f-", "check", "--strict")
		cmd.Env, cmd.Stdin = []string{"LC_ALL=C.UTF-8", "HOME=" + t.TempDir()}, &b
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
}

func TestTextRefused(t *testing.T) {
	head := "commodity CNY 1000.00\naccount a:b\n"
	for name, c := range map[string][2]string{
		"amounts":       {head + "2026-01-01 * (记-1) x\n    a:b    CNY 1.00\n    a:b    CNY -1.01\n", "sum to zero, not to -0.01"},
		"one line":      {head + "2026-01-01 * (记-1) x\n    a:b    CNY 1.00\n", "a debit and a credit"},
		"account":       {head + "2026-01-01 * (记-1) x\n    a:c    CNY 1.00\n", "an account that is declared"},
		"commodity":     {"2026-01-01 * (记-1) x\n", "the declaration of CNY"},
		"date":          {head + "2026-02-30 * (记-1) x\n", "a transaction such as"},
		"no code":       {head + "2026-01-01 x\n", "a transaction such as"},
		"decimals":      {head + "2026-01-01 * (记-1) x\n    a:b    CNY 1.0\n", "a line such as"},
		"minus zero":    {head + "2026-01-01 * (记-1) x\n    a:b    CNY -0.00\n", "a line such as"},
		"leading zero":  {head + "2026-01-01 * (记-1) x\n    a:b    CNY 01.00\n", "a line such as"},
		"no amount":     {head + "2026-01-01 * (记-1) x\n    a:b    CNY \n", "a line such as"},
		"only a minus":  {head + "2026-01-01 * (记-1) x\n    a:b    CNY -\n", "a line such as"},
		"no yuan":       {head + "2026-01-01 * (记-1) x\n    a:b    CNY .00\n", "a line such as"},
		"a letter":      {head + "2026-01-01 * (记-1) x\n    a:b    CNY 1:.00\n", "a line such as"},
		"ten to the 15": {head + "2026-01-01 * (记-1) x\n    a:b    CNY 1000000000000000.00\n", "a line such as"},
		"sum of them":   {head + "2026-01-01 * (记-1) x\n    a:b    CNY 999999999999999.99\n    a:b    CNY 0.01\n", "a sum below 10^15"},
		"other":         {"include other.journal\n", "a transaction, a comment"},
		"long":          {strings.Repeat("x", 1<<17), "lines of at most"},
	} {
		_, err := accounting.NewTextReader(strings.NewReader(c[0])).Next()
		require.ErrorContains(t, err, c[1], name)
	}
	for _, text := range []string{"%3", "a%", "%G0", "%0g", "%3b", "%:0", "%0/"} {
		_, err := accounting.UnescapeText(text)
		require.ErrorContains(t, err, "two hexadecimal digits", text)
	}
}

// The signs of the form by their codes: 39 is 9, 3F is ?, 0A ends a line; a lone
// % is nothing.
func TestUnescape(t *testing.T) {
	for text, want := range map[string]string{"": "", "%": "", "%39%3F": "9?", "%0A": "\n", "甲%20乙%3B": "甲 乙;", "100%25": "100%", "%F0%9F%98%80": "😀", "%AF%FA%90%09": "\xaf\xfa\x90\t"} {
		got, err := accounting.UnescapeText(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got)
	}
}

// The largest amounts there are, and one fen.
func TestTextAmounts(t *testing.T) {
	in := accounting.NewTextReader(strings.NewReader("commodity CNY 1000.00\naccount a:b\n2026-01-01 * (记-1) x\n" +
		"    a:b    CNY 999999999999999.99\n    a:b    CNY -999999999999999.99\n    a:b    CNY 0.01\n    a:b    CNY -0.01\n"))
	x, err := in.Next()
	require.NoError(t, err)
	var got []string
	for _, l := range x.Lines {
		got = append(got, l.Amount.String())
	}
	require.Equal(t, []string{"999999999999999.99", "-999999999999999.99", "0.01", "-0.01"}, got)
}

// The columns that finance software imports; no cell begins like a formula.
func TestCSV(t *testing.T) {
	j := odd(t)
	var b bytes.Buffer
	require.NoError(t, j.WriteCSV(&b))
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"日期", "凭证字号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额", "附件张数", "制单人", "账套"}, rows[0])
	require.Equal(t, []string{"2026-03-10", "记-1", "\t@外购  甲;乙|丙 100%:", "1701", "无形资产——数据资产——甲;  乙: 丙 ——(丁)", "36.00", "", "0", "", "财务会计"}, rows[1])
	require.Equal(t, []string{"1002", "银行存款", "", "37.08"}, rows[3][3:7])
	require.Len(t, rows, 6)

	b.Reset()
	require.NoError(t, j.WriteCSV(&b, accounting.CSVColumn{Column: accounting.ColumnEvent, Heading: "=来源"}, accounting.CSVColumn{Column: accounting.ColumnNumber}))
	rows, err = csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	require.NoError(t, err)
	require.Equal(t, [][]string{{"\t=来源", "凭证号"}, {"\t=1+1", "1"}}, rows[:2])
	for _, none := range []accounting.Column{0, accounting.ColumnEvent + 1, 99} {
		require.ErrorContains(t, j.WriteCSV(&b, accounting.CSVColumn{Column: none}), "a column of vouchers")
	}
	for c := accounting.ColumnDate; c <= accounting.ColumnEvent; c++ {
		require.NotEmpty(t, c.Title().ZH)
		require.NotEmpty(t, c.Title().EN)
	}
}

var update = flag.Bool("update", false, "rewrite the golden files; read the difference before it is committed")

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// What an accountant reads: both books side by side, wide characters aligned.
func TestPrint(t *testing.T) {
	j, wrong := posted(t, "3600")
	right := bought(t, "A", "36000", 36, wrong.On, wrong.On)
	c, err := j.Correct(public(t), accounting.Correction{
		Event: "GZ-1", Of: wrong.Event, On: calendar.MustDate(2026, 4, 2), Entity: rule.Administrative, Right: &right,
	})
	require.NoError(t, err)
	require.NoError(t, j.Post(1, c.Posting))
	for _, l := range []rule.Language{rule.Chinese, rule.English} {
		var b bytes.Buffer
		for p := range j.Postings() {
			require.NoError(t, accounting.Print(&b, p, l))
			b.WriteString("\n")
		}
		golden(t, filepath.Join("testdata", "golden", "vouchers."+string(l)+".txt"), b.String())
	}
}
