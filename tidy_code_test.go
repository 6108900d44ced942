package dataasset_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// floors is the house of the design: a package imports only what lies below its own
// floor. Floor -1 is the cellar, which floor 0 may use. The root stands between the
// last floor and the rest of the roof: programs read its catalogue.
var floors = map[string]int{
	"internal/quote":        -1,
	"internal/jsonscan":     -1,
	"calendar":              0,
	"money":                 0,
	"rule":                  1,
	"record":                2,
	"internal/machine":      2,
	"internal/eventlog":     2,
	"internal/shapes":       3, // made-up records, for tests only
	"asset":                 3,
	"ledger":                4,
	"registry":              4,
	"accounting":            4,
	"trade":                 4,
	"accounting/government": 5,
	"accounting/enterprise": 5,
	"authorization":         5,
	"revenue":               6,
	"pilot":                 7,
	"schema":                8,
	".":                     9,
	"examples/wasm/desk":    9, // what two programs beside it share
	"conformance":           roof,
	"rule/ruletest":         roof,
}

const roof = 10

func floorOf(dir string) (int, bool) {
	floor, ok := floors[dir]
	if !ok && isProgram(dir) {
		return roof, true
	}
	return floor, ok
}

// isProgram tells whether dir is outside of the pure core.
func isProgram(dir string) bool { return within(dir, "examples", "schema/cmd") }

func checkFloors(tr tree) (bad []string) {
	for _, p := range tr.packages {
		if len(p.files) == 0 {
			continue
		}
		floor, ok := floorOf(p.dir)
		if !ok {
			bad = append(bad, p.files[0].says(p.files[0].file, "package %s has no floor: add it to the table floors of tidy_code_test.go", p.dir))
			continue
		}
		for _, s := range p.files {
			for _, spec := range s.file.Imports {
				dir, ours := moduleDir(spec)
				below, ok := floorOf(dir)
				switch {
				case !ours:
				case !ok:
					bad = append(bad, s.says(spec, "imports %s, which has no floor", dir))
				case below >= floor:
					bad = append(bad, s.says(spec, "%s on floor %d imports %s on floor %d: only lower floors", p.dir, floor, dir, below))
				case p.dir == "." && within(dir, "schema"):
					bad = append(bad, s.says(spec, "the root does not import schema: its users would all get the validator"))
				}
			}
		}
	}
	return bad
}

// moduleDir is the directory of an imported package of this module.
func moduleDir(spec *ast.ImportSpec) (dir string, ours bool) {
	name := importPath(spec)
	if name == modulePath {
		return ".", true
	}
	return strings.CutPrefix(name, modulePath+"/")
}

func importPath(spec *ast.ImportSpec) string {
	name, _ := strconv.Unquote(spec.Path.Value) // the parser has checked it
	return name
}

// checkExamples reads nested modules too: Go would let them import internal/, but their
// readers' own programs may not.
func checkExamples(tr tree) (bad []string) {
	fset := token.NewFileSet()
	for _, name := range tr.files {
		if !within(name, "examples") || path.Ext(name) != ".go" || strings.Contains(name, "/testdata/") {
			continue
		}
		file, err := parser.ParseFile(fset, name, tr.text(name), parser.ImportsOnly)
		if err != nil {
			bad = append(bad, err.Error())
			continue
		}
		for _, spec := range file.Imports {
			if dir, ours := moduleDir(spec); ours && slices.Contains(strings.Split(dir, "/"), "internal") {
				bad = append(bad, source{name, fset, file}.says(spec, "an example imports %s", dir))
			}
		}
	}
	return bad
}

// impure are packages (with all below them) through which the world would enter the core.
var impure = []string{
	"os", "net", "math/rand", "crypto/rand", "path/filepath", "io/ioutil", "log", "runtime", "syscall", "unsafe",
}

// impureNames are the same, name by name: clocks, the machine's zone, variables of others.
var impureNames = map[string][]string{
	"time": {
		"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "LoadLocation", "Local",
	},
	"github.com/rickar/cal/v2":      {"DefaultLoc"},
	"github.com/shopspring/decimal": {"DivisionPrecision"},
}

func checkPurity(tr tree) (bad []string) {
	for _, p := range tr.packages {
		if isProgram(p.dir) {
			continue
		}
		for _, s := range p.files {
			imports := map[string]string{}
			for _, spec := range s.file.Imports {
				name := importPath(spec)
				imports[importName(spec)] = name
				if within(name, impure...) {
					bad = append(bad, s.says(spec, "the core does not import %s", name))
				}
				if importName(spec) == "." {
					bad = append(bad, s.says(spec, "a dot import hides what the core uses"))
				}
			}
			ast.Inspect(s.file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.GoStmt:
					bad = append(bad, s.says(n, "the core starts no goroutine"))
				case *ast.SelectorExpr:
					id, ok := n.X.(*ast.Ident)
					if ok && id.Obj == nil && slices.Contains(impureNames[imports[id.Name]], n.Sel.Name) {
						bad = append(bad, s.says(n, "the core does not use %s.%s", id.Name, n.Sel.Name))
					}
				}
				for _, e := range changed(n) {
					id := baseOf(e)
					if id != nil && id.Obj == nil && imports[id.Name] != "" {
						bad = append(bad, s.says(e, "changes a variable of %s", imports[id.Name]))
					}
				}
				return true
			})
		}
	}
	return bad
}

var versionElement = regexp.MustCompile(`^v\d+$`)

// importName is the name by which the file calls the package.
func importName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	name := importPath(spec)
	if versionElement.MatchString(path.Base(name)) {
		name = path.Dir(name)
	}
	return path.Base(name)
}

// changed lists the operands that n itself writes to.
func changed(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			return []ast.Expr{n.Key, n.Value}
		}
	case *ast.CallExpr:
		id, ok := n.Fun.(*ast.Ident)
		if ok && len(n.Args) > 0 && slices.Contains([]string{"delete", "clear", "copy"}, id.Name) {
			return n.Args[:1]
		}
	}
	return nil
}

// baseOf is the name that a.b[i].c or *T[K, V] begins with; nil if there is none.
func baseOf(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// checkState finds package variables that can change, or that a caller could change.
func checkState(tr tree) (bad []string) {
	for _, p := range tr.packages {
		if isProgram(p.dir) {
			continue
		}
		vars := map[string]bool{}
		specs := map[any]bool{}
		for _, s := range p.files {
			for _, spec := range packageVars(s.file) {
				specs[spec] = true
				for _, id := range spec.Names {
					vars[id.Name] = true
					if id.IsExported() && !strings.HasPrefix(id.Name, "Err") {
						bad = append(bad, s.says(id, "%s is an exported variable: make it a function", id.Name))
					}
				}
				if holdsState(spec.Type) {
					bad = append(bad, s.says(spec, "%s is mutable package state", spec.Names[0].Name))
				}
			}
		}
		for _, s := range p.files {
			ast.Inspect(s.file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok && isOnce(call) {
					return false // loading once is not changing
				}
				for _, e := range changed(n) {
					id := baseOf(e)
					// An identifier without an object is declared in another file, or nowhere.
					if id != nil && vars[id.Name] && (id.Obj == nil || specs[id.Obj.Decl]) {
						bad = append(bad, s.says(e, "changes the package variable %s: load once with sync.OnceValue", id.Name))
					}
				}
				return true
			})
		}
	}
	return bad
}

func packageVars(file *ast.File) (specs []*ast.ValueSpec) {
	for _, d := range file.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.VAR {
			for _, spec := range d.Specs {
				specs = append(specs, spec.(*ast.ValueSpec))
			}
		}
	}
	return specs
}

// holdsState tells whether a variable of type t changes without an assignment.
func holdsState(t ast.Expr) bool {
	if index, ok := t.(*ast.IndexExpr); ok {
		t = index.X // atomic.Pointer[T]
	}
	sel, ok := t.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id := baseOf(sel)
	return id.Name == "atomic" || id.Name == "sync" && sel.Sel.Name == "Map"
}

// isOnce tells whether call is once.Do(…) or sync.OnceFunc(…), sync.OnceValue(…).
func isOnce(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && (sel.Sel.Name == "Do" || strings.HasPrefix(sel.Sel.Name, "Once"))
}
