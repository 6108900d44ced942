package pilot

// missing says of each clause that was still open when it was written what is to
// carry it. A row whose clause is carried by now has no effect and is taken out.
func missing() []Missing {
	return []Missing{
		{"GX-1.2", text("全过程工作指引、应用标杆和典型案例的字段", "fields for the guide and the model cases")},
		{"GX-3.6", text("试点主要内容的字段", "a field for the main contents of the pilot")},
		{"GX-3.7", text("制度、标准和运行机制完善情况的字段", "a field for rules and standards improved")},
		{"GX-4.5.2", text("授权审核、批准的状态", "states of review and approval")},
		{"GX-4.5.3", text("企业授权的状态和规则", "states and a rule of an enterprise's authorisation")},
		{"GX-4.5.5", text("评估的状态和义务", "states and a duty of evaluation")},
		{"GX-4.5.6", text("运营机构支持数据治理情况的字段", "a field for what operators give to governance")},
		{"GX-4.5.7", text("公共数据资源授权运营的规则", "rules of public data resources")},
		{"GX-4.5.8", text("使用和处置的状态", "states of use and disposal")},
		{"GX-5.3.2", text("对外使用前评估的规则", "a rule on assessment before outside use")},
		{"GX-5.3.3", text("不得担保的规则", "a rule against guarantees")},
	}
}
