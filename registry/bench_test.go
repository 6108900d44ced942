package registry_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
)

func BenchmarkApply(b *testing.B) {
	first := registry.New(registry.FinanceCard(), "JT-01")
	submitted, _ := walk(b, registry.FinanceCard(), card("JT-01"), "submit")
	national, _ := walk(b, registry.NationalRegistration(), card("JT-01"), "submit")
	for _, tt := range []struct {
		name string
		r    registry.Registration
		c    registry.Command
	}{
		{"submit", first, registry.Submit{Act: by(day("2026-01-28"), "甲", ""), Card: card("JT-01")}},
		{"national submit", registry.New(registry.NationalRegistration(), "JT-01"), fit(first, "submit", card("JT-01"))},
		{"approve", submitted, fit(submitted, "approve", card("JT-01"))},
		{"national accept", national, fit(national, "accept", card("JT-01"))},
	} {
		b.Run(tt.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := tt.r.Apply(tt.c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	hand := newHand()
	for _, name := range []string{"submit", "national submit"} {
		c := registry.Submit{Act: by(day("2026-01-28"), "甲", ""), Card: card("JT-01")}
		if name == "national submit" {
			c = fit(first, "submit", card("JT-01")).(registry.Submit)
		}
		b.Run("by hand/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if handed = hand.take(c); handed == nil {
					b.Fatal("refused")
				}
			}
		})
	}
}

var handed registry.Command

// hand is what a program without this library would write to take a card in:
// every text readable and short enough, every code of its list, what is required
// there; then a copy. It is the yardstick of BenchmarkApply: no findings, no
// conditions, no guards, no event.
type hand struct{ holders, classes, forms, frequencies, retentions, acquired, masters, importance, sharing, openness, modes, uses, costs, evidence, documents, sources, subjects []string }

func newHand() *hand {
	codes := func(key string) []string {
		var all []string
		f, _ := registry.Cards().Definition().Field(key)
		switch t := f.Type.(type) {
		case record.Code:
			for _, c := range t.List.Codes {
				all = append(all, c.Code)
			}
		case record.Codes:
			for _, c := range t.List.Codes {
				all = append(all, c.Code)
			}
		}
		return all
	}
	var kinds []string
	for _, d := range papers() {
		kinds = append(kinds, string(d.Kind))
	}
	return &hand{
		codes("holderKind"), codes("class"), codes("form"), codes("frequency"), codes("retention"), codes("acquired"), codes("masterCopy"), codes("importance"), codes("sharing"), codes("openness"),
		codes("intendedMode"), codes("use"), codes("costAt"), codes("costEvidence"), kinds, codes("sources"), codes("subject"),
	}
}

func (h *hand) take(c registry.Submit) registry.Command {
	r := &c.Card.Resource
	for _, t := range [...]struct {
		s    string
		most int
	}{
		{c.By, 100},
		{c.Reason, 300},
		{c.Card.Number, 40},
		{c.Card.Holder, 100},
		{c.Card.HolderCode, 18},
		{c.Card.RightsDocument, 100},
		{c.Card.Scope, 300},
		{c.Card.AuthorityDoc, 100},
		{c.Card.Products, 300},
		{c.Card.Scenarios, 300},
		{c.Card.Restricted, 300},
		{c.Card.DepositNumber, 100},
		{c.Card.Department, 100},
		{c.Card.Contact, 100},
		{c.Card.Account, 100},
		{r.ID, 40},
		{r.Name, 100},
		{r.Introduction, 1000},
		{r.NoProject, 300},
		{r.Sector, 40},
		{r.Series, 100},
		{r.Scale, 200},
		{r.Area, 200},
		{r.CoversFrom, 40},
		{r.CoversTo, 40},
		{r.Quality, 300},
		{r.Provider, 100},
		{r.Owner, 100},
		{r.RightHolder, 100},
		{r.RightUser, 100},
		{r.Operator, 100},
		{r.RightsBasis, 300},
		{r.ChoiceReason, 300},
	} {
		if t.s != "" && !readable(t.s, t.most) {
			return nil
		}
	}
	for _, t := range [...]struct {
		s    string
		list []string
	}{
		{string(r.HolderKind), h.holders},
		{r.Class, h.classes},
		{string(r.Form), h.forms},
		{string(r.Frequency), h.frequencies},
		{string(r.Retention), h.retentions},
		{string(r.Acquired), h.acquired},
		{string(r.MasterCopy), h.masters},
		{string(r.Importance), h.importance},
		{string(r.Sharing), h.sharing},
		{string(r.Openness), h.openness},
		{string(r.Intended), h.modes},
		{string(r.Use), h.uses},
		{string(r.CostAt), h.costs},
		{string(r.Evidence), h.evidence},
		{string(c.Card.Subject), h.subjects},
	} {
		if t.s != "" && len(t.list) > 0 && !slices.Contains(t.list, t.s) {
			return nil
		}
	}
	for i := range c.Evidence {
		if d := &c.Evidence[i]; !slices.Contains(h.documents, string(d.Kind)) || !readable(d.Title, 100) || d.Number != "" && !readable(d.Number, 100) {
			return nil
		}
	}
	if c.On.IsZero() || c.By == "" || r.ID == "" || r.Name == "" || r.Introduction == "" || c.Card.Holder == "" || c.Card.EnteredOn.IsZero() || r.Cost.Sign() < 0 || c.Card.Amount.Sign() < 0 {
		return nil
	}
	c.Evidence, c.Card.Resource, c.Card.JointHolders = slices.Clone(c.Evidence), r.Clone(), slices.Clone(c.Card.JointHolders)
	return c
}

func readable(s string, most int) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= most && strings.TrimSpace(s) != "" && !strings.ContainsFunc(s, unicode.IsControl)
}
