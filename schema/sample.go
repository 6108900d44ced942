package schema

import (
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
)

// samples are instances of a record made of its fields' examples, one for each
// alternative of a choice.
func (w *writer) samples(d record.Definition) []any {
	if d.By == "" {
		if o := w.sample(d); len(o) > 0 {
			return []any{o}
		}
		return nil
	}
	var all []any
	for _, a := range d.Alternatives {
		all = append(all, append(object{{d.By, a.Code}}, w.sample(a.Definition)...))
	}
	return all
}

// sample is one instance, without the fields that must be absent beside the
// others.
func (w *writer) sample(d record.Definition) object {
	if d.By != "" {
		return w.samples(d)[0].(object)
	}
	o := object{}
	for _, f := range d.Fields {
		if v := w.sampleOf(f); v != nil {
			o.set(f.Key, v)
		}
	}
	for _, f := range d.Fields {
		if holds(w.settled(f.Absent, d), o) {
			o = slices.DeleteFunc(o, func(m member) bool { return m.key == f.Key })
		}
	}
	return o
}

func (w *writer) sampleOf(f record.FieldDefinition) any {
	switch t := f.Type.(type) {
	case record.Nested:
		return w.sample(t.Of)
	case record.Chosen:
		return w.sample(t.Of)
	case record.Codes:
		return w.sampleParts(f, record.Code{List: t.List})
	case record.List:
		if t.Element != nil {
			return w.sampleParts(f, t.Element)
		}
		return slices.Repeat([]any{w.sample(t.Of)}, max(t.Min, 1))
	}
	if f.Example == "" {
		return nil
	}
	return w.sampleScalar(f.Type, f.Example)
}

func (w *writer) sampleParts(f record.FieldDefinition, t record.Type) any {
	var all []any
	for _, part := range f.ExampleParts() {
		all = append(all, w.sampleScalar(t, part))
	}
	if all == nil {
		return nil
	}
	return all
}

// sampleScalar is an example as JSON has it; instead of a code that the
// document does not have, its first.
func (w *writer) sampleScalar(t record.Type, example string) any {
	if c, ok := t.(record.Code); ok && !w.inForce(t, example) {
		for _, e := range w.listed(c.List) {
			return e.Code
		}
	}
	return scalar(t, example)
}

// scalar is a text form as JSON has it.
func scalar(t record.Type, text string) any {
	switch t.(type) {
	case record.Integer:
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n
		}
	case record.Boolean:
		return text == "true"
	}
	return text
}

// holds evaluates a condition on an instance.
func holds(c record.Condition, o object) bool {
	switch c.Op {
	case record.OpAlways:
		return true
	case record.OpPresent:
		return o.has(c.Key)
	case record.OpNot:
		return !holds(c.Args[0], o)
	case record.OpAll:
		return !slices.ContainsFunc(c.Args, func(a record.Condition) bool { return !holds(a, o) })
	case record.OpAny:
		return slices.ContainsFunc(c.Args, func(a record.Condition) bool { return holds(a, o) })
	case record.OpDuring:
		text, _ := o.get(c.Key).(string)
		day, err := calendar.ParseDate(text)
		return err == nil && c.Period.Holds(day)
	case record.OpEquals, record.OpIn:
		return slices.ContainsFunc(c.Values, func(v string) bool { return has(o.get(c.Key), v) })
	}
	return false
}

// has reports whether a value is a code or a boolean, or a set has the code.
func has(value any, text string) bool {
	switch v := value.(type) {
	case string:
		return v == text
	case bool:
		return strconv.FormatBool(v) == text
	case []any:
		return slices.Contains(v, any(text))
	}
	return false
}
