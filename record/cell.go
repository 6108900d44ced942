package record

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// cell is one field of a Go struct as the table's walkers see it.
type cell[T any] interface {
	present(*T) bool
	check(*T, *walk) problem                 // faultAbsent where there is no value
	read(*T, *reader) problem                // from the next JSON value
	append([]byte, *T, bool) ([]byte, error) // the JSON value, canonical or in table order
	text(*T) string                          // the text form; "" for records and choices
	has(*T, []string) bool                   // whether it has one of some codes, for conditions
	fill(*T, string, *untidy) problem        // from a table cell that is not empty
	clear(*T)
	day(*T) calendar.Date // the date it holds; no date for anything else
	sample(*T, string)    // from the field's example; records within from theirs
}

// noDay is embedded by cells that hold no date.
type noDay[T any] struct{}

func (noDay[T]) day(*T) calendar.Date { return calendar.Date{} }

// codePeriod asks whether a code is in force on the record's date, and still is
// on the day of the review.
func codePeriod(l *CodeList, code string, w *walk) problem {
	on := w.on
	if on.IsZero() {
		on = w.o.At
	}
	switch {
	case !on.IsZero() && !l.holds(code, on):
		return wrong(faultCodePeriod, rule.Text{ZH: l.Title.ZH + "中 " + on.String() + " 有效的代码", EN: "a code of " + l.Title.EN + " in force on " + on.String()})
	case !w.o.At.IsZero() && !l.holds(code, w.o.At):
		return wrong(faultCodeExpired, rule.Text{ZH: l.Title.ZH + "中现行有效的代码", EN: "a code of " + l.Title.EN + " still in force"})
	}
	return problem{}
}

// scalarCell is a date, a month, an amount, a ratio, a number or a boolean.
type scalarCell[T any, V Scalar] struct {
	at        func(*T) *V
	kind      scalarKind[V]
	unchecked bool // the kind has nothing to check in a value that is there
}

func (c *scalarCell[T, V]) present(v *T) bool { return c.kind.present(*c.at(v)) }
func (c *scalarCell[T, V]) check(v *T, _ *walk) problem {
	value := *c.at(v)
	switch {
	case value == *new(V): // of every scalar, the zero value and no other is absent
		return problem{fault: faultAbsent}
	case c.unchecked:
		return problem{}
	}
	return c.kind.check(value)
}

func (c *scalarCell[T, V]) text(v *T) string { return c.kind.text(*c.at(v)) }
func (c *scalarCell[T, V]) has(v *T, values []string) bool {
	return slices.Contains(values, c.kind.text(*c.at(v)))
}
func (c *scalarCell[T, V]) clear(v *T)                  { *c.at(v) = *new(V) }
func (c *scalarCell[T, V]) sample(v *T, example string) { c.fill(v, example, nil) }

func (c *scalarCell[T, V]) day(v *T) calendar.Date {
	if d, ok := any(c.at(v)).(*calendar.Date); ok {
		return *d
	}
	return calendar.Date{}
}

func (c *scalarCell[T, V]) append(b []byte, v *T, _ bool) ([]byte, error) {
	return c.kind.append(b, *c.at(v))
}

func (c *scalarCell[T, V]) read(v *T, r *reader) problem {
	raw, ok := r.value()
	if !ok {
		return problem{}
	}
	got, p := c.kind.fromJSON(raw)
	if p.fault == good {
		*c.at(v) = got
	}
	return p
}

func (c *scalarCell[T, V]) fill(v *T, s string, u *untidy) problem {
	got, p := c.kind.loose(s, u)
	if p.fault == good {
		*c.at(v) = got
	}
	return p
}

// textCell is a text, a code or an identifier.
type textCell[T any, S ~string] struct {
	noDay[T]
	at    func(*T) *S
	kind  kind[string]
	codes *codeKind // the kind, where it is this one: to be asked without a detour
	list  *CodeList // with periods; nil for anything else
}

func (c *textCell[T, S]) present(v *T) bool { return *c.at(v) != "" }
func (c *textCell[T, S]) text(v *T) string  { return string(*c.at(v)) }
func (c *textCell[T, S]) has(v *T, values []string) bool {
	return slices.Contains(values, string(*c.at(v)))
}
func (c *textCell[T, S]) clear(v *T) { *c.at(v) = "" }
func (c *textCell[T, S]) append(b []byte, v *T, _ bool) ([]byte, error) {
	return c.kind.append(b, string(*c.at(v)))
}

func (c *textCell[T, S]) sample(v *T, example string) { c.fill(v, example, nil) }

func (c *textCell[T, S]) check(v *T, w *walk) problem {
	s := string(*c.at(v))
	if s == "" {
		return problem{fault: faultAbsent}
	}
	if c.codes == nil {
		return c.kind.check(s)
	}
	if p := c.codes.check(s); p.fault != good || c.list == nil {
		return p
	}
	return codePeriod(c.list, s, w)
}

func (c *textCell[T, S]) read(v *T, r *reader) problem {
	raw, ok := r.value()
	if !ok {
		return problem{}
	}
	got, p := c.kind.fromJSON(raw)
	if p.fault == good {
		*c.at(v) = S(got)
	}
	return p
}

func (c *textCell[T, S]) fill(v *T, s string, u *untidy) problem {
	got, p := c.kind.loose(s, u)
	if p.fault == good {
		*c.at(v) = S(got)
	}
	return p
}

// extraCell is a field that a caller added, kept as text in an Extra.
type extraCell[T any] struct {
	noDay[T]
	at   func(*T) *Extra
	key  string
	kind textualKind
	list *CodeList
}

func (c *extraCell[T]) present(v *T) bool { return c.text(v) != "" }
func (c *extraCell[T]) text(v *T) string  { return c.at(v).Get(c.key) }
func (c *extraCell[T]) has(v *T, values []string) bool {
	return slices.Contains(values, c.text(v))
}
func (c *extraCell[T]) clear(v *T)         { c.set(v, "") }
func (c *extraCell[T]) set(v *T, s string) { e := c.at(v); *e = e.With(c.key, s) }
func (c *extraCell[T]) append(b []byte, v *T, _ bool) ([]byte, error) {
	return c.kind.append(b, c.text(v))
}

func (c *extraCell[T]) sample(v *T, example string) { c.fill(v, example, nil) }

func (c *extraCell[T]) check(v *T, w *walk) problem {
	s := c.text(v)
	if s == "" {
		return problem{fault: faultAbsent}
	}
	if _, p := c.kind.parse(s); p.fault != good || c.list == nil {
		return p
	}
	return codePeriod(c.list, s, w)
}

func (c *extraCell[T]) read(v *T, r *reader) problem {
	raw, ok := r.value()
	if !ok {
		return problem{}
	}
	s, p := c.kind.fromJSON(raw)
	if p.fault == good {
		c.set(v, s)
	}
	return p
}

func (c *extraCell[T]) fill(v *T, s string, u *untidy) problem {
	s, p := c.kind.loose(s, u)
	if p.fault == good {
		c.set(v, s)
	}
	return p
}

// textualKind is a kind whose values are kept as text.
type textualKind interface {
	kind[string]
}

// textual keeps the values of any scalar kind as text.
func textual(k any) textualKind {
	switch k := k.(type) {
	case *dateKind:
		return asText(k)
	case *monthKind:
		return asText(k)
	case *amountKind:
		return asText(k)
	case *ratioKind:
		return asText(k)
	case *integerKind:
		return asText(k)
	case *booleanKind:
		return asText(k)
	}
	return k.(kind[string])
}

// cellParts divides a table cell that holds several codes or texts; empty parts
// are passed over.
func cellParts(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s != "" {
			part := s
			if i := strings.IndexAny(s, separators); i < 0 {
				s = ""
			} else {
				_, n := utf8.DecodeRuneInString(s[i:])
				part, s = s[:i], s[i+n:]
			}
			if part != "" && !yield(part) {
				return
			}
		}
	}
}

// separators stand between several codes or texts of one cell.
const separators = "、;；,，|\n"

// listMark is the separator that is written.
const listMark = "、"
