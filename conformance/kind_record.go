package conformance

import (
	"encoding/json"
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/dataasset-go/dataasset/trade"
)

type recordInput struct {
	Record   string          `json:"record"`
	Instance json.RawMessage `json:"instance"`
	Role     rule.Role       `json:"role"`
	Entity   rule.Entity     `json:"entity"`
	Draft    bool            `json:"draft"`
}

// askRecord reads a record and, where it has rules of its own, asks them.
func askRecord(c Case, in recordInput, _ *chooser, a *answer) error {
	ctx := rule.Context{At: c.At, Role: in.Role, Entity: in.Entity}
	o := record.Options{}
	if in.Draft {
		o.Stage = record.Draft
	}
	for _, j := range judges() {
		if j.record == in.Record {
			r, err := j.judge(in.Instance, o, ctx)
			a.report(r)
			a.values["valid"] = r.Err() == nil
			return err
		}
	}
	r, err := schema.Generator{Stage: o.Stage}.Validate(in.Record, in.Instance)
	a.report(r)
	a.values["valid"] = r.Err() == nil
	return err
}

// judge is how a record is judged by the rules of its package.
type judge struct {
	record string
	judge  func([]byte, record.Options, rule.Context) (rule.Report, error)
}

func judges() []judge {
	return []judge{
		{"holder", judged(asset.Holders(), asset.HolderRules())},
		{"data-resource", judged(asset.Resources(), asset.Rules())},
		{"ledger-row", judgeRow},
		{"trade-supply", judged(trade.Supplies(), trade.SupplyRules())},
		{"price-case", judged(trade.PriceCases(), trade.PriceRules())},
		{"asset-guarantee", judged(authorization.Guarantees(), authorization.GuaranteeRules())},
		{"revenue-agreement", judged(revenue.Agreements(), revenue.AgreementRules())},
	}
}

func judged[T any](t *record.Table[T], set rule.Set[T]) func([]byte, record.Options, rule.Context) (rule.Report, error) {
	return func(b []byte, o record.Options, c rule.Context) (rule.Report, error) {
		v, r, err := t.Read(b, o)
		if err != nil || r.Err() != nil {
			return r, err
		}
		r.Merge(set.Explain(v, c))
		return r, nil
	}
}

func judgeRow(b []byte, o record.Options, c rule.Context) (rule.Report, error) {
	v, r, err := ledger.Table().Read(b, o)
	if err != nil || r.Err() != nil {
		return r, err
	}
	r.Merge(ledger.Rules().Explain(&v, c))
	return r, nil
}

type inventoryInput struct {
	Unit      json.RawMessage   `json:"unit"`
	Resources []json.RawMessage `json:"resources"`
	Managed   *[]string         `json:"managed"`
}

// inventory reads a unit and its resources.
func inventory(unit json.RawMessage, resources []json.RawMessage) (asset.Inventory, error) {
	u, err := read(pilot.UnitRecords(), unit)
	if err != nil {
		return asset.Inventory{}, err
	}
	all, err := readAll(asset.Resources(), resources)
	return asset.Inventory{Holder: u.Holder, Projects: u.Projects, Systems: u.Systems, Resources: all}, err
}

// askInventory judges an inventory as a whole and, where it says what is managed,
// whether something was left out.
func askInventory(c Case, in inventoryInput, choose *chooser, a *answer) error {
	v, err := inventory(in.Unit, in.Resources)
	if err != nil {
		return err
	}
	p := assetPolicy(choose)
	ctx := v.Holder.Context()
	ctx.At = c.At
	a.report(asset.InventoryRules(p).Explain(v, ctx))
	if in.Managed == nil {
		return nil
	}
	all, err := v.Recognize(p, c.At)
	if err != nil {
		return err
	}
	a.asked["asset.none-left-out"] = true
	a.report(asset.LeftOut(all, func(id string) bool { return slices.Contains(*in.Managed, id) }))
	return nil
}

func assetPolicy(choose *chooser) asset.Policy {
	return asset.Policy{
		Unmeasured: asset.Booking(choose.of("P1", "nominal", "memo")),
		Unit:       asset.Unit(choose.of("P20", "themeSeries", "wholeSystem", "singleTable")),
		Enterprise: asset.Holding(choose.of("P22", "anyLawfulHolding", "publicServiceOnly")),
	}
}

type resourceInput struct {
	Resource json.RawMessage `json:"resource"`
}

// askRecognise answers whether a resource is an asset and how it gets into the
// books. A criterion fires where it is not met.
func askRecognise(c Case, in resourceInput, choose *chooser, a *answer) error {
	r, err := read(asset.Resources(), in.Resource)
	if err != nil {
		return err
	}
	got, err := assetPolicy(choose).Recognize(r, c.At)
	if err != nil {
		return err
	}
	for _, o := range slices.Concat(got.Management.Criteria, got.Accounting.Criteria) {
		a.asked[o.Criterion.ID] = true
		switch o.State {
		case rule.NotMet:
			a.refuse(o.Criterion.ID, o.Why, o.Basis)
		case rule.Unknown:
			a.open[o.Criterion.ID] = true
		}
	}
	a.values["management"], a.values["accounting"] = got.Management.State, got.Accounting.State
	a.values["system"], a.values["class"], a.values["route"] = got.System, got.Class, got.Route
	return nil
}

type ledgerInput struct {
	Rows   []json.RawMessage `json:"rows"`
	Import []json.RawMessage `json:"import"`
	On     calendar.Date     `json:"on"`
}

// askLedger judges the rows of a ledger against each other, and what an import of
// more rows would come to.
func askLedger(c Case, in ledgerInput, _ *chooser, a *answer) error {
	rows, err := readAll(ledger.Table(), in.Rows)
	if err != nil {
		return err
	}
	v := ledger.ViewOf(slices.Values(rows), ledger.Table())
	a.report(ledger.ViewRules().Explain(v, rule.Context{At: c.At}))
	if in.Import == nil {
		return nil
	}
	l := ledger.New()
	for _, r := range rows {
		if err := l.Apply(l.Revision(), ledger.Add{On: r.RecordedOn, Row: r}); err != nil {
			return err
		}
	}
	a.asked["ledger.importable"] = true
	p := ledger.Importer{On: in.On, Reason: "导入"}.Plan(l, func(yield func(ledger.Row, rule.Report) bool) {
		for _, b := range in.Import {
			if r, report, err := ledger.Table().Read(b, record.Options{}); err == nil && !yield(r, report) {
				return
			}
		}
	})
	a.report(p.Report)
	a.values["added"], a.values["changed"], a.values["kept"], a.values["refused"] = p.Added, p.Changed, p.Kept, p.Refused
	return nil
}
