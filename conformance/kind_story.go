package conformance

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// story is a sequence of commands. Without After and Next it is carried out whole.
// With After, its first steps are, and then the next one with Change laid over it; with
// Next, that command instead.
type story struct {
	Story  []json.RawMessage `json:"story"`
	After  *int              `json:"after"`
	Change json.RawMessage   `json:"change"`
	Next   json.RawMessage   `json:"next"`
}

// steps returns the commands that are carried out, and the last one that is tried.
func (s story) steps() (done []json.RawMessage, tried json.RawMessage, err error) {
	n := len(s.Story)
	if s.After != nil {
		n = *s.After
	}
	if n > len(s.Story) || n < 0 {
		return nil, nil, fmt.Errorf("after: want 0 to %d", len(s.Story))
	}
	switch {
	case s.Next != nil:
		return s.Story[:n], s.Next, nil
	case s.Change != nil && n < len(s.Story):
		tried, err = Merge(s.Story[n], s.Change)
		return s.Story[:n], tried, err
	}
	return s.Story[:n], nil, nil
}

// carry applies the steps of a story to a value of a state table. What is refused
// fires; the rules that guarded a step that was taken were asked.
func carry[R, C any](s story, r R, read func([]byte) (C, error), apply func(R, C) (R, []rule.ID, error), a *answer) (R, error) {
	done, tried, err := s.steps()
	if err != nil {
		return r, err
	}
	for i, b := range done {
		c, err := read(b)
		if err != nil {
			return r, fmt.Errorf("story/%d: %w", i, err)
		}
		next, guards, err := apply(r, c)
		if err != nil {
			return r, fmt.Errorf("story/%d: %w", i, err)
		}
		r = next
		for _, id := range guards {
			a.asked[id] = true
		}
	}
	if tried == nil {
		return r, nil
	}
	c, err := read(tried)
	if err != nil {
		return r, fmt.Errorf("the last step: %w", err)
	}
	next, guards, err := apply(r, c)
	var refused *rule.Refusal
	if errors.As(err, &refused) {
		a.values["refused"] = true
		if refused.Rule != "" {
			a.refuse(refused.Rule, refused.Why, refused.Basis)
		}
		return r, nil
	}
	if err != nil {
		return r, err
	}
	a.values["refused"] = false
	for _, id := range guards {
		a.asked[id] = true
	}
	return next, nil
}

type registrationInput struct {
	story
	Regime  string          `json:"regime"`
	Asset   string          `json:"asset"`
	Region  calendar.Region `json:"region"`
	Facts   *facts          `json:"facts"`
	Holding *holding        `json:"holding"`
	Current json.RawMessage `json:"current"`
	Supply  *supplied       `json:"supply"`
	Sector  string          `json:"sector"` // the sector whose own rules the regime is taken for
}

type facts struct {
	OperationBegan calendar.Date `json:"operationBegan"`
	Delivered      calendar.Date `json:"delivered"`
	OutsideSupply  calendar.Date `json:"outsideSupply"`
	AssetChanged   calendar.Date `json:"assetChanged"`
}

func (f *facts) facts() registry.Facts {
	if f == nil {
		return registry.Facts{}
	}
	return registry.Facts{OperationBegan: f.OperationBegan, Delivered: f.Delivered, OutsideSupply: f.OutsideSupply, AssetChanged: f.AssetChanged}
}

type holding struct {
	Role       rule.Role   `json:"role"`
	Entity     rule.Entity `json:"entity"`
	Sector     string      `json:"sector"`
	Public     bool        `json:"public"`
	Authorised bool        `json:"authorised"`
}

type supplied struct {
	On     calendar.Date `json:"on"`
	Public bool          `json:"public"`
}

// regimeOf returns a regime of registration, counted by the calendar of a region,
// and with a sector that of the sector's own rules.
func regimeOf(id string, region calendar.Region, sector string) (*registry.Regime, error) {
	for _, g := range registry.Regimes() {
		if g.ID() != id {
			continue
		}
		if sector != "" {
			spec := g.Spec()
			spec.ID, spec.Sector = "sector", sector
			own, err := registry.NewRegime(spec)
			if err != nil {
				return nil, err
			}
			g = own
		}
		if region == "" {
			return g, nil
		}
		c, err := calendar.China(region)
		if err != nil {
			return nil, err
		}
		return g.Counted(c), nil
	}
	return nil, &rule.ValueError{Value: id, Want: "a regime of registration"}
}

func registered(in registrationInput, a *answer) (registry.Registration, error) {
	g, err := regimeOf(in.Regime, in.Region, in.Sector)
	if err != nil {
		return registry.Registration{}, err
	}
	return carry(in.story, registry.New(g, in.Asset), decode(registry.Commands()), func(r registry.Registration, c registry.Command) (registry.Registration, []rule.ID, error) {
		next, events, err := r.Apply(c)
		var guards []rule.ID
		for _, e := range events {
			if row, ok := g.Row(e); ok {
				guards = append(guards, row.Guards...)
			}
		}
		return next, guards, err
	}, a)
}

// askRegistration carries a registration through its steps and asks what holds on
// the day of the case.
func askRegistration(c Case, in registrationInput, choose *chooser, a *answer) error {
	r, err := registered(in, a)
	if err != nil {
		return err
	}
	a.values["position"], a.values["allowed"] = r.Position.String(), r.Allowed(c.At)
	a.values["certificate"] = r.Certificate.Number
	setDate(a, "validFrom", r.ValidFrom)
	setDate(a, "validTo", r.ValidTo)
	if c.At.IsZero() {
		return nil
	}
	a.values["status"] = r.StatusAt(c.At)
	if err := a.deadlines(r, c.At, in.Facts); err != nil {
		return err
	}
	if err := a.current(r, in.Current, choose); err != nil {
		return err
	}
	if in.Supply != nil {
		a.report(registry.SupplyRules().Explain(registry.Supply{Asset: in.Asset, On: in.Supply.On, Public: in.Supply.Public, Registration: r}, rule.Context{At: c.At}))
	}
	if h := in.Holding; h != nil {
		v := registry.Asset{
			ID: in.Asset, Holding: registry.Holding{Role: h.Role, Entity: h.Entity, Sector: h.Sector, Public: h.Public, Authorised: h.Authorised},
			Facts: in.Facts.facts(), Registrations: []registry.Registration{r},
		}
		if in.Sector != "" {
			v.Own = []*registry.Regime{r.Regime()}
		}
		a.report(registry.Rules().Explain(v, rule.Context{At: c.At, Role: h.Role, Entity: h.Entity}))
	}
	return nil
}

// deadlines notes each term of the regime on the day: a duty fires while it has an
// occasion.
func (a *answer) deadlines(r registry.Registration, at calendar.Date, f *facts) error {
	all, err := r.Deadlines(at, f.facts())
	if err != nil {
		return err
	}
	for _, t := range r.Regime().Spec().Terms {
		a.asked[t.ID] = true
	}
	terms := map[string]any{}
	for _, d := range all {
		a.fire(d.Term.ID, "")
		terms[string(d.Term.ID)] = map[string]any{"due": d.Due.Date.String(), "standing": d.Standing}
	}
	a.values["terms"] = terms
	return nil
}

// current compares the card in force with the asset as it is now (P19).
func (a *answer) current(r registry.Registration, card json.RawMessage, choose *chooser) error {
	p := registry.AlterationPolicy{Any: choose.of("P19", "namedFields", "anyField") == 1}
	if card == nil {
		return nil
	}
	now, err := read(registry.Cards(), card)
	if err != nil {
		return err
	}
	a.values["alteration"] = p.Compare(r.Card(), now).Required()
	return nil
}
