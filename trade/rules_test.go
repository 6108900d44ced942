package trade_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/trade"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func yuan(s string) money.Amount { return money.MustParse(s) }

// fee is an operator's product under its ceiling, sold on an exchange: it breaks no
// rule.
func fee() trade.Supply {
	return trade.Supply{
		ID: "JY-1", Assets: []string{"JT-02"}, Object: trade.Product, Public: record.Some(true), Purpose: trade.Industry, Charge: trade.Paid,
		Conditions: []trade.Condition{{Kind: "noResale", Text: "不得转售"}},
		On:         day("2026-03-27"), Supplier: "运营机构甲", Operator: "运营机构甲", Recipient: "某物流企业", RecipientKind: trade.DataEnterprise,
		Form: trade.ByCeiling, Price: yuan("1.50"), Unit: trade.PerCall, Ceiling: yuan("1.50"), Funded: yuan("0.00"),
		Venue: trade.OnExchange, Exchange: "某数据交易所", Settled: day("2026-03-31"), Disclosed: day("2026-04-01"),
	}
}

// free is the university project of a city bureau: free for public welfare, on
// conditions (sample unit U3, row 12).
func free() trade.Supply {
	return trade.Supply{
		ID: "JY-2", Assets: []string{"GL-03"}, Object: trade.Resource, Public: record.Some(true), Purpose: trade.Welfare, Charge: trade.Free,
		Conditions: []trade.Condition{{Kind: "purpose", Text: "仅用于本课题"}, {Kind: "noResale", Text: "不得转售"}, {Kind: "results", Text: "成果共享"}},
		On:         day("2026-06-10"), Supplier: "桂林市财政局", Recipient: "某高校", RecipientKind: trade.OtherUser,
	}
}

func again() trade.Supply {
	s := fee()
	s.Object, s.Supplier, s.Form, s.Ceiling = trade.Redeveloped, "数据企业乙", trade.ByMarket, money.Amount{}
	return s
}

func with(s trade.Supply, change func(*trade.Supply)) trade.Supply { change(&s); return s }

// Each rule: met, not met, not applicable, and unknown where a supply can leave it
// open.
func TestRules(t *testing.T) {
	type S = *trade.Supply
	const met, not, open, none = rule.Met, rule.NotMet, rule.Unknown, rule.NotApplicable
	all := map[rule.ID]bool{}
	for _, r := range trade.SupplyRules().Rules() {
		all[r.ID] = true
	}
	for _, c := range []struct {
		rule   rule.ID
		name   string
		supply trade.Supply
		want   rule.State
		path   string
	}{
		{"trade.free-for-public-purpose", "free", free(), met, ""},
		{"trade.free-for-public-purpose", "paid", with(free(), func(s S) { s.Charge = trade.Paid }), not, "/charge"},
		{"trade.free-for-public-purpose", "governance too", with(free(), func(s S) { s.Charge, s.Purpose = trade.Paid, trade.Governance }), not, "/charge"},
		{"trade.free-for-public-purpose", "industry", fee(), none, ""},
		{"trade.free-for-public-purpose", "own data", with(free(), func(s S) { s.Charge, s.Public = trade.Paid, record.Some(false) }), none, ""},
		{"trade.free-for-public-purpose", "not said", with(free(), func(s S) { s.Public = record.Opt[bool]{} }), open, ""},

		{"trade.industry-is-paid", "paid", fee(), met, ""},
		{"trade.industry-is-paid", "free", with(free(), func(s S) { s.Purpose = trade.Sector }), not, "/charge"},
		{"trade.industry-is-paid", "welfare", free(), none, ""},

		{"trade.use-has-conditions", "with", free(), met, ""},
		{"trade.use-has-conditions", "without", with(free(), func(s S) { s.Conditions = nil }), not, "/conditions"},
		{"trade.use-has-conditions", "the fee alone", with(fee(), func(s S) { s.Conditions = []trade.Condition{{Kind: "fee", Text: "按次付费"}} }), not, "/conditions"},
		{"trade.use-has-conditions", "own data", with(fee(), func(s S) { s.Public = record.Some(false) }), none, ""},

		{"trade.price-form-supported", "ceiling", fee(), met, ""},
		{"trade.price-form-supported", "no form", with(fee(), func(s S) { s.Form = "" }), not, "/priceForm"},
		{"trade.price-form-supported", "no ceiling", with(fee(), func(s S) { s.Ceiling = money.Amount{} }), not, "/ceiling"},
		{"trade.price-form-supported", "no agreement", with(fee(), func(s S) { s.Form = trade.ByAgreement }), not, "/contractNo"},
		{"trade.price-form-supported", "agreement", with(fee(), func(s S) { s.Form, s.Contract = trade.ByAgreement, "XY-1" }), met, ""},
		{"trade.price-form-supported", "no report", with(fee(), func(s S) { s.Form = trade.ByAppraisal }), not, "/appraisalNo"},
		{"trade.price-form-supported", "appraisal", with(fee(), func(s S) { s.Form, s.Appraisal, s.Appraised = trade.ByAppraisal, "PG-1", yuan("1.50") }), met, ""},
		{"trade.price-form-supported", "free", free(), none, ""},

		{"trade.fee-under-ceiling", "ceiling", fee(), met, ""},
		{"trade.fee-under-ceiling", "trial", with(fee(), func(s S) { s.Form = trade.ByTrial }), met, ""},
		{"trade.fee-under-ceiling", "agreed", with(fee(), func(s S) { s.Form = trade.ByAgreement }), not, "/priceForm"},
		{"trade.fee-under-ceiling", "own product", with(fee(), func(s S) { s.Public = record.Some(false) }), none, ""},
		{"trade.fee-under-ceiling", "developed again", again(), none, ""},

		{"trade.rate-within-ceiling", "at it", fee(), met, ""},
		{"trade.rate-within-ceiling", "a fen above", with(fee(), func(s S) { s.Price = yuan("1.51") }), not, "/price"},
		{"trade.rate-within-ceiling", "no price", with(fee(), func(s S) { s.Price = money.Amount{} }), open, ""},
		{"trade.rate-within-ceiling", "trial, no ceiling", with(fee(), func(s S) { s.Form, s.Ceiling = trade.ByTrial, money.Amount{} }), none, ""},

		// Operation from 2025-03-27: a full year on 2026-03-27.
		{"trade.trial-without-full-year", "a day short", with(fee(), func(s S) { s.Form, s.Began = trade.ByTrial, day("2025-03-28") }), met, ""},
		{"trade.trial-without-full-year", "a full year", with(fee(), func(s S) { s.Form, s.Began = trade.ByTrial, day("2025-03-27") }), not, "/priceForm"},
		{"trade.trial-without-full-year", "not said", with(fee(), func(s S) { s.Form = trade.ByTrial }), open, ""},
		{"trade.trial-without-full-year", "no trial", fee(), none, ""},

		{"trade.market-price-for-redeveloped", "developed again", again(), met, ""},
		{"trade.market-price-for-redeveloped", "the operator's", with(fee(), func(s S) { s.Form = trade.ByMarket }), not, "/priceForm"},
		{"trade.market-price-for-redeveloped", "own data", with(fee(), func(s S) { s.Form, s.Public = trade.ByMarket, record.Some(false) }), none, ""},
		{"trade.market-price-for-redeveloped", "ceiling", fee(), none, ""},

		{"trade.operator-does-not-redevelop", "others", again(), met, ""},
		{"trade.operator-does-not-redevelop", "itself", with(again(), func(s S) { s.Supplier = "运营机构甲" }), not, "/supplier"},
		{"trade.operator-does-not-redevelop", "not said", with(again(), func(s S) { s.Operator = "" }), open, ""},
		{"trade.operator-does-not-redevelop", "its product", fee(), none, ""},

		{"trade.on-exchange-encouraged", "on", fee(), met, ""},
		{"trade.on-exchange-encouraged", "off", with(fee(), func(s S) { s.Venue = trade.OffExchange }), not, "/venue"},
		{"trade.on-exchange-encouraged", "free", free(), none, ""},

		{"trade.off-exchange-recorded", "on", fee(), none, ""},
		{"trade.off-exchange-recorded", "off, bare", with(fee(), func(s S) { s.Venue = trade.OffExchange }), not, "/venue"},
		{"trade.off-exchange-recorded", "off, recorded", with(fee(), func(s S) { s.Venue, s.Contract, s.Delivered = trade.OffExchange, "XY-1", day("2026-03-30") }), met, ""},

		{"trade.disclosed", "disclosed", fee(), met, ""},
		{"trade.disclosed", "settled only", with(fee(), func(s S) { s.Disclosed = calendar.Date{} }), not, "/disclosedOn"},
		{"trade.disclosed", "later than the review", with(fee(), func(s S) { s.Disclosed = day("2027-01-01") }), not, "/disclosedOn"},
		{"trade.disclosed", "not settled", with(fee(), func(s S) { s.Settled = calendar.Date{} }), none, ""},

		{"trade.no-cost-on-public", "others pay their cost", fee(), met, ""},
		{"trade.no-cost-on-public", "the public pays for welfare", with(fee(), func(s S) { s.RecipientKind, s.Purpose = trade.PublicAtLarge, trade.Welfare }), not, "/recipientKind"},
		{"trade.no-cost-on-public", "paid for already", with(fee(), func(s S) { s.Funded = yuan("0.01") }), not, "/funded"},
		{"trade.no-cost-on-public", "not said", with(fee(), func(s S) { s.Funded = money.Amount{} }), open, ""},
		{"trade.no-cost-on-public", "free", free(), none, ""},
	} {
		t.Run(string(c.rule)+"/"+c.name, func(t *testing.T) {
			report := trade.SupplyRules().Explain(c.supply, rule.Context{At: day("2026-12-31")})
			var got rule.Outcome
			for _, o := range report.Outcomes {
				if o.Rule == c.rule {
					got = o
				}
			}
			require.Equal(t, c.want, got.State)
			if c.want == rule.Unknown {
				assert.NotEmpty(t, got.Settle.ZH)
				assert.NotEmpty(t, got.Settle.EN)
			}
			for _, f := range report.Findings {
				if f.Rule == c.rule {
					assert.Equal(t, c.path, f.Path)
					assert.NotEmpty(t, f.Message.ZH)
					assert.NotEmpty(t, f.Message.EN)
					assert.NotEmpty(t, f.Fix.ZH)
				}
			}
		})
		delete(all, c.rule)
	}
	assert.Empty(t, all, "rules without a case")
}

// The samples of the unit and of a fee break nothing.
func TestCleanSupplies(t *testing.T) {
	for _, s := range []trade.Supply{fee(), free(), again()} {
		report := trade.SupplyRules().Review(s, rule.Context{At: day("2026-12-31")})
		assert.True(t, report.Clean(), "%s: %v", s.ID, report.Findings)
	}
}

// The notice on prices holds from 2025-03-01 on, the specifications from that day to
// 2030-02-28; the plan's own sentences have no such edge here.
func TestPeriods(t *testing.T) {
	dear := with(fee(), func(s *trade.Supply) { s.Price = yuan("1.51") })
	itself := with(again(), func(s *trade.Supply) { s.Supplier = "运营机构甲" })
	for _, c := range []struct {
		rule   rule.ID
		supply trade.Supply
		on     string
		found  bool
	}{
		{"trade.rate-within-ceiling", dear, "2025-02-28", false},
		{"trade.rate-within-ceiling", dear, "2025-03-01", true},
		{"trade.rate-within-ceiling", dear, "2031-01-01", true},
		{"trade.operator-does-not-redevelop", itself, "2025-02-28", false},
		{"trade.operator-does-not-redevelop", itself, "2025-03-01", true},
		{"trade.operator-does-not-redevelop", itself, "2030-02-28", true},
		{"trade.operator-does-not-redevelop", itself, "2030-03-01", false},
	} {
		s := with(c.supply, func(s *trade.Supply) { s.On = day(c.on) })
		assert.Equal(t, c.found, trade.SupplyRules().Review(s, rule.Context{At: day("2031-12-31")}).Has(c.rule), "%s %s", c.rule, c.on)
	}
	c := priceCase()
	c.Points = ratio("0.07")
	for on, found := range map[string]bool{"2025-02-28": false, "2025-03-01": true} {
		c.From = day(on)
		assert.Equal(t, found, trade.PriceRules().Review(c, rule.Context{}).Has("trade.rate-at-most-six-points"), on)
	}
}
