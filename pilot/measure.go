package pilot

import (
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// Measure is a figure of a unit that many units are added up by.
type Measure string

// The measures, in the order of a consolidated page.
const (
	MeasureResources  Measure = "resources"  // 数据资源
	MeasureAssets     Measure = "assets"     // 数据资产（管理确认）
	MeasureUnknown    Measure = "unknown"    // 待定
	MeasureRegistered Measure = "registered" // 已登记
	MeasureNominal    Measure = "nominal"    // 按名义金额入账
	MeasureAtCost     Measure = "atCost"     // 按成本入账
	MeasureAuthorised Measure = "authorised" // 授权中
	MeasureReceived   Measure = "received"   // 收入（含税）
	MeasureLate       Measure = "late"       // 逾期
)

// Measures lists the measures in the order of a consolidated page.
func Measures() []Measure {
	return []Measure{
		MeasureResources, MeasureAssets, MeasureUnknown, MeasureRegistered, MeasureNominal, MeasureAtCost, MeasureAuthorised, MeasureReceived, MeasureLate,
	}
}

// Title names the measure in both languages.
func (m Measure) Title() rule.Text {
	switch m {
	case MeasureResources:
		return text("数据资源", "resources")
	case MeasureAssets:
		return text("数据资产", "assets")
	case MeasureUnknown:
		return text("待定", "unknown")
	case MeasureRegistered:
		return text("已登记", "registered")
	case MeasureNominal:
		return text("按名义金额入账", "at nominal amount")
	case MeasureAtCost:
		return text("按成本入账", "at cost")
	case MeasureAuthorised:
		return text("授权中", "authorised")
	case MeasureReceived:
		return text("收入（含税）", "received, tax included")
	case MeasureLate:
		return text("逾期", "late")
	}
	return rule.Text{}
}

// Counted is one thing that a measure counts: a resource, a row of the ledger, a
// receipt or a matter, an obligation.
type Counted struct {
	Unit   string       `json:"unit"`
	ID     string       `json:"id"`              // of the resource, receipt or matter; duty and occasion of an obligation
	Name   string       `json:"name,omitzero"`   // of a resource
	Amount money.Amount `json:"amount,omitzero"` // booked, or received
}

// Counted lists what a measure counts, as many as [Totals] has. Only a result of
// [Review] knows it.
func (r Result) Counted(m Measure) []Counted { return r.tally()[m] }

// tally lists what every measure counts, in one pass.
func (r Result) tally() map[Measure][]Counted {
	all := map[Measure][]Counted{}
	names := map[string]string{}
	add := func(m Measure, id string, a money.Amount) {
		all[m] = append(all[m], Counted{Unit: r.Holder.Name, ID: id, Name: names[id], Amount: a})
	}
	for _, x := range r.unit.Inventory.Resources {
		names[x.ID] = x.Name
		if !x.AvailableOn.After(r.At) {
			add(MeasureResources, x.ID, money.Amount{})
		}
	}
	held := map[string]bool{}
	for row := range r.Ledger.Rows() {
		held[row.ID()] = true
		for _, m := range []Measure{MeasureRegistered, MeasureNominal, MeasureAtCost, MeasureAuthorised} {
			if counts(m, &row, r.At) {
				add(m, row.ID(), row.Amount)
			}
		}
	}
	for _, a := range r.Assessments {
		switch {
		case a.Management.State == rule.Met && (held[a.Resource] || !r.Ledger.Known(a.Resource)):
			add(MeasureAssets, a.Resource, money.Amount{})
		case a.Management.State == rule.Unknown:
			add(MeasureUnknown, a.Resource, money.Amount{})
		}
	}
	clear(names) // what follows has ids of its own
	for _, x := range r.Account.Rows {
		if !x.ReceivedOn().IsZero() {
			add(MeasureReceived, x.ID, x.Received)
		}
	}
	for _, x := range r.unit.Matters {
		if earns := x.Kind == revenue.MatterUse || x.Kind == revenue.MatterDisposal; earns && !x.CompletedOn.After(r.At) {
			add(MeasureReceived, x.ID, x.Amount)
		}
	}
	for _, o := range r.Obligations {
		if !o.Advice && o.Standing.IsLate() {
			add(MeasureLate, o.name(), o.Amount)
		}
	}
	return all
}

// counts reports whether a measure counts a row of the ledger.
func counts(m Measure, row *ledger.Row, at calendar.Date) bool {
	switch m {
	case MeasureRegistered:
		return row.Registered == ledger.IsRegistered
	case MeasureNominal:
		return row.Booking == asset.BookedNominal
	case MeasureAtCost:
		return row.Booking == asset.BookedCost
	case MeasureAuthorised:
		return row.Mode != "" && !row.AuthorisedFrom.After(at) && !at.After(row.AuthorisedTo)
	}
	return false
}

// name tells the obligation apart from the unit's others: duty and occasion.
func (o Obligation) name() string {
	if o.Subject == "" {
		return string(o.Duty.ID)
	}
	return string(o.Duty.ID) + " " + o.Subject
}
