package main

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The whole story in both languages, read by a person.
func TestGolden(t *testing.T) {
	for name, args := range map[string][]string{"testdata/story.zh.txt": nil, "testdata/story.en.txt": {"-en"}} {
		var b bytes.Buffer
		require.NoError(t, run(args, &b))
		if *update {
			require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
		}
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, string(want), b.String(), "if the difference is right, -update rewrites %s", name)
	}
}

func TestArguments(t *testing.T) {
	var b bytes.Buffer
	require.ErrorIs(t, run([]string{"-h"}, &b), flag.ErrHelp)
	require.Error(t, run([]string{"more"}, &b))
	assert.Empty(t, b.String())
}
