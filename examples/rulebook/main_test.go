package main

import (
	"bytes"
	"encoding/xml"
	"flag"
	"html"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The whole book in both languages, read by a person: a change of law is a
// difference here.
func TestGolden(t *testing.T) {
	for name, args := range map[string][]string{"testdata/rulebook.zh.md": nil, "testdata/rulebook.en.md": {"-en"}} {
		var b bytes.Buffer
		require.NoError(t, run(args, &b))
		if *update {
			require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
		}
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, string(want), b.String(), "if the difference is right, -update rewrites %s", name)
	}
}

// Every clause, rule, duty, policy and document has its entry in the Markdown and
// on the page; the page needs nothing else and its markup is whole.
func TestComplete(t *testing.T) {
	catalogue := pilot.Catalogue(pilot.Guangxi())
	assert.GreaterOrEqual(t, len(catalogue.Rules), 60)
	assert.GreaterOrEqual(t, len(catalogue.Duties), 15)
	t.Logf("%d rules, %d duties", len(catalogue.Rules), len(catalogue.Duties))
	var ids []string
	for _, c := range dataasset.Clauses() {
		ids = append(ids, c.Ref())
	}
	for _, r := range catalogue.Rules {
		ids = append(ids, string(r.ID))
	}
	for _, d := range catalogue.Duties {
		ids = append(ids, string(d.ID))
	}
	for _, p := range rule.Policies() {
		ids = append(ids, p.Number)
	}
	for _, d := range rule.Documents() {
		ids = append(ids, d.ID)
	}
	for _, l := range [][]string{nil, {"-en"}} {
		file := filepath.Join(t.TempDir(), "rulebook.html")
		var b bytes.Buffer
		require.NoError(t, run(append([]string{"-html", file}, l...), &b))
		assert.Empty(t, b.String())
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		page := string(text)
		for _, id := range ids {
			assert.Contains(t, page, "<code>"+html.EscapeString(id)+"</code>")
		}
		assert.Equal(t, len(ids), strings.Count(page, "<article"))
		for _, m := range regexp.MustCompile(`<a href="#([^"]*)">`).FindAllStringSubmatch(page, -1) {
			to, err := url.PathUnescape(m[1])
			require.NoError(t, err)
			assert.Contains(t, page, ` id="`+html.EscapeString(to)+`"`, "a link leads to an entry")
		}
		assert.NotRegexp(t, `(?i)(src|href)\s*=\s*"?(https?:)?//|@import|url\(`, page, "nothing is loaded")
		assert.Contains(t, page, `<input id="q" type="search"`)
		body := regexp.MustCompile(`(?s)<body>(.*?)<script>`).FindStringSubmatch(page)
		require.NotNil(t, body)
		whole := strings.NewReplacer("<input", "<br/><input", " autofocus>", "/>").Replace(body[1])
		require.NoError(t, xml.Unmarshal([]byte("<x>"+whole+"</x>"), new(struct{})), "every tag is closed, every text escaped")

		b.Reset()
		require.NoError(t, run(l, &b))
		assert.Equal(t, len(ids), strings.Count(b.String(), "\n### "))
	}
}

// A text that looks like markup is text.
func TestEscaped(t *testing.T) {
	b := book{Title: "<script>alert(1)</script>", Sections: []section{{Title: "a|b", Entries: []entry{{ID: `"><img>`, Title: "*x* [y](z) `c`\n# d"}}}}}
	var out bytes.Buffer
	require.NoError(t, b.html(&out))
	assert.NotContains(t, out.String(), "<script>alert")
	assert.NotContains(t, out.String(), "<img>")
	out.Reset()
	require.NoError(t, b.markdown(&out))
	assert.Contains(t, out.String(), "### \">&lt;img> ")
	assert.Contains(t, out.String(), "\\*x\\* [y]\\(z) \\`c\\` # d")
}

func TestArguments(t *testing.T) {
	var b bytes.Buffer
	require.ErrorIs(t, run([]string{"-h"}, &b), flag.ErrHelp)
	require.Error(t, run([]string{"more"}, &b))
	require.Error(t, run([]string{"-html", filepath.Join(t.TempDir(), "no", "folder")}, &b))
	assert.Empty(t, b.String())
}
