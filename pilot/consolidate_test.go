package pilot_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// county is a county that a city finance bureau named, with one data set that the
// bureau transferred to it.
func county(id, name string) asset.Inventory {
	v := bureau()
	v.Holder.Name, v.Holder.Role, v.Holder.Parent = "某县", rule.NamedCounty, "北海市财政局"
	v.Holder.Authority, v.Holder.Approver = rule.CountyLevel, "某县财政局"
	x := data(id, rule.Administrative, asset.FromTransfer)
	x.Name = name
	v.Resources = []asset.Resource{x}
	return v
}

// retire is a row that was transferred to another unit.
func retire(on, id string) pilot.Retired {
	return pilot.Retired{On: day(on), Asset: id, Cause: ledger.CauseTransferred, Reason: "无偿调出"}
}

func counts(all []pilot.Figure) map[pilot.Measure]int {
	of := map[pilot.Measure]int{}
	for _, f := range all {
		if f.Count > 0 {
			of[f.Measure] = f.Count
		}
	}
	return of
}

func consolidated(t *testing.T, at string, units ...pilot.Unit) pilot.Consolidated {
	t.Helper()
	var results []pilot.Result
	for _, u := range units {
		results = append(results, reviewed(t, u, at))
	}
	c, err := pilot.Consolidate(results)
	require.NoError(t, err)
	return c
}

// Two departments add up: every figure with what it counts.
func TestConsolidate(t *testing.T) {
	one := built(t, department(), list("2025-05-20", "D-1", "D-2"), surplus("2025-06-30", "PY", "D-1"),
		receipt("2026-04-09", "SR-1", revenue.OneOff, "100.00", "D-1"), receipt("2026-05-08", "SR-2", revenue.OneOff, "20.50", "D-1"))
	two := built(t, group(), list("2025-05-20", "E-1", "E-2"), matter("2026-03-02", "M-1", revenue.MatterUse, "30.00", "E-1"), matter("2026-03-03", "M-2", revenue.MatterPledge, "900.00", "E-1"))
	c := consolidated(t, "2026-12-31", one, two)
	require.Len(t, c.Units, 2)
	assert.Empty(t, c.Doubles)
	assert.Empty(t, c.Report.Findings)
	received, ok := c.Figure(pilot.MeasureReceived)
	require.True(t, ok)
	assert.Equal(t, "150.50", received.Amount.String()) // 100.00 + 20.50 + 30.00; a pledge earns nothing
	assert.Equal(t, []pilot.Counted{
		{Unit: "自治区科技厅", ID: "SR-1", Amount: yuan("100.00")}, {Unit: "自治区科技厅", ID: "SR-2", Amount: yuan("20.50")}, {Unit: "广西投资集团", ID: "M-1", Amount: yuan("30.00")},
	}, received.Items)
	nominal, _ := c.Units[0].Figure(pilot.MeasureNominal)
	assert.Equal(t, pilot.Figure{Measure: pilot.MeasureNominal, Count: 1, Amount: yuan("1.00"), Items: []pilot.Counted{{Unit: "自治区科技厅", ID: "D-1", Name: "数据D-1", Amount: yuan("1.00")}}}, nominal)
	resources, _ := c.Figure(pilot.MeasureResources)
	assert.Equal(t, 6, resources.Count) // four and two
	_, ok = c.Figure("none")
	assert.False(t, ok)
	for _, m := range pilot.Measures() {
		assert.NotEmpty(t, m.Title().ZH, m)
		assert.NotEmpty(t, m.Title().EN, m)
	}
	assert.True(t, pilot.Measure("none").Title().IsZero())

	// Each figure is the total of its unit's review.
	for i, u := range []pilot.Unit{one, two} {
		r := reviewed(t, u, "2026-12-31")
		of := counts(c.Units[i].Own)
		totals := r.Totals
		assert.Equal(t, []int{totals.Resources, totals.Assets, totals.Unknown, totals.Ledger.Registered, totals.Ledger.Booking[asset.BookedNominal], totals.Ledger.Booking[asset.BookedCost], totals.Authorised, totals.Late},
			[]int{of[pilot.MeasureResources], of[pilot.MeasureAssets], of[pilot.MeasureUnknown], of[pilot.MeasureRegistered], of[pilot.MeasureNominal], of[pilot.MeasureAtCost], of[pilot.MeasureAuthorised], of[pilot.MeasureLate]})
		f, _ := c.Units[i].Figure(pilot.MeasureReceived)
		assert.Equal(t, totals.Received, f.Amount)
	}
}

// What a unit transferred to another counts once: where it is now.
func TestConsolidateTransfer(t *testing.T) {
	v := bureau()
	v.Resources[0].Name = "文旅消费券核销数据"
	for name, tt := range map[string]struct {
		id, name, provider string
		doubles            bool
	}{
		"same id":                {"D-1", "某县消费券数据", "", true},
		"same name":              {"X-9", "文旅消费券核销数据", "", true},
		"provider named":         {"X-9", "文旅消费券核销数据", "北海市财政局", true},
		"another's, by its name": {"X-9", "某县消费券数据", "北海市财政局", false},
	} {
		other := county(tt.id, tt.name)
		other.Resources[0].Provider = tt.provider
		from := built(t, v, list("2025-05-20", "D-1"), retire("2026-11-12", "D-1"))
		to, _ := pilot.Build(other, recorded(list("2026-11-12", tt.id)), day("2026-12-31"))
		c := consolidated(t, "2026-12-31", from, to)
		want := map[pilot.Measure]int{pilot.MeasureResources: 2, pilot.MeasureAssets: 1}
		if tt.doubles {
			want[pilot.MeasureResources] = 1
			require.Len(t, c.Doubles, 1, name)
			assert.Equal(t, "北海市财政局", c.Doubles[0].Dropped.Unit, name)
			assert.Equal(t, "某县", c.Doubles[0].Kept.Unit, name)
			assert.NotEmpty(t, c.Doubles[0].Why.EN)
		}
		got := counts(c.Total)
		delete(got, pilot.MeasureLate)
		assert.Equal(t, want, got, name)
		assert.Equal(t, got[pilot.MeasureResources], counts(c.Units[0].Group)[pilot.MeasureResources], "%s: the bureau's group is all there is", name)
		assert.Equal(t, 1, counts(c.Units[0].Own)[pilot.MeasureResources], "a unit's own line drops nothing")
	}

	// While both still list it, one of the two assets counts.
	other := county("D-1", "文旅消费券核销数据")
	other.Resources[0].Provider = "北海市财政局"
	from := built(t, v, list("2025-05-20", "D-1"))
	to, _ := pilot.Build(other, recorded(list("2026-11-12", "D-1")), day("2026-12-31"))
	c := consolidated(t, "2026-12-31", from, to)
	assert.Equal(t, 1, counts(c.Total)[pilot.MeasureAssets])
	assert.Len(t, c.Doubles, 2)
}

// What a unit shares with another counts as a resource once: where it comes from.
func TestConsolidateShared(t *testing.T) {
	v := department()
	v.Resources = v.Resources[3:]
	v.Resources[0].ID, v.Resources[0].Provider = "D-4", "广西投资集团"
	other := group()
	other.Resources[0].Name = v.Resources[0].Name
	c := consolidated(t, "2026-12-31", built(t, v), built(t, other))
	require.NotEmpty(t, c.Doubles)
	assert.Equal(t, "自治区科技厅", c.Doubles[0].Dropped.Unit)
	assert.Equal(t, 2, counts(c.Total)[pilot.MeasureResources]) // one and two, one of them the same
}

// P29: named units stand below the unit that named them; a report that it filed
// without their figures is noted.
func TestConsolidateRollsUp(t *testing.T) {
	from := built(t, bureau(), done(pilot.DutyReport, "2025Q3", "2025-10-21"), done(pilot.DutyReport, "2026Q2", "2026-07-14"))
	to, report := pilot.Build(county("X-1", "某县数据"), recorded(done(pilot.DutyReport, "2025Q3", "2025-10-20")), day("2026-12-31"))
	require.NoError(t, report.Err())
	c := consolidated(t, "2026-12-31", to, from, built(t, group()))
	var names []string
	for _, u := range c.Units {
		names = append(names, u.Holder.Name)
	}
	assert.Equal(t, []string{"北海市财政局", "某县", "广西投资集团"}, names)
	assert.True(t, c.Units[1].Below)
	assert.Equal(t, 2, counts(c.Units[0].Group)[pilot.MeasureResources])
	assert.Equal(t, 1, counts(c.Units[0].Own)[pilot.MeasureResources])
	require.Len(t, c.Report.Findings, 1)
	assert.Equal(t, "/units/北海市财政局/pilot.quarterly-report/2026Q2", c.Report.Findings[0].Path)
	assert.Contains(t, c.Report.Findings[0].Message.ZH, "某县")
	assert.Empty(t, findings(reviewed(t, to, "2026-12-31"), "pilot.done-is-owed"), "figures given to the bureau are no stray")

	// Alone, its figures go into nobody's.
	c = consolidated(t, "2026-12-31", to)
	require.Len(t, c.Report.Findings, 1)
	assert.Contains(t, c.Report.Findings[0].Message.EN, "go into no pilot unit's")
	assert.False(t, c.Units[0].Below)
}

func TestConsolidateErrors(t *testing.T) {
	c, err := pilot.Consolidate(nil)
	require.NoError(t, err)
	assert.Empty(t, c.Units)
	a := reviewed(t, built(t, department()), "2026-12-31")
	for _, bad := range [][]pilot.Result{{a, a}, {a, reviewed(t, built(t, group()), "2026-12-30")}, {{}}} {
		_, err := pilot.Consolidate(bad)
		var value *rule.ValueError
		require.ErrorAs(t, err, &value)
	}
	huge := "999999999999999.99"
	over := built(t, department(), list("2025-05-20", "D-1"), receipt("2026-04-09", "SR-1", revenue.OneOff, huge, "D-1"), receipt("2026-04-10", "SR-2", revenue.OneOff, huge, "D-1"))
	_, err = pilot.Consolidate([]pilot.Result{reviewed(t, over, "2026-12-31")})
	var much *money.ValueError
	require.ErrorAs(t, err, &much)
}
