package accounting_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// P30 by the line of one tenth: 10,000 of 100,000 is material, a fen less is
// not, unless by its nature.
func TestMateriality(t *testing.T) {
	for _, c := range []struct {
		effect, base string
		nature       bool
		policy       accounting.Materiality
		want         bool
		ratio        string
	}{
		{"10000", "100000", false, accounting.NatureOrAmount, true, "0.1"},
		{"9999.99", "100000", false, accounting.NatureOrAmount, false, "0.1"},
		{"9999.99", "100000", true, accounting.NatureOrAmount, true, "0.1"},
		{"9999.99", "100000", true, accounting.AmountAlone, false, "0.1"},
		{"0.01", "0", false, accounting.NatureOrAmount, true, "0"},
		{"0", "0", false, accounting.NatureOrAmount, false, "0"},
		{"0.01", "0.11", false, accounting.NatureOrAmount, false, "0.0909"}, // a tenth of 0.11 is 0.011
		{"0.01", "0.10", false, accounting.NatureOrAmount, true, "0.1"},
	} {
		j, err := c.policy.Judge(accounting.Mistake{Nature: c.nature, Effect: money.MustParse(c.effect), Base: money.MustParse(c.base)})
		require.NoError(t, err)
		require.Equal(t, c.want, j.Material, c)
		require.Equal(t, c.ratio, j.Ratio.String(), c)
		require.NotEmpty(t, j.Why.EN)
	}
	_, err := accounting.NatureOrAmount.Judge(accounting.Mistake{})
	require.Error(t, err)
}

func posted(t *testing.T, cost string) (*accounting.Journal, accounting.Posting) {
	t.Helper()
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 3, 10)
	p := bought(t, "A", cost, 36, on, on)
	require.NoError(t, j.Post(0, p))
	return j, p
}

func summaries(p accounting.Posting) (all []string) {
	for _, v := range p.Vouchers {
		all = append(all, v.Entry().Summary+" "+v.String())
	}
	return all
}

// This year, 36,000.00 booked as 3,600.00: cancelled in red, written in blue,
// with the prescribed summaries; nothing is taken from the journal.
func TestRedAndBlue(t *testing.T) {
	j, wrong := posted(t, "3600")
	right := bought(t, "A", "36000", 36, wrong.On, wrong.On)
	c, err := j.Correct(public(t), accounting.Correction{
		Event: "GZ-1", Of: wrong.Event, On: calendar.MustDate(2026, 4, 2), Entity: rule.Administrative, Right: &right,
	})
	require.NoError(t, err)
	require.Equal(t, accounting.RedAndBlue, c.Method)
	require.Equal(t, []string{
		"注销3月10日记-1号凭证 借1701 -3600.00，贷4001 -3600.00",
		"注销3月10日记-1号凭证 借7101 -3600.00，贷6001 -3600.00",
		"订正3月10日记-1号凭证 借1701 36000.00，贷4001 36000.00",
		"订正3月10日记-1号凭证 借7101 36000.00，贷6001 36000.00",
	}, summaries(c.Posting))
	require.NoError(t, j.Post(1, c.Posting))
	card, _ := j.Card("A")
	require.Equal(t, "36000.00", card.Cost.String())
	require.Equal(t, "1000.00", card.Schedule().Amount(0).String())
	p, _ := j.Posting("GZ-1")
	require.Equal(t, "记-1 1/2", p.Vouchers[0].Entry().Filed())
	require.Equal(t, "记-1 2/2", p.Vouchers[2].Entry().Filed())
	require.Equal(t, accounting.Corrects{Date: wrong.On, Number: accounting.Number{N: 1}, Color: accounting.Red}, p.Vouchers[0].Entry().Corrects)
}

// Only the amount is wrong: the difference, blue where it goes up, red where it
// goes down.
func TestDifferenceVoucher(t *testing.T) {
	for cost, want := range map[string][]string{
		"36000": {"调整3月10日记-1号凭证 借1701 32400.00，贷4001 32400.00", "调整3月10日记-1号凭证 借7101 32400.00，贷6001 32400.00"},
		"3000":  {"调整3月10日记-1号凭证 借1701 -600.00，贷4001 -600.00", "调整3月10日记-1号凭证 借7101 -600.00，贷6001 -600.00"},
	} {
		j, wrong := posted(t, "3600")
		right := bought(t, "A", cost, 36, wrong.On, wrong.On)
		c, err := j.Correct(public(t), accounting.Correction{
			Event: "GZ-1", Of: wrong.Event, On: calendar.MustDate(2026, 4, 2), Entity: rule.Administrative, Right: &right, Difference: true,
		})
		require.NoError(t, err)
		require.Equal(t, accounting.ByDifference, c.Method)
		require.Equal(t, want, summaries(c.Posting))
		require.NoError(t, j.Post(1, c.Posting))
	}
}

// A year later: an expense of 5,000.00 that was an asset. Blue only; material by
// its nature through 3501 and on to 3001, otherwise on this year's expense.
func TestEarlierYear(t *testing.T) {
	table, err := events(t).With(accounting.Events{Types: []accounting.EventType{
		{
			ID: "test.expensed", Title: both("费用化", "expensed"), Basis: []rule.Clause{rule.In("财会〔2017〕25号", "5001")}, Evidence: rule.FullText,
			Entries: []accounting.EntryTemplate{
				accounting.Financially(accounting.Dr("5001", "cost"), accounting.Cr("4001", "cost")),
				accounting.Budgetarily(accounting.Dr("7101", "cost"), accounting.Cr("6001", "cost")),
			},
		},
		{
			ID: "test.right", Title: both("资本化", "capitalised"), Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1701")}, Evidence: rule.FullText,
			Entries: []accounting.EntryTemplate{
				accounting.Financially(accounting.Dr("1701", "cost").Of(), accounting.Cr("4001", "cost")),
				accounting.Budgetarily(accounting.Dr("7101", "cost"), accounting.Cr("6001", "cost")),
			},
		},
	}})
	require.NoError(t, err)
	e := accounting.Event{
		ID: "FY-1", Kind: "test.expensed", On: calendar.MustDate(2025, 3, 10), Entity: rule.Administrative,
		Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——A", Amounts: amounts("cost", "5000")}},
	}
	wrong, err := table.Post(e)
	require.NoError(t, err)
	e.Kind = "test.right"
	right, err := table.Post(e)
	require.NoError(t, err)
	j := accounting.NewJournal()
	require.NoError(t, j.Post(0, wrong))
	c := accounting.Correction{
		Event: "GZ-1", Of: "FY-1", On: calendar.MustDate(2026, 5, 6), Entity: rule.Administrative, Right: &right,
		Mistake: accounting.Mistake{Nature: true, Effect: money.MustParse("5000"), Base: money.MustParse("1000000")},
		Adjust:  map[accounting.Book]accounting.AdjustTo{accounting.Financial: {Account: "3501", Carry: "3001"}},
	}
	got, err := j.Correct(public(t), c)
	require.NoError(t, err)
	require.Equal(t, accounting.PriorYear, got.Method)
	require.Equal(t, []string{
		"更正2025年3月10日记-1号凭证 借1701 5000.00，贷3501 5000.00",
		"结转以前年度盈余调整 借3501 5000.00，贷3001 5000.00",
	}, summaries(got.Posting), "no cash moved: no budgetary voucher")

	c.Policy = accounting.AmountAlone // 0.5 %
	small, err := j.Correct(public(t), c)
	require.NoError(t, err)
	require.Equal(t, accounting.CurrentItem, small.Method)
	require.Equal(t, []string{"更正2025年3月10日记-1号凭证 借1701 5000.00，贷5001 5000.00"}, summaries(small.Posting))
	// It should not have been at all: taken back, debits before credits.
	gone := c
	gone.Right = nil
	small, err = j.Correct(public(t), gone)
	require.NoError(t, err)
	require.Equal(t, []string{
		"更正2025年3月10日记-1号凭证 借4001 5000.00，贷5001 5000.00", "更正2025年3月10日记-1号凭证 借6001 5000.00，贷7101 5000.00",
	}, summaries(small.Posting))
	require.NoError(t, j.Post(1, got.Posting))

	// What is not booked yet is written anew.
	c.Of = "FY-9"
	redo, err := j.Correct(public(t), c)
	require.NoError(t, err)
	require.Equal(t, accounting.Redo, redo.Method)
	require.Equal(t, right, redo.Posting)
}

// Only a red voucher carries negative amounts, and it carries no others.
func TestOnlyRedIsNegative(t *testing.T) {
	e := entry(line(accounting.Debit, "1002", "-1.00"), line(accounting.Credit, "2103", "-1.00"))
	_, err := chart(t).Voucher(e, rule.Administrative)
	require.ErrorContains(t, err, "above 0.00")
	e.Kind = accounting.Correcting
	e.Corrects = accounting.Corrects{Date: e.Date, Number: accounting.Number{N: 1}, Color: accounting.Blue}
	_, err = chart(t).Voucher(e, rule.Administrative)
	require.ErrorContains(t, err, "above 0.00")
	e.Corrects.Color = accounting.Red
	v, err := chart(t).Voucher(e, rule.Administrative)
	require.NoError(t, err)
	require.Equal(t, "-1.00", v.Total().String())
	e.Lines[0].Amount, e.Lines[1].Amount = money.MustParse("1.00"), money.MustParse("1.00")
	_, err = chart(t).Voucher(e, rule.Administrative)
	require.ErrorContains(t, err, "below 0.00")
	e.Corrects = accounting.Corrects{}
	_, err = chart(t).Voucher(e, rule.Administrative)
	require.ErrorContains(t, err, "what it corrects")
}
