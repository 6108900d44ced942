package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/rule"
)

// open begins the books with their balances.
func (b *builder) open(e Opened) {
	h := b.unit.Inventory.Holder
	o := accounting.OpeningEntry{
		Event: e.ID, Date: e.On, Entity: entity(h), Basis: []rule.Clause{rule.In("会计基础工作规范", "第62条"), rule.GX("4.4.1")},
	}
	for _, x := range e.Balances {
		o.Balances = append(o.Balances, accounting.OpeningBalance(x))
	}
	why := map[string]string{}
	for i, x := range e.Cards {
		b.names = append(b.names, name{rule.Pointer("cards", number(i), "asset"), x.Asset})
		card := accounting.Card{Asset: x.Asset, Detail: x.Detail, State: x.State, Terms: x.Terms.Terms()}
		for _, balance := range e.Balances {
			if account, known := systemOf(h).events.Chart().Account(balance.Account); known && balance.Asset == x.Asset {
				switch account.Element {
				case accounting.Cost:
					card.Cost = balance.Amount
				case accounting.Amortisation:
					card.Amortised = balance.Amount
				case accounting.Impairment:
					card.Impaired = balance.Amount
				}
			}
		}
		why[x.Asset] = x.Reason
		o.Cards = append(o.Cards, card)
	}
	posting, err := systemOf(h).events.Chart().Opening(o)
	if err != nil {
		b.refuseErr("/balances", err)
		return
	}
	b.enter([]accounting.Posting{posting}, why, "/cards")
}

// correct books what corrects a wrong booking: nothing booked is changed.
func (b *builder) correct(e Corrected) {
	h, j := b.unit.Inventory.Holder, b.unit.Journal
	if !j.Has(e.Of) {
		b.refuse(refusedEvent, nil, "/of", text("没有入账事项 "+e.Of+"。", "there is no booking "+e.Of+"."))
		return
	}
	c := accounting.Correction{
		Event: e.ID, Of: e.Of, On: e.On, Entity: entity(h), Difference: e.Difference.Or(false), Approval: e.Approval,
		Mistake: accounting.Mistake{Nature: e.Nature.Or(false), Effect: e.Effect, Base: e.Base}, Adjust: adjustments(h, e.Carry),
	}
	if e.Right.Kind != "" {
		right, ok := b.dry(e)
		if !ok {
			return
		}
		c.Right = &right
	}
	corrected, err := j.Correct(systemOf(h).events.Chart(), c)
	if err != nil {
		b.refuseErr("/of", err)
		return
	}
	if !b.enter([]accounting.Posting{corrected.Posting}, nil, "/of") {
		return
	}
	for id, all := range b.unit.Booked {
		if slices.ContainsFunc(all, func(x Booking) bool { return x.Event == e.Of }) {
			b.unit.Booked[id] = append(all, Booking{Event: e.ID, Of: e.Of})
		}
	}
}

// dry makes the posting that should have been.
func (b *builder) dry(e Corrected) (accounting.Posting, bool) {
	h := b.unit.Inventory.Holder
	event, err := e.Right.Event(entity(h))
	if err != nil {
		b.refuseErr("/right", err)
		return accounting.Posting{}, false
	}
	event.Facts = facts(h, event.Facts)
	for i := range event.Parts {
		if event.Parts[i].Detail == "" {
			event.Parts[i].Detail = b.detail(event.Parts[i].Asset)
		}
	}
	right, err := systemOf(h).events.Post(event)
	if err != nil {
		b.refuseErr("/right", err)
		return accounting.Posting{}, false
	}
	return right, true
}

// adjustments is the accounts that take the place of an earlier year's results:
// 3501 (of an enterprise 6901), carried over at once, and the opening adjustment of
// the budget balance that the money belonged to.
func adjustments(h asset.Holder, carry string) map[accounting.Book]accounting.AdjustTo {
	if h.System() != asset.GovernmentAccounting {
		return map[accounting.Book]accounting.AdjustTo{accounting.Financial: {Account: "6901", Carry: "4104"}}
	}
	all := map[accounting.Book]accounting.AdjustTo{accounting.Financial: {Account: "3501", Carry: "3001"}}
	balance := map[string]string{"fiscalCarried": "8101", "fiscalSurplus": "8102", "otherCarried": "8201", "otherSurplus": "8202"}
	if account := balance[carry]; account != "" {
		all[accounting.Budgetary] = accounting.AdjustTo{Account: account, Detail: "年初余额调整"}
	}
	return all
}
