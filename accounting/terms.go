package accounting

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Measurement is what an asset stands in the books at.
type Measurement string

// The measurements.
const (
	AtCost    Measurement = "cost"    // 成本
	AtNominal Measurement = "nominal" // 名义金额: never amortised (财会〔2016〕12号 第16条)
)

// Terms is how an asset is amortised from a month on: an event that books it
// first, or that changes its life, gives them. The zero Terms is none. An asset
// at cost has a life in months, or in units of its use, or an indefinite one.
type Terms struct {
	Measured   Measurement    `json:"measured"`
	Indefinite bool           `json:"indefinite,omitzero"` // 年限不确定: not amortised (第20条)
	From       calendar.Month `json:"from,omitzero"`       // the first month amortised
	Months     int            `json:"months,omitzero"`     // straight line (年限平均法), counted from that month
	Units      int64          `json:"units,omitzero"`      // units of production (工作量法): all that are left to be used
	Residual   money.Amount   `json:"residual,omitzero"`   // enterprises only; none in the government system (第18条)
	Rounding   Rounding       `json:"rounding,omitzero"`
	Use        string         `json:"use,omitzero"` // what it is used for: the expense that amortisation goes to
}

// IsZero reports whether there are no terms.
func (t Terms) IsZero() bool { return t == Terms{} }

// want says what the terms lack.
func (t Terms) want() rule.Text {
	lives := 0
	for _, given := range []bool{t.Indefinite, t.Months != 0, t.Units != 0} {
		if given {
			lives++
		}
	}
	switch {
	case t.IsZero():
		return rule.Text{}
	case t.Measured == AtNominal && lives == 0 && !t.Residual.Present():
		return rule.Text{}
	case t.Measured != AtCost:
		return text("计量：成本，或名义金额（不设年限）", "measurement: cost, or nominal without a life")
	case lives != 1:
		return text("年限：月数、工作量或不确定，三者之一", "life: months, units or indefinite, one of them")
	case t.Months < 0 || t.Months > MaxMonths || t.Units < 0 || t.Units > MaxUnits:
		return text("年限：不超过 1200 个月或 10^12 个单位", "life: at most 1,200 months or 10^12 units")
	case !t.Indefinite && t.From.IsZero():
		return text("起摊月份", "first month of amortisation")
	case t.Residual.Sign() < 0:
		return text("非负残值", "residual value not below 0.00")
	case t.Rounding > Truncate:
		return text("舍入方法", "rounding")
	}
	return rule.Text{}
}

// amortised reports whether assets of these terms are amortised at all.
func (t Terms) amortised() bool { return t.Measured == AtCost && !t.Indefinite }

// AssetTerms is the terms that a posting gives an asset.
type AssetTerms struct {
	Asset  string `json:"asset"`
	Detail string `json:"detail,omitzero"`
	Terms  Terms  `json:"terms"`
}

// AssetMove is how a posting changes the state of an asset.
type AssetMove struct {
	Asset string   `json:"asset"`
	From  []string `json:"from,omitzero"` // states it may be in; none is any
	To    string   `json:"to,omitzero"`   // "" leaves it as it is
}

// AssetUsage is the units of an asset that a month used.
type AssetUsage struct {
	Asset string `json:"asset"`
	Units int64  `json:"units"`
}
