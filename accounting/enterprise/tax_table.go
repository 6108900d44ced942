package enterprise

import (
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Rate is a rate of value-added tax in a period. Rates are parameters: a caller
// gives its own where the law has moved on.
type Rate struct {
	Taxpayer  string // a code of the fact outputTax: general, simple, small
	Effective rule.Period
	Rate      money.Ratio
	Basis     []rule.Clause
	Evidence  rule.Evidence
	Judgement rule.Text
}

// Rates lists the rates for data: sold, licensed or served, all at 6 % for a
// general taxpayer, though no text names data.
func Rates() []Rate {
	day := func(y int, m time.Month, d int) calendar.Date { return calendar.MustDate(y, m, d) }
	ratio := money.MustParseRatio
	silent := text("税法没有“数据”税目：无形资产、信息技术服务均为 6%，按主管税务机关意见为准",
		"no item of the law names data: intangible assets and information services are both at 6 %; the tax authority decides")
	old := rule.Between(day(2016, 5, 1), day(2025, 12, 31))
	law2026 := rule.From(day(2026, 1, 1))
	return []Rate{
		{"general", old, ratio("0.06"), law(rule.In("财税〔2016〕36号", "税率")), rule.Memory, silent},
		{"general", law2026, ratio("0.06"), law(vatLaw("第10条")), rule.Verified, silent},
		{"simple", old, ratio("0.03"), law(rule.In("财税〔2016〕36号", "征收率")), rule.Memory, silent},
		{"simple", law2026, ratio("0.03"), law(vatLaw("第11条")), rule.Verified, silent},
		{"small", rule.Between(day(2023, 1, 1), day(2025, 12, 31)), ratio("0.01"), law(rule.In("财政部、税务总局公告2023年第19号", "减按1%")), rule.Memory, silent},
		{"small", rule.Between(day(2026, 1, 1), day(2027, 12, 31)), ratio("0.01"), law(rule.In("财政部、税务总局公告2026年第10号", "减按1%")), rule.SecondHand, silent},
		{"small", rule.From(day(2028, 1, 1)), ratio("0.03"), law(vatLaw("第11条")), rule.Verified, silent},
	}
}

// Place is where an enterprise is, which decides the rate of the urban
// maintenance and construction tax.
type Place string

// The places.
const (
	City      Place = "city"  // 市区: 7 %
	Town      Place = "town"  // 县城、镇: 5 %
	Elsewhere Place = "other" // 其他: 1 %
)

// SurchargeTax is a surcharge on value-added tax that was paid.
type SurchargeTax string

// The surcharges.
const (
	Construction   SurchargeTax = "construction" // 城市维护建设税
	Education      SurchargeTax = "education"    // 教育费附加
	LocalEducation SurchargeTax = "local"        // 地方教育附加
)

// SurchargeRate is the rate of a surcharge in a period.
type SurchargeRate struct {
	Tax       SurchargeTax
	Place     Place // none is everywhere
	Effective rule.Period
	Rate      money.Ratio
	Basis     []rule.Clause
	Evidence  rule.Evidence
	Judgement rule.Text
}

// SurchargeRates lists the rates of the surcharges. They begin with the
// Construction Tax Law of 2021; a caller gives its own where the law has moved on.
func SurchargeRates() []SurchargeRate {
	since := rule.From(calendar.MustDate(2021, time.September, 1))
	none := rule.Text{}
	town := law(rule.In("城市维护建设税法", "第4条"))
	silent := text("文号凭记忆；起始日取城建税法施行日，早于该日的不计算", "the number of the document is from memory; the table begins with the Construction Tax Law, and no earlier day is computed")
	ratio := money.MustParseRatio
	return []SurchargeRate{
		{Construction, City, since, ratio("0.07"), town, rule.Verified, none},
		{Construction, Town, since, ratio("0.05"), town, rule.Verified, none},
		{Construction, Elsewhere, since, ratio("0.01"), town, rule.Verified, none},
		{Education, "", since, ratio("0.03"), law(rule.In("征收教育费附加的暂行规定", "第3条")), rule.Verified, none},
		{LocalEducation, "", since, ratio("0.02"), law(rule.In("财综〔2010〕98号", "2%")), rule.SecondHand, silent},
	}
}

// relief is the time of 六税两费 (财政部、税务总局公告2023年第12号).
func relief() rule.Period {
	return rule.Between(calendar.MustDate(2023, time.January, 1), calendar.MustDate(2027, time.December, 31))
}
