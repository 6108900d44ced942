package dataasset_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every document that officers produce is a record of the library or made by it:
// testdata/coverage/practice-documents.txt names each with its records and functions.
func TestPracticeDocuments(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "coverage", "practice-documents.txt"))
	require.NoError(t, err)
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		document, carriers, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(t, ok && document != "" && carriers != "", line)
		for _, carrier := range strings.Split(carriers, "; ") {
			if name, isRecord := strings.CutPrefix(carrier, "record "); isRecord {
				assert.FileExists(t, filepath.Join("schema", "testdata", "schema", name+".json"), document)
				continue
			}
			assert.True(t, makes(t, carrier), "%s: no function %s", document, carrier)
		}
	}
	assert.Equal(t, 25, n, "nineteen documents of units and supervisors, the closing summary apart from the report, and six of enterprises")
}

// makes reports whether the API has a function or a method, written
// pilot.Progress or pilot.Result.Figures.
func makes(t *testing.T, name string) bool {
	t.Helper()
	dir, last := filepath.Split(name)
	pkg, fn, _ := strings.Cut(last, ".")
	api, err := os.ReadFile(filepath.Join("testdata", "api", dir, pkg+".txt"))
	require.NoError(t, err)
	of, method, isMethod := strings.Cut(fn, ".")
	for line := range strings.Lines(string(api)) {
		switch {
		case !isMethod && strings.HasPrefix(line, "func "+fn+"("):
			return true
		case isMethod && (strings.HasPrefix(line, "method ("+of+") "+method+"(") || strings.HasPrefix(line, "method (*"+of+") "+method+"(")):
			return true
		}
	}
	return false
}
