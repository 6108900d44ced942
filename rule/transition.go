package rule

import (
	"errors"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
)

// Position is where a thing stands, in two dimensions: its status, and the one
// procedure that may be open on it. An alteration under review does not suspend
// a valid registration: its status stays what it is while the procedure runs.
type Position struct {
	Status    string `json:"status"`             // none, registered, cancelled, revoked
	Procedure string `json:"procedure,omitzero"` // kind of the open procedure; "" when none is open
	Stage     string `json:"stage,omitzero"`     // its stage; "" when none is open
}

// String prints the position as status, or status/procedure/stage.
func (p Position) String() string {
	if p.Procedure == "" {
		return p.Status
	}
	return p.Status + "/" + p.Procedure + "/" + p.Stage
}

// Transition is one row of a state table. In From, Any stands for every code of
// that dimension; in To, Same for the code that From had.
type Transition struct {
	From      Position `json:"from"`
	Command   string   `json:"command"`
	To        Position `json:"to"`
	Title     Text     `json:"title"`
	Guards    []ID     `json:"guards,omitzero"`    // rules that must be met, in this order
	Basis     []Clause `json:"basis"`              //
	Effective Period   `json:"effective,omitzero"` // applies to commands dated in this period
	Judgement Text     `json:"judgement,omitzero"` // the choice made where the law is silent
}

// What stands for codes in the rows of a state table.
const (
	Any  = "*" // in From: every code of the dimension, none excepted
	Same = "=" // in To: the code that From had
)

// Code is a code of a state table with its title.
type Code struct {
	Code  string `json:"code"`
	Title Text   `json:"title"`
}

// ErrNotAllowed is matched by every refusal of a command.
var ErrNotAllowed = errors.New("rule: the command is not allowed")

// Refusal is a command that was refused; nothing has changed. It matches
// [ErrNotAllowed].
type Refusal struct {
	Position Position      // where the thing stood
	Command  string        // what was asked
	On       calendar.Date // the day of the command
	Rule     ID            // the guard that refused; "" where no row has the command
	Why      Text          // the reason
	Basis    []Clause      // the clauses of the rule or the row
	Allowed  []string      // commands that have a row here
	Step     Text          // title of the command; none: it is named by its code
	Where    Text          // title of the position; none: it is named by its codes
}

// Error says what was refused, why, and what would be allowed.
func (e *Refusal) Error() string {
	s := "rule: " + quote.Value(e.Command) + " is refused at " + quote.Value(e.Position.String())
	if e.Rule != "" {
		s += " by " + string(e.Rule)
	}
	s += ": " + e.Why.EN
	if len(e.Allowed) > 0 {
		s += "; allowed here: " + strings.Join(e.Allowed, ", ")
	}
	return s
}

// Is makes errors.Is(err, ErrNotAllowed) true.
func (e *Refusal) Is(target error) bool { return target == ErrNotAllowed }

// In tells the refusal in one language.
func (e *Refusal) In(l Language) string {
	stop, open, shut := "：", "（", "）"
	if l == English {
		stop, open, shut = ": ", " (", ")"
	}
	step, where := e.Command, e.Position.String()
	if !e.Step.IsZero() {
		step = e.Step.In(l)
	}
	if !e.Where.IsZero() {
		where = e.Where.In(l)
	}
	s := step + " @ " + where + stop + e.Why.In(l)
	for i, c := range e.Basis {
		if i == 0 {
			s += open
		} else {
			s += "; "
		}
		s += c.String()
	}
	if len(e.Basis) > 0 {
		s += shut
	}
	return s
}
