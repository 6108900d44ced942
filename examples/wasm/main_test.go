package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var web = flag.Bool("web", false, "build for WebAssembly and run in headless Chromium and under node's WASI")

// driver is a page around the page: it fills in and presses, as a person would, and
// tells the test what stands there then.
//
//go:embed testdata/driver.html
var driver []byte

// steps is what the driver saw after each thing it did.
type steps struct {
	Sample, Valid, Recognised, Missing, NotJSON, Due, Nation, Unannounced, Error string
	Blocked                                                                      bool
}

func TestBrowser(t *testing.T) {
	if !*web {
		t.Skip("needs -args -web and Chromium")
	}
	dir := t.TempDir()
	require.NoError(t, build(dir))
	var size bytes.Buffer
	require.NoError(t, report(filepath.Join(dir, programFile), &size))
	t.Log(strings.TrimSpace(size.String()))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "driver.html"), driver, 0o644))

	told := make(chan []byte, 1)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			files.ServeHTTP(w, r)
			return
		}
		text, err := io.ReadAll(r.Body)
		assert.NoError(t, err)
		told <- text
	}))
	defer server.Close()
	browse(t, server.URL+"/driver.html")

	var saw steps
	select {
	case text := <-told:
		require.NoError(t, json.Unmarshal(text, &saw))
	case <-time.After(3 * time.Minute):
		t.Fatal("the page told nothing")
	}
	assert.Empty(t, saw.Error)
	assert.Contains(t, saw.Sample, `"id": "JT-01"`)
	assert.Equal(t, "✓", saw.Valid)
	assert.Contains(t, saw.Recognised, "四(一) [GX-4.1.2]")
	assert.True(t, saw.Blocked)
	assert.Contains(t, saw.Missing, "/name")
	assert.Contains(t, saw.NotJSON, "SyntaxError")
	// The tenth working day after 2026-04-09: Guangxi rests on 17 and 20 April.
	assert.Contains(t, saw.Due, "2026-04-27\n")
	assert.Contains(t, saw.Nation, "2026-04-23\n")
	assert.Contains(t, saw.Unannounced, "2027")
	assert.Contains(t, saw.Unannounced, "not before 2027-01-14")
}

// browse opens a page in a browser of its own, which ends with the test.
func browse(t *testing.T, url string) {
	name := ""
	for _, n := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(n); err == nil {
			name = p
			break
		}
	}
	require.NotEmpty(t, name, "want chromium")
	ctx, stop := context.WithCancel(t.Context())
	profile := profileDir(t)
	c := exec.CommandContext(ctx, name, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
		"--no-first-run", "--disable-background-networking", "--remote-debugging-port=0", "--user-data-dir="+profile, url)
	// Asked to end, a browser ends its own processes first; killed, it leaves them writing.
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	c.WaitDelay = 10 * time.Second
	require.NoError(t, c.Start())
	t.Cleanup(func() {
		stop()
		_ = c.Wait()
	})
}

// profileDir is a folder for a browser's profile. T.TempDir would fail the test when a
// process of the browser outlives it by a moment and still writes there: what is left
// of a profile says nothing about the page, so it is removed as far as it can be.
func profileDir(t *testing.T) string {
	dir, err := os.MkdirTemp("", "profile")
	require.NoError(t, err)
	t.Cleanup(func() {
		for try := range 50 {
			if err = os.RemoveAll(dir); err == nil {
				return
			}
			time.Sleep(time.Duration(try) * 5 * time.Millisecond)
		}
		t.Log(err)
	})
	return dir
}

func TestWASI(t *testing.T) {
	if !*web {
		t.Skip("needs -args -web and node")
	}
	file := filepath.Join(t.TempDir(), "desk.wasm")
	require.NoError(t, compile("wasip1", file, "wasi"))
	c := exec.Command("node", "--no-warnings", "wasi/run.mjs", file)
	c.Stdin = strings.NewReader(`{"ask":"due","at":"2026-04-09","workdays":10}` + "\n")
	out, err := c.CombinedOutput()
	require.NoError(t, err, string(out))
	assert.Contains(t, string(out), `"due":"2026-04-27"`)
}

// The size is told in both forms.
func TestReport(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.wasm")
	require.NoError(t, os.WriteFile(name, make([]byte, 1_500_000), 0o644))
	var w bytes.Buffer
	require.NoError(t, report(name, &w))
	assert.Equal(t, "a.wasm: 1.5 MB, gzip 0.0 MB\n", w.String())
}
