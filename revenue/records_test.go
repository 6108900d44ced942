package revenue_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The samples are clean; with any one field taken away that is always required,
// that field and no other is missing.
func TestRequired(t *testing.T) {
	receipts, matters := revenue.Receipts(), revenue.Matters()
	required(t, receipts, receipts.Sample(), "id", "assets", "purpose", "payment", "counterparty", "amount")
	required(t, matters, matters.Sample(), "id", "kind", "assets", "counterparty", "completedOn", "amount")
}

func required[T any](t *testing.T, table *record.Table[T], sample T, want ...string) {
	t.Helper()
	require.True(t, table.Validate(&sample, record.Options{}).Clean())
	b, err := table.Encode(&sample)
	require.NoError(t, err)
	again, report, err := table.Read(b, record.Options{})
	require.NoError(t, err)
	require.True(t, report.Clean())
	require.Equal(t, sample, again, "decode(encode(x)) = x")
	var got []string
	for _, f := range table.Definition().Fields {
		if f.Required.Op != record.OpAlways {
			continue
		}
		got = append(got, f.Key)
		v := sample
		require.NoError(t, table.Set(&v, f.Key, ""))
		report := table.Validate(&v, record.Options{})
		require.Len(t, report.Findings, 1, f.Key)
		assert.Equal(t, "/"+f.Key, report.Findings[0].Path)
		assert.Equal(t, "record.required", string(report.Findings[0].Rule))
	}
	assert.Equal(t, want, got)
}

// Money came into the bank or the treasury; where neither, control was gained of
// something else (P10).
func TestReceiptDays(t *testing.T) {
	for _, c := range []struct {
		bank, treasury, control string
		clean                   bool
	}{
		{"2026-03-27", "", "", true},
		{"", "2026-03-27", "", true},
		{"", "", "2026-03-27", true},
		{"", "", "", false},
	} {
		r := revenue.Receipts().Sample()
		for key, value := range map[string]string{"bankOn": c.bank, "treasuryOn": c.treasury, "controlOn": c.control} {
			require.NoError(t, revenue.Receipts().Set(&r, key, value))
		}
		report := revenue.Receipts().Validate(&r, record.Options{})
		assert.Equal(t, c.clean, report.Clean(), c)
		if !c.clean {
			assert.Equal(t, "/controlOn", report.Findings[0].Path)
		}
	}
}

// A pledge of rights is perfected by registration (民法典 第444条 for those that
// are registered): it has a number, nothing else does.
func TestPledgeIsRegistered(t *testing.T) {
	for kind, number := range map[revenue.MatterKind]string{
		revenue.MatterUse: "", revenue.MatterDisposal: "", revenue.MatterCredit: "", revenue.MatterPledge: "ZY-2026-01",
	} {
		m := matter("BA-1", "2026-01-30", kind, "1.00")
		m.Registration = number
		assert.True(t, revenue.Matters().Validate(&m, record.Options{}).Clean(), kind)
		if number == "" {
			m.Registration = "ZY-2026-01"
		} else {
			m.Registration = ""
		}
		report := revenue.Matters().Validate(&m, record.Options{})
		require.Len(t, report.Findings, 1, kind)
		assert.Equal(t, "/registrationNo", report.Findings[0].Path)
	}
}

// The kinds are those of the plan, in its words.
func TestKinds(t *testing.T) {
	var titles []string
	for _, d := range revenue.Definitions()[:2] {
		for _, f := range d.Fields {
			if code, ok := f.Type.(record.Code); ok {
				for _, c := range code.List.Codes {
					titles = append(titles, c.Title.ZH)
				}
			}
		}
	}
	require.Equal(t, "使用收入 处置收入 一次性收入 分次收入 使用收入 处置收入 增信 质押融资", strings.Join(titles, " "))
}

// Amounts are not negative and not finer than the fen; dates are dates.
func TestReceiptValues(t *testing.T) {
	for key, values := range map[string][]string{
		"amount":     {"-1.00", "0.001", "1e1000000000", "NaN", "１２３.00", "=1+1"},
		"bankOn":     {"0000-00-00", "2026-02-30", "2026/3/27x"},
		"purpose":    {"other", "使用"},
		"completely": {"unknown field"},
	} {
		for _, value := range values {
			doc := `{"id":"SR-1","assets":["JT-02"],"purpose":"use","payment":"oneOff","counterparty":"甲","bankOn":"2026-04-09","amount":"1.00"}`
			if i := strings.Index(doc, `"`+key+`":"`); i >= 0 {
				end := i + len(key) + 4
				doc = doc[:end] + value + doc[end+strings.Index(doc[end:], `"`):]
			} else {
				doc = doc[:len(doc)-1] + `,"` + key + `":"` + value + `"}`
			}
			_, report, err := revenue.Receipts().Read([]byte(doc), record.Options{At: calendar.MustDate(2026, 4, 9)})
			require.NoError(t, err)
			require.False(t, report.Clean(), doc)
			require.Equal(t, "/"+key, report.Findings[0].Path, doc)
		}
	}
}

// Each duty names who owes it, to whom, by when and by which clause; each is
// covered here.
func TestDuties(t *testing.T) {
	covered := map[string]string{
		"revenue.file-one-off":           "GX-4.6.3", // TestDepartmentFilings
		"revenue.file-instalments":       "GX-4.6.4", // TestDepartmentFilings, TestNilQuarters
		"revenue.file-enterprise-matter": "GX-4.6.5", // TestEnterpriseFilings
	}
	for _, d := range revenue.Duties() {
		assert.Equal(t, covered[string(d.ID)], d.Basis[0].Key, d.ID)
		assert.Equal(t, calendar.Workdays(10), d.Term, d.ID)
		assert.NotEmpty(t, d.Addressee.ZH, d.ID)
		assert.NotEmpty(t, d.Judgement.ZH, d.ID)
		delete(covered, string(d.ID))
	}
	assert.Empty(t, covered)
	assert.Len(t, revenue.Catalogue().Duties, 4, "and the remittance")
}
