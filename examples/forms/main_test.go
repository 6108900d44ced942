package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The program says where it listens, serves, and ends when it is told to.
func TestRun(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	r, w := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- run(ctx, []string{"-addr", "127.0.0.1:0", "-dir", filepath.Join(t.TempDir(), "new")}, w)
	}()
	line, err := bufio.NewReader(r).ReadString('\n')
	require.NoError(t, err)
	response, err := http.Get(strings.TrimSpace(line))
	require.NoError(t, err)
	b, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	assert.Contains(t, string(b), "数据资产信息卡片")
	stop()
	assert.NoError(t, <-done)
	for _, args := range [][]string{{"-addr", "nowhere"}, {"-port", "1"}, {"-dir", "main.go"}} {
		assert.Error(t, run(t.Context(), args, io.Discard), args)
	}
}
