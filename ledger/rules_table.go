package ledger

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Rules returns the rules that judge one row. They only read it.
func Rules() rule.Set[*Row] { return rules() }

var rules = sync.OnceValue(func() rule.Set[*Row] {
	set, err := rule.NewSet(rowChecks()...)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
})

// standard4 is the time in which Standard 4 is in force.
func standard4() rule.Period { return rule.From(calendar.MustDate(2017, 1, 1)) }

func rowChecks() []rule.Check[*Row] {
	return []rule.Check[*Row]{
		{Rule: rule.Rule{
			ID: "ledger.nominal-is-one-yuan", Title: text("名义金额为人民币1元", "a nominal amount is one yuan"),
			Basis: append(gx("4.4.2"), rule.In("财政部令第78号", "第30条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: func(r *Row) calendar.Date { return r.BookedOn }, Func: nominalIsOne},
		{Rule: rule.Rule{
			ID: "ledger.authorised-is-registered", Title: text("纳入授权运营的公共数据资产已登记", "an authorised public data asset is registered"),
			Basis: gx("4.3.2"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: func(r *Row) calendar.Date { return r.AuthorisedFrom }, Func: authorisedIsRegistered},
		{Rule: rule.Rule{
			ID: "ledger.shared-has-consent", Title: text("共享取得的数据授权运营须经提供单位同意", "shared data are authorised with the provider's consent"),
			Basis: append(gx("4.5.1"), rule.In("发改数据规〔2025〕27号", "第5条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: func(r *Row) calendar.Date { return r.AuthorisedFrom }, Func: sharedHasConsent},
		{Rule: rule.Rule{
			ID: "ledger.should-be-registered", Title: text("应登尽登", "all that should be registered is registered"),
			Basis: gx("4.3.1"), Evidence: rule.FullText, Severity: rule.Advice,
			Judgement: text("方案为“支持”，不是强制，故只提示", "the plan supports it and does not order it, so it never blocks"),
		}, Func: shouldBeRegistered},
		{Rule: rule.Rule{
			ID: "ledger.dates-in-order", Title: text("日期先后合理", "dates are in order"),
			Basis: gx("4.2.3"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("规范化管理的要求，先后关系按事理", "what a standardised ledger asks; the order follows from the matter"),
		}, Func: datesInOrder},
		{Rule: rule.Rule{
			ID: "ledger.retired-is-cancelled", Title: text("退出的资产已办理注销登记", "a retired asset's registration is cancelled"),
			Basis: gx("4.3.4"), Evidence: rule.FullText, Severity: rule.Warning,
			Judgement: text("调出、拆分、合并、替换的，登记由承接方变更，不注销；注销期限方案未定，只警告",
				"where another row or unit goes on, the registration is altered and not cancelled; the plan sets no term, so it only warns"),
		}, On: func(r *Row) calendar.Date { return r.RetiredOn }, Func: retiredIsCancelled},
		{Rule: rule.Rule{
			ID: "ledger.registration-in-force", Title: text("登记在有效期内", "the registration has not expired"),
			Basis: []rule.Clause{rule.In("发改数据规〔2025〕26号", "第15条")}, Evidence: rule.FullText, Severity: rule.Warning,
			Effective: rule.Between(calendar.MustDate(2025, 3, 1), calendar.MustDate(2030, 2, 28)),
			Judgement: text("资产登记证书是否定期由各级规定，填写了有效期的才判断", "whether a certificate expires is for each level to say; judged only where the row gives a term"),
		}, On: func(r *Row) calendar.Date { return r.RegisteredOn }, Func: registrationInForce},
		{Rule: rule.Rule{
			ID: "ledger.amortised-within-amount", Title: text("累计摊销和减值不超过入账金额", "amortisation and impairment do not exceed the booked amount"),
			Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第16条"), rule.In("企业会计准则第8号", "第15条")}, Evidence: rule.FullText, Severity: rule.Blocking,
			Effective: standard4(),
		}, On: func(r *Row) calendar.Date { return r.BookedOn }, Func: amortisedWithinAmount},
		{Rule: rule.Rule{
			ID: "ledger.indefinite-not-amortised", Title: text("年限不确定的不摊销", "what has an indefinite life is not amortised"),
			Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第20条")}, Evidence: rule.FullText, Severity: rule.Blocking,
			Effective: standard4(),
		}, On: func(r *Row) calendar.Date { return r.BookedOn }, Func: indefiniteNotAmortised},
		{Rule: rule.Rule{
			ID: "ledger.remitted-within-income", Title: text("累计上缴不超过累计收益", "what is remitted does not exceed what was received"),
			Basis: []rule.Clause{rule.In("国务院令第738号", "第25条")}, Evidence: rule.Judgement, Severity: rule.Warning,
			Effective: rule.From(calendar.MustDate(2021, 4, 1)),
			Judgement: text("上缴的是已取得的收入，按事理", "only what was received can be remitted"),
		}, Func: remittedWithinIncome},
		{Rule: rule.Rule{
			ID: "ledger.under-data-assets", Title: text("在“无形资产——数据资产”明细下入账", "booked under 无形资产——数据资产"),
			Basis: gx("4.4.1"), Evidence: rule.FullText, Severity: rule.Warning,
			Effective: rule.Between(calendar.MustDate(2025, 4, 1), calendar.MustDate(2026, 12, 31)), Roles: []rule.Role{rule.RegionDepartment},
			Judgement: text("“等科目”：不在无形资产科目的不判断；制度未设该明细，故只警告",
				"the list of accounts is open: only intangible assets are judged; the system itself has no such detail account, so it only warns"),
		}, On: func(r *Row) calendar.Date { return r.BookedOn }, Func: underDataAssets},
	}
}

// ViewRules returns the rules that judge the rows of a view against each other.
func ViewRules() rule.Set[View] { return viewRules() }

var viewRules = sync.OnceValue(func() rule.Set[View] {
	set, err := rule.NewSet(rule.Check[View]{Rule: rule.Rule{
		ID: "ledger.unique", Title: text("名称、编码、登记和证书编号不重复", "names, codes, registrations and certificates occur once"),
		Basis: gx("4.2.3"), Evidence: rule.Judgement, Severity: rule.Warning,
		Judgement: text("规范化管理的要求", "what a standardised ledger asks"),
	}, Func: unique})
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
})
