package pilot

import (
	"errors"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// system is the books of a kind of unit.
type system struct {
	events    *accounting.Table
	amortised rule.ID // the event of a month's amortisation
}

// systemOf chooses the books that bind a holder.
func systemOf(h asset.Holder) system {
	if h.System() == asset.GovernmentAccounting {
		return system{government.Events(), government.Amortised}
	}
	return system{enterprise.Events(), enterprise.Amortised}
}

// entity is the kind of unit as its books know it: one that keeps enterprise
// accounts is an enterprise to them.
func entity(h asset.Holder) rule.Entity {
	if h.System() == asset.GovernmentAccounting {
		return h.Entity
	}
	return rule.Enterprise
}

// facts is what the unit itself decides of its accounts, where an event does not
// say it.
func facts(h asset.Holder, own map[string]string) map[string]string {
	all := map[string]string{}
	if h.System() == asset.GovernmentAccounting {
		switch h.FinancialRule {
		case rule.Administrative:
			all["financialRules"] = "administrative"
		case rule.PublicInstitution:
			all["financialRules"] = "institution"
		}
	}
	for key, code := range own {
		all[key] = code
	}
	return all
}

// commanded is the kinds of event that an event of a unit's file books by more
// than a row of the table, and which.
var commanded = map[rule.ID]string{
	government.SurplusFound: "surplus", government.SurplusApproved: "surplusApproved", government.SurplusApprovedDirect: "surplusApproved",
	government.SurplusApprovedOwn: "surplusApproved", government.SurplusCarried: "surplusApproved",
	"government.nominal-to-cost-prior-year": "toCost", "government.nominal-to-cost-carried": "toCost", "government.nominal-to-cost-this-year": "toCost",
	"government.nominal-to-cost-transition": "toCost", "government.nominal-later-spending": "toCost",
	government.Amortised: "amortise", enterprise.Amortised: "amortise",
}

// book books an event by the table of the unit's system.
func (b *builder) book(e Booked) {
	if by := commanded[e.Kind]; by != "" {
		b.refuse(refusedEvent, nil, "/kind", text("该种类由事项 "+by+" 记载。", "this kind is booked by the event "+by+"."))
		return
	}
	h := b.unit.Inventory.Holder
	for i, p := range e.Parts {
		b.names = append(b.names, name{rule.Pointer("parts", number(i), "asset"), p.Asset})
	}
	event, err := e.EventRecord.Event(entity(h))
	if err != nil {
		b.refuseErr("", err)
		return
	}
	event.Facts = facts(h, event.Facts)
	for i := range event.Parts {
		if event.Parts[i].Detail == "" {
			event.Parts[i].Detail = b.detail(event.Parts[i].Asset)
		}
	}
	why := map[string]string{}
	for _, part := range event.Parts {
		if t := part.Terms; e.Reason == "" && (t.Measured == accounting.AtNominal || t.Indefinite) {
			b.refuse(refusedEvent, []rule.Clause{rule.In("财会〔2016〕12号", "第25条")}, "/reason", text(
				part.Asset+" 以名义金额计量或年限不确定，须写明理由。", part.Asset+" is at nominal amount or of indefinite life: say why."))
			return
		}
		why[part.Asset] = e.Reason
	}
	if !b.taxed(e, &event) || !b.measured(e, event) {
		return
	}
	if err := (government.Policy{}).Decided(b.books(), event.Parts[0].Asset, e.Approval); err != nil {
		b.refuseErr("/approval/body", err)
		return
	}
	postings, err := systemOf(h).events.Chain(event)
	if err != nil {
		b.refuseErr("/parts", err)
		return
	}
	if b.enter(postings, why, "/parts") && e.Receipt != "" {
		b.byHand[e.Receipt] = true
		for _, p := range postings {
			b.unit.Booked[e.Receipt] = append(b.unit.Booked[e.Receipt], Booking{Event: p.Event})
		}
	}
}

// detail is the detail account that an asset stands under in the books.
func (b *builder) detail(asset string) string {
	if card, known := b.unit.Journal.Card(asset); known && card.Detail != "" {
		return card.Detail
	}
	detail := ""
	for e := range b.unit.Journal.Asset(asset) {
		detail = e.Line.Detail // without terms the card has none
	}
	return detail
}

// books is the unit as the government's policies know it.
func (b *builder) books() government.Unit {
	h := b.unit.Inventory.Holder
	return government.Unit{Name: h.Name, Entity: h.Entity, Authority: h.Authority, Finance: h.Approver}
}

// measured judges the first measurement of the event's assets by the evidence
// that it brings (GX-4.4.4); what blocks becomes findings.
func (b *builder) measured(e Booked, event accounting.Event) bool {
	h := b.unit.Inventory.Holder
	if h.System() != asset.GovernmentAccounting {
		return true
	}
	c := h.Context()
	c.At = e.On
	good := true
	for i, part := range event.Parts {
		var evidence government.Evidence
		for _, m := range e.Evidence {
			if m.Asset == part.Asset {
				evidence = m.evidence()
			}
		}
		first, judged := government.Policy{}.FirstBookingOf(event, part, evidence)
		if !judged {
			continue
		}
		for _, f := range government.BookingRules().Review(first, c).Findings {
			part := rule.Pointer("parts", number(i))
			f.Path = part + f.Path
			b.add(f, part)
			good = good && f.Severity != rule.Blocking
		}
	}
	return good
}

// toCost books how an asset leaves nominal amount.
func (b *builder) toCost(e Measured) {
	card, known := b.unit.Journal.Card(e.Asset)
	if !known {
		b.refuse(refusedEvent, gx("4.4.3"), "/asset", text(e.Asset+" 尚未入账。", e.Asset+" is not in the books."))
		return
	}
	payment, twice := accounting.FactsOf(e.Facts)
	if twice != "" {
		b.refuse(refusedEvent, nil, "/facts", text(twice+" 只列一次。", twice+" is named once only."))
		return
	}
	postings, err := government.Policy{}.ToCost(government.ToCost{
		ID: e.ID, On: e.On, Unit: b.books(), Asset: e.Asset, Detail: card.Detail, Ground: government.Ground(e.Ground), Cost: e.Cost,
		Months: int(e.Months.Or(0)), Use: e.Use, Facts: facts(b.unit.Inventory.Holder, payment), By: government.Method(e.By),
	})
	if err != nil {
		b.refuseErr("/cost", err)
		return
	}
	b.enter(postings, map[string]string{e.Asset: e.Reason}, "/asset")
}

// amortise books a month's amortisation over all assets, and what earlier months
// missed. Booked again, it books nothing.
func (b *builder) amortise(e Amortised) {
	h := b.unit.Inventory.Holder
	s := systemOf(h)
	own, twice := accounting.FactsOf(e.Facts)
	usage := map[string]int64{}
	for _, u := range e.Usage {
		usage[u.Asset] = u.Units.Or(0)
	}
	if twice != "" {
		b.refuse(refusedEvent, nil, "/facts", text(twice+" 只列一次。", twice+" is named once only."))
		return
	}
	for card := range b.unit.Journal.Cards() {
		if _, said := usage[card.Asset]; card.Terms.Units > 0 && !said && card.NotAmortised(e.month()).IsZero() {
			b.refuse(refusedEvent, nil, "/usage", text("缺 "+card.Asset+" 当月的工作量。", "the units that the month used of "+card.Asset+" are missing."))
			return
		}
	}
	run := accounting.Run{
		Table: s.events, Kind: s.amortised, Month: e.month(), Booked: e.On, Entity: entity(h), Facts: facts(h, own), Usage: usage,
		Material: e.Material.Or(false),
	}
	var p accounting.Proposal
	var err error
	if run.Entity == rule.Enterprise {
		p, err = enterprise.Amortise(b.unit.Journal, run, e.Served...)
	} else {
		p, err = b.unit.Journal.Propose(run)
	}
	if err != nil {
		b.refuseErr("/month", err)
		return
	}
	b.enter(p.Postings, nil, "/month")
}

// closeYear closes the books of a year, and its months that are open with them.
func (b *builder) closeYear(e YearClosed) {
	h, j := b.unit.Inventory.Holder, b.unit.Journal
	december := calendar.MustMonth(e.On.Year(), 12)
	switch {
	case e.On != december.Last():
		b.refuse(refusedEvent, nil, "/on", text("年末结账的日期为12月31日。", "a year is closed on 31 December."))
		return
	case !j.Closed().IsZero() && december.Compare(j.Closed()) <= 0:
		b.refuse(refusedEvent, nil, "/on", text(number(e.On.Year())+" 年已结账。", number(e.On.Year())+" is closed already."))
		return
	}
	postings, err := government.Closing{On: e.On, Entity: entity(h), Facts: facts(h, nil)}.Postings(j)
	if err != nil {
		b.refuseErr("/on", err)
		return
	}
	if !b.enter(postings, nil, "/on") {
		return
	}
	month := december
	if !j.Closed().IsZero() {
		month = j.Closed().Add(1)
	}
	for ; month.Compare(december) <= 0; month = month.Add(1) {
		if err := j.Close(j.Revision(), accounting.Period{Month: month, On: e.On, By: e.By}); err != nil {
			b.refuseErr("/on", err)
			return
		}
	}
}

// refuseBook turns an error of the books into a refusal of the event; false where
// it is none of theirs.
func (b *builder) refuseBook(path string, err error) bool {
	if r, ok := errors.AsType[*government.Refusal](err); ok {
		b.refuse(r.Rule, nil, b.member(r.Asset), text(r.Asset+"："+r.Why.ZH+"。", r.Asset+": "+r.Why.EN+"."))
		return true
	}
	if r, ok := errors.AsType[*accounting.EventError](err); ok {
		by := refusedEvent
		by.ID = orElse(r.Rule, by.ID)
		basis := r.Basis
		if len(basis) == 0 {
			basis = b.basisOf(r.Kind)
		}
		b.refuse(by, basis, path, text(r.Event+" 应有："+r.Want.ZH+"。", r.Event+": want "+r.Want.EN+"."))
		return true
	}
	r, ok := errors.AsType[*accounting.PostingError](err)
	switch {
	case ok && errors.Is(err, accounting.ErrConflict):
		b.refuse(refusedEvent, nil, path, text(r.Event+" 已用其他内容入账。", r.Event+" has been posted with another content."))
	case ok && errors.Is(err, accounting.ErrClosed): // forbidden by the closing, whatever is booked
		b.refuse(refusedEvent, nil, path, text(r.Event+" 应有："+r.Want.ZH+"。", r.Event+": want "+r.Want.EN+"."))
	case ok:
		b.refuse(refusedEvent, b.basisOf(b.posting[r.Event]), path, text(r.Event+" 应有："+r.Want.ZH+"。", r.Event+": want "+r.Want.EN+"."))
	}
	return ok
}

// basisOf is what a row of the table of the unit's system rests on; none where there
// is no such row.
func (b *builder) basisOf(kind rule.ID) []rule.Clause {
	row, _ := systemOf(b.unit.Inventory.Holder).events.Type(kind)
	return row.Basis
}
