package revenue_test

import (
	"errors"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func receipt(id, on string, p revenue.Payment, amount string) revenue.Receipt {
	return revenue.Receipt{
		ID: id, Assets: []string{"JT-02"}, Purpose: revenue.ForUse, Payment: p,
		Counterparty: "运营机构甲", BankOn: day(on), Amount: money.MustParse(amount),
	}
}

func matter(id, on string, k revenue.MatterKind, amount string) revenue.Matter {
	return revenue.Matter{ID: id, Kind: k, Assets: []string{"BG-06"}, Counterparty: "某银行", CompletedOn: day(on), Amount: money.MustParse(amount)}
}

// row is a filing as it is compared: what, about what, from when, due when, and
// how much.
func rows(t *testing.T, c *calendar.Calendar, filings []revenue.Filing) []string {
	t.Helper()
	var all []string
	for _, f := range filings {
		due, err := c.Due(f.Trigger, f.Duty.Term)
		on := due.Date.String()
		if errors.Is(err, calendar.ErrNotAnnounced) {
			on = "not announced"
		} else {
			require.NoError(t, err)
		}
		all = append(all, string(f.Duty.ID)+" "+f.Subject+" "+f.Trigger.String()+" → "+on+" "+f.Amount.String())
	}
	return all
}

func calendarOf(t *testing.T, r calendar.Region) *calendar.Calendar {
	t.Helper()
	c, err := calendar.China(r)
	require.NoError(t, err)
	return c
}

// A region department: each quarter's instalments in one filing, ten working
// days after its last day; a one-off ten working days after its receipt. By hand:
//
//	2026-03-31: 04-01, 02, 03 (3; 04-04…06 清明), 07…10 (7), 13, 14, 15 (10) → 04-15
//	2026-04-09: 10 (1), 13…16 (5; 17 and 20 are 三月三 in Guangxi), 21…24 (9), 27 (10) → 04-27;
//	            by the nation: 10 (1), 13…17 (6), 20…23 (10) → 04-23
//	2026-06-30: 07-01…03 (3), 06…10 (8), 13, 14 (10) → 07-14
//	2026-09-30: 10-01…07 国庆, 10-08, 09, 10 (3; Saturday 10-10 makes up), 12…16 (8), 19, 20 (10) → 10-20
//	2026-12-31: 2027 is not announced
func TestDepartmentFilings(t *testing.T) {
	filings, err := revenue.Policy{}.Filings(rule.RegionDepartment, []revenue.Receipt{
		receipt("SR-4", "2026-09-24", revenue.Instalment, "600000.00"),
		receipt("SR-1", "2026-03-27", revenue.Instalment, "600000.00"),
		receipt("SR-2", "2026-04-09", revenue.OneOff, "101000.00"),
		receipt("SR-3", "2026-06-26", revenue.Instalment, "600000.00"),
		receipt("SR-3b", "2026-04-01", revenue.Instalment, "0.01"),
		receipt("SR-5", "2026-12-18", revenue.Instalment, "600000.00"),
	}, []revenue.Matter{matter("BA-1", "2026-01-30", revenue.MatterUse, "1.00")})
	require.NoError(t, err)
	require.Equal(t, []string{
		"revenue.file-instalments 2026Q1 2026-03-31 → 2026-04-15 600000.00",
		"revenue.file-one-off SR-2 2026-04-09 → 2026-04-27 101000.00",
		"revenue.file-instalments 2026Q2 2026-06-30 → 2026-07-14 600000.01",
		"revenue.file-instalments 2026Q3 2026-09-30 → 2026-10-20 600000.00",
		"revenue.file-instalments 2026Q4 2026-12-31 → not announced 600000.00",
	}, rows(t, calendarOf(t, calendar.Guangxi), filings))
	require.Equal(t, "revenue.file-one-off SR-2 2026-04-09 → 2026-04-23 101000.00", rows(t, calendarOf(t, calendar.National), filings)[1])
}

// A region enterprise: each matter ten working days after it is completed. By hand:
//
//	2026-01-30: 02-02…06 (5), 09…13 (10) → 02-13
//	2026-05-14: 15 (1), 18…22 (6), 25…28 (10) → 05-28
//	2026-06-18: 19…21 端午, 22…26 (5), 29, 30, 07-01…03 (10) → 07-03
//	2026-09-08: 9, 10, 11 (3), 14…18 (8), Sunday 20 makes up (9), 21 (10) → 09-21
//	2026-10-23: 26…30 (5), 11-02…06 (10) → 11-06
func TestEnterpriseFilings(t *testing.T) {
	filings, err := revenue.Policy{}.Filings(rule.RegionEnterprise, []revenue.Receipt{
		receipt("SR-1", "2026-03-27", revenue.OneOff, "1.00"),
	}, []revenue.Matter{
		matter("BA-1", "2026-01-30", revenue.MatterUse, "53000.00"),
		matter("BA-2", "2026-05-14", revenue.MatterDisposal, "203520.00"),
		matter("BA-3", "2026-06-18", revenue.MatterPledge, "8000000.00"),
		matter("BA-4", "2026-09-08", revenue.MatterCredit, "20000000.00"),
		matter("BA-5", "2026-10-23", revenue.MatterDisposal, "381600.00"),
	})
	require.NoError(t, err)
	require.Equal(t, []string{
		"revenue.file-enterprise-matter BA-1 2026-01-30 → 2026-02-13 53000.00",
		"revenue.file-enterprise-matter BA-2 2026-05-14 → 2026-05-28 203520.00",
		"revenue.file-enterprise-matter BA-3 2026-06-18 → 2026-07-03 8000000.00",
		"revenue.file-enterprise-matter BA-4 2026-09-08 → 2026-09-21 20000000.00",
		"revenue.file-enterprise-matter BA-5 2026-10-23 → 2026-11-06 381600.00",
	}, rows(t, calendarOf(t, calendar.Guangxi), filings))
}

// GX-4.6.3 and 4.6.4 name region departments, 4.6.5 region enterprises: nobody
// else owes a filing by the text.
func TestWhoFiles(t *testing.T) {
	receipts := []revenue.Receipt{receipt("SR-1", "2026-04-09", revenue.OneOff, "1.00"), receipt("SR-2", "2026-04-09", revenue.Instalment, "1.00")}
	matters := []revenue.Matter{matter("BA-1", "2026-01-30", revenue.MatterUse, "1.00")}
	for role, want := range map[rule.Role]int{
		rule.RegionDepartment: 2, rule.RegionEnterprise: 1,
		rule.CityFinanceBureau: 0, rule.NamedSubordinate: 0, rule.NamedCounty: 0, "": 0,
	} {
		filings, err := revenue.Policy{}.Filings(role, receipts, matters)
		require.NoError(t, err)
		assert.Len(t, filings, want, role)
	}
}

// P9: a quarter without receipts asks nothing, or a nil form between the first
// quarter and the last.
func TestNilQuarters(t *testing.T) {
	receipts := []revenue.Receipt{
		receipt("SR-1", "2025-05-09", revenue.Instalment, "1.00"), receipt("SR-2", "2026-01-09", revenue.Instalment, "2.00"),
	}
	subjects := func(p revenue.Policy) []string {
		filings, err := p.Filings(rule.RegionDepartment, receipts, nil)
		require.NoError(t, err)
		var all []string
		for _, f := range filings {
			all = append(all, f.Subject+" "+f.Amount.String())
		}
		return all
	}
	require.Equal(t, []string{"2025Q2 1.00", "2026Q1 2.00"}, subjects(revenue.Policy{}))
	require.Equal(t, []string{"2025Q2 1.00", "2025Q3 ", "2025Q4 ", "2026Q1 2.00"}, subjects(revenue.Policy{Nil: revenue.NilFiling}))
	none, err := revenue.Policy{Nil: revenue.NilFiling}.Filings(rule.RegionDepartment, nil, nil)
	require.NoError(t, err)
	require.Empty(t, none)
}

// The plan runs from 2025-04 to 2026-12; what is triggered on its last day is
// still owed, what is triggered outside is not.
func TestFilingPeriod(t *testing.T) {
	filings, err := revenue.Policy{}.Filings(rule.RegionDepartment, []revenue.Receipt{
		receipt("before", "2025-03-31", revenue.OneOff, "1.00"), receipt("first", "2025-04-01", revenue.OneOff, "1.00"),
		receipt("last", "2026-12-31", revenue.OneOff, "1.00"), receipt("after", "2027-01-01", revenue.OneOff, "1.00"),
		receipt("Q1", "2025-03-31", revenue.Instalment, "1.00"), receipt("Q4", "2026-12-31", revenue.Instalment, "1.00"),
		receipt("Q5", "2027-01-01", revenue.Instalment, "1.00"),
	}, nil)
	require.NoError(t, err)
	var subjects []string
	for _, f := range filings {
		subjects = append(subjects, f.Subject)
	}
	require.Equal(t, []string{"first", "last", "2026Q4"}, subjects)
}

// P10: the first of bank and treasury; control for what is not cash.
func TestReceivedOn(t *testing.T) {
	for _, c := range []struct{ bank, treasury, control, want string }{
		{"2026-03-27", "2026-03-30", "", "2026-03-27"},
		{"2026-03-31", "2026-03-30", "", "2026-03-30"},
		{"", "2026-03-30", "", "2026-03-30"},
		{"", "", "2026-04-01", "2026-04-01"},
		{"2026-03-27", "", "2026-03-26", "2026-03-26"},
		{"", "", "", ""},
	} {
		parse := func(s string) calendar.Date {
			if s == "" {
				return calendar.Date{}
			}
			return day(s)
		}
		r := revenue.Receipt{BankOn: parse(c.bank), TreasuryOn: parse(c.treasury), ControlOn: parse(c.control)}
		assert.Equal(t, c.want, r.ReceivedOn().String())
	}
}

func TestFilingRefused(t *testing.T) {
	good := receipt("SR-1", "2026-04-09", revenue.OneOff, "1.00")
	for _, c := range []struct {
		name, want string
		change     func(*revenue.Receipt)
	}{
		{"no id", "an id", func(r *revenue.Receipt) { r.ID = "" }},
		{"an id again", "an id of its own", func(r *revenue.Receipt) { r.ID = "SR-0" }},
		{"no day", "the day", func(r *revenue.Receipt) { r.BankOn = calendar.Date{} }},
		{"no amount", "an amount", func(r *revenue.Receipt) { r.Amount = money.Amount{} }},
		{"a negative amount", "not negative", func(r *revenue.Receipt) { r.Amount = money.MustParse("-0.01") }},
		{"paid no way", "how it is paid", func(r *revenue.Receipt) { r.Payment = "" }},
		{"paid another way", "how it is paid", func(r *revenue.Receipt) { r.Payment = "monthly" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := good
			c.change(&r)
			before := good
			before.ID = "SR-0"
			filings, err := revenue.Policy{}.Filings(rule.RegionDepartment, []revenue.Receipt{before, r}, nil)
			fault, ok := errors.AsType[*revenue.FilingError](err)
			require.True(t, ok, "%v", err)
			require.Contains(t, fault.Want.EN, c.want)
			require.NotEmpty(t, fault.Want.ZH)
			require.Equal(t, r.ID, fault.Subject)
			require.Empty(t, filings)
		})
	}
	undated := matter("BA-1", "2026-01-30", revenue.MatterUse, "1.00")
	undated.CompletedOn = calendar.Date{}
	_, err := revenue.Policy{}.Filings(rule.RegionEnterprise, nil, []revenue.Matter{undated})
	_, ok := errors.AsType[*revenue.FilingError](err)
	require.True(t, ok)
	big := receipt("SR-1", "2026-04-09", revenue.Instalment, "999999999999999.99")
	again := big
	again.ID = "SR-2"
	_, err = revenue.Policy{}.Filings(rule.RegionDepartment, []revenue.Receipt{big, again}, nil)
	require.ErrorIs(t, err, money.ErrRange)
	// One id may stand for a receipt and for a matter: they are two lists.
	_, err = revenue.Policy{}.Filings(rule.RegionEnterprise, []revenue.Receipt{receipt("X-1", "2026-04-09", revenue.OneOff, "1.00")},
		[]revenue.Matter{matter("X-1", "2026-01-30", revenue.MatterUse, "1.00")})
	require.NoError(t, err)
}
