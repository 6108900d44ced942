package dataasset_test

import (
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkComments wants a comment on every exported name, in godoc's form.
func checkComments(tr tree) (bad []string) {
	for _, p := range tr.packages {
		for _, s := range p.files {
			if path.Base(s.name) == "doc.go" {
				bad = append(bad, packageComment(s)...)
			}
			for _, d := range s.file.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					bad = append(bad, funcComment(s, d)...)
				case *ast.GenDecl:
					bad = append(bad, declComments(s, d)...)
				}
			}
		}
	}
	return bad
}

func packageComment(s source) []string {
	name := s.file.Name.Name
	switch {
	case s.file.Doc.Text() == "":
		return []string{s.says(s.file, "no package comment")}
	case name != "main" && !starts(s.file.Doc, "Package "+name):
		return []string{s.says(s.file, `the package comment starts with "Package %s"`, name)}
	}
	return nil
}

func funcComment(s source, d *ast.FuncDecl) []string {
	if !d.Name.IsExported() {
		return nil
	}
	if d.Recv != nil {
		if id := baseOf(d.Recv.List[0].Type); id != nil && !id.IsExported() {
			return nil
		}
	}
	if !starts(d.Doc, d.Name.Name) {
		return []string{s.says(d.Name, "%s has no comment that starts with its name", d.Name.Name)}
	}
	return nil
}

func declComments(s source, d *ast.GenDecl) (bad []string) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			doc := spec.Doc
			if doc == nil && !d.Lparen.IsValid() {
				doc = d.Doc
			}
			name := spec.Name.Name
			if spec.Name.IsExported() && !starts(doc, name, "A "+name, "An "+name, "The "+name) {
				bad = append(bad, s.says(spec, "%s has no comment that starts with its name", name))
			}
		case *ast.ValueSpec:
			if d.Doc.Text() != "" || spec.Doc.Text() != "" || spec.Comment.Text() != "" {
				continue
			}
			for _, id := range spec.Names {
				if id.IsExported() {
					bad = append(bad, s.says(id, "%s has no comment", id.Name))
				}
			}
		}
	}
	return bad
}

// starts tells whether the comment begins with one of the names as whole words.
func starts(doc *ast.CommentGroup, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		rest, ok := strings.CutPrefix(doc.Text(), name)
		next, _ := utf8.DecodeRuneInString(rest)
		return ok && next != '_' && !unicode.IsLetter(next) && !unicode.IsDigit(next)
	})
}

// checkContents wants a doc.go in every package and an Example where callers look for one.
func checkContents(tr tree) (bad []string) {
	for _, p := range tr.packages {
		if len(p.files) == 0 {
			continue
		}
		if !slices.ContainsFunc(p.files, func(s source) bool { return path.Base(s.name) == "doc.go" }) {
			bad = append(bad, p.files[0].says(p.files[0].file, "package %s has no doc.go", p.dir))
		}
		if !p.isMain() && !within(p.dir, "internal") && !slices.ContainsFunc(p.tests, hasExample) {
			bad = append(bad, p.files[0].says(p.files[0].file, "package %s has no Example", p.dir))
		}
	}
	return bad
}

func hasExample(s source) bool {
	return slices.ContainsFunc(s.file.Decls, func(d ast.Decl) bool {
		f, ok := d.(*ast.FuncDecl)
		return ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Example")
	})
}

const maxFileLines, maxFuncLines = 400, 70

// checkLength leaves tables alone: they are as long as the law.
func checkLength(tr tree) (bad []string) {
	for _, p := range tr.packages {
		for _, s := range p.files {
			lines := strings.Count(tr.text(s.name), "\n")
			table := strings.HasSuffix(s.name, "_table.go") || strings.HasSuffix(s.name, "_tables.go")
			if lines > maxFileLines && !table {
				bad = append(bad, s.says(s.file, "file has %d lines, at most %d: split it, or name a table _table.go", lines, maxFileLines))
			}
			for _, d := range s.file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || f.Body == nil || isTable(f.Body) {
					continue
				}
				lines := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1
				if lines > maxFuncLines {
					bad = append(bad, s.says(f, "%s has %d lines, at most %d", f.Name.Name, lines, maxFuncLines))
				}
			}
		}
	}
	return bad
}

// isTable tells whether the body only returns one composite literal.
func isTable(body *ast.BlockStmt) bool {
	if len(body.List) != 1 {
		return false
	}
	ret, ok := body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	result := ret.Results[0]
	if address, ok := result.(*ast.UnaryExpr); ok {
		result = address.X
	}
	_, ok = result.(*ast.CompositeLit)
	return ok
}

var emptyName = regexp.MustCompile(`(?i)util|common|helper|manager|misc`)

// checkNames refuses names that do not say what is inside.
func checkNames(tr tree) (bad []string) {
	for _, p := range tr.packages {
		for _, s := range slices.Concat(p.files, p.tests) {
			if emptyName.MatchString(path.Base(s.name)) {
				bad = append(bad, s.says(s.file, "file name %s says nothing", path.Base(s.name)))
			}
			if emptyName.MatchString(s.file.Name.Name) {
				bad = append(bad, s.says(s.file, "package name %s says nothing", s.file.Name.Name))
			}
			ast.Inspect(s.file, func(n ast.Node) bool {
				t, ok := n.(*ast.TypeSpec)
				if ok && t.Name.IsExported() && emptyName.MatchString(t.Name.Name) {
					bad = append(bad, s.says(t, "type name %s says nothing", t.Name.Name))
				}
				return true
			})
		}
	}
	return bad
}
