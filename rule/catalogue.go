package rule

import "slices"

// Catalogue is what a package carries, each entry with its clauses. A package
// derives it from its own tables.
type Catalogue struct {
	Rules   []Rule   `json:"rules"`
	Duties  []Duty   `json:"duties"`
	Items   []Item   `json:"items"`
	Choices []Choice `json:"choices,omitzero"` // where the package's policies are chosen
}

// Item is a thing other than a rule or a duty that carries a clause.
type Item struct {
	ID        ID       `json:"id"`
	Kind      Kind     `json:"kind"`
	Title     Text     `json:"title"`
	Basis     []Clause `json:"basis"`
	Judgement Text     `json:"judgement,omitzero"`
}

// Kind is the form in which a clause is carried.
type Kind string

// The kinds. Rules and duties have lists of their own in a catalogue.
const (
	KindRule        Kind = "rule"        // checkable, cites its clause
	KindDuty        Kind = "duty"        // who owes what to whom by when
	KindField       Kind = "field"       // a field of a record
	KindState       Kind = "state"       // a row of a state table
	KindEntry       Kind = "entry"       // a journal voucher
	KindCalculation Kind = "calculation" // a computation
	KindReference   Kind = "reference"   // a document, a list, a table of codes
)

// Merge joins catalogues, in order.
func Merge(catalogues ...Catalogue) Catalogue {
	var all Catalogue
	for _, c := range catalogues {
		all.Rules = append(all.Rules, c.Rules...)
		all.Duties = append(all.Duties, c.Duties...)
		all.Items = append(all.Items, c.Items...)
		all.Choices = append(all.Choices, c.Choices...)
	}
	return all
}

// Carrier is an entry of a catalogue that rests on a clause.
type Carrier struct {
	ID    ID   `json:"id"`
	Kind  Kind `json:"kind"`
	Title Text `json:"title"`
}

// ByClause lists what rests on the clause with a key, such as GX-4.2.2.
func (c Catalogue) ByClause(key string) []Carrier {
	var all []Carrier
	add := func(id ID, kind Kind, title Text, basis []Clause) {
		if slices.ContainsFunc(basis, func(b Clause) bool { return b.Key == key }) {
			all = append(all, Carrier{id, kind, title})
		}
	}
	for _, r := range c.Rules {
		add(r.ID, KindRule, r.Title, r.Basis)
	}
	for _, d := range c.Duties {
		add(d.ID, KindDuty, d.Title, d.Basis)
	}
	for _, i := range c.Items {
		add(i.ID, i.Kind, i.Title, i.Basis)
	}
	return all
}

// ByRule lists the clauses that the entry with an id rests on: of a rule or a
// duty that returns in another period, those of every period; none where there
// is no such entry.
func (c Catalogue) ByRule(id ID) []Clause {
	var all []Clause
	add := func(entry ID, basis []Clause) {
		for _, b := range basis {
			if entry == id && !slices.Contains(all, b) {
				all = append(all, b)
			}
		}
	}
	for _, r := range c.Rules {
		add(r.ID, r.Basis)
	}
	for _, d := range c.Duties {
		add(d.ID, d.Basis)
	}
	for _, i := range c.Items {
		add(i.ID, i.Basis)
	}
	return all
}

// Check refuses a catalogue with an entry that is incomplete, cites a document
// that is not in [Documents], has an id twice in overlapping periods, says
// nothing in one of the languages, or a choice of a policy that there is not.
// Documents of a caller's own may be cited beside those of the table. The error
// is a [*TableError].
func (c Catalogue) Check(own ...Document) error {
	seen := map[ID][]Period{}
	known := map[string]bool{}
	for _, d := range append(documents(), own...) {
		known[d.ID] = true
	}
	entry := func(id ID, p Period, basis []Clause) error {
		for _, q := range seen[id] {
			if q.Overlaps(p) {
				return &TableError{id, "an id used once, or in periods that do not overlap"}
			}
		}
		seen[id] = append(seen[id], p)
		for _, b := range basis {
			if !known[b.Doc] {
				return &TableError{id, "a basis in the table of documents, not " + b.String()}
			}
		}
		return nil
	}
	for _, r := range c.Rules {
		if err := r.check(); err != nil {
			return err
		}
		if err := entry(r.ID, r.Effective, r.Basis); err != nil {
			return err
		}
	}
	for _, d := range c.Duties {
		if err := d.check(); err != nil {
			return err
		}
		if err := entry(d.ID, d.Effective, d.Basis); err != nil {
			return err
		}
	}
	for _, i := range c.Items {
		if !i.ID.valid() || !i.Title.complete(false) || i.Kind == "" || len(i.Basis) == 0 {
			return &TableError{i.ID, "an id, a kind, a title in both languages and a basis"}
		}
		if err := entry(i.ID, Period{}, i.Basis); err != nil {
			return err
		}
	}
	for _, x := range c.Choices {
		if err := x.check(); err != nil {
			return err
		}
	}
	return nil
}
