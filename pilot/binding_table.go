package pilot

import "github.com/dataasset-go/dataasset/rule"

// bindings is “who owes what” of the Guangxi plan. A clause without a row binds
// all three kinds of unit.
func bindings() []Binding {
	finance := text("自治区财政厅", "region finance department")
	const owed, reference, not = rule.ByText, rule.ByReference, rule.Force("")
	row := func(department, enterprise, city rule.Force, to rule.Text, keys ...string) Binding {
		b := Binding{To: to}
		for _, k := range keys {
			b.Keys = append(b.Keys, "GX-"+k)
		}
		for i, f := range []rule.Force{department, enterprise, city} {
			if f != not {
				b.Owed = append(b.Owed, rule.Owed{Role: rule.Roles()[i], Force: f})
			}
		}
		return b
	}
	return []Binding{
		row(owed, owed, owed, finance, "3.2", "5.1.1", "5.1.2", "6.2"),
		row(owed, owed, owed, rule.Text{}, "3.3", "3.4"),
		row(owed, owed, owed, rule.Text{}, "4.1.1", "4.2.1"),
		row(owed, owed, owed, rule.Text{}, "4.3.2"),
		row(owed, not, reference, text("登记机构", "registry"), "4.3.3"),
		row(not, owed, not, rule.Text{}, "4.3.6"),
		row(reference, reference, reference, text("本级财政部门；企业为国有资产监督管理部门", "finance department of its level; of an enterprise the regulator"), "4.3.7"),
		row(owed, not, reference, rule.Text{}, "4.4.1", "4.4.2", "4.4.3"),
		row(not, owed, not, rule.Text{}, "4.4.5"),
		row(owed, not, reference, text("主管部门审核、财政部门审批", "competent department, then finance department"), "4.5.2"),
		row(not, owed, not, text("按国有资产监管规定", "by the rules for state-owned assets"), "4.5.3"),
		row(owed, not, not, finance, "4.6.3", "4.6.4"),
		row(not, owed, not, text("主管部门或国有资产监督管理部门，抄送自治区财政厅", "competent department or regulator, copy to the region finance department"), "4.6.5"),
		row(owed, not, owed, rule.Text{}, "5.3.3", "5.3.4"),
		row(not, not, owed, rule.Text{}, "6.3"),
		row(owed, owed, owed, finance, "6.5"),
	}
}
