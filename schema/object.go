package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// object is a JSON object that keeps the order of its members.
type object []member

type member struct {
	key   string
	value any // object, []any, string, int, int64, bool
}

func (o object) has(key string) bool {
	return slices.ContainsFunc(o, func(m member) bool { return m.key == key })
}

// get is the value of a member, nil where there is none.
func (o object) get(key string) any {
	if i := slices.IndexFunc(o, func(m member) bool { return m.key == key }); i >= 0 {
		return o[i].value
	}
	return nil
}

// set gives a member its value, unless there is nothing to say. A new member
// stands last.
func (o *object) set(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case object:
		if len(v) == 0 {
			return
		}
	case []any:
		if len(v) == 0 {
			return
		}
	}
	if i := slices.IndexFunc(*o, func(m member) bool { return m.key == key }); i >= 0 {
		(*o)[i].value = value
		return
	}
	*o = append(*o, member{key, value})
}

// text writes a value with an indent of two spaces a level.
func text(b []byte, v any, indent int) []byte {
	switch v := v.(type) {
	case object:
		return block(b, '{', '}', len(v), indent, func(b []byte, i int) []byte {
			b = append(quote(b, v[i].key), ": "...)
			return text(b, v[i].value, indent+1)
		})
	case []any:
		return block(b, '[', ']', len(v), indent, func(b []byte, i int) []byte { return text(b, v[i], indent+1) })
	case string:
		return quote(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case bool:
		return strconv.AppendBool(b, v)
	}
	return append(b, "null"...) // not reached: the generator makes nothing else
}

func block(b []byte, open, shut byte, n, indent int, element func([]byte, int) []byte) []byte {
	b = append(b, open)
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '\n')
		b = append(b, strings.Repeat("  ", indent+1)...)
		b = element(b, i)
	}
	if n > 0 {
		b = append(b, '\n')
		b = append(b, strings.Repeat("  ", indent)...)
	}
	return append(b, shut)
}

// invisible writes the characters of patterns that a reader would not see.
var invisible = strings.NewReplacer("\u2028", `\u2028`, "\u2029", `\u2029`, "\ufeff", `\ufeff`, "\ufffd", `\ufffd`)

func quote(b []byte, s string) []byte {
	quoted, err := jsontext.AppendQuote(nil, s)
	if err != nil {
		return append(b, `""`...) // not reached: definitions are source text
	}
	return append(b, invisible.Replace(string(quoted))...)
}

func strs(list ...string) []any {
	all := make([]any, len(list))
	for i, s := range list {
		all[i] = s
	}
	return all
}
