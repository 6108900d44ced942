package accounting

import (
	"slices"
	"unicode"

	"github.com/dataasset-go/dataasset/rule"
)

// Events is the tables by which events are booked: what a system of accounting
// says, as data.
type Events struct {
	Inputs   []Input     // the amounts that formulas name
	Facts    []Fact      // what roles and conditions depend on
	Roles    []Role      // accounts that follow from the facts
	Types    []EventType // what is booked when something happens
	Refused  []Refused   // what is asked for and never booked
	Residual Residual
}

// Refused is a kind of event that is asked for by a name of its own and that the
// law forbids: an event of it is refused with the rule.
type Refused struct {
	ID    rule.ID
	Title rule.Text // what is asked for
	Rule  rule.Rule // that refuses it
}

// Residual is what an event brings for a residual value above 0.00. Without a rule
// the system asks for nothing.
type Residual struct {
	Documents []string  // one of them
	Rule      rule.Rule // that asks for it
}

// Input is an amount that an event gives and formulas name.
type Input struct {
	Name  string // price
	Title rule.Text
}

// Fact is what roles and conditions depend on beside the amounts: the form of
// payment, the use of the asset, the status of the taxpayer, and the choices
// where the law is silent, with their defaults. The fact "entity" is always
// there: the kind of unit that books.
type Fact struct {
	Key       string
	Title     rule.Text
	Codes     []rule.Code
	Default   string    // where the event does not say; none: it has to
	Judgement rule.Text // for a choice: why there is one; vouchers repeat it with the code taken
}

func (f *Fact) has(code string) bool {
	return slices.ContainsFunc(f.Codes, func(c rule.Code) bool { return c.Code == code })
}

// Role is an account that follows from the facts (资金, 支出, 费用): the first
// case that holds is the account.
type Role struct {
	Name  string // begins with a letter, so that it is told from a code
	Title rule.Text
	Book  Book
	Cases []RoleCase
}

// RoleCase is one row of a role.
type RoleCase struct {
	When      []Condition // all of them; none is always
	Effective rule.Period
	Account   string
	Detail    string        // a prescribed detail account
	Basis     []rule.Clause // where it is not the event's
	Judgement rule.Text
}

// EventType is one row of a table of events: what is booked when something
// happens, as data.
type EventType struct {
	ID        rule.ID
	Title     rule.Text // also the summary of the vouchers
	Basis     []rule.Clause
	Evidence  rule.Evidence
	Judgement rule.Text
	Entities  []rule.Entity // whose event it is; none is all
	Effective rule.Period   // of the day of the event
	Approved  bool          // needs a decision by someone else
	Documents []string      // kinds of evidence that the event must bring
	Optional  []string      // inputs that are 0.00 where the event does not give them
	Terms     bool          // the event must say how the asset is amortised
	Onward    bool          // the life counts from the booking: surplus, donation, nominal to cost; nothing is caught up
	Requires  []Requirement
	Moves     []Move          // states of the asset before and after
	Entries   []EntryTemplate // none where it only changes how assets are amortised
	Then      []Follow        // 随后: what is booked next
}

// Requirement is a condition without which there is no such event.
type Requirement struct {
	Condition Condition
	Want      rule.Text     // what was expected, as a noun phrase
	Basis     []rule.Clause // where it is not the event's
}

// Move is how an event changes the state of an asset. States are the codes of
// the system that writes the table; "" is an asset that the journal does not know
// yet.
type Move struct {
	Ref  string   // "" for the asset of the part; else one of its Others
	From []string // states it may be in; none is any
	To   string   // "" leaves it as it is
}

// Follow is an event that is booked after another, with the same parts.
type Follow struct {
	Kind   rule.ID
	Suffix string // the id of the event after it: SR-1/carried
}

// EntryTemplate is one voucher of an event. Several of one book are booked
// together (同时) and share a number: 12 1/2, 12 2/2. A voucher none of whose lines
// applies is left out.
type EntryTemplate struct {
	Book    Book
	When    []Condition // all of them; none is always
	Summary rule.Text   // where it is not the event's title
	Kind    VoucherKind // Closing for vouchers that close accounts
	Lines   []LineTemplate
}

// LineTemplate is one line of a voucher: a side, an account and an amount.
// [Dr] and [Cr] make one. A line whose amount is 0.00 is left out; an amount
// below 0.00 is refused.
type LineTemplate struct {
	Side    Side
	Account string // a code, which begins with a digit, or the name of a role
	Amount  string // a formula
	Detail  string // a fixed detail account, over the asset's own if there is one
	Ref     string // whose own detail account; "" is the part's asset
	Own     bool   // under the own detail account of Ref: one line an asset
	When    []Condition
}

// Dr is a debit line: an account or a role, and the formula of its amount.
func Dr(account, amount string) LineTemplate {
	return LineTemplate{Side: Debit, Account: account, Amount: amount}
}

// Cr is a credit line: an account or a role, and the formula of its amount.
func Cr(account, amount string) LineTemplate {
	return LineTemplate{Side: Credit, Account: account, Amount: amount}
}

// Of puts a line under the asset's own detail account.
func (l LineTemplate) Of() LineTemplate { return l.OfOther("") }

// OfOther puts a line under the detail account of another asset, supplier or
// project that the event names so: the asset given away, the software that a
// dataset was part of.
func (l LineTemplate) OfOther(ref string) LineTemplate {
	l.Own, l.Ref = true, ref
	return l
}

// At puts a line under a fixed detail account: 研究支出.
func (l LineTemplate) At(detail string) LineTemplate {
	l.Detail = detail
	return l
}

// If makes a line depend on conditions, all of them.
func (l LineTemplate) If(c ...Condition) LineTemplate {
	l.When = append(slices.Clone(l.When), c...)
	return l
}

// Financially is a voucher of the financial book.
func Financially(lines ...LineTemplate) EntryTemplate {
	return EntryTemplate{Book: Financial, Lines: lines}
}

// Budgetarily is a voucher of the budgetary book.
func Budgetarily(lines ...LineTemplate) EntryTemplate {
	return EntryTemplate{Book: Budgetary, Lines: lines}
}

// If makes a voucher depend on conditions, all of them.
func (e EntryTemplate) If(c ...Condition) EntryTemplate {
	e.When = append(slices.Clone(e.When), c...)
	return e
}

// isRole tells the name of a role from the code of an account.
func isRole(account string) bool { return account != "" && !unicode.IsDigit(rune(account[0])) }

// Item is the event type as a catalogue lists it.
func (t EventType) Item() rule.Item {
	return rule.Item{ID: t.ID, Kind: rule.KindEntry, Title: t.Title, Basis: slices.Clone(t.Basis), Judgement: t.Judgement}
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }
