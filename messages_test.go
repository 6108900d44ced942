package dataasset_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/conformance"
	"github.com/dataasset-go/dataasset/rule"
)

const messagesPage = "docs/messages.md"

// TestMessages compares the page of everything that this module says with what it
// says: each type of error in a call that goes wrong, each rule in the first case of
// the conformance set in which it fires.
func TestMessages(t *testing.T) {
	var page strings.Builder
	page.WriteString(`# What this module says

Every type of error, in a call that goes wrong; then every rule, in the words of the
first case of the [conformance set](../conformance) in which it fires, Chinese first.
A program asks for types and ids, a person reads these sentences: each says where, what,
what was expected and, where something can be done, what to do. This page is compared
with the program by a test.

## Errors of calls

An error of a call is in English: it speaks to a developer. What people fill in is
answered by findings, in both languages.
`)
	writeMistakes(t, &page)
	page.WriteString(`
## Findings and refusals

A finding reads: severity, place, what is wrong and what was expected, what to do, basis.
The refusal of a step is shown here as its reason alone: a review puts the file, line and
column of the event before it, and after it that the event had no effect and is to be
corrected and entered again. A criterion of recognition is an answer to a question about
one resource: it has no place.

### Rules of record

What every record is read by, here information cards in JSON and as a sheet. They are
rules of form, not of law; each finding cites the clauses of its field, left out here.

`)
	writeForm(t, &page)
	writeFindings(t, &page)
	if *update {
		require.NoError(t, os.WriteFile(messagesPage, []byte(page.String()), 0o644))
	}
	want, err := os.ReadFile(messagesPage)
	require.NoError(t, err)
	assert.Equal(t, string(want), page.String(), "run with -update, and read the difference")
}

func writeMistakes(t *testing.T, page *strings.Builder) {
	pkg := ""
	for _, m := range mistakes() {
		err := m.err()
		require.Error(t, err, m.call)
		assert.Equal(t, "*"+m.of, fmt.Sprintf("%T", err), m.call)
		if p, _, _ := strings.Cut(m.of, "."); p != pkg {
			pkg = p
			fmt.Fprintf(page, "\n### %s\n\n", p)
		}
		fmt.Fprintf(page, "- `*%s` of `%s`:\n  %s\n", m.of, m.call, cell(err.Error()))
	}
}

// writeFindings tells every rule once, and names those that no case has in words.
func writeFindings(t *testing.T, page *strings.Builder) {
	said := map[rule.ID]rule.Finding{}
	cases, err := conformance.Cases()
	require.NoError(t, err)
	unreached, err := os.ReadFile("conformance/testdata/uncovered.txt")
	require.NoError(t, err)
	for _, c := range cases {
		found, err := conformance.Findings(c)
		require.NoError(t, err, c.ID)
		for _, f := range found {
			if _, twice := said[f.Rule]; !twice {
				said[f.Rule] = f
			}
		}
	}
	pkg := ""
	for _, r := range dataasset.Rules() {
		p, _, _ := strings.Cut(string(r.ID), ".")
		if p != pkg {
			pkg = p
			fmt.Fprintf(page, "\n### Rules of %s\n\n", p)
		}
		fmt.Fprintf(page, "- `%s` %s · %s\n", r.ID, r.Title.ZH, r.Title.EN)
		f, ok := said[r.ID]
		if !ok {
			assert.Contains(t, string(unreached), "fires "+string(r.ID)+"\t", "no case of the conformance set has words for %s", r.ID)
			page.WriteString("  - 本库的状态表不会触发，供使用者自定的状态表使用 · no state table of this module lets it come to that; it guards a caller's own\n")
			continue
		}
		f.Severity = r.Severity
		assert.NotEmpty(t, f.Message.ZH, r.ID)
		assert.NotEmpty(t, f.Message.EN, r.ID)
		assert.Equal(t, capital(f.Fix.EN), f.Fix.EN, "what to do is a sentence: %s", r.ID)
		fmt.Fprintf(page, "  - %s\n  - %s\n", cell(f.In(rule.Chinese)), cell(f.In(rule.English)))
	}
}

// cell keeps a sentence on one line, and its long lists readable.
func cell(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.NewReplacer("<", "&lt;", "*", `\*`, "|", `\|`, "[", `\[`).Replace(s)
	if r := []rune(s); len(r) > 400 {
		return string(r[:400]) + " …"
	}
	return s
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// TestMistakes holds the list against the types of error that the module exports.
func TestMistakes(t *testing.T) {
	var listed []string
	for _, m := range mistakes() {
		listed = append(listed, m.of)
	}
	var want []string
	for _, dir := range []string{"testdata/api/*.txt", "testdata/api/accounting/*.txt"} {
		files, err := filepath.Glob(dir)
		require.NoError(t, err)
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			for _, m := range regexp.MustCompile(`(?m)^type (\w*(?:Error|Refusal)) struct`).FindAllStringSubmatch(string(text), -1) {
				want = append(want, strings.TrimSuffix(filepath.Base(file), ".txt")+"."+m[1])
			}
		}
	}
	require.NotEmpty(t, want)
	for _, name := range want {
		assert.True(t, slices.Contains(listed, name), "%s has no call in the list", name)
	}
}
