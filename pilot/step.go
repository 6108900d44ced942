package pilot

import (
	"strings"

	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// step takes one step of registration for every asset, or for none.
func (b *builder) step(e Step) {
	if e.Kind == "approve" && len(e.Certificates) > 0 && len(e.Certificates) != len(e.Assets) {
		b.refuse(refusedEvent, nil, "/certificates", text("证书编号应与资产逐项对应。", "certificate numbers are one an asset."))
		return
	}
	next := map[string]registry.Registration{}
	var changes []ledger.Change
	for i, id := range e.Assets {
		if _, listed := b.unit.Ledger.Now().Row(id); !listed && (e.Kind == "submit" || e.Kind == "alter" || e.Kind == "correct") {
			b.refuse(refusedEvent, nil, rule.Pointer("assets", number(i)), notListed(id)) // there is no row to fill the card in from
			return
		}
		r, known := b.register[id]
		if !known {
			r = registry.New(registry.RegimeFor(b.unit.Inventory.Holder.Role), id)
		}
		after, _, err := r.Apply(b.command(e, id, i))
		if err != nil {
			b.refuseErr(rule.Pointer("assets", number(i)), err)
			return
		}
		next[id] = after
		if e.Kind != "approve" {
			continue
		}
		if change, ok := b.registered(e, after); ok {
			changes = append(changes, change)
		} else {
			return
		}
	}
	if len(changes) > 0 && !b.commit("/assets", changes...) {
		return
	}
	for _, id := range e.Assets {
		if _, known := b.register[id]; !known {
			b.order = append(b.order, id)
		}
		b.register[id] = next[id]
	}
	if e.Kind == "approve" {
		b.mark(e.On, "授权", b.unit.Authorizations, e.Assets)
	}
}

// registered carries a completed procedure over to the ledger.
func (b *builder) registered(e Step, r registry.Registration) (ledger.Change, bool) {
	return b.update(e.On, r.Asset, "登记办结", func(row *ledger.Row) {
		if r.IsRegistered() {
			row.Registered, row.RegisteredOn, row.CertificateNo = ledger.IsRegistered, r.Since, r.Certificate.Number
			return
		}
		row.Registered = ledger.WasRegistered
	})
}

// command is the registry's command for a step; the card is filled in from the
// ledger's row.
func (b *builder) command(e Step, id string, i int) registry.Command {
	h := b.unit.Inventory.Holder
	card := registry.Card{Holder: h.Name, HolderCode: h.CreditCode, EnteredOn: e.On, Department: h.Department, Contact: h.Contact}
	if row, ok := b.unit.Ledger.Now().Row(id); ok {
		card.Resource = row.Resource
	}
	act := registry.Act{On: e.On, By: e.By, Reason: e.Reason}
	switch e.Kind {
	case "submit":
		return registry.Submit{Act: act, Card: card}
	case "alter":
		return registry.Alter{Act: act, Card: card}
	case "correct":
		return registry.Correct{Act: act, Card: card}
	case "cancel":
		return registry.Cancel{Act: act, Cause: e.Cause}
	case "return":
		return registry.Return{Act: act}
	case "withdraw":
		return registry.Withdraw{Act: act}
	}
	approve := registry.Approve{Act: act}
	if i < len(e.Certificates) {
		approve.CertificateNo = strings.TrimSpace(e.Certificates[i])
	}
	return approve
}
