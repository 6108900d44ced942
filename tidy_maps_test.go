package dataasset_test

import (
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"
)

// checkMaps finds ranges over maps whose order could reach what the core returns: two
// runs on the same input must say the same, to the byte. A range is left alone if its
// body means the same in any order: see orderFree. The types are go/types', so a map is
// found behind any name, but not behind one of another module.
func checkMaps(tr tree) (bad []string) {
	typed := tr.types()
	for _, p := range tr.packages {
		typed.load(p.dir)
		for _, s := range p.files {
			for _, d := range s.file.Decls {
				// Sorting is looked for in the whole declaration.
				for _, n := range typed.loose(d) {
					bad = append(bad, s.says(n, "the order of a map can reach what is returned: range over slices.Sorted(maps.Keys(…)), or sort what was gathered"))
				}
			}
		}
	}
	return bad
}

// A typing is what go/types knows of the tree. It is the importer of the tree's own
// packages; those of other modules are empty to it, and what they return has no type. Of
// them all it knows the decimals alone.
type typing struct {
	packages map[string]goPackage // by directory
	loaded   map[string]*types.Package
	standard types.Importer
	info     *types.Info
}

func newTyping(tr tree) *typing {
	t := &typing{
		packages: map[string]goPackage{}, loaded: map[string]*types.Package{}, standard: importer.Default(),
		info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}},
	}
	for _, p := range tr.packages {
		t.packages[p.dir] = p
	}
	return t
}

// Import is called by go/types for every import.
func (t *typing) Import(name string) (*types.Package, error) {
	if dir, ours := moduleDir(&ast.ImportSpec{Path: &ast.BasicLit{Value: `"` + name + `"`}}); ours {
		return t.load(dir), nil
	}
	if host, _, _ := strings.Cut(name, "/"); !strings.Contains(host, ".") {
		return t.standard.Import(name)
	}
	if name == decimalPath {
		return t.loadDecimal()
	}
	p := types.NewPackage(name, importName(&ast.ImportSpec{Path: &ast.BasicLit{Value: `"` + name + `"`}}))
	p.MarkComplete()
	return p, nil
}

func (t *typing) load(dir string) *types.Package {
	if p, ok := t.loaded[dir]; ok {
		return p
	}
	var files []*ast.File
	var fset *token.FileSet
	name := path.Base(dir)
	for _, s := range t.packages[dir].files {
		files, fset, name = append(files, s.file), s.fset, s.file.Name.Name
	}
	p := types.NewPackage(dir, name)
	t.loaded[dir] = p
	config := types.Config{Importer: t, Error: func(error) {}} // names of packages that are empty here
	_ = types.NewChecker(&config, fset, p, t.info).Files(files)
	return p
}

// loose lists the places under root where the order of a map gets out.
func (t *typing) loose(root ast.Node) (places []ast.Node) {
	sorted := map[ast.Node]bool{} // calls whose result has an order of its own
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if t.calls(n, "slices", "Sorted", "SortedFunc", "SortedStableFunc") || t.calls(n, "maps", "Collect", "Insert") {
				for _, arg := range n.Args {
					sorted[arg] = true
				}
			}
			if t.isUnordered(n) && !sorted[n] {
				places = append(places, n)
			}
		case *ast.RangeStmt:
			call, ok := n.X.(*ast.CallExpr)
			unordered := ok && t.isUnordered(call)
			if !unordered && !t.isMap(n.X) {
				break
			}
			sorted[n.X] = true // is judged here
			loop := mapLoop{t, n, root}
			if n.Key != nil && !loop.orderFree(n.Body) {
				places = append(places, n)
			}
		}
		return true
	})
	return places
}

// isUnordered tells whether call is maps.Keys(…), maps.Values(…) or maps.All(…).
func (t *typing) isUnordered(call *ast.CallExpr) bool {
	return t.calls(call, "maps", "Keys", "Values", "All")
}

// calls tells whether call is one of the functions of an imported package.
func (t *typing) calls(call *ast.CallExpr, pkg string, names ...string) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !slices.Contains(names, sel.Sel.Name) {
		return false
	}
	id, ok := sel.X.(*ast.Ident)
	if !ok {
		return false
	}
	name, ok := t.info.Uses[id].(*types.PkgName)
	return ok && name.Imported().Path() == pkg
}

func (t *typing) isMap(e ast.Expr) bool {
	typ := t.info.TypeOf(e)
	if typ == nil {
		return false
	}
	if param, ok := typ.(*types.TypeParam); ok {
		typ = param.Constraint()
		if union, ok := typ.Underlying().(*types.Interface); ok && union.NumEmbeddeds() == 1 {
			typ = union.EmbeddedType(0)
		}
	}
	if union, ok := typ.(*types.Union); ok && union.Len() == 1 {
		typ = union.Term(0).Type()
	}
	_, ok := typ.Underlying().(*types.Map)
	return ok
}

// A mapLoop is one range over a map, in the declaration root.
type mapLoop struct {
	*typing
	loop *ast.RangeStmt
	root ast.Node
}

// orderFree tells whether the statement means the same in any order of the map: it
// changes what was declared in the loop, an element that the key chooses, a sum of
// integers, a constant, or a slice that is sorted afterwards. What it calls for a value
// is trusted to change nothing.
func (m mapLoop) orderFree(stmt ast.Stmt) bool {
	switch s := stmt.(type) {
	case nil, *ast.EmptyStmt, *ast.DeclStmt:
		return true
	case *ast.BlockStmt:
		return !slices.ContainsFunc(s.List, func(s ast.Stmt) bool { return !m.orderFree(s) })
	case *ast.IfStmt:
		return m.orderFree(s.Init) && m.orderFree(s.Body) && m.orderFree(s.Else)
	case *ast.ForStmt:
		return m.orderFree(s.Init) && m.orderFree(s.Post) && m.orderFree(s.Body)
	case *ast.RangeStmt:
		return m.orderFree(s.Body)
	case *ast.BranchStmt:
		return s.Tok == token.CONTINUE
	case *ast.IncDecStmt:
		return m.isInteger(s.X) || m.isOwn(s.X)
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		if m.calls(call, "maps", "Copy") {
			return m.mayFill(call.Args[0])
		}
		id, ok := call.Fun.(*ast.Ident)
		return ok && id.Name == "delete"
	case *ast.ReturnStmt:
		return !slices.ContainsFunc(s.Results, func(e ast.Expr) bool { return !m.isConstant(e) })
	case *ast.AssignStmt:
		for i, to := range s.Lhs {
			if !m.mayAssign(s, to, s.Rhs[min(i, len(s.Rhs)-1)]) {
				return false
			}
		}
		return true
	}
	return false
}

func (m mapLoop) mayAssign(s *ast.AssignStmt, to, from ast.Expr) bool {
	if s.Tok == token.DEFINE || m.isOwn(to) {
		return true
	}
	if m.mayFill(to) {
		return true
	}
	if s.Tok != token.ASSIGN {
		return m.isInteger(to)
	}
	if call, ok := from.(*ast.CallExpr); ok {
		if id, ok := call.Fun.(*ast.Ident); ok && len(call.Args) > 0 && types.ExprString(call.Args[0]) == types.ExprString(to) {
			return id.Name == "max" || id.Name == "min" || id.Name == "append" && m.sortedLater(to)
		}
	}
	return m.isConstant(from)
}

// mayFill tells whether e is an element of a map that the loop's variables choose.
func (m mapLoop) mayFill(e ast.Expr) bool {
	index, ok := e.(*ast.IndexExpr)
	return ok && m.isMap(index.X) && m.mentionsOwn(index.Index)
}

// isOwn tells whether e is, or lies in, a variable declared in the loop.
func (m mapLoop) isOwn(e ast.Expr) bool {
	id := baseOf(e)
	if id == nil {
		return false
	}
	if id.Name == "_" {
		return true
	}
	o := m.info.ObjectOf(id)
	return o != nil && m.loop.Pos() <= o.Pos() && o.Pos() < m.loop.End() && (id == e || !isReference(o.Type()))
}

// isReference tells whether what lies behind a variable of the type can be another's.
func isReference(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map:
		return true
	}
	return false
}

func (m mapLoop) mentionsOwn(e ast.Expr) (found bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && m.isOwn(id) {
			found = true
		}
		return true
	})
	return found
}

// isConstant tells whether e has the same value whichever element comes first.
func (m mapLoop) isConstant(e ast.Expr) bool {
	v := m.info.Types[e]
	return v.Value != nil || v.IsNil()
}

func (m mapLoop) isInteger(e ast.Expr) bool {
	t := m.info.TypeOf(e)
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}

// sortedLater tells whether a sort of slice follows the loop.
func (m mapLoop) sortedLater(slice ast.Expr) (found bool) {
	ast.Inspect(m.root, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.Pos() < m.loop.End() || len(call.Args) == 0 || types.ExprString(call.Args[0]) != types.ExprString(slice) {
			return true
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if ok && (strings.HasPrefix(sel.Sel.Name, "Sort") || baseOf(sel).Name == "sort") {
			found = true
		}
		return true
	})
	return found
}
