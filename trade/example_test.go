package trade_test

import (
	"fmt"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/trade"
)

// An operator asks more for a call of its product from JT-02 than its ceiling
// allows, off an exchange.
func Example() {
	supply := trade.Supply{
		ID: "JY-1", Object: trade.Product, Public: record.Some(true), Purpose: trade.Industry, Charge: trade.Paid,
		Conditions: []trade.Condition{{Kind: "noResale", Text: "不得转售"}}, On: calendar.MustDate(2026, 3, 27),
		Supplier: "运营机构甲", Recipient: "某物流企业", RecipientKind: trade.DataEnterprise,
		Form: trade.ByCeiling, Price: money.MustParse("1.60"), Ceiling: money.MustParse("1.50"), Funded: money.MustParse("0.00"),
		Venue: trade.OffExchange, Contract: "XY-1",
	}
	for _, f := range trade.SupplyRules().Review(supply, rule.Context{At: calendar.MustDate(2026, 4, 1)}).Findings {
		fmt.Println(f.In(rule.English))
	}
	// Output:
	// warning /venue: JY-1 is off exchange and not on record with: delivery, settlement. Complete the record. (桂财资〔2025〕15号 四(七) [GX-4.7.4])
	// advice /venue: JY-1 is traded off an exchange. It can be traded openly on a data exchange. (桂财资〔2025〕15号 四(七) [GX-4.7.4]; 桂财资〔2025〕15号 四(七) [GX-4.7.6])
	// blocking /price: JY-1 charges 1.60, above the ceiling of 1.50. Set the rate at the ceiling or below. (发改价格〔2025〕65号 二)
}

// What an operator may take in a year, and who must act when it took more.
func ExampleDeviate() {
	maximum, err := trade.PriceCase{
		Costs:   []trade.Cost{{Kind: "platform", Amount: money.MustParse("1200000.00")}},
		Subsidy: money.MustParse("200000.00"),
		Yield:   money.MustParseRatio("0.0175"), Points: money.MustParseRatio("0.06"), Taxes: money.MustParse("22500.00"),
	}.Maximum()
	if err != nil {
		panic(err)
	}
	fmt.Println(maximum.Amount) // 1,000,000.00 + 77,500.00 + 22,500.00
	year, err := trade.Deviate(money.MustParse("1210000.00"), maximum.Amount)
	if err != nil {
		panic(err)
	}
	fmt.Println(year.Text().EN)
	// Output:
	// 1100000.00
	// Actual revenue 1210000.00, maximum 1100000.00, deviation 110000.00: 10 % at most, so the grantor guides the operator to adjust its rates (65号 四).
}
