package record

import (
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
)

// fault is a way in which a member of a record can be wrong.
type fault uint8

const (
	good        fault = iota
	faultAbsent       // no value; a fault only where one is required
	faultUnknownKey
	faultDuplicateKey
	faultMissing
	faultForbidden
	faultNull
	faultType
	faultText
	faultBlank
	faultLength
	faultShape
	faultForm
	faultRange
	faultCode
	faultCodePeriod
	faultCodeExpired
	faultIdentifier
	faultCount
	faultRepeated
	faultExtra
	faultCell
	faultShortened
	faultPlaceholder
	noteNormalised
	noteRow
	noteColumn
	noteUnit
)

// problem is a fault and what was wanted instead. The zero problem is none; it
// costs nothing to pass around.
type problem struct {
	fault fault
	want  *rule.Text // nil where the fault says it all
}

// wrong is a fault with what was wanted instead.
func wrong(f fault, want rule.Text) problem { return problem{f, &want} }

// kindOfFault is the rule a fault breaks: its id, title and severity, the words
// before the want, and what to do.
type kindOfFault struct {
	id       rule.ID
	title    rule.Text
	severity rule.Severity
	says     rule.Text // “{title}: {value}” goes before, the want behind
	fix      rule.Text
}

// finding words a problem of a field.
func (p problem) finding(f FieldDefinition, path, value string) rule.Finding {
	k := &faults[p.fault]
	zh, en := f.Title.ZH, f.Title.EN
	if zh == "" { // a member that the record does not have
		zh, en = "成员", "member"
	}
	if value != "" {
		value = quote.Value(value)
		zh += " " + value + " "
		en += " " + value + " "
	} else {
		en += " "
	}
	zh += k.says.ZH
	en += k.says.EN
	if p.want != nil && !p.want.IsZero() {
		zh += "，应为：" + p.want.ZH
		en += ": want " + p.want.EN
	}
	return rule.Finding{
		Rule: k.id, Title: k.title, Severity: k.severity, Path: path, Value: value,
		Message: rule.Text{ZH: zh + "。", EN: en + "."}, Fix: k.fix, Basis: f.Basis,
	}
}

// FormRules lists the rules of form that every record keeps: what its findings name
// when a member is unknown, missing, of the wrong type or outside its list.
// They are rules of this library; a finding cites the clauses of the field.
func FormRules() []rule.ID {
	var ids []rule.ID
	for _, k := range faults[faultAbsent+1:] {
		ids = append(ids, k.id)
	}
	return ids
}
