package authorization_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// U1 row 8: JT-02 and JT-06 need both lines; each is complete on its own day, and
// a supply on 2025-12-12 is refused (GX-4.3.2).
func TestUnit1Row8(t *testing.T) {
	a := application(department())
	needs := authorization.Needed(a)
	require.Len(t, needs, 2)
	assert.Equal(t, "asset-use", needs[0].Regime.ID())
	assert.Equal(t, "authorised-operation", needs[1].Regime.ID())

	use, events := do(t, authorization.New(authorization.AssetUse(), "SQ-2025-01"), assetUse(a)...)
	assert.Equal(t, `2025-11-26 none/grant/draft
2025-11-26 none/grant/decided
2025-11-27 none/grant/submitted
2025-12-10 granted`, steps(events))
	run, events := do(t, authorization.New(authorization.AuthorisedOperation(), "SQ-2025-01"), operation(a)...)
	assert.Equal(t, `2025-11-26 none/grant/draft
2025-11-27 none/grant/decided
2025-12-05 none/grant/adopted
2025-12-09 none/grant/adopted
2025-12-18 none/grant/chosen
2025-12-22 granted
2025-12-25 granted`, steps(events))
	assert.Equal(t, "2026-01-01 2028-12-31", run.From.String()+" "+run.To.String())
	reply, on := use.Approval()
	assert.Equal(t, "示例批复〔2025〕2号 2025-12-10", reply.Number+" "+on.String())
	again, err := authorization.Replay(authorization.AuthorisedOperation(), "SQ-2025-01", events)
	require.NoError(t, err)
	assert.Equal(t, run, again)

	cards := []registry.Registration{registered(t, "JT-02", "2025-12-15"), registered(t, "JT-06", "2025-12-15")}
	supply := func(on string, lines ...authorization.Authorization) rule.Report {
		s := authorization.Supply{On: day(on), To: "运营机构甲", Application: a, Authorizations: lines, Registrations: cards}
		return authorization.SupplyRules(authorization.Policy{}).Review(s, a.Holder.Context())
	}
	// On 2025-12-12 the finance department has approved, the cards are not there.
	adopted, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "SQ-2025-01"), operation(a)[:4]...)
	early := supply("2025-12-12", use, adopted)
	require.Error(t, early.Err())
	assert.True(t, early.Has("authorization.registered"))
	assert.True(t, early.Has("authorization.procedures-complete"))
	for _, f := range early.Findings {
		if f.Rule == "authorization.registered" {
			assert.Equal(t, "GX-4.3.2", f.Basis[0].Key)
		}
	}
	assert.True(t, supply("2026-01-05", use, run).Clean(), "%v", supply("2026-01-05", use, run).Findings)
	assert.True(t, supply("2025-12-29", use, run).Has("authorization.within-grant"), "the term begins on 2026-01-01")
	assert.True(t, supply("2026-01-05", use).Has("authorization.procedures-complete"))
	assert.True(t, supply("2026-01-05", run).Has("authorization.procedures-complete"))
}

// U1 row 9: JT-07 and JT-08 are asked for too; 水利厅 consents for JT-07 on
// 2026-03-19, 气象局 not yet. JT-08 is refused (GX-4.5.1), JT-07 may follow.
func TestUnit1Row9(t *testing.T) {
	water, weather := line("JT-07", authorization.ByField, "航运"), line("JT-08", authorization.ByField, "气象")
	water.Provider, weather.Provider = "自治区水利厅", "广西气象局"
	start := func(l authorization.Line) authorization.Authorization {
		a := application(department(), l)
		d, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "SQ-2025-02"), operation(a)[:2]...)
		return d
	}
	adopt := func(on string) authorization.Command {
		return authorization.Adopt{Act: by(on, "自治区人民政府"), Approval: approval("示例函〔2025〕9号")}
	}
	jt08 := start(weather)
	no8 := refused(t, jt08, adopt("2025-12-05"))
	assert.Equal(t, rule.ID("authorization.shared-data-needs-consent"), no8.Rule)
	assert.Equal(t, "GX-4.5.1", no8.Basis[0].Key)
	assert.Contains(t, no8.Why.ZH, "广西气象局")

	jt07 := start(water)
	refused(t, jt07, adopt("2025-12-05"))
	wrong := refused(t, jt07, authorization.GiveConsent{Act: by("2026-03-19", "广西气象局"), Consent: authorization.Consent{Asset: "JT-07", On: day("2026-03-19")}})
	assert.Equal(t, rule.ID("authorization.provider"), wrong.Rule)
	jt07, _ = do(t, jt07,
		authorization.GiveConsent{Act: by("2026-03-19", "自治区水利厅"), Consent: authorization.Consent{Asset: "JT-07", On: day("2026-03-19")}},
		adopt("2026-03-20"))
	assert.Equal(t, "none/grant/adopted", jt07.Position.String())
	refused(t, jt08, adopt("2026-03-20"))
}

// U1 row 13: the evaluation of 2026-06-24 finds the scenario 商业地图 of JT-06
// without use; it is taken back, the rest goes on (GX-4.5.5).
func TestUnit1Row13(t *testing.T) {
	a := application(department())
	run, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "SQ-2025-01"), operation(a)...)
	cut := authorization.Adjust{Act: by("2026-06-24", a.Holder.Name), Ground: authorization.MarketOperation, Cuts: []authorization.Cut{{Asset: "JT-06", Areas: []string{"商业地图"}}}}
	assert.Equal(t, rule.ID("authorization.ground-shown"), refused(t, run, cut).Rule, "without an evaluation there is no ground")
	run, _ = do(t, run, authorization.Evaluate{Act: by("2026-06-24", a.Holder.Name), Evaluation: authorization.Evaluation{
		From: day("2026-01-01"), To: day("2026-05-31"), Market: authorization.MarketWeak, Passed: yes, Findings: "商业地图场景未使用",
		Unused: []authorization.Cut{{Asset: "JT-06", Areas: []string{"商业地图"}}}, Redeveloped: no, Support: []authorization.Support{"technology"}, SupportDoc: "补充标注1,200公里", Raw: no,
	}})
	c := a.Holder.Context()
	c.At = day("2026-06-24")
	assert.True(t, authorization.Rules().Review(run, c).Has("authorization.adjusted"))
	run, events := do(t, run, cut)
	assert.Equal(t, "granted", run.Position.String())
	assert.False(t, run.Covers("JT-06", "商业地图"))
	assert.True(t, run.Covers("JT-06", "养护"))
	assert.True(t, run.Covers("JT-02", "交通"))
	assert.Equal(t, authorization.MarketOperation, run.Ground())
	row, ok := authorization.AuthorisedOperation().Row(events[0])
	require.True(t, ok)
	assert.Equal(t, "GX-4.5.5", row.Basis[0].Key)
	assert.True(t, authorization.Rules().Review(run, c).Clean(), "%v", authorization.Rules().Review(run, c).Findings)
	assert.Equal(t, rule.ID("authorization.narrows"), refused(t, run, cut).Rule, "what is taken back is not there to be taken back again")
}

// U3 row 9: paid use of GL-04; without the decision of 市人民政府 the bureau would
// approve itself (M6, P18); no record of competition is a warning (27号 第12条).
func TestUnit3Row9(t *testing.T) {
	h := bureau()
	a := application(h, line("GL-04", authorization.ByScenario, "造价咨询"))
	a.Recipient, a.On, a.From, a.To = "运营机构乙", day("2025-12-18"), day("2026-02-01"), day("2027-01-31")
	a.Price = money.MustParse("404000.00")
	needs := authorization.Needed(a)
	require.Len(t, needs, 2)
	assert.Equal(t, rule.ByReference, needs[0].Force, "approved at its own level")
	assert.True(t, needs[0].Blocks)

	use, _ := do(t, authorization.New(authorization.AssetUse(), "SQ-2025-03"),
		authorization.Draft{Act: by("2025-12-18", h.Name), Kind: authorization.Grant, Application: a},
		authorization.Decide{Act: by("2025-12-18", h.Name), Decision: decision},
		authorization.Submit{Act: by("2025-12-18", h.Name)})
	own := refused(t, use, authorization.Approve{Act: by("2026-01-16", h.Name), Approval: approval("自批")})
	assert.Equal(t, rule.ID("authorization.not-own"), own.Rule)
	use, _ = do(t, use, authorization.Approve{
		Act: authorization.Act{On: day("2026-01-16"), By: "桂林市人民政府", Role: authorization.Government}, Approval: approval("示例批复〔2026〕1号"),
	})
	run, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "SQ-2025-03"),
		authorization.Draft{Act: by("2025-12-18", h.Name), Kind: authorization.Grant, Application: a, Plan: plan(a)},
		authorization.Decide{Act: by("2025-12-18", h.Name), Decision: decision},
		authorization.Adopt{Act: by("2026-01-16", "桂林市人民政府"), Approval: approval("示例批复〔2026〕1号")},
		authorization.File{Act: by("2026-01-19", h.Name), Subject: authorization.FilePlan, To: "自治区数据局"},
		authorization.Sign{Act: by("2026-01-20", h.Name), Agreement: agreement(a, "2026-01-20"), Vouchers: vouchers("2026-01-19", "GL-04")},
		authorization.File{Act: by("2026-01-22", h.Name), Subject: authorization.FileAgreement, To: "自治区数据局"})
	assert.Equal(t, "granted", run.Position.String())

	s := authorization.Supply{
		On: day("2026-02-02"), To: "运营机构乙", Application: a, Authorizations: []authorization.Authorization{use, run},
		Registrations: []registry.Registration{registered(t, "GL-04", "2026-01-19")},
	}
	report := authorization.SupplyRules(authorization.Policy{}).Review(s, h.Context())
	require.NoError(t, report.Err())
	require.Len(t, report.Findings, 1)
	assert.Equal(t, rule.ID("authorization.competition"), report.Findings[0].Rule)
	assert.Equal(t, rule.Warning, report.Findings[0].Severity)
	assert.Equal(t, rule.In("发改数据规〔2025〕27号", "第12条"), report.Findings[0].Basis[0])
}

// U3 row 12: GL-03 free to a university project, conditions recorded: no regime
// applies, security is assessed, value is not (M9, P25).
func TestUnit3Row12(t *testing.T) {
	h := bureau()
	a := application(h, line("GL-03", authorization.Whole))
	a.On, a.Recipient, a.RecipientKind, a.Purpose = day("2026-06-10"), "某大学课题组", authorization.UserRecipient, authorization.Welfare
	a.Payment, a.PriceBasis, a.Price = authorization.Free, "", money.Amount{}
	a.Conditions = "限课题研究，不得转让，成果共享"
	a.From, a.To = day("2026-06-10"), day("2027-06-09")
	report := authorization.Applications().Validate(&a, record.Options{})
	require.Empty(t, report.Findings)
	assert.Empty(t, authorization.Needed(a), "a university's free use is no grant to an operator")
	s := authorization.Supply{On: day("2026-06-10"), To: "某大学课题组", Application: a, Registrations: []registry.Registration{registered(t, "GL-03", "2026-06-08")}}
	review := func(p authorization.Policy) rule.Report { return authorization.SupplyRules(p).Review(s, h.Context()) }
	assert.True(t, review(authorization.Policy{}).Clean(), "%v", review(authorization.Policy{}).Findings)
	assert.True(t, review(authorization.Policy{Assessment: authorization.AssessBothWays}).Has("authorization.assessed"), "value was not assessed")
	s.Application.SecurityAssessed = day("2026-06-11")
	assert.True(t, review(authorization.Policy{}).Has("authorization.assessed"), "security is assessed before")
	// 27号 is refused to it.
	d := authorization.Draft{Act: by("2026-06-10", h.Name), Kind: authorization.Grant, Application: a, Plan: plan(a)}
	assert.Equal(t, rule.ID("authorization.right-regime"), refused(t, authorization.New(authorization.AuthorisedOperation(), "SQ-2026-01"), d).Rule)
	a.Conditions = ""
	assert.NotEmpty(t, authorization.Applications().Validate(&a, record.Options{}).Findings, "free use is conditional")
}

// U3 row 14: a platform company asks the bureau to pledge GL-07 for its loan:
// blocked (GX-5.3.3). An enterprise's pledge is not (U2 row 10).
func TestUnit3Row14(t *testing.T) {
	g := authorization.Guarantee{Number: "DB-2026-01", On: day("2026-09-08"), Holder: bureau(), Assets: []string{"GL-07"}, Kind: "pledge", For: "某平台公司", Creditor: "某银行"}
	require.Empty(t, authorization.Guarantees().Validate(&g, record.Options{}).Findings)
	report := authorization.GuaranteeRules().Review(g, g.Holder.Context())
	require.Error(t, report.Err())
	assert.Equal(t, rule.Blocking, report.Findings[0].Severity)
	assert.Equal(t, "GX-5.3.3", report.Findings[0].Basis[0].Key)
	g.Holder = group()
	assert.True(t, authorization.GuaranteeRules().Review(g, g.Holder.Context()).Clean())
}

// U2 row 7: an affiliate asks for BG-05 free of charge: refused (企业国有资产法 44).
func TestUnit2Row7(t *testing.T) {
	h := group()
	a := application(h, line("BG-05", authorization.Whole))
	a.On, a.Recipient, a.RecipientKind, a.Affiliated = day("2026-03-12"), "关联企业", authorization.UserRecipient, yes
	a.Payment, a.PriceBasis, a.Price, a.Conditions = authorization.Free, "", money.Amount{}, "内部使用"
	d, _ := do(t, authorization.New(authorization.EnterpriseUse(), "SQ-2026-02"), authorization.Draft{Act: by("2026-03-12", h.Name), Kind: authorization.Grant, Application: a})
	no := refused(t, d, authorization.Decide{Act: by("2026-03-12", h.Name), Decision: decision})
	assert.Equal(t, rule.ID("authorization.no-free-use-by-affiliates"), no.Rule)
	assert.Equal(t, rule.In("企业国有资产法", "第44条"), no.Basis[0])
}
