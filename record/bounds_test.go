package record_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// greatestInteger is 2^53−1.
const greatestInteger = 1<<53 - 1

func kindsField(t record.Type) record.Field[thing] {
	return record.Field[thing]{Key: "kinds", Title: tx("类"), Type: t, At: record.AtTexts(func(v *thing) *[]string { return &v.Kinds })}
}

func countField(least, greatest int64) record.Field[thing] {
	return record.Field[thing]{Key: "count", Title: tx("数"), Type: record.Integer{Min: least, Max: greatest}, At: record.At(func(v *thing) *record.Opt[int64] { return &v.Count })}
}

func tableOf(t *testing.T, fields ...record.Field[thing]) *record.Table[thing] {
	t.Helper()
	table, err := record.NewTable(thingDef(), fields)
	require.NoError(t, err)
	return table
}

// refusals are the paths and rules of what a record is found to break.
func refusals(report rule.Report) []string {
	got := make([]string, 0, len(report.Findings))
	for _, f := range report.Findings {
		got = append(got, f.Path+" "+strings.TrimPrefix(string(f.Rule), "record."))
	}
	return got
}

// The least that a type may allow is allowed, one below is refused when the
// table is made.
func TestTypeBounds(t *testing.T) {
	text := record.Text{Max: 3}
	inner := record.MustTable(thingDef(), []record.Field[thing]{nameField()})
	type outer struct{ Things []thing }
	for name, tt := range map[string]struct {
		fields []record.Field[thing]
		ok     bool
	}{
		"a text of one character":       {[]record.Field[thing]{{Key: "name", Title: tx("名"), Type: record.Text{Max: 1}, At: nameField().At}}, true},
		"a list of one":                 {[]record.Field[thing]{kindsField(record.List{Max: 1, Element: text})}, true},
		"a list of exactly two":         {[]record.Field[thing]{kindsField(record.List{Min: 2, Max: 2, Element: text})}, true},
		"a list of at least none":       {[]record.Field[thing]{kindsField(record.List{Min: 0, Max: 2, Element: text})}, true},
		"a list of less than none":      {[]record.Field[thing]{kindsField(record.List{Min: -1, Max: 2, Element: text})}, false},
		"a list of more than its most":  {[]record.Field[thing]{kindsField(record.List{Min: 3, Max: 2, Element: text})}, false},
		"one number only":               {[]record.Field[thing]{countField(7, 7)}, true},
		"numbers between ±(2^53−1)":     {[]record.Field[thing]{countField(-greatestInteger, greatestInteger)}, true},
		"numbers from −2^53":            {[]record.Field[thing]{countField(-greatestInteger-1, 0)}, false},
		"numbers to 2^53":               {[]record.Field[thing]{countField(0, greatestInteger+1)}, false},
		"a scheme that there is not":    {[]record.Field[thing]{{Key: "name", Title: tx("名"), Type: record.Identifier{Scheme: record.Digest + 1}, At: nameField().At}}, false},
		"the last scheme that there is": {[]record.Field[thing]{{Key: "name", Title: tx("名"), Type: record.Identifier{Scheme: record.Digest}, At: nameField().At}}, true},
	} {
		_, err := record.NewTable(thingDef(), tt.fields)
		assert.Equal(t, tt.ok, err == nil, "%s: %v", name, err)
	}
	for _, tt := range []struct {
		least, most int
		ok          bool
	}{{0, 1, true}, {2, 2, true}, {0, 0, false}, {-1, 1, false}, {3, 2, false}} {
		list := record.List{Min: tt.least, Max: tt.most}
		_, err := record.NewTable(record.Definition{Name: "outer", Title: tx("外")}, []record.Field[outer]{{
			Key: "things", Title: tx("物"), Type: list, At: record.AtList(inner, func(o *outer) *[]thing { return &o.Things }),
		}})
		assert.Equal(t, tt.ok, err == nil, "%+v: %v", list, err)
	}
	assert.Equal(t, record.AnyText.Pattern(), (record.Email + 1).Pattern(), "a shape that there is not is any text")
	assert.Equal(t, `^$`, (record.Digest + 1).Pattern(), "a scheme that there is not accepts nothing")
	assert.True(t, (record.Digest + 1).Want().IsZero())
}

// A record has 1 to 500 fields; a caller may add more of them than it had.
func TestNumberOfFields(t *testing.T) {
	type holder struct {
		Name  string
		Extra record.Extra
	}
	table := record.MustExtensible(thingDef(), []record.Field[holder]{
		{Key: "name", Title: tx("名称"), Type: record.Text{Max: 10}, At: record.AtText(func(v *holder) *string { return &v.Name })},
	}, func(v *holder) *record.Extra { return &v.Extra })
	own := make([]record.FieldDefinition, 500)
	for i := range own {
		own[i] = record.FieldDefinition{Key: fmt.Sprintf("own%d", i), Title: tx(fmt.Sprintf("自有%d", i)), Type: record.Text{Max: 3}}
	}
	full, err := table.With(own[:499]...)
	require.NoError(t, err)
	assert.Len(t, full.Definition().Fields, 500)
	_, err = table.With(own...)
	require.ErrorContains(t, err, "1 to 500 fields")
}

// Keys are lowerCamelCase and names kebab-case, of ASCII letters and digits to
// the ends of the alphabet.
func TestKeysAndNames(t *testing.T) {
	for key, ok := range map[string]bool{
		"a": true, "z": true, "az": true, "aZ": true, "aA": true, "a0": true, "a9": true, "zAZaz09": true,
		"": false, "A": false, "0a": false, "9a": false, "`a": false, "{a": false, "_a": false,
		"a-b": false, "a_b": false, "a b": false, "a/b": false, "a:b": false, "a@b": false, "a[b": false, "a`b": false, "a{b": false, "aé": false, "键": false,
	} {
		f := nameField()
		f.Key = key
		_, err := record.NewTable(thingDef(), []record.Field[thing]{f})
		assert.Equal(t, ok, err == nil, "key %q: %v", key, err)
	}
	for name, ok := range map[string]bool{
		"a": true, "z": true, "a-z": true, "a0": true, "a9": true, "az-09": true,
		"": false, "A": false, "0a": false, "9a": false, "-a": false, "`a": false, "{a": false,
		"aB": false, "a_b": false, "a b": false, "a/b": false, "a:b": false, "a`b": false, "a{b": false, "名": false,
	} {
		d := thingDef()
		d.Name = name
		_, err := record.NewTable(d, []record.Field[thing]{nameField()})
		assert.Equal(t, ok, err == nil, "name %q: %v", name, err)
	}
	assert.Equal(t, "go-a-b-z-y", record.AlternativeName("go", "aBZY"))
	assert.Equal(t, "go-end-auction", record.AlternativeName("go", "endAuction"))
}

// The error of a table names the table, the field where it is one, and what was
// wanted.
func TestTableErrorNames(t *testing.T) {
	_, err := record.NewTable(thingDef(), []record.Field[thing]{nameField(), nameField()})
	require.EqualError(t, err, `record: table "thing" field "name": want each key once`)
	_, err = record.NewTable[thing](thingDef(), nil)
	require.EqualError(t, err, `record: table "thing": want 1 to 500 fields`)
}

// Bounds belong to what they bound: whole numbers, ratios and counts.
func TestBoundsIncluded(t *testing.T) {
	table := tableOf(t, countField(-5, 7))
	for n, ok := range map[int64]bool{-6: false, -5: true, 0: true, 7: true, 8: false} {
		v := thing{Count: record.Some(n)}
		assert.Equal(t, ok, table.Validate(&v, record.Options{}).Clean(), n)
		_, report, err := table.Decode([]byte(fmt.Sprintf(`{"count":%d}`, n)))
		require.NoError(t, err)
		assert.Equal(t, ok, report.Clean(), n)
	}
	for in, want := range map[string]int64{"-0": 0, "1.0": 1, "5e0": 5, "0.5e1": 5} { // JSON Schema calls them integers
		v, report, err := table.Decode([]byte(`{"count":` + in + `}`))
		require.NoError(t, err)
		assert.Empty(t, report.Findings, in)
		assert.Equal(t, record.Some(want), v.Count, in)
	}
	natural := tableOf(t, countField(0, 0)) // 0 to 2^53−1
	for n, ok := range map[int64]bool{-1: false, 0: true, greatestInteger: true, greatestInteger + 1: false} {
		v := thing{Count: record.Some(n)}
		assert.Equal(t, ok, natural.Validate(&v, record.Options{}).Clean(), n)
	}

	type rate struct{ Share money.Ratio }
	rates := record.MustTable(thingDef(), []record.Field[rate]{{
		Key: "share", Title: tx("比例"), Type: record.Ratio{Min: "0.05", Max: "0.25"}, At: record.At(func(v *rate) *money.Ratio { return &v.Share }),
	}})
	for s, ok := range map[string]bool{"0.04999999": false, "0.05": true, "0.25": true, "0.25000001": false} {
		v := rate{money.MustParseRatio(s)}
		assert.Equal(t, ok, rates.Validate(&v, record.Options{}).Clean(), s)
	}
}

// A text of a shape is as long as its limit in characters, whatever they are
// made of.
func TestShapedLength(t *testing.T) {
	code := tableOf(t, record.Field[thing]{Key: "name", Title: tx("号"), Type: record.Text{Max: 5, Shape: record.CodeText}, At: nameField().At})
	link := tableOf(t, record.Field[thing]{Key: "name", Title: tx("址"), Type: record.Text{Max: 12, Shape: record.WebLink}, At: nameField().At})
	for _, tt := range []struct {
		table *record.Table[thing]
		text  string
		want  []string
	}{
		{code, "abcd", []string{}},
		{code, "abcde", []string{}},
		{code, "abcdef", []string{"/name length"}},
		{link, "http://a.cn/", []string{}}, // 12 characters
		{link, "http://a.cn/b", []string{"/name length"}},
		{link, "http://公路.cn", []string{}}, // 12 too, of 16 bytes
		{link, "http://公路.cn/", []string{"/name length"}},
	} {
		assert.Equal(t, tt.want, refusals(tt.table.Validate(&thing{Name: tt.text}, record.Options{})), tt.text)
	}
}

// What a text of each shape may hold, to the ends of each alphabet.
func TestShapeAlphabets(t *testing.T) {
	for shape, texts := range map[record.Shape]map[string]bool{
		record.CodeText: {
			"A": true, "Z": true, "a": true, "z": true, "0": true, "9": true, "a-_./:": true,
			"-a": false, "@": false, "[": false, "`": false, "{": false, "a@": false, "a[": false, "a`": false, "a{": false, "a b": false, "a;": false, "甲": false,
		},
		record.Digits: {"0": true, "9": true, "0123456789": true, "/": false, ":": false, "1a": false, "１": false},
		record.WebLink: {
			"https://a": true, "http://a": true, "https://a/~b?c=1#d": true, "https://a/公路": true,
			"https://": false, "http://": false, "ftp://a": false, "//a": false,
			"https://a b": false, "https://a\tb": false, "https://a\x01b": false, "https://a\x7fb": false, "https://a\u0080b": false, "https://\u0080": false, "https://\x01": false, "https:// ": false,
			"https://公 路": false, "https://公\t路": false, "https://公\x7f路": false, "https://公\u3000路": false, "https://公\u200b路": false,
			"https://公\ufffd路": false, "https://公\xff路": false, "https://a\xff": false,
		},
		record.Email: {
			"a@b.cn": true, "a@b.gov.cn": true, "A_b.%+-9@x-y.cn": true, "_@b.cn": true, "a@-.cn": true,
			"a@b": false, "@b.cn": false, "a@": false, "a@.cn": false, "a@b.": false, "a@b..cn": false, "a": false,
			"a b@c.cn": false, "a@b_c.cn": false, "a@b.c n": false, "a@b@c.cn": false, "甲@b.cn": false, "a@甲.cn": false,
		},
	} {
		table := tableOf(t, record.Field[thing]{Key: "name", Title: tx("文"), Type: record.Text{Max: 60, Shape: shape}, At: nameField().At})
		for text, ok := range texts {
			want := []string{}
			if !ok {
				want = append(want, "/name shape")
			}
			assert.Equal(t, want, refusals(table.Validate(&thing{Name: text}, record.Options{})), "%q", text)
		}
	}
}

// A set of codes and a list made in Go are judged whole and each element at its
// place.
func TestSetsAndLists(t *testing.T) {
	set := tableOf(t, kindsField(record.Codes{List: kinds(), Max: 2}))
	list := tableOf(t, kindsField(record.List{Min: 2, Max: 3, Element: record.Text{Max: 3}}))
	for _, tt := range []struct {
		table *record.Table[thing]
		kinds []string
		want  []string
	}{
		{set, nil, []string{}},
		{set, []string{"a", "b"}, []string{}},
		{set, []string{"a", "c"}, []string{"/kinds/1 code"}},
		{set, []string{"a", "a"}, []string{"/kinds/1 repeated"}},
		{set, []string{"a", "b", "a"}, []string{"/kinds count"}},
		{list, []string{"a"}, []string{"/kinds count"}},
		{list, []string{"a", "a"}, []string{}}, // a list may repeat
		{list, []string{"a", "b", "c"}, []string{}},
		{list, []string{"a", "b", "c", "d"}, []string{"/kinds count"}},
		{list, []string{"abcd", "数据资", "数据资产"}, []string{"/kinds/0 length", "/kinds/2 length"}},
	} {
		v := thing{Kinds: tt.kinds}
		assert.Equal(t, tt.want, refusals(tt.table.Validate(&v, record.Options{})), tt.kinds)
	}
}

// From JSON a list of exactly its greatest number is whole; of a longer one the
// list alone is told, not what its further elements hold; what cannot be read
// stays empty in its place.
func TestListsFromJSON(t *testing.T) {
	set := tableOf(t, kindsField(record.Codes{List: kinds()}))
	list := tableOf(t, kindsField(record.List{Min: 1, Max: 2, Element: record.Text{Max: 3}}))
	for _, tt := range []struct {
		table *record.Table[thing]
		in    string
		kinds []string
		want  []string
	}{
		{list, `["x"]`, []string{"x"}, []string{}},
		{list, `["x","y"]`, []string{"x", "y"}, []string{}},
		{list, `["x","y",null]`, nil, []string{"/kinds count"}},
		{list, `["x",1]`, []string{"x", ""}, []string{"/kinds/1 type"}},
		{set, `["a","b"]`, []string{"a", "b"}, []string{}},
		{set, `["a","a"]`, []string{"a", ""}, []string{"/kinds/1 repeated"}},
		{set, `["x",""]`, []string{"", ""}, []string{"/kinds/0 code", "/kinds/1 null"}},
	} {
		v, report, err := tt.table.Decode([]byte(`{"kinds":` + tt.in + `}`))
		require.NoError(t, err)
		assert.Equal(t, tt.want, refusals(report), tt.in)
		assert.Equal(t, tt.kinds, v.Kinds, tt.in)
	}
}

// A set that is empty is not present.
func TestPresentOfSets(t *testing.T) {
	name := nameField()
	name.Required = record.Present("kinds")
	table := tableOf(t, name, kindsField(record.Codes{List: kinds()}))
	assert.Empty(t, refusals(table.Validate(&thing{}, record.Options{})))
	assert.Empty(t, refusals(table.Validate(&thing{Kinds: []string{}}, record.Options{})))
	assert.Equal(t, []string{"/name required"}, refusals(table.Validate(&thing{Kinds: []string{"a"}}, record.Options{})))
}

// A thousand findings a record are kept and the rest counted, of what is read
// and of what is validated.
func TestFindingsKept(t *testing.T) {
	const n = rule.MaxPerRecord + 7
	list := tableOf(t, kindsField(record.List{Max: 2 * n, Element: record.Text{Max: 3}}))
	_, report, err := list.Decode([]byte(`{"kinds":[` + strings.Repeat("null,", n-1) + `null]}`))
	require.NoError(t, err)
	assert.Len(t, report.Findings, rule.MaxPerRecord)
	assert.Equal(t, 7, report.Omitted)

	type holder struct {
		Name  string
		Extra record.Extra
	}
	v := holder{Name: "x"}
	for i := range n {
		v.Extra = v.Extra.With(fmt.Sprintf("own%d", i), "1")
	}
	open := record.MustExtensible(thingDef(), []record.Field[holder]{
		{Key: "name", Title: tx("名称"), Type: record.Text{Max: 10}, At: record.AtText(func(v *holder) *string { return &v.Name })},
	}, func(v *holder) *record.Extra { return &v.Extra })
	report = open.Validate(&v, record.Options{})
	assert.Len(t, report.Findings, rule.MaxPerRecord)
	assert.Equal(t, 7, report.Omitted)

	_, repeated, err := record.Tree([]byte(`{"a":1`+strings.Repeat(`,"a":2`, n)+`}`), record.Options{})
	require.NoError(t, err)
	assert.Len(t, repeated, rule.MaxPerRecord)
}

// What a table does not declare comes after its own fields.
func TestUndeclaredComesLast(t *testing.T) {
	type holder struct {
		Name, Other string
		Extra       record.Extra
	}
	table := record.MustExtensible(thingDef(), []record.Field[holder]{
		{Key: "name", Title: tx("名称"), Type: record.Text{Max: 10}, At: record.AtText(func(v *holder) *string { return &v.Name })},
		{Key: "other", Title: tx("其他"), Type: record.Text{Max: 2}, At: record.AtText(func(v *holder) *string { return &v.Other })},
	}, func(v *holder) *record.Extra { return &v.Extra })
	v := holder{Other: "xyz", Extra: record.Extra{}.With("a", "1")}
	assert.Equal(t, []string{"/other length", "/a extra"}, refusals(table.Validate(&v, record.Options{})))
}

// A record within the record is there when a caller's own field of it is.
func TestNestedExtra(t *testing.T) {
	type inner struct {
		Name  string
		Extra record.Extra
	}
	type outer struct{ In inner }
	in, err := record.MustExtensible(thingDef(), []record.Field[inner]{
		{Key: "name", Title: tx("名称"), Type: record.Text{Max: 10}, At: record.AtText(func(v *inner) *string { return &v.Name })},
	}, func(v *inner) *record.Extra { return &v.Extra }).With(record.FieldDefinition{Key: "own", Title: tx("自有"), Type: record.Text{Max: 3}})
	require.NoError(t, err)
	table := record.MustTable(record.Definition{Name: "outer", Title: tx("外")}, []record.Field[outer]{
		{Key: "in", Title: tx("内"), Type: record.Nested{}, At: record.AtNested(in, func(o *outer) *inner { return &o.In })},
	})
	for want, v := range map[string]outer{`{}`: {}, `{"in":{"own":"x"}}`: {inner{Extra: record.Extra{}.With("own", "x")}}} {
		b, err := table.Encode(&v)
		require.NoError(t, err)
		assert.JSONEq(t, want, string(b))
	}
}
