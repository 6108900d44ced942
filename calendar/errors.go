package calendar

import (
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/internal/quote"
)

// ErrNotAnnounced is matched by every error that says: the answer depends on
// a holiday notice that is not in the data. The error itself is a
// [*NotAnnouncedError], which names the layer and the year.
var ErrNotAnnounced = errors.New("calendar: holiday notice not announced")

// NotAnnouncedError names the notice that an answer waits for. Years before
// the first notice in the data (2004 for the nation) give it too.
type NotAnnouncedError struct {
	Layer Region // the layer whose notice is missing
	Year  int    // the year the missing notice arranges
}

// Error names the layer and the year.
func (e *NotAnnouncedError) Error() string {
	return fmt.Sprintf("calendar: the %d holiday notice of layer %s is not in the data", e.Year, e.Layer)
}

// Is makes errors.Is(err, ErrNotAnnounced) true.
func (e *NotAnnouncedError) Is(target error) bool { return target == ErrNotAnnounced }

// ValueError is a text or number that is not the date, month, quarter or day
// of the year it should be.
type ValueError struct {
	Value string // what was given
	Want  string // what was expected
}

// Error quotes the value and says what was expected.
func (e *ValueError) Error() string {
	return "calendar: " + quote.Value(e.Value) + " is not valid: want " + e.Want
}

// RegionError is a region without a layer.
type RegionError struct {
	Region Region
	Known  []Region // regions that have a layer
}

// Error lists the regions that have a layer.
func (e *RegionError) Error() string {
	return fmt.Sprintf("calendar: region %s has no layer: want one of %v, or add one WithLayer",
		quote.Value(string(e.Region)), e.Known)
}

// NoticeError is a layer or notice that cannot be used: it contradicts
// itself, its neighbours or its form. Nothing of it has been taken over.
type NoticeError struct {
	Layer Region // empty when the text was not read far enough to know, and for ReadNotice
	Year  int    // the notice's year; 0 when the fault is in the layer itself
	Path  string // JSON Pointer into the text; from China and ReadNotice, into the notice of Year
	Value string // the value at fault, if there is one
	Want  string // what was expected
	Err   error  // the cause, if a reader gave one
}

// Error names the place and says what was expected.
func (e *NoticeError) Error() string {
	s := "calendar: holiday notice"
	if e.Layer != "" {
		s += " of layer " + string(e.Layer)
	}
	if e.Year != 0 {
		s += fmt.Sprintf(" for %d", e.Year)
	}
	if e.Path != "" {
		s += " at " + quote.Value(e.Path)
	}
	if e.Value != "" {
		s += ": " + quote.Value(e.Value)
	}
	return s + ": want " + e.Want
}

// Unwrap returns the cause.
func (e *NoticeError) Unwrap() error { return e.Err }

// TermError is a term that cannot be counted.
type TermError struct {
	Term Term
	Want string
}

// Error says what was expected.
func (e *TermError) Error() string {
	return fmt.Sprintf("calendar: term %q cannot be counted: want %s", e.Term.EN(), e.Want)
}
