package enterprise

import (
	"errors"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// Refusal is a booking that a rule refuses.
type Refusal struct {
	Rule  rule.Rule
	Asset string
	Why   rule.Text
}

// Error names the rule and the reason.
func (e *Refusal) Error() string {
	if e.Asset == "" {
		return "enterprise: " + string(e.Rule.ID) + ": " + e.Why.EN
	}
	return "enterprise: " + e.Asset + ": " + string(e.Rule.ID) + ": " + e.Why.EN
}

// Is makes errors.Is(err, rule.ErrNotAllowed) true.
func (e *Refusal) Is(target error) bool { return target == rule.ErrNotAllowed }

func refuse(id rule.ID, asset string, why rule.Text) *Refusal {
	return &Refusal{bookingRule(id), asset, why}
}

// Post makes the posting of an event by [Events]. What the standards forbid
// outright has a kind too, and is refused with the clause, here as a [*Refusal]
// (the table itself, [accounting.Table.Post], says the same in an
// [*accounting.EventError]):
//
//	enterprise.appraisal-booked         an appraisal as cost
//	enterprise.written-up               a carrying amount raised
//	enterprise.impairment-reversed      an impairment taken back
//	enterprise.research-capitalised     research as an asset
//	enterprise.expensed-capitalised     what was expensed, written back
//	enterprise.unqualified-capitalised  development short of the five conditions
//	enterprise.revenue-based-amortising amortisation by revenue
//
// A residual value needs the document of one of its two cases
// ([ResidualBasis.Document]), and revenue-based amortisation and the rest of [Life]
// are refused where a life is estimated. Other errors are [*accounting.EventError].
func Post(e accounting.Event) (accounting.Posting, error) {
	p, err := Events().Post(e)
	bad, ok := errors.AsType[*accounting.EventError](err)
	if !ok || bad.Rule == "" {
		return p, err
	}
	asset := ""
	for i := range e.Parts {
		if bad.Rule != ruleResidual || e.Parts[i].Terms.Residual.Sign() > 0 {
			asset = e.Parts[i].Asset
			break
		}
	}
	return p, refuse(bad.Rule, asset, bad.Want)
}
