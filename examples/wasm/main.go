package main

import (
	"compress/gzip"
	_ "embed"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed index.html
var page []byte

func main() {
	out := flag.String("out", "", "write the page into this folder")
	serve := flag.String("serve", "", "serve the page at this address")
	flag.Parse()
	if err := run(*out, *serve, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out, serve string, w io.Writer) error {
	dir := out
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "dataasset-wasm"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	if err := build(dir); err != nil {
		return err
	}
	if err := report(filepath.Join(dir, programFile), w); err != nil {
		return err
	}
	if serve == "" {
		return nil
	}
	fmt.Fprintln(w, "serving at", serve)
	return http.ListenAndServe(serve, http.FileServer(http.Dir(dir)))
}

// The files of the page; runtimeFile is Go's own and is read from its folder.
const (
	programFile = "dataasset.wasm"
	runtimeFile = "wasm_exec.js"
)

// build writes the page, the program and Go's runtime for browsers into a folder.
func build(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := compile("js", filepath.Join(dir, programFile), "browser"); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	exec, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", runtimeFile))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, runtimeFile), exec, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "index.html"), page, 0o644)
}

// compile builds one of the programs below this one for a system of WebAssembly,
// without what only a debugger reads.
func compile(system, file, program string) error {
	c := exec.Command("go", "build", "-ldflags=-s -w", "-o", file, "github.com/dataasset-go/dataasset/examples/wasm/"+program)
	c.Env = append(os.Environ(), "GOOS="+system, "GOARCH=wasm", "CGO_ENABLED=0")
	if text, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, text)
	}
	return nil
}

// report says how large a file is, as it is and as a browser loads it.
func report(name string, w io.Writer) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var packed counter
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(text); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s: %.1f MB, gzip %.1f MB\n", filepath.Base(name), float64(len(text))/1e6, float64(packed)/1e6)
	return err
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
