package enterprise_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// 研发费用: 150,000 expensed; own development of 300,000 over 60 months in administration
// is 5,000 a month, of mixed use another 60,000 is 1,000, and served in March it is
// cost; data that were bought stay with 管理费用. January to March:
// 150,000 + 3 × 5,000 + 2 × 1,000 = 167,000.
func TestResearchLine(t *testing.T) {
	b := open(t)
	b.post(event("research-spent", "1", "2026-01-10", "A", amounts("paid 150000.00")))
	b.post(event("research-expensed", "2", "2026-01-31", "A", amounts("spent 150000.00")))
	for _, x := range []struct{ asset, spent, use string }{{"A", "300000.00", "management"}, {"B", "60000.00", "mixed"}} {
		b.post(event("development-spent", x.asset+"3", "2026-01-12", x.asset, amounts("paid "+x.spent)))
		b.post(life(event("development-formed", x.asset+"4", "2026-01-15", x.asset, amounts("spent "+x.spent)), 60, x.use))
	}
	b.post(life(event("purchase", "5", "2026-01-05", "C", amounts("price 360000.00")), 36, "management"))
	b.amortise("2026-01", "2026-02")
	b.amortise("2026-03", "2026-03", "B")
	served := func(asset string, m calendar.Month) bool { return asset == "B" && m == calendar.MustMonth(2026, 3) }
	line, err := enterprise.ResearchLine(b.j, day("2026-01-01"), day("2026-03-31"), nil, served)
	require.NoError(t, err)
	assert.Equal(t, "167000.00", line.String())
	line, err = enterprise.ResearchLine(b.j, day("2026-02-01"), day("2026-02-28"), map[string]enterprise.Way{"C": enterprise.Own, "B": enterprise.Otherwise}, served)
	require.NoError(t, err)
	assert.Equal(t, "15000.00", line.String(), "A 5,000 and C 10,000, as the caller knows better")
}

// 3.21 again: four of ten sets leave with 24,000 of 60,000, and 3,200 of 8,000 with them;
// the rest takes all that is left.
func TestSoldFrom(t *testing.T) {
	b := open(t)
	b.post(event("inventory-processed", "1", "2026-06-30", "数据包", amounts("processing 60000.00")))
	b.post(event("inventory-written-down", "2", "2026-12-31", "数据包", amounts("loss 8000.00")))
	a, err := enterprise.SoldFrom(b.card("数据包"), yuan("24000.00"))
	require.NoError(t, err)
	assert.Equal(t, "3200.00", a["provision"].String())
	a["net"], a["vat"] = yuan("22000.00"), yuan("1320.00")
	b.post(event("inventory-sold", "3", "2027-05-10", "数据包", a))
	a, err = enterprise.SoldFrom(b.card("数据包"), yuan("36000.00"))
	require.NoError(t, err)
	assert.Equal(t, "4800.00", a["provision"].String())
	for _, cost := range []string{"0.00", "36000.01"} {
		_, err = enterprise.SoldFrom(b.card("数据包"), yuan(cost))
		assert.Error(t, err)
	}
}

// CAS 28 第12条: a purchase of 2026 that was wrongly expensed, 36,000, found in 2027 and
// material: the asset is booked through 6901, which goes to 4104 at once.
func TestErrorOfEarlierYear(t *testing.T) {
	b := open(t)
	b.post(event("service-bought", "1", "2026-03-05", "数据集", amounts("expense 36000.00"), "use=management"))
	right, err := enterprise.Post(life(event("purchase", "1r", "2026-03-05", "数据集", amounts("price 36000.00")), 36, "management"))
	require.NoError(t, err)
	c, err := b.j.Correct(enterprise.Chart(), accounting.Correction{
		Event: "GZ", Of: "1", On: day("2027-04-30"), Entity: rule.Enterprise, Right: &right,
		Mistake: accounting.Mistake{Nature: true, Effect: yuan("36000.00")}, Adjust: map[accounting.Book]accounting.AdjustTo{accounting.Financial: {Account: "6901", Carry: "4104"}},
		Moves: []accounting.AssetMove{{Asset: "数据集", To: enterprise.Held}},
	})
	require.NoError(t, err)
	assert.Equal(t, accounting.PriorYear, c.Method)
	assert.Contains(t, written(c.Posting), "借1701 36000.00，贷6901 36000.00")
	require.NoError(t, b.j.Post(b.j.Revision(), c.Posting))
	assert.Equal(t, "36000.00", b.card("数据集").Carrying().String())
}
