package pilot

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
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
	regime := e.Under(b.unit.Inventory.Holder)
	next := make([]registry.Registration, len(e.Assets))
	var changes []ledger.Change
	for i, id := range e.Assets {
		if _, listed := b.unit.Ledger.Now().Row(id); !listed && (e.Kind == "submit" || e.Kind == "alter" || e.Kind == "correct") {
			b.refuse(refusedEvent, nil, rule.Pointer("assets", number(i)), notListed(id)) // there is no row to fill the card in from
			return
		}
		r, known := b.register[filed{id, regime.ID()}]
		if !known {
			r = registry.New(regime, id)
		}
		after, _, err := r.Apply(b.command(e, id, i))
		if err != nil {
			b.refuseErr(rule.Pointer("assets", number(i)), err)
			return
		}
		next[i] = after
		if after.Position.Status == r.Position.Status && after.Certificate == r.Certificate {
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
	for _, r := range next {
		k := filed{r.Asset, r.Regime().ID()}
		if _, known := b.register[k]; !known {
			b.order = append(b.order, k)
		}
		b.register[k] = r
	}
	if e.Kind == "approve" {
		b.mark(e.On, "授权", b.unit.Authorizations, e.Assets)
	}
}

// filed tells registrations apart: an asset in a regime.
type filed struct{ asset, regime string }

// registered carries what a registration has come to over to the ledger.
func (b *builder) registered(e Step, r registry.Registration) (ledger.Change, bool) {
	return b.update(e.On, r.Asset, "登记办结", func(row *ledger.Row) {
		switch {
		case e.Regime != "": // stands beside the card
			row.NationalCode = ""
			if r.IsRegistered() {
				row.NationalCode = r.Certificate.Number
			}
		case r.IsRegistered():
			row.Registered, row.RegisteredOn, row.CertificateNo = ledger.IsRegistered, r.Since, r.Certificate.Number
		default:
			row.Registered = ledger.WasRegistered
		}
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
	return e.Command(i, card)
}

// Under returns the regime of the step in a unit: the card of its kind, or the
// national registration.
func (e Step) Under(h asset.Holder) *registry.Regime {
	if e.Regime != "" {
		return registry.NationalRegistration() // the only other that the table of events has
	}
	return registry.CardRegime(h)
}

// Command returns the registry's command for the i-th asset of the step, from 0,
// with its card where the step hands one in.
func (e Step) Command(i int, card registry.Card) registry.Command {
	act := registry.Act{On: e.On, By: e.By, Reason: e.Reason, Evidence: slices.Clone(e.Evidence)}
	switch e.Kind {
	case "submit":
		return registry.Submit{Act: act, Card: card}
	case "alter":
		return registry.Alter{Act: act, Card: card}
	case "correct":
		return registry.Correct{Act: act, Card: card}
	case "cancel":
		return registry.Cancel{Act: act, Cause: e.Cause}
	case "approve":
		approve := registry.Approve{Act: act, ValidTo: e.ValidTo}
		if i < len(e.Certificates) {
			approve.CertificateNo = strings.TrimSpace(e.Certificates[i])
		}
		return approve
	case "draft":
		return registry.Draft{Act: act, Kind: e.Procedure}
	case "revoke":
		return registry.Revoke{Act: act, Ground: e.Ground}
	}
	return plain(e.Kind, act)
}

// plain is a command of the registry that carries an act and nothing else.
func plain(kind string, a registry.Act) registry.Command {
	return map[string]registry.Command{
		"return": registry.Return{Act: a}, "withdraw": registry.Withdraw{Act: a}, "renew": registry.Renew{Act: a}, "endOperation": registry.EndOperation{Act: a},
		"accept": registry.Accept{Act: a}, "reject": registry.Reject{Act: a}, "examine": registry.Examine{Act: a}, "explain": registry.Explain{Act: a},
		"publish": registry.Publish{Act: a}, "object": registry.Object{Act: a}, "uphold": registry.Uphold{Act: a}, "dismiss": registry.Dismiss{Act: a},
		"lapse": registry.Lapse{Act: a},
	}[kind]
}
