package asset_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// R is a resource under description, changed in place.
type R = *asset.Resource

func day(y int, m time.Month, d int) calendar.Date { return calendar.MustDate(y, m, d) }

// sweep is the day on which most resources of the tests are assessed.
func sweep() calendar.Date { return day(2025, time.May, 22) }

// found is a department's resource that meets every criterion: formed in
// performing its duties, a lasting set of use to its work, outside the books,
// with vouchers of what it cost.
func found(changes ...func(R)) asset.Resource {
	r := asset.Resource{
		ID: "D-1", HolderKind: rule.Administrative, Sources: []asset.Source{asset.FromDuty},
		Potentials: []asset.Potential{asset.PotentialService}, Retention: asset.KeptLasting,
		CostAt: asset.CostNowhere, Evidence: asset.ByVoucher, Cost: money.MustParse("480000.00"),
	}
	for _, change := range changes {
		change(&r)
	}
	return r
}

// bought is an enterprise's resource that meets every criterion: purchased, to
// be used, sure to bring money, not yet in the books.
func bought(changes ...func(R)) asset.Resource {
	r := asset.Resource{
		ID: "E-1", HolderKind: rule.Enterprise, Sources: []asset.Source{asset.FromPurchase}, Use: asset.UseService,
		Potentials: []asset.Potential{asset.PotentialInflow}, Retention: asset.KeptLasting,
		CostAt: asset.CostPending, Evidence: asset.ByVoucher, Cost: money.MustParse("1400000.00"),
	}
	for _, change := range changes {
		change(&r)
	}
	return r
}

// Changes that many cases share.

func from(s ...asset.Source) func(R)        { return func(r R) { r.Sources = s } }
func bringing(p ...asset.Potential) func(R) { return func(r R) { r.Potentials = p } }
func kept(k asset.Retention) func(R)        { return func(r R) { r.Retention = k } }
func thereFrom(d calendar.Date) func(R)     { return func(r R) { r.AvailableOn = d } }
func master(m asset.MasterCopy) func(R)     { return func(r R) { r.MasterCopy = m } }
func holds(yes bool) func(R)                { return func(r R) { r.Controlled = record.Some(yes) } }
func costIn(c asset.CostLocation) func(R)   { return func(r R) { r.CostAt = c } }
func proven(by asset.CostEvidence) func(R)  { return func(r R) { r.Evidence = by } }
func dividedBy(k asset.SplitKey) func(R)    { return func(r R) { r.Split = k } }
func usedFor(u asset.Use) func(R)           { return func(r R) { r.Use = u } }
func developed(s asset.Stage) func(R) {
	return func(r R) { r.Sources, r.Stage = []asset.Source{asset.FromDevelopment}, s }
}
func conditionsMet(d calendar.Date) func(R) { return func(r R) { r.ConditionsMet = d } }
func chosen(c asset.Choice) func(R) {
	return func(r R) { r.Choice, r.ChoiceReason = c, "集体决策" }
}
func unproven(r R)     { r.Evidence, r.Cost = "", money.Amount{} }
func unmeasurable(r R) { r.Evidence, r.Cost = asset.ByNothing, money.Amount{} }
func institution(r R)  { r.HolderKind = rule.PublicInstitution }
func recognize(t *testing.T, p asset.Policy, r asset.Resource, at calendar.Date) asset.Assessment {
	t.Helper()
	a, err := p.Recognize(r, at)
	require.NoError(t, err)
	return a
}

// criteria lists the outcomes of both questions.
func criteria(a asset.Assessment) []asset.Outcome {
	return slices.Concat(a.Management.Criteria, a.Accounting.Criteria)
}

// outcome is how one criterion came out, of either question.
func outcome(a asset.Assessment, id rule.ID) asset.Outcome {
	for _, o := range criteria(a) {
		if o.ID == id {
			return o
		}
	}
	return asset.Outcome{}
}

// Each criterion alone, with each outcome that it can have. The comments give
// the words of the clause that decide.
func TestCriteria(t *testing.T) {
	const met, notMet, unknown = rule.Met, rule.NotMet, rule.Unknown
	publicOnly := asset.Policy{Enterprise: asset.PublicServiceOnly}
	later := sweep().AddDays(1)
	type row struct {
		r    asset.Resource
		want rule.State
	}
	table := map[rule.ID][]row{
		// 四(一): “依法履职或提供公共服务过程中”.
		"asset.management-lawful": {
			{found(), met},
			{found(from(asset.FromService)), met},
			{found(from(asset.FromPurchase)), met}, // a unit spends its money on its duties only
			{found(from(asset.FromBusiness, asset.FromDuty)), met},
			{found(institution, from(asset.FromBusiness)), unknown}, // an institution's business may or may not be public service
			{found(from()), unknown},
			{bought(from(asset.FromBusiness)), met}, // P22: 四(七) lets enterprises pilot on the data they hold
			{bought(from()), unknown},
		},
		// 四(一): “持有或控制”. What is licensed or shared is another's; 四(五) calls
		// the other unit of shared data its provider.
		"asset.management-controlled": {
			{found(), met},
			{found(from(asset.FromDuty, asset.FromSharing)), met}, // joined with its own, as JT-07
			{found(from(asset.FromDuty, asset.FromLicence)), met},
			{found(from(asset.FromDonation)), met},
			{found(from(asset.FromLicence), holds(true)), met}, // the licence gives more than use, the unit says
			{found(from(asset.FromLicence)), notMet},
			{found(from(asset.FromSharing)), notMet},
			{found(from(asset.FromSharing, asset.FromLicence)), notMet},
			{found(holds(false)), notMet}, // its own by source, and given away
			{found(from()), unknown},
			{found(from(), holds(true)), met},
		},
		// 四(一): “预期产生管理服务潜力或带来经济利益流入”: one of the two is enough.
		"asset.management-potential": {
			{found(bringing(asset.PotentialService)), met},
			{found(bringing(asset.PotentialInflow)), met},
			{found(bringing(asset.PotentialService, asset.PotentialInflow)), met},
			{found(bringing(asset.PotentialNone)), notMet},
			{found(bringing()), unknown},
		},
		// 四(一) says what is held, not what will be. A date that is left out means
		// that it was there before the sweep, so this is never unknown.
		"asset.management-exists": {
			{found(), met},
			{found(thereFrom(sweep())), met}, // on the day itself
			{found(thereFrom(later)), notMet},
		},
		// 财会〔2019〕13号 四, by analogy: recognised by the one that keeps and uses
		// it, 不重复、不遗漏.
		"asset.management-once": {
			{found(), met},
			{found(master(asset.MasterOwn)), met},
			{found(master(asset.MasterElsewhere)), notMet},
			{found(master(asset.MasterUndetermined)), unknown},
		},

		// Standard 4 art. 2: 会计主体控制.
		"asset.government-controlled": {
			{found(), met},
			{found(from(asset.FromLicence)), notMet},
			{found(from()), unknown},
		},
		// Art. 2: 可辨认, it can be parted from the entity or comes from a right. A
		// store that is overwritten is not the same thing from month to month.
		"asset.government-identifiable": {
			{found(), met},
			{found(kept("")), met}, // a data set is one until said otherwise
			{found(kept(asset.KeptNot)), notMet},
			{found(kept(asset.KeptRolling)), unknown},
		},
		// Art. 3(一): 服务潜力很可能实现 or 经济利益很可能流入.
		"asset.government-potential": {
			{found(), met},
			{found(bringing(asset.PotentialInflow)), met},
			{found(bringing(asset.PotentialNone)), notMet},
			{found(bringing()), unknown},
		},
		// Art. 3(二): 成本或者价值能够可靠计量; the order 凭据, 评估, 重置成本 is that of
		// 1601 四(四)1. practice §2, E26: a cost in one sum with software is measured
		// once there is a key to divide it by.
		"asset.government-cost": {
			{found(), met},
			{found(proven(asset.ByAppraisal)), met}, // 成本或者价值
			{found(proven(asset.ByReplacement)), met},
			{found(costIn(asset.CostExpensed)), met}, // spent and vouched for, whatever it was booked as
			{found(costIn(asset.CostIntangible), dividedBy("contractPrice")), met},
			{found(costIn(asset.CostConstruction), dividedBy("hours")), met},
			{found(unmeasurable), notMet},
			{found(unproven), unknown},
			{found(costIn("")), unknown},
			{found(costIn(asset.CostIntangible)), unknown},
			{found(costIn(asset.CostFixed)), unknown},
			{found(costIn(asset.CostConstruction), dividedBy("none")), unknown},
		},
		"asset.government-exists": {
			{found(thereFrom(sweep())), met},
			{found(thereFrom(later)), notMet},
		},

		// CAS 6 art. 3: 拥有或者控制.
		"asset.enterprise-controlled": {
			{bought(), met},
			{bought(from(asset.FromSharing)), notMet},
			{bought(from()), unknown},
		},
		// Art. 3: 可辨认.
		"asset.enterprise-identifiable": {
			{bought(), met},
			{bought(kept(asset.KeptNot)), notMet},
			{bought(kept(asset.KeptRolling)), unknown},
		},
		// Art. 4(一): only 经济利益 counts; service potential is a public unit's.
		"asset.enterprise-inflow": {
			{bought(), met},
			{bought(bringing(asset.PotentialService, asset.PotentialInflow)), met},
			{bought(bringing(asset.PotentialService)), notMet},
			{bought(bringing(asset.PotentialNone)), notMet},
			{bought(bringing()), unknown}, // art. 5: 明确证据
		},
		// Art. 4(二): 成本能够可靠计量. Arts. 7, 8: research is expensed. Art. 9: five
		// conditions together. Art. 13: what was expensed stays so.
		"asset.enterprise-cost": {
			{bought(), met},
			{bought(costIn(asset.CostExpensed)), notMet},
			{bought(developed(asset.StageResearch)), notMet},
			{bought(developed(asset.StageComplete), conditionsMet(sweep())), met}, // on the day itself
			{bought(developed(asset.StageComplete), conditionsMet(later)), notMet},
			{bought(developed(asset.StageComplete)), unknown},                       // no day, no conditions
			{bought(proven(asset.ByAppraisal)), notMet},                             // art. 12: at cost
			{bought(proven(asset.ByReplacement)), notMet},                           //
			{bought(usedFor("")), unknown},                                          // CAS 6 or CAS 1?
			{bought(costIn(asset.CostIntangible), dividedBy("contractPrice")), met}, //
			{bought(costIn(asset.CostIntangible), dividedBy("none")), unknown},      //
			{bought(unmeasurable, costIn(asset.CostNowhere)), notMet},               // and no nominal amount either: that is Standard 4's
			{bought(unproven), unknown},                                             //
			{bought(costIn("")), unknown},                                           //
			{bought(unproven, costIn(asset.CostExpensed)), notMet},                  // decided, whatever the amount was
			{bought(unproven, developed(asset.StageComplete), conditionsMet(later)), notMet},
		},
		"asset.enterprise-exists": {
			{bought(thereFrom(sweep())), met},
			{bought(thereFrom(later)), notMet},
			{bought(developed(asset.StageDevelopment), conditionsMet(sweep())), notMet}, // art. 13: ready for use
			{bought(developed(asset.StageResearch)), notMet},
		},

		// CAS 1 arts. 3 and 4: what is held for sale in daily business. That no copy
		// stays behind is no matter (BG-07), nor are the five conditions of CAS 6.
		"asset.inventory-held": {
			{sold(), met},
			{sold(kept(asset.KeptNot)), met},
			{sold(from(asset.FromSharing)), notMet},
			{sold(from()), unknown},
		},
		"asset.inventory-inflow": {
			{sold(), met},
			{sold(bringing(asset.PotentialService)), notMet},
			{sold(bringing()), unknown},
		},
		"asset.inventory-cost": {
			{sold(), met},
			{sold(developed(asset.StageComplete)), met},
			{sold(costIn(asset.CostExpensed)), notMet},
			{sold(proven(asset.ByAppraisal)), notMet},
			{sold(unproven), unknown},
		},
		"asset.inventory-exists": {
			{sold(thereFrom(sweep())), met},
			{sold(developed(asset.StageDevelopment)), met}, // work in progress is inventory
			{sold(developed(asset.StageResearch)), notMet},
			{sold(thereFrom(later)), notMet},
		},
	}
	for id, rows := range table {
		for i, row := range rows {
			o := outcome(recognize(t, asset.Policy{}, row.r, sweep()), id)
			assert.Equal(t, row.want.String(), o.State.String(), "%s, row %d: %s", id, i, o.Why.EN)
			checkOutcome(t, o)
		}
	}

	// P22, the other reading: an enterprise's data must come from public service.
	for want, r := range map[rule.State]asset.Resource{
		met:     bought(from(asset.FromBusiness, asset.FromService)),
		notMet:  bought(from(asset.FromBusiness)),
		unknown: bought(from()),
	} {
		assert.Equal(t, want, outcome(recognize(t, publicOnly, r, sweep()), "asset.management-lawful").State)
	}
	assert.Equal(t, met, outcome(recognize(t, publicOnly, found(from(asset.FromPurchase)), sweep()), "asset.management-lawful").State,
		"P22 is about enterprises")

	// Every criterion that an assessment has is in the table, and has each
	// outcome that its clause leaves open.
	for _, r := range []asset.Resource{found(), bought(), sold()} {
		a := recognize(t, asset.Policy{}, r, sweep())
		for _, o := range criteria(a) {
			seen := map[rule.State]bool{}
			for _, row := range table[o.ID] {
				seen[row.want] = true
			}
			assert.True(t, seen[met] && (seen[notMet] || o.ID == "asset.management-lawful"), o.ID) // not met: by P22 alone
			assert.NotEqual(t, strings.HasSuffix(string(o.ID), "-exists"), seen[unknown], o.ID)
		}
	}
}

// sold is bought, held for sale.
func sold(changes ...func(R)) asset.Resource {
	return bought(append([]func(R){usedFor(asset.UseSale)}, changes...)...)
}

// checkOutcome: every outcome explains itself, in both languages, with its
// clause; one that is unknown says what would settle it.
func checkOutcome(t require.TestingT, o asset.Outcome) {
	assert.NotEmpty(t, o.Why.ZH, o.ID)
	assert.NotEmpty(t, o.Why.EN, o.ID)
	assert.NotEmpty(t, o.Basis, o.ID)
	assert.NotEmpty(t, o.Title.ZH, o.ID)
	assert.Equal(t, o.State == rule.Unknown, o.Settle.ZH != "" && o.Settle.EN != "", o.ID)
	assert.Equal(t, o.State != rule.Unknown, o.Settle.IsZero(), o.ID)
}

// Not met beats unknown, wherever it stands: what is missing cannot help any
// more. Unknown beats met.
func TestPrecedence(t *testing.T) {
	later := sweep().AddDays(1)
	for _, tt := range []struct {
		name                   string
		r                      asset.Resource
		management, accounting rule.State
	}{
		{"all met", found(), rule.Met, rule.Met},
		{"one unknown", found(bringing()), rule.Unknown, rule.Unknown},
		{"unknown potential before the date", found(bringing(), thereFrom(later)), rule.NotMet, rule.NotMet},
		{"not controlled before the unknown potential", found(bringing(), holds(false)), rule.NotMet, rule.NotMet},
		{"unknown twice", found(bringing(), from()), rule.Unknown, rule.Unknown},
		{"only the first question is open", found(master(asset.MasterUndetermined)), rule.Unknown, rule.Met},
		{"only the second question is open", found(kept(asset.KeptRolling)), rule.Met, rule.Unknown},
		{"rolling, and no cost either", found(kept(asset.KeptRolling), unmeasurable), rule.Met, rule.NotMet},
		{"an enterprise's expensed cost before its unknown store", bought(kept(asset.KeptRolling), costIn(asset.CostExpensed)), rule.Met, rule.NotMet},
	} {
		a := recognize(t, asset.Policy{}, tt.r, sweep())
		assert.Equal(t, tt.management.String(), a.Management.State.String(), tt.name)
		assert.Equal(t, tt.accounting.String(), a.Accounting.State.String(), tt.name)
	}
}

// The way to the books, in the order in which practice §2 asks.
func TestRoutes(t *testing.T) {
	standards := day(2019, time.January, 1)
	for _, tt := range []struct {
		name  string
		r     asset.Resource
		want  asset.Route
		why   string // a part of the reason
		basis string // the first clause, as it prints
	}{
		// 1. Is it the unit's? 桂财资〔2025〕15号 四(一): 持有或控制.
		{"licensed", found(from(asset.FromLicence)), asset.RouteMemo, "not the unit's asset", "桂财资〔2025〕15号 四(一) [GX-4.1.2]"},
		{"shared, an enterprise's too", bought(from(asset.FromSharing)), asset.RouteMemo, "not the unit's asset", "桂财资〔2025〕15号 四(一) [GX-4.1.2]"},
		{"given away, though in 1701", found(holds(false), costIn(asset.CostIntangible)), asset.RouteMemo, "not the unit's asset", "桂财资〔2025〕15号 四(一) [GX-4.1.2]"},
		// Is it an asset at all? Not, or not yet known: nothing to book.
		{"of no use", found(bringing(asset.PotentialNone)), asset.RouteNone, "not recognised", "桂财资〔2025〕15号 四(一) [GX-4.1.2]"},
		{"not there yet", found(thereFrom(sweep().AddDays(1))), asset.RouteNone, "not recognised", "桂财资〔2025〕15号 四(一) [GX-4.1.2]"},
		{"master copy unclear", found(master(asset.MasterUndetermined)), asset.RouteNone, "not recognised", "桂财资〔2025〕15号 四(一) [GX-4.1.2]"},
		// An asset to be managed that cannot be booked: Standard 4 art. 2.
		{"nothing kept", found(kept(asset.KeptNot)), asset.RouteNone, "the conditions are not met", "财会〔2016〕12号 第3条"},
		{"nothing kept, no cost", found(kept(asset.KeptNot), unmeasurable), asset.RouteNone, "the conditions are not met", "财会〔2016〕12号 第3条"},
		{"rolling", found(kept(asset.KeptRolling)), asset.RouteNone, "once the open criteria are settled", "桂财资〔2025〕15号 四(四) [GX-4.4.1]"},
		{"where the cost sits is not known", found(costIn("")), asset.RouteNone, "once the open criteria are settled", "桂财资〔2025〕15号 四(四) [GX-4.4.1]"},
		{"in 1701 with the software, key not given", found(costIn(asset.CostIntangible)), asset.RouteNone, "once the open criteria are settled", "桂财资〔2025〕15号 四(四) [GX-4.4.1]"},

		// 2. Is its cost in the books already? Then it is moved there, never found.
		{"in 1701", found(costIn(asset.CostIntangible), dividedBy("contractPrice")), asset.RouteReclassify, "in account 1701", "财会〔2017〕25号 1701 二"},
		{"in 1601", found(costIn(asset.CostFixed), dividedBy("hours")), asset.RouteReclassify, "in account 1601", "财会〔2017〕25号 1701 二"},
		{"in 1613, bought since 2019", found(costIn(asset.CostConstruction), dividedBy("hours"), from(asset.FromPurchase), thereFrom(standards)), asset.RouteReclassify, "in account 1613", "财会〔2017〕25号 1701 二"},
		// A contract under way: Standard 4 art. 10, commissioned is as bought.
		{"commissioned, accepted", found(costIn(asset.CostPending), from(asset.FromCommission)), asset.RouteAcquire, "by contract", "财会〔2016〕12号 第10条"},

		// 3. Was it bought and wrongly expensed? Standard 7 art. 14.
		{"bought and expensed since 2019", found(costIn(asset.CostExpensed), from(asset.FromPurchase), thereFrom(standards)), asset.RouteCorrect, "prior-period error", "财会〔2018〕28号 第14条"},
		{"commissioned and expensed since 2019", found(costIn(asset.CostExpensed), from(asset.FromCommission), thereFrom(day(2024, time.June, 3))), asset.RouteCorrect, "prior-period error", "财会〔2018〕28号 第14条"},
		{"duty data, expensed", found(costIn(asset.CostExpensed), thereFrom(day(2024, time.June, 3))), asset.RouteSurplus, "as a surplus", "财会〔2017〕25号 1902 四(二)1"},

		// Donated and transferred: Standard 4 arts. 13 and 14.
		{"donated", found(from(asset.FromDonation), proven(asset.ByAppraisal)), asset.RouteAcquire, "donated", "财会〔2016〕12号 第13条"},
		{"transferred in", found(from(asset.FromTransfer)), asset.RouteAcquire, "transferred in", "财会〔2016〕12号 第14条"},

		// 4. What is left is surplus: 1902 四(二)1, measured by 1601 四(四)1.
		{"found with a voucher", found(), asset.RouteSurplus, "as a surplus", "财会〔2017〕25号 1902 四(二)1"},
		{"found, replacement cost", found(proven(asset.ByReplacement)), asset.RouteSurplus, "as a surplus", "财会〔2017〕25号 1902 四(二)1"},
		// The fourth tier: 四(四) of the plan first, then 34号 一(五).
		{"found without a cost", found(unmeasurable), asset.RouteNominal, "for the time being", "桂财资〔2025〕15号 四(四) [GX-4.4.2]"},
		{"donated without a cost", found(unmeasurable, from(asset.FromDonation)), asset.RouteNominal, "donated without a cost", "财会〔2016〕12号 第13条"},
		{"transferred at nominal amount", found(unmeasurable, from(asset.FromTransfer)), asset.RouteNominal, "the giver held it", "财会〔2019〕13号 五"},
		{"the unit chose a memo", found(unmeasurable, chosen(asset.ChooseMemo)), asset.RouteMemo, "the unit chose a memo", "桂财资〔2025〕15号 四(四) [GX-4.4.2]"},

		// Enterprises: 财会〔2023〕11号, no surplus and no nominal amount.
		{"purchased", bought(), asset.RouteAcquire, "enterprise data resources", "财会〔2023〕11号 二、1"},
		{"expensed before", bought(costIn(asset.CostExpensed)), asset.RouteDisclose, "may be disclosed", "财会〔2023〕11号 三"},
		{"no cost", bought(unmeasurable, costIn(asset.CostNowhere)), asset.RouteDisclose, "may be disclosed", "财会〔2023〕11号 三"},
		{"five conditions open", bought(developed(asset.StageComplete)), asset.RouteNone, "once the open criteria are settled", "财会〔2023〕11号 二、1"},
		{"of no use to an enterprise", bought(bringing(asset.PotentialNone)), asset.RouteNone, "no economic benefit", "财会〔2023〕11号 一"},
		{"an enterprise's, not there yet", bought(thereFrom(sweep().AddDays(1))), asset.RouteNone, "not there yet", "财会〔2023〕11号 二、1"},
	} {
		a := recognize(t, asset.Policy{}, tt.r, sweep())
		assert.Equal(t, tt.want, a.Route, tt.name)
		assert.Contains(t, a.RouteWhy.EN, tt.why, tt.name)
		assert.NotEmpty(t, a.RouteWhy.ZH, tt.name)
		require.NotEmpty(t, a.RouteBasis, tt.name)
		assert.Equal(t, tt.basis, a.RouteBasis[0].String(), tt.name)
		for _, c := range a.RouteBasis {
			_, known := rule.DocumentByID(c.Doc)
			assert.True(t, known, "%s cites %s", tt.name, c)
		}
	}
}

// What an enterprise's resource is booked as follows from what it is for
// (财会〔2023〕11号 二): used, or held for sale.
func TestClasses(t *testing.T) {
	for _, tt := range []struct {
		r    asset.Resource
		want asset.Class
	}{
		{bought(), asset.ClassIntangible},
		{bought(usedFor(asset.UseOwn)), asset.ClassIntangible},
		{bought(usedFor(asset.UseSale)), asset.ClassInventory},
		{bought(usedFor(asset.UseSale), costIn(asset.CostExpensed)), asset.ClassUnrecognised},
		{bought(developed(asset.StageResearch)), asset.ClassUnrecognised},
		{bought(kept(asset.KeptRolling)), asset.ClassUnrecognised}, // not settled is not recognised
		{found(), ""}, // the classes are those of enterprises
	} {
		assert.Equal(t, tt.want, recognize(t, asset.Policy{}, tt.r, sweep()).Class)
	}
	for _, e := range rule.Entities() {
		want := asset.GovernmentAccounting
		if e == rule.Enterprise {
			want = asset.EnterpriseAccounting
		}
		r := found(func(r R) { r.HolderKind = e })
		assert.Equal(t, want, recognize(t, asset.Policy{}, r, sweep()).System, e)
	}
}

// P1: 四(四) says 可暂按, so that a memo alone is lawful; the unit's own choice
// for a resource beats its policy, either way.
func TestPolicyOnUnmeasured(t *testing.T) {
	for _, tt := range []struct {
		policy asset.Booking
		own    asset.Choice
		want   asset.Route
	}{
		{asset.Nominal, "", asset.RouteNominal},
		{asset.Nominal, asset.ChooseNominal, asset.RouteNominal},
		{asset.Nominal, asset.ChooseMemo, asset.RouteMemo},
		{asset.MemoOnly, "", asset.RouteMemo},
		{asset.MemoOnly, asset.ChooseNominal, asset.RouteNominal},
		{asset.MemoOnly, asset.ChooseMemo, asset.RouteMemo},
	} {
		r := found(unmeasurable)
		if tt.own != "" {
			chosen(tt.own)(&r)
		}
		a := recognize(t, asset.Policy{Unmeasured: tt.policy}, r, sweep())
		assert.Equal(t, tt.want, a.Route, "policy %d, own choice %q", tt.policy, tt.own)
		assert.Equal(t, rule.Met, a.Management.State, "managed all the same (GX-4.1.3)")
		assert.Equal(t, rule.NotMet, a.Accounting.State)
	}
	p := asset.Policy{Unmeasured: asset.MemoOnly}
	assert.Equal(t, asset.RouteSurplus, recognize(t, p, found(), sweep()).Route, "a cost that can be measured is booked")
	assert.Equal(t, asset.RouteDisclose, recognize(t, p, bought(unmeasurable, costIn(asset.CostNowhere)), sweep()).Route, "P1 is about Standard 4")
	a := recognize(t, asset.Policy{}, found(unmeasurable), sweep())
	assert.Equal(t, []string{"桂财资〔2025〕15号 四(四) [GX-4.4.2]", "财会〔2018〕34号 一(五)", "财会〔2017〕25号 1902 四(二)1"}, texts(a.RouteBasis),
		"practice §4: a voucher at nominal amount cites the plan and the surplus path")
}

func texts(clauses []rule.Clause) []string {
	var all []string
	for _, c := range clauses {
		all = append(all, c.String())
	}
	return all
}

// P22: by default an enterprise pilots on whatever it lawfully holds (四(七));
// read strictly, 四(一) wants duties or public service.
func TestPolicyOnEnterprises(t *testing.T) {
	strict := asset.Policy{Enterprise: asset.PublicServiceOnly}
	for _, tt := range []struct {
		r             asset.Resource
		loose, strict rule.State
	}{
		{bought(from(asset.FromBusiness)), rule.Met, rule.NotMet},
		{bought(), rule.Met, rule.NotMet},
		{bought(from(asset.FromService)), rule.Met, rule.Met},
		{bought(from(asset.FromBusiness, asset.FromDuty)), rule.Met, rule.Met},
		{bought(from(), holds(true)), rule.Unknown, rule.Unknown},
		{found(from(asset.FromPurchase)), rule.Met, rule.Met}, // not an enterprise
	} {
		assert.Equal(t, tt.loose, recognize(t, asset.Policy{}, tt.r, sweep()).Management.State)
		a := recognize(t, strict, tt.r, sweep())
		assert.Equal(t, tt.strict, a.Management.State)
		assert.Equal(t, recognize(t, asset.Policy{}, tt.r, sweep()).Accounting, a.Accounting, "P22 reads the plan, not CAS 6")
	}
}

// P20 counts assets; it does not change what one resource is.
// [TestUnitOfAccount] has its three answers.
func TestPolicyOnUnits(t *testing.T) {
	for _, u := range []asset.Unit{asset.ThemeSeries, asset.WholeSystem, asset.SingleTable} {
		for _, r := range []asset.Resource{found(), found(unmeasurable), bought()} {
			assert.Equal(t, recognize(t, asset.Policy{}, r, sweep()), recognize(t, asset.Policy{Unit: u}, r, sweep()))
		}
	}
}

// The standards bind from 2019-01-01 (财会〔2017〕25号): a purchase expensed the
// day before was no error then.
func TestRouteTurnsWithTheStandards(t *testing.T) {
	for d, want := range map[calendar.Date]asset.Route{
		day(2018, time.December, 31): asset.RouteSurplus,
		day(2019, time.January, 1):   asset.RouteCorrect,
	} {
		r := found(from(asset.FromPurchase), costIn(asset.CostExpensed), thereFrom(d))
		assert.Equal(t, want, recognize(t, asset.Policy{}, r, sweep()).Route, d.String())
	}
}

// A resource comes into being on its day: not before for either question.
func TestAvailability(t *testing.T) {
	accepted := day(2025, time.November, 18)
	r := found(from(asset.FromCommission), costIn(asset.CostPending), thereFrom(accepted))
	before := recognize(t, asset.Policy{}, r, accepted.AddDays(-1))
	assert.Equal(t, rule.NotMet, before.Management.State)
	assert.Equal(t, rule.NotMet, before.Accounting.State)
	assert.Equal(t, asset.RouteNone, before.Route)
	for _, id := range []rule.ID{"asset.management-exists", "asset.government-exists"} {
		assert.Contains(t, outcome(before, id).Why.EN, "2025-11-18", "it says from when")
		assert.Contains(t, outcome(before, id).Why.ZH, "2025-11-18")
	}
	on := recognize(t, asset.Policy{}, r, accepted)
	assert.Equal(t, rule.Met, on.Management.State)
	assert.Equal(t, asset.RouteAcquire, on.Route)
	assert.Equal(t, "D-1", on.Resource)
	assert.Equal(t, accepted, on.On)
}

// An error is about the call, not about the asset.
func TestRecognizeRefuses(t *testing.T) {
	_, err := asset.Recognize(found(), calendar.Date{})
	var noDay *rule.ValueError
	require.ErrorAs(t, err, &noDay)
	assert.Contains(t, err.Error(), "the day of the assessment")

	for path, change := range map[string]func(R){
		"/sources/0":     from("hearsay"),
		"/potentials/1":  bringing(asset.PotentialService, asset.PotentialService),
		"/holderKind":    func(r R) { r.HolderKind = "club" },
		"/costAt":        costIn("1002"),
		"/retention":     kept("sometimes"),
		"/masterCopy":    master("both"),
		"/id":            func(r R) { r.ID = "编号一" },
		"/businessModel": usedFor(asset.UseSale), // 财会〔2023〕11号 is not a department's
		"/cost":          proven(asset.ByNothing),
		"/choice":        chosen(asset.ChooseMemo), // P1 asks only where there is no cost
		"/splitKey":      dividedBy("hours"),       // nothing to divide
	} {
		a, err := asset.Recognize(found(change), sweep())
		var refused *rule.ReportError
		require.ErrorAs(t, err, &refused, path)
		assert.Equal(t, path, refused.Report.Findings[0].Path)
		assert.Zero(t, a, "no answer beside an error")
	}
	a, err := asset.Recognize(found(), sweep())
	require.NoError(t, err, "a draft lacks name, scale and more, and can be judged")
	assert.Equal(t, rule.Met, a.Management.State)
}

// Recognize reads its resource and keeps nothing of it: the same question gets
// the same answer, from many callers at once.
func TestRecognizeIsPure(t *testing.T) {
	r := bought(kept(asset.KeptRolling))
	first := recognize(t, asset.Policy{}, r, sweep())
	first.Management.Criteria[0].Title.ZH = "改"
	first.Management.Criteria[0].Basis[0] = rule.Clause{}
	done := make(chan asset.Assessment)
	for range 4 {
		go func() {
			a, _ := asset.Recognize(r, sweep())
			done <- a
		}()
	}
	want := recognize(t, asset.Policy{}, bought(kept(asset.KeptRolling)), sweep())
	for range 4 {
		assert.Equal(t, want, <-done)
	}
	assert.Equal(t, "桂财资〔2025〕15号 四(一) [GX-4.1.2]", want.Management.Criteria[0].Basis[0].String())
}

// anyResource draws a resource out of the codes, as a draft that the table
// accepts.
func anyResource(t *rapid.T) asset.Resource {
	code := func(key string) string {
		f, _ := asset.Resources().Definition().Field(key)
		list := f.Type.(record.Code).List
		return rapid.SampledFrom(append([]record.CodeEntry{{}}, list.Codes...)).Draw(t, key).Code
	}
	codes := func(key string) []string {
		f, _ := asset.Resources().Definition().Field(key)
		list := f.Type.(record.Codes).List
		drawn := rapid.SliceOfNDistinct(rapid.SampledFrom(list.Codes), 0, 3, func(c record.CodeEntry) string { return c.Code }).Draw(t, key)
		var all []string
		for _, c := range drawn {
			all = append(all, c.Code)
		}
		return all
	}
	dates := rapid.SampledFrom([]calendar.Date{{}, day(2018, time.December, 31), day(2019, time.January, 1), sweep(), sweep().AddDays(1)})
	r := asset.Resource{
		ID: "X", HolderKind: rapid.SampledFrom(rule.Entities()).Draw(t, "holderKind"), Retention: asset.Retention(code("retention")), MasterCopy: asset.MasterCopy(code("masterCopy")),
		CostAt: asset.CostLocation(code("costAt")), Evidence: asset.CostEvidence(code("costEvidence")), AvailableOn: dates.Draw(t, "availableOn"),
	}
	for _, s := range codes("sources") {
		r.Sources = append(r.Sources, asset.Source(s))
	}
	for _, p := range codes("potentials") {
		r.Potentials = append(r.Potentials, asset.Potential(p))
	}
	if r.HolderKind == rule.Enterprise {
		r.Use = asset.Use(code("businessModel"))
	}
	for _, s := range r.Sources {
		if s == asset.FromDevelopment {
			r.Stage = asset.Stage(code("stage"))
			if r.HolderKind == rule.Enterprise {
				r.ConditionsMet = dates.Draw(t, "conditionsMetOn")
			}
		}
	}
	switch r.CostAt {
	case asset.CostIntangible, asset.CostFixed, asset.CostConstruction:
		r.Split = asset.SplitKey(code("splitKey"))
	}
	switch r.Evidence {
	case asset.ByNothing:
		r.Choice = asset.Choice(code("choice"))
	default:
		if rapid.Bool().Draw(t, "cost") {
			r.Cost = money.MustParse("480000.00")
		}
	}
	if rapid.Bool().Draw(t, "says") {
		r.Controlled = record.Some(rapid.Bool().Draw(t, "controlled"))
	}
	return r
}

// What holds for every resource under every policy, said a second time.
func TestRecognizeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyResource(t)
		p := asset.Policy{
			Enterprise: asset.Holding(rapid.IntRange(0, 1).Draw(t, "P22")),
			Unmeasured: asset.Booking(rapid.IntRange(0, 1).Draw(t, "P1")),
			Unit:       asset.Unit(rapid.IntRange(0, 2).Draw(t, "P20")),
		}
		a, err := p.Recognize(r, sweep())
		require.NoError(t, err)
		enterprise := r.HolderKind == rule.Enterprise
		accounting := 5
		if r.Use == asset.UseSale {
			accounting = 4 // CAS 1 does not ask whether goods are identifiable
		}
		require.Len(t, a.Management.Criteria, 5)
		require.Len(t, a.Accounting.Criteria, accounting)
		for _, j := range []asset.Judgement{a.Management, a.Accounting} {
			want := rule.Met
			for _, o := range j.Criteria {
				checkOutcome(t, o)
				if o.State == rule.NotMet || o.State == rule.Unknown && want == rule.Met {
					want = o.State
				}
			}
			require.Equal(t, want, j.State)
		}
		require.Equal(t, enterprise, a.System == asset.EnterpriseAccounting)
		require.Equal(t, enterprise, a.Class != "")

		anothers := outcome(a, "asset.management-controlled").State == rule.NotMet || outcome(a, "asset.management-once").State == rule.NotMet
		bothMet := a.Management.State == rule.Met && a.Accounting.State == rule.Met
		switch a.Route {
		case asset.RouteMemo: // another's, or the unit's choice where there is no cost
			require.True(t, anothers || !enterprise && a.Accounting.State == rule.NotMet && r.Evidence == asset.ByNothing)
		case asset.RouteNone: // an asset with a cost goes somewhere, but for one whose year decides and is not told
			require.True(t, !bothMet || r.CostAt == asset.CostExpensed && r.AvailableOn.IsZero())
		case asset.RouteReclassify, asset.RouteCorrect, asset.RouteSurplus: // the government's, with a cost
			require.True(t, !enterprise && bothMet)
		case asset.RouteAcquire: // CAS 6 binds an enterprise whatever the plan says
			require.True(t, bothMet || enterprise && a.Accounting.State == rule.Met)
		case asset.RouteNominal: // the government's, without one
			require.True(t, !enterprise && a.Management.State == rule.Met && a.Accounting.State == rule.NotMet && !r.Cost.Present())
		case asset.RouteDisclose:
			require.True(t, enterprise && a.Accounting.State == rule.NotMet)
		default:
			t.Fatalf("no route %q", a.Route)
		}
		if a.Route == asset.RouteSurplus || a.Route == asset.RouteCorrect { // never what is in the books as an asset
			require.Contains(t, []asset.CostLocation{asset.CostExpensed, asset.CostNowhere}, r.CostAt)
		}
		require.NotEmpty(t, a.RouteWhy.ZH)
		require.NotEmpty(t, a.RouteWhy.EN)
		require.NotEmpty(t, a.RouteBasis)
	})
}

// The conditions that an officer confirms one by one are those that are judged.
func TestManagementCriteria(t *testing.T) {
	a, err := asset.Recognize(asset.Resources().Sample(), calendar.MustDate(2025, 12, 1))
	require.NoError(t, err)
	list := asset.ManagementCriteria()
	require.Len(t, list, len(a.Management.Criteria))
	for i, c := range a.Management.Criteria {
		assert.Equal(t, c.Criterion, list[i])
	}
}
