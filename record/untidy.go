package record

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
)

// untidy is how one cell that a person or a spreadsheet wrote is understood:
// what its column says of it, and what had to be changed. Each column has one,
// so that a tidy cell costs no writing. A nil untidy takes the text form and
// titles only.
type untidy struct {
	unit unit      // of the column's heading
	own  rule.Text // the field's unit

	literal     bool // behind a guarding TAB: a text is meant to the letter
	placeholder bool // the text says that there is none, and the field takes it as text
	changes     changes
	converted   unit // what the number was multiplied by, where changes says so
}

// changes is a set of what was done to a cell.
type changes uint32

const (
	changedSpace changes = 1 << iota
	changedWidth
	changedCase
	changedApostrophe
	changedGroups
	changedCurrency
	changedBrackets
	changedUnitName
	changedUnit
	changedPercent
	changedZeros
	changedDate
	changedSerial
	changedMidnight
	changedTick
	changedAbsent
)

var changeNames = [...]rule.Text{
	{ZH: "去掉首尾空白", EN: "spaces taken away"},
	{ZH: "全角改为半角", EN: "full width made half width"},
	{ZH: "大小写按代码表", EN: "letter case as listed"},
	{ZH: "去掉前导单引号", EN: "leading apostrophe taken away"},
	{ZH: "去掉千分位", EN: "thousands separators taken away"},
	{ZH: "去掉货币符号", EN: "currency sign taken away"},
	{ZH: "括号表示负数", EN: "brackets read as minus"},
	{ZH: "去掉单位", EN: "unit taken away"},
	{ZH: "换算单位", EN: "unit converted"},
	{ZH: "百分数改为小数", EN: "percent made a fraction"},
	{ZH: "去掉末尾的 0", EN: "zeros at the end taken away"},
	{ZH: "日期改写", EN: "date rewritten"},
	{ZH: "电子表格日期序列号（1900 年起）改为日期", EN: "spreadsheet serial number (1900 system) made a date"},
	{ZH: "去掉零点时刻", EN: "midnight taken away"},
	{ZH: "勾叉、真假改为是否", EN: "tick, cross or true and false made yes or no"},
	{ZH: "视为未填", EN: "taken as absent"},
}

// in names the changes in both languages.
func (u *untidy) in() rule.Text {
	var t rule.Text
	for i, name := range changeNames {
		c := changes(1) << i
		if u.changes&c == 0 {
			continue
		}
		if t.ZH != "" {
			t.ZH += "；"
			t.EN += "; "
		}
		if c == changedUnit {
			name.ZH += "：" + u.converted.name
			name.EN += ": " + u.converted.name
		}
		t.ZH += name.ZH
		t.EN += name.EN
	}
	return t
}

// finding tells what a cell was read as.
func (u *untidy) finding(f FieldDefinition, path, before, after string) rule.Finding {
	k, how := &faults[noteNormalised], u.in()
	zh, en := f.Title.ZH+" "+quote.Value(before), f.Title.EN+" "+quote.Value(before)
	if u.changes&changedAbsent == 0 {
		zh += " " + k.says.ZH + " " + quote.Value(after)
		en += " " + k.says.EN + " " + quote.Value(after)
	}
	return rule.Finding{
		Rule: k.id, Title: k.title, Severity: k.severity, Path: path, Value: quote.Value(before),
		Message: rule.Text{ZH: zh + "：" + how.ZH + "。", EN: en + ": " + how.EN + "."}, Fix: k.fix, Basis: f.Basis,
	}
}

// trim takes away the spaces around a cell: NBSP, full-width and zero-width
// ones too.
func (u *untidy) trim(s string) string {
	t := trimmed(s)
	if len(t) != len(s) {
		u.changes |= changedSpace
	}
	return t
}

func trimmed(s string) string {
	if s == "" || solid(s) {
		return s
	}
	return strings.TrimFunc(s, padding)
}

// solid reports whether neither end of s can be a space: the case of nearly
// all cells.
func solid(s string) bool {
	first, last := s[0], s[len(s)-1]
	if first <= ' ' || first == 0xc2 || first == 0xe2 || first == 0xe3 || first == 0xef || first == 0xe1 {
		return false
	}
	if last < utf8.RuneSelf {
		return last > ' '
	}
	return len(s) >= 3 && isHan(s[len(s)-3:])
}

func padding(r rune) bool { return unicode.IsSpace(r) || r == 0x200b || r == 0xfeff }

// half makes full-width letters, digits and signs half width.
func (u *untidy) half(s string) string {
	t := halfWidth(s)
	if t != s {
		u.changes |= changedWidth
	}
	return t
}

func halfWidth(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(halfRune, s)
		}
	}
	return s
}

func halfRune(r rune) rune {
	switch {
	case 0xff01 <= r && r <= 0xff5e:
		return r - 0xfee0
	case r == 0x3000 || r == 0xa0:
		return ' '
	case r == 0x2212:
		return '-'
	case r == 0xffe5:
		return '¥'
	}
	return r
}

// plain is a cell that holds no free text: trimmed, without the apostrophe that
// marks a text in a spreadsheet, half width.
func (u *untidy) plain(s string) string {
	s = u.trim(s)
	if rest, ok := strings.CutPrefix(s, "'"); ok {
		u.changes |= changedApostrophe
		s = u.trim(rest)
	}
	return u.half(s)
}

// absentWord reports whether a text, half width and in small letters, says that
// there is nothing.
func absentWord(s string) bool {
	switch s {
	case "—", "——", "-", "--", "–", "/", "无", "空", "不适用", "n/a", "#n/a", "na":
		return true
	}
	return false
}

// saysAbsent reports whether a cell says that there is nothing.
func saysAbsent(s string) bool {
	if s = trimmed(s); s == "" {
		return true
	}
	if len(s) > 16 { // none of the words is so long
		return false
	}
	switch c := s[0]; {
	case c == 0xef, c < utf8.RuneSelf && strings.IndexByte("-/#Nn", c) >= 0:
		return absentWord(strings.ToLower(halfWidth(s)))
	case c < utf8.RuneSelf:
		return false
	}
	return absentWord(s)
}
