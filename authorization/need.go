package authorization

import (
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// Need is a regime that a grant needs, how firmly, and why.
type Need struct {
	Regime *Regime
	Force  rule.Force
	Blocks bool // supply waits for it; else its absence is a warning
	Why    rule.Text
	Basis  []rule.Clause
}

// Needed says which regimes an application needs: approval of asset use where an
// administrative or public institution is paid; authorised operation where public
// data go to an operator, paid or free; the enterprise's own procedure where the
// holder is an enterprise; then those that the caller adds. Where none is needed,
// the conditions of a supply still hold ([SupplyRules]).
func Needed(a Application, own ...*Regime) []Need {
	var needs []Need
	inst := institution(a.Holder)
	if inst && a.Payment == Paid {
		n := Need{AssetUse(), rule.ByText, true, text("行政事业单位有偿使用，经主管部门审核、财政部门审批", "an institution is paid: its competent department reviews, the finance department approves"), law(gx("4.5.2"), in(regulation, "第25条"))}
		if a.Holder.Role != rule.RegionDepartment {
			n.Force = rule.ByReference
			n.Why = text("有偿使用由本级财政部门审批，参照区本级", "paid use is approved at its own level, by reference to the region's")
		}
		needs = append(needs, n)
	}
	if a.entrusted() {
		n := Need{AuthorisedOperation(), rule.ByText, true, text("公共数据交由运营机构开发，有偿无偿均按授权运营办理", "public data go to an operator, paid or free"), law(gx("4.5.7"), a27("第3条"))}
		if !inst {
			n.Force, n.Blocks = rule.ByReference, false
			n.Why = text("企业提供公共服务形成的公共数据，参照办理", "an enterprise's data of public service follow it by reference")
			n.Basis = law(gx("4.5.7"), a27("第25条"))
		}
		needs = append(needs, n)
	}
	if !inst {
		needs = append(needs, Need{EnterpriseUse(), rule.ByText, true, text("企业数据按企业国有资产监管规定办理，有偿无偿均同", "an enterprise's data follow the supervision rules for enterprise state-owned assets, paid or free"), gx("4.5.3")})
	}
	for _, g := range own {
		needs = append(needs, Need{g, rule.ByText, true, text("使用者增加的规则", "rules that the caller has added"), g.spec.Basis})
	}
	return needs
}

// DisposalRegime returns the regime of a disposal by a holder.
func DisposalRegime(h asset.Holder) *Regime {
	if institution(h) {
		return AssetDisposal()
	}
	return EnterpriseDisposal()
}

// VoucherOf makes the voucher of a registration that is in force on a day, and
// reports whether there is one.
func VoucherOf(r registry.Registration, on calendar.Date) (Voucher, bool) {
	if r.StatusAt(on) != registry.Registered {
		return Voucher{}, false
	}
	v := Voucher{Asset: r.Asset, Regime: r.Regime().ID(), Number: r.Certificate.Number, RegisteredOn: r.Since, ValidTo: r.ValidTo}
	return v, true
}

// Supply is data that go to others, with all that must be there before.
type Supply struct {
	On             calendar.Date
	To             string
	Application    Application     // what is supplied, to whom, for what
	Authorizations []Authorization // of the matter, one a regime
	Registrations  []registry.Registration
	Consents       []GiveConsent // given outside of an authorisation
	Own            []*Regime     // regimes that the caller has added
}

// in returns the authorisation of a supply in a regime.
func (s Supply) in(regime string) (Authorization, bool) {
	for _, a := range s.Authorizations {
		if a.Regime().ID() == regime {
			return a, true
		}
	}
	return Authorization{}, false
}

// consented reports whether the provider of a line has consented by a day.
func (s Supply) consented(l Line) bool {
	for _, c := range s.Consents {
		if c.By == l.Provider && c.Consent.holds(l.Asset, s.On) {
			return true
		}
	}
	for _, a := range s.Authorizations {
		if a.consentFor(l, s.On) {
			return true
		}
	}
	return false
}
