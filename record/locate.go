package record

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/internal/jsonscan"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// scanError tells where a text passed a limit or stops being UTF-8.
func scanError(err error, b []byte, o Options) error {
	over, ok := errors.AsType[*jsonscan.Error](err)
	if ok && over.Encoding {
		e := &SyntaxError{File: o.File, Want: over.Want, Err: err}
		e.Line, e.Column = position(b, over.Offset, o)
		return e
	}
	e := &LimitError{File: o.File, Line: o.Line, Want: err.Error(), Err: err}
	if ok {
		e.Want = over.Want
	}
	return e
}

// syntaxError tells where a text stops being JSON.
func syntaxError(err error, b []byte, o Options) error {
	e := &SyntaxError{File: o.File, Want: "one JSON object and nothing behind it", Err: err}
	offset := len(b)
	if syn, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		offset = int(syn.ByteOffset)
		e.Path = string(syn.JSONPointer)
	}
	e.Line, e.Column = position(b, min(offset, len(b)), o)
	return e
}

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
