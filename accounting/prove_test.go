package accounting_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// own is the small table with one row of its own, of one voucher, and a fact of
// three codes.
func own(t testing.TB, e accounting.EntryTemplate) (*accounting.Table, error) {
	t.Helper()
	return events(t).With(ownRow(e))
}

func ownRow(e accounting.EntryTemplate) accounting.Events {
	return accounting.Events{
		Facts: []accounting.Fact{{
			Key: "form", Title: both("形式", "form"), Codes: []rule.Code{code("x", "甲"), code("y", "乙"), code("z", "丙")},
		}},
		Types: []accounting.EventType{{
			ID: "own.row", Title: both("自定", "own"), Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1002")}, Evidence: rule.FullText,
			Entries: []accounting.EntryTemplate{e},
		}},
	}
}

func proven(t testing.TB, lines ...accounting.LineTemplate) bool {
	t.Helper()
	table, err := own(t, accounting.Financially(lines...))
	require.NoError(t, err)
	return len(table.Unproven()) == 0
}

// Of two comparisons of the same amounts, one holds exactly where the other does
// not only if they are complements (> and <=, < and >=, = and !=), and where the
// other does only if they say the same; written from the other side (b < a for
// a > b) they are the same still. A voucher of two debits, one under each, and an
// unconditional credit balances in every case of complements and of no others; a
// voucher of a debit under one and a credit under the other, of equals only.
func TestProofByRelations(t *testing.T) {
	relations := []string{"<", "<=", ">", ">=", "=", "!="}
	complement := map[string]string{"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}
	turned := map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
	for _, one := range relations {
		for _, two := range relations {
			for way, second := range map[string]string{
				"as written": "boot " + two + " costs", "from the other side": "costs " + turned[two] + " boot",
				"by the difference": "boot − costs " + two + " 0.00", "moved across": "boot + 1.00 " + two + " costs + 1.00",
			} {
				a, b := accounting.Amounts("boot "+one+" costs"), accounting.Amounts(second)
				name := one + " and " + two + " " + way
				require.Equal(t, complement[one] == two, proven(t,
					accounting.Dr("1002", "value").If(a), accounting.Dr("5301", "value").If(b), accounting.Cr("4609", "value"),
				), "either: %s", name)
				require.Equal(t, one == two, proven(t,
					accounting.Dr("1002", "value").If(a), accounting.Cr("4609", "value").If(b),
					accounting.Dr("5301", "cost"), accounting.Cr("1902", "cost"),
				), "both: %s", name)
			}
		}
	}
	// Other amounts, and another bound, are other comparisons.
	for _, second := range []string{"boot < cost", "boot + 1.00 < costs", "boot < costs + costs", "boot + costs < 0.00"} {
		require.False(t, proven(t,
			accounting.Dr("1002", "value").If(accounting.Amounts("boot >= costs")), accounting.Dr("5301", "value").If(accounting.Amounts(second)),
			accounting.Cr("4609", "value"),
		), second)
	}
}

// What balances under one relation only is left for the posting, which takes
// the amounts that balance and refuses the others: a debit where the relation
// holds, a credit always.
func TestUnprovenIsCheckedByPosting(t *testing.T) {
	for relation, holds := range map[string][3]bool{ // boot below, equal to and above costs
		"<": {true, false, false}, "<=": {true, true, false}, ">": {false, false, true},
		">=": {false, true, true}, "=": {false, true, false}, "!=": {true, false, true},
	} {
		table, err := own(t, accounting.Financially(
			accounting.Dr("1002", "value").If(accounting.Amounts("boot "+relation+" costs")),
			accounting.Dr("5301", "cost"), accounting.Cr("1902", "cost"), accounting.Cr("4609", "value"),
		))
		require.NoError(t, err)
		require.Equal(t, []rule.ID{"own.row"}, table.Unproven())
		for i, boot := range []string{"2.99", "3.00", "3.01"} {
			p, err := table.Post(accounting.Event{
				ID: "ZD-1", Kind: "own.row", On: calendar.MustDate(2026, 3, 1), Entity: rule.Administrative,
				Parts: []accounting.Part{{Asset: "A", Amounts: amounts("boot", boot, "costs", "3.00", "value", "7", "cost", "1")}},
			})
			if holds[i] {
				require.NoError(t, err, "%s %s 3.00", boot, relation)
				require.Equal(t, "借1002 7.00，借5301 1.00，贷1902 1.00，贷4609 7.00", p.Vouchers[0].String())
				continue
			}
			_, ok := errors.AsType[*accounting.VoucherError](err)
			require.True(t, ok, "%s %s 3.00: %v", boot, relation, err)
		}
	}
}

// A fact has one of its codes: three lines of one code each are one line, two
// of them are none where it has the third, and so are three lines of which one
// stands under two codes. The way that does not balance is named.
func TestProofByFacts(t *testing.T) {
	is := func(codes ...string) accounting.Condition { return accounting.Is("form", codes...) }
	not, either := accounting.Not, accounting.Any
	for name, c := range map[string]struct {
		of      []accounting.Condition // one debit each
		unequal string                 // the way named; "" where it balances
	}{
		"each":                   {[]accounting.Condition{is("x"), is("y"), is("z")}, ""},
		"two codes":              {[]accounting.Condition{is("x", "y"), is("z")}, ""},
		"not":                    {[]accounting.Condition{is("x"), not(is("x"))}, ""},
		"any":                    {[]accounting.Condition{either(is("x"), is("y")), is("z")}, ""},
		"any and its complement": {[]accounting.Condition{either(is("x"), is("y")), not(either(is("x"), is("y")))}, ""},
		"none for z":             {[]accounting.Condition{is("x"), is("y")}, "where not (form is x) and not (form is y)"},
		"two for y":              {[]accounting.Condition{is("x", "y"), is("y", "z")}, "where form is x|y and form is y|z"},
		"two for z":              {[]accounting.Condition{either(is("x"), is("z")), not(is("x"))}, "where not (form is x) and form is z"},
		"of two facts":           {[]accounting.Condition{is("x"), not(accounting.Is("use", "duty"))}, "where form is x and not (use is duty)"},
	} {
		var lines []accounting.LineTemplate
		for _, when := range c.of {
			lines = append(lines, accounting.Dr("1002", "value").If(when))
		}
		_, err := own(t, accounting.Financially(append(lines, accounting.Cr("4609", "value"))...))
		if c.unequal == "" {
			require.NoError(t, err, name)
			continue
		}
		fault, ok := errors.AsType[*accounting.TableError](err)
		require.True(t, ok, name)
		require.Equal(t, "event own.row", fault.Row)
		require.Contains(t, fault.Want, "in the financial voucher Dr 1002 value if ", name)
		require.True(t, strings.HasSuffix(fault.Want, ", "+c.unequal), "%s: %s", name, fault.Want)
	}
}

// Amounts in formulas count to the fen, on either side: 1.00 more is 1.00 more.
func TestProofByFormulas(t *testing.T) {
	dr := func(amount string) accounting.LineTemplate { return accounting.Dr("1002", amount) }
	cr := func(amount string) accounting.LineTemplate { return accounting.Cr("4609", amount) }
	for name, c := range map[string]struct {
		lines []accounting.LineTemplate
		equal bool
	}{
		"1.00 apart":           {[]accounting.LineTemplate{dr("cost + 1.00"), cr("cost"), cr("1.00")}, true},
		"1.00 taken off":       {[]accounting.LineTemplate{dr("cost − 1.00"), dr("1.00"), cr("cost")}, true},
		"2.50 in two":          {[]accounting.LineTemplate{dr("cost + 2.50"), cr("cost + 1.25"), cr("1.25")}, true},
		"1.00 on one side":     {[]accounting.LineTemplate{dr("cost + 1.00"), cr("cost")}, false},
		"2.00 on one side":     {[]accounting.LineTemplate{dr("cost + 1.00"), dr("1.00"), cr("cost")}, false},
		"a fen":                {[]accounting.LineTemplate{dr("cost + 1.00"), cr("cost"), cr("0.99")}, false},
		"difference":           {[]accounting.LineTemplate{dr("value"), dr("pos(cost − value)"), cr("cost"), cr("pos(value − cost)")}, true},
		"one side of it":       {[]accounting.LineTemplate{dr("value"), dr("pos(cost − value)"), cr("cost")}, false},
		"both sides swapped":   {[]accounting.LineTemplate{dr("value"), dr("pos(value − cost)"), cr("cost"), cr("pos(cost − value)")}, false},
		"smaller and the rest": {[]accounting.LineTemplate{dr("cost"), cr("min(cost, value)"), cr("pos(cost − value)")}, true},
		"greater":              {[]accounting.LineTemplate{dr("max(cost, value)"), cr("cost"), cr("pos(value − cost)")}, true},
		"smaller for greater":  {[]accounting.LineTemplate{dr("min(cost, value)"), cr("cost"), cr("pos(value − cost)")}, false},
		"literal below":        {[]accounting.LineTemplate{dr("cost + pos(1.00 − 2.00)"), cr("cost")}, true},
	} {
		_, err := own(t, accounting.Financially(c.lines...))
		if c.equal {
			require.NoError(t, err, name)
		} else {
			require.ErrorContains(t, err, "debits equal to credits whatever the inputs", name)
		}
	}
}

// Ten comparisons are tried in all 1,024 ways; of eleven none is, and the
// posting checks them.
func TestProofIsBounded(t *testing.T) {
	for n, want := range map[int]bool{1: true, 10: true, 11: false} {
		var lines []accounting.LineTemplate
		for i := range n {
			when := accounting.Amounts(fmt.Sprintf("boot >= %d.00", i+1))
			lines = append(lines, accounting.Dr("1002", "value").If(when), accounting.Cr("4609", "value").If(when))
		}
		require.Equal(t, want, proven(t, lines...), n)
	}
}

// provable is what a line of a drawn row may say, beside what it means.
type provable struct {
	amount string
	fen    func(cost, value int64) int64
}

type conditional struct {
	when    []accounting.Condition
	holds   func(form string, cost, value int64) bool
	compare bool
}

func pos(n int64) int64 { return max(0, n) }

func provables() []provable {
	return []provable{
		{"cost", func(c, _ int64) int64 { return c }},
		{"value", func(_, v int64) int64 { return v }},
		{"cost + value", func(c, v int64) int64 { return c + v }},
		{"pos(cost − value)", func(c, v int64) int64 { return pos(c - v) }},
		{"pos(value − cost)", func(c, v int64) int64 { return pos(v - c) }},
		{"min(value, cost)", func(c, v int64) int64 { return min(c, v) }},
		{"max(cost, value)", func(c, v int64) int64 { return max(c, v) }},
		{"cost + 1.00", func(c, _ int64) int64 { return c + 100 }},
		{"1.00", func(_, _ int64) int64 { return 100 }},
	}
}

func conditionals() []conditional {
	is := func(form string, codes ...string) bool { return slices.Contains(codes, form) }
	when := func(c ...accounting.Condition) []accounting.Condition { return c }
	form := func(codes ...string) accounting.Condition { return accounting.Is("form", codes...) }
	return []conditional{
		{nil, func(string, int64, int64) bool { return true }, false},
		{when(form("x")), func(f string, _, _ int64) bool { return is(f, "x") }, false},
		{when(form("y", "z")), func(f string, _, _ int64) bool { return is(f, "y", "z") }, false},
		{when(accounting.Not(form("y"))), func(f string, _, _ int64) bool { return !is(f, "y") }, false},
		{when(accounting.Not(form("y")), accounting.Not(form("x"))), func(f string, _, _ int64) bool { return is(f, "z") }, false},
		{when(accounting.Any(form("x"), form("z"))), func(f string, _, _ int64) bool { return is(f, "x", "z") }, false},
		{when(accounting.Amounts("cost > value")), func(_ string, c, v int64) bool { return c > v }, true},
		{when(accounting.Amounts("value >= cost")), func(_ string, c, v int64) bool { return v >= c }, true},
		{when(accounting.Amounts("value = cost")), func(_ string, c, v int64) bool { return v == c }, true},
		{when(accounting.Not(accounting.Amounts("cost = value")), form("x")), func(f string, c, v int64) bool { return v != c && is(f, "x") }, true},
	}
}

// Whatever lines stand in a row: if it is proven, it balances for each code and
// for all amounts tried; if it is refused, for some it does not. Here that is
// counted from what the lines mean, without formulas or conditions. (Each amount is
// a sum of cost, value, pos(cost − value) and 1.00; over the 16 pairs tried no sum
// of these is always 0.00 but that of none.)
func TestProofIsRight(t *testing.T) {
	amounts, conditions := provables(), conditionals()
	base := events(t)
	unequal := func(sum func(form string, cost, value int64) int64) bool {
		for _, form := range []string{"x", "y", "z"} {
			for cost := range int64(4) {
				for value := range int64(4) {
					if sum(form, cost*70, value*70) != 0 {
						return true
					}
				}
			}
		}
		return false
	}
	rapid.Check(t, func(t *rapid.T) {
		type drawn struct {
			side accounting.Side
			provable
			conditional
		}
		var all []drawn
		draw := func(side accounting.Side) drawn {
			return drawn{side, rapid.SampledFrom(amounts).Draw(t, "amount"), rapid.SampledFrom(conditions).Draw(t, "condition")}
		}
		for range rapid.IntRange(1, 3).Draw(t, "lines") {
			d := draw(accounting.Debit)
			c := d
			c.side = accounting.Credit
			if rapid.IntRange(0, 3).Draw(t, "other") == 0 {
				c = draw(accounting.Credit)
			}
			all = append(all, d, c)
		}
		e, compares := accounting.EntryTemplate{Book: accounting.Financial}, false
		for _, d := range all {
			e.Lines = append(e.Lines, accounting.LineTemplate{Side: d.side, Account: "1002", Amount: d.amount, When: d.when})
			compares = compares || d.compare
		}
		wrong := unequal(func(form string, cost, value int64) (sum int64) {
			for _, d := range all {
				n := d.fen(cost, value)
				if !d.holds(form, cost, value) {
					n = 0
				}
				if d.side == accounting.Credit {
					n = -n
				}
				sum += n
			}
			return sum
		})
		table, err := base.With(ownRow(e))
		switch {
		case err != nil:
			require.True(t, wrong, "%v", err)
			require.False(t, compares, "%v", err)
		case len(table.Unproven()) == 0:
			require.False(t, wrong, e.String())
		default:
			require.True(t, compares, e.String())
		}
	})
}

// A comparison of sums beyond 10^15 holds nowhere: nothing is booked by it, and
// the line that asks for the sum itself says what is wrong.
func TestComparisonOutOfBounds(t *testing.T) {
	most := money.MustParse("999999999999999.99")
	for _, comparison := range []string{"boot + costs >= 1.00", "1.00 <= boot + costs"} {
		table, err := own(t, accounting.Financially(
			accounting.Dr("1002", "value").If(accounting.Amounts(comparison)), accounting.Cr("4609", "value").If(accounting.Amounts(comparison)),
			accounting.Dr("5301", "cost"), accounting.Cr("1902", "cost"),
		))
		require.NoError(t, err)
		e := accounting.Event{
			ID: "ZD-1", Kind: "own.row", On: calendar.MustDate(2026, 3, 1), Entity: rule.Administrative,
			Parts: []accounting.Part{{Asset: "A", Amounts: amounts("boot", "0.99", "costs", "0.01", "value", "7", "cost", "1")}},
		}
		p, err := table.Post(e)
		require.NoError(t, err)
		require.Equal(t, "借1002 7.00，借5301 1.00，贷4609 7.00，贷1902 1.00", sides(p))
		e.Parts[0].Amounts["boot"] = most
		p, err = table.Post(e)
		require.NoError(t, err)
		require.Equal(t, "借5301 1.00，贷1902 1.00", sides(p), comparison)
	}
}

// sides prints the first voucher, debits before credits.
func sides(p accounting.Posting) string {
	var debits, credits []string
	for _, l := range strings.Split(p.Vouchers[0].String(), "，") {
		if strings.HasPrefix(l, "借") {
			debits = append(debits, l)
		} else {
			credits = append(credits, l)
		}
	}
	return strings.Join(append(debits, credits...), "，")
}
