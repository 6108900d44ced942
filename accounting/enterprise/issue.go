package enterprise

import (
	"fmt"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
)

// Method is how the cost of what is issued is found (CAS 1 第14条). There are
// three: last in, first out is none.
type Method uint8

// The methods. Data made to order or not interchangeable goes by
// SpecificIdentification.
const (
	FirstInFirstOut        Method = iota + 1 // 先进先出法
	WeightedAverage                          // 月末一次加权平均法
	SpecificIdentification                   // 个别计价法
)

// Lot is what came in together: a quantity and its whole cost.
type Lot struct {
	ID       string
	Quantity int64
	Cost     money.Amount
}

// IssueError is an issue that cannot be valued.
type IssueError struct {
	Lot  string
	Want string
}

// Error names the lot and what was expected.
func (e *IssueError) Error() string { return fmt.Sprintf("enterprise: lot %q: want %s", e.Lot, e.Want) }

// Issue returns the cost of a quantity that goes out, and what the rest stands
// at; they sum to the cost of the lots, opening lots included. Unit prices are not
// rounded before they are used. For specific identification the lots are those
// that go out, each whole, and the quantity is theirs.
func (m Method) Issue(lots []Lot, quantity int64) (issued, left money.Amount, err error) {
	total, pieces, err := sumLots(lots)
	if err != nil {
		return issued, left, err
	}
	if quantity < 0 || quantity > pieces {
		return issued, left, &IssueError{"", fmt.Sprintf("a quantity from 0 to %d", pieces)}
	}
	switch m {
	case FirstInFirstOut:
		issued, err = firstIn(lots, quantity)
	case WeightedAverage:
		issued, err = share(total, quantity, pieces)
	case SpecificIdentification:
		if issued = total; quantity != pieces {
			return money.Amount{}, money.Amount{}, &IssueError{"", "the lots that go out, each whole"}
		}
	default:
		return issued, left, &IssueError{"", "one of the three methods of CAS 1 article 14"}
	}
	if err != nil {
		return money.Amount{}, money.Amount{}, err
	}
	left, err = total.Sub(issued)
	return issued, left, err
}

func sumLots(lots []Lot) (total money.Amount, pieces int64, err error) {
	total = money.Zero()
	for _, l := range lots {
		if l.Quantity <= 0 || l.Quantity > 1_000_000_000_000 || l.Cost.Sign() < 0 || !l.Cost.Present() {
			return total, 0, &IssueError{l.ID, "a quantity from 1 to 10^12, and a cost"}
		}
		if total, err = total.Add(l.Cost); err != nil {
			return total, 0, err
		}
		if pieces += l.Quantity; pieces > 1_000_000_000_000_000 {
			return total, 0, &IssueError{l.ID, "at most 10^15 pieces"}
		}
	}
	return total, pieces, nil
}

func firstIn(lots []Lot, quantity int64) (money.Amount, error) {
	issued := money.Zero()
	for _, l := range lots {
		if quantity == 0 {
			break
		}
		n := min(quantity, l.Quantity)
		cost, err := share(l.Cost, n, l.Quantity)
		if err != nil {
			return money.Amount{}, err
		}
		if issued, err = issued.Add(cost); err != nil {
			return money.Amount{}, err
		}
		quantity -= n
	}
	return issued, nil
}

// share is amount × part ÷ whole, rounded half up to the fen; the whole itself
// where the part is whole.
func share(a money.Amount, part, whole int64) (money.Amount, error) {
	if whole <= 0 {
		return money.Zero(), nil
	}
	return money.Round(a.Decimal().Mul(decimal.NewFromInt(part)).DivRound(decimal.NewFromInt(whole), digits))
}

// ProvisionOut returns the share of a provision that goes out with a quantity
// (CAS 1 第14条): the provision by quantities, rounded half up to the fen.
func ProvisionOut(provision money.Amount, quantity, of int64) (money.Amount, error) {
	if quantity < 0 || quantity > of || of <= 0 || provision.Sign() < 0 {
		return money.Amount{}, &IssueError{"", "a quantity up to the whole, and a provision not below 0.00"}
	}
	return share(provision, quantity, of)
}

// SoldFrom returns the amounts with which a part of an inventory leaves the books,
// for the event of its sale: its cost, and the share of the provision that goes out
// with it, by cost (CAS 1 第14条). What goes out last takes all that is left.
func SoldFrom(c accounting.Card, cost money.Amount) (map[string]money.Amount, error) {
	if c.State != Stock && c.State != Dispatched || cost.Sign() <= 0 || cost.Compare(c.Cost) > 0 {
		return nil, &IssueError{c.Asset, "an inventory in the books, and a cost of it up to " + c.Cost.String()}
	}
	provision, err := ProvisionOut(fen(c.Impaired.Fen()), cost.Fen(), c.Cost.Fen())
	if err != nil {
		return nil, err
	}
	return map[string]money.Amount{"cost": cost, "provision": provision}, nil
}
