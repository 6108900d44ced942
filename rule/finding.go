package rule

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Finding is one thing that a rule found about a record.
type Finding struct {
	Rule     ID       `json:"rule"`
	Title    Text     `json:"title"`           // the rule's requirement
	Severity Severity `json:"severity"`        //
	Path     string   `json:"path"`            // RFC 6901 JSON Pointer into the record; "" is the record itself
	Value    string   `json:"value,omitzero"`  // what was found there, at most 64 runes
	Message  Text     `json:"message"`         // what is wrong with this value, and what was expected
	Fix      Text     `json:"fix,omitzero"`    // what to do
	Basis    []Clause `json:"basis"`           // the rule's clauses
	Source   Source   `json:"source,omitzero"` // where the value stands in a file, if it came from one
	Row      int      `json:"row,omitzero"`    // which record, from 1; 0 where there is only one
	Place    int      `json:"-"`               // place of the field in its table, for the order
}

// Source is a place in a file.
type Source struct {
	File    string `json:"file,omitzero"`
	Line    int    `json:"line,omitzero"`    // from 1
	Column  int    `json:"column,omitzero"`  // from 1; in CSV the cell, in JSON the character
	Heading string `json:"heading,omitzero"` // the column's heading as the file has it
}

// String prints the place as file:line:column.
func (s Source) String() string {
	out := s.File
	if s.Line > 0 {
		out += ":" + strconv.Itoa(s.Line)
	}
	if s.Column > 0 {
		out += ":" + strconv.Itoa(s.Column)
	}
	if s.Heading != "" {
		out += " " + s.Heading
	}
	return strings.TrimPrefix(out, ":")
}

// Compare orders findings by row, place in the table, rule and path.
func (f Finding) Compare(g Finding) int {
	return cmp.Or(
		cmp.Compare(f.Row, g.Row),
		cmp.Compare(f.Place, g.Place),
		cmp.Compare(f.Rule, g.Rule),
		cmp.Compare(f.Path, g.Path),
	)
}

// In tells the finding in one language: severity, place, message, what to do,
// basis.
func (f Finding) In(l Language) string {
	var b strings.Builder
	b.WriteString(f.Severity.Title().In(l))
	if where := f.Source.String(); where != "" {
		b.WriteString(" " + where)
	}
	if f.Path != "" {
		b.WriteString(" " + f.Path)
	}
	stop, open, shut := "：", "（", "）"
	if l == English {
		stop, open, shut = ": ", " (", ")"
	}
	b.WriteString(stop + f.Message.In(l))
	if !f.Fix.IsZero() {
		if l == English {
			b.WriteString(" ")
		}
		b.WriteString(f.Fix.In(l))
	}
	if len(f.Basis) > 0 {
		b.WriteString(open)
		for i, c := range f.Basis {
			if i > 0 {
				b.WriteString("; ")
			}
			b.WriteString(c.String())
		}
		b.WriteString(shut)
	}
	return b.String()
}

// Pointer returns a JSON Pointer (RFC 6901) made of member names and, as
// decimal numbers, indexes.
func Pointer(tokens ...string) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteByte('/')
		b.WriteString(escape(t))
	}
	return b.String()
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

func escape(token string) string {
	if !strings.ContainsAny(token, "~/") {
		return token
	}
	return pointerEscapes.Replace(token)
}

func sortFindings(f []Finding) { slices.SortStableFunc(f, Finding.Compare) }
