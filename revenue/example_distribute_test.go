package revenue_test

import (
	"fmt"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// An operator keeps its fee, a developer is paid by the scale, and the holder gets
// what is left.
func ExampleAgreement_Distribute() {
	agreement, err := revenue.NewAgreement(revenue.Terms{
		ID: "XY-2025-01", From: calendar.MustDate(2026, 1, 1),
		Parties: []revenue.Party{
			{ID: "holder", Name: "某区直部门", Role: revenue.RoleHolder, Input: []revenue.Input{revenue.InputData}},
			{ID: "operator", Name: "运营机构甲", Role: revenue.RoleOperator, Input: []revenue.Input{revenue.InputPlatform}},
			{ID: "developer", Name: "开发方乙", Role: revenue.RoleDeveloper, Input: []revenue.Input{revenue.InputTechnology}},
		},
		Shares: []revenue.Share{
			revenue.Fixed("operator", money.MustParse("50000.00")),
			revenue.Tiered("developer", revenue.Progressive,
				revenue.Tier{UpTo: money.MustParse("500000.00"), Ratio: money.MustParseRatio("0.125")},
				revenue.Tier{Ratio: money.MustParseRatio("0.1")},
			).Then(2).OfLeft(),
			revenue.Rest("holder", 1),
		},
	})
	if err != nil {
		panic(err) // *revenue.AgreementError lists what the terms lack
	}
	d, err := agreement.Distribute(decimal.RequireFromString("600000.07"))
	if err != nil {
		panic(err)
	}
	for _, line := range d.Explain(rule.Chinese) {
		fmt.Println(line)
	}
	for _, line := range d.Explain(rule.English)[1:5] {
		fmt.Println(line)
	}
	// Output:
	// 可分配金额 600000.07 元。
	// 第1顺位，运营机构甲：固定 50000.00，计 50000.00 元。
	// 第2顺位，开发方乙：余额 550000.07 按超额累进（500000.00以内 12.5%; 以上 10%），计 67500.007 元。
	// 剩余，某区直部门：余额 482500.063 按权重 1，计 482500.063 元。
	// 各方取整到分后余 1 分，按小数部分从大到小各加 1 分：开发方乙。
	// 某区直部门 得 482500.06 元。
	// 运营机构甲 得 50000.00 元。
	// 开发方乙 得 67500.01 元。
	// priority 1, 运营机构甲: fixed 50000.00: 50000.00 yuan.
	// priority 2, 开发方乙: progressive tiers (500000.00: 12.5%; above: 10%) of what is left, 550000.07: 67500.007 yuan.
	// residual, 某区直部门: weight 1 of what is left, 482500.063: 482500.063 yuan.
	// Rounding down to the fen leaves 1 fen, one each to the largest fractions: 开发方乙.
}
