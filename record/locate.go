package record

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/internal/jsonscan"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// scanError tells where a text passed a limit or stops being UTF-8.
func scanError(err error, b []byte, o Options) error {
	over, ok := errors.AsType[*jsonscan.Error](err)
	if !ok {
		return err
	}
	line, column := position(b, over.Offset, o)
	path, want := pointerAt(b, over.Offset), rule.Text{ZH: over.WantZH, EN: over.Want}
	if over.Encoding {
		return &SyntaxError{o.File, line, column, path, want, err}
	}
	return &LimitError{o.File, line, column, path, want, err}
}

// pointerAt is the JSON Pointer to the value at an offset, as far as the text is
// JSON.
func pointerAt(b []byte, offset int) string {
	dec := jsontext.NewDecoder(bytes.NewReader(b[:min(offset, len(b))]), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	path := ""
	for {
		if _, err := dec.ReadToken(); err != nil {
			return path
		}
		path = string(dec.StackPointer())
	}
}

// syntaxError tells where a text stops being JSON, and what was expected there.
func syntaxError(err error, b []byte, o Options) error {
	e := &SyntaxError{File: o.File, Err: err}
	offset := len(b)
	if syn, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		offset = min(int(syn.ByteOffset), len(b))
		e.Path = string(syn.JSONPointer)
	}
	switch {
	case errors.Is(err, errTrailing):
		e.Want = rule.Text{ZH: "一个对象，其后没有其他内容", EN: "one object and nothing behind it"}
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		offset = len(b)
		e.Want = rule.Text{ZH: "对象的其余部分，文本在此中断", EN: "the rest of the object: the text ends here"}
	default:
		e.Want = wantAt(b, offset)
	}
	e.Line, e.Column = position(b, offset, o)
	return e
}

// wantAt words what JSON wants at an offset where it stops being JSON.
func wantAt(b []byte, offset int) rule.Text {
	if offset >= len(b) {
		return rule.Text{ZH: "对象的其余部分，文本在此中断", EN: "the rest of the object: the text ends here"}
	}
	r, _ := utf8.DecodeRune(b[offset:])
	before := bytes.TrimRight(b[:offset], " \t\r\n")
	after := byte(0)
	if len(before) > 0 {
		after = before[len(before)-1]
	}
	switch {
	case strings.ContainsRune("，：；、", r):
		return rule.Text{ZH: "半角的逗号或冒号，而非全角“" + string(r) + "”", EN: "an ASCII comma or colon, not " + string(r)}
	case strings.ContainsRune("“”‘’'`＂", r):
		return rule.Text{ZH: "半角双引号，而非 " + string(r), EN: "ASCII double quotes, not " + string(r)}
	case r == ',' && closes(bytes.TrimLeft(b[offset+1:], " \t\r\n")):
		return rule.Text{ZH: "末项之后没有逗号", EN: "no comma behind the last element"}
	case r == '"' && after != '{' && after != '[' && after != ',' && after != ':':
		return rule.Text{ZH: "此前的逗号", EN: "a comma before it"}
	case r == '\\' || r < ' ':
		return rule.Text{ZH: "字符串中合法的字符和转义", EN: "characters and escapes that a JSON string may hold"}
	}
	return rule.Text{ZH: " JSON，而非“" + string(r) + "”", EN: "JSON, not " + strconv.QuoteRune(r)}
}

// closes reports whether a text begins with the end of an object or array.
func closes(b []byte) bool { return len(b) > 0 && (b[0] == '}' || b[0] == ']') }

// position is the line and column, from 1, of an offset. Columns count
// characters.
func position(b []byte, offset int, o Options) (line, column int) {
	c := cursor{line: max(o.Line, 1), column: 1}
	c.moveTo(b, offset)
	return c.line, c.column
}

// cursor is a place in a text that is walked through once.
type cursor struct{ offset, line, column int }

func (c *cursor) moveTo(b []byte, offset int) {
	passed := b[c.offset:offset]
	if n := bytes.Count(passed, []byte{'\n'}); n > 0 {
		c.line, c.column = c.line+n, 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	c.offset, c.column = offset, c.column+utf8.RuneCount(passed)
}

// locate tells, for each finding that does not say so yet, where its value
// stands in the text.
func locate(b []byte, o Options, findings []rule.Finding) {
	if len(findings) == 0 {
		return
	}
	paths := make([]string, len(findings))
	for i := range findings {
		paths[i] = findings[i].Path
	}
	for i, s := range Locate(b, o, paths...) {
		if findings[i].Source.Column == 0 { // else the reader knew better
			findings[i].Source = s
		}
	}
}

// Locate tells where in a JSON text the values at JSON Pointers stand, one place
// a pointer: one walk over the text for all of them. A member stands where its
// name begins, and one that is missing where the object begins that lacks it.
// It is for findings of rules that judge what was read; those of reading have
// their place already. A text that is no JSON is followed as far as it goes.
func Locate(b []byte, o Options, paths ...string) []rule.Source {
	places := make(map[string]rule.Source, len(paths)) // of each path and what lies above it
	for _, path := range paths {
		for ; ; path = above(path) {
			places[path] = rule.Source{}
			if path == "" {
				break
			}
		}
	}
	dec := jsontext.NewDecoder(bytes.NewReader(b), jsontext.AllowDuplicateNames(true))
	at := cursor{line: max(o.Line, 1), column: 1}
	for {
		start := dec.InputOffset()
		tok, err := dec.ReadToken()
		if err != nil {
			break
		}
		if kind := tok.Kind(); kind == '}' || kind == ']' {
			continue
		}
		path := string(dec.StackPointer())
		if s, wanted := places[path]; wanted && s.Column == 0 {
			at.moveTo(b, skipSpace(b, int(start)))
			places[path] = rule.Source{File: o.File, Line: at.line, Column: at.column}
		}
	}
	if places[""].Column == 0 {
		places[""] = rule.Source{File: o.File, Line: at.line, Column: at.column}
	}
	found := make([]rule.Source, len(paths))
	for i, path := range paths {
		for places[path].Column == 0 {
			path = above(path)
		}
		found[i] = places[path]
	}
	return found
}

// above is the pointer to what holds the value at a pointer; "", the whole, for
// the whole itself and for what is no pointer.
func above(path string) string { return path[:max(strings.LastIndexByte(path, '/'), 0)] }

// skipSpace moves to the first byte of a token, over what separates it from
// the one before.
func skipSpace(b []byte, i int) int {
	for i < len(b) && strings.IndexByte(" \t\r\n,:", b[i]) >= 0 {
		i++
	}
	return i
}

// distance is the number of letters to change, add or take away to make one
// name of another (Levenshtein), for suggestions.
func distance(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
