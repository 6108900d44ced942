package pilot

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

var none record.Opt[int64]

func months(n int) record.Opt[int64] { return record.Some(int64(n)) }

// The events that are booked.
type (
	// Booked is an event by a row of the table of the unit's accounting system:
	// government.Events, or enterprise.Events for an enterprise.
	Booked struct {
		accounting.EventRecord
		Receipt  string     // the row of the account, or an enterprise's matter, that it books: revenue, VAT and surcharges that are not given follow from the row
		Evidence []Evidence // what a donated or surplus asset is measured by
		Reason   string     // of a nominal amount, or of the life
	}
	// Measured is an asset at nominal amount whose cost can be measured now
	// (GX-4.4.3).
	Measured struct {
		On     calendar.Date
		ID     string
		Asset  string
		Ground string // government.Ground
		Cost   money.Amount
		By     string // government.Method, where an appraisal gave the cost; none is by vouchers
		Months record.Opt[int64]
		Use    string
		Reason string // of the life
		Facts  []accounting.FactRecord
	}
	// Amortised is a month's amortisation over all assets of the unit.
	Amortised struct {
		On       calendar.Date
		Month    calendar.Month // none is that of the day
		Facts    []accounting.FactRecord
		Usage    []Usage
		Served   []string         // assets of mixed use that served others in the month; enterprises only
		Material record.Opt[bool] // months of earlier years that were missed are a material error
	}
	// Opened is the balances that the unit's books begin with, and the cards of its
	// assets.
	Opened struct {
		On       calendar.Date
		ID       string
		Balances []OpeningBalance
		Cards    []OpeningCard
	}
	// Corrected is a booking that was wrong, and what it should have been
	// (会计基础工作规范 第51条(五)).
	Corrected struct {
		On         calendar.Date
		ID         string
		Of         string                 // id of the wrong booking
		Right      accounting.EventRecord // without an id of its own; none: it should not have been at all
		Difference record.Opt[bool]       // only amounts were wrong: one voucher with the difference
		Nature     record.Opt[bool]       // an error of an earlier year is material by its nature
		Effect     money.Amount           // of an error of an earlier year on one item
		Base       money.Amount           // what the item comes to before correction
		Carry      string                 // the budget balance that the money belonged to
		Approval   accounting.Approval
	}
	// Stocktaken is a stocktake made: whether what is there agrees with the books.
	Stocktaken struct {
		On     calendar.Date
		Agrees record.Opt[bool]
		Note   string
	}
	// YearClosed is the closing of a year's books.
	YearClosed struct {
		On calendar.Date
		By string
	}
)

// OpeningBalance is what an account, or an asset on it, stands at: on the account's
// normal side, below 0.00 on the other.
type OpeningBalance struct {
	Account, Detail, Asset string
	Amount                 money.Amount
}

// OpeningCard is how an asset of the opening balances is amortised from then on.
type OpeningCard struct {
	Asset, Detail string
	State         string // code of the system: held, nominal
	Terms         accounting.TermsRecord
	Reason        string // of a nominal amount, or of the life
}

// Evidence is what an asset is measured by (government.Evidence).
type Evidence struct {
	Asset     string
	Voucher   money.Amount
	Appraised money.Amount
	Ordered   record.Opt[bool]
	Method    string
	Market    money.Amount
	Replaced  money.Amount
}

// Usage is the units of an asset that a month used.
type Usage struct {
	Asset string
	Units record.Opt[int64]
}

func (e Booked) day() calendar.Date {
	if e.EventRecord.Booked.IsZero() {
		return e.On
	}
	return e.EventRecord.Booked
}
func (e Measured) day() calendar.Date   { return e.On }
func (e Amortised) day() calendar.Date  { return e.On }
func (e Opened) day() calendar.Date     { return e.On }
func (e Corrected) day() calendar.Date  { return e.On }
func (e Stocktaken) day() calendar.Date { return e.On }
func (e YearClosed) day() calendar.Date { return e.On }

func (e Amortised) month() calendar.Month {
	if e.Month.IsZero() {
		return calendar.MonthOf(e.On)
	}
	return e.Month
}

func (m Evidence) evidence() government.Evidence {
	return government.Evidence{
		Voucher: m.Voucher, Appraised: m.Appraised, Ordered: m.Ordered.Or(false), Method: government.Method(m.Method), Market: m.Market, Replaced: m.Replaced,
	}
}
