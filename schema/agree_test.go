package schema_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/rule/ruletest"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// oneFault is good instances of a record, and about n more of them with one
// place changed: a member or element replaced, taken away or added.
func oneFault(t *testing.T, r real, n int) [][]byte {
	all := slices.Clone(r.good)
	for _, good := range r.good {
		all = append(all, variants(t, good, max(n/len(r.good), n/12))...)
	}
	return all
}

// Good instances of every record, each with one fault: Go, Validate and the
// validator alone on the published document give the same verdict; and what
// Validate finds Go finds, at the same place, by the same rule, in the same
// words.
func TestAgreementOfRecords(t *testing.T) {
	for _, r := range reals(t) {
		b, err := schema.For(r.name)
		require.NoError(t, err)
		published := compile(t, b)
		n, bad := 0, 0
		every := 1 + len(b)/20_000 // the largest documents cost the bare validator milliseconds
		for _, instance := range oneFault(t, r, 200) {
			n++
			want, err := r.read(instance)
			require.NoError(t, err)
			got, err := schema.Validate(r.name, instance)
			require.NoError(t, err)
			if want.Err() != nil {
				bad++
			}
			if (want.Err() == nil) != (got.Err() == nil) || n%every == 0 && (want.Err() == nil) != (published.Validate(tree(t, instance)) == nil) {
				t.Fatalf("%s: Go says %v, Validate %v, of %.900s", r.name, want.Err(), got.Err(), instance)
			}
			sameFindings(t, want, got, instance)
		}
		assert.Greater(t, bad, n/3, "many of them are wrong")
		t.Logf("%s: %d instances, %d wrong", r.name, n, bad)
	}
}

// sameFindings wants each finding of a schema to be Go's too. Go may say more:
// to it, a member with a wrong value is not there, so that others become
// required or out of place.
func sameFindings(t *testing.T, want, got rule.Report, instance []byte) {
	t.Helper()
	said := map[string]rule.Finding{}
	for _, f := range want.Findings {
		said[f.Path] = f
	}
	for _, f := range got.Findings {
		above := f.Path
		for said[above].Rule == "" && above != "" {
			above = above[:strings.LastIndexByte(above, '/')]
		}
		g := said[above]
		switch {
		case above != f.Path && g.Rule == "record.required":
			continue // an object without one known member is not there to Go
		case f.Rule == "record.required" && g.Rule == "" && faultBeside(want, f.Path):
			continue // the same where the object need not be there: its only members are wrong
		case f.Path == g.Path && f.Rule == "record.null" && g.Rule == "record.code":
			continue // an empty code that chooses
		case f.Path == g.Path && f.Rule == "record.required" && strings.HasPrefix(g.Message.EN, strings.TrimSuffix(f.Message.EN, ".")):
			continue // Go lists what can be chosen
		}
		assert.Equal(t, g, f, "%s", instance)
	}
	for path, f := range said {
		if f.Rule == "record.required" || f.Rule == "record.must-be-absent" {
			continue
		}
		assert.True(t, slices.ContainsFunc(got.Findings, func(g rule.Finding) bool { return g.Path == path }), "%s: %s", path, instance)
	}
	assert.True(t, slices.IsSortedFunc(got.Findings, rule.Finding.Compare), "in the order of the table")
}

// faultBeside reports whether another member of the object has a finding.
func faultBeside(r rule.Report, path string) bool {
	object := path[:strings.LastIndexByte(path, '/')+1]
	return object != "/" && slices.ContainsFunc(r.Findings, func(f rule.Finding) bool { return strings.HasPrefix(f.Path, object) })
}

// Any instance that a definition can have, with any choice of its optional
// members, and then with one fault, gets one verdict.
func TestAgreementProperty(t *testing.T) {
	all := reals(t)
	published := map[string]func(any) error{}
	for _, r := range all {
		b, err := schema.For(r.name)
		require.NoError(t, err)
		published[r.name] = compile(t, b).Validate
	}
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(all).Draw(t, "record")
		for _, b := range twoOf(t, r.def) {
			oneVerdict(t, r, published[r.name], b)
		}
	})
}

// The same of each record, with a number of instances of it: among them are right
// ones and wrong ones.
func TestAgreementOfEachRecord(t *testing.T) {
	for _, r := range reals(t) {
		b, err := schema.For(r.name)
		require.NoError(t, err)
		published := compile(t, b)
		verdicts := map[bool]int{}
		for _, instance := range madeOf(r.def, 8) {
			verdicts[oneVerdict(t, r, published.Validate, instance)]++
		}
		assert.Positive(t, verdicts[true], "%s: a right one", r.name)
		assert.Positive(t, verdicts[false], "%s: a wrong one", r.name)
	}
}

// oneVerdict wants Go, Validate and the bare validator on the published document
// to say the same of an instance, and returns what.
func oneVerdict(t require.TestingT, r real, published func(any) error, b []byte) bool {
	want, err := r.read(b)
	require.NoError(t, err)
	got, err := schema.Validate(r.name, b)
	require.NoError(t, err)
	require.Equal(t, want.Err() == nil, got.Err() == nil, "%s: %s\nGo %v\nValidate %v", r.name, b, want.Err(), got.Err())
	require.Equal(t, want.Err() == nil, published(plain(t, b)) == nil, "%s: %s\nGo %v", r.name, b, want.Err())
	return want.Err() == nil
}

// madeOf is n instances of a definition, each followed by itself with one fault:
// the same every time.
func madeOf(d record.Definition, n int) [][]byte {
	pairs := rapid.Custom(func(t *rapid.T) [2][]byte { return twoOf(t, d) })
	var all [][]byte
	for seed := range n {
		pair := pairs.Example(seed)
		all = append(all, pair[:]...)
	}
	return all
}

// twoOf draws an instance, and the same with one fault.
func twoOf(t *rapid.T, d record.Definition) (two [2][]byte) {
	v := made(t, d)
	for i := range two {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		two[i] = b
		damage(t, v)
	}
	return two
}

// plain is an instance as the bare validator takes it.
func plain(t require.TestingT, b []byte) any {
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.UseNumber()
	var v any
	require.NoError(t, d.Decode(&v))
	return v
}

// made draws an instance of a definition.
func made(t *rapid.T, d record.Definition) map[string]any {
	b := ruletest.NewInstances(rapid.Uint64().Draw(t, "seed")).Valid(d)
	return plain(t, b).(map[string]any)
}

// damage makes one fault at any place of an instance.
func damage(t *rapid.T, v any) {
	for {
		switch x := v.(type) {
		case map[string]any:
			keys := slices.Sorted(maps.Keys(x))
			if len(keys) == 0 {
				x["unheardOf"] = "x"
				return
			}
			key := rapid.SampledFrom(keys).Draw(t, "member")
			if within(x[key]) && rapid.Bool().Draw(t, "deeper") {
				v = x[key]
				continue
			}
			switch rapid.IntRange(0, 2).Draw(t, "how") {
			case 0:
				delete(x, key)
			case 1:
				x["unheardOf"] = "x"
			default:
				x[key] = json.RawMessage(rapid.SampledFrom(hostile).Draw(t, "value"))
			}
			return
		case []any:
			i := rapid.IntRange(0, len(x)-1).Draw(t, "element")
			if within(x[i]) && rapid.Bool().Draw(t, "deeper") {
				v = x[i]
				continue
			}
			x[i] = json.RawMessage(rapid.SampledFrom(hostile).Draw(t, "value"))
			return
		default:
			return
		}
	}
}

func within(v any) bool {
	switch v := v.(type) {
	case map[string]any:
		return len(v) > 0
	case []any:
		return len(v) > 0
	}
	return false
}

// FuzzAgreement gives any text to Go and to the schema of a receipt, which has
// text, codes, dates, amounts, lists and conditions: the same error or none, the
// same verdict.
func FuzzAgreement(f *testing.F) {
	r := realOf(f, "receipt")
	f.Add(r.good[0])
	f.Add([]byte(`{"id":"SR-1","assets":["D-1"],"purpose":"use","payment":"oneOff","counterparty":"甲","controlOn":"2026-04-09","amount":"0.01"}`))
	f.Add([]byte(`{"id":"a","i\u0064":"b","__proto__":{},"amount":1e1000001}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		want, wantErr := r.read(b)
		got, gotErr := schema.Validate("receipt", b)
		if (wantErr == nil) != (gotErr == nil) || (want.Err() == nil) != (got.Err() == nil) {
			t.Fatalf("Go says %v %v, the schema %v %v, of %q", wantErr, want.Err(), gotErr, got.Err(), b)
		}
	})
}
