package schema_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/dataasset-go/dataasset/trade"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// real is a record of the module: its definition, good instances of it, and
// what Go says of any.
type real struct {
	name  string
	def   record.Definition
	good  [][]byte
	read  func([]byte) (rule.Report, error)
	draft func([]byte) (rule.Report, error)
}

func (r real) valid(b []byte) bool {
	report, err := r.read(b)
	return err == nil && report.Err() == nil
}

func ofTable[T any](t testing.TB, table *record.Table[T]) real {
	sample := table.Sample()
	b, err := table.Encode(&sample)
	require.NoError(t, err)
	read := func(o record.Options) func([]byte) (rule.Report, error) {
		return func(b []byte) (rule.Report, error) {
			_, report, err := table.Read(b, o)
			return report, err
		}
	}
	d := table.Definition()
	return real{d.Name, d, [][]byte{b}, read(record.Options{}), read(record.Options{Stage: record.Draft})}
}

func ofChoice[I any](t testing.TB, choice *record.Choice[I]) real {
	read := func(o record.Options) func([]byte) (rule.Report, error) {
		return func(b []byte) (rule.Report, error) {
			_, report, err := choice.Read(b, o)
			return report, err
		}
	}
	d := choice.Definition()
	r := real{d.Name, d, nil, read(record.Options{}), read(record.Options{Stage: record.Draft})}
	for _, sample := range choice.Samples() {
		b, err := choice.Encode(sample)
		require.NoError(t, err)
		r.good = append(r.good, b)
	}
	return r
}

// reals is every record of the module, in the order of schema.Records.
func reals(t testing.TB) []real {
	return []real{
		ofTable(t, asset.Holders()), ofTable(t, asset.Projects()), ofTable(t, asset.ITSystems()), ofTable(t, asset.Resources()),
		ofTable(t, ledger.Table()), ofChoice(t, ledger.Changes()), ofTable(t, registry.Cards()), ofChoice(t, registry.Commands()),
		ofTable(t, registry.Events()), ofTable(t, registry.SignedCertificates()), ofTable(t, registry.Applications()), ofTable(t, registry.NationalApplications()),
		ofTable(t, accounting.Vouchers()),
		ofTable(t, government.CategoryLines()), ofTable(t, government.HeldLines()), ofTable(t, government.NominalLines()), ofTable(t, government.LifeLines()), ofTable(t, government.DisposalLines()),
		ofTable(t, enterprise.Voluntaries()), ofTable(t, enterprise.EstimateChanges()), ofTable(t, enterprise.AppraisalNotes()), ofTable(t, enterprise.WrittenNotes()), ofTable(t, enterprise.Memos()), ofTable(t, enterprise.Spendings()),
		ofTable(t, authorization.Applications()), ofTable(t, authorization.Plans()), ofTable(t, authorization.Agreements()), ofTable(t, authorization.Consents()), ofTable(t, authorization.Competitions()),
		ofTable(t, authorization.Approvals()), ofTable(t, authorization.Vouchers()), ofTable(t, authorization.Evaluations()), ofTable(t, authorization.Disclosures()), ofTable(t, authorization.Disposals()),
		ofTable(t, authorization.Guarantees()), ofChoice(t, authorization.Commands()), ofTable(t, authorization.Events()),
		ofTable(t, trade.Supplies()), ofTable(t, trade.PriceCases()), ofTable(t, trade.Disclosures()),
		ofTable(t, revenue.Receipts()), ofTable(t, revenue.Matters()), ofTable(t, revenue.Agreements()),
		ofTable(t, revenue.Rows()), ofTable(t, revenue.Dealings()), ofTable(t, revenue.OneOffForms()), ofTable(t, revenue.QuarterForms()), ofTable(t, revenue.EnterpriseForms()),
		ofTable(t, pilot.UnitRecords()), ofChoice(t, pilot.Events()),
		ofTable(t, pilot.HolidayNotices()), ofTable(t, pilot.LiaisonLists()), ofTable(t, pilot.UnitPlans()), ofTable(t, pilot.SweepSheets()), ofTable(t, pilot.Confirmations()),
		ofTable(t, pilot.SurplusDeclarations()), ofTable(t, pilot.StocktakeSheets()), ofTable(t, pilot.ProgressReports()), ofTable(t, pilot.ClosingSummaries()),
		ofTable(t, pilot.YearEndChecklists()), ofTable(t, pilot.ApprovalRecords()), ofTable(t, pilot.InboxLines()),
	}
}

// realOf is one record by its name.
func realOf(t testing.TB, name string) real {
	all := reals(t)
	i := slices.IndexFunc(all, func(r real) bool { return r.name == name })
	require.GreaterOrEqual(t, i, 0, name)
	return all[i]
}

// Every record of the packages has a schema, and is tested here.
func TestRecords(t *testing.T) {
	var tested []string
	for _, r := range reals(t) {
		tested = append(tested, r.name)
	}
	assert.Equal(t, schema.Records(), tested)
	names := slices.Sorted(slices.Values(schema.Records()))
	assert.Equal(t, names, slices.Compact(slices.Clone(names)), "no name twice")
}

// generators is the choices that a caller has.
func generators() []schema.Generator {
	return []schema.Generator{
		{},
		{Stage: record.Draft, Language: rule.English},
		{At: calendar.MustDate(2025, 6, 30)},
		{At: calendar.MustDate(2026, 12, 31), Language: rule.English},
	}
}

// Every record's schema, in every variant, is JSON with no member twice, passes
// the metaschema of 2020-12, compiles alone, loads nothing, has its own $id and
// is the same every time.
func TestRealSchemas(t *testing.T) {
	meta, err := jsonschema.Compile("https://json-schema.org/draft/2020-12/schema")
	require.NoError(t, err, "the validator has it built in")
	ids := map[string]bool{}
	for _, name := range schema.Records() {
		for _, g := range generators() {
			b, err := g.For(name)
			require.NoError(t, err)
			again, err := g.For(name)
			require.NoError(t, err)
			assert.Equal(t, string(b), string(again))
			doc := tree(t, b).(map[string]any)
			require.NoError(t, meta.Validate(doc), name)
			compile(t, b)
			assert.Equal(t, "https://json-schema.org/draft/2020-12/schema", doc["$schema"])
			assert.Equal(t, schema.Base+name, doc["$id"])
			assert.NotEmpty(t, doc["title"])
			onlyLocal(t, name, doc)
			noneTwice(t, b)
		}
		b, err := schema.For(name)
		require.NoError(t, err)
		assert.False(t, ids[name])
		ids[name] = true
		zero, err := schema.Generator{}.For(name)
		require.NoError(t, err)
		assert.Equal(t, string(zero), string(b), "For is the zero Generator's")
	}
}

// onlyLocal wants every reference to stay in the document and to lead somewhere.
func onlyLocal(t *testing.T, name string, doc map[string]any) {
	t.Helper()
	defs, _ := doc["$defs"].(map[string]any)
	used := map[string]bool{}
	var visit func(any)
	visit = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if ref, ok := v["$ref"].(string); ok {
				key, local := strings.CutPrefix(ref, "#/$defs/")
				require.True(t, local, "%s: %s", name, ref)
				require.Contains(t, defs, key, "%s: %s", name, ref)
				used[key] = true
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
	visit(map[string]any(doc))
	for key := range defs {
		assert.True(t, used[key], "%s: nothing refers to %s", name, key)
	}
}

// noneTwice wants no object with a member twice, which most readers would drop.
func noneTwice(t *testing.T, b []byte) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(b))
	type frame struct {
		object bool
		key    bool
		seen   map[string]bool
	}
	var stack []*frame
	for {
		token, err := d.Token()
		if err != nil {
			return
		}
		var top *frame
		if len(stack) > 0 {
			top = stack[len(stack)-1]
		}
		if key, ok := token.(string); ok && top != nil && top.object && top.key {
			require.False(t, top.seen[key], "%s twice", key)
			top.seen[key] = true
			top.key = false
			continue
		}
		switch token {
		case json.Delim('{'):
			stack = append(stack, &frame{object: true, key: true, seen: map[string]bool{}})
			continue
		case json.Delim('['):
			stack = append(stack, &frame{})
			continue
		case json.Delim('}'), json.Delim(']'):
			stack = stack[:len(stack)-1]
			if len(stack) > 0 {
				top = stack[len(stack)-1]
			}
		}
		if top != nil && top.object {
			top.key = true
		}
	}
}

// The check character of a credit code is what a schema cannot tell, as the
// package's doc says: 91350100M000100Y43 is the example of GB 32100-2015.
func TestCheckCharacter(t *testing.T) {
	b, err := schema.For("holder")
	require.NoError(t, err)
	compiled, holder := compile(t, b), ofTable(t, asset.Holders())
	for code, want := range map[string][2]bool{ // Go, schema
		"91350100M000100Y43": {true, true}, "91350100M000100Y44": {false, true}, "91350100M000100Y4": {false, false}, "91350100I000100Y43": {false, false},
	} {
		instance := bytes.Replace(holder.good[0], []byte("91350100M000100Y43"), []byte(code), 1)
		assert.Equal(t, want, [2]bool{holder.valid(instance), compiled.Validate(tree(t, instance)) == nil}, code)
	}
}

// Bad samples by hand, one fault each: both refuse them.
func TestRealBad(t *testing.T) {
	for _, tt := range []struct{ name, old, by string }{
		{"data-resource", `"personal":false`, `"personal":"no"`},
		{"data-resource", `"sources":["duty"],"provider":"自治区水利厅"`, `"sources":["sharing"]`},
		{"data-resource", `"area":"全区",`, ``},
		{"holder", `"role":"regionDepartment"`, `"role":"department"`},
		{"holder", `"91350100M000100Y43"`, `"91350100M000100Y4"`},
		{"it-project", `"investment":"2400000.00"`, `"investment":"2400000.005"`},
		{"it-project", `"investment":"2400000.00"`, `"investment":"-2400000.00"`},
		{"it-project", `"investment":"2400000.00"`, `"investment":2400000.00`},
		{"receipt", `"bankOn":"2026-03-27"`, `"bankOn":"2026-02-30"`},
		{"receipt", `"amount":"600000.00"`, `"amount":"600000.0"`},
		{"receipt", `"payment":"instalment"`, `"payment":"barter"`},
		{"receipt", `"bankOn":"2026-03-27","treasuryOn":"2026-03-30","controlOn":"2026-03-27",`, ``},
		{"enterprise-filing-matter", `"kind":"use"`, `"kind":"pledge"`},
		{"enterprise-filing-matter", `"kind":"use"`, `"kind":"use","registrationNo":"ZY-1"`},
		{"pilot-unit", `"name":"某厅",`, ``},
		{"pilot-event", `"event":"done"`, `"event":"list"`},
		{"pilot-event", `"event":"done"`, `"event":"undone"`},
		{"pilot-event", `"event":"done",`, ``},
	} {
		r := realOf(t, tt.name)
		bad := strings.Replace(string(r.good[0]), tt.old, tt.by, 1)
		require.NotEqual(t, string(r.good[0]), bad, "%s: %s", tt.name, tt.old)
		b, err := schema.For(tt.name)
		require.NoError(t, err)
		assert.False(t, r.valid([]byte(bad)), "Go takes %s", bad)
		assert.Error(t, compile(t, b).Validate(tree(t, []byte(bad))), "the schema takes %s", bad)
	}
}

// A draft may lack anything that a record requires, but what it holds is right:
// in Go and in the schema.
func TestRealDrafts(t *testing.T) {
	for _, name := range []string{"data-resource", "receipt", "ledger-row"} {
		r := realOf(t, name)
		b, err := schema.Generator{Stage: record.Draft}.For(name)
		require.NoError(t, err)
		compiled := compile(t, b)
		require.NoError(t, compiled.Validate(map[string]any{}))
		for _, instance := range variants(t, r.good[0], 100) {
			report, err := r.draft(instance)
			want := err == nil && report.Err() == nil
			assert.Equal(t, want, compiled.Validate(tree(t, instance)) == nil, "%s: %.500s", name, instance)
			report, err = schema.Generator{Stage: record.Draft}.Validate(name, instance)
			assert.Equal(t, want, err == nil && report.Err() == nil, "%s: %.500s", name, instance)
		}
	}
}

// Form builders read titles, examples and where a field comes from: each field
// of each record has a title in the language asked for and, where its table has
// them, its clauses in the document's own place.
func TestRealAnnotations(t *testing.T) {
	known := map[string]bool{}
	for _, k := range schema.Keywords() {
		known[k] = true
	}
	for _, r := range reals(t) {
		d := r.def
		for _, language := range []rule.Language{rule.Chinese, rule.English} {
			b, err := schema.Generator{Language: language}.For(d.Name)
			require.NoError(t, err)
			doc := tree(t, b).(map[string]any)
			words(t, known, doc)
			assert.Equal(t, d.Title.In(language), doc["title"])
			properties, _ := doc["properties"].(map[string]any)
			for _, f := range d.Fields {
				p := properties[f.Key].(map[string]any)
				assert.Equal(t, f.Title.In(language), p["title"], "%s.%s", d.Name, f.Key)
				if len(f.Basis) > 0 {
					assert.Equal(t, f.Basis[0].String(), p["x-basis"].([]any)[0], "%s.%s", d.Name, f.Key)
				}
			}
			assert.Len(t, properties, len(d.Fields)+choices(d))
		}
	}
}

// choices is one for a record that is one of several: its properties are the code.
func choices(d record.Definition) int {
	if d.By != "" {
		return 1
	}
	return 0
}

// words wants every annotation to be one that Keywords lists.
func words(t *testing.T, known map[string]bool, v any) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			assert.True(t, !strings.HasPrefix(k, "x-") || known[k], k)
			words(t, known, x)
		}
	case []any:
		for _, x := range v {
			words(t, known, x)
		}
	}
}

// A caller's own field stands in the schema as the record's own, and instances
// get the same verdict.
func TestExtendedRecord(t *testing.T) {
	table, err := ledger.Table().With(record.FieldDefinition{
		Key: "costCentre", Title: rule.Text{ZH: "成本中心", EN: "cost centre"}, Type: record.Text{Max: 8, Shape: record.CodeText},
	})
	require.NoError(t, err)
	b := schema.Generator{}.ForDefinition(table.Definition())
	compiled := compile(t, b)
	doc := tree(t, b).(map[string]any)
	assert.Equal(t, true, doc["properties"].(map[string]any)["costCentre"].(map[string]any)["x-extension"])
	row := table.Sample()
	for value, want := range map[string]bool{"CC-1": true, "CC 1": false, "CC-1234567": false} {
		row.Extra = row.Extra.With("costCentre", value)
		b, err := table.Encode(&row)
		require.NoError(t, err)
		_, report, err := table.Decode(b)
		require.NoError(t, err)
		assert.Equal(t, want, report.Err() == nil, value)
		assert.Equal(t, want, compiled.Validate(tree(t, b)) == nil, value)
	}
	plain, err := schema.For("ledger-row")
	require.NoError(t, err)
	assert.NotContains(t, string(plain), "costCentre")
}

// Errors name what there is; schemas are made by many at once.
func TestForErrors(t *testing.T) {
	for _, name := range []string{"", "Receipt", "receipt ", "../receipt", "shape-row"} {
		for _, g := range generators() {
			b, err := g.For(name)
			var unknown *schema.UnknownRecordError
			require.ErrorAs(t, err, &unknown)
			assert.Nil(t, b)
			assert.Equal(t, name, unknown.Name)
			assert.Contains(t, err.Error(), "receipt, ")
		}
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, name := range schema.Records() {
				_, err := schema.For(name)
				assert.NoError(t, err)
			}
		})
	}
	wg.Wait()
}
