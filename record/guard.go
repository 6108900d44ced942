package record

import (
	"strings"
	"unicode/utf8"
)

// guard puts one TAB before a text that a spreadsheet would run or change, or
// that the reader would take for something else. The reader takes it away.
func guard(s string) string {
	if s != "" && (risky(s) || misread(s)) {
		return "\t" + s
	}
	return s
}

// safe puts one TAB before a cell of somebody else's sheet that a spreadsheet
// would run or change; one that has a TAB already keeps it. A short number stays
// a number where the column does not hold texts.
func safe(s string, text bool) string {
	t := trimmed(s)
	if t == "" || s[0] == '\t' || !risky(t) || saysAbsent(t) || !text && shortNumber(t) {
		return s
	}
	return "\t" + t
}

func shortNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, fraction, _ := strings.Cut(s, ".")
	return len(s) <= shownDigits && allDigits(whole) && (fraction == "" || allDigits(fraction))
}

// shownDigits is how many characters of a number a spreadsheet shows, and saves.
const shownDigits = 11

// guardNumber is guard for numbers.
func guardNumber(s string) string {
	if len(strings.TrimSuffix(s, ".00")) > shownDigits {
		return "\t" + s
	}
	return s
}

// misread reports whether the reader would take a text for something else: it
// takes spaces away, and rows of totals and lines below the table out.
func misread(s string) bool {
	return trimmed(s) != s || s[0] == '\'' || saysAbsent(s) || spreadsheetError(s) || isTotal(s) || isFoot(s)
}

// risky reports whether a spreadsheet would take a text for a formula, a
// number, a date or a truth value.
func risky(s string) bool {
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) || convertible(s)
}

// convertible reports whether a spreadsheet would read a text as a number, a
// date, a time or a truth value, in Chinese or English.
func convertible(s string) bool {
	if len(s) > 64 {
		return strings.Trim(s, "0123456789") == "" // a number, however long
	}
	if strings.EqualFold(s, "true") || strings.EqualFold(s, "false") {
		return true
	}
	digits, words := false, false
	for _, r := range s {
		switch r = halfRune(r); {
		case '0' <= r && r <= '9' || strings.ContainsRune("〇一二三四五六七八九十", r):
			digits = true
		case strings.ContainsRune(".,-/:+%$¥() ", r):
		case r >= utf8.RuneSelf && strings.ContainsRune("年月日号时分秒点上下午元", r), strings.ContainsRune(monthLetters, r|0x20):
			words = true
		default:
			return false
		}
	}
	return digits && (!words || dateWorded(strings.ToLower(halfWidth(s))))
}

// monthLetters are the letters of the English words among the date words.
const monthLetters = "abcdefghijlmnoprstuvy"

// dateWorded reports whether s is digits and words of dates and times.
func dateWorded(s string) bool {
	for _, word := range dateWords {
		s = strings.ReplaceAll(s, word, "")
	}
	return strings.Trim(s, "0123456789.,-/:+%$¥() 〇一二三四五六七八九十") == ""
}

// dateWords are what a date or a time may have beside its digits; the longer
// ones first.
var dateWords = []string{
	"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
	"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
	"年", "月", "日", "号", "时", "分", "秒", "点", "上午", "下午", "am", "pm", "元", "a", "p", "e",
}
