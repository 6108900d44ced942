package registry

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/internal/quote"
)

// Numbers is a scheme by which the numbers of certificates are made: literals, a
// year, a serial number, and a check character at the end. It is immutable; the
// zero Numbers is no scheme. [NewNumbers] makes one.
type Numbers struct {
	name  string
	parts []NumberPart
}

// NumberPart is one part of a number.
type NumberPart struct {
	literal string
	digits  int // of a year or a serial number
	year    bool
	check   string // alphabet of a check character
}

// Literal is a fixed part: capital letters, digits and hyphens.
func Literal(s string) NumberPart { return NumberPart{literal: s} }

// YearPart is the year in four digits.
func YearPart() NumberPart { return NumberPart{digits: 4, year: true} }

// SerialPart is a serial number of so many digits, 1 to 12.
func SerialPart(digits int) NumberPart { return NumberPart{digits: digits} }

const (
	checkDigits  = "0123456789"
	checkLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// CheckDigit is a check digit by ISO/IEC 7064 MOD 11,10, for numbers whose other
// parts are digits only. It finds every single changed digit.
func CheckDigit() NumberPart { return NumberPart{check: checkDigits} }

// CheckCharacter is a check character by ISO/IEC 7064 MOD 37,36, over digits and
// capital letters; hyphens do not count. It finds every single changed
// character.
func CheckCharacter() NumberPart { return NumberPart{check: checkLetters} }

// NumberError is a scheme that does not hold together, or a number that is not
// of its scheme.
type NumberError struct {
	Scheme string
	Value  string // the number; "" for the scheme itself
	Want   string
}

// Error names the scheme, the number and what was expected.
func (e *NumberError) Error() string {
	s := "registry: scheme " + e.Scheme
	if e.Value != "" {
		s += ": " + quote.Value(e.Value)
	}
	return s + ": want " + e.Want
}

// NewNumbers makes a scheme. It refuses, with a [*NumberError], a scheme without
// name or serial number, with two years or serial numbers, or whose check is not
// the one last part.
func NewNumbers(name string, parts ...NumberPart) (Numbers, error) {
	fail := func(want string) (Numbers, error) { return Numbers{}, &NumberError{name, "", want} }
	if strings.TrimSpace(name) == "" {
		return fail("a name")
	}
	years, serials := 0, 0
	for i, p := range parts {
		switch {
		case p.check != "":
			if i != len(parts)-1 {
				return fail("the check as the last part")
			}
		case p.year:
			years++
		case p.literal != "":
			if strings.Trim(p.literal, checkLetters+"-") != "" {
				return fail("literals of capital letters, digits and hyphens")
			}
		case p.digits < 1 || p.digits > 12:
			return fail("a serial number of 1 to 12 digits")
		default:
			serials++
		}
	}
	switch {
	case years > 1 || serials != 1:
		return fail("one serial number and at most one year")
	case len(parts) > 0 && parts[len(parts)-1].check == checkDigits && slices.ContainsFunc(parts, func(p NumberPart) bool {
		return strings.ContainsFunc(p.literal, func(c rune) bool { return 'A' <= c && c <= 'Z' })
	}):
		return fail("a check character, not a digit, where there are letters")
	}
	return Numbers{name, slices.Clone(parts)}, nil
}

// DefaultNumbers is a scheme for numbers such as GX-ZC-2025-000001-8. The rule
// of the certificate's numbers is not published, so the form is a judgement and
// the caller's to replace.
func DefaultNumbers() Numbers {
	n, err := NewNumbers("GX-ZC", Literal("GX-ZC-"), YearPart(), Literal("-"), SerialPart(6), Literal("-"), CheckCharacter())
	if err != nil {
		panic(err) // the scheme is part of the package and tested
	}
	return n
}

// Name returns the name of the scheme.
func (n Numbers) Name() string { return n.name }

// IsZero reports whether there is no scheme.
func (n Numbers) IsZero() bool { return len(n.parts) == 0 }

// Number makes the number of a year and a serial number. The year counts only
// where the scheme has one.
func (n Numbers) Number(year, serial int) (string, error) {
	var b []byte
	for _, p := range n.parts {
		value := serial
		switch {
		case p.literal != "":
			b = append(b, p.literal...)
			continue
		case p.check != "":
			b = append(b, checkOf(b, p.check))
			continue
		case p.year:
			value = year
		}
		text := fmt.Sprintf("%0*d", p.digits, value)
		if value < 0 || len(text) > p.digits {
			return "", &NumberError{n.name, text, fmt.Sprintf("at most %d digits", p.digits)}
		}
		b = append(b, text...)
	}
	if len(b) == 0 {
		return "", &NumberError{n.name, "", "a scheme made by NewNumbers"}
	}
	return string(b), nil
}

// Numbered is what a number says.
type Numbered struct{ Year, Serial int }

// Parse reads a number of the scheme and checks it.
func (n Numbers) Parse(s string) (Numbered, error) {
	var out Numbered
	fail := func(want string) (Numbered, error) { return Numbered{}, &NumberError{n.name, s, want} }
	rest := s
	for _, p := range n.parts {
		size := p.digits + len(p.literal) + min(1, len(p.check))
		if len(rest) < size {
			return fail("a number of the scheme's length")
		}
		part := rest[:size]
		switch {
		case p.literal != "" && part != p.literal:
			return fail(p.literal)
		case p.check != "" && part[0] != checkOf([]byte(s[:len(s)-len(rest)]), p.check):
			return fail("another check character")
		case p.digits > 0:
			value := 0
			for _, c := range []byte(part) {
				if c < '0' || c > '9' {
					return fail("digits")
				}
				value = value*10 + int(c-'0')
			}
			if p.year {
				out.Year = value
			} else {
				out.Serial = value
			}
		}
		rest = rest[size:]
	}
	if rest != "" || len(n.parts) == 0 {
		return fail("a number of the scheme's length")
	}
	return out, nil
}

// checkOf is the check character of ISO/IEC 7064 MOD M+1,M, where M is the size
// of the alphabet.
func checkOf(body []byte, alphabet string) byte {
	m := len(alphabet)
	p := m
	for _, c := range body {
		v := strings.IndexByte(alphabet, c)
		if v < 0 {
			continue // a hyphen
		}
		s := (p + v) % m
		if s == 0 {
			s = m
		}
		p = s * 2 % (m + 1)
	}
	return alphabet[(m+1-p)%m]
}
