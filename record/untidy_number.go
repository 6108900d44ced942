package record

import (
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// decimal is a number as a cell may write it, brought into plain digits: signs,
// units, separators and percent taken into account exactly. It is false for
// what is not such a number.
func (u *untidy) decimal(s string, own rule.Text, percent bool) (string, bool) {
	s, minus := u.sign(u.plain(s))
	given := unit{}
	if percent {
		s, given = cutPercent(s)
	} else {
		s, given = cutUnit(s, own)
	}
	if given.name != "" && u.unit.name != "" && given.shift != u.unit.shift {
		return "", false // the cell contradicts its heading
	}
	u.convert(given, percent)
	whole, fraction, point := strings.Cut(s, ".")
	if point && fraction == "" {
		return "", false
	}
	whole, ok := u.ungroup(whole)
	if !ok || !allDigits(whole) || fraction != "" && !allDigits(fraction) || len(whole) > 1 && whole[0] == '0' || len(s) > 64 {
		return "", false
	}
	if u.converted.shift != 0 {
		whole, fraction = shifted(whole, fraction, u.converted.shift)
	}
	if minus {
		whole = "-" + whole
	}
	if fraction == "" {
		return whole, true
	}
	return whole + "." + fraction, true
}

// sign takes the sign and the currency from a number: -¥5, ¥-5, (5).
func (u *untidy) sign(s string) (rest string, minus bool) {
	if len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' {
		u.changes |= changedBrackets
		s, minus = strings.Trim(s[1:len(s)-1], " "), true
	}
	for range 2 {
		if rest, ok := strings.CutPrefix(s, "-"); ok && !minus {
			s, minus = strings.TrimLeft(rest, " "), true
		}
		for _, sign := range [...]string{"¥", "人民币", "RMB", "CNY"} {
			if rest, ok := strings.CutPrefix(s, sign); ok && u.changes&changedCurrency == 0 {
				u.changes |= changedCurrency
				s = strings.TrimLeft(rest, " ")
			}
		}
	}
	return s, minus
}

func cutPercent(s string) (string, unit) {
	for _, p := range [...]unit{{"%", -2}, {"‰", -3}} {
		if rest, ok := strings.CutSuffix(s, p.name); ok {
			return strings.TrimRight(rest, " "), p
		}
	}
	return s, unit{}
}

// convert settles what the number is counted in: by its cell, or by its
// heading.
func (u *untidy) convert(given unit, percent bool) {
	u.converted = given
	switch {
	case given.name == "":
		if u.converted = u.unit; u.unit.shift != 0 {
			u.changes |= changedUnit
		}
	case percent:
		u.changes |= changedPercent
	case given.shift != 0:
		u.changes |= changedUnit
	default:
		u.changes |= changedUnitName
	}
}

// ungroup takes away thousands separators that stand where they belong.
func (u *untidy) ungroup(s string) (string, bool) {
	if strings.IndexByte(s, ',') < 0 {
		return s, true
	}
	groups := strings.Split(s, ",")
	if len(groups[0]) < 1 || len(groups[0]) > 3 {
		return "", false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return "", false
		}
	}
	u.changes |= changedGroups
	return strings.Join(groups, ""), true
}

// shifted moves the decimal point; nothing is rounded.
func shifted(whole, fraction string, by int) (string, string) {
	if by < 0 {
		whole = strings.Repeat("0", -by) + whole
		cut := len(whole) + by
		whole, fraction = whole[:cut], whole[cut:]+fraction
	} else {
		fraction += strings.Repeat("0", by) // those too many go again below
		whole, fraction = whole+fraction[:by], fraction[by:]
	}
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	return whole, strings.TrimRight(fraction, "0")
}

// shortZeros leaves at most n digits behind the point, where those behind them
// are zeros.
func (u *untidy) shortZeros(s string, n int) string {
	i := strings.IndexByte(s, '.')
	if i < 0 {
		return s
	}
	keep := i + 1 + n
	if n == 0 {
		keep = i
	}
	if len(s) <= keep || strings.Trim(s[keep:], ".0") != "" {
		return s
	}
	u.changes |= changedZeros
	return s[:keep]
}

// exponent reports whether a spreadsheet has shortened a number to the form
// 1.86E+06, which has lost its last digits.
func exponent(s string) bool {
	s = halfWidth(trimmed(s))
	i := strings.IndexAny(s, "eE")
	if i < 1 || i+2 >= len(s) || s[i+1] != '+' && s[i+1] != '-' {
		return false
	}
	digits := strings.TrimPrefix(s[:i], "-")
	return strings.Trim(digits, "0123456789.") == "" && digits != "" && allDigits(s[i+2:])
}

// damaged is the problem of a number that a spreadsheet has shortened, or the
// problem that it would have been anyway.
func damaged(s string, otherwise problem) problem {
	if exponent(s) {
		return problem{fault: faultShortened, want: otherwise.want}
	}
	return otherwise
}
