package main

import (
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
)

// disclosures prints what the notes to the statements say of the last year.
func (p *printer) disclosures(r pilot.Result) {
	d := r.Disclosures
	if d.Year == 0 {
		return
	}
	p.heading("附注 "+number(d.Year), "notes "+number(d.Year))
	if d.Notes != nil {
		p.governmentNotes(*d.Notes)
		p.difference(d.Difference)
		return
	}
	for i, t := range []enterprise.Table{d.Intangible, d.Inventory} {
		if t.Cell(11, enterprise.TotalColumn).Present() || t.Cell(2, enterprise.TotalColumn).Present() {
			p.line(p.say([]string{"附表 A", "附表 B"}[i], []string{"table A", "table B"}[i]))
			if p.err == nil {
				p.err = t.WriteText(p.out, p.lang)
			}
		}
	}
	p.line(p.say("资产负债表其中：数据资源：存货 ", "data resources in the balance sheet: inventories "), orNone(d.Presented.Inventory),
		p.say("，无形资产 ", ", intangible assets "), orNone(d.Presented.Intangible), p.say("，开发支出 ", ", development "), orNone(d.Presented.Development))
	for _, x := range d.Restricted {
		p.line(p.say("受限资产 ", "restricted "), x.Asset, p.say("，账面价值 ", ", carrying amount "), orNone(x.Carrying), p.say("，担保 ", ", secures "), x.Secured.String())
	}
}

func (p *printer) governmentNotes(n government.Notes) {
	rows := [][]string{{"", p.say("年初余额", "opening"), p.say("本年增加", "increase"), p.say("本年减少", "decrease"), p.say("年末余额", "closing")}}
	for _, c := range n.Categories {
		none := money.Amount{}
		for _, x := range []struct {
			zh, en string
			of     government.Roll
		}{
			{"原值", "cost", c.Cost},
			{"累计摊销", "amortised", c.Amortised},
			{"账面价值", "carrying amount", government.Roll{Opening: c.Opening, Increased: none, Decreased: none, Closing: c.Closing}},
		} {
			rows = append(rows, []string{c.Category + " " + p.say(x.zh, x.en), left(x.of.Opening.String(), 14), left(x.of.Increased.String(), 14), left(x.of.Decreased.String(), 14), left(x.of.Closing.String(), 14)})
		}
	}
	p.table(rows)
	for _, x := range n.Nominal {
		p.line(p.say("名义金额：", "at nominal amount: "), x.Asset, " ", x.Name, p.say("，理由：", ", because: "), x.Reason)
	}
	for _, x := range n.Received {
		p.line(p.say("受赠、调入：", "donated or transferred in: "), x.Asset, " ", x.Name, p.say("，年末原值 ", ", cost at the end "), x.Cost.Closing.String())
	}
	for _, x := range n.Lives {
		p.line(p.say("使用年限：", "life: "), x.Asset, " ", x.Name, p.say("，", ", "), number(x.Months), p.say(" 个月，", " months, "), x.Ground)
	}
	for _, x := range n.Disposed {
		p.line(p.say("处置：", "disposed of: "), x.Asset, " ", x.Name, " ", x.On.String(), p.say("，原值 ", ", cost "), x.Cost.String(), p.say("，账面价值 ", ", carrying amount "), x.Carrying.String())
	}
}

// difference prints how the result of the budget comes to the surplus.
func (p *printer) difference(d government.Difference) {
	rows := [][]string{{p.say("本年预算结余", "result of the budget"), left(d.Budget.String(), 14)}}
	for _, r := range government.DifferenceRows() {
		if amount := d.Lines[r.Line]; amount.Present() {
			sign := p.say("减：", "less ")
			if r.Added {
				sign = p.say("加：", "plus ")
			}
			rows = append(rows, []string{sign + r.Title.In(p.lang), left(amount.String(), 14)})
		}
	}
	p.table(append(rows, []string{p.say("本年盈余", "surplus of the year"), left(d.Surplus.String(), 14)}))
}
