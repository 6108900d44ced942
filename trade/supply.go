package trade

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// Supply is one supply of data to a recipient: an offer, or a deal made.
type Supply struct {
	ID         string
	Assets     []string
	Object     Object
	Public     record.Opt[bool] // public data, or made from them
	Purpose    Purpose
	Charge     Charge
	Conditions []Condition

	On            calendar.Date // of the deal
	Supplier      string
	Operator      string // whose public data it is made from
	Recipient     string
	RecipientKind Participant
	Services      []ThirdPartyService

	Form      PriceForm
	Price     money.Amount // a unit, tax included
	Unit      Unit
	Quantity  record.Opt[int64]
	Ceiling   money.Amount  // of the unit
	Began     calendar.Date // operation began, of a trial rate
	Contract  string        // number of the agreement
	Appraisal string        // number of the report
	Appraised money.Amount  // a unit
	Funded    money.Amount  // of the unit's cost, what budget or subsidy has paid already

	Venue     Venue
	Exchange  string // its name
	Listing   string // number of the exchange's certificate
	Delivered calendar.Date
	Settled   calendar.Date

	Disclosed   calendar.Date
	DisclosedAt string
}

// Condition is one condition of use (有条件).
type Condition struct {
	Kind  ConditionKind
	Text  string
	Until calendar.Date
}

// ThirdPartyService is a service that a third party gave to the supply.
type ThirdPartyService struct {
	Kind     Service
	Provider string
	Report   string
}

// isFee reports whether the price is an operating service fee for public data
// (公共数据运营服务费), which the notice on prices governs.
func (s Supply) isFee() bool {
	return s.Object == Product && s.Public.Or(false) && s.Charge == Paid && !s.Purpose.public()
}
