package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pageOf writes the page and returns it.
func pageOf(t *testing.T, args ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "page.html")
	printed(t, append(args, "-html", name)...)
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(text)
}

// shown is what a reader of the page sees: its text, a line an element, and the
// cells of each row of a table with a bar between them. The page must be
// well-formed, and ask for nothing from elsewhere.
func shown(t *testing.T, page string) (text, rows string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	var all, row strings.Builder
	for {
		x, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all.String(), row.String()
		}
		require.NoError(t, err)
		switch x := x.(type) {
		case xml.StartElement:
			assert.NotContains(t, []string{"script", "link", "img", "iframe", "object", "embed", "image", "use"}, x.Name.Local)
			for _, a := range x.Attr {
				assert.False(t, strings.HasPrefix(a.Name.Local, "on"), "%s is a script", a.Name.Local)
				assert.NotEqual(t, "src", a.Name.Local)
				if a.Name.Local == "href" {
					assert.True(t, strings.HasPrefix(a.Value, "#"), a.Value)
					assert.Contains(t, page, `id="`+a.Value[1:]+`"`)
				}
			}
		case xml.EndElement:
			all.WriteString("\n")
			switch x.Name.Local {
			case "td", "th":
				row.WriteString("|")
			case "tr":
				row.WriteString("\n")
			}
		case xml.CharData:
			all.Write(x)
			row.Write(x)
		}
	}
}

// Whatever the review has is on the page: every voucher line, finding, obligation,
// row of the ledger and registration, and the consolidated figures.
func TestPage(t *testing.T) {
	for _, lang := range []rule.Language{rule.Chinese, rule.English} {
		args := []string{"-at", "2026-12-31"}
		if lang == rule.English {
			args = append(args, "-en")
		}
		page := pageOf(t, args...)
		assert.Equal(t, page, pageOf(t, args...), "the same day gives the same bytes")
		for _, elsewhere := range []string{"http:", "https:", "url(", "@import", "//www"} {
			assert.NotContains(t, page, elsewhere)
		}
		text, rows := shown(t, page)
		for _, name := range unitNames {
			r := reviewed(t, name, "2026-12-31")
			p := printer{lang: lang}
			for _, x := range r.Postings {
				for _, v := range x.Vouchers {
					assert.Contains(t, rows, voucherRows(v))
				}
			}
			for _, f := range r.Report.Findings {
				assert.Contains(t, text, f.Message.In(lang))
				assert.Contains(t, text, clauses(f.Basis)+" ")
			}
			for _, o := range r.Obligations {
				assert.Contains(t, text, o.Line(lang), "the mark says what it is")
			}
			if len(r.Account.Rows) > 0 {
				assert.Contains(t, rows, strings.Join(p.accountRows(r)[1], "|")+"|\n")
			}
			for _, table := range [][][]string{p.resourceRows(r), p.ledgerRows(r), p.registrationRows(r), p.authorisationRows(r)} {
				for _, row := range table {
					assert.Contains(t, rows, strings.Join(row, "|")+"|\n")
				}
			}
		}
		assert.Contains(t, rows, "|32|25|9|3/6|5|3543120.00|4|\n", "the sum of the three units")
	}
}

// voucherRows is a voucher's lines as rows of the page: account, debit, credit.
func voucherRows(v accounting.Voucher) (rows string) {
	for i, l := range v.Entry().Lines {
		if i > 0 {
			rows += "\n"
		}
		rows += accountOf(l) + "|" + l.Amount.String() + "||\n"
		if l.Side == accounting.Credit {
			rows = strings.TrimSuffix(rows, l.Amount.String()+"||\n") + "|" + l.Amount.String() + "|\n"
		}
	}
	return rows
}

// Names of a folder are text, whatever they hold.
func TestPageEscapes(t *testing.T) {
	const hostile = `<script>alert('x')</script>&amp;]]>"`
	dir := folderOf(t, pilot.InventoryFile, replace("公路交通量调查数据", `"`+strings.ReplaceAll(hostile, `"`, `""`)+`"`))
	file := filepath.Join(dir, pilot.UnitFile)
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	const name = "广西壮族自治区交通运输厅"
	require.Contains(t, string(text), name)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(text), name, `<script>alert(1)</script><b onclick=\"x\">`, 1)), 0o600))
	page := pageOf(t, "-unit", dir)
	assert.NotContains(t, page, "<script")
	assert.NotContains(t, page, "<b onclick")
	seen, rows := shown(t, page)
	assert.Contains(t, rows, "JT-02|"+hostile+"|")
	assert.Contains(t, seen, `<script>alert(1)</script><b onclick="x">`)
}

// What cannot be written is an error, before anything is printed.
func TestPageNowhere(t *testing.T) {
	var out strings.Builder
	err := run([]string{"-html", filepath.Join(t.TempDir(), "nowhere", "page.html")}, &out)
	require.ErrorIs(t, err, os.ErrNotExist)
	assert.Empty(t, out.String())
}

// Marks are told apart by their shape too: two of one shape are filled or not.
func TestMarks(t *testing.T) {
	signs := map[string]bool{}
	shapes := map[string]int{}
	for _, s := range []rule.Standing{
		rule.NotTriggered, rule.Ahead, rule.OnTime, rule.Late, rule.Overdue, rule.NotAnnounced, rule.Promptly, rule.Done, rule.NotRecorded,
	} {
		require.GreaterOrEqual(t, markOf(s), 0, s)
		m := marks[markOf(s)]
		assert.False(t, signs[m.sign], m.sign)
		signs[m.sign] = true
		shapes[m.shape]++
		assert.LessOrEqual(t, shapes[m.shape], 2, s)
		assert.Contains(t, pageText, "."+string(s)+" {", "the page has its colour")
	}
	assert.Len(t, signs, len(marks))
}

// The department's row of quarterly reports: due 2025-07-14, 10-21 (done a working day
// late), 2026-01-15, 04-15, 07-14 and 10-20, and in January 2027 a day that waits
// for the notice. A liaison list due on 2025-04-10 opens the axis.
func TestTimeline(t *testing.T) {
	out := printed(t, "-at", "2026-12-31")
	for _, want := range []string{
		"2025      2026         2027\n",
		" 456789012|123456789012|123456\n", // to the next evaluation, of 2027-06-24
		"\n季度进展报告                               ...+..!..|+..+..+..+..|?.....\n",
		"\n一次性收入备案                             .........|...+........|......\n", // due 2026-04-27
	} {
		assert.Contains(t, out, want)
	}
	at := printed(t, "-at", "2026-04-24")
	assert.Contains(t, at, "^ 2026-04-24\n")
}
