package schema_test

import (
	"os"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every field that a person fills in, of every record and of every part of one,
// shows an example, or the list says why it has none; the list says no more.
func TestFieldExamples(t *testing.T) {
	text, err := os.ReadFile("../testdata/coverage/no-example.txt")
	require.NoError(t, err)
	reasons := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		field, reason, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(t, ok && reason != "", line)
		reasons[field] = false
	}
	seen := map[string]bool{}
	var visit func(record.Definition)
	visit = func(d record.Definition) {
		if seen[d.Name] {
			return
		}
		seen[d.Name] = true
		for _, a := range d.Alternatives {
			visit(a.Definition)
		}
		for _, f := range d.Fields {
			if part, ok := partOf(f.Type); ok {
				visit(part)
				continue
			}
			if f.Example != "" || f.Calculated {
				continue
			}
			name := d.Name + "." + f.Key
			if _, ok := reasons[name]; !ok {
				name = "*." + f.Key
			}
			_, ok := reasons[name]
			assert.True(t, ok, "%s.%s has neither an example nor a reason", d.Name, f.Key)
			reasons[name] = true
		}
	}
	for _, r := range reals(t) {
		visit(r.def)
	}
	for field, met := range reasons {
		assert.True(t, met, "%s has a reason, and no field lacks an example for it", field)
	}
}

// partOf is the record that a field holds, if it holds one.
func partOf(t record.Type) (record.Definition, bool) {
	switch t := t.(type) {
	case record.Nested:
		return t.Of, true
	case record.Chosen:
		return t.Of, true
	case record.List:
		return t.Of, t.Element == nil
	}
	return record.Definition{}, false
}

// A resource of no project says why; beside a project or a system the reason is
// left out of the example.
func TestExampleWithoutProject(t *testing.T) {
	for _, name := range []string{"data-resource", "ledger-row", "information-card"} {
		r := realOf(t, name)
		assert.Contains(t, string(r.good[0]), `"projects":["P-01"]`, name)
		assert.NotContains(t, string(r.good[0]), `"noProject"`, name)
		assert.True(t, r.valid(r.good[0]), name)
	}
}
