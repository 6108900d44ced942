package asset_test

import (
	"path"
	"slices"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// roads is a small sweep in which all is right: two projects, three systems, one
// of which two projects built, and resources in one system, in two, in a project
// alone, and in neither with the reason.
func roads() asset.Inventory {
	of := func(id string, change func(R)) asset.Resource {
		return sampleOf(rule.Administrative, id, "资源"+id, "1 GB", "全区", "daily", change).Resource
	}
	return asset.Inventory{
		Holder:   u1Holder(),
		Projects: []asset.Project{{ID: "P-1", Name: "一期"}, {ID: "P-2", Name: "二期"}},
		Systems: []asset.ITSystem{
			{ID: "S-1", Name: "甲", Projects: []string{"P-1"}},
			{ID: "S-2", Name: "乙", Projects: []string{"P-1", "P-2"}},
			{ID: "S-3", Name: "丙", Projects: []string{"P-2"}},
		},
		Resources: []asset.Resource{
			of("R-1", func(r R) { r.Systems, r.Projects = []string{"S-1"}, []string{"P-1"} }),
			of("R-2", func(r R) { r.Systems, r.Projects = []string{"S-1", "S-2"}, []string{"P-1", "P-2"} }),
			of("R-3", func(r R) { r.Projects = []string{"P-2"} }),
			of("R-4", func(r R) { r.NoProject = "手工台账" }),
		},
	}
}

// place is what a test asks of a finding.
type place struct {
	rule  rule.ID
	path  string
	value string
	row   int
}

func places(report rule.Report) []place {
	var all []place
	for _, f := range report.Findings {
		all = append(all, place{f.Rule, f.Path, f.Value, f.Row})
	}
	return all
}

// complete: a finding says what is wrong, what to do and by which clause.
func complete(t *testing.T, report rule.Report) {
	t.Helper()
	for _, f := range report.Findings {
		for _, s := range []string{f.Message.ZH, f.Message.EN, f.Fix.ZH, f.Fix.EN, f.Title.ZH, f.Title.EN, f.Severity.String()} {
			assert.NotEmpty(t, s, f.Rule)
		}
		assert.NotEmpty(t, f.Basis, f.Rule)
	}
}

func judge(v asset.Inventory, p asset.Policy) rule.Report {
	return asset.InventoryRules(p).Review(v, v.Holder.Context())
}

// The three levels hold together by ids, each used once on its level (GX-4.1.1).
func TestUniqueIDs(t *testing.T) {
	require.True(t, judge(roads(), asset.Policy{}).Clean())
	for name, tt := range map[string]struct {
		change func(*asset.Inventory)
		want   []place
	}{
		"project":  {func(v *asset.Inventory) { v.Projects = append(v.Projects, v.Projects[0]) }, []place{{"asset.unique-ids", "/projects/2/id", "P-1", 3}}},
		"system":   {func(v *asset.Inventory) { v.Systems = append(v.Systems, v.Systems[1]) }, []place{{"asset.unique-ids", "/systems/3/id", "S-2", 4}}},
		"resource": {func(v *asset.Inventory) { v.Resources[3].ID = "R-1" }, []place{{"asset.unique-ids", "/resources/3/id", "R-1", 4}}},
		"thrice": {func(v *asset.Inventory) { v.Resources[1].ID, v.Resources[2].ID = "R-1", "R-1" }, []place{
			{"asset.unique-ids", "/resources/1/id", "R-1", 2}, {"asset.unique-ids", "/resources/2/id", "R-1", 3},
		}},
		"no id is no double":       {func(v *asset.Inventory) { v.Resources[1].ID, v.Resources[2].ID = "", "" }, nil}, // the table asks for them
		"the same on other levels": {func(v *asset.Inventory) { v.Resources[0].ID, v.Resources[1].ID = "P-1", "S-1" }, nil},
	} {
		v := roads()
		tt.change(&v)
		report := judge(v, asset.Policy{})
		assert.Equal(t, tt.want, places(report), name)
		assert.Equal(t, len(tt.want), report.Count(rule.Blocking), name)
		complete(t, report)
	}
}

// A reference leads to a record of the sweep: system → project, resource →
// system, resource → project; many to many.
func TestReferences(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*asset.Inventory)
		want   []place
	}{
		"system to project":      {func(v *asset.Inventory) { v.Systems[1].Projects[1] = "P-9" }, []place{{"asset.references", "/systems/1/projects/1", "P-9", 2}}},
		"resource to project":    {func(v *asset.Inventory) { v.Resources[2].Projects[0] = "P-9" }, []place{{"asset.references", "/resources/2/projects/0", "P-9", 3}}},
		"resource to system":     {func(v *asset.Inventory) { v.Resources[1].Systems[1] = "S-9" }, []place{{"asset.references", "/resources/1/systems/1", "S-9", 2}}},
		"a system is no project": {func(v *asset.Inventory) { v.Resources[0].Projects[0] = "S-1" }, []place{{"asset.references", "/resources/0/projects/0", "S-1", 1}}},
		"a project taken away": {func(v *asset.Inventory) { v.Projects = v.Projects[1:] }, []place{
			{"asset.references", "/resources/0/projects/0", "P-1", 1},
			{"asset.references", "/systems/0/projects/0", "P-1", 1},
			{"asset.references", "/resources/1/projects/0", "P-1", 2},
			{"asset.references", "/systems/1/projects/0", "P-1", 2},
		}},
		"no levels above": {func(v *asset.Inventory) { v.Projects, v.Systems, v.Resources = nil, nil, v.Resources[3:] }, nil},
	} {
		v := roads()
		tt.change(&v)
		report := judge(v, asset.Policy{})
		assert.Equal(t, tt.want, places(report), name)
		assert.Equal(t, len(tt.want), report.Count(rule.Blocking), name)
		complete(t, report)
	}
}

// P20: what counts as one asset, on which the number of nominal yuan in the
// statements depends. New years of a series are additions, not assets.
func TestUnitOfAccount(t *testing.T) {
	v := roads()
	of := func(id, series string, systems ...string) asset.Resource {
		r := roads().Resources[0]
		r.ID, r.Series, r.Systems = id, series, systems
		return r
	}
	v.Resources = []asset.Resource{
		of("Y-2023", "交通量", "S-1"),
		of("Y-2024", "交通量", "S-2"),        // the same series in another system
		of("B-1", "", "S-1"),              // the same system, no series
		of("B-2", "", "S-1", "S-2"),       // of two systems: which one's is not said
		of("Y-2025", "交通量", "S-1", "S-3"), //
		of("C-1", "路况", "S-3"),            // alone in both
	}
	for u, want := range map[asset.Unit][]place{
		asset.ThemeSeries: {{"asset.unit-of-account", "/resources/1", "Y-2024", 2}, {"asset.unit-of-account", "/resources/4", "Y-2025", 5}},
		asset.WholeSystem: {{"asset.unit-of-account", "/resources/2", "B-1", 3}},
		asset.SingleTable: nil,
	} {
		report := judge(v, asset.Policy{Unit: u})
		assert.Equal(t, want, places(report), u)
		assert.Equal(t, len(want), report.Count(rule.Advice), "the law does not say: advice")
		assert.NoError(t, report.Err())
		complete(t, report)
	}
	report := judge(v, asset.Policy{})
	assert.Contains(t, report.Findings[0].Message.ZH, "交通量", "it names the series")
	assert.Equal(t, judge(v, asset.Policy{Unit: asset.ThemeSeries}), report, "the default of P20")
}

// GX-4.1.3: 全部纳入, none left out.
func TestLeftOut(t *testing.T) {
	answers, err := asset.Inventory{Resources: resourcesOf(u1())}.Recognize(asset.Policy{}, u1Sweep)
	require.NoError(t, err)
	ledger := []string{"JT-01", "JT-02", "JT-03", "JT-04", "JT-05", "JT-07", "JT-09", "JT-10"} // the eight of 2025-05-29
	managed := func(ids ...string) func(string) bool { return func(id string) bool { return slices.Contains(ids, id) } }
	assert.True(t, asset.LeftOut(answers, managed(ledger...)).Clean())
	assert.True(t, asset.LeftOut(answers, managed(append(ledger, "JT-08")...)).Clean(), "too much is not left out")

	report := asset.LeftOut(answers, managed("JT-01", "JT-02", "JT-04", "JT-05", "JT-07", "JT-10"))
	assert.Equal(t, []place{
		{"asset.none-left-out", "/resources/2", "JT-03", 3}, // an asset, though its booking is open
		{"asset.none-left-out", "/resources/8", "JT-09", 9}, // an asset, though a memo is all it gets
	}, places(report))
	assert.Equal(t, 2, report.Count(rule.Warning))
	assert.Contains(t, report.Findings[0].Message.ZH, "JT-03")
	assert.Equal(t, "桂财资〔2025〕15号 四(一) [GX-4.1.3]", report.Findings[0].Basis[0].String())
	complete(t, report)

	answers, err = asset.Inventory{Resources: resourcesOf(u1())}.Recognize(asset.Policy{}, jt06On)
	require.NoError(t, err)
	assert.Equal(t, []place{{"asset.none-left-out", "/resources/5", "JT-06", 6}}, places(asset.LeftOut(answers, managed(ledger...))),
		"the road images, from the day of acceptance")

	answers, err = asset.Inventory{Resources: resourcesOf(u3())}.Recognize(asset.Policy{}, u3Sweep)
	require.NoError(t, err)
	report = asset.LeftOut(answers, func(string) bool { return false })
	assert.Len(t, report.Findings, 8, "what is unknown (GL-08) is not left out")
	assert.True(t, asset.LeftOut(nil, nil).Clean())
}

// Review brings the records' own findings, those of each resource with its
// number, and those of the whole together.
func TestInventoryReview(t *testing.T) {
	at := day(2025, time.May, 22)
	require.Empty(t, roads().Review(asset.Policy{}, at).Findings)

	v := roads()
	v.Holder.CreditCode = "91350100M000100Y44" // the last digit should be 3
	v.Projects[1].Name = ""
	v.Systems[2].Name = ""
	v.Resources[1].Scale = ""
	v.Resources[2].Importance = asset.ImportanceUndetermined
	v.Resources[3].NoProject = ""
	v.Resources[3].Intended = "whole"
	v.Resources[3].DueDiligence = day(2025, time.May, 20)
	v.Resources[0].Systems = []string{"S-9"}
	report := v.Review(asset.Policy{}, at)
	type found struct {
		rule rule.ID
		row  int
	}
	var got []found
	for _, f := range report.Findings {
		got = append(got, found{f.Rule, f.Row})
	}
	assert.ElementsMatch(t, []found{
		{"record.identifier", 0}, // the holder is one
		{"record.required", 2},   // project 2
		{"record.required", 3},   // system 3
		{"record.required", 2},   // resource 2
		{"asset.class-determined", 3},
		{"asset.project-or-reason", 4},
		{"asset.prudence", 4}, // the study is missing, the due diligence is done
		{"asset.references", 1},
	}, got)
	assert.Equal(t, 5, report.Count(rule.Blocking))
	assert.Equal(t, 1, report.Count(rule.Warning))
	assert.Equal(t, 2, report.Count(rule.Advice))
	require.Error(t, report.Err())
	assert.Equal(t, report, v.Review(asset.Policy{}, at), "the same input, the same output")

	// The policy reaches the rules on the whole.
	v = roads()
	v.Resources[0].Series, v.Resources[3].Series = "交通量", "交通量"
	assert.True(t, v.Review(asset.Policy{}, at).Has("asset.unit-of-account"))
	assert.False(t, v.Review(asset.Policy{Unit: asset.SingleTable}, at).Has("asset.unit-of-account"))
}

// The sweep of the transport department on the day of its decision: nothing
// blocks, and three of its resources get advice.
func TestSampleReview(t *testing.T) {
	v := asset.Inventory{Holder: u1Holder(), Projects: u1Projects(), Resources: resourcesOf(u1())}
	report := v.Review(asset.Policy{}, u1Sweep)
	require.NoError(t, report.Err())
	got := places(report)
	for i := range got {
		got[i].path = path.Base(got[i].path)
	}
	assert.Equal(t, []place{
		{"asset.class-determined", "importance", "", 1}, // JT-01: precise coordinates, to be determined
		{"asset.prudence", "dueDiligenceOn", "", 2},     // JT-02: to be authorised by field
		{"asset.prudence", "feasibilityOn", "", 2},
		{"asset.prudence", "dueDiligenceOn", "", 6}, // JT-06: by scenario
		{"asset.prudence", "feasibilityOn", "", 6},
	}, got)
	complete(t, report)
}

// The rules that judge one resource, with each of their outcomes.
func TestResourceRules(t *testing.T) {
	done := day(2025, time.November, 26)
	for _, tt := range []struct {
		id     rule.ID
		change func(R)
		want   rule.State
	}{
		// GX-4.1.1: project → system → resource.
		{"asset.project-or-reason", in("P-1"), rule.Met},
		{"asset.project-or-reason", func(r R) { r.Systems = []string{"S-1"} }, rule.Met},
		{"asset.project-or-reason", func(r R) { r.NoProject = "手工台账" }, rule.Met},
		{"asset.project-or-reason", nil, rule.NotMet},
		// 数据安全法 art. 21: classes by catalogue.
		{"asset.class-determined", nil, rule.Met},
		{"asset.class-determined", important, rule.Met},
		{"asset.class-determined", func(r R) { r.Importance = asset.ImportanceUndetermined }, rule.NotMet},
		// GX-5.3.6: 可研论证, 尽职调查.
		{"asset.prudence", nil, rule.NotApplicable},
		{"asset.prudence", intended(asset.ModeNone), rule.NotApplicable},
		{"asset.prudence", intended("scenario"), rule.NotMet},
		{"asset.prudence", func(r R) { r.Intended, r.Feasibility = "field", done }, rule.NotMet},
		{"asset.prudence", func(r R) { r.Intended, r.DueDiligence = "field", done }, rule.NotMet},
		{"asset.prudence", func(r R) { r.Intended, r.Feasibility, r.DueDiligence = "whole", done, done }, rule.Met},
	} {
		r := found(func(r R) { r.Importance = "general" })
		if tt.change != nil {
			tt.change(&r)
		}
		report := asset.Rules().Explain(r, rule.Context{At: done, Role: rule.RegionDepartment, Entity: rule.Administrative})
		i := slices.IndexFunc(report.Outcomes, func(o rule.Outcome) bool { return o.Rule == tt.id })
		require.GreaterOrEqual(t, i, 0)
		assert.Equal(t, tt.want, report.Outcomes[i].State, "%s %+v", tt.id, r)
		assert.Equal(t, tt.want == rule.NotMet, report.Has(tt.id))
		assert.NoError(t, report.Err(), "none of them blocks")
		complete(t, report)
	}

	// A finance system switches a rule off, with a reason, or adds its own.
	off, err := asset.Rules().Without("asset.prudence", "由上级单位统一论证")
	require.NoError(t, err)
	report := off.Review(found(intended("whole")), rule.Context{})
	assert.False(t, report.Has("asset.prudence"))
	assert.Equal(t, "由上级单位统一论证", report.Off[0].Reason)
	assert.True(t, asset.Rules().Review(found(intended("whole")), rule.Context{}).Has("asset.prudence"), "the package's set does not change")
}

// An error of one resource is the error of the sweep: half an answer would leave
// resources out.
func TestInventoryRecognizeRefuses(t *testing.T) {
	v := roads()
	v.Resources[2].Retention = "sometimes"
	answers, err := v.Recognize(asset.Policy{}, u1Sweep)
	var refused *rule.ReportError
	require.ErrorAs(t, err, &refused)
	assert.Nil(t, answers)
	_, err = roads().Recognize(asset.Policy{}, calendar.Date{})
	var noDay *rule.ValueError
	require.ErrorAs(t, err, &noDay)
	answers, err = asset.Inventory{}.Recognize(asset.Policy{}, u1Sweep)
	require.NoError(t, err)
	assert.Empty(t, answers)
}

// Which accounting system binds a holder (practice §7): what it is in law, but
// for an institution outside 国务院令第738号 art. 58 that keeps enterprise accounts.
func TestHolderSystem(t *testing.T) {
	yes, no := record.Some(true), record.Some(false)
	for _, tt := range []struct {
		holder asset.Holder
		want   asset.System
	}{
		{asset.Holder{Entity: rule.Administrative}, asset.GovernmentAccounting},
		{asset.Holder{Entity: rule.PublicInstitution}, asset.GovernmentAccounting},
		{asset.Holder{Entity: rule.PublicInstitution, OwnSystem: no}, asset.GovernmentAccounting},
		{asset.Holder{Entity: rule.PublicInstitution, OwnSystem: yes}, asset.EnterpriseAccounting},
		// 解释4号 一: either set of the government's accounts, never the enterprises'.
		{asset.Holder{Entity: rule.CivilServiceInstitution, FinancialRule: rule.Administrative}, asset.GovernmentAccounting},
		{asset.Holder{Entity: rule.CivilServiceInstitution, FinancialRule: rule.PublicInstitution}, asset.GovernmentAccounting},
		{asset.Holder{Entity: rule.Enterprise}, asset.EnterpriseAccounting},
	} {
		assert.Equal(t, tt.want, tt.holder.System(), "%+v", tt.holder)
	}
	h := asset.Holder{Role: rule.CityFinanceBureau, Entity: rule.Administrative}
	assert.Equal(t, rule.Context{Role: rule.CityFinanceBureau, Entity: rule.Administrative}, h.Context())
}

// What the holder's table asks for, and refuses, by kind.
func TestHolderConditions(t *testing.T) {
	with := func(change func(*asset.Holder)) asset.Holder {
		h := u1Holder()
		change(&h)
		return h
	}
	const required, forbidden = "record.required", "record.must-be-absent"
	for name, tt := range map[string]struct {
		holder asset.Holder
		want   []place
	}{
		"a department": {u1Holder(), nil},
		"a department follows one financial rule": {
			with(func(h *asset.Holder) { h.FinancialRule = rule.Administrative }), []place{{forbidden, "/financialRule", `"administrative"`, 0}},
		},
		"an institution under civil-service rules says which": {
			with(func(h *asset.Holder) { h.Entity = rule.CivilServiceInstitution }), []place{{required, "/financialRule", "", 0}},
		},
		"and has said": {with(func(h *asset.Holder) {
			h.Entity, h.FinancialRule = rule.CivilServiceInstitution, rule.PublicInstitution
		}), nil},
		"a public institution does not": {with(func(h *asset.Holder) {
			h.Entity, h.FinancialRule = rule.PublicInstitution, rule.PublicInstitution
		}), []place{{forbidden, "/financialRule", `"publicInstitution"`, 0}}},
		"an institution may keep enterprise accounts": {with(func(h *asset.Holder) {
			h.Entity, h.OwnSystem = rule.PublicInstitution, record.Some(true)
		}), nil},
		"a department may not": {with(func(h *asset.Holder) { h.OwnSystem = record.Some(true) }), []place{{forbidden, "/enterpriseAccounts", `"true"`, 0}}},
		"an enterprise need not say": {with(func(h *asset.Holder) {
			h.Role, h.Entity, h.OwnSystem = rule.RegionEnterprise, rule.Enterprise, record.Some(false)
		}), []place{{forbidden, "/enterpriseAccounts", `"false"`, 0}}},
		"a pilot unit of the plan has no parent": {with(func(h *asset.Holder) { h.Parent = "某厅" }), []place{{forbidden, "/parent", `"某厅"`, 0}}},
		"a named unit has (GX-5.2)":              {with(func(h *asset.Holder) { h.Role = rule.NamedSubordinate }), []place{{required, "/parent", "", 0}}},
		"so has a named county": {with(func(h *asset.Holder) {
			h.Role, h.Authority = rule.NamedCounty, rule.CountyLevel
		}), []place{{required, "/parent", "", 0}}},
		"with its parent": {with(func(h *asset.Holder) { h.Role, h.Parent = rule.NamedSubordinate, "桂林市财政局" }), nil},
		"a bureau under dual leadership": {with(func(h *asset.Holder) { // practice §7: approvals may be central
			h.Name, h.Authority = "广西壮族自治区气象局", rule.CentralLevel
		}), nil},
		"nothing at all": {asset.Holder{}, []place{
			{required, "/name", "", 0}, {required, "/role", "", 0}, {required, "/holderKind", "", 0}, {required, "/authority", "", 0},
		}},
	} {
		assert.Equal(t, tt.want, places(asset.Holders().Validate(&tt.holder, record.Options{})), name)
	}
}

// A clone shares nothing that can be changed.
func TestClone(t *testing.T) {
	r := found(in("P-1"), from(asset.FromDuty, asset.FromSharing))
	r.Systems = []string{"S-1"}
	c := r.Clone()
	assert.Equal(t, r, c)
	c.Systems[0], c.Projects[0], c.Sources[0], c.Potentials[0] = "S-9", "P-9", asset.FromLicence, asset.PotentialNone
	assert.Equal(t, found(in("P-1"), from(asset.FromDuty, asset.FromSharing), func(r R) { r.Systems = []string{"S-1"} }), r)
}

// The three fields of a unit fit each other, as far as the plan names kinds: an
// enterprise is one, a department is none, a city's bureau stands under its city.
// A unit of the pilot has a security system and an emergency plan (GX-5.3.1); one
// that names none is advised, and whoever is in no pilot is not asked.
func TestSecurityInPlace(t *testing.T) {
	for _, tt := range []struct {
		role                rule.Role
		security, emergency string
		want                []string
	}{
		{rule.RegionEnterprise, "制度", "预案", nil},
		{rule.RegionEnterprise, "制度", "", []string{"/emergencyPlan"}},
		{rule.CityFinanceBureau, "", "", []string{"/securitySystem", "/emergencyPlan"}},
		{"", "", "", nil},
	} {
		h := asset.Holder{Role: tt.role, Security: tt.security, Emergency: tt.emergency}
		var paths []string
		report := asset.HolderRules().Review(h, h.Context())
		for _, f := range report.Findings {
			if f.Rule == "asset.security-in-place" {
				assert.Equal(t, rule.Advice, f.Severity)
				paths = append(paths, f.Path)
			}
		}
		assert.ElementsMatch(t, tt.want, paths)
		complete(t, report)
	}
}

// A department may stand under central finance, and what a unit names is free.
func TestRoleFitsKind(t *testing.T) {
	for _, tt := range []struct {
		role      rule.Role
		entity    rule.Entity
		authority rule.Authority
		want      []string
	}{
		{rule.RegionDepartment, rule.Administrative, rule.RegionLevel, nil},
		{rule.RegionDepartment, rule.CivilServiceInstitution, rule.CentralLevel, nil}, // 气象局
		{rule.RegionDepartment, rule.Enterprise, rule.RegionLevel, []string{"/holder/holderKind"}},
		{rule.RegionEnterprise, rule.Enterprise, rule.RegionLevel, nil},
		{rule.RegionEnterprise, rule.Administrative, rule.RegionLevel, []string{"/holder/holderKind"}},
		{rule.CityFinanceBureau, rule.Administrative, rule.CityLevel, nil},
		{rule.CityFinanceBureau, rule.Administrative, rule.CentralLevel, []string{"/holder/authority"}},
		{rule.CityFinanceBureau, rule.Enterprise, rule.RegionLevel, []string{"/holder/holderKind", "/holder/authority"}},
		{rule.NamedSubordinate, rule.Enterprise, rule.CountyLevel, nil},
		{"", "", "", nil},
	} {
		v := asset.Inventory{Holder: asset.Holder{Role: tt.role, Entity: tt.entity, Authority: tt.authority}}
		var paths []string
		for _, f := range asset.InventoryRules(asset.Policy{}).Review(v, v.Holder.Context()).Findings {
			assert.Equal(t, rule.ID("asset.role-fits-kind"), f.Rule)
			assert.Equal(t, rule.Warning, f.Severity)
			paths = append(paths, f.Path)
		}
		assert.ElementsMatch(t, tt.want, paths, "%s × %s × %s", tt.role, tt.entity, tt.authority)
	}
}
