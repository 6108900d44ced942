package pilot

import (
	"strconv"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// links tells each of the five links in figures, with what the unit adds.
func (p progress) links() []LinkProgress {
	var all []LinkProgress
	for _, c := range linkList().Codes {
		all = append(all, LinkProgress{c.Code, p.words(c.Code, p.link(c.Code))})
	}
	return all
}

// aspects tells each of an enterprise's seven aspects; other units have none.
func (p progress) aspects() []AspectProgress {
	if p.r.Holder.Entity != rule.Enterprise {
		return nil
	}
	var all []AspectProgress
	for _, c := range aspectList().Codes {
		all = append(all, AspectProgress{c.Code, p.words("aspect."+c.Code, p.aspect(c.Code))})
	}
	return all
}

// words is a sentence made from figures, and what the unit adds to it. An aspect is
// added to by aspect. and its code.
func (p progress) words(of string, figures rule.Text) string {
	s := figures.In(p.s.Language)
	for _, w := range p.s.Words {
		if w.Of != of {
			continue
		}
		if p.s.Language == rule.English {
			s += " "
		}
		s += w.Text
	}
	return s
}

func many(n record.Opt[int64]) string { return strconv.FormatInt(n.Or(0), 10) }

func (p progress) link(code string) rule.Text {
	f, m := p.f, p.moved
	switch code {
	case "ledger":
		return text(
			"清查数据资源 "+many(f.Resources)+" 项，确认数据资产 "+many(f.Confirmed)+" 项，列入台账 "+many(f.Listed)+" 项，按名义金额入账 "+many(f.Nominal)+" 项、按成本入账 "+many(f.AtCost)+" 项，原值 "+f.BookAmount.String()+" 元；本期列入 "+many(m.New)+" 项，退出 "+many(m.Retired)+" 项。",
			many(f.Resources)+" resources swept, "+many(f.Confirmed)+" assets confirmed, "+many(f.Listed)+" in the ledger; booked: "+many(f.Nominal)+" at nominal amount, "+many(f.AtCost)+" at cost, "+f.BookAmount.String()+" yuan in all. In the period "+many(m.New)+" entered, "+many(m.Retired)+" retired.")
	case "registration":
		open := record.Some(f.Listed.Or(0) - f.Registered.Or(0))
		return text("已登记 "+many(f.Registered)+" 项，未登记 "+many(open)+" 项。", many(f.Registered)+" registered, "+many(open)+" not.")
	case "authorisation":
		return text("授权运营 "+many(f.Authorised)+" 项，对外提供 "+many(f.Supplied)+" 项。", many(f.Authorised)+" under authorised operation, "+many(f.Supplied)+" supplied to others.")
	case "distribution":
		return p.earned()
	}
	return text("交易 "+many(f.Traded)+" 项。", many(f.Traded)+" traded.")
}

// earned tells revenue, its remittance and its filings.
func (p progress) earned() rule.Text {
	t := text("取得收入（含税）"+p.f.Received.String()+" 元，本期 "+p.came.String()+" 元", "received "+p.f.Received.String()+" yuan with tax, "+p.came.String()+" of it in the period")
	if r := p.r.Totals.Revenue; r.Payable.Present() {
		t = text(t.ZH+"；应缴 "+r.Payable.String()+" 元，已缴 "+r.Remitted.String()+" 元", t.EN+"; "+r.Payable.String()+" payable to the treasury, "+r.Remitted.String()+" remitted")
	}
	done, late := 0, 0
	for _, o := range p.r.Obligations {
		switch o.Duty.ID {
		case revenue.DutyOneOff, revenue.DutyInstalments, revenue.DutyEnterprise:
			switch o.Standing {
			case rule.OnTime, rule.Done:
				done++
			case rule.Late, rule.Overdue:
				late++
			}
		}
	}
	return text(t.ZH+"；收益备案按期 "+number(done)+" 项，逾期 "+number(late)+" 项。", t.EN+"; filings: "+number(done)+" on time, "+number(late)+" late.")
}

func (p progress) aspect(code string) rule.Text {
	f := p.f
	switch code {
	case "recognition":
		intangible, inventory := 0, 0
		for _, a := range p.r.Assessments {
			if row, held := p.r.Ledger.Row(a.Resource); held && row.Amount.Sign() > 0 {
				if a.Class == asset.ClassInventory {
					inventory++
				} else {
					intangible++
				}
			}
		}
		rest := f.Confirmed.Or(0) - int64(intangible+inventory)
		return text("确认数据资产 "+many(f.Confirmed)+" 项，其中无形资产 "+number(intangible)+" 项、存货 "+number(inventory)+" 项，会计上未确认 "+strconv.FormatInt(rest, 10)+" 项。",
			many(f.Confirmed)+" assets confirmed: "+number(intangible)+" intangible, "+number(inventory)+" inventory, "+strconv.FormatInt(rest, 10)+" not recognised in the books.")
	case "authorisation":
		return p.link("authorisation")
	case "product":
		s := p.r.Disclosures.Presented
		return text("数据产品存货 "+orNone(s.Inventory).ZH+"，开发支出 "+orNone(s.Development).ZH+"。", "data products in inventories: "+orNone(s.Inventory).EN+"; development: "+orNone(s.Development).EN+".")
	case "scenario":
		n := 0
		for row := range p.r.Ledger.Rows() {
			if row.Mode == "scenario" {
				n++
			}
		}
		return text("按场景授权 "+number(n)+" 项，对外提供 "+many(f.Supplied)+" 项。", number(n)+" authorised by scenario, "+many(f.Supplied)+" supplied to others.")
	case "distribution":
		return p.earned()
	case "trading":
		return p.link("trading")
	}
	return p.risk()
}

// risk tells security system and emergency plan, what was found, and what is pledged.
func (p progress) risk() rule.Text {
	stated := func(s string) rule.Text {
		if s == "" {
			return text("未填报", "not stated")
		}
		return text(s, s)
	}
	blocking, warnings := 0, 0
	for _, f := range p.r.Report.Findings {
		switch f.Severity {
		case rule.Blocking:
			blocking++
		case rule.Warning:
			warnings++
		}
	}
	security, emergency, pledged := stated(p.r.Holder.Security), stated(p.r.Holder.Emergency), orNone(p.r.Disclosures.RestrictedTotal)
	return text("安全管理制度："+security.ZH+"；应急预案："+emergency.ZH+"；审查发现阻断 "+number(blocking)+" 项、警告 "+number(warnings)+" 项；质押资产账面价值"+pledged.ZH+"。",
		"security system: "+security.EN+"; emergency plan: "+emergency.EN+"; "+number(blocking)+" blocking findings, "+number(warnings)+" warnings; carrying amount pledged: "+pledged.EN+".")
}

func orNone(a money.Amount) rule.Text {
	if !a.Present() {
		return text("无", "none")
	}
	return text(" "+a.String()+" 元", a.String()+" yuan")
}
