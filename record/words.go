package record

import (
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/rule"
)

// What a value of a type must be, as findings say it.
var (
	wantNumber      = rule.Text{ZH: "数字", EN: "a number"}
	wantTruth       = rule.Text{ZH: "true 或 false", EN: "true or false"}
	wantDate        = rule.Text{ZH: "存在的日期，写作 2006-01-02，年份 1900 至 2199", EN: "a date that exists, written 2006-01-02, of a year from 1900 to 2199"}
	wantMonth       = rule.Text{ZH: "月份，写作 2006-01，年份 1900 至 2199", EN: "a month written 2006-01, of a year from 1900 to 2199"}
	wantAmount      = rule.Text{ZH: "半角数字的金额（元），小数点前至多 15 位、后 2 位，如 1860000.00", EN: "an amount in yuan in ASCII digits, at most 15 before the point and 2 after it, such as 1860000.00"}
	wantNotNegative = rule.Text{ZH: "不小于 0 的金额", EN: "an amount that is not negative"}
	wantRatio       = rule.Text{ZH: "半角数字的比率，小数点后至多 8 位，如 0.06", EN: "a ratio in ASCII digits, at most 8 after the point, such as 0.06"}
)

// Word returns the finding of a member that breaks one of [FormRules], in the words
// of this package's own reading: for validators that judge by a definition
// alone. path is a JSON Pointer; value is shown shortened. An id that is not
// one of FormRules gives the zero Finding.
func Word(id rule.ID, f FieldDefinition, path, value string) rule.Finding {
	i := slices.IndexFunc(faults[:], func(k kindOfFault) bool { return k.id == id })
	if i <= int(faultAbsent) {
		return rule.Finding{}
	}
	p := problem{fault: fault(i)}
	if want := wantOf(p.fault, f.Type); !want.IsZero() {
		p.want = &want
	}
	return p.finding(f, path, value)
}

// WordUnknown is [Word] for a member that the record does not define; it
// suggests the member that may have been meant.
func (d Definition) WordUnknown(name, path string) rule.Finding {
	return wrong(faultUnknownKey, d.nearest(name)).finding(FieldDefinition{}, path, name)
}

// Want says in both languages what a value of a type must be.
func Want(t Type) rule.Text {
	switch t := t.(type) {
	case Text:
		n := strconv.Itoa(t.Max)
		what := t.Shape.Want()
		return rule.Text{ZH: what.ZH + "，不超过 " + n + " 个字符", EN: what.EN + " of at most " + n + " characters"}
	case Code:
		return rule.Text{ZH: "列表中的一项", EN: "one of the list"}
	case Codes:
		return rule.Text{ZH: "列表中的项，不重复", EN: "some of the list, each once"}
	case Boolean:
		return rule.Text{ZH: "是或否", EN: "yes or no"}
	case Identifier:
		return t.Scheme.Want()
	case List:
		return wantOf(faultCount, t)
	case Nested, Chosen, nil:
		return rule.Text{}
	}
	return wantOf(faultForm, t)
}

// wantOf says what a fault in a value of a type wants instead; nothing where the
// fault says it all.
func wantOf(f fault, t Type) rule.Text {
	switch f {
	case faultType:
		return wantType(t)
	case faultForm:
		return wantForm(t)
	}
	switch t := t.(type) {
	case Text:
		switch f {
		case faultLength:
			return wantShort(t.Max)
		case faultShape:
			return t.Shape.Want()
		}
	case Code:
		if f == faultCode {
			return wantCode(t.List)
		}
	case Codes:
		if f == faultCount {
			return wantCount(0, t.most())
		}
	case List:
		if f == faultCount {
			return wantCount(t.Min, t.Max)
		}
	case Amount:
		if f == faultRange {
			return wantNotNegative
		}
	case Ratio:
		if f == faultRange {
			return t.wantRange()
		}
	case Integer:
		if f == faultRange {
			return t.want()
		}
	case Identifier:
		if f == faultIdentifier {
			return t.Scheme.Want()
		}
	}
	return rule.Text{}
}

func wantType(t Type) rule.Text {
	switch t.(type) {
	case Integer:
		return wantNumber
	case Boolean:
		return wantTruth
	case List, Codes:
		return wantArray
	case Nested, Chosen, nil:
		return wantObject
	}
	return wantString
}

func wantForm(t Type) rule.Text {
	switch t := t.(type) {
	case Date:
		return wantDate
	case Month:
		return wantMonth
	case Amount:
		return wantAmount
	case Ratio:
		return wantRatio
	case Integer:
		return t.want()
	}
	return rule.Text{}
}

func wantShort(most int) rule.Text {
	n := strconv.Itoa(most)
	return rule.Text{ZH: "不超过 " + n + " 个字符", EN: "at most " + n + " characters"}
}

func wantCount(least, most int) rule.Text {
	l, m := strconv.Itoa(least), strconv.Itoa(most)
	return rule.Text{ZH: l + " 至 " + m + " 项", EN: l + " to " + m + " elements"}
}

func (r Ratio) wantRange() rule.Text {
	return rule.Text{ZH: r.Min + " 至 " + r.Max + " 的比率", EN: "a ratio from " + r.Min + " to " + r.Max}
}

func (i Integer) want() rule.Text {
	least, greatest := i.Bounds()
	l, g := strconv.FormatInt(least, 10), strconv.FormatInt(greatest, 10)
	return rule.Text{ZH: l + " 至 " + g + " 的整数", EN: "a whole number from " + l + " to " + g}
}

// most is how many codes there can be.
func (c Codes) most() int {
	if c.Max == 0 {
		return len(c.List.Codes)
	}
	return c.Max
}
