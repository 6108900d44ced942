package record_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A finding worded from a definition alone is the one that reading gives.
func TestWord(t *testing.T) {
	table := shapes.RowTable()
	good := shapes.GoodRow()
	b, err := table.Encode(&good)
	require.NoError(t, err)
	var members map[string]any
	require.NoError(t, json.Unmarshal(b, &members))
	for _, f := range table.Definition().Fields {
		for _, value := range []any{"", "x y", true, 1.5, []any{}, map[string]any{}, "-1.00", strings.Repeat("数", 600)} {
			before, there := members[f.Key]
			members[f.Key] = value
			changed, err := json.Marshal(members)
			require.NoError(t, err)
			if members[f.Key] = before; !there {
				delete(members, f.Key)
			}
			_, report, err := table.Decode(changed)
			require.NoError(t, err)
			for _, want := range report.Findings {
				if want.Path != "/"+f.Key {
					continue
				}
				shown, _ := value.(string)
				if text, err := json.Marshal(value); shown == "" && want.Value != "" && err == nil {
					shown = string(text)
				}
				if want.Value == "" {
					shown = ""
				}
				got := record.Word(want.Rule, f, want.Path, shown)
				got.Place, got.Source, got.Row = want.Place, want.Source, want.Row
				assert.Equal(t, want.Message, got.Message, "%s %v", f.Key, value)
				assert.Equal(t, want.Title, got.Title)
				assert.Equal(t, want.Basis, got.Basis)
			}
		}
	}
	assert.Equal(t, rule.Finding{}, record.Word("record.no-such-rule", record.FieldDefinition{}, "", ""))
	assert.Equal(t, rule.Finding{}, record.Word("", record.FieldDefinition{}, "", ""))
	unknown := table.Definition().WordUnknown("bookAmout", "/bookAmout")
	assert.Contains(t, unknown.Message.EN, "want bookAmount")
}

// What a value must be is said of every type in both languages, but of objects,
// whose members say it.
func TestWant(t *testing.T) {
	for _, typ := range []record.Type{
		record.Text{Max: 3},
		record.Text{Max: 3, Shape: record.Digits},
		record.Code{},
		record.Codes{},
		record.Date{},
		record.Month{},
		record.Amount{},
		record.Ratio{},
		record.Integer{},
		record.Boolean{},
		record.Identifier{Scheme: record.CreditCode},
		record.List{Max: 2},
	} {
		want := record.Want(typ)
		assert.NotEmpty(t, want.ZH, "%T", typ)
		assert.NotEmpty(t, want.EN, "%T", typ)
	}
	assert.True(t, record.Want(record.Nested{}).IsZero())
	assert.True(t, record.Want(nil).IsZero())
}

// A tree is what encoding/json reads, numbers as they were written; a member
// that occurs again is left out and told with its place; the limits are those of
// reading.
func TestTree(t *testing.T) {
	for _, text := range []string{`{}`, `[]`, `null`, `"a\u0062"`, `1e99`, `{"a":[1,2.50,{"b":null,"c":[true,false]}],"名称":"数据"}`} {
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		var want any
		require.NoError(t, d.Decode(&want))
		got, repeated, err := record.Tree([]byte(text), record.Options{})
		require.NoError(t, err)
		assert.Equal(t, want, got, text)
		assert.Empty(t, repeated)
	}
	text := "{\"a\":1,\n \"b\":{\"c\":1,\"\\u0063\":[2,3]},\"a\":2}"
	got, repeated, err := record.Tree([]byte(text), record.Options{File: "x.json"})
	require.NoError(t, err)
	assert.Equal(t, map[string]any{"a": json.Number("1"), "b": map[string]any{"c": json.Number("1")}}, got)
	require.Len(t, repeated, 2)
	assert.Equal(t, "/b/c", repeated[0].Path)
	assert.Equal(t, rule.ID("record.duplicate-key"), repeated[0].Rule)
	assert.Equal(t, "/a", repeated[1].Path)
	assert.Equal(t, rule.Source{File: "x.json", Line: 2, Column: 29}, repeated[1].Source)
	assert.Equal(t, rule.Source{File: "x.json", Line: 2, Column: 13}, repeated[0].Source)
	for _, text := range []string{"", "{", `{"a":1}x`, `{"a":"\ud800"}`, "\ufeff{}", "{\"\xff\":1}"} {
		_, _, err := record.Tree([]byte(text), record.Options{})
		_, ok := errors.AsType[*record.SyntaxError](err)
		assert.True(t, ok, "%q %v", text, err)
	}
	_, _, err = record.Tree([]byte(`[1e1000000]`), record.Options{})
	_, ok := errors.AsType[*record.LimitError](err)
	assert.True(t, ok, "%v", err)
}

func TestAlternativeName(t *testing.T) {
	assert.Equal(t, "registration-end-operation", record.AlternativeName("registration", "endOperation"))
	assert.Equal(t, "event-sweep", record.AlternativeName("event", "sweep"))
}
