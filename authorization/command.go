package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
)

// Command is one step that someone takes on an authorisation.
type Command interface {
	name() string // of the row of the state table
	act() Act
	with(Act) Command // a copy that shares nothing, with another Act
}

// Act is what every step carries.
type Act struct {
	On       calendar.Date
	By       string // the body that takes the step
	Role     Role   // in which role; "" is the one whose step it is in the regime
	Reason   string
	Evidence []Document
}

// Document is a document handed in with a step.
type Document struct {
	Title  string
	Number string
	On     calendar.Date
	Digest string // of its file, so that it can be recognised
}

// The commands of the side that applies: the holder, the implementing agency, an
// enterprise.
type (
	// Draft opens a procedure of a kind with its papers, or hands in other papers
	// while they are being prepared.
	Draft struct {
		Act
		Kind        string // Grant, Amendment, Renewal
		Application Application
		Plan        Plan // in authorised operation; else the zero Plan
	}
	// DraftDisposal opens the procedure of a disposal with its application, or
	// hands in another.
	DraftDisposal struct {
		Act
		Disposal Disposal
	}
	// Decide is the collective decision on the papers.
	Decide struct {
		Act
		Decision Decision
	}
	// Submit sends the papers to the departments that review and approve.
	Submit struct{ Act }
	// Choose is the choice of the operator by fair competition.
	Choose struct {
		Act
		Competition Competition
	}
	// Sign signs the agreement; the vouchers show that the assets are registered.
	Sign struct {
		Act
		Agreement Agreement
		Vouchers  []Voucher
	}
	// File files the plan or the agreement with the data authority.
	File struct {
		Act
		Subject Subject
		To      string // with whom
		Number  string
	}
	// Retract takes the open procedure back; the status stays.
	Retract struct{ Act }
	// Evaluate is the periodic evaluation.
	Evaluate struct {
		Act
		Evaluation Evaluation
	}
	// Disclose is the yearly disclosure, the agency's or the operator's.
	Disclose struct {
		Act
		Disclosure Disclosure
	}
	// Adjust takes a part of the grant back.
	Adjust struct {
		Act
		Ground Ground
		Cuts   []Cut
	}
	// End says that the grant has ended, or that what was approved is not carried
	// out.
	End struct {
		Act
		Cause Cause
	}
	// Execute carries a disposal out.
	Execute struct {
		Act
		Execution Execution
	}
)

// The commands of others.
type (
	// GiveConsent is the consent of the unit that shared the data.
	GiveConsent struct {
		Act
		Consent Consent
	}
	// Review is the review of the competent department, passed.
	Review struct{ Act }
	// Approve is the written reply that approves.
	Approve struct {
		Act
		Approval Approval
	}
	// Adopt is the adoption of the plan by the government of its level.
	Adopt struct {
		Act
		Approval Approval
	}
	// Return sends the papers back, with what is missing.
	Return struct{ Act }
	// Reject refuses the open procedure, with the reason.
	Reject struct{ Act }
	// Withdraw takes the whole grant back.
	Withdraw struct {
		Act
		Ground Ground
	}
)

func (c Draft) name() string       { return "draft." + c.Kind }
func (DraftDisposal) name() string { return "draftDisposal" }
func (Decide) name() string        { return "decide" }
func (Submit) name() string        { return "submit" }
func (Choose) name() string        { return "choose" }
func (Sign) name() string          { return "sign" }
func (c File) name() string        { return "file." + string(c.Subject) }
func (Retract) name() string       { return "retract" }
func (Evaluate) name() string      { return "evaluate" }
func (Disclose) name() string      { return "disclose" }
func (Adjust) name() string        { return "adjust" }
func (End) name() string           { return "end" }
func (Execute) name() string       { return "execute" }
func (GiveConsent) name() string   { return "giveConsent" }
func (Review) name() string        { return "review" }
func (Approve) name() string       { return "approve" }
func (Adopt) name() string         { return "adopt" }
func (Return) name() string        { return "return" }
func (Reject) name() string        { return "reject" }
func (Withdraw) name() string      { return "withdraw" }

func (a Act) act() Act { return a }

func (c Draft) with(a Act) Command {
	c.Act, c.Application, c.Plan = a, c.Application.clone(), c.Plan.clone()
	return c
}

func (c Sign) with(a Act) Command {
	c.Act, c.Agreement, c.Vouchers = a, c.Agreement.clone(), slices.Clone(c.Vouchers)
	return c
}

func (c DraftDisposal) with(a Act) Command { c.Act, c.Disposal = a, c.Disposal.clone(); return c }
func (c Decide) with(a Act) Command        { c.Act = a; return c }
func (c Submit) with(a Act) Command        { c.Act = a; return c }
func (c Choose) with(a Act) Command        { c.Act = a; return c }
func (c File) with(a Act) Command          { c.Act = a; return c }
func (c Retract) with(a Act) Command       { c.Act = a; return c }
func (c Evaluate) with(a Act) Command      { c.Act, c.Evaluation = a, c.Evaluation.clone(); return c }

func (c Disclose) with(a Act) Command    { c.Act, c.Disclosure = a, c.Disclosure.clone(); return c }
func (c Adjust) with(a Act) Command      { c.Act, c.Cuts = a, cloneCuts(c.Cuts); return c }
func (c End) with(a Act) Command         { c.Act = a; return c }
func (c Execute) with(a Act) Command     { c.Act = a; return c }
func (c GiveConsent) with(a Act) Command { c.Act = a; return c }
func (c Review) with(a Act) Command      { c.Act = a; return c }
func (c Approve) with(a Act) Command     { c.Act = a; return c }
func (c Adopt) with(a Act) Command       { c.Act = a; return c }
func (c Return) with(a Act) Command      { c.Act = a; return c }
func (c Reject) with(a Act) Command      { c.Act = a; return c }
func (c Withdraw) with(a Act) Command    { c.Act = a; return c }

// ActOf returns what every step carries of a command; the zero Act for none.
func ActOf(c Command) Act {
	if c == nil {
		return Act{}
	}
	a := c.act()
	a.Evidence = slices.Clone(a.Evidence)
	return a
}
