package schema_test

import (
	"bytes"
	"sync"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// loan is a caller's own record.
type loan struct {
	Number string
	Lender string
	On     calendar.Date
	Amount money.Amount
	Rate   money.Ratio
	Kind   string
	Paid   record.Opt[bool]
	PaidOn calendar.Date
	Parts  []part
}

type part struct {
	On     calendar.Date
	Amount money.Amount
}

func both(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

// ownRecord has a kind that was in force until the end of 2025, and another
// from then on. A law from 2025-03-01 to 2030-02-28 asks who lends, and from
// 2026-01-01 on whether an ordinary loan is paid.
func ownRecord(t testing.TB) *record.Table[loan] {
	kinds := record.CodeList{Name: "loan-kind", Title: both("借款种类", "kind of loan"), Evidence: rule.Judgement, Judgement: both("自定", "own"), Codes: []record.CodeEntry{
		{Code: "old", Title: both("旧", "old kind"), Effective: rule.Period{To: calendar.MustDate(2025, 12, 31)}},
		{Code: "new", Title: both("新", "new kind"), Effective: rule.From(calendar.MustDate(2026, 1, 1))},
		{Code: "any", Title: both("常用", "usual kind")},
	}}
	parts, err := record.NewTable(record.Definition{Name: "date", Title: both("分期", "part")}, []record.Field[part]{
		{Key: "on", Title: both("日期", "on"), Type: record.Date{}, Required: record.Always(), Example: "2026-01-31", At: record.At(func(p *part) *calendar.Date { return &p.On })},
		{Key: "amount", Title: both("金额", "amount"), Type: record.Amount{}, Required: record.Always(), Example: "1.00", At: record.At(func(p *part) *money.Amount { return &p.Amount })},
	})
	require.NoError(t, err)
	table, err := record.NewTable(record.Definition{Name: "loan", Title: both("借款", "loan"), DateOf: "on", Groups: []record.Group{{Key: "money", Title: both("金额", "money")}}}, []record.Field[loan]{
		{Key: "number", Title: both("编号", "number"), Type: record.Text{Max: 8, Shape: record.CodeText}, Required: record.Always(), Example: "L-1", At: record.AtText(func(l *loan) *string { return &l.Number })},
		{Key: "on", Title: both("日期", "on"), Type: record.Date{}, Required: record.Always(), Example: "2026-01-31", At: record.At(func(l *loan) *calendar.Date { return &l.On })},
		{Key: "amount", Title: both("金额", "amount"), Group: "money", Type: record.Amount{Signed: true}, Example: "-1.00", At: record.At(func(l *loan) *money.Amount { return &l.Amount })},
		{Key: "rate", Title: both("利率", "rate"), Group: "money", Type: record.Ratio{}, Example: "0.06", At: record.At(func(l *loan) *money.Ratio { return &l.Rate })},
		{Key: "kind", Title: both("种类", "kind"), Type: record.Code{List: kinds}, Required: record.Always(), Example: "any", At: record.AtText(func(l *loan) *string { return &l.Kind })},
		{Key: "lender", Title: both("出借人", "lender"), Type: record.Text{Max: 20}, Required: record.During(asked()), Example: "甲", At: record.AtText(func(l *loan) *string { return &l.Lender })},
		{Key: "paid", Title: both("已还", "paid"), Type: record.Boolean{}, Required: record.All(record.Equals("kind", "any"), record.During(rule.From(calendar.MustDate(2026, 1, 1)))), Example: "true", At: record.At(func(l *loan) *record.Opt[bool] { return &l.Paid })},
		{Key: "paidOn", Title: both("还款日", "paid on"), Type: record.Date{}, Required: record.Equals("paid", "true"), Absent: record.Not(record.Equals("paid", "true")), Example: "2026-12-31", At: record.At(func(l *loan) *calendar.Date { return &l.PaidOn })},
		{Key: "parts", Title: both("分期", "parts"), Type: record.List{Min: 1, Max: 3}, At: record.AtList(parts, func(l *loan) *[]part { return &l.Parts })},
	})
	require.NoError(t, err)
	return table
}

func asked() rule.Period {
	return rule.Between(calendar.MustDate(2025, 3, 1), calendar.MustDate(2030, 2, 28))
}

// A caller's own record has a schema and a validation like those of the module,
// even if it takes names that documents use themselves.
func TestOwnRecord(t *testing.T) {
	table := ownRecord(t)
	r := ofTable(t, table)
	published := compile(t, schema.Generator{}.ForDefinition(r.def))
	v, err := schema.Generator{}.Validator(r.def)
	require.NoError(t, err)
	for _, instance := range oneFault(t, r, 400) {
		want, err := r.read(instance)
		require.NoError(t, err)
		if want.Has("record.code-period") {
			continue // the record's own date decides: no schema sees it
		}
		got, err := v.Validate(instance)
		require.NoError(t, err)
		require.Equal(t, want.Err() == nil, got.Err() == nil, "%s\nGo %v\nValidate %v", instance, want.Err(), got.Err())
		require.Equal(t, want.Err() == nil, published.Validate(tree(t, instance)) == nil, "%s", instance)
		sameFindings(t, want, got, instance)
	}
	report, err := schema.Generator{}.ValidateDefinition(r.def, []byte(`{"number":"L 1","on":"2026-01-31","kind":"new","parts":[{"on":"2026-02-30"}]}`))
	require.NoError(t, err)
	var places []string
	for _, f := range report.Findings {
		places = append(places, f.Path+" "+string(f.Rule))
	}
	// In the order of the table: number, then parts, within which by rule.
	assert.Equal(t, []string{"/number record.shape", "/lender record.required", "/parts/0/on record.form", "/parts/0/amount record.required"}, places)
}

// A generator for a day takes the codes in force on it; one without takes every
// code, and says when each is.
func TestCodesInForce(t *testing.T) {
	d := ownRecord(t).Definition()
	for _, tt := range []struct {
		at   calendar.Date
		want map[string]bool
	}{
		{calendar.Date{}, map[string]bool{"old": true, "new": true, "any": true, "other": false}},
		{calendar.MustDate(2025, 12, 31), map[string]bool{"old": true, "new": false, "any": true, "other": false}},
		{calendar.MustDate(2026, 1, 1), map[string]bool{"old": false, "new": true, "any": true, "other": false}},
	} {
		g := schema.Generator{At: tt.at}
		compiled := compile(t, g.ForDefinition(d))
		for code, want := range tt.want {
			instance := []byte(`{"number":"L-1","on":"2026-01-31","lender":"甲","paid":false,"kind":"` + code + `"}`)
			report, err := g.ValidateDefinition(d, instance)
			require.NoError(t, err)
			assert.Equal(t, want, report.Err() == nil, "%s %s", tt.at, code)
			assert.Equal(t, want, compiled.Validate(tree(t, instance)) == nil, "%s %s", tt.at, code)
		}
	}
	text := string(schema.Generator{}.ForDefinition(d))
	assert.Contains(t, text, `"x-valid-to": "2025-12-31"`)
	assert.Contains(t, text, `"x-valid-from": "2026-01-01"`)
}

// A requirement with a period is asked of a record of a day in it, both bounds
// included: by a document without a day, by the record's own date; by one for a
// day, as of that day.
func TestRequirementsInForce(t *testing.T) {
	table := ownRecord(t)
	d := table.Definition()
	without := func(on string) []byte { return []byte(`{"number":"L-1","on":"` + on + `","kind":"any"}`) }
	for on, missing := range map[string][]string{
		"2025-02-28": nil, "2025-03-01": {"/lender"}, "2025-12-31": {"/lender"}, "2026-01-01": {"/lender", "/paid"},
		"2030-02-28": {"/lender", "/paid"}, "2030-03-01": {"/paid"}, "2199-12-31": {"/paid"},
	} {
		day, err := calendar.ParseDate(on)
		require.NoError(t, err)
		instance := without(on)
		_, goSays, err := table.Decode(instance)
		require.NoError(t, err)
		zero, err := schema.Generator{}.ValidateDefinition(d, instance)
		require.NoError(t, err)
		dated, err := schema.Generator{At: day}.ValidateDefinition(d, without("1999-01-01"))
		require.NoError(t, err)
		for name, report := range map[string]rule.Report{"Go": goSays, "no day": zero, "the day": dated} {
			var paths []string
			for _, f := range report.Findings {
				assert.Equal(t, rule.ID("record.required"), f.Rule)
				paths = append(paths, f.Path)
			}
			assert.Equal(t, missing, paths, "%s %s", name, on)
		}
		assert.Equal(t, missing == nil, compile(t, schema.Generator{}.ForDefinition(d)).Validate(tree(t, instance)) == nil, on)
		assert.Equal(t, missing == nil, compile(t, schema.Generator{At: day}.ForDefinition(d)).Validate(tree(t, without("1999-01-01"))) == nil, on)
	}
	text := string(schema.Generator{}.ForDefinition(d))
	assert.Contains(t, text, `"x-valid-from": "2025-03-01",
      "x-valid-to": "2030-02-28"`)
	assert.Contains(t, text, `"pattern": "^20(?:2(?:5-(?:0[3-9]-[0-9]{2}|[1-9][0-9]-[0-9]{2})|[6-9]-[0-9]{2}-[0-9]{2})|30-0[0-2]-[0-9]{2})$"`, "the period as a pattern")
	text = string(schema.Generator{At: calendar.MustDate(2025, 3, 1)}.ForDefinition(d))
	assert.NotContains(t, text, "x-valid")
	assert.Contains(t, text, `"lender"`+"\n  ]", "it is simply required")
}

// Go, by the record's own date, and a document for that date mean the same by
// codes and requirements, whatever the day and whatever is left out; so does a
// document for no day, but for codes.
func TestPeriodsAgree(t *testing.T) {
	table := ownRecord(t)
	d := table.Definition()
	published := compile(t, schema.Generator{}.ForDefinition(d))
	first := calendar.MustDate(1900, 1, 1)
	rapid.Check(t, func(t *rapid.T) {
		day := first.AddDays(rapid.IntRange(0, calendar.MustDate(2199, 12, 31).Sub(first)).Draw(t, "day"))
		if rapid.Bool().Draw(t, "near a bound") {
			bound := rapid.SampledFrom([]calendar.Date{asked().From, asked().To, calendar.MustDate(2026, 1, 1)}).Draw(t, "bound")
			day = bound.AddDays(rapid.IntRange(-1, 1).Draw(t, "off"))
		}
		l := loan{
			Number: "L-1", On: day, Kind: rapid.SampledFrom([]string{"old", "new", "any"}).Draw(t, "kind"),
			Lender: rapid.SampledFrom([]string{"", "甲"}).Draw(t, "lender"),
		}
		if rapid.Bool().Draw(t, "paid") {
			l.Paid = record.Some(false)
		}
		b, err := table.Encode(&l)
		require.NoError(t, err)
		_, want, err := table.Decode(b)
		require.NoError(t, err)
		got, err := schema.Generator{At: day}.ValidateDefinition(d, b)
		require.NoError(t, err)
		assert.Equal(t, want.Err() == nil, got.Err() == nil, "%s %v %v", b, want.Err(), got.Err())
		if !want.Has("record.code-period") {
			assert.Equal(t, want.Err() == nil, published.Validate(plain(t, b)) == nil, "%s", b)
		}
	})
}

// A validator serves many callers at once, and finds the same every time in the
// same order, though the library below does not.
func TestConcurrentValidate(t *testing.T) {
	instance := []byte(`{"id":"A 1","assets":[],"purpose":"x","payment":"y","amount":"1","bankOn":"2","treasuryOn":"3","controlOn":"4","a":1,"b":2}`)
	want, err := schema.Validate("receipt", instance)
	require.NoError(t, err)
	require.Len(t, want.Findings, 11) // nine members, of which counterparty is missing, and two surplus ones
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				got, err := schema.Validate("receipt", instance)
				assert.NoError(t, err)
				assert.Equal(t, want, got)
			}
		})
	}
	wg.Wait()
}

// A document is made once; appending to its bytes copies, and even a caller who
// writes into them changes neither the text nor a verdict.
func TestForIsShared(t *testing.T) {
	g := schema.Generator{Language: rule.English, Form: schema.Draft07} // which no other test reads
	b, err := g.For("holder")
	require.NoError(t, err)
	again, err := g.For("holder")
	require.NoError(t, err)
	assert.Same(t, &b[0], &again[0])
	assert.Equal(t, len(b), cap(b))
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = g.For("holder") }))

	text, err := g.Text("holder")
	require.NoError(t, err)
	before, err := g.Validate("holder", []byte(`{}`))
	require.NoError(t, err)
	kept := bytes.Clone(b)
	b[0] = 'x'
	t.Cleanup(func() { copy(b, kept) })
	after, err := g.Text("holder")
	require.NoError(t, err)
	assert.Equal(t, text, after)
	assert.Equal(t, string(kept), after)
	report, err := g.Validate("holder", []byte(`{}`))
	require.NoError(t, err)
	assert.Equal(t, before, report)
}
