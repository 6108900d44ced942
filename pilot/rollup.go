package pilot

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// rolledUp notes which units that a unit named gave no figures for a report that
// the unit filed (P29), and which named unit's namer is not there.
func (c *Consolidated) rolledUp(group []tallied) {
	head := group[0]
	if isNamed(head.Holder.Role) {
		c.Report.Add(rule.Finding{
			Rule: figuresRolledUp.ID, Title: figuresRolledUp.Title, Severity: figuresRolledUp.Severity, Basis: figuresRolledUp.Basis,
			Path: rule.Pointer("units", head.Holder.Name), Value: head.Holder.Parent,
			Message: text(head.Holder.Name+" 的数字未汇入任何试点单位。", "the figures of "+head.Holder.Name+" go into no pilot unit's."),
			Fix:     text("请同时汇总确定它的试点单位。", "Consolidate it with the unit that named it."),
		})
		return
	}
	for _, o := range head.Obligations {
		if o.Duty.ID != DutyReport || o.DoneOn.IsZero() {
			continue
		}
		var missing []string
		for _, r := range group[1:] {
			if !slices.ContainsFunc(r.unit.Done, func(d Done) bool { return d.Duty == DutyReport && d.Subject == o.Subject && !d.On.After(o.DoneOn) }) {
				missing = append(missing, r.Holder.Name)
			}
		}
		if len(missing) == 0 {
			continue
		}
		c.Report.Add(rule.Finding{
			Rule: figuresRolledUp.ID, Title: figuresRolledUp.Title, Severity: figuresRolledUp.Severity, Basis: figuresRolledUp.Basis,
			Path: rule.Pointer("units", head.Holder.Name, string(DutyReport), o.Subject), Value: o.DoneOn.String(),
			Message: text(
				head.Holder.Name+" "+o.Subject+" 的报告未含 "+strings.Join(missing, "、")+" 的数字。",
				"the report of "+head.Holder.Name+" for "+o.Subject+" lacks the figures of "+strings.Join(missing, ", ")+"."),
			Fix: text("请催报并在下一期补充。", "Ask for them and add them in the next report."),
		})
	}
}

var figuresRolledUp = rule.Rule{
	ID: "pilot.figures-rolled-up", Title: text("自行确定的下属单位和县（市、区）的数字汇入报告", "figures of named subordinates and counties are rolled up"),
	Basis: gx("5.2", "5.1.1"), Evidence: rule.Judgement, Severity: rule.Note,
	Judgement: text("由确定它的试点单位汇总报送（P29），方案未规定", "rolled up by the unit that named them (P29); the plan does not say"),
}
