package record

// Type is what a field holds. The types are a closed set, so that Go, JSON
// Schema, headings and documentation mean the same by each.
type Type interface{ isType() }

// The scalar types. In JSON each is a string but Integer and Boolean; in a
// table cell each is its text.
type (
	// Text is free text, with a limit in code points.
	Text struct {
		Max   int   // code points; required
		Shape Shape // what it must look like
		Lines bool  // may have several lines
	}
	// Code is one code of a list.
	Code struct{ List CodeList }
	// Date is a day, 2006-01-02; calendar.Date in Go.
	Date struct{}
	// Month is a month, 2006-01; calendar.Month in Go.
	Month struct{}
	// Amount is yuan with two decimals; money.Amount in Go.
	Amount struct {
		Signed bool // may be negative
	}
	// Ratio is a share or rate to eight places, 0.06; money.Ratio in Go.
	Ratio struct {
		Min, Max string // bounds, both included; "" is none
	}
	// Integer is a whole number, a JSON number; Opt[int64] in Go.
	Integer struct{ Min, Max int64 } // bounds, both included; both 0: 0 to 2^53−1
	// Boolean is yes or no, a JSON boolean; Opt[bool] in Go.
	Boolean struct{}
	// Identifier is a text with a check of its own.
	Identifier struct{ Scheme Scheme }
)

// The composite types.
type (
	// Codes is a set of codes of a list: a JSON array without repetition.
	Codes struct {
		List CodeList
		Max  int // how many; 0 is as many as the list has
	}
	// List is an array: of scalars where Element is set, else of records.
	List struct {
		Min, Max int        // how many, both included; Max is required
		Element  Type       // scalar type of the elements
		Of       Definition // record of the elements; filled in from the accessor
	}
	// Nested is a record within the record. It is absent when all its fields are.
	Nested struct {
		Of Definition // filled in from the accessor
	}
	// Chosen is a choice within the record.
	Chosen struct {
		Of Definition // filled in from the accessor
	}
)

func (Text) isType()       {}
func (Code) isType()       {}
func (Codes) isType()      {}
func (Date) isType()       {}
func (Month) isType()      {}
func (Amount) isType()     {}
func (Ratio) isType()      {}
func (Integer) isType()    {}
func (Boolean) isType()    {}
func (Identifier) isType() {}
func (List) isType()       {}
func (Nested) isType()     {}
func (Chosen) isType()     {}

// maxInteger keeps whole numbers exact in programs that read JSON numbers as
// binary floating point.
const maxInteger = 1<<53 - 1

// Bounds returns the least and greatest value.
func (i Integer) Bounds() (least, greatest int64) {
	if i.Min == 0 && i.Max == 0 {
		return 0, maxInteger
	}
	return i.Min, i.Max
}

// Opt is a whole number or a boolean that may be absent. The zero Opt is.
type Opt[V int64 | bool] struct {
	v       V
	present bool
}

// Some returns a value that is present.
func Some[V int64 | bool](v V) Opt[V] { return Opt[V]{v, true} }

// Get returns the value, and whether there is one.
func (o Opt[V]) Get() (V, bool) { return o.v, o.present }

// Or returns the value, or another where there is none.
func (o Opt[V]) Or(v V) V {
	if o.present {
		return o.v
	}
	return v
}

// Present reports whether there is a value.
func (o Opt[V]) Present() bool { return o.present }

// IsScalar reports whether a type holds one value: a string, a number or a
// boolean in JSON.
func IsScalar(t Type) bool { return t != nil && !composite(t) }
