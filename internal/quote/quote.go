package quote

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxRunes is how much of a value a message shows.
const MaxRunes = 64

// Value quotes s as a Go string. A longer value is cut after [MaxRunes] runes
// and its whole length in bytes is told, so that a message stays short
// whatever the input was. Bytes that are not UTF-8 are shown escaped.
func Value(s string) string {
	cut, short := clip(s)
	if !short {
		return quoted(s)
	}
	return quoted(cut) + "… (" + strconv.Itoa(len(s)) + " bytes)"
}

// clip cuts s after MaxRunes runes and tells whether anything was cut.
func clip(s string) (string, bool) {
	i := 0
	for range MaxRunes {
		if i >= len(s) {
			return s, false
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return s[:i], i < len(s)
}

// quoted is strconv.Quote, but keeps Chinese text and full-width forms
// readable: what is printable stays as it is.
func quoted(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, special) {
		return `"` + s + `"`
	}
	return strconv.Quote(s)
}

func special(r rune) bool { return r == '"' || r == '\\' || !strconv.IsPrint(r) }
