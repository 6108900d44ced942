package record

import (
	"iter"
	"slices"
	"strings"
)

// Extra holds the fields that a caller has added to a table by [Table.With], in
// their text forms. It is an immutable value: copies do not share changes. The
// zero Extra is empty.
type Extra struct {
	pairs []pair // sorted by key; never changed in place
}

type pair struct{ key, text string }

// With returns the fields with one more, or with another text for it; the empty
// text takes it away. The text is the field's form in JSON strings and table
// cells: 1860000.00, 2026-01-31, true, 12. The table checks it when the record
// is validated.
func (e Extra) With(key, text string) Extra {
	i, found := e.find(key)
	pairs := slices.Clone(e.pairs)
	switch {
	case found && text == "":
		pairs = slices.Delete(pairs, i, i+1)
	case found:
		pairs[i].text = text
	case text != "":
		pairs = slices.Insert(pairs, i, pair{key, text})
	}
	return Extra{pairs}
}

// Get returns the text of a field, "" where it is absent.
func (e Extra) Get(key string) string {
	if i, found := e.find(key); found {
		return e.pairs[i].text
	}
	return ""
}

// Len returns how many fields there are.
func (e Extra) Len() int { return len(e.pairs) }

// All yields the fields in the order of their keys.
func (e Extra) All() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, p := range e.pairs {
			if !yield(p.key, p.text) {
				return
			}
		}
	}
}

// Equal reports whether both hold the same fields.
func (e Extra) Equal(o Extra) bool { return slices.Equal(e.pairs, o.pairs) }

func (e Extra) find(key string) (int, bool) {
	return slices.BinarySearchFunc(e.pairs, key, func(p pair, key string) int { return strings.Compare(p.key, key) })
}
