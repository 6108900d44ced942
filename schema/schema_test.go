package schema_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// compile checks a schema against the 2020-12 metaschema and compiles it alone.
func compile(t *testing.T, b []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.LoadURL = func(string) (io.ReadCloser, error) { return nil, errors.New("nothing is loaded") }
	const id = "https://example.invalid/schema"
	require.NoError(t, c.AddResource(id, bytes.NewReader(b)))
	s, err := c.Compile(id)
	require.NoError(t, err)
	return s
}

func tree(t *testing.T, b []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var v any
	require.NoError(t, d.Decode(&v))
	return v
}

// subject is one of the five shapes: its definition, a good instance, and what
// Go says of an instance.
type subject struct {
	def   record.Definition
	good  []byte
	valid func([]byte) bool
}

func subjectOf[T any](t *testing.T, table *record.Table[T], good T) subject {
	b, err := table.Encode(&good)
	require.NoError(t, err)
	return subject{table.Definition(), b, func(b []byte) bool {
		_, report, err := table.Decode(b)
		return err == nil && report.Err() == nil
	}}
}

func subjects(t *testing.T) []subject {
	choice := shapes.CommandChoice()
	b, err := choice.Encode(shapes.GoodAgreement().Step)
	require.NoError(t, err)
	return []subject{
		subjectOf(t, shapes.RowTable(), shapes.GoodRow()),
		subjectOf(t, shapes.AgreementTable(), shapes.GoodAgreement()),
		subjectOf(t, shapes.CardTable(), shapes.GoodCard()),
		subjectOf(t, shapes.Extended(), shapes.GoodExtended()),
		{choice.Definition(), b, func(b []byte) bool {
			_, report, err := choice.Decode(b)
			return err == nil && report.Err() == nil
		}},
	}
}

// Every variant of every shape passes the metaschema, compiles alone and takes
// the good instance.
func TestMetaschema(t *testing.T) {
	for _, s := range subjects(t) {
		for _, g := range []schema.Generator{
			{},
			{Language: rule.English},
			{Stage: record.Draft},
			{At: calendar.MustDate(2025, 6, 30), Language: rule.English, Stage: record.Draft},
		} {
			compiled := compile(t, g.ForDefinition(s.def))
			assert.NoError(t, compiled.Validate(tree(t, s.good)), s.def.Name)
			assert.Equal(t, g.Stage == record.Draft && s.def.By == "", compiled.Validate(map[string]any{}) == nil, "a draft requires nothing")
		}
	}
}

// hostile is put in the place of every member and element, one at a time.
var hostile = []string{
	`null`, `""`, `" "`, `"　"`, `"x"`, `"a\tb"`, `"a\nb"`, `"a\u2028b"`, `"a\ufffdb"`, `"１２３"`, `"1"`, `"1.5"`, `"1.50"`, `"-1.50"`, `"-0.00"`,
	`"0.00"`, `"0"`, `"-0"`, `"1.00000000"`, `"1.01"`, `"0.123456789"`, `"1e3"`, `"1000000000000000.00"`, `"999999999999999.99"`, `"007.00"`, `"+1.00"`,
	`"2025-02-30"`, `"2024-02-29"`, `"0000-00-00"`, `"0000-01-01"`, `"1899-12-31"`, `"2199-12-31"`, `"2200-01-01"`, `"2025-1-1"`, `"2025-13"`, `"2025-12"`,
	`0`, `1`, `-1`, `1.0`, `1.5`, `1e2`, `48`, `9007199254740991`, `9007199254740992`, `true`, `false`, `[]`, `{}`, `["duty"]`, `["duty","duty"]`, `["x"]`,
	`["open","closed","conditional"]`, `[{}]`, `{"a":1}`, `"nominal"`, `"none"`, `"cost"`, `"memo"`, `"sharing"`, `"general"`, `"a"`,
	`"http://"`, `"http://x"`, `"https://例.中国/a"`, `"ftp://x"`, `"a@b"`, `"a@b.cn"`, `"a@b..cn"`, `"@b.cn"`, `"91350100M000100Y43"`, `"91350100m000100Y43"`,
	`"sha256:0"`, `"` + strings.Repeat("数", 60) + `"`, `"` + strings.Repeat("数", 61) + `"`, `"` + strings.Repeat("𠮷", 60) + `"`, `"` + strings.Repeat("x", 501) + `"`,
	`"approve"`, `{"command":"submit","on":"2025-01-01"}`, `{"command":"reject"}`, `{"from":"2026-01-01","to":"2026-01-02"}`, `{"to":"2026-01-02"}`,
}

// Go and the schema give the same verdict: on each good instance with one
// member replaced by each hostile value, or taken away, or with one more.
func TestAgreement(t *testing.T) {
	for _, s := range subjects(t) {
		compiled := compile(t, schema.Generator{}.ForDefinition(s.def))
		n := 0
		for _, instance := range variants(t, s.good, 1500) {
			n++
			goSays, schemaSays := s.valid(instance), compiled.Validate(tree(t, instance)) == nil
			if goSays != schemaSays && !declared(instance) {
				t.Errorf("%s: Go says %v, the schema %v, of %.600s", s.def.Name, goSays, schemaSays, instance)
			}
		}
		t.Logf("%s: %d instances", s.def.Name, n)
	}
}

// declared is what the package's doc says a schema cannot tell: a code that was
// not yet, or no longer, in force on the record's date (memo on a later date,
// disclosed on an earlier one).
func declared(instance []byte) bool {
	return bytes.Contains(instance, []byte(`"bookingStatus":"disclosed"`)) || bytes.Contains(instance, []byte(`"recordedOn":"2199`)) && bytes.Contains(instance, []byte(`"memo"`))
}

// variants changes one place of an instance at a time, in every depth: at most n
// of them, evenly spread.
func variants(t *testing.T, good []byte, n int) [][]byte {
	total := 0
	change(t, good, func(func() []byte) { total++ })
	var all [][]byte
	i, every := 0, max(1, total/n)
	change(t, good, func(encoded func() []byte) {
		if i++; i%every == 0 {
			all = append(all, encoded())
		}
	})
	return all
}

// change makes one change after the other and tells of each.
func change(t *testing.T, good []byte, changed func(encoded func() []byte)) {
	root := tree(t, good)
	encoded := func() []byte {
		b, err := json.Marshal(root)
		require.NoError(t, err)
		return b
	}
	values := make([]any, len(hostile))
	for i, h := range hostile {
		values[i] = tree(t, []byte(h))
	}
	var visit func(v any, set func(any))
	visit = func(v any, set func(any)) {
		for _, h := range values {
			set(h)
			changed(encoded)
		}
		set(v)
		switch v := v.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				value := v[key]
				delete(v, key)
				changed(encoded)
				v[key] = value
				visit(value, func(x any) { v[key] = x })
			}
			v["unheardOf"] = "x"
			changed(encoded)
			delete(v, "unheardOf")
		case []any:
			for i, value := range v {
				visit(value, func(x any) { v[i] = x })
			}
		}
	}
	visit(root, func(v any) { root = v })
}

// Conditions mean the same in both: every combination of the members that the
// row's conditions look at.
func TestConditionsAgree(t *testing.T) {
	compiled := compile(t, schema.Generator{}.ForDefinition(shapes.RowTable().Definition()))
	table := shapes.RowTable()
	base := tree(t, subjects(t)[0].good).(map[string]any)
	members := []string{"bookAmount", "reason", "voucher", "bookedOn", "operator", "shared", "security"}
	for _, status := range []string{"none", "nominal", "cost", "memo"} {
		for _, personal := range []any{true, false} {
			for _, sources := range [][]any{{"duty"}, {"duty", "sharing"}} {
				for mask := range 1 << len(members) {
					v := map[string]any{}
					for k, value := range base {
						v[k] = value
					}
					v["bookingStatus"], v["personal"], v["sources"] = status, personal, sources
					for i, m := range members {
						if mask>>i&1 == 1 {
							delete(v, m)
						}
					}
					b, err := json.Marshal(v)
					require.NoError(t, err)
					_, report, err := table.Decode(b)
					require.NoError(t, err)
					if got := compiled.Validate(v) == nil; got != (report.Err() == nil) {
						t.Fatalf("Go says %v, the schema %v, of %s", report.Err(), got, b)
					}
				}
			}
		}
	}
}

// Patterns keep to what RE2 and ECMAScript read alike.
func TestPatterns(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range subjects(t) {
		var visit func(any)
		visit = func(v any) {
			switch v := v.(type) {
			case map[string]any:
				if p, ok := v["pattern"].(string); ok {
					seen[p] = true
				}
				for _, x := range v {
					visit(x)
				}
			case []any:
				for _, x := range v {
					visit(x)
				}
			}
		}
		visit(tree(t, schema.Generator{}.ForDefinition(s.def)))
	}
	require.NotEmpty(t, seen)
	foreign := regexp.MustCompile(`\\[sSwWbBdDAzQ]|\\pL|\(\?[^:]|\\x|\\u|\[\[:`)
	for p := range seen {
		_, err := regexp.Compile(p)
		require.NoError(t, err)
		assert.False(t, foreign.MatchString(p), p)
	}
}

// A document in the order of its table, the same bytes every time; read by a
// person before it was committed.
func TestGolden(t *testing.T) {
	def := shapes.CommandChoice().Definition()
	got := schema.Generator{}.ForDefinition(def)
	assert.Equal(t, string(got), string(schema.Generator{}.ForDefinition(def)))
	assert.Equal(t, `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://github.com/dataasset-go/dataasset/schema/v1/shape-command",
  "$defs": {
    "shape-submit": {
      "title": "提交",
      "type": "object",
      "properties": {
        "command": {
          "type": "string",
          "const": "submit",
          "title": "命令种类"
        },
        "on": {
          "title": "日期",
          "$ref": "#/$defs/dateText",
          "examples": [
            "2025-12-01"
          ],
          "x-order": 1,
          "x-message": "应为：存在的日期，写作 2006-01-02，年份 1900 至 2199"
        }
      },
`, string(got[:bytes.Index(got, []byte(`      "required"`))]))
	row := string(schema.Generator{}.ForDefinition(shapes.RowTable().Definition()))
	row = row[strings.Index(row, "\n  \"properties\""):]
	last := 0
	for _, f := range shapes.RowTable().Definition().Fields {
		i := strings.Index(row, fmt.Sprintf("\n    %q: {", f.Key))
		assert.Greater(t, i, last, f.Key)
		last = i
	}
	assert.Contains(t, row, `"x-valid-to": "2025-12-31"`)
	assert.NotContains(t, string(schema.Generator{At: calendar.MustDate(2026, 1, 1)}.ForDefinition(shapes.RowTable().Definition())), `"memo"`)
}

func TestKeywords(t *testing.T) {
	known := map[string]bool{}
	for _, k := range schema.Keywords() {
		known[k] = true
	}
	for _, s := range subjects(t) {
		for _, word := range regexp.MustCompile(`"x-[a-z-]+":`).FindAllString(string(schema.Generator{}.ForDefinition(s.def)), -1) {
			assert.True(t, known[strings.Trim(word, `":`)], word)
		}
	}
}

func TestUnknownRecord(t *testing.T) {
	_, err := schema.For("no-such-record")
	var unknown *schema.UnknownRecordError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, schema.Records(), unknown.Known)
}
