package revenue

import (
	"slices"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: slices.Concat(AgreementRules().Rules(), AccountRules().Rules()), Duties: append(Duties(), Remittance()), Items: calculations(), Choices: choices()}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	return c
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{
		Receipts().Definition(), Matters().Definition(), Agreements().Definition(), Rows().Definition(), Dealings().Definition(),
		OneOffForms().Definition(), QuarterForms().Definition(), EnterpriseForms().Definition(),
	}
}

// calculations is what this package computes.
func calculations() []rule.Item {
	item := func(id, zh, en, judgementZH, judgementEN string, basis ...rule.Clause) rule.Item {
		return rule.Item{ID: rule.ID("revenue." + id), Kind: rule.KindCalculation, Title: text(zh, en), Basis: basis, Judgement: text(judgementZH, judgementEN)}
	}
	due := []rule.Clause{rule.GX("4.6.3"), rule.GX("4.6.4"), rule.GX("4.6.5")}
	return []rule.Item{
		item("taxes", "价税分离、附加税费和小规模起征点", "tax taken out of the price, surcharges, the threshold of small taxpayers",
			"正好达到起征点的照章征税", "sales that exactly reach the threshold are taxed", rule.GX("4.6.2")),
		item("treasury", "上缴与留用的划分", "what is remitted and what is retained",
			"未列明本级文件的上缴（P16）；增值税分列（P17）", "without a document of its level all is remitted (P16); VAT is apart (P17)", rule.GX("4.6.2"), regulation("第25条")),
		item("due-date", "备案期限与状态", "due date and standing of a filing",
			"按备案机关所在地的日历，并示全国日历（P14）", "by the calendar of the addressee's place, with the national date (P14)", due...),
		item("distribution", "按协议分配收益", "distribution by agreement",
			"各方份额向下取整到分，余分默认按小数部分从大到小各加 1 分", "shares are rounded down to the fen; fen left go one each to the largest fractions by default", rule.GX("4.6.1")),
		item("instalments", "分期按累计金额分配", "distribution of instalments by the cumulative total",
			"累计份额下降的一方本期为 0，差额留待以后各期", "a party whose cumulative share has fallen gets nothing now; the difference is carried", rule.GX("4.6.1")),
	}
}

// choices says where the policies of this field are chosen.
func choices() []rule.Choice {
	return []rule.Choice{
		{Policy: "P9", Where: "revenue.Policy.Nil"},
		{Policy: "P10", Where: "revenue.Policy.Received"},
		{Policy: "P11", Where: "revenue.Policy.Kind"},
		{Policy: "P12", Where: "revenue.Policy.Completed"},
		{Policy: "P13", Where: "revenue.Policy.SmallUse"},
		{Policy: "P14", Where: "revenue.Policy.Calendar"},
		{Policy: "P16", Where: "revenue.Retention"},
		{Policy: "P17", Where: "revenue.Treasury"},
	}
}
