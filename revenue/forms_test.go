package revenue_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func deadlines(t *testing.T, p revenue.Policy, role rule.Role, rows []revenue.Row, matters []revenue.Matter) []revenue.Deadline {
	t.Helper()
	filings, err := p.FilingsOf(role, rows, matters)
	require.NoError(t, err)
	var all []revenue.Deadline
	for _, f := range filings {
		d, err := p.Deadline(f, china(t, calendar.Guangxi), china(t, calendar.National))
		require.NoError(t, err)
		all = append(all, d)
	}
	return all
}

// U1 rows 11 and 12: the instalment of March and the entry fee of April, filled in
// from the account; the third quarter is a nil form.
func TestForms(t *testing.T) {
	march, fee, later := row("SR-1", "2026-03-27", "2026-03-30", "600000.00"), row("SR-2", "2026-04-09", "2026-04-15", "101000.00"), row("SR-3", "2026-12-18", "", "600000.00")
	march.Remitted, fee.Remitted = yuan("594059.41"), yuan("100000.00")
	fee.Item, fee.Payment, fee.Certificate = "入门费", revenue.OneOff, "GX-2025-000001"
	a := transport(march, fee, row("SR-4", "2026-06-26", "", "600000.00"), later) // with June the second quarter is above the threshold
	all := deadlines(t, revenue.Policy{Nil: revenue.NilFiling}, rule.RegionDepartment, a.Rows, nil)
	require.Len(t, all, 5) // Q1, the fee, Q2, Q3, Q4

	quarter, err := a.Quarter(all[0])
	require.NoError(t, err)
	assert.Equal(t, revenue.QuarterForm{
		Head:    revenue.FilingHead{Unit: "自治区交通运输厅", Addressee: "自治区财政厅", Trigger: day("2026-03-31"), DueOn: day("2026-04-15"), NationalDue: day("2026-04-15")},
		Quarter: "2026Q1", Nil: record.Some(false), Amount: yuan("600000.00"), Net: yuan("594059.41"), Cumulative: yuan("600000.00"),
		Lines: []revenue.FormLine{{
			ID: "SR-1", Agreement: "XY-1", Counterparty: "运营机构甲", Purpose: revenue.ForUse, ReceivedOn: day("2026-03-27"), Amount: yuan("600000.00"),
			Net: yuan("594059.41"), RemittedOn: day("2026-03-30"), Remitted: yuan("594059.41"),
		}},
	}, quarter)
	assert.True(t, revenue.QuarterForms().Validate(&quarter, record.Options{}).Clean())

	once, err := a.OneOff(all[1])
	require.NoError(t, err)
	assert.Equal(t, yuan("100000.00"), once.Line.Net)
	assert.Equal(t, yuan("701000.00"), once.Cumulative, "600,000.00 of March and the fee")
	assert.Equal(t, day("2026-04-27"), once.Head.DueOn)
	assert.Equal(t, day("2026-04-23"), once.Head.NationalDue)
	assert.True(t, revenue.OneOffForms().Validate(&once, record.Options{}).Clean())

	alone := transport(march, fee)
	alone.Rows[1].Agreement = ""
	once, err = alone.OneOff(deadlines(t, revenue.Policy{}, rule.RegionDepartment, alone.Rows, nil)[1])
	require.NoError(t, err)
	assert.Equal(t, "SR-2", once.Line.ID)
	assert.Equal(t, yuan("101000.00"), once.Cumulative, "of no agreement: itself alone")

	empty, err := a.Quarter(all[3])
	require.NoError(t, err)
	assert.Equal(t, "2026Q3", empty.Quarter)
	assert.Equal(t, record.Some(true), empty.Nil)
	assert.False(t, empty.Amount.Present(), "nothing is not 0.00")
	assert.True(t, revenue.QuarterForms().Validate(&empty, record.Options{}).Clean())

	_, err = a.Quarter(all[1])
	require.ErrorAs(t, err, new(*revenue.FilingError))
	_, err = a.OneOff(all[0])
	require.ErrorAs(t, err, new(*revenue.FilingError))
	a.Rows[0].ID = ""
	_, err = a.Quarter(all[0])
	require.ErrorAs(t, err, new(*revenue.AccountError))
}

// U2 row 10: a pledge of 8,000,000.00, registered 2026-06-18, due 07-03 (端午 off
// 06-19…21): to the regulator, with a copy to the region's finance department. Row
// 11: credit enhancement on 09-08, due 09-21, because Sunday 09-20 is worked.
func TestEnterpriseForms(t *testing.T) {
	matters, err := revenue.Policy{}.Matters([]revenue.Dealing{
		{ID: "BA-4", Kind: revenue.MatterCredit, Assets: []string{"BG-06"}, Counterparty: "某银行", Amount: yuan("20000000.00"), ContractOn: day("2026-09-08")},
		{ID: "BA-3", Kind: revenue.MatterPledge, Assets: []string{"BG-06"}, Counterparty: "某银行", Amount: yuan("8000000.00"), PledgedOn: day("2026-06-18"), DrawnOn: day("2026-06-25"), Registration: "ZY-1"},
	})
	require.NoError(t, err)
	all := deadlines(t, revenue.Policy{}, rule.RegionEnterprise, nil, matters)
	require.Len(t, all, 2)
	f := revenue.EnterpriseFiling("广西北部湾国际港务集团", matters[0], all[0], yuan("1351500.00"), "DK-1")
	assert.Equal(t, day("2026-07-03"), f.Head.DueOn)
	assert.Equal(t, "主管部门或履行出资人职责的国有资产监督管理部门", f.Head.Addressee)
	assert.Equal(t, "自治区财政厅", f.Head.Copy)
	assert.Equal(t, yuan("1351500.00"), f.Carrying)
	assert.True(t, revenue.EnterpriseForms().Validate(&f, record.Options{}).Clean())
	assert.Equal(t, "an enterprise's filing of revenue, credit enhancement, pledge financing BA-3 to competent department or state-asset regulator, copy to region finance department", all[0].Filing.Text().EN)
	f = revenue.EnterpriseFiling("广西北部湾国际港务集团", matters[1], all[1], yuan("1.00"), "DK-1")
	assert.Equal(t, day("2026-09-21"), f.Head.DueOn)
	assert.Equal(t, money.Amount{}, f.Carrying, "nothing is pledged")
	assert.True(t, revenue.EnterpriseForms().Validate(&f, record.Options{}).Clean())
}

// The samples of the records are clean and round-trip.
func TestRecordsRoundTrip(t *testing.T) {
	again(t, revenue.Agreements())
	again(t, revenue.Rows())
	again(t, revenue.Dealings())
	again(t, revenue.OneOffForms())
	again(t, revenue.QuarterForms())
	again(t, revenue.EnterpriseForms())
}

func again[T any](t *testing.T, table *record.Table[T]) {
	t.Helper()
	v := table.Sample()
	report := table.Validate(&v, record.Options{})
	assert.True(t, report.Clean(), "%s: %v", table.Definition().Name, report.Findings)
	b, err := table.Encode(&v)
	require.NoError(t, err)
	back, report, err := table.Decode(b)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Equal(t, v, back)
}

// A row that reads is written back the same, and the account that holds it either
// computes or says what is wrong.
func FuzzRow(f *testing.F) {
	v := revenue.Rows().Sample()
	b, err := revenue.Rows().Encode(&v)
	require.NoError(f, err)
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		v, report, err := revenue.Rows().Decode(b)
		if err != nil || report.Err() != nil {
			return
		}
		text, err := revenue.Rows().Encode(&v)
		require.NoError(t, err)
		back, report, err := revenue.Rows().Decode(text)
		require.NoError(t, err)
		require.NoError(t, report.Err())
		require.Equal(t, v, back)
		a := transport(v)
		levies, err := a.Levies()
		if err != nil {
			return
		}
		if l := levies[0]; l.Net.Present() {
			require.Equal(t, v.Received.Fen(), l.Net.Fen()+l.VAT.Fen())
		}
		_, _ = a.Events()
		revenue.AccountRules().Review(a, rule.Context{At: day("2026-12-31"), Entity: rule.Administrative})
	})
}
