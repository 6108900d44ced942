package registry

import (
	"github.com/dataasset-go/dataasset/rule"
)

// Holding is what decides in which regimes an asset stands.
type Holding struct {
	Role       rule.Role
	Entity     rule.Entity
	Sector     string // code of asset.Sectors; "" where it is not known
	Public     bool   // public data: of an institution, or of an enterprise's public service
	Authorised bool   // within authorised operation
}

// Needs is the regimes of an asset, in the order in which they come, and the
// one whose certificate counts for authorised outside use.
type Needs struct {
	All     []Need
	Voucher *Regime // nil where none yields one
	Why     rule.Text
	Basis   []rule.Clause
}

// Need is a regime in which an asset stands, how firmly, and why.
type Need struct {
	Regime *Regime
	Force  rule.Force
	Why    rule.Text
	Basis  []rule.Clause
}

// Needed says in which regimes an asset stands: its sector's own rules first
// where the caller has them (GX-4.3.5), then the card of its holder, then the
// national registration of public data, then the caller's others. own is the
// regimes that the caller has added.
func Needed(h Holding, own ...*Regime) Needs {
	var s Needs
	for _, g := range own {
		if g.spec.Sector != "" && g.spec.Sector == h.Sector {
			s.All = append(s.All, Need{g, rule.ByText, text("国家行业主管部门对本系统登记另有规定的，从其规定", "its sector's national authority has rules of its own, which come first"), append(gx("4.3.5"), g.spec.Basis...)})
			if s.Voucher == nil && g.spec.Certifies {
				s.Voucher, s.Why, s.Basis = g, text("行业登记规定优先", "the sector's rules come first"), gx("4.3.5")
			}
		}
	}
	card := cardOfKind(h.Role, h.Entity)
	s.All = append(s.All, cardNeed(card, h.Role))
	if h.Public {
		s.All = append(s.All, nationalNeed(h))
	}
	for _, g := range own {
		if g.spec.Sector == "" {
			s.All = append(s.All, Need{g, rule.ByText, text("使用者增加的登记制度", "rules that the caller has added"), g.spec.Basis})
		}
	}
	switch {
	case s.Voucher != nil:
	case card.spec.Certifies:
		s.Voucher, s.Why, s.Basis = card, text("数据资产证书是对外授权使用的凭证", "the data asset certificate is the voucher for authorised outside use"), gx("4.3.3")
	case h.Public:
		s.Voucher, s.Basis = NationalRegistration(), append(gx("4.3.6"), r26("第13条")...)
		s.Why = text("企业卡片不产生证书，公共数据以登记查询码为凭", "an enterprise card yields no certificate; for public data the query code of the national registration counts")
	default:
		s.Why, s.Basis = text("企业自有数据的卡片不产生证书，以授权协议为凭", "the card of an enterprise's own data yields no certificate; the agreement counts"), gx("4.3.6")
	}
	return s
}

func cardNeed(card *Regime, role rule.Role) Need {
	p := Need{card, rule.ByText, card.spec.Title, card.spec.Basis}
	if role == rule.CityFinanceBureau || role == rule.NamedCounty || role == rule.NamedSubordinate {
		p.Force = rule.ByReference
	}
	return p
}

// nationalNeed is what article 5 asks of the holder of public data.
func nationalNeed(h Holding) Need {
	p := Need{NationalRegistration(), rule.ByReference, text("鼓励登记", "registration is encouraged"), r26("第5条")}
	if h.Authorised && h.Entity.Public() {
		p.Force, p.Why = rule.ByText, text("纳入授权运营范围的公共数据资源应当登记", "public data resources within authorised operation must be registered")
	}
	return p
}

// Force is how firmly a regime binds an asset, "" where it does not stand in it.
func (s Needs) Force(regime string) rule.Force {
	for _, p := range s.All {
		if p.Regime.ID() == regime {
			return p.Force
		}
	}
	return ""
}
