package accounting

import (
	"strconv"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// The names by which a run gives amounts to the event type that it books: the
// amortisation of this year, and, where the type names it, of earlier years.
const (
	InputCurrent = "current"
	InputPrior   = "prior"
)

// UseFact is the fact that a run takes from the terms of each asset: the use
// that decides which expense its amortisation goes to.
const UseFact = "use"

// Run is the amortisation of one month over all assets of a journal.
type Run struct {
	Table    *Table
	Kind     rule.ID        // the event type that books it
	Month    calendar.Month // also one of an earlier year, that was missed
	Booked   calendar.Date  // day of booking; none is the last day of the month
	Entity   rule.Entity    // of the unit
	Facts    map[string]string
	Usage    map[string]int64 // units that the month used, of assets amortised by them
	Material bool             // missed months of earlier years are a material error: to the type's prior input
	Batch    int              // assets a voucher; none is 200
	Signed   Signatures
}

// Proposal is what a run would book: dry, for nothing is booked until its
// postings are. Posted again, or proposed again after it was posted, it books
// nothing.
type Proposal struct {
	Revision int // of the journal that it was made for
	Postings []Posting
	Total    money.Amount
	Missed   []Missed  // booked late: each in a catch-up voucher of its own, before the month's
	Skipped  []Skipped // not amortised, and why
}

// Missed is the months that an asset should have been amortised for before the
// month of a run.
type Missed struct {
	Asset   string
	From    calendar.Month
	Through calendar.Month
	Current money.Amount // of the year of the run
	Prior   money.Amount // of earlier years
}

// Skipped is an asset that a run leaves out.
type Skipped struct {
	Asset string
	Why   rule.Text
}

// defaultBatch keeps a voucher to what a person can check, and a posting well
// below the size of an entry.
const defaultBatch = 200

// Propose makes the postings of a run. It refuses, with an [*EventError], a run
// whose event type is not there or does not name the inputs; the assets that are
// not amortised are listed with the reason.
func (j *Journal) Propose(r Run) (Proposal, error) {
	m := runMaker{j: j, r: r, p: Proposal{Revision: j.Revision(), Total: money.Zero()}}
	if m.r.Booked.IsZero() && !r.Month.IsZero() {
		m.r.Booked = r.Month.Last()
	}
	if m.r.Batch <= 0 {
		m.r.Batch = defaultBatch
	}
	if r.Month.IsZero() || r.Table == nil {
		return Proposal{}, &EventError{Kind: r.Kind, Want: text("月份和事项表", "a month and a table of events")}
	}
	for _, asset := range j.order {
		c := j.cards[asset]
		if err := m.take(&c); err != nil {
			return Proposal{}, err
		}
	}
	if err := m.flush(); err != nil {
		return Proposal{}, err
	}
	return m.p, nil
}

type runMaker struct {
	j     *Journal
	r     Run
	p     Proposal
	parts []Part
	usage []AssetUsage
	n     int // postings of the month so far
}

func (m *runMaker) take(c *Card) error {
	if why := c.NotAmortised(m.r.Month); !why.IsZero() {
		m.p.Skipped = append(m.p.Skipped, Skipped{c.Asset, why})
		return nil
	}
	used, ok := m.r.Usage[c.Asset]
	if c.Terms.Units > 0 && !ok {
		m.p.Skipped = append(m.p.Skipped, Skipped{c.Asset, text("缺当月工作量", "the units of the month are missing")})
		return nil
	}
	before := money.Zero()
	if missed, ok := c.Missed(m.r.Month.Add(-1), m.r.Booked.Year()); ok {
		if err := m.catchUp(c, missed); err != nil {
			return err
		}
		before = fen(missed.Current.Fen() + missed.Prior.Fen())
	}
	due := fen(c.Due(m.r.Month, used).Fen() - before.Fen())
	if due.Sign() <= 0 {
		m.p.Skipped = append(m.p.Skipped, Skipped{c.Asset, text("当月应摊销额为零", "nothing falls into the month")})
		return nil
	}
	m.parts = append(m.parts, m.part(c, m.amounts(due)))
	if c.Terms.Units > 0 {
		m.usage = append(m.usage, AssetUsage{c.Asset, used})
	}
	if err := m.add(due); err != nil {
		return err
	}
	if len(m.parts) >= m.r.Batch {
		return m.flush()
	}
	return nil
}

// amounts is the month's amortisation as the event type takes it: a month of an
// earlier year that is booked late is that year's, where that is a material error.
// So what is amortised by units is caught up too, a run a month that was missed.
func (m *runMaker) amounts(due money.Amount) map[string]money.Amount {
	if m.r.Material && m.r.Month.Year() < m.r.Booked.Year() {
		return map[string]money.Amount{InputCurrent: money.Zero(), InputPrior: due}
	}
	return map[string]money.Amount{InputCurrent: due}
}

func (m *runMaker) add(a money.Amount) (err error) {
	if m.p.Total, err = m.p.Total.Add(a); err != nil {
		return &EventError{Kind: m.r.Kind, Want: text("低于 10^15 元的合计", "a sum below 10^15"), Err: err}
	}
	return nil
}

func (m *runMaker) part(c *Card, amounts map[string]money.Amount) Part {
	p := Part{Asset: c.Asset, Detail: c.Detail, Amounts: amounts}
	if c.Terms.Use != "" {
		p.Facts = map[string]string{UseFact: c.Terms.Use}
	}
	return p
}

// catchUp books the missed months of one asset.
func (m *runMaker) catchUp(c *Card, missed Missed) error {
	m.p.Missed = append(m.p.Missed, missed)
	amounts := map[string]money.Amount{InputCurrent: missed.Current, InputPrior: missed.Prior}
	if !m.r.Material || missed.Prior.Fen() == 0 {
		amounts = map[string]money.Amount{InputCurrent: fen(missed.Current.Fen() + missed.Prior.Fen())}
	}
	if err := m.add(fen(missed.Current.Fen() + missed.Prior.Fen())); err != nil {
		return err
	}
	e := m.event("catch-up/"+c.Asset, []Part{m.part(c, amounts)})
	e.Summary = summarise(missedSummary(missed.From.String(), missed.Through.String()), c.Asset)
	return m.post(e, missed.Through, nil)
}

func (m *runMaker) event(suffix string, parts []Part) Event {
	return Event{
		ID: string(m.r.Kind) + "/" + m.r.Month.String() + "/" + suffix, Kind: m.r.Kind, On: m.r.Booked, Entity: m.r.Entity,
		Facts: m.r.Facts, Parts: parts, Signed: m.r.Signed,
	}
}

func (m *runMaker) post(e Event, through calendar.Month, usage []AssetUsage) error {
	p, err := m.r.Table.Post(e)
	if err != nil {
		return err
	}
	p.Through, p.Usage = through, usage
	m.p.Postings = append(m.p.Postings, p)
	return nil
}

// flush books the assets gathered.
func (m *runMaker) flush() error {
	if len(m.parts) == 0 {
		return nil
	}
	e := m.event("", m.parts)
	for {
		m.n++
		if id := e.ID + strconv.Itoa(m.n); !m.j.Has(id) {
			e.ID = id
			break
		}
	}
	var one []string
	if len(m.parts) == 1 {
		one = []string{m.parts[0].Asset}
	}
	e.Summary = summarise(dueSummary(m.r.Month.String()), one...)
	err := m.post(e, m.r.Month, m.usage)
	m.parts, m.usage = nil, nil
	return err
}

// Missed returns what the months through one should have taken and did not,
// split by the year of booking: an asset booked late gets them in one voucher.
// It reports false where none was missed, and for assets amortised by units,
// whose months are not known.
func (c Card) Missed(through calendar.Month, year int) (Missed, bool) {
	if c.Terms.Months == 0 || !c.NotAmortised(through).IsZero() {
		return Missed{}, false
	}
	from := c.first()
	if !c.Through.IsZero() && c.Through.Compare(from) >= 0 {
		from = c.Through.Add(1)
	}
	all := c.Due(through, 0).Fen()
	prior := int64(0)
	if before := calendar.MustMonth(year, 1).Add(-1); before.Compare(through) < 0 {
		prior = c.Due(before, 0).Fen()
	} else {
		prior = all
	}
	if all <= 0 {
		return Missed{}, false
	}
	return Missed{c.Asset, from, through, fen(all - prior), fen(prior)}, true
}
