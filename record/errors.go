package record

import (
	"strings"

	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
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
	Want   rule.Text
	Err    error // the cause
}

// Error names the place and what was expected.
func (e *SyntaxError) Error() string {
	return "record: " + place(e.File, e.Line, e.Column, e.Path) + ": want " + e.Want.EN
}

// In says the same in one language, for a person.
func (e *SyntaxError) In(l rule.Language) string {
	return asked(place(e.File, e.Line, e.Column, e.Path), e.Want, l)
}

// place is a place in a file: file:line:column and the pointer, as far as known.
func place(file string, line, column int, path string) string {
	s := rule.Source{File: file, Line: line, Column: column}.String()
	if path != "" {
		s += " " + quote.Value(path)
	}
	return strings.TrimPrefix(s, " ")
}

// asked says what was expected at a place.
func asked(place string, want rule.Text, l rule.Language) string {
	if l == rule.English {
		return strings.TrimPrefix(place+": want "+want.EN, ": ")
	}
	return strings.TrimPrefix(place+"：应为"+want.ZH, "：")
}

// Unwrap returns the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }

// LimitError is an input over a limit: size, nesting, number of values, length
// of a line. Nothing beyond the limit has been read.
type LimitError struct {
	File   string
	Line   int    // from 1; 0 where it is not known
	Column int    // from 1, in characters; 0 where it is not known
	Path   string // JSON Pointer to the value at the limit; "" where it is not known
	Want   rule.Text
	Err    error
}

// Error names the place and the limit.
func (e *LimitError) Error() string {
	return "record: " + asked(place(e.File, e.Line, e.Column, e.Path), e.Want, rule.English)
}

// In says the same in one language, for a person.
func (e *LimitError) In(l rule.Language) string {
	return asked(place(e.File, e.Line, e.Column, e.Path), e.Want, l)
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
