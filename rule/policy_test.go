package rule_test

import (
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The thirty policies: each once, in order, in both languages, with options and
// with places that are in the table of documents.
func TestPolicies(t *testing.T) {
	all := rule.Policies()
	require.Len(t, all, 30)
	for i, p := range all {
		assert.Equal(t, "P"+strconv.Itoa(i+1), p.Number)
		require.NotEmpty(t, p.Options, p.Number)
		for _, x := range append([]rule.Text{p.Question, p.Default, p.Why}, p.Options...) {
			assert.NotEmpty(t, x.ZH, p.Number)
			assert.NotEmpty(t, x.EN, p.Number)
		}
		require.NotEmpty(t, p.Basis, p.Number)
		for _, c := range p.Basis {
			_, known := rule.DocumentByID(c.Doc)
			assert.True(t, known, "%s cites %q", p.Number, c.String())
		}
		again, found := rule.PolicyByNumber(p.Number)
		assert.True(t, found)
		assert.Equal(t, p, again)
	}
	_, found := rule.PolicyByNumber("P31")
	assert.False(t, found)
	all[0].Number = ""
	assert.Equal(t, "P1", rule.Policies()[0].Number)
}

// A catalogue is refused for a choice of a policy that there is not, and takes
// the documents of its caller.
func TestCatalogueChecksChoices(t *testing.T) {
	require.NoError(t, rule.Catalogue{Choices: []rule.Choice{{Policy: "P9", Where: "revenue.Policy.Nil"}}}.Check())
	for _, bad := range []rule.Choice{{Policy: "P31", Where: "x.Y"}, {Policy: "P9"}, {}} {
		var table *rule.TableError
		require.ErrorAs(t, rule.Catalogue{Choices: []rule.Choice{bad}}.Check(), &table)
		assert.Equal(t, rule.ID(bad.Policy), table.ID)
	}
	own := rule.Catalogue{Items: []rule.Item{{
		ID: "own.list", Kind: rule.KindReference, Title: rule.Text{ZH: "目录", EN: "list"}, Basis: []rule.Clause{rule.In("某市试点方案", "一")},
	}}}
	require.Error(t, own.Check())
	require.NoError(t, own.Check(rule.Document{ID: "某市试点方案"}))
}

// An entry's clauses are found by its id, those of all its periods, each once.
func TestByRule(t *testing.T) {
	c := rule.Catalogue{
		Rules: []rule.Rule{
			{ID: "own.a", Basis: []rule.Clause{rule.GX("1"), rule.GX("4.2.1")}},
			{ID: "own.a", Basis: []rule.Clause{rule.GX("4.2.1"), rule.GX("4.2.2")}},
		},
		Duties: []rule.Duty{{ID: "own.b", Basis: []rule.Clause{rule.GX("6.2")}}},
		Items:  []rule.Item{{ID: "own.c", Basis: []rule.Clause{rule.GX("6.5")}}},
	}
	assert.Equal(t, []rule.Clause{rule.GX("1"), rule.GX("4.2.1"), rule.GX("4.2.2")}, c.ByRule("own.a"))
	assert.Equal(t, []rule.Clause{rule.GX("6.2")}, c.ByRule("own.b"))
	assert.Equal(t, []rule.Clause{rule.GX("6.5")}, c.ByRule("own.c"))
	assert.Empty(t, c.ByRule("own.d"))
}

// A duty concerns every entity unless it names some; an entity that is not known
// is concerned.
func TestDutyBinds(t *testing.T) {
	every, enterprises := rule.Duty{}, rule.Duty{Entities: []rule.Entity{rule.Enterprise}}
	for _, e := range append(rule.Entities(), "") {
		assert.True(t, every.Binds(e), e)
		assert.Equal(t, e == rule.Enterprise || e == "", enterprises.Binds(e), e)
	}
}
