package ledger

import (
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// StateAssets is what the yearly report on state-owned assets says of data
// assets (GX-4.3.7): the lines of its table, and the paragraphs that only the
// unit can write (国务院令第738号 第44条).
type StateAssets struct {
	Year       int
	Lines      []StateAssetLine
	Paragraphs []Paragraph
}

// StateAssetLine is one line of the table.
type StateAssetLine struct {
	Item      string // what the line counts, in Chinese
	ItemEN    string // the same in English
	Code      string // of the line: opening, new, …
	Rows      record.Opt[int64]
	Amount    money.Amount // original value
	Amortised money.Amount // accumulated amortisation
	Impaired  money.Amount // an enterprise's impairment
	Net       money.Amount
	Income    money.Amount // received in the year
	Remitted  money.Amount // of it, remitted in the year
}

// Paragraph is what the report asks for in words.
type Paragraph struct {
	Title rule.Text
	Basis []rule.Clause
	Text  string // the unit's; empty until it is written
}

// StateAssets makes the report of a year out of what the view knows. Sums beyond
// the range of an amount, a year that has no dates, and a view that is no
// ledger's are refused.
func (v View) StateAssets(year int) (StateAssets, error) {
	span, err := YearSpan(year)
	if err != nil {
		return StateAssets{}, err
	}
	moved, err := v.Movements(ByAll, span)
	if err != nil {
		return StateAssets{}, err
	}
	before := v.AsOf(span.From.AddDays(-1))
	after := v.AsOf(span.To)
	r := StateAssets{Year: year, Paragraphs: paragraphs()}
	lines := stateAssetLines()
	for row := range before.Rows() {
		if err := lines.at("opening").add(&row); err != nil {
			return r, err
		}
	}
	for row := range after.Rows() {
		if err := lines.closing(&row); err != nil {
			return r, err
		}
	}
	for row := range after.Retired() {
		if row.RetiredOn.Before(span.From) {
			continue
		}
		if err := lines.at("retired").add(&row); err != nil {
			return r, err
		}
		if row.RetireCause != CauseSplit && row.RetireCause != CauseMerged && row.RetireCause != CauseReplaced {
			if err := lines.at("disposed").add(&row); err != nil {
				return r, err
			}
		}
	}
	all := moved[len(moved)-1]
	added := lines.at("new")
	added.Rows, added.Amount = all.New, all.NewAmount
	lines.at("changed").Amount = all.Changed
	if err := v.yearIncome(lines.at("closing"), span); err != nil {
		return r, err
	}
	r.Lines = lines
	return r, nil
}

// yearIncome fills in what was received and remitted in the year: by how much
// what rows have to date has grown by its changes. What a row had when it was
// entered is not of the year: it was received before, or by the row it continues.
func (v View) yearIncome(line *StateAssetLine, year Span) error {
	income, remitted := money.Zero(), money.Zero()
	var failed error
	for i := range v.count {
		var before Row
		first := true
		v.versions(i, func(x *version, row *Row) {
			if !first && year.holds(x.on) && failed == nil {
				if failed = grow(&income, row.Income, before.Income); failed == nil {
					failed = grow(&remitted, row.Remitted, before.Remitted)
				}
			}
			first, before.Income, before.Remitted = false, row.Income, row.Remitted
		})
		if failed != nil {
			return failed
		}
	}
	line.Income, line.Remitted = income, remitted
	return nil
}

// grow adds the difference of two amounts to a sum.
func grow(sum *money.Amount, now, before money.Amount) error {
	d, err := now.Sub(before)
	if err != nil {
		return err
	}
	*sum, err = sum.Add(d)
	return err
}

type stateLines []StateAssetLine

func (l stateLines) at(code string) *StateAssetLine {
	for i := range l {
		if l[i].Code == code {
			return &l[i]
		}
	}
	return &StateAssetLine{} // codes are those of the table below
}

// closing adds a row that is there at the end of the year to the lines it counts
// in. Authorised, in use and idle exclude each other, authorised first.
func (l stateLines) closing(row *Row) error {
	codes := []string{"closing"}
	switch row.Booking {
	case asset.BookedNominal:
		codes = append(codes, "nominal")
	case asset.BookedCost:
		codes = append(codes, "cost")
	default:
		codes = append(codes, "unbooked")
	}
	if row.Registered == IsRegistered {
		codes = append(codes, "registered")
	}
	switch {
	case row.Mode != "":
		codes = append(codes, "authorised")
	case row.Usage == InUse:
		codes = append(codes, "inUse")
	case row.Usage == Idle:
		codes = append(codes, "idle")
	default:
		codes = append(codes, "unstated")
	}
	for _, code := range codes {
		if err := l.at(code).add(row); err != nil {
			return err
		}
	}
	return nil
}

func (l *StateAssetLine) add(row *Row) error {
	t := Tally{Rows: l.Rows, Amount: l.Amount, Amortised: l.Amortised, Impairment: l.Impaired, Net: l.Net}
	if err := t.add(row); err != nil {
		return err
	}
	l.Rows, l.Amount, l.Amortised, l.Impaired, l.Net = t.Rows, t.Amount, t.Amortised, t.Impairment, t.Net
	return nil
}
