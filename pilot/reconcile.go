package pilot

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// Reconciled is one asset as the records of a unit have it on a day: the line of
// a reconciliation sheet (对账表).
type Reconciled struct {
	Asset    string
	Resource *asset.Resource        // of the inventory; nil where it has none
	Row      *ledger.Row            // of the ledger, a retired row too; nil where it has none
	Register *registry.Registration // as it stands; nil where no step was taken
	National *registry.Registration // that of public data resources, where it stands beside another; nil where there is none
	Cost     money.Amount           // original cost in the financial book; absent where the asset was never booked
	Written  money.Amount           // accumulated amortisation; absent where there is none
	Impaired money.Amount           // impairment; absent where there is none
	Missed   money.Amount           // amortisation of whole months that was not booked; absent where none is
	Receipts []string               // rows of the revenue account, of an enterprise its matters, by which it brought in money
	Unbooked []string               // those of whole months that no event booked; one of several assets is told of its first
	Differs  []Apart                // those whose vouchers say another amount than the row

	ledger bool // there is a ledger to compare with
	books  bool // there are books to compare with
}

// Apart is an amount that a row of the revenue account and its vouchers say
// differently.
type Apart struct {
	Row    string
	Column string       // of the account: received or remitted
	Says   money.Amount // the row
	Books  money.Amount // its vouchers
}

// Held reports whether the ledger holds the asset: a row that is not retired.
func (r Reconciled) Held() bool { return r.Row != nil && r.Row.RetiredOn.IsZero() }

// InBooks reports whether the books hold the asset.
func (r Reconciled) InBooks() bool { return r.Cost.Sign() > 0 }

// Reconciliation sets inventory, ledger, registrations and books of a unit
// against each other on a day: 账实、账账、账卡相符.
type Reconciliation struct {
	At     calendar.Date
	Assets []Reconciled // every asset that one of the records knows, in order of first appearance
	Report rule.Report
}

// Reconcile compares the records of a unit on a day by the zero [Reviewer]. An
// error is about the call: no day.
func Reconcile(u Unit, at calendar.Date) (Reconciliation, error) { return Reviewer{}.Reconcile(u, at) }

// Reconcile compares the records of a unit on a day. Each difference is a
// finding with its path below /assets, its cause and what to do.
func (v Reviewer) Reconcile(u Unit, at calendar.Date) (Reconciliation, error) {
	if at.IsZero() {
		return Reconciliation{}, &rule.ValueError{Want: "the day of the reconciliation"}
	}
	lines, err := gather(u, at)
	if err != nil {
		return Reconciliation{}, err
	}
	checks := v.Reconciling
	if checks.IsZero() {
		checks = ReconcileRules()
	}
	context := u.Inventory.Holder.Context()
	context.At = at
	result := Reconciliation{At: at, Assets: lines}
	for i, line := range lines {
		found := checks.Review(line, context)
		for j := range found.Findings {
			f := &found.Findings[j]
			f.Path, f.Row = rule.Pointer("assets", number(i))+f.Path, i+1
		}
		result.Report.Merge(found)
	}
	return result, nil
}

// gather collects what the records of a unit say of each asset on a day.
func gather(u Unit, at calendar.Date) ([]Reconciled, error) {
	s := sheet{place: map[string]int{}, posted: map[string]bool{}, ledger: u.Ledger != nil && u.Ledger.Revision() > 0, books: u.Journal != nil && u.Journal.Revision() > 0}
	for i := range u.Inventory.Resources {
		if r := &u.Inventory.Resources[i]; !r.AvailableOn.After(at) {
			s.of(r.ID).Resource = r
		}
	}
	if u.Ledger != nil {
		for row := range u.Ledger.AsOf(at).Rows() {
			s.of(row.ID()).Row = &row
		}
	}
	for i := range u.Registrations {
		if r := &u.Registrations[i]; r.Position.Status != registry.None || r.Position.Procedure != "" {
			s.of(r.Asset).stands(r)
		}
	}
	if u.Journal != nil {
		books, later := u.Journal, false
		for p := range u.Journal.Postings() {
			if p.On.After(at) || p.Booked.After(at) {
				later = true
				continue
			}
			if err := s.post(p); err != nil {
				return nil, err
			}
		}
		if later { // the cards of the day, where they can be told
			if as, err := books.AsOf(at); err == nil {
				books = as
			}
		}
		s.missed(books, at)
	}
	if err := s.receipts(u, at); err != nil {
		return nil, err
	}
	if u.Ledger != nil {
		s.retired(u.Ledger.AsOf(at))
	}
	return s.lines, nil
}

// wholeMonth is the last month that is over on a day.
func wholeMonth(at calendar.Date) calendar.Month {
	last := calendar.MonthOf(at)
	if at != last.Last() {
		last = last.Add(-1)
	}
	return last
}

// retired adds the rows that the ledger no longer holds, for the assets that
// another record knows.
func (s *sheet) retired(v ledger.View) {
	for i := range s.lines {
		if line := &s.lines[i]; line.Row == nil {
			if row, known := v.Last(line.Asset); known {
				line.Row = &row
			}
		}
	}
}

// missed notes the amortisation that the books should have by the day and do not.
func (s *sheet) missed(books *accounting.Journal, at calendar.Date) {
	last := wholeMonth(at)
	for card := range books.Cards() {
		if _, known := s.place[card.Asset]; known && card.Terms.Units == 0 {
			s.of(card.Asset).Missed = card.Due(last, 0)
		}
	}
}

// sheet is a reconciliation being filled in.
type sheet struct {
	lines  []Reconciled
	place  map[string]int
	posted map[string]bool // events that the books have by the day
	ledger bool            // there is one to compare with
	books  bool            // there are books to compare with
}

// stands takes a registration. The national one of public data stands beside
// that of the holder's own regime.
func (r *Reconciled) stands(in *registry.Registration) {
	national := registry.NationalRegistration().ID()
	switch {
	case r.Register == nil:
		r.Register = in
	case in.Regime().ID() == national:
		r.National = in
	case r.Register.Regime().ID() == national:
		r.National, r.Register = r.Register, in
	default:
		r.Register = in
	}
}

func (s *sheet) of(id string) *Reconciled {
	i, known := s.place[id]
	if !known {
		i = len(s.lines)
		s.place[id] = i
		s.lines = append(s.lines, Reconciled{Asset: id, ledger: s.ledger, books: s.books})
	}
	return &s.lines[i]
}

// post adds the lines of a posting to the assets that they name.
func (s *sheet) post(p accounting.Posting) error {
	s.posted[p.Event] = true
	for _, v := range p.Vouchers {
		for _, l := range v.Entry().Lines {
			if l.Asset == "" {
				continue
			}
			line, amount := s.of(l.Asset), l.Amount
			if l.Side == accounting.Credit {
				amount = amount.Neg()
			}
			var err error
			switch l.Element {
			case accounting.Cost:
				line.Cost, err = line.Cost.Add(amount)
			case accounting.Amortisation:
				line.Written, err = line.Written.Sub(amount)
			case accounting.Impairment:
				line.Impaired, err = line.Impaired.Sub(amount)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
