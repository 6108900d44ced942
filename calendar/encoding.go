package calendar

import (
	"database/sql/driver"
	"fmt"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// The text, JSON and SQL forms of Date, Month and Quarter. They share one
// rule: the zero value is "" in text and JSON and NULL in SQL; everything else
// is the form that the Parse function reads.

// String returns the form 2006-01-02, "" for no date.
func (d Date) String() string { return string(d.append(make([]byte, 0, len("2006-01-02")))) }

// AppendText appends the form of [Date.String]. It never fails.
func (d Date) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

// MarshalText returns the form of [Date.String]. It never fails.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText reads what [ParseDate] reads, and "" as no date.
func (d *Date) UnmarshalText(b []byte) error { return readText(d, b, ParseDate) }

// MarshalJSON writes the form of [Date.String] as a JSON string.
func (d Date) MarshalJSON() ([]byte, error) { return quoteText(d.append([]byte{'"'})), nil }

// UnmarshalJSON reads a JSON string as [Date.UnmarshalText] does. It refuses
// null, which encoding/json would otherwise let leave the old date in place.
func (d *Date) UnmarshalJSON(b []byte) error { return readJSON(d, b, ParseDate) }

// Value is the form of [Date.String] for a database, NULL for no date.
func (d Date) Value() (driver.Value, error) { return sqlValue(d.IsZero(), d.String()) }

// Scan reads a DATE column as drivers deliver it: a time (its own date,
// whatever its zone), a text of the form 2006-01-02, with or without a
// midnight behind it, or NULL and "", which are no date.
func (d *Date) Scan(src any) error {
	if t, ok := src.(time.Time); ok {
		v := DateOf(t)
		if v.IsZero() {
			return &ValueError{t.String(), "a year from 1900 to 2199"}
		}
		*d = v
		return nil
	}
	return scanText(d, src, "a date, a text or NULL", func(s string) (Date, error) { return ParseDate(cutMidnight(s)) })
}

func (d Date) append(b []byte) []byte {
	if d.n == 0 {
		return b
	}
	y, m, day := d.Civil()
	b = append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-')
	return appendTwo(append(appendTwo(b, int(m)), '-'), day)
}

// String returns the form 2006-01, "" for no month.
func (m Month) String() string { return string(m.append(nil)) }

// AppendText appends the form of [Month.String]. It never fails.
func (m Month) AppendText(b []byte) ([]byte, error) { return m.append(b), nil }

// MarshalText returns the form of [Month.String]. It never fails.
func (m Month) MarshalText() ([]byte, error) { return m.append(nil), nil }

// UnmarshalText reads what [ParseMonth] reads, and "" as no month.
func (m *Month) UnmarshalText(b []byte) error { return readText(m, b, ParseMonth) }

// MarshalJSON writes the form of [Month.String] as a JSON string.
func (m Month) MarshalJSON() ([]byte, error) { return quoteText(m.append([]byte{'"'})), nil }

// UnmarshalJSON reads a JSON string as [Month.UnmarshalText] does, and refuses
// null.
func (m *Month) UnmarshalJSON(b []byte) error { return readJSON(m, b, ParseMonth) }

// Value is the form of [Month.String] for a database, NULL for no month.
func (m Month) Value() (driver.Value, error) { return sqlValue(m.IsZero(), m.String()) }

// Scan reads a text column of the form 2006-01; NULL and "" are no month.
func (m *Month) Scan(src any) error { return scanText(m, src, "a text or NULL", ParseMonth) }

func (m Month) append(b []byte) []byte {
	if m.n == 0 {
		return b
	}
	return m.First().append(b)[:len(b)+len("2006-01")]
}

// String returns the form 2006Q1, "" for no quarter.
func (q Quarter) String() string { return string(q.append(nil)) }

// AppendText appends the form of [Quarter.String]. It never fails.
func (q Quarter) AppendText(b []byte) ([]byte, error) { return q.append(b), nil }

// MarshalText returns the form of [Quarter.String]. It never fails.
func (q Quarter) MarshalText() ([]byte, error) { return q.append(nil), nil }

// UnmarshalText reads what [ParseQuarter] reads, and "" as no quarter.
func (q *Quarter) UnmarshalText(b []byte) error { return readText(q, b, ParseQuarter) }

// MarshalJSON writes the form of [Quarter.String] as a JSON string.
func (q Quarter) MarshalJSON() ([]byte, error) { return quoteText(q.append([]byte{'"'})), nil }

// UnmarshalJSON reads a JSON string as [Quarter.UnmarshalText] does, and
// refuses null.
func (q *Quarter) UnmarshalJSON(b []byte) error { return readJSON(q, b, ParseQuarter) }

// Value is the form of [Quarter.String] for a database, NULL for no quarter.
func (q Quarter) Value() (driver.Value, error) { return sqlValue(q.IsZero(), q.String()) }

// Scan reads a text column of the form 2006Q1; NULL and "" are no quarter.
func (q *Quarter) Scan(src any) error { return scanText(q, src, "a text or NULL", ParseQuarter) }

func (q Quarter) append(b []byte) []byte {
	if q.n == 0 {
		return b
	}
	return append(q.First().append(b)[:len(b)+len("2006")], 'Q', byte('0'+q.Number()))
}

// String returns the form 01-02, "" for none.
func (m MonthDay) String() string {
	if m.md == 0 {
		return ""
	}
	return string(appendTwo(append(appendTwo(nil, int(m.md/100)), '-'), int(m.md%100)))
}

// MarshalText returns the form of [MonthDay.String]. It never fails.
func (m MonthDay) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what [ParseMonthDay] reads, and "" as none.
func (m *MonthDay) UnmarshalText(b []byte) error { return readText(m, b, ParseMonthDay) }

func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

func quoteText(b []byte) []byte { return append(b, '"') }

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

func readJSON[T any](v *T, b []byte, parse func(string) (T, error)) error {
	s, err := jsontext.AppendUnquote(nil, b)
	if err != nil {
		return &ValueError{string(b), "a JSON string"}
	}
	return readText(v, s, parse)
}

func sqlValue(zero bool, s string) (driver.Value, error) {
	if zero {
		return nil, nil
	}
	return s, nil
}

func scanText[T any](v *T, src any, want string, parse func(string) (T, error)) error {
	switch s := src.(type) {
	case nil:
		return readText(v, nil, parse)
	case string:
		return readText(v, []byte(s), parse)
	case []byte:
		return readText(v, s, parse)
	}
	return &ValueError{fmt.Sprintf("a column of type %T", src), want}
}

// cutMidnight takes away the time of day that some drivers put behind a DATE.
// Any other time is left in place and refused: it would be lost.
func cutMidnight(s string) string {
	const form = "2006-01-02"
	if len(s) > len(form) {
		switch s[len(form):] {
		case " 00:00:00", "T00:00:00Z", "T00:00:00", " 00:00:00+00:00":
			return s[:len(form)]
		}
	}
	return s
}
