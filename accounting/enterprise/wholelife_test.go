package enterprise_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cells compares lines of a column, "" where the cell is absent.
func cells(t *testing.T, table enterprise.Table, column enterprise.Way, want map[int]string) {
	t.Helper()
	for line, amount := range want {
		assert.Equal(t, amount, table.Cell(line, column).String(), "line %d %s", line, table.Lines[line-1].Label.ZH)
	}
	assert.True(t, table.Check().Clean(), "%v", table.Check())
}

func intangible(t *testing.T, j *accounting.Journal, year string) enterprise.Table {
	t.Helper()
	table, err := enterprise.IntangibleTable(j, day(year+"-01-01"), day(year+"-12-31"), nil)
	require.NoError(t, err)
	return table
}

func inventory(t *testing.T, j *accounting.Journal, year string) enterprise.Table {
	t.Helper()
	table, err := enterprise.InventoryTable(j, day(year+"-01-01"), day(year+"-12-31"), nil)
	require.NoError(t, err)
	return table
}

// 3.20: bought 2026-03-05 for 1,135,000 in all, three years; 31,527.78 a month; impaired at
// the end of 2027 to 350,000 by 91,388.84, then 25,000.00; sold 2028-07-10 for 150,000.
func TestWholeLife(t *testing.T) {
	b := open(t)
	got := b.post(life(event("purchase", "1", "2026-03-05", "数据集", amounts("price 1000000.00, processing 100000.00, certification 35000.00, vat 68100.00")), 36, "management"))
	assert.Equal(t, "借1701 1135000.00，借2221 68100.00，贷1002 1203100.00", got)
	assert.Equal(t, "借6602 3000.00，贷1002 3000.00", b.post(event("training-expensed", "2", "2026-03-05", "数据集", amounts("expense 3000.00"))))
	assert.Equal(t, "借6602 31527.78，贷1702 31527.78", b.amortise("2026-03", "2026-12"))
	assert.Equal(t, "819722.20", b.card("数据集").Carrying().String())
	s := b.card("数据集").Schedule()
	assert.Equal(t, "31527.70", s.Amount(35).String(), "the last month takes what is left")
	b.amortise("2027-01", "2027-12")
	assert.Equal(t, "441388.84", b.card("数据集").Carrying().String())
	assert.Equal(t, "693611.16", b.card("数据集").Amortised.String())
	loss := enterprise.Recovery{Amount: yuan("350000.00")}.Loss(b.card("数据集").Carrying())
	assert.Equal(t, "91388.84", loss.String())
	b.post(event("impaired", "3", "2027-12-31", "数据集", amounts("loss "+loss.String())))
	assert.Equal(t, "借6602 25000.00，贷1702 25000.00", b.amortise("2028-01", "2028-06"))
	got = b.post(event("sold", "4", "2028-07-10", "数据集", b.standing("数据集", "net 150000.00, vat 9000.00")))
	assert.Equal(t, "借1002 159000.00，借6115 50000.00，贷2221 9000.00，借1702 843611.16，借1703 91388.84，贷1701 1135000.00", got)

	// 表 A 外购列; a 其中 line without movement is absent
	cells(t, intangible(t, b.j, "2026"), enterprise.Bought, map[int]string{
		2: "0.00", 3: "1135000.00", 4: "1135000.00", 5: "", 7: "0.00", 8: "", 11: "1135000.00", 13: "0.00", 14: "315277.80", 15: "0.00",
		19: "315277.80", 21: "0.00", 22: "0.00", 23: "0.00", 24: "0.00", 26: "819722.20", 27: "0.00",
	})
	cells(t, intangible(t, b.j, "2027"), enterprise.Bought, map[int]string{
		2: "1135000.00", 3: "0.00", 7: "0.00", 11: "1135000.00", 13: "315277.80", 14: "378333.36", 15: "0.00", 19: "693611.16",
		21: "0.00", 22: "91388.84", 23: "0.00", 24: "91388.84", 26: "350000.00", 27: "819722.20",
	})
	cells(t, intangible(t, b.j, "2028"), enterprise.Bought, map[int]string{
		2: "1135000.00", 3: "0.00", 7: "1135000.00", 8: "1135000.00", 11: "0.00", 13: "693611.16", 14: "150000.00", 15: "843611.16", 16: "843611.16", 19: "0.00",
		21: "91388.84", 22: "0.00", 23: "91388.84", 24: "0.00", 26: "0.00", 27: "350000.00",
	})
	for _, column := range []enterprise.Way{enterprise.Own, enterprise.Otherwise} {
		assert.False(t, intangible(t, b.j, "2026").Cell(11, column).Present(), "no such asset: absent, not 0.00")
	}

	// 6. 9,000 × 12 % in a city = 630 + 270 + 180
	s12, err := enterprise.SurchargesOn(yuan("9000.00"), day("2028-07-31"), enterprise.City, false)
	require.NoError(t, err)
	p, err := enterprise.Post(event("surcharges", "5", "2028-07-31", "数据集", amounts("construction "+s12.Construction.String()+", education "+s12.Education.String()+", local "+s12.Local.String())))
	require.NoError(t, err)
	assert.Equal(t, "借6403 1080.00，贷2221 630.00，贷2221 270.00，贷2221 180.00", written(p))
}

// 3.21: ten sets at 6,000; written down 8,000 to 5,200 each; four sold at 5,500 with 3,200
// of the provision; six left recover to 5,900: 4,200 back. At 6,300 it would be 4,800.
func TestInventoryLife(t *testing.T) {
	b := open(t)
	assert.Equal(t, "借1405 60000.00，贷1002 60000.00", b.post(event("inventory-processed", "1", "2026-06-30", "数据包", amounts("processing 60000.00"))))
	m, err := enterprise.Goods{Cost: yuan("60000.00"), Proceeds: yuan("52000.00")}.Measure()
	require.NoError(t, err)
	assert.Equal(t, "借6701 8000.00，贷1471 8000.00", b.post(event("inventory-written-down", "2", "2026-12-31", "数据包", amounts("loss "+m.Provision.String()))))
	cost, _, err := enterprise.WeightedAverage.Issue([]enterprise.Lot{{"1", 10, yuan("60000.00")}}, 4)
	require.NoError(t, err)
	out, err := enterprise.ProvisionOut(yuan("8000.00"), 4, 10)
	require.NoError(t, err)
	got := b.post(event("inventory-sold", "3", "2027-05-10", "数据包", amounts("net 22000.00, vat 1320.00, cost "+cost.String()+", provision "+out.String())))
	assert.Equal(t, "借1002 23320.00，贷6001 22000.00，贷2221 1320.00；借6401 20800.00，借1471 3200.00，贷1405 24000.00", got)
	m, err = enterprise.Goods{Cost: yuan("36000.00"), Proceeds: yuan("35400.00")}.Measure()
	require.NoError(t, err)
	a, err := enterprise.Adjust(yuan("4800.00"), "需求恢复", m)
	require.NoError(t, err)
	assert.Equal(t, "借1471 4200.00，贷6701 4200.00", b.post(event("inventory-recovered", "4", "2027-12-31", "数据包", amounts("recovery "+a.Reversal.String()))))
	m, err = enterprise.Goods{Cost: yuan("36000.00"), Proceeds: yuan("37800.00")}.Measure()
	require.NoError(t, err)
	a, err = enterprise.Adjust(yuan("4800.00"), "需求恢复", m)
	require.NoError(t, err)
	assert.Equal(t, "4800.00", a.Reversal.String(), "no more than was written down")

	cells(t, inventory(t, b.j, "2027"), enterprise.Own, map[int]string{
		2: "60000.00", 3: "0.00", 5: "", 7: "24000.00", 8: "24000.00", 11: "36000.00", 13: "8000.00", 14: "0.00", 15: "7400.00", 16: "4200.00", 17: "3200.00",
		18: "600.00", 20: "35400.00", 21: "52000.00",
	})

	// The journal holds it too: a reversal above what is left of the write-down is refused.
	p, err := enterprise.Post(event("inventory-recovered", "5", "2027-12-31", "数据包", amounts("recovery 600.01")))
	require.NoError(t, err)
	assert.Error(t, b.j.Post(b.j.Revision(), p))
}

// 3.22: API service, 63,600 with tax in April: revenue 60,000, tax 3,600; the month's
// amortisation is cost of the service.
func TestServiceMonth(t *testing.T) {
	b := open(t)
	b.post(life(event("purchase", "1", "2026-03-05", "数据集", amounts("price 1135000.00, vat 68100.00")), 36, "mixed"))
	assert.Equal(t, "借6602 31527.78，贷1702 31527.78", b.amortise("2026-03", "2026-03"))
	rate, err := enterprise.RateOn("general", day("2026-04-30"))
	require.NoError(t, err)
	net, tax, err := rate.Split(yuan("63600.00"))
	require.NoError(t, err)
	got := b.post(event("service-revenue", "2", "2026-04-30", "数据集", amounts("net "+net.String()+", vat "+tax.String()), "payment=credit"))
	assert.Equal(t, "借1122 63600.00，贷6001 60000.00，贷2221 3600.00", got)
	assert.Equal(t, "借6401 31527.78，贷1702 31527.78", b.amortise("2026-04", "2026-04", "数据集"))
	assert.Equal(t, "借6602 31527.78，贷1702 31527.78", b.amortise("2026-05", "2026-05"))
}
