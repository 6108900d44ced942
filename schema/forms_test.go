package schema_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// visit calls f for every object of a document, with its place.
func visit(v any, place string, f func(place string, o map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		f(place, v)
		for k, x := range v {
			visit(x, place+"/"+k, f)
		}
	case []any:
		for i, x := range v {
			visit(x, fmt.Sprint(place, "/", i), f)
		}
	}
}

// What renderers were seen to stumble over stands in no document of any form:
// see each line.
func TestWhatRenderersNeed(t *testing.T) {
	for _, r := range reals(t) {
		for _, g := range append(generators(), schema.Generator{Form: schema.Inlined}) {
			b, err := g.For(r.name)
			require.NoError(t, err)
			visit(tree(t, b), "", func(place string, o map[string]any) {
				if strings.HasSuffix(place, "/properties") || strings.HasPrefix(place, "/examples") || strings.HasSuffix(place, "/$defs") {
					return // names, not keywords
				}
				for _, word := range []string{
					"$anchor", "$dynamicRef", "nullable", "prefixItems", "unevaluatedProperties", "dependentRequired", "multipleOf", "default",
					"patternProperties", "propertyNames", "contentEncoding", "$comment", "dependencies", "dependentSchemas", "definitions",
					"unevaluatedItems", "$vocabulary", "discriminator", "deprecated",
				} {
					assert.NotContains(t, o, word, "%s %s", r.name, place)
				}
				if title, ok := o["title"]; ok {
					assert.NotEmpty(t, title, "an empty title shows the code: %s %s", r.name, place)
				}
				if f, ok := o["format"]; ok {
					assert.Equal(t, "date", f, "no format but date is read alike everywhere")
					assert.Contains(t, o, "pattern", "a year 0001 is a date")
				}
				if cond, ok := o["if"].(map[string]any); ok {
					assert.Contains(t, fmt.Sprint(cond), "required", "an absent member makes no condition hold: %s %s", r.name, place)
					assert.True(t, o["then"] != nil || o["else"] != nil)
				}
				if list, ok := o["oneOf"].([]any); ok {
					if _, code := list[0].(map[string]any)["const"]; code {
						assert.Equal(t, "string", o["type"], "without a type the field is not drawn: %s %s", r.name, place)
						for _, one := range list {
							assert.NotEmpty(t, one.(map[string]any)["title"])
						}
					}
				}
				if g.Form != schema.Published {
					assert.NotContains(t, o, "$ref")
					assert.NotContains(t, o, "$defs")
					assert.NotContains(t, o, "$id", "precompiled validators of rjsf refuse it")
				}
			})
		}
	}
}

// A number in a document is whole, written in digits and exact in a browser: an
// exponent makes the validator panic when it compiles.
func TestNumbersOfDocuments(t *testing.T) {
	for _, r := range reals(t) {
		b, err := schema.For(r.name)
		require.NoError(t, err)
		visit(tree(t, b), "", func(place string, o map[string]any) {
			for key, v := range o {
				n, ok := v.(json.Number)
				if !ok {
					continue
				}
				i, err := n.Int64()
				assert.NoError(t, err, "%s %s/%s", r.name, place, key)
				assert.True(t, -1<<53 < i && i < 1<<53 && len(n) <= 17, "%s %s/%s %s", r.name, place, key, n)
			}
		})
	}
}

// $defs stand before properties, whose order is the table's: renderers draw the
// fields in it, and one looks references up only backwards.
func TestOrder(t *testing.T) {
	for _, r := range reals(t) {
		for _, g := range []schema.Generator{{}, {Form: schema.Inlined}} {
			text, err := g.Text(r.name)
			require.NoError(t, err)
			defs, properties := strings.Index(text, "\n  \"$defs\""), strings.Index(text, "\n  \"properties\"")
			assert.Less(t, defs, properties, r.name)
			last := properties
			for i, f := range r.def.Fields {
				at := strings.Index(text[properties:], fmt.Sprintf("\n    %q: {", f.Key))
				require.Positive(t, at, f.Key)
				assert.Greater(t, properties+at, last, f.Key)
				last = properties + at
				assert.Contains(t, text[last:], fmt.Sprintf(`"x-order": %d`, i+1))
			}
		}
	}
}

// The documents without references and those of draft-07 have the verdicts of
// the published ones.
func TestFormsAgree(t *testing.T) {
	meta, err := jsonschema.Compile("http://json-schema.org/draft-07/schema#")
	require.NoError(t, err, "the validator has it built in")
	for _, r := range reals(t) {
		var all []*jsonschema.Schema
		for _, form := range []schema.Form{schema.Inlined, schema.Draft07} {
			b, err := schema.Generator{Form: form}.For(r.name)
			require.NoError(t, err)
			if form == schema.Draft07 {
				require.NoError(t, meta.Validate(tree(t, b)), r.name)
			}
			all = append(all, compile(t, b))
		}
		for _, instance := range oneFault(t, r, 20) {
			report, err := schema.Validate(r.name, instance)
			require.NoError(t, err)
			for i, s := range all {
				assert.Equal(t, report.Err() == nil, s.Validate(tree(t, instance)) == nil, "%s %d: %.500s", r.name, i, instance)
			}
		}
	}
}

// The examples of a document are right by the document and by Go, at every
// stage, day and in every form; a choice has one for each alternative.
func TestExamples(t *testing.T) {
	for _, r := range reals(t) {
		for _, g := range append(generators(), schema.Generator{Form: schema.Draft07}) {
			b, err := g.For(r.name)
			require.NoError(t, err)
			var doc struct{ Examples []json.RawMessage }
			require.NoError(t, json.Unmarshal(b, &doc))
			assert.Len(t, doc.Examples, max(1, len(r.def.Alternatives)), r.name)
			compiled := compile(t, b)
			for i, example := range doc.Examples {
				assert.NoError(t, compiled.Validate(tree(t, example)), r.name)
				report, err := g.Validate(r.name, example)
				require.NoError(t, err)
				assert.NoError(t, report.Err(), r.name)
				if g.At.IsZero() {
					report, err = r.read(example)
					require.NoError(t, err)
					assert.NoError(t, report.Err(), r.name)
					assert.JSONEq(t, string(r.good[i]), string(example), "the record that its table makes of the same examples")
				}
			}
		}
	}
}

// Hints name every field once and in order, and each widget has its reason.
func TestUISchema(t *testing.T) {
	for _, r := range reals(t) {
		b, err := schema.Generator{}.UISchema(r.name)
		require.NoError(t, err)
		noneTwice(t, b)
		doc := tree(t, b).(map[string]any)
		assert.Equal(t, map[string]any{"submitText": "提交"}, doc["ui:submitButtonOptions"])
		if r.def.By != "" {
			assert.Len(t, doc["oneOf"], len(r.def.Alternatives))
			assert.Equal(t, map[string]any{"ui:widget": "hidden"}, doc[r.def.By])
			continue
		}
		var order []any
		for _, f := range r.def.Fields {
			order = append(order, f.Key)
			hint, _ := doc[f.Key].(map[string]any)
			switch typ := f.Type.(type) {
			case record.Boolean:
				assert.Equal(t, "radio", hint["ui:widget"], f.Key)
			case record.Codes:
				assert.Equal(t, "checkboxes", hint["ui:widget"], f.Key)
			case record.Text:
				assert.Equal(t, typ.Lines, hint["ui:widget"] == "textarea", f.Key)
			case record.Nested:
				assert.Contains(t, hint, "ui:order", f.Key)
			}
			assert.Equal(t, f.Calculated, hint["ui:readonly"] == true, f.Key)
		}
		assert.Equal(t, append(order, "*"), doc["ui:order"])
	}
	_, err := schema.Generator{}.UISchema("none")
	assert.Error(t, err)
	b, err := schema.Generator{Language: rule.English}.UISchema("receipt")
	require.NoError(t, err)
	assert.Contains(t, string(b), `"submitText": "Submit"`)
}

// Patterns keep to the part of both dialects that means the same in each; a line
// of the test is a construct that does not.
func TestPatternsOfRecords(t *testing.T) {
	foreign := regexp.MustCompile(`\\[sSwWbBdDAzQxu]|\\p[^{]|\\p\{(?:Han|Script|sc)|\(\?[^:]|\[\[:|\\[-_]`)
	seen := map[string]bool{}
	for _, r := range reals(t) {
		b, err := schema.For(r.name)
		require.NoError(t, err)
		visit(tree(t, b), "", func(_ string, o map[string]any) {
			if p, ok := o["pattern"].(string); ok {
				seen[p] = true
			}
		})
	}
	assert.Greater(t, len(seen), 6)
	for p := range seen {
		for _, class := range regexp.MustCompile(`\\p\{[^}]*\}`).FindAllString(p, -1) {
			// Of the others the tables of engines differ in age: \p{L} in the ideographs
			// of Extension I.
			assert.Contains(t, []string{`\p{Z}`, `\p{Cc}`, `\p{Cf}`}, class)
		}
	}
	for p := range seen {
		_, err := regexp.Compile(p)
		require.NoError(t, err)
		assert.False(t, foreign.MatchString(p), p)
		assert.True(t, strings.HasPrefix(p, "^") && strings.HasSuffix(p, "$") || p == `[^\p{Z}\p{Cc}\p{Cf}]`, p)
	}
}

// The list for ajv's addVocabulary is what documents have, no more and no less.
func TestKeywordsAreUsed(t *testing.T) {
	used := map[string]bool{"x-extension": true} // only in what callers have extended
	for _, r := range reals(t) {
		text, err := schema.Generator{}.Text(r.name)
		require.NoError(t, err)
		for _, word := range regexp.MustCompile(`"x-[a-z-]+":`).FindAllString(text, -1) {
			used[strings.Trim(word, `":`)] = true
		}
	}
	for word := range used {
		assert.Contains(t, schema.Keywords(), word)
	}
	for _, word := range schema.Keywords() {
		if !used[word] && !slices.Contains([]string{"x-valid-from", "x-valid-to"}, word) { // TestCodesInForce has them
			t.Errorf("%s is in no document", word)
		}
	}
}
