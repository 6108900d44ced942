package sweep

import (
	"errors"
	"io"
	"strconv"

	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// What a catalogue may have at the most. The catalogues of whole countries are below.
const (
	maxBytes  = 64 << 20
	maxDepth  = 32
	maxValues = 1_000_000
)

// object is a JSON object with its members in order.
type object []member

type member struct {
	name  string
	value any // object, []any, string, number, bool or nil
}

// number is a JSON number as it is written.
type number string

func (o object) get(name string) (any, bool) {
	for _, m := range o {
		if m.name == name {
			return m.value, true
		}
	}
	return nil, false
}

// treeReader reads one JSON value within the limits. Names that occur twice and text
// that is not UTF-8 are errors of the decoder.
type treeReader struct {
	dec    *jsontext.Decoder
	values int
}

func readTree(r io.Reader) (any, error) {
	limited := &io.LimitedReader{R: r, N: maxBytes + 1}
	t := treeReader{dec: jsontext.NewDecoder(limited)}
	v, err := t.value()
	if err == nil {
		if _, end := t.dec.ReadToken(); !errors.Is(end, io.EOF) {
			err = errors.Join(wrong("", "文件末尾", "the end of the file"), end)
		}
	}
	if limited.N <= 0 {
		return nil, wrong("", "不超过64 MiB 的文件", "a file of at most 64 MiB")
	}
	var own *CatalogueError
	if err != nil && !errors.As(err, &own) {
		return nil, &CatalogueError{Path: string(t.dec.StackPointer()), Want: rule.Text{ZH: "JSON（UTF-8，成员不重复）", EN: "JSON in UTF-8, no member twice"}, Err: err}
	}
	return v, err
}

func (t *treeReader) value() (any, error) {
	if t.values++; t.values > maxValues {
		return nil, wrong(string(t.dec.StackPointer()), "不超过100万个值", "at most 1,000,000 values")
	}
	tok, err := t.dec.ReadToken()
	if err != nil {
		return nil, err
	}
	switch tok.Kind() {
	case '{', '[':
		if t.dec.StackDepth() > maxDepth {
			return nil, wrong(string(t.dec.StackPointer()), "不超过32层嵌套", "at most 32 levels of nesting")
		}
		if tok.Kind() == '[' {
			return t.array()
		}
		return t.object()
	case '"':
		return tok.String(), nil
	case '0':
		return number(tok.String()), nil
	case 't', 'f':
		return tok.Bool(), nil
	}
	return nil, nil // null
}

func (t *treeReader) array() (any, error) {
	all := []any{}
	for t.dec.PeekKind() != ']' {
		v, err := t.value()
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	_, err := t.dec.ReadToken()
	return all, err
}

func (t *treeReader) object() (any, error) {
	all := object{}
	for t.dec.PeekKind() != '}' {
		name, err := t.dec.ReadToken()
		if err != nil {
			return nil, err
		}
		m := member{name: name.String()}
		if m.value, err = t.value(); err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	_, err := t.dec.ReadToken()
	return all, err
}

// at is the JSON Pointer of an element of an array.
func at(path string, i int) string { return path + "/" + strconv.Itoa(i) }
