package record

import (
	"bytes"
	"encoding/json"

	"github.com/dataasset-go/dataasset/internal/jsonscan"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// Tree reads one JSON value as plain Go values: map[string]any, []any, string,
// [json.Number], bool and nil; for validators that know a record by its
// definition only. Limits and errors are those of [Table.Decode], so that
// nothing hostile comes out: no depth, no huge number. A member that occurs
// again is left out and reported.
func Tree(b []byte, o Options) (any, []rule.Finding, error) {
	if err := guarded(b, o); err != nil {
		return nil, nil, err
	}
	t := &treeReader{reader: reader{text: b, dec: jsontext.NewDecoder(bytes.NewBuffer(b), jsontext.AllowDuplicateNames(true))}, o: o}
	v := t.any()
	if t.err == nil {
		t.end()
	}
	if t.err != nil {
		return nil, nil, syntaxError(t.err, b, o)
	}
	return v, t.repeated, nil
}

// guarded refuses a text that no reader should see.
func guarded(b []byte, o Options) error {
	if err := jsonscan.Check(b, jsonscan.Limits{}); err != nil {
		return scanError(err, b, o)
	}
	if bytes.HasPrefix(b, []byte(byteOrderMark)) {
		return &SyntaxError{File: o.File, Line: max(o.Line, 1), Column: 1, Want: rule.Text{ZH: "不带字节顺序标记（BOM）的 JSON", EN: "JSON without a byte order mark"}}
	}
	return nil
}

// treeReader reads plain values; the guard has bounded the depth.
type treeReader struct {
	reader
	o        Options
	repeated []rule.Finding
}

func (t *treeReader) any() any {
	tok, ok := t.token()
	if !ok {
		return nil
	}
	switch tok.Kind() {
	case '{':
		return t.object()
	case '[':
		return t.array()
	case '"':
		return tok.String()
	case '0':
		return json.Number(tok.String())
	case 't', 'f':
		return tok.Bool()
	}
	return nil
}

func (t *treeReader) array() []any {
	list := []any{}
	for t.more() {
		list = append(list, t.any())
	}
	t.token()
	return list
}

func (t *treeReader) object() map[string]any {
	o := map[string]any{}
	for t.more() {
		at := int(t.dec.InputOffset())
		tok, ok := t.token()
		if !ok {
			return o
		}
		name := tok.String()
		if _, twice := o[name]; twice {
			t.again(name, skipSpace(t.text, at))
			t.any()
			continue
		}
		o[name] = t.any()
	}
	t.token()
	return o
}

// again reports a name that has stood in its object before.
func (t *treeReader) again(name string, at int) {
	if len(t.repeated) >= rule.MaxPerRecord {
		return
	}
	f := problem{fault: faultDuplicateKey}.finding(FieldDefinition{}, string(t.dec.StackPointer()), name)
	f.Source = rule.Source{File: t.o.File}
	f.Source.Line, f.Source.Column = position(t.text, at, t.o)
	t.repeated = append(t.repeated, f)
}
