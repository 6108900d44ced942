package government_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A year of five assets. Cost: opening 126,000.00 (bought 2025) + 90,000.00 formed + 1.00
// donated at nominal amount + 182,000.00 transferred in − 126,000.00 sold = 272,001.00.
// Amortisation: 2025 ten months × 2,100.00 = 21,000.00 opening; 2026 three more =
// 6,300.00; sold with 27,300.00. Research 45,000.00 expensed, 90,000.00 formed.
func TestNotes(t *testing.T) {
	j := accounting.NewJournal()
	n := 0
	post := func(asset string, s sample) {
		n++
		e := s.event(t)
		e.ID = string(rune('a' + n))
		e.Parts[0].Asset, e.Parts[0].Detail = asset, "数据资产——"+asset
		all, err := government.Events().Chain(e)
		require.NoError(t, err)
		require.NoError(t, j.Post(j.Revision(), all...))
	}
	post("A", sample{"purchase", department, "cost=126000.00", "payment=treasury", "2025-03-16"})
	for m := calendar.MustMonth(2025, 3); m.Compare(calendar.MustMonth(2026, 3)) <= 0; m = m.Add(1) {
		p, err := j.Propose(accounting.Run{Table: government.Events(), Kind: government.Amortised, Month: m, Entity: department})
		require.NoError(t, err)
		require.NoError(t, j.Post(p.Revision, p.Postings...))
	}
	post("B", sample{"research-spent", department, "pay=45000.00", "payment=bank", "2026-04-01"})
	post("B", sample{"research-expensed", department, "balance=45000.00", "use=duties", "2026-04-30"})
	post("B", sample{"development-spent", department, "pay=90000.00", "payment=bank", "2026-05-06"})
	post("B", sample{"development-formed", department, "cost=90000.00", "", "2026-06-01"})
	post("C", sample{"donation-nominal", department, "", "payment=bank", "2026-06-02"})
	post("D", sample{"transfer-in", department, "gross=300000.00 amortised=120000.00 taxes=2000.00", "payment=bank", "2026-06-03"})
	post("A", sample{"sale", department, "gross=126000.00 amortised=27300.00", "", "2026-06-04"})
	post("E", sample{"purchase", department, "cost=5.00", "payment=bank", "2027-01-05"}) // not of the year

	notes, err := government.NotesOf(j, 2026, func(asset string) government.About {
		a := government.About{Name: "数据" + asset, Category: "数据资产"}
		if asset == "C" {
			a.Reason = "受赠，无凭据、未评估、无市场价格"
		}
		return a
	})
	require.NoError(t, err)
	require.Len(t, notes.Categories, 1)
	c := notes.Categories[0]
	assert.Equal(t, government.Roll{Opening: yuan("126000.00"), Increased: yuan("272001.00"), Decreased: yuan("126000.00"), Closing: yuan("272001.00")}, c.Cost)
	assert.Equal(t, government.Roll{Opening: yuan("21000.00"), Increased: yuan("6300.00"), Decreased: yuan("27300.00"), Closing: yuan("0.00")}, c.Amortised)
	assert.Equal(t, "105000.00 272001.00", c.Opening.String()+" "+c.Closing.String())
	require.Len(t, notes.Developed, 1)
	assert.Equal(t, "B", notes.Developed[0].Asset)
	assert.Equal(t, "90000.00", notes.Developed[0].Cost.Closing.String())
	assert.Equal(t, []government.NominalNote{{Asset: "C", Name: "数据C", Reason: "受赠，无凭据、未评估、无市场价格"}}, notes.Nominal)
	require.Len(t, notes.Received, 2)
	assert.Equal(t, "government.transfer-in", notes.Received[1].How)
	require.Len(t, notes.Lives, 2, "B and D; C has none")
	assert.Equal(t, []government.DisposalNote{{
		Asset: "A", Name: "数据A", How: "government.sale", On: calendar.MustDate(2026, 6, 4), Cost: yuan("126000.00"), Carrying: yuan("98700.00"),
	}}, notes.Disposed)
	assert.Equal(t, "45000.00 90000.00", notes.Expensed.String()+" "+notes.Formed.String())

	lines := notes.Lines()
	sheet(t, government.CategoryLines(), lines.Categories, "类别,项目,年初余额,本年增加,本年减少,年末余额\n"+
		"数据资产,原值,126000.00,272001.00,126000.00,272001.00\n数据资产,累计摊销,21000.00,6300.00,27300.00,0.00\n数据资产,账面价值,105000.00,,,272001.00\n")
	sheet(t, government.HeldLines(), lines.Held, "披露项目,资产编号,名称,取得事项,年初余额,本年增加,本年减少,年末余额,年初累计摊销,年末累计摊销\n"+
		"自行开发,B,数据B,government.development-formed,0.00,90000.00,0.00,90000.00,0.00,0.00\n"+
		"受赠、无偿调入,C,数据C,government.donation-nominal,0.00,1.00,0.00,1.00,0.00,0.00\n受赠、无偿调入,D,数据D,government.transfer-in,0.00,182000.00,0.00,182000.00,0.00,0.00\n")
	sheet(t, government.NominalLines(), lines.Nominal, "资产编号,名称,理由\nC,数据C,受赠，无凭据、未评估、无市场价格\n")
	sheet(t, government.DisposalLines(), lines.Disposed, "资产编号,名称,处置事项,日期,账面余额,账面价值\nA,数据A,government.sale,2026-06-04,126000.00,98700.00\n")
	sheet(t, government.LifeLines(), lines.Lives, "资产编号,名称,使用年限,摊销月数,总工作量,估计情况、判断依据\nB,数据B,有限,60,,\nD,数据D,有限,60,,\n")

	at := rule.Context{At: calendar.MustDate(2026, 12, 31)}
	assert.Equal(t, []rule.ID{"government.notes-life-ground", "government.notes-life-ground"}, ids(government.NotesRules().Review(notes, at)))
	notes, err = government.NotesOf(j, 2026, func(string) government.About { return government.About{Ground: "合同年限"} })
	require.NoError(t, err)
	assert.Equal(t, []rule.ID{"government.notes-by-category", "government.notes-nominal-reason"}, ids(government.NotesRules().Review(notes, at)))
}

// sheet writes lines as a table and reads them back.
func sheet[T any](t *testing.T, table *record.Table[T], lines []T, want string) {
	t.Helper()
	var b bytes.Buffer
	w, err := table.NewCSVWriter(&b, rule.Chinese)
	require.NoError(t, err)
	for i := range lines {
		require.NoError(t, w.Write(&lines[i]))
	}
	require.NoError(t, w.Flush())
	assert.Equal(t, want, strings.ReplaceAll(strings.TrimPrefix(b.String(), "\ufeff"), "\r\n", "\n"))
	rows, err := table.ReadCSV(&b, record.Options{Stage: record.Draft})
	require.NoError(t, err)
	var back []T
	for line := range rows.All() {
		back = append(back, line)
	}
	assert.Equal(t, lines, back)
}
