package enterprise_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Revenue 50,000 less training 5,000 is a profit of 45,000; in the year after a
// loss of 1,000. Both years end with nothing on their income, expenses and 4103.
func TestCloseYear(t *testing.T) {
	b := open(t)
	b.post(event("service-revenue", "1", "2026-03-31", "数据集", amounts("net 50000.00, vat 3000.00")))
	b.post(event("training-expensed", "2", "2026-04-30", "数据集", amounts("expense 5000.00")))
	p, err := enterprise.CloseYear(b.j, 2026)
	require.NoError(t, err)
	assert.Equal(t, "借6001 50000.00，贷6602 5000.00，贷4103 45000.00；借4103 45000.00，贷4104 45000.00", written(p))
	require.NoError(t, b.j.Post(b.j.Revision(), p))
	again, err := enterprise.CloseYear(b.j, 2026)
	require.NoError(t, err)
	assert.Empty(t, again.Vouchers, "closed already")

	b.post(event("training-expensed", "3", "2027-04-30", "数据集", amounts("expense 1000.00")))
	p, err = enterprise.CloseYear(b.j, 2027)
	require.NoError(t, err)
	assert.Equal(t, "贷6602 1000.00，借4103 1000.00；贷4103 1000.00，借4104 1000.00", written(p))
	require.NoError(t, b.j.Post(b.j.Revision(), p))
	balances, err := b.j.TrialBalance(enterprise.Chart(), day("2027-12-31"))
	require.NoError(t, err)
	for _, x := range balances {
		if x.Account.Class.Yearly() || x.Account.Code == "4103" {
			assert.Zero(t, x.Net.Sign(), x.Account.Code)
		}
		if x.Account.Code == "4104" {
			assert.Equal(t, "44000.00", x.Net.String())
		}
	}
}

// Bought in November 2025 for 36,000 and booked in February 2026: two months of the
// year before are 2,000 on 6901 (material), which goes past the year's profit; two
// of this year are 2,000 of expense.
func TestCloseYearWithAdjustment(t *testing.T) {
	b := open(t)
	e := life(event("purchase", "1", "2025-11-05", "数据集", amounts("price 36000.00")), 36, "management")
	e.Booked = day("2026-02-09")
	b.post(e)
	run, err := enterprise.Amortise(b.j, accounting.Run{Month: calendar.MustMonth(2026, 2), Material: true})
	require.NoError(t, err)
	require.NoError(t, b.j.Post(run.Revision, run.Postings...))
	p, err := enterprise.CloseYear(b.j, 2026)
	require.NoError(t, err)
	assert.Equal(t, "贷6602 2000.00，借4103 2000.00；贷4103 2000.00，贷6901 2000.00，借4104 4000.00", written(p))
}
