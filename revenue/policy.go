package revenue

import "github.com/dataasset-go/dataasset/rule"

// Policy carries what the law leaves open in filing. The zero Policy is the
// default.
type Policy struct {
	Nil       Nil       // P9
	Received  Received  // P10
	Kind      Kind      // P11
	Completed Completed // P12
	SmallUse  SmallUse  // P13
	Calendar  Calendar  // P14

	// Duties is what a plan other than Guangxi's asks: its terms, addressees and
	// period, under the ids of [Duties]. Nil is [Duties].
	Duties []rule.Duty
}

// Nil is P9: what a quarter without receipts asks.
type Nil uint8

// The choices.
const (
	NoDuty    Nil = iota // default: 分次获得收入 is the trigger, so nothing is owed
	NilFiling            // a nil form is filed
)

// Received is P10: when revenue counts as received (获得).
type Received uint8

// The choices. Where the account was never reached, money in the treasury counts.
const (
	FirstMoney Received = iota // default: the first of bank and treasury; what is not cash: control gained
	InAccount                  // in the unit's account
	InTreasury                 // in the treasury, remitted by the unit or paid straight into it
	WhenDue                    // accrual: the day the contract makes it due
	WhenAgreed                 // the day the contract was signed
)

// Kind is P11: what makes revenue one-off or in instalments.
type Kind uint8

// The choices.
const (
	AsAgreed   Kind = iota // default: the agreement, item by item: an entry fee beside a yearly fee is one-off
	AsPayments             // the payments that came: more than one for an item of an agreement are instalments
)

// Completed is P12: when an enterprise's matter is completed (完成).
type Completed struct {
	Disposal DisposalCompleted
	Pledge   PledgeCompleted
}

// DisposalCompleted is when a disposal is completed.
type DisposalCompleted uint8

// PledgeCompleted is when a pledge is completed.
type PledgeCompleted uint8

// The choices. Use is completed on settlement, credit enhancement when its contract
// is in force; for them the table of choices has no other.
const (
	OnDelivery DisposalCompleted = iota // default: delivered and the price settled, or the exchange's certificate, the earlier
	OnContract                          // the contract
)

// The choices.
const (
	OnRegistration PledgeCompleted = iota // default: the pledge is registered (民法典 第444条, 第445条)
	OnDrawdown                            // the loan is drawn
)

// SmallUse is P13: how an enterprise's many small receipts from use are filed.
type SmallUse uint8

// The choices.
const (
	ByMonth   SmallUse = iota // default: one matter for a month's settlements with a counterparty
	EachUse                   // one each
	ByQuarter                 // one for a quarter's
)

// Calendar is P14: whose working days count, in filings and in every other term
// that is counted beside them.
type Calendar uint8

// The choices. The other date is shown either way.
const (
	OfAddressee Calendar = iota // default: the calendar of the place where the addressee sits
	OfNation                    // the national calendar
	Stricter                    // the earlier of both
)
