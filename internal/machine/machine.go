package machine

import (
	"cmp"
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
	Terminal   []string // statuses that end everything: with no procedure open no command need lead out
	Resting    []string // statuses in which, with no procedure open, a thing may stay for ever
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
	spec    Spec
	rows    []rule.Transition // every row written out, Any and Same resolved
	cases   map[moment][]int  // the rows of each case; several where their periods differ
	guards  map[rule.ID]Guard[C]
	reached []rule.Position // in a fixed order
	asked   [][]Guard[C]    // of each row, the guards it names
}

// moment is what a row answers: a command at a position.
type moment struct {
	at      rule.Position
	command string
}

// New checks a table and writes out its rows; what is wrong with it is an
// [*Error]. Refused are codes that are not listed, listed twice or used by no
// row; guards that do not exist; two rows for one case; a period that ends
// before it begins; a row that starts where nothing can come, or, written with
// Any, of whose cases none can occur; and a position from which no way leads to
// an end. An end is a terminal or resting status with no procedure open.
//
// Ways are judged in the order of time: a thing that has come to a position
// waits there, so that a later row may take it on, but no row leads back into
// the time of an earlier one. What guards say is not asked.
func New[C any](spec Spec, guards ...Guard[C]) (*Machine[C], error) {
	m := &Machine[C]{spec: spec, cases: map[moment][]int{}, guards: map[rule.ID]Guard[C]{}}
	for _, g := range guards {
		m.guards[g.Rule.ID] = g
	}
	if err := spec.checkCodes(); err != nil {
		return nil, err
	}
	var source []int // of each written-out row, the row it was written as
	for i, row := range spec.Rows {
		if err := m.checkRow(row); err != nil {
			return nil, err
		}
		for _, r := range spec.expand(row) {
			m.rows, source = append(m.rows, r), append(source, i)
		}
	}
	for i, r := range m.rows {
		m.cases[moment{r.From, r.Command}] = append(m.cases[moment{r.From, r.Command}], i)
		m.asked = append(m.asked, m.guardsOf(r))
	}
	if err := m.checkCases(); err != nil {
		return nil, err
	}
	w := m.ways()
	m.reached = w.positions(m.order)
	if err := m.checkUsed(w, source); err != nil {
		return nil, err
	}
	return m, m.checkEnds(w)
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
		for k := range m.asked[i] {
			g := &m.asked[i][k]
			if !g.Rule.Effective.Holds(on) {
				continue
			}
			if why := g.Check(c); !why.IsZero() {
				return rule.Transition{}, &rule.Refusal{
					Position: at, Command: command, On: on, Rule: g.Rule.ID, Why: why, Basis: g.Rule.Basis, Allowed: m.Allowed(at, on),
					Step: titleOf(m.spec.Commands, command), Where: m.title(at),
				}
			}
		}
		return *r, nil
	}
	return rule.Transition{}, m.refuse(at, command, on)
}

// guardsOf lists the guards that a row names, in its order.
func (m *Machine[C]) guardsOf(r rule.Transition) []Guard[C] {
	all := make([]Guard[C], len(r.Guards))
	for i, id := range r.Guards {
		all[i] = m.guards[id]
	}
	return all
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

// Positions lists every position that can be reached, whatever the guards say,
// in a fixed order.
func (m *Machine[C]) Positions() []rule.Position { return slices.Clone(m.reached) }

// order compares positions by the places of their codes in the lists.
func (m *Machine[C]) order(a, b rule.Position) int {
	place := func(codes []rule.Code, code string) int {
		return slices.IndexFunc(codes, func(c rule.Code) bool { return c.Code == code })
	}
	return cmp.Or(
		cmp.Compare(place(m.spec.Statuses, a.Status), place(m.spec.Statuses, b.Status)),
		cmp.Compare(place(m.spec.Procedures, a.Procedure), place(m.spec.Procedures, b.Procedure)),
		cmp.Compare(place(m.spec.Stages, a.Stage), place(m.spec.Stages, b.Stage)),
		cmp.Compare(a.String(), b.String()),
	)
}
