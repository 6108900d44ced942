package government

import (
	"strconv"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

func (b FirstBooking) day() calendar.Date { return b.On }
func (a Amortising) day() calendar.Date   { return a.Month.First() }
func (c Change) day() calendar.Date       { return c.On }

func fail(path, value string, message, fix rule.Text) rule.Verdict {
	return rule.Fail(rule.Finding{Path: path, Value: value, Message: message, Fix: fix})
}

func nominalHasStatements(b FirstBooking, _ rule.Context) rule.Verdict {
	switch {
	case !b.Nominal:
		return rule.Inapplicable()
	case b.Why.complete():
		return rule.Pass()
	}
	return fail("/why", "", text("三项否定说明和理由不全。", "a negative statement or the reason is missing."),
		text("补齐：无凭据、未评估、无法取得价格或重置成本，以及披露的理由。", "State all: no voucher, no appraisal, no price or replacement cost, and the reason that the notes disclose."))
}

func nominalWhereOpen(b FirstBooking, _ rule.Context) rule.Verdict {
	switch {
	case !b.Nominal:
		return rule.Inapplicable()
	case b.How == Donated, b.How == SurplusOfTime, b.How == TransferredIn:
		return rule.Pass()
	}
	return fail("/how", string(b.How), text("取得方式不适用名义金额。", "an asset that came this way is not booked at nominal amount."),
		text("按成本入账；账外自有数据按盘盈处理。", "Book it at cost; own data outside the books go by the surplus path."))
}

// measured is what the evidence says a donated or surplus asset is booked at.
func (b FirstBooking) measured() (Measured, bool) {
	switch b.How {
	case Donated:
		return MeasureDonation(b.Evidence), true
	case SurplusOfTime:
		return b.Policy.MeasureSurplus(b.Evidence), true
	}
	return Measured{}, false
}

func notInflated(b FirstBooking, _ rule.Context) rule.Verdict {
	m, ok := b.measured()
	switch {
	case ok && b.Booked.Compare(m.Value) > 0:
		return fail("/booked", b.Booked.String(), text("入账金额高于应计量的 "+m.Value.String()+"（"+m.Note.ZH+"）。", "booked above "+m.Value.String()+", by which it is measured ("+m.Note.EN+")."),
			text("请按 "+m.Value.String()+" 入账。", "Book it at "+m.Value.String()+"."))
	case ok:
		return rule.Pass()
	case b.Evidence.Voucher.Present() && b.Booked.Compare(b.Evidence.Voucher) > 0:
		return fail("/booked", b.Booked.String(), text("入账金额高于凭据金额 "+b.Evidence.Voucher.String()+"。", "booked above the voucher's "+b.Evidence.Voucher.String()+"."),
			text("按成本入账。", "Book it at cost."))
	case !b.Evidence.Voucher.Present() && b.Evidence.Appraised.Present() && (b.How == Bought || b.How == Developed):
		return fail("/evidence/appraised", b.Evidence.Appraised.String(), text("外购、自行研发的资产不按评估价值入账。", "what was bought or developed is not booked by an appraisal."),
			text("以成本凭据入账。", "Book it by vouchers of cost."))
	}
	return rule.Pass()
}

func notByIncome(b FirstBooking, _ rule.Context) rule.Verdict {
	if b.Evidence.Method != IncomeMethod || b.How == Donated || b.How == Exchanged {
		return rule.Inapplicable()
	}
	return fail("/evidence/method", string(b.Evidence.Method), text("以收益法评估自有数据。", "own data appraised by the income method."),
		text("改用凭据、成本法评估（P28）、重置成本或名义金额。", "Use vouchers, an appraisal by the cost method (P28), replacement cost or nominal amount."))
}

func tidyingExpensed(b FirstBooking, _ rule.Context) rule.Verdict {
	switch {
	case b.How != Tidied:
		return rule.Inapplicable()
	case b.Booked.Sign() == 0:
		return rule.Pass()
	}
	return fail("/booked", b.Booked.String(), text("研发项目以外的整理支出被资本化。", "tidying outside a research project was capitalised."),
		text("计入当期费用（government.tidying-expensed）。", "Expense it (government.tidying-expensed)."))
}

// expected is the verdict on an amount that ought to be nothing.
func (a Amortising) nothing(zh, en string) rule.Verdict {
	if a.Amount.Sign() == 0 {
		return rule.Pass()
	}
	return fail("/amount", a.Amount.String(), text(a.Asset+zh, a.Asset+en), text("不作摊销分录。", "Book no amortisation."))
}

func nominalNotAmortised(a Amortising, _ rule.Context) rule.Verdict {
	if a.Terms.Measured != accounting.AtNominal {
		return rule.Inapplicable()
	}
	return a.nothing(" 以名义金额计量，却计提了摊销。", " is at nominal amount and was amortised.")
}

func indefiniteNotAmortised(a Amortising, _ rule.Context) rule.Verdict {
	if !a.Terms.Indefinite {
		return rule.Inapplicable()
	}
	return a.nothing(" 年限不确定，却计提了摊销。", " has an indefinite life and was amortised.")
}

func notPastCost(a Amortising, _ rule.Context) rule.Verdict {
	if a.Terms.Measured == accounting.AtNominal || a.Terms.Indefinite {
		return rule.Inapplicable()
	}
	sum, err := a.Amortised.Add(a.Amount)
	if err == nil && sum.Compare(a.Cost) <= 0 {
		return rule.Pass()
	}
	return fail("/amount", a.Amount.String(), text(
		a.Asset+" 的累计摊销将超过成本 "+a.Cost.String()+"。", "amortisation of "+a.Asset+" would go past its cost "+a.Cost.String()+"."),
		text("只摊销剩余的账面价值；已摊完的继续使用而不再摊销。", "Amortise only what is left; a fully amortised asset is used on without it."))
}

func noResidual(a Amortising, _ rule.Context) rule.Verdict {
	if !a.Terms.Residual.Present() || a.Terms.Residual == money.Zero() {
		return rule.Pass()
	}
	return fail("/terms/residual", a.Terms.Residual.String(), text("填写了预计残值。", "a residual value was set."), text("政府会计摊销不考虑残值，请留空。", "Leave it out: what is amortised is the cost."))
}

func notRevalued(c Change, _ rule.Context) rule.Verdict {
	if c.Kind != ChangeAppraisal && c.Kind != ChangeMarket {
		return rule.Inapplicable()
	}
	if c.Booked == "" {
		return rule.Pass()
	}
	return fail("/booked", string(c.Booked), text(c.Asset+" 因"+c.Kind.Title().ZH+"调整了账面价值。", "the carrying amount of "+c.Asset+" was changed because "+c.Kind.Title().EN+"."),
		text("冲回；评估或市价只作备查，反映资产状况。", "Reverse it; appraisals and prices are only noted as the state of the asset."))
}

func notImpaired(c Change, _ rule.Context) rule.Verdict {
	switch {
	case c.Kind != ChangeImpaired:
		return rule.Inapplicable()
	case c.Booked == "":
		return rule.Pass()
	}
	return fail("/booked", string(c.Booked), text(c.Asset+" 计提了减值。", c.Asset+" was impaired in the books."),
		text("政府会计不计提无形资产减值；不再有服务潜力的报批核销。", "The system has no impairment of intangible assets; one without service potential is written off when approved."))
}

func adjustedInTime(c Change, at rule.Context) rule.Verdict {
	r, known := c.row()
	switch {
	case !known:
		return rule.Unsettled(text("变动的种类", "the kind of the change"))
	case r.noted:
		return rule.Inapplicable()
	case c.Booked == "" && (c.On.IsZero() || at.At.Before(c.On)):
		return rule.Inapplicable()
	case c.Booked == "":
		return fail("/booked", "", text(c.Asset+" 自 "+c.On.String()+" 起的变动（"+r.title.ZH+"）未入账。", c.Asset+" changed on "+c.On.String()+" ("+r.title.EN+") and the books did not follow."),
			text("按 "+list(r.events)+" 入账。", "Book it by "+list(r.events)+"."))
	}
	for _, id := range r.events {
		if id == c.Booked {
			return rule.Pass()
		}
	}
	return fail("/booked", string(c.Booked), text("该变动不按此事项入账。", "this change is not booked by such an event."),
		text("按 "+list(r.events)+" 入账。", "Book it by "+list(r.events)+"."))
}

func list(ids []rule.ID) string {
	s := ""
	for i, id := range ids {
		if i > 0 {
			s += ", "
		}
		s += string(id)
	}
	return s
}

func (n Notes) day() calendar.Date { return calendar.MustDate(n.Year, 12, 31) }

func verdict(found []rule.Finding) rule.Verdict {
	if len(found) > 0 {
		return rule.Fail(found...)
	}
	return rule.Pass()
}

func nominalDisclosed(n Notes, _ rule.Context) rule.Verdict {
	var found []rule.Finding
	for i, a := range n.Nominal {
		if a.Name == "" || a.Reason == "" {
			found = append(found, rule.Finding{
				Path: rule.Pointer("nominal", strconv.Itoa(i)), Value: a.Asset,
				Message: text(a.Asset+" 以名义金额计量，缺名称或理由。", a.Asset+" is at nominal amount, without its name or reason."),
				Fix:     text("补充名称和理由。", "Give both."),
			})
		}
	}
	return verdict(found)
}

func livesDisclosed(n Notes, _ rule.Context) rule.Verdict {
	var found []rule.Finding
	for i, a := range n.Lives {
		if a.Ground == "" {
			found = append(found, rule.Finding{
				Path: rule.Pointer("lives", strconv.Itoa(i), "ground"), Value: a.Asset,
				Message: text(a.Asset+" 缺年限的估计情况或不确定的依据。", a.Asset+" does not say how its life was found."),
				Fix:     text("写明：法律期限、合同或申请书、预计，或不确定的依据。", "Say which: law, contract or application, estimate, or why it is indefinite."),
			})
		}
	}
	return verdict(found)
}

func categorised(n Notes, _ rule.Context) rule.Verdict {
	var found []rule.Finding
	for i, c := range n.Categories {
		if c.Category == "" {
			found = append(found, rule.Finding{
				Path: rule.Pointer("categories", strconv.Itoa(i)), Value: c.Cost.Closing.String(),
				Message: text("有资产没有类别。", "assets without a category."), Fix: text("确定类别。", "Give each one."),
			})
		}
	}
	if len(n.Unassigned) > 0 {
		found = append(found, rule.Finding{
			Path: "/unassigned", Value: n.Unassigned[0],
			Message: text("有凭证的无形资产分录没有资产编号。", "vouchers with lines of intangible assets that name none."), Fix: text("补资产编号。", "Name the asset."),
		})
	}
	return verdict(found)
}
