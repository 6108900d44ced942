package pilot

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/trade"
)

// Reviewer carries the choices of a review. The zero Reviewer reviews by the
// Guangxi plan, the calendars of Guangxi and the nation, and every package's
// defaults.
type Reviewer struct {
	Plan        Plan
	Calendar    *calendar.Calendar // of the addressees
	National    *calendar.Calendar // shown beside it
	Asset       asset.Policy
	Revenue     revenue.Policy // its Calendar (P14) counts every term of the review
	Ledger      ledger.Reviewer
	Reconciling rule.Set[Reconciled] // the zero Set is ReconcileRules

	Policy Policy
}

// Result is one unit on one day.
type Result struct {
	At             calendar.Date
	Holder         asset.Holder
	Assessments    []asset.Assessment
	Ledger         ledger.View
	Registrations  []registry.Registration
	Authorizations []authorization.Authorization
	Postings       []accounting.Posting
	Balances       []accounting.Balance
	Account        revenue.Account // 收入四栏账, as it stands on the day
	Disclosures    Disclosures
	Obligations    []Obligation
	Totals         Totals
	Clauses        []ClauseOutcome
	Report         rule.Report

	unit      Unit           // what was reviewed
	catalogue rule.Catalogue // of the plan and all packages
}

// Totals is the unit in figures.
type Totals struct {
	Resources  int           `json:"resources"`         // in the inventory
	Assets     int           `json:"assets"`            // recognised by management (GX-4.1.2) and there on the day
	Unknown    int           `json:"unknown"`           // not settled
	Ledger     ledger.Totals `json:"ledger"`            //
	Authorised int           `json:"authorised"`        // assets under a grant in force
	Received   money.Amount  `json:"received,omitzero"` // tax included; absent where nothing was
	Late       int           `json:"late"`              // obligations done late or overdue
	Revenue    RevenueTotals `json:"revenue,omitzero"`  // of the account; absent for an enterprise
	Books      BookTotals    `json:"books,omitzero"`    //
}

// BookTotals is what the unit's data assets stand at in the financial book, from
// the journal. Absent where nothing was ever booked.
type BookTotals struct {
	Cost      money.Amount `json:"cost,omitzero"`
	Amortised money.Amount `json:"amortised,omitzero"`
	Impaired  money.Amount `json:"impaired,omitzero"`
	Carrying  money.Amount `json:"carrying,omitzero"`
}

// Review reviews a unit on a day by the zero [Reviewer]. An error is about the
// call: no day.
func Review(u Unit, at calendar.Date) (Result, error) { return Reviewer{}.Review(u, at) }

// review is one review under way.
type review struct {
	Reviewer
	plan   Plan
	unit   Unit
	at     calendar.Date
	lines  []Reconciled
	line   map[string]*Reconciled // of lines, by asset
	place  map[string]int         // of each resource in the inventory
	listed []asset.Resource       // of the inventory, each as the ledger has it
	done   map[occasionOf]calendar.Date
	held   []held // records that can settle a clause, once asked for
	result Result
}

// Review reviews a unit on a day.
func (v Reviewer) Review(u Unit, at calendar.Date) (Result, error) {
	if at.IsZero() {
		return Result{}, &rule.ValueError{Want: "the day of the review"}
	}
	if err := v.fill(); err != nil {
		return Result{}, err
	}
	r := &review{Reviewer: v, plan: v.Plan, unit: u, at: at, place: places(u.Inventory), result: Result{At: at, Holder: u.Inventory.Holder, unit: u}}
	if u.Ledger == nil {
		r.unit.Ledger = ledger.New()
	}
	for _, step := range []func() error{r.assess, r.books, r.account, r.reconcile, r.authorisations, r.yearEnds, r.disclose, r.obligations, r.totals} {
		if err := step(); err != nil {
			return Result{}, err
		}
	}
	r.result.unit = r.unit
	c := u.Inventory.Holder.Context()
	c.At = at
	r.result.Report.Merge(r.plan.Rules.Review(Reviewed{r.unit, r.result}, c))
	r.clauses()
	r.result.Report.Sort()
	return r.result, nil
}

// fill puts the defaults where nothing was chosen.
func (v *Reviewer) fill() error {
	if v.Plan.Document == "" {
		v.Plan = Guangxi()
	} else if err := v.Plan.Check(); err != nil {
		return err
	}
	var err error
	if v.National == nil {
		if v.National, err = calendar.China(calendar.National); err != nil {
			return err
		}
	}
	if v.Calendar == nil {
		v.Calendar, err = v.Plan.Calendar.Open()
	}
	if v.Revenue.Duties == nil {
		v.Revenue.Duties = append([]rule.Duty{}, v.Plan.Filings...) // not nil: a plan may ask for none
	}
	return err
}

// assess answers which resources are assets, and whether all of them are
// managed.
func (r *review) assess() error {
	v := r.unit.Inventory
	report := v.Review(r.Asset, r.at)
	r.result.Ledger = r.unit.Ledger.AsOf(r.at)
	known := r.asListed(v)
	r.listed = known.Resources
	if report.Err() == nil {
		var err error
		if r.result.Assessments, err = known.Recognize(r.Asset, r.at); err != nil {
			return err
		}
	}
	for i := range report.Findings {
		report.Findings[i].Source = rule.Source{} // rows of the inventory, not lines of a file
	}
	r.result.Report.Merge(report)
	if r.dutyPassed(DutyLedger) {
		r.result.Report.Merge(asset.LeftOut(r.result.Assessments, r.result.Ledger.Known))
	}
	if h := v.Holder; !r.plan.names(h.Name) && h.Parent == "" {
		r.result.Report.Add(rule.Finding{
			Rule: namedUnit.ID, Title: namedUnit.Title, Severity: namedUnit.Severity, Path: "/name", Value: h.Name, Basis: namedUnit.Basis,
			Message: text(h.Name+" 不在方案列名的单位中。", h.Name+" is not among the units that the plan names."),
		})
	}
	return nil
}

// asListed is the inventory with each resource as the ledger has it: what was
// found out since the sweep stands there.
func (r *review) asListed(v asset.Inventory) asset.Inventory {
	v.Resources = slices.Clone(v.Resources)
	for i := range v.Resources {
		if row, held := r.result.Ledger.Row(v.Resources[i].ID); held {
			v.Resources[i] = row.Resource
		}
	}
	return v
}

// dutyPassed reports whether a fixed duty's day has come, or it was done.
func (r *review) dutyPassed(id rule.ID) bool {
	for _, d := range r.unit.Done {
		if d.Duty == id && !d.On.After(r.at) {
			return true
		}
	}
	for _, d := range r.plan.duties() {
		if d.ID == id {
			due, err := r.Calendar.Due(calendar.Date{}, d.Term)
			return err == nil && r.at.After(due.Date)
		}
	}
	return true
}

// names reports whether the plan names a unit, by its full or its short name.
func (p Plan) names(unit string) bool {
	return p.Names(unit) || p.Names(shortName(unit))
}

// shortName is a region unit's name as the plan writes it.
func shortName(unit string) string {
	return strings.Replace(unit, "广西壮族自治区", "自治区", 1)
}

// books reviews the ledger and reads off registrations and journal.
func (r *review) books() error {
	c := r.unit.Inventory.Holder.Context()
	c.At = r.at
	r.result.Report.Merge(r.Ledger.Review(r.result.Ledger, c))
	r.result.Registrations = slices.Clone(r.unit.Registrations)
	if r.unit.Journal == nil {
		return nil
	}
	for p := range r.unit.Journal.Postings() {
		if !p.On.After(r.at) {
			r.result.Postings = append(r.result.Postings, p)
		}
	}
	var err error
	r.result.Balances, err = r.unit.Journal.TrialBalance(systemOf(r.unit.Inventory.Holder).events.Chart(), r.at)
	return err
}

// reconcile sets the records against each other.
func (r *review) reconcile() error {
	found, err := r.Reconcile(r.unit, r.at)
	r.lines, r.line = found.Assets, make(map[string]*Reconciled, len(found.Assets))
	for i := range r.lines {
		r.line[r.lines[i].Asset] = &r.lines[i]
	}
	r.result.Report.Merge(found.Report)
	return err
}

func (r *review) totals() error {
	t := &r.result.Totals
	for _, x := range r.unit.Inventory.Resources {
		if !x.AvailableOn.After(r.at) {
			t.Resources++
		}
	}
	for _, a := range r.result.Assessments {
		switch a.Management.State {
		case rule.Met:
			if line := r.line[a.Resource]; line == nil || line.Row == nil || line.Held() {
				t.Assets++
			}
		case rule.Unknown:
			t.Unknown++
		}
	}
	var err error
	if t.Ledger, err = r.result.Ledger.Totals(); err != nil {
		r.tooMuch("/ledger")
	}
	for row := range r.result.Ledger.Rows() {
		if row.Mode != "" && !row.AuthorisedFrom.After(r.at) && !r.at.After(row.AuthorisedTo) {
			t.Authorised++
		}
	}
	r.received()
	r.earned()
	if t.Books, err = r.booked(); err != nil {
		r.tooMuch("/vouchers")
	}
	for _, o := range r.result.Obligations {
		if !o.Advice && o.Standing.IsLate() {
			t.Late++
		}
	}
	return nil
}

// tooMuch finds that amounts cannot be added up; their total stays absent.
func (r *review) tooMuch(path string) {
	r.result.Report.Add(rule.Finding{
		Rule: sumsFit.ID, Title: sumsFit.Title, Severity: sumsFit.Severity, Basis: sumsFit.Basis, Path: path,
		Message: text("金额合计超过15位整数，未计合计。", "the amounts sum to more than 15 integer digits; there is no total."),
		Fix:     text("请核对金额。", "Check the amounts."),
	})
}

// Catalogue merges what the packages below and the plan carry.
func Catalogue(p Plan) rule.Catalogue {
	cards, grants, earned, own := registry.Catalogue(), authorization.Catalogue(), revenue.Catalogue(), p.Catalogue()
	earned.Duties = append(slices.Clone(p.Filings), revenue.Remittance())
	own.Duties = slices.DeleteFunc(own.Duties, func(d rule.Duty) bool { // advice that a package carries
		return slices.ContainsFunc(append(cards.Duties, grants.Duties...), func(c rule.Duty) bool { return c.ID == d.ID })
	})
	return rule.Merge(asset.Catalogue(), ledger.Catalogue(), cards, accounting.Catalogue(), government.Catalogue(), enterprise.Catalogue(),
		grants, trade.Catalogue(), earned, own, recordItems())
}

// recordItems is the fields of the event records and of the reports.
func recordItems() rule.Catalogue {
	var c rule.Catalogue
	for _, a := range Events().Definition().Alternatives {
		if !slices.Contains(ofAccount, a.Code) && a.Code != "guarantee" && a.Code != "plan" && a.Code != "summary" { // their fields are those of revenue, authorization and the reports
			c.Items = append(c.Items, a.Definition.Items()...)
		}
	}
	for _, d := range reportDefinitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	return c
}

func number(n int) string { return strconv.Itoa(n) }
