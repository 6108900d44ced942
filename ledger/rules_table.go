package ledger

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Rules returns the rules that judge one row.
func Rules() rule.Set[Row] { return rules() }

var rules = sync.OnceValue(func() rule.Set[Row] {
	set, err := rule.NewSet(
		rule.Check[Row]{Rule: rule.Rule{
			ID: "ledger.nominal-is-one-yuan", Title: text("名义金额为人民币1元", "a nominal amount is one yuan"),
			Basis: append(gx("4.4.2"), rule.In("财政部令第78号", "第30条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: func(r Row) calendar.Date { return r.BookedOn }, Func: nominalIsOne},
		rule.Check[Row]{Rule: rule.Rule{
			ID: "ledger.authorised-is-registered", Title: text("纳入授权运营的公共数据资产已登记", "an authorised public data asset is registered"),
			Basis: gx("4.3.2"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: func(r Row) calendar.Date { return r.AuthorisedFrom }, Func: authorisedIsRegistered},
		rule.Check[Row]{Rule: rule.Rule{
			ID: "ledger.shared-has-consent", Title: text("共享取得的数据授权运营须经提供单位同意", "shared data are authorised with the provider's consent"),
			Basis: append(gx("4.5.1"), rule.In("发改数据规〔2025〕27号", "第5条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: func(r Row) calendar.Date { return r.AuthorisedFrom }, Func: sharedHasConsent},
		rule.Check[Row]{Rule: rule.Rule{
			ID: "ledger.should-be-registered", Title: text("应登尽登", "all that should be registered is registered"),
			Basis: gx("4.3.1"), Evidence: rule.FullText, Severity: rule.Advice,
			Judgement: text("方案为“支持”，不是强制，故只提示", "the plan supports it and does not order it, so it never blocks"),
		}, Func: shouldBeRegistered},
		rule.Check[Row]{Rule: rule.Rule{
			ID: "ledger.dates-in-order", Title: text("日期先后合理", "dates are in order"),
			Basis: gx("4.2.3"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("规范化管理的要求，先后关系按事理", "what a standardised ledger asks; the order follows from the matter"),
		}, Func: datesInOrder},
	)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
})

// ViewRules returns the rules that judge the rows of a view against each other.
func ViewRules() rule.Set[View] { return viewRules() }

var viewRules = sync.OnceValue(func() rule.Set[View] {
	set, err := rule.NewSet(rule.Check[View]{Rule: rule.Rule{
		ID: "ledger.unique", Title: text("名称、编码、证书编号不重复", "names, codes and certificates occur once"),
		Basis: gx("4.2.3"), Evidence: rule.Judgement, Severity: rule.Warning,
		Judgement: text("规范化管理的要求", "what a standardised ledger asks"),
	}, Func: unique})
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
})

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: append(Rules().Rules(), ViewRules().Rules()...)}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	for _, a := range Changes().Definition().Alternatives {
		c.Items = append(c.Items, rule.Item{ID: rule.ID("ledger.change-" + a.Code), Kind: rule.KindState, Title: a.Title, Basis: gx("4.2.3")})
	}
	return c
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{Table().Definition(), Changes().Definition()}
}

func nominalIsOne(r Row, _ rule.Context) rule.Verdict {
	switch {
	case r.Booking != BookedNominal:
		return rule.Inapplicable()
	case r.Amount == money.Nominal():
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/bookAmount", Value: r.Amount.String(),
		Message: text("名义金额应为 1.00 元。", "a nominal amount is 1.00."),
		Fix:     text("请改为 1.00，或按成本入账。", "Make it 1.00, or book it at cost."),
	})
}

func authorisedIsRegistered(r Row, _ rule.Context) rule.Verdict {
	switch {
	case r.Mode == "" || r.Resource.HolderKind == rule.Enterprise:
		return rule.Inapplicable()
	case r.Registered == IsRegistered && !r.RegisteredOn.After(r.AuthorisedFrom):
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/registered", Message: text(r.ID()+" 已授权运营，尚未登记。", r.ID()+" is authorised and not registered."),
		Fix: text("对外提供使用之前须完成资产登记。", "Register it before it is supplied to others."),
	})
}

func sharedHasConsent(r Row, _ rule.Context) rule.Verdict {
	shared := false
	for _, s := range r.Resource.Sources {
		shared = shared || s == asset.FromSharing
	}
	switch {
	case r.Mode == "" || !shared:
		return rule.Inapplicable()
	case !r.ConsentOn.IsZero() && !r.ConsentOn.After(r.AuthorisedFrom):
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/consentOn", Message: text("共享数据用于授权运营，未见"+r.Resource.Provider+"同意。", "shared data are authorised without the consent of "+r.Resource.Provider+"."),
		Fix: text("请先取得共享数据提供单位的同意。", "Obtain the provider's consent first."),
	})
}

func shouldBeRegistered(r Row, _ rule.Context) rule.Verdict {
	if r.Registered == IsRegistered {
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/registered", Message: text(r.ID()+" 尚未登记。", r.ID()+" is not registered."),
		Fix: text("建议登记信息卡片。", "Registering its information card is advised."),
	})
}

func datesInOrder(r Row, _ rule.Context) rule.Verdict {
	var found []rule.Finding
	check := func(path, zh, en string, earlier, later calendar.Date) {
		if earlier.IsZero() || later.IsZero() || !later.Before(earlier) {
			return
		}
		found = append(found, rule.Finding{
			Path: path, Value: later.String(),
			Message: text(zh+"（"+later.String()+" 早于 "+earlier.String()+"）。", en+" ("+later.String()+" is before "+earlier.String()+")."),
			Fix:     text("请核对两个日期。", "Check both dates."),
		})
	}
	check("/authorisedTo", "授权截止早于起始", "the authorisation ends before it begins", r.AuthorisedFrom, r.AuthorisedTo)
	check("/retiredOn", "退出早于入册", "it is retired before it is recorded", r.RecordedOn, r.RetiredOn)
	check("/bookedOn", "入账早于取得", "it is booked before it was there", r.Resource.AvailableOn, r.BookedOn)
	if len(found) > 0 {
		return rule.Fail(found...)
	}
	return rule.Pass()
}
