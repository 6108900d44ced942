package dataasset_test

import (
	"go/ast"
	"go/parser"
	"go/token"
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

// Every policy is chosen in one place of the code, and each of its options, in the
// order of the table, has a test that goes through it: the list names the policy,
// the place, the option, the test and what in the test is that option. Its sentence
// stands in the rulebook.
func TestPolicies(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "coverage", "policies.txt"))
	require.NoError(t, err)
	book, err := os.ReadFile(filepath.Join("examples", "rulebook", "testdata", "rulebook.en.md"))
	require.NoError(t, err)
	names, tests := exported(t), testBodies(t)
	where := map[string]string{}
	for _, c := range pilot.Catalogue(pilot.Guangxi()).Choices {
		assert.True(t, names[c.Where], "%s is chosen in %s, which there is not", c.Policy, c.Where)
		assert.Empty(t, where[c.Policy], "%s is chosen in two places: %s", c.Policy, c.Where)
		where[c.Policy] = c.Where
	}
	var want, listed []string
	all := dataasset.Policies()
	require.Len(t, all, 30)
	for _, p := range all {
		assert.NotEmpty(t, where[p.Number], "%s is chosen nowhere", p.Number)
		assert.False(t, p.Default.IsZero(), p.Number)
		assert.Contains(t, string(book), p.Question.EN, p.Number)
		assert.Contains(t, string(book), p.Default.EN, p.Number)
		for _, o := range p.Options {
			want = append(want, p.Number+" "+where[p.Number]+" "+o.EN)
		}
	}
	for line := range strings.Lines(string(text)) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, row, 5, line)
		listed = append(listed, strings.Join(row[:3], " "))
		assert.Contains(t, tests[row[3]], row[4], "%s %s: %s does not go through it", row[0], row[2], row[3])
	}
	assert.Equal(t, want, listed)
}

// testBodies is the text of each test of the module, by package.Name.
func testBodies(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, file := range gitFiles() {
		if !strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, file, text, parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
				all[strings.TrimSuffix(f.Name.Name, "_test")+"."+fn.Name.Name] = string(text[set.Position(fn.Pos()).Offset:set.Position(fn.End()).Offset])
			}
		}
	}
	return all
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
