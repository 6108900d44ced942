package machine

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Spec is a state table with the codes it uses.
type Spec struct {
	Name       string
	Title      rule.Text
	Initial    rule.Position
	Statuses   []rule.Code
	Procedures []rule.Code // none: the table has one dimension
	Stages     []rule.Code
	Commands   []rule.Code
	Terminal   []string // statuses from which no command need lead
	Rows       []rule.Transition
}

// Guard judges a command by a rule. It returns what refuses it, the zero Text
// if nothing does.
type Guard[C any] struct {
	Rule  rule.Rule
	Check func(C) rule.Text
}

// Machine answers by a table. It is immutable and safe for concurrent use.
type Machine[C any] struct {
	spec   Spec
	rows   []rule.Transition // every row written out, Any and Same resolved
	cases  map[moment][]int  // the rows of each case; several where their periods differ
	guards map[rule.ID]Guard[C]
}

// moment is what a row answers: a command at a position.
type moment struct {
	at      rule.Position
	command string
}

// Error is a table that contradicts itself.
type Error struct {
	Table string
	Row   string // the row's command and position; "" for the table itself
	Want  string
}

// Error names the row and what was expected.
func (e *Error) Error() string {
	s := "machine: table " + e.Table
	if e.Row != "" {
		s += ", row " + e.Row
	}
	return s + ": want " + e.Want
}

// New checks a table and writes out its rows. Two rows for one case, codes that
// are not listed, guards that do not exist, positions that cannot be reached,
// and dead ends are refused.
func New[C any](spec Spec, guards ...Guard[C]) (*Machine[C], error) {
	m := &Machine[C]{spec: spec, cases: map[moment][]int{}, guards: map[rule.ID]Guard[C]{}}
	for _, g := range guards {
		m.guards[g.Rule.ID] = g
	}
	for _, row := range spec.Rows {
		if err := m.checkRow(row); err != nil {
			return nil, err
		}
		m.rows = append(m.rows, spec.expand(row)...)
	}
	for i, r := range m.rows {
		m.cases[moment{r.From, r.Command}] = append(m.cases[moment{r.From, r.Command}], i)
	}
	if err := m.checkCases(); err != nil {
		return nil, err
	}
	return m, m.checkReach()
}

// Must is New for tables written in source code; it panics where New returns an
// error.
func Must[C any](spec Spec, guards ...Guard[C]) *Machine[C] {
	m, err := New(spec, guards...)
	if err != nil {
		panic(err)
	}
	return m
}

// Initial is where everything begins.
func (m *Machine[C]) Initial() rule.Position { return m.spec.Initial }

// Rows lists every row, written out.
func (m *Machine[C]) Rows() []rule.Transition { return slices.Clone(m.rows) }

// Title names a position by the titles of its codes.
func (m *Machine[C]) Title(p rule.Position) rule.Text { return m.title(p) }

// Commands lists the commands of the table.
func (m *Machine[C]) Commands() []rule.Code { return slices.Clone(m.spec.Commands) }

// Rules lists the rules of the guards that the table uses, in the order of the
// rows.
func (m *Machine[C]) Rules() []rule.Rule {
	var rules []rule.Rule
	for _, row := range m.spec.Rows {
		for _, id := range row.Guards {
			if !slices.ContainsFunc(rules, func(r rule.Rule) bool { return r.ID == id }) {
				rules = append(rules, m.guards[id].Rule)
			}
		}
	}
	return rules
}

// Allowed lists the commands that have a row at a position on a day, whatever
// their guards say.
func (m *Machine[C]) Allowed(at rule.Position, on calendar.Date) []string {
	var commands []string
	for i := range m.rows {
		if r := &m.rows[i]; r.From == at && r.Effective.Holds(on) && !slices.Contains(commands, r.Command) {
			commands = append(commands, r.Command)
		}
	}
	return commands
}

// Row returns the row of a command at a position on a day, whatever its guards
// say, and whether there is one.
func (m *Machine[C]) Row(at rule.Position, command string, on calendar.Date) (rule.Transition, bool) {
	for _, i := range m.cases[moment{at, command}] {
		if m.rows[i].Effective.Holds(on) {
			return m.rows[i], true
		}
	}
	return rule.Transition{}, false
}

// Apply finds the row of a command and asks its guards. It returns the row, or
// a [*rule.Refusal].
func (m *Machine[C]) Apply(at rule.Position, command string, on calendar.Date, c C) (rule.Transition, error) {
	for _, i := range m.cases[moment{at, command}] {
		r := &m.rows[i]
		if !r.Effective.Holds(on) {
			continue
		}
		for _, id := range r.Guards {
			g := m.guards[id]
			if !g.Rule.Effective.Holds(on) {
				continue
			}
			if why := g.Check(c); !why.IsZero() {
				return rule.Transition{}, &rule.Refusal{
					Position: at, Command: command, On: on, Rule: id, Why: why, Basis: g.Rule.Basis, Allowed: m.Allowed(at, on),
					Step: titleOf(m.spec.Commands, command), Where: m.title(at),
				}
			}
		}
		return *r, nil
	}
	return rule.Transition{}, m.refuse(at, command, on)
}

// refuse says that no row has the command.
func (m *Machine[C]) refuse(at rule.Position, command string, on calendar.Date) error {
	r := &rule.Refusal{Position: at, Command: command, On: on, Allowed: m.Allowed(at, on), Why: rule.Text{
		ZH: "当前状态（" + m.title(at).ZH + "）下没有这一步骤",
		EN: "there is no such step at " + m.title(at).EN,
	}, Step: titleOf(m.spec.Commands, command), Where: m.title(at)}
	if !slices.ContainsFunc(m.spec.Commands, func(c rule.Code) bool { return c.Code == command }) {
		r.Why = rule.Text{ZH: "没有这一命令", EN: "there is no such command"}
	}
	return r
}

// title names a position by the titles of its codes.
func (m *Machine[C]) title(p rule.Position) rule.Text {
	t := titleOf(m.spec.Statuses, p.Status)
	if p.Procedure == "" {
		return t
	}
	procedure, stage := titleOf(m.spec.Procedures, p.Procedure), titleOf(m.spec.Stages, p.Stage)
	return rule.Text{
		ZH: t.ZH + "，" + procedure.ZH + "：" + stage.ZH,
		EN: t.EN + ", " + procedure.EN + ": " + stage.EN,
	}
}

func titleOf(codes []rule.Code, code string) rule.Text {
	for _, c := range codes {
		if c.Code == code {
			return c.Title
		}
	}
	return rule.Text{ZH: code, EN: code}
}

// expand writes a row out for every code that Any stands for.
func (s Spec) expand(row rule.Transition) []rule.Transition {
	var rows []rule.Transition
	for _, status := range s.codes(s.Statuses, row.From.Status) {
		for _, procedure := range s.codes(s.Procedures, row.From.Procedure) {
			for _, stage := range s.codes(s.Stages, row.From.Stage) {
				r := row
				r.From = rule.Position{Status: status, Procedure: procedure, Stage: stage}
				r.To = rule.Position{
					Status: same(row.To.Status, status), Procedure: same(row.To.Procedure, procedure), Stage: same(row.To.Stage, stage),
				}
				rows = append(rows, r)
			}
		}
	}
	return rows
}

func (s Spec) codes(all []rule.Code, code string) []string {
	if code != rule.Any {
		return []string{code}
	}
	var codes []string
	for _, c := range all {
		codes = append(codes, c.Code)
	}
	return codes
}

func same(to, from string) string {
	if to == rule.Same {
		return from
	}
	return to
}

// checkRow refuses a row that says less than a row must, or names codes that
// are not listed.
func (m *Machine[C]) checkRow(row rule.Transition) error {
	name := fmt.Sprintf("%s @ %s", row.Command, row.From)
	listed := func(codes []rule.Code, code string, also ...string) bool {
		return slices.Contains(also, code) || slices.ContainsFunc(codes, func(c rule.Code) bool { return c.Code == code })
	}
	s := m.spec
	want := ""
	switch {
	case !listed(s.Commands, row.Command):
		want = "a command that is listed"
	case !listed(s.Statuses, row.From.Status, rule.Any) || !listed(s.Statuses, row.To.Status, rule.Same):
		want = "statuses that are listed"
	case !listed(s.Procedures, row.From.Procedure, rule.Any, "") || !listed(s.Procedures, row.To.Procedure, rule.Same, ""):
		want = "procedures that are listed"
	case !listed(s.Stages, row.From.Stage, rule.Any, "") || !listed(s.Stages, row.To.Stage, rule.Same, ""):
		want = "stages that are listed"
	case (row.From.Procedure == "") != (row.From.Stage == "") || (row.To.Procedure == "") != (row.To.Stage == ""):
		want = "a procedure and a stage, or neither"
	case len(row.Basis) == 0 || row.Title.ZH == "" || row.Title.EN == "":
		want = "a title in both languages and a basis"
	}
	for _, id := range row.Guards {
		if _, ok := m.guards[id]; !ok {
			want = "a guard for " + string(id)
		}
	}
	if want != "" {
		return &Error{s.Name, name, want}
	}
	return nil
}

// checkCases refuses two rows for one case.
func (m *Machine[C]) checkCases() error {
	for i, a := range m.rows {
		for _, k := range m.cases[moment{a.From, a.Command}] {
			if k < i && a.Effective.Overlaps(m.rows[k].Effective) {
				return &Error{m.spec.Name, fmt.Sprintf("%s @ %s", a.Command, a.From), "one row for one case"}
			}
		}
	}
	return nil
}

// checkReach refuses rows that start where nothing can come, listed statuses
// that nothing reaches, and ends that are not terminal.
func (m *Machine[C]) checkReach() error {
	reached := m.Positions()
	for _, r := range m.rows {
		if !slices.Contains(reached, r.From) && !m.fromAny(r) {
			return &Error{m.spec.Name, fmt.Sprintf("%s @ %s", r.Command, r.From), "a position that can be reached"}
		}
	}
	for _, c := range m.spec.Statuses {
		if !slices.ContainsFunc(reached, func(p rule.Position) bool { return p.Status == c.Code }) {
			return &Error{m.spec.Name, "", "a row that reaches the status " + c.Code}
		}
	}
	for _, p := range reached {
		if !slices.Contains(m.spec.Terminal, p.Status) && !slices.ContainsFunc(m.rows, func(r rule.Transition) bool { return r.From == p }) {
			return &Error{m.spec.Name, "", "a way out of " + p.String()}
		}
	}
	return nil
}

// fromAny reports whether a row was written with Any, so that some of what it
// stands for may not occur.
func (m *Machine[C]) fromAny(r rule.Transition) bool {
	return slices.ContainsFunc(m.spec.Rows, func(o rule.Transition) bool {
		return o.Command == r.Command && (o.From.Status == rule.Any || o.From.Procedure == rule.Any || o.From.Stage == rule.Any)
	})
}

// Positions lists every position that can be reached, whatever the guards say,
// in a fixed order.
func (m *Machine[C]) Positions() []rule.Position {
	reached := []rule.Position{m.spec.Initial}
	for i := 0; i < len(reached); i++ {
		for _, r := range m.rows {
			if r.From == reached[i] && !slices.Contains(reached, r.To) {
				reached = append(reached, r.To)
			}
		}
	}
	slices.SortFunc(reached, func(a, b rule.Position) int {
		return cmp.Or(m.order(a, b), cmp.Compare(a.String(), b.String()))
	})
	return reached
}

// order compares positions by the places of their codes in the lists.
func (m *Machine[C]) order(a, b rule.Position) int {
	place := func(codes []rule.Code, code string) int {
		return slices.IndexFunc(codes, func(c rule.Code) bool { return c.Code == code })
	}
	return cmp.Or(
		cmp.Compare(place(m.spec.Statuses, a.Status), place(m.spec.Statuses, b.Status)),
		cmp.Compare(place(m.spec.Procedures, a.Procedure), place(m.spec.Procedures, b.Procedure)),
		cmp.Compare(place(m.spec.Stages, a.Stage), place(m.spec.Stages, b.Stage)),
	)
}
