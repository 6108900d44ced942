package government

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// laterEvents is §3.7: later spending, suspension, maintenance and the month's
// amortisation.
func laterEvents() []row {
	return []row{
		{
			ID: "government.later-spending", Title: text("后续支出资本化，不停止摊销", "later spending capitalised, amortisation goes on"),
			Basis: law(standard("第8条"), standard("第19条"), system("1701 三(二)1第2段"), system("附录 24(2)")), Terms: true, Moves: moves([]string{Held}, ""),
			Judgement: text("此后月摊销额为（原值加支出减累计摊销）除以新的剩余月数", "from then on a month's amortisation is gross with the spending less what was amortised, by the new months left"),
			Entries:   entries(financial(dr("1701", "paid").Of(), cr("fund", "paid")), spent("paid")),
		},
		{
			ID: "government.suspended", Title: text("后续支出，停止摊销转入在建工程", "amortisation suspended, to construction in progress"),
			Basis: law(system("1701 三(二)1第1段"), system("附录 24(2)")), Optional: []string{"amortised"}, Moves: moves([]string{Held}, Suspended),
			Entries: entries(financial(dr("1613", "gross − amortised").Of(), dr("1702", "amortised").Of(), cr("1701", "gross").Of())),
		},
		{
			ID: "government.suspended-spent", Title: text("停止摊销期间的支出", "spending while suspended"),
			Basis: law(system("1701 三(二)1第2段")), Moves: moves([]string{Suspended}, ""),
			Entries: entries(financial(dr("1613", "paid").Of(), cr("fund", "paid")), spent("paid")),
		},
		{
			ID: "government.suspended-completed", Title: text("后续支出完工，重新入账", "completed, booked again"),
			Basis: law(system("1701 三(二)1第3段"), standard("第19条")), Terms: true, Moves: moves([]string{Suspended}, Held),
			Entries: entries(financial(dr("1701", "cost").Of(), cr("1613", "cost").Of())),
		},
		{
			ID: "government.maintenance", Title: text("日常维护", "maintenance"),
			Basis:   law(standard("第8条"), system("1701 三(二)2"), system("附录 24(2)")),
			Entries: entries(financial(dr("ownExpense", "paid"), cr("fund", "paid")), spent("paid")),
		},
		{
			ID: "government.right-maintenance", Title: text("专利权维护费、登记年费", "annual fees of a patent or registration"),
			Basis: law(in2("六")), Effective: rule.From(calendar.MustDate(2020, 1, 1)),
			Judgement: text("解释2号 六 只写专利权；数据登记年费、证书续展费类推，均不改摊销年限", "Interpretation 2 六 is about patents; annual fees of data registration by analogy. The life does not change"),
			Entries:   entries(financial(dr("ownExpense", "paid"), cr("fund", "paid")), spent("paid")),
		},
		{
			// A run of the journal gives the months of earlier years as prior only
			// where their being missed is a material error.
			ID: Amortised, Title: text("按月摊销", "amortisation of the month"),
			Basis: law(standard("第18条"), system("1702 三(一)"), system("5001 三(四)"), system("5101 三(四)"), system("5201 三(三)"), in4("四(二)"), system("附录 25(1)")), Optional: []string{"prior"},
			Entries: entries(
				financial(dr("expense", "current"), dr("3501", "prior"), cr("1702", "current + prior").Of()),
				down("prior"),
			),
		},
	}
}
