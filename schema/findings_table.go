package schema

import "github.com/dataasset-go/dataasset/rule"

// The rules of record that a schema can find broken, in the order in which
// record tells them: of several faults of one value the first is told.
const (
	ruleDuplicate  rule.ID = "record.duplicate-key"
	ruleNull       rule.ID = "record.null"
	ruleType       rule.ID = "record.type"
	ruleCode       rule.ID = "record.code"
	ruleText       rule.ID = "record.text"
	ruleBlank      rule.ID = "record.blank"
	ruleShape      rule.ID = "record.shape"
	ruleIdentifier rule.ID = "record.identifier"
	ruleForm       rule.ID = "record.form"
	ruleRange      rule.ID = "record.range"
	ruleLength     rule.ID = "record.length"
	ruleCount      rule.ID = "record.count"
	ruleRepeated   rule.ID = "record.repeated"
	ruleRequired   rule.ID = "record.required"
	ruleUnknown    rule.ID = "record.unknown-key"
	ruleForbidden  rule.ID = "record.must-be-absent"
)

func ranking() []rule.ID {
	return []rule.ID{
		ruleDuplicate, ruleNull, ruleType, ruleCode, ruleText, ruleBlank, ruleShape, ruleIdentifier, ruleForm, ruleRange,
		ruleLength, ruleCount, ruleRepeated, ruleRequired, ruleUnknown, ruleForbidden,
	}
}

// ruleOf is the rule that a keyword checks, whatever the field. What pattern and
// type check depends on the field: [spot.rule].
func ruleOf(keyword string) rule.ID {
	switch keyword {
	case "const", "enum":
		return ruleCode
	case "format":
		return ruleForm
	case "minimum", "maximum":
		return ruleRange
	case "maxLength":
		return ruleLength
	case "minItems", "maxItems":
		return ruleCount
	case "minProperties":
		return ruleNull
	}
	return ruleType
}
