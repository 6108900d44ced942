package enterprise

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Disclosure is what an annual report tells of data resources by 财会〔2023〕11号 三:
// the three lines of the balance sheet, both tables, and every item of
// [DisclosureItems], derived from a journal where it can be and written by the
// enterprise where it cannot. [Disclose] makes one.
type Disclosure struct {
	From    calendar.Date
	To      calendar.Date
	Written // by the enterprise

	Closing      Presentation
	Opening      Presentation
	Intangible   Table // A
	Inventories  Table // B
	Held         []HeldAsset
	Projects     []Movement
	Development  Movement     // of all projects
	Research     money.Amount // expensed in the period, development that does not qualify and failed projects included
	Recognised   money.Amount // own development recognised as intangible assets
	Losses       []Loss
	SaleHeld     []HeldAsset // held for sale
	Restricted   []RestrictedAsset
	RestrictedIn money.Amount // carrying amount of what is restricted, each asset once
	Report       rule.Report  // cross-checks, and what the enterprise still has to write
}

// HeldAsset is a data resource as it stands in the books on the last day.
type HeldAsset struct {
	Asset     string
	State     string
	Cost      money.Amount
	Amortised money.Amount
	Impaired  money.Amount // impairment, or provision
	Terms     accounting.Terms
	Life      int // months from the first that the journal amortised to the last; 0 where it is not by months
	Left      int // months still to be amortised; 0 where it is not by months
}

// Carrying returns the carrying amount.
func (h HeldAsset) Carrying() money.Amount {
	return fen(h.Cost.Fen() - h.Amortised.Fen() - h.Impaired.Fen())
}

// Loss is the impairment of an asset in the period.
type Loss struct {
	Asset  string
	Amount money.Amount
}

// Disclose derives the disclosure of a period, both days included, from a journal
// and what the enterprise has written. What is missing or does not agree is in the
// report. Errors are [*NoteError], or of money.
func Disclose(j *accounting.Journal, from, to calendar.Date, w Written) (Disclosure, error) {
	d := Disclosure{From: from, To: to, Written: w}
	ways := map[string]Way{}
	for _, a := range w.Ways {
		way, ok := WayOf(a.Way)
		if !ok {
			return d, &NoteError{a.Resource, "a way of acquisition"}
		}
		ways[a.Resource] = way
	}
	var err error
	if d.Intangible, err = IntangibleTable(j, from, to, ways); err != nil {
		return d, err
	}
	if d.Inventories, err = InventoryTable(j, from, to, ways); err != nil {
		return d, err
	}
	if d.Projects, d.Development, err = DevelopmentTable(j, from, to); err != nil {
		return d, err
	}
	if d.Closing, err = Present(j, to); err != nil {
		return d, err
	}
	if d.Restricted, d.RestrictedIn, err = Restricted(j, w.Pledges, to); err != nil {
		return d, err
	}
	d.opening()
	d.standing(j)
	if err := d.expensed(j); err != nil {
		return d, err
	}
	d.Report.Merge(d.Intangible.Check())
	d.Report.Merge(d.Inventories.Check())
	d.Report.Merge(Against{Recognised: d.Recognised}.Check(d.Intangible, d.Inventories, d.Closing))
	d.complete(j)
	d.finished(j)
	return d, nil
}

// opening takes the lines of the balance sheet at the beginning from the tables,
// which count opening vouchers as before the period.
func (d *Disclosure) opening() {
	d.Opening.On = d.From.AddDays(-1)
	if d.Intangible.Cell(2, TotalColumn).Sign() != 0 {
		d.Opening.Intangible = d.Intangible.Cell(27, TotalColumn)
	}
	if d.Inventories.Cell(2, TotalColumn).Sign() != 0 {
		d.Opening.Inventory = d.Inventories.Cell(21, TotalColumn)
	}
	if d.Development.Opening.Sign() != 0 {
		d.Opening.Development = d.Development.Opening
	}
}

// standing lists the assets as they stand on the last day.
func (d *Disclosure) standing(j *accounting.Journal) {
	for _, h := range heldAt(j, d.To) {
		if h.Cost.Sign() <= 0 {
			continue
		}
		switch h.State {
		case ForSale:
			d.SaleHeld = append(d.SaleHeld, h)
		case Held, Nominal, Stock, Dispatched:
			d.Held = append(d.Held, h)
		}
	}
}

// heldAt replays the postings up to a day: the state, the amounts and the terms of
// each asset, in the order in which they came.
func heldAt(j *accounting.Journal, on calendar.Date) []HeldAsset {
	var order []string
	all, sums, began := map[string]*HeldAsset{}, map[string]*[3]int64{}, map[string]calendar.Month{}
	get := func(asset string) *HeldAsset {
		if all[asset] == nil {
			all[asset], sums[asset] = &HeldAsset{Asset: asset}, new([3]int64)
			order = append(order, asset)
		}
		return all[asset]
	}
	for p := range j.Postings() {
		if bookedOn(p).After(on) {
			continue
		}
		for _, m := range p.Moves {
			if h := get(m.Asset); m.To != "" {
				h.State = m.To
			}
		}
		for _, t := range p.Terms {
			h := get(t.Asset)
			if h.Terms = t.Terms; began[t.Asset].IsZero() || t.Terms.Months == 0 {
				began[t.Asset] = t.Terms.From
			}
		}
		for _, v := range p.Vouchers {
			for _, l := range v.Entry().Lines {
				if l.Asset != "" && l.Element != "" {
					get(l.Asset)
					addElement(sums[l.Asset], l)
				}
			}
		}
	}
	held := make([]HeldAsset, len(order))
	for i, asset := range order {
		h, s := all[asset], sums[asset]
		h.Cost, h.Amortised, h.Impaired = fen(s[0]), fen(s[1]), fen(s[2])
		if h.Left = monthsLeft(h.Terms, on); h.Terms.Months > 0 {
			h.Life = h.Terms.From.Add(h.Terms.Months).Sub(began[asset])
		}
		held[i] = *h
	}
	return held
}

func bookedOn(p accounting.Posting) calendar.Date {
	if p.Booked.IsZero() {
		return p.On
	}
	return p.Booked
}

func addElement(s *[3]int64, l accounting.Line) {
	n := l.Amount.Fen()
	if l.Side == accounting.Credit {
		n = -n
	}
	switch l.Element {
	case accounting.Cost:
		s[0] += n
	case accounting.Amortisation:
		s[1] -= n
	case accounting.Impairment:
		s[2] -= n
	}
}

// monthsLeft is how many months terms still amortise after the month of a day.
func monthsLeft(t accounting.Terms, on calendar.Date) int {
	if t.Months == 0 {
		return 0
	}
	return min(t.Months, max(0, t.From.Add(t.Months-1).Sub(calendar.MonthOf(on))))
}

// expensed sums the research and development expensed in the period, what was
// recognised, and the impairments of each asset.
func (d *Disclosure) expensed(j *accounting.Journal) error {
	research, seen := d.Development.Expensed.Fen(), d.Development.Closing.Present()
	losses := map[string]int64{}
	var order []string
	for p := range j.Postings() {
		for _, v := range p.Vouchers {
			e := v.Entry()
			if e.Date.Before(d.From) || e.Date.After(d.To) || e.Kind == accounting.Opening {
				continue
			}
			for _, l := range e.Lines {
				switch {
				case l.Account == "5301" && strings.HasPrefix(l.Detail, "费用化支出") && l.Side == accounting.Debit:
					research, seen = research+l.Amount.Fen(), true
				case l.Account == "1703" && l.Side == accounting.Credit:
					if !slices.Contains(order, l.Asset) {
						order = append(order, l.Asset)
					}
					losses[l.Asset] += l.Amount.Fen()
				}
			}
		}
	}
	for _, asset := range order {
		a, err := money.Fen(losses[asset])
		if err != nil {
			return err
		}
		d.Losses = append(d.Losses, Loss{asset, a})
	}
	if !seen {
		return nil
	}
	var err error
	d.Recognised = fen(d.Development.Recognised.Fen())
	d.Research, err = money.Fen(research)
	return err
}
