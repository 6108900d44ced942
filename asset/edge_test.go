package asset_test

import (
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestInBooksNotNominal(t *testing.T) {
	a := recognize(t, asset.Policy{}, found(unmeasurable, costIn(asset.CostIntangible), dividedBy("contractPrice")), sweep())
	assert.NotEqual(t, asset.RouteNominal, a.Route)
	a = recognize(t, asset.Policy{}, found(unmeasurable, costIn(asset.CostPending), from(asset.FromCommission)), sweep())
	assert.NotEqual(t, asset.RouteNominal, a.Route)
}

func TestOwnListRecognized(t *testing.T) {
	_, err := asset.Recognize(found(func(r R) { r.Class = "T01" }), sweep())
	assert.NoError(t, err)
	_, err = asset.Recognize(found(func(r R) { r.Extra = r.Extra.With("budgetItem", "x") }), sweep())
	assert.NoError(t, err)
}

func TestEnterpriseAppraisal(t *testing.T) {
	for _, e := range []asset.CostEvidence{asset.ByAppraisal, asset.ByReplacement} {
		a := recognize(t, asset.Policy{}, bought(proven(e)), sweep())
		assert.NotEqual(t, rule.Met, a.Accounting.State)
		assert.NotEqual(t, asset.RouteAcquire, a.Route)
	}
}

func TestInstitutionEnterpriseAccounts(t *testing.T) {
	v := asset.Inventory{Holder: asset.Holder{Name: "x", Entity: rule.PublicInstitution, OwnSystem: record.Some(true)}, Resources: []asset.Resource{found(institution)}}
	all, err := v.Recognize(asset.Policy{}, sweep())
	require.NoError(t, err)
	assert.Equal(t, v.Holder.System(), all[0].System)
}

func TestNoHolderKind(t *testing.T) {
	a, err := asset.Recognize(found(func(r R) { r.HolderKind = "" }), sweep())
	assert.True(t, err != nil || a.Accounting.State == rule.Unknown, "silently government")
}

func TestPurchaseUndated(t *testing.T) {
	a := recognize(t, asset.Policy{}, found(from(asset.FromPurchase), costIn(asset.CostExpensed)), sweep())
	assert.NotEqual(t, asset.RouteSurplus, a.Route)
}

func TestGovernmentResearch(t *testing.T) {
	a := recognize(t, asset.Policy{}, found(developed(asset.StageResearch)), sweep())
	assert.NotEqual(t, asset.RouteSurplus, a.Route)
	assert.NotEqual(t, rule.Met, a.Accounting.State)
}

func TestStillInDevelopment(t *testing.T) {
	a := recognize(t, asset.Policy{}, bought(developed(asset.StageDevelopment), conditionsMet(day(2025, time.May, 1))), sweep())
	assert.NotEqual(t, asset.ClassIntangible, a.Class)
}

func TestNoBusinessModel(t *testing.T) {
	a := recognize(t, asset.Policy{}, bought(usedFor("")), sweep())
	assert.NotEqual(t, asset.ClassIntangible, a.Class)
}

func TestInventoryBasis(t *testing.T) {
	a := recognize(t, asset.Policy{}, bought(usedFor(asset.UseSale)), sweep())
	assert.NotEqual(t, "财会〔2023〕11号 二、1", a.RouteBasis[0].String())
	for _, o := range a.Accounting.Criteria {
		for _, c := range o.Basis {
			assert.False(t, c.Doc == "企业会计准则第6号" && o.ID != "asset.inventory-exists", "%s: CAS 6 is not on goods, but for research", o.ID)
		}
	}
}

func TestReviewPathsAmbiguous(t *testing.T) {
	v := roads()
	v.Projects[1].Name, v.Resources[1].Name = "", ""
	p := places(v.Review(asset.Policy{}, sweep()))
	require.Len(t, p, 2)
	assert.NotEqual(t, p[0], p[1])
}

func TestPotentialContradiction(t *testing.T) {
	r := found(bringing(asset.PotentialNone, asset.PotentialInflow))
	a, err := asset.Recognize(bought(bringing(asset.PotentialNone, asset.PotentialInflow)), sweep())
	assert.False(t, asset.Resources().Validate(&r, record.Options{Stage: record.Draft}).Clean() && err == nil && a.Management.State != a.Accounting.State)
}

func TestCostWithoutEvidence(t *testing.T) {
	a := recognize(t, asset.Policy{}, found(proven("")), sweep())
	assert.Equal(t, rule.Unknown, a.Accounting.State)
}

func TestZeroCost(t *testing.T) {
	a, err := asset.Recognize(found(func(r R) { r.Cost = money.Zero() }), sweep())
	assert.True(t, err != nil || a.Route != asset.RouteSurplus)
}

func TestMasterElsewhereMemo(t *testing.T) {
	assert.Equal(t, asset.RouteMemo, recognize(t, asset.Policy{}, found(master(asset.MasterElsewhere)), sweep()).Route)
}

func TestEmptyNamedListRefused(t *testing.T) {
	_, err := asset.Vocabulary{Classification: record.CodeList{Name: "mine", Title: rule.Text{ZH: "a", EN: "a"}}}.Resources()
	assert.Error(t, err)
}

func TestListAliased(t *testing.T) {
	l := groupClasses()
	own, err := asset.Vocabulary{Classification: l}.Resources()
	require.NoError(t, err)
	l.Codes[0].Code = "HACK"
	assert.Empty(t, classFindings(own, "T01"))
}

func TestBasisAliased(t *testing.T) {
	c := asset.Catalogue()
	for i := range c.Rules {
		old := c.Rules[i].Basis[0]
		c.Rules[i].Basis[0] = rule.Clause{Doc: "改"}
		for _, r := range asset.Catalogue().Rules {
			assert.NotEqual(t, "改", r.Basis[0].Doc, r.ID)
		}
		c.Rules[i].Basis[0] = old
	}
	for i := range c.Items {
		old := c.Items[i].Basis[0]
		c.Items[i].Basis[0] = rule.Clause{Doc: "改"}
		for _, r := range asset.Catalogue().Items {
			assert.NotEqual(t, "改", r.Basis[0].Doc, r.ID)
		}
		c.Items[i].Basis[0] = old
	}
}

func TestSeriesDifferentSource(t *testing.T) {
	v := roads()
	v.Resources[0].Series, v.Resources[2].Series = "路况", "路况"
	v.Resources[2].Sources = []asset.Source{asset.FromCommission}
	assert.False(t, judge(v, asset.Policy{}).Has("asset.unit-of-account"), "one series with one source, one set of rights")
}

func TestKindMismatch(t *testing.T) {
	v := roads()
	v.Resources[0].HolderKind = rule.Enterprise
	assert.NotEmpty(t, v.Review(asset.Policy{}, sweep()).Findings)
}

func TestFinancialRule(t *testing.T) {
	for _, e := range []rule.Entity{rule.Enterprise, rule.CivilServiceInstitution} {
		h := u1Holder()
		h.Entity, h.FinancialRule = rule.CivilServiceInstitution, e
		assert.False(t, asset.Holders().Validate(&h, record.Options{}).Clean(), e)
	}
}

func TestSystemWithoutProject(t *testing.T) {
	v := roads()
	v.Systems[0].Projects = nil
	v.Resources = v.Resources[:1]
	v.Resources[0].Projects = nil
	assert.NotEmpty(t, v.Review(asset.Policy{}, sweep()).Findings)
}

func TestPrudenceAuthorised(t *testing.T) {
	r := found(func(r R) { r.Authorised = record.Some(true) })
	assert.True(t, asset.Rules().Review(r, rule.Context{At: sweep()}).Has("asset.prudence"))
	r = found(func(r R) { r.Intended, r.Feasibility, r.DueDiligence = "whole", day(2027, 1, 1), day(2027, 1, 1) })
	assert.True(t, asset.Rules().Review(r, rule.Context{At: sweep()}).Has("asset.prudence"), "dated after the review")
}

func TestStrictP22KeepsCAS(t *testing.T) {
	a := recognize(t, asset.Policy{Enterprise: asset.PublicServiceOnly}, bought(), sweep())
	assert.Equal(t, asset.RouteAcquire, a.Route)
}

func TestDonationPending(t *testing.T) {
	a := recognize(t, asset.Policy{}, found(from(asset.FromDonation), costIn(asset.CostPending)), sweep())
	assert.Equal(t, "财会〔2016〕12号 第13条", a.RouteBasis[0].String())
}

func TestTransferWithoutCost(t *testing.T) {
	r := found(from(asset.FromTransfer), unmeasurable)
	a := recognize(t, asset.Policy{}, r, sweep())
	assert.Contains(t, a.RouteWhy.EN, "at the giver's book value otherwise", "how the giver held it is not in the record")
}

func TestDisclosureWantsInflow(t *testing.T) {
	a := recognize(t, asset.Policy{}, bought(bringing(asset.PotentialService)), sweep())
	assert.NotEqual(t, asset.RouteDisclose, a.Route)
}

func TestNoReasonForNoSplit(t *testing.T) {
	a := recognize(t, asset.Policy{}, u1()[4].Resource, u1Sweep)
	assert.Contains(t, a.RouteWhy.ZH, "拆分")
}

func TestEvidenceMessage(t *testing.T) {
	a := recognize(t, asset.Policy{}, found(func(r R) { r.Cost = money.Amount{} }), sweep())
	assert.NotContains(t, outcome(a, "asset.government-cost").Why.EN, "evidence of the cost is not given")
}

func TestClassBeforeList(t *testing.T) {
	l := groupClasses()
	l.Codes[0].Effective = rule.From(day(2022, 12, 30))
	own, err := asset.Vocabulary{Classification: l}.Resources()
	require.NoError(t, err)
	r := found(func(r R) { r.Class, r.AvailableOn = "T01", day(2012, 1, 1) })
	assert.True(t, own.Validate(&r, record.Options{Stage: record.Draft, At: sweep()}).Clean())
}
