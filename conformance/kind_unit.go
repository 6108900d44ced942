package conformance

import (
	"bytes"
	"encoding/json"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
)

type unitCaseInput struct {
	Unit      json.RawMessage   `json:"unit"`
	Resources []json.RawMessage `json:"resources"`
	Events    []json.RawMessage `json:"events"`
	Books     bool              `json:"books"` // answer with vouchers and balances too
}

// askUnit builds a pilot unit from its inventory and what it did, and reviews it on
// the day of the case. A duty fires while the unit has an obligation of it.
func askUnit(c Case, in unitCaseInput, choose *chooser, a *answer) error {
	v, err := inventory(in.Unit, in.Resources)
	if err != nil {
		return err
	}
	var lines bytes.Buffer
	for _, e := range in.Events {
		if err := json.Compact(&lines, e); err != nil {
			return err
		}
		lines.WriteByte('\n')
	}
	events, report, err := pilot.ReadEvents(&lines, pilot.EventsFile)
	if err != nil {
		return err
	}
	u, built := pilot.Build(v, events, c.At)
	report.Merge(built)
	r, err := reviewer(choose).Review(u, c.At)
	if err != nil {
		return err
	}
	report.Merge(r.Report)
	a.ask(pilot.Rules())
	a.ask(asset.InventoryRules(asset.Policy{}).Rules())
	a.ask(ledger.Rules().Rules())
	a.ask(ledger.ViewRules().Rules())
	a.asked["asset.none-left-out"] = true
	a.report(report)
	a.obligations(r)
	t := r.Totals
	a.values["totals"] = t
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
	return nil
}

func reviewer(choose *chooser) pilot.Reviewer {
	return pilot.Reviewer{Asset: assetPolicy(choose), Revenue: revenuePolicy(choose), Policy: pilot.Policy{
		FixedDates:   pilot.FixedDates(choose.of("P8", "asWritten", "rollsForward", "workdayAhead")),
		Counting:     pilot.Counting(choose.of("P14", "addressee", "nation", "stricter")),
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
		one := map[string]any{"status": o.Status, "advice": o.Advice, "days": o.Days, "earliest": o.Due.Earliest.String(), "due": o.Due.Date.String(), "national": o.National.Date.String()}
		if o.Amount.Present() {
			one["amount"] = o.Amount
		}
		all[key] = one
	}
	a.values["obligations"] = all
}
