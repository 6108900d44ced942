package revenue_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// What a transport department files for its receipts, and by when.
func Example() {
	received := func(id string, on calendar.Date, p revenue.Payment, amount string) revenue.Receipt {
		return revenue.Receipt{
			ID: id, Assets: []string{"JT-02"}, Purpose: revenue.ForUse, Payment: p,
			Counterparty: "运营机构甲", BankOn: on, Amount: money.MustParse(amount),
		}
	}
	filings, err := revenue.Policy{}.Filings(rule.RegionDepartment, []revenue.Receipt{
		received("SR-1", calendar.MustDate(2026, time.March, 27), revenue.Instalment, "600000.00"),
		received("SR-2", calendar.MustDate(2026, time.April, 9), revenue.OneOff, "101000.00"),
		received("SR-3", calendar.MustDate(2026, time.December, 18), revenue.Instalment, "600000.00"),
	}, nil)
	if err != nil {
		panic(err)
	}
	guangxi, err := calendar.China(calendar.Guangxi)
	if err != nil {
		panic(err)
	}
	for _, f := range filings {
		due, err := guangxi.Due(f.Trigger, f.Duty.Term)
		if missing, ok := errors.AsType[*calendar.NotAnnouncedError](err); ok {
			fmt.Println(f.Duty.Title.EN, f.Subject, f.Amount, "waits for the notice of", missing.Layer, missing.Year)
			continue
		}
		if err != nil {
			panic(err)
		}
		fmt.Println(f.Duty.Title.EN, f.Subject, f.Amount, "due", due.Date)
	}
	// Output:
	// quarterly filing of revenue in instalments 2026Q1 600000.00 due 2026-04-15
	// filing of a one-off revenue SR-2 101000.00 due 2026-04-27
	// quarterly filing of revenue in instalments 2026Q4 600000.00 waits for the notice of CN 2027
}
