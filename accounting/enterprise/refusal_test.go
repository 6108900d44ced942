package enterprise_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the standards forbid is refused with its clause.
func TestForbidden(t *testing.T) {
	cas6 := func(article string) rule.Clause { return rule.In("企业会计准则第6号", article) }
	for _, tt := range []struct {
		kind, rule string
		clause     rule.Clause
	}{
		{"appraisal-booked", "appraisal-not-booked", rule.In("财会〔2025〕33号", "数据资源")},
		{"written-up", "writing-up", cas6("第12条")},
		{"impairment-reversed", "impairment-not-reversed", rule.In("企业会计准则第8号", "第17条")},
		{"research-capitalised", "research-not-capitalised", cas6("第8条")},
		{"expensed-capitalised", "expensed-not-written-back", cas6("第13条")},
		{"unqualified-capitalised", "five-conditions", cas6("第9条")},
		{"revenue-based-amortising", "no-revenue-based-amortisation", rule.In("财会〔2017〕18号", "摊销方法")},
	} {
		_, err := enterprise.Post(event(tt.kind, "X", "2026-06-30", "数据集", amounts("value 1.00")))
		require.ErrorIs(t, err, rule.ErrNotAllowed, tt.kind)
		var refusal *enterprise.Refusal
		require.ErrorAs(t, err, &refusal)
		assert.Equal(t, rule.ID("enterprise."+tt.rule), refusal.Rule.ID)
		assert.Contains(t, refusal.Rule.Basis, tt.clause)
		assert.Equal(t, "数据集", refusal.Asset)
		assert.NotEmpty(t, refusal.Why.ZH)

		// the table alone refuses it too, with the same rule and clauses
		var bare *accounting.EventError
		_, err = enterprise.Events().Post(event(tt.kind, "X", "2026-06-30", "数据集", amounts("value 1.00")))
		require.ErrorAs(t, err, &bare, tt.kind)
		require.ErrorIs(t, err, rule.ErrNotAllowed, tt.kind)
		assert.Equal(t, refusal.Rule.ID, bare.Rule)
		assert.Contains(t, bare.Basis, tt.clause)
	}
}

// The rows that book a cost ask whether it is one: an appraisal, research and what
// was expensed before are refused under their own kinds too. What owners
// contribute and the fair values of CAS 7, 12 and 16 may rest on an appraisal.
func TestCostIsAskedFor(t *testing.T) {
	purchase := "price 1000.00"
	for _, tt := range []struct {
		kind, amounts, fact string
		clause              rule.Clause
	}{
		{"purchase", purchase, "measuredBy=appraisal", rule.In("财会〔2025〕33号", "数据资源")},
		{"purchase", purchase, "expensedBefore=yes", rule.In("企业会计准则第6号", "第13条")},
		{"development-spent", "paid 1000.00", "stage=research", rule.In("企业会计准则第6号", "第8条")},
		{"development-spent", "paid 1000.00", "measuredBy=appraisal", rule.In("财会〔2025〕33号", "数据资源")},
		{"inventory-processed", "paid 1000.00", "measuredBy=appraisal", rule.In("财会〔2025〕33号", "数据资源")},
		{"inventory-purchase", purchase, "expensedBefore=yes", rule.In("企业会计准则第6号", "第13条")},
		{"grant-nominal", "nominal 2.00", "daily=yes", rule.In("企业会计准则第16号", "第7条")},
	} {
		_, err := enterprise.Post(life(event(tt.kind, "X", "2026-06-30", "数据集", amounts(tt.amounts), tt.fact), 36, "management"))
		var refused *accounting.EventError
		require.ErrorAs(t, err, &refused, "%s %s", tt.kind, tt.fact)
		assert.Contains(t, refused.Basis, tt.clause, "%s %s", tt.kind, tt.fact)
	}
	// residual value is zero but for the two cases of CAS 6 第18条
	e := life(event("purchase", "R", "2026-06-30", "数据集", amounts("price 1000.00")), 36, "management")
	e.Parts[0].Terms.Residual = yuan("100.00")
	_, err := enterprise.Post(e)
	var refusal *enterprise.Refusal
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, rule.ID("enterprise.residual-value"), refusal.Rule.ID)
	assert.Equal(t, "数据集", refusal.Asset)
	_, err = enterprise.Events().Chain(e)
	var bare *accounting.EventError
	require.ErrorAs(t, err, &bare)
	assert.Equal(t, rule.ID("enterprise.residual-value"), bare.Rule)
	assert.Contains(t, bare.Basis, rule.In("企业会计准则第6号", "第18条"))
	for _, b := range []enterprise.ResidualBasis{enterprise.ThirdPartyBuys, enterprise.ActiveMarketThen} {
		e.Documents = append([]string{b.Document()}, "合同", "发票")
		_, err = enterprise.Post(e)
		require.NoError(t, err)
	}
	_, err = enterprise.Post(life(event("owner-contribution", "Y", "2026-06-30", "数据集", amounts("value 600000.00, capital 500000.00"), "agreedFair=no", "measuredBy=appraisal"), 36, "management"))
	assert.NoError(t, err)

	// without the evidence of each of the five conditions nothing is capitalised
	for i := range enterprise.Conditions() {
		e := event("development-spent", "Z", "2026-06-30", "数据集", amounts("paid 1.00"))
		e.Documents = append(append([]string{}, e.Documents[:i]...), e.Documents[i+1:]...)
		_, err := enterprise.Post(e)
		require.Error(t, err, enterprise.Conditions()[i].Title.EN)
		assert.Contains(t, err.Error(), enterprise.Conditions()[i].Document)
	}
	_, err = enterprise.Post(accounting.Event{ID: "G", Kind: "enterprise.purchase", On: day("2026-06-30"), Entity: rule.Administrative})
	assert.Error(t, err, "an administrative unit has another system")
}

// The day all five conditions are met begins capitalisation, that day included, and
// the day of readiness ends it.
func TestMemo(t *testing.T) {
	m := enterprise.Memo{Project: "P"}
	_, ok := m.Since()
	assert.False(t, ok)
	assert.Len(t, m.Open(day("2026-01-01")), 5)
	for i := range m.Proofs {
		m.Proofs[i] = enterprise.Proof{On: day("2026-01-10").AddDays(i), Document: "文件"}
	}
	since, ok := m.Since()
	assert.True(t, ok)
	assert.Equal(t, day("2026-01-14"), since)
	assert.False(t, m.Capitalises(day("2026-01-13")))
	assert.True(t, m.Capitalises(day("2026-01-14")))
	m.Ready = day("2026-03-01")
	assert.True(t, m.Capitalises(day("2026-03-01")))
	assert.False(t, m.Capitalises(day("2026-03-02")))
	assert.Len(t, m.Open(day("2026-01-12")), 2)
	m.Proofs[2].Document = ""
	_, ok = m.Since()
	assert.False(t, ok, "met, but without evidence")

	// 100.00 by 1 : 1 : 1 is 33.33 + 33.33 + 33.34: the differences of 33.33, 66.66, 100.00
	all, err := enterprise.Collect(nil, []enterprise.Spending{{On: day("2026-01-01"), Projects: []string{"A", "B", "C"}, Key: []int64{1, 1, 1}, Amount: yuan("100.00")}})
	require.NoError(t, err)
	assert.Equal(t, []string{"33.33", "33.33", "33.34"}, []string{all[0].Expensed.String(), all[1].Expensed.String(), all[2].Expensed.String()})
}

// Useful life: the shorter of right and benefit; there is no default.
func TestLife(t *testing.T) {
	long := "可靠的长期协议"
	for _, tt := range []struct {
		name string
		life enterprise.Life
		want int
		fail rule.ID
	}{
		{"the shorter of the two", enterprise.Life{Right: 60, Expected: 84}, 60, ""},
		{"benefit is the shorter", enterprise.Life{Right: 60, Expected: 36}, 36, ""},
		{"renewal with evidence", enterprise.Life{Right: 24, Renewal: 24, RenewalProof: "续约条款", Expected: 40}, 40, ""},
		{"renewal without", enterprise.Life{Right: 24, Renewal: 24, Expected: 40}, 0, "enterprise.useful-life"},
		{"no default", enterprise.Life{}, 0, "enterprise.useful-life"},
		{"ten years", enterprise.Life{Expected: 120}, 120, ""},
		{"beyond ten years", enterprise.Life{Expected: 121}, 0, "enterprise.useful-life"},
		{"beyond ten years, with the reason", enterprise.Life{Expected: 121, Reason: long}, 121, ""},
		{"indefinite", enterprise.Life{Indefinite: true}, 0, "enterprise.useful-life"},
		{"indefinite, with the reason", enterprise.Life{Indefinite: true, Reason: long}, 0, ""},
		{"indefinite with months", enterprise.Life{Indefinite: true, Expected: 12, Reason: long}, 0, "enterprise.useful-life"},
		{"residual value without its case", enterprise.Life{Expected: 12, Residual: yuan("10.00")}, 0, "enterprise.residual-value"},
		{"residual value, third party bound", enterprise.Life{Expected: 12, Residual: yuan("10.00"), ResidualBasis: enterprise.ThirdPartyBuys, ResidualProof: "承诺函"}, 12, ""},
		{"by revenue", enterprise.Life{Expected: 12, RevenueBased: true}, 0, "enterprise.no-revenue-based-amortisation"},
	} {
		got, err := tt.life.Months()
		assert.Equal(t, tt.want, got, tt.name)
		var refusal *enterprise.Refusal
		if tt.fail == "" {
			assert.NoError(t, err, tt.name)
		} else if assert.ErrorAs(t, err, &refusal, tt.name) {
			assert.Equal(t, tt.fail, refusal.Rule.ID, tt.name)
		}
	}
	terms, err := enterprise.Life{Expected: 12}.Terms(day("2026-12-31"), "management", enterprise.Convention{First: accounting.NextMonth})
	require.NoError(t, err)
	assert.Equal(t, "2027-01", terms.From.String())
	assert.Len(t, enterprise.Factors(), 12)
	assert.Len(t, enterprise.Signs(), 7)
}

// The rules on state assets: only what the law says 不得 to blocks.
func TestStateAssets(t *testing.T) {
	frame := enterprise.NationalFrame()
	for _, tt := range []struct {
		name  string
		deal  enterprise.Deal
		found []rule.ID
		block bool
	}{
		{"licence to a stranger", enterprise.Deal{Kind: enterprise.Supply, Price: yuan("100.00")}, nil, false},
		{"free to a stranger", enterprise.Deal{Kind: enterprise.Supply}, nil, false},
		{"free to an affiliate", enterprise.Deal{Kind: enterprise.Supply, Affiliate: true}, []rule.ID{"enterprise.affiliate-free-of-charge"}, true},
		{"transfer to an affiliate without consent", enterprise.Deal{Kind: enterprise.Transfer, Affiliate: true, WhollyOwned: true, Price: yuan("999999.99"), Valuation: "评报字1号"}, []rule.ID{"enterprise.affiliate-agreement"}, false},
		{"with consent", enterprise.Deal{Kind: enterprise.Transfer, Affiliate: true, WhollyOwned: true, Consent: "同意函", Price: yuan("999999.99"), Valuation: "评报字1号"}, nil, false},
		{"contributed without valuation", enterprise.Deal{Kind: enterprise.Contribute, Price: yuan("100.00")}, []rule.ID{"enterprise.appraisal-due"}, false},
		{"given in payment without valuation, small", enterprise.Deal{Kind: enterprise.PayWith, Price: yuan("100.00"), BookCost: yuan("4999999.99")}, []rule.ID{"enterprise.appraisal-due"}, false},
		{"listing from 1,000,000", enterprise.Deal{Kind: enterprise.Transfer, Price: yuan("1000000.00"), Valuation: "V"}, []rule.ID{"enterprise.listing-period"}, false},
		{"listed ten days", enterprise.Deal{Kind: enterprise.Transfer, Price: yuan("9999999.99"), Valuation: "V", Listed: record.Some[int64](10)}, nil, false},
		{"from 10,000,000 ten are too few", enterprise.Deal{Kind: enterprise.Transfer, Price: yuan("10000000.00"), Valuation: "V", Listed: record.Some[int64](19)}, []rule.ID{"enterprise.listing-period"}, false},
		{"pledge", enterprise.Deal{Kind: enterprise.Encumber}, []rule.ID{"enterprise.pledge-noted"}, false},
	} {
		report := frame.Review(tt.deal)
		var found []rule.ID
		for _, f := range report.Findings {
			found = append(found, f.Rule)
		}
		assert.Equal(t, tt.found, found, tt.name)
		assert.Equal(t, tt.block, report.Err() != nil, tt.name)
	}
	region := enterprise.NationalFrame()
	region.Listing = yuan("500000.00")
	assert.True(t, region.Review(enterprise.Deal{Kind: enterprise.Transfer, Price: yuan("500000.00"), Valuation: "V"}).Has("enterprise.listing-period"))
}

// The loss of an asset group: goodwill first, then by carrying amounts, none below
// its floor. 100 over carrying 100 : 200 : 300 after goodwill of 40: 60 by 1 : 2 : 3
// is 10, 20, 30; with a floor of 95 the first bears 5, and the 5 it cannot goes to
// the others by 2 : 3.
func TestAllocateLoss(t *testing.T) {
	members := []enterprise.Member{{Asset: "A", Carrying: yuan("100.00")}, {Asset: "B", Carrying: yuan("200.00")}, {Asset: "C", Carrying: yuan("300.00")}}
	goodwill, losses, left := enterprise.AllocateLoss(yuan("100.00"), yuan("40.00"), members)
	assert.Equal(t, []money.Amount{yuan("40.00"), yuan("10.00"), yuan("20.00"), yuan("30.00"), yuan("0.00")}, append(append([]money.Amount{goodwill}, losses...), left))
	members[0].Floor = yuan("95.00")
	_, losses, left = enterprise.AllocateLoss(yuan("100.00"), yuan("40.00"), members)
	assert.Equal(t, []money.Amount{yuan("5.00"), yuan("22.00"), yuan("33.00")}, losses)
	assert.Zero(t, left.Sign())
	_, _, left = enterprise.AllocateLoss(yuan("700.00"), yuan("0.00"), members[1:])
	assert.Equal(t, "200.00", left.String())
}

// Rates and surcharges: 6,000 paid in a city: 420 + 180 + 120 = 720.
func TestTaxes(t *testing.T) {
	s, err := enterprise.SurchargesOn(yuan("6000.00"), day("2026-08-10"), enterprise.City, false)
	require.NoError(t, err)
	assert.Equal(t, enterprise.Surcharges{Construction: yuan("420.00"), Education: yuan("180.00"), Local: yuan("120.00")}, s)
	s, err = enterprise.SurchargesOn(yuan("6000.00"), day("2027-12-31"), enterprise.Town, true)
	require.NoError(t, err)
	assert.Equal(t, enterprise.Surcharges{Construction: yuan("150.00"), Education: yuan("90.00"), Local: yuan("60.00")}, s)
	_, err = enterprise.SurchargesOn(yuan("1.00"), day("2026-08-10"), "moon", false)
	assert.Error(t, err)
	_, err = enterprise.SurchargesOn(yuan("1.00"), day("2028-01-01"), enterprise.City, true)
	assert.Error(t, err, "the relief has ended")
	_, err = enterprise.SurchargesOn(yuan("1.00"), day("2021-08-31"), enterprise.City, false)
	assert.Error(t, err, "not known: no rate, rather than a wrong one")
	for _, r := range enterprise.SurchargeRates() {
		assert.NotEmpty(t, r.Basis)
		assert.NotZero(t, r.Evidence)
	}
	for _, tt := range []struct{ taxpayer, on, rate string }{
		{"general", "2025-12-31", "0.06"},
		{"general", "2026-01-01", "0.06"},
		{"simple", "2026-01-01", "0.03"},
		{"small", "2026-06-30", "0.01"},
		{"small", "2027-12-31", "0.01"},
		{"small", "2028-01-01", "0.03"},
	} {
		r, err := enterprise.RateOn(tt.taxpayer, day(tt.on))
		require.NoError(t, err)
		assert.Equal(t, tt.rate, r.Rate.String(), tt.on)
	}
	_, err = enterprise.RateOn("small", day("2022-12-31"))
	assert.Error(t, err, "not known: no rate, rather than a wrong one")
}

// Cash flows beyond five years need a reason (CAS 8 第11条).
func TestRecoverableIsBounded(t *testing.T) {
	flows := []money.Amount{yuan("1.00"), yuan("1.00"), yuan("1.00"), yuan("1.00"), yuan("1.00"), yuan("1.00")}
	_, err := enterprise.Recoverable{Flows: flows}.Recovery()
	var bad *enterprise.RecoverableError
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, rule.In("企业会计准则第8号", "第11条"), bad.Basis[0])
	r, err := enterprise.Recoverable{Flows: flows, Beyond: "八年期合同"}.Recovery()
	require.NoError(t, err)
	assert.Equal(t, "6.00", r.Amount.String())
	_, err = enterprise.Recoverable{}.Recovery()
	assert.Error(t, err)
}
