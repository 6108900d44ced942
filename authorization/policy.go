package authorization

import "github.com/dataasset-go/dataasset/rule"

// Policy carries what the law leaves open. The zero Policy is the default of each
// question. A regime carries its policy ([Regime.Under]).
type Policy struct {
	OwnApproval rule.OwnApproval // P18
	Assessment  Assessment       // P25
	Evaluation  Interval         // P26
}

// Assessment is P25: which assessment the plan asks for before outside use
// (GX-5.3.2 says “评估” and not of what).
type Assessment uint8

// The choices.
const (
	AssessByUse    Assessment = iota // default: security always; value where the use is paid and priced by appraisal
	AssessSecurity                   // security only
	AssessValue                      // value only
	AssessBothWays                   // both, always
)

// Interval is P26: how often a grant is evaluated (定期).
type Interval uint8

// The choices.
const (
	EveryYear     Interval = iota // default: 12 months, which fits the yearly disclosure
	EveryHalfYear                 // 6 months
	EveryTwoYears                 // 24 months
)

// Months is how many months may pass between two evaluations.
func (i Interval) Months() int {
	switch i {
	case EveryHalfYear:
		return 6
	case EveryTwoYears:
		return 24
	}
	return 12
}

// security reports whether the policy asks for a security assessment.
func (p Policy) security() bool { return p.Assessment != AssessValue }

// value reports whether the policy asks for an appraisal of what an application
// asks for.
func (p Policy) value(a Application) bool {
	switch p.Assessment {
	case AssessSecurity:
		return false
	case AssessValue, AssessBothWays:
		return true
	}
	return a.Payment == Paid && a.PriceBasis == ByAppraisal
}
