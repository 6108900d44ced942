package schema

import (
	"reflect"
	"slices"

	"github.com/dataasset-go/dataasset/record"
)

// consequence is what follows from one condition, and from its opposite: which
// fields are required, which must be absent. The fields of a record ask for few
// different conditions, and each costs a validator a walk over the record.
type consequence struct {
	when          record.Condition
	yes, no       []any // required
	not, notWhere []any // must be absent: where the condition holds, where it does not
}

// conditions writes when fields are required or must be absent, in the order in
// which the table first asks.
func (w *writer) conditions(d record.Definition) []any {
	var all []consequence
	find := func(c record.Condition) (*consequence, bool) {
		opposite := false
		for c.Op == record.OpNot {
			c, opposite = c.Args[0], !opposite
		}
		i := slices.IndexFunc(all, func(o consequence) bool { return reflect.DeepEqual(o.when, c) })
		if i < 0 {
			i = len(all)
			all = append(all, consequence{when: c})
		}
		return &all[i], opposite
	}
	for _, f := range d.Fields {
		required, absent := w.settled(f.Required, d), w.settled(f.Absent, d)
		if op := required.Op; op != record.OpNever && op != record.OpAlways && w.Stage == record.Final {
			if c, opposite := find(required); opposite {
				c.no = append(c.no, f.Key)
			} else {
				c.yes = append(c.yes, f.Key)
			}
		}
		if absent.Op != record.OpNever {
			if c, opposite := find(absent); opposite {
				c.notWhere = append(c.notWhere, f.Key)
			} else {
				c.not = append(c.not, f.Key)
			}
		}
	}
	var written []any
	for _, c := range all {
		written = append(written, w.consequence(c, d))
	}
	return written
}

// consequence writes the condition as if, then and else, with the period in which
// it is in force. A then that asks nothing is left out, and so is an else.
func (w *writer) consequence(c consequence, d record.Definition) object {
	o := object{{"if", condition(c.when, d)}}
	o.set("then", asks(c.yes, c.not))
	o.set("else", asks(c.no, c.notWhere))
	w.period(&o, periodOf(c.when))
	return o
}

func asks(required, absent []any) object {
	var o object
	o.set("required", required)
	var properties object
	for _, key := range absent {
		properties.set(key.(string), false)
	}
	o.set("properties", properties)
	return o
}

// condition writes a condition as a schema that holds when it does. Keys are
// required in it, so that an absent one does not make it hold.
func condition(c record.Condition, d record.Definition) object {
	switch c.Op {
	case record.OpAlways:
		return object{{"type", "object"}}
	case record.OpNot:
		return object{{"not", condition(c.Args[0], d)}}
	case record.OpAll:
		if keysDiffer(c.Args) {
			return together(c.Args, d)
		}
		return object{{"allOf", each(c.Args, d)}}
	case record.OpAny:
		return object{{"anyOf", each(c.Args, d)}}
	case record.OpNever:
		return object{{"not", object{{"type", "object"}}}}
	}
	return together([]record.Condition{c}, d)
}

func each(args []record.Condition, d record.Definition) []any {
	all := make([]any, len(args))
	for i, a := range args {
		all[i] = condition(a, d)
	}
	return all
}

// keysDiffer reports whether conditions ask for one value each, of different
// fields.
func keysDiffer(args []record.Condition) bool {
	seen := map[string]bool{}
	for _, a := range args {
		if a.Key == "" || seen[a.Key] {
			return false
		}
		seen[a.Key] = true
	}
	return true
}

// together writes conditions on different fields as one object.
func together(args []record.Condition, d record.Definition) object {
	var o, properties object
	var required []any
	for _, a := range args {
		required = append(required, a.Key)
		switch a.Op {
		case record.OpPresent:
		case record.OpDuring:
			properties.set(a.Key, within(a.Period))
		default:
			properties.set(a.Key, isOneOf(a, d))
		}
	}
	o.set("properties", properties)
	o.set("required", required)
	return o
}

// isOneOf is the values of one field for which a condition holds.
func isOneOf(c record.Condition, d record.Definition) object {
	f, _ := d.Field(c.Key)
	var value object
	if _, boolean := f.Type.(record.Boolean); boolean {
		values := make([]any, len(c.Values))
		for i, v := range c.Values {
			values[i] = v == "true"
		}
		value = constOrEnum(values)
	} else {
		value = constOrEnum(strs(c.Values...))
	}
	if _, set := f.Type.(record.Codes); set {
		return object{{"type", "array"}, {"contains", value}}
	}
	return value
}

func constOrEnum(values []any) object {
	if len(values) == 1 {
		return object{{"const", values[0]}}
	}
	return object{{"enum", values}}
}
