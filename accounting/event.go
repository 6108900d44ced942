package accounting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// EventType is one row of a table of events: what is booked when something
// happens, as data. Amounts are named inputs.
type EventType struct {
	ID        rule.ID
	Title     rule.Text // also the summary of the vouchers
	Basis     []rule.Clause
	Evidence  rule.Evidence
	Judgement rule.Text
	Entities  []rule.Entity // whose event it is; none is all
	Approved  bool          // needs a decision by someone else
	Entries   []EntryTemplate
}

// EntryTemplate is one voucher of an event.
type EntryTemplate struct {
	Book  Book
	Lines []LineTemplate
}

// LineTemplate is one line of a voucher: a side, an account, and the input
// whose amount it takes.
type LineTemplate struct {
	Side    Side
	Account string
	Amount  string
	Detail  bool // under the asset's own detail account
}

// Dr is a debit line.
func Dr(account, amount string) LineTemplate {
	return LineTemplate{Side: Debit, Account: account, Amount: amount}
}

// Cr is a credit line.
func Cr(account, amount string) LineTemplate {
	return LineTemplate{Side: Credit, Account: account, Amount: amount}
}

// Own puts a line under the asset's detail account.
func (l LineTemplate) Own() LineTemplate {
	l.Detail = true
	return l
}

// Event is something that happened to one asset, or to several at once.
type Event struct {
	ID       string // unique in the journal
	Kind     rule.ID
	On       calendar.Date
	Parts    []Part
	Approval Approval
	Entity   rule.Entity // of the unit that books
}

// Part is what an event means for one asset: the amounts that its type asks
// for, by name.
type Part struct {
	Asset   string // id of the resource
	Detail  string // its detail account: 数据资产——公路
	Amounts map[string]money.Amount
}

// twice is an asset that the event lists twice: it would be booked twice.
func (e Event) twice() string {
	seen := make(map[string]bool, len(e.Parts))
	for _, part := range e.Parts {
		if seen[part.Asset] {
			return part.Asset
		}
		seen[part.Asset] = true
	}
	return ""
}

// EventError is an event that cannot be booked.
type EventError struct {
	Event string
	Kind  rule.ID
	Want  rule.Text
	Err   error
}

// Error names the event and what was expected.
func (e *EventError) Error() string {
	return fmt.Sprintf("accounting: event %s of kind %s: want %s", quote.Value(e.Event), quote.Value(string(e.Kind)), e.Want.EN)
}

// Unwrap returns the cause.
func (e *EventError) Unwrap() error { return e.Err }

// Post makes the posting of an event by its type. It refuses, with an
// [*EventError], an event without its day, its amounts, its approval, or of a
// unit that has no such event.
func (t EventType) Post(c *Chart, e Event) (Posting, error) {
	if want := t.want(e); !want.IsZero() {
		return Posting{}, &EventError{Event: e.ID, Kind: e.Kind, Want: want}
	}
	p := Posting{Event: e.ID, Kind: string(t.ID), On: e.On}
	for _, part := range e.Parts {
		p.Assets = append(p.Assets, part.Asset)
	}
	for _, tmpl := range t.Entries {
		entry, want := tmpl.entry(t, e)
		if !want.IsZero() {
			return Posting{}, &EventError{Event: e.ID, Kind: e.Kind, Want: want}
		}
		v, err := c.Voucher(entry, e.Entity)
		if err != nil {
			return Posting{}, &EventError{e.ID, e.Kind, text("可以成立的凭证", "amounts and accounts of a voucher"), err}
		}
		p.Vouchers = append(p.Vouchers, v)
	}
	return p, nil
}

// want says what an event lacks, whatever its amounts.
func (t EventType) want(e Event) rule.Text {
	switch {
	case e.ID == "":
		return text("事项编号", "an id")
	case e.Kind != t.ID:
		return text("事项种类 "+string(t.ID), "the kind "+string(t.ID))
	case e.On.IsZero():
		return text("发生日期", "the day it happened")
	case len(e.Parts) == 0 || slices.ContainsFunc(e.Parts, func(p Part) bool { return p.Asset == "" }):
		return text("至少一项资产，各有编号", "an asset at least, each with its id")
	case e.twice() != "":
		return text(e.twice()+" 只列一次", e.twice()+" once")
	case len(t.Entities) > 0 && !slices.Contains(t.Entities, e.Entity):
		return text("适用该事项的单位，而非 "+string(e.Entity), "a unit that has such events, not one of kind "+string(e.Entity))
	case t.Approved && (e.Approval.Body == "" || e.Approval.On.IsZero() || e.Approval.Number == ""):
		return text("批复：机关、日期、文号", "the approval: body, date and number")
	case e.Approval.On.After(e.On):
		return text("不晚于 "+e.On.String()+" 的批复", "an approval not after "+e.On.String())
	}
	return rule.Text{}
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

// entry fills in a template: a line of the assets' own detail accounts once for
// each of them, any other once for their sum. want says what the event lacks.
func (tmpl EntryTemplate) entry(t EventType, e Event) (entry Entry, want rule.Text) {
	names := make([]string, len(e.Parts))
	for i, part := range e.Parts {
		names[i] = part.Asset
	}
	entry = Entry{
		Book: tmpl.Book, Date: e.On, Summary: t.Title.ZH + "：" + strings.Join(names, "、"), Approval: e.Approval,
		Basis: slices.Clone(t.Basis), Evidence: t.Evidence, Judgement: t.Judgement,
	}
	for _, l := range tmpl.Lines {
		line := Line{Account: l.Account, Side: l.Side}
		for _, part := range e.Parts {
			amount := part.Amounts[l.Amount]
			switch {
			case !amount.Present():
				return entry, text(part.Asset+" 的金额（"+l.Amount+"）", "the amount "+l.Amount+" of "+part.Asset)
			case l.Detail && part.Detail == "":
				return entry, text(part.Asset+" 的明细科目", "the detail account of "+part.Asset)
			case l.Detail:
				entry.Lines = append(entry.Lines, Line{Account: l.Account, Side: l.Side, Amount: amount, Detail: part.Detail})
				continue
			}
			var err error
			if line.Amount, err = line.Amount.Add(amount); err != nil {
				return entry, text("低于 10^15 元的合计", "a sum below 10^15")
			}
		}
		if !l.Detail {
			entry.Lines = append(entry.Lines, line)
		}
	}
	return entry, rule.Text{}
}

// Item is the event type as a catalogue lists it.
func (t EventType) Item() rule.Item {
	return rule.Item{ID: t.ID, Kind: rule.KindEntry, Title: t.Title, Basis: slices.Clone(t.Basis), Judgement: t.Judgement}
}
