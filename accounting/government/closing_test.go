package government_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// booked posts samples, each to an asset of its own, and returns the journal.
func booked(t *testing.T, samples ...sample) *accounting.Journal {
	t.Helper()
	j := accounting.NewJournal()
	for i, s := range samples {
		e := s.event(t)
		e.ID = string(rune('a' + i))
		e.Parts[0].Asset = "JT-0" + string(rune('1'+i))
		all, err := government.Events().Chain(e)
		require.NoError(t, err)
		require.NoError(t, j.Post(j.Revision(), all...))
	}
	return j
}

// A department's year. Bought by treasury payment 126,000.00; a donation worth
// 180,000.00 with fees of 2,400.00 from the bank; one asset transferred in from
// nominal amount with costs of 600.00 by treasury payment; maintenance of
// 5,000.00 by an earlier year's quota.
//
//	revenue  4001 126,000 + 600, 4603 180,000                  = 306,600.00
//	expense  5001 5,000, 5901 600                              =   5,600.00
//	surplus  306,600 − 5,600                                   = 301,000.00
//	budget   6001 126,600; 7101 126,000 + 5,000 fiscal; 7901 600 fiscal, 2,400 other
//	8101     126,600 − 131,600                                 =  −5,000.00 (paid from the earlier year's quota)
//	8501     −2,400.00
func TestClosing(t *testing.T) {
	j := booked(t,
		sample{"purchase", department, "cost=126000.00", "payment=treasury", "2025-03-16"},
		sample{"donation", department, "value=180000.00 taxes=2400.00", "payment=bank", "2025-07-21"},
		sample{"transfer-in-nominal", department, "taxes=600.00", "payment=treasury", "2025-08-14"},
		sample{"maintenance", department, "paid=5000.00", "payment=priorQuota use=duties", "2025-09-01"},
	)
	closing := government.Closing{On: calendar.MustDate(2025, 12, 31), Entity: department}
	all, err := closing.Postings(j)
	require.NoError(t, err)
	requireEntries(t, `
		F: 借4001 126600.00, 借4603 180000.00, 贷3301 306600.00
		F: 借3301 5600.00, 贷5001 5000.00, 贷5901 600.00
		F: 借3301 301000.00, 贷3302 301000.00
		F: 借3302 301000.00, 贷3001 301000.00
		F: 借3401 1.00, 贷3001 1.00
		B: 借6001 126600.00, 贷8101-本年收支结转 126600.00
		B: 借8101-本年收支结转 131600.00, 借8501 2400.00, 贷7101 131000.00, 贷7901 3000.00
		B: 借8101-累计结转 5000.00, 贷8101-本年收支结转 5000.00
		B: 借8202-累计结余 2400.00, 贷8501 2400.00
	`, all)
	require.NoError(t, j.Post(j.Revision(), all...))
	y, err := government.YearEndOf(j, government.Chart(), 2025)
	require.NoError(t, err)
	y.Stocktaken = calendar.MustDate(2025, 12, 24)
	assert.Empty(t, ids(government.YearEndRules().Review(y, rule.Context{At: closing.On})))

	again, err := closing.Postings(j)
	require.NoError(t, err)
	assert.Empty(t, again, "a year is closed once")
}

// An institution has accounts of its own: 4609 kept, 7201 of two sources, 8701.
// Revenue 100,000.00 with VAT of 6,000.00 retained (budget 106,000.00, of which the
// unit says 6,000.00 is special), 9,000.00 spent from the bank on maintenance of
// management, of which 1,000.00 special.
//
//	3301  100,000 − 9,000 = 91,000.00
//	8201  6,000 − 1,000   =  5,000.00
//	8501  100,000 − 8,000 = 92,000.00
func TestClosingOfInstitution(t *testing.T) {
	j := booked(t,
		sample{"licence-retained", institution, "net=100000.00 vat=6000.00", "taxpayer=general retainedAs=other", "2026-04-29"},
		sample{"maintenance", institution, "paid=9000.00", "payment=bank use=management", "2026-09-01"},
	)
	all, err := government.Closing{
		On: calendar.MustDate(2026, 12, 31), Entity: institution,
		Special: map[string]money.Amount{"6609": yuan("6000.00"), "7201": yuan("1000.00")},
	}.Postings(j)
	require.NoError(t, err)
	requireEntries(t, `
		F: 借4609 100000.00, 贷3301 100000.00
		F: 借3301 9000.00, 贷5101 9000.00
		F: 借3301 91000.00, 贷3302 91000.00
		F: 借3302 91000.00, 贷3001 91000.00
		B: 借6609 106000.00, 贷8201-本年收支结转 6000.00, 贷8501 100000.00
		B: 借8201-本年收支结转 1000.00, 借8501 8000.00, 贷7201 9000.00
		B: 借8201-本年收支结转 5000.00, 贷8201-累计结转 5000.00
		B: 借8501 92000.00, 贷8701 92000.00
		B: 借8701 92000.00, 贷8202-累计结余 92000.00
	`, all)
}

// A year is not closed before the one before it.
func TestClosingInOrder(t *testing.T) {
	j := booked(t, sample{"purchase", department, "cost=126000.00", "payment=treasury", "2025-03-16"})
	_, err := government.Closing{On: calendar.MustDate(2026, 12, 31), Entity: department}.Postings(j)
	require.EqualError(t, err, `accounting: event "closing/2026/opening" of kind "government.budget-spending-closed": want the year before closed first: 7101 began with a balance`)
}
