package authorization

import (
	"io"
	"sync"

	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Event is one step that was taken, with all that is needed to rebuild the
// authorisation. What the step is called and where it is laid down stands in the
// row of the state table: [Regime.Row].
type Event struct {
	ID      string // of the matter
	Regime  string
	From    rule.Position
	To      rule.Position
	Command Command
}

// Row returns the row of the state table that an event took, and whether there
// is one.
func (g *Regime) Row(e Event) (rule.Transition, bool) {
	if e.Command == nil {
		return rule.Transition{}, false
	}
	return g.machine.Row(e.From, e.Command.name(), e.Command.act().On)
}

// Events returns the table of [Event]. Written one a line, events are the history
// of an authorisation as text.
func Events() *record.Table[Event] { return events() }

var events = sync.OnceValue(func() *record.Table[Event] {
	return record.MustTable(record.Definition{
		Name: "authorisation-event", Title: text("授权事件", "event of an authorisation"), Basis: chain(),
		Doc: text("授权、处置的每一步；依次重放即得现状。", "Every step of an authorisation or disposal; replayed in order they give what it is now."),
	}, []record.Field[Event]{
		{Key: "id", Title: text("授权编号", "id"), Type: codeType, Required: record.Always(), Example: "SQ-2025-01", At: record.AtText(func(e *Event) *string { return &e.ID })},
		{Key: "regime", Title: text("程序", "regime"), Type: codeType, Required: record.Always(), Example: "asset-use", At: record.AtText(func(e *Event) *string { return &e.Regime })},
		{Key: "from", Title: text("原状态", "from"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(positions(), func(e *Event) *rule.Position { return &e.From })},
		{Key: "to", Title: text("新状态", "to"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(positions(), func(e *Event) *rule.Position { return &e.To })},
		{Key: "step", Title: text("步骤", "step"), Type: record.Chosen{}, Required: record.Always(), At: record.AtChoice(Commands(), func(e *Event) *Command { return &e.Command })},
	})
})

var positions = sync.OnceValue(func() *record.Table[rule.Position] {
	open := record.Present("procedure")
	return record.MustTable(record.Definition{Name: "authorisation-position", Title: text("授权状态", "position of an authorisation")}, []record.Field[rule.Position]{
		{Key: "status", Title: text("状态", "status"), Type: record.Code{List: statusList()}, Required: record.Always(), Example: None, At: record.AtText(func(p *rule.Position) *string { return &p.Status })},
		{Key: "procedure", Title: text("在办类型", "open procedure"), Type: record.Code{List: procedureList()}, Example: Grant, At: record.AtText(func(p *rule.Position) *string { return &p.Procedure })},
		{Key: "stage", Title: text("环节", "stage"), Type: record.Code{List: stageList()}, Required: open, Absent: record.Not(open), Example: Drafted, At: record.AtText(func(p *rule.Position) *string { return &p.Stage })},
	})
})

// WriteEvents writes events as JSON Lines.
func WriteEvents(w io.Writer, all []Event) error { return Events().WriteLines(w, all) }

// ReadEvents reads events from JSON Lines, a file of that name. Findings leave an
// event out of the list; an error is about the call.
func ReadEvents(r io.Reader, file string) ([]Event, rule.Report, error) {
	return record.ReadLines(r, Events().Read, record.Options{File: file}).Collect()
}

// Replay rebuilds an authorisation from its events. An event of another matter or
// regime, or one that leads elsewhere than it says, is refused with a
// [*rule.ReplayError]; the authorisation is then the one before it.
func Replay(regime *Regime, id string, events []Event) (Authorization, error) {
	return history.Replay(New(regime, id), events)
}

var history = machine.Log[Authorization, Event]{
	Name:  "authorization",
	Thing: func(a Authorization) (string, rule.Position) { return inRegime(a.ID, a.Regime().ID()), a.Position },
	Event: func(e Event) (string, rule.Position, rule.Position) { return inRegime(e.ID, e.Regime), e.From, e.To },
	Take: func(a Authorization, e Event) (Authorization, error) {
		next, _, err := a.Apply(e.Command)
		return next, err
	},
}

func inRegime(id, regime string) string { return id + " in regime " + regime }
