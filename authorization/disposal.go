package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// Disposal is the application for a disposal of data assets (处置申请表): what the
// assets stand at in the books on a day, the appraisal where one is owed, and
// why.
type Disposal struct {
	Number     string
	On         calendar.Date
	Holder     asset.Holder
	Kind       DisposalKind
	Assets     []DisposalLine
	Recipient  string // who gets them; "" for a write-off or a loss
	Affiliated record.Opt[bool]
	Reason     string
	Competent  string // the department above the holder; "" where there is none
	Investor   record.Opt[bool]

	ValuedOn    calendar.Date // day of the book values
	AppraisedOn calendar.Date
	Appraised   money.Amount
	NoAppraisal string // why none is owed
	Price       money.Amount
	BasePrice   money.Amount
	Venue       string
	NoticeFrom  calendar.Date // public notice of a sale
	NoticeTo    calendar.Date

	Extra record.Extra
}

// DisposalLine is one asset of a [Disposal]. [LineAt] takes the amounts from the
// journal.
type DisposalLine struct {
	Asset      string
	Name       string
	Booked     record.Opt[bool]
	Cost       money.Amount
	Amortised  money.Amount
	Impaired   money.Amount
	Registered record.Opt[bool]
	Number     string // of the certificate
	Destroyed  record.Opt[bool]
}

// Carrying returns the carrying amount: cost − amortisation − impairment; absent
// where nothing is booked.
func (l DisposalLine) Carrying() money.Amount {
	if !l.Cost.Present() {
		return money.Amount{}
	}
	c := l.Cost
	for _, less := range []money.Amount{l.Amortised, l.Impaired} {
		if less.Present() {
			d, err := c.Sub(less)
			if err != nil {
				return money.Amount{} // beyond the range of an amount
			}
			c = d
		}
	}
	return c
}

// LineAt returns the line of an asset with its book values on a day, all that is
// booked by its end included, from the journal. An asset that the journal does
// not have, or that it has taken out by then, is not booked.
func LineAt(j *accounting.Journal, id, name string, on calendar.Date) DisposalLine {
	l := DisposalLine{Asset: id, Name: name, Booked: record.Some(false), Registered: record.Some(false)}
	if j == nil {
		return l
	}
	for e := range j.Asset(id) {
		if !e.Date.After(on) {
			l.Cost, l.Amortised, l.Impaired = e.Cost, e.Amortised, e.Impaired
		}
	}
	if l.Cost.Sign() <= 0 {
		l.Cost, l.Amortised, l.Impaired = money.Amount{}, money.Amount{}, money.Amount{}
		return l
	}
	l.Booked = record.Some(true)
	return l
}

func (d Disposal) clone() Disposal {
	d.Assets = slices.Clone(d.Assets)
	return d
}

// Execution is what was done to carry a disposal out: ledger, registration and
// books follow together.
type Execution struct {
	LedgerOn     calendar.Date // taken out of the ledger
	RegisteredOn calendar.Date // registration cancelled, or altered by the one that takes over
	BookedOn     calendar.Date
	Voucher      string
	DestroyedHow string // how the data were deleted beyond recovery
	Received     money.Amount
}

// Place is where something must follow a disposal.
type Place string

// The places.
const (
	InLedger   Place = "ledger"       // 台账
	InRegister Place = "registration" // 登记
	InBooks    Place = "books"        // 账务
)

// Follow is what must follow a disposal in one place, as data: the causes or the
// accounting events that will do.
type Follow struct {
	Disposal   DisposalKind
	Place      Place
	Codes      []string // ledger: ledger.Cause; registration: registry.Cause; books: events of the government system
	Enterprise []string // books: events of enterprises; none: no row of theirs
	Title      rule.Text
	Basis      []rule.Clause
	Judgement  rule.Text
}

// Follows lists what must follow a way of disposal, in the ledger, in the
// register and in the books; nothing for an unknown way.
func Follows(k DisposalKind) []Follow {
	var all []Follow
	for _, f := range followsTable() {
		if f.Disposal == k {
			all = append(all, f)
		}
	}
	return all
}

// FollowUp is a disposal with what should have followed it. A ledger, a journal
// that is nil is not known.
type FollowUp struct {
	Disposal      Authorization
	Ledger        *ledger.Ledger
	Registrations []registry.Registration
	Journal       *accounting.Journal
}

// books reports whether the events of a follow-up in the books are those of
// enterprises.
func (f Follow) events(h asset.Holder) []string {
	if h.System() == asset.EnterpriseAccounting {
		return f.Enterprise
	}
	return f.Codes
}
