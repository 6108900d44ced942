package rule

import (
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/internal/quote"
)

// ErrStale is matched when a change was made for a revision of a ledger, a
// journal or an event log that is no longer the last: someone else was first.
// Nothing has been changed; read again and decide again.
var ErrStale = errors.New("rule: the log has grown since it was read")

// StaleError says which revision a change expected and which one it found. It
// matches [ErrStale].
type StaleError struct {
	Expected int
	Current  int
}

// Error names both revisions.
func (e *StaleError) Error() string {
	return fmt.Sprintf("rule: the log is at revision %d, the change was made for revision %d", e.Current, e.Expected)
}

// Is makes errors.Is(err, ErrStale) true.
func (e *StaleError) Is(target error) bool { return target == ErrStale }

// ValueError is a text that is not the code or clause it should be.
type ValueError struct {
	Value string
	Want  string
}

// Error quotes the value and says what was expected.
func (e *ValueError) Error() string {
	return "rule: " + quote.Value(e.Value) + " is not valid: want " + e.Want
}

// TableError is a table of rules that contradicts itself.
type TableError struct {
	ID   ID
	Want string
}

// Error names the row and says what was expected.
func (e *TableError) Error() string {
	return "rule: " + quote.Value(string(e.ID)) + ": want " + e.Want
}
