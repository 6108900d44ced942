package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

func datesInOrder(s step) rule.Text {
	if !s.act.On.Before(s.a.lastOn) {
		return rule.Text{}
	}
	return text("早于上一步骤日期 "+s.a.lastOn.String(), "the last step was on "+s.a.lastOn.String())
}

// rightRole asks that a step is taken in a role whose it is.
func rightRole(s step) rule.Text {
	sides := s.a.regime.sides(s.c.name())
	if slices.Contains(sides, s.act.Role) {
		return rule.Text{}
	}
	usual := sides[0]
	return text("这一步骤应由"+usual.Title().ZH+"办理，不是"+s.act.Role.Title().ZH,
		"this step is the "+usual.Title().EN+"'s to take, not the "+s.act.Role.Title().EN+"'s")
}

// rightRegime asks that the regime is for the holder, and authorised operation
// for public data that go to an operator.
func rightRegime(s step) rule.Text {
	var h asset.Holder
	switch c := s.c.(type) {
	case Draft:
		h = c.Application.Holder
		if s.a.regime.ID() == operationID && !c.Application.entrusted() {
			return text("公共数据未交由运营机构开发，不属授权运营", "no public data go to an operator: this is no authorised operation")
		}
	case DraftDisposal:
		h = c.Disposal.Holder
	}
	if want := s.a.regime.spec.System; want != "" && h.System() != want {
		return text(h.Name+"不适用“"+s.a.regime.Title().ZH+"”", s.a.regime.Title().EN+" is not for "+h.Name)
	}
	return rule.Text{}
}

func sameParties(s step) rule.Text {
	c, ok := s.c.(Draft)
	before := s.a.granted.application
	if !ok || c.Kind == Grant || c.Application.Holder.Name == before.Holder.Name && c.Application.Recipient == before.Recipient {
		return rule.Text{}
	}
	return text("原授权为"+before.Holder.Name+"对"+before.Recipient, "the grant is of "+before.Holder.Name+" to "+before.Recipient)
}

// inTerm asks that an amendment or renewal is opened within the term, and a
// renewal after an evaluation that was passed.
func inTerm(s step) rule.Text {
	c, ok := s.c.(Draft)
	switch {
	case !ok || c.Kind == Grant:
		return rule.Text{}
	case s.act.On.After(s.a.To):
		return text("授权已于 "+s.a.To.String()+" 到期", "the grant expired on "+s.a.To.String())
	case c.Kind == Renewal && !s.a.evaluation.Passed.Or(false):
		return text("没有合格的评估", "there is no evaluation that was passed")
	case c.Kind == Renewal && !c.Application.To.After(s.a.To):
		return text("续期未超过原期限 "+s.a.To.String(), "it does not go beyond the term, "+s.a.To.String())
	}
	return rule.Text{}
}

// planFits asks that the plan is there and is that of the application.
func planFits(s step) rule.Text {
	c, ok := s.c.(Draft)
	if !ok {
		return rule.Text{}
	}
	p, a := c.Plan, c.Application
	if p.Number == "" {
		return text("没有实施方案", "there is no implementation plan")
	}
	for _, l := range a.Assets {
		if !slices.ContainsFunc(p.Catalogue, func(r PlanLine) bool { return r.Asset == l.Asset }) {
			return text("方案目录没有 "+l.Asset, "the catalogue of the plan does not have "+l.Asset)
		}
		if !slices.Contains(p.Modes, l.Mode) {
			return text("方案没有 "+l.Asset+" 的授权模式", "the plan does not have the mode of "+l.Asset)
		}
	}
	if a.From.Before(p.From) || a.To.After(p.To) {
		return text("申请期限超出方案期限 "+p.From.String()+" 至 "+p.To.String(), "the application goes beyond the plan's term, "+p.From.String()+" to "+p.To.String())
	}
	return rule.Text{}
}

// decidedByHolder asks that it is the holder, or the agency that it is, whose
// decision it is.
func decidedByHolder(s step) rule.Text {
	if h := s.a.pending.holder(); s.act.By != h.Name {
		return text("应由"+h.Name+"集体决策，不是"+s.act.By, "the decision is "+h.Name+"'s, not "+s.act.By+"'s")
	}
	return rule.Text{}
}

// competentOf returns the department above the holder; "" where there is none.
func (p papers) competentOf() string {
	above := p.application.Competent
	if p.disposal.Number != "" {
		above = p.disposal.Competent
	}
	if above == p.holder().Name {
		return "" // it is its own
	}
	return above
}

func departmentAbove(s step) rule.Text {
	switch above := s.a.pending.competentOf(); above {
	case "":
		return text("没有上级主管部门，直接报财政部门", "no department stands above it: it goes to the finance department at once")
	case s.act.By:
		return rule.Text{}
	default:
		return text("主管部门是"+above+"，不是"+s.act.By, "the competent department is "+above+", not "+s.act.By)
	}
}

func noDepartmentAbove(s step) rule.Text {
	if above := s.a.pending.competentOf(); above != "" {
		return text("须先经主管部门"+above+"审核", "its competent department, "+above+", reviews first")
	}
	return rule.Text{}
}

// regionFinance reports whether a holder is the region's finance department,
// above which none stands in the plan.
func regionFinance(h asset.Holder) bool {
	return h.Authority == rule.RegionLevel && h.Approver == h.Name
}

// notOwn is P18.
func notOwn(s step) rule.Text {
	h := s.a.pending.holder()
	if s.act.By != h.Name || s.a.regime.spec.Policy.OwnApproval != rule.RequireOther || regionFinance(h) {
		return rule.Text{}
	}
	return text("申请单位与审批单位同为"+h.Name+"，须有其他机关的决定", h.Name+" is applicant and approver: another body's decision is needed")
}

func writtenReply(s step) rule.Text {
	c, ok := s.c.(Approve)
	if !ok || c.Approval.ValidTo.IsZero() || !c.Approval.ValidTo.Before(s.act.On) {
		return rule.Text{}
	}
	return text("批复的有效期 "+c.Approval.ValidTo.String()+" 早于批复日", "the reply ends on "+c.Approval.ValidTo.String()+", before its day")
}

func providerConsents(s step) rule.Text {
	for _, l := range s.a.pending.application.Assets {
		if l.Provider != "" && !s.a.consentFor(l, s.act.On) {
			return missingConsent(l, s.act.On)
		}
	}
	return rule.Text{}
}

func missingConsent(l Line, on calendar.Date) rule.Text {
	return text(l.Asset+" 由"+l.Provider+"共享，至 "+on.String()+" 未取得其同意", l.Asset+" was shared by "+l.Provider+", which has not consented by "+on.String())
}

// rightProvider asks that a consent is that of the unit that the papers name, and
// not dated later than the step.
func rightProvider(s step) rule.Text {
	c, ok := s.c.(GiveConsent)
	if !ok {
		return rule.Text{}
	}
	l, found := s.a.pending.application.line(c.Consent.Asset)
	if !found {
		l, found = s.a.granted.application.line(c.Consent.Asset)
	}
	switch {
	case !found:
		return text("申请中没有 "+c.Consent.Asset, "the application does not have "+c.Consent.Asset)
	case l.Provider != s.act.By:
		if l.Provider == "" {
			return text(l.Asset+" 不是共享取得", l.Asset+" was not obtained by sharing")
		}
		return text(l.Asset+" 的提供单位是"+l.Provider+"，不是"+s.act.By, "the provider of "+l.Asset+" is "+l.Provider+", not "+s.act.By)
	case c.Consent.On.After(s.act.On):
		return text("同意日期 "+c.Consent.On.String()+" 晚于记录日期", "the consent is dated "+c.Consent.On.String()+", after it is recorded")
	}
	return rule.Text{}
}

func notFreeToAffiliates(s step) rule.Text {
	p := s.a.pending
	affiliated, free, to := p.application.Affiliated.Or(false), p.application.Payment == Free, p.application.Recipient
	if d := p.disposal; d.Number != "" {
		affiliated, free, to = d.Affiliated.Or(false), d.Price.Sign() <= 0, d.Recipient
	}
	if affiliated && free {
		return text("不得无偿向关联方"+to+"提供", "nothing goes to an affiliate, "+to+", for nothing")
	}
	return rule.Text{}
}

// investor reports whether the papers say that the investor's approval is
// needed. A disposal to an affiliate always does (企业国有资产法 第45条).
func (p papers) investor() bool {
	if d := p.disposal; d.Number != "" {
		return d.Investor.Or(false) || d.Affiliated.Or(false)
	}
	return p.application.Investor.Or(false)
}

func investorNeeded(s step) rule.Text {
	if s.a.pending.investor() {
		return rule.Text{}
	}
	return text("此事项不须出资人机构批准", "this needs no approval by the investor")
}

func investorNotNeeded(s step) rule.Text {
	if !s.a.pending.investor() {
		return rule.Text{}
	}
	return text("须先经出资人机构批准", "the investor approves first")
}

func operatorFits(s step) rule.Text {
	c, ok := s.c.(Choose)
	if want := s.a.pending.application.Recipient; ok && c.Competition.Operator != want {
		return text("选定的是"+c.Competition.Operator+"，申请的是"+want, "chosen was "+c.Competition.Operator+", the application names "+want)
	}
	return rule.Text{}
}

func signedWithChosen(s step) rule.Text {
	c, ok := s.c.(Sign)
	if want := s.a.pending.competition.Operator; ok && c.Agreement.Operator != want {
		return text("协议的运营机构是"+c.Agreement.Operator+"，选定的是"+want, "the agreement is with "+c.Agreement.Operator+", chosen was "+want)
	}
	return rule.Text{}
}

func agreementDecided(s step) rule.Text {
	c, ok := s.c.(Sign)
	if !ok {
		return rule.Text{}
	}
	return by(c.Agreement.DecidedOn, s.act.On, text("协议的集体决策", "collective decision on the agreement"))
}

func bansRedevelopment(s step) rule.Text {
	c, ok := s.c.(Sign)
	if !ok || c.Agreement.NoRedevelopment.Or(false) {
		return rule.Text{}
	}
	return text("协议未约定运营机构不参与再开发", "the agreement does not keep the operator from re-developing what it delivered")
}

// registeredFirst asks that each public asset of the agreement has a voucher that
// is valid on the day.
func registeredFirst(s step) rule.Text {
	c, ok := s.c.(Sign)
	if !ok {
		return rule.Text{}
	}
	for _, l := range c.Agreement.Catalogue {
		filled, found := s.a.pending.application.line(l.Asset)
		if !found || !s.a.pending.application.public(filled) {
			continue
		}
		i := slices.IndexFunc(c.Vouchers, func(v Voucher) bool { return v.Asset == l.Asset })
		if i < 0 {
			return text(l.Asset+" 没有登记凭证", l.Asset+" has no voucher of its registration")
		}
		if why := c.Vouchers[i].invalid(s.act.On); !why.IsZero() {
			return why
		}
	}
	return rule.Text{}
}

// invalid says why a voucher does not count on a day.
func (v Voucher) invalid(on calendar.Date) rule.Text {
	switch {
	case v.Regime == registry.NationalRegistration().ID():
		return text(v.Asset+" 的公共数据资源登记不代替资产登记（信息卡片）", "the national registration of "+v.Asset+" does not stand in for its card")
	case v.RegisteredOn.IsZero() || v.RegisteredOn.After(on):
		return text(v.Asset+" 至 "+on.String()+" 尚未登记", v.Asset+" is not registered by "+on.String())
	case !v.ValidTo.IsZero() && v.ValidTo.Before(on):
		return text(v.Asset+" 的登记已于 "+v.ValidTo.String()+" 到期", "the registration of "+v.Asset+" expired on "+v.ValidTo.String())
	case v.Number == "" && v.Regime != registry.EnterpriseCard().ID():
		return text(v.Asset+" 的登记凭证没有编号", "the voucher of "+v.Asset+" has no number")
	}
	return rule.Text{}
}
