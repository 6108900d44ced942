package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/require"
)

var web = flag.Bool("web", false, "also ask ajv, react-jsonschema-form and JSON Forms, which npm ci has put into tools/web")

// node runs a program of tools/web on a directory.
func node(t *testing.T, program, dir string) {
	t.Helper()
	c := exec.Command("node", program, dir)
	c.Dir = filepath.Join("..", "tools", "web")
	out, err := c.CombinedOutput()
	require.NoError(t, err, "%s", out)
	t.Logf("%s", out)
}

func needsWeb(t *testing.T) {
	t.Helper()
	if !*web {
		t.Skip("without -web: needs node and npm ci in tools/web")
	}
}

func write(t *testing.T, file string, b []byte) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, b, 0o644))
}

// Every document in every form, language, stage and at several days passes the
// metaschema and compiles without a warning in ajv's strict mode, its examples
// are valid, and ajv's verdict on good instances with one fault is Go's.
func TestWebAgreement(t *testing.T) {
	needsWeb(t)
	dir := t.TempDir()
	keywords, err := json.Marshal(schema.Keywords())
	require.NoError(t, err)
	write(t, filepath.Join(dir, "keywords.json"), keywords)
	var corpus bytes.Buffer
	lines := json.NewEncoder(&corpus)
	for _, r := range reals(t) {
		for name, g := range map[string]schema.Generator{
			".json": {}, ".en.json": {Language: rule.English}, ".inlined.json": {Form: schema.Inlined}, ".draft07.json": {Form: schema.Draft07},
			".draft.json": {Stage: record.Draft}, ".2025.json": {At: calendar.MustDate(2025, 6, 30)},
		} {
			b, err := g.For(r.name)
			require.NoError(t, err)
			write(t, filepath.Join(dir, "schemas", r.name+name), b)
		}
		for i, instance := range oneFault(t, r, 200) {
			if excepted(instance) {
				continue
			}
			name := r.name + []string{".json", ".json", ".inlined.json", ".draft07.json"}[i%4]
			require.NoError(t, lines.Encode(map[string]any{"schema": name, "instance": string(instance), "valid": r.valid(instance)}))
		}
	}
	for _, instance := range lenient(string(realOf(t, "receipt").good[0])) {
		require.False(t, realOf(t, "receipt").valid([]byte(instance)), instance)
		require.NoError(t, lines.Encode(map[string]any{"schema": "receipt.json", "instance": instance, "valid": true}))
	}
	write(t, filepath.Join(dir, "corpus.ndjson"), corpus.Bytes())
	node(t, "agree.mjs", dir)
}

// lenient is what a browser takes and Go refuses: the declared exceptions beside
// those of a schema itself. If one of them is refused, the package's doc can say
// less.
func lenient(good string) []string {
	return []string{
		strings.Replace(good, `{`, `{"id":"first",`, 1), // the last of two members of one name counts
		strings.Replace(good, `机构甲"`, `机构甲\ud800"`, 1),  // half a surrogate pair
	}
}

// react-jsonschema-form draws each form, empty and with the example, with every
// title and without a message on the console.
func TestWebForms(t *testing.T) {
	needsWeb(t)
	dir := t.TempDir()
	for _, r := range reals(t) {
		for name, g := range map[string]schema.Generator{
			".json": {}, ".en.json": {Language: rule.English, Stage: record.Draft, Form: schema.Inlined}, ".draft07.json": {Form: schema.Draft07},
		} {
			b, err := g.For(r.name)
			require.NoError(t, err)
			ui, err := g.UISchema(r.name)
			require.NoError(t, err)
			titles := []string{r.def.Title.In(g.Language)}
			for _, f := range r.def.Fields {
				if f.Absent.Op == record.OpNever { // else the form shows it where it may be filled in
					titles = append(titles, f.Title.In(g.Language))
				}
			}
			form, err := json.Marshal(map[string]any{"schema": json.RawMessage(b), "uiSchema": json.RawMessage(ui), "titles": titles})
			require.NoError(t, err)
			write(t, filepath.Join(dir, "forms", r.name+name), form)
		}
	}
	node(t, "render.mjs", dir)
}
