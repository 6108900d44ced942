package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// donations is §3.3. At which tier a donated asset is measured is
// [MeasureDonation].
func donations() []row {
	return []row{
		{
			ID: "government.donation", Title: text("接受捐赠", "donation received"),
			Basis:    law(standard("第13条"), system("1701 三(一)4"), system("4603 三(二)"), system("7901 三(四)"), system("附录 24(1)⑤"), in3("一(二)")),
			Optional: []string{"taxes"}, Terms: true, Onward: true, Moves: enters(Held),
			Entries: entries(
				financial(dr("1701", "value + taxes").Of(), cr("fund", "taxes"), cr("4603", "value")),
				sundry("taxes"),
			),
		},
		{
			ID: "government.donation-nominal", Title: text("接受捐赠，按名义金额入账", "donation received, at nominal amount"),
			Basis:    law(standard("第13条"), system("1701 三(一)4第2段"), system("4603 三(三)"), system("5901 三(五)"), system("附录 24(1)⑤"), transition("一(五)")),
			Optional: []string{"taxes"}, Terms: true, Moves: enters(HeldNominal), Documents: nominalDocuments(),
			Entries: entries(
				financial(dr("1701", "1.00").Of(), cr("4603", "1.00")),
				financial(dr("5901", "taxes"), cr("fund", "taxes")),
				sundry("taxes"),
			),
		},
		{
			ID: "government.entrusted-received", Title: text("受托转赠，收到", "received to be passed on"),
			Basis: law(in3("一(一)2")), Moves: enters("entrusted"),
			Entries: entries(financial(dr("1891", "value"), cr("2901", "value"))),
		},
		{
			ID: "government.entrusted-passed-on", Title: text("受托转赠，转出", "passed on to whom it was meant for"),
			Basis: law(in3("一(一)2")), Moves: moves([]string{"entrusted"}, Gone),
			Judgement: text("解释只写收到时的分录，转出为其相反", "the Interpretation gives the entry of receipt; passing on is its reverse"),
			Entries:   entries(financial(dr("2901", "value"), cr("1891", "value"))),
		},
		passedOn("government.donation-passed-within", "3401", text("受赠资产再分配给政府会计主体", "donated asset passed on to a government unit"),
			in3("一(三)"), system("3401 二(二)")),
		passedOn("government.donation-passed-outside", "5301", text("受赠资产再分配给其他主体", "donated asset passed on to others"),
			in3("一(三)"), system("5301 三")),
	}
}

// passedOn is a donated asset that leaves: its carrying amount against net
// assets or expense, its costs in 5301.
func passedOn(id rule.ID, account string, title rule.Text, basis ...rule.Clause) row {
	return row{
		ID: id, Title: title, Basis: basis, Optional: []string{"amortised", "costs"}, Approved: true, Moves: leaves(Gone),
		Entries: entries(
			financial(dr(account, "gross − amortised"), dr("1702", "amortised").Of(), cr("1701", "gross").Of()),
			financial(dr("5301", "costs"), cr("fund", "costs")),
			sundry("costs"),
		),
	}
}

// nominalDocuments is what every booking at nominal amount brings: three
// negative statements and the reason that the notes disclose.
func nominalDocuments() []string {
	return []string{"无成本凭据的说明", "未按规定评估的说明", "无法取得同类价格或重置成本的说明", "名义金额理由"}
}

// transfersIn is §3.4: the three states by the books of the unit that gives.
func transfersIn() []row {
	costs := []string{"taxes"}
	separate := func() []entry {
		return entries(financial(dr("5901", "taxes"), cr("fund", "taxes")), sundry("taxes"))
	}
	return []row{
		{
			ID: "government.transfer-in", Title: text("无偿调入", "transferred in"),
			Basis:    law(standard("第14条"), system("1701 三(一)5"), system("3401 二(一)"), system("附录 24(1)⑥"), system("附录 57(1)")),
			Optional: []string{"amortised", "taxes"}, Terms: true, Moves: enters(Held),
			Requires: requires(want(amounts("gross > amortised"), "调出方账面价值大于零（为零的按账面余额和累计摊销登记）", "a carrying amount above nothing in the other's books; a fully amortised asset comes with both amounts", in1("五"))),
			Entries: entries(
				financial(dr("1701", "gross − amortised + taxes").Of(), cr("fund", "taxes"), cr("3401", "gross − amortised")),
				sundry("taxes"),
			),
		},
		{
			ID: "government.transfer-in-amortised", Title: text("无偿调入，已摊销完毕", "transferred in, fully amortised"),
			Basis: law(in1("五第2段")), Optional: costs, Moves: enters(Held),
			Entries: append(entries(financial(dr("1701", "gross").Of(), cr("1702", "gross").Of())), separate()...),
		},
		{
			ID: "government.transfer-in-nominal", Title: text("无偿调入，调出方为名义金额", "transferred in from nominal amount"),
			Basis: law(in1("五第3段"), system("5901 三(五)"), system("附录 15(1)")), Optional: costs, Terms: true, Moves: enters(HeldNominal),
			Entries: append(entries(financial(dr("1701", "1.00").Of(), cr("3401", "1.00"))), separate()...),
		},
	}
}

// exchanges is §3.5: V is the appraised value of what is given away.
func exchanges() []row {
	given := func() []accounting.Move {
		return []accounting.Move{{From: []string{""}, To: Held}, {Ref: "given", From: []string{Held, HeldNominal}, To: Gone}}
	}
	basis := func(places ...string) []rule.Clause {
		c := law(standard("第12条"), system("1701 三(一)6"), system("1701 三(三)4"), system("1302 三(一)6"), system("附录 15(1)"), regulation("第36条"))
		for _, p := range places {
			c = append(c, system(p))
		}
		return c
	}
	optional := []string{"amortised", "costs"}
	gain, loss := "pos(value − (gross − amortised))", "pos(gross − amortised − value)"
	out := func(first ...line) entry {
		return financial(append(first,
			dr("1702", "amortised").OfOther("given"), dr("5301", loss),
			cr("1701", "gross").OfOther("given"))...)
	}
	add := func(e entry, lines ...line) entry {
		e.Lines = append(e.Lines, lines...)
		return e
	}
	return []row{
		{
			ID: "government.exchange-even", Title: text("置换换入，无补价", "exchanged, without boot"),
			Basis: basis(), Optional: optional, Terms: true, Moves: given(), Approved: true, Documents: []string{"资产评估报告"},
			Entries: entries(add(out(dr("1701", "value + costs").Of()), cr("fund", "costs"), cr("4609", gain)), sundry("costs")),
		},
		{
			ID: "government.exchange-boot-paid", Title: text("置换换入，支付补价", "exchanged, boot paid"),
			Basis: basis("7901 三(五)"), Optional: optional, Terms: true, Moves: given(), Approved: true, Documents: []string{"资产评估报告"},
			Entries: entries(
				add(out(dr("1701", "value + boot + costs").Of()), cr("fund", "boot + costs"), cr("4609", gain)),
				sundry("boot + costs"),
			),
		},
		{
			ID: "government.exchange-boot-received", Title: text("置换换入，收到补价", "exchanged, boot received"),
			Basis: basis("1302 三(一)6(2)"), Optional: optional, Terms: true, Moves: given(), Approved: true, Documents: []string{"资产评估报告"},
			Requires: requires(want(amounts("boot >= costs"), "补价不低于相关费用", "boot not below the costs", system("1302 三(一)6(2)"))),
			Entries: entries(financial(
				dr("1701", "value + costs − boot").Of(), dr("1002", "boot"),
				dr("1702", "amortised").OfOther("given"),
				dr("5301", "pos(gross − amortised + boot − costs − value)"),
				cr("1701", "gross").OfOther("given"), cr("1002", "costs"), cr("2103", "boot − costs"),
				cr("4609", "pos(value − (gross − amortised) − (boot − costs))"),
			)),
		},
		{
			ID: "government.exchange-boot-below-costs", Title: text("置换换入，收到的补价低于相关费用", "exchanged, boot received below the costs"),
			Basis: basis("1302 三(一)6(2)"), Optional: optional, Terms: true, Moves: given(), Approved: true, Documents: []string{"资产评估报告"},
			Evidence: rule.Judgement,
			Judgement: text("补价低于费用时不产生应缴财政款、差额为评估价值与账面价值之差，且费用由预算资金支付，均由附录推出",
				"with boot below costs nothing is due to the treasury, the difference is that of value and carrying amount, and the costs are paid from budget money: read from the appendix"),
			Requires: requires(want(amounts("boot < costs"), "补价低于相关费用", "boot below the costs")),
			Entries: entries(
				add(out(dr("1701", "value + costs − boot").Of(), dr("1002", "boot")), cr("1002", "costs"), cr("4609", gain)),
				budget(dr("7901", "costs − boot"), cr("8001", "costs − boot").At("货币资金")),
			),
		},
	}
}
