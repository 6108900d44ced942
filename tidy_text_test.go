package dataasset_test

import (
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// A block is one fenced block of a Markdown file.
type block struct {
	name string // of the file
	line int    // of its first line of text
	lang string
	text string
}

// fences parts a Markdown text into its fenced blocks and the rest, in which the
// blocks' lines are empty so that lines keep their numbers.
func fences(name, text string) (blocks []block, prose string) {
	var rest []string
	fence := ""
	for i, line := range strings.Split(text, "\n") {
		bare := strings.TrimSpace(line)
		mark := bare[:len(bare)-len(strings.TrimLeft(bare, "`"))]
		if mark == "" {
			mark = bare[:len(bare)-len(strings.TrimLeft(bare, "~"))]
		}
		switch {
		case fence == "" && len(mark) >= 3:
			fence = mark
			lang, _, _ := strings.Cut(strings.TrimSpace(bare[len(mark):]), " ")
			blocks = append(blocks, block{name: name, line: i + 2, lang: lang})
			line = ""
		case fence != "" && strings.HasPrefix(mark, fence) && mark == bare:
			fence, line = "", ""
		case fence != "":
			blocks[len(blocks)-1].text += line + "\n"
			line = ""
		}
		rest = append(rest, line)
	}
	return blocks, strings.Join(rest, "\n")
}

// blocksOf lists the fenced blocks of the named files.
func (tr tree) blocksOf(names ...string) (blocks []block) {
	for _, name := range names {
		found, _ := fences(name, tr.text(name))
		blocks = append(blocks, found...)
	}
	return blocks
}

const testCommand = "go test ./..."

// checkReadme wants both languages to begin with the same two commands.
func checkReadme(tr tree) (bad []string) {
	var first []string
	for _, name := range []string{"README.md", "README.zh.md"} {
		if _, ok := slices.BinarySearch(tr.files, name); !ok {
			bad = append(bad, name+":1: there is no such file")
			continue
		}
		commands := tr.commands(name)
		switch {
		case len(commands) < 2:
			bad = append(bad, name+":1: want two commands in the first fenced blocks")
		case !slices.Contains(commands[:2], testCommand):
			bad = append(bad, fmt.Sprintf("%s:1: want %q among the two commands, got %q", name, testCommand, commands[:2]))
		case first != nil && !slices.Equal(first, commands[:2]):
			bad = append(bad, fmt.Sprintf("%s:1: want the commands of README.md, %q, got %q", name, first, commands[:2]))
		default:
			first = commands[:2]
		}
	}
	return bad
}

// commands are the lines of the shell blocks in a Markdown file.
func (tr tree) commands(name string) (commands []string) {
	for _, b := range tr.blocksOf(name) {
		if !slices.Contains([]string{"", "sh", "bash", "shell", "console"}, b.lang) {
			continue
		}
		for line := range strings.Lines(b.text) {
			line = strings.TrimSpace(strings.TrimPrefix(line, "$ "))
			if line != "" && line[0] != '#' {
				commands = append(commands, line)
			}
		}
	}
	return commands
}

// goBlocks lists the Go programs that readers will copy.
func (tr tree) goBlocks() []block {
	names := slices.DeleteFunc(slices.Clone(tr.files), func(name string) bool {
		readme := name == "README.md" || name == "README.zh.md"
		return !readme && (!within(name, "docs") || path.Ext(name) != ".md")
	})
	return slices.DeleteFunc(tr.blocksOf(names...), func(b block) bool { return b.lang != "go" })
}

// checkPrograms wants each Go block to be a program that stands alone; whether it
// compiles is for TestProgramsCompile.
func checkPrograms(tr tree) (bad []string) {
	for _, b := range tr.goBlocks() {
		file, err := parser.ParseFile(token.NewFileSet(), "", b.text, parser.ImportsOnly)
		if err != nil || file.Name.Name != "main" {
			bad = append(bad, fmt.Sprintf("%s:%d: want a whole file that begins with package main", b.name, b.line))
			continue
		}
		for _, spec := range file.Imports {
			if dir, ours := moduleDir(spec); ours && within(dir, "internal") {
				bad = append(bad, fmt.Sprintf("%s:%d: a reader cannot import %s", b.name, b.line, dir))
			}
		}
	}
	return bad
}

func TestProgramsCompile(t *testing.T) {
	tr, err := readTree(os.DirFS("."), gitFiles())
	require.NoError(t, err)
	out, err := compile(t, tr.goBlocks())
	require.NoError(t, err, out)
}

// compile builds the blocks without linking them, all at once, as if they lay in the
// module. It is go list because go vet wants to stand in the directory, which is not there.
func compile(t *testing.T, blocks []block) (string, error) {
	t.Helper()
	if len(blocks) == 0 {
		return "", nil
	}
	root, err := os.Getwd()
	require.NoError(t, err)
	dir := t.TempDir()
	config := filepath.Join(dir, "overlay.json")
	args := []string{"list", "-export", "-overlay=" + config}
	overlay := map[string]string{}
	for i, b := range blocks {
		pkg := fmt.Sprintf("readme_%d", i)
		file := filepath.Join(dir, pkg+".go")
		place := fmt.Sprintf("//line %s:%d\n", filepath.Join(root, b.name), b.line)
		require.NoError(t, os.WriteFile(file, []byte(place+b.text), 0o600))
		overlay[filepath.Join(root, "examples", pkg, "main.go")] = file
		args = append(args, "./examples/"+pkg)
	}
	text, err := json.Marshal(map[string]any{"Replace": overlay})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(config, text, 0o600))
	out, err := exec.Command("go", args...).CombinedOutput()
	return string(out), err
}

var (
	codeSpan = regexp.MustCompile("`+[^`\n]*`+")
	linkRefs = regexp.MustCompile(`(?m)\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\]^][^\]]*\]:\s*<?([^\s>]+)|(?:href|src)="([^"]+)"`)
)

// checkLinks follows the links from one file of the tree to another.
func checkLinks(tr tree) (bad []string) {
	there := map[string]bool{".": true}
	for _, name := range tr.files {
		for ; !there[name]; name = path.Dir(name) {
			there[name] = true
		}
	}
	for _, name := range tr.files {
		if path.Ext(name) != ".md" {
			continue
		}
		_, prose := fences(name, tr.text(name))
		prose = codeSpan.ReplaceAllStringFunc(prose, func(s string) string { return strings.Repeat(" ", len(s)) })
		for _, m := range linkRefs.FindAllStringSubmatchIndex(prose, -1) {
			link := ""
			for i := 2; i < len(m); i += 2 {
				if m[i] >= 0 {
					link = prose[m[i]:m[i+1]]
				}
			}
			if why := tr.follow(there, name, link); why != "" {
				bad = append(bad, fmt.Sprintf("%s:%d: %s: %s", name, lineAt(prose, m[0]), link, why))
			}
		}
	}
	return bad
}

// follow says why the link in the file named from is dead, or nothing.
func (tr tree) follow(there map[string]bool, from, link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return "not a link"
	}
	if u.Scheme != "" || u.Host != "" {
		return ""
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if strings.HasPrefix(u.Path, "/") {
		target = path.Join(".", u.Path[1:])
	}
	switch {
	case !there[target]:
		return "no such file"
	case u.Fragment != "" && path.Ext(target) == ".md" && !slices.Contains(anchors(tr.text(target)), u.Fragment):
		return "no such heading"
	}
	return ""
}

var (
	heading    = regexp.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$`)
	anchorTag  = regexp.MustCompile(`<a (?:id|name)="([^"]+)"`)
	linkInText = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	htmlTag    = regexp.MustCompile(`<[^>]+>`)
)

// anchors lists what a link into the text may name, after GitHub's rule: lower case, only
// letters, digits, marks, - and _, a hyphen for each space, -1 for the second of a name.
func anchors(text string) (names []string) {
	_, prose := fences("", text)
	seen := map[string]int{}
	for _, m := range heading.FindAllStringSubmatch(prose, -1) {
		title := htmlTag.ReplaceAllString(linkInText.ReplaceAllString(m[1], "$1"), "")
		name := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-' || unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Nl, unicode.Pc):
				return r
			}
			return -1
		}, strings.ToLower(title))
		if n := seen[name]; n > 0 {
			names = append(names, fmt.Sprintf("%s-%d", name, n))
		} else {
			names = append(names, name)
		}
		seen[name]++
	}
	for _, m := range anchorTag.FindAllStringSubmatch(prose, -1) {
		names = append(names, m[1])
	}
	return names
}

// banned is written so that it does not find itself.
var banned = regexp.MustCompile(
	`(?:^|[^\w.~-])/(?:work|root|tmp|home)/|\b(?:T[O]DO|F[I]XME|X[X]X)\b|` +
		`proxy[.]golang[.]org|registry[.]npmjs[.]org|deb[.]debian[.]org`)

var unpinned = regexp.MustCompile(`@(latest|upgrade|main|master|HEAD)\b`)

// checkPins refuses programs and actions of CI that are another tomorrow.
func checkPins(tr tree) (bad []string) {
	for _, name := range tr.files {
		if !within(name, ".github", ".ci") {
			continue
		}
		text := tr.text(name)
		for _, m := range unpinned.FindAllStringIndex(text, -1) {
			bad = append(bad, fmt.Sprintf("%s:%d: %s is not a version: pin programs in tools/go.mod", name, lineAt(text, m[0]), text[m[0]:m[1]]))
		}
	}
	return bad
}

// checkWords refuses a machine's paths, unfinished work and the names of registries.
func checkWords(tr tree) (bad []string) {
	for _, name := range tr.files {
		base := path.Base(name)
		text := tr.text(name)
		if base == "go.sum" || base == "package-lock.json" || strings.Contains(text, "\x00") {
			continue
		}
		for _, m := range banned.FindAllStringIndex(text, -1) {
			bad = append(bad, fmt.Sprintf("%s:%d: %q does not belong in the tree", name, lineAt(text, m[1]-1), text[m[0]:m[1]]))
		}
	}
	return bad
}
