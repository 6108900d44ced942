package accounting

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Event is something that happened to one asset, or to several at once.
type Event struct {
	ID          string // unique in the journal
	Kind        rule.ID
	On          calendar.Date // the day it happened
	Booked      calendar.Date // the day it is booked; none is the day it happened
	Entity      rule.Entity   // of the unit that books
	Facts       map[string]string
	Parts       []Part
	Approval    Approval
	Documents   []string // kinds of evidence at hand
	Attachments int      // how many source documents
	Summary     string   // where it is not the event's title and its assets
	Signed      Signatures
}

// Signatures is who made and checked a voucher.
type Signatures struct {
	Preparer, Auditor, Bookkeeper, Chief, Cashier string
}

// Part is what an event means for one asset.
type Part struct {
	Asset   string                  // id of the resource
	Detail  string                  // its detail account: 数据资产——公路
	Amounts map[string]money.Amount // by the names of the table's inputs
	Facts   map[string]string       // where they are not the event's
	Others  map[string]Ref          // other assets, suppliers, projects
	Terms   Terms                   // how it is amortised from now on; none leaves that as it is
}

// Ref is a detail account, and the asset it belongs to if there is one.
type Ref struct {
	Asset  string
	Detail string
}

// EventError is an event that cannot be booked.
type EventError struct {
	Event string
	Kind  rule.ID
	Want  rule.Text
	Rule  rule.ID       // where a rule of the system forbids it
	Basis []rule.Clause // of that rule, or of a requirement of the event that is not met
	Err   error
}

// Error names the event and what was expected.
func (e *EventError) Error() string {
	return fmt.Sprintf("accounting: event %s of kind %s: want %s", quote.Value(e.Event), quote.Value(string(e.Kind)), e.Want.EN)
}

// Unwrap returns the cause: [rule.ErrNotAllowed] where a rule forbids the event.
func (e *EventError) Unwrap() error { return e.Err }

// Post makes the posting of an event by its type: dry, for no journal is
// touched. It refuses, with an [*EventError], an event of a kind that the table
// does not have, without its day, its amounts, its facts, its documents or its
// approval, or of a unit that has no such event. What a rule forbids outright it
// refuses with the rule, its clauses and [rule.ErrNotAllowed].
func (t *Table) Post(e Event) (Posting, error) {
	if err := t.forbids(&e); err != nil {
		return Posting{}, err
	}
	c := t.types[e.Kind]
	if c == nil {
		return Posting{}, &EventError{Event: e.ID, Kind: e.Kind, Want: text("事项表中的种类", "a kind of the table of events")}
	}
	if e.Booked.IsZero() {
		e.Booked = e.On
	}
	m := maker{table: t, c: c, e: &e}
	if want := c.want(&e); !want.IsZero() {
		return Posting{}, m.fault(want)
	}
	return m.posting()
}

// forbids refuses what a rule of the system forbids: a kind that is never booked,
// and a residual value without its document.
func (t *Table) forbids(e *Event) error {
	fault := func(r *rule.Rule, want rule.Text) error {
		return &EventError{Event: e.ID, Kind: e.Kind, Want: want, Rule: r.ID, Basis: slices.Clone(r.Basis), Err: rule.ErrNotAllowed}
	}
	if i := slices.IndexFunc(t.source.Refused, func(r Refused) bool { return r.ID == e.Kind }); i >= 0 {
		r := &t.source.Refused[i].Rule
		return fault(r, r.Title)
	}
	proof := &t.source.Residual
	if proof.Rule.ID == "" || slices.ContainsFunc(e.Documents, func(d string) bool { return slices.Contains(proof.Documents, d) }) {
		return nil
	}
	for i := range e.Parts {
		if p := &e.Parts[i]; p.Terms.Residual.Sign() > 0 {
			return fault(&proof.Rule, text(p.Asset+" 的残值为零，或附凭据之一："+strings.Join(proof.Documents, "、"),
				"no residual value of "+p.Asset+", or one of the documents: "+strings.Join(proof.Documents, ", ")))
		}
	}
	return nil
}

// Chain makes the posting of an event and of those that follow it (随后), with
// the same parts and facts; their ids are the event's with the suffix of the
// table.
func (t *Table) Chain(e Event) ([]Posting, error) {
	p, err := t.Post(e)
	if err != nil {
		return nil, err
	}
	all, id := []Posting{p}, e.ID
	for _, f := range t.types[e.Kind].Then {
		e.ID, e.Kind = id+"/"+f.Suffix, f.Kind
		for i := range e.Parts {
			if !e.Parts[i].Terms.IsZero() {
				e.Parts = slices.Clone(e.Parts)
				e.Parts[i].Terms = Terms{}
			}
		}
		next, err := t.Chain(e)
		if err != nil {
			return nil, err
		}
		all = append(all, next...)
	}
	return all, nil
}

// want says what an event lacks, whatever its amounts.
func (c *compiled) want(e *Event) rule.Text {
	switch {
	case e.ID == "":
		return text("事项编号", "an id")
	case e.On.IsZero():
		return text("发生日期", "the day it happened")
	case e.Booked.Before(e.On):
		return text("不早于发生日期的入账日期", "a day of booking not before the day it happened")
	case len(e.Parts) == 0 || slices.ContainsFunc(e.Parts, func(p Part) bool { return p.Asset == "" }):
		return text("至少一项资产，各有编号", "an asset at least, each with its id")
	case e.twice() != "":
		return text(e.twice()+" 只列一次", e.twice()+" once")
	case len(c.Entities) > 0 && !slices.Contains(c.Entities, e.Entity):
		return text("适用该事项的单位，而非 "+string(e.Entity), "a unit that has such events, not one of kind "+string(e.Entity))
	case !c.Effective.Holds(e.On):
		return text("在 "+c.Effective.String()+" 内的发生日期", "a day in "+c.Effective.String())
	case c.Approved && (e.Approval.Body == "" || e.Approval.On.IsZero() || e.Approval.Number == ""):
		return text("批复：机关、日期、文号", "the approval: body, date and number")
	case e.Approval.On.After(e.On):
		return text("不晚于 "+e.On.String()+" 的批复", "an approval not after "+e.On.String())
	}
	for _, d := range c.Documents {
		if !slices.Contains(e.Documents, d) {
			return text("凭据："+d, "the document "+d)
		}
	}
	for i := range e.Parts {
		p := &e.Parts[i]
		if c.Terms && p.Terms.IsZero() {
			return text(p.Asset+" 的摊销条件", "how "+p.Asset+" is amortised")
		}
		if c.Onward && p.Terms.amortised() && p.Terms.From.Compare(calendar.MonthOf(e.Booked)) < 0 {
			return text(p.Asset+" 自入账当月起的剩余年限", "a life of "+p.Asset+" from the month of booking on")
		}
		if want := p.Terms.want(); !want.IsZero() {
			return text(p.Asset+" 的"+want.ZH, want.EN+" of "+p.Asset)
		}
	}
	return rule.Text{}
}

// twice is an asset that the event lists twice: it would be booked twice.
func (e *Event) twice() string {
	seen := make(map[string]bool, len(e.Parts))
	for i := range e.Parts {
		if seen[e.Parts[i].Asset] {
			return e.Parts[i].Asset
		}
		seen[e.Parts[i].Asset] = true
	}
	return ""
}

// maker makes the posting of one event.
type maker struct {
	table *Table
	c     *compiled
	e     *Event
	notes []rule.Text // of the choices that the vouchers rest on
}

func (m *maker) fault(want rule.Text) error {
	return &EventError{Event: m.e.ID, Kind: m.e.Kind, Want: want}
}

func (m *maker) posting() (Posting, error) {
	e := m.e
	p := Posting{Event: e.ID, Kind: string(e.Kind), On: e.On}
	if e.Booked != e.On {
		p.Booked = e.Booked
	}
	at := make([]situation, len(e.Parts))
	for i := range e.Parts {
		if err := m.check(&e.Parts[i]); err != nil {
			return Posting{}, err
		}
		at[i] = m.situation(&e.Parts[i])
		p.Assets = append(p.Assets, e.Parts[i].Asset)
		for j, condition := range m.c.requires {
			if !at[i].holds(&condition) {
				r := m.c.Requires[j]
				return Posting{}, &EventError{Event: e.ID, Kind: e.Kind, Want: r.Want, Basis: slices.Clone(r.Basis)}
			}
		}
	}
	m.choices(at)
	for i := range m.c.entries {
		entry, err := m.entry(&m.c.entries[i], at)
		if err != nil {
			return Posting{}, err
		}
		if len(entry.Lines) == 0 {
			continue
		}
		v, err := m.table.chart.Voucher(entry, e.Entity)
		if err != nil {
			return Posting{}, &EventError{Event: e.ID, Kind: e.Kind, Want: text("可以成立的凭证", "amounts and accounts of a voucher"), Err: err}
		}
		p.Vouchers = append(p.Vouchers, v)
	}
	if len(p.Vouchers) == 0 && len(m.c.Entries) > 0 {
		return Posting{}, m.fault(text("大于 0.00 的金额", "an amount above 0.00"))
	}
	return p, m.moves(&p)
}

// check refuses a part without an amount or a fact, and one with an amount or a
// fact that the table does not know: a slip of the pen would be booked as 0.00.
func (m *maker) check(p *Part) error {
	for _, name := range m.c.inputs {
		switch a := p.Amounts[name]; {
		case !a.Present() && !slices.Contains(m.c.Optional, name):
			return m.fault(text(p.Asset+" 的金额（"+m.table.inputs[name].Title.ZH+"）", "the amount "+name+" of "+p.Asset))
		case a.Sign() < 0:
			return m.fault(text(p.Asset+" 的非负金额（"+m.table.inputs[name].Title.ZH+"）", "an amount "+name+" of "+p.Asset+" that is not below 0.00"))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Amounts)) {
		if !slices.Contains(m.c.inputs, name) {
			return m.fault(text(p.Asset+" 的金额仅限："+strings.Join(m.c.inputs, "、"), "no other amounts of "+p.Asset+" than "+strings.Join(m.c.inputs, ", ")))
		}
	}
	for _, f := range m.c.facts {
		if code := m.fact(p, f.Key); code == "" || !f.has(code) {
			codes := make([]string, len(f.Codes))
			for i, c := range f.Codes {
				codes[i] = c.Code
			}
			return m.fault(text(p.Asset+" 的"+f.Title.ZH+"："+strings.Join(codes, "、"), "the fact "+f.Key+" of "+p.Asset+": "+strings.Join(codes, ", ")))
		}
	}
	return nil
}

func (m *maker) fact(p *Part, key string) string {
	if key == EntityFact {
		return string(m.e.Entity)
	}
	if code := p.Facts[key]; code != "" {
		return code
	}
	if code := m.e.Facts[key]; code != "" {
		return code
	}
	if f := m.table.facts[key]; f != nil {
		return f.Default
	}
	return ""
}

func (m *maker) situation(p *Part) situation {
	return situation{
		fact:   func(key string) string { return m.fact(p, key) },
		amount: func(name string) money.Amount { return p.Amounts[name] },
	}
}

// choices notes the choices that the event depends on, and the code taken.
func (m *maker) choices(at []situation) {
	for _, f := range m.c.facts {
		if f.Judgement.IsZero() {
			continue
		}
		code := at[0].fact(f.Key)
		i := slices.IndexFunc(f.Codes, func(c rule.Code) bool { return c.Code == code })
		m.note(text(f.Judgement.ZH+"："+f.Codes[i].Title.ZH, f.Judgement.EN+": "+f.Codes[i].Title.EN))
	}
}

func (m *maker) note(n rule.Text) {
	if !n.IsZero() && !slices.Contains(m.notes, n) {
		m.notes = append(m.notes, n)
	}
}

// moves fills in how the event changes the states and the terms of its assets.
func (m *maker) moves(p *Posting) error {
	for i := range m.e.Parts {
		part := &m.e.Parts[i]
		if !part.Terms.IsZero() {
			p.Terms = append(p.Terms, AssetTerms{part.Asset, part.Detail, part.Terms})
		}
		for _, move := range m.c.Moves {
			id := part.Asset
			if move.Ref != "" {
				if id = part.Others[move.Ref].Asset; id == "" {
					return m.fault(text(part.Asset+" 的对方资产（"+move.Ref+"）", "the asset "+move.Ref+" of "+part.Asset))
				}
			}
			p.Moves = append(p.Moves, AssetMove{id, slices.Clone(move.From), move.To})
		}
	}
	return nil
}
