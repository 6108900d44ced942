package pilot

import (
	"strings"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// enter posts what an event books and carries it over to the ledger: all of it or
// nothing. why gives the reason of a nominal amount or a life by asset, path the
// member of the event that names the assets.
func (b *builder) enter(postings []accounting.Posting, why map[string]string, path string) bool {
	b.posting = make(map[string]rule.ID, len(postings))
	for _, p := range postings {
		b.posting[p.Event] = rule.ID(p.Kind)
	}
	cards, err := b.unit.Journal.Try(postings...)
	if err != nil {
		b.refuseErr(path, err)
		return false
	}
	var changes []ledger.Change
	booked := entered(postings)
	for _, card := range cards {
		if _, known := b.resource(card.Asset); !known {
			if at := b.member(card.Asset); at != "" {
				path = at
			}
			b.refuse(refusedEvent, nil, path, text("摸底清单中没有 "+card.Asset+"。", "the inventory has no "+card.Asset+"."))
			return false
		}
		before, _ := b.unit.Journal.Card(card.Asset)
		if before.Cost == card.Cost && before.Amortised == card.Amortised && before.Impaired == card.Impaired && before.Terms == card.Terms {
			continue // its state alone
		}
		if _, held := b.unit.Ledger.Now().Row(card.Asset); !held && card.Cost.Compare(before.Cost) <= 0 {
			continue // gone from the ledger, now from the books too
		}
		entry := booked.of(card.Asset)
		change, ok := b.update(entry.on, card.Asset, entry.why, func(row *ledger.Row) { entry.tell(row, before, card, why[card.Asset]) })
		if !ok {
			return false
		}
		changes = append(changes, change)
	}
	if len(changes) > 0 && !b.commit(path, changes...) {
		return false
	}
	return b.post(postings...)
}

// entry is what the ledger says of a booking: the last posting of an asset that
// changed its cost, or the last of all.
type entry struct {
	on           calendar.Date
	event        string
	account, why string
}

// entries is the entry of each asset of some postings, and that of an asset whose
// terms alone they change.
type entries struct {
	assets map[string]entry
	terms  entry
}

// of is the entry of an asset. A voucher of many assets names all of them; the
// reason of one row then names its own.
func (e entries) of(asset string) entry {
	x, booked := e.assets[asset]
	if !booked {
		x = e.terms
	}
	if utf8.RuneCountInString(x.why) > noteType.Max {
		what, _, _ := strings.Cut(x.why, "：")
		x.why = what + "：" + asset
	}
	return x
}

func entered(postings []accounting.Posting) entries {
	all := entries{assets: map[string]entry{}}
	for i, p := range postings {
		if i == 0 {
			all.terms = entry{on: p.On, event: p.Event, why: p.Event}
			if len(p.Vouchers) > 0 {
				all.terms.why = p.Vouchers[0].Entry().Summary
			}
		}
		for _, v := range p.Vouchers {
			e := v.Entry()
			for _, l := range e.Lines {
				last := all.assets[l.Asset]
				if l.Asset == "" || l.Element == "" || last.account != "" && l.Element != accounting.Cost {
					continue
				}
				last.on, last.event, last.why = e.Date, p.Event, e.Summary
				if l.Element == accounting.Cost {
					last.account = l.Account + " " + l.Name
					if l.Detail != "" {
						last.account += "——" + l.Detail
					}
				}
				all.assets[l.Asset] = last
			}
		}
	}
	return all
}

// tell writes into a row of the ledger what the books say of its asset.
func (e entry) tell(row *ledger.Row, before, card accounting.Card, reason string) {
	if card.Cost.Sign() == 0 {
		unbook(row)
		return
	}
	booking := asset.BookedCost
	if card.Terms.Measured == accounting.AtNominal {
		booking = asset.BookedNominal
	}
	if row.Booking != booking {
		unbook(row)
		row.Booking, row.BookedOn, row.Account, row.Voucher = booking, e.on, e.account, e.event
		if booking == asset.BookedNominal {
			row.Reason = reason
		}
	}
	row.Amount = card.Cost
	if booking == asset.BookedNominal {
		return
	}
	if card.Amortised.Sign() > 0 {
		row.Amortised = card.Amortised
	}
	if card.Impaired.Sign() > 0 || before.Impaired.Sign() > 0 {
		row.Impairment = card.Impaired
	}
	switch t := card.Terms; {
	case t.Indefinite:
		row.Life, row.LifeMonths, row.LifeReason = ledger.LifeIndefinite, none, reason
	case t.Months > 0 && t != before.Terms:
		row.Life, row.LifeMonths, row.LifeReason = ledger.LifeDefinite, months(t.Months), reason
	}
}

// unbook clears what a row says of the books.
func unbook(row *ledger.Row) {
	row.Booking, row.Account, row.Amount, row.BookedOn, row.Voucher, row.Reason = asset.NotBooked, "", money.Amount{}, calendar.Date{}, "", ""
	row.Amortised, row.Impairment, row.ValueChange, row.ValueReason = money.Amount{}, money.Amount{}, money.Amount{}, ""
	row.Life, row.LifeMonths, row.LifeReason = "", none, ""
}
