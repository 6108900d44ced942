package sweep

import (
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/rule"
)

// Catalogue sweeps an open-data catalogue: DCAT 3 (W3C) as JSON-LD.
type Catalogue struct {
	Prefix string      // of the ids
	Holder rule.Entity // whose catalogue it is
	Unit   asset.Unit  // what becomes one resource (P20): a series by default, or each dataset
}

// Read reads a catalogue and makes a candidate of each dataset, or of each series of
// datasets. An error is a [*CatalogueError] or the reader's.
func (c Catalogue) Read(r io.Reader) (Found, error) {
	if err := checkPrefix(c.Prefix); err != nil {
		return Found{}, err
	}
	switch {
	case c.Holder == "":
		return Found{}, &rule.ValueError{Want: "the kind of holder"}
	case c.Unit == asset.WholeSystem:
		return Found{}, &rule.ValueError{Value: "whole system", Want: "series or datasets: a catalogue does not say in which system its data lie"}
	}
	tree, err := readTree(r)
	if err != nil {
		return Found{}, err
	}
	g, err := readGraph(tree)
	if err != nil {
		return Found{}, err
	}
	return c.found(g)
}

// ErrNoDataset is that a JSON-LD text describes no dataset: it is no catalogue, or its
// names mean nothing because it has no @context.
var ErrNoDataset = errors.New("no dcat:Dataset")

func (c Catalogue) found(g *graph) (Found, error) {
	var f Found
	datasets, missing := g.datasets()
	if len(datasets) == 0 {
		return f, &CatalogueError{Want: rule.Text{ZH: "至少一个 dcat:Dataset（检查 @context）", EN: "a dcat:Dataset at least (look at its @context)"}, Err: ErrNoDataset}
	}
	for _, n := range missing {
		f.Notes = append(f.Notes, rule.Text{ZH: "列出而未描述的数据集：" + n.id, EN: "a dataset that is listed and not described: " + n.id})
	}
	names := ids{prefix: c.Prefix}
	for _, one := range c.groups(g, datasets) {
		name := one[0].name()
		d := draft{Candidate{Origin: "dcat " + name}}
		d.Resource = asset.Resource{ID: names.of(local(name), name), HolderKind: c.Holder}
		d.describe(one)
		f.Candidates = append(f.Candidates, d.Candidate)
	}
	return f, nil
}

// datasets lists the datasets and series that are described, and those that are not.
func (g *graph) datasets() (described, missing []*node) {
	is := map[*node]bool{}
	for _, n := range g.order {
		if slices.Contains(n.types, dcat+"Dataset") || slices.Contains(n.types, dcat+"DatasetSeries") {
			is[n] = true
		}
		for _, v := range n.says[dcat+"dataset"] {
			is[v.node] = v.node != nil
		}
	}
	for _, n := range g.order {
		switch {
		case is[n] && n.told:
			described = append(described, n)
		case is[n]:
			missing = append(missing, n)
		}
	}
	return described, missing
}

// Properties by which a dataset says what it belongs to, and what belongs to it.
var (
	memberOf = []string{dcat + "inSeries", dct + "isPartOf"}
	members  = []string{dcat + "seriesMember", dct + "hasPart"}
)

// groups are the datasets that become one resource each, the one that names it first.
func (c Catalogue) groups(g *graph, datasets []*node) (all [][]*node) {
	is, above := map[*node]bool{}, map[*node]*node{}
	for _, n := range datasets {
		is[n] = true
	}
	if c.Unit == asset.SingleTable {
		for _, n := range datasets {
			if !slices.Contains(n.types, dcat+"DatasetSeries") {
				all = append(all, []*node{n})
			}
		}
		return all
	}
	for _, n := range datasets {
		for _, p := range memberOf {
			for _, v := range n.says[p] {
				if is[v.node] && above[n] == nil {
					above[n] = v.node
				}
			}
		}
		for _, p := range members {
			for _, v := range n.says[p] {
				if is[v.node] && above[v.node] == nil {
					above[v.node] = n
				}
			}
		}
	}
	place := map[*node]int{}
	for _, n := range datasets {
		top := topmost(n, above)
		i, ok := place[top]
		if !ok {
			i = len(all)
			place[top] = i
			all = append(all, []*node{top})
		}
		if n != top {
			all[i] = append(all[i], n)
		}
	}
	return all
}

// topmost is the series or whole that a dataset belongs to in the end; of datasets that
// belong to each other in a circle, the dataset itself.
func topmost(n *node, above map[*node]*node) *node {
	top := n
	for steps := 0; above[top] != nil; steps++ {
		if top = above[top]; top == n || steps > maxDepth {
			return n
		}
	}
	return top
}

// text is the first text of properties, Chinese before English before others; a node's
// label stands for the node.
func (n *node) text(properties ...string) string {
	for _, p := range properties {
		best, rank := "", 4
		for _, v := range n.says[p] {
			text := v.label()
			if r := languageRank(v.language); text != "" && r < rank {
				best, rank = text, r
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// name is what a dataset is called by: its identifier or address; the label of a blank
// node means nothing outside its file, and its title stands for it.
func (n *node) name() string {
	if s := n.text(dct + "identifier"); s != "" || !n.isBlank() {
		return first(s, n.id)
	}
	return first(n.text(dct+"title"), strings.TrimPrefix(n.id, "\x00"))
}

// languageRank orders languages: Chinese, none, English, others.
func languageRank(language string) int {
	switch language, _, _ = strings.Cut(strings.ToLower(language), "-"); language {
	case "zh":
		return 0
	case "":
		return 1
	case "en":
		return 2
	}
	return 3
}

// labels are the properties by which things are called.
var labels = []string{skos + "prefLabel", rdfs + "label", foaf + "name", vcard + "fn", dct + "title", skos + "notation", schema + "name"}

// asked are the properties that a sweep asks for.
var asked = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, list := range [][]string{
		labels, memberOf, members, beginnings, ends, instants,
		{dct + "identifier", dct + "description", rdfs + "comment", dct + "rightsHolder", dct + "accrualPeriodicity", dct + "accessRights", pod + "accessLevel"},
		{dct + "spatial", dct + "temporal", dct + "format", owlTime + "hasBeginning", owlTime + "hasEnd"},
		{dcat + "dataset", dcat + "distribution", dcat + "keyword", dcat + "theme", dcat + "mediaType", dcat + "byteSize"},
	} {
		for _, p := range list {
			all[p] = true
		}
	}
	return all
})

// label is a text, or what a node is called, or else its address.
func (v value) label() string {
	if v.node == nil {
		return v.text
	}
	for _, p := range labels {
		for _, x := range v.node.says[p] {
			switch {
			case x.node == nil && x.text != "":
				return x.text
			case x.node != nil && !x.node.isBlank():
				return x.node.id
			}
		}
	}
	if v.node.isBlank() {
		return ""
	}
	return v.node.id
}

func (n *node) isBlank() bool {
	return strings.HasPrefix(n.id, "_:") || strings.HasPrefix(n.id, "\x00")
}

// nodes are those that properties refer to.
func (n *node) nodes(properties ...string) (all []*node) {
	seen := map[*node]bool{}
	for _, p := range properties {
		for _, v := range n.says[p] {
			if v.node != nil && !seen[v.node] {
				seen[v.node] = true
				all = append(all, v.node)
			}
		}
	}
	return all
}

// local is the last part of an address that can name something.
func local(id string) string {
	id = strings.TrimRight(id, "/#")
	if i := strings.LastIndexAny(id, "/#"); i >= 0 {
		id = id[i+1:]
	}
	return id
}
