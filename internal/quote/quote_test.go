package quote_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/stretchr/testify/assert"
)

func TestValue(t *testing.T) {
	long := strings.Repeat("数", 10_000)
	tests := []struct{ in, want string }{
		{"", `""`},
		{"未入账", `"未入账"`},
		{"１２３，", `"１２３，"`},
		{`a"b\c`, `"a\"b\\c"`},
		{"a\nb\u3000c", `"a\nb\u3000c"`},
		{"\xff\xfe", `"\xff\xfe"`},
		{strings.Repeat("x", 64), `"` + strings.Repeat("x", 64) + `"`},
		{strings.Repeat("x", 65), `"` + strings.Repeat("x", 64) + `"… (65 bytes)`},
		{long, `"` + strings.Repeat("数", 64) + `"… (30000 bytes)`},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, quote.Value(tt.in))
	}
}
