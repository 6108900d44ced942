package accounting

import (
	"fmt"
	"iter"
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// Table is a checked table of events over a chart, immutable and safe for
// concurrent use. [NewTable] makes one.
type Table struct {
	chart  *Chart
	source Events
	inputs map[string]*Input
	facts  map[string]*Fact
	roles  map[string]*Role
	types  map[rule.ID]*compiled
}

// compiled is an event type with its formulas read.
type compiled struct {
	EventType
	entries  []compiledEntry
	requires []Condition
	inputs   []string // that formulas and conditions name
	facts    []*Fact  // that roles and conditions ask for
	proven   bool     // balances for all inputs
}

type compiledEntry struct {
	*EntryTemplate
	lines []compiledLine
}

type compiledLine struct {
	*LineTemplate
	amount Formula
	role   *Role
}

// TableError is a table of events that contradicts itself or its chart.
type TableError struct {
	Row  string // the event type, role, input or fact
	Want string
	Err  error
}

// Error names the row and what was expected.
func (e *TableError) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("accounting: table row %s: want %s: %v", e.Row, e.Want, e.Err)
	}
	return fmt.Sprintf("accounting: table row %s: want %s", e.Row, e.Want)
}

// Unwrap returns the cause.
func (e *TableError) Unwrap() error { return e.Err }

// NewTable checks a table of events: that every formula reads and names inputs
// of the table, every account is in the chart and of the voucher's book, every
// role, fact and code is there, nothing is without title or basis, and that each
// voucher balances for all inputs as far as that can be proven (see
// [Table.Unproven]). Errors are [*TableError].
func NewTable(chart *Chart, e Events) (*Table, error) {
	t := &Table{
		chart: chart, source: e.clone(), inputs: map[string]*Input{}, facts: map[string]*Fact{},
		roles: map[string]*Role{}, types: map[rule.ID]*compiled{},
	}
	for _, fill := range []func() error{t.fillInputs, t.fillFacts, t.fillRoles, t.fillTypes, t.checkRefused} {
		if err := fill(); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// With returns the table with rows added. A row whose name or id is in the
// table replaces it. Errors are [*TableError].
func (t *Table) With(e Events) (*Table, error) {
	next := t.source.clone()
	next.Inputs = merge(next.Inputs, e.Inputs, func(i Input) string { return i.Name })
	next.Facts = merge(next.Facts, e.Facts, func(f Fact) string { return f.Key })
	next.Roles = merge(next.Roles, e.Roles, func(r Role) string { return r.Name })
	next.Types = merge(next.Types, e.Types, func(t EventType) string { return string(t.ID) })
	next.Refused = merge(next.Refused, e.Refused, func(r Refused) string { return string(r.ID) })
	if e.Residual.Rule.ID != "" {
		next.Residual = e.clone().Residual
	}
	return NewTable(t.chart, next)
}

// On returns the table over another chart: one to which a unit has added its
// own accounts. Errors are [*TableError].
func (t *Table) On(chart *Chart) (*Table, error) { return NewTable(chart, t.source) }

func merge[T any](rows, more []T, key func(T) string) []T {
	for _, row := range more {
		if i := slices.IndexFunc(rows, func(r T) bool { return key(r) == key(row) }); i >= 0 {
			rows[i] = row
		} else {
			rows = append(rows, row)
		}
	}
	return rows
}

// Chart returns the accounts that the table posts to.
func (t *Table) Chart() *Chart { return t.chart }

// Type returns an event type by its id.
func (t *Table) Type(id rule.ID) (EventType, bool) {
	c, ok := t.types[id]
	if !ok {
		return EventType{}, false
	}
	return c.EventType.clone(), true
}

// Types yields the event types in the order of the table.
func (t *Table) Types() iter.Seq[EventType] {
	return func(yield func(EventType) bool) {
		for _, e := range t.source.Types {
			if !yield(e.clone()) {
				return
			}
		}
	}
}

// Asks lists the inputs that an event type names, and the facts that it
// depends on, in the order in which its formulas and conditions name them: what a
// form asks for.
func (t *Table) Asks(id rule.ID) (inputs []Input, facts []Fact) {
	c := t.types[id]
	if c == nil {
		return nil, nil
	}
	for _, name := range c.inputs {
		inputs = append(inputs, *t.inputs[name])
	}
	for _, f := range c.facts {
		facts = append(facts, f.clone())
	}
	return inputs, facts
}

// Unproven lists the event types with a voucher whose balance depends on the
// amounts that its conditions compare, or that has more than ten conditions. They
// are checked when an event is posted.
func (t *Table) Unproven() []rule.ID {
	var ids []rule.ID
	for _, e := range t.source.Types {
		if !t.types[e.ID].proven {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// Items lists the event types as a catalogue does.
func (t *Table) Items() []rule.Item {
	items := make([]rule.Item, len(t.source.Types))
	for i, e := range t.source.Types {
		items[i] = e.Item()
	}
	return items
}

func (e Events) clone() Events {
	e.Inputs, e.Roles, e.Facts = slices.Clone(e.Inputs), slices.Clone(e.Roles), slices.Clone(e.Facts)
	for i := range e.Facts {
		e.Facts[i] = e.Facts[i].clone()
	}
	for i := range e.Roles {
		e.Roles[i].Cases = slices.Clone(e.Roles[i].Cases)
	}
	types := make([]EventType, len(e.Types))
	for i, t := range e.Types {
		types[i] = t.clone()
	}
	e.Types = types
	e.Refused, e.Residual.Documents = slices.Clone(e.Refused), slices.Clone(e.Residual.Documents)
	return e
}

func (f Fact) clone() Fact {
	f.Codes = slices.Clone(f.Codes)
	return f
}

func (t EventType) clone() EventType {
	t.Basis, t.Entities, t.Documents = slices.Clone(t.Basis), slices.Clone(t.Entities), slices.Clone(t.Documents)
	t.Optional, t.Requires, t.Then = slices.Clone(t.Optional), slices.Clone(t.Requires), slices.Clone(t.Then)
	t.Moves, t.Entries = slices.Clone(t.Moves), slices.Clone(t.Entries)
	for i := range t.Entries {
		t.Entries[i].Lines = slices.Clone(t.Entries[i].Lines)
	}
	return t
}
