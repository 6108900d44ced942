package revenue_test

import (
	"fmt"
	"time"

	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// A department receives an entry fee: what it books, what it owes the treasury, and
// where its filing stands.
func ExampleAccount() {
	account := revenue.Account{
		Holder: revenue.Holder{
			Name: "某区直部门", Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel,
			Taxation: revenue.Taxation{Taxpayer: revenue.SmallTaxpayer},
		},
		Rows: []revenue.Row{{
			ID: "SR-1", Agreement: "XY-2025-01", Item: "入门费", Assets: []string{"JT-02"}, Purpose: revenue.ForUse, Payment: revenue.OneOff,
			Counterparty: "运营机构甲", DueOn: calendar.MustDate(2026, time.April, 9), Due: money.MustParse("404000.00"),
			BankOn: calendar.MustDate(2026, time.April, 9), Received: money.MustParse("404000.00"),
		}},
	}
	events, err := account.Events()
	if err != nil {
		panic(err)
	}
	for _, e := range events {
		posting, err := government.Events().Post(e)
		if err != nil {
			panic(err)
		}
		fmt.Println(posting.Vouchers[0])
	}
	total, err := account.Total(calendar.MustDate(2026, time.April, 24))
	if err != nil {
		panic(err)
	}
	fmt.Println("to remit:", total.Outstanding)

	guangxi, err := calendar.China(calendar.Guangxi)
	if err != nil {
		panic(err)
	}
	national, err := calendar.China(calendar.National)
	if err != nil {
		panic(err)
	}
	filings, err := revenue.Policy{}.FilingsOf(account.Holder.Role, account.Rows, nil)
	if err != nil {
		panic(err)
	}
	deadline, err := revenue.Policy{}.Deadline(filings[0], guangxi, national)
	if err != nil {
		panic(err)
	}
	status, err := deadline.Status(calendar.MustDate(2026, time.April, 24), calendar.Date{})
	if err != nil {
		panic(err)
	}
	fmt.Println(filings[0].Text().EN, "by", deadline.Due.Date, "(national", deadline.National.Date.String()+"):", status.Text().EN)
	// Output:
	// 借1002 404000.00，贷2103 400000.00，贷2101 4000.00
	// 借5001 240.00，贷2102 240.00
	// to remit: 400000.00
	// filing of a one-off revenue SR-1 to region finance department by 2026-04-27 (national 2026-04-23): due within 1 working day
}
