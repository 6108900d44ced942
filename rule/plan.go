package rule

import (
	"strings"
	"sync"
)

// PlanClause is one clause of a plan, cut so that it can be built and tested.
type PlanClause struct {
	Key   string `json:"key"`   // GX-4.2.2
	Place string `json:"place"` // where it stands in the plan: 四(二)
	Title Text   `json:"title"` // what it asks, in one line
}

// GuangxiPlan is the document id of the plan whose clauses have keys GX-….
const GuangxiPlan = "桂财资〔2025〕15号"

// GuangxiClauses lists the clauses of the Guangxi pilot plan (广西壮族自治区数据
// 资产全过程管理试点实施方案) in its order.
func GuangxiClauses() []PlanClause { return guangxiClauses() }

// GX returns the clause of the Guangxi pilot plan with a key, with or without
// its prefix: GX("4.2.2"). An unknown key gives the zero Clause, which every
// table refuses.
func GX(key string) Clause {
	if !strings.HasPrefix(key, "GX-") {
		key = "GX-" + key
	}
	return byKey()[key]
}

// GXAll returns the clauses of the Guangxi pilot plan with some keys, each as [GX] does.
func GXAll(keys ...string) []Clause {
	all := make([]Clause, len(keys))
	for i, k := range keys {
		all[i] = GX(k)
	}
	return all
}

var byKey = sync.OnceValue(func() map[string]Clause {
	all := map[string]Clause{}
	for _, c := range guangxiClauses() {
		all[c.Key] = Clause{GuangxiPlan, c.Place, c.Key}
	}
	return all
})
