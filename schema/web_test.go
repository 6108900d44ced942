package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
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
		for i, instance := range append(oneFault(t, r, 200), madeOf(r.def, 8)...) {
			name := r.name + []string{".json", ".json", ".inlined.json", ".draft07.json"}[i%4]
			require.NoError(t, lines.Encode(map[string]any{"schema": name, "instance": string(instance), "valid": r.valid(instance)}))
		}
	}
	for _, e := range exceptions {
		_, instance := e.instance(t)
		require.NoError(t, lines.Encode(map[string]any{"schema": e.record + ".json", "instance": string(instance), "valid": e.say.ajv}))
	}
	write(t, filepath.Join(dir, "corpus.ndjson"), corpus.Bytes())
	node(t, "agree.mjs", dir)
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
