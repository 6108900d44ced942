package jsonscan

import (
	"fmt"
	"unicode/utf8"
)

// Limits is what a text may have at the most.
type Limits struct {
	Bytes    int // length of the whole text
	Depth    int // arrays and objects within each other
	Values   int // elements and members in all
	Number   int // characters of one number
	Exponent int // digits of a number's exponent
}

// defaults are generous for a record that a person fills in.
var defaults = Limits{Bytes: 1 << 20, Depth: 32, Values: 100_000, Number: 32, Exponent: 3}

// Defaults returns the limits that a zero field stands for.
func Defaults() Limits { return defaults }

// Error is a text over a limit, or not UTF-8.
type Error struct {
	Offset   int    // where in the text
	Want     string // the limit
	WantZH   string // the same in Chinese
	Encoding bool   // not UTF-8
}

// Error says where the limit was passed and what it is.
func (e *Error) Error() string { return fmt.Sprintf("at byte %d: want %s", e.Offset, e.Want) }

// Check refuses a text over the limits. It does not check that the text is
// JSON: whatever it lets through is bounded, whether it is well formed or not.
func Check(b []byte, l Limits) error {
	l = l.filled()
	if len(b) > l.Bytes {
		return over(l.Bytes, "at most %d bytes", "至多 %d 字节", l.Bytes)
	}
	if !utf8.Valid(b) {
		return &Error{Offset: invalid(b), Want: "UTF-8", WantZH: " UTF-8", Encoding: true}
	}
	depth, values := 0, 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '"':
			i = stringEnd(b, i)
		case c == '[' || c == '{':
			if depth++; depth > l.Depth {
				return over(i, "at most %d levels of nesting", "至多 %d 层嵌套", l.Depth)
			}
		case c == ']' || c == '}':
			depth--
		case c == ',':
			if values++; values >= l.Values {
				return over(i, "at most %d values", "至多 %d 个值", l.Values)
			}
		case c == '-' || '0' <= c && c <= '9':
			end, exponent := numberEnd(b, i)
			if end-i > l.Number || exponent > l.Exponent {
				return over(i, "numbers of at most %d characters and %d digits of exponent", "至多 %d 个字符、指数至多 %d 位的数", l.Number, l.Exponent)
			}
			i = end - 1
		}
	}
	return nil
}

func over(offset int, en, zh string, args ...any) *Error {
	return &Error{Offset: offset, Want: fmt.Sprintf(en, args...), WantZH: fmt.Sprintf(zh, args...)}
}

func (l Limits) filled() Limits {
	d := defaults
	for _, p := range []struct{ to, from *int }{
		{&l.Bytes, &d.Bytes}, {&l.Depth, &d.Depth}, {&l.Values, &d.Values}, {&l.Number, &d.Number}, {&l.Exponent, &d.Exponent},
	} {
		if *p.to == 0 {
			*p.to = *p.from
		}
	}
	return l
}

// stringEnd is the index of the quote that closes the string opened at i.
func stringEnd(b []byte, i int) int {
	for i++; i < len(b) && b[i] != '"'; i++ {
		if b[i] == '\\' {
			i++
		}
	}
	return i
}

// numberEnd is the index behind the number at i, and the digits of its exponent.
func numberEnd(b []byte, i int) (end, exponent int) {
	inExponent := false
	for ; i < len(b); i++ {
		switch c := b[i]; {
		case '0' <= c && c <= '9':
			if inExponent {
				exponent++
			}
		case c == 'e' || c == 'E':
			inExponent = true
		case c != '-' && c != '+' && c != '.':
			return i, exponent
		}
	}
	return i, exponent
}

func invalid(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(b)
}
