package pilot_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// eachKind is a unit of each kind, in the order of the matrix.
func eachKind() []asset.Inventory { return []asset.Inventory{department(), group(), bureau()} }

var marks = map[string]rule.Force{"●": rule.ByText, "○": rule.ByReference, "–": ""}

// “Who owes what”, every cell: how firmly the clause binds the kind of unit, the
// duties that rest on it, the rules that are for some kinds only, and what the
// review makes of the clause.
func TestMatrix(t *testing.T) {
	matrix, err := os.ReadFile(filepath.Join("..", "testdata", "coverage", "who-owes-what.txt"))
	require.NoError(t, err)
	plan := pilot.Guangxi()
	var results []pilot.Result
	for _, v := range eachKind() {
		results = append(results, reviewed(t, built(t, v), "2026-12-31"))
	}
	all := slices.Concat(plan.Milestones, plan.Duties, plan.Filings)
	rows, cells, duties := 0, 0, 0
	for line := range strings.Lines(string(matrix)) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, row, 5, line)
		rows++
		key := row[0]
		for i, v := range eachKind() {
			want, known := marks[row[i+1]]
			require.True(t, known, line)
			cells++
			name := key + " " + string(v.Holder.Role)
			assert.Equal(t, want, plan.Binds(key, v.Holder), name)
			for _, d := range all {
				if d.Basis[0].Key == key {
					duties++
					assert.Equal(t, want, d.OwedBy(v.Holder.Role), "%s: %s", name, d.ID)
				}
			}
			for _, k := range pilot.Catalogue(plan).Rules {
				if want == "" && len(k.Basis) == 1 && k.Basis[0].Key == key && len(k.Roles) > 0 {
					assert.NotContains(t, k.Roles, v.Holder.Role, "%s: %s", name, k.ID)
				}
			}
			of, found := results[i].ByClause(key)
			require.True(t, found, key)
			assert.Equal(t, want == "", of.State == rule.NotApplicable, "%s: %s", name, of.State)
		}
		b := slices.IndexFunc(plan.Bindings, func(b pilot.Binding) bool { return slices.Contains(b.Keys, key) })
		require.GreaterOrEqual(t, b, 0, key)
		to := plan.Bindings[b].To.EN
		if to == "" {
			to = "none"
		}
		assert.Equal(t, row[4], to, key)
	}
	assert.Equal(t, 25, rows)
	assert.Equal(t, 75, cells)
	assert.Equal(t, 14*3, duties, "each of the 14 duties of the plan has its row")
	n := 0
	for _, b := range plan.Bindings {
		n += len(b.Keys)
	}
	assert.Equal(t, rows, n, "no row of the code is missing in the list")

	// A clause without a row binds all three.
	for _, v := range eachKind() {
		assert.Equal(t, rule.ByText, plan.Binds("GX-5.3.5", v.Holder))
	}
}

// A unit that a pilot unit named takes part by reference, as the kind of unit it
// is like (五(二)).
func TestBindsNamedUnits(t *testing.T) {
	plan := pilot.Guangxi()
	for _, tt := range []struct {
		role      rule.Role
		entity    rule.Entity
		authority rule.Authority
		key       string
		want      rule.Force
	}{
		{rule.NamedSubordinate, rule.PublicInstitution, rule.RegionLevel, "GX-4.3.3", rule.ByReference}, // as a department
		{rule.NamedSubordinate, rule.PublicInstitution, rule.RegionLevel, "GX-4.4.5", ""},
		{rule.NamedSubordinate, rule.Enterprise, rule.RegionLevel, "GX-4.4.5", rule.ByReference}, // as an enterprise
		{rule.NamedSubordinate, rule.PublicInstitution, rule.CityLevel, "GX-4.6.3", ""},          // of a city: its own rule
		{rule.NamedCounty, rule.Administrative, rule.CountyLevel, "GX-5.3.3", rule.ByReference},
		{rule.NamedCounty, rule.Administrative, rule.CountyLevel, "GX-4.2.2", rule.ByReference}, // no row
	} {
		h := asset.Holder{Role: tt.role, Entity: tt.entity, Authority: tt.authority}
		assert.Equal(t, tt.want, plan.Binds(tt.key, h), "%s %s %s", tt.role, tt.entity, tt.key)
	}
}

// P29: what is told to somebody is told by the unit that named it, unless the
// choice is that it files itself; sweep, ledger and milestones are its own, by
// reference.
func TestSubordinates(t *testing.T) {
	v := department()
	v.Holder.Name, v.Holder.Role, v.Holder.Parent = "某事业单位", rule.NamedSubordinate, "自治区科技厅"
	v.Holder.Entity = rule.PublicInstitution
	for i := range v.Resources {
		v.Resources[i].HolderKind = rule.PublicInstitution
	}
	u := built(t, v)
	owed := func(c pilot.Subordinates) map[rule.ID]int {
		r, err := pilot.Reviewer{Policy: pilot.Policy{Subordinates: c}}.Review(u, day("2026-12-31"))
		require.NoError(t, err)
		all := map[rule.ID]int{}
		for _, o := range r.Obligations {
			if !o.Advice {
				all[o.Duty.ID]++
				assert.Equal(t, rule.ByReference, o.Force, o.Duty.ID)
			}
		}
		return all
	}
	kept := map[rule.ID]int{pilot.DutySweep: 1, pilot.DutyLedger: 1, pilot.DutyResults: 1, pilot.DutyCompletion: 1}
	assert.Equal(t, kept, owed(pilot.RollUp))
	for _, id := range []rule.ID{pilot.DutyLiaison, pilot.DutyPlan, pilot.DutySummary} {
		kept[id] = 1
	}
	kept[pilot.DutyReport], kept[pilot.DutyStateAssets] = 7, 2
	assert.Equal(t, kept, owed(pilot.OwnFiling))
}

// Figures for the state-asset report go to the finance department of the unit's
// own level, which its record names or its authority tells.
func TestAddressee(t *testing.T) {
	for _, tt := range []struct {
		role      rule.Role
		authority rule.Authority
		approver  string
		want      string
	}{
		{rule.RegionDepartment, rule.RegionLevel, "自治区财政厅", "自治区财政厅"},
		{rule.RegionDepartment, rule.RegionLevel, "", "自治区财政厅"},
		{rule.RegionDepartment, rule.CentralLevel, "", "财政部"}, // a bureau under dual leadership
		{rule.CityFinanceBureau, rule.CityLevel, "北海市财政局", "北海市财政局"},
		{rule.CityFinanceBureau, rule.CityLevel, "", "设区市财政部门"},
		{rule.CityFinanceBureau, "", "", "本级财政部门"},
		{rule.RegionEnterprise, rule.RegionLevel, "", "本级财政部门或国有资产监督管理部门"},
	} {
		v := department()
		if tt.role == rule.RegionEnterprise {
			v = group()
		}
		v.Holder.Role, v.Holder.Authority, v.Holder.Approver = tt.role, tt.authority, tt.approver
		u, _ := pilot.Build(v, nil, day("2026-12-31"))
		r := reviewed(t, u, "2026-12-31")
		o := obligation(t, r, pilot.DutyStateAssets, "2025")
		assert.Equal(t, tt.want, o.To.ZH)
		assert.Contains(t, o.Line(rule.Chinese), "→ "+tt.want)
	}
}

// 五(一) 明确责任部门和人员, 六 明确试点工作负责人、联系人.
func TestMechanismNamed(t *testing.T) {
	v := department()
	assert.Empty(t, findings(reviewed(t, built(t, v), "2026-12-31"), "pilot.mechanism-named"))
	v.Holder.Leader, v.Holder.Department = "", ""
	u, _ := pilot.Build(v, nil, day("2026-12-31"))
	found := findings(reviewed(t, u, "2026-12-31"), "pilot.mechanism-named")
	require.Len(t, found, 2)
	assert.Equal(t, "/department", found[0].Path)
	assert.Equal(t, "/leader", found[1].Path)
	assert.Equal(t, rule.Warning, found[0].Severity)
	v.Holder.Role, v.Holder.Parent = rule.NamedSubordinate, "自治区财政厅"
	u, _ = pilot.Build(v, nil, day("2026-12-31"))
	assert.Empty(t, findings(reviewed(t, u, "2026-12-31"), "pilot.mechanism-named"))
}

// Duties of other law are listed as advice, only where they concern the unit, and
// never make it late.
func TestAdvice(t *testing.T) {
	advised := func(r pilot.Result) map[rule.ID]int {
		all := map[rule.ID]int{}
		for _, o := range r.Obligations {
			if o.Advice {
				all[o.Duty.ID]++
				assert.Equal(t, rule.ByReference, o.Force)
				assert.Contains(t, o.Line(rule.Chinese), "〔建议〕")
				assert.Contains(t, o.Line(rule.English), "[advice]")
			}
		}
		return all
	}
	u := built(t, department())
	u.Journal = nil
	r := reviewed(t, u, "2026-12-31")
	assert.Equal(t, map[rule.ID]int{pilot.DutyStocktake: 2}, advised(r))
	assert.Equal(t, rule.NotRecorded, obligation(t, r, pilot.DutyStocktake, "2025").Standing)
	assert.Equal(t, rule.Ahead, obligation(t, r, pilot.DutyStocktake, "2026").Standing) // 12-31 is the last day
	late := r.Totals.Late

	v := department()
	v.Resources[0].Importance = "important"
	u = built(t, v, append([]pilot.Event{
		done(pilot.DutyStocktake, "2025", "2025-12-24"), list("2025-05-20", "D-1", "D-2"), surplus("2025-06-30", "PY", "D-1"),
		submit("2025-09-01", "D-2"), approve("2025-09-02", []string{"Z-1"}, "D-2"),
	}, grant("2025-12-22", "SQ", "D-2")...)...)
	r = reviewed(t, u, "2026-12-31")
	assert.Equal(t, map[rule.ID]int{
		pilot.DutyStocktake: 2, pilot.DutyYearEnd: 2, pilot.DutyImportantData: 2, pilot.DutyDisclosure: 1, pilot.DutyPriceReport: 1, // the grant runs from 2026 to 2028
	}, advised(r))
	assert.Equal(t, rule.OnTime, obligation(t, r, pilot.DutyStocktake, "2025").Standing)
	assert.Empty(t, findings(r, "pilot.done-is-owed"))
	assert.Equal(t, rule.Promptly, obligation(t, r, pilot.DutyYearEnd, "2025").Standing, "the surplus of June still stands in 1902")
	assert.Equal(t, rule.NotTriggered, obligation(t, reviewed(t, u, "2025-12-30"), pilot.DutyYearEnd, "2025").Standing)
	clear := built(t, department())
	assert.Equal(t, rule.Done, obligation(t, reviewed(t, clear, "2026-12-31"), pilot.DutyYearEnd, "2025").Standing)
	assert.Equal(t, late, r.Totals.Late, "advice is never late")
	disclosure := obligation(t, r, pilot.DutyDisclosure, "SQ 2026")
	assert.Equal(t, "2027-03-31", disclosure.Due.Date.String())
	assert.Equal(t, rule.Ahead, disclosure.Standing)
	assert.Equal(t, rule.NotTriggered, obligation(t, reviewed(t, u, "2025-12-31"), pilot.DutyStocktake, "2026").Standing) // its year begins on 01-01

	assert.Equal(t, map[rule.ID]int{pilot.DutyNotes: 2}, advised(reviewed(t, built(t, group()), "2026-12-31")))
}

// The inventory taken is the duty of its year done: on the first of the year, as far
// as the day of the review knows it.
func TestStocktakeIsDone(t *testing.T) {
	taken := func(on string) pilot.Event { return pilot.Stocktaken{On: day(on), Agrees: record.Some(true)} }
	u := built(t, department(), taken("2025-12-24"), taken("2025-12-30"), taken("2026-12-23"))
	r := reviewed(t, u, "2026-12-31")
	for year, on := range map[string]string{"2025": "2025-12-24", "2026": "2026-12-23"} {
		o := obligation(t, r, pilot.DutyStocktake, year)
		assert.Equal(t, rule.OnTime, o.Standing, year)
		assert.Equal(t, day(on), o.DoneOn, year)
	}
	assert.Equal(t, rule.Ahead, obligation(t, reviewed(t, u, "2025-12-23"), pilot.DutyStocktake, "2025").Standing)
}

// Final accounts are owed a year after each project's acceptance (国务院令第738号
// 第31条), as far as the inventory tells.
func TestAdvisedOccasions(t *testing.T) {
	v := department()
	v.Projects = []asset.Project{
		{ID: "P-01", Name: "科技管理平台", AcceptedOn: day("2025-03-10"), FinalAccountsOn: day("2025-12-01")},
		{ID: "P-02", Name: "成果平台", AcceptedOn: day("2025-06-30")},
		{ID: "P-03", Name: "老平台", AcceptedOn: day("2019-06-28")}, // before the Regulation
		{ID: "P-04", Name: "在建平台"},
	}
	u, _ := pilot.Build(v, nil, day("2026-12-31"))
	r := reviewed(t, u, "2026-12-31")
	var lines []string
	for _, o := range r.Obligations {
		if o.Duty.ID == pilot.DutyFinalAccounts {
			lines = append(lines, o.Subject+" "+o.Due.Date.String()+" "+string(o.Standing))
		}
	}
	assert.Equal(t, []string{"P-01 2026-03-10 onTime", "P-02 2026-06-30 notRecorded"}, lines)
	stock := obligation(t, r, pilot.DutyStocktake, "2025")
	assert.Equal(t, calendar.MustDate(2025, 12, 31), stock.Due.Date)
}

// Research and development in the books (1703) is assessed at the year end.
func TestAdvisedDevelopment(t *testing.T) {
	u := built(t, department())
	u.Journal = accounting.NewJournal()
	posting, err := government.Events().Post(accounting.Event{
		ID: "YF-1", Kind: "government.research-spent", On: day("2026-03-02"), Entity: rule.Administrative,
		Facts: map[string]string{"payment": "treasury"},
		Parts: []accounting.Part{{Asset: "D-1", Detail: "研究支出——D-1", Amounts: map[string]money.Amount{"pay": yuan("100.00")}}},
	})
	require.NoError(t, err)
	require.NoError(t, u.Journal.Post(0, posting))
	assert.Equal(t, rule.Promptly, obligation(t, reviewed(t, u, "2026-12-31"), pilot.DutyDevelopment, "2026").Standing)
	for _, o := range reviewed(t, u, "2026-03-01").Obligations {
		assert.NotEqual(t, pilot.DutyDevelopment, o.Duty.ID)
	}
}

// Every role, entity and level: what a unit owes of the plan is what the matrix
// says binds it, as firmly.
func TestEveryKindOfHolder(t *testing.T) {
	plan := pilot.Guangxi()
	n := 0
	for _, role := range append(rule.Roles(), "") {
		for _, entity := range append(rule.Entities(), "") {
			for _, authority := range append(rule.Authorities(), "") {
				h := asset.Holder{Name: "某单位", Role: role, Entity: entity, Authority: authority, Parent: "某厅"}
				r, err := pilot.Reviewer{Policy: pilot.Policy{Subordinates: pilot.OwnFiling}}.Review(pilot.Unit{Inventory: asset.Inventory{Holder: h}}, day("2026-12-31"))
				require.NoError(t, err)
				for _, o := range r.Obligations {
					if o.Advice {
						assert.True(t, o.Duty.Binds(entity), "%s %s", entity, o.Duty.ID)
						continue
					}
					n++
					assert.Equal(t, plan.Binds(o.Duty.Basis[0].Key, h), o.Force, "%v: %s", h, o.Duty.ID)
				}
				assert.Equal(t, role == "", len(r.Obligations) == 0, "%v", h)
			}
		}
	}
	assert.Positive(t, n)
}

// 发改数据规〔2025〕26号 第9条: within 20 working days of the first supply under a
// grant; what was operated before 2025-03-01, within 30 of that day. 三月三 2025
// (03-31, 04-01) moves the second: 03-03…07 (5), 10…14, 17…21, 24…28 (20); nation
// 03-31, 04-01…03 (24), 07…11 (29), 14; Guangxi 04-02 03 (22), 07…11 (27), 14 15 16.
func TestAdvisedRegistration(t *testing.T) {
	before := []pilot.Event{list("2024-05-20", "D-1", "D-2"), submit("2024-09-01", "D-1"), approve("2024-09-02", []string{"Z-1"}, "D-1")}
	u := built(t, department(), slices.Concat(before, grant("2025-12-22", "SQ", "D-1"), []pilot.Event{
		supply("2026-01-05", "SQ", "D-1"), supply("2026-02-05", "SQ", "D-1"), national("submit", "2026-01-28", "D-1", papers()...),
	})...)
	r := reviewed(t, u, "2026-12-31")
	first := obligation(t, r, pilot.DutyNationalFirst, "D-1")
	assert.Equal(t, "2026-02-02", first.Due.Date.String()) // 01-06…09 (4), 12…16, 19…23, 26…30 (19), 02-02
	assert.Equal(t, rule.OnTime, first.Standing)
	assert.Equal(t, "公共数据资源登记机构", first.To.ZH)
	assert.True(t, first.Advice)
	n := 0
	for _, o := range r.Obligations {
		if strings.HasPrefix(string(o.Duty.ID), "registry.") {
			n++
		}
	}
	assert.Equal(t, 1, n, "once an asset, and nothing to catch up")

	// Of an operation that began before the measures.
	a := application("SQ", "D-1")
	a.From = day("2024-12-02")
	begun := built(t, department(), append(before, draft("2025-12-22", "SQ", a), decide("2025-12-22", "SQ"), adopt("2025-12-22", "SQ"), sign("2025-12-22", "SQ", a))...)
	o := obligation(t, reviewed(t, begun, "2026-12-31"), pilot.DutyNationalCatchUp, "D-1")
	assert.Equal(t, "2025-04-16", o.Due.Date.String())
	assert.Equal(t, "2025-04-14", o.National.Date.String())

	// Supplied, and by no grant: not within authorised operation.
	u.Authorizations = nil
	for _, o := range reviewed(t, u, "2026-12-31").Obligations {
		assert.NotEqual(t, pilot.DutyNationalFirst, o.Duty.ID)
	}
}

// The national registration stands beside the card, step by step (26号 第9—13条):
// acceptance, formal review, public notice, code; the ledger has the code, and a
// code before the notice is over is refused.
func TestNationalSteps(t *testing.T) {
	before := append(carded(), national("submit", "2026-01-28", "D-1", papers()...), national("accept", "2026-02-02", "D-1"),
		national("examine", "2026-02-03", "D-1"), national("publish", "2026-02-27", "D-1"))
	code := national("approve", "2026-03-12", "D-1")
	code.Certificates = []string{"M-1"}
	refuses(t, department(), refused{"a code within the notice", before, code, "registry.notice-ended", "/assets/0", "发改数据规〔2025〕26号", "2026-03-12", "2026-03-12"})
	code.On = day("2026-03-13")
	u := built(t, department(), append(before, code)...)
	require.Len(t, u.Registrations, 2)
	card, beside := u.Registrations[0], u.Registrations[1]
	assert.Equal(t, "finance-card ZS-1", card.Regime().ID()+" "+card.Certificate.Number)
	assert.Equal(t, "public-data M-1 2029-03-12", beside.Regime().ID()+" "+beside.Certificate.Number+" "+beside.ValidTo.String())
	row, _ := u.Ledger.Now().Row("D-1")
	assert.Equal(t, "ZS-1 M-1 2025-09-10", row.CertificateNo+" "+row.NationalCode+" "+row.RegisteredOn.String())
	assert.Empty(t, findings(reviewed(t, u, "2026-12-31"), "pilot.ledger-has-registration"))
	revoked := national("revoke", "2026-05-06", "D-1")
	revoked.Reason, revoked.Ground = "材料虚假", registry.Concealed
	u = built(t, department(), append(before, code, revoked)...)
	row, _ = u.Ledger.Now().Row("D-1")
	assert.Equal(t, "ZS-1 ", row.CertificateNo+" "+row.NationalCode)

	// Without its papers it is not applied for.
	refuses(t, department(), refused{"no papers", carded(), national("submit", "2026-01-28", "D-1"), "registry.documents", "/assets/0", "发改数据规〔2025〕26号", "缺少材料", "missing"})
	// A card knows no acceptance.
	accept := national("accept", "2025-09-09", "D-1")
	accept.Regime = ""
	refuses(t, department(), refused{"accepting a card", append(base(), submit("2025-09-08", "D-1")), accept, effect, "/assets/0", "GX-4.2.3", "", ""})
}

// The yearly and other duties of other law that a unit expects, one by one.
func TestOtherLaw(t *testing.T) {
	list, err := os.ReadFile(filepath.Join("..", "testdata", "coverage", "other-law-duties.txt"))
	require.NoError(t, err)
	plan := pilot.Guangxi()
	carried := map[rule.ID]bool{pilot.DutyStateAssets: true} // the plan itself brings it in (四(三))
	for _, a := range plan.Advice {
		carried[a.Duty.ID] = true
		assert.NotEmpty(t, a.Duty.Basis)
		for _, o := range a.Duty.Owed {
			assert.NotEmpty(t, o.Force, a.Duty.ID)
		}
	}
	n := 0
	for line := range strings.Lines(string(list)) {
		what, id, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(t, found, line)
		assert.True(t, carried[rule.ID(id)], "%s: no duty %s", what, id)
		n++
	}
	assert.Len(t, carried, n, "every duty of other law is on the list")
}
