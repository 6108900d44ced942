package ledger

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Totals is what a unit reports of its ledger.
type Totals struct {
	Rows       int                         `json:"rows"`
	Registered int                         `json:"registered"`
	Booking    map[asset.BookingStatus]int `json:"booking"`
	Amount     money.Amount                `json:"amount"` // booked; absent where nothing is
}

// Totals counts the rows by registration and booking status and adds up what is
// booked.
func (v View) Totals() (Totals, error) {
	t := Totals{Booking: map[asset.BookingStatus]int{}}
	for row := range v.Rows() {
		t.Rows++
		t.Booking[row.Booking]++
		if row.Registered == IsRegistered {
			t.Registered++
		}
		var err error
		if t.Amount, err = t.Amount.Add(row.Amount); err != nil {
			return Totals{}, err
		}
	}
	return t, nil
}

// Dimension is what rows are told apart by in a table of statistics. The zero
// Dimension is all rows together.
type Dimension uint8

// The dimensions.
const (
	ByAll Dimension = iota
	ByClass
	BySector
	ByHolder
	ByRegistration
	ByBooking
	ByAuthorisation
	ByUsage
)

// Dimensions lists the dimensions.
func Dimensions() []Dimension {
	return []Dimension{ByAll, ByClass, BySector, ByHolder, ByRegistration, ByBooking, ByAuthorisation, ByUsage}
}

// field is the key of the field that a dimension asks for, "" for none.
func (d Dimension) field() string {
	if int(d) >= len(dimensions) {
		return ""
	}
	return dimensions[d].key
}

// Title names the dimension in both languages.
func (d Dimension) Title() rule.Text {
	if int(d) >= len(dimensions) {
		return rule.Text{}
	}
	return dimensions[d].title
}

var dimensions = [...]struct {
	key   string
	title rule.Text
}{
	ByAll:           {"", text("合计", "all")},
	ByClass:         {"class", text("按资产分类", "by class")},
	BySector:        {"sector", text("按行业领域", "by sector")},
	ByHolder:        {"rightHolder", text("按持有单位", "by holder")},
	ByRegistration:  {"registered", text("按确权登记", "by registration")},
	ByBooking:       {"bookingStatus", text("按入账状态", "by booking status")},
	ByAuthorisation: {"authorisedMode", text("按授权模式", "by authorisation")},
	ByUsage:         {"usage", text("按使用状态", "by usage")},
}

// of is the code or name of a row in a dimension, "" where the row has none.
func (d Dimension) of(r *Row) string {
	switch d {
	case ByClass:
		return r.Resource.Class
	case BySector:
		return r.Resource.Sector
	case ByHolder:
		return r.Resource.RightHolder
	case ByRegistration:
		return string(r.Registered)
	case ByBooking:
		return string(r.Booking)
	case ByAuthorisation:
		return string(r.Mode)
	case ByUsage:
		return string(r.Usage)
	}
	return ""
}

// title names a code of a dimension.
func (d Dimension) title(t *record.Table[Row], code string) rule.Text {
	if d == ByAll {
		return dimensions[ByAll].title
	}
	if code == "" {
		return text("未填", "not given")
	}
	if f, ok := t.Definition().Field(d.field()); ok {
		if c, ok := f.Type.(record.Code); ok {
			return c.List.TitleOf(code)
		}
	}
	return rule.Text{ZH: code, EN: code}
}

// rank is the place of a code in the list of its dimension, for the order of a
// table; what is no code of a list goes by its text, and what is not given last.
func (d Dimension) rank(t *record.Table[Row]) func(string) int {
	places := map[string]int{}
	if f, ok := t.Definition().Field(d.field()); ok {
		if c, ok := f.Type.(record.Code); ok {
			for i, e := range c.List.Codes {
				if _, known := places[e.Code]; !known {
					places[e.Code] = i
				}
			}
		}
	}
	return func(code string) int {
		i, known := places[code]
		switch {
		case known:
			return i
		case code == "":
			return len(places) + 1
		}
		return len(places)
	}
}

// order sorts the codes of a dimension.
func (d Dimension) order(t *record.Table[Row], codes []string) {
	rank := d.rank(t)
	slices.SortFunc(codes, func(a, b string) int {
		if x, y := rank(a), rank(b); x != y {
			return x - y
		}
		return strings.Compare(a, b)
	})
}

// Tally is one line of a table of statistics: how many rows there are of a kind,
// and their amounts. Amounts are absent where no row has one.
type Tally struct {
	Dimension  string // title in Chinese, as a table shows it
	Code       string // code or name; "" for all, and for rows that do not say
	Title      string // title of the code in Chinese
	Rows       record.Opt[int64]
	Amount     money.Amount // original value
	Amortised  money.Amount
	Impairment money.Amount
	Net        money.Amount
	Income     money.Amount
	Remitted   money.Amount
}

// add adds a row.
func (t *Tally) add(r *Row) error {
	net, err := r.Net()
	if err != nil {
		return err
	}
	return t.Merge(Tally{
		Rows: record.Some[int64](1), Amount: r.Amount, Amortised: r.Amortised, Impairment: r.Impairment,
		Net: net, Income: r.Income, Remitted: r.Remitted,
	})
}

// Merge adds the numbers and amounts of another tally, that of the same kind of
// rows elsewhere. A sum beyond the range of an amount is a [*money.ValueError].
func (t *Tally) Merge(o Tally) (err error) {
	t.Rows = record.Some(t.Rows.Or(0) + o.Rows.Or(0))
	for _, x := range []struct {
		sum *money.Amount
		by  money.Amount
	}{
		{&t.Amount, o.Amount},
		{&t.Amortised, o.Amortised},
		{&t.Impairment, o.Impairment},
		{&t.Net, o.Net},
		{&t.Income, o.Income},
		{&t.Remitted, o.Remitted},
	} {
		if *x.sum, err = x.sum.Add(x.by); err != nil {
			return err
		}
	}
	return nil
}

// Tally counts rows by a dimension and adds up their amounts: one line a code that
// occurs, in the order of its list, and a line for all at the end. It holds none
// of the rows. t is their table, nil is [Table]. A sum beyond the range of an
// amount is a [*money.ValueError].
func (d Dimension) Tally(rows iter.Seq[Row], t *record.Table[Row]) ([]Tally, error) {
	if t == nil {
		t = Table()
	}
	lines := map[string]*Tally{}
	all := Tally{Dimension: d.Title().ZH, Title: dimensions[ByAll].title.ZH, Rows: record.Some[int64](0)}
	for row := range rows {
		if err := all.add(&row); err != nil {
			return nil, err
		}
		if d == ByAll {
			continue
		}
		code := d.of(&row)
		if lines[code] == nil {
			code = strings.Clone(code) // the row may be a large one
			lines[code] = &Tally{Dimension: d.Title().ZH, Code: code, Title: d.title(t, code).ZH}
		}
		if err := lines[code].add(&row); err != nil {
			return nil, err
		}
	}
	codes := slices.Sorted(maps.Keys(lines))
	d.order(t, codes)
	table := make([]Tally, 0, len(codes)+1)
	for _, code := range codes {
		table = append(table, *lines[code])
	}
	return append(table, all), nil
}

// Tally counts the rows of the view by a dimension, as [Dimension.Tally] does.
func (v View) Tally(d Dimension) ([]Tally, error) { return d.Tally(v.Rows(), v.Table()) }
