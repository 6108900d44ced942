package dataasset_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// proofs feed each checker small trees: want is the one message it must give, none if empty.
// Paths and words that the checkers hunt are broken by + so that they do not find this file.
var proofs = []struct {
	checker string
	name    string
	text    string
	want    string
}{
	{"floors", "money/a.go", "package money\n\nimport _ \"" + modulePath + "/rule\"", "money/a.go:3: money on floor 0 imports rule on floor 1: only lower floors"},
	{"floors", "ledger/a.go", "package ledger\nimport _ \"" + modulePath + "/registry\"", "ledger/a.go:2: ledger on floor 4 imports registry on floor 4: only lower floors"},
	{"floors", "pilot/a.go", "package pilot\nimport _ \"" + modulePath + "/rule/ruletest\"", "pilot/a.go:2: pilot on floor 7 imports rule/ruletest on floor 10: only lower floors"},
	{"floors", "a.go", "package dataasset\nimport _ \"" + modulePath + "/schema\"", "a.go:2: the root does not import schema: its users would all get the validator"},
	{"floors", "stray/a.go", "package stray", "stray/a.go:1: package stray has no floor: add it to the table floors of tidy_code_test.go"},
	{"floors", "rule/a.go", "package rule\nimport _ \"" + modulePath + "/stray\"", "rule/a.go:2: imports stray, which has no floor"},
	{"floors", "examples/pilot/main.go", "package main\nimport _ \"" + modulePath + "\"", ""},
	{"floors", "money/a.go", "package money\nimport _ \"" + modulePath + "/internal/quote\"", ""},
	{"floors", "money/a_test.go", "package money\nimport _ \"" + modulePath + "/rule/ruletest\"", ""},

	{"examples", "examples/web/main.go", "package main\nimport _ \"" + modulePath + "/internal/quote\"", "examples/web/main.go:2: an example imports internal/quote"},
	{"examples", "examples/web/main.go", "package main\nimport _ \"" + modulePath + "/money\"", ""},

	{"purity", "rule/a.go", "package rule\n\nimport \"os\"", "rule/a.go:3: the core does not import os"},
	{"purity", "rule/a.go", "package rule\nimport \"net/http\"", "rule/a.go:2: the core does not import net/http"},
	{"purity", "rule/a.go", "package rule\nimport \"math/rand/v2\"", "rule/a.go:2: the core does not import math/rand/v2"},
	{"purity", "rule/a.go", "package rule\nimport . \"time\"", "rule/a.go:2: a dot import hides what the core uses"},
	{"purity", "rule/a.go", "package rule\nimport \"time\"\nvar now = time.Now", "rule/a.go:3: the core does not use time.Now"},
	{"purity", "rule/a.go", "package rule\nimport clock \"time\"\nvar zone = clock.Local", "rule/a.go:3: the core does not use clock.Local"},
	{"purity", "rule/a.go", "package rule\nimport \"github.com/rickar/cal/v2\"\nvar zone = cal.DefaultLoc", "rule/a.go:3: the core does not use cal.DefaultLoc"},
	{"purity", "rule/a.go", "package rule\nimport \"github.com/shopspring/decimal\"\nvar n = decimal.DivisionPrecision", "rule/a.go:3: the core does not use decimal.DivisionPrecision"},
	{"purity", "rule/a.go", "package rule\nimport \"example.com/x\"\nfunc f() { x.Y.Z[0]++ }", "rule/a.go:3: changes a variable of example.com/x"},
	{"purity", "rule/a.go", "package rule\nfunc f() { go f() }", "rule/a.go:2: the core starts no goroutine"},
	{"purity", "rule/a.go", "package rule\nimport _ \"embed\"\nfunc f() { var time struct{ Now int }; time.Now = 1 }", ""},
	{"purity", "rule/a_test.go", "package rule\nimport \"os\"", ""},
	{"purity", "examples/pilot/main.go", "package main\nimport \"os\"", ""},

	{"state", "rule/a.go", "package rule\nvar Default = 1", "rule/a.go:2: Default is an exported variable: make it a function"},
	{"state", "rule/a.go", "package rule\nvar n int\nfunc f() { n++ }", "rule/a.go:3: changes the package variable n: load once with sync.OnceValue"},
	{"state", "rule/a.go", "package rule\nvar m = map[int]int{}\nfunc f() { m[1] = 1 }", "rule/a.go:3: changes the package variable m: load once with sync.OnceValue"},
	{"state", "rule/a.go", "package rule\nvar m = map[int]int{}\nfunc init() { clear(m) }", "rule/a.go:3: changes the package variable m: load once with sync.OnceValue"},
	{"state", "rule/a.go", "package rule\nvar n int\nfunc f() { for n = range 3 {} }", "rule/a.go:3: changes the package variable n: load once with sync.OnceValue"},
	{"state", "rule/a.go", "package rule\nimport \"sync\"\nvar cache sync.Map", "rule/a.go:3: cache is mutable package state"},
	{"state", "rule/a.go", "package rule\nimport \"sync/atomic\"\nvar cache atomic.Pointer[int]", "rule/a.go:3: cache is mutable package state"},
	{"state", "rule/a.go", "package rule\nvar ErrStale = 1\nvar _ = 2", ""},
	{"state", "rule/a.go", "package rule\nvar n int\nfunc f() { n := 1; n = 2; _ = n }", ""},
	{"state", "rule/a.go", "package rule\nimport \"sync\"\nvar (\n\tn int\n\tonce sync.Once\n)\nfunc f() { once.Do(func() { n = 1 }) }", ""},

	{"maps", "rule/a.go", lists("s", "for k := range m { s = append(s, k) }"), ordered},
	{"maps", "rule/a.go", lists("s", "slices.Sort(s)", "for k := range m { s = append(s, k) }"), ordered},
	{"maps", "rule/a.go", lists("s", "for _, v := range (T{m}).Map { s = append(s, v) }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k, v := range table { s = append(s, k+v) }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k := range made() { s = append(s, k) }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k := range maps.Clone(m) { s = append(s, k) }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k := range maps.Keys(m) { s = append(s, k) }"), ordered},
	{"maps", "rule/a.go", lists("slices.Collect(maps.Keys(m))"), ordered},
	{"maps", "rule/a.go", lists("s", "for k := range m { s = []string{k} }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k := range m { return []string{k} }"), ordered},
	{"maps", "rule/a.go", lists("s", "n := \"\"", "for k := range m { n += k }"), ordered},
	{"maps", "rule/a.go", lists("s", "f := 0.1", "for k := range m { f *= float64(len(k)) }"), ordered},
	{"maps", "rule/a.go", lists("s", "n := 0", "for range m { if n++; n > 3 { break } }"), ""},
	{"maps", "rule/a.go", lists("s", "n := 0", "for k := range m { if n++; n > 3 { break }; _ = k }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k := range m { print(k) }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k, v := range m { table[v[:0]] = k; table[\"last\"] = k }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k := range m { go print(k) }"), ordered},
	{"maps", "rule/a.go", lists("s", "for _, v := range m { p := &T{}; p.Map = m; p.Map[\"last\"] = v }"), ordered},
	{"maps", "rule/a.go", lists("s", "for k, v := range m { maps.Copy(table, map[string]string{k: v}) }"), ordered},

	{"maps", "rule/a.go", lists("s", "for k := range m { s = append(s, k) }", "slices.Sort(s)"), ""},
	{"maps", "rule/a.go", lists("slices.Sorted(maps.Keys(m))"), ""},
	{"maps", "rule/a.go", lists("s", "for _, k := range slices.Sorted(maps.Keys(m)) { s = append(s, k) }"), ""},
	{"maps", "rule/a.go", lists("s", "n, some := 0, false", "for k, v := range m { if n += len(v); k == v { some = true } }", "_ = some"), ""},
	{"maps", "rule/a.go", lists("s", "c := map[string]string{}", "for k, v := range m { if l := v + k; l != k { c[l] = v; continue }; delete(c, k) }"), ""},
	{"maps", "rule/a.go", lists("s", "n := 0", "for k := range m { n = max(n, len(k)) }"), ""},
	{"maps", "rule/a.go", lists("s", "for k := range m { if k == s[0] { return nil } }"), ""},
	{"maps", "rule/a.go", lists("s", "for _, k := range s { s = append(s, k) }"), ""},
	{"maps", "rule/a_test.go", "package rule\nfunc f() { for k := range map[int]int{} { print(k) } }", ""},

	{"decimals", "rule/a.go", adds("d = d.Div(d)"), "rule/a.go:11: the core does not use Div of decimals: DivRound"},
	{"decimals", "rule/a.go", adds("s = d.String()"), "rule/a.go:11: the core does not use String of decimals: StringFixed"},
	{"decimals", "rule/a.go", adds("s = d.Neg().String()"), "rule/a.go:11: the core does not use String of decimals: StringFixed"},
	{"decimals", "rule/a.go", adds("show := d.String; _ = show"), "rule/a.go:11: the core does not use String of decimals: StringFixed"},
	{"decimals", "rule/a.go", adds("_ = number.Decimal.String"), "rule/a.go:11: the core does not use String of decimals: StringFixed"},
	{"decimals", "rule/a.go", adds("s = Embeds{d}.String()"), "rule/a.go:11: the core does not use String of decimals: StringFixed"},
	{"decimals", "rule/a.go", adds("_, _ = d.MarshalJSON()"), "rule/a.go:11: the core does not use MarshalJSON of decimals: money.Amount or StringFixed"},
	{"decimals", "rule/a.go", adds("if d == number.Zero { return }"), "rule/a.go:11: == compares decimals by their parts: Equal"},
	{"decimals", "rule/a.go", adds("if Ratio(d) != r { return }"), "rule/a.go:11: != compares decimals by their parts: Equal"},
	{"decimals", "rule/a.go", adds("if (Share{d, s}) == (Share{}) { return }"), "rule/a.go:11: == compares decimals by their parts: Equal"},
	{"decimals", "rule/a.go", adds("if [1]Share{} == [1]Share{{d, s}} { return }"), "rule/a.go:11: == compares decimals by their parts: Equal"},
	{"decimals", "rule/a.go", adds("switch d { case number.Zero: }"), "rule/a.go:11: a switch compares decimals by their parts: Equal"},
	{"decimals", "rule/a.go", adds("_ = map[Alias]int{}"), "rule/a.go:11: a map finds decimals by their parts: key by StringFixed"},
	{"decimals", "rule/a.go", adds("s = fmt.Sprint(s, d)"), "rule/a.go:11: a decimal as an interface prints itself by String: StringFixed"},
	{"decimals", "rule/a.go", adds("s = fmt.Sprintf(s, &d)"), "rule/a.go:11: a decimal as an interface prints itself by String: StringFixed"},
	{"decimals", "rule/a.go", adds("s = fmt.Sprint(any(d))"), "rule/a.go:11: a decimal as an interface prints itself by String: StringFixed"},
	{"decimals", "rule/a.go", adds("s = d.StringFixed(2); d = d.DivRound(d, 8).Add(keep(d)); if d.Equal(number.Zero) { return }; s = Ratio(d).String(); s = Named{d}.String(); s = fmt.Sprint(s == s)"), ""},
	{"decimals", "rule/a_test.go", adds("s = d.String()"), ""},
	{"decimals", "examples/pilot/main.go", adds("s = d.String()"), ""},

	{"comments", "rule/doc.go", "package rule", `rule/doc.go:1: no package comment`},
	{"comments", "rule/doc.go", "// Rules.\npackage rule", `rule/doc.go:2: the package comment starts with "Package rule"`},
	{"comments", "rule/a.go", "package rule\ntype T int", "rule/a.go:2: T has no comment that starts with its name"},
	{"comments", "rule/a.go", "package rule\n// Tables are T.\ntype T int", "rule/a.go:3: T has no comment that starts with its name"},
	{"comments", "rule/a.go", "package rule\nfunc F() {}", "rule/a.go:2: F has no comment that starts with its name"},
	{"comments", "rule/a.go", "package rule\n// T is.\ntype T[K, V any] int\nfunc (t *T[K, V]) String() string { return \"\" }", "rule/a.go:4: String has no comment that starts with its name"},
	{"comments", "rule/a.go", "package rule\nconst (\n\tA = 1 // one\n\tB = 2\n)", "rule/a.go:4: B has no comment"},
	{"comments", "rule/a.go", "package rule\n// A T is.\ntype T int\n// An U is.\ntype U int\ntype hidden int\nfunc (hidden) String() string { return \"\" }", ""},
	{"comments", "rule/a.go", "package rule\n// Days.\nconst (\n\tA = 1\n\tB = 2\n)", ""},

	{"contents", "internal/quote/a.go", "package quote", "internal/quote/a.go:1: package internal/quote has no doc.go"},
	{"contents", "rule/doc.go", "package rule", "rule/doc.go:1: package rule has no Example"},
	{"contents", "internal/quote/doc.go", "package quote", ""},
	{"contents", "examples/pilot/doc.go", "package main", ""},

	{"length", "rule/a.go", "package rule" + strings.Repeat("\n", 401), "rule/a.go:1: file has 401 lines, at most 400: split it, or name a table _table.go"},
	{"length", "rule/a_table.go", "package rule" + strings.Repeat("\n", 401), ""},
	{"length", "rule/a.go", "package rule\nfunc f() {" + strings.Repeat("\n", 70) + "}", "rule/a.go:2: f has 71 lines, at most 70"},
	{"length", "rule/a.go", "package rule\nfunc f() []int {\nreturn []int{" + strings.Repeat("1,\n", 70) + "}\n}", ""},

	{"names", "rule/helpers.go", "package rule", "rule/helpers.go:1: file name helpers.go says nothing"},
	{"names", "rule/a.go", "package ruleutil", "rule/a.go:1: package name ruleutil says nothing"},
	{"names", "rule/a.go", "package rule\ntype RuleManager int", "rule/a.go:2: type name RuleManager says nothing"},
	{"names", "rule/a.go", "package rule\ntype Rule int", ""},

	{"programs", "docs/a.md", "# A\n\n```go\nx := 1\n```\n", "docs/a.md:4: want a whole file that begins with package main"},
	{"programs", "docs/a.md", "```go\npackage x\n```\n", "docs/a.md:2: want a whole file that begins with package main"},
	{"programs", "docs/a.md", "```go\npackage main\nimport _ \"" + modulePath + "/internal/quote\"\n```\n", "docs/a.md:2: a reader cannot import internal/quote"},
	{"programs", "docs/a.md", "```go\npackage main\nfunc main() {}\n```\n```sh\nx\n```\n", ""},

	{"links", "docs/a.md", "# A\n\nsee [b](b.md)\n", "docs/a.md:3: b.md: no such file"},
	{"links", "docs/a.md", "see [b](../../b.md)\n", "docs/a.md:1: ../../b.md: no such file"},
	{"links", "docs/a.md", "# A b\n\n[b](#a_b)\n", "docs/a.md:3: #a_b: no such heading"},
	{"links", "docs/a.md", "```sh\n# A\n```\n[a](a.md#a)\n", "docs/a.md:4: a.md#a: no such heading"},
	{"links", "docs/a.md", "[b]: b.png \"title\"\n", "docs/a.md:1: b.png: no such file"},
	{"links", "docs/a.md", "<img src=\"b.png\">\n", "docs/a.md:1: b.png: no such file"},
	{"links", "docs/a.md", "# 一、入账（`Voucher`），*与* [登记](a.md)\n# A\n# A\n[1](#一入账voucher与-登记) [2](#a-1) [3](/docs/) [4](a.md)\n", ""},
	{"links", "docs/a.md", "[1](https://example.com/x.md#y) `[2](x.md)` [3](mailto:a@example.com) <a id=\"b\"></a>[4](#b)\n", ""},

	{"pins", ".github/workflows/a.yml", "a:\n  - run: go install example.com/x@latest\n", ".github/workflows/a.yml:2: @latest is not a version: pin programs in tools/go.mod"},
	{"pins", ".github/workflows/a.yml", "uses: example/a@main", ".github/workflows/a.yml:1: @main is not a version: pin programs in tools/go.mod"},
	{"pins", ".ci/run", "go run example.com/x@latest", ".ci/run:1: @latest is not a version: pin programs in tools/go.mod"},
	{"pins", ".github/workflows/a.yml", "uses: example/a@v5\nrun: go install -C tools example.com/x # a@mainland.example\n", ""},
	{"pins", "docs/a.md", "go get example.com/x@latest", ""},

	{"words", "docs/a.md", "a\n(/wo" + "rk/a)\n", `docs/a.md:2: "(/work` + `/" does not belong in the tree`},
	{"words", "docs/a.md", "/ho" + "me/a\n", `docs/a.md:1: "/home` + `/" does not belong in the tree`},
	{"words", "a.yml", "a\nb # TO" + "DO: c", `a.yml:2: "TO` + `DO" does not belong in the tree`},
	{"words", "a.sh", "https://proxy.golang" + ".org/x", `a.sh:1: "proxy.golang` + `.org" does not belong in the tree`},
	{"words", "docs/a.md", "https://example.com/home/a ./tmp/a TODOs\n", ""},
	{"words", "go.sum", "proxy.golang" + ".org", ""},
}

const ordered = "rule/a.go:10: the order of a map can reach what is returned: range over slices.Sorted(maps.Keys(…)), or sort what was gathered"

// lists is a source whose function f returns a result after some statements, which
// stand on line 10 and the next.
func lists(result string, statements ...string) string {
	body := strings.Join(append(statements, "return "+result), "; ")
	return `package rule

import ("maps"; "slices")

type Alias = map[string]string
type Map Alias
type T struct { Map }
var table = Map{}
func made() (m Map) { return table }
func f(m Map, s []string) []string { ` + body + ` }
var _ = maps.Keys[Map]; var _ = slices.Sort[[]string]
`
}

// adds is a source whose function f has statements with decimals, which stand on line 11.
func adds(statements string) string {
	return `package rule

import ("fmt"; number "` + decimalPath + `")

type Alias = number.Decimal
type Ratio number.Decimal; func (Ratio) String() string { return fmt.Sprint() }
type Share struct { n number.Decimal; name string }
type Embeds struct { number.Decimal }
type Named struct { number.Decimal }; func (Named) String() string { return "" }
func keep[T any](v T) T { return v }
func f(d Alias, r Ratio, s string) { ` + statements + ` }
`
}

func TestTidyCheckers(t *testing.T) {
	caught := map[string]bool{"readme": true} // which needs two files: TestTidyReadme
	for _, p := range proofs {
		t.Run(p.checker, func(t *testing.T) {
			var want []string
			if p.want != "" {
				want = []string{p.want}
				caught[p.checker] = true
			}
			assert.Equal(t, want, runChecker(t, p.checker, map[string]string{p.name: p.text}), p.text)
		})
	}
	for _, c := range checkers {
		assert.True(t, caught[c.name], "no bad source proves the checker %s", c.name)
	}
}

func TestTidyReadme(t *testing.T) {
	const good = "# A\n\n```sh\n$ go test ./...\n# then\ngo run ./examples/pilot\n```\n"
	tests := []struct{ en, zh, want string }{
		{good, good, ""},
		{good, "", "README.zh.md:1: there is no such file"},
		{"# A\n```sh\ngo test ./...\n```\n", good, "README.md:1: want two commands in the first fenced blocks"},
		{strings.ReplaceAll(good, "/...", ""), good, `README.md:1: want "go test ./..." among the two commands, got ["go test ." "go run ./examples/pilot"]`},
		{good, strings.ReplaceAll(good, "pilot", "x"), `README.zh.md:1: want the commands of README.md, ["go test ./..." "go run ./examples/pilot"], got ["go test ./..." "go run ./examples/x"]`},
	}
	for _, tt := range tests {
		files := map[string]string{"README.md": tt.en, "README.zh.md": tt.zh}
		if tt.zh == "" {
			delete(files, "README.zh.md")
		}
		var want []string
		if tt.want != "" {
			want = []string{tt.want}
		}
		assert.Equal(t, want, runChecker(t, "readme", files))
	}
}

func TestTidyProgramThatDoesNotCompile(t *testing.T) {
	out, err := compile(t, []block{{name: "docs/a.md", line: 7, text: "package main\n\nfunc main() { x := 1 }\n"}})
	require.Error(t, err)
	assert.Contains(t, out, "docs/a.md:9: declared and not used: x")
}

func TestTidyLeavesOthersOut(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"a/a.go", "a/testdata/b.go", ".c/c.go", "_d/d.go", "docs/e.go", "node_modules/f.go", "tools/g/g.go"} {
		files[name] = &fstest.MapFile{Data: []byte("package a")}
	}
	files["tools/go.mod"] = &fstest.MapFile{}
	tr, err := readTree(files, nil)
	require.NoError(t, err)
	require.Len(t, tr.packages, 1)
	assert.Equal(t, "a", tr.packages[0].dir)
}

func runChecker(t *testing.T, checker string, files map[string]string) []string {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tr, err := readTree(fsys, nil)
	require.NoError(t, err)
	for _, c := range checkers {
		if c.name == checker {
			return c.check(tr)
		}
	}
	require.Fail(t, "no checker "+checker)
	return nil
}
