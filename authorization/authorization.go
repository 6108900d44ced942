package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Authorization is one matter in one regime: the use of data assets by others,
// their authorised operation, or their disposal. It is a value, which Apply never
// changes; [New] makes one. It does not carry its history; its events do.
type Authorization struct {
	ID       string        // of the matter; the same in every regime that it needs
	Position rule.Position // status, and the open procedure
	Since    calendar.Date // the day the status was reached
	From     calendar.Date // first day of the term in force
	To       calendar.Date // last day of the term in force
	Ended    Ended         // the procedure that ended last

	regime     *Regime
	granted    papers // as granted, less what was taken back
	pending    papers // in the open procedure
	consents   []consented
	evaluation Evaluation // the last
	evaluated  calendar.Date
	disclosed  []disclosed
	filed      filings
	execution  Execution
	ground     Ground
	cause      Cause
	grantedOn  calendar.Date // the first time
	lastOn     calendar.Date // day of the last step
	steps      int           // events so far
}

// Ended is a procedure that has ended, and how.
type Ended struct {
	Procedure string
	Outcome   Outcome
	On        calendar.Date
}

// papers is what a procedure brings together.
type papers struct {
	application Application
	plan        Plan
	disposal    Disposal
	decision    Decision
	decidedOn   calendar.Date
	approval    Approval
	approvedOn  calendar.Date
	approvedBy  string
	adoptedOn   calendar.Date
	competition Competition
	agreement   Agreement
	signedOn    calendar.Date
	vouchers    []Voucher
}

// consented is a consent and whose it is.
type consented struct {
	consent Consent
	by      string
}

// disclosed is a disclosure of a year by one side.
type disclosed struct {
	year int64
	role Role
	on   calendar.Date
}

// filings is the days on which something was filed for the papers in force.
type filings struct{ plan, agreement calendar.Date }

// New returns the authorisation of a matter in a regime, not granted yet.
func New(regime *Regime, id string) Authorization {
	return Authorization{ID: id, Position: regime.machine.Initial(), regime: regime}
}

// Regime returns the regime; nil, whose id is empty, for the zero Authorization.
func (a Authorization) Regime() *Regime { return a.regime }

// Application returns the application as granted, less what was taken back; the
// zero Application before that.
func (a Authorization) Application() Application { return a.granted.application.clone() }

// Pending returns the application of the open procedure, the zero Application
// where there is none.
func (a Authorization) Pending() Application { return a.pending.application.clone() }

// Plan returns the plan as adopted and in force.
func (a Authorization) Plan() Plan { return a.granted.plan.clone() }

// Agreement returns the agreement in force, with the catalogue as signed.
func (a Authorization) Agreement() Agreement { return a.granted.agreement.clone() }

// Decision returns the collective decision on the papers in force, and its day.
func (a Authorization) Decision() (Decision, calendar.Date) {
	return a.granted.decision, a.granted.decidedOn
}

// Competition returns how the operator was chosen; the zero Competition where
// nothing is on record.
func (a Authorization) Competition() Competition { return a.granted.competition }

// Vouchers returns what showed that the assets were registered when the agreement
// was signed.
func (a Authorization) Vouchers() []Voucher { return slices.Clone(a.granted.vouchers) }

// Approval returns the document by which the papers in force were approved or
// adopted, and its day.
func (a Authorization) Approval() (Approval, calendar.Date) {
	return a.granted.approval, a.granted.approvedOn
}

// Disposal returns the application for disposal: as approved, or that of the open
// procedure.
func (a Authorization) Disposal() Disposal {
	if a.granted.disposal.Number == "" {
		return a.pending.disposal.clone()
	}
	return a.granted.disposal.clone()
}

// Execution returns how the disposal was carried out; the zero Execution before.
func (a Authorization) Execution() Execution { return a.execution }

// Evaluation returns the last evaluation and its day.
func (a Authorization) Evaluation() (Evaluation, calendar.Date) {
	return a.evaluation.clone(), a.evaluated
}

// Ground returns why the grant was withdrawn or last adjusted; "" if neither.
func (a Authorization) Ground() Ground { return a.ground }

// Cause returns why the grant ended; "" if it did not.
func (a Authorization) Cause() Cause { return a.cause }

// LastStep returns the day of the last step, no date before the first.
func (a Authorization) LastStep() calendar.Date { return a.lastOn }

// Steps returns how many steps were taken.
func (a Authorization) Steps() int { return a.steps }

// Allowed lists the commands that the state table has here on a day.
func (a Authorization) Allowed(on calendar.Date) []string {
	if a.regime == nil {
		return nil
	}
	return a.regime.machine.Allowed(a.Position, on)
}

// Apply takes one step. It returns the authorisation after it and what happened,
// or an error and nothing changed: a [*rule.Refusal] where the state table or a
// guard refuses, a [*rule.ReportError] where the command itself is incomplete.
func (a Authorization) Apply(c Command) (Authorization, []Event, error) {
	if a.regime == nil {
		return a, nil, &rule.Refusal{Why: text("授权未指定规则", "the authorisation has no regime: make it by New")}
	}
	if err := Commands().Validate(c, record.Options{}).Err(); err != nil {
		return a, nil, err
	}
	act := c.act()
	if act.Role == "" {
		act.Role = a.regime.sides(c.name())[0]
	}
	row, err := a.regime.machine.Apply(a.Position, c.name(), act.On, step{&a, c, act})
	if err != nil {
		return a, nil, err
	}
	act.Evidence = slices.Clone(act.Evidence)
	c = c.with(act)
	next := a
	next.Position, next.lastOn, next.steps = row.To, act.On, a.steps+1
	if row.To.Status != a.Position.Status {
		next.Since = act.On
	}
	next.take(c, act, a.Position)
	return next, []Event{{a.ID, a.regime.ID(), a.Position, row.To, c}}, nil
}

// take carries over what a command brings or completes.
func (a *Authorization) take(c Command, act Act, from rule.Position) {
	switch c := c.(type) {
	case Draft:
		a.pending = papers{application: c.Application.clone(), plan: c.Plan.clone()}
	case DraftDisposal:
		a.pending = papers{disposal: c.Disposal.clone()}
	case Decide:
		a.pending.decision, a.pending.decidedOn = c.Decision, act.On
	case Adopt:
		a.pending.approval, a.pending.approvedOn, a.pending.approvedBy = c.Approval, act.On, act.By
		a.pending.adoptedOn = act.On
	case Choose:
		a.pending.competition = c.Competition
	case Approve:
		a.pending.approval, a.pending.approvedOn, a.pending.approvedBy = c.Approval, act.On, act.By
	case Sign:
		a.pending.agreement, a.pending.signedOn, a.pending.vouchers = c.Agreement.clone(), act.On, slices.Clone(c.Vouchers)
	case Reject:
		a.close(from, Rejected, act.On)
	case Retract:
		a.close(from, Retracted, act.On)
	case Withdraw:
		a.ground = c.Ground
		a.close(from, Stopped, act.On)
	case End:
		a.cause = c.Cause
		a.close(from, Stopped, act.On)
	default:
		a.note(c, act)
	}
	if a.Position.Procedure == "" && completes(c) && from.Procedure != "" {
		a.complete(from, act.On)
	}
}

// completes reports whether a command can be the last of a procedure.
func completes(c Command) bool {
	switch c.(type) {
	case Approve, Sign, Execute:
		return true
	}
	return false
}

// note takes what is done beside a procedure.
func (a *Authorization) note(c Command, act Act) {
	switch c := c.(type) {
	case GiveConsent:
		a.consents = append(slices.Clip(a.consents), consented{c.Consent, act.By})
	case Evaluate:
		a.evaluation, a.evaluated = c.Evaluation.clone(), act.On
	case Disclose:
		a.disclosed = append(slices.Clip(a.disclosed), disclosed{c.Disclosure.Year.Or(0), act.Role, act.On})
	case File:
		if c.Subject == FilePlan {
			a.filed.plan = act.On
		} else {
			a.filed.agreement = act.On
		}
	case Adjust:
		a.ground = c.Ground
		a.granted.application.Assets = less(a.granted.application.Assets, c.Cuts)
	case Execute:
		a.execution = c.Execution
	}
}

// close ends the open procedure, if there is one.
func (a *Authorization) close(from rule.Position, o Outcome, on calendar.Date) {
	a.pending = papers{}
	if from.Procedure != "" {
		a.Ended = Ended{from.Procedure, o, on}
	}
}

// complete puts the papers of the open procedure in force.
func (a *Authorization) complete(from rule.Position, on calendar.Date) {
	p := a.pending
	a.granted = p
	if a.grantedOn.IsZero() {
		a.grantedOn = on
	}
	if from.Procedure != Disposing {
		first, last := p.application.From, p.application.To
		if !p.signedOn.IsZero() {
			first, last = p.agreement.From, p.agreement.To
		}
		if to := p.approval.ValidTo; !to.IsZero() && to.Before(last) {
			last = to
		}
		if from.Procedure == Renewal {
			first = a.From
		}
		a.From, a.To = first, last
	}
	if from.Procedure != Grant { // what was filed before was filed for other papers
		a.filed.agreement = calendar.Date{}
		if a.filed.plan.Before(p.adoptedOn) {
			a.filed.plan = calendar.Date{}
		}
	}
	a.close(from, Completed, on)
}

// less takes cuts away from lines.
func less(lines []Line, cuts []Cut) []Line {
	var left []Line
	for _, l := range lines {
		kept := true
		for _, c := range cuts {
			switch {
			case c.Asset != l.Asset:
			case len(c.Areas) == 0:
				kept = false
			default:
				l.Areas = slices.DeleteFunc(slices.Clone(l.Areas), func(area string) bool { return slices.Contains(c.Areas, area) })
				kept = kept && len(l.Areas) > 0
			}
		}
		if kept {
			left = append(left, l)
		}
	}
	return left
}

// holder returns the holder of the papers.
func (p papers) holder() asset.Holder {
	if p.disposal.Number != "" {
		return p.disposal.Holder
	}
	return p.application.Holder
}

// StatusAt returns the status on a day: that of the state table, or
// [ExpiredStatus] after the last day of the term. It looks back over the status
// and the first grant: for every day, replay the events up to it.
func (a Authorization) StatusAt(d calendar.Date) string {
	switch {
	case a.grantedOn.IsZero() || d.Before(a.grantedOn):
		return None
	case a.Position.Status != Granted && !d.Before(a.Since):
		return a.Position.Status
	case !a.To.IsZero() && d.After(a.To):
		return ExpiredStatus
	}
	return Granted
}

// Covers reports whether an asset, and an area of it where one is named, lies
// within the grant as it now stands.
func (a Authorization) Covers(id, area string) bool {
	l, ok := a.granted.application.line(id)
	if !ok || area == "" || l.Mode == Whole {
		return ok
	}
	return slices.Contains(l.Areas, area)
}

// consentFor returns the consent that holds for a line on a day.
func (a Authorization) consentFor(l Line, on calendar.Date) bool {
	return slices.ContainsFunc(a.consents, func(c consented) bool { return c.by == l.Provider && c.consent.holds(l.Asset, on) })
}

func (c Consent) holds(id string, on calendar.Date) bool {
	return c.Asset == id && !c.On.IsZero() && !c.On.After(on) && (c.To.IsZero() || !c.To.Before(on))
}
