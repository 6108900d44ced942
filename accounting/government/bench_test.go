package government_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/stretchr/testify/require"
)

func BenchmarkPost(b *testing.B) {
	e := sample{"exchange-boot-received", department, "gross=200000.00 amortised=80000.00 value=150000.00 costs=3000.00 boot=10000.00", "", ""}.event(b)
	b.ReportAllocs()
	for b.Loop() {
		_, err := government.Events().Post(e)
		require.NoError(b, err)
	}
}
