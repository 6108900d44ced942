package pilot

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// held is the records of one kind that the unit under review has on the day.
type held struct {
	record record.Definition
	n      int
	fills  func(i int, key string) bool // whether the i-th fills in a field
}

// holdings lists the records that can settle a clause, in the order of the work.
// Rows of the ledger and cards repeat what the resource says, as the ledger has
// it, and are not asked again.
func (r *review) holdings() []held {
	resources := slices.DeleteFunc(slices.Clone(r.listed), func(x asset.Resource) bool { return x.AvailableOn.After(r.at) })
	return []held{
		{asset.Resources().Definition(), len(resources), func(i int, key string) bool { return asset.Resources().Text(&resources[i], key) != "" }},
		latest(UnitPlans(), r.unit.Plans, r.at, func(p UnitPlan) calendar.Date { return p.On }),
		latest(ClosingSummaries(), r.unit.Summaries, r.at, func(s ClosingSummary) calendar.Date { return s.On }),
	}
}

// latest is the one report that stands on a day: that sent last.
func latest[T any](t *record.Table[T], all []T, at calendar.Date, on func(T) calendar.Date) held {
	h := held{record: t.Definition()}
	var last *T
	for i := range all {
		if !on(all[i]).After(at) && (last == nil || !on(all[i]).Before(on(*last))) {
			last, h.n = &all[i], 1
		}
	}
	members := map[string]json.RawMessage{}
	if last != nil {
		if b, err := t.Encode(last); err == nil {
			_ = json.Unmarshal(b, &members) // what was just written
		}
	}
	h.fills = func(_ int, key string) bool { m := string(members[key]); return m != "" && m != "[]" }
	return h
}

// settled says what a clause came to that nothing but fields of records carries:
// met where the record that tells last fills them in, else unknown, and which
// record would settle it. It reports false for a clause that something else
// carries too.
func (r *review) settled(c Coverage) (rule.State, rule.Text, bool) {
	if len(c.Carriers) == 0 || slices.ContainsFunc(c.Carriers, func(k rule.Carrier) bool { return k.Kind != rule.KindField }) {
		return rule.Unknown, rule.Text{}, false
	}
	if r.held == nil {
		r.held = r.holdings()
	}
	for _, h := range slices.Backward(r.held) {
		var fields []rule.Carrier
		for _, k := range c.Carriers {
			if record, _, _ := strings.Cut(string(k.ID), "."); record == h.record.Name {
				fields = append(fields, k)
			}
		}
		if len(fields) > 0 {
			state, settle := h.settles(fields)
			return state, settle, true
		}
	}
	var names rule.Text // of another plan's own records
	for _, k := range c.Carriers {
		names = listed(names, text(k.Title.ZH+"（"+string(k.ID)+"）", k.Title.EN+" ("+string(k.ID)+")"))
	}
	return rule.Unknown, text("待记录载明："+names.ZH, "to be settled by a record of "+names.EN), true
}

// settles asks the records for the fields that carry a clause.
func (h held) settles(fields []rule.Carrier) (rule.State, rule.Text) {
	var names rule.Text
	told := h.n
	for _, f := range fields {
		_, key, _ := strings.Cut(string(f.ID), ".")
		n := 0
		for i := range h.n {
			if h.fills(i, key) {
				n++
			}
		}
		if n < h.n || h.n == 0 {
			names = listed(names, f.Title)
		}
		told = min(told, n)
	}
	if names.IsZero() {
		return rule.Met, rule.Text{}
	}
	settle := text("待“"+h.record.Title.ZH+"”（"+h.record.Name+"）填报："+names.ZH, "to be settled by the "+h.record.Title.EN+" ("+h.record.Name+"): "+names.EN)
	if h.n > 1 {
		settle = text(settle.ZH+"（"+number(h.n)+" 项中 "+number(told)+" 项已填）", settle.EN+" ("+number(told)+" of "+number(h.n)+" say so)")
	}
	return rule.Unknown, settle
}

// listed adds a name to an enumeration.
func listed(all, name rule.Text) rule.Text {
	if all.IsZero() {
		return name
	}
	return text(all.ZH+"、"+name.ZH, all.EN+", "+name.EN)
}
