package money

// scan reads -?(0|[1-9][0-9]*)(\.[0-9]{1,places})? into units of 10^-places,
// with at most whole digits before the point. -0 in any form is refused.
func scan[S string | []byte](s S, places, whole int) (int64, bool) {
	i, negative := 0, false
	if len(s) > 0 && s[0] == '-' {
		negative, i = true, 1
	}
	start := i
	var n int64
	for ; i < len(s) && isDigit(s[i]); i++ {
		if i-start == whole {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	if i == start || s[start] == '0' && i-start > 1 {
		return 0, false
	}
	scanned := 0
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && isDigit(s[i]) && scanned < places; i++ {
			n = n*10 + int64(s[i]-'0')
			scanned++
		}
		if scanned == 0 {
			return 0, false
		}
	}
	if i < len(s) || negative && n == 0 {
		return 0, false
	}
	for ; scanned < places; scanned++ {
		n *= 10
	}
	if negative {
		n = -n
	}
	return n, true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// parseError tells too many decimals from a wrong form.
func parseError(s string) error {
	if tooLong(s, maxWhole) {
		return &ValueError{s, wantRange, ErrRange}
	}
	if point := pointOf(s); point >= 0 && len(s)-point-1 > fenPlaces {
		return &ValueError{s, wantPlaces, ErrPlaces}
	}
	return &ValueError{s, wantAmount, ErrSyntax}
}

// pointOf finds the point of a text that is otherwise digits, -1 if the text is
// anything else.
func pointOf(s string) int {
	point := -1
	for i := range len(s) {
		switch {
		case s[i] == '.' && point < 0 && i > 0:
			point = i
		case !isDigit(s[i]) && (i > 0 || s[i] != '-'):
			return -1
		}
	}
	return point
}

// tooLong reports whether s is a plain number with more digits before the point
// than fit.
func tooLong(s string, whole int) bool {
	n := 0
	for i := range len(s) {
		switch {
		case isDigit(s[i]):
			n++
		case s[i] == '.':
			return n > whole && pointOf(s) == i
		case i > 0 || s[i] != '-':
			return false
		}
	}
	return n > whole
}
