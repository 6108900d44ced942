package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// entries writes vouchers as an accountant would: 借1701 1.00 贷1902 3.00.
func entries(r pilot.Result) (all []string) {
	for _, p := range r.Postings {
		for _, v := range p.Vouchers {
			s := v.Entry().Date.String() + " " + string(v.Entry().Book)
			for _, l := range v.Entry().Lines {
				s += " " + l.Side.Title().ZH + l.Account + " " + l.Amount.String()
			}
			all = append(all, s)
		}
	}
	return all
}

func balances(r pilot.Result) map[string]string {
	all := map[string]string{}
	for _, b := range r.Balances {
		all[b.Account.Code] = b.Net.String()
	}
	return all
}

// booked writes the vouchers but for those of amortisation and of the year's end,
// which have tests of their own.
func booked(r pilot.Result) []string {
	r.Postings = slices.DeleteFunc(slices.Clone(r.Postings), func(p accounting.Posting) bool {
		return strings.HasSuffix(p.Kind, ".amortised") || p.Vouchers[0].Entry().Kind == accounting.Closing
	})
	return entries(r)
}

// Every voucher of the two departments, by the table of the sample.
func TestVouchers(t *testing.T) {
	// Revenue of 600,000.00 with 1 % VAT: 600,000 ÷ 1.01 = 594,059.41, tax 5,940.59,
	// surcharges 207.92 + 89.11 + 59.41 = 356.44; of 101,000.00: 100,000.00, 1,000.00, 60.00.
	instalment := func(on, remitted string) []string {
		return []string{
			on + " financial 借1002 600000.00 贷2103 594059.41 贷2101 5940.59", on + " financial 借5001 356.44 贷2102 356.44",
			remitted + " financial 借2103 594059.41 贷1002 594059.41",
		}
	}
	assert.Equal(t, slices.Concat([]string{
		// no. 5: into 1902, out of it only with the reply, and 3501 is closed at once
		"2025-06-30 financial 借1701 1.00 借1701 1.00 借1701 1.00 贷1902 3.00",
		// no. 7: 30 % of 1,860,000 = 558,000; 5 % retained = 93,000; the rest 1,209,000
		"2025-07-16 financial 借1214 558000.00 贷4001 558000.00", "2025-07-16 budgetary 借7101 558000.00 贷6001 558000.00",
		"2025-08-20 financial 借1902 3.00 贷3501 3.00", "2025-08-20 financial 借3501 3.00 贷3001 3.00",
		"2025-11-18 financial 借1701 1860000.00 贷1214 558000.00 贷4001 1209000.00 贷2307 93000.00", "2025-11-18 budgetary 借7101 1209000.00 贷6001 1209000.00",
	}, instalment("2026-03-27", "2026-03-31"), []string{
		"2026-04-09 financial 借1002 101000.00 贷2103 100000.00 贷2101 1000.00", "2026-04-09 financial 借5001 60.00 贷2102 60.00",
		"2026-04-30 financial 借2103 100000.00 贷1002 100000.00",
	}, instalment("2026-06-26", "2026-06-30"), []string{
		"2026-08-21 financial 借1902 1.00 贷1701 1.00", // no. 14
		// no. 15: 480,000 − 1.00
		"2026-09-15 financial 借1701 479999.00 贷3501 479999.00", "2026-09-15 financial 借3501 479999.00 贷3001 479999.00",
		"2026-09-23 financial 借5301 1.00 贷1902 1.00",
	}, instalment("2026-09-24", "2026-09-30"), []string{
		"2026-11-18 financial 借2307 93000.00 贷4001 93000.00", "2026-11-18 budgetary 借7101 93000.00 贷6001 93000.00",
	}, instalment("2026-12-18", "2026-12-25")), booked(reviewed(t, transport, "2026-12-31")))

	assert.Equal(t, []string{
		"2025-06-25 financial 借1701 1.00 借1701 1.00 贷1902 2.00",
		// no. 5: 260,000 is 144.4 % of the market price of 180,000, above 130 %
		"2025-07-21 financial 借1701 182400.00 贷1002 2400.00 贷4603 180000.00", "2025-07-21 budgetary 借7901 2400.00 贷8001 2400.00",
		"2025-08-14 financial 借1701 1.00 贷3401 1.00", "2025-08-14 financial 借5901 600.00 贷1002 600.00", "2025-08-14 budgetary 借7901 600.00 贷8001 600.00",
		"2025-09-10 financial 借5001 1960.00 贷4001 1960.00", "2025-09-10 budgetary 借7101 1960.00 贷6001 1960.00", // 2 × 980
		"2025-10-15 financial 借1902 2.00 贷3501 2.00", "2025-10-15 financial 借3501 2.00 贷3001 2.00",
		// no. 10: 404,000 ÷ 1.01; 4,000 × 12 % ÷ 2
		"2026-04-16 financial 借1002 404000.00 贷2103 400000.00 贷2101 4000.00", "2026-04-16 financial 借5001 240.00 贷2102 240.00",
		"2026-04-30 financial 借2103 400000.00 贷1002 400000.00",
		"2026-11-12 financial 借3401 1.00 贷1701 1.00",
	}, booked(reviewed(t, guilin, "2026-12-31")))
	// The bureau's own approval of 2025-09-17 moves nothing.
	assert.Equal(t, "-2.00", balances(reviewed(t, guilin, "2025-10-14"))["1902"])
	assert.Equal(t, "0.00", balances(reviewed(t, guilin, "2025-10-15"))["1902"])
}

// JT-06: 1,860,000 ÷ 60 = 31,000.00 from 2025-11; JT-01: 480,000 ÷ 48 = 10,000.00 from
// 2026-09; GL-10: 182,400 ÷ 48 = 3,800.00 from 2025-07. Nominal amounts have none.
func TestAmortisation(t *testing.T) {
	month := func(r pilot.Result) map[string]string {
		all := map[string]string{}
		for _, p := range r.Postings {
			if strings.HasSuffix(p.Kind, ".amortised") {
				assert.Empty(t, all[p.Through.String()], "a month is amortised once")
				all[p.Through.String()] = p.Vouchers[0].Total().String()
			}
		}
		return all
	}
	want := map[string]string{}
	for m := calendar.MustMonth(2025, 11); m.Compare(calendar.MustMonth(2026, 8)) <= 0; m = m.Add(1) {
		want[m.String()] = "31000.00"
	}
	for m := calendar.MustMonth(2026, 9); m.Compare(calendar.MustMonth(2026, 12)) <= 0; m = m.Add(1) {
		want[m.String()] = "41000.00"
	}
	assert.Equal(t, want, month(reviewed(t, transport, "2026-12-31")))
	clear(want)
	for m := calendar.MustMonth(2025, 7); m.Compare(calendar.MustMonth(2026, 12)) <= 0; m = m.Add(1) {
		want[m.String()] = "3800.00"
	}
	assert.Equal(t, want, month(reviewed(t, guilin, "2026-12-31")))
}

// What the books stand at, from the journal.
//
//	U1  1701 480,000 (JT-01) + 1 (JT-02) + 1,860,000 (JT-06) = 2,340,001.00
//	    1702 14 × 31,000 + 4 × 10,000 = 474,000.00
//	U3  1701 182,400 + 1 + 1 = 182,402.00; 1702 18 × 3,800 = 68,400.00
func TestBookTotals(t *testing.T) {
	for _, tt := range []struct{ unit, at, cost, amortised, carrying string }{
		{transport, "2025-06-29", "", "", ""},
		{transport, "2025-06-30", "3.00", "", "3.00"},
		{transport, "2025-11-18", "1860003.00", "", "1860003.00"},
		{transport, "2025-12-31", "1860003.00", "62000.00", "1798003.00"},
		{transport, "2026-08-21", "1860002.00", "279000.00", "1581002.00"}, // JT-10 is in 1902; 9 months
		{transport, "2026-09-15", "2340001.00", "310000.00", "2030001.00"},
		{transport, "2026-12-31", "2340001.00", "474000.00", "1866001.00"},
		{guilin, "2025-08-14", "182403.00", "3800.00", "178603.00"},
		{guilin, "2026-12-31", "182402.00", "68400.00", "114002.00"},
	} {
		b := reviewed(t, tt.unit, tt.at).Totals.Books
		assert.Equal(t, []string{tt.cost, tt.amortised, tt.carrying}, []string{b.Cost.String(), b.Amortised.String(), b.Carrying.String()}, "%s %s", tt.unit, tt.at)
	}
	r := reviewed(t, transport, "2026-12-31")
	assert.Equal(t, "24762.36", balances(r)["2101"], "4 × 5,940.59 + 1,000.00")
	assert.Equal(t, "1485.76", balances(r)["2102"], "4 × 356.44 + 60.00")
	for _, b := range r.Balances {
		if b.Account.Code == "2103" {
			assert.Equal(t, "2476237.64", b.Credits.String(), "4 × 594,059.41 + 100,000.00")
		}
	}
	for _, b := range reviewed(t, guilin, "2026-12-31").Balances {
		if b.Account.Code == "2103" {
			assert.Equal(t, "400000.00", b.Credits.String())
		}
	}
}

// 1902, 2103, 3401 and 3501 stand at nothing at both year ends, and so do the
// accounts of the year; the inventory has been taken.
//
//	U1 2025  4001 558,000 + 1,209,000 = 1,767,000.00; 5001 2 × 31,000 = 62,000.00; surplus 1,705,000.00
//	U1 2026  4001 93,000.00; 5001 12 × 31,000 + 4 × 10,000 + 1,485.76 = 413,485.76; 5301 1.00; deficit 320,486.76
//	         3001 3 + 1,705,000 + 479,999 − 320,486.76 = 1,864,515.24
//	U3 2025  4001 1,960, 4603 180,000; 5001 1,960 + 6 × 3,800 = 24,760; 5901 600; surplus 156,600.00
//	U3 2026  5001 12 × 3,800 + 240 = 45,840.00
//	         3001 2 + 156,600 + 1 − 45,840 − 1 = 110,762.00
func TestYearEnds(t *testing.T) {
	closing := func(unit string) (all []string) {
		for _, e := range entries(reviewed(t, unit, "2026-12-31")) {
			if strings.Contains(e, "3301") || strings.Contains(e, "3302") {
				all = append(all, e)
			}
		}
		return all
	}
	assert.Equal(t, []string{
		"2025-12-31 financial 借4001 1767000.00 贷3301 1767000.00", "2025-12-31 financial 借3301 62000.00 贷5001 62000.00",
		"2025-12-31 financial 借3301 1705000.00 贷3302 1705000.00", "2025-12-31 financial 借3302 1705000.00 贷3001 1705000.00",
		"2026-12-31 financial 借4001 93000.00 贷3301 93000.00", "2026-12-31 financial 借3301 413486.76 贷5001 413485.76 贷5301 1.00",
		"2026-12-31 financial 借3302 320486.76 贷3301 320486.76", "2026-12-31 financial 借3001 320486.76 贷3302 320486.76",
	}, closing(transport))
	assert.Contains(t, entries(reviewed(t, guilin, "2025-12-31")), "2025-12-31 financial 借3401 1.00 贷3001 1.00")
	for unit, accumulated := range map[string]string{transport: "1864515.24", guilin: "110762.00"} {
		for _, at := range []string{"2025-12-31", "2026-12-31"} {
			r := reviewed(t, unit, at)
			for _, b := range r.Balances {
				if b.Account.Class.Yearly() || slices.Contains([]string{"1902", "2103", "3301", "3302", "3401", "3501"}, b.Account.Code) {
					assert.Equal(t, "0.00", b.Net.String(), "%s %s %s", unit, at, b.Account.Code)
				}
			}
			for _, f := range r.Report.Findings {
				assert.NotContains(t, f.Path, "/yearEnd", f.Message.ZH)
			}
		}
		assert.Equal(t, accumulated, balances(reviewed(t, unit, "2026-12-31"))["3001"], unit)
	}
}

// The notes of 2026, and how the result of the budget comes to the surplus: what was
// paid of the retention, less amortisation, JT-10 and the surcharges.
//
//	U1  1701 1,860,003 + 479,999 − 1 = 2,340,001.00; 1702 62,000 + 412,000 = 474,000.00
//	    0 + 93,000 − 412,000 − 1 − 1,485.76 = −320,486.76
//	U3  1701 182,403 − 1 = 182,402.00; 1702 22,800 + 45,600 = 68,400.00; 0 − 45,600 − 240 = −45,840.00
func TestNotes(t *testing.T) {
	for unit, want := range map[string]struct {
		cost, amortised    []string
		nominal            []string
		difference, result string
	}{
		transport: {[]string{"1860003.00", "479999.00", "1.00", "2340001.00"}, []string{"62000.00", "412000.00", "0.00", "474000.00"}, []string{"JT-02"}, "93000.00", "-320486.76"},
		guilin:    {[]string{"182403.00", "0.00", "1.00", "182402.00"}, []string{"22800.00", "45600.00", "0.00", "68400.00"}, []string{"GL-03", "GL-04"}, "", "-45840.00"},
	} {
		d := reviewed(t, unit, "2026-12-31").Disclosures
		require.Equal(t, 2026, d.Year)
		require.Len(t, d.Notes.Categories, 1, unit)
		c := d.Notes.Categories[0]
		assert.Equal(t, want.cost, []string{c.Cost.Opening.String(), c.Cost.Increased.String(), c.Cost.Decreased.String(), c.Cost.Closing.String()}, unit)
		assert.Equal(t, want.amortised, []string{c.Amortised.Opening.String(), c.Amortised.Increased.String(), c.Amortised.Decreased.String(), c.Amortised.Closing.String()}, unit)
		var nominal []string
		for _, n := range d.Notes.Nominal {
			nominal = append(nominal, n.Asset)
			assert.NotEmpty(t, n.Reason)
			assert.NotEmpty(t, n.Name)
		}
		assert.Equal(t, want.nominal, nominal, unit)
		assert.Equal(t, "0.00", d.Difference.Budget.String(), unit)
		assert.Equal(t, want.difference, d.Difference.Lines[government.PaidAhead].String(), unit)
		assert.Equal(t, want.result, d.Difference.Surplus.String(), unit)
	}
}

// Between 2026-08-19 and 2026-08-21 JT-10 is cancelled and still in the books.
func TestCancelledButBooked(t *testing.T) {
	for at, want := range map[string]bool{"2026-08-18": false, "2026-08-19": true, "2026-08-20": true, "2026-08-21": false, "2026-12-31": false} {
		found := slices.ContainsFunc(reviewed(t, transport, at).Report.Findings, func(f rule.Finding) bool {
			return f.Rule == "pilot.gone-from-books" && strings.Contains(f.Message.ZH, "JT-10")
		})
		assert.Equal(t, want, found, at)
	}
}

// The port group's vouchers but for amortisation.
func TestEnterpriseVouchers(t *testing.T) {
	assert.Equal(t, []string{
		// no. 3: 1,200,000 + 160,000 + 20,000 + 20,000; VAT 84,000 apart; training is no cost
		"2025-07-08 financial 借1701 1400000.00 借2221 84000.00 贷1002 1484000.00", "2025-07-08 financial 借6602 5000.00 贷1002 5000.00",
		// no. 4: research to 07-31, development from the day that the last of five conditions is met
		"2025-07-31 financial 借5301 260000.00 贷1002 260000.00", "2025-07-31 financial 借6604 260000.00 贷5301 260000.00",
		"2025-12-26 financial 借5301 1530000.00 贷1002 1530000.00", "2025-12-26 financial 借1701 1530000.00 贷5301 1530000.00",
		"2026-01-30 financial 借1122 53000.00 贷6001 50000.00 贷2221 3000.00", "2026-02-05 financial 借1002 53000.00 贷1122 53000.00", // no. 6
		"2026-03-31 financial 借1405 300000.00 贷1002 300000.00", // no. 8
		// no. 9: 8 × 24,000, 6 %; 8 × 15,000
		"2026-05-14 financial 借1002 203520.00 贷6001 192000.00 贷2221 11520.00", "2026-05-14 financial 借6401 120000.00 贷1405 120000.00",
		"2026-10-23 financial 借1002 381600.00 贷6001 360000.00 贷2221 21600.00", // no. 12: no cost
		"2026-12-31 financial 借6701 159999.98 贷1703 159999.98",                // no. 13: 699,999.98 − 540,000
		"2026-12-31 financial 借6701 30000.00 贷1471 30000.00",                  // no. 14: 12 × (15,000 − 12,500)
	}, booked(reviewed(t, port, "2026-12-31")))
	// no. 16: 1,400,000 ÷ 36 = 38,888.89, 1,530,000 ÷ 60 = 25,500.00; of January 2026 the latter
	// is a cost of sales.
	all := entries(reviewed(t, port, "2026-12-31"))
	for _, want := range []string{
		"2025-07-31 financial 借6602 38888.89 贷1702 38888.89",
		"2025-12-31 financial 借6602 64388.89 贷1702 38888.89 贷1702 25500.00",
		"2026-01-30 financial 借6602 38888.89 借6401 25500.00 贷1702 38888.89 贷1702 25500.00",
		"2026-12-31 financial 借6602 64388.89 贷1702 38888.89 贷1702 25500.00",
	} {
		assert.Contains(t, all, want)
	}
}

// What the port group shows at its year ends.
//
//	2025  1,400,000 − 6 × 38,888.89 = 1,166,666.66, 1,530,000 − 25,500 = 1,504,500.00: 2,671,166.66
//	2026  1,400,000 − 700,000.02 − 159,999.98 = 540,000.00, 1,530,000 − 331,500 = 1,198,500.00:
//	      1,738,500.00; inventories 180,000 − 30,000 = 150,000.00
func TestEnterpriseTables(t *testing.T) {
	r := reviewed(t, port, "2025-12-31")
	assert.Equal(t, "2671166.66", r.Disclosures.Presented.Intangible.String())
	assert.False(t, r.Disclosures.Presented.Development.Present(), "nil, not 0.00")
	assert.False(t, r.Disclosures.Presented.Inventory.Present())

	r = reviewed(t, port, "2026-12-31")
	assert.Equal(t, "1738500.00 150000.00", r.Disclosures.Presented.Intangible.String()+" "+r.Disclosures.Presented.Inventory.String())
	a, b := r.Disclosures.Intangible, r.Disclosures.Inventory
	for _, tt := range []struct {
		table  enterprise.Table
		line   int
		column enterprise.Way
		want   string
	}{
		{a, 2, enterprise.Bought, "1400000.00"},
		{a, 11, enterprise.Bought, "1400000.00"}, // 原值
		{a, 13, enterprise.Bought, "233333.34"},
		{a, 14, enterprise.Bought, "466666.68"},
		{a, 19, enterprise.Bought, "700000.02"},
		{a, 21, enterprise.Bought, "0.00"},
		{a, 22, enterprise.Bought, "159999.98"},
		{a, 24, enterprise.Bought, "159999.98"},
		{a, 26, enterprise.Bought, "540000.00"},
		{a, 27, enterprise.Bought, "1166666.66"},
		{a, 2, enterprise.Own, "1530000.00"},
		{a, 11, enterprise.Own, "1530000.00"},
		{a, 13, enterprise.Own, "25500.00"},
		{a, 14, enterprise.Own, "306000.00"},
		{a, 19, enterprise.Own, "331500.00"},
		{a, 26, enterprise.Own, "1198500.00"},
		{a, 27, enterprise.Own, "1504500.00"},
		{a, 26, enterprise.Otherwise, ""},
		{a, 26, enterprise.TotalColumn, "1738500.00"},
		{a, 27, enterprise.TotalColumn, "2671166.66"},
		{b, 2, enterprise.Own, "0.00"},
		{b, 3, enterprise.Own, "300000.00"},
		{b, 7, enterprise.Own, "120000.00"},
		{b, 11, enterprise.Own, "180000.00"},
		{b, 13, enterprise.Own, "0.00"},
		{b, 14, enterprise.Own, "30000.00"},
		{b, 18, enterprise.Own, "30000.00"},
		{b, 20, enterprise.Own, "150000.00"},
		{b, 20, enterprise.TotalColumn, "150000.00"},
	} {
		assert.Equal(t, tt.want, tt.table.Cell(tt.line, tt.column).String(), "%s %d %d", tt.table.Title.ZH, tt.line, tt.column)
	}
	assert.True(t, a.Check().Clean())
	assert.True(t, b.Check().Clean())
	books := r.Totals.Books
	assert.Equal(t, "3110000.00 1031500.02 189999.98 1888500.00", books.Cost.String()+" "+books.Amortised.String()+" "+books.Impaired.String()+" "+books.Carrying.String())

	// no. 10: 1,530,000 − 7 × 25,500 is pledged on 2026-06-30.
	r = reviewed(t, port, "2026-06-30")
	assert.Equal(t, "1351500.00", r.Disclosures.RestrictedTotal.String())
	assert.False(t, reviewed(t, port, "2026-06-17").Disclosures.RestrictedTotal.Present())
}

// refusal is an event that had no effect.
type refusal struct {
	rule, clause string
}

func refusals(r pilot.Result) (all []refusal) {
	for _, f := range r.Report.Findings {
		if f.Source.File == pilot.EventsFile {
			all = append(all, refusal{string(f.Rule), f.Basis[0].Key})
		}
	}
	return all
}

// What was refused, and nothing else.
func TestRefusals(t *testing.T) {
	assert.Equal(t, []refusal{
		{"authorization.shared-data-needs-consent", "GX-4.5.1"}, // JT-07: the consent came on 2026-03-19
		{"authorization.shared-data-needs-consent", "GX-4.5.1"}, // JT-08
		{"government.no-appraisal-to-cost", "GX-4.4.4"},         // JT-01: an appraisal of 6,000,000
	}, refusals(reviewed(t, transport, "2026-12-31")))
	// The port group: an affiliate asked for BG-05 free of charge (no. 7); the sale of BG-10
	// for 360,000 was appraised and, below 1,000,000, need not be listed (no. 12).
	assert.Equal(t, []refusal{{"authorization.no-free-use-by-affiliates", ""}}, refusals(reviewed(t, port, "2026-12-31"))) // 企业国有资产法
	assert.Empty(t, refusals(reviewed(t, port, "2026-03-11")))
	r := reviewed(t, guilin, "2026-12-31")
	assert.Equal(t, []refusal{{"government.not-own-approval", ""}, {"authorization.no-guarantee", "GX-5.3.3"}}, refusals(r))
	own := finding(t, r, "government.not-own-approval")
	assert.Equal(t, rule.Blocking, own.Severity)
	assert.Empty(t, refusals(reviewed(t, guilin, "2025-09-16")))
	assert.Len(t, refusals(reviewed(t, guilin, "2025-09-17")), 1)
}

// with builds a unit with events beside its own, in the order of their days.
func with(t *testing.T, unit string, at string, more ...pilot.Event) (pilot.Unit, rule.Report) {
	t.Helper()
	opened, shut, err := open(files(t, unit))
	require.NoError(t, err)
	defer shut()
	inventory, events, report, err := pilot.Read(opened)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	for _, e := range more {
		events = append(events, pilot.Recorded{Event: e, Source: rule.Source{File: "more"}})
	}
	return pilot.Build(inventory, events, day(t, at))
}

func of(r rule.Report, file string) (all []rule.ID) {
	for _, f := range r.Findings {
		if f.Source.File == file {
			all = append(all, f.Rule)
		}
	}
	return all
}

// Which resource comes out as what at the end, and what would settle the open
// answers.
func TestRecognition(t *testing.T) {
	const met, notMet, unknown = rule.Met, rule.NotMet, rule.Unknown
	type answer struct {
		management, accounting rule.State
		route                  asset.Route
	}
	nominal, memo := answer{met, notMet, asset.RouteNominal}, answer{met, notMet, asset.RouteMemo}
	open, disclosed := answer{met, unknown, asset.RouteNone}, answer{met, notMet, asset.RouteDisclose}
	others, booked := answer{notMet, notMet, asset.RouteMemo}, answer{met, met, asset.RouteAcquire}
	want := map[string][]answer{ // in the order of the inventories
		// JT-01: contract and invoices were found on 2026-09-15.
		transport: {{met, met, asset.RouteSurplus}, nominal, open, memo, open, booked, open, others, memo, nominal, others},
		port:      {disclosed, disclosed, disclosed, disclosed, booked, booked, booked, disclosed, others, disclosed},
		guilin: {
			memo, memo, nominal, nominal, memo, memo, memo,
			{unknown, unknown, asset.RouteNone},
			memo,
			booked, nominal,
		},
	}
	classes := map[string]asset.Class{"BG-05": asset.ClassIntangible, "BG-06": asset.ClassIntangible, "BG-07": asset.ClassInventory}
	for unit, answers := range want {
		r := reviewed(t, unit, "2026-12-31")
		require.Len(t, r.Assessments, len(answers))
		for i, a := range r.Assessments {
			assert.Equal(t, answers[i], answer{a.Management.State, a.Accounting.State, a.Route}, a.Resource)
			if class, booked := classes[a.Resource]; booked {
				assert.Equal(t, class, a.Class, a.Resource)
			}
		}
	}
	assert.Equal(t, "数据留存规则", settle(t, transport, "JT-03", "asset.government-identifiable"))
	assert.Contains(t, settle(t, transport, "JT-05", "asset.government-cost"), "合同分项报价")
	assert.Contains(t, settle(t, guilin, "GL-08", "asset.management-once"), "由谁确认")
}

func settle(t *testing.T, unit, resource string, criterion rule.ID) string {
	t.Helper()
	for _, a := range reviewed(t, unit, "2026-12-31").Assessments {
		if a.Resource != resource {
			continue
		}
		for _, o := range slices.Concat(a.Management.Criteria, a.Accounting.Criteria) {
			if o.ID == criterion {
				assert.Equal(t, rule.Unknown, o.State)
				return o.Settle.ZH
			}
		}
	}
	require.Fail(t, "no such criterion", "%s %s", resource, criterion)
	return ""
}
