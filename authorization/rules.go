package authorization

import (
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// judge makes a verdict of a condition.
func (c condition) judge(a Application, on calendar.Date, p Policy) rule.Verdict {
	why := c.check(a, on, p)
	if why.IsZero() {
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{Path: rule.Pointer("application") + c.path, Message: sentence(why), Fix: c.fix})
}

func sentence(t rule.Text) rule.Text { return text(t.ZH+"。", t.EN+".") }

// verdict fails for what was found, or passes.
func verdict(bad []rule.Finding) rule.Verdict {
	if len(bad) > 0 {
		return rule.Fail(bad...)
	}
	return rule.Pass()
}

// incomplete lists the regimes that are not complete on the day of a supply.
func (s Supply) incomplete(blocks bool) (bad []rule.Finding, asked bool) {
	for _, n := range Needed(s.Application, s.Own...) {
		if n.Blocks != blocks {
			continue
		}
		asked = true
		a, ok := s.in(n.Regime.ID())
		why := text("未办理", "not begun")
		if ok {
			if a.StatusAt(s.On) == Granted {
				continue
			}
			why = standing(a, s.On)
		}
		bad = append(bad, rule.Finding{
			Path: "/authorizations", Value: n.Regime.ID(),
			Message: text("“"+n.Regime.Title().ZH+"”于 "+s.On.String()+" 未办结："+why.ZH+"。", n.Regime.Title().EN+" is not complete on "+s.On.String()+": "+why.EN+"."),
			Fix:     text(n.Why.ZH+"，办结后再提供。", "Complete it before the supply; it is asked for because "+n.Why.EN+"."),
		})
	}
	return bad, asked
}

// standing says where an authorisation that is not granted stands on a day.
func standing(a Authorization, on calendar.Date) rule.Text {
	if !a.lastOn.After(on) && a.Position.Status != Granted {
		return a.regime.Describe(a.Position)
	}
	switch st := a.StatusAt(on); st {
	case ExpiredStatus:
		return text("已于 "+a.To.String()+" 到期", "it expired on "+a.To.String())
	default:
		return titleOf(statuses(), st)
	}
}

func proceduresComplete(s Supply, _ rule.Context) rule.Verdict {
	bad, asked := s.incomplete(true)
	if !asked {
		return rule.Inapplicable()
	}
	return verdict(bad)
}

func proceduresByReference(s Supply, _ rule.Context) rule.Verdict {
	bad, asked := s.incomplete(false)
	if !asked {
		return rule.Inapplicable()
	}
	return verdict(bad)
}

// withinGrant compares a supply with each grant that is there.
func withinGrant(s Supply, _ rule.Context) rule.Verdict {
	var bad []rule.Finding
	fail := func(path string, zh, en string) {
		bad = append(bad, rule.Finding{Path: path, Message: text(zh, en), Fix: text("请变更授权后再提供。", "Have the grant amended first.")})
	}
	asked := false
	for i, a := range s.Authorizations {
		if a.StatusAt(s.On) != Granted {
			continue
		}
		asked = true
		path := rule.Pointer("authorizations", strconv.Itoa(i))
		if s.To != a.granted.application.Recipient {
			fail(path, "授权对象是"+a.granted.application.Recipient+"，不是"+s.To+"。", "the grant is to "+a.granted.application.Recipient+", not to "+s.To+".")
		}
		if s.On.Before(a.From) {
			fail(path, "授权自 "+a.From.String()+" 起。", "the grant begins on "+a.From.String()+".")
		}
		for _, l := range s.Application.Assets {
			if !a.Covers(l.Asset, "") {
				fail(path, "授权不含 "+l.Asset+"。", "the grant does not have "+l.Asset+".")
				continue
			}
			for _, area := range l.Areas {
				if !a.Covers(l.Asset, area) {
					fail(path, "授权不含 "+l.Asset+" 的“"+area+"”。", "the grant does not have "+area+" for "+l.Asset+".")
				}
			}
		}
	}
	if !asked {
		return rule.Inapplicable()
	}
	return verdict(bad)
}

// supplyRegistered asks the registry, for each public asset, whether its
// registration is in force on the day.
func supplyRegistered(s Supply, c rule.Context) rule.Verdict {
	var bad []rule.Finding
	asked := false
	for i, l := range s.Application.Assets {
		if !s.Application.public(l) {
			continue
		}
		asked = true
		r := registry.New(registry.CardRegime(s.Application.Holder), l.Asset)
		for _, other := range s.Registrations {
			switch {
			case other.Asset != l.Asset || other.Regime().ID() == registry.NationalRegistration().ID():
				// the national registration does not stand in for the card
			case r.Regime().ID() == other.Regime().ID() || r.StatusAt(s.On) != registry.Registered:
				r = other
			}
		}
		found := registry.SupplyRules().Review(registry.Supply{Asset: l.Asset, On: s.On, Public: true, Registration: r}, c)
		for _, f := range found.Findings {
			bad = append(bad, rule.Finding{Path: rule.Pointer("application", "assets", strconv.Itoa(i)), Value: l.Asset, Message: f.Message, Fix: f.Fix})
		}
	}
	if !asked {
		return rule.Inapplicable()
	}
	return verdict(bad)
}

func supplyConsented(s Supply, _ rule.Context) rule.Verdict {
	var bad []rule.Finding
	asked := false
	for i, l := range s.Application.Assets {
		if l.Provider == "" {
			continue
		}
		asked = true
		if !s.consented(l) {
			bad = append(bad, rule.Finding{
				Path: rule.Pointer("application", "assets", strconv.Itoa(i), "provider"), Value: l.Provider, Message: sentence(missingConsent(l, s.On)),
				Fix: text("请取得"+l.Provider+"的书面同意。", "Obtain the written consent of "+l.Provider+"."),
			})
		}
	}
	if !asked {
		return rule.Inapplicable()
	}
	return verdict(bad)
}

// ofOperation judges the authorised operation of a supply, if there is one.
func ofOperation(check func(Authorization, rule.Context) rule.Verdict) func(Supply, rule.Context) rule.Verdict {
	return func(s Supply, c rule.Context) rule.Verdict {
		a, ok := s.in(operationID)
		if !ok {
			return rule.Inapplicable()
		}
		c.At = s.On
		return check(a, c)
	}
}

func competitionThere(a Authorization, _ rule.Context) rule.Verdict {
	switch {
	case a.Regime().ID() != operationID || a.granted.signedOn.IsZero():
		return rule.Inapplicable()
	case a.granted.competition.Number != "":
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/competition", Message: text("与"+a.granted.agreement.Operator+"的协议没有公平竞争选择的记录。", "no record shows how "+a.granted.agreement.Operator+" was chosen."),
		Fix: text("请补充选择过程的记录，或说明理由。", "Supply the record, or say why there is none."),
	})
}

func planFiled(a Authorization, c rule.Context) rule.Verdict {
	return filedBy(a, c.At, PlanAdopted, "/plan", text("实施方案", "the plan"))
}

func agreementFiled(a Authorization, c rule.Context) rule.Verdict {
	return filedBy(a, c.At, AgreementSigned, "/agreement", text("授权运营协议", "the agreement"))
}

func filedBy(a Authorization, at calendar.Date, m Moment, path string, what rule.Text) rule.Verdict {
	if a.Regime().ID() != operationID {
		return rule.Inapplicable()
	}
	occasions := a.occasions(Term{From: m}, at)
	switch {
	case len(occasions) == 0:
		return rule.Inapplicable()
	case !occasions[0].done.IsZero() && !occasions[0].done.After(at):
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: path, Message: text(what.ZH+"（"+occasions[0].from.String()+"）至 "+at.String()+" 未备案。", what.EN+" of "+occasions[0].from.String()+" is not filed by "+at.String()+"."),
		Fix: text("请向数据主管部门备案。", "File it with the data authority."),
	})
}

// due judges the deadlines of some duties on a day.
func due(a Authorization, at calendar.Date, path string, ids ...rule.ID) rule.Verdict {
	all, err := a.Deadlines(at)
	if err != nil {
		return machine.Uncounted(err)
	}
	var owed []machine.Owed
	for _, d := range all {
		if slices.Contains(ids, d.Term.Duty.ID) {
			owed = append(owed, machine.Owed{
				Title: d.Term.Duty.Title, Value: d.Subject, Subject: d.about(),
				Due: d.Due, DoneOn: d.DoneOn, Standing: d.Standing,
			})
		}
	}
	if len(owed) == 0 {
		return rule.Inapplicable()
	}
	return machine.Kept(at, path, owed...)
}

func evaluatedInTime(a Authorization, c rule.Context) rule.Verdict {
	return due(a, c.At, "/evaluation", "authorization.evaluate")
}

func disclosedInTime(a Authorization, c rule.Context) rule.Verdict {
	return due(a, c.At, "/disclosure", "authorization.disclose-grant", "authorization.disclose-operation")
}

// adjustedAfter looks at what the last evaluation found.
func adjustedAfter(a Authorization, _ rule.Context) rule.Verdict {
	if a.Position.Status != Granted || a.evaluated.IsZero() {
		return rule.Inapplicable()
	}
	var bad []rule.Finding
	for _, cut := range a.evaluation.Unused {
		for _, area := range append([]string{""}, cut.Areas...) {
			if (area == "") == (len(cut.Areas) == 0) && a.Covers(cut.Asset, area) {
				bad = append(bad, rule.Finding{
					Path: "/evaluation/unused", Value: cut.Asset, Message: text(cut.Asset+" "+area+" 经评估未使用，仍在授权内。", cut.Asset+" "+area+" was found unused and is still granted."),
					Fix: text("请调整或收回。", "Adjust or withdraw it."),
				})
			}
		}
	}
	if passed, known := a.evaluation.Passed.Get(); known && !passed {
		bad = append(bad, rule.Finding{
			Path: "/evaluation/passed", Message: text(a.evaluated.String()+" 的评估不合格。", "the evaluation of "+a.evaluated.String()+" was not passed."), Fix: text("请调整或收回。", "Adjust or withdraw the grant."),
		})
	}
	return verdict(bad)
}

func notRedeveloped(a Authorization, _ rule.Context) rule.Verdict {
	again, known := a.evaluation.Redeveloped.Get()
	switch {
	case !known:
		return rule.Inapplicable()
	case !again:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/evaluation/redeveloped", Message: text("评估认定运营机构参与已交付产品的再开发。", "the evaluation found that the operator re-develops what it delivered."), Fix: text("请责令停止，调整或收回授权。", "Have it stopped; adjust or withdraw the grant."),
	})
}

func noRawData(a Authorization, _ rule.Context) rule.Verdict {
	raw, known := a.evaluation.Raw.Get()
	switch {
	case !known:
		return rule.Inapplicable()
	case !raw:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/evaluation/rawToMarket", Message: text("评估认定未依法公开的原始数据直接进入市场。", "the evaluation found that raw data which are not lawfully public reached the market."), Fix: text("请责令停止，调整或收回授权。", "Have it stopped; adjust or withdraw the grant."),
	})
}

func supportsGovernance(a Authorization, _ rule.Context) rule.Verdict {
	switch {
	case a.Position.Status != Granted || a.granted.application.RecipientKind != OperatorRecipient:
		return rule.Inapplicable()
	case a.granted.agreement.Number == "" && a.evaluated.IsZero(): // a procedure without an agreement, not evaluated yet
		return rule.Inapplicable()
	case len(a.evaluation.Support)+len(a.granted.agreement.Support) > 0:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/agreement/governanceSupport", Message: text("协议和评估未记载运营机构支持数据治理。", "neither agreement nor evaluation records support of the governance of the data."), Fix: text("可约定技术、产品、服务或收益支持。", "Technology, products, services or revenue can be agreed."),
	})
}

func notExpired(a Authorization, c rule.Context) rule.Verdict {
	switch {
	case a.To.IsZero() || a.Position.Status != Granted:
		return rule.Inapplicable()
	case a.StatusAt(c.At) != ExpiredStatus:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/to", Value: a.To.String(), Message: text("授权已于 "+a.To.String()+" 到期，未续期也未终止。", "the grant expired on "+a.To.String()+" and is neither renewed nor ended."), Fix: text("请重新授权，或办理终止。", "Grant it anew, or end it."),
	})
}

func notLonger(a Authorization, _ rule.Context) rule.Verdict {
	g := a.granted.agreement
	switch {
	case a.Regime().ID() != operationID || g.Number == "":
		return rule.Inapplicable()
	case !longerThanFive(g.From, g.To):
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{Path: "/agreement/to", Value: g.To.String(), Message: text("期限超过5年，理由："+g.Longer+"。", "the term is longer than five years; the reason: "+g.Longer+".")})
}

func approvedByOther(a Authorization, _ rule.Context) rule.Verdict {
	g := a.granted
	switch {
	case g.approvedBy == "" || a.regime.spec.Policy.OwnApproval == rule.AllowOwn:
		return rule.Inapplicable()
	case g.approvedBy != g.holder().Name:
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{Path: "/approval", Value: g.approvedBy, Message: text(g.approvedBy+"审批了自己的申请。", g.approvedBy+" approved its own application."), Fix: text("请由本级政府或其他机关决定。", "Have the government or another body decide.")})
}

func noInstitutionSecures(g Guarantee, _ rule.Context) rule.Verdict {
	if !institution(g.Holder) {
		return rule.Inapplicable()
	}
	return rule.Fail(rule.Finding{
		Path: "/assets", Value: g.For, Message: sentence(text(noSecurity(g.Holder).ZH+"（被担保人"+g.For+"）", noSecurity(g.Holder).EN+" (asked by "+g.For+")")), Fix: text("请拒绝。", "Refuse it."),
	})
}
