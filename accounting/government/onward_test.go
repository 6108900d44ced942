package government_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A surplus, a donation and an asset that leaves nominal amount are amortised from
// booking over the life that remains, without catch-up (制度 1902 四(二)1, 解释4号 二(二)); what
// was bought and booked late is caught up. A life that began before the booking is
// refused for the former and taken for the latter.
func TestOnward(t *testing.T) {
	earlier := calendar.MustMonth(2025, 11)
	for kind, amounts := range map[string]string{
		"donation": "value=180000.00 taxes=0.00", "surplus-found": "cost=60000.00", "liquidation-surplus-found": "cost=60000.00",
		"nominal-to-cost-prior-year": "cost=60000.00", "nominal-to-cost-this-year": "cost=60000.00", "nominal-to-cost-transition": "cost=60000.00",
		"nominal-later-spending": "paid=60000.00",
	} {
		e := sample{kind, department, amounts, "payment=bank use=duties", "2026-03-16"}.event(t)
		e.Parts[0].Terms = accounting.Terms{Measured: accounting.AtCost, Months: 60, From: earlier, Use: "duties"}
		_, err := government.Events().Post(e)
		require.ErrorContains(t, err, "a life of JT-01 from the month of booking on", kind)
		e.Parts[0].Terms.From = calendar.MustMonth(2026, 3)
		_, err = government.Events().Post(e)
		require.NoError(t, err, kind)
	}
	e := sample{"purchase", department, "cost=60000.00", "payment=treasury", "2025-11-16"}.event(t)
	e.Booked = calendar.MustDate(2026, 3, 16)
	p, err := government.Events().Post(e)
	require.NoError(t, err)
	j := accounting.NewJournal()
	require.NoError(t, j.Post(0, p))
	run, err := j.Propose(accounting.Run{Table: government.Events(), Kind: government.Amortised, Month: calendar.MustMonth(2026, 3), Entity: department})
	require.NoError(t, err)
	assert.Equal(t, "5000.00", run.Total.String(), "November to March, 1,000.00 each")
}
