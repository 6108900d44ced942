package conformance_test

import (
	"encoding/json"
	"testing"

	"github.com/dataasset-go/dataasset/conformance"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The examples of RFC 7396, appendix A.
func TestMerge(t *testing.T) {
	for _, tt := range []struct{ document, patch, want string }{
		{`{"a":"b"}`, `{"a":"c"}`, `{"a":"c"}`},
		{`{"a":"b"}`, `{"b":"c"}`, `{"a":"b","b":"c"}`},
		{`{"a":"b"}`, `{"a":null}`, `{}`},
		{`{"a":"b","b":"c"}`, `{"a":null}`, `{"b":"c"}`},
		{`{"a":["b"]}`, `{"a":"c"}`, `{"a":"c"}`},
		{`{"a":"c"}`, `{"a":["b"]}`, `{"a":["b"]}`},
		{`{"a":{"b":"c"}}`, `{"a":{"b":"d","c":null}}`, `{"a":{"b":"d"}}`},
		{`{"a":[{"b":"c"}]}`, `{"a":[1]}`, `{"a":[1]}`},
		{`["a","b"]`, `["c","d"]`, `["c","d"]`},
		{`{"a":"b"}`, `["c"]`, `["c"]`},
		{`{"a":"foo"}`, `null`, `null`},
		{`{"a":"foo"}`, `"bar"`, `"bar"`},
		{`{"e":null}`, `{"a":1}`, `{"a":1,"e":null}`},
		{`[1,2]`, `{"a":"b","c":null}`, `{"a":"b"}`},
		{`{}`, `{"a":{"bb":{"ccc":null}}}`, `{"a":{"bb":{}}}`},
		{`{"a":12345678901234567890.10}`, `{"b":1}`, `{"a":12345678901234567890.10,"b":1}`}, // numbers stay as they are written
	} {
		got, err := conformance.Merge([]byte(tt.document), []byte(tt.patch))
		require.NoError(t, err)
		assert.Equal(t, tt.want, string(got), "%s + %s", tt.document, tt.patch)
	}
	for _, bad := range [][2]string{{`{`, `{}`}, {`{}`, `{`}} {
		_, err := conformance.Merge([]byte(bad[0]), []byte(bad[1]))
		assert.Error(t, err)
	}
}

// FuzzMerge merges any texts: an error, or JSON that merging again does not change.
func FuzzMerge(f *testing.F) {
	f.Add([]byte(`{"a":{"b":"c"}}`), []byte(`{"a":{"b":null,"d":[1]}}`))
	f.Fuzz(func(t *testing.T, document, patch []byte) {
		once, err := conformance.Merge(document, patch)
		if err != nil || len(patch) == 0 {
			return
		}
		if !json.Valid(once) {
			t.Fatalf("%q", once)
		}
		twice, err := conformance.Merge(once, patch)
		if err != nil || string(once) != string(twice) {
			t.Fatalf("%q + %q: %q, then %q: %v", document, patch, once, twice, err)
		}
	})
}

// What is wrong with a case itself is an error that names it, and no mismatch.
func TestRunErrors(t *testing.T) {
	due := conformance.Case{ID: "own.case", Kind: "due", Input: []byte(`{"trigger": "2026-03-31", "term": {"workdays": 10}}`)}
	require.NoError(t, conformance.Run(due))
	for name, spoil := range map[string]func(*conformance.Case){
		"no such kind":        func(c *conformance.Case) { c.Kind = "oracle" },
		"no input":            func(c *conformance.Case) { c.Input = nil },
		"an unknown member":   func(c *conformance.Case) { c.Input = []byte(`{"term": {"workdays": 10}, "when": "soon"}`) },
		"something behind it": func(c *conformance.Case) { c.Input = append(c.Input, `{}`...) },
		"no such region":      func(c *conformance.Case) { c.Input = []byte(`{"region": "CN-XX", "term": {"workdays": 10}}`) },
		"a policy it has not": func(c *conformance.Case) { c.Policy = map[string]string{"P30": "amountAlone"} },
		"a choice that is not": func(c *conformance.Case) {
			c.Input, c.Policy = []byte(`{"term": {"by": "2025-05-31"}}`), map[string]string{"P8": "later"}
		},
		"a step beyond the story": func(c *conformance.Case) {
			c.Kind, c.Input = "registration", []byte(`{"regime": "finance-card", "asset": "A", "story": [], "after": 1}`)
		},
		"a regime that is not": func(c *conformance.Case) {
			c.Kind, c.Input = "registration", []byte(`{"regime": "own", "asset": "A", "story": []}`)
		},
	} {
		c := due
		spoil(&c)
		err := conformance.Run(c)
		require.Error(t, err, name)
		assert.Contains(t, err.Error(), "own.case", name)
		assert.NotErrorAs(t, err, new(*conformance.MismatchError), name)
	}
}

// A difference is told for each member and each rule.
func TestMismatch(t *testing.T) {
	c := conformance.Case{
		ID: "own.case", Kind: "due", Input: []byte(`{"trigger": "2026-03-31", "term": {"workdays": 10}}`),
		Expect: conformance.Expect{
			Fires: []conformance.Fired{{Rule: "a.b", Path: "/c"}}, Quiet: []rule.ID{"a.c"}, Open: []rule.ID{"a.d"},
			Values: map[string]json.RawMessage{"date": []byte(`"2026-04-14"`), "skipped": []byte(`[]`), "worked": []byte(`{"a": 1}`), "earliest": []byte(`null`)},
		},
	}
	var differs *conformance.MismatchError
	require.ErrorAs(t, conformance.Run(c), &differs)
	assert.Len(t, differs.Differences, 7)
	b, err := json.Marshal(c)
	require.NoError(t, err)
	var again conformance.Case
	require.NoError(t, json.Unmarshal(b, &again))
	assert.Equal(t, c.Expect.Fires, again.Expect.Fires)
	require.ErrorAs(t, conformance.Run(again), &differs)
	assert.Len(t, differs.Differences, 7, "a case round-trips")
}
