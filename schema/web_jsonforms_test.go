package schema_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/require"
)

// JSON Forms, a renderer with ideas of its own, draws each form with each of its
// examples, with every title and value and without a message on the console.
func TestWebJSONForms(t *testing.T) {
	needsWeb(t)
	dir := t.TempDir()
	for _, r := range reals(t) {
		b, err := schema.Generator{Form: schema.Inlined}.For(r.name)
		require.NoError(t, err)
		titles := []string{} // [] in JSON, not null
		for _, f := range r.def.Fields {
			if f.Absent.Op == record.OpNever {
				titles = append(titles, f.Title.ZH)
			}
		}
		form, err := json.Marshal(map[string]any{"schema": json.RawMessage(b), "titles": titles})
		require.NoError(t, err)
		write(t, filepath.Join(dir, "forms", r.name+".json"), form)
	}
	node(t, "jsonforms.mjs", dir)
}
