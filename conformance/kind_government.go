package conformance

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

func governmentPolicy(choose *chooser) government.Policy {
	return government.Policy{
		PriorYears:  government.PriorYears(choose.of("P2", "throughAdjustment", "straightToSurplus", "refuse")),
		ThisYear:    government.ThisYear(choose.of("P3", "expense", "otherRevenue", "hold")),
		Formed:      government.Formed(choose.of("P4", "firstCollection", "completion", "sweep")),
		CatchUp:     government.CatchUp(choose.of("P6", "fromAdjustment", "catchUp")),
		OwnApproval: rule.OwnApproval(choose.of("P18", "requireOther", "warn", "allow")),
		Appraisal:   government.Appraisal(choose.of("P28", "costMethod", "refuse", "any")),
		Materiality: accounting.Materiality(choose.of("P30", "natureOrAmount", "amountAlone")),
	}
}

type evidence struct {
	Voucher   money.Amount `json:"voucher"`
	Appraised money.Amount `json:"appraised"`
	Ordered   bool         `json:"ordered"`
	Method    string       `json:"method"`
	Market    money.Amount `json:"market"`
	Replaced  money.Amount `json:"replaced"`
}

func (e evidence) evidence() government.Evidence {
	return government.Evidence{Voucher: e.Voucher, Appraised: e.Appraised, Ordered: e.Ordered, Method: government.Method(e.Method), Market: e.Market, Replaced: e.Replaced}
}

type statements struct {
	NoVoucher     string `json:"noVoucher"`
	NoAppraisal   string `json:"noAppraisal"`
	NoReplacement string `json:"noReplacement"`
	Reason        string `json:"reason"`
}

func (s statements) statements() government.Statements {
	return government.Statements{NoVoucher: s.NoVoucher, NoAppraisal: s.NoAppraisal, NoReplacement: s.NoReplacement, Reason: s.Reason}
}

type firstInput struct {
	Asset    string        `json:"asset"`
	On       calendar.Date `json:"on"`
	How      string        `json:"how"`
	Booked   money.Amount  `json:"booked"`
	Nominal  bool          `json:"nominal"`
	Evidence evidence      `json:"evidence"`
	Why      statements    `json:"why"`
}

// askFirst judges the first amount at which an asset is booked in the government
// system, and says what a donated or surplus asset is measured at.
func askFirst(c Case, in firstInput, choose *chooser, a *answer) error {
	b := government.FirstBooking{
		Asset: in.Asset, On: in.On, How: government.How(in.How), Booked: in.Booked, Nominal: in.Nominal,
		Evidence: in.Evidence.evidence(), Why: in.Why.statements(), Policy: governmentPolicy(choose),
	}
	if b.How == government.Donated || b.How == government.SurplusOfTime {
		m := b.Policy.MeasureSurplus(b.Evidence)
		if b.How == government.Donated {
			m = government.MeasureDonation(b.Evidence)
		}
		a.values["tier"], a.values["value"], a.values["nominal"] = m.Tier, m.Value, m.Nominal
	}
	a.report(government.BookingRules().Explain(b, rule.Context{At: c.At}))
	return nil
}

type terms struct {
	Measured   string         `json:"measured"`
	Indefinite bool           `json:"indefinite"`
	From       calendar.Month `json:"from"`
	Months     int            `json:"months"`
	Residual   money.Amount   `json:"residual"`
}

type amortisingInput struct {
	Asset     string         `json:"asset"`
	Month     calendar.Month `json:"month"`
	Terms     terms          `json:"terms"`
	Cost      money.Amount   `json:"cost"`
	Amortised money.Amount   `json:"amortised"`
	Amount    money.Amount   `json:"amount"`
}

// askAmortising judges one month's amortisation in the government system.
func askAmortising(c Case, in amortisingInput, _ *chooser, a *answer) error {
	v := government.Amortising{
		Asset: in.Asset, Month: in.Month, Cost: in.Cost, Amortised: in.Amortised, Amount: in.Amount,
		Terms: accounting.Terms{
			Measured: accounting.Measurement(in.Terms.Measured), Indefinite: in.Terms.Indefinite,
			From: in.Terms.From, Months: in.Terms.Months, Residual: in.Terms.Residual,
		},
	}
	a.report(government.AmortisationRules().Explain(v, rule.Context{At: c.At}))
	return nil
}

type changeInput struct {
	Asset  string        `json:"asset"`
	Kind   string        `json:"kind"`
	On     calendar.Date `json:"on"`
	Booked rule.ID       `json:"booked"`
	Up     bool          `json:"up"`
	Amount money.Amount  `json:"amount"`
}

// askChange judges how the books answer a change of value in the government system.
func askChange(c Case, in changeInput, _ *chooser, a *answer) error {
	v := government.Change{Asset: in.Asset, Kind: government.ChangeKind(in.Kind), On: in.On, Booked: in.Booked, Up: in.Up, Amount: in.Amount}
	a.report(government.ChangeRules().Explain(v, rule.Context{At: c.At}))
	return nil
}

type unitInput struct {
	Name      string         `json:"name"`
	Entity    rule.Entity    `json:"entity"`
	Authority rule.Authority `json:"authority"`
	Finance   string         `json:"finance"`
}

func (u unitInput) unit() government.Unit {
	return government.Unit{Name: u.Name, Entity: u.Entity, Authority: u.Authority, Finance: u.Finance}
}

type approvalInput struct {
	Body   string        `json:"body"`
	On     calendar.Date `json:"on"`
	Number string        `json:"number"`
}

type surplusInput struct {
	ID       string         `json:"id"`
	On       calendar.Date  `json:"on"`
	Unit     unitInput      `json:"unit"`
	Items    []item         `json:"items"`
	Approval *approvalInput `json:"approval"`
}

type item struct {
	Asset     string        `json:"asset"`
	Detail    string        `json:"detail"`
	Collected calendar.Date `json:"collected"`
	Completed calendar.Date `json:"completed"`
	Use       string        `json:"use"`
	Why       statements    `json:"why"`
}

// askSurplus books own data found outside the books at nominal amount, and the
// decision on them.
func askSurplus(_ Case, in surplusInput, choose *chooser, a *answer) error {
	p := governmentPolicy(choose)
	a.askOnly("government.nominal-has-statements")
	s := government.Surplus{ID: in.ID, On: in.On, Unit: in.Unit.unit()}
	for _, i := range in.Items {
		s.Items = append(s.Items, government.Item{Asset: i.Asset, Detail: i.Detail, Collected: i.Collected, Completed: i.Completed, Use: i.Use, Why: i.Why.statements()})
	}
	found, err := p.Found(s)
	if err != nil {
		return unless(a.refused(err), err)
	}
	all := []accounting.Posting{found}
	if in.Approval != nil {
		a.askOnly("government.not-own-approval", "government.own-data-by-policy")
		more, err := p.Approved(s, accounting.Approval{Body: in.Approval.Body, On: in.Approval.On, Number: in.Approval.Number})
		if err != nil {
			a.values["vouchers"] = voucherLines(all)
			return unless(a.refused(err), err)
		}
		all = append(all, more...)
	}
	a.values["vouchers"] = voucherLines(all)
	return nil
}

func unless(noted bool, err error) error {
	if noted {
		return nil
	}
	return err
}

type toCostInput struct {
	ID     string            `json:"id"`
	On     calendar.Date     `json:"on"`
	Unit   unitInput         `json:"unit"`
	Asset  string            `json:"asset"`
	Detail string            `json:"detail"`
	Ground string            `json:"ground"`
	Cost   money.Amount      `json:"cost"`
	Months int               `json:"months"`
	Passed int               `json:"passed"`
	Use    string            `json:"use"`
	Facts  map[string]string `json:"facts"`
	By     string            `json:"by"`
}

// askToCost takes an asset from nominal amount to cost.
func askToCost(_ Case, in toCostInput, choose *chooser, a *answer) error {
	a.askOnly("government.no-appraisal-to-cost")
	all, err := governmentPolicy(choose).ToCost(government.ToCost{
		ID: in.ID, On: in.On, Unit: in.Unit.unit(), Asset: in.Asset, Detail: in.Detail, Ground: government.Ground(in.Ground), Cost: in.Cost,
		Months: in.Months, Passed: in.Passed, Use: in.Use, Facts: in.Facts, By: government.Method(in.By),
	})
	if err != nil {
		return unless(a.refused(err), err)
	}
	a.values["vouchers"] = voucherLines(all)
	return nil
}

type mistakeInput struct {
	Nature     bool         `json:"nature"`
	Effect     money.Amount `json:"effect"`
	Base       money.Amount `json:"base"`
	Unknowable bool         `json:"unknowable"`
}

// askMistake judges whether an error of an earlier year is material (P30).
func askMistake(_ Case, in mistakeInput, choose *chooser, a *answer) error {
	event, judged, err := governmentPolicy(choose).ExpensedInError(accounting.Mistake{Nature: in.Nature, Effect: in.Effect, Base: in.Base}, in.Unknowable)
	if err != nil {
		return err
	}
	a.values["material"], a.values["event"], a.values["ratio"] = judged.Material, event, judged.Ratio.StringFixed(4)
	return nil
}
