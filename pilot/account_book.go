package pilot

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
)

// Booking is an event of the books that books a row of the revenue account, or an
// enterprise's matter.
type Booking struct {
	Event string
	Of    string // of a correction, the event that it corrects; "" for others
}

// vouchers is what the vouchers of a row come to.
type vouchers struct {
	in       money.Amount // taken in, tax included; absent where nothing is
	payable  money.Amount // on 2103; absent where nothing is
	remitted money.Amount // out of 2103; absent where nothing is
}

// moneyAccounts is money and what is owed, by the chart of a holder.
func moneyAccounts(h asset.Holder) []string {
	if h.System() == asset.GovernmentAccounting {
		return []string{"1001", "1002", "1011", "1021", "1201", "1211", "1212", "1218"}
	}
	return []string{"1001", "1002", "1012", "1121", "1122", "1221"}
}

const toTreasury = "2103" // 应缴财政款

// vouchersOf adds up the vouchers of a row or a matter that the books have by a day.
// What takes money in is told from what takes it out by its sum over money and what
// is owed; a correction goes with what it corrects.
func (u Unit) vouchersOf(id string, at calendar.Date) (vouchers, error) {
	var v vouchers
	accounts := moneyAccounts(u.Inventory.Holder)
	for _, booking := range u.Booked[id] {
		p, posted := u.Journal.Posting(booking.Event)
		if !posted || p.On.After(at) || p.Booked.After(at) {
			continue
		}
		taken, err := debited(p, accounts...)
		if err != nil {
			return v, err
		}
		owed, err := debited(p, toTreasury)
		if err != nil {
			return v, err
		}
		first := taken
		if of, known := u.Journal.Posting(booking.Of); known {
			if first, err = debited(of, accounts...); err != nil {
				return v, err
			}
		}
		switch {
		case first.Sign() > 0:
			if v.in, err = v.in.Add(taken); err == nil && owed.Sign() != 0 {
				v.payable, err = v.payable.Sub(owed)
			}
		case first.Sign() < 0 && owed.Sign() != 0:
			v.remitted, err = v.remitted.Add(owed)
		}
		if err != nil {
			return v, err
		}
	}
	return v, nil
}

// debited is what a posting debits to accounts of the financial book, less what it
// credits.
func debited(p accounting.Posting, accounts ...string) (money.Amount, error) {
	sum := money.Zero()
	for _, v := range p.Vouchers {
		e := v.Entry()
		if e.Book != accounting.Financial {
			continue
		}
		for _, l := range e.Lines {
			if !slices.Contains(accounts, l.Account) {
				continue
			}
			amount, err := l.Amount, error(nil)
			if l.Side == accounting.Credit {
				amount = amount.Neg()
			}
			if sum, err = sum.Add(amount); err != nil {
				return sum, err
			}
		}
	}
	return sum, nil
}

// bookRevenue books what the rows of the account mean by a day and the books do not
// have yet: all of it or nothing.
func (b *builder) bookRevenue(e RevenueBooked) {
	h := b.unit.Inventory.Holder
	a, err := b.unit.account(e.On)
	if err != nil {
		b.refuseErr("/on", err)
		return
	}
	a.Rows = slices.DeleteFunc(a.Rows, func(r revenue.Row) bool { return b.byHand[r.ID] })
	events, err := a.Events()
	if err != nil {
		b.refuseErr("/on", err)
		return
	}
	var postings []accounting.Posting
	for _, event := range events {
		if event.On.After(e.On) || b.unit.Journal.Has(event.ID) {
			continue
		}
		if event.On.Before(e.On) {
			event.Booked = e.On
		}
		event.Facts, event.Parts[0].Asset = facts(h, event.Facts), rowOf(b.rows, event.ID) // of no single asset
		chain, err := systemOf(h).events.Chain(event)
		if err != nil {
			b.refuseErr("/on", err)
			return
		}
		postings = append(postings, chain...)
	}
	if len(postings) == 0 || !b.enter(postings, nil, "/on") {
		return
	}
	for _, p := range postings {
		id := rowOf(b.rows, p.Event)
		b.unit.Booked[id] = append(b.unit.Booked[id], Booking{Event: p.Event})
	}
}

// rowOf is the row that an event of the account books: SR-1 of SR-1/remitted and of
// what that brings with it. An event of no row is its own.
func rowOf(rows map[string]int, event string) string {
	for id := event; ; {
		if _, known := rows[id]; known {
			return id
		}
		cut := strings.LastIndexByte(id, '/')
		if cut < 0 {
			return event
		}
		id = id[:cut]
	}
}

// taxed fills in the amounts that follow from a row of the account: revenue and VAT,
// the surcharges on it, where the kind asks for them and the event does not say. Of
// what is remitted the revenue is the row's own.
func (b *builder) taxed(e Booked, event *accounting.Event) bool {
	if e.Receipt == "" || b.matter(e.Receipt) {
		return true
	}
	i := b.row(e.Receipt)
	if i < 0 || len(event.Parts) != 1 {
		b.refuse(refusedEvent, nil, "/receipt", text("没有编号为 "+e.Receipt+" 的收入，或事项不止一项。", "there is no receipt "+e.Receipt+", or the event has more than one part."))
		return false
	}
	// A kind that asks for none of them, a disposal for one, has no taxpayer to name.
	missing := b.untaxed(*event)
	if len(missing) == 0 {
		return true
	}
	a, err := b.unit.account(e.day())
	if err != nil {
		b.refuseErr("/receipt", err)
		return false
	}
	own := &a.Holder.Taxation
	if event.Facts["taxpayer"] == "" && own.Taxpayer != "" && b.asksTaxpayer(*event) {
		event.Facts["taxpayer"] = string(own.Taxpayer)
	}
	if said := event.Facts["taxpayer"]; said != "" {
		own.Taxpayer = revenue.Taxpayer(said)
	}
	at := slices.IndexFunc(a.Rows, func(r revenue.Row) bool { return r.ID == e.Receipt })
	if at < 0 || a.Rows[at].ReceivedOn().IsZero() {
		b.refuse(refusedEvent, gx("4.6.2"), "/receipt", text(e.Receipt+" 尚未收款。", e.Receipt+" has not been received yet."))
		return false
	}
	levies, err := a.Levies()
	if err != nil {
		b.refuse(refusedEvent, nil, "/facts", text("没有适用的增值税率，请写明纳税人（taxpayer：general、small）。", "no VAT rate: say the taxpayer (general, small)."))
		return false
	}
	follows := map[string]money.Amount{"net": levies[at].Net, "vat": levies[at].VAT, "surcharges": levies[at].Surcharges}
	if event.Kind == "government.remitted" && a.Rows[at].Remitted.Present() {
		follows["net"] = a.Rows[at].Remitted
	}
	part := &event.Parts[0]
	if part.Amounts == nil {
		part.Amounts = map[string]money.Amount{}
	}
	for _, name := range missing {
		part.Amounts[name] = follows[name]
	}
	return true
}

// asksTaxpayer reports whether an event's kind asks for the status of the taxpayer.
func (b *builder) asksTaxpayer(event accounting.Event) bool {
	_, asked := systemOf(b.unit.Inventory.Holder).events.Asks(event.Kind)
	return slices.ContainsFunc(asked, func(f accounting.Fact) bool { return f.Key == "taxpayer" })
}

// untaxed is the inputs that follow from a receipt, which the event's kind asks
// for and the event does not say.
func (b *builder) untaxed(event accounting.Event) []string {
	asked, _ := systemOf(b.unit.Inventory.Holder).events.Asks(event.Kind)
	var names []string
	for _, in := range asked {
		if slices.Contains([]string{"net", "vat", "surcharges"}, in.Name) && !event.Parts[0].Amounts[in.Name].Present() {
			names = append(names, in.Name)
		}
	}
	return names
}

// matter reports whether an id is that of an enterprise's matter.
func (b *builder) matter(id string) bool {
	return slices.ContainsFunc(b.unit.Matters, func(m revenue.Matter) bool { return m.ID == id })
}
