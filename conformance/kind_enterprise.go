package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/shopspring/decimal"
)

type lifeInput struct {
	Right         int          `json:"right"`
	Renewal       int          `json:"renewal"`
	RenewalProof  string       `json:"renewalProof"`
	Expected      int          `json:"expected"`
	Indefinite    bool         `json:"indefinite"`
	Reason        string       `json:"reason"`
	Residual      money.Amount `json:"residual"`
	ResidualBasis string       `json:"residualBasis"`
	ResidualProof string       `json:"residualProof"`
	RevenueBased  bool         `json:"revenueBased"`
}

// askLife estimates a useful life of an enterprise's intangible asset, in months.
func askLife(_ Case, in lifeInput, choose *chooser, a *answer) error {
	choose.of("P27", "reasonRequired")
	a.askOnly("enterprise.useful-life", "enterprise.residual-value", "enterprise.no-revenue-based-amortisation")
	months, err := enterprise.Life{
		Right: in.Right, Renewal: in.Renewal, RenewalProof: in.RenewalProof, Expected: in.Expected, Indefinite: in.Indefinite, Reason: in.Reason,
		Residual: in.Residual, ResidualBasis: enterprise.ResidualBasis(in.ResidualBasis), ResidualProof: in.ResidualProof, RevenueBased: in.RevenueBased,
	}.Months()
	if err != nil {
		return unless(a.refused(err), err)
	}
	a.values["months"] = months
	return nil
}

type dealInput struct {
	Asset       string       `json:"asset"`
	Kind        string       `json:"kind"`
	Affiliate   bool         `json:"affiliate"`
	Price       money.Amount `json:"price"`
	WhollyOwned bool         `json:"whollyOwned"`
	Consent     string       `json:"consent"`
	Valuation   string       `json:"valuation"`
	NotValued   string       `json:"notValued"`
	BookCost    money.Amount `json:"bookCost"`
	Listed      *int64       `json:"listed"`
	Registered  string       `json:"registered"`
}

// askDeal judges an enterprise's dealing by the rules on state assets.
func askDeal(_ Case, in dealInput, _ *chooser, a *answer) error {
	a.askOnly("enterprise.affiliate-free-of-charge", "enterprise.affiliate-agreement", "enterprise.appraisal-due", "enterprise.listing-period", "enterprise.pledge-noted")
	d := enterprise.Deal{
		Asset: in.Asset, Kind: enterprise.DealKind(in.Kind), Affiliate: in.Affiliate, Price: in.Price, WhollyOwned: in.WhollyOwned,
		Consent: in.Consent, Valuation: in.Valuation, NotValued: in.NotValued, BookCost: in.BookCost, Registered: in.Registered,
	}
	if in.Listed != nil {
		d.Listed = record.Some(*in.Listed)
	}
	a.report(enterprise.NationalFrame().Review(d))
	return nil
}

// noteInput is the disclosure tables of 财会〔2023〕11号 as filled in by hand: lines by
// their printed numbers, each with four amounts, null for none.
type noteInput struct {
	Intangible map[string][4]money.Amount `json:"intangible"`
	Inventory  map[string][4]money.Amount `json:"inventory"`
	Against    *againstInput              `json:"against"`
	Presented  presentedInput             `json:"presented"`
}

type presentedInput struct {
	Inventory   money.Amount `json:"inventory"`
	Intangible  money.Amount `json:"intangible"`
	Development money.Amount `json:"development"`
}

type againstInput struct {
	Cost          money.Amount    `json:"cost"`
	Impairment    money.Amount    `json:"impairment"`
	Recognised    money.Amount    `json:"recognised"`
	InventoryCost [2]money.Amount `json:"inventoryCost"`
	Provision     [2]money.Amount `json:"provision"`
	Inventories   money.Amount    `json:"inventories"`
	Intangibles   money.Amount    `json:"intangibles"`
	Development   money.Amount    `json:"development"`
}

// askNote checks the disclosure tables, and against other notes.
func askNote(_ Case, in noteInput, _ *chooser, a *answer) error {
	a.askOnly("enterprise.table-closing", "enterprise.table-total", "enterprise.table-children", "enterprise.table-children-all", "enterprise.table-carrying")
	empty := accounting.NewJournal()
	from, to := calendar.MustDate(2026, 1, 1), calendar.MustDate(2026, 12, 31)
	intangible, err := enterprise.IntangibleTable(empty, from, to, nil)
	if err != nil {
		return err
	}
	inventory, err := enterprise.InventoryTable(empty, from, to, nil)
	if err != nil {
		return err
	}
	for _, t := range []struct {
		table *enterprise.Table
		cells map[string][4]money.Amount
	}{{&intangible, in.Intangible}, {&inventory, in.Inventory}} {
		t.table.Cells = make([][4]money.Amount, len(t.table.Lines))
		for i := range t.table.Lines {
			t.table.Cells[i] = t.cells[strconv.Itoa(i+1)]
		}
		a.report(t.table.Check())
	}
	if x := in.Against; x != nil {
		a.askOnly("enterprise.table-within-main-note", "enterprise.table-development", "enterprise.table-inventory-note", "enterprise.line-within-parent", "enterprise.line-is-parent")
		a.report(enterprise.Against{
			Cost: x.Cost, Impairment: x.Impairment, Recognised: x.Recognised, InventoryCost: x.InventoryCost, Provision: x.Provision,
			Inventories: x.Inventories, Intangibles: x.Intangibles, DevelopmentAll: x.Development,
		}.Check(intangible, inventory, enterprise.Presentation{Inventory: in.Presented.Inventory, Intangible: in.Presented.Intangible, Development: in.Presented.Development}))
	}
	return nil
}

type recoverableInput struct {
	FairValue money.Amount   `json:"fairValue"`
	Costs     money.Amount   `json:"costs"`
	Flows     []money.Amount `json:"flows"`
	Rate      string         `json:"rate"`
	Factors   []string       `json:"factors"`
	Beyond    string         `json:"beyond"`
	Carrying  money.Amount   `json:"carrying"`
}

// askRecoverable finds a recoverable amount (CAS 8) and the loss against the
// carrying amount.
func askRecoverable(_ Case, in recoverableInput, _ *chooser, a *answer) error {
	r := enterprise.Recoverable{FairValue: in.FairValue, Costs: in.Costs, Flows: in.Flows, Beyond: in.Beyond}
	var err error
	if in.Rate != "" {
		if r.Rate, err = decimal.NewFromString(in.Rate); err != nil {
			return err
		}
	}
	for _, f := range in.Factors {
		d, err := decimal.NewFromString(f)
		if err != nil {
			return err
		}
		r.Factors = append(r.Factors, d)
	}
	a.asked["enterprise.cash-flow-years"] = true
	got, err := r.Recovery()
	var refused *enterprise.RecoverableError
	if errors.As(err, &refused) {
		a.values["refused"] = true
		for _, c := range refused.Basis {
			if c.Place == "第11条" { // the article of the rule on years
				a.refuse("enterprise.cash-flow-years", refused.Want, refused.Basis)
			}
		}
		return nil
	}
	if err != nil {
		return err
	}
	a.values["net"], a.values["valueInUse"], a.values["amount"], a.values["loss"] = got.Net, got.ValueInUse, got.Amount, got.Loss(in.Carrying)
	return nil
}

type conditionsInput struct {
	Memo json.RawMessage `json:"memo"`
	On   calendar.Date   `json:"on"`
}

// askConditions answers from when development is capitalised: the five conditions
// of CAS 6.
func askConditions(_ Case, in conditionsInput, _ *chooser, a *answer) error {
	m, err := read(enterprise.Memos(), in.Memo)
	if err != nil {
		return err
	}
	since, ok := m.Since()
	a.values["met"], a.values["capitalises"] = ok, m.Capitalises(in.On)
	setDate(a, "since", since)
	return nil
}

// askClassify answers as what an enterprise books a data resource.
func askClassify(c Case, in resourceInput, _ *chooser, a *answer) error {
	r, err := read(asset.Resources(), in.Resource)
	if err != nil {
		return err
	}
	got, err := enterprise.Classify(r, c.At)
	if err != nil {
		return err
	}
	a.report(got.Report)
	a.values["class"], a.values["account"] = got.Class, got.Account
	return nil
}

type scheduleInput struct {
	Cost     money.Amount     `json:"cost"`
	Start    calendar.Date    `json:"start"`
	Months   int              `json:"months"`
	Residual money.Amount     `json:"residual"`
	Opening  money.Amount     `json:"opening"`
	Used     int              `json:"used"`
	Truncate bool             `json:"truncate"`
	Revise   []revisionRecord `json:"revise"`
}

type revisionRecord struct {
	From       calendar.Month `json:"from"`
	Added      money.Amount   `json:"added"`
	Impairment money.Amount   `json:"impairment"`
	Months     int            `json:"months"`
}

// askSchedule answers what a straight-line schedule comes to, instalments by their
// number from 0.
func askSchedule(_ Case, in scheduleInput, choose *chooser, a *answer) error {
	p := accounting.Plan{
		Cost: in.Cost, Start: in.Start, Months: in.Months, Residual: in.Residual, Opening: in.Opening, Used: in.Used,
		First: accounting.FirstMonth(choose.of("P7", "month", "nextMonth")),
	}
	if in.Truncate {
		p.Rounding = accounting.Truncate
	}
	s, err := p.Schedule()
	if err != nil {
		return err
	}
	for _, r := range in.Revise {
		if _, s, err = s.Revise(accounting.Revision{From: r.From, Added: r.Added, Impairment: r.Impairment, Months: r.Months}); err != nil {
			return err
		}
	}
	amounts, accumulated, periods := map[string]any{}, map[string]any{}, map[string]any{}
	for i := range s.Months() {
		n := fmt.Sprint(i)
		amounts[n], accumulated[n], periods[n] = s.Amount(i), s.Accumulated(i), s.Period(i).String()
	}
	a.values["months"], a.values["amounts"], a.values["accumulated"], a.values["periods"] = s.Months(), amounts, accumulated, periods
	return nil
}
