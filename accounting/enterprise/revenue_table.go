package enterprise

import (
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// revenues is CAS 14 revenue around data; its cost comes with amortisation.
func revenues() []row {
	return []row{
		{
			ID: "enterprise.service-revenue", Title: text("用数据资源提供服务的收入", "revenue of services with data"),
			Basis: law(interim("二、3"), cas("14", "第36条"), cas("14", "第37条")), Evidence: rule.Memory, Optional: optional("vat"),
			Judgement: text("数据许可是否属于知识产权许可没有明文", "whether a licence of data is one of intellectual property is not written"),
			Entries:   one(dr("receipt", "net + vat"), cr("revenue", "net"), cr("outputVAT", "vat")),
		},
		{
			ID: "enterprise.unrecognised-sold", Title: text("出售未确认为资产的数据资源", "sale of data that was never recognised"),
			Basis: law(interim("二、7"), cas("14", "")), Evidence: rule.Memory, Optional: optional("vat"), Moves: enters(Gone),
			Judgement: text("二、7 凭记忆；没有资产成本可结转", "no. 7 of part two is from memory; there is no cost of an asset"),
			Entries:   one(dr("receipt", "net + vat"), cr("revenue", "net"), cr("outputVAT", "vat")),
		},
		{
			ID: "enterprise.receivable-collected", Title: text("收回应收账款", "receivable collected"),
			Basis:   law(guide("附录 1122")),
			Entries: one(dr("1002", "received"), cr("1122", "received")),
		},
		{
			ID: "enterprise.advance-received", Title: text("预收服务款", "payment received in advance"),
			Basis: law(cas("14", ""), vat("待转销项税额")), Evidence: rule.SecondHand, Optional: optional("vat"),
			Entries: one(dr("receipt", "net + vat"), cr("2205", "net"), cr("2221", "vat").At("待转销项税额")),
		},
		{
			ID: "enterprise.advance-earned", Title: text("预收款确认收入", "advance earned"),
			Basis: law(cas("14", "第36条"), vat("待转销项税额")), Evidence: rule.SecondHand, Optional: optional("vat"),
			Entries: one(dr("2205", "net"), dr("2221", "vat").At("待转销项税额"), cr("revenue", "net"), cr("outputVAT", "vat")),
		},
	}
}

// taxes is what goes with it; the amounts are computed beside the table.
func taxes() []row {
	second := rule.SecondHand
	return []row{
		{
			ID: "enterprise.vat-certified", Title: text("进项税额认证", "input VAT certified"),
			Basis: law(vat("待认证进项税额")), Evidence: second,
			Entries: one(dr("2221", "vat").At("应交增值税（进项税额）"), cr("2221", "vat").At("待认证进项税额")),
		},
		{
			ID: "enterprise.vat-reversed", Title: text("进项税额转出", "input VAT reversed"),
			Basis: law(vat("进项税额转出"), vatLaw("第22条")), Evidence: second,
			Entries: one(dr("expense", "vat"), cr("2221", "vat").At("应交增值税（进项税额转出）")),
		},
		{
			ID: "enterprise.deemed-output-tax", Title: text("无偿转让无形资产，视同应税交易的销项税额", "output VAT of an intangible asset given away, a deemed sale"),
			Basis: law(vatLaw("第5条"), vatLaw("第19条")), Effective: rule.From(calendar.MustDate(2026, time.January, 1)), Evidence: rule.Judgement,
			Judgement: text("按市场价格定销售额；借方科目没有明文，计入营业外支出；无偿许可使用是否属于转让没有明文",
				"the market price is the amount sold; no text names the debit, which goes to non-operating expenses; whether a licence free of charge is a transfer is not written"),
			Documents: []string{"市场价格依据"},
			Entries:   one(dr("6711", "vat"), cr("outputVAT", "vat")),
		},
		{
			ID: "enterprise.vat-month-end", Title: text("月末转出未交增值税", "VAT unpaid at the end of the month"),
			Basis: law(vat("转出未交增值税")), Evidence: second,
			Entries: one(dr("2221", "vat").At("应交增值税（转出未交增值税）"), cr("2221", "vat").At("未交增值税")),
		},
		{
			ID: "enterprise.vat-paid", Title: text("交纳增值税", "VAT paid"),
			Basis: law(vat("未交增值税")), Evidence: second,
			Entries: one(
				dr("2221", "vat").At("未交增值税").If(is("outputTax", "general")),
				dr("2221", "vat").At("简易计税").If(is("outputTax", "simple")),
				dr("2221", "vat").At("应交增值税").If(is("outputTax", "small")),
				cr("1002", "vat"),
			),
		},
		{
			ID: "enterprise.surcharges", Title: text("计提附加税费", "surcharges accrued"),
			Basis: law(rule.In("城市维护建设税法", "第2条"), rule.In("征收教育费附加的暂行规定", "第3条"), guide("附录 6403")), Optional: optional("education", "local"),
			Entries: one(
				dr("6403", "construction + education + local"), cr("2221", "construction").At("应交城市维护建设税"),
				cr("2221", "education").At("应交教育费附加"), cr("2221", "local").At("应交地方教育附加"),
			),
		},
		{
			ID: "enterprise.stamp-duty", Title: text("印花税", "stamp duty"),
			Basis: law(rule.In("印花税法", "第2条"), guide("附录 6403")), Evidence: rule.Judgement,
			Judgement: text("数据使用权转让不在列举之内，默认不征；技术合同、著作权转让书据和营业账簿才征",
				"transfers of the use of data are not on the list, so none by default; only technology contracts, copyright transfers and business ledgers bear it"),
			Entries: one(dr("6403", "tax"), cr("2221", "tax").At("应交印花税")),
		},
		{
			ID: "enterprise.deferred-tax", Title: text("递延所得税资产", "deferred tax asset"),
			Basis: law(cas("18", "第13条")), Optional: optional("increase", "decrease"),
			Entries: one(dr("1811", "increase"), dr("6801", "decrease"), cr("6801", "increase"), cr("1811", "decrease")),
		},
	}
}
