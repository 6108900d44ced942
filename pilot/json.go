package pilot

import (
	"encoding/json"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// MarshalJSON writes the result for other programs: lowerCamelCase keys, dates
// as 2006-01-02, records as their tables write them.
func (r Result) MarshalJSON() ([]byte, error) {
	holder, err := asset.Holders().Encode(&r.Holder)
	if err != nil {
		return nil, err
	}
	out := resultJSON{
		At: r.At, Holder: holder, Obligations: r.Obligations, Vouchers: r.Postings,
		Disclosures: r.Disclosures, Totals: r.Totals, Clauses: r.Clauses, Report: r.Report,
		Ledger: []json.RawMessage{}, Resources: []assessmentJSON{}, Registrations: []registrationJSON{}, Authorizations: []authorizationJSON{}, Balances: []balanceJSON{},
	}
	for row := range r.Ledger.Rows() {
		b, err := ledger.Table().Encode(&row)
		if err != nil {
			return nil, err
		}
		out.Ledger = append(out.Ledger, b)
	}
	for _, a := range r.Assessments {
		out.Resources = append(out.Resources, assessmentJSON{
			a.Resource, answer(a.Management), answer(a.Accounting), a.System, a.Class, a.Route, a.RouteWhy, a.RouteBasis,
		})
	}
	for _, x := range r.Registrations {
		out.Registrations = append(out.Registrations, registrationJSON{x.Asset, x.Regime().ID(), x.Position, x.Since, x.Certificate.Number, x.Cause()})
	}
	for _, a := range r.Authorizations {
		out.Authorizations = append(out.Authorizations, authorizationJSON{a.ID, a.Regime().ID(), a.Position, a.Since, a.From, a.To, granted(a)})
	}
	for _, b := range r.Balances {
		out.Balances = append(out.Balances, balanceJSON{b.Account.Code, b.Account.Name, b.Debits, b.Credits, b.Net})
	}
	return json.Marshal(out)
}

type resultJSON struct {
	At             calendar.Date        `json:"at"`
	Holder         json.RawMessage      `json:"holder"`
	Resources      []assessmentJSON     `json:"resources"`
	Ledger         []json.RawMessage    `json:"ledger"`
	Registrations  []registrationJSON   `json:"registrations"`
	Authorizations []authorizationJSON  `json:"authorizations"`
	Vouchers       []accounting.Posting `json:"vouchers"`
	Balances       []balanceJSON        `json:"balances"`
	Disclosures    Disclosures          `json:"disclosures,omitzero"`
	Obligations    []Obligation         `json:"obligations"`
	Totals         Totals               `json:"totals"`
	Clauses        []ClauseOutcome      `json:"clauses"`
	Report         rule.Report          `json:"report"`
}

type assessmentJSON struct {
	Resource   string        `json:"resource"`
	Management answerJSON    `json:"management"`
	Accounting answerJSON    `json:"accounting"`
	System     asset.System  `json:"system"`
	Class      asset.Class   `json:"class,omitzero"`
	Route      asset.Route   `json:"route,omitzero"`
	RouteWhy   rule.Text     `json:"routeWhy"`
	RouteBasis []rule.Clause `json:"routeBasis"`
}

type answerJSON struct {
	State    rule.State      `json:"state"`
	Criteria []criterionJSON `json:"criteria"`
}

type criterionJSON struct {
	Rule   rule.ID       `json:"rule"`
	Title  rule.Text     `json:"title"`
	State  rule.State    `json:"state"`
	Why    rule.Text     `json:"why"`
	Settle rule.Text     `json:"settle,omitzero"`
	Basis  []rule.Clause `json:"basis"`
}

func answer(j asset.Judgement) answerJSON {
	a := answerJSON{State: j.State}
	for _, c := range j.Criteria {
		a.Criteria = append(a.Criteria, criterionJSON{c.ID, c.Title, c.State, c.Why, c.Settle, c.Basis})
	}
	return a
}

type registrationJSON struct {
	Asset       string         `json:"asset"`
	Regime      string         `json:"regime"`
	Position    rule.Position  `json:"position"`
	Since       calendar.Date  `json:"since,omitzero"`
	Certificate string         `json:"certificate,omitzero"`
	Cause       registry.Cause `json:"cause,omitzero"`
}

type authorizationJSON struct {
	ID       string        `json:"id"`
	Regime   string        `json:"regime"`
	Position rule.Position `json:"position"`
	Since    calendar.Date `json:"since,omitzero"`
	From     calendar.Date `json:"from,omitzero"`
	To       calendar.Date `json:"to,omitzero"`
	Assets   []string      `json:"assets,omitempty"`
}

type balanceJSON struct {
	Account string       `json:"account"`
	Name    rule.Text    `json:"name"`
	Debits  money.Amount `json:"debits"`
	Credits money.Amount `json:"credits"`
	Net     money.Amount `json:"net"`
}

// MarshalJSON writes the obligation with its due date and why it is that day.
func (o Obligation) MarshalJSON() ([]byte, error) {
	out := obligationJSON{
		Duty: o.Duty.ID, Title: o.Duty.Title, Basis: o.Duty.Basis, Force: o.Force, Subject: o.Subject, Trigger: o.Trigger,
		Due: o.Due.Date, National: o.National.Date, Provisional: o.Due.Provisional, Why: rule.Text{ZH: o.Due.ZH(), EN: o.Due.EN()},
		Addressee: o.Duty.Addressee, Copy: o.Duty.Copy, Amount: o.Amount, DoneOn: o.DoneOn, Standing: o.Standing, Days: o.Days, DaysUnknown: o.DaysUnknown,
	}
	if o.StateAssets != nil {
		for i := range o.StateAssets.Lines {
			b, err := ledger.StateAssetLines().Encode(&o.StateAssets.Lines[i])
			if err != nil {
				return nil, err
			}
			out.StateAssets = append(out.StateAssets, b)
		}
	}
	if m := o.Due.Missing; m != nil {
		out.Earliest = o.Due.Earliest
		out.Missing = &missingJSON{m.Layer, m.Year}
	}
	return json.Marshal(out)
}

type obligationJSON struct {
	Duty        rule.ID       `json:"duty"`
	Title       rule.Text     `json:"title"`
	Basis       []rule.Clause `json:"basis"`
	Force       rule.Force    `json:"force"`
	Subject     string        `json:"subject,omitzero"`
	Trigger     calendar.Date `json:"trigger,omitzero"`
	Due         calendar.Date `json:"due,omitzero"`
	National    calendar.Date `json:"dueNationally,omitzero"`
	Earliest    calendar.Date `json:"notBefore,omitzero"`
	Missing     *missingJSON  `json:"missingNotice,omitzero"`
	Provisional bool          `json:"provisional,omitzero"`
	Why         rule.Text     `json:"why"`
	Addressee   rule.Text     `json:"addressee,omitzero"`
	Copy        []rule.Text   `json:"copy,omitzero"`
	Amount      money.Amount  `json:"amount,omitzero"`
	DoneOn      calendar.Date `json:"doneOn,omitzero"`
	Standing    rule.Standing `json:"standing"`
	Days        int           `json:"workingDays,omitzero"`
	DaysUnknown bool          `json:"workingDaysUnknown,omitzero"`

	StateAssets []json.RawMessage `json:"stateAssets,omitzero"` // lines of the report that is handed in
}

type missingJSON struct {
	Layer calendar.Region `json:"layer"`
	Year  int             `json:"year"`
}
