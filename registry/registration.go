package registry

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Registration is one asset in one regime: a value, which Apply never changes.
// [New] makes one. It does not carry its history; its events do.
type Registration struct {
	Asset       string        // id of the resource
	Position    rule.Position // status, and the open procedure
	Certificate Certificate   // in force; the zero Certificate if there is none
	Since       calendar.Date // the day the status was reached
	ValidFrom   calendar.Date // first day of the term; no date where there is no term
	ValidTo     calendar.Date // last day of the term; no date where there is none, or none yet
	Ended       Ended         // the procedure that ended last

	regime     *Regime
	filed      Command // that handed in the card as registered; nil before
	pending    Command // that handed in a card in the open procedure; nil where there is none
	submitters []string
	objector   string
	cause      Cause
	ground     Ground
	clock      clock
	steps      int           // events so far
	lastOn     calendar.Date // day of the last step
	operation  bool          // valid until the operation really ends
}

// Ended is a procedure that has ended, and how.
type Ended struct {
	Procedure string
	Outcome   Outcome
	On        calendar.Date
}

// clock is the days of the last procedure that was opened, and two of the
// registration's own.
type clock struct {
	kind         string
	applied      calendar.Date // handed in, the last time
	answered     calendar.Date // accepted, returned or refused
	accepted     calendar.Date
	reviewed     calendar.Date // formal review ended
	published    calendar.Date
	objected     calendar.Date
	ended        calendar.Date
	returns      int
	firstApplied calendar.Date
	registered   calendar.Date // the first code or approval
	altered      calendar.Date // the last alteration or correction that was handed in
	renewed      calendar.Date // the last renewal that was handed in
}

// New returns the registration of an asset in a regime, not registered yet.
func New(regime *Regime, asset string) Registration {
	return Registration{Asset: asset, Position: regime.machine.Initial(), regime: regime}
}

// Regime returns the regime; nil, whose id is empty, for the zero Registration.
func (r Registration) Regime() *Regime { return r.regime }

// Card returns the card as registered; the zero Card before that.
func (r Registration) Card() Card { return cardOf(r.filed).clone() }

// Pending returns the card that was handed in in the open procedure, the zero
// Card where there is none.
func (r Registration) Pending() Card { return cardOf(r.pending).clone() }

// Allowed lists the commands that the state table has here on a day.
func (r Registration) Allowed(on calendar.Date) []string {
	if r.regime == nil {
		return nil
	}
	return r.regime.machine.Allowed(r.Position, on)
}

// Apply takes one step. It returns the registration after it and what happened,
// or an error and nothing changed: a [*rule.Refusal] where the state table or a
// guard refuses, a [*rule.ReportError] where the command itself is incomplete.
func (r Registration) Apply(c Command) (Registration, []Event, error) {
	if r.regime == nil {
		return r, nil, &rule.Refusal{Why: text("登记未指定规则", "the registration has no regime: make it by New")}
	}
	if err := Commands().Validate(c, record.Options{}).Err(); err != nil {
		return r, nil, err
	}
	act := c.act()
	if act.Role == "" {
		act.Role = usualRole(c)
	}
	to, err := r.regime.judge(&r, c, &act)
	if err != nil {
		return r, nil, err
	}
	act.Evidence = slices.Clone(act.Evidence)
	c = c.with(act)
	next := r
	next.Position, next.lastOn, next.steps = to, act.On, r.steps+1
	if to.Status != r.Position.Status {
		next.Since = act.On
	}
	next.take(c, act, r.Position)
	return next, []Event{{r.Asset, r.regime.ID(), r.Position, to, c}}, nil
}

// take carries over what a command brings or completes.
func (r *Registration) take(c Command, act Act, from rule.Position) {
	r.begin(c, act, from)
	switch c := c.(type) {
	case Return:
		r.clock.answered, r.clock.returns = act.On, r.clock.returns+1
	case Accept:
		r.clock.answered, r.clock.accepted = act.On, act.On
	case Publish:
		r.clock.reviewed, r.clock.published = act.On, act.On
	case Object:
		r.clock.objected, r.objector = act.On, act.By
	case Reject:
		if r.clock.accepted.IsZero() {
			r.clock.answered = act.On
		} else {
			r.clock.reviewed = act.On
		}
		r.end(from, Rejected, act.On)
	case Withdraw:
		if from.Procedure == First {
			r.clock.firstApplied = calendar.Date{} // what is withdrawn was not applied for
		}
		r.end(from, Withdrawn, act.On)
	case Uphold:
		r.end(from, Terminated, act.On)
	case Revoke:
		r.ground = c.Ground
		r.end(from, Terminated, act.On)
	case Lapse:
		r.end(from, Terminated, act.On)
		r.cause = Unrenewed
	case EndOperation:
		r.ValidTo, r.operation = act.On, false
	case Approve:
		r.complete(c, from.Procedure)
		r.end(from, Completed, act.On)
	}
}

// begin takes what opens a procedure or hands its papers in.
func (r *Registration) begin(c Command, act Act, from rule.Position) {
	kind := kindOf(c)
	if kind == "" {
		return
	}
	if from.Procedure == "" {
		r.clock = clock{kind: kind, firstApplied: r.clock.firstApplied, registered: r.clock.registered, altered: r.clock.altered, renewed: r.clock.renewed}
		r.submitters, r.objector, r.pending = nil, "", nil
	}
	if _, draft := c.(Draft); draft {
		return
	}
	r.clock.applied, r.clock.answered = act.On, calendar.Date{}
	r.submitters = append(slices.Clip(r.submitters), act.By)
	r.pending = nil
	if handsIn(c) {
		r.pending = c
	}
	switch c := c.(type) {
	case Submit:
		if r.clock.firstApplied.IsZero() {
			r.clock.firstApplied = act.On
		}
	case Alter, Correct:
		r.clock.altered = act.On
	case Renew:
		r.clock.renewed = act.On
	case Cancel:
		r.cause = c.Cause
	}
}

// end closes the open procedure, if there is one.
func (r *Registration) end(from rule.Position, o Outcome, on calendar.Date) {
	r.pending, r.submitters, r.objector = nil, nil, ""
	if from.Procedure == "" {
		return
	}
	r.Ended, r.clock.ended = Ended{from.Procedure, o, on}, on
	if from.Procedure == Cancellation && o != Completed {
		r.cause = ""
	}
}

// complete takes over what an approval yields.
func (r *Registration) complete(c Approve, procedure string) {
	if r.clock.reviewed.IsZero() {
		r.clock.reviewed = c.On
	}
	if procedure == Cancellation {
		return
	}
	if r.pending != nil {
		r.filed = r.pending
	}
	switch procedure {
	case First:
		r.clock.registered, r.ValidFrom = c.On, c.On
		r.ValidTo, r.operation = r.term(r.regime.spec.Validity.counted(c.On), c.ValidTo)
	case Renewal:
		r.ValidFrom = r.ValidTo.AddDays(1)
		r.ValidTo, _ = r.term(r.ValidFrom, c.ValidTo)
	}
	r.Certificate = r.certificate(c)
}

// term is the last day of a term that begins on a day, or that it runs until
// the operation really ends. A day of the registry's own goes before.
func (r *Registration) term(from, to calendar.Date) (calendar.Date, bool) {
	v := r.regime.spec.Validity
	switch {
	case v.Months == 0:
		return to, false
	case !to.IsZero():
		return to, false
	case v.WithOperation && shorter(cardOf(r.filed), v.Months):
		return calendar.Date{}, true
	}
	return longest(from, v.Months), false
}

// counted is the first day that counts in a term from the day of the code (P21).
func (v Validity) counted(coded calendar.Date) calendar.Date {
	if v.NextDay {
		return coded.AddDays(1)
	}
	return coded
}

// longest is the last day of a term of months whose first day counts.
func longest(from calendar.Date, months int) calendar.Date {
	return from.AddMonths(months).AddDays(-1)
}

// shorter reports whether a card is that of a product or service whose agreed
// operation lasts no longer than a number of months.
func shorter(c Card, months int) bool {
	return c.Subject == SubjectProduct && !c.GrantFrom.IsZero() && !c.GrantTo.IsZero() &&
		!c.GrantTo.After(longest(c.GrantFrom, months))
}

// StatusAt returns the status on a day: that of the state table, or
// [ExpiredStatus] after the last day of the term. It looks back over the status
// and the first registration, not over a withdrawn past: for every day, replay
// the events up to it.
func (r Registration) StatusAt(d calendar.Date) string {
	switch {
	case r.clock.registered.IsZero() || d.Before(r.clock.registered):
		return None
	case r.Position.Status != Registered && !d.Before(r.Since):
		return r.Position.Status
	case !r.ValidTo.IsZero() && d.After(r.ValidTo):
		return ExpiredStatus
	}
	return Registered
}

// IsRegistered reports whether the asset is registered, whatever procedure is
// open on it. Whether its term has run out depends on the day: see StatusAt.
func (r Registration) IsRegistered() bool { return r.Position.Status == Registered }

// UntilOperationEnds reports whether the registration holds until the operation
// really ends, which nobody has said yet.
func (r Registration) UntilOperationEnds() bool { return r.operation }

// Cause returns why the registration was cancelled; "" if it was not.
func (r Registration) Cause() Cause {
	if r.Position.Status != Cancelled {
		return ""
	}
	return r.cause
}

// Ground returns why the registration was revoked; "" if it was not.
func (r Registration) Ground() Ground { return r.ground }

// LastStep returns the day of the last step, no date before the first.
func (r Registration) LastStep() calendar.Date { return r.lastOn }

// Steps returns how many steps were taken.
func (r Registration) Steps() int { return r.steps }
