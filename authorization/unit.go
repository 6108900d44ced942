package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// Records is what the records of a unit say, so that its papers need not say it
// again ([UnitCommands]).
type Records struct {
	Holder        asset.Holder
	Resource      func(id string) (asset.Resource, bool) // as the ledger has it, else the inventory
	Registrations []registry.Registration
	Journal       *accounting.Journal // nil: nothing is booked
}

// Complete returns a command with its papers filled in as the records stand on its
// day. What they do not know stays as it was.
func (r Records) Complete(c Command) Command {
	switch c := c.(type) {
	case Draft:
		c.Application = r.Application(c.Application, c.On)
		return c
	case DraftDisposal:
		c.Disposal = r.disposal(c.Disposal, c.On)
		return c
	case Sign:
		c.Agreement.Agency = r.Holder.Name
		c.Agreement.Catalogue = r.lines(c.Agreement.Catalogue, c.On)
		c.Vouchers = nil
		for _, l := range c.Agreement.Catalogue {
			if v, ok := r.voucher(l.Asset, c.On); ok {
				c.Vouchers = append(c.Vouchers, v)
			}
		}
		return c
	}
	return c
}

// Application returns an application filled in as the records stand on a day.
func (r Records) Application(a Application, on calendar.Date) Application {
	a.Holder, a.Assets, a.Rights = r.Holder, r.lines(a.Assets, on), slices.Clone(a.Rights)
	return a
}

func (r Records) lines(lines []Line, on calendar.Date) []Line {
	lines = cloneLines(lines)
	for i := range lines {
		l := &lines[i]
		x, known := r.Resource(l.Asset)
		if !known {
			continue
		}
		l.Name, l.Personal = x.Name, x.Personal
		l.Important = record.Opt[bool]{}
		if x.Importance != "" && x.Importance != asset.ImportanceUndetermined { // else the step is refused: it is to be determined first
			l.Important = record.Some(x.Importance == "important" || x.Importance == "core")
		}
		l.Provider = ""
		if slices.Contains(x.Sources, asset.FromSharing) {
			l.Provider = x.Provider
		}
		l.Public = record.Some(x.HolderKind != rule.Enterprise || slices.Contains(x.Sources, asset.FromService))
		if v, ok := r.voucher(l.Asset, on); ok {
			l.Certificate = v.Number
		}
	}
	return lines
}

// voucher is that of the registration of an asset on a day; that of its card
// goes before the national one.
func (r Records) voucher(id string, on calendar.Date) (Voucher, bool) {
	var found Voucher
	there := false
	for _, x := range r.Registrations {
		v, ok := VoucherOf(x, on)
		if ok && x.Asset == id && (!there || found.Regime == registry.NationalRegistration().ID()) {
			found, there = v, true
		}
	}
	return found, there
}

func (r Records) disposal(d Disposal, on calendar.Date) Disposal {
	d = d.clone()
	d.Holder = r.Holder
	for i, l := range d.Assets {
		x, _ := r.Resource(l.Asset)
		filled := LineAt(r.Journal, l.Asset, x.Name, d.ValuedOn)
		if v, ok := r.voucher(l.Asset, on); ok {
			filled.Registered, filled.Number = record.Some(true), v.Number
		}
		filled.Destroyed = l.Destroyed
		d.Assets[i] = filled
	}
	return d
}

// ConsentOn returns the day of the consent to the authorised operation of an asset
// that was recorded last; no date where none was.
func (a Authorization) ConsentOn(id string) calendar.Date {
	for _, c := range slices.Backward(a.consents) {
		if c.consent.Asset == id {
			return c.consent.On
		}
	}
	return calendar.Date{}
}
