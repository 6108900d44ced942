package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
)

// Double is what two units both have and a total counts once.
type Double struct {
	Measure Measure
	Dropped Counted // not counted
	Kept    Counted // counted
	Why     rule.Text
}

// holdings is a result with its resources by id and name, and what its measures
// count by id.
type holdings struct {
	Result
	resources map[string]int
	byID      map[Measure]map[string]Counted
}

// doubles finds what two units both count.
func doubles(results []tallied) []Double {
	held := make([]holdings, len(results))
	for i, r := range results {
		held[i] = holdings{r.Result, map[string]int{}, map[Measure]map[string]Counted{}}
		for k, x := range r.unit.Inventory.Resources {
			held[i].resources[x.ID], held[i].resources[x.Name] = k, k
		}
		for _, m := range Measures() {
			held[i].byID[m] = map[string]Counted{}
			for _, c := range r.counted[m] {
				held[i].byID[m][c.ID] = c
			}
		}
	}
	var all []Double
	for i := range held {
		for _, x := range held[i].unit.Inventory.Resources {
			if !slices.Contains(x.Sources, asset.FromSharing) && !slices.Contains(x.Sources, asset.FromTransfer) {
				continue
			}
			for k := range held {
				if i != k {
					all = append(all, pairs(&held[k], &held[i], x)...)
				}
			}
		}
	}
	return all
}

// pairs is what two units both count of a resource that the one has from the
// other. What was transferred is kept where it is now, what is shared where it
// comes from.
func pairs(from, to *holdings, got asset.Resource) []Double {
	given, why := from.gave(to, got)
	if why.IsZero() {
		return nil
	}
	var all []Double
	for _, m := range Measures() {
		a, counts := from.byID[m][given]
		b, both := to.byID[m][got.ID]
		switch {
		case m == MeasureReceived || m == MeasureLate || !counts || !both:
		case slices.Contains(got.Sources, asset.FromSharing):
			all = append(all, Double{m, b, a, why})
		default:
			all = append(all, Double{m, a, b, why})
		}
	}
	return all
}

// gave returns the unit's own id of a resource that another unit has from it, and
// how that is known; no text where it is another's.
func (r *holdings) gave(to *holdings, x asset.Resource) (string, rule.Text) {
	i, known := r.resources[x.ID]
	if !known {
		if i, known = r.resources[x.Name]; !known {
			return "", rule.Text{}
		}
	}
	own := r.unit.Inventory.Resources[i].ID
	if slices.Contains(x.Sources, asset.FromSharing) && x.Provider == r.Holder.Name {
		return own, text("由"+r.Holder.Name+"共享取得", "shared by "+r.Holder.Name)
	}
	if !slices.Contains(x.Sources, asset.FromTransfer) {
		return "", rule.Text{}
	}
	theirs, _ := to.Ledger.Last(x.ID)
	ours, _ := r.Ledger.Last(own)
	gone := ours.RetireCause == ledger.CauseTransferred && !ours.RetiredOn.IsZero()
	switch {
	case theirs.Counterparty == r.Holder.Name, x.Provider == r.Holder.Name, gone && ours.Counterparty == to.Holder.Name:
		return own, text("由"+r.Holder.Name+"无偿调入", "transferred from "+r.Holder.Name)
	case gone && ours.Counterparty == "" && theirs.Counterparty == "":
		return own, text("双方均记为无偿调拨，编号或名称相同", "both record a transfer, under the same id or name")
	}
	return "", rule.Text{}
}
