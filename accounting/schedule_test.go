package accounting_test

import (
	"errors"
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Each case is divided by hand: per is cost ÷ months rounded to the fen, last
// is cost − (months − 1) × per.
func TestStraightLineByHand(t *testing.T) {
	for _, c := range []struct {
		name, cost string
		start      calendar.Date
		months     int
		per, last  string
		first, end string
	}{
		// 1,860,000 ÷ 60 = 31,000 with nothing left.
		{"even", "1860000", calendar.MustDate(2025, 11, 18), 60, "31000.00", "31000.00", "2025-11", "2030-10"},
		// 1,400,000 ÷ 36 = 38,888.888…; 35 × 38,888.89 = 1,361,111.15; left 38,888.85.
		{"rounded up", "1400000", calendar.MustDate(2025, 7, 8), 36, "38888.89", "38888.85", "2025-07", "2028-06"},
		// 120,001 ÷ 40 = 3,000.025; 39 × 3,000.03 = 117,001.17; left 2,999.83.
		{"half up", "120001", calendar.MustDate(2026, 1, 31), 40, "3000.03", "2999.83", "2026-01", "2029-04"},
		// 100 ÷ 3 = 33.333…; 2 × 33.33 = 66.66; left 33.34.
		{"rounded down", "100", calendar.MustDate(2024, 2, 29), 3, "33.33", "33.34", "2024-02", "2024-04"},
		{"one month", "0.01", calendar.MustDate(2025, 12, 31), 1, "0.01", "0.01", "2025-12", "2025-12"},
		{"nothing", "0", calendar.MustDate(2025, 12, 31), 12, "0.00", "0.00", "2025-12", "2026-11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := accounting.StraightLine(decimal.RequireFromString(c.cost), c.start, c.months)
			require.NoError(t, err)
			n := s.Months()
			require.Equal(t, c.months, n)
			require.Equal(t, c.per, s.Amount(max(0, n-2)).String())
			require.Equal(t, c.last, s.Amount(n-1).String())
			require.Equal(t, c.first, s.Period(0).String())
			require.Equal(t, c.end, s.Period(n-1).String())
			require.Equal(t, money.MustParse(c.cost), s.Accumulated(n-1))
		})
	}
}

// 0.05 over 9 months is 0.0055… a month, 0.01 rounded: five months take it all
// and none takes more.
func TestAmountsNeverPassTheCost(t *testing.T) {
	s, err := accounting.StraightLine(decimal.RequireFromString("0.05"), calendar.MustDate(2026, 1, 1), 9)
	require.NoError(t, err)
	var got []string
	for _, a := range s.All() {
		got = append(got, a.String())
	}
	require.Equal(t, []string{"0.01", "0.01", "0.01", "0.01", "0.01", "0.00", "0.00", "0.00", "0.00"}, got)
}

// The choices: 100 ÷ 7 = 14.285714…, 14.29 rounded and 14.28 cut; 6 × 14.28 =
// 85.68, left 14.32.
func TestPlanChoices(t *testing.T) {
	p := accounting.Plan{Cost: money.MustParse("100"), Start: calendar.MustDate(2025, 12, 5), Months: 7}
	s, err := p.Schedule()
	require.NoError(t, err)
	require.Equal(t, "14.29", s.Amount(0).String())
	require.Equal(t, "2025-12", s.Period(0).String())

	p.Rounding, p.First = accounting.Truncate, accounting.NextMonth
	s, err = p.Schedule()
	require.NoError(t, err)
	require.Equal(t, "14.28", s.Amount(0).String())
	require.Equal(t, "14.32", s.Amount(6).String())
	require.Equal(t, "2026-01", s.Period(0).String())
}

func TestOutsideTheMonths(t *testing.T) {
	s, err := accounting.StraightLine(decimal.NewFromInt(36), calendar.MustDate(2025, 1, 1), 36)
	require.NoError(t, err)
	for _, i := range []int{-1, -1 << 62, 36, 1 << 62} {
		require.Equal(t, "0.00", s.Amount(i).String(), i)
		require.True(t, s.Period(i).IsZero(), i)
	}
	require.Equal(t, "0.00", s.Accumulated(-1).String())
	require.Equal(t, "36.00", s.Accumulated(1<<62).String())
	require.Equal(t, -1, s.Index(calendar.MustMonth(2024, 12)))
	require.Equal(t, 0, s.Index(calendar.MustMonth(2025, 1)))
	require.Equal(t, 35, s.Index(calendar.MustMonth(2027, 12)))
	require.Equal(t, 36, s.Index(calendar.MustMonth(2028, 1)))

	var none accounting.Schedule
	require.Zero(t, none.Months())
	require.False(t, none.Cost().Present())
	require.Equal(t, "0.00", none.Amount(0).String())
	for range none.All() {
		t.Fatal("the zero schedule has no months")
	}
}

// 100 with 10 that stay and 18 amortised before: 72 over the 8 months left of 12
// are 9.00 each, from the fifth month on. What stays is never amortised.
func TestPlanResidualAndOpening(t *testing.T) {
	s, err := accounting.Plan{
		Cost: money.MustParse("100"), Residual: money.MustParse("10"), Opening: money.MustParse("18"), Start: calendar.MustDate(2025, 1, 8), Months: 12, Used: 4,
	}.Schedule()
	require.NoError(t, err)
	require.Equal(t, []string{"9.00", "9.00", "72.00", "18.00", "72.00"}, []string{
		s.Amount(0).String(), s.Amount(7).String(), s.Accumulated(7).String(), s.Opening().String(), s.Cost().String(),
	})
	require.Equal(t, "2025-05", s.Period(0).String())
	require.Equal(t, "2025-12", s.Period(7).String())
	s, err = accounting.Plan{Cost: money.MustParse("100"), Residual: money.MustParse("60"), Opening: money.MustParse("40"), Start: calendar.MustDate(2025, 1, 8), Months: 12}.Schedule()
	require.NoError(t, err, "nothing is left, and nothing is below 0.00")
	require.Equal(t, "0.00", s.Cost().String())
}

// The last month that the calendar has may be the last of a schedule.
func TestPlanToTheLastMonth(t *testing.T) {
	for start, months := range map[calendar.Date]int{calendar.MustDate(2199, 12, 31): 1, calendar.MustDate(2199, 11, 1): 2, calendar.MustDate(2100, 1, 1): accounting.MaxMonths} {
		s, err := accounting.StraightLine(decimal.NewFromInt(36), start, months)
		require.NoError(t, err)
		require.Equal(t, "2199-12", s.Period(months-1).String())
	}
}

// Revised from its first month there is no schedule before; the months of the
// new one are the old ones where nothing is said, and at most 1,200.
func TestReviseFromTheFirst(t *testing.T) {
	s, err := accounting.Plan{Cost: money.MustParse("1200"), Opening: money.MustParse("240"), Start: calendar.MustDate(1950, 1, 1), Months: 12}.Schedule()
	require.NoError(t, err)
	ended, next, err := s.Revise(accounting.Revision{From: s.Period(0), Impairment: money.MustParse("360")})
	require.NoError(t, err)
	require.Zero(t, ended, "none")
	require.Equal(t, []string{"50.00", "240.00", "12"}, []string{next.Amount(0).String(), next.Opening().String(), strconv.Itoa(next.Months())}, "(1,200 − 240 − 360) ÷ 12")
	for months, fits := range map[int]bool{-1: false, accounting.MaxMonths: true, accounting.MaxMonths + 1: false} {
		_, next, err = s.Revise(accounting.Revision{From: s.Period(0), Months: months})
		require.Equal(t, fits, err == nil, months)
		if fits {
			require.Equal(t, months, next.Months())
		}
	}
}

// Units: 1 to 10^12, of a cost that is there; half up or cut.
func TestUnitsRefused(t *testing.T) {
	one := money.MustParse("1")
	for units, fits := range map[int64]bool{0: false, 1: true, accounting.MaxUnits: true, accounting.MaxUnits + 1: false} {
		_, err := accounting.UnitsOfProduction(one, units, accounting.HalfUp)
		require.Equal(t, fits, err == nil, units)
	}
	for _, cost := range []money.Amount{{}, money.MustParse("-0.01")} {
		_, err := accounting.UnitsOfProduction(cost, 1, accounting.HalfUp)
		require.Error(t, err)
	}
	_, err := accounting.UnitsOfProduction(one, 1, accounting.Truncate+1)
	require.Error(t, err)
}

func TestPlanRefused(t *testing.T) {
	day := calendar.MustDate(2025, 1, 1)
	for _, c := range []struct {
		name, field string
		plan        accounting.Plan
	}{
		{"no cost", "cost", accounting.Plan{Start: day, Months: 1}},
		{"negative cost", "cost", accounting.Plan{Cost: money.MustParse("-0.01"), Start: day, Months: 1}},
		{"negative residual", "residual and opening", accounting.Plan{Cost: money.MustParse("1"), Residual: money.MustParse("-0.01"), Start: day, Months: 1}},
		{"more than the cost", "residual and opening", accounting.Plan{Cost: money.MustParse("1"), Residual: money.MustParse("0.50"), Opening: money.MustParse("0.51"), Start: day, Months: 1}},
		{"used below nothing", "used", accounting.Plan{Cost: money.Zero(), Start: day, Months: 12, Used: -1}},
		{"used up", "used", accounting.Plan{Cost: money.Zero(), Start: day, Months: 12, Used: 12}},
		{"no start", "start", accounting.Plan{Cost: money.Zero(), Months: 1}},
		{"no months", "months", accounting.Plan{Cost: money.Zero(), Start: day}},
		{"negative months", "months", accounting.Plan{Cost: money.Zero(), Start: day, Months: -1}},
		{"too many months", "months", accounting.Plan{Cost: money.Zero(), Start: day, Months: accounting.MaxMonths + 1}},
		{"ends outside the calendar", "start", accounting.Plan{Cost: money.Zero(), Start: calendar.MustDate(2199, 12, 1), Months: 2}},
		{"begins outside the calendar", "start", accounting.Plan{Cost: money.Zero(), Start: calendar.MustDate(2199, 12, 1), Months: 1, First: accounting.NextMonth}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.plan.Schedule()
			fault, ok := errors.AsType[*accounting.PlanError](err)
			require.True(t, ok, "%v", err)
			require.Equal(t, c.field, fault.Field)
			require.NotEmpty(t, fault.Want)
		})
	}
	for _, cost := range []string{"0.001", "1e1000000000", "-1e1000000000", "1e-1000000000", "1000000000000000"} {
		d, err := decimal.NewFromString(cost)
		if err != nil {
			continue // not even a decimal
		}
		_, err = accounting.StraightLine(d, day, 12)
		_, ok := errors.AsType[*accounting.PlanError](err)
		require.True(t, ok, "%s: %v", cost, err)
	}
}

// The instalments sum to the cost, none is negative, and each is what a loop
// over decimals gives that takes the rounded instalment until the cost is used
// up, the last month taking what is left.
func TestScheduleIsTheLoop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fen := rapid.Int64Range(0, 99_999_999_999_999_999).Draw(t, "fen")
		if rapid.Bool().Draw(t, "small") {
			fen %= 5_000
		}
		months := rapid.IntRange(1, accounting.MaxMonths).Draw(t, "months")
		start := calendar.MustDate(1950, 1, 1).AddDays(rapid.IntRange(0, 40_000).Draw(t, "day"))
		cost := decimal.New(fen, -2)
		s, err := accounting.StraightLine(cost, start, months)
		if err != nil {
			t.Fatal(err)
		}
		per, left := cost.DivRound(decimal.NewFromInt(int64(months)), 2), cost
		i := 0
		for month, amount := range s.All() {
			want := decimal.Min(per, left)
			if i == months-1 {
				want = left
			}
			left = left.Sub(want)
			switch {
			case !amount.Decimal().Equal(want):
				t.Fatalf("instalment %d is %s, the loop has %s", i, amount, want)
			case amount.Sign() < 0:
				t.Fatalf("instalment %d is %s", i, amount)
			case s.Amount(i) != amount || s.Period(i) != month || s.Index(month) != i:
				t.Fatalf("instalment %d: All, Amount, Period and Index differ", i)
			case !s.Accumulated(i).Decimal().Equal(cost.Sub(left)):
				t.Fatalf("accumulated after %d is %s, the loop has %s", i, s.Accumulated(i), cost.Sub(left))
			}
			i++
		}
		if i != months || !left.IsZero() {
			t.Fatalf("%d months, %s left", i, left)
		}
	})
}
