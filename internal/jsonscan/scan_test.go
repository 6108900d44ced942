package jsonscan_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/internal/jsonscan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheck(t *testing.T) {
	small := jsonscan.Limits{Bytes: 1000, Depth: 3, Values: 5}
	for name, tt := range map[string]struct{ in, want string }{
		"good":                     {`{"a":[1,-2.5e3,{"b":"x"}],"c":"[[[[[,,,,,,"}`, ""},
		"escaped quote":            {`{"a":"\"[[[["}`, ""},
		"unclosed string":          {`{"a":"\`, ""},
		"empty":                    {``, ""},
		"depth":                    {`[[[[1]]]]`, "at byte 3: want at most 3 levels of nesting"},
		"depth in objects":         {`{"a":{"b":{"c":{}}}}`, "at byte 15: want at most 3 levels of nesting"},
		"values":                   {`[1,2,3,4,5,6]`, "at byte 10: want at most 5 values"},
		"exponent":                 {`[1e1000000000]`, "at byte 1: want numbers of at most 32 characters and 3 digits of exponent"},
		"negative exponent":        {`-1E-1000`, "at byte 0: want numbers of at most 32 characters and 3 digits of exponent"},
		"long number":              {strings.Repeat("7", 33), "at byte 0: want numbers of at most 32 characters and 3 digits of exponent"},
		"just short enough":        {strings.Repeat("7", 32), ""},
		"bytes":                    {strings.Repeat(" ", 1001), "at byte 1000: want at most 1000 bytes"},
		"not UTF-8":                {"{\"a\":\"\xff\"}", "at byte 6: want UTF-8"},
		"cut rune":                 {"\"数\xe6\x95\"", "at byte 4: want UTF-8"},
		"many closing":             {strings.Repeat("]", 100), ""},
		"digits in a string":       {`"` + strings.Repeat("7", 100) + `"`, ""},
		"exponent inside a string": {`"1e1000000000"`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			err := jsonscan.Check([]byte(tt.in), small)
			if tt.want == "" {
				require.NoError(t, err)
				return
			}
			assert.EqualError(t, err, tt.want)
		})
	}
	assert.NoError(t, jsonscan.Check([]byte(strings.Repeat("[", 32)), jsonscan.Limits{}))
	assert.Error(t, jsonscan.Check([]byte(strings.Repeat("[", 33)), jsonscan.Limits{}))
	assert.Equal(t, 1<<20, jsonscan.Defaults().Bytes)
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte(`{"a":[1,2,"\"\\"]}`))
	f.Fuzz(func(t *testing.T, b []byte) { _ = jsonscan.Check(b, jsonscan.Limits{}) })
}

func BenchmarkCheck(b *testing.B) {
	text := []byte(`{"name":"公路基础数据库","kind":"public","rows":186000,"amount":"1860000.00","sources":["duty","sharing"]}`)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_ = jsonscan.Check(text, jsonscan.Limits{})
	}
}
