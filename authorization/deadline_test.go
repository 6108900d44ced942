package authorization_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// deadline finds one deadline by its duty and subject.
func deadline(t *testing.T, a authorization.Authorization, at, duty, subject string) (authorization.Deadline, bool) {
	t.Helper()
	all, err := a.Deadlines(day(at))
	require.NoError(t, err)
	for _, d := range all {
		if d.Term.Duty.ID == rule.ID("authorization."+duty) && d.Subject == subject {
			assert.Equal(t, a.ID, d.ID)
			assert.Equal(t, a.Regime().ID(), d.Regime)
			return d, true
		}
	}
	return authorization.Deadline{}, false
}

// Filings of 27号 have no day count: owed in time from adoption and signature on,
// and no rule blocks for them.
func TestFilings(t *testing.T) {
	all := operation(application(department()))
	adopted, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), all[:3]...)
	d, ok := deadline(t, adopted, "2025-12-05", "file-plan", "")
	require.True(t, ok)
	assert.Equal(t, rule.Promptly, d.Standing)
	assert.True(t, d.Due.Date.IsZero())
	_, ok = deadline(t, adopted, "2025-12-04", "file-plan", "")
	assert.False(t, ok, "nothing before the adoption")
	filed, _ := do(t, adopted, all[3])
	d, _ = deadline(t, filed, "2025-12-10", "file-plan", "")
	assert.Equal(t, rule.Done, d.Standing)
	assert.Equal(t, "2025-12-09", d.DoneOn.String())
	_, ok = deadline(t, filed, "2025-12-10", "file-agreement", "")
	assert.False(t, ok)

	signed, _ := do(t, filed, all[4], all[5])
	c := department().Context()
	c.At = day("2025-12-24")
	report := authorization.Rules().Review(signed, c)
	require.NoError(t, report.Err())
	assert.True(t, report.Has("authorization.agreement-filed"))
	assert.False(t, report.Has("authorization.plan-filed"))
	done, _ := do(t, signed, all[6])
	c.At = day("2025-12-25")
	assert.True(t, authorization.Rules().Review(done, c).Clean(), "%v", authorization.Rules().Review(done, c).Findings)

	// An amendment has a plan and an agreement of its own, which are filed again.
	a := application(department())
	open, _ := do(t, done,
		authorization.Draft{Act: by("2026-06-01", a.Holder.Name), Kind: authorization.Amendment, Application: a, Plan: plan(a)},
		authorization.Decide{Act: by("2026-06-01", a.Holder.Name), Decision: decision},
		authorization.Adopt{Act: by("2026-06-10", "自治区人民政府"), Approval: approval("示例函〔2026〕1号")})
	d, _ = deadline(t, open, "2026-06-10", "file-plan", "")
	assert.Equal(t, rule.Promptly, d.Standing, "the plan of 2025 was filed, this one is not")
	open, _ = do(t, open, authorization.File{Act: by("2026-06-11", a.Holder.Name), Subject: authorization.FilePlan, To: "自治区数据局"},
		authorization.Sign{Act: by("2026-06-12", a.Holder.Name), Agreement: agreement(a, "2026-06-12"), Vouchers: vouchers("2025-12-15", "JT-02", "JT-06")})
	d, _ = deadline(t, open, "2026-06-12", "file-plan", "")
	assert.Equal(t, rule.Done, d.Standing)
	d, _ = deadline(t, open, "2026-06-12", "file-agreement", "")
	assert.Equal(t, rule.Promptly, d.Standing)
}

// P26: from the start of the grant, 2026-01-01, twelve months end on 2027-01-01,
// whose notice is not out; six end on 2026-07-01, a Wednesday; twenty-four on
// 2028-01-01. After the evaluation of 2026-06-24 six more end on 2026-12-24, a
// Thursday.
func TestEvaluationInterval(t *testing.T) {
	evaluate := authorization.Evaluate{Act: by("2026-06-24", department().Name), Evaluation: authorization.Evaluation{
		From: day("2026-01-01"), To: day("2026-05-31"), Market: authorization.MarketGood, Passed: yes, Findings: "正常", Redeveloped: no, Raw: no,
	}}
	granted := func(i authorization.Interval) authorization.Authorization {
		a, _ := do(t, authorization.New(authorization.AssetUse().Under(authorization.Policy{Evaluation: i}), "1"), assetUse(application(department()))...)
		return a
	}
	for _, tt := range []struct {
		interval authorization.Interval
		at, due  string
		state    rule.Standing
	}{
		{authorization.EveryHalfYear, "2026-07-01", "2026-07-01", rule.Ahead},
		{authorization.EveryHalfYear, "2026-07-02", "2026-07-01", rule.Overdue},
		{authorization.EveryYear, "2026-12-31", "", rule.NotAnnounced},
		{authorization.EveryYear, "2027-01-01", "", rule.NotAnnounced},
		{authorization.EveryTwoYears, "2027-06-30", "", rule.NotAnnounced},
		{authorization.EveryTwoYears, "2028-01-03", "", rule.NotAnnounced},
	} {
		d, ok := deadline(t, granted(tt.interval), tt.at, "evaluate", "")
		require.True(t, ok)
		assert.Equal(t, tt.state, d.Standing, "%+v", tt)
		if tt.due != "" {
			assert.Equal(t, tt.due, d.Due.Date.String())
		} else {
			require.NotNil(t, d.Due.Missing)
		}
	}
	assert.Equal(t, []int{12, 6, 24}, []int{authorization.EveryYear.Months(), authorization.EveryHalfYear.Months(), authorization.EveryTwoYears.Months()})
	half, _ := do(t, granted(authorization.EveryHalfYear), evaluate)
	last, on := half.Evaluation()
	assert.Equal(t, authorization.MarketGood, last.Market)
	assert.Equal(t, "2026-06-24", on.String())
	d, _ := deadline(t, half, "2026-12-24", "evaluate", "")
	assert.Equal(t, "2026-12-24", d.Due.Date.String())
	assert.Equal(t, rule.Ahead, d.Standing)
	_, ok := deadline(t, half, "2029-01-01", "evaluate", "")
	assert.False(t, ok, "an expired grant is not evaluated any more")
	c := department().Context()
	c.At = day("2026-07-02")
	assert.True(t, authorization.Rules().Review(granted(authorization.EveryHalfYear), c).Has("authorization.evaluated-in-time"))
	assert.False(t, authorization.Rules().Review(half, c).Has("authorization.evaluated-in-time"))
	explained := authorization.Rules().Explain(granted(authorization.EveryYear), rule.Context{At: day("2027-02-01")})
	for _, o := range explained.Outcomes {
		if o.Rule == "authorization.evaluated-in-time" {
			assert.Equal(t, rule.Unknown, o.State)
			assert.Contains(t, o.Settle.ZH, "放假安排")
		}
	}
}

// The year before is disclosed by the end of March, by the agency and by the
// operator: the day does not roll, and the first year is 2025.
func TestDisclosures(t *testing.T) {
	a := application(department())
	a.On, a.From, a.To = day("2025-05-06"), day("2025-06-01"), day("2026-11-30")
	a.Study, a.Diligence, a.SecurityAssessed = day("2025-05-06"), day("2025-05-06"), day("2025-05-06")
	for i := range a.Assets {
		a.Assets[i].ClassifiedOn = day("2025-05-06")
	}
	run, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"),
		authorization.Draft{Act: by("2025-05-06", a.Holder.Name), Kind: authorization.Grant, Application: a, Plan: plan(a)},
		authorization.Decide{Act: by("2025-05-07", a.Holder.Name), Decision: decision},
		authorization.Adopt{Act: by("2025-05-20", "自治区人民政府"), Approval: approval("示例函〔2025〕3号")},
		authorization.Sign{Act: by("2025-05-26", a.Holder.Name), Agreement: agreement(a, "2025-05-22"), Vouchers: vouchers("2025-05-22", "JT-02", "JT-06")})
	_, ok := deadline(t, run, "2025-12-30", "disclose-grant", "2025")
	assert.False(t, ok, "the year is not over")
	d, ok := deadline(t, run, "2026-03-31", "disclose-grant", "2025")
	require.True(t, ok)
	assert.Equal(t, "2026-03-31", d.Due.Date.String())
	assert.Equal(t, rule.Ahead, d.Standing)
	assert.Equal(t, authorization.Agency, d.Term.Owner)
	d, _ = deadline(t, run, "2026-04-01", "disclose-operation", "2025")
	assert.Equal(t, rule.Overdue, d.Standing)
	assert.Equal(t, authorization.Operator, d.Term.Owner)

	published := func(on string, role authorization.Role, who string) authorization.Command {
		p := authorization.Disclosures().Sample()
		p.Year = record.Some[int64](2025)
		return authorization.Disclose{Act: authorization.Act{On: day(on), By: who, Role: role}, Disclosure: p}
	}
	c := department().Context()
	c.At = day("2026-04-01")
	half, _ := do(t, run, published("2026-03-31", authorization.Agency, a.Holder.Name))
	report := authorization.Rules().Review(half, c)
	assert.True(t, report.Has("authorization.disclosed-in-time"), "the operator has not")
	both, _ := do(t, half, published("2026-03-31", authorization.Operator, "运营机构甲"))
	assert.False(t, authorization.Rules().Review(both, c).Has("authorization.disclosed-in-time"))
	late, _ := do(t, half, published("2026-04-02", authorization.Operator, "运营机构甲"))
	d, _ = deadline(t, late, "2026-04-02", "disclose-operation", "2025")
	assert.Equal(t, rule.Late, d.Standing)
	// A grant that was withdrawn in 2026 owes that year too, and no later one.
	gone, _ := do(t, both, authorization.Withdraw{Act: authorization.Act{On: day("2026-08-03"), By: "自治区人民政府", Reason: "示例"}, Ground: authorization.OtherGround})
	d, ok = deadline(t, gone, "2027-01-04", "disclose-grant", "2026")
	require.True(t, ok)
	assert.Equal(t, "2027-03-31", d.Due.Date.String())
	_, ok = deadline(t, gone, "2028-01-04", "disclose-grant", "2027")
	assert.False(t, ok)
}

// What the rules say of a grant: expired, failed, without support of governance.
func TestRules(t *testing.T) {
	a := application(department())
	run, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), operation(a)...)
	c := a.Holder.Context()
	at := func(v authorization.Authorization, on string) rule.Report {
		c.At = day(on)
		return authorization.Rules().Review(v, c)
	}
	assert.False(t, at(run, "2028-12-31").Has("authorization.expired"))
	assert.True(t, at(run, "2029-01-01").Has("authorization.expired"))
	bad, _ := do(t, run, authorization.Evaluate{Act: by("2026-12-31", a.Holder.Name), Evaluation: authorization.Evaluation{
		From: day("2026-01-01"), To: day("2026-12-31"), Market: authorization.MarketNone, Passed: no, Findings: "不合格", Redeveloped: yes, Raw: yes,
		Unused: []authorization.Cut{{Asset: "JT-02"}},
	}})
	report := at(bad, "2026-12-31")
	require.Error(t, report.Err())
	for _, id := range []rule.ID{"authorization.no-redevelopment", "authorization.no-raw-data", "authorization.adjusted"} {
		assert.True(t, report.Has(id), id)
	}
	none := operation(a)
	s := none[5].(authorization.Sign)
	s.Agreement.Support = nil
	none[5] = s
	plain, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), none...)
	advice := at(plain, "2026-01-05")
	require.Len(t, advice.Findings, 1)
	assert.Equal(t, rule.ID("authorization.supports-governance"), advice.Findings[0].Rule)
	assert.Equal(t, rule.Advice, advice.Findings[0].Severity)
	assert.Equal(t, "GX-4.5.6", advice.Findings[0].Basis[0].Key)
}

// A supply beyond the grant: another recipient, another asset, a scenario that was
// taken back, after the term.
func TestBeyondGrant(t *testing.T) {
	a := application(department())
	use, _ := do(t, authorization.New(authorization.AssetUse(), "1"), assetUse(a)...)
	run, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), operation(a)...)
	cards := []registry.Registration{registered(t, "JT-02", "2025-12-15"), registered(t, "JT-06", "2025-12-15"), registered(t, "JT-09", "2025-12-15")}
	supply := func(change func(*authorization.Supply)) rule.Report {
		s := authorization.Supply{On: day("2026-03-02"), To: "运营机构甲", Application: a, Authorizations: []authorization.Authorization{use, run}, Registrations: cards}
		change(&s)
		return authorization.SupplyRules(authorization.Policy{}).Review(s, a.Holder.Context())
	}
	cut := authorization.Adjust{Act: authorization.Act{On: day("2026-02-02"), By: a.Holder.Name, Reason: "示例"}, Ground: authorization.OtherGround, Cuts: []authorization.Cut{{Asset: "JT-06", Areas: []string{"商业地图"}}}}
	for name, tt := range map[string]struct {
		change func(*authorization.Supply)
		rule   rule.ID
	}{
		"as granted":        {func(*authorization.Supply) {}, ""},
		"another recipient": {func(s *authorization.Supply) { s.To = "运营机构丙" }, "authorization.within-grant"},
		"another asset": {func(s *authorization.Supply) {
			s.Application.Assets = append(append([]authorization.Line(nil), a.Assets...), line("JT-09", authorization.Whole))
		}, "authorization.within-grant"},
		"a scenario that was taken back": {func(s *authorization.Supply) { s.Authorizations[1], _ = do(t, run, cut) }, "authorization.within-grant"},
		"the last day":                   {func(s *authorization.Supply) { s.On = day("2028-12-31") }, ""},
		"the day after":                  {func(s *authorization.Supply) { s.On = day("2029-01-01") }, "authorization.procedures-complete"},
		"a card that was cancelled": {func(s *authorization.Supply) {
			s.Registrations = append([]registry.Registration{cancelled(t, cards[0], "2026-02-02", registry.Lost)}, cards[1:]...)
		}, "authorization.registered"},
		"shared, without consent": {func(s *authorization.Supply) {
			s.Application.Assets = append([]authorization.Line(nil), a.Assets...)
			s.Application.Assets[0].Provider = "自治区水利厅"
		}, "authorization.shared-data-needs-consent"},
		"shared, with consent": {func(s *authorization.Supply) {
			s.Application.Assets = append([]authorization.Line(nil), a.Assets...)
			s.Application.Assets[0].Provider = "自治区水利厅"
			s.Consents = []authorization.GiveConsent{{Act: by("2026-01-05", "自治区水利厅"), Consent: authorization.Consent{Asset: "JT-02", On: day("2026-01-05"), To: day("2026-03-02")}}}
		}, ""},
		"shared, with consent that has ended": {func(s *authorization.Supply) {
			s.Application.Assets = append([]authorization.Line(nil), a.Assets...)
			s.Application.Assets[0].Provider = "自治区水利厅"
			s.Consents = []authorization.GiveConsent{{Act: by("2026-01-05", "自治区水利厅"), Consent: authorization.Consent{Asset: "JT-02", On: day("2026-01-05"), To: day("2026-03-01")}}}
		}, "authorization.shared-data-needs-consent"},
		"secures a debt": {func(s *authorization.Supply) { s.Application.Secures = yes }, "authorization.no-guarantee"},
	} {
		report := supply(tt.change)
		if tt.rule == "" {
			assert.NoError(t, report.Err(), name)
			continue
		}
		require.Error(t, report.Err(), name)
		assert.True(t, report.Has(tt.rule), "%s: %v", name, report.Findings)
	}
	withdrawn, _ := do(t, run, authorization.Withdraw{Act: authorization.Act{On: day("2026-03-02"), By: "自治区人民政府", Reason: "示例"}, Ground: authorization.OtherGround})
	report := supply(func(s *authorization.Supply) { s.Authorizations[1] = withdrawn })
	assert.True(t, report.Has("authorization.procedures-complete"))
	for _, f := range report.Findings {
		if f.Rule == "authorization.procedures-complete" {
			assert.Contains(t, f.Message.ZH, "已收回")
		}
	}
}

// An enterprise's public data follow 27号 by reference: its absence only warns.
func TestByReference(t *testing.T) {
	a := application(group(), line("BG-06", authorization.Whole))
	a.Assets[0].Public = yes
	needs := authorization.Needed(a)
	require.Len(t, needs, 2)
	assert.Equal(t, rule.ByReference, needs[0].Force)
	assert.False(t, needs[0].Blocks)
	assert.Equal(t, "enterprise-use", needs[1].Regime.ID())
	own, _ := do(t, authorization.New(authorization.EnterpriseUse(), "1"),
		authorization.Draft{Act: by("2025-11-26", a.Holder.Name), Kind: authorization.Grant, Application: a},
		authorization.Decide{Act: by("2025-11-26", a.Holder.Name), Decision: decision},
		authorization.Sign{Act: by("2025-12-22", a.Holder.Name), Agreement: agreement(a, "2025-12-22"), Vouchers: []authorization.Voucher{{Asset: "BG-06", Regime: "enterprise-card", RegisteredOn: day("2025-12-15")}}})
	card := registry.Card{Resource: registered(t, "BG-06", "2025-12-15").Card().Resource, Holder: a.Holder.Name, EnteredOn: day("2025-12-15")}
	r, _, err := registry.New(registry.EnterpriseCard(), "BG-06").Apply(registry.Submit{Act: registry.Act{On: day("2025-12-15"), By: "甲"}, Card: card})
	require.NoError(t, err)
	r, _, err = r.Apply(registry.Approve{Act: registry.Act{On: day("2025-12-15"), By: "乙"}})
	require.NoError(t, err)
	s := authorization.Supply{On: day("2026-01-05"), To: "运营机构甲", Application: a, Authorizations: []authorization.Authorization{own}, Registrations: []registry.Registration{r}}
	report := authorization.SupplyRules(authorization.Policy{}).Review(s, a.Holder.Context())
	require.NoError(t, report.Err())
	require.Len(t, report.Findings, 1)
	assert.Equal(t, rule.ID("authorization.procedures-by-reference"), report.Findings[0].Rule)
	assert.Equal(t, rule.Warning, report.Findings[0].Severity)
}
