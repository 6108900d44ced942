package schema_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each trap that validators, renderers and hostile input were seen to set has its
// test, or a reason why it has none: a test's name, of this package or of record,
// or a file of tools/web, and behind a colon what stands in it.
func TestTraps(t *testing.T) {
	text, err := os.ReadFile("../testdata/coverage/schema-traps.txt")
	require.NoError(t, err)
	tests := functions(t, ".", "")
	for name, body := range functions(t, "../record", "record.") {
		tests[name] = body
	}
	seen := map[string]bool{}
	reasons := 0
	for line := range strings.Lines(string(text)) {
		item, where, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(t, ok, line)
		assert.False(t, seen[item], item)
		seen[item] = true
		if reason, ok := strings.CutPrefix(where, "reason: "); ok {
			assert.NotEmpty(t, reason, item)
			reasons++
			continue
		}
		for ref := range strings.SplitSeq(where, "; ") {
			name, part, _ := strings.Cut(ref, ": ")
			body, ok := tests[name]
			if strings.HasPrefix(name, "tools/web/") {
				b, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
				require.NoError(t, err, item)
				body, ok = string(b), true
			}
			assert.True(t, ok, "%s: there is no %s", item, name)
			assert.Contains(t, body, part, "%s: %s", item, name)
		}
	}
	assert.GreaterOrEqual(t, len(seen), 150)
	assert.LessOrEqual(t, reasons, 12)
}

// functions is the source of each test, fuzz target, benchmark and example of a
// directory, with its comment.
func functions(t *testing.T, dir, prefix string) map[string]string {
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	require.NoError(t, err)
	all := map[string]string{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, file, b, parser.ParseComments)
		require.NoError(t, err)
		for _, d := range tree.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv != nil {
				continue
			}
			from := f.Pos()
			if f.Doc != nil {
				from = f.Doc.Pos()
			}
			words := strings.NewReplacer("\n// ", " ").Replace(string(b[set.Position(from).Offset:set.Position(f.End()).Offset]))
			all[prefix+f.Name.Name] = words
		}
	}
	return all
}
