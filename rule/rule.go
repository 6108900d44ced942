package rule

import (
	"slices"
	"strings"
)

// ID names a rule, a duty or an item: package, dot, and what is required, such
// as registry.before-supply. It never changes its meaning and is never reused.
type ID string

// Rule is what the law asks of a record, as data. What judges by it is a
// [Check].
type Rule struct {
	ID        ID       `json:"id"`
	Title     Text     `json:"title"`              // the requirement in one line
	Basis     []Clause `json:"basis"`              // the clauses it rests on
	Evidence  Evidence `json:"evidence"`           // how sure it is
	Severity  Severity `json:"severity"`           // what a breach means
	Effective Period   `json:"effective,omitzero"` // applies to facts dated in this period
	Roles     []Role   `json:"roles,omitzero"`     // for whom; none is all
	Entities  []Entity `json:"entities,omitzero"`  // for whom; none is all
	Judgement Text     `json:"judgement,omitzero"` // the choice made where the law is silent
}

// clone returns a copy that shares no slice with r.
func (r Rule) clone() Rule {
	r.Basis, r.Roles, r.Entities = slices.Clone(r.Basis), slices.Clone(r.Roles), slices.Clone(r.Entities)
	return r
}

// binds reports whether the rule holds for the kind of holder. A context that
// does not say who is asked is bound by all.
func (r Rule) binds(c Context) bool {
	return (len(r.Roles) == 0 || c.Role == "" || slices.Contains(r.Roles, c.Role)) &&
		(len(r.Entities) == 0 || c.Entity == "" || slices.Contains(r.Entities, c.Entity))
}

// check refuses a row that says less than a row must.
func (r Rule) check() error {
	want := ""
	switch {
	case !r.ID.valid():
		want = "an id of the form package.what-is-required"
	case !r.Title.complete(false):
		want = "a title in Chinese and English"
	case len(r.Basis) == 0 || slices.ContainsFunc(r.Basis, Clause.IsZero):
		want = "a basis"
	case r.Evidence < FullText || r.Evidence > Judgement:
		want = "the evidence of the basis"
	case r.Severity < Blocking || r.Severity > Note:
		want = "a severity"
	case !r.Judgement.complete(true):
		want = "the judgement in both languages"
	case r.Evidence == Judgement && r.Judgement.IsZero():
		want = "the judgement in words, since the evidence is a judgement"
	}
	if want != "" {
		return &TableError{r.ID, want}
	}
	return nil
}

// valid reports whether the id has a package and a name in ASCII.
func (id ID) valid() bool {
	pkg, name, ok := strings.Cut(string(id), ".")
	return ok && pkg != "" && name != "" && !strings.ContainsFunc(string(id), func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune(".-/", r))
	})
}
