package dataasset_test

import (
	"go/ast"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every policy has a place in the code where it is chosen, which is there, or is
// on the list with the reason why it has none yet.
func TestPolicies(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "coverage", "policies.txt"))
	require.NoError(t, err)
	names := exported(t)
	where := map[string][]string{}
	for _, c := range pilot.Catalogue(pilot.Guangxi()).Choices {
		assert.True(t, names[c.Where], "%s is chosen in %s, which there is not", c.Policy, c.Where)
		where[c.Policy] = append(where[c.Policy], c.Where)
	}
	all := dataasset.Policies()
	require.Len(t, all, 30)
	i := 0
	for line := range strings.Lines(string(text)) {
		number, why, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.Less(t, i, len(all), line)
		assert.Equal(t, all[i].Number, number)
		i++
		switch {
		case len(where[number]) > 0:
			t.Logf("%-3s %s: %s; default: %s", number, strings.Join(where[number], ", "), all[i-1].Question.EN, all[i-1].Default.EN)
			if why != "" {
				t.Logf("%s is still on the list of those without code", number)
			}
		default:
			assert.NotEmpty(t, why, "%s is chosen nowhere, without a reason", number)
		}
	}
	assert.Equal(t, len(all), i)
}

// exported is the exported names of the module as callers write them:
// package.Name, package.Type.Field, package.Type.Method.
func exported(t *testing.T) map[string]bool {
	t.Helper()
	tr, err := readTree(os.DirFS("."), gitFiles())
	require.NoError(t, err)
	names := map[string]bool{}
	for _, p := range tr.packages {
		for _, s := range p.files {
			pkg := s.file.Name.Name + "."
			for _, d := range s.file.Decls {
				if f, ok := d.(*ast.FuncDecl); ok {
					name := f.Name.Name
					if f.Recv != nil {
						if id := baseOf(f.Recv.List[0].Type); id != nil {
							name = id.Name + "." + name
						}
					}
					names[pkg+name] = true
					continue
				}
				for _, spec := range d.(*ast.GenDecl).Specs {
					switch spec := spec.(type) {
					case *ast.ValueSpec:
						for _, id := range spec.Names {
							names[pkg+id.Name] = true
						}
					case *ast.TypeSpec:
						names[pkg+spec.Name.Name] = true
						if st, ok := spec.Type.(*ast.StructType); ok {
							for _, f := range st.Fields.List {
								for _, id := range f.Names {
									names[pkg+spec.Name.Name+"."+id.Name] = true
								}
							}
						}
					}
				}
			}
		}
	}
	return names
}

// What carries a clause and what an entry rests on are one relation, read from
// either side.
func TestByClauseAndByRule(t *testing.T) {
	c := pilot.Catalogue(pilot.Guangxi())
	clauses := dataasset.Clauses()
	pairs := 0
	for _, k := range clauses {
		for _, carrier := range c.ByClause(k.Clause) {
			pairs++
			assert.Contains(t, c.ByRule(carrier.ID), rule.GX(k.Clause))
		}
	}
	back := 0
	for _, k := range clauses {
		back += len(k.Carriers)
	}
	assert.Equal(t, pairs, back)
	t.Logf("%d pairs of clause and carrier", pairs)
}
