package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// FinanceCard is the card that region departments enter in the integrated
// budget system; it yields the data asset certificate, the voucher for
// authorised outside use. The plan sets no stages and no terms: one review is a
// judgement.
func FinanceCard() *Regime { return financeCard() }

// EnterpriseCard is the card that region enterprises keep themselves. It yields
// no certificate of the budget system.
func EnterpriseCard() *Regime { return enterpriseCard() }

// NationalRegistration is the registration of public data resources by
// 发改数据规〔2025〕26号, counted by the nation's calendar; [Regime.Counted] sets
// that of the registry's region.
func NationalRegistration() *Regime { return nationalRegistration() }

// Regimes lists the regimes of this package.
func Regimes() []*Regime { return []*Regime{FinanceCard(), EnterpriseCard(), NationalRegistration()} }

// CardRegime returns the card of the plan that a holder uses: enterprises, whatever
// their role, have their own; departments, institutions and city bureaus (by
// reference) use the finance card.
func CardRegime(h asset.Holder) *Regime { return cardOfKind(h.Role, h.Entity) }

func cardOfKind(r rule.Role, e rule.Entity) *Regime {
	if r == rule.RegionEnterprise || e == rule.Enterprise {
		return EnterpriseCard()
	}
	return FinanceCard()
}

// oneReview is what every row of a card says of the stages.
func oneReview() rule.Text {
	return text("方案未规定卡片登记的环节和时限，默认提交、办结两步", "the plan sets no stages or terms for the card; submission and approval by default")
}

var financeCard = sync.OnceValue(func() *Regime {
	basis := gx("4.3.3", "4.3.4")
	return mustRegime(Spec{
		ID: "finance-card", Title: text("预算管理一体化系统信息卡片", "card in the integrated budget system"),
		Basis: basis, Judgement: oneReview(), Rows: SimpleRows(basis, oneReview()), Certifies: true,
		Terms: cardTerms("finance", gx("4.3.2", "4.3.3")),
	})
})

var enterpriseCard = sync.OnceValue(func() *Regime {
	basis := gx("4.3.6", "4.3.4")
	return mustRegime(Spec{
		ID: "enterprise-card", Title: text("企业资产信息卡片", "enterprise information card"),
		Basis: basis, Judgement: oneReview(), Rows: SimpleRows(basis, oneReview()),
		Terms: cardTerms("enterprise", gx("4.3.2", "4.3.6")),
	})
})

// cardTerms is what the plan asks of a card; it gives no numbers.
func cardTerms(name string, basis []rule.Clause) []Term {
	return []Term{
		{
			ID: rule.ID("registry." + name + "-before-supply"), Title: text("对外提供使用前完成登记", "registered before supply to others"),
			Owner: Registrant, To: Registry, Blocks: true, From: OutsideSupply, Until: RegisteredOn,
			Basis: basis, Evidence: rule.FullText, Judgement: text("对外提供当日完成的视为在前；企业只就公共数据资产", "completed on the day of the supply counts as before; for an enterprise only public data"),
		},
		{
			ID: rule.ID("registry." + name + "-alteration"), Title: text("信息变化，办理变更登记", "alteration when information has changed"),
			Owner: Registrant, To: Registry, From: AssetChanged, Until: AlteredOn, Term: calendar.Promptly(),
			Basis: gx("4.3.4"), Evidence: rule.FullText,
		},
	}
}

var nationalRegistration = sync.OnceValue(func() *Regime {
	return mustRegime(Spec{
		ID: "public-data", Title: text("公共数据资源登记", "registration of public data resources"),
		Basis: r26("第3条", "第8条", "第9条"), Rows: FullRows(), Documents: nationalDocuments(), Terms: nationalTerms(),
		Causes: []Cause{Lost, Expired, Relinquished, Dissolved, OtherCause}, Certifies: true, Notice: calendar.Workdays(10),
		Validity: Validity{
			Months: 36, Renewal: 60, WithOperation: true, Basis: r26("第15条"),
			Judgement: text("“自赋码之日起”：赋码当日为第一日（P21）", "the day of the code is the first day of the term (P21)"),
		},
	})
})

func nationalDocuments() []Requirement {
	var all []Requirement
	for _, k := range []DocumentKind{DocRegistrant, DocSource, DocResource, DocDeposit, DocProducts, DocScenarios, DocSecurity} {
		all = append(all, Requirement{Procedure: First, AnyOf: []DocumentKind{k}, Basis: r26("第9条")})
	}
	return append(all,
		Requirement{Procedure: First, AnyOf: []DocumentKind{DocReview}, Basis: r26("第7条")},
		Requirement{Procedure: Alteration, AnyOf: []DocumentKind{DocChange}, Basis: r26("第9条"), Judgement: text("变更材料未列举，须有变更证明", "the documents of an alteration are not listed: evidence of the change")},
		Requirement{Procedure: Correction, AnyOf: []DocumentKind{DocConsent, DocMistake}, Basis: r26("第9条")},
		Requirement{Procedure: Cancellation, AnyOf: []DocumentKind{DocCause}, Basis: r26("第9条(四)"), Judgement: text("注销材料未列举，须有事由证明", "the documents of a cancellation are not listed: evidence of the cause")},
	)
}

// nationalTerms is the terms of the national measures, both sides'.
func nationalTerms() []Term {
	began := calendar.MustDate(2025, 3, 1)
	all := func(kinds ...string) []string { return kinds }
	published := all(First, Alteration, Renewal)
	return []Term{
		{
			ID: "registry.national-first", Title: text("提供或交付后申请首次登记", "first registration applied for after delivery"), Owner: Registrant, To: Registry, From: Delivered, Until: FirstApplied, Term: calendar.Workdays(20), Basis: r26("第9条"), Evidence: rule.FullText,
			Judgement: text("与方案“对外提供之前登记”并存：卡片登记从严，本期限自提供或交付起算", "beside the plan's registration before supply: the card is the stricter; this term runs from delivery"),
		},
		{ID: "registry.national-catch-up", Title: text("施行前已开展授权运营的，补办首次登记", "catch-up for operation begun before the measures"), Owner: Registrant, To: Registry, From: OperationBegan, Until: FirstApplied, Term: calendar.Workdays(30), Trigger: began, Only: rule.Period{To: began.AddDays(-1)}, Basis: r26("第9条"), Evidence: rule.FullText},
		{ID: "registry.national-acceptance", Title: text("受理、一次性告知补正或不予受理", "accepted, returned or refused"), Owner: Registry, To: Registrant, Kinds: all(First, Alteration, Correction, Cancellation, Renewal), From: Applied, Until: Answered, Term: calendar.Workdays(3), Basis: r26("第10条"), Evidence: rule.FullText},
		{ID: "registry.national-review", Title: text("完成形式审核", "formal review"), Owner: Registry, To: Registrant, Kinds: all(First, Alteration, Correction, Renewal), From: AcceptedOn, Until: ReviewedOn, Term: calendar.Workdays(20), Basis: r26("第11条"), Evidence: rule.FullText},
		{ID: "registry.national-notice", Title: text("公示", "public notice"), Owner: Registry, To: Interested, Kinds: published, Nature: AtLeast, From: PublishedOn, Until: EndedOn, Term: calendar.Workdays(10), Basis: r26("第12条"), Evidence: rule.FullText},
		{ID: "registry.national-objection", Title: text("公示期内提出异议", "objection within the notice"), Owner: Interested, To: Registry, Kinds: published, Nature: May, From: PublishedOn, Until: ObjectedOn, Term: calendar.Workdays(10), Basis: r26("第12条"), Evidence: rule.FullText},
		{ID: "registry.national-code", Title: text("公示无异议，赋码", "code after a notice without objection"), Owner: Registry, To: Registrant, Kinds: published, From: PublishedOn, Until: EndedOn, Term: calendar.Promptly(), Basis: r26("第13条"), Evidence: rule.FullText},
		{ID: "registry.national-alteration", Title: text("重要更新或重大变化，申请变更登记", "alteration after an important update or major change"), Owner: Registrant, To: Registry, From: AssetChanged, Until: AlteredOn, Term: calendar.Promptly(), Basis: r26("第9条"), Evidence: rule.FullText},
		{ID: "registry.national-cancellation", Title: text("办结注销登记", "cancellation completed"), Owner: Registry, To: Registrant, Kinds: all(Cancellation), From: AcceptedOn, Until: EndedOn, Term: calendar.Workdays(10), Basis: r26("第9条(四)"), Evidence: rule.FullText},
		{ID: "registry.national-renewal", Title: text("期满前60日内申请续展", "renewal asked for within the 60 days before expiry"), Owner: Registrant, To: Registry, Nature: May, From: Expiry, Until: RenewedOn, Term: calendar.DaysBefore(60), Basis: r26("第15条"), Evidence: rule.FullText},
		{ID: "registry.national-lapse", Title: text("届满未续展，予以注销", "cancelled where it expired without renewal"), Owner: Registry, To: Registrant, From: AfterExpiry, Until: CancelledOn, Term: calendar.Promptly(), Basis: r26("第15条"), Evidence: rule.FullText},
	}
}
