package rule

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
)

// Document is a law, standard, notice or plan that clauses are cited from.
type Document struct {
	ID        string        `json:"id"`                 // what clauses cite: the number where it has one, else a short title
	Number    string        `json:"number,omitzero"`    // official number: 财会〔2016〕12号
	Title     Text          `json:"title"`              // official title
	Issuer    string        `json:"issuer,omitzero"`    // who issued it, in Chinese
	Signed    calendar.Date `json:"signed,omitzero"`    // date on the document
	Published calendar.Date `json:"published,omitzero"` // date of publication
	Effective Period        `json:"effective,omitzero"` // in force; open where no end is set
	Evidence  Evidence      `json:"evidence"`           // how much of it was read
	Note      Text          `json:"note,omitzero"`      // what is doubtful or missing
}

// Documents returns every document that this module cites or is bound by, in
// the order of the table.
func Documents() []Document { return documents() }

// DocumentByID returns the document that clauses cite by an id.
func DocumentByID(id string) (Document, bool) {
	all := documents()
	i := slices.IndexFunc(all, func(d Document) bool { return d.ID == id })
	if i < 0 {
		return Document{}, false
	}
	return all[i], true
}

// Grounded reports whether a basis is there and every clause of it stands in a
// document of [Documents].
func Grounded(basis []Clause) bool {
	for _, c := range basis {
		if _, ok := DocumentByID(c.Doc); !ok {
			return false
		}
	}
	return len(basis) > 0
}
