package enterprise_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The enterprise of the sample units: BG-05 bought, BG-06 own development, BG-07 for
// sale, BG-08 research, BG-10 sold without ever having been recognised.
func TestSampleGroup(t *testing.T) {
	b := open(t)
	// 4. BG-06: five conditions met 2025-08-01; research before, development after
	proof := enterprise.Proof{On: day("2025-07-20"), Document: "立项 1"}
	last := enterprise.Proof{On: day("2025-08-01"), Document: "技术论证 2"}
	memo := enterprise.Memo{Project: "BG-06", Proofs: [5]enterprise.Proof{last, proof, proof, proof, proof}, Ready: day("2025-12-26")}
	all, err := enterprise.Collect([]enterprise.Memo{memo}, []enterprise.Spending{
		{On: day("2025-05-20"), Projects: []string{"BG-06"}, Research: true, Amount: yuan("260000.00")},
		{On: day("2025-08-01"), Projects: []string{"BG-06"}, Amount: yuan("1530000.00")},
		{On: day("2025-07-31"), Projects: []string{"BG-06", "BG-08"}, Amount: yuan("1.00")},
	})
	require.NoError(t, err)
	require.Len(t, all, 3)
	assert.Equal(t, enterprise.Collected{Project: "", Month: calendar.MustMonth(2025, 7), Expensed: yuan("1.00"), Capitalised: yuan("0.00")}, all[0], "shared without a key: expensed")
	assert.Equal(t, "260000.00", all[1].Expensed.String())
	assert.Equal(t, "1530000.00", all[2].Capitalised.String())

	b.post(event("research-spent", "BG-06-R", "2025-07-31", "BG-06", amounts("paid 260000.00")))
	assert.Equal(t, "借6604 260000.00，贷5301 260000.00", b.post(event("research-expensed", "BG-06-X", "2025-07-31", "BG-06", amounts("spent 260000.00"))))

	// 3. BG-05
	got := b.post(life(event("purchase", "BG-05-1", "2025-07-08", "BG-05", amounts("price 1200000.00, processing 160000.00, certification 40000.00, vat 84000.00")), 36, "management"))
	assert.Equal(t, "借1701 1400000.00，借2221 84000.00，贷1002 1484000.00", got)
	assert.Equal(t, "借6602 5000.00，贷1002 5000.00", b.post(event("training-expensed", "BG-05-2", "2025-07-08", "BG-05", amounts("expense 5000.00"))))
	assert.Equal(t, "38888.85", b.card("BG-05").Schedule().Amount(35).String())

	assert.Equal(t, "借6602 38888.89，贷1702 38888.89", b.amortise("2025-07", "2025-11"))
	b.post(event("development-spent", "BG-06-D", "2025-12-20", "BG-06", amounts("paid 1530000.00")))
	assert.Equal(t, "借1701 1530000.00，贷5301 1530000.00", b.post(life(event("development-formed", "BG-06-F", "2025-12-26", "BG-06", amounts("spent 1530000.00")), 60, "mixed")))
	assert.Equal(t, "借6602 64388.89，贷1702 38888.89，贷1702 25500.00", b.amortise("2025-12", "2025-12"))

	// 5. year end 2025
	p, err := enterprise.Present(b.j, day("2025-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "2671166.66", p.Intangible.String())
	assert.False(t, p.Development.Present(), "nil, not 0")
	assert.False(t, p.Inventory.Present())

	// 6. January settlement of the API service on BG-06
	got = b.post(event("service-revenue", "API-1", "2026-01-30", "BG-06", amounts("net 50000.00, vat 3000.00"), "payment=credit"))
	assert.Equal(t, "借1122 53000.00，贷6001 50000.00，贷2221 3000.00", got)
	assert.Equal(t, "借6602 38888.89，借6401 25500.00，贷1702 38888.89，贷1702 25500.00", b.amortise("2026-01", "2026-01", "BG-06"))
	assert.Equal(t, "借1002 53000.00，贷1122 53000.00", b.post(event("receivable-collected", "API-2", "2026-02-05", "BG-06", amounts("received 53000.00"))))
	b.amortise("2026-02", "2026-03")

	// 7. an affiliate asks for BG-05 free of charge
	refused := enterprise.NationalFrame().Review(enterprise.Deal{Asset: "BG-05", Kind: enterprise.Supply, Affiliate: true})
	require.Error(t, refused.Err())
	assert.Contains(t, refused.Findings[0].Basis, rule.In("企业国有资产法", "第44条"))

	// 8, 9. BG-07: twenty packs, eight sold at 24,000 each
	assert.Equal(t, "借1405 300000.00，贷1002 300000.00", b.post(event("inventory-processed", "BG-07-1", "2026-03-31", "BG-07", amounts("processing 300000.00"))))
	lots := []enterprise.Lot{{ID: "BG-07", Quantity: 20, Cost: yuan("300000.00")}}
	cost, _, err := enterprise.WeightedAverage.Issue(lots, 8)
	require.NoError(t, err)
	got = b.post(event("inventory-sold", "BG-07-2", "2026-05-14", "BG-07", amounts("net 192000.00, vat 11520.00, cost "+cost.String())))
	assert.Equal(t, "借1002 203520.00，贷6001 192000.00，贷2221 11520.00；借6401 120000.00，贷1405 120000.00", got)
	b.amortise("2026-04", "2026-06")

	// 10. BG-06 pledged: no entry, restricted carrying amount at 06-30
	pledges := []enterprise.Pledge{{Asset: "BG-06", Creditor: "某银行", Secured: yuan("8000000.00"), Registered: day("2026-06-18")}}
	_, none, err := enterprise.Restricted(b.j, pledges, day("2026-06-17"))
	require.NoError(t, err)
	assert.Zero(t, none.Sign(), "not before it is registered")
	restricted, total, err := enterprise.Restricted(b.j, pledges, day("2026-06-30"))
	require.NoError(t, err)
	assert.Equal(t, "1351500.00", total.String())
	assert.Equal(t, "153000.00", restricted[0].Amortised.String(), "six months of 25,500.00")

	// 12. BG-10 sold outright, never recognised: revenue, and no cost of an asset
	got = b.post(event("unrecognised-sold", "BG-10", "2026-10-23", "BG-10", amounts("net 360000.00, vat 21600.00")))
	assert.Equal(t, "借1002 381600.00，贷6001 360000.00，贷2221 21600.00", got)
	deal := enterprise.NationalFrame().Review(enterprise.Deal{Asset: "BG-10", Kind: enterprise.Transfer, Price: yuan("360000.00"), NotValued: "三家机构确认难以评估"})
	assert.True(t, deal.Clean(), "below 1,000,000 its own procedure is enough")

	// 13, 14. year end 2026
	b.amortise("2026-07", "2026-12")
	loss := enterprise.Recovery{Amount: yuan("540000.00")}.Loss(b.card("BG-05").Carrying())
	assert.Equal(t, "借6701 159999.98，贷1703 159999.98", b.post(event("impaired", "BG-05-3", "2026-12-31", "BG-05", amounts("loss "+loss.String()))))
	s := b.card("BG-05").Schedule()
	assert.Equal(t, 18, s.Months())
	assert.Equal(t, "30000.00", s.Amount(0).String())
	m, err := enterprise.Goods{ID: "BG-07", Cost: yuan("180000.00"), Proceeds: yuan("150000.00")}.Measure()
	require.NoError(t, err)
	assert.Equal(t, "借6701 30000.00，贷1471 30000.00", b.post(event("inventory-written-down", "BG-07-3", "2026-12-31", "BG-07", amounts("loss "+m.Provision.String()))))

	sampleTables(t, b)
}

// Tables A and B of 2026 as the sample units have them.
func sampleTables(t *testing.T, b books) {
	a := intangible(t, b.j, "2026")
	cells(t, a, enterprise.Bought, map[int]string{
		2: "1400000.00", 11: "1400000.00", 13: "233333.34", 14: "466666.68", 19: "700000.02", 21: "0.00", 22: "159999.98", 24: "159999.98", 26: "540000.00", 27: "1166666.66",
	})
	cells(t, a, enterprise.Own, map[int]string{2: "1530000.00", 11: "1530000.00", 13: "25500.00", 14: "306000.00", 19: "331500.00", 26: "1198500.00", 27: "1504500.00"})
	cells(t, a, enterprise.TotalColumn, map[int]string{26: "1738500.00", 27: "2671166.66"})
	assert.False(t, a.Cell(26, enterprise.Otherwise).Present())
	inv := inventory(t, b.j, "2026")
	cells(t, inv, enterprise.Own, map[int]string{
		2: "0.00", 3: "300000.00", 5: "300000.00", 7: "120000.00", 8: "120000.00", 11: "180000.00", 13: "0.00", 14: "30000.00", 18: "30000.00", 20: "150000.00", 21: "0.00",
	})
	p, err := enterprise.Present(b.j, day("2026-12-31"))
	require.NoError(t, err)
	assert.Equal(t, []money.Amount{yuan("150000.00"), yuan("1738500.00"), {}}, []money.Amount{p.Inventory, p.Intangible, p.Development})
	_, development, err := enterprise.DevelopmentTable(b.j, day("2025-01-01"), day("2025-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "1530000.00", development.Internal.String())
	assert.Equal(t, "1530000.00", development.Recognised.String())
	assert.Equal(t, "0.00", development.Closing.String())
	report := enterprise.Against{Intangibles: yuan("1738500.00"), Inventories: yuan("149999.99"), Recognised: yuan("0.00")}.Check(a, inv, p)
	assert.True(t, report.Has("enterprise.line-is-parent"))
	assert.True(t, report.Has("enterprise.line-within-parent"))
	sampleDisclosure(t, b)
	golden(t, "table-a-2026.zh.txt", func(w *buffer) error { return a.WriteText(w, rule.Chinese) })
	golden(t, "table-b-2026.zh.txt", func(w *buffer) error { return inv.WriteText(w, rule.Chinese) })
	golden(t, "table-a-2026.zh.csv", func(w *buffer) error { return a.WriteCSV(w, rule.Chinese) })
	golden(t, "table-b-2026.zh.html", func(w *buffer) error { return inv.WriteHTML(w, rule.Chinese) })
}
