package enterprise

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// ruleComplete is that nothing is missing that the enterprise has to write.
const ruleComplete rule.ID = "enterprise.disclosure-complete"

func completeRule() rule.Rule {
	return rule.Rule{
		ID: ruleComplete, Severity: rule.Blocking, Evidence: rule.SecondHand, Basis: law(interim("三"), rule.GX("4.4.5")),
		Title:     text("强制披露的事项不缺", "nothing that must be disclosed is missing"),
		Judgement: text("哪些单项、哪些评估重要，由企业判断，不作缺项", "which single items and which appraisals are material is for the enterprise to judge, and none is missed"),
	}
}

var itemTitles = sync.OnceValue(func() map[rule.ID]rule.Text {
	titles := map[rule.ID]rule.Text{}
	for _, x := range DisclosureItems() {
		titles[x.ID] = x.Title
	}
	return titles
})

// complete lists what the journal shows and the enterprise has not written of.
func (d *Disclosure) complete(j *accounting.Journal) {
	lives := map[string]bool{}
	for _, l := range d.Lives {
		lives[l.Resource] = true
	}
	for _, h := range d.Held {
		switch h.State {
		case Held:
			d.asked("disclose-intangible-2", "/lives", h.Asset, lives[h.Asset])
		case Stock, Dispatched:
			d.asked("disclose-inventory-2", "/inventory", h.Asset, d.Inventory.Issue != "")
			d.asked("disclose-inventory-3", "/inventory", h.Asset, d.Inventory.Realisable != "" && d.Inventory.Provision != "")
		}
	}
	for p := range j.Postings() {
		if p.Kind != "enterprise.life-reviewed" || p.On.Before(d.From) || p.On.After(d.To) {
			continue
		}
		for _, a := range p.Assets {
			d.asked("disclose-intangible-3", "/estimates", a, slices.ContainsFunc(d.Estimates, func(e EstimateChange) bool { return e.Resource == a }))
		}
	}
	for _, l := range d.Losses {
		d.asked("disclose-intangible-7", "/impaired", l.Asset, slices.ContainsFunc(d.Impaired, func(n ImpairmentNote) bool { return n.Resource == l.Asset }))
	}
	for _, h := range d.SaleHeld {
		d.asked("disclose-intangible-8", "/forSale", h.Asset, slices.ContainsFunc(d.ForSale, func(n ForSaleNote) bool { return n.Resource == h.Asset }))
	}
	for i, s := range d.Singles {
		h, known := d.held(s.Resource)
		if inventory := known && (h.State == Stock || h.State == Dispatched); !known || inventory && !s.Realisable.Present() {
			id := rule.ID("enterprise.disclose-intangible-4")
			if inventory {
				id = "enterprise.disclose-inventory-4"
			}
			d.miss(id, rule.Pointer("singles", itoa(i)), s.Resource, "在账的资产；存货须写可变现净值", "an asset in the books; for inventory its net realisable value")
		}
	}
}

// finished warns of projects that are ready for their use and still stand on 5301.
func (d *Disclosure) finished(j *accounting.Journal) {
	ready := map[string]bool{}
	for p := range j.Postings() {
		if p.Kind == "enterprise.development-formed" && !bookedOn(p).After(d.To) {
			for _, a := range p.Assets {
				ready[a] = true
			}
		}
	}
	for i, m := range d.Projects {
		if ready[m.Project] && m.Closing.Sign() != 0 {
			d.Report.Add(finding(ruleFinished, rule.Pointer("projects", itoa(i)), m.Project,
				m.Project+" 已转入无形资产，研发支出尚余 "+m.Closing.String()+"。", m.Project+" is an intangible asset and "+m.Closing.String()+" is left on development expenditure."))
		}
	}
}

func (d *Disclosure) held(asset string) (HeldAsset, bool) {
	i := slices.IndexFunc(d.Held, func(h HeldAsset) bool { return h.Asset == asset })
	if i < 0 {
		return HeldAsset{}, false
	}
	return d.Held[i], true
}

// asked adds a finding for an item that is not written.
func (d *Disclosure) asked(id, path, asset string, written bool) {
	if !written {
		d.miss(rule.ID("enterprise."+id), path, asset, "", "")
	}
}

func (d *Disclosure) miss(id rule.ID, path, asset, zh, en string) {
	r := completeRule()
	if zh == "" {
		zh, en = itemTitles()[id].ZH, itemTitles()[id].EN
	}
	d.Report.Add(rule.Finding{
		Rule: r.ID, Title: r.Title, Severity: r.Severity, Basis: r.Basis, Path: path, Value: asset,
		Message: text(asset+" 缺："+zh+"。", asset+" lacks: "+en+"."), Fix: text("请补充披露。", "Write what is missing."),
	})
}
