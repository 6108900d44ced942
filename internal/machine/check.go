package machine

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

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

// nameOf names a row, its period where it has one.
func nameOf(r rule.Transition) string {
	s := r.Command + " @ " + r.From.String()
	if r.Effective != (rule.Period{}) {
		s += " in " + r.Effective.String()
	}
	return s
}

// checkCodes refuses codes that are listed twice or mean something else, and a
// beginning or an end that is not listed.
func (s Spec) checkCodes() error {
	for _, list := range []struct {
		name  string
		codes []rule.Code
	}{{"status", s.Statuses}, {"procedure", s.Procedures}, {"stage", s.Stages}, {"command", s.Commands}} {
		for i, c := range list.codes {
			switch {
			case c.Code == "" || c.Code == rule.Any || c.Code == rule.Same:
				return &Error{s.Name, "", "a code for each " + list.name + ", not “" + c.Code + "”"}
			case has(list.codes[:i], c.Code):
				return &Error{s.Name, "", "the " + list.name + " " + c.Code + " listed once"}
			}
		}
	}
	ends := slices.Concat(s.Terminal, s.Resting)
	for i, status := range ends {
		switch {
		case !has(s.Statuses, status):
			return &Error{s.Name, "", "terminal and resting statuses that are listed, not " + status}
		case slices.Contains(ends[:i], status):
			return &Error{s.Name, "", "the terminal or resting status " + status + " listed once"}
		}
	}
	p := s.Initial
	if !has(s.Statuses, p.Status) || !whole(p) || p.Procedure != "" && !(has(s.Procedures, p.Procedure) && has(s.Stages, p.Stage)) {
		return &Error{s.Name, "", "an initial position that is listed, not " + p.String()}
	}
	return nil
}

// has reports whether a code is in a list, or one of the others.
func has(codes []rule.Code, code string, also ...string) bool {
	return slices.Contains(also, code) || slices.ContainsFunc(codes, func(c rule.Code) bool { return c.Code == code })
}

// whole reports whether a position names a procedure and its stage, or neither.
func whole(p rule.Position) bool { return (p.Procedure == "") == (p.Stage == "") }

// checkRow refuses a row that says less than a row must, or names codes that
// are not listed.
func (m *Machine[C]) checkRow(row rule.Transition) error {
	s := m.spec
	halved := func(r rule.Transition) bool { return !whole(r.From) || !whole(r.To) }
	want := ""
	switch {
	case !has(s.Commands, row.Command):
		want = "a command that is listed"
	case !has(s.Statuses, row.From.Status, rule.Any) || !has(s.Statuses, row.To.Status, rule.Same):
		want = "statuses that are listed"
	case !has(s.Procedures, row.From.Procedure, rule.Any, "") || !has(s.Procedures, row.To.Procedure, rule.Same, ""):
		want = "procedures that are listed"
	case !has(s.Stages, row.From.Stage, rule.Any, "") || !has(s.Stages, row.To.Stage, rule.Same, ""):
		want = "stages that are listed"
	case halved(row) || slices.ContainsFunc(s.expand(row), halved):
		want = "a procedure and a stage, or neither"
	case len(row.Basis) == 0 || row.Title.ZH == "" || row.Title.EN == "":
		want = "a title in both languages and a basis"
	case !row.Effective.To.IsZero() && row.Effective.From.After(row.Effective.To):
		want = "a period that begins before it ends"
	}
	for _, id := range row.Guards {
		if _, ok := m.guards[id]; !ok {
			want = "a guard for " + string(id)
		}
	}
	if want != "" {
		return &Error{s.Name, nameOf(row), want}
	}
	return nil
}

// checkCases refuses two rows for one case.
func (m *Machine[C]) checkCases() error {
	for i, a := range m.rows {
		for _, k := range m.cases[moment{a.From, a.Command}] {
			if k < i && a.Effective.Overlaps(m.rows[k].Effective) {
				return &Error{m.spec.Name, nameOf(a), "one row for one case"}
			}
		}
	}
	return nil
}

// checkUsed refuses rows that start where nothing can come while they are in
// force, and listed codes that nothing uses. source tells of each written-out
// row which row it was written as.
func (m *Machine[C]) checkUsed(w ways, source []int) error {
	live := make([]bool, len(m.spec.Rows))
	for i, used := range w.live {
		live[source[i]] = live[source[i]] || used
	}
	for i, row := range m.spec.Rows {
		if !live[i] {
			want := "a position that can be reached"
			if row.From.Status == rule.Any || row.From.Procedure == rule.Any {
				want = "some position that can be reached, of those that it stands for"
			}
			return &Error{m.spec.Name, nameOf(row), want}
		}
	}
	for _, list := range []struct {
		name  string
		codes []rule.Code
		of    func(rule.Position) string
	}{
		{"status", m.spec.Statuses, func(p rule.Position) string { return p.Status }},
		{"procedure", m.spec.Procedures, func(p rule.Position) string { return p.Procedure }},
		{"stage", m.spec.Stages, func(p rule.Position) string { return p.Stage }},
	} {
		for _, c := range list.codes {
			if !slices.ContainsFunc(m.reached, func(p rule.Position) bool { return list.of(p) == c.Code }) {
				return &Error{m.spec.Name, "", "a row that reaches the " + list.name + " " + c.Code}
			}
		}
	}
	for _, c := range m.spec.Commands {
		if !slices.ContainsFunc(m.spec.Rows, func(r rule.Transition) bool { return r.Command == c.Code }) {
			return &Error{m.spec.Name, "", "a row of the command " + c.Code}
		}
	}
	return nil
}

// checkEnds refuses positions from which no way leads to an end, at any time
// while rows are in force. Of those it tells the one from which fewest are left
// to go to, the trap that holds the others; the error names the row into it.
func (m *Machine[C]) checkEnds(w ways) error {
	var found *Error
	fewest := 0
	for k, s := range w.spans {
		for _, p := range m.reached {
			if len(s.rows) == 0 || !s.reached[p] || s.ending[p] {
				continue // where nothing is in force, nothing can be asked of it
			}
			ahead, leaves := m.ahead(w.spans[k:], p)
			if found != nil && ahead >= fewest {
				continue
			}
			want := "a way out of "
			if leaves {
				want = "a way to an end from "
			}
			want += p.String()
			if k > 0 {
				want += " from " + s.first.String() + " on"
			}
			found, fewest = &Error{m.spec.Name, m.into(w, p), want}, ahead
		}
	}
	if found == nil {
		return nil
	}
	return found
}

// ahead counts the positions that can be reached from p in the spans, p
// included, and tells whether a row leads on from p at all.
func (m *Machine[C]) ahead(spans []span, p rule.Position) (count int, leaves bool) {
	reached := map[rule.Position]bool{p: true}
	for _, s := range spans {
		m.follow(s.rows, reached, onward)
		leaves = leaves || slices.ContainsFunc(s.rows, func(i int) bool { return m.rows[i].From == p })
	}
	return len(reached), leaves
}

// into names a row that leads to a position from another; "" where nothing does.
func (m *Machine[C]) into(w ways, p rule.Position) string {
	for i, r := range m.rows {
		if r.To == p && r.From != p && w.live[i] {
			return nameOf(r)
		}
	}
	return ""
}
