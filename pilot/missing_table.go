package pilot

// missing says of each clause that was still open when it was written what is to
// carry it. A row whose clause is carried by now has no effect and is taken out.
func missing() []Missing {
	return []Missing{
		{"GX-1.2", text("全过程工作指引、应用标杆和典型案例的字段", "fields for the guide and the model cases")},
		{"GX-3.6", text("试点主要内容的字段", "a field for the main contents of the pilot")},
		{"GX-3.7", text("制度、标准和运行机制完善情况的字段", "a field for rules and standards improved")},
		{"GX-4.6.1", text("收益份额的计算", "the computation of shares")},
		{"GX-4.6.6", text("自治区本级收入管理的规则", "a rule of the region's level")},
		{"GX-4.7.1", text("定价方式的目录", "a list of price forms")},
		{"GX-4.7.2", text("有偿、无偿使用的规则", "rules on paid and free use")},
		{"GX-4.7.3", text("再开发产品定价的规则", "a rule on products developed again")},
		{"GX-4.7.4", text("交易场所和信息披露的规则", "a rule on venue and disclosure")},
		{"GX-4.7.6", text("第三方服务机构的目录", "a list of third parties")},
		{"GX-5.3.4", text("不得虚增收入的规则", "a rule against inflated revenue")},
		{"GX-5.3.5", text("不得转嫁成本的规则", "a rule on cost passed on")},
	}
}
