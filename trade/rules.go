package trade

import (
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

func fail(path, value, zh, en, fixZH, fixEN string) rule.Verdict {
	return rule.Fail(rule.Finding{Path: path, Value: value, Message: text(zh, en), Fix: text(fixZH, fixEN)})
}

// ofPublic runs a check on public data, asks where that is not known, and leaves
// other data alone.
func ofPublic(s Supply, judge func() rule.Verdict) rule.Verdict {
	public, known := s.Public.Get()
	switch {
	case !known:
		return rule.Unsettled(text("填写是否公共数据", "whether the data are public"))
	case !public || s.Object == Redeveloped:
		return rule.Inapplicable()
	}
	return judge()
}

func freeForPublic(s Supply, _ rule.Context) rule.Verdict {
	if !s.Purpose.public() {
		return rule.Inapplicable()
	}
	return ofPublic(s, func() rule.Verdict {
		if s.Charge == Free {
			return rule.Pass()
		}
		return fail("/charge", string(s.Charge), s.ID+" 用于"+purposes().TitleOf(string(s.Purpose)).ZH+"，却为有偿。", s.ID+" is for "+purposes().TitleOf(string(s.Purpose)).EN+" and is charged for.",
			"请改为无偿使用并约定条件。", "Supply it free of charge, on conditions.")
	})
}

func industryPaid(s Supply, _ rule.Context) rule.Verdict {
	if s.Purpose.public() || s.Purpose == "" {
		return rule.Inapplicable()
	}
	return ofPublic(s, func() rule.Verdict {
		if s.Charge == Paid {
			return rule.Pass()
		}
		return fail("/charge", string(s.Charge), s.ID+" 用于"+purposes().TitleOf(string(s.Purpose)).ZH+"，为无偿使用。", s.ID+" is for "+purposes().TitleOf(string(s.Purpose)).EN+" and free of charge.",
			"请说明无偿的理由，或约定有偿使用。", "Say why it is free, or agree on a price.")
	})
}

func hasConditions(s Supply, _ rule.Context) rule.Verdict {
	return ofPublic(s, func() rule.Verdict {
		for _, c := range s.Conditions {
			if c.Kind != "fee" {
				return rule.Pass()
			}
		}
		return fail("/conditions", "", s.ID+" 未记录使用条件。", s.ID+" has no conditions of use on record.", "请约定用途、转售、期限等条件。", "Agree on purpose, resale, period and the like.")
	})
}

func formSupported(s Supply, _ rule.Context) rule.Verdict {
	if s.Charge != Paid {
		return rule.Inapplicable()
	}
	path, zh, en := "", "", ""
	switch {
	case s.Form == "":
		path, zh, en = "/priceForm", "价格形成方式", "the form of price"
	case s.Form == ByAgreement && s.Contract == "":
		path, zh, en = "/contractNo", "协议编号", "the number of the agreement"
	case s.Form == ByAppraisal && (s.Appraisal == "" || !s.Appraised.Present()):
		path, zh, en = "/appraisalNo", "评估报告编号和评估单价", "the report and the appraised price"
	case s.Form == ByCeiling && !s.Ceiling.Present():
		path, zh, en = "/ceiling", "上限收费标准", "the ceiling"
	default:
		return rule.Pass()
	}
	return fail(path, "", s.ID+" 缺"+zh+"。", s.ID+" lacks "+en+".", "请补充价格依据。", "Add the ground of the price.")
}

func feeGuided(s Supply, _ rule.Context) rule.Verdict {
	if s.Charge != Paid || s.Object != Product {
		return rule.Inapplicable()
	}
	return ofPublic(s, func() rule.Verdict {
		if !s.isFee() || s.Form == ByCeiling || s.Form == ByTrial {
			return rule.Pass()
		}
		return fail("/priceForm", string(s.Form), s.ID+" 的运营服务费按“"+PriceForms().TitleOf(string(s.Form)).ZH+"”收取，应为政府指导价。", s.ID+" charges its fee by "+PriceForms().TitleOf(string(s.Form)).EN+"; it is a government-guided price.",
			"请报授权主体制定上限收费标准，或制定试行标准。", "Have the grantor set a ceiling, or a trial rate.")
	})
}

func withinCeiling(s Supply, _ rule.Context) rule.Verdict {
	switch {
	case s.Charge != Paid || !s.Ceiling.Present():
		return rule.Inapplicable()
	case !s.Price.Present():
		return rule.Unsettled(text("填写单价", "the price"))
	case s.Price.Compare(s.Ceiling) <= 0:
		return rule.Pass()
	}
	return fail("/price", s.Price.String(), s.ID+" 的单价 "+s.Price.String()+" 高于上限 "+s.Ceiling.String()+"。", s.ID+" charges "+s.Price.String()+", above the ceiling of "+s.Ceiling.String()+".",
		"请在上限以内确定收费标准。", "Set the rate at the ceiling or below.")
}

// FullYearFrom returns the day from which an operation that began on a day has had
// a full year: from then on trial rates give way to the procedure of 65号 二.
func FullYearFrom(began calendar.Date) calendar.Date { return began.AddMonths(12) }

func trialEnds(s Supply, _ rule.Context) rule.Verdict {
	if s.Charge != Paid || s.Form != ByTrial {
		return rule.Inapplicable()
	}
	if s.Began.IsZero() {
		return rule.Unsettled(text("填写运营开始日期", "the day operation began"))
	}
	full := FullYearFrom(s.Began)
	if s.On.Before(full) {
		return rule.Pass()
	}
	return fail("/priceForm", string(s.Form), s.ID+" 的运营自 "+full.String()+" 起已满一年，仍按试行标准收费。", s.ID+" has had a full year of operation from "+full.String()+" on and still charges a trial rate.",
		"请由授权主体书面申请核定最高准许收入，再定上限。", "Let the grantor apply in writing for the maximum permitted revenue, then set ceilings.")
}

func marketPrice(s Supply, _ rule.Context) rule.Verdict {
	if s.Charge != Paid || s.Form != ByMarket || !s.Public.Or(true) {
		return rule.Inapplicable()
	}
	if s.Object == Redeveloped {
		return rule.Pass()
	}
	return fail("/priceForm", string(s.Form), s.ID+" 不是再次开发加工的产品，却按市场价格。", s.ID+" is not developed again and sells at the market price.",
		"请改用协议、评估或上限定价。", "Price it by agreement, appraisal or ceiling.")
}

func operatorApart(s Supply, _ rule.Context) rule.Verdict {
	switch {
	case s.Object != Redeveloped:
		return rule.Inapplicable()
	case s.Operator == "" || s.Supplier == "":
		return rule.Unsettled(text("填写提供方和运营机构", "supplier and operator"))
	case s.Operator != s.Supplier:
		return rule.Pass()
	}
	return fail("/supplier", s.Supplier, s.Supplier+" 是授权运营机构，不得再开发其已交付的产品。", s.Supplier+" is the operator and must not re-develop what it delivered.",
		"请由其他主体再次开发。", "Leave it to others.")
}

func exchangeEncouraged(s Supply, _ rule.Context) rule.Verdict {
	switch {
	case s.Charge != Paid:
		return rule.Inapplicable()
	case s.Venue == OnExchange:
		return rule.Pass()
	}
	return fail("/venue", string(s.Venue), s.ID+" 为场外交易。", s.ID+" is traded off an exchange.", "可通过数据交易所等机构公开交易。", "It can be traded openly on a data exchange.")
}

func offRecorded(s Supply, _ rule.Context) rule.Verdict {
	if s.Charge != Paid || s.Venue == OnExchange {
		return rule.Inapplicable()
	}
	var zh, en []string
	for _, f := range []struct {
		missing bool
		zh, en  string
	}{
		{s.Contract == "", "协议", "agreement"},
		{s.Recipient == "", "使用方", "recipient"},
		{!s.Price.Present(), "价格", "price"},
		{s.Delivered.IsZero(), "交付日期", "delivery"},
		{s.Settled.IsZero(), "结算日期", "settlement"},
	} {
		if f.missing {
			zh, en = append(zh, f.zh), append(en, f.en)
		}
	}
	if len(zh) == 0 {
		return rule.Pass()
	}
	return fail("/venue", string(s.Venue), s.ID+" 场外交易，未记录："+strings.Join(zh, "、")+"。", s.ID+" is off exchange and not on record with: "+strings.Join(en, ", ")+".",
		"请补充记录。", "Complete the record.")
}

func disclosed(s Supply, c rule.Context) rule.Verdict {
	switch {
	case s.Charge != Paid || s.Settled.IsZero():
		return rule.Inapplicable()
	case !s.Disclosed.IsZero() && (c.At.IsZero() || !s.Disclosed.After(c.At)):
		return rule.Pass()
	}
	return fail("/disclosedOn", s.Disclosed.String(), s.ID+" 已成交，尚未公开。", s.ID+" is settled and not disclosed.", "请公开交易信息。", "Disclose the trade.")
}

func noCostOnPublic(s Supply, _ rule.Context) rule.Verdict {
	if s.Charge != Paid {
		return rule.Inapplicable()
	}
	if s.RecipientKind == PublicAtLarge && s.Purpose.public() {
		return fail("/recipientKind", string(s.RecipientKind), s.ID+" 向社会公众收取公共治理或公益用途的费用。", s.ID+" charges the public for governance or welfare.",
			"请免除向公众的收费。", "Do not charge the public.")
	}
	if s.Funded.Sign() > 0 {
		return fail("/funded", s.Funded.String(), s.ID+" 的价格含财政或补助已负担的成本 "+s.Funded.String()+"。", s.ID+" has a price that holds "+s.Funded.String()+" of cost already paid by budget or subsidy.",
			"请从价格中扣除。", "Take it out of the price.")
	}
	if !s.Funded.Present() && s.Public.Or(true) {
		return rule.Unsettled(text("填写单价中已由财政或补助负担的成本（没有的填 0.00）", "the cost in the price that budget or subsidy has paid, 0.00 for none"))
	}
	return rule.Pass()
}
