package pilot

import (
	"sync"

	"github.com/dataasset-go/dataasset/rule"
)

// PlanRules returns the Guangxi plan's own rules, judged over the whole unit.
func PlanRules() rule.Set[Reviewed] { return planRules() }

var planRules = sync.OnceValue(func() rule.Set[Reviewed] {
	set, err := rule.NewSet(rule.Check[Reviewed]{Rule: mechanismNamed, Func: checkMechanism})
	if err != nil {
		panic(err) // the table is wrong; its test builds it
	}
	return set
})

var mechanismNamed = rule.Rule{
	ID: "pilot.mechanism-named", Title: text("建立工作机制，明确责任部门、负责人和联系人", "a mechanism with a responsible department, a leader and a contact"),
	Basis: gx("5.1.3", "6.2"), Evidence: rule.FullText, Severity: rule.Warning,
}

func checkMechanism(v Reviewed, _ rule.Context) rule.Verdict {
	h := v.Unit.Inventory.Holder
	if isNamed(h.Role) {
		return rule.Inapplicable()
	}
	var found []rule.Finding
	for _, x := range []struct {
		path, value string
		what        rule.Text
	}{
		{"/department", h.Department, text("责任部门", "responsible department")},
		{"/leader", h.Leader, text("负责人", "leader")},
		{"/contact", h.Contact, text("联系人", "contact")},
	} {
		if x.value == "" {
			found = append(found, rule.Finding{
				Path: x.path, Message: text("未明确"+x.what.ZH+"。", "the "+x.what.EN+" is not named."), Fix: text("请在单位信息中填写。", "Fill it in in the unit's record."),
			})
		}
	}
	if len(found) > 0 {
		return rule.Fail(found...)
	}
	return rule.Pass()
}

// choices is where the policies that this package carries are chosen.
func choices() []rule.Choice {
	return []rule.Choice{
		{Policy: "P8", Where: "pilot.Policy.FixedDates"},
		{Policy: "P23", Where: "pilot.Policy.Completion"},
		{Policy: "P24", Where: "pilot.Policy.LastQuarter"},
		{Policy: "P29", Where: "pilot.Policy.Subordinates"},
	}
}
