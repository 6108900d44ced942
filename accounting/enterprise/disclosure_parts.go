package enterprise

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// sections is the parts of the notes, in the order of the items.
func (d Disclosure) sections(l rule.Language) []section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	table := func(zh, en, id string, s sheet) section {
		return section{items: items(id), title: say(zh, en), sheets: []sheet{s}}
	}
	return []section{
		d.balanceSheet(l),
		table("数据资源无形资产（表 A）", "Data resources as intangible assets (table A)", "disclose-intangible-1", d.Intangible.sheet(l)),
		d.lives(l),
		d.estimates(l),
		d.singles(l, false),
		d.restrictions(l),
		d.research(l),
		d.losses(l),
		d.saleHeld(l),
		table("数据资源存货（表 B）", "Data resources as inventories (table B)", "disclose-inventory-1", d.Inventories.sheet(l)),
		d.inventoryMethod(l),
		d.singles(l, true),
		d.appraised(l),
		d.voluntary(l),
	}
}

func items(ids ...string) []rule.ID {
	all := make([]rule.ID, len(ids))
	for i, id := range ids {
		all[i] = rule.ID("enterprise." + id)
	}
	return all
}

func (d Disclosure) balanceSheet(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	s := sheet{title: say("账面价值", "carrying amounts"), rows: [][]cell{words(say("项目", "Line"), say("期末", "Closing"), say("期初", "Opening"))}}
	for _, x := range []struct {
		zh, en string
		pair   []cell
	}{
		{"存货　其中：数据资源", "Inventories, of which data resources", []cell{sum(d.Closing.Inventory), sum(d.Opening.Inventory)}},
		{"无形资产　其中：数据资源", "Intangible assets, of which data resources", []cell{sum(d.Closing.Intangible), sum(d.Opening.Intangible)}},
		{"开发支出　其中：数据资源", "Development expenditure, of which data resources", []cell{sum(d.Closing.Development), sum(d.Opening.Development)}},
	} {
		s.rows = append(s.rows, append(words(say(x.zh, x.en)), x.pair...))
	}
	return section{title: say("资产负债表中的数据资源", "Data resources in the balance sheet"), sheets: []sheet{s}}
}

func (d Disclosure) lives(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-intangible-2"), title: say("使用寿命和摊销方法", "Useful lives and methods")}
	s := sheet{title: say("在账的无形资产", "intangible assets held"), rows: [][]cell{
		words(say("资源", "Resource"), say("使用寿命（月）", "Life (months)"), say("摊销方法", "Method"), say("账面价值", "Carrying amount"), say("剩余月数", "Months left")),
	}}
	for _, h := range d.Held {
		if h.State != Held && h.State != Nominal {
			continue
		}
		life, method, left := count(h.Life), say("年限平均法", "straight line"), count(h.Left)
		switch {
		case h.State == Nominal:
			life, method, left = word("—"), say("名义金额，不摊销", "nominal amount, not amortised"), word("—")
		case h.Terms.Indefinite:
			life, method, left = word(say("不确定", "indefinite")), say("不摊销", "not amortised"), word("—")
		case h.Terms.Units > 0:
			life, method, left = word("—"), say("产量法", "units of use"), word("—")
		}
		s.rows = append(s.rows, []cell{word(h.Asset), life, word(method), sum(h.Carrying()), left})
	}
	if len(s.rows) > 1 {
		out.sheets = append(out.sheets, s)
	}
	for _, e := range d.Lives {
		p := e.Resource + say("：", ": ") + e.Basis
		if len(e.Factors) > 0 {
			p += say("（考虑因素：", " (considered: ") + titles(e.Factors, factorList(), l) + say("）", ")")
		}
		out.said = append(out.said, p)
	}
	return out
}

// titles lists codes by their titles.
func titles(codes []string, in record.CodeList, l rule.Language) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = in.TitleOf(c).In(l)
	}
	return strings.Join(all, text("、", ", ").In(l))
}

func (d Disclosure) estimates(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-intangible-3"), title: say("会计估计变更", "Changes of estimate")}
	for _, e := range d.Estimates {
		if e.On.Before(d.From) || e.On.After(d.To) {
			continue
		}
		out.said = append(out.said, e.Resource+say("，", ", ")+e.On.String()+say("：", ": ")+e.Content+say("；原因：", "; why: ")+e.Reason+
			say("；对当期的影响数 ", "; effect on the period ")+grouped(e.Current)+say("；对以后期间：", "; on later periods: ")+e.Future)
	}
	return out
}

func (d Disclosure) singles(l rule.Language, inventory bool) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-intangible-4"), title: say("重要的单项无形资产", "Material single intangible assets")}
	last := say("剩余摊销期限（月）", "Months left")
	if inventory {
		out.items, out.title, last = items("disclose-inventory-4"), say("重要的单项存货", "Material single inventories"), say("可变现净值", "Net realisable value")
	}
	s := sheet{title: say("重要单项", "material items"), rows: [][]cell{words(say("资源", "Resource"), say("内容", "What it is"), say("账面价值", "Carrying amount"), last)}}
	for _, item := range d.Singles {
		h, _ := d.held(item.Resource)
		if (h.State == Stock || h.State == Dispatched) != inventory {
			continue
		}
		end := sum(item.Realisable)
		if !inventory {
			end = count(h.Left)
		}
		s.rows = append(s.rows, []cell{word(item.Resource), word(item.Content), sum(h.Carrying()), end})
	}
	if len(s.rows) > 1 {
		out.sheets = []sheet{s}
	}
	return out
}

func (d Disclosure) restrictions(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-intangible-5", "disclose-inventory-5"), title: say("所有权或使用权受限、用于担保的数据资源", "Restricted or pledged data resources")}
	if len(d.Restricted) == 0 {
		return out
	}
	s := sheet{title: say("期末受限情况", "restricted at the end"), rows: [][]cell{
		words(say("资源", "Resource"), say("债权人", "Creditor"), say("担保债权", "Claim secured"), say("登记日期", "Registered"), say("账面价值", "Carrying amount"), say("当期摊销额", "Amortised in the year")),
	}}
	for _, r := range d.Restricted {
		s.rows = append(s.rows, []cell{word(r.Asset), word(r.Creditor), sum(r.Secured), word(r.Registered.String()), sum(r.Carrying), sum(r.Amortised)})
		if !r.Carrying.Present() {
			out.said = append(out.said, r.Asset+say("：未确认为资产，没有账面价值。", ": not recognised, so it has no carrying amount."))
		}
	}
	s.rows = append(s.rows, []cell{word(say("合计", "Total")), word(""), word(""), word(""), sum(d.RestrictedIn), word("")})
	out.sheets = []sheet{s}
	return out
}

func (d Disclosure) research(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-intangible-6"), title: say("研究开发支出", "Research and development")}
	if d.Research.Present() {
		out.said = []string{say("计入当期损益 ", "expensed ") + grouped(d.Research) + say("；确认为无形资产 ", "; recognised as intangible assets ") + grouped(d.Recognised)}
	}
	if !d.Development.Closing.Present() {
		return out
	}
	s := sheet{title: say("开发支出变动", "movement of development expenditure"), rows: [][]cell{words(
		say("项目", "Project"), say("期初余额", "Opening"), say("内部开发支出", "Internal"), say("其他增加", "Other increase"),
		say("确认为无形资产", "Recognised"), say("转入当期损益", "Expensed"), say("其他减少", "Other decrease"), say("期末余额", "Closing"),
	)}}
	for i, m := range append(slices.Clone(d.Projects), d.Development) {
		switch {
		case m.still():
			continue // a project of earlier years
		case i == len(d.Projects):
			m.Project = say("其中：数据资源（合计）", "of which data resources (total)")
		case m.Project == "":
			m.Project = say("未分项目", "of no project")
		}
		s.rows = append(s.rows, []cell{word(m.Project), sum(m.Opening), sum(m.Internal), sum(m.OtherIn), sum(m.Recognised), sum(m.Expensed), sum(m.OtherOut), sum(m.Closing)})
	}
	if len(s.rows) > 1 {
		out.sheets = []sheet{s}
	}
	return out
}

func (d Disclosure) losses(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-intangible-7"), title: say("无形资产减值", "Impairment of intangible assets")}
	for _, loss := range d.Losses {
		p := loss.Asset + say("：计提减值 ", ": impaired by ") + grouped(loss.Amount)
		for _, n := range d.Impaired {
			if n.Resource != loss.Asset {
				continue
			}
			how := say("预计未来现金流量的现值", "value in use")
			if n.By == "fairValue" {
				how = say("公允价值减处置费用", "fair value less costs of disposal")
			}
			p += say("；可收回金额 ", "; recoverable amount ") + grouped(n.Recoverable) + say("（", " (") + how + say("）", ")")
			if len(n.Signs) > 0 {
				p += say("；迹象：", "; signs: ") + titles(n.Signs, signList(), l)
			}
			p += say("；原因：", "; cause: ") + n.Cause + say("；主要假设：", "; assumptions: ") + n.Assumptions
		}
		out.said = append(out.said, p)
	}
	return out
}

func (d Disclosure) saleHeld(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-intangible-8"), title: say("持有待售", "Held for sale")}
	for _, h := range d.SaleHeld {
		p := h.Asset + say("：账面价值 ", ": carried at ") + grouped(h.Carrying())
		if h.Impaired.Sign() > 0 {
			p += say("，减值准备 ", ", provision ") + grouped(h.Impaired)
		}
		for _, n := range d.ForSale {
			if n.Resource == h.Asset {
				p += say("；公允价值 ", "; fair value ") + grouped(n.Fair) + say("，预计出售费用 ", ", costs of the sale ") + grouped(n.Costs) +
					say("，预计出售日期 ", ", expected on ") + n.Expected.String() + say("；", "; ") + n.Reason
			}
		}
		out.said = append(out.said, p)
	}
	return out
}

func (d Disclosure) inventoryMethod(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-inventory-2", "disclose-inventory-3"), title: say("存货的计价和跌价准备", "Measurement of inventories and provision")}
	m := d.Inventory
	if m.Issue != "" {
		out.said = []string{
			say("发出存货成本：", "Cost of issues: ") + issueList().TitleOf(m.Issue).In(l),
			say("可变现净值的确定依据：", "Net realisable value: ") + m.Realisable,
			say("跌价准备的计提方法：", "Provision: ") + m.Provision,
		}
	}
	if made := d.Inventories.Cell(14, TotalColumn); made.Present() {
		out.said = append(out.said, say("本期计提 ", "Written down ")+grouped(made)+say("，转回 ", ", reversed ")+grouped(orZero(d.Inventories.Cell(16, TotalColumn)))+
			say("，随出售等转销 ", ", carried out with goods ")+grouped(orZero(d.Inventories.Cell(17, TotalColumn))))
	}
	return out
}

func (d Disclosure) appraised(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{items: items("disclose-appraisal"), title: say("数据资源评估", "Appraisals")}
	for _, a := range d.Appraisals {
		out.said = append(out.said, a.Resource+say("，基准日 ", ", as of ")+a.On.String()+say("，评估结果 ", ", value ")+grouped(a.Value)+say("（不入账）；依据：", " (not booked); sources: ")+a.Sources+
			say("；假设与限制：", "; assumptions and limits: ")+a.Assumptions+say("；方法：", "; method: ")+a.Method+say("；重要参数：", "; parameters: ")+a.Parameters)
	}
	return out
}

func (d Disclosure) voluntary(l rule.Language) section {
	say := func(zh, en string) string { return text(zh, en).In(l) }
	out := section{title: say("自愿披露", "Voluntary disclosure")}
	for i := range 8 {
		out.items = append(out.items, items("voluntary-"+itoa(i+1))...)
	}
	t := Voluntaries()
	for _, v := range d.Voluntary {
		head := v.Resource + say("（已确认）", " (recognised)")
		if !v.Recognised.Or(false) {
			head = v.Resource + say("（未确认为资产）", " (not recognised)")
		}
		out.said = append(out.said, head)
		for _, f := range t.Definition().Fields[2:] {
			s := t.Text(&v, f.Key)
			if _, isAmount := f.Type.(record.Amount); isAmount && s != "" {
				s = t.Show(&v, f.Key, l)
			}
			if s != "" {
				out.said = append(out.said, "· "+f.Title.In(l)+say("：", ": ")+s)
			}
		}
	}
	return out
}
