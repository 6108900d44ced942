package authorization_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// roundTrip writes a table's sample, which is right in itself, and reads it back.
func roundTrip[T any](t *testing.T, table *record.Table[T]) {
	t.Helper()
	name := table.Definition().Name
	sample := table.Sample()
	assert.Empty(t, table.Validate(&sample, record.Options{}).Findings, name)
	b, err := table.Encode(&sample)
	require.NoError(t, err, name)
	again, report, err := table.Decode(b)
	require.NoError(t, err, name)
	assert.Empty(t, report.Findings, name)
	assert.Equal(t, sample, again, name)
	_, report, err = table.Decode([]byte(`{"unheard":1}`))
	require.NoError(t, err, name)
	require.Error(t, report.Err(), name)
}

func TestRecords(t *testing.T) {
	roundTrip(t, authorization.Applications())
	roundTrip(t, authorization.Plans())
	roundTrip(t, authorization.Agreements())
	roundTrip(t, authorization.Consents())
	roundTrip(t, authorization.Competitions())
	roundTrip(t, authorization.Approvals())
	roundTrip(t, authorization.Vouchers())
	roundTrip(t, authorization.Evaluations())
	roundTrip(t, authorization.Disclosures())
	roundTrip(t, authorization.Disposals())
	roundTrip(t, authorization.Guarantees())
	for _, c := range authorization.Commands().Samples() {
		assert.Empty(t, authorization.Commands().Validate(c, record.Options{}).Findings, "%T", c)
	}
}

// Every field says in both languages what it is, records and lists have names of
// their own, and every clause stands in the table of documents.
func TestDefinitions(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range authorization.Definitions() {
		assert.False(t, seen[d.Name], d.Name)
		seen[d.Name] = true
		assert.NotEmpty(t, d.Title.ZH, d.Name)
		assert.NotEmpty(t, d.Title.EN, d.Name)
		for _, f := range d.Fields {
			assert.NotEmpty(t, f.Title.ZH, f.Key)
			assert.NotEmpty(t, f.Title.EN, f.Key)
			if len(d.Groups) > 0 {
				assert.NotEmpty(t, f.Group, "%s.%s", d.Name, f.Key)
			}
		}
		assert.NotEmpty(t, d.Markdown(rule.Chinese))
		assert.NotEmpty(t, d.Markdown(rule.English))
	}
	require.Len(t, seen, 13)
}

// What a record requires, and what must be left out beside the rest.
func TestConditional(t *testing.T) {
	faults := func(change func(*authorization.Application)) []string {
		a := application(department())
		change(&a)
		var paths []string
		for _, f := range authorization.Applications().Validate(&a, record.Options{}).Findings {
			paths = append(paths, f.Path)
		}
		return paths
	}
	assert.Empty(t, faults(func(*authorization.Application) {}))
	assert.Equal(t, []string{"/priceBasis"}, faults(func(a *authorization.Application) { a.PriceBasis = "" }))
	assert.Equal(t, []string{"/priceBasis", "/price", "/conditions"}, faults(func(a *authorization.Application) { a.Payment = authorization.Free }))
	assert.Equal(t, []string{"/assets/0/areas"}, faults(func(a *authorization.Application) { a.Assets[0].Areas = nil }))
	assert.Equal(t, []string{"/assets/0/areas"}, faults(func(a *authorization.Application) { a.Assets[0].Mode = authorization.Whole }))
	assert.Equal(t, []string{"/secures"}, faults(func(a *authorization.Application) { a.Secures = record.Opt[bool]{} }))
	assert.Equal(t, []string{"/holder/parent"}, faults(func(a *authorization.Application) { a.Holder.Role = rule.NamedCounty }))
	a := application(department())
	a.Extra = a.Extra.With("deskNumber", "12")
	table, err := authorization.Applications().With(record.FieldDefinition{Key: "deskNumber", Title: rule.Text{ZH: "窗口号", EN: "desk"}, Group: "parties", Type: record.Text{Max: 10}})
	require.NoError(t, err)
	assert.Empty(t, table.Validate(&a, record.Options{}).Findings, "a caller's own field")
}

func BenchmarkApply(b *testing.B) {
	a := application(department())
	m := matter{application: a}
	start := authorization.New(authorization.AuthorisedOperation(), "SQ-1")
	drafted, _ := do(b, start, m.fit(start, "draft.grant"))
	decided, _ := do(b, drafted, m.fit(drafted, "decide"))
	adopted, _ := do(b, decided, m.fit(decided, "adopt"))
	for name, tt := range map[string]struct {
		a authorization.Authorization
		c authorization.Command
	}{
		"draft": {start, m.fit(start, "draft.grant")}, "decide": {drafted, m.fit(drafted, "decide")}, "sign": {adopted, m.fit(adopted, "sign")},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := tt.a.Apply(tt.c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSupplyRules(b *testing.B) {
	a := application(department())
	use, _ := do(b, authorization.New(authorization.AssetUse(), "1"), assetUse(a)...)
	run, _ := do(b, authorization.New(authorization.AuthorisedOperation(), "1"), operation(a)...)
	s := authorization.Supply{On: day("2026-01-05"), To: "运营机构甲", Application: a, Authorizations: []authorization.Authorization{use, run}}
	s.Registrations = append(s.Registrations, registered(b, "JT-02", "2025-12-15"), registered(b, "JT-06", "2025-12-15"))
	rules, c := authorization.SupplyRules(authorization.Policy{}), a.Holder.Context()
	b.ReportAllocs()
	for b.Loop() {
		if !rules.Review(s, c).Clean() {
			b.Fatal("findings")
		}
	}
}
