package record

import (
	"errors"

	"github.com/go-json-experiment/json/jsontext"
)

// asText turns a kind of some Go type into one of its texts.
func asText[V any](k kind[V]) textualKind { return &asTextKind[V]{k} }

var errNotItsType = errors.New("record: text that is not of its type")

type asTextKind[V any] struct{ of kind[V] }

func (k *asTextKind[V]) text(s string) string   { return s }
func (k *asTextKind[V]) check(s string) problem { _, p := k.of.parse(s); return p }

func (k *asTextKind[V]) parse(s string) (string, problem) {
	v, p := k.of.parse(s)
	return k.of.text(v), p
}

func (k *asTextKind[V]) loose(s string, u *untidy) (string, problem) {
	v, p := k.of.loose(s, u)
	return k.of.text(v), p
}

func (k *asTextKind[V]) append(b []byte, s string) ([]byte, error) {
	v, p := k.of.parse(s)
	if p.fault != good {
		return b, errNotItsType
	}
	return k.of.append(b, v)
}

func (k *asTextKind[V]) fromJSON(raw jsontext.Value) (string, problem) {
	v, p := k.of.fromJSON(raw)
	return k.of.text(v), p
}
