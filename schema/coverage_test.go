package schema_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every record that forms are asked for has a schema, or a reason stands there;
// no schema is missing from the list.
func TestCoverage(t *testing.T) {
	text, err := os.ReadFile("../testdata/coverage/schema-records.txt")
	require.NoError(t, err)
	listed, alternatives := map[string]bool{}, map[string]bool{}
	reasons := 0
	for line := range strings.Lines(string(text)) {
		item, carriers, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(t, ok, line)
		if reason, ok := strings.CutPrefix(carriers, "reason: "); ok {
			assert.NotEmpty(t, reason, item)
			reasons++
			continue
		}
		for carrier := range strings.FieldsSeq(carriers) {
			name, alternative, one := strings.Cut(carrier, "~")
			require.Contains(t, schema.Records(), name, item)
			listed[name] = true
			if one {
				alternatives[carrier] = true
				d := realOf(t, name).def
				assert.True(t, slices.ContainsFunc(d.Alternatives, func(a record.Alternative) bool { return a.Code == alternative }), carrier)
			}
		}
	}
	for _, r := range reals(t) {
		assert.True(t, listed[r.name], "%s is not in the list", r.name)
		for _, a := range r.def.Alternatives {
			assert.True(t, alternatives[r.name+"~"+a.Code], "%s~%s is not in the list", r.name, a.Code)
		}
	}
	assert.LessOrEqual(t, reasons, 10, "reasons become records, not the other way round")
	assert.GreaterOrEqual(t, len(schema.Records()), 25)
}
