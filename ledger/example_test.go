package ledger_test

import (
	"fmt"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
)

// A row is entered, and the review says what is still to be done.
func Example() {
	resource := asset.Resources().Sample()
	l := ledger.New()
	err := l.Apply(l.Revision(), ledger.Add{On: calendar.MustDate(2025, 11, 18), Row: ledger.Row{
		Resource: resource, RecordedOn: calendar.MustDate(2025, 11, 18),
		Registered: ledger.NotRegistered, Booking: ledger.NotBooked,
	}})
	if err != nil {
		panic(err)
	}
	day := calendar.MustDate(2025, 11, 30)
	for row := range l.AsOf(day).Rows() {
		fmt.Println(row.ID(), row.Resource.Name, row.Booking)
	}
	for _, f := range l.AsOf(day).Review(rule.Context{At: day}).Findings {
		fmt.Println(f.In(rule.English))
	}
	// Output:
	// JT-01 公路基础数据库 none
	// advice /ledger/0/registered: JT-01 is not registered. Registering its information card is advised. (桂财资〔2025〕15号 四(三) [GX-4.3.1])
}
