package schema

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// spot is a place in an instance: the field there, with the type of the element
// inside a list, and the value.
type spot struct {
	field record.FieldDefinition
	of    record.Definition // of the object here
	value any
}

// step goes to a member or an element.
func (s spot) step(token string) spot {
	if list, ok := s.value.([]any); ok {
		return s.element(list, token)
	}
	members, _ := s.value.(map[string]any)
	next := spot{value: members[token]}
	if s.of.By != "" && token == s.of.By {
		next.field = chooser(s.of)
		return next
	}
	next.field, _ = s.record().Field(token)
	switch t := next.field.Type.(type) {
	case record.Nested:
		next.of = t.Of
	case record.Chosen:
		next.of = t.Of
	}
	return next
}

func (s spot) element(list []any, token string) spot {
	next := spot{field: s.field}
	if i, err := strconv.Atoi(token); err == nil && i < len(list) {
		next.value = list[i]
	}
	switch t := s.field.Type.(type) {
	case record.Codes:
		next.field.Type = record.Code{List: t.List}
	case record.List:
		next.field.Type, next.of = t.Element, t.Of
		if t.Element == nil {
			next.field.Type = record.Nested{Of: t.Of}
		}
	}
	return next
}

// record is the record of fields here: of a choice, the one that is chosen.
func (s spot) record() record.Definition {
	if s.of.By == "" {
		return s.of
	}
	members, _ := s.value.(map[string]any)
	i := slices.IndexFunc(s.of.Alternatives, func(a record.Alternative) bool { return members[s.of.By] == a.Code })
	if i < 0 {
		return record.Definition{}
	}
	return s.of.Alternatives[i].Definition
}

// place is the place in the table of the member that a path begins with, behind
// all of them for one that is not there.
func (s spot) place(path []string) int {
	if len(path) == 0 || s.of.By != "" && path[0] == s.of.By {
		return 0
	}
	fields := s.record().Fields
	i := slices.IndexFunc(fields, func(f record.FieldDefinition) bool { return f.Key == path[0] })
	if i < 0 {
		return len(fields) + 1
	}
	return i + 1
}

// rule is what the keyword at a pointer of the document has found wrong here.
func (s spot) rule(keyword string, pointer []string) rule.ID {
	switch v := s.value.(type) {
	case nil:
		if s.field.Key == "" {
			return ruleType // the record itself
		}
		return ruleNull
	case string:
		if v == "" && keyword != "type" {
			return ruleNull
		}
	case []any:
		if len(v) == 0 && keyword == "minItems" {
			return ruleNull
		}
	case json.Number:
		if _, whole := s.field.Type.(record.Integer); whole && keyword == "type" {
			return ruleForm
		}
	}
	if keyword == "pattern" {
		return s.patternRule(slices.Contains(pointer, "allOf"))
	}
	return ruleOf(keyword)
}

// patternRule is what a pattern has found; lines is that of the characters that
// a text may have.
func (s spot) patternRule(lines bool) rule.ID {
	value, _ := s.value.(string)
	switch t := s.field.Type.(type) {
	case record.Text:
		switch {
		case lines:
			return ruleText
		case t.Shape == record.AnyText:
			return ruleBlank
		}
		return ruleShape
	case record.Identifier:
		return ruleIdentifier
	case record.Amount:
		if _, err := money.ParseExact(value); err == nil {
			return ruleRange // an amount, but negative
		}
	case record.Ratio:
		if _, err := money.ParseRatio(value); err == nil {
			return ruleRange
		}
	}
	return ruleForm
}

// text is the value as a message shows it, which shortens it.
func (s spot) text() string {
	switch v := s.value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case nil:
		return "null"
	}
	b, err := json.Marshal(s.value)
	if err != nil {
		return "" // not reached: the value was read from JSON
	}
	return string(b[:min(len(b), 300)])
}

// cell is the value as a table's cell has it; of an object there is none.
func (s spot) cell() string {
	switch v := s.value.(type) {
	case map[string]any:
		return ""
	case []any:
		var parts []string
		for _, e := range v {
			part, _ := e.(string)
			parts = append(parts, part)
		}
		return strings.Join(parts, "、")
	}
	return s.text()
}
