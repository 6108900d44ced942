package registry

import (
	"io"
	"sync"

	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Event is one step that was taken, with all that is needed to rebuild the
// registration. What the step is called and where it is laid down stands in the
// row of the state table: [Regime.Row].
type Event struct {
	Asset   string
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

// Events returns the table of [Event]. Written one a line, events are the
// history of a registration as text; [Register] chains them.
func Events() *record.Table[Event] { return events() }

var events = sync.OnceValue(func() *record.Table[Event] {
	name := record.Text{Max: 40, Shape: record.CodeText}
	return record.MustTable(record.Definition{
		Name: "registration-event", Title: text("登记事件", "event of a registration"), Basis: gx("4.3.4"),
		Doc: text("登记的每一步；依次重放即得登记现状。", "Every step of a registration; replayed in order they give what it is now."),
	}, []record.Field[Event]{
		{Key: "asset", Title: text("资产", "asset"), Type: name, Required: record.Always(), Example: "JT-01", At: record.AtText(func(e *Event) *string { return &e.Asset })},
		{Key: "regime", Title: text("登记制度", "regime"), Type: name, Required: record.Always(), Example: "finance-card", At: record.AtText(func(e *Event) *string { return &e.Regime })},
		{Key: "from", Title: text("原状态", "from"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(positions(), func(e *Event) *rule.Position { return &e.From })},
		{Key: "to", Title: text("新状态", "to"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(positions(), func(e *Event) *rule.Position { return &e.To })},
		{Key: "step", Title: text("步骤", "step"), Type: record.Chosen{}, Required: record.Always(), At: record.AtChoice(Commands(), func(e *Event) *Command { return &e.Command })},
	})
})

var positions = sync.OnceValue(func() *record.Table[rule.Position] {
	basis := append(gx("4.3.4"), r26("第8条")...)
	open := record.Present("procedure")
	return record.MustTable(record.Definition{Name: "registration-position", Title: text("登记状态", "position of a registration")}, []record.Field[rule.Position]{
		{Key: "status", Title: text("状态", "status"), Type: record.Code{List: listOf("registration-status", "登记状态", "status", basis, statuses())}, Required: record.Always(), Example: None, At: record.AtText(func(p *rule.Position) *string { return &p.Status })},
		{Key: "procedure", Title: text("在办登记类型", "open procedure"), Type: record.Code{List: procedureList()}, Example: First, At: record.AtText(func(p *rule.Position) *string { return &p.Procedure })},
		{Key: "stage", Title: text("环节", "stage"), Type: record.Code{List: listOf("registration-stage", "登记环节", "stage", basis, stages())}, Required: open, Absent: record.Not(open), Example: Submitted, At: record.AtText(func(p *rule.Position) *string { return &p.Stage })},
	})
})

// WriteEvents writes events as JSON Lines.
func WriteEvents(w io.Writer, all []Event) error { return Events().WriteLines(w, all) }

// ReadEvents reads events from JSON Lines, a file of that name. Findings leave
// an event out of the list; an error is about the call.
func ReadEvents(r io.Reader, file string) ([]Event, rule.Report, error) {
	return record.ReadLines(r, Events().Read, record.Options{File: file}).Collect()
}

// Replay rebuilds a registration from its events. An event of another asset or
// regime, or one that leads elsewhere than it says, is refused with a
// [*rule.ReplayError]; the registration is then the one before it.
func Replay(regime *Regime, asset string, events []Event) (Registration, error) {
	return history.Replay(New(regime, asset), events)
}

var history = machine.Log[Registration, Event]{
	Name:  "registry",
	Thing: func(r Registration) (string, rule.Position) { return inRegime(r.Asset, r.Regime().ID()), r.Position },
	Event: func(e Event) (string, rule.Position, rule.Position) { return inRegime(e.Asset, e.Regime), e.From, e.To },
	Take: func(r Registration, e Event) (Registration, error) {
		next, _, err := r.Apply(e.Command)
		return next, err
	},
}

func inRegime(asset, regime string) string { return "asset " + asset + " in regime " + regime }
