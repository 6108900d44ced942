package rule

import "strings"

// Clause is a place in a document: the basis of a rule, a duty, a field, a
// voucher. The zero Clause is none.
type Clause struct {
	Doc   string // the [Document]'s ID, its number where it has one: 桂财资〔2025〕15号
	Place string // the place in the document's own counting: 四(二), 第13条, 1701 三(一)4
	Key   string // our id of the clause, if it has one: GX-4.2.2
}

// In returns the clause at a place of a document.
func In(doc, place string) Clause { return Clause{Doc: doc, Place: place} }

// IsZero reports whether the clause is none.
func (c Clause) IsZero() bool { return c == Clause{} }

// String prints the document and its own place first, our key in brackets:
// 桂财资〔2025〕15号 四(二) [GX-4.2.2].
func (c Clause) String() string {
	s := c.Doc
	if c.Place != "" {
		s += " " + c.Place
	}
	if c.Key != "" {
		s += " [" + c.Key + "]"
	}
	return s
}

// MarshalText returns the form of [Clause.String].
func (c Clause) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the form of [Clause.String].
func (c *Clause) UnmarshalText(b []byte) error {
	s := string(b)
	var v Clause
	if rest, key, ok := strings.Cut(s, " ["); ok {
		if !strings.HasSuffix(key, "]") {
			return &ValueError{Value: s, Want: "a document, a place and a key in brackets"}
		}
		s, v.Key = rest, strings.TrimSuffix(key, "]")
	}
	v.Doc, v.Place, _ = strings.Cut(s, " ")
	*c = v
	return nil
}
