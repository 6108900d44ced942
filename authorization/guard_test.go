package authorization_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drafted is a matter whose papers are handed in, in a regime.
func drafted(t testing.TB, g *authorization.Regime, change func(*authorization.Application)) authorization.Authorization {
	t.Helper()
	a := application(department())
	if g.ID() == "enterprise-use" {
		a = application(group())
	}
	if change != nil {
		change(&a)
	}
	d, _ := do(t, authorization.New(g, "SQ-1"), authorization.Draft{Act: by("2025-11-26", a.Holder.Name), Kind: authorization.Grant, Application: a, Plan: plan(a)})
	return d
}

// What must be there before a decision, each on both sides of its edge: on the day
// of the decision it is in time, the day after it is not.
func TestConditions(t *testing.T) {
	const on = "2025-11-27"
	late := day("2025-11-28")
	use, run, own := authorization.AssetUse(), authorization.AuthorisedOperation(), authorization.EnterpriseUse()
	for name, tt := range map[string]struct {
		regime *authorization.Regime
		change func(*authorization.Application)
		rule   rule.ID // "": allowed
	}{
		"all there":                     {use, nil, ""},
		"no study":                      {use, func(a *authorization.Application) { a.Study = calendar.Date{} }, "authorization.prudence"},
		"study on the day":              {use, func(a *authorization.Application) { a.Study = day(on) }, ""},
		"study the day after":           {use, func(a *authorization.Application) { a.Study = late }, "authorization.prudence"},
		"no due diligence":              {run, func(a *authorization.Application) { a.Diligence = calendar.Date{} }, "authorization.prudence"},
		"due diligence on the day":      {run, func(a *authorization.Application) { a.Diligence = day(on) }, ""},
		"not assessed":                  {use, func(a *authorization.Application) { a.SecurityAssessed = calendar.Date{} }, "authorization.assessed"},
		"assessed the day after":        {own, func(a *authorization.Application) { a.SecurityAssessed = late }, "authorization.assessed"},
		"priced by appraisal, none":     {use, func(a *authorization.Application) { a.PriceBasis = authorization.ByAppraisal }, "authorization.assessed"},
		"priced by appraisal, made":     {use, func(a *authorization.Application) { a.PriceBasis, a.ValueAssessed = authorization.ByAppraisal, day(on) }, ""},
		"personal, not assessed":        {use, func(a *authorization.Application) { a.Assets[1].Personal = yes }, "authorization.personal-information"},
		"personal, assessed":            {use, func(a *authorization.Application) { a.Assets[1].Personal, a.PersonalAssessed = yes, day(on) }, ""},
		"important, not assessed":       {use, func(a *authorization.Application) { a.Assets[0].Important = yes }, "authorization.important-data"},
		"important, assessed late":      {use, func(a *authorization.Application) { a.Assets[0].Important, a.ImportantAssessed = yes, late }, "authorization.important-data"},
		"no security system":            {use, func(a *authorization.Application) { a.Holder.Security = "" }, "authorization.security-system"},
		"no emergency plan":             {own, func(a *authorization.Application) { a.Holder.Emergency = "" }, "authorization.security-system"},
		"an institution secures a debt": {use, func(a *authorization.Application) { a.Secures = yes }, "authorization.no-guarantee"},
		"an enterprise secures a debt":  {own, func(a *authorization.Application) { a.Secures = yes }, ""},
		"ends before it begins":         {use, func(a *authorization.Application) { a.To = day("2025-12-31") }, "authorization.term"},
		"a term of one day":             {use, func(a *authorization.Application) { a.To = a.From }, ""},
		"not classified":                {run, func(a *authorization.Application) { a.Assets[0].ClassifiedOn = calendar.Date{} }, "authorization.classified"},
		"not classified, in asset use":  {use, func(a *authorization.Application) { a.Assets[0].ClassifiedOn = calendar.Date{} }, ""},
		"harms":                         {run, func(a *authorization.Application) { a.Harms = yes }, "authorization.no-harm"},
		"free to an affiliate": {own, func(a *authorization.Application) {
			a.Affiliated, a.Payment, a.PriceBasis, a.Price, a.Conditions = yes, authorization.Free, "", money.Amount{}, "内部使用"
		}, "authorization.no-free-use-by-affiliates"},
		"paid by an affiliate": {own, func(a *authorization.Application) { a.Affiliated = yes }, ""},
	} {
		a := drafted(t, tt.regime, tt.change)
		c := authorization.Decide{Act: by(on, a.Pending().Holder.Name), Decision: decision}
		if tt.rule == "" {
			do(t, a, c)
			continue
		}
		assert.Equal(t, tt.rule, refused(t, a, c).Rule, name)
	}
	a := drafted(t, use, nil)
	assert.Equal(t, rule.ID("authorization.collective-decision"), refused(t, a, authorization.Decide{Act: by(on, "自治区财政厅"), Decision: decision}).Rule)
	assert.Equal(t, rule.ID("authorization.dates-in-order"), refused(t, a, authorization.Decide{Act: by("2025-11-25", department().Name), Decision: decision}).Rule)
	wrong := authorization.Decide{Act: authorization.Act{On: day(on), By: department().Name, Role: authorization.Finance}, Decision: decision}
	assert.Equal(t, rule.ID("authorization.right-role"), refused(t, a, wrong).Rule)
}

// 27号 is in force from 2025-03-01 to 2030-02-28: what it asks is asked then.
func TestConditionsInForce(t *testing.T) {
	for _, tt := range []struct {
		on   string
		rule rule.ID
	}{
		{"2025-02-28", ""}, {"2025-03-01", "authorization.classified"}, {"2030-02-28", "authorization.classified"}, {"2030-03-01", ""},
	} {
		a := application(department())
		a.On, a.Study, a.Diligence, a.SecurityAssessed = day(tt.on), day("2025-01-02"), day("2025-01-02"), day("2025-01-02")
		a.Assets[0].ClassifiedOn = calendar.Date{}
		d, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "SQ-1"), authorization.Draft{Act: by(tt.on, a.Holder.Name), Kind: authorization.Grant, Application: a, Plan: plan(a)})
		c := authorization.Decide{Act: by(tt.on, a.Holder.Name), Decision: decision}
		if tt.rule == "" {
			do(t, d, c)
			continue
		}
		assert.Equal(t, tt.rule, refused(t, d, c).Rule, tt.on)
	}
}

// Which regime takes which papers.
func TestRightRegime(t *testing.T) {
	draft := func(a authorization.Application) authorization.Command {
		return authorization.Draft{Act: by("2025-11-26", a.Holder.Name), Kind: authorization.Grant, Application: a, Plan: plan(a)}
	}
	use, run, own := authorization.New(authorization.AssetUse(), "1"), authorization.New(authorization.AuthorisedOperation(), "1"), authorization.New(authorization.EnterpriseUse(), "1")
	const want = rule.ID("authorization.right-regime")
	institutions, enterprises := application(department()), application(group())
	assert.Equal(t, want, refused(t, own, draft(institutions)).Rule)
	assert.Equal(t, want, refused(t, use, draft(enterprises)).Rule)
	assert.Equal(t, want, refused(t, run, draft(enterprises)).Rule, "an enterprise's own data are not public")
	enterprises.Assets[0].Public = yes
	do(t, run, draft(enterprises))
	institutions.RecipientKind = authorization.UserRecipient
	assert.Equal(t, want, refused(t, run, draft(institutions)).Rule)
	do(t, use, draft(institutions))
	sale := authorization.DraftDisposal{Act: by("2025-12-01", department().Name), Disposal: disposal(application(department()), authorization.Sale)}
	assert.Equal(t, want, refused(t, authorization.New(authorization.EnterpriseDisposal(), "1"), sale).Rule)
}

// A plan of 27号 is there and fits.
func TestPlanFits(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*authorization.Plan)
		ok     bool
	}{
		"fits":             {func(*authorization.Plan) {}, true},
		"there is none":    {func(p *authorization.Plan) { *p = authorization.Plan{} }, false},
		"an asset short":   {func(p *authorization.Plan) { p.Catalogue = p.Catalogue[:1] }, false},
		"a mode short":     {func(p *authorization.Plan) { p.Modes = p.Modes[:1] }, false},
		"begins later":     {func(p *authorization.Plan) { p.From = day("2026-01-02") }, false},
		"ends the day due": {func(p *authorization.Plan) { p.To = day("2028-12-31") }, true},
		"ends before":      {func(p *authorization.Plan) { p.To = day("2028-12-30") }, false},
	} {
		a := application(department())
		p := plan(a)
		tt.change(&p)
		c := authorization.Draft{Act: by("2025-11-26", a.Holder.Name), Kind: authorization.Grant, Application: a, Plan: p}
		if tt.ok {
			do(t, authorization.New(authorization.AuthorisedOperation(), "1"), c)
			continue
		}
		assert.Equal(t, rule.ID("authorization.plan"), refused(t, authorization.New(authorization.AuthorisedOperation(), "1"), c).Rule, name)
	}
}

// The agreement of 27号: what it may not go beyond, and what must be there.
func TestAgreement(t *testing.T) {
	type g = authorization.Agreement
	chosen, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), operation(application(department()))[:5]...)
	valid := vouchers("2025-12-15", "JT-02", "JT-06")
	expired := vouchers("2025-12-15", "JT-02", "JT-06")
	expired[1].ValidTo = day("2025-12-21")
	lastDay := vouchers("2025-12-15", "JT-02", "JT-06")
	lastDay[1].ValidTo = day("2025-12-22")
	nameless := vouchers("2025-12-15", "JT-02", "JT-06")
	nameless[0].Number = ""
	national := vouchers("2025-12-15", "JT-02", "JT-06")
	national[1].Regime = "public-data"
	for name, tt := range map[string]struct {
		change   func(*g)
		vouchers []authorization.Voucher
		rule     rule.ID
	}{
		"as applied for":                  {nil, valid, ""},
		"another operator":                {func(a *g) { a.Operator = "运营机构丙" }, valid, "authorization.operator-chosen"},
		"another agency":                  {func(a *g) { a.Agency = "自治区水利厅" }, valid, "authorization.agreement-fits"},
		"an asset more":                   {func(a *g) { a.Catalogue = append(a.Catalogue, line("JT-09", authorization.Whole)) }, valid, "authorization.agreement-fits"},
		"an asset less":                   {func(a *g) { a.Catalogue = a.Catalogue[:1] }, valid, "authorization.agreement-fits"},
		"a scenario more":                 {func(a *g) { a.Catalogue[1].Areas = append(a.Catalogue[1].Areas, "导航") }, valid, "authorization.agreement-fits"},
		"a scenario less":                 {func(a *g) { a.Catalogue[1].Areas = a.Catalogue[1].Areas[:1] }, valid, ""},
		"another mode":                    {func(a *g) { a.Catalogue[0].Mode, a.Catalogue[0].Areas = authorization.Whole, nil }, valid, "authorization.agreement-fits"},
		"begins before the application":   {func(a *g) { a.From = day("2025-12-31") }, valid, "authorization.agreement-fits"},
		"decided on the day":              {func(a *g) { a.DecidedOn = day("2025-12-22") }, valid, ""},
		"decided the day after":           {func(a *g) { a.DecidedOn = day("2025-12-23") }, valid, "authorization.agreement-decided"},
		"ends before it begins":           {func(a *g) { a.From, a.To = day("2026-02-01"), day("2026-01-31") }, valid, "authorization.term"},
		"re-development not banned":       {func(a *g) { a.NoRedevelopment = no }, valid, "authorization.no-redevelopment"},
		"no voucher":                      {nil, valid[:1], "authorization.registered"},
		"registered on the day":           {nil, vouchers("2025-12-22", "JT-02", "JT-06"), ""},
		"registered the day after":        {nil, vouchers("2025-12-23", "JT-02", "JT-06"), "authorization.registered"},
		"a certificate on its last day":   {nil, lastDay, ""},
		"a certificate that has expired":  {nil, expired, "authorization.registered"},
		"a certificate without a number":  {nil, nameless, "authorization.registered"},
		"the national registration alone": {nil, national, "authorization.registered"},
	} {
		a := application(department())
		a.Assets[0].Areas, a.Assets[1].Areas = []string{"交通"}, []string{"养护", "保险", "商业地图"}
		agreed := agreement(a, "2025-12-19")
		if tt.change != nil {
			tt.change(&agreed)
		}
		c := authorization.Sign{Act: by("2025-12-22", a.Holder.Name), Agreement: agreed, Vouchers: tt.vouchers}
		if tt.rule == "" {
			do(t, chosen, c)
			continue
		}
		assert.Equal(t, tt.rule, refused(t, chosen, c).Rule, name)
	}
	other := authorization.Choose{Act: by("2025-12-18", department().Name), Competition: authorization.Competition{Method: "negotiation", Number: "TP-1", Operator: "运营机构丙"}}
	adopted, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), operation(application(department()))[:4]...)
	assert.Equal(t, rule.ID("authorization.operator"), refused(t, adopted, other).Rule)
}

// 27号 第14条: in principle at most five years. 2026-01-01 … 2030-12-31 is five,
// one day more needs a reason, and warns.
func TestFiveYears(t *testing.T) {
	sign := func(to, reason string) (authorization.Authorization, authorization.Command) {
		a := application(department())
		a.To = day(to)
		chosen, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), operation(a)[:5]...)
		g := agreement(a, "2025-12-19")
		g.Longer = reason
		return chosen, authorization.Sign{Act: by("2025-12-22", a.Holder.Name), Agreement: g, Vouchers: vouchers("2025-12-15", "JT-02", "JT-06")}
	}
	warned := func(a authorization.Authorization) bool {
		c := department().Context()
		c.At = day("2026-01-05")
		return authorization.Rules().Review(a, c).Has("authorization.longer-than-five")
	}
	chosen, c := sign("2030-12-31", "")
	five, _ := do(t, chosen, c)
	assert.False(t, warned(five))
	chosen, c = sign("2031-01-01", "")
	assert.Equal(t, rule.ID("authorization.five-years"), refused(t, chosen, c).Rule)
	chosen, c = sign("2031-01-01", "平台投资回收期较长")
	longer, _ := do(t, chosen, c)
	assert.True(t, warned(longer))
}

// What may be done with a grant that is in force, and when.
func TestInForce(t *testing.T) {
	a := application(department())
	run, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), operation(a)...)
	evaluate := func(on, from, to string, change func(*authorization.Evaluation)) authorization.Command {
		e := authorization.Evaluation{From: day(from), To: day(to), Market: authorization.MarketGood, Passed: yes, Findings: "正常", Redeveloped: no, Raw: no}
		if change != nil {
			change(&e)
		}
		return authorization.Evaluate{Act: by(on, a.Holder.Name), Evaluation: e}
	}
	good, _ := do(t, run, evaluate("2026-12-31", "2026-01-01", "2026-12-31", nil))
	failed, _ := do(t, run, evaluate("2026-12-31", "2026-01-01", "2026-12-31", func(e *authorization.Evaluation) { e.Passed, e.Redeveloped, e.Raw = no, yes, yes }))
	idle, _ := do(t, run, evaluate("2026-12-31", "2026-01-01", "2026-12-31", func(e *authorization.Evaluation) { e.Market = authorization.MarketNone }))
	longer, other := a, a
	longer.To, other.Recipient = day("2030-12-31"), "运营机构丙"
	draft := func(on, kind string, b authorization.Application) authorization.Command {
		return authorization.Draft{Act: by(on, b.Holder.Name), Kind: kind, Application: b, Plan: plan(b)}
	}
	cut := func(g authorization.Ground, cuts ...authorization.Cut) authorization.Command {
		return authorization.Adjust{Act: authorization.Act{On: day("2027-01-05"), By: a.Holder.Name, Reason: "示例"}, Ground: g, Cuts: cuts}
	}
	withdraw := func(g authorization.Ground) authorization.Command {
		return authorization.Withdraw{Act: authorization.Act{On: day("2027-01-05"), By: "自治区人民政府", Reason: "示例"}, Ground: g}
	}
	end := func(on string, cause authorization.Cause) authorization.Command {
		return authorization.End{Act: authorization.Act{On: day(on), By: a.Holder.Name, Reason: "示例"}, Cause: cause}
	}
	year := func(on string, y int64) authorization.Command {
		d := authorization.Disclosures().Sample()
		d.Year = record.Some(y)
		return authorization.Disclose{Act: by(on, a.Holder.Name), Disclosure: d}
	}
	map06 := authorization.Cut{Asset: "JT-06", Areas: []string{"商业地图"}}
	for name, tt := range map[string]struct {
		a    authorization.Authorization
		c    authorization.Command
		rule rule.ID
	}{
		"amended on the last day":               {run, draft("2028-12-31", authorization.Amendment, a), ""},
		"amended the day after":                 {run, draft("2029-01-01", authorization.Amendment, a), "authorization.in-force"},
		"amended for another recipient":         {run, draft("2026-06-01", authorization.Amendment, other), "authorization.same-parties"},
		"renewed without an evaluation":         {run, draft("2027-01-05", authorization.Renewal, longer), "authorization.in-force"},
		"renewed after one that was passed":     {good, draft("2027-01-05", authorization.Renewal, longer), ""},
		"renewed after one that was not":        {failed, draft("2027-01-05", authorization.Renewal, longer), "authorization.in-force"},
		"renewed for no longer":                 {good, draft("2027-01-05", authorization.Renewal, a), "authorization.in-force"},
		"evaluated before the period is over":   {run, evaluate("2026-12-30", "2026-01-01", "2026-12-31", nil), "authorization.evaluation"},
		"evaluated before it began":             {run, evaluate("2026-01-05", "2025-12-01", "2025-12-31", nil), "authorization.evaluation"},
		"a period that ends before it begins":   {run, evaluate("2026-12-31", "2026-06-01", "2026-05-31", nil), "authorization.evaluation"},
		"cut for the market, unused":            {idle, cut(authorization.MarketOperation, map06), ""},
		"cut for the market, in use":            {good, cut(authorization.MarketOperation, map06), "authorization.ground-shown"},
		"cut for a failed evaluation":           {failed, cut(authorization.EvaluationFailed, map06), ""},
		"cut for one that was passed":           {good, cut(authorization.EvaluationFailed, map06), "authorization.ground-shown"},
		"cut for re-development":                {failed, cut(authorization.Redevelopment, map06), ""},
		"cut for none":                          {good, cut(authorization.Redevelopment, map06), "authorization.ground-shown"},
		"cut for raw data":                      {failed, cut(authorization.RawToMarket, map06), ""},
		"cut for a security incident":           {good, cut(authorization.SecurityIncident, map06), ""},
		"cut of an asset that is not there":     {good, cut(authorization.OtherGround, authorization.Cut{Asset: "JT-09"}), "authorization.narrows"},
		"cut of a scenario that is not there":   {good, cut(authorization.OtherGround, authorization.Cut{Asset: "JT-06", Areas: []string{"导航"}}), "authorization.narrows"},
		"cut of one asset":                      {good, cut(authorization.OtherGround, authorization.Cut{Asset: "JT-06"}), ""},
		"cut of everything":                     {good, cut(authorization.OtherGround, authorization.Cut{Asset: "JT-06"}, authorization.Cut{Asset: "JT-02", Areas: []string{"交通"}}), "authorization.narrows"},
		"withdrawn for the market, unused":      {idle, withdraw(authorization.MarketOperation), ""},
		"withdrawn for the market, in use":      {good, withdraw(authorization.MarketOperation), "authorization.ground-shown"},
		"ended as expired on the last day":      {run, end("2028-12-31", authorization.TermExpired), "authorization.end"},
		"ended as expired the day after":        {run, end("2029-01-01", authorization.TermExpired), ""},
		"ended for breach":                      {run, end("2026-03-02", authorization.ByBreach), ""},
		"ended as not carried out":              {run, end("2026-03-02", authorization.NotUsed), "authorization.end"},
		"disclosed for a year of the term":      {run, year("2027-03-31", 2026), ""},
		"disclosed for the year before it":      {run, year("2026-03-31", 2025), "authorization.disclosure-year"},
		"disclosed for the year to come":        {run, year("2026-03-31", 2027), "authorization.disclosure-year"},
		"consent for what was not shared":       {run, authorization.GiveConsent{Act: by("2026-03-19", "自治区水利厅"), Consent: authorization.Consent{Asset: "JT-02", On: day("2026-03-19")}}, "authorization.provider"},
		"consent for what is not granted":       {run, authorization.GiveConsent{Act: by("2026-03-19", "自治区水利厅"), Consent: authorization.Consent{Asset: "JT-09", On: day("2026-03-19")}}, "authorization.provider"},
		"withdrawn by the competent department": {run, authorization.Withdraw{Act: authorization.Act{On: day("2026-03-19"), By: "某部门", Role: authorization.Competent, Reason: "示例"}, Ground: authorization.OtherGround}, "authorization.right-role"},
	} {
		if tt.rule == "" {
			do(t, tt.a, tt.c)
			continue
		}
		assert.Equal(t, tt.rule, refused(t, tt.a, tt.c).Rule, name)
	}
	ended, _ := do(t, run, end("2026-03-02", authorization.ByBreach))
	assert.Equal(t, authorization.ByBreach, ended.Cause())
	assert.Equal(t, authorization.Terminated, ended.StatusAt(day("2026-03-02")))
	assert.Equal(t, authorization.Granted, ended.StatusAt(day("2026-03-01")))
	// A plan is filed after it is adopted, an agreement after it is signed.
	decided, _ := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), operation(a)[:2]...)
	assert.Empty(t, refused(t, decided, authorization.File{Act: by("2025-12-01", a.Holder.Name), Subject: authorization.FilePlan, To: "自治区数据局"}).Rule, "no row")
}

// A renewal and an amendment go the same way again; while they do, the grant
// holds, and then the new papers are in force.
func TestRenewal(t *testing.T) {
	a := application(department())
	use, _ := do(t, authorization.New(authorization.AssetUse(), "1"), assetUse(a)...)
	use, _ = do(t, use, authorization.Evaluate{Act: by("2028-10-10", a.Holder.Name), Evaluation: authorization.Evaluation{
		From: day("2026-01-01"), To: day("2028-09-30"), Market: authorization.MarketGood, Passed: yes, Findings: "正常", Redeveloped: no, Raw: no,
	}})
	longer := a
	longer.Number, longer.To = "SQ-2028-01", day("2030-12-31")
	open, _ := do(t, use,
		authorization.Draft{Act: by("2028-10-11", a.Holder.Name), Kind: authorization.Renewal, Application: longer},
		authorization.Decide{Act: by("2028-10-12", a.Holder.Name), Decision: decision},
		authorization.Submit{Act: by("2028-10-12", a.Holder.Name)})
	assert.Equal(t, "granted/renewal/submitted", open.Position.String())
	assert.Equal(t, authorization.Granted, open.StatusAt(day("2028-12-31")))
	assert.Equal(t, authorization.ExpiredStatus, open.StatusAt(day("2029-01-01")), "an open renewal does not carry it beyond its term")
	assert.Equal(t, "SQ-2025-01", open.Application().Number)
	assert.Equal(t, "SQ-2028-01", open.Pending().Number)
	back, _ := do(t, open, authorization.Reject{Act: authorization.Act{On: day("2028-11-01"), By: "自治区财政厅", Reason: "示例"}})
	assert.Equal(t, authorization.Ended{Procedure: authorization.Renewal, Outcome: authorization.Rejected, On: day("2028-11-01")}, back.Ended)
	assert.Equal(t, "SQ-2025-01", back.Application().Number)
	renewed, _ := do(t, open, authorization.Approve{Act: by("2028-11-01", "自治区财政厅"), Approval: approval("示例批复〔2028〕1号")})
	assert.Equal(t, "2026-01-01 2030-12-31", renewed.From.String()+" "+renewed.To.String())
	assert.Equal(t, authorization.Granted, renewed.StatusAt(day("2029-01-01")))
	assert.Equal(t, "2025-12-10", renewed.Since.String(), "granted since the first")
	shorter := approval("示例批复〔2028〕2号")
	shorter.ValidTo = day("2029-12-31")
	limited, _ := do(t, open, authorization.Approve{Act: by("2028-11-01", "自治区财政厅"), Approval: shorter})
	assert.Equal(t, "2029-12-31", limited.To.String(), "an approval that ends earlier limits the term")
	shorter.ValidTo = day("2028-10-31")
	assert.Equal(t, rule.ID("authorization.written-reply"), refused(t, open, authorization.Approve{Act: by("2028-11-01", "自治区财政厅"), Approval: shorter}).Rule)
}

// P18: who approves a unit's own application. The region's finance department is
// let through with a warning, a department by its own name never by default.
func TestOwnApproval(t *testing.T) {
	finance := department()
	finance.Name, finance.Approver = "自治区财政厅", "自治区财政厅"
	for name, tt := range map[string]struct {
		holder  asset.Holder
		policy  rule.OwnApproval
		by      string
		refused bool
		warned  bool
	}{
		"default, another body":          {bureau(), rule.RequireOther, "桂林市人民政府", false, false},
		"default, itself":                {bureau(), rule.RequireOther, "桂林市财政局", true, false},
		"warn, itself":                   {bureau(), rule.WarnOwn, "桂林市财政局", false, true},
		"allow, itself":                  {bureau(), rule.AllowOwn, "桂林市财政局", false, false},
		"default, 自治区财政厅 itself":         {finance, rule.RequireOther, "自治区财政厅", false, true},
		"default, a department itself":   {department(), rule.RequireOther, "自治区交通运输厅", true, false},
		"default, the region's approves": {department(), rule.RequireOther, "自治区财政厅", false, false},
	} {
		g := authorization.AssetUse().Under(authorization.Policy{OwnApproval: tt.policy})
		a := application(tt.holder)
		submitted, _ := do(t, authorization.New(g, "1"), assetUse(a)[:3]...)
		c := authorization.Approve{Act: by("2025-12-10", tt.by), Approval: approval("示例批复〔2025〕2号")}
		if tt.refused {
			assert.Equal(t, rule.ID("authorization.not-own"), refused(t, submitted, c).Rule, name)
			continue
		}
		granted, _ := do(t, submitted, c)
		ctx := tt.holder.Context()
		ctx.At = day("2026-01-05")
		report := authorization.Rules().Review(granted, ctx)
		assert.Equal(t, tt.warned, report.Has("authorization.own-approval"), name)
		require.NoError(t, report.Err(), name)
	}
}

// P25: which assessment is asked for. Security is always made here, value never.
func TestAssessmentPolicy(t *testing.T) {
	for _, tt := range []struct {
		policy          authorization.Assessment
		basis           authorization.PriceBasis
		security, value bool // made
		ok              bool
	}{
		{authorization.AssessByUse, authorization.ByAgreement, true, false, true},
		{authorization.AssessByUse, authorization.ByAgreement, false, true, false},
		{authorization.AssessByUse, authorization.ByAppraisal, true, false, false},
		{authorization.AssessByUse, authorization.ByAppraisal, true, true, true},
		{authorization.AssessSecurity, authorization.ByAppraisal, true, false, true},
		{authorization.AssessSecurity, authorization.ByAppraisal, false, true, false},
		{authorization.AssessValue, authorization.ByAgreement, false, true, true},
		{authorization.AssessValue, authorization.ByAgreement, true, false, false},
		{authorization.AssessBothWays, authorization.ByAgreement, true, false, false},
		{authorization.AssessBothWays, authorization.ByAgreement, false, true, false},
		{authorization.AssessBothWays, authorization.ByAgreement, true, true, true},
	} {
		g := authorization.AssetUse().Under(authorization.Policy{Assessment: tt.policy})
		a := drafted(t, g, func(a *authorization.Application) {
			a.PriceBasis, a.SecurityAssessed = tt.basis, calendar.Date{}
			if tt.security {
				a.SecurityAssessed = day("2025-11-24")
			}
			if tt.value {
				a.ValueAssessed = day("2025-11-24")
			}
		})
		_, _, err := a.Apply(authorization.Decide{Act: by("2025-11-26", department().Name), Decision: decision})
		assert.Equal(t, tt.ok, err == nil, "%+v: %v", tt, err)
	}
}

func TestIncompleteCommands(t *testing.T) {
	a := drafted(t, authorization.AssetUse(), nil)
	on := by("2025-12-01", department().Name)
	for _, c := range []authorization.Command{
		nil,
		authorization.Draft{},
		authorization.Draft{Act: on, Kind: authorization.Grant},
		authorization.Draft{Act: on, Kind: "king", Application: application(department())},
		authorization.Decide{Act: on},
		authorization.Return{Act: on},
		authorization.Reject{Act: on},
		authorization.Approve{Act: on},
		authorization.Sign{Act: on},
		authorization.Adjust{Act: on, Ground: authorization.MarketOperation},
		authorization.Withdraw{Act: on, Ground: authorization.MarketOperation},
		authorization.Evaluate{Act: on},
		authorization.End{Act: on, Cause: authorization.ByBreach},
		authorization.Submit{Act: authorization.Act{On: day("2025-12-01")}},
		authorization.Choose{Act: on, Competition: authorization.Competition{Method: "open", Number: "1", Operator: "甲"}}, // terms not put out for opinions
	} {
		_, _, err := a.Apply(c)
		var incomplete *rule.ReportError
		require.ErrorAs(t, err, &incomplete, "%T", c)
	}
	var zero authorization.Authorization
	_, _, err := zero.Apply(authorization.Submit{Act: on})
	require.ErrorIs(t, err, rule.ErrNotAllowed)
	assert.Empty(t, zero.Regime().ID())
	assert.Nil(t, zero.Regime())
	assert.Empty(t, zero.Allowed(day("2025-12-01")))
	assert.Equal(t, authorization.None, zero.StatusAt(day("2025-12-01")))
	d, err := zero.Deadlines(day("2025-12-01"))
	require.NoError(t, err)
	assert.Empty(t, d)
	assert.Equal(t, authorization.Act{}, authorization.ActOf(nil))
}

// What is handed in is copied, and what is handed out too.
func TestNothingShared(t *testing.T) {
	a := application(department())
	d := authorization.Draft{Act: by("2025-11-26", a.Holder.Name), Kind: authorization.Grant, Application: a, Plan: plan(a)}
	d.Evidence = []authorization.Document{{Title: "可行性论证报告"}}
	v, events := do(t, authorization.New(authorization.AuthorisedOperation(), "1"), d)
	d.Application.Assets[1].Areas[0], d.Plan.Catalogue[0].Name, d.Evidence[0].Title = "x", "x", "x"
	events[0].Command.(authorization.Draft).Application.Assets[1].Areas[1] = "x"
	v.Pending().Assets[1].Areas[2] = "x"
	assert.Equal(t, []string{"养护", "保险", "商业地图"}, v.Pending().Assets[1].Areas)
	kept := events[0].Command.(authorization.Draft)
	assert.Equal(t, "JT-02", kept.Plan.Catalogue[0].Name)
	assert.Equal(t, "可行性论证报告", kept.Evidence[0].Title)
	assert.Equal(t, authorization.Agency, kept.Role, "the event says in which role")
}

// A caller's own regime: the region's, with a guard of its own.
func TestNewRegime(t *testing.T) {
	basis := []rule.Clause{rule.GX("4.5.7")}
	spec := authorization.AssetUse().Spec()
	spec.ID = "own-use"
	spec.Guards = []authorization.Guard{{
		Rule: rule.Rule{ID: "own.weekday", Title: rule.Text{ZH: "示例", EN: "an example"}, Basis: basis, Evidence: rule.Judgement, Severity: rule.Blocking},
		Check: func(a authorization.Authorization, _ authorization.Command) rule.Text {
			return rule.Text{ZH: "不行 " + a.ID, EN: "no"}
		},
	}}
	for i := range spec.Rows {
		if spec.Rows[i].Command == "submit" {
			spec.Rows[i].Guards = append(spec.Rows[i].Guards[:2:2], "own.weekday")
		}
	}
	g, err := authorization.NewRegime(spec)
	require.NoError(t, err)
	needs := authorization.Needed(application(department()), g)
	assert.Same(t, g, needs[2].Regime)
	a := application(department())
	decided, _ := do(t, authorization.New(g, "SQ-9"), assetUse(a)[:2]...)
	no := refused(t, decided, assetUse(a)[2])
	assert.Equal(t, "不行 SQ-9", no.Why.ZH)
	for member, wrong := range map[string]func(*authorization.Spec){
		"ID":     func(s *authorization.Spec) { s.ID = "own use" },
		"Title":  func(s *authorization.Spec) { s.Title.EN = "" },
		"Basis":  func(s *authorization.Spec) { s.Basis = nil },
		"Own":    func(s *authorization.Spec) { s.Own = "king" },
		"Sides":  func(s *authorization.Spec) { s.Sides[0].Roles = nil },
		"Guards": func(s *authorization.Spec) { s.Guards[0].Check = nil },
		"Terms":  func(s *authorization.Spec) { s.Terms[0].Owner = "king" },
		"Rows":   func(s *authorization.Spec) { s.Rows[0].Guards = []rule.ID{"none"} },
	} {
		s := g.Spec()
		s.Terms, s.Sides = append([]authorization.Term(nil), s.Terms...), append([]authorization.Side(nil), s.Sides...)
		wrong(&s)
		_, err := authorization.NewRegime(s)
		var bad *authorization.RegimeError
		require.ErrorAs(t, err, &bad, member)
		assert.Equal(t, member, bad.Member)
		assert.Contains(t, err.Error(), "authorization: regime")
	}
}
