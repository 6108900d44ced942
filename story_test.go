package dataasset_test

import (
	"go/ast"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// storyAsset is the asset that the Examples of the packages tell of.
const storyAsset = "JT-02"

// Each package of the floors has an Example in which the one asset occurs, or the list
// says why not.
func TestStory(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "coverage", "story.txt"))
	require.NoError(t, err)
	listed := map[string]bool{}
	tr, err := readTree(os.DirFS("."), gitFiles())
	require.NoError(t, err)
	examples := examplesOf(tr)
	for line := range strings.Lines(string(text)) {
		dir, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		name, why, _ := strings.Cut(rest, "\t")
		listed[dir] = true
		if name == "" {
			assert.NotEmpty(t, why, dir)
			continue
		}
		assert.Contains(t, examples[dir+" "+name], storyAsset, "%s of %s", name, dir)
	}
	for dir, floor := range floors {
		if floor < roof && !within(dir, "internal") && !isProgram(dir) {
			assert.True(t, listed[dir], "%s is not on the list", dir)
		}
	}
}

// examplesOf is the source of each Example with its comment, by directory and name.
func examplesOf(tr tree) map[string]string {
	all := map[string]string{}
	for _, p := range tr.packages {
		for _, s := range p.tests {
			source := tr.text(s.name)
			for _, d := range s.file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || f.Recv != nil || !strings.HasPrefix(f.Name.Name, "Example") {
					continue
				}
				begin := f.Pos()
				if f.Doc != nil {
					begin = f.Doc.Pos()
				}
				all[p.dir+" "+f.Name.Name] = source[s.fset.Position(begin).Offset:s.fset.Position(f.End()).Offset]
			}
		}
	}
	return all
}
