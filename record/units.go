package record

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/rule"
)

// unit is what a number is counted in: a power of ten of the field's own unit.
// The zero unit is none given.
type unit struct {
	name  string // as the sheet has it
	shift int
}

// multiples are the multiples that stand before a unit, longest first.
var multiples = []unit{{"百万", 6}, {"千万", 7}, {"亿", 8}, {"万", 4}, {"千", 3}}

// cutUnit takes the unit from the end of a number: 元, 万元, 亿, and for other
// numbers the field's own, 条 or 万条.
func cutUnit(s string, own rule.Text) (string, unit) {
	rest := s
	if name := own.ZH; name != "" && strings.HasSuffix(rest, name) {
		rest = rest[:len(rest)-len(name)]
	} else if name := own.EN; name != "" && len(rest) >= len(name) && strings.EqualFold(rest[len(rest)-len(name):], name) {
		rest = rest[:len(rest)-len(name)]
	}
	shift := 0
	for _, m := range multiples {
		if cut, ok := strings.CutSuffix(rest, m.name); ok {
			rest, shift = cut, m.shift
			break
		}
	}
	if rest == s {
		return s, unit{}
	}
	return strings.TrimRight(rest, " "), unit{s[len(rest):], shift}
}

// yuan is the unit of every amount.
var yuan = rule.Text{ZH: "元", EN: "yuan"}

// ownUnit is the unit that a field's numbers are counted in.
func ownUnit(f FieldDefinition) rule.Text {
	switch f.Type.(type) {
	case Amount:
		return yuan
	case Integer:
		return f.Unit
	}
	return rule.Text{}
}

// unitOf reads a unit in a heading: 万元 for an amount, % for a ratio, 万条 for
// a number of 条.
func unitOf(note string, f FieldDefinition) (unit, bool) {
	switch f.Type.(type) {
	case Amount, Integer:
		text := note
		if _, ok := f.Type.(Amount); ok {
			text = strings.TrimPrefix(note, "人民币")
		}
		rest, u := cutUnit(text, ownUnit(f))
		u.name = text
		return u, rest == "" && text != ""
	case Ratio:
		switch note {
		case "%":
			return unit{note, -2}, true
		case "‰":
			return unit{note, -3}, true
		}
	case Date, Month:
		return unit{}, note != "" && strings.Trim(note, "年月日/-.YyMmDd") == ""
	}
	return unit{}, false
}

// moneyUnitIn finds 单位：万元, 单位（万元） or 单位：（万元） in a line above the headings. It is
// false for no unit of money, and for one of another currency, which foreign
// tells.
func moneyUnitIn(s string) (u unit, ok, foreign bool) {
	_, after, found := strings.Cut(tidied(s), "单位")
	if !found || after == "" || after[0] != ':' && after[0] != '(' {
		return unit{}, false, false
	}
	after = strings.TrimPrefix(strings.TrimLeft(after, ":("), "人民币")
	for _, name := range foreignMoney {
		if strings.HasPrefix(strings.TrimLeft(after, "百千万亿"), name) {
			return unit{}, false, true
		}
	}
	for _, m := range append(slices.Clone(multiples), unit{}) {
		name := m.name + yuan.ZH
		rest, has := strings.CutPrefix(after, name)
		if next, _ := utf8.DecodeRuneInString(rest); has && (rest == "" || strings.ContainsRune("、,;/):，。", next)) {
			return unit{name, m.shift}, true, false
		}
	}
	return unit{}, false, false
}

// titleUnit finds the unit of money that a title ends with, 台账（万元）, or that stands
// alone above the headings: 万元, （单位）万元. It is false for anything else, and for
// another currency, which foreign tells.
func titleUnit(s string) (u unit, ok, foreign bool) {
	s = tidied(s)
	note := strings.TrimPrefix(strings.TrimPrefix(s, "(单位)"), "单位")
	if _, last := cutNote(note); last != "" {
		note = last
	}
	if slices.Contains(foreignMoney, strings.TrimLeft(strings.ToLower(note), "百千万亿")) {
		return unit{}, false, true
	}
	u, ok = unitOf(note, FieldDefinition{Type: Amount{}})
	return u, ok, false
}

// foreignMoney are currencies whose amounts are not yuan.
var foreignMoney = []string{"美元", "港元", "港币", "澳门元", "欧元", "日元", "英镑", "usd", "hkd", "eur", "jpy", "gbp"}
