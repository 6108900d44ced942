package conformance

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

type unitCaseInput struct {
	Unit      json.RawMessage   `json:"unit"`
	Resources []json.RawMessage `json:"resources"`
	Events    []json.RawMessage `json:"events"`
	Books     bool              `json:"books"`   // answer with vouchers and balances too
	Ledger    []json.RawMessage `json:"ledger"`  // changes that its ledger has beside what the events made
	Missing   []string          `json:"missing"` // resources that are not found any more
	Beside    []unitCaseInput   `json:"beside"`  // units to consolidate it with
}

// build makes the unit of an input up to a day, with what was found on the way.
func (in unitCaseInput) build(c Case) (pilot.Unit, rule.Report, error) {
	v, err := inventory(in.Unit, in.Resources)
	if err != nil {
		return pilot.Unit{}, rule.Report{}, err
	}
	var lines bytes.Buffer
	for _, e := range in.Events {
		if err := json.Compact(&lines, e); err != nil {
			return pilot.Unit{}, rule.Report{}, err
		}
		lines.WriteByte('\n')
	}
	events, report, err := pilot.ReadEvents(&lines, pilot.EventsFile)
	if err != nil {
		return pilot.Unit{}, report, err
	}
	u, built := pilot.Build(v, events, c.At)
	report.Merge(built)
	for _, b := range in.Ledger {
		change, err := decode(ledger.Changes())(b)
		if err != nil {
			return u, report, err
		}
		if err := u.Ledger.Apply(u.Ledger.Revision(), change); err != nil {
			return u, report, err
		}
	}
	u.Inventory.Resources = slices.DeleteFunc(u.Inventory.Resources, func(r asset.Resource) bool { return slices.Contains(in.Missing, r.ID) })
	return u, report, nil
}

// askUnit builds a pilot unit from its inventory and what it did, and reviews it on
// the day of the case. A duty fires while the unit has an obligation of it.
func askUnit(c Case, in unitCaseInput, choose *chooser, a *answer) error {
	u, report, err := in.build(c)
	if err != nil {
		return err
	}
	reviewer := reviewerOf(choose)
	r, err := reviewer.Review(u, c.At)
	if err != nil {
		return err
	}
	report.Merge(r.Report)
	a.ask(pilot.ReviewRules())
	if in.Beside == nil {
		delete(a.asked, "pilot.figures-rolled-up") // of several units
	}
	a.ask(pilot.PlanRules().Rules())
	a.ask(asset.InventoryRules(asset.Policy{}).Rules())
	a.ask(ledger.Rules().Rules())
	a.ask(ledger.ViewRules().Rules())
	a.asked["asset.none-left-out"] = true
	a.report(report)
	a.obligations(r)
	a.values["totals"] = r.Totals
	clauses := map[string]any{}
	for _, o := range r.Clauses {
		clauses[o.Clause] = o.State
	}
	a.values["clauses"] = clauses
	if in.Books {
		a.values["vouchers"] = voucherLines(r.Postings)
		balances := map[string]any{}
		for _, b := range r.Balances {
			balances[b.Account.Code] = b.Net
		}
		a.values["balances"] = balances
	}
	return in.consolidate(c, reviewer, r, a)
}

// consolidate adds up the unit and those beside it.
func (in unitCaseInput) consolidate(c Case, reviewer pilot.Reviewer, first pilot.Result, a *answer) error {
	if in.Beside == nil {
		return nil
	}
	all := []pilot.Result{first}
	for _, other := range in.Beside {
		u, _, err := other.build(c)
		if err != nil {
			return err
		}
		r, err := reviewer.Review(u, c.At)
		if err != nil {
			return err
		}
		all = append(all, r)
	}
	together, err := pilot.Consolidate(all)
	if err != nil {
		return err
	}
	a.report(together.Report)
	figures := map[string]any{}
	for _, f := range together.Total {
		figures[string(f.Measure)] = map[string]any{"count": f.Count, "amount": f.Amount}
	}
	a.values["figures"] = figures
	return nil
}

func reviewerOf(choose *chooser) pilot.Reviewer {
	return pilot.Reviewer{Asset: assetPolicy(choose), Revenue: revenuePolicy(choose), Policy: pilot.Policy{
		FixedDates:   pilot.FixedDates(choose.of("P8", "asWritten", "rollsForward", "workdayAhead")),
		Completion:   pilot.Completion(choose.of("P23", "declared", "planEnd")),
		LastQuarter:  pilot.LastQuarter(choose.of("P24", "due", "lapses")),
		Subordinates: pilot.Subordinates(choose.of("P29", "rollUp", "ownFiling")),
	}}
}

// obligations notes what the unit owes, by duty and occasion.
func (a *answer) obligations(r pilot.Result) {
	for _, d := range dataasset.Duties() {
		a.asked[d.ID] = true
	}
	all := map[string]any{}
	for _, o := range r.Obligations {
		a.fire(o.Duty.ID, "")
		key := string(o.Duty.ID)
		if o.Subject != "" {
			key += " " + o.Subject
		}
		one := map[string]any{"standing": o.Standing, "advice": o.Advice, "days": o.Days, "earliest": o.Due.Earliest.String(), "due": o.Due.Date.String(), "national": o.National.Date.String()}
		if o.Amount.Present() {
			one["amount"] = o.Amount
		}
		all[key] = one
	}
	a.values["obligations"] = all
}
