package record

import (
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// Scheme is the kind of an [Identifier].
type Scheme uint8

// The schemes.
const (
	CreditCode Scheme = iota + 1 // 统一社会信用代码, 18 characters with a check character (GB 32100-2015)
	Digest                       // sha256: and 64 lower-case hexadecimal digits
)

type scheme struct {
	holds   func(string) bool
	pattern string // without the check character, which no pattern can tell
	want    rule.Text
}

var schemes = [...]scheme{
	0: {func(string) bool { return false }, `^$`, rule.Text{}},
	CreditCode: {creditCode, `^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$`, rule.Text{
		ZH: "18 位统一社会信用代码，末位为校验码", EN: "a unified social credit code of 18 characters whose last is its check character",
	}},
	Digest: {digest, `^sha256:[0-9a-f]{64}$`, rule.Text{
		ZH: "sha256: 加 64 位小写十六进制数", EN: "sha256: and 64 lower-case hexadecimal digits",
	}},
}

// Pattern returns the form as a regular expression. It accepts identifiers
// whose check character is wrong: no pattern can compute it.
func (s Scheme) Pattern() string { return schemes[s.index()].pattern }

// Want says in both languages what the scheme asks for.
func (s Scheme) Want() rule.Text { return schemes[s.index()].want }

func (s Scheme) index() int {
	if int(s) >= len(schemes) {
		return 0
	}
	return int(s)
}

// creditAlphabet is the 31 characters of GB 32100-2015: digits and capitals
// without I, O, S, V and Z. A character's value is its place.
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// CreditCheck returns the check character of the first 17 characters of a
// unified social credit code, 0 if they are not 17 of its alphabet: 31 less the
// remainder by 31 of the sum of value × 3^place (GB 32100-2015).
func CreditCheck(body string) byte {
	if len(body) != 17 {
		return 0
	}
	sum, weight := 0, 1
	for i := range 17 {
		v := strings.IndexByte(creditAlphabet, body[i])
		if v < 0 {
			return 0
		}
		sum += v * weight
		weight = weight * 3 % 31
	}
	return creditAlphabet[(31-sum%31)%31]
}

func creditCode(s string) bool {
	return len(s) == 18 && allDigits(s[2:8]) && CreditCheck(s[:17]) == s[17]
}

func digest(s string) bool {
	hex, ok := strings.CutPrefix(s, "sha256:")
	if !ok || len(hex) != 64 {
		return false
	}
	for i := range len(hex) {
		if c := hex[i]; !('0' <= c && c <= '9' || 'a' <= c && c <= 'f') {
			return false
		}
	}
	return true
}
