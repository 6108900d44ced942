package accounting

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// EntityFact is the fact that is always there: the kind of unit that books.
const EntityFact = "entity"

func bad(row, want string) error { return &TableError{Row: row, Want: want} }

func (t *Table) fillInputs() error {
	for i := range t.source.Inputs {
		in := &t.source.Inputs[i]
		f, err := ParseFormula(in.Name)
		switch {
		case err != nil || f.root.op != opName:
			return &TableError{"input " + in.Name, "a name of ASCII letters and digits, a small letter first", err}
		case in.Title.ZH == "" || in.Title.EN == "":
			return bad("input "+in.Name, "a title in both languages")
		case t.inputs[in.Name] != nil:
			return bad("input "+in.Name, "a name that the table does not have yet")
		}
		t.inputs[in.Name] = in
	}
	return nil
}

func (t *Table) fillFacts() error {
	entity := &Fact{Key: EntityFact, Title: text("单位类型", "kind of unit")}
	for _, e := range rule.Entities() {
		entity.Codes = append(entity.Codes, rule.Code{Code: string(e), Title: e.Title()})
	}
	t.facts[EntityFact] = entity
	for i := range t.source.Facts {
		f := &t.source.Facts[i]
		switch {
		case f.Key == "" || t.facts[f.Key] != nil:
			return bad("fact "+f.Key, "a key that the table does not have yet")
		case f.Title.ZH == "" || f.Title.EN == "" || len(f.Codes) == 0:
			return bad("fact "+f.Key, "a title in both languages, and codes")
		case f.Default != "" && !f.has(f.Default):
			return bad("fact "+f.Key, "a default that is one of its codes")
		case slices.ContainsFunc(f.Codes, func(c rule.Code) bool { return c.Code == "" || c.Title.ZH == "" || c.Title.EN == "" }):
			return bad("fact "+f.Key, "codes with titles in both languages")
		}
		t.facts[f.Key] = f
	}
	return nil
}

func (t *Table) fillRoles() error {
	for i := range t.source.Roles {
		r := &t.source.Roles[i]
		switch {
		case !isRole(r.Name) || t.roles[r.Name] != nil:
			return bad("role "+r.Name, "a name that begins with a letter and is not there yet")
		case r.Title.ZH == "" || r.Title.EN == "" || len(r.Cases) == 0:
			return bad("role "+r.Name, "a title in both languages, and cases")
		}
		for j := range r.Cases {
			c := &r.Cases[j]
			if a := t.chart.accounts[c.Account]; a.Code == "" || a.Book != r.Book {
				return bad("role "+r.Name, "an account of the chart and of its book, not "+c.Account)
			}
			for k := range c.When {
				if want := c.When[k].wrong(t.facts); want != "" {
					return bad("role "+r.Name, want)
				}
			}
		}
		t.roles[r.Name] = r
	}
	return nil
}

func (t *Table) fillTypes() error {
	for i := range t.source.Types {
		e := &t.source.Types[i]
		row := "event " + string(e.ID)
		switch {
		case e.ID == "" || t.types[e.ID] != nil:
			return bad(row, "an id that the table does not have yet")
		case e.Title.ZH == "" || e.Title.EN == "" || len(e.Basis) == 0 || e.Evidence == 0:
			return bad(row, "a title in both languages, a basis and its evidence")
		case slices.ContainsFunc(e.Basis, rule.Clause.IsZero):
			return bad(row, "clauses that there are")
		case len(e.Entries) == 0 && !e.Terms:
			return bad(row, "a voucher, or terms")
		}
		c := &compiled{EventType: *e}
		if err := t.compile(c, row); err != nil {
			return err
		}
		t.types[e.ID] = c
	}
	for i := range t.source.Types {
		for _, f := range t.source.Types[i].Then {
			if t.types[f.Kind] == nil || f.Suffix == "" {
				return bad("event "+string(t.source.Types[i].ID), "what follows as an event of the table, with a suffix")
			}
		}
	}
	return nil
}

func (t *Table) checkRefused() error {
	for _, r := range t.source.Refused {
		row := "event " + string(r.ID)
		switch {
		case r.ID == "" || t.types[r.ID] != nil:
			return bad(row, "a refused kind that the table does not book")
		case r.Title.ZH == "" || r.Title.EN == "" || r.Rule.ID == "" || len(r.Rule.Basis) == 0:
			return bad(row, "a title in both languages, and the rule that refuses it with its basis")
		}
	}
	if p := t.source.Residual; (p.Rule.ID == "") != (len(p.Documents) == 0) {
		return bad("residual value", "a rule and its documents, or neither")
	}
	return nil
}

func (t *Table) compile(c *compiled, row string) error {
	for i := range c.Requires {
		if c.Requires[i].Want.ZH == "" || c.Requires[i].Want.EN == "" {
			return bad(row, "what a requirement expects in both languages")
		}
		c.requires = append(c.requires, c.Requires[i].Condition)
	}
	if err := t.conditions(c, row, c.requires); err != nil {
		return err
	}
	for i := range c.Entries {
		tmpl := &c.Entries[i]
		if tmpl.Book != Financial && tmpl.Book != Budgetary || len(tmpl.Lines) < 2 {
			return bad(row, "vouchers with a book and two lines at least")
		}
		if err := t.conditions(c, row, tmpl.When); err != nil {
			return err
		}
		entry := compiledEntry{EntryTemplate: tmpl}
		for j := range tmpl.Lines {
			l, err := t.compileLine(c, row, tmpl, &tmpl.Lines[j])
			if err != nil {
				return err
			}
			entry.lines = append(entry.lines, l)
		}
		c.entries = append(c.entries, entry)
	}
	for _, name := range append(slices.Clone(c.inputs), c.Optional...) {
		if t.inputs[name] == nil {
			return bad(row, "an input of the table, not "+name)
		}
	}
	for _, name := range c.Optional {
		if !slices.Contains(c.inputs, name) {
			return bad(row, "a formula that names the optional input "+name)
		}
	}
	return t.prove(c, row)
}

func (t *Table) compileLine(c *compiled, row string, tmpl *EntryTemplate, l *LineTemplate) (compiledLine, error) {
	f, err := ParseFormula(l.Amount)
	if err != nil {
		return compiledLine{}, &TableError{row, "a formula for " + l.Account, err}
	}
	f.root.names(&c.inputs)
	line := compiledLine{LineTemplate: l, amount: f}
	if l.Side != Debit && l.Side != Credit {
		return line, bad(row, "a side for "+l.Account)
	}
	if isRole(l.Account) {
		line.role = t.roles[l.Account]
		if line.role == nil || line.role.Book != tmpl.Book {
			return line, bad(row, "a role of the table and the voucher's book, not "+l.Account)
		}
		for _, r := range line.role.Cases {
			if err := t.conditions(c, row, r.When); err != nil {
				return line, err
			}
		}
	} else if a := t.chart.accounts[l.Account]; a.Code == "" || a.Book != tmpl.Book {
		return line, bad(row, "an account of the chart and the voucher's book, not "+l.Account)
	}
	return line, t.conditions(c, row, l.When)
}

// conditions checks conditions and notes what they ask for.
func (t *Table) conditions(c *compiled, row string, all []Condition) error {
	for i := range all {
		if want := all[i].wrong(t.facts); want != "" {
			return bad(row, want)
		}
		all[i].inputs(&c.inputs)
		all[i].walk(func(o *Condition) {
			if o.kind == condIs && o.fact != EntityFact && !slices.Contains(c.facts, t.facts[o.fact]) {
				c.facts = append(c.facts, t.facts[o.fact])
			}
		})
	}
	return nil
}
