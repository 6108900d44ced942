package accounting

import (
	"errors"

	"github.com/go-json-experiment/json"
)

// readChange reads one entry of a journal. A voucher that does not balance is
// none, whatever the digest says.
func readChange(b []byte) (change, error) {
	var in struct {
		Posting *Posting `json:"posting"`
		Period  *Period  `json:"period"`
	}
	if err := json.Unmarshal(b, &in, json.RejectUnknownMembers(true)); err != nil {
		return change{}, &EntryError{err}
	}
	if (in.Posting == nil) == (in.Period == nil) {
		return change{}, &EntryError{errOneOf}
	}
	if in.Posting != nil && len(in.Posting.Vouchers) == 0 {
		in.Posting.Vouchers = nil // as it was posted
	}
	return change{in.Posting, in.Period}, nil
}

var errOneOf = errors.New("want a posting or a period, one of them")

// EntryError is an entry of a journal that cannot be read.
type EntryError struct{ Err error }

// Error names the cause.
func (e *EntryError) Error() string { return "accounting: entry of a journal: " + e.Err.Error() }

// Unwrap returns the cause.
func (e *EntryError) Unwrap() error { return e.Err }

// MarshalJSON writes the voucher's entry in canonical form.
func (v Voucher) MarshalJSON() ([]byte, error) {
	w := canonical{}
	w.entry(&v.entry)
	return w.b, w.err
}

// UnmarshalJSON reads an entry, if it balances and names its accounts: errors
// are [*VoucherError], or of JSON.
func (v *Voucher) UnmarshalJSON(b []byte) error {
	var e Entry
	if err := json.Unmarshal(b, &e, json.RejectUnknownMembers(true)); err != nil {
		return err
	}
	read, err := newVoucher(e)
	if err == nil {
		*v = read
	}
	return err
}
