package money

import (
	"database/sql/driver"
	"fmt"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// String prints the amount with two decimals, "" when it is absent.
func (a Amount) String() string { return string(a.append(nil)) }

// AppendText appends the form of [Amount.String]. It never fails.
func (a Amount) AppendText(b []byte) ([]byte, error) { return a.append(b), nil }

// MarshalText returns the form of [Amount.String]. It never fails.
func (a Amount) MarshalText() ([]byte, error) { return a.append(nil), nil }

// UnmarshalText reads what [Parse] reads, and "" as absent.
func (a *Amount) UnmarshalText(b []byte) error { return readText(a, b, Parse) }

// MarshalJSON writes a JSON string with two decimals, "" when the amount is
// absent.
func (a Amount) MarshalJSON() ([]byte, error) { return append(a.append([]byte{'"'}), '"'), nil }

// UnmarshalJSON reads a JSON string with exactly two decimals, or "" as absent.
// Numbers are refused, because other programs read them as binary fractions,
// and so is null.
func (a *Amount) UnmarshalJSON(b []byte) error { return readJSON(a, b, wantJSON, ParseExact) }

const wantJSON = "a JSON string with an amount of exactly two decimals, such as \"1234.50\""

// ParseExact is [Parse] for the form that records hold in JSON: exactly two
// decimals.
func ParseExact(s string) (Amount, error) {
	a, err := Parse(s)
	if err != nil {
		return a, err
	}
	if len(s) < 4 || s[len(s)-3] != '.' {
		return Amount{}, &ValueError{s, "an amount with exactly two decimals, such as 1234.50", ErrSyntax}
	}
	return a, nil
}

// Value is the form of [Amount.String] for a database, NULL when the amount is
// absent. Columns are NUMERIC(17,2) or text.
func (a Amount) Value() (driver.Value, error) { return sqlValue(a.present, a.String()) }

// Scan reads a NUMERIC or text column that the driver gives as text; NULL and
// "" are absent. Whole numbers are refused, because a column of integers may
// mean yuan or fen, and floating-point numbers because they are not exact.
func (a *Amount) Scan(src any) error { return scanText(a, src, Parse) }

func (a Amount) append(b []byte) []byte {
	if !a.present {
		return b
	}
	return appendFixed(b, a.fen, fenPlaces)
}

// appendFixed prints n units of 10^-places with all its places.
func appendFixed(b []byte, n int64, places int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	unit := int64(1)
	for range places {
		unit *= 10
	}
	b = strconv.AppendInt(b, n/unit, 10)
	b = append(b, '.')
	for rest := n % unit; unit > 1; rest %= unit {
		unit /= 10
		b = append(b, byte('0'+rest/unit))
	}
	return b
}

// readText sets *v only when the text is good.
func readText[T any](v *T, b []byte, parse func(string) (T, error)) error {
	var got T
	if len(b) > 0 {
		var err error
		if got, err = parse(string(b)); err != nil {
			return err
		}
	}
	*v = got
	return nil
}

func readJSON[T any](v *T, b []byte, want string, parse func(string) (T, error)) error {
	s, err := jsontext.AppendUnquote(nil, b)
	if err != nil {
		return &ValueError{string(b), want, ErrSyntax}
	}
	return readText(v, s, parse)
}

func sqlValue(present bool, s string) (driver.Value, error) {
	if !present {
		return nil, nil
	}
	return s, nil
}

func scanText[T any](v *T, src any, parse func(string) (T, error)) error {
	switch s := src.(type) {
	case nil:
		return readText(v, nil, parse)
	case string:
		return readText(v, []byte(s), parse)
	case []byte:
		return readText(v, s, parse)
	}
	return &ValueError{fmt.Sprintf("a column of type %T", src), "a text, a NUMERIC given as text, or NULL", ErrSyntax}
}
