package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// One answer a question, in their order.
func TestRun(t *testing.T) {
	var out strings.Builder
	require.NoError(t, run(strings.NewReader(`{"ask":"due","at":"2026-04-09","workdays":10}`+"\n"+`{"ask":"x"}`), &out))
	lines := strings.Split(out.String(), "\n")
	require.Len(t, lines, 3)
	assert.Contains(t, lines[0], `"due":"2026-04-27"`)
	assert.Contains(t, lines[1], `"error"`)
	assert.Error(t, run(strings.NewReader(strings.Repeat("x", maxLine+1)), &out))
}
