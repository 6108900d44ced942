package pilot_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// opened is books with D-1 at 1,000.00, of which 400.00 is amortised and six months
// are left, D-2 at nominal amount, and 5,000.00 at the bank in both books.
func opened() pilot.Opened {
	return pilot.Opened{
		On: day("2025-06-03"), ID: "QC-2025",
		Balances: []pilot.OpeningBalance{
			{Account: "1002", Amount: yuan("5000.00")},
			{Account: "1701", Detail: "数据资产——科技", Asset: "D-1", Amount: yuan("1000.00")},
			{Account: "1702", Detail: "数据资产——科技", Asset: "D-1", Amount: yuan("400.00")},
			{Account: "1701", Detail: "数据资产——其他", Asset: "D-2", Amount: yuan("1.00")},
			{Account: "3001", Amount: yuan("5601.00")},
			{Account: "8001", Detail: "货币资金", Amount: yuan("5000.00")},
			{Account: "8202", Detail: "累计结余", Amount: yuan("5000.00")},
		},
		Cards: []pilot.OpeningCard{
			{Asset: "D-1", Detail: "数据资产——科技", State: "held", Terms: accounting.TermsRecord{Measured: "cost", From: monthOf(bought("2025-06-03", "", "", "1.00")), Months: record.Some(int64(6)), Use: "duties"}, Reason: "合同约定"},
			{Asset: "D-2", Detail: "数据资产——其他", State: "nominal", Terms: accounting.TermsRecord{Measured: "nominal"}, Reason: "无法可靠计量"},
		},
	}
}

// What stands in the books goes on from there: 600.00 ÷ 6 = 100.00 a month.
func TestOpen(t *testing.T) {
	u := upTo(t, "2025-07-31", list("2025-05-29", "D-1", "D-2"), opened(), pilot.Amortised{On: day("2025-06-30")}, pilot.Amortised{On: day("2025-07-31")})
	r := reviewed(t, u, "2025-07-31")
	assert.Equal(t, "1001.00 600.00 401.00", r.Totals.Books.Cost.String()+" "+r.Totals.Books.Amortised.String()+" "+r.Totals.Books.Carrying.String())
	row, _ := r.Ledger.Row("D-1")
	assert.Equal(t, asset.BookedCost, row.Booking)
	assert.Equal(t, "1000.00 600.00 合同约定", row.Amount.String()+" "+row.Amortised.String()+" "+row.LifeReason)
	row, _ = r.Ledger.Row("D-2")
	assert.Equal(t, asset.BookedNominal, row.Booking)
	assert.Equal(t, "无法可靠计量", row.Reason)
	for _, f := range r.Report.Findings {
		assert.NotContains(t, string(f.Rule), "books", f.Message.EN)
	}

	wrong := opened()
	wrong.Balances[0].Amount = yuan("5000.01")
	late := []pilot.Event{list("2025-05-29", "D-1", "D-2", "D-3"), bought("2025-06-02", "RZ-1", "D-3", "10.00")}
	for _, tt := range []refused{
		{"not equal", []pilot.Event{list("2025-05-29", "D-1", "D-2")}, wrong, effect, "/balances", "GX-4.2.3", "期初余额借贷相等", "equal on both sides"},
		{"not in the ledger", []pilot.Event{list("2025-05-29", "D-2")}, opened(), effect, "/cards/0/asset", "GX-4.2.3", "D-1 不在台账", "D-1 is not in the ledger"},
		{"after another booking", late, opened(), effect, "/cards", "GX-4.2.3", "先于其他凭证", "before all others"},
	} {
		refuses(t, department(), tt)
	}
}

// D-1 was bought for 1,000.00 and booked with 10,000.00. In the year: the difference in
// red. D-2's maintenance of 500.00 of 2025, paid from the bank, was booked as 5,000.00,
// found in 2026 and material (4,500 ÷ 20,000 = 22.5 %): through 3501, and in the budget
// through the opening balance of 8202.
func TestCorrect(t *testing.T) {
	right := func(e pilot.Booked) accounting.EventRecord { return e.EventRecord }
	upkeep := func(amount string) pilot.Booked {
		return book("2025-09-01", "RZ-2", "government.maintenance", "D-2", []string{"paid", amount}, []string{"payment", "bank", "use", "duties"})
	}
	events := []pilot.Event{
		list("2025-05-29", "D-1", "D-2"), bought("2025-07-16", "RZ-1", "D-1", "10000.00"), upkeep("5000.00"),
		pilot.Corrected{On: day("2025-07-20"), ID: "GZ-1", Of: "RZ-1", Right: right(bought("2025-07-16", "RZ-1", "D-1", "1000.00")), Difference: record.Some(true)},
		pilot.Amortised{On: day("2025-07-31")},
	}
	r := reviewed(t, upTo(t, "2025-09-30", events...), "2025-09-30")
	assert.Equal(t, "1000.00 100.00", r.Totals.Books.Cost.String()+" "+r.Totals.Books.Amortised.String())
	row, _ := r.Ledger.Row("D-1")
	assert.Equal(t, "1000.00", row.Amount.String(), "the ledger follows the correction")

	for _, on := range []string{"2025-08-29", "2025-09-30", "2025-10-31", "2025-11-28", "2025-12-31"} {
		events = append(events, pilot.Amortised{On: day(on)})
	}
	events = append(events, pilot.YearClosed{On: day("2025-12-31"), By: "会计"},
		pilot.Corrected{On: day("2026-03-02"), ID: "GZ-2", Of: "RZ-2", Right: right(upkeep("500.00")), Effect: yuan("4500.00"), Base: yuan("20000.00"), Carry: "otherSurplus"})
	u := upTo(t, "2026-03-31", events...)
	var got []string
	p, booked := u.Journal.Posting("GZ-2")
	require.True(t, booked)
	for _, v := range p.Vouchers {
		got = append(got, v.String())
	}
	assert.Equal(t, []string{"借1002 4500.00，贷3501 4500.00", "借3501 4500.00，贷3001 4500.00", "借8001 4500.00，贷8202 4500.00"}, got)
	refuses(t, department(), refused{
		"what was never booked", base(), pilot.Corrected{On: day("2025-07-20"), ID: "GZ-1", Of: "RZ-9"}, effect, "/of", "GX-4.2.3", "没有入账事项 RZ-9", "there is no booking RZ-9",
	})
}
