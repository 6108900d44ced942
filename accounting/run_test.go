package accounting_test

import (
	"fmt"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// several is a journal of n assets of 36.00 over 36 months, 1.00 a month each.
func several(t testing.TB, n int) *accounting.Journal {
	t.Helper()
	on := calendar.MustDate(2026, 3, 10)
	var all []accounting.Posting
	for i := range n {
		all = append(all, bought(t, fmt.Sprintf("A%03d", i), "36", 36, on, on))
	}
	j := accounting.NewJournal()
	require.NoError(t, j.Post(0, all...))
	return j
}

// So many assets a posting, 200 where nothing is said; each asset once, and the
// total is that of all.
func TestRunBatches(t *testing.T) {
	for _, c := range []struct {
		assets, batch int
		want          []int
	}{{5, 2, []int{2, 2, 1}}, {4, 2, []int{2, 2}}, {3, 1, []int{1, 1, 1}}, {2, 3, []int{2}}, {201, 0, []int{200, 1}}, {200, -1, []int{200}}} {
		j := several(t, c.assets)
		r := run(t, month(2026, 3))
		r.Batch = c.batch
		p, err := j.Propose(r)
		require.NoError(t, err)
		var got []int
		seen := map[string]bool{}
		for i, posting := range p.Postings {
			got = append(got, len(posting.Assets))
			require.Equal(t, fmt.Sprintf("test.amortise/2026-03/%d", i+1), posting.Event)
			require.Empty(t, posting.Usage, "straight line uses no units")
			for _, asset := range posting.Assets {
				require.False(t, seen[asset], asset)
				seen[asset] = true
			}
			summary := "计提 2026-03 摊销"
			if len(posting.Assets) == 1 {
				summary += "：" + posting.Assets[0]
			}
			require.Equal(t, summary, posting.Vouchers[0].Entry().Summary)
		}
		require.Equal(t, c.want, got)
		require.Equal(t, fmt.Sprintf("%d.00", c.assets), p.Total.String())
		require.NoError(t, j.Post(p.Revision, p.Postings...))
	}
}

// An asset bought after the month's run is amortised by a second run, under the
// next id.
func TestRunAgainForLateAsset(t *testing.T) {
	j := several(t, 1)
	p, err := j.Propose(run(t, month(2026, 3)))
	require.NoError(t, err)
	require.NoError(t, j.Post(p.Revision, p.Postings...))
	on := calendar.MustDate(2026, 3, 30)
	require.NoError(t, j.Post(j.Revision(), bought(t, "B", "72", 36, on, on)))
	p, err = j.Propose(run(t, month(2026, 3)))
	require.NoError(t, err)
	require.Len(t, p.Postings, 1)
	require.Equal(t, "test.amortise/2026-03/2", p.Postings[0].Event)
	require.Equal(t, "2.00", p.Total.String())
}

// The use that the terms of an asset name decides the expense: management of a
// public institution 5101, all else 5001; none named is the fact's default.
func TestRunByUse(t *testing.T) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 3, 10)
	for use, cost := range map[string]string{"": "36", "duty": "72", "management": "108"} {
		p := bought(t, "A"+use, cost, 36, on, on)
		p.Terms[0].Terms.Use = use
		require.NoError(t, j.Post(j.Revision(), p))
	}
	r := run(t, month(2026, 3))
	r.Entity = rule.PublicInstitution
	p, err := j.Propose(r)
	require.NoError(t, err)
	sums := map[string]string{}
	for _, l := range p.Postings[0].Vouchers[0].Entry().Lines {
		sums[l.Account+l.Asset] = l.Amount.String()
	}
	require.Equal(t, map[string]string{
		"5001": "3.00", "5101": "3.00", "1702A": "1.00", "1702Aduty": "2.00", "1702Amanagement": "3.00",
	}, sums)
}

// Two months left out after some were amortised are missed from where it ended:
// 36,000 over 36 months from November; run for November and December, then for
// March. January and February are of this year, whatever the error.
func TestMissedAfterSome(t *testing.T) {
	j, on := accounting.NewJournal(), calendar.MustDate(2025, 11, 5)
	require.NoError(t, j.Post(0, bought(t, "A", "36000", 36, on, on)))
	for m := range 2 {
		p, err := j.Propose(run(t, month(2025, 11).Add(m)))
		require.NoError(t, err)
		require.Empty(t, p.Missed)
		require.NoError(t, j.Post(p.Revision, p.Postings...))
	}
	r := run(t, month(2026, 3))
	r.Material = true
	p, err := j.Propose(r)
	require.NoError(t, err)
	require.Equal(t, []accounting.Missed{{
		Asset: "A", From: month(2026, 1), Through: month(2026, 2), Current: amounts("a", "2000")["a"], Prior: amounts("a", "0")["a"],
	}}, p.Missed)
	require.Equal(t, "3000.00", p.Total.String(), "2,000.00 missed and 1,000.00 of March")
	require.Equal(t, "补提 2026-01 至 2026-02 摊销：A", p.Postings[0].Vouchers[0].Entry().Summary)
	require.Equal(t, "借5001 2000.00，贷1702 2000.00", p.Postings[0].Vouchers[0].String())

	// Booked in January for December alone, the month missed is of the year before.
	j = accounting.NewJournal()
	on = calendar.MustDate(2025, 12, 5)
	require.NoError(t, j.Post(0, bought(t, "A", "36000", 36, on, calendar.MustDate(2026, 1, 9))))
	r.Month = month(2026, 1)
	p, err = j.Propose(r)
	require.NoError(t, err)
	require.Equal(t, "2000.00", p.Total.String())
	require.Equal(t, "补提 2025-12 摊销：A", p.Postings[0].Vouchers[0].Entry().Summary)
	require.Equal(t, "借3501 1000.00，贷1702 1000.00", p.Postings[0].Vouchers[0].String())
}

// A month in which nothing was used books nothing, and says so.
func TestRunOfNoUse(t *testing.T) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 3, 10)
	p := bought(t, "A", "36", 36, on, on)
	p.Terms[0].Terms.Months, p.Terms[0].Terms.Units = 0, 36
	require.NoError(t, j.Post(0, p))
	r := run(t, month(2026, 3))
	r.Usage = map[string]int64{"A": 0}
	none, err := j.Propose(r)
	require.NoError(t, err)
	require.Empty(t, none.Postings)
	require.Equal(t, "nothing falls into the month", none.Skipped[0].Why.EN)
	r.Usage["A"] = 4
	some, err := j.Propose(r)
	require.NoError(t, err)
	require.Equal(t, []accounting.AssetUsage{{Asset: "A", Units: 4}}, some.Postings[0].Usage)
	require.Equal(t, "4.00", some.Total.String())
}
