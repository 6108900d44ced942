package record_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// writtenCells is one record as the cells of a written sheet.
func writtenCells[T any](t *testing.T, table *record.Table[T], v *T) map[string]string {
	t.Helper()
	var b bytes.Buffer
	w, err := table.NewCSVWriter(&b, rule.Chinese)
	require.NoError(t, err)
	require.NoError(t, w.Write(v))
	require.NoError(t, w.Flush())
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 2)
	cells := map[string]string{}
	for i, head := range rows[0] {
		cells[head] = rows[1][i]
	}
	return cells
}

// A text gets one TAB before it where a spreadsheet would run or change it, or
// the reader would not leave it alone, and nowhere else.
func TestGuardedTexts(t *testing.T) {
	table := tableOf(t, record.Field[thing]{Key: "name", Title: tx("名称"), Type: record.Text{Max: 200, Lines: true}, At: nameField().At})
	for text, guarded := range map[string]bool{
		"公路": false, "abc": false, "1a2b": false, "说明": false, "第一章": false,
		"=1": true, "+1": true, "-x": true, "@x": true, "\tx": true, "＝1": true, "＠x": true,
		"000123": true, "999": true, "199": true, "1E5": true, "2025-01": true, "5月31日": true, "5年": true, "上午9点": true, "10:30": true, "3am": true, "3 pm": true, "31 may": true, "TRUE": true, "false": true,
		"3b": false, "b3": false, "3x": false, "月日": false, "may": false, "5月左右": false,
		"'x": true, "x'": false, " x": true, "x ": true, "无": true, "合计": true, "填表人：甲": true, "#REF!": true,
		strings.Repeat("9", 64): true, strings.Repeat("9", 65): true,
		strings.Repeat("公路", 20): false, strings.Repeat("road ", 20) + "9": false,
	} {
		want := text
		if guarded {
			want = "\t" + text
		}
		assert.Equal(t, want, writtenCells(t, table, &thing{Name: text})["名称"], "%q", text)
	}
}

// A number of more than the eleven characters that a spreadsheet saves gets the
// TAB, the .00 of an amount not counted; so does every month, and nothing that
// is absent.
func TestGuardedNumbers(t *testing.T) {
	table := probes()
	for want, v := range map[string]probe{
		"12345678901.00":    {Sum: money.MustParse("12345678901.00")},
		"\t123456789012.00": {Sum: money.MustParse("123456789012.00")},
		"12345678.90":       {Sum: money.MustParse("12345678.90")},
		"\t123456789.01":    {Sum: money.MustParse("123456789.01")},
		"":                  {},
	} {
		assert.Equal(t, want, writtenCells(t, table, &v)["金额"])
	}
	for want, n := range map[string]int64{"12345678901": 12345678901, "\t123456789012": 123456789012} {
		assert.Equal(t, want, writtenCells(t, table, &probe{Rows: record.Some(n)})["条数"])
	}
	month, err := calendar.ParseMonth("2025-05")
	require.NoError(t, err)
	assert.Equal(t, "\t2025-05", writtenCells(t, table, &probe{In: month})["月份"])
	assert.Empty(t, writtenCells(t, table, &probe{})["月份"])
}
