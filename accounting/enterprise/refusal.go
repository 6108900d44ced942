package enterprise

import (
	"slices"

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
	all := bookingRules()
	i := slices.IndexFunc(all, func(r rule.Rule) bool { return r.ID == id })
	return &Refusal{all[i], asset, why}
}

// Post makes the posting of an event by [Events]. What the standards forbid
// outright has a kind too, and is refused with the clause, a [*Refusal]:
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
	if id, ok := forbidden()[e.Kind]; ok {
		r := refuse(id, "", rule.Text{})
		if len(e.Parts) > 0 {
			r.Asset = e.Parts[0].Asset
		}
		r.Why = r.Rule.Title
		return accounting.Posting{}, r
	}
	for i := range e.Parts {
		if e.Parts[i].Terms.Residual.Sign() > 0 && !slices.ContainsFunc(e.Documents, isResidualProof) {
			return accounting.Posting{}, refuse(ruleResidual, e.Parts[i].Asset, text("残值视为零，除非附有："+ThirdPartyBuys.Document()+"，或"+ActiveMarketThen.Document(),
				"residual value is zero, unless the event brings "+ThirdPartyBuys.Document()+" or "+ActiveMarketThen.Document()))
		}
	}
	return Events().Post(e)
}
