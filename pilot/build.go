package pilot

import (
	"io"
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// Recorded is an event and where it was read from.
type Recorded struct {
	Event  Event
	Source rule.Source
	Text   string // of its line; "": findings name the line and no column
}

// ReadEvents reads a unit's events from JSON Lines, a file of that name. Findings
// of an event leave it out of the list; an error is about the call.
func ReadEvents(r io.Reader, file string) ([]Recorded, rule.Report, error) {
	var all []Recorded
	var report rule.Report
	if r == nil {
		return nil, report, notOpen(file)
	}
	lines := record.ReadLines(r, Events().Read, record.Options{File: file})
	for v, found := range lines.All() {
		report.Merge(found)
		if found.Err() == nil {
			all = append(all, Recorded{v, rule.Source{File: file, Line: lines.Line()}, string(lines.Text())})
		}
	}
	return all, report, lines.Err()
}

// Builder carries the choices of building a unit. The zero Builder takes every
// package's defaults.
type Builder struct {
	Authorization authorization.Policy // P18, P25, P26
}

// Build builds a unit by the zero [Builder].
func Build(v asset.Inventory, events []Recorded, upTo calendar.Date) (Unit, rule.Report) {
	return Builder{}.Build(v, events, upTo)
}

// Build makes the unit of an inventory and what it did up to a day, the day
// included: ledger, registrations, authorisations, books. No day is before every
// event. Events are applied in their order; one that a rule refuses changes nothing
// and becomes a finding.
func (c Builder) Build(v asset.Inventory, events []Recorded, upTo calendar.Date) (Unit, rule.Report) {
	b := &builder{
		choices: c,
		unit:    Unit{Inventory: v, Ledger: ledger.New(), Journal: accounting.NewJournal(), Booked: map[string][]Booking{}, Stated: map[string]map[string]rule.Source{}},
		rows:    map[string]int{}, byHand: map[string]bool{},
		surplus:  map[string]government.Surplus{},
		register: map[filed]registry.Registration{},
		place:    places(v),
	}
	b.unit.Account.Holder.Taxation.Thresholds = []revenue.Threshold{} // tax is booked as money comes in, unless the unit says otherwise
	for _, e := range events {
		if Events().Code(e.Event) != "" && e.Event.day().After(upTo) {
			continue // what is no event at all is refused
		}
		b.source, b.text = e.Source, e.Text
		b.apply(e.Event)
		b.locate(e)
	}
	b.unit.Registrations = b.registrations()
	return b.unit, b.report
}

// builder is one unit being built.
type builder struct {
	choices  Builder
	unit     Unit
	report   rule.Report
	source   rule.Source
	place    map[string]int // of each resource in the inventory
	names    []name         // the assets of the event at hand
	places   []place        // of what it was refused for
	surplus  map[string]government.Surplus
	register map[filed]registry.Registration
	order    []filed            // registrations in the order of their first step
	text     string             // of its line
	rows     map[string]int     // of the account, by id
	byHand   map[string]bool    // rows and matters that an event of its own books
	posting  map[string]rule.ID // kinds of the events being booked, by their ids
}

// places is where each resource stands in an inventory: of an id twice, the first.
func places(v asset.Inventory) map[string]int {
	all := make(map[string]int, len(v.Resources))
	for i := range v.Resources {
		if _, twice := all[v.Resources[i].ID]; !twice {
			all[v.Resources[i].ID] = i
		}
	}
	return all
}

// resource returns a resource of the inventory.
func (b *builder) resource(id string) (asset.Resource, bool) {
	i, known := b.place[id]
	if !known {
		return asset.Resource{}, false
	}
	return b.unit.Inventory.Resources[i], true
}

func (b *builder) apply(e Event) {
	b.names = named(e)
	if !b.admit(e) {
		return
	}
	switch e := e.(type) {
	case Fulfilled:
		b.unit.Done = append(b.unit.Done, Done{e.Duty, e.Subject, e.On, e.Note})
	case Listed:
		b.list(e)
	case Changed:
		b.change(e)
	case Retired:
		b.commit("/asset", ledger.Retire{On: e.On, ID: e.Asset, Cause: e.Cause, Reason: e.Reason})
	case SurplusFound:
		b.surplusFound(e)
	case SurplusApproved:
		b.surplusApproved(e)
	case Booked:
		b.book(e)
	case Measured:
		b.toCost(e)
	case Amortised:
		b.amortise(e)
	case Opened:
		b.open(e)
	case Corrected:
		b.correct(e)
	case Stocktaken:
		b.unit.Stocktakes = append(b.unit.Stocktakes, Stocktake{e.On, e.Agrees.Or(false), e.Note})
	case YearClosed:
		b.closeYear(e)
	case Step:
		b.step(e)
	case Authorised:
		b.authorise(e)
	case Supplied:
		b.supply(e)
	case AccountOpened:
		b.openAccount(e)
	case Contracted:
		b.openRow(e.Row, "signedOn", "dueOn", "due", "retention", "document", "used", "termFrom", "months", "contractPrice", "ceiling", "appraised")
	case Billed:
		b.bill(e)
	case Secured:
		b.secure(e)
	case Received:
		b.receive(e)
	case Remitted:
		b.remit(e)
	case TaxPaid:
		b.payTax(e)
	case RevenueBooked:
		b.bookRevenue(e)
	case Transferred:
		b.unit.Account.Transfers = append(b.unit.Account.Transfers, revenue.Transfer{From: e.From, To: e.To, On: e.On, Amount: e.Amount, Budget: e.Budget.Or(false)})
	case Dealt:
		b.deal(e)
	case Completed:
		e.Matter.Assets = slices.Clone(e.Matter.Assets)
		b.unit.Matters = append(b.unit.Matters, e.Matter)
	case PlanFiled:
		b.unit.Plans = append(b.unit.Plans, e.Plan)
		b.unit.Done = append(b.unit.Done, Done{Duty: DutyPlan, On: e.Plan.On})
	case SummarySent:
		b.unit.Summaries = append(b.unit.Summaries, e.Summary)
		b.unit.Done = append(b.unit.Done, Done{Duty: DutyCompletion, On: e.Summary.CompletedOn}, Done{Duty: DutySummary, On: e.Summary.On})
	}
}

// commit makes changes of the ledger, all or none. path is the member of the
// event that names the rows.
func (b *builder) commit(path string, changes ...ledger.Change) bool {
	if err := b.unit.Ledger.Apply(b.unit.Ledger.Revision(), changes...); err != nil {
		b.refuseErr(path, err)
		return false
	}
	return true
}

// update makes a change of one row, unless a rule of the ledger blocks it.
func (b *builder) update(on calendar.Date, id, why string, change func(*ledger.Row)) (ledger.Update, bool) {
	row, ok := b.unit.Ledger.Now().Row(id)
	if !ok {
		b.refuse(refusedEvent, nil, b.member(id), notListed(id))
		return ledger.Update{}, false
	}
	change(&row)
	if row.ID() != id {
		b.refuse(refusedEvent, nil, "/set", text("编号 "+id+" 不得改为 "+row.ID()+"。", "the id "+id+" cannot become "+row.ID()+"."))
		return ledger.Update{}, false
	}
	return ledger.Update{On: on, Reason: why, Row: row}, b.lawful(row, on)
}

// lawful asks the rules of the ledger about a row; what blocks becomes findings.
func (b *builder) lawful(row ledger.Row, on calendar.Date) bool {
	c := b.unit.Inventory.Holder.Context()
	c.At = on
	good := true
	for _, f := range ledger.Rules().Review(&row, c).Findings {
		if f.Severity == rule.Blocking {
			b.add(f, b.member(row.ID()))
			good = false
		}
	}
	return good
}

func (b *builder) list(e Listed) {
	var changes []ledger.Change
	for i, id := range e.Assets {
		r, _ := b.resource(id)
		if !b.confirmed(r, e.On, rule.Pointer("assets", number(i))) {
			return
		}
		changes = append(changes, ledger.Add{On: e.On, Row: ledger.Row{
			Resource: r, RecordedOn: e.On, Registered: ledger.NotRegistered, Booking: asset.NotBooked,
			Department: b.unit.Inventory.Holder.Department, Contact: b.unit.Inventory.Holder.Contact,
		}})
	}
	b.commit("/assets", changes...)
}

// confirmed refuses what is no data asset: the ledger is that of confirmed ones
// (GX-4.2.1). What is not settled may be listed.
func (b *builder) confirmed(r asset.Resource, on calendar.Date, path string) bool {
	a, err := b.recognize(r, on)
	if err != nil {
		return true // the inventory's own findings say what is wrong with it
	}
	for _, c := range a.Management.Criteria {
		if c.State == rule.NotMet {
			b.refuse(refusedEvent, append(gx("4.2.1"), c.Basis...), path, text(
				r.ID+" 未确认为数据资产（"+c.Title.ZH+"："+c.Why.ZH+"），不列入台账。",
				r.ID+" is no data asset ("+c.Title.EN+": "+c.Why.EN+") and is not entered in the ledger."))
			return false
		}
	}
	return true
}

// unmeasured refuses a nominal amount for what has another way into the books
// (GX-4.4.2).
func (b *builder) unmeasured(id string, on calendar.Date, path string) bool {
	row, listed := b.unit.Ledger.Now().Row(id)
	if !listed {
		return true // refused for that
	}
	a, err := b.recognize(row.Resource, on)
	if err != nil || a.Route == asset.RouteNominal {
		return true
	}
	b.refuse(refusedEvent, append(gx("4.4.2"), a.RouteBasis...), path, text(
		id+" 不按名义金额入账："+a.RouteWhy.ZH+"。", id+" is not booked at nominal amount: "+a.RouteWhy.EN+"."))
	return false
}

func (b *builder) recognize(r asset.Resource, on calendar.Date) (asset.Assessment, error) {
	return asset.Policy{Accounts: b.unit.Inventory.Holder.System()}.Recognize(r, on)
}

func (b *builder) change(e Changed) {
	good := true
	update, ok := b.update(e.On, e.Asset, e.Reason, func(row *ledger.Row) {
		for i, f := range e.Set {
			if err := ledger.Table().Set(row, f.Field, f.Value); err != nil {
				b.refuseErr(rule.Pointer("set", number(i), "value"), err)
				good = false
			}
		}
	})
	if good && ok {
		b.commit("/asset", update)
	}
}

func (b *builder) surplusFound(e SurplusFound) {
	s := government.Surplus{ID: e.ID, On: e.On, Unit: b.books()}
	why := map[string]string{}
	for _, i := range e.Items {
		why[i.Asset] = i.Reason
		s.Items = append(s.Items, government.Item{Asset: i.Asset, Detail: i.Detail, Why: government.Statements{
			NoVoucher: i.NoVoucher, NoAppraisal: i.NoAppraisal, NoReplacement: i.NoReplacement, Reason: i.Reason,
		}})
	}
	posting, err := government.Policy{}.Found(s)
	if err != nil {
		b.refuseErr("/items", err)
		return
	}
	for i, item := range s.Items {
		if !b.unmeasured(item.Asset, e.On, rule.Pointer("items", number(i), "asset")) {
			return
		}
		if row, _ := b.unit.Ledger.Now().Row(item.Asset); row.Booking == asset.BookedNominal || row.Booking == asset.BookedCost {
			b.refuse(refusedEvent, gx("4.4.4"), rule.Pointer("items", number(i), "asset"), text(
				item.Asset+" 已入账（"+row.Voucher+"），不得重复入账。", item.Asset+" is in the books already ("+row.Voucher+") and is not booked twice."))
			return
		}
	}
	if b.enter([]accounting.Posting{posting}, why, "/items") {
		b.surplus[e.ID] = s
	}
}

func (b *builder) surplusApproved(e SurplusApproved) {
	s, ok := b.surplus[e.Surplus]
	if !ok {
		b.refuse(refusedEvent, nil, "/surplus", text("没有编号为 "+e.Surplus+" 的盘盈。", "there is no surplus "+e.Surplus+"."))
		return
	}
	if h := b.unit.Inventory.Holder; h.Approver != "" && h.Approver != h.Name && e.Body != h.Approver {
		b.add(rule.Finding{
			Rule: declaredApprover.ID, Title: declaredApprover.Title, Severity: declaredApprover.Severity, Basis: declaredApprover.Basis,
			Path: "/body", Value: e.Body, Message: text("批准机关是"+e.Body+"，单位信息所列为"+h.Approver+"。", "it was approved by "+e.Body+"; the unit names "+h.Approver+"."),
			Fix: text("请核对批复和单位信息。", "Check the decision and the unit's record."),
		}, "/body")
	}
	postings, err := government.Policy{}.Approved(s, accounting.Approval{Body: e.Body, On: e.On, Number: e.Number})
	if err != nil {
		b.refuseErr("/on", err)
		return
	}
	b.enter(postings, nil, "")
}

func (b *builder) post(postings ...accounting.Posting) bool {
	if err := b.unit.Journal.Post(b.unit.Journal.Revision(), postings...); err != nil {
		b.refuseErr("", err)
		return false
	}
	return true
}
