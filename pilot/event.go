package pilot

import (
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// Event is one thing a unit did. [Events] is the choice of all kinds.
type Event interface {
	day() calendar.Date
}

// The kinds of event.
type (
	// Fulfilled is a duty that was done.
	Fulfilled struct {
		On      calendar.Date
		Duty    rule.ID
		Subject string
		Note    string
	}
	// Listed enters resources of the inventory in the ledger.
	Listed struct {
		On     calendar.Date
		Assets []string
	}
	// Changed changes fields of a row.
	Changed struct {
		On     calendar.Date
		Asset  string
		Reason string
		Set    []FieldValue
	}
	// Retired takes a row out of the ledger.
	Retired struct {
		On     calendar.Date
		Asset  string
		Cause  ledger.Cause
		Reason string
	}
	// SurplusFound books data found by the sweep at nominal amount.
	SurplusFound struct {
		On    calendar.Date
		ID    string
		Items []SurplusItem
	}
	// SurplusApproved is the decision on a surplus.
	SurplusApproved struct {
		On      calendar.Date
		Surplus string
		Body    string
		Number  string
	}
	// Step is a step of registration, the same for several assets: of their cards, or
	// of the registration that Regime names.
	Step struct {
		On           calendar.Date
		Assets       []string
		Regime       string // "" is the card of the unit's kind
		Kind         string // submit, accept, approve and the other commands of package registry
		Procedure    string // for draft
		By           string
		Reason       string
		Cause        registry.Cause
		Ground       registry.Ground
		Certificates []string      // one an asset, for approve
		ValidTo      calendar.Date // for approve, where it is earlier than the longest term
		Evidence     []registry.Document
	}
	// Authorised is a step of an authorisation or a disposal, in every procedure of
	// the matter that it is a step of. Its papers leave out what the unit's records
	// say ([authorization.UnitCommands]).
	Authorised struct {
		ID      string // of the matter
		Regimes []string
		Step    authorization.Command
	}
	// Supplied is data supplied to others: what an authorisation covers, or what an
	// application of its own says, where no procedure is needed.
	Supplied struct {
		On            calendar.Date
		Authorisation string // id of the matter
		Assets        []string
		Areas         []string // fields or scenarios; none: all that are granted
		To            string
		Application   authorization.Application
		Consents      []authorization.GiveConsent
	}
	// Secured is a request that data assets secure somebody's debt.
	Secured struct{ Guarantee authorization.Guarantee }
	// Completed is a matter that an enterprise reports.
	Completed struct{ Matter revenue.Matter }
	// PlanFiled is the unit's own pilot plan, filed. It fulfils [DutyPlan].
	PlanFiled struct{ Plan UnitPlan }
	// SummarySent is the closing summary, sent. It fulfils [DutySummary], and
	// declares the day on which the pilot was completed ([DutyCompletion]).
	SummarySent struct{ Summary ClosingSummary }
)

// FieldValue is a field of a row and its new text.
type FieldValue struct{ Field, Value string }

// SurplusItem is one asset of a surplus with its three negative statements and
// the reason.
type SurplusItem struct {
	Asset, Detail                                 string
	NoVoucher, NoAppraisal, NoReplacement, Reason string
}

func (e Fulfilled) day() calendar.Date       { return e.On }
func (e Listed) day() calendar.Date          { return e.On }
func (e Changed) day() calendar.Date         { return e.On }
func (e Retired) day() calendar.Date         { return e.On }
func (e SurplusFound) day() calendar.Date    { return e.On }
func (e SurplusApproved) day() calendar.Date { return e.On }
func (e Step) day() calendar.Date            { return e.On }
func (e Authorised) day() calendar.Date      { return authorization.ActOf(e.Step).On }
func (e Supplied) day() calendar.Date        { return e.On }
func (e Secured) day() calendar.Date         { return e.Guarantee.On }
func (e Completed) day() calendar.Date       { return e.Matter.CompletedOn }
func (e PlanFiled) day() calendar.Date       { return e.Plan.On }
func (e SummarySent) day() calendar.Date     { return e.Summary.On }
