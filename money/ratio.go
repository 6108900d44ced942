package money

import (
	"cmp"
	"database/sql/driver"

	"github.com/shopspring/decimal"
)

// Ratio is a share or a rate, such as 0.06 for 6 %, to eight places, or none at
// all. It is comparable with ==. The zero Ratio is absent, which is not 0.
type Ratio struct {
	n       int64 // hundred-millionths
	present bool
}

const (
	ratioPlaces   = 8
	ratioWhole    = 6
	maxRatio      = 99_999_999_999_999 // 999,999.99999999
	wantRatio     = "a ratio written 0.06: ASCII digits, at most 6 before the point and 8 after it"
	wantRatioJSON = "a JSON string with " + wantRatio
)

// RatioOf returns the ratio that d is exactly; more than eight decimals are
// refused, never rounded.
func RatioOf(d decimal.Decimal) (Ratio, error) {
	n, err := units(d, ratioPlaces, maxRatio, false)
	if err != nil {
		return Ratio{}, &ValueError{describe(d), wantRatio, err}
	}
	return Ratio{n, true}, nil
}

// ParseRatio reads a ratio: an optional minus, digits without leading zeros,
// and at most eight decimals behind a point.
func ParseRatio(s string) (Ratio, error) {
	n, ok := scan(s, ratioPlaces, ratioWhole)
	if !ok {
		return Ratio{}, &ValueError{s, wantRatio, ErrSyntax}
	}
	return Ratio{n, true}, nil
}

// MustParseRatio is [ParseRatio] for ratios written in source code; it panics
// where ParseRatio returns an error.
func MustParseRatio(s string) Ratio {
	r, err := ParseRatio(s)
	if err != nil {
		panic(err)
	}
	return r
}

// Present reports whether there is a ratio.
func (r Ratio) Present() bool { return r.present }

// Decimal returns the ratio with eight decimals, 0 when it is absent.
func (r Ratio) Decimal() decimal.Decimal { return decimal.New(r.n, -ratioPlaces) }

// Sign returns -1, 0 or +1; 0 when the ratio is absent.
func (r Ratio) Sign() int { return cmp.Compare(r.n, 0) }

// Compare returns -1, 0 or +1 as r is less than, equal to or greater than o. An
// absent ratio is less than any other.
func (r Ratio) Compare(o Ratio) int {
	if r.present != o.present {
		if o.present {
			return -1
		}
		return 1
	}
	return cmp.Compare(r.n, o.n)
}

// String prints the ratio without trailing zeros, "" when it is absent.
func (r Ratio) String() string { return string(r.append(nil)) }

// AppendText appends the form of [Ratio.String]. It never fails.
func (r Ratio) AppendText(b []byte) ([]byte, error) { return r.append(b), nil }

// MarshalText returns the form of [Ratio.String]. It never fails.
func (r Ratio) MarshalText() ([]byte, error) { return r.append(nil), nil }

// UnmarshalText reads what [ParseRatio] reads, and "" as absent.
func (r *Ratio) UnmarshalText(b []byte) error { return readText(r, b, ParseRatio) }

// MarshalJSON writes the form of [Ratio.String] as a JSON string.
func (r Ratio) MarshalJSON() ([]byte, error) { return append(r.append([]byte{'"'}), '"'), nil }

// UnmarshalJSON reads a JSON string as [Ratio.UnmarshalText] does; numbers and
// null are refused.
func (r *Ratio) UnmarshalJSON(b []byte) error { return readJSON(r, b, wantRatioJSON, ParseRatio) }

// Value is the form of [Ratio.String] for a database, NULL when it is absent.
func (r Ratio) Value() (driver.Value, error) { return sqlValue(r.present, r.String()) }

// Scan reads a text or NUMERIC column that the driver gives as text; NULL and
// "" are absent.
func (r *Ratio) Scan(src any) error {
	return scanText(r, src, func(s string) (Ratio, error) { return ParseRatio(trimZeros(s)) })
}

func (r Ratio) append(b []byte) []byte {
	if !r.present {
		return b
	}
	b = appendFixed(b, r.n, ratioPlaces)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}

// trimZeros takes away what a NUMERIC column of more places than eight adds.
func trimZeros(s string) string {
	if pointOf(s) < 0 {
		return s
	}
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}
