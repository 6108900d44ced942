package registry

import (
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: append(SupplyRules().Rules(), Rules().Rules()...), Duties: duties()}
	for _, g := range guards() {
		c.Rules = append(c.Rules, g.Rule)
	}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	for _, l := range []record.CodeList{causeList(), groundList(), documentList(), procedureList(), roleList(), subjectList()} {
		c.Items = append(c.Items, rule.Item{ID: rule.ID("registry." + l.Name), Kind: rule.KindReference, Title: l.Title, Basis: l.Basis, Judgement: l.Judgement})
	}
	for _, g := range Regimes() {
		c.Items = append(c.Items, g.items()...)
	}
	c.Items = append(c.Items, rule.Item{
		ID: "registry.regimes", Kind: rule.KindCalculation, Title: text("适用的登记制度及先后", "which regimes apply, and in which order"),
		Basis: append(gx("4.3.3", "4.3.5", "4.3.6"), r26("第5条")...),
	}, rule.Item{
		ID: "registry.alteration-needed", Kind: rule.KindCalculation, Title: text("何种变化须变更登记", "which change needs an alteration"),
		Basis: append(gx("4.3.4"), r26("第9条")...), Judgement: text("P19：权利、来源、范围等一律，规模±20%，日常更新不需", "P19: rights, source, scope and the like always, scale from 20 % on, routine updates never"),
	})
	c.Choices = []rule.Choice{{Policy: "P19", Where: "registry.AlterationPolicy"}, {Policy: "P21", Where: "registry.Validity"}}
	return c
}

// items is the rows, terms and documents of a regime.
func (g *Regime) items() []rule.Item {
	var all []rule.Item
	for _, r := range g.spec.Rows {
		all = append(all, rule.Item{
			ID:   rule.ID("registry." + g.ID() + "/" + r.Command + "/" + r.From.Status + "-" + nameOf(r.From.Procedure) + "-" + nameOf(r.From.Stage)),
			Kind: rule.KindState, Title: r.Title, Basis: r.Basis, Judgement: r.Judgement,
		})
	}
	for _, t := range g.spec.Terms {
		if !t.isDuty() {
			all = append(all, rule.Item{ID: t.ID, Kind: rule.KindCalculation, Title: t.Title, Basis: t.Basis, Judgement: t.Judgement})
		}
	}
	for _, d := range g.spec.Documents {
		kinds := make([]string, len(d.AnyOf))
		for i, k := range d.AnyOf {
			kinds[i] = string(k)
		}
		all = append(all, rule.Item{
			ID:   rule.ID("registry." + g.ID() + "/document/" + d.Procedure + "-" + strings.Join(kinds, "-")),
			Kind: rule.KindReference, Title: d.title(), Basis: d.Basis, Judgement: d.Judgement,
		})
	}
	if v := g.spec.Validity; v.Months > 0 {
		all = append(all, rule.Item{ID: rule.ID("registry." + g.ID() + "/validity"), Kind: rule.KindCalculation, Title: text("有效期和续展", "validity and renewal"), Basis: v.Basis, Judgement: v.Judgement})
	}
	return all
}

// nameOf writes Any as a word that an id can have.
func nameOf(code string) string {
	if code == rule.Any {
		return "any"
	}
	return code
}

// isDuty reports whether a term is a registrant's duty that a pilot unit may
// owe: the others are the registry's, or rights.
func (t Term) isDuty() bool { return t.Owner == Registrant && t.Nature == Owed && !t.Blocks }

// duties returns the registrants' terms of the national measures as duties of the
// units of a pilot.
func duties() []rule.Duty {
	var all []rule.Duty
	for _, t := range NationalRegistration().spec.Terms {
		if !t.isDuty() {
			continue
		}
		trigger := calendar.AtEvent(string(t.From))
		if !t.Trigger.IsZero() {
			trigger = calendar.OnDate(t.Trigger)
		}
		all = append(all, rule.Duty{
			ID: t.ID, Title: t.Title, Basis: t.Basis, Evidence: t.Evidence, Term: t.Term, Trigger: trigger, Judgement: t.Judgement,
			Owed:      append(rule.Owes(rule.RegionDepartment, rule.CityFinanceBureau), rule.Owed{Role: rule.RegionEnterprise, Force: rule.ByReference}),
			Addressee: text("公共数据资源登记机构", "registry of public data resources"),
		})
	}
	return all
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{
		Cards().Definition(), Commands().Definition(), Events().Definition(), SignedCertificates().Definition(),
		Applications().Definition(), NationalApplications().Definition(),
	}
}
