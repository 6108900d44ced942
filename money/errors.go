package money

import (
	"errors"

	"github.com/dataasset-go/dataasset/internal/quote"
)

// The ways in which a value is not an amount or a ratio.
var (
	ErrSyntax = errors.New("money: not a number of the expected form")
	ErrPlaces = errors.New("money: too many digits after the point")
	ErrRange  = errors.New("money: outside the range")
)

// ValueError is a value that is not an amount or a ratio, and what was wanted.
// It matches [ErrSyntax], [ErrPlaces] or [ErrRange].
type ValueError struct {
	Value string
	Want  string
	Err   error
}

// Error quotes the value and says what was expected.
func (e *ValueError) Error() string {
	return "money: " + quote.Value(e.Value) + " is not valid: want " + e.Want
}

// Unwrap returns the cause.
func (e *ValueError) Unwrap() error { return e.Err }

const (
	wantAmount = "an amount written 1234.50: ASCII digits, at most 15 before the point and 2 after it"
	wantRange  = "an amount below 1,000,000,000,000,000.00"
	wantPlaces = "whole fen: at most 2 digits after the point"
)
