package pilot

import (
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// ReconcileRules returns the rules by which the records of a unit agree.
func ReconcileRules() rule.Set[Reconciled] { return reconcileRules() }

var reconcileRules = sync.OnceValue(func() rule.Set[Reconciled] {
	matched := func(more ...rule.Clause) []rule.Clause { // 账实、账账相符
		return append([]rule.Clause{rule.GX("4.2.3"), rule.In("国务院令第738号", "第34条")}, more...)
	}
	silent := text("核对到哪些字段未明文，凡两处都有记载的逐项核对", "no text names the fields; whatever stands in both records is compared")
	set, err := rule.NewSet(
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.listed-exists", Title: text("账实相符：台账的资产在数据资源清单中", "what the ledger holds is in the inventory"),
			Basis: matched(), Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: listedExists},
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.ledger-has-registration", Title: text("账卡相符：台账与登记状态一致", "the ledger tells the state of the registration"),
			Basis: matched(rule.GX("4.2.2"), rule.GX("4.3.4")), Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: ledgerHasRegistration},
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.card-has-ledger", Title: text("账卡相符：信息卡片与台账内容一致", "the card says what the ledger says"),
			Basis: matched(rule.GX("4.3.4"), rule.GX("4.3.6")), Evidence: rule.FullText, Severity: rule.Note, Judgement: silent,
		}, Func: cardHasLedger},
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.cancelled-is-retired", Title: text("注销登记的资产同时退出台账", "an asset whose registration is cancelled leaves the ledger too"),
			Basis: matched(rule.GX("4.3.4"), rule.In("国务院令第738号", "第35条")), Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: cancelledIsRetired},
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.ledger-has-books", Title: text("账账相符：台账与财务账的入账状态、金额一致", "the ledger tells the state and the amount of the books"),
			Basis:    matched(rule.GX("4.2.2"), rule.In("会计基础工作规范", "第62条")),
			Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: ledgerHasBooks},
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.amortised-monthly", Title: text("应摊销的资产按月摊销", "what is amortised is amortised each month"),
			Basis:    []rule.Clause{rule.In("财会〔2016〕12号", "第18条"), rule.In("财会〔2017〕25号", "1702 三(一)"), rule.In("企业会计准则第6号", "第17条")},
			Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: amortisedMonthly},
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.gone-from-books", Title: text("已退出、已注销的资产同时核销财务账", "what has gone from the ledger or the register is written off the books"),
			Basis: matched(rule.In("国务院令第738号", "第35条")), Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: goneFromBooks},
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.receipt-has-asset", Title: text("取得收入的资产在台账中", "what brings in money is in the ledger"),
			Basis: matched(rule.GX("4.1.3")), Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: receiptHasAsset},
		rule.Check[Reconciled]{Rule: rule.Rule{
			ID: "pilot.receipt-booked", Title: text("取得的收入已入账，凭证与收入账金额一致", "what came in is booked, with the amounts of the revenue account"),
			Basis:    matched(rule.GX("4.6.2"), rule.In("财政部令第78号", "第14条")),
			Evidence: rule.FullText, Severity: rule.Warning,
			Judgement: text("“及时”未定天数，收入当月月末前入账", "“in time” names no days: by the end of the month of receipt"),
		}, Func: receiptBooked},
	)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
})

func listedExists(r Reconciled, _ rule.Context) rule.Verdict {
	switch {
	case !r.Held():
		return rule.Inapplicable()
	case r.Resource != nil:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/ledger", Value: r.Asset,
		Message: text(r.Asset+" 在台账中，数据资源清单没有这项资源。", r.Asset+" is in the ledger, and the inventory has no such resource."),
		Fix:     text("请补充清查，或查明后退出台账。", "Add it to the inventory, or retire the row once its cause is known."),
	})
}

func ledgerHasRegistration(r Reconciled, _ rule.Context) rule.Verdict {
	switch {
	case r.Row == nil && r.ledger && r.Register != nil && r.Register.IsRegistered():
		return rule.Fail(rule.Finding{
			Path: "/ledger", Value: r.Asset,
			Message: text(r.Asset+" 已登记，台账没有这项资产。", r.Asset+" is registered, and the ledger has no such asset."),
			Fix:     text("请列入台账，或查明后注销、更正登记。", "Enter it in the ledger, or have the registration cancelled or corrected once its cause is known."),
		})
	case r.Row == nil || r.Register == nil && r.Row.Registered != ledger.IsRegistered:
		return rule.Inapplicable()
	}
	registered := r.Register != nil && r.Register.IsRegistered()
	says := r.Row.Registered == ledger.IsRegistered
	switch {
	case says && !registered:
		return rule.Fail(rule.Finding{
			Path: "/ledger/registered", Value: string(r.Row.Registered),
			Message: text(r.Asset+" 台账为已登记，登记系统中没有有效登记。", r.Asset+" is registered by the ledger and has no registration in force."),
			Fix:     text("请办理登记，或更正台账。", "Register it, or correct the ledger."),
		})
	case registered && !says:
		return rule.Fail(rule.Finding{
			Path: "/ledger/registered", Value: string(r.Row.Registered),
			Message: text(r.Asset+" 已登记，台账未反映。", r.Asset+" is registered, and the ledger does not say so."),
			Fix:     text("请按登记结果变更台账。", "Change the ledger to what was registered."),
		})
	case registered && r.Row.CertificateNo != r.Register.Certificate.Number:
		return rule.Fail(rule.Finding{
			Path: "/ledger/certificateNo", Value: r.Row.CertificateNo,
			Message: text(r.Asset+" 台账证书编号“"+r.Row.CertificateNo+"”，登记为“"+r.Register.Certificate.Number+"”。",
				r.Asset+" has certificate "+quoted(r.Row.CertificateNo)+" in the ledger and "+quoted(r.Register.Certificate.Number)+" in the register."),
			Fix: text("请以登记系统的证书编号更正台账。", "Correct the ledger to the number in the register."),
		})
	case registered && !r.Row.ValidTo.IsZero() && !r.Register.ValidTo.IsZero() && r.Row.ValidTo != r.Register.ValidTo:
		return rule.Fail(rule.Finding{
			Path: "/ledger/registrationValidTo", Value: r.Row.ValidTo.String(),
			Message: text(r.Asset+" 台账登记有效期至 "+r.Row.ValidTo.String()+"，登记为 "+r.Register.ValidTo.String()+"。",
				r.Asset+" is registered until "+r.Row.ValidTo.String()+" by the ledger and until "+r.Register.ValidTo.String()+" in the register."),
			Fix: text("请以登记系统的有效期更正台账。", "Correct the ledger to the term in the register."),
		})
	}
	return nationalCode(r)
}

// nationalCode compares the code of the national registration, where one stands
// beside the holder's own.
func nationalCode(r Reconciled) rule.Verdict {
	if r.National == nil || !r.National.IsRegistered() || r.Row.NationalCode == r.National.Certificate.Number {
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/ledger/nationalCode", Value: r.Row.NationalCode,
		Message: text(r.Asset+" 台账公共数据资源登记码“"+r.Row.NationalCode+"”，登记为“"+r.National.Certificate.Number+"”。",
			r.Asset+" has national registration code "+quoted(r.Row.NationalCode)+" in the ledger and "+quoted(r.National.Certificate.Number)+" in the register."),
		Fix: text("请以登记平台的登记码更正台账。", "Correct the ledger to the code that the platform gave."),
	})
}

// cardFields is what card and row both say of a resource.
var cardFields = sync.OnceValue(func() []record.FieldDefinition { return asset.Resources().Definition().Fields })

// cardHasLedger compares the card with the ledger's row, field by field.
func cardHasLedger(r Reconciled, _ rule.Context) rule.Verdict {
	if !r.Held() || r.Register == nil || !r.Register.IsRegistered() {
		return rule.Inapplicable()
	}
	whole := r.Register.Card()
	card, row := whole.Resource, r.Row.Resource
	var zh, en []string
	t := asset.Resources()
	for _, f := range cardFields() {
		if t.Text(&card, f.Key) != t.Text(&row, f.Key) {
			zh, en = append(zh, f.Title.ZH), append(en, f.Title.EN)
		}
	}
	// A card may be silent on the books; what it says must be so.
	for _, x := range []struct{ key, card, row string }{
		{"bookingStatus", string(whole.Booking), string(r.Row.Booking)},
		{"cardAccount", whole.Account, r.Row.Account},
		{"cardAmount", whole.Amount.String(), r.Row.Amount.String()},
	} {
		if x.card != "" && x.card != x.row {
			f, _ := registry.Cards().Definition().Field(x.key)
			zh, en = append(zh, f.Title.ZH), append(en, f.Title.EN)
		}
	}
	if len(zh) == 0 {
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path:    "/card",
		Message: text(r.Asset+" 的卡片与台账不一致："+strings.Join(zh, "、")+"。", "the card of "+r.Asset+" differs from the ledger in: "+strings.Join(en, ", ")+"."),
		Fix:     text("属应变更登记的，请变更登记；登记有误的，请更正登记。", "Have the registration altered where that is required, or corrected where it was wrong."),
	})
}

// gone reports whether the registration was cancelled because of what became of
// the asset: not by mistake, and not only for want of a renewal.
func (r Reconciled) gone() bool {
	return r.Register != nil && r.Register.Position.Status == registry.Cancelled &&
		r.Register.Cause() != registry.Mistaken && r.Register.Cause() != registry.Unrenewed
}

func cancelledIsRetired(r Reconciled, _ rule.Context) rule.Verdict {
	if r.Register == nil || r.Row == nil {
		return rule.Inapplicable()
	}
	switch {
	case r.gone() && r.Held():
		return rule.Fail(rule.Finding{
			Path: "/ledger", Value: r.Asset,
			Message: text(r.Asset+" 已注销登记，台账尚未退出。", "the registration of "+r.Asset+" is cancelled, and the ledger still holds it."),
			Fix:     text("请在台账中退出该资产。", "Retire its row."),
		})
	case r.Register.IsRegistered() && !r.Held():
		return rule.Fail(rule.Finding{
			Path: "/registration", Value: r.Asset,
			Message: text(r.Asset+" 已退出台账，登记尚未注销。", r.Asset+" is retired from the ledger, and its registration is not cancelled."),
			Fix:     text("请办理注销登记。", "Have its registration cancelled."),
		})
	}
	return rule.Pass()
}

func ledgerHasBooks(r Reconciled, _ rule.Context) rule.Verdict {
	switch {
	case r.Row == nil && r.ledger && r.InBooks():
		return rule.Fail(rule.Finding{
			Path: "/ledger", Value: r.Asset,
			Message: text("财务账有 "+r.Asset+" 余额 "+r.Cost.String()+"，台账没有这项资产。", "the books hold "+r.Asset+" at "+r.Cost.String()+", and the ledger has no such asset."),
			Fix:     text("请列入台账，或查明后更正财务账。", "Enter it in the ledger, or correct the books once its cause is known."),
		})
	case !r.Held() || !r.books:
		return rule.Inapplicable()
	}
	says := r.Row.Booking == asset.BookedNominal || r.Row.Booking == asset.BookedCost
	switch {
	case says && !r.InBooks():
		return rule.Fail(rule.Finding{
			Path: "/ledger/bookingStatus", Value: string(r.Row.Booking),
			Message: text(r.Asset+" 台账为已入账，财务账没有余额。", r.Asset+" is booked by the ledger, and the books have no balance of it."),
			Fix:     text("请核对记账凭证，更正台账或补记。", "Check the voucher; correct the ledger or book it."),
		})
	case !says && r.InBooks():
		return rule.Fail(rule.Finding{
			Path: "/ledger/bookingStatus", Value: string(r.Row.Booking),
			Message: text(r.Asset+" 财务账余额 "+r.Cost.String()+"，台账为未入账。", "the books hold "+r.Asset+" at "+r.Cost.String()+", and the ledger says it is not booked."),
			Fix:     text("请按记账凭证变更台账。", "Change the ledger to what the voucher says."),
		})
	case says && r.Row.Amount != r.Cost:
		return rule.Fail(rule.Finding{
			Path: "/ledger/bookAmount", Value: r.Row.Amount.String(),
			Message: text(r.Asset+" 台账入账金额 "+r.Row.Amount.String()+"，财务账 "+r.Cost.String()+"。",
				r.Asset+" is booked at "+r.Row.Amount.String()+" by the ledger and at "+r.Cost.String()+" in the books."),
			Fix: text("请查明差额并更正。", "Find the difference and correct it."),
		})
	case !says:
		return rule.Pass()
	}
	return writtenOff(r)
}

// writtenOff compares accumulated amortisation and impairment, where the ledger
// states them.
func writtenOff(r Reconciled) rule.Verdict {
	for _, x := range []struct {
		key           string
		title         rule.Text
		ledger, books money.Amount
	}{
		{"amortised", text("累计摊销", "accumulated amortisation"), r.Row.Amortised, r.Written},
		{"impairment", text("减值准备", "impairment"), r.Row.Impairment, r.Impaired},
	} {
		books := x.books
		if !books.Present() {
			books = money.Zero()
		}
		if !x.ledger.Present() || x.ledger == books {
			continue
		}
		return rule.Fail(rule.Finding{
			Path: "/ledger/" + x.key, Value: x.ledger.String(),
			Message: text(r.Asset+" 台账"+x.title.ZH+" "+x.ledger.String()+"，财务账 "+books.String()+"。",
				r.Asset+" has "+x.title.EN+" of "+x.ledger.String()+" in the ledger and of "+books.String()+" in the books."),
			Fix: text("请查明差额并更正。", "Find the difference and correct it."),
		})
	}
	return rule.Pass()
}

func amortisedMonthly(r Reconciled, _ rule.Context) rule.Verdict {
	switch {
	case !r.InBooks():
		return rule.Inapplicable()
	case r.Missed.Sign() <= 0:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/books/amortised", Value: r.Missed.String(),
		Message: text(r.Asset+" 至上月末应摊未摊 "+r.Missed.String()+"。", r.Asset+" should have been amortised by another "+r.Missed.String()+" to the end of last month."),
		Fix:     text("请计提当月摊销并补提漏提月份。", "Book the month's amortisation and the months that were missed."),
	})
}

func goneFromBooks(r Reconciled, _ rule.Context) rule.Verdict {
	retired := r.Row != nil && !r.Held()
	cancelled := r.gone()
	switch {
	case !retired && !cancelled || !r.books:
		return rule.Inapplicable()
	case !r.InBooks():
		return rule.Pass()
	}
	why := text("已退出台账", "is retired from the ledger")
	if cancelled {
		why = text("已注销登记", "has its registration cancelled")
	}
	return rule.Fail(rule.Finding{
		Path: "/books", Value: r.Cost.String(),
		Message: text(r.Asset+" "+why.ZH+"，财务账仍有 "+r.Cost.String()+"。", r.Asset+" "+why.EN+", and the books still hold "+r.Cost.String()+"."),
		Fix:     text("请按处置批复和注销原因及时做账务处理。", "Book it out by the reply on its disposal and the cause of its cancellation."),
	})
}

func receiptHasAsset(r Reconciled, _ rule.Context) rule.Verdict {
	switch {
	case len(r.Receipts) == 0:
		return rule.Inapplicable()
	case r.Row != nil:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/receipts", Value: r.Receipts[0],
		Message: text(r.Asset+" 取得收入（"+r.Receipts[0]+"），台账没有这项资产。", r.Asset+" brought in money ("+r.Receipts[0]+"), and the ledger has no such asset."),
		Fix:     text("请查明后列入台账。", "Enter it in the ledger once its cause is known."),
	})
}

func receiptBooked(r Reconciled, _ rule.Context) rule.Verdict {
	switch {
	case len(r.Receipts) == 0 || !r.books:
		return rule.Inapplicable()
	case len(r.Unbooked) == 0 && len(r.Differs) == 0:
		return rule.Pass()
	}
	var found []rule.Finding
	if len(r.Unbooked) > 0 {
		found = append(found, rule.Finding{
			Path: "/receipts", Value: r.Unbooked[0],
			Message: text(r.Asset+" 取得的收入 "+strings.Join(r.Unbooked, "、")+" 尚未入账。", r.Asset+" brought in "+strings.Join(r.Unbooked, ", ")+", which the books do not have."),
			Fix:     text("请按上缴或留用入账，并在事项中写明收入编号。", "Book it, remitted or retained, by an event that names the receipt."),
		})
	}
	for _, d := range r.Differs {
		what := text("已收", "received")
		if d.Column == "remitted" {
			what = text("已缴", "remitted")
		}
		found = append(found, rule.Finding{
			Path: rule.Pointer("receipts", d.Row, d.Column), Value: d.Books.String(),
			Message: text(d.Row+" 收入账"+what.ZH+" "+d.Says.String()+"，凭证 "+d.Books.String()+"。", "the account has "+d.Says.String()+" "+what.EN+" for "+d.Row+", its vouchers "+d.Books.String()+"."),
			Fix:     text("请查明差额，更正凭证或收入账。", "Find the difference, and correct the vouchers or the account."),
		})
	}
	return rule.Fail(found...)
}

// quoted is a number in quotes, for an English sentence.
func quoted(s string) string { return `"` + s + `"` }
