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
		tok, err := dec.ReadToken()
		if err != nil {
			return path
		}
		path = string(dec.StackPointer())
		if k := tok.Kind(); k == '{' || k == '[' {
			path = strings.TrimSuffix(path, "/") // the container's own pointer
		}
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
	case r == ',' && closes(bytes.TrimLeft(b[offset+1:], " \t\r\n")), (r == '}' || r == ']') && after == ',':
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
	before := b[:offset]
	line = max(o.Line, 1) + bytes.Count(before, []byte{'\n'})
	return line, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
}

// locate tells, for each finding, where its value stands in the text: one walk
// over the text for all of them. A value that is missing stands where the
// object begins that lacks it.
func locate(b []byte, o Options, findings []rule.Finding) {
	if len(findings) == 0 {
		return
	}
	offsets := make(map[string]int, len(findings))
	for _, f := range findings {
		for path := f.Path; ; path = path[:strings.LastIndexByte(path, '/')] {
			offsets[path] = -1
			if path == "" {
				break
			}
		}
	}
	dec := jsontext.NewDecoder(bytes.NewReader(b), jsontext.AllowDuplicateNames(true))
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
		if tok.Kind() == '{' || tok.Kind() == '[' {
			path = strings.TrimSuffix(path, "/") // the container's own pointer
		}
		if at, wanted := offsets[path]; wanted && at < 0 {
			offsets[path] = skipSpace(b, int(start))
		}
	}
	for i := range findings {
		if findings[i].Source.Column > 0 {
			continue // the reader knew better
		}
		path := findings[i].Path
		for path != "" && offsets[path] < 0 {
			path = path[:strings.LastIndexByte(path, '/')]
		}
		s := rule.Source{File: o.File}
		s.Line, s.Column = position(b, max(offsets[path], 0), o)
		findings[i].Source = s
	}
}

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
