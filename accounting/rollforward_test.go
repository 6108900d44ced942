package accounting_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// A table by category takes its assets alone. Lines on 1701 that name no asset
// belong to no category: they are in the table of all, and their voucher is named in
// every one, once.
// A costs 36, B 1,200; 50 stand on 1701 without an asset.
func TestRollForwardOfSome(t *testing.T) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 1, 10)
	v, err := public(t).Voucher(accounting.Entry{
		Book: accounting.Financial, Date: on, Summary: "转入", Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1701")},
		Lines: []accounting.Line{line(accounting.Debit, "1701", "30"), line(accounting.Debit, "1701", "20"), line(accounting.Credit, "1002", "50")},
	}, rule.Administrative)
	require.NoError(t, err)
	require.NoError(t, j.Post(0, bought(t, "A", "36", 36, on, on), bought(t, "B", "1200", 12, on, on),
		accounting.Posting{Event: "ZR-1", Kind: "test.moved", On: on, Vouchers: []accounting.Voucher{v}}))
	only := func(id string) func(string) bool { return func(asset string) bool { return asset == id } }
	for _, c := range []struct {
		of   func(string) bool
		cost string
	}{{nil, "1286.00"}, {only("A"), "36.00"}, {only("B"), "1200.00"}, {only("C"), "0.00"}} {
		within, err := j.RollForward(on, on, c.of)
		require.NoError(t, err)
		require.Equal(t, []string{"0.00", c.cost, c.cost}, []string{
			within.Cost.Opening.String(), within.Cost.Increased().String(), within.Cost.Closing.String(),
		})
		require.Equal(t, []string{"记-3"}, within.Unassigned)
		after, err := j.RollForward(on.AddDays(1), on.AddDays(30), c.of)
		require.NoError(t, err)
		require.Equal(t, []string{c.cost, "0.00", c.cost}, []string{
			after.Cost.Opening.String(), after.Cost.Increased().String(), after.Cost.Closing.String(),
		})
		before, err := j.RollForward(on.AddDays(-30), on.AddDays(-1), c.of)
		require.NoError(t, err)
		require.Equal(t, "0.00", before.Cost.Closing.String())
		require.Empty(t, before.Unassigned)
	}
}
