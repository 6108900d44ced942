package authorization

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/record"
)

// UnitCommands returns the choice of [Command] as a unit's own file of events has
// it: the papers leave out what the unit's records say already, which
// [Records.Complete] fills in. They are the holder; of each asset its name,
// certificate, provider, whether it is public, personal or important; the book
// values of a disposal; the vouchers of the registrations.
func UnitCommands() *record.Choice[Command] { return unitCommands() }

var unitCommands = sync.OnceValue(func() *record.Choice[Command] {
	return record.MustChoice(record.Definition{
		Name: "unit-authorisation-command", Title: text("授权步骤", "step of an authorisation"), Basis: chain(), By: "command", ByTitle: text("步骤", "step"),
	}, append(applicantCases(forms{"unit-authorisation", UnitApplications(), unitAgreements(), unitDisposals(), false}), otherCases()...)...)
})

// UnitApplications returns the table of [Application] without what the unit's
// records say; [Records.Application] fills it in.
func UnitApplications() *record.Table[Application] { return unitApplications() }

var unitApplications = sync.OnceValue(func() *record.Table[Application] {
	d := named(Applications().Definition(), "unit-application")
	fields := without(append(append(partyFields(), termFields()...), beforeFields()...), "holder")
	reach(fields, "assets", record.AtList(unitLines(), func(a *Application) *[]Line { return &a.Assets }))
	return record.MustTable(d, fields)
})

var unitLines = sync.OnceValue(func() *record.Table[Line] {
	return record.MustTable(named(lines().Definition(), "unit-granted-asset"),
		without(record.Include(lines(), func(l *Line) *Line { return l }), "name", "certificateNo", "public", "provider", "personal", "important"))
})

func unitAgreements() *record.Table[Agreement] {
	fields := without(append(agreementParties(), agreementTerms()...), "agency")
	reach(fields, "catalogue", record.AtList(unitLines(), func(a *Agreement) *[]Line { return &a.Catalogue }))
	return record.MustTable(named(Agreements().Definition(), "unit-agreement"), fields)
}

func unitDisposals() *record.Table[Disposal] {
	lines := record.MustTable(named(disposalLines().Definition(), "unit-disposal-asset"),
		without(record.Include(disposalLines(), func(l *DisposalLine) *DisposalLine { return l }), "name", "booked", "cost", "amortised", "impaired", "registered", "certificateNo"))
	fields := without(record.Include(Disposals(), func(d *Disposal) *Disposal { return d }), "holder")
	reach(fields, "assets", record.AtList(lines, func(d *Disposal) *[]DisposalLine { return &d.Assets }))
	return record.MustTable(named(Disposals().Definition(), "unit-disposal"), fields)
}

// named is a definition under another name, to be filled with fields anew.
func named(d record.Definition, name string) record.Definition {
	d.Name, d.Fields = name, nil
	return d
}

func without[T any](fields []record.Field[T], keys ...string) []record.Field[T] {
	return slices.DeleteFunc(fields, func(f record.Field[T]) bool { return slices.Contains(keys, f.Key) })
}

// reach lets a field be reached through another table.
func reach[T any](fields []record.Field[T], key string, at record.Accessor[T]) {
	for i := range fields {
		if fields[i].Key == key {
			fields[i].At = at
		}
	}
}
