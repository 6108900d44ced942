package pilot

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
)

// The events of the revenue account (收入四栏账). Each fills in one column of a row
// and names the row by its id.
type (
	// AccountOpened is how a unit is taxed and hands over what it receives (P17): said
	// once, before the first row is booked.
	AccountOpened struct {
		On         calendar.Date
		Taxpayer   revenue.Taxpayer
		Declares   string           // month or quarter, of a small taxpayer; none: quarter
		Exempt     record.Opt[bool] // below the threshold no tax is booked at all; none: it is booked as received
		NetOfTaxes record.Opt[bool]
		Direct     record.Opt[bool]
		Accrue     record.Opt[bool]
		Related    []string // units of the same level or under common control
	}
	// Contracted opens a row: what a contract makes due, and when.
	Contracted struct{ Row revenue.Row }
	// Billed is a payment order or an invoice.
	Billed struct{ Row revenue.Row }
	// Received is money, or another value, that came in. It opens a row of its own where
	// no contract made it due; then it says what the row is about.
	Received struct{ Row revenue.Row }
	// Remitted is what the unit handed over to the treasury.
	Remitted struct{ Row revenue.Row }
	// TaxPaid is the payment of a row's VAT and surcharges.
	TaxPaid struct{ Row revenue.Row }
	// RevenueBooked books what the rows mean up to its day and the books do not have yet.
	// A row that an event of its own books ([Booked]) is left to such events.
	RevenueBooked struct{ On calendar.Date }
	// Transferred is other money that is known to have moved, for the rules on inflated
	// revenue.
	Transferred struct {
		On       calendar.Date
		From, To string
		Amount   money.Amount
		Budget   record.Opt[bool] // from the budget of the unit's level
	}
)

func (e AccountOpened) day() calendar.Date { return e.On }
func (e Contracted) day() calendar.Date    { return orDay(e.Row.SignedOn, e.Row.DueOn) }
func (e Billed) day() calendar.Date        { return e.Row.BilledOn }
func (e Received) day() calendar.Date      { return e.Row.ReceivedOn() }
func (e Remitted) day() calendar.Date      { return e.Row.RemittedOn }
func (e TaxPaid) day() calendar.Date       { return e.Row.TaxPaidOn }
func (e RevenueBooked) day() calendar.Date { return e.On }
func (e Transferred) day() calendar.Date   { return e.On }

func orDay(first, second calendar.Date) calendar.Date {
	if first.IsZero() {
		return second
	}
	return first
}
