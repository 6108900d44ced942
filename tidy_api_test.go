package dataasset_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/printer"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite testdata/api; read the difference before it is committed")

// The exported API of every package is written down, one file a package and one line a
// name: what is added, changed or taken away is a difference that a person reads.
func TestAPI(t *testing.T) {
	tr, err := readTree(os.DirFS("."), gitFiles())
	require.NoError(t, err)
	dir := filepath.Join("testdata", "api")
	if *update {
		require.NoError(t, os.RemoveAll(dir))
	}
	stale := map[string]bool{}
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			stale[name] = true
		}
		return nil
	})
	for _, p := range tr.packages {
		if len(p.files) == 0 || p.isMain() || within(p.dir, "internal") || isProgram(p.dir) {
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(cmp.Or(strings.TrimPrefix(p.dir, "."), "dataasset"))+".txt")
		got := apiOf(tr, p)
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
			require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
		}
		want, err := os.ReadFile(name)
		require.NoError(t, err, "go test . -run TestAPI -update writes it")
		assert.Equal(t, string(want), got, "the API of %s has changed: if that is meant, go test . -run TestAPI -update rewrites %s", p.dir, name)
		delete(stale, name)
	}
	assert.Empty(t, stale, "packages that are not there")
}

// apiOf lists what a package exports: constants with their values, variables, functions,
// then each type with its fields in their order and its methods.
func apiOf(tr tree, p goPackage) string {
	tr.types().load(p.dir)
	a := api{info: tr.types().info, types: map[string][]string{}, methods: map[string][]string{}}
	for _, s := range p.files {
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				a.function(d)
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch spec := spec.(type) {
					case *ast.ValueSpec:
						a.values(d.Tok, spec)
					case *ast.TypeSpec:
						a.typ(spec)
					}
				}
			}
		}
	}
	slices.Sort(a.lines)
	for _, name := range slices.Sorted(keys(a.types)) {
		slices.Sort(a.methods[name])
		a.lines = slices.Concat(a.lines, a.types[name], a.methods[name])
	}
	return strings.Join(a.lines, "\n") + "\n"
}

func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// api gathers the lines of one package.
type api struct {
	info    *types.Info
	lines   []string            // constants, variables, functions
	types   map[string][]string // each type and its fields
	methods map[string][]string
}

func (a *api) function(d *ast.FuncDecl) {
	if !d.Name.IsExported() {
		return
	}
	signature := strings.TrimPrefix(oneLine(d.Type), "func")
	if d.Recv == nil {
		a.lines = append(a.lines, "func "+d.Name.Name+signature)
		return
	}
	of := d.Recv.List[0].Type
	if id := baseOf(of); id.IsExported() {
		a.methods[id.Name] = append(a.methods[id.Name], fmt.Sprintf("method (%s) %s%s", oneLine(of), d.Name.Name, signature))
	}
}

func (a *api) values(tok token.Token, spec *ast.ValueSpec) {
	for _, id := range spec.Names {
		if !id.IsExported() {
			continue
		}
		line := tok.String() + " " + id.Name
		if spec.Type != nil {
			line += " " + oneLine(spec.Type)
		}
		object := a.info.Defs[id]
		if basic, ok := object.Type().(*types.Basic); spec.Type == nil && !(ok && basic.Info()&types.IsUntyped != 0) {
			line += " " + types.TypeString(object.Type(), func(p *types.Package) string {
				if p == object.Pkg() {
					return ""
				}
				return p.Name()
			})
		}
		if c, ok := object.(*types.Const); ok {
			line += " = " + c.Val().ExactString()
		}
		a.lines = append(a.lines, line)
	}
}

func (a *api) typ(spec *ast.TypeSpec) {
	if !spec.Name.IsExported() {
		return
	}
	name := spec.Name.Name
	line := "type " + name
	if spec.TypeParams != nil {
		line += "[" + strings.Join(fields(spec.TypeParams, false), ", ") + "]"
	}
	if spec.Assign.IsValid() {
		line += " ="
	}
	switch typ := spec.Type.(type) {
	case *ast.StructType:
		a.types[name] = append(a.types[name], line+" struct"+hidden(typ.Fields))
		for _, f := range fields(typ.Fields, true) {
			a.types[name] = append(a.types[name], "field "+name+"."+f)
		}
	case *ast.InterfaceType:
		a.types[name] = append(a.types[name], line+" interface"+hidden(typ.Methods))
		for _, f := range fields(typ.Methods, true) {
			a.types[name] = append(a.types[name], "method "+name+"."+f)
		}
	default:
		a.types[name] = append(a.types[name], line+" "+oneLine(spec.Type))
	}
}

// fields writes each name of a list with its type; what is embedded goes by the name of
// its type.
func fields(list *ast.FieldList, exported bool) (all []string) {
	for _, f := range list.List {
		typ, tag := oneLine(f.Type), ""
		if f.Tag != nil {
			tag = " " + f.Tag.Value
		}
		if id := baseOf(f.Type); len(f.Names) == 0 && id != nil {
			name := id.Name
			if sel, ok := f.Type.(*ast.SelectorExpr); ok {
				name = sel.Sel.Name
			}
			all = append(all, name+" "+typ+tag+", embedded")
		} else if len(f.Names) == 0 {
			all = append(all, typ+", embedded") // a union
		}
		for _, id := range f.Names {
			switch {
			case exported && !id.IsExported():
			case strings.HasPrefix(typ, "func(") && f.Tag == nil && isMethod(list, f):
				all = append(all, id.Name+strings.TrimPrefix(typ, "func"))
			default:
				all = append(all, id.Name+" "+typ+tag)
			}
		}
	}
	return all
}

// isMethod tells whether f is a method of an interface, not a field that holds a function:
// only that has no func before its parameters.
func isMethod(list *ast.FieldList, f *ast.Field) bool {
	fn, ok := f.Type.(*ast.FuncType)
	return ok && list.Opening.IsValid() && !fn.Func.IsValid()
}

// hidden says that a struct or an interface has more than it shows.
func hidden(list *ast.FieldList) string {
	for _, f := range list.List {
		for _, id := range f.Names {
			if !id.IsExported() {
				return " with more that is not exported"
			}
		}
	}
	return ""
}

// oneLine writes an expression on one line.
func oneLine(e ast.Expr) string {
	var b bytes.Buffer
	if err := (&printer.Config{Mode: printer.RawFormat}).Fprint(&b, token.NewFileSet(), e); err != nil {
		return err.Error()
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.Join(strings.Fields(lines[i]), " ")
	}
	s := strings.Join(lines, "; ")
	return strings.NewReplacer("{; ", "{ ", "; }", " }").Replace(s)
}

// Written by hand: what a reader of the difference is to see of each kind of name.
func TestTidyAPI(t *testing.T) {
	const text = `package rule

import (
	"errors"
	"io"
)

type Kind uint8

const (
	_ Kind = iota
	First
	hidden
	Name = "n"
)

var (
	ErrLost  = errors.New("x")
	internal = 1
)

type Pair[K comparable, V any] struct {
	Key   K ` + "`json:\"key\"`" + `
	Do    func(V) (int, error)
	Inner struct {
		A, B int
	}
	io.Reader
	value V
}

func (p *Pair[K, V]) Set(v V) { p.value = v }
func (p Pair[K, V]) get() V   { return p.value }

type Reading interface {
	io.Reader
	Next(n int) bool
	sealed()
}

type (
	Alias = io.Writer
	inner int
)

func (inner) String() string { return "" }

func Map[T any](list []T, f func(T) T) (all []T) { return nil }
`
	tr, err := readTree(fstest.MapFS{"rule/a.go": {Data: []byte(text)}}, nil)
	require.NoError(t, err)
	assert.Equal(t, `const First Kind = 1
const Name = "n"
func Map[T any](list []T, f func(T) T) (all []T)
var ErrLost error
type Alias = io.Writer
type Kind uint8
type Pair[K comparable, V any] struct with more that is not exported
field Pair.Key K `+"`json:\"key\"`"+`
field Pair.Do func(V) (int, error)
field Pair.Inner struct{ A, B int }
field Pair.Reader io.Reader, embedded
method (*Pair[K, V]) Set(v V)
type Reading interface with more that is not exported
method Reading.Reader io.Reader, embedded
method Reading.Next(n int) bool
`, apiOf(tr, tr.packages[0]))
}
