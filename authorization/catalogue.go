package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: allRules()}
	seen := map[rule.ID]bool{}
	for _, g := range Regimes() {
		for _, t := range g.spec.Terms {
			if !seen[t.Duty.ID] {
				seen[t.Duty.ID] = true
				c.Duties = append(c.Duties, t.Duty)
			}
		}
	}
	for _, d := range catalogued() {
		c.Items = append(c.Items, d.Items()...)
	}
	for _, l := range lists() {
		c.Items = append(c.Items, rule.Item{ID: rule.ID("authorization." + l.Name), Kind: rule.KindReference, Title: l.Title, Basis: l.Basis, Judgement: l.Judgement})
	}
	for _, g := range Regimes() {
		for _, r := range g.spec.Rows {
			c.Items = append(c.Items, rule.Item{
				ID:   rule.ID("authorization." + g.ID() + "/" + r.Command + "/" + r.From.Status + "-" + r.From.Procedure + "-" + r.From.Stage),
				Kind: rule.KindState, Title: r.Title, Basis: r.Basis, Judgement: r.Judgement,
			})
		}
	}
	for _, f := range followsTable() {
		kind := rule.KindReference
		if f.Place == InBooks {
			kind = rule.KindEntry
		}
		c.Items = append(c.Items, rule.Item{ID: rule.ID("authorization.follow/" + string(f.Disposal) + "-" + string(f.Place)), Kind: kind, Title: text(f.Disposal.Title().ZH+"："+f.Title.ZH, f.Disposal.Title().EN+": "+f.Title.EN), Basis: f.Basis, Judgement: f.Judgement})
	}
	c.Items = append(c.Items, computed()...)
	c.Choices = []rule.Choice{
		{Policy: "P25", Where: "authorization.Policy.Assessment"}, {Policy: "P26", Where: "authorization.Policy.Evaluation"},
	}
	return c
}

// allRules lists every rule once: those that refuse a step, then those that judge.
func allRules() []rule.Rule {
	var all []rule.Rule
	add := func(rules ...rule.Rule) {
		for _, r := range rules {
			if !slices.ContainsFunc(all, func(o rule.Rule) bool { return o.ID == r.ID }) {
				all = append(all, r)
			}
		}
	}
	for _, g := range guards() {
		add(g.Rule)
	}
	add(SupplyRules(Policy{}).Rules()...)
	add(Rules().Rules()...)
	add(GuaranteeRules().Rules()...)
	add(FollowUpRules().Rules()...)
	return all
}

// computed is what is worked out.
func computed() []rule.Item {
	calc := func(id, zh, en string, basis []rule.Clause, judgement rule.Text) rule.Item {
		return rule.Item{ID: rule.ID("authorization." + id), Kind: rule.KindCalculation, Title: text(zh, en), Basis: basis, Judgement: judgement}
	}
	return []rule.Item{
		calc("needed", "一项授权需要哪些程序", "which procedures a grant needs", law(gx("4.5.2", "4.5.3", "4.5.7"), a27("第3条", "第25条")), text("资产线与数据线各自适用，可同时需要", "the asset line and the data line apply each by itself, both at once too")),
		calc("values-on-a-day", "处置资产在某日的账面价值", "book values of what is disposed of, on a day", law(gx("4.5.8"), in(regulation, "第35条")), rule.Text{}),
	}
}

func lists() []record.CodeList {
	return []record.CodeList{
		procedureList(), roleList(), recipientList(), purposeList(), paymentList(), priceBasisList(), rightList(), decisionList(), methodList(),
		groundList(), endList(), subjectList(), marketList(), disposalList(), supportList(), securityList(), modeList(),
	}
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{
		Applications().Definition(), Plans().Definition(), Agreements().Definition(), Consents().Definition(), Competitions().Definition(),
		Approvals().Definition(), Vouchers().Definition(), Evaluations().Definition(), Disclosures().Definition(), Disposals().Definition(),
		Guarantees().Definition(), Commands().Definition(), Events().Definition(),
	}
}

// catalogued is the records whose fields the catalogue lists: those that stand by
// themselves, and the parts of them that rest on clauses of their own.
func catalogued() []record.Definition {
	return append(Definitions(), lines().Definition(), feasibilities().Definition(), operatorConditions().Definition(), planLines().Definition(),
		decisions().Definition(), executions().Definition(), disposalLines().Definition(), cuts().Definition())
}
