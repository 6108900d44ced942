package pilot_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each choice of each policy that this package carries; that of P29 is in
// TestSubordinates.
func TestPolicyChoices(t *testing.T) {
	u := built(t, department(), list("2025-05-20", "D-1"),
		done(pilot.DutyCompletion, "", "2026-11-30"), receipt("2026-04-09", "SR-1", revenue.OneOff, "100.00", "D-1"),
		receipt("2026-12-18", "SR-2", revenue.Instalment, "100.00", "D-1"), done(revenue.DutyOneOff, "SR-1", "2026-04-24"))
	review := func(p pilot.Policy) pilot.Result {
		r, err := pilot.Reviewer{Policy: p}.Review(u, day("2026-12-31"))
		require.NoError(t, err)
		return r
	}
	// P8: 端午 takes 2025-05-31 to 06-02; the next working day is Tuesday 06-03.
	for choice, want := range map[pilot.FixedDates]string{pilot.AsWritten: "2025-05-31", pilot.RollsForward: "2025-06-03", pilot.WorkdayAhead: "2025-05-30"} {
		o := obligation(t, review(pilot.Policy{FixedDates: choice}), pilot.DutyLedger, "")
		assert.Equal(t, want, o.Due.Date.String())
		assert.Equal(t, choice == pilot.AsWritten, o.Due.LastWorkday.String() == "2025-05-30", "shown only where the date does not roll")
	}
	// P14: nation 04-10, 13…17, 20…23; Guangxi rests on 17 and 20 and ends on 27.
	for choice, want := range map[revenue.Calendar]string{
		revenue.OfAddressee: "2026-04-27 onTime 0", revenue.OfNation: "2026-04-23 late 1", revenue.Stricter: "2026-04-23 late 1",
	} {
		r, err := pilot.Reviewer{Revenue: revenue.Policy{Calendar: choice}}.Review(u, day("2026-12-31"))
		require.NoError(t, err)
		o := obligation(t, r, revenue.DutyOneOff, "SR-1")
		assert.Equal(t, want, o.Due.Date.String()+" "+string(o.Standing)+" "+string(rune('0'+o.Days)), choice)
		assert.Equal(t, "2026-04-23", o.National.Date.String())
	}
	// The reminder goes by the calendar that counts: before 04-27 Friday 24.
	assert.Equal(t, "2026-04-24", obligation(t, review(pilot.Policy{}), revenue.DutyOneOff, "SR-1").Remind.String())
	// P23: declared on 2026-11-30, one month is 2026-12-30; at the plan's end, 2027-01-31.
	assert.Equal(t, "2026-12-30", obligation(t, review(pilot.Policy{}), pilot.DutySummary, "").Due.Date.String())
	assert.Equal(t, "2027-01-31", obligation(t, review(pilot.Policy{Completion: pilot.AtPlanEnd}), pilot.DutySummary, "").Due.Earliest.String())
	// P24: the report and the filing of 2026Q4, and nothing else.
	last := func(r pilot.Result) (ids []rule.ID) {
		for _, o := range r.Obligations {
			if o.Subject == "2026Q4" {
				ids = append(ids, o.Duty.ID)
			}
		}
		return ids
	}
	due, lapsed := review(pilot.Policy{}), review(pilot.Policy{LastQuarter: pilot.Lapses})
	assert.ElementsMatch(t, []rule.ID{pilot.DutyReport, revenue.DutyInstalments}, last(due))
	assert.Empty(t, last(lapsed))
	assert.Len(t, lapsed.Obligations, len(due.Obligations)-2)
}
