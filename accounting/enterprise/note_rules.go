package enterprise

import (
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// The rules of the disclosure tables.
const (
	ruleClosing     rule.ID = "enterprise.table-closing"
	ruleTotal       rule.ID = "enterprise.table-total"
	ruleChildren    rule.ID = "enterprise.table-children"
	ruleChildrenAll rule.ID = "enterprise.table-children-all"
	ruleCarrying    rule.ID = "enterprise.table-carrying"
	ruleWithin      rule.ID = "enterprise.table-within-main-note"
	ruleResearchIn  rule.ID = "enterprise.table-development"
	ruleInventory   rule.ID = "enterprise.table-inventory-note"
	ruleParent      rule.ID = "enterprise.line-within-parent"
	ruleWholeParent rule.ID = "enterprise.line-is-parent"
	ruleFinished    rule.ID = "enterprise.finished-project-cleared"
)

func noteRules() []rule.Rule {
	r := func(id rule.ID, s rule.Severity, zh, en string, j rule.Text) rule.Rule {
		return rule.Rule{ID: id, Severity: s, Title: text(zh, en), Basis: law(interim("三"), rule.GX("4.4.5")), Evidence: rule.SecondHand, Judgement: j}
	}
	none := rule.Text{}
	return []rule.Rule{
		r(ruleClosing, rule.Blocking, "期末余额 = 期初余额 + 本期增加 − 本期减少", "closing is opening plus increase less decrease", none),
		r(ruleTotal, rule.Blocking, "合计列为三种取得方式之和", "the total column is the sum of the three ways", none),
		r(ruleChildren, rule.Blocking, "“其中”各行之和不超过上级行", "the lines of which do not exceed their parent", none),
		r(ruleChildrenAll, rule.Warning, "“其中”各行填齐的，其和应等于上级行", "lines of which that are all given sum to their parent",
			text("子项允许只列一部分；填齐而不相等的只告警", "children may be listed in part; all given and unequal is a warning only")),
		r(ruleCarrying, rule.Blocking, "账面价值 = 原值 − 累计摊销 − 减值（跌价）准备", "carrying amount is cost less amortisation and impairment", none),
		r(ruleWithin, rule.Blocking, "数据资源的原值、减值合计不超过无形资产主表", "cost and impairment do not exceed those of the main note", none),
		r(ruleResearchIn, rule.Blocking, "内部研发增加等于开发支出转入无形资产的金额", "own development is what was transferred from development expenditure", none),
		r(ruleInventory, rule.Blocking, "表 B 合计与存货分类表“数据资源”行一致", "table B agrees with the line of data resources in the note on inventories", none),
		r(ruleParent, rule.Blocking, "“其中：数据资源”不超过母项", "the line of data resources does not exceed its parent",
			text("超过即填列有误", "above it is an error of filling in")),
		r(ruleWholeParent, rule.Warning, "“其中：数据资源”等于母项，请核对", "the line of data resources is the whole parent: check it",
			text("多家公司曾误填而更正", "several companies filled it so by mistake and corrected it")),
		{
			ID: ruleFinished, Severity: rule.Warning, Evidence: rule.Verified, Basis: law(cas("6", "第13条"), guide("附录 5301"), rule.GX("4.4.5")),
			Title: text("达到预定用途的项目，研发支出全部转出", "a project ready for its use leaves nothing on development expenditure"),
		},
	}
}

func finding(id rule.ID, path, value string, zh, en string) rule.Finding {
	for _, r := range noteRules() {
		if r.ID == id {
			return rule.Finding{Rule: id, Title: r.Title, Severity: r.Severity, Basis: r.Basis, Path: path, Value: value, Message: text(zh, en)}
		}
	}
	return rule.Finding{}
}

// Check judges a table, derived or filled in by hand: closing lines, carrying
// amounts, totals and lines of which. Paths are /lines/4/cells/0, from 0.
func (t Table) Check() rule.Report {
	var r rule.Report
	for i, l := range t.Lines {
		if l.Heading || i >= len(t.Cells) {
			continue
		}
		for c := range t.Cells[i] {
			path := rule.Pointer("lines", itoa(i), "cells", itoa(c))
			t.checkSum(&r, i, c, path)
			t.checkChildren(&r, i, c, path)
		}
		t.checkTotal(&r, i)
	}
	return r
}

func (t Table) checkSum(r *rule.Report, i, c int, path string) {
	l := t.Lines[i]
	if len(l.Sum) == 0 {
		return
	}
	n, present := int64(0), t.Cells[i][c].Present()
	id := ruleClosing
	for _, s := range l.Sum {
		sign := int64(1)
		if s < 0 {
			s, sign = -s, -1
		}
		a := t.Cells[s-1][c]
		n += sign * a.Fen()
		present = present || a.Present()
	}
	if l.Carrying {
		id = ruleCarrying
	}
	if present && t.Cells[i][c].Fen() != n {
		r.Add(finding(id, path, t.Cells[i][c].String(), l.Label.ZH+"应为 "+fen(n).String(), l.Label.EN+": want "+fen(n).String()))
	}
}

func (t Table) checkChildren(r *rule.Report, i, c int, path string) {
	l := t.Lines[i]
	if len(l.Children) == 0 {
		return
	}
	n, given := int64(0), 0
	for _, child := range l.Children {
		a := t.Cells[child-1][c]
		n += a.Fen()
		if a.Present() {
			given++
		}
	}
	whole := t.Cells[i][c]
	switch {
	case n > whole.Fen():
		r.Add(finding(ruleChildren, path, whole.String(), l.Label.ZH+"小于其中各行之和 "+fen(n).String(), l.Label.EN+" is below the sum of its lines, "+fen(n).String()))
	case given == len(l.Children) && n != whole.Fen():
		r.Add(finding(ruleChildrenAll, path, whole.String(), l.Label.ZH+"与其中各行之和 "+fen(n).String()+" 不等", l.Label.EN+" is not the sum of its lines, "+fen(n).String()))
	}
}

func (t Table) checkTotal(r *rule.Report, i int) {
	n, present := int64(0), t.Cells[i][TotalColumn].Present()
	for c := range TotalColumn {
		n += t.Cells[i][c].Fen()
		present = present || t.Cells[i][c].Present()
	}
	if present && t.Cells[i][TotalColumn].Fen() != n {
		r.Add(finding(ruleTotal, rule.Pointer("lines", itoa(i), "cells", itoa(TotalColumn)), t.Cells[i][TotalColumn].String(),
			"合计应为 "+fen(n).String(), "the total: want "+fen(n).String()))
	}
}

// Against is what other notes and the balance sheet say; what is absent is not
// compared.
type Against struct {
	Cost           money.Amount // closing cost in the main note on intangible assets
	Impairment     money.Amount // closing impairment there
	Recognised     money.Amount // 确认为无形资产 in the movement of development expenditure
	InventoryCost  [2]money.Amount
	Provision      [2]money.Amount // closing and opening of the data line in the note on inventories
	Inventories    money.Amount    // 存货 of the balance sheet
	Intangibles    money.Amount    // 无形资产
	DevelopmentAll money.Amount    // 开发支出
}

// Check compares the tables with the other notes, and the three lines with their
// parents.
func (a Against) Check(intangible, inventory Table, p Presentation) rule.Report {
	var r rule.Report
	a.within(&r, "/intangible/11", intangible.Cell(11, TotalColumn), a.Cost)
	a.within(&r, "/intangible/24", intangible.Cell(24, TotalColumn), a.Impairment)
	a.equal(&r, ruleResearchIn, "/intangible/5", intangible.Cell(5, TotalColumn), a.Recognised)
	for i, line := range [2][2]int{{11, 18}, {2, 13}} {
		a.equal(&r, ruleInventory, "/inventory/"+itoa(line[0]), inventory.Cell(line[0], TotalColumn), a.InventoryCost[i])
		a.equal(&r, ruleInventory, "/inventory/"+itoa(line[1]), inventory.Cell(line[1], TotalColumn), a.Provision[i])
	}
	for _, l := range []struct {
		path          string
		line, parents money.Amount
	}{{"/presentation/inventory", p.Inventory, a.Inventories}, {"/presentation/intangible", p.Intangible, a.Intangibles}, {"/presentation/development", p.Development, a.DevelopmentAll}} {
		switch {
		case !l.line.Present() || !l.parents.Present():
		case l.line.Compare(l.parents) > 0:
			r.Add(finding(ruleParent, l.path, l.line.String(), "超过母项 "+l.parents.String(), "above its parent, "+l.parents.String()))
		case l.line.Sign() > 0 && l.line.Compare(l.parents) == 0:
			r.Add(finding(ruleWholeParent, l.path, l.line.String(), "等于母项 "+l.parents.String(), "equal to its parent, "+l.parents.String()))
		}
	}
	return r
}

func (a Against) within(r *rule.Report, path string, part, whole money.Amount) {
	if part.Present() && whole.Present() && part.Compare(whole) > 0 {
		r.Add(finding(ruleWithin, path, part.String(), "超过主表 "+whole.String(), "above the main note, "+whole.String()))
	}
}

func (a Against) equal(r *rule.Report, id rule.ID, path string, here, there money.Amount) {
	if there.Present() && here.Fen() != there.Fen() {
		r.Add(finding(id, path, here.String(), "应为 "+there.String(), "want "+there.String()))
	}
}
