package pilot

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// Unit is one pilot unit with its records. A system that keeps its own records
// fills it in; [Build] makes it from an inventory and events. Whatever is nil or
// empty is not there.
type Unit struct {
	Inventory      asset.Inventory // with the holder
	Ledger         *ledger.Ledger
	Registrations  []registry.Registration // one an asset and regime
	Journal        *accounting.Journal
	Authorizations []authorization.Authorization // one a matter and regime, disposals too
	Supplies       []Supply
	Guarantees     []authorization.Guarantee         // asked for and not forbidden
	Account        revenue.Account                   // 收入四栏账; of its holder only taxation and treasury are its own, the rest is the inventory's
	Booked         map[string][]Booking              // by row of the account or matter, what books it; nil: it is not told
	Stated         map[string]map[string]rule.Source // by row and column of the account, where it was said; nil: it is not told
	Matters        []revenue.Matter
	Done           []Done
	Stocktakes     []Stocktake
	Plans          []UnitPlan       // its own pilot plan, as it was filed
	Summaries      []ClosingSummary // as they were sent
}

// Stocktake is an inventory that was taken (盘点).
type Stocktake struct {
	On     calendar.Date
	Agrees bool // with the books
	Note   string
}

// Supply is data supplied to others.
type Supply struct {
	Assets        []string
	To            string
	On            calendar.Date
	Authorisation string                    // id of the matter; "" for one by an application of its own
	Application   authorization.Application // what was supplied, to whom, for what
}

// Done is a duty that was fulfilled. Subject tells which occasion: a quarter
// (2025Q2) for a quarterly duty, the id of a receipt or matter for a filing, ""
// for a duty that occurs once.
type Done struct {
	Duty    rule.ID
	Subject string
	On      calendar.Date
	Note    string
}
