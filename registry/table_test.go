package registry_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The state tables written by hand, one line a case: where, command, to. K is
// each kind of procedure listed, IDLE where it begins, OPEN its command, DONE
// where its completion leads. What is not here is refused.
const cardTable = `
first alteration correction cancellation:
IDLE draft.K K/draft
IDLE OPEN K/submitted
K/draft OPEN K/submitted
K/supplement OPEN K/submitted
K/submitted approve DONE
K/submitted return K/supplement
K/submitted reject IDLE
K/draft withdraw IDLE
K/submitted withdraw IDLE
K/supplement withdraw IDLE
`

// 发改数据规〔2025〕26号: 第7、9条 application; 第10条 acceptance, completion,
// refusal; 第11条 formal review; 第12条 notice and objection; 第13条 code; 第15条
// renewal, expiry; 第20条 revocation.
const nationalTable = `
first alteration correction cancellation renewal:
IDLE draft.K K/draft
IDLE OPEN K/submitted
K/draft OPEN K/submitted
K/supplement OPEN K/submitted
K/submitted accept K/accepted
K/submitted return K/supplement
K/submitted reject IDLE
K/accepted examine K/review
K/review explain K/review
K/review reject IDLE
K/draft withdraw IDLE
K/submitted withdraw IDLE
K/supplement withdraw IDLE
K/accepted withdraw IDLE
K/review withdraw IDLE
first alteration renewal:
K/review publish K/notice
K/notice object K/objection
K/objection uphold IDLE
K/objection dismiss K/notice
K/notice approve DONE
K/notice withdraw IDLE
K/objection withdraw IDLE
correction cancellation:
K/review approve DONE
alteration correction cancellation renewal:
K/draft revoke revoked
K/submitted revoke revoked
K/supplement revoke revoked
K/accepted revoke revoked
K/review revoke revoked
K/draft endOperation K/draft
K/submitted endOperation K/submitted
K/supplement endOperation K/supplement
K/accepted endOperation K/accepted
K/review endOperation K/review
alteration renewal:
K/notice revoke revoked
K/objection revoke revoked
K/notice endOperation K/notice
K/objection endOperation K/objection
alteration correction cancellation:
K/draft lapse cancelled
K/submitted lapse cancelled
K/supplement lapse cancelled
K/accepted lapse cancelled
K/review lapse cancelled
alteration:
K/notice lapse cancelled
K/objection lapse cancelled
IDLE revoke revoked
IDLE endOperation IDLE
IDLE lapse cancelled
`

// written expands a table into position + command → position.
func written(table string) map[string]string {
	open := map[string]string{"first": "submit", "alteration": "alter", "correction": "correct", "cancellation": "cancel", "renewal": "renew"}
	out := map[string]string{}
	var kinds []string
	for line := range strings.Lines(strings.TrimSpace(table)) {
		line = strings.TrimSpace(line)
		if head, ok := strings.CutSuffix(line, ":"); ok {
			kinds = strings.Fields(head)
			continue
		}
		for _, k := range kinds {
			idle, done := "registered", "registered"
			if k == "first" {
				idle = "none"
			}
			if k == "cancellation" {
				done = "cancelled"
			}
			f := strings.Fields(line)
			for i, s := range f {
				switch {
				case s == "IDLE":
					f[i] = idle
				case s == "DONE":
					f[i] = done
				case s == "OPEN":
					f[i] = open[k]
				case s == "draft.K":
					f[i] = "draft." + k
				case strings.HasPrefix(s, "K/"):
					f[i] = idle + "/" + k + s[1:]
				}
			}
			out[f[0]+" "+f[1]] = f[2]
		}
	}
	return out
}

// reach brings a registration to every position it can come to.
func reach(t *testing.T, g *registry.Regime, c registry.Card) map[string]registry.Registration {
	t.Helper()
	start := registry.New(g, "JT-01")
	found := map[string]registry.Registration{start.Position.String(): start}
	for queue := []registry.Registration{start}; len(queue) > 0; queue = queue[1:] {
		for _, name := range names() {
			next, _, err := queue[0].Apply(fit(queue[0], name, c))
			if _, known := found[next.Position.String()]; err == nil && !known {
				found[next.Position.String()] = next
				queue = append(queue, next)
			}
		}
	}
	return found
}

// Every position × every command, in every regime: what is allowed and where it
// leads, what is refused, why, and what would be allowed.
func TestWholeTable(t *testing.T) {
	national := registry.NationalRegistration().Counted(ahead(t))
	for name, tt := range map[string]struct {
		regime *registry.Regime
		card   registry.Card
		table  string
		guards map[string]rule.ID // rows that the guards refuse for such a card, by command
		at     int                // positions it comes to
	}{
		"finance":    {registry.FinanceCard(), card("JT-01"), cardTable, nil, 15},
		"enterprise": {registry.EnterpriseCard(), card("JT-01"), cardTable, nil, 15},
		// none, registered, cancelled, revoked; 7 stages of three kinds, 5 of two.
		"national":         {national, card("JT-01"), nationalTable, map[string]rule.ID{"endOperation": "registry.operation-open"}, 35},
		"national product": {national, product("JT-01"), nationalTable, map[string]rule.ID{"renew": "registry.renewal-window", "lapse": "registry.lapsed"}, 35},
	} {
		t.Run(name, func(t *testing.T) {
			table := written(tt.table)
			require.Len(t, tt.regime.Rows(), len(table)+unreached(tt.regime), "every row of the code is in the table")
			all := reach(t, tt.regime, tt.card)
			require.Len(t, tt.regime.Positions(), tt.at)
			for _, p := range tt.regime.Positions() {
				r, reached := all[p.String()]
				if !reached {
					require.Contains(t, p.String(), "/renewal/", "only what cannot be renewed keeps from a position")
					require.NotEmpty(t, tt.guards["renew"])
					continue
				}
				for _, command := range names() {
					c := fit(r, command, tt.card)
					next, events, err := r.Apply(c)
					to, ok := table[p.String()+" "+command]
					guard := tt.guards[command]
					if ok && guard == "" {
						require.NoError(t, err, "%s %s", p, command)
						assert.Equal(t, to, next.Position.String(), "%s %s", p, command)
						require.Len(t, events, 1)
						row, found := tt.regime.Row(events[0])
						require.True(t, found)
						assert.NotEmpty(t, row.Basis)
						continue
					}
					var refusal *rule.Refusal
					require.ErrorAs(t, err, &refusal, "%s %s", p, command)
					assert.Equal(t, r, next, "nothing has changed")
					assert.Empty(t, events)
					assert.NotEmpty(t, refusal.Why.ZH)
					assert.NotEmpty(t, refusal.Why.EN)
					assert.Equal(t, r.Allowed(r.LastStep()), refusal.Allowed)
					if ok {
						assert.Equal(t, guard, refusal.Rule, "%s %s", p, command)
						assert.NotEmpty(t, refusal.Basis)
						continue
					}
					assert.Empty(t, refusal.Rule, "%s %s", p, command)
					assert.NotContains(t, refusal.Allowed, command)
				}
			}
		})
	}
}

// unreached counts the rows that stand for positions which nothing reaches: they
// were written for every procedure and stage.
func unreached(g *registry.Regime) int {
	at := map[string]bool{}
	for _, p := range g.Positions() {
		at[p.String()] = true
	}
	n := 0
	for _, row := range g.Rows() {
		if !at[row.From.String()] {
			n++
		}
	}
	return n
}

// Guards, each on both sides of its edge.
func TestGuards(t *testing.T) {
	finance, enterprise := registry.FinanceCard(), registry.EnterpriseCard()
	national := registry.NationalRegistration()
	submitted, _ := walk(t, finance, card("JT-01"), "submit")
	registered, _ := walk(t, finance, card("JT-01"), "submit", "approve")
	cancelling, _ := walk(t, finance, card("JT-01"), "submit", "approve", "cancel")
	own, _ := walk(t, enterprise, card("JT-01"), "submit")
	applied, _ := walk(t, national, card("JT-01"), "submit")
	again, _ := walk(t, national, card("JT-01"), "submit", "return")
	again, _, err := again.Apply(registry.Submit{Act: by(day("2026-01-28"), "丁", "", papers()...), Card: card("JT-01")})
	require.NoError(t, err)
	noticed, _ := walk(t, national, card("JT-01"), "submit", "accept", "examine", "publish")
	objected, _ := walk(t, national, card("JT-01"), "submit", "accept", "examine", "publish", "object")
	coded, _ := walk(t, national, card("JT-01"), "submit", "accept", "examine", "publish", "approve")
	require.Equal(t, "2026-03-09", coded.ValidFrom.String()) // 01-28 and 40 days
	require.Equal(t, "2029-03-08", coded.ValidTo.String())
	d := day("2026-03-10")
	without := func(k registry.DocumentKind) []registry.Document {
		var some []registry.Document
		for _, p := range papers() {
			if p.Kind != k {
				some = append(some, p)
			}
		}
		return some
	}
	dated := func(k registry.DocumentKind, on string) []registry.Document {
		all := papers()
		for i := range all {
			if all[i].Kind == k {
				all[i].On = day(on)
				if on == "1900-01-01" {
					all[i].On = all[i].On.AddDays(-1)
				}
			}
		}
		return all
	}
	start := registry.New(national, "JT-01")
	submit := func(docs []registry.Document) registry.Command {
		return registry.Submit{Act: by(d, "甲", "", docs...), Card: card("JT-01")}
	}
	for name, tt := range map[string]struct {
		r    registry.Registration
		c    registry.Command
		rule rule.ID // "": allowed
	}{
		"before the last step":            {submitted, registry.Approve{Act: by(day("2026-01-27"), "乙", ""), CertificateNo: "ZS-1"}, "registry.dates-in-order"},
		"the same day":                    {submitted, registry.Approve{Act: by(day("2026-01-28"), "乙", ""), CertificateNo: "ZS-1"}, ""},
		"the submitter approves":          {submitted, registry.Approve{Act: by(d, "甲", ""), CertificateNo: "ZS-1"}, "registry.other-person"},
		"the submitter returns":           {submitted, registry.Return{Act: by(d, "甲", "x")}, "registry.other-person"},
		"who submitted first, accepts":    {again, registry.Accept{Act: by(d, "甲", "")}, "registry.other-person"},
		"who submitted last, accepts":     {again, registry.Accept{Act: by(d, "丁", "")}, "registry.other-person"},
		"the objector decides":            {objected, registry.Dismiss{Act: by(d, "丙", "x")}, "registry.other-person"},
		"the registrant approves":         {submitted, registry.Approve{Act: by(d, "某厅", ""), CertificateNo: "ZS-1"}, "registry.not-own"},
		"the holder approves a later one": {cancelling, registry.Approve{Act: by(day("2026-04-20"), "某厅", "")}, "registry.not-own"},
		"altered on the day of expiry":    {coded, registry.Alter{Act: by(day("2029-03-08"), "甲", "x", papers()...), Card: card("JT-01")}, ""},
		"altered the day after":           {coded, registry.Alter{Act: by(day("2029-03-09"), "甲", "x", papers()...), Card: card("JT-01")}, "registry.in-force"},
		"no certificate":                  {submitted, registry.Approve{Act: by(d, "乙", "")}, "registry.certificate-number"},
		"a certificate of a cancellation": {cancelling, registry.Approve{Act: by(day("2026-04-20"), "乙", ""), CertificateNo: "ZS-1"}, "registry.certificate-number"},
		"a certificate of an enterprise":  {own, registry.Approve{Act: by(d, "乙", ""), CertificateNo: "ZS-1"}, "registry.certificate-number"},
		"another asset's card":            {registered, registry.Alter{Act: by(day("2026-04-20"), "甲", "x"), Card: card("JT-02")}, "registry.same-asset"},
		"another asset's card, first":     {registry.New(finance, "JT-09"), registry.Submit{Act: by(d, "甲", ""), Card: card("JT-01")}, "registry.same-asset"},
		"the registrant accepts":          {applied, registry.Accept{Act: registry.Act{On: d, By: "乙", Role: registry.Registrant}}, "registry.right-role"},
		"the registry submits":            {start, registry.Submit{Act: registry.Act{On: d, By: "乙", Role: registry.Registry, Evidence: papers()}, Card: card("JT-01")}, "registry.right-role"},
		"an interested party corrects":    {coded, registry.Correct{Act: registry.Act{On: d, By: "丙", Role: registry.Interested, Reason: "名称有误", Evidence: papers()}, Card: card("JT-01")}, ""},
		"an interested party alters":      {coded, registry.Alter{Act: registry.Act{On: d, By: "丙", Role: registry.Interested, Reason: "名称有误", Evidence: papers()}, Card: card("JT-01")}, "registry.right-role"},
		"all documents":                   {start, submit(papers()), ""},
		"no registrant document":          {start, submit(without(registry.DocRegistrant)), "registry.documents"},
		"no source document":              {start, submit(without(registry.DocSource)), "registry.documents"},
		"no resource document":            {start, submit(without(registry.DocResource)), "registry.documents"},
		"no deposit":                      {start, submit(without(registry.DocDeposit)), "registry.documents"},
		"no products document":            {start, submit(without(registry.DocProducts)), "registry.documents"},
		"no scenarios document":           {start, submit(without(registry.DocScenarios)), "registry.documents"},
		"no security assessment":          {start, submit(without(registry.DocSecurity)), "registry.documents"},
		"no business review":              {start, submit(without(registry.DocReview)), "registry.documents"},
		"deposited the same day":          {start, submit(dated(registry.DocDeposit, "2026-03-10")), ""},
		"deposited the day after":         {start, submit(dated(registry.DocDeposit, "2026-03-11")), "registry.deposit-first"},
		"reviewed the day after":          {start, submit(dated(registry.DocReview, "2026-03-11")), "registry.deposit-first"},
		"a deposit without a date":        {start, submit(dated(registry.DocDeposit, "1900-01-01")), "registry.deposit-first"},
		"an alteration without evidence":  {coded, registry.Alter{Act: by(d, "甲", "x", without(registry.DocChange)...), Card: card("JT-01")}, "registry.documents"},
		"a correction on consent alone":   {coded, registry.Correct{Act: by(d, "甲", "x", registry.Document{Kind: registry.DocConsent, Title: "同意"}), Card: card("JT-01")}, ""},
		"a correction on proof alone":     {coded, registry.Correct{Act: by(d, "甲", "x", registry.Document{Kind: registry.DocMistake, Title: "证据"}), Card: card("JT-01")}, ""},
		"a correction on neither":         {coded, registry.Correct{Act: by(d, "甲", "x"), Card: card("JT-01")}, "registry.documents"},
		"a cancellation without evidence": {coded, registry.Cancel{Act: by(d, "甲", ""), Cause: registry.Lost}, "registry.documents"},
		"no ground of the measures":       {coded, registry.Cancel{Act: by(d, "甲", "", papers()...), Cause: registry.Transferred}, "registry.cause"},
		"dissolved":                       {coded, registry.Cancel{Act: by(d, "甲", "", papers()...), Cause: registry.Dissolved}, ""},
		// Published 2026-01-28: 29 30 | 02-02…06 | 09 10 11 → the tenth is 02-11.
		"code on the last day of the notice":     {noticed, registry.Approve{Act: by(day("2026-02-11"), "乙", ""), CertificateNo: "M-1"}, "registry.notice-ended"},
		"code the day after":                     {noticed, registry.Approve{Act: by(day("2026-02-12"), "乙", ""), CertificateNo: "M-1"}, ""},
		"objection on the last day":              {noticed, registry.Object{Act: by(day("2026-02-11"), "丙", "x", papers()[0])}, ""},
		"objection the day after":                {noticed, registry.Object{Act: by(day("2026-02-12"), "丙", "x", papers()[0])}, "registry.objection-in-notice"},
		"objection without evidence":             {noticed, registry.Object{Act: by(day("2026-02-11"), "丙", "x")}, "registry.documents"},
		"three years and no more":                {noticed, registry.Approve{Act: by(day("2026-03-13"), "乙", ""), CertificateNo: "M-1", ValidTo: day("2029-03-12")}, ""},
		"three years and a day":                  {noticed, registry.Approve{Act: by(day("2026-03-13"), "乙", ""), CertificateNo: "M-1", ValidTo: day("2029-03-13")}, "registry.validity-limit"},
		"a term that ends before it begins":      {noticed, registry.Approve{Act: by(day("2026-03-13"), "乙", ""), CertificateNo: "M-1", ValidTo: day("2026-03-12")}, "registry.validity-limit"},
		"a term of a card":                       {submitted, registry.Approve{Act: by(d, "乙", ""), CertificateNo: "ZS-1", ValidTo: day("2027-01-01")}, "registry.validity-limit"},
		"renewal 61 days before (2029-01-06)":    {coded, registry.Renew{Act: by(day("2029-01-06"), "甲", "")}, "registry.renewal-window"},
		"renewal 60 days before (2029-01-07)":    {coded, registry.Renew{Act: by(day("2029-01-07"), "甲", "")}, ""},
		"renewal on the day of expiry":           {coded, registry.Renew{Act: by(day("2029-03-08"), "甲", "")}, ""},
		"renewal the day after":                  {coded, registry.Renew{Act: by(day("2029-03-09"), "甲", "")}, "registry.renewal-window"},
		"lapsed on the day of expiry":            {coded, registry.Lapse{Act: by(day("2029-03-08"), "乙", "")}, "registry.lapsed"},
		"lapsed the day after":                   {coded, registry.Lapse{Act: by(day("2029-03-09"), "乙", "")}, ""},
		"the end of an operation with a term":    {coded, registry.EndOperation{Act: by(d, "甲", "")}, "registry.operation-open"},
		"revoked without a command of one's own": {coded, registry.Revoke{Act: registry.Act{On: d, By: "乙", Role: registry.Registrant, Reason: "x"}, Ground: registry.Tampered}, "registry.right-role"},
	} {
		next, _, err := tt.r.Apply(tt.c)
		if tt.rule == "" {
			assert.NoError(t, err, name)
			continue
		}
		var refusal *rule.Refusal
		if assert.ErrorAs(t, err, &refusal, name) {
			assert.Equal(t, tt.rule, refusal.Rule, name)
			assert.Equal(t, tt.r, next)
			assert.NotEmpty(t, refusal.Why.ZH)
			assert.NotEmpty(t, refusal.Why.EN)
		}
	}
}

// A notice that runs into a year without its holidays cannot be shown to have
// ended; an objection is still in time.
func TestNoticeNotAnnounced(t *testing.T) {
	r := registry.New(registry.NationalRegistration(), "JT-01")
	for _, c := range []registry.Command{
		registry.Submit{Act: by(day("2026-12-18"), "甲", "", papers()...), Card: card("JT-01")},
		command("accept", day("2026-12-21"), card("JT-01")),
		command("examine", day("2026-12-21"), card("JT-01")), command("publish", day("2026-12-25"), card("JT-01")),
	} {
		next, _, err := r.Apply(c)
		require.NoError(t, err)
		r = next
	}
	_, _, err := r.Apply(registry.Approve{Act: by(day("2027-01-20"), "乙", ""), CertificateNo: "M-1"})
	var refusal *rule.Refusal
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, rule.ID("registry.notice-ended"), refusal.Rule)
	assert.Contains(t, refusal.Why.ZH, "放假安排未公布")
	_, _, err = r.Apply(command("object", day("2027-01-11"), card("JT-01")))
	assert.NoError(t, err)
}

func TestIncompleteCommands(t *testing.T) {
	r := registry.New(registry.FinanceCard(), "JT-01")
	on := day("2025-09-10")
	for _, c := range []registry.Command{
		nil,
		registry.Submit{},
		registry.Submit{Act: by(on, "甲", "")},
		registry.Cancel{Act: by(on, "甲", ""), Cause: "other"},
		registry.Cancel{Act: by(on, "甲", ""), Cause: "unheard-of"},
		registry.Draft{Act: by(on, "甲", "")},
		registry.Alter{Act: by(on, "甲", ""), Card: card("JT-01")},
		registry.Revoke{Act: by(on, "乙", "x")},
		registry.Object{Act: by(on, "丙", "")},
		registry.Submit{Act: registry.Act{On: on, By: "甲", Role: "king"}, Card: card("JT-01")},
	} {
		_, _, err := r.Apply(c)
		var incomplete *rule.ReportError
		require.ErrorAs(t, err, &incomplete)
	}
	var zero registry.Registration
	_, _, err := zero.Apply(command("submit", on, card("JT-01")))
	require.ErrorIs(t, err, rule.ErrNotAllowed)
	assert.Empty(t, zero.Regime().ID())
	assert.Nil(t, zero.Regime())
	assert.Empty(t, zero.Allowed(on))
	assert.Equal(t, registry.None, zero.StatusAt(on))
	d, err := zero.Deadlines(on, registry.Facts{})
	require.NoError(t, err)
	assert.Empty(t, d)
}
