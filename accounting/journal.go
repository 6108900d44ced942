package accounting

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/eventlog"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Journal is the vouchers of one unit. It has one writer; what was read from it
// stays valid while it grows. [NewJournal] makes an empty one.
type Journal struct {
	log     *eventlog.Log[Posting]
	events  map[string]string // canonical form by event id
	numbers numbers
}

// series is the vouchers that are numbered together.
type series struct {
	book  Book
	month calendar.Month
}

// numbers is how many vouchers each series has, and the numbers they bear.
type numbers struct {
	count map[series]int
	borne map[series]map[Number]bool
}

func newNumbers() numbers { return numbers{map[series]int{}, map[series]map[Number]bool{}} }

func (n numbers) add(s series, number Number) {
	n.count[s]++
	if n.borne[s] == nil {
		n.borne[s] = map[Number]bool{}
	}
	n[s][number] = true
}

// NewJournal returns an empty journal.
func NewJournal() *Journal {
	return &Journal{eventlog.New(canonical), map[string]string{}, numbers{}}
}

// ErrConflict is matched when an event is posted again with another content.
var ErrConflict = errors.New("accounting: the event has been posted with another content")

// PostingError is a posting that the journal refuses: nothing of what it came
// with has been posted. It matches [ErrConflict] where that is the cause.
type PostingError struct {
	Event string
	Want  rule.Text
	Err   error
}

// Error names the event and what was expected.
func (e *PostingError) Error() string {
	return fmt.Sprintf("accounting: event %s: want %s", quote.Value(e.Event), e.Want.EN)
}

// Unwrap returns the cause.
func (e *PostingError) Unwrap() error { return e.Err }

// Revision returns how many postings the journal holds.
func (j *Journal) Revision() int { return j.log.Len() }

// Post appends postings, all or none. expected is the revision they were made
// for; where the journal has grown since, they are refused with a
// [*rule.StaleError]. An event that has been posted with the same content is
// left as it is. Other errors are [*PostingError].
func (j *Journal) Post(expected int, postings ...Posting) error {
	var add []Posting
	pending := map[string]string{}
	added := numbers{}
	for _, p := range postings {
		if want := p.want(); !want.IsZero() {
			return &PostingError{Event: p.Event, Want: want}
		}
		b, err := canonical(p)
		if err != nil {
			return &PostingError{Event: p.Event, Want: text("UTF-8 文字", "text in UTF-8"), Err: err}
		}
		before, known := j.events[p.Event]
		if !known {
			before, known = pending[p.Event]
		}
		switch {
		case known && before == string(b):
			continue
		case known:
			return &PostingError{p.Event, text("与已入账内容一致", "the content it was posted with"), ErrConflict}
		}
		pending[p.Event] = string(b)
		p, twice := j.number(p, added)
		if twice != "" {
			return &PostingError{Event: p.Event, Want: text("未使用过的凭证号，而非 "+twice, "a number not given to another voucher, not "+twice)}
		}
		add = append(add, p)
	}
	if len(add) == 0 {
		return nil // a retry of what has been posted is never stale
	}
	if err := j.log.Append(expected, add...); err != nil {
		return err
	}
	maps.Copy(j.events, pending)
	for s, borne := range added {
		if j.numbers[s] == nil {
			j.numbers[s] = map[string]bool{}
		}
		maps.Copy(j.numbers[s], borne)
	}
	return nil
}

func (p Posting) want() rule.Text {
	switch {
	case p.Event == "" || p.Kind == "":
		return text("编号和种类", "an id and a kind")
	case p.On.IsZero():
		return text("发生日期", "the day of the event")
	case len(p.Vouchers) == 0:
		return text("至少一张凭证", "a voucher at least")
	}
	for _, v := range p.Vouchers {
		if !v.total.Present() {
			return text("由 Chart.Voucher 生成的凭证", "vouchers made by Chart.Voucher")
		}
	}
	return rule.Text{}
}

// number gives numbers to the vouchers that have none: continuous in each book
// and month, 记-1, 记-2 (会计基础工作规范 第51条). twice is a number that another
// voucher bears.
func (j *Journal) number(p Posting, added numbers) (numbered Posting, twice string) {
	p.Vouchers, p.Assets = slices.Clone(p.Vouchers), slices.Clone(p.Assets)
	for i := range p.Vouchers {
		e := &p.Vouchers[i].entry
		s := series{e.Book, calendar.MonthOf(e.Date)}
		borne := func(number Number) bool { return j.numbers.borne[s][number] || added.borne[s][number] }
		if !e.Number.IsZero() && borne(e.Number) {
			return p, e.Number.String()
		}
		for n := j.numbers.count[s] + added.count[s] + 1; e.Number.IsZero() || borne(e.Number); n++ {
			e.Number = Number{N: n}
		}
		added.add(s, e.Number)
	}
	return p, ""
}

// Postings yields the postings in order.
func (j *Journal) Postings() iter.Seq[Posting] {
	entries := j.log.All()
	return func(yield func(Posting) bool) {
		for e := range entries {
			p := e.Value
			p.Vouchers, p.Assets = slices.Clone(p.Vouchers), slices.Clone(p.Assets)
			if !yield(p) {
				return
			}
		}
	}
}

// Balance is what an account stands at.
type Balance struct {
	Account Account
	Debits  money.Amount
	Credits money.Amount
	Net     money.Amount // on the account's normal side; negative on the other
}

// TrialBalance returns the accounts that have moved up to a day, in the order
// of the chart; no date is all days. An account that has moved and is not in the
// chart is a [*ChartError].
func (j *Journal) TrialBalance(c *Chart, upTo calendar.Date) ([]Balance, error) {
	sums := map[string]*Balance{}
	for e := range j.log.All() {
		for _, v := range e.Value.Vouchers {
			if !upTo.IsZero() && v.entry.Date.After(upTo) {
				continue
			}
			for _, l := range v.entry.Lines {
				if err := addLine(sums, l); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, code := range slices.Sorted(maps.Keys(sums)) {
		if _, ok := c.accounts[code]; !ok {
			return nil, &ChartError{code, "an account of the chart"}
		}
	}
	var all []Balance
	for _, a := range c.Accounts() {
		b, moved := sums[a.Code]
		if !moved {
			continue
		}
		b.Account = a
		var err error
		if b.Net, err = b.Debits.Sub(b.Credits); err != nil {
			return nil, err
		}
		if a.Normal == Credit {
			b.Net = b.Net.Neg()
		}
		all = append(all, *b)
	}
	return all, nil
}

func addLine(sums map[string]*Balance, l Line) error {
	b := sums[l.Account]
	if b == nil {
		b = &Balance{Debits: money.Zero(), Credits: money.Zero()}
		sums[l.Account] = b
	}
	to := &b.Debits
	if l.Side == Credit {
		to = &b.Credits
	}
	var err error
	*to, err = to.Add(l.Amount)
	return err
}

// MarshalJSON writes the voucher's entry.
func (v Voucher) MarshalJSON() ([]byte, error) { return json.Marshal(v.entry) }

// canonical is the form in which postings are compared and chained.
func canonical(p Posting) ([]byte, error) {
	b, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	text := jsontext.Value(b)
	err = text.Canonicalize()
	return text, err
}
