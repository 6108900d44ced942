package main

import (
	"flag"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	web     = flag.Bool("web", false, "also use the site in Chromium; needs npm ci in tools/web, a browser and a Chinese font")
	browser = flag.String("browser", "", "the browser; none: the first of those known that is in PATH")
	shots   = flag.String("shots", "", "folder for pictures of the pages and the printed sheets; none: not kept")
)

// known are the names under which distributions install Chromium.
var known = []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"}

func browserPath(t *testing.T) string {
	t.Helper()
	if *browser != "" {
		return *browser
	}
	for _, name := range known {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatalf("no browser: want one of %q in PATH, or -browser", known)
	return ""
}

// People use the site in a real browser: tools/web/forms-browser.mjs tells their
// story, and fails on any message of the console and any finding of axe.
func TestBrowser(t *testing.T) {
	if !*web {
		t.Skip("without -web: needs node, npm ci in tools/web, Chromium and a Chinese font")
	}
	dir := *shots
	if dir == "" {
		dir = t.TempDir()
	}
	dir, err := filepath.Abs(dir)
	require.NoError(t, err)
	server := httptest.NewServer(open(t, t.TempDir()))
	defer server.Close()
	c := exec.CommandContext(t.Context(), "node", "forms-browser.mjs", server.URL, browserPath(t), dir)
	c.Dir = filepath.Join("..", "..", "tools", "web")
	out, err := c.CombinedOutput()
	require.NoError(t, err, "%s", out)
	t.Logf("%s", out)
}
