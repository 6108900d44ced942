package record

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// kind is what one scalar type means for one Go type. Its text form is the one
// in JSON strings, table cells and conditions.
type kind[V any] interface {
	check(V) problem                      // of a value made in Go; the form is given by its type
	parse(string) (V, problem)            // of the exact text form
	loose(string, *untidy) (V, problem)   // of a cell that a person filled in; see untidy
	text(V) string                        // the text form
	append([]byte, V) ([]byte, error)     // the JSON form
	fromJSON(jsontext.Value) (V, problem) // of one JSON value
}

// scalarKind is the kind of a Go type that knows itself whether it is absent; a
// text is where it is empty.
type scalarKind[V Scalar] interface {
	kind[V]
	present(V) bool
}

var wantString = rule.Text{ZH: "字符串", EN: "a string"}

// unquoted is the content of a JSON string.
func unquoted(raw jsontext.Value) (string, problem) {
	if raw.Kind() != '"' {
		return "", wrong(faultType, wantString)
	}
	if !slices.Contains(raw, '\\') {
		return string(raw[1 : len(raw)-1]), problem{}
	}
	s, err := jsontext.AppendUnquote(nil, raw)
	if err != nil {
		return "", wrong(faultText, rule.Text{})
	}
	return string(s), problem{}
}

// fromString reads a JSON string by a parser of its content; an empty one is
// nothing and must be left out.
func fromString[V any](raw jsontext.Value, parse func(string) (V, problem)) (V, problem) {
	var zero V
	s, p := unquoted(raw)
	if p.fault != good {
		return zero, p
	}
	if s == "" {
		return zero, problem{fault: faultNull}
	}
	return parse(s)
}

func quoted(b []byte, s string) ([]byte, error) { return jsontext.AppendQuote(b, s) }

// textKind is Text.
type textKind struct{ Text }

func (k *textKind) check(s string) problem {
	if k.Shape != AnyText {
		return k.checkShape(s)
	}
	runes, fault := inspect(s, k.Lines)
	switch fault {
	case textNotUTF8, textControl:
		return problem{fault: faultText}
	case textBlank:
		return problem{fault: faultBlank}
	}
	if runes > k.Max {
		return k.tooLong()
	}
	return problem{}
}

// checkShape is check for a text of a shape, all of which keep out blanks and
// control characters.
func (k *textKind) checkShape(s string) problem {
	if !shapes[k.Shape.index()].holds(s) {
		return wrong(faultShape, k.Shape.Want())
	}
	if len(s) > k.Max && utf8.RuneCountInString(s) > k.Max {
		return k.tooLong()
	}
	return problem{}
}

func (k *textKind) tooLong() problem { return wrong(faultLength, wantShort(k.Max)) }

func (k *textKind) parse(s string) (string, problem) { return s, k.check(s) }
func (k *textKind) loose(s string, u *untidy) (string, problem) {
	if u == nil || u.literal && k.Shape == AnyText {
		return k.parse(s)
	}
	t := u.trim(s)
	if t == "" {
		return "", problem{fault: faultAbsent}
	}
	p := k.check(t)
	if p.fault != good && k.Shape != AnyText {
		before := u.changes
		if plain := u.plain(s); k.check(plain).fault == good {
			return plain, problem{}
		}
		u.changes = before
		p = damaged(t, p)
	}
	u.placeholder = p.fault == good && !u.literal && (saysAbsent(t) || spreadsheetError(t))
	return t, p
}

func (k *textKind) text(s string) string                          { return s }
func (k *textKind) append(b []byte, s string) ([]byte, error)     { return quoted(b, s) }
func (k *textKind) fromJSON(raw jsontext.Value) (string, problem) { return fromString(raw, k.parse) }

// spreadsheetError reports whether a formula has left its error in a cell.
func spreadsheetError(s string) bool {
	switch s {
	case "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!":
		return true
	}
	return false
}

// codeKind is Code. Whether the code is in force on a day is the cell's to ask:
// it depends on the record.
type codeKind struct {
	Code
	codes []string          // each once: a list is short, so that looking through it is fastest
	names map[string]string // from titles and codes
}

func newCodeKind(t Code) *codeKind {
	k := &codeKind{Code: t, names: make(map[string]string, 3*len(t.List.Codes))}
	for _, c := range t.List.Codes {
		if _, again := k.names[c.Code]; !again {
			k.codes = append(k.codes, c.Code)
		}
		k.names[c.Code] = c.Code
	}
	for _, c := range t.List.Codes { // a title comes before another's code
		k.names[c.Title.ZH], k.names[c.Title.EN] = c.Code, c.Code
	}
	return k
}

// fewCodes is how many codes are looked through faster than a map is asked.
const fewCodes = 16

func (k *codeKind) has(s string) bool {
	if len(k.codes) > fewCodes {
		return k.names[s] == s && s != ""
	}
	for _, code := range k.codes {
		if code == s {
			return true
		}
	}
	return false
}

func (k *codeKind) check(s string) problem {
	if k.has(s) {
		return problem{}
	}
	return wrong(faultCode, wantCode(k.List))
}

func (k *codeKind) parse(s string) (string, problem) { return s, k.check(s) }

func (k *codeKind) loose(s string, u *untidy) (string, problem) {
	if code, ok := k.names[s]; ok {
		return code, problem{}
	}
	if u != nil {
		if code := k.List.nearTitle(s, u); code != "" {
			return code, problem{}
		}
	}
	return "", wrong(faultCode, wantCode(k.List))
}

func (k *codeKind) text(s string) string                          { return s }
func (k *codeKind) append(b []byte, s string) ([]byte, error)     { return quoted(b, s) }
func (k *codeKind) fromJSON(raw jsontext.Value) (string, problem) { return fromString(raw, k.parse) }

// wantCode lists the codes with their titles, as many as a message holds.
func wantCode(l CodeList) rule.Text {
	const shown = 12
	zh, en := l.Title.ZH+"之一：", "one of "+l.Title.EN+": "
	for i, c := range l.Codes {
		if i == shown {
			rest := strconv.Itoa(len(l.Codes) - shown)
			return rule.Text{ZH: zh + "……共另有 " + rest + " 项", EN: en + " and " + rest + " more"}
		}
		if i > 0 {
			zh += "、"
			en += ", "
		}
		zh += c.Title.ZH + "(" + c.Code + ")"
		en += c.Code + " (" + c.Title.EN + ")"
	}
	return rule.Text{ZH: zh, EN: en}
}

// dateKind is Date.
type dateKind struct{}

func (*dateKind) present(d calendar.Date) bool { return !d.IsZero() }
func (*dateKind) check(calendar.Date) problem  { return problem{} }
func (*dateKind) text(d calendar.Date) string  { return d.String() }
func (k *dateKind) loose(s string, u *untidy) (calendar.Date, problem) {
	if u == nil || len(s) == 10 && s[4] == '-' {
		if d, p := k.parse(s); p.fault == good || u == nil {
			return d, p
		}
	}
	if d, ok := u.date(s); ok {
		return d, problem{}
	}
	return calendar.Date{}, wrong(faultForm, wantSheetDate)
}

var wantSheetDate = rule.Text{
	ZH: "存在的日期，写作 2006-01-02、2006/1/2、2006.1.2、2006年1月2日或 20060102，无时刻，年份 1900 至 2199",
	EN: "a date that exists, written 2006-01-02, 2006/1/2, 2006.1.2, 2006年1月2日 or 20060102, without a time of day, of a year from 1900 to 2199",
}

func (*dateKind) parse(s string) (calendar.Date, problem) {
	d, err := calendar.ParseDate(s)
	if err != nil {
		return d, wrong(faultForm, wantDate)
	}
	return d, problem{}
}

func (*dateKind) append(b []byte, d calendar.Date) ([]byte, error) {
	b, err := d.AppendText(append(b, '"'))
	return append(b, '"'), err
}

func (k *dateKind) fromJSON(raw jsontext.Value) (calendar.Date, problem) {
	return fromString(raw, k.parse)
}

// monthKind is Month.
type monthKind struct{}

func (*monthKind) present(m calendar.Month) bool { return !m.IsZero() }
func (*monthKind) check(calendar.Month) problem  { return problem{} }
func (*monthKind) text(m calendar.Month) string  { return m.String() }
func (k *monthKind) loose(s string, u *untidy) (calendar.Month, problem) {
	if u == nil || len(s) == 7 && s[4] == '-' {
		if m, p := k.parse(s); p.fault == good || u == nil {
			return m, p
		}
	}
	if m, ok := u.month(s); ok {
		return m, problem{}
	}
	return calendar.Month{}, wrong(faultForm, wantSheetMonth)
}

var wantSheetMonth = rule.Text{
	ZH: "月份，写作 2006-01、2006/1、2006年1月或 200601，年份 1900 至 2199",
	EN: "a month written 2006-01, 2006/1, 2006年1月 or 200601, of a year from 1900 to 2199",
}

func (*monthKind) parse(s string) (calendar.Month, problem) {
	m, err := calendar.ParseMonth(s)
	if err != nil {
		return m, wrong(faultForm, wantMonth)
	}
	return m, problem{}
}

func (*monthKind) append(b []byte, m calendar.Month) ([]byte, error) {
	b, err := m.AppendText(append(b, '"'))
	return append(b, '"'), err
}

func (k *monthKind) fromJSON(raw jsontext.Value) (calendar.Month, problem) {
	return fromString(raw, k.parse)
}

// amountKind is Amount.
type amountKind struct{ Amount }

func (*amountKind) present(a money.Amount) bool { return a.Present() }
func (*amountKind) text(a money.Amount) string  { return a.String() }

func (k *amountKind) check(a money.Amount) problem {
	if a.Sign() < 0 && !k.Signed {
		return wrong(faultRange, wantNotNegative)
	}
	return problem{}
}

func (k *amountKind) parse(s string) (money.Amount, problem) { return k.read(s, money.ParseExact) }

func (k *amountKind) loose(s string, u *untidy) (money.Amount, problem) {
	if u == nil {
		return k.read(s, money.Parse)
	}
	if u.unit.shift == 0 {
		if a, err := money.Parse(s); err == nil {
			return a, k.check(a)
		}
	}
	if plain, ok := u.decimal(s, yuan, false); ok {
		if a, err := money.Parse(u.shortZeros(plain, 2)); err == nil {
			return a, k.check(a)
		}
	}
	return money.Amount{}, damaged(s, wrong(faultForm, wantSheetAmount))
}

var wantSheetAmount = rule.Text{
	ZH: "人民币金额，可带千分位和单位元、万元、亿元，折合元时小数点前至多 15 位、后 2 位，如 1860000.00",
	EN: "an amount in yuan, with thousands separators or a unit (元, 万元, 亿元) if need be, in yuan at most 15 digits before the point and 2 after it, such as 1860000.00",
}

func (k *amountKind) read(s string, parse func(string) (money.Amount, error)) (money.Amount, problem) {
	a, err := parse(s)
	if err != nil {
		return a, wrong(faultForm, wantAmount)
	}
	if p := k.check(a); p.fault != good {
		return money.Amount{}, p
	}
	return a, problem{}
}

func (*amountKind) append(b []byte, a money.Amount) ([]byte, error) {
	b, err := a.AppendText(append(b, '"'))
	return append(b, '"'), err
}

func (k *amountKind) fromJSON(raw jsontext.Value) (money.Amount, problem) {
	return fromString(raw, k.parse)
}

// identifierKind is Identifier.
type identifierKind struct{ Identifier }

func (k *identifierKind) check(s string) problem {
	if schemes[k.Scheme.index()].holds(s) {
		return problem{}
	}
	return wrong(faultIdentifier, k.Scheme.Want())
}

func (k *identifierKind) parse(s string) (string, problem)            { return s, k.check(s) }
func (k *identifierKind) text(s string) string                        { return s }
func (k *identifierKind) append(b []byte, s string) ([]byte, error)   { return quoted(b, s) }
func (k *identifierKind) fromJSON(r jsontext.Value) (string, problem) { return fromString(r, k.parse) }

func (k *identifierKind) loose(s string, u *untidy) (string, problem) {
	p := k.check(s)
	if p.fault == good || u == nil {
		return s, p
	}
	plain := u.plain(s)
	if k.Scheme == CreditCode {
		if upper := strings.ToUpper(plain); upper != plain {
			u.changes |= changedCase
			plain = upper
		}
	}
	if k.check(plain).fault == good {
		return plain, problem{}
	}
	return s, damaged(s, p)
}
