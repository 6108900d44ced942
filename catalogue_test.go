package dataasset_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// listed reads testdata/coverage/clauses.txt: on each line the key of a clause.
func listed(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "coverage", "clauses.txt"))
	require.NoError(t, err)
	return strings.Fields(string(text))
}

// Every clause of the plan is there, in its order, and is carried by something,
// or is one that no program can judge, with the reason. There is no third kind.
func TestClauses(t *testing.T) {
	keys := listed(t)
	require.Len(t, keys, 69)
	clauses := dataasset.Clauses()
	require.Len(t, clauses, len(keys))
	carried, reasons := 0, 0
	for i, c := range clauses {
		require.Equal(t, keys[i], c.Clause)
		assert.NotEmpty(t, c.Place, c.Clause)
		assert.NotEmpty(t, c.Title.ZH, c.Clause)
		assert.NotEmpty(t, c.Title.EN, c.Clause)
		switch {
		case len(c.Carriers) > 0:
			carried++
			t.Logf("%-9s carried by %s", c.Clause, carriers(c))
			assert.True(t, c.Why.IsZero(), "%s is carried and called not computable", c.Clause)
		case !c.Why.IsZero():
			reasons++
			t.Logf("%-9s not computable: %s", c.Clause, c.Why.EN)
			assert.NotEmpty(t, c.Why.ZH, c.Clause)
			assert.NotEmpty(t, c.Why.EN, c.Clause)
		}
		assert.False(t, c.Open(), "%s is neither carried, nor is there a reason", c.Clause)
	}
	assert.Equal(t, []int{67, 2}, []int{carried, reasons})
}

// carriers names what carries a clause, the first few.
func carriers(c pilot.Coverage) string {
	var names []string
	for i, k := range c.Carriers {
		if i == 5 {
			names = append(names, "…")
			break
		}
		names = append(names, string(k.Kind)+" "+string(k.ID))
	}
	return strings.Join(names, ", ")
}

// Each carrier is an entry of the catalogue that does cite the clause.
func TestCarriersCite(t *testing.T) {
	cites := map[rule.ID]map[string]bool{}
	add := func(id rule.ID, basis []rule.Clause) {
		if cites[id] == nil {
			cites[id] = map[string]bool{}
		}
		for _, c := range basis {
			cites[id][c.Key] = true
		}
	}
	c := pilot.Catalogue(pilot.Guangxi())
	for _, r := range c.Rules {
		add(r.ID, r.Basis)
	}
	for _, d := range c.Duties {
		add(d.ID, d.Basis)
	}
	for _, i := range c.Items {
		add(i.ID, i.Basis)
	}
	for _, clause := range dataasset.Clauses() {
		for _, k := range clause.Carriers {
			assert.True(t, cites[k.ID][clause.Clause], "%s does not cite %s", k.ID, clause.Clause)
			assert.NotEmpty(t, k.Kind)
		}
	}
}

// The merged catalogue is sound: no id twice, in rules, duties or items, every
// basis in the table of documents, every entry in both languages.
func TestCatalogue(t *testing.T) {
	c := pilot.Catalogue(pilot.Guangxi())
	require.NoError(t, c.Check())
	documents := map[string]bool{}
	numbers := map[string]bool{}
	for _, d := range dataasset.Documents() {
		assert.False(t, documents[d.ID], "document %s twice", d.ID)
		documents[d.ID] = true
		if d.Number != "" {
			assert.False(t, numbers[d.Number], "document number %s twice", d.Number)
			numbers[d.Number] = true
		}
	}
	seen := map[rule.ID]string{}
	entry := func(kind string, id rule.ID, title rule.Text, basis []rule.Clause) {
		assert.Empty(t, seen[id], "%s %s is a %s too", kind, id, seen[id])
		seen[id] = kind
		assert.NotEmpty(t, title.ZH, id)
		assert.NotEmpty(t, title.EN, id)
		assert.NotEmpty(t, basis, "%s rests on nothing", id)
		for _, b := range basis {
			assert.True(t, documents[b.Doc], "%s cites %s", id, b)
			if b.Doc == rule.GuangxiPlan {
				assert.Equal(t, b, rule.GX(b.Key), "%s cites a clause that the plan does not have", id)
			}
		}
	}
	for _, r := range dataasset.Rules() {
		entry("rule", r.ID, r.Title, r.Basis)
		assert.NotZero(t, r.Severity, r.ID)
		assert.NotZero(t, r.Evidence, r.ID)
		if r.Evidence == rule.Judgement {
			assert.NotEmpty(t, r.Judgement.ZH, "%s is a judgement and does not say which", r.ID)
			assert.NotEmpty(t, r.Judgement.EN, "%s is a judgement and does not say which", r.ID)
		}
	}
	for _, d := range dataasset.Duties() {
		entry("duty", d.ID, d.Title, d.Basis)
		assert.NotEmpty(t, d.Owed, "%s is owed by nobody", d.ID)
		assert.NotEqual(t, "no term", d.Term.EN(), d.ID)
	}
	for _, i := range c.Items {
		entry(string(i.Kind), i.ID, i.Title, i.Basis)
	}
	assert.Len(t, dataasset.Rules(), len(c.Rules))
	assert.Len(t, dataasset.Duties(), len(c.Duties))
}

// Lists are fresh: what a caller does to one stays with the caller, and they can
// be asked for from many places at once.
func TestListsAreFresh(t *testing.T) {
	rules, duties, documents, clauses := dataasset.Rules(), dataasset.Duties(), dataasset.Documents(), dataasset.Clauses()
	first := []string{string(rules[0].ID), string(duties[0].ID), documents[0].ID, clauses[0].Clause}
	rules[0], duties[0], documents[0], clauses[0] = rule.Rule{}, rule.Duty{}, rule.Document{}, pilot.Coverage{}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			assert.Equal(t, first, []string{
				string(dataasset.Rules()[0].ID), string(dataasset.Duties()[0].ID), dataasset.Documents()[0].ID, dataasset.Clauses()[0].Clause,
			})
		})
	}
	wg.Wait()
}

// Clauses marshal with plain ids.
func TestClausesJSON(t *testing.T) {
	b, err := json.Marshal(dataasset.Clauses())
	require.NoError(t, err)
	var all []struct {
		Clause   string
		Place    string
		Title    rule.Text
		Carriers []rule.Carrier
		Why      rule.Text
	}
	require.NoError(t, json.Unmarshal(b, &all))
	require.Len(t, all, 69)
	assert.Contains(t, string(b), `{"clause":"GX-4.2.2","place":"四(二)",`)
	assert.NotContains(t, string(b), `null`)
	for i, c := range dataasset.Clauses() {
		assert.Equal(t, c.Carriers, all[i].Carriers)
		assert.Equal(t, c.Why, all[i].Why)
	}
}

// The figures that the two READMEs give are those of the catalogue.
func TestReadmeFigures(t *testing.T) {
	rules, duties := map[rule.Evidence]int{}, map[rule.Evidence]int{}
	for _, r := range dataasset.Rules() {
		rules[r.Evidence]++
	}
	for _, d := range dataasset.Duties() {
		duties[d.Evidence]++
	}
	carried, reasons := 0, 0
	for _, c := range dataasset.Clauses() {
		switch {
		case len(c.Carriers) > 0:
			carried++
		case !c.Why.IsZero():
			reasons++
		}
	}
	for name, clauses := range map[string]string{
		"README.md":    fmt.Sprintf("%d of %d are carried, %d hold nothing a program can judge and say why", carried, len(dataasset.Clauses()), reasons),
		"README.zh.md": fmt.Sprintf("%d 条中 %d 条已承载，%d 条没有可判定的内容并各有原因", len(dataasset.Clauses()), carried, reasons),
	} {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Contains(t, string(text), clauses, name)
		for e := rule.FullText; e <= rule.Judgement; e++ {
			row := regexp.MustCompile(fmt.Sprintf("(?m)^\\| `%s` .*\\| %d \\| %d \\|$", e, rules[e], duties[e]))
			assert.Regexp(t, row, string(text), name)
		}
	}
}
