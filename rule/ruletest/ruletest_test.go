package ruletest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/rule/ruletest"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/dataasset-go/dataasset/trade"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// told is a TB that keeps what it is told.
type told struct{ said []string }

func (t *told) Helper() {}

func (t *told) Errorf(format string, args ...any) {
	t.said = append(t.said, fmt.Sprintf(format, args...))
}

func found(ids ...string) rule.Report {
	var r rule.Report
	for _, s := range ids {
		id, path, _ := strings.Cut(s, " ")
		r.Add(rule.Finding{Rule: rule.ID(id), Path: path, Severity: rule.Warning, Message: rule.Text{ZH: "甲", EN: "a"}})
	}
	return r
}

func TestFindings(t *testing.T) {
	for name, tt := range map[string]struct {
		got, want []string
		said      []string
	}{
		"none":            {nil, nil, nil},
		"the same":        {[]string{"a.b /x", "c.d"}, []string{"c.d", "a.b /x"}, nil},
		"one is missing":  {[]string{"a.b /x"}, []string{"a.b /x", "c.d /y"}, []string{"not found: c.d /y"}},
		"one too many":    {[]string{"a.b /x", "c.d"}, []string{"a.b /x"}, []string{"found and not expected: c.d: a"}},
		"another place":   {[]string{"a.b /x"}, []string{"a.b /y"}, []string{"not found: a.b /y", "found and not expected: a.b /x: a"}},
		"twice, not once": {[]string{"a.b /x", "a.b /x"}, []string{"a.b /x"}, []string{"found and not expected: a.b /x: a"}},
	} {
		var tb told
		ruletest.Findings(&tb, found(tt.got...), tt.want...)
		assert.Equal(t, tt.said, tb.said, name)
	}
	var tb told
	ruletest.Clean(&tb, found("a.b"))
	assert.Len(t, tb.said, 1)
	ruletest.Clean(t, rule.Report{})
}

func TestOutcome(t *testing.T) {
	r := asset.HolderRules().Explain(asset.Holder{Role: rule.RegionDepartment}, rule.Context{})
	ruletest.Outcome(t, r, "asset.security-in-place", rule.NotMet)
	var tb told
	ruletest.Outcome(&tb, r, "asset.security-in-place", rule.Met)
	ruletest.Outcome(&tb, r, "asset.unheard-of", rule.Met)
	assert.Len(t, tb.said, 2)
}

// The module's own rules pass, and a rule with any one thing missing does not.
func TestConsistent(t *testing.T) {
	ruletest.Consistent(t, dataasset.Rules())
	good := rule.Rule{
		ID: "own.rule", Title: rule.Text{ZH: "示例", EN: "an example"}, Basis: []rule.Clause{rule.GX("4.2.2")}, Evidence: rule.FullText, Severity: rule.Warning,
	}
	ruletest.Custom(t, good)
	for name, spoil := range map[string]func(*rule.Rule){
		"no Chinese":         func(r *rule.Rule) { r.Title.ZH = "" },
		"no English":         func(r *rule.Rule) { r.Title.EN = "" },
		"no basis":           func(r *rule.Rule) { r.Basis = nil },
		"an unknown basis":   func(r *rule.Rule) { r.Basis = []rule.Clause{rule.In("示例制度", "第1条")} },
		"no severity":        func(r *rule.Rule) { r.Severity = 0 },
		"half a judgement":   func(r *rule.Rule) { r.Judgement.ZH = "示例" },
		"a judgement unsaid": func(r *rule.Rule) { r.Evidence = rule.Judgement },
		"no id":              func(r *rule.Rule) { r.ID = "" },
		"ends too early": func(r *rule.Rule) {
			r.Effective = rule.Period{From: calendar.MustDate(2025, 4, 1), To: calendar.MustDate(2025, 3, 31)}
		},
	} {
		r := good
		spoil(&r)
		var tb told
		ruletest.Custom(&tb, r)
		assert.NotEmpty(t, tb.said, name)
	}
	ruletest.Custom(t, withBasis(good, "示例制度"), rule.Document{ID: "示例制度"})
	var tb told
	ruletest.Consistent(&tb, []rule.Rule{good, good})
	require.Len(t, tb.said, 1)
	assert.Contains(t, tb.said[0], "own.rule")
	earlier, later := good, good
	earlier.Effective.To, later.Effective.From = calendar.MustDate(2025, 12, 31), calendar.MustDate(2026, 1, 1)
	ruletest.Consistent(t, []rule.Rule{earlier, later})
}

func withBasis(r rule.Rule, doc string) rule.Rule {
	r.Basis = []rule.Clause{rule.In(doc, "第1条")}
	return r
}

// U3 row 5: 182,400 of cost, 2,400 of it paid, the market price of 180,000 to 4603.
func donation(t testing.TB) []accounting.Posting {
	all, err := government.Events().Chain(accounting.Event{
		ID: "E1", Kind: "government.donation", On: calendar.MustDate(2025, 7, 21), Entity: rule.Administrative, Facts: map[string]string{"payment": "bank"},
		Parts: []accounting.Part{{
			Asset: "GL-10", Detail: "数据资产——建材", Amounts: map[string]money.Amount{"value": money.MustParse("180000.00"), "taxes": money.MustParse("2400.00")},
			Terms: accounting.Terms{Measured: accounting.AtCost, From: calendar.MustMonth(2025, 7), Months: 48, Use: "duties"},
		}},
	})
	require.NoError(t, err)
	return all
}

func TestVouchers(t *testing.T) {
	all := donation(t)
	financial, budgetary := "借1701 182400.00 贷1002 2400.00 贷4603 180000.00", "借7901 2400.00 贷8001 2400.00"
	ruletest.Vouchers(t, all, financial, budgetary)
	ruletest.Vouchers(t, all, "借1701 182400.00 …", "2025-07-21 "+budgetary)
	for name, want := range map[string][]string{
		"one short":    {financial},
		"one too many": {financial, budgetary, budgetary},
		"other order":  {budgetary, financial},
		"another day":  {"2025-07-22 " + financial, budgetary},
		"another line": {"借1701 182400.00 贷1002 2400.00", budgetary},
	} {
		var tb told
		ruletest.Vouchers(&tb, all, want...)
		assert.NotEmpty(t, tb.said, name)
	}
}

func TestDue(t *testing.T) {
	guangxi, err := calendar.China(calendar.Guangxi)
	require.NoError(t, err)
	// 04-10 (1), 13…16 (5), 21…24 (9), 27; 04-17 and 20 are off in Guangxi
	ruletest.Due(t, guangxi, calendar.MustDate(2026, 4, 9), calendar.Workdays(10), "2026-04-27")
	ruletest.Due(t, guangxi, calendar.MustDate(2026, 12, 31), calendar.Workdays(10), "not before 2027-01-14")
	ruletest.Due(t, guangxi, calendar.MustDate(2026, 4, 9), calendar.Promptly(), "")
	var tb told
	ruletest.Due(&tb, guangxi, calendar.MustDate(2026, 4, 9), calendar.Workdays(10), "2026-04-23")
	ruletest.Due(&tb, guangxi, calendar.Date{}, calendar.Workdays(10), "2026-04-23")
	assert.Len(t, tb.said, 2)
}

// Two lists of dates: 2030-03-04 (Monday) off, 2030-03-09 (Saturday) worked. Three
// working days after Friday 03-01: 05, 06, 07; six: 08, 09, 11.
func TestCalendar(t *testing.T) {
	c := ruletest.Calendar(t, []string{"2030-03-04"}, []string{"2030-03-09"})
	ruletest.Due(t, c, calendar.MustDate(2030, 3, 1), calendar.Workdays(3), "2030-03-07")
	ruletest.Due(t, c, calendar.MustDate(2030, 3, 1), calendar.Workdays(6), "2030-03-11")
	years := ruletest.Calendar(t, []string{"2030-01-01", "2032-01-01"}, nil)
	is, err := years.IsWorkday(calendar.MustDate(2031, 1, 1)) // a Wednesday of a year that no date names
	require.NoError(t, err)
	assert.True(t, is)
	for name, bad := range map[string][2][]string{
		"no date":           {{"2030-02-30"}, nil},
		"worked on Monday":  {nil, {"2030-03-04"}},
		"off and worked":    {{"2030-03-09"}, {"2030-03-09"}},
		"a day off, twice":  {{"2030-03-04", "2030-03-04"}, nil},
		"not a date at all": {nil, {"tomorrow"}},
	} {
		var tb told
		ruletest.Calendar(&tb, bad[0], bad[1])
		assert.NotEmpty(t, tb.said, name)
	}
	assert.NotNil(t, ruletest.Calendar(t, nil, nil), "no dates: the nation's")
}

// definitions is every record of the module.
func definitions() []record.Definition {
	return slices.Concat(asset.Definitions(), ledger.Definitions(), registry.Definitions(), accounting.Definitions(), government.Definitions(), enterprise.Definitions(),
		authorization.Definitions(), trade.Definitions(), revenue.Definitions(), pilot.Definitions())
}

// Instances are valid, and those broken have just the finding that is said.
func TestInstances(t *testing.T) {
	all := definitions()
	assert.Len(t, all, len(schema.Records()))
	kinds := map[rule.ID]int{}
	for _, d := range all {
		for seed := range uint64(40) {
			g := ruletest.NewInstances(seed)
			valid := g.Valid(d)
			r, err := schema.Validate(d.Name, valid)
			require.NoError(t, err)
			ruletest.Clean(t, r)
			b := g.Broken(d)
			r, err = schema.Validate(d.Name, b.Instance)
			require.NoError(t, err)
			ruletest.Findings(t, r, string(b.Rule)+" "+b.Path)
			if t.Failed() {
				t.Fatalf("%s, seed %d: %s\n%s", d.Name, seed, valid, b.Instance)
			}
			again := ruletest.NewInstances(seed)
			assert.Equal(t, string(valid), string(again.Valid(d)), "the same for the same seed")
			assert.Equal(t, b, again.Broken(d))
			kinds[b.Rule]++
		}
	}
	for _, id := range []rule.ID{"record.unknown-key", "record.required", "record.type", "record.length", "record.code", "record.form", "record.identifier"} {
		assert.Positive(t, kinds[id], id)
	}
}
