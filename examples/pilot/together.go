package main

import (
	"strings"

	"github.com/dataasset-go/dataasset/pilot"
)

// together prints the consolidated page of several units: a line a unit, the sum
// with what two of them both have counted once, and what is late.
func (p *printer) together(results []pilot.Result) {
	c, err := pilot.Consolidate(results)
	if err != nil && p.err == nil {
		p.err = err
	}
	if p.err != nil {
		return
	}
	p.line(strings.Repeat("═", 78))
	p.line(p.say("汇总", "all units"))
	p.line(strings.Repeat("═", 78))
	p.table(p.togetherRows(c))
	for _, s := range p.togetherNotes(c, results) {
		p.line(s)
	}
}

// togetherRows is a line a unit, and their sum.
func (p *printer) togetherRows(c pilot.Consolidated) [][]string {
	rows := [][]string{{
		p.say("单位", "unit"), p.say("资源", "resources"), p.say("资产", "assets"), p.say("已登记", "registered"), p.say("名义/成本", "nominal/cost"),
		p.say("授权", "authorised"), p.say("收入（含税）", "received"), p.say("逾期", "late"),
	}}
	for _, u := range c.Units {
		name := u.Holder.Name
		if u.Below {
			name = "└ " + name
		}
		rows = append(rows, figures(name, u.Own))
	}
	return append(rows, figures(p.say("合计", "total"), c.Total))
}

// togetherNotes says what was counted once, what is late, and what was found.
func (p *printer) togetherNotes(c pilot.Consolidated, results []pilot.Result) (all []string) {
	for _, d := range c.Doubles {
		all = append(all, p.say("只计一次：", "counted once: ")+d.Measure.Title().In(p.lang)+" "+d.Dropped.Unit+" "+d.Dropped.ID+" = "+d.Kept.Unit+" "+d.Kept.ID+p.say("（", " (")+d.Why.In(p.lang)+p.say("）", ")"))
	}
	for _, r := range results {
		for _, x := range r.Counted(pilot.MeasureLate) {
			all = append(all, p.say("逾期：", "late: ")+r.Holder.Name+" "+x.ID)
		}
	}
	for _, f := range c.Report.Findings {
		all = append(all, f.In(p.lang))
	}
	return all
}

// figures is a line of the consolidated page.
func figures(name string, all []pilot.Figure) []string {
	of := map[pilot.Measure]pilot.Figure{}
	for _, f := range all {
		of[f.Measure] = f
	}
	count := func(m pilot.Measure) string { return number(of[m].Count) }
	return []string{
		name, count(pilot.MeasureResources), count(pilot.MeasureAssets), count(pilot.MeasureRegistered), count(pilot.MeasureNominal) + "/" + count(pilot.MeasureAtCost),
		count(pilot.MeasureAuthorised), orNone(of[pilot.MeasureReceived].Amount), count(pilot.MeasureLate),
	}
}
