package government

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

// Notes is what the notes to the statements say about intangible assets: the six
// items of 财会〔2016〕12号 第25条, and the table and lines of 附注 (五)8 and (七)2.
type Notes struct {
	Year       int             `json:"year"`
	Categories []CategoryTable `json:"categories"`          // (一), 附注 (五)8
	Developed  []AssetNote     `json:"developed,omitzero"`  // (二) own development
	Nominal    []NominalNote   `json:"nominal,omitzero"`    // (三), 附注 (七)2
	Received   []AssetNote     `json:"received,omitzero"`   // (四) donated and transferred in
	Lives      []LifeNote      `json:"lives,omitzero"`      // (五), 附注 (四)7
	Disposed   []DisposalNote  `json:"disposed,omitzero"`   // (六)
	Expensed   money.Amount    `json:"researchExpensed"`    // research that went to this year's result
	Formed     money.Amount    `json:"developmentFormed"`   // development that became assets
	Unassigned []string        `json:"unassigned,omitzero"` // vouchers whose lines name no asset: in no category
}

// CategoryTable is one category of 附注 (五)8: original value, amortisation and
// carrying amount, each with opening, increase, decrease and closing.
type CategoryTable struct {
	Category  string       `json:"category"`
	Cost      Roll         `json:"cost"`
	Amortised Roll         `json:"amortised"`
	Opening   money.Amount `json:"openingCarrying"`
	Closing   money.Amount `json:"closingCarrying"`
}

// Roll is one line of the table.
type Roll struct {
	Opening   money.Amount `json:"opening"`
	Increased money.Amount `json:"increased"`
	Decreased money.Amount `json:"decreased"`
	Closing   money.Amount `json:"closing"`
}

// AssetNote is an asset that a list names.
type AssetNote struct {
	Asset     string `json:"asset"`
	Name      string `json:"name"`
	How       string `json:"how"` // the kind of event by which it came
	Cost      Roll   `json:"cost"`
	Amortised Roll   `json:"amortised"`
}

// NominalNote is an asset at nominal amount at the end of the year.
type NominalNote struct {
	Asset  string `json:"asset"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// LifeNote is how the life of an asset was found.
type LifeNote struct {
	Asset      string `json:"asset"`
	Name       string `json:"name"`
	Months     int    `json:"months,omitzero"`
	Units      int64  `json:"units,omitzero"`
	Indefinite bool   `json:"indefinite,omitzero"`
	Ground     string `json:"ground"`
}

// DisposalNote is an asset that left in the year.
type DisposalNote struct {
	Asset    string        `json:"asset"`
	Name     string        `json:"name"`
	How      string        `json:"how"` // the kind of event
	On       calendar.Date `json:"on"`
	Cost     money.Amount  `json:"cost"`
	Carrying money.Amount  `json:"carrying"`
}

// About is what the journal does not know of an asset.
type About struct {
	Name     string
	Category string // 类别, of the table
	Reason   string // for a nominal amount (第25条(三))
	Ground   string // of its life, finite or not (第25条(五))
}

// NotesOf derives the notes of a year from a journal: amounts, ways and terms
// from its postings, names, categories and reasons from about. Judge them by
// [NotesRules]. Errors are those of [accounting.Journal.RollForward].
func NotesOf(j *accounting.Journal, year int, about func(asset string) About) (Notes, error) {
	b := notesBuilder{
		from: calendar.MustDate(year, 1, 1), to: calendar.MustDate(year, 12, 31),
		assets: map[string]*noted{}, about: about,
	}
	b.n = Notes{Year: year, Expensed: money.Zero(), Formed: money.Zero()}
	for p := range j.Postings() {
		b.take(p)
	}
	if err := b.categories(j); err != nil {
		return Notes{}, err
	}
	b.lists()
	return b.n, nil
}

// noted is one asset as the postings have it at the end of the year.
type noted struct {
	id              string
	came            string
	gone            *DisposalNote
	terms           accounting.Terms
	cost, amortised roll
}

// roll counts in fen.
type roll struct{ opening, up, down int64 }

func (r *roll) add(fen int64, before bool) {
	switch {
	case before:
		r.opening += fen
	case fen > 0:
		r.up += fen
	default:
		r.down -= fen
	}
}

func (r roll) closing() int64 { return r.opening + r.up - r.down }

func (r roll) amounts() Roll {
	return Roll{amount(r.opening), amount(r.up), amount(r.down), amount(r.closing())}
}

// amount is fen that came from amounts, so that it is one too.
func amount(fen int64) money.Amount {
	a, err := money.Fen(fen)
	if err != nil {
		return money.Amount{}
	}
	return a
}

type notesBuilder struct {
	n        Notes
	from, to calendar.Date
	assets   map[string]*noted
	order    []string
	about    func(string) About
}

func (b *notesBuilder) asset(id string) *noted {
	a := b.assets[id]
	if a == nil {
		a = &noted{id: id}
		b.assets[id] = a
		b.order = append(b.order, id)
	}
	return a
}

func (b *notesBuilder) take(p accounting.Posting) {
	day := p.On
	if !p.Booked.IsZero() {
		day = p.Booked
	}
	if day.After(b.to) {
		return
	}
	before := day.Before(b.from)
	for _, v := range p.Vouchers {
		e := v.Entry()
		for i := range e.Lines {
			b.line(&e.Lines[i], p.Kind, before || e.Kind == accounting.Opening)
		}
	}
	for _, t := range p.Terms {
		b.asset(t.Asset).terms = t.Terms
	}
	for _, m := range p.Moves {
		a := b.asset(m.Asset)
		if !before && (m.To == Losing || m.To == Gone && slices.Contains(m.From, Held)) {
			a.gone = &DisposalNote{Asset: m.Asset, How: p.Kind, On: p.On, Cost: b.credited(p, m.Asset, accounting.Cost), Carrying: b.carried(p, m.Asset)}
		}
	}
}

// line counts one line: of an asset's amounts, or of research and development.
func (b *notesBuilder) line(l *accounting.Line, kind string, before bool) {
	fen := signed(l)
	switch {
	case l.Element == accounting.Cost && l.Asset != "":
		a := b.asset(l.Asset)
		if a.came == "" && fen > 0 {
			a.came = kind
		}
		a.cost.add(fen, before)
	case l.Element == accounting.Amortisation && l.Asset != "":
		b.asset(l.Asset).amortised.add(-fen, before)
	case l.Account == "1703" && !before && fen < 0:
		to := &b.n.Expensed
		if kind == "government.development-formed" {
			to = &b.n.Formed
		}
		*to = amount(to.Fen() - fen)
	}
}

// credited is what a posting takes off an asset's element.
func (b *notesBuilder) credited(p accounting.Posting, asset string, of accounting.Element) money.Amount {
	sum := int64(0)
	for _, v := range p.Vouchers {
		for _, l := range v.Entry().Lines {
			if l.Asset == asset && l.Element == of {
				sum -= signed(&l)
			}
		}
	}
	return amount(sum)
}

// carried is the carrying amount that a posting writes off: amortisation is
// debited, so that it comes out below nothing.
func (b *notesBuilder) carried(p accounting.Posting, asset string) money.Amount {
	return amount(b.credited(p, asset, accounting.Cost).Fen() + b.credited(p, asset, accounting.Amortisation).Fen())
}

func (b *notesBuilder) categories(j *accounting.Journal) error {
	var names []string
	for _, id := range b.order {
		if c := b.about(id).Category; !slices.Contains(names, c) {
			names = append(names, c)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		r, err := j.RollForward(b.from, b.to, func(asset string) bool { return b.about(asset).Category == name })
		if err != nil {
			return err
		}
		b.n.Categories = append(b.n.Categories, CategoryTable{
			Category: name, Cost: rolled(r.Cost), Amortised: rolled(r.Amortised),
			Opening: r.OpeningCarrying(), Closing: r.ClosingCarrying(),
		})
		b.n.Unassigned = r.Unassigned
	}
	return nil
}

func rolled(m accounting.Movement) Roll {
	return Roll{m.Opening, m.Increased(), m.Decreased(), m.Closing}
}

// lists fills in what names assets, in the order in which they came.
func (b *notesBuilder) lists() {
	for _, id := range b.order {
		a, about := b.assets[id], b.about(id)
		note := AssetNote{id, about.Name, a.came, a.cost.amounts(), a.amortised.amounts()}
		switch strings.TrimPrefix(a.came, "government.") {
		case "development-formed", "legally-acquired":
			b.n.Developed = append(b.n.Developed, note)
		case "donation", "donation-nominal", "transfer-in", "transfer-in-amortised", "transfer-in-nominal":
			b.n.Received = append(b.n.Received, note)
		}
		if a.gone != nil {
			a.gone.Name = about.Name
			b.n.Disposed = append(b.n.Disposed, *a.gone)
		}
		switch {
		case a.cost.closing() == 0 || a.terms.IsZero():
		case a.terms.Measured == accounting.AtNominal:
			b.n.Nominal = append(b.n.Nominal, NominalNote{id, about.Name, about.Reason})
		default:
			b.n.Lives = append(b.n.Lives, LifeNote{id, about.Name, a.terms.Months, a.terms.Units, a.terms.Indefinite, about.Ground})
		}
	}
}
