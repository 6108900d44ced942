package pilot

// missing says of each clause that was still open when it was written what is to
// carry it. A row whose clause is carried by now has no effect and is taken out.
func missing() []Missing {
	return []Missing{
		{"GX-1.2", text("全过程工作指引、应用标杆和典型案例的字段", "fields for the guide and the model cases")},
		{"GX-3.6", text("试点主要内容的字段", "a field for the main contents of the pilot")},
		{"GX-3.7", text("制度、标准和运行机制完善情况的字段", "a field for rules and standards improved")},
	}
}
