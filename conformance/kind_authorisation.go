package conformance

import (
	"encoding/json"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

type authorisationInput struct {
	story
	Regime        string              `json:"regime"`
	ID            string              `json:"id"`
	Supply        *supplyInput        `json:"supply"`
	Ledger        []json.RawMessage   `json:"ledger"`
	Bookings      []json.RawMessage   `json:"bookings"`
	Registrations []registrationInput `json:"registrations"`
}

type supplyInput struct {
	On          calendar.Date     `json:"on"`
	To          string            `json:"to"`
	Application json.RawMessage   `json:"application"`
	Beside      []besideInput     `json:"beside"`
	Consents    []json.RawMessage `json:"consents"`
}

// besideInput is an authorisation of the same matter in another regime.
type besideInput struct {
	Regime string            `json:"regime"`
	Story  []json.RawMessage `json:"story"`
}

func authorisationPolicy(choose *chooser) authorization.Policy {
	return authorization.Policy{
		OwnApproval: rule.OwnApproval(choose.of("P18", "requireOther", "warn", "allow")),
		Assessment:  authorization.Assessment(choose.of("P25", "byUse", "security", "value", "both")),
		Evaluation:  authorization.Interval(choose.of("P26", "12", "6", "24")),
	}
}

func authorised(s story, regime, id string, p authorization.Policy, a *answer) (authorization.Authorization, error) {
	for _, g := range authorization.Regimes() {
		if g.ID() != regime {
			continue
		}
		g = g.Under(p)
		return carry(s, authorization.New(g, id), decode(authorization.Commands()), func(v authorization.Authorization, c authorization.Command) (authorization.Authorization, []rule.ID, error) {
			next, events, err := v.Apply(c)
			var guards []rule.ID
			for _, e := range events {
				if row, ok := g.Row(e); ok {
					guards = append(guards, row.Guards...)
				}
			}
			return next, guards, err
		}, a)
	}
	return authorization.Authorization{}, &rule.ValueError{Value: regime, Want: "a regime of authorisation"}
}

// askAuthorisation carries an authorisation, or a disposal, through its steps and
// asks what holds on the day of the case, of a supply, of what followed it.
func askAuthorisation(c Case, in authorisationInput, choose *chooser, a *answer) error {
	p := authorisationPolicy(choose)
	v, err := authorised(in.story, in.Regime, in.ID, p, a)
	if err != nil {
		return err
	}
	a.values["position"], a.values["allowed"] = v.Position.String(), v.Allowed(c.At)
	setDate(a, "from", v.From)
	setDate(a, "to", v.To)
	cards, err := in.cards()
	if err != nil {
		return err
	}
	if !c.At.IsZero() {
		a.values["status"] = v.StatusAt(c.At)
		a.report(authorization.Rules().Explain(v, rule.Context{At: c.At}))
		if err := a.terms(v, c.At); err != nil {
			return err
		}
	}
	if in.Supply != nil {
		return in.supplied(c, v, cards, p, a)
	}
	if in.Ledger != nil {
		return in.followed(c, v, cards, a)
	}
	return nil
}

func (in authorisationInput) cards() ([]registry.Registration, error) {
	var all []registry.Registration
	for _, x := range in.Registrations {
		beside := newAnswer()
		r, err := registered(x, &beside)
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}

func (a *answer) terms(v authorization.Authorization, at calendar.Date) error {
	all, err := v.Deadlines(at)
	if err != nil {
		return err
	}
	for _, t := range v.Regime().Spec().Terms {
		a.asked[t.Duty.ID] = true
	}
	terms := map[string]any{}
	for _, d := range all {
		a.fire(d.Term.Duty.ID, "")
		terms[string(d.Term.Duty.ID)] = map[string]any{"due": d.Due.Date.String(), "standing": d.Standing, "subject": d.Subject}
	}
	a.values["terms"] = terms
	return nil
}

func (in authorisationInput) supplied(c Case, v authorization.Authorization, cards []registry.Registration, p authorization.Policy, a *answer) error {
	s := authorization.Supply{On: in.Supply.On, To: in.Supply.To, Registrations: cards, Application: v.Application()}
	if v.Position.Status != authorization.None {
		s.Authorizations = append(s.Authorizations, v)
	}
	if in.Supply.Application != nil {
		var err error
		if s.Application, err = read(authorization.Applications(), in.Supply.Application); err != nil {
			return err
		}
	}
	for _, b := range in.Supply.Beside {
		beside := newAnswer()
		other, err := authorised(story{Story: b.Story}, b.Regime, in.ID, p, &beside)
		if err != nil {
			return err
		}
		s.Authorizations = append(s.Authorizations, other)
	}
	for _, b := range in.Supply.Consents {
		consent, err := decode(authorization.Commands())(b)
		if err != nil {
			return err
		}
		if given, ok := consent.(authorization.GiveConsent); ok {
			s.Consents = append(s.Consents, given)
		}
	}
	ctx := s.Application.Holder.Context()
	ctx.At = c.At
	a.report(authorization.SupplyRules(p).Explain(s, ctx))
	return nil
}

// followed asks whether ledger, registration and books followed a disposal.
func (in authorisationInput) followed(c Case, v authorization.Authorization, cards []registry.Registration, a *answer) error {
	l, j := ledger.New(), accounting.NewJournal()
	for _, b := range in.Ledger {
		change, err := decode(ledger.Changes())(b)
		if err != nil {
			return err
		}
		if err := l.Apply(l.Revision(), change); err != nil {
			return err
		}
	}
	h := v.Disposal().Holder
	for _, b := range in.Bookings {
		if err := post(j, government.Events(), b, h.Entity); err != nil {
			return err
		}
	}
	f := authorization.FollowUp{Disposal: v, Ledger: l, Registrations: cards, Journal: j}
	a.report(authorization.FollowUpRules().Explain(f, rule.Context{At: c.At, Role: h.Role, Entity: h.Entity}))
	return nil
}
