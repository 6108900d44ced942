package record

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/rule"
)

// Shape is what a text must look like. The shapes are a closed set: each has a
// function for Go and a pattern for JSON Schema that accept the same texts.
type Shape uint8

// The shapes.
const (
	AnyText  Shape = iota // any text that is not blank
	CodeText              // ASCII letters, digits and - _ . / : from the first to the last
	Digits                // ASCII digits
	WebLink               // http:// or https:// and no spaces
	Email                 // a mailbox: name@host
)

type shape struct {
	holds   func(string) bool
	pattern string // a subset that RE2 and ECMAScript read alike
	want    rule.Text
}

// notBlank is the pattern of a text that has something to read.
const notBlank = `[^\p{Z}\p{Cc}\p{Cf}]`

var shapes = [...]shape{
	AnyText:  {func(string) bool { return true }, notBlank, rule.Text{ZH: "文字", EN: "text"}},
	CodeText: {codeShaped, `^[0-9A-Za-z][0-9A-Za-z_.\/:-]*$`, rule.Text{ZH: "字母、数字和 -_./: 组成的编号", EN: "a code of ASCII letters, digits and -_./:"}},
	Digits:   {allDigits, `^[0-9]+$`, rule.Text{ZH: "半角数字", EN: "ASCII digits"}},
	WebLink:  {webLink, `^https?:\/\/[^\p{Z}\p{Cc}\p{Cf}�]+$`, rule.Text{ZH: "http:// 或 https:// 开头的网址", EN: "a link that begins with http:// or https://"}},
	Email:    {email, `^[0-9A-Za-z_.%+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+$`, rule.Text{ZH: "电子邮箱地址", EN: "an e-mail address"}},
}

// Pattern returns the shape as a regular expression that Go and ECMAScript
// (with the u flag) read alike.
func (s Shape) Pattern() string { return shapes[s.index()].pattern }

// Want says in both languages what the shape asks for.
func (s Shape) Want() rule.Text { return shapes[s.index()].want }

func (s Shape) index() int {
	if int(s) >= len(shapes) {
		return int(AnyText)
	}
	return int(s)
}

func codeShaped(s string) bool {
	for i := range len(s) {
		if alphanumeric(s[i]) {
			continue
		}
		switch s[i] {
		case '_', '.', '-', '/', ':':
			if i > 0 {
				continue
			}
		}
		return false
	}
	return s != ""
}

func alphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func webLink(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	for i := range len(rest) {
		if rest[i] <= ' ' || rest[i] >= 0x7f { // rare in a link
			return ok && utf8.ValidString(rest) &&
				!strings.ContainsFunc(rest, func(r rune) bool { return r == utf8.RuneError || invisible(r) })
		}
	}
	return ok && rest != ""
}

func email(s string) bool {
	at := strings.IndexByte(s, '@')
	if at < 1 || !allOf(s[:at], "_.%+-") {
		return false
	}
	labels, start := 0, at+1
	for i := start; i <= len(s); i++ {
		if i < len(s) && s[i] != '.' {
			continue
		}
		if i == start || !allOf(s[start:i], "-") {
			return false
		}
		labels++
		start = i + 1
	}
	return labels > 1
}

// allOf reports whether s is ASCII letters, digits and the others given.
func allOf(s, others string) bool {
	for i := range len(s) {
		if !alphanumeric(s[i]) && strings.IndexByte(others, s[i]) < 0 {
			return false
		}
	}
	return true
}

// invisible reports whether a rune is a space, a control or a format character:
// the classes Z, Cc and Cf.
func invisible(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.In(r, unicode.Z, unicode.Cc, unicode.Cf)
}

// textFault is what is wrong with the characters of a text, whatever its field.
type textFault uint8

const (
	textGood textFault = iota
	textNotUTF8
	textControl
	textBlank
)

// inspect walks a text once: its length in code points, and the first fault. It
// is the hot path of every validation.
func inspect(s string, lines bool) (runes int, fault textFault) {
	blank := true
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			runes++
			if c > ' ' && c != 0x7f {
				blank = false
			} else if c != ' ' && !(lines && (c == '\n' || c == '\t')) {
				return runes, textControl
			}
			continue
		}
		if isHan(s[i:]) {
			i += 3
			runes++
			blank = false
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError {
			return runes, textNotUTF8 // also U+FFFD itself: what stood there is lost
		}
		i += n
		runes++
		switch {
		case r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			return runes, textControl
		case blank && !invisible(r):
			blank = false
		}
	}
	if blank {
		return runes, textBlank
	}
	return runes, textGood
}

// isHan reports whether s begins with a rune from U+3001 to U+9FFF, or from
// U+FF00 to U+FF7F: nearly all Chinese characters and Chinese punctuation in
// use. They are three bytes, all visible, none of them to be looked at twice.
func isHan(s string) bool {
	if len(s) < 3 || s[1]&0xc0 != 0x80 || s[2]&0xc0 != 0x80 {
		return false
	}
	switch lead := s[0]; {
	case lead >= 0xe4 && lead <= 0xe9:
		return true
	case lead == 0xe3:
		return s[1] != 0x80 || s[2] != 0x80 // not the ideographic space, U+3000
	case lead == 0xef:
		return s[1] == 0xbc || s[1] == 0xbd // from U+FF80 on there are format characters
	}
	return false
}
