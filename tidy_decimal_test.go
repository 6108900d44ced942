package dataasset_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const decimalPath = "github.com/shopspring/decimal"

// trapped are the methods of decimals whose result hangs on variables of their package,
// which belong to the caller's program, or on how a value came about.
var trapped = map[string]string{
	"Div":         "DivRound",
	"String":      "StringFixed",
	"MarshalJSON": "money.Amount or StringFixed",
}

// checkDecimals finds the traps of decimals: 1.0 and 1.00 are not ==, and print
// otherwise. The types are go/types', so a decimal is found behind any name, field or
// result. A decimal that is handed over as an interface would print itself by String.
func checkDecimals(tr tree) (bad []string) {
	typed := tr.types()
	for _, p := range tr.packages {
		if isProgram(p.dir) {
			continue
		}
		typed.load(p.dir)
		for _, s := range p.files {
			ast.Inspect(s.file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Ident:
					if instead := typed.isTrapped(n); instead != "" {
						bad = append(bad, s.says(n, "the core does not use %s of decimals: %s", n.Name, instead))
					}
				case *ast.BinaryExpr:
					if (n.Op == token.EQL || n.Op == token.NEQ) && (typed.hasDecimal(n.X) || typed.hasDecimal(n.Y)) {
						bad = append(bad, s.says(n, "%s compares decimals by their parts: Equal", n.Op))
					}
				case *ast.SwitchStmt:
					if n.Tag != nil && typed.hasDecimal(n.Tag) {
						bad = append(bad, s.says(n, "a switch compares decimals by their parts: Equal"))
					}
				case *ast.MapType:
					if typed.hasDecimal(n.Key) {
						bad = append(bad, s.says(n, "a map finds decimals by their parts: key by StringFixed"))
					}
				case *ast.CallExpr:
					for _, arg := range typed.asInterface(n) {
						bad = append(bad, s.says(arg, "a decimal as an interface prints itself by String: StringFixed"))
					}
				}
				return true
			})
		}
	}
	return bad
}

// isTrapped returns what to use instead of a method of decimals; "" if id is none.
func (t *typing) isTrapped(id *ast.Ident) string {
	f, ok := t.info.Uses[id].(*types.Func)
	if !ok || f.Pkg() == nil || f.Pkg().Path() != decimalPath || f.Signature().Recv() == nil {
		return ""
	}
	return trapped[f.Name()]
}

// hasDecimal tells whether e is a decimal, or a struct or array that == looks into and
// finds one in.
func (t *typing) hasDecimal(e ast.Expr) bool {
	typ := t.info.TypeOf(e)
	return typ != nil && holdsDecimal(typ)
}

func holdsDecimal(typ types.Type) bool {
	if named, ok := types.Unalias(typ).(*types.Named); ok {
		if o := named.Obj(); o.Pkg() != nil && o.Pkg().Path() == decimalPath && o.Name() == "Decimal" {
			return true
		}
	}
	switch u := typ.Underlying().(type) {
	case *types.Array:
		return holdsDecimal(u.Elem())
	case *types.Struct:
		for field := range u.Fields() {
			if field.Pkg() != nil && field.Pkg().Path() == decimalPath || holdsDecimal(field.Type()) {
				return true // also of a type that was made from the decimals' own struct
			}
		}
	}
	return false
}

// asInterface lists the arguments of a call that are decimals, or pointers to some, where
// the function takes an interface.
func (t *typing) asInterface(call *ast.CallExpr) (args []ast.Expr) {
	typ := t.info.TypeOf(call.Fun)
	if typ == nil {
		return nil
	}
	if t.info.Types[call.Fun].IsType() { // any(d)
		if types.IsInterface(typ) && t.hasDecimal(call.Args[0]) {
			return call.Args
		}
		return nil
	}
	sig, ok := typ.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return nil
	}
	for i, arg := range call.Args {
		last := sig.Params().Len() - 1
		param := sig.Params().At(min(i, last)).Type()
		if list, ok := param.(*types.Slice); ok && sig.Variadic() && i >= last && !call.Ellipsis.IsValid() {
			param = list.Elem()
		}
		given := t.info.TypeOf(arg)
		if p, ok := given.(*types.Pointer); ok {
			given = p.Elem()
		}
		_, generic := param.(*types.TypeParam)
		if given != nil && types.IsInterface(param) && !generic && holdsDecimal(given) {
			args = append(args, arg)
		}
	}
	return args
}

// loadDecimal reads the decimals' own source, which the standard importer does not know.
func (t *typing) loadDecimal() (*types.Package, error) {
	if p, ok := t.loaded[decimalPath]; ok {
		return p, nil
	}
	out, err := exec.Command("go", "list", "-f", `{{.Dir}}{{range .GoFiles}}{{"\n"}}{{.}}{{end}}`, decimalPath).Output()
	if err != nil {
		return nil, fmt.Errorf("where is %s? %w", decimalPath, err)
	}
	names := strings.Split(strings.TrimSpace(string(out)), "\n")
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range slices.Sorted(slices.Values(names[1:])) {
		file, err := parser.ParseFile(fset, filepath.Join(names[0], name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	config := types.Config{Importer: t, IgnoreFuncBodies: true}
	p, err := config.Check(decimalPath, fset, files, nil)
	if err == nil {
		t.loaded[decimalPath] = p
	}
	return p, err
}
