package registry_test

import (
	"fmt"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/stretchr/testify/require"
)

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func card(id string) registry.Card {
	r := asset.Resources().Sample()
	r.ID = id
	return registry.Card{Resource: r, Holder: "某厅", EnteredOn: day("2025-09-10"), Subject: registry.SubjectResource}
}

// product is the card of a service within a grant of exactly three years.
func product(id string) registry.Card {
	c := card(id)
	c.Subject, c.GrantFrom, c.GrantTo = registry.SubjectProduct, day("2026-01-01"), day("2028-12-31")
	return c
}

func by(on calendar.Date, who string, reason string, evidence ...registry.Document) registry.Act {
	return registry.Act{On: on, By: who, Reason: reason, Evidence: evidence}
}

// papers is one document of each kind, dated before every application here.
func papers() []registry.Document {
	var all []registry.Document
	for _, k := range []registry.DocumentKind{
		registry.DocRegistrant, registry.DocSource, registry.DocResource, registry.DocDeposit, registry.DocProducts, registry.DocScenarios,
		registry.DocSecurity, registry.DocReview, registry.DocChange, registry.DocConsent, registry.DocCause,
	} {
		all = append(all, registry.Document{Kind: k, Title: string(k), On: day("2025-09-01")})
	}
	return all
}

// command is one of each, right in itself, by the name that the tables give it.
func command(name string, on calendar.Date, c registry.Card) registry.Command {
	mine, theirs := by(on, "甲", "站点增加", papers()...), by(on, "乙", "材料不全")
	switch name {
	case "submit":
		return registry.Submit{Act: mine, Card: c}
	case "alter":
		return registry.Alter{Act: mine, Card: c}
	case "correct":
		return registry.Correct{Act: mine, Card: c}
	case "cancel":
		return registry.Cancel{Act: mine, Cause: registry.Lost}
	case "renew":
		return registry.Renew{Act: mine}
	case "withdraw":
		return registry.Withdraw{Act: mine}
	case "endOperation":
		return registry.EndOperation{Act: mine}
	case "accept":
		return registry.Accept{Act: theirs}
	case "return":
		return registry.Return{Act: theirs}
	case "reject":
		return registry.Reject{Act: theirs}
	case "examine":
		return registry.Examine{Act: theirs}
	case "explain":
		return registry.Explain{Act: theirs}
	case "publish":
		return registry.Publish{Act: theirs}
	case "object":
		return registry.Object{Act: by(on, "丙", "来源有误", registry.Document{Kind: registry.DocObjection, Title: "证据"})}
	case "uphold":
		return registry.Uphold{Act: theirs}
	case "dismiss":
		return registry.Dismiss{Act: theirs}
	case "approve":
		return registry.Approve{Act: theirs, CertificateNo: "ZS-1"}
	case "revoke":
		return registry.Revoke{Act: theirs, Ground: registry.Concealed}
	case "lapse":
		return registry.Lapse{Act: theirs}
	}
	var kind string
	if n, _ := fmt.Sscanf(name, "draft.%s", &kind); n == 1 {
		return registry.Draft{Act: by(on, "甲", ""), Kind: kind}
	}
	panic(name)
}

// names lists every command by the name that the tables give it.
func names() []string {
	return []string{
		"submit", "alter", "correct", "cancel", "approve", "return", "withdraw", "renew", "endOperation", "accept", "reject", "examine", "explain",
		"publish", "object", "uphold", "dismiss", "revoke", "lapse",
		"draft.first", "draft.alteration", "draft.correction", "draft.cancellation", "draft.renewal",
	}
}

// fit is a command dated, and with or without a number, so that no guard of
// dates or numbers refuses it where the state table has it.
func fit(r registry.Registration, name string, c registry.Card) registry.Command {
	on := r.LastStep()
	if on.IsZero() {
		on = day("2026-01-28")
	}
	switch {
	case name == "approve":
		on = on.AddDays(40) // after any public notice
	case name == "renew" && !r.ValidTo.IsZero():
		on = later(on, r.ValidTo.AddDays(-30))
	case name == "lapse" && !r.ValidTo.IsZero():
		on = later(on, r.ValidTo.AddDays(1))
	}
	done := command(name, on, c)
	if a, ok := done.(registry.Approve); ok && (r.Regime().ID() == "enterprise-card" || r.Position.Procedure == registry.Cancellation) {
		a.CertificateNo = ""
		return a
	}
	return done
}

func later(a, b calendar.Date) calendar.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// walk takes steps one after the other, each fitted.
func walk(t testing.TB, g *registry.Regime, c registry.Card, steps ...string) (registry.Registration, []registry.Event) {
	t.Helper()
	r := registry.New(g, "JT-01")
	var events []registry.Event
	for _, name := range steps {
		next, more, err := r.Apply(fit(r, name, c))
		require.NoError(t, err, name)
		r, events = next, append(events, more...)
	}
	return r, events
}

// ahead is a calendar that answers for the years of a renewal.
func ahead(t testing.TB) *calendar.Calendar {
	t.Helper()
	var years []calendar.StatutoryYear
	for y := 2028; y <= 2035; y++ {
		years = append(years, calendar.StatutoryYear{Year: y})
	}
	c, err := calendar.China(calendar.National, calendar.Provisional(years...))
	require.NoError(t, err)
	return c
}
