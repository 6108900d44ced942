package pilot

import (
	"errors"
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// admit refuses an event that is incomplete, that names what the inventory does
// not have or one thing twice, whose id is taken, or that units of this kind do
// not have.
func (b *builder) admit(e Event) bool {
	if err := Events().Validate(e, record.Options{}).Err(); err != nil {
		b.refuseErr("", err)
		return false
	}
	return b.forUnit(e) && b.unused(e) && b.known(e)
}

// forUnit refuses what is not for this kind of unit.
func (b *builder) forUnit(e Event) bool {
	h := b.unit.Inventory.Holder
	why := rule.Text{}
	basis := gx("4.6.5")
	switch e := e.(type) {
	case Amortised:
		if h.System() == asset.GovernmentAccounting && len(e.Served) > 0 {
			why = text("对外服务的区分只适用于企业。", "only an enterprise tells service to others apart.")
		}
	case Measured:
		if h.System() != asset.GovernmentAccounting {
			why, basis = text("企业不适用名义金额转成本。", "an enterprise has no nominal amount to leave."), gx("4.4.5")
		}
	case YearClosed:
		if h.System() != asset.GovernmentAccounting {
			why, basis = text("企业的年末结账由企业账套办理。", "an enterprise closes its year in its own books."), gx("4.4.5")
		}
	case SurplusFound:
		if h.System() != asset.GovernmentAccounting {
			why, basis = text("企业不适用名义金额盘盈。", "an enterprise books no surplus at nominal amount."), gx("4.4.5")
		}
	case AccountOpened, Contracted, Billed, Received, Remitted, TaxPaid, RevenueBooked, Transferred:
		if h.Entity == rule.Enterprise {
			why = text("企业取得收入按企业备案事项填报。", "an enterprise reports what it receives as a matter.")
		} else if _, books := e.(RevenueBooked); books && h.System() != asset.GovernmentAccounting {
			why, basis = text("执行企业会计制度的单位按其账套逐笔入账。", "a unit that keeps enterprise accounts books its revenue by events of its own."), gx("4.6.2")
		}
	case Completed, Dealt:
		if h.Entity != rule.Enterprise {
			why = text("企业备案事项只适用于企业。", "only an enterprise reports such matters.")
		}
	case PlanFiled:
		return b.own(e.Plan.Unit, e.Plan.HolderKind, gx("3.2"))
	case SummarySent:
		return b.own(e.Summary.Unit, e.Summary.HolderKind, gx("5.1.2"))
	}
	if why.IsZero() {
		return true
	}
	b.refuse(refusedEvent, basis, "/event", why)
	return false
}

// own refuses a report of another unit, or of another kind of unit.
func (b *builder) own(unit string, kind rule.Entity, basis []rule.Clause) bool {
	h := b.unit.Inventory.Holder
	switch {
	case shortName(unit) != shortName(h.Name):
		b.refuse(refusedEvent, basis, "/unit", text("应为本单位："+h.Name+"。", "want the unit itself: "+h.Name+"."))
		return false
	case kind != h.Entity:
		b.refuse(refusedEvent, basis, "/holderKind", text("应与单位信息一致："+h.Entity.Title().ZH+"。", "want what the unit's record says: "+h.Entity.Title().EN+"."))
		return false
	}
	return true
}

// unused refuses an id that an event of the kind has had before.
func (b *builder) unused(e Event) bool {
	id, taken := "", false
	switch e := e.(type) {
	case SurplusFound:
		id, taken = e.ID, b.unit.Journal.Has(e.ID)
	case Booked:
		id, taken = e.ID, b.unit.Journal.Has(e.ID)
	case Measured:
		id, taken = e.ID, b.unit.Journal.Has(e.ID)
	case Opened:
		id, taken = e.ID, b.unit.Journal.Has(e.ID)
	case Corrected:
		id, taken = e.ID, b.unit.Journal.Has(e.ID)
	case Contracted:
		id, taken = e.Row.ID, b.row(e.Row.ID) >= 0 || b.unit.Journal.Has(e.Row.ID)
	case Secured:
		id, taken = e.Guarantee.Number, slices.ContainsFunc(b.unit.Guarantees, func(g authorization.Guarantee) bool { return g.Number == e.Guarantee.Number })
	case Received:
		id, taken = e.Row.ID, b.row(e.Row.ID) < 0 && b.unit.Journal.Has(e.Row.ID)
	case Completed:
		id = e.Matter.ID
		taken = slices.ContainsFunc(b.unit.Matters, func(m revenue.Matter) bool { return m.ID == id })
	}
	if taken {
		b.refuse(refusedEvent, nil, idMember(e), text("编号 "+id+" 已用过。", "the id "+id+" has been used."))
	}
	return !taken
}

// idMember is the member that holds the id of an event.
func idMember(e Event) string {
	if _, ok := e.(Secured); ok {
		return "/number"
	}
	return "/id"
}

// known refuses assets that the inventory does not have, and an asset named
// twice.
func (b *builder) known(e Event) bool {
	good := true
	seen := map[string]bool{}
	for _, n := range named(e) {
		if _, ok := b.resource(n.id); !ok {
			b.refuse(refusedEvent, nil, n.path, text("摸底清单中没有 "+n.id+"。", "the inventory has no "+n.id+"."))
			good = false
		} else if seen[n.id] {
			b.refuse(refusedEvent, nil, n.path, text(n.id+" 只能列一次。", n.id+" is named once only."))
			good = false
		}
		seen[n.id] = true
	}
	return good
}

// name is an asset that an event names, and where.
type name struct{ path, id string }

func named(e Event) []name {
	switch e := e.(type) {
	case Listed:
		return names(e.Assets)
	case Changed:
		return []name{{"/asset", e.Asset}}
	case Retired:
		return []name{{"/asset", e.Asset}}
	case SurplusFound:
		all := make([]name, len(e.Items))
		for i, item := range e.Items {
			all[i] = name{rule.Pointer("items", number(i), "asset"), item.Asset}
		}
		return all
	case Measured:
		return []name{{"/asset", e.Asset}}
	case Amortised:
		all := make([]name, len(e.Usage))
		for i, u := range e.Usage {
			all[i] = name{rule.Pointer("usage", number(i), "asset"), u.Asset}
		}
		for i, id := range e.Served {
			all = append(all, name{rule.Pointer("served", number(i)), id})
		}
		return all
	case Step:
		return names(e.Assets)
	case Authorised:
		return e.named()
	case Supplied:
		return append(names(e.Assets), linesNamed("/application/assets", e.Application.Assets)...)
	case Secured:
		return names(e.Guarantee.Assets)
	case Contracted:
		return names(e.Row.Assets)
	case Received:
		return names(e.Row.Assets)
	case Dealt:
		return []name{{"/asset", e.Deal.Asset}}
	case Completed:
		return names(e.Matter.Assets)
	}
	return nil
}

func names(ids []string) []name {
	all := make([]name, len(ids))
	for i, id := range ids {
		all[i] = name{rule.Pointer("assets", number(i)), id}
	}
	return all
}

// refuse records that an event changed nothing, and why.
func (b *builder) refuse(r rule.Rule, basis []rule.Clause, path string, why rule.Text) {
	if len(basis) == 0 {
		basis = r.Basis
	}
	b.add(rule.Finding{
		Rule: r.ID, Title: r.Title, Severity: r.Severity, Path: path, Message: why, Basis: basis,
		Fix: text("该事项未生效，请更正后重新提交。", "The event had no effect; correct it and enter it again."),
	}, path)
}

// place is a finding of the report and the member of the event that it is about.
type place struct {
	finding int
	member  string
}

// add records a finding about the event at hand. Its path may lie in another
// record, the row of the ledger; member is where the event is at fault.
func (b *builder) add(f rule.Finding, member string) {
	f.Source = b.source
	before := len(b.report.Findings)
	b.report.Add(f)
	if len(b.report.Findings) > before { // else it was over the limit and counted
		b.places = append(b.places, place{before, member})
	}
}

// member is where the event at hand names an asset.
func (b *builder) member(id string) string {
	for _, n := range b.names {
		if n.id == id {
			return n.path
		}
	}
	return ""
}

// locate gives the findings about an event their columns, where it was read from
// a text.
func (b *builder) locate(e Recorded) {
	if e.Text != "" {
		members := make([]string, len(b.places))
		for i, p := range b.places {
			members[i] = p.member
		}
		for i, s := range record.Locate([]byte(e.Text), record.Options{File: e.Source.File, Line: e.Source.Line}, members...) {
			b.report.Findings[b.places[i].finding].Source = s
		}
	}
	b.places = b.places[:0]
}

// refuseErr turns an error of a package below into a refusal of the event. path
// is the member that is at fault, where the error does not say.
func (b *builder) refuseErr(path string, err error) {
	if r, ok := errors.AsType[*rule.ReportError](err); ok {
		for _, f := range r.Report.Findings {
			if len(f.Basis) == 0 {
				f.Basis = refusedEvent.Basis
			}
			b.add(f, path+f.Path)
		}
		return
	}
	if r, ok := errors.AsType[*rule.Refusal](err); ok {
		b.refuse(rule.Rule{ID: orElse(r.Rule, refusedEvent.ID), Title: refusedEvent.Title, Severity: rule.Blocking, Basis: refusedEvent.Basis}, r.Basis, path, text(r.Why.ZH+"。", r.Why.EN+"."))
		return
	}
	if b.refuseBook(path, err) || b.refuseRevenue(path, err) {
		return
	}
	if r, ok := errors.AsType[*ledger.ChangeError](err); ok {
		b.refuse(refusedEvent, nil, path, text(r.ID+" 应为："+r.Want.ZH+"。", r.ID+": want "+r.Want.EN+"."))
		return
	}
	if r, ok := errors.AsType[*record.FieldError](err); ok {
		b.refuse(refusedEvent, nil, path, text(r.Field+" 应为："+r.Want.ZH+"。", r.Field+": want "+r.Want.EN+"."))
		return
	}
	b.refuse(refusedEvent, nil, path, text("未能生效（"+err.Error()+"）。", "it could not take effect ("+err.Error()+")."))
}

func notListed(id string) rule.Text { return text(id+" 不在台账。", id+" is not in the ledger.") }

func orElse(id, other rule.ID) rule.ID {
	if id == "" {
		return other
	}
	return id
}
