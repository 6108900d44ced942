package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// authorise takes a step in every procedure that it is a step of, or in none. What
// it grants or takes back stands in the ledger with it.
func (b *builder) authorise(e Authorised) {
	on := authorization.ActOf(e.Step).On
	step := b.records().Complete(e.Step)
	next := slices.Clone(b.unit.Authorizations)
	var touched []string
	for i, regime := range e.Regimes {
		g, known := regimeOf(regime)
		if !known { // the table of events has refused it
			return
		}
		n := slices.IndexFunc(next, func(a authorization.Authorization) bool { return a.ID == e.ID && a.Regime().ID() == regime })
		if n < 0 {
			n = len(next)
			next = append(next, authorization.New(g.Under(b.choices.Authorization), e.ID))
		}
		before := next[n]
		after, _, err := before.Apply(inRegime(step, g))
		if err != nil {
			b.refuseStep(rule.Pointer("regimes", number(i)), err)
			return
		}
		next[n] = after
		touched = append(touched, granted(before, after)...)
	}
	if b.mark(on, "授权 "+e.ID, next, touched) {
		b.unit.Authorizations = next
	}
}

// refuseStep tells why a step was refused: by its own member where it is
// incomplete, else by the procedure that refuses.
func (b *builder) refuseStep(regime string, err error) {
	if _, incomplete := err.(*rule.ReportError); incomplete {
		regime = "/step"
	}
	b.refuseErr(regime, err)
}

// inRegime is a step as one procedure takes it: a plan belongs to authorised
// operation only.
func inRegime(c authorization.Command, g *authorization.Regime) authorization.Command {
	if d, ok := c.(authorization.Draft); ok && g.ID() != authorization.AuthorisedOperation().ID() {
		d.Plan = authorization.Plan{}
		return d
	}
	return c
}

func regimeOf(id string) (*authorization.Regime, bool) {
	for _, g := range authorization.Regimes() {
		if g.ID() == id {
			return g, true
		}
	}
	return nil, false
}

// granted lists the assets that were or are granted.
func granted(states ...authorization.Authorization) []string {
	var all []string
	for _, a := range states {
		for _, l := range a.Application().Assets {
			if !slices.Contains(all, l.Asset) {
				all = append(all, l.Asset)
			}
		}
	}
	return all
}

// records is what the unit's records say as they stand.
func (b *builder) records() authorization.Records {
	return authorization.Records{
		Holder: b.unit.Inventory.Holder, Registrations: b.registrations(), Journal: b.unit.Journal,
		Resource: func(id string) (asset.Resource, bool) {
			if row, ok := b.unit.Ledger.Now().Row(id); ok {
				return row.Resource, true
			}
			return b.resource(id)
		},
	}
}

// allowance is what others may do with an asset, and for how long.
type allowance struct {
	mode     asset.Mode
	operator string
	from, to calendar.Date
	consent  calendar.Date
}

// matters groups authorisations of use by their matter, in the order of their
// first step.
func matters(all []authorization.Authorization) [][]authorization.Authorization {
	var groups [][]authorization.Authorization
	place := map[string]int{}
	for _, a := range all {
		i, known := place[a.ID]
		if !known {
			i = len(groups)
			place[a.ID], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], a)
	}
	return groups
}

// allowed is what the authorisations allow of an asset: the last matter of which
// every procedure that blocks has granted it, or the last use that needs none.
func (b *builder) allowed(all []authorization.Authorization, id string) (allowance, bool) {
	var found allowance
	ok := false
	for _, matter := range matters(all) {
		if x, good := allowedBy(matter, id); good {
			found, ok = x, true
		}
	}
	for _, s := range b.unit.Supplies {
		for _, l := range s.Application.Assets {
			if s.Authorisation == "" && l.Asset == id {
				found, ok = allowance{mode: l.Mode, operator: operator(s.Application), from: s.Application.From, to: s.Application.To}, true
			}
		}
	}
	return found, ok
}

func allowedBy(matter []authorization.Authorization, id string) (allowance, bool) {
	var x allowance
	holds := map[string]bool{} // regimes that grant the asset
	var papers authorization.Application
	for _, a := range matter {
		if a.Position.Status != authorization.Granted || !a.Covers(id, "") {
			continue
		}
		holds[a.Regime().ID()], papers = true, a.Application()
		if x.from.IsZero() || a.From.After(x.from) {
			x.from = a.From
		}
		if x.to.IsZero() || a.To.Before(x.to) {
			x.to = a.To
		}
		if c := a.ConsentOn(id); c.After(x.consent) {
			x.consent = c
		}
	}
	for _, n := range authorization.Needed(papers) {
		if n.Blocks && !holds[n.Regime.ID()] {
			return allowance{}, false
		}
	}
	for _, l := range papers.Assets {
		if l.Asset == id {
			x.mode, x.operator = l.Mode, operator(papers)
		}
	}
	return x, len(holds) > 0
}

func operator(a authorization.Application) string {
	if a.RecipientKind == authorization.OperatorRecipient {
		return a.Recipient
	}
	return ""
}

// mark brings the ledger's rows of some assets in line with what is granted. From
// which day an asset counts as authorised no text says. A judgement: from the latest
// of the term, the provider's consent and, for public data, the card, before which
// it must not be supplied (GX-4.3.2).
func (b *builder) mark(on calendar.Date, why string, all []authorization.Authorization, ids []string) bool {
	var changes []ledger.Change
	for _, id := range ids {
		x, ok := b.allowed(all, id)
		row, listed := b.unit.Ledger.Now().Row(id)
		if !listed {
			if _, before := b.allowed(b.unit.Authorizations, id); ok && !before {
				b.refuse(refusedEvent, nil, b.member(id), notListed(id))
				return false
			}
			continue // it has left the ledger since
		}
		card := row.RegisteredOn
		if public(row.Resource) {
			ok = ok && row.Registered == ledger.IsRegistered
		} else {
			card = calendar.Date{}
		}
		for _, d := range []calendar.Date{card, x.consent} {
			if d.After(x.from) {
				x.from = d
			}
		}
		if !ok || x.from.After(x.to) {
			x = allowance{}
		}
		if row.Mode == x.mode && row.AuthorisedFrom == x.from && row.AuthorisedTo == x.to {
			continue
		}
		change, lawful := b.update(on, id, why, func(row *ledger.Row) {
			row.Mode, row.AuthorisedFrom, row.AuthorisedTo, row.ConsentOn, row.Resource.Operator = x.mode, x.from, x.to, x.consent, x.operator
		})
		if !lawful {
			return false
		}
		changes = append(changes, change)
	}
	return len(changes) == 0 || b.commit("", changes...)
}

// named lists the assets that a step names.
func (e Authorised) named() []name {
	switch c := e.Step.(type) {
	case authorization.Draft:
		return linesNamed("/step/application/assets", c.Application.Assets)
	case authorization.Sign:
		return linesNamed("/step/agreement/catalogue", c.Agreement.Catalogue)
	case authorization.DraftDisposal:
		all := make([]name, len(c.Disposal.Assets))
		for i, l := range c.Disposal.Assets {
			all[i] = name{"/step/disposal/assets/" + number(i) + "/asset", l.Asset}
		}
		return all
	case authorization.GiveConsent:
		return []name{{"/step/consent/asset", c.Consent.Asset}}
	}
	return nil
}

func linesNamed(path string, lines []authorization.Line) []name {
	all := make([]name, len(lines))
	for i, l := range lines {
		all[i] = name{path + "/" + number(i) + "/asset", l.Asset}
	}
	return all
}

// public reports whether a resource is public data: an institution's, or what
// an enterprise produced in public service.
func public(r asset.Resource) bool {
	return r.HolderKind != rule.Enterprise || slices.Contains(r.Sources, asset.FromService)
}

// registrations lists the registrations as they stand, in the order of their
// first step.
func (b *builder) registrations() []registry.Registration {
	all := make([]registry.Registration, 0, len(b.order))
	for _, k := range b.order {
		all = append(all, b.register[k])
	}
	return all
}
