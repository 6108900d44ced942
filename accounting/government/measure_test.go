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
	"pgregory.net/rapid"
)

func yuan(s string) money.Amount { return money.MustParse(s) }

// E6, market price 70,000: 130 % of it is 91,000.00, 70 % is 49,000.00; at exactly
// either the voucher stands (财会〔2020〕15号 一(二)). Tiers by 财会〔2016〕12号 第13条.
func TestMeasureDonation(t *testing.T) {
	for _, c := range []struct {
		name  string
		of    government.Evidence
		tier  int
		value string
	}{
		{"142.86 %", government.Evidence{Voucher: yuan("100000.00"), Market: yuan("70000.00")}, 1, "70000.00"},
		{"exactly 130 %", government.Evidence{Voucher: yuan("91000.00"), Market: yuan("70000.00")}, 1, "91000.00"},
		{"a fen above", government.Evidence{Voucher: yuan("91000.01"), Market: yuan("70000.00")}, 1, "70000.00"},
		{"exactly 70 %", government.Evidence{Voucher: yuan("49000.00"), Market: yuan("70000.00")}, 1, "49000.00"},
		{"a fen below", government.Evidence{Voucher: yuan("48999.99"), Market: yuan("70000.00")}, 1, "70000.00"},
		{"no market price", government.Evidence{Voucher: yuan("100000.00")}, 1, "100000.00"},
		{"appraised by rule", government.Evidence{Appraised: yuan("5.00"), Ordered: true, Market: yuan("7.00")}, 2, "5.00"},
		{"appraised without an order", government.Evidence{Appraised: yuan("5.00"), Market: yuan("7.00")}, 3, "7.00"},
		{"nothing", government.Evidence{}, 4, "1.00"},
		{"a voucher of 0.00 is none", government.Evidence{Voucher: yuan("0.00")}, 4, "1.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := government.MeasureDonation(c.of)
			assert.Equal(t, c.tier, m.Tier)
			assert.Equal(t, c.value, m.Value.String())
			assert.Equal(t, c.tier == 4, m.Nominal)
			assert.NotEmpty(t, m.Basis)
			assert.NotEmpty(t, m.Note.EN)
		})
	}
}

// Tiers of 财会〔2017〕25号 1601 四(四)1; an appraisal only as P28 lets it.
func TestMeasureSurplus(t *testing.T) {
	cost := government.Evidence{Appraised: yuan("60000.00"), Ordered: true, Method: government.CostMethod}
	income := government.Evidence{Appraised: yuan("60000.00"), Ordered: true, Method: government.IncomeMethod, Replaced: yuan("50000.00")}
	unordered := cost
	unordered.Ordered = false
	for _, c := range []struct {
		name   string
		policy government.Appraisal
		of     government.Evidence
		tier   int
		value  string
	}{
		{"voucher", government.CostMethodOnly, government.Evidence{Voucher: yuan("9.00"), Appraised: yuan("60000.00"), Ordered: true}, 1, "9.00"},
		{"cost method", government.CostMethodOnly, cost, 2, "60000.00"},
		{"not ordered", government.AnyMethod, unordered, 4, "1.00"},
		{"income method by default", government.CostMethodOnly, income, 3, "50000.00"},
		{"income method where any is taken", government.AnyMethod, income, 2, "60000.00"},
		{"no appraisal at all", government.NoAppraisal, cost, 4, "1.00"},
		{"replacement cost", government.CostMethodOnly, government.Evidence{Replaced: yuan("3.00")}, 3, "3.00"},
		{"market price is no tier of a surplus", government.CostMethodOnly, government.Evidence{Market: yuan("3.00")}, 4, "1.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := government.Policy{Appraisal: c.policy}.MeasureSurplus(c.of)
			assert.Equal(t, c.tier, m.Tier)
			assert.Equal(t, c.value, m.Value.String())
		})
	}
}

// E22: 600,000.00 ÷ 1.01 = 594,059.405… → 594,059.41; 600,000.00 − 594,059.41 =
// 5,940.59. 5,940.59 × 7 % ÷ 2 = 207.92065, × 3 % ÷ 2 = 89.10885, × 2 % ÷ 2 = 59.4059:
// 207.92 + 89.11 + 59.41 = 356.44. E23: 106,000.00 ÷ 1.06 = 100,000.00.
func TestTax(t *testing.T) {
	day := calendar.MustDate(2026, 3, 27)
	net, vat, err := government.DefaultTax().Split(yuan("600000.00"), "small", day)
	require.NoError(t, err)
	require.Equal(t, "594059.41 5940.59", net.String()+" "+vat.String())
	each, sum, err := government.DefaultTax().On(vat, "small", day)
	require.NoError(t, err)
	require.Equal(t, []money.Amount{yuan("207.92"), yuan("89.11"), yuan("59.41")}, each)
	require.Equal(t, "356.44", sum.String())
	net, vat, err = government.DefaultTax().Split(yuan("106000.00"), "general", day)
	require.NoError(t, err)
	require.Equal(t, "100000.00 6000.00", net.String()+" "+vat.String())
	// A general taxpayer pays the surcharges in full: 420.00 + 180.00 + 120.00.
	_, sum, err = government.DefaultTax().On(vat, "general", day)
	require.NoError(t, err)
	require.Equal(t, "720.00", sum.String())
	// No rate is guessed beyond the period of the table.
	_, _, err = government.DefaultTax().Split(yuan("1.00"), "small", calendar.MustDate(2028, 1, 1))
	require.EqualError(t, err, "government: no VAT rate for taxpayer small on 2028-01-01: want a row of Tax.Rates")
	for _, r := range government.DefaultTax().Rates {
		for _, c := range r.Basis {
			_, ok := rule.DocumentByID(c.Doc)
			assert.True(t, ok, c.Doc)
		}
	}
}

// Revenue and tax sum to what was received, whatever the amount.
func TestSplitSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gross, err := money.Fen(rapid.Int64Range(0, 99_999_999_999_999_999).Draw(t, "fen"))
		if err != nil {
			t.Fatal(err)
		}
		net, vat, err := government.DefaultTax().Split(gross, rapid.SampledFrom([]string{"small", "general"}).Draw(t, "taxpayer"), calendar.MustDate(2026, 1, 1))
		if err != nil {
			t.Fatal(err)
		}
		sum, err := net.Add(vat)
		if err != nil || sum != gross || vat.Sign() < 0 {
			t.Fatalf("%s + %s is not %s", net, vat, gross)
		}
	})
}

// P30 decides which event an error of an earlier year is.
func TestExpensedInError(t *testing.T) {
	for _, c := range []struct {
		name       string
		policy     accounting.Materiality
		of         accounting.Mistake
		unknowable bool
		want       string
	}{
		{"by nature", accounting.NatureOrAmount, accounting.Mistake{Nature: true, Effect: yuan("1.00"), Base: yuan("100.00")}, false, "error-expensed"},
		{"by amount alone, below", accounting.AmountAlone, accounting.Mistake{Nature: true, Effect: yuan("9.99"), Base: yuan("100.00")}, false, "error-expensed-current"},
		{"exactly a tenth", accounting.AmountAlone, accounting.Mistake{Effect: yuan("10.00"), Base: yuan("100.00")}, false, "error-expensed"},
		{"cannot be determined", accounting.NatureOrAmount, accounting.Mistake{Nature: true, Effect: yuan("50.00"), Base: yuan("100.00")}, true, "error-expensed-current"},
	} {
		id, judged, err := government.Policy{Materiality: c.policy}.ExpensedInError(c.of, c.unknowable)
		require.NoError(t, err, c.name)
		assert.Equal(t, rule.ID("government."+c.want), id, c.name)
		assert.NotEmpty(t, judged.Why.EN)
	}
}

func item(asset, collected string) government.Item {
	i := surplus(transport, asset).Items[0]
	if collected != "" {
		i.Collected = calendar.MustDate(2025, 3, 1)
	}
	return i
}

// P2 to P4: which own data are booked, and against what.
func TestSurplusPolicies(t *testing.T) {
	s := surplus(transport, "JT-01")
	s.Items = append(s.Items, item("JT-02", "this year"))
	for _, c := range []struct {
		name   string
		policy government.Policy
		want   string
	}{
		{"default", government.Policy{}, `
			F: 借1902 1.00, 贷3501 1.00
			F: 借3501 1.00, 贷3001 1.00
			F: 借1902 1.00, 贷5001 1.00`},
		{"straight to the surplus, other revenue", government.Policy{PriorYears: government.StraightToSurplus, ThisYear: government.AsOtherRevenue}, `
			F: 借1902 1.00, 贷3001 1.00
			F: 借1902 1.00, 贷4609 1.00`},
		{"by the sweep", government.Policy{Formed: government.BySweep}, `F: 借1902 2.00, 贷5001 2.00`},
		{"by completion, which is not known", government.Policy{Formed: government.ByCompletion}, `
			F: 借1902 2.00, 贷3501 2.00
			F: 借3501 2.00, 贷3001 2.00`},
	} {
		t.Run(c.name, func(t *testing.T) {
			all, err := c.policy.Approved(s, approval("自治区财政厅"))
			require.NoError(t, err)
			requireEntries(t, c.want, all)
			for _, p := range all {
				assert.NotEmpty(t, p.Vouchers[0].Entry().Judgement.ZH, "the choice is on the voucher")
			}
		})
	}
	for _, p := range []government.Policy{{PriorYears: government.NotForPriorYears}, {ThisYear: government.HoldPending}} {
		all, err := p.Approved(s, approval("自治区财政厅"))
		require.ErrorIs(t, err, rule.ErrNotAllowed)
		require.ErrorContains(t, err, "stay in 1902")
		require.Empty(t, all, "nothing half-booked")
	}
	inst := surplus(transport)
	inst.Unit.Entity, inst.Items = institution, []government.Item{item("SY-1", "this year")}
	inst.Items[0].Use = "management"
	all, err := government.Policy{}.Approved(inst, approval("自治区财政厅"))
	require.NoError(t, err)
	requireEntries(t, "F: 借1902 1.00, 贷5101 1.00", all)
}

// P6: where no life can be foreseen nothing is amortised, caught up or not; months
// beside it contradict it.
func TestToCostIndefinite(t *testing.T) {
	c := government.ToCost{
		ID: "TC-1", On: calendar.MustDate(2026, 9, 10), Unit: transport, Asset: "JT-01", Detail: "数据资产——公路",
		Ground: government.EarlierEvidence, Cost: yuan("48000.00"), Passed: 15, Use: "duties", Indefinite: true,
	}
	for _, p := range []government.Policy{{}, {CatchUp: government.CatchUpMonths}} {
		all, err := p.ToCost(c)
		require.NoError(t, err)
		requireEntries(t, `
			F: 借1701 47999.00, 贷3501 47999.00
			F: 借3501 47999.00, 贷3001 47999.00`, all)
		require.True(t, all[0].Terms[0].Terms.Indefinite)
		require.Zero(t, all[0].Terms[0].Terms.Months)
	}
	c.Months = 48
	_, err := government.Policy{}.ToCost(c)
	require.Error(t, err)
}

// P5 and P6. E21: 48,000 − 1 = 47,999. With catch-up: booked 2025-06, to cost in
// 2026-09, so 15 months passed and 48 remain: 48,000 ÷ 63 = 761.90; to 2025-12 seven
// months = 5,333.30, of 2026 eight = 6,095.20.
func TestToCost(t *testing.T) {
	c := government.ToCost{
		ID: "TC-1", On: calendar.MustDate(2026, 9, 10), Unit: transport, Asset: "JT-01", Detail: "数据资产——公路",
		Ground: government.EarlierEvidence, Cost: yuan("48000.00"), Months: 48, Passed: 15, Use: "duties",
	}
	all, err := government.Policy{}.ToCost(c)
	require.NoError(t, err)
	requireEntries(t, `
		F: 借1701 47999.00, 贷3501 47999.00
		F: 借3501 47999.00, 贷3001 47999.00`, all)
	require.Equal(t, 48, all[0].Terms[0].Terms.Months)
	require.Equal(t, "2026-09", all[0].Terms[0].Terms.From.String(), "from the month of the adjustment on")

	all, err = government.Policy{CatchUp: government.CatchUpMonths}.ToCost(c)
	require.NoError(t, err)
	requireEntries(t, `
		F: 借1701 47999.00, 贷3501 47999.00
		F: 借3501 47999.00, 贷3001 47999.00
		F: 借5001 6095.20, 借3501 5333.30, 贷1702 11428.50
		F: 借3001 5333.30, 贷3501 5333.30`, all)

	for ground, want := range map[government.Ground]string{
		government.ThisEvidence: "F: 借1701 47999.00, 贷5001 47999.00",
		government.NewRule:      "F: 借1701 47999.00, 贷3001 47999.00",
		government.NewSpending:  "F: 借1701 48000.00, 贷1002 48000.00\nB: 借7101 48000.00, 贷8001-货币资金 48000.00",
	} {
		c.Ground, c.Facts = ground, map[string]string{"payment": "bank"}
		all, err = government.Policy{}.ToCost(c)
		require.NoError(t, err, ground)
		requireEntries(t, want, all)
	}
	c.Ground, c.By = government.EarlierEvidence, government.CostMethod
	_, err = government.Policy{}.ToCost(c)
	require.ErrorIs(t, err, rule.ErrNotAllowed, "never by an appraisal, whatever its method")
	c.Ground, c.By = "because", ""
	_, err = government.Policy{}.ToCost(c)
	require.ErrorContains(t, err, "a ground to leave nominal amount")
}
