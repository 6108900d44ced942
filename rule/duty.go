package rule

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
)

// Duty is what someone owes to someone by a day, as data.
type Duty struct {
	ID        ID               `json:"id"`
	Title     Text             `json:"title"`              // what is owed
	Basis     []Clause         `json:"basis"`              //
	Evidence  Evidence         `json:"evidence"`           //
	Effective Period           `json:"effective,omitzero"` // applies to triggers dated in this period
	Owed      []Owed           `json:"owed"`               // by whom
	Entities  []Entity         `json:"entities,omitzero"`  // of these entities; none is all
	Trigger   calendar.Trigger `json:"trigger"`            // what starts the term
	Term      calendar.Term    `json:"term"`               // how long it runs
	Addressee Text             `json:"addressee,omitzero"` // to whom; empty where it is only kept
	Copy      []Text           `json:"copy,omitzero"`      // who gets a copy
	Judgement Text             `json:"judgement,omitzero"` // the choice made where the law is silent
}

// Owed says that a role owes a duty, and how firmly.
type Owed struct {
	Role  Role  `json:"role"`
	Force Force `json:"force"`
	Level bool  `json:"level,omitzero"` // to the finance department of the unit's own level, not to the duty's addressee
}

// Force is how firmly a duty is owed.
type Force string

// The forces.
const (
	ByText      Force = "byText"      // the text names the kind of unit
	ByReference Force = "byReference" // by reference or by other law: shown as advice
)

// OwedBy returns how firmly a role owes the duty; "" where it does not.
func (d Duty) OwedBy(r Role) Force {
	i := slices.IndexFunc(d.Owed, func(o Owed) bool { return o.Role == r })
	if i < 0 {
		return ""
	}
	return d.Owed[i].Force
}

// Binds reports whether the duty concerns units of an entity; one that is not
// known is concerned.
func (d Duty) Binds(e Entity) bool {
	return e == "" || len(d.Entities) == 0 || slices.Contains(d.Entities, e)
}

// Owes lists roles that owe a duty by its text.
func Owes(roles ...Role) []Owed {
	owed := make([]Owed, len(roles))
	for i, r := range roles {
		owed[i] = Owed{Role: r, Force: ByText}
	}
	return owed
}

func (d Duty) check() error {
	want := ""
	switch {
	case !d.ID.valid():
		want = "an id of the form package.what-is-owed"
	case !d.Title.complete(false):
		want = "a title in Chinese and English"
	case len(d.Basis) == 0 || slices.ContainsFunc(d.Basis, Clause.IsZero):
		want = "a basis"
	case d.Evidence < FullText || d.Evidence > Judgement:
		want = "the evidence of the basis"
	case len(d.Owed) == 0:
		want = "someone who owes it"
	case d.Term == calendar.Term{}:
		want = "a term that can be counted"
	case d.Trigger == calendar.Trigger{} && !d.Term.IsFixed():
		want = "a trigger"
	case !d.Addressee.complete(true), !d.Judgement.complete(true):
		want = "addressee and judgement in both languages"
	}
	if want != "" {
		return &TableError{d.ID, want}
	}
	return nil
}
