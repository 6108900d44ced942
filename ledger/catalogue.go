package ledger

import (
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: append(append(Rules().Rules(), ViewRules().Rules()...), importable())}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	for _, a := range Changes().Definition().Alternatives {
		c.Items = append(c.Items, rule.Item{ID: rule.ID("ledger.change-" + a.Code), Kind: rule.KindState, Title: a.Title, Basis: gx("4.2.3")})
	}
	for _, d := range []record.Definition{Tallies().Definition(), Movements().Definition(), StateAssetLines().Definition()} {
		c.Items = append(c.Items, rule.Item{ID: rule.ID("ledger." + d.Name), Kind: rule.KindCalculation, Title: d.Title, Basis: d.Basis})
	}
	return c
}

// Definitions lists the records of this package that are filled in or kept in a
// file.
func Definitions() []record.Definition {
	return []record.Definition{Table().Definition(), Changes().Definition()}
}
