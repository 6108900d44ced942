package asset

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Rules returns the rules that judge one resource.
func Rules() rule.Set[Resource] { return rules() }

var rules = sync.OnceValue(func() rule.Set[Resource] {
	set, err := rule.NewSet(
		rule.Check[Resource]{Rule: rule.Rule{
			ID: "asset.project-or-reason", Title: text("资源须归入项目、系统，或说明原因", "a resource lies in a project or system, or says why not"),
			Basis: gx("4.1.1"), Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: projectOrReason},
		rule.Check[Resource]{Rule: rule.Rule{
			ID: "asset.class-determined", Title: text("重要数据应当认定", "the class of the data is determined"),
			Basis: []rule.Clause{rule.In("数据安全法", "第21条"), rule.GX("5.3.1")}, Evidence: rule.Verified, Severity: rule.Advice,
		}, Func: classDetermined},
		rule.Check[Resource]{Rule: rule.Rule{
			ID: "asset.prudence", Title: text("拟授权的数据资产须可研论证和尽职调查", "a feasibility study and due diligence before authorisation"),
			Basis: gx("5.3.6"), Evidence: rule.FullText, Severity: rule.Advice,
			Judgement: text("方案未定时点，默认在拟授权时提示", "the plan sets no day; by default it is shown once authorisation is intended"),
		}, Func: prudence},
	)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
})

// HolderRules returns the rules that judge a unit of the pilot.
func HolderRules() rule.Set[Holder] { return holderRules() }

var holderRules = sync.OnceValue(func() rule.Set[Holder] {
	set, err := rule.NewSet(
		rule.Check[Holder]{Rule: rule.Rule{
			ID: "asset.security-in-place", Title: text("制定数据资产安全管理制度和应急预案", "a security system and an emergency plan are in place"),
			Basis: securityLaw(), Evidence: rule.FullText, Severity: rule.Advice,
			Judgement: text("未填报不等于未制定，故只提示", "a unit that names none may have one, so it only advises"),
		}, Func: securityInPlace},
	)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
})

// InventoryRules returns the rules that judge an inventory as a whole. The unit
// of account is the policy's (P20).
func InventoryRules(p Policy) rule.Set[Inventory] {
	set, err := rule.NewSet(
		rule.Check[Inventory]{Rule: rule.Rule{
			ID: "asset.unique-ids", Title: text("编号唯一", "ids are unique"),
			Basis: gx("4.1.1"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("编号规则无明文，唯一是各级关联的前提", "no text sets the ids; the three levels cannot be joined without unique ones"),
		}, Func: uniqueIDs},
		rule.Check[Inventory]{Rule: rule.Rule{
			ID: "asset.references", Title: text("项目、系统、资源逐级对应", "projects, systems and resources refer to each other"),
			Basis: gx("4.1.1"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Func: references},
		rule.Check[Inventory]{Rule: rule.Rule{
			ID: "asset.unit-of-account", Title: text("一项资产只列一次", "one asset is listed once"),
			Basis: gx("4.1.3"), Evidence: rule.Judgement, Severity: rule.Advice,
			Judgement: text("核算单元无明文，默认按主题系列（P20）", "the law does not say what one asset is; the theme series by default (P20)"),
		}, Func: oneUnit(p.Unit)},
		rule.Check[Inventory]{Rule: rule.Rule{
			ID: "asset.holder-kind", Title: text("资源的单位性质与单位一致", "resources have the unit's own kind"),
			Basis: gx("2.2"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("会计制度由单位性质决定，同一单位只有一种", "the kind decides the accounting rules; a unit has one"),
		}, Func: kindOfHolder},
		rule.Check[Inventory]{Rule: rule.Rule{
			ID: "asset.role-fits-kind", Title: text("试点身份与单位性质、财政级次相符", "role, kind and finance level of the unit fit each other"),
			Basis: gx("2.2"), Evidence: rule.Judgement, Severity: rule.Warning,
			Judgement: text("方案按区直部门、区直企业、设区市财政局分类，未列明组合；指定的下属单位和县不限", "the plan names three kinds of unit and no combinations; named subordinates and counties are not limited"),
		}, Func: roleFitsKind},
		rule.Check[Inventory]{Rule: rule.Rule{
			ID: "asset.system-in-project", Title: text("信息系统归入信息化项目", "a system lies in a project"),
			Basis: gx("4.1.1"), Evidence: rule.FullText, Severity: rule.Warning,
		}, Func: systemInProject},
	)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
}

func noneLeftOut() rule.Rule {
	return rule.Rule{
		ID: "asset.none-left-out", Title: text("符合条件的数据资源全部纳入管理", "every resource that meets the conditions is managed"),
		Basis: gx("4.1.3"), Evidence: rule.FullText, Severity: rule.Warning,
	}
}

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: slices.Concat(Rules().Rules(), HolderRules().Rules(), InventoryRules(Policy{}).Rules())}
	c.Rules = append(c.Rules, noneLeftOut())
	for _, list := range [][]criterion{managementCriteria(), governmentCriteria(), enterpriseCriteria(), inventoryCriteria()} {
		for _, k := range list {
			c.Rules = append(c.Rules, rule.Rule{
				ID: k.ID, Title: k.Title, Basis: slices.Clone(k.Basis), Evidence: k.Evidence, Severity: rule.Note, Judgement: k.Judgement,
			})
		}
	}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	c.Items = append(c.Items, rule.Item{
		ID: "asset.sectors", Kind: rule.KindReference, Title: Sectors().Title, Basis: Sectors().Basis,
	})
	c.Choices = []rule.Choice{
		{Policy: "P1", Where: "asset.Policy.Unmeasured"}, {Policy: "P20", Where: "asset.Policy.Unit"}, {Policy: "P22", Where: "asset.Policy.Enterprise"},
	}
	return c
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{
		Holders().Definition(), Projects().Definition(), ITSystems().Definition(), Resources().Definition(),
	}
}

func projectOrReason(r Resource, _ rule.Context) rule.Verdict {
	if len(r.Projects) > 0 || len(r.Systems) > 0 || r.NoProject != "" {
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/projects", Message: text("既无信息化项目和系统，也无说明。", "it names no project, no system and no reason."),
		Fix: text("请填写项目、系统，或无项目的原因。", "Name the project or system, or why there is none."),
	})
}

// securityLaw is what asks for a security system.
func securityLaw() []rule.Clause { return append(gx("5.3.1"), rule.In("数据安全法", "第27条")) }

func securityInPlace(h Holder, _ rule.Context) rule.Verdict {
	if h.Role == "" {
		return rule.Inapplicable() // of no pilot
	}
	var found []rule.Finding
	add := func(named, path, zh, en string) {
		if named == "" {
			found = append(found, rule.Finding{
				Path: path, Message: text("单位信息未填"+zh+"。", "the unit names no "+en+"."),
				Fix: text("请填写名称和文号；尚未制定的，请制定。", "Give its name and number; where there is none, draw it up."),
			})
		}
	}
	add(h.Security, "/securitySystem", "数据资产安全管理制度", "data asset security system")
	add(h.Emergency, "/emergencyPlan", "应急预案", "emergency plan")
	return verdict(found)
}

func classDetermined(r Resource, _ rule.Context) rule.Verdict {
	if r.Importance != ImportanceUndetermined {
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/importance", Message: text("是否重要数据待认定。", "whether it is important data is not determined."),
		Fix: text("请按本地区、本部门重要数据目录认定。", "Determine it by the catalogue of important data of the region or sector."),
	})
}

func prudence(r Resource, c rule.Context) rule.Verdict {
	if (r.Intended == "" || r.Intended == ModeNone) && !r.Authorised.Or(false) {
		return rule.Inapplicable()
	}
	var found []rule.Finding
	add := func(missing bool, path, zh, en string) {
		if missing {
			found = append(found, rule.Finding{
				Path: path, Message: text("拟授权运营，未见"+zh+"。", "authorisation is intended and there is no "+en+"."),
				Fix: text("请在授权前完成并填写日期。", "Do it before authorisation and give its date."),
			})
		}
	}
	done := func(d calendar.Date) bool { return !d.IsZero() && (c.At.IsZero() || !d.After(c.At)) }
	add(!done(r.Feasibility), "/feasibilityOn", "可行性论证", "feasibility study")
	add(!done(r.DueDiligence), "/dueDiligenceOn", "尽职调查", "due diligence")
	return verdict(found)
}
