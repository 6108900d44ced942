package revenue

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// RuleAdministrativeRemits is the rule that an administrative unit keeps no
// revenue (P15).
const RuleAdministrativeRemits rule.ID = "revenue.administrative-remits"

func regulation(article string) rule.Clause { return rule.In("国务院令第738号", article) }

// notice is the notice on data assets of administrative institutions (1号).
func notice() rule.Clause { return rule.In("财资〔2024〕1号", "") }

func budgetLaw(article string) rule.Clause { return rule.In("预算法", article) }

func remitBasis() []rule.Clause {
	return []rule.Clause{regulation("第25条"), notice(), rule.GX("4.6.2"), rule.GX("4.6.6")}
}

// handling is the basis of the forbidden words of handling revenue.
func handling() []rule.Clause {
	return []rule.Clause{notice(), regulation("第26条"), rule.GX("4.6.6")}
}

func inflating() []rule.Clause {
	return []rule.Clause{rule.GX("5.3.4"), notice(), regulation("第26条"), budgetLaw("第55条"), budgetLaw("第56条")}
}

// Limits are thresholds of the rules, where no text gives one. The zero Limits are
// the defaults.
type Limits struct {
	HeldDays      int         // money in the unit's account before it counts as withheld; 0 is 30
	CircularDays  int         // between a payment and the money that comes back; 0 is 90
	FundedDays    int         // between a payer's budget money and its payment; 0 is 30
	IdleDays      int         // between a payment and the first use; 0 is 180
	LumpShare     money.Ratio // of the whole price in one payment, for more than a year; none is 0.5
	OverAppraisal money.Ratio // above the appraised price; none is 0.2
}

func (l Limits) withDefaults() Limits {
	days := func(n *int, d int) {
		if *n == 0 {
			*n = d
		}
	}
	days(&l.HeldDays, 30)
	days(&l.CircularDays, 90)
	days(&l.FundedDays, 30)
	days(&l.IdleDays, 180)
	if !l.LumpShare.Present() {
		l.LumpShare = money.MustParseRatio("0.5")
	}
	if !l.OverAppraisal.Present() {
		l.OverAppraisal = money.MustParseRatio("0.2")
	}
	return l
}

// AccountRules returns the rules that judge a revenue account on a day: the
// treasury rule, what the handling words forbid as far as an account can show it,
// and the signs of inflated revenue.
func AccountRules() rule.Set[Account] { return accountRules() }

var accountRules = sync.OnceValue(func() rule.Set[Account] {
	public := []rule.Entity{rule.Administrative, rule.PublicInstitution, rule.CivilServiceInstitution}
	var checks []rule.Check[Account]
	add := func(f func(Account, rule.Context) rule.Verdict, r rule.Rule) {
		r.Entities = public
		checks = append(checks, rule.Check[Account]{Rule: r, Func: f})
	}
	treasury(add)
	handlingWords(add)
	redFlags(add)
	return must(rule.NewSet(checks...))
})

type adder func(func(Account, rule.Context) rule.Verdict, rule.Rule)

func treasury(add adder) {
	add(administrativeRemits, rule.Rule{
		ID: RuleAdministrativeRemits, Title: text("行政单位的使用、处置收入全额上缴，不得列 4605、4609", "an administrative unit remits all revenue and keeps none in 4605 or 4609"),
		Basis: remitBasis(), Evidence: rule.Verified, Severity: rule.Blocking,
		Judgement: text("有偿授权收入按条例第25条的出租等收入处理（P15）", "revenue of paid authorisation is treated as the lease and other revenue of article 25 (P15)"),
	})
	add(retentionNamed, rule.Rule{
		ID: "revenue.retention-has-document", Title: text("事业单位留用收入须有本级规定", "an institution retains revenue only by a rule of its level"),
		Basis: remitBasis(), Evidence: rule.Verified, Severity: rule.Warning,
		Judgement: text("未列明本级文件的，按上缴处理（P16）", "without the document of its level it is remitted (P16)"),
	})
	add(sameLevel, rule.Rule{
		ID: "revenue.same-level-treasury", Title: text("收益由本级财政部门纳入预算管理", "revenue goes to the treasury of its own level"),
		Basis: gx("4.6.2"), Evidence: rule.FullText, Severity: rule.Blocking,
	})
	add(regionLevel, rule.Rule{
		ID: "revenue.region-level-rules", Title: text("区直部门收入按自治区本级行政事业性国有资产收入管理规定执行", "a region department's revenue follows the region level's rules on revenue of state-owned assets"),
		Basis: append(gx("4.6.6"), rule.In("广西壮族自治区人民政府令第68号", "")), Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("自治区本级规定未见全文：默认收到即应缴自治区本级国库，已上缴的须注明国库级次",
			"the region's rules were not read: by default what is received is due to the region's treasury, and what was remitted says to which"),
	})
	add(payableIsNet, rule.Rule{
		ID: "revenue.received-less-tax-is-payable", Title: text("已收 − 税 = 2103", "received less tax is what 2103 shows"),
		Basis: []rule.Clause{rule.In("财会〔2017〕25号", "2103 一第2段"), rule.GX("4.6.2")}, Evidence: rule.FullText, Severity: rule.Blocking,
		Judgement: text("增值税分列、附加由预算负担为默认（P17）", "by default VAT is apart and surcharges are borne by the budget (P17)"),
	})
	add(remittedAtYearEnd, rule.Rule{
		ID: "revenue.remitted-by-year-end", Title: text("年末 2103 = 已缴", "at the end of the year all of 2103 is remitted"),
		Basis: append([]rule.Clause{rule.In("财会〔2017〕25号", "2103 四")}, remitBasis()...), Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("年末前收到的应缴款于年末缴清", "what was received in a year is remitted by its end"),
	})
	add(paymentKept, rule.Rule{
		ID: "revenue.payment-kind-fixed", Title: text("一次性或分次按协议，不得改变以延后备案", "one-off or in instalments as agreed, not changed to file later"),
		Basis: gx("4.6.3", "4.6.4"), Evidence: rule.Judgement, Severity: rule.Warning,
		Judgement: text("按协议区分，一协议一事项只有一种（P11）", "by the agreement, one kind for each item of it (P11)"),
	})
}

// handlingWords are the words of 1号 that an account can show; the others
// (侵占、私分、占用、挪用) take facts that it does not hold.
func handlingWords(add adder) {
	word := func(id, zh, en string, s rule.Severity, judgementZH, judgementEN string, f func(Account, rule.Context) rule.Verdict) {
		add(f, rule.Rule{
			ID: rule.ID("revenue." + id), Title: text(zh, en), Basis: handling(), Evidence: rule.Verified, Severity: s, Judgement: text(judgementZH, judgementEN),
		})
	}
	word("no-overcollecting", "不得多收", "no more is collected than is due", rule.Blocking, "应收 ≥ 已收，逐行", "due ≥ received, row by row", notMore)
	word("no-undercollecting", "不得少收", "no less is collected than is due", rule.Warning, "应收日已过而部分收到", "the day has passed and a part came in", notLess)
	word("no-waiving", "不得不收", "what is due is collected", rule.Warning, "应收日已过而分文未收", "the day has passed and nothing came in", notWaived)
	word("no-short-remittance", "不得少缴", "no less is remitted than is payable", rule.Blocking, "年末已缴少于应缴", "remitted less than payable at the end of the year", notShort)
	word("no-default", "不得不缴", "what is payable is remitted", rule.Blocking, "年末分文未缴", "nothing remitted by the end of the year", notDefaulted)
	word("no-withholding", "不得截留", "revenue is not held back", rule.Warning, "在单位账户超过 30 日未缴（参数），无天数明文", "in the unit's account for more than 30 days, a parameter: no text gives days", notHeld)
	word("no-spending-of-revenue", "不得坐支", "nothing is spent out of revenue before it is remitted", rule.Blocking, "上缴前扣除的支出", "spending taken off before remittance", notSpent)
	word("no-concealing", "不得隐匿", "revenue is not concealed", rule.Warning, "收到而未开缴款书或票据", "money came in without a payment order or invoice", notConcealed)
}

// redFlags are signs, not proofs, of inflated fiscal revenue.
func redFlags(add adder) {
	flag := func(id, zh, en, judgementZH, judgementEN string, f func(Account, rule.Context) rule.Verdict) {
		add(f, rule.Rule{
			ID: rule.ID("revenue." + id), Title: text(zh, en), Basis: inflating(), Evidence: rule.Judgement, Severity: rule.Warning, Judgement: text(judgementZH, judgementEN),
		})
	}
	flag("no-circular-payment", "不得以关联方循环付款虚增收入", "no revenue by money that circles between related parties",
		"付款前后 90 日内（参数）资金自收款方流回付款方；经由的均为同级或关联单位", "within 90 days of the payment, a parameter, money flows from the receiver back to the payer, through related units", notCircular)
	flag("no-budget-funded-payer", "付款方不以本级财政资金支付", "the payer is not funded by the same level's budget for it",
		"付款前 30 日内（参数）取得本级财政资金不少于付款额", "within 30 days before the payment, a parameter, as much came from the budget of the level", notFunded)
	flag("no-lump-sum-for-years", "多年授权不一次收取大部分价款", "the price of many years does not come at once",
		"授权超过一年而一次付款超过总价的一半（参数）", "for more than a year, and more than half of the whole price in one payment, a parameter", notLump)
	flag("no-revenue-without-use", "收入有实际使用", "revenue has a use behind it",
		"付款满 180 日（参数）仍未提供或使用", "180 days after the payment, a parameter, nothing was delivered or used", notIdle)
	flag("no-inflated-price", "价格不高于上限，不明显高于评估", "the price is not above its ceiling, nor far above an appraisal",
		"高于评估 20%（参数）为明显", "far is 20 % above the appraisal, a parameter", notInflatedPrice)
}

// yearEnded is the last 31 December that has passed by a day.
func yearEnded(at calendar.Date) calendar.Date {
	if at.IsZero() {
		return calendar.Date{}
	}
	if end := calendar.MustDate(at.Year(), 12, 31); end == at {
		return end
	}
	return calendar.MustDate(at.Year()-1, 12, 31)
}
