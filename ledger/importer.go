package ledger

import (
	"iter"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Importer compares rows read from a file with a ledger and says what to change.
// On and Reason go into the changes.
type Importer struct {
	On     calendar.Date
	Reason string

	// Fields are the keys of the fields that the file has; a field that it does not
	// have stays as the ledger has it. None is all of them.
	Fields []string
}

// Action is what the import does with a row of a file.
type Action string

// The actions.
const (
	AddRow    Action = "add"    // the ledger does not have it
	ChangeRow Action = "change" // the ledger has it otherwise
	KeepRow   Action = "keep"   // the ledger has it so: nothing is done
	RefuseRow Action = "refuse" // it has findings that block, or cannot be changed
)

// Step is one row of a file and what is to be done with it.
type Step struct {
	Number int // of the row, from 1
	ID     string
	Action Action
	Change Change        // of AddRow and ChangeRow
	Fields []FieldChange // what changes, of ChangeRow
	Report rule.Report   // what was found about the row
}

// Steps yields what an import would do, row by row, and holds none of them but
// the ids. rows are those that record's CSV.All yields; a row whose report blocks
// is refused. Nothing is changed.
//
// What a person does not fill in stays as the ledger has it: predecessors,
// successors, and the day and cause of retirement. Rows that the file does not
// have are not touched.
func (p Importer) Steps(v View, rows iter.Seq2[Row, rule.Report]) iter.Seq[Step] {
	return func(yield func(Step) bool) {
		seen := map[string]bool{}
		n := 0
		for row, report := range rows {
			n++
			s := Step{Number: n, ID: row.ID(), Report: report}
			if report.Err() != nil {
				s.Action = RefuseRow
			} else {
				p.decide(v, &row, seen, &s)
			}
			if !yield(s) {
				return
			}
		}
	}
}

func (p Importer) decide(v View, row *Row, seen map[string]bool, s *Step) {
	if seen[s.ID] {
		s.refuse(rule.Finding{
			Path: "/id", Value: s.ID,
			Message: text("编号 "+s.ID+" 在表中出现两次。", "the id "+s.ID+" occurs twice in the file."),
			Fix:     text("请合并或改正后重新导入。", "Make them one row, or correct the id, and import again."),
		})
		return
	}
	seen[s.ID] = true
	old, retired, held := v.find(s.ID)
	switch {
	case retired:
		s.refuse(rule.Finding{
			Path: "/id", Value: s.ID,
			Message: text("编号 "+s.ID+" 已于 "+old.RetiredOn.String()+" 退出台账。", "the row "+s.ID+" was retired on "+old.RetiredOn.String()+"."),
			Fix:     text("请用新编号登记，或从表中删去。", "Enter it under a new id, or take it out of the file."),
		})
		return
	case !held:
		s.Action, s.Change = AddRow, Add{p.On, p.over(v.Table(), Row{}, row)}
		return
	}
	next := p.over(v.Table(), old, row)
	if equal(&old, &next) {
		s.Action = KeepRow
		return
	}
	s.Action, s.Change = ChangeRow, Update{p.On, p.Reason, next}
	s.Fields = differ(v.Table(), &old, &next)
}

func (s *Step) refuse(f rule.Finding) {
	f.Rule, f.Title, f.Severity = importable().ID, importable().Title, importable().Severity
	f.Basis, f.Row = importable().Basis, s.Number
	s.Action = RefuseRow
	s.Report.Add(f)
}

// over lays the fields of the file over a row of the ledger.
func (p Importer) over(t *record.Table[Row], old Row, row *Row) Row {
	next := row.Clone()
	if len(p.Fields) > 0 {
		next = old
		for _, f := range t.Definition().Fields {
			if f.Key != "id" && !slices.Contains(p.Fields, f.Key) {
				continue
			}
			if err := t.Set(&next, f.Key, t.Text(row, f.Key)); err != nil {
				continue // it was read by the same table
			}
		}
	}
	next.Predecessors, next.Successors = old.Predecessors, old.Successors
	next.RetiredOn, next.RetireCause = old.RetiredOn, old.RetireCause
	return next
}

// Plan is what an import would do: the dry run. Apply does it.
type Plan struct {
	Revision                      int // of the ledger it was made for
	Changes                       []Change
	Added, Changed, Kept, Refused int
	Report                        rule.Report // what was found about all the rows
}

// Plan compares all rows of a file with a ledger and gathers what to change. It
// changes nothing. An error of reading the file is for the caller to ask of what
// yielded the rows before the plan is applied.
func (p Importer) Plan(l *Ledger, rows iter.Seq2[Row, rule.Report]) Plan {
	v := l.Now()
	plan := Plan{Revision: v.revision}
	for s := range p.Steps(v, rows) {
		switch s.Action {
		case AddRow:
			plan.Added++
		case ChangeRow:
			plan.Changed++
		case KeepRow:
			plan.Kept++
		case RefuseRow:
			plan.Refused++
		}
		if s.Change != nil {
			plan.Changes = append(plan.Changes, s.Change)
		}
		plan.Report.Merge(s.Report)
	}
	return plan
}

// Apply makes the changes of the plan, all or none, in the ledger as it was when
// the plan was made: where it has grown since, the plan is refused with a
// [*rule.StaleError]. Rows that the plan refuses are not in it.
func (p Plan) Apply(l *Ledger) error { return l.Apply(p.Revision, p.Changes...) }

// importable is the rule that a row of a file must keep beside those of form.
func importable() rule.Rule {
	return rule.Rule{
		ID: "ledger.importable", Title: text("导入的编号不重复、未退出", "an imported id occurs once and is not retired"),
		Basis: gx("4.2.3"), Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("规范化管理的要求", "what a standardised ledger asks"),
	}
}
