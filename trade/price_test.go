package trade_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/trade"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func ratio(s string) money.Ratio { return money.MustParseRatio(s) }

func priceCase() trade.PriceCase {
	return trade.PriceCase{
		ID: "DJ-1", Grantor: "自治区人民政府", Operator: "运营机构甲", List: trade.LocalList, Survey: record.Some[int64](2027),
		From: day("2027-01-01"), To: day("2029-12-31"),
		Costs:   []trade.Cost{{Kind: "platform", Amount: yuan("1000000.00")}, {Kind: "people", Amount: yuan("434567.89")}},
		Subsidy: yuan("200000.00"), BondYear: record.Some[int64](2026), Yield: ratio("0.0175"), Points: ratio("0.06"), Taxes: yuan("30000.00"),
		Products: []trade.RatedProduct{{ID: "CP-1", Title: "路况查询", Unit: trade.PerCall, Ceiling: yuan("1.30"), Reported: day("2027-02-10"), Rate: yuan("1.20"), Volume: record.Some[int64](1_045_783)}},
	}
}

// 1,000,000.00 + 434,567.89 − 200,000.00 = 1,234,567.89; × (1.75 % + 6 %) =
// 95,679.011475, so 95,679.01; + 30,000.00 taxes = 1,360,246.90.
func TestMaximum(t *testing.T) {
	m, err := priceCase().Maximum()
	require.NoError(t, err)
	assert.Equal(t, yuan("1234567.89"), m.Cost)
	assert.Equal(t, ratio("0.0775"), m.Rate)
	assert.Equal(t, yuan("95679.01"), m.Profit)
	assert.Equal(t, yuan("1360246.90"), m.Amount)
	assert.Equal(t, []string{
		"经营成本（扣除政府补助）1234567.89 元。", "准许利润 1234567.89 × 7.7500% = 95679.01 元。",
		"税金 30000.00 元；扣减以前周期超收 0.00 元。", "最高准许收入 1360246.90 元（发改价格〔2025〕65号 三(一)）。",
	}, m.Explain(rule.Chinese))
	assert.Contains(t, strings.Join(m.Explain(rule.English), "\n"), "Permitted profit: 1234567.89 × 7.7500% = 95679.01 yuan.")

	c := priceCase()
	c.Deduct = yuan("60246.90")
	m, err = c.Maximum()
	require.NoError(t, err)
	assert.Equal(t, yuan("1300000.00"), m.Amount)
	c.Deduct = yuan("1360247.00") // ten fen more than there is
	m, err = c.Maximum()
	require.NoError(t, err)
	assert.Equal(t, "0.00 1360246.90 0.10", m.Amount.String()+" "+m.Deducted.String()+" "+m.Left.String())
}

func TestMaximumRefuses(t *testing.T) {
	for path, change := range map[string]func(*trade.PriceCase){
		"/costs":          func(c *trade.PriceCase) { c.Costs = nil },
		"/costs/1/amount": func(c *trade.PriceCase) { c.Costs[1].Amount = money.Amount{} },
		"/points":         func(c *trade.PriceCase) { c.Points = ratio("-0.01") },
		"/subsidy":        func(c *trade.PriceCase) { c.Subsidy = yuan("1434567.90") },
		"/taxes":          func(c *trade.PriceCase) { c.Taxes = yuan("-0.01") },
	} {
		c := priceCase()
		change(&c)
		_, err := c.Maximum()
		var fault *trade.PriceError
		require.ErrorAs(t, err, &fault, path)
		assert.Equal(t, path, fault.Path)
		assert.NotEmpty(t, fault.Want.ZH)
		assert.Contains(t, err.Error(), path)
	}
	c := priceCase()
	c.Costs = []trade.Cost{{Kind: "people", Amount: yuan("999999999999999.99")}, {Kind: "people", Amount: yuan("0.01")}}
	_, err := c.Maximum()
	require.ErrorIs(t, err, money.ErrRange)
}

// 65号 四: deviation of 10 % at most, rates; above it, ceilings; exact at 10 %.
func TestDeviate(t *testing.T) {
	for _, c := range []struct {
		actual, maximum string
		act             trade.Act
		ratio           string
	}{
		{"1000000.00", "1000000.00", trade.NoAct, "0"},
		{"1000000.01", "1000000.00", trade.AdjustRates, "0.00000001"},
		{"1100000.00", "1000000.00", trade.AdjustRates, "0.1"},
		{"1100000.01", "1000000.00", trade.AdjustCeilings, "0.10000001"},
		{"900000.00", "1000000.00", trade.AdjustRates, "0.1"},
		{"899999.99", "1000000.00", trade.AdjustCeilings, "0.10000001"},
		{"0.00", "1000000.00", trade.AdjustCeilings, "1"},
		{"1.11", "1.01", trade.AdjustRates, "0.0990099"}, // 0.10 ÷ 1.01 < 10 %
		{"1.12", "1.01", trade.AdjustCeilings, "0.10891089"},
		{"999999999999999.99", "909090909090909.09", trade.AdjustRates, "0.1"},    // a tenth is 90909090909090.909, the deviation ….90
		{"999999999999999.99", "909090909090909.08", trade.AdjustCeilings, "0.1"}, // the deviation is ….91: the ratio is for reading only
	} {
		d, err := trade.Deviate(yuan(c.actual), yuan(c.maximum))
		require.NoError(t, err)
		assert.Equal(t, c.act, d.Act, "%s of %s", c.actual, c.maximum)
		assert.Equal(t, ratio(c.ratio), d.Ratio, "%s of %s", c.actual, c.maximum)
		assert.Contains(t, d.Text().ZH, c.actual)
		assert.NotEmpty(t, d.Text().EN)
	}
	far, err := trade.Deviate(yuan("10000.01"), yuan("0.01"))
	require.NoError(t, err)
	assert.Equal(t, trade.AdjustCeilings, far.Act)
	assert.False(t, far.Ratio.Present(), "a million times the maximum")
	for _, c := range [][2]money.Amount{{yuan("1.00"), yuan("0.00")}, {yuan("1.00"), {}}, {{}, yuan("1.00")}, {yuan("-0.01"), yuan("1.00")}} {
		_, err := trade.Deviate(c[0], c[1])
		require.Error(t, err)
	}
}

// Excess of 100,000.00 on 1,000,000.00 is 10 %, not large: deducted at once. A fen
// more is large: 100,000.01 in three parts, 33,333.33 each, the first with 2 fen more.
func TestDeductions(t *testing.T) {
	for _, c := range []struct {
		excess trade.Excess
		actual string
		want   string
	}{
		{trade.Excess{}, "1100000.00", "[100000.00]"},
		{trade.Excess{}, "1100000.01", "[33333.35 33333.33 33333.33]"},
		{trade.Excess{Periods: 2}, "1100000.01", "[50000.01 50000.00]"},
		{trade.Excess{Large: ratio("0.2")}, "1200000.00", "[200000.00]"},
		{trade.Excess{Large: ratio("0")}, "1000000.03", "[0.01 0.01 0.01]"},
		{trade.Excess{}, "999999.99", "[]"},
		{trade.Excess{}, "1000000.00", "[]"},
	} {
		got, err := c.excess.Deductions(yuan(c.actual), yuan("1000000.00"))
		require.NoError(t, err)
		assert.Equal(t, c.want, fmt.Sprint(got))
	}
	_, err := trade.Excess{Periods: 11}.Deductions(yuan("2.00"), yuan("1.00"))
	require.Error(t, err)
	rapid.Check(t, func(t *rapid.T) {
		maximum := rapid.Int64Range(1, 1_000_000).Draw(t, "maximum")
		over := rapid.Int64Range(1, 1_000_000).Draw(t, "over")
		a, err := money.Fen(maximum + over)
		require.NoError(t, err)
		m, err := money.Fen(maximum)
		require.NoError(t, err)
		parts, err := trade.Excess{Periods: rapid.IntRange(1, 10).Draw(t, "periods")}.Deductions(a, m)
		require.NoError(t, err)
		sum, err := money.Sum(parts...)
		require.NoError(t, err)
		require.Equal(t, over, sum.Fen())
	})
}

func TestPriceRules(t *testing.T) {
	type C = *trade.PriceCase
	all := map[rule.ID]bool{}
	for _, r := range trade.PriceRules().Rules() {
		all[r.ID] = true
	}
	for _, c := range []struct {
		rule   rule.ID
		change func(C)
		want   rule.State
		path   string
	}{
		{"trade.rate-at-most-six-points", func(C) {}, rule.Met, ""},
		{"trade.rate-at-most-six-points", func(c C) { c.Points = ratio("0.06000001") }, rule.NotMet, "/points"},
		{"trade.rate-at-most-six-points", func(c C) { c.Points = money.Ratio{} }, rule.Unknown, ""},
		{"trade.yield-of-year-before", func(C) {}, rule.Met, ""},
		{"trade.yield-of-year-before", func(c C) { c.BondYear = record.Some[int64](2027) }, rule.NotMet, "/bondYear"},
		{"trade.yield-of-year-before", func(c C) { c.BondYear = record.Opt[int64]{} }, rule.Unknown, ""},
		{"trade.review-at-most-three-years", func(C) {}, rule.Met, ""}, // 2027-01-01 … 2029-12-31
		{"trade.review-at-most-three-years", func(c C) { c.To = day("2030-01-01") }, rule.NotMet, "/to"},
		{"trade.review-at-most-three-years", func(c C) { c.To = calendar.Date{} }, rule.Unknown, ""},
		{"trade.rates-within-ceilings", func(c C) { c.Products[0].Rate = yuan("1.30") }, rule.Met, ""},
		{"trade.rates-within-ceilings", func(c C) { c.Products[0].Rate = yuan("1.31") }, rule.NotMet, "/products/0/rate"},
		{"trade.rates-within-ceilings", func(c C) { c.Products = nil }, rule.NotApplicable, ""},
		// 1.30 × 1,045,783 = 1,359,517.90; × 1,046,344 = 1,360,247.20 > 1,360,246.90.
		{"trade.ceilings-within-maximum", func(C) {}, rule.Met, ""},
		{"trade.ceilings-within-maximum", func(c C) { c.Products[0].Volume = record.Some[int64](1_046_344) }, rule.NotMet, "/products"},
		{"trade.ceilings-within-maximum", func(c C) { c.Products[0].Volume = record.Opt[int64]{} }, rule.Unknown, ""},
		{"trade.ceilings-within-maximum", func(c C) { c.Costs = nil }, rule.Unknown, ""},
		{"trade.ceilings-within-maximum", func(c C) { c.Products = nil }, rule.NotApplicable, ""},
		{"trade.ceilings-reported", func(C) {}, rule.Met, ""},
		{"trade.ceilings-reported", func(c C) { c.Products[0].Reported = calendar.Date{} }, rule.NotMet, "/products/0/reportedOn"},
		{"trade.ceilings-reported", func(c C) { c.Products = nil }, rule.NotApplicable, ""},
	} {
		p := priceCase()
		c.change(&p)
		report := trade.PriceRules().Explain(p, rule.Context{At: day("2027-12-31")})
		for _, o := range report.Outcomes {
			if o.Rule == c.rule {
				assert.Equal(t, c.want, o.State, "%s %s", c.rule, c.path)
			}
		}
		for _, f := range report.Findings {
			if f.Rule == c.rule {
				assert.Equal(t, c.path, f.Path)
				assert.NotEmpty(t, f.Message.EN)
			}
		}
		delete(all, c.rule)
	}
	assert.Empty(t, all, "rules without a case")
}

// The notice on prices, part by part, and what carries it.
func TestPriceNoticeIsCovered(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "testdata", "coverage", "price-p65.txt"))
	require.NoError(t, err)
	carried := map[string]bool{}
	c := trade.Catalogue()
	for _, r := range c.Rules {
		carried["rule "+string(r.ID)] = true
	}
	for _, d := range c.Duties {
		carried["duty "+string(d.ID)] = true
	}
	for _, i := range c.Items {
		carried[string(i.Kind)+" "+string(i.ID)] = true
	}
	for _, d := range trade.Definitions() {
		for _, f := range d.Fields {
			if len(f.Basis) > 0 {
				carried["field "+d.Name+"."+f.Key] = true
			}
		}
	}
	rows := 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, cells, 3, line)
		rows++
		if reason, ok := strings.CutPrefix(cells[2], "reason: "); ok {
			assert.Greater(t, len(reason), 10, line)
			continue
		}
		for _, by := range strings.Split(cells[2], ", ") {
			assert.True(t, carried[by], "%s %s: no %s", cells[0], cells[1], by)
		}
	}
	assert.Equal(t, 24, rows)
	require.NoError(t, c.Check())
	assert.Len(t, trade.ReportContents(), 6)
}

// 2026-12-31 + 3 months is 2027-03-31, a date that does not roll; the others have
// an addressee and no date.
func TestDuties(t *testing.T) {
	c, err := calendar.China(calendar.Guangxi)
	require.NoError(t, err)
	for _, d := range trade.Catalogue().Duties {
		assert.NotEmpty(t, d.Addressee.ZH, d.ID)
		assert.NotEmpty(t, d.Owed, d.ID)
		if d.ID != trade.DutyReport {
			assert.True(t, d.Term.IsPromptly(), d.ID)
			continue
		}
		assert.Equal(t, []calendar.Date{day("2025-12-31")}, d.Trigger.Dates(day("2025-03-01"), day("2025-12-31")))
		due, err := c.Due(day("2025-12-31"), d.Term)
		require.NoError(t, err)
		assert.Equal(t, day("2026-03-31"), due.Date)
	}
}

// The samples are clean and round-trip.
func TestRecords(t *testing.T) {
	roundTrip(t, trade.Supplies())
	roundTrip(t, trade.PriceCases())
	roundTrip(t, trade.Disclosures())
}

func roundTrip[T any](t *testing.T, table *record.Table[T]) {
	t.Helper()
	v := table.Sample()
	report := table.Validate(&v, record.Options{})
	assert.True(t, report.Clean(), "%s: %v", table.Definition().Name, report.Findings)
	b, err := table.Encode(&v)
	require.NoError(t, err)
	back, report, err := table.Decode(b)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Equal(t, v, back)
}

func FuzzSupply(f *testing.F) { fuzz(f, trade.Supplies()) }

func FuzzPriceCase(f *testing.F) { fuzz(f, trade.PriceCases()) }

func fuzz[T any](f *testing.F, table *record.Table[T]) {
	v := table.Sample()
	b, err := table.Encode(&v)
	require.NoError(f, err)
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		v, report, err := table.Decode(b)
		if err != nil || report.Err() != nil {
			return
		}
		again, err := table.Encode(&v)
		require.NoError(t, err)
		back, report, err := table.Decode(again)
		require.NoError(t, err)
		require.NoError(t, report.Err())
		require.Equal(t, v, back)
	})
}

// 1,500,000.00 of 1,360,246.90 is 139,753.10 over, above 10 % (136,024.69): the
// ceilings. Profit 1,500,000.00 − 1,300,000.00 − 30,000.00 = 170,000.00.
func TestYearReport(t *testing.T) {
	c := priceCase()
	c.Products[0].Actual = yuan("1500000.00")
	r, err := c.Report(2027, yuan("1300000.00"), yuan("30000.00"))
	require.NoError(t, err)
	assert.Equal(t, []string{
		"2027 年经营成本 1300000.00 元，税金 30000.00 元。", "实际收入 1500000.00 元，利润 170000.00 元。", "路况查询：数量 1045783，收入 1500000.00 元。",
		"实际收入 1500000.00 元，最高准许收入 1360246.90 元，偏差 139753.10 元：超过10%，由授权主体调整上限收费标准（65号 四）。",
	}, r.Lines(rule.Chinese))
	assert.Contains(t, r.Lines(rule.English)[3], "above 10 %, so the grantor adjusts the ceilings")
	c.Products[0].Actual = money.Amount{}
	_, err = c.Report(2027, yuan("1.00"), yuan("0.00"))
	var fault *trade.PriceError
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "/products/0/actual", fault.Path)
	c.Products, c.Costs = nil, nil
	_, err = c.Report(2027, yuan("1.00"), yuan("0.00"))
	require.ErrorAs(t, err, &fault)
}
