package accounting_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the table or a run wrote is told in English too; what a person wrote, and
// what belongs to no row, stays.
func TestSummary(t *testing.T) {
	row := remitted()
	row.Entries[1].Summary = rule.Text{ZH: "收入上缴（预算）", EN: "remitted (budget)"}
	events := table(t, row)
	p, err := events.Post(event())
	require.NoError(t, err)
	var got []string
	for _, v := range p.Vouchers {
		got = append(got, events.Summary(rule.ID(p.Kind), v.Entry().Summary, rule.Chinese), events.Summary(rule.ID(p.Kind), v.Entry().Summary, rule.English))
	}
	assert.Equal(t, []string{
		"收入上缴：JT-02、JT-06", "remitted: JT-02, JT-06",
		"收入上缴（预算）：JT-02、JT-06", "remitted (budget): JT-02, JT-06",
	}, got)
	for written, want := range map[string]string{
		"计提 2025-06 摊销":                 "amortisation of 2025-06",
		"计提 2025-06 摊销：JT-02":           "amortisation of 2025-06: JT-02",
		"补提 2025-01 至 2025-05 摊销：JT-02": "amortisation missed from 2025-01 to 2025-05: JT-02",
		"补提 2025-01 摊销：JT-02":           "amortisation missed of 2025-01: JT-02",
		"收到运营方款项":                       "收到运营方款项",
		"收入上缴":                          "remitted",
		"":                              "",
	} {
		assert.Equal(t, want, events.Summary("test.remitted", written, rule.English))
		assert.Equal(t, written, events.Summary("test.other", written, rule.English))
	}
	e := event()
	e.Summary = "交通厅上缴：一季度"
	p, err = events.Post(e)
	require.NoError(t, err)
	assert.Equal(t, e.Summary, events.Summary(rule.ID(p.Kind), p.Vouchers[0].Entry().Summary, rule.English))
}
