package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// read reads the file strictly.
func read(b []byte, file string, l rule.Language) (year, error) {
	y, report, err := fileTable().Read(b, record.Options{File: file})
	if err != nil {
		return year{}, spoken{err, l}
	}
	if report.Err() != nil {
		return year{}, badFile{report, l}
	}
	return y, nil
}

// step is something that is booked: an event, or the amortisation of a month.
type step struct {
	on    calendar.Date
	phase int              // on one day: costs gathered, events, amortisation, impairment
	place string           // in the file: /events/3
	event accounting.Event // none for amortisation
	month calendar.Month   // amortised
}

// The phases of a day. Impairment is measured on what a month has amortised, and a
// year is closed after it.
const (
	phaseCosts = iota
	phaseEvents
	phaseMonth
	phaseValued
	phaseClosed
)

// steps puts everything up to a day into the order of booking.
func (y year) steps(at calendar.Date) ([]step, error) {
	all, err := y.costs(at)
	if err != nil {
		return nil, err
	}
	for i, r := range y.Events {
		e, err := r.Event(rule.Enterprise)
		if err != nil {
			return nil, placed{err, "/events/" + strconv.Itoa(i)}
		}
		s := step{on: e.On, phase: phaseEvents, place: "/events/" + strconv.Itoa(i), event: e}
		if !e.Booked.IsZero() {
			s.on = e.Booked
		}
		if e.Kind == "enterprise.impaired" {
			s.phase = phaseValued
		}
		all = append(all, s)
	}
	all = slices.DeleteFunc(all, func(s step) bool { return s.on.After(at) })
	if len(all) == 0 {
		return nil, nil
	}
	first := slices.MinFunc(all, func(a, b step) int { return a.on.Compare(b.on) })
	for m := calendar.MonthOf(first.on); !m.Last().After(at); m = m.Add(1) {
		all = append(all, step{on: m.Last(), phase: phaseMonth, month: m})
		if m.Month() == time.December {
			all = append(all, step{on: m.Last(), phase: phaseClosed})
		}
	}
	slices.SortStableFunc(all, func(a, b step) int { return cmp.Or(a.on.Compare(b.on), cmp.Compare(a.phase, b.phase)) })
	return all, nil
}

// costs makes the events of research and development: by project and month,
// expensed, or capitalised from the day all five conditions are met.
func (y year) costs(at calendar.Date) ([]step, error) {
	gathered, err := y.gathered(at)
	if bad, ok := errors.AsType[*enterprise.SpendingError](err); ok {
		return nil, placed{err, "/spending/" + strconv.Itoa(bad.Index)}
	}
	if err != nil {
		return nil, err
	}
	var proofs []string
	for _, c := range enterprise.Conditions() {
		proofs = append(proofs, c.Document)
	}
	var all []step
	for _, c := range gathered {
		on, project := c.Month.Last(), c.Project
		for _, m := range y.Memos {
			if m.Project == project && calendar.MonthOf(m.Ready) == c.Month {
				on = m.Ready // what comes after readiness would be expensed
			}
		}
		if on.After(at) {
			on = at
		}
		if project == "" {
			project = "shared"
		}
		id := project + "/" + c.Month.String() + "/"
		add := func(name string, kind rule.ID, amount string, a money.Amount) {
			if a.Sign() > 0 {
				all = append(all, step{on: on, phase: phaseCosts, place: "/spending", event: accounting.Event{
					ID: id + name, Kind: kind, On: on, Entity: rule.Enterprise, Documents: proofs,
					Parts: []accounting.Part{{Asset: project, Amounts: map[string]money.Amount{amount: a}}},
				}})
			}
		}
		add("research", "enterprise.research-spent", "paid", c.Expensed)
		add("expensed", "enterprise.research-expensed", "spent", c.Expensed)
		add("development", "enterprise.development-spent", "paid", c.Capitalised)
	}
	return all, nil
}

// gathered is the costs of projects up to a day, by month.
func (y year) gathered(at calendar.Date) ([]enterprise.Collected, error) {
	spent := make([]enterprise.Spending, 0, len(y.Spending))
	for _, r := range y.Spending {
		if !r.On.After(at) {
			spent = append(spent, r.Spending())
		}
	}
	return enterprise.Collect(y.Memos, spent)
}

// book books the steps into a journal.
func (y year) book(at calendar.Date) (*accounting.Journal, error) {
	all, err := y.steps(at)
	if err != nil {
		return nil, err
	}
	j := accounting.NewJournal()
	for _, s := range all {
		if err := y.take(j, s); err != nil {
			return nil, placed{err, s.place}
		}
	}
	return j, nil
}

func (y year) take(j *accounting.Journal, s step) error {
	if s.phase == phaseClosed {
		p, err := enterprise.CloseYear(j, s.on.Year())
		if err != nil || len(p.Vouchers) == 0 {
			return err
		}
		return j.Post(j.Revision(), p)
	}
	if s.phase == phaseMonth {
		var others []string
		for _, x := range y.Served {
			if x.Month == s.month {
				others = append(others, x.Asset)
			}
		}
		p, err := enterprise.Amortise(j, accounting.Run{Month: s.month}, others...)
		if err != nil {
			return err
		}
		return j.Post(p.Revision, p.Postings...)
	}
	e := s.event
	if err := y.complete(j, &e); err != nil {
		return err
	}
	p, err := enterprise.Post(e)
	if err != nil {
		return err
	}
	return j.Post(j.Revision(), p)
}

// complete fills in what the journal knows: the detail account, what an asset
// stands at when it leaves the books, and what a project has gathered.
func (y year) complete(j *accounting.Journal, e *accounting.Event) error {
	leaves := slices.Contains([]rule.ID{
		"enterprise.sold", "enterprise.retired", "enterprise.held-for-sale", "enterprise.held-for-sale-sold", "enterprise.purpose-to-inventory", "enterprise.purpose-to-intangible",
	}, e.Kind)
	for i := range e.Parts {
		p := &e.Parts[i]
		card, _ := j.Card(p.Asset)
		if p.Detail == "" {
			p.Detail = y.detail(p.Asset)
		}
		if p.Amounts == nil {
			p.Amounts = map[string]money.Amount{}
		}
		given := map[string]money.Amount{}
		if leaves {
			given = enterprise.AmountsOf(card)
		}
		if e.Kind == "enterprise.development-formed" || e.Kind == "enterprise.development-failed" {
			lines, _, err := enterprise.DevelopmentTable(j, e.On, e.On)
			if err != nil {
				return err
			}
			for _, m := range lines {
				if m.Project == p.Asset {
					given["spent"] = m.Closing
				}
			}
		}
		for name, a := range given {
			if !p.Amounts[name].Present() {
				p.Amounts[name] = a
			}
		}
	}
	return nil
}

// detail is the detail account of an asset, as the file first names it.
func (y year) detail(asset string) string {
	for _, e := range y.Events {
		for _, p := range e.Parts {
			if p.Asset == asset && p.Detail != "" {
				return p.Detail
			}
		}
	}
	return "数据资源——" + asset
}

// placed is an error at a place of the file.
type placed struct {
	error
	pointer string
}

func (e placed) Unwrap() error { return e.error }

// at says the error with its file, line and column.
func at(err error, b []byte, file string, l rule.Language) error {
	p, ok := errors.AsType[placed](err)
	if !ok {
		return err
	}
	place := record.Locate(b, record.Options{File: file}, p.pointer)[0]
	return fmt.Errorf("%s: %w", place, spoken{p.error, l})
}

// spoken is an error in the language of the output, where it speaks both.
type spoken struct {
	error
	lang rule.Language
}

func (e spoken) Error() string {
	var says interface{ In(rule.Language) string }
	if errors.As(e.error, &says) {
		return says.In(e.lang)
	}
	if bad, ok := errors.AsType[*accounting.EventError](e.error); ok {
		s := bad.Event + text("：应为", ": want ").In(e.lang) + bad.Want.In(e.lang)
		if len(bad.Basis) > 0 {
			s += text("（", " (").In(e.lang) + clauses(bad.Basis) + text("）", ")").In(e.lang)
		}
		return s
	}
	if bad, ok := errors.AsType[*accounting.PostingError](e.error); ok {
		return bad.Event + text("：应为", ": want ").In(e.lang) + bad.Want.In(e.lang)
	}
	if bad, ok := errors.AsType[*enterprise.Refusal](e.error); ok {
		return bad.Asset + text("：", ": ").In(e.lang) + bad.Why.In(e.lang) + text("（", " (").In(e.lang) + clauses(bad.Rule.Basis) + text("）", ")").In(e.lang) + " [" + string(bad.Rule.ID) + "]"
	}
	return e.error.Error()
}

func (e spoken) Unwrap() error { return e.error }

// badFile is a file with findings, one a line.
type badFile struct {
	report rule.Report
	lang   rule.Language
}

func (e badFile) Error() string {
	s := text("文件有误，未入账：", "the file has errors; nothing was booked:").In(e.lang)
	for _, f := range e.report.Findings {
		s += "\n  " + f.In(e.lang)
	}
	if n := e.report.Omitted + e.report.OmittedNotes; n > 0 {
		s += fmt.Sprintf("\n  … +%d", n)
	}
	return s
}
