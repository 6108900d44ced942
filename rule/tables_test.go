package rule_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dataasset-go/dataasset/rule"
)

// coverage reads a list of testdata/coverage, line by line.
func coverage(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "coverage", name))
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(string(text), "\n"), "%s ends with a line", name)
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

// TestDocumentsCoverage holds the table against the list of all documents that
// the plan and the facts name: the same documents in the same order, and a
// reason for each that is left out.
func TestDocumentsCoverage(t *testing.T) {
	var listed []string
	for i, line := range coverage(t, "documents.txt") {
		name, about, ok := strings.Cut(line, "\t")
		assert.True(t, ok && strings.TrimSpace(name) != "" && strings.TrimSpace(about) != "" && !strings.Contains(about, "\t"),
			"line %d: want a document, a tab, and where it is named or why it is left out: %q", i+1, line)
		if strings.HasPrefix(name, "-") {
			assert.Greater(t, len(strings.TrimLeft(name, "- ")), 0, "line %d names what is left out", i+1)
			continue
		}
		listed = append(listed, name)
		d, ok := rule.DocumentByID(name)
		assert.True(t, ok, "line %d: no document has the id %s", i+1, name)
		assert.Equal(t, name, d.ID)
	}
	var table []string
	for _, d := range rule.Documents() {
		table = append(table, d.ID)
	}
	assert.Equal(t, listed, table)
}

func TestDocumentsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range rule.Documents() {
		assert.False(t, seen[d.ID], "%s is used once", d.ID)
		seen[d.ID] = true
		assert.NotEmpty(t, d.ID)
		assert.NotContains(t, d.ID, "　", d.ID)
		assert.False(t, strings.ContainsAny(d.ID, " \t\n[]"), "%s has no space and no bracket: clauses are read back by them", d.ID)
		for _, text := range []rule.Text{d.Title, d.Note} {
			assert.Equal(t, text.ZH == "", text.EN == "", "%s says it in both languages", d.ID)
			for _, s := range []string{text.ZH, text.EN, d.Number, d.Issuer} {
				assert.Equal(t, strings.TrimSpace(s), s, d.ID)
				assert.NotContains(t, s, "\n", d.ID)
			}
		}
		assert.False(t, d.Title.IsZero(), "%s has a title", d.ID)
		assert.GreaterOrEqual(t, d.Evidence, rule.FullText, "%s has evidence", d.ID)
		assert.LessOrEqual(t, d.Evidence, rule.Memory, "%s exists, which is no judgement", d.ID)
		if !d.Signed.IsZero() && !d.Published.IsZero() {
			assert.False(t, d.Published.Before(d.Signed), "%s is signed before it is published", d.ID)
		}
		if from, to := d.Effective.From, d.Effective.To; !from.IsZero() && !to.IsZero() {
			assert.False(t, to.Before(from), "%s begins before it ends", d.ID)
		}
	}
	_, ok := rule.DocumentByID("no such document")
	assert.False(t, ok)
	assert.True(t, rule.Grounded([]rule.Clause{rule.GX("4.2.2")}))
	assert.False(t, rule.Grounded(nil), "nothing is no basis")
	assert.False(t, rule.Grounded([]rule.Clause{{Doc: "no such document"}}))
}

// TestDocumentDates names the dates that other packages count on.
func TestDocumentDates(t *testing.T) {
	tests := []struct {
		id, signed, effective string
		evidence              rule.Evidence
	}{
		{rule.GuangxiPlan, "2025-03-27", "2025-04-01…2026-12-31", rule.FullText},
		{"发改数据规〔2025〕26号", "2025-01-08", "2025-03-01…2030-02-28", rule.FullText},
		{"发改数据规〔2025〕27号", "2025-01-08", "2025-03-01…2030-02-28", rule.FullText},
		{"发改价格〔2025〕65号", "2025-01-16", "2025-03-01…", rule.FullText},
		{"财会〔2016〕12号", "2016-07-06", "2017-01-01…", rule.FullText},
		{"财会〔2017〕25号", "", "2019-01-01…", rule.FullText},
		{"财会〔2023〕11号", "2023-08-01", "2024-01-01…", rule.Verified},
		{"国务院令第738号", "", "2021-04-01…", rule.FullText},
		{"行政复议法", "", "…", rule.Memory},
	}
	for _, tt := range tests {
		d, ok := rule.DocumentByID(tt.id)
		require.True(t, ok, tt.id)
		assert.Equal(t, tt.signed, d.Signed.String(), tt.id)
		assert.Equal(t, tt.effective, d.Effective.String(), tt.id)
		assert.Equal(t, tt.evidence, d.Evidence, tt.id)
	}
}

func TestGuangxiClauses(t *testing.T) {
	keys := coverage(t, "clauses.txt")
	require.Len(t, keys, 69)
	var table []string
	places := []string{
		"前言", "一", "二", "三", "四(一)", "四(二)", "四(三)", "四(四)", "四(五)", "四(六)", "四(七)",
		"五(一)", "五(二)", "五(三)", "五(四)", "六",
	}
	place := 0
	for _, c := range rule.GuangxiClauses() {
		table = append(table, c.Key)
		at := slices.Index(places, c.Place)
		assert.GreaterOrEqual(t, at, place, "%s stands in %s, in the order of the plan", c.Key, c.Place)
		assert.LessOrEqual(t, at, place+1, "%s leaves out a place before %s", c.Key, c.Place)
		place = at
		assert.NotEmpty(t, c.Title.ZH, c.Key)
		assert.NotEmpty(t, c.Title.EN, c.Key)
		assert.False(t, strings.ContainsAny(c.Title.ZH+c.Title.EN, "\n\t"), "%s is one line", c.Key)
	}
	assert.Equal(t, keys, table)
	assert.Equal(t, len(places)-1, place)
}

// TestGX resolves every key, with and without its prefix, to a clause that a
// table may cite and that prints and reads back.
func TestGX(t *testing.T) {
	for _, key := range coverage(t, "clauses.txt") {
		c := rule.GX(key)
		assert.Equal(t, c, rule.GX(strings.TrimPrefix(key, "GX-")))
		assert.Equal(t, key, c.Key)
		assert.NotEmpty(t, c.Place, key)
		_, ok := rule.DocumentByID(c.Doc)
		assert.True(t, ok, "%s is in the table of documents", c.Doc)

		text, err := c.MarshalText()
		require.NoError(t, err)
		var back rule.Clause
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, c, back)
	}
	assert.Equal(t, "桂财资〔2025〕15号 四(二) [GX-4.2.2]", rule.GX("4.2.2").String())
	for _, unknown := range []string{"", "GX-", "4.2", "4.2.9", "GX-7", "gx-4.2.2", "GX-GX-1", " GX-1"} {
		assert.True(t, rule.GX(unknown).IsZero(), "%q", unknown)
	}
}

// TestTablesAreFresh changes what a caller got and finds the tables unchanged.
func TestTablesAreFresh(t *testing.T) {
	documents, clauses := rule.Documents(), rule.GuangxiClauses()
	documents[0], clauses[0] = rule.Document{}, rule.PlanClause{}
	assert.Equal(t, rule.GuangxiPlan, rule.Documents()[0].ID)
	assert.Equal(t, "GX-0.1", rule.GuangxiClauses()[0].Key)
}
