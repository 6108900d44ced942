package government_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A department's 2025: prepaid 558,000.00 and delivered for 1,209,000.00 more by
// treasury payment; a donation of 177,600.00 with fees of 2,400.00; maintenance of
// 5,000.00, the same in both books; surcharges of 356.44 accrued; amortisation of
// December.
//
//	budget   6001 = 7101 for what was paid; 7901 −2,400.00; together −2,400.00
//	added    donated 177,600.00; ahead 558,000.00; capital 1,209,000.00 + 2,400.00
//	less     amortisation 31,000.00 + 3,000.00; accrued 356.44
//	surplus  −2,400 + 177,600 + 558,000 + 1,211,400 − 34,000 − 356.44 = 1,910,243.56
func TestDifference(t *testing.T) {
	j := booked(t,
		sample{"development-prepaid", department, "paid=558000.00", "payment=treasury", "2025-07-16"},
		sample{"maintenance", department, "paid=5000.00", "payment=treasury use=duties", "2025-09-01"},
		sample{"surcharges-accrued", department, "surcharges=356.44", "use=duties", "2025-09-02"},
		sample{"donation", department, "value=177600.00 taxes=2400.00", "payment=bank", "2025-12-01"},
	)
	delivered := sample{"development-delivered", department, "total=1860000.00 prepaid=558000.00 retained=93000.00", "payment=treasury", "2025-12-18"}.event(t)
	delivered.Parts[0].Asset = "JT-01"
	p, err := government.Events().Post(delivered)
	require.NoError(t, err)
	require.NoError(t, j.Post(j.Revision(), p))
	run, err := j.Propose(accounting.Run{Table: government.Events(), Kind: government.Amortised, Month: calendar.MustMonth(2025, 12), Entity: department})
	require.NoError(t, err)
	require.NoError(t, j.Post(run.Revision, run.Postings...)) // 1,860,000 ÷ 60 and 180,000 ÷ 60

	d, err := government.DifferenceOf(j, 2025)
	require.NoError(t, err)
	assert.Equal(t, "-2400.00", d.Budget.String())
	got := map[government.DifferenceLine]string{}
	for line, amount := range d.Lines {
		got[line] = amount.String()
	}
	assert.Equal(t, map[government.DifferenceLine]string{
		government.DonatedInKind: "177600.00", government.PaidAhead: "558000.00", government.CapitalSpending: "1211400.00",
		government.AmortisedValue: "34000.00", government.OtherExpense: "356.44",
	}, got)
	assert.Equal(t, "1910243.56", d.Surplus.String())
	closes(t, d)

	// The closing of the year moves nothing of it.
	all, err := government.Closing{On: calendar.MustDate(2025, 12, 31), Entity: department}.Postings(j)
	require.NoError(t, err)
	require.NoError(t, j.Post(j.Revision(), all...))
	after, err := government.DifferenceOf(j, 2025)
	require.NoError(t, err)
	assert.Equal(t, d, after)
	for _, b := range must(j.TrialBalance(government.Chart(), calendar.Date{})) {
		if b.Account.Code == "3001" {
			assert.Equal(t, d.Surplus, b.Net, "the surplus of the note is what was carried over")
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// closes wants budget and lines to come to the surplus.
func closes(t assert.TestingT, d government.Difference) {
	sum := d.Budget.Fen()
	for _, r := range government.DifferenceRows() {
		if r.Added {
			sum += d.Lines[r.Line].Fen()
		} else {
			sum -= d.Lines[r.Line].Fen()
		}
	}
	assert.Equal(t, d.Surplus.Fen(), sum)
}
