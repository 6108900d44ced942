package accounting

import (
	"github.com/dataasset-go/dataasset/calendar"
)

// draft is what a call would change, until all of it is known to be right.
type draft struct {
	j        *Journal
	postings map[string]*Posting
	added    []*Posting
	cards    map[string]*Card
	touched  []string // assets of the cards, in order
	came     []string
	series   map[series]int
	numbered bool // vouchers keep the numbers that they have
}

func (j *Journal) draft() *draft {
	return &draft{j: j, postings: map[string]*Posting{}, cards: map[string]*Card{}, series: map[series]int{}}
}

// posted returns the posting of an event, in the journal or in the draft.
func (d *draft) posted(event string) (*Posting, bool) {
	if p, ok := d.postings[event]; ok {
		return p, true
	}
	if i, ok := d.j.events[event]; ok {
		return d.j.at(i).posting, true
	}
	return nil, false
}

// take numbers a posting and applies it to the draft. The posting is the
// draft's own.
func (d *draft) take(p *Posting) error {
	month := calendar.MonthOf(p.booked())
	if !d.j.closed.IsZero() && month.Compare(d.j.closed) <= 0 {
		return &PostingError{p.Event, text("未结账期间的凭证日期（已结账至 "+d.j.closed.String()+"）", "a date after "+d.j.closed.String()+", the last month closed"), ErrClosed}
	}
	if p.opens() && (len(d.added) > 0 && !d.added[len(d.added)-1].opens() || d.j.began) {
		return &PostingError{Event: p.Event, Want: text("先于其他凭证的期初凭证", "opening vouchers before all others")}
	}
	if want := d.number(p, month); want != "" {
		return &PostingError{Event: p.Event, Want: text("连续的下一凭证号 "+want, "the next number of its series, "+want)}
	}
	if want := p.apply(d.card); !want.IsZero() {
		return &PostingError{Event: p.Event, Want: want}
	}
	d.postings[p.Event] = p
	d.added = append(d.added, p)
	return nil
}

// opens reports whether the posting is of opening vouchers.
func (p *Posting) opens() bool {
	return len(p.Vouchers) > 0 && p.Vouchers[0].entry.Kind == Opening
}

// card returns the draft's own copy of a card, a new one for an asset that has
// none.
func (d *draft) card(asset string) *Card {
	c := d.cards[asset]
	if c == nil {
		copied, known := d.j.cards[asset]
		if !known {
			copied.Asset = asset
			d.came = append(d.came, asset)
		}
		c = &copied
		d.cards[asset] = c
		d.touched = append(d.touched, asset)
	}
	return c
}

// number gives the vouchers their numbers; several of one book share one. want
// is the number that one should have brought.
func (d *draft) number(p *Posting, month calendar.Month) (want string) {
	for i := range p.Vouchers {
		e := &p.Vouchers[i].entry
		s := series{e.Book, month, e.Word}
		part, parts := 0, 0
		for k := range p.Vouchers {
			if o := &p.Vouchers[k].entry; o.Book == e.Book && o.Word == e.Word {
				parts++
				if k <= i {
					part++
				}
			}
		}
		n, ok := d.series[s]
		if !ok {
			n = d.j.series[s]
		}
		if part == 1 {
			n++
			d.series[s] = n
		}
		next := Number{N: n, Part: part, Parts: parts}
		if parts == 1 {
			next = Number{N: n}
		}
		if d.numbered {
			d.series[s] = max(n, e.Number.N)
			continue
		}
		if !e.Number.IsZero() && e.Number != next {
			return next.String()
		}
		e.Number = next
	}
	return ""
}

// commit makes the draft the journal's; its log has the postings already.
func (d *draft) commit() {
	j := d.j
	for i, p := range d.added {
		j.index(p, j.log.Len()-len(d.added)+i)
	}
	for s, n := range d.series {
		j.series[s] = n
	}
	for asset, c := range d.cards {
		j.cards[asset] = *c
	}
	j.order = append(j.order, d.came...)
}

// index notes where a posting stands in the log.
func (j *Journal) index(p *Posting, at int) {
	j.began = j.began || !p.opens()
	j.events[p.Event] = at
	note := func(asset string) {
		if asset == "" {
			return
		}
		if places := j.assets[asset]; len(places) == 0 || places[len(places)-1] != at {
			j.assets[asset] = append(places, at)
		}
	}
	for _, asset := range p.Assets {
		note(asset)
	}
	for i := range p.Vouchers {
		for k := range p.Vouchers[i].entry.Lines {
			note(p.Vouchers[i].entry.Lines[k].Asset)
		}
	}
}

// replay applies a change that is being read; it becomes the next of the log.
func (j *Journal) replay(c change) error {
	at := j.read
	j.read++
	if c.period != nil {
		return j.period(*c.period)
	}
	p := c.posting
	if want := p.want(); !want.IsZero() {
		return &PostingError{Event: p.Event, Want: want}
	}
	if _, known := j.events[p.Event]; known {
		return &PostingError{p.Event, text("未入账的事项", "an event not posted before"), ErrConflict}
	}
	d := j.draft()
	for i := range p.Vouchers {
		if p.Vouchers[i].entry.Number.IsZero() {
			return &PostingError{Event: p.Event, Want: text("凭证编号", "the numbers of its vouchers")}
		}
	}
	if err := d.take(p); err != nil {
		return err
	}
	d.added = nil
	d.commit()
	j.index(p, at)
	return nil
}
