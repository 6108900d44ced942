package ledger_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// story is one year of a department, small enough to count by hand:
//
//	2025-05-29  A, B, C added                                    3 rows, 0.00
//	2025-06-30  A, B at nominal amount                                  2.00
//	2025-08-20  A registered
//	2025-11-18  D added at cost 1,860,000.00                     4 rows, 1,860,002.00
//	2025-12-22  A registered is authorised; income 600.00 by 12-31, remitted 594.06
//	2026-01-15  D amortised 62,000.00, upgraded by 40,000.00            1,900,002.00
//	2026-02-10  B lost                                           3 rows, 1,900,001.00
//	2026-03-02  D split into D1 and D2, 1 : 1                    4 rows, 1,900,001.00
func story(t testing.TB) *ledger.Ledger {
	l := ledger.New()
	a, b := nominal(row("A")), nominal(row("B"))
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")}, ledger.Add{On: day("2025-05-29"), Row: row("B")}, ledger.Add{On: day("2025-05-29"), Row: row("C")})
	apply(t, l, ledger.Update{On: day("2025-06-30"), Reason: "盘盈", Row: a}, ledger.Update{On: day("2025-06-30"), Reason: "盘盈", Row: b})
	a.Registered, a.RegisteredOn, a.CertificateNo = ledger.IsRegistered, day("2025-08-20"), "ZS-1"
	apply(t, l, ledger.Update{On: day("2025-08-20"), Reason: "登记", Row: a})
	d := atCost("D", "1860000.00", "")
	d.Usage = ledger.InUse
	apply(t, l, ledger.Add{On: day("2025-11-18"), Row: d})
	a.Mode, a.AuthorisedFrom, a.AuthorisedTo = "field", day("2025-12-22"), day("2028-12-21")
	apply(t, l, ledger.Update{On: day("2025-12-22"), Reason: "授权", Row: a})
	a.Income, a.Remitted = money.MustParse("600.00"), money.MustParse("594.06")
	apply(t, l, ledger.Update{On: day("2025-12-31"), Reason: "收入", Row: a})
	d = atCost("D", "1900000.00", "62000.00")
	d.Usage, d.ValueChange, d.ValueReason = ledger.InUse, money.MustParse("40000.00"), "升级"
	apply(t, l, ledger.Update{On: day("2026-01-15"), Reason: "升级", Row: d})
	apply(t, l, ledger.Retire{On: day("2026-02-10"), ID: "B", Cause: ledger.CauseLost})
	parts, err := ledger.Divide(d, []string{"D1", "D2"}, []int64{1, 1})
	require.NoError(t, err)
	apply(t, l, ledger.Split{On: day("2026-03-02"), ID: "D", Reason: "分列", Parts: parts})
	return l
}

// lines prints a table as its rows of text, without titles.
func lines[T any](t testing.TB, table *record.Table[T], rows []T, keys ...string) string {
	var b strings.Builder
	for i := range rows {
		require.Empty(t, table.Validate(&rows[i], record.Options{}).Findings)
		var cells []string
		for _, k := range keys {
			cells = append(cells, table.Text(&rows[i], k))
		}
		b.WriteString(strings.Join(cells, " ") + "\n")
	}
	return b.String()
}

func TestTally(t *testing.T) {
	l := story(t)
	booking, err := l.Now().Tally(ledger.ByBooking)
	require.NoError(t, err)
	assert.Equal(t, `未入账 1  
按名义金额入账 1 1.00 1.00
按成本入账 2 1900000.00 1838000.00
合计 4 1900001.00 1838001.00
`, lines(t, ledger.Tallies(), booking, "title", "rows", "amount", "net"))
	mode, err := l.AsOf(day("2025-12-22")).Tally(ledger.ByAuthorisation)
	require.NoError(t, err)
	assert.Equal(t, `分领域授权 1 
未填 3 
合计 4 
`, lines(t, ledger.Tallies(), mode, "title", "rows", "income"))
	for _, d := range ledger.Dimensions() {
		table, err := l.Now().Tally(d)
		require.NoError(t, err)
		assert.Equal(t, int64(4), table[len(table)-1].Rows.Or(0))
		assert.NotEmpty(t, d.Title().EN)
	}
	none, err := ledger.View{}.Tally(ledger.ByClass)
	require.NoError(t, err)
	assert.Len(t, none, 1)
	huge := atCost("X", "999999999999999.99", "")
	_, err = ledger.ByAll.Tally(slices.Values([]ledger.Row{huge, huge}), nil)
	require.ErrorIs(t, err, money.ErrRange)
}

// The story by quarter and booking status, and for the year by registration.
func TestMovements(t *testing.T) {
	l := story(t)
	table, err := l.Now().Movements(ledger.ByBooking, ledger.Quarters(calendar.MustQuarter(2025, 2), calendar.MustQuarter(2026, 1))...)
	require.NoError(t, err)
	keys := []string{"span", "title", "opening", "new", "movedIn", "movedOut", "retired", "closing"}
	assert.Equal(t, `2025Q2 未入账 0 3 0 2 0 1
2025Q2 按名义金额入账 0 0 2 0 0 2
2025Q2 合计 0 3 0 0 0 3
2025Q3 未入账 1 0 0 0 0 1
2025Q3 按名义金额入账 2 0 0 0 0 2
2025Q3 合计 3 0 0 0 0 3
2025Q4 未入账 1 0 0 0 0 1
2025Q4 按名义金额入账 2 0 0 0 0 2
2025Q4 按成本入账 0 1 0 0 0 1
2025Q4 合计 3 1 0 0 0 4
2026Q1 未入账 1 0 0 0 0 1
2026Q1 按名义金额入账 2 0 0 0 1 1
2026Q1 按成本入账 1 2 0 0 1 2
2026Q1 合计 4 2 0 0 2 4
`, lines(t, ledger.Movements(), table, keys...))
	amounts := []string{"span", "title", "openingAmount", "newAmount", "retiredAmount", "changed", "closingAmount"}
	assert.Equal(t, `2026Q1 合计 1860002.00 1900000.00 1900001.00 40000.00 1900001.00
`, lines(t, ledger.Movements(), table[len(table)-1:], amounts...))
	year, err := ledger.YearSpan(2025)
	require.NoError(t, err)
	table, err = l.Now().Movements(ledger.ByRegistration, year)
	require.NoError(t, err)
	assert.Equal(t, `2025 未登记 0 4 0 1 0 3
2025 已登记 0 0 1 0 0 1
2025 合计 0 4 0 0 0 4
`, lines(t, ledger.Movements(), table, keys...))
	_, err = l.Now().Movements(ledger.ByAll, year, year)
	require.EqualError(t, err, "ledger: span 2025: want spans that follow each other and do not overlap")
	_, err = ledger.YearSpan(1800)
	require.Error(t, err)
}

// GX-4.3.7, 国务院令第738号 第44条: the story's first and second year.
func TestStateAssets(t *testing.T) {
	l := story(t)
	keys := []string{"item", "rows", "amount", "amortised", "net", "income", "remitted"}
	report, err := l.Now().StateAssets(2025)
	require.NoError(t, err)
	assert.Equal(t, `期初 0     
本年新增 4 1860000.00    
本年原值变动 0 2.00    
本年退出 0     
其中：处置、调出、损毁灭失等 0     
期末 4 1860002.00  1860002.00 600.00 594.06
其中：按名义金额入账 2 2.00  2.00  
其中：按成本入账 1 1860000.00  1860000.00  
其中：未入账、仅披露 1     
其中：已登记 1 1.00  1.00  
其中：授权运营 1 1.00  1.00  
其中：自用 1 1860000.00  1860000.00  
其中：闲置 0     
其中：使用状态未填 2 1.00  1.00  
`, lines(t, ledger.StateAssetLines(), report.Lines, keys...))
	report, err = l.Now().StateAssets(2026)
	require.NoError(t, err)
	assert.Equal(t, `期初 4 1860002.00  1860002.00  
本年新增 2 1900000.00    
本年原值变动 0 40000.00    
本年退出 2 1900001.00 62000.00 1838001.00  
其中：处置、调出、损毁灭失等 1 1.00  1.00  
期末 4 1900001.00 62000.00 1838001.00 0.00 0.00
`, lines(t, ledger.StateAssetLines(), report.Lines[:6], keys...))
	assert.Len(t, report.Paragraphs, 3)
	for _, p := range report.Paragraphs {
		assert.NotEmpty(t, p.Title.EN)
		assert.Equal(t, "第44条", p.Basis[0].Place)
	}
}

// drawLedger is a random history of up to n changes over a few rows.
func drawLedger(t *rapid.T, n int) *ledger.Ledger {
	l := ledger.New()
	on := day("2025-05-29")
	ids := []string{"A", "B", "C", "D"}
	for i := range rapid.IntRange(0, n).Draw(t, "changes") {
		on = on.AddDays(rapid.IntRange(0, 60).Draw(t, "days"))
		id := rapid.SampledFrom(ids).Draw(t, "id")
		r := row(id)
		switch rapid.IntRange(0, 3).Draw(t, "row") {
		case 1:
			r = nominal(r)
		case 2:
			r = atCost(id, fmt.Sprintf("%d.%02d", rapid.IntRange(1, 1_000_000).Draw(t, "yuan"), rapid.IntRange(0, 99).Draw(t, "fen")), "0.07")
		}
		if rapid.Bool().Draw(t, "shared") {
			r.Resource.Sector, r.Usage = "transport", ledger.InUse
			r.Resource.Introduction = rapid.SampledFrom([]string{"=1+1", "\t甲", "第一行\n第二行", "00123", "2025-01-02", "“引号”，\"逗号\"", "-", " 前后 "}).Draw(t, "words")
			r.Income, r.Remitted = money.MustParse("12.34"), money.MustParse("0.00")
		}
		now, held := l.Now().Row(id)
		var c ledger.Change
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			c = ledger.Retire{On: on, ID: id, Cause: ledger.CauseLost}
		case 1:
			if !held {
				continue
			}
			parts, err := ledger.Divide(now, []string{fmt.Sprintf("%sx%d", id, i), fmt.Sprintf("%sy%d", id, i)}, []int64{1, 2})
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, parts[0].ID(), parts[1].ID())
			c = ledger.Split{On: on, ID: id, Reason: "x", Parts: parts}
		case 2, 3:
			c = ledger.Add{On: on, Row: r}
		default:
			c = ledger.Update{On: on, Reason: "x", Row: r}
		}
		_ = l.Apply(l.Revision(), c) // what is refused is not in the history
	}
	return l
}

// For every random history, span and dimension: opening + new + in − out − retired
// = closing, in rows and in money; closings are the openings of the next span and
// what the ledger shows on that day.
func TestMovementsProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := drawLedger(t, 25)
		d := rapid.SampledFrom(ledger.Dimensions()).Draw(t, "dimension")
		spans := ledger.Months(monthOf("2025-06-01"), monthOf("2026-11-01"))
		table, err := l.Now().Movements(d, spans...)
		if err != nil {
			t.Fatal(err)
		}
		last := map[string]ledger.Movement{}
		for _, m := range table {
			key := m.Code + "|" + m.Title
			if p, ok := last[key]; ok && p.Span != m.Span && (p.Closing != m.Opening || p.ClosingAmount != m.OpeningAmount) {
				t.Fatalf("%s closes with %v, %s opens with %v", p.Span, p.Closing, m.Span, m.Opening)
			}
			last[key] = m
			if m.Opening.Or(0)+m.New.Or(0)+m.MovedIn.Or(0)-m.MovedOut.Or(0)-m.Retired.Or(0) != m.Closing.Or(0) {
				t.Fatalf("%+v", m)
			}
			fen := m.OpeningAmount.Fen() + m.NewAmount.Fen() + m.MovedInAmount.Fen() - m.MovedOutAmount.Fen() - m.RetiredAmount.Fen() + m.Changed.Fen()
			if fen != m.ClosingAmount.Fen() {
				t.Fatalf("%+v", m)
			}
		}
		for _, span := range spans {
			view := l.AsOf(span.To)
			tally, err := view.Tally(d)
			if err != nil {
				t.Fatal(err)
			}
			closing := map[string]ledger.Movement{}
			for _, m := range table {
				if m.Span == span.Name {
					closing[m.Code+"|"+m.Title] = m
				}
			}
			for _, x := range tally {
				m := closing[x.Code+"|"+x.Title]
				if m.Closing.Or(0) != x.Rows.Or(0) || m.ClosingAmount.Fen() != x.Amount.Fen() {
					t.Fatalf("%s %s: the movement table closes with %v, the ledger has %v", span.Name, x.Title, m.Closing, x.Rows)
				}
			}
		}
	})
}

// Reading back gives an equal ledger; its export imported into an empty ledger
// gives the same rows, imported into itself nothing to do.
func TestExportImportProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := drawLedger(t, 15)
		lang := rapid.SampledFrom([]rule.Language{rule.Chinese, rule.English}).Draw(t, "language")
		var sheet, text bytes.Buffer
		if err := l.Now().WriteCSV(&sheet, lang, nil); err != nil {
			t.Fatal(err)
		}
		exported := sheet.String()
		importer := ledger.Importer{On: day("2030-01-01"), Reason: "导入"}
		plan := importer.Plan(l, readSheet(t, exported))
		if len(plan.Changes) > 0 || plan.Refused > 0 || plan.Kept != l.Now().Len() {
			t.Fatalf("%+v", plan)
		}
		fresh := ledger.New()
		plan = importer.Plan(fresh, readSheet(t, exported))
		if err := plan.Apply(fresh); err != nil {
			t.Fatal(err)
		}
		var want, got []ledger.Row
		for r := range l.Now().Rows() {
			r.Predecessors = nil // which rows it continues is for the ledger's own changes to say
			want = append(want, r)
		}
		for r := range fresh.Now().Rows() {
			got = append(got, r)
		}
		if fmt.Sprint(want) != fmt.Sprint(got) {
			t.Fatalf("exported %v, imported %v", want, got)
		}
		if err := l.Write(&text, 0); err != nil {
			t.Fatal(err)
		}
		again, err := ledger.Read(&text, "x")
		if err != nil || again.Head() != l.Head() || fmt.Sprint(rowsOf(again)) != fmt.Sprint(rowsOf(l)) {
			t.Fatalf("%v: read back otherwise", err)
		}
	})
}

func readSheet(t interface{ Fatal(...any) }, text string) func(func(ledger.Row, rule.Report) bool) {
	in, err := ledger.Table().ReadCSV(strings.NewReader(text), record.Options{File: "台账.csv"})
	if err != nil {
		t.Fatal(err)
	}
	return in.All()
}
