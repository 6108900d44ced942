package accounting

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// EventRecord is an [Event] as a form or a file holds it: amounts and facts by
// their names, each once. [EventRecords] is its table.
type EventRecord struct {
	ID          string
	Kind        rule.ID
	On          calendar.Date
	Booked      calendar.Date // none is the day it happened
	Facts       []FactRecord
	Parts       []PartRecord
	Approval    Approval
	Documents   []string
	Attachments record.Opt[int64]
	Summary     string
}

// PartRecord is a [Part] of an [EventRecord].
type PartRecord struct {
	Asset   string
	Detail  string // none is that of the asset's card
	Amounts []AmountRecord
	Facts   []FactRecord
	Others  []RefRecord
	Terms   TermsRecord
}

// AmountRecord is an amount by the name of the table's input.
type AmountRecord struct {
	Input  string
	Amount money.Amount
}

// FactRecord is a fact and the code that holds.
type FactRecord struct {
	Fact string
	Code string
}

// RefRecord is another asset, supplier or project that a part names: [Ref].
type RefRecord struct {
	Ref    string // how the table calls it: given
	Asset  string
	Detail string
}

// TermsRecord is [Terms] as a form or a file holds them.
type TermsRecord struct {
	Measured   Measurement
	Indefinite record.Opt[bool]
	From       calendar.Month
	Months     record.Opt[int64]
	Units      record.Opt[int64]
	Residual   money.Amount
	Rounding   string
	Use        string
}

// Event returns the event for a unit. What is named twice is an [*EventError]:
// one of the two amounts would be lost.
func (r EventRecord) Event(by rule.Entity) (Event, error) {
	e := Event{
		ID: r.ID, Kind: r.Kind, On: r.On, Booked: r.Booked, Entity: by, Approval: r.Approval,
		Documents: slices.Clone(r.Documents), Attachments: int(r.Attachments.Or(0)), Summary: r.Summary,
	}
	var twice string
	e.Facts, twice = FactsOf(r.Facts)
	for _, p := range r.Parts {
		part := Part{Asset: p.Asset, Detail: p.Detail, Terms: p.Terms.Terms()}
		var again string
		if part.Facts, again = FactsOf(p.Facts); again != "" {
			twice = again
		}
		if len(p.Amounts) > 0 {
			part.Amounts = make(map[string]money.Amount, len(p.Amounts))
		}
		for _, a := range p.Amounts {
			if _, known := part.Amounts[a.Input]; known {
				twice = a.Input
			}
			part.Amounts[a.Input] = a.Amount
		}
		if len(p.Others) > 0 {
			part.Others = make(map[string]Ref, len(p.Others))
		}
		for _, o := range p.Others {
			if _, known := part.Others[o.Ref]; known {
				twice = o.Ref
			}
			part.Others[o.Ref] = Ref{o.Asset, o.Detail}
		}
		e.Parts = append(e.Parts, part)
	}
	if twice != "" {
		return Event{}, &EventError{Event: r.ID, Kind: r.Kind, Want: text(twice+" 只列一次", twice+" once")}
	}
	return e, nil
}

// FactsOf returns facts by their keys, and one that is named twice, if any is.
func FactsOf(all []FactRecord) (facts map[string]string, twice string) {
	if len(all) > 0 {
		facts = make(map[string]string, len(all))
	}
	for _, f := range all {
		if _, known := facts[f.Fact]; known {
			twice = f.Fact
		}
		facts[f.Fact] = f.Code
	}
	return facts, twice
}

// Terms returns the terms; the zero record is none.
func (t TermsRecord) Terms() Terms {
	terms := Terms{
		Measured: t.Measured, Indefinite: t.Indefinite.Or(false), From: t.From, Months: int(t.Months.Or(0)), Units: t.Units.Or(0),
		Residual: t.Residual, Use: t.Use,
	}
	if t.Rounding == "truncate" {
		terms.Rounding = Truncate
	}
	return terms
}
