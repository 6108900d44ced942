package record

import (
	"fmt"

	"github.com/dataasset-go/dataasset/internal/quote"
)

// TableError is a table that contradicts itself: a key twice, a condition on a
// field that is not there, an example that its own type refuses.
type TableError struct {
	Table string // name of the record or the code list
	Field string // key of the field; empty for the table itself
	Want  string
}

// Error names the table, the field and what was expected.
func (e *TableError) Error() string {
	s := "record: table " + quote.Value(e.Table)
	if e.Field != "" {
		s += " field " + quote.Value(e.Field)
	}
	return s + ": want " + e.Want
}

// SyntaxError is a text that is not JSON, not CSV or not UTF-8: an error about the call,
// after which nothing of the record is known.
type SyntaxError struct {
	File   string // as the caller named it
	Line   int    // from 1
	Column int    // from 1, in characters
	Path   string // JSON Pointer to the value being read
	Want   string
	Err    error // the cause
}

// Error names the place and what was expected.
func (e *SyntaxError) Error() string {
	s := "record: "
	if e.File != "" {
		s += e.File + ":"
	}
	s += fmt.Sprintf("%d:%d", e.Line, e.Column)
	if e.Path != "" {
		s += " " + quote.Value(e.Path)
	}
	return s + ": want " + e.Want
}

// Unwrap returns the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }

// LimitError is an input over a limit: size, nesting, number of values, length
// of a line. Nothing beyond the limit has been read.
type LimitError struct {
	File string
	Line int // from 1; 0 where it is not known
	Want string
	Err  error
}

// Error names the place and the limit.
func (e *LimitError) Error() string {
	s := "record: "
	switch {
	case e.File != "" && e.Line > 0:
		s += fmt.Sprintf("%s:%d: ", e.File, e.Line)
	case e.File != "":
		s += e.File + ": "
	case e.Line > 0:
		s += fmt.Sprintf("line %d: ", e.Line)
	}
	return s + "want " + e.Want
}

// Unwrap returns the cause.
func (e *LimitError) Unwrap() error { return e.Err }

// EncodeError is a record that has no JSON or CSV form: text that is not UTF-8,
// an extension field that the table does not declare.
type EncodeError struct {
	Table string
	Path  string // JSON Pointer
	Want  string
}

// Error names the record, the place and what was expected.
func (e *EncodeError) Error() string {
	return "record: " + quote.Value(e.Table) + " at " + quote.Value(e.Path) + ": want " + e.Want
}
