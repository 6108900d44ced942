package accounting_test

import (
	"bytes"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// relife is an event that changes how an asset is amortised, and books nothing.
func relife(t *testing.T) *accounting.Table {
	t.Helper()
	table, err := events(t).With(accounting.Events{Types: []accounting.EventType{{
		ID: "test.relife", Title: rule.Text{ZH: "年限变更", EN: "another life"}, Terms: true, Evidence: rule.FullText,
		Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第19条")}, Moves: []accounting.Move{{From: []string{"held"}}},
	}}})
	require.NoError(t, err)
	return table
}

// 36,000 over 36 months is 1,000.00; after three of them 33,000 is left, over 22
// months 1,500.00. No voucher says so, and the journal keeps it all the same.
func TestTermsAlone(t *testing.T) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 1, 10)
	require.NoError(t, j.Post(0, bought(t, "A", "36000", 36, on, on)))
	for m := range 3 {
		p, err := j.Propose(run(t, month(2026, 1+m)))
		require.NoError(t, err)
		require.NoError(t, j.Post(p.Revision, p.Postings...))
	}
	on = calendar.MustDate(2026, 3, 31)
	change := func(asset string, terms accounting.Terms) accounting.Posting {
		p, err := relife(t).Post(accounting.Event{
			ID: "NX-" + asset, Kind: "test.relife", On: on, Entity: rule.Administrative,
			Parts: []accounting.Part{{Asset: asset, Terms: terms}},
		})
		require.NoError(t, err)
		require.Empty(t, p.Vouchers)
		return p
	}
	require.ErrorContains(t, j.Post(j.Revision(), change("A", life(22, month(2026, 5)))), "the first month 2026-04", "April would never be amortised")
	require.ErrorContains(t, j.Post(j.Revision(), change("A", life(22, month(2026, 3)))), "the first month 2026-04")
	require.ErrorContains(t, j.Post(j.Revision(), change("B", life(22, month(2026, 4)))), `in state held, not ""`)
	on = calendar.MustDate(2026, 5, 31)
	require.ErrorContains(t, j.Post(j.Revision(), change("A", life(22, month(2026, 4)))), "not before that of the change", "April is amortised as it was")
	on = calendar.MustDate(2026, 3, 31)
	require.NoError(t, j.Post(j.Revision(), change("A", life(22, month(2026, 4)))))
	p, err := j.Propose(run(t, month(2026, 4)))
	require.NoError(t, err)
	require.Equal(t, "1500.00", p.Total.String())
	require.NoError(t, j.Post(p.Revision, p.Postings...))

	var b bytes.Buffer
	require.NoError(t, j.Write(&b, 0))
	again, err := accounting.ReadJournal(&b, "journal.jsonl")
	require.NoError(t, err)
	equalJournals(t, j, again)
	_, err = j.Correct(public(t), accounting.Correction{Event: "GZ-1", Of: "NX-A", On: calendar.MustDate(2026, 4, 30), Entity: rule.Administrative})
	require.ErrorContains(t, err, "an event with vouchers")
	require.ErrorContains(t, j.Post(j.Revision(), accounting.Posting{Event: "x", Kind: "test.relife", On: on}), "a voucher at least, or new terms")
}

// Terms are measured, have one life within its bounds, a first month where they
// are amortised, and a rounding there is.
func TestTermsRefused(t *testing.T) {
	at := func(change func(*accounting.Terms)) accounting.Terms {
		terms := life(36, month(2026, 1))
		change(&terms)
		return terms
	}
	for _, c := range []struct {
		terms accounting.Terms
		want  string // "" where they are right
	}{
		{at(func(*accounting.Terms) {}), ""},
		{at(func(t *accounting.Terms) { t.Rounding = accounting.Truncate }), ""},
		{at(func(t *accounting.Terms) { t.Rounding = accounting.Truncate + 1 }), "rounding"},
		{at(func(t *accounting.Terms) { t.Months = accounting.MaxMonths }), ""},
		{at(func(t *accounting.Terms) { t.Months = accounting.MaxMonths + 1 }), "at most 1,200 months"},
		{at(func(t *accounting.Terms) { t.Months = -1 }), "at most 1,200 months"},
		{at(func(t *accounting.Terms) { t.Months, t.Units = 0, accounting.MaxUnits }), ""},
		{at(func(t *accounting.Terms) { t.Months, t.Units = 0, accounting.MaxUnits+1 }), "10^12 units"},
		{at(func(t *accounting.Terms) { t.Months, t.Units = 0, -1 }), "10^12 units"},
		{at(func(t *accounting.Terms) { t.Units = 1 }), "one of them"},
		{at(func(t *accounting.Terms) { t.Indefinite = true }), "one of them"},
		{at(func(t *accounting.Terms) { t.Months = 0 }), "one of them"},
		{at(func(t *accounting.Terms) { t.From = calendar.Month{} }), "first month of amortisation"},
		{at(func(t *accounting.Terms) { t.Measured = accounting.AtNominal }), "nominal without a life"},
		{at(func(t *accounting.Terms) { t.Measured = "fair" }), "measurement"},
		{accounting.Terms{Measured: accounting.AtCost, Indefinite: true}, ""},
		{accounting.Terms{Measured: accounting.AtNominal}, ""},
	} {
		_, err := events(t).Post(accounting.Event{
			ID: "PY-1", Kind: "test.surplus", On: calendar.MustDate(2026, 1, 10), Entity: rule.Administrative,
			Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——甲", Terms: c.terms, Amounts: amounts("cost", "1")}},
		})
		if c.want == "" {
			require.NoError(t, err, c.terms)
		} else {
			require.ErrorContains(t, err, c.want)
		}
	}
}
