package record

import (
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// textsCell is a set of codes, or a list of texts.
type textsCell[T any, S ~string] struct {
	noDay[T]
	at          func(*T) *[]S
	kind        kind[string]
	list        *CodeList // with periods; nil for anything else
	least, most int
	set         bool // no repetition
}

func (c *textsCell[T, S]) present(v *T) bool { return len(*c.at(v)) > 0 }
func (c *textsCell[T, S]) clear(v *T)        { *c.at(v) = nil }

func (c *textsCell[T, S]) sample(v *T, example string) { c.fill(v, example, nil) }

func (c *textsCell[T, S]) has(v *T, values []string) bool {
	return slices.ContainsFunc(*c.at(v), func(s S) bool { return slices.Contains(values, string(s)) })
}

func (c *textsCell[T, S]) text(v *T) string {
	list := *c.at(v)
	parts := make([]string, len(list))
	for i, s := range list {
		parts[i] = string(s)
	}
	return strings.Join(parts, listMark)
}

func (c *textsCell[T, S]) check(v *T, w *walk) problem {
	list := *c.at(v)
	if len(list) == 0 {
		return problem{fault: faultAbsent}
	}
	if p := c.count(len(list)); p.fault != good {
		return p
	}
	for i, s := range list {
		p := c.kind.check(string(s))
		if p.fault == good && c.set && slices.Contains(list[:i], s) {
			p = problem{fault: faultRepeated}
		}
		if p.fault == good && c.list != nil {
			p = codePeriod(c.list, string(s), w)
		}
		if p.fault != good {
			w.fail(p, string(s), strconv.Itoa(i))
		}
	}
	return problem{}
}

func (c *textsCell[T, S]) count(n int) problem { return countProblem(n, c.least, c.most) }

func countProblem(n, least, most int) problem {
	if n >= least && n <= most {
		return problem{}
	}
	return wrong(faultCount, wantCount(least, most))
}

func (c *textsCell[T, S]) read(v *T, r *reader) problem {
	list, p := readArray(r, c.least, c.most, func(list *[]S) {
		raw, ok := r.value()
		if !ok {
			return
		}
		s, p := c.kind.fromJSON(raw)
		if p.fault == good && c.set && slices.Contains(*list, S(s)) {
			p = problem{fault: faultRepeated}
		}
		if p.fault != good {
			r.fail(p, shown(raw))
			return
		}
		*list = append(*list, S(s))
	})
	if p.fault == good {
		*c.at(v) = list
	}
	return p
}

func (c *textsCell[T, S]) append(b []byte, v *T, _ bool) ([]byte, error) {
	b = append(b, '[')
	var err error
	for i, s := range *c.at(v) {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = c.kind.append(b, string(s)); err != nil {
			return b, err
		}
	}
	return append(b, ']'), nil
}

func (c *textsCell[T, S]) fill(v *T, s string, u *untidy) problem {
	n := 0
	for range cellParts(s) {
		n++
	}
	list := make([]S, 0, n)
	for part := range cellParts(s) {
		text, p := c.kind.loose(trimmed(part), u)
		if p.fault != good {
			return p
		}
		if c.set && slices.Contains(list, S(text)) {
			return problem{fault: faultRepeated}
		}
		list = append(list, S(text))
	}
	if p := c.count(len(list)); p.fault != good {
		return p
	}
	*c.at(v) = list
	return problem{}
}

// nestedCell is a record within the record.
type nestedCell[T, N any] struct {
	noDay[T]
	table *Table[N]
	at    func(*T) *N
}

func (c *nestedCell[T, N]) present(v *T) bool                { return c.table.present(c.at(v)) }
func (c *nestedCell[T, N]) text(*T) string                   { return "" }
func (c *nestedCell[T, N]) has(*T, []string) bool            { return false }
func (c *nestedCell[T, N]) fill(*T, string, *untidy) problem { return problem{fault: faultType} }
func (c *nestedCell[T, N]) clear(v *T)                       { *c.at(v) = *new(N) }
func (c *nestedCell[T, N]) sample(v *T, _ string)            { *c.at(v) = c.table.Sample() }
func (c *nestedCell[T, N]) check(v *T, w *walk) problem {
	if !c.present(v) {
		return problem{fault: faultAbsent}
	}
	c.table.walk(c.at(v), w)
	return problem{}
}

func (c *nestedCell[T, N]) read(v *T, r *reader) problem {
	var got N
	p := c.table.readObject(&got, r)
	if p.fault == good && r.empty && r.err == nil {
		r.last = jsontext.Value("{}")
		p = problem{fault: faultNull}
	}
	if p.fault == good {
		*c.at(v) = got
	}
	return p
}

func (c *nestedCell[T, N]) append(b []byte, v *T, canonical bool) ([]byte, error) {
	return c.table.appendObject(b, c.at(v), canonical)
}

// listCell is a list of records.
type listCell[T, N any] struct {
	noDay[T]
	table *Table[N]
	at    func(*T) *[]N
	list  List
}

func (c *listCell[T, N]) present(v *T) bool                { return len(*c.at(v)) > 0 }
func (c *listCell[T, N]) text(*T) string                   { return "" }
func (c *listCell[T, N]) has(*T, []string) bool            { return false }
func (c *listCell[T, N]) fill(*T, string, *untidy) problem { return problem{fault: faultType} }
func (c *listCell[T, N]) clear(v *T)                       { *c.at(v) = nil }

func (c *listCell[T, N]) sample(v *T, _ string) {
	*c.at(v) = slices.Repeat([]N{c.table.Sample()}, max(c.list.Min, 1))
}

func (c *listCell[T, N]) check(v *T, w *walk) problem {
	list := *c.at(v)
	if len(list) == 0 {
		return problem{fault: faultAbsent}
	}
	for i := range list {
		w.push(strconv.Itoa(i))
		c.table.walk(&list[i], w)
		w.pop()
	}
	return countProblem(len(list), c.list.Min, c.list.Max)
}

func (c *listCell[T, N]) read(v *T, r *reader) problem {
	list, p := readArray(r, c.list.Min, c.list.Max, func(list *[]N) {
		var got N
		if p := c.table.readObject(&got, r); p.fault != good {
			r.fail(p, shown(r.last))
			return
		}
		*list = append(*list, got)
	})
	if p.fault == good {
		*c.at(v) = list
	}
	return p
}

func (c *listCell[T, N]) append(b []byte, v *T, canonical bool) ([]byte, error) {
	b = append(b, '[')
	list := *c.at(v)
	var err error
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = c.table.appendObject(b, &list[i], canonical); err != nil {
			return b, err
		}
	}
	return append(b, ']'), nil
}

// choiceCell is a choice within the record.
type choiceCell[T, I any] struct {
	noDay[T]
	choice *Choice[I]
	at     func(*T) *I
}

func (c *choiceCell[T, I]) present(v *T) bool                { return any(*c.at(v)) != nil }
func (c *choiceCell[T, I]) text(*T) string                   { return "" }
func (c *choiceCell[T, I]) has(*T, []string) bool            { return false }
func (c *choiceCell[T, I]) fill(*T, string, *untidy) problem { return problem{fault: faultType} }
func (c *choiceCell[T, I]) clear(v *T)                       { *c.at(v) = *new(I) }
func (c *choiceCell[T, I]) sample(v *T, _ string)            { *c.at(v) = c.choice.Samples()[0] }
func (c *choiceCell[T, I]) check(v *T, w *walk) problem {
	if !c.present(v) {
		return problem{fault: faultAbsent}
	}
	return c.choice.walk(*c.at(v), w)
}

func (c *choiceCell[T, I]) read(v *T, r *reader) problem {
	got, p := c.choice.readObject(r)
	if p.fault == good {
		*c.at(v) = got
	}
	return p
}

func (c *choiceCell[T, I]) append(b []byte, v *T, canonical bool) ([]byte, error) {
	return c.choice.appendObject(b, *c.at(v), canonical)
}
