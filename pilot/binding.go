package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/rule"
)

// Binding is a row of “who owes what”: how firmly some clauses bind each kind of
// unit, and whom it is told.
type Binding struct {
	Keys []string    // GX-4.6.3, …
	Owed []rule.Owed // a role without an entry does not owe it
	To   rule.Text   // addressee; empty where nobody is told
}

// Binds returns how firmly a clause of the plan binds a unit; "" where it does
// not. A unit that a pilot unit named takes part by reference (五(二)), as the kind
// of unit that it is like.
func (p Plan) Binds(key string, h asset.Holder) rule.Force {
	i := slices.IndexFunc(p.Bindings, func(b Binding) bool { return slices.Contains(b.Keys, key) })
	if i < 0 {
		if isNamed(h.Role) {
			return rule.ByReference
		}
		return rule.ByText
	}
	return softened(h.Role, rule.Duty{Owed: p.Bindings[i].Owed}.OwedBy(likeRole(h)))
}

// isNamed reports whether a pilot unit named the unit.
func isNamed(r rule.Role) bool { return r == rule.NamedSubordinate || r == rule.NamedCounty }

// likeRole is the kind of pilot unit that a unit is like: its own, and of one that
// a pilot unit named, the kind of its entity and level.
func likeRole(h asset.Holder) rule.Role {
	switch {
	case !isNamed(h.Role):
		return h.Role
	case h.Entity == rule.Enterprise:
		return rule.RegionEnterprise
	case h.Role == rule.NamedCounty || h.Authority == rule.CityLevel || h.Authority == rule.CountyLevel:
		return rule.CityFinanceBureau
	}
	return rule.RegionDepartment
}

func softened(r rule.Role, f rule.Force) rule.Force {
	if isNamed(r) && f != "" {
		return rule.ByReference
	}
	return f
}

// force returns how firmly the unit under review owes a duty. A unit that a pilot
// unit named shares what every kind of unit owes; what is told to somebody, the
// unit that named it tells, unless it files itself (P29).
func (r *review) force(d rule.Duty) rule.Force {
	h := r.unit.Inventory.Holder
	if !d.Binds(h.Entity) {
		return ""
	}
	if !isNamed(h.Role) {
		return d.OwedBy(h.Role)
	}
	if f := d.OwedBy(h.Role); f != "" {
		return f
	}
	if !d.Addressee.IsZero() && r.Policy.Subordinates == RollUp {
		return ""
	}
	for _, kind := range []rule.Role{rule.RegionDepartment, rule.RegionEnterprise, rule.CityFinanceBureau} {
		if d.OwedBy(kind) == "" {
			return ""
		}
	}
	return rule.ByReference
}

// addressee is to whom the unit under review owes a duty.
func (r *review) addressee(d rule.Duty) rule.Text {
	h := r.unit.Inventory.Holder
	i := slices.IndexFunc(d.Owed, func(o rule.Owed) bool { return o.Role == likeRole(h) })
	if i < 0 || !d.Owed[i].Level {
		return d.Addressee
	}
	if h.Approver != "" {
		return text(h.Approver, h.Approver)
	}
	return levelFinance(h.Authority)
}

// levelFinance names the finance department of a level.
func levelFinance(a rule.Authority) rule.Text {
	switch a {
	case rule.RegionLevel:
		return text("自治区财政厅", "region finance department")
	case rule.CentralLevel:
		return text("财政部", "Ministry of Finance")
	case rule.CityLevel, rule.CountyLevel:
		return text(a.Title().ZH+"财政部门", "finance department of the "+a.Title().EN)
	}
	return text("本级财政部门", "finance department of its level")
}
