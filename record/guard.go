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
// would run or change; one that has a TAB already keeps it.
func safe(s string) string {
	if t := trimmed(s); s != "" && s[0] != '\t' && risky(t) && !saysAbsent(t) {
		return "\t" + t
	}
	return s
}

// guardNumber is guard for numbers and months, which a spreadsheet shows and
// saves with at most eleven characters.
func guardNumber(s string) string {
	if len(strings.TrimSuffix(s, ".00")) > 11 {
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
	s = strings.ToLower(halfWidth(s))
	if s == "true" || s == "false" {
		return true
	}
	if !strings.ContainsAny(s, "0123456789") && !strings.ContainsAny(s, "〇一二三四五六七八九十") {
		return false
	}
	rest := strings.Trim(s, "0123456789.,-/:+%$¥()eE ")
	if rest == "" {
		return true
	}
	for _, word := range dateWords {
		rest = strings.ReplaceAll(rest, word, "")
	}
	return strings.Trim(rest, "0123456789.,-/:+%$¥() 〇一二三四五六七八九十") == ""
}

// dateWords are what a date or a time may have beside its digits; the longer
// ones first.
var dateWords = []string{
	"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
	"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
	"年", "月", "日", "号", "时", "分", "秒", "点", "上午", "下午", "am", "pm", "元", "a", "p", "e",
}
