package asset

import (
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// BookingStatus is how an asset stands in the books.
type BookingStatus string

// The booking statuses.
const (
	NotBooked     BookingStatus = "none"      // 未入账
	BookedNominal BookingStatus = "nominal"   // 按名义金额入账
	BookedCost    BookingStatus = "cost"      // 按成本入账
	DisclosedOnly BookingStatus = "disclosed" // 仅披露
)

// BookingStatuses is the list of them, which the row of the ledger and the
// information card share.
func BookingStatuses() record.CodeList {
	return record.CodeList{
		Name: "booking-status", Title: text("财务入账状态", "booking status"), Basis: gx("4.2.2", "4.4.2"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{
			entry(string(NotBooked), "未入账", "not booked"),
			entry(string(BookedNominal), "按名义金额入账", "booked at nominal amount"),
			entry(string(BookedCost), "按成本入账", "booked at cost"),
			entry(string(DisclosedOnly), "仅披露", "disclosed only"),
		},
	}
}
