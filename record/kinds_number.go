package record

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
)

// ratioKind is Ratio, its bounds read once.
type ratioKind struct {
	Ratio
	least, greatest money.Ratio
}

func newRatioKind(r Ratio) (*ratioKind, string) {
	k := &ratioKind{Ratio: r}
	if err := k.least.UnmarshalText([]byte(r.Min)); err != nil {
		return k, "a least ratio written 0.06, not " + r.Min
	}
	if err := k.greatest.UnmarshalText([]byte(r.Max)); err != nil {
		return k, "a greatest ratio written 0.06, not " + r.Max
	}
	return k, ""
}

func (*ratioKind) present(r money.Ratio) bool { return r.Present() }
func (*ratioKind) text(r money.Ratio) string  { return r.String() }

func (k *ratioKind) check(r money.Ratio) problem {
	if k.least.Present() && r.Compare(k.least) < 0 || k.greatest.Present() && r.Compare(k.greatest) > 0 {
		return wrong(faultRange, k.wantRange())
	}
	return problem{}
}

func (k *ratioKind) loose(s string, u *untidy) (money.Ratio, problem) {
	if u == nil {
		return k.parse(s)
	}
	if u.unit.shift == 0 {
		if r, err := money.ParseRatio(s); err == nil {
			return r, k.check(r)
		}
	}
	if plain, ok := u.decimal(s, rule.Text{}, true); ok {
		if r, err := money.ParseRatio(u.shortZeros(plain, 8)); err == nil {
			return r, k.check(r)
		}
	}
	return money.Ratio{}, damaged(s, wrong(faultForm, wantSheetRatio))
}

var wantSheetRatio = rule.Text{ZH: "比率，写作 0.06 或 6%，小数点后至多 8 位", EN: "a ratio written 0.06 or 6%, at most 8 digits after the point"}

func (k *ratioKind) parse(s string) (money.Ratio, problem) {
	r, err := money.ParseRatio(s)
	if err != nil {
		return r, wrong(faultForm, wantRatio)
	}
	if p := k.check(r); p.fault != good {
		return money.Ratio{}, p
	}
	return r, problem{}
}

func (*ratioKind) append(b []byte, r money.Ratio) ([]byte, error) {
	b, err := r.AppendText(append(b, '"'))
	return append(b, '"'), err
}

func (k *ratioKind) fromJSON(raw jsontext.Value) (money.Ratio, problem) {
	return fromString(raw, k.parse)
}

// integerKind is Integer.
type integerKind struct{ Integer }

func (*integerKind) present(o Opt[int64]) bool { return o.present }
func (*integerKind) text(o Opt[int64]) string {
	if !o.present {
		return ""
	}
	return strconv.FormatInt(o.v, 10)
}

func (k *integerKind) check(o Opt[int64]) problem {
	if least, greatest := k.Bounds(); o.present && (o.v < least || o.v > greatest) {
		return wrong(faultRange, k.want())
	}
	return problem{}
}

func (k *integerKind) loose(s string, u *untidy) (Opt[int64], problem) {
	if u == nil {
		return k.parse(s)
	}
	if u.unit.shift == 0 && len(s) < 20 && allDigits(s) {
		if o, p := k.parse(s); p.fault == good {
			return o, p
		}
	}
	if plain, ok := u.decimal(s, u.own, false); ok {
		return k.parse(u.shortZeros(plain, 0))
	}
	return Opt[int64]{}, damaged(s, wrong(faultForm, k.want()))
}

func (k *integerKind) parse(s string) (Opt[int64], problem) {
	if strings.HasPrefix(s, "+") || s == "-0" || len(s) > 1 && strings.TrimPrefix(s, "-")[0] == '0' {
		return Opt[int64]{}, wrong(faultForm, k.want())
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return Opt[int64]{}, wrong(faultForm, k.want())
	}
	o := Some(n)
	if p := k.check(o); p.fault != good {
		return Opt[int64]{}, p
	}
	return o, problem{}
}

func (k *integerKind) append(b []byte, o Opt[int64]) ([]byte, error) {
	return strconv.AppendInt(b, o.v, 10), nil
}

// fromJSON takes every number that JSON Schema calls an integer: 1.0 and 1e2
// too. The text has been bounded before, so that no exponent is large.
func (k *integerKind) fromJSON(raw jsontext.Value) (Opt[int64], problem) {
	if raw.Kind() != '0' {
		return Opt[int64]{}, wrong(faultType, wantNumber)
	}
	s := string(raw)
	if strings.ContainsAny(s, ".eE") || s == "-0" {
		exact, ok := new(big.Rat).SetString(s)
		if !ok || !exact.IsInt() {
			return Opt[int64]{}, wrong(faultForm, k.want())
		}
		if !exact.Num().IsInt64() {
			return Opt[int64]{}, wrong(faultRange, k.want())
		}
		s = exact.Num().String()
	}
	if _, err := strconv.ParseInt(s, 10, 64); err != nil {
		return Opt[int64]{}, wrong(faultRange, k.want())
	}
	return k.parse(s)
}

// booleanKind is Boolean.
type booleanKind struct{}

func (*booleanKind) present(o Opt[bool]) bool { return o.present }
func (*booleanKind) check(Opt[bool]) problem  { return problem{} }

func (*booleanKind) text(o Opt[bool]) string {
	switch {
	case !o.present:
		return ""
	case o.v:
		return "true"
	}
	return "false"
}

func (*booleanKind) parse(s string) (Opt[bool], problem) {
	switch s {
	case "true":
		return Some(true), problem{}
	case "false":
		return Some(false), problem{}
	}
	return Opt[bool]{}, wrong(faultForm, rule.Text{ZH: "是或否", EN: "yes or no"})
}

func (k *booleanKind) loose(s string, u *untidy) (Opt[bool], problem) {
	switch s {
	case yes.ZH, yes.EN:
		return Some(true), problem{}
	case no.ZH, no.EN:
		return Some(false), problem{}
	}
	o, p := k.parse(s)
	if p.fault == good || u == nil {
		return o, p
	}
	word := strings.ToLower(u.plain(s))
	if value, ok := ticks[word]; ok {
		u.changes |= changedTick
		return Some(value), problem{}
	}
	switch word {
	case yes.ZH, yes.EN:
		return Some(true), problem{}
	case no.ZH, no.EN:
		return Some(false), problem{}
	}
	return o, p
}

// ticks are what a spreadsheet and a person put for yes and no. 有 and 无, 1 and
// 0 are not among them: in one sheet they mean yes and no, in another a count or
// that there is nothing to say.
var ticks = map[string]bool{
	"√": true, "✓": true, "✔": true, "☑": true, "true": true, "y": true,
	"×": false, "✗": false, "✘": false, "false": false, "n": false,
}

func (*booleanKind) append(b []byte, o Opt[bool]) ([]byte, error) {
	return strconv.AppendBool(b, o.v), nil
}

func (k *booleanKind) fromJSON(raw jsontext.Value) (Opt[bool], problem) {
	if raw.Kind() != 't' && raw.Kind() != 'f' {
		return Opt[bool]{}, wrong(faultType, wantTruth)
	}
	return k.parse(string(raw))
}
