package conformance_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/conformance"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func all(t testing.TB) []conformance.Case {
	t.Helper()
	cases, err := conformance.Cases()
	require.NoError(t, err)
	return cases
}

// The module answers every case as the case expects.
func TestCases(t *testing.T) {
	for _, c := range all(t) {
		if err := conformance.Run(c); err != nil {
			t.Error(err)
		}
	}
}

// There are at least 300 cases, each with its own id, in both languages, on a
// document that the module knows, and each expects something.
func TestForm(t *testing.T) {
	china, err := calendar.China(calendar.Guangxi)
	require.NoError(t, err)
	var notices []string
	for _, l := range china.Coverage().Layers {
		for _, n := range l.Notices {
			notices = append(notices, n.Number)
		}
	}
	seen := map[string]bool{}
	for _, c := range all(t) {
		assert.False(t, seen[c.ID], "%s twice", c.ID)
		seen[c.ID] = true
		for _, words := range []string{c.Title.ZH, c.Title.EN, c.Why.ZH, c.Why.EN} {
			assert.NotEmpty(t, words, c.ID)
		}
		require.NotEmpty(t, c.Basis, c.ID)
		for _, b := range c.Basis {
			_, known := rule.DocumentByID(b.Doc)
			assert.True(t, known || slices.Contains(notices, b.Doc), "%s: %s is no document of rule.Documents", c.ID, b.Doc)
		}
		for _, p := range c.Policies {
			_, known := rule.PolicyByNumber(p)
			assert.True(t, known, "%s: %s", c.ID, p)
		}
		assert.NotZero(t, len(c.Expect.Fires)+len(c.Expect.Quiet)+len(c.Expect.Open)+len(c.Expect.Values), c.ID)
	}
	assert.GreaterOrEqual(t, len(seen), 300)
}

// directions counts in how many cases each rule and duty fires and stays quiet.
func directions(t testing.TB) (fires, quiet map[rule.ID]int) {
	fires, quiet = map[rule.ID]int{}, map[rule.ID]int{}
	for _, c := range all(t) {
		for _, f := range c.Expect.Fires {
			fires[f.Rule]++
		}
		for _, id := range c.Expect.Quiet {
			quiet[id]++
		}
	}
	return fires, quiet
}

// Every rule and every duty of the module fires in a case and stays quiet in
// another. What no case reaches is listed with its reason.
func TestEachRuleInBothDirections(t *testing.T) {
	fires, quiet := directions(t)
	reasons := reasonsOf(t, "testdata/uncovered.txt")
	var ids []rule.ID
	for _, r := range dataasset.Rules() {
		ids = append(ids, r.ID)
	}
	for _, d := range dataasset.Duties() {
		ids = append(ids, d.ID)
	}
	n := 0
	for _, id := range ids {
		for _, way := range []struct {
			name  string
			count int
		}{{"fires", fires[id]}, {"quiet", quiet[id]}} {
			key := way.name + " " + string(id)
			switch {
			case way.count == 0 && reasons[key] == "":
				t.Errorf("no case in which %s %s", id, way.name)
			case way.count > 0:
				n++
				assert.Empty(t, reasons[key], "%s is covered: take it off the list", key)
			}
		}
	}
	t.Logf("%d of %d directions of %d rules and duties", n, 2*len(ids), len(ids))
}

// reasonsOf reads lines of a key, a tab and a reason.
func reasonsOf(t testing.TB, name string) map[string]string {
	b, err := os.ReadFile(name)
	require.NoError(t, err)
	all := map[string]string{}
	for line := range strings.Lines(string(b)) {
		if key, why, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(key, "#") {
			all[key] = why
		}
	}
	return all
}

// Every policy is answered at its default.
func TestEachPolicyAtItsDefault(t *testing.T) {
	answered := map[string]bool{}
	for _, c := range all(t) {
		for _, p := range c.Policies {
			if c.Policy[p] == "" {
				answered[p] = true
			}
		}
	}
	for _, p := range rule.Policies() {
		assert.True(t, answered[p.Number], "no case answers %s at its default", p.Number)
	}
}

// Every row of the table of due dates is a case, in both calendars.
func TestEachDueDate(t *testing.T) {
	b, err := os.ReadFile("../revenue/testdata/due-dates.txt")
	require.NoError(t, err)
	type key struct{ region, trigger, term string }
	got := map[key]string{}
	for _, c := range all(t) {
		if c.Kind != "due" || len(c.Policy) > 0 {
			continue
		}
		var in struct {
			Region, Trigger string
			Term            struct {
				Workdays, Months int
				By               string
			}
		}
		require.NoError(t, json.Unmarshal(c.Input, &in))
		var date, earliest string
		_ = json.Unmarshal(c.Expect.Values["date"], &date)
		_ = json.Unmarshal(c.Expect.Values["earliest"], &earliest)
		if date == "" {
			date = "not before " + earliest
		}
		term := "by " + in.Term.By
		switch {
		case in.Term.Workdays > 0:
			term = string(mustJSON(in.Term.Workdays)) + "wd"
		case in.Term.Months > 0:
			term = string(mustJSON(in.Term.Months)) + "m"
		}
		if in.Region == "" {
			in.Region = "CN"
		}
		got[key{in.Region, in.Trigger, term}] = date
	}
	rows := 0
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(f) < 5 {
			continue
		}
		rows++
		trigger := strings.TrimPrefix(f[1], "-")
		assert.Equal(t, f[3], got[key{"CN", trigger, f[2]}], line)
		assert.Equal(t, f[4], got[key{"CN-GX", trigger, f[2]}], line)
	}
	assert.Greater(t, rows, 30)
}

func mustJSON(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

var update = flag.Bool("update", false, "write case.schema.json")

// The schema that is checked in is the one that is made, it is a schema, and every
// file of cases is as it says.
func TestSchema(t *testing.T) {
	made := conformance.Schema()
	if *update {
		require.NoError(t, os.WriteFile("case.schema.json", made, 0o644))
	}
	checkedIn, err := os.ReadFile("case.schema.json")
	require.NoError(t, err)
	assert.Equal(t, string(checkedIn), string(made), "go test ./conformance -run Schema -update")
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource(conformance.SchemaID, bytes.NewReader(made)))
	compiled, err := compiler.Compile(conformance.SchemaID)
	require.NoError(t, err)
	names, err := fs.Glob(conformance.Files(), "cases/*.json")
	require.NoError(t, err)
	assert.NotEmpty(t, names)
	for _, name := range names {
		b, err := fs.ReadFile(conformance.Files(), name)
		require.NoError(t, err)
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber()
		var v any
		require.NoError(t, d.Decode(&v))
		assert.NoError(t, compiled.Validate(v), name)
	}
}

// Every kind has cases, and its members are told in both languages.
func TestKinds(t *testing.T) {
	cases := all(t)
	for _, k := range conformance.Kinds() {
		assert.True(t, slices.ContainsFunc(cases, func(c conformance.Case) bool { return c.Kind == k.Name }), k.Name)
		for _, m := range slices.Concat(k.Input, k.Expect) {
			assert.NotEmpty(t, m.Doc.ZH, "%s %s", k.Name, m.Key)
			assert.NotEmpty(t, m.Doc.EN, "%s %s", k.Name, m.Key)
		}
	}
}
