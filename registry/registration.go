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
	Card        Card          // as registered; the zero Card before that
	Certificate Certificate   // in force; the zero Certificate if there is none
	Since       calendar.Date // the day the status was reached

	regime    *Regime
	pending   Card          // as submitted in the open procedure
	submitter string        // who opened or reopened it
	cause     Cause         // of the open cancellation
	lastOn    calendar.Date // day of the last step
}

// Certificate is the data asset certificate (数据资产证书): the voucher for
// authorised outside use.
type Certificate struct {
	Number     string
	Asset      string
	IssuedOn   calendar.Date
	IssuedBy   string
	Supersedes string // number of the certificate before
}

// Event is one step that was taken, with all that is needed to rebuild the
// registration.
type Event struct {
	Asset   string
	Regime  string
	From    rule.Position
	To      rule.Position
	Command Command
	Title   rule.Text     // what the step is called
	Basis   []rule.Clause // of the row
}

// New returns the registration of an asset in a regime, not registered yet.
func New(regime *Regime, asset string) Registration {
	return Registration{Asset: asset, Position: regime.machine.Initial(), regime: regime}
}

// Regime returns the id of the regime.
func (r Registration) Regime() string {
	if r.regime == nil {
		return ""
	}
	return r.regime.id
}

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
	c = clone(c)
	on, by := c.at()
	row, err := r.regime.machine.Apply(r.Position, c.name(), on, step{r, c})
	if err != nil {
		return r, nil, err
	}
	next := r
	next.Position, next.lastOn = row.To, on
	if row.To.Status != r.Position.Status {
		next.Since = on
	}
	next.take(c, r.Position.Procedure, on, by)
	event := Event{r.Asset, r.regime.id, r.Position, row.To, c, row.Title, slices.Clone(row.Basis)}
	return next, []Event{event}, nil
}

// take carries over what a command brings or completes.
func (r *Registration) take(c Command, procedure string, on calendar.Date, by string) {
	switch c := c.(type) {
	case Submit:
		r.pending, r.submitter = c.Card, by
	case Alter:
		r.pending, r.submitter = c.Card, by
	case Correct:
		r.pending, r.submitter = c.Card, by
	case Cancel:
		r.cause, r.submitter = c.Cause, by
	case Withdraw:
		r.pending, r.submitter, r.cause = Card{}, "", ""
	case Approve:
		if procedure != Cancellation {
			r.Card = r.pending
			r.Certificate = r.certificate(c)
		}
		r.pending, r.submitter = Card{}, ""
	}
}

// certificate is the one that an approval yields.
func (r *Registration) certificate(c Approve) Certificate {
	if c.CertificateNo == "" {
		return Certificate{}
	}
	return Certificate{c.CertificateNo, r.Asset, c.On, c.By, r.Certificate.Number}
}

// Cause returns why the registration was cancelled; "" if it was not.
func (r Registration) Cause() Cause {
	if r.Position.Status != Cancelled {
		return ""
	}
	return r.cause
}

// IsRegistered reports whether the asset is registered, whatever procedure is
// open on it.
func (r Registration) IsRegistered() bool { return r.Position.Status == Registered }

// Replay rebuilds a registration from its events.
func Replay(regime *Regime, asset string, events []Event) (Registration, error) {
	r := New(regime, asset)
	for _, e := range events {
		next, _, err := r.Apply(e.Command)
		if err != nil {
			return r, err
		}
		r = next
	}
	return r, nil
}

// ID names the regime.
func (g *Regime) ID() string { return g.id }

// Title names the regime in both languages.
func (g *Regime) Title() rule.Text { return g.title }

// Rows returns the state table, written out, as data.
func (g *Regime) Rows() []rule.Transition { return g.machine.Rows() }

// Positions lists every position that can be reached.
func (g *Regime) Positions() []rule.Position { return g.machine.Positions() }

// Mermaid draws the state table.
func (g *Regime) Mermaid(l rule.Language) string { return g.machine.Mermaid(l) }

// The guards.

func datesInOrder(s step) rule.Text {
	on, _ := s.c.at()
	if !on.Before(s.r.lastOn) {
		return rule.Text{}
	}
	return text("早于上一步骤日期 "+s.r.lastOn.String(), "the last step was on "+s.r.lastOn.String())
}

func sameAsset(s step) rule.Text {
	id := ""
	switch c := s.c.(type) {
	case Submit:
		id = c.Card.Resource.ID
	case Alter:
		id = c.Card.Resource.ID
	case Correct:
		id = c.Card.Resource.ID
	}
	if id == s.r.Asset {
		return rule.Text{}
	}
	return text("卡片的资源编号是 "+id+"，登记的是 "+s.r.Asset, "the card is that of "+id+", the registration that of "+s.r.Asset)
}

func otherPerson(s step) rule.Text {
	if _, by := s.c.at(); by != s.r.submitter {
		return rule.Text{}
	}
	return text("审核人与提交人同为 "+s.r.submitter, "it was submitted by "+s.r.submitter+" too")
}

func certificateNumber(s step) rule.Text {
	c, ok := s.c.(Approve)
	needs := s.r.regime.certifies && s.r.Position.Procedure != Cancellation
	switch {
	case !ok || needs == (c.CertificateNo != ""):
		return rule.Text{}
	case needs:
		return text("未填证书编号", "it carries no certificate number")
	}
	return text("此处不产生证书，不得填写证书编号", "no certificate is issued here, so it must carry no number")
}

// clone copies a command's slices, so that nothing is shared with the caller.
func clone(c Command) Command {
	switch c := c.(type) {
	case Submit:
		c.Card = c.Card.clone()
		return c
	case Alter:
		c.Card = c.Card.clone()
		return c
	case Correct:
		c.Card = c.Card.clone()
		return c
	}
	return c
}

func (c Card) clone() Card {
	c.Resource = c.Resource.Clone()
	return c
}
