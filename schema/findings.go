package schema

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// report words what the compiled schema has refused, by the definition: the
// validator's own texts are in one language and quote without bound.
func (v *Validator) report(instance []byte, tree any, failed *jsonschema.ValidationError, repeated []rule.Finding) rule.Report {
	w := &wording{doc: v.doc, root: spot{
		field: record.FieldDefinition{Title: rule.Text{ZH: "记录", EN: "record"}}, of: v.def, value: tree,
	}}
	for _, f := range repeated {
		w.add(f, strings.Split(f.Path, "/")[1:])
	}
	if failed != nil {
		w.walk(failed)
	}
	report := rule.Report{Findings: w.told()}
	report.Sort()
	if over := len(report.Findings) - rule.MaxPerRecord; over > 0 {
		report.Findings, report.Omitted = report.Findings[:rule.MaxPerRecord:rule.MaxPerRecord], over
	}
	located(instance, report.Findings)
	return report
}

// located gives findings their places in the text, but for those that have one.
func located(instance []byte, findings []rule.Finding) {
	paths := make([]string, len(findings))
	for i := range findings {
		paths[i] = findings[i].Path
	}
	for i, place := range record.Locate(instance, record.Options{}, paths...) {
		if findings[i].Source.Column == 0 {
			findings[i].Source = place
		}
	}
}

// wording is one report being made.
type wording struct {
	doc   object
	root  spot
	found []rule.Finding
	empty map[string]bool // paths of values that are nothing: what they lack is not told
	ends  map[string]int  // paths of lists that are too long, and where: elements from there on are not told
}

// walk visits the leaves: the nodes above them only say by which way the
// validator came there.
func (w *wording) walk(e *jsonschema.ValidationError) {
	if len(e.Causes) == 0 {
		w.leaf(e)
	}
	for _, cause := range e.Causes {
		w.walk(cause)
	}
}

func (w *wording) leaf(e *jsonschema.ValidationError) {
	path := tokens(e.InstanceLocation)
	at := w.root
	for _, token := range path {
		at = at.step(token)
	}
	_, fragment, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
	pointer := tokens(fragment)
	asked, keyword := w.doc.at(pointer), ""
	if len(pointer) > 0 {
		keyword = pointer[len(pointer)-1]
	}
	switch {
	case keyword == "required":
		w.missing(at, path, asked)
	case keyword == "additionalProperties":
		w.surplus(at, path)
	case keyword == "uniqueItems":
		w.repeated(at, path)
	case asked == false: // a schema that refuses whatever is there
		w.add(record.Word(ruleForbidden, at.field, "", at.cell()), path)
	default:
		w.value(at, path, keyword, pointer, asked)
	}
}

// value words the fault of one value.
func (w *wording) value(at spot, path []string, keyword string, pointer []string, asked any) {
	id := at.rule(keyword, pointer)
	shown := at.text()
	if id == ruleCount || len(path) == 0 {
		shown = "" // a number of elements, the record itself
	}
	f := record.Word(id, at.field, "", shown)
	w.add(f, path)
	if id == ruleNull {
		put(&w.empty, rule.Pointer(path...), true)
	}
	if end, ok := asked.(int); ok && keyword == "maxItems" {
		put(&w.ends, rule.Pointer(path...), end)
	}
}

func put[V any](m *map[string]V, key string, v V) {
	if *m == nil {
		*m = map[string]V{}
	}
	(*m)[key] = v
}

// missing words each name that an object lacks, at the place of the member that
// is not there.
func (w *wording) missing(at spot, path []string, asked any) {
	names, _ := asked.([]any)
	members, _ := at.value.(map[string]any)
	for _, n := range names {
		name, _ := n.(string)
		if _, there := members[name]; !there {
			w.add(record.Word(ruleRequired, at.step(name).field, "", ""), append(slices.Clone(path), name))
		}
	}
}

// surplus words each name that an object has and its record has not.
func (w *wording) surplus(at spot, path []string) {
	d := at.record()
	members, _ := at.value.(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if _, known := d.Field(name); !known && (at.of.By == "" || name != at.of.By) {
			w.add(d.WordUnknown(name, ""), append(slices.Clone(path), name))
		}
	}
}

// repeated words each element that stood in its set before.
func (w *wording) repeated(at spot, path []string) {
	list, _ := at.value.([]any)
	seen := map[string]bool{}
	for i, value := range list {
		code, ok := value.(string)
		if ok && seen[code] {
			token := strconv.Itoa(i)
			w.add(record.Word(ruleRepeated, at.step(token).field, "", code), append(slices.Clone(path), token))
		}
		seen[code] = true
	}
}

func (w *wording) add(f rule.Finding, path []string) {
	f.Path, f.Place = rule.Pointer(path...), w.root.place(path)
	w.found = append(w.found, f)
}

// told is what is left when each value has one finding, and what is nothing or
// beyond the end of its list has none below it.
func (w *wording) told() []rule.Finding {
	order := ranking()
	rank := func(f rule.Finding) int { return slices.Index(order, f.Rule) }
	slices.SortStableFunc(w.found, func(f, g rule.Finding) int {
		return cmp.Or(strings.Compare(f.Path, g.Path), cmp.Compare(rank(f), rank(g)))
	})
	w.found = slices.CompactFunc(w.found, func(f, g rule.Finding) bool { return f.Path == g.Path })
	return slices.DeleteFunc(w.found, w.hidden)
}

func (w *wording) hidden(f rule.Finding) bool {
	if w.empty == nil && w.ends == nil {
		return false
	}
	for path, last := parent(f.Path); ; {
		end, long := w.ends[path]
		if i, err := strconv.Atoi(last); w.empty[path] || long && err == nil && i >= end {
			return true
		}
		if path == "" {
			return false
		}
		path, last = parent(path)
	}
}

// parent parts a pointer from its last token.
func parent(path string) (above, last string) {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", ""
	}
	return path[:i], path[i+1:]
}
