package government_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The worked examples E1 … E26 of the law's texts and the practice, entry by
// entry: the expected vouchers are written by hand from them, not printed by the
// code. F is the financial book, B the budgetary; none means no voucher.
func TestWorkedExamples(t *testing.T) {
	for _, c := range []struct {
		name string
		of   sample
		want string
	}{
		// 价款 120,000 + 实施费 6,000 = 126,000.
		{"E1 software bought by a department", sample{"purchase", department, "cost=126000.00", "payment=treasury", ""}, `
			F: 借1701 126000.00, 贷4001 126000.00
			B: 借7101 126000.00, 贷6001 126000.00`},
		{"E1 a month", sample{"amortised", department, "current=2100.00", "use=duties", ""}, `
			F: 借5001 2100.00, 贷1702 2100.00`},

		{"E2 general taxpayer, certified", sample{"purchase-general-vat", institution, "cost=50000.00 vat=3000.00", "payment=bank taxpayer=general certified=yes", ""}, `
			F: 借1701 50000.00, 借2101-应交税金(进项税额) 3000.00, 贷1002 53000.00
			B: 借7201 53000.00, 贷8001-货币资金 53000.00`},
		{"E2 small-scale taxpayer", sample{"purchase", institution, "cost=53000.00", "payment=bank", ""}, `
			F: 借1701 53000.00, 贷1002 53000.00
			B: 借7201 53000.00, 贷8001-货币资金 53000.00`},

		// 400,000 × 30 % = 120,000; 400,000 − 120,000 = 280,000.
		{"E3 prepaid", sample{"development-prepaid", department, "paid=120000.00", "payment=treasury", ""}, `
			F: 借1214 120000.00, 贷4001 120000.00
			B: 借7101 120000.00, 贷6001 120000.00`},
		{"E3 delivered", sample{"development-delivered", department, "total=400000.00 prepaid=120000.00", "payment=treasury", ""}, `
			F: 借1701 400000.00, 贷1214 120000.00, 贷4001 280000.00
			B: 借7101 280000.00, 贷6001 280000.00`},

		// 30,000 + 5,000 + 2,000 + 8,000 = 45,000.
		{"E4 research", sample{"research-spent", institution, "pay=30000.00 materials=5000.00 amortisation=2000.00 cash=8000.00", "payment=bank", ""}, `
			F: 借1703-研究支出 45000.00, 贷2201 30000.00, 贷1302 5000.00, 贷1702 2000.00, 贷1002 8000.00
			B: 借7201 8000.00, 贷8001-货币资金 8000.00`},
		{"E4 month end", sample{"research-expensed", institution, "balance=45000.00", "use=duties", ""}, `
			F: 借5001 45000.00, 贷1703-研究支出 45000.00`},
		// 60,000 + 5,000 + 25,000 = 90,000.
		{"E4 development", sample{"development-spent", institution, "pay=60000.00 depreciation=5000.00 cash=25000.00", "payment=bank", ""}, `
			F: 借1703-开发支出 90000.00, 贷2201 60000.00, 贷1602 5000.00, 贷1002 25000.00
			B: 借7201 25000.00, 贷8001-货币资金 25000.00`},
		{"E4 formed", sample{"development-formed", institution, "cost=90000.00", "", ""}, `
			F: 借1701 90000.00, 贷1703-开发支出 90000.00`},
		{"E4 failed", sample{"development-failed", institution, "balance=90000.00", "use=duties", ""}, `
			F: 借5001 90000.00, 贷1703-开发支出 90000.00`},

		// 2,400 + 5,600 = 8,000.
		{"E5 stages not told apart", sample{"legally-acquired", department, "fees=8000.00 spent=18000.00", "payment=treasury use=duties", ""}, `
			F: 借1701 8000.00, 贷4001 8000.00
			F: 借5001 18000.00, 贷1703-研究支出 18000.00
			B: 借7101 8000.00, 贷6001 8000.00`},

		{"E6 donated", sample{"donation", department, "value=70000.00 taxes=1500.00", "payment=bank", ""}, `
			F: 借1701 71500.00, 贷1002 1500.00, 贷4603 70000.00
			B: 借7901 1500.00, 贷8001-货币资金 1500.00`},
		{"E7 donated at nominal amount", sample{"donation-nominal", department, "taxes=800.00", "payment=bank", ""}, `
			F: 借1701 1.00, 贷4603 1.00
			F: 借5901 800.00, 贷1002 800.00
			B: 借7901 800.00, 贷8001-货币资金 800.00`},

		{"E8 transferred in", sample{"transfer-in", department, "gross=300000.00 amortised=120000.00 taxes=2000.00", "payment=bank", ""}, `
			F: 借1701 182000.00, 贷1002 2000.00, 贷3401 180000.00
			B: 借7901 2000.00, 贷8001-货币资金 2000.00`},
		{"E8 fully amortised", sample{"transfer-in-amortised", department, "gross=90000.00 taxes=500.00", "payment=bank", ""}, `
			F: 借1701 90000.00, 贷1702 90000.00
			F: 借5901 500.00, 贷1002 500.00
			B: 借7901 500.00, 贷8001-货币资金 500.00`},
		{"E8 nominal", sample{"transfer-in-nominal", department, "taxes=200.00", "payment=bank", ""}, `
			F: 借1701 1.00, 贷3401 1.00
			F: 借5901 200.00, 贷1002 200.00
			B: 借7901 200.00, 贷8001-货币资金 200.00`},
		{"E8 the giver", sample{"transferred-out", department, "gross=300000.00 amortised=120000.00 costs=300.00", "payment=bank", ""}, `
			F: 借3401 180000.00, 借1702 120000.00, 贷1701 300000.00
			F: 借5301 300.00, 贷1002 300.00
			B: 借7901 300.00, 贷8001-货币资金 300.00`},

		{"E9 without boot", sample{"exchange-even", department, "gross=200000.00 amortised=80000.00 value=150000.00 costs=3000.00", "payment=bank", ""}, `
			F: 借1701-数据资产——公路 153000.00, 借1702-数据资产——旧平台 80000.00, 贷1701-数据资产——旧平台 200000.00, 贷1002 3000.00, 贷4609 30000.00
			B: 借7901 3000.00, 贷8001-货币资金 3000.00`},
		{"E9 boot paid", sample{"exchange-boot-paid", department, "gross=200000.00 amortised=80000.00 value=150000.00 costs=3000.00 boot=20000.00", "payment=bank", ""}, `
			F: 借1701 173000.00, 借1702 80000.00, 贷1701 200000.00, 贷1002 23000.00, 贷4609 30000.00
			B: 借7901 23000.00, 贷8001-货币资金 23000.00`},
		{"E9 boot received", sample{"exchange-boot-received", department, "gross=200000.00 amortised=80000.00 value=150000.00 costs=3000.00 boot=10000.00", "", ""}, `
			F: 借1701 143000.00, 借1002 10000.00, 借1702 80000.00, 贷1701 200000.00, 贷1002 3000.00, 贷2103 7000.00, 贷4609 23000.00`},
		{"E9 value below the books", sample{"exchange-even", department, "gross=200000.00 amortised=80000.00 value=110000.00 costs=3000.00", "payment=bank", ""}, `
			F: 借1701 113000.00, 借1702 80000.00, 借5301 10000.00, 贷1701 200000.00, 贷1002 3000.00
			B: 借7901 3000.00, 贷8001-货币资金 3000.00`},
		// Not among the examples: R 2,000 < E 3,000, so cost = 150,000 − 2,000 + 3,000, x = V − CV = 30,000.
		{"§3.5 boot below the costs", sample{"exchange-boot-below-costs", department, "gross=200000.00 amortised=80000.00 value=150000.00 costs=3000.00 boot=2000.00", "", ""}, `
			F: 借1701 151000.00, 借1002 2000.00, 借1702 80000.00, 贷1701 200000.00, 贷1002 3000.00, 贷4609 30000.00
			B: 借7901 1000.00, 贷8001-货币资金 1000.00`},

		{"E10 nominal, found", sample{"surplus-nominal-found", department, "nominal=1.00", "", ""}, `
			F: 借1701 1.00, 贷1902 1.00`},
		{"E10 nominal, approved and carried", sample{"surplus-nominal-approved", department, "nominal=1.00", "", ""}, `
			F: 借1902 1.00, 贷3501 1.00
			F: 借3501 1.00, 贷3001 1.00`},
		{"E10 appraised, found", sample{"surplus-found", department, "cost=60000.00", "", ""}, `
			F: 借1701 60000.00, 贷1902 60000.00`},
		{"E10 appraised, approved and carried", sample{"surplus-approved", department, "cost=60000.00", "", ""}, `
			F: 借1902 60000.00, 贷3501 60000.00
			F: 借3501 60000.00, 贷3001 60000.00`},
		{"E10 a donation of this year left out", sample{"surplus-approved-this-year", department, "cost=60000.00", "origin=donated payment=bank", ""}, `
			F: 借1902 60000.00, 贷4603 60000.00`},

		{"E11 lost, pending", sample{"loss-found", department, "gross=80000.00 amortised=50000.00", "", ""}, `
			F: 借1902-待处理财产价值 30000.00, 借1702 50000.00, 贷1701 80000.00`},
		{"E11 approved", sample{"loss-approved", department, "gross=80000.00 amortised=50000.00", "", ""}, `
			F: 借5301 30000.00, 贷1902-待处理财产价值 30000.00`},
		{"E11 proceeds", sample{"loss-proceeds", department, "proceeds=1000.00", "", ""}, `
			F: 借1002 1000.00, 贷1902-处理净收入 1000.00`},
		{"E11 costs", sample{"loss-costs", department, "costs=1500.00", "", ""}, `
			F: 借1902-处理净收入 1500.00, 贷1002 1500.00`},
		{"E11 settled, costs above", sample{"loss-settled", department, "proceeds=1000.00 costs=1500.00", "", ""}, `
			F: 借5301 500.00, 贷1902-处理净收入 500.00
			B: 借7901 500.00, 贷8001-货币资金 500.00`},
		{"E11 settled, proceeds above", sample{"loss-settled", department, "proceeds=4000.00 costs=1500.00", "", ""}, `
			F: 借1902-处理净收入 2500.00, 贷2103 2500.00`},

		// 240,000 ÷ 60 = 4,000 a month × 25 = 100,000.
		{"E12 written off", sample{"sale", department, "gross=240000.00 amortised=100000.00", "", ""}, `
			F: 借5301 140000.00, 借1702 100000.00, 贷1701 240000.00`},
		{"E12 to the treasury", sample{"sale-remitted", department, "proceeds=150000.00 costs=5000.00", "", ""}, `
			F: 借1002 150000.00, 贷1002 5000.00, 贷2103 145000.00`},
		{"E12 remitted", sample{"remitted", department, "net=145000.00", "", ""}, `
			F: 借2103 145000.00, 贷1002 145000.00`},
		{"E12 retained", sample{"sale-retained", institution, "proceeds=150000.00 costs=5000.00", "", ""}, `
			F: 借1002 150000.00, 贷1002 5000.00, 贷4609 145000.00
			B: 借8001-货币资金 145000.00, 贷6609 145000.00`},
		{"E12 below the costs", sample{"sale-below-costs", department, "proceeds=3000.00 costs=5000.00", "", ""}, `
			F: 借1002 3000.00, 借5301 2000.00, 贷1002 5000.00
			B: 借7901 2000.00, 贷8001-货币资金 2000.00`},

		// 60,000 − 45,000 = 15,000; + 700.
		{"E13 donated out", sample{"donated-out", department, "gross=60000.00 amortised=45000.00 costs=700.00", "payment=bank", ""}, `
			F: 借5301 15700.00, 借1702 45000.00, 贷1701 60000.00, 贷1002 700.00
			B: 借7901 700.00, 贷8001-货币资金 700.00`},
		{"E13 written off", sample{"written-off", department, "gross=60000.00 amortised=45000.00", "", ""}, `
			F: 借5301 15000.00, 借1702 45000.00, 贷1701 60000.00`},
		{"E13 nominal written off", sample{"written-off", department, "gross=1.00", "", ""}, `
			F: 借5301 1.00, 贷1701 1.00`},

		{"E17 quota of an earlier year", sample{"purchase", department, "cost=50000.00", "payment=priorQuota", ""}, `
			F: 借1701 50000.00, 贷1201 50000.00
			B: 借7101 50000.00, 贷8001-财政应返还额度 50000.00`},

		// 500,000 + 1 = 500,001; 420,000 + 15,700 + 800 = 436,500; 500,001 − 436,500 = 63,501.
		{"E18 revenue", sample{"income-closed", department, "fiscalIncome=500000.00 donationIncome=1.00", "", "2026-12-31"}, `
			F: 借4001 500000.00, 借4603 1.00, 贷3301 500001.00`},
		{"E18 expenses", sample{"expenses-closed", department, "activityExpense=420000.00 disposalExpense=15700.00 otherExpense=800.00", "", "2026-12-31"}, `
			F: 借3301 436500.00, 贷5001 420000.00, 贷5301 15700.00, 贷5901 800.00`},
		{"E18 surplus", sample{"year-surplus-closed", department, "surplus=63501.00", "", "2026-12-31"}, `
			F: 借3301 63501.00, 贷3302 63501.00`},
		{"E18 distribution", sample{"distribution-closed", department, "surplus=63501.00", "", "2026-12-31"}, `
			F: 借3302 63501.00, 贷3001 63501.00`},
		{"E18 transfers", sample{"transfers-closed", department, "surplus=180001.00", "", "2026-12-31"}, `
			F: 借3401 180001.00, 贷3001 180001.00`},

		// 3 × 999.99 = 2,999.97.
		{"E19 small purchase", sample{"purchase-small", department, "cost=2999.97 unitPrice=999.99", "payment=treasury bulk=no use=duties", ""}, `
			F: 借5001 2999.97, 贷4001 2999.97
			B: 借7101 2999.97, 贷6001 2999.97`},

		// 48,000 − 1 = 47,999.
		{"E21 nominal to cost", sample{"nominal-to-cost-prior-year", department, "cost=48000.00", "", "2026-09-10"}, `
			F: 借1701 47999.00, 贷3501 47999.00
			F: 借3501 47999.00, 贷3001 47999.00`},

		// 600,000.00 ÷ 1.01 = 594,059.41; × 1 % = 5,940.59.
		{"E22 received", sample{"licence-remitted", department, "net=594059.41 vat=5940.59", "taxpayer=small", ""}, `
			F: 借1002 600000.00, 贷2103 594059.41, 贷2101 5940.59`},
		{"E22 surcharges", sample{"surcharges-accrued", department, "surcharges=356.44", "use=duties", ""}, `
			F: 借5001 356.44, 贷2102 356.44`},
		{"E22 remitted", sample{"remitted", department, "net=594059.41", "", ""}, `
			F: 借2103 594059.41, 贷1002 594059.41`},
		{"E22 VAT paid", sample{"vat-paid-remitted", department, "vat=5940.59", "taxpayer=small", ""}, `
			F: 借2101 5940.59, 贷1002 5940.59`},
		{"E22 surcharges paid", sample{"surcharges-paid", department, "surcharges=356.44", "payment=treasury", ""}, `
			F: 借2102 356.44, 贷4001 356.44
			B: 借7101 356.44, 贷6001 356.44`},

		{"E23 retained", sample{"licence-retained", institution, "net=100000.00 vat=6000.00", "taxpayer=general retainedAs=other", ""}, `
			F: 借1002 106000.00, 贷4609 100000.00, 贷2101-应交税金(销项税额) 6000.00
			B: 借8001-货币资金 106000.00, 贷6609 106000.00`},
		{"E23 month end", sample{"vat-month-end", institution, "vat=6000.00", "taxpayer=general", ""}, `
			F: 借2101-应交税金(转出未交增值税) 6000.00, 贷2101-未交税金 6000.00`},
		{"E23 tax paid", sample{"vat-paid-retained", institution, "vat=6000.00", "taxpayer=general", ""}, `
			F: 借2101-未交税金 6000.00, 贷1002 6000.00
			B: 借7201 6000.00, 贷8001-货币资金 6000.00`},

		{"E24 own data of this year, found", sample{"surplus-nominal-found", department, "nominal=1.00", "", ""}, `
			F: 借1701 1.00, 贷1902 1.00`},
		{"E24 approved", sample{"surplus-nominal-approved-this-year", department, "nominal=1.00", "use=duties", ""}, `
			F: 借1902 1.00, 贷5001 1.00`},

		{"E25 upgrade of a nominal asset", sample{"nominal-later-spending", department, "paid=120000.00", "payment=treasury", ""}, `
			F: 借1701 120000.00, 贷4001 120000.00
			B: 借7101 120000.00, 贷6001 120000.00`},

		// 2,400,000 × 25 % = 600,000; 800,000 × 25 % = 200,000.
		{"E26 reclassified", sample{"reclassified", department, "gross=600000.00 amortised=200000.00", "", ""}, `
			F: 借1701-数据资产 600000.00, 借1702-软件 200000.00, 贷1701-软件 600000.00, 贷1702-数据资产 200000.00`},
	} {
		t.Run(c.name, func(t *testing.T) { requireEntries(t, c.want, c.of.post(t)) })
	}
}

// E1, E10, E16, E21 and E25 by the month. E16: 10,000 ÷ 36 = 277.78 (35×), 35 ×
// 277.78 = 9,722.30, last 277.70. E25: 120,001.00 ÷ 40 = 3,000.03 (39×), 39 × 3,000.03
// = 117,001.17, last 2,999.83.
func TestWorkedSchedules(t *testing.T) {
	for _, c := range []struct {
		name, cost  string
		months      int
		each, final string
	}{
		{"E1", "126000.00", 60, "2100.00", "2100.00"},
		{"E10", "60000.00", 48, "1250.00", "1250.00"},
		{"E12", "240000.00", 60, "4000.00", "4000.00"},
		{"E16", "10000.00", 36, "277.78", "277.70"},
		{"E21", "48000.00", 48, "1000.00", "1000.00"},
		{"E25", "120001.00", 40, "3000.03", "2999.83"},
	} {
		s, err := accounting.StraightLine(money.MustParse(c.cost).Decimal(), calendar.MustDate(2026, 3, 16), c.months)
		require.NoError(t, err)
		assert.Equal(t, c.each, s.Amount(0).String(), c.name)
		assert.Equal(t, c.final, s.Amount(c.months-1).String(), c.name)
		assert.Equal(t, "2026-03", s.Period(0).String(), "%s: from the month of acquisition on (P7)", c.name)
	}
}

// The examples through a journal: the cards stand at what they should, and the
// months take what the examples say. E25: nominal 1.00 and 120,000.00 on it, 40
// months from 2026-03: 3,000.03.
func TestNominalUpgradeInJournal(t *testing.T) {
	j := accounting.NewJournal()
	post := func(id string, s sample, months int) {
		e := s.event(t)
		e.ID = id
		if months > 0 {
			e.Parts[0].Terms.Months = months
		}
		all, err := government.Events().Chain(e)
		require.NoError(t, err)
		require.NoError(t, j.Post(j.Revision(), all...))
	}
	post("PY-1", sample{"surplus-nominal-found", department, "nominal=1.00", "", "2025-06-30"}, 0)
	run := accounting.Run{
		Table: government.Events(), Kind: government.Amortised, Month: calendar.MustMonth(2025, 7), Entity: department,
	}
	p, err := j.Propose(run)
	require.NoError(t, err)
	require.Empty(t, p.Postings, "nothing of a nominal amount is amortised")
	post("PY-2", sample{"surplus-nominal-approved", department, "nominal=1.00", "", "2025-08-20"}, 0)
	post("UP-1", sample{"nominal-later-spending", department, "paid=120000.00", "payment=treasury", "2026-03-16"}, 40)
	card, ok := j.Card("JT-01")
	require.True(t, ok)
	require.Equal(t, "120001.00", card.Cost.String())
	require.Equal(t, government.Held, card.State)
	run.Month = calendar.MustMonth(2026, 3)
	p, err = j.Propose(run)
	require.NoError(t, err)
	require.Len(t, p.Postings, 1)
	requireEntries(t, "F: 借5001 3000.03, 贷1702 3000.03", p.Postings)
	require.Equal(t, "2999.83", card.Schedule().Amount(39).String())
}

// An asset that is sold cannot be written off, one at cost does not leave nominal
// amount, and a surplus is not approved twice: the journal refuses the whole.
func TestIllegalOrders(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []sample
	}{
		{"sold, then written off", []sample{
			{"purchase", department, "cost=100.00", "payment=bank", ""},
			{"sale", department, "gross=100.00", "", ""},
			{"written-off", department, "gross=100.00", "", ""},
		}},
		{"at cost, then nominal to cost", []sample{
			{"purchase", department, "cost=100.00", "payment=bank", ""},
			{"nominal-to-cost-prior-year", department, "cost=48000.00", "", ""},
		}},
		{"approved twice", []sample{
			{"surplus-found", department, "cost=100.00", "", ""},
			{"surplus-approved", department, "cost=100.00", "", ""},
			{"surplus-approved", department, "cost=100.00", "", ""},
		}},
		{"bought twice", []sample{
			{"purchase", department, "cost=100.00", "payment=bank", ""}, {"purchase", department, "cost=100.00", "payment=bank", ""},
		}},
		{"a loss approved that was never found", []sample{
			{"purchase", department, "cost=100.00", "payment=bank", ""}, {"loss-approved", department, "gross=100.00", "", ""},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := accounting.NewJournal()
			for i, s := range c.events {
				e := s.event(t)
				e.ID = string(rune('A' + i))
				all, err := government.Events().Chain(e)
				require.NoError(t, err)
				before := j.Revision()
				err = j.Post(before, all...)
				if i < len(c.events)-1 {
					require.NoError(t, err)
					continue
				}
				require.Error(t, err)
				require.Equal(t, before, j.Revision(), "nothing half-applied")
			}
		})
	}
}

// What the table refuses, and by which clause.
func TestEventsRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		of   sample
		want string
	}{
		{"E19: 1,000.00 is an asset", sample{"purchase-small", department, "cost=1000.00 unitPrice=1000.00", "payment=treasury bulk=no use=duties", ""}, "below 1,000.00"},
		{"E19: in bulk", sample{"purchase-small", department, "cost=999.00 unitPrice=9.99", "payment=treasury bulk=yes use=duties", ""}, "not bought in bulk"},
		{"P15: a department keeps no revenue", sample{"licence-retained", department, "net=100.00", "taxpayer=small retainedAs=other", ""}, "a unit that has such events"},
		{"P15: nor does one under administrative rules", sample{"licence-retained", rule.CivilServiceInstitution, "net=100.00", "taxpayer=small retainedAs=other financialRules=administrative", ""}, "an institution"},
		{"a department does not invest", sample{"invested", department, "gross=100.00 value=100.00", "payment=bank", ""}, "a unit that has such events"},
		{"3.4: carrying amount of nothing", sample{"transfer-in", department, "gross=100.00 amortised=100.00", "payment=bank", ""}, "above nothing"},
		{"3.5: boot below the costs", sample{"exchange-boot-received", department, "gross=9.00 value=9.00 boot=1.00 costs=2.00", "", ""}, "not below the costs"},
		{"3.8: remitted below nothing", sample{"sale-remitted", department, "proceeds=1.00 costs=2.00", "", ""}, "not below the costs"},
		{"VAT apart for a small-scale taxpayer", sample{"purchase-general-vat", institution, "cost=1.00 vat=0.06", "payment=bank taxpayer=small certified=yes", ""}, "a general taxpayer"},
		{"zero-balance account after its end", sample{"purchase", department, "cost=1.00", "payment=zeroBalance", "2022-09-21"}, "an account for the funds"},
		{"5101 of a department", sample{"amortised", department, "current=1.00", "use=management", ""}, "an account for the expense"},
		{"a civil-service institution that does not say its rules", sample{"purchase", rule.CivilServiceInstitution, "cost=1.00", "payment=bank", ""}, "an account for the spending"},
		{"tidying before Interpretation 4", sample{"tidying-expensed", department, "cash=1.00", "payment=bank use=duties", "2021-12-31"}, "a day in"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := government.Events().Post(c.of.event(t))
			require.ErrorContains(t, err, c.want)
		})
	}
	for _, by := range []struct {
		rules, account string
	}{{"administrative", "7101"}, {"institution", "7201"}} {
		p := sample{"purchase", rule.CivilServiceInstitution, "cost=1.00", "payment=bank financialRules=" + by.rules, ""}.post(t)
		requireEntries(t, "F: 借1701 1.00, 贷1002 1.00\nB: 借"+by.account+" 1.00, 贷8001-货币资金 1.00", p)
	}
	p := sample{"purchase", department, "cost=1.00", "payment=zeroBalance", "2022-09-20"}.post(t)
	requireEntries(t, "F: 借1701 1.00, 贷1011 1.00\nB: 借7101 1.00, 贷8001-零余额账户用款额度 1.00", p)
}
