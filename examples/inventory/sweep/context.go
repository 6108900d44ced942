package sweep

import (
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// ldContext says what the short names of a JSON-LD text mean (JSON-LD 1.1, 4.1). Inner
// contexts are laid over outer ones; nothing is copied.
type ldContext struct {
	outer    *ldContext
	depth    int // how many there are, this one included
	terms    map[string]term
	vocab    string // for names without a meaning of their own; "" is none
	language string // of strings that name none
	hasVocab bool
	hasLang  bool
}

// term is what one short name means.
type term struct {
	id        string // an IRI, an alias of a keyword, or a compact form of either; "" is nothing
	kind      string // @id, @vocab, or a datatype
	container string // @language, @index; @set and @list make no difference here
	reverse   bool
	language  string
	hasLang   bool
}

// Limits of what terms may say of each other, and of contexts over each other: a name
// is looked up in each of them.
const (
	maxTermSteps = 8
	maxContexts  = 64
	maxAddress   = 512 // bytes of what a name is written out to
)

// over is a new context over another.
func over(c *ldContext, path string, terms map[string]term) (*ldContext, error) {
	next := &ldContext{outer: c, depth: c.depth + 1, terms: terms}
	if next.depth > maxContexts {
		return nil, wrong(path, "不超过64个层叠的 @context", "at most 64 contexts over each other")
	}
	return next, nil
}

// with lays what stands behind @context over a context.
func (c *ldContext) with(v any, path string) (*ldContext, error) {
	switch v := v.(type) {
	case nil:
		return &ldContext{}, nil
	case string:
		known, ok := knownContexts()[strings.TrimSuffix(v, "#")]
		if !ok {
			return nil, wrong(path, "写在文件内的 @context；外部地址 "+v+" 不会被读取，请把其内容写进文件", "a @context within the file; "+v+" is never fetched: write what it says into the file")
		}
		return over(c, path, known)
	case []any:
		for i, x := range v {
			var err error
			if c, err = c.with(x, at(path, i)); err != nil {
				return nil, err
			}
		}
		return c, nil
	case object:
		return c.define(v, path)
	}
	return nil, wrong(path, "对象、地址或其数组", "an object, an address or an array of them")
}

// define reads a context that stands in the file.
func (c *ldContext) define(o object, path string) (*ldContext, error) {
	next, err := over(c, path, make(map[string]term, len(o)))
	if err != nil {
		return nil, err
	}
	for _, m := range o {
		here := path + rule.Pointer(m.name)
		switch m.name {
		case "@vocab":
			s, ok := m.value.(string)
			if !ok && m.value != nil {
				return nil, wrong(here, "地址", "an address")
			}
			next.vocab, next.hasVocab = next.iri(s), true
		case "@language":
			s, ok := m.value.(string)
			if !ok && m.value != nil {
				return nil, wrong(here, "语言代码", "a language")
			}
			next.language, next.hasLang = s, true
		case "@base", "@version", "@protected", "@direction", "@propagate":
			// nothing here depends on them
		case "@import":
			return nil, wrong(here, "写在文件内的 @context", "a @context within the file")
		default:
			t, err := termOf(m.value, here)
			if err != nil {
				return nil, err
			}
			next.terms[m.name] = t
		}
	}
	return next, nil
}

// termOf reads what a term means.
func termOf(v any, path string) (term, error) {
	var t term
	switch v := v.(type) {
	case nil:
	case string:
		t.id = v
	case object:
		var err error
		if t, err = expandedTerm(v, path); err != nil {
			return t, err
		}
	default:
		return t, wrong(path, "地址或对象", "an address or an object")
	}
	if len(t.id) > maxAddress {
		return t, wrong(path, "不超过512字节的地址", "an address of at most 512 bytes")
	}
	return t, nil
}

func expandedTerm(o object, path string) (t term, err error) {
	for _, m := range o {
		s, isText := m.value.(string)
		switch m.name {
		case "@id", "@reverse":
			if m.value != nil && !isText {
				return t, wrong(path+rule.Pointer(m.name), "地址", "an address")
			}
			t.id, t.reverse = s, m.name == "@reverse"
		case "@type":
			t.kind = s
		case "@language":
			t.language, t.hasLang = s, true
		case "@container":
			all, _ := m.value.([]any)
			for _, x := range append(all, m.value) {
				switch x {
				case "@language", "@index":
					t.container = x.(string)
				case "@id", "@type", "@graph":
					return t, wrong(path+"/@container", "@set、@list、@language 或 @index", "@set, @list, @language or @index")
				}
			}
		case "@context":
			return t, wrong(path+"/@context", "无限定范围的 @context", "a term without a context of its own")
		}
	}
	if _, named := o.get("@id"); !named && !t.reverse {
		t.id = "\x00" // the term itself, as a compact form or under @vocab
	}
	return t, nil
}

// look finds a term in the innermost context that has it.
func (c *ldContext) look(name string) (term, bool) {
	for ; c != nil; c = c.outer {
		if t, ok := c.terms[name]; ok {
			return t, true
		}
	}
	return term{}, false
}

// property is a member's name as an IRI or a keyword, with its term; "" where it
// means nothing.
func (c *ldContext) property(name string) (string, term) {
	t, _ := c.look(name)
	return bounded(c.expand(name, true, maxTermSteps), ""), t
}

// bounded is what a name is written out to, or another text where that is too long:
// terms that hang on each other could make much of little.
func bounded(s, instead string) string {
	if len(s) > maxAddress {
		return instead
	}
	return s
}

// iri is an address as it is meant: a compact form written out.
func (c *ldContext) iri(s string) string { return bounded(c.expand(s, false, maxTermSteps), s) }

// typed is the name of a type, which may be a term.
func (c *ldContext) typed(s string) string { return bounded(c.expand(s, true, maxTermSteps), "") }

// expand writes a name out. asTerm: it may be a term, and @vocab holds.
func (c *ldContext) expand(s string, asTerm bool, steps int) string {
	if s == "" || strings.HasPrefix(s, "@") || steps == 0 {
		return s
	}
	t, known := c.look(s)
	switch {
	case asTerm && known && t.id != "\x00" && t.id != s:
		return c.expand(t.id, true, steps-1)
	case asTerm && known && t.id == "":
		return ""
	}
	if prefix, rest, ok := strings.Cut(s, ":"); ok {
		if prefix == "_" || strings.HasPrefix(rest, "//") {
			return s
		}
		if p, known := c.look(prefix); known && p.id != "" && p.id != "\x00" {
			return c.expand(p.id, true, steps-1) + rest
		}
		return s
	}
	if vocab := c.vocabulary(); asTerm && vocab != "" {
		return vocab + s
	}
	if asTerm {
		return ""
	}
	return s // a relative address, kept as it is
}

func (c *ldContext) vocabulary() string {
	for ; c != nil; c = c.outer {
		if c.hasVocab {
			return c.vocab
		}
	}
	return ""
}

// defaultLanguage is that of strings that name none.
func (c *ldContext) defaultLanguage() string {
	for ; c != nil; c = c.outer {
		if c.hasLang {
			return c.language
		}
	}
	return ""
}
