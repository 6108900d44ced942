package sweep

import (
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/rule"
)

// graph is the nodes of a JSON-LD text, whichever way it was written.
type graph struct {
	nodes map[string]*node
	order []*node // as they came
	blank int
}

// node is a thing with what is said of it.
type node struct {
	id    string
	types []string
	says  map[string][]value
	told  bool // something is said of it; else it is only referred to
}

// value is a text, or a reference to a node.
type value struct {
	text, language string
	node           *node
}

// readGraph reads the nodes of a JSON-LD text.
func readGraph(v any) (*graph, error) {
	g := &graph{nodes: map[string]*node{}}
	top, ok := v.([]any)
	if !ok {
		top = []any{v}
	}
	for i, x := range top {
		o, ok := x.(object)
		if !ok {
			return nil, wrong(at("", i), "JSON-LD 对象", "a JSON-LD object")
		}
		if _, err := g.object(o, &ldContext{}, "", term{}); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// node returns the node of a name, a new one for none.
func (g *graph) node(id string) *node {
	if id == "" {
		g.blank++
		id = "\x00" + strconv.Itoa(g.blank) // no text of the file can name it
	}
	n, ok := g.nodes[id]
	if !ok {
		n = &node{id: id}
		g.nodes[id] = n
		g.order = append(g.order, n)
	}
	return n
}

// object reads an object that is a value or a node. Of a @set, a @list or a @graph
// it returns what is in it.
func (g *graph) object(o object, c *ldContext, path string, t term) ([]value, error) {
	if own, ok := o.get("@context"); ok {
		var err error
		if c, err = c.with(own, path+"/@context"); err != nil {
			return nil, err
		}
	}
	keywords := map[string]any{}
	for _, m := range o {
		if p, _ := c.property(m.name); len(p) > 1 && p[0] == '@' {
			keywords[p] = m.value
		}
	}
	if v, ok := keywords["@value"]; ok {
		return literal(v, keywords, c, t), nil
	}
	for _, k := range []string{"@set", "@list"} {
		if v, ok := keywords[k]; ok {
			return g.values(v, c, path+"/"+k, t)
		}
	}
	id, _ := keywords["@id"].(string)
	return g.members(o, g.node(c.iri(id)), c, path)
}

// members reads what an object says of a node.
func (g *graph) members(o object, n *node, c *ldContext, path string) ([]value, error) {
	for _, m := range o {
		here := path + rule.Pointer(m.name)
		p, t := c.property(m.name)
		switch p {
		case "", "@context", "@id":
			continue
		case "@type":
			n.told = true
			n.types = append(n.types, names(m.value, c)...)
			continue
		case "@graph", "@included":
			if _, err := g.values(m.value, c, here, term{}); err != nil {
				return nil, err
			}
			continue
		case "@reverse":
			if err := g.reversed(m.value, n, c, here); err != nil {
				return nil, err
			}
			continue
		}
		if p[0] == '@' {
			continue
		}
		all, err := g.values(m.value, c, here, t)
		if err != nil {
			return nil, err
		}
		n.told = true
		if t.reverse {
			link(all, p, n)
		} else {
			n.say(p, all...)
		}
	}
	return []value{{node: n}}, nil
}

// reversed reads what other nodes say with this one as the value.
func (g *graph) reversed(v any, n *node, c *ldContext, path string) error {
	o, ok := v.(object)
	if !ok {
		return wrong(path, "对象", "an object")
	}
	for _, m := range o {
		p, t := c.property(m.name)
		all, err := g.values(m.value, c, path+rule.Pointer(m.name), t)
		if err != nil {
			return err
		}
		link(all, p, n)
	}
	return nil
}

// say adds what is said of a node, if a sweep asks for it: the rest is read and let go.
func (n *node) say(property string, all ...value) {
	if !asked()[property] {
		return
	}
	if n.says == nil {
		n.says = map[string][]value{}
	}
	n.says[property] = append(n.says[property], all...)
}

// link says of each node that it has another.
func link(all []value, property string, n *node) {
	for _, v := range all {
		if v.node != nil && property != "" {
			v.node.told = true
			v.node.say(property, value{node: n})
		}
	}
}

// names are the types of a node.
func names(v any, c *ldContext) (all []string) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, x := range list {
		if s, ok := x.(string); ok {
			all = append(all, c.typed(s))
		}
	}
	return all
}

// values reads what stands behind a property: one value, several, or a map by
// language or index.
func (g *graph) values(v any, c *ldContext, path string, t term) ([]value, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case []any:
		var all []value
		for i, x := range v {
			more, err := g.values(x, c, at(path, i), t)
			if err != nil {
				return nil, err
			}
			all = append(all, more...)
		}
		return all, nil
	case object:
		if t.container != "" && !isExpanded(v, c) {
			return g.mapped(v, c, path, t)
		}
		return g.object(v, c, path, t)
	case string:
		switch t.kind {
		case "@id":
			return []value{{node: g.node(c.iri(v))}}, nil
		case "@vocab":
			return []value{{node: g.node(first(c.typed(v), v))}}, nil
		}
	}
	return literal(v, nil, c, t), nil
}

// isExpanded reports whether an object says what it is, where a map was expected.
func isExpanded(o object, c *ldContext) bool {
	return slices.ContainsFunc(o, func(m member) bool {
		p, _ := c.property(m.name)
		return p == "@value" || p == "@id"
	})
}

// mapped reads a map whose names are languages or an index.
func (g *graph) mapped(o object, c *ldContext, path string, t term) (all []value, err error) {
	container := t.container
	t.container = ""
	for _, m := range o {
		inner := t
		if container == "@language" {
			inner.language, inner.hasLang = m.name, true
			if m.name == "@none" {
				inner.language = ""
			}
		}
		more, err := g.values(m.value, c, path+rule.Pointer(m.name), inner)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

// literal is a text with its language.
func literal(v any, keywords map[string]any, c *ldContext, t term) []value {
	out := value{}
	switch v := v.(type) {
	case string:
		out.text = v
	case number:
		out.text = string(v)
	case bool:
		out.text = strconv.FormatBool(v)
	default:
		return nil
	}
	language, said := keywords["@language"].(string)
	switch {
	case said:
		out.language = language
	case keywords != nil:
	case t.hasLang:
		out.language = t.language
	default:
		out.language = c.defaultLanguage()
	}
	return []value{out}
}
