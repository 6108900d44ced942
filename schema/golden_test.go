package schema_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is published stands in testdata/schema, one file a record, so that every
// change of it is seen in review: go generate ./schema writes them.
func TestPublished(t *testing.T) {
	files, err := filepath.Glob("testdata/schema/*.json")
	require.NoError(t, err)
	var names []string
	for _, file := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".json"))
	}
	assert.ElementsMatch(t, schema.Records(), names)
	for _, name := range schema.Records() {
		want, err := os.ReadFile(filepath.Join("testdata", "schema", name+".json"))
		require.NoError(t, err)
		got, err := schema.For(name)
		require.NoError(t, err)
		if string(want) != string(got) {
			t.Errorf("%s differs from what is published: go generate ./schema, and read the difference", name)
		}
	}
}
