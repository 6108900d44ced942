package accounting_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

func printed(t testing.TB, p accounting.Posting, l rule.Language) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, accounting.Print(&b, p, l))
	return b.String()
}

// As an accountant dictates it: sides, subject accounts and amounts.
func TestBrief(t *testing.T) {
	e := entry(line(accounting.Debit, "1701", "3.00"), line(accounting.Credit, "1902", "1.00"), line(accounting.Credit, "1002", "2.00"))
	e.Lines[0].Detail = "数据资产——甲"
	require.Equal(t, "借1701 3.00 贷1902 1.00 贷1002 2.00", e.Brief())
	require.Empty(t, accounting.Entry{}.Brief())
}

// Input tax makes three lines on the left against two on the right; the line of
// the left that has no other beside it stands alone, and the other way round.
func TestPrintBooksOfDifferentLength(t *testing.T) {
	for posting := range odd(t).Postings() {
		rows := strings.Split(printed(t, posting, rule.Chinese), "\n")
		// Both: title, voucher, heads, two lines; then the third line of the left.
		for i, row := range rows[:5] {
			require.Contains(t, row, " │ ", i)
		}
		require.True(t, strings.HasPrefix(rows[5], "1002 "), rows[5])
		require.True(t, strings.HasSuffix(rows[5], " │"), rows[5])
		require.Equal(t, 5, strings.Count(strings.Join(rows, "\n"), " │ "))
	}
	// The right longer than the left: three lines against two.
	c := public(t)
	voucher := func(b accounting.Book, lines ...accounting.Line) accounting.Voucher {
		v, err := c.Voucher(accounting.Entry{
			Book: b, Date: day(3, 10), Summary: "付款", Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1002")}, Lines: lines,
		}, rule.Administrative)
		require.NoError(t, err)
		return v
	}
	three := []accounting.Line{line(accounting.Debit, "7101", "1.00"), line(accounting.Debit, "7901", "2.00"), line(accounting.Credit, "8001", "3.00")}
	posting := accounting.Posting{Event: "a", Kind: "test.paid", On: day(3, 10), Vouchers: []accounting.Voucher{
		voucher(accounting.Financial, line(accounting.Debit, "5001", "3.00"), line(accounting.Credit, "1002", "3.00")), voucher(accounting.Budgetary, three...),
	}}
	rows := strings.Split(printed(t, posting, rule.Chinese), "\n")
	require.True(t, strings.HasPrefix(rows[5], "    "), rows[5])
	require.Contains(t, rows[5], " │ 8001")
	require.Equal(t, displayed(rows[4], " │ "), displayed(rows[5], " │ "), "what parts the books is straight")

	// The budgetary book alone has no other beside it.
	posting.Vouchers = posting.Vouchers[1:]
	alone := printed(t, posting, rule.English)
	require.NotContains(t, alone, "│")
	require.True(t, strings.HasPrefix(alone, "budgetary accounting\n"), alone)
}

// displayed is at which column of a terminal a sign stands: Chinese characters
// take two.
func displayed(row, sign string) int {
	before, _, _ := strings.Cut(row, sign)
	n := 0
	for _, r := range before {
		if n++; r > 0x2e7f {
			n++
		}
	}
	return n
}

// The approval that a voucher rests on stands below it; none, no line.
func TestPrintApproval(t *testing.T) {
	e := accounting.Event{
		ID: "HX-1", Kind: "test.writeOff", On: calendar.MustDate(2026, 4, 5), Entity: rule.Administrative,
		Approval: accounting.Approval{Body: "自治区财政厅", On: calendar.MustDate(2026, 4, 1), Number: "示例〔2026〕2号"},
		Parts:    []accounting.Part{{Asset: "B", Detail: "数据资产——B", Amounts: amounts("cost", "1200", "amortised", "300")}},
	}
	p, err := events(t).Post(e)
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(printed(t, p, rule.Chinese), "\n批准：自治区财政厅 2026-04-01 示例〔2026〕2号\n"))
	require.True(t, strings.HasSuffix(printed(t, p, rule.English), "\napproved: 自治区财政厅 2026-04-01 示例〔2026〕2号\n"))
	on := calendar.MustDate(2026, 3, 10)
	require.NotContains(t, printed(t, bought(t, "A", "36", 36, on, on), rule.Chinese), "批准")
}

// A posting without vouchers is the terms that it changes, a line an asset.
func TestPrintTerms(t *testing.T) {
	units := accounting.Terms{Measured: accounting.AtCost, Units: 5000, From: month(2026, 4)}
	p := accounting.Posting{Event: "BG-1", Kind: "test.life", On: calendar.MustDate(2026, 3, 31), Booked: calendar.MustDate(2026, 4, 2), Terms: []accounting.AssetTerms{
		{Asset: "A", Terms: life(24, month(2026, 4))}, {Asset: "B", Terms: units}, {Asset: "C", Terms: accounting.Terms{Measured: accounting.AtCost, Indefinite: true}},
	}}
	require.Equal(t, `2026-04-02  无分录。A：自 2026-04 起 24 个月
2026-04-02  无分录。B：自 2026-04 起 5000 个工作量单位
2026-04-02  无分录。C：不摊销
`, printed(t, p, rule.Chinese))
	require.Equal(t, `2026-04-02  no entry. A: 24 months from 2026-04
2026-04-02  no entry. B: 5000 units from 2026-04
2026-04-02  no entry. C: not amortised
`, printed(t, p, rule.English))
}
