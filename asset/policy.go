package asset

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
)

// Policy carries what the law leaves open in recognition. The zero Policy is
// the default of each question.
type Policy struct {
	Enterprise Holding // P22: what an enterprise's data must come from
	Unmeasured Booking // P1: what is done where cost cannot be measured
	Unit       Unit    // P20: what counts as one asset
	Accounts   System  // EnterpriseAccounting for an institution that keeps enterprise accounts ([Holder.System])

	// Table is the caller's table of resources, with its own lists and fields;
	// nil is [Resources].
	Table *record.Table[Resource]
}

// Holding is P22: GX-4.1.2 speaks of data held in lawful performance of duties
// or public service, which an enterprise's own data are not.
type Holding uint8

// The readings for an enterprise.
const (
	AnyLawfulHolding Holding = iota // default: GX-4.7.5 lets enterprises pilot on the data they hold
	PublicServiceOnly
)

// Booking is P1: the plan says that data whose cost cannot be measured may be
// booked at nominal amount (可暂按), so that a memo alone is lawful too.
type Booking uint8

// The choices where cost cannot be measured. A resource may say otherwise for
// itself, with its reason.
const (
	Nominal  Booking = iota // default: 四(四) points there
	MemoOnly                // nothing is booked
)

// Unit is P20: what counts as one asset, on which the number of nominal yuan in
// the statements depends.
type Unit uint8

// The units of account.
const (
	ThemeSeries Unit = iota // default: one theme, source and set of rights; new years are additions
	WholeSystem             // all the data of one system
	SingleTable             // every table by itself
)

func (p Policy) table() *record.Table[Resource] {
	if p.Table != nil {
		return p.Table
	}
	return Resources()
}

// Recognize assesses a resource on a day by the default policy.
func Recognize(r Resource, at calendar.Date) (Assessment, error) { return Policy{}.Recognize(r, at) }
