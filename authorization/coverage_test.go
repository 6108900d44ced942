package authorization_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// covered reads a coverage list: place, what it says, what carries it.
func covered(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "testdata", "coverage", name))
	require.NoError(t, err)
	var all [][]string
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, f, 3, line)
		all = append(all, f)
	}
	return all
}

// bases is what each entry of the catalogue rests on.
func bases() (basis map[string][]rule.Clause, period map[string]rule.Period) {
	basis, period = map[string][]rule.Clause{}, map[string]rule.Period{}
	c := authorization.Catalogue()
	for _, r := range c.Rules {
		basis[string(r.ID)], period[string(r.ID)] = r.Basis, r.Effective
	}
	for _, d := range c.Duties {
		basis[string(d.ID)] = d.Basis
	}
	for _, i := range c.Items {
		basis[string(i.ID)] = i.Basis
	}
	return basis, period
}

// Every article of 发改数据规〔2025〕27号, each of the twelve items of the plan and the
// thirteen of the agreement is carried by an entry of the catalogue that cites it,
// or has its reason. After ~ stands another article by which the entry is found, or
// that its period is the document's own.
func TestArticles(t *testing.T) {
	const document = "发改数据规〔2025〕27号"
	basis, period := bases()
	cites := func(id string) (places []string) {
		for _, c := range basis[id] {
			if c.Doc == document {
				places = append(places, c.Place)
			}
		}
		return places
	}
	d, ok := rule.DocumentByID(document)
	require.True(t, ok)
	articles, plan, agreement := map[string]int{}, 0, 0
	for _, f := range covered(t, "authorisation-a27.txt") {
		articles[f[0]]++
		if strings.HasPrefix(f[1], "方案(") {
			plan++
		}
		if strings.HasPrefix(f[1], "协议(") {
			agreement++
		}
		if why, ok := strings.CutPrefix(f[2], "reason: "); ok {
			assert.NotEmpty(t, why)
			continue
		}
		for _, carrier := range strings.Fields(f[2]) {
			id, by, other := strings.Cut(carrier, "~")
			switch {
			case by == "effective":
				assert.Equal(t, d.Effective, period[id], carrier)
			case other:
				assert.Contains(t, cites(id), by, carrier)
			default:
				assert.Contains(t, cites(id), f[0], "%s: %s", f[1], carrier)
			}
		}
	}
	assert.Equal(t, 12, plan)
	assert.Equal(t, 13, agreement)
	for _, a := range []string{
		"第3条", "第5条", "第6条", "第8条", "第9条", "第10条", "第11条", "第12条", "第13条", "第14条", "第15条", "第16条", "第17条", "第18条", "第19条", "第20条", "第21条", "第22条", "第23条", "第24条", "第25条", "第27条",
	} {
		assert.NotZero(t, articles[a], a)
	}
	for id := range basis {
		for _, p := range cites(id) {
			assert.NotZero(t, articles[p], "%s cites %s, which the list does not have", id, p)
		}
	}
	// The records have the items as groups, each with a field.
	for _, tt := range []struct {
		definition record.Definition
		items      int
	}{{authorization.Plans().Definition(), 12}, {authorization.Agreements().Definition(), 13}} {
		require.Len(t, tt.definition.Groups, tt.items+1, "and what stands before them")
		for _, g := range tt.definition.Groups {
			fields := 0
			for _, f := range tt.definition.Fields {
				if f.Group == g.Key {
					fields++
				}
			}
			assert.NotZero(t, fields, g.Title.ZH)
		}
	}
}

// Every step of the two procedures, what blocks and what warns, the disposal, the
// policies of this field and the records that officers produce are carried.
func TestPractice(t *testing.T) {
	basis, _ := bases()
	records := map[string]bool{}
	for _, d := range authorization.Definitions() {
		records[d.Name] = true
	}
	lines := covered(t, "authorisation-practice.txt")
	require.Len(t, lines, 37)
	for _, f := range lines {
		if strings.HasPrefix(f[2], "reason: ") {
			continue
		}
		for _, id := range strings.Fields(f[2]) {
			if name, ok := strings.CutPrefix(id, "@"); ok {
				assert.True(t, records[name], name)
				continue
			}
			assert.NotEmpty(t, basis["authorization."+id], "%s: %s", f[1], id)
		}
	}
	severity := map[rule.ID]rule.Severity{}
	for _, r := range authorization.SupplyRules(authorization.Policy{}).Rules() {
		severity[r.ID] = r.Severity
	}
	for _, f := range lines {
		for _, id := range strings.Fields(f[2]) {
			switch {
			case strings.HasPrefix(f[0], "blocks"):
				assert.Equal(t, rule.Blocking, severity["authorization."+rule.ID(id)], id)
			case strings.HasPrefix(f[0], "warns"):
				assert.Equal(t, rule.Warning, severity["authorization."+rule.ID(id)], id)
			}
		}
	}
}
