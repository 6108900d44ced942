package enterprise_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func bought() asset.Resource {
	return asset.Resource{
		ID: "BG-05", Name: "船期数据集", HolderKind: rule.Enterprise, Sources: []asset.Source{asset.FromPurchase}, Controlled: record.Some(true),
		MasterCopy: asset.MasterOwn, Retention: asset.KeptLasting, AvailableOn: day("2025-07-08"), Potentials: []asset.Potential{asset.PotentialInflow},
		Use: asset.UseOwn, CostAt: asset.CostPending, Evidence: asset.ByVoucher, Cost: yuan("1400000.00"), RightsBasis: "买卖合同",
	}
}

// By purpose and business model, with the reasons.
func TestClassify(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*asset.Resource)
		class  asset.Class
		at     string
		reason string
	}{
		{"own use", func(*asset.Resource) {}, asset.ClassIntangible, "1701", "企业使用"},
		{"service", func(r *asset.Resource) { r.Use = asset.UseService }, asset.ClassIntangible, "1701", "对外提供服务"},
		{"for sale", func(r *asset.Resource) { r.Use = asset.UseSale }, asset.ClassInventory, "1405", "最终目的用于出售"},
		{"expensed before", func(r *asset.Resource) { r.CostAt = asset.CostExpensed }, asset.ClassUnrecognised, "", "不再调整"},
		{"appraised only", func(r *asset.Resource) { r.Evidence = asset.ByAppraisal }, asset.ClassUnrecognised, "", "评估值、重置成本不得入账"},
		{"research", func(r *asset.Resource) {
			r.Stage, r.Sources = asset.StageResearch, []asset.Source{asset.FromDevelopment}
		}, asset.ClassUnrecognised, "", "研究阶段"},
	} {
		r := bought()
		tt.change(&r)
		c, err := enterprise.Classify(r, day("2025-12-31"))
		require.NoError(t, err, tt.name)
		assert.Equal(t, tt.class, c.Class, "%s: %v", tt.name, c.Report)
		assert.Equal(t, tt.at, c.Account, tt.name)
		said := ""
		for _, f := range c.Report.Findings {
			said += f.Message.ZH
			assert.Equal(t, rule.Note, f.Severity)
			assert.NotEmpty(t, f.Basis)
		}
		assert.True(t, strings.Contains(said, tt.reason), "%s: %s", tt.name, said)
		assert.NoError(t, c.Report.Err())
	}
}

// The provisions apply from 2024-01-01 on, that day included.
func TestProspective(t *testing.T) {
	for on, want := range map[string]bool{"2023-12-31": true, "2024-01-01": false} {
		r := bought()
		r.AvailableOn = day("2023-06-30")
		c, err := enterprise.Classify(r, day(on))
		require.NoError(t, err)
		said := ""
		for _, f := range c.Report.Findings {
			said += f.Message.ZH
		}
		assert.Equal(t, want, strings.Contains(said, "不追溯调整"), "%s: %s", on, said)
	}
}

// A change of purpose goes at carrying amount, on a decision, without profit or loss,
// and the columns other increase and decrease show it.
func TestChangeOfPurpose(t *testing.T) {
	b := open(t)
	b.post(life(event("purchase", "1", "2026-01-05", "数据集", amounts("price 360000.00")), 36, "management"))
	b.amortise("2026-01", "2026-06")
	p := enterprise.Policy{}
	_, err := p.ChangePurpose(b.card("数据集"), day("2026-07-01"), "", enterprise.Life{}, "")
	require.ErrorIs(t, err, rule.ErrNotAllowed, "nobody decided")
	_, err = enterprise.Policy{Purpose: enterprise.NoReclassifying}.ChangePurpose(b.card("数据集"), day("2026-07-01"), "决议1", enterprise.Life{}, "")
	require.ErrorIs(t, err, rule.ErrNotAllowed)
	e, err := p.ChangePurpose(b.card("数据集"), day("2026-07-01"), "决议1", enterprise.Life{}, "")
	require.NoError(t, err)
	assert.Equal(t, "借1405 300000.00，借1702 60000.00，贷1701 360000.00", b.post(e))
	assert.Empty(t, b.amortise("2026-07", "2026-07"), "inventory is not amortised")
	e, err = p.ChangePurpose(b.card("数据集"), day("2026-08-01"), "决议2", enterprise.Life{Expected: 30}, "management")
	require.NoError(t, err)
	assert.Equal(t, "借1701 300000.00，贷1405 300000.00", b.post(e))
	assert.Equal(t, "借6602 10000.00，贷1702 10000.00", b.amortise("2026-08", "2026-08"))
	cells(t, intangible(t, b.j, "2026"), enterprise.Bought, map[int]string{4: "360000.00", 6: "300000.00", 10: "360000.00", 18: "60000.00", 26: "290000.00"})
	cells(t, inventory(t, b.j, "2026"), enterprise.Otherwise, map[int]string{6: "300000.00", 10: "300000.00", 20: "0.00"})
}

// A review is prospective: 360,000 over 36 months; at the end of June 2027 the life is
// set to end 24 months later. 18 × 10,000 by then; 180,000 ÷ 24 = 7,500 from July on.
func TestReview(t *testing.T) {
	b := open(t)
	b.post(life(event("purchase", "1", "2026-01-05", "数据集", amounts("price 360000.00")), 36, "management"))
	b.amortise("2026-01", "2027-04")
	_, err := enterprise.Policy{}.Review(b.card("数据集"), day("2027-06-30"), enterprise.Life{Expected: 24}, "")
	require.ErrorIs(t, err, rule.ErrNotAllowed, "May is not amortised yet")
	b.amortise("2027-05", "2027-06")
	e, err := enterprise.Policy{}.Review(b.card("数据集"), day("2027-06-30"), enterprise.Life{Expected: 24}, "")
	require.NoError(t, err)
	assert.Empty(t, b.post(e), "no entry")
	assert.Empty(t, b.amortise("2027-06", "2027-06"), "June stays as it was booked")
	assert.Equal(t, "借6602 7500.00，贷1702 7500.00", b.amortise("2027-07", "2029-06"))
	assert.Equal(t, "0.00", b.card("数据集").Carrying().String())
	_, err = enterprise.Policy{}.Review(accounting.Card{Asset: "数据集", State: enterprise.Gone}, day("2029-07-31"), enterprise.Life{Expected: 24}, "")
	require.ErrorIs(t, err, rule.ErrNotAllowed)

	// of indefinite life, then limited: amortised from the month of the review on
	c := open(t)
	bought := event("purchase", "1", "2026-01-05", "数据集", amounts("price 240000.00"))
	bought.Parts[0].Terms = enterprise.NotAmortised()
	c.post(bought)
	e, err = enterprise.Policy{}.Review(c.card("数据集"), day("2027-06-10"), enterprise.Life{Expected: 24}, "management")
	require.NoError(t, err)
	assert.Empty(t, c.post(e))
	assert.Equal(t, "借6602 10000.00，贷1702 10000.00", c.amortise("2027-06", "2029-05"))
	assert.Equal(t, "0.00", c.card("数据集").Carrying().String())
}

// CAS 42: amortisation stops; what is written down after the classification comes
// back at most, what was impaired before does not.
func TestHeldForSale(t *testing.T) {
	b := open(t)
	b.post(life(event("purchase", "1", "2026-01-05", "数据集", amounts("price 360000.00")), 36, "management"))
	b.amortise("2026-01", "2026-06")
	b.post(event("impaired", "2", "2026-06-30", "数据集", amounts("loss 50000.00")))
	e := event("held-for-sale", "3", "2026-07-01", "数据集", b.standing("数据集", ""))
	e.Parts[0].Terms = enterprise.NotAmortised()
	assert.Equal(t, "借1481 250000.00，借1702 60000.00，借1703 50000.00，贷1701 360000.00", b.post(e))
	assert.Empty(t, b.amortise("2026-07", "2026-09"))
	b.post(event("held-for-sale-written-down", "4", "2026-09-30", "数据集", amounts("loss 20000.00")))
	p, err := enterprise.Post(event("held-for-sale-recovered", "5", "2026-10-31", "数据集", amounts("recovery 20000.01")))
	require.NoError(t, err)
	require.Error(t, b.j.Post(b.j.Revision(), p), "not what was impaired before")
	b.post(event("held-for-sale-recovered", "5", "2026-10-31", "数据集", amounts("recovery 20000.00")))
	got := b.post(event("held-for-sale-sold", "6", "2026-11-30", "数据集", b.standing("数据集", "net 260000.00, vat 15600.00")))
	assert.Equal(t, "借1002 275600.00，贷1481 250000.00，贷2221 15600.00，贷6115 10000.00", got)
}
