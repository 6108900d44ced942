package government

// closings is §3.9 in the financial book.
func closings() []row {
	signed := []string{"surplus", "deficit"}
	return []row{
		{
			ID: "government.income-closed", Title: text("期末结转收入", "revenue closed"), Basis: law(system("3301 二(一)")),
			Optional: []string{"fiscalIncome", "professionalIncome", "businessIncome", "outsideIncome", "investmentIncome", "donationIncome", "rentIncome", "otherIncome"},
			Entries: entries(closing(financial(
				dr("4001", "fiscalIncome"), dr("4101", "professionalIncome"), dr("4401", "businessIncome"), dr("4601", "outsideIncome"),
				dr("4602", "investmentIncome"), dr("4603", "donationIncome"), dr("4605", "rentIncome"), dr("4609", "otherIncome"),
				cr("3301", "fiscalIncome + professionalIncome + businessIncome + outsideIncome + investmentIncome + donationIncome + rentIncome + otherIncome"),
			))),
		},
		{
			ID: "government.expenses-closed", Title: text("期末结转费用", "expenses closed"), Basis: law(system("3301 二(一)")),
			Optional: []string{"activityExpense", "managementExpense", "businessExpense", "disposalExpense", "otherExpense"},
			Entries: entries(closing(financial(
				dr("3301", "activityExpense + managementExpense + businessExpense + disposalExpense + otherExpense"),
				cr("5001", "activityExpense"), cr("5101", "managementExpense"), cr("5201", "businessExpense"),
				cr("5301", "disposalExpense"), cr("5901", "otherExpense"),
			))),
		},
		{
			ID: "government.year-surplus-closed", Title: text("年末，本期盈余转入本年盈余分配", "year end: surplus of the period to distribution"),
			Basis: law(system("3301 二(二)"), system("3302 二")), Optional: signed,
			Entries: entries(closing(financial(dr("3301", "surplus"), dr("3302", "deficit"), cr("3302", "surplus"), cr("3301", "deficit")))),
		},
		{
			ID: "government.special-fund-drawn", Title: text("年末，提取专用基金", "year end: special fund drawn"),
			Basis: law(system("3302 二")), Entities: institutions(),
			Entries: entries(closing(financial(dr("3302", "balance"), cr("3101", "balance")))),
		},
		{
			ID: "government.distribution-closed", Title: text("年末，本年盈余分配转入累计盈余", "year end: distribution to accumulated surplus"),
			Basis: law(system("3302 二"), system("3001 二")), Optional: signed,
			Entries: entries(closing(financial(dr("3302", "surplus"), dr("3001", "deficit"), cr("3001", "surplus"), cr("3302", "deficit")))),
		},
		{
			ID: "government.transfers-closed", Title: text("年末，无偿调拨净资产转入累计盈余", "year end: transfers to accumulated surplus"),
			Basis: law(system("3401 二(三)"), system("3001 二(二)"), system("附录 57(3)")), Optional: signed,
			Entries: entries(closing(financial(dr("3401", "surplus"), dr("3001", "deficit"), cr("3001", "surplus"), cr("3401", "deficit")))),
		},
	}
}

// budgetClosings is §3.9 in the budgetary book.
func budgetClosings() []row {
	return []row{
		{
			ID: "government.budget-income-closed", Title: text("年末结转预算收入", "year end: budget revenue closed"),
			Basis: law(system("6001 三(五)"), system("6609 三(四)")),
			Optional: []string{
				"fiscalReceipts", "professionalReceipts", "professionalProject", "outsideReceipts", "outsideProject", "otherReceipts", "projectReceipts",
			},
			Entries: entries(closing(budget(
				dr("6001", "fiscalReceipts"), dr("6101", "professionalReceipts + professionalProject"),
				dr("6601", "outsideReceipts + outsideProject"), dr("6609", "otherReceipts + projectReceipts"),
				cr("8101", "fiscalReceipts").At("本年收支结转"), cr("8201", "professionalProject + outsideProject + projectReceipts").At("本年收支结转"),
				cr("8501", "professionalReceipts + outsideReceipts + otherReceipts"),
			))),
		},
		{
			ID: "government.budget-spending-closed", Title: text("年末结转预算支出", "year end: budget spending closed"),
			Basis:    law(system("7101 三(七)"), system("7901 三(七)")),
			Optional: []string{"fiscalSpending", "projectSpending", "otherSpending", "sundryFiscal", "sundryProject", "sundrySpending"},
			Entries: entries(closing(budget(
				dr("8101", "fiscalSpending + sundryFiscal").At("本年收支结转"), dr("8201", "projectSpending + sundryProject").At("本年收支结转"),
				dr("8501", "otherSpending + sundrySpending"),
				cr("spending", "fiscalSpending + projectSpending + otherSpending"), cr("7901", "sundryFiscal + sundryProject + sundrySpending"),
			))),
		},
		{
			ID: "government.business-budget-closed", Title: text("年末结转经营预算收支", "year end: business budget closed"),
			Basis: law(system("6401"), system("7301"), system("8401")), Entities: institutions(),
			Optional: []string{"businessReceipts", "businessSpending"},
			Entries: entries(
				closing(budget(dr("6401", "businessReceipts"), cr("8401", "businessReceipts"))),
				closing(budget(dr("8401", "businessSpending"), cr("7301", "businessSpending"))),
			),
		},
		{
			ID: "government.budget-carried", Title: text("年末，结转结余明细转入累计", "year end: details to the accumulated ones"),
			Basis:    law(system("8101 三(三)2"), system("8102 三(三)2"), system("8201 三(五)"), system("8202 三(五)")),
			Optional: []string{"surplus", "deficit"},
			Entries: entries(
				closing(budget(dr("yearResult", "surplus"), cr("movedBudget", "surplus"))),
				closing(budget(dr("movedBudget", "deficit"), cr("yearResult", "deficit"))),
			),
		},
		{
			ID: "government.other-balance-closed", Title: text("年末，其他结余转入非财政拨款结余", "year end: other surplus to non-fiscal surplus"),
			Basis:    law(system("8501 二(二)"), system("8701 二(三)")),
			Optional: []string{"surplus", "deficit"},
			Entries: entries(
				closing(budget(
					dr("8501", "surplus"), dr("accumulated", "deficit"), cr("accumulated", "surplus"), cr("8501", "deficit"),
				)),
				closing(budget(
					dr("8701", "surplus"), dr("8202", "deficit").At("累计结余"), cr("8202", "surplus").At("累计结余"), cr("8701", "deficit"),
				)).If(asInstitution()),
			),
		},
	}
}
