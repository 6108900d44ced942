package ledger

import (
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

func nominalIsOne(r *Row, _ rule.Context) rule.Verdict {
	switch {
	case r.Booking != asset.BookedNominal:
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

func authorisedIsRegistered(r *Row, _ rule.Context) rule.Verdict {
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

func sharedHasConsent(r *Row, _ rule.Context) rule.Verdict {
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

func shouldBeRegistered(r *Row, _ rule.Context) rule.Verdict {
	switch {
	case !r.RetiredOn.IsZero():
		return rule.Inapplicable()
	case r.Registered == IsRegistered:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/registered", Message: text(r.ID()+" 尚未登记。", r.ID()+" is not registered."),
		Fix: text("建议登记信息卡片。", "Registering its information card is advised."),
	})
}

func datesInOrder(r *Row, _ rule.Context) rule.Verdict {
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
	check("/registrationValidTo", "登记有效期截止早于登记", "the registration ends before it begins", r.RegisteredOn, r.ValidTo)
	check("/cancelledOn", "注销早于登记", "the registration is cancelled before it is made", r.RegisteredOn, r.CancelledOn)
	if len(found) > 0 {
		return rule.Fail(found...)
	}
	return rule.Pass()
}

// retiredIsCancelled leaves out rows that another row or unit goes on with.
func retiredIsCancelled(r *Row, _ rule.Context) rule.Verdict {
	switch {
	case r.RetiredOn.IsZero() || r.Registered == NotRegistered || r.Registered == "":
		return rule.Inapplicable()
	case len(r.Successors) > 0 || r.RetireCause == CauseTransferred:
		return rule.Inapplicable()
	case r.Registered == WasRegistered:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/registered", Value: string(r.Registered),
		Message: text(r.ID()+" 已于 "+r.RetiredOn.String()+" 退出，登记尚未注销。", r.ID()+" was retired on "+r.RetiredOn.String()+" and is still registered."),
		Fix:     text("请办理注销登记，并更新台账。", "Have the registration cancelled and say so in the ledger."),
	})
}

func registrationInForce(r *Row, c rule.Context) rule.Verdict {
	switch {
	case r.Registered != IsRegistered || r.ValidTo.IsZero() || c.At.IsZero() || !r.RetiredOn.IsZero():
		return rule.Inapplicable()
	case !c.At.After(r.ValidTo):
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/registrationValidTo", Value: r.ValidTo.String(),
		Message: text(r.ID()+" 的登记已于 "+r.ValidTo.String()+" 到期。", "the registration of "+r.ID()+" expired on "+r.ValidTo.String()+"."),
		Fix:     text("请重新申请登记，或更新登记状态。", "Register it anew, or change the registration status."),
	})
}

func amortisedWithinAmount(r *Row, _ rule.Context) rule.Verdict {
	if !r.Amortised.Present() && !r.Impairment.Present() {
		return rule.Inapplicable()
	}
	if net, err := r.Net(); err == nil && r.Amount.Present() && net.Sign() >= 0 {
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/amortised", Value: r.Amortised.String(),
		Message: text("累计摊销和减值合计超过入账金额 "+r.Amount.String()+"。", "amortisation and impairment exceed the booked amount, "+r.Amount.String()+"."),
		Fix:     text("请按账簿核对。", "Check them against the books."),
	})
}

func underDataAssets(r *Row, _ rule.Context) rule.Verdict {
	switch {
	case r.Booking != asset.BookedNominal && r.Booking != asset.BookedCost, !strings.HasPrefix(r.Account, "1701") && !strings.Contains(r.Account, "无形资产"):
		return rule.Inapplicable()
	case strings.Contains(r.Account, "数据资产"):
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/account", Value: r.Account,
		Message: text("入账科目“"+r.Account+"”没有数据资产明细。", "the account "+r.Account+" has no detail account of data assets."),
		Fix:     text("请在“无形资产——数据资产——×××”下设明细核算。", "Keep it under 无形资产——数据资产——×××."),
	})
}

func indefiniteNotAmortised(r *Row, _ rule.Context) rule.Verdict {
	switch {
	case r.Life != LifeIndefinite:
		return rule.Inapplicable()
	case r.Amortised.Sign() <= 0:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/amortised", Value: r.Amortised.String(),
		Message: text("使用年限不确定的资产不应摊销。", "an asset of indefinite life is not amortised."),
		Fix:     text("请改为年限有限，或冲回摊销。", "Make the life definite, or reverse the amortisation."),
	})
}

func remittedWithinIncome(r *Row, _ rule.Context) rule.Verdict {
	switch {
	case !r.Remitted.Present():
		return rule.Inapplicable()
	case r.Remitted.Fen() <= r.Income.Fen():
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/remittedToDate", Value: r.Remitted.String(),
		Message: text("累计上缴超过累计收益 "+r.Income.Decimal().StringFixed(2)+"。", "more was remitted than received, "+r.Income.Decimal().StringFixed(2)+"."),
		Fix:     text("请核对收入和缴款。", "Check receipts and remittances."),
	})
}
