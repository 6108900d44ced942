package conformance

import (
	"encoding/json"
	"strings"

	"github.com/dataasset-go/dataasset/schema"
)

// SchemaID is the $id of [Schema].
const SchemaID = schema.Base + "conformance-cases"

type object = map[string]any

// Schema returns the JSON Schema (2020-12) of a file of cases: bases and cases, each
// kind with its members. A record inside an input names its schema in $comment; a
// base may hold a part of an input, so what is required is asked where there is none.
func Schema() []byte {
	var names []string
	var rows []any
	for _, k := range Kinds() {
		names = append(names, k.Name)
		input, expect := members(k.Input), members(k.Expect)

		for _, list := range [][2]string{
			{"fires", "rules or duties that find something: an id, or an id, a space and a JSON Pointer"},
			{"quiet", "rules or duties that are asked and find nothing"},
			{"open", "rules that cannot be settled"},
		} {
			expect[list[0]] = object{"type": "array", "title": list[1], "items": object{"type": "string"}, "minItems": 1, "uniqueItems": true}
		}
		rows = append(rows, object{
			"if": object{"properties": object{"kind": object{"const": k.Name}}},
			"then": object{
				"title":      k.Title.ZH + " / " + k.Title.EN,
				"properties": object{"input": object{"properties": input, "additionalProperties": false}, "expect": object{"properties": expect, "additionalProperties": false}},
				"if":         object{"not": object{"required": []string{"base"}}},
				"then":       object{"properties": object{"input": object{"required": required(k.Input)}}},
			},
		})
	}
	words := object{"type": "object", "additionalProperties": false, "required": []string{"zh", "en"}, "properties": object{"zh": nonempty(), "en": nonempty()}}
	one := object{
		"type": "object", "additionalProperties": false, "required": []string{"id", "kind", "title", "why", "basis", "input", "expect"},
		"properties": object{
			"id": object{"type": "string", "pattern": `^[a-z0-9]+([./-][a-z0-9]+)*$`}, "kind": object{"enum": names}, "title": words, "why": words,
			"basis": object{"type": "array", "minItems": 1, "items": nonempty()}, "at": date(), "policies": object{"type": "array", "items": object{"type": "string", "pattern": "^P[0-9]+$"}},
			"policy": object{"type": "object", "propertyNames": object{"pattern": "^P[0-9]+$"}, "additionalProperties": nonempty()}, "base": nonempty(), "input": object{"type": "object"}, "expect": object{"type": "object"},
		},
		"allOf": rows,
	}
	b, err := json.MarshalIndent(object{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SchemaID, "title": "一致性用例 / conformance cases",
		"type": "object", "additionalProperties": false, "required": []string{"cases"},
		"properties": object{"bases": object{"type": "object", "additionalProperties": object{"type": "object"}}, "cases": object{"type": "array", "items": one}},
	}, "", "  ")
	if err != nil {
		panic(err) // it is made of strings
	}
	return append(b, '\n')
}

func nonempty() object { return object{"type": "string", "minLength": 1} }

func date() object { return object{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`} }

func required(all []Member) []string {
	keys := []string{}
	for _, m := range all {
		if m.Required {
			keys = append(keys, m.Key)
		}
	}
	return keys
}

func members(all []Member) object {
	properties := object{}
	for _, m := range all {
		// null: taken out of the base; expected: there is no such member
		properties[m.Key] = object{"anyOf": []any{m.schema(), object{"type": "null"}}}
	}
	return properties
}

// schema is what a member may be.
func (m Member) schema() object {
	of, name, record := strings.Cut(m.Type, " ")
	var s object
	switch of {
	case "date":
		s = date()
	case "month":
		s = object{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}$`}
	case "integer", "boolean", "object":
		s = object{"type": of}
	case "amount":
		s = object{"type": "string", "pattern": `^(-?[0-9]+\.[0-9]{2})?$`}
	case "ratio":
		s = object{"type": "string", "pattern": `^-?[0-9]+(\.[0-9]+)?$`}
	case "texts":
		s = object{"type": "array", "items": object{"type": "string"}}
	case "objects", "records":
		s = object{"type": "array", "items": object{"type": "object"}}
	case "record":
		s = object{"type": "object"}
	default:
		s = object{"type": "string"}
	}
	if record {
		s["$comment"] = schema.Base + name
	}
	s["title"] = m.Doc.ZH + " / " + m.Doc.EN
	return s
}
