package dataasset_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

const modulePath = "github.com/dataasset-go/dataasset"

// checkers are the house rules that a program can judge. Each returns one
// "file:line: message" for every place that breaks its rule, and each is proven
// on bad sources in tidy_proof_test.go.
var checkers = []struct {
	name  string
	check func(tree) []string
}{
	{"floors", checkFloors},
	{"examples", checkExamples},
	{"purity", checkPurity},
	{"state", checkState},
	{"maps", checkMaps},
	{"decimals", checkDecimals},
	{"comments", checkComments},
	{"contents", checkContents},
	{"length", checkLength},
	{"names", checkNames},
	{"readme", checkReadme},
	{"programs", checkPrograms},
	{"links", checkLinks},
	{"pins", checkPins},
	{"words", checkWords},
}

func TestTidy(t *testing.T) {
	tr, err := readTree(os.DirFS("."), gitFiles())
	require.NoError(t, err)
	for _, c := range checkers {
		t.Run(c.name, func(t *testing.T) {
			for _, message := range c.check(tr) {
				t.Error(message)
			}
		})
	}
}

// A tree is the module as the checkers see it; names are relative to its root
// and slash-separated.
type tree struct {
	fs       fs.FS
	files    []string    // every file, nested modules included
	packages []goPackage // of the core module only, by directory
	types    func() *typing
}

// A goPackage is what lies in one directory: its test files may belong to two packages.
type goPackage struct {
	dir   string // "." is the root
	files []source
	tests []source
}

// A source is one parsed Go file.
type source struct {
	name string
	fset *token.FileSet
	file *ast.File
}

// says makes a message about the place of n in s.
func (s source) says(n ast.Node, format string, args ...any) string {
	line := s.fset.Position(n.Pos()).Line
	return fmt.Sprintf("%s:%d: %s", s.name, line, fmt.Sprintf(format, args...))
}

func (p goPackage) isMain() bool {
	return len(p.files) > 0 && p.files[0].file.Name.Name == "main"
}

// gitFiles lists what git tracks or would track. The list is empty outside of a
// checkout, in an unpacked archive for instance.
func gitFiles() []string {
	out, err := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil || len(out) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
}

// readTree reads the listed files, or all of fsys if there is no list.
func readTree(fsys fs.FS, files []string) (tree, error) {
	if len(files) == 0 {
		var err error
		if files, err = walk(fsys); err != nil {
			return tree{}, err
		}
	}
	tr := tree{fs: fsys}
	for _, name := range files {
		if info, err := fs.Stat(fsys, name); err == nil && info.Mode().IsRegular() {
			tr.files = append(tr.files, name)
		}
	}
	slices.Sort(tr.files)
	tr.files = slices.Compact(tr.files)

	dirs := map[string]goPackage{}
	fset := token.NewFileSet()
	for _, name := range tr.files {
		if path.Ext(name) != ".go" || !tr.isCore(name) {
			continue
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return tree{}, err
		}
		file, err := parser.ParseFile(fset, name, text, parser.ParseComments)
		if err != nil {
			return tree{}, err
		}
		p, s := dirs[path.Dir(name)], source{name, fset, file}
		p.dir = path.Dir(name)
		if strings.HasSuffix(name, "_test.go") {
			p.tests = append(p.tests, s)
		} else {
			p.files = append(p.files, s)
		}
		dirs[p.dir] = p
	}
	for _, p := range dirs {
		tr.packages = append(tr.packages, p)
	}
	slices.SortFunc(tr.packages, func(a, b goPackage) int { return strings.Compare(a.dir, b.dir) })
	tr.types = sync.OnceValue(func() *typing { return newTyping(tr) })
	return tr, nil
}

// walk lists the files of fsys but for what git and npm keep there.
func walk(fsys fs.FS) ([]string, error) {
	var files []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "node_modules"):
			return fs.SkipDir
		case !d.IsDir():
			files = append(files, name)
		}
		return nil
	})
	return files, err
}

// isCore tells whether the go tool would count name to the root module.
func (tr tree) isCore(name string) bool {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		base := path.Base(dir)
		if base == "testdata" || base[0] == '.' || base[0] == '_' || dir == "docs" {
			return false
		}
		if _, nested := slices.BinarySearch(tr.files, dir+"/go.mod"); nested {
			return false
		}
	}
	return true
}

// text reads a file of the tree; one that cannot be read is empty.
func (tr tree) text(name string) string {
	text, err := fs.ReadFile(tr.fs, name)
	if err != nil {
		return ""
	}
	return string(text)
}

// lineAt is the line of text on which the byte offset lies.
func lineAt(text string, offset int) int {
	return 1 + bytes.Count([]byte(text[:offset]), []byte("\n"))
}

// within tells whether dir is one of the parents or lies below one.
func within(dir string, parents ...string) bool {
	return slices.ContainsFunc(parents, func(p string) bool {
		return dir == p || strings.HasPrefix(dir, p+"/")
	})
}
