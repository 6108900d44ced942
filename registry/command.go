package registry

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
)

// Command is one step that someone takes on a registration.
type Command interface {
	name() string // of the row of the state table
	act() Act
	with(Act) Command // a copy that shares nothing, with another Act
}

// Act is what every step carries.
type Act struct {
	On       calendar.Date
	By       string // the person or body that takes the step
	Role     Role   // in which role; "" is the one that usually takes it
	Reason   string
	Evidence []Document
}

// Document is a document handed in with a step.
type Document struct {
	Kind   DocumentKind
	Title  string
	Number string
	On     calendar.Date
	Digest string // of its file, so that it can be recognised
}

// The commands of a registrant.
type (
	// Draft opens a procedure of a kind while its papers are being prepared; they
	// stay with the registrant until they are handed in.
	Draft struct {
		Act
		Kind string // First, Alteration, Correction, Cancellation, Renewal
	}
	// Submit hands in the card, for the first time or again.
	Submit struct {
		Act
		Card Card
	}
	// Alter hands in a changed card, because the facts have changed.
	Alter struct {
		Act
		Card Card
	}
	// Correct hands in a corrected card, because the registration was wrong. An
	// interested party may ask for it too.
	Correct struct {
		Act
		Card Card
	}
	// Cancel asks to end the registration.
	Cancel struct {
		Act
		Cause Cause
	}
	// Renew asks for another term.
	Renew struct{ Act }
	// Withdraw ends the open procedure; the status stays.
	Withdraw struct{ Act }
	// EndOperation says that the operation of a product or service has really
	// ended, on which a registration without a fixed term expires.
	EndOperation struct{ Act }
)

// The commands of a registry, and the objection of an interested party.
type (
	// Accept takes an application on.
	Accept struct{ Act }
	// Return tells once what is missing; the reason lists it.
	Return struct{ Act }
	// Reject refuses an application, with the reason.
	Reject struct{ Act }
	// Examine begins the formal review.
	Examine struct{ Act }
	// Explain tells the registrant why the review is not finished in time.
	Explain struct{ Act }
	// Publish ends the formal review and begins the public notice.
	Publish struct{ Act }
	// Object objects to what is published, under the real name and with evidence.
	Object struct{ Act }
	// Uphold finds an objection right, which ends the registration.
	Uphold struct{ Act }
	// Dismiss finds an objection wrong; the procedure goes on.
	Dismiss struct{ Act }
	// Approve completes the open procedure. Where it yields a certificate or a
	// code, that is its number.
	Approve struct {
		Act
		CertificateNo string
		ValidTo       calendar.Date // the last day, where it is to be earlier than the longest term
	}
	// Revoke ends a registration that was come by or used wrongly.
	Revoke struct {
		Act
		Ground Ground
	}
	// Lapse cancels a registration whose term has ended without a renewal.
	Lapse struct{ Act }
)

func (c Draft) name() string      { return "draft." + c.Kind }
func (Submit) name() string       { return "submit" }
func (Alter) name() string        { return "alter" }
func (Correct) name() string      { return "correct" }
func (Cancel) name() string       { return "cancel" }
func (Renew) name() string        { return "renew" }
func (Withdraw) name() string     { return "withdraw" }
func (EndOperation) name() string { return "endOperation" }
func (Accept) name() string       { return "accept" }
func (Return) name() string       { return "return" }
func (Reject) name() string       { return "reject" }
func (Examine) name() string      { return "examine" }
func (Explain) name() string      { return "explain" }
func (Publish) name() string      { return "publish" }
func (Object) name() string       { return "object" }
func (Uphold) name() string       { return "uphold" }
func (Dismiss) name() string      { return "dismiss" }
func (Approve) name() string      { return "approve" }
func (Revoke) name() string       { return "revoke" }
func (Lapse) name() string        { return "lapse" }

func (a Act) act() Act { return a }

func (c Draft) with(a Act) Command        { c.Act = a; return c }
func (c Submit) with(a Act) Command       { c.Act = a; c.Card.own(); return c }
func (c Alter) with(a Act) Command        { c.Act = a; c.Card.own(); return c }
func (c Correct) with(a Act) Command      { c.Act = a; c.Card.own(); return c }
func (c Cancel) with(a Act) Command       { c.Act = a; return c }
func (c Renew) with(a Act) Command        { c.Act = a; return c }
func (c Withdraw) with(a Act) Command     { c.Act = a; return c }
func (c EndOperation) with(a Act) Command { c.Act = a; return c }
func (c Accept) with(a Act) Command       { c.Act = a; return c }
func (c Return) with(a Act) Command       { c.Act = a; return c }
func (c Reject) with(a Act) Command       { c.Act = a; return c }
func (c Examine) with(a Act) Command      { c.Act = a; return c }
func (c Explain) with(a Act) Command      { c.Act = a; return c }
func (c Publish) with(a Act) Command      { c.Act = a; return c }
func (c Object) with(a Act) Command       { c.Act = a; return c }
func (c Uphold) with(a Act) Command       { c.Act = a; return c }
func (c Dismiss) with(a Act) Command      { c.Act = a; return c }
func (c Approve) with(a Act) Command      { c.Act = a; return c }
func (c Revoke) with(a Act) Command       { c.Act = a; return c }
func (c Lapse) with(a Act) Command        { c.Act = a; return c }

// ActOf returns what every step carries of a command; the zero Act for none.
func ActOf(c Command) Act {
	if c == nil {
		return Act{}
	}
	a := c.act()
	a.Evidence = slices.Clone(a.Evidence)
	return a
}

// handsIn reports whether a command hands in a card.
func handsIn(c Command) bool {
	switch c.(type) {
	case Submit, Alter, Correct:
		return true
	}
	return false
}

// cardOf returns the card that a command hands in, the zero Card where it hands
// in none. Its slices are the command's.
func cardOf(c Command) Card {
	switch c := c.(type) {
	case Submit:
		return c.Card
	case Alter:
		return c.Card
	case Correct:
		return c.Card
	}
	return Card{}
}

// kindOf is the kind of procedure that a command opens, "" for none.
func kindOf(c Command) string {
	switch c := c.(type) {
	case Draft:
		return c.Kind
	case Submit:
		return First
	case Alter:
		return Alteration
	case Correct:
		return Correction
	case Cancel:
		return Cancellation
	case Renew:
		return Renewal
	}
	return ""
}
