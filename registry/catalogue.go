package registry

import (
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: SupplyRules().Rules()}
	for _, g := range guards() {
		c.Rules = append(c.Rules, g.Rule)
	}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	for _, g := range Regimes() {
		for _, r := range rows(g.basis) {
			c.Items = append(c.Items, rule.Item{
				ID:   rule.ID("registry." + g.id + "/" + r.Command + "/" + r.From.Status + "-" + r.From.Procedure + "-" + stageName(r.From.Stage)),
				Kind: rule.KindState, Title: r.Title, Basis: r.Basis, Judgement: r.Judgement,
			})
		}
	}
	return c
}

func stageName(stage string) string {
	if stage == rule.Any {
		return "any"
	}
	return stage
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{Cards().Definition(), Commands().Definition()}
}
