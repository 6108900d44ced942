package accounting

import (
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/internal/quote"
)

// Number is the number of a voucher: continuous in each book, month and word; a
// fraction where one event takes several vouchers of a book: 12 1/2, 12 2/2
// (会计基础工作规范 第51条(二)). The zero Number is none yet: the journal gives it.
type Number struct {
	N     int // from 1
	Part  int // from 1; 0 where the event takes one voucher
	Parts int
}

// NumberError is a text that is no voucher number.
type NumberError struct{ Value string }

// Error names the value.
func (e *NumberError) Error() string {
	return "accounting: voucher number " + quote.Value(e.Value) + ": want a form such as 12 or 12 1/2"
}

// IsZero reports whether there is no number yet.
func (n Number) IsZero() bool { return n == Number{} }

// String prints the number: 12, or 12 1/2.
func (n Number) String() string { return string(n.append(nil)) }

func (n Number) append(b []byte) []byte {
	if n.N == 0 {
		return b
	}
	b = strconv.AppendInt(b, int64(n.N), 10)
	if n.Parts > 0 {
		b = strconv.AppendInt(append(b, ' '), int64(n.Part), 10)
		b = strconv.AppendInt(append(b, '/'), int64(n.Parts), 10)
	}
	return b
}

// valid reports whether the number has a form that String prints.
func (n Number) valid() bool {
	return n.N >= 1 && (n.Part == 0 && n.Parts == 0 || n.Parts >= 2 && n.Part >= 1 && n.Part <= n.Parts)
}

// ParseNumber reads the form of [Number.String].
func ParseNumber(s string) (Number, error) {
	var n Number
	whole, fraction, ok := strings.Cut(s, " ")
	n.N, _ = strconv.Atoi(whole)
	if ok {
		part, parts, _ := strings.Cut(fraction, "/")
		n.Part, _ = strconv.Atoi(part)
		n.Parts, _ = strconv.Atoi(parts)
	}
	if !n.valid() || n.String() != s {
		return Number{}, &NumberError{s}
	}
	return n, nil
}

// MarshalText returns the form of [Number.String].
func (n Number) MarshalText() ([]byte, error) { return n.append(nil), nil }

// UnmarshalText reads the form of [Number.String].
func (n *Number) UnmarshalText(b []byte) error {
	read, err := ParseNumber(string(b))
	if err == nil {
		*n = read
	}
	return err
}
