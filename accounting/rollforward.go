package accounting

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

// RollForward is the movements of assets over a span of days (增减变动表): opening,
// increases and decreases by kind of event, closing, for cost, amortisation and
// impairment; the carrying amount follows.
type RollForward struct {
	Cost       Movement
	Amortised  Movement
	Impaired   Movement
	Unassigned []string // vouchers with such lines that name no asset
}

// Movement is how one amount moved.
type Movement struct {
	Opening   money.Amount
	Increases []Moved // by kind of event
	Decreases []Moved // by kind of event; amounts above 0.00
	Closing   money.Amount
}

// Moved is what the events of one kind came to.
type Moved struct {
	Kind   string // an id of the event table
	Amount money.Amount
}

// Increased returns the sum of the increases.
func (m Movement) Increased() money.Amount { return total(m.Increases) }

// Decreased returns the sum of the decreases.
func (m Movement) Decreased() money.Amount { return total(m.Decreases) }

func total(all []Moved) money.Amount {
	sum := int64(0)
	for _, m := range all {
		sum += m.Amount.Fen()
	}
	return fen(sum)
}

// OpeningCarrying returns the carrying amount at the beginning.
func (r RollForward) OpeningCarrying() money.Amount {
	return fen(r.Cost.Opening.Fen() - r.Amortised.Opening.Fen() - r.Impaired.Opening.Fen())
}

// ClosingCarrying returns the carrying amount at the end.
func (r RollForward) ClosingCarrying() money.Amount {
	return fen(r.Cost.Closing.Fen() - r.Amortised.Closing.Fen() - r.Impaired.Closing.Fen())
}

// RollForward derives the table for the vouchers dated from one day to another,
// both included; those before are the opening, and so are opening vouchers
// within. of chooses the assets, for a table by category; nil is all, and the
// lines that name none. accounts narrows the table to the lines of accounts, where
// assets of a chart stand on several: inventories apart from intangible assets;
// none is all.
func (j *Journal) RollForward(from, to calendar.Date, of func(asset string) bool, accounts ...string) (RollForward, error) {
	var opening elements
	moved := map[Element]map[string]*[2]int64{Cost: {}, Amortisation: {}, Impairment: {}}
	var r RollForward
	for c := range j.log.Values() {
		p := c.posting
		if p == nil || p.booked().After(to) {
			continue
		}
		before := p.booked().Before(from) || p.opens()
		for i := range p.Vouchers {
			e, unassigned := &p.Vouchers[i].entry, false
			for k := range e.Lines {
				l := &e.Lines[k]
				if len(accounts) > 0 && !slices.Contains(accounts, l.Account) {
					continue
				}
				switch {
				case l.Element == "" || l.Asset != "" && of != nil && !of(l.Asset):
				case l.Asset == "" && of != nil:
				case before:
					opening.add(l)
				default:
					note(moved[l.Element], p.Kind, l)
				}
				unassigned = unassigned || l.Element != "" && l.Asset == ""
			}
			if unassigned {
				r.Unassigned = append(r.Unassigned, e.word())
			}
		}
	}
	for _, m := range []struct {
		to      *Movement
		opening int64
		element Element
	}{{&r.Cost, opening.cost, Cost}, {&r.Amortised, opening.amortised, Amortisation}, {&r.Impaired, opening.impaired, Impairment}} {
		var err error
		if *m.to, err = movement(m.opening, moved[m.element]); err != nil {
			return RollForward{}, err
		}
	}
	return r, nil
}

// note adds a line to the increases or decreases of its kind. A red line takes
// back what the side it stands on gave.
func note(kinds map[string]*[2]int64, kind string, l *Line) {
	sums := kinds[kind]
	if sums == nil {
		sums = new([2]int64)
		kinds[kind] = sums
	}
	increase := l.Side == Debit
	if l.Element != Cost {
		increase = l.Side == Credit
	}
	if increase {
		sums[0] += l.Amount.Fen()
	} else {
		sums[1] += l.Amount.Fen()
	}
}

func movement(opening int64, kinds map[string]*[2]int64) (Movement, error) {
	closing := opening
	var m Movement
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for side, to := range []*[]Moved{&m.Increases, &m.Decreases} {
			n := kinds[kind][side]
			if n == 0 {
				continue
			}
			amount, err := money.Fen(n)
			if err != nil {
				return m, err
			}
			*to = append(*to, Moved{kind, amount})
			if side == 0 {
				closing += n
			} else {
				closing -= n
			}
		}
	}
	var errs [2]error
	m.Opening, errs[0] = money.Fen(opening)
	m.Closing, errs[1] = money.Fen(closing)
	return m, cmp.Or(errs[0], errs[1])
}

// Difference is an amount that two records of an asset do not agree on.
type Difference struct {
	Asset   string
	Element Element // "" where one of the two does not have the asset
	Journal money.Amount
	Kept    money.Amount
}

// Reconcile compares the journal with the cards that the unit keeps of its
// assets (账卡核对): cost, amortisation and impairment of each. Cards that stand at
// nothing agree with none.
func (j *Journal) Reconcile(kept []Card) []Difference {
	var all []Difference
	byAsset := map[string]Card{}
	for _, c := range kept {
		byAsset[c.Asset] = c
	}
	assets := slices.Sorted(maps.Keys(byAsset))
	for _, asset := range j.order {
		if _, ok := byAsset[asset]; !ok {
			assets = append(assets, asset)
		}
	}
	slices.Sort(assets)
	for _, asset := range assets {
		books, card := j.cards[asset], byAsset[asset]
		for _, e := range []struct {
			element    Element
			books, own money.Amount
		}{{Cost, books.Cost, card.Cost}, {Amortisation, books.Amortised, card.Amortised}, {Impairment, books.Impaired, card.Impaired}} {
			if e.books.Fen() != e.own.Fen() {
				all = append(all, Difference{asset, e.element, e.books, e.own})
			}
		}
	}
	return all
}
