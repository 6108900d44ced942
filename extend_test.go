package dataasset_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The programs of docs/extend.md are run as Examples: each says at the end of its main
// what it prints, and all of them are built and run at once.
func TestExtensionGuide(t *testing.T) {
	tr, err := readTree(os.DirFS("."), gitFiles())
	require.NoError(t, err)
	var programs []block
	for _, b := range tr.goBlocks() {
		if b.name == "docs/extend.md" {
			programs = append(programs, b)
		}
	}
	require.Len(t, programs, 7, "rule, field, account, region, notice, regime, plan")
	out, err := runAsExamples(t, programs)
	require.NoError(t, err, out)
	for i := range programs {
		assert.Contains(t, out, fmt.Sprintf("--- PASS: Example_program%d", i), "a program without // Output: is not run")
	}
}

// runAsExamples turns each program's main into an Example of one test package, as if it
// lay in the module, and runs them.
func runAsExamples(t *testing.T, programs []block) (string, error) {
	root, err := os.Getwd()
	require.NoError(t, err)
	dir := t.TempDir()
	overlay := map[string]string{}
	for i, b := range programs {
		text := strings.Replace(b.text, "package main\n", "package guide_test\n", 1)
		text = strings.Replace(text, "func main() {", fmt.Sprintf("func Example_program%d() {", i), 1)
		file := filepath.Join(dir, fmt.Sprintf("program%d_test.go", i))
		place := fmt.Sprintf("//line %s:%d\n", filepath.Join(root, b.name), b.line)
		require.NoError(t, os.WriteFile(file, []byte(place+text), 0o600))
		overlay[filepath.Join(root, "examples", "guide", filepath.Base(file))] = file
	}
	text, err := json.Marshal(map[string]any{"Replace": overlay})
	require.NoError(t, err)
	config := filepath.Join(dir, "overlay.json")
	require.NoError(t, os.WriteFile(config, text, 0o600))
	binary := filepath.Join(dir, "guide.test")
	out, err := exec.Command("go", "test", "-c", "-vet=off", "-o", binary, "-overlay="+config, "./examples/guide").CombinedOutput()
	if err != nil {
		return string(out), err
	}
	run := exec.Command(binary, "-test.v")
	run.Dir = dir
	out, err = run.CombinedOutput()
	return string(out), err
}
