package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// Application is the application for the outside use of data assets (授权有偿使用
// 申请表): who grants what to whom, for which purpose, on which terms, and what
// was studied, assessed and put in place before. It is the same record in every
// regime, so that it tells which of them a grant needs ([Needed]).
type Application struct {
	Number string
	On     calendar.Date
	Holder asset.Holder
	Assets []Line

	Recipient     string
	RecipientCode string
	RecipientKind RecipientKind
	Affiliated    record.Opt[bool] // with an enterprise that grants

	Purpose    Purpose
	Payment    Payment
	PriceBasis PriceBasis
	Price      money.Amount // for the whole term, taxes included
	Rights     []Right
	Scope      string
	Conditions string // on which the use is free or paid
	Draft      string // the draft of the agreement
	From       calendar.Date
	To         calendar.Date

	Competent string           // the department above the holder; "" where there is none
	Investor  record.Opt[bool] // whether the investor's own rules ask for its approval

	Study             calendar.Date // feasibility study
	Diligence         calendar.Date // due diligence
	SecurityAssessed  calendar.Date // security assessment
	ValueAssessed     calendar.Date // appraisal
	PersonalAssessed  calendar.Date // personal-information impact assessment
	ImportantAssessed calendar.Date // assessment of the risk of providing important data

	Harms   record.Opt[bool] // state security, public interest, trade secrets or privacy
	Secures record.Opt[bool] // it would secure somebody's debt, or promise a return

	Extra record.Extra
}

// Line is one asset of an application, a plan or an agreement: how it is
// granted, and what decides what else must be there.
type Line struct {
	Asset        string
	Name         string
	Certificate  string // number of its certificate, where it has one already
	Mode         asset.Mode
	Areas        []string // fields or scenarios, by the mode
	Public       record.Opt[bool]
	Provider     string // that shared the data; "" where they are the holder's own
	Personal     record.Opt[bool]
	Important    record.Opt[bool]
	ClassifiedOn calendar.Date // classified and graded
}

func (l Line) clone() Line {
	l.Areas = slices.Clone(l.Areas)
	return l
}

func cloneLines(lines []Line) []Line {
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i] = lines[i].clone()
	}
	return lines
}

func (a Application) clone() Application {
	a.Assets, a.Rights = cloneLines(a.Assets), slices.Clone(a.Rights)
	return a
}

// institution reports whether the rules on state-owned assets of administrative
// and public institutions bind a holder: one that keeps enterprise accounts is
// outside 国务院令第738号 第58条.
func institution(h asset.Holder) bool {
	return h.Entity.Public() && h.System() == asset.GovernmentAccounting
}

// line returns the line of an asset.
func (a Application) line(id string) (Line, bool) {
	i := slices.IndexFunc(a.Assets, func(l Line) bool { return l.Asset == id })
	if i < 0 {
		return Line{}, false
	}
	return a.Assets[i], true
}

// public reports whether a line is public data: an institution's always are.
func (a Application) public(l Line) bool { return l.Public.Or(a.Holder.Entity.Public()) }

// entrusted reports whether public data go to an operator for development.
func (a Application) entrusted() bool {
	return a.RecipientKind == OperatorRecipient && slices.ContainsFunc(a.Assets, a.public)
}

// Consent is a provider's consent to the authorised operation of what it
// shared.
type Consent struct {
	Asset  string
	On     calendar.Date
	Number string
	Scope  string
	To     calendar.Date // last day; no date where none is set
}

// Decision is a collective decision.
type Decision struct {
	Form   DecisionForm
	Number string
	Matter string
}

// Approval is a document of approval (批准文件): the voucher of what follows from
// it points to it (会计基础工作规范 第48条(七)). Authority and day are those of the
// step that brings it.
type Approval struct {
	Number     string
	Subject    string
	Scope      string
	Amount     money.Amount
	Conditions string
	ValidTo    calendar.Date // last day; no date where none is set
}

// Competition is the record of how an operator was chosen.
type Competition struct {
	Method    Method
	Number    string
	Operator  string
	Published calendar.Date // terms of the agreement in the tender papers put out for opinions
	Bidders   record.Opt[int64]
	Reason    string // for another way
}

// Voucher is what shows that an asset is registered: the certificate of its
// card, or the code of its national registration. [VoucherOf] makes one.
type Voucher struct {
	Asset        string
	Regime       string // of the registration
	Number       string
	RegisteredOn calendar.Date
	ValidTo      calendar.Date // last day; no date where none is fixed
}

// Evaluation is the periodic evaluation of a grant.
type Evaluation struct {
	From        calendar.Date // period evaluated
	To          calendar.Date
	Market      Market
	Passed      record.Opt[bool]
	Findings    string
	Uses        record.Opt[int64]
	Revenue     money.Amount
	Unused      []Cut // what was not used
	Redeveloped record.Opt[bool]
	Raw         record.Opt[bool] // raw data that are not lawfully public reached the market
	Support     []Support
	SupportDoc  string
	Audited     record.Opt[bool] // internal audit
}

// Cut is what an adjustment takes away: some areas of an asset, or the asset.
type Cut struct {
	Asset string
	Areas []string // none: all of it
}

// Disclosure is what was published of a grant for a year.
type Disclosure struct {
	Year     record.Opt[int64]
	Link     string
	Subject  string // whom, what, scope and term; an operator's: list and use made of the data
	Ceiling  string // an agency's: ceilings of the service fee
	Rates    string // an operator's: its rates
	Products []string
}

// Guarantee is the request that data assets secure somebody's debt, or promise a
// return.
type Guarantee struct {
	Number   string
	On       calendar.Date
	Holder   asset.Holder
	Assets   []string
	Kind     Security
	For      string // whose debt
	Creditor string
	Amount   money.Amount
}

func cloneCuts(cuts []Cut) []Cut {
	cuts = slices.Clone(cuts)
	for i := range cuts {
		cuts[i].Areas = slices.Clone(cuts[i].Areas)
	}
	return cuts
}

func (e Evaluation) clone() Evaluation {
	e.Unused, e.Support = cloneCuts(e.Unused), slices.Clone(e.Support)
	return e
}

func (d Disclosure) clone() Disclosure {
	d.Products = slices.Clone(d.Products)
	return d
}
