package registry_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every article of 发改数据规〔2025〕26号 on registration is carried by an entry of
// the catalogue that cites it, or has its reason. After ~ stands another article
// by which the entry is found, or that its period is the measures' own.
func TestArticles(t *testing.T) {
	const measures = "发改数据规〔2025〕26号"
	text, err := os.ReadFile(filepath.Join("..", "testdata", "coverage", "registration-r26.txt"))
	require.NoError(t, err)
	cites, period := map[string][]string{}, map[string]rule.Period{}
	c := registry.Catalogue()
	add := func(id rule.ID, basis []rule.Clause) {
		for _, b := range basis {
			if b.Doc == measures {
				cites[string(id)] = append(cites[string(id)], b.Place)
			}
		}
	}
	for _, r := range c.Rules {
		add(r.ID, r.Basis)
		period[string(r.ID)] = r.Effective
	}
	for _, d := range c.Duties {
		add(d.ID, d.Basis)
	}
	for _, i := range c.Items {
		add(i.ID, i.Basis)
	}
	document, ok := rule.DocumentByID(measures)
	require.True(t, ok)
	articles := map[string]int{}
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, f, 3, line)
		articles[f[0]]++
		if why, ok := strings.CutPrefix(f[2], "reason: "); ok {
			assert.NotEmpty(t, why)
			continue
		}
		for _, carrier := range strings.Fields(f[2]) {
			id, by, other := strings.Cut(carrier, "~")
			switch {
			case by == "effective":
				assert.Equal(t, document.Effective, period[id], carrier)
			case other:
				assert.Contains(t, cites[id], by, carrier)
			default:
				assert.Contains(t, cites[id], f[0], "%s: %s", f[1], carrier)
			}
		}
	}
	for _, a := range []string{"第3条", "第5条", "第6条", "第7条", "第8条", "第9条", "第9条(四)", "第10条", "第11条", "第12条", "第13条", "第15条", "第19条", "第20条", "第24条"} {
		assert.NotZero(t, articles[a], a)
	}
	for id, places := range cites {
		for _, p := range places {
			assert.NotZero(t, articles[p], "%s cites %s, which the list does not have", id, p)
		}
	}
}
