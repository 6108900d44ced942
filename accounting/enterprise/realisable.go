package enterprise

import (
	"fmt"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Goods is what is held for sale at one price: the part under contract at the
// contract's, the rest at the general price (CAS 1 第17条). Amounts are of the whole
// part, so that no unit price is rounded.
type Goods struct {
	ID         string
	Cost       money.Amount
	Proceeds   money.Amount // estimated selling price of all of it
	Completion money.Amount // cost still needed
	Selling    money.Amount // selling expenses and taxes
}

// Material is data that goes into a product (CAS 1 第16条): its own market price
// does not count. The product's figures are those of the share that the material
// goes into; its cost includes the material's.
type Material struct {
	ID      string
	Cost    money.Amount
	Product Goods
}

// Measured is an inventory at the lower of cost and net realisable value.
type Measured struct {
	ID        string
	Cost      money.Amount
	Value     money.Amount // net realisable value
	Provision money.Amount // that it needs: cost less value, not below 0.00
}

// ValueError is an inventory whose net realisable value cannot be found.
type ValueError struct {
	ID   string
	Want string
}

// Error names the inventory and what was expected.
func (e *ValueError) Error() string {
	return fmt.Sprintf("enterprise: inventory %q: want %s", e.ID, e.Want)
}

// Measure returns net realisable value and the provision that is needed: proceeds
// less completion, selling expenses and taxes (CAS 1 第15条).
func (g Goods) Measure() (Measured, error) {
	for _, a := range []money.Amount{g.Cost, g.Proceeds, g.Completion, g.Selling} {
		if a.Sign() < 0 {
			return Measured{}, &ValueError{g.ID, "amounts not below 0.00"}
		}
	}
	if !g.Cost.Present() || !g.Proceeds.Present() {
		return Measured{}, &ValueError{g.ID, "a cost and estimated proceeds"}
	}
	value, err := money.Fen(max(g.Proceeds.Fen()-g.Completion.Fen()-g.Selling.Fen(), 0))
	if err != nil {
		return Measured{}, err
	}
	return measured(g.ID, g.Cost, value), nil
}

// Measure returns the material at cost where its product is worth what it costs,
// else at the product's price less what is still to be spent.
func (m Material) Measure() (Measured, error) {
	product := m.Product
	if product.Cost.Compare(m.Cost) < 0 {
		return Measured{}, &ValueError{m.ID, "a cost of the product not below that of the material in it"}
	}
	whole := product
	whole.Completion = money.Zero() // the finished product
	done, err := whole.Measure()
	if err != nil {
		return Measured{}, err
	}
	if done.Provision.Sign() == 0 {
		return measured(m.ID, m.Cost, m.Cost), nil
	}
	product.Cost = m.Cost
	out, err := product.Measure()
	out.ID = m.ID
	return out, err
}

func measured(id string, cost, value money.Amount) Measured {
	return Measured{id, cost, value, fen(max(cost.Fen()-value.Fen(), 0))}
}

// Adjustment is what a period's measurement changes in the provision.
type Adjustment struct {
	WriteDown money.Amount // 借 6701 贷 1471
	Reversal  money.Amount // 借 1471 贷 6701, never above the provision
}

// Adjust compares the provision that an item needs with the one it has (CAS 1
// 第15条, 第19条). Where less is needed, it is reversed only if what caused the
// write-down has gone: gone says why, and without it nothing is reversed. The parts
// of an item are measured apart and their provisions not set against each other's
// surpluses (第17条).
func Adjust(held money.Amount, gone string, parts ...Measured) (Adjustment, error) {
	needed := money.Zero()
	var err error
	for _, p := range parts {
		if needed, err = needed.Add(p.Provision); err != nil {
			return Adjustment{}, err
		}
	}
	switch d := needed.Fen() - held.Fen(); {
	case held.Sign() < 0:
		return Adjustment{}, &ValueError{"", "a provision not below 0.00"}
	case d > 0:
		return Adjustment{WriteDown: fen(d), Reversal: money.Zero()}, nil
	case d < 0 && gone != "":
		return Adjustment{WriteDown: money.Zero(), Reversal: fen(-d)}, nil
	}
	return Adjustment{money.Zero(), money.Zero()}, nil
}

// realisable is how a catalogue lists the measurement.
func realisable() rule.Item {
	return rule.Item{
		ID: "enterprise.net-realisable-value", Kind: rule.KindCalculation, Title: text("可变现净值：合同部分与超出部分分开，材料以产成品为据", "net realisable value: parts under contract apart, materials by the product"),
		Basis: law(cas("1", "第15条"), cas("1", "第16条"), cas("1", "第17条"), cas("1", "第18条"), cas("1", "第19条"), rule.GX("4.4.5")),
	}
}
