package dataasset_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// cardSheet is a sheet of cards with one thing of each kind that a sheet can have.
const cardSheet = `信息卡片
资源编号,资源名称,简介,入账金额（万元）,填卡日期,单位备注
JT-01,公路基础数据库,/,186,2025/5/31,
JT-02,客运班线数据,线路,1.86E+05,2025-05-31,,多
合计,,,186,,
`

// formFindings reads what is wrong in each way that a rule of form knows.
func formFindings(t *testing.T) map[rule.ID]rule.Finding {
	t.Helper()
	said := map[rule.ID]rule.Finding{}
	add := func(r rule.Report) {
		for _, f := range r.Findings {
			if _, twice := said[f.Rule]; !twice {
				said[f.Rule] = f
			}
		}
	}
	cards := registry.Cards()
	for _, text := range []string{
		`{"nmae": "公路基础数据库"}`, `{"name": "公路基础数据库", "name": "公路"}`, `{"name": null}`, `{"name": 1}`, `{"name": "公路\u0001"}`, `{"name": "　"}`,
		fmt.Sprintf(`{"name": "%s"}`, strings.Repeat("路", 101)), `{"id": "JT 01"}`, `{"enteredOn": "2025-5-31"}`, `{"rows": -1}`, `{"sector": "roads"}`,
		`{"bookingStatus": "none", "cardAmount": "1.00"}`, `{"cardHolderCode": "12450000007565005N"}`, `{"potentials": ["managementService", "managementService"]}`,
		`{"jointHolders": [` + strings.Repeat(`"甲",`, 100) + `"乙"]}`,
	} {
		_, report, err := cards.Read([]byte(text), record.Options{Stage: record.Draft})
		require.NoError(t, err, text)
		add(report)
	}
	_, report, err := cards.Read([]byte(`{"id": "JT-01"}`), record.Options{})
	require.NoError(t, err)
	add(report)
	sheet, err := cards.ReadCSV(strings.NewReader(cardSheet), record.Options{File: "cards.csv", Stage: record.Draft, PassUnknown: true})
	require.NoError(t, err)
	for _, report := range sheet.All() {
		add(report)
	}
	require.NoError(t, sheet.Err())
	add(sheet.Report())
	card := cards.Sample()
	card.Extra = card.Extra.With("remark", "x")
	add(cards.Validate(&card, record.Options{}))
	return said
}

// writeForm tells the rules of form. A code that is out of force is of lists with
// periods, of which a card has none: it is told of the field that has a list.
func writeForm(t *testing.T, page *strings.Builder) {
	said := formFindings(t)
	sector, ok := registry.Cards().Definition().Field("sector")
	require.True(t, ok)
	for _, id := range record.FormRules() {
		f, ok := said[id]
		if !ok {
			assert.Contains(t, []rule.ID{"record.code-period", "record.code-expired"}, id)
			f = record.Word(id, sector, "/sector", "transport")
		}
		assert.NotEmpty(t, f.Message.ZH, id)
		assert.NotEmpty(t, f.Message.EN, id)
		f.Basis = nil
		fmt.Fprintf(page, "- `%s` %s · %s\n  - %s\n  - %s\n", id, f.Title.ZH, f.Title.EN, cell(f.In(rule.Chinese)), cell(f.In(rule.English)))
	}
}
