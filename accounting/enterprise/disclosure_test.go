package enterprise_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/record"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Fourteen items are mandatory and eight voluntary; the record of the voluntary
// ones has a field for each and needs none of them.
func TestDisclosureItems(t *testing.T) {
	must := 0
	for _, d := range enterprise.DisclosureItems() {
		if d.Mandatory {
			must++
		}
	}
	assert.Equal(t, 8+5+1, must)
	assert.Len(t, enterprise.DisclosureItems(), must+8)
	optional := 0
	for _, f := range enterprise.Voluntaries().Definition().Fields {
		if f.Basis != nil {
			optional++
		}
	}
	assert.Equal(t, 8+3, optional, "and three amounts of what lapsed")
	report := enterprise.Voluntaries().Validate(&enterprise.Voluntary{Resource: "BG-01", Recognised: record.Some(false)}, record.Options{})
	require.True(t, report.Clean(), "%v", report)
	report = enterprise.AppraisalNotes().Validate(&enterprise.AppraisalNote{Resource: "BG-06", Value: yuan("12000000.00")}, record.Options{})
	assert.Error(t, report.Err(), "sources, assumptions, method and parameters are mandatory")
}

func FuzzVoluntary(f *testing.F) {
	f.Add([]byte(`{"resource":"BG-01","recognised":false,"limits":"不得转售"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		v, report, err := enterprise.Voluntaries().Decode(b)
		if err == nil && report.Clean() {
			assert.True(t, enterprise.Voluntaries().Validate(&v, record.Options{}).Clean())
		}
	})
}
