package conformance

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

type bookingInput struct {
	Entity   rule.Entity       `json:"entity"`
	Facts    map[string]string `json:"facts"`  // of the unit, for amortisation and closing
	Events   []json.RawMessage `json:"events"` // accounting events; or {"amortise": month}, {"closeYear": year}, {"alone": event}
	Purpose  *purposeInput     `json:"purpose"`
	YearEnd  *yearEndInput     `json:"yearEnd"`
	Notes    *notesInput       `json:"notes"`
	Disclose *discloseInput    `json:"disclose"`
	Untested *untestedInput    `json:"untested"`
}

type purposeInput struct {
	Asset    string        `json:"asset"`
	On       calendar.Date `json:"on"`
	Decision string        `json:"decision"`
}

type yearEndInput struct {
	Year       int           `json:"year"`
	Stocktaken calendar.Date `json:"stocktaken"`
	Assessed   calendar.Date `json:"assessed"`
}

type notesInput struct {
	Year  int              `json:"year"`
	About map[string]about `json:"about"`
}

type about struct {
	Name     string `json:"name"`
	Category string `json:"category"`
	Reason   string `json:"reason"`
	Ground   string `json:"ground"`
}

type discloseInput struct {
	From    calendar.Date   `json:"from"`
	To      calendar.Date   `json:"to"`
	Written json.RawMessage `json:"written"`
}

type untestedInput struct {
	Year   int      `json:"year"`
	Tested []string `json:"tested"`
}

// special is an entry of the events that is no single event.
type special struct {
	Amortise  calendar.Month `json:"amortise"`
	Served    []string       `json:"served"`
	CloseYear int            `json:"closeYear"`

	Alone json.RawMessage `json:"alone"` // an event without the vouchers that follow from it
}

func table(e rule.Entity) *accounting.Table {
	if e == rule.Enterprise {
		return enterprise.Events()
	}
	return government.Events()
}

// post books one event and what follows from it.
func post(j *accounting.Journal, t *accounting.Table, b []byte, by rule.Entity) error {
	return enterEvent(j, t, b, by, t.Chain)
}

func enterEvent(j *accounting.Journal, t *accounting.Table, b []byte, by rule.Entity, postings func(accounting.Event) ([]accounting.Posting, error)) error {
	r, err := read(accounting.EventRecords(t), b)
	if err != nil {
		return err
	}
	e, err := r.Event(by)
	if err != nil {
		return err
	}
	all, err := postings(e)
	if err != nil {
		return err
	}
	return j.Post(j.Revision(), all...)
}

// enter books one entry of a case.
func (in bookingInput) enter(j *accounting.Journal, b []byte) error {
	var s special
	if strict(b, &s) != nil {
		return post(j, table(in.Entity), b, in.Entity)
	}
	if s.CloseYear > 0 {
		return in.close(j, s.CloseYear)
	}
	if s.Alone != nil {
		t := table(in.Entity)
		return enterEvent(j, t, s.Alone, in.Entity, func(e accounting.Event) ([]accounting.Posting, error) {
			p, err := t.Post(e)
			return []accounting.Posting{p}, err
		})
	}
	run := accounting.Run{Table: table(in.Entity), Kind: government.Amortised, Month: s.Amortise, Booked: s.Amortise.Last(), Entity: in.Entity, Facts: in.Facts}
	var p accounting.Proposal
	var err error
	if in.Entity == rule.Enterprise {
		run.Kind = "enterprise.amortised"
		p, err = enterprise.Amortise(j, run, s.Served...)
	} else {
		p, err = j.Propose(run)
	}
	if err != nil {
		return err
	}
	return j.Post(j.Revision(), p.Postings...)
}

func (in bookingInput) close(j *accounting.Journal, year int) error {
	if in.Entity == rule.Enterprise {
		p, err := enterprise.CloseYear(j, year)
		if err != nil {
			return err
		}
		return j.Post(j.Revision(), p)
	}
	all, err := government.Closing{On: calendar.MustDate(year, 12, 31), Entity: in.Entity, Facts: in.Facts}.Postings(j)
	if err != nil {
		return err
	}
	return j.Post(j.Revision(), all...)
}

// askBooking books events and asks what the books come to. An event that a rule
// refuses fires it and is the last.
func askBooking(c Case, in bookingInput, choose *chooser, a *answer) error {
	j := accounting.NewJournal()
	if in.Entity == rule.Enterprise {
		a.askOnly("enterprise.appraisal-not-booked", "enterprise.writing-up", "enterprise.impairment-not-reversed", "enterprise.research-not-capitalised",
			"enterprise.expensed-not-written-back", "enterprise.five-conditions", "enterprise.no-revenue-based-amortisation", "enterprise.residual-value")
	}
	for i, b := range in.Events {
		before := j.Revision()
		err := in.enter(j, b)
		if err == nil {
			a.values["last"] = vouchers(j, before)
			continue
		}
		if i < len(in.Events)-1 || !a.refused(err) {
			return fmt.Errorf("events/%d: %w", i, err)
		}
	}
	if err := a.standing(j, table(in.Entity).Chart(), c.At); err != nil {
		return err
	}
	for _, ask := range []func(*accounting.Journal, *answer) error{in.purpose(choose), in.yearEnd, in.notes, in.disclose} {
		if err := ask(j, a); err != nil {
			return err
		}
	}
	if in.Untested != nil {
		a.askOnly("enterprise.indefinite-tested-yearly", "enterprise.unready-tested-yearly")
		a.report(enterprise.Untested(j, in.Untested.Year, in.Untested.Tested))
	}
	return nil
}

// refused notes that a booking was refused, and by which rule.
func (a *answer) refused(err error) bool {
	var event *accounting.EventError
	var public *government.Refusal
	var private *enterprise.Refusal
	switch {
	case errors.As(err, &public):
		a.refuse(public.Rule.ID, public.Why, public.Rule.Basis)
	case errors.As(err, &private):
		a.refuse(private.Rule.ID, private.Why, private.Rule.Basis)
	case errors.As(err, &event):
		if event.Rule != "" {
			a.refuse(event.Rule, event.Want, event.Basis)
		}
	default:
		return false
	}
	a.values["refused"] = true
	return true
}

// vouchers writes what was posted from a revision on, one voucher a line: date,
// book, lines.
func vouchers(j *accounting.Journal, from int) []string {
	var all []accounting.Posting
	n := 0
	for p := range j.Postings() {
		if n++; n > from {
			all = append(all, p)
		}
	}
	return voucherLines(all)
}

func voucherLines(all []accounting.Posting) []string {
	lines := []string{}
	for _, p := range all {
		for _, v := range p.Vouchers {
			e := v.Entry()
			lines = append(lines, e.Date.String()+" "+string(e.Book)+" "+e.Brief())
		}
	}
	return lines
}

// standing is the books on a day, or after everything.
func (a *answer) standing(j *accounting.Journal, chart *accounting.Chart, at calendar.Date) error {
	a.values["vouchers"] = vouchers(j, 0)
	cards := map[string]any{}
	for c := range j.Cards() {
		cards[c.Asset] = map[string]any{"cost": c.Cost, "amortised": c.Amortised, "impaired": c.Impaired, "carrying": c.Carrying(), "state": c.State}
	}
	a.values["cards"] = cards
	if at.IsZero() {
		at = calendar.MustDate(2199, 12, 31)
	}
	balances, err := j.TrialBalance(chart, at)
	if err != nil {
		return err
	}
	net := map[string]any{}
	for _, b := range balances {
		net[b.Account.Code] = b.Net
	}
	a.values["balances"] = net
	return nil
}

// purpose asks for another classification of an asset, which takes a decision.
func (in bookingInput) purpose(choose *chooser) func(*accounting.Journal, *answer) error {
	return func(j *accounting.Journal, a *answer) error {
		if in.Purpose == nil {
			return nil
		}
		a.askOnly("enterprise.classification")
		card, _ := j.Card(in.Purpose.Asset)
		e, err := enterprise.Policy{}.ChangePurpose(card, in.Purpose.On, in.Purpose.Decision, enterprise.Life{}, "")
		if err != nil {
			if a.refused(err) {
				return nil
			}
			return err
		}
		p, err := enterprise.Post(e)
		a.values["purpose"] = voucherLines([]accounting.Posting{p})
		return err
	}
}

func (in bookingInput) yearEnd(j *accounting.Journal, a *answer) error {
	if in.YearEnd == nil {
		return nil
	}
	y, err := government.YearEndOf(j, government.Chart(), in.YearEnd.Year)
	if err != nil {
		return err
	}
	y.Stocktaken, y.Assessed = in.YearEnd.Stocktaken, in.YearEnd.Assessed
	a.report(government.YearEndRules().Explain(y, rule.Context{At: calendar.MustDate(in.YearEnd.Year, 12, 31), Entity: in.Entity}))
	return nil
}

func (in bookingInput) notes(j *accounting.Journal, a *answer) error {
	if in.Notes == nil {
		return nil
	}
	n, err := government.NotesOf(j, in.Notes.Year, func(asset string) government.About {
		x := in.Notes.About[asset]
		return government.About{Name: x.Name, Category: x.Category, Reason: x.Reason, Ground: x.Ground}
	})
	if err != nil {
		return err
	}
	a.report(government.NotesRules().Explain(n, rule.Context{At: calendar.MustDate(in.Notes.Year, 12, 31), Entity: in.Entity}))
	return nil
}

func (in bookingInput) disclose(j *accounting.Journal, a *answer) error {
	if in.Disclose == nil {
		return nil
	}
	a.askOnly("enterprise.disclosure-complete", "enterprise.finished-project-cleared")
	w, err := read(enterprise.WrittenNotes(), in.Disclose.Written)
	if err != nil {
		return err
	}
	d, err := enterprise.Disclose(j, in.Disclose.From, in.Disclose.To, w)
	if err != nil {
		return err
	}
	a.report(d.Report)
	intangible, inventory := map[string]any{}, map[string]any{}
	for line := range d.Intangible.Lines {
		intangible[fmt.Sprint(line+1)] = d.Intangible.Cell(line+1, enterprise.TotalColumn)
	}
	for line := range d.Inventories.Lines {
		inventory[fmt.Sprint(line+1)] = d.Inventories.Cell(line+1, enterprise.TotalColumn)
	}
	a.values["intangible"], a.values["inventory"] = intangible, inventory
	a.values["presented"] = map[string]money.Amount{"inventory": d.Closing.Inventory, "intangible": d.Closing.Intangible, "development": d.Closing.Development}
	return nil
}
