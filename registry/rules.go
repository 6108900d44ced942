package registry

import (
	"strconv"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
)

func beforeSupply(s Supply, _ rule.Context) rule.Verdict {
	if !s.Public {
		return rule.Inapplicable()
	}
	why := text("尚未登记", "is not registered")
	switch s.Registration.StatusAt(s.On) {
	case Registered:
		return rule.Pass()
	case ExpiredStatus:
		why = text("登记已于 "+s.Registration.ValidTo.String()+" 到期", "has a registration that expired on "+s.Registration.ValidTo.String())
	case Cancelled:
		why = text("登记已注销", "has a registration that was cancelled")
	case Revoked:
		why = text("登记已撤销", "has a registration that was revoked")
	}
	return rule.Fail(rule.Finding{
		Path: "/assets", Value: s.Asset,
		Message: text(s.Asset+" 于 "+s.On.String()+" 对外提供，"+why.ZH+"。", s.Asset+" was to be supplied on "+s.On.String()+" and "+why.EN+"."),
		Fix:     text("请先登记信息卡片，取得证书后再提供。", "Register its card and obtain the certificate first."),
	})
}

// registrationIn returns the registration of the asset in a regime.
func (a Asset) registrationIn(regime string) (int, Registration, bool) {
	for i, r := range a.Registrations {
		if r.Regime().ID() == regime {
			return i, r, true
		}
	}
	return 0, Registration{}, false
}

func shouldBeRegistered(a Asset, c rule.Context) rule.Verdict {
	for _, r := range a.Registrations {
		if r.StatusAt(c.At) == Registered {
			return rule.Pass()
		}
	}
	return rule.Fail(rule.Finding{
		Path: "/registrations", Value: a.ID, Message: text(a.ID+" 尚未登记。", a.ID+" is not registered."),
		Fix: text("请登记信息卡片。", "Register its card."),
	})
}

func cardCurrent(a Asset, c rule.Context) rule.Verdict {
	var bad []rule.Finding
	asked := false
	for i, r := range a.Registrations {
		if r.StatusAt(c.At) != Registered || r.Position.Procedure == Alteration || r.Position.Procedure == Correction {
			continue
		}
		asked = true
		if why := outdated(a, r.Card()); !why.IsZero() {
			bad = append(bad, rule.Finding{
				Path: rule.Pointer("registrations", strconv.Itoa(i), "card"), Value: r.Card().Date().String(),
				Message: text("卡片填于 "+r.Card().Date().String()+"，其后资产又有变化："+why.ZH+"。", "the card ("+r.Card().Date().String()+") is older than the asset: "+why.EN+"."),
				Fix:     text("请办理变更登记。", "Ask for an alteration."),
			})
		}
	}
	switch {
	case len(bad) > 0:
		return rule.Fail(bad...)
	case !asked:
		return rule.Inapplicable()
	}
	return rule.Pass()
}

// outdated says why a card is old: by the asset itself where it is known, else
// by the day of its last change.
func outdated(a Asset, card Card) rule.Text {
	if a.Current.Resource.ID != "" {
		for _, change := range Compare(card, a.Current).Changes {
			if change.Needs == rule.Met {
				return change.Why
			}
		}
		return rule.Text{}
	}
	if a.Facts.AssetChanged.After(card.Date()) {
		return text("资产于 "+a.Facts.AssetChanged.String()+" 变化", "it changed on "+a.Facts.AssetChanged.String())
	}
	return rule.Text{}
}

func sectorFirst(a Asset, c rule.Context) rule.Verdict {
	if a.Holding.Sector == "" {
		return rule.Unsettled(text("填写资产的行业领域", "the sector of the asset"))
	}
	var bad []rule.Finding
	sector := false
	for _, g := range a.Own {
		if g.spec.Sector != a.Holding.Sector {
			continue
		}
		sector = true
		if _, r, ok := a.registrationIn(g.ID()); !ok || r.StatusAt(c.At) != Registered {
			bad = append(bad, rule.Finding{
				Path: "/registrations", Value: a.ID,
				Message: text(a.ID+" 未按“"+g.spec.Title.ZH+"”登记。", a.ID+" is not registered under "+g.spec.Title.EN+"."),
				Fix:     text("行业登记规定优先，请先按其登记。", "The sector's rules come first: register under them."),
			})
		}
	}
	switch {
	case !sector:
		return rule.Inapplicable()
	case len(bad) > 0:
		return rule.Fail(bad...)
	}
	return rule.Pass()
}

// nationalOf returns the national registration of the asset, one that is not
// begun where there is none.
func (a Asset) nationalOf() Registration {
	if _, r, ok := a.registrationIn(NationalRegistration().ID()); ok {
		return r
	}
	g := NationalRegistration()
	if a.Calendar != nil {
		g = g.Counted(a.Calendar)
	}
	return New(g, a.ID)
}

func nationalInTime(a Asset, c rule.Context) rule.Verdict {
	h := a.Holding
	if !h.Public || !h.Authorised || !h.Entity.Public() {
		return rule.Inapplicable()
	}
	if a.Facts.Delivered.IsZero() && a.Facts.OperationBegan.IsZero() {
		return rule.Unsettled(text("首次提供数据或交付产品服务的日期", "the day of the first delivery"))
	}
	return late(a.nationalOf(), a.Facts, c.At, Registrant)
}

// late fails for each term of a side that is not kept.
func late(r Registration, f Facts, at calendar.Date, owner Role) rule.Verdict {
	all, err := r.Deadlines(at, f)
	if err != nil {
		return machine.Uncounted(err)
	}
	var owed []machine.Owed
	for _, d := range all {
		if d.Term.Owner == owner && d.Term.Nature == Owed {
			owed = append(owed, machine.Owed{Title: d.Term.Title, Value: r.Asset, Subject: text(r.Asset, r.Asset), Due: d.Due, DoneOn: d.DoneOn, Standing: d.Standing})
		}
	}
	return machine.Kept(at, "/registrations", owed...)
}

func nationalEncouraged(a Asset, c rule.Context) rule.Verdict {
	h := a.Holding
	if !h.Public || h.Authorised && h.Entity.Public() {
		return rule.Inapplicable()
	}
	if a.nationalOf().StatusAt(c.At) == Registered {
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/registrations", Value: a.ID,
		Message: text(a.ID+" 属鼓励登记的公共数据资源或产品服务。", a.ID+" is one whose national registration is encouraged."),
		Fix:     text("可在公共数据资源登记平台申请登记。", "It can be registered on the platform for public data resources."),
	})
}

func renewedInTime(a Asset, c rule.Context) rule.Verdict {
	var bad []rule.Finding
	asked := false
	for i, r := range a.Registrations {
		if !r.IsRegistered() || r.ValidTo.IsZero() || r.regime.spec.Validity.Renewal == 0 {
			continue
		}
		asked = true
		first := r.ValidTo.AddDays(-r.regime.spec.Validity.Renewal)
		f := rule.Finding{Path: rule.Pointer("registrations", strconv.Itoa(i), "validTo"), Value: r.ValidTo.String()}
		switch {
		case c.At.After(r.ValidTo):
			f.Message = text("登记已于 "+r.ValidTo.String()+" 到期，未续展的由登记机构注销。", "the registration expired on "+r.ValidTo.String()+"; the registry cancels it where it is not renewed.")
			f.Fix = text("请重新申请首次登记。", "Apply for a first registration again.")
			bad = append(bad, f)
		case !c.At.Before(first) && r.Position.Procedure != Renewal:
			f.Severity = rule.Note
			f.Message = text("登记将于 "+r.ValidTo.String()+" 到期，现可申请续展。", "the registration expires on "+r.ValidTo.String()+"; renewal can be asked for now.")
			bad = append(bad, f)
		}
	}
	switch {
	case len(bad) > 0:
		return rule.Fail(bad...)
	case !asked:
		return rule.Inapplicable()
	}
	return rule.Pass()
}

func toldOnce(a Asset, _ rule.Context) rule.Verdict {
	i, r, ok := a.registrationIn(NationalRegistration().ID())
	switch {
	case !ok || r.clock.returns == 0:
		return rule.Inapplicable()
	case r.clock.returns == 1:
		return rule.Pass()
	}
	times := strconv.Itoa(r.clock.returns)
	return rule.Fail(rule.Finding{
		Path: rule.Pointer("registrations", strconv.Itoa(i)), Value: times,
		Message: text("补正告知了 "+times+" 次。", "what was missing was told "+times+" times."),
		Fix:     text("应一次性告知全部需补正的内容。", "All that is missing is to be told at once."),
	})
}

func reviewedInTime(a Asset, c rule.Context) rule.Verdict {
	_, r, ok := a.registrationIn(NationalRegistration().ID())
	if !ok {
		return rule.Inapplicable()
	}
	return late(r, a.Facts, c.At, Registry)
}
