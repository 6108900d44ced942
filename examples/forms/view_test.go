package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Two short rows share a line; what stands alone on one gets the whole of it.
func TestSpread(t *testing.T) {
	for rows, want := range map[string]string{"": "", "s": "W", "ss": "ss", "sss": "ssW", "w": "w", "sw": "Ww", "ssw": "ssw", "swss": "Wwss", "wsws": "wWwW"} {
		var all []row
		for _, c := range rows {
			all = append(all, row{Wide: c == 'w'})
		}
		spread(all)
		got := ""
		for i, r := range all {
			switch {
			case r.Wide && rows[i] == 's':
				got += "W"
			default:
				got += rows[i : i+1]
			}
		}
		assert.Equal(t, want, got, rows)
	}
}
