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

func ids(r rule.Report) (all []rule.ID) {
	for _, f := range r.Findings {
		all = append(all, f.Rule)
	}
	return all
}

// What may measure an asset when it is first booked: 财会〔2018〕34号 一(五),
// GX-4.4.4, P28.
func TestBookingRules(t *testing.T) {
	why := government.Statements{NoVoucher: "无", NoAppraisal: "无", NoReplacement: "无", Reason: "自行形成"}
	income := government.Evidence{Appraised: yuan("60000.00"), Ordered: true, Method: government.IncomeMethod}
	for _, c := range []struct {
		name string
		of   government.FirstBooking
		want []rule.ID
	}{
		{"nominal surplus", government.FirstBooking{How: government.SurplusOfTime, Nominal: true, Booked: money.Nominal(), Why: why}, nil},
		{"nominal without statements", government.FirstBooking{How: government.SurplusOfTime, Nominal: true, Booked: money.Nominal()}, []rule.ID{"government.nominal-has-statements"}},
		{"nominal purchase", government.FirstBooking{How: government.Bought, Nominal: true, Booked: money.Nominal(), Why: why}, []rule.ID{"government.nominal-only-where-open"}},
		{"nominal transfer", government.FirstBooking{How: government.TransferredIn, Nominal: true, Booked: money.Nominal(), Why: why}, nil},
		{"income method, booked by it", government.FirstBooking{How: government.SurplusOfTime, Booked: yuan("60000.00"), Evidence: income}, []rule.ID{"government.no-income-method", "government.no-inflating"}},
		{"income method lets through, still a finding", government.FirstBooking{
			How: government.SurplusOfTime, Booked: yuan("60000.00"), Evidence: income, Policy: government.Policy{Appraisal: government.AnyMethod},
		}, []rule.ID{"government.no-income-method"}},
		{"cost method by order", government.FirstBooking{How: government.SurplusOfTime, Booked: yuan("6.00"), Evidence: government.Evidence{Appraised: yuan("6.00"), Ordered: true, Method: government.CostMethod}}, nil},
		{"a fen above the voucher", government.FirstBooking{How: government.Bought, Booked: yuan("100.01"), Evidence: government.Evidence{Voucher: yuan("100.00")}}, []rule.ID{"government.no-inflating"}},
		{"bought, by an appraisal", government.FirstBooking{How: government.Bought, Booked: yuan("9.00"), Evidence: government.Evidence{Appraised: yuan("9.00"), Ordered: true}}, []rule.ID{"government.no-inflating"}},
		{"tidying capitalised", government.FirstBooking{How: government.Tidied, Booked: yuan("9.00")}, []rule.ID{"government.tidying-is-expensed"}},
		{"tidying expensed", government.FirstBooking{How: government.Tidied, Booked: yuan("0.00")}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.of.Asset, c.of.On = "JT-01", calendar.MustDate(2025, 6, 30)
			assert.Equal(t, c.want, ids(government.BookingRules().Review(c.of, rule.Context{At: c.of.On})))
		})
	}
}

// 财会〔2016〕12号 第16、18、20条: what is never amortised.
func TestAmortisationRules(t *testing.T) {
	month := calendar.MustMonth(2026, 3)
	cost := accounting.Terms{Measured: accounting.AtCost, Months: 12, From: month}
	for _, c := range []struct {
		name string
		of   government.Amortising
		want []rule.ID
	}{
		{"at cost", government.Amortising{Terms: cost, Cost: yuan("12.00"), Amortised: yuan("11.00"), Amount: yuan("1.00")}, nil},
		{"past cost", government.Amortising{Terms: cost, Cost: yuan("12.00"), Amortised: yuan("11.00"), Amount: yuan("1.01")}, []rule.ID{"government.not-past-cost"}},
		{"fully amortised", government.Amortising{Terms: cost, Cost: yuan("12.00"), Amortised: yuan("12.00"), Amount: yuan("0.01")}, []rule.ID{"government.not-past-cost"}},
		{"nominal", government.Amortising{Terms: accounting.Terms{Measured: accounting.AtNominal}, Cost: yuan("1.00"), Amount: yuan("0.01")}, []rule.ID{"government.nominal-not-amortised"}},
		{"nominal, nothing", government.Amortising{Terms: accounting.Terms{Measured: accounting.AtNominal}, Cost: yuan("1.00")}, nil},
		{"indefinite", government.Amortising{Terms: accounting.Terms{Measured: accounting.AtCost, Indefinite: true}, Cost: yuan("1.00"), Amount: yuan("0.01")}, []rule.ID{"government.indefinite-not-amortised"}},
		{"residual value", government.Amortising{Terms: accounting.Terms{Measured: accounting.AtCost, Months: 12, From: month, Residual: yuan("1.00")}, Cost: yuan("12.00"), Amount: yuan("1.00")}, []rule.ID{"government.no-residual"}},
	} {
		c.of.Asset, c.of.Month = "JT-01", month
		assert.Equal(t, c.want, ids(government.AmortisationRules().Review(c.of, rule.Context{At: month.Last()})), c.name)
	}
}

// GX-4.4.6: every kind of change, booked by its event, not booked, and booked by
// another.
func TestChangeRules(t *testing.T) {
	noted := map[government.ChangeKind]rule.ID{
		government.ChangeLife: "", government.ChangeAppraisal: "government.no-revaluation",
		government.ChangeMarket: "government.no-revaluation", government.ChangeImpaired: "government.no-impairment",
	}
	on, at := calendar.MustDate(2026, 3, 1), rule.Context{At: calendar.MustDate(2026, 12, 31)}
	for _, kind := range government.ChangeKinds() {
		refused, only := noted[kind]
		events := kind.Bookable()
		assert.NotEmpty(t, kind.Title().ZH, kind)
		assert.Equal(t, only, len(events) == 0, "%s", kind)
		for _, id := range events {
			_, ok := government.Events().Type(id)
			assert.True(t, ok, "%s: no event %s", kind, id)
			assert.Empty(t, ids(government.ChangeRules().Review(government.Change{Asset: "A", Kind: kind, On: on, Booked: id}, at)), "%s by %s", kind, id)
		}
		got := ids(government.ChangeRules().Review(government.Change{Asset: "A", Kind: kind, On: on}, at))
		if only {
			assert.Empty(t, got, "%s is only noted", kind)
		} else {
			assert.Equal(t, []rule.ID{"government.adjusted-in-time"}, got, "%s is not booked", kind)
		}
		got = ids(government.ChangeRules().Review(government.Change{Asset: "A", Kind: kind, On: on, Booked: "government.purchase"}, at))
		switch {
		case refused != "":
			assert.Equal(t, []rule.ID{refused}, got, kind)
		case !only:
			assert.Equal(t, []rule.ID{"government.adjusted-in-time"}, got, "%s by another event", kind)
		}
	}
	assert.Empty(t, ids(government.ChangeRules().Review(government.Change{Asset: "A", Kind: government.ChangeLost, On: at.At.AddDays(1)}, at)), "not yet happened")
}

// The checklist of a year's end, item by item: each alone is found.
func TestYearEnd(t *testing.T) {
	clean := func() government.YearEnd {
		return government.YearEnd{
			Year: 2026, Balances: map[string]money.Amount{"1701": yuan("9.00")}, Details: map[string]money.Amount{},
			Stocktaken: calendar.MustDate(2026, 11, 2), Assessed: calendar.MustDate(2026, 12, 30),
		}
	}
	at := rule.Context{At: calendar.MustDate(2026, 12, 31)}
	require.Empty(t, ids(government.YearEndRules().Review(clean(), at)))
	for _, c := range []struct {
		want rule.ID
		make func(*government.YearEnd)
	}{
		{"government.year-end-pending-cleared", func(y *government.YearEnd) { y.Balances["1902"] = yuan("-1.00") }},
		{"government.year-end-treasury-cleared", func(y *government.YearEnd) { y.Balances["2103"] = yuan("1.00") }},
		{"government.year-end-transfers-closed", func(y *government.YearEnd) { y.Balances["3401"] = yuan("1.00") }},
		{"government.year-end-adjustments-closed", func(y *government.YearEnd) { y.Balances["3501"] = yuan("1.00") }},
		{"government.year-end-surplus-closed", func(y *government.YearEnd) { y.Balances["3302"] = yuan("1.00") }},
		{"government.year-end-results-closed", func(y *government.YearEnd) { y.Balances["7901"] = yuan("1.00") }},
		{"government.year-end-research-expensed", func(y *government.YearEnd) { y.Details["1703-研究支出"] = yuan("1.00") }},
		{"government.year-end-development-assessed", func(y *government.YearEnd) {
			y.Balances["1703"], y.Assessed = yuan("1.00"), calendar.MustDate(2025, 12, 30)
		}},
		{"government.year-end-stocktake", func(y *government.YearEnd) { y.Stocktaken = calendar.Date{} }},
	} {
		y := clean()
		c.make(&y)
		got := government.YearEndRules().Review(y, at)
		assert.Equal(t, []rule.ID{c.want}, ids(got))
		for _, f := range got.Findings {
			assert.NotEmpty(t, f.Message.ZH)
			assert.NotEmpty(t, f.Fix.EN)
		}
	}
}

// What an account is closed to, by its description in the system: revenue and expenses
// to 3301, that to 3302, that, transfers and corrections to 3001, the budget's to its
// own balances; 1902 is written off once approved, 2103 remitted.
func TestYearEndSaysHow(t *testing.T) {
	for code, want := range map[string]string{
		"1902": "核销|转销", "2103": "缴清", "3301": "3302", "3302": "3001", "3401": "3001", "3501": "3001",
		"4001": "3301", "4605": "3301", "5001": "3301", "6101": "预算结转结余", "6609": "预算结转结余", "7901": "预算结转结余",
	} {
		y := government.YearEnd{
			Year: 2026, Balances: map[string]money.Amount{code: yuan("1.00")},
			Stocktaken: calendar.MustDate(2026, 11, 2), Assessed: calendar.MustDate(2026, 12, 30),
		}
		found := government.YearEndRules().Review(y, rule.Context{At: calendar.MustDate(2026, 12, 31)}).Findings
		require.Len(t, found, 1, code)
		assert.Regexp(t, want, found[0].Fix.ZH, code)
		assert.Equal(t, "/balances/"+code, found[0].Path)
	}
}

// Research that was not expensed, a receipt that was not remitted and a transfer
// that was not closed, read from a journal: 45,000.00 in 1703-研究支出, 145,000.00 in
// 2103, 1.00 in 3401.
func TestYearEndOfJournal(t *testing.T) {
	j := accounting.NewJournal()
	for i, s := range []sample{
		{"research-spent", department, "pay=45000.00", "payment=bank", "2026-11-02"},
		{"due-to-treasury", department, "net=145000.00", "", "2026-11-03"},
		{"transfer-in-nominal", department, "", "payment=bank", "2026-11-04"},
		{"research-expensed", department, "balance=45000.00", "use=duties", "2027-01-05"}, // too late for the year
	} {
		e := s.event(t)
		e.ID = string(rune('a' + i))
		e.Parts[0].Asset = []string{"A", "B", "C", "A"}[i]
		all, err := government.Events().Chain(e)
		require.NoError(t, err)
		require.NoError(t, j.Post(j.Revision(), all...))
	}
	y, err := government.YearEndOf(j, government.Chart(), 2026)
	require.NoError(t, err)
	require.Equal(t, "45000.00", y.Details["1703-研究支出"].String())
	got := ids(government.YearEndRules().Review(y, rule.Context{At: calendar.MustDate(2026, 12, 31)}))
	assert.ElementsMatch(t, []rule.ID{
		"government.year-end-treasury-cleared", "government.year-end-transfers-closed", "government.year-end-research-expensed",
		"government.year-end-development-assessed", "government.year-end-stocktake",
	}, got)
}
