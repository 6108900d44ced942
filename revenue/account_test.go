package revenue_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// transport is U1 of the sample units: a region department, small-scale, remitting
// through its account.
func transport(rows ...revenue.Row) revenue.Account {
	return revenue.Account{
		Holder: revenue.Holder{
			Name: "自治区交通运输厅", Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel,
			Taxation: revenue.Taxation{Taxpayer: revenue.SmallTaxpayer},
		},
		Rows: rows,
	}
}

// row is money that came in on a day and was remitted on another.
func row(id, on, remitted, amount string) revenue.Row {
	r := revenue.Row{
		ID: id, Agreement: "XY-1", Item: "年费", Assets: []string{"JT-02"}, Purpose: revenue.ForUse, Payment: revenue.Instalment, Counterparty: "运营机构甲",
		DueOn: day(on), Due: yuan(amount), Bill: "JK-" + id, BilledOn: day(on), Billed: yuan(amount), BankOn: day(on), Received: yuan(amount),
	}
	if remitted != "" {
		r.RemittedOn, r.Treasury = day(remitted), rule.RegionLevel
	}
	return r
}

// book posts the events of an account and prints them as accountants write entries.
func book(t *testing.T, a revenue.Account, table *accounting.Table) []string {
	t.Helper()
	events, err := a.Events()
	require.NoError(t, err)
	var all []string
	for _, e := range events {
		posting, err := table.Post(e)
		require.NoError(t, err, "%s %s", e.ID, e.Kind)
		for _, v := range posting.Vouchers {
			all = append(all, v.Entry().Date.String()+" "+entryOf(v))
		}
	}
	return all
}

func entryOf(v accounting.Voucher) string {
	mark := "F: "
	if v.Entry().Book == accounting.Budgetary {
		mark = "B: "
	}
	var lines []string
	for _, l := range v.Entry().Lines {
		side := "借"
		if l.Side == accounting.Credit {
			side = "贷"
		}
		account := l.Account
		if l.Detail != "" {
			account += "-" + l.Detail
		}
		lines = append(lines, side+account+" "+l.Amount.String())
	}
	return mark + strings.Join(lines, ", ")
}

// U1 row 11, and E22 of the practice: 600,000.00 ÷ 1.01 = 594,059.41 and 5,940.59;
// surcharges 5,940.59 × 7 %, 3 %, 2 %, halved: 207.92 + 89.11 + 59.41 = 356.44.
func TestDepartmentRemits(t *testing.T) {
	r := row("SR-1", "2026-03-27", "2026-03-30", "600000.00")
	r.Remitted, r.TaxPaidOn = yuan("594059.41"), day("2026-04-14")
	a := transport(r)
	levies, err := a.Levies()
	require.NoError(t, err)
	assert.Equal(t, "[207.92 89.11 59.41]", fmt.Sprint(levies[0].Each))
	assert.Equal(t, []string{
		"2026-03-27 F: 借1002 600000.00, 贷2103 594059.41, 贷2101 5940.59",
		"2026-03-27 F: 借5001 356.44, 贷2102 356.44",
		"2026-03-30 F: 借2103 594059.41, 贷1002 594059.41",
		"2026-04-14 F: 借2101 5940.59, 贷1002 5940.59",
		"2026-04-14 F: 借2102 356.44, 贷4001 356.44",
		"2026-04-14 B: 借7101 356.44, 贷6001 356.44",
	}, book(t, a, government.Events()))
}

// U1 rows 11 and 12: four instalments of 600,000.00 and an entry fee of 101,000.00:
// received 2,501,000.00, to 2103 2,476,237.64, VAT 24,762.36 (4 × 594,059.41 +
// 100,000.00; 4 × 5,940.59 + 1,000.00), surcharges 4 × 356.44 + 60.00.
func TestDepartmentYear(t *testing.T) {
	var rows []revenue.Row
	for i, on := range []string{"2026-03-27", "2026-06-26", "2026-09-24", "2026-12-18"} {
		r := row(fmt.Sprint("SR-", i+1), on, on, "600000.00")
		r.Remitted, r.Payable = yuan("594059.41"), yuan("594059.41")
		rows = append(rows, r)
	}
	fee := row("SR-5", "2026-04-09", "2026-04-15", "101000.00")
	fee.Item, fee.Payment, fee.Remitted, fee.Payable = "入门费", revenue.OneOff, yuan("100000.00"), yuan("100000.00")
	a := transport(append(rows, fee)...)
	total, err := a.Total(day("2026-12-31"))
	require.NoError(t, err)
	assert.Equal(t, revenue.Total{
		Due: yuan("2501000.00"), Billed: yuan("2501000.00"), Received: yuan("2501000.00"), Net: yuan("2476237.64"), VAT: yuan("24762.36"),
		Surcharges: yuan("1485.76"), Payable: yuan("2476237.64"), Retained: yuan("0.00"), Remitted: yuan("2476237.64"), Outstanding: yuan("0.00"),
	}, total)
	half, err := a.Total(day("2026-06-25"))
	require.NoError(t, err)
	assert.Equal(t, yuan("701000.00"), half.Received)
	report := revenue.AccountRules().Review(a, rule.Context{At: day("2026-12-31"), Role: rule.RegionDepartment, Entity: rule.Administrative})
	assert.True(t, report.Clean(), "%v", report.Findings)

	// The same rows file: quarters for the instalments, ten days for the fee.
	filings, err := revenue.Policy{}.FilingsOf(rule.RegionDepartment, a.Rows, nil)
	require.NoError(t, err)
	var got []string
	for _, f := range filings {
		got = append(got, fmt.Sprint(f.Subject, " ", f.Trigger, " ", f.Amount))
	}
	assert.Equal(t, "2026Q1 2026-03-31 600000.00; SR-5 2026-04-09 101000.00; 2026Q2 2026-06-30 600000.00; 2026Q3 2026-09-30 600000.00; 2026Q4 2026-12-31 600000.00", strings.Join(got, "; "))
}

// U3 row 10: 404,000.00 ÷ 1.01 = 400,000.00 and 4,000.00; surcharges 4,000 × 12 % ÷
// 2 = 240.00; to the city's treasury.
func TestCityRemits(t *testing.T) {
	r := row("SR-1", "2026-04-16", "2026-04-20", "404000.00")
	r.Payment, r.Remitted, r.Payable, r.Treasury = revenue.OneOff, yuan("400000.00"), yuan("400000.00"), rule.CityLevel
	a := transport(r)
	a.Holder.Role, a.Holder.Authority = rule.CityFinanceBureau, rule.CityLevel
	assert.Equal(t, []string{
		"2026-04-16 F: 借1002 404000.00, 贷2103 400000.00, 贷2101 4000.00",
		"2026-04-16 F: 借5001 240.00, 贷2102 240.00",
		"2026-04-20 F: 借2103 400000.00, 贷1002 400000.00",
	}, book(t, a, government.Events()))
	filings, err := revenue.Policy{}.FilingsOf(rule.CityFinanceBureau, a.Rows, nil)
	require.NoError(t, err)
	assert.Empty(t, filings, "the text names region departments")
	a.Rows[0].Treasury = rule.RegionLevel
	report := revenue.AccountRules().Review(a, rule.Context{At: day("2026-12-31"), Entity: rule.Administrative, Role: rule.CityFinanceBureau})
	assert.True(t, report.Has("revenue.same-level-treasury"))
}

// institution is the subordinate of U3: a general taxpayer.
func institution(r revenue.Row) revenue.Account {
	a := transport(r)
	a.Holder.Role, a.Holder.Entity, a.Holder.Authority = rule.NamedSubordinate, rule.PublicInstitution, rule.CityLevel
	a.Holder.Taxation.Taxpayer = revenue.GeneralTaxpayer
	a.Holder.Taxation.Thresholds = []revenue.Threshold{} // the education surcharges are not relieved
	return a
}

// U3 row 11, and E23: 106,000.00 ÷ 1.06 = 100,000.00 and 6,000.00, kept by a
// document of the city; without it, to 2103 and a finding.
func TestInstitutionRetains(t *testing.T) {
	r := row("SR-1", "2026-04-29", "", "106000.00")
	r.Retention, r.Document, r.TaxPaidOn = revenue.OtherIncome, "示例文件〔2026〕1号", day("2026-05-15")
	assert.Equal(t, []string{
		"2026-04-29 F: 借1002 106000.00, 贷4609 100000.00, 贷2101-应交税金（销项税额） 6000.00",
		"2026-04-29 B: 借8001-货币资金 106000.00, 贷6609 106000.00",
		"2026-04-29 F: 借5001 720.00, 贷2102 720.00",
		"2026-04-30 F: 借2101-应交税金（转出未交增值税） 6000.00, 贷2101-未交税金 6000.00",
		"2026-05-15 F: 借2101-未交税金 6000.00, 贷1002 6000.00",
		"2026-05-15 B: 借7201 6000.00, 贷8001-货币资金 6000.00",
		"2026-05-15 F: 借2102 720.00, 贷1002 720.00",
		"2026-05-15 B: 借7201 720.00, 贷8001-货币资金 720.00",
	}, book(t, institution(r), government.Events()))

	r.Document = ""
	without := institution(r)
	assert.Contains(t, book(t, without, government.Events())[0], "借1002 106000.00, 贷2103 100000.00, 贷2101-应交税金（销项税额） 6000.00")
	report := revenue.AccountRules().Review(without, rule.Context{At: day("2026-05-01"), Entity: rule.PublicInstitution})
	assert.True(t, report.Has("revenue.retention-has-document"))
}

// P16, each option, and its default from the kind of grant.
func TestRetention(t *testing.T) {
	for want, g := range map[revenue.Retention]revenue.Grant{
		revenue.Rent: {Exclusive: true, FixedTerm: true, FixedFee: true}, revenue.OtherIncome: {Exclusive: true, FixedTerm: true},
		revenue.Professional: {OwnService: true}, revenue.Business: {Business: true},
	} {
		assert.Equal(t, want, g.Retention())
	}
	for retention, entries := range map[revenue.Retention][2]string{
		revenue.OtherIncome: {"贷4609 100000.00", "贷6609 106000.00"}, revenue.Professional: {"贷4101 100000.00", "贷6101 106000.00"},
		revenue.Business: {"贷4401 100000.00", "贷6401 106000.00"}, revenue.Rent: {"贷4605 100000.00", "贷6609 106000.00"},
	} {
		r := row("SR-1", "2026-04-29", "", "106000.00")
		r.Retention, r.Document = retention, "示例文件〔2026〕1号"
		all := book(t, institution(r), government.Events())
		assert.Contains(t, all[0], entries[0])
		assert.Contains(t, all[1], entries[1])
	}
	// Split by ratio: 30 % kept is 30,000.00 and 1,800.00 of VAT; 70,000.00 and 4,200.00.
	r := row("SR-1", "2026-04-29", "", "106000.00")
	r.Retention, r.Document, r.Part = revenue.OtherIncome, "示例文件〔2026〕1号", ratio("0.3")
	all := book(t, institution(r), government.Events())
	assert.Equal(t, []string{
		"2026-04-29 F: 借1002 31800.00, 贷4609 30000.00, 贷2101-应交税金（销项税额） 1800.00",
		"2026-04-29 B: 借8001-货币资金 31800.00, 贷6609 31800.00",
		"2026-04-29 F: 借1002 74200.00, 贷2103 70000.00, 贷2101-应交税金（销项税额） 4200.00",
	}, all[:3])
	// Rent of a year received ahead: 100,000.00 ÷ 12 = 8,333.33, the last 8,333.37.
	r.Part, r.Retention, r.TermFrom, r.Months = money.Ratio{}, revenue.Rent, day("2026-05-01"), record.Some[int64](12)
	all = book(t, institution(r), government.Events())
	assert.Equal(t, "2026-04-29 F: 借1002 106000.00, 贷2305 100000.00, 贷2101-应交税金（销项税额） 6000.00", all[0])
	assert.Equal(t, "2027-04-30 F: 借2305 8333.37, 贷4605 8333.37", all[len(all)-1])
	// Two months are ahead too; one is not.
	r.Months = record.Some[int64](2)
	all = book(t, institution(r), government.Events())
	assert.Equal(t, "2026-04-29 F: 借1002 106000.00, 贷2305 100000.00, 贷2101-应交税金（销项税额） 6000.00", all[0])
	assert.Equal(t, "2026-06-30 F: 借2305 50000.00, 贷4605 50000.00", all[len(all)-1])
	r.Months = record.Some[int64](1)
	assert.Equal(t, "2026-04-29 F: 借1002 106000.00, 贷4605 100000.00, 贷2101-应交税金（销项税额） 6000.00", book(t, institution(r), government.Events())[0])
}

// P15: an administrative unit that asks to keep revenue is refused.
func TestAdministrativeKeepsNothing(t *testing.T) {
	r := row("SR-1", "2026-04-29", "", "101000.00")
	r.Retention, r.Document = revenue.OtherIncome, "示例文件〔2026〕1号"
	for name, change := range map[string]func(*revenue.Holder){
		"administrative": func(*revenue.Holder) {},
		"civil service":  func(h *revenue.Holder) { h.Entity, h.Administrative = rule.CivilServiceInstitution, true },
	} {
		a := transport(r)
		change(&a.Holder)
		_, err := a.Events()
		var refused *revenue.TreasuryError
		require.ErrorAs(t, err, &refused, name)
		require.ErrorIs(t, err, rule.ErrNotAllowed)
		assert.Equal(t, revenue.RuleAdministrativeRemits, refused.Rule)
		assert.NotEmpty(t, refused.Basis)
		report := revenue.AccountRules().Review(a, rule.Context{Entity: a.Holder.Entity})
		require.Error(t, report.Err(), name)
		assert.True(t, report.Has(revenue.RuleAdministrativeRemits), name)
		levies, err := a.Levies()
		require.NoError(t, err)
		assert.Zero(t, levies[0].Retained.Sign(), name)
	}
}

// P17, each option.
func TestTreasury(t *testing.T) {
	direct := row("SR-1", "2026-03-27", "", "600000.00")
	direct.BankOn, direct.BilledOn, direct.TreasuryOn, direct.Treasury = calendar.Date{}, day("2026-03-25"), day("2026-03-27"), rule.RegionLevel
	all := book(t, transport(direct), government.Events())
	assert.Equal(t, []string{"2026-03-25 F: 借1212 594059.41, 贷2103 594059.41", "2026-03-27 F: 借2103 594059.41, 贷1212 594059.41"}, all[:2])

	total, err := transport(direct).Total(day("2026-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "594059.41 0.00", total.Remitted.String()+" "+total.Outstanding.String())

	net := transport(row("SR-1", "2026-03-27", "", "600000.00"))
	net.Holder.Treasury.NetOfTaxes = true
	// 594,059.41 − 356.44 = 593,702.97
	assert.Equal(t, []string{"2026-03-27 F: 借1002 600000.00, 贷2103 593702.97, 贷2101 5940.59, 贷2102 356.44"}, book(t, net, government.Events()))

	accrued := row("SR-1", "2026-03-27", "2026-03-30", "600000.00")
	accrued.DueOn, accrued.Remitted = day("2026-03-20"), yuan("594059.41")
	a := transport(accrued)
	a.Holder.Treasury.Accrue = true
	assert.Equal(t, []string{
		"2026-03-20 F: 借1212 600000.00, 贷2103 594059.41, 贷2101 5940.59",
		"2026-03-27 F: 借1002 600000.00, 贷1212 600000.00",
		"2026-03-27 F: 借5001 356.44, 贷2102 356.44",
		"2026-03-30 F: 借2103 594059.41, 贷1002 594059.41",
	}, book(t, a, government.Events()))
}

// A disposal's proceeds are booked with the disposal; the account remits them.
func TestDisposalRemits(t *testing.T) {
	r := row("CZ-1", "2026-03-27", "2026-03-30", "101000.00")
	r.Purpose, r.Remitted = revenue.ForDisposal, yuan("90000.00")
	assert.Equal(t, []string{"2026-03-30 F: 借2103 90000.00, 贷1002 90000.00"}, book(t, transport(r), government.Events()))
}

// U2 rows 6, 9 and 12: a general taxpayer. Row 6 is settled on credit and paid
// later; 8 packs at 24,000.00 before tax are 203,520.00 with it.
func TestEnterprise(t *testing.T) {
	api := row("BA-1", "2026-02-05", "", "53000.00")
	api.Assets, api.DueOn = []string{"BG-06"}, day("2026-01-30")
	packs := row("BA-2", "2026-05-14", "", "203520.00")
	packs.Assets = []string{"BG-07"}
	sold := row("BA-5", "2026-10-23", "", "381600.00")
	sold.Assets, sold.Purpose = []string{"BG-10"}, revenue.ForDisposal
	a := transport(api, packs, sold)
	a.Holder.Role, a.Holder.Entity, a.Holder.Taxation.Taxpayer = rule.RegionEnterprise, rule.Enterprise, revenue.GeneralTaxpayer
	events, err := a.Events()
	require.NoError(t, err)
	var got []string
	for _, e := range events {
		posting, err := enterprise.Post(e)
		require.NoError(t, err)
		got = append(got, e.On.String()+" "+entryOf(posting.Vouchers[0]))
	}
	assert.Equal(t, []string{
		"2026-01-30 F: 借1122 53000.00, 贷6001 50000.00, 贷2221-应交增值税（销项税额） 3000.00",
		"2026-02-05 F: 借1002 53000.00, 贷1122 53000.00",
		"2026-05-14 F: 借1002 203520.00, 贷6001 192000.00, 贷2221-应交增值税（销项税额） 11520.00",
	}, got)
	total, err := a.Total(day("2026-12-31"))
	require.NoError(t, err)
	assert.Equal(t, yuan("638120.00"), total.Received)
	assert.Equal(t, yuan("36120.00"), total.VAT, "3,000 + 11,520 + 21,600")
	assert.Zero(t, total.Payable.Sign(), "an enterprise keeps its revenue")
}

// The small taxpayer's threshold: 300,000.00 a quarter without tax. 302,999.99 ÷
// 1.01 = 299,999.99 is exempt; 303,000.00 ÷ 1.01 = 300,000.00 exactly is taxed,
// 3,000.00, and of the surcharges only the construction tax: 3,000 × 7 % ÷ 2.
func TestThreshold(t *testing.T) {
	levy := func(a revenue.Account) revenue.Levy {
		levies, err := a.Levies()
		require.NoError(t, err)
		return levies[0]
	}
	below := levy(transport(row("SR-1", "2026-03-27", "", "302999.99")))
	assert.True(t, below.Exempt)
	assert.Equal(t, "302999.99 0.00 0.00", fmt.Sprint(below.Net, " ", below.VAT, " ", below.Surcharges))
	at := levy(transport(row("SR-1", "2026-03-27", "", "303000.00")))
	assert.False(t, at.Exempt)
	assert.Equal(t, "300000.00 3000.00 105.00", fmt.Sprint(at.Net, " ", at.VAT, " ", at.Surcharges))
	above := levy(transport(row("SR-1", "2026-03-27", "", "303000.01"))) // ÷ 1.01 = 300,000.0099: 300,000.01
	assert.Equal(t, "300000.01 3000.00 180.00", fmt.Sprint(above.Net, " ", above.VAT, " ", above.Surcharges))

	// Two receipts of a quarter count together; those of two quarters do not.
	both := transport(row("SR-1", "2026-01-05", "", "202000.00"), row("SR-2", "2026-03-31", "", "101000.00"))
	assert.False(t, levy(both).Exempt)
	both.Rows[1].BankOn = day("2026-04-01")
	assert.True(t, levy(both).Exempt)
	both.Other = []revenue.Sale{{On: day("2026-02-01"), Net: yuan("100000.00")}}
	assert.False(t, levy(both).Exempt, "other sales of the quarter")

	monthly := transport(row("SR-1", "2026-03-27", "", "100999.99"))
	monthly.Holder.Taxation.Period = revenue.MonthlyTax
	assert.True(t, levy(monthly).Exempt)
	monthly.Rows[0].Received = yuan("101000.00")
	assert.False(t, levy(monthly).Exempt, "100,000.00 exactly")

	later := transport(row("SR-1", "2028-03-27", "", "100.00"))
	_, err := later.Levies()
	require.ErrorAs(t, err, new(*government.RateError), "no rate for small taxpayers after 2027")
}

// What cannot be computed is refused with its row.
func TestAccountRefuses(t *testing.T) {
	for path, change := range map[string]func(*revenue.Row){
		"/id":       func(r *revenue.Row) { r.ID = "" },
		"/received": func(r *revenue.Row) { r.Received = money.Amount{} },
		"/assets":   func(r *revenue.Row) { r.Assets = nil },
	} {
		r := row("SR-1", "2026-03-27", "", "600000.00")
		change(&r)
		_, err := transport(r).Events()
		var fault *revenue.AccountError
		require.ErrorAs(t, err, &fault, path)
		assert.Equal(t, path, fault.Path)
		assert.NotEmpty(t, fault.Want.ZH)
	}
	_, err := transport(row("SR-1", "2026-03-27", "", "1.00"), row("SR-1", "2026-03-27", "", "1.00")).Total(calendar.Date{})
	require.ErrorContains(t, err, "an id of its own")
}

// received = net + VAT = payable + retained + VAT, whatever the holder and the
// choices; nothing is retained without a document or by an administrative unit; and
// every row's vouchers post.
func TestAccountProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Int64Range(1, 100_000_000).Draw(t, "fen")
		v, err := money.Fen(amount)
		require.NoError(t, err)
		r := row("SR-1", "2026-03-27", "", v.String())
		r.Retention = rapid.SampledFrom([]revenue.Retention{revenue.Remit, revenue.Rent, revenue.OtherIncome, revenue.Professional, revenue.Business}).Draw(t, "retention")
		r.Document = rapid.SampledFrom([]string{"", "文件"}).Draw(t, "document")
		if rapid.Bool().Draw(t, "part") {
			r.Part = ratio("0.37")
		}
		a := transport(r)
		a.Holder.Entity = rapid.SampledFrom([]rule.Entity{rule.Administrative, rule.PublicInstitution, rule.CivilServiceInstitution}).Draw(t, "entity")
		a.Holder.Administrative = rapid.Bool().Draw(t, "rules")
		a.Holder.Treasury.NetOfTaxes, a.Holder.Treasury.Accrue = rapid.Bool().Draw(t, "netOfTaxes"), rapid.Bool().Draw(t, "accrue")
		if rapid.Bool().Draw(t, "credit") {
			a.Rows[0].DueOn = day("2026-03-20")
		}
		a.Holder.Taxation.Taxpayer = rapid.SampledFrom([]revenue.Taxpayer{revenue.SmallTaxpayer, revenue.GeneralTaxpayer}).Draw(t, "taxpayer")
		levies, err := a.Levies()
		require.NoError(t, err)
		l := levies[0]
		require.Equal(t, amount, l.Net.Fen()+l.VAT.Fen())
		kept := l.Net.Fen() - l.Payable.Fen() - l.Retained.Fen()
		require.Contains(t, []int64{0, l.Surcharges.Fen()}, kept, "only the surcharges, and only net of taxes")
		require.GreaterOrEqual(t, l.Payable.Fen(), int64(0))
		if r.Document == "" || a.Holder.Entity == rule.Administrative {
			require.Zero(t, l.Retained.Fen())
		}
		events, err := a.Events()
		if err != nil {
			require.ErrorAs(t, err, new(*revenue.TreasuryError))
			return
		}
		cash, treasury := int64(0), int64(0)
		for _, e := range events {
			posting, err := government.Events().Post(e)
			require.NoError(t, err, "%v", e)
			for _, v := range posting.Vouchers {
				for _, line := range v.Entry().Lines {
					if line.Account == "1002" && line.Side == accounting.Debit {
						cash += line.Amount.Fen()
					}
					if line.Account == "2103" && line.Side == accounting.Credit {
						treasury += line.Amount.Fen()
					}
				}
			}
		}
		require.Equal(t, amount, cash, "all that came in is booked")
		require.Equal(t, l.Payable.Fen(), treasury, "2103 shows what the levy says")
	})
}
