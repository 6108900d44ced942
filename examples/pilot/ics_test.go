package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// -ics writes every obligation of the three units, the same file each time.
func TestICS(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pilot.ics")
	require.NoError(t, run([]string{"-ics", name, "-at", "2026-04-24"}, io.Discard))
	first, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, run([]string{"-ics", name, "-at", "2026-04-24"}, io.Discard))
	again, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(first), string(again))
	n := 0
	for _, unit := range []string{transport, port, guilin} {
		n += len(reviewed(t, unit, "2026-04-24").Obligations)
	}
	assert.Equal(t, n, strings.Count(string(first), "BEGIN:VEVENT\r\n"))
	assert.Error(t, run([]string{"-ics", filepath.Join(name, "below")}, io.Discard))
}
