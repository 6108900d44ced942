package record_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shape is one of the five records, with its types put away.
type shape struct {
	name      string
	def       record.Definition
	encode    func(canonical bool) ([]byte, error)
	back      func([]byte) (again []byte, report rule.Report, same bool, err error)
	validate  func() rule.Report
	malformed func([]byte) (rule.Report, error)
}

func shapeOf[T any](t *record.Table[T], good T) shape {
	return shape{
		name: t.Definition().Name, def: t.Definition(),
		encode: func(canonical bool) ([]byte, error) {
			if canonical {
				return t.Canonical(&good)
			}
			return t.Encode(&good)
		},
		back: func(b []byte) ([]byte, rule.Report, bool, error) {
			v, report, err := t.Decode(b)
			if err != nil {
				return nil, report, false, err
			}
			again, err := t.Encode(&v)
			return again, report, reflect.DeepEqual(v, good), err
		},
		validate:  func() rule.Report { return t.Validate(&good, record.Options{}) },
		malformed: func(b []byte) (rule.Report, error) { _, report, err := t.Decode(b); return report, err },
	}
}

func allShapes() []shape {
	choice := shapes.CommandChoice()
	var good shapes.Command = shapes.GoodAgreement().Step
	return []shape{
		shapeOf(shapes.RowTable(), shapes.GoodRow()),
		shapeOf(shapes.AgreementTable(), shapes.GoodAgreement()),
		shapeOf(shapes.CardTable(), shapes.GoodCard()),
		shapeOf(shapes.Extended(), shapes.GoodExtended()),
		{
			name: choice.Definition().Name, def: choice.Definition(),
			encode: func(canonical bool) ([]byte, error) {
				if canonical {
					return choice.Canonical(good)
				}
				return choice.Encode(good)
			},
			back: func(b []byte) ([]byte, rule.Report, bool, error) {
				v, report, err := choice.Decode(b)
				if err != nil {
					return nil, report, false, err
				}
				again, err := choice.Encode(v)
				return again, report, v == good, err
			},
			validate:  func() rule.Report { return choice.Validate(good, record.Options{}) },
			malformed: func(b []byte) (rule.Report, error) { _, report, err := choice.Decode(b); return report, err },
		},
	}
}

// Each shape through validation, JSON and back, and canonical JSON against
// another implementation of RFC 8785.
func TestShapes(t *testing.T) {
	for _, s := range allShapes() {
		t.Run(s.name, func(t *testing.T) {
			assert.Empty(t, s.validate().Findings)
			b, err := s.encode(false)
			require.NoError(t, err)
			again, report, same, err := s.back(b)
			require.NoError(t, err)
			assert.Empty(t, report.Findings)
			assert.True(t, same, "decode(encode(x)) = x")
			assert.Equal(t, string(b), string(again))

			canonical, err := s.encode(true)
			require.NoError(t, err)
			oracle := jsontext.Value(slices.Clone(b))
			require.NoError(t, oracle.Canonicalize())
			assert.Equal(t, string(oracle), string(canonical))
			_, report, same, err = s.back(canonical)
			require.NoError(t, err)
			assert.Empty(t, report.Findings)
			assert.True(t, same)
		})
	}
}

// The examples of a table make a record that validates, but for fields that
// have no example and are required.
func TestSample(t *testing.T) {
	a := shapes.AgreementTable().Sample()
	assert.Empty(t, shapes.AgreementTable().Validate(&a, record.Options{}).Findings)
	assert.Len(t, a.Parties, 2)
	row := shapes.Extended().Sample()
	for _, f := range shapes.Extended().Validate(&row, record.Options{}).Findings {
		assert.Equal(t, rule.ID("record.required"), f.Rule, f.Path)
	}
	for _, c := range shapes.CommandChoice().Samples() {
		assert.Empty(t, shapes.CommandChoice().Validate(c, record.Options{}).Findings)
	}
}

// The documentation page, read by a person before it was committed.
func TestMarkdown(t *testing.T) {
	for _, s := range allShapes() {
		if s.name != "shape-agreement" && s.name != "shape-command" {
			continue
		}
		for _, l := range []rule.Language{rule.Chinese, rule.English} {
			want, err := os.ReadFile("testdata/" + s.name + "." + string(l) + ".md")
			require.NoError(t, err)
			assert.Equal(t, string(want), s.def.Markdown(l))
		}
	}
	for _, s := range allShapes() {
		page := s.def.Markdown(rule.Chinese)
		for _, f := range s.def.Fields {
			assert.Contains(t, page, "| `"+f.Key+"` | "+f.Title.ZH+" |", s.name)
		}
	}
}

// Texts that are no record at all, against every shape: an error about the
// call, or a finding, and never a panic.
func TestMalformed(t *testing.T) {
	inputs := map[string]string{
		"empty":           ``,
		"spaces":          "  \n ",
		"null":            `null`,
		"number":          `1e1000000000`,
		"text":            `"x"`,
		"array":           `[]`,
		"cut":             `{"name":`,
		"cut string":      `{"name":"`,
		"trailing":        `{} {}`,
		"trailing comma":  `{"name":"x",}`,
		"comment":         `{} // x`,
		"single quotes":   `{'name':'x'}`,
		"bare key":        `{name:1}`,
		"NaN":             `{"name":NaN}`,
		"BOM":             "\ufeff{}",
		"not UTF-8":       "{\"name\":\"\xff\"}",
		"lone surrogate":  `{"name":"\ud800"}`,
		"deep":            strings.Repeat(`{"a":`, 40) + "1" + strings.Repeat("}", 40),
		"deep array":      strings.Repeat("[", 100_000),
		"long":            `{"name":"` + strings.Repeat("x", 10<<20) + `"}`,
		"many":            `{"tags":[` + strings.Repeat(`"a",`, 200_000) + `"a"]}`,
		"long number":     `{"rows":` + strings.Repeat("9", 1000) + `}`,
		"huge exponent":   `{"rows":1e1000000000}`,
		"chinese comma":   `{"name":"x"，"code":"y"}`,
		"full-width":      `｛｝`,
		"escaped control": `{"name":"a\u0000b"}`,
	}
	for _, s := range allShapes() {
		for name, in := range inputs {
			report, err := s.malformed([]byte(in))
			assert.True(t, err != nil || report.Err() != nil, "%s: %s", s.name, name)
			if err != nil {
				var syntax *record.SyntaxError
				var limit *record.LimitError
				assert.True(t, asError(err, &syntax) || asError(err, &limit), "%s: %s: %T", s.name, name, err)
				assert.Less(t, len(err.Error()), 500)
			}
			for _, f := range report.Findings {
				assert.Less(t, len(f.Message.ZH), 2000)
			}
		}
	}
}

func asError[E error](err error, target *E) bool {
	e, ok := err.(E)
	*target = e
	return ok
}

func TestSyntaxErrorPlace(t *testing.T) {
	_, _, err := shapes.RowTable().Read([]byte("{\n  \"name\": \"x\",\n  \"code\": }"), record.Options{File: "row.json"})
	var syntax *record.SyntaxError
	require.ErrorAs(t, err, &syntax)
	assert.Equal(t, "row.json", syntax.File)
	assert.Equal(t, 3, syntax.Line)
	assert.Equal(t, 11, syntax.Column)
	assert.Equal(t, "/code", syntax.Path)
	assert.EqualError(t, err, `record: row.json:3:11 "/code": want JSON, not '}'`)
	_, _, err = shapes.RowTable().Read([]byte("{} \n x"), record.Options{Line: 7})
	require.ErrorAs(t, err, &syntax)
	assert.Equal(t, 8, syntax.Line, "lines go on from the one given")

	var limit *record.LimitError
	_, _, err = shapes.RowTable().Decode([]byte(`{"rows":1e1000}`))
	require.ErrorAs(t, err, &limit)
	assert.EqualError(t, err, `record: 1:9 "/rows": want numbers of at most 32 characters and 3 digits of exponent`)
}

// Everything that can be wrong with members, all at once, each with its place;
// testdata/bad-agreement.txt was read by a person.
func TestFindings(t *testing.T) {
	in, err := os.ReadFile("testdata/bad-agreement.json")
	require.NoError(t, err)
	v, report, err := shapes.AgreementTable().Read(in, record.Options{File: "bad-agreement.json"})
	require.NoError(t, err)
	var b strings.Builder
	for _, f := range report.Findings {
		b.WriteString(string(f.Rule) + "\n  " + f.In(rule.Chinese) + "\n  " + f.In(rule.English) + "\n")
	}
	want, err := os.ReadFile("testdata/bad-agreement.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String())
	assert.Equal(t, "2026-01-01", v.Term.From.String(), "what was read without a finding is in the record")
	assert.Len(t, v.Parties, 4, "elements keep their places")
	require.Error(t, report.Err())
	assert.Contains(t, report.Err().Error(), "and 19 more")
}

// A text that is not UTF-8 is told where it stops being so, in characters.
func TestNotUTF8(t *testing.T) {
	_, _, err := receiptTable().Read([]byte("{\n  \"asset\": \"数据\xb9\xfe\"}"), record.Options{File: "a.json"})
	var syntax *record.SyntaxError
	require.True(t, asError(err, &syntax), "%v", err)
	assert.Equal(t, `record: a.json:2:15 "/asset": want UTF-8`, err.Error())
	_, _, err = receiptTable().Read([]byte(`{"asset":1e1000000000}`), record.Options{File: "a.json", Line: 7})
	var limit *record.LimitError
	require.True(t, asError(err, &limit), "%v", err)
	assert.Contains(t, err.Error(), `record: a.json:7:10 "/asset": want numbers of at most 32 characters`)
}

// What a hostile text costs is bounded by what the list may hold: elements
// beyond it are counted and passed over, and the list is told once.
func TestLongLists(t *testing.T) {
	for name, element := range map[string]string{"texts for objects": `"a"`, "objects with a fault": `{"name":1}`, "nulls": "null", "numbers": "1"} {
		allocs := func(n int) float64 {
			in := []byte(`{"parties":[` + strings.Repeat(element+",", n-1) + element + `]}`)
			return testing.AllocsPerRun(1, func() {
				_, report, err := shapes.AgreementTable().Decode(in)
				require.NoError(t, err)
				count := 0
				for _, f := range report.Findings {
					if f.Rule == "record.count" {
						count++
						assert.Equal(t, "/parties", f.Path)
					}
				}
				assert.Equal(t, 1, count, name)
				assert.LessOrEqual(t, len(report.Findings), rule.MaxPerRecord)
			})
		}
		assert.Less(t, allocs(9_000), 20*allocs(900), name)
	}
}

// What JSON wants where it stops being JSON, in both languages.
func TestSyntaxWanted(t *testing.T) {
	for in, want := range map[string][2]string{
		`{"name": "x`:             {"文本在此中断", "the text ends here"},
		`{"name": "x"`:            {"文本在此中断", "the text ends here"},
		``:                        {"文本在此中断", "the text ends here"},
		`{"name": "x" "code": 1}`: {"此前的逗号", "a comma before it"},
		`{"name": "x"，"code": 1}`: {"而非全角", "an ASCII comma or colon"},
		`{'name': "x"}`:           {"半角双引号", "ASCII double quotes"},
		`{“name”: "x"}`:           {"半角双引号", "ASCII double quotes"},
		`{"name": "x",}`:          {"没有逗号", "no comma behind"},
		"{\"name\": \"x\ny\"}":    {"合法的字符和转义", "characters and escapes"},
		`{"name": x}`:             {"JSON，而非“x”", "JSON, not 'x'"},
		`{} {}`:                   {"其后没有其他内容", "nothing behind it"},
	} {
		_, _, err := shapes.RowTable().Read([]byte(in), record.Options{File: "a.json"})
		var syntax *record.SyntaxError
		require.ErrorAs(t, err, &syntax, in)
		assert.Contains(t, syntax.In(rule.Chinese), want[0], in)
		assert.Contains(t, syntax.In(rule.English), want[1], in)
		assert.Regexp(t, `^a\.json:\d+:\d+`, syntax.In(rule.Chinese), in)
	}
}

// A limit tells where it was passed, and at which value.
func TestLimitPlace(t *testing.T) {
	deep := "{\n\n  \"parties\": " + strings.Repeat("[", 40)
	_, _, err := shapes.AgreementTable().Read([]byte(deep), record.Options{File: "a.json"})
	var limit *record.LimitError
	require.ErrorAs(t, err, &limit)
	assert.Equal(t, 3, limit.Line)
	assert.Equal(t, 45, limit.Column, "two blanks, the name in quotes, a colon, a blank, 31 brackets: the next is the 33rd level")
	assert.True(t, strings.HasPrefix(limit.Path, "/parties"), limit.Path)
	assert.Contains(t, limit.In(rule.Chinese), "至多 32 层嵌套")
}
