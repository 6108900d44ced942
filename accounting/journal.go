package accounting

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/eventlog"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
)

// Journal is the vouchers of one unit. It has one writer; what was read from it
// stays valid while it grows, but the journal itself is not safe for use by several
// goroutines where one of them posts. [NewJournal] makes an empty one.
type Journal struct {
	log    *eventlog.Log[change]
	events map[string]int   // place in the log by event id
	assets map[string][]int // places in the log by asset
	cards  map[string]Card  // as they stand
	order  []string         // assets in the order in which they came
	series map[series]int   // how many numbers each series has
	closed calendar.Month   // the last month closed; all before it are
	began  bool             // whether there is a posting that is no opening
	read   int              // entries read so far, while it is read
}

// change is one entry of the log: a posting, or a period closed or reopened.
type change struct {
	posting *Posting
	period  *Period
}

// series is the vouchers that are numbered together.
type series struct {
	book  Book
	month calendar.Month
	word  string
}

// NewJournal returns an empty journal.
func NewJournal() *Journal {
	return &Journal{
		log: eventlog.New(canonicalChange), events: map[string]int{}, assets: map[string][]int{},
		cards: map[string]Card{}, series: map[series]int{},
	}
}

var (
	// ErrConflict is matched when an event is posted again with another content.
	ErrConflict = errors.New("accounting: the event has been posted with another content")
	// ErrClosed is matched when a voucher is dated in a closed period.
	ErrClosed = errors.New("accounting: the period is closed")
)

// PostingError is a posting that the journal refuses: nothing of what it came
// with has been posted. It matches [ErrConflict] or [ErrClosed] where that is the
// cause.
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

// Revision returns how many entries the journal holds: postings, and periods
// closed or reopened.
func (j *Journal) Revision() int { return j.log.Len() }

// Post appends postings, all or none. expected is the revision they were made
// for; where the journal has grown since, they are refused with a
// [*rule.StaleError]. An event that has been posted with the same content is
// left as it is. Vouchers get their numbers here, continuous in each book, month
// and word; one that brings a number must bring the next. Refused are also
// vouchers in a closed period, an order of events that an asset's state does not
// allow, amounts that would fall below 0.00, and amortisation that is not the
// schedule's or has been booked. Other errors are [*PostingError].
func (j *Journal) Post(expected int, postings ...Posting) error {
	d, add, err := j.try(postings)
	if err != nil || len(add) == 0 {
		return err // a retry of what has been posted is never stale
	}
	if err := j.append(expected, add...); err != nil {
		return err
	}
	d.commit()
	return nil
}

// Try returns the cards that postings would change, as they would be after
// them, in the order in which the postings name them: dry, nothing is posted.
// Errors are those of [Journal.Post].
func (j *Journal) Try(postings ...Posting) ([]Card, error) {
	d, _, err := j.try(postings)
	if err != nil {
		return nil, err
	}
	var cards []Card
	for _, asset := range d.touched {
		cards = append(cards, *d.cards[asset])
	}
	return cards, nil
}

// try drafts postings and returns what they add to the log.
func (j *Journal) try(postings []Posting) (*draft, []change, error) {
	d := j.draft()
	var add []change
	for i := range postings {
		p := &postings[i]
		if want := p.want(); !want.IsZero() {
			return nil, nil, &PostingError{Event: p.Event, Want: want}
		}
		before, known := d.posted(p.Event)
		switch {
		case known && before.same(p):
			continue
		case known:
			return nil, nil, &PostingError{p.Event, text("与已入账内容一致", "the content it was posted with"), ErrConflict}
		}
		numbered := p.clone()
		if err := d.take(&numbered); err != nil {
			return nil, nil, err
		}
		add = append(add, change{posting: &numbered})
	}
	return d, add, nil
}

func (j *Journal) append(expected int, add ...change) error {
	err := j.log.Append(expected, add...)
	if _, stale := errors.AsType[*rule.StaleError](err); err == nil || stale {
		return err
	}
	return &PostingError{Event: add[0].id(), Want: text("UTF-8 文字，不超过 1 MiB", "text in UTF-8, at most 1 MiB"), Err: err}
}

func (c change) id() string {
	if c.posting != nil {
		return c.posting.Event
	}
	return c.period.Month.String()
}

// Has reports whether an event has been posted.
func (j *Journal) Has(event string) bool {
	_, ok := j.events[event]
	return ok
}

// Posting returns the posting of an event.
func (j *Journal) Posting(event string) (Posting, bool) {
	i, ok := j.events[event]
	if !ok {
		return Posting{}, false
	}
	return j.at(i).posting.clone(), true
}

func (j *Journal) at(i int) change { return j.log.Lookup()(i) }

// Postings yields the postings in order.
func (j *Journal) Postings() iter.Seq[Posting] {
	changes := j.log.Values()
	return func(yield func(Posting) bool) {
		for c := range changes {
			if c.posting != nil && !yield(c.posting.clone()) {
				return
			}
		}
	}
}

// Card returns an asset as the books have it.
func (j *Journal) Card(asset string) (Card, bool) {
	c, ok := j.cards[asset]
	return c, ok
}

// Cards yields the assets as the books have them, in the order in which they
// came.
func (j *Journal) Cards() iter.Seq[Card] {
	order, cards := j.order, maps.Clone(j.cards)
	return func(yield func(Card) bool) {
		for _, asset := range order {
			if !yield(cards[asset]) {
				return
			}
		}
	}
}

// Head returns the revision and the digest of the last entry.
func (j *Journal) Head() rule.Head {
	return j.log.Head()
}

// Verify compares the journal with a head kept elsewhere; a journal that has
// grown since is whole if it still has that head in its middle.
func (j *Journal) Verify(h rule.Head) error {
	return j.log.Verify(h)
}

// Write writes the entries from a revision on as JSON Lines; 0 writes all.
func (j *Journal) Write(w io.Writer, from int) error { return j.log.Write(w, from) }

// ReadJournal reads a journal that [Journal.Write] wrote, from a file of that
// name, and checks it as [Journal.Post] did. A last line that was not written to
// its end gives the journal before it together with the error, which says where
// to cut the file; a line that was changed after it was written gives an error
// only.
func ReadJournal(r io.Reader, file string) (*Journal, error) {
	j := NewJournal()
	log, err := eventlog.Read(r, file, canonicalChange, func(b []byte, _ int) (change, error) {
		c, err := readChange(b)
		if err != nil {
			return c, err
		}
		return c, j.replay(c)
	})
	if log == nil {
		return nil, err
	}
	j.log, j.read = log, 0
	return j, err
}

// want says what a posting lacks, whatever the journal holds.
func (p *Posting) want() rule.Text {
	switch {
	case p.Event == "" || p.Kind == "":
		return text("编号和种类", "an id and a kind")
	case p.On.IsZero():
		return text("发生日期", "the day of the event")
	case len(p.Vouchers) == 0 && len(p.Terms) == 0:
		return text("至少一张凭证，或新的摊销条件", "a voucher at least, or new terms")
	case p.Booked.Before(p.On) && !p.Booked.IsZero():
		return text("不早于发生日期的入账日期", "a day of booking not before the day of the event")
	}
	booked := p.booked()
	for i := range p.Vouchers {
		switch v := &p.Vouchers[i]; {
		case !v.total.Present():
			return text("由 Chart.Voucher 生成的凭证", "vouchers made by Chart.Voucher")
		case v.entry.Date != booked:
			return text("凭证日期为入账日期 "+booked.String(), "vouchers dated "+booked.String()+", the day of booking")
		}
	}
	for _, u := range p.Usage {
		if u.Units < 0 || u.Units > MaxUnits {
			return text("当月工作量", "units of the month")
		}
	}
	return rule.Text{}
}

// booked is the day of booking.
func (p *Posting) booked() calendar.Date {
	if p.Booked.IsZero() {
		return p.On
	}
	return p.Booked
}

// same reports whether two postings say the same, the numbers aside that the
// journal gave.
func (p *Posting) same(q *Posting) bool {
	if len(p.Vouchers) != len(q.Vouchers) {
		return false
	}
	a, b := *p, q.clone()
	for i := range b.Vouchers {
		if b.Vouchers[i].entry.Number.IsZero() {
			b.Vouchers[i].entry.Number = a.Vouchers[i].entry.Number
		}
	}
	x, errX := appendPosting(nil, &a)
	y, errY := appendPosting(nil, &b)
	return errX == nil && errY == nil && slices.Equal(x, y)
}
