package registry_test

import (
	"slices"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSupply(t *testing.T) {
	registered, _ := walk(t, registry.FinanceCard(), card("JT-01"), "submit", "approve") // 2026-03-09
	cancelled, _ := walk(t, registry.FinanceCard(), card("JT-01"), "submit", "approve", "cancel", "approve")
	coded, _ := walk(t, registry.NationalRegistration(), card("JT-01"), "submit", "accept", "examine", "publish", "approve") // to 2029-03-08
	revoked, _ := walk(t, registry.NationalRegistration(), card("JT-01"), "submit", "accept", "examine", "publish", "approve", "revoke")
	altering, _ := walk(t, registry.FinanceCard(), card("JT-01"), "submit", "approve", "alter")
	for name, tt := range map[string]struct {
		s    registry.Supply
		want bool
	}{
		"after":          {registry.Supply{Asset: "JT-01", On: day("2026-03-10"), Public: true, Registration: registered}, false},
		"the same day":   {registry.Supply{Asset: "JT-01", On: day("2026-03-09"), Public: true, Registration: registered}, false},
		"before":         {registry.Supply{Asset: "JT-01", On: day("2026-03-08"), Public: true, Registration: registered}, true},
		"not registered": {registry.Supply{Asset: "JT-01", On: day("2025-09-11"), Public: true}, true},
		"not public":     {registry.Supply{Asset: "BG-01", On: day("2025-09-11")}, false},
		"altering":       {registry.Supply{Asset: "JT-01", On: day("2026-03-10"), Public: true, Registration: altering}, false},
		"cancelled":      {registry.Supply{Asset: "JT-01", On: cancelled.Since, Public: true, Registration: cancelled}, true},
		"revoked":        {registry.Supply{Asset: "JT-01", On: revoked.Since, Public: true, Registration: revoked}, true},
		"last day":       {registry.Supply{Asset: "JT-01", On: day("2029-03-08"), Public: true, Registration: coded}, false},
		"expired":        {registry.Supply{Asset: "JT-01", On: day("2029-03-09"), Public: true, Registration: coded}, true},
	} {
		report := registry.SupplyRules().Review(tt.s, rule.Context{})
		assert.Equal(t, tt.want, report.Has("registry.before-supply"), name)
		assert.Equal(t, tt.want, report.Err() != nil, "%s: it blocks", name)
	}
}

// Each rule in each direction and at its edges.
func TestRules(t *testing.T) {
	sector, err := registry.NewRegime(spec(func(s *registry.Spec) { s.Sector = "weather" }))
	require.NoError(t, err)
	steps := []string{"submit", "accept", "examine", "publish", "approve"}
	finance, _ := walk(t, registry.FinanceCard(), card("JT-01"), "submit", "approve") // 2026-03-09
	altering, _ := walk(t, registry.FinanceCard(), card("JT-01"), "submit", "approve", "alter")
	national, _ := walk(t, registry.NationalRegistration(), card("JT-01"), steps...) // 2029-03-08
	renewing, _ := walk(t, registry.NationalRegistration(), card("JT-01"), append(steps, "renew")...)
	applied, _ := walk(t, registry.NationalRegistration(), card("JT-01"), "submit") // 2026-01-28
	withdrawn, _ := walk(t, registry.NationalRegistration(), card("JT-01"), "submit", "withdraw")
	once, _ := walk(t, registry.NationalRegistration(), card("JT-01"), "submit", "return", "submit")
	twice, _ := walk(t, registry.NationalRegistration(), card("JT-01"), "submit", "return", "submit", "return")
	own, _ := walk(t, sector, card("JT-01"), "submit", "approve")
	bigger, busier := card("JT-01"), card("JT-01")
	bigger.Resource.Rows = record.Some(int64(223_200)) // 186,000 and 20 %
	busier.Resource.Frequency = "hourly"
	public := registry.Holding{Role: rule.RegionDepartment, Entity: rule.Administrative, Public: true, Authorised: true}
	enterprise := registry.Holding{Role: rule.RegionEnterprise, Entity: rule.Enterprise, Public: true, Authorised: true}
	idle := public
	idle.Authorised = false
	weather := public
	weather.Sector = "weather"
	delivered := registry.Facts{Delivered: day("2026-01-05")} // due 2026-02-02
	type regs = []registry.Registration
	for name, tt := range map[string]struct {
		rule rule.ID
		at   string
		a    registry.Asset
		want rule.State
	}{
		"in no register":          {"registry.should-be-registered", "2026-03-09", registry.Asset{ID: "JT-01"}, rule.NotMet},
		"registered":              {"registry.should-be-registered", "2026-03-09", registry.Asset{ID: "JT-01", Registrations: regs{finance}}, rule.Met},
		"the day before":          {"registry.should-be-registered", "2026-03-08", registry.Asset{ID: "JT-01", Registrations: regs{finance}}, rule.NotMet},
		"expired":                 {"registry.should-be-registered", "2029-03-09", registry.Asset{ID: "JT-01", Registrations: regs{national}}, rule.NotMet},
		"grown by 20 %":           {"registry.card-current", "2026-05-20", registry.Asset{Current: bigger, Registrations: regs{finance}}, rule.NotMet},
		"a routine change":        {"registry.card-current", "2026-05-20", registry.Asset{Current: busier, Registrations: regs{finance}}, rule.Met},
		"being altered":           {"registry.card-current", "2026-05-20", registry.Asset{Current: bigger, Registrations: regs{altering}}, rule.NotApplicable},
		"changed after the card":  {"registry.card-current", "2026-05-20", registry.Asset{Facts: registry.Facts{AssetChanged: day("2025-09-11")}, Registrations: regs{finance}}, rule.NotMet},
		"changed on its day":      {"registry.card-current", "2026-05-20", registry.Asset{Facts: registry.Facts{AssetChanged: day("2025-09-10")}, Registrations: regs{finance}}, rule.Met},
		"not registered":          {"registry.card-current", "2026-05-20", registry.Asset{}, rule.NotApplicable},
		"its sector has none":     {"registry.sector-first", "2026-05-20", registry.Asset{Holding: weather}, rule.NotApplicable},
		"no sector known":         {"registry.sector-first", "2026-05-20", registry.Asset{Holding: public}, rule.Unknown},
		"not in its sector's":     {"registry.sector-first", "2026-05-20", registry.Asset{Holding: weather, Own: []*registry.Regime{sector}, Registrations: regs{finance}}, rule.NotMet},
		"in its sector's":         {"registry.sector-first", "2026-05-20", registry.Asset{Holding: weather, Own: []*registry.Regime{sector}, Registrations: regs{own}}, rule.Met},
		"before the day":          {"registry.national-in-time", "2026-02-02", registry.Asset{Holding: public, Facts: delivered}, rule.Met},
		"late":                    {"registry.national-in-time", "2026-02-03", registry.Asset{Holding: public, Facts: delivered}, rule.NotMet},
		"applied in time":         {"registry.national-in-time", "2026-02-03", registry.Asset{Holding: public, Facts: delivered, Registrations: regs{applied}}, rule.Met},
		"applied and withdrawn":   {"registry.national-in-time", "2026-02-03", registry.Asset{Holding: public, Facts: delivered, Registrations: regs{withdrawn}}, rule.NotMet},
		"applied late":            {"registry.national-in-time", "2026-02-03", registry.Asset{Holding: public, Facts: registry.Facts{Delivered: day("2025-12-26")}, Registrations: regs{applied}}, rule.NotMet},
		"nothing delivered":       {"registry.national-in-time", "2026-02-03", registry.Asset{Holding: public}, rule.Unknown},
		"the term is not known":   {"registry.national-in-time", "2027-03-01", registry.Asset{Holding: public, Facts: registry.Facts{Delivered: day("2026-12-18")}}, rule.Unknown},
		"not authorised":          {"registry.national-in-time", "2026-02-03", registry.Asset{Holding: idle, Facts: delivered}, rule.NotApplicable},
		"an enterprise":           {"registry.national-in-time", "2026-02-03", registry.Asset{Holding: enterprise, Facts: delivered}, rule.NotApplicable},
		"before the measures":     {"registry.national-in-time", "2025-02-28", registry.Asset{Holding: public, Facts: delivered}, rule.NotApplicable},
		"encouraged, enterprise":  {"registry.national-encouraged", "2026-02-03", registry.Asset{Holding: enterprise}, rule.NotMet},
		"encouraged, idle":        {"registry.national-encouraged", "2026-03-09", registry.Asset{Holding: idle, Registrations: regs{national}}, rule.Met},
		"bound, not encouraged":   {"registry.national-encouraged", "2026-03-09", registry.Asset{Holding: public}, rule.NotApplicable},
		"own data":                {"registry.national-encouraged", "2026-03-09", registry.Asset{Holding: registry.Holding{Entity: rule.Enterprise}}, rule.NotApplicable},
		"61 days before expiry":   {"registry.renewed-in-time", "2029-01-06", registry.Asset{Registrations: regs{national}}, rule.Met},
		"60 days before expiry":   {"registry.renewed-in-time", "2029-01-07", registry.Asset{Registrations: regs{national}}, rule.NotMet},
		"renewal is open":         {"registry.renewed-in-time", "2029-02-07", registry.Asset{Registrations: regs{renewing}}, rule.Met},
		"renewal open, expired":   {"registry.renewed-in-time", "2029-03-09", registry.Asset{Registrations: regs{renewing}}, rule.NotMet},
		"without a term":          {"registry.renewed-in-time", "2029-03-09", registry.Asset{Registrations: regs{finance}}, rule.NotApplicable},
		"told once":               {"registry.told-once", "2026-02-03", registry.Asset{Registrations: regs{once}}, rule.Met},
		"told twice":              {"registry.told-once", "2026-02-03", registry.Asset{Registrations: regs{twice}}, rule.NotMet},
		"never told":              {"registry.told-once", "2026-02-03", registry.Asset{Registrations: regs{applied}}, rule.NotApplicable},
		"acceptance on its day":   {"registry.reviewed-in-time", "2026-02-02", registry.Asset{Registrations: regs{applied}}, rule.Met},
		"acceptance late":         {"registry.reviewed-in-time", "2026-02-03", registry.Asset{Registrations: regs{applied}}, rule.NotMet},
		"not before the registry": {"registry.reviewed-in-time", "2026-02-03", registry.Asset{}, rule.NotApplicable},
	} {
		report := registry.Rules().Explain(tt.a, rule.Context{At: day(tt.at)})
		var got rule.State
		for _, o := range report.Outcomes {
			if o.Rule == tt.rule {
				got = o.State
			}
		}
		assert.Equal(t, tt.want, got, "%s: %s", tt.rule, name)
		assert.Equal(t, tt.want == rule.NotMet, report.Has(tt.rule), name)
		for _, f := range report.Findings {
			assert.NotEmpty(t, f.Message.ZH)
			assert.NotEmpty(t, f.Message.EN)
		}
		assert.NoError(t, report.Err(), "none of these blocks")
	}
}

// Where an asset stands, and whose certificate counts.
func TestStand(t *testing.T) {
	weather, err := registry.NewRegime(spec(func(s *registry.Spec) { s.ID, s.Sector = "weather-data", "weather" }))
	require.NoError(t, err)
	city, err := registry.NewRegime(spec(func(s *registry.Spec) { s.ID = "city-data" }))
	require.NoError(t, err)
	type held = registry.Holding
	for name, tt := range map[string]struct {
		h       held
		own     []*registry.Regime
		want    []string
		voucher string
	}{
		"department":              {held{Role: rule.RegionDepartment, Entity: rule.Administrative, Public: true, Authorised: true}, nil, []string{"finance-card byText", "public-data byText"}, "finance-card"},
		"not authorised":          {held{Role: rule.RegionDepartment, Entity: rule.Administrative, Public: true}, nil, []string{"finance-card byText", "public-data byReference"}, "finance-card"},
		"city bureau":             {held{Role: rule.CityFinanceBureau, Entity: rule.Administrative, Public: true}, nil, []string{"finance-card byReference", "public-data byReference"}, "finance-card"},
		"enterprise, own data":    {held{Role: rule.RegionEnterprise, Entity: rule.Enterprise}, nil, []string{"enterprise-card byText"}, ""},
		"enterprise, public":      {held{Role: rule.RegionEnterprise, Entity: rule.Enterprise, Public: true, Authorised: true}, nil, []string{"enterprise-card byText", "public-data byReference"}, "public-data"},
		"subordinate enterprise":  {held{Role: rule.NamedSubordinate, Entity: rule.Enterprise}, nil, []string{"enterprise-card byReference"}, ""},
		"a sector's come first":   {held{Role: rule.RegionDepartment, Entity: rule.PublicInstitution, Public: true, Sector: "weather"}, []*registry.Regime{city, weather}, []string{"weather-data byText", "finance-card byText", "public-data byReference", "city-data byText"}, "weather-data"},
		"another sector's do not": {held{Role: rule.RegionDepartment, Entity: rule.PublicInstitution, Sector: "water"}, []*registry.Regime{weather}, []string{"finance-card byText"}, "finance-card"},
	} {
		s := registry.Needed(tt.h, tt.own...)
		var got []string
		for _, p := range s.All {
			got = append(got, p.Regime.ID()+" "+string(p.Force))
			assert.NotEmpty(t, p.Why.ZH)
			assert.NotEmpty(t, p.Basis)
			assert.Equal(t, p.Force, s.Force(p.Regime.ID()))
		}
		assert.Equal(t, tt.want, got, name)
		voucher := ""
		if s.Voucher != nil {
			voucher = s.Voucher.ID()
		}
		assert.Equal(t, tt.voucher, voucher, name)
		assert.NotEmpty(t, s.Why.EN, name)
		assert.NotEmpty(t, s.Basis, name)
		assert.Empty(t, s.Force("unheard-of"))
	}
}

// spec is a regime of a caller, changed a little.
func spec(change func(*registry.Spec)) registry.Spec {
	basis := []rule.Clause{rule.GX("4.3.5")}
	s := registry.Spec{
		ID: "own", Title: rule.Text{ZH: "示例", EN: "an example"}, Basis: basis, Certifies: true,
		Rows: registry.SimpleRows(basis, rule.Text{ZH: "示例", EN: "an example"}),
	}
	change(&s)
	return s
}

// A regime that contradicts itself is refused when it is made, and says where.
func TestNewRegime(t *testing.T) {
	nobody := rule.In("没有的文件", "第1条")
	for member, change := range map[string]func(*registry.Spec){
		"ID":        func(s *registry.Spec) { s.ID = "Own Rules" },
		"Title":     func(s *registry.Spec) { s.Title.EN = "" },
		"Basis":     func(s *registry.Spec) { s.Basis = []rule.Clause{nobody} },
		"Rows":      func(s *registry.Spec) { s.Rows = append(s.Rows, s.Rows[0]) },
		"Rows ":     func(s *registry.Spec) { s.Rows = s.Rows[1:2] },
		"Rows  ":    func(s *registry.Spec) { s.Rows[0].Guards = []rule.ID{"own.unheard-of"} },
		"Validity":  func(s *registry.Spec) { s.Validity.Months = -1 },
		"Validity ": func(s *registry.Spec) { s.Validity.Months = 12 },
		"Notice":    func(s *registry.Spec) { s.Rows = registry.FullRows() },
		"Guards":    func(s *registry.Spec) { s.Guards = []registry.Guard{{}} },
		"Documents": func(s *registry.Spec) { s.Documents = []registry.Requirement{{Procedure: "first"}} },
		"Causes":    func(s *registry.Spec) { s.Causes = []registry.Cause{"unheard-of"} },
		"Terms x.y": func(s *registry.Spec) {
			s.Terms = []registry.Term{{ID: "x.y", Title: s.Title, Owner: registry.Registry, To: registry.Registrant, From: registry.Applied, Until: registry.EndedOn}}
		},
	} {
		_, err := registry.NewRegime(spec(change))
		var wrong *registry.RegimeError
		require.ErrorAs(t, err, &wrong, member)
		assert.Contains(t, "Terms x.y Rows Validity "+member, wrong.Member)
		assert.Contains(t, err.Error(), "registry: regime ")
	}
	// What has been registered may stand for ever: a filing that nothing cancels.
	_, err := registry.NewRegime(spec(func(s *registry.Spec) {
		s.Rows = slices.DeleteFunc(s.Rows, func(r rule.Transition) bool {
			return r.From.Procedure == registry.Cancellation || r.To.Procedure == registry.Cancellation
		})
	}))
	require.NoError(t, err)
	// A row of a procedure that nothing opens: its command has others, one with Any.
	_, err = registry.NewRegime(spec(func(s *registry.Spec) {
		stray := s.Rows[1]
		stray.Command, stray.From = "withdraw", rule.Position{Status: registry.Registered, Procedure: registry.First, Stage: registry.Submitted}
		s.Rows = append(s.Rows, stray)
	}))
	require.ErrorContains(t, err, "row withdraw @ registered/first/submitted: want a position that can be reached")
	zeroTerm := registry.Term{}
	_, err = registry.NewRegime(spec(func(s *registry.Spec) { s.Terms = []registry.Term{zeroTerm} }))
	require.Error(t, err)
}

// A caller's regime: a guard of its own, a term, a document, and a year's
// validity; what the caller does to its spec afterwards changes nothing.
func TestOwnRegime(t *testing.T) {
	basis := []rule.Clause{rule.GX("4.3.5")}
	s := spec(func(s *registry.Spec) {
		s.Rows[1].Guards = append(s.Rows[1].Guards, "own.named")
		s.Guards = []registry.Guard{{
			Rule: rule.Rule{ID: "own.named", Title: s.Title, Basis: basis, Evidence: rule.Judgement, Severity: rule.Blocking, Judgement: s.Title},
			Check: func(_ registry.Registration, c registry.Command) rule.Text {
				if sub, ok := c.(registry.Submit); ok && sub.Card.Number == "" {
					return rule.Text{ZH: "未填卡片编号", EN: "no card number"}
				}
				return rule.Text{}
			},
		}}
		s.Documents = []registry.Requirement{{Procedure: registry.First, AnyOf: []registry.DocumentKind{registry.DocSource, registry.DocOther}, Basis: basis}}
		s.Terms = []registry.Term{{
			ID: "own.answer", Title: s.Title, Owner: registry.Registry, To: registry.Registrant, From: registry.Applied, Until: registry.Answered,
			Term: calendar.Workdays(5), Basis: basis, Evidence: rule.Judgement,
		}}
		s.Validity = registry.Validity{Months: 12, Renewal: 30, Basis: basis}
	})
	g, err := registry.NewRegime(s)
	require.NoError(t, err)
	s.Rows[1].Command, s.Documents[0].Procedure = "alter", "changed"
	assert.Equal(t, registry.First, g.Spec().Documents[0].Procedure)
	r := registry.New(g, "JT-01")
	_, _, err = r.Apply(command("submit", day("2026-01-28"), card("JT-01")))
	var refusal *rule.Refusal
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, rule.ID("own.named"), refusal.Rule)
	c := card("JT-01")
	c.Number = "KP-1"
	_, _, err = r.Apply(registry.Submit{Act: by(day("2026-01-28"), "甲", ""), Card: c})
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, rule.ID("registry.documents"), refusal.Rule)
	r, _, err = r.Apply(registry.Submit{Act: by(day("2026-01-28"), "甲", "", registry.Document{Kind: registry.DocOther, Title: "材料"}), Card: c})
	require.NoError(t, err)
	all, err := r.Deadlines(day("2026-01-28"), registry.Facts{})
	require.NoError(t, err)
	require.Len(t, all, 1)
	assert.Equal(t, "2026-02-04", all[0].Due.Date.String()) // 29 30 | 02-02 03 04
	r, _, err = r.Apply(registry.Approve{Act: by(day("2026-01-30"), "乙", ""), CertificateNo: "X-1"})
	require.NoError(t, err)
	assert.Equal(t, "2027-01-29", r.ValidTo.String())
}

// P21: a year coded on 2026-01-30 ends on 2027-01-29 where that day is the first,
// on 2027-01-30 where the next is (民法典 第201条); a renewal follows without a gap.
func TestValidityNextDay(t *testing.T) {
	for _, next := range []bool{false, true} {
		g, err := registry.NewRegime(spec(func(s *registry.Spec) {
			s.Validity = registry.Validity{Months: 12, Renewal: 30, Basis: []rule.Clause{rule.GX("4.3.5")}}
			if next {
				s.Validity.NextDay = true
			}
		}))
		require.NoError(t, err)
		r := registry.New(g, "JT-01")
		r, _, err = r.Apply(command("submit", day("2026-01-28"), card("JT-01")))
		require.NoError(t, err)
		r, _, err = r.Apply(registry.Approve{Act: by(day("2026-01-30"), "乙", ""), CertificateNo: "X-1"})
		require.NoError(t, err)
		assert.Equal(t, "2026-01-30", r.ValidFrom.String())
		assert.Equal(t, map[bool]string{false: "2027-01-29", true: "2027-01-30"}[next], r.ValidTo.String())
	}
}

// Each field of the card stands once in the table of P19.
func TestWeights(t *testing.T) {
	always, scale, routine := registry.WeightsForTest()
	seen := map[string]int{}
	for _, list := range [][]string{always, scale, routine} {
		for _, key := range list {
			seen[key]++
			_, ok := registry.Cards().Definition().Field(key)
			assert.True(t, ok, "%s is no field of the card", key)
		}
	}
	for _, f := range registry.Cards().Definition().Fields {
		assert.Equal(t, 1, seen[f.Key], f.Key)
	}
}

// P19: scale ±20 %, on both sides of the edge; rights always; a feed never.
func TestCompare(t *testing.T) {
	for name, tt := range map[string]struct {
		before, after func(*registry.Card)
		policy        registry.AlterationPolicy
		want          rule.State
	}{
		"1,046 → 1,312 stations":     {scale("1,046 站"), scale("1,312 站"), registry.AlterationPolicy{}, rule.Met}, // +25.4 %
		"1,000 → 1,199":              {scale("1,000 站"), scale("1,199 站"), registry.AlterationPolicy{}, rule.NotMet},
		"1,000 → 1,200":              {scale("1,000 站"), scale("1,200 站"), registry.AlterationPolicy{}, rule.Met},
		"1,000 → 801":                {scale("1,000 站"), scale("801 站"), registry.AlterationPolicy{}, rule.NotMet},
		"1,000 → 800":                {scale("1,000 站"), scale("800 站"), registry.AlterationPolicy{}, rule.Met},
		"the second number":          {scale("1,046 站，9.8亿条"), scale("1,046 站，11.76亿条"), registry.AlterationPolicy{}, rule.Met}, // 9.8 × 1.2 = 11.76
		"the second number, less":    {scale("1,046 站，9.8亿条"), scale("1,046 站，11.75亿条"), registry.AlterationPolicy{}, rule.NotMet},
		"another unit":               {scale("1.4 TB"), scale("1433.6 GB"), registry.AlterationPolicy{}, rule.Unknown},
		"words":                      {scale("全部线路"), scale("全部线路和桥梁"), registry.AlterationPolicy{}, rule.Unknown},
		"too long":                   {scale("12345678901234567890123 条"), scale("1 条"), registry.AlterationPolicy{}, rule.Unknown},
		"from nothing":               {scale("0 站"), scale("1 站"), registry.AlterationPolicy{}, rule.Met},
		"a share of one's own":       {scale("1,000 站"), scale("1,100 站"), registry.AlterationPolicy{Scale: 10}, rule.Met},
		"rows, beyond 32 bits":       {rows(1_000_000_000_000), rows(1_200_000_000_000), registry.AlterationPolicy{}, rule.Met},
		"rows, one fewer":            {rows(1_000_000_000_000), rows(1_199_999_999_999), registry.AlterationPolicy{}, rule.NotMet},
		"rights":                     {func(*registry.Card) {}, func(c *registry.Card) { c.Resource.RightUser = "他人" }, registry.AlterationPolicy{}, rule.Met},
		"holder":                     {func(*registry.Card) {}, func(c *registry.Card) { c.Holder = "他厅" }, registry.AlterationPolicy{}, rule.Met},
		"a daily feed":               {func(*registry.Card) {}, func(c *registry.Card) { c.Resource.Frequency = "hourly" }, registry.AlterationPolicy{}, rule.NotMet},
		"any field":                  {func(*registry.Card) {}, func(c *registry.Card) { c.Resource.Frequency = "hourly" }, registry.AlterationPolicy{Any: true}, rule.Met},
		"a field of the caller's":    {func(*registry.Card) {}, func(c *registry.Card) { c.Contact = "丁" }, registry.AlterationPolicy{Fields: map[string]registry.Weight{"cardContact": registry.Always}}, rule.Met},
		"and one it takes away":      {func(*registry.Card) {}, func(c *registry.Card) { c.Holder = "他厅" }, registry.AlterationPolicy{Any: true, Fields: map[string]registry.Weight{"cardHolder": registry.Routine}}, rule.NotMet},
		"an extension, routine":      {func(*registry.Card) {}, func(c *registry.Card) { c.Extra = c.Extra.With("city", "南宁") }, registry.AlterationPolicy{}, rule.NotMet},
		"an extension that is named": {func(c *registry.Card) { c.Extra = c.Extra.With("city", "南宁") }, func(*registry.Card) {}, registry.AlterationPolicy{Fields: map[string]registry.Weight{"city": registry.Always}}, rule.Met},
	} {
		before, after := card("JT-01"), card("JT-01")
		tt.before(&before)
		tt.after(&after)
		got := tt.policy.Compare(before, after)
		require.Len(t, got.Changes, 1, name)
		assert.Equal(t, tt.want, got.Changes[0].Needs, name)
		assert.Equal(t, tt.want == rule.Met, got.Required(), name)
		assert.Len(t, got.Unsettled(), map[bool]int{true: 1}[tt.want == rule.Unknown], name)
		assert.NotEmpty(t, got.Changes[0].Why.ZH)
		assert.NotEmpty(t, got.Changes[0].Why.EN)
		assert.NotEmpty(t, got.Basis)
	}
	assert.Empty(t, registry.Compare(card("JT-01"), card("JT-01")).Changes)
	assert.False(t, registry.Compare(card("JT-01"), card("JT-01")).Required())
}

func scale(s string) func(*registry.Card) {
	return func(c *registry.Card) { c.Resource.Scale = s }
}

func rows(n int64) func(*registry.Card) {
	return func(c *registry.Card) { c.Resource.Rows = record.Some(n) }
}

// Each cause names the accounting event that follows (and says so where nothing
// is booked).
func TestFollows(t *testing.T) {
	for cause, want := range map[registry.Cause][]rule.ID{
		registry.Lost: {"government.loss-approved"}, registry.Expired: {"government.written-off"}, registry.Relinquished: {"government.written-off"},
		registry.Transferred: {"government.transferred-out"}, registry.Dissolved: nil, registry.Mistaken: nil, registry.Unrenewed: nil, registry.OtherCause: nil,
	} {
		f := cause.Follows()
		assert.Equal(t, want, f.Events, cause)
		assert.NotEmpty(t, f.Title.ZH, cause)
		assert.NotEmpty(t, f.Basis, cause)
		for _, c := range f.Basis {
			_, ok := rule.DocumentByID(c.Doc)
			assert.True(t, ok, c)
		}
	}
	assert.Zero(t, registry.Cause("unheard-of").Follows().Title)
}

// The forms are filled in from the commands: before, after, reason, evidence;
// and are valid records.
func TestForms(t *testing.T) {
	r, _ := walk(t, registry.NationalRegistration(), card("JT-01"), "submit", "accept", "examine", "publish", "approve")
	changed := card("JT-01")
	changed.Resource.Scale = "路线20万条"
	alter := registry.Alter{Act: by(day("2026-05-19"), "甲", "站点增加", papers()[:2]...), Card: changed}
	a, err := r.Form("SQ-1", alter)
	require.NoError(t, err)
	assert.Equal(t, []registry.FormChange{{Field: "scale", Title: "规模", Before: "路线18.6万条", After: "路线20万条"}}, a.Changes)
	assert.Equal(t, "站点增加", a.Reason)
	assert.True(t, registry.Applications().Validate(&a, record.Options{}).Clean())
	cancel, err := r.Form("SQ-2", registry.Cancel{Act: by(day("2026-05-19"), "甲", ""), Cause: registry.Lost})
	require.NoError(t, err)
	assert.Equal(t, registry.Lost, cancel.Cause)
	assert.True(t, registry.Applications().Validate(&cancel, record.Options{}).Clean())
	bad := a
	bad.Changes, bad.Reason = nil, ""
	assert.Len(t, registry.Applications().Validate(&bad, record.Options{}).Findings, 2)

	first := card("JT-02")
	first.JointHolders, first.AgreedOn = []string{"某站"}, day("2026-01-10")
	first.DepositNumber, first.DepositOn, first.SecurityOn = "CZ-1", day("2026-01-20"), day("2026-01-15")
	first.Products, first.Scenarios = "养护决策服务", "养护"
	submit := registry.Submit{Act: by(day("2026-01-28"), "甲", "", papers()...), Card: first}
	n, err := registry.New(registry.NationalRegistration(), "JT-02").NationalForm("DJ-1", submit, day("2026-01-05"))
	require.NoError(t, err)
	assert.Equal(t, []string{"某厅", "某站"}, n.Registrants)
	assert.Equal(t, "2025-09-01", n.ReviewedOn.String())
	report := registry.NationalApplications().Validate(&n, record.Options{})
	assert.True(t, report.Clean(), "%v", report.Findings)
	n.DepositNo, n.Evidence = "", nil
	assert.Len(t, registry.NationalApplications().Validate(&n, record.Options{}).Findings, 2)
	renew, err := r.NationalForm("DJ-2", registry.Renew{Act: by(day("2029-01-11"), "甲", "")}, calendar.Date{})
	require.NoError(t, err)
	assert.Equal(t, registry.Renewal, renew.Kind)
	for _, c := range []registry.Command{registry.Withdraw{}, registry.Draft{Kind: registry.First}, nil} {
		_, err := r.Form("x", c)
		require.ErrorIs(t, err, registry.ErrNoForm)
		_, err = r.NationalForm("x", c, calendar.Date{})
		require.ErrorIs(t, err, registry.ErrNoForm)
	}
}
