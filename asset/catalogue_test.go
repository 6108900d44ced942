package asset_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// coverage reads a list of testdata/coverage: on each line what is asked for,
// a tab, and what carries it, parted by spaces.
func coverage(t *testing.T, name string) (items [][2]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "coverage", name))
	require.NoError(t, err)
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		item, carriers, ok := strings.Cut(line, "\t")
		require.True(t, ok && item != "" && strings.TrimSpace(carriers) != "", "line %d: want an item, a tab and its fields: %q", i+1, line)
		items = append(items, [2]string{item, carriers})
	}
	return items
}

// field finds record.key, or record.key=code, in the definitions of the package.
func field(name string) (record.FieldDefinition, bool) {
	name, code, coded := strings.Cut(name, "=")
	of, key, _ := strings.Cut(name, ".")
	for _, d := range asset.Definitions() {
		if d.Name != of {
			continue
		}
		f, ok := d.Field(key)
		list, has := listOf(f.Type)
		return f, ok && (!coded || has && list.Has(code))
	}
	return record.FieldDefinition{}, false
}

func listOf(t record.Type) (record.CodeList, bool) {
	switch t := t.(type) {
	case record.Code:
		return t.List, true
	case record.Codes:
		return t.List, true
	}
	return record.CodeList{}, false
}

// Every item that was asked of a holder, a project, a system and a data resource
// has its field, and where it is one of several, its code.
func TestFieldCoverage(t *testing.T) {
	items := coverage(t, "resource-fields.txt")
	assert.Len(t, items, 38)
	seen := map[string]bool{}
	for _, item := range items {
		assert.False(t, seen[item[0]], "%s is listed once", item[0])
		seen[item[0]] = true
		for _, name := range strings.Fields(item[1]) {
			_, ok := field(name)
			assert.True(t, ok, "%s: no %s", item[0], name)
		}
	}
	for _, wrong := range []string{"holder.nothing", "data-resource.sources=theft", "data-resource.scale=big", "card.name", "role", ""} {
		_, ok := field(wrong)
		assert.False(t, ok, "%q carries nothing", wrong)
	}

	// What the list says beside the names.
	sources, _ := field("data-resource.sources")
	assert.IsType(t, record.Codes{}, sources.Type, "the source is a set")
	assert.Len(t, sources.Type.(record.Codes).List.Codes, 10, "and the ten are all")
	for _, many := range []string{"it-system.projects", "data-resource.systems", "data-resource.projects"} {
		f, _ := field(many)
		assert.Greater(t, f.Type.(record.List).Max, 1, "many to many: %s", many)
	}
	class, _ := field("data-resource.class")
	list := class.Type.(record.Code).List
	assert.Equal(t, rule.Memory, list.Evidence, "GB/T 14885's code for data is from memory")
	assert.Equal(t, "GB/T14885-2022", list.Basis[0].Doc)
	series, _ := field("data-resource.series")
	assert.Contains(t, series.Judgement.EN, "P20")
	assert.True(t, slices.ContainsFunc(asset.Catalogue().Rules, func(r rule.Rule) bool {
		return r.ID == "asset.unit-of-account" && strings.Contains(r.Judgement.EN, "P20")
	}))
}

// The catalogue holds together, and carries the clauses that are this package's.
func TestCatalogue(t *testing.T) {
	c := asset.Catalogue()
	require.NoError(t, c.Check())
	for key, carriers := range map[string][]rule.ID{
		"GX-2.2":   {"holder.role", "holder.holderKind", "data-resource.holderKind"},
		"GX-3.5":   {"asset.sectors", "data-resource.sector"},
		"GX-4.1.1": {"asset.project-or-reason", "asset.unique-ids", "asset.references", "data-resource.introduction", "data-resource.scale", "data-resource.area", "data-resource.authorised", "it-project.name", "it-system.name"},
		"GX-4.1.2": {"asset.management-lawful", "asset.management-controlled", "asset.management-potential", "data-resource.sources", "data-resource.potentials"},
		"GX-4.1.3": {"asset.none-left-out", "asset.unit-of-account"},
		"GX-4.1.4": {"data-resource.quality"},
		"GX-4.4.2": {"data-resource.choice"},
		"GX-5.1.3": {"holder.leader", "holder.department"},
		"GX-5.2":   {"holder.parent"},
		"GX-5.3.6": {"asset.prudence", "data-resource.feasibilityOn", "data-resource.dueDiligenceOn"},
		"GX-6.2":   {"holder.leader", "holder.contact"},
	} {
		var got []rule.ID
		for _, carrier := range c.ByClause(key) {
			got = append(got, carrier.ID)
		}
		assert.Subset(t, got, carriers, key)
	}

	// Every criterion of every assessment, and every rule, stands in the catalogue
	// with the same words.
	rules := map[rule.ID]rule.Rule{}
	for _, r := range c.Rules {
		rules[r.ID] = r
	}
	n := 0
	for _, r := range []asset.Resource{found(), bought()} {
		for _, o := range criteria(recognize(t, asset.Policy{}, r, sweep())) {
			k := rules[o.ID]
			assert.Equal(t, o.Title, k.Title, o.ID)
			assert.Equal(t, o.Basis, k.Basis, o.ID)
			assert.Equal(t, o.Evidence, k.Evidence, o.ID)
			assert.Equal(t, o.Judgement, k.Judgement, o.ID)
			n++
		}
	}
	assert.Equal(t, 5+5+5+5, n, "five of the plan, asked twice, and five of each accounting system")
	for _, r := range append(asset.Rules().Rules(), asset.InventoryRules(asset.Policy{}).Rules()...) {
		assert.Equal(t, r, rules[r.ID])
	}

	c.Rules[0].Title.ZH, c.Items[0].Title.ZH = "改", "改"
	assert.NotEqual(t, "改", asset.Catalogue().Rules[0].Title.ZH, "a caller's changes stay the caller's")
	assert.NotEqual(t, "改", asset.Catalogue().Items[0].Title.ZH)
}

// The four records by name, as other packages include and print them.
func TestDefinitions(t *testing.T) {
	var names []string
	for _, d := range asset.Definitions() {
		names = append(names, d.Name)
		assert.True(t, d.Flat(), "%s fits into a spreadsheet", d.Name)
		assert.NotEmpty(t, d.Basis, d.Name)
		assert.NotEmpty(t, d.Doc.ZH, d.Name)
		assert.Greater(t, len(d.Markdown(rule.Chinese)), 500)
		for _, f := range d.Fields {
			if list, ok := listOf(f.Type); ok {
				assert.True(t, len(list.Basis) > 0 || list.Evidence == rule.Judgement && !list.Judgement.IsZero(),
					"%s.%s: the codes of %s come from a document or are a judgement that says so", d.Name, f.Key, list.Name)
			}
		}
	}
	assert.Equal(t, []string{"holder", "it-project", "it-system", "data-resource"}, names)
	d, _ := asset.Resources().Definition().Field("controlled")
	assert.Equal(t, record.OpNever, d.Required.Op, "what the sources tell need not be said")
}
