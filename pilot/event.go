package pilot

import (
	"github.com/dataasset-go/dataasset/asset"
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
	// Step is a step of registration, the same for several assets.
	Step struct {
		On           calendar.Date
		Assets       []string
		Kind         string // submit, alter, correct, cancel, approve, return, withdraw
		By           string
		Reason       string
		Cause        registry.Cause
		Certificates []string // one an asset, for approve
	}
	// Granted is an authorisation of operation.
	Granted struct {
		On       calendar.Date
		ID       string
		Assets   []string
		Mode     asset.Mode
		Operator string
		From, To calendar.Date
	}
	// Consented is a provider's consent.
	Consented struct {
		On       calendar.Date
		Asset    string
		Provider string
	}
	// Supplied is data supplied to others.
	Supplied struct {
		On     calendar.Date
		Assets []string
		To     string
	}
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
func (e Granted) day() calendar.Date         { return e.On }
func (e Consented) day() calendar.Date       { return e.On }
func (e Supplied) day() calendar.Date        { return e.On }
func (e Completed) day() calendar.Date       { return e.Matter.CompletedOn }
func (e PlanFiled) day() calendar.Date       { return e.Plan.On }
func (e SummarySent) day() calendar.Date     { return e.Summary.On }
