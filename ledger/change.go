package ledger

import (
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

// Change is one change of a ledger: [Add], [Update], [Retire], [Split], [Merge],
// [TransferOut], [TransferIn] or [Replace].
type Change interface {
	on() calendar.Date
	id() string // the row that a refusal names
}

// Add enters a row.
type Add struct {
	On  calendar.Date
	Row Row
}

// Update replaces a row by another with the same id. A row that is retired can
// only still have its registration cancelled.
type Update struct {
	On     calendar.Date
	Reason string
	Row    Row
}

// Retire takes a row out of the ledger; its history stays.
type Retire struct {
	On     calendar.Date
	ID     string
	Cause  Cause
	Reason string
}

// Split divides a row into several, which take over its registration, its cost
// and its accumulated amortisation to the last fen. [Divide] makes the parts.
type Split struct {
	On     calendar.Date
	ID     string
	Reason string
	Parts  []Row
}

// Merge joins several rows into one, which takes over what they have, as in
// [Split]. [Join] makes it.
type Merge struct {
	On     calendar.Date
	IDs    []string
	Reason string
	Row    Row
}

// Replace puts a row with another id in the place of one, which takes over what
// it has, as in [Split].
type Replace struct {
	On     calendar.Date
	ID     string
	Reason string
	Row    Row
}

// TransferOut hands a row over to another unit, which enters it in its ledger by
// a [TransferIn]. [HandoverOf] says what is handed over.
type TransferOut struct {
	On     calendar.Date
	ID     string
	To     string // the unit
	Reason string
}

// TransferIn enters a row that another unit hands over.
type TransferIn struct {
	On     calendar.Date
	From   string // the unit
	Handed Handover
	Reason string
	Row    Row
}

// Handover is what stands in the ledger of the unit that hands over, by which the
// row of the one that takes over is checked.
type Handover struct {
	ID            string // there
	Booking       asset.BookingStatus
	Amount        money.Amount
	Amortised     money.Amount
	Impairment    money.Amount
	ValueChange   money.Amount
	Income        money.Amount
	Remitted      money.Amount
	Registered    Registered
	RegisteredOn  calendar.Date
	CertificateNo string
}

func (c Add) on() calendar.Date         { return c.On }
func (c Update) on() calendar.Date      { return c.On }
func (c Retire) on() calendar.Date      { return c.On }
func (c Split) on() calendar.Date       { return c.On }
func (c Merge) on() calendar.Date       { return c.On }
func (c Replace) on() calendar.Date     { return c.On }
func (c TransferOut) on() calendar.Date { return c.On }
func (c TransferIn) on() calendar.Date  { return c.On }

func (c Add) id() string         { return c.Row.ID() }
func (c Update) id() string      { return c.Row.ID() }
func (c Retire) id() string      { return c.ID }
func (c Split) id() string       { return c.ID }
func (c Merge) id() string       { return c.Row.ID() }
func (c Replace) id() string     { return c.ID }
func (c TransferOut) id() string { return c.ID }
func (c TransferIn) id() string  { return c.Row.ID() }
